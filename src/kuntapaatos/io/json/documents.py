"""
From a value to its envelope and its text, and back.

>>> from kuntapaatos.time_limit import Period
>>> from_dict(to_dict(Period.days(14)))
Period(unit=<PeriodUnit.DAY: 'päivä'>, length=14)
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from typing import Any, TypeVar, cast, overload

from kuntapaatos.errors import InvalidValue
from kuntapaatos.io.json.codes import CODES, code_of
from kuntapaatos.io.json.decoding import DECODER, faults_of, named, shortened
from kuntapaatos.io.json.encoding import ENCODER
from kuntapaatos.io.json.extra import BaseValidationError
from kuntapaatos.io.json.faults import (
    CountDiffers,
    Fault,
    FaultKind,
    InvalidDocument,
    NewerDocument,
)
from kuntapaatos.io.json.published import NAME
from kuntapaatos.io.json.scalars import Misfit
from kuntapaatos.io.json.shapes import is_object
from kuntapaatos.io.json.upgrades import UPGRADES, VERSION, upgraded

__all__ = ["from_dict", "from_json", "to_dict", "to_json"]

_T = TypeVar("_T")


def to_dict(value: object) -> dict[str, Any]:
    """
    Return a value as a document of plain dicts, lists, texts and whole numbers.

    Args:
        value: Any domain value or enum member; contacts go along as they are.

    Raises:
        InvalidValue: It is no domain value, or holds what no document can.

    >>> from datetime import date
    >>> from kuntapaatos import Notice, Period, count_deadline
    >>> deadline = count_deadline(Notice.letter(date(2024, 12, 10)), Period.days(14))
    >>> to_dict(deadline)["value"]["last_day"]
    '2024-12-31'
    """
    code = code_of(type(value))
    if code is None:
        raise InvalidValue("value", value, "a domain value such as a Decision or a Deadline")
    written = ENCODER.unstructure(value, type(value))
    return {"schema": NAME, "version": VERSION, "type": code, "value": written}


def to_json(value: object, *, indent: int | None = None) -> str:
    """
    Return a value as a JSON text.

    The same value gives the same text in every process: keys in order, no spaces,
    letters as they are.  Encoded as UTF-8 its bytes can be signed and compared.

    Args:
        value: Any domain value or enum member.
        indent: Spaces for each level, for people; `None` is the canonical form.

    Raises:
        InvalidValue: It is no domain value, or holds what no document can.

    >>> from kuntapaatos import NoticeKind
    >>> to_json(NoticeKind.LETTER)
    '{"schema":"kuntapaatos","type":"tiedoksiannon laji","value":"kirje","version":3}'
    """
    separators = (",", ":") if indent is None else (",", ": ")
    return json.dumps(
        to_dict(value),
        allow_nan=False,
        ensure_ascii=False,
        indent=indent,
        separators=separators,
        sort_keys=True,
    )


@overload
def from_dict(document: object) -> Any: ...
@overload
def from_dict(document: object, expected: type[_T]) -> _T: ...


def from_dict(document: object, expected: type | None = None) -> Any:
    """
    Return the value that a document holds.

    Strict: nothing is coerced and nothing left aside.  An older version is raised
    to this one first; a deadline is counted again.

    Args:
        document: An envelope, as `to_dict` gives it.
        expected: The type it must hold; `None` for any.

    Raises:
        InvalidDocument: It holds no such value; all faults at once.
        CountDiffers: A stored deadline is now counted otherwise.
        NewerDocument: Its version is newer than this library.
    """
    return _checked(document, expected)


@overload
def from_json(text: str | bytes) -> Any: ...
@overload
def from_json(text: str | bytes, expected: type[_T]) -> _T: ...


def from_json(text: str | bytes, expected: type | None = None) -> Any:
    """
    Return the value that a JSON text holds.

    Beside what `from_dict` refuses: a key that stands twice, NaN and Infinity, a
    number with a fraction or an exponent, bytes that are no UTF-8.

    Args:
        text: A text, or bytes in UTF-8.
        expected: The type it must hold; `None` for any.

    Raises:
        InvalidDocument, CountDiffers, NewerDocument: As `from_dict`.
    """
    if not isinstance(text, str | bytes):
        raise InvalidValue("text", text, "a str, or bytes in UTF-8")
    try:
        # A number is kept as it was written: 14.0 is no whole number here.
        document: object = json.loads(
            text.decode() if isinstance(text, bytes) else text,
            object_pairs_hook=_object,
            parse_constant=_constant,
            parse_float=Decimal,
        )
    except Misfit as misfit:
        raise InvalidDocument((_form("", misfit.expected, misfit.given),)) from None
    except RecursionError:
        raise InvalidDocument((_form("", "less deeply nested", "a text"),)) from None
    except ValueError as error:
        # Bytes that are no UTF-8, a number of thousands of digits: no place is known.
        place = getattr(error, "pos", None)
        where = "other bytes" if place is None else f"a fault at character {place}"
        fault = Fault("", "JSON in UTF-8", where, FaultKind.FORM)
        raise InvalidDocument((fault,)) from None
    return _checked(document, expected)


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise Misfit("an object whose keys stand once", twice)
    return found


def _constant(name: str) -> object:
    raise Misfit("made of finite numbers", name)


def _form(path: str, expected: str, given: object) -> Fault:
    return Fault(path, expected, shortened(given), FaultKind.FORM)


def _checked(document: object, expected: type | None) -> object:
    if expected is not None and code_of(expected) is None:
        raise InvalidValue("expected", expected, "the type of a domain value")
    try:
        return _read(document, expected)
    except RecursionError:
        raise InvalidDocument((_form("", "less deeply nested", document),)) from None


_KEYS = ("schema", "version", "type", "value")


def _read(document: object, expected: type | None) -> object:
    if not is_object(document):
        raise InvalidDocument((_form("", "an object with schema, version, type, value", document),))
    if document.get("schema") != NAME:
        raise InvalidDocument((_form("schema", repr(NAME), document.get("schema")),))
    version: object = document.get("version")
    if type(version) is not int or version < 1:
        raise InvalidDocument((_form("version", f"an integer from 1 to {VERSION}", version),))
    if version > VERSION:
        raise NewerDocument(version, VERSION)
    raised = upgraded(document, VERSION, UPGRADES)
    faults = list(_envelope(raised, expected))
    code = raised.get("type")
    family = CODES.get(code) if isinstance(code, str) else None
    value: object = None
    if family is not None and "value" in raised:
        try:
            value = cast(object, DECODER.structure(raised["value"], family))
        except (Misfit, BaseValidationError) as error:
            faults.extend(faults_of(error, "value"))
    if faults:
        counts = all(fault.kind is FaultKind.COUNT for fault in faults)
        raise (CountDiffers if counts else InvalidDocument)(tuple(faults))
    return value


def _envelope(document: dict[str, object], expected: type | None) -> Iterator[Fault]:
    """Return what is wrong with the envelope itself."""
    for key in sorted(set(document) - set(_KEYS), key=repr):
        yield Fault(named(key), "left out", "an unknown key", FaultKind.FORM)
    if "value" not in document:
        yield Fault("value", "given", "nothing", FaultKind.FORM)
    code = document.get("type")
    if not isinstance(code, str) or code not in CODES:
        yield _form("type", "the code of a type", code)
    elif expected is not None and CODES[code] is not expected:
        # Of the right form, but not what the caller asked for.
        wanted = f"must be {code_of(expected)!r}, as the caller expects; got {code!r}"
        yield Fault("type", wanted, code, FaultKind.RULE)
