"""
A frame gets its deadlines as further columns, by a rule that was checked before.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from datetime import date
from typing import Any

import narwhals.stable.v2 as nw
import numpy as np
import pandas as pd  # type: ignore[import-untyped, unused-ignore]
import polars as pl
import pyarrow as pa  # type: ignore[import-untyped, unused-ignore]
import pytest

from kuntapaatos import NoticeKind, OfficeHours, Period, Regime
from kuntapaatos.errors import InvalidPeriod, InvalidValue
from kuntapaatos.io.frames import Rule, add_deadlines, deadlines
from kuntapaatos.io.frames.compiled import Answer

CITY = Rule(
    NoticeKind.ONLINE_MINUTES,
    Period.days(14),
    OfficeHours.parse("8.00-16.00; pe, aatto 8.00-15.00"),
)
DAYS = [date(2024, 12, 13), None, date(2017, 6, 5), date(2024, 12, 10), date(2024, 12, 13)]
ANSWERS: list[Answer] = ["notified_on", "last_day", "closes_at"]

Made = Callable[[list[date | None]], Any]


FRAMES = [
    pytest.param(lambda days: pa.table({"told": pa.array(days, pa.date32())}), id="arrow"),
    pytest.param(lambda days: pl.DataFrame({"told": days}), id="polars"),
    pytest.param(
        lambda days: pd.DataFrame(
            {"told": np.array(days, "datetime64[s]")}, index=range(5, 5 + len(days))
        ),
        id="pandas",
    ),
    pytest.param(lambda days: nw.from_native(pl.DataFrame({"told": days})), id="narwhals"),
]


@pytest.mark.parametrize("make", FRAMES)
def test_add_deadlines(make: Made) -> None:
    """
    A frame gets the three columns, and keeps its type, its rows and their order.
    """
    frame = make(DAYS)
    found = add_deadlines(frame, CITY, day="told")
    assert type(found) is type(frame)
    known = nw.from_native(found, eager_only=True)
    assert known.columns == ["told", *ANSWERS]
    for answer in ANSWERS:
        column = known[answer].cast(nw.Datetime("us", "UTC" if answer == "closes_at" else None))
        wanted = [None if day is None else getattr(CITY.count(day), answer) for day in DAYS]
        assert [in_utc(value) for value in column.to_list()] == [in_utc(day) for day in wanted]


def test_any_frame_that_narwhals_knows(monkeypatch: pytest.MonkeyPatch) -> None:
    """
    A series of another kind goes through Arrow and comes back as it was.
    """
    # Taken for none of the kinds that have a way of their own.
    monkeypatch.setattr(nw.dependencies, "is_polars_series", lambda _: False)
    series = pl.Series("told", DAYS, pl.Date)
    found = deadlines(series, CITY, answer="last_day")
    assert found.to_list() == [None if day is None else CITY.count(day).last_day for day in DAYS]
    assert (found.name, found.dtype) == (series.name, series.dtype)


def in_utc(value: Any) -> dt.datetime | None:
    """
    Return a moment in UTC, a day as the midnight with which it begins.
    """
    if value is None or value is pd.NaT:
        return None
    if not isinstance(value, dt.datetime):
        value = dt.datetime.combine(value, dt.time(), dt.UTC)
    zoned: dt.datetime = value if value.tzinfo is not None else value.replace(tzinfo=dt.UTC)
    return zoned.astimezone(dt.UTC)


def test_add_deadlines_needs() -> None:
    """
    A lazy frame, a column that is not there and one that is there already are refused.
    """
    frame = pl.DataFrame({"told": DAYS, "last_day": DAYS})
    with pytest.raises(InvalidValue, match=r"a lazy one is joined with as_table\(\)"):
        add_deadlines(frame.lazy(), CITY, day="told")
    with pytest.raises(InvalidValue, match="one of the columns told, last_day"):
        add_deadlines(frame, CITY, day="day")
    with pytest.raises(InvalidValue, match="does not have yet"):
        add_deadlines(frame, CITY, day="told")
    found = add_deadlines(frame, CITY, day="told", answers=["closes_at"])
    assert found.columns == ["told", "last_day", "closes_at"]


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ({"kind": "kirjje"}, InvalidValue),
        ({"period": 14}, InvalidPeriod),
        ({"hours": "8-16"}, InvalidValue),
        ({"regime": "yleistä"}, InvalidValue),
        ({"to_authority": None}, InvalidValue),
        ({"pending": "kyllä"}, InvalidValue),
    ],
    ids=["kind", "period", "hours", "regime", "to_authority", "pending"],
)
def test_rule_is_checked(arguments: dict[str, Any], error: type[Exception]) -> None:
    """
    A rule is refused when it is made, not in the middle of a column.
    """
    right: dict[str, Any] = {"kind": NoticeKind.LETTER, "period": Period.days(14)}
    with pytest.raises(error):
        Rule(**{**right, **arguments})


def test_rule_shows_itself() -> None:
    """
    A rule prints in one line of Finnish.
    """
    rule = Rule(
        NoticeKind.LETTER,
        Period.days(14),
        OfficeHours.state(),
        regime=Regime.PROCUREMENT,
        to_authority=True,
    )
    assert str(rule) == "kirje (hankinta), viranomaiselle, 14 päivää, ma–pe 8.00–16.15"
    building = Rule(NoticeKind.POSTING, Period.days(30), regime=Regime.BUILDING, pending=True)
    assert str(building) == "julkipano (rakentaminen), vireillä 1.1.2025, 30 päivää"
