"""
How a value shows itself in one line of Finnish.

Days as they are written in a decision, times with a full stop, sums of euros with a
comma, an absent value as a dash.

>>> from datetime import date, time
>>> shown(date(2025, 1, 3)), shown(time(15, 0)), shown(None)
('3.1.2025', 'klo 15.00', '–')
"""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum
from typing import Any, ClassVar, TypeVar

from attrs import NOTHING, Factory, fields

from kuntapaatos import late
from kuntapaatos.masks import without_codes

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
    return _euros(value) if type(value) is Decimal else str(value)


def _euros(value: Decimal) -> str:
    """Return a sum as it is written, and what is no sum as it is."""
    whole, _, cents = str(value).partition(".")
    if not (whole.isdecimal() and len(cents) == 2):
        return str(value)
    return f"{int(whole):,}".replace(",", " ") + f",{cents} €"


class Value:
    """
    What every domain value has in common: a short `repr`, and a table in a notebook.

    What a value answers is shown first, then the fields that were given, and never those
    that hold a person's details.  One `repr` for all halves what a class costs at import.
    """

    __slots__ = ()
    _answers: ClassVar[tuple[str, ...]] = ()
    """What it answers besides its fields."""
    _in_short: ClassVar[tuple[str, ...]] = ()
    """The fields that tell enough where there are many; empty for all."""

    def _parts(self) -> list[str]:
        """Return what is shown of it, each part by its name."""
        parts = [f"{name}={getattr(self, name)!r}" for name in self._answers]
        left_out = False
        for field in fields(type(self)):  # type: ignore[arg-type]
            value, default = getattr(self, field.name), field.default
            if isinstance(default, Factory):  # type: ignore[arg-type]
                default = NOTHING
            if not (field.repr and field.init) or (default is not NOTHING and value == default):
                continue
            if self._in_short and field.name not in self._in_short:
                left_out = left_out or bool(value)
            else:
                parts.append(f"{field.alias}={value!r}")
        return [*map(without_codes, parts), *(["..."] if left_out else [])]

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(self._parts())})"

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:  # noqa: FBT001 - IPython's own
        """Show it in IPython: a part a line where they do not fit one."""
        with printer.group(4, f"{type(self).__name__}(", ")"):
            for place, part in enumerate([] if cycle else self._parts()):
                if place:
                    printer.text(",")
                printer.breakable(" " if place else "")
                printer.text(part)

    # Only pydantic asks for these two, so that values stand as fields of its models.
    @classmethod
    def __get_pydantic_core_schema__(cls, _source: object, _handler: object) -> Any:
        return late.told("core_schema", cls)

    @classmethod
    def __get_pydantic_json_schema__(cls, _core_schema: object, _handler: object) -> Any:
        return late.told("field_schema", cls)

    def _repr_html_(self) -> str:
        return str(late.told("html", self))


class Several(tuple[_T, ...]):
    """
    Answers side by side: a tuple like any other, that a notebook draws together.

    >>> Several((1, 2)) == (1, 2)
    True
    """

    __slots__ = ()

    def _repr_html_(self) -> str:
        return str(late.told("html", self))
