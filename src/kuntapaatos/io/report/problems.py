r"""
What the reader was not sure of, for a person: nothing of it is hidden.

>>> from kuntapaatos.io.text import read
>>> reading = read("Kunnanhallitus 3.2.2025 § 14\nPäätös\nHyväksyttiin.")
>>> print(problems_part(reading, Voice("fi")))
Huomioita tekstistä
-------------------
- muutoksenhakuohje puuttuu (rivi 3)
"""

from __future__ import annotations

import re

from kuntapaatos.appeal import Presumption
from kuntapaatos.io.report.instruction import presumption_text
from kuntapaatos.io.report.layout import bullets, heading, shortened
from kuntapaatos.io.text.reading import Found, Problem, ProblemCode, Reading, Unread
from kuntapaatos.io.wording.fields import named
from kuntapaatos.io.wording.voice import Voice

__all__ = ["problem_lines", "problems_part", "remark_lines", "unread_lines", "unread_part"]

_QUOTED = 160
_APPEAL = re.compile(r"appeals\[(\d{1,6})\]\.?")


def problems_part(reading: Reading, t: Voice) -> str:
    """
    Return what is contradictory or missing in a text, and what had several readings.

    Empty when there is nothing of the kind.
    """
    lines = remark_lines(reading, t)
    title = t("Remarks on the text")
    return f"{heading(title)}\n{bullets(lines)}" if lines else ""


def problem_lines(reading: Reading, t: Voice) -> tuple[str, ...]:
    """
    Return everything that the reader was not sure of, a sentence each.

    What is contradictory or missing and what had several readings, in the order of the
    reader's problems; then what was not understood.
    """
    unread = (_unread(item, reading, t) for item in reading.unread)
    return tuple(dict.fromkeys((*remark_lines(reading, t), *unread)))


def remark_lines(reading: Reading, t: Voice) -> tuple[str, ...]:
    """Return what is contradictory or missing, and what had several readings."""
    lines = [
        _problem(problem, reading, t)
        for problem in reading.problems
        if problem.code is not ProblemCode.NOT_UNDERSTOOD
    ]
    told = {problem.field for problem in reading.problems if problem.code is ProblemCode.AMBIGUOUS}
    lines += [_choice(item, reading, t) for item in reading.found if _is_choice(item, told)]
    return tuple(dict.fromkeys(lines))


def unread_part(reading: Reading, t: Voice) -> str:
    r"""
    Return the sentences that nobody understood and that could change a value.

    Empty when there are none.

    >>> from kuntapaatos.io.text import read
    >>> reading = read("Kunnanhallitus 3.2.2025 § 14\nPäätös\nPäätettiin, ettei koulua aideta.")
    >>> print(unread_part(reading, Voice("fi")))
    Näitä kohtia ei ymmärretty
    --------------------------
    - ”Päätettiin, ettei koulua aideta.” (rivi 3): kielto; voi muuttaa: tulos
    """
    lines = unread_lines(reading, t)
    title = t("These passages were not understood")
    return f"{heading(title)}\n{bullets(lines)}" if lines else ""


def unread_lines(reading: Reading, t: Voice) -> tuple[str, ...]:
    """Return each sentence that nobody understood, with what it holds and could change."""
    return tuple(dict.fromkeys(_unread(item, reading, t) for item in reading.unread))


def _unread(item: Unread, reading: Reading, t: Voice) -> str:
    text, mark = shortened(item.text, _QUOTED), t.term(item.mark)
    number = _line(reading, item.span.start)
    if item.field is None:
        return t("”{text}” (line {number}): {mark}", text=text, number=number, mark=mark)
    return t(
        "”{text}” (line {number}): {mark}; it could change: {name}",
        text=text,
        number=number,
        mark=mark,
        name=_name(item.field, t),
    )


def _is_choice(item: Found, told: set[str | None]) -> bool:
    if item.value is None and item.field in told:
        return False
    return bool(item.candidates)


def _problem(problem: Problem, reading: Reading, t: Voice) -> str:
    name = "" if problem.field is None else _name(problem.field, t)
    stated = "; ".join(_value(value, t) for value in problem.stated)
    text = t.term(problem.code)
    if problem.code is ProblemCode.AMBIGUOUS:
        reasons = (item.why for item in reading.where(problem.field or ""))
        why = next((reason for reason in reasons if reason is not None), None)
        text = t("{name}: not chosen; candidates {values}", name=name, values=stated)
        text += "" if why is None else f" ({t.term(why)})"
    elif stated:
        text = f"{text}: {stated}"
    elif _APPEAL.match(problem.field or ""):
        text = f"{text}: {name}"
    return t("{text} (line {number})", text=text, number=_line(reading, problem.span.start))


def _choice(item: Found, reading: Reading, t: Voice) -> str:
    values = " / ".join(_value(value, t) for value in item.candidates)
    name = _name(item.field, t)
    if item.value is None:
        text = t("{name}: not chosen; candidates {values}", name=name, values=values)
    else:
        chosen = _value(item.value, t)
        text = t(
            "{name}: chosen {chosen}; candidates {values}", name=name, chosen=chosen, values=values
        )
    text += "" if item.why is None else f" ({t.term(item.why)})"
    return t("{text} (line {number})", text=text, number=_line(reading, item.span.start))


def _name(path: str, t: Voice) -> str:
    """Return the name of a field, as people call it."""
    found = _APPEAL.match(path)
    if found is None:
        return named(t, path)
    parts = [part for part in path[found.end() :].split(".") if part]
    inside = [named(t, part) for part in parts]
    return ", ".join([t("appeal {number}", number=int(found[1]) + 1), *inside])


def _value(value: object, t: Voice) -> str:
    if isinstance(value, Presumption):
        return presumption_text(value, t)
    return shortened(t.value(value), 120)


def _line(reading: Reading, start: int) -> int:
    return reading.text.count("\n", 0, start) + 1
