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
from datetime import UTC, date, datetime, timedelta
from typing import Any, NamedTuple
from uuid import UUID, uuid5

from kuntapaatos.closing import check_moment
from kuntapaatos.deadline import Deadline
from kuntapaatos.errors import InvalidValue, all_of, check_flag, check_type
from kuntapaatos.io.wording.catalogue import catalogue
from kuntapaatos.notice import Track
from kuntapaatos.remedy import RemedyKind
from kuntapaatos.time_limit import Period, PeriodUnit

try:
    from icalendar import Alarm, Calendar, Event, Todo
except ImportError as _missing:
    raise ImportError(
        "kuntapaatos.io.ical needs icalendar; install it with: pip install 'kuntapaatos[ics]'"
    ) from _missing

__all__ = ["LANGUAGES", "REMINDERS", "to_ical"]

LANGUAGES = ("fi", "sv", "en")
"""The languages of the texts."""

REMINDERS = (timedelta(days=7), timedelta(hours=15))
"""Before the start of the last day: a week, and at nine in the morning of the day before."""

# A name space of our own (RFC 9562), so that no other program makes the same identifiers.
_SPACE = UUID("6a0e5f4b-6f3c-5b0e-9a54-9d6f4c8b1d10")
_HOUR, _DAY = timedelta(hours=1), timedelta(days=1)


class _Words(NamedTuple):
    """What is said in one language."""

    last_day: str
    closes: str
    told: str
    period: str
    open_question: str
    open_points: str
    no_advice: str
    units: dict[PeriodUnit, tuple[str, str]]
    tracks: dict[Track, str]
    remedies: dict[RemedyKind, str]


def _named(*names: str) -> dict[RemedyKind, str]:
    return dict(zip(RemedyKind, names, strict=True))


_FI = _Words(
    "Viimeinen päivä",
    "Kirjaamo sulkeutuu",
    "Tiedoksisaanti",
    "Määräaika",
    "Tulkinnanvarainen: viimeinen päivä voi olla vasta",
    "Tulkinnanvaraista",
    "Laskettu säännöistä; ei oikeudellista neuvontaa.",
    {
        PeriodUnit.DAY: ("päivä", "päivää"),
        PeriodUnit.WEEK: ("viikko", "viikkoa"),
        PeriodUnit.MONTH: ("kuukausi", "kuukautta"),
        PeriodUnit.YEAR: ("vuosi", "vuotta"),
    },
    {track: track.value for track in Track},
    {kind: kind.value for kind in RemedyKind},
)
_SV = _Words(
    "Sista dagen",
    "Registraturen stänger",
    "Delfående",
    "Tidsfrist",
    "Tolkningsfråga: den sista dagen kan vara först",
    "Tolkningsfrågor",
    "Beräknat enligt reglerna; inte juridisk rådgivning.",
    {
        PeriodUnit.DAY: ("dag", "dagar"),
        PeriodUnit.WEEK: ("vecka", "veckor"),
        PeriodUnit.MONTH: ("månad", "månader"),
        PeriodUnit.YEAR: ("år", "år"),
    },
    {Track.PARTY: "part", Track.MEMBER: "kommunmedlem", Track.EVERYBODY: "alla"},
    _named(
        *("begäran om omprövning", "kommunalbesvär", "förvaltningsbesvär", "besvär"),
        *("överklagande hos högsta förvaltningsdomstolen", "upphandlingsrättelse"),
        *("besvär hos marknadsdomstolen", "anmärkning", "yrkande", "begäran om ny bedömning"),
        *("grundbesvär", "rättelse av avgift"),
    ),
)
_EN = _Words(
    "Last day",
    "The registry closes",
    "Notice received",
    "Time limit",
    "Open to interpretation: the last day may be as late as",
    "In doubt",
    "Counted from the rules; not legal advice.",
    {
        PeriodUnit.DAY: ("day", "days"),
        PeriodUnit.WEEK: ("week", "weeks"),
        PeriodUnit.MONTH: ("month", "months"),
        PeriodUnit.YEAR: ("year", "years"),
    },
    {Track.PARTY: "party", Track.MEMBER: "member of the municipality", Track.EVERYBODY: "all"},
    _named(
        *("request for an administrative review", "municipal appeal", "administrative appeal"),
        *("appeal", "further appeal", "procurement correction", "appeal to the Market Court"),
        *("objection", "demand", "request for a new assessment", "basic appeal"),
        "correction of a fee",
    ),
)
_WORDS: dict[str, _Words] = dict(zip(LANGUAGES, (_FI, _SV, _EN), strict=True))


def to_ical(
    deadlines: Deadline | Iterable[Deadline],
    *,
    stamp: datetime,
    matter: str = "",
    language: str = "fi",
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
        language: "fi", "sv" or "en".
        reminders: How long before the start of the last day to remind, in whole
            seconds, none below zero.
        todo: Whether to give one to-do for each deadline in place of the events.

    Returns:
        What the file holds, in UTF-8, its lines folded and ended with CR LF.

    Raises:
        NaiveMoment: *stamp* has no time zone.
        InvalidValue: There is no deadline, or an argument is something else.
    """
    given = (deadlines,) if isinstance(deadlines, Deadline) else deadlines
    several = all_of("deadlines", given, Deadline, "a Deadline, or several")
    if not several:
        # RFC 5545 3.6: a calendar has at least one component.
        raise InvalidValue("deadlines", several, "at least one")
    made = check_moment(stamp).astimezone(UTC).replace(microsecond=0)
    check_type("matter", matter, str, "a text")
    check_flag("todo", todo)
    if language not in LANGUAGES:
        raise InvalidValue("language", language, f"one of {', '.join(LANGUAGES)}")
    before = all_of("reminders", reminders, timedelta, "several timedelta")
    for reminder in before:
        if reminder < timedelta() or reminder.microseconds:
            raise InvalidValue("reminders", str(reminder), "whole seconds, none below zero")
    calendar: Any = Calendar()
    calendar.add("prodid", f"-//kuntapaatos//kuntapaatos//{language.upper()}")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    seen: Counter[str] = Counter()
    for deadline in dict.fromkeys(several):
        entry = _Entry(deadline, _clean(matter), language, made, before)
        seen[entry.identity] += 1
        number = seen[entry.identity]
        for component in entry.todo(number) if todo else entry.events(number):
            calendar.add_component(component)
    return bytes(calendar.to_ical())


def _clean(text: str) -> str:
    """Return a text in one line, without what is no letter, sign or space."""
    plain = "".join(" " if unicodedata.category(sign)[0] in "CZ" else sign for sign in text)
    return " ".join(plain.split())


def _shown(day: date) -> str:
    return f"{day.day}.{day.month}.{day.year}"


def _length(period: Period, words: _Words) -> str:
    one, many = words.units[period.unit]
    return f"{period.length} {one if period.length == 1 else many}"


class _Entry:
    """What one deadline gives to a calendar."""

    def __init__(
        self,
        deadline: Deadline,
        matter: str,
        language: str,
        stamp: datetime,
        reminders: tuple[timedelta, ...],
    ) -> None:
        self.deadline = deadline
        self.words = _WORDS[language]
        self.language = language
        self.stamp = stamp
        self.reminders = reminders
        kind = self.words.tracks[deadline.track]
        if deadline.remedy is not None:
            kind = f"{self.words.remedies[deadline.remedy]}, {kind}"
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
        words, deadline = self.words, self.deadline
        day: Any = Event()
        self._fill(day, f"{words.last_day}: {self.about}", f"{number}\nday")
        day.add("dtstart", deadline.last_day)
        day.add("dtend", deadline.last_day + _DAY)
        day.add("transp", "TRANSPARENT")
        self._remind(day, {})
        yield day
        if deadline.closes_at is not None:
            closes = deadline.closes_at.astimezone(UTC)
            hour: Any = Event()
            self._fill(hour, f"{words.closes}: {self.about}", f"{number}\nclosing")
            hour.add("dtstart", closes - _HOUR)
            hour.add("dtend", closes)
            hour.add("transp", "TRANSPARENT")
            yield hour

    def todo(self, number: int) -> Iterator[Todo]:
        """Return the same as a to-do that is due at the closing, or on the last day."""
        deadline = self.deadline
        task: Any = Todo()
        self._fill(task, f"{self.words.last_day}: {self.about}", f"{number}\ntodo")
        closes = deadline.closes_at
        task.add("due", deadline.last_day if closes is None else closes.astimezone(UTC))
        task.add("status", "NEEDS-ACTION")
        self._remind(task, {"RELATED": "END"})
        yield task

    def _fill(self, component: Any, summary: str, part: str) -> None:
        tongue = {"LANGUAGE": self.language}
        component.add("uid", str(uuid5(_SPACE, f"{self.identity}\n{part}")))
        component.add("dtstamp", self.stamp)
        component.add("summary", summary, parameters=tongue)
        component.add("description", self._description(), parameters=tongue)

    def _description(self) -> str:
        words, deadline = self.words, self.deadline
        lines = [
            f"{words.last_day}: {_shown(deadline.last_day)}",
            f"{words.told}: {_shown(deadline.notified_on)}",
            f"{words.period}: {_length(deadline.period, words)}",
        ]
        if deadline.latest is not None:
            lines.append(f"{words.open_question} {_shown(deadline.latest)}")
        if deadline.doubts:
            said = catalogue(self.language)
            named = dict.fromkeys(said.term(doubt.code) for doubt in deadline.doubts)
            lines.append(f"{words.open_points}: {', '.join(named)}")
        return "\n".join([*lines, words.no_advice])

    def _remind(self, component: Any, related: dict[str, str]) -> None:
        for reminder in self.reminders:
            alarm: Any = Alarm()
            alarm.add("action", "DISPLAY")
            alarm.add(
                "description", str(component["summary"]), parameters={"LANGUAGE": self.language}
            )
            alarm.add("trigger", -reminder, parameters=related)
            component.add_component(alarm)
