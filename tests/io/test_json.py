from __future__ import annotations

import json
import pickle
import re
import runpy
import subprocess
import sys
from datetime import UTC, datetime, time, timedelta, timezone, tzinfo
from decimal import Decimal
from enum import Enum
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from attrs import fields

import kuntapaatos as k
from kuntapaatos.findings import Severity
from kuntapaatos.io.json import (
    InvalidDocument,
    NewerDocument,
    documents,
    extra,
    from_dict,
    from_json,
    to_dict,
    to_json,
)
from kuntapaatos.io.json.codes import CODES, code_of
from kuntapaatos.io.json.decoding import faults_of
from kuntapaatos.io.json.schema import json_schema, name_of
from kuntapaatos.io.json.upgrades import upgraded
from kuntapaatos.shown import Value

GOLDEN = Path(__file__).parents[1] / "data" / "json" / "v1"
SCHEMA = Path(k.__file__).parent / "schema" / "kuntapaatos-1.schema.json"

MADE = runpy.run_path(str(GOLDEN.parent / "make_golden.py"))
SAMPLES: dict[str, object] = MADE["SAMPLES"]
DECISION, AT = MADE["DECISION"], MADE["AT"]


def golden(code: str) -> Path:
    """Return the file of a code."""
    return GOLDEN / f"{name_of(code)}.json"


@pytest.mark.parametrize("code", CODES)
def test_golden(code: str) -> None:
    """
    What version 1 wrote is read for ever, and written again in the same bytes.
    """
    text = golden(code).read_bytes().decode()
    assert from_json(text) == SAMPLES[code]
    assert to_json(SAMPLES[code]) + "\n" == text


def test_terms_stay() -> None:
    """
    A term that was ever written stays readable: none is renamed or taken away.
    """
    terms = json.loads((GOLDEN / "terms.json").read_text(encoding="utf-8"))
    for code, values in terms.items():
        for value in values:
            document = {"schema": "kuntapaatos", "version": 1, "type": code, "value": value}
            assert from_dict(document).value == value
    now = {
        code: [member.value for member in family]
        for code, family in CODES.items()
        if issubclass(family, Enum)
    }
    assert terms == now


def test_published_schema() -> None:
    """
    The schema in the package is the one the types give.

    `python -m kuntapaatos.io.json.schema` prints it.
    """
    assert json.loads(SCHEMA.read_text(encoding="utf-8")) == json_schema()


def test_codes_are_in_the_reference() -> None:
    """
    The page of the schema names every type by its code, and nothing else.
    """
    page = Path(__file__).parents[2] / "docs" / "reference" / "schema.md"
    listed = re.findall(
        r'^\| `"(.+)"` \| `(\w+)` \|', page.read_text(encoding="utf-8"), re.MULTILINE
    )
    assert dict(listed) == {code: family.__name__ for code, family in CODES.items()}


def test_schema_as_a_program(monkeypatch: pytest.MonkeyPatch) -> None:
    """
    The published file is what the module prints.
    """
    command = [sys.executable, "-W", "ignore", "-m", "kuntapaatos.io.json.schema"]
    monkeypatch.setenv("PYTHONUTF8", "1")
    ran = subprocess.run(command, check=True, capture_output=True)
    assert ran.stdout.decode().replace("\r\n", "\n") == SCHEMA.read_text(encoding="utf-8")


def subclasses(family: type) -> list[type]:
    """Return every class below one, at any depth."""
    found: list[type] = list(family.__subclasses__())
    return found + [below for child in found for below in subclasses(child)]


def test_every_value_has_a_code() -> None:
    """
    Every domain value and every term of the library can stand in a document, once.
    """
    public = [getattr(k, name) for name in k.__all__]
    kinds = [
        kind for kind in public
        if isinstance(kind, type) and issubclass(kind, (Value, Enum))
    ]  # fmt: skip
    assert {kind for kind in kinds if code_of(kind) is None} == set()
    # attrs makes a second class where it adds slots; the first is waste that may still be there.
    domain = {
        kind
        for kind in subclasses(Value)
        if kind.__module__.startswith("kuntapaatos.")
        and not kind.__module__.startswith("kuntapaatos.io")
        and hasattr(kind, "__attrs_attrs__")
    }
    # What is made only inside a count, and never given out.
    assert {kind.__name__ for kind in domain if code_of(kind) is None} <= {"_LawSide"}
    assert len({name_of(code) for code in CODES}) == len(CODES) == len(set(CODES.values()))
    assert not {code for code in CODES if code.isascii() and code.title() == code}


@pytest.mark.parametrize("code", CODES)
def test_dict_and_text_agree(code: str) -> None:
    """
    A document is the same as a dict and as a text, indented or not.
    """
    document = to_dict(SAMPLES[code])
    assert json.loads(to_json(SAMPLES[code])) == document
    assert from_dict(document) == from_json(to_json(SAMPLES[code], indent=2).encode())
    assert from_dict(document, CODES[code]) == SAMPLES[code]


def test_zone_is_kept() -> None:
    """
    A moment comes back with its zone: a name, or a fixed offset.
    """
    for zone, text in (
        (k.HELSINKI, "2025-01-03T14:59:30+02:00[Europe/Helsinki]"),
        (ZoneInfo("UTC"), "2025-01-03T14:59:30+00:00[UTC]"),
        (UTC, "2025-01-03T14:59:30+00:00"),
        (timezone(-timedelta(hours=3, minutes=30)), "2025-01-03T14:59:30-03:30"),
    ):
        at = AT.replace(tzinfo=zone)
        assert to_dict(at)["value"] == text
        back = from_json(to_json(at), datetime)
        assert (back, back.tzinfo) == (at, zone)


def test_the_repeated_hour() -> None:
    """
    The hour that comes twice in October is told apart by its offset.
    """
    for fold, offset in ((0, "+03:00"), (1, "+02:00")):
        at = datetime(2025, 10, 26, 3, 30, 0, 5, tzinfo=k.HELSINKI, fold=fold)
        text = to_dict(at)["value"]
        assert text == f"2025-10-26T03:30:00.000005{offset}[Europe/Helsinki]"
        assert from_dict(to_dict(at)).fold == fold
        assert from_dict(to_dict(at)).utcoffset() == at.utcoffset()


class Odd(tzinfo):
    """A zone without a name that anybody else knows."""

    def utcoffset(self, _: datetime | None) -> timedelta:
        return timedelta(hours=1)

    def tzname(self, _: datetime | None) -> str:
        return "XXX"

    def dst(self, _: datetime | None) -> None:
        return None


def nameless() -> ZoneInfo:
    """Return a zone that was read from a file."""
    path = Path(str(__import__("tzdata").__file__)).parent / "zoneinfo" / "Europe" / "Helsinki"
    with path.open("rb") as file:
        return ZoneInfo.from_file(file)


class Text(str):
    """A text of a class of its own."""

    __slots__ = ()


UNWRITABLE: dict[str, object] = {
    "no value": object(),
    "an error": ValueError("x"),
    "no zone": AT.replace(tzinfo=None),
    "an odd zone": datetime(2025, 1, 3, 15, 0, tzinfo=Odd()),
    "an offset of seconds": datetime(1900, 1, 3, 15, 0, tzinfo=ZoneInfo("Europe/Helsinki")),
    "a zone for a clock": time(15, 0, tzinfo=UTC),
    "half a letter": "\ud800",
    "a number for a name": k.Organ(5),  # type: ignore[arg-type]
    "a text for a choice": k.Decision(kind="päätös"),  # type: ignore[arg-type]
    "a maker of another type": k.Decision(kind=k.DocumentKind.DECISION, maker="Johtaja"),  # type: ignore[arg-type]
    "a text of its own class": k.Organ(Text("Hallitus")),
    "a list for a tuple": k.Doubt(k.DoubtCode.CERTAINTY, about="period", candidates=[]),  # type: ignore[arg-type]
    "a list for anything": k.Candidate([1], k.Basis.LAW),
    "another value in a tuple": k.Decision(kind=k.DocumentKind.DECISION, costs=[k.Period.days(1)]),  # type: ignore[list-item]
    "a sum finer than a cent": k.Candidate(Decimal("0.001"), k.Basis.LAW),
}


@pytest.mark.parametrize("name", UNWRITABLE)
def test_what_cannot_be_written(name: str) -> None:
    """
    What would not come back is refused when it is written.
    """
    with pytest.raises((k.InvalidValue, k.InvalidAmount)):
        to_json(UNWRITABLE[name])


def test_zone_from_a_file() -> None:
    """
    A zone that has no name cannot be written.
    """
    pytest.importorskip("tzdata", reason="the zone's file is in the package tzdata")
    with pytest.raises(k.InvalidValue):
        to_dict(AT.replace(tzinfo=nameless()))


def test_expected_type() -> None:
    """
    Whoever expects a deadline is given no period.
    """
    with pytest.raises(
        InvalidDocument, match="type: must be 'määräajan päättyminen', as the caller expects"
    ):
        from_json(to_json(k.Period.days(14)), k.Deadline)
    assert from_json(to_json(k.Period.days(14)), k.Period) == k.Period.days(14)


def test_a_bug_is_no_fault() -> None:
    """
    An error that is not the document's is not told as one.
    """
    with pytest.raises(ZeroDivisionError):
        list(faults_of(ZeroDivisionError(), "value"))


def test_newer() -> None:
    """
    A document of a later version is refused with a sentence, whatever else it holds.
    """
    with pytest.raises(
        NewerDocument, match="version 2, newer than this library, which reads up to version 1"
    ) as caught:
        from_dict({"schema": "kuntapaatos", "version": 2, "kind": "other"})
    assert pickle.loads(pickle.dumps(caught.value)).version == 2


def test_upgrades(monkeypatch: pytest.MonkeyPatch) -> None:
    """
    An older document is raised step by step; what was given is not changed.
    """
    first = {"schema": "kuntapaatos", "version": 1, "type": "kausi", "value": {"from": 2025}}

    def named(old: dict[str, Any]) -> dict[str, Any]:
        return {**old, "value": {"first_year": old["value"]["from"]}}

    def ended(old: dict[str, Any]) -> dict[str, Any]:
        return {**old, "value": {**old["value"], "last_year": 2026}}

    before = json.dumps(first)
    monkeypatch.setattr(documents, "VERSION", 3)
    monkeypatch.setattr(documents, "UPGRADES", {1: named, 2: ended})
    assert from_dict(first) == k.Term(2025, 2026)
    assert json.dumps(first) == before
    assert upgraded(first, 1, {}) == first


@pytest.mark.parametrize("seed", ["0", "1", "4711"])
def test_canonical(monkeypatch: pytest.MonkeyPatch, seed: str) -> None:
    """
    The same value gives the same bytes in every process, whatever its hash seed.
    """
    code = (
        "import sys; from kuntapaatos.io.json import from_json, to_json; "
        "sys.stdout.buffer.write(to_json(from_json(sys.stdin.buffer.read())).encode())"
    )
    text = to_json(DECISION).encode()
    command = [sys.executable, "-c", code]
    monkeypatch.setenv("PYTHONHASHSEED", seed)
    ran = subprocess.run(command, input=text, check=True, capture_output=True)
    assert ran.stdout == text


def test_no_class_names() -> None:
    """
    No document names a class: only Finnish codes and the names of fields.
    """
    classes = {family.__name__ for family in CODES.values()} - {
        "str",
        "int",
        "bool",
        "date",
        "time",
    }

    def words(document: object) -> set[str]:
        if isinstance(document, dict):
            return set(document) | {word for value in document.values() for word in words(value)}
        if isinstance(document, list):
            return {word for value in document for word in words(value)}
        return {str(document)}

    for value in SAMPLES.values():
        assert not classes & words(to_dict(value))


def test_fields_that_are_memory_stay_out() -> None:
    """
    What a value only remembers is neither written nor asked for.
    """
    for code, value in SAMPLES.items():
        if not isinstance(value, Value):
            continue
        written = to_dict(value)["value"]
        own = {field.name for field in fields(type(value)) if field.init or field.eq}  # type: ignore[arg-type]
        assert set(written) == own, code
        assert not any(name.startswith("_") for name in written)


def test_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """
    Without cattrs the sentence says how to get it.
    """
    monkeypatch.setitem(sys.modules, "cattrs", None)
    with pytest.raises(ImportError, match=r"pip install 'kuntapaatos\[json\]'"):
        runpy.run_path(extra.__file__)


def test_severity_is_a_term() -> None:
    """
    A term alone is a document too.
    """
    assert from_json(to_json(Severity.ERROR)) is Severity.ERROR
