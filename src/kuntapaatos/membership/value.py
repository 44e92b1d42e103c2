"""
A municipality's part in a network: for which years, against what, and what it gives.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar, cast

from attrs import field, frozen

from kuntapaatos.checks import as_member, is_a, is_day_or_none, is_text, is_text_or_none
from kuntapaatos.errors import InvalidValue
from kuntapaatos.fees import Amount, FeeBracket, FeeSchedule, ForeignAmount, Term, Vat
from kuntapaatos.fees.terms import check_year
from kuntapaatos.membership.parts import (
    Charge,
    CostCentre,
    Entitlement,
    FeeOrigin,
    MembershipAction,
    MembershipKind,
)
from kuntapaatos.money import euros, written
from kuntapaatos.municipalities import Municipality
from kuntapaatos.shown import Value, shown

__all__ = ["Membership"]

_T = TypeVar("_T")


def _euros_or_none(value: Decimal | int | None) -> Decimal | None:
    return None if value is None else euros(value)


_NONE = type(None)


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


def _charges(values: Iterable[Charge]) -> tuple[Charge, ...]:
    return _collected(values)


def _all_are(kind: type, expected: str) -> Callable[[object, Any, Any], None]:
    def check(_: object, attribute: Any, values: Any) -> None:
        if not isinstance(values, tuple):
            raise InvalidValue(attribute.name, values, f"a sequence, each {expected}")
        for place, value in enumerate(cast("tuple[object, ...]", values)):
            if not isinstance(value, kind) or (isinstance(value, str) and not value.strip()):
                raise InvalidValue(f"{attribute.name}[{place}]", value, expected)

    return check


def _check_municipality(membership: object, attribute: Any, given: Any) -> None:
    if given is not None and not isinstance(given, Municipality):
        is_text(membership, attribute, given)


def _check_open_ended(membership: Membership, attribute: Any, given: Any) -> None:
    if given and membership.term is not None:
        raise InvalidValue(attribute.name, given, "False where a term is given")


def _check_from(membership: Membership, attribute: Any, year: Any) -> None:
    if year is None:
        return
    check_year(attribute.name, year)
    if membership.term is not None:
        raise InvalidValue(attribute.name, year, "None where a term is given")


def _check_until(membership: Membership, attribute: Any, year: Any) -> None:
    _check_from(membership, attribute, year)
    if year is not None and (membership.open_ended or membership.from_year is not None):
        raise InvalidValue(attribute.name, year, "None where a first year or no end is given")


def _check_days(membership: Membership, attribute: Any, day: Any) -> None:
    is_day_or_none(membership, attribute, day)
    if day is None:
        return
    begins = attribute.name == "first_day"
    year = membership.first_year if begins else membership.last_year
    if day.year != year:
        which = "first" if begins else "last"
        raise InvalidValue(attribute.name, shown(day), f"a day of the {which} year, {shown(year)}")
    if not begins and membership.first_day is not None and day < membership.first_day:
        raise InvalidValue(attribute.name, shown(day), "no day before the first day")


_is_texts = _all_are(str, "a text that is not empty")
_check_charges = _all_are(Charge, "a Charge")


def _action(given: MembershipAction | str | None) -> MembershipAction | None:
    return None if given is None else as_member("action", MembershipAction, given)


def _kind(given: MembershipKind | str | None) -> MembershipKind | None:
    return None if given is None else as_member("kind", MembershipKind, given)


def _fixed_by(given: FeeOrigin | str | None) -> FeeOrigin | None:
    return None if given is None else as_member("fee_fixed_by", FeeOrigin, given)


@frozen(kw_only=True, repr=False)
class Membership(Value):
    """
    A municipality's part in a network, association or programme, against a fee.

    Not a *kunnan jäsen*, the person who may appeal.  What the text does not say
    is `None` or empty; a fee of 0 euros is one that the text says is free.

    Attributes:
        network: Name of the network, as the text writes it.
        organisers: Who run it, in the text's order.
        municipality: Who takes part: its name, or the `Municipality` itself.
        action: What the municipality does: joins, applies, founds, renews, stays, leaves
            or declines.
        kind: What it is a member of: a network, an association, a programme, ...
        term: The calendar years, both included.
        open_ended: Whether the text says that it goes on until further notice
            (*toistaiseksi*); only without a term.
        from_year: The first year, included, where the text states no last one.
        until_year: The last year, included, where the text states no first one: of a
            municipality that leaves, the last in which it is a member.
        first_day: The day on which it begins, where the text states it.
        last_day: The last day, included, where the text states it.
        annual_fee: Euros a year, in whole cents, exact; 0 where the text says it is free.
        charges: What else is charged, or what is not exact: sums by year or period, once,
            about or at most so much, in another currency.
        schedule: The rule by which the text says the fee is set.
        vat: What the text says of value added tax on the fee.
        fee_fixed_by: Whether the decision or only the preparation names the fee.
        fee_bracket: The size of municipality the fee is for, as stated.
        stated_total: Euros for the whole term, as stated; `total_fee` computes its own.
        at_cost: What is charged on top by what it really cost, in the text's words.
        in_kind: What the municipality gives that is not money, in the text's words.
        conditions: What the membership depends on, in the text's words.
        still_due: What stays due of a municipality that leaves; a charge of 0 where the
            text says that nothing does.
        entitlements: What the municipality gets, in the text's order.
        cost_centres: Where the costs are booked.
        theme: The main theme of the term.
        subthemes: Its other themes.
        contract: What the text says of a contract to be made.
        funding: Who else pays for the network, in the text's words.

    Raises:
        InvalidAmount: A sum is no `Decimal`, is not finite, is below zero or finer
            than a cent.
        InvalidValue: A text is empty, a field is of another kind, a membership with a
            term is open-ended, or a day is of another year than the first or the last.
        NotADay: A day is none.

    >>> print(Membership(network="USO", term=Term(2023, 2024), annual_fee=Decimal("12000")))
    USO 2023–2024, 12 000,00 € vuodessa
    """

    network: str = field(validator=is_text)
    organisers: tuple[str, ...] = field(default=(), converter=_texts, validator=_is_texts)
    municipality: Municipality | str | None = field(default=None, validator=_check_municipality)
    action: MembershipAction | None = field(
        default=None, converter=_action, validator=is_a(MembershipAction, type(None))
    )
    kind: MembershipKind | None = field(
        default=None, converter=_kind, validator=is_a(MembershipKind, type(None))
    )
    term: Term | None = field(default=None, validator=is_a(Term, _NONE))
    open_ended: bool = field(default=False, validator=[is_a(bool), _check_open_ended])
    from_year: int | None = field(default=None, validator=_check_from)
    until_year: int | None = field(default=None, validator=_check_until)
    first_day: date | None = field(default=None, validator=_check_days)
    last_day: date | None = field(default=None, validator=_check_days)
    annual_fee: Decimal | None = field(default=None, converter=_euros_or_none)
    charges: tuple[Charge, ...] = field(default=(), converter=_charges, validator=_check_charges)
    schedule: FeeSchedule | None = field(default=None, validator=is_a(FeeSchedule, _NONE))
    vat: Vat | None = field(default=None, validator=is_a(Vat, _NONE))
    fee_fixed_by: FeeOrigin | None = field(
        default=None, converter=_fixed_by, validator=is_a(FeeOrigin, _NONE)
    )
    fee_bracket: FeeBracket | None = field(default=None, validator=is_a(FeeBracket, _NONE))
    stated_total: Decimal | None = field(default=None, converter=_euros_or_none)
    at_cost: tuple[str, ...] = field(default=(), converter=_texts, validator=_is_texts)
    in_kind: tuple[str, ...] = field(default=(), converter=_texts, validator=_is_texts)
    conditions: tuple[str, ...] = field(default=(), converter=_texts, validator=_is_texts)
    still_due: tuple[Charge, ...] = field(default=(), converter=_charges, validator=_check_charges)
    entitlements: tuple[Entitlement, ...] = field(
        default=(), converter=_entitlements, validator=_all_are(Entitlement, "an Entitlement")
    )
    cost_centres: tuple[CostCentre, ...] = field(
        default=(), converter=_cost_centres, validator=_all_are(CostCentre, "a CostCentre")
    )
    theme: str | None = field(default=None, validator=is_text_or_none)
    subthemes: tuple[str, ...] = field(default=(), converter=_texts, validator=_is_texts)
    contract: str | None = field(default=None, validator=is_text_or_none)
    funding: str | None = field(default=None, validator=is_text_or_none)

    @property
    def is_free(self) -> bool | None:
        """
        Whether the text says that nothing is charged; `None` where it states no sum at all.

        >>> [Membership(network="A", annual_fee=fee).is_free for fee in (Decimal(0), None)]
        [True, None]
        """
        sums = [self.annual_fee, self.stated_total, *(one.amount for one in self.charges)]
        stated = [one for one in sums if one is not None]
        return None if not stated else all(_is_nothing(one) for one in stated)

    @property
    def first_year(self) -> int | None:
        """The first calendar year, included, where it is known."""
        return self.from_year if self.term is None else self.term.first_year

    @property
    def last_year(self) -> int | None:
        """The last calendar year, included, where it is known."""
        return self.until_year if self.term is None else self.term.last_year

    def is_whole(self, year: int) -> bool:
        """
        Whether nothing says that the membership is for a part of a calendar year only.

        >>> since = Membership(network="A", from_year=2025, first_day=date(2025, 8, 1))
        >>> since.is_whole(2025), since.is_whole(2026)
        (False, True)
        """
        first, last = date(year, 1, 1), date(year, 12, 31)
        return (self.first_day or first) <= first and last <= (self.last_day or last)

    def __str__(self) -> str:
        return ", ".join([f"{self.network}{self._during()}", *self._sums()])

    def _during(self) -> str:
        if self.term is None and (self.from_year or self.until_year):
            years = f" {self.from_year or ''}–{self.until_year or ''}"
        else:
            years = "" if self.term is None else f" {self.term}"
        first, last = ("" if day is None else shown(day) for day in (self.first_day, self.last_day))
        days = f" ({first}–{last})" if first or last else ""
        return f"{years}{days}{' toistaiseksi' if self.open_ended else ''}"

    def _sums(self) -> list[str]:
        yearly = [] if self.annual_fee is None else [f"{written(self.annual_fee)} vuodessa"]
        return [*yearly, *map(str, self.charges)]


def _is_nothing(stated: Decimal | Amount | ForeignAmount) -> bool:
    if isinstance(stated, Decimal):
        return not stated
    return isinstance(stated, Amount) and stated.is_exact and not stated.euros
