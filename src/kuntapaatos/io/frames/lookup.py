"""
The look-up itself: day numbers in, answers out, in rounds that stay in the cache.

numpy's `take` clips every index to the table, whose two ends are missing, so a
missing day and a day of another century need no pass of their own.
"""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from kuntapaatos.errors import InvalidValue, KuntapaatosError, NotADay
from kuntapaatos.io.frames.compiled import EPOCH, LAST, MISSING, Answer, Unit, table
from kuntapaatos.io.frames.extra import NDArray, np
from kuntapaatos.io.frames.matters import Matter
from kuntapaatos.io.frames.objects import at_row
from kuntapaatos.io.frames.rules import Rule

__all__ = ["TICKS", "Days", "Tables", "check_answered", "fill", "tables_of"]

Numbers: TypeAlias = NDArray[np.signedinteger]

TICKS = {"s": 86_400, "ms": 86_400_000, "us": 86_400_000_000, "ns": 86_400_000_000_000}
"""How many of a unit make a day."""
_UNITS = {ticks: unit for unit, ticks in TICKS.items()}

# A round's days, indexes and answers, 1 MiB each, stay in the second-level cache.
_ROWS = 131_072
# Below so many rows a second thread costs more than it gives.
_THREADS_FROM = 5_000_000


class Days(NamedTuple):
    """
    The days of one array, as they lie in memory.

    Attributes:
        numbers: Flat, in days or parts of a second since 1970.
        ticks: How many of those make a day.
        present: Which rows are present; `None` where the numbers themselves say it.
        has_nat: Whether the smallest number is a missing day, as in numpy.
        codes: The rule of each row, -1 where it is missing; `None` for one rule.
        row: The row of the first of them in the whole column.
    """

    numbers: Numbers
    ticks: int = 1
    present: NDArray[np.bool_] | None = None
    has_nat: bool = True
    codes: NDArray[np.integer] | None = None
    row: int = 0


class Tables(NamedTuple):
    """
    The tables of one or more rules, one after the other, and one of nothing.

    Attributes:
        rules: The rules, in the order of their codes.
        answer: What the tables hold.
        values: All tables, flat.
        starts: Where the table of each rule begins, and last that of nothing.
        missing: What stands where there is no answer.
    """

    rules: tuple[Rule | Matter, ...]
    answer: Answer
    values: Numbers
    starts: NDArray[np.int64]
    missing: int


@lru_cache(maxsize=16)
def tables_of(
    rules: tuple[Rule | Matter, ...],
    answer: Answer,
    unit: Unit,
    stacked: bool,  # noqa: FBT001
) -> Tables:
    """Return the tables of these rules; *stacked* where the rows have codes."""
    parts = [table(rule, answer, unit) for rule in rules]
    missing = int(np.iinfo(np.int32).min) if unit == "date32" else MISSING
    if not stacked:
        return Tables(rules, answer, parts[0], np.zeros(1, np.int64), missing)
    kind = np.int32 if unit == "date32" else np.int64
    nothing = np.full(LAST + 2, missing, kind)
    starts = np.arange(len(rules) + 1) * (LAST + 2)
    return Tables(rules, answer, np.concatenate([*parts, nothing]), starts, missing)


def _rounds(start: int, stop: int) -> Iterator[slice]:
    return (slice(first, min(first + _ROWS, stop)) for first in range(start, stop, _ROWS))


class _Found(NamedTuple):
    """What came up on the way: an answer that is missing, a day with a time of day."""

    missing: bool
    with_time: bool


def _fill_part(tables: Tables, days: Days, out: Numbers, start: int, stop: int) -> _Found:
    numbers, ticks, codes = days.numbers, days.ticks, days.codes
    plain = codes is None and ticks == 1 and numbers.dtype == np.int64
    scratch, again = np.empty((2, 0 if plain else min(_ROWS, stop - start)), np.int64)
    missing = with_time = False
    for here in _rounds(start, stop):
        index = numbers[here]
        if not plain:
            index = scratch[: here.stop - here.start]
            if ticks == 1:
                np.copyto(index, numbers[here])
            else:
                np.floor_divide(numbers[here], ticks, out=index)
                uneven = np.multiply(index, ticks, out=again[: len(index)]) != numbers[here]
                if uneven.any():
                    # A missing day is no number of whole days either.
                    uneven &= numbers[here] != MISSING
                    with_time = with_time or bool(uneven.any())
            if codes is not None:
                np.clip(index, 0, LAST + 1, out=index)
                # The code -1 finds the last start: the table of nothing.
                index += np.take(tables.starts, codes[here], mode="wrap")
        np.take(tables.values, index, mode="clip", out=out[here])
        missing = missing or bool(out[here].min() == tables.missing)
    return _Found(missing, with_time)


def fill(tables: Tables, days: Days, out: Numbers, threads: int) -> bool:
    """
    Write the answers for *days* to *out*, and return whether any is missing.

    Raises:
        NotADay: A day has a time of day.
    """
    rows = len(days.numbers)
    if threads < 2 or rows < _THREADS_FROM:
        found = [_fill_part(tables, days, out, 0, rows)]
    else:
        ends = [rows * part // threads for part in range(threads + 1)]
        with ThreadPoolExecutor(threads) as pool:
            found = list(
                pool.map(
                    lambda part: _fill_part(tables, days, out, ends[part], ends[part + 1]),
                    range(threads),
                )
            )
    if any(part.with_time for part in found):
        _check_whole_days(days)
    return any(part.missing for part in found)


def _is_present(days: Days, rows: NDArray[np.intp]) -> NDArray[np.bool_]:
    present = np.ones(len(rows), np.bool_)
    if days.present is not None:
        present &= days.present[rows]
    elif days.has_nat:
        present &= days.numbers[rows] != MISSING
    return present


def _check_whole_days(days: Days) -> None:
    for here in _rounds(0, len(days.numbers)):
        rows = here.start + np.flatnonzero(days.numbers[here] % days.ticks)
        rows = rows[_is_present(days, rows)]
        if rows.size:
            row = int(rows[0])
            moment = days.numbers[row].astype(f"datetime64[{_UNITS[days.ticks]}]")
            raise at_row(NotADay(moment), days.row + row)


def check_answered(tables: Tables, days: Days, out: Numbers) -> None:
    """
    Raise what the scalar function raises, for the first row that it refuses.

    Raises:
        DayOutOfRange: A day, or its last day, is outside 1992-2100.
        NoRuleInForce: No row with a source covers a day.
    """
    for here in _rounds(0, len(out)):
        rows = here.start + np.flatnonzero(out[here] == tables.missing)
        rows = rows[_is_present(days, rows)]
        if days.codes is not None:
            rows = rows[days.codes[rows] >= 0]
        if tables.answer == "closes_at":
            rows = rows[_last_days(tables, days, rows) == MISSING]
        if rows.size:
            row = int(rows[0])
            rule = tables.rules[0 if days.codes is None else int(days.codes[row])]
            _refuse(rule, int(days.numbers[row]) // days.ticks, days.row + row)


def _last_days(tables: Tables, days: Days, rows: NDArray[np.intp]) -> Numbers:
    """Return the last days of some rows: with unknown hours there is one all the same."""
    codes = None if days.codes is None else days.codes[rows]
    some = Days(days.numbers[rows], days.ticks, codes=codes)
    out = np.empty(len(rows), np.int64)
    _fill_part(tables_of(tables.rules, "last_day", "D", codes is not None), some, out, 0, len(rows))
    return out


def _refuse(rule: Rule | Matter, number: int, row: int) -> None:
    try:
        day = EPOCH + timedelta(days=number)
    except OverflowError:
        years = f"a day from {date.min} to {date.max}"
        raise at_row(InvalidValue("days", f"day {number} since {EPOCH}", years), row) from None
    try:
        rule.count(day)
    except KuntapaatosError as error:
        raise at_row(error, row) from None
