"""
When an office is open, as a sentence of an instruction says it.

Weekday words and ranges in Finnish and Swedish, eves, named days; what hours
cannot hold (a lunch break, a summer without a year) is left unread with a flaw.

>>> print(read_hours("ma-to klo 8.00-16.00, pe ja juhlapyhien aattoina klo 8-15", 0, 57).value)
ma–to 8.00–16.00; pe 8.00–15.00; aatto 8.00–15.00
>>> read_hours("9-12 ja 13-15", 0, 13).value is None
True
"""

from __future__ import annotations

import re
from datetime import date, time

from attrs import frozen

from kuntapaatos.errors import KuntapaatosError
from kuntapaatos.io.text.instruction.prose import pattern
from kuntapaatos.office_hours import DayHours, OfficeHours, Opening

__all__ = ["HoursRead", "read_hours"]

_DAYS = (
    r"ma(?:an(?:antai\w{0,5})?)?|må(?:n(?:d(?:ag\w{0,3})?)?)?",
    r"ti(?:ist(?:ai\w{0,5})?|s(?:d(?:ag\w{0,3})?)?)?",
    r"ke(?:skiv(?:ii\w{2,8})?)?|ons(?:d(?:ag\w{0,3})?)?",
    r"to(?:rst(?:ai\w{0,5})?|rs(?:d(?:ag\w{0,3})?)?)?",
    r"pe(?:rj(?:antai\w{0,5})?)?|fre?(?:d(?:ag\w{0,3})?)?",
    r"la(?:uant(?:ai\w{0,5})?)?|lör(?:d(?:ag\w{0,3})?)?",
    r"su(?:nnunt(?:ai\w{0,5})?)?|sön(?:d(?:ag\w{0,3})?)?",
)
_TOKEN = re.compile(
    r"(?P<date>\d{1,2}\.\d{1,2}\.\d{4})"
    r"|(?P<day>"
    + "|".join(f"(?P<d{number}>(?:{names})\\b\\.?)" for number, names in enumerate(_DAYS))
    + ")"
    r"|(?P<rest>(?:muina|muulloin|övriga|andra)(?:\s(?:arki)?päivinä|\s(?:var)?dagar)?)"
    r"|(?P<week>arki(?!pyh)\w{0,12}|vardag\w{0,4}|päivittäin)"
    r"|(?P<eve>(?:juhla|arki)?pyh(?:i?e|ä)n aat\w{2,5}|juhlapyhäaat\w{2,5}|aat(?:to|toina"
    r"|tona|tojen)\w{0,3}|(?:dag|dagar)(?:en)? före (?:helg|hög)\w{0,8}"
    r"|(?:helgdags?)?aftnar|helgaft\w{2,6})"
    r"|(?P<closed>suljettu|kiinni|stängt|stängd)"
    r"|(?P<span>(?P<h1>\d{1,2})(?:[.:](?P<m1>\d{2}))?\s{0,3}[-–—]\s{0,3}(?:klo\s?"
    r"|kl\.?\s?)?(?P<h2>\d{1,2})(?:[.:](?P<m2>\d{2}))?(?!\d|[.:]\d))"
    r"|(?P<dash>[-–—]|\btill\b(?= \w{1,4}dag))"
    r"|(?P<sep>[,;/:()]|\bja\b|\boch\b|\bsekä\b|\bsamt\b)"
    r"|(?P<skip>\bklo(?=\d)|\bkl\.?(?=\d)|\b(?:klo|kello|kl|klockan|från|on|är|avoinna|auki|öppet|öppen|palvelee"
    r"|aukioloaika|aukioloajat|kirjaamo|kirjaamon|ovat|puhelinvaihde)\b\.?)"
    r"|(?P<end>\.(?=\s|$)|\n|$)"
    r"|(?P<odd>\w{1,40}|\S)",
    re.IGNORECASE,
)
_SPACE = re.compile(r"[^\S\n]{1,200}")
_RANGE_FORMS = pattern(r"(\w{2,14}st[aä])(?= \w{2,14}(?:hin|hon|oon)\b)")
_KINDS = (
    "date",
    "day",
    "rest",
    "week",
    "eve",
    "closed",
    "span",
    "dash",
    "sep",
    "skip",
    "end",
    "odd",
)
_NEXT_LINE = re.compile(
    r"(?:\.?(?:\n[^\S\n]{0,40}){1,3}|\.[ ])"
    r"(?=(?:ma|ti|ke|to|pe|la|må|fre|juhla|aat)[a-zåäö]{0,14}[^\n]{0,40}\d)",
    re.IGNORECASE,
)
# A line that a page's width broke between days and their times.
_WRAPPED = re.compile(
    r"\n(?:(?<=\bklo\n)|(?<=\bkl\.\n)|(?<=\bdagar\n)|(?<=\bföre\n)|(?<=pyhien\n)|(?<=\baattoina\n)"
    r"|(?<=[-–]\n))(?=[^\S\n]{0,40}(?:\d|klo|kl\.|aat|före|helg))"
    r"|\n(?<=;\n)(?=[^\S\n]{0,40}[a-zåäö])"
)
_MORE = re.compile(
    r"\d\s{0,3}[-–—]\s{0,3}\d|suljettu|stängt|kesä|heinäkuu|sommar|juli|paitsi"
    r"|lukuun ottamatta|poikke|utom|undantag",
    re.IGNORECASE,
)
_SEASON = re.compile(
    r"\.?\s{1,3}(?:kesä|heinä|elokuu|poikkeus|sommar|juli|juni|augusti|undantag)[^\n.]{0,40}\d"
    r"|\.?\s{1,3}[Ii] (?:juli|juni|augusti)[^\n.]{0,40}\d",
    re.IGNORECASE,
)
_STOP = re.compile(r"\n|\.(?=\s)")
_MOST = 300


@frozen
class HoursRead:
    """
    Hours with their place.

    Attributes:
        value: The hours; `None` when they cannot be represented.
        start: Where they start, included.
        end: Where they end, excluded.
    """

    value: OfficeHours | None
    start: int
    end: int


class _Unreadable(Exception):
    """The words say more than hours can hold."""


class _Reader:
    def __init__(self) -> None:
        self.week: list[Opening | None] = [None] * 7
        self.eves: Opening | None = None
        self.days: list[DayHours] = []
        # What the next times are for.
        self.weekdays: set[int] = set()
        self.dates: list[date] = []
        self.eve = False
        self.ranged = False
        self.said = False
        # Whether the first times stood alone, so that days behind them are theirs.
        self.usual = False
        self.apart = False
        # The days that were told, and the times and the days behind them, in order.
        self.told: set[int] = set()
        self.pairs: list[tuple[Opening | None, set[int]]] = []

    def take(self, kind: str, found: re.Match[str]) -> None:
        if kind == "day":
            self.day(next(n for n in range(7) if found[f"d{n}"]))
        elif kind == "week":
            self.fresh()
            self.weekdays |= set(range(5))
        elif kind == "rest":
            self.fresh()
            self.weekdays |= {number for number in range(5) if number not in self.told}
        elif kind == "eve":
            self.fresh()
            self.apart |= bool(self.usual and self.weekdays)
            self.eve = True
        elif kind == "date":
            self.fresh()
            day, month, year = map(int, found[0].split("."))
            self.dates.append(date(year, month, day))
            self.ranged = False
        elif kind == "dash":
            self.ranged = True
        elif kind in {"span", "closed"}:
            self.opening(found if kind == "span" else None)
        elif kind == "odd":
            raise _Unreadable

    def fresh(self) -> None:
        """Begin a new group of days after times were given."""
        if self.said:
            self.weekdays, self.dates, self.eve, self.said = set(), [], False, False

    def day(self, number: int) -> None:
        self.fresh()
        self.apart |= bool(self.usual and self.weekdays and not self.ranged)
        if self.ranged and self.weekdays:
            self.weekdays |= set(range(max(self.weekdays), number + 1))
        self.weekdays.add(number)
        self.told |= self.weekdays
        self.ranged = False

    def value(self) -> OfficeHours | None:
        """Return what was read; days left over belong to the times before them."""
        if not self.said:
            if not self.usual or self.eve or self.eves or self.dates or self.days:
                return None
            self.pairs[-1] = (self.pairs[-1][0], self.weekdays)
            self.week = [None] * 7
            for opening, days in self.pairs:
                for number in days:
                    self.week[number] = opening
        try:
            return OfficeHours(week=self.week, eves=self.eves, days=self.days)
        except KuntapaatosError:
            return None

    def opening(self, found: re.Match[str] | None) -> None:
        if self.said or self.apart:
            # "8–16 ma–to, pe 8–14": which days are whose is not told.
            raise _Unreadable
        opening = None if found is None else _opening(found)
        if (self.eve and opening is None) or len(self.dates) > 2:
            raise _Unreadable
        if not (self.weekdays or self.eve or self.dates):
            self.weekdays = set(range(5))
            self.usual = True
        if self.pairs:
            # "8–16 ma–to, 8–14 pe": if days stand last, each are those of the times before.
            self.pairs[-1] = (self.pairs[-1][0], self.weekdays)
        self.pairs.append((opening, self.weekdays))
        for number in self.weekdays:
            self.week[number] = opening
        if self.eve:
            self.eves = opening
        if self.dates:
            self.days.append(DayHours(self.dates[0], self.dates[-1], opening))
        self.said = True
        self.ranged = False


def _opening(found: re.Match[str]) -> Opening:
    hour, minute = int(found["h2"]), int(found["m2"] or 0)
    return Opening(time(int(found["h1"]), int(found["m1"] or 0)), time(hour, minute))


def read_hours(text: str, start: int, end: int) -> HoursRead | None:
    """
    Return the hours that begin at a place, or `None` when none are said there.

    They end with the sentence or the line, or where other words follow the times.
    """
    reader = _Reader()
    part = text[start : min(end, start + _MOST)]
    part = _RANGE_FORMS.sub(lambda hit: hit[1][:-1] + "-", _WRAPPED.sub(" ", part))
    at, last, broken = 0, 0, False
    while True:
        space = _SPACE.match(part, at)
        at = space.end() if space else at
        found = _TOKEN.match(part, at)
        kind = _kind(found)
        if found is None or kind == "end":
            more = _NEXT_LINE.match(part, at)
            if more is None or not last:
                broken |= _SEASON.match(part, at) is not None
                break
            at = more.end()
            continue
        if kind == "odd" and reader.said:
            broken |= _MORE.search(part, at, _sentence_end(part, at)) is not None
            break
        try:
            reader.take(kind, found)
        except (_Unreadable, KuntapaatosError, ValueError):
            broken = True
        at = found.end()
        last = at if kind in {"span", "closed"} else last
    if not last:
        return None
    return HoursRead(None if broken else reader.value(), start, start + last)


def _kind(found: re.Match[str] | None) -> str:
    return "end" if found is None else next(name for name in _KINDS if found[name] is not None)


def _sentence_end(part: str, at: int) -> int:
    found = _STOP.search(part, at)
    return found.start() if found else len(part)
