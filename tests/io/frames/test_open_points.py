"""
What a column leaves open is what the scalar function leaves open on each of its days.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import numpy as np
import pandas as pd  # type: ignore[import-untyped, unused-ignore]
import polars as pl
import pyarrow as pa  # type: ignore[import-untyped, unused-ignore]
import pytest

from kuntapaatos import NoticeKind, OfficeHours, Period
from kuntapaatos.errors import DayOutOfRange, InvalidValue, NoRuleInForce, NotADay
from kuntapaatos.io.frames import Rule, column_doubts, rule_column

MINUTES = Rule(NoticeKind.ONLINE_MINUTES, Period.days(14))
DAYS = [date(2017, 6, 5), date(2024, 12, 13), None, date(2017, 6, 5), date(2017, 9, 1)]
OPEN = [date(2017, 6, 5), date(2017, 9, 1)]

FORMS = [
    pytest.param(np.array(DAYS, "datetime64[D]"), id="numpy"),
    pytest.param(np.array(DAYS, "datetime64[s]").reshape(5, 1), id="numpy of seconds"),
    pytest.param(
        np.ma.masked_array(
            np.array(["2017-06-05", *DAYS[1:]], "datetime64[D]"), mask=np.zeros(5, np.bool_)
        ),
        id="masked",
    ),
    pytest.param(pa.array(DAYS, pa.date32()), id="arrow"),
    pytest.param(pa.array([DAYS[1], *DAYS], pa.date32())[1:], id="slice"),
    pytest.param(pa.chunked_array([DAYS[:2], [], DAYS[2:]], pa.date32()), id="chunks"),
    pytest.param(pa.array(DAYS, pa.date32()).dictionary_encode(), id="dictionary"),
    pytest.param(pa.array(DAYS, pa.date64()), id="date64"),
    pytest.param(pl.Series("told", DAYS), id="polars"),
    pytest.param(pd.Series(np.array(DAYS, "datetime64[s]")), id="pandas"),
]


@pytest.mark.parametrize("days", FORMS)
def test_forms(days: Any) -> None:
    """
    In every form of a column the days with a doubt are named, with their rows.
    """
    found = column_doubts(days, MINUTES)
    assert found["day"].to_pylist() == OPEN
    assert found["rows"].to_pylist() == [2, 1]


def test_row() -> None:
    """
    A row tells the doubt and its candidates as `count_deadline` does.
    """
    (found,) = column_doubts(pa.array([OPEN[0]]), MINUTES).to_pylist()
    (doubt,) = MINUTES.count(OPEN[0]).doubts
    assert found == {
        "rule": str(MINUTES),
        "day": OPEN[0],
        "rows": 1,
        "doubt": doubt.code.value,
        "about": doubt.about,
        "earliest": date(2017, 6, 19),
        "latest": date(2017, 6, 26),
        "candidates": [str(candidate) for candidate in doubt.candidates],
    }


@pytest.mark.parametrize(
    ("rule", "day", "doubt", "earliest", "latest"),
    [
        pytest.param(
            Rule(NoticeKind.LETTER, Period.days(14), OfficeHours.state()),
            date(2027, 1, 11),
            "sähköisen asiakirjan saapuminen",
            date(2027, 2, 1),
            date(2027, 2, 1),
            id="moments of one day",
        ),
        pytest.param(
            Rule(NoticeKind.PROVEN, Period.days(14), OfficeHours.state()),
            date(1993, 3, 1),
            "aukioloajan voimassaolo",
            None,
            None,
            id="hours not known",
        ),
        pytest.param(
            Rule(NoticeKind.EMAIL, Period.days(14)),
            date(2014, 3, 3),
            "sähköisen viestin olettama",
            date(2014, 3, 6),
            None,
            id="later by proof",
        ),
    ],
)
def test_bounds(
    rule: Rule, day: date, doubt: str, earliest: date | None, latest: date | None
) -> None:
    """
    A bound is missing where a candidate that cannot be counted yet may go past it.
    """
    found = column_doubts(pa.array([day]), rule).to_pylist()
    assert [(row["doubt"], row["earliest"], row["latest"]) for row in found] == [
        (doubt, earliest, latest)
    ]


def test_rule_column() -> None:
    """
    With a rule for each row the days are told rule by rule; rows without a rule are not.
    """
    periods = pa.array(["30 päivää", "14 päivää", None, "14 päivää", None])
    rules = rule_column(NoticeKind.ONLINE_MINUTES, periods)
    days = pa.array([OPEN[0], OPEN[0], OPEN[0], OPEN[1], OPEN[1]])
    found = column_doubts(days, rules)
    named = [str(rule) for rule in rules.rules]
    assert found["rule"].to_pylist() == [named[0], named[1], named[1]]
    assert found["day"].to_pylist() == [OPEN[0], OPEN[0], OPEN[1]]


@pytest.mark.parametrize(
    ("days", "error"),
    [
        (np.array(["1969-07-20"], "datetime64[D]"), DayOutOfRange),
        (np.array([2**40], "datetime64[D]"), InvalidValue),
        (pa.array([date(1993, 1, 4)]), NoRuleInForce),
    ],
    ids=["before 1992", "millions of years from now", "before the act"],
)
def test_refused_days(days: Any, error: type[Exception]) -> None:
    """
    A refused day raises the scalar error, or is left out; it never becomes another day.
    """
    with pytest.raises(error):
        column_doubts(days, MINUTES)
    assert column_doubts(days, MINUTES, outside="null").num_rows == 0


def test_bad_arguments() -> None:
    """
    What is no column of days, or no known choice, is refused.
    """
    with pytest.raises(NotADay):
        column_doubts(np.array([1, 2]), MINUTES)
    with pytest.raises(InvalidValue, match="outside"):
        column_doubts(pa.array(OPEN), MINUTES, outside="drop")  # type: ignore[arg-type]
    with pytest.raises(InvalidValue, match="rule"):
        column_doubts(pa.array(OPEN), "14 days")  # type: ignore[arg-type]
    with pytest.raises(NotADay):
        column_doubts(np.array(["2017-06-05T12:00"], "datetime64[s]"), MINUTES)
