"""
The opening hours of one office, and when it closes on a day.

>>> from datetime import date
>>> OfficeHours.parse("8-16; pe, aatto 8-15").closings(date(2025, 1, 3))
(datetime.time(15, 0),)
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, time
from itertools import pairwise

from attrs import evolve, field, frozen

from kuntapaatos.checks import all_of, is_a
from kuntapaatos.errors import HoursUnknown, InvalidHours, NotADay
from kuntapaatos.office_hours.eves import EVES, Eve
from kuntapaatos.office_hours.opening import DayHours, Opening
from kuntapaatos.office_hours.printed import printed
from kuntapaatos.shown import Value
from kuntapaatos.workdays import CLOSED_DAY, check_day

__all__ = ["OfficeHours"]


def _week(openings: Iterable[Opening | None]) -> tuple[Opening | None, ...]:
    week = all_of("week", openings, (Opening, type(None)), "at most seven of Opening or None")
    return week + (None,) * (7 - len(week))


def _in_order_of_day(days: Iterable[DayHours]) -> tuple[DayHours, ...]:
    named = all_of("days", days, DayHours, "several DayHours")
    return tuple(sorted(named, key=lambda hours: (hours.first, hours.last)))


@frozen(kw_only=True, repr=False)
class OfficeHours(Value):
    """
    The opening hours of one office (*aukioloaika*).

    Attributes:
        week: Monday to Sunday; `None` is closed.  Fewer than seven are filled up with closed.
        eves: The hours on eves of festivals, when they differ.
        days: Other hours on named days; they win over the week and the eves.
        valid_from: The first day these hours hold, included; `None` when not known to begin.
        valid_until: The last day they hold, included; `None` when not known to end.

    Raises:
        InvalidHours: Named days overlap, the week has more than seven days, or the
            hours end before they begin.
        InvalidValue: A field holds something else.

    >>> OfficeHours.parse("ma-pe 8.15-16.00").closings(date(2025, 12, 23))
    (datetime.time(16, 0),)
    """

    week: tuple[Opening | None, ...] = field(converter=_week)
    eves: Opening | None = field(default=None, validator=is_a(Opening, type(None)))
    days: tuple[DayHours, ...] = field(default=(), converter=_in_order_of_day)
    valid_from: date | None = None
    valid_until: date | None = field(default=None)

    @week.validator
    def _one_week(self, _: object, week: tuple[Opening | None, ...]) -> None:
        if len(week) != 7:
            raise InvalidHours(week, "a week must be at most seven of Opening or None")

    @days.validator
    def _no_overlap(self, _: object, days: tuple[DayHours, ...]) -> None:
        for before, after in pairwise(days):
            if after.first <= before.last:
                raise InvalidHours(f"{before}; {after}", "named days must not overlap")

    @valid_until.validator
    def _begins_before_it_ends(self, _: object, until: date | None) -> None:
        for day in (self.valid_from, until):
            if day is not None:
                check_day(day)
        if self.valid_from is not None and until is not None and until < self.valid_from:
            raise InvalidHours(f"{self.valid_from}-{until}", "hours must begin before they end")

    @classmethod
    def regular(
        cls,
        opens: time,
        closes: time,
        *,
        fridays: Opening | None = None,
        eves: Opening | None = None,
    ) -> OfficeHours:
        """
        Return the common form: the same hours every weekday, shorter ones where named.

        Args:
            opens: Monday to Friday, included.
            closes: Monday to Friday, excluded.
            fridays: The hours on Fridays, when they differ.
            eves: The hours on eves of festivals, when they differ.

        Raises:
            InvalidHours: The office would close before it opens.

        >>> short = Opening(time(8), time(15))
        >>> print(OfficeHours.regular(time(8), time(16), fridays=short, eves=short))
        ma–to 8.00–16.00; pe 8.00–15.00; aatto 8.00–15.00
        """
        usual = Opening(opens, closes)
        friday = fridays if fridays is not None else usual
        return cls(week=(usual, usual, usual, usual, friday), eves=eves)

    @classmethod
    def state(cls) -> OfficeHours:
        """
        Return the hours of state authorities and courts: 8.00-16.15 (*virka-aika*).

        Known from 1995, the first whole year of the decree.

        Source: 332/1994 1 § until 31.12.2022, then 728/2021 5 a §; KHO:2024:22.

        >>> print(OfficeHours.state())
        ma–pe 8.00–16.15
        """
        return evolve(cls.regular(time(8), time(16, 15)), valid_from=date(1995, 1, 1))

    @classmethod
    def parse(cls, text: str) -> OfficeHours:
        """
        Return the hours that a short Finnish or Swedish text states, as instructions print them.

        Parts are separated by a semicolon, a comma or "ja", each one days and hours:
        "ma-to 8.00-16.00; pe, aatto 8-15".  Days are weekdays and their ranges,
        "arkisin" (Monday to Friday), "aatto", or dates with a year ("24.12.2025",
        "1.7.2025-31.7.2025"); without days the hours are those of Monday to Friday.
        "suljettu" is closed.  Later parts win over earlier ones.  `str()` prints a text
        that parses to the same hours.

        Raises:
            InvalidHours: A part is not of this form.

        >>> print(OfficeHours.parse("8.00-16.00; pe, aatto 8.00-15.00"))
        ma–to 8.00–16.00; pe 8.00–15.00; aatto 8.00–15.00
        >>> print(OfficeHours.parse("måndag–torsdag kl. 8–16, fredagar kl. 8–14"))
        ma–to 8.00–16.00; pe 8.00–14.00
        """
        return cls(**printed(text)._asdict())

    def opening(self, day: date) -> Opening | None:
        """
        Return the hours of a day that is no eve, or `None` when the office is closed.

        Raises:
            HoursUnknown: *day* is outside the days these hours hold.
        """
        try:
            workday = CLOSED_DAY[day] is None
        except TypeError:
            raise NotADay(day) from None
        if (self.valid_from is not None and day < self.valid_from) or (
            self.valid_until is not None and day > self.valid_until
        ):
            raise HoursUnknown(day)
        for named in self.days:
            if named.first <= day <= named.last:
                # A summer's hours are those of its workdays; a day named alone is that day's.
                return named.opening if workday or named.first == named.last else None
        return self.week[day.weekday()] if workday else None

    def closings(self, day: date) -> tuple[time, ...]:
        """
        Return when the office closes on *day*: every candidate, earliest first.

        One time when it is certain, two where it is disputed whether the day is
        an eve, none when the office is closed all day.  Times are local and
        exclusive: a document must have arrived before.

        Args:
            day: A calendar day from 1992-01-01 to 2100-12-31, both included.

        Raises:
            HoursUnknown: *day* is outside the days these hours hold.
            NotADay: *day* is no `date`, or is a `datetime`.
            DayOutOfRange: *day* is outside the supported years.

        Source: 150/1930 6 §.

        >>> OfficeHours.state().closings(date(2025, 12, 24))
        ()
        """
        usual = self.opening(day)
        if usual is None:
            return ()
        kind = EVES[day]
        if kind is None or self.eves is None:
            return (usual.closes,)
        if self.days and any(named.first <= day <= named.last for named in self.days):
            return (usual.closes,)
        if kind is Eve.CERTAIN and self.eves.closes <= usual.closes:
            return (self.eves.closes,)
        return tuple(sorted({self.eves.closes, usual.closes}))

    def _parts(self) -> list[str]:
        return [repr(str(self))]

    def __str__(self) -> str:
        parts = [
            f"{_weekdays(first, last)} {opening}"
            for first, last, opening in _runs(self.week)
            if opening is not None
        ] or ["ma–pe suljettu"]
        if self.eves is not None:
            parts.append(f"aatto {self.eves}")
        parts.extend(str(hours) for hours in self.days)
        return "; ".join(parts)


_SHORT = ("ma", "ti", "ke", "to", "pe", "la", "su")


def _weekdays(first: int, last: int) -> str:
    return _SHORT[first] if first == last else f"{_SHORT[first]}–{_SHORT[last]}"


def _runs(week: Sequence[Opening | None]) -> list[tuple[int, int, Opening | None]]:
    runs: list[tuple[int, int, Opening | None]] = []
    for number, opening in enumerate(week):
        if runs and runs[-1][2] == opening:
            runs[-1] = (runs[-1][0], number, opening)
        else:
            runs.append((number, number, opening))
    return runs
