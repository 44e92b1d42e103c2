r"""
The tables of law, read strictly: one line a rule, each column under its Finnish heading.

A fault is refused with the file, the line and the column, what stands there and what
would be right.  Several values in one cell stand with `; ` between them; an empty cell
says that there is none.

>>> columns = {"asia": text, "alkaen": day}
>>> list(rows("x.csv", "asia,alkaen\nyleinen,2017-06-01\n", columns))
[{'asia': 'yleinen', 'alkaen': datetime.date(2017, 6, 1)}]
>>> list(rows("x.csv", "asia,alkaen\nyleinen,1.6.2017\n", columns))
Traceback (most recent call last):
    ...
kuntapaatos.errors.InvalidValue: x.csv, line 2, alkaen must be a day as 2017-06-01; got '1.6.2017'
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from datetime import date
from enum import Enum
from typing import Any, TypeVar

from kuntapaatos.errors import InvalidValue

__all__ = ["day", "flag", "one_of", "or_none", "read", "rows", "several", "text", "whole"]

_T = TypeVar("_T")
_E = TypeVar("_E", bound=Enum)

SEPARATOR = "; "
_Reader = tuple[str, Callable[[str], Any], dict[str, Any]]


def read(name: str, columns: Mapping[str, Callable[[str], Any]]) -> Iterator[dict[str, Any]]:
    """
    Give the lines of a table of the package.

    Args:
        name: The file beside this one.
        columns: Each heading, in order, and how its cells are read.

    Raises:
        InvalidValue: A heading, a cell or a whole line is not as it should be.
    """
    # Not by pathlib, whose import takes as long as the reading.
    beside = os.path.join(os.path.dirname(__file__), name)  # noqa: PTH118, PTH120
    with open(beside, encoding="utf-8", newline="") as table:  # noqa: PTH123
        return rows(name, table.read().removeprefix("\ufeff"), columns)


def rows(
    name: str, content: str, columns: Mapping[str, Callable[[str], Any]]
) -> Iterator[dict[str, Any]]:
    """
    Give the lines of a table as what its columns make of them.

    Args:
        name: How the table is called in errors.
        content: The whole table as text.
        columns: Each heading, in order, and how its cells are read; a reader refuses
            a cell by a `ValueError` that says what would be right.

    Raises:
        InvalidValue: A heading, a cell or a whole line is not as it should be.
    """
    import csv
    import io

    lines = csv.reader(io.StringIO(content, newline=""), strict=True)
    try:
        head = next(lines, [])
        if head != list(columns):
            raise InvalidValue(f"{name}, line 1", head, f"the headings {', '.join(columns)}")
        # What a cell holds is read once a column: most stand in many lines.
        readers: tuple[_Reader, ...] = tuple((*column, {}) for column in columns.items())
        for cells in lines:
            if len(cells) != len(readers):
                expected = f"{len(readers)} cells, one under each heading"
                raise InvalidValue(f"{name}, line {lines.line_num}", cells, expected)
            yield _line(f"{name}, line {lines.line_num}", readers, cells)
    except csv.Error as fault:
        raise InvalidValue(f"{name}, line {lines.line_num}", str(fault), "a line of CSV") from None


def _line(where: str, readers: tuple[_Reader, ...], cells: list[str]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for (heading, reader, known), cell in zip(readers, cells, strict=True):
        try:
            found[heading] = known[cell]
        except KeyError:
            found[heading] = known[cell] = _read_cell(f"{where}, {heading}", reader, cell)
    first, last = found.get("alkaen"), found.get("asti")
    if first is not None and last is not None and last < first:
        raise InvalidValue(f"{where}, asti", last.isoformat(), f"no earlier than {first}")
    return found


def _read_cell(where: str, reader: Callable[[str], Any], cell: str) -> Any:
    try:
        if cell != cell.strip():
            raise ValueError("without space around it")
        return reader(cell)
    except ValueError as fault:
        raise InvalidValue(where, cell, str(fault)) from None


# --- How a cell is read --------------------------------------------------------------------


def text(cell: str) -> str:
    """Return a cell as it stands."""
    return cell


def day(cell: str) -> date:
    """
    Return a cell that holds a day.

    Raises:
        ValueError: It is none.
    """
    with suppress(ValueError):
        found = date.fromisoformat(cell)
        if found.isoformat() == cell:
            return found
    raise ValueError("a day as 2017-06-01")


def whole(cell: str) -> int:
    """
    Return a cell that holds a whole number.

    Raises:
        ValueError: It does not.
    """
    if not (cell.isascii() and cell.isdecimal()):
        raise ValueError("a whole number")
    return int(cell)


def flag(cell: str) -> bool:
    """
    Return whether a cell says yes; an empty one says no.

    Raises:
        ValueError: It says something else.
    """
    if cell not in {"", "kyllä"}:
        raise ValueError("kyllä or empty")
    return bool(cell)


def one_of(family: type[_E]) -> Callable[[str], _E]:
    """Return how a cell is read that holds a member of an enum, by its Finnish value."""
    members = {str(member.value): member for member in family}

    def reader(cell: str) -> _E:
        if cell not in members:
            raise ValueError(f"one of {', '.join(members)}")
        return members[cell]

    return reader


def several(reader: Callable[[str], _T]) -> Callable[[str], tuple[_T, ...]]:
    """Return how a cell is read that holds several values, or none when it is empty."""
    return lambda cell: tuple(map(reader, cell.split(SEPARATOR))) if cell else ()


def or_none(reader: Callable[[str], _T]) -> Callable[[str], _T | None]:
    """Return how a cell is read that may be empty."""
    return lambda cell: reader(cell) if cell else None
