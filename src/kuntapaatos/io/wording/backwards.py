"""
Templates read backwards: a day, a time, a template's places, opening hours.

>>> backwards("{code} gilt bis {day}.").fullmatch("X gilt bis 3.1.2025.").groupdict()
{'code': 'X', 'day': '3.1.2025'}
>>> from kuntapaatos.io.wording.catalogue import catalogue
>>> print(HoursBack(catalogue("sv")).read("mån–fre kl. 8.00–16.00"))
ma–pe 8.00–16.00
"""

from __future__ import annotations

import json
import re
from datetime import date, time
from string import Formatter
from typing import Any

from kuntapaatos.io.wording import sentences as s
from kuntapaatos.io.wording.catalogue import Catalogue
from kuntapaatos.office_hours import DayHours, OfficeHours, Opening

__all__ = ["HoursBack", "Unlike", "backwards", "clock_of", "day_of", "text_of"]

_DAY = r"(\d{1,2})\.(\d{1,2})\.(\d{1,4})"
_CLOCK = r"(\d{1,2})\.(\d{2})(?:\.(\d{2})(?:,(\d{6}))?)?"


class Unlike(Exception):
    """The line is not as it would be written."""


def day_of(text: str) -> date:
    """Return the day that a text is."""
    found = re.fullmatch(_DAY, text)
    if found is None:
        raise Unlike
    day, month, year = map(int, found.groups())
    return date(year, month, day)


def clock_of(text: str) -> time:
    """Return the time of day that a text is."""
    found = re.fullmatch(_CLOCK, text)
    if found is None:
        raise Unlike
    hour, minute, second, fraction = (int(part or 0) for part in found.groups())
    return time(hour, minute, second, fraction)


# What may stand in a place; only one in a template is free, so that no line takes long.
_PLACES = {
    "count": r"\d{1,9}",
    "day": r"[\d.]{1,12}",
    "who": r"\D{1,60}",
    "opens": r"[\d.,]{1,16}",
    "closes": r"[\d.,]{1,16}",
}
_FREE = ".{1,2000}"


def backwards(template: str) -> re.Pattern[str]:
    """Return the pattern of everything that a template may say."""
    source = "".join(
        re.escape(text) + (f"(?P<{name}>{_PLACES.get(name, _FREE)})" if name is not None else "")
        for text, name, _, _ in Formatter().parse(template)
    )
    return re.compile(rf"\A{source}\Z")


def text_of(line: str) -> str:
    r"""
    Return a text that stands in a line, also when it had to be quoted there.

    >>> text_of("Mallilan kunta"), text_of('"Mallilan\\nkunta"')
    ('Mallilan kunta', 'Mallilan\nkunta')
    """
    if not line.startswith('"'):
        return line
    try:
        return str(json.loads(line))
    except ValueError:
        raise Unlike from None


class HoursBack:
    """Opening hours of one language, read backwards."""

    def __init__(self, words: Catalogue) -> None:
        template = words.template
        self.weekdays: dict[str, int] = {
            template(name): number for number, name in enumerate(s.WEEKDAYS)
        }
        self.eves: str = template(s.EVES)
        self.parts: list[re.Pattern[str]] = [
            backwards(template(one)) for one in (s.FROM, s.UNTIL, s.OPEN, s.CLOSED)
        ]

    def read(self, text: str) -> OfficeHours:
        """Return the hours that a line tells."""
        week: list[Opening | None] = [None] * 7
        more: dict[str, Any] = {"days": []}
        starts, ends, opened, closed = self.parts
        for part in text.split("; "):
            if (found := starts.fullmatch(part)) is not None:
                more["valid_from"] = day_of(found["day"])
            elif (found := ends.fullmatch(part)) is not None:
                more["valid_until"] = day_of(found["day"])
            elif (found := opened.fullmatch(part)) is not None:
                opening = Opening(clock_of(found["opens"]), clock_of(found["closes"]))
                self._opened(found["days"], opening, week, more)
            elif (found := closed.fullmatch(part)) is not None:
                self._opened(found["days"], None, week, more)
            else:
                raise Unlike
        return OfficeHours(week=week, **more)

    def _opened(
        self, days: str, opening: Opening | None, week: list[Opening | None], more: dict[str, Any]
    ) -> None:
        """Take the hours of some days."""
        first, _, last = days.partition("–")
        if days == self.eves:
            more["eves"] = opening
        elif first in self.weekdays:
            begin, end = self.weekdays[first], self.weekdays.get(last or first, -1)
            week[begin : end + 1] = [opening] * (end + 1 - begin)
        else:
            more["days"].append(DayHours(day_of(first), day_of(last or first), opening))
