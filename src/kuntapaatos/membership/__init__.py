"""
What it costs a municipality to take part in a network for a term, and what it gets.

The fee is owed for each calendar year of the term; what is charged at cost
comes on top when it is known.  What a text states and what is computed are
two things: a stated total is kept and never overwritten.

- `parts`: what the municipality does, what is charged, where it is booked
- `value`: the membership itself
- `costs`: what it costs year by year, in exact euros where everything is exact
- `ruled`: what the network's public schedule, or the rule that the text states, gives

Kajaani's decision to join USO (KAJDno-2024-1799):

>>> from decimal import Decimal
>>> from kuntapaatos.fees import Term
>>> uso = Membership(network="USO", term=Term(2025, 2026), annual_fee=Decimal("12000"))
>>> total_fee(uso)
Decimal('24000.00')
>>> budget(uso)
((2025, Decimal('12000.00')), (2026, Decimal('12000.00')))
>>> settle(uso, [Decimal("214.60"), Decimal("476.74")])
Decimal('24691.34')
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kuntapaatos.membership.costs import (
        Booking,
        CostOpen,
        PlannedCost,
        bookings,
        budget,
        cost_plan,
        settle,
        total_fee,
    )
    from kuntapaatos.membership.parts import (
        Charge,
        CostCentre,
        Entitlement,
        FeeOrigin,
        MembershipAction,
        MembershipKind,
    )
    from kuntapaatos.membership.ruled import RuledFee, ruled_fees, schedule_of
    from kuntapaatos.membership.value import Membership
else:
    from kuntapaatos.late import names_of

    __getattr__, __dir__ = names_of(
        __name__,
        {
            "costs": "Booking CostOpen PlannedCost bookings budget cost_plan settle total_fee",
            "parts": "Charge CostCentre Entitlement FeeOrigin MembershipAction MembershipKind",
            "ruled": "RuledFee ruled_fees schedule_of",
            "value": "Membership",
        },
    )

__all__ = [
    "Booking",
    "Charge",
    "CostCentre",
    "CostOpen",
    "Entitlement",
    "FeeOrigin",
    "Membership",
    "MembershipAction",
    "MembershipKind",
    "PlannedCost",
    "RuledFee",
    "bookings",
    "budget",
    "cost_plan",
    "ruled_fees",
    "schedule_of",
    "settle",
    "total_fee",
]
