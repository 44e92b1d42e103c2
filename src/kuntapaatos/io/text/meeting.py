r"""
Whole minutes read: the cover, each item, and the instructions behind the last one.

>>> minutes_of("§ 1\nAvaus\nPäätös\nTodettiin.\n§ 2\nAura").item("2").title
'Aura'
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from datetime import date
from itertools import islice, pairwise

from attrs import evolve, frozen

from kuntapaatos.appeal import AppealInstruction
from kuntapaatos.decision import DocumentKind, Organ
from kuntapaatos.io.text.assembly import Known, found_of, read_source
from kuntapaatos.io.text.bodies import is_organ
from kuntapaatos.io.text.closing import read_closing
from kuntapaatos.io.text.dates import find_dates
from kuntapaatos.io.text.facts import Fact
from kuntapaatos.io.text.head import read_head
from kuntapaatos.io.text.headings import heading_of
from kuntapaatos.io.text.instruction import ParsedAppeal, parse_appeals
from kuntapaatos.io.text.items import Begun, after_number, items_in
from kuntapaatos.io.text.kinds import kind_of_meeting
from kuntapaatos.io.text.lines import Line, lines_of
from kuntapaatos.io.text.minutes import CoveringInstruction, Minutes, MinutesItem, covering
from kuntapaatos.io.text.pages import pages_of
from kuntapaatos.io.text.places import municipality_of
from kuntapaatos.io.text.reading import Found, Problem, ProblemCode
from kuntapaatos.io.text.sections import Outline, outlined
from kuntapaatos.io.text.source import Source
from kuntapaatos.remedy.bodies import body_kind
from kuntapaatos.remedy.kinds import RemedyKind

__all__ = ["minutes_of"]

_TOP_LINES, _SHORTEST = 12, 2
_NUMBER = re.compile(r"(?:§[ \t]{0,4}\d{1,4}(?:[ ]?[a-z])?|\d{1,4}(?:[ ]?[a-z])?[ \t]{0,4}§)(?!\w)")
# These two are for the same decision by law.
_TOGETHER = frozenset({RemedyKind.PROCUREMENT_CORRECTION, RemedyKind.MARKET_COURT_APPEAL})


@frozen
class _Cover:
    """What the pages before the items say."""

    kind: DocumentKind
    municipality: str | None
    body: Organ | None
    meeting_on: date | None
    checked_on: date | None
    published_on: date | None
    found: tuple[Found, ...]


def minutes_of(text: str) -> Minutes:
    """Return the minutes that a text holds; without items when it holds none."""
    source = Source.of(text)
    begun = items_in(source.clean)
    cover = _cover(source, begun[0].start if begun else len(source.clean))
    if begun:
        cover = _headed(source, begun[0].at, cover)
    ends, appeals = _instructions(source.clean, begun)
    given = tuple(
        CoveringInstruction(one.value, one.sections, source.span(one.start, one.end))
        for one in appeals
    )
    pages = pages_of(source.original)
    listed = _squeezed(source.clean[: begun[0].start]) if begun else ""
    items: list[MinutesItem] = []
    for one, end in zip(begun, ends, strict=True):
        part = source.part(one.start, end)
        told = covering(given, one.section)
        known = Known(
            kind=_ITEMS[cover.kind],
            municipality=cover.municipality,
            body=cover.body,
            meeting_on=cover.meeting_on,
            published_on=cover.published_on,
            appeals=tuple(each.value for each in told) if given else None,
            title=_title(part.clean, one.at - one.start, listed),
            found=(*cover.found, *_evidence(told)),
        )
        reading = read_source(part, known)
        page = _page(pages, source.span(one.at, one.at + 1).start)
        items.append(MinutesItem(one.section, source.span(one.start, end), page, reading))
    return Minutes(
        kind=cover.kind,
        municipality=cover.municipality,
        body=cover.body,
        meeting_on=cover.meeting_on,
        checked_on=cover.checked_on,
        published_on=cover.published_on,
        items=tuple(items),
        instructions=given,
        found=cover.found,
        problems=tuple(_problems(cover.kind, items, given)),
        text=text,
    )


_ITEMS = {
    DocumentKind.MINUTES: DocumentKind.MINUTES_ITEM,
    DocumentKind.AGENDA: DocumentKind.AGENDA_ITEM,
}


def _page(pages: tuple[tuple[int, int], ...], at: int) -> int | None:
    """Return the page on which a character stands."""
    place = bisect_right(pages, (at, 10**9)) - 1
    return pages[place][1] if place >= 0 else None


def _squeezed(text: str) -> str:
    """Return a text without white space and without the numbers of sections in it."""
    return "".join(_NUMBER.sub(" ", text).split())


def _title(item: str, at: int, listed: str) -> Fact | None:
    """
    Return what an item is called: in capitals above its number, behind it, or below it.

    A title goes on as far as the contents have it.

    Args:
        item: The text of the item.
        at: Where the line with its number starts.
        listed: What stands before the items, without white space.
    """
    above = next(lines_of(item, 0, at), None)
    if above is not None and above.text.isupper():
        return Fact("title", above.text, above.start, above.end)
    if not (below := list(islice(lines_of(item, at), 6))):
        return None
    number, *lines = below
    words, end = "", -1
    behind = after_number(number.text)
    if behind is not None and len(number.text) - behind > _SHORTEST:
        lines = [Line(number.start + behind, number.text[behind:]), *lines]
        words, end = lines[0].text, lines[0].end
    for line in lines[bool(words) :]:
        longer = f"{words} {line.text}".strip()
        if "".join(longer.split()) not in listed:
            break
        words, end = longer, line.end
    if not words:
        return None
    return Fact("title", " ".join(words.split()), lines[0].start, end)


def _evidence(told: tuple[CoveringInstruction, ...]) -> Iterator[Found]:
    for place, one in enumerate(told):
        yield Found(f"appeals[{place}]", one.value, one.span)


def _cover(source: Source, end: int) -> _Cover:
    """Return what stands before the items."""
    part = source.part(0, end)
    outline = outlined(part.clean, (), part.headers, single=True)
    head, closing = read_head(outline), read_closing(outline)
    top = "\n".join(
        line.text for line, _ in zip(lines_of(part.clean), range(_TOP_LINES), strict=False)
    )
    place = municipality_of(outline, head)
    checked = _checked(outline)
    body = head.maker if isinstance(head.maker, Organ) else None
    named = {"maker", "meeting_on", "published_on"}
    facts = [fact for fact in (*head.facts, *closing.facts) if fact.field in named]
    facts += [fact for fact in (place, checked) if fact is not None]
    municipality = place.value if place is not None else None
    return _Cover(
        kind=kind_of_meeting(top),
        municipality=municipality if isinstance(municipality, str) else None,
        body=body,
        meeting_on=head.meeting_on,
        checked_on=checked.value
        if checked is not None and isinstance(checked.value, date)
        else None,
        published_on=closing.published_on,
        found=tuple(found_of(part, fact) for fact in facts),
    )


def _headed(source: Source, at: int, cover: _Cover) -> _Cover:
    """Return a cover with the body and the day of the first item's heading, where it has none."""
    line = next(lines_of(source.clean, at), Line(at, ""))
    heading = heading_of(line.text, line.start)
    if heading is None or heading.organ is None or not is_organ(heading.organ):
        return cover
    found = list(cover.found)
    body, day = cover.body, cover.meeting_on
    if body is None:
        body = Organ(heading.organ, body_kind(heading.organ))
        end = heading.organ_at + len(heading.organ)
        found.append(Found("maker", body, source.span(heading.organ_at, end)))
    if day is None and heading.on is not None:
        day = heading.on
        found.append(Found("meeting_on", day, source.span(*heading.on_at)))
    return evolve(cover, body=body, meeting_on=day, found=tuple(found))


def _checked(outline: Outline) -> Fact | None:
    """Return the last day that a cover gives below the checking of the minutes."""
    days = [
        (found.value, part.start + found.start, part.start + found.end)
        for part in outline.sections
        if part.role == "checking"
        for found in find_dates(outline.content(part))
        if found.value is not None
    ]
    if not days:
        return None
    day, start, end = max(days)
    return Fact("checked_on", day, start, end)


def _instructions(text: str, begun: list[Begun]) -> tuple[list[int], list[ParsedAppeal]]:
    """
    Return where each item ends, and the instructions behind the last one.

    What an item quotes of another authority's instruction is no instruction of the minutes.
    """
    ends = [after.start for _, after in pairwise(begun)]
    if not begun:
        return [], []
    behind = [one for one in parse_appeals(text) if one.start > begun[-1].at]
    assigned = [place for place, one in enumerate(behind) if one.sections]
    appeals = behind[assigned[0] :] if assigned else []
    return [*ends, appeals[0].start if appeals else len(text)], appeals


def _problems(
    kind: DocumentKind, items: list[MinutesItem], given: tuple[CoveringInstruction, ...]
) -> Iterator[Problem]:
    """Give the sections that no instruction is for, that two are for, that no item has."""
    if not given or kind is DocumentKind.AGENDA:
        return
    for item in items:
        told = covering(given, item.section)
        if not told:
            yield Problem(ProblemCode.SECTION_NOT_COVERED, item.span, "appeals", (item.section,))
        elif len(told) > 1 and not _belong_together(told):
            code = ProblemCode.SECTION_COVERED_TWICE
            yield Problem(code, told[1].span, "appeals", (item.section,))
    numbers = {item.section for item in items}
    for one in given:
        unknown = tuple(section for section in one.sections if section not in numbers)
        if unknown:
            yield Problem(ProblemCode.SECTION_UNKNOWN, one.span, "appeals", unknown)


def _belong_together(told: tuple[CoveringInstruction, ...]) -> bool:
    kinds = {one.value.remedy for one in told if isinstance(one.value, AppealInstruction)}
    return len(kinds) == len(told) and kinds <= _TOGETHER
