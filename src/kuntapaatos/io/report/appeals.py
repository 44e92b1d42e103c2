r"""
Every remedy of a document with its clocks: those it instructs about, or those the law gives.

>>> from kuntapaatos.io.text import read
>>> reading = read("Kunnanhallitus 3.2.2025 § 14\nPäätös\nHyväksyttiin.")
>>> [one.title for one in answers(reading, Known())]
['Muutoksenhaku: oikaisuvaatimus lain mukaan']
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from kuntapaatos.appeal import AppealInstruction
from kuntapaatos.decision import DocumentKind
from kuntapaatos.io.report.deadlines import final_text, overview, safest_text
from kuntapaatos.io.report.instruction import instruction_part, prohibition_text
from kuntapaatos.io.report.known import Known
from kuntapaatos.io.report.law_gives import as_instruction, law_gives, remedy_text
from kuntapaatos.io.report.lawyer import beside
from kuntapaatos.io.report.layout import heading, pairs, paragraph
from kuntapaatos.io.report.tracks import Row, decided_on, is_counted, rows
from kuntapaatos.io.text.reading import Reading

__all__ = ["Answer", "answers", "appeal_part"]

_MISSING = "Tästä tekstistä puuttuu muutoksenhakuohje."
_LATER = (
    "Kun ohje puuttuu, aika alkaa yleensä vasta ohjeen toimittamisesta (KHO:2020:132); varminta "
    "on laskea se päätöksen tiedoksisaannista. Alkamispäivää ei tiedetä tästä tekstistä."
)
_NOT_DECIDED = "Asiakirja on ehdotus: mitään ei ole vielä päätetty, joten määräaika ei kulu."
_NOT_COUNTED = (
    "Määräaikaa ei laskettu: ohjeen mukaan se ei ala tiedoksisaannista. Laske se ohjeen mukaan "
    "tai kysy kirjaamosta."
)


class Answer(NamedTuple):
    """
    One remedy, or why there is none.

    Attributes:
        title: What it is called in the report.
        name: The remedy, with its place among several.
        said: What the text or the law says of it.
        instruction: What is counted; `None` when nothing is.
        rows: Its clocks.
        short: What has to be known before anything is counted; empty when nothing has.
    """

    title: str
    name: str
    said: str
    instruction: AppealInstruction | None = None
    rows: tuple[Row, ...] = ()
    short: str = ""


def answers(reading: Reading, known: Known) -> list[Answer]:
    """Return the remedies of a document, in its order; those of the law when it names none."""
    decision = reading.decision
    if not decision.appeals:
        return list(_by_law(reading, known))
    found: list[Answer] = []
    for place, item in enumerate(decision.appeals, 1):
        number = f" ({place}/{len(decision.appeals)})" if len(decision.appeals) > 1 else ""
        if isinstance(item, AppealInstruction):
            found.append(_instructed(item, number, reading, known))
        else:
            ground = "peruste puuttuu" if item.ground is None else item.ground.value
            name, said = f"Muutoksenhakukielto{number}", paragraph(prohibition_text(item))
            found.append(Answer(name, name, said, short=f"muutosta ei saa hakea: {ground}"))
    return found


def _instructed(item: AppealInstruction, number: str, reading: Reading, known: Known) -> Answer:
    decision, name = reading.decision, f"{item.remedy.value}{number}"
    said, short = instruction_part(item, known.hours), ""
    if decision.kind is DocumentKind.AGENDA_ITEM:
        said, short = f"{paragraph(_NOT_DECIDED)}\n\n{said}", _NOT_DECIDED
    elif not is_counted(item):
        short = f"{name}: ei laskettu, sillä aika ei ala tiedoksisaannista"
    clocks = rows(item, decision, known)
    return Answer(f"Muutoksenhaku: {name}", name, said, item, clocks, short)


def _by_law(reading: Reading, known: Known) -> Iterator[Answer]:
    decision = reading.decision
    if decision.kind is DocumentKind.AGENDA_ITEM:
        said = paragraph(_NOT_DECIDED)
        yield Answer("Muutoksenhaku", "muutoksenhaku", said, short=_NOT_DECIDED)
        return
    given = law_gives(decision, decided_on(decision, known))
    said = "\n".join(map(paragraph, (_MISSING, given.sentence)))
    if not given.remedies:
        yield Answer("Muutoksenhaku", "muutoksenhaku", said, short=_MISSING)
    for remedy in given.remedies:
        name, instruction = remedy.kind.value, as_instruction(remedy)
        row = paragraph(remedy_text(remedy, decision), "  ", "- ")
        yield Answer(
            f"Muutoksenhaku: {name} lain mukaan",
            name,
            "\n".join([said, row, paragraph(_LATER)]),
            instruction,
            rows(instruction, decision, known),
            _MISSING,
        )


def appeal_part(answer: Answer, reading: Reading, known: Known) -> str:
    """Return one remedy for a person: what is said of it, its deadlines, and their grounds."""
    parts = [f"{heading(answer.title)}\n{answer.said}"]
    instruction = answer.instruction
    alone = len(reading.decision.instructions) < 2
    if instruction is None:
        return parts[0]
    if not is_counted(instruction):
        return "\n\n".join([*parts, paragraph(_NOT_COUNTED)])
    parts.append(f"Määräajat\n\n{overview(answer.rows)}")
    parts += [
        beside(row, row.answer, reading, known) for row in answer.rows if row.answer is not None
    ]
    parts.append(
        pairs(
            [
                ("Varhaisin hetki", safest_text(answer.rows)),
                ("Lainvoima", final_text(instruction, answer.rows, alone=alone)),
            ]
        )
    )
    return "\n\n".join(parts)
