"""
Days, ranges of days and terms of years in a text.

>>> [found.value for found in find_dates("13. joulukuuta 2024, den 13 december 2024")]
[datetime.date(2024, 12, 13), datetime.date(2024, 12, 13)]
>>> find_date_ranges("1.1.–31.12.2025")[0].value
DateRange(first=datetime.date(2025, 1, 1), last=datetime.date(2025, 12, 31))
>>> find_dates("31.2.2024, 297-426-8-168, 10.00.02.02, KAJDno-2024-1799")
[]
"""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from kuntapaatos.io.text.match import Match

__all__ = [
    "DateRange",
    "DayMonth",
    "Years",
    "find_date_ranges",
    "find_dates",
    "find_day_months",
    "find_terms",
    "find_years",
]


class DateRange(NamedTuple):
    """Days from *first* to *last*, both included."""

    first: date
    last: date


class DayMonth(NamedTuple):
    """A day of a month whose year is not said."""

    day: int
    month: int


class Years(NamedTuple):
    """Whole years from *first* to *last*, both included."""

    first: int
    last: int


_FI_MONTHS = (
    "tammikuu helmikuu maaliskuu huhtikuu toukokuu kesäkuu heinäkuu elokuu syyskuu lokakuu "
    "marraskuu joulukuu"
).split()
_SV_MONTHS = (
    "januari februari mars april maj juni juli augusti september oktober november december"
).split()
_MONTHS = {
    **{f"{name}{end}": i for i, name in enumerate(_FI_MONTHS, 1) for end in ("ta", "n")},
    **{name: i for i, name in enumerate(_SV_MONTHS, 1)},
    "jan": 1,
    "feb": 2,
    "febr": 2,
    "apr": 4,
    "aug": 8,
    "sep": 9,
    "sept": 9,
    "okt": 10,
    "nov": 11,
    "dec": 12,
}
_S = "[ \u00a0\u2007\u2009\u202f]"
_GAP = "[ \u00a0\u2007\u2009\u202f\r\n]"
_DASHES = "\\-\u2010-\u2014\u2212"
_FI = "(?:tammi|helmi|maalis|huhti|touko|kesä|heinä|elo|syys|loka|marras|joulu)kuu"
_SV = (
    "(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|"
    "jan|febr?|apr|aug|sept?|okt|nov|dec)"
)
_YEAR = r"(?:(?:19|20)\d\d|2100)(?!\d)"
# Begins with a figure, so that the scan can skip to it, and looks back from there.
_DATE = re.compile(
    r"(?P<day>\d(?<![\d.,/:+]\d)\d?)(?:"
    # 13.12.2024, 13. 12. 2024, 13.12.24, 13.12.
    rf"\.(?P<space>{_S}?)(?P<month>\d{{1,2}})\."
    rf"(?:{_S}?(?P<year>{_YEAR})(?!{_S}?(?:€|eur))|(?P<short>\d\d))?(?!\d|[.,]\d)"
    # 13. joulukuuta 2024, 13 päivänä joulukuuta 2024, 13:e december 2024
    rf"|(?:\.|:e)?{_GAP}{{1,2}}(?:(?:päivänä|p:nä){_GAP}{{1,2}})?"
    rf"(?P<name>{_FI}ta|{_SV}\b)\.?(?!\w)"
    rf"(?:{_GAP}{{1,2}}(?:vuonna{_GAP}{{1,2}}|år{_GAP}{{1,2}})?(?P<year2>{_YEAR}))?)",
    re.IGNORECASE,
)
_ISO = re.compile(
    rf"(?P<iso>[12]\d{{3}}(?<![\w.,/:+{_DASHES}]\d{{4}})-\d\d-\d\d)"
    rf"(?!\d|[^\W\dT]|[{_DASHES}]|[./]\d)"
)
# joulukuun 13. päivänä 2024
_MONTH_FIRST = re.compile(
    rf"(?<!\w)(?P<name>{_FI}n){_GAP}{{1,2}}(?P<day>\d{{1,2}})\.?{_GAP}{{1,2}}"
    rf"(?:päivänä|päivä|p:nä)(?:{_GAP}{{1,2}}(?:vuonna{_GAP}{{1,2}})?(?P<year>{_YEAR}))?",
    re.IGNORECASE,
)
_JOIN = re.compile(rf"{_GAP}{{0,2}}[{_DASHES}]{_GAP}{{0,2}}(?:den{_S})?")
# "1." of "1.–15.3.2025", and "1" of "1–15 december 2024".
_DAY_BEFORE = re.compile(
    rf"(?<![\d.,/:{_DASHES}])(\d{{1,2}})(\.?){_S}{{0,2}}[{_DASHES}]{_S}{{0,2}}\Z"
)
# What makes "1.2." a heading or an hour.
_NO_DAY = re.compile(
    r"(?:klo|kello|kl\.?|koh(?:ta|dan|dassa|dat|dissa|tien)|lu(?:ku|vun|vussa)|liit(?:e|teen|teessä)|"
    r"taulukko|kuva|§|punkt|kap\.?|bilaga|n:o|nro)[ \u00a0]?\Z",
    re.IGNORECASE,
)
_HEADING = re.compile(rf"{_S}{{1,3}}[A-ZÅÄÖ]")
_TERM = re.compile(
    rf"(?P<first>[12]\d{{3}}(?<![\w.,/:+{_DASHES}]\d{{4}})){_GAP}{{0,2}}(?P<by>[{_DASHES}/])"
    rf"{_GAP}{{0,2}}(?:(?P<last>{_YEAR})|(?P<short>\d\d)(?!\d))(?!\w|[.,:/{_DASHES}]\d)"
)
_LISTED = re.compile(
    r"[vVkKåÅ](?<!\w.)(?i:uo(?:si(?:na|lle|lta|en|in|ksi|ssa|sta)|det)|aude(?:lla|lle|n)|ren)"
    rf"{_GAP}{{1,2}}(?P<first>{_YEAR})(?P<more>(?:{_GAP}{{0,2}},{_GAP}{{1,2}}{_YEAR}){{0,8}}){_GAP}{{0,2}}"
    rf"(?i:ja|sekä|och|samt){_GAP}{{1,2}}(?P<last>{_YEAR})(?!\w|[.,:/{_DASHES}]\d)"
)
_RECORD = re.compile(
    r"(?:dno|dnro|dnr|diaarinumero|diarienummer|asianumero|nro)[ .:]{0,3}\Z", re.IGNORECASE
)
_ONE_YEAR = re.compile(
    r"[vVåÅkK](?<!\w.)(?:(?i:uonna|uoden|uodelle|uodelta|uodeksi|uodesta|uodessa|uoteen|uosi|"
    rf"uotta|alenterivuo(?:nna|den|delle|si)|r|ret|rets){_GAP}{{1,2}}|(?<=[vV])\.{_GAP}{{0,2}})"
    rf"(?P<year>{_YEAR})(?!\w|[.,:/]\d|{_GAP}{{0,2}}[{_DASHES}/]{_GAP}{{0,2}}\d)"
)


class _Day(NamedTuple):
    """A day as written: with its year, with two figures of it, or without."""

    day: int
    month: int
    year: int | None
    short: int | None
    spaced: bool
    named: bool
    start: int
    end: int

    def dates(self, last: int | None = None) -> tuple[date, ...]:
        """Return every date this may be; *last* is the year a range ends in."""
        if self.short is not None:
            years: tuple[int, ...] = (2000 + self.short, 1900 + self.short)
        else:
            years = tuple(year for year in (self.year or last,) if year is not None)
        found = (_date(year, self.month, self.day) for year in years)
        return tuple(day for day in found if day is not None)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _number(figures: str | None) -> int | None:
    return None if figures is None else int(figures)


def _days(text: str) -> list[_Day]:
    found = [_day(hit) for hit in _DATE.finditer(text)]
    others: list[_Day] = []
    if "-" in text:
        others.extend(_iso_day(hit) for hit in _ISO.finditer(text))
    if "kuun" in text or "KUUN" in text:
        others.extend(_month_first(hit) for hit in _MONTH_FIRST.finditer(text))
    return sorted(found + others, key=lambda day: day.start) if others else found


def _day(hit: re.Match[str]) -> _Day:
    named = hit["name"] is not None
    return _Day(
        day=int(hit["day"]),
        month=_MONTHS[hit["name"].lower()] if named else int(hit["month"]),
        year=_number(hit["year"] or hit["year2"]),
        short=_number(hit["short"]),
        spaced=bool(hit["space"]),
        named=named,
        start=hit.start(),
        end=hit.end(),
    )


def _iso_day(hit: re.Match[str]) -> _Day:
    year, month, day = (int(part) for part in hit["iso"].split("-"))
    return _Day(day, month, year, None, False, False, *hit.span())


def _month_first(hit: re.Match[str]) -> _Day:
    month = _MONTHS[hit["name"].lower()]
    return _Day(int(hit["day"]), month, _number(hit["year"]), None, False, True, *hit.span())


def _parted(text: str) -> tuple[list[Match[DateRange]], list[_Day]]:
    """Part the days of *text* into ranges and days that stand alone."""
    ranges: list[Match[DateRange]] = []
    alone: list[_Day] = []
    days = _days(text)
    i = 0
    while i < len(days):
        day = days[i]
        after = days[i + 1] if i + 1 < len(days) else None
        if after is not None and after.start - day.end < 12 and _joins(text, day, after):
            ranges.extend(_range(day, after))
            i += 2
            continue
        i += 1
        before = _DAY_BEFORE.search(text[max(0, day.start - 12) : day.start])
        if before is not None and (before[2] or day.named) and (day.year or day.short) is not None:
            start = max(0, day.start - 12) + before.start()
            first = _Day(int(before[1]), day.month, None, None, False, day.named, start, day.start)
            ranges.extend(_range(first, day))
        elif not _glued(text, day):
            alone.append(day)
    return ranges, alone


def _joins(text: str, day: _Day, after: _Day) -> bool:
    return _JOIN.fullmatch(text, day.end, after.start) is not None


def _glued(text: str, day: _Day) -> bool:
    """Tell whether a dash and a figure stand right beside the day: "13.12.2024-001"."""
    before, after = text[max(0, day.start - 2) : day.start], text[day.end : day.end + 2]
    return (len(before) == 2 and before[1] in _DASH_CHARS and not before[0].isspace()) or (
        len(after) == 2 and after[0] in _DASH_CHARS and after[1].isdigit()
    )


_DASH_CHARS = "-\u2010\u2011\u2012\u2013\u2014\u2212"


def _range(first: _Day, last: _Day) -> list[Match[DateRange]]:
    """Return the range as a match, nothing when it cannot be."""
    sure = first.short is None and last.short is None
    found: list[DateRange] = []
    for end in last.dates():
        for begin in first.dates(end.year):
            if begin <= end:
                found.append(DateRange(begin, end))
            elif first.year is None and first.short is None:
                # "15.12.–15.1.2025": the year before, though nothing says so.
                sure = False
                found.extend(DateRange(day, end) for day in first.dates(end.year - 1))
    if not found:
        return []
    if sure and len(found) == 1:
        return [Match(found[0], first.start, last.end)]
    return [Match(None, first.start, last.end, tuple(found))]


def find_dates(text: str) -> list[Match[date]]:
    """
    Return the full dates of *text* that stand alone, not the ends of a range.

    A year of two figures leaves the century open: candidates, no value.  Days
    that no calendar has, and parts of joined names, are left out.

    >>> found = find_dates("13.12.24")[0]
    >>> found.value, [day.year for day in found.candidates]
    (None, [2024, 1924])
    """
    found: list[Match[date]] = []
    for day in _parted(text)[1]:
        days = day.dates()
        if day.short is None and days:
            found.append(Match(days[0], day.start, day.end))
        elif days:
            found.append(Match(None, day.start, day.end, days))
    return found


def find_date_ranges(text: str) -> list[Match[DateRange]]:
    """
    Return the ranges of days in *text*, both ends included.

    >>> find_date_ranges("1.–15. joulukuuta 2024")[0].value.first
    datetime.date(2024, 12, 1)
    """
    return _parted(text)[0]


def find_day_months(text: str) -> list[Match[DayMonth]]:
    """
    Return the days of *text* whose year is not said.

    "1.2." before a word at the beginning of a line may be a heading: a
    candidate, no value.

    >>> [found.value for found in find_day_months("13.12. klo 8.12. kohta 1.2.")]
    [DayMonth(day=13, month=12)]
    """
    found: list[Match[DayMonth]] = []
    for day in _parted(text)[1]:
        if day.year is not None or day.short is not None or day.spaced:
            continue
        if _date(2024, day.month, day.day) is None:  # a leap year has every day
            continue
        value = DayMonth(day.day, day.month)
        line = max(text.rfind("\n", max(0, day.start - 24), day.start) + 1, day.start - 24, 0)
        before = text[line : day.start]
        if day.named:
            found.append(Match(value, day.start, day.end))
        elif _NO_DAY.search(before):
            continue
        elif day.day < 13 and not before.strip() and _HEADING.match(text, day.end):
            found.append(Match(None, day.start, day.end, (value,)))
        else:
            found.append(Match(value, day.start, day.end))
    return found


def find_terms(text: str) -> list[Match[Years]]:
    """
    Return the terms of whole years in *text*.

    "2025-26" and "2025/2026" may be something else: candidates, no value.

    >>> [found.value for found in find_terms("kaudelle 2025 - 2026, vuosina 2023 ja 2024")]
    [Years(first=2025, last=2026), Years(first=2023, last=2024)]
    """
    found: list[Match[Years]] = []
    for hit in _TERM.finditer(text):
        first, short = int(hit["first"]), hit["short"]
        last = first // 100 * 100 + int(short) if short else int(hit["last"])
        longest = 1 if hit["by"] == "/" else 9 if short else 50
        if not (1900 <= first < last <= first + longest):
            continue
        if _RECORD.search(text[max(0, hit.start() - 20) : hit.start()]):
            continue
        value = Years(first, last)
        sure = not short and hit["by"] != "/"
        found.append(Match(value, *hit.span()) if sure else Match(None, *hit.span(), (value,)))
    listed = [
        Match(Years(first, last), *hit.span())
        for hit in _LISTED.finditer(text)
        if (last := int(hit["last"])) == (first := int(hit["first"])) + 1 + hit["more"].count(",")
    ]
    return sorted(found + listed, key=lambda match: match.start) if listed else found


def find_years(text: str) -> list[Match[int]]:
    """
    Return the years of *text* that a word calls a year.

    >>> [found.value for found in find_years("vuonna 2025, år 2026, 2027, vuoden 2028-2029")]
    [2025, 2026]
    """
    return [Match(int(hit["year"]), *hit.span("year")) for hit in _ONE_YEAR.finditer(text)]
