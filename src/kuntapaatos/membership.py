"""
What it costs a municipality to take part in a network for a term, and what it gets.

The fee is owed for each calendar year of the term; what is charged at cost
comes on top when it is known.  What a text states and what is computed are
two things: a stated total is kept and never overwritten.

Kajaani's decision to join USO (KAJDno-2024-1799):

>>> uso = Membership(network="USO", term=Term(2025, 2026), annual_fee=Decimal("12000"))
>>> total_fee(uso)
Decimal('24000.00')
>>> budget(uso)
((2025, Decimal('12000.00')), (2026, Decimal('12000.00')))
>>> settle(uso, [Decimal("214.60"), Decimal("476.74")])
Decimal('24691.34')
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal
from enum import Enum
from typing import Any, TypeVar, cast

from attrs import field, frozen
from attrs.validators import optional

from kuntapaatos.errors import InvalidValue
from kuntapaatos.fees import FeeBracket, Term, check_text
from kuntapaatos.money import euros, from_cents, to_cents, written
from kuntapaatos.shown import Value

__all__ = [
    "CostCentre",
    "Entitlement",
    "FeeOrigin",
    "Membership",
    "budget",
    "settle",
    "total_fee",
]

_T = TypeVar("_T")


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


def _check_count(_: object, attribute: Any, count: Any) -> None:
    if count is not None and (type(count) is not int or count < 1):
        raise InvalidValue(attribute.name, count, "an int from 1, or None")


@frozen(eq=False, repr=False)
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
    what: str = field(validator=check_text)

    def __str__(self) -> str:
        return self.what if self.count is None else f"{self.count} {self.what}"


def _euros_or_none(value: Decimal | None) -> Decimal | None:
    return None if value is None else euros(value)


@frozen(eq=False, repr=False)
class CostCentre(Value):
    """
    Where a cost is booked (*kustannuspaikka*).

    Attributes:
        code: As the municipality writes it; a text, since zeros in front count.
        name: Its name, when stated.
        covers: What is booked there, in the text's words; `None` when not told apart.
        amount: Euros booked there, when stated.

    Raises:
        InvalidValue: A text is empty or no text.
        InvalidAmount: The amount is no `Decimal` of whole cents.

    >>> print(CostCentre("2911010001", "Yleishallinto"))
    2911010001 Yleishallinto
    >>> print(CostCentre("1106", covers="luottamushenkilöiden osallistumiskustannukset"))
    1106 (luottamushenkilöiden osallistumiskustannukset)
    """

    code: str = field(validator=check_text)
    name: str | None = field(default=None, validator=optional(check_text))
    covers: str | None = field(default=None, validator=optional(check_text))
    amount: Decimal | None = field(default=None, converter=_euros_or_none)

    def __str__(self) -> str:
        name = f" {self.name}" if self.name is not None else ""
        covers = f" ({self.covers})" if self.covers is not None else ""
        return f"{self.code}{name}{covers}"


def _collected(values: Iterable[_T]) -> tuple[_T, ...]:
    # One text is no collection of texts, and a set would come out in an order of
    # the machine's; what is left as it is, the validator refuses by its field's name.
    given: object = values
    if isinstance(given, Iterable) and not isinstance(given, str | set | frozenset):
        return tuple(values)
    return cast("tuple[_T, ...]", values)


def _texts(values: Iterable[str]) -> tuple[str, ...]:
    return _collected(values)


def _entitlements(values: Iterable[Entitlement]) -> tuple[Entitlement, ...]:
    return _collected(values)


def _cost_centres(values: Iterable[CostCentre]) -> tuple[CostCentre, ...]:
    return _collected(values)


def _all_are(kind: type, expected: str) -> Callable[[object, Any, Any], None]:
    def check(_: object, attribute: Any, values: Any) -> None:
        if not isinstance(values, tuple):
            raise InvalidValue(attribute.name, values, f"a sequence, each {expected}")
        for place, value in enumerate(values):
            if not isinstance(value, kind) or (isinstance(value, str) and not value.strip()):
                raise InvalidValue(f"{attribute.name}[{place}]", value, expected)

    return check


def _is_or_none(kind: type) -> Callable[[object, Any, Any], None]:
    def check(_: object, attribute: Any, value: Any) -> None:
        if value is not None and not isinstance(value, kind):
            raise InvalidValue(attribute.name, value, f"a {kind.__name__} or None")

    return check


_check_texts = _all_are(str, "a text that is not empty")


@frozen(kw_only=True, eq=False, repr=False)
class Membership(Value):
    """
    A municipality's part in a network, association or programme, against a fee.

    Not a *kunnan jäsen*, the person who may appeal.  What the text does not say
    is `None` or empty.

    Attributes:
        network: Name of the network, as the text writes it.
        organisers: Who run it, in the text's order.
        municipality: Who takes part.
        term: The calendar years, both included.
        annual_fee: Euros a year, in whole cents.
        fee_fixed_by: Whether the decision or only the preparation names the fee.
        fee_bracket: The size of municipality the fee is for, as stated.
        stated_total: Euros for the whole term, as stated; `total_fee` computes its own.
        at_cost: What is charged on top by what it really cost, in the text's words.
        entitlements: What the municipality gets, in the text's order.
        cost_centres: Where the costs are booked.
        theme: The main theme of the term.
        subthemes: Its other themes.
        contract: What the text says of a contract to be made.
        funding: Who else pays for the network, in the text's words.

    Raises:
        InvalidAmount: A sum is no `Decimal`, is not finite, is below zero or finer
            than a cent.
        InvalidValue: A text is empty, or a field is of another kind.

    >>> print(Membership(network="USO", term=Term(2023, 2024), annual_fee=Decimal("12000")))
    USO 2023–2024, 12 000,00 € vuodessa
    """

    network: str = field(validator=check_text)
    organisers: tuple[str, ...] = field(default=(), converter=_texts, validator=_check_texts)
    municipality: str | None = field(default=None, validator=optional(check_text))
    term: Term | None = field(default=None, validator=_is_or_none(Term))
    annual_fee: Decimal | None = field(default=None, converter=_euros_or_none)
    fee_fixed_by: FeeOrigin | None = field(default=None, validator=_is_or_none(FeeOrigin))
    fee_bracket: FeeBracket | None = field(default=None, validator=_is_or_none(FeeBracket))
    stated_total: Decimal | None = field(default=None, converter=_euros_or_none)
    at_cost: tuple[str, ...] = field(default=(), converter=_texts, validator=_check_texts)
    entitlements: tuple[Entitlement, ...] = field(
        default=(), converter=_entitlements, validator=_all_are(Entitlement, "an Entitlement")
    )
    cost_centres: tuple[CostCentre, ...] = field(
        default=(), converter=_cost_centres, validator=_all_are(CostCentre, "a CostCentre")
    )
    theme: str | None = field(default=None, validator=optional(check_text))
    subthemes: tuple[str, ...] = field(default=(), converter=_texts, validator=_check_texts)
    contract: str | None = field(default=None, validator=optional(check_text))
    funding: str | None = field(default=None, validator=optional(check_text))

    def __str__(self) -> str:
        term = f" {self.term}" if self.term is not None else ""
        fee = f", {written(self.annual_fee)} vuodessa" if self.annual_fee is not None else ""
        return f"{self.network}{term}{fee}"


def budget(membership: Membership, /) -> tuple[tuple[int, Decimal], ...]:
    """
    Return the fixed fee of each calendar year of the term.

    What is charged at cost is not in it.

    Args:
        membership: Its fee and its term must be known.

    Returns:
        Pairs of a year and euros in whole cents, in order.

    Raises:
        InvalidValue: The fee or the term is not known; the error says which.

    >>> budget(Membership(network="USO", term=Term(2025, 2025), annual_fee=Decimal("12000")))
    ((2025, Decimal('12000.00')),)
    """
    if not isinstance(membership, Membership):
        raise InvalidValue("membership", membership, "a Membership")
    term, fee = membership.term, membership.annual_fee
    if term is None or fee is None:
        missing = [name for name, value in (("annual_fee", fee), ("term", term)) if value is None]
        raise InvalidValue(" and ".join(missing), None, "known before a cost can be computed")
    return tuple((year, fee) for year in term.years)


def total_fee(membership: Membership, /) -> Decimal:
    """
    Return the fixed fee of the whole term: the yearly fee times its years.

    Computed, whatever total the text states; what is charged at cost is not in it.

    Args:
        membership: Its fee and its term must be known.

    Returns:
        Euros, in whole cents.

    Raises:
        InvalidValue: The fee or the term is not known; the error says which.

    >>> total_fee(Membership(network="USO", annual_fee=Decimal("12000")))
    Traceback (most recent call last):
        ...
    kuntapaatos.errors.InvalidValue: term must be known before a cost can be computed; got None
    """
    return from_cents(sum(to_cents(fee) for _, fee in budget(membership)))


def settle(membership: Membership, /, actual_costs: Iterable[Decimal] | Decimal) -> Decimal:
    """
    Return what the whole term cost: the fixed fee and what was charged at cost.

    Args:
        membership: Its fee and its term must be known.
        actual_costs: Euros in whole cents, one sum or several; `()` when there
            were none.

    Returns:
        Euros, in whole cents.

    Raises:
        InvalidAmount: A cost is no `Decimal`, is not finite, is below zero or finer
            than a cent.
        InvalidValue: The fee or the term is not known; the error says which.

    >>> uso = Membership(network="USO", term=Term(2025, 2026), annual_fee=Decimal("12000"))
    >>> settle(uso, Decimal("691.34"))
    Decimal('24691.34')
    """
    given: object = actual_costs
    several = isinstance(given, Iterable) and not isinstance(given, str)
    costs = cast("Iterable[Decimal]", given if several else (given,))
    return from_cents(to_cents(total_fee(membership)) + sum(to_cents(cost) for cost in costs))
