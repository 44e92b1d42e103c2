"""
The published schema judged by others: good documents and mutated ones.

Two judges that are not ours read the schema's file: `jsonschema`, and msgspec with
types made from the file alone.  What only the domain knows (`FaultKind.RULE`), they
cannot see.
"""

from __future__ import annotations

import json
import keyword
import runpy
import sys
import types
from collections import Counter
from copy import deepcopy
from datetime import UTC, date, datetime, time
from decimal import Decimal
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Literal, Union

import pytest
from attrs import evolve
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

import kuntapaatos as k
from kuntapaatos import fees as f
from kuntapaatos.io.json import VERSION, FaultKind, InvalidDocument, from_json, to_dict, to_json
from kuntapaatos.io.json.codes import CODES, LIMITS
from kuntapaatos.io.json.shapes import is_record, is_several, is_union, parts_of
from kuntapaatos.money import Rate, RoundingUnit, rate

jsonschema = pytest.importorskip("jsonschema", reason="the first judge is not installed")
msgspec = pytest.importorskip("msgspec", reason="the second judge is not installed")

FOLDER = Path(k.__file__).parent / "schema"
GOLDEN = Path(__file__).parents[1] / "data" / "json"


def published(version: int) -> Any:
    """Return the schema of a version, as it is in the package."""
    name = f"kuntapaatos-{version}.schema.json"
    return json.loads((FOLDER / name).read_text(encoding="utf-8"))


SCHEMA: dict[str, Any] = published(VERSION)
DECISION: object = runpy.run_path(str(GOLDEN / "make_golden.py"))["DECISION"]
BIG = settings(suppress_health_check=list(HealthCheck))


def judge(schema: dict[str, Any]) -> Any:
    """Return jsonschema's validator of a schema."""
    checker = jsonschema.Draft202012Validator.FORMAT_CHECKER
    return jsonschema.Draft202012Validator(schema, format_checker=checker)


JUDGE = judge(SCHEMA)


def first_judge(text: str) -> bool:
    """Say whether jsonschema takes a text for a document; a number is as it was written."""
    return bool(JUDGE.is_valid(json.loads(text, parse_float=Decimal)))


def class_name(reference: str) -> str:
    """Return the name of a type in the source that msgspec reads."""
    return "T_" + reference.removeprefix("#/$defs/").replace("-", "_").replace(".", "_")


def annotation(schema: dict[str, Any]) -> str:
    """Return a schema as an annotation that msgspec checks."""
    return text_annotation(schema) if schema.get("type") == "string" else other_annotation(schema)


def text_annotation(schema: dict[str, Any]) -> str:
    """Return the schema of a text as an annotation."""
    if schema.get("format") == "date":
        return "date"
    pattern = schema.get("pattern")
    return "str" if pattern is None else f"Annotated[str, Meta(pattern={pattern!r})]"


def other_annotation(schema: dict[str, Any]) -> str:
    """Return the schema of what is no text as an annotation."""
    match schema:
        case {"$ref": str(reference)}:
            return class_name(reference)
        case {"anyOf": list(options)}:
            return f"Union[{', '.join(map(annotation, options))}]"
        case {"allOf": list(options), "type": kinds}:
            # Chosen by `type`, as msgspec's own tagged unions are.
            found = [annotation(option["then"]) for option in options]
            return f"Union[{', '.join([*found, *(['None'] if 'null' in kinds else [])])}]"
        case {"enum": list(values)}:
            return f"Literal[{', '.join(map(repr, values))}]"
        case {"type": "null"}:
            return "None"
        case {"type": "array", "minItems": int(count), "items": items}:
            return f"tuple[{', '.join([annotation(items)] * count)}]"
        case {"type": "array", "items": items}:
            return f"list[{annotation(items)}]"
        case {"type": "integer"}:
            limits = [
                f"{short}={schema[name]}"
                for name, short in (("minimum", "ge"), ("maximum", "le"))
                if name in schema
            ]
            return f"Annotated[int, Meta({', '.join(limits)})]" if limits else "int"
        case {"type": "boolean"}:
            return "bool"
    raise AssertionError(schema)


def source() -> str:
    """Return the schema as the source of a Python module of msgspec types."""
    lines = ["from __future__ import annotations"]
    late = []
    for name, schema in SCHEMA["$defs"].items():
        if "properties" not in schema or "allOf" in schema:
            late.append(f"{class_name(name)} = {annotation(schema)}")
            continue
        properties = dict(schema["properties"])
        tag = properties.pop("type", {}).get("const")
        tagged = f", tag_field='type', tag={tag!r}" if tag else ""
        lines.append(
            f"class {class_name(name)}(Struct, forbid_unknown_fields=True, kw_only=True{tagged}):"
        )
        for key, inner in properties.items():
            assert key.isidentifier()
            assert not keyword.iskeyword(key)
            default = "" if key in schema["required"] else " = UNSET"
            may_miss = "" if key in schema["required"] else " | UnsetType"
            lines.append(f"    {key}: {annotation(inner)}{may_miss}{default}")
        if not properties:
            lines.append("    pass")
    return "\n".join([*lines, *sorted(late, key=lambda line: "Union" in line)])


@cache
def second_types() -> dict[str, Any]:
    """Return msgspec types made from the published schema alone."""
    names: dict[str, Any] = {
        "Annotated": Annotated, "Literal": Literal, "Union": Union, "date": date, "Struct": msgspec.Struct,
        "Meta": msgspec.Meta, "UNSET": msgspec.UNSET, "UnsetType": msgspec.UnsetType, "__name__": __name__,
    }  # fmt: skip
    module = types.ModuleType("types_of_the_schema")
    module.__dict__.update(names, __name__="types_of_the_schema")
    sys.modules["types_of_the_schema"] = module
    exec(compile(source(), "types_of_the_schema", "exec", dont_inherit=True), module.__dict__)
    return module.__dict__


@cache
def decoder(name: str) -> Any:
    """Return msgspec's decoder of a type."""
    return msgspec.json.Decoder(second_types()[class_name(name)])


ENVELOPE = msgspec.defstruct(
    "Envelope",
    [("schema", str), ("version", int), ("type", str), ("value", msgspec.Raw)],
    forbid_unknown_fields=True,
)


def second_judge(text: str) -> bool:
    """Say whether msgspec takes a text for a document."""
    names = {
        option["if"]["properties"]["type"]["const"]: option["then"]["properties"]["value"]["$ref"]
        for option in SCHEMA["allOf"]
    }
    try:
        envelope = msgspec.json.decode(text.encode(), type=ENVELOPE)
        if (envelope.schema, envelope.version) != (
            "kuntapaatos",
            VERSION,
        ) or envelope.type not in names:
            return False
        decoder(names[envelope.type].removeprefix("#/$defs/")).decode(envelope.value)
    except (msgspec.DecodeError, msgspec.ValidationError):
        return False
    return True


def ours(text: str) -> bool:
    """Say whether the library takes the form of a text, whatever its rules say."""
    try:
        from_json(text)
    except InvalidDocument as error:
        return all(fault.kind is not FaultKind.FORM for fault in error.faults)
    return True


# Good values, of every type.

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12).filter(str.strip)
DAYS = st.dates(date(2012, 1, 1), date(2031, 12, 31))
LATE = st.dates(date(2021, 1, 1), date(2031, 12, 31))
MINUTES = st.times().map(lambda clock: clock.replace(second=0, microsecond=0))
ZONES = st.sampled_from([k.HELSINKI, UTC])
MOMENTS = st.builds(datetime.combine, DAYS, st.times(), ZONES)
AMOUNTS = st.integers(0, 10**9).map(lambda cents: Decimal(cents) / 100)
RATES = st.integers(0, 10**9).map(lambda number: rate(Decimal(number) / 10_000))
SUMS = st.one_of(
    st.builds(
        k.Amount,
        AMOUNTS,
        st.sampled_from(k.fees.Exactness).filter(lambda how: how is not k.fees.Exactness.BETWEEN),
    ),
    st.builds(lambda least, more: k.Amount.between(least, least + more), AMOUNTS, AMOUNTS),
)
HOURS = st.sampled_from(
    [
        "8-16",
        "8-16; pe, aatto 8-15",
        "ma-to 9-15.30; 1.7.2025-31.7.2025 9-12",
        "ma 8-16; 24.12.2025 suljettu",
    ]
).map(k.OfficeHours.parse)
PERIODS = st.one_of(
    st.builds(k.Period.days, st.integers(1, 90)),
    st.builds(k.Period.weeks, st.integers(1, 20)),
    st.builds(k.Period.months, st.integers(1, 24)),
    st.builds(k.Period.years, st.integers(1, 5)),
)
NOTICES = st.one_of(
    st.builds(k.Notice.letter, LATE, to_authority=st.booleans(), obliging=st.booleans()),
    st.builds(k.Notice.email, LATE, to_authority=st.booleans()),
    st.builds(k.Notice.online_minutes, DAYS, mention_only=st.booleans()),
    st.builds(k.Notice.receipt, LATE),
    st.builds(k.Notice.announcement, LATE),
    st.builds(k.Notice.procurement_message, DAYS),
    st.builds(k.Notice.proven, DAYS),
    st.builds(lambda day: k.Notice.letter(day).proven_on(day), LATE),
)
TERMS = st.tuples(st.integers(1900, 2200), st.integers(1900, 2200)).map(
    lambda ends: k.Term(*sorted(ends))
)
BRACKETS = st.tuples(st.integers(0, 10**6), st.integers(0, 10**6), AMOUNTS).map(
    lambda parts: k.FeeBracket(min(parts[:2]), max(parts[:2]), parts[2])
)
STATED = st.sampled_from([None, k.Cutoff.OFFICE_CLOSE, k.Cutoff.END_OF_DAY, time(15, 0)])
LAID_DOWN = st.builds(
    k.deadline.CountTerms,
    remedy=st.sampled_from(k.RemedyKind),
    paper=STATED,
    electronic=STATED,
    closing_mentioned=st.booleans(),
)
DEADLINES = st.builds(k.Deadline, NOTICES, PERIODS, st.none() | HOURS, st.none() | LAID_DOWN)
ANYTHING = st.one_of(
    st.none(),
    DAYS,
    MOMENTS,
    PERIODS,
    TEXTS,
    AMOUNTS,
    st.sampled_from(k.Outcome),
    st.integers(-9, 9),
)

PER = st.none() | st.sampled_from(k.fees.FeePeriod)
CENTRES = st.builds(
    k.membership.CostCentre,
    TEXTS,
    st.none() | TEXTS,
    amount=st.none() | AMOUNTS,
    share=st.none() | st.integers(1, 100),
    years=st.none() | TERMS,
)
CHARGES = st.builds(
    k.membership.Charge,
    SUMS,
    per=PER,
    years=st.none() | TERMS,
    what=st.none() | TEXTS,
    condition=st.none() | TEXTS,
)
SMALL = st.integers(1, 100)
PARTS = st.builds(f.WeightPart, st.sampled_from(k.Weight), SMALL)
FLAT = st.builds(f.FlatFee, SUMS, per=PER)
PRICES = st.builds(f.PerInhabitant, RATES, per=PER)
SHARES = st.builds(
    f.FrameShare,
    st.lists(PARTS, min_size=1, max_size=2, unique_by=lambda part: part.weight),
    st.none() | FLAT,
    per=PER,
)
PERCENTS = st.builds(f.Percentage, SMALL, st.none() | FLAT, per=PER)
# A rule on a rule: one storey is enough for the form.
PLAIN = FLAT | PRICES | SHARES | PERCENTS
SIZED = BRACKETS.map(lambda bracket: f.BracketFee([bracket]))
LIMITED = st.builds(f.Limited, PLAIN, minimum=AMOUNTS)
INDEXED = st.builds(f.Indexed, PLAIN, SMALL, TEXTS)
FIRST = st.builds(f.FirstYear, PLAIN, percent=SMALL) | st.builds(
    f.FirstYear, PLAIN, by_months=st.just(True)
)
ENTRY = st.builds(f.EntryFee, PLAIN, returning=SMALL)
ROUNDED = st.builds(
    f.Rounded, PLAIN, st.sampled_from(k.money.Rounding), st.sampled_from(RoundingUnit)
)
MEASURES = st.builds(lambda own, more: f.Measure(k.Weight.WAGES, own, own + more), SMALL, SMALL)

KNOWN: dict[Any, st.SearchStrategy[Any]] = {
    str: TEXTS, bool: st.booleans(), int: st.integers(0, 10**6), Decimal: AMOUNTS, date: DAYS,
    datetime: MOMENTS, time: MINUTES, object: ANYTHING, type(None): st.none(),
    k.OfficeHours: HOURS, k.Period: PERIODS, k.Notice: NOTICES, k.Term: TERMS, k.FeeBracket: BRACKETS,
    k.Deadline: DEADLINES, k.deadline.CountTerms: LAID_DOWN,
    Rate: RATES,
    k.Amount: SUMS,
    k.fees.ForeignAmount: st.builds(k.fees.ForeignAmount, RATES, st.sampled_from(["DKK", "NOK", "USD"]), st.none() | SUMS),
    k.fees.Vat: st.builds(k.fees.Vat, st.sampled_from(k.fees.VatTreatment)) | st.builds(k.fees.Vat, st.just(k.fees.VatTreatment.ON_TOP), RATES, st.none() | st.sampled_from(k.money.Rounding)),
    f.WeightPart: PARTS, f.FlatFee: FLAT, f.PerInhabitant: PRICES, f.FrameShare: SHARES, f.Percentage: PERCENTS,
    f.BracketFee: SIZED, f.Limited: LIMITED, f.Indexed: INDEXED, f.FirstYear: FIRST, f.EntryFee: ENTRY,
    f.Rounded: ROUNDED, f.FeeRule: PLAIN | SIZED | LIMITED | INDEXED | FIRST | ENTRY | ROUNDED,
    f.Measure: MEASURES,
    f.FeeFacts: st.builds(
        f.FeeFacts, population=st.none() | st.integers(0, 10**6), frame=st.none() | SUMS, months=st.none() | st.integers(1, 12),
        measures=st.lists(MEASURES, max_size=1), status=st.none() | st.sampled_from(k.fees.MemberStatus), on=st.none() | DAYS,
    ),
    k.fees.Fee: st.builds(k.fee, st.just(k.USO_2025_2026), st.integers(2025, 2026), population=st.integers(9_000, 45_000)),
    k.membership.CostCentre: CENTRES,
    k.membership.Charge: CHARGES,
    k.Membership: st.builds(
        k.Membership, network=TEXTS, municipality=st.none() | TEXTS, term=st.none() | TERMS,
        action=st.none() | st.sampled_from(k.membership.MembershipAction), annual_fee=st.none() | AMOUNTS,
        charges=st.lists(CHARGES, max_size=2),
        cost_centres=st.lists(CENTRES, max_size=2),
    ) | st.builds(
        k.Membership, network=TEXTS, open_ended=st.booleans(), from_year=st.none() | st.integers(1900, 2200),
    ),
    k.Municipality: st.builds(
        k.Municipality, code=st.from_regex(r"[0-9]{3}", fullmatch=True, alphabet="0123456789"),
        name=TEXTS, name_sv=TEXTS, genitive=TEXTS, language=st.sampled_from(k.municipalities.LanguageStatus),
        first_year=st.none() | st.integers(1900, 2100), merged_into=st.none() | TEXTS,
    ),
    k.Finality: st.lists(DEADLINES, max_size=2).map(k.finality),
    k.arrival.Filing: st.builds(k.filing, DEADLINES, MOMENTS, st.sampled_from(k.Channel)),
    k.office_hours.Opening: st.sampled_from([k.office_hours.Opening(time(8), time(16)), k.office_hours.Opening(time(0), time(23, 59))]),
    k.office_hours.DayHours: st.builds(lambda day: k.office_hours.DayHours(day, day, None), DAYS),
    k.FeeSchedule: st.builds(
        lambda bracket, network, term: evolve(k.USO_2025_2026, brackets=[bracket], network=network, term=term),
        BRACKETS, TEXTS, TERMS,
    ),
}  # fmt: skip

# What a type alone does not say of a field.
NARROWER: dict[tuple[Any, str], st.SearchStrategy[Any]] = {
    (k.Decision, "language"): st.sampled_from([None, "fi", "sv"]),
    (k.findings.Finding, "span"): st.none() | st.tuples(st.integers(0, 9), st.integers(9, 99)),
}


@cache
def values(family: Any) -> st.SearchStrategy[Any]:
    """Return good values of a field's type."""
    if family in KNOWN:
        return KNOWN[family]
    if is_union(family):
        return st.one_of(*(values(one) for one in family.__args__))
    if is_several(family):
        items = family.__args__
        if items[-1] is Ellipsis:
            return st.lists(values(items[0]), max_size=2).map(tuple)
        return st.tuples(*(values(item) for item in items))
    if issubclass(family, Enum):
        return st.sampled_from(family)
    assert is_record(family)
    given_parts = {
        part.name: whole(*LIMITS[family, part.name])
        if (family, part.name) in LIMITS
        else NARROWER.get((family, part.name), values(part.type))
        for part in parts_of(family)
        if not part.counted
    }
    return st.builds(family, **given_parts)


def whole(low: int, high: int | None) -> st.SearchStrategy[Any]:
    """Return whole numbers within limits."""
    return st.integers(low, 10**9 if high is None else high)


GOOD = st.sampled_from(sorted(CODES)).flatmap(lambda code: values(CODES[code]))


@BIG
@given(value=GOOD)
def test_good_documents(value: object) -> None:
    """
    What the library writes, both judges take, and it comes back the same.
    """
    text = to_json(value)
    assert from_json(text) == value
    assert to_json(from_json(text)) == text
    assert first_judge(text)
    assert second_judge(text)


ODD: list[Any] = [
    None, True, False, 0, 1, -1, 5, 14.0, 1.5, 10**12, "", "5", "12", "12000", "012.00", "1.5", "12000.00", "NaN", "-0.00",
    "20241210", "2024-12-10", "2024-02-30", "2024-13-01", "2024-12-10\n", "2024-12-10T15:00:00", "15.00", "15:00", "24:00",
    "15:00:61", "2024-12-10T15:00:00Z", "2024-12-10T15:00:00+02:00", "2024-12-10T15:00:00+02:00[Europe/Helsinki]",
    "2024-12-10T15:00:00+02:00[!Europe/Helsinki]", "2024-12-10 15:00:00+02:00", "١٢.٠٠", "päivä", "kirje", "KIRJE", "Period",
    [], [None], ["päivä"], {}, {"value": 1}, {"type": "teksti", "value": "x"}, {"type": "päivä", "value": "2024-12-10"},
    {"type": "Organ", "name": "x"}, {"type": "toimielin", "name": "x", "kind": None}, {"type": "toimielin", "nam": "x"},
]  # fmt: skip


def places(document: Any) -> list[tuple[Any, Any]]:
    """Return every place of a document: what holds it, and its key."""
    found: list[tuple[Any, Any]] = []
    keys = (
        document.items()
        if isinstance(document, dict)
        else enumerate(document)
        if isinstance(document, list)
        else ()
    )
    for key, inner in keys:
        found += [(document, key), *places(inner)]
    return found


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """Return a good document with one to three places changed."""
    document: Any = json.loads(to_json(draw(GOOD)))
    for _ in range(draw(st.integers(1, 3))):
        spots = places(document)
        holder, key = spots[draw(st.integers(0, len(spots) - 1))] if spots else (document, "value")
        match draw(st.sampled_from(["odd", "odd", "odd", "drop", "add", "rename", "copy"])):
            case "odd":
                holder[key] = deepcopy(draw(st.sampled_from(ODD)))
            case "drop":
                del holder[key]
            case "add" if isinstance(holder, dict):
                holder[draw(st.sampled_from(["type", "value", "nimi", "_known", "rule"]))] = (
                    deepcopy(draw(st.sampled_from(ODD)))
                )
            case "rename" if isinstance(holder, dict):
                holder[f"{key}x"] = holder.pop(key)
            case _:
                other, place = spots[draw(st.integers(0, len(spots) - 1))]
                holder[key] = json.loads(json.dumps(other[place]))
    return json.dumps(document, ensure_ascii=False)


VERDICTS: Counter[bool] = Counter()


@BIG
@given(text=mutated())
def test_mutated_documents(text: str) -> None:
    """
    Whether a document's form is right, the library and both judges agree.
    """
    # A newer version is refused before its form is looked at, and an older one has its own.
    version = json.loads(text).get("version")
    assume(type(version) is not int or version == VERSION)
    verdicts = ours(text), first_judge(text), second_judge(text)
    assert len(set(verdicts)) == 1, verdicts
    VERDICTS[verdicts[0]] += 1


def test_mutations_do_hurt() -> None:
    """
    Of the mutated documents most are refused, and some are still documents.
    """
    every = test_mutated_documents.hypothesis.inner_test  # type: ignore[attr-defined]
    settings(BIG, max_examples=100)(given(text=mutated())(every))()
    judged = VERDICTS.total()
    assert VERDICTS[False] > judged / 2
    assert VERDICTS[True]


def test_schema_is_a_schema() -> None:
    """
    The published file is a JSON Schema of 2020-12, whose definitions are all used.
    """
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    text = json.dumps(SCHEMA)
    assert [name for name in SCHEMA["$defs"] if f'"#/$defs/{name}"' not in text] == []


@pytest.mark.parametrize("version", range(1, VERSION + 1))
def test_every_version_has_its_schema(version: int) -> None:
    """
    The schema of each version stays in the package, and takes what that version wrote.
    """
    validator = judge(published(version))
    written = sorted((GOLDEN / f"v{version}").glob("*.json"))
    documents = {file.stem: json.loads(file.read_text(encoding="utf-8")) for file in written}
    assert len(documents) > 70
    del documents["terms"]
    assert {name: list(validator.iter_errors(one)) for name, one in documents.items()} == {
        name: [] for name in documents
    }


WRONG = [
    pytest.param(("decided_on",), 20241210, {"value.decided_on"}, id="a field"),
    pytest.param(("maker", "title"), 5, {"value.maker.title"}, id="a field of one of two types"),
    pytest.param(("maker", "type"), "johtaja", {"value.maker.type"}, id="no such type there"),
    pytest.param(("maker",), "johtaja", {"value.maker"}, id="no object"),
    pytest.param(("appeals", 0, "electronic_cutoff", "value"), "15.00", {"value.appeals.0.electronic_cutoff.value"}, id="far inside"),
    pytest.param(("appeals", 0, "liite"), 1, {"value.appeals.0"}, id="an unknown key"),
    pytest.param((), 5, {"value"}, id="no fields at all"),
]  # fmt: skip


def deepest(error: Any) -> Any:
    """Return the causes of an error; of an optional field, those of the value itself."""
    causes = [cause for cause in error.context or () if cause.validator_value != "null"]
    return [inner for cause in causes for inner in deepest(cause)] if causes else [error]


@pytest.mark.parametrize(("path", "given", "named"), WRONG)
def test_errors_name_the_field(path: tuple[Any, ...], given: object, named: set[str]) -> None:
    """
    What a validator says of a wrong document names the field, and no other type.
    """
    document: Any = to_dict(DECISION)
    holder, key = document, "value"
    for step in path:
        holder, key = holder[key], step
    holder[key] = given
    found = [inner for error in JUDGE.iter_errors(document) for inner in deepest(error)]
    assert {".".join(map(str, error.absolute_path)) for error in found} == named


def test_an_unknown_type_is_named() -> None:
    """
    Of a document of no known type a validator says that its type is not one of the codes.
    """
    (error,) = JUDGE.iter_errors({**to_dict(DECISION), "type": "Decision"})
    assert list(error.absolute_path) == ["type"]


def test_every_type_is_judged() -> None:
    """
    Good values are made of every type that has a code.
    """
    assert all(isinstance(values(family), st.SearchStrategy) for family in CODES.values())
