"""
Add deadlines to a Parquet file with Dask, a partition at a time.

    python dask_deadlines.py DAYS.parquet WITH_DEADLINES
"""

from __future__ import annotations

import sys

import dask.dataframe as dd

import kuntapaatos as kp
from kuntapaatos.io.frames import Rule, add_deadlines

RULE = Rule(
    kp.NoticeKind.ONLINE_MINUTES,
    kp.Period.days(14),
    kp.OfficeHours.parse("8.00-16.00; pe, aatto 8.00-15.00"),
)


def add(source: str, target: str) -> None:
    """Read, count and write each partition; rows keep their order."""
    frame = dd.read_parquet(source, dtype_backend="pyarrow", split_row_groups=True)
    # The rule is compiled once a process.
    found = frame.map_partitions(add_deadlines, RULE, day="day", outside="null")
    found.to_parquet(target, write_index=False)


if __name__ == "__main__":
    add(sys.argv[1], sys.argv[2])
