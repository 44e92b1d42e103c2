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
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from kuntapaatos import (
    USO_2025_2026,
    Amount,
    FeeBracket,
    FeeSchedule,
    Term,
    Weight,
    annual_fee,
    fee,
)
from kuntapaatos.errors import FactMissing, FeeNotExact, InvalidValue, NoFeeKnown
from kuntapaatos.fees import (
    BracketFee,
    EntryFee,
    FeePeriod,
    FeeRule,
    FirstYear,
    FlatFee,
    ForeignAmount,
    FrameShare,
    Indexed,
    Limited,
    MemberStatus,
    Percentage,
    PerInhabitant,
    Rounded,
    Vat,
    VatTreatment,
    WeightPart,
)
from kuntapaatos.io.frames import annual_fees
from kuntapaatos.io.frames.objects import objects_of
from kuntapaatos.money import Rounding, RoundingUnit


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
SHARED = schedule(FeeBracket(0, 30_000, Decimal(1)), FeeBracket(30_000, None, Decimal(2)))
SCHEDULES = [USO_2025_2026, OPEN, HUGE, SHARED, schedule()]


def known(fees: FeeSchedule, population: int | None) -> Decimal | None:
    """
    The scalar answer, or nothing where no fee is known.
    """
    try:
        return None if population is None else annual_fee(fees, population)
    except (NoFeeKnown, FeeNotExact):
        return None


@given(
    population=st.lists(
        st.none() | st.just(30_000) | st.integers(0, 60_000) | st.integers(0, 2**63 - 1)
    ),
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


@pytest.mark.parametrize(
    "column",
    [
        pd.Series([36_297, None]),
        pd.Series([36_297, None], dtype=object),
        pd.Series([36_297, pd.NA], dtype="Int64"),
        np.array([36_297, np.nan]),
        np.array([36_297, None], dtype=object),
        pl.Series([36_297.0, None]),
    ],
    ids=["pandas", "objects", "pandas with NA", "numpy", "objects of numpy", "polars"],
)
def test_a_gap(column: Any) -> None:
    """
    A gap, which makes floats of the numbers in pandas, is a missing population.
    """
    found = annual_fees(column, USO_2025_2026)
    assert next(iter(found.column)) == Decimal("12000.00")
    assert found.not_known == 0


def test_terms_in_objects() -> None:
    """
    A column of other facts is taken as it is where its values are of one kind.
    """
    assert objects_of(np.array(["uusi jäsen", None], object), "status").to_pylist() == [
        "uusi jäsen",
        None,
    ]
    with pytest.raises(InvalidValue, match="status must be a column of values of one kind"):
        objects_of(np.array(["uusi jäsen", 1.5], object), "status")


def test_numbers_of_another_machine() -> None:
    """
    The order of the bytes does not matter, nor do numbers beyond 64 bits.
    """
    found = annual_fees(np.array([36_297, 8_999], ">i8"), USO_2025_2026)
    assert found.column.tolist() == [Decimal("12000.00"), None]
    assert annual_fees(np.array([10**30], object), OPEN).column[0] == Decimal("9" * 36 + ".99")


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
        (pa.array([1.5]), "population must be a column of whole numbers; got 1.5"),
        (pa.array([2.0**60]), "population must be a column of whole numbers"),
        (np.array([[1, 2]]), "population must be a flat column; got 'an array of 2 dimensions'"),
        (np.array([1, "2"], object), "population must be a column of whole numbers; got '2'"),
        (pd.Series([1, True], dtype=object), "population must be a column of whole numbers"),
        (np.array([1j]), "population must be a column of values of one kind; got 'complex128'"),
        (pa.array(["36297"]), "population must be a column of whole numbers"),
        (pa.array([True]), "population must be a column of whole numbers"),
        (pa.array([5, -1]), "population must be a column of inhabitants, not negative; got -1"),
        ([36_297], "population must be a numpy array, an Arrow array or a series"),
    ],
    ids="part,float,2-D,mixed,bool in objects,complex,text,bool,negative,list".split(","),
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


# --- any rule ---------------------------------------------------------------------------------


def by_rules(*rules: FeeRule, **fields: Any) -> FeeSchedule:
    """
    Return a schedule of these rules.
    """
    return FeeSchedule(
        network="Esimerkkiverkosto", term=Term(2025, 2026), rules=rules, source="tarjous", **fields
    )


def scalar(fees: FeeSchedule, population: int | None, **facts: Any) -> Decimal | None:
    """
    The scalar answer, or nothing where there is no exact fee.
    """
    if population is None or None in facts.values():
        return None
    try:
        return fee(evolve(fees, vat=None), 2025, population=population, **facts).exactly()
    except (NoFeeKnown, FeeNotExact):
        return None


AMOUNTS = st.integers(0, 10**9).map(lambda cents: Decimal(cents) / 100)
LARGE = AMOUNTS | st.just(Decimal("9" * 20 + ".99"))
STATED = LARGE.map(Amount) | AMOUNTS.map(Amount.at_most) | AMOUNTS.map(Amount.at_least)
LEAVES = st.one_of(
    st.builds(FlatFee, STATED),
    st.just(FlatFee(ForeignAmount(6_000, "USD", Amount(Decimal(5_600))))),
    st.just(BracketFee(SHARED.brackets)),
    st.just(BracketFee(HUGE.brackets[:1])),
    st.builds(PerInhabitant, st.decimals(0, 10**4, places=5)),
    st.sampled_from(
        [
            FrameShare.by(Weight.INHABITANTS),
            FrameShare.by(Weight.EQUALLY, Percentage(Decimal("12.5"))),
            FrameShare([WeightPart(Weight.INHABITANTS, 1), WeightPart(Weight.WAGES, 2)]),
        ]
    ),
    st.builds(Percentage, st.decimals(0, 200, places=3)),
)


def around(rules: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """
    Put a rule around others.
    """
    limits = st.tuples(LARGE, LARGE).map(sorted)
    return st.one_of(
        st.builds(
            lambda rule, ends: Limited(rule, minimum=ends[0], maximum=ends[1]), rules, limits
        ),
        st.builds(lambda rule, end: Limited(rule, minimum=end), rules, LARGE),
        st.builds(lambda rule, end: Limited(rule, maximum=end), rules, LARGE),
        st.builds(lambda rule: Indexed(rule, Decimal("97.3"), "indeksi"), rules),
        st.builds(
            lambda rule, percent, back: FirstYear(rule, percent=percent, returning=back),
            rules,
            st.integers(0, 100),
            st.none() | st.booleans(),
        ),
        st.builds(lambda rule: FirstYear(rule, by_months=True, returning=True), rules),
        st.builds(lambda rule, back: EntryFee(rule, returning=back), rules, st.integers(0, 100)),
        st.builds(Rounded, rules, st.sampled_from(Rounding), st.sampled_from(RoundingUnit)),
    )


RULES = st.builds(
    Rounded,
    st.recursive(LEAVES, around, max_leaves=4),
    st.sampled_from(Rounding),
    st.sampled_from(RoundingUnit),
)
ROWS = st.lists(
    st.tuples(
        st.none() | st.integers(0, 60_000) | st.just(30_000),
        st.none() | st.integers(0, 10**12),
        st.none() | st.integers(1, 12),
    ),
    max_size=8,
)


@pytest.mark.slow
@settings(max_examples=400)
@given(
    rules=st.lists(RULES, min_size=1, max_size=2),
    rows=ROWS,
    status=st.sampled_from(MemberStatus),
    frame=LARGE,
    each=st.booleans(),
)
def test_any_rule_equals_the_scalar_call(
    rules: list[FeeRule],
    rows: list[tuple[int | None, int | None, int | None]],
    status: MemberStatus,
    frame: Decimal,
    each: bool,
) -> None:
    """
    Whatever the rules, each row is what the scalar call gives exactly, at once or row by row.
    """
    fees = by_rules(*rules)
    people, wages, months = (
        (list(column) for column in zip(*rows, strict=True)) if rows else ([], [], [])
    )
    same = {"total_population": 60_000, "frame": frame, "members": 7, "status": status}
    wanted = [
        scalar(
            fees,
            one,
            months=month,
            weights={Weight.WAGES: (wage, 10**12)},
            index=Decimal("1.07"),
            **same,
        )
        if wage is not None
        else None
        for one, wage, month in zip(people, wages, months, strict=True)
    ]
    present = [None not in row for row in rows]
    index: Any = (
        pa.array([Decimal("1.07")] * len(rows), pa.decimal128(5, 2)) if each else Decimal("1.07")
    )
    found = annual_fees(
        pa.array(people, pa.int64()),
        fees,
        weights={Weight.WAGES: (pa.array(wages, pa.int64()), 10**12)},
        months=pa.array(months, pa.int8()),
        index=index,
        **same,
    )
    assert found.column.to_pylist() == wanted
    assert found.not_known == sum(
        here and answer is None for here, answer in zip(present, wanted, strict=True)
    )


PEOPLE = pa.array([2_200, 36_297, None], pa.int64())
SUNNE = by_rules(Limited(PerInhabitant(Decimal("0.45")), minimum=Decimal(5_000)))


def test_every_fact_may_be_a_column() -> None:
    """
    Facts that differ from row to row are followed row by row, terms as texts.
    """
    fees = by_rules(
        FirstYear(
            FrameShare([WeightPart(Weight.EQUALLY, 1), WeightPart(Weight.INHABITANTS, 1)]),
            by_months=True,
        ),
        vat=Vat(VatTreatment.ON_TOP),
    )
    found = annual_fees(
        np.array([500, 500, 250, 500]),
        fees,
        total_population=pa.array([1_000, 1_000, 1_000, 1_000]),
        frame=pa.array([Decimal(2_400), Decimal(4_800), Decimal(2_400), Decimal(2_400)]),
        members=pa.array([2, 2, 4, 2]),
        status=pd.Series(["uusi jäsen", "jatkava jäsen", "uusi jäsen", "uusi jäsen"]),
        months=pl.Series([6, 6, 12, 6]),
    )
    assert list(found.column) == [Decimal(600), Decimal(2_400), Decimal(600), Decimal(600)]
    assert found.not_known == 0


def test_the_type_of_the_column_stays() -> None:
    """
    A rule's fees come back in the type of the population, chunks and all.
    """
    chunked = pa.chunked_array([PEOPLE[:1], PEOPLE[1:]])
    found = annual_fees(chunked, SUNNE).column
    assert isinstance(found, pa.ChunkedArray)
    assert found.to_pylist() == [Decimal("5000.00"), Decimal("16333.65"), None]
    assert annual_fees(pl.Series([10]), SUNNE).column.to_list() == [Decimal("5000.00")]
    assert annual_fees(pa.array([], pa.int64()), SUNNE).column.to_pylist() == []


def test_more_than_64_bits() -> None:
    """
    What 64 bits cannot hold is counted with Python's own integers.
    """
    people = pa.array([2**64 - 1, 0], pa.uint64())
    assert annual_fees(people, by_rules(PerInhabitant(Decimal("0.5")))).column.to_pylist() == [
        Decimal(2**63 * 100 - 50) / 100,
        Decimal(0),
    ]


FINE = Decimal("0." + "0" * 20 + "1")


@pytest.mark.parametrize(
    ("rule", "facts", "expected"),
    [
        pytest.param(
            PerInhabitant(Decimal("0.005")), {}, ["11.00", None, "0.01"], id="exact in the end"
        ),
        pytest.param(
            Rounded(PerInhabitant(FINE), Rounding.UP), {}, ["0.01", None, "0.01"], id="very fine"
        ),
        pytest.param(
            FirstYear(FlatFee(Decimal(12)), by_months=True),
            {"status": MemberStatus.NEW, "months": 5},
            ["5.00", None, "5.00"],
            id="the same months for all",
        ),
        pytest.param(
            FirstYear(FlatFee(Decimal(0)), percent=50),
            {"status": MemberStatus.RETURNING},
            [None, None, None],
            id="in doubt, whatever the sum",
        ),
        pytest.param(
            FrameShare.by(Weight.WAGES),
            {"frame": Decimal(8), "weights": {Weight.WAGES: (1, 4)}},
            ["2.00", None, "2.00"],
            id="the same wages for all",
        ),
    ],
)
def test_a_rule_at_once(rule: FeeRule, facts: dict[str, Any], expected: list[str | None]) -> None:
    """
    Facts that are the same for all, and rates as fine as they come.
    """
    people = pa.array([2_200, None, 2], pa.int32())
    found = annual_fees(people, by_rules(rule), **facts)
    assert found.column.to_pylist() == [None if one is None else Decimal(one) for one in expected]
    assert found.not_known == (2 if expected == [None] * 3 else 0)


WAGES = by_rules(FrameShare.by(Weight.WAGES))


@pytest.mark.parametrize(
    ("fees", "facts", "error", "message"),
    [
        (WAGES, {}, FactMissing, "without frame "),
        (WAGES, {"frame": Decimal(1)}, FactMissing, r"without weights\[Weight.WAGES\] "),
        (
            WAGES,
            {"frame": Decimal(1), "weights": {Weight.WAGES: (pa.array([1, 2]), 5)}},
            InvalidValue,
            r"weights\[Weight.WAGES\] must be as long as population, 3 rows; got '2 rows'",
        ),
        (
            WAGES,
            {"frame": Decimal(1), "weights": {Weight.WAGES: (pa.array([1, 2, 6]), 5)}},
            InvalidValue,
            r"weights\[Weight.WAGES\] must be a column of at most the total, 5; got 6",
        ),
        (
            WAGES,
            {"frame": Decimal(1), "weights": {Weight.WAGES: (pa.array([1, 2, -6]), 5)}},
            InvalidValue,
            r"weights\[Weight.WAGES\] must be a column of numbers, not negative; got -6",
        ),
        (WAGES, {"weights": {Weight.WAGES: 5}}, InvalidValue, "must be a pair: own, and of all"),
        (WAGES, {"weights": {Weight.WAGES: (1, 2, 3)}}, InvalidValue, "must be a pair: own, and"),
        (WAGES, {"weights": [5]}, InvalidValue, "weights must be a mapping of Weight to a pair"),
        (
            by_rules(FrameShare.by(Weight.INHABITANTS)),
            {"frame": Decimal(1), "total_population": 40_000 - 5_000},
            InvalidValue,
            "population must be a column of at most the total, 35000; got 36297",
        ),
        (
            by_rules(FirstYear(FlatFee(Decimal(12)), by_months=True)),
            {"status": MemberStatus.NEW, "months": pa.array([1, 13, 2])},
            InvalidValue,
            "months must be a column of whole numbers from 1 to 12",
        ),
        (
            by_rules(FirstYear(FlatFee(Decimal(12)), by_months=True)),
            {"status": MemberStatus.NEW},
            FactMissing,
            "without months ",
        ),
        (
            by_rules(FlatFee(Decimal(12))),
            {"status": pa.array(["uusi", "uusi", "uusi"])},
            InvalidValue,
            "status must be one of uusi jäsen, palaava jäsen, jatkava jäsen; got 'uusi'",
        ),
        (
            by_rules(FlatFee(ForeignAmount(1, "USD"))),
            {},
            FactMissing,
            "without in_euros ",
        ),
        (
            by_rules(PerInhabitant(Decimal("0.333"))),
            {},
            InvalidValue,
            "Rounded rule that names how it is rounded; got '732.600000'|got '12086.901000'",
        ),
        (
            by_rules(FlatFee(Decimal(12), per=FeePeriod.TERM)),
            {},
            FeeNotExact,
            "charged for: kausi",
        ),
        (
            FeeSchedule(
                network="x", term=Term(2025, 2026), rules=PerInhabitant(1, per=None), source="y"
            ),
            {},
            FeeNotExact,
            "charged for: not said",
        ),
    ],
)
def test_facts_are_looked_at(
    fees: FeeSchedule, facts: dict[str, Any], error: type[Exception], message: str
) -> None:
    """
    What is missing or cannot be right is named, as in the scalar call.
    """
    with pytest.raises(error, match=message):
        annual_fees(PEOPLE, fees, **facts)
