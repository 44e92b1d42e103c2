"""
Deadlines and fees of whole columns, close to the speed of memory.

A `Rule` holds what `count_deadline` needs beside the day.  It is compiled once, from
the scalar functions, into tables that are indexed by the day's number; a column
then costs one look-up a row.  Needs the extra `frames`: numpy, pyarrow, narwhals.

- `deadlines`, `add_deadlines`, `annual_fees`: numpy, Arrow, polars, pandas and every
  frame that narwhals knows
- `arrow_deadlines`, `as_table`, `lazy_deadlines`: for DuckDB, Spark, Dask and other engines
- `column_doubts`: what a column leaves open
- `latest_start_closed_by`: what is still open, as a plain comparison of days
- `rule_column`: kind, period or hours that differ by row
- `matter_column`: rows of different subjects, each by its own row of law
- `read_folder`: many decisions as texts

>>> import pyarrow as pa
>>> from datetime import date
>>> from kuntapaatos import NoticeKind, OfficeHours, Period
>>> rule = Rule(NoticeKind.ONLINE_MINUTES, Period.days(14), OfficeHours.state())
>>> published = pa.array([date(2024, 12, 13), None])
>>> deadlines(published, rule, answer="last_day").to_pylist()
[datetime.date(2025, 1, 3), None]
"""

from __future__ import annotations

from kuntapaatos.io.frames.arrays import arrow_deadlines
from kuntapaatos.io.frames.bulk import Bulk, read_folder
from kuntapaatos.io.frames.columns import add_deadlines, deadlines
from kuntapaatos.io.frames.encoded import RuleColumn, matter_column, rule_column
from kuntapaatos.io.frames.fees import Fees, annual_fees
from kuntapaatos.io.frames.inverse import latest_start_closed_by
from kuntapaatos.io.frames.lazy import lazy_deadlines
from kuntapaatos.io.frames.matters import Matter
from kuntapaatos.io.frames.open_points import column_doubts
from kuntapaatos.io.frames.rules import Rule
from kuntapaatos.io.frames.tables import as_table

__all__ = [
    "Bulk",
    "Fees",
    "Matter",
    "Rule",
    "RuleColumn",
    "add_deadlines",
    "annual_fees",
    "arrow_deadlines",
    "as_table",
    "column_doubts",
    "deadlines",
    "latest_start_closed_by",
    "lazy_deadlines",
    "matter_column",
    "read_folder",
    "rule_column",
]
