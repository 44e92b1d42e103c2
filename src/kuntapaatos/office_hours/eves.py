"""
The eves of festivals, on which many offices close earlier; they move no time limit.

>>> from datetime import date
>>> eve(date(2024, 12, 31)).value
'aatto'
"""

from __future__ import annotations

from datetime import date, timedelta
from enum import Enum

from kuntapaatos.errors import NotADay
from kuntapaatos.workdays import ClosedDay, DayTable, is_workday, named_days

__all__ = ["EVES", "Eve", "eve"]


class Eve(Enum):
    """Whether offices take a workday for the eve of a festival (*juhlapyhän aatto*)."""

    CERTAIN = "aatto"
    """The calendar day before a church festival."""
    DISPUTED = "tulkinnanvarainen aatto"
    """30 April, 5 December, 23 December, the Thursday before Midsummer Eve."""


_ONE_DAY = timedelta(days=1)
# The days before these are eves in some offices and plain workdays in others:
# festivals that are not the church's, and the two eves that are closed themselves.
_DISPUTED = {
    ClosedDay.MAY_DAY,
    ClosedDay.INDEPENDENCE_DAY,
    ClosedDay.CHRISTMAS_EVE,
    ClosedDay.MIDSUMMER_EVE,
}


def _eves_of(year: int) -> dict[date, Eve | None]:
    table: dict[date, Eve | None] = {}
    day = date(year, 1, 1)
    following = {**named_days(year), date(year + 1, 1, 1): ClosedDay.NEW_YEARS_DAY}
    while day.year == year:
        name = following.get(day + _ONE_DAY)
        if name is None or not is_workday(day):
            table[day] = None
        else:
            table[day] = Eve.DISPUTED if name in _DISPUTED else Eve.CERTAIN
        day += _ONE_DAY
    return table


EVES = DayTable(_eves_of)


def eve(day: date) -> Eve | None:
    """
    Return whether *day* is a workday before a festival, for office hours only.

    The calendar day before a church festival is an eve; a Friday before a
    Monday festival, or before an ordinary Saturday, is not.  Being an eve moves
    no time limit: Christmas and Midsummer Eve, which do, are closed days.

    Args:
        day: A calendar day from 1992-01-01 to 2100-12-31, both included.

    Raises:
        NotADay: *day* is no `date`, or is a `datetime`.
        DayOutOfRange: *day* is outside the supported years.

    >>> from datetime import date
    >>> eve(date(2024, 12, 31))
    <Eve.CERTAIN: 'aatto'>
    >>> eve(date(2024, 12, 23))
    <Eve.DISPUTED: 'tulkinnanvarainen aatto'>
    >>> eve(date(2025, 4, 17))  # Maundy Thursday
    <Eve.CERTAIN: 'aatto'>
    """
    try:
        return EVES[day]
    except TypeError:
        raise NotADay(day) from None
