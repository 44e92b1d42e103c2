"""
The law's side of one instruction, made once for many deadlines.
"""

from __future__ import annotations

from bisect import bisect_right
from datetime import date, timedelta
from functools import cache

from attrs import Factory, field, frozen

from kuntapaatos.clock.counting import counted, notice_of
from kuntapaatos.clock.rows import Asked, asked, of_kind
from kuntapaatos.clock.side import Side, law_side
from kuntapaatos.deadline import Deadline
from kuntapaatos.instruction import AppealInstruction
from kuntapaatos.notice import Notice, NoticeRule, notice_rules
from kuntapaatos.notice.choice import DECISION_BEFORE, PROCUREMENT_BEFORE, Known, known_of
from kuntapaatos.remedy import Remedy, RemedyKind
from kuntapaatos.workdays import FIRST_DAY, check_day

__all__ = ["Clock"]


@cache
def _changes(kind: RemedyKind) -> list[date]:
    """Return the days on which what may hold for a remedy or a notice changes."""
    days = {FIRST_DAY, date.max}
    rows: tuple[Remedy | NoticeRule, ...] = (*of_kind(kind), *notice_rules())
    for row in rows:
        ends = [] if row.valid_until is None else [row.valid_until + timedelta(days=1)]
        for day in (row.valid_from, *ends):
            days |= {day, day + DECISION_BEFORE, day + PROCUREMENT_BEFORE}
    return sorted(days)


def _stretch(clock: Clock) -> tuple[date, date]:
    changes = _changes(clock._asked.instruction.remedy)
    after = bisect_right(changes, check_day(clock.on))
    return changes[after - 1], changes[after] - timedelta(days=1)


def _asked(clock: Clock) -> Asked:
    return asked(clock.instruction)


def _when_decided(clock: Clock) -> Side:
    return law_side(clock._asked, Known(clock.on, decided=clock.on))


def _when_told(clock: Clock) -> Side:
    return law_side(clock._asked, Known(clock.on))


@frozen
class Clock:
    """
    The law's side of one instruction, made once for many deadlines.

    Gives what `appeal_deadline` gives for the same arguments, sooner for decisions of
    days on which the same rows of law held as on *on*.

    Attributes:
        instruction: What the decisions say of the remedy, or a row of law in its place.
        on: A day of the decisions, or of their notices.

    Raises:
        PeriodMissing, NoRuleInForce, InvalidValue: As `appeal_deadline` on that day.

    >>> from datetime import date
    >>> from kuntapaatos import Period
    >>> instruction = AppealInstruction(
    ...     remedy=RemedyKind.ADMINISTRATIVE_REVIEW, period=Period.days(14)
    ... )
    >>> clock = Clock(instruction, date(2024, 12, 10))
    >>> [clock.deadline(Notice.letter(date(2024, 12, day))).last_day.day for day in (10, 11, 12)]
    [31, 2, 2]
    """

    instruction: AppealInstruction | Remedy
    on: date
    _asked: Asked = field(
        init=False, eq=False, repr=False, default=Factory(_asked, takes_self=True)
    )
    _stretch: tuple[date, date] = field(
        init=False, eq=False, repr=False, default=Factory(_stretch, takes_self=True)
    )
    _decided: Side = field(
        init=False, eq=False, repr=False, default=Factory(_when_decided, takes_self=True)
    )
    _told: Side = field(
        init=False, eq=False, repr=False, default=Factory(_when_told, takes_self=True)
    )

    def deadline(
        self,
        notice: Notice,
        *,
        decided_on: date | None = None,
        procurement_begun_on: date | None = None,
    ) -> Deadline:
        """
        Return the last moment to use the remedy, as `appeal_deadline` does.

        Args:
            notice: How and when the decision was told.
            decided_on: The day of the decision, whose rules apply.
            procurement_begun_on: The day the procurement began.

        Raises:
            PeriodMissing, NoRuleInForce, InvalidValue, DayOutOfRange: As `appeal_deadline`.
        """
        if decided_on or procurement_begun_on or type(notice) is not Notice:
            notice = notice_of(notice, decided_on, procurement_begun_on)
        first, last = self._stretch
        decided = notice.decided_on
        if (
            notice.pending is not None
            or notice.procurement_begun_on is not None
            or not first <= notice.day <= last
            or (decided is not None and decided < first)
        ):
            side = law_side(self._asked, known_of(notice), notice.kind)
        else:
            side = self._told if decided is None else self._decided
            # As in `counted`, without one more call: this is what the clock is made for.
            if notice.is_settled and notice.kind in side.direct:
                return Deadline(notice, side.period, side.hours, side.terms)
        return counted(self._asked, side, notice)
