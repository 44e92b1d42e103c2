from __future__ import annotations

import importlib
import json
import pickle
import pkgutil
import re
import runpy
import subprocess
import sys
from collections import Counter
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
from kuntapaatos.io.json.shapes import LINKS
from kuntapaatos.io.json.upgrades import UPGRADES, VERSION, upgraded
from kuntapaatos.law import KUNTALAKI, court
from kuntapaatos.shown import Value

GOLDEN = Path(__file__).parents[1] / "data" / "json" / "v3"
SCHEMA = Path(k.__file__).parent / "schema" / "kuntapaatos-3.schema.json"

MADE = runpy.run_path(str(GOLDEN.parent / "make_golden.py"))
SAMPLES: dict[str, object] = MADE["SAMPLES"]
DECISION, AT = MADE["DECISION"], MADE["AT"]


def golden(code: str) -> Path:
    """Return the file of a code."""
    return GOLDEN / f"{name_of(code)}.json"


@pytest.mark.parametrize("code", CODES)
def test_golden(code: str) -> None:
    """
    What this version wrote is read for ever, and written again in the same bytes.
    """
    text = golden(code).read_bytes().decode()
    assert from_json(text) == SAMPLES[code]
    assert to_json(SAMPLES[code]) + "\n" == text


def kept(older: object, newer: object) -> bool:
    """Say whether all that an older document says stands in a newer one."""
    if isinstance(older, dict):
        return isinstance(newer, dict) and all(
            key in newer and kept(inner, newer[key]) for key, inner in older.items()
        )
    if isinstance(older, list):
        return isinstance(newer, list) and len(older) == len(newer) and all(map(kept, older, newer))
    return older == newer


OLDER = {
    f"{path.parent.name}/{path.stem}": json.loads(path.read_text(encoding="utf-8"))
    for version in range(1, VERSION)
    for path in sorted((GOLDEN.parent / f"v{version}").glob("*.json"))
    if path.stem != "terms"
}


@pytest.mark.parametrize("name", OLDER)
def test_older_golden(name: str) -> None:
    """
    What an older version wrote is still read, and written again with all that it said.
    """
    older = OLDER[name]
    raised = upgraded(older, VERSION, UPGRADES)
    value = from_dict(older)
    assert kept(raised, to_dict(value))
    assert from_json(to_json(value)) == value


VERSION_1 = {"schema": "kuntapaatos", "version": 1}


@pytest.mark.parametrize(
    ("code", "before", "after"),
    [
        pytest.param(
            "päätös",
            {"kind": "päätös", "municipality": "Mallila"},
            k.Decision(kind=k.DocumentKind.DECISION, municipality="Mallila"),
            id="a decision",
        ),
        pytest.param(
            "jäsenyys",
            {"network": "USO", "municipality": "Mallila"},
            k.Membership(network="USO", municipality="Mallila"),
            id="a membership",
        ),
        pytest.param(
            "jäsenyys",
            {"network": "USO", "municipality": None},
            k.Membership(network="USO"),
            id="no municipality",
        ),
        pytest.param(
            "päätös",
            {"kind": "päätös", "membership": {"network": "USO", "municipality": "Mallila"}},
            k.Decision(
                kind=k.DocumentKind.DECISION,
                membership=k.Membership(network="USO", municipality="Mallila"),
            ),
            id="a membership in a decision",
        ),
        pytest.param(
            "vaihtoehto",
            {
                "value": {"type": "jäsenyys", "network": "USO", "municipality": "Mallila"},
                "basis": "laki",
            },
            k.doubts.Candidate(
                k.Membership(network="USO", municipality="Mallila"), k.doubts.Basis.LAW
            ),
            id="a membership where any value may stand",
        ),
    ],
)
def test_a_municipality_of_version_1(code: str, before: object, after: object) -> None:
    """
    Version 1 wrote a municipality as a bare text, which is now one of two types.
    """
    assert from_dict({**VERSION_1, "type": code, "value": before}) == after


@pytest.mark.parametrize(
    ("detail", "cause"),
    [
        ("kirje", k.NoticeKind.LETTER),
        ("jouluaatto", k.workdays.ClosedDay.CHRISTMAS_EVE),
        ("vuorokauden päättyminen", k.Cutoff.END_OF_DAY),
        ("14 päivää", k.Period.days(14)),
    ],
)
def test_a_step_of_version_1(detail: str, cause: object) -> None:
    """
    Version 1 wrote what a step counted as its Finnish text, which is now the value itself.
    """
    step = {
        "rule": "määräaika",
        "start": "2024-12-20",
        "end": {"type": "päivä", "value": "2025-01-03"},
        "detail": detail,
        "provisions": [],
    }
    read = from_dict({**VERSION_1, "type": "laskennan vaihe", "value": step})
    assert isinstance(read, k.steps.Step)
    assert read.cause == cause


@pytest.mark.parametrize("value", [5, {"rule": "määräaika"}, {"detail": "7 aamua"}])
def test_no_step_of_version_1(value: object) -> None:
    """
    What was no step of version 1 is a fault in version 2.
    """
    with pytest.raises(k.KuntapaatosError):
        from_dict({**VERSION_1, "type": "laskennan vaihe", "value": value})


@pytest.mark.parametrize(
    ("document", "message"),
    [
        ({"type": "päätös"}, "value must be given; got nothing"),
        ({"type": ["päätös"], "value": [1, None]}, "type must be the code of a type"),
        (
            {"type": "päätös", "value": {"kind": "päätös", "municipality": 5}},
            "value.municipality must be an object with one of the types kunta, teksti; got 5",
        ),
    ],
)
def test_faults_of_version_1(document: dict[str, object], message: str) -> None:
    """
    A wrong document of version 1 is as wrong in version 2.
    """
    with pytest.raises(InvalidDocument) as caught:
        from_dict({**VERSION_1, **document})
    assert message in str(caught.value)


def test_a_municipality_as_a_value() -> None:
    """
    A decision that has its municipality as a value comes back with it.
    """
    decision = k.Decision(kind=k.DocumentKind.DECISION, municipality=k.municipality("Kajaani"))
    assert to_dict(decision)["value"]["municipality"]["code"] == "205"
    assert from_json(to_json(decision)) == decision


def test_older_golden_are_all_there() -> None:
    """
    Of each older version there are the documents of all its types.
    """
    counted = Counter(document["version"] for document in OLDER.values())
    assert counted == {1: 80, 2: 118}


@pytest.mark.parametrize("version", range(1, VERSION + 1))
def test_terms_stay(version: int) -> None:
    """
    A term that was ever written stays readable: none is renamed or taken away.
    """
    path = GOLDEN.parent / f"v{version}" / "terms.json"
    terms = json.loads(path.read_text(encoding="utf-8"))
    for code, values in terms.items():
        for value in values:
            document = {"schema": "kuntapaatos", "version": version, "type": code, "value": value}
            assert from_dict(document).value == value


def test_terms_are_listed() -> None:
    """
    The list of this version's terms is the one the types give.
    """
    terms = json.loads((GOLDEN / "terms.json").read_text(encoding="utf-8"))
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
    The published file is what the module prints, without a warning.
    """
    command = [sys.executable, "-W", "error", "-m", "kuntapaatos.io.json.schema"]
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
    modules = [
        importlib.import_module(f"kuntapaatos.{one.name}")
        for one in pkgutil.iter_modules(k.__path__)
        if one.name not in {"io", "scope", "shown", "__main__"}
    ]
    public = [getattr(module, name) for module in modules for name in module.__all__]
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
    assert {kind.__name__ for kind in domain if code_of(kind) is None} == set()
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


def forced(value: object, name: str, given: object) -> object:
    """Return a value whose field was overwritten past all checks."""
    object.__setattr__(value, name, given)
    return value


UNWRITABLE: dict[str, object] = {
    "no value": object(),
    "an error": ValueError("x"),
    "no zone": AT.replace(tzinfo=None),
    "an odd zone": datetime(2025, 1, 3, 15, 0, tzinfo=Odd()),
    "an offset of seconds": datetime(1900, 1, 3, 15, 0, tzinfo=ZoneInfo("Europe/Helsinki")),
    "a zone for a clock": time(15, 0, tzinfo=UTC),
    "half a letter": "\ud800",
    "a number for a name": forced(k.Organ("Hallitus"), "name", 5),
    "a text for a choice": forced(k.Decision(kind=k.DocumentKind.DECISION), "kind", "päätös"),
    "a maker of another type": forced(k.Decision(kind=k.DocumentKind.DECISION), "maker", "Johtaja"),
    "a text of its own class": k.Organ(Text("Hallitus")),
    "a list for a tuple": forced(
        k.Doubt(k.DoubtCode.CERTAINTY, about="period", candidates=()), "candidates", []
    ),
    "a list for anything": k.doubts.Candidate([1], k.doubts.Basis.LAW),
    "another value in a tuple": forced(
        k.Decision(kind=k.DocumentKind.DECISION), "costs", (k.Period.days(1),)
    ),
    "a sum finer than a cent": k.doubts.Candidate(Decimal("0.001"), k.doubts.Basis.LAW),
}


@pytest.mark.parametrize("name", UNWRITABLE)
def test_what_cannot_be_written(name: str) -> None:
    """
    What would not come back is refused when it is written.
    """
    with pytest.raises((k.errors.InvalidValue, k.errors.InvalidAmount)):
        to_json(UNWRITABLE[name])


def test_zone_from_a_file() -> None:
    """
    A zone that has no name cannot be written.
    """
    pytest.importorskip("tzdata", reason="the zone's file is in the package tzdata")
    with pytest.raises(k.errors.InvalidValue):
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
        NewerDocument, match="version 4, newer than this library, which reads up to version 3"
    ) as caught:
        from_dict({"schema": "kuntapaatos", "version": 4, "kind": "other"})
    assert pickle.loads(pickle.dumps(caught.value)).version == 4


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
        assert set(written) - set(LINKS.get(type(value), ())) == own, code
        assert not any(name.startswith("_") for name in written)


def test_a_provision_is_a_link() -> None:
    """
    A section has the act's identifier and the page in Finlex, a case its page alone; they are
    for the reader of the document, so that one without them, or with others, is read alike.
    """
    section = KUNTALAKI("138 §")
    document = to_dict(section)
    assert document["value"]["eli"] == section.eli
    assert document["value"]["url"] == section.url
    case = to_dict(court("KHO:2014:78"))["value"]
    assert "eli" not in case
    assert case["url"].endswith("/2014/78")
    for links in ({}, {"eli": "http://example.com/1", "url": 5}):
        bare = {name: document["value"][name] for name in ("act", "number", "section")}
        assert from_dict({**document, "value": {**bare, **links}}) == section


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
