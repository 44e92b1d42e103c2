"""
What a person knows besides the document: when they were told, the hours, the moment.

>>> from datetime import date
>>> Known(letters=[date(2024, 12, 10)]).letters
(datetime.date(2024, 12, 10),)
>>> parse_day("13.12.2024"), parse_day("2024-12-13")
(datetime.date(2024, 12, 13), datetime.date(2024, 12, 13))
>>> parse_moment("3.1.2025 klo 14.00").isoformat()
'2025-01-03T14:00:00+02:00'
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime, time

from attrs import field, frozen

from kuntapaatos.checks import is_a
from kuntapaatos.closing import HELSINKI, check_moment
from kuntapaatos.errors import InvalidValue
from kuntapaatos.office_hours import OfficeHours
from kuntapaatos.shown import Value
from kuntapaatos.workdays import check_day

__all__ = ["Known", "parse_day", "parse_moment"]

_DAY = (
    r"(?:(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})"
    r"|(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?P<y>\d{4}))"
)
_CLOCK = r"(?P<hour>\d{1,2})(?:[.:](?P<minute>\d{2}))?"


def _days(values: Iterable[date]) -> tuple[date, ...]:
    return tuple(check_day(value) for value in values)


def _day(value: date | None) -> date | None:
    return None if value is None else check_day(value)


def _moment(value: datetime | None) -> datetime | None:
    return None if value is None else check_moment(value)


@frozen(kw_only=True, repr=False)
class Known(Value):
    """
    What is given beside a document; none of it is proven by the document.

    Attributes:
        letters: Days on which a letter was sent to a party.
        emails: Days on which an electronic message was sent to a party.
        receipts: Days on which a party acknowledged receipt.
        published: The day the minutes were published online; `None` takes the document's.
        decided: The day of the decision; `None` takes the document's.
        hours: The registry's hours; `None` takes the document's.
        at: The moment that is asked about, aware; `None` asks about none.

    Raises:
        NotADay, DayOutOfRange: A day is none, or outside 1992-2100.
        NaiveMoment: *at* has no time zone.
        InvalidValue: *hours* are none.
    """

    letters: tuple[date, ...] = field(default=(), converter=_days)
    emails: tuple[date, ...] = field(default=(), converter=_days)
    receipts: tuple[date, ...] = field(default=(), converter=_days)
    published: date | None = field(default=None, converter=_day)
    decided: date | None = field(default=None, converter=_day)
    hours: OfficeHours | None = field(default=None, validator=is_a(OfficeHours, type(None)))
    at: datetime | None = field(default=None, converter=_moment)


def parse_day(text: str) -> date:
    """
    Return a day written as 2024-12-13 or 13.12.2024.

    Raises:
        InvalidValue: The text is no such day.
        DayOutOfRange: The day is outside 1992-2100.
    """
    found = re.fullmatch(_DAY, text.strip(), re.ASCII)
    if found is None:
        raise InvalidValue("day", text, "like 2024-12-13 or 13.12.2024")
    return check_day(_date(found, text))


def parse_moment(text: str) -> datetime:
    """
    Return a moment of Finnish time, written as "2025-01-03 14.00" or "3.1.2025 klo 14.00".

    Raises:
        InvalidValue: The text is no such moment.
        DayOutOfRange: Its day is outside 1992-2100.
    """
    found = re.fullmatch(rf"{_DAY}(?:\s{{1,9}}(?:klo\s{{1,9}})?|T){_CLOCK}", text.strip(), re.ASCII)
    if found is None:
        raise InvalidValue("moment", text, "like '2025-01-03 14.00'")
    day = check_day(_date(found, text))
    try:
        clock = time(int(found["hour"]), int(found["minute"] or 0))
    except ValueError:
        raise InvalidValue("moment", text, "a time of day from 0.00 to 23.59") from None
    return datetime.combine(day, clock, HELSINKI)


def _date(found: re.Match[str], text: str) -> date:
    parts = [
        found[name] or found[short] for name, short in (("year", "y"), ("month", "m"), ("day", "d"))
    ]
    try:
        return date(*map(int, parts))
    except ValueError:
        raise InvalidValue("day", text, "a day of the calendar") from None
