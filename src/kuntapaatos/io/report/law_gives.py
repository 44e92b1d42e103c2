"""
What the law gives when a text holds no instruction.

Kuntalaki (410/2015) 134-138 §.  Without an instruction a time limit usually runs
only from its later sending (KHO:2020:132); counting from the decision's notice is
safe.
"""

from __future__ import annotations

from datetime import date

from attrs import frozen

from kuntapaatos.appeal import AppealInstruction, AppealProhibition
from kuntapaatos.decision import Decision, OfficeHolder, Organ, Outcome
from kuntapaatos.errors import KuntapaatosError
from kuntapaatos.io.wording.voice import Voice
from kuntapaatos.remedy import (
    AuthorityKind,
    DecisionKind,
    MakerKind,
    Remedy,
    available_remedies,
)
from kuntapaatos.shown import Value

__all__ = ["LawGives", "as_instruction", "law_gives", "remedy_text"]

_NOT_DECIDED = {Outcome.TABLED, Outcome.RETURNED, Outcome.WITHDRAWN}
_ITSELF = {MakerKind.BOARD, MakerKind.COMMITTEE}


@frozen(repr=False)
class LawGives(Value):
    """
    The remedies of a decision by the law alone, or why they are not known.

    Attributes:
        remedies: Those that are open, each a dated row.
        sentence: What is said of them, for a person.
    """

    remedies: tuple[Remedy, ...]
    sentence: str


def law_gives(decision: Decision, decided: date | None, t: Voice) -> LawGives:
    """
    Return what the law gives against a decision whose text holds no instruction.

    Args:
        decision: Its maker and its outcome matter; something was decided.
        decided: The day of the decision, whose rules apply.
        t: The language.

    >>> from kuntapaatos.decision import DocumentKind
    >>> board = Organ("Kaupunginhallitus", MakerKind.BOARD)
    >>> decision = Decision(kind=DocumentKind.DECISION, maker=board)
    >>> answer = law_gives(decision, date(2022, 11, 28), Voice("fi"))
    >>> [remedy.kind.value for remedy in answer.remedies]
    ['oikaisuvaatimus']
    """
    maker = None if decision.maker is None else decision.maker.kind
    if maker is None:
        return LawGives(
            (), t("The text does not tell who decided, so the law's remedy cannot be told.")
        )
    if decided is None:
        return LawGives(
            (),
            t("The day of the decision is not known, so no law can be chosen: give --decided."),
        )
    kind = DecisionKind.ORDINARY
    if decision.outcome in _NOT_DECIDED:
        kind = DecisionKind.PREPARATION
    who, day = t.term(maker), t.day(decided)
    try:
        found = available_remedies(kind, maker, decided)
    except KuntapaatosError:
        return LawGives(
            (),
            t(
                "The program knows no remedy: {maker}, decision of {day}; ask the registry.",
                maker=who,
                day=day,
            ),
        )
    remedies = tuple(item for item in found if isinstance(item, Remedy))
    if not remedies:
        (banned,) = (item for item in found if isinstance(item, AppealProhibition))
        # Law: Kuntalaki 136 §
        said = t(
            "The matter was not decided ({outcome}): no appeal may be made against preparation "
            "({sources}).",
            outcome=t.value(decision.outcome),
            sources=t.sources(banned.provisions),
        )
        return LawGives((), said)
    sentence = t(
        "The law gives ({maker}, decision of {day}), unless a special act says otherwise:",
        maker=who,
        day=day,
    )
    return LawGives(remedies, sentence)


def as_instruction(remedy: Remedy) -> AppealInstruction:
    """
    Return a row of the law in the form of an instruction, so that its clocks can be counted.

    >>> from kuntapaatos.remedy import remedies
    >>> as_instruction(remedies(date(2024, 12, 10))[0]).period
    Period(unit=<PeriodUnit.DAY: 'päivä'>, length=14)
    """
    return AppealInstruction(
        remedy=remedy.kind, period=remedy.period, entitled=remedy.who, subject=remedy.subject
    )


def remedy_text(remedy: Remedy, decision: Decision, t: Voice) -> str:
    """
    Return a remedy of the law: what, how long, where, and by which sections.

    >>> from kuntapaatos.remedy import remedies
    >>> from kuntapaatos.decision import DocumentKind
    >>> row = remedies(date(2024, 12, 10))[0]
    >>> made = Decision(kind=DocumentKind.DECISION, maker=OfficeHolder())
    >>> remedy_text(row, made, Voice("fi"))
    'oikaisuvaatimus, 14 päivää; asianomaiselle toimielimelle (...) (Kuntalaki 138 §, ...)'
    """
    named = t.term(remedy.kind)
    if remedy.period is not None:
        named += f", {t.period(remedy.period)}"
    return f"{named}; {_where(remedy, decision, t)} ({t.sources(remedy.provisions)})"


def _where(remedy: Remedy, decision: Decision, t: Voice) -> str:
    if remedy.authority is not AuthorityKind.BODY:
        return t("to: {authority}", authority=t.term(remedy.authority))
    maker = decision.maker
    if isinstance(maker, Organ) and maker.kind in _ITSELF:
        return t("to the body itself that made the decision, {name}", name=maker.name)
    if isinstance(maker, OfficeHolder):
        return t("to the body concerned (the one under which the office-holder works)")
    return t("to the body concerned")
