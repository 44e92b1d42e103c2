"""
A fee with value added tax: on top of it, taken out of it, or none.

Arvonlisäverolaki (1501/1993) 84 §.  Whether the municipality may deduct the tax or gets
it back is not counted.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import NamedTuple

from kuntapaatos.doubts import Basis, DoubtCode
from kuntapaatos.errors import InvalidValue
from kuntapaatos.fees.amounts import Bounds
from kuntapaatos.fees.answers import FeeFact, FeeGiven, FeeStep, FeeStepRule
from kuntapaatos.fees.counting import Count, Outcome, Outcomes, amount_of_all
from kuntapaatos.fees.vat import Vat, VatRate, VatTreatment, vat_rates
from kuntapaatos.law import Provision
from kuntapaatos.money import Rate, Rounding, rounded_ratio

__all__ = ["Taxed", "taxed_by"]


class Taxed(NamedTuple):
    """
    A fee without tax, the tax, and both.

    Attributes:
        net: Without tax; the sum as it stands where nothing is said of the tax.
        tax: The tax; `None` where nothing is said.
        gross: With tax; `None` where nothing is said.
        rows: The rows of the law that may give its rate, one for each rate.
        included: Whether the stated sum has the tax in it.
    """

    net: Outcomes
    tax: Outcomes | None = None
    gross: Outcomes | None = None
    rows: tuple[VatRate, ...] = ()
    included: bool = False

    @property
    def about(self) -> tuple[str, Outcomes]:
        """What the rate of the tax decides: the sum without it, or the sum with it."""
        if self.included or self.gross is None:
            return "net", self.net
        return "gross", self.gross

    def basis(self, code: DoubtCode, place: int) -> tuple[Basis, tuple[Provision, ...]]:
        """Return what a candidate of a question rests on."""
        if code is not DoubtCode.VAT_CHANGE:
            return Basis.READING, ()
        newest = place == len(self.rows) - 1
        basis = Basis.NEWER_RULE if newest else Basis.OLDER_RULE
        return basis, (self.rows[place].provision,)


def taxed_by(count: Count, outcomes: Outcomes, vat: Vat | None, days: tuple[date, date]) -> Taxed:
    """
    Return a fee with its tax, by what is said of it.

    Args:
        count: The count, which keeps the step.
        outcomes: The stated or counted sum.
        vat: What is said of the tax.
        days: Between which the service may be performed, both included.

    Raises:
        NoRuleInForce: The general rate is asked of a day before the tax.
        InvalidValue: The tax is finer than a cent, and its rounding is not named.
    """
    if vat is None:
        return Taxed(outcomes)
    rows: tuple[VatRate, ...] = ()
    percents = [Rate(0) if vat.percent is None else vat.percent]
    if vat.treatment is not VatTreatment.OUTSIDE and vat.percent is None:
        # Two wordings of the section with one rate are one answer.
        rows = tuple({row.percent: row for row in vat_rates(*days)}.values())
        percents = [row.percent for row in rows]
    net: list[Outcome] = []
    tax: list[Outcome] = []
    gross: list[Outcome] = []
    number = count.open(DoubtCode.VAT_CHANGE, len(percents)) if len(percents) > 1 else None
    for place, percent in enumerate(percents):
        for outcome in outcomes:
            one = outcome if number is None else outcome.read(number, place)
            for into, total in zip((net, tax, gross), _apart(one.sum, vat, percent), strict=True):
                into.append(one._replace(sum=total))
    taxed = Taxed(
        tuple(net), tuple(tax), tuple(gross), rows, vat.treatment is VatTreatment.INCLUDED
    )
    _step(count, outcomes, taxed, percents)
    return taxed


def _step(count: Count, outcomes: Outcomes, taxed: Taxed, percents: list[Rate]) -> None:
    given = [count.counted(outcomes), *((FeeFact.PERCENT, percent) for percent in percents)]
    count.steps.append(
        FeeStep(
            FeeStepRule.VAT,
            tuple(FeeGiven(what, value) for what, value in given),
            amount_of_all(taxed.net if taxed.included else taxed.gross or ())[0],
            source=None if taxed.rows else count.source,
            provisions=tuple(row.provision for row in taxed.rows),
        )
    )


def _apart(total: Bounds[Fraction], vat: Vat, percent: Rate) -> tuple[Bounds[Fraction], ...]:
    """Return a sum without tax, the tax, and both."""
    factor = Fraction(percent) / 100
    if vat.treatment is VatTreatment.INCLUDED:
        tax = _part(total, factor / (1 + factor), vat.rounding)
        return _joined(total, tax, -1), tax, total
    tax = _part(total, factor, vat.rounding)
    return total, tax, _joined(total, tax, 1)


def _joined(total: Bounds[Fraction], tax: Bounds[Fraction], sign: int) -> Bounds[Fraction]:
    if total.up_to is None or tax.up_to is None:
        return total._replace(value=total.value + sign * tax.value)
    return total._replace(
        value=total.value + sign * tax.value, up_to=total.up_to + sign * tax.up_to
    )


def _part(total: Bounds[Fraction], factor: Fraction, rounding: Rounding | None) -> Bounds[Fraction]:
    up_to = None if total.up_to is None else _rounded(total.up_to * factor, rounding)
    return total._replace(value=_rounded(total.value * factor, rounding), up_to=up_to)


def _rounded(tax: Fraction, rounding: Rounding | None) -> Fraction:
    if 100 % tax.denominator == 0:
        return tax
    if rounding is None:
        expected = "a member of Rounding, since the tax is finer than a cent"
        raise InvalidValue("vat.rounding", None, expected)
    return Fraction(rounded_ratio(100 * tax.numerator, tax.denominator, rounding), 100)
