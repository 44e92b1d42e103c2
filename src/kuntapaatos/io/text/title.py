r"""
The heading of a decision: under its label, behind its section, or alone in the head.

>>> from kuntapaatos.io.text.sections import outlined
>>> read_title(outlined("16 §\nRakennuksen myynti\nja purkaminen\nPäätös\nHyväksyttiin.")).value
'Rakennuksen myynti ja purkaminen'
"""

from __future__ import annotations

import re

from kuntapaatos.io.text.dates import find_dates
from kuntapaatos.io.text.facts import Fact
from kuntapaatos.io.text.headings import heading_of, is_office, is_organ
from kuntapaatos.io.text.records import is_record
from kuntapaatos.io.text.sections import Line, Outline, cells_of, lines_of

__all__ = ["read_title"]

_KINDS = re.compile(
    r"(?:[\w ]{0,40}(?:kaupunki|kunta|kuntayhtymä|stad|kommun|samkommun)"
    r"|viranhaltijapäätös|päätöspöytäkirja|pöytäkirjanote|pöytäkirjan ote|ote pöytäkirjasta"
    r"|pöytäkirja"
    r"|esityslista|tjänsteinnehavarbeslut|protokoll|protokollsutdrag|föredragningslista|päätös"
    r"|beslut"
    r"|kokouskutsu|utdrag ur protokoll|luottamushenkilöpäätös|oikaisuvaatimusohjeet?|julkinen"
    r"|(?:julkinen |offentlig )?(?:kuulutus|kungörelse)|offentlig|salassa pidettävä"
    r"|sekretessbelagd|asia(?:/\d{1,3})?)"
    r"(?:[ ]\d{1,4}(?:/\d{4})?)?(?:[ ]?[(]?\d{1,4}[)/]?[ ]?[(]?\d{0,4}[)]?)?$",
    re.IGNORECASE,
)
_NO_TITLE = re.compile(
    r"^#|https?://|www\.|@|(?:klo|kl)\.?[ ]\d|^(?:tämä asiakirja|detta dokument|sivu|sida)\b"
    r"|(?:puh\.|puhelin|tel\.|tfn)\b",
    re.IGNORECASE,
)
_JOINING = re.compile(r"(?:,|-|–|\b(?:ja|sekä|eli|tai|och|samt|eller|för|av|till|om|i|på))$")
_LONGEST_TITLE = 300


def _is_title(line: Line) -> bool:
    text = line.text
    if not 4 <= len(text) <= _LONGEST_TITLE or not text[0].isalnum() or _NO_TITLE.search(text):
        return False
    if text.endswith((".", ":", ";")) and not text.endswith(("ym.", "jne.", "mm.", "nro.")):
        return False
    if _KINDS.match(text) or is_organ(text) or is_office(text):
        return False
    if heading_of(text) is not None or is_record(text):
        return False
    cells = [cell for cell, _ in cells_of(text)]
    if len(cells) > 1 and any(
        _KINDS.match(cell) or is_organ(cell) or heading_of(cell) is not None for cell in cells
    ):
        return False
    dates = find_dates(text) if len(text) <= 30 else []
    if dates and not (text[: dates[0].start] + text[dates[0].end :]).strip(" ,."):
        return False
    return sum(character.isalpha() for character in text) > len(text) // 3


def read_title(outline: Outline) -> Fact | None:
    """Return the heading of a laid-out text, with its place."""
    for part in outline.of("title"):
        lines = [
            line
            for line in lines_of(outline.text, part.start, min(part.end, part.start + 600))
            if not is_record(line.text)
        ]
        if lines and part.at < outline.appeals_at:
            return _titled(outline, lines)
    current = outline.current
    headings = [
        heading
        for heading in outline.headings
        if len(heading.rest) >= 4 and (heading.organ is None or current is heading)
    ]
    for heading in headings:
        if current is None or heading.section == current.section:
            if heading.start >= outline.head_end or not heading.section:
                continue
            line = Line(heading.rest_at, heading.rest)
            after = lines_of(outline.text, heading.end, min(outline.head_end, heading.end + 400))
            return _titled(outline, [line, *after])
    lines = list(outline.head)
    # The line after a bare section is the heading, wherever else the head has one.
    order = list(range(len(lines)))
    for place, line in enumerate(lines[:-1]):
        above = heading_of(line.text, line.start)
        if above is not None and above.section and above.organ is None and not above.rest:
            order = [*range(place + 1, len(lines)), *range(place)]
            break
    for place in order:
        line = lines[place]
        if _is_title(line) and line.start not in outline.headers:
            return _titled(outline, lines[place:])
    return None


def _titled(outline: Outline, lines: list[Line]) -> Fact | None:
    """Take the first line for the title, with the lines it runs on to."""
    title, end = lines[0].text, lines[0].end
    for line in lines[1:4]:
        between = outline.text[end : line.start]
        runs_on = line.text[:1].islower() or line.text[:1] in "(–" or _JOINING.search(title)
        if (
            between.count("\n") != 1
            or not runs_on
            or len(title) + len(line.text) > _LONGEST_TITLE
            or not _fits(line)
        ):
            break
        title, end = f"{title} {line.text}", line.end
    title = " ".join(title.split()).strip("#* ").removesuffix("**")
    return Fact("title", title, lines[0].start, end) if title else None


def _fits(line: Line) -> bool:
    return heading_of(line.text) is None and not is_record(line.text)
