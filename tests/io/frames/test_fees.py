"""
A column of fees equals `annual_fee`, and what is not known is missing and counted.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import numpy as np
import pandas as pd  # type: ignore[import-untyped, unused-ignore]
import polars as pl
import pyarrow as pa  # type: ignore[import-untyped, unused-ignore]
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kuntapaatos import (
    USO_2025_2026,
    FeeBracket,
    FeeSchedule,
    InvalidValue,
    NoFeeKnown,
    Term,
    annual_fee,
)
from kuntapaatos.io.frames import annual_fees


def schedule(*brackets: FeeBracket) -> FeeSchedule:
    """
    Return a schedule of these brackets.
    """
    return FeeSchedule(
        network="Esimerkkiverkosto", term=Term(2025, 2026), brackets=brackets, source="tarjous"
    )


OPEN = schedule(
    FeeBracket(0, 999, Decimal("0.00")),
    FeeBracket(2_000, 4_999, Decimal("1500.50")),
    FeeBracket(5_000, None, Decimal("9" * 36 + ".99")),
    FeeBracket(1_000, 1_000, Decimal(7)),
)
HUGE = schedule(FeeBracket(5, 10**20, Decimal(1)), FeeBracket(10**25, None, Decimal(2)))
SCHEDULES = [USO_2025_2026, OPEN, HUGE, schedule()]


def known(fees: FeeSchedule, population: int | None) -> Decimal | None:
    """
    The scalar answer, or nothing where no fee is known.
    """
    try:
        return None if population is None else annual_fee(fees, population)
    except NoFeeKnown:
        return None


@given(
    population=st.lists(st.none() | st.integers(0, 60_000) | st.integers(0, 2**63 - 1)),
    fees=st.sampled_from(SCHEDULES),
)
def test_equals_the_scalar_call(population: list[int | None], fees: FeeSchedule) -> None:
    """
    Each row is what `annual_fee` answers; what no bracket covers is counted.
    """
    wanted = [known(fees, people) for people in population]
    column = pa.array(population, pa.int64())
    for given_column in (column, pa.chunked_array([column[:3], column[3:]])):
        found = annual_fees(given_column, fees)
        assert found.column.to_pylist() == wanted
        missing = sum(people is None for people in population)
        assert found.not_known == wanted.count(None) - missing


@pytest.mark.parametrize(
    ("column", "kind"),
    [
        (np.array([36_297, 8_999, 9_000]), "object"),
        (np.array([36_297, 8_999, 9_000], np.uint64), "object"),
        (pl.Series([36_297, 8_999, 9_000]), "Decimal(precision=38, scale=2)"),
        (pd.Series([36_297, 8_999, 9_000]), "object"),
        (
            pd.Series([36_297, 8_999, 9_000], dtype=pd.ArrowDtype(pa.int32())),
            "decimal128(38, 2)[pyarrow]",
        ),
    ],
    ids=["numpy", "numpy without a sign", "polars", "pandas", "pandas with Arrow"],
)
def test_type_stays(column: Any, kind: str) -> None:
    """
    A column comes back in its own type, euros as exact decimals.
    """
    found = annual_fees(column, USO_2025_2026)
    assert type(found.column) is type(column)
    assert str(found.column.dtype) == kind
    assert [found.column[0], found.column[2]] == [Decimal("12000.00")] * 2
    assert pd.isna(found.column[1])
    assert found.not_known == 1


def test_larger_than_any_sign() -> None:
    """
    A number of more than 63 bits is found in an open bracket and in no other.
    """
    column = pa.array([2**64 - 1, None], pa.uint64())
    assert annual_fees(column, OPEN).column.to_pylist() == [Decimal("9" * 36 + ".99"), None]
    assert annual_fees(column, USO_2025_2026).not_known == 1


def test_nothing_but_nulls() -> None:
    """
    A missing population has no fee, and is not counted as one that is not known.
    """
    found = annual_fees(pa.nulls(2), USO_2025_2026)
    assert found.column.to_pylist() == [None, None]
    assert found.not_known == 0


@pytest.mark.parametrize(
    ("column", "message"),
    [
        (pa.array([1.5]), "population must be a column of whole numbers; got 'double'"),
        (pd.Series([36_297, None]), "population must be a column of whole numbers"),
        (pa.array(["36297"]), "population must be a column of whole numbers"),
        (pa.array([True]), "population must be a column of whole numbers"),
        (pa.array([5, -1]), "population must be a column of inhabitants, not negative; got -1"),
        ([36_297], "population must be a numpy array, an Arrow array or a series"),
    ],
    ids=["float", "pandas with a gap", "text", "bool", "negative", "list"],
)
def test_refused(column: Any, message: str) -> None:
    """
    What is no number of inhabitants is refused, as in the scalar call.
    """
    with pytest.raises(InvalidValue, match=message):
        annual_fees(column, USO_2025_2026)


def test_schedule_is_needed() -> None:
    """
    A schedule is a `FeeSchedule`.
    """
    with pytest.raises(InvalidValue, match="schedule must be a FeeSchedule"):
        annual_fees(pa.array([1]), Decimal(12_000))  # type: ignore[arg-type]
