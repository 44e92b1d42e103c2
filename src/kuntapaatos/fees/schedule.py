"""
What a network charges for a term: its rules, its source, and what it says of the tax.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, get_args

from attrs import field, frozen

from kuntapaatos.checks import all_of, is_a, is_day_or_none, is_text
from kuntapaatos.errors import InvalidValue
from kuntapaatos.fees.brackets import FeeBracket, check_apart, in_order
from kuntapaatos.fees.rules import BracketFee, FeePeriod, FeeRule, period_of
from kuntapaatos.fees.terms import Term
from kuntapaatos.fees.vat import Vat
from kuntapaatos.shown import Value

__all__ = ["FeeSchedule"]


def _check_term(_: object, attribute: Any, term: Any) -> None:
    if not isinstance(term, Term):
        raise InvalidValue(attribute.name, term, "a Term")


def _rules(rules: FeeRule | Iterable[FeeRule]) -> tuple[FeeRule, ...]:
    several = rules if isinstance(rules, Iterable) else (rules,)
    return all_of("rules", several, get_args(FeeRule), "rules of fees, such as FlatFee")


def _check_periods(schedule: FeeSchedule, attribute: Any, _: object) -> None:
    periods = {period_of(rule) for rule in schedule.every_rule}
    if len(periods) > 1:
        said = ", ".join(sorted(str(period and period.value) for period in periods))
        expected = "charged for one period; what is charged on joining stands in an EntryFee"
        raise InvalidValue(attribute.name, said, expected)


@frozen(kw_only=True, repr=False)
class FeeSchedule(Value):
    """
    What a network charges for one term: by number of inhabitants, or by any rule.

    Attributes:
        network: Name of the network, as in its offer.
        term: The years the fees hold.
        brackets: In order of size.  What lies between two is not known; an edge that
            two share as printed, as in "3 000–5 000, 5 000–10 000", is open.
        source: The document that states the fees.
        population_on: The day the number of inhabitants is taken from; `None`
            when it is not stated.
        rules: What is charged by other rules, beside the brackets where there are any; one
            rule, or several that are added up.
        vat: What is said of value added tax; `None` when nothing is.

    Raises:
        InvalidValue: Brackets overlap by more than an edge, rules are charged for
            different periods, a text is empty, or a field is of another kind.
        NotADay: *population_on* is no `date`, or is a `datetime`.

    >>> from decimal import Decimal
    >>> from kuntapaatos.fees import EntryFee, FlatFee
    >>> schedule = FeeSchedule(
    ...     network="Esimerkkiverkosto",
    ...     term=Term(2025, 2026),
    ...     rules=[FlatFee(Decimal(6_000)), EntryFee(FlatFee(Decimal(1_000)))],
    ...     source="tarjous 1.10.2024",
    ... )
    >>> schedule.per
    <FeePeriod.YEAR: 'vuosi'>
    """

    network: str = field(validator=is_text)
    term: Term = field(validator=_check_term)
    brackets: tuple[FeeBracket, ...] = field(default=(), converter=in_order, validator=check_apart)
    source: str = field(validator=is_text)
    population_on: date | None = field(default=None, validator=is_day_or_none)
    rules: tuple[FeeRule, ...] = field(default=(), converter=_rules, validator=_check_periods)
    vat: Vat | None = field(default=None, validator=is_a(Vat, type(None)))

    @property
    def every_rule(self) -> tuple[FeeRule, ...]:
        """The rules that are added up, the brackets as one of them."""
        if self.rules and not self.brackets:
            return self.rules
        return BracketFee(self.brackets), *self.rules

    @property
    def per(self) -> FeePeriod | None:
        """For what it is charged; `None` where that makes a difference and is not said."""
        period = period_of(self.every_rule[0])
        one_year = len(self.term.years) == 1
        return FeePeriod.YEAR if period is None and one_year else period
