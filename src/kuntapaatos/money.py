"""
Exact euros: whole cents, named rounding, parts that add up.

Council Regulation (EC) No 974/98, Article 2: one euro is one hundred cents.

An amount is a `Decimal` of whole cents, finite and not negative; an `int` is so many
euros.  A `float` is refused, since 0.1 is no tenth.  All is computed in whole cents, so
that the caller's decimal context changes nothing.

>>> from decimal import Decimal, localcontext
>>> with localcontext() as context:
...     context.prec = 4
...     euros(Decimal("24691.34"))
Decimal('24691.34')
>>> split(Decimal("100.00"), (1, 1, 1))
(Decimal('33.34'), Decimal('33.33'), Decimal('33.33'))
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from enum import Enum
from math import lcm
from typing import Protocol, TypeGuard, runtime_checkable

from kuntapaatos.checks import as_int, as_member, check_type
from kuntapaatos.errors import InvalidAmount, InvalidValue

__all__ = [
    "Rate",
    "Rounding",
    "RoundingUnit",
    "Stated",
    "euros",
    "from_cents",
    "number",
    "rate",
    "rounded",
    "rounded_ratio",
    "split",
    "to_cents",
    "written",
]

# What a decimal of 128 bits holds, and so a column of amounts: 38 digits.
_MOST_CENTS = 10**38 - 1
_MOST_DIGITS_OF_EUROS = 36
# A share beyond these says nothing about money, and could fill the memory.
_SHARE_DIGITS = 100
_TENTH_OF_A_CENT = Decimal("0.001")
_MOST_DECIMALS = 30


class Rounding(Enum):
    """
    How an amount finer than a cent becomes whole cents.

    >>> Rounding("puolet ylös")
    <Rounding.HALF_UP: 'puolet ylös'>
    """

    HALF_UP = "puolet ylös"
    """To the nearest cent; half a cent goes up."""
    HALF_EVEN = "puolet parilliseen"
    """To the nearest cent; half a cent goes to the even one."""
    UP = "ylös"
    """To the next whole cent."""
    DOWN = "alas"
    """What is finer than a cent is left out."""


class RoundingUnit(Enum):
    """
    To what a sum is rounded.

    >>> RoundingUnit("euro")
    <RoundingUnit.EURO: 'euro'>
    """

    CENT = "sentti"
    """To whole cents."""
    EURO = "euro"
    """To whole euros."""

    @property
    def cents(self) -> int:
        """How many cents it is."""
        return 100 if self is RoundingUnit.EURO else 1


def _is_quantity(value: object) -> TypeGuard[Decimal]:
    # A NaN cannot be compared: ask whether it is finite first.  "-0" is zero.
    return isinstance(value, Decimal) and value.is_finite() and not value < 0


def _check_size(amount: Decimal) -> None:
    if amount.adjusted() >= _MOST_DIGITS_OF_EUROS:
        raise InvalidValue("amount", amount, "below 1E+36 euros")


class Rate(Decimal):
    """
    A number that sums are counted with, as fine as it is stated: a percentage, a price.

    A `Decimal` like any other, finite, not negative, without zeros at its end; `rate`
    makes it.

    >>> rate(Decimal("7.50")), rate(4)
    (Rate('7.5'), Rate('4'))
    """

    __slots__ = ()

    def __format__(self, spec: str, context: object = None, /) -> str:
        return super().__format__(spec or "f")

    def __str__(self) -> str:
        return format(self)

    def __repr__(self) -> str:
        return f"Rate('{self}')"


def rate(value: Decimal | int, name: str = "rate") -> Rate:
    """
    Return a number as a `Rate`.

    Args:
        value: A whole number or a `Decimal`, finite, not negative, below 1E+36, with at
            most 30 decimals.
        name: What it is, for the error.

    Raises:
        InvalidValue: *value* is something else.

    >>> rate(Decimal("1.20E+1"))
    Rate('12')
    """
    number = Decimal(value) if type(value) is int else value
    expected = "an int or a Decimal, not negative, below 1E+36, with at most 30 decimals"
    if not _is_quantity(number) or number.adjusted() >= _MOST_DIGITS_OF_EUROS:
        raise InvalidValue(name, value, expected)
    _, digits, exponent = number.as_tuple()
    figures = "".join(map(str, digits))
    bare = figures.rstrip("0").lstrip("0")
    places = len(figures.rstrip("0")) - len(figures) - int(exponent)
    if bare and places > _MOST_DECIMALS:
        raise InvalidValue(name, value, expected)
    if not bare:
        return Rate(0)
    if places <= 0:
        return Rate(bare + "0" * -places)
    bare = bare.rjust(places + 1, "0")
    return Rate(f"{bare[:-places]}.{bare[-places:]}")


def to_cents(amount: Decimal | int) -> int:
    """
    Return *amount* in whole cents.

    Args:
        amount: Euros, finite, not negative, not finer than a cent.

    Raises:
        InvalidAmount: *amount* is no `int` and no `Decimal`, is not finite, is below zero
            or finer than a cent.
        InvalidValue: *amount* is 10 to the power of 36 euros or more.

    >>> to_cents(Decimal("12000.5"))
    1200050
    """
    if not isinstance(amount, Decimal):
        whole: object = as_int(amount)
        if type(whole) is not int:
            raise InvalidAmount(amount)
        amount = Decimal(whole)
    if not _is_quantity(amount):
        raise InvalidAmount(amount)
    if amount.is_zero():
        return 0
    _check_size(amount)
    # Looked at first, so that the fraction is no longer than what was given.
    if amount.adjusted() < -2:
        raise InvalidAmount(amount)
    numerator, denominator = amount.as_integer_ratio()
    cents, rest = divmod(100 * numerator, denominator)
    if rest:
        raise InvalidAmount(amount)
    return cents


def from_cents(cents: int) -> Decimal:
    """
    Return whole *cents* as euros with two decimals.

    Args:
        cents: A whole number from 0 up to 38 digits.

    Raises:
        InvalidValue: *cents* is no `int`, is below zero or longer than 38 digits.

    >>> from_cents(1200050)
    Decimal('12000.50')
    """
    if type(cents) is not int or not 0 <= cents <= _MOST_CENTS:
        raise InvalidValue("cents", cents, "an int from 0 to 38 digits")
    return Decimal(f"{cents // 100}.{cents % 100:02}")


def euros(value: Decimal | int) -> Decimal:
    """
    Return *value* as an amount: euros with exactly two decimals.

    Nothing is rounded: what is finer than a cent is refused (see `rounded`).

    Args:
        value: Euros, finite, not negative, not finer than a cent.

    Raises:
        InvalidAmount: *value* is no `int` and no `Decimal`, is not finite, is below zero
            or finer than a cent.
        InvalidValue: *value* is 10 to the power of 36 euros or more.

    >>> euros(Decimal("12E+3"))
    Decimal('12000.00')
    >>> euros(12000)
    Decimal('12000.00')
    >>> euros(12000.00)
    Traceback (most recent call last):
        ...
    kuntapaatos.errors.InvalidAmount: amount must be an int or a Decimal of euros ...
    """
    return from_cents(to_cents(value))


def rounded(amount: Decimal, rounding: Rounding) -> Decimal:
    """
    Return *amount* rounded to whole cents, the way that is named.

    Args:
        amount: Euros, finite, not negative, as fine as they come.
        rounding: Which way; no rule says it for every fee, so there is no default.

    Raises:
        InvalidValue: *amount* is no `Decimal`, is not finite, is below zero or too
            large, or *rounding* is no `Rounding`.

    >>> rounded(Decimal("0.125"), Rounding.HALF_UP), rounded(Decimal("0.125"), Rounding.HALF_EVEN)
    (Decimal('0.13'), Decimal('0.12'))
    """
    if not _is_quantity(amount):
        raise InvalidValue("amount", amount, "a Decimal, finite and not negative")
    rounding = as_member("rounding", Rounding, rounding)
    check_type("rounding", rounding, Rounding, "a member of Rounding")
    if amount.is_zero():
        return from_cents(0)
    _check_size(amount)
    # All that is smaller rounds as this does, and 1E-999999999 would fill the memory.
    numerator, denominator = max(amount, _TENTH_OF_A_CENT).as_integer_ratio()
    return from_cents(rounded_ratio(100 * numerator, denominator, rounding))


def rounded_ratio(numerator: int, denominator: int, rounding: Rounding) -> int:
    """
    Return a fraction that is not negative as a whole number.

    >>> rounded_ratio(5, 2, Rounding.HALF_EVEN), rounded_ratio(5, 2, Rounding.HALF_UP)
    (2, 3)
    """
    whole, rest = divmod(numerator, denominator)
    if rounding is Rounding.UP:
        return whole + (rest > 0)
    if rounding is Rounding.HALF_UP:
        return whole + (2 * rest >= denominator)
    if rounding is Rounding.HALF_EVEN:
        return whole + (2 * rest + whole % 2 > denominator)
    return whole


def _weights(shares: object) -> list[int]:
    # A set has no order of its own, so that no part would have a fixed owner.
    if not isinstance(shares, Iterable) or isinstance(shares, set | frozenset):
        raise InvalidValue("shares", shares, "a sequence of ints or Decimals")
    fractions: list[tuple[int, int]] = []
    for place, share in enumerate(shares):
        if type(share) is int and share >= 0:
            fractions.append((share, 1))
        elif _is_quantity(share) and (share.is_zero() or abs(share.adjusted()) <= _SHARE_DIGITS):
            fractions.append((0, 1) if share.is_zero() else share.as_integer_ratio())
        else:
            raise InvalidValue(
                f"shares[{place}]",
                share,
                "an int or a Decimal, not negative, zero or between 1E-100 and 1E+101",
            )
    common = lcm(*(denominator for _, denominator in fractions))
    weights = [numerator * (common // denominator) for numerator, denominator in fractions]
    if not any(weights):
        raise InvalidValue("shares", tuple(weights), "one or more, not all of them zero")
    return weights


@runtime_checkable
class Stated(Protocol):
    """A sum as a text states it, which may be about or at most so much."""

    def exactly(self) -> Decimal:
        """Return the euros of an exact sum, and refuse another."""
        ...


def split(
    amount: Decimal | Stated,
    shares: Iterable[int | Decimal],
    *,
    unit: RoundingUnit = RoundingUnit.CENT,
) -> tuple[Decimal, ...]:
    """
    Return *amount* divided by *shares*, in whole cents that add up to it.

    Each part is first rounded down; the cents left over go one each to the
    largest remainders, ties to the earlier share.  A share of zero gets nothing.

    Args:
        amount: Euros, in whole cents; in whole euros where that is the *unit*.  A sum as
            a text states it (`Amount`) must be exact.
        shares: What each part is measured by (inhabitants, percents, days), in
            order; whole numbers or `Decimal`, not negative, not all zero.
        unit: What each part is whole in: cents, or euros.

    Raises:
        InvalidAmount: *amount* is no `Decimal`, is not finite, is below zero or
            finer than a cent.
        FeeNotExact: *amount* is about or at most so much.
        InvalidValue: *amount* is not whole in *unit*, there are no shares, all are
            zero, or one of them is no number that measures a part; or *amount* is too large.

    >>> split(Decimal("0.05"), (1, 1))
    (Decimal('0.03'), Decimal('0.02'))
    >>> split(Decimal("12000.00"), (Decimal("62.5"), Decimal("37.5")))
    (Decimal('7500.00'), Decimal('4500.00'))
    >>> split(Decimal(100), (1, 1, 1), unit=RoundingUnit.EURO)
    (Decimal('34.00'), Decimal('33.00'), Decimal('33.00'))
    """
    if not isinstance(unit, RoundingUnit):
        raise InvalidValue("unit", unit, "a member of RoundingUnit")
    if isinstance(amount, Stated):
        amount = amount.exactly()
    units, finer = divmod(to_cents(amount), unit.cents)
    if finer:
        raise InvalidValue("amount", amount, "whole euros, to be split into whole euros")
    weights = _weights(shares)
    total = sum(weights)
    parts: list[int] = []
    remainders: list[int] = []
    for weight in weights:
        part, remainder = divmod(units * weight, total)
        parts.append(part)
        remainders.append(remainder)
    # Sorting keeps the order of equals, reversed too: ties go to the earlier share.
    largest = sorted(range(len(weights)), key=remainders.__getitem__, reverse=True)
    for place in largest[: units - sum(parts)]:
        parts[place] += 1
    return tuple(from_cents(part * unit.cents) for part in parts)


def written(amount: Decimal) -> str:
    """
    Return *amount* as a Finnish decision writes it, cents always shown.

    Args:
        amount: Euros, in whole cents.

    Raises:
        InvalidAmount: *amount* is no `Decimal`, is not finite, is below zero or
            finer than a cent.
        InvalidValue: *amount* is too large.

    >>> written(Decimal("12000"))
    '12 000,00 €'
    """
    cents = to_cents(amount)
    return f"{grouped(cents // 100)},{cents % 100:02} €"


def grouped(number: int) -> str:
    """
    Return a whole number with its thousands apart, as in "45 000".

    >>> grouped(45000)
    '45 000'
    """
    return f"{number:,}".replace(",", " ")


def number(value: Decimal | int) -> str:
    """
    Return a number as a Finnish text has it: thousands apart, a comma before the decimals.

    >>> number(45000), number(rate(Decimal("1025.5")))
    ('45 000', '1 025,5')
    """
    whole, _, decimals = str(value).partition(".")
    return grouped(int(whole)) + (f",{decimals}" if decimals else "")
