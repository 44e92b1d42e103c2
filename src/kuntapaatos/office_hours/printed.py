"""
Opening hours as instructions print them, in Finnish and in Swedish.

>>> hours = printed("ma–to 8–16, pe 8–14")
>>> [str(day) for day in hours.week[3:5]]
['8.00–16.00', '8.00–14.00']
"""

from __future__ import annotations

import re
from datetime import date, time
from typing import NamedTuple

from kuntapaatos.errors import InvalidHours
from kuntapaatos.office_hours.opening import DayHours, Opening

__all__ = ["Printed", "printed"]


# A short grammar for a short text; every repetition is bounded.  Texts, not compiled
# patterns: parsing is rarer than importing.
_HOURS = (
    r"(?<![\d.:-])(\d{1,2})(?:[.:](\d{2}))?-(\d{1,2})(?:[.:](\d{2}))?(?![\d:-]|\.\d)"
    r"|\b(?:suljettu|stängt)\b"
)
_NOISE = (
    r"\b(?:klo\b\.?|kl\.|(?:kello|klockan|avoinna|öppet|helgfria|från|på)\b"
    r"|juhlapyh(?:ien|än)(?=\s{1,3}aat))"
)
_NEXT = r";|,|(?:ja|sekä|och|samt)\b"
_DATES = r"(\d{1,2})\.(\d{1,2})\.(\d{4})(?:\s{0,3}[-–—]\s{0,3}(\d{1,2})\.(\d{1,2})\.(\d{4}))?"
_DAY_NAMES = {
    name: number
    for number, names in enumerate(
        (
            "ma maanantai maanantaisin maanantaista maanantaihin mån måndag måndagar",
            "ti tiistai tiistaisin tiistaista tiistaihin tis tisdag tisdagar",
            "ke keskiviikko keskiviikkoisin keskiviikosta keskiviikkoon ons onsdag onsdagar",
            "to torstai torstaisin torstaista torstaihin tors torsdag torsdagar",
            "pe perjantai perjantaisin perjantaista perjantaihin fre fredag fredagar",
            "la lauantai lauantaisin lauantaista lauantaihin lör lördag lördagar",
            "su sunnuntai sunnuntaisin sunnuntaista sunnuntaihin sön söndag söndagar",
        )
    )
    for name in names.split()
}
_WORKING_DAYS = {"arkisin", "arkipäivisin", "arkipäivinä", "vardagar"}
_EVE_NAMES = {"aatto", "aattona", "aattoina", "aatot", "helgdagsaftnar", "helgaftnar", "afton"}
_EXPECTED = "hours must read like 'ma-to 8.00-16.00; pe, aatto 8.00-15.00'"


def _time(hour: str, minute: str | None, given: str) -> time:
    try:
        return time(int(hour), int(minute or 0))
    except ValueError:
        raise InvalidHours(given, _EXPECTED) from None


class Printed(NamedTuple):
    """
    Hours as a text states them.

    Attributes:
        week: Monday to Sunday.
        eves: The hours on eves of festivals, when they differ.
        days: Other hours on named days, in the text's order.
    """

    week: tuple[Opening | None, ...]
    eves: Opening | None
    days: tuple[DayHours, ...]


def printed(text: str) -> Printed:
    """
    Return the hours that a short text states.

    Raises:
        InvalidHours: A part is not of this form.
    """
    if not isinstance(text, str):
        raise InvalidHours(text, _EXPECTED)
    week: list[Opening | None] = [None] * 7
    eves: Opening | None = None
    named: list[DayHours] = []
    for days, opening in _split(text):
        if not days:
            week[:5] = [opening] * 5
        for word in days:
            dates = re.fullmatch(_DATES, word) if "." in word else None
            if word in _WORKING_DAYS:
                week[:5] = [opening] * 5
            elif word in _EVE_NAMES:
                if opening is None:
                    raise InvalidHours(text, "name the eves the office is closed on by their dates")
                eves = opening
            elif dates is not None:
                named.append(_day_hours(dates, opening, text))
            else:
                first, last = _weekday_range(word, text)
                week[first : last + 1] = [opening] * (last + 1 - first)
    return Printed(tuple(week), eves, tuple(named))


def _split(text: str) -> list[tuple[list[str], Opening | None]]:
    """
    Return the days and the hours of each part: "ma-to 8-16, pe 8-14" has two.

    The days stand before their hours, and no part but the first, or one after a
    semicolon, goes without them: a second opening of one day is not told by one closing.
    """
    words = re.sub(r"\s{0,3}[-–—]\s{0,3}", "-", re.sub(_NOISE, " ", text.lower()))
    # "maanantaista perjantaihin" is a range, not two days.
    words = re.sub(r"\b(\w{2,12}st[aä])\s{1,3}(?=\w{2,12}(?:hin|hon|oon)\b)", r"\1-", words)
    words = re.sub(r"\b(\w{3,7})\s{1,3}till\s{1,3}(?=\w{3,7}\b)", r"\1-", words)
    parts: list[tuple[list[str], Opening | None]] = []
    end = 0
    for hit in re.finditer(_HOURS, words):
        head = words[end : hit.start()].strip()
        after = re.match(_NEXT, head) if parts else None
        if after is not None:
            head = head[after.end() :]
        names = [name for name in re.split(r"[\s,]{1,3}|\b(?:ja|sekä|och|samt)\b", head) if name]
        bare = not names and (after is None or after[0] != ";")
        if parts and (after is None or bare):
            raise InvalidHours(text, _EXPECTED)
        parts.append((names, _opening(hit, text)))
        end = hit.end()
    if not parts or words[end:].strip(" ."):
        raise InvalidHours(text, _EXPECTED)
    return parts


def _opening(hit: re.Match[str], text: str) -> Opening | None:
    if hit[1] is None:
        return None
    return Opening(_time(hit[1], hit[2], text), _time(hit[3], hit[4], text))


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
