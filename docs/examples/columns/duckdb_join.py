"""
Add deadlines to a Parquet file in SQL: DuckDB joins it with the compiled rule.

    python duckdb_join.py DAYS.parquet WITH_DEADLINES.parquet
"""

from __future__ import annotations

import sys

import duckdb

import kuntapaatos as kp
from kuntapaatos.io.frames import Rule, as_table

RULE = Rule(
    kp.NoticeKind.ONLINE_MINUTES,
    kp.Period.days(14),
    kp.OfficeHours.parse("8.00-16.00; pe, aatto 8.00-15.00"),
)

SQL = """
    COPY (
        SELECT decisions.*, rule.last_day, rule.closes_at
        FROM read_parquet($source) AS decisions
        LEFT JOIN rule USING (day)
        ORDER BY decisions.id
    ) TO $target (FORMAT parquet)
"""


def add(source: str, target: str) -> None:
    """Join; a join keeps no order, so the rows are put in order by their id."""
    with duckdb.connect() as connection:
        connection.register("compiled", as_table(RULE))
        connection.execute("CREATE TABLE rule AS FROM compiled")
        connection.execute(SQL, {"source": source, "target": target})


if __name__ == "__main__":
    add(sys.argv[1], sys.argv[2])
