from __future__ import annotations

from calendar import monthrange
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import numpy as np
import pytest
from attrs import evolve
from attrs.exceptions import FrozenInstanceError
from hypothesis import assume, given
from hypothesis import strategies as st

from kuntapaatos.errors import DayOutOfRange, InvalidPeriod, NotADay
from kuntapaatos.time_limit import Period, PeriodUnit, end_of_duration, last_day
from kuntapaatos.workdays import FIRST_DAY, LAST_DAY, is_workday, next_workday

DAYS = st.dates(FIRST_DAY, date(2098, 1, 1))
PERIODS = st.builds(
    Period, st.sampled_from([PeriodUnit.DAY, PeriodUnit.WEEK, PeriodUnit.MONTH]), st.integers(1, 24)
) | st.builds(Period, st.just(PeriodUnit.YEAR), st.integers(1, 2))
DAY_PERIODS = st.builds(Period.days, st.integers(1, 400))
NAMED = (Period.days, Period.weeks, Period.months, Period.years)
LONGEST = {Period.days: 39_812, Period.weeks: 5_687, Period.months: 1_307, Period.years: 108}


@pytest.mark.parametrize(
    ("since", "expected"),
    [
        pytest.param(date(2025, 6, 5), date(2025, 6, 19), id="a Thursday"),
        pytest.param(date(2025, 6, 6), date(2025, 6, 23), id="Midsummer Eve"),
        pytest.param(date(2025, 4, 17), date(2025, 5, 2), id="May Day"),
        pytest.param(date(2025, 12, 10), date(2025, 12, 29), id="Christmas Eve on a Wednesday"),
        pytest.param(date(2025, 12, 17), date(2025, 12, 31), id="New Year's Eve moves nothing"),
        pytest.param(date(2025, 4, 3), date(2025, 4, 17), id="nor does Maundy Thursday"),
    ],
)
def test_fourteen_days(since: date, expected: date) -> None:
    """
    Fourteen days end on that day, or on the first weekday after it.
    """
    assert last_day(since, Period.days(14)) == expected


@pytest.mark.parametrize(
    ("since", "period", "unmoved", "expected"),
    [
        pytest.param(
            date(2025, 1, 31),
            Period.months(1),
            date(2025, 2, 28),
            date(2025, 2, 28),
            id="no 31st in February",
        ),
        pytest.param(
            date(2023, 12, 31),
            Period.months(2),
            date(2024, 2, 29),
            date(2024, 2, 29),
            id="a leap year, over the end of a year",
        ),
        pytest.param(
            date(2024, 2, 29),
            Period.years(1),
            date(2025, 2, 28),
            date(2025, 2, 28),
            id="no 29th a year later",
        ),
        pytest.param(
            date(2024, 2, 29),
            Period.years(4),
            date(2028, 2, 29),
            date(2028, 2, 29),
            id="a 29th four years later",
        ),
        pytest.param(
            date(2025, 3, 31),
            Period.months(6),
            date(2025, 9, 30),
            date(2025, 9, 30),
            id="no 31st in September",
        ),
        pytest.param(
            date(2026, 8, 31),
            Period.months(6),
            date(2027, 2, 28),
            date(2027, 3, 1),
            id="clamped first, then moved",
        ),
        pytest.param(
            date(2025, 11, 24),
            Period.months(1),
            date(2025, 12, 24),
            date(2025, 12, 29),
            id="the same ordinal, closed",
        ),
        pytest.param(
            date(2024, 12, 1),
            Period.months(12),
            date(2025, 12, 1),
            date(2025, 12, 1),
            id="twelve months from December",
        ),
        pytest.param(
            date(2025, 3, 27),
            Period.weeks(3),
            date(2025, 4, 17),
            date(2025, 4, 17),
            id="weeks end on the same weekday",
        ),
        pytest.param(
            date(2025, 3, 28),
            Period.weeks(3),
            date(2025, 4, 18),
            date(2025, 4, 22),
            id="weeks that end on Good Friday",
        ),
    ],
)
def test_longer_periods(since: date, period: Period, unmoved: date, expected: date) -> None:
    """
    Weeks, months and years end on the corresponding day, or on the month's last.
    """
    assert period.after(since) == unmoved
    assert last_day(since, period) == expected


@given(since=DAYS, length=st.integers(1, 400))
def test_section_2(since: date, length: int) -> None:
    """
    "[...] niin tätä päivää ei lueta määräaikaan": the day of the event is not counted.
    """
    end = Period.days(length).after(since)
    assert (end - since).days == length
    assert last_day(since, Period.days(length)) == next_workday(end)


@given(since=DAYS, length=st.integers(1, 60))
def test_section_3_weeks(since: date, length: int) -> None:
    """
    "[...] joka nimeltään [...] vastaa sanottua päivää": weeks keep the day of the week.
    """
    end = Period.weeks(length).after(since)
    assert end.weekday() == since.weekday()
    assert end == Period.days(7 * length).after(since)


@given(since=DAYS, length=st.integers(1, 30))
def test_section_3_months(since: date, length: int) -> None:
    """
    "Jos vastaavaa päivää ei ole [...], pidetään sen kuukauden viimeinen päivä [...]".
    """
    end = Period.months(length).after(since)
    assert (end.year * 12 + end.month) - (since.year * 12 + since.month) == length
    assert end.day == min(since.day, monthrange(end.year, end.month)[1])


@given(since=DAYS, length=st.integers(1, 2))
def test_a_year_is_twelve_months(since: date, length: int) -> None:
    """
    A year ends where twelve months end.
    """
    assert Period.years(length).after(since) == Period.months(12 * length).after(since)


@given(since=DAYS, period=PERIODS)
def test_section_5(since: date, period: Period) -> None:
    """
    "[...] saa tehtävän toimittaa ensimmäisenä arkipäivänä sen jälkeen."
    """
    end = last_day(since, period)
    assert end == next_workday(period.after(since))
    assert is_workday(end)
    assert end > since


@given(since=DAYS, later=st.integers(0, 400), period=PERIODS)
def test_a_later_start_never_ends_earlier(since: date, later: int, period: Period) -> None:
    """
    Who is told later never has less time to act.
    """
    told = since + timedelta(days=later)
    assume(told <= date(2098, 1, 1))
    assert last_day(since, period) <= last_day(told, period)


@given(since=DAYS, period=DAY_PERIODS, more=st.integers(1, 30))
def test_a_longer_period_never_ends_earlier(since: date, period: Period, more: int) -> None:
    """
    A longer period never ends before a shorter one.
    """
    assert last_day(since, period) <= last_day(since, Period.days(period.length + more))


@pytest.mark.parametrize(
    ("period", "text"),
    [
        pytest.param(Period.days(1), "1 päivä", id="a day"),
        pytest.param(Period.days(2), "2 päivää", id="two days"),
        pytest.param(Period.days(14), "14 päivää", id="days"),
        pytest.param(Period.weeks(1), "1 viikko", id="a week"),
        pytest.param(Period.weeks(2), "2 viikkoa", id="weeks"),
        pytest.param(Period.months(1), "1 kuukausi", id="a month"),
        pytest.param(Period.months(6), "6 kuukautta", id="months"),
        pytest.param(Period.years(1), "1 vuosi", id="a year"),
        pytest.param(Period.years(2), "2 vuotta", id="years"),
    ],
)
def test_shown(period: Period, text: str) -> None:
    """
    A period is printed as a decision writes it.
    """
    assert str(period) == text


def test_equal_only_in_the_same_unit() -> None:
    """
    Two weeks are not 14 days, nor is a year twelve months.
    """
    assert Period.days(14) == Period(PeriodUnit.DAY, 14)
    assert hash(Period.days(14)) == hash(Period(PeriodUnit.DAY, 14))
    assert Period.weeks(2) != Period.days(14)
    assert Period.years(1) != Period.months(12)
    assert len({Period.days(14), Period.days(14), Period.weeks(2)}) == 2
    assert repr(Period.days(14)) == "Period(unit=<PeriodUnit.DAY: 'päivä'>, length=14)"


def test_frozen() -> None:
    """
    A period is never changed: a change is another period, counted anew.
    """
    period: Any = Period.days(14)
    with pytest.raises(FrozenInstanceError):
        period.length = 30
    assert evolve(period, length=30).after(date(2025, 1, 1)) == date(2025, 1, 31)
    assert evolve(period, unit=PeriodUnit.WEEK) == Period.weeks(14)


@pytest.mark.parametrize("named", NAMED, ids=lambda named: named.__name__)
@pytest.mark.parametrize(
    "length",
    [0, -1, 1.0, 14.5, float("nan"), True, "14", None, Decimal(14), 10**30, [], timedelta(days=14)],
)
def test_no_length(named: Any, length: Any) -> None:
    """
    A length is a positive whole number.
    """
    with pytest.raises(InvalidPeriod, match=r"^a period must be a positive whole number of days"):
        named(length)


@pytest.mark.parametrize("named", NAMED, ids=lambda named: named.__name__)
def test_longest(named: Any) -> None:
    """
    No period is longer than what lies between the first and the last supported day.
    """
    longest = LONGEST[named]
    assert FIRST_DAY < end_of_duration(FIRST_DAY, named(longest)) <= LAST_DAY
    with pytest.raises(InvalidPeriod):
        named(longest + 1)


@pytest.mark.parametrize("unit", ["päivä", None, 1, PeriodUnit, date(2025, 1, 1)])
def test_no_unit(unit: Any) -> None:
    """
    A unit is one of four, not its name.
    """
    with pytest.raises(InvalidPeriod):
        Period(unit, 14)


@pytest.mark.parametrize(
    ("given", "mend"),
    [
        pytest.param(1, 1, id="one"),
        pytest.param(30, 30, id="a number"),
        pytest.param(timedelta(days=21), 21, id="a length of time"),
        pytest.param(39_812, 39_812, id="the longest"),
        pytest.param(39_813, 14, id="longer than the longest"),
        pytest.param(0, 14, id="none"),
        pytest.param(-1, 14, id="below zero"),
        pytest.param(True, 14, id="a flag"),
        pytest.param("14 päivää", 14, id="a text"),
    ],
)
@pytest.mark.parametrize("count", [last_day, end_of_duration])
def test_what_to_write_for_a_number(count: Any, given: Any, mend: int) -> None:
    """
    What is no period is refused with what to write: the days that are meant, where they can be.
    """
    with pytest.raises(InvalidPeriod, match=rf"Period\.days\({mend}\)"):
        count(date(2025, 1, 3), given)


COUNTED = (last_day, end_of_duration, lambda since, period: period.after(since))


@pytest.mark.parametrize("count", COUNTED, ids=["last_day", "end_of_duration", "after"])
@pytest.mark.parametrize(
    "since",
    [
        pytest.param(None, id="nothing"),
        pytest.param("2025-01-03", id="a text"),
        pytest.param(datetime(2025, 1, 3, tzinfo=UTC), id="a moment"),
        pytest.param(1.5, id="a float"),
        pytest.param(20250103, id="a number"),
        pytest.param([], id="a list"),
        pytest.param(np.datetime64("2025-01-03"), id="a day of numpy"),
    ],
)
def test_not_a_day(count: Any, since: Any) -> None:
    """
    A period is counted from a calendar day.
    """
    with pytest.raises(NotADay):
        count(since, Period.days(14))


@pytest.mark.parametrize("count", COUNTED[:2], ids=["last_day", "end_of_duration"])
@pytest.mark.parametrize("period", [None, 14, "14 päivää", 14.0, timedelta(days=14), Period, []])
def test_not_a_period(count: Any, period: Any) -> None:
    """
    A plain number says nothing of its unit, and a `timedelta` nothing of the law.
    """
    with pytest.raises(InvalidPeriod):
        count(date(2025, 1, 3), period)


@pytest.mark.parametrize("count", COUNTED, ids=["last_day", "end_of_duration", "after"])
@pytest.mark.parametrize(
    "period",
    [Period.days(14), Period.weeks(2), Period.months(1), Period.years(1), Period.months(1307)],
    ids=str,
)
@pytest.mark.parametrize(
    "since",
    [date.min, date(1991, 12, 31), date(2101, 1, 1), date(9999, 11, 30), date.max],
    ids=date.isoformat,
)
def test_out_of_range(count: Any, since: date, period: Period) -> None:
    """
    A count neither begins nor ends outside the supported years.
    """
    with pytest.raises(DayOutOfRange):
        count(since, period)


@pytest.mark.parametrize(
    "period", [Period.days(1), Period.weeks(1), Period.months(1), Period.years(108)], ids=str
)
def test_an_end_out_of_range(period: Period) -> None:
    """
    The error names the day that was reached.
    """
    with pytest.raises(DayOutOfRange, match=r"got 2[12]\d\d-"):
        last_day(LAST_DAY, period)
    with pytest.raises(DayOutOfRange, match=r"got 2[12]\d\d-"):
        period.after(LAST_DAY)


def test_the_ends_of_the_supported_years() -> None:
    """
    The first and the last supported day can both be counted with.
    """
    assert last_day(FIRST_DAY, Period.days(1)) == date(1992, 1, 2)
    assert last_day(LAST_DAY - timedelta(days=1), Period.days(1)) == LAST_DAY
    assert end_of_duration(LAST_DAY, Period.days(1)) == LAST_DAY


@pytest.mark.parametrize(
    ("first", "duration", "end"),
    [
        pytest.param(
            date(2013, 10, 12), Period.days(30), date(2013, 11, 10), id="thirty days, a Sunday"
        ),
        pytest.param(date(2025, 12, 24), Period.days(1), date(2025, 12, 24), id="one day"),
        pytest.param(date(2025, 1, 1), Period.years(1), date(2025, 12, 31), id="a calendar year"),
        pytest.param(date(2025, 6, 15), Period.months(1), date(2025, 7, 14), id="a month"),
        pytest.param(date(2025, 6, 9), Period.weeks(1), date(2025, 6, 15), id="a week"),
    ],
)
def test_duration(first: date, duration: Period, end: date) -> None:
    """
    What Act 150/1930 does not govern counts its first day and moves off no holiday.
    """
    assert end_of_duration(first, duration) == end


@given(first=DAYS, duration=DAY_PERIODS)
def test_a_duration_is_as_long_as_it_says(first: date, duration: Period) -> None:
    """
    A measure of so many days lasts so many days, the first included (KHO:2015:27).
    """
    assert (end_of_duration(first, duration) - first).days + 1 == duration.length
