"""
Whose clocks a decision starts, from which fact, and who stated it.

Every way of notice has a row, counted when its starting day is known: from the
document, or given by the person who asks.  A day that nobody states is never
guessed; the row then names the option that gives it.

>>> from datetime import date
>>> from kuntapaatos.io.report.known import Known
>>> from kuntapaatos.remedy import RemedyKind
>>> from kuntapaatos.time_limit import Period
>>> instruction = AppealInstruction(
...     remedy=RemedyKind.ADMINISTRATIVE_REVIEW, period=Period.days(14)
... )
>>> decision = Decision(kind=DocumentKind.DECISION, published_on=date(2024, 12, 13))
>>> for row in rows(instruction, decision, Known(letters=[date(2024, 12, 10)]), Voice("fi")):
...     print(row.track.value, row.way.value, row.answer and row.answer.last_day)
asianosainen kirje 2024-12-31
asianosainen sähköinen viesti None
kunnan jäsen pöytäkirja yleisessä tietoverkossa 2025-01-03
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import NamedTuple

from attrs import evolve

from kuntapaatos.appeal import AppealInstruction, Authority, appeal_deadline
from kuntapaatos.clock.side import regimes_of
from kuntapaatos.deadline import Deadline
from kuntapaatos.decision import Decision, DocumentKind
from kuntapaatos.errors import DayOutOfRange, InvalidValue, NoRuleInForce, PeriodMissing
from kuntapaatos.io.report.known import Known
from kuntapaatos.io.wording.voice import Voice
from kuntapaatos.law import LAW_AS_OF
from kuntapaatos.notice import Notice, NoticeKind, Regime, Track
from kuntapaatos.remedy import Entitled, RemedyKind, StartingEvent

__all__ = ["OPTIONS", "Row", "decided_on", "is_counted", "rows", "with_hours"]

OPTIONS = {
    NoticeKind.LETTER: "--letter",
    NoticeKind.EMAIL: "--email",
    NoticeKind.PROCUREMENT_MESSAGE: "--email",
    NoticeKind.RECEIPT: "--receipt",
    NoticeKind.INVOICE: "--receipt",
    NoticeKind.ONLINE_MINUTES: "--published",
    NoticeKind.ANNOUNCEMENT: "--published",
}
"""The option that gives the starting day of a way of notice."""

_TO_MEMBERS = {RemedyKind.ADMINISTRATIVE_REVIEW, RemedyKind.MUNICIPAL_APPEAL}
_PROCUREMENT = {RemedyKind.PROCUREMENT_CORRECTION, RemedyKind.MARKET_COURT_APPEAL}
# A permit is announced, or posted before: for all at once.
_ANNOUNCED = {Regime.BUILDING, Regime.ENVIRONMENT, Regime.SOIL}
# What the rows count from; any other event is the text's own, and its day is not asked.
_COUNTED = {None, StartingEvent.NOTICE, StartingEvent.INVOICE}


class Row(NamedTuple):
    """
    One clock.

    Attributes:
        track: Whose.
        way: How the decision reaches them.
        day: The starting day; `None` when nobody states it.
        given: Whether the day was given by an option, rather than by the document.
        answer: The last moment; `None` when it is not counted.
        why: Why it is not counted, for a person; `None` when it is.
    """

    track: Track
    way: NoticeKind
    day: date | None
    given: bool
    answer: Deadline | None
    why: str | None

    @property
    def option(self) -> str:
        """The option that gives the starting day."""
        return OPTIONS[self.way]


class _Way(NamedTuple):
    track: Track
    kind: NoticeKind
    make: Callable[[date], Notice]
    days: tuple[date, ...]
    given: bool


def is_counted(instruction: AppealInstruction) -> bool:
    """Return whether the period runs from a notice, which is what is counted here."""
    return instruction.starts_from in _COUNTED


def decided_on(decision: Decision, known: Known) -> date | None:
    """Return the day of the decision: as given, or else as the document labels it."""
    return decision.decided_on if known.decided is None else known.decided


def with_hours(instruction: AppealInstruction, known: Known) -> AppealInstruction:
    """
    Return *instruction* with the hours that were given, where they are its office's.

    A court's hours are those of the state, whatever is given (KHO:2024:118).
    """
    if known.hours is None or evolve(instruction, deliver_to=None, decided_by=None).hours:
        return instruction
    office = instruction.deliver_to or instruction.decided_by or Authority(name="kirjaamo")
    return evolve(instruction, deliver_to=evolve(office, hours=known.hours))


def rows(
    instruction: AppealInstruction, decision: Decision, known: Known, t: Voice
) -> tuple[Row, ...]:
    """
    Return every clock of a remedy: the parties', the members', and those of all.

    Args:
        instruction: What the document says of the remedy, or the law in its place.
        decision: What else the document says.
        known: What is given beside it.
        t: The language of `Row.why`.

    Returns:
        Empty when the period runs from something else than a notice.
    """
    if not is_counted(instruction):
        return ()
    open_to = with_hours(instruction, known)
    decided = decided_on(decision, known)
    return tuple(
        _row(open_to, way, day, decided, t)
        for way in _ways(instruction, decision, known)
        for day in (way.days or (None,))
    )


def _ways(instruction: AppealInstruction, decision: Decision, known: Known) -> Iterator[_Way]:
    told = {presumption.kind for presumption in instruction.presumptions}
    if instruction.starts_from is StartingEvent.INVOICE:
        yield _Way(Track.PARTY, NoticeKind.INVOICE, Notice.invoice, known.receipts, given=True)
        return
    published = () if known.published is None else (known.published,)
    if not published and _is_published(decision):
        published = (decision.published_on,) if decision.published_on is not None else ()
    given = known.published is not None
    clocks = _own_clocks(instruction, decided_on(decision, known) or LAW_AS_OF)
    if clocks:
        for kind, make in clocks:
            yield _Way(Track.EVERYBODY, kind, make, published, given)
        return
    if decision.kind is DocumentKind.ANNOUNCEMENT or NoticeKind.ANNOUNCEMENT in told:
        yield _Way(Track.EVERYBODY, NoticeKind.ANNOUNCEMENT, Notice.announcement, published, given)
    yield from _to_parties(instruction, told, known)
    if _has_members(instruction):
        yield _Way(Track.MEMBER, NoticeKind.ONLINE_MINUTES, Notice.online_minutes, published, given)


def _own_clocks(
    instruction: AppealInstruction, on: date
) -> tuple[tuple[NoticeKind, Callable[[date], Notice]], ...]:
    """Return the ways of notice of a matter, or a text, that has one clock for everybody."""
    if any(presumption.everybody for presumption in instruction.presumptions):
        return ((NoticeKind.ONLINE_MINUTES, Notice.online_minutes),)
    if instruction.subject is None:
        return ()
    regimes = set(regimes_of(instruction, on))
    if regimes == {Regime.ZONING}:
        return ((NoticeKind.ONLINE_MINUTES, Notice.online_minutes),)
    if regimes and regimes <= _ANNOUNCED:
        return ((NoticeKind.ANNOUNCEMENT, Notice.announcement),)
    return ()


def _is_published(decision: Decision) -> bool:
    """Return whether what the document says of a publication is about minutes."""
    return decision.kind is not DocumentKind.AGENDA_ITEM


def _has_members(instruction: AppealInstruction) -> bool:
    if instruction.entitled:
        return Entitled.MEMBER in instruction.entitled
    return instruction.remedy in _TO_MEMBERS


def _to_parties(
    instruction: AppealInstruction, told: Iterable[NoticeKind], known: Known
) -> Iterator[_Way]:
    party, bought = Track.PARTY, instruction.remedy in _PROCUREMENT

    def letter(sent: date) -> Notice:
        return Notice.letter(sent, regime=Regime.PROCUREMENT if bought else Regime.GENERAL)

    yield _Way(party, NoticeKind.LETTER, letter, known.letters, given=True)
    if bought:
        message = NoticeKind.PROCUREMENT_MESSAGE
        yield _Way(party, message, Notice.procurement_message, known.emails, given=True)
    else:
        yield _Way(party, NoticeKind.EMAIL, Notice.email, known.emails, given=True)
    if known.receipts or NoticeKind.RECEIPT in told:
        yield _Way(party, NoticeKind.RECEIPT, Notice.receipt, known.receipts, given=True)


def _row(
    instruction: AppealInstruction, way: _Way, day: date | None, decided: date | None, t: Voice
) -> Row:
    answer, why = None, None
    if day is None:
        why = t("the starting day is not in the text")
    else:
        try:
            answer = appeal_deadline(instruction, way.make(day), decided_on=decided)
        except PeriodMissing:
            why = t("the instruction states no time limit")
        except NoRuleInForce:
            why = t("no rule is known for this way of notice on {day}", day=t.day(decided or day))
        except InvalidValue as error:
            made = t.day(decided or day)
            why = t("the decision would have been made ({day}) only after the notice", day=made)
            if error.field == "notice":
                why = t("such a notice does not start this period")
        except DayOutOfRange:
            why = t("the day is outside the years 1992–2100")
    return Row(way.track, way.kind, day, day is not None and way.given, answer, why)
