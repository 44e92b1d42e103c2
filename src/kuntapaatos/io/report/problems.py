r"""
What the reader was not sure of, for a person: nothing of it is hidden.

>>> from kuntapaatos.io.text import read
>>> reading = read("Kunnanhallitus 3.2.2025 § 14\nPäätös\nHyväksyttiin.")
>>> print(problems_part(reading, Speech("fi")))
Huomioita tekstistä
-------------------
- muutoksenhakuohje puuttuu (rivi 3)
"""

from __future__ import annotations

import re

from kuntapaatos.appeal import Presumption
from kuntapaatos.io.report.instruction import presumption_text
from kuntapaatos.io.report.layout import bullets, heading, shortened
from kuntapaatos.io.report.speech import Speech, later
from kuntapaatos.io.text.reading import Found, Problem, ProblemCode, Reading

__all__ = ["problems_part"]

_NAMES = {
    "municipality": later("municipality"),
    "maker": later("maker"),
    "maker.title": later("title of the maker"),
    "meeting_on": later("day of the meeting"),
    "decided_on": later("day of the decision"),
    "section": later("section"),
    "record_id": later("record number"),
    "classification": later("class of the matter"),
    "title": later("heading"),
    "presenter": later("presenter"),
    "proposal": later("proposal"),
    "resolution": later("decision"),
    "outcome": later("outcome"),
    "published_on": later("day of publication"),
    "extract.on": later("day on which the extract was certified"),
    "membership.network": later("network"),
    "membership.term": later("term"),
    "membership.annual_fee": later("fee a year"),
    "membership.stated_total": later("stated total"),
    "appeals": later("appeal"),
    "remedy": later("remedy"),
    "period": later("time limit"),
    "starts_from": later("start of the time limit"),
    "decided_by": later("authority that decides"),
    "deliver_to": later("where to deliver"),
    "entitled": later("who may act"),
    "presumptions": later("presumption of notice"),
    "paper_cutoff": later("time of day on the last day"),
    "electronic_cutoff": later("time of day for an electronic document"),
    "hours": later("opening hours"),
    "name": later("name"),
    "email": later("e-mail"),
    "phone": later("telephone"),
    "postal_address": later("postal address"),
    "visiting_address": later("visiting address"),
}
_APPEAL = re.compile(r"appeals\[(\d{1,6})\]\.?")


def problems_part(reading: Reading, t: Speech) -> str:
    """
    Return what is contradictory or missing in a text, and what had several readings.

    Empty when there is nothing of the kind.
    """
    lines = [_problem(problem, reading, t) for problem in reading.problems]
    told = {problem.field for problem in reading.problems if problem.code is ProblemCode.AMBIGUOUS}
    lines += [_choice(item, reading, t) for item in reading.found if _is_choice(item, told)]
    if not lines:
        return ""
    title = t("Remarks on the text")
    return f"{heading(title)}\n{bullets(dict.fromkeys(lines))}"


def _is_choice(item: Found, told: set[str | None]) -> bool:
    if item.value is None and item.field in told:
        return False
    return bool(item.candidates)


def _problem(problem: Problem, reading: Reading, t: Speech) -> str:
    name = "" if problem.field is None else _name(problem.field, t)
    stated = "; ".join(_value(value, t) for value in problem.stated)
    text = t.term(problem.code)
    if problem.code is ProblemCode.AMBIGUOUS:
        reasons = (item.why for item in reading.where(problem.field or ""))
        why = next((reason for reason in reasons if reason is not None), None)
        text = t("{name}: not chosen; candidates {values}", name=name, values=stated)
        text += "" if why is None else f" ({t.why(why)})"
    elif stated:
        text = f"{text}: {stated}"
    elif _APPEAL.match(problem.field or ""):
        text = f"{text}: {name}"
    return t("{text} (line {number})", text=text, number=_line(reading, problem.span.start))


def _choice(item: Found, reading: Reading, t: Speech) -> str:
    values = " / ".join(_value(value, t) for value in item.candidates)
    name = _name(item.field, t)
    if item.value is None:
        text = t("{name}: not chosen; candidates {values}", name=name, values=values)
    else:
        chosen = _value(item.value, t)
        text = t(
            "{name}: chosen {chosen}; candidates {values}", name=name, chosen=chosen, values=values
        )
    text += "" if item.why is None else f" ({t.why(item.why)})"
    return t("{text} (line {number})", text=text, number=_line(reading, item.span.start))


def _name(path: str, t: Speech) -> str:
    """Return the name of a field, as people call it."""
    found = _APPEAL.match(path)
    if found is None:
        return t(_NAMES[path]) if path in _NAMES else path
    parts = [part for part in path[found.end() :].split(".") if part]
    inside = [t(_NAMES[part]) if part in _NAMES else part for part in parts]
    return ", ".join([t("appeal {number}", number=int(found[1]) + 1), *inside])


def _value(value: object, t: Speech) -> str:
    if isinstance(value, Presumption):
        return presumption_text(value, t)
    return shortened(t.value(value), 120)


def _line(reading: Reading, start: int) -> int:
    return reading.text.count("\n", 0, start) + 1
