"""
How a text, a number, a sum, a day and a moment stand in a document.

Sums are texts, since a JSON number may be read as a binary fraction.  A moment
carries its offset and its zone (RFC 9557), and a day is a full ISO 8601 date.

>>> from datetime import datetime
>>> from zoneinfo import ZoneInfo
>>> written(datetime(2025, 1, 3, 15, 0, tzinfo=ZoneInfo("Europe/Helsinki")))
'2025-01-03T15:00:00+02:00[Europe/Helsinki]'
>>> read(Decimal, "12000.00")
Decimal('12000.00')
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, time, timezone
from decimal import Decimal
from typing import NamedTuple, cast
from zoneinfo import ZoneInfo

from kuntapaatos.errors import InvalidValue
from kuntapaatos.io.json.codes import code_of
from kuntapaatos.money import Rate, euros, rate

__all__ = ["SCALARS", "Misfit", "read", "read_whole", "written"]


class Misfit(Exception):
    """Something that does not fit its place; becomes a fault with a path."""

    def __init__(self, expected: str, given: object, *, form: bool = True) -> None:
        super().__init__(expected, given)
        self.expected = expected
        self.given = given
        self.form = form


# What a schema can say in words of its own: a pattern with an end that no line
# feed slips through, in the language of ECMA 262 and of Python alike.
_END = r"(?![\s\S])"
_DATE = r"[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
_CLOCK = r"([01][0-9]|2[0-3]):[0-5][0-9]"
_SECONDS = r":[0-5][0-9](\.[0-9]{6})?"
_ZONE = r"\[[A-Za-z_][A-Za-z0-9_+-]{0,30}(/[A-Za-z0-9_+-]{1,30}){0,3}\]"
DAY = f"^{_DATE}{_END}"
CLOCK = f"^{_CLOCK}({_SECONDS})?{_END}"
MOMENT = f"^{_DATE}T{_CLOCK}{_SECONDS}[+-]{_CLOCK}({_ZONE})?{_END}"
NUMBER = rf"^(0|[1-9][0-9]{{0,35}})(\.[0-9]{{0,29}}[1-9])?{_END}"
AMOUNT = rf"^(0|[1-9][0-9]{{0,35}})\.[0-9]{{2}}{_END}"


class Scalar(NamedTuple):
    """
    A plain value: its JSON Schema, what it is in words, and both ways.

    Attributes:
        schema: What a document may hold.
        expected: The same in words.
        kind: The JSON type, as Python has it.
        read: From what fits the schema to the value; `ValueError` for what no
            schema can exclude.
        write: From the value to the document; `ValueError` for what cannot stand there.
    """

    schema: dict[str, object]
    expected: str
    kind: type
    read: Callable[[object], object]
    write: Callable[[object], object]


def _text(text: object) -> str:
    # A half of a surrogate pair cannot be written as UTF-8.
    str(text).encode()
    return str(text)


def _same(value: object) -> object:
    return value


def _read_amount(text: object) -> Decimal:
    return Decimal(str(text))


def _read_rate(text: object) -> Rate:
    return rate(Decimal(str(text)))


def _write_rate(value: object) -> str:
    return str(rate(cast(Decimal, value)))


def _read_day(text: object) -> date:
    return date.fromisoformat(str(text))


def _read_clock(text: object) -> time:
    return time.fromisoformat(str(text))


def _write_clock(value: object) -> str:
    clock = cast(time, value)
    if clock.tzinfo is not None:
        raise ValueError
    text = clock.isoformat()
    return text.removesuffix(":00") if len(text) == 8 else text


def _write_moment(value: object) -> str:
    at = cast(datetime, value)
    zone = at.tzinfo
    offset = at.strftime("%z")
    # "+0139" is hours and minutes; an offset of seconds has no RFC 3339 form.
    if not isinstance(zone, ZoneInfo | timezone) or len(offset) != 5:
        raise ValueError
    text = f"{at.replace(tzinfo=None).isoformat()}{offset[:3]}:{offset[3:]}"
    if isinstance(zone, timezone):
        return text
    # A zone that was read from a file of its own has no name to write.
    if zone.key is None:
        raise ValueError
    return f"{text}[{zone.key}]"


def _read_moment(text: object) -> datetime:
    stated, _, name = str(text).removesuffix("]").partition("[")
    at = datetime.fromisoformat(stated)
    if not name:
        return at
    try:
        zone = ZoneInfo(name)
    except (KeyError, OSError):
        raise ValueError from None
    for fold in (0, 1):
        local = at.replace(tzinfo=zone, fold=fold)
        if local.utcoffset() == at.utcoffset():
            return local
    raise ValueError


SCALARS: dict[type, Scalar] = {
    str: Scalar({"type": "string"}, "a text", str, _text, _text),
    bool: Scalar({"type": "boolean"}, "true or false", bool, _same, _same),
    int: Scalar({"type": "integer"}, "an integer", int, _same, _same),
    Decimal: Scalar(
        {"type": "string", "pattern": AMOUNT},
        'a text of euros with two decimals, such as "12000.00"',
        str,
        _read_amount,
        lambda value: str(euros(value)),  # type: ignore[arg-type]
    ),
    Rate: Scalar(
        {"type": "string", "pattern": NUMBER},
        'a text of a number without zeros at its end, such as "7.5"',
        str,
        _read_rate,
        _write_rate,
    ),
    date: Scalar(
        {"type": "string", "format": "date", "pattern": DAY},
        'a day such as "2025-01-03"',
        str,
        _read_day,
        lambda value: value.isoformat(),  # type: ignore[attr-defined]
    ),
    datetime: Scalar(
        {"type": "string", "pattern": MOMENT},
        'a moment with its offset and zone, such as "2025-01-03T15:00:00+02:00[Europe/Helsinki]"',
        str,
        _read_moment,
        _write_moment,
    ),
    time: Scalar(
        {"type": "string", "pattern": CLOCK},
        'a local time such as "15:00"',
        str,
        _read_clock,
        _write_clock,
    ),
}
"""The plain values, by type."""


def read(family: type, document: object) -> object:
    """
    Return the plain value that stands in a document.

    Raises:
        Misfit: It is of another form, or no such value exists.
    """
    scalar = SCALARS[family]
    pattern = scalar.schema.get("pattern")
    if type(document) is not scalar.kind or (
        pattern is not None and re.search(str(pattern), str(document)) is None
    ):
        raise Misfit(scalar.expected, document)
    try:
        return scalar.read(document)
    except ValueError:
        # 30 February is of the right form; `format` tells it apart, a pattern cannot.
        form = scalar.schema.get("format") is not None
        raise Misfit(scalar.expected, document, form=form) from None


def read_whole(document: object, low: int, high: int | None) -> int:
    """
    Return a whole number between two ends, both included.

    Raises:
        Misfit: It is no integer, or beyond an end.

    >>> read_whole(366, 0, 366)
    366
    """
    number = cast(int, read(int, document))
    if number < low or (high is not None and number > high):
        raise Misfit(f"an integer from {low}{'' if high is None else f' to {high}'}", number)
    return number


def written(value: object) -> object:
    """
    Return how a plain value stands in a document.

    Raises:
        InvalidValue: No document can hold it: a text with half a surrogate pair, a
            moment without a zone that has a name or a fixed offset.
    """
    scalar = SCALARS[type(value)]
    try:
        return scalar.write(value)
    except ValueError:
        raise InvalidValue(str(code_of(type(value))), value, scalar.expected) from None
