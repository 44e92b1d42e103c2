"""
Both clocks of a decision side by side, and when it becomes final.

Every party has a clock of its own, the members of the municipality have one
together.  A decision is final (*lainvoimainen*) on the day after the last of
them has run out, if nobody acted: 808/2019 4 §, Kuntalaki (410/2015) 137-140 §.

>>> from datetime import date
>>> from kuntapaatos import Entitled, Period, RemedyKind
>>> instruction = AppealInstruction(
...     remedy=RemedyKind.ADMINISTRATIVE_REVIEW,
...     period=Period.days(14),
...     entitled=[Entitled.PARTY, Entitled.MEMBER],
... )
>>> tracks = appeal_deadlines(
...     instruction, [Notice.letter(date(2024, 12, 10)), Notice.online_minutes(date(2024, 12, 13))]
... )
>>> [(track.track.value, track.last_day.isoformat()) for track in tracks]
[('asianosainen', '2024-12-31'), ('kunnan jäsen', '2025-01-03')]
>>> print(finality(tracks))
lainvoimainen 4.1.2025, jos kukaan ei hae muutosta (kunnan jäsen)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date, timedelta
from enum import Enum

from attrs import evolve, field, frozen

from kuntapaatos.appeal import AppealInstruction, appeal_deadline
from kuntapaatos.checks import check_flag, is_a, is_day_or_none, is_tuple_of, one_or_all
from kuntapaatos.clock.side import tracks_of
from kuntapaatos.deadline import Deadline
from kuntapaatos.doubts import Basis, Candidate, Doubt, DoubtCode
from kuntapaatos.errors import DayOutOfRange, InvalidValue
from kuntapaatos.law import (
    KUNTALAKI,
    KUNTALAKI_1995,
    KUNTALAKI_FROM,
    LAW_AS_OF,
    OIKEUDENKAYNTILAKI,
    Provision,
    court,
)
from kuntapaatos.notice import Notice, Track
from kuntapaatos.remedy import Remedy, RemedyKind
from kuntapaatos.shown import Several, Value, shown
from kuntapaatos.workdays import check_day

__all__ = [
    "Assumption",
    "Finality",
    "Missing",
    "NotStarted",
    "appeal_deadlines",
    "finality",
    "last_day_to_publish",
]

_ONE_DAY = timedelta(days=1)


class Missing(Enum):
    """Why a clock has not started."""

    NOT_TOLD = "asianosainen ei ole saanut tiedoksiantoa"
    NOT_PUBLISHED = "pöytäkirjaa ei ole julkaistu yleisessä tietoverkossa"


class Assumption(Enum):
    """What an answer about finality rests on."""

    NOBODY_APPEALED = "kukaan ei hae muutosta"
    NO_MATTER_TAKEN_UP = "asiaa ei oteta ylemmän toimielimen käsiteltäväksi"
    NOTHING_IN_POST = "mitään ei ole vielä matkalla"
    PARTIES_KNOWN = "kaikki asianosaiset tunnetaan"
    NO_PARTY = "asianosaisia ei ole"
    NO_MEMBERS = "kunnan jäsenillä ei ole muutoksenhakuoikeutta"
    PRESUMPTION = "tiedoksisaantiolettamaa ei kumota"


@frozen(repr=False)
class NotStarted(Value):
    """
    A clock that has not started (*määräaika ei ole alkanut*).

    Attributes:
        track: Whose clock.
        missing: What would start it.
        provision: The section that says so.
    """

    track: Track = field(validator=is_a(Track))
    missing: Missing = field(validator=is_a(Missing))
    provision: Provision = field(validator=is_a(Provision))

    def __str__(self) -> str:
        return f"{self.track.value}: {self.missing.value} ({self.provision})"


def _not_started(track: Track, decided_on: date | None) -> NotStarted:
    missing, section = {
        Track.PARTY: (Missing.NOT_TOLD, "139 §"),
        Track.MEMBER: (Missing.NOT_PUBLISHED, "140 §"),
    }[track]
    older = decided_on is not None and decided_on < KUNTALAKI_FROM
    return NotStarted(track, missing, KUNTALAKI_1995() if older else KUNTALAKI(section))


def _of_one_recipient(deadlines: list[Deadline]) -> list[Deadline]:
    """
    Return one deadline of each recipient: the first notice starts the clock.

    Where it is open whether the first one started it at all, the next one did at the
    latest: until then the period may run.
    """
    found: list[Deadline] = []
    by_recipient: dict[str, list[Deadline]] = {}
    for deadline in deadlines:
        recipient = deadline.notice.recipient
        if recipient is None:
            found.append(deadline)
        else:
            by_recipient.setdefault(recipient, []).append(deadline)
    for several in by_recipient.values():
        first, *later = sorted(several, key=lambda deadline: deadline.notified_on)
        found.append(_first_of(first, later))
    return found


def _first_of(first: Deadline, later: list[Deadline]) -> Deadline:
    sure = next((deadline for deadline in later if not _may_not_run(deadline)), None)
    codes = _may_not_run(first)
    if not codes or sure is None or sure.latest_last_day <= first.latest_last_day:
        return first
    days = (
        Candidate(first.last_day, Basis.PRESUMPTION, first.notice.provisions),
        Candidate(sure.latest_last_day, Basis.PROOF, sure.notice.provisions),
    )
    questions = tuple(Doubt(code, about="last_day", candidates=days) for code in codes)
    return evolve(
        first,
        notice=evolve(first.notice, doubted=None),
        questions=(*first.questions, *questions),
        latest=sure.latest_last_day,
    )


def _may_not_run(deadline: Deadline) -> tuple[DoubtCode, ...]:
    """Return why a clock may not run at all, although a notice is there."""
    return tuple(
        doubt.code
        for doubt in deadline.notice.doubts
        if any(candidate.value is None for candidate in doubt.candidates)
    )


def appeal_deadlines(
    instruction: AppealInstruction | Remedy,
    notices: Iterable[Notice] | Notice,
    *,
    decided_on: date | None = None,
    procurement_begun_on: date | None = None,
    no_party: bool = False,
) -> tuple[Deadline | NotStarted, ...]:
    """
    Return the last moments of every track: party and member side by side.

    Each notice has a clock of its own, so several parties give several deadlines;
    those with one `Notice.recipient` are one party, whose clock the first of them
    started.  A track without any notice has not started.

    Args:
        instruction: What the decision says of the remedy, or a row of law in its place.
            Members have a track when it entitles them, or when the law does and it
            does not say who is entitled.
        notices: How and when the decision was told, to each; one alone needs no list.
        decided_on: The day of the decision, whose rules apply.
        procurement_begun_on: The day the procurement began, whose act applies to it.
        no_party: Whether it is a fact that the decision has no party.

    Returns:
        The parties' answers first, then the members', then those that are the
        same for everybody; a tuple that a notebook draws as one picture.

    Raises:
        PeriodMissing, InvalidValue, NoRuleInForce: As `appeal_deadline`.

    Source: Kuntalaki 137, 139 and 140 §.

    >>> from datetime import date
    >>> from kuntapaatos import Period, RemedyKind
    >>> instruction = AppealInstruction(
    ...     remedy=RemedyKind.ADMINISTRATIVE_REVIEW, period=Period.days(14)
    ... )
    >>> party, member = appeal_deadlines(instruction, [Notice.letter(date(2024, 12, 10))])
    >>> print(member)
    kunnan jäsen: pöytäkirjaa ei ole julkaistu yleisessä tietoverkossa (Kuntalaki 140 §)
    """
    check_flag("no_party", no_party)
    told_by = one_or_all("notices", notices, Notice, "one or several Notice")
    days = {"decided_on": decided_on, "procurement_begun_on": procurement_begun_on}
    each = [appeal_deadline(instruction, told, **days) for told in told_by]
    deadlines = _of_one_recipient(each)
    started = {deadline.track for deadline in deadlines}
    answers: list[Deadline | NotStarted] = list(deadlines)
    if Track.EVERYBODY not in started:
        terms = deadlines[0].terms if deadlines else None
        wanted = set(_tracks(instruction, decided_on) if terms is None else terms.tracks)
        if no_party:
            wanted.discard(Track.PARTY)
        answers.extend(_not_started(track, decided_on) for track in wanted - started)
    order = list(Track)
    return Several(sorted(answers, key=lambda answer: order.index(answer.track)))


def _tracks(instruction: AppealInstruction | Remedy, decided_on: date | None) -> tuple[Track, ...]:
    """Return whose clocks there are before anybody is told; by the law of today, if undated."""
    return tracks_of(instruction, LAW_AS_OF if decided_on is None else decided_on)


@frozen(kw_only=True, repr=False)
class Finality(Value):
    """
    When a decision becomes final, or why that is not known (*lainvoima*).

    Attributes:
        final_on: The first day on which it is final: the day after the latest last
            day, not moved; `None` when it cannot be known.
        decided_by: The deadline that decides it; `None` when it cannot be known.
        rests_on: What has to be true besides.
        missing: The clocks that have not started, because of which it is not known.
        doubts: What is open about the deadlines; the latest candidate was used.  One
            that leaves open whether a clock runs at all leaves no day.
        provisions: The sections behind it.
    """

    final_on: date | None = field(validator=is_day_or_none)
    decided_by: Deadline | None = field(validator=is_a(Deadline, type(None)))
    rests_on: tuple[Assumption, ...] = field(validator=is_tuple_of(Assumption))
    missing: tuple[NotStarted, ...] = field(validator=is_tuple_of(NotStarted))
    doubts: tuple[Doubt, ...] = field(validator=is_tuple_of(Doubt))
    provisions: tuple[Provision, ...] = field(validator=is_tuple_of(Provision))

    def __str__(self) -> str:
        if self.decided_by is None:
            told = [*self.missing, *(code.value for code in self.not_running)]
            reasons = "; ".join(map(str, told)) or "ei tietoa tiedoksiannoista"
            return f"lainvoimaisuutta ei voida laskea: {reasons}"
        track = self.decided_by.track.value
        open_end = ", tulkinnanvarainen" if self.is_doubtful else ""
        return (
            f"lainvoimainen {shown(self.final_on)}, jos kukaan ei hae muutosta ({track}{open_end})"
        )

    @property
    def not_running(self) -> tuple[DoubtCode, ...]:
        """Why a clock may not run at all although a notice is there, so that nothing is final."""
        return tuple(doubt.code for doubt in self.doubts if _is_open_ended(doubt, "notified_on"))

    @property
    def is_doubtful(self) -> bool:
        """Whether a candidate beside the day cannot be counted, such as a fresh instruction."""
        return any(_is_open_ended(doubt, "last_day") for doubt in self.doubts)


def _is_open_ended(doubt: Doubt, about: str) -> bool:
    return doubt.about == about and any(found.value is None for found in doubt.candidates)


def _finality_source(deadlines: list[Deadline]) -> Provision:
    """808/2019 defines it for decisions from 2020; before, a court had said the same."""
    decided = [item.notice.decided_on or item.notice.day for item in deadlines]
    if decided and max(decided) < date(2020, 1, 1):
        return court("KHO 23.3.1998/501")
    return OIKEUDENKAYNTILAKI("4 §")


def finality(
    tracks: Iterable[Deadline | NotStarted] | Deadline | NotStarted, *, no_members: bool = False
) -> Finality:
    """
    Return when a decision is final if nobody appeals.

    Where a last day has several candidates, the latest one counts: nobody should
    rely on a decision before the last reading has run out.  Where a clock may not run
    at all, or that of somebody entitled has not started, no day is known.

    Args:
        tracks: One or several answers of `appeal_deadlines`, for everybody who is entitled.
        no_members: Whether it is a fact that the members of the municipality have no
            remedy; the answer then rests on it.

    Raises:
        InvalidValue: *tracks* holds something else, or a member's clock has started
            although there are said to be none.

    Source: 808/2019 4 §; KHO 23.3.1998/501.

    >>> from datetime import date
    >>> from kuntapaatos import Period, RemedyKind
    >>> instruction = AppealInstruction(
    ...     remedy=RemedyKind.ADMINISTRATIVE_REVIEW, period=Period.days(14)
    ... )
    >>> print(finality(appeal_deadlines(instruction, Notice.letter(date(2024, 12, 10)))))
    lainvoimaisuutta ei voida laskea: kunnan jäsen: pöytäkirjaa ei ole julkaistu yleisessä tietoverkossa (Kuntalaki 140 §)
    """  # noqa: E501
    check_flag("no_members", no_members)
    answers: tuple[Deadline | NotStarted, ...] = one_or_all(
        "tracks", tracks, (Deadline, NotStarted), "one or several answers of appeal_deadlines"
    )
    deadlines = [answer for answer in answers if isinstance(answer, Deadline)]
    told = {deadline.track for deadline in deadlines}
    if no_members and Track.MEMBER in told:
        raise InvalidValue("no_members", no_members, "False where a member's clock has started")
    missing = _missing(answers, deadlines, told, no_members=no_members)
    doubts = tuple(dict.fromkeys(doubt for deadline in deadlines for doubt in deadline.doubts))
    unknown = Finality(
        final_on=None,
        decided_by=None,
        rests_on=(),
        missing=missing,
        doubts=doubts,
        provisions=(_finality_source(deadlines),),
    )
    if missing or not deadlines or unknown.not_running:
        return unknown
    latest = max(deadlines, key=lambda deadline: deadline.latest_last_day)
    return evolve(
        unknown,
        final_on=latest.latest_last_day + _ONE_DAY,
        decided_by=latest,
        rests_on=tuple(_rests_on(deadlines, told, no_members=no_members)),
    )


def _missing(
    answers: Iterable[Deadline | NotStarted],
    deadlines: list[Deadline],
    told: set[Track],
    *,
    no_members: bool,
) -> tuple[NotStarted, ...]:
    """Return the clocks that have not started: as answered, and the members' where it is due."""
    missing = [
        answer
        for answer in answers
        if isinstance(answer, NotStarted) and not (no_members and answer.track is Track.MEMBER)
    ]
    known = told | {answer.track for answer in missing}
    entitled = {track for one in deadlines if one.terms is not None for track in one.terms.tracks}
    if Track.MEMBER in entitled and not known & {Track.MEMBER, Track.EVERYBODY} and not no_members:
        first, *_ = deadlines
        missing.append(_not_started(Track.MEMBER, first.notice.decided_on))
    return tuple(missing)


def _rests_on(
    deadlines: list[Deadline], told: set[Track], *, no_members: bool
) -> Iterator[Assumption]:
    """Give what a day of finality rests on."""
    yield Assumption.NOBODY_APPEALED
    if any(may_be_taken_up(deadline) for deadline in deadlines):
        yield Assumption.NO_MATTER_TAKEN_UP
    yield Assumption.NOTHING_IN_POST
    if Track.MEMBER in told and Track.PARTY not in told:
        yield Assumption.NO_PARTY
    elif Track.EVERYBODY not in told:
        yield Assumption.PARTIES_KNOWN
    if no_members:
        yield Assumption.NO_MEMBERS
    if any(deadline.notice.presumed and deadline.notice.rebuttable for deadline in deadlines):
        yield Assumption.PRESUMPTION


def may_be_taken_up(deadline: Deadline) -> bool:
    """
    Return whether a matter may be taken up while this period runs (Kuntalaki 92 §).

    Only within the time of an oikaisuvaatimus under Kuntalaki 134 §: never a decision of
    the council, which is appealed to a court, and never one under another act.
    """
    terms = deadline.terms
    return terms is None or (
        terms.remedy is RemedyKind.ADMINISTRATIVE_REVIEW and terms.kuntalaki is not False
    )


def last_day_to_publish(final_by: date, instruction: AppealInstruction) -> date:
    """
    Return the last day to publish minutes so that a decision is final by a day.

    The planner's question; for the members' clock alone, as every party has one
    of its own.

    Args:
        final_by: The day on which it must be final, included.
        instruction: What the decision will say of the remedy.

    Raises:
        PeriodMissing: The instruction states no period.
        NoRuleInForce: No day of publication is early enough for the rules of notice.

    Source: Kuntalaki 138 and 140 §, 150/1930 5 §.

    >>> from datetime import date
    >>> from kuntapaatos import Period, RemedyKind
    >>> instruction = AppealInstruction(
    ...     remedy=RemedyKind.ADMINISTRATIVE_REVIEW, period=Period.days(14)
    ... )
    >>> last_day_to_publish(date(2025, 1, 4), instruction)
    datetime.date(2024, 12, 13)
    """
    published = check_day(final_by)
    while True:
        # A day at a time: where a rule changed, a last day falls faster than its start.
        published = check_day(published - _ONE_DAY)
        with suppress(DayOutOfRange):  # published too late for the supported days
            deadline = appeal_deadline(instruction, Notice.online_minutes(published))
            if deadline.latest_last_day < final_by:
                return published
