from __future__ import annotations

import pickle
from decimal import ROUND_UP, Decimal, Inexact, localcontext
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kuntapaatos.errors import InvalidAmount, InvalidValue
from kuntapaatos.money import (
    Rounding,
    RoundingUnit,
    euros,
    from_cents,
    grouped,
    rounded,
    split,
    to_cents,
    written,
)

CENTS = st.integers(0, 10**38 - 1)
SHARES = st.lists(
    st.integers(0, 10**12)
    | st.decimals(0, 10**6, places=6)
    | st.decimals(Decimal("1E-60"), Decimal("1E+60"), allow_nan=False, allow_infinity=False),
    min_size=1,
    max_size=20,
).filter(any)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param("12000", "12000.00", id="no decimals"),
        pytest.param("12000.5", "12000.50", id="one decimal"),
        pytest.param("24691.34", "24691.34", id="two decimals"),
        pytest.param("1.2300000", "1.23", id="zeros beyond the cents"),
        pytest.param("12E+3", "12000.00", id="an exponent"),
        pytest.param("0", "0.00", id="nothing"),
        pytest.param("-0.00", "0.00", id="a negative zero"),
        pytest.param("0E+999999", "0.00", id="a zero with a huge exponent"),
        pytest.param("0E-999999", "0.00", id="a zero with a tiny exponent"),
        pytest.param("1E+30", "1" + 30 * "0" + ".00", id="beyond the default precision"),
        pytest.param("9" * 36 + ".99", "9" * 36 + ".99", id="the largest"),
    ],
)
def test_amount(given: str, expected: str) -> None:
    """
    An amount is euros with exactly two decimals.
    """
    amount = euros(Decimal(given))
    assert str(amount) == expected
    assert type(amount) is Decimal


@pytest.mark.parametrize(
    "given",
    [
        pytest.param(12000.0, id="a float"),
        pytest.param(True, id="a bool"),
        pytest.param("12000.00", id="a text"),
        pytest.param(None, id="nothing"),
        pytest.param(Decimal("NaN"), id="no number"),
        pytest.param(Decimal("sNaN"), id="a signalling no number"),
        pytest.param(Decimal("Infinity"), id="infinity"),
        pytest.param(Decimal("-Infinity"), id="minus infinity"),
        pytest.param(Decimal("-0.01"), id="below zero"),
        pytest.param(Decimal("-1E+999999"), id="far below zero"),
        pytest.param(Decimal("0.001"), id="a tenth of a cent"),
        pytest.param(Decimal("0.015"), id="a cent and a half"),
        pytest.param(Decimal("1E-999999"), id="as good as nothing"),
        pytest.param(Decimal("12000." + 3000 * "0" + "1"), id="a long fraction"),
    ],
)
def test_no_amount(given: Decimal) -> None:
    """
    What is no `Decimal`, not finite, below zero or finer than a cent is refused.
    """
    for take in (euros, to_cents, written):
        with pytest.raises(InvalidAmount, match=r"^amount must be an int or a Decimal of euros"):
            take(given)
    with pytest.raises(InvalidAmount):
        split(given, (1, 1))


@pytest.mark.parametrize("given", ["1E+36", "1E+999999", "9E+400"])
def test_too_large(given: str) -> None:
    """
    An amount has at most 38 digits; a larger one is refused by a sentence.
    """
    message = r"^amount must be below 1E\+36 euros; got Decimal"
    for take in (euros, to_cents, written):
        with pytest.raises(InvalidValue, match=message):
            take(Decimal(given))
    with pytest.raises(InvalidValue, match=message):
        rounded(Decimal(given), Rounding.DOWN)


@given(cents=CENTS)
def test_cents_and_back(cents: int) -> None:
    """
    "[...] One euro shall be divided into one hundred cent." (974/98, Article 2)
    """
    amount = from_cents(cents)
    assert to_cents(amount) == cents == Fraction(amount) * 100
    assert euros(amount) == amount
    assert amount.as_tuple().exponent == -2


@pytest.mark.parametrize("given", [-1, 10**38, True, 1.0, Decimal(1), "1", None])
def test_no_cents(given: int) -> None:
    """
    Cents are a whole number from 0 up to 38 digits.
    """
    with pytest.raises(InvalidValue, match=r"^cents must be an int from 0 to 38 digits; got "):
        from_cents(given)


@pytest.mark.parametrize(
    ("amount", "half_up", "half_even", "up", "down"),
    [
        pytest.param("0.125", "0.13", "0.12", "0.13", "0.12", id="half over an even cent"),
        pytest.param("0.135", "0.14", "0.14", "0.14", "0.13", id="half over an odd cent"),
        pytest.param("0.1349", "0.13", "0.13", "0.14", "0.13", id="below a half"),
        pytest.param("0.1251", "0.13", "0.13", "0.13", "0.12", id="above a half"),
        pytest.param("0.12", "0.12", "0.12", "0.12", "0.12", id="whole cents"),
        pytest.param("0.005", "0.01", "0.00", "0.01", "0.00", id="half a cent"),
        pytest.param("0.0009", "0.00", "0.00", "0.01", "0.00", id="less than a tenth of a cent"),
        pytest.param("1E-999999", "0.00", "0.00", "0.01", "0.00", id="as good as nothing"),
        pytest.param("0E-999999", "0.00", "0.00", "0.00", "0.00", id="nothing"),
    ],
)
def test_rounding(amount: str, half_up: str, half_even: str, up: str, down: str) -> None:
    """
    Each way of rounding is named, and there is none unless it is.
    """
    expected = {
        Rounding.HALF_UP: half_up,
        Rounding.HALF_EVEN: half_even,
        Rounding.UP: up,
        Rounding.DOWN: down,
    }
    assert {way: str(rounded(Decimal(amount), way)) for way in Rounding} == expected


@given(amount=st.decimals(0, 10**9, places=5), rounding=st.sampled_from(Rounding))
def test_rounding_stays_within_a_cent(amount: Decimal, rounding: Rounding) -> None:
    """
    Rounding moves an amount by less than a cent, to the nearest by half of one at most.
    """
    moved = abs(Fraction(rounded(amount, rounding)) - Fraction(amount)) * 100
    if rounding in {Rounding.UP, Rounding.DOWN}:
        assert moved < 1
    else:
        assert moved <= Fraction(1, 2)


@pytest.mark.parametrize("amount", [1.5, 1, "1.5", None, Decimal("NaN"), Decimal(-1)])
def test_nothing_to_round(amount: Decimal) -> None:
    """
    Only a finite `Decimal`, not negative, is rounded.
    """
    with pytest.raises(InvalidValue, match=r"^amount must be a Decimal, finite and not negative; "):
        rounded(amount, Rounding.HALF_UP)


@pytest.mark.parametrize("rounding", ["ROUND_HALF_UP", 5, None])
def test_unknown_rounding(rounding: Rounding) -> None:
    """
    A way of rounding is a member of `Rounding`.
    """
    with pytest.raises(
        InvalidValue, match=r"^rounding must be a (member of )?Rounding(; got |, such as )"
    ):
        rounded(Decimal("0.125"), rounding)


@pytest.mark.parametrize(
    ("amount", "shares", "expected"),
    [
        pytest.param("100", (1, 1, 1), "33.34 33.33 33.33", id="a tie goes to the earliest"),
        pytest.param("0.02", (1, 1, 1), "0.01 0.01 0.00", id="fewer cents than shares"),
        pytest.param("0.01", (1, 2), "0.00 0.01", id="the largest remainder"),
        pytest.param("0.05", (1, 0, 1), "0.03 0.00 0.02", id="a share of zero gets nothing"),
        pytest.param("0", (3, 4), "0.00 0.00", id="nothing to split"),
        pytest.param("12000", (7,), "12000.00", id="one share"),
        pytest.param("12000", (36297, 33533), "6237.49 5762.51", id="two towns, by inhabitants"),
        pytest.param("10", (Decimal("0.5"), 1, Decimal("1E+0")), "2.00 4.00 4.00", id="mixed"),
        pytest.param("10", (Decimal("0E-999999"), 1), "0.00 10.00", id="a zero of its own kind"),
        pytest.param("1", (Decimal("1E-100"), Decimal("1E+100")), "0.00 1.00", id="far apart"),
        pytest.param("1", (10**5000, 10**5000), "0.50 0.50", id="very long whole numbers"),
    ],
)
def test_split(amount: str, shares: tuple[int | Decimal, ...], expected: str) -> None:
    """
    Cents left over go to the largest remainders, ties to the earlier share.
    """
    parts = split(Decimal(amount), shares)
    assert " ".join(map(str, parts)) == expected
    assert split(Decimal(amount), iter(shares)) == parts


@given(cents=CENTS, shares=SHARES)
def test_parts_add_up(cents: int, shares: list[int | Decimal]) -> None:
    """
    Parts always add up to the amount, each less than a cent from its exact share.
    """
    parts = split(from_cents(cents), shares)
    assert sum(map(to_cents, parts)) == cents
    total = sum(map(Fraction, shares))
    for part, share in zip(parts, shares, strict=True):
        exact = cents * Fraction(share) / total
        assert abs(to_cents(part) - exact) < 1
        assert share or not part


@given(cents=CENTS, shares=SHARES)
def test_equal_shares_differ_by_a_cent(cents: int, shares: list[int | Decimal]) -> None:
    """
    Of two equal shares the earlier one gets as much as the later, or a cent more.
    """
    parts = split(from_cents(cents), [*shares, *shares])
    for earlier, later in zip(parts, parts[len(shares) :], strict=False):
        assert to_cents(earlier) - to_cents(later) in {0, 1}


@pytest.mark.parametrize(
    ("shares", "message"),
    [
        pytest.param((), "shares must be one or more, not all of them zero", id="none"),
        pytest.param((0, Decimal(0)), "shares must be one or more, not all of them", id="zeros"),
        pytest.param(3, "shares must be a sequence of ints or Decimals; got 3", id="a number"),
        pytest.param({1, 2}, "shares must be a sequence", id="a set, which has no order"),
        pytest.param("12", r"shares\[0\] must be an int or a Decimal, not negative", id="a text"),
        pytest.param((1, 0.5), r"shares\[1\] must be an int or a Decimal", id="a float"),
        pytest.param((True, 1), r"shares\[0\] must be an int or a Decimal", id="a bool"),
        pytest.param((1, -1), r"shares\[1\] must be an int or a Decimal", id="below zero"),
        pytest.param((1, Decimal(-1)), r"shares\[1\] must be an int", id="a Decimal below zero"),
        pytest.param((Decimal("NaN"),), r"shares\[0\] must be an int", id="no number"),
        pytest.param((Decimal("Infinity"),), r"shares\[0\] must be an int", id="infinity"),
        pytest.param((1, Decimal("1E+999999")), r"shares\[1\] must be an int", id="too large"),
        pytest.param((1, Decimal("1E-999999")), r"shares\[1\] must be an int", id="too small"),
    ],
)
def test_no_shares(shares: tuple[int | Decimal, ...], message: str) -> None:
    """
    Shares are whole numbers or Decimals, not negative and not all zero, in order.
    """
    with pytest.raises(InvalidValue, match=f"^{message}"):
        split(Decimal("100.00"), shares)


def test_the_callers_context_changes_nothing() -> None:
    """
    Four digits, another rounding and a trap on every inexact result: the same answers.
    """
    with localcontext() as context:
        context.prec = 4
        context.Emax, context.Emin = 3, -3
        context.rounding = ROUND_UP
        context.traps[Inexact] = True
        assert str(euros(Decimal("24691.34"))) == "24691.34"
        assert to_cents(Decimal("1E+30")) == 10**32
        assert str(rounded(Decimal("24691.344"), Rounding.HALF_UP)) == "24691.34"
        assert written(Decimal("24691.34")) == "24 691,34 €"
        parts = split(Decimal("24691.34"), (Decimal("1.00001"), Decimal("2.00002"), 0))
        assert [str(part) for part in parts] == ["8230.45", "16460.89", "0.00"]


@pytest.mark.parametrize(
    ("amount", "expected"),
    [
        pytest.param("0", "0,00 €", id="nothing"),
        pytest.param("0.05", "0,05 €", id="cents"),
        pytest.param("999.9", "999,90 €", id="no thousands"),
        pytest.param("1234567.89", "1 234 567,89 €", id="millions"),
    ],
)
def test_written(amount: str, expected: str) -> None:
    """
    A Finnish amount has a comma, its thousands apart, and the sign after it.
    """
    assert written(Decimal(amount)) == expected


def test_grouped() -> None:
    """
    Thousands stand apart.
    """
    assert [grouped(number) for number in (0, 999, 9000, 1234567)] == [
        "0",
        "999",
        "9 000",
        "1 234 567",
    ]


@pytest.mark.parametrize("way", Rounding)
def test_rounding_survives_pickle(way: Rounding) -> None:
    """
    A way of rounding is known by its Finnish name.
    """
    assert pickle.loads(pickle.dumps(way)) is way is Rounding(way.value)


@pytest.mark.parametrize("given", [1.5, Decimal("0.001"), Decimal("1E+40")])
def test_errors_survive_pickle(given: Decimal) -> None:
    """
    An error of this family says the same after `pickle`.
    """
    with pytest.raises((InvalidAmount, InvalidValue)) as caught:
        euros(given)
    again = pickle.loads(pickle.dumps(caught.value))
    assert type(again) is type(caught.value)
    assert str(again) == str(caught.value)
    assert again.args == caught.value.args


@pytest.mark.parametrize(
    ("amount", "unit", "message"),
    [
        ("100.00", None, "unit must be a member of RoundingUnit; got None"),
        ("100.50", RoundingUnit.EURO, "amount must be whole euros, to be split into whole euros"),
    ],
)
def test_no_whole_units(amount: str, unit: Any, message: str) -> None:
    """
    What is not whole in the unit of the parts is not split.
    """
    with pytest.raises(InvalidValue, match=f"^{message}"):
        split(Decimal(amount), (1, 1), unit=unit)


@given(euros=st.integers(0, 10**9), shares=st.lists(st.integers(0, 10**6), min_size=1).filter(any))
def test_whole_euros_add_up(euros: int, shares: list[int]) -> None:
    """
    Parts in whole euros add up to the sum too.
    """
    parts = split(Decimal(euros), shares, unit=RoundingUnit.EURO)
    assert sum(parts) == euros
    assert all(part % 1 == 0 for part in parts)


@pytest.mark.parametrize(
    ("tie", "up", "even"),
    [
        ("0.005", "0.01", "0.00"),
        ("0.015", "0.02", "0.02"),
        ("0.125", "0.13", "0.12"),
        ("0.135", "0.14", "0.14"),
        ("24.505", "24.51", "24.50"),
    ],
)
def test_half_a_cent(tie: str, up: str, even: str) -> None:
    """
    Exactly half a cent goes up, or to the even cent: below an odd one up, below an even one down.
    """
    amount = Decimal(tie)
    assert rounded(amount, Rounding.HALF_UP) == Decimal(up)
    assert rounded(amount, Rounding.HALF_EVEN) == Decimal(even)
