"""
A million fees by column, against a plain Python loop and numpy's `searchsorted`.

Run it as `python benchmarks/fees.py`; it needs the extra `frames`.  Everything is
measured in one run: the contenders take turns, and the median of several is shown.  All
of them are first held against each other row by row.  `--rows 100000` is a small run.

The loop is the shortest that a person would write: brackets tried one after the other,
`Decimal` out.  numpy's is the least that any column could cost: one `searchsorted` and
one `take` of whole cents, no missing rows, no gaps.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from decimal import Decimal
from statistics import median
from time import perf_counter
from typing import Any

import numpy as np
import pyarrow as pa  # type: ignore[import-untyped, unused-ignore]
from numpy.typing import NDArray

from kuntapaatos import FeeBracket, FeeSchedule, Term, Weight, annual_fee
from kuntapaatos.fees import KT_2022, FeeRule, Limited, PerInhabitant, Rounded
from kuntapaatos.io.frames import annual_fees
from kuntapaatos.money import Rounding

TURNS = 7
# Inhabitants of a municipality, and of all; the frame and the incomes of a division.
MOST, ALL, FRAME, INCOME = 664_028, 5_503_664, Decimal(5_719_454), 100_291_140_710
BRACKETS = (
    FeeBracket(0, 2_999, Decimal(150)),
    FeeBracket(3_000, 4_999, Decimal(200)),
    FeeBracket(5_000, 9_999, Decimal(300)),
    FeeBracket(10_000, 19_999, Decimal(450)),
    FeeBracket(20_000, 50_000, Decimal(650)),
    FeeBracket(50_001, None, Decimal(800)),
)


def schedule(*rules: FeeRule, brackets: tuple[FeeBracket, ...] = ()) -> FeeSchedule:
    """Return a schedule of brackets or rules."""
    return FeeSchedule(
        network="Esimerkkiverkosto",
        term=Term(2025, 2026),
        brackets=brackets,
        rules=rules,
        source="tarjous",
    )


BY_BRACKETS = schedule(brackets=BRACKETS)
PRICE, LEAST, LARGEST = Decimal("0.4567"), Decimal(5_000), Decimal(90_000)
BY_PRICE = schedule(
    Rounded(Limited(PerInhabitant(PRICE), minimum=LEAST, maximum=LARGEST), Rounding.HALF_UP)
)
LOWS = np.array([bracket.low for bracket in BRACKETS])
CENTS = np.array([int(bracket.annual_fee * 100) for bracket in BRACKETS])


def loop_brackets(people: list[int]) -> list[Decimal]:
    """Return the fees as a plain loop finds them."""
    found: list[Decimal] = []
    for population in people:
        for bracket in BRACKETS:
            if bracket.high is None or population <= bracket.high:
                found.append(bracket.annual_fee)
                break
    return found


def loop_price(people: list[int]) -> list[Decimal]:
    """Return the fees an inhabitant as a plain loop counts them."""
    cent = Decimal("0.01")
    return [
        min(max(PRICE * population, LEAST), LARGEST).quantize(cent, "ROUND_HALF_UP")
        for population in people
    ]


def searched(people: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return whole cents by numpy alone."""
    return CENTS.take(np.searchsorted(LOWS, people, side="right") - 1)


def together(*runs: Callable[[], object]) -> list[float]:
    """Return the median of several runs of each, in seconds, after a first turn of all."""
    spent: list[list[float]] = [[] for _ in runs]
    for turn in range(TURNS + 1):
        for run, times in zip(runs, spent, strict=True):
            began = perf_counter()
            run()
            if turn:
                times.append(perf_counter() - began)
    return list(map(median, spent))


def show(title: str, rows: int, figures: list[tuple[str, float]]) -> None:
    """Print what was measured, and each against the first."""
    print(f"\n{title}")
    ours = figures[0][1]
    for name, seconds in figures:
        rate = rows / seconds
        against = "" if seconds is ours else f"   ours is {seconds / ours:8.2f} times as fast"
        print(f"  {name:34} {seconds * 1000:9.1f} ms {rate / 1e6:9.2f} million a second{against}")


def main() -> None:
    """Measure all of them."""
    options = argparse.ArgumentParser(description=__doc__.partition("\n\n")[0])
    options.add_argument("--rows", type=int, default=1_000_000)
    rows = options.parse_args().rows
    people = np.random.default_rng(1).integers(0, MOST, rows)
    listed: list[int] = people.tolist()
    column: Any = pa.array(people)
    half = listed[: max(rows // 20, 1)]

    by_brackets = annual_fees(column, BY_BRACKETS)
    assert by_brackets.not_known == 0
    assert by_brackets.column.to_pylist() == loop_brackets(listed)
    assert [int(fee * 100) for fee in by_brackets.column.to_pylist()] == searched(people).tolist()
    assert annual_fees(column, BY_PRICE).column.to_pylist() == loop_price(listed)

    print(f"{rows:,} fees in one run, medians of {TURNS}")
    column_, loop, numpy_, scalar = together(
        lambda: annual_fees(column, BY_BRACKETS),
        lambda: loop_brackets(listed),
        lambda: searched(people),
        lambda: [annual_fee(BY_BRACKETS, population) for population in half],
    )
    show(
        "by brackets",
        rows,
        [
            ("annual_fees, Arrow decimals", column_),
            ("a plain Python loop", loop),
            ("numpy searchsorted, whole cents", numpy_),
            ("annual_fee, row by row", scalar * rows / len(half)),
        ],
    )
    column_, loop = together(lambda: annual_fees(column, BY_PRICE), lambda: loop_price(listed))
    show(
        "so much an inhabitant, with a minimum and a maximum, rounded to cents",
        rows,
        [("annual_fees, Arrow decimals", column_), ("a plain Python loop", loop)],
    )
    some = people[: max(rows // 10, 1)]
    incomes = pa.array(some * 16_000)
    facts: Any = {
        "frame": FRAME,
        "total_population": ALL,
        "weights": {Weight.TAXABLE_INCOME: (incomes, INCOME)},
    }
    (column_,) = together(lambda: annual_fees(pa.array(some), KT_2022, **facts))
    show(
        "half by inhabitants, half by taxable income, whole euros (past 64 bits)",
        len(some),
        [("annual_fees, Arrow decimals", column_)],
    )


if __name__ == "__main__":
    main()
