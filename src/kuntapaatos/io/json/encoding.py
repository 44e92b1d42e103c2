"""
From a value to a document: every field by its name, every type by its code.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from types import NoneType
from typing import Any, cast, get_args

from kuntapaatos.errors import InvalidValue
from kuntapaatos.io.json.codes import CODES, code_of
from kuntapaatos.io.json.extra import Converter
from kuntapaatos.io.json.scalars import SCALARS, written
from kuntapaatos.io.json.shapes import (
    LINKS,
    TAG,
    alternatives,
    is_choice,
    is_open,
    is_record,
    is_several,
    parts_of,
)

__all__ = ["ENCODER"]

Hook = Callable[[Any], Any]


def _refused(value: object, expected: object) -> InvalidValue:
    return InvalidValue("value", value, f"{expected} to stand in a document")


def _plain(family: type) -> Hook:
    def unstructure(value: object) -> object:
        # A text or a number of another class would come back as another value.
        if type(value) is not family:
            raise _refused(value, f"exactly of type {family.__name__}")
        return written(value)

    return unstructure


def _record(family: type, converter: Converter) -> Hook:
    hooks = {
        part.name: converter.get_unstructure_hook(part.type, cache_result=False)
        for part in parts_of(family)
    }

    links = LINKS.get(family, ())

    def unstructure(value: object) -> dict[str, object]:
        if type(value) is not family:
            raise _refused(value, f"exactly of type {family.__name__}")
        given = {name: hook(getattr(value, name)) for name, hook in hooks.items()}
        known = {name: getattr(value, name) for name in links}
        return given | {name: link for name, link in known.items() if link is not None}

    return unstructure


def _several(family: Any, converter: Converter) -> Hook:
    hook = converter.get_unstructure_hook(get_args(family)[0], cache_result=False)

    def unstructure(value: object) -> list[object]:
        if type(value) is not tuple:
            raise _refused(value, "a tuple")
        return [hook(item) for item in cast("tuple[object, ...]", value)]

    return unstructure


def _choice(family: type[Enum]) -> Hook:
    def unstructure(value: object) -> object:
        if not isinstance(value, family):
            raise _refused(value, f"of type {family.__name__}")
        return value.value

    return unstructure


def _alternative(family: object, converter: Converter) -> Hook:
    everything = alternatives(family)
    families = [one for one in everything if one is not NoneType]
    codes = [code_of(one) for one in families]
    only = converter.get_unstructure_hook(families[0]) if len(families) == 1 else None

    def unstructure(value: object) -> object:
        if value is None and NoneType in everything:
            return None
        if only is not None:
            return only(value)
        if type(value) not in families:
            named = "a domain value" if family is object else " or ".join(map(str, codes))
            raise _refused(value, named)
        found = converter.unstructure(value, type(value))
        tag = {TAG: code_of(type(value))}
        return {**tag, **found} if is_record(type(value)) else {**tag, "value": found}

    return unstructure


def _encoder() -> Converter:
    converter = Converter()
    for family in SCALARS:
        converter.register_unstructure_hook(family, _plain(family))
    # By name: cattrs' own hook for every Enum goes before a factory.
    for family in filter(is_choice, CODES.values()):
        converter.register_unstructure_hook(family, _choice(family))
    # cattrs tells a factory from its annotations, which mypy cannot follow.
    register: Any = converter.register_unstructure_hook_factory
    register(is_record, _record)
    register(is_several, _several)
    register(is_open, _alternative)
    return converter


ENCODER = _encoder()
"""Writes every type that has a code."""
