"""
What a network charges a municipality a year, by its number of inhabitants.

No law fixes these fees: each stands in an offer or a decision, which the
schedule names.  What lies outside the known brackets is *not known*: never
zero, never an extrapolation.

>>> annual_fee(USO_2025_2026, 36_297)
Decimal('12000.00')
>>> annual_fee(USO_2025_2026, 8_999)
Traceback (most recent call last):
    ...
kuntapaatos.errors.NoFeeKnown: no fee is known for 8999 inhabitants; nearest known ...
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from itertools import pairwise
from typing import Any

from attrs import field, frozen

from kuntapaatos.errors import InvalidValue, NoFeeKnown, NotADay
from kuntapaatos.money import euros, grouped, written
from kuntapaatos.shown import Value

__all__ = ["USO_2025_2026", "FeeBracket", "FeeSchedule", "Term", "annual_fee"]

_FIRST_YEAR, _LAST_YEAR = 1900, 2200


def check_text(_: object, attribute: Any, given: Any) -> None:
    """Refuse a field that is no text, or an empty one: what is not said is `None`."""
    if not isinstance(given, str) or not given.strip():
        raise InvalidValue(attribute.name, given, "a text that is not empty")


def _check_year(_: object, attribute: Any, year: Any) -> None:
    if type(year) is not int or not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise InvalidValue(attribute.name, year, f"an int from {_FIRST_YEAR} to {_LAST_YEAR}")


def _check_in_order(term: Term, _: object, last_year: int) -> None:
    if last_year < term.first_year:
        raise InvalidValue("last_year", last_year, f"{term.first_year} or later")


@frozen(eq=False, repr=False)
class Term(Value):
    """
    The whole calendar years something is agreed for (*kausi*).

    Attributes:
        first_year: The first year, included; from 1900 to 2200.
        last_year: The last year, included; the first one or later.

    Raises:
        InvalidValue: A year is no `int` from 1900 to 2200, or the last one is
            before the first.

    >>> print(Term(2025, 2026))
    2025–2026
    """

    first_year: int = field(validator=_check_year)
    last_year: int = field(validator=[_check_year, _check_in_order])

    @property
    def years(self) -> tuple[int, ...]:
        """
        Every year of the term, in order.

        >>> Term(2025, 2026).years
        (2025, 2026)
        """
        return tuple(range(self.first_year, self.last_year + 1))

    def __str__(self) -> str:
        if self.first_year == self.last_year:
            return str(self.first_year)
        return f"{self.first_year}–{self.last_year}"


def _check_low(_: object, attribute: Any, low: Any) -> None:
    if type(low) is not int or low < 0:
        raise InvalidValue(attribute.name, low, "an int of inhabitants, not negative")


def _check_high(bracket: FeeBracket, _: object, high: Any) -> None:
    if high is not None and (type(high) is not int or high < bracket.low):
        raise InvalidValue("high", high, f"an int of inhabitants, {bracket.low} or more, or None")


@frozen(eq=False, repr=False)
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

    low: int = field(validator=_check_low)
    high: int | None = field(validator=_check_high)
    annual_fee: Decimal = field(converter=euros)

    def __str__(self) -> str:
        size = grouped(self.low)
        size += " asukasta tai yli" if self.high is None else f"–{grouped(self.high)} asukasta"
        return f"{size}: {written(self.annual_fee)} vuodessa"


def _range(bracket: FeeBracket) -> str:
    return f"{bracket.low}-{bracket.high}" if bracket.high is not None else f"{bracket.low} or more"


def _in_order(brackets: Iterable[FeeBracket]) -> tuple[FeeBracket, ...]:
    if not isinstance(brackets, Iterable):
        raise InvalidValue("brackets", brackets, "a collection of FeeBracket")
    given = tuple(brackets)
    for place, bracket in enumerate(given):
        if not isinstance(bracket, FeeBracket):
            raise InvalidValue(f"brackets[{place}]", bracket, "a FeeBracket")
    return tuple(sorted(given, key=lambda bracket: bracket.low))


def _check_apart(_: object, attribute: Any, brackets: tuple[FeeBracket, ...]) -> None:
    for before, after in pairwise(brackets):
        if before.high is None or after.low <= before.high:
            raise InvalidValue(
                attribute.name, f"{_range(before)}, {_range(after)}", "without overlaps"
            )


def _check_term(_: object, attribute: Any, term: Any) -> None:
    if not isinstance(term, Term):
        raise InvalidValue(attribute.name, term, "a Term")


def _check_day(_: object, __: object, day: Any) -> None:
    if day is not None and (not isinstance(day, date) or isinstance(day, datetime)):
        raise NotADay(day)


@frozen(kw_only=True, eq=False, repr=False)
class FeeSchedule(Value):
    """
    What a network charges, by number of inhabitants, for one term.

    Attributes:
        network: Name of the network, as in its offer.
        term: The years the fees hold.
        brackets: In order of size.  What lies between two is not known.
        source: The document that states the fees.
        population_on: The day the number of inhabitants is taken from; `None`
            when it is not stated.

    Raises:
        InvalidValue: Brackets overlap, a text is empty, or a field is of another kind.
        NotADay: *population_on* is no `date`, or is a `datetime`.

    >>> USO_2025_2026.brackets[0].high
    45000
    """

    network: str = field(validator=check_text)
    term: Term = field(validator=_check_term)
    brackets: tuple[FeeBracket, ...] = field(converter=_in_order, validator=_check_apart)
    source: str = field(validator=check_text)
    population_on: date | None = field(default=None, validator=_check_day)


def annual_fee(schedule: FeeSchedule, population: int) -> Decimal:
    """
    Return the yearly fee of a municipality of *population* inhabitants.

    Args:
        schedule: The fees of the network and the term in question.
        population: Inhabitants, on the day the schedule takes them from.

    Returns:
        Euros a year, in whole cents.

    Raises:
        NoFeeKnown: No bracket covers *population*; the error names the nearest
            brackets below and above.
        InvalidValue: *population* is no `int` or is below zero, or *schedule* is no
            `FeeSchedule`.

    >>> annual_fee(USO_2025_2026, 9_000), annual_fee(USO_2025_2026, 45_000)
    (Decimal('12000.00'), Decimal('12000.00'))
    """
    if not isinstance(schedule, FeeSchedule):
        raise InvalidValue("schedule", schedule, "a FeeSchedule")
    if type(population) is not int or population < 0:
        raise InvalidValue("population", population, "an int of inhabitants, not negative")
    below = above = None
    for bracket in schedule.brackets:
        if population < bracket.low:
            above = _range(bracket)
            break
        if bracket.high is None or population <= bracket.high:
            return bracket.annual_fee
        below = _range(bracket)
    raise NoFeeKnown(population, below, above)


# For 2023-2024 Ylöjärvi's preparation names the same yearly fee (211/00.04.00/2022)
# but no bracket, so that nothing is known of a municipality of another size.
USO_2025_2026 = FeeSchedule(
    network="USO",
    term=Term(2025, 2026),
    brackets=(FeeBracket(9_000, 45_000, Decimal("12000.00")),),
    source="Kajaanin kaupunki, KAJDno-2024-1799",
)
"""The one published bracket of the USO network's fees, euros a year, 2025–2026."""
