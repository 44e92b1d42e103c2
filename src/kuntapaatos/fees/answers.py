"""
What a fee is, how exact, and how it was counted.

>>> from kuntapaatos.fees.amounts import Amount
>>> given = FeeGiven(FeeFact.PERCENT, Rate("13")), FeeGiven(FeeFact.FRAME, Amount(Decimal(910_000)))
>>> print(FeeStep(FeeStepRule.PERCENTAGE, given, Amount(Decimal(118_300)), source="§ 109"))
prosenttiosuus: prosentti 13, kustannuskehys 910 000,00 € → 118 300,00 € (§ 109)
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

from attrs import field, frozen

from kuntapaatos.checks import (
    all_of,
    as_int_or_none,
    as_member,
    check_type,
    is_a,
    is_day_or_none,
    is_text_or_none,
    is_tuple_of,
)
from kuntapaatos.doubts import Doubt
from kuntapaatos.errors import FactMissing, FeeNotExact, InvalidValue
from kuntapaatos.fees.amounts import Amount, Exactness, amount_of
from kuntapaatos.fees.rules import FeePeriod, Weight
from kuntapaatos.fees.schedule import FeeSchedule
from kuntapaatos.fees.terms import is_year
from kuntapaatos.law import Provision
from kuntapaatos.money import Rate, number, rate
from kuntapaatos.shown import Value, shown

__all__ = [
    "Fee",
    "FeeFact",
    "FeeFacts",
    "FeeGiven",
    "FeeStep",
    "FeeStepRule",
    "Measure",
    "MemberStatus",
]


class MemberStatus(Enum):
    """
    Whether a member joins in the year of the fee.

    >>> MemberStatus("uusi jäsen")
    <MemberStatus.NEW: 'uusi jäsen'>
    """

    NEW = "uusi jäsen"
    """It joins in that year for the first time."""
    RETURNING = "palaava jäsen"
    """It joins in that year again, after having left."""
    CONTINUING = "jatkava jäsen"
    """It joined in an earlier year."""


class FeeFact(Enum):
    """
    What goes into a step of a fee: a fact that is given, or a term of the rule.

    >>> FeeFact("kustannuskehys")
    <FeeFact.FRAME: 'kustannuskehys'>
    """

    POPULATION = "asukasluku"
    """Inhabitants of the municipality."""
    FRAME = "kustannuskehys"
    """The sum of which a share or a percentage is taken."""
    MEMBERS = "jäsenten määrä"
    """How many members divide a frame equally."""
    INDEX = "indeksiluku"
    """The value of an index."""
    MONTHS = "jäsenyyskuukaudet"
    """Months as a member in the first year."""
    STATUS = "jäsenyyden tila"
    """Whether a member is new, comes back or goes on."""
    WEIGHT = "jakoperuste"
    """By what a frame is divided."""
    OWN = "oma määrä"
    """What the municipality has of a measure."""
    TOTAL = "kaikkien määrä"
    """What all members have of a measure."""
    PART = "painoarvo"
    """How much a measure counts beside others."""
    PRICE = "hinta asukasta kohti"
    """Euros for each inhabitant."""
    PERCENT = "prosentti"
    """Per cent."""
    BASE = "indeksin perusluku"
    """The value of an index at which a sum is stated."""
    BRACKET = "maksuluokka"
    """The bracket of inhabitants."""
    STATED = "ilmoitettu summa"
    """The sum as the text has it."""
    LIMIT = "raja"
    """The least or the most."""
    COUNTED = "laskettu summa"
    """What the steps before came to."""
    ROUNDING = "pyöristystapa"
    """Which way a sum is rounded."""
    UNIT = "pyöristysyksikkö"
    """To what a sum is rounded."""
    EQUIVALENT = "vastaavuus euroina"
    """What a sum in another currency is worth in euros."""


class FeeStepRule(Enum):
    """
    What one step of a fee does.

    >>> FeeStepRule("enimmäismaksu")
    <FeeStepRule.MAXIMUM: 'enimmäismaksu'>
    """

    FLAT = "kiinteä maksu"
    BRACKET = "maksu asukasluvun mukaan"
    PER_INHABITANT = "maksu asukasta kohti"
    SHARE = "osuus kustannuskehyksestä"
    PERCENTAGE = "prosenttiosuus"
    MINIMUM = "vähimmäismaksu"
    MAXIMUM = "enimmäismaksu"
    INDEX = "indeksitarkistus"
    FIRST_YEAR = "ensimmäisen vuoden maksu"
    ENTRY = "liittymismaksu"
    ROUNDING = "pyöristys"
    SUM = "yhteensä"
    VAT = "arvonlisävero"


def _check_count(least: int, most: int | None, expected: str) -> Callable[[object, Any, Any], None]:
    def check(_: object, attribute: Any, given: Any) -> None:
        fits = type(given) is int and given >= least and (most is None or given <= most)
        if given is not None and not fits:
            raise InvalidValue(attribute.name, given, expected)

    return check


_check_inhabitants = _check_count(0, None, "an int of inhabitants, not negative")


def _own(value: Decimal | int) -> Rate:
    return rate(value, "own")


def _total(value: Decimal | int) -> Rate:
    return rate(value, "total")


def _check_own(measure: Measure, _: object, total: Rate) -> None:
    if not total or measure.own > total:
        raise InvalidValue("total", total, f"above zero, and {measure.own} or more")


def _check_weight(_: object, __: object, weight: Any) -> None:
    check_type("weight", weight, Weight, "a member of Weight")
    if weight in {Weight.INHABITANTS, Weight.EQUALLY}:
        expected = "another one: inhabitants and the number of members are facts of their own"
        raise InvalidValue("weight", weight, expected)


@frozen(repr=False)
class Measure(Value):
    """
    What a municipality has of a measure by which a frame is divided, and what all have.

    Attributes:
        weight: The measure, other than inhabitants.
        own: What the municipality has.
        total: What all members have.

    Raises:
        InvalidValue: A number is none that is not negative, *own* is more than *total*, or
            *weight* is no measure of its own.

    >>> print(Measure(Weight.WAGES, 1_500_000, 60_000_000))
    palkkasumma 1 500 000 / 60 000 000
    """

    weight: Weight = field(validator=_check_weight)
    own: Rate = field(converter=_own)
    total: Rate = field(converter=_total, validator=_check_own)

    def __str__(self) -> str:
        return f"{self.weight.value} {number(self.own)} / {number(self.total)}"


def _measures(measures: Iterable[Measure]) -> tuple[Measure, ...]:
    return all_of("measures", measures, Measure, "several of Measure")


def _frame_or_none(frame: Decimal | Amount | None) -> Amount | None:
    return None if frame is None else amount_of(frame)


def _index_or_none(value: Decimal | int | None) -> Rate | None:
    return None if value is None else rate(value, "index")


def _status(given: MemberStatus | str | None) -> MemberStatus | None:
    return None if given is None else as_member("status", MemberStatus, given)


def _check_total(facts: FeeFacts, _: object, total: int | None) -> None:
    if total is not None and total < max(facts.population or 0, 1):
        raise InvalidValue("total_population", total, f"{facts.population or 1} or more")


@frozen(kw_only=True, repr=False)
class FeeFacts(Value):
    """
    What a fee was counted with; `None` is not known.

    Attributes:
        population: Inhabitants.
        total_population: Inhabitants of all members that divide a frame.
        frame: The sum of which a share or a percentage is taken.
        measures: Of other measures what the municipality has, and what all have.
        members: How many divide a frame equally.
        index: The value of an index.
        status: Whether the member is new.
        months: Its months as a member in the first year, from 1 to 12.
        on: The day on which the service is performed.

    Raises:
        InvalidValue: A fact is of another kind, or beyond its limits.
        InvalidAmount: *frame* is no sum.
        NotADay: *on* is no `date`, or is a `datetime`.
    """

    population: int | None = field(
        default=None, converter=as_int_or_none, validator=_check_inhabitants
    )
    total_population: int | None = field(
        default=None, converter=as_int_or_none, validator=[_check_inhabitants, _check_total]
    )
    frame: Amount | None = field(default=None, converter=_frame_or_none)
    measures: tuple[Measure, ...] = field(default=(), converter=_measures)
    members: int | None = field(
        default=None, converter=as_int_or_none, validator=_check_count(1, None, "an int from 1")
    )
    index: Rate | None = field(default=None, converter=_index_or_none)
    status: MemberStatus | None = field(
        default=None, converter=_status, validator=is_a(MemberStatus, type(None))
    )
    months: int | None = field(
        default=None, converter=as_int_or_none, validator=_check_count(1, 12, "an int from 1 to 12")
    )
    on: date | None = field(default=None, validator=is_day_or_none)

    def measure(self, weight: Weight) -> tuple[Rate | int, Rate | int]:
        """
        Return what the municipality has of a measure, and what all members have.

        Raises:
            FactMissing: It is not known.
        """
        if weight is Weight.EQUALLY:
            return 1, self.needed("members", FeeFact.MEMBERS)
        if weight is Weight.INHABITANTS:
            own: int = self.needed("population", FeeFact.POPULATION)
            return own, self.needed("total_population", FeeFact.TOTAL)
        for measure in self.measures:
            if measure.weight is weight:
                return measure.own, measure.total
        raise FactMissing(f"weights[{weight}]", weight.value)

    def needed(self, name: str, what: FeeFact) -> Any:
        """
        Return a fact that a rule needs.

        Raises:
            FactMissing: It is not known.
        """
        value = getattr(self, name)
        if value is None:
            raise FactMissing(name, what.value)
        return value


@frozen(repr=False)
class FeeGiven(Value):
    """
    One thing that went into a step.

    Attributes:
        what: What it is.
        value: A number, a sum, a bracket, or a term.

    >>> print(FeeGiven(FeeFact.POPULATION, 36_297))
    asukasluku 36 297
    """

    what: FeeFact = field(validator=is_a(FeeFact))
    value: object

    def __str__(self) -> str:
        value = self.value
        said = number(value) if type(value) is int or isinstance(value, Rate) else shown(value)
        return f"{self.what.value} {said}"


@frozen(repr=False)
class FeeStep(Value):
    """
    One step of a fee: what went in, the rule, what came out, the source.

    Attributes:
        rule: What the step does.
        given: What went in.
        result: What came out; a sum finer than a cent is cut here, and goes on uncut.
        cut: Whether *result* is cut.
        source: The document with the rule; `None` for a rule of law.
        provisions: The sections behind a rule of law.
    """

    rule: FeeStepRule = field(validator=is_a(FeeStepRule))
    given: tuple[FeeGiven, ...] = field(validator=is_tuple_of(FeeGiven))
    result: Amount = field(validator=is_a(Amount))
    cut: bool = field(default=False, kw_only=True, validator=is_a(bool))
    source: str | None = field(default=None, kw_only=True, validator=is_text_or_none)
    provisions: tuple[Provision, ...] = field(
        default=(), kw_only=True, validator=is_tuple_of(Provision)
    )

    def __str__(self) -> str:
        given = ", ".join(map(str, self.given))
        sources = "; ".join([*([self.source] if self.source else []), *map(str, self.provisions)])
        result = str(self.result).replace(" €", "… €") if self.cut else str(self.result)
        return f"{self.rule.value}: {given} → {result}" + (f" ({sources})" if sources else "")


def _single(amount: Amount | None) -> Decimal | None:
    return None if amount is None or amount.up_to is not None else amount.euros


@frozen(kw_only=True, repr=False)
class Fee(Value):
    """
    A fee, with the steps that it was counted in (*maksu*).

    Whether the municipality may deduct the tax, or gets it back, is not counted.

    Attributes:
        schedule: By what it is charged.
        year: The year that was asked for.
        facts: What it was counted with.
        per: For what it is charged: that year, the whole term, once; `None` where the
            text does not say.
        without_tax: The fee without value added tax; where nothing is said of the tax, the
            sum as it stands.
        tax: The tax; `None` where nothing is said of it.
        with_tax: The fee with the tax; `None` where nothing is said of it.
        steps: How it was counted.
        doubts: What the text or the law leaves open, each with its candidates.
        law_as_of: The day up to which the rates of the tax were checked; `None` where no
            general rate was used.
    """

    schedule: FeeSchedule = field(validator=is_a(FeeSchedule))
    year: int = field(validator=is_year)
    facts: FeeFacts = field(validator=is_a(FeeFacts))
    per: FeePeriod | None = field(validator=is_a(FeePeriod, type(None)))
    without_tax: Amount = field(validator=is_a(Amount))
    tax: Amount | None = field(validator=is_a(Amount, type(None)))
    with_tax: Amount | None = field(validator=is_a(Amount, type(None)))
    steps: tuple[FeeStep, ...] = field(validator=is_tuple_of(FeeStep))
    doubts: tuple[Doubt, ...] = field(default=(), validator=is_tuple_of(Doubt))
    law_as_of: date | None = field(default=None, validator=is_day_or_none)

    @property
    def source(self) -> str:
        """The document that states the rule."""
        return self.schedule.source

    @property
    def net(self) -> Decimal | None:
        """
        Euros without tax, as exact as `exactness` says; `None` where they lie between two.

        Where nothing is said of the tax, it is the sum as it stands.
        """
        return _single(self.without_tax)

    @property
    def vat(self) -> Decimal | None:
        """The euros of the tax; `None` where nothing is said of it, or where it is open."""
        return _single(self.tax)

    @property
    def gross(self) -> Decimal | None:
        """Euros with the tax; `None` where nothing is said of it, or where they are open."""
        return _single(self.with_tax)

    @property
    def exactness(self) -> Exactness:
        """How exact `net` is: exact, about, at most, at least, or between two."""
        return self.without_tax.exactness

    @property
    def is_exact(self) -> bool:
        """Whether the fee can be budgeted to the cent: nothing is about, at most or open."""
        return self.without_tax.is_exact and not self.doubts

    def exactly(self) -> Decimal:
        """
        Return the euros without tax of a fee that is exact.

        Raises:
            FeeNotExact: It is about, at most or at least so much, or something is open.
        """
        if not self.is_exact:
            open_points = "; ".join(doubt.code.value for doubt in self.doubts)
            said = f"{self.without_tax} ({open_points})" if open_points else str(self.without_tax)
            raise FeeNotExact(f"the fee of {self.schedule.network} for {self.year}", said)
        return self.without_tax.euros

    def __str__(self) -> str:
        during = "" if self.per is None else f" ({self.per.value})"
        line = f"{self.schedule.network} {self.year}{during}: {self.without_tax}"
        if self.tax is None or self.with_tax is None:
            return line
        return f"{line}, arvonlisävero {self.tax}, yhteensä {self.with_tax}"
