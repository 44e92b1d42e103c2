"""
A notice under the law's side: the last moment, with every reading that may hold.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from attrs import evolve

from kuntapaatos.clock.rows import Asked
from kuntapaatos.clock.side import Side, law_side
from kuntapaatos.deadline import Deadline, choose
from kuntapaatos.doubts import Basis, Candidate, Doubt, DoubtCode
from kuntapaatos.errors import InvalidValue, NoRuleInForce
from kuntapaatos.instruction import AppealInstruction, Presumption
from kuntapaatos.law import VIRANHALTIJALAKI
from kuntapaatos.notice import Notice, NoticeKind, Regime, under_other_rules
from kuntapaatos.notice.choice import earliest_decision, known_of

__all__ = ["Readings", "counted", "notice_of", "readings"]

_ORDINARY = {NoticeKind.LETTER, NoticeKind.EMAIL}
# What tells of a decision without evidence that it was received (434/2003 60 §).
_BARELY = {*_ORDINARY, NoticeKind.ANNOUNCEMENT, NoticeKind.ONLINE_MINUTES}
_TO_ONE = frozenset(
    {
        *_ORDINARY,
        *(NoticeKind.RECEIPT, NoticeKind.HANDED_OVER, NoticeKind.SUBSTITUTED),
    }
)


def _read(notice: Notice, side: Side) -> list[Notice]:
    """
    Return the notice as each clock that it may start reads it.

    Raises:
        InvalidValue: It names other rules than the remedy's, or starts none of them.
        NoRuleInForce: It starts none of them on that day.
    """
    starts = side.starts
    if notice.kind is NoticeKind.PROVEN:
        return [notice]
    if notice.regime is not Regime.GENERAL:
        starts = tuple(start for start in side.starts if start.regime is notice.regime)
        if not starts:
            known = " or ".join(dict.fromkeys(start.regime.value for start in side.starts))
            expected = f"a notice under the rules of this remedy ({known})"
            raise InvalidValue("notice", f"{notice} ({notice.regime.value})", expected)
    found = [start for start in starts if start.accepts(notice.kind)]
    if not found:
        ways = "; ".join(dict.fromkeys(f"{one.regime.value}: {one.ways}" for one in starts))
        raise InvalidValue("notice", str(notice), f"one that starts this period ({ways})")
    read, refused = [], []
    for start in found:
        try:
            general = start.regime in (Regime.GENERAL, notice.regime)
            read.append(notice if general else notice.under(start.regime))
        except NoRuleInForce as error:
            refused.append(error)
    if not read:
        raise refused[0]
    return read


def _may_wait(notice: Notice, side: Side) -> tuple[Doubt, ...]:
    """
    Return the doubt whether a notice starts the period, or the end of a notice period does.

    304/2003 50 §: after review it is the notice, of the council's own decision the end.
    """
    if notice.kind is NoticeKind.PROVEN or not side.waits:
        return ()
    told = Candidate(notice.notified_on, Basis.LAW, notice.provisions)
    waits = Candidate(None, Basis.LAW, (VIRANHALTIJALAKI("50 §"),))
    code = DoubtCode.GOVERNING_PERIOD
    return (Doubt(code, about="notified_on", candidates=(told, waits)),)


def _presumed(instruction: AppealInstruction, notice: Notice) -> list[Presumption]:
    """Return what the text presumes of this way of notice otherwise than the law."""
    if notice.proven_day is not None or notice.to_authority:
        return []
    return [
        presumption
        for presumption in instruction.presumptions
        if presumption.kind is notice.kind and presumption.days != notice.rule.days
    ]


def _check_everybody(instruction: AppealInstruction, notice: Notice) -> None:
    """Refuse a notice to one party where the text counts everybody's time from a publication."""
    told = [one.kind.value for one in instruction.presumptions if one.everybody]
    if told:
        expected = f"one that the text starts everybody's time from ({', '.join(told)})"
        raise InvalidValue("notice", str(notice), expected)


def notice_of(notice: Notice, decided_on: date | None, procurement_begun_on: date | None) -> Notice:
    """Return a notice with what else is known of the days that decide which rules hold."""
    if not isinstance(notice, Notice):
        raise InvalidValue("notice", notice, "of type Notice")
    if decided_on is not None:
        notice = notice.ruled_on(decided_on)
    if procurement_begun_on is not None:
        notice = notice.of_procurement_begun(procurement_begun_on)
    return notice


class Readings(NamedTuple):
    """
    How a notice and a period may be read.

    Attributes:
        law: The notice as the rules give it.
        others: Its other readings, each with what it is about.
        side: The law's side, with every reading of the period.
    """

    law: Candidate
    others: list[tuple[DoubtCode, Candidate]]
    side: Side


def readings(given: Asked, side: Side, notice: Notice) -> Readings:
    """
    Return every reading of a notice under the law's side.

    Args:
        given: The instruction, or a row of law.
        side: What the law gives beside it for the days of this notice.
        notice: How and when the decision was told.

    Raises:
        InvalidValue: The notice names other rules than the remedy's, or starts no
            such period.
    """
    if notice.kind in _TO_ONE:
        _check_everybody(given.instruction, notice)
    first, *rest = _read(notice, side)
    if side.in_person and first.kind in _ORDINARY and first.doubted is None:
        first = evolve(first, doubted=DoubtCode.PERSONAL_SERVICE)
    if side.obliges and first.kind in _BARELY and (first.obliging, first.doubted) == (None, None):
        first = evolve(first, doubted=DoubtCode.EVIDENTIAL_SERVICE)
    others = [
        (DoubtCode.MATTER, Candidate(one, Basis.LAW, one.provisions))
        for one in rest
        if one.notified_on != first.notified_on
    ]
    for one in (first, *rest):
        others.extend(
            (other.code, Candidate(other.notice, other.basis, other.provisions))
            for other in under_other_rules(one)
            if other.notice.notified_on != first.notified_on
        )
    for presumption in _presumed(given.instruction, first):
        stated = evolve(first, stated_days=presumption.days)
        others.append((DoubtCode.STATED_PRESUMPTION, Candidate(stated, Basis.STATED)))
    if side.differs and known_of(first).decided is None:
        # No decision is older than the way in which it was told.
        side = law_side(given, known_of(first)._replace(way_from=earliest_decision(first)))
    side = side._replace(questions=(*side.questions, *_may_wait(first, side)))
    return Readings(Candidate(first, Basis.LAW, first.provisions), others, side)


def counted(given: Asked, side: Side, notice: Notice) -> Deadline:
    """
    Return the last moment that a notice gives under the law's side.

    Args, Raises: As `readings`.
    """
    if notice.is_settled and notice.kind in side.direct:
        return Deadline(notice, side.period, side.hours, side.terms)
    law, others, side = readings(given, side, notice)
    return choose(law, others, side.periods, side.hours, side.terms, side.questions)
