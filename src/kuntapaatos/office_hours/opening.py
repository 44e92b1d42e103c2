"""
From when to when an office is open: on a day, and on days that are named.

>>> print(Opening(time(8), time(16)))
8.00–16.00
"""

from __future__ import annotations

from datetime import date, time

from attrs import field, frozen

from kuntapaatos.checks import is_a
from kuntapaatos.errors import InvalidHours
from kuntapaatos.shown import Value
from kuntapaatos.workdays import check_day

__all__ = ["DayHours", "Opening"]


def _clock(moment: time) -> str:
    return f"{moment.hour}.{moment.minute:02}"


@frozen(repr=False)
class Opening(Value):
    """
    From when to when an office is open on one day.

    Attributes:
        opens: Local time, included.
        closes: Local time, excluded: at that moment it is too late.

    Raises:
        InvalidHours: A value is no naive `time`, or it closes before it opens.

    >>> print(Opening(time(8), time(16, 15)))
    8.00–16.15
    """

    opens: time = field()
    closes: time = field()

    @closes.validator
    def _closes_after_it_opens(self, _: object, closes: object) -> None:
        for given in (self.opens, closes):
            if not isinstance(given, time) or given.tzinfo is not None:
                raise InvalidHours(given, "opening hours must be local times of day")
            if given.second or given.microsecond:
                raise InvalidHours(given, "opening hours must be whole minutes")
        if not self.opens < self.closes:
            raise InvalidHours(str(self), "an office must close after it opens")

    def __str__(self) -> str:
        return f"{_clock(self.opens)}–{_clock(self.closes)}"


@frozen(repr=False)
class DayHours(Value):
    """
    Other hours on named days: a summer, a single day, a closed day.

    Attributes:
        first: The first of the days, included.
        last: The last of the days, included.
        opening: The hours on each workday of them; `None` when closed.

    Raises:
        InvalidHours: *last* is before *first*.
        InvalidValue: *opening* is something else.

    >>> print(DayHours(date(2025, 7, 1), date(2025, 7, 31), Opening(time(9), time(15))))
    1.7.2025–31.7.2025 9.00–15.00
    """

    first: date
    last: date = field()
    opening: Opening | None = field(validator=is_a(Opening, type(None)))

    @last.validator
    def _in_order(self, _: object, last: date) -> None:
        if check_day(last) < check_day(self.first):
            raise InvalidHours(f"{self.first}-{last}", "the last day must not be before the first")

    def __str__(self) -> str:
        days = _day(self.first)
        if self.first != self.last:
            days += f"–{_day(self.last)}"
        return f"{days} {self.opening if self.opening is not None else 'suljettu'}"


def _day(day: date) -> str:
    return f"{day.day}.{day.month}.{day.year}"
