from __future__ import annotations

import pickle
import runpy
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

import kuntapaatos as k
from kuntapaatos.io.json import (
    CountDiffers,
    FaultKind,
    InvalidDocument,
    from_dict,
    from_json,
    to_dict,
    to_json,
)

GOLDEN = Path(__file__).parents[1] / "data" / "json" / "v3"

MADE = runpy.run_path(str(GOLDEN.parent / "make_golden.py"))
SAMPLES: dict[str, object] = MADE["SAMPLES"]
DECISION, DOUBTED = MADE["DECISION"], MADE["DOUBTED"]


def edited(code: str, *path: str | int, to: object) -> dict[str, Any]:
    """Return the sample's document with one place changed; `...` takes it away."""
    document = to_dict(SAMPLES[code])
    place: Any = document
    for key in path[:-1]:
        place = place[key]
    if to is ...:
        del place[path[-1]]
    else:
        place[path[-1]] = to
    return document


FORM, RULE, COUNT = FaultKind.FORM, FaultKind.RULE, FaultKind.COUNT
D = "päätös"
FAULTS = [
    pytest.param(edited("toimielin", "value", "name", to=5), "value.name must be a text; got 5", id="5 for a text"),
    pytest.param(edited("määräaika", "value", "length", to="12"), "value.length must be an integer; got '12'", id="a text for 12"),
    pytest.param(edited("määräaika", "value", "length", to=True), "value.length must be an integer; got True", id="true for 1"),
    pytest.param(edited("määräaika", "value", "length", to=0), "value.length must be an integer from 1 to 39812; got 0", id="too few"),
    pytest.param(edited("etuus", "value", "count", to=0), "value.count must be an integer from 1; got 0", id="no upper end"),
    pytest.param(edited("määräaika", "value", "unit", to="days"), "value.unit must be one of 'päivä', 'viikko', 'kuukausi', 'vuosi'; got 'days'", id="an unknown term"),
    pytest.param(edited("määräaika", "value", "unit", to=["päivä"]), "value.unit must be one of 'päivä', 'viikko', 'kuukausi', 'vuosi'; got a list of 1", id="a list for a term"),
    pytest.param(edited("määräaika", "value", to=[]), "value must be an object; got a list of 0", id="no object"),
    pytest.param(edited(D, "value", "decided_on", to="20241210"), "value.decided_on must be a day such as \"2025-01-03\"; got '20241210'", id="a day without hyphens"),
    pytest.param(edited(D, "value", "decided_on", to="2025-02-30"), "value.decided_on must be a day such as \"2025-01-03\"; got '2025-02-30'", id="30 February"),
    pytest.param(edited(D, "value", "decided_on", to="2025-02-03\n"), "value.decided_on must be a day such as \"2025-01-03\"; got '2025-02-03\\n'", id="a line feed"),
    pytest.param(edited(D, "value", "title", to=...), None, id="a title may be left out"),
    pytest.param(edited(D, "value", "kind", to=...), "value.kind must be given; got nothing", id="a kind may not"),
    pytest.param(edited(D, "value", "nimi", to=1), "value.nimi must be left out; got an unknown key", id="an unknown key"),
    pytest.param(edited(D, "value", "costs", 0, "amount", to=12000), "value.costs[0].amount must be a text of euros with two decimals, such as \"12000.00\"; got 12000", id="a number for a sum"),
    pytest.param(edited(D, "value", "costs", 0, "amount", to="1E3"), "value.costs[0].amount must be a text of euros with two decimals, such as \"12000.00\"; got '1E3'", id="an exponent"),
    pytest.param(edited(D, "value", "related", to="Tarjous"), "value.related must be a list; got 'Tarjous'", id="a text for a list"),
    pytest.param(edited(D, "value", "related", 0, to=None), "value.related[0] must be a text; got null", id="nothing in a list"),
    pytest.param(edited(D, "value", "contacts", 0, "name", to=["Maija"]), "value.contacts[0].name must be a text; got a list", id="a person's details stay out"),
    pytest.param(edited(D, "value", "maker", "type", to="OfficeHolder"), "value.maker.type must be an object with one of the types toimielin, viranhaltija; got 'OfficeHolder'", id="a class for a code"),
    pytest.param(edited(D, "value", "maker", "type", to=...), "value.maker must be an object with one of the types toimielin, viranhaltija; got an object of 1", id="no code"),
    pytest.param(edited(D, "value", "appeals", 0, "electronic_cutoff", "value", to="15.00"), "value.appeals[0].electronic_cutoff.value must be a local time such as \"15:00\"; got '15.00'", id="a clock with a full stop"),
    pytest.param(edited(D, "value", "appeals", 0, "electronic_cutoff", "zone", to="x"), "value.appeals[0].electronic_cutoff.zone must be left out; got an unknown key", id="more beside a value"),
    pytest.param(edited(D, "value", "appeals", 0, "electronic_cutoff", "value", to=...), "value.appeals[0].electronic_cutoff.value must be given; got nothing", id="no value"),
    pytest.param(edited("havainto", "value", "span", to=[1]), "value.span must be a list of 2; got a list of 1", id="one end of a span"),
    pytest.param(edited("havainto", "value", "stated", "type", to="Period"), "value.stated.type must be an object with the type of a value; got 'Period'", id="a class for anything"),
    pytest.param(edited("hetki", "value", to="2025-01-03T15:00:00"), "value must be a moment with its offset and zone, such as \"2025-01-03T15:00:00+02:00[Europe/Helsinki]\"; got '2025-01-03T15:00:00'", id="a naive moment"),
    pytest.param(edited("hetki", "value", to="2025-01-03T15:00:00+03:00[Europe/Helsinki]"), "value: there is no such value; a moment with", id="an offset that the zone has not"),
    pytest.param(edited("hetki", "value", to="2025-01-03T15:00:00+03:00[Europe/Nowhere]"), "value: there is no such value; a moment with", id="an unknown zone"),
    pytest.param(edited("hetki", "value", to="2025-01-03T15:00:00+03:00[Europe]"), "value: there is no such value; a moment with", id="a folder of zones"),
    pytest.param(edited("teksti", "value", to="\ud800"), "value: there is no such value; a text", id="half a letter"),
    pytest.param(edited("kausi", "value", "last_year", to=2024), "value: last_year must be 2025 or later; got 2024", id="years the wrong way round"),
    pytest.param(edited("päätös", "value", "contacts", to=[{"email": "\ud800"}]), "value.contacts[0].email: there is no such value; a text", id="a person's half letter"),
    pytest.param(edited("määräajan päättyminen", "value", "last_day", to=...), "value.last_day must be given; got nothing", id="a count left out"),
    pytest.param(edited("määräajan päättyminen", "value", "last_day", to=3), "value.last_day must be a day such as \"2025-01-03\"; got 3", id="a count of another form"),
    pytest.param(edited("kausi", "schema", to="other"), "schema must be 'kuntapaatos'; got 'other'", id="another schema"),
    pytest.param(edited("kausi", "version", to="1"), "version must be an integer from 1 to 3; got '1'", id="a text for a version"),
    pytest.param(edited("kausi", "type", to="Term"), "type must be the code of a type; got 'Term'", id="a class for the envelope's code"),
    pytest.param(edited("kausi", "type", to=1), "type must be the code of a type; got 1", id="a number for the envelope's code"),
    pytest.param(edited("kausi", "value", to=...), "value must be given; got nothing", id="no value in the envelope"),
    pytest.param(edited("kausi", "by", to="x"), "by must be left out; got an unknown key", id="more in the envelope"),
    pytest.param([], "it must be an object with schema, version, type, value; got a list of 0", id="no envelope"),
]  # fmt: skip


@pytest.mark.parametrize(("document", "message"), FAULTS)
def test_faults(document: Any, message: str | None) -> None:
    """
    Nothing is coerced, nothing left aside, and each fault has its path.
    """
    if message is None:
        assert from_dict(document) == evolve(DECISION, title=None)
        return
    with pytest.raises(InvalidDocument) as caught:
        from_dict(document)
    assert str(caught.value).startswith(f"the document has 1 fault: {message}")
    assert "Maija" not in str(caught.value)
    assert pickle.loads(pickle.dumps(caught.value)).faults == caught.value.faults


def test_all_at_once() -> None:
    """
    Every fault of a document is told at once.
    """
    document = edited(D, "value", "section", to=23)
    document["value"]["meeting_on"] = "eilen"
    document["value"]["maker"] = {"type": "viranhaltija", "title": 1, "name": 2}
    document["value"]["appeals"][0]["electronic_cutoff"] = {"type": "kellonaika", "klo": "15"}
    document["value"]["appeals"][1]["provisions"][0]["act"] = None
    document["value"]["membership"]["term"]["last_year"] = 2024
    document["more"] = 1
    with pytest.raises(InvalidDocument) as caught:
        from_dict(document)
    assert sorted((fault.path, fault.kind) for fault in caught.value.faults) == sorted([
        ("more", FORM),
        ("value.section", FORM),
        ("value.meeting_on", FORM),
        ("value.maker.title", FORM),
        ("value.maker.name", FORM),
        ("value.appeals[0].electronic_cutoff.value", FORM),
        ("value.appeals[0].electronic_cutoff.klo", FORM),
        ("value.appeals[1].provisions[0].act", FORM),
        ("value.membership.term", RULE),
    ])  # fmt: skip


def test_many_faults() -> None:
    """
    A message names the first twenty faults and counts the rest.
    """
    document = edited(D, "value", "related", to=list(range(25)))
    with pytest.raises(InvalidDocument, match=r"25 faults: .*related\[19\].*; and 5 more"):
        from_dict(document)


def test_a_long_value_is_shortened() -> None:
    """
    A message repeats no long text.
    """
    with pytest.raises(InvalidDocument) as caught:
        from_dict(edited("määräaika", "value", "unit", to="x" * 1000))
    assert len(str(caught.value)) < 250


@pytest.mark.parametrize(
    ("path", "stored"),
    [
        pytest.param(("last_day",), "2017-07-04", id="the last day"),
        pytest.param(("closes_at",), "2017-07-05T15:00:00+03:00[Europe/Helsinki]", id="closing"),
        pytest.param(("closes_at",), None, id="no closing"),
        pytest.param(("notice", "notified_on"), "2017-06-06", id="the day of notice"),
    ],
)
def test_counted_again(path: tuple[str, ...], stored: object) -> None:
    """
    A deadline is counted again when it is read; a difference shows both.
    """
    document = edited("määräajan päättyminen", "value", *path, to=stored)
    with pytest.raises(CountDiffers) as caught:
        from_dict(document)
    (fault,) = caught.value.faults
    before: Any = to_dict(DOUBTED)["value"]
    for key in path:
        before = before[key]
    assert (fault.path, fault.kind) == ("value." + ".".join(path), COUNT)
    assert fault.given.strip("'") == ("null" if stored is None else stored)
    assert fault.expected.strip("'") == before
    assert f"is stored as {fault.given} and counted as {fault.expected}" in str(caught.value)


@pytest.mark.parametrize(
    ("code", "field", "stored", "counted"),
    [
        ("lainvoima", "final_on", "2025-01-05", "2025-01-04"),
        ("lainvoima", "decided_by", None, "null"),
        ("saapumisen arvio", "verdict", "myöhässä", "'määräajassa'"),
        ("saapumisen arvio", "limit", None, "2025-01-03T15:00:00+02:00[Europe/Helsinki]"),
    ],
)
def test_answers_are_counted_again(code: str, field: str, stored: str | None, counted: str) -> None:
    """
    When a decision is final and whether a document came in time follow from the deadline kept.
    """
    with pytest.raises(CountDiffers) as caught:
        from_dict(edited(code, "value", field, to=stored))
    (fault,) = caught.value.faults
    assert fault.path == ("value.final_on" if field == "decided_by" else f"value.{field}")
    assert fault.expected == counted


def test_differences_beside_faults() -> None:
    """
    A difference beside another fault is no mere difference.
    """
    document = edited("määräajan päättyminen", "value", "last_day", to="2017-07-04")
    document["by"] = 1
    with pytest.raises(InvalidDocument) as caught:
        from_dict(document)
    assert type(caught.value) is InvalidDocument


def test_corrected_rule() -> None:
    """
    A rule that no longer covers the day is told as a fault with its sentence.
    """
    document = edited("tiedoksianto", "value", "day", to="1993-01-07")
    document["value"]["proven_day"] = None
    with pytest.raises(InvalidDocument, match="no rule") as caught:
        from_dict(document)
    assert [fault.kind for fault in caught.value.faults] == [RULE]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param("", "must be JSON in UTF-8; got a fault at character 0", id="nothing"),
        pytest.param(b"\xff", "must be JSON in UTF-8; got other bytes", id="no UTF-8"),
        pytest.param('{"a":1,"a":2}', "must be an object whose keys stand once; got 'a'", id="a key twice"),
        pytest.param('{"a":NaN}', "must be made of finite numbers; got 'NaN'", id="NaN"),
        pytest.param("[-Infinity]", "must be made of finite numbers; got '-Infinity'", id="Infinity"),
        pytest.param("[" * 200_000, "must be less deeply nested; got 'a text'", id="too deep"),
        pytest.param("1" * 5000, "must be JSON in UTF-8; got other bytes", id="a very long number"),
        pytest.param(to_json(14).replace("14", "14.0"), "value must be an integer; got 14.0", id="14.0"),
        pytest.param(to_json(14).replace("14", "1e30"), "value must be an integer; got 1E+30", id="1e30"),
    ],
)  # fmt: skip
def test_texts(text: str | bytes, message: str) -> None:
    """
    A text that is no JSON, or says a thing twice, is refused.
    """
    with pytest.raises(InvalidDocument) as caught:
        from_json(text)
    assert message in str(caught.value)


def test_nested_too_deeply() -> None:
    """
    A document of endless depth is refused, not followed.
    """
    document = to_dict(SAMPLES["vaihtoehto"])
    place = document["value"]
    for _ in range(5_000):
        place["value"] = {"type": "vaihtoehto", "basis": "laki", "value": None}
        place = place["value"]
    with pytest.raises(InvalidDocument, match="less deeply nested"):
        from_dict(document)


def test_other_arguments() -> None:
    """
    What is no text and no type of a value is the caller's mistake.
    """
    with pytest.raises(k.errors.InvalidValue, match="text must be a str"):
        from_json(5)  # type: ignore[call-overload]
    with pytest.raises(k.errors.InvalidValue, match="expected must be"):
        from_dict({}, dict)
