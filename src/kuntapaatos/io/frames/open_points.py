"""
What a column of deadlines leaves open: its doubts, a row for each day they occur on.

A column of days holds the earliest candidate.  Whoever takes a decision for final,
or tells a late sender no, looks here first.

>>> import kuntapaatos as kp
>>> from datetime import date
>>> rule = Rule(kp.NoticeKind.ONLINE_MINUTES, kp.Period.days(14))
>>> days = pa.array([date(2017, 6, 5), date(2024, 12, 13), date(2017, 6, 5)])
>>> for found in column_doubts(days, rule).to_pylist():
...     print(found["day"], found["rows"], found["about"], found["doubt"])
2017-06-05 2 last_day päätöspäivä puuttuu
>>> found["earliest"].isoformat(), found["latest"].isoformat()
('2017-06-19', '2017-06-26')
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from kuntapaatos.io.frames.arrays import Outside, arrow_deadlines, check_choices, of_numpy
from kuntapaatos.io.frames.encoded import RuleColumn
from kuntapaatos.io.frames.extra import np, pa
from kuntapaatos.io.frames.matters import Matter
from kuntapaatos.io.frames.rules import Rule
from kuntapaatos.io.frames.series import given
from kuntapaatos.io.frames.tables import ArrowTable

__all__ = ["column_doubts"]

_COLUMNS = pa.schema(
    {
        "rule": pa.string(),
        "day": pa.date32(),
        "rows": pa.int64(),
        "doubt": pa.string(),
        "about": pa.string(),
        "earliest": pa.date32(),
        "latest": pa.date32(),
        "candidates": pa.list_(pa.string()),
    }
)


def _answered(days: object, rule: Rule | Matter | RuleColumn, outside: Outside) -> tuple[Any, Any]:
    """Return the days that have an answer, as date32, and the code of each one's rule."""
    values = given(days, "days").values
    if isinstance(values, np.ndarray):
        found = of_numpy(values, rule, answer="last_day", outside=outside).reshape(-1)
        present = ~np.isnat(np.ma.filled(found, np.datetime64("NaT", "D")))
        there = np.ma.getdata(values).reshape(-1)[present].astype("datetime64[D]")
    else:
        found = arrow_deadlines(values, rule, answer="last_day", outside=outside)
        present = found.is_valid().to_numpy(zero_copy_only=False)
        there = values.filter(pa.array(present))
        if isinstance(there, pa.ChunkedArray):
            there = there.combine_chunks()
        if pa.types.is_dictionary(there.type):
            there = there.dictionary_decode()
    codes = rule.codes[present] if isinstance(rule, RuleColumn) else np.zeros(len(there), np.int8)
    return pa.array(there).cast(pa.date32()), pa.array(codes)


def _distinct(
    days: object, rule: Rule | Matter | RuleColumn, outside: Outside
) -> Iterator[tuple[Rule | Matter, date, int]]:
    """Give each rule and day that occur together, and how often, in order."""
    there, codes = _answered(days, rule, outside)
    grouped = pa.table({"code": codes, "day": there}).group_by(["code", "day"])
    together = grouped.aggregate([([], "count_all")])
    rules = rule.rules if isinstance(rule, RuleColumn) else (rule,)
    for found in together.sort_by([("code", "ascending"), ("day", "ascending")]).to_pylist():
        yield rules[found["code"]], found["day"], found["count_all"]


def column_doubts(
    days: object, rule: Rule | Matter | RuleColumn, *, outside: Outside = "error"
) -> ArrowTable:
    """
    Return the doubts of a column: a row for each rule, day and doubt.

    Every different day is counted once by the scalar function, a millisecond for some
    twenty; the rows of the column are only grouped.

    Args:
        days: The days of the notices, as `deadlines` takes them.
        rule: One rule, or one a row.
        outside: "error" raises what the scalar function raises; "null" leaves out the
            days that it refuses.

    Returns:
        A table of `rule`, `day`, `rows` (how many rows of the column have this day and
        rule), `doubt` (the code's Finnish term), `about` (the answer that it touches),
        `earliest` and `latest` (the first and the last day among the candidates,
        both included; `latest` is missing where one of them cannot be counted yet)
        and `candidates` (each with what it rests on).  Ordered by rule and day; no row
        where nothing is open.

    Raises:
        NotADay: The column holds no days.
        DayOutOfRange: A day, or its last day, is outside 1992-2100.
        NoRuleInForce: No row with a source covers a day.
        InvalidValue: *days* is no column, or an argument is none of its choices.

    >>> import kuntapaatos as kp
    >>> letter = Rule(kp.NoticeKind.LETTER, kp.Period.days(14))
    >>> column_doubts(np.array(["2024-12-10"], "datetime64[D]"), letter).num_rows
    0
    """
    check_choices("last_day", outside)
    found = []
    for one, day, rows in _distinct(days, rule, outside):
        for doubt in one.count(day).doubts:
            days_known = sorted(doubt.days)
            all_known = len(days_known) == len(doubt.candidates)
            found.append(
                {
                    "rule": str(one),
                    "day": day,
                    "rows": rows,
                    "doubt": doubt.code.value,
                    "about": doubt.about,
                    "earliest": days_known[0] if days_known else None,
                    "latest": days_known[-1] if all_known else None,
                    "candidates": [str(candidate) for candidate in doubt.candidates],
                }
            )
    return pa.Table.from_pylist(found, _COLUMNS)
