"""
Every domain value as JSON, and back: strict, canonical, with a version.

A document is an envelope with the schema's name and version, the value's stable
Finnish code and the value.  Sums are texts, moments carry offset and zone (RFC
9557), and what the library counts is stored, then counted again when it is read.

>>> from kuntapaatos import Period
>>> to_json(Period.days(14))
'{"schema":"kuntapaatos","type":"määräaika","value":{"length":14,"unit":"päivä"},"version":3}'
>>> from_json(to_json(Period.days(14)))
Period(unit=<PeriodUnit.DAY: 'päivä'>, length=14)
>>> from_json(to_json(Period.days(14)).replace("14", '"14"'))
Traceback (most recent call last):
    ...
kuntapaatos.io.json.faults.InvalidDocument: the document has 1 fault: value.length must be an integer; got '14'
"""  # noqa: E501

from __future__ import annotations

from kuntapaatos.io.json.documents import from_dict, from_json, to_dict, to_json
from kuntapaatos.io.json.faults import (
    CountDiffers,
    Fault,
    FaultKind,
    InvalidDocument,
    NewerDocument,
)
from kuntapaatos.io.json.models import core_schema, field_schema
from kuntapaatos.io.json.published import NAME, json_schema
from kuntapaatos.io.json.upgrades import VERSION

__all__ = [
    "NAME",
    "VERSION",
    "CountDiffers",
    "Fault",
    "FaultKind",
    "InvalidDocument",
    "NewerDocument",
    "core_schema",
    "field_schema",
    "from_dict",
    "from_json",
    "json_schema",
    "to_dict",
    "to_json",
]
