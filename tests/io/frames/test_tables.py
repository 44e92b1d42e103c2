"""
A rule as a table, as a lazy column, and backwards from a deadline to its start.
"""

from __future__ import annotations

import pickle
from datetime import UTC, date, datetime, time, timedelta
from importlib import metadata
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd  # type: ignore[import-untyped, unused-ignore]
import pyarrow as pa  # type: ignore[import-untyped, unused-ignore]
import pyarrow.parquet as pq  # type: ignore[import-untyped, unused-ignore]
import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from kuntapaatos import HELSINKI, LAW_AS_OF, NoticeKind, OfficeHours, Period
from kuntapaatos.errors import DayOutOfRange, InvalidValue, NaiveMoment, NoRuleInForce, NotADay
from kuntapaatos.io.frames import (
    Rule,
    arrow_deadlines,
    as_table,
    latest_start_closed_by,
    lazy_deadlines,
)
from kuntapaatos.io.frames.compiled import Answer
from kuntapaatos.io.frames.tables import time_zone_data

HOURS = OfficeHours.parse("8.00-16.00; pe, aatto 8.00-15.00")
CITY = Rule(NoticeKind.ONLINE_MINUTES, Period.days(14), HOURS)
BOUNDED = Rule(
    NoticeKind.RECEIPT,
    Period.days(30),
    evolve(HOURS, valid_from=date(2020, 1, 1), valid_until=date(2024, 12, 31)),
)
RULES = [CITY, BOUNDED, Rule(NoticeKind.LETTER, Period.months(1))]


def test_as_table() -> None:
    """
    A row for each day from 1992 to 2100, as the scalar function counts it.
    """
    rows = as_table(CITY).to_pylist()
    assert (rows[0]["day"], rows[-1]["day"]) == (date(1992, 1, 1), date(2100, 12, 31))
    assert rows[0] == {"day": date(1992, 1, 1)} | dict.fromkeys(list(rows[0])[1:])
    for row in rows[10_000:12_000]:
        found = CITY.count(row["day"])
        assert row == {
            "day": row["day"],
            "notified_on": found.notified_on,
            "last_day": found.last_day,
            "closes_at": found.closes_at,
        }


def test_stamped() -> None:
    """
    The table says which rule it is, by which provisions, and what made it.
    """
    stamps = {key.decode(): value.decode() for key, value in as_table(CITY).schema.metadata.items()}
    assert stamps["kuntapaatos.rule"] == str(CITY)
    assert stamps["kuntapaatos.law_as_of"] == LAW_AS_OF.isoformat()
    assert stamps["kuntapaatos.version"] == metadata.version("kuntapaatos")
    assert stamps["kuntapaatos.time_zone_data"]
    assert set(stamps["kuntapaatos.provisions"].split("\n")) == {
        "Kuntalaki 1995 (365/1995) 95 §",
        "Kuntalaki 1995 (365/1995) 63 §",
        "KHO:2016:183",
        "Kuntalaki (410/2015) 140 §",
        "Laki säädettyjen määräaikain laskemisesta (150/1930) 2 §",
        "Laki säädettyjen määräaikain laskemisesta (150/1930) 5 §",
        "Laki säädettyjen määräaikain laskemisesta (150/1930) 6 §",
    }


def test_period_beyond_the_calendar() -> None:
    """
    A period that nobody sees the end of has a table of nulls, and its provisions are none.
    """
    table = as_table(Rule(NoticeKind.INVOICE, Period.years(100)))
    assert table["last_day"].null_count == table.num_rows
    assert table.schema.metadata[b"kuntapaatos.provisions"] == b""


def test_table_survives_a_file(tmp_path: Path) -> None:
    """
    What is stamped on a table is still on it in a Parquet file.
    """
    table = as_table(CITY, unit="us")
    pq.write_table(table, tmp_path / "rule.parquet")
    again = pq.read_table(tmp_path / "rule.parquet")
    assert again.equals(table)
    assert again.schema.metadata[b"kuntapaatos.rule"].decode() == str(CITY)


@pytest.mark.parametrize(
    ("files", "version"),
    [
        ({"Europe/Helsinki": "", "tzdata.zi": "# version 2025b\nR d"}, "2025b"),
        ({"Europe/Helsinki": "", "tzdata.zi": "R d 1916 o"}, "unknown"),
        ({"Europe/Helsinki": ""}, "unknown"),
    ],
    ids=["stated", "not stated", "no such file"],
)
def test_time_zone_data(files: dict[str, str], version: str, tmp_path: Path) -> None:
    """
    The version is that of the first folder in which the time zone is found.
    """
    for name, content in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(content, encoding="utf-8")
    assert time_zone_data([str(tmp_path / "absent"), str(tmp_path)]) == version


def test_time_zone_data_of_the_package(monkeypatch: pytest.MonkeyPatch) -> None:
    """
    Where the system has none, it is the package `tzdata`, or not known.
    """

    def version(name: str) -> str:
        assert name == "tzdata"
        return "2026.1"

    monkeypatch.setattr(metadata, "version", version)
    assert time_zone_data([]) == "2026.1"

    def absent(name: str) -> str:
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(metadata, "version", absent)
    assert time_zone_data([]) == "unknown"


def days_of(numbers: Any) -> Any:
    """
    Return these day numbers as an Arrow column.
    """
    return pa.array(numbers, pa.int32()).view(pa.date32())


@pytest.mark.parametrize("answer", ["notified_on", "last_day", "closes_at"])
@pytest.mark.parametrize("rule", RULES, ids=str)
def test_lazy_equals_plain(rule: Rule, answer: Answer) -> None:
    """
    A lazy column holds what the plain one holds, over the days' own memory.
    """
    days = days_of([None, 20_070, 18_262, 20_070, None, 40_000])[1:]
    for column in (days, pa.chunked_array([days[:2], days[2:]])):
        lazy = lazy_deadlines(column, rule, answer=answer)
        lazy.validate(full=True)
        plain = arrow_deadlines(column, rule, answer=answer)
        assert lazy.to_pylist() == plain.to_pylist()
        assert lazy.cast(plain.type).equals(plain)
    lazy = lazy_deadlines(days, rule, answer=answer)
    assert lazy.indices.buffers()[1].address == days.buffers()[1].address


@pytest.mark.parametrize("answer", ["notified_on", "last_day", "closes_at"])
def test_lazy_for_pandas(answer: Answer) -> None:
    """
    A lazy column goes to pandas as an Arrow type, alone and in a table, or cast, and never otherwise.
    """
    days = days_of([20_070, None, 18_262])
    for column in (days, pa.chunked_array([days[:2], days[2:]])):
        lazy = lazy_deadlines(column, CITY, answer=answer)
        plain = arrow_deadlines(column, CITY, answer=answer)
        kept = lazy.to_pandas(types_mapper=pd.ArrowDtype)
        row = pa.table({"day": lazy}).to_pandas(types_mapper=pd.ArrowDtype)["day"]
        for series in (kept, row):
            assert [None if value is pd.NA else value for value in series] == plain.to_pylist()
        assert lazy.cast(lazy.type.value_type).to_pandas().equals(plain.to_pandas())
        with pytest.raises(ValueError, match="cannot be null"):
            lazy.to_pandas()


def test_lazy_is_not_read() -> None:
    """
    Where the caller says between which days the column lies, no row is touched.
    """
    days = days_of([20_070, 20_071])
    between = (date(2024, 12, 1), date(2024, 12, 31))
    # Had it been read, this day would be refused.
    absent = days_of([20_070, 20_071, None])
    assert lazy_deadlines(absent, CITY, between=between).null_count == 1
    assert (
        lazy_deadlines(days, CITY, between=between)
        .cast(pa.timestamp("s", "Europe/Helsinki"))
        .equals(arrow_deadlines(days, CITY))
    )


@pytest.mark.parametrize(
    ("number", "error"),
    [(-1, DayOutOfRange), (5000, DayOutOfRange), (9000, NoRuleInForce), (60_000, DayOutOfRange)],
    ids=["1969", "1983", "before the rule", "2134"],
)
def test_lazy_outside(number: int, error: type[Exception]) -> None:
    """
    A day that is refused is found before anybody reads it, or is missing.
    """
    days = days_of([20_070, None, number])
    with pytest.raises(error):
        lazy_deadlines(days, CITY)
    lazy = lazy_deadlines(days, CITY, outside="null")
    lazy.validate(full=True)
    assert lazy.to_pylist() == [CITY.count(date(2024, 12, 13)).closes_at, None, None]
    chunks = lazy_deadlines(pa.chunked_array([days, days[:1]]), CITY, outside="null")
    assert chunks.to_pylist()[1:] == [None, None, lazy[0].as_py()]


def test_lazy_with_a_gap_between() -> None:
    """
    A refused day between the first and the last matters only when it occurs.
    """
    posted = Rule(NoticeKind.POSTING, Period.days(30))
    wide = (date(2000, 1, 1), date(2025, 1, 1))
    days = days_of([11_000, 18_000])
    assert lazy_deadlines(days, posted, answer="last_day", between=wide).null_count == 0


def test_lazy_of_nothing() -> None:
    """
    An empty column and one of nulls stay what they are.
    """
    assert lazy_deadlines(days_of([]), CITY).to_pylist() == []
    assert lazy_deadlines(days_of([None]), CITY).to_pylist() == [None]


def test_lazy_needs() -> None:
    """
    Only date32 can be read as codes, and only one rule is a dictionary.
    """
    with pytest.raises(NotADay):
        lazy_deadlines(pa.array(["2024-12-13"]), CITY)
    with pytest.raises(InvalidValue, match="rule must be a Rule"):
        lazy_deadlines(days_of([20_070]), "kirje")  # type: ignore[arg-type]
    with pytest.raises(InvalidValue, match="between must be a pair of days"):
        lazy_deadlines(days_of([20_070]), CITY, between=("2024", "2025"))  # type: ignore[arg-type]
    with pytest.raises(InvalidValue, match="rule must be a Rule"):
        as_table("kirje")  # type: ignore[arg-type]


moments = st.one_of(
    st.dates(date(1992, 1, 1), date(2100, 12, 31)),
    st.datetimes(
        *(datetime(1992, 1, 2), datetime(2100, 12, 30)),  # noqa: DTZ001
        timezones=st.sampled_from([HELSINKI, UTC]),
    ),
)


def has_passed(rule: Rule, start: date, at: date) -> bool:
    """
    Whether the deadline that starts on a day has passed, by the scalar function.
    """
    found = rule.count(start)
    if not isinstance(at, datetime):
        return found.last_day < at
    if found.closes_at is not None:
        return found.closes_at <= at
    midnight = datetime.combine(found.last_day + timedelta(days=1), time(), HELSINKI)
    return midnight <= at


@given(at=moments, rule=st.sampled_from(RULES))
def test_latest_start(at: date, rule: Rule) -> None:
    """
    The deadline of that day has passed, and that of the next has not.
    """
    start = latest_start_closed_by(at, rule)
    first = {rule: date(2004, 1, 1) for rule in RULES} | {CITY: date(1995, 7, 1)}
    if start is None:
        assert not has_passed(rule, first[rule], at)
        return
    assert has_passed(rule, start, at)
    try:
        assert not has_passed(rule, start + timedelta(days=1), at)
    except DayOutOfRange:
        assert start > date(2100, 11, 1)


@pytest.mark.parametrize(
    "at",
    [
        date(2025, 1, 3),
        date(2025, 1, 4),
        datetime(2025, 1, 3, 12, 59, tzinfo=UTC),
        datetime(2025, 1, 3, 13, 0, tzinfo=UTC),
    ],
    ids=str,
)
def test_pushed_into_parquet(at: date, tmp_path: Path) -> None:
    """
    "Told after" that day selects what is open, by the statistics of a Parquet file.
    """
    starts = np.arange("2024-01-01", "2025-01-04", dtype="datetime64[D]")
    table = pa.table({"day": starts})
    pq.write_table(table, tmp_path / "days.parquet", row_group_size=50)
    after = latest_start_closed_by(at, CITY)
    found = pq.read_table(tmp_path / "days.parquet", filters=[("day", ">", after)])
    wanted = [day for day in starts.tolist() if not has_passed(CITY, day, at)]
    assert found["day"].to_pylist() == wanted


def test_latest_start_needs() -> None:
    """
    A moment has a time zone, and a rule is one.
    """
    with pytest.raises(NaiveMoment):
        latest_start_closed_by(datetime(2025, 1, 3), CITY)  # noqa: DTZ001
    with pytest.raises(NotADay):
        latest_start_closed_by("2025-01-03", CITY)  # type: ignore[arg-type]
    with pytest.raises(DayOutOfRange):
        latest_start_closed_by(date(1991, 12, 31), CITY)
    with pytest.raises(InvalidValue):
        latest_start_closed_by(date(2025, 1, 3), Period.days(14))  # type: ignore[arg-type]


def test_rule_goes_to_another_process() -> None:
    """
    A rule survives `pickle`, so that engines can send it to their workers.
    """
    again = pickle.loads(pickle.dumps(CITY))
    assert again == CITY
    days = days_of([20_070])
    assert arrow_deadlines(days, again).equals(arrow_deadlines(days, CITY))
