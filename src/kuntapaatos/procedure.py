"""
What else is counted around a decision, each with its provision and its doubt.

Taking a matter up (Kuntalaki (410/2015) 92 §), removing personal data (108 and
140 §), enforcing before finality (143 §; Hallintolaki 49 f §), the standstill of
a procurement (Hankintalaki 129 §), and counting backwards (150/1930 4 §).

>>> from datetime import date
>>> answer = standstill(Notice.procurement_message(date(2025, 3, 3)))
>>> print(answer)
18.3.2025 (Hankintalaki 129 §)
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from enum import Enum
from functools import cache
from typing import Any, NamedTuple

from attrs import field, frozen

from kuntapaatos.checks import check_flag, check_type, is_a, is_day, is_tuple_of, one_or_all
from kuntapaatos.clock.counting import notice_of
from kuntapaatos.deadline import Deadline
from kuntapaatos.doubts import Basis, Candidate, Doubt, DoubtCode
from kuntapaatos.errors import InvalidPeriod, InvalidValue, NoRuleInForce
from kuntapaatos.final import NotStarted, may_be_taken_up
from kuntapaatos.law import (
    HALLINTOLAINKAYTTOLAKI,
    HALLINTOLAKI,
    KUNTALAKI,
    KUNTALAKI_1995,
    KUNTALAKI_FROM,
    MAARAAIKALAKI,
    OIKEUDENKAYNTILAKI,
    Confidence,
    DatedBy,
    Provision,
    court,
    provision,
)
from kuntapaatos.law.tables import day, flag, one_of, or_none, read, several, text, whole
from kuntapaatos.notice import Notice, Regime, Track
from kuntapaatos.notice.choice import known_of, starts_clock
from kuntapaatos.remedy import KUNTALAKI_SUBJECTS, Remedy, RemedyKind
from kuntapaatos.shown import Value, shown
from kuntapaatos.time_limit import Period, last_day
from kuntapaatos.workdays import check_day

__all__ = [
    "Enforceability",
    "Enforcement",
    "ProcedureDay",
    "enforcement",
    "last_day_before",
    "last_day_to_take_up",
    "notice_removal",
    "personal_data_removal",
    "standstill",
]

_ONE_DAY = timedelta(days=1)
# 893/2015; from 2010 (581/2010) the authority could only forbid enforcement.
_REVIEW_WAITS_FROM = date(2016, 1, 1)
_COURTS_ACT_FROM = date(2020, 1, 1)
_SINCE_2017 = "Kuntalaki 410/2015 is applied from 2017-06-01 (147 §)"


class _Standstill(NamedTuple):
    """How many days the standstill is, of procurements begun from one day to another."""

    utilities: bool
    days: int
    dynamic: int
    provisions: tuple[Provision, ...]
    first: date
    last: date | None
    confidence: Confidence
    seen: str
    note: str


# The headings of `standstills.csv`, in the order of the fields.
_COLUMNS: dict[str, Callable[[str], Any]] = {
    "erityisalat": flag,
    "päivää": whole,
    "dynaaminen tai puitejärjestely": whole,
    "säännökset": several(provision),
    "alkaen": day,
    "asti": or_none(day),
    "varmuus": one_of(Confidence),
    "teksti nähty": text,
    "huomautus": text,
}


@cache
def _standstills() -> tuple[_Standstill, ...]:
    return tuple(_Standstill(*line.values()) for line in read("standstills.csv", _COLUMNS))


@frozen(repr=False)
class ProcedureDay(Value):
    """
    A day, with what it rests on.

    Attributes:
        day: The day.
        provisions: The sections behind it.
        doubts: What is open, with every candidate.
    """

    day: date = field(validator=is_day)
    provisions: tuple[Provision, ...] = field(validator=is_tuple_of(Provision))
    doubts: tuple[Doubt, ...] = field(default=(), validator=is_tuple_of(Doubt))

    def __str__(self) -> str:
        return f"{shown(self.day)} ({', '.join(map(str, self.provisions))})"


def _by_older_act(deadlines: Iterable[Deadline]) -> bool | None:
    """
    Return whether the decisions are from before Kuntalaki 410/2015 was applied.

    `None` when one of them may be: its day is not known, and it was told soon after.
    """
    known = [known_of(item.notice) for item in deadlines]
    if any(doubt.code is DoubtCode.DECISION_DAY for item in deadlines for doubt in item.doubts):
        return None
    days = [one.noticed if one.decided is None else one.decided for one in known]
    return all(day < KUNTALAKI_FROM for day in days)


def _deadlines(tracks: Iterable[Deadline | NotStarted] | Deadline | NotStarted) -> list[Deadline]:
    answers = one_or_all(
        "tracks", tracks, (Deadline, NotStarted), "one or several answers of appeal_deadlines"
    )
    found = [answer for answer in answers if isinstance(answer, Deadline)]
    if not found:
        raise InvalidValue("tracks", answers, "at least one Deadline that has started")
    return found


def last_day_to_take_up(
    tracks: Iterable[Deadline | NotStarted] | Deadline | NotStarted,
    *,
    excluded_matter: bool | None = None,
) -> ProcedureDay:
    """
    Return the last day on which the board may take a decided matter up (*otto-oikeus*).

    At the latest within the time in which an oikaisuvaatimus under Kuntalaki 134 § must
    be made.  Which clock that is was disputed (KHO:2017:58, three votes to two): the
    earliest is the safe one, and every other stands in the doubt.

    Args:
        tracks: One or several answers of `appeal_deadlines`.
        excluded_matter: Whether the matter cannot be taken up at all: one of an
            individual's education, health care or social welfare, or one of a permit,
            notification, supervision or proceedings under an act (92 § 5); `None` when
            not known, which leaves a doubt.

    Raises:
        InvalidValue: None of the tracks has started, the remedy is no oikaisuvaatimus
            under Kuntalaki, or the matter is excluded.

    Source: Kuntalaki 92 §, for decisions before 1.6.2017 365/1995; KHO:2017:58.

    >>> from datetime import date
    >>> from kuntapaatos.deadline import count_deadline
    >>> letter = Notice.letter(date(2014, 7, 2))
    >>> print(last_day_to_take_up(count_deadline(letter, Period.days(14)), excluded_matter=False))
    23.7.2014 (365/1995, KHO:2017:58)
    """
    if excluded_matter is not None:
        check_flag("excluded_matter", excluded_matter)
    found = sorted(_deadlines(tracks))
    for item in found:
        if item.terms is not None and not may_be_taken_up(item):
            expected = "an oikaisuvaatimus under Kuntalaki 134 § (92 §)"
            raise InvalidValue("tracks", item.terms.remedy.value, expected)
    if excluded_matter:
        expected = "False: such a matter cannot be taken up (Kuntalaki 92 § 5)"
        raise InvalidValue("excluded_matter", excluded_matter, expected)
    act = KUNTALAKI_1995() if _by_older_act(found) else KUNTALAKI("92 §")
    provisions = (act, court("KHO:2017:58"))
    days = sorted({day for item in found for day in (item.last_day, item.latest_last_day)})
    earliest, *later = days
    doubts = []
    if later:
        candidates = tuple(Candidate(day, Basis.LAW, provisions) for day in days)
        doubts.append(Doubt(DoubtCode.GOVERNING_PERIOD, about="day", candidates=candidates))
    if excluded_matter is None:
        either = (Candidate(earliest, Basis.LAW, provisions), Candidate(None, Basis.LAW, (act,)))
        doubts.append(Doubt(DoubtCode.EXCLUDED_MATTER, about="day", candidates=either))
    return ProcedureDay(earliest, provisions, tuple(doubts))


def personal_data_removal(
    tracks: Iterable[Deadline | NotStarted] | Deadline | NotStarted,
) -> ProcedureDay:
    """
    Return the day by which personal data leave the minutes that were published online.

    They may stay through the last day and must be gone on the day after.  The
    period of those for whom the minutes are published, the members, governs;
    where a party's runs longer, both stand in the doubt.

    Args:
        tracks: One or several answers of `appeal_deadlines`, the members' among them.

    Raises:
        InvalidValue: The members' clock has not started.
        NoRuleInForce: The decision is from before 1 June 2017.

    Source: Kuntalaki 140 §.

    >>> from datetime import date
    >>> from kuntapaatos.deadline import count_deadline
    >>> minutes = Notice.online_minutes(date(2024, 12, 13))
    >>> print(personal_data_removal(count_deadline(minutes, Period.days(14))))
    4.1.2025 (Kuntalaki 140 §)
    """
    found = _deadlines(tracks)
    members = [item for item in found if item.track is not Track.PARTY]
    if not members:
        raise InvalidValue("tracks", Track.PARTY.value, "with the members' Deadline")
    older = _by_older_act(members)
    if older:
        told = min(item.notice.day for item in members)
        raise NoRuleInForce("personal data in minutes", told, _SINCE_2017)
    provision = KUNTALAKI("140 §")
    days = sorted({item.latest_last_day + _ONE_DAY for item in found})
    removal = max(item.last_day for item in members) + _ONE_DAY
    own = Candidate(removal, Basis.LAW, (provision,))
    doubts = [
        Doubt(
            DoubtCode.OFFICIALS_NAMES,
            about="day",
            candidates=(own, Candidate(None, Basis.PROOF, (provision,))),
        )
    ]
    if days != [removal]:
        candidates = tuple(
            Candidate(day, Basis.LAW, (provision,)) for day in sorted({removal, *days})
        )
        doubts.append(Doubt(DoubtCode.GOVERNING_PERIOD, about="day", candidates=candidates))
    if older is None:
        # The older act had no such duty.
        either = (own, Candidate(None, Basis.OLDER_RULE, (KUNTALAKI_1995(),)))
        doubts.append(Doubt(DoubtCode.DECISION_DAY, about="day", candidates=either))
    return ProcedureDay(removal, (provision,), tuple(doubts))


def notice_removal(published: date) -> ProcedureDay:
    """
    Return the day by which personal data leave a municipal notice (*kunnan ilmoitus*).

    Notices are online for 14 days unless the matter requires otherwise, and the
    personal data are removed after that time.

    Args:
        published: The day of publication, not counted.

    Raises:
        NotADay: *published* is no `date`, or is a `datetime`.
        DayOutOfRange: Outside 1992-2100.
        NoRuleInForce: Before 1 June 2017.

    Source: Kuntalaki 108 §.

    >>> from datetime import date
    >>> print(notice_removal(date(2024, 12, 13)))
    28.12.2024 (Kuntalaki 108 §)
    """
    if check_day(published) < KUNTALAKI_FROM:
        raise NoRuleInForce("personal data in notices", published, _SINCE_2017)
    end = Period.days(14).after(published)
    return ProcedureDay(check_day(end + _ONE_DAY), (KUNTALAKI("108 §"),))


class Enforceability(Enum):
    """Whether a decision may be enforced before it is final (*täytäntöönpanokelpoisuus*)."""

    BEFORE_FINAL = "ennen lainvoimaa"
    WHEN_FINAL = "vasta lainvoimaisena"


@frozen(repr=False)
class Enforcement(Value):
    """
    Whether a decision may be enforced before it is final.

    Attributes:
        rule: The default of the act.
        provisions: The sections behind it.
        doubts: The exception that the act itself makes.
    """

    rule: Enforceability = field(validator=is_a(Enforceability))
    provisions: tuple[Provision, ...] = field(validator=is_tuple_of(Provision))
    doubts: tuple[Doubt, ...] = field(validator=is_tuple_of(Doubt))

    def __str__(self) -> str:
        return f"{self.rule.value} ({', '.join(map(str, self.provisions))})"


def enforcement(remedy: Remedy, *, on: date) -> Enforcement:
    """
    Return whether a decision may be enforced while a remedy is still open.

    The acts have opposite defaults, and each its exception: under Kuntalaki enforcement
    may not make the remedy useless; under Hallintolaki and the acts on administrative
    courts an act, the nature of the matter or the public interest may require it.

    Args:
        remedy: The row of the remedy that is open, which knows its act.
        on: The day of the decision, whose rules apply.

    Raises:
        InvalidValue: *remedy* is no `Remedy`, or one of procurement, whose contract
            waits for the standstill.
        NoRuleInForce: The row does not cover the day, or no act said it yet:
            Hallintolaki does from 1 January 2016.

    Source: Kuntalaki 143 §, 365/1995 98 §; Hallintolaki 49 f § (893/2015); 808/2019
    122 §, 586/1996 31 §.

    >>> from datetime import date
    >>> from kuntapaatos.remedy import Subject, remedies
    >>> rows = remedies(date(2025, 3, 3))
    >>> reviews = [row for row in rows if row.kind is RemedyKind.ADMINISTRATIVE_REVIEW]
    >>> for subject in (Subject.GENERAL, Subject.ADMINISTRATIVE):
    ...     (row,) = [row for row in reviews if row.subject is subject]
    ...     print(enforcement(row, on=date(2025, 3, 3)))
    ennen lainvoimaa (Kuntalaki 143 §)
    vasta lainvoimaisena (Hallintolaki 49 f §)
    """
    check_type("remedy", remedy, Remedy, "of type Remedy, such as a row of available_remedies()")
    if not remedy.in_force(check_day(on)):
        raise NoRuleInForce(str(remedy), on, f"the row is in force from {remedy.valid_from}")
    if remedy.regime is Regime.PROCUREMENT:
        expected = "no remedy of procurement: standstill() says when the contract may be made"
        raise InvalidValue("remedy", remedy.kind.value, expected)
    rule, provision = Enforceability.WHEN_FINAL, _enforced_by(remedy, on)
    if remedy.subject in KUNTALAKI_SUBJECTS:
        rule = Enforceability.BEFORE_FINAL
    other = next(one for one in Enforceability if one is not rule)
    doubt = Doubt(
        DoubtCode.ENFORCEMENT,
        about="rule",
        candidates=(
            Candidate(rule, Basis.LAW, (provision,)),
            Candidate(other, Basis.PROOF, (provision,)),
        ),
    )
    return Enforcement(rule, (provision,), (doubt,))


def _enforced_by(remedy: Remedy, on: date) -> Provision:
    """Return the section that says whether a decision waits for its finality."""
    if remedy.subject in KUNTALAKI_SUBJECTS:
        return KUNTALAKI("143 §") if on >= KUNTALAKI_FROM else KUNTALAKI_1995("98 §")
    if remedy.kind is RemedyKind.ADMINISTRATIVE_REVIEW:
        if on < _REVIEW_WAITS_FROM:
            known = "Hallintolaki 49 f § says it for decisions from 2016-01-01 (893/2015)"
            raise NoRuleInForce("enforcement while an oikaisuvaatimus is open", on, known)
        return HALLINTOLAKI("49 f §")
    if on < _COURTS_ACT_FROM:
        return HALLINTOLAINKAYTTOLAKI("31 §")
    return OIKEUDENKAYNTILAKI("122 §")


def standstill(
    notice: Notice,
    *,
    dynamic: bool = False,
    utilities: bool = False,
    procurement_begun_on: date | None = None,
) -> ProcedureDay:
    """
    Return the first day on which a procurement contract may be made (*odotusaika*).

    Fourteen days after the notice of the decision with its instruction, ten in a
    dynamic purchasing system or a framework; twenty-one where the procurement began
    before 1 January 2017.  When it began is a fact: while it is not known, both stand.
    Whether the last of those days is moved off a holiday, and whether the contract may
    be made on it, is left open by the act: the latest reading is the first moment to
    rely on.

    Args:
        notice: How the decision was told to the last tenderer: a message or a letter.
        dynamic: Whether it is based on a dynamic purchasing system or a framework.
        utilities: Whether it is one of water, energy, transport or post, which follows
            1398/2016; what it followed before 2017 has no row.
        procurement_begun_on: The day the procurement began; `None` when not known.

    Raises:
        InvalidValue: *notice* is no notice of a procurement, or one under an act that
            has no standstill here.

    Source: Hankintalaki 129 §; 1398/2016 120 §; 348/2007 77 § (321/2010), 1397/2016 174 §.

    >>> from datetime import date
    >>> print(standstill(Notice.procurement_message(date(2025, 3, 3)), dynamic=True))
    14.3.2025 (Hankintalaki 129 §)
    >>> answer = standstill(Notice.procurement_message(date(2017, 2, 1)))
    >>> print(answer)
    23.2.2017 (348/2007 77 §)
    """
    check_flag("dynamic", dynamic)
    check_flag("utilities", utilities)
    told = notice_of(notice, None, procurement_begun_on)
    if told.regime is Regime.GENERAL and starts_clock(told.kind, Regime.PROCUREMENT):
        told = told.under(Regime.PROCUREMENT)
    if told.regime is not Regime.PROCUREMENT:
        raise InvalidValue("notice", str(notice), "a notice of a procurement, such as a message")
    known = known_of(told)
    first, last = known.span(DatedBy.PROCUREMENT_BEGUN)
    rows = [row for row in _standstills() if row.utilities is utilities]
    acts = [act for act in rows if (not act.last or first <= act.last) and act.first <= last]
    oldest, *_ = rows
    if not acts or (utilities and first < oldest.first):
        section, *_ = oldest.provisions
        since = f"{oldest.first} ({section.number})"
        expected = f"of a procurement begun on or after {since}; say procurement_begun_on"
        raise InvalidValue("notice", last.isoformat(), expected)
    days: dict[date, Provision] = {}
    for act in acts:
        period = Period.days(act.dynamic if dynamic else act.days)
        moved = last_day(told.notified_on, period)
        source, *_ = act.provisions
        days |= {period.after(told.notified_on): source, moved + _ONE_DAY: source}
    candidates = tuple(Candidate(day, Basis.LAW, (days[day],)) for day in sorted(days))
    relied = max(days)
    code = DoubtCode.GOVERNING_PERIOD if len(acts) == 1 else DoubtCode.PROCUREMENT_BEGUN
    return ProcedureDay(relied, (days[relied],), (Doubt(code, about="day", candidates=candidates),))


def last_day_before(day: date, period: Period) -> ProcedureDay:
    """
    Return the last day to act so long *before* a day (150/1930 4 §).

    Counted in the same way in reverse, and not moved: 5 § does not say which way a
    backward count would go, so the doubt stands beside it.

    Args:
        day: The day before which something must be done; not counted.
        period: How long before.

    Raises:
        InvalidPeriod: *period* is no `Period`, or in months or years, which 4 § leaves open.
        NotADay: *day* is no `date`, or is a `datetime`.
        DayOutOfRange: Outside 1992-2100.

    >>> from datetime import date
    >>> print(last_day_before(date(2025, 3, 17), Period.days(14)))
    3.3.2025 (150/1930 4 §)
    """
    if not isinstance(period, Period):
        raise InvalidPeriod(period, "a Period, such as Period.days(14)")
    if not isinstance(period._step, timedelta):
        raise InvalidPeriod(f"{period} backwards")
    counted = check_day(check_day(day) - period._step)
    provision = MAARAAIKALAKI("4 §")
    return ProcedureDay(
        counted,
        (provision,),
        (
            Doubt(
                DoubtCode.BACKWARD_COUNT,
                about="day",
                candidates=(
                    Candidate(counted, Basis.LAW, (provision,)),
                    Candidate(None, Basis.PROOF, (MAARAAIKALAKI("5 §"),)),
                ),
            ),
        ),
    )
