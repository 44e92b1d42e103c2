"""
A column equals the scalar call, row by row, and stays what it was.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from datetime import date
from itertools import pairwise
from typing import Any

import narwhals.stable.v2 as nw
import numpy as np
import pandas as pd  # type: ignore[import-untyped, unused-ignore]
import polars as pl
import pyarrow as pa  # type: ignore[import-untyped, unused-ignore]
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kuntapaatos import HELSINKI, NoticeKind, OfficeHours, Period
from kuntapaatos.errors import DayOutOfRange, InvalidValue, NoRuleInForce, NotADay
from kuntapaatos.io.frames import Rule, arrow_deadlines, deadlines, lookup
from kuntapaatos.io.frames.compiled import Answer

CITY = Rule(
    NoticeKind.ONLINE_MINUTES,
    Period.days(14),
    OfficeHours.parse("8.00-16.00; pe, aatto 8.00-15.00"),
)
LETTER = Rule(NoticeKind.LETTER, Period.months(1))
DAYS = [date(2024, 12, 13), None, date(2017, 6, 5), date(2024, 12, 10), date(2024, 12, 13)]
ANSWERS: list[Answer] = ["notified_on", "last_day", "closes_at"]

Made = Callable[[list[date | None]], Any]


def numpy_days(days: list[date | None]) -> Any:
    """
    As numpy holds them.
    """
    return np.array(days, "datetime64[D]")


def arrow_days(days: list[date | None]) -> Any:
    """
    As Arrow holds them.
    """
    return pa.array(days, pa.date32())


def chunked(days: list[date | None]) -> Any:
    """
    In three chunks, one of them empty.
    """
    return pa.chunked_array([days[:2], [], days[2:]], pa.date32())


def sliced(days: list[date | None]) -> Any:
    """
    As a slice of a longer array.
    """
    return pa.array([None, date(2000, 1, 1), *days, date(1900, 1, 1)], pa.date32())[2:-1]


def dictionary(days: list[date | None]) -> Any:
    """
    As codes and a dictionary.
    """
    return arrow_days(days).dictionary_encode()


def midnights(days: list[date | None]) -> Any:
    """
    As midnights without a time zone.
    """
    return arrow_days(days).cast(pa.timestamp("us"))


def date64(days: list[date | None]) -> Any:
    """
    In milliseconds.
    """
    return arrow_days(days).cast(pa.date64())


def polars_days(days: list[date | None]) -> Any:
    """
    As polars holds them.
    """
    return pl.Series("told", days, pl.Date)


def polars_midnights(days: list[date | None]) -> Any:
    """
    As polars moments.
    """
    return pl.Series("told", days, pl.Date).cast(pl.Datetime("ms"))


def pandas_days(days: list[date | None]) -> Any:
    """
    As pandas without Arrow holds them, with an index of its own.
    """
    return pd.Series(numpy_days(days).astype("datetime64[s]"), index=range(5, 5 + len(days)))


def pandas_arrow(days: list[date | None]) -> Any:
    """
    As pandas with Arrow holds them.
    """
    return pd.Series(arrow_days(days), dtype=pd.ArrowDtype(pa.date32()), name="told")


def pandas_objects(days: list[date | None]) -> Any:
    """
    As Python dates in pandas.
    """
    return pd.Series(days, dtype=object, index=list("abcdefghij")[: len(days)])


def narwhals_days(days: list[date | None]) -> Any:
    """
    As a series of narwhals itself.
    """
    return nw.from_native(polars_days(days), series_only=True)


MADE: list[Made] = [
    *(numpy_days, arrow_days, chunked, sliced, dictionary, midnights, date64),
    *(polars_days, polars_midnights, pandas_days, pandas_arrow, pandas_objects, narwhals_days),
]
made = pytest.mark.parametrize("make", MADE, ids=lambda make: make.__name__)


def in_python(column: Any) -> list[Any]:
    """
    Return the values of any column as Python has them; numpy's moments are UTC.
    """
    ways = ["to_pylist", "to_list", "tolist"]
    (way, *_) = (getattr(column, name) for name in ways if hasattr(column, name))
    return [plain(value) for value in way()]


def plain(value: Any) -> Any:
    """
    Return one value as Python has it.
    """
    if value is None or value is pd.NaT or value is pd.NA:
        return None
    if isinstance(value, pd.Timestamp):
        value = value.to_pydatetime()
    if isinstance(value, dt.datetime):
        zoned = value.replace(tzinfo=dt.UTC) if value.tzinfo is None else value
        return zoned.astimezone(HELSINKI)
    return value


def expected(rule: Rule, days: list[date | None], answer: Answer) -> list[Any]:
    """
    Return what the scalar function answers, row by row.
    """
    return [None if day is None else getattr(rule.count(day), answer) for day in days]


def as_days(values: list[Any]) -> list[Any]:
    """
    Return midnights as the days that they stand for in a numpy-backed pandas column.
    """
    return [
        value.astimezone(dt.UTC).date() if isinstance(value, dt.datetime) else value
        for value in values
    ]


@made
@pytest.mark.parametrize("answer", ANSWERS)
@pytest.mark.parametrize("rule", [CITY, LETTER], ids=["hours known", "hours unknown"])
def test_equals_the_scalar_call(make: Made, answer: Answer, rule: Rule) -> None:
    """
    Each row is the field of the scalar deadline, and a missing day has none.
    """
    column = make(DAYS)
    found = deadlines(column, rule, answer=answer)
    values = in_python(found)
    if answer != "closes_at":
        values = as_days(values)
    assert values == expected(rule, DAYS, answer)


@pytest.mark.parametrize(
    ("make", "day_type", "moment_type"),
    [
        (numpy_days, "datetime64[D]", "datetime64[s]"),
        (arrow_days, "date32[day]", "timestamp[s, tz=Europe/Helsinki]"),
        (chunked, "date32[day]", "timestamp[s, tz=Europe/Helsinki]"),
        (polars_days, "Date", "Datetime(time_unit='us', time_zone='Europe/Helsinki')"),
        (pandas_days, "datetime64[s]", "datetime64[s, Europe/Helsinki]"),
        (pandas_arrow, "date32[day][pyarrow]", "timestamp[s, tz=Europe/Helsinki][pyarrow]"),
        (pandas_objects, "object", "datetime64[s, Europe/Helsinki]"),
    ],
    ids=lambda given: getattr(given, "__name__", None),
)
def test_type_stays(make: Made, day_type: str, moment_type: str) -> None:
    """
    A column comes back in its own type, moments with the time zone where there is one.
    """
    column = make(DAYS)
    for answer, kind in zip(ANSWERS, [day_type, day_type, moment_type], strict=True):
        found = deadlines(column, CITY, answer=answer)
        shown = repr(found.dtype) if isinstance(found, pl.Series) else None
        assert str(getattr(found, "type", None) or shown or found.dtype) == kind
        if not isinstance(found, pa.Array):
            assert type(found) is type(column)
        if isinstance(found, pd.Series):
            assert found.index.equals(column.index)
            assert found.name == column.name


def test_chunks_stay() -> None:
    """
    A chunked array keeps its chunks, also the empty ones.
    """
    found = deadlines(chunked(DAYS), CITY)
    assert [len(chunk) for chunk in found.chunks] == [2, 0, 3]


@given(
    days=st.lists(st.none() | st.dates(date(1996, 1, 1), date(2100, 10, 1)), max_size=40),
    answer=st.sampled_from(ANSWERS),
    before=st.integers(0, 17),
    after=st.integers(0, 3),
    cuts=st.lists(st.integers(0, 40), max_size=3),
)
def test_nulls_slices_and_chunks(
    days: list[date | None], answer: Answer, before: int, after: int, cuts: list[int]
) -> None:
    """
    Nulls, slices and chunks anywhere change no row.
    """
    wanted = expected(CITY, days, answer)
    junk = [date(1, 1, 1), None] * 9
    part = pa.array([*junk[:before], *days, *junk[:after]], pa.date32())[before:][: len(days)]
    found = arrow_deadlines(part, CITY, answer=answer)
    found.validate(full=True)
    assert found.to_pylist() == wanted
    ends = [0, *sorted(min(cut, len(days)) for cut in cuts), len(days)]
    chunks = pa.chunked_array([part[start:end] for start, end in pairwise(ends)], pa.date32())
    assert arrow_deadlines(chunks, CITY, answer=answer).to_pylist() == wanted
    numbers = numpy_days(days)
    assert in_python(deadlines(numbers, CITY, answer=answer)) == wanted
    assert in_python(deadlines(pl.Series(days, dtype=pl.Date), CITY, answer=answer)) == wanted


OUTSIDE = [
    pytest.param("1969-07-20", DayOutOfRange, id="a negative number"),
    pytest.param("1970-01-01", DayOutOfRange, id="the number zero"),
    pytest.param("1991-12-31", DayOutOfRange, id="the day before"),
    pytest.param("2100-12-30", DayOutOfRange, id="its last day is too late"),
    pytest.param("2101-01-01", DayOutOfRange, id="the day after"),
    pytest.param("9999-12-31", DayOutOfRange, id="the last day of a date"),
    pytest.param("1995-06-30", NoRuleInForce, id="before the rule"),
    pytest.param("0001-01-01", DayOutOfRange, id="the first day of a date"),
    pytest.param("-0001-01-01", InvalidValue, id="before the first day of a date"),
    pytest.param("12000-01-01", InvalidValue, id="after the last day of a date"),
]


@pytest.mark.parametrize(("day", "error"), OUTSIDE)
@pytest.mark.parametrize("answer", ANSWERS)
def test_outside_is_an_error(day: str, error: type[Exception], answer: Answer) -> None:
    """
    A row that the scalar function refuses raises the same error and names the row.
    """
    days = np.array(["2024-12-13", "NaT", day, "1900-01-01"], "datetime64[D]")
    in_arrow = pa.array(days.astype(np.int64).astype(np.int32)).view(pa.date32())
    null = pa.array([False, True, False, False])
    in_arrow = pa.compute.if_else(null, pa.scalar(None, pa.date32()), in_arrow)
    for column in (days, in_arrow, pa.chunked_array([in_arrow[:1], in_arrow[1:]])):
        with pytest.raises(error) as raised:
            deadlines(column, CITY, answer=answer)
        assert raised.value.__notes__ == ["in row 2, counted from 0"]


@pytest.mark.parametrize(("day", "error"), OUTSIDE)
@pytest.mark.parametrize("answer", ANSWERS)
def test_outside_is_missing(day: str, error: type[Exception], answer: Answer) -> None:
    """
    Where it is asked for, such a row is missing and never finds another day's answer.
    """
    days = np.array(["2024-12-13", day, "NaT"], "datetime64[D]")
    in_arrow = pa.array(days.astype(np.int64).astype(np.int32)).view(pa.date32())[:2]
    assert np.isnat(deadlines(days, CITY, answer=answer, outside="null")).tolist() == [
        *(False, True, True)
    ]
    found = deadlines(in_arrow, CITY, answer=answer, outside="null")
    found.validate(full=True)
    assert found.is_null().to_pylist() == [False, True]


def test_smallest_number_in_arrow_is_no_null() -> None:
    """
    In Arrow a day is missing when it is null, and by no number.
    """
    smallest = pa.array([np.iinfo(np.int32).min], pa.int32()).view(pa.date32())
    with pytest.raises(InvalidValue):
        deadlines(smallest, CITY)
    assert deadlines(smallest, CITY, outside="null").to_pylist() == [None]


def test_unknown_hours_are_no_error() -> None:
    """
    Where only the closing moment is unknown, the row is missing and not refused.
    """
    days = numpy_days([date(2024, 12, 13)])
    assert np.isnat(deadlines(days, LETTER)).all()
    assert deadlines(days, LETTER, answer="last_day").tolist() == [date(2025, 1, 20)]


@pytest.mark.parametrize(
    "column",
    [
        np.array(["2024-12-13T00:00:01"], "datetime64[s]"),
        np.array(["NaT", "2024-12-13T00:00:00.001"], "datetime64[ms]"),
        pa.array([None, 1_734_091_200], pa.timestamp("s")),
        pa.array([dt.datetime(2024, 12, 13, tzinfo=dt.UTC)]),
        pl.Series([1_734_091_200_000_001]).cast(pl.Datetime("us")),
        pd.Series(pd.to_datetime(["2024-12-13"])).dt.tz_localize("Europe/Helsinki"),
        np.array(["2024-12"], "datetime64[M]"),
        np.array(["2024-12-13"], "datetime64[2D]"),
        np.array([20_070]),
        np.array(["2024-12-13"]),
        pa.array(["2024-12-13"]),
        pa.array([20_070]),
        pd.Series(["2024-12-13"]),
    ],
    ids=lambda column: f"{type(column).__module__}-{getattr(column, 'dtype', '')}",
)
def test_no_days(column: Any) -> None:
    """
    A number, a text and a moment with a time of day or a time zone are no days.
    """
    with pytest.raises(NotADay, match="a day must be a"):
        deadlines(column, CITY)


def test_time_of_day_names_the_row() -> None:
    """
    A time of day is refused with its row, and a null in Arrow is not looked at.
    """
    moments = pa.array([None, 1_734_048_000, 1_734_091_200], pa.timestamp("s"))
    with pytest.raises(NotADay) as raised:
        deadlines(moments, CITY)
    assert raised.value.__notes__ == ["in row 2, counted from 0"]
    junk = np.array([1, 86_400_000_000], np.int64)
    half = pa.Array.from_buffers(pa.timestamp("us"), 2, [pa.py_buffer(b"\x02"), pa.py_buffer(junk)])
    assert deadlines(half, CITY, outside="null").to_pylist() == [None, None]


@pytest.mark.parametrize(
    "column", [[date(2024, 12, 13)], date(2024, 12, 13), None, "2024-12-13", pa.table({"a": [1]})]
)
def test_no_column(column: Any) -> None:
    """
    Something that is no column is named.
    """
    with pytest.raises(InvalidValue, match="days must be a numpy array, an Arrow array or a ser"):
        deadlines(column, CITY)


def test_mixed_objects() -> None:
    """
    A column of objects is taken where each is a day or missing; what a scalar refuses has its row.
    """
    first, moment = date(2024, 12, 13), dt.datetime(2024, 12, 13, 22, 30, tzinfo=dt.UTC)
    for odd in (
        "x",
        moment,
        moment.replace(tzinfo=None),
        20_070,
        1.5,
        pd.Timestamp(first),
        [first],
    ):
        for column in (
            pd.Series([first, odd], dtype=object),
            pl.Series([first, odd], dtype=pl.Object),
        ):
            with pytest.raises(NotADay) as caught:
                deadlines(column, CITY)
            assert caught.value.__notes__ == ["in row 1, counted from 0"]
    gaps = pd.Series(
        [first, None, pd.NaT, pd.NA, float("nan"), np.datetime64("NaT", "D")], dtype=object
    )
    found = deadlines(gaps, CITY, answer="last_day")
    assert found.isna().tolist() == [False] + [True] * 5
    assert deadlines(pl.Series([first], dtype=pl.Object), CITY).null_count() == 0


def test_nothing_but_nulls() -> None:
    """
    A column of nothing but nulls, of any type or of none, has no answers.
    """
    for column in (pa.nulls(3), pa.nulls(3, pa.date32()), pd.Series([None] * 3, dtype=object)):
        found = deadlines(column, CITY)
        assert len(found) == 3
        assert in_python(found) == [None] * 3
    with pytest.raises(NotADay):
        deadlines(pa.nulls(3, pa.string()), CITY)


@made
def test_empty(make: Made) -> None:
    """
    An empty column stays empty and of its type.
    """
    assert len(deadlines(make([]), CITY)) == 0


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"answer": "latest"}, "answer must be one of 'notified_on', 'last_day', 'closes_at'"),
        ({"outside": "ignore"}, "outside must be one of 'error', 'null'"),
        ({"threads": 0}, "threads must be an int of at least 1"),
        ({"threads": 1.5}, "threads must be an int of at least 1"),
        ({"rule": Period.days(14)}, "rule must be a Rule or a Matter, or a RuleColumn"),
    ],
)
def test_arguments(arguments: dict[str, Any], message: str) -> None:
    """
    An argument that is none of its choices is named, with what would be right.
    """
    with pytest.raises(InvalidValue, match=message):
        deadlines(**{"days": numpy_days(DAYS), "rule": CITY, **arguments})


@pytest.mark.parametrize("make", [numpy_days, arrow_days, pandas_days], ids=lambda m: m.__name__)
@pytest.mark.parametrize("threads", [1, 2, 3])
def test_threads(make: Made, threads: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    Any number of threads and of rounds gives the same rows in the same order.
    """
    days = [*np.arange("1996-01-01", "2003-01-01", dtype="datetime64[D]").tolist(), None]
    wanted = in_python(deadlines(make(days), CITY))
    monkeypatch.setattr(lookup, "_THREADS_FROM", 2)
    monkeypatch.setattr(lookup, "_ROWS", 100)
    assert in_python(deadlines(make(days), CITY, threads=threads)) == wanted
    days[2000] = date(1901, 1, 1)
    with pytest.raises(DayOutOfRange) as raised:
        deadlines(make(days), CITY, threads=threads)
    assert raised.value.__notes__ == ["in row 2000, counted from 0"]
