"""
Domain values as fields of a pydantic model; pydantic itself is never a dependency.

`Value.__get_pydantic_core_schema__` calls this module, and only pydantic calls that.
In Python a field takes the value itself, or its document as a dict; in JSON it is the
same envelope that `to_json` writes, with its version, so that models outlive upgrades.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any, cast

from kuntapaatos.io.json.codes import code_of
from kuntapaatos.io.json.documents import from_dict, to_dict
from kuntapaatos.io.json.published import ADDRESS, NAME, name_of
from kuntapaatos.io.json.upgrades import VERSION

__all__ = ["core_schema", "field_schema"]


def core_schema(family: type) -> Any:
    """
    Return how pydantic reads and writes a field of a type.

    Args:
        family: The type of a domain value.

    Raises:
        InvalidValue: It is no type of a domain value.
    """
    # Whoever calls this has it; importlib, so that it is no dependency of ours.
    pydantic: Any = import_module("pydantic_core.core_schema")

    def read(given: object) -> object:
        return given if isinstance(given, family) else cast(object, from_dict(given, family))

    return pydantic.no_info_plain_validator_function(
        read,
        serialization=pydantic.plain_serializer_function_ser_schema(to_dict, when_used="json"),
    )


def field_schema(family: type) -> dict[str, Any]:
    """
    Return the JSON Schema of a field: the envelope of one type.

    The value's own schema is named by the address of the published one, which a
    validator is given beside the model's.

    >>> from kuntapaatos.time_limit import Period
    >>> field_schema(Period)["properties"]["value"]
    {'$ref': 'https://kuntapaatos.example/schema/3.json#/$defs/maaraaika'}
    """
    code = str(code_of(family))
    return {
        "title": code,
        "type": "object",
        "properties": {
            "schema": {"const": NAME},
            "version": {"type": "integer", "const": VERSION},
            "type": {"const": code},
            "value": {"$ref": f"{ADDRESS}#/$defs/{name_of(code)}"},
        },
        "required": ["schema", "version", "type", "value"],
        "additionalProperties": False,
    }
