"""
A rule as dense tables: the answer for every day, found by the day's number.

The number of a day is its distance from 1970-01-01, as Arrow's date32 and
numpy's datetime64[D] hold it.  A table begins with 1970-01-01 and ends one past
2100-12-31; both ends, and every day without an answer, hold `MISSING`.  A look-up
that is clipped to the table therefore finds `MISSING` for a missing day and for
every day outside 1992-2100, in the same pass.

Everything comes from the scalar functions.  A notice adds the same number of
days all the way between two changes of the law, so it is asked once a stretch; a
period is then a shift into the shared calendar of the office's hours.  The tests
compare every day with `count_deadline`.

>>> import kuntapaatos as kp
>>> letter = Rule(kp.NoticeKind.LETTER, kp.Period.days(14))
>>> days = table(letter, "last_day", "D")
>>> print(day_of(int(days[(date(2024, 12, 10) - EPOCH).days])))
2024-12-31
>>> int(days[(date(1991, 12, 31) - EPOCH).days]) == MISSING
True
"""

from __future__ import annotations

from bisect import bisect_left
from datetime import date, time, timedelta
from functools import cache, lru_cache
from typing import Literal, NamedTuple, TypeAlias, cast

from kuntapaatos.closing import HELSINKI, at_clock, paper_closing
from kuntapaatos.errors import DayOutOfRange, InvalidValue, NoRuleInForce, PeriodMissing
from kuntapaatos.io.frames.extra import NDArray, np
from kuntapaatos.io.frames.matters import Matter
from kuntapaatos.io.frames.rules import Rule, Timing, Told
from kuntapaatos.office_hours import Eve, OfficeHours, eve
from kuntapaatos.time_limit import Period, PeriodUnit
from kuntapaatos.workdays import FIRST_DAY, LAST_DAY, next_workday

__all__ = [
    "EPOCH",
    "FIRST",
    "LAST",
    "MISSING",
    "ZONE",
    "Answer",
    "MomentUnit",
    "Stretch",
    "Unit",
    "stretches",
    "table",
]

Answer: TypeAlias = Literal["notified_on", "last_day", "closes_at"]
"""Which field of a `Deadline` a column holds."""

MomentUnit: TypeAlias = Literal["s", "ms", "us", "ns"]
"""What a moment is counted in since 1970."""

Unit: TypeAlias = Literal["date32", "D", "s", "ms", "us", "ns"]
"""What an answer is counted in since 1970: days in 32 or in 64 bits, or parts of a second."""

ZONE = HELSINKI.key
EPOCH = date(1970, 1, 1)
FIRST = (FIRST_DAY - EPOCH).days
LAST = (LAST_DAY - EPOCH).days
MISSING = int(np.iinfo(np.int64).min)
"""No answer: how numpy writes *not a time*."""

_Numbers: TypeAlias = NDArray[np.int64]
_DAY_SECONDS = 86_400
_PER_SECOND = {"s": 1, "ms": 1_000, "us": 1_000_000, "ns": 1_000_000_000}
_NOON = 12 * 60


def day_of(number: int) -> date:
    """Return the day with this number."""
    return EPOCH + timedelta(days=number)


@cache
def _last_days() -> _Numbers:
    """
    Return the day to which each day is moved when a period ends on it.

    Goes on after 2100, where all is missing, as far as the longest period leads.
    """
    days = np.full(2 * (LAST + 1), MISSING)
    days[FIRST : LAST + 1] = [
        (next_workday(day_of(number)) - EPOCH).days for number in range(FIRST, LAST + 1)
    ]
    return days


class _Months(NamedTuple):
    """The months as numbers since January 1970."""

    of_day: _Numbers
    """The month of every day number."""
    ordinal: _Numbers
    """How many days after the first of its month a day is."""
    first: _Numbers
    """The day number of the first of every month."""


@cache
def _months() -> _Months:
    # As far as the longest period leads from the last day.
    first = np.arange("1970-01", "2212-01", dtype="datetime64[M]").astype("datetime64[D]")
    of_day = np.arange(LAST + 1).astype("datetime64[D]").astype("datetime64[M]").astype(np.int64)
    starts = first.astype(np.int64)
    return _Months(of_day, np.arange(LAST + 1) - starts[of_day], starts)


class Stretch(NamedTuple):
    """
    Days between two changes of what the law says of a notice.

    Attributes:
        first: The number of the first day, included.
        last: The number of the last day, included.
        timings: That of the rules, then every other one that may hold.
    """

    first: int
    last: int
    timings: tuple[Timing, ...]


def _asked(told: Told | Matter, number: int) -> tuple[Timing, ...] | None:
    """Return the readings of a notice of this day; `None` where it is refused."""
    try:
        return told.timings(day_of(number))
    except (NoRuleInForce, DayOutOfRange, InvalidValue, PeriodMissing):
        return None


@cache
def stretches(told: Told | Matter) -> tuple[Stretch, ...]:
    """
    Return the stretches of days on which a way of notice starts a clock, in order.

    >>> import kuntapaatos as kp
    >>> zoning = Rule(kp.NoticeKind.ONLINE_MINUTES, kp.Period.days(30), regime=kp.Regime.ZONING)
    >>> [[one.days for one in stretch.timings] for stretch in stretches(zoning.told)]
    [[0], [0, 7], [7, 0], [7]]
    """
    changes = {FIRST, LAST + 1, *((day - EPOCH).days for day in told.changes())}
    found: list[Stretch] = []
    start = FIRST
    while start <= LAST:
        state = _asked(told, start)
        change = min(day for day in changes if day > start)
        # What holds at the start holds until a day from which on it does not.
        length = bisect_left(range(start, change), True, key=lambda day: _asked(told, day) != state)
        if state is not None:
            if found and found[-1][1:] == (start - 1, state):
                first = found.pop().first
                start, length = first, start + length - first
            found.append(Stretch(start, start + length - 1, state))
        start += length
    return tuple(found)


def _ends(told: slice, period: Period) -> slice | _Numbers:
    """Return the days on which a period from each of these days ends, not yet moved."""
    if period.unit in {PeriodUnit.DAY, PeriodUnit.WEEK}:
        days = period.length * (1 if period.unit is PeriodUnit.DAY else 7)
        return slice(told.start + days, told.stop + days)
    months = _months()
    target = months.of_day[told] + period.length * (1 if period.unit is PeriodUnit.MONTH else 12)
    ends = months.first[target] + months.ordinal[told]
    clamped: _Numbers = np.minimum(ends, months.first[target + 1] - 1)
    return clamped


def _counted(told: slice, period: Period, hours: OfficeHours | None, answer: Answer) -> _Numbers:
    """Return the answers for these days of notification, looked up in the calendar."""
    ends = _ends(told, period)
    if answer == "closes_at":
        return _closings(hours)[ends]
    last = _last_days()[ends]
    if answer == "last_day":
        return last
    return np.where(last == MISSING, MISSING, np.arange(told.start, told.stop))


def _in_days_or_seconds(rule: Rule | Matter, answer: Answer) -> _Numbers:
    """Return the answers for every day number: days, or for a moment UTC seconds."""
    values = np.full(LAST + 2, MISSING)
    own = rule.period if isinstance(rule, Rule) else None
    for first, last, timings in stretches(rule.told):
        ends = np.full(last + 1 - first, np.iinfo(np.int64).max)
        for days, by_law, office in timings:
            told = slice(first + days, last + 1 + days)
            period = cast(Period, by_law or own)  # a matter's is always the law's
            hours = office or rule.hours
            last_days = _counted(told, period, hours, "last_day")
            # Of several readings the earliest last day counts; of equal ones the first.
            earlier = last_days < ends
            found = _counted(told, period, hours, answer)
            values[first : last + 1][earlier] = found[earlier]
            ends = np.minimum(last_days, ends)
    return values


class _Workdays(NamedTuple):
    """Every workday of 1992-2100."""

    numbers: _Numbers
    noons: _Numbers
    """UTC seconds of noon in Finland: the clock is changed on Sundays only."""
    sorts: _Numbers
    """The weekday, and whether it is an eve: on equal ones an office has equal hours."""


@cache
def _workdays() -> _Workdays:
    numbers = np.unique(_last_days()[FIRST : LAST + 1])
    days = [day_of(int(number)) for number in numbers]
    noons = [int(at_clock(day, time(12)).timestamp()) for day in days]
    eves = (None, *Eve)
    sorts = [day.weekday() + 7 * eves.index(eve(day)) for day in days]
    return _Workdays(numbers, np.array(noons, np.int64), np.array(sorts, np.int64))


def _is_named(hours: OfficeHours) -> NDArray[np.bool_]:
    """Return which workdays have hours of their own or are outside the hours' validity."""
    numbers = _workdays().numbers
    named = np.zeros(len(numbers), np.bool_)
    for days in hours.days:
        named |= (numbers >= (days.first - EPOCH).days) & (numbers <= (days.last - EPOCH).days)
    if hours.valid_from is not None:
        named |= numbers < (hours.valid_from - EPOCH).days
    if hours.valid_until is not None:
        named |= numbers > (hours.valid_until - EPOCH).days
    return named


@lru_cache(maxsize=64)
def _closings(hours: OfficeHours | None) -> _Numbers:
    """Return when it is late, in UTC seconds, by the day on which a period ends unmoved."""
    if hours is None:
        return np.full(2 * (LAST + 1), MISSING)
    moments = np.full(LAST + 2, MISSING)
    numbers, noons, sorts = _workdays()
    alone = _is_named(hours)
    for sort in np.unique(sorts[~alone]):
        alike = (sorts == sort) & ~alone
        clocks = hours.closings(day_of(int(numbers[alike][0])))
        if clocks:
            minutes = clocks[0].hour * 60 + clocks[0].minute
            moments[numbers[alike]] = noons[alike] + (minutes - _NOON) * 60
        else:
            alone |= alike
    for number in numbers[alone]:
        moment = paper_closing(day_of(int(number)), hours, None).earliest
        if moment is not None:
            moments[number] = int(moment.timestamp())
    # What has no last day finds the end of the table, which is missing.
    last_days = _last_days()
    return moments[np.where(last_days == MISSING, LAST + 1, last_days)]


@lru_cache(maxsize=128)
def table(rule: Rule | Matter, answer: Answer, unit: Unit) -> NDArray[np.signedinteger]:
    """
    Return the answers of a rule for every day number, not to be written to.

    Args:
        rule: What is counted.
        answer: The notified day, the last day or the closing moment.
        unit: What they are counted in since 1970-01-01, UTC; days for a day, parts of
            a second for a moment or the midnight with which a day begins.

    Returns:
        32 bits each for "date32", 64 for the others; the smallest number there is
        where no answer is.
    """
    values = _in_days_or_seconds(rule, answer)
    if unit == "date32":
        smallest = np.iinfo(np.int32).min
        small = np.where(values == MISSING, smallest, values).astype(np.int32)
        small.flags.writeable = False
        return small
    if unit != "D":
        seconds = 1 if answer == "closes_at" else _DAY_SECONDS
        values = np.where(values == MISSING, MISSING, values * (seconds * _PER_SECOND[unit]))
    values.flags.writeable = False
    return values
