"""
How a value shows itself in one line of Finnish.

Days as they are written in a decision, times with a full stop, an absent
value as a dash.

>>> from datetime import date, time
>>> shown(date(2025, 1, 3)), shown(time(15, 0)), shown(None)
('3.1.2025', 'klo 15.00', '–')
"""

from __future__ import annotations

from datetime import date, datetime, time
from enum import Enum
from functools import cache
from typing import Any, TypeVar

from attrs import NOTHING, Factory, fields

__all__ = ["Several", "Value", "shown"]

_T = TypeVar("_T")

_WEEKDAYS = ("ma", "ti", "ke", "to", "pe", "la", "su")


def weekday(day: date) -> str:
    """
    Return the Finnish two-letter name of the day of the week.

    >>> from datetime import date
    >>> weekday(date(2025, 1, 3))
    'pe'
    """
    return _WEEKDAYS[day.weekday()]


def shown(value: object) -> str:
    """
    Return *value* as one line of Finnish.

    >>> from datetime import datetime
    >>> shown(datetime(2025, 1, 3, 15, 0))
    '3.1.2025 klo 15.00'
    """
    if value is None:
        return "–"
    if isinstance(value, datetime):
        return f"{value.day}.{value.month}.{value.year} {shown(value.time())}"
    if isinstance(value, date):
        return f"{value.day}.{value.month}.{value.year}"
    if isinstance(value, time):
        return f"klo {value.hour}.{value.minute:02}"
    if isinstance(value, Enum):
        return str(value.value)
    return str(value)


@cache
def _compared(family: type) -> tuple[str, ...]:
    """Return the names of the fields that tell two values of a class apart."""
    return tuple(field.name for field in fields(family) if field.eq)


class Value:
    """
    What every domain value has in common: a short `repr`, and a table in a notebook.

    Only the fields that were given are shown, and never those that hold a
    person's details.  Equal are two values of one class whose compared fields are
    equal.  One `repr` and one equality for all, instead of generated ones for each
    class, halve what a class costs at import.
    """

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        if other.__class__ is not self.__class__:
            return NotImplemented
        compared = _compared(type(self))  # type: ignore[arg-type]
        return all(getattr(self, name) == getattr(other, name) for name in compared)

    def __hash__(self) -> int:
        compared = _compared(type(self))  # type: ignore[arg-type]
        return hash((type(self), *(getattr(self, name) for name in compared)))

    def __repr__(self) -> str:
        shown_fields: list[str] = []
        for field in fields(type(self)):  # type: ignore[arg-type]
            if not (field.repr and field.init):
                continue
            value = getattr(self, field.name)
            default = field.default
            if isinstance(default, Factory):  # type: ignore[arg-type]
                default = NOTHING
            if default is NOTHING or value != default:
                shown_fields.append(f"{field.alias}={value!r}")
        return f"{type(self).__name__}({', '.join(shown_fields)})"

    # Only pydantic asks for these two, so that values stand as fields of its models.
    @classmethod
    def __get_pydantic_core_schema__(cls, _source: object, _handler: object) -> Any:
        from kuntapaatos.io.json import core_schema

        return core_schema(cls)

    @classmethod
    def __get_pydantic_json_schema__(cls, _core_schema: object, _handler: object) -> Any:
        from kuntapaatos.io.json import field_schema

        return field_schema(cls)

    def _repr_html_(self) -> str:
        from kuntapaatos.io.notebook import html

        return html(self)


class Several(tuple[_T, ...]):
    """
    Answers side by side: a tuple like any other, that a notebook draws together.

    >>> Several((1, 2)) == (1, 2)
    True
    """

    __slots__ = ()

    def _repr_html_(self) -> str:
        from kuntapaatos.io.notebook import html

        return html(self)
