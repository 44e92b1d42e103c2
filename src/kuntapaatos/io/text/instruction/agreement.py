"""
Whether what was read of an instruction agrees: its remedy, who decides, whose addresses.

What does not agree was misread or is wrong in the text; it stays, in doubt.

>>> said = [Fact("remedy", RemedyKind.ADMINISTRATIVE_REVIEW, 0, 5)]
>>> said.append(Fact("decided_by.name", "Mallin hallinto-oikeus", 9, 31))
>>> [fact.candidates[-1] for fact in agreeing(RemedyKind.ADMINISTRATIVE_REVIEW, said)]
[<RemedyKind.APPEAL: 'valitus'>, 'Mallin hallinto-oikeus']
"""

from __future__ import annotations

from collections.abc import Sequence

from kuntapaatos.io.text.facts import Fact
from kuntapaatos.remedy.kinds import RemedyKind

__all__ = ["agreeing"]

# What no court decides.
_OF_NO_COURT = frozenset(
    (
        RemedyKind.ADMINISTRATIVE_REVIEW,
        RemedyKind.PROCUREMENT_CORRECTION,
        RemedyKind.OBJECTION,
    )
)
_NAMES = ("decided_by.name", "deliver_to.name")
_REGISTRIES = ("kirjaamo", "registratur", "registrator")
_OF_COURTS = ("oikeus", "domstol", "om.fi")


def agreeing(remedy: RemedyKind, facts: Sequence[Fact]) -> list[Fact]:
    """
    Return what was read of an instruction, with what does not agree in doubt.

    Args:
        remedy: The remedy that the instruction is read as.
        facts: Everything read of it.
    """
    courts = [fact for fact in facts if fact.field in _NAMES and _is_court(fact.value)]
    if not courts:
        return list(facts)
    if remedy in _OF_NO_COURT:
        kinds = (remedy, RemedyKind.APPEAL)
        return [
            fact._replace(candidates=kinds)
            if fact.field == "remedy"
            else (_doubted(fact) if fact in courts else fact)
            for fact in facts
        ]
    owners = {fact.field.partition(".")[0] for fact in courts}
    others = {
        fact.field.partition(".")[0]
        for fact in facts
        if fact.field.endswith(".email") and _is_of_a_registry(str(fact.value))
    }
    # The municipality's e-mail under the court's name: its other addresses may not be the court's.
    return [
        _doubted(fact)
        if fact.field not in _NAMES and fact.field.partition(".")[0] in owners & others
        else fact
        for fact in facts
    ]


def _doubted(fact: Fact) -> Fact:
    return fact if fact.candidates else fact._replace(candidates=(fact.value,))


def _is_court(name: object) -> bool:
    low = str(name).lower()
    return low.endswith(("oikeus", "domstol", "domstolen")) or "förvaltningsdomstol" in low


def _is_of_a_registry(email: str) -> bool:
    """Whether an e-mail is that of a registry which is no court's."""
    box, _, domain = email.lower().partition("@")
    return box.startswith(_REGISTRIES) and not any(map(domain.__contains__, _OF_COURTS))
