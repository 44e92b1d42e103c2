"""
The recipes of the documentation give, on real files, what the scalar call gives.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pyarrow as pa  # type: ignore[import-untyped, unused-ignore]
import pyarrow.parquet as pq  # type: ignore[import-untyped, unused-ignore]
import pytest

from kuntapaatos import HELSINKI, NoticeKind, OfficeHours, Period
from kuntapaatos.io.frames import Rule

pytestmark = pytest.mark.slow

RECIPES = Path(__file__).parents[3] / "docs" / "examples" / "columns"
RULE = Rule(
    NoticeKind.ONLINE_MINUTES,
    Period.days(14),
    OfficeHours.parse("8.00-16.00; pe, aatto 8.00-15.00"),
)
ROWS = 20_000


def needs(package: str) -> pytest.MarkDecorator:
    """
    Skip where an engine is not installed; the extra `engines` brings it.
    """
    reason = f"needs {package}: pip install 'kuntapaatos[engines]'"
    return pytest.mark.skipif(find_spec(package) is None, reason=reason)


needs_java = pytest.mark.skipif(
    shutil.which("java") is None,
    reason="Spark needs Java 17, such as Debian's default-jre-headless",
)


@pytest.fixture(scope="module")
def days() -> list[date | None]:
    """
    Days in no order, some missing, some for which there is no answer.
    """
    found: list[date | None] = [
        date(2012, 1, 1) + timedelta(days=n * 7919 % 5000) for n in range(ROWS)
    ]
    found[7], found[8], found[9], found[ROWS - 1] = None, date(1969, 1, 1), date(2200, 1, 1), None
    return found


@pytest.fixture(scope="module")
def source(days: list[date | None], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """
    A Parquet file of those days in several row groups.
    """
    path = tmp_path_factory.mktemp("engines") / "days.parquet"
    table = pa.table({"id": range(ROWS), "day": pa.array(days, pa.date32())})
    pq.write_table(table, path, row_group_size=3_000)
    return path


def run(recipe: str, *arguments: Path | str) -> str:
    """
    Run a recipe as its reader would.
    """
    done = subprocess.run(
        [sys.executable, str(RECIPES / recipe), *map(str, arguments)],
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def rows_of(path: Path) -> Iterator[dict[str, Any]]:
    """
    Give the rows of a Parquet file or folder, moments as plain UTC.
    """
    table = pq.read_table(path)
    column = table.column_names.index("closes_at")
    seconds = table["closes_at"].cast(pa.timestamp("s", table["closes_at"].type.tz))
    plain = seconds.cast(pa.timestamp("s")) if seconds.type.tz is None else seconds
    utc = plain.cast(pa.int64()).cast(pa.timestamp("s", "UTC"))
    yield from table.set_column(column, "closes_at", utc).to_pylist()


def check(path: Path, days: list[date | None]) -> None:
    """
    Compare every row with its day, and a sample with the scalar call.
    """
    rows = list(rows_of(path))
    assert [row["id"] for row in rows] == list(range(ROWS))
    assert [row["day"] for row in rows] == days
    for row in [*rows[:300], *rows[300::37]]:
        day = row["day"]
        if day is None or not date(1995, 7, 1) <= day <= date(2100, 1, 1):
            assert row["closes_at"] is None
            continue
        found = RULE.count(day)
        assert found.closes_at is not None
        assert row["closes_at"].astimezone(HELSINKI) == found.closes_at
        assert row.get("last_day", found.last_day) == found.last_day


@pytest.mark.parametrize(
    "recipe",
    [
        pytest.param("polars_streaming.py", marks=needs("polars")),
        pytest.param("duckdb_join.py", marks=needs("duckdb")),
        pytest.param("dask_deadlines.py", marks=needs("dask")),
    ],
)
def test_recipe(recipe: str, source: Path, days: list[date | None], tmp_path: Path) -> None:
    """
    Every row keeps its place and has the scalar answer.
    """
    run(recipe, source, tmp_path / "out")
    check(tmp_path / "out", days)


@needs("pyspark")
@needs_java
def test_spark(
    source: Path, days: list[date | None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    In Spark a broadcast join and Arrow batches both give the scalar answer.
    """
    # Spark starts its workers by this name.
    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)
    run("spark_deadlines.py", source, tmp_path / "batches", tmp_path / "joined")
    check(tmp_path / "batches", days)
    check(tmp_path / "joined", days)


def test_every_recipe_is_run() -> None:
    """
    No recipe stands in the documentation without a test.
    """
    text = Path(__file__).read_text(encoding="utf-8")
    for recipe in RECIPES.glob("*.py"):
        assert f'"{recipe.name}"' in text
