r"""
Every remedy of a document with its clocks: those it instructs about, or those the law gives.

>>> from kuntapaatos.io.text import read
>>> reading = read("Kunnanhallitus 3.2.2025 § 14\nPäätös\nHyväksyttiin.")
>>> [one.title for one in answers(reading, Known(), Voice("sv"))]
['Ändringssökande: begäran om omprövning enligt lag']
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from kuntapaatos.appeal import AppealInstruction
from kuntapaatos.decision import DocumentKind
from kuntapaatos.io.report.deadlines import before, final_text, openness_text, overview, safest_text
from kuntapaatos.io.report.instruction import instruction_part, prohibition_text
from kuntapaatos.io.report.known import Known
from kuntapaatos.io.report.law_gives import as_instruction, law_gives, remedy_text
from kuntapaatos.io.report.lawyer import beside
from kuntapaatos.io.report.layout import heading, pairs, paragraph
from kuntapaatos.io.report.tracks import Row, decided_on, is_counted, rows
from kuntapaatos.io.text.reading import Reading
from kuntapaatos.io.wording.voice import Voice, later
from kuntapaatos.scope import check_scope

__all__ = ["NO_ADVICE", "Answer", "answers", "appeal_part", "until"]

NO_ADVICE = later(
    "The rules were checked up to {day}. This is no legal advice: before a right of yours depends "
    "on a day, read the instruction and ask the registry."
)
"""What every report ends with."""

_MISSING = later("This text lacks an appeal instruction.")
# Law: KHO:2020:132
_LATER = later(
    "Without an instruction the time usually starts only when one is sent (KHO:2020:132); the "
    "safest is to count it from notice of the decision. The starting day cannot be told from "
    "this text."
)
_NOT_DECIDED = later(
    "The document is a proposal: nothing is decided yet, so no time limit is running."
)
_NOT_COUNTED = later(
    "The time limit was not counted: by the instruction it does not start from receipt of "
    "notice. Count it as the instruction says, or ask the registry."
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


def answers(reading: Reading, known: Known, t: Voice) -> list[Answer]:
    """
    Return the remedies of a document, in its order; those of the law when it names none.

    None for what a list alone names: whether it can be appealed stands in another file.

    Raises:
        InvalidValue: The decision is not of a municipality of the mainland.
    """
    decision = check_scope(reading.decision)
    if reading.is_listed:
        return []
    if not decision.appeals:
        return list(_by_law(reading, known, t))
    found: list[Answer] = []
    for place, item in enumerate(decision.appeals, 1):
        number = f" ({place}/{len(decision.appeals)})" if len(decision.appeals) > 1 else ""
        if isinstance(item, AppealInstruction):
            found.append(_instructed(item, number, reading, known, t))
        else:
            ground = t("no ground stated") if item.ground is None else t.term(item.ground)
            name = t("Prohibition of appeal") + number
            short = t("no appeal may be made: {ground}", ground=ground)
            found.append(Answer(name, name, paragraph(prohibition_text(item, t)), short=short))
    return found


def _instructed(
    item: AppealInstruction, number: str, reading: Reading, known: Known, t: Voice
) -> Answer:
    decision, name = reading.decision, f"{t.term(item.remedy)}{number}"
    said, short = instruction_part(item, t, known.hours), ""
    if decision.kind is DocumentKind.AGENDA_ITEM:
        short = t(_NOT_DECIDED)
        said = f"{paragraph(short)}\n\n{said}"
    elif not is_counted(item):
        short = t("{name}: not counted, since the time does not start from notice", name=name)
    clocks = rows(item, decision, known, t)
    return Answer(t("Appeal: {name}", name=name), name, said, item, clocks, short)


def _by_law(reading: Reading, known: Known, t: Voice) -> Iterator[Answer]:
    decision = reading.decision
    if decision.kind is DocumentKind.AGENDA_ITEM:
        short = t(_NOT_DECIDED)
        yield Answer(t("Appeal"), t("appeal"), paragraph(short), short=short)
        return
    missing = t(_MISSING)
    given = law_gives(decision, decided_on(decision, known), t)
    said = "\n".join(map(paragraph, (missing, given.sentence)))
    if not given.remedies:
        yield Answer(t("Appeal"), t("appeal"), said, short=missing)
    for remedy in given.remedies:
        name, instruction = t.term(remedy.kind), as_instruction(remedy)
        row = paragraph(remedy_text(remedy, decision, t), "  ", "- ")
        yield Answer(
            t("Appeal: {name} by law", name=name),
            name,
            "\n".join([said, row, paragraph(t(_LATER))]),
            instruction,
            rows(instruction, decision, known, t),
            missing,
        )


def appeal_part(answer: Answer, reading: Reading, known: Known, t: Voice) -> str:
    """Return one remedy for a person: what is said of it, its deadlines, and their grounds."""
    parts = [f"{heading(answer.title)}\n{answer.said}"]
    instruction = answer.instruction
    alone = len(reading.decision.instructions) < 2
    if instruction is None:
        return parts[0]
    if not is_counted(instruction):
        return "\n\n".join([*parts, paragraph(t(_NOT_COUNTED))])
    parts.append("\n\n".join([t("Deadlines"), overview(answer.rows, t)]))
    parts += [
        beside(row, row.answer, reading, known, t) for row in answer.rows if row.answer is not None
    ]
    final = final_text(instruction, answer.rows, t, alone=alone)
    parts.append(pairs([(t("Earliest moment"), safest_text(answer.rows, t)), (t("Final"), final)]))
    return "\n\n".join(parts)


def until(one: Answer, known: Known, t: Voice) -> Iterator[str]:
    """Give each last moment of a remedy, and for whom it is not known."""
    if one.short:
        yield one.short
    for row in one.rows:
        if row.answer is not None:
            told = f"{t.way(row.way)} {t.value(row.day)}"
            if row.given:
                told += t(", assumed")
            line = f"{one.name}, {t.track(row.track)} ({told}): {before(row.answer, t)}"
            if known.at is not None:
                line += f"; {t.moment(known.at)}: {openness_text(row.answer, known.at, t)}"
            yield line
    for track in dict.fromkeys(row.track for row in one.rows):
        own = [row for row in one.rows if row.track is track]
        if all(row.answer is None for row in own):
            options = t(" or ").join(dict.fromkeys(row.option for row in own))
            asked = t("give {options} DAY", options=options)
            why = next((row.why for row in own if row.day is not None), asked)
            told = t("cannot be counted; {why}", why=why)
            yield f"{one.name}, {t.track(track)}: {told}"
