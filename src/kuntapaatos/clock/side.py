"""
What the law gives beside one instruction: the terms, the periods, what starts them.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from kuntapaatos.clock.rows import Asked, asked, law_periods, law_rows, of_kind, of_period
from kuntapaatos.clock.starts import Start, direct, start_of
from kuntapaatos.deadline import CountTerms
from kuntapaatos.doubts import Candidate, Doubt, DoubtCode
from kuntapaatos.errors import NoRuleInForce, PeriodMissing
from kuntapaatos.instruction import AppealInstruction, Presumption
from kuntapaatos.law import DatedBy, Provision
from kuntapaatos.notice import NoticeKind, Regime, Track
from kuntapaatos.notice.choice import Known, rules_of
from kuntapaatos.office_hours import OfficeHours
from kuntapaatos.remedy import (
    KUNTALAKI_SUBJECTS,
    Entitled,
    Remedy,
    RemedyKind,
    StartingEvent,
    Subject,
)
from kuntapaatos.time_limit import Period

__all__ = ["Side", "law_side", "regimes_of", "tracks_of"]


# Bans, orders and other means of supervision: who is told has mostly to do something.
_OBLIGING = frozenset(
    {
        Subject.ANIMAL_WELFARE,
        Subject.FOOD_ENFORCEMENT,
        Subject.HEALTH_PROTECTION,
        Subject.PENALTY_PAYMENT,
        Subject.TOBACCO_BAN,
    }
)


def _preference(row: Remedy) -> tuple[bool, bool, date]:
    """Kuntalaki first, then Hallintolaki, then the newest row."""
    return (
        row.subject is not Subject.GENERAL,
        row.subject is not Subject.ADMINISTRATIVE,
        date.max - (row.valid_from - date.min),
    )


def _cited(given: Asked, best: Remedy, matched: Iterable[Remedy]) -> tuple[Provision, ...]:
    """Return the section of a period: of each special matter that it may be, if none is known."""
    known = given.row is not None or given.instruction.subject is not None
    if known or best.subject in (Subject.GENERAL, Subject.ADMINISTRATIVE):
        return best.provisions[:1]
    rows = sorted(matched, key=_preference)
    return tuple(dict.fromkeys(row.provisions[0] for row in rows))


def _starts(given: Asked, current: list[Remedy]) -> tuple[Start, ...]:
    """Return what the period may run from, the general clock first."""
    instruction = given.instruction
    if not current:
        # Before the first row, what the remedy has run from ever since.
        every = of_kind(instruction.remedy)
        current = of_period(instruction.period, every) or list(every)
    if instruction.remedy is RemedyKind.APPEAL:
        # What a municipality tells of its own decision is no notice of a court's.
        own = [row for row in current if row.kind is not RemedyKind.FURTHER_APPEAL]
        current = own or current
    # Where the text entitles more people than one row does, it rests on another.
    stated = instruction.entitled
    if stated:
        current = [row for row in current if all(one in row.who for one in stated)] or current
    found: list[Start] = []
    for row in current:
        start = start_of(row)
        if start not in found:
            found.append(start)
    event = instruction.starts_from
    if instruction.subject is None and event not in (None, StartingEvent.NOTICE):
        return tuple(start for start in found if start.event is event) or (
            Start(event, Regime.GENERAL, members=True),
        )
    return tuple(sorted(found, key=lambda start: not start.is_general))


def _tracks(given: Asked, current: list[Remedy]) -> tuple[Track, ...]:
    """Return whose clocks there are."""
    stated = given.instruction.entitled
    if Entitled.MEMBER in stated:
        return (Track.PARTY, Track.MEMBER)
    certain = given.instruction.subject is not None or not stated
    by_law = not current or any(Entitled.MEMBER in row.who for row in current)
    return (Track.PARTY, Track.MEMBER) if certain and by_law else (Track.PARTY,)


def _kuntalaki(given: Asked, current: list[Remedy]) -> bool | None:
    """Return whether the remedy is Kuntalaki's; `None` when it may be."""
    # A hankintaoikaisu is Hankintalaki's in every matter.
    of_it = {
        row.subject in KUNTALAKI_SUBJECTS and row.regime is not Regime.PROCUREMENT
        for row in current
    }
    if len(of_it) == 1:
        return of_it.pop()
    members = Entitled.MEMBER in given.instruction.entitled
    return True if members and any(row.subject is Subject.GENERAL for row in current) else None


class Side(NamedTuple):
    """
    What the law gives beside one instruction, for what is known of the days.

    Attributes:
        terms: What the instruction and the law add to notice and period.
        period: The period that the instruction states.
        hours: The hours of the office the document goes to.
        periods: Every reading of the period; one when the text and the law agree.
        questions: What is open about the row itself.
        starts: What the rows that may hold run from, at least one.
        direct: The ways of notice that start the general clock here, and no other, where
            the text and the law agree in all that is not the notice's; else none.
        in_person: Whether the decision is served in person (304/2003 43 §).
        obliges: Whether decisions in the matter mostly oblige (434/2003 60 §).
        waits: Whether the period may run only when a notice period has ended (304/2003 50 §).
    """

    terms: CountTerms
    period: Period
    hours: OfficeHours | None
    periods: tuple[Candidate, ...]
    questions: tuple[Doubt, ...]
    starts: tuple[Start, ...]
    direct: tuple[NoticeKind, ...]
    in_person: bool
    obliges: bool
    waits: bool

    @property
    def differs(self) -> bool:
        """Whether the law may give another period than the stated one."""
        _, *others = self.periods
        return bool(others)


def law_side(given: Asked, known: Known, kind: NoticeKind | None = None) -> Side:
    """
    Return what the law gives beside an instruction.

    Args:
        given: The instruction, or a row of law.
        known: What is known of the days that decide which rows hold.
        kind: The way of notice it is asked for; `None` for every one.

    Raises:
        PeriodMissing: The instruction states no period.
        NoRuleInForce: No row for the instruction's subject, or not the given row, holds.
    """
    instruction = given.instruction
    if instruction.period is None:
        raise _period_missing(given, known)
    rows = law_rows(given, known)
    if instruction.subject is not None and not rows.every:
        raise _no_row(given, known)
    periods = law_periods(instruction, rows, known)
    _, *others = periods
    current = rows.current
    best = min(rows.matched, key=_preference, default=None)
    paper, electronic = instruction.paper_cutoff, instruction.electronic_cutoff
    terms = CountTerms(
        remedy=instruction.remedy,
        provisions=() if best is None or others else _cited(given, best, rows.matched),
        paper=paper,
        electronic=electronic,
        # Of a row there is no text that could be silent.
        closing_mentioned=bool(given.row) or paper is not None or electronic is not None,
        tracks=_tracks(given, current),
        kuntalaki=_kuntalaki(given, current),
    )
    questions = () if best is None else _still_open(best.doubts, known)
    starts = _starts(given, current)
    in_person = bool(current) and all(row.subject is Subject.DISMISSAL_PERSONAL for row in current)
    agreed = all(
        # One that is everybody's shuts out the other ways of notice.
        not presumption.everybody and _agrees(presumption, known)
        for presumption in instruction.presumptions
        if kind is None or presumption.kind is kind or presumption.everybody
    )
    waits = instruction.subject is not None and any(
        start.event is StartingEvent.END_OF_NOTICE_PERIOD for start in starts
    )
    # A court serves its own decisions.
    further = instruction.remedy is RemedyKind.FURTHER_APPEAL
    obliges = instruction.subject in _OBLIGING and not further
    plain = not (others or questions or in_person or obliges or waits) and agreed
    return Side(
        terms,
        instruction.period,
        instruction.hours,
        periods,
        questions,
        starts,
        direct(starts) if plain else (),
        in_person,
        obliges,
        waits,
    )


def _still_open(doubts: tuple[Doubt, ...], known: Known) -> tuple[Doubt, ...]:
    """Return what is open about a row that what is known of the days does not settle."""
    settled = set()
    if known.begun is not None:
        settled.add(DoubtCode.PROCUREMENT_BEGUN)
    if known.pending:
        settled.add(DoubtCode.PENDING_MATTER)
    return tuple(doubt for doubt in doubts if doubt.code not in settled)


def _no_row(given: Asked, known: Known) -> NoRuleInForce:
    instruction = given.instruction
    rows = (given.row,) if given.row else of_kind(instruction.remedy)
    dates = [
        f"{row.provisions[0]} from {row.valid_from.isoformat()}"
        + ("" if row.valid_until is None else f" to {row.valid_until.isoformat()}")
        for row in rows
        if row.subject is instruction.subject
    ]
    subject = "" if instruction.subject is None else instruction.subject.value
    what = f"{instruction.remedy.value} ({subject})"
    _, day = known.span(DatedBy.DECISION)
    return NoRuleInForce(what, day, "; ".join(dates) or "no row with a source is known for it")


def _period_missing(given: Asked, known: Known) -> PeriodMissing:
    if given.row is not None:
        return PeriodMissing(given.row.kind.value, f"{given.row.provisions[0]} fixes none")
    _, last = known.span(DatedBy.DECISION)
    rows = law_rows(given, known._replace(noticed=last, decided=None)).every
    lawful = {f"{row.period} ({row.provisions[0]})" for row in rows if row.period is not None}
    hint = f"the law knows {', '.join(sorted(lawful))}" if lawful else "no row of law is known"
    remedy = given.instruction.remedy.value
    return PeriodMissing(remedy, f"{hint}; give the instruction a period")


def _agrees(presumption: Presumption, known: Known) -> bool:
    """Return whether the text presumes what every rule that may hold does."""
    rules = known.may_hold(rules_of(presumption.kind, Regime.GENERAL, to_authority=False))
    return all(presumption.days == rule.days for rule in rules)


def tracks_of(instruction: AppealInstruction | Remedy, on: date) -> tuple[Track, ...]:
    """
    Return whose clocks a remedy has, whether or not they have started.

    Args:
        instruction: What the decision says of the remedy, or a row of law in its place.
        on: The day of the decision.
    """
    given, known = asked(instruction), Known(on, decided=on)
    return _tracks(given, law_rows(given, known).current)


def regimes_of(instruction: AppealInstruction, on: date) -> tuple[Regime, ...]:
    """
    Return whose rules of notice an instruction may follow, the general ones first.

    Args:
        instruction: What the decision says of the remedy.
        on: The day of the decision.
    """
    given, known = asked(instruction), Known(on, decided=on)
    starts = _starts(given, law_rows(given, known).current)
    return tuple(dict.fromkeys(start.regime for start in starts))
