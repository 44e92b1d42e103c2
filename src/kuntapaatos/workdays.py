"""
Which days a time limit may end on.

Laki säädettyjen määräaikain laskemisesta (150/1930) 5 §: a time limit that
would end on a church festival, Independence Day, May Day, Christmas or
Midsummer Eve or a Saturday ends on the first weekday after it.

The list is written here as the law writes it: fixed days, and distances from
Easter.  The `holidays` package gives the days their names in other languages
and bears witness (`disagreements`); no answer depends on it.

>>> from datetime import date
>>> is_workday(date(2025, 12, 24))
False
>>> closed_day(date(2025, 12, 24)).value
'jouluaatto'
>>> next_workday(date(2025, 12, 24))
datetime.date(2025, 12, 29)
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta
from enum import Enum
from typing import TypeVar

from dateutil.easter import easter

from kuntapaatos.checks import all_of
from kuntapaatos.errors import DayOutOfRange, InvalidValue, NotADay

__all__ = [
    "FIRST_DAY",
    "LAST_DAY",
    "ClosedDay",
    "closed_day",
    "closed_day_name",
    "disagreements",
    "is_workday",
    "next_workday",
]

FIRST_DAY = date(1992, 1, 1)
"""The first supported day: from 1992 Epiphany and Ascension are on their own days."""
LAST_DAY = date(2100, 12, 31)
"""The last supported day."""

_ONE_DAY = timedelta(days=1)


class ClosedDay(Enum):
    """
    The days on which no time limit ends (150/1930 5 §), by their Finnish names.

    >>> ClosedDay("vapunpäivä")
    <ClosedDay.MAY_DAY: 'vapunpäivä'>
    """

    NEW_YEARS_DAY = "uudenvuodenpäivä"
    EPIPHANY = "loppiainen"
    GOOD_FRIDAY = "pitkäperjantai"
    EASTER_SUNDAY = "pääsiäispäivä"
    EASTER_MONDAY = "2. pääsiäispäivä"
    MAY_DAY = "vapunpäivä"
    ASCENSION_DAY = "helatorstai"
    WHIT_SUNDAY = "helluntaipäivä"
    MIDSUMMER_EVE = "juhannusaatto"
    MIDSUMMER_DAY = "juhannuspäivä"
    ALL_SAINTS_DAY = "pyhäinpäivä"
    INDEPENDENCE_DAY = "itsenäisyyspäivä"
    CHRISTMAS_EVE = "jouluaatto"
    CHRISTMAS_DAY = "joulupäivä"
    SECOND_CHRISTMAS_DAY = "tapaninpäivä"
    SATURDAY = "arkilauantai"
    SUNDAY = "sunnuntai"


# 150/1930 5 §; the church's list: kirkkolaki (652/2023) 1:6 and
# kirkkojärjestys (657/2023) 1:4, before them 1054/1993 4:3.  In 2008 Ascension
# Day fell on May Day: the church festival is named first, as in 5 §.
_FIXED = (
    (1, 1, ClosedDay.NEW_YEARS_DAY),
    (1, 6, ClosedDay.EPIPHANY),
    (5, 1, ClosedDay.MAY_DAY),
    (12, 6, ClosedDay.INDEPENDENCE_DAY),
    (12, 24, ClosedDay.CHRISTMAS_EVE),
    (12, 25, ClosedDay.CHRISTMAS_DAY),
    (12, 26, ClosedDay.SECOND_CHRISTMAS_DAY),
)
_DAYS_FROM_EASTER = (
    (-2, ClosedDay.GOOD_FRIDAY),
    (0, ClosedDay.EASTER_SUNDAY),
    (1, ClosedDay.EASTER_MONDAY),
    (39, ClosedDay.ASCENSION_DAY),
    (49, ClosedDay.WHIT_SUNDAY),
)
# The Saturday on or after this day.
_SATURDAY_FROM = (
    (6, 20, ClosedDay.MIDSUMMER_DAY),
    (10, 31, ClosedDay.ALL_SAINTS_DAY),
)


def named_days(year: int) -> dict[date, ClosedDay]:
    """Return the named days of *year*, in no order; plain week ends are not named."""
    days = {date(year, month, day): name for month, day, name in _FIXED}
    sunday = easter(year)
    for distance, name in _DAYS_FROM_EASTER:
        days[sunday + timedelta(days=distance)] = name
    for month, day, name in _SATURDAY_FROM:
        start = date(year, month, day)
        saturday = start + timedelta(days=(5 - start.weekday()) % 7)
        days[saturday] = name
        if name is ClosedDay.MIDSUMMER_DAY:
            days[saturday - _ONE_DAY] = ClosedDay.MIDSUMMER_EVE
    return days


def check_day(day: object) -> date:
    """
    Return *day* when it is a supported calendar day.

    Raises:
        NotADay: It is no `date`, or it is a `datetime`.
        DayOutOfRange: It is before 1992-01-01 or after 2100-12-31.
    """
    if not isinstance(day, date) or isinstance(day, datetime):
        raise NotADay(day)
    if not FIRST_DAY <= day <= LAST_DAY:
        raise DayOutOfRange(day)
    return day


_V = TypeVar("_V")


class DayTable(dict[date, _V]):
    """
    A table of days that fills itself a year at a time.

    Reading one day is a single look-up; a day that is not there yet fills its
    year, and something that is no supported day is refused then.  Filling
    twice gives the same entries, so threads need no lock.
    """

    def __init__(self, of_year: Callable[[int], dict[date, _V]]) -> None:
        super().__init__()
        self._of_year = of_year

    def __missing__(self, day: object) -> _V:
        known = check_day(day)
        self.update(self._of_year(known.year))
        return self[known]


def days_of(year: int) -> Iterable[date]:
    """Return every day of *year*, in order."""
    first = date(year, 1, 1)
    return (first + timedelta(days=n) for n in range((date(year + 1, 1, 1) - first).days))


def _closed_days_of(year: int) -> dict[date, ClosedDay | None]:
    week_end = {5: ClosedDay.SATURDAY, 6: ClosedDay.SUNDAY}
    named = named_days(year)
    return {day: named.get(day) or week_end.get(day.weekday()) for day in days_of(year)}


def _next_workdays_of(year: int) -> dict[date, date]:
    closed = _closed_days_of(year)
    # After 31 December, where that is a Saturday or a Sunday: New Year's Day is closed, and
    # 2 January is then a Monday or a Tuesday.
    following = date(year + 1, 1, 2)
    table = {}
    for day in sorted(closed, reverse=True):
        if closed[day] is None:
            following = day
        table[day] = following
    return table


CLOSED_DAY = DayTable(_closed_days_of)
"""The closed day that each day is, `None` for a workday; `closed_day` as a table."""
NEXT_WORKDAY = DayTable(_next_workdays_of)
"""The first workday on or after each day; `next_workday` as a table."""


def closed_day(day: date) -> ClosedDay | None:
    """
    Name the closed day that *day* is, or return `None` for a workday.

    A named day wins over a plain Saturday or Sunday.

    Args:
        day: A calendar day from 1992-01-01 to 2100-12-31, both included.

    Raises:
        NotADay: *day* is no `date`, or is a `datetime`.
        DayOutOfRange: *day* is outside the supported years.

    Source: 150/1930 5 §.

    >>> from datetime import date
    >>> closed_day(date(2026, 12, 6)).value  # a Sunday, and Independence Day
    'itsenäisyyspäivä'
    >>> closed_day(date(2026, 12, 31)) is None
    True
    """
    try:
        return CLOSED_DAY[day]
    except TypeError:
        raise NotADay(day) from None


def is_workday(day: date) -> bool:
    """
    Return whether a time limit may end on *day*.

    Monday to Friday, and none of the days of 150/1930 5 §.

    Args:
        day: A calendar day from 1992-01-01 to 2100-12-31, both included.

    Raises:
        NotADay: *day* is no `date`, or is a `datetime`.
        DayOutOfRange: *day* is outside the supported years.

    >>> from datetime import date
    >>> is_workday(date(2025, 4, 17))  # Maundy Thursday moves nothing
    True
    """
    return closed_day(day) is None


def next_workday(day: date) -> date:
    """
    Return the first workday on or after *day*.

    Args:
        day: A calendar day from 1992-01-01 to 2100-12-31, both included.

    Raises:
        NotADay: *day* is no `date`, or is a `datetime`.
        DayOutOfRange: *day* is outside the supported years.

    Source: 150/1930 5 §.

    >>> from datetime import date
    >>> next_workday(date(2026, 4, 3))  # Good Friday
    datetime.date(2026, 4, 7)
    """
    try:
        return NEXT_WORKDAY[day]
    except TypeError:
        raise NotADay(day) from None


_LANGUAGES = {"fi": "fi", "sv": "sv_FI", "en": "en_US"}
_WEEK_ENDS = {
    "fi": ("lauantai", "sunnuntai"),
    "sv": ("lördag", "söndag"),
    "en": ("Saturday", "Sunday"),
}


def _holidays_of(years: Iterable[int], language: str) -> dict[date, str]:
    # holidays is slow to import, and only names and witnesses need it.
    from holidays import country_holidays

    # A holidays object grows when it is asked and is not safe under threads:
    # take a plain copy of the years that were asked for.
    calendar = country_holidays("FI", years=tuple(years), language=_LANGUAGES[language])
    return dict(calendar)


def closed_day_name(day: date, language: str) -> str | None:
    """
    Return the name of the closed day *day* in a language, `None` for a workday.

    Festivals are named by the installed `holidays` release.

    Args:
        day: A calendar day from 1992-01-01 to 2100-12-31, both included.
        language: A tag of Finnish, Swedish or English, such as "fi" or "sv-FI"; there
            is no default.

    Raises:
        InvalidValue: *language* is none of the three.
        NotADay: *day* is no `date`, or is a `datetime`.
        DayOutOfRange: *day* is outside the supported years.

    >>> from datetime import date
    >>> closed_day_name(date(2025, 6, 20), "sv")
    'Midsommarafton'
    >>> closed_day_name(date(2025, 6, 28), "en")
    'Saturday'
    """
    given = language
    language = given.replace("_", "-").partition("-")[0].lower() if isinstance(given, str) else ""
    if language not in _LANGUAGES:
        raise InvalidValue("language", given, "a language tag of 'fi', 'sv', 'en'")
    if is_workday(day):
        return None
    name = _holidays_of((day.year,), language).get(day)
    return _WEEK_ENDS[language][day.weekday() - 5] if name is None else name


_YEARS = "several calendar years from 1992 to 2100"


def disagreements(years: Iterable[int]) -> tuple[date, ...]:
    """
    Return the days on which the installed `holidays` release and this list differ.

    A self-check that anyone can run: an empty answer means that the two
    independent lists name the same festivals in *years*.  Plain Saturdays and
    Sundays are not compared.

    Args:
        years: Calendar years from 1992 to 2100.

    Raises:
        InvalidValue: A year is no whole number, or outside the supported ones.

    >>> disagreements(range(2020, 2031))
    ()
    """
    asked = all_of("years", years, int, _YEARS)
    for year in asked:
        if not FIRST_DAY.year <= year <= LAST_DAY.year:
            raise InvalidValue("years", year, _YEARS)
    theirs = _holidays_of(asked, "fi")
    ours = {day for year in asked for day in named_days(year)}
    return tuple(sorted(ours ^ theirs.keys()))
