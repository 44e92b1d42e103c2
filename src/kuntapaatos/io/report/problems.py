r"""
What the reader was not sure of, for a person: nothing of it is hidden.

>>> from kuntapaatos.io.text import read
>>> print(problems_part(read("Kunnanhallitus 3.2.2025 § 14\nPäätös\nHyväksyttiin.")))
Huomioita tekstistä
-------------------
- muutoksenhakuohje puuttuu (rivi 3)
"""

from __future__ import annotations

import re
from decimal import Decimal

from kuntapaatos.appeal import Presumption
from kuntapaatos.io.report.instruction import presumption_text
from kuntapaatos.io.report.layout import bullets, heading, shortened
from kuntapaatos.io.text.reading import Found, Problem, ProblemCode, Reading
from kuntapaatos.money import written
from kuntapaatos.shown import shown

__all__ = ["problems_part"]

_NAMES = {
    "municipality": "kunta",
    "maker": "päättäjä",
    "maker.title": "päättäjän nimike",
    "meeting_on": "kokouksen päivä",
    "decided_on": "päätöksen päivä",
    "section": "pykälä",
    "record_id": "asianumero",
    "classification": "tehtäväluokka",
    "title": "otsikko",
    "presenter": "esittelijä",
    "proposal": "päätösehdotus",
    "resolution": "päätös",
    "outcome": "tulos",
    "published_on": "julkaisupäivä",
    "extract.on": "otteen todistamisen päivä",
    "membership.network": "verkosto",
    "membership.term": "kausi",
    "membership.annual_fee": "vuosimaksu",
    "membership.stated_total": "ilmoitettu kokonaissumma",
    "appeals": "muutoksenhaku",
    "remedy": "keino",
    "period": "määräaika",
    "starts_from": "määräajan alku",
    "decided_by": "ratkaiseva viranomainen",
    "deliver_to": "toimitusosoite",
    "entitled": "hakuoikeus",
    "presumptions": "tiedoksisaantiolettama",
    "paper_cutoff": "viimeisen päivän kellonaika",
    "electronic_cutoff": "sähköisen asiakirjan kellonaika",
    "hours": "aukiolo",
    "name": "nimi",
    "email": "sähköposti",
    "phone": "puhelin",
    "postal_address": "postiosoite",
    "visiting_address": "käyntiosoite",
}
_APPEAL = re.compile(r"appeals\[(\d{1,6})\]\.?")


def problems_part(reading: Reading) -> str:
    """
    Return what is contradictory or missing in a text, and what had several readings.

    Empty when there is nothing of the kind.
    """
    lines = [_problem(problem, reading) for problem in reading.problems]
    told = {problem.field for problem in reading.problems if problem.code is ProblemCode.AMBIGUOUS}
    lines += [_choice(item, reading) for item in reading.found if _is_choice(item, told)]
    if not lines:
        return ""
    return f"{heading('Huomioita tekstistä')}\n{bullets(dict.fromkeys(lines))}"


def _is_choice(item: Found, told: set[str | None]) -> bool:
    if item.value is None and item.field in told:
        return False
    return bool(item.candidates)


def _problem(problem: Problem, reading: Reading) -> str:
    name = "" if problem.field is None else _name(problem.field)
    stated = "; ".join(map(_value, problem.stated))
    text = problem.code.value
    if problem.code is ProblemCode.AMBIGUOUS:
        why = next(
            (item.why for item in reading.where(problem.field or "") if item.why is not None), None
        )
        text = f"{name}: ei valittu; ehdolla {stated}" + ("" if why is None else f" ({why})")
    elif stated:
        text = f"{text}: {stated}"
    elif _APPEAL.match(problem.field or ""):
        text = f"{text}: {name}"
    return f"{text} (rivi {_line(reading, problem.span.start)})"


def _choice(item: Found, reading: Reading) -> str:
    candidates = " / ".join(map(_value, item.candidates))
    chosen = "ei valittu" if item.value is None else f"valittu {_value(item.value)}"
    why = "" if item.why is None else f" ({item.why})"
    line = _line(reading, item.span.start)
    return f"{_name(item.field)}: {chosen}; ehdolla {candidates}{why} (rivi {line})"


def _name(path: str) -> str:
    """Return the Finnish name of a field, as people call it."""
    found = _APPEAL.match(path)
    if found is None:
        return _NAMES.get(path, path)
    inside = ", ".join(_NAMES.get(part, part) for part in path[found.end() :].split(".") if part)
    return f"muutoksenhaku {int(found[1]) + 1}{inside and ', '}{inside}"


def _value(value: object) -> str:
    if isinstance(value, Decimal):
        return written(value)
    if isinstance(value, Presumption):
        return presumption_text(value)
    return shortened(shown(value), 120)


def _line(reading: Reading, start: int) -> int:
    return reading.text.count("\n", 0, start) + 1
