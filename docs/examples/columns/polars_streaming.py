"""
Add closing moments to a Parquet file of any size with polars' streaming engine.

    python polars_streaming.py DAYS.parquet WITH_DEADLINES.parquet
"""

from __future__ import annotations

import sys
from functools import partial

import polars as pl

import kuntapaatos as kp
from kuntapaatos.io.frames import Rule, deadlines

RULE = Rule(
    kp.NoticeKind.ONLINE_MINUTES,
    kp.Period.days(14),
    kp.OfficeHours.parse("8.00-16.00; pe, aatto 8.00-15.00"),
)


def add(source: str, target: str) -> None:
    """Read, count and write in batches that fit into memory; rows keep their order."""
    closes_at = pl.col("day").map_batches(
        partial(deadlines, rule=RULE, outside="null"),
        return_dtype=pl.Datetime("us", "Europe/Helsinki"),
        is_elementwise=True,
    )
    pl.scan_parquet(source).with_columns(closes_at.alias("closes_at")).sink_parquet(target)


if __name__ == "__main__":
    add(sys.argv[1], sys.argv[2])
