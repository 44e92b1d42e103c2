"""
The fee of the municipalities of one size, both ends included as printed.

>>> print(FeeBracket(9_000, 45_000, Decimal("12000")))
9 000–45 000 asukasta: 12 000,00 € vuodessa
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from itertools import pairwise
from typing import Any, cast

from attrs import field, frozen

from kuntapaatos.checks import as_int, as_int_or_none
from kuntapaatos.errors import InvalidValue, NoFeeKnown
from kuntapaatos.money import euros, grouped, written
from kuntapaatos.shown import Value

__all__ = ["FeeBracket", "check_apart", "covering", "in_order"]


def _check_low(_: object, attribute: Any, low: Any) -> None:
    if type(low) is not int or low < 0:
        raise InvalidValue(attribute.name, low, "an int of inhabitants, not negative")


def _check_high(bracket: FeeBracket, _: object, high: Any) -> None:
    if high is not None and (type(high) is not int or high < bracket.low):
        raise InvalidValue("high", high, f"an int of inhabitants, {bracket.low} or more, or None")


@frozen(repr=False)
class FeeBracket(Value):
    """
    The yearly fee of the municipalities of one size.

    Attributes:
        low: Fewest inhabitants, included.
        high: Most inhabitants, included; `None` when there is no upper end.
        annual_fee: Euros a year, in whole cents.

    Raises:
        InvalidAmount: *annual_fee* is no `Decimal`, is not finite, is below zero
            or finer than a cent.
        InvalidValue: An end is no whole number of inhabitants, or the ends are
            the wrong way round.

    >>> print(FeeBracket(9_000, 45_000, Decimal("12000")))
    9 000–45 000 asukasta: 12 000,00 € vuodessa
    """

    low: int = field(converter=as_int, validator=_check_low)
    high: int | None = field(converter=as_int_or_none, validator=_check_high)
    annual_fee: Decimal = field(converter=euros)

    def __str__(self) -> str:
        size = grouped(self.low)
        size += " asukasta tai yli" if self.high is None else f"–{grouped(self.high)} asukasta"
        return f"{size}: {written(self.annual_fee)} vuodessa"


def _range(bracket: FeeBracket) -> str:
    return f"{bracket.low}-{bracket.high}" if bracket.high is not None else f"{bracket.low} or more"


def in_order(brackets: Iterable[FeeBracket]) -> tuple[FeeBracket, ...]:
    """
    Return brackets in order of size.

    Raises:
        InvalidValue: *brackets* are not several, or one of them is something else.
    """
    if not isinstance(brackets, Iterable) or isinstance(cast("object", brackets), str):
        raise InvalidValue("brackets", brackets, "a collection of FeeBracket")
    given = tuple(brackets)
    for place, bracket in enumerate(given):
        if not isinstance(bracket, FeeBracket):
            raise InvalidValue(f"brackets[{place}]", bracket, "a FeeBracket")
    return tuple(sorted(given, key=lambda bracket: bracket.low))


def check_apart(_: object, attribute: Any, brackets: tuple[FeeBracket, ...]) -> None:
    """Refuse brackets that share more than one edge, as printed in "3 000–5 000, 5 000–10 000"."""
    for before, after in pairwise(brackets):
        apart = before.high is not None and after.low > before.high
        # A bracket of one number that another one covers would have none of its own.
        edge = before.low < after.low == before.high and after.high != after.low
        if not (apart or edge):
            raise InvalidValue(
                attribute.name, f"{_range(before)}, {_range(after)}", "without overlaps"
            )


def covering(brackets: Iterable[FeeBracket], population: int) -> tuple[FeeBracket, ...]:
    """
    Return the bracket of so many inhabitants, or both where it is the edge of two.

    Args:
        brackets: In order of size.
        population: Inhabitants.

    Raises:
        NoFeeKnown: No bracket covers *population*; the error names the nearest
            brackets below and above.
    """
    found: list[FeeBracket] = []
    below = above = None
    for bracket in brackets:
        if population < bracket.low:
            above = _range(bracket)
            break
        if bracket.high is None or population <= bracket.high:
            found.append(bracket)
        below = _range(bracket)
    if not found:
        raise NoFeeKnown(population, below, above)
    return tuple(found)
