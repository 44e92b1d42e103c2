"""
Numbers and ranges in a text.

Finnish writing: a space or a full stop between thousands, a comma before
decimals.  A number joined to others by a dash, slash, colon or full stop is
part of a name (a property id, a record id, a date) and no number.

>>> [found.value for found in find_numbers("noin 3 200 asukasta, 5,3 prosenttia, 297-426-8-168")]
[Decimal('3200'), Decimal('5.3')]
>>> found = find_numbers("12.000")[0]  # thousands, or decimals by a foreign hand
>>> found.value, found.candidates
(None, (Decimal('12000'), Decimal('12.000')))
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from kuntapaatos.io.text.match import Match

__all__ = [
    "Digits",
    "Range",
    "begins_with_group",
    "find_numbers",
    "find_percentages",
    "find_ranges",
    "scale_of",
    "to_decimal",
]


class Range(NamedTuple):
    """
    Whole numbers from one to another.

    Attributes:
        low: The lowest, included.
        high: The highest, included; `None` when there is no upper end.
    """

    low: int
    high: int | None


# The white space that stands inside a number, and the dashes between two.
SPACE = "[ \u00a0\u2007\u2009\u202f]"
GAP = "[ \u00a0\u2007\u2009\u202f\r\n]{0,2}"
DASHES = "\\-\u2010-\u2014\u2212"
# Every pattern begins with the figure itself and looks back from there, so that
# the scan can skip from figure to figure.
REST = rf"(?:\d{{0,2}}(?:{SPACE}\d{{3}}){{1,4}}|\d{{0,2}}(?:\.\d{{3}}){{1,4}}|\d{{0,11}})(?!\d)"
WHOLE = rf"\d{REST}"
_FIRST = rf"\d(?<![\w.,/:+{DASHES}]\d)"
_AFTER = rf"(?!\w|[.,:/{DASHES}]\d|{SPACE}\d{{3}}(?!\d))"
_DECIMALS = r"(?:,\d{1,6})?"
SCALE = (
    r"miljoona(?:a|n|sta|lla)?|miljoon(?:ia|ien)|miljon(?:er)?|milj\.?|mn|"
    r"miljardi(?:a|n)?|miljard(?:er)?|mrd\.?|tuhatta|tuhannen|tuh\.|tusen"
)

_SCAN = re.compile(
    rf"(?P<number>{_FIRST}{REST}{_DECIMALS})(?:{SPACE}(?P<scale>{SCALE})(?!\w))?{_AFTER}",
    re.IGNORECASE,
)
# A phone number: none of its parts is a number.
_PHONE = re.compile(rf"(?:\+\d|\(0\d|0\d(?<![\w.,/:+{DASHES}]0\d))[\d() \u00a0-]{{3,20}}\d")
_PERCENT = re.compile(
    rf"(?P<number>{_FIRST}(?:{REST}{_DECIMALS}|\d{{0,2}}\.\d{{1,2}})){GAP}"
    r"(?:%(?!-)|(?:prosentti(?:a|in)?|procent|pros\.)(?!\w))",
    re.IGNORECASE,
)
_RANGE = re.compile(
    rf"({_FIRST}{REST}){GAP}[{DASHES}]{GAP}({WHOLE}){_AFTER}"
    r"(?P<counted>[ \u00a0\n]{1,2}(?:asuk|invånar|hen|as\.|euro|€))?",
    re.IGNORECASE,
)
_OPEN_RANGE = re.compile(
    r"(?P<bound>[yYaAvVeEöÖuUmMhH](?<!\w.)(?i:li|lle|ähintään|nintään|ver|nder|inst|ögst))"
    rf"[ \u00a0\n]({WHOLE})(?={GAP}(?i:asuk|invånar|as\.))"
)
_INHABITANTS = re.compile(r"asuk|invånar|as\.", re.IGNORECASE)
_WHOLE_NUMBER = re.compile(rf"{WHOLE}{_DECIMALS}")
_LEFT_OF_GROUP = re.compile(rf"\d{SPACE}\Z")
_YEAR = re.compile(r"(?:19|20)\d\d")


class Digits(NamedTuple):
    """One way to read a written number: the digits before the comma, and after."""

    whole: str
    decimals: str = ""

    def times(self, scale: int) -> Decimal:
        """Return the number of *scale*, exact whatever the caller's decimal context is."""
        if scale == 1:
            return Decimal(f"{self.whole}.{self.decimals}" if self.decimals else self.whole)
        number, rest = divmod(int(self.whole + self.decimals) * scale, 10 ** len(self.decimals))
        return Decimal(f"{number}.{str(rest).zfill(len(self.decimals))}" if rest else number)

    def cents(self, scale: int) -> int | None:
        """Return the euros of *scale* in cents, `None` when they are no whole cents."""
        cents, rest = divmod(
            int(self.whole + self.decimals) * scale * 100, 10 ** len(self.decimals)
        )
        return None if rest else cents


def digits_of(raw: str) -> tuple[Digits, ...]:
    """
    Return every way to read *raw*, the likelier first; none for "007".

    >>> digits_of("1.871.348,34")
    (Digits(whole='1871348', decimals='34'),)
    """
    whole, _, decimals = raw.partition(",")
    points = whole.count(".")
    digits = "".join(c for c in whole if c.isdigit())
    if len(digits) > 1 and digits[0] == "0":
        return ()
    if points == 1 and not decimals:
        head, tail = whole.split(".")
        if len(tail) < 3:
            return (Digits(head, tail),)
        return (Digits(digits), Digits(head, tail))
    return (Digits(digits, decimals),)


def scale_of(word: str | None) -> int:
    """
    Return what a written number is multiplied by.

    >>> scale_of("milj."), scale_of("mrd"), scale_of("tuhatta"), scale_of(None)
    (1000000, 1000000000, 1000, 1)
    """
    if not word:
        return 1
    low = word.lower()
    if low.startswith(("miljard", "mrd")):
        return 10**9
    return 10**6 if low[0] == "m" else 1000


def find_numbers(text: str) -> list[Match[Decimal]]:
    """
    Return the numbers of *text*, those with a word for millions multiplied.

    No part of a phone number, date, id or other joined name; no number with a
    leading zero.

    >>> [found.value for found in find_numbers("2,6 miljoonaa, 069, puh. 08 000 0000")]
    [Decimal('2600000')]
    """
    found: list[Match[Decimal]] = []
    phones = [hit.span() for hit in _PHONE.finditer(text)]
    phones.reverse()
    for hit in _SCAN.finditer(text):
        start, end = hit.span()
        while phones and phones[-1][1] <= start:
            phones.pop()
        if phones and phones[-1][0] <= start:
            continue
        raw = hit["number"]
        # "1234 567": what is left of a number grouped otherwise is none.
        if begins_with_group(raw) and _LEFT_OF_GROUP.match(text, max(0, start - 2), start):
            continue
        scale = scale_of(hit["scale"])
        values = tuple(digits.times(scale) for digits in digits_of(raw))
        if values:
            found.append(_match(values, start, end))
    return found


def begins_with_group(raw: str) -> bool:
    """
    Tell whether *raw* begins with three figures, as what follows thousands does.

    >>> begins_with_group("500"), begins_with_group("12 000")
    (True, False)
    """
    return len(raw) >= 3 and raw[:3].isdigit() and not raw[3:4].isdigit()


def find_percentages(text: str) -> list[Match[Decimal]]:
    """
    Return the percentages of *text*, as the number before the sign.

    >>> [found.value for found in find_percentages("5,3 %, 10 prosenttia, 2 %-yksikköä")]
    [Decimal('5.3'), Decimal('10')]
    """
    found: list[Match[Decimal]] = []
    for hit in _PERCENT.finditer(text):
        values = tuple(digits.times(1) for digits in digits_of(hit["number"]))
        if values:
            found.append(_match(values, *hit.span()))
    return found


def find_ranges(text: str) -> list[Match[Range]]:
    """
    Return the ranges of whole numbers in *text*, both ends included.

    "yli 45 000 asukkaan" begins at 45 001, "alle 9 000 asukkaan" ends at
    8 999.  Two years are a term and no range.

    >>> [found.value for found in find_ranges("9 000 – 45 000 asukasta, yli 45 000 asukasta")]
    [Range(low=9000, high=45000), Range(low=45001, high=None)]
    """
    found = [match for hit in _RANGE.finditer(text) if (match := _range(hit)) is not None]
    for hit in _OPEN_RANGE.finditer(text) if _INHABITANTS.search(text) else ():
        bound, ways = hit["bound"].lower(), digits_of(hit[2])
        if not ways:
            continue
        number = int(ways[0].whole)  # inhabitants are counted: a full stop parts thousands
        if bound in {"yli", "över"}:
            value = Range(number + 1, None)
        elif bound in {"vähintään", "minst"}:
            value = Range(number, None)
        else:
            value = Range(0, number - 1 if bound in {"alle", "under"} else number)
        found.append(Match(value, *hit.span()))
    return sorted(found, key=lambda match: match.start)


def _range(hit: re.Match[str]) -> Match[Range] | None:
    lows, highs = digits_of(hit[1]), digits_of(hit[2])
    if not lows or not highs or (_YEAR.fullmatch(hit[1]) and _YEAR.fullmatch(hit[2])):
        return None
    value = Range(int(lows[0].whole), int(highs[0].whole))
    if value.high is None or value.low >= value.high:
        return None
    start, end = hit.start(), hit.end(2)
    if len(lows) == len(highs) == 1 or hit["counted"]:
        return Match(value, start, end)
    return Match(None, start, end, (value,))


def to_decimal(text: str) -> Decimal | None:
    """
    Return the number that the whole of *text* is, `None` when that is not certain.

    >>> to_decimal("1.871.348,34"), to_decimal(" 12 000 "), to_decimal("12.000")
    (Decimal('1871348.34'), Decimal('12000'), None)
    """
    raw = text.strip() if len(text) < 64 else ""
    if not _WHOLE_NUMBER.fullmatch(raw):
        return None
    ways = digits_of(raw)
    return ways[0].times(1) if len(ways) == 1 else None


def _match(values: tuple[Decimal, ...], start: int, end: int) -> Match[Decimal]:
    if len(values) == 1:
        return Match(values[0], start, end)
    return Match(None, start, end, values)
