"""
What follows a decision: whom to ask, who is told, publication, extract, enclosures.

>>> from kuntapaatos.io.text.sections import outlined
>>> text = "Päätös on julkaistu kunnan verkkosivuilla 13.12.2024"
>>> read_closing(outlined(text)).published_on
datetime.date(2024, 12, 13)
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice

from attrs import define, field

from kuntapaatos.decision import CertifiedExtract, Contact, OfficeHolder
from kuntapaatos.io.text.dates import find_dates
from kuntapaatos.io.text.facts import Fact
from kuntapaatos.io.text.lines import Line, lines_of
from kuntapaatos.io.text.offices import is_office, office_in
from kuntapaatos.io.text.publication import read_publication
from kuntapaatos.io.text.sections import Outline, Section

__all__ = ["Closing", "read_closing"]


@define
class Closing:
    """What the end of a decision says, with the evidence."""

    contacts: tuple[Contact, ...] = ()
    recipients: tuple[str, ...] = ()
    published_on: date | None = None
    extract: CertifiedExtract | None = None
    signed_by: tuple[str, ...] | None = None
    signed_electronically: bool | None = None
    related: tuple[str, ...] = ()
    facts: list[Fact] = field(factory=list)


_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,4}")
_PHONE = re.compile(r"(?<![\w.,/-])(?:\+358|\(?0\d{1,3}\)?)[ -]?\d[\d -]{4,14}\d(?![\w/])")
_NAME = re.compile(r"[A-ZÅÄÖ][a-zåäöé]{1,20}(?:-[A-ZÅÄÖ][a-zåäöé]{1,20})?")
_BULLET = re.compile(r"^(?:[-–•*]|\d{1,2}[.)]?(?=[ \t]))[ \t]{0,4}")
_FILE = re.compile(r"\.(?:pdf|docx?|xlsx?|odt|rtf|png|jpe?g|msg|pptx?)\b", re.IGNORECASE)
_FEWEST_WORDS, _LONG_NAME = 6, 90
_TABLE_HEADS = frozenset({"ote", "otteen liitteet", "otteen saaja", "utdrag"})
_PIECES = re.compile(r"[,;:]|[ ][-–][ ]")
_OTHER_CELLS = re.compile(r"(?<=\S)\t[^\n]{0,4000}")
_SPLIT = re.compile(r"[;\n]|,(?![^()]{0,80}\))")
_ASK = re.compile(
    r"(?:asiasta )?(?:lisätietoja|lisätiedot|tilläggsuppgifter|ytterligare information"
    r"|mer information)"
    r"(?: asiasta)?(?: antaa| antavat| ges av| lämnas av)?[: ]{0,3}",
    re.IGNORECASE,
)


def read_closing(outline: Outline, maker: object = None) -> Closing:
    """Return what follows the decision of *maker* in a laid-out text."""
    closing = Closing()
    _read_publication(outline, closing)
    _read_extract(outline, closing)
    _read_signatures(outline, closing)
    _read_contacts(outline, closing)
    _read_recipients(outline, closing, maker)
    _read_related(outline, closing)
    return closing


def _read_publication(outline: Outline, closing: Closing) -> None:
    for fact in read_publication(outline):
        closing.published_on = fact.value if isinstance(fact.value, date) else None
        closing.facts.append(fact)


def _read_extract(outline: Outline, closing: Closing) -> None:
    for part in outline.sections:
        if part.role != "extract" or not outline.counts(part.at):
            continue
        on = place = title = None
        start = part.start
        for count, line in enumerate(
            lines_of(outline.text, part.start, min(part.end, part.start + 500))
        ):
            if count >= 6:
                break
            days = find_dates(line.text)
            if days and on is None:
                on = days[0].value
                at = line.start + days[0].start
                closing.facts.append(Fact("extract.on", on, at, line.start + days[0].end))
                before = line.text[: days[0].start].strip(" ,")
                if before and place is None and _NAME.fullmatch(before):
                    place = before
            elif (
                place is None
                and on is None
                and _NAME.fullmatch(line.text)
                and not is_office(line.text)
            ):
                place = line.text
                closing.facts.append(Fact("extract.place", place, line.start, line.end))
            elif title is None:
                office = _office_of(line.text)
                if office is not None:
                    title = line.text[office[0] : office[1]]
                    at = line.start + office[0]
                    closing.facts.append(Fact("extract.title", title, at, line.start + office[1]))
        if on is not None or title is not None:
            closing.extract = CertifiedExtract(on=on, place=place, title=title)
            closing.facts.append(Fact("extract", closing.extract, start, part.end))
            return


_SIGNED_ONLINE = re.compile(r"sähköisesti|elektroniskt", re.IGNORECASE)
# A whole line of it, since a contract too may be signed so.
_APPROVED_ONLINE = re.compile(
    r"^\(?(?:(?:tämä|detta)[ ])?(?:(?:asiakirja|päätös|viranhaltijapäätös|pöytäkirja|dokumentet"
    r"|beslutet|protokollet)[ ](?:on|är)[ ])?"
    r"(?:sähköisesti[ ](?:allekirjoitettu|hyväksytty)|(?:allekirjoitettu|hyväksytty)[ ]sähköisesti"
    r"|elektroniskt[ ](?:undertecknat|godkänt))\)?[.]?$",
    re.IGNORECASE | re.MULTILINE,
)


def _read_signatures(outline: Outline, closing: Closing) -> None:
    """Read the titles of those who signed; a place for signatures may name nobody."""
    for said in _APPROVED_ONLINE.finditer(outline.text):
        if outline.counts(said.start()):
            closing.signed_electronically = True
            closing.facts.append(Fact("signed_electronically", True, said.start(), said.end()))
            break
    for part in outline.sections:
        if part.role != "signature" or not outline.counts(part.at):
            continue
        lines = list(lines_of(outline.text, part.start, min(part.end, part.start + 500)))[:12]
        titles: list[str] = []
        for line in lines:
            office = _office_of(line.text)
            if office is not None:
                start = line.start + office[0]
                title = line.text[office[0] : office[1]]
                field_name = f"signed_by[{len(titles)}]"
                closing.facts.append(Fact(field_name, title, start, start + len(title)))
                titles.append(title)
        if titles:
            closing.signed_by = tuple(titles)
            return
        # Names without an office, and "sähköisesti allekirjoitettu", do name somebody.
        if not lines and not _SIGNED_ONLINE.search(part.name) and closing.signed_by is None:
            closing.signed_by = ()
            closing.facts.append(Fact("signed_by", (), part.at, part.start))


def _office_of(line: str) -> tuple[int, int] | None:
    """Return the office in a line that is one, or one and a name in either order."""
    if is_office(line):
        return 0, len(line)
    head, comma, tail = line.partition(",")
    if comma and is_office(tail.strip()):
        start = len(head) + 1 + len(tail) - len(tail.lstrip())
        return start, start + len(tail.strip())
    office = office_in(line) if line[:1].isupper() else None
    names = [] if office is None else line[office[1] :].split()
    if office is not None and len(names) <= 4 and all(name[0].isupper() for name in names):
        # "Sivistysjohtaja Maija Esimerkki"
        return office
    return None


def _contact(text: str) -> Contact | None:
    email, phone = _EMAIL.search(text), _PHONE.search(text)
    words = text
    for match in (email, phone):
        if match is not None:
            words = words.replace(match.group(), " ")
    words = _ASK.sub("", words, count=1)
    title = name = None
    for given in _PIECES.split(words)[:6]:
        piece = given.strip(" .\n\t")
        office = office_in(piece)
        if office is not None and title is None:
            title, piece = piece[: office[1]].strip(), piece[office[1] :].strip()
        names = [word for word in piece.split() if _NAME.fullmatch(word)]
        if name is None and 2 <= len(names) <= 3 and len(names) == len(piece.split()):
            name = " ".join(names)
    if title is None and name is None and email is None and phone is None:
        return None
    return Contact(
        title=title,
        name=name,
        email=email.group() if email else None,
        phone=phone.group().strip() if phone else None,
    )


def _read_contacts(outline: Outline, closing: Closing) -> None:
    found: list[Contact] = []
    for part in outline.of("contact"):
        for count, line in enumerate(
            lines_of(outline.text, part.start, min(part.end, part.start + 900))
        ):
            if count >= 8:
                break
            contact = _contact(line.text[:300])
            if contact is not None:
                closing.facts.append(Fact(f"contacts[{len(found)}]", contact, line.start, line.end))
                found.append(contact)
    closing.contacts = tuple(found)


def _listed(lines: Iterable[Line], *, numbered: bool | None = None) -> Iterator[Line]:
    """
    Give the lines of a list, which ends where prose begins.

    Args:
        lines: From its first on.
        numbered: Whether each item has a number or a mark; `None` takes it from the first.
    """
    for line in lines:
        bullet = _BULLET.match(line.text) is not None
        if numbered is None:
            numbered = bullet
        elif numbered and not bullet and line.text[:1].isupper() and not _FILE.search(line.text):
            return
        if not bullet and _is_prose(line.text):
            return
        yield line


def _is_prose(text: str) -> bool:
    """Whether a line is a sentence and no name: long, and not made of what commas part."""
    words = text.split()
    if len(words) < _FEWEST_WORDS or _FILE.search(text):
        return False
    return (text[-1] == "." or len(text) > _LONG_NAME) and text.count(",") * 4 < len(words)


def _items(outline: Outline, part: Section) -> list[tuple[str, int, int]]:
    """Return the items of a list in a section, each with its place."""
    stop = min(part.end, part.start + 4_000)
    lines = list(_listed(lines_of(outline.text, part.start, stop), numbered=False))
    text = outline.text[part.start : lines[-1].end if lines else part.start]
    # Only the first cell of a row is a recipient.
    text = _OTHER_CELLS.sub(lambda cells: " " * len(cells.group()), text)
    found: list[tuple[str, int, int]] = []
    at = 0
    for part_of_it in _SPLIT.split(text):
        start = text.index(part_of_it, at) if part_of_it else at
        at = start + len(part_of_it)
        piece = part_of_it.lstrip("\t ")
        start += len(part_of_it) - len(part_of_it.lstrip("\t "))
        left = len(piece) - len(piece.lstrip())
        bare = piece.strip()
        bullet = _BULLET.match(bare)
        if bullet is not None:
            left += bullet.end()
            bare = bare[bullet.end() :]
        bare = bare.strip(" .")
        if bare and bare not in {"-", "–"} and bare.casefold() not in _TABLE_HEADS:
            found.append((bare, part.start + start + left, part.start + start + left + len(bare)))
    return found


def _signature(items: list[tuple[str, int, int]], maker: object) -> tuple[int, Fact | None]:
    """Return how many items at the end of a list are the maker's signature, and its title."""
    name, at, _ = items[-1] if isinstance(maker, OfficeHolder) and items else ("", 0, 0)
    office = _office_of(name)
    title = "" if office is None else name[slice(*office)]
    if office is None or title.casefold() != str(maker).casefold():
        return 0, None
    above = items[-2][0].split() if len(items) > 1 else []
    named = 2 <= len(above) <= 3 and all(map(_NAME.fullmatch, above))
    fact = Fact("signed_by[0]", title, at + office[0], at + office[1])
    if title == name:
        return (2, fact) if named else (0, None)
    return 1, fact


def _read_recipients(outline: Outline, closing: Closing, maker: object) -> None:
    names: list[str] = []
    for part in outline.of("recipients"):
        items = _items(outline, part)
        # Who signed below the recipients is none of them.
        count, signed = _signature(items, maker) if closing.signed_by is None else (0, None)
        if signed is not None:
            closing.signed_by = (str(signed.value),)
            closing.facts.append(signed)
        for name, start, end in items[: len(items) - count]:
            if name not in names:
                closing.facts.append(Fact(f"recipients[{len(names)}]", name, start, end))
                names.append(name)
    closing.recipients = tuple(names)


def _read_related(outline: Outline, closing: Closing) -> None:
    names: list[str] = []
    for part in outline.of("enclosures"):
        lines = islice(lines_of(outline.text, part.start, min(part.end, part.start + 4_000)), 60)
        for line in _listed(lines):
            bullet = _BULLET.match(line.text)
            cut = bullet.end() if bullet else 0
            name = line.text[cut:].strip()
            if not name or name in {"-", "–"} or name in names:
                continue
            closing.facts.append(Fact(f"related[{len(names)}]", name, line.start + cut, line.end))
            names.append(name)
    closing.related = tuple(names)
