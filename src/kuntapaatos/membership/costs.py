"""
What a membership costs, year by year: in exact euros where everything is exact.

Where something is not, `cost_plan` says what and why, and whoever asks for exact euros
(`budget`, `total_fee`, `settle`, `bookings`) is told which year or sum it is.

>>> term = Term(2020, 2027)
>>> project = Membership(network="Esimerkkihanke", term=term, charges=[
...     Charge(Decimal(30_000), per=FeePeriod.TERM, years=Term(2020, 2021)),
...     Charge(Amount.about(Decimal(500_000)), per=FeePeriod.TERM, years=Term(2022, 2027)),
... ])
>>> for planned in cost_plan(project):
...     print(planned)
2020–2021: 30 000,00 € (ei jaettu vuosille)
2022–2027: noin 500 000,00 € (ei tarkka, ei jaettu vuosille)
>>> total_fee(project)
Traceback (most recent call last):
    ...
kuntapaatos.errors.FeeNotExact: the fee of 2022–2027 is not exact: noin 500 000,00 € (ei tarkka)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import cast

from attrs import field, frozen

from kuntapaatos.checks import all_of, check_type, is_a, is_tuple_of
from kuntapaatos.errors import FeeNotExact, InvalidValue
from kuntapaatos.fees import Amount, FeePeriod, ForeignAmount, Term
from kuntapaatos.fees.terms import check_year, is_year
from kuntapaatos.membership.parts import Charge, CostCentre, MembershipAction
from kuntapaatos.membership.value import Membership
from kuntapaatos.money import euros, from_cents, split, to_cents, written
from kuntapaatos.shown import Value

__all__ = [
    "Booking",
    "CostOpen",
    "PlannedCost",
    "bookings",
    "budget",
    "cost_plan",
    "settle",
    "total_fee",
    "total_or_none",
]


class CostOpen(Enum):
    """
    Why a planned cost is no exact sum of a year.

    >>> CostOpen("ehdollinen")
    <CostOpen.CONDITIONAL: 'ehdollinen'>
    """

    NOT_EXACT = "ei tarkka"
    """It is about, at most or at least so much."""
    CONDITIONAL = "ehdollinen"
    """It depends on something."""
    NOT_IN_EUROS = "ei euroina"
    """It is in another currency, and no equivalent is stated."""
    PERIOD_NOT_SAID = "ei sanota, vuodessa vai kaudelta"
    """Whether it is for each year or for all of them is not said."""
    YEARS_NOT_SAID = "vuosia ei sanota"
    """On which years it falls is not said."""
    NOT_BY_YEAR = "ei jaettu vuosille"
    """It is for several years together; how much falls on each is not said."""
    PART_OF_YEAR = "vain osa vuodesta"
    """It is a yearly sum, and the membership is for a part of the calendar year."""


def _open(value: Iterable[CostOpen]) -> tuple[CostOpen, ...]:
    reasons = all_of("open", value, CostOpen, "several CostOpen")
    return tuple(sorted(set(reasons), key=list(CostOpen).index))


@frozen(kw_only=True, repr=False)
class PlannedCost(Value):
    """
    One sum that a membership costs, and how far it can be budgeted.

    Attributes:
        years: The years it falls on, both included; `None` where they are not said.
        amount: Euros as exact as they are stated; `None` where no euros are known.
        charge: The charge it comes from: a stated one, the yearly fee or the stated total.
        conditions: What it depends on, in the text's words.
        open: Why it is no exact sum of a year; empty where it is one.
    """

    years: Term | None = field(validator=is_a(Term, type(None)))
    amount: Amount | None = field(validator=is_a(Amount, type(None)))
    charge: Charge | None = field(default=None, validator=is_a(Charge, type(None)))
    conditions: tuple[str, ...] = field(default=(), validator=is_tuple_of(str))
    open: tuple[CostOpen, ...] = field(default=(), converter=_open)

    @property
    def year(self) -> int | None:
        """The one year it falls on; `None` where they are several or not said."""
        if self.years is None or self.years.first_year != self.years.last_year:
            return None
        return self.years.first_year

    def said(self, *, without: CostOpen | None = None) -> str:
        """
        Return the sum in one line, with what is open.

        Args:
            without: A reason that does not matter to whoever asks.

        >>> PlannedCost(years=None, amount=Amount(Decimal(5)), open=[CostOpen.NOT_BY_YEAR]).said()
        '5,00 € (ei jaettu vuosille)'
        """
        stated = self.charge.amount if self.amount is None and self.charge else self.amount
        reasons = ", ".join(reason.value for reason in self.open if reason is not without)
        return f"{stated} ({reasons})" if reasons else f"{stated}"

    def __str__(self) -> str:
        years = "" if self.years is None else f"{self.years}: "
        conditions = f"; ehto: {', '.join(self.conditions)}" if self.conditions else ""
        return f"{years}{self.said()}{conditions}"


@frozen(kw_only=True, repr=False)
class Booking(Value):
    """
    What is booked to a cost centre in a year.

    Attributes:
        year: The calendar year.
        cost_centre: Where it is booked.
        amount: Euros in whole cents.
    """

    year: int = field(validator=is_year)
    cost_centre: CostCentre = field(validator=is_a(CostCentre))
    amount: Decimal = field(converter=euros)

    def __str__(self) -> str:
        return f"{self.year} {self.cost_centre.code}: {written(self.amount)}"


def _span(membership: Membership, until: int | None) -> Term | None:
    """Return the years of a membership; of one without a last year those up to *until*."""
    if until is not None:
        check_year("until", until)
    if membership.term is not None:
        if until is not None:
            raise InvalidValue("until", until, "None where the membership has a term")
        return membership.term
    if until is None or membership.from_year is None:
        return None
    if until < membership.from_year:
        raise InvalidValue("until", until, f"{membership.from_year} or later")
    return Term(membership.from_year, until)


def _planned(charge: Charge, span: Term | None, membership: Membership) -> Iterator[PlannedCost]:
    """Give what a charge costs, by year where it is charged by year."""
    years, conditions = charge.years or span, membership.conditions
    amount = charge.amount.in_euros if isinstance(charge.amount, ForeignAmount) else charge.amount
    if charge.condition is not None:
        conditions = (*conditions, charge.condition)
    reasons: set[CostOpen] = {CostOpen.CONDITIONAL} if conditions else set()
    if amount is None:
        reasons.add(CostOpen.NOT_IN_EUROS)
    elif not amount.is_exact:
        reasons.add(CostOpen.NOT_EXACT)
    each: list[Term | None] = [years]
    yearly = charge.per is FeePeriod.YEAR
    if yearly and years is not None:
        each = [Term(year, year) for year in years.years]
    for one in each:
        more = reasons | _open_years(one, charge.per)
        # A sum that is said of a year of its own is that year's, however long it was.
        if yearly and charge.years is None and one and not membership.is_whole(one.first_year):
            more.add(CostOpen.PART_OF_YEAR)
        yield PlannedCost(
            years=one, amount=amount, charge=charge, conditions=conditions, open=tuple(more)
        )


def _open_years(years: Term | None, per: FeePeriod | None) -> set[CostOpen]:
    if years is None:
        return {CostOpen.YEARS_NOT_SAID}
    if years.first_year == years.last_year:
        return set()
    return {CostOpen.PERIOD_NOT_SAID if per is None else CostOpen.NOT_BY_YEAR}


def cost_plan(membership: Membership, /, *, until: int | None = None) -> tuple[PlannedCost, ...]:
    """
    Return what a membership costs, sum by sum, exact or not.

    Of a municipality that leaves it is what stays due, of one that does not join nothing,
    of one that applies what it would be as a member.  Value added tax that comes on top,
    and what is charged at cost, is not in it.

    Args:
        membership: As it was read or built.
        until: The last year to count, included, where it has a first year and no last one.

    Returns:
        In the order of the years; empty where no sum is stated.

    Raises:
        InvalidValue: *membership* is none, *until* is no year, or it has a term.

    >>> uso = Membership(network="USO", from_year=2025, annual_fee=Decimal(12_000))
    >>> print(*cost_plan(uso, until=2026), sep="; ")
    2025: 12 000,00 €; 2026: 12 000,00 €
    """
    check_type("membership", membership, Membership, "a Membership")
    span = _span(membership, until)
    if membership.action is MembershipAction.DECLINES:
        return ()
    charges = membership.still_due
    if membership.action is not MembershipAction.LEAVES:
        charges = (*_yearly(membership), *membership.charges, *charges)
    found = [one for charge in charges for one in _planned(charge, span, membership)]
    found.sort(key=lambda one: (one.years is None, one.years and one.years.first_year))
    return tuple(found)


def _yearly(membership: Membership) -> tuple[Charge, ...]:
    """Return the yearly fee, or the stated total where no other sum is stated."""
    if membership.annual_fee is not None:
        return (Charge(membership.annual_fee),)
    if membership.stated_total is not None and not membership.charges:
        return (Charge(membership.stated_total, per=FeePeriod.TERM),)
    return ()


_ENDED = (MembershipAction.LEAVES, MembershipAction.DECLINES)


def _missing(membership: Membership, plan: tuple[PlannedCost, ...], span: Term | None) -> list[str]:
    """Return the names of what is not known, and without which nothing can be counted."""
    if membership.action is MembershipAction.DECLINES:
        return []
    if membership.action is MembershipAction.LEAVES:
        return [] if membership.still_due else ["still_due"]
    # A stated total alone is stated, and not computed.
    known = membership.annual_fee is not None or bool(membership.charges)
    yearly = [one for one in plan if one.charge is not None and one.charge.per is FeePeriod.YEAR]
    missing = [] if known else ["annual_fee"]
    if span is None and (not plan or any(one.years is None for one in yearly)):
        missing.append("term" if membership.from_year is None else "until")
    return missing


def _counted(membership: Membership, until: int | None) -> tuple[PlannedCost, ...]:
    """
    Return the plan, where every sum and every year that is needed is known.

    Raises:
        InvalidValue: One is not.
    """
    plan, span = cost_plan(membership, until=until), _span(membership, until)
    missing = _missing(membership, plan, span)
    covered = {year for one in plan if one.years is not None for year in one.years.years}
    if span is not None and membership.action not in _ENDED and not missing:
        missing = [f"the fee of {year}" for year in span.years if year not in covered]
    if missing:
        raise InvalidValue(" and ".join(missing), None, "known before a cost can be computed")
    return plan


def _when(planned: PlannedCost) -> str:
    return "the fee" if planned.years is None else f"the fee of {planned.years}"


def budget(
    membership: Membership, /, *, until: int | None = None
) -> tuple[tuple[int, Decimal], ...]:
    """
    Return the fixed fee of each calendar year of the term, in exact euros.

    What is charged at cost is not in it, nor value added tax that comes on top.  Of a
    municipality that leaves it is what stays due, of one that does not join nothing.

    Args:
        membership: Its fee and its term must be known.
        until: The last year to count, included, where it has a first year and no last one.

    Returns:
        Pairs of a year and euros in whole cents, in order.

    Raises:
        InvalidValue: The fee or the term is not known; the error says which.
        FeeNotExact: A sum is about or at most so much, depends on something, is not stated
            by year, or is a yearly one of a part of a year; the error names its years.

    >>> budget(Membership(network="USO", term=Term(2025, 2025), annual_fee=Decimal("12000")))
    ((2025, Decimal('12000.00')),)
    """
    plan = _counted(membership, until)
    cents: dict[int, int] = {}
    for one in plan:
        if one.open or one.amount is None or one.year is None:
            raise FeeNotExact(_when(one), one.said())
        cents[one.year] = cents.get(one.year, 0) + to_cents(one.amount.euros)
    return tuple((year, from_cents(cents[year])) for year in sorted(cents))


def total_fee(membership: Membership, /, *, until: int | None = None) -> Decimal:
    """
    Return the fixed fee of the whole term, in exact euros: every sum that is charged for it.

    Computed, whatever total the text states.  What is charged at cost is not in it, nor
    value added tax that comes on top.

    Args:
        membership: Its fee and, of a yearly one, its term must be known.
        until: The last year to count, included, where it has a first year and no last one.

    Returns:
        Euros, in whole cents.

    Raises:
        InvalidValue: The fee or the term is not known; the error says which.
        FeeNotExact: A sum is about or at most so much, or depends on something; the error
            names its years.

    >>> total_fee(Membership(network="USO", annual_fee=Decimal("12000")))
    Traceback (most recent call last):
        ...
    kuntapaatos.errors.InvalidValue: term must be known before a cost can be computed; got None
    """
    together = {CostOpen.NOT_BY_YEAR, CostOpen.YEARS_NOT_SAID}
    cents = 0
    for one in _counted(membership, until):
        if one.amount is None or set(one.open) - together:
            raise FeeNotExact(_when(one), one.said(without=CostOpen.NOT_BY_YEAR))
        cents += to_cents(one.amount.euros)
    return from_cents(cents)


def total_or_none(membership: Membership) -> Decimal | None:
    """
    Return the fixed fee of the whole term, or `None` where it is not known to the cent.

    >>> total_or_none(Membership(network="USO")) is None
    True
    """
    try:
        return total_fee(membership)
    except (InvalidValue, FeeNotExact):
        return None


def settle(
    membership: Membership,
    /,
    actual_costs: Iterable[Decimal] | Decimal,
    *,
    until: int | None = None,
) -> Decimal:
    """
    Return what the whole term cost: the fixed fee and what was charged at cost.

    Args:
        membership: Its fee and its term must be known.
        actual_costs: Euros in whole cents, one sum or several; `()` when there
            were none.
        until: The last year to count, included, where it has a first year and no last one.

    Returns:
        Euros, in whole cents.

    Raises:
        InvalidAmount: A cost is no `Decimal`, is not finite, is below zero or finer
            than a cent.
        InvalidValue: The fee or the term is not known; the error says which.
        FeeNotExact: The fixed fee is not exact; as `total_fee`.

    >>> uso = Membership(network="USO", term=Term(2025, 2026), annual_fee=Decimal("12000"))
    >>> settle(uso, Decimal("691.34"))
    Decimal('24691.34')
    """
    given: object = actual_costs
    several = isinstance(given, Iterable) and not isinstance(given, str)
    costs = cast("Iterable[Decimal]", given if several else (given,))
    fixed = to_cents(total_fee(membership, until=until))
    return from_cents(fixed + sum(to_cents(cost) for cost in costs))


def bookings(membership: Membership, /, *, until: int | None = None) -> tuple[Booking, ...]:
    """
    Return what is booked to each cost centre in each year, adding up to the budget.

    Args:
        membership: Its budget must be exact, and its cost centres must say how they share.
        until: The last year to count, included, where it has a first year and no last one.

    Returns:
        In the order of the years, and of the cost centres as stated.

    Raises:
        InvalidValue: No cost centre is stated for a year, or several without shares or
            amounts that make up the year's fee; or the fee is not known.
        FeeNotExact: The fee is not exact; as `budget`.

    >>> centres = [CostCentre("3110", share=60), CostCentre("3120", share=40)]
    >>> shared = Membership(
    ...     network="USO", term=Term(2025, 2025), annual_fee=Decimal("12000"), cost_centres=centres
    ... )
    >>> print(*bookings(shared), sep="; ")
    2025 3110: 7 200,00 €; 2025 3120: 4 800,00 €
    """
    found: list[Booking] = []
    for year, fee in budget(membership, until=until):
        centres = [
            centre for centre in membership.cost_centres
            if centre.years is None or year in centre.years.years
        ]  # fmt: skip
        parts = _parts(centres, fee, year)
        found += [
            Booking(year=year, cost_centre=centre, amount=part)
            for centre, part in zip(centres, parts, strict=True)
        ]
    return tuple(found)


def _parts(centres: list[CostCentre], fee: Decimal, year: int) -> tuple[Decimal, ...]:
    """Return the part of each cost centre in a year's fee."""
    shares = [centre.share for centre in centres if centre.share is not None]
    amounts = [centre.amount for centre in centres if centre.amount is not None]
    if centres and len(shares) == len(centres) and sum(map(Fraction, shares)) == 100:
        return split(fee, shares)
    if centres and len(amounts) == len(centres) and sum(map(to_cents, amounts)) == to_cents(fee):
        return tuple(amounts)
    if len(centres) == 1 and not shares and not amounts:
        return (fee,)
    given = "none" if not centres else ", ".join(map(str, centres))
    expected = (
        f"one in {year}, or several whose shares are 100 per cent or whose amounts are "
        f"the year's fee of {fee}"
    )
    raise InvalidValue("cost_centres", given, expected)
