"""
Sums as texts state them: exact, about, at most, at least, or between two.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable
from decimal import Decimal, localcontext
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kuntapaatos.errors import FeeNotExact, InvalidAmount, InvalidValue
from kuntapaatos.fees import Amount, Exactness, ForeignAmount
from kuntapaatos.fees.amounts import added, amount_of
from kuntapaatos.money import Rate, rate

HUNDRED, FIFTY = Decimal("100.00"), Decimal("50.00")
NEAR = [Exactness.ABOUT, Exactness.JUST_UNDER, Exactness.JUST_OVER]
ANY: Any = None
NUMBER: Any = 100
FLOAT: Any = 7.5
SUMS = st.integers(0, 10**12).map(lambda cents: Decimal(cents) / 100)


@pytest.mark.parametrize(
    ("amount", "shown", "least", "most"),
    [
        pytest.param(Amount(HUNDRED), "100,00 €", HUNDRED, HUNDRED, id="exact"),
        pytest.param(Amount.about(HUNDRED), "noin 100,00 €", None, None, id="about"),
        pytest.param(
            Amount(HUNDRED, Exactness.JUST_UNDER), "vajaa 100,00 €", None, HUNDRED, id="just under"
        ),
        pytest.param(
            Amount(HUNDRED, Exactness.JUST_OVER), "runsas 100,00 €", HUNDRED, None, id="just over"
        ),
        pytest.param(Amount.at_most(HUNDRED), "enintään 100,00 €", None, HUNDRED, id="at most"),
        pytest.param(Amount.at_least(HUNDRED), "vähintään 100,00 €", HUNDRED, None, id="at least"),
        pytest.param(
            Amount.between(FIFTY, HUNDRED), "50,00–100,00 €", FIFTY, HUNDRED, id="between"
        ),
        pytest.param(Amount.between(FIFTY, FIFTY), "50,00 €", FIFTY, FIFTY, id="between equals"),
    ],
)
def test_amount(amount: Amount, shown: str, least: Decimal | None, most: Decimal | None) -> None:
    """
    A sum is printed as a text has it, and says what it is not below and not above.
    """
    assert str(amount) == shown
    assert (amount.least, amount.most) == (least, most)
    assert amount.is_exact is (least == most and least is not None)
    assert pickle.loads(pickle.dumps(amount)) == amount


def test_only_what_is_exact_is_given_as_exact() -> None:
    """
    Euros to the cent come out of an exact sum only; the error says what is open.
    """
    assert Amount(HUNDRED).exactly() == HUNDRED
    with pytest.raises(FeeNotExact, match=r"^the fee is not exact: enintään 100,00 €$"):
        Amount.at_most(HUNDRED).exactly("the fee")


@pytest.mark.parametrize(
    ("amounts", "total"),
    [
        pytest.param([], Amount(Decimal(0)), id="nothing"),
        pytest.param([Amount(HUNDRED), Amount(FIFTY)], Amount(Decimal(150)), id="exact"),
        pytest.param(
            [Amount(HUNDRED), Amount.about(FIFTY)], Amount.about(Decimal(150)), id="about"
        ),
        pytest.param(
            [Amount.at_most(HUNDRED), Amount(FIFTY)], Amount.at_most(Decimal(150)), id="at most"
        ),
        pytest.param(
            [Amount.at_least(HUNDRED), Amount(FIFTY)], Amount.at_least(Decimal(150)), id="at least"
        ),
        pytest.param(
            [Amount(HUNDRED, Exactness.JUST_OVER), Amount(HUNDRED, Exactness.JUST_UNDER)],
            Amount.about(Decimal(200)),
            id="just over and just under",
        ),
        pytest.param(
            [Amount.at_most(HUNDRED), Amount.at_least(FIFTY)],
            Amount.at_least(FIFTY),
            id="at most and at least",
        ),
        pytest.param(
            [Amount.between(FIFTY, HUNDRED), Amount.at_most(FIFTY)],
            Amount.between(FIFTY, Decimal(150)),
            id="between and at most",
        ),
        pytest.param(
            [Amount.between(FIFTY, HUNDRED), Amount.between(FIFTY, HUNDRED), Amount(FIFTY)],
            Amount.between(Decimal(150), Decimal(250)),
            id="between twice",
        ),
    ],
)
def test_added(amounts: list[Amount], total: Amount) -> None:
    """
    A sum of sums is as exact as they are, and no more.
    """
    assert added(amounts) == total


@pytest.mark.parametrize("near", NEAR)
def test_no_common_sum(near: Exactness) -> None:
    """
    About so much and at most so much have no sum that could be said.
    """
    with pytest.raises(InvalidValue, match=r"^amounts must be near their sums, or between"):
        added([Amount(HUNDRED, near), Amount.at_most(FIFTY)])


@given(sums=st.lists(SUMS, max_size=5), least=SUMS, more=SUMS)
def test_bounds_add_up(sums: list[Decimal], least: Decimal, more: Decimal) -> None:
    """
    The bounds of a sum are the sums of the bounds, whatever the caller's decimal context.
    """
    between = Amount.between(least, least + more)
    with localcontext() as context:
        context.prec = 3
        total = added([*map(Amount, sums), between])
    assert total.least == sum(sums) + least
    assert total.most == sum(sums) + least + more


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: Amount(HUNDRED, ANY), "exactness must be of type Exactness; got None"),
        (
            lambda: Amount(HUNDRED, Exactness.BETWEEN),
            "up_to must be given where the sum lies between",
        ),
        (lambda: Amount(HUNDRED, up_to=HUNDRED), "up_to must be given where the sum lies betw"),
        (
            lambda: Amount(HUNDRED, Exactness.BETWEEN, up_to=HUNDRED),
            "up_to must be more than 100.00",
        ),
        (lambda: Amount.between(HUNDRED, FIFTY), "up_to must be more than 100.00"),
        (lambda: ForeignAmount(HUNDRED, "euroa"), "currency must be a code of ISO 4217"),
        (lambda: ForeignAmount(HUNDRED, "EUR"), "currency must be a code of ISO 4217"),
        (lambda: ForeignAmount(HUNDRED, NUMBER), "currency must be a code of ISO 4217"),
        (lambda: ForeignAmount(HUNDRED, "DKK", NUMBER), "in_euros must be of type Amount or None"),
        (lambda: ForeignAmount(FLOAT, "DKK"), "sum must be an int or a Decimal"),
        (lambda: added(NUMBER), "amounts must be several of Amount"),
    ],
)
def test_refused(make: Callable[[], object], message: str) -> None:
    """
    What cannot be right is refused when the value is made.
    """
    with pytest.raises(InvalidValue, match=f"^{message}"):
        make()


def test_a_bare_sum_is_exact() -> None:
    """
    A `Decimal` or an `int` is an exact sum, and anything else that is no sum is refused.
    """
    whole: Any = 100
    part: Any = 100.0
    assert amount_of(whole) == Amount(HUNDRED)
    assert amount_of(HUNDRED) == Amount(HUNDRED)
    assert amount_of(Amount.about(FIFTY)) == Amount.about(FIFTY)
    with pytest.raises(InvalidAmount):
        amount_of(part)


@pytest.mark.parametrize(
    ("amount", "shown"),
    [
        (
            ForeignAmount(Decimal(6000), "USD", Amount.about(Decimal(5600))),
            "6 000 USD (noin 5 600,00 €)",
        ),
        (ForeignAmount(Decimal("0.50"), "NOK"), "0,5 NOK"),
    ],
)
def test_foreign(amount: ForeignAmount, shown: str) -> None:
    """
    A foreign sum is printed with the euros that the text states, or with none.
    """
    assert str(amount) == shown
    assert pickle.loads(pickle.dumps(amount)) == amount


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        (0, "0"),
        (Decimal("0.000"), "0"),
        (Decimal("-0"), "0"),
        (7, "7"),
        (Decimal("7.50"), "7.5"),
        (Decimal("0.00125"), "0.00125"),
        (Decimal("1.20E+1"), "12"),
        (Decimal("12E+3"), "12000"),
        (Decimal(100), "100"),
        (Decimal("1E-30"), "0." + "0" * 29 + "1"),
        (Decimal("9" * 36), "9" * 36),
    ],
)
def test_rate(given: Decimal | int, kept: str) -> None:
    """
    A rate is kept as fine as it is given, in one form.
    """
    found = rate(given)
    assert (type(found), str(found), repr(found)) == (Rate, kept, f"Rate('{kept}')")
    assert found == given
    assert pickle.loads(pickle.dumps(found)) == found


@pytest.mark.parametrize(
    "given",
    [-1, 7.5, True, "7.5", None, *map(Decimal, ["NaN", "Infinity", "-0.1", "1E+36", "1E-31"])],
)
def test_no_rate(given: Any) -> None:
    """
    A rate is an exact number that is not negative, neither huge nor endless.
    """
    with pytest.raises(InvalidValue, match=r"^rate must be an int or a Decimal, not negative"):
        rate(given)


@given(number=st.decimals(0, 10**12, places=12))
def test_rate_is_the_same_in_every_context(number: Decimal) -> None:
    """
    No digit of a rate depends on the caller's decimal context.
    """
    with localcontext() as context:
        context.prec = 2
        found = rate(number)
    assert found == number
    assert not (str(found).endswith("0") and "." in str(found))
