"""
A written instruction that somebody laid out anew: the general reader still takes it.

The passage is then no longer whole, so it is not read backwards by its own templates.
"""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from typing import Any

import pytest

from kuntapaatos import (
    AppealInstruction,
    Authority,
    Cutoff,
    Entitled,
    NoticeKind,
    OfficeHours,
    Period,
    RemedyKind,
)
from kuntapaatos.instruction import Attachment, Content, Form, Presumption
from kuntapaatos.io.text import read
from kuntapaatos.io.wording import write_instruction
from kuntapaatos.io.wording.inverse import own_passages
from kuntapaatos.remedy import StartingEvent

OFFICE = OfficeHours.parse("8.00-16.00; pe, aatto 8.00-15.00")
COURT = OfficeHours.parse("8.00-16.15")
LETTER = Presumption(NoticeKind.LETTER, 7, True)
MESSAGE = Presumption(NoticeKind.EMAIL, 3, True)
MINUTES = Presumption(NoticeKind.ONLINE_MINUTES, 7, False)
PROCUREMENT = Presumption(NoticeKind.PROCUREMENT_MESSAGE, 0, True)
NAMES = {
    "fi": {
        "board": "Mallilan kunnanhallitus",
        "committee": "Mallilan kunnan sivistyslautakunta",
        "registry": "Mallilan kunnan kirjaamo",
        "unit": "Mallilan kunnan hankintapalvelut",
        "court": "Oulun hallinto-oikeus",
        "market": "markkinaoikeus",
        "supreme": "korkein hallinto-oikeus",
    },
    "sv": {
        "board": "Kommunstyrelsen i Mallby",
        "committee": "Bildningsnämnden i Mallby",
        "registry": "Mallby kommuns registratorskontor",
        "unit": "Mallby kommuns upphandlingsenhet",
        "court": "Vasa förvaltningsdomstol",
        "market": "marknadsdomstolen",
        "supreme": "högsta förvaltningsdomstolen",
    },
}
DECISION = {
    "fi": (
        "Mallilan kunta\nKunnanhallitus 3.2.2025 § 14\nSopimuksen hyväksyminen\n\nPäätös\n"
        "Kunnanhallitus hyväksyi sopimuksen.\n\n{}\n\nTiedoksi\nTekninen toimi\n"
    ),
    "sv": (
        "Mallby kommun\nKommunstyrelsen 3.2.2025 § 14\nGodkännande av avtal\n\nBeslut\n"
        "Kommunstyrelsen godkände avtalet.\n\n{}\n\nFör kännedom\nTekniska sektorn\n"
    ),
}
READ = (
    *("remedy", "period", "starts_from", "presumptions", "decided_by", "deliver_to", "hours"),
    *("entitled", "paper_cutoff", "electronic_cutoff", "court_appeal_barred", "form"),
    "attachments",
)


def _office(name: str, hours: OfficeHours = OFFICE) -> Authority:
    return Authority(
        name=name,
        postal_address="PL 1, 99999 Mallila",
        visiting_address="Esimerkkikuja 2, 99999 Mallila",
        email="kirjaamo@example.fi",
        phone="08 123 4567",
        hours=hours,
    )


def _instruction(remedy: RemedyKind, office: Authority, **more: Any) -> AppealInstruction:
    known: dict[str, Any] = {
        "period": Period.days(14),
        "starts_from": StartingEvent.NOTICE,
        "decided_by": office,
        "deliver_to": office,
        "entitled": [Entitled.PARTY],
        "presumptions": [LETTER, MESSAGE],
        "paper_cutoff": Cutoff.OFFICE_CLOSE,
        "electronic_cutoff": Cutoff.OFFICE_CLOSE,
        "form": [Form.WRITTEN, Form.ELECTRONIC_DOCUMENT],
        "contents": [Content.DECISION, Content.DEMAND, Content.GROUNDS, Content.NAME],
    }
    return AppealInstruction(remedy=remedy, **{**known, **more})


def _instructions(names: dict[str, str]) -> dict[str, AppealInstruction]:
    members = {
        "entitled": [Entitled.PARTY, Entitled.MEMBER],
        "presumptions": [LETTER, MESSAGE, MINUTES],
    }
    to_court = {
        "period": Period.days(30),
        "attachments": [Attachment.DECISION, Attachment.PROOF_OF_NOTICE],
    }
    court = _office(names["court"], COURT)
    return {
        "review": _instruction(
            RemedyKind.ADMINISTRATIVE_REVIEW,
            _office(names["board"]),
            court_appeal_barred=True,
            **members,
        ),
        "two offices": _instruction(
            RemedyKind.ADMINISTRATIVE_REVIEW,
            _office(names["registry"]),
            period=Period.days(30),
            decided_by=Authority(name=names["committee"]),
            court_appeal_barred=True,
        ),
        "municipal appeal": _instruction(RemedyKind.MUNICIPAL_APPEAL, court, **members, **to_court),
        "administrative appeal": _instruction(RemedyKind.ADMINISTRATIVE_APPEAL, court, **to_court),
        "further appeal": _instruction(
            RemedyKind.FURTHER_APPEAL, _office(names["supreme"], COURT), **to_court
        ),
        "procurement correction": _instruction(
            RemedyKind.PROCUREMENT_CORRECTION, _office(names["unit"]), presumptions=[PROCUREMENT]
        ),
        "Market Court": _instruction(
            RemedyKind.MARKET_COURT_APPEAL,
            _office(names["market"], COURT),
            presumptions=[PROCUREMENT],
        ),
        "objection": _instruction(
            RemedyKind.OBJECTION,
            _office(names["committee"]),
            starts_from=StartingEvent.INVOICE,
            entitled=[Entitled.INVOICE_RECIPIENT],
            presumptions=[LETTER],
        ),
    }


CASES = [
    pytest.param(language, instruction, id=f"{language}, {name}")
    for language, names in NAMES.items()
    for name, instruction in _instructions(names).items()
]


def _wrapped(width: int) -> Callable[[str], str]:
    def change(text: str) -> str:
        lines = text.replace("\u00a0", " ").split("\n")
        return "\n".join("\n".join(textwrap.wrap(line, width)) if line else "" for line in lines)

    return change


def _cut(text: str) -> str:
    """Leave out the closing sentence, as a clerk does who tells of extracts elsewhere."""
    return text.rpartition("\n")[0]


def _headed(text: str) -> str:
    return f"MUUTOKSENHAKU\n\n{_cut(text)}"


def _on_two_pages(text: str) -> str:
    lines = _cut(text).split("\n")
    half = len(lines) // 2
    header = ["\f", "Mallilan kunta   Pöytäkirja   12/2025   5 (8)", ""]
    return "\n".join([*lines[:half], *header, *lines[half:]])


CHANGES = {
    "narrow lines": _wrapped(60),
    "wide lines": _wrapped(78),
    "cut": _cut,
    "a heading in front": _headed,
    "on two pages": _on_two_pages,
    "non-breaking spaces lost": lambda text: _cut(text).replace("\u00a0", ""),
    "indented": lambda text: textwrap.indent(_cut(text), "    "),
}


@pytest.mark.parametrize("change", [pytest.param(one, id=name) for name, one in CHANGES.items()])
@pytest.mark.parametrize(("language", "instruction"), CASES)
def test_laid_out_anew(
    language: str, instruction: AppealInstruction, change: Callable[[str], str]
) -> None:
    """
    Remedy, time, notice, authorities, contacts and hours are read from a changed layout too.
    """
    text = DECISION[language].format(change(write_instruction(instruction, language)))
    assert not list(own_passages(text))
    (found,) = read(text).decision.appeals
    assert isinstance(found, AppealInstruction)
    for field in READ:
        assert getattr(found, field) == getattr(instruction, field), field
    assert set(found.contents) == set(instruction.contents)


@pytest.mark.parametrize(("language", "instruction"), CASES)
def test_inside_a_decision(language: str, instruction: AppealInstruction) -> None:
    """
    What nobody changed is read whole, wherever it stands in a decision.
    """
    text = DECISION[language].format(write_instruction(instruction, language))
    assert read(text).decision.appeals == (instruction,)
