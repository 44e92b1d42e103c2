"""
Deadlines of a column, in whatever form the caller has it.

>>> import kuntapaatos as kp
>>> hours = kp.OfficeHours.parse("8-16; pe, aatto 8-15")
>>> rule = Rule(kp.NoticeKind.EMAIL, kp.Period.days(14), hours)
>>> days = np.array(["2024-12-10", "2024-12-13"], dtype="datetime64[D]")
>>> deadlines(days, rule, answer="last_day")
array(['2024-12-27', '2024-12-30'], dtype='datetime64[D]')
>>> deadlines(days, rule)
array(['2024-12-27T13:00:00', '2024-12-30T14:00:00'],
      dtype='datetime64[s]')
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar, cast, get_args

from kuntapaatos.errors import InvalidValue
from kuntapaatos.io.frames.arrays import Outside, arrow_deadlines, check_choices, of_numpy
from kuntapaatos.io.frames.compiled import Answer
from kuntapaatos.io.frames.encoded import RuleColumn
from kuntapaatos.io.frames.extra import NDArray, np, nw
from kuntapaatos.io.frames.matters import Matter
from kuntapaatos.io.frames.rules import Rule
from kuntapaatos.io.frames.series import Column, given

__all__ = ["add_deadlines", "deadlines"]

Frame = TypeVar("Frame")
"""A frame in memory of any kind that narwhals knows."""


def deadlines(
    days: Column,
    rule: Rule | Matter | RuleColumn,
    *,
    answer: Answer = "closes_at",
    outside: Outside = "error",
    out: NDArray[Any] | None = None,
    threads: int = 1,
) -> Column:
    """
    Return an answer for each day, equal to `rule.count(day)`, as a column of the same type.

    A missing day gives a missing answer.  A moment is missing too where the hours are
    not known.  Where a day is doubtful the column holds what the fields of a
    `Deadline` hold, the earliest candidate; `rule.count(day).doubts` says why.

    Args:
        days: The days of the notices: a numpy array of datetime64, an Arrow array of
            date32, or a series of polars, pandas or another frame that narwhals
            knows.  Moments without a time zone are days when they are midnights.
        rule: One rule or matter, or one a row, made by `rule_column` or `matter_column`.
        answer: "closes_at", the moment before which a paper must have arrived, excluded;
            "last_day", included; or "notified_on", not counted.
        outside: What becomes of a row that the scalar function refuses, since the day
            or its last day is outside 1992-2100 or no rule is in force: "error"
            raises the same error, "null" leaves the row missing.
        out: Where to write the answer, for numpy only: memory that is used again costs
            half as much as fresh memory.  After an error it holds no answer.
        threads: At most so many threads; one below five million rows.

    Returns:
        Days as days; moments in Europe/Helsinki, and for numpy, which knows no time
        zones, in UTC.  Seconds for numpy and Arrow, microseconds for polars; for
        pandas the unit of *days*.

    Raises:
        NotADay: The column holds no days; a note tells the row.
        DayOutOfRange: A day, or its last day, is outside 1992-2100.
        NoRuleInForce: No row with a source covers a day.
        InvalidValue: *days* is no column, or an argument is none of its choices.

    Source: 150/1930 2, 3, 5 and 6 §.

    >>> import kuntapaatos as kp
    >>> old = np.array(["1969-07-20", "2024-12-10"], dtype="datetime64[D]")
    >>> email = Rule(kp.NoticeKind.EMAIL, kp.Period.days(14))
    >>> deadlines(old, email, answer="last_day", outside="null")
    array([       'NaT', '2024-12-27'], dtype='datetime64[D]')
    """
    check_choices(answer, outside)
    if type(threads) is not int or threads < 1:
        raise InvalidValue("threads", threads, "an int of at least 1")
    values, back, unit = given(days, "days")
    if out is not None and (values is not days or not isinstance(values, np.ndarray)):
        raise InvalidValue("out", out, "None, where days is no numpy array")
    if isinstance(values, np.ndarray):
        found: Any = of_numpy(
            *(values, rule),
            answer=answer,
            outside=outside,
            unit=unit,
            out=out,
            threads=threads,
        )
    else:
        found = arrow_deadlines(
            *(values, rule),
            answer=answer,
            outside=outside,
            unit=unit or "s",
            threads=threads,
        )
    return cast(Column, back(found, answer == "closes_at"))


def add_deadlines(
    frame: Frame,
    rule: Rule | Matter | RuleColumn,
    *,
    day: str,
    answers: Sequence[Answer] = get_args(Answer),
    outside: Outside = "error",
    threads: int = 1,
) -> Frame:
    """
    Return the frame with its deadlines as further columns.

    Args:
        frame: A frame in memory of polars, pandas, Arrow or another kind that narwhals
            knows.  A lazy one is joined with `as_table` instead.
        rule: One rule or matter, or one a row, made by `rule_column` or `matter_column`.
        day: The name of the column of the days of the notices.
        answers: Which columns are added, by these names.
        outside: What becomes of a row that the scalar function refuses: "error" or "null".
        threads: At most so many threads; one below five million rows.

    Returns:
        A frame of the same type, with the same rows in the same order.

    Raises:
        NotADay: The column holds no days.
        DayOutOfRange: A day, or its last day, is outside 1992-2100.
        NoRuleInForce: No row with a source covers a day.
        InvalidValue: *frame* is no frame in memory, has no such column, or has a column
            by the name of an answer already.

    >>> import kuntapaatos as kp
    >>> import pyarrow as pa
    >>> frame = pa.table({"told": np.array(["2024-12-10"], dtype="datetime64[D]")})
    >>> rule = Rule(kp.NoticeKind.EMAIL, kp.Period.days(14))
    >>> add_deadlines(frame, rule, day="told").column_names
    ['told', 'notified_on', 'last_day', 'closes_at']
    """
    try:
        known: Any = nw.from_native(frame, eager_only=True)
    except TypeError:
        kind = type(frame).__qualname__
        expected = "a frame in memory; a lazy one is joined with as_table()"
        raise InvalidValue("frame", kind, expected) from None
    if day not in known.columns:
        raise InvalidValue("day", day, f"one of the columns {', '.join(known.columns)}")
    there = [answer for answer in answers if answer in known.columns]
    if there:
        raise InvalidValue("answers", there, "names that the frame does not have yet")
    added = [
        deadlines(known[day], rule, answer=answer, outside=outside, threads=threads).alias(answer)
        for answer in answers
    ]
    found = known.with_columns(*added)
    return cast(Frame, found if isinstance(frame, nw.DataFrame) else found.to_native())
