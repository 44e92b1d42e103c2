"""
The lines that say who handled a matter, when, and under which section.

"Kaupunginhallitus 28.11.2022 § 407", "Ksylk § 84", "16 §", and in tables
"Kaupunginhallitus  195  02.05.2017"; but never a statute's section in a sentence.

>>> heading = heading_of("Kaupunginhallitus 28.11.2022 § 407")
>>> heading.organ, heading.on, heading.section
('Kaupunginhallitus', datetime.date(2022, 11, 28), '407')
>>> heading_of("Hallintosääntö 69 a §") is None
True
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from kuntapaatos.io.text.bodies import LONGEST, abbreviates, is_organ, meeting_of
from kuntapaatos.io.text.offices import deciding, is_office

__all__ = ["Heading", "below_columns", "heading_of", "is_abbreviation", "is_of_meeting", "numbered"]

_ABBREVIATION = re.compile(r"[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{1,8}(?:[ ][A-ZÅÄÖ][a-zåäö]{1,8})?$")

_SIGN = r"(?:[§\ufffd]|\b[Pp](?:ykälä|aragraf)[ \t]{1,4}(?=\d))"
_SIGN_BEHIND = r"[§\ufffd]"
_WORD_SIGN = re.compile(r"\b[Pp](?:ykälä|aragraf)[ \t]{1,4}\d")
_DATE = re.compile(r"(?<![\d.])(\d{1,2})\.[ ]?(\d{1,2})\.[ ]?(\d{4})(?![\d.]\d)")
# "möte 27-09-2022", as Swedish pages write it.
_DASHED_DATE = re.compile(r"(?<=möte )(\d{1,2})-(\d{1,2})-(\d{4})(?![\w-])")
_ISO_DATE = re.compile(r"(?<![\w.-])((?:19|20)\d{2})-(\d{2})-(\d{2})(?![\w-])")
_MONTHS = (
    *("tammi helmi maalis huhti touko kesä heinä elo syys loka marras joulu".split()),
    *("januari februari mars april maj juni juli augusti september oktober november".split()),
    "december",
)
_WORDED_DATE = re.compile(r"\d(?<!\d\d)\d?\.?[ ](?:[^\W\d_]{3,9})(?:kuuta)?[ ]\d{4}(?!\d)")
_DATES = (_DATE, _WORDED_DATE, _DASHED_DATE, _ISO_DATE)
_WEEKDAY = re.compile(
    r"\b(?:den(?=[ ]\d)|(?:maanan|tiis|tors|perjan|lauan|sunnun)tai|keskiviikko"
    r"|(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?(?:[ ]den)?|(?:ma|ti|ke|to|pe|la|su)(?=[ ]\d))"
    r"(?:na|n)?\b,?",
    re.IGNORECASE,
)
# "Annettu 14.8.2023 § 61": no body's short name.
_GIVEN = re.compile(
    r"(?:annettu|päätetty|päivätty|tehty|givet|daterat|fattat)(?=[ ]\d)", re.IGNORECASE
)
_CLOCK = re.compile(
    r"(?:klo|kl|kello)\.?[ ]?\d{1,2}[.:]\d{2}(?:[ ]?[-–][ ]?\d{1,2}[.:]\d{2})?", re.IGNORECASE
)
# "§ 23 a" and "§ 23a" are sections of their own; "§ 23 Aura" and "23 a §:n" are not.
_LETTER = r"(?:[ ]?[a-fA-F](?![\w.§:]))?"
_BEFORE = re.compile(
    _SIGN + r"[ \t]{0,4}(\d{1,4}" + _LETTER + r")(?:[ ]?/[ ]?(\d{4}))?(?![\d.]|[ ]?§)"
)
_AFTER = re.compile(
    r"(?<![\d.,/-])(\d{1,4}(?:[ ]?[a-fA-F](?=[ ]{0,4}§))?)(?:[ ]?/[ ]?(\d{4}))?[ \t]{0,4}"
    + _SIGN_BEHIND
    + r"(?![:\w])"
)
# "§§ 298–317", "§ 14, § 15", "Pykälät 3-9": of a meeting, or of an extract, and no matter's own.
_SEVERAL = re.compile(
    r"(?:§[ ]?§|§|\bpykälät|\bparagrafer(?:na)?)[ ]{0,3}\d{1,4}"
    r"(?:[ ]?(?:[-–—,]|ja|och)[ ]?§?[ ]?\d{1,4}){1,20}(?![\d.])|§[ ]?§[ ]?(?=\d)"
    r"|\b\d{1,4}[ ]?[-–—][ ]?\d{1,4}[ ]?(?:§(?![ ]?\d)|§[ ]?§)",
    re.IGNORECASE,
)
_MANY = re.compile(r"§|ykälät|aragrafer")
# A section sign that was lost: a number alone in its cell, or at the end after a date.
_LOST = re.compile(r"(?:\t|[ ]{2}|[ ])(\d{1,4})(?=\t|[ ]{2}|[ ]{0,3}$)")
# What kind of document it is says nothing of who made it.
_KIND = re.compile(
    r"(?:viranhaltijapäätös|päätöspöytäkirja|pöytäkirjanote|pöytäkirjan ote|pöytäkirja|esityslista"
    r"|tjänste(?:innehavar|manna)beslut|protokollsutdrag|protokoll|föredragningslista"
    r"|ote pöytäkirjasta"
    r"|päätös|beslut|luottamushenkilöpäätös)(?![\w-])",
    re.IGNORECASE,
)
# A table's row whose cells came without a space: "Kaupunginhallitus14128.03.202215".
_GLUED_ROW = re.compile(
    r"(?P<organ>[A-ZÅÄÖ][^\d§]{3,80}[a-zåäö])(?P<section>\d{1,4})(?P<on>\d{2}\.\d{2}\.\d{4})\d{0,3}$"
)
# "Kaupunginhallitus Esityslista 29.05.2017"
_KIND_BEHIND = re.compile(
    r"(?<=[ \t])(?:pöytäkirja|esityslista|protokoll|föredragningslista)(?=[ \t]{1,9}\d)",
    re.IGNORECASE,
)
_NUMBERED_TITLE = re.compile(
    r"(\d{1,3}(?:[ ]?[a-f](?![\w.]))?)[ \t]{1,8}([A-ZÅÄÖ][\w-]{2,60}.{2,300})$"
)
# "Åbo stad § Sammanträdets datum", then "Stadsfullmäktige 269 14.12.2009 4"
_COLUMNS = re.compile(r"§[ \t]{1,40}(?:kokous|sammanträde|mötes)", re.IGNORECASE)
_ROW = re.compile(
    r"(?P<organ>[A-ZÅÄÖ][^\d§]{3,80}?)[ \t]{1,40}(?P<section>\d{1,4})[ \t]{1,40}"
    r"(?P<on>\d{1,2}\.\d{1,2}\.\d{4})(?:[ \t]{1,40}\d{1,4})?$"
)
_OF_MEETING = re.compile(
    r"(?:kokou\w{0,4})?pöytäkirja|esityslista|kokouskutsu|(?:sammanträdes)?protokoll|föredragningslista"
    r"|(?:sammanträdes|mötes)?kallelse",
    re.IGNORECASE,
)
_SHORT_AND_NUMBER = re.compile(r"([A-ZÅÄÖ][\wÅÄÖåäö]{1,15})\.?[ ]{1,4}(\d{1,4})$")
_AROUND_DAY = re.compile(
    r"\b(?:kokous|kokouksessa|pöytäkirja|esityslista|sammanträde|möte|protokoll|föredragningslista|pvm"
    r"|aika|datum|tid|päivämäärä|kokouspäivä\w{0,7}|kokouspvm|sammanträdesdatum)\b",
    re.IGNORECASE,
)
_LAW = re.compile(r"(?:laki|lain|asetus|sääntö|säännön|lag|lagen|stadga|stadgan|[a-zåäö]L)$")
# The number of a page, or of an item on an agenda.
_PAGE = re.compile(
    r"(?:sivu|sida|asianro|asia nro|ärendenr|ärende nr)[ ]{0,2}\d{1,4}"
    r"(?:[ ]{0,2}[/(][ ]{0,2}\d{1,4}\)?)?|\d{1,4}[ ]?\(\d{1,4}\)"
    r"|^(?:(?:asia|ärende|case)[ ])?\d{1,3}\.[ ]?/(?=[ ]?\d{1,4}[ ]?§$)"
    r"|^(?:asia|ärende)[ ]\d{1,3},(?=[ ]§)",
    re.IGNORECASE,
)
_DRAWN_UP = re.compile(
    r"laatimis|laadittu|tulostettu|tulostus|julkais|upprättad|utskriven", re.IGNORECASE
)
_DIGIT = re.compile(r"\d")
_LEFT, _CELLS = re.compile(r"[^\0]{1,160}"), re.compile(r"\t|[ ]{2,80}")
_EDGES = " \t,;:-–—./()|"


class Heading(NamedTuple):
    """
    One line of who, when and which section.

    Attributes:
        start: Where the line starts in the clean text.
        end: Where it ends.
        organ: The body or the office as printed; `None` when the line has none.
        organ_at: Offset of the organ, or -1.
        on: The day.
        on_at: Start and end of the day's digits.
        section: The number as text.
        section_at: Start and end of its digits.
        rest: What else the line says, a title or a comment.
        rest_at: Offset of the rest, or -1.
        signed: Whether the line has a section sign; without one the number may be a page's.
        unnumbered: Whether a body and a day stand before a sign whose number is not given yet.
    """

    start: int
    end: int
    organ: str | None
    organ_at: int
    on: date | None
    on_at: tuple[int, int]
    section: str | None
    section_at: tuple[int, int]
    rest: str
    rest_at: int
    signed: bool = True
    unnumbered: bool = False


def is_abbreviation(text: str) -> bool:
    """Return whether *text* looks like a body's abbreviation, such as "Ksylk" or "KH"."""
    looks = _ABBREVIATION.match(text) is not None and _LAW.search(text) is None
    return looks or abbreviates(text) is not None


def _day(found: re.Match[str] | None) -> date | None:
    if found is None:
        return None
    if found.lastindex is None:
        number, named, year = found.group().split()
        named = named.casefold().removesuffix("kuuta")
        if named not in _MONTHS:
            return None
        parts = int(year), _MONTHS.index(named) % 12 + 1, int(number.rstrip("."))
    else:
        parts = int(found[3]), int(found[2]), int(found[1])
        parts = parts if parts[0] > parts[2] else (parts[2], parts[1], parts[0])
    try:
        day = date(*parts)
    except ValueError:
        return None
    return day if 1900 <= day.year <= 2100 else None


def _is_signed(line: str) -> bool:
    return "§" in line or "\ufffd" in line or _WORD_SIGN.search(line) is not None


def _without(line: str, *found: re.Match[str] | None) -> str:
    """Return the line with what was read blanked out, its length unchanged."""
    for match in found:
        if match is not None:
            line = (
                line[: match.start()] + "\0" * (match.end() - match.start()) + line[match.end() :]
            )
    return line


def _is_of_title(line: str, section: re.Match[str] | None, day_at: re.Match[str] | None) -> bool:
    """Whether a day is that of a title: "§ 240 Sopimuksen jatkaminen 1.1.2024 alkaen"."""
    if section is None or day_at is None:
        return False
    between = _AROUND_DAY.sub("", line[section.end() : day_at.start()]).strip(_EDGES)
    return any(map(str.isalpha, between)) and not (is_organ(between) or is_office(between))


def heading_of(line: str, start: int = 0, *, first_line: bool = False) -> Heading | None:
    """
    Return what the heading says, or `None` when the line is none.

    Args:
        line: Without white space at its ends.
        start: Where the line starts in the clean text.
        first_line: Whether it stands above all else, where "Kunnanjohtajan päätös" says who
            decided; further down it lists a decision.
    """
    if not 2 <= len(line) <= LONGEST or (line[-1] == "." and "§" not in line[-4:]):
        return None
    several = _SEVERAL.search(line) if _MANY.search(line) is not None else None
    if several is not None:
        return _without_sections(line, several, start)
    return _of_one(line, start, first_line=first_line)


def _of_one(line: str, start: int, *, first_line: bool) -> Heading | None:
    if line[-1].isdigit() and (glued := _glued(line, start)) is not None:
        return glued
    sign = _is_signed(line)
    if not sign and _DIGIT.search(line) is None:
        return None
    day_at = next((hit for one in _DATES if (hit := one.search(line)) is not None), None)
    if day_at is not None and _DRAWN_UP.search(line, max(0, day_at.start() - 28), day_at.start()):
        # "Laatimispäivä: 3.5.2007" is no day of a meeting.
        day_at = None
    section = (_BEFORE.search(line) or _AFTER.search(line)) if sign else None
    day_at = None if _is_of_title(line, section, day_at) else day_at
    day = _day(day_at)
    if not sign and day is None:
        return _unsigned(line, start)
    if sign and section is None:
        return _unnumbered(line, start) if day is not None and line[-1] == "§" else None
    page = _PAGE.search(line)
    weekday = (_WEEKDAY.search(line) or _GIVEN.match(line)) if day_at is not None else None
    kind = _KIND.match(line) or (_KIND_BEHIND.search(line) if day is not None else None)
    left = _without(line, day_at, section, _CLOCK.search(line), weekday, kind, page)
    if section is None:
        section = _LOST.search(left)
        left = _without(left, section)
    (at, first), (rest_at, rest), *_ = [*_what_is_left(left), (-1, ""), (-1, "")]
    first = meeting_of(first)
    first = (deciding(first) or first) if first_line else first
    organ: str | None = None
    comment = rest_at >= 0
    if first and (
        is_organ(first)
        or is_office(first)
        or (day is not None and abbreviates(first) is not None)
        or (sign and section is not None and at < section.start() and is_abbreviation(first))
    ):
        organ = first
    elif first:
        if (
            not sign
            or section is None
            or line[: section.start()].strip(_EDGES) != (kind.group() if kind else "")
            or comment
        ):
            return _tabled(line, start, day, day_at, section)
        return _heading(start, line, None, -1, day, day_at, section, first, at)
    timed = day is not None and _CLOCK.search(line) is not None  # and where they met
    if organ is not None and section is None and (day is None or (comment and not timed)):
        return None
    return _heading(start, line, organ, at, day, day_at, section, rest, rest_at)


def _without_sections(line: str, several: re.Match[str], start: int) -> Heading | None:
    """Return who met and when in a line that names several sections, and none of them."""
    left = f"{line[: several.start()]}{' ' * len(several[0])}{line[several.end() :]}".rstrip()
    one = heading_of(left, start)
    return None if one is None else one._replace(section=None, section_at=(-1, -1))


def _what_is_left(line: str) -> Iterator[tuple[int, str]]:
    """Give the words that nothing else was read from, each with its place."""
    for found in _LEFT.finditer(line):
        words = found.group().lstrip(_EDGES)
        if words:
            # "(MBT 2027)" keeps its brackets.
            closed = words.rstrip(_EDGES.replace(")", ""))
            both = closed[-1:] == ")" and "(" in closed
            yield found.end() - len(words), closed if both else words.rstrip(_EDGES)


def _glued(line: str, start: int) -> Heading | None:
    """Return the heading of a row that lost the ends of its cells."""
    row = _GLUED_ROW.match(line)
    if row is None or not is_organ(row["organ"]):
        return None
    day = _day(_DATE.fullmatch(row["on"]))
    if day is None:
        return None
    on_at = (start + row.start("on"), start + row.end("on"))
    section_at = (start + row.start("section"), start + row.end("section"))
    return Heading(
        *(start, start + len(line), row["organ"], start, day, on_at),
        *(row["section"], section_at, "", -1),
    )


def below_columns(names: str, line: str, start: int = 0) -> Heading | None:
    """
    Return the heading of a row whose columns the line above names, or `None`.

    >>> below_columns("Mallila § Kokouspvm Asia", "Kunnanhallitus 55 14.9.2010 6").section
    '55'
    """
    row = _ROW.match(line) if _COLUMNS.search(names) is not None else None
    day = _day(_DATE.search(row["on"])) if row is not None and is_organ(row["organ"]) else None
    if row is None or day is None:
        return None
    on_at = (start + row.start("on"), start + row.end("on"))
    section_at = (start + row.start("section"), start + row.end("section"))
    return Heading(
        *(start, start + len(line), row["organ"], start, day, on_at),
        *(row["section"], section_at, "", -1),
    )


def is_of_meeting(line: str) -> bool:
    """
    Return whether a line begins with the name of a meeting's document.

    >>> is_of_meeting("PÖYTÄKIRJA 3/2018"), is_of_meeting("Viranhaltijapäätös")
    (True, False)
    """
    return _OF_MEETING.match(line) is not None


def numbered(line: str, start: int = 0) -> Heading | None:
    """
    Return the heading of a title behind a number that has no sign.

    Only where a meeting's document has items is it one: a list has such lines too.

    >>> numbered("59 Val av protokolljusterare").section, numbered("1 Aino Malli") is None
    ('59', True)
    """
    found = _NUMBERED_TITLE.match(line)
    if found is None or line.endswith((".", ":", ";", ",")) or len(line) > LONGEST:
        return None
    words = found[2].split()
    if not found[2].isupper() and all(word[0].isupper() for word in words):
        # Who was present.
        return None
    section_at = (start + found.start(1), start + found.end(1))
    return Heading(
        *(start, start + len(line), None, -1, None, (-1, -1)),
        *(found[1], section_at, found[2], start + found.start(2), False),
    )


def _unsigned(line: str, start: int) -> Heading | None:
    """Return the heading of "Kvalt 42", whose sign was lost."""
    found = _SHORT_AND_NUMBER.match(line)
    if found is None or abbreviates(found[1]) is None:
        return None
    section_at = (start + found.start(2), start + found.end(2))
    return Heading(
        *(start, start + len(line), found[1], start, None, (-1, -1)),
        *(found[2], section_at, "", -1, False),
    )


def _unnumbered(line: str, start: int) -> Heading | None:
    """Return "Kunnanhallitus 5.6.2017 §", as an agenda has it before numbers are given."""
    inner = heading_of(line[:-1].rstrip(), start)
    if inner is None or inner.organ is None or inner.section is not None or inner.rest:
        return None
    return inner._replace(end=start + len(line), unnumbered=True)


def _tabled(
    line: str,
    start: int,
    day: date | None,
    day_at: re.Match[str] | None,
    section: re.Match[str] | None,
) -> Heading | None:
    """Return a heading with a cell that is the organ, whatever the others say."""
    cells = _CELLS.split(line, maxsplit=8)
    names = [cell.strip(_EDGES) for cell in cells[:3]] if len(cells) > 1 else []
    first = next((name for name in names if is_organ(name) or is_office(name)), None)
    if first is None:
        return None
    return _heading(start, line, first, line.find(first), day, day_at, section, "", -1)


def _heading(
    start: int,
    line: str,
    organ: str | None,
    organ_at: int,
    day: date | None,
    day_at: re.Match[str] | None,
    section: re.Match[str] | None,
    rest: str,
    rest_at: int,
) -> Heading:
    on_at = (start + day_at.start(), start + day_at.end()) if day_at and day else (-1, -1)
    number = section.span(1) if section is not None else None
    return Heading(
        start,
        start + len(line),
        organ,
        start + organ_at if organ is not None else -1,
        day,
        on_at,
        section[1] if section is not None else None,
        (start + number[0], start + number[1]) if number is not None else (-1, -1),
        rest,
        start + rest_at if rest_at >= 0 else -1,
        _is_signed(line),
    )
