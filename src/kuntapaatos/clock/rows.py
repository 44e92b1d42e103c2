"""
The rows of law that an instruction may rest on, and the periods that they give.

Which they are depends on what is known of the days: of the decision, of its notice, of
the beginning of a procurement.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cache
from itertools import product
from typing import NamedTuple

from kuntapaatos.checks import check_type
from kuntapaatos.doubts import Basis, Candidate
from kuntapaatos.instruction import AppealInstruction
from kuntapaatos.law import HALLINTOLAKI, DatedBy, court
from kuntapaatos.notice.choice import Known
from kuntapaatos.remedy import KUNTALAKI_SUBJECTS, Entitled, Remedy, RemedyKind, Subject, remedies
from kuntapaatos.time_limit import Period

__all__ = [
    "Asked",
    "Rows",
    "asked",
    "law_periods",
    "law_rows",
    "of_kind",
    "of_period",
    "periods_by_law",
]

# What a text that just says "valitus" may mean.
_APPEALS = frozenset(
    {
        RemedyKind.APPEAL,
        RemedyKind.ADMINISTRATIVE_APPEAL,
        RemedyKind.MUNICIPAL_APPEAL,
        RemedyKind.FURTHER_APPEAL,
    }
)


class Asked(NamedTuple):
    """
    An instruction, or a row of law in its place.

    Attributes:
        instruction: What is stated; of a row, what the row says.
        row: The row, when it is known which.
    """

    instruction: AppealInstruction
    row: Remedy | None


def asked(given: AppealInstruction | Remedy) -> Asked:
    """
    Return an instruction, or a row of law as one.

    Raises:
        InvalidValue: *given* is neither.
    """
    if isinstance(given, AppealInstruction):
        return Asked(given, None)
    check_type(
        "instruction",
        given,
        Remedy,
        "of type AppealInstruction or Remedy, such as one of decision.instructions",
    )
    as_stated = AppealInstruction(
        remedy=given.kind, period=given.period, entitled=given.who, subject=given.subject
    )
    return Asked(as_stated, given)


@cache
def of_kind(
    kind: RemedyKind, subject: Subject | None = None, *, members: bool = False
) -> tuple[Remedy, ...]:
    """Return the rows of a kind, of all times: of a subject, or those that members have."""
    kinds = _APPEALS if kind is RemedyKind.APPEAL else frozenset({kind})
    rows = [row for row in remedies() if row.kind in kinds or not kinds.isdisjoint(row.also_called)]
    if subject is not None:
        return tuple(row for row in rows if row.subject is subject)
    if not members:
        return tuple(rows)
    # Only Kuntalaki, and what follows its clock, gives a member a remedy; the few
    # permits that do have a clock of their own, and their subject tells them.
    followed = {*KUNTALAKI_SUBJECTS, Subject.ELECTION}
    theirs = tuple(row for row in rows if Entitled.MEMBER in row.who and row.subject in followed)
    # Where no row ever gives them one, the text names them in vain.
    return theirs or tuple(rows)


class Rows(NamedTuple):
    """
    The rows that an instruction may rest on, for all that is known of the days.

    Attributes:
        every: All of them.
        matched: Those that give the stated period.
        current: Those that held last, with the stated period where there are such.
    """

    every: list[Remedy]
    matched: list[Remedy]
    current: list[Remedy]


def of_period(period: Period | None, rows: Iterable[Remedy]) -> list[Remedy]:
    """Return the rows that give a period."""
    if period is None:
        return [row for row in rows if row.period is None]
    length, unit = period.length, period.unit
    return [
        row
        for row in rows
        if row.period is not None and row.period.length == length and row.period.unit is unit
    ]


def law_rows(given: Asked, known: Known) -> Rows:
    """Return the rows that an instruction may rest on; a row given in its place is the one."""
    instruction, row = given
    of_it: tuple[Remedy, ...] = () if row is None else (row,)
    if row is None:
        members = Entitled.MEMBER in instruction.entitled
        of_it = of_kind(instruction.remedy, instruction.subject, members=members)
    every = known.may_hold(of_it)
    matched = of_period(instruction.period, every)
    return Rows(every, matched, known.holds(matched) or known.holds(every) or matched or every)


def _worlds(rows: Iterable[Remedy], known: Known) -> list[Known]:
    """Return what may be so: a day of decision and of beginning for each change of a row."""
    first, last = known.span(DatedBy.DECISION)
    first_begun, last_begun = known.span(DatedBy.PROCUREMENT_BEGUN)
    decided, begun = {first}, {first_begun}
    for row in rows:
        if row.dated_by is DatedBy.PROCUREMENT_BEGUN:
            if first_begun < row.valid_from <= last_begun:
                begun.add(row.valid_from)
        elif first < row.valid_from <= last:
            decided.add(row.valid_from)
    return [
        Known(known.noticed, day, begun_on, known.pending)
        for day, begun_on in product(sorted(decided), sorted(begun))
    ]


def law_periods(instruction: AppealInstruction, rows: Rows, known: Known) -> tuple[Candidate, ...]:
    """
    Return every reading of the period: the stated one, and the law's where it differs.

    The law's for whatever may be so; it differs where no row gives the stated one.
    """
    stated = Candidate(instruction.period, Basis.STATED, ())
    given = [row for row in rows.every if row.period is not None]
    usual = [row for row in given if row.subject is Subject.GENERAL]
    if instruction.subject is None and not instruction.entitled and usual:
        # Nothing tells which act applies: Kuntalaki unless a special one does.
        given = usual
    lawful: dict[Period | None, Candidate] = {}
    for world in _worlds(given, known):
        held = world.holds(given)
        if not any(row in rows.matched for row in held):
            lawful |= {
                row.period: Candidate(row.period, Basis.LAW, row.provisions[:1]) for row in held
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
    known = Known(on, decided=on)
    return law_periods(instruction, law_rows(Asked(instruction, None), known), known)
