"""
Add deadlines to a Parquet file with PySpark, in two ways: a join, and Arrow batches.

    PYSPARK_PYTHON=$(which python) python spark_deadlines.py DAYS.parquet WITH_DEADLINES JOINED
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pyarrow as pa
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as sf

import kuntapaatos as kp
from kuntapaatos.io.frames import Rule, arrow_deadlines, as_table

RULE = Rule(
    kp.NoticeKind.ONLINE_MINUTES,
    kp.Period.days(14),
    kp.OfficeHours.parse("8.00-16.00; pe, aatto 8.00-15.00"),
)


def session() -> SparkSession:
    """Return a session on two cores of this machine."""
    return (
        SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.sql.session.timeZone", "Europe/Helsinki")
        .config("spark.sql.execution.arrow.maxRecordsPerBatch", "1000000")
        .getOrCreate()
    )


def closings(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """Add closing moments to Arrow batches; Spark keeps moments in microseconds."""
    for batch in batches:
        closes_at = arrow_deadlines(batch["day"], RULE, outside="null", unit="us")
        yield batch.append_column("closes_at", closes_at)


def in_batches(frame: DataFrame) -> DataFrame:
    """Return the frame with closing moments; rows keep their order within a partition."""
    schema = ", ".join(f"{name} {kind}" for name, kind in frame.dtypes)
    return frame.mapInArrow(closings, f"{schema}, closes_at timestamp")


def joined(spark: SparkSession, frame: DataFrame) -> DataFrame:
    """Return the frame with all columns of the rule, which goes to every worker."""
    rule = spark.createDataFrame(as_table(RULE, unit="us"))
    return frame.join(sf.broadcast(rule), on="day", how="left")


def add(source: str, target: str, joined_target: str) -> None:
    """Write both; a join keeps no order, so its rows are put in order by their id."""
    spark = session()
    frame = spark.read.parquet(source)
    in_batches(frame).write.parquet(target)
    joined(spark, frame).orderBy("id").write.parquet(joined_target)
    spark.stop()


if __name__ == "__main__":
    add(*sys.argv[1:])
