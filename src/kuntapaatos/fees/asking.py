"""
What a municipality pays by a schedule: the question, its facts, and the answer.

>>> from kuntapaatos.fees.known import PUUMALA_USO_2019_2020
>>> print(fee(PUUMALA_USO_2019_2020, 2019))
USO 2019 (vuosi): 9 000,00 €, arvonlisävero 2 160,00 €, yhteensä 11 160,00 €
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from math import lcm
from typing import SupportsIndex

from attrs import evolve

from kuntapaatos.checks import as_int, check_type
from kuntapaatos.doubts import Basis, Candidate, Doubt, DoubtCode
from kuntapaatos.errors import FactMissing, FeeNotExact, InvalidValue
from kuntapaatos.fees.amounts import Amount
from kuntapaatos.fees.answers import Fee, FeeFact, FeeFacts, FeeStepRule, Measure, MemberStatus
from kuntapaatos.fees.brackets import covering
from kuntapaatos.fees.counting import (
    ZERO,
    Count,
    Outcome,
    Outcomes,
    amount_of_all,
    ends_of,
    finer_than_cents,
    plus,
)
from kuntapaatos.fees.rules import FeePeriod, FrameShare, Rounded, Weight
from kuntapaatos.fees.schedule import FeeSchedule
from kuntapaatos.fees.taxing import Taxed, taxed_by
from kuntapaatos.law import LAW_AS_OF
from kuntapaatos.money import RoundingUnit, rate, split, written

__all__ = ["annual_fee", "counted", "fee", "rough_fee", "shares_of_frame"]


def _measured(weights: Mapping[Weight, tuple[int | Decimal, int | Decimal]]) -> list[Measure]:
    check_type("weights", weights, Mapping, "a mapping of Weight to a pair: own, and of all")
    for weight, pair in weights.items():
        if not isinstance(pair, tuple) or len(pair) != 2:
            raise InvalidValue(f"weights[{weight}]", pair, "a pair: own, and of all")
    return [Measure(weight, *pair) for weight, pair in weights.items()]


def fee(
    schedule: FeeSchedule,
    year: SupportsIndex,
    *,
    population: SupportsIndex | None = None,
    total_population: SupportsIndex | None = None,
    frame: Decimal | Amount | None = None,
    weights: Mapping[Weight, tuple[int | Decimal, int | Decimal]] | None = None,
    members: int | None = None,
    index: Decimal | int | None = None,
    status: MemberStatus | None = None,
    months: int | None = None,
    on: date | None = None,
) -> Fee:
    """
    Return what a municipality pays by a schedule, with the steps of the count.

    Only the facts that its rules count with are needed; one that is missing is an error
    that names it.

    Args:
        schedule: What the network charges.
        year: A year of the schedule's term; of a sum for the whole term, any of them.
        population: Inhabitants, on the day the schedule takes them from.
        total_population: Inhabitants of all members that divide a frame.
        frame: Euros of the frame of costs of which a share or a percentage is taken.
        weights: Of each other measure what the municipality has and what all members have.
        members: How many members divide a frame equally.
        index: The value of the index for the year.
        status: Whether the member is new, comes back or goes on.
        months: Months as a member in the first year, from 1 to 12.
        on: The day on which the service is performed, which decides the rate of the tax in
            a year in which it changed (Arvonlisäverolaki 15 §).

    Raises:
        FactMissing: A rule counts with a fact that is not given; the error names it.
        NoFeeKnown: No bracket covers *population*.
        NoRuleInForce: The general rate of the tax is asked of a day before 1994-06-01.
        InvalidValue: A fact is of another kind, *year* is outside the term, or the fee is
            finer than a cent and no rule names its rounding.
        InvalidAmount: *frame* is no sum.
        NotADay: *on* is no `date`, or is a `datetime`.

    Source: Arvonlisäverolaki 84 §

    >>> from kuntapaatos.fees import KOTISEUTULIITTO_2018
    >>> paid = fee(KOTISEUTULIITTO_2018, 2018, population=5_000)
    >>> print(paid)
    Suomen Kotiseutuliitto 2018 (vuosi): 200,00–300,00 €
    >>> print(paid.doubts[0])
    maksuluokkien yhteinen raja: 200,00 € (lukutapa); 300,00 € (lukutapa)
    """
    facts = FeeFacts(
        population=population,
        total_population=total_population,
        frame=frame,
        measures=() if weights is None else _measured(weights),
        members=members,
        index=index,
        status=status,
        months=months,
        on=on,
    )
    return counted(schedule, year, facts)


def counted(schedule: FeeSchedule, year: SupportsIndex, facts: FeeFacts) -> Fee:
    """
    Return a fee by its facts as one value, as `Fee.facts` keeps them.

    Args:
        schedule: What the network charges.
        year: A year of the schedule's term.
        facts: What is known.

    Raises:
        The same as `fee`.
    """
    check_type("schedule", schedule, FeeSchedule, "a FeeSchedule")
    asked = _year(schedule, year)
    days = _days(schedule, asked, facts.on)
    count = Count(facts, schedule.source)
    outcomes = _in_cents(_summed(count, schedule))
    taxed = taxed_by(count, outcomes, schedule.vat, days)
    return Fee(
        schedule=schedule,
        year=asked,
        facts=facts,
        per=schedule.per,
        without_tax=amount_of_all(taxed.net)[0],
        tax=None if taxed.tax is None else amount_of_all(taxed.tax)[0],
        with_tax=None if taxed.gross is None else amount_of_all(taxed.gross)[0],
        steps=tuple(count.steps),
        doubts=(*_doubts(count, taxed), *_period_doubt(schedule)),
        law_as_of=LAW_AS_OF if taxed.rows else None,
    )


def _year(schedule: FeeSchedule, given: SupportsIndex) -> int:
    year = as_int(given)
    if type(year) is not int or year not in schedule.term.years:
        raise InvalidValue("year", year, f"an int within the term of the schedule, {schedule.term}")
    return year


def _days(schedule: FeeSchedule, year: int, on: date | None) -> tuple[date, date]:
    """Return the days between which the service may be performed."""
    if on is not None:
        if on.year != year:
            raise InvalidValue("on", on.isoformat(), f"a day of {year}")
        return on, on
    if schedule.per is FeePeriod.YEAR:
        return date(year, 1, 1), date(year, 12, 31)
    return date(schedule.term.first_year, 1, 1), date(schedule.term.last_year, 12, 31)


def _summed(count: Count, schedule: FeeSchedule) -> Outcomes:
    """Return what all rules of a schedule come to."""
    several = [count.of(rule) for rule in schedule.every_rule]
    if len(several) == 1:
        return several[0]
    return count.step(FeeStepRule.SUM, plus(several), *map(count.counted, several))


def _in_cents(outcomes: Outcomes) -> Outcomes:
    """Refuse a fee that is finer than a cent."""
    for finer in finer_than_cents(ends_of(outcomes)):
        whole, parts = divmod(int(finer * 10**6), 10**6)
        expected = "whole cents, or in a Rounded rule that names how it is rounded"
        raise InvalidValue("the fee", f"{whole}.{parts:06}", expected)
    return outcomes


def rough_fee(schedule: FeeSchedule, facts: FeeFacts) -> Amount:
    """
    Return what the rules of a schedule come to, cut to whole cents: enough for a picture.

    Raises:
        FactMissing: A rule counts with a fact that is not given.
        NoFeeKnown: No bracket covers the inhabitants.
    """
    return amount_of_all(_summed(Count(facts, schedule.source), schedule))[0]


def _doubts(count: Count, taxed: Taxed) -> Iterator[Doubt]:
    """Give the questions that stay open, each with what the fee is under each candidate."""
    for number, question in enumerate(count.questions):
        about, outcomes = "net", taxed.net
        if question.code is DoubtCode.VAT_CHANGE:
            about, outcomes = taxed.about
        candidates: list[Candidate] = []
        for place in range(question.candidates):
            sums = {one.sum for one in outcomes if (number, place) in one.readings}
            # With a second question open, a candidate of this one gives no single sum.
            only = amount_of_all(tuple(map(Outcome, sums)))[0] if len(sums) == 1 else None
            basis, provisions = taxed.basis(question.code, place)
            value = only.euros if only is not None and only.is_exact else only
            candidates.append(Candidate(value, basis, provisions))
        yield Doubt(question.code, about=about, candidates=tuple(candidates))


def _period_doubt(schedule: FeeSchedule) -> Iterator[Doubt]:
    if schedule.per is None:
        periods = (FeePeriod.YEAR, FeePeriod.TERM)
        candidates = tuple(Candidate(period, Basis.READING) for period in periods)
        yield Doubt(DoubtCode.FEE_PERIOD, about="per", candidates=candidates)


def annual_fee(schedule: FeeSchedule, population: SupportsIndex) -> Decimal:
    """
    Return the yearly fee of a municipality of *population* inhabitants.

    Args:
        schedule: The fees of the network and the term in question.
        population: Inhabitants, on the day the schedule takes them from.

    Returns:
        Euros a year, in whole cents; without tax, where that comes on top.

    Raises:
        NoFeeKnown: No bracket covers *population*; the error names the nearest
            brackets below and above.
        FeeNotExact: Two brackets share *population* as their edge, as printed; or the
            schedule's rules give no exact fee a year.
        FactMissing: The schedule's rules count with more than inhabitants: ask `fee`.
        InvalidValue: *population* is no `int` or is below zero, or *schedule* is no
            `FeeSchedule`.

    >>> from kuntapaatos.fees import USO_2025_2026
    >>> annual_fee(USO_2025_2026, 9_000), annual_fee(USO_2025_2026, 45_000)
    (Decimal('12000.00'), Decimal('12000.00'))
    """
    if not isinstance(schedule, FeeSchedule):
        raise InvalidValue("schedule", schedule, "a FeeSchedule")
    count = as_int(population)
    if type(count) is not int or count < 0:
        raise InvalidValue("population", population, "an int of inhabitants, not negative")
    if schedule.rules:
        return _yearly(schedule, count)
    first, *more = covering(schedule.brackets, count)
    if more:
        fees = " or ".join(written(bracket.annual_fee) for bracket in (first, *more))
        raise FeeNotExact(f"the fee of {count} inhabitants, the edge of two brackets,", fees)
    return first.annual_fee


def _yearly(schedule: FeeSchedule, population: int) -> Decimal:
    if schedule.per is not FeePeriod.YEAR:
        said = "not said" if schedule.per is None else schedule.per.value
        raise FeeNotExact(f"the yearly fee of {schedule.network}", f"charged for: {said}")
    # The tax needs no day here: it is not asked for.
    return fee(
        evolve(schedule, vat=None), schedule.term.first_year, population=population
    ).exactly()


def shares_of_frame(
    schedule: FeeSchedule,
    *,
    frame: Decimal,
    population: Sequence[int] | None = None,
    weights: Mapping[Weight, Sequence[int | Decimal]] | None = None,
    members: int | None = None,
) -> tuple[Decimal, ...]:
    """
    Return the shares of all members of one frame, which add up to it.

    Each share is first rounded down, to whole euros or to cents; what is left over goes
    to the largest remainders, ties to the earlier member.  A share that `fee` counts alone
    may differ from it by one unit.

    Args:
        schedule: One whose only rule is a `FrameShare`, of all of the frame, `Rounded` or not.
        frame: Euros of the frame.
        population: Inhabitants of each member, in order.
        weights: Of each other measure what each member has, in the same order.
        members: How many there are, where all is divided equally.

    Raises:
        FactMissing: What the members have of a measure is not given; the error names it.
        InvalidValue: The schedule divides no frame, the measures are of different lengths,
            or all of one are zero, or *frame* is finer than the unit.
        InvalidAmount: *frame* is no sum.

    >>> from kuntapaatos.fees import KT_2022
    >>> incomes = {Weight.TAXABLE_INCOME: [300_000, 100_000]}
    >>> shares_of_frame(KT_2022, frame=Decimal(1_001), population=[10, 30], weights=incomes)
    (Decimal('501.00'), Decimal('500.00'))
    """
    check_type("schedule", schedule, FeeSchedule, "a FeeSchedule")
    (rule, *others), unit = schedule.every_rule, RoundingUnit.CENT
    if isinstance(rule, Rounded):
        unit = rule.unit
        rule = rule.rule
    if others or not isinstance(rule, FrameShare) or rule.of is not None:
        raise InvalidValue("schedule", schedule.network, "one that divides the whole of a frame")
    measures = {} if weights is None else dict(weights)
    if population is not None:
        measures[Weight.INHABITANTS] = population
    if members is not None:
        measures[Weight.EQUALLY] = (1,) * FeeFacts(members=members).needed(
            "members", FeeFact.MEMBERS
        )
    columns = [_column(part.weight, measures) for part in rule.parts]
    if len({len(column) for column in columns}) > 1:
        raise InvalidValue("weights", [len(column) for column in columns], "of one length")
    whole = sum((Fraction(part.part) for part in rule.parts), ZERO)
    parts = [Fraction(part.part) / whole for part in rule.parts]
    shares = [
        sum((part * own for part, own in zip(parts, row, strict=True)), ZERO)
        for row in zip(*columns, strict=True)
    ]
    common = lcm(*(share.denominator for share in shares))
    return split(frame, [int(share * common) for share in shares], unit=unit)


def _column(weight: Weight, measures: Mapping[Weight, Sequence[int | Decimal]]) -> list[Fraction]:
    """Return what each member has of a measure, as a part of what all have."""
    if weight not in measures:
        names = {Weight.INHABITANTS: "population", Weight.EQUALLY: "members"}
        raise FactMissing(names.get(weight, f"weights[{weight}]"), weight.value)
    own = [Fraction(rate(value)) for value in measures[weight]]
    total = sum(own, ZERO)
    if not total:
        raise InvalidValue(f"weights[{weight}]", measures[weight], "not all of them zero")
    return [value / total for value in own]
