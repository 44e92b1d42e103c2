"""
A column of answers that is counted when it is read.

An Arrow dictionary array is a list of codes and a table of values; the days
themselves, as they lie in memory, are the codes of a compiled rule.

>>> from datetime import date
>>> import kuntapaatos as kp
>>> rule = Rule(kp.NoticeKind.EMAIL, kp.Period.days(14))
>>> days = pa.array([date(2024, 12, 10), None])
>>> column = lazy_deadlines(days, rule, answer="last_day")
>>> column.to_pylist()
[datetime.date(2024, 12, 27), None]
>>> column.indices.buffers()[1].address == days.buffers()[1].address
True
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Any

from kuntapaatos.errors import InvalidValue, NotADay
from kuntapaatos.io.frames.arrays import (
    ArrowArray,
    Outside,
    arrow_deadlines,
    arrow_type,
    check_choices,
)
from kuntapaatos.io.frames.compiled import EPOCH, LAST, MISSING, Answer, table
from kuntapaatos.io.frames.extra import np, pa, pc
from kuntapaatos.io.frames.rules import Rule

__all__ = ["lazy_deadlines"]


@lru_cache(maxsize=32)
def _dictionary(rule: Rule, answer: Answer) -> Any:
    """Return the answers of every day number from 1970 as an Arrow array."""
    values = table(rule, answer, "s" if answer == "closes_at" else "date32")
    missing = values == np.iinfo(values.dtype).min
    plain = pa.array(values, mask=missing)
    return plain.view(arrow_type(answer))


@lru_cache(maxsize=32)
def _refused(rule: Rule) -> Any:
    """Return how many days before each day number have no answer."""
    refused = table(rule, "last_day", "D") == MISSING
    return np.concatenate([[0], np.cumsum(refused)])


def _number(day: object, name: str) -> int:
    if not isinstance(day, date):
        raise InvalidValue(name, day, "a pair of days")
    return (date(day.year, day.month, day.day) - EPOCH).days


def _span(days: Any, between: tuple[date, date] | None) -> tuple[int, int] | None:
    """Return the numbers of the first and the last day; `None` when there is none."""
    if between is not None:
        first, last = between
        return _number(first, "between"), _number(last, "between")
    ends = pc.min_max(days.cast(pa.int32()))
    low, high = ends["min"].as_py(), ends["max"].as_py()
    return None if low is None else (low, high)


def lazy_deadlines(
    days: ArrowArray,
    rule: Rule,
    *,
    answer: Answer = "closes_at",
    outside: Outside = "error",
    between: tuple[date, date] | None = None,
) -> ArrowArray:
    """
    Return an answer for each day as a dictionary array over the days' own memory.

    Nothing is written: the days are the codes, the compiled rule is the dictionary,
    and a row is looked up when somebody reads it.  Cast it to the type of its
    values to have it as a plain column.  For pandas, `types_mapper=pandas.ArrowDtype`
    keeps it as it is; a plain `to_pandas()` is refused by pandas, whose categories are
    all different and never missing, while the values here are neither.

    Arrow does not check a code when it is read, so the days are looked through
    once, unless *between* says where they lie.

    Args:
        days: A date32 array, chunked or not.
        rule: One rule.
        answer: The closing moment, the last day or the notified day.
        outside: "error" raises what the scalar function raises; "null" leaves such a
            row missing.
        between: The first and the last of the days, both included, where that is
            known, as from the statistics of a Parquet file: then no row is touched.
            It is taken at its word: days outside it are read from memory that is
            not the table's.

    Returns:
        A dictionary array with int32 codes and values of date32 or timestamp.

    Raises:
        NotADay: The array holds no date32.
        DayOutOfRange: A day, or its last day, is outside 1992-2100.
        NoRuleInForce: No row with a source covers a day.

    >>> from datetime import date
    >>> import kuntapaatos as kp
    >>> letter = Rule(kp.NoticeKind.LETTER, kp.Period.days(14))
    >>> found = lazy_deadlines(pa.array([date(2024, 12, 10)]), letter, answer="last_day")
    >>> import pandas as pd
    >>> found.to_pandas(types_mapper=pd.ArrowDtype).tolist()
    [datetime.date(2024, 12, 31)]
    >>> found.cast(found.type.value_type).to_pandas().tolist()
    [datetime.date(2024, 12, 31)]
    """
    check_choices(answer, outside)
    if not isinstance(rule, Rule):
        raise InvalidValue("rule", rule, "a Rule")
    if not pa.types.is_date32(days.type):
        raise NotADay(days.type)
    dictionary = _dictionary(rule, answer)
    span = _span(days, between)
    if span is not None:
        low, high = span
        refused = _refused(rule)
        inside = low >= 0 and high <= LAST
        if outside == "error" and not (inside and refused[high + 1] == refused[low]):
            # Perhaps none of the refused days occurs: look, and name the first that does.
            arrow_deadlines(days, rule, answer="last_day", outside="error")
        if not inside:
            days = _inside(days)
    if isinstance(days, pa.ChunkedArray):
        chunks = [_coded(chunk, dictionary) for chunk in days.chunks]
        return pa.chunked_array(chunks, pa.dictionary(pa.int32(), dictionary.type))
    return _coded(days, dictionary)


def _inside(days: Any) -> Any:
    """Return the days with those missing that the table does not reach."""
    numbers = days.cast(pa.int32())
    reached = pc.and_(pc.greater_equal(numbers, 0), pc.less_equal(numbers, LAST))
    return pc.if_else(reached, days, pa.scalar(None, days.type))


def _coded(days: Any, dictionary: Any) -> Any:
    codes = pa.Array.from_buffers(pa.int32(), len(days), days.buffers(), -1, days.offset)
    return pa.DictionaryArray.from_arrays(codes, dictionary, safe=False)
