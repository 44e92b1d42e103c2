r"""
The heading of a decision: under its label, behind its section, or alone in the head.

>>> from kuntapaatos.io.text.sections import outlined
>>> read_title(outlined("16 §\nRakennuksen myynti\nja purkaminen\nPäätös\nHyväksyttiin.")).value
'Rakennuksen myynti ja purkaminen'
"""

from __future__ import annotations

import re

from kuntapaatos.io.text.bodies import is_organ
from kuntapaatos.io.text.dates import find_dates
from kuntapaatos.io.text.facts import Fact
from kuntapaatos.io.text.headings import heading_of
from kuntapaatos.io.text.labels import label_of
from kuntapaatos.io.text.lines import Line, cells_of, lines_of
from kuntapaatos.io.text.offices import deciding, is_office
from kuntapaatos.io.text.record_forms import is_record
from kuntapaatos.io.text.sections import Outline

__all__ = ["read_title"]

_KINDS = re.compile(
    r"(?:(?:(?:[\w-]{1,30}[ ]){0,2}(?:kaupunki|kunta|stad|kommun)|[\w ]{0,40}(?:kuntayhtymä"
    r"|samkommun|hyvinvointialue|n liitto|välfärdsområde|landskapsförbund))(?:,[\w ,-]{1,50})?"
    r"|viranhaltijapäätös|päätöspöytäkirja|pöytäkirjanote|pöytäkirjan ote|ote pöytäkirjasta"
    r"|pöytäkirja"
    r"|esityslista|tjänste(?:innehavar|manna)beslut|beslut av tjänste(?:innehavare|man)"
    r"|(?:sammanträdes|besluts)?protokoll|kokouspöytäkirja"
    r"|päätösluettelo|päätösote|pöytäkirjaote|beslutsutdrag|protokollsutdrag|föredragningslista|päätös"
    r"|beslut"
    r"|kokouskutsu|(?:sammanträdes|mötes)?kallelse|kokoustiedot|kokous(?:aika|paikka)"
    r"|pöytäkirjan(?: tarkastus| allekirjoitus)?"
    r"|utdrag ur protokoll|luottamushenkilöpäätös|oikaisuvaatimusohjeet?|julkinen"
    r"|(?:julkinen |offentlig )?(?:kuulutus|kungörelse)|offentlig|salassa pidettävä"
    r"|sekretessbelagd|asia(?:/\d{1,3})?|(?:asia|ärende)[ ]?n:?r(?:o|\.)?|kokous|sammanträde)"
    r"(?:[ ](?:n:?r|n:?o|nro)\.?)?(?:[ ](?:§[ ]?)?\d{1,4}(?:[ ]?/[ ]?\d{4})?)?"
    r"(?:[ ]?[(]?\d{1,4}[)/]?[ ]?[(]?\d{0,4}[)]?)?$",
    re.IGNORECASE,
)
_KIND = re.compile(r"\w{1,30}(?:päätös|beslut)$", re.IGNORECASE)
_SECRET = re.compile(r"salassa pidettävä|ei[ -]julkinen|sekretess|icke[ -]offentlig", re.IGNORECASE)
# The name of a unit, not of a matter; its end is looked for behind the word.
_UNIT_ENDS = (
    "palvelut toimiala virasto keskus yksikkö osasto kanslia hallinto valvonta tjänster centralen"
    " enheten sektorn byrån kansliet avdelningen tillsynen väsendet kirjaamo registratorskontor"
    " registraturen".split()
)
_UNIT = re.compile(
    r"(?:[\w-]{1,30}+,?[ ](?:ja[ ]|och[ ])?){0,2}[\w-]{1,50}+(?:"
    + "|".join(f"(?<={end})" for end in _UNIT_ENDS)
    + r")$",
    re.IGNORECASE,
)
_NO_TITLE = re.compile(
    r"^#|[ ]\|[ ]|^(?:edellinen|seuraava) asia\b|^(?:föregående|följande|nästa) ärende\b"
    r"|https?://|www\.|@|(?:klo|kl|kello)\.?[ ]\d|^(?:tämä asiakirja|detta dokument|sivu|sida)\b"
    r"|(?:puh\.|puhelin|tel\.|tfn)\b|kokouspvm"
    r"|\b(?:pöytäkirja|protokoll|esityslista|föredragningslista)[ ](?:n:?o[ ])?\d{1,3}/"
    r"|^dynasty tietopalvelu\b|^rss\b"
    r"|^(?:pöytäkirja on tarkastettu|protokollet är (?:justerat|granskat)|siirry sisältöön)\b",
    re.IGNORECASE,
)
# One of these stands in whatever the pattern finds.
_NO_TITLE_SIGNS = (
    *("#", " | ", "edellinen", "seuraava", "föregående", "följande", "nästa", "http", "www.", "@"),
    *("klo", "kl", "kello", "tämä", "detta", "sivu", "sida", "puh", "tel.", "tfn", "kokouspvm"),
    *("pöytäkirja", "protokoll", "esityslista", "föredragningslista", "dynasty", "rss", "siirry"),
)
# What a page says of itself, between the case and this handling of it.
_ASIDE = re.compile(
    r"(?:asialla on uudempia käsittelyjä|ärendet har nyare handläggningar|more recent handlings"
    r"|(?:tämä toimielin tai virka|detta organ eller) .{5,40}|tämä on esitys"
    r"|det här är en framställning|this is a motion)$",
    re.IGNORECASE,
)
# "Laatimispäivä: 12.4.2006", "Åbo stad § Datum", and where they met.
_NO_MATTER = re.compile(
    r"^[^\d:]{3,40}:[ ]{0,4}\d{1,2}\.\d{1,2}\.\d{4}$|(?<!\d)(?<!\d[ ])§(?![ ]{0,4}\d|:)"
    r"|kokoushuone|valtuustosali|sammanträdesrum|fullmäktigesal",
    re.IGNORECASE,
)
# "Utfärdad 8.5.2024"
_WHAT_WAS_DONE = re.compile(
    r"[^\W\d]{3,20}(?:ttu|tty|nut|nyt|ats|dad|dat)(?:[ ]den)?", re.IGNORECASE
)
_ENCLOSED = re.compile(
    r"(?:liite|bilaga)[ ]\d{1,2}[ .:][^\n]{1,200}"
    r"|\(?(?:liit(?:e|teet)|bilag(?:a|or|orna)|oheismateriaalit?)"
    r"[\d,.–-]{0,9}(?:[ ]{1,3}[\d,.–-]{1,9}){0,9}\)?$",
    re.IGNORECASE,
)
_JOINING = re.compile(r"(?:,|-|–|\b(?:ja|sekä|eli|tai|och|samt|eller|för|av|till|om|i|på))$")
# The label of a table whose cells a space parts.
_GLUED = re.compile(
    r"(?:Asia|Otsikko|Toimenpide|Rakennustoimenpide|Ärende|Rubrik)[ ](?=[A-ZÅÄÖ0-9])"
)
_STOPS = re.compile(r"[.:;?][ ](?=[A-ZÅÄÖ])")
_STOP = re.compile(r"[^\W\d_]{4}\.\s{1,40}[A-ZÅÄÖ]")
_MUNICIPALITY = re.compile(
    r"[A-ZÅÄÖ][\w-]{1,30}(?:[ ][\w-]{1,30})?[ ](?:kaupunki|kunta|stad|kommun)$", re.IGNORECASE
)
# "8. Kommunens andel": the number of an item on an agenda, but "2. lisätalousarvio".
_ITEM = re.compile(r"\d{1,2}\.[ ]{1,4}(?=[A-ZÅÄÖ])")
# The same without a full stop, where the line was read as a heading with its number.
_ITEM_BARE = re.compile(r"\d{1,3}[ ]{1,4}(?=[A-ZÅÄÖ])")
_WORDS_OF_UNIT = 3
# Labels behind which somebody is named.
_PEOPLE = frozenset({"preparer", "presenter", "contact", "recipients"})
_BEFORE_NUMBER = re.compile(r"[ \t]\d")
_LONGEST_TITLE, _LONGEST_NAME, _LONG, _SHORT = 300, 60, 150, 12
# Blank lines, each with a space of its own.
_GAP = 16


def _names_maker(text: str) -> bool:
    """Whether a line only says what document it is or who made it."""
    return (
        _KINDS.match(text) is not None
        or is_organ(text)
        or is_office(text)
        or deciding(text) is not None
        or _UNIT.match(text) is not None
    )


def _tells(text: str) -> bool:
    """Whether a line tells what no title tells: an address, a time, a page."""
    signs = map(text.lower().__contains__, _NO_TITLE_SIGNS)
    return any(signs) and _NO_TITLE.search(text) is not None


def _is_title(line: Line) -> bool:
    text = line.text
    if not 4 <= len(text) <= _LONGEST_TITLE or not text[0].isalnum() or _tells(text):
        return False
    if text.endswith((".", ":", ";")) and not text.endswith(("ym.", "jne.", "mm.", "nro.")):
        return False
    if (len(text) < _SHORT and ":" in text) or _NO_MATTER.search(text):
        return False
    if len(text) > _LONG and len(_STOPS.findall(text)) > 1:
        # A paragraph.
        return False
    if _ASIDE.match(text) or _ENCLOSED.match(text) or all(map(label_of, text.split()[:2])):
        return False
    told = label_of(f"{text.split()[0]}:")
    if told is not None and told.role in _PEOPLE and not any(map(str.islower, text.split()[1:])):
        # "Valmistelija Aino Malli"
        return False
    if _names_maker(text) or all(map(_names_maker, text.split(", "))):
        return False
    if heading_of(text) is not None or is_record(text):
        return False
    if is_organ(_BEFORE_NUMBER.split(text, maxsplit=1)[0].strip()):
        # "Stadsfullmäktige 269 14.12.2009 4" is a row of a table.
        return False
    cells = [cell for cell, _ in cells_of(text)]
    if len(cells) > 1 and any(
        _KINDS.match(cell) or is_organ(cell) or heading_of(cell) is not None for cell in cells
    ):
        return False
    dates = find_dates(text) if len(text) <= 30 else []
    left = text[: dates[0].start] + text[dates[0].end :] if dates else ""
    if dates and (not left.strip(" ,.") or _WHAT_WAS_DONE.fullmatch(left.strip(" ,.:"))):
        return False
    return sum(character.isalpha() for character in text) > len(text) // 3


def read_title(outline: Outline) -> Fact | None:
    """Return the heading of a laid-out text, with its place."""
    ways = (_labelled, _above_section, _behind_section)
    return next((title for way in ways if (title := way(outline)) is not None), _alone(outline))


def _labelled(outline: Outline) -> Fact | None:
    """Return the heading under its label."""
    for part in outline.of("title"):
        lines = [
            line
            for line in lines_of(outline.text, part.start, min(part.end, part.start + 600))
            if not is_record(line.text)
        ]
        # "Asia", then what it is about in sentences.
        if lines and part.at < outline.appeals_at and not _is_prose(outline, lines):
            one = heading_of(lines[0].text, lines[0].start)
            if one is not None and one.section is not None and one.organ is None and one.rest:
                # "Ärende: 33 § Val av entreprenör"
                lines[0] = Line(one.rest_at, one.rest)
            return _titled(outline, lines)
    return None


def _behind_section(outline: Outline) -> Fact | None:
    """Return the heading behind its section, on the same line."""
    current = outline.current
    for heading in outline.headings:
        if heading.start >= outline.head_end:
            break
        if (
            heading.section
            and (current is None or heading.section == current.section)
            and not _is_labelled(heading.rest)
        ):
            line = Line(heading.rest_at, heading.rest)
            after = lines_of(outline.text, heading.end, min(outline.head_end, heading.end + 400))
            return _titled(outline, [line, *after])
    if current is None or current.organ is None or _is_labelled(current.rest):
        return None
    # Below what a page says first: "KH § 131 MATKAILUKOHTEEN VUOKRAAMINEN"
    return _titled(outline, [Line(current.rest_at, current.rest)])


def _alone(outline: Outline) -> Fact | None:
    """Return the heading alone in the head: the line after a bare section before any other."""
    lines = list(outline.head)
    first = 0
    for place, line in reversed(list(enumerate(lines[:-1]))):
        above = heading_of(line.text, line.start)
        bare = above is not None and above.section is not None and above.organ is None
        if _ASIDE.match(line.text) or (above is not None and bare and _is_labelled(above.rest)):
            first = place + 1
            break
    order = [*range(first, len(lines)), *range(max(0, first - 1))]
    found = [
        place
        for place in order
        if lines[place].start not in outline.headers
        and _is_title(lines[place])
        # "Kunnanjohtajan päätös § 12" above all else says who decided.
        and (place > 1 or heading_of(lines[place].text, first_line=True) is None)
        and not _is_unit(lines[: place + 2], place)
    ]
    # "Hankintapäätös" may be a title, where nothing else is.
    named = [place for place in found if not _KIND.match(lines[place].text)] or found
    if not named:
        return _after_enclosures(outline)
    title = _titled(outline, lines[named[0] :])
    others = [] if first else [lines[place] for place in named[1:3]]
    end = 0 if title is None else title.end
    names = [one.text for one in others if one.start >= end and _may_be_it(outline, one)]
    if title is None or not names:
        return title
    return title._replace(candidates=(title.value, *names))


def _may_be_it(outline: Outline, line: Line) -> bool:
    """Whether a line alone between others may be the heading as well as one above it."""
    before, after = outline.text[line.start - 1 : line.start], outline.text[line.end :][:2]
    return before == "\n" and after[:1] == "\n" and len(line.text) <= _LONGEST_NAME


def _is_prose(outline: Outline, lines: list[Line]) -> bool:
    """Whether lines are sentences, whichever of them they end in."""
    end = lines[0].end
    for line in lines[1:]:
        if outline.text[end : line.start].count("\n") != 1:
            break
        end = line.end
    text = outline.text[lines[0].start : end]
    return text.endswith(".") and (len(text) > _LONGEST_NAME or _STOP.search(text) is not None)


def _is_unit(lines: list[Line], place: int) -> bool:
    """Whether a word or two between the municipality and who decided name a unit."""
    if not 0 < place < len(lines) - 1 or len(lines[place].text.split()) > _WORDS_OF_UNIT:
        return False
    above, below = lines[place - 1].text, heading_of(lines[place + 1].text)
    names = [name for name, _ in cells_of(above)] or [above]
    office = below.organ if below is not None else lines[place + 1].text
    return _MUNICIPALITY.match(names[0]) is not None and office is not None and is_office(office)


def _above_section(outline: Outline) -> Fact | None:
    """Return the capitals above "Khall 49 §", as older minutes have their headings."""
    current = outline.current
    if current is None or current.organ is None or current.rest or current.on is not None:
        return None
    before = [line for line in outline.head if line.end <= current.start]
    near = before[-1] if before and current.start - before[-1].end <= _GAP else None
    if near is None or not near.text.isupper() or not _is_title(near):
        return None
    return _titled(outline, [near])


def _after_enclosures(outline: Outline) -> Fact | None:
    """Return the line between a page's list of enclosures, above all else, and a handling."""
    for part in outline.of("enclosures"):
        after = next((one for one in outline.headings if one.start >= part.end), None)
        if part.at != outline.head_end or after is None or after.start - part.end > _GAP:
            continue
        lines = list(lines_of(outline.text, part.start, part.end))
        if len(lines) > 1 and lines[-1].start - lines[-2].end > 2 and _is_title(lines[-1]):
            return _titled(outline, lines[-1:])
    return None


def _is_labelled(rest: str) -> bool:
    """Whether what stands behind a section is no title: little, a record number or a label."""
    return (
        len(rest) < 4
        or not any(map(str.isalpha, rest))
        or is_record(rest)
        or label_of(rest) is not None
        or _SECRET.match(rest) is not None
    )


def _titled(outline: Outline, lines: list[Line]) -> Fact | None:
    """Take the first line for the title, with the lines it runs on to."""
    item = _ITEM.match(lines[0].text)
    if item is None and any(one.start == lines[0].start for one in outline.headings):
        item = _ITEM_BARE.match(lines[0].text)
    skipped = item.end() if item is not None else 0
    title, end = lines[0].text[skipped:], lines[0].end
    for line in lines[1:4]:
        between = outline.text[end : line.start]
        shouts = title.isupper() and line.text.isupper()
        small = line.text[:1].islower() or line.text[:1] in "(–"
        runs_on = shouts or small or _JOINING.search(title) is not None
        if (
            between.count("\n") != 1
            or not runs_on
            or len(title) + len(line.text) > _LONGEST_TITLE
            or _ENCLOSED.match(line.text)
            or not _fits(line)
        ):
            break
        title, end = f"{title} {line.text}", line.end
    glued = _GLUED.match(title)
    title = " ".join(title[glued.end() if glued else 0 :].split()).strip("#* ").removesuffix("**")
    start = lines[0].start + skipped + (glued.end() if glued else 0)
    return Fact("title", title, start, end) if title else None


def _fits(line: Line) -> bool:
    return heading_of(line.text) is None and not is_record(line.text)
