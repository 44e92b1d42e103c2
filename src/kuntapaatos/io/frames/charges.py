"""
Any rule of fees over a column of municipalities: whole numbers in, whole cents out.

A column of sums is a numerator for each row and one denominator for all, as exact as the
fractions of the scalar count; where 64 bits would be too few, Python's own integers
take over.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction
from math import gcd, lcm
from typing import Any, NamedTuple

from kuntapaatos.errors import FactMissing, InvalidValue
from kuntapaatos.fees import (
    Amount,
    BracketFee,
    EntryFee,
    FeeBracket,
    FeeFact,
    FeeFacts,
    FeeRule,
    FirstYear,
    FlatFee,
    ForeignAmount,
    FrameShare,
    Indexed,
    Limited,
    MemberStatus,
    Percentage,
    PerInhabitant,
    Rounded,
    Weight,
)
from kuntapaatos.io.frames.extra import NDArray, np
from kuntapaatos.money import Rounding, to_cents

__all__ = ["LARGEST", "Charges", "NotExact", "Sums", "added", "in_cents"]

CENTS = 100
LARGEST = int(np.iinfo(np.int64).max)
# Room for one addition more.
_MOST = LARGEST // 2


class Sums(NamedTuple):
    """
    A sum for each row, in euros.

    Attributes:
        parts: The numerators, none below zero; one number where all rows have the same.
        over: The denominator of all of them.
        most: No numerator is more.
    """

    parts: Any
    over: int
    most: int


def _roomy(sums: Sums, factor: int) -> Any:
    """Return numerators that go with a number: as Python's integers, where 64 bits are too few."""
    small = max(sums.most, 1) * max(factor, 1) <= _MOST
    if small or isinstance(sums.parts, int) or sums.parts.dtype == object:
        return sums.parts
    return sums.parts.astype(object)


def product(one: Sums, other: Sums) -> Sums:
    """Return sums multiplied row by row."""
    parts = _roomy(one, other.most) * _roomy(other, one.most)
    return Sums(parts, one.over * other.over, one.most * other.most)


def times(sums: Sums, factor: Fraction) -> Sums:
    """Return sums multiplied by a fraction."""
    common = gcd(sums.over, factor.numerator) or 1
    by = factor.numerator // common
    over = sums.over // common * factor.denominator
    return Sums(_roomy(sums, by) * by, over, sums.most * by)


def _over(sums: Sums, over: int) -> Sums:
    """Return the same sums over a multiple of their denominator."""
    by = over // sums.over
    return Sums(_roomy(sums, by) * by, over, sums.most * by)


def added(several: list[Sums]) -> Sums:
    """Return the sums of several columns."""
    over = lcm(*(sums.over for sums in several))
    alike = [_over(sums, over) for sums in several]
    most = sum(sums.most for sums in alike)
    # One may be small, and the number it is added to not.
    parts = [_roomy(sums._replace(most=most), 1) for sums in alike]
    return Sums(sum(parts[1:], parts[0]), over, most)


def stretches(brackets: Iterable[FeeBracket]) -> tuple[NDArray[np.int64], NDArray[Any], int]:
    """
    Return where each stretch of inhabitants with one fee begins, from nobody up.

    Returns:
        The beginnings, the cents of each stretch, -1 where no fee is known or two are
        printed, and the most cents.
    """
    begins, cents = [0], [-1]
    before: FeeBracket | None = None
    for bracket in brackets:
        low = bracket.low
        # An edge that two brackets share as printed has two fees, and so none.
        if before is not None and before.high == low:
            begins[-1] = low
            low += 1
        begins.append(low)
        cents.append(to_cents(bracket.annual_fee))
        if bracket.high is not None:
            begins.append(bracket.high + 1)
            cents.append(-1)
        before = bracket
    most = max(*cents, 0)
    # What begins where 64 bits end is reached by nobody; where two begin, the later one counts.
    reached = sum(begin <= LARGEST for begin in begins)
    kind = np.int64 if most <= _MOST else object
    return np.array(begins[:reached], np.int64), np.array(cents[:reached], kind), most


class NotExact(Exception):
    """A sum of which only bounds are known: these are followed row by row."""


class Charges:
    """
    The count of a column.

    Attributes:
        people: Inhabitants, none below zero.
        facts: What is the same in every row.
        own: Of each other measure what each row has.
        months: Months as a member in the first year; `None` where it is the same in every row.
        unknown: The rows for which there is no exact fee.
    """

    def __init__(
        self,
        people: NDArray[Any],
        facts: FeeFacts,
        own: Mapping[Weight, NDArray[Any]],
        months: NDArray[Any] | None,
    ) -> None:
        self.people = people
        self.facts = facts
        self.own = own
        self.months = months
        self.unknown: NDArray[np.bool_] = np.zeros(len(people), np.bool_)

    def of(self, rule: FeeRule) -> Sums:
        """
        Return what a rule gives in each row.

        Raises:
            FactMissing: The rule needs a fact that is not given.
            NotExact: It counts with a sum that is not exact.
        """
        return _RULES[type(rule)](self, rule)

    def stated(self, amount: Amount) -> Sums:
        """
        Return a stated sum.

        Raises:
            NotExact: It is about, at most or at least so much.
        """
        if not amount.is_exact:
            raise NotExact
        cents = to_cents(amount.euros)
        return Sums(cents, CENTS, cents)

    def whole(self, of: FeeRule | None) -> Sums:
        """Return what a share is taken of: what another rule gives, or the frame."""
        if of is not None:
            return self.of(of)
        frame: Amount = self.facts.needed("frame", FeeFact.FRAME)
        return self.stated(frame)

    def measure(self, weight: Weight) -> tuple[Any, Fraction]:
        """Return what each row has of a measure, and what all have together."""
        if weight is Weight.INHABITANTS:
            total = self.facts.needed("total_population", FeeFact.TOTAL)
            return self.people, Fraction(total)
        if weight in self.own:
            _, total = self.facts.measure(weight)
            return self.own[weight], Fraction(total)
        own, total = self.facts.measure(weight)
        return Fraction(own), Fraction(total)


def largest(numbers: NDArray[Any]) -> int:
    """Return the largest of whole numbers, 0 where there are none."""
    return int(numbers.max()) if len(numbers) else 0


def _flat(count: Charges, rule: FlatFee) -> Sums:
    amount = rule.amount
    if isinstance(amount, ForeignAmount):
        if amount.in_euros is None:
            raise FactMissing("in_euros", FeeFact.EQUIVALENT.value)
        amount = amount.in_euros
    return count.stated(amount)


def _brackets(count: Charges, rule: BracketFee) -> Sums:
    begins, cents, most = stretches(rule.brackets)
    # A number too large for 64 bits with a sign is as good as the largest.
    people = count.people if count.people.dtype == np.int64 else np.minimum(count.people, LARGEST)
    places = np.searchsorted(begins, people.astype(np.int64, copy=False), side="right")
    places -= 1
    found = cents.take(places)
    unknown = found < 0
    count.unknown |= unknown
    if unknown.any():
        found[unknown] = 0
    return Sums(found, CENTS, most)


def _per_inhabitant(count: Charges, rule: PerInhabitant) -> Sums:
    people = Sums(count.people, 1, largest(count.people))
    return times(people, Fraction(rule.price))


def _percentage(count: Charges, rule: Percentage) -> Sums:
    return times(count.whole(rule.of), Fraction(rule.percent) / 100)


def _share(count: Charges, rule: FrameShare) -> Sums:
    whole = count.whole(rule.of)
    parts = sum((Fraction(part.part) for part in rule.parts), Fraction(0))
    shares: list[Sums] = []
    for part in rule.parts:
        own, total = count.measure(part.weight)
        factor = Fraction(part.part) / parts / total
        if isinstance(own, Fraction):
            shares.append(times(whole, factor * own))
            continue
        shares.append(times(product(whole, Sums(own, 1, largest(own))), factor))
    return added(shares)


def _limited(count: Charges, rule: Limited) -> Sums:
    sums = count.of(rule.rule)
    sums = _over(sums, lcm(sums.over, CENTS))
    scale = sums.over // CENTS
    parts, most = sums.parts, sums.most
    for limit, choose in ((rule.minimum, np.maximum), (rule.maximum, np.minimum)):
        if limit is None:
            continue
        bound = to_cents(limit) * scale
        if isinstance(parts, int):
            parts = max(parts, bound) if choose is np.maximum else min(parts, bound)
        else:
            if bound > _MOST:
                parts = parts.astype(object)
            parts = choose(parts, bound)
        most = max(most, bound)
    return Sums(parts, sums.over, most)


def _indexed(count: Charges, rule: Indexed) -> Sums:
    sums = count.of(rule.rule)
    index = count.facts.needed("index", FeeFact.INDEX)
    return times(sums, Fraction(index) / Fraction(rule.base))


def _first_year(count: Charges, rule: FirstYear) -> Sums:
    sums = count.of(rule.rule)
    status: MemberStatus = count.facts.needed("status", FeeFact.STATUS)
    back = status is MemberStatus.RETURNING
    if status is MemberStatus.CONTINUING or (back and rule.returning is False):
        return sums
    if rule.percent is not None:
        part = times(sums, Fraction(rule.percent) / 100)
    elif count.months is None:
        months: int = count.facts.needed("months", FeeFact.MONTHS)
        part = times(sums, Fraction(months, 12))
    else:
        part = product(sums, Sums(count.months, 12, 12))
    if back and rule.returning is None:
        count.unknown[:] = True
    return part


def _entry(count: Charges, rule: EntryFee) -> Sums:
    status: MemberStatus = count.facts.needed("status", FeeFact.STATUS)
    if status is MemberStatus.CONTINUING:
        return Sums(0, 1, 0)
    sums = count.of(rule.rule)
    if status is MemberStatus.NEW:
        return sums
    return times(sums, Fraction(rule.returning) / 100)


def rounded_sums(sums: Sums, rounding: Rounding, cents: int) -> Sums:
    """Return sums rounded to a whole number of cents or of euros."""
    parts, over = _roomy(sums, 2 * CENTS) * CENTS, sums.over * cents
    if 2 * over > _MOST and not isinstance(parts, int):
        parts = parts.astype(object)
    units = parts // over
    rest = parts - units * over
    if rounding is Rounding.UP:
        up = rest > 0
    elif rounding is Rounding.HALF_UP:
        up = 2 * rest >= over
    elif rounding is Rounding.HALF_EVEN:
        up = 2 * rest + units % 2 > over
    else:
        up = rest < 0
    units = units + up
    return Sums(units * cents, CENTS, (sums.most * CENTS // over + 1) * cents)


def _rounded(count: Charges, rule: Rounded) -> Sums:
    return rounded_sums(count.of(rule.rule), rule.rounding, rule.unit.cents)


_RULES: dict[type, Callable[[Charges, Any], Sums]] = {
    FlatFee: _flat,
    BracketFee: _brackets,
    PerInhabitant: _per_inhabitant,
    FrameShare: _share,
    Percentage: _percentage,
    Limited: _limited,
    Indexed: _indexed,
    FirstYear: _first_year,
    EntryFee: _entry,
    Rounded: _rounded,
}


def in_cents(sums: Sums, unknown: NDArray[np.bool_]) -> NDArray[Any]:
    """
    Return sums in whole cents, a number for each row.

    Args:
        sums: What the rules gave.
        unknown: The rows that have no exact fee, whose sum does not matter.

    Raises:
        InvalidValue: One of the others is finer than a cent.
    """
    over = lcm(sums.over, CENTS)
    scaled = _over(sums, over)
    parts = np.broadcast_to(scaled.parts, unknown.shape)
    if over == CENTS:
        return parts
    cents = parts // (over // CENTS)
    finer = parts - cents * (over // CENTS)
    wrong = np.flatnonzero((finer != 0) & ~unknown)
    if wrong.size:
        row = int(wrong[0])
        given = Fraction(int(parts[row]), over)
        whole, rest = divmod(int(given * 10**6), 10**6)
        expected = "whole cents, or in a Rounded rule that names how it is rounded"
        error = InvalidValue("the fee", f"{whole}.{rest:06}", expected)
        error.add_note(f"in row {row}, counted from 0")
        raise error
    return cents
