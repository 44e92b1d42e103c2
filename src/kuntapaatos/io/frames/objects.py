"""
Columns as Arrow arrays, where nothing is taken that a scalar function refuses.

A column of Python objects may hold anything, and Arrow makes one type of it by its
first values: a moment behind a day would become a day.  So each is looked at.

>>> from datetime import date
>>> of_objects([date(2024, 12, 13), None], one_day, pa.date32()).to_pylist()
[datetime.date(2024, 12, 13), None]
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import Any, TypeVar

from kuntapaatos.errors import InvalidValue, KuntapaatosError, NotADay
from kuntapaatos.io.frames.extra import np, pa

__all__ = ["WHOLE", "at_row", "is_missing", "objects_of", "of_array", "of_objects", "one_day"]

_E = TypeVar("_E", bound=KuntapaatosError)
_MOST = int(np.iinfo(np.int64).max)
WHOLE = frozenset({"population", "total_population", "members", "months"})
"""The columns of whole numbers, by their names."""


def at_row(error: _E, row: int) -> _E:
    """Return an error with a note that tells the row."""
    error.add_note(f"in row {row}, counted from 0")
    return error


def is_missing(value: object) -> bool:
    """Tell whether a value stands for none: `None`, a NaN, and what pandas has for them."""
    try:
        return value is None or bool(value != value)  # noqa: PLR0124
    except (TypeError, ValueError):  # what pandas has is neither equal to itself nor unequal
        return type(value).__name__ == "NAType"


def one_day(value: object) -> date:
    """
    Return what is a day.

    Raises:
        NotADay: It is something else, such as a `datetime`.
    """
    if not isinstance(value, date) or isinstance(value, datetime):
        raise NotADay(value)
    return value


def objects_of(values: Any, name: str) -> Any:
    """
    Return Python objects as an Arrow array of what a column of this name holds.

    Raises:
        NotADay: One of "days" is no day.
        InvalidValue: One of a column of whole numbers is none, or the kinds differ.
    """

    def one_number(value: object) -> int:
        """Return what is whole, also as a float; what is beyond 64 bits as the largest."""
        if isinstance(value, float) and value.is_integer() and abs(value) <= 2**53:
            value = int(value)
        if not isinstance(value, int | np.integer) or isinstance(value, bool):
            raise InvalidValue(name, value, "a column of whole numbers")
        return min(int(value), _MOST)

    if name == "days":
        return of_objects(values, one_day, pa.date32())
    if name in WHOLE:
        return of_objects(values, one_number, pa.int64())
    return of_array(values, name)


def of_objects(values: Iterable[object], one: Callable[[object], object], kind: Any) -> Any:
    """
    Return Python objects as an Arrow array, those that are missing as nulls.

    Args:
        values: The objects, in order.
        one: Returns the value of one that is not missing, or raises an error of ours.
        kind: The Arrow type.

    Raises:
        KuntapaatosError: What *one* raised; a note tells the row.
    """
    found = []
    for row, value in enumerate(values):
        try:
            found.append(None if is_missing(value) else one(value))
        except KuntapaatosError as error:
            raise at_row(error, row) from None
    return pa.array(found, kind)


def of_array(column: Any, name: str) -> Any:
    """
    Return a flat numpy array or a series, which holds no objects, as an Arrow array.

    Raises:
        InvalidValue: It is not flat, or of a type that Arrow does not know.
    """
    if isinstance(column, np.ndarray):
        if column.ndim != 1:
            raise InvalidValue(name, f"an array of {column.ndim} dimensions", "a flat column")
        column = column.astype(column.dtype.newbyteorder("="), copy=False)
    try:
        return pa.array(column, from_pandas=True)
    except (pa.ArrowException, OverflowError, TypeError, ValueError):
        raise InvalidValue(name, str(column.dtype), "a column of values of one kind") from None
