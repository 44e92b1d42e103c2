"""
Every public value says itself everywhere: in JSON, in `repr`, in a notebook and in sentences.
"""

from __future__ import annotations

import doctest
import runpy
from collections.abc import Iterator
from datetime import date, datetime
from enum import Enum
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from attrs import has

import kuntapaatos as kp
from kuntapaatos.io.json import from_json, to_json
from kuntapaatos.io.json.codes import CODES
from kuntapaatos.io.notebook import html
from kuntapaatos.io.wording import languages, say
from kuntapaatos.io.wording.fields import NAMES
from kuntapaatos.io.wording.terms import TERMS
from kuntapaatos.shown import Value

GOLDEN = Path(__file__).parents[1] / "data" / "json" / "make_golden.py"
SAMPLES: dict[str, Any] = runpy.run_path(str(GOLDEN))["SAMPLES"]
VALUES = {code: value for code, value in SAMPLES.items() if isinstance(value, Value)}
FAMILIES = sorted({*map(type, VALUES.values())}, key=lambda family: family.__name__)


def _made(family: type) -> Iterator[object]:
    """Give what the examples in a docstring make, by name or as what they show."""
    found = doctest.DocTestParser().get_examples(family.__doc__ or "")
    names = dict(vars(import_module(family.__module__)))
    known = set(map(id, names.values()))
    for example in found:
        if example.exc_msg is not None:
            continue
        try:
            yield eval(compile(example.source, "<example>", "eval"), names)
        except SyntaxError:
            exec(compile(example.source, "<example>", "exec"), names)
    yield from (value for value in names.values() if id(value) not in known)


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("code", CODES)
def test_every_value_is_said(code: str, language: str) -> None:
    """
    Each value and each term has words in every language, and a notebook shows it in them.
    """
    value = SAMPLES[code]
    if isinstance(value, str | int):
        return
    assert say(value, language).strip()
    if isinstance(value, Value):
        assert f'lang="{language}"' in html(value, language=language)
        assert type(value).__name__ in repr(value)


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.__name__)
def test_what_an_example_makes(family: type) -> None:
    """
    What the example of a class makes survives JSON, and has a picture or a table.
    """
    made = [value for value in _made(family) if type(value) is family]
    for value in made or [SAMPLES[code] for code, kind in CODES.items() if kind is family]:
        assert isinstance(value, Value)
        assert from_json(to_json(value)) == value
        assert value._repr_html_().strip()
        assert repr(value).strip()


def test_every_term_has_words() -> None:
    """
    No list of terms of a document is missing from the catalogues.
    """
    lists = {family.__name__ for family in CODES.values() if issubclass(family, Enum)}
    assert lists <= TERMS.keys()
    assert {kind for kind in map(type, VALUES.values()) if not has(kind)} == set()


@pytest.mark.parametrize("code", VALUES)
def test_what_names_its_fields_has_names(code: str) -> None:
    """
    A value without sentences of its own names each field in the reader's language.
    """
    shown = say(VALUES[code], "sv")
    unnamed = {
        line.partition(":")[0] for line in shown.splitlines() if "_" in line.partition(":")[0]
    }
    assert unnamed == set()
    assert len(NAMES) > 100


def test_several_at_once() -> None:
    """
    A list is said a value a line; an empty one says nothing.
    """
    periods = [kp.Period.days(14), kp.Period.months(1)]
    assert say(periods, "sv", plain=True) == "14 dagar\n1 månad"
    assert say([], "fi") == ""


def test_a_municipality_by_its_name_in_the_language() -> None:
    """
    A Swedish text says Pargas, and kommunallagen.
    """
    decision = kp.Decision(kind=kp.DocumentKind.DECISION, municipality=kp.municipality("Parainen"))
    assert say(decision, "sv").startswith("Pargas")
    assert say(kp.Provision("Kuntalaki", "410/2015", "138 §"), "sv", plain=True) == (
        "kommunallagen 138 §"
    )


def test_a_filing_without_hours() -> None:
    """
    Where the closing is not known, what came in is said with its moment alone.
    """
    counted = kp.count_deadline(kp.Notice.letter(date(2024, 12, 10)), kp.Period.days(14))
    came = kp.filing(counted, datetime(2024, 12, 20, 9, 5, tzinfo=kp.HELSINKI), kp.Channel.PAPER)
    assert say(came, "sv", plain=True) == "Inom tidsfristen: papper, inkom 20.12.2024 kl. 9.05."
