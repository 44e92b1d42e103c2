r"""
One decision as one flat row: what a table of many decisions holds.

Nothing of a person is in it: no contacts, no recipients, and of an office-holder
the title only.

>>> from kuntapaatos.io import text
>>> found = row(text.read("Kunnanhallitus 3.2.2025 § 14\nVuokra\nPäätös\nHyväksyttiin."))
>>> found["section"], found["outcome"]
('14', 'hyväksytty')
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any, TypeAlias

from kuntapaatos.io.frames.extra import pa
from kuntapaatos.io.records import said_of
from kuntapaatos.io.text import Reading

__all__ = ["COLUMNS", "Row", "from_json", "row"]

Row: TypeAlias = dict[str, Any]
"""A row as JSON holds it: days as "2024-12-13", euros as "12000.00"."""

_TEXTS = pa.list_(pa.string())
_EUROS = pa.decimal128(38, 2)

COLUMNS: Any = pa.schema(
    {
        "path": pa.string(),
        "sha256": pa.string(),
        "error": pa.string(),
        "items": pa.int32(),
        "is_decision": pa.bool_(),
        "kind": pa.string(),
        "language": pa.string(),
        "municipality": pa.string(),
        "maker": pa.string(),
        "decided_on": pa.date32(),
        "published_on": pa.date32(),
        "section": pa.string(),
        "record_id": pa.string(),
        "classification": pa.string(),
        "title": pa.string(),
        "outcome": pa.string(),
        "network": pa.string(),
        "first_year": pa.int32(),
        "last_year": pa.int32(),
        "annual_fee": _EUROS,
        "total_fee": _EUROS,
        "remedies": _TEXTS,
        "periods": _TEXTS,
        "hours": _TEXTS,
        "problems": _TEXTS,
    }
)
"""
The Arrow schema of the rows; terms are the Finnish ones.

:meta hide-value:
"""


def _text(value: object) -> str:
    return "" if value is None else str(value)


def _plain(value: object) -> object:
    return str(value) if isinstance(value, date | Decimal) else value


def row(reading: Reading) -> Row:
    """
    Return a reading as a flat row of what JSON can hold.

    Args:
        reading: A text as it was read.

    Returns:
        The columns of `COLUMNS` from `is_decision` on.  What the text does not say is
        `None`; of several instructions each has its place in `remedies`, `periods`
        and `hours`, "" where that one does not say it.
    """
    instructions = reading.decision.instructions
    return {
        **{name: _plain(value) for name, value in said_of(reading).items()},
        "remedies": [item.remedy.value for item in instructions],
        "periods": [_text(item.period) for item in instructions],
        "hours": [_text(item.hours) for item in instructions],
        "problems": [problem.code.value for problem in reading.problems],
    }


def from_json(found: Row) -> Row:
    """
    Return a row with days and sums as values again.

    >>> from_json({"decided_on": "2024-12-13", "total_fee": "24000.00", "section": "1"})
    {'decided_on': datetime.date(2024, 12, 13), 'total_fee': Decimal('24000.00'), 'section': '1'}
    """
    values = dict(found)
    for name, value in found.items():
        kind = COLUMNS.field(name).type if name in COLUMNS.names else None
        if isinstance(value, str) and kind == pa.date32():
            values[name] = date.fromisoformat(value)
        elif isinstance(value, str) and kind == _EUROS:
            values[name] = Decimal(value)
    return values
