"""
The JSON Schema of a document (2020-12), made from the types themselves.

It says all that a schema can; what only the domain knows, such as a last year before
the first, the decoder adds.  Where a place may hold several types, the key `type`
chooses with if/then, so that a validator names the field that is wrong and not every
type that it could have been.  `python -m kuntapaatos.io.json.schema` prints it.

>>> json_schema()["properties"]["schema"]
{'const': 'kuntapaatos'}
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from enum import Enum
from types import NoneType
from typing import Any, get_args, get_origin

from kuntapaatos.io.json.codes import CODES, LIMITS, code_of
from kuntapaatos.io.json.scalars import SCALARS
from kuntapaatos.io.json.shapes import LINKS, TAG, alternatives, is_record, is_union, parts_of
from kuntapaatos.io.json.upgrades import VERSION

__all__ = ["ADDRESS", "NAME", "json_schema", "name_of"]

NAME = "kuntapaatos"
"""The schema's name, in every envelope."""

ADDRESS = f"https://kuntapaatos.example/schema/{VERSION}.json"
"""What names the schema; it is published in the package, not there."""

Schema = dict[str, Any]


def name_of(code: str) -> str:
    """
    Return a code as a name that needs no escaping in a reference.

    >>> name_of("määräajan päättyminen")
    'maaraajan-paattyminen'
    """
    plain = unicodedata.normalize("NFKD", code).encode("ascii", "ignore").decode()
    return plain.replace(" ", "-")


def _ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _tagged(family: type) -> Schema:
    return _ref(f"{name_of(str(code_of(family)))}.tagged")


def _when(code: str, then: Schema) -> Schema:
    """Return the schema of an object whose `type` is a code; any other passes."""
    # Without its type `null` would fulfil the condition, for it has no key to break it.
    chosen = {"type": "object", "properties": {TAG: {"const": code}}, "required": [TAG]}
    return {"if": chosen, "then": then}


def _one_of(families: Iterable[type], *, optional: bool) -> Schema:
    """Return the schema of a value of one of several types, chosen by its `type`."""
    codes = {str(code_of(family)): family for family in families}
    return {
        "type": ["object", "null"] if optional else "object",
        "properties": {TAG: {"enum": list(codes)}},
        "required": [TAG],
        "allOf": [_when(code, _tagged(family)) for code, family in codes.items()],
    }


def _schema_of(family: Any) -> Schema:
    """Return the schema of what a field holds."""
    if family is object:
        return _ref("anything")
    if get_origin(family) is tuple:
        items = get_args(family)
        listed: Schema = {"type": "array", "items": _schema_of(items[0])}
        if items[-1] is not Ellipsis:
            listed.update(minItems=len(items), maxItems=len(items))
        return listed
    if is_union(family):
        families = [one for one in alternatives(family) if one is not NoneType]
        if len(families) > 1:
            return _one_of(families, optional=len(families) < len(alternatives(family)))
        return {"anyOf": [_schema_of(families[0]), {"type": "null"}]}
    return _ref(name_of(str(code_of(family))))


def _limited(found: Schema, low: int, high: int | None) -> Schema:
    limits = {"minimum": low} if high is None else {"minimum": low, "maximum": high}
    whole = {"type": "integer", **limits}
    return {"anyOf": [whole, {"type": "null"}]} if "anyOf" in found else whole


def _record(family: type) -> Schema:
    properties: Schema = {}
    required: list[str] = []
    for part in parts_of(family):
        found = _schema_of(part.type)
        limits = LIMITS.get((family, part.name))
        properties[part.name] = found if limits is None else _limited(found, *limits)
        if part.required:
            required.append(part.name)
    properties |= {name: {"type": "string"} for name in LINKS.get(family, ())}
    return {
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }


def _with_tag(code: str, plain: Schema) -> Schema:
    return {
        **plain,
        "properties": {TAG: {"const": code}, **plain["properties"]},
        "required": [TAG, *plain["required"]],
    }


def _definition(code: str, family: type) -> tuple[Schema, Schema]:
    """Return the schema of a type, and of the same among others."""
    if is_record(family):
        record = _record(family)
        return record, _with_tag(code, record)
    if issubclass(family, Enum):
        plain: Schema = {"enum": [member.value for member in family]}
    else:
        plain = dict(SCALARS[family].schema)
    holder = {
        "type": "object",
        "properties": {"value": _ref(name_of(code))},
        "required": ["value"],
        "additionalProperties": False,
    }
    return plain, _with_tag(code, holder)


def json_schema() -> Schema:
    """
    Return the JSON Schema of every document that this library writes.

    The same schema is in the installed package, as
    `kuntapaatos/schema/kuntapaatos-3.schema.json`, beside those of the versions before.
    """
    definitions: Schema = {"anything": _one_of(CODES.values(), optional=True)}
    envelopes: list[Schema] = []
    for code, family in CODES.items():
        name = name_of(code)
        plain, tagged = _definition(code, family)
        definitions[name] = {"title": code, **plain}
        definitions[f"{name}.tagged"] = {"title": code, **tagged}
        envelopes.append(_when(code, {"properties": {"value": _ref(name)}}))
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": ADDRESS,
        "title": "A value of kuntapaatos",
        "type": "object",
        "properties": {
            "schema": {"const": NAME},
            "version": {"type": "integer", "const": VERSION},
            "type": {"enum": list(CODES)},
            "value": True,
        },
        "required": ["schema", "version", "type", "value"],
        "additionalProperties": False,
        "allOf": envelopes,
        "$defs": dict(sorted(definitions.items())),
    }
