r"""
Last days in a calendar: an all-day event on each, and one that ends when the office closes.

iCalendar (RFC 5545): the day is a date, the closing moment stands in UTC, every end is
explicit.  The caller passes the time stamp, and identifiers stay the same when a
corrected rule moves the day, so that a calendar moves the event and adds no second one.

>>> from datetime import UTC, date, datetime
>>> from kuntapaatos import Notice, OfficeHours, Period, count_deadline
>>> hours = OfficeHours.parse("8-16; pe, aatto 8-15")
>>> deadline = count_deadline(Notice.online_minutes(date(2024, 12, 13)), Period.days(14), hours)
>>> text = to_ical(deadline, stamp=datetime(2024, 12, 16, tzinfo=UTC)).decode()
>>> [line for line in text.split("\r\n") if line.startswith(("DTSTART", "DTEND"))]
['DTSTART;VALUE=DATE:20250103', 'DTEND;VALUE=DATE:20250104', 'DTSTART:20250103T120000Z', 'DTEND:20250103T130000Z']
"""  # noqa: E501

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid5

from kuntapaatos.checks import all_of, check_flag, check_type
from kuntapaatos.closing import check_moment
from kuntapaatos.deadline import Deadline
from kuntapaatos.errors import InvalidValue
from kuntapaatos.io.wording.voice import FINNISH, Voice

try:
    from icalendar import Alarm, Calendar, Event, Todo
except ImportError as _missing:
    raise ImportError(
        "kuntapaatos.io.ical needs icalendar; install it with: pip install 'kuntapaatos[ics]'"
    ) from _missing

__all__ = ["REMINDERS", "to_ical"]

REMINDERS = (timedelta(days=7), timedelta(hours=15))
"""Before the start of the last day: a week, and at nine in the morning of the day before."""

# A name space of our own (RFC 9562), so that no other program makes the same identifiers.
_SPACE = UUID("6a0e5f4b-6f3c-5b0e-9a54-9d6f4c8b1d10")
_HOUR, _DAY = timedelta(hours=1), timedelta(days=1)


def to_ical(
    deadlines: Deadline | Iterable[Deadline],
    *,
    stamp: datetime,
    matter: str = "",
    language: str = FINNISH,
    reminders: Iterable[timedelta] = REMINDERS,
    todo: bool = False,
) -> bytes:
    """
    Return last days as a calendar file.

    Each gives an all-day event on its last day and, when the office's hours are known,
    an event of the hour that ends at the closing moment.  What is open about a day is
    said in its description; the day itself is the earliest candidate.

    Args:
        deadlines: One, or several; the same one twice stands once.
        stamp: When the file is made, aware (DTSTAMP).
        matter: What it is about, such as a record number and a title; goes into the
            texts and the identifiers.  Control characters become spaces.
        language: A BCP 47 tag, such as "sv-FI".
        reminders: How long before the start of the last day to remind, in whole
            seconds, none below zero.
        todo: Whether to give one to-do for each deadline in place of the events.

    Returns:
        What the file holds, in UTF-8, its lines folded and ended with CR LF.

    Raises:
        NaiveMoment: *stamp* has no time zone.
        InvalidValue: There is no deadline or no such language, or an argument is something
            else.
    """
    given = (deadlines,) if isinstance(deadlines, Deadline) else deadlines
    several = all_of("deadlines", given, Deadline, "a Deadline, or several")
    if not several:
        # RFC 5545 3.6: a calendar has at least one component.
        raise InvalidValue("deadlines", several, "at least one")
    made = check_moment(stamp).astimezone(UTC).replace(microsecond=0)
    check_type("matter", matter, str, "a text")
    check_flag("todo", todo)
    t = Voice(language)
    before = all_of("reminders", reminders, timedelta, "several timedelta")
    for reminder in before:
        if reminder < timedelta() or reminder.microseconds:
            raise InvalidValue("reminders", str(reminder), "whole seconds, none below zero")
    calendar: Any = Calendar()
    calendar.add("prodid", f"-//kuntapaatos//kuntapaatos//{t.language.upper()}")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    seen: Counter[str] = Counter()
    for deadline in dict.fromkeys(several):
        entry = _Entry(deadline, _clean(matter), t, made, before)
        seen[entry.identity] += 1
        number = seen[entry.identity]
        for component in entry.todo(number) if todo else entry.events(number):
            calendar.add_component(component)
    return bytes(calendar.to_ical())


def _clean(text: str) -> str:
    """Return a text in one line, without what is no letter, sign or space."""
    plain = "".join(" " if unicodedata.category(sign)[0] in "CZ" else sign for sign in text)
    return " ".join(plain.split())


class _Entry:
    """What one deadline gives to a calendar."""

    def __init__(
        self,
        deadline: Deadline,
        matter: str,
        t: Voice,
        stamp: datetime,
        reminders: tuple[timedelta, ...],
    ) -> None:
        self.deadline = deadline
        self.t = t
        self.stamp = stamp
        self.reminders = reminders
        kind = t.term(deadline.track)
        if deadline.remedy is not None:
            kind = f"{t.term(deadline.remedy)}, {kind}"
        self.about = f"{kind}: {matter}" if matter else kind
        notice = deadline.notice
        # What a corrected rule or a proven day changes is no part of the identity.
        parts = (
            *(matter, notice.kind.value, notice.day.isoformat(), notice.regime.value),
            *(str(notice.to_authority), deadline.track.value),
            str(deadline.period) if deadline.remedy is None else deadline.remedy.value,
        )
        self.identity = "\n".join(parts)

    def events(self, number: int) -> Iterator[Event]:
        """Return the event of the last day, and of the closing when it is known."""
        t, deadline = self.t, self.deadline
        day: Any = Event()
        self._fill(day, t("Last day: {what}", what=self.about), f"{number}\nday")
        day.add("dtstart", deadline.last_day)
        day.add("dtend", deadline.last_day + _DAY)
        day.add("transp", "TRANSPARENT")
        self._remind(day, {})
        yield day
        if deadline.closes_at is not None:
            closes = deadline.closes_at.astimezone(UTC)
            hour: Any = Event()
            closing = t("The registry closes: {what}", what=self.about)
            self._fill(hour, closing, f"{number}\nclosing")
            hour.add("dtstart", closes - _HOUR)
            hour.add("dtend", closes)
            hour.add("transp", "TRANSPARENT")
            yield hour

    def todo(self, number: int) -> Iterator[Todo]:
        """Return the same as a to-do that is due at the closing, or on the last day."""
        t, deadline = self.t, self.deadline
        task: Any = Todo()
        self._fill(task, t("Last day: {what}", what=self.about), f"{number}\ntodo")
        closes = deadline.closes_at
        task.add("due", deadline.last_day if closes is None else closes.astimezone(UTC))
        task.add("status", "NEEDS-ACTION")
        self._remind(task, {"RELATED": "END"})
        yield task

    def _fill(self, component: Any, summary: str, part: str) -> None:
        tongue = {"LANGUAGE": self.t.language}
        component.add("uid", str(uuid5(_SPACE, f"{self.identity}\n{part}")))
        component.add("dtstamp", self.stamp)
        component.add("summary", summary, parameters=tongue)
        component.add("description", self._description(), parameters=tongue)

    def _description(self) -> str:
        t, deadline = self.t, self.deadline
        lines = [
            t("Last day: {what}", what=t.day(deadline.last_day)),
            t("Notice received: {day}", day=t.day(deadline.notified_on)),
            t("Time limit: {period}", period=t.period(deadline.period)),
        ]
        if deadline.latest is not None:
            day = t.day(deadline.latest)
            lines.append(t("Open to interpretation: the last day may be as late as {day}", day=day))
        if deadline.doubts:
            points = ", ".join(dict.fromkeys(t.term(doubt.code) for doubt in deadline.doubts))
            lines.append(t("In doubt: {points}", points=points))
        return "\n".join([*lines, t("Counted from the rules; not legal advice.")])

    def _remind(self, component: Any, related: dict[str, str]) -> None:
        for reminder in self.reminders:
            alarm: Any = Alarm()
            alarm.add("action", "DISPLAY")
            alarm.add(
                "description", str(component["summary"]), parameters={"LANGUAGE": self.t.language}
            )
            alarm.add("trigger", -reminder, parameters=related)
            component.add_component(alarm)
