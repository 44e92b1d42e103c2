"""
The yearly fees of a column of municipalities, by their number of inhabitants.

What no bracket covers is *not known*: missing, and counted.

>>> from kuntapaatos.fees import USO_2025_2026
>>> fees = annual_fees(pa.array([36_297, 8_999, None]), USO_2025_2026)
>>> fees.column.to_pylist(), fees.not_known
([Decimal('12000.00'), None, None], 1)
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from decimal import Decimal
from itertools import repeat
from typing import Any, Generic

from attrs import evolve, frozen

from kuntapaatos.checks import check_type
from kuntapaatos.errors import FeeNotExact, InvalidValue, KuntapaatosError, NoFeeKnown
from kuntapaatos.fees import Amount, FeeFacts, FeePeriod, FeeSchedule, Measure, MemberStatus, Weight
from kuntapaatos.fees.asking import counted
from kuntapaatos.io.frames.charges import (
    LARGEST,
    Charges,
    NotExact,
    added,
    in_cents,
)
from kuntapaatos.io.frames.extra import NDArray, np, pa, pc
from kuntapaatos.io.frames.objects import WHOLE, objects_of, of_array
from kuntapaatos.io.frames.series import Column, given
from kuntapaatos.money import from_cents

__all__ = ["Fees", "annual_fees"]

# As many digits as a sum may have, two of them cents.
_EUROS = pa.decimal128(38, 2)
_SCALARS = (int, Decimal, Amount, MemberStatus, type(None))
Weights = Mapping[Weight, tuple[Any, Any]]
_Weighed = tuple[Weight, Any, Any]


@frozen(eq=False)
class Fees(Generic[Column]):
    """
    The fees of a column of municipalities.

    Attributes:
        column: Euros a year without tax, in whole cents, of the type of the given column;
            missing where no exact fee is known or a fact is missing.  numpy and pandas
            without Arrow hold `Decimal` objects.
        not_known: How many rows have all their facts and no exact fee: no bracket covers
            the population, two share it as their edge, or the sum is only about or at
            most so much.
    """

    column: Column
    not_known: int


def annual_fees(
    population: Column,
    schedule: FeeSchedule,
    *,
    total_population: Any = None,
    frame: Any = None,
    weights: Weights | None = None,
    members: Any = None,
    index: Any = None,
    status: Any = None,
    months: Any = None,
) -> Fees[Column]:
    """
    Return the yearly fee of each municipality, by any rule.

    Each fact is the same for all rows, as in `kuntapaatos.fee`, or a column beside
    *population*.  A whole column is fastest counted where only *population*, *months* and
    what each has of a measure are columns of whole numbers; other columns are counted row
    by row.

    Args:
        population: Inhabitants, whole numbers; a numpy or Arrow array, or a series.
            Floats are taken where they are whole, since a gap makes them of numbers in
            pandas; a NaN is missing.
        schedule: The fees of the network and the term in question.
        total_population: Inhabitants of all members that divide a frame.
        frame: Euros of the frame.
        weights: Of each other measure what the municipality has and what all have.
        members: How many divide a frame equally.
        index: The value of the index.
        status: Whether the member is new; in a column its Finnish term, as "uusi jäsen".
        months: Months as a member in the first year.

    Raises:
        InvalidValue: A column holds something else or a number below zero, columns are
            of different lengths, *schedule* is no `FeeSchedule`, or a fee is finer than a
            cent and no rule names its rounding.
        FactMissing: A rule counts with a fact that is not given.
        FeeNotExact: The schedule's fee is not for a year.
    """
    check_type("schedule", schedule, FeeSchedule, "a FeeSchedule")
    values, back, _ = given(population, "population")
    rows = len(values)
    facts: dict[str, Any] = {
        "total_population": _fact(total_population, "total_population", rows),
        "frame": _fact(frame, "frame", rows),
        "members": _fact(members, "members", rows),
        "index": _fact(index, "index", rows),
        "status": _fact(status, "status", rows),
        "months": _fact(months, "months", rows),
    }
    check_type("weights", weights, (Mapping, type(None)), "a mapping of Weight to a pair")
    measures = [_weighed(weight, pair, rows) for weight, pair in (weights or {}).items()]
    people = _column(values, "population", rows)
    _check_whole(people, "population", "inhabitants")
    found, unknown = _by_rules(schedule, people, facts, measures)
    if isinstance(values, np.ndarray):
        found = found.to_numpy(zero_copy_only=False)
    elif isinstance(values, pa.ChunkedArray):
        found = pa.chunked_array([found], _EUROS)
    return Fees(back(found, False), int(np.count_nonzero(unknown)))


def _column(column: Any, name: str, rows: int) -> Any:
    """Return a column as one Arrow array."""
    numbers = given(column, name).values
    if isinstance(numbers, np.ndarray):
        objects = numbers.dtype == object and numbers.ndim == 1
        numbers = objects_of(numbers, name) if objects else of_array(numbers, name)
    if isinstance(numbers, pa.ChunkedArray):
        numbers = numbers.combine_chunks()
    if name in WHOLE and pa.types.is_floating(numbers.type):
        numbers = objects_of(numbers.to_pylist(), name)
    if len(numbers) != rows:
        raise InvalidValue(name, f"{len(numbers)} rows", f"as long as population, {rows} rows")
    return numbers.cast(pa.int64()) if pa.types.is_null(numbers.type) else numbers


def _fact(fact: Any, name: str, rows: int) -> Any:
    """Return a fact that is the same for all rows as it is, and a column as one Arrow array."""
    return fact if isinstance(fact, _SCALARS) else _column(fact, name, rows)


def _weighed(weight: Weight, pair: Any, rows: int) -> _Weighed:
    name = f"weights[{weight}]"
    check_type(name, pair, tuple, "a pair: own, and of all")
    if len(pair) != 2:
        raise InvalidValue(name, pair, "a pair: own, and of all")
    own, total = pair
    return weight, _fact(own, name, rows), _fact(total, name, rows)


def _check_whole(numbers: Any, name: str, what: str) -> None:
    if not pa.types.is_integer(numbers.type):
        raise InvalidValue(name, str(numbers.type), "a column of whole numbers")
    lowest = pc.min(numbers).as_py()
    if lowest is not None and lowest < 0:
        raise InvalidValue(name, lowest, f"a column of {what}, not negative")


def _whole(numbers: Any) -> NDArray[Any]:
    """Return whole numbers that are not negative, 0 where one is missing."""
    found = numbers.fill_null(0).to_numpy(zero_copy_only=False)
    large = found.dtype == np.uint64 and found.max(initial=0) > LARGEST
    whole: NDArray[Any] = found.astype(object if large else np.int64)
    return whole


def _absent(columns: Iterable[Any]) -> NDArray[np.bool_]:
    """Return the rows that lack a fact."""
    gone = [one.is_null().to_numpy(zero_copy_only=False) for one in columns]
    some: NDArray[np.bool_] = np.logical_or.reduce(gone)
    return some


def _by_rules(
    schedule: FeeSchedule, people: Any, facts: dict[str, Any], measures: list[_Weighed]
) -> tuple[Any, NDArray[np.bool_]]:
    if schedule.per is not FeePeriod.YEAR:
        said = "not said" if schedule.per is None else schedule.per.value
        raise FeeNotExact(f"the yearly fee of {schedule.network}", f"charged for: {said}")
    columns = {name: fact for name, fact in facts.items() if isinstance(fact, pa.Array)}
    own = {f"weights[{weight}]": part for weight, part, _ in measures if isinstance(part, pa.Array)}
    totals = [total for _, _, total in measures if isinstance(total, pa.Array)]
    absent = _absent([people, *columns.values(), *own.values(), *totals])
    whole = all(pa.types.is_integer(one.type) for one in (*own.values(), *columns.values()))
    if columns.keys() <= {"months"} and whole and not totals:
        with suppress(NotExact):
            return _at_once(schedule, people, absent, facts, measures)
    return _row_by_row(schedule, people, absent, facts, measures)


def _at_once(
    schedule: FeeSchedule,
    people: Any,
    absent: NDArray[np.bool_],
    facts: dict[str, Any],
    measures: list[_Weighed],
) -> tuple[Any, NDArray[np.bool_]]:
    """Return the fees of whole columns, and where there is none that is exact."""
    months: Any = facts["months"]
    own: dict[Weight, NDArray[Any]] = {}
    same: list[Measure] = []
    for weight, part, total in measures:
        column = isinstance(part, pa.Array)
        # What each row has is looked at below; the total is looked at here.
        same.append(Measure(weight, 0 if column else part, total))
        if column:
            name = f"weights[{weight}]"
            _check_whole(part, name, "numbers")
            own[weight] = _whole(part)
            _check_most(own[weight], same[-1].total, name)
    if isinstance(months, pa.Array):
        _check_whole(months, "months", "numbers")
        months = np.where(absent, 1, _whole(months))
        if len(months) and not (months.min() >= 1 and months.max() <= 12):
            raise InvalidValue("months", "another number", "a column of whole numbers from 1 to 12")
        facts = {**facts, "months": None}
    else:
        months = None
    numbers = _whole(people)
    known = FeeFacts(measures=same, **facts)
    if known.total_population is not None:
        _check_most(numbers, known.total_population, "population")
    count = Charges(numbers, known, own, months)
    sums = added([count.of(rule) for rule in schedule.every_rule])
    missing = count.unknown | absent
    cents = in_cents(sums, missing)
    return _euros(cents, missing), count.unknown & ~absent


def _check_most(numbers: NDArray[Any], most: Any, name: str) -> None:
    if len(numbers) and numbers.max() > most:
        raise InvalidValue(name, int(numbers.max()), f"a column of at most the total, {most}")


def _euros(cents: NDArray[Any], missing: NDArray[np.bool_]) -> Any:
    """Return whole cents as a column of decimals, without looking at each."""
    if cents.dtype == object:
        values = [
            None if gone else from_cents(int(one)) for one, gone in zip(cents, missing, strict=True)
        ]
        return pa.array(values, _EUROS)
    # A decimal of 128 bits is the number of its cents, the lower half first.
    halves = np.zeros((len(cents), 2), np.int64)
    halves[:, 0] = cents
    present = pa.array(~missing).buffers()[1] if missing.any() else None
    return pa.Array.from_buffers(_EUROS, len(cents), [present, pa.py_buffer(halves)])


def _row_by_row(
    schedule: FeeSchedule,
    people: Any,
    absent: NDArray[np.bool_],
    facts: dict[str, Any],
    measures: list[_Weighed],
) -> tuple[Any, NDArray[np.bool_]]:
    """Return the fees of rows whose facts differ in any way, each set of facts counted once."""
    untaxed = evolve(schedule, vat=None)
    names = ("population", *facts)
    parts = [
        people,
        *facts.values(),
        *(part for _, own, total in measures for part in (own, total)),
    ]
    columns = [part.to_pylist() if isinstance(part, pa.Array) else repeat(part) for part in parts]
    known: dict[tuple[Any, ...], Decimal | None] = {}
    found: list[Decimal | None] = []
    for row, (gone, given_facts) in enumerate(
        zip(absent, zip(*columns, strict=False), strict=False)
    ):
        if gone:
            found.append(None)
            continue
        if given_facts not in known:
            try:
                known[given_facts] = _of_row(untaxed, names, given_facts, measures)
            except KuntapaatosError as error:
                error.add_note(f"in row {row}, counted from 0")
                raise
        found.append(known[given_facts])
    fees = pa.array(found, _EUROS)
    return fees, fees.is_null().to_numpy(zero_copy_only=False) & ~absent


def _of_row(
    schedule: FeeSchedule,
    names: tuple[str, ...],
    given_facts: tuple[Any, ...],
    measures: list[_Weighed],
) -> Decimal | None:
    facts = dict(zip(names, given_facts, strict=False))
    pairs = _in_pairs(given_facts[len(names) :])
    facts["measures"] = [
        Measure(weight, *pair) for (weight, _, _), pair in zip(measures, pairs, strict=True)
    ]
    if isinstance(facts["status"], str):
        facts["status"] = _status(facts["status"])
    try:
        return counted(schedule, schedule.term.first_year, FeeFacts(**facts)).exactly()
    except (NoFeeKnown, FeeNotExact):
        return None


def _in_pairs(parts: tuple[Any, ...]) -> list[tuple[Any, Any]]:
    """Return parts that stand one after the other, two and two."""
    return list(zip(parts[::2], parts[1::2], strict=True))


def _status(term: str) -> MemberStatus:
    try:
        return MemberStatus(term)
    except ValueError:
        terms = ", ".join(member.value for member in MemberStatus)
        raise InvalidValue("status", term, f"one of {terms}") from None
