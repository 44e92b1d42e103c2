"""
From a rule and the facts of a municipality to a sum, as fine as it comes.

All is counted in fractions of whole numbers, so that the caller's decimal context
changes nothing, and only a rule that names its rounding rounds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from fractions import Fraction
from itertools import product
from typing import Any, NamedTuple

from kuntapaatos.doubts import DoubtCode
from kuntapaatos.errors import FactMissing
from kuntapaatos.fees.amounts import NEAR, Amount, Bounds, Exactness, ForeignAmount, together
from kuntapaatos.fees.answers import FeeFact, FeeFacts, FeeGiven, FeeStep, FeeStepRule, MemberStatus
from kuntapaatos.fees.brackets import covering
from kuntapaatos.fees.rules import (
    BracketFee,
    EntryFee,
    FeeRule,
    FirstYear,
    FlatFee,
    FrameShare,
    Indexed,
    Limited,
    Percentage,
    PerInhabitant,
    Rounded,
)
from kuntapaatos.money import Rate, from_cents, rounded_ratio

__all__ = [
    "ZERO",
    "Count",
    "Outcome",
    "Outcomes",
    "amount_of_all",
    "ends_of",
    "finer_than_cents",
    "plus",
    "sum_of",
]

_CENTS = 100
ZERO = Fraction(0)


class Outcome(NamedTuple):
    """
    A sum that a rule gives, and which readings of the text it rests on.

    Attributes:
        sum: In euros, as fine as it comes.
        readings: By the number of an open question, which of its candidates it is.
    """

    sum: Bounds[Fraction]
    readings: tuple[tuple[int, int], ...] = ()

    def read(self, question: int, candidate: int) -> Outcome:
        """Return the same, resting on one candidate of a question."""
        return self._replace(readings=(*self.readings, (question, candidate)))


Outcomes = tuple[Outcome, ...]


class Question(NamedTuple):
    """
    What a text leaves open.

    Attributes:
        code: What kind of question it is.
        candidates: How many ways there are.
    """

    code: DoubtCode
    candidates: int


def sum_of(amount: Amount) -> Bounds[Fraction]:
    """Return a stated sum as a fraction of euros."""
    up_to = None if amount.up_to is None else Fraction(amount.up_to)
    return Bounds(Fraction(amount.euros), amount.exactness, up_to)


def ends_of(outcomes: Outcomes) -> list[Fraction]:
    """Return every sum that outcomes name, in euros."""
    return [end for one in outcomes for end in (one.sum.value, one.sum.up_to) if end is not None]


def finer_than_cents(ends: list[Fraction]) -> list[Fraction]:
    """Return the sums that are no whole cents."""
    return [end for end in ends if _CENTS % end.denominator]


def amount_of_all(outcomes: Outcomes) -> tuple[Amount, bool]:
    """Return what outcomes come to in whole cents, cut, and whether anything was cut off."""
    ends = ends_of(outcomes)
    least, most = (from_cents(int(end * _CENTS)) for end in (min(ends), max(ends)))
    cut = bool(finer_than_cents(ends))
    kinds = {one.sum.exactness for one in outcomes}
    if kinds & NEAR:
        if len(kinds) == 1 and least == most:
            return Amount(least, *kinds), cut
        return Amount.about(least, None if least == most else most), cut
    kinds -= {Exactness.EXACT, Exactness.BETWEEN}
    if not kinds:
        return Amount.between(least, most), cut
    if kinds == {Exactness.AT_MOST}:
        return Amount.at_most(most), cut
    return Amount.at_least(least if kinds == {Exactness.AT_LEAST} else from_cents(0)), cut


class Count:
    """
    A count of one fee: it keeps the steps and the open questions on the way.

    Attributes:
        facts: What is known.
        source: The document with the rule.
        steps: What was done, in order.
        questions: What the text leaves open, by their numbers.
    """

    def __init__(self, facts: FeeFacts, source: str) -> None:
        self.facts = facts
        self.source = source
        self.steps: list[FeeStep] = []
        self.questions: list[Question] = []

    def of(self, rule: FeeRule) -> Outcomes:
        """
        Return what a rule gives; several where the text can be read in several ways.

        Raises:
            FactMissing: The rule needs a fact that is not given.
            NoFeeKnown: No bracket covers the inhabitants.
        """
        return _RULES[type(rule)](self, rule)

    def step(
        self, rule: FeeStepRule, outcomes: Outcomes, *given: tuple[FeeFact, object]
    ) -> Outcomes:
        """Keep a step, and return what came out of it."""
        result, cut = amount_of_all(outcomes)
        went_in = tuple(FeeGiven(what, value) for what, value in given)
        self.steps.append(FeeStep(rule, went_in, result, cut=cut, source=self.source))
        return outcomes

    def ask(self, code: DoubtCode, candidates: Iterable[Outcomes]) -> Outcomes:
        """Return the outcomes of several readings, each marked with its own."""
        several = tuple(candidates)
        number = self.open(code, len(several))
        return tuple(
            one.read(number, place) for place, outcomes in enumerate(several) for one in outcomes
        )

    def open(self, code: DoubtCode, candidates: int) -> int:
        """Keep an open question with so many candidates, and return its number."""
        self.questions.append(Question(code, candidates))
        return len(self.questions) - 1

    def counted(self, outcomes: Outcomes) -> tuple[FeeFact, object]:
        """Return what the steps before came to, as something that goes into the next one."""
        return FeeFact.COUNTED, amount_of_all(outcomes)[0]


def each(outcomes: Outcomes, change: Callable[[Bounds[Fraction]], Bounds[Fraction]]) -> Outcomes:
    """Return outcomes with each sum changed in one way."""
    return tuple(one._replace(sum=change(one.sum)) for one in outcomes)


def times(factor: Fraction) -> Callable[[Bounds[Fraction]], Bounds[Fraction]]:
    """Return the change that multiplies a sum."""

    def change(total: Bounds[Fraction]) -> Bounds[Fraction]:
        up_to = None if total.up_to is None else total.up_to * factor
        return _tidy(Bounds(total.value * factor, total.exactness, up_to))

    return change


def _tidy(total: Bounds[Fraction]) -> Bounds[Fraction]:
    """Return a sum between two that are the same as the one that it is."""
    return Bounds(total.value) if total.up_to == total.value else total


def plus(several: Iterable[Outcomes]) -> Outcomes:
    """Return the sums of several outcomes, each reading with each."""
    return tuple(
        Outcome(
            together((one.sum for one in together_read), ZERO),
            tuple(reading for one in together_read for reading in one.readings),
        )
        for together_read in product(*several)
    )


# --- each rule --------------------------------------------------------------------------


def _flat(count: Count, rule: FlatFee) -> Outcomes:
    amount = rule.amount
    stated = (FeeFact.STATED, amount)
    if isinstance(amount, ForeignAmount):
        if amount.in_euros is None:
            raise FactMissing("in_euros", FeeFact.EQUIVALENT.value)
        amount = amount.in_euros
    return count.step(FeeStepRule.FLAT, (Outcome(sum_of(amount)),), stated)


def _population(count: Count) -> int:
    population: int = count.facts.needed("population", FeeFact.POPULATION)
    return population


def _bracket(count: Count, rule: BracketFee) -> Outcomes:
    population = _population(count)
    found = covering(rule.brackets, population)
    candidates = [(Outcome(Bounds(Fraction(one.annual_fee))),) for one in found]
    result: Outcomes = candidates[0]
    if len(candidates) > 1:
        result = count.ask(DoubtCode.BRACKET_EDGE, candidates)
    given = (FeeFact.POPULATION, population), *((FeeFact.BRACKET, one) for one in found)
    return count.step(FeeStepRule.BRACKET, result, *given)


def _per_inhabitant(count: Count, rule: PerInhabitant) -> Outcomes:
    population = _population(count)
    outcome = Outcome(Bounds(Fraction(rule.price) * population))
    given = (FeeFact.POPULATION, population), (FeeFact.PRICE, rule.price)
    return count.step(FeeStepRule.PER_INHABITANT, (outcome,), *given)


def _whole(count: Count, of: FeeRule | None) -> tuple[Outcomes, tuple[FeeFact, object]]:
    """Return what a share is taken of: what another rule gives, or the frame."""
    if of is not None:
        outcomes = count.of(of)
        return outcomes, count.counted(outcomes)
    frame: Amount = count.facts.needed("frame", FeeFact.FRAME)
    return (Outcome(sum_of(frame)),), (FeeFact.FRAME, frame)


def _percentage(count: Count, rule: Percentage) -> Outcomes:
    whole, given = _whole(count, rule.of)
    outcomes = each(whole, times(Fraction(rule.percent) / 100))
    return count.step(FeeStepRule.PERCENTAGE, outcomes, (FeeFact.PERCENT, rule.percent), given)


def _share(count: Count, rule: FrameShare) -> Outcomes:
    whole, given = _whole(count, rule.of)
    parts = sum((Fraction(part.part) for part in rule.parts), ZERO)
    found: list[Outcomes] = []
    for part in rule.parts:
        own, total = count.facts.measure(part.weight)
        factor = Fraction(own) / Fraction(total) * Fraction(part.part) / parts
        measured: list[tuple[FeeFact, object]] = [
            (FeeFact.WEIGHT, part.weight),
            (FeeFact.OWN, own),
            (FeeFact.TOTAL, total),
        ]
        if len(rule.parts) > 1:
            measured.append((FeeFact.PART, part.part))
        outcomes = each(whole, times(factor))
        found.append(count.step(FeeStepRule.SHARE, outcomes, given, *measured))
    if len(found) == 1:
        return found[0]
    # The readings of the whole are the same in each part.
    shares = (
        Outcome(together((part[place].sum for part in found), ZERO), one.readings)
        for place, one in enumerate(whole)
    )
    summed = tuple(count.counted(outcomes) for outcomes in found)
    return count.step(FeeStepRule.SUM, tuple(shares), *summed)


_DOWNWARDS = {Exactness.AT_MOST, Exactness.JUST_UNDER}
_UPWARDS = {Exactness.AT_LEAST, Exactness.JUST_OVER}


def at_least(least: Fraction) -> Callable[[Bounds[Fraction]], Bounds[Fraction]]:
    """Return the change that makes a sum no less than a minimum."""

    def change(total: Bounds[Fraction]) -> Bounds[Fraction]:
        if total.value >= least:
            return total
        if total.up_to is not None:
            return _tidy(total._replace(value=least, up_to=max(least, total.up_to)))
        # "At most" less than the minimum is the minimum; "at least" it may be more.
        if total.exactness is Exactness.JUST_OVER:
            return Bounds(least, Exactness.AT_LEAST)
        exact = total.exactness in _DOWNWARDS
        return Bounds(least, Exactness.EXACT if exact else total.exactness)

    return change


def at_most(most: Fraction) -> Callable[[Bounds[Fraction]], Bounds[Fraction]]:
    """Return the change that makes a sum no more than a maximum."""

    def change(total: Bounds[Fraction]) -> Bounds[Fraction]:
        if total.up_to is not None:
            up_to = min(most, total.up_to)
            return _tidy(total._replace(value=min(most, total.value), up_to=up_to))
        if total.value <= most:
            return total
        if total.exactness is Exactness.JUST_UNDER:
            return Bounds(most, Exactness.AT_MOST)
        exact = total.exactness in _UPWARDS
        return Bounds(most, Exactness.EXACT if exact else total.exactness)

    return change


def _limited(count: Count, rule: Limited) -> Outcomes:
    outcomes = count.of(rule.rule)
    limits = (
        (FeeStepRule.MINIMUM, rule.minimum, at_least),
        (FeeStepRule.MAXIMUM, rule.maximum, at_most),
    )
    for step, limit, change in limits:
        if limit is None:
            continue
        given = count.counted(outcomes)
        outcomes = each(outcomes, change(Fraction(limit)))
        count.step(step, outcomes, given, (FeeFact.LIMIT, limit))
    return outcomes


def _indexed(count: Count, rule: Indexed) -> Outcomes:
    before = count.of(rule.rule)
    index: Rate = count.facts.needed("index", FeeFact.INDEX)
    outcomes = each(before, times(Fraction(index) / Fraction(rule.base)))
    given = count.counted(before), (FeeFact.INDEX, index), (FeeFact.BASE, rule.base)
    return count.step(FeeStepRule.INDEX, outcomes, *given)


def _status(count: Count) -> MemberStatus:
    status: MemberStatus = count.facts.needed("status", FeeFact.STATUS)
    return status


def _first_year(count: Count, rule: FirstYear) -> Outcomes:
    before = count.of(rule.rule)
    status = _status(count)
    back = status is MemberStatus.RETURNING
    if status is MemberStatus.CONTINUING or (back and rule.returning is False):
        return before
    given = [count.counted(before), (FeeFact.STATUS, status)]
    if rule.percent is None:
        months: int = count.facts.needed("months", FeeFact.MONTHS)
        factor = Fraction(months, 12)
        given.append((FeeFact.MONTHS, months))
    else:
        factor = Fraction(rule.percent) / 100
        given.append((FeeFact.PERCENT, rule.percent))
    outcomes = each(before, times(factor))
    if back and rule.returning is None:
        outcomes = count.ask(DoubtCode.RETURNING_MEMBER, (outcomes, before))
    return count.step(FeeStepRule.FIRST_YEAR, outcomes, *given)


def _entry(count: Count, rule: EntryFee) -> Outcomes:
    status = _status(count)
    if status is MemberStatus.CONTINUING:
        return count.step(FeeStepRule.ENTRY, (Outcome(Bounds(ZERO)),), (FeeFact.STATUS, status))
    before = count.of(rule.rule)
    given = [count.counted(before), (FeeFact.STATUS, status)]
    percent = Rate(100) if status is MemberStatus.NEW else rule.returning
    given.append((FeeFact.PERCENT, percent))
    return count.step(FeeStepRule.ENTRY, each(before, times(Fraction(percent) / 100)), *given)


def _rounded(count: Count, rule: Rounded) -> Outcomes:
    before = count.of(rule.rule)
    cents = rule.unit.cents

    def whole(end: Fraction) -> Fraction:
        units = rounded_ratio(end.numerator * _CENTS, end.denominator * cents, rule.rounding)
        return Fraction(units * cents, _CENTS)

    def change(total: Bounds[Fraction]) -> Bounds[Fraction]:
        up_to = None if total.up_to is None else whole(total.up_to)
        return _tidy(Bounds(whole(total.value), total.exactness, up_to))

    given = count.counted(before), (FeeFact.ROUNDING, rule.rounding), (FeeFact.UNIT, rule.unit)
    return count.step(FeeStepRule.ROUNDING, each(before, change), *given)


_RULES: dict[type, Callable[[Count, Any], Outcomes]] = {
    FlatFee: _flat,
    BracketFee: _bracket,
    PerInhabitant: _per_inhabitant,
    FrameShare: _share,
    Percentage: _percentage,
    Limited: _limited,
    Indexed: _indexed,
    FirstYear: _first_year,
    EntryFee: _entry,
    Rounded: _rounded,
}
