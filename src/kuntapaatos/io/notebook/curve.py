r"""
The picture of any rule of fees: what each size of municipality pays, as far as it is known.

Inhabitants stand on a scale of powers of ten, from 100 up to the largest city.  A line
where the fee is exact, a band where it lies between two sums or is only bounded, hatching
where it is not known.

>>> from decimal import Decimal
>>> from kuntapaatos.fees import FeeSchedule, Limited, PerInhabitant, Term
>>> from kuntapaatos.io.wording.voice import Voice
>>> schedule = FeeSchedule(
...     network="Esimerkkiverkosto",
...     term=Term(2025, 2026),
...     rules=Limited(PerInhabitant(Decimal(1)), maximum=Decimal(20_000)),
...     source="tarjous",
... )
>>> print(curve_picture(schedule, FeeFacts(), Voice("en")).description.replace(". ", "\n"))
100 inhabitants: €100.00
1,000 inhabitants: €1,000.00
10,000 inhabitants: €10,000.00
100,000 inhabitants: €20,000.00
700,000 inhabitants: €20,000.00
Source: tarjous
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import groupby
from math import log10
from typing import NamedTuple

from attrs import evolve

from kuntapaatos.errors import FactMissing, NoFeeKnown
from kuntapaatos.fees import (
    Amount,
    BracketFee,
    Exactness,
    FeeFact,
    FeeFacts,
    FeeRule,
    FeeSchedule,
    Weight,
)
from kuntapaatos.fees.asking import rough_fee
from kuntapaatos.fees.rules import inner_rule
from kuntapaatos.io.notebook.drawing import Picture, drawn, hatching, label
from kuntapaatos.io.notebook.fees import WIDTH, fees_title, texts
from kuntapaatos.io.notebook.markup import element, number
from kuntapaatos.io.wording.voice import Voice

__all__ = ["curve_picture"]

# Fewest and most inhabitants of the scale: no municipality has fewer, the largest has less.
FEWEST, MOST = 100, 700_000
_TICKS = (100, 1_000, 10_000, 100_000, MOST)
_SAMPLES = 180
_HIGH, _AIR = 150, 16
_LINE: dict[str, str | float] = {"fill": "none", "stroke": "currentColor"}
_DASHED: dict[str, str | float] = {"stroke": "currentColor", "stroke_dasharray": "4 3"}


class _Point(NamedTuple):
    """What a municipality of one size pays: from, to, and how it is drawn."""

    population: int
    amount: Amount | None

    @property
    def drawn_as(self) -> str:
        """As a line, as a band, or as not known."""
        if self.amount is None:
            return "unknown"
        return "line" if self.amount.is_exact else "band"


def _edges(rule: FeeRule) -> Iterator[int]:
    """Give the numbers of inhabitants at which a rule's brackets begin and end."""
    if isinstance(rule, BracketFee):
        for bracket in rule.brackets:
            for end in (bracket.low, MOST if bracket.high is None else bracket.high):
                yield from (end - 1, end, end + 1)
    inner = inner_rule(rule)
    if inner is not None:
        yield from _edges(inner)


def _sizes(schedule: FeeSchedule) -> list[int]:
    spread = log10(MOST / FEWEST)
    sizes = {round(FEWEST * 10 ** (spread * place / _SAMPLES)) for place in range(_SAMPLES + 1)}
    sizes.update(edge for rule in schedule.every_rule for edge in _edges(rule))
    return sorted(size for size in {*sizes, *_TICKS} if FEWEST <= size <= MOST)


def _point(schedule: FeeSchedule, facts: FeeFacts, population: int) -> _Point:
    total = facts.total_population
    if total is not None and total < population:
        return _Point(population, None)
    try:
        return _Point(population, rough_fee(schedule, evolve(facts, population=population)))
    except NoFeeKnown:
        return _Point(population, None)


def curve_picture(schedule: FeeSchedule, facts: FeeFacts, t: Voice) -> Picture:
    """
    Return the picture of what each size of municipality pays.

    Args:
        schedule: Any rules.
        facts: What is known besides inhabitants: the frame, the index, and so on.
        t: The language.
    """
    title = fees_title(schedule, t)
    shapes: list[str] = []
    y = texts(shapes, 0, title, font_weight=600) + 4
    try:
        points = [_point(schedule, facts, size) for size in _sizes(schedule)]
    except FactMissing as missing:
        points = [_Point(FEWEST, None), _Point(MOST, None)]
        said = [t("not known without: {fact}", fact=f"{_term(missing, t)} ({missing.fact})")]
        y = texts(shapes, y, said[0]) + 4
    else:
        ticks = [point for point in points if point.population in _TICKS]
        said = [_said(point, t) for point in ticks]
    y = _drawn(shapes, points, y, t)
    source = t("Source: {source}", source=schedule.source)
    y = texts(shapes, y, source, fill_opacity=0.8)
    return drawn(title, [*said, source], "".join(shapes), WIDTH, y + 5, t.language)


def _said(point: _Point, t: Voice) -> str:
    fee = t("not known") if point.amount is None else t.amount(point.amount)
    return t("{low} inhabitants: {fee}", low=t.number(point.population), fee=fee)


def _term(missing: FactMissing, t: Voice) -> str:
    """Return what is missing in the words of the language."""
    known = {member.value: member for kind in (Weight, FeeFact) for member in kind}
    return t.term(known[missing.term])


def _x(population: int) -> float:
    return 0.5 + log10(population / FEWEST) / log10(MOST / FEWEST) * (WIDTH - 1)


def _ends(amount: Amount, highest: Decimal) -> tuple[Decimal, Decimal]:
    """Return from where to where a sum may lie in the picture."""
    if amount.up_to is not None:
        return amount.euros, amount.up_to
    if amount.exactness is Exactness.AT_MOST:
        return Decimal(0), amount.euros
    return amount.euros, highest if amount.exactness is Exactness.AT_LEAST else amount.euros


def _drawn(shapes: list[str], points: list[_Point], y: float, t: Voice) -> float:
    """Draw the points below *y*, and return where the drawing ends."""
    known = [point.amount for point in points if point.amount is not None]
    highest = max((amount.up_to or amount.euros for amount in known), default=Decimal(0))
    if known:
        # One sum for all is said as it is stated; of several, the largest.
        alike = len(set(known)) == 1
        top = t.amount(known[0]) if alike else t.money(highest)
        y = texts(shapes, y, top, fill_opacity=0.8)
    base = y + 4 + _HIGH

    def height(euros: Decimal) -> float:
        return base - float(euros / highest if highest else highest) * _HIGH

    for kind, run in groupby(points, key=lambda point: point.drawn_as):
        several = list(run)
        left, right = _x(several[0].population), _x(several[-1].population)
        if kind == "unknown":
            shapes.append(_unknown(left, max(right - left, 2), y + 4))
            continue
        ends = [
            (_x(point.population), *map(height, _ends(point.amount, highest)))
            for point in several
            if point.amount is not None
        ]
        there = [f"{number(x)} {number(low)}" for x, low, _ in ends]
        back = [f"{number(x)} {number(high)}" for x, _, high in reversed(ends)]
        if len(ends) == 1:
            there, back = _mark(*ends[0])
        path = f"M{'L'.join(there)}"
        if kind == "line":
            shapes.append(element("path", d=path, stroke_width=2, **_LINE))
        else:
            path += f"L{'L'.join(back)}Z"
            shapes.append(element("path", d=path, fill_opacity=0.25, **_DASHED))
    shapes.append(element("path", d=f"M0 {number(base)}H{WIDTH}", **_LINE))
    for tick in _TICKS[:-1]:
        x = min(_x(tick), WIDTH - 52)
        shapes.append(label(x, base + _AIR, t.number(tick), fill_opacity=0.8))
    return base + _AIR + 4


def _mark(x: float, low: float, high: float) -> tuple[list[str], list[str]]:
    """Return the two sides of a point that stands alone, wide enough to be seen."""
    sides = x - 1, x + 1
    return (
        [f"{number(side)} {number(low)}" for side in sides],
        [f"{number(side)} {number(high)}" for side in reversed(sides)],
    )


def _unknown(x: float, width: float, y: float) -> str:
    box = element("rect", x=x, y=y, width=width, height=_HIGH, stroke_dasharray="4 3", **_LINE)
    lines = hatching(x, y, width, _HIGH, 8)
    return box + element("path", d=lines, stroke_opacity=0.3, **_LINE)
