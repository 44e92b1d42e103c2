"""
How fast whole columns are counted, against the machine's own memcpy and against peers.

Run it as `python benchmarks/columns.py`; it needs the extras `frames` and `engines`,
and leaves out what is not installed.  Everything is measured in one run, several
times, and the median is shown.  `--rows 1000000` is a small run, `--picture FILE`
draws the rates, `--only NAME` runs one part.
"""

from __future__ import annotations

import argparse
import importlib
import math
import os
import runpy
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa  # type: ignore[import-untyped, unused-ignore]
import pyarrow.parquet as pq  # type: ignore[import-untyped, unused-ignore]
from numpy.typing import NDArray

from kuntapaatos import NoticeKind, OfficeHours, Period, closed_day
from kuntapaatos.closing import at_clock
from kuntapaatos.io.frames import (
    Rule,
    as_table,
    deadlines,
    latest_start_closed_by,
    lazy_deadlines,
)
from kuntapaatos.io.frames.compiled import table
from kuntapaatos.workdays import FIRST_DAY, LAST_DAY

HOURS = OfficeHours.parse("8.00-16.00; pe, aatto 8.00-15.00")
RULE = Rule(NoticeKind.ONLINE_MINUTES, Period.days(14), HOURS)
AT = at_clock(date(2025, 1, 3), HOURS.closings(date(2025, 1, 3))[0])
# Decisions of fifteen years, in no order.
DAYS = (date(2012, 1, 1), date(2026, 12, 31))
RECIPES = Path(__file__).parents[1] / "docs" / "examples" / "columns"

Line = tuple[str, str, str, str]
"""A figure: what was measured, what it is, its goal, and the stretch beyond."""


def medians(*runs: Callable[[], object], times: int = 9) -> list[float]:
    """
    Return the median of several runs of each, in seconds.

    They take turns, so that a busy machine slows all of them; a first turn is not
    counted.
    """
    taken: list[list[float]] = [[] for _ in runs]
    for _ in range(times + 1):
        for run, seconds in zip(runs, taken, strict=True):
            start = time.perf_counter()
            run()
            seconds.append(time.perf_counter() - start)
    return [statistics.median(seconds[1:]) for seconds in taken]


def median(run: Callable[[], object], times: int = 9) -> float:
    """Return the median of several runs in seconds."""
    return medians(run, times=times)[0]


def random_days(rows: int, seed: int = 1) -> NDArray[np.datetime64]:
    """Return so many days in no order."""
    first, last = np.array(DAYS, "datetime64[D]")
    numbers = np.random.default_rng(seed).integers(first.astype(int), last.astype(int), rows)
    return numbers.view("datetime64[D]")


def closed_weekdays() -> list[date]:
    """Return the closed days that are no Saturday or Sunday, as the peers want them."""
    days = (FIRST_DAY + timedelta(days=n) for n in range((LAST_DAY - FIRST_DAY).days + 1))
    return [day for day in days if day.weekday() < 5 and closed_day(day) is not None]


class Report:
    """The figures of one run, and the rates for the picture."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.rates: list[tuple[str, float, str]] = []

    def add(self, what: str, figure: str, goal: str = "", stretch: str = "") -> None:
        """Show a figure at once, and keep it."""
        self.lines.append((what, figure, goal, stretch))
        print(f"{what:<58} {figure:>20}  {goal:>9} {stretch:>9}", flush=True)

    def rate(self, name: str, rows: int, seconds: float, sort: str) -> None:
        """Keep the rows a second of one way."""
        self.rates.append((name, rows / seconds, sort))


def memory(report: Report, rows: int) -> None:
    """One thread and two, to the closing moment, beside a copy of the same bytes."""
    days = random_days(rows)
    out = np.empty(rows, "datetime64[s]")
    again = np.empty_like(days)
    arrow = pa.array(days)
    half, from_half = np.empty(rows, np.int32), arrow.cast(pa.int32()).to_numpy()

    def copy_arrow() -> None:
        # Four bytes in and eight out: the copy of six.
        np.copyto(half, from_half)
        np.copyto(again[: rows // 4], days[: rows // 4])

    one, ours, two, fresh, in_arrow, copied = medians(
        lambda: np.copyto(again, days),
        lambda: deadlines(days, RULE, out=out),
        lambda: deadlines(days, RULE, out=out, threads=2),
        lambda: deadlines(days, RULE),
        lambda: deadlines(arrow, RULE),
        copy_arrow,
        times=15,
    )
    report.add(f"memcpy of {rows:,} days", f"{one * 1e3:.1f} ms")
    report.add("one thread, share of memcpy", f"{one / ours:.0%}", "25 %", "33 %")
    report.add("two threads, share of the same memcpy", f"{one / two:.0%}", "40 %", "48 %")
    report.add("one thread to fresh memory, share of memcpy", f"{one / fresh:.0%}")
    report.add("Arrow date32 to timestamp, share of its memcpy", f"{copied / in_arrow:.0%}")
    report.rate("memcpy", rows, one, "limit")
    report.rate("numpy, one thread", rows, ours, "ours")
    report.rate("numpy, two threads", rows, two, "ours")
    report.rate("Arrow, one thread", rows, in_arrow, "ours")
    big = rows * 10
    many, room = random_days(big), np.empty(big, "datetime64[s]")
    ten = median(lambda: deadlines(many, RULE, out=room), 5)
    report.add(f"growth from {rows:,} to {big:,} rows", f"{ten / ours:.1f} times", "11", "10")


def peers(report: Report, rows: int) -> None:
    """Only the last day, against what numpy, polars and pandas have for business days."""
    days, holidays = random_days(rows), closed_weekdays()
    out = np.empty_like(days)
    calendar = np.busdaycalendar(holidays=np.array(holidays, "datetime64[D]"))
    some = days[: rows // 10]

    def numpy_days() -> NDArray[np.datetime64]:
        return np.busday_offset(some + 21, 0, roll="forward", busdaycal=calendar)

    def mine() -> object:
        return deadlines(days, RULE, answer="last_day", out=out)

    ours, theirs = medians(mine, numpy_days)
    assert (numpy_days() == out[: len(some)])[some > np.datetime64("2018-06-01")].all()
    report.rate("numpy, last day only", rows, ours, "ours")
    report.rate("numpy.busday_offset", len(some), theirs, "peer")
    times = theirs / len(some) * rows / ours
    report.add("date only, times numpy.busday_offset", f"{times:.0f}", "15", "20")
    if find_spec("polars") is not None:
        pl: Any = importlib.import_module("polars")
        series = pl.Series(days)
        frame = pl.DataFrame({"day": series[: len(some)]})
        moved = pl.col("day").dt.offset_by("21d")
        moved = moved.dt.add_business_days(0, holidays=holidays, roll="forward")
        ours, same, theirs = medians(
            mine,
            lambda: deadlines(series, RULE, answer="last_day"),
            lambda: frame.select(moved),
        )
        report.rate("polars add_business_days", len(some), theirs, "peer")
        report.rate("polars, last day only", rows, same, "ours")
        times, within = (theirs / len(some) * rows / one for one in (ours, same))
        report.add("date only, times polars add_business_days", f"{times:.0f}", "40", "50")
        report.add("the same from polars to polars", f"{within:.0f}")
    if find_spec("pandas") is not None:
        pd: Any = importlib.import_module("pandas")
        column = pd.Series(days.astype("datetime64[s]"))
        few = column[: max(rows // 2000, 100)] + pd.Timedelta(days=21)
        roll = pd.offsets.CustomBusinessDay(holidays=holidays)
        ours, same, theirs = medians(
            mine,
            lambda: deadlines(column, RULE, answer="last_day"),
            lambda: few.map(roll.rollforward),
        )
        report.rate("pandas CustomBusinessDay", len(few), theirs, "peer")
        report.rate("pandas, last day only", rows, same, "ours")
        times, within = (theirs / len(few) * rows / one for one in (ours, same))
        report.add("date only, times pandas CustomBusinessDay", f"{times:,.0f}", "5,000", "8,000")
        report.add("the same from pandas to pandas", f"{within:,.0f}")
    few_days = days[:2000].tolist()
    seconds = median(lambda: [RULE.count(day).closes_at for day in few_days], 5)
    report.rate("the scalar call in a loop", len(few_days), seconds, "peer")


def compiling(report: Report, rows: int) -> None:
    """What is paid once: one more rule, and a column that is counted when it is read."""
    lengths = iter(range(20, 90))

    def one_more() -> None:
        table(Rule(NoticeKind.ONLINE_MINUTES, Period.days(next(lengths)), HOURS), "closes_at", "s")

    report.add("compiling one more rule", f"{median(one_more, 30) * 1e3:.2f} ms", "1 ms", "0.5 ms")
    days = pa.array(random_days(rows))
    promised = median(lambda: lazy_deadlines(days, RULE, between=DAYS), 50)
    report.add(
        f"lazy column of {rows:,} rows, between given",
        f"{promised * 1e6:.0f} us",
        *("100 us", "50 us"),
    )
    looked = median(lambda: lazy_deadlines(days, RULE), 9)
    report.add("lazy column, days looked through once", f"{looked * 1e6:,.0f} us")


def inverse(report: Report, rows: int, folder: Path) -> None:
    """What is open, in a file sorted by day: by the inverse, and by counting every row."""
    days = np.sort(random_days(rows))
    path = folder / "sorted.parquet"
    costs = np.arange(rows, dtype=np.int64)
    pq.write_table(pa.table({"day": days, "cost": costs}), path, row_group_size=rows // 100)
    newest = days[-(rows // 100)].item()
    at = RULE.count(newest).closes_at
    assert at is not None

    def full() -> int:
        everything = pq.read_table(path)
        opened = pa.compute.greater(deadlines(everything["day"], RULE), pa.scalar(at))
        return int(everything.filter(opened).num_rows)

    def pushed() -> int:
        after = latest_start_closed_by(at, RULE)
        return int(pq.read_table(path, filters=[("day", ">", after)]).num_rows)

    assert full() == pushed()
    times = median(full, 5) / median(pushed, 5)
    report.add("inverse in Parquet, newest 1 %, times the full scan", f"{times:.0f}", "5", "8")
    plain = median(lambda: pq.read_table(path), 5) / median(pushed, 5)
    report.add("the same, times merely reading the file", f"{plain:.0f}")


def engines(report: Report, rows: int, folder: Path) -> None:
    """How long engines take from Parquet to how many are late and the last moment of all."""
    path = folder / "days.parquet"
    with pq.ParquetWriter(path, pa.schema({"day": pa.date32()})) as writer:
        for part in range(100):
            days = pa.array(random_days(rows // 100, part))
            writer.write_table(pa.table({"day": days}))
    moments = deadlines(pq.read_table(path)["day"], RULE)
    late = pa.compute.sum(pa.compute.less_equal(moments, pa.scalar(AT))).as_py()
    for name, run in (("polars streaming", polars), ("DuckDB", duckdb), ("Spark Arrow", spark)):
        if find_spec(run.__name__.replace("spark", "pyspark")) is None:
            continue
        found, seconds = run(path)
        assert found == late, (name, found, late)
        goals = ("20 s", "13 s") if run is spark else ("0.6 s", "0.35 s")
        report.add(f"{rows:,} rows of Parquet, {name}", f"{seconds:.2f} s", *goals)
        report.rate(f"{name}, from Parquet", rows, seconds, "ours")


def polars(path: Path) -> tuple[int, float]:
    """Count with polars' streaming engine."""
    pl: Any = importlib.import_module("polars")
    moment = pl.Datetime("us", "Europe/Helsinki")
    closes_at = pl.col("day").map_batches(
        partial(deadlines, rule=RULE), return_dtype=moment, is_elementwise=True
    )
    query = (
        pl.scan_parquet(path)
        .select(closes_at.alias("closes_at"))
        .select((pl.col("closes_at") <= AT).sum().alias("late"), pl.col("closes_at").max())
    )
    return query.collect(engine="streaming")["late"][0], median(
        lambda: query.collect(engine="streaming"), 5
    )


def duckdb(path: Path) -> tuple[int, float]:
    """Count with a join in DuckDB."""
    engine: Any = importlib.import_module("duckdb")
    connection = engine.connect()
    connection.register("compiled", as_table(RULE))
    connection.execute("CREATE TABLE rule AS FROM compiled WHERE last_day IS NOT NULL")
    sql = f"""
        SELECT count(*) FILTER (closes_at <= TIMESTAMPTZ '{AT.isoformat()}'), max(closes_at)::TEXT
        FROM '{path}' JOIN rule USING (day)
    """
    return connection.execute(sql).fetchone()[0], median(
        lambda: connection.execute(sql).fetchall(), 5
    )


def spark(path: Path) -> tuple[int, float]:
    """Count with Arrow batches in Spark, as the recipe does."""
    functions: Any = importlib.import_module("pyspark.sql.functions")
    os.environ["PYSPARK_PYTHON"] = sys.executable
    recipe = runpy.run_path(str(RECIPES / "spark_deadlines.py"))
    session = recipe["session"]()
    session.sparkContext.setLogLevel("ERROR")
    late = functions.col("closes_at") <= functions.lit(AT)

    def count() -> int:
        # Anew each time: Spark keeps what a frame has shuffled.
        frame = recipe["in_batches"](session.read.parquet(str(path)))
        found = frame.select(functions.count_if(late), functions.max("closes_at")).collect()
        return int(found[0][0])

    try:
        return count(), median(count, 3)
    finally:
        session.stop()


# Where the bars of the picture begin and how long a factor of ten is, in pixels.
_LEFT, _DECADE, _ROW = 230, 74, 26
_COLOURS = {"limit": "#8a8f98", "ours": "#1f6feb", "peer": "#c9822b"}


def picture(rates: list[tuple[str, float, str]]) -> str:
    """Return the rates as bars on one logarithmic axis, an SVG with its own text."""
    bars = sorted(rates, key=lambda rate: -rate[1])
    lowest = math.floor(math.log10(min(rate for _, rate, _ in bars)))
    highest = math.ceil(math.log10(max(rate for _, rate, _ in bars)))
    width = _LEFT + (highest - lowest) * _DECADE + 90
    bottom = 40 + len(bars) * _ROW
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {bottom + 36}"',
        ' font-family="sans-serif" font-size="13" role="img">',
        "<title>Rows a second, on a logarithmic axis</title>",
        f'<rect width="{width}" height="{bottom + 36}" fill="#ffffff"/>',
        '<text x="12" y="22" font-weight="bold" fill="#1b1f24">Rows a second</text>',
    ]
    for power in range(lowest, highest + 1):
        x = _LEFT + (power - lowest) * _DECADE
        lines += [
            f'<line x1="{x}" y1="32" x2="{x}" y2="{bottom}" stroke="#d9dde3"/>',
            f'<text x="{x}" y="{bottom + 20}" text-anchor="middle" fill="#57606a">',
            f'10<tspan dy="-5" font-size="10">{power}</tspan></text>',
        ]
    for place, (name, rate, sort) in enumerate(bars):
        y = 36 + place * _ROW
        long = (math.log10(rate) - lowest) * _DECADE
        lines += [
            f'<text x="{_LEFT - 8}" y="{y + 15}" text-anchor="end" fill="#1b1f24">{name}</text>',
            f'<rect x="{_LEFT}" y="{y + 2}" width="{long:.0f}" height="{_ROW - 8}" rx="2"',
            f' fill="{_COLOURS[sort]}"/>',
            f'<text x="{_LEFT + long + 6:.0f}" y="{y + 15}" fill="#57606a">{readable(rate)}</text>',
        ]
    return "\n".join([*lines, "</svg>", ""])


def readable(rate: float) -> str:
    """Return a rate as people say it."""
    for name, size in (("billion", 1e9), ("million", 1e6), ("thousand", 1e3)):
        if rate >= size:
            return f"{rate / size:.3g} {name}"
    return f"{rate:.0f}"


PARTS = ("memory", "peers", "compiling", "inverse", "engines")


def main() -> None:
    """Measure, print the table, and draw the picture."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rows", type=int, default=10_000_000, help="rows of a column")
    options.add_argument("--picture", type=Path, help="where to draw the rates")
    options.add_argument("--only", choices=PARTS, help="one part")
    given = options.parse_args()
    report = Report()
    parts = PARTS if given.only is None else (given.only,)
    print(f"{'':<58} {'figure':>20}  {'goal':>9} {'stretch':>9}")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if "memory" in parts:
            memory(report, given.rows)
        if "peers" in parts:
            peers(report, given.rows)
        if "compiling" in parts:
            compiling(report, given.rows)
        if "inverse" in parts:
            inverse(report, given.rows, folder)
        if "engines" in parts:
            engines(report, 10 * given.rows, folder)
    if given.picture is not None:
        given.picture.write_text(picture(report.rates), encoding="utf-8")


if __name__ == "__main__":
    main()
