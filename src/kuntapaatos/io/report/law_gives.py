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
from kuntapaatos.remedy import (
    AuthorityKind,
    DecisionKind,
    MakerKind,
    Remedy,
    available_remedies,
)
from kuntapaatos.shown import Value, shown

__all__ = ["LawGives", "as_instruction", "law_gives", "remedy_text"]

_NOT_DECIDED = {Outcome.TABLED, Outcome.RETURNED, Outcome.WITHDRAWN}
_ITSELF = {MakerKind.BOARD, MakerKind.COMMITTEE}


@frozen(repr=False)
class LawGives(Value):
    """
    The remedies of a decision by the law alone, or why they are not known.

    Attributes:
        remedies: Those that are open, each a dated row.
        sentence: What is said of them, in Finnish.
    """

    remedies: tuple[Remedy, ...]
    sentence: str


def law_gives(decision: Decision, decided: date | None) -> LawGives:
    """
    Return what the law gives against a decision whose text holds no instruction.

    Args:
        decision: Its maker and its outcome matter; something was decided.
        decided: The day of the decision, whose rules apply.

    >>> from kuntapaatos.decision import DocumentKind
    >>> board = Organ("Kaupunginhallitus", MakerKind.BOARD)
    >>> answer = law_gives(Decision(kind=DocumentKind.DECISION, maker=board), date(2022, 11, 28))
    >>> [remedy.kind.value for remedy in answer.remedies]
    ['oikaisuvaatimus']
    """
    maker = _maker_kind(decision)
    if maker is None:
        return _nothing("Tekstistä ei selviä, kuka päätti, joten keinoa ei voi päätellä laista.")
    if decided is None:
        return _nothing("Päätöksen päivää ei tiedetä, joten laista ei voi valita: anna --decided.")
    kind = DecisionKind.ORDINARY
    if decision.outcome in _NOT_DECIDED:
        kind = DecisionKind.PREPARATION
    try:
        found = available_remedies(kind, maker, decided)
    except KuntapaatosError:
        return _nothing(
            f"Ohjelma ei tunne keinoa: {maker.value}, päätös {shown(decided)}; kysy kirjaamosta."
        )
    remedies = tuple(item for item in found if isinstance(item, Remedy))
    if not remedies:
        (banned,) = (item for item in found if isinstance(item, AppealProhibition))
        sources = ", ".join(map(str, banned.provisions))
        return _nothing(
            f"Asiaa ei ratkaistu ({shown(decision.outcome)}): valmistelusta ei saa hakea muutosta "
            f"({sources})."
        )
    return LawGives(
        remedies,
        f"Laki antaa ({maker.value}, päätös {shown(decided)}), jollei erityislaista johdu muuta:",
    )


def _nothing(sentence: str) -> LawGives:
    return LawGives((), sentence)


def _maker_kind(decision: Decision) -> MakerKind | None:
    maker = decision.maker
    if isinstance(maker, OfficeHolder):
        return MakerKind.OFFICE_HOLDER
    return maker.kind if isinstance(maker, Organ) else None


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


def remedy_text(remedy: Remedy, decision: Decision) -> str:
    """
    Return a remedy of the law: what, how long, where, and by which sections.

    >>> from kuntapaatos.remedy import remedies
    >>> from kuntapaatos.decision import DocumentKind
    >>> row = remedies(date(2024, 12, 10))[0]
    >>> remedy_text(row, Decision(kind=DocumentKind.DECISION, maker=OfficeHolder()))
    'oikaisuvaatimus, 14 päivää; asianomaiselle toimielimelle (...) (Kuntalaki 138 §, ...)'
    """
    sources = ", ".join(map(str, remedy.provisions))
    period = "" if remedy.period is None else f", {remedy.period}"
    return f"{remedy.kind.value}{period}; {_where(remedy, decision)} ({sources})"


def _where(remedy: Remedy, decision: Decision) -> str:
    if remedy.authority is not AuthorityKind.BODY:
        return f"mihin: {remedy.authority.value}"
    maker = decision.maker
    if isinstance(maker, Organ) and maker.kind in _ITSELF:
        return f"asianomaiselle toimielimelle, joka on päätöksen tehnyt {maker.name}"
    if isinstance(maker, OfficeHolder):
        return "asianomaiselle toimielimelle (jonka alainen viranhaltija on)"
    return "asianomaiselle toimielimelle"
