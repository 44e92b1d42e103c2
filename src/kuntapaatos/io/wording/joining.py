"""
A membership, what it costs and a municipality as sentences.

>>> from decimal import Decimal
>>> from kuntapaatos.fees import Amount
>>> from kuntapaatos.io.wording.catalogue import catalogue
>>> said_charge(Voice("en"), Charge(Amount.about(Decimal(24_000))))
'about €24,000.00 a year'
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from kuntapaatos.fees import Amount
from kuntapaatos.io.wording import answering as a
from kuntapaatos.io.wording.charging import said_tax
from kuntapaatos.io.wording.voice import Voice
from kuntapaatos.membership import (
    Booking,
    Charge,
    Membership,
    MembershipAction,
    PlannedCost,
)
from kuntapaatos.membership.costs import total_or_none
from kuntapaatos.municipalities import Municipality

__all__ = [
    "booking_lines",
    "membership_lines",
    "municipality_lines",
    "planned_lines",
    "said_charge",
    "said_planned",
    "told_sums",
]


def said_charge(t: Voice, charge: Charge) -> str:
    """Return one stated sum, for what and for which years it is, and what it depends on."""
    said = t(a.PERIODS[charge.per], fee=t.value(charge.amount))
    if charge.years is not None:
        said = t(a.CHARGE_YEARS, charge=said, years=charge.years)
    if charge.what is not None:
        said = t(a.CHARGE_OF, what=charge.what, charge=said)
    if charge.condition is not None:
        said = t(a.CHARGE_IF, charge=said, condition=charge.condition)
    return said


def told_sums(membership: Membership | None) -> frozenset[Decimal]:
    """
    Return the exact sums that a membership tells already, where costs stand beside it.

    >>> sorted(told_sums(Membership(network="USO", charges=[Charge(Decimal(5_000))])))
    [Decimal('5000.00')]
    """
    if membership is None:
        return frozenset()
    charged = [one.amount for one in (*membership.charges, *membership.still_due)]
    stated = [one.euros for one in charged if isinstance(one, Amount) and one.is_exact]
    told = (membership.annual_fee, membership.stated_total, *stated)
    return frozenset(one for one in told if one is not None)


def membership_lines(t: Voice, value: Membership) -> Iterator[str]:
    """Give what a municipality does about a network, for how long, and what it costs."""
    if value.term is None:
        yield t(a.JOINED, network=value.network)
    else:
        yield t(a.JOINED_TERM, network=value.network, term=value.term)
    if value.action is not None:
        yield t(a.ACTION, action=t.term(value.action))
    if value.kind is not None:
        yield t(a.KIND, kind=t.term(value.kind))
    yield from _during(t, value)
    yield from _costs(t, value)
    if value.conditions:
        yield t(a.DEPENDS, what=t.listed(value.conditions))


def _during(t: Voice, value: Membership) -> Iterator[str]:
    """Give from when until when it is, beside a term."""
    if value.open_ended:
        since = {} if value.from_year is None else {"year": value.from_year}
        yield t(a.OPEN_ENDED_FROM if since else a.OPEN_ENDED, **since)
    elif value.from_year is not None and value.first_day is None:
        yield t(a.BEGINS, year=value.from_year)
    if value.first_day is not None:
        yield t(a.BEGINS_ON, day=t.day(value.first_day))
    if value.last_day is not None:
        yield t(a.ENDS_ON, day=t.day(value.last_day))
    elif value.until_year is not None:
        yield t(a.ENDS, year=value.until_year)


_ENDED = (MembershipAction.LEAVES, MembershipAction.DECLINES)


def _costs(t: Voice, value: Membership) -> Iterator[str]:
    if value.is_free:
        yield t(a.FREE)
    elif value.annual_fee is not None:
        yield t(a.FEE, fee=t.money(value.annual_fee))
    if not value.is_free:
        yield from (t(a.CHARGED, charge=said_charge(t, one)) for one in value.charges)
        total = value.stated_total
        if total is None and value.action not in _ENDED:
            total = total_or_none(value)
        if total is not None:
            yield t(a.TOTAL, total=t.money(total))
    if value.vat is not None:
        yield said_tax(t, value.vat)
    yield from (t(a.STILL_DUE, charge=said_charge(t, one)) for one in value.still_due)
    if value.at_cost:
        yield t(a.AT_COST, what=t.listed(value.at_cost))
    if value.in_kind:
        yield t(a.IN_KIND, what=t.listed(value.in_kind))


def said_planned(t: Voice, value: PlannedCost) -> str:
    """Return one sum of a plan, and what is open about it."""
    years = t(a.YEARS_NOT_KNOWN) if value.years is None else str(value.years)
    charged = None if value.charge is None else value.charge.amount
    stated = value.amount if value.amount is not None else charged
    said = t(a.UNKNOWN) if stated is None else t.value(stated)
    if not value.open:
        return t(a.PLANNED, years=years, sum=said)
    reasons = ", ".join(t.term(reason) for reason in value.open)
    return t(a.PLANNED_OPEN, years=years, sum=said, reasons=reasons)


def planned_lines(t: Voice, value: PlannedCost) -> Iterator[str]:
    """Give one sum of a plan, what is open about it, and what it depends on."""
    yield said_planned(t, value)
    if value.conditions:
        yield t(a.DEPENDS, what=t.listed(value.conditions))


def booking_lines(t: Voice, value: Booking) -> Iterator[str]:
    """Give what is booked to a cost centre in a year."""
    centre = value.cost_centre.code
    if value.cost_centre.name is not None:
        centre += f" {value.cost_centre.name}"
    amount = t.money(value.amount)
    yield t(a.BOOKED, year=value.year, centre=centre, sum=amount)


def municipality_lines(t: Voice, value: Municipality) -> Iterator[str]:
    """Give a municipality: its names, its languages, and whether it still is."""
    if value.name_sv == value.name:
        yield t(a.PLACE, name=value.name, code=value.code)
    elif t.place(value) == value.name:
        yield t(a.PLACE_SWEDISH, name=value.name, swedish=value.name_sv, code=value.code)
    else:
        yield t(a.PLACE_FINNISH, name=value.name_sv, finnish=value.name, code=value.code)
    yield t(a.LANGUAGE_STATUS, status=t.term(value.language))
    if value.on_aland:
        yield t(a.ON_ALAND)
    if value.first_year is not None:
        yield t(a.SINCE, year=value.first_year)
    if value.last_year is not None and value.merged_into is not None:
        yield t(a.MERGED, into=value.merged_into, year=value.last_year)
