"""
The yearly fees of a column of municipalities, by their number of inhabitants.

What no bracket covers is *not known*: missing, and counted.

>>> from kuntapaatos.fees import USO_2025_2026
>>> fees = annual_fees(pa.array([36_297, 8_999, None]), USO_2025_2026)
>>> fees.column.to_pylist(), fees.not_known
([Decimal('12000.00'), None, None], 1)
"""

from __future__ import annotations

from typing import Any, Generic

from attrs import frozen

from kuntapaatos.errors import InvalidValue
from kuntapaatos.fees import FeeSchedule
from kuntapaatos.io.frames.extra import np, pa, pc
from kuntapaatos.io.frames.series import Column, given

__all__ = ["Fees", "annual_fees"]

# As many digits as a sum may have, two of them cents.
_EUROS = pa.decimal128(38, 2)
_MOST = int(np.iinfo(np.int64).max)


@frozen(eq=False)
class Fees(Generic[Column]):
    """
    The fees of a column of municipalities.

    Attributes:
        column: Euros a year, in whole cents, of the type of the given column; missing
            where no fee is known or the population is missing.  numpy and pandas
            without Arrow hold `Decimal` objects.
        not_known: How many populations no bracket covers.
    """

    column: Column
    not_known: int


def annual_fees(population: Column, schedule: FeeSchedule) -> Fees[Column]:
    """
    Return the yearly fee of each municipality.

    Args:
        population: Inhabitants, whole numbers; a numpy or Arrow array, or a series.
        schedule: The fees of the network and the term in question.

    Raises:
        InvalidValue: *population* holds something else or a number below zero, or
            *schedule* is no `FeeSchedule`.
    """
    if not isinstance(schedule, FeeSchedule):
        raise InvalidValue("schedule", schedule, "a FeeSchedule")
    values, back, _ = given(population, "population")
    in_numpy = isinstance(values, np.ndarray)
    numbers: Any = pa.array(values) if in_numpy else values
    if pa.types.is_null(numbers.type):
        numbers = numbers.cast(pa.int64())
    if not pa.types.is_integer(numbers.type):
        raise InvalidValue("population", str(numbers.type), "a column of whole numbers")
    lowest = pc.min(numbers).as_py()
    if lowest is not None and lowest < 0:
        raise InvalidValue("population", lowest, "a column of inhabitants, not negative")
    fees = _of_numbers(numbers, schedule)
    not_known = fees.null_count - numbers.null_count
    found = fees.to_numpy(zero_copy_only=False) if in_numpy else fees
    return Fees(back(found, False), not_known)


def _of_numbers(numbers: Any, schedule: FeeSchedule) -> Any:
    if isinstance(numbers, pa.ChunkedArray):
        chunks = [_of_numbers(chunk, schedule) for chunk in numbers.chunks]
        return pa.chunked_array(chunks, _EUROS)
    reached = [bracket for bracket in schedule.brackets if bracket.low <= _MOST]
    # Before the first bracket stands one that covers nobody.
    lows = np.array([-1, *(bracket.low for bracket in reached)])
    highs = np.array(
        [-2, *(_MOST if b.high is None else min(b.high, _MOST) for b in reached)], np.int64
    )
    # A number too large for 64 bits with a sign is as good as the largest.
    if pa.types.is_uint64(numbers.type):
        numbers = pc.min_element_wise(numbers, pa.scalar(_MOST, pa.uint64()), skip_nulls=False)
    people = numbers.cast(pa.int64()).fill_null(0).to_numpy(zero_copy_only=False)
    places = np.searchsorted(lows, people, side="right") - 1
    unknown = people > highs[places]
    if numbers.null_count:
        unknown |= numbers.is_null().to_numpy(zero_copy_only=False)
    fees = pa.array([None, *(bracket.annual_fee for bracket in reached)], _EUROS)
    return fees.take(pa.array(places, mask=unknown))
