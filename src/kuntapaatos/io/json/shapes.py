"""
What the fields of a value are: given or counted, of one type or of several.

>>> from datetime import date, datetime
>>> from kuntapaatos import Deadline
>>> [part.name for part in parts_of(Deadline) if part.counted]
['last_day', 'closes_at']
>>> alternatives(int | None), alternatives(date | datetime)
((<class 'int'>, <class 'NoneType'>), (<class 'datetime.date'>, <class 'datetime.datetime'>))
"""

from __future__ import annotations

from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, NamedTuple, TypeGuard, Union, get_args, get_origin, get_type_hints

from attrs import NOTHING, fields

from kuntapaatos.io.json.codes import CODES
from kuntapaatos.law import Provision

__all__ = [
    "LINKS",
    "TAG",
    "Part",
    "alternatives",
    "is_choice",
    "is_list",
    "is_object",
    "is_open",
    "is_record",
    "is_several",
    "is_union",
    "parts_of",
]

TAG = "type"
"""The key that says which of several types stands there."""

LINKS: dict[type, tuple[str, ...]] = {Provision: ("eli", "url")}
"""Where a reader of a document may go on, by type: written where known, and never read."""


class Part(NamedTuple):
    """
    A field of a value.

    Attributes:
        name: Its name, which is its key.
        type: What it holds.
        required: Whether a document must have it.
        counted: Whether the value counts it itself, so that it is compared, not given.
    """

    name: str
    type: Any
    required: bool
    counted: bool


@cache
def parts_of(family: type) -> tuple[Part, ...]:
    """Return the fields of a value that a document holds, in order."""
    hints = get_type_hints(family)
    return tuple(
        # What is filled from another field stands in a document all the same.
        Part(
            part.name,
            hints[part.name],
            not part.init or part.default is NOTHING or getattr(part.default, "takes_self", False),
            not part.init,
        )
        for part in fields(family)
        # What is neither given nor compared is the value's own memory.
        if part.init or part.eq
    )


def is_union(family: object) -> bool:
    """Return whether a field may hold one of several types, or `None`."""
    return get_origin(family) in {Union, UnionType}


def is_object(document: object) -> TypeGuard[dict[str, Any]]:
    """Return whether a part of a document is an object; the decoder looks at its keys."""
    return isinstance(document, dict)


def is_list(document: object) -> TypeGuard[list[Any]]:
    """Return whether a part of a document is a list."""
    return isinstance(document, list)


def is_open(family: object) -> bool:
    """Return whether a field may hold several types, or a value of any."""
    return family is object or is_union(family)


def is_several(family: object) -> bool:
    """Return whether a field holds several values in order."""
    origin = get_origin(family)
    return isinstance(origin, type) and issubclass(origin, tuple)


def is_choice(family: object) -> TypeGuard[type[Enum]]:
    """Return whether a type is one of the closed lists of terms."""
    return isinstance(family, type) and issubclass(family, Enum)


def alternatives(family: object) -> tuple[type, ...]:
    """Return the types that a field may hold; `object` is every type with a code."""
    if family is object:
        return (*CODES.values(), NoneType)
    return get_args(family)


def is_record(family: object) -> bool:
    """Return whether a type has fields of its own."""
    return isinstance(family, type) and hasattr(family, "__attrs_attrs__")
