"""
Value added tax on a fee: on top of it, within it, or outside the tax.

Arvonlisäverolaki (1501/1993) 84 §: the general rate, as dated rows.  Which rate holds
follows from the day on which the service is performed (15 §), so a year in which the
rate changed has two.  Whether the municipality may deduct the tax or gets it back
(chapters 10 and 12) is not counted.

>>> from datetime import date
>>> [str(row.percent) for row in vat_rates(date(2024, 1, 1), date(2024, 12, 31))]
['24', '25.5']
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

from attrs import field, frozen

from kuntapaatos.checks import as_member, is_a, is_day, is_day_or_none
from kuntapaatos.errors import InvalidValue, NoRuleInForce
from kuntapaatos.law import ARVONLISAVEROLAKI, Confidence, Provision
from kuntapaatos.money import Rate, Rounding, rate
from kuntapaatos.shown import Value

__all__ = ["Vat", "VatRate", "VatTreatment", "vat_rates"]


class VatTreatment(Enum):
    """
    How value added tax goes with a stated fee.

    >>> VatTreatment("lisätään")
    <VatTreatment.ON_TOP: 'lisätään'>
    """

    ON_TOP = "lisätään"
    """The tax comes on top of the fee: "+ alv"."""
    INCLUDED = "sisältyy"
    """The fee is stated with the tax in it: "sis. alv"."""
    OUTSIDE = "veroton"
    """No tax is charged: "alv 0 %"."""


def _percent_or_none(value: Decimal | int | None) -> Rate | None:
    return None if value is None else rate(value, "percent")


def _check_percent(vat: Vat, attribute: Any, percent: Rate | None) -> None:
    if percent is not None and vat.treatment is VatTreatment.OUTSIDE:
        raise InvalidValue(attribute.name, percent, "None where no tax is charged")


def _treatment(given: VatTreatment | str) -> VatTreatment:
    return as_member("treatment", VatTreatment, given)


def _rounding(given: Rounding | str | None) -> Rounding | None:
    return None if given is None else as_member("rounding", Rounding, given)


@frozen(repr=False)
class Vat(Value):
    """
    What a text says of value added tax (*arvonlisävero*) on a fee.

    Attributes:
        treatment: Whether the tax comes on top, is included, or is not charged.
        percent: The rate that the text gives; `None` for the general rate of the day.
        rounding: How a tax finer than a cent becomes whole cents; no section says it, so
            it is asked where it matters.

    Raises:
        InvalidValue: A field is of another kind, or a rate is given where no tax is charged.

    >>> print(Vat(VatTreatment.ON_TOP), Vat(VatTreatment.INCLUDED, 24), sep="; ")
    arvonlisävero lisätään; arvonlisävero 24 % sisältyy
    """

    treatment: VatTreatment = field(converter=_treatment, validator=is_a(VatTreatment))
    percent: Rate | None = field(default=None, converter=_percent_or_none, validator=_check_percent)
    rounding: Rounding | None = field(
        default=None, converter=_rounding, validator=is_a(Rounding, type(None))
    )

    def __str__(self) -> str:
        if self.treatment is VatTreatment.OUTSIDE:
            return "arvonlisäveroton"
        percent = "" if self.percent is None else f" {self.percent} %".replace(".", ",")
        return f"arvonlisävero{percent} {self.treatment.value}"


@frozen(repr=False)
class VatRate(Value):
    """
    The general rate of value added tax, and when it is in force.

    Attributes:
        percent: Of the taxable amount, in per cent.
        valid_from: The first day, included.
        valid_until: The last day, included; `None` while it is in force.
        provision: The section with the amendment that gave it this wording.
        confidence: How sure the row is.
    """

    percent: Rate = field(validator=is_a(Rate))
    valid_from: date = field(validator=is_day)
    valid_until: date | None = field(validator=is_day_or_none)
    provision: Provision = field(validator=is_a(Provision))
    confidence: Confidence = field(validator=is_a(Confidence))


def _row(
    percent: str,
    valid_from: date,
    valid_until: date | None,
    amendment: str,
    confidence: Confidence = Confidence.CERTAIN,
) -> VatRate:
    section = f"84 § ({amendment})" if amendment else "84 §"
    provision = ARVONLISAVEROLAKI(section)
    return VatRate(Rate(percent), valid_from, valid_until, provision, confidence)


# 1501/1993 222 §, 381/1996, 1780/2009 and 706/2012 were seen as they were given; of
# 462/2024 the government's proposal (HE 61/2024) and the section as it is quoted since.
_ROWS = (
    _row("22", date(1994, 6, 1), date(1996, 6, 30), ""),
    _row("22", date(1996, 7, 1), date(2010, 6, 30), "381/1996"),
    _row("23", date(2010, 7, 1), date(2012, 12, 31), "1780/2009"),
    _row("24", date(2013, 1, 1), date(2024, 8, 31), "706/2012"),
    _row("25.5", date(2024, 9, 1), None, "462/2024", Confidence.LIKELY),
)


def vat_rates(first: date, last: date) -> tuple[VatRate, ...]:
    """
    Return the rows of the general rate that are in force between two days, both included.

    Args:
        first: The first day.
        last: The last day, the first one or later.

    Returns:
        The rows in order of time; one where the rate does not change in between.

    Raises:
        NoRuleInForce: There was no value added tax on one of the days: before 1994-06-01.

    Source: Arvonlisäverolaki 84 §
    """
    if first < _ROWS[0].valid_from:
        known = f"the general rate of value added tax is known from {_ROWS[0].valid_from}"
        raise NoRuleInForce("value added tax", first, known)
    return tuple(
        row
        for row in _ROWS
        if row.valid_from <= last and (row.valid_until is None or first <= row.valid_until)
    )
