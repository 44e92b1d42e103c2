"""
How a fee is determined (*maksun määräytyminen*): each form as a value, put together freely.

A rule that works on another holds it: a minimum on a price an inhabitant, an index on
that, whole euros on all of it.

>>> print(FlatFee(Decimal(20_000), per=FeePeriod.ONCE))
20 000,00 € kerralta
>>> print(Limited(PerInhabitant(Decimal("2.5")), minimum=Decimal(5_000)))
2,5 € asukasta kohti vuodessa, vähintään 5 000,00 €
>>> print(Rounded(FrameShare.by(Weight.INHABITANTS), Rounding.HALF_UP, RoundingUnit.EURO))
osuus kustannuskehyksestä vuodessa (asukasluku), pyöristys: puolet ylös, euro
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from enum import Enum
from typing import Any, TypeAlias, get_args

from attrs import field, frozen
from attrs.validators import optional

from kuntapaatos.checks import all_of, as_member, check_type, is_a, is_text
from kuntapaatos.errors import InvalidValue
from kuntapaatos.fees.amounts import Amount, ForeignAmount, amount_of
from kuntapaatos.fees.brackets import FeeBracket, check_apart, in_order
from kuntapaatos.money import Rate, Rounding, RoundingUnit, euros, number, rate, to_cents, written
from kuntapaatos.shown import Value

__all__ = [
    "BracketFee",
    "EntryFee",
    "FeePeriod",
    "FeeRule",
    "FirstYear",
    "FlatFee",
    "FrameShare",
    "Indexed",
    "Limited",
    "PerInhabitant",
    "Percentage",
    "Rounded",
    "Weight",
    "WeightPart",
    "inner_rule",
    "period_of",
]


class FeePeriod(Enum):
    """
    For what a fee is charged.

    >>> FeePeriod("kausi")
    <FeePeriod.TERM: 'kausi'>
    """

    YEAR = "vuosi"
    """For each year."""
    TERM = "kausi"
    """For the whole term, however many years it has."""
    ONCE = "kerta"
    """Once."""


class Weight(Enum):
    """
    By what a frame of costs is divided (*jakoperuste*).

    >>> Weight("verotettavat tulot")
    <Weight.TAXABLE_INCOME: 'verotettavat tulot'>
    """

    INHABITANTS = "asukasluku"
    """By number of inhabitants."""
    EQUALLY = "tasan"
    """The same for each member."""
    TAXABLE_INCOME = "verotettavat tulot"
    """By the income that is taxed in the municipality."""
    WAGES = "palkkasumma"
    """By the wages that the member pays."""
    OTHER = "muu peruste"
    """By something else, such as use or shares."""


_DURING = {
    FeePeriod.YEAR: " vuodessa",
    FeePeriod.TERM: " kaudelta",
    FeePeriod.ONCE: " kerralta",
    None: "",
}
_check_period = is_a(FeePeriod, type(None))


def _weight(given: Weight | str) -> Weight:
    return as_member("weight", Weight, given)


def _rounding(given: Rounding | str) -> Rounding:
    return as_member("rounding", Rounding, given)


def as_period(given: FeePeriod | str | None) -> FeePeriod | None:
    """Return for what a sum is, also when it is given in the law's words: "vuosi"."""
    return None if given is None else as_member("per", FeePeriod, given)


_DEEPEST = 30


def _check_rule(_: object, attribute: Any, given: Any) -> None:
    check_type(attribute.name, given, get_args(FeeRule), "a rule of fees, such as FlatFee")
    inner, depth = given, 0
    while inner is not None:
        inner, depth = inner_rule(inner), depth + 1
    if depth > _DEEPEST:
        raise InvalidValue(attribute.name, given, f"rules within rules, at most {_DEEPEST} of them")


def _percent(value: Decimal | int) -> Rate:
    return rate(value, "percent")


def _price(value: Decimal | int) -> Rate:
    return rate(value, "price")


def _part(value: Decimal | int) -> Rate:
    return rate(value, "part")


def _base(value: Decimal | int) -> Rate:
    return rate(value, "base")


def _sum_of(value: Amount | ForeignAmount | Decimal) -> Amount | ForeignAmount:
    return value if isinstance(value, ForeignAmount) else amount_of(value)


@frozen(repr=False)
class FlatFee(Value):
    """
    The same sum for every member, exact or as far as it is stated (*kiinteä maksu*).

    With a sum that is "at most" or "between", it is a fee of which only that is known.

    Attributes:
        amount: Euros, or a sum in another currency; a bare `Decimal` is exact.
        per: For what it is charged; `None` where the text does not say.

    Raises:
        InvalidAmount: *amount* is no sum.
        InvalidValue: *per* is no `FeePeriod`.

    >>> print(FlatFee(Amount.at_most(Decimal(4_000_000)), per=FeePeriod.ONCE))
    enintään 4 000 000,00 € kerralta
    """

    amount: Amount | ForeignAmount = field(converter=_sum_of)
    per: FeePeriod | None = field(
        default=FeePeriod.YEAR, converter=as_period, validator=_check_period, kw_only=True
    )

    def __str__(self) -> str:
        return f"{self.amount}{_DURING[self.per]}"


@frozen(repr=False)
class BracketFee(Value):
    """
    A yearly fee by size of municipality (*maksuluokat*), edges as printed.

    Attributes:
        brackets: In order of size.  What lies between two is not known; an edge that
            two share as printed is open.

    Raises:
        InvalidValue: They are no brackets, or overlap by more than an edge.

    >>> print(BracketFee([FeeBracket(0, 2_999, Decimal(150))]))
    0–2 999 asukasta: 150,00 € vuodessa
    """

    brackets: tuple[FeeBracket, ...] = field(converter=in_order, validator=check_apart)

    def __str__(self) -> str:
        return "; ".join(map(str, self.brackets))


@frozen(repr=False)
class PerInhabitant(Value):
    """
    So much for each inhabitant (*maksu asukasta kohti*).

    Attributes:
        price: Euros for each, as fine as they are stated.
        per: For what it is charged; `None` where the text does not say.

    Raises:
        InvalidValue: *price* is no number that is not negative, or *per* no `FeePeriod`.

    >>> print(PerInhabitant(Decimal("7.5"), per=None))
    7,5 € asukasta kohti
    """

    price: Rate = field(converter=_price)
    per: FeePeriod | None = field(
        default=FeePeriod.YEAR, converter=as_period, validator=_check_period, kw_only=True
    )

    def __str__(self) -> str:
        return f"{number(self.price)} € asukasta kohti{_DURING[self.per]}"


def _positive(_: object, attribute: Any, given: Rate) -> None:
    if not given:
        raise InvalidValue(attribute.name, given, "more than zero")


@frozen(repr=False)
class WeightPart(Value):
    """
    One of the measures by which a frame is divided, and how much it counts (*painoarvo*).

    Attributes:
        weight: The measure.
        part: How much it counts beside the others: 50 and 50 are half and half.

    Raises:
        InvalidValue: *weight* is no `Weight`, or *part* no number above zero.

    >>> print(WeightPart(Weight.TAXABLE_INCOME, 50))
    verotettavat tulot 50
    """

    weight: Weight = field(converter=_weight, validator=is_a(Weight))
    part: Rate = field(converter=_part, validator=_positive)

    def __str__(self) -> str:
        return f"{self.weight.value} {number(self.part)}"


def _parts(parts: Iterable[WeightPart]) -> tuple[WeightPart, ...]:
    return all_of("parts", parts, WeightPart, "several of WeightPart")


def _check_parts(_: object, attribute: Any, parts: tuple[WeightPart, ...]) -> None:
    if not parts or len({part.weight for part in parts}) < len(parts):
        raise InvalidValue(attribute.name, parts, "one or more, each by another Weight")


@frozen(repr=False)
class FrameShare(Value):
    """
    A share of a frame of costs (*osuus kustannuskehyksestä*), which falls as it shrinks.

    By inhabitants, equally or by another measure, or by several of them.

    Attributes:
        parts: The measures, and how much each counts.
        of: The part of the frame that is divided; `None` where it is all of it.
        per: For what it is charged; `None` where the text does not say.

    Raises:
        InvalidValue: There are no *parts* or two by one measure, *of* is no rule, or
            *per* no `FeePeriod`.

    >>> half = FrameShare([WeightPart(Weight.INHABITANTS, 1), WeightPart(Weight.WAGES, 1)])
    >>> print(half)
    osuus kustannuskehyksestä vuodessa (asukasluku 1, palkkasumma 1)
    """

    parts: tuple[WeightPart, ...] = field(converter=_parts, validator=_check_parts)
    of: FeeRule | None = field(default=None, validator=optional(_check_rule))
    per: FeePeriod | None = field(
        default=FeePeriod.YEAR, converter=as_period, validator=_check_period, kw_only=True
    )

    @classmethod
    def by(
        cls,
        weight: Weight,
        of: FeeRule | None = None,
        *,
        per: FeePeriod | None = FeePeriod.YEAR,
    ) -> FrameShare:
        """Return a share by one measure alone."""
        return cls([WeightPart(weight, 1)], of, per=per)

    def __str__(self) -> str:
        one = len(self.parts) == 1
        by = ", ".join(part.weight.value if one else str(part) for part in self.parts)
        whole = "kustannuskehyksestä" if self.of is None else f"summasta ({self.of})"
        return f"osuus {whole}{_DURING[self.per]} ({by})"


@frozen(repr=False)
class Percentage(Value):
    """
    So many per cent of a frame of costs, or of what another rule gives (*prosenttiosuus*).

    Attributes:
        percent: How many per cent.
        of: What they are taken of; `None` where it is the frame that is given.
        per: For what it is charged; `None` where the text does not say.

    Raises:
        InvalidValue: *percent* is no number that is not negative, *of* no rule, or *per* no
            `FeePeriod`.

    >>> print(Percentage(Decimal("4.1"), per=FeePeriod.ONCE))
    4,1 % kustannuskehyksestä kerralta
    """

    percent: Rate = field(converter=_percent)
    of: FeeRule | None = field(default=None, validator=optional(_check_rule))
    per: FeePeriod | None = field(
        default=FeePeriod.YEAR, converter=as_period, validator=_check_period, kw_only=True
    )

    def __str__(self) -> str:
        whole = "kustannuskehyksestä" if self.of is None else f"summasta ({self.of})"
        return f"{number(self.percent)} % {whole}{_DURING[self.per]}"


def _limit(value: Decimal | None) -> Decimal | None:
    return None if value is None else euros(value)


def _check_limits(rule: Limited, _: object, maximum: Decimal | None) -> None:
    least = rule.minimum
    if maximum is None and least is None:
        raise InvalidValue("minimum and maximum", None, "given, one of them or both")
    if maximum is not None and least is not None and to_cents(maximum) < to_cents(least):
        raise InvalidValue("maximum", maximum, f"{least} or more")


@frozen(repr=False)
class Limited(Value):
    """
    What another rule gives, but no less and no more (*vähimmäis- ja enimmäismaksu*).

    Attributes:
        rule: The other rule.
        minimum: Euros, included; `None` where there is none.
        maximum: Euros, included; `None` where there is none.

    Raises:
        InvalidAmount: A limit is no sum.
        InvalidValue: *rule* is no rule, there is no limit, or they are the wrong way round.

    >>> print(Limited(Percentage(Decimal("4.1")), maximum=Decimal(25_000)))
    4,1 % kustannuskehyksestä vuodessa, enintään 25 000,00 €
    """

    rule: FeeRule = field(validator=_check_rule)
    minimum: Decimal | None = field(default=None, converter=_limit, kw_only=True)
    maximum: Decimal | None = field(
        default=None, converter=_limit, validator=_check_limits, kw_only=True
    )

    def __str__(self) -> str:
        least = "" if self.minimum is None else f", vähintään {written(self.minimum)}"
        most = "" if self.maximum is None else f", enintään {written(self.maximum)}"
        return f"{self.rule}{least}{most}"


@frozen(repr=False)
class Indexed(Value):
    """
    What another rule gives, raised by an index (*indeksitarkistus*).

    The sum is multiplied by the index that is given for the year and divided by the base.

    Attributes:
        rule: The other rule, at the base of the index.
        base: The index at which its sums are stated.
        index: Name of the index, with what its base is.

    Raises:
        InvalidValue: *rule* is no rule, *base* no number above zero, or *index* empty.

    >>> print(Indexed(FlatFee(Decimal(1_000)), Decimal("102.5"), "elinkustannusindeksi"))
    1 000,00 € vuodessa, indeksitarkistus: elinkustannusindeksi, perusluku 102,5
    """

    rule: FeeRule = field(validator=_check_rule)
    base: Rate = field(converter=_base, validator=_positive)
    index: str = field(validator=is_text)

    def __str__(self) -> str:
        return f"{self.rule}, indeksitarkistus: {self.index}, perusluku {number(self.base)}"


def _percent_or_none(value: Decimal | int | None) -> Rate | None:
    return None if value is None else _percent(value)


def _check_part(_: object, attribute: Any, percent: Rate | None) -> None:
    if percent is not None and percent > 100:
        raise InvalidValue(attribute.name, percent, "from 0 to 100 per cent")


def _check_first_year(rule: FirstYear, _: object, by_months: Any) -> None:
    check_type("by_months", by_months, bool, "True or False")
    if by_months is (rule.percent is not None):
        raise InvalidValue(
            "percent", rule.percent, "given, or the first year by months: one of them"
        )


@frozen(repr=False)
class FirstYear(Value):
    """
    What a new member pays in its first year of what another rule gives.

    Attributes:
        rule: The other rule.
        percent: How many per cent (*ensimmäisen vuoden alennus*).
        by_months: Whether it is the part of the year's months as a member instead.
        returning: Whether a member that comes back pays the part too; `None` where the
            text does not say.

    Raises:
        InvalidValue: *rule* is no rule, or there is no part or two of them.

    >>> print(FirstYear(FlatFee(Decimal(6_000)), percent=50))
    6 000,00 € vuodessa, ensimmäisenä vuonna 50 %
    """

    rule: FeeRule = field(validator=_check_rule)
    percent: Rate | None = field(
        default=None, converter=_percent_or_none, validator=_check_part, kw_only=True
    )
    by_months: bool = field(default=False, validator=_check_first_year, kw_only=True)
    returning: bool | None = field(default=None, validator=is_a(bool, type(None)), kw_only=True)

    def __str__(self) -> str:
        part = "kuukausien mukaan" if self.percent is None else f"{number(self.percent)} %"
        return f"{self.rule}, ensimmäisenä vuonna {part}"


@frozen(repr=False)
class EntryFee(Value):
    """
    What is charged on joining, beside the yearly fee (*liittymismaksu*).

    Attributes:
        rule: How much it is.
        returning: The per cent of it that a member pays that comes back; 100 for all.

    Raises:
        InvalidValue: *rule* is no rule, or *returning* no number from 0 to 100.

    >>> print(EntryFee(FlatFee(Decimal(5_000), per=FeePeriod.ONCE), returning=50))
    liittymismaksu: 5 000,00 € kerralta, palaavalta jäseneltä 50 %
    """

    rule: FeeRule = field(validator=_check_rule)
    returning: Rate = field(
        default=Rate(100), converter=_percent, validator=_check_part, kw_only=True
    )

    def __str__(self) -> str:
        part = f", palaavalta jäseneltä {number(self.returning)} %" if self.returning != 100 else ""
        return f"liittymismaksu: {self.rule}{part}"


@frozen(repr=False)
class Rounded(Value):
    """
    What another rule gives, rounded the way that is named (*pyöristys*).

    Attributes:
        rule: The other rule.
        rounding: Which way.
        unit: To whole cents or to whole euros.

    Raises:
        InvalidValue: A field is of another kind.

    >>> print(Rounded(PerInhabitant(Decimal("0.125")), Rounding.HALF_UP))
    0,125 € asukasta kohti vuodessa, pyöristys: puolet ylös, sentti
    """

    rule: FeeRule = field(validator=_check_rule)
    rounding: Rounding = field(converter=_rounding, validator=is_a(Rounding))
    unit: RoundingUnit = field(default=RoundingUnit.CENT, validator=is_a(RoundingUnit))

    def __str__(self) -> str:
        return f"{self.rule}, pyöristys: {self.rounding.value}, {self.unit.value}"


FeeRule: TypeAlias = (
    FlatFee
    | BracketFee
    | PerInhabitant
    | FrameShare
    | Percentage
    | Limited
    | Indexed
    | FirstYear
    | EntryFee
    | Rounded
)
"""Every rule there is."""

# attrs keeps the names that a module has when it makes a class; this one comes after.
for _rule in get_args(FeeRule):
    _rule.__init__.__globals__["FeeRule"] = FeeRule


def inner_rule(rule: FeeRule) -> FeeRule | None:
    """
    Return the rule that a rule works on; `None` where it stands alone.

    >>> print(inner_rule(Percentage(13, Percentage(20))))
    20 % kustannuskehyksestä vuodessa
    """
    if isinstance(rule, FrameShare | Percentage):
        return rule.of
    if isinstance(rule, FlatFee | BracketFee | PerInhabitant):
        return None
    return rule.rule


def period_of(rule: FeeRule) -> FeePeriod | None:
    """
    Return for what a rule charges; an entry fee is charged in its year.

    >>> period_of(Rounded(Percentage(13, per=FeePeriod.TERM), Rounding.HALF_UP))
    <FeePeriod.TERM: 'kausi'>
    """
    if isinstance(rule, BracketFee | EntryFee):
        return FeePeriod.YEAR
    if isinstance(rule, FlatFee | PerInhabitant | FrameShare | Percentage):
        return rule.per
    return period_of(rule.rule)
