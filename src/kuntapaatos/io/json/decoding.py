"""
From a document to a value: strict, with every fault and its path.

cattrs goes through the fields and collects what does not fit; the hooks here
coerce nothing and take a type from its code alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from enum import Enum
from types import NoneType
from typing import Any, cast, get_args

from kuntapaatos.arrival import Filing, filing
from kuntapaatos.errors import KuntapaatosError
from kuntapaatos.fees import Fee
from kuntapaatos.fees.asking import counted as fee_counted
from kuntapaatos.final import Finality
from kuntapaatos.io.json.codes import CODES, LIMITS, code_of
from kuntapaatos.io.json.extra import (
    AttributeValidationNote,
    BaseValidationError,
    ClassValidationError,
    Converter,
    ForbiddenExtraKeysError,
    IterableValidationError,
    IterableValidationNote,
    make_dict_structure_fn,
    override,
)
from kuntapaatos.io.json.faults import Fault, FaultKind
from kuntapaatos.io.json.scalars import SCALARS, Misfit, read, read_whole, written
from kuntapaatos.io.json.shapes import (
    LINKS,
    TAG,
    alternatives,
    is_choice,
    is_list,
    is_object,
    is_open,
    is_record,
    is_several,
    is_union,
    parts_of,
)

__all__ = ["DECODER", "Hook", "faults_of", "named", "shortened"]

Hook = Callable[[Any, Any], Any]

_LONGEST = 60
_COUNTED_OF_A_FEE = ("per", "without_tax", "tax", "with_tax", "steps", "doubts")
_ONE_DAY = timedelta(days=1)


class Recounted(Exception):
    """A stored value that is counted otherwise now."""

    def __init__(self, stored: object, counted: object) -> None:
        super().__init__(stored, counted)
        self.stored = stored
        self.counted = counted


def _at(error: Exception, name: str) -> Exception:
    """Return the error with the key under which it stands."""
    error.add_note(AttributeValidationNote(name, name, object))
    return error


def _group(faults: list[Exception], of: object, kind: Any = ClassValidationError) -> Exception:
    """Return several errors as one, as cattrs does."""
    group: Exception = kind(str(of), faults, object)
    return group


def _limited(family: type, name: str, *, optional: bool) -> Hook:
    low, high = LIMITS[family, name]

    def whole(document: object, _: object) -> int | None:
        if optional and document is None:
            return None
        return read_whole(document, low, high)

    return whole


def _recounted(value: object) -> dict[str, object]:
    """Return what the rules give now, by the field that stores it; empty for most values."""
    if isinstance(value, Finality):
        deadline = value.decided_by
        return {"final_on": None if deadline is None else deadline.latest_last_day + _ONE_DAY}
    if isinstance(value, Filing):
        again = filing(value.deadline, value.at, value.channel)
        return {"verdict": again.verdict, "limit": again.limit}
    if isinstance(value, Fee):
        fresh = fee_counted(value.schedule, value.year, value.facts)
        return {name: getattr(fresh, name) for name in _COUNTED_OF_A_FEE}
    return {}


def _differences(value: object, stored: dict[str, object]) -> Iterator[Exception]:
    """Return what is stored otherwise than it is counted now."""
    pairs = [(name, before, getattr(value, name)) for name, before in stored.items()]
    pairs += [(name, getattr(value, name), now) for name, now in _recounted(value).items()]
    for name, before, now in pairs:
        if before != now:
            yield _at(Recounted(before, now), name)


def _record(family: type, converter: Converter) -> Hook:
    parts = parts_of(family)
    counted = {part.name: converter.get_structure_hook(part.type) for part in parts if part.counted}
    left = {*counted, *LINKS.get(family, ())}
    limited: dict[str, Any] = {
        part.name: override(struct_hook=_limited(family, part.name, optional=is_union(part.type)))
        for part in parts
        if (family, part.name) in LIMITS
    }
    make: Any = make_dict_structure_fn
    build: Hook = make(family, converter, _cattrs_forbid_extra_keys=True, **limited)

    def structure(document: object, _: object) -> object:
        if not is_object(document):
            raise Misfit("an object", document)
        errors: list[Exception] = []
        stored: dict[str, object] = {}
        value: object = None
        for name, hook in counted.items():
            try:
                stored[name] = hook(document[name], object)
            except KeyError as missing:
                errors.append(_at(missing, name))
            except (Misfit, BaseValidationError) as misfit:
                errors.append(_at(misfit, name))
        try:
            value = build({key: document[key] for key in document if key not in left}, family)
        except ClassValidationError as found:
            errors.extend(found.exceptions)
        else:
            errors.extend(_differences(value, stored))
        if errors:
            raise _group(errors, code_of(family))
        return value

    return structure


def _several(family: Any, converter: Converter) -> Hook:
    items = get_args(family)
    hook = converter.get_structure_hook(items[0])
    length = None if items[-1] is Ellipsis else len(items)
    expected = "a list" if length is None else f"a list of {length}"

    def structure(document: object, _: object) -> tuple[object, ...]:
        if not is_list(document) or (length is not None and len(document) != length):
            raise Misfit(expected, document)
        found: list[object] = []
        errors: list[Exception] = []
        for place, item in enumerate(document):
            try:
                found.append(hook(item, items[0]))
            except (Misfit, BaseValidationError) as misfit:
                misfit.add_note(IterableValidationNote(str(place), place, object))
                errors.append(misfit)
        if errors:
            raise _group(errors, expected, IterableValidationError)
        return tuple(found)

    return structure


def _choice(family: type[Enum]) -> Hook:
    known = {member.value: member for member in family}
    expected = f"one of {', '.join(map(repr, known))}"

    def structure(document: object, _: object) -> Enum:
        # `known` is asked about texts only: a list cannot be looked up.
        if not isinstance(document, str) or document not in known:
            raise Misfit(expected, document)
        return known[document]

    return structure


def _alternative(family: object, converter: Converter) -> Hook:
    families = [one for one in alternatives(family) if one is not NoneType]
    optional = len(families) < len(alternatives(family))
    if len(families) == 1:
        hook = converter.get_structure_hook(families[0])
        return lambda document, _: None if document is None else hook(document, families[0])
    codes = {str(code_of(one)): one for one in families}
    expected = "an object with one of the types " + ", ".join(codes)
    if family is object:
        expected = "an object with the type of a value"

    def structure(document: object, _: object) -> object:
        if document is None and optional:
            return None
        if not is_object(document) or not isinstance(document.get(TAG), str):
            raise Misfit(expected, document)
        chosen = codes.get(document[TAG])
        if chosen is None:
            raise _group([_at(Misfit(expected, document[TAG]), TAG)], TAG)
        inner = {key: document[key] for key in document if key != TAG}
        if is_record(chosen):
            return cast(object, converter.structure(inner, chosen))
        return _tagged_plain(inner, chosen, converter)

    return structure


def _plain(family: type) -> Hook:
    return lambda document, _: read(family, document)


def _tagged_plain(inner: dict[str, Any], chosen: type, converter: Converter) -> object:
    errors: list[Exception] = []
    value: object = None
    try:
        value = cast(object, converter.structure(inner["value"], chosen))
    except (Misfit, KeyError) as misfit:
        errors.append(_at(misfit, "value"))
    if inner.keys() > {"value"} or (errors and inner.keys() - {"value"}):
        errors.append(ForbiddenExtraKeysError("", chosen, set(inner) - {"value"}))
    if errors:
        raise _group(errors, "value")
    return value


def _decoder() -> Converter:
    converter = Converter(detailed_validation=True)
    for family in SCALARS:
        converter.register_structure_hook(family, _plain(family))
    # By name: cattrs' own hook for every Enum goes before a factory.
    for family in filter(is_choice, CODES.values()):
        converter.register_structure_hook(family, _choice(family))
    # cattrs tells a factory from its annotations, which mypy cannot follow.
    register: Any = converter.register_structure_hook_factory
    register(is_record, _record)
    register(is_several, _several)
    register(is_open, _alternative)
    return converter


DECODER = _decoder()
"""Reads every type that has a code."""


def shortened(given: object) -> str:
    """Show what was given in a few words, also when it is long, and never too deep."""
    if is_object(given) or is_list(given):
        return f"{'an object' if isinstance(given, dict) else 'a list'} of {len(given)}"
    if isinstance(given, date):
        return str(written(given))
    if isinstance(given, Enum):
        given = given.value
    text = repr(given) if isinstance(given, str) else "null" if given is None else str(given)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}..."


def named(key: object) -> str:
    """Show a key: as it is when it is a plain name, else shortened and in quotes."""
    return key if isinstance(key, str) and key.isidentifier() else shortened(key)


# What belongs to people stays out of messages.
_PERSONAL = (".contacts", ".recipients")


def _fault(path: str, expected: str, given: object, kind: FaultKind) -> Fault:
    personal = any(name in path for name in _PERSONAL)
    shown = f"a {type(given).__name__}" if personal else shortened(given)
    return Fault(path, expected, shown, kind)


def faults_of(error: BaseException, path: str) -> Iterator[Fault]:
    """
    Return what went wrong, each with its path.

    Args:
        error: What the decoder raised.
        path: Where the document's part stands.
    """
    # Every note is one of ours or of cattrs, and says where.
    for note in getattr(error, "__notes__", ()):
        at_index = isinstance(note, IterableValidationNote)
        path += f"[{note.index}]" if at_index else f".{note.name}"
    if isinstance(error, BaseValidationError):
        for inner in error.exceptions:
            yield from faults_of(inner, path)
    elif isinstance(error, Misfit):
        kind = FaultKind.FORM if error.form else FaultKind.RULE
        expected = error.expected if error.form else f"there is no such value; {error.expected}"
        yield _fault(path, expected, error.given, kind)
    elif isinstance(error, Recounted):
        yield _fault(path, shortened(error.counted), error.stored, FaultKind.COUNT)
    elif isinstance(error, ForbiddenExtraKeysError):
        for key in sorted(error.extra_fields, key=repr):
            yield Fault(f"{path}.{named(key)}", "left out", "an unknown key", FaultKind.FORM)
    elif isinstance(error, KuntapaatosError):
        personal = any(name in path for name in _PERSONAL)
        why = "is not a value of its kind" if personal else str(error)
        yield _fault(path, why, None, FaultKind.RULE)
    elif isinstance(error, KeyError):
        yield Fault(path, "given", "nothing", FaultKind.FORM)
    else:
        raise error
