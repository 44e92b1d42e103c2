"""
Euro amounts in a text: what, and for each of what.

Only a number with a currency beside it is an amount.

>>> for found in find_amounts("2,6 milj. euroa, EUR 500, 12 000 €/v, 8 € kuukaudessa"):
...     print(found.value.euros, found.value.per)
2600000.00 None
500.00 None
12000.00 Per.YEAR
8.00 Per.MONTH
"""

from __future__ import annotations

import re
from decimal import Decimal
from enum import Enum
from typing import NamedTuple

from kuntapaatos.io.text.match import Match
from kuntapaatos.io.text.number_words import number_word
from kuntapaatos.io.text.numbers import (
    DASHES,
    GAP,
    REST,
    SCALE,
    SPACE,
    WHOLE,
    Digits,
    begins_with_group,
    digits_of,
    scale_of,
)

__all__ = ["Amount", "Per", "find_amounts"]


class Per(Enum):
    """What an amount is charged for each of."""

    YEAR = "vuosi"
    MONTH = "kuukausi"
    WEEK = "viikko"
    DAY = "päivä"
    HOUR = "tunti"
    PERSON = "henkilö"
    AREA = "pinta-ala"
    PIECE = "kappale"
    OTHER = "muu"


class Amount(NamedTuple):
    """
    Euros as a text states them.

    Attributes:
        euros: The amount, in whole cents; below zero when a minus stands before it.
        per: What it is charged for each of; `None` when nothing is said.
    """

    euros: Decimal
    per: Per | None = None


_PER_WORDS = {
    Per.YEAR: "v vuosi vuodessa vuosittain vuotta a år året årligen",
    Per.MONTH: "kk kuukausi kuukaudessa kuukausittain kuukautta mån månad månaden",
    Per.WEEK: "vko viikko viikossa viikoittain vecka veckan",
    Per.DAY: "pv päivä päivässä vrk vuorokausi vuorokaudessa dag dagen dygn",
    Per.HOUR: "h t tunti tunnilta tunnissa tim timme timmen",
    Per.PERSON: "hlö hlöä henkilö henkilöltä as asukas asukasta oppilas lapsi osallistuja "
    "person invånare elev barn deltagare",
    Per.AREA: "m2 m² neliö neliömetri kem2 kem² k-m2 k-m² krs-m2 krsm2 kerrosneliömetri ha "
    "hehtaari kvadratmeter hektar",
    Per.PIECE: "kpl kappale kerta krt kokous tilaisuus st styck gång möte",
}
_PER = {word: per for per, words in _PER_WORDS.items() for word in words.split()}
# Words that say so without a slash before them.
_SPOKEN = (
    "vuodessa|vuosittain|kuukaudessa|kuukausittain|viikossa|viikoittain|päivässä|vuorokaudessa|"
    "tunnilta|tunnissa|henkilöltä|årligen"
)

# The full stop of "12.50 €" parts cents: with a currency beside it there is no other reading.
_POINT = r"\.\d{1,2}(?!\d)"
_NUMBER = rf"(?:{WHOLE}(?:,\d{{1,4}})?|\d{{1,9}}{_POINT})"
# Begins with a figure, so that the scan can skip to it, and looks back from there.
_FIRST = rf"\d(?<![\w,/:+]\d)(?<!\d\.\d)(?:{REST}(?:,\d{{1,4}})?|\d{{0,8}}{_POINT})"
_EURO = r"€|(?:euro(?:a|n|lla|sta|ssa|on|lle|lta|t|ja|jen|in|na|ksi)?|eur(?::\w{1,3})?)(?!\w)"
_AMOUNT = re.compile(
    rf"(?P<first>{_FIRST})(?:{GAP}[{DASHES}]{GAP}(?P<second>{_NUMBER}))?(?:,-|\))?"
    rf"(?:{SPACE}\((?P<word>[^\W\d]{{3,40}})\))?{GAP}"
    rf"(?:(?P<scale>{SCALE})(?!\w){GAP}(?:{_EURO})|(?P<glued>[mtk])(?:€|eur(?!\w))|{_EURO})",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    rf"(?:€|EUR(?<!\wEUR)){SPACE}{{0,2}}(?P<first>{_NUMBER})"
    rf"(?:{SPACE}(?P<scale>{SCALE})(?!\w))?(?!\w|[.,:/{DASHES}]\d|{SPACE}\d{{3}}(?!\d))"
)
_WORDED = re.compile(r"[eE](?<=[^\W\d][ \n].)(?i:uro(?:a|n)?)(?!\w)")
_LAST_WORDS = re.compile(
    rf"(?<![\w-])(?<!\d[ \u00a0\n])([^\W\d]{{3,40}})(?:[ \n]({SCALE}))?[ \n]\Z", re.IGNORECASE
)
_TAX = (
    rf"(?:{GAP}(?:\((?:\+{SPACE}?)?(?:alv|sis|moms|exkl|inkl|ilman)(?:,\d|[^),\n]){{0,30}}\)"
    rf"|\+{SPACE}?(?:alv|moms)\.?(?:{SPACE}\d{{1,2}}(?:,\d)?{SPACE}?%)?))?"
)
_CHARGED = re.compile(
    rf"{_TAX}(?:{GAP}/{SPACE}?(?P<slash>[^\W\d](?:[\w²]|-m){{0,16}})(?P<more>{SPACE}?/{SPACE}?\w{{1,14}})?"
    rf"|[ \u00a0\n]{{1,2}}(?:(?P<spoken>{_SPOKEN})"
    r"|(?P<before>per|om|i)[ \u00a0](?P<swedish>[^\W\d]{2,14}))(?!\w))",
    re.IGNORECASE,
)
_JOINED = re.compile(rf"{GAP}[{DASHES}]{GAP}")
# "TA 2024 €" heads a column.
_HEADS = re.compile(
    r"(?:^|[^\w])(?:t[ap]|ks|vuonna|vuosi|vuoden|tilinpäätös|talousarvio|budjetti|år|bokslut)"
    r"[ \t\u00a0]\Z",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_THOUSAND = re.compile(rf"1{SPACE}?000")
_DASH_CHARS = "-\u2010\u2011\u2012\u2013\u2014\u2212"
# What may be the beginning of the number that follows.
_LOOSE_GROUP = re.compile(rf"(?<![\d.,])(?:(\d{{1,3}})\r?\n|\d{{4,6}}{SPACE})\Z")
_CENTS = re.compile(r"(\d{1,9})\.(\d{1,2})")
_THOUSANDS_OR_NOT = re.compile(r"([1-9]\d{0,2}),(\d{3})")


def find_amounts(text: str) -> list[Match[Amount]]:
    """
    Return the euro amounts of *text*; the place covers number, currency and "per".

    A range of amounts ("10 000–12 000 euroa") is one match without a value,
    its ends are the candidates.  Amounts finer than a cent are left out.

    >>> [found.value.euros for found in find_amounts("kaksitoistatuhatta euroa, 300.000 euroa")]
    [Decimal('12000.00'), Decimal('300000.00')]
    """
    if "€" not in text and "eur" not in text and "eur" not in text.lower():
        return []
    hits = list(_AMOUNT.finditer(text))
    found = [match for hit in hits if (match := _amount(text, hit)) is not None]
    if "€" in text or "EUR" in text:
        # A currency that already stands after an amount is not before the next.
        ends = {hit.end() for hit in hits}
        first = [
            match
            for hit in _BEFORE.finditer(text)
            if hit.end() not in ends
            and not {hit.start() + 1, hit.start() + 3} & ends
            and (match := _amount_after(text, hit)) is not None
        ]
        found = sorted(found + first, key=lambda match: match.start) if first else found
    found = _ranges(text, found)
    worded = [match for hit in _WORDED.finditer(text) if (match := _in_words(text, hit))]
    return sorted(found + worded, key=lambda match: match.start) if worded else found


def _euros(cents: int) -> Decimal:
    sign = "-" if cents < 0 else ""
    return Decimal(f"{sign}{abs(cents) // 100}.{abs(cents) % 100:02}")


def _cents(raw: str, scale: int) -> tuple[int, ...]:
    """Return every way to read *raw* as cents."""
    point, comma = _CENTS.fullmatch(raw), _THOUSANDS_OR_NOT.fullmatch(raw)
    ways: tuple[Digits, ...]
    if point is not None:
        ways = (Digits(point[1], point[2]),)
    elif comma is not None and scale == 1:
        ways = (Digits(comma[1] + comma[2]), Digits(comma[1], comma[2]))
    elif scale == 1:
        ways = digits_of(raw)[:1]  # with a currency beside it, "12.000" are thousands
    else:
        ways = digits_of(raw)
    return tuple(cents for way in ways if (cents := way.cents(scale)) is not None)


def _amount(text: str, hit: re.Match[str]) -> Match[Amount] | None:
    start, end = hit.span()
    sign = text[start - 1 : start] in _DASH_CHARS and start > 0
    if sign and not (start == 1 or text[start - 2] in " (\t\r\n\u00a0"):
        return None  # the end of a joined name
    raw = hit["second"] or hit["first"]
    scale = scale_of(hit["scale"] or hit["glued"])
    sure = True
    loose = _LOOSE_GROUP.search(text, max(0, start - 8), start) if begins_with_group(raw) else None
    if loose is not None:
        sure = False
        if raw[0] == "0" and loose[1] and scale == 1:  # "12" and "000" on two lines
            raw, start, sure = f"{loose[1]} {raw}", loose.start(), True
    ways = _cents(raw, scale)
    if hit["second"] is not None:
        ways, sure = _cents(hit["first"], scale) + ways, False
    if hit["word"] is not None and (spelt := number_word(hit["word"])) is not None:
        ways = tuple(dict.fromkeys((*ways, spelt * scale * 100)))
    if sign:
        start -= 1
        minus = tuple(-cents for cents in ways)
        # At the beginning of a line the dash may be that of a list.
        listed = start == 0 or text[start - 1] in "\r\n"
        ways = minus + ways if listed else minus
    return _stated(text, ways, start, end, sure=sure and not _is_heading(text, hit))


def _amount_after(text: str, hit: re.Match[str]) -> Match[Amount] | None:
    """Read "EUR 500"; "EUR 2024" heads a column."""
    ways = _cents(hit["first"], scale_of(hit["scale"]))
    return _stated(text, ways, *hit.span(), sure=_YEAR.fullmatch(hit["first"]) is None)


def _stated(
    text: str, ways: tuple[int, ...], start: int, end: int, *, sure: bool
) -> Match[Amount] | None:
    if not ways:
        return None
    per, end = _charged(text, end)
    amounts = tuple(Amount(_euros(cents), per) for cents in ways)
    return (
        Match(amounts[0], start, end)
        if sure and len(ways) == 1
        else Match(None, start, end, amounts)
    )


def _is_heading(text: str, hit: re.Match[str]) -> bool:
    """Tell whether this is rather the heading of a column: "TA 2024 €", "(1 000 €)"."""
    start, end = hit.span()
    if _THOUSAND.fullmatch(hit["first"]):
        return text[start - 1 : start] == "(" and text[end : end + 1] == ")"
    return (
        _YEAR.fullmatch(hit["first"]) is not None
        and _HEADS.search(text[max(0, start - 18) : start]) is not None
    )


def _charged(text: str, end: int) -> tuple[Per | None, int]:
    hit = _CHARGED.match(text, end)
    if hit is None:
        return None, end
    word = (hit["slash"] or hit["spoken"] or hit["swedish"]).lower()
    per = _PER.get(word)
    if per is None and (hit["before"] or "per").lower() != "per":
        return None, end  # "500 euro i Vasa"
    if per is None or hit["more"]:
        per = Per.OTHER
    return per, hit.end()


def _ranges(text: str, found: list[Match[Amount]]) -> list[Match[Amount]]:
    """Join "10 000 € – 12 000 €" to one match without a value."""
    joined: list[Match[Amount]] = []
    for match in found:
        last = joined[-1] if joined else None
        if (
            last is not None
            and last.value is not None
            and match.value is not None
            and match.start - last.end < 7
            and _JOINED.fullmatch(text, last.end, match.start)
        ):
            joined[-1] = Match(None, last.start, match.end, (last.value, match.value))
        else:
            joined.append(match)
    return joined


def _in_words(text: str, hit: re.Match[str]) -> Match[Amount] | None:
    begin = max(0, hit.start() - 64)
    words = _LAST_WORDS.search(text, begin, hit.start())
    number = number_word(words[1]) if words is not None else None
    if words is None or number is None:
        return None
    per, end = _charged(text, hit.end())
    amount = Amount(_euros(number * scale_of(words[2]) * 100), per)
    return Match(amount, words.start(), end)
