"""
The parts of a membership: what the municipality does, what is charged, where it is booked.

>>> print(Charge(Amount.about(Decimal(24_000))))
noin 24 000,00 € vuodessa
>>> print(Charge(Decimal(30_000), per=FeePeriod.TERM, years=Term(2020, 2021)))
30 000,00 € kaudelta 2020–2021
"""

from __future__ import annotations

from decimal import Decimal
from enum import Enum
from typing import Any

from attrs import field, frozen

from kuntapaatos.checks import is_a, is_text, is_text_or_none
from kuntapaatos.errors import InvalidValue
from kuntapaatos.fees import Amount, FeePeriod, ForeignAmount, Term
from kuntapaatos.fees.amounts import amount_of
from kuntapaatos.fees.rules import as_period
from kuntapaatos.money import Rate, euros, number, rate
from kuntapaatos.shown import Value

__all__ = [
    "Charge",
    "CostCentre",
    "Entitlement",
    "FeeOrigin",
    "MembershipAction",
    "MembershipKind",
]


class FeeOrigin(Enum):
    """
    Which part of the document fixes the fee.

    >>> FeeOrigin("valmistelu")
    <FeeOrigin.PREPARATION: 'valmistelu'>
    """

    DECISION = "päätös"
    """The decision itself names the sum."""
    PREPARATION = "valmistelu"
    """Only the preparation names it; what was decided fixes no sum."""


class MembershipAction(Enum):
    """
    What a municipality does about a membership.

    >>> MembershipAction("eroaa")
    <MembershipAction.LEAVES: 'eroaa'>
    """

    JOINS = "liittyy"
    """It becomes a member."""
    APPLIES = "hakee"
    """It asks to become one; whether it does, another decides."""
    FOUNDS = "perustaa"
    """It founds the network or association, with others or alone."""
    RENEWS = "uusii"
    """It goes on for a new term."""
    STAYS = "pysyy"
    """It goes on as before."""
    LEAVES = "eroaa"
    """It ends its membership; a part of the fee may stay due."""
    DECLINES = "ei liity"
    """It does not become a member, so that nothing is charged."""


class MembershipKind(Enum):
    """
    What a municipality is a member of.

    >>> MembershipKind("hanke")
    <MembershipKind.PROJECT: 'hanke'>
    """

    NETWORK = "verkosto"
    ASSOCIATION = "yhdistys"
    PROGRAMME = "ohjelma"
    PROJECT = "hanke"
    JOINT_BODY = "yhteinen toimielin"
    """A body of several municipalities together (Kuntalaki 51 §)."""


def _check_count(_: object, attribute: Any, count: Any) -> None:
    if count is not None and (type(count) is not int or count < 1):
        raise InvalidValue(attribute.name, count, "an int from 1, or None")


@frozen(repr=False)
class Entitlement(Value):
    """
    Something the fee entitles the municipality to.

    Attributes:
        count: How many, as stated; `None` when no number is.
        what: What it is, in the text's words.

    Raises:
        InvalidValue: *count* is no whole number from 1, or *what* is empty.

    >>> print(Entitlement(4, "teemaseminaaria"), Entitlement(None, "tietoaineisto"), sep=", ")
    4 teemaseminaaria, tietoaineisto
    """

    count: int | None = field(validator=_check_count)
    what: str = field(validator=is_text)

    def __str__(self) -> str:
        return self.what if self.count is None else f"{self.count} {self.what}"


_is_term = is_a(Term, type(None))


def _euros_or_none(value: Decimal | int | None) -> Decimal | None:
    return None if value is None else euros(value)


def _rate_or_none(value: Decimal | int | None) -> Rate | None:
    return None if value is None else rate(value)


def _check_share(_: object, attribute: Any, share: Rate | None) -> None:
    if share is not None and not 0 < share <= 100:
        raise InvalidValue(attribute.name, share, "a percentage above 0 and up to 100, or None")


@frozen(repr=False)
class CostCentre(Value):
    """
    Where a cost is booked (*kustannuspaikka*).

    Attributes:
        code: As the municipality writes it; a text, since zeros in front count.
        name: Its name, when stated.
        covers: What is booked there, in the text's words; `None` when not told apart.
        amount: Euros booked there, when stated.
        share: How many per cent of the cost are booked there, when stated.
        years: The years in which it is, both included; `None` when not told apart.

    Raises:
        InvalidValue: A text is empty or no text, or *share* is no percentage.
        InvalidAmount: The amount is no `Decimal` of whole cents.

    >>> print(CostCentre("2911010001", "Yleishallinto"))
    2911010001 Yleishallinto
    >>> print(CostCentre("1106", covers="luottamushenkilöiden osallistumiskustannukset"))
    1106 (luottamushenkilöiden osallistumiskustannukset)
    >>> print(CostCentre("3110", "Kirjasto", share=60, years=Term(2025, 2026)))
    3110 Kirjasto, 60 %, 2025–2026
    """

    code: str = field(validator=is_text)
    name: str | None = field(default=None, validator=is_text_or_none)
    covers: str | None = field(default=None, validator=is_text_or_none)
    amount: Decimal | None = field(default=None, converter=_euros_or_none)
    share: Rate | None = field(
        default=None, converter=_rate_or_none, validator=_check_share, kw_only=True
    )
    years: Term | None = field(default=None, validator=_is_term, kw_only=True)

    def __str__(self) -> str:
        name = f" {self.name}" if self.name is not None else ""
        covers = f" ({self.covers})" if self.covers is not None else ""
        share = f", {number(self.share)} %" if self.share is not None else ""
        years = f", {self.years}" if self.years is not None else ""
        return f"{self.code}{name}{covers}{share}{years}"


def _sum_of(value: Amount | ForeignAmount | Decimal | int) -> Amount | ForeignAmount:
    return value if isinstance(value, ForeignAmount) else amount_of(value)


_DURING = {
    FeePeriod.YEAR: " vuodessa",
    FeePeriod.TERM: " kaudelta",
    FeePeriod.ONCE: " kerralta",
    None: "",
}


@frozen(repr=False)
class Charge(Value):
    """
    One sum that a text states for a membership (*maksuerä*), exact or not.

    Attributes:
        amount: Euros, or a sum in another currency; a bare `Decimal` is exact.
        per: For what it is charged: each year, the whole of its years, once; `None` where
            the text does not say.
        years: The years it is for, both included; `None` for those of the membership.
        what: What it is for, in the text's words, such as "liittymismaksu".
        condition: What it depends on, in the text's words.

    Raises:
        InvalidAmount: *amount* is no sum.
        InvalidValue: A text is empty, or a field is of another kind.

    >>> print(Charge(Amount.at_most(Decimal(4_000_000)), per=FeePeriod.ONCE))
    enintään 4 000 000,00 € kerralta
    """

    amount: Amount | ForeignAmount = field(converter=_sum_of)
    per: FeePeriod | None = field(
        default=FeePeriod.YEAR,
        converter=as_period,
        validator=is_a(FeePeriod, type(None)),
        kw_only=True,
    )
    years: Term | None = field(default=None, validator=_is_term, kw_only=True)
    what: str | None = field(default=None, validator=is_text_or_none, kw_only=True)
    condition: str | None = field(default=None, validator=is_text_or_none, kw_only=True)

    def __str__(self) -> str:
        what = f"{self.what} " if self.what is not None else ""
        years = f" {self.years}" if self.years is not None else ""
        condition = f" (ehto: {self.condition})" if self.condition is not None else ""
        return f"{what}{self.amount}{_DURING[self.per]}{years}{condition}"
