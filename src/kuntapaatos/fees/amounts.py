"""
Sums as texts state them: exact, about, at most, at least, or between two.

A sum that is "about" or "at most" cannot be budgeted to the cent without saying so, so
it is never a bare `Decimal`.

>>> from decimal import Decimal
>>> print(Amount.about(Decimal(24000)))
noin 24 000,00 €
>>> Amount.at_most(Decimal(4_000_000)).exactly("the share")
Traceback (most recent call last):
    ...
kuntapaatos.errors.FeeNotExact: the share is not exact: enintään 4 000 000,00 €
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import Any, Generic, NamedTuple, TypeVar

from attrs import field, frozen

from kuntapaatos.checks import all_of, as_member, is_a
from kuntapaatos.errors import FeeNotExact, InvalidValue
from kuntapaatos.money import Rate, euros, from_cents, number, rate, to_cents, written
from kuntapaatos.shown import Value

__all__ = [
    "NEAR",
    "Amount",
    "Bounds",
    "Exactness",
    "ForeignAmount",
    "added",
    "amount_of",
    "together",
]


class Exactness(Enum):
    """
    How a text means a sum.

    >>> Exactness("enintään")
    <Exactness.AT_MOST: 'enintään'>
    """

    EXACT = "tarkka"
    """The sum as it stands."""
    ABOUT = "noin"
    """Above or below, by how much is not said."""
    JUST_UNDER = "vajaa"
    """A little less."""
    JUST_OVER = "runsas"
    """A little more."""
    AT_MOST = "enintään"
    """So much or less."""
    AT_LEAST = "vähintään"
    """So much or more."""
    BETWEEN = "väliltä"
    """From one sum to another, both included."""


def _exactness(given: Exactness | str) -> Exactness:
    return as_member("exactness", Exactness, given)


def _euros_or_none(value: Decimal | int | None) -> Decimal | None:
    return None if value is None else euros(value)


def _check_end(amount: Amount, _: object, up_to: Decimal | None) -> None:
    how = amount.exactness
    if how is not Exactness.ABOUT and (up_to is not None) is not (how is Exactness.BETWEEN):
        raise InvalidValue("up_to", up_to, "given where the sum lies between two, and only there")
    if up_to is not None and to_cents(up_to) <= to_cents(amount.euros):
        raise InvalidValue("up_to", up_to, f"more than {amount.euros}")


@frozen(repr=False)
class Amount(Value):
    """
    A sum of euros, and how exactly it is stated.

    Attributes:
        euros: Euros in whole cents; of a sum between two, the smaller one.
        exactness: How the text means it.
        up_to: The larger sum, included, where it lies between two, or about between two.

    Raises:
        InvalidAmount: A sum is no `Decimal`, is not finite, is below zero or finer
            than a cent.
        InvalidValue: *exactness* is none, or *up_to* does not go with it.

    >>> print(Amount(Decimal("12000")), Amount.between(Decimal(4000), Decimal(10000)), sep="; ")
    12 000,00 €; 4 000,00–10 000,00 €
    """

    euros: Decimal = field(converter=euros)
    exactness: Exactness = field(
        default=Exactness.EXACT, converter=_exactness, validator=is_a(Exactness)
    )
    up_to: Decimal | None = field(
        default=None, converter=_euros_or_none, validator=_check_end, kw_only=True
    )

    @classmethod
    def about(cls, euros: Decimal | int, up_to: Decimal | int | None = None) -> Amount:
        """Return a sum that is about so much (*noin*), or about between two."""
        return cls(euros, Exactness.ABOUT, up_to=up_to)

    @classmethod
    def at_most(cls, euros: Decimal | int) -> Amount:
        """Return a sum that is so much or less (*enintään*)."""
        return cls(euros, Exactness.AT_MOST)

    @classmethod
    def at_least(cls, euros: Decimal | int) -> Amount:
        """Return a sum that is so much or more (*vähintään*)."""
        return cls(euros, Exactness.AT_LEAST)

    @classmethod
    def between(cls, least: Decimal, most: Decimal) -> Amount:
        """
        Return a sum between two, both included; one that is known where they are the same.

        Raises:
            InvalidValue: *most* is below *least*.
        """
        if euros(least) == euros(most):
            return cls(least)
        return cls(least, Exactness.BETWEEN, up_to=most)

    @property
    def is_exact(self) -> bool:
        """Whether it can be budgeted to the cent."""
        return self.exactness is Exactness.EXACT

    @property
    def least(self) -> Decimal | None:
        """The euros that it is not below, as far as the text says; `None` where it does not."""
        if self.exactness in {Exactness.ABOUT, Exactness.JUST_UNDER, Exactness.AT_MOST}:
            return None
        return self.euros

    @property
    def most(self) -> Decimal | None:
        """The euros that it is not above, as far as the text says; `None` where it does not."""
        if self.exactness in {Exactness.EXACT, Exactness.JUST_UNDER, Exactness.AT_MOST}:
            return self.euros
        return self.up_to if self.exactness is Exactness.BETWEEN else None

    def exactly(self, what: str = "the sum") -> Decimal:
        """
        Return the euros of an exact sum.

        Args:
            what: What it is, for the error.

        Raises:
            FeeNotExact: It is about, at most, at least or between two.
        """
        if not self.is_exact:
            raise FeeNotExact(what, str(self))
        return self.euros

    def __str__(self) -> str:
        said = written(self.euros)
        if self.up_to is not None:
            said = f"{said.removesuffix(' €')}–{written(self.up_to)}"
        plain = self.exactness in {Exactness.EXACT, Exactness.BETWEEN}
        return said if plain else f"{self.exactness.value} {said}"


def amount_of(value: Decimal | int | Amount) -> Amount:
    """
    Return a sum as an `Amount`; a bare `Decimal` or `int` is exact.

    Raises:
        InvalidAmount: *value* is neither, or no sum of whole cents.

    >>> amount_of(Decimal("7.5"))
    Amount(euros=Decimal('7.50'))
    """
    return value if isinstance(value, Amount) else Amount(value)


# Near their sums, without a bound on either side that would be certain.
NEAR = {Exactness.ABOUT, Exactness.JUST_UNDER, Exactness.JUST_OVER}
Number = TypeVar("Number", int, Fraction)


class Bounds(NamedTuple, Generic[Number]):
    """
    A sum while it is counted: in whole cents, or as fine as it comes.

    Attributes:
        value: The sum; of one between two, the smaller one.
        exactness: How it is meant.
        up_to: The larger sum of one between two, or about between two.
    """

    value: Number
    exactness: Exactness = Exactness.EXACT
    up_to: Number | None = None


def together(parts: Iterable[Bounds[Number]], nothing: Number) -> Bounds[Number]:
    """
    Return the sum of several sums, as exact as they are.

    Args:
        parts: The sums.
        nothing: Zero, of their kind.

    Raises:
        InvalidValue: One is near its sum ("about") and another only bounded ("at most").
    """
    given = tuple(parts)
    kinds = {one.exactness for one in given} - {Exactness.EXACT}
    low = sum((one.value for one in given), nothing)
    high = sum((one.value if one.up_to is None else one.up_to for one in given), nothing)
    up_to = None if high == low else high
    if len(kinds) <= 1:
        return Bounds(low, kinds.pop() if kinds else Exactness.EXACT, up_to)
    if kinds <= NEAR:
        return Bounds(low, Exactness.ABOUT, up_to)
    if kinds & NEAR:
        said = ", ".join(sorted(kind.value for kind in kinds))
        raise InvalidValue("amounts", said, "near their sums, or between known ends")
    # What is at most so much may be nothing; what is at least so much has no end.
    at_most = Exactness.AT_MOST
    low -= sum((one.value for one in given if one.exactness is at_most), nothing)
    if Exactness.AT_LEAST in kinds:
        return Bounds(low, Exactness.AT_LEAST)
    return Bounds(low, Exactness.BETWEEN, high)


def _in_cents(amount: Amount) -> Bounds[int]:
    up_to = None if amount.up_to is None else to_cents(amount.up_to)
    return Bounds(to_cents(amount.euros), amount.exactness, up_to)


def added(amounts: Iterable[Amount]) -> Amount:
    """
    Return the sum of several amounts, as exact as they are.

    Exact sums give an exact one, "at most" and exact ones "at most", and so on; with one
    that lies between two, the sum lies between two.

    Args:
        amounts: One or more; none give exactly zero.

    Raises:
        InvalidValue: They are no amounts, or one is near its sum ("about") and another
            only bounded ("at most"), which have no common sum.

    >>> print(added([Amount(Decimal(5000)), Amount.about(Decimal(24000))]))
    noin 29 000,00 €
    >>> print(added([Amount.at_most(Decimal(100)), Amount.at_least(Decimal(50))]))
    vähintään 50,00 €
    """
    given = all_of("amounts", amounts, Amount, "several of Amount")
    total = together(map(_in_cents, given), 0)
    up_to = None if total.up_to is None else from_cents(total.up_to)
    return Amount(from_cents(total.value), total.exactness, up_to=up_to)


_CURRENCY = re.compile(r"[A-Z]{3}")


def _check_currency(_: object, attribute: Any, given: Any) -> None:
    fits = isinstance(given, str) and _CURRENCY.fullmatch(given)
    if not fits or given == "EUR":
        raise InvalidValue(attribute.name, given, 'a code of ISO 4217 that is not euros, as "DKK"')


def _foreign(value: Decimal | int) -> Rate:
    return rate(value, "sum")


@frozen(repr=False)
class ForeignAmount(Value):
    """
    A sum in another currency, with the euros that the text says it is worth.

    No rate of exchange is looked up: without a stated equivalent the euros are not known.

    Attributes:
        sum: In the other currency, as fine as it is stated.
        currency: Its code of ISO 4217, such as "DKK".
        in_euros: The equivalent that the text states; `None` when it states none.

    Raises:
        InvalidValue: *sum* is no number that is not negative, *currency* no code, or
            *in_euros* no `Amount`.

    >>> print(ForeignAmount(Decimal(75000), "DKK", Amount.about(Decimal(10000))))
    75 000 DKK (noin 10 000,00 €)
    """

    sum: Rate = field(converter=_foreign)
    currency: str = field(validator=_check_currency)
    in_euros: Amount | None = field(default=None, validator=is_a(Amount, type(None)))

    def __str__(self) -> str:
        equivalent = f" ({self.in_euros})" if self.in_euros is not None else ""
        return f"{number(self.sum)} {self.currency}{equivalent}"
