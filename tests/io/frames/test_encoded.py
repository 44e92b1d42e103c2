"""
Kind, period and hours as columns: each row is counted by its own rule.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import numpy as np
import pandas as pd  # type: ignore[import-untyped, unused-ignore]
import polars as pl
import pyarrow as pa  # type: ignore[import-untyped, unused-ignore]
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kuntapaatos import NoticeKind, OfficeHours, Period, Regime
from kuntapaatos.errors import (
    DayOutOfRange,
    InvalidHours,
    InvalidPeriod,
    InvalidValue,
    NoRuleInForce,
    NotADay,
)
from kuntapaatos.io.frames import (
    Rule,
    RuleColumn,
    add_deadlines,
    deadlines,
    encoded,
    rule_column,
)
from kuntapaatos.io.frames.compiled import Answer

KINDS = ["kirje", None, "sähköinen viesti", "pöytäkirja yleisessä tietoverkossa", "kirje"]
PERIODS = ["14 päivää", "30 päivää", "1 kuukausi", None, "2 viikkoa"]
HOURS = ["8-16; pe, aatto 8-15", None, None, "ma–pe 8.00–16.15", "8-16; pe, aatto 8-15"]
DAYS = [date(2024, 12, 10), date(2024, 12, 10), None, date(2024, 12, 10), date(2024, 12, 13)]

COLUMNS: list[Callable[[list[str | None]], Any]] = [
    lambda texts: np.array(texts, dtype=object),
    pa.array,
    lambda texts: pa.array(texts).dictionary_encode(),
    lambda texts: pa.chunked_array([texts[:1], texts[1:]]).dictionary_encode(),
    pl.Series,
    lambda texts: pl.Series(texts, dtype=pl.Categorical),
    lambda texts: pd.Series(texts, dtype="category"),
    lambda texts: pd.Series(texts, dtype=object),
]


@pytest.mark.parametrize(
    "make",
    COLUMNS,
    ids="numpy,arrow,dictionary,chunked,polars,Categorical,category,object".split(","),
)
@pytest.mark.parametrize("answer", ["notified_on", "last_day", "closes_at"])
def test_every_row_has_its_rule(make: Callable[[list[str | None]], Any], answer: Answer) -> None:
    """
    A row is counted by its own kind, period and hours; missing hours are unknown hours.
    """
    rules = rule_column(make(KINDS), make(PERIODS), make(HOURS))
    found = deadlines(pa.array(DAYS, pa.date32()), rules, answer=answer).to_pylist()
    hours = OfficeHours.parse("8-16; pe, aatto 8-15")
    first = Rule(NoticeKind.LETTER, Period.days(14), hours).count(date(2024, 12, 10))
    last = Rule(NoticeKind.LETTER, Period.weeks(2), hours).count(date(2024, 12, 13))
    assert found == [getattr(first, answer), None, None, None, getattr(last, answer)]


@pytest.mark.parametrize(
    "make",
    [
        list,
        tuple,
        lambda values: pd.Series(values, dtype=object),
        lambda values: np.array(values, object),
    ],
    ids=["list", "tuple", "pandas", "numpy"],
)
def test_values_for_their_texts(make: Callable[[list[Any]], Any]) -> None:
    """
    A list or a column of objects may hold the values themselves, beside their texts.
    """
    kinds = make([NoticeKind.LETTER, "kirje", None, NoticeKind.EMAIL])
    periods = make([Period.days(14), "14 päivää", Period.days(14), Period.months(1)])
    rules = rule_column(kinds, periods, make([None, OfficeHours.state(), "", "8-16"]))
    state = OfficeHours.state()
    assert [None if code < 0 else rules.rules[code] for code in rules.codes] == [
        Rule(NoticeKind.LETTER, Period.days(14)),
        Rule(NoticeKind.LETTER, Period.days(14), state),
        None,
        Rule(NoticeKind.EMAIL, Period.months(1), OfficeHours.parse("8-16")),
    ]
    with pytest.raises(InvalidValue, match="kind must be a column of texts, or of the values"):
        rule_column(make([NoticeKind.LETTER, 5]), Period.days(14))


def test_what_a_folder_leaves_open() -> None:
    """
    "" is what `read_folder` writes for what an instruction does not say: hours, a period.
    """
    texts = pa.array(["8-16", ""])
    rules = rule_column(NoticeKind.LETTER, pa.array(["14 päivää", "14 päivää"]), texts)
    assert [rules.rules[code].hours for code in rules.codes] == [OfficeHours.parse("8-16"), None]
    assert rule_column(NoticeKind.LETTER, pa.array(["14 päivää", ""])).codes.tolist() == [0, -1]


def test_an_array_that_is_not_flat() -> None:
    """
    An array of two dimensions is no column.
    """
    with pytest.raises(InvalidValue, match="kind must be a flat column"):
        rule_column(np.array([["kirje"]]), Period.days(14))


def test_unknown_hours_keep_the_day() -> None:
    """
    A row without hours has a last day and no closing moment.
    """
    rules = rule_column(NoticeKind.LETTER, Period.days(14), pa.array([None, "8-16"]))
    days = np.array(["2024-12-10"] * 2, "datetime64[D]")
    assert np.isnat(deadlines(days, rules)).tolist() == [True, False]
    assert len(set(deadlines(days, rules, answer="last_day").tolist())) == 1


def test_pending_by_row() -> None:
    """
    A building matter of 2025 that was pending is given after posting; another has no posting.

    What is not known is counted as `count_deadline` does.
    """
    pending = pa.array([True, False, None])
    rules = rule_column(
        NoticeKind.POSTING, Period.days(30), regime=Regime.BUILDING, pending=pending
    )
    days = pa.array([date(2025, 3, 3)] * 3)
    found = deadlines(days, rules, answer="last_day", outside="null")
    assert found.to_pylist() == [date(2025, 4, 2), None, None]
    with pytest.raises(NoRuleInForce):
        deadlines(days, rules, answer="last_day")


@given(
    rows=st.lists(
        st.tuples(
            st.none() | st.dates(date(2018, 1, 1), date(2099, 1, 1)),
            st.sampled_from(["kirje", "saantitodistus", None]),
            st.sampled_from(["14 päivää", "1 kuukausi", "1 vuosi", None]),
            st.sampled_from(["8-16", None]),
            st.sampled_from([True, False, None]),
        ),
        max_size=30,
    ),
    chunk=st.integers(1, 30),
)
def test_equals_the_scalar_call(rows: list[tuple[Any, ...]], chunk: int) -> None:
    """
    For any combination each row equals the scalar call with its own arguments.
    """
    columns = [list(column) for column in zip(*rows, strict=True)] or [[]] * 5
    days = pa.array(columns[0], pa.date32())
    texts = [pa.array(column, pa.string()) for column in columns[1:4]]
    rules = rule_column(*texts, to_authority=pa.array(columns[4], pa.bool_()))
    pieces = pa.chunked_array(
        [days[start : start + chunk] for start in range(0, len(rows), chunk)], pa.date32()
    )
    found = deadlines(pieces, rules).to_pylist()
    lengths = {"14 päivää": Period.days(14), "1 kuukausi": Period.months(1)}
    for (day, kind, length, hours, authority), moment in zip(rows, found, strict=True):
        if None in {day, kind, length, authority}:
            assert moment is None
            continue
        rule = Rule(
            NoticeKind(kind),
            lengths.get(length, Period.years(1)),
            None if hours is None else OfficeHours.parse(hours),
            to_authority=authority,
        )
        assert moment == rule.count(day).closes_at


def test_outside() -> None:
    """
    A refused row is refused by its own rule, and a missing rule is no refusal.
    """
    days = np.array(["2024-12-10", "1969-12-31", "2003-01-01", "2100-12-25"], "datetime64[D]")
    kinds = pa.array(["kirje", None, "sähköinen viesti", "kirje"])
    found = deadlines(days, rule_column(kinds, Period.days(7)), answer="last_day", outside="null")
    assert np.isnat(found).tolist() == [False, True, True, True]
    with pytest.raises(NoRuleInForce, match="sähköinen viesti") as raised:
        deadlines(days, rule_column(kinds, Period.days(7)))
    assert raised.value.__notes__ == ["in row 2, counted from 0"]
    with pytest.raises(DayOutOfRange):
        deadlines(days[3:], rule_column(kinds[3:], Period.days(7)), answer="notified_on")


def test_in_a_frame() -> None:
    """
    A frame is counted by rules that stand in its own columns.
    """
    frame = pl.DataFrame({"told": DAYS, "kind": KINDS, "period": PERIODS})
    rules = rule_column(frame["kind"], frame["period"], regime=Regime.GENERAL)
    found = add_deadlines(frame, rules, day="told", answers=["last_day"])
    assert found["last_day"].to_list() == [
        *(date(2024, 12, 31), None, None, None, date(2025, 1, 3))
    ]


def test_only_what_occurs_is_compiled() -> None:
    """
    A category that no row has, and a combination that does not occur, make no rule.
    """
    kinds = pd.Series(["kirje", "lasku"], dtype=pd.CategoricalDtype(["nonsense", "kirje", "lasku"]))
    rules = rule_column(kinds, pa.array(["14 päivää", "30 päivää"]))
    assert [str(rule) for rule in rules.rules] == [
        "kirje (yleinen), 14 päivää",
        "lasku (yleinen), 30 päivää",
    ]
    assert rules.codes.tolist() == [0, 1]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"kind": pa.array(["kirjee"])}, "kind must be a NoticeKind, such as 'kirje'"),
        ({"regime": pa.array(["x"])}, "regime must be a Regime, such as"),
        ({"period": pa.array(["14"])}, "a period must be a text such as"),
        ({"period": pa.array(["99999 päivää"])}, "a period must be a positive whole number"),
        ({"period": pa.array([14])}, "a period must be a text such as"),
        ({"kind": pa.array([14])}, "kind must be of type NoticeKind"),
        ({"to_authority": pa.array(["kyllä"])}, "to_authority must be True or False"),
        ({"kind": "kirjee"}, "kind must be a NoticeKind, such as 'kirje'"),
        ({"period": 14}, "period must be one value for all rows, or a column"),
        ({}, "columns must be at least one, all of one length"),
        (
            {"kind": pa.array(["kirje"]), "period": pa.array(["14 päivää"] * 2)},
            "columns must be at least one, all of one length",
        ),
    ],
)
def test_refused(arguments: dict[str, Any], message: str) -> None:
    """
    A text that is no term of its column, and columns that do not fit, are named.
    """
    right = {"kind": NoticeKind.LETTER, "period": Period.days(14)}
    with pytest.raises((InvalidValue, InvalidPeriod), match=message):
        rule_column(**{**right, **arguments})


def test_one_text_for_all_rows() -> None:
    """
    A text stands for its value alone too, in the words in which a document states it.
    """
    hours = pa.array(["ma-pe 8-16", "", None])
    found = rule_column("kirje", "14 dagar", hours, regime="Yleinen")
    known = rule_column(NoticeKind.LETTER, Period.days(14), hours)
    assert (found.rules, found.codes.tolist()) == (known.rules, known.codes.tolist())
    assert (
        rule_column("kirje", Period.days(14), "", pending=pa.array([None])).rules[0].hours is None
    )


def test_hours_that_cannot_be_read() -> None:
    """
    A text of hours is read by `OfficeHours.parse`, and refused by it.
    """
    with pytest.raises(InvalidHours):
        rule_column(NoticeKind.LETTER, Period.days(14), pa.array(["aina"]))


def test_too_many_combinations(monkeypatch: pytest.MonkeyPatch) -> None:
    """
    Columns with more combinations than anyone can compile are no categories.
    """
    monkeypatch.setattr(encoded, "_MOST", 3)
    with pytest.raises(InvalidValue, match="4 combinations"):
        rule_column(pa.array(["kirje", "lasku"]), pa.array(["14 päivää", "30 päivää"]))


LETTER = Rule(NoticeKind.LETTER, Period.days(14))


@pytest.mark.parametrize(
    ("codes", "rules", "message"),
    [
        (np.array([0, 1]), (LETTER,), "codes must be from -1 to 0; got '0 to 1'"),
        (np.array([-2]), (LETTER,), "codes must be from -1 to 0"),
        (np.array([0.0]), (LETTER,), "codes must be a flat numpy array of whole numbers"),
        (np.array([[0]]), (LETTER,), "codes must be a flat numpy array"),
        ([0], (LETTER,), "codes must be a flat numpy array"),
        (np.array([0]), [LETTER], "rules must be a tuple of Rule"),
        (np.array([0]), ("kirje",), "rules must be a tuple of Rule"),
    ],
)
def test_codes_have_rules(codes: Any, rules: Any, message: str) -> None:
    """
    A code without a rule is refused before any row is counted.
    """
    with pytest.raises(InvalidValue, match=message):
        RuleColumn(codes, rules)


def test_as_many_rules_as_days() -> None:
    """
    A rule a row needs as many rows.
    """
    rules = RuleColumn(np.array([0, -1]), (LETTER,))
    for days in (np.array(["2024-12-10"], "datetime64[D]"), pa.array([date(2024, 12, 10)])):
        with pytest.raises(InvalidValue, match="as long as the days: 1 rows"):
            deadlines(days, rules)


def test_the_beginning_of_procurements() -> None:
    """
    The day a procurement began may be a column; where it is missing it is not known.
    """
    begun = pa.array([date(2016, 12, 1), date(2017, 1, 9), None])
    kind, period = NoticeKind.PROCUREMENT_MESSAGE, Period.days(14)
    rules = rule_column(kind, period, regime=Regime.PROCUREMENT, procurement_begun_on=begun)
    assert [rule.procurement_begun_on for rule in rules.rules] == begun.to_pylist()
    assert "hankinta alkoi 1.12.2016" in str(rules.rules[0])
    day = date(2017, 2, 1)
    assert [str(rule.notice(day).provision) for rule in rules.rules] == [
        "348/2007 75 §",
        "Hankintalaki 127 §",
        "Hankintalaki 127 §",
    ]
    with pytest.raises(NotADay):
        Rule(kind, period, procurement_begun_on="2017-01-09")  # type: ignore[arg-type]
