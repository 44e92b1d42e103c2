"""
When an office closes, so that a document must have arrived before it.

150/1930 6 §: what is to be done in an office is done on the last day, before
the office closes.  Hours are a fact of each office: a municipality's own, or
8.00-16.15 for state authorities and courts.

>>> from datetime import date
>>> hours = OfficeHours.parse("klo 8.00-16.00; perjantaisin ja juhlapyhien aattoina 8.00-15.00")
>>> hours.closings(date(2025, 1, 3))  # a Friday
(datetime.time(15, 0),)
>>> hours.closings(date(2025, 4, 30))  # May Day Eve: offices differ
(datetime.time(15, 0), datetime.time(16, 0))
>>> print(hours)
ma–to 8.00–16.00; pe 8.00–15.00; aatto 8.00–15.00
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, time, timedelta
from enum import Enum
from itertools import pairwise

from attrs import evolve, field, frozen

from kuntapaatos.errors import HoursUnknown, InvalidHours, NotADay, all_of, is_a
from kuntapaatos.shown import Value
from kuntapaatos.workdays import CLOSED_DAY, ClosedDay, DayTable, check_day, is_workday, named_days

__all__ = ["DayHours", "Eve", "OfficeHours", "Opening", "eve"]


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


_EVES = DayTable(_eves_of)


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
        return _EVES[day]
    except TypeError:
        raise NotADay(day) from None


def _clock(moment: time) -> str:
    return f"{moment.hour}.{moment.minute:02}"


@frozen(eq=False, repr=False)
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


@frozen(eq=False, repr=False)
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


def _week(openings: Iterable[Opening | None]) -> tuple[Opening | None, ...]:
    week = all_of("week", openings, (Opening, type(None)), "at most seven of Opening or None")
    return week + (None,) * (7 - len(week))


def _in_order_of_day(days: Iterable[DayHours]) -> tuple[DayHours, ...]:
    named = all_of("days", days, DayHours, "several DayHours")
    return tuple(sorted(named, key=lambda hours: (hours.first, hours.last)))


@frozen(kw_only=True, eq=False, repr=False)
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
        Return the hours that a short Finnish text states.

        Parts are separated by semicolons, each one days and hours: "ma-to
        8.00-16.00; pe, aatto 8-15".  Days are weekdays and their ranges, "aatto", or
        dates with a year ("24.12.2025", "1.7.2025-31.7.2025"); without days the
        hours are those of Monday to Friday.  "suljettu" is closed.  Later parts
        win over earlier ones.  `str()` prints a text that parses to the same hours.

        Raises:
            InvalidHours: A part is not of this form.

        >>> print(OfficeHours.parse("8.00-16.00; pe, aatto 8.00-15.00"))
        ma–to 8.00–16.00; pe 8.00–15.00; aatto 8.00–15.00
        """
        return _parse(text)

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
        if self.eves is None or (kind := _EVES[day]) is None:
            return (usual.closes,)
        if self.days and any(named.first <= day <= named.last for named in self.days):
            return (usual.closes,)
        if kind is Eve.CERTAIN and self.eves.closes <= usual.closes:
            return (self.eves.closes,)
        return tuple(sorted({self.eves.closes, usual.closes}))

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


# A short grammar for a short text; every repetition is bounded.  Texts, not compiled
# patterns: parsing is rarer than importing.
_TIMES = (
    r"(?:klo|kello)?\s{0,3}(\d{1,2})(?:[.:](\d{2}))?\s{0,3}[-–—]\s{0,3}(\d{1,2})(?:[.:](\d{2}))?"
)
_DATES = r"(\d{1,2})\.(\d{1,2})\.(\d{4})(?:\s{0,3}[-–—]\s{0,3}(\d{1,2})\.(\d{1,2})\.(\d{4}))?"
_DAY_NAMES = {
    name: number
    for number, names in enumerate(
        (
            "ma maanantai maanantaisin maanantaista maanantaihin",
            "ti tiistai tiistaisin tiistaista tiistaihin",
            "ke keskiviikko keskiviikkoisin keskiviikosta keskiviikkoon",
            "to torstai torstaisin torstaista torstaihin",
            "pe perjantai perjantaisin perjantaista perjantaihin",
            "la lauantai lauantaisin lauantaista lauantaihin",
            "su sunnuntai sunnuntaisin sunnuntaista sunnuntaihin",
        )
    )
    for name in names.split()
}
_EVE_NAMES = {"aatto", "aattona", "aattoina", "aatot"}
_EXPECTED = "hours must read like 'ma-to 8.00-16.00; pe, aatto 8.00-15.00'"


def _time(hour: str, minute: str | None, given: str) -> time:
    try:
        return time(int(hour), int(minute or 0))
    except ValueError:
        raise InvalidHours(given, _EXPECTED) from None


def _parse(text: str) -> OfficeHours:
    if not isinstance(text, str):
        raise InvalidHours(text, _EXPECTED)
    hours = OfficeHours(week=())
    week: list[Opening | None] = [None] * 7
    for part in text.lower().split(";"):
        days, opening = _split(part.strip(), text)
        if not days:
            week[:5] = [opening] * 5
        for word in days:
            dates = re.fullmatch(_DATES, word)
            if word in _EVE_NAMES:
                if opening is None:
                    raise InvalidHours(text, "name the eves the office is closed on by their dates")
                hours = evolve(hours, eves=opening)
            elif dates is not None:
                hours = evolve(hours, days=(*hours.days, _day_hours(dates, opening, text)))
            else:
                first, last = _weekday_range(word, text)
                week[first : last + 1] = [opening] * (last + 1 - first)
    return evolve(hours, week=tuple(week))


def _split(part: str, text: str) -> tuple[list[str], Opening | None]:
    """Split "pe, aatto 8-15" into its days and its hours."""
    words = re.sub(r"\s{0,3}[-–—]\s{0,3}", "-", part)
    # "maanantaista perjantaihin" is a range, not two days.
    words = re.sub(r"\b(\w{2,12}st[aä])\s{1,3}(?=\w{2,12}(?:hin|hon|oon)\b)", r"\1-", words)
    if words.endswith("suljettu"):
        days, opening = words.removesuffix("suljettu"), None
    else:
        head, _, tail = words.rpartition(" ")
        found = re.fullmatch(_TIMES, tail)
        if found is None:
            raise InvalidHours(text, _EXPECTED)
        opens, closes = _time(found[1], found[2], text), _time(found[3], found[4], text)
        days, opening = head, Opening(opens, closes)
    names = re.split(r"[\s,]{1,3}|\bja\b|\bsekä\b", days)
    return [name for name in names if name not in {"", "klo", "kello", "juhlapyhien"}], opening


def _day_hours(dates: re.Match[str], opening: Opening | None, text: str) -> DayHours:
    numbers = [int(number) for number in dates.groups() if number is not None]
    try:
        first = date(numbers[2], numbers[1], numbers[0])
        last = date(numbers[5], numbers[4], numbers[3]) if len(numbers) == 6 else first
    except ValueError:
        raise InvalidHours(text, _EXPECTED) from None
    return DayHours(first, last, opening)


def _weekday_range(word: str, text: str) -> tuple[int, int]:
    ends = [_DAY_NAMES.get(name) for name in word.split("-")]
    first, last = ends[0], ends[-1]
    if len(ends) > 2 or first is None or last is None or last < first:
        raise InvalidHours(text, _EXPECTED)
    return first, last
