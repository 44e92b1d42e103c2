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

from collections.abc import Iterable
from contextlib import suppress
from datetime import date, timedelta
from enum import Enum

from attrs import evolve, frozen

from kuntapaatos.appeal import AppealInstruction, appeal_deadline
from kuntapaatos.deadline import Deadline
from kuntapaatos.doubts import Doubt
from kuntapaatos.errors import DayOutOfRange, all_of, check_flag
from kuntapaatos.law import (
    KUNTALAKI,
    KUNTALAKI_1995,
    KUNTALAKI_FROM,
    OIKEUDENKAYNTILAKI,
    Provision,
    court,
)
from kuntapaatos.notice import Notice, Track
from kuntapaatos.remedy import Entitled
from kuntapaatos.shown import Several, Value, shown
from kuntapaatos.workdays import check_day

__all__ = [
    "Assumption",
    "Finality",
    "Missing",
    "NotStarted",
    "appeal_deadlines",
    "finality",
    "latest_publication",
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
    PRESUMPTION = "tiedoksisaantiolettamaa ei kumota"


@frozen(eq=False, repr=False)
class NotStarted(Value):
    """
    A clock that has not started (*määräaika ei ole alkanut*).

    Attributes:
        track: Whose clock.
        missing: What would start it.
        provision: The section that says so.
    """

    track: Track
    missing: Missing
    provision: Provision

    def __str__(self) -> str:
        return f"{self.track.value}: {self.missing.value} ({self.provision})"


def _not_started(track: Track, decided_on: date | None) -> NotStarted:
    missing, section = {
        Track.PARTY: (Missing.NOT_TOLD, "139 §"),
        Track.MEMBER: (Missing.NOT_PUBLISHED, "140 §"),
    }[track]
    older = decided_on is not None and decided_on < KUNTALAKI_FROM
    return NotStarted(track, missing, KUNTALAKI_1995() if older else KUNTALAKI(section))


def _tracks_of(instruction: AppealInstruction, *, no_party: bool) -> set[Track]:
    """Return whose clocks there are: both, unless the instruction names only parties."""
    entitled = instruction.entitled
    tracks = {Track.PARTY, Track.MEMBER}
    if entitled and Entitled.MEMBER not in entitled:
        tracks.discard(Track.MEMBER)
    if no_party:
        tracks.discard(Track.PARTY)
    return tracks


def appeal_deadlines(
    instruction: AppealInstruction,
    notices: Iterable[Notice],
    *,
    decided_on: date | None = None,
    no_party: bool = False,
) -> tuple[Deadline | NotStarted, ...]:
    """
    Return the last moments of every track: party and member side by side.

    Each notice has a clock of its own, so several parties give several
    deadlines.  A track without any notice has not started.

    Args:
        instruction: What the decision says of the remedy; when it names who is
            entitled and a member is not among them, there is no member's track.
        notices: How and when the decision was told, to each.
        decided_on: The day of the decision, whose rules apply.
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
    told_by = all_of("notices", notices, Notice, "several Notice")
    deadlines = [appeal_deadline(instruction, told, decided_on=decided_on) for told in told_by]
    started = {deadline.track for deadline in deadlines}
    answers: list[Deadline | NotStarted] = list(deadlines)
    if Track.EVERYBODY not in started:
        wanted = _tracks_of(instruction, no_party=no_party)
        answers.extend(_not_started(track, decided_on) for track in wanted - started)
    order = list(Track)
    return Several(sorted(answers, key=lambda answer: order.index(answer.track)))


@frozen(kw_only=True, eq=False, repr=False)
class Finality(Value):
    """
    When a decision becomes final, or why that is not known (*lainvoima*).

    Attributes:
        final_on: The first day on which it is final: the day after the latest last
            day, not moved; `None` when it cannot be known.
        decided_by: The deadline that decides it; `None` when it cannot be known.
        rests_on: What has to be true besides.
        missing: The clocks that have not started, because of which it is not known.
        doubts: What is open about the deadlines; the latest candidate was used.
        provisions: The sections behind it.
    """

    final_on: date | None
    decided_by: Deadline | None
    rests_on: tuple[Assumption, ...]
    missing: tuple[NotStarted, ...]
    doubts: tuple[Doubt, ...]
    provisions: tuple[Provision, ...]

    def __str__(self) -> str:
        if self.decided_by is None:
            reasons = "; ".join(map(str, self.missing)) or "ei tietoa tiedoksiannoista"
            return f"lainvoimaisuutta ei voida laskea: {reasons}"
        track = self.decided_by.track.value
        return f"lainvoimainen {shown(self.final_on)}, jos kukaan ei hae muutosta ({track})"


def _finality_source(deadlines: list[Deadline]) -> Provision:
    """808/2019 defines it for decisions from 2020; before, a court had said the same."""
    decided = [item.notice.decided_on or item.notice.day for item in deadlines]
    if decided and max(decided) < date(2020, 1, 1):
        return court("KHO 23.3.1998/501")
    return OIKEUDENKAYNTILAKI("4 §")


def finality(tracks: Iterable[Deadline | NotStarted]) -> Finality:
    """
    Return when a decision is final if nobody appeals.

    Where a last day has several candidates, the latest one counts: nobody should
    rely on a decision before the last reading has run out.

    Args:
        tracks: The answers of `appeal_deadlines`, for everybody who is entitled.

    Raises:
        InvalidValue: *tracks* holds something else.

    Source: 808/2019 4 §; KHO 23.3.1998/501.

    >>> from datetime import date
    >>> from kuntapaatos import Period, RemedyKind
    >>> instruction = AppealInstruction(
    ...     remedy=RemedyKind.ADMINISTRATIVE_REVIEW, period=Period.days(14)
    ... )
    >>> print(finality(appeal_deadlines(instruction, [Notice.letter(date(2024, 12, 10))])))
    lainvoimaisuutta ei voida laskea: kunnan jäsen: pöytäkirjaa ei ole julkaistu yleisessä tietoverkossa (Kuntalaki 140 §)
    """  # noqa: E501
    answers = all_of("tracks", tracks, (Deadline, NotStarted), "the answers of appeal_deadlines")
    deadlines = [answer for answer in answers if isinstance(answer, Deadline)]
    missing = tuple(answer for answer in answers if isinstance(answer, NotStarted))
    doubts = tuple(dict.fromkeys(doubt for deadline in deadlines for doubt in deadline.doubts))
    unknown = Finality(
        final_on=None,
        decided_by=None,
        rests_on=(),
        missing=missing,
        doubts=doubts,
        provisions=(_finality_source(deadlines),),
    )
    if missing or not deadlines:
        return unknown
    latest = max(deadlines, key=lambda deadline: deadline.latest_last_day)
    rests_on = [
        Assumption.NOBODY_APPEALED,
        Assumption.NO_MATTER_TAKEN_UP,
        Assumption.NOTHING_IN_POST,
    ]
    told = {deadline.track for deadline in deadlines}
    if Track.MEMBER in told and Track.PARTY not in told:
        rests_on.append(Assumption.NO_PARTY)
    elif Track.EVERYBODY not in told:
        rests_on.append(Assumption.PARTIES_KNOWN)
    if any(deadline.notice.presumed and deadline.notice.rebuttable for deadline in deadlines):
        rests_on.append(Assumption.PRESUMPTION)
    return evolve(
        unknown,
        final_on=latest.latest_last_day + _ONE_DAY,
        decided_by=latest,
        rests_on=tuple(rests_on),
    )


def latest_publication(final_by: date, instruction: AppealInstruction) -> date:
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
    >>> latest_publication(date(2025, 1, 4), instruction)
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
