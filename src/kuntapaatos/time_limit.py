"""
From the day something happened to the last day to act on it.

Laki säädettyjen määräaikain laskemisesta (150/1930) 2, 3 and 5 §.

>>> from datetime import date
>>> last_day(date(2025, 6, 5), Period.days(14))
datetime.date(2025, 6, 19)
>>> last_day(date(2025, 6, 6), Period.days(14))  # 20 June 2025 is Midsummer Eve
datetime.date(2025, 6, 23)
"""

from __future__ import annotations

import re
from datetime import MAXYEAR, date, timedelta
from enum import Enum

from attrs import Factory, field, frozen

from kuntapaatos.checks import as_int
from kuntapaatos.errors import DayOutOfRange, InvalidPeriod
from kuntapaatos.shown import Value
from kuntapaatos.workdays import FIRST_DAY, NEXT_WORKDAY, check_day

__all__ = ["Period", "PeriodUnit", "end_of_duration", "last_day"]


class PeriodUnit(Enum):
    """What a period is counted in."""

    DAY = "päivä"
    WEEK = "viikko"
    MONTH = "kuukausi"
    YEAR = "vuosi"


_PLURAL = {
    PeriodUnit.DAY: "päivää",
    PeriodUnit.WEEK: "viikkoa",
    PeriodUnit.MONTH: "kuukautta",
    PeriodUnit.YEAR: "vuotta",
}
_WORDS = {
    word: unit
    for unit, words in {
        PeriodUnit.DAY: "päivä päivää päivän pv dag dagar dagars d",
        PeriodUnit.WEEK: "viikko viikkoa viikon vko vk vecka veckor veckors w",
        PeriodUnit.MONTH: "kuukausi kuukautta kuukauden kk månad månader månaders m",
        PeriodUnit.YEAR: "vuosi vuotta vuoden år års y",
    }.items()
    for word in words.split()
}
# No period is longer than the supported calendar.
_LONGEST = {
    PeriodUnit.DAY: 39_812,
    PeriodUnit.WEEK: 5_687,
    PeriodUnit.MONTH: 1_307,
    PeriodUnit.YEAR: 108,
}


class _Months:
    """Whole months that add to a day: the same ordinal, or the month's last day (3 §)."""

    __slots__ = ("count",)

    def __init__(self, count: int) -> None:
        self.count = count

    def __radd__(self, day: date) -> date:
        year, month = divmod(day.year * 12 + day.month - 1 + self.count, 12)
        if year >= MAXYEAR:
            raise OverflowError("date value out of range")
        next_year, next_month = divmod(year * 12 + month + 1, 12)
        month_end = date(next_year, next_month + 1, 1) - timedelta(days=1)
        return date(year, month + 1, min(day.day, month_end.day))


def _step(period: Period) -> timedelta | _Months:
    if not isinstance(period.unit, PeriodUnit):
        raise InvalidPeriod(period.unit)
    if type(period.length) is not int or not 1 <= period.length <= _LONGEST[period.unit]:
        raise InvalidPeriod(period.length)
    if period.unit is PeriodUnit.DAY:
        return timedelta(days=period.length)
    if period.unit is PeriodUnit.WEEK:
        return timedelta(weeks=period.length)
    return _Months(period.length if period.unit is PeriodUnit.MONTH else 12 * period.length)


@frozen(repr=False)
class Period(Value):
    """
    A length of time as a law or an instruction states it (*määräaika*).

    Made with `Period.days(14)`, `.weeks(3)`, `.months(6)` or `.years(1)`, or of a text with
    `Period.parse`.
    Equal only in the same unit: two weeks are not 14 days.

    Attributes:
        unit: What is counted.
        length: How many of them, at least 1.

    Raises:
        InvalidPeriod: The length is no positive whole number, or longer than
            the supported years.

    >>> print(Period.days(14), Period.months(1), sep=", ")
    14 päivää, 1 kuukausi
    >>> Period.weeks(2) == Period.days(14)
    False
    """

    unit: PeriodUnit
    length: int = field(converter=as_int)
    # What a day plus this period is; derived, so neither compared nor shown.
    _step: timedelta | _Months = field(
        init=False, eq=False, repr=False, default=Factory(_step, takes_self=True)
    )

    @classmethod
    def days(cls, length: int) -> Period:
        """Return a period of calendar days."""
        return cls(PeriodUnit.DAY, length)

    @classmethod
    def weeks(cls, length: int) -> Period:
        """Return a period of weeks, which ends on the same day of the week (3 §)."""
        return cls(PeriodUnit.WEEK, length)

    @classmethod
    def months(cls, length: int) -> Period:
        """Return a period of months, which ends on the same ordinal or the month's end (3 §)."""
        return cls(PeriodUnit.MONTH, length)

    @classmethod
    def years(cls, length: int) -> Period:
        """Return a period of years, which ends on the same day or the month's end (3 §)."""
        return cls(PeriodUnit.YEAR, length)

    @classmethod
    def parse(cls, text: str) -> Period:
        """
        Return the period that a text states: in Finnish, in Swedish, or as ISO 8601.

        Raises:
            InvalidPeriod: *text* is of no such form, or the length cannot be.

        >>> Period.parse("14 päivää") == Period.parse("14 dagar") == Period.parse("P14D")
        True
        >>> print(Period.parse("6 kuukauden"))
        6 kuukautta
        """
        given = " ".join(text.lower().split()) if isinstance(text, str) else ""
        found = re.fullmatch(r"p([0-9]{1,5})([dwmy])|([0-9]{1,5}) ([^\W\d]{2,10})", given)
        unit = None if found is None else _WORDS.get(found[2] or found[4])
        if found is None or unit is None:
            raise InvalidPeriod(text, 'a text such as "14 päivää", "14 dagar" or "P14D"')
        return cls(unit, int(found[1] or found[3]))

    def after(self, since: date) -> date:
        """
        Return the day on which the period ends, not moved to a workday.

        Args:
            since: The day of the event, which is not counted (2 §).

        Raises:
            NotADay: *since* is no `date`, or is a `datetime`.
            DayOutOfRange: *since* or the end is outside 1992-2100.

        >>> from datetime import date
        >>> Period.months(1).after(date(2026, 1, 31))
        datetime.date(2026, 2, 28)
        """
        return check_day(check_day(since) + self._step)

    def __str__(self) -> str:
        return f"{self.length} {self.unit.value if self.length == 1 else _PLURAL[self.unit]}"


def _mend(given: object) -> str:
    """Return what to write in place of what is no `Period`, for a message."""
    days = given.days if isinstance(given, timedelta) else given
    known = type(days) is int and 0 < days <= _LONGEST[PeriodUnit.DAY]
    return f"a Period, such as Period.days({days if known else 14})"


def last_day(since: date, period: Period) -> date:
    """
    Return the last day of *period* counted from *since*.

    *since* itself is not counted (2 §).  Months and years end on the same
    ordinal, or on the month's last day (3 §).  A period that would end on a
    church festival, Independence Day, May Day, Christmas or Midsummer Eve or a
    Saturday ends on the first weekday after it (5 §).

    Args:
        since: Day of the event; for an appeal, the day of notification.
        period: Length, in calendar days, weeks, months or years.

    Raises:
        NotADay: *since* is no `date`, or is a `datetime`.
        InvalidPeriod: *period* is no `Period`.
        DayOutOfRange: *since* or the last day is outside 1992-2100.

    Source: 150/1930 2, 3 and 5 §.

    >>> from datetime import date
    >>> last_day(date(2026, 1, 31), Period.months(1))  # clamped to Saturday 28 February, then moved
    datetime.date(2026, 3, 2)
    """
    # One addition, one comparison, one look-up: this is called a hundred million times.
    if type(since) is not date or since < FIRST_DAY:
        check_day(since)
    if not isinstance(period, Period):
        raise InvalidPeriod(period, _mend(period))
    try:
        return NEXT_WORKDAY[since + period._step]
    except OverflowError:
        raise DayOutOfRange(since) from None


def end_of_duration(first: date, duration: Period) -> date:
    """
    Return the last day of a measure that lasts *duration* from *first*.

    For what Act 150/1930 does not govern: the length of a placement, a ban, a
    permit.  The first day counts, and the end is not moved off a holiday.

    Args:
        first: The first day of the measure, counted as day one.
        duration: How long it lasts.

    Raises:
        NotADay: *first* is no `date`, or is a `datetime`.
        InvalidPeriod: *duration* is no `Period`.
        DayOutOfRange: *first* or the end is outside 1992-2100.

    Source: KHO:2015:27 (thirty days from 12.10.2013 ended on Sunday
    10.11.2013), KHO:2011:111.

    >>> from datetime import date
    >>> end_of_duration(date(2013, 10, 12), Period.days(30))
    datetime.date(2013, 11, 10)
    """
    if not isinstance(duration, Period):
        raise InvalidPeriod(duration, _mend(duration))
    return check_day(check_day(first) + duration._step - timedelta(days=1))
