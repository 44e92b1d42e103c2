"""
What a decision says of its remedies, held against the law, and the last moments that follow.

Kuntalaki (410/2015) 134-141 §, Hallintolaki (434/2003) 46-49 §.

>>> from datetime import date
>>> instruction = AppealInstruction(
...     remedy=RemedyKind.ADMINISTRATIVE_REVIEW,
...     period=Period.days(30),
...     entitled=[Entitled.PARTY, Entitled.MEMBER],
... )
>>> deadline = appeal_deadline(instruction, Notice.online_minutes(date(2024, 12, 13)))
>>> deadline.last_day  # the law gives 14 days, the text states 30: the earlier is safe
datetime.date(2025, 1, 3)
>>> deadline.latest_last_day
datetime.date(2025, 1, 20)
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from attrs import evolve

from kuntapaatos.closing import Cutoff
from kuntapaatos.deadline import Deadline, Terms, choose
from kuntapaatos.doubts import Basis, Candidate, Doubt, DoubtCode
from kuntapaatos.errors import InvalidValue, NoRuleInForce, PeriodMissing
from kuntapaatos.instruction import (
    AppealInstruction,
    Attachment,
    Authority,
    Content,
    Form,
    Presumption,
)
from kuntapaatos.law import HALLINTOLAKI, court
from kuntapaatos.notice import PENDING_FOLLOWS, Notice, NoticeKind, NoticeRule, Regime, notice_rules
from kuntapaatos.notice.choice import rows_of
from kuntapaatos.office_hours import OfficeHours
from kuntapaatos.remedy import (
    AppealProhibition,
    Entitled,
    Remedy,
    RemedyKind,
    StartingEvent,
    Subject,
    remedies,
)
from kuntapaatos.time_limit import Period
from kuntapaatos.workdays import FIRST_DAY, LAST_DAY

__all__ = [
    "AppealInstruction",
    "AppealProhibition",
    "Attachment",
    "Authority",
    "Content",
    "Cutoff",
    "Form",
    "Presumption",
    "appeal_deadline",
]

# What a text that just says "valitus" may mean.
_APPEALS = {
    RemedyKind.APPEAL,
    RemedyKind.ADMINISTRATIVE_APPEAL,
    RemedyKind.MUNICIPAL_APPEAL,
    RemedyKind.FURTHER_APPEAL,
}
# How long after a change a decision whose day is not known may still follow the older row.
_TRANSITION = timedelta(days=365)


class _LawSide(NamedTuple):
    """
    What the law gives beside one instruction.

    Attributes:
        first: The first day it holds for, included.
        last: The last day it holds for, included.
        terms: What the instruction and the law add to notice and period.
        period: The period that the instruction states.
        hours: The hours of the office the document goes to.
        periods: Every reading of the period; one when the text and the law agree.
        questions: What is open about the row itself.
        starts: What starts the period; `None` when the plain notice does.
        regime: Whose clock the row follows; `None` when the row is not certain.
        plain: Whether the text and the law agree in all, so that one look is enough.
    """

    first: date
    last: date
    terms: Terms
    period: Period
    hours: OfficeHours | None
    periods: tuple[Candidate, ...]
    questions: tuple[Doubt, ...]
    starts: StartingEvent | None
    regime: Regime | None
    plain: bool


def _changes() -> list[date]:
    """Return the days on which the rows for a day may change, with the transitions after."""
    days = {FIRST_DAY, LAST_DAY + timedelta(days=1)}
    rows: tuple[Remedy | NoticeRule, ...] = (*remedies(), *notice_rules())
    for row in rows:
        ends = () if row.valid_until is None else (row.valid_until + timedelta(days=1),)
        for day in (row.valid_from, *ends):
            days |= {day, day + _TRANSITION}
    return sorted(days)


def _law_side(
    instruction: AppealInstruction, period: Period, day: date, *, decided: bool
) -> _LawSide:
    first = day if decided else day - _TRANSITION
    rows = _law_rows(instruction, first, day)
    if instruction.subject is not None and not rows:
        raise _no_row(instruction, day)
    periods = _law_periods(instruction, rows, first, day)
    matched = [row for row in rows if row.period == instruction.period]
    best = min(matched, key=_preference, default=None)
    terms = Terms(
        remedy=instruction.remedy,
        provisions=() if best is None or len(periods) > 1 else best.provisions[:1],
        paper=instruction.paper_cutoff,
        electronic=instruction.electronic_cutoff,
        closing_mentioned=(
            instruction.paper_cutoff is not None or instruction.electronic_cutoff is not None
        ),
    )
    questions = () if best is None else best.doubts
    # Only a known subject tells the row for certain; else the text's own event.
    current = [row for row in matched if row.in_force(day)] or [
        row for row in rows if row.in_force(day)
    ]
    clocks = {(row.starts, row.regime) for row in current}
    starts, regime = instruction.starts_from, None
    if instruction.subject is not None and len(clocks) == 1:
        ((starts, regime),) = clocks
    if starts is StartingEvent.NOTICE:
        starts = None
    changes = _changes()
    place = sum(change <= day for change in changes)
    held = changes[place - 1], changes[place] - timedelta(days=1)
    agreed = all(_agrees(presumption, *held) for presumption in instruction.presumptions)
    return _LawSide(
        *held,
        terms,
        period,
        instruction.hours,
        periods,
        questions,
        starts,
        regime,
        len(periods) == 1
        and not questions
        and agreed
        and starts is None
        and regime in {None, Regime.GENERAL},
    )


def _no_row(instruction: AppealInstruction, day: date) -> NoRuleInForce:
    subject = instruction.subject
    known = [
        f"{row.provisions[0]} from {row.valid_from.isoformat()}"
        + ("" if row.valid_until is None else f" to {row.valid_until.isoformat()}")
        for row in remedies()
        if row.kind is instruction.remedy and row.subject is subject
    ]
    what = f"{instruction.remedy.value} ({'' if subject is None else subject.value})"
    return NoRuleInForce(what, day, "; ".join(known) or "no row with a source is known for it")


def _agrees(presumption: Presumption, first: date, last: date) -> bool:
    """Return whether the text presumes what every rule of those days does."""
    return all(
        presumption.days == rule.days
        for rule in notice_rules()
        if rule.kind is presumption.kind
        and rule.regime is Regime.GENERAL
        and not rule.to_authority
        and rule.valid_from <= last
        and (rule.valid_until is None or rule.valid_until >= first)
    )


def _preference(row: Remedy) -> tuple[bool, bool, date]:
    """Kuntalaki first, then Hallintolaki, then the newest row."""
    return (
        row.subject is not Subject.GENERAL,
        row.subject is not Subject.ADMINISTRATIVE,
        date.max - (row.valid_from - date.min),
    )


def _law_rows(instruction: AppealInstruction, first: date, last: date) -> list[Remedy]:
    """Return the rows that the instruction may rest on, for decisions of those days."""
    kinds = _APPEALS if instruction.remedy is RemedyKind.APPEAL else {instruction.remedy}
    rows = [
        row
        for row in remedies()
        if row.kind in kinds
        and row.valid_from <= last
        and (row.valid_until is None or row.valid_until >= first)
    ]
    if instruction.subject is not None:
        return [row for row in rows if row.subject is instruction.subject]
    if Entitled.MEMBER in instruction.entitled:
        # Only Kuntalaki, and what follows its clock, gives a member a remedy.
        return [row for row in rows if Entitled.MEMBER in row.who]
    return rows


def _law_periods(
    instruction: AppealInstruction, rows: list[Remedy], first: date, last: date
) -> tuple[Candidate, ...]:
    """
    Return every reading of the period: the stated one, and the law's where it differs.

    For a decision of any of those days; the law's where it differs on one of them.
    """
    stated = Candidate(instruction.period, Basis.STATED, ())
    given = [row for row in rows if row.period is not None]
    usual = [row for row in given if row.subject is Subject.GENERAL]
    if instruction.subject is None and not instruction.entitled and usual:
        # Nothing tells which act applies: Kuntalaki unless a special one does.
        given = usual
    lawful: dict[Period | None, Candidate] = {}
    for day in (first, *(row.valid_from for row in given if first < row.valid_from <= last)):
        of_day = [row for row in given if row.in_force(day)]
        if all(row.period != instruction.period for row in of_day):
            lawful |= {
                row.period: Candidate(row.period, Basis.LAW, row.provisions[:1]) for row in of_day
            }
    if not lawful:
        return (stated,)
    fresh = Candidate(None, Basis.FRESH_INSTRUCTION, (HALLINTOLAKI("49 §"), court("KHO:2024:22")))
    return (stated, *lawful.values(), fresh)


def periods_by_law(instruction: AppealInstruction, on: date) -> tuple[Candidate, ...]:
    """
    Return every reading of an instruction's period on one day.

    The stated period alone where the law agrees, or where no row is known or no
    period stated; else the law's beside it.

    Args:
        instruction: What the decision says of the remedy.
        on: The day of the decision.
    """
    if instruction.period is None:
        return ()
    return _law_periods(instruction, _law_rows(instruction, on, on), on, on)


def _period_missing(instruction: AppealInstruction, on: date) -> PeriodMissing:
    rows = _law_rows(instruction, on - _TRANSITION, on)
    lawful = {f"{row.period} ({row.provisions[0]})" for row in rows if row.period is not None}
    known = f"the law knows {', '.join(sorted(lawful))}" if lawful else "no row of law is known"
    return PeriodMissing(instruction.remedy.value, f"{known}; give the instruction a period")


def _presumed(instruction: AppealInstruction, notice: Notice) -> tuple[Presumption, ...]:
    """Return what the text presumes of this way of notice otherwise than the law."""
    if notice.proven_day is not None or notice.to_authority:
        return ()
    return tuple(
        presumption
        for presumption in instruction.presumptions
        if presumption.kind is notice.kind and presumption.days != notice.rule.days
    )


def appeal_deadline(
    instruction: AppealInstruction, notice: Notice, *, decided_on: date | None = None
) -> Deadline:
    """
    Return the last moment to use the remedy that an instruction gives.

    Counted by what the text states and the rules of the decision's day.  Where
    the two differ, or the day of the decision matters and is not given, every
    candidate stands in `doubts` and the answer is the earliest: the last moment
    that is safe.  A document must have arrived by then, not been posted.

    Args:
        instruction: What the decision says of the remedy.
        notice: How and when the decision was told.
        decided_on: The day of the decision, whose rules apply.

    Raises:
        PeriodMissing: The instruction states no period.
        InvalidValue: An argument is something else, the decision is later than its
            notice, or such a notice does not start the period.
        NoRuleInForce: No rule of notice, or no row for the instruction's subject, covers
            the decision's day.
        DayOutOfRange: The last day is after 2100.

    Source: Kuntalaki 138-140 §, Hallintolaki 46-49 §, 150/1930.

    >>> from datetime import date
    >>> instruction = AppealInstruction(
    ...     remedy=RemedyKind.ADMINISTRATIVE_REVIEW,
    ...     period=Period.days(14),
    ...     entitled=[Entitled.PARTY, Entitled.MEMBER],
    ...     deliver_to=Authority(
    ...         name="Kirjaamo", hours=OfficeHours.parse("8-16; pe, aatto 8-15")
    ...     ),
    ...     paper_cutoff=Cutoff.OFFICE_CLOSE,
    ... )
    >>> print(appeal_deadline(instruction, Notice.letter(date(2024, 12, 10))))
    ti 31.12.2024 klo 15.00 (oikaisuvaatimus, kirje 10.12.2024, tiedoksi 17.12.2024, 14 päivää)
    """
    try:
        if decided_on is not None:
            notice = notice.ruled_on(decided_on)
        decided = notice.decided_on
        day = notice.day if decided is None else decided
        side = instruction._known[decided is not None]
        if side is None or not side.first <= day <= side.last:
            side = _side_of(instruction, day, decided=decided is not None)
        if side.plain and notice._clear:
            return Deadline(notice, side.period, side.hours, side.terms)
    except AttributeError:
        for name, given, family in (
            ("instruction", instruction, AppealInstruction),
            ("notice", notice, Notice),
        ):
            if not isinstance(given, family):
                raise InvalidValue(name, given, f"of type {family.__name__}") from None
        raise
    return _with_doubts(instruction, notice, side)


def _side_of(instruction: AppealInstruction, day: date, *, decided: bool) -> _LawSide:
    if instruction.period is None:
        raise _period_missing(instruction, day)
    side = _law_side(instruction, instruction.period, day, decided=decided)
    instruction._known[decided] = side
    return side


# What may start a period that the plain notice of a decision does not start.
_STARTED_BY = {
    StartingEvent.INVOICE: {NoticeKind.INVOICE, NoticeKind.PROVEN},
    StartingEvent.GIVEN: {NoticeKind.POSTING, NoticeKind.PROVEN},
}


def _check_clock(notice: Notice, side: _LawSide) -> None:
    """Refuse a notice that does not start this period."""
    if side.starts is not None and notice.kind not in _STARTED_BY.get(
        side.starts, {NoticeKind.PROVEN}
    ):
        expected = f"Notice.proven of the day of {side.starts.value}, which starts the period"
        raise InvalidValue("notice", notice.kind.value, expected)
    if (
        side.regime not in {None, Regime.GENERAL, notice.regime}
        and notice.kind is not NoticeKind.PROVEN
    ):
        raise InvalidValue("notice", str(notice), f"a notice under regime {side.regime}")


def _earliest_decision(notice: Notice) -> date:
    """Return the first day of a decision that may be told so: no earlier than the way itself."""
    came = notice.rule.valid_from
    before = came - timedelta(days=1)
    return FIRST_DAY if any(row.valid_until == before for row in rows_of(notice)) else came


def _with_doubts(instruction: AppealInstruction, notice: Notice, side: _LawSide) -> Deadline:
    periods = side.periods
    if notice.pending and notice.regime is Regime.BUILDING:
        side = _side_of(instruction, min(notice.day, PENDING_FOLLOWS), decided=True)
        periods = side.periods
    elif len(periods) > 1 and notice.decided_on is None:
        first = max(notice.day - _TRANSITION, _earliest_decision(notice))
        rows = _law_rows(instruction, first, notice.day)
        periods = _law_periods(instruction, rows, first, notice.day)
        if len(periods) == 1:
            side = _side_of(instruction, notice.day, decided=True)
    _check_clock(notice, side)
    others = []
    older = notice.under_older_rule()
    if older is not None:
        others.append(
            (DoubtCode.DECISION_DAY, Candidate(older, Basis.OLDER_RULE, older.provisions))
        )
    for presumption in _presumed(instruction, notice):
        stated = evolve(notice, stated_days=presumption.days)
        others.append((DoubtCode.STATED_PRESUMPTION, Candidate(stated, Basis.STATED)))
    law = Candidate(notice, Basis.LAW, notice.provisions)
    return choose(law, others, periods, side.hours, side.terms, side.questions)
