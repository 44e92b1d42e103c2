"""
What it costs a municipality to take part, by whatever rule a network charges.

No law fixes these fees: each stands in an offer or a decision, which the schedule
names.  What lies outside what is known is *not known*: never zero, never an
extrapolation.

- `amounts`: sums that are exact, about, at most, at least or between two
- `vat`: value added tax on a fee
- `brackets`, `rules`: each form of fee as a value
- `terms`, `schedule`, `known`: who charges what, for which years, and what is public
- `answers`, `counting`, `taxing`, `asking`: the facts of a municipality in, a `Fee` out

>>> annual_fee(USO_2025_2026, 36_297)
Decimal('12000.00')
>>> annual_fee(USO_2025_2026, 8_999)
Traceback (most recent call last):
    ...
kuntapaatos.errors.NoFeeKnown: no fee is known for 8999 inhabitants; nearest known ...
>>> print(fee(PUUMALA_USO_2019_2020, 2019))
USO 2019 (vuosi): 9 000,00 €, arvonlisävero 2 160,00 €, yhteensä 11 160,00 €
"""

from __future__ import annotations

from kuntapaatos.fees.amounts import Amount, Exactness, ForeignAmount
from kuntapaatos.fees.answers import (
    Fee,
    FeeFact,
    FeeFacts,
    FeeGiven,
    FeeStep,
    FeeStepRule,
    Measure,
    MemberStatus,
)
from kuntapaatos.fees.asking import annual_fee, fee, shares_of_frame
from kuntapaatos.fees.brackets import FeeBracket
from kuntapaatos.fees.known import (
    KOTISEUTULIITTO_2018,
    KT_2022,
    PUUMALA_USO_2019_2020,
    USO_2025_2026,
)
from kuntapaatos.fees.rules import (
    BracketFee,
    EntryFee,
    FeePeriod,
    FeeRule,
    FirstYear,
    FlatFee,
    FrameShare,
    Indexed,
    Limited,
    Percentage,
    PerInhabitant,
    Rounded,
    Weight,
    WeightPart,
)
from kuntapaatos.fees.schedule import FeeSchedule
from kuntapaatos.fees.terms import Term
from kuntapaatos.fees.vat import Vat, VatRate, VatTreatment, vat_rates

__all__ = [
    "KOTISEUTULIITTO_2018",
    "KT_2022",
    "PUUMALA_USO_2019_2020",
    "USO_2025_2026",
    "Amount",
    "BracketFee",
    "EntryFee",
    "Exactness",
    "Fee",
    "FeeBracket",
    "FeeFact",
    "FeeFacts",
    "FeeGiven",
    "FeePeriod",
    "FeeRule",
    "FeeSchedule",
    "FeeStep",
    "FeeStepRule",
    "FirstYear",
    "FlatFee",
    "ForeignAmount",
    "FrameShare",
    "Indexed",
    "Limited",
    "Measure",
    "MemberStatus",
    "PerInhabitant",
    "Percentage",
    "Rounded",
    "Term",
    "Vat",
    "VatRate",
    "VatTreatment",
    "Weight",
    "WeightPart",
    "annual_fee",
    "fee",
    "shares_of_frame",
    "vat_rates",
]
