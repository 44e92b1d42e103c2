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

from collections.abc import Iterable
from datetime import date, timedelta
from enum import Enum

from attrs import frozen

from kuntapaatos.deadline import Deadline
from kuntapaatos.doubts import Basis, Candidate, Doubt, DoubtCode
from kuntapaatos.errors import (
    InvalidPeriod,
    InvalidValue,
    NoRuleInForce,
    all_of,
    check_flag,
    check_type,
)
from kuntapaatos.finality import NotStarted
from kuntapaatos.law import (
    HALLINTOLAKI,
    HANKINTALAKI,
    KUNTALAKI,
    KUNTALAKI_1995,
    KUNTALAKI_FROM,
    MAARAAIKALAKI,
    OIKEUDENKAYNTILAKI,
    Provision,
    court,
)
from kuntapaatos.notice import Notice, Regime, Track
from kuntapaatos.remedy import RemedyKind
from kuntapaatos.shown import Value, shown
from kuntapaatos.time_limit import Period, last_day
from kuntapaatos.workdays import check_day

__all__ = [
    "Answer",
    "Enforceability",
    "Enforcement",
    "enforcement",
    "last_day_to_take_up",
    "latest_day_before",
    "notice_removal",
    "personal_data_removal",
    "standstill",
]

_ONE_DAY = timedelta(days=1)
_PROCUREMENT_FROM = date(2017, 1, 1)
_SINCE_2017 = "Kuntalaki 410/2015 is applied from 2017-06-01 (147 §)"


@frozen(eq=False, repr=False)
class Answer(Value):
    """
    A day, with what it rests on.

    Attributes:
        day: The day.
        provisions: The sections behind it.
        doubts: What is open, with every candidate.
    """

    day: date
    provisions: tuple[Provision, ...]
    doubts: tuple[Doubt, ...] = ()

    def __str__(self) -> str:
        return f"{shown(self.day)} ({', '.join(map(str, self.provisions))})"


def _decided_by_then(deadlines: Iterable[Deadline]) -> bool:
    """Return whether every decision is known, or told, before Kuntalaki 410/2015 was applied."""
    return all((item.notice.decided_on or item.notice.day) < KUNTALAKI_FROM for item in deadlines)


def _deadlines(tracks: Iterable[Deadline | NotStarted] | Deadline) -> list[Deadline]:
    given = (tracks,) if isinstance(tracks, Deadline) else tracks
    answers = all_of("tracks", given, (Deadline, NotStarted), "the answers of appeal_deadlines")
    found = [answer for answer in answers if isinstance(answer, Deadline)]
    if not found:
        raise InvalidValue("tracks", answers, "at least one Deadline that has started")
    return found


def last_day_to_take_up(tracks: Iterable[Deadline | NotStarted] | Deadline) -> Answer:
    """
    Return the last day on which the board may take a decided matter up (*otto-oikeus*).

    At the latest within the time in which an oikaisuvaatimus must be made.  Which
    clock that is was disputed (KHO:2017:58, three votes to two): the earliest is
    the safe one, and every other stands in the doubt.

    Args:
        tracks: The answers of `appeal_deadlines`.

    Raises:
        InvalidValue: None of the tracks has started.

    Source: Kuntalaki 92 §, for decisions before 1.6.2017 365/1995; KHO:2017:58.

    >>> from datetime import date
    >>> from kuntapaatos.deadline import count_deadline
    >>> print(last_day_to_take_up(count_deadline(Notice.letter(date(2014, 7, 2)), Period.days(14))))
    23.7.2014 (365/1995, KHO:2017:58)
    """
    found = sorted(_deadlines(tracks))
    act = KUNTALAKI_1995() if _decided_by_then(found) else KUNTALAKI("92 §")
    provisions = (act, court("KHO:2017:58"))
    days = sorted({day for item in found for day in (item.last_day, item.latest_last_day)})
    doubts: tuple[Doubt, ...] = ()
    if len(days) > 1:
        candidates = tuple(Candidate(day, Basis.LAW, provisions) for day in days)
        doubts = (Doubt(DoubtCode.GOVERNING_PERIOD, about="day", candidates=candidates),)
    return Answer(days[0], provisions, doubts)


def personal_data_removal(tracks: Iterable[Deadline | NotStarted] | Deadline) -> Answer:
    """
    Return the day by which personal data leave the minutes that were published online.

    They may stay through the last day and must be gone on the day after.  The
    period of those for whom the minutes are published, the members, governs;
    where a party's runs longer, both stand in the doubt.

    Args:
        tracks: The answers of `appeal_deadlines`, the members' among them.

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
        raise InvalidValue("tracks", found[0].track.value, "with the members' Deadline")
    if _decided_by_then(members):
        raise NoRuleInForce("personal data in minutes", members[0].notice.day, _SINCE_2017)
    provision = KUNTALAKI("140 §")
    days = sorted({item.latest_last_day + _ONE_DAY for item in found})
    removal = max(item.last_day for item in members) + _ONE_DAY
    doubts = [
        Doubt(
            DoubtCode.OFFICIALS_NAMES,
            about="day",
            candidates=(
                Candidate(removal, Basis.LAW, (provision,)),
                Candidate(None, Basis.PROOF, (provision,)),
            ),
        )
    ]
    if days != [removal]:
        candidates = tuple(
            Candidate(day, Basis.LAW, (provision,)) for day in sorted({removal, *days})
        )
        doubts.append(Doubt(DoubtCode.GOVERNING_PERIOD, about="day", candidates=candidates))
    return Answer(removal, (provision,), tuple(doubts))


def notice_removal(published: date) -> Answer:
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
    return Answer(check_day(end + _ONE_DAY), (KUNTALAKI("108 §"),))


class Enforceability(Enum):
    """Whether a decision may be enforced before it is final (*täytäntöönpanokelpoisuus*)."""

    BEFORE_FINAL = "ennen lainvoimaa"
    WHEN_FINAL = "vasta lainvoimaisena"


@frozen(eq=False, repr=False)
class Enforcement(Value):
    """
    Whether a decision may be enforced before it is final.

    Attributes:
        rule: The default of the act.
        provisions: The sections behind it.
        doubts: The exception that the act itself makes.
    """

    rule: Enforceability
    provisions: tuple[Provision, ...]
    doubts: tuple[Doubt, ...]

    def __str__(self) -> str:
        return f"{self.rule.value} ({', '.join(map(str, self.provisions))})"


def enforcement(remedy: RemedyKind, *, kuntalaki: bool) -> Enforcement:
    """
    Return whether a decision may be enforced while a remedy is still open.

    The two acts have opposite defaults, and each its exception: under Kuntalaki
    enforcement may not make the remedy useless; under Hallintolaki and 808/2019
    an act, the nature of the matter or the public interest may require it.

    Args:
        remedy: The remedy that is open.
        kuntalaki: Whether the remedy is under Kuntalaki, rather than under
            Hallintolaki or 808/2019.

    Raises:
        InvalidValue: *remedy* is no `RemedyKind`, or does not fit the act.

    Source: Kuntalaki 143 §; Hallintolaki 49 f §; 808/2019 122 §.

    >>> print(enforcement(RemedyKind.ADMINISTRATIVE_REVIEW, kuntalaki=True))
    ennen lainvoimaa (Kuntalaki 143 §)
    >>> print(enforcement(RemedyKind.ADMINISTRATIVE_REVIEW, kuntalaki=False))
    vasta lainvoimaisena (Hallintolaki 49 f §)
    """
    check_type("remedy", remedy, RemedyKind, "of type RemedyKind")
    check_flag("kuntalaki", kuntalaki)
    if remedy is RemedyKind.MUNICIPAL_APPEAL and not kuntalaki:
        raise InvalidValue("kuntalaki", kuntalaki, "True for a kunnallisvalitus")
    if kuntalaki:
        rule, provision = Enforceability.BEFORE_FINAL, KUNTALAKI("143 §")
    elif remedy is RemedyKind.ADMINISTRATIVE_REVIEW:
        rule, provision = Enforceability.WHEN_FINAL, HALLINTOLAKI("49 f §")
    else:
        rule, provision = Enforceability.WHEN_FINAL, OIKEUDENKAYNTILAKI("122 §")
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


def standstill(notice: Notice, *, dynamic: bool = False) -> Answer:
    """
    Return the first day on which a procurement contract may be made (*odotusaika*).

    Fourteen days after the notice of the decision with its instruction; ten in a
    dynamic purchasing system or a framework.  Whether the last of those days is
    moved off a holiday, and whether the contract may be made on it, is left open
    by the act: the latest reading is the first moment to rely on.

    Args:
        notice: How the decision was told to the last tenderer, under Hankintalaki.
        dynamic: Whether it is based on a dynamic purchasing system or a framework.

    Raises:
        InvalidValue: *notice* is not under Hankintalaki (1397/2016).

    Source: Hankintalaki 129 §.

    >>> from datetime import date
    >>> print(standstill(Notice.procurement_message(date(2025, 3, 3)), dynamic=True))
    14.3.2025 (Hankintalaki 129 §)
    """
    check_flag("dynamic", dynamic)
    if not isinstance(notice, Notice) or notice.regime is not Regime.PROCUREMENT:
        raise InvalidValue("notice", notice, "a Notice under Regime.PROCUREMENT")
    decided = notice.day if notice.decided_on is None else notice.decided_on
    if decided < _PROCUREMENT_FROM:
        raise InvalidValue(
            "notice", decided.isoformat(), "of a decision on or after 2017-01-01 (1397/2016)"
        )
    period = Period.days(10 if dynamic else 14)
    provision = HANKINTALAKI("129 §")
    end = period.after(notice.notified_on)
    moved = last_day(notice.notified_on, period)
    candidates = tuple(
        Candidate(day, Basis.LAW, (provision,)) for day in sorted({end, moved + _ONE_DAY})
    )
    doubt = Doubt(DoubtCode.GOVERNING_PERIOD, about="day", candidates=candidates)
    return Answer(moved + _ONE_DAY, (provision,), (doubt,))


def latest_day_before(day: date, period: Period) -> Answer:
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
    >>> print(latest_day_before(date(2025, 3, 17), Period.days(14)))
    3.3.2025 (150/1930 4 §)
    """
    if not isinstance(period, Period):
        raise InvalidPeriod(period)
    if not isinstance(period._step, timedelta):
        raise InvalidPeriod(f"{period} backwards")
    counted = check_day(check_day(day) - period._step)
    provision = MAARAAIKALAKI("4 §")
    return Answer(
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
