"""
A rule of fees, a schedule and a fee as sentences.

>>> from decimal import Decimal
>>> from kuntapaatos.fees import FlatFee
>>> from kuntapaatos.io.wording.catalogue import catalogue
>>> t = Voice("en")
>>> said_rule(t, FlatFee(Amount.at_most(Decimal(4_000_000)), per=FeePeriod.ONCE))
'at most €4,000,000.00 once'
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from kuntapaatos.fees import (
    Amount,
    BracketFee,
    EntryFee,
    Fee,
    FeeBracket,
    FeeGiven,
    FeePeriod,
    FeeRule,
    FeeSchedule,
    FeeStep,
    FirstYear,
    FlatFee,
    ForeignAmount,
    FrameShare,
    Indexed,
    Limited,
    Percentage,
    PerInhabitant,
    Rounded,
    Vat,
    VatTreatment,
)
from kuntapaatos.io.wording import answering as a
from kuntapaatos.io.wording.voice import Voice, capital
from kuntapaatos.money import Rate

__all__ = [
    "fee_lines",
    "rule_lines",
    "said_bracket",
    "said_rule",
    "said_tax",
    "schedule_lines",
    "step_line",
]


def said_bracket(t: Voice, bracket: FeeBracket) -> str:
    """Return the fee of one size of municipality."""
    given = {"low": t.number(bracket.low), "fee": t.money(bracket.annual_fee)}
    if bracket.high is None:
        return t(a.BRACKET_FROM, **given)
    return t(a.BRACKET, high=t.number(bracket.high), **given)


def _percent(t: Voice, percent: Rate) -> str:
    return f"{t.number(percent)} %"


def _flat(t: Voice, rule: FlatFee) -> str:
    if isinstance(rule.amount, ForeignAmount):
        return t.foreign(rule.amount)
    return t.amount(rule.amount)


def _brackets(t: Voice, rule: BracketFee) -> str:
    return "; ".join(said_bracket(t, bracket) for bracket in rule.brackets)


def _per_inhabitant(t: Voice, rule: PerInhabitant) -> str:
    return t(a.PER_INHABITANT, price=t.number(rule.price))


def _whole(t: Voice, of: FeeRule | None) -> str:
    if of is None:
        return t(a.THE_FRAME)
    return t(a.A_SUM, rule=_without_period(t, of))


def _share(t: Voice, rule: FrameShare) -> str:
    measures = [t.term(part.weight) for part in rule.parts]
    if len(measures) > 1:
        measures = [
            t(a.MEASURE, measure=measure, part=t.number(part.part))
            for measure, part in zip(measures, rule.parts, strict=True)
        ]
    return t(a.SHARE, measures=t.listed(measures), whole=_whole(t, rule.of))


def _percentage(t: Voice, rule: Percentage) -> str:
    percent = _percent(t, rule.percent)
    return t(a.PERCENT_OF, percent=percent, whole=_whole(t, rule.of))


def _limited(t: Voice, rule: Limited) -> str:
    said = said_rule(t, rule.rule)
    for sentence, limit in ((a.AT_LEAST, rule.minimum), (a.AT_MOST, rule.maximum)):
        if limit is not None:
            said = t(sentence, rule=said, limit=t.money(limit))
    return said


def _indexed(t: Voice, rule: Indexed) -> str:
    given = {"index": rule.index, "base": t.number(rule.base)}
    return t(a.INDEXED, rule=said_rule(t, rule.rule), **given)


def _first_year(t: Voice, rule: FirstYear) -> str:
    said = said_rule(t, rule.rule)
    if rule.percent is None:
        return t(a.BY_MONTHS, rule=said)
    return t(a.FIRST_YEAR, rule=said, percent=_percent(t, rule.percent))


def _entry(t: Voice, rule: EntryFee) -> str:
    said = _without_period(t, rule.rule)
    if rule.returning == 100:
        return t(a.ENTRY, rule=said)
    return t(a.ENTRY_RETURNING, rule=said, percent=_percent(t, rule.returning))


def _rounded(t: Voice, rule: Rounded) -> str:
    given = {"way": t.term(rule.rounding), "unit": t.term(rule.unit)}
    return t(a.ROUNDED, rule=said_rule(t, rule.rule), **given)


_RULES: dict[type, Callable[[Voice, Any], str]] = {
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


def _without_period(t: Voice, rule: FeeRule) -> str:
    return _RULES[type(rule)](t, rule)


def said_rule(t: Voice, rule: FeeRule) -> str:
    """
    Return a rule in words, with the period that it is for.

    Args:
        t: The language.
        rule: Any rule.
    """
    said = _without_period(t, rule)
    if isinstance(rule, FlatFee | PerInhabitant | FrameShare | Percentage):
        return t(a.PERIODS[rule.per], fee=said)
    return said


def said_tax(t: Voice, vat: Vat | None) -> str:
    """Return what is said of value added tax on a fee."""
    if vat is None:
        return t(a.VAT_NOT_SAID)
    if vat.treatment is VatTreatment.OUTSIDE:
        return t(a.VAT_OUTSIDE)
    on_top = vat.treatment is VatTreatment.ON_TOP
    if vat.percent is None:
        return t(a.VAT_ON_TOP if on_top else a.VAT_INCLUDED)
    sentence = a.VAT_ON_TOP_AT if on_top else a.VAT_INCLUDED_AT
    return t(sentence, percent=_percent(t, vat.percent))


def rule_lines(t: Voice, rule: FeeRule) -> Iterator[str]:
    """Give a rule as a sentence."""
    yield f"{capital(said_rule(t, rule))}."


def schedule_lines(t: Voice, schedule: FeeSchedule) -> Iterator[str]:
    """Give what a schedule charges, each rule on a line, what it says of the tax, its source."""
    yield t(a.SCHEDULE, network=schedule.network, term=schedule.term)
    for rule in schedule.every_rule:
        if isinstance(rule, BracketFee):
            parts = [said_bracket(t, bracket) for bracket in rule.brackets]
        else:
            parts = [said_rule(t, rule)]
        yield from (t(a.RULE, rule=part) for part in parts)
    yield said_tax(t, schedule.vat)
    yield t(a.SOURCE, source=schedule.source)


def said_given(t: Voice, given: FeeGiven) -> str:
    """Return one thing that went into a step."""
    value = given.value
    if isinstance(value, Amount):
        said = t.amount(value)
    elif isinstance(value, ForeignAmount):
        said = t.foreign(value)
    elif isinstance(value, FeeBracket):
        said = said_bracket(t, value)
    elif isinstance(value, int | Rate):
        said = t.number(value)
    else:
        said = t.value(value)
    return t(a.GIVEN, what=t.term(given.what), value=said)


def step_line(t: Voice, step: FeeStep) -> str:
    """Return one step of a fee as a sentence."""
    result = t.amount(step.result)
    said = t(
        a.FEE_STEP,
        rule=capital(t.term(step.rule)),
        given=", ".join(said_given(t, given) for given in step.given),
        result=t(a.CUT, sum=result) if step.cut else result,
    )
    sources = [step.source] if step.source is not None else []
    sources += [t.source(provision) for provision in step.provisions]
    return t(a.STEP, step=said, sources=", ".join(sources))


def fee_lines(t: Voice, fee: Fee) -> Iterator[str]:
    """Give a fee: how much, with which tax, and how it was counted."""
    said = t.amount(fee.without_tax)
    if fee.per is not FeePeriod.YEAR:
        said = t(a.PERIODS[fee.per], fee=said)
    yield t(a.FEE_IS, network=fee.schedule.network, year=fee.year, fee=said)
    if fee.tax is None or fee.with_tax is None:
        yield t(a.VAT_NOT_SAID)
    else:
        sums = {"net": fee.without_tax, "tax": fee.tax, "gross": fee.with_tax}
        taxed = {name: t.amount(amount) for name, amount in sums.items()}
        yield t(a.FEE_TAXED, **taxed)
        yield t(a.NOT_DEDUCTED)
    for step in fee.steps:
        yield step_line(t, step)
