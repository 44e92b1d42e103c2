"""
What follows a decision: whom to ask, who is told, publication, extract, enclosures.

>>> from kuntapaatos.io.text.sections import outlined
>>> text = "Päätös on julkaistu kunnan verkkosivuilla 13.12.2024"
>>> read_closing(outlined(text)).published_on
datetime.date(2024, 12, 13)
"""

from __future__ import annotations

import re
from datetime import date

from attrs import define, field

from kuntapaatos.decision import CertifiedExtract, Contact
from kuntapaatos.io.text.dates import find_date_ranges, find_dates
from kuntapaatos.io.text.facts import Fact
from kuntapaatos.io.text.headings import is_office, office_in
from kuntapaatos.io.text.lines import lines_of
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
    related: tuple[str, ...] = ()
    facts: list[Fact] = field(factory=list)


_PUBLISHED = re.compile(
    r"[jJnNpPfFlL](?<![\w].)(?:ulkais(?:tu|taan)|ähtävä(?:nä|ksi)|ähtävill[äe]|ublicer(?:ats|as|ades)"
    r"|ramlagt|ramläggs|agts fram)\b"
)
# What was published: this decision, not a plan that it speaks of.
_ITSELF = re.compile(
    r"\b(?:viranhaltijapäätös|päätös|pöytäkirja|pöytäkirjanote|kuulutus|kungörelsen"
    r"|protokollet|beslutet|tjänsteinnehavarbeslutet)\b"
    r"(?:[^.\n]|(?<=\d)\.(?=\d)){0,120}$",
    re.IGNORECASE,
)
_HAS_BEEN = re.compile(r"\w{1,30}[ ](?:on|har|är)[ ](?:\w{2,12}[ ])?\d")
_NOT_YET = re.compile(r"\b(?:seitsemän|kuluttua|katsotaan|anses|sju)\b", re.IGNORECASE)
_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,4}")
_PHONE = re.compile(r"(?<![\w.,/-])(?:\+358|\(?0\d{1,3}\)?)[ -]?\d[\d -]{4,14}\d(?![\w/])")
_NAME = re.compile(r"[A-ZÅÄÖ][a-zåäöé]{1,20}(?:-[A-ZÅÄÖ][a-zåäöé]{1,20})?")
_BULLET = re.compile(r"^(?:[-–•*]|\d{1,2}[.)]?(?=[ \t]))[ \t]{0,4}")
_TABLE_HEADS = frozenset({"ote", "otteen liitteet", "otteen saaja", "utdrag"})
_PIECES = re.compile(r"[,;:]|[ ][-–][ ]")
_SPLIT = re.compile(r"[;\n]|,(?![^()]{0,80}\))")
_ASK = re.compile(
    r"(?:asiasta )?(?:lisätietoja|lisätiedot|tilläggsuppgifter|ytterligare information"
    r"|mer information)"
    r"(?: asiasta)?(?: antaa| antavat| ges av| lämnas av)?[: ]{0,3}",
    re.IGNORECASE,
)


def read_closing(outline: Outline) -> Closing:
    """Return what follows the decision in a laid-out text."""
    closing = Closing()
    _read_publication(outline, closing)
    _read_extract(outline, closing)
    _read_signatures(outline, closing)
    _read_contacts(outline, closing)
    _read_recipients(outline, closing)
    _read_related(outline, closing)
    return closing


def _first_day(text: str) -> tuple[date, int, int] | None:
    """Return the first day of a text, the first of a range too."""
    days = [(match.value, match.start, match.end) for match in find_dates(text)]
    days += [
        (match.value.first if match.value else None, match.start, match.end)
        for match in find_date_ranges(text)
    ]
    found = [(day, start, end) for day, start, end in days if day is not None]
    return min(found, key=lambda item: item[1]) if found else None


def _read_publication(outline: Outline, closing: Closing) -> None:
    found: list[tuple[date, int, int]] = []
    for part in outline.sections:
        if part.role == "publication" and outline.counts(part.at):
            text = outline.text[part.start : min(part.end, part.start + 300)]
            first = _first_day(text.partition("\n\n")[0])
            if first is not None and not _NOT_YET.search(text, 0, first[1]):
                found.append((first[0], part.start + first[1], part.start + first[2]))
    for said in _PUBLISHED.finditer(outline.text):
        before = outline.text[max(0, said.start() - 160) : said.start()]
        subject = _ITSELF.search(before)
        if subject is None or not outline.counts(said.start()):
            continue
        end = outline.text.find("\n", said.end())
        stop = min(said.end() + 120, end if end >= 0 else said.end() + 120)
        begin = said.start() - len(before) + subject.start()
        at = said.end()
        first = _first_day(outline.text[at:stop])
        if first is None and _HAS_BEEN.match(subject.group()):
            # "Protokollet har 19.6.2024 lagts fram."
            at, first = begin, _first_day(subject.group())
        if first is None:
            continue
        start, last = at + first[1], at + first[2]
        if not _NOT_YET.search(outline.text, begin, start):
            found.append((first[0], start, last))
    if not found:
        return
    found.sort(key=lambda item: item[1])
    days = tuple(sorted({day for day, _, _ in found}))
    day, start, end = found[0]
    if len(days) > 1:
        closing.facts.append(Fact("published_on", None, start, end, days, "useita julkaisupäiviä"))
        return
    closing.published_on = day
    closing.facts.append(Fact("published_on", day, start, end))


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


def _read_signatures(outline: Outline, closing: Closing) -> None:
    """Read the titles of those who signed; a place for signatures may name nobody."""
    for part in outline.sections:
        if part.role != "signature" or part.at >= outline.appeals_at:
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
    """Return the office in a line that is one, or a name and one."""
    if is_office(line):
        return 0, len(line)
    head, comma, tail = line.partition(",")
    if comma and is_office(tail.strip()):
        start = len(head) + 1 + len(tail) - len(tail.lstrip())
        return start, start + len(tail.strip())
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
        if part.at >= outline.appeals_at:
            continue
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


def _items(outline: Outline, part: Section) -> list[tuple[str, int, int]]:
    """Return the items of a list in a section, each with its place."""
    text = outline.text[part.start : min(part.end, part.start + 4_000)]
    found: list[tuple[str, int, int]] = []
    at = 0
    for part_of_it in _SPLIT.split(text):
        start = text.index(part_of_it, at) if part_of_it else at
        at = start + len(part_of_it)
        # Only the first cell of a row is a recipient.
        piece = part_of_it.lstrip("\t ").partition("\t")[0]
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


def _read_recipients(outline: Outline, closing: Closing) -> None:
    names: list[str] = []
    for part in outline.of("recipients"):
        if part.at >= outline.appeals_at:
            continue
        for name, start, end in _items(outline, part):
            if name not in names:
                closing.facts.append(Fact(f"recipients[{len(names)}]", name, start, end))
                names.append(name)
    closing.recipients = tuple(names)


def _read_related(outline: Outline, closing: Closing) -> None:
    names: list[str] = []
    for part in outline.of("enclosures"):
        if part.at >= outline.appeals_at:
            continue
        for count, line in enumerate(
            lines_of(outline.text, part.start, min(part.end, part.start + 4_000))
        ):
            bullet = _BULLET.match(line.text)
            cut = bullet.end() if bullet else 0
            name = line.text[cut:].strip()
            if count >= 60 or not name or name in {"-", "–"} or name in names:
                continue
            closing.facts.append(Fact(f"related[{len(names)}]", name, line.start + cut, line.end))
            names.append(name)
    closing.related = tuple(names)
