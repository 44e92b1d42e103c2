from __future__ import annotations

import pickle
from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal, localcontext
from typing import Any

import pytest
from attrs import evolve
from attrs.exceptions import FrozenInstanceError
from hypothesis import given
from hypothesis import strategies as st

from kuntapaatos.errors import FeeNotExact, InvalidAmount, InvalidValue, NoFeeKnown, NotADay
from kuntapaatos.fees import USO_2025_2026, FeeBracket, FeeSchedule, Term, annual_fee

FEE = Decimal("12000.00")
TEXT: Any = "9000"
FLOAT: Any = 45e3
BARE: Any = (3, 4, FEE)
NUMBER: Any = 2025
ALONE: Any = FeeBracket(1, 2, FEE)
# Made up, to have a gap and an open end.
SCHEDULE = FeeSchedule(
    network="Esimerkkiverkosto",
    term=Term(2025, 2026),
    brackets=[
        FeeBracket(60_000, None, Decimal(20000)),
        FeeBracket(5_000, 8_999, Decimal(8000)),
        FeeBracket(9_000, 45_000, Decimal(12000)),
    ],
    source="Esimerkki",
    population_on=date(2024, 12, 31),
)


@pytest.mark.parametrize(
    ("term", "years", "shown"),
    [
        pytest.param(Term(2025, 2026), (2025, 2026), "2025–2026", id="two years"),
        pytest.param(Term(2025, 2025), (2025,), "2025", id="one year"),
        pytest.param(Term(1900, 1902), (1900, 1901, 1902), "1900–1902", id="the earliest"),
        pytest.param(Term(2200, 2200), (2200,), "2200", id="the latest"),
    ],
)
def test_term(term: Term, years: tuple[int, ...], shown: str) -> None:
    """
    A term is whole calendar years, the first and the last included.
    """
    assert term.years == years
    assert str(term) == shown


@given(first=st.integers(1900, 2200), last=st.integers(1900, 2200))
def test_years_of_a_term(first: int, last: int) -> None:
    """
    A term has one year more than lies between its ends, and none when they are swapped.
    """
    if first <= last:
        assert len(Term(first, last).years) == last - first + 1
    else:
        with pytest.raises(InvalidValue, match=f"^last_year must be {first} or later; got {last}$"):
            Term(first, last)


@pytest.mark.parametrize("year", [1899, 2201, 25, "2025", 2025.0, True, None, date(2025, 1, 1)])
def test_no_year(year: int) -> None:
    """
    A year is a whole number from 1900 to 2200.
    """
    with pytest.raises(InvalidValue, match=r"^first_year must be an int from 1900 to 2200; got "):
        Term(year, 2026)
    with pytest.raises(InvalidValue, match=r"^last_year must be an int from 1900 to 2200; got "):
        Term(2025, year)


@pytest.mark.parametrize(
    ("population", "fee"),
    [
        pytest.param(9_000, FEE, id="the fewest"),
        pytest.param(36_297, FEE, id="Kajaani"),
        pytest.param(45_000, FEE, id="the most"),
    ],
)
def test_known_fee(population: int, fee: Decimal) -> None:
    """
    "9 000 - 45 000 asukkaan kunnan osallistumismaksu on 12 000 euroa vuodessa."
    """
    assert annual_fee(USO_2025_2026, population) == fee
    assert str(annual_fee(USO_2025_2026, population)) == "12000.00"


@pytest.mark.parametrize(
    ("population", "below", "above"),
    [
        pytest.param(0, None, "9000-45000", id="nobody"),
        pytest.param(8_999, None, "9000-45000", id="one fewer"),
        pytest.param(45_001, "9000-45000", None, id="one more"),
        pytest.param(10**12, "9000-45000", None, id="very many"),
    ],
)
def test_fee_not_known(population: int, below: str | None, above: str | None) -> None:
    """
    Outside the known bracket no fee is known: it is never zero, never extrapolated.
    """
    with pytest.raises(NoFeeKnown) as caught:
        annual_fee(USO_2025_2026, population)
    assert (caught.value.population, caught.value.below, caught.value.above) == (
        population,
        below,
        above,
    )
    assert str(caught.value) == (
        f"no fee is known for {population} inhabitants; nearest known brackets: 9000-45000"
    )
    again = pickle.loads(pickle.dumps(caught.value))
    assert str(again) == str(caught.value)


def test_known_terms() -> None:
    """
    The schedule says which years it holds for, and who says so.
    """
    assert USO_2025_2026.term == Term(2025, 2026)
    assert "KAJDno-2024-1799" in USO_2025_2026.source
    assert USO_2025_2026.population_on is None


@pytest.mark.parametrize(
    ("population", "fee"),
    [
        pytest.param(5_000, "8000.00", id="the lowest bracket"),
        pytest.param(8_999, "8000.00", id="its upper end"),
        pytest.param(9_000, "12000.00", id="the next one"),
        pytest.param(60_000, "20000.00", id="the open one"),
        pytest.param(10**9, "20000.00", id="without an end"),
    ],
)
def test_brackets(population: int, fee: str) -> None:
    """
    Both ends of a bracket are included, and an open one has no upper end.
    """
    assert str(annual_fee(SCHEDULE, population)) == fee


def test_gap() -> None:
    """
    Between two brackets nothing is known, and the error names both.
    """
    with pytest.raises(NoFeeKnown, match=r"brackets: 9000-45000 and 60000 or more$"):
        annual_fee(SCHEDULE, 50_000)


SHARED = evolve(
    SCHEDULE,
    brackets=[
        FeeBracket(0, 2_999, Decimal(150)),
        FeeBracket(3_000, 5_000, Decimal(200)),
        FeeBracket(5_000, 10_000, Decimal(300)),
    ],
)


@pytest.mark.parametrize(
    ("population", "fee"),
    [
        (2_999, "150.00"),
        (3_000, "200.00"),
        (4_999, "200.00"),
        (5_001, "300.00"),
        (10_000, "300.00"),
    ],
)
def test_beside_a_shared_edge(population: int, fee: str) -> None:
    """
    "3 000 - 5 000 asukasta, 5 000 - 10 000 asukasta": one inhabitant less or more, and it is clear.
    """
    assert str(annual_fee(SHARED, population)) == fee


def test_shared_edge() -> None:
    """
    An edge that two brackets share as printed has no exact fee; the error names both.
    """
    with pytest.raises(FeeNotExact) as caught:
        annual_fee(SHARED, 5_000)
    assert str(caught.value) == (
        "the fee of 5000 inhabitants, the edge of two brackets, is not exact: 200,00 € or 300,00 €"
    )


def test_no_brackets() -> None:
    """
    A schedule without brackets knows no fee.
    """
    with pytest.raises(NoFeeKnown, match=r"for 10 inhabitants; the schedule has no brackets$"):
        annual_fee(evolve(SCHEDULE, brackets=()), 10)


@pytest.mark.parametrize("population", [-1, 36297.0, True, "36297", None, Decimal(36297)])
def test_no_population(population: int) -> None:
    """
    Inhabitants are a whole number, not negative.
    """
    with pytest.raises(InvalidValue, match=r"^population must be an int of inhabitants, not neg"):
        annual_fee(USO_2025_2026, population)


def test_no_schedule() -> None:
    """
    A fee is asked of a schedule.
    """
    schedule: Any = "USO"
    with pytest.raises(InvalidValue, match=r"^schedule must be a FeeSchedule; got 'USO'$"):
        annual_fee(schedule, 36_297)


@given(
    ends=st.lists(st.integers(0, 100_000), unique=True, min_size=2, max_size=20),
    population=st.integers(0, 100_000),
)
def test_what_is_known_is_a_bracket(ends: list[int], population: int) -> None:
    """
    A fee is known exactly where one bracket covers the population, and is its fee.
    """
    ends.sort()
    brackets = [
        FeeBracket(low, high, Decimal(low))
        for low, high in zip(ends[::2], ends[1::2], strict=False)
    ]
    schedule = evolve(SCHEDULE, brackets=reversed(brackets))
    assert list(schedule.brackets) == brackets
    covering = [b for b in brackets if b.high is not None and b.low <= population <= b.high]
    if covering:
        assert annual_fee(schedule, population) == covering[0].annual_fee
    else:
        with pytest.raises(NoFeeKnown):
            annual_fee(schedule, population)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        pytest.param(
            lambda: FeeBracket(-1, 10, FEE),
            "low must be an int of inhabitants, not negative; got -1",
            id="below zero",
        ),
        pytest.param(lambda: FeeBracket(True, 10, FEE), "low must be an int", id="a bool"),
        pytest.param(lambda: FeeBracket(TEXT, None, FEE), "low must be an int", id="a text"),
        pytest.param(
            lambda: FeeBracket(10, 9, FEE),
            "high must be an int of inhabitants, 10 or more, or None; got 9",
            id="the wrong way round",
        ),
        pytest.param(lambda: FeeBracket(10, FLOAT, FEE), "high must be an int", id="a float"),
        pytest.param(lambda: evolve(SCHEDULE, network=""), "network must be a text", id="no name"),
        pytest.param(lambda: evolve(SCHEDULE, source=" "), "source must be a text", id="no source"),
        pytest.param(
            lambda: evolve(SCHEDULE, source=NUMBER), "source must be a text", id="a number"
        ),
        pytest.param(
            lambda: evolve(SCHEDULE, term=NUMBER), "term must be a Term; got 2025", id="a year"
        ),
        pytest.param(
            lambda: evolve(SCHEDULE, brackets=ALONE),
            "brackets must be a collection of FeeBracket; got FeeBracket",
            id="one bracket alone",
        ),
        pytest.param(
            lambda: evolve(SCHEDULE, brackets=[FeeBracket(1, 2, FEE), BARE]),
            r"brackets\[1\] must be a FeeBracket; got \(3, 4",
            id="a bare tuple",
        ),
        pytest.param(
            lambda: evolve(SCHEDULE, brackets=[FeeBracket(5, 9, FEE), FeeBracket(1, 6, FEE)]),
            "brackets must be without overlaps; got '1-6, 5-9'",
            id="more than a shared end",
        ),
        pytest.param(
            lambda: evolve(SCHEDULE, brackets=[FeeBracket(5, 9, FEE), FeeBracket(1, None, FEE)]),
            "brackets must be without overlaps; got '1 or more, 5-9'",
            id="an open one that is not the last",
        ),
        pytest.param(
            lambda: evolve(SCHEDULE, brackets=[FeeBracket(5, 9, FEE), FeeBracket(9, 9, FEE)]),
            "brackets must be without overlaps; got '5-9, 9-9'",
            id="an edge that is all of a bracket",
        ),
        pytest.param(
            lambda: evolve(SCHEDULE, brackets=2 * (FeeBracket(5, 9, FEE),)),
            "brackets must be without overlaps; got '5-9, 5-9'",
            id="the same twice",
        ),
    ],
)
def test_refused(make: Callable[[], object], message: str) -> None:
    """
    What cannot be right is refused when the value is made.
    """
    with pytest.raises(InvalidValue, match=f"^{message}") as caught:
        make()
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)


@pytest.mark.parametrize("fee", [12000.0, True, "12000", None, Decimal("0.001"), Decimal(-1)])
def test_no_fee(fee: Decimal) -> None:
    """
    A fee is an amount of whole cents.
    """
    with pytest.raises(InvalidAmount):
        FeeBracket(9_000, 45_000, fee)


@pytest.mark.parametrize("day", ["2024-12-31", datetime(2024, 12, 31, tzinfo=UTC), 2024])
def test_no_day_of_population(day: date) -> None:
    """
    The number of inhabitants is that of a calendar day.
    """
    with pytest.raises(NotADay):
        evolve(SCHEDULE, population_on=day)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        pytest.param(
            FeeBracket(9_000, 45_000, Decimal(12000)),
            "9 000–45 000 asukasta: 12 000,00 € vuodessa",
            id="closed",
        ),
        pytest.param(
            FeeBracket(60_000, None, Decimal("20000.5")),
            "60 000 asukasta tai yli: 20 000,50 € vuodessa",
            id="open",
        ),
    ],
)
def test_bracket_in_finnish(value: FeeBracket, shown: str) -> None:
    """
    A bracket prints as a decision writes it.
    """
    assert str(value) == shown


@pytest.mark.parametrize("value", [Term(2025, 2026), FeeBracket(1, None, FEE), SCHEDULE])
def test_values_survive_pickle(value: object) -> None:
    """
    A value is the same after `pickle`, can be a key, and cannot be changed.
    """
    assert pickle.loads(pickle.dumps(value)) == value
    assert len({value, pickle.loads(pickle.dumps(value))}) == 1
    with pytest.raises(FrozenInstanceError):
        value.source = "another"  # type: ignore[attr-defined]


def test_the_callers_context_changes_nothing() -> None:
    """
    Under four digits a fee keeps its cents.
    """
    with localcontext() as context:
        context.prec = 4
        bracket = FeeBracket(9_000, 45_000, Decimal("12345.67"))
        schedule = evolve(SCHEDULE, brackets=(bracket,))
        assert str(annual_fee(schedule, 9_000)) == "12345.67"
        assert str(bracket) == "9 000–45 000 asukasta: 12 345,67 € vuodessa"
