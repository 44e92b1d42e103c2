r"""
The head of a decision: its record number, section, days, maker and title.

>>> from kuntapaatos.io.text.sections import outlined
>>> text = "Kunnanhallitus 3.2.2025 § 14\n12/00.01/2025\nVuokrasopimus\nPäätös\nHyväksyttiin."
>>> head = read_head(outlined(text))
>>> head.section, str(head.record_id), head.title, head.meeting_on.isoformat()
('14', '12/00.01/2025', 'Vuokrasopimus', '2025-02-03')
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from attrs import define, field

from kuntapaatos.decision import OfficeHolder, Organ, RecordId
from kuntapaatos.io.text.dates import find_dates
from kuntapaatos.io.text.facts import Fact, Why
from kuntapaatos.io.text.headings import Heading, heading_of
from kuntapaatos.io.text.labels import label_of
from kuntapaatos.io.text.lines import cells_of, lines_of
from kuntapaatos.io.text.maker import read_maker
from kuntapaatos.io.text.records import read_record
from kuntapaatos.io.text.sections import Outline
from kuntapaatos.io.text.title import read_title

__all__ = ["Head", "above_instruction", "read_head"]


@define
class Head:
    """What the head says, with the evidence."""

    record_id: RecordId | None = None
    classification: str | None = None
    section: str | None = None
    title: str | None = None
    maker: Organ | OfficeHolder | None = None
    meeting_on: date | None = None
    decided_on: date | None = None
    by_office: bool = False
    above: list[Heading] = field(factory=list)
    facts: list[Fact] = field(factory=list)


_WEEKDAY = re.compile(
    r"\b(?:(?:maanan|tiis|tors|perjan|lauan|sunnun)tai(?:na)?|keskiviikko(?:na)?"
    r"|(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?|ma|ti|ke|to|pe|la|su|den)\b",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_DIGITS = re.compile(
    r"§?\s{0,3}(\d{1,5}(?:[ ]?[a-fA-F](?!\w))?)(?:\s{0,2}/\s{0,2}\d{4})?\s{0,3}§?(?![\w.])"
)


_NUMBERED = re.compile(
    r"\b(?:(?:viranhaltija|luottamushenkilö)?päätös(?:pöytäkirja)?|tjänsteinnehavarbeslut|beslut)"
    r"(?:\s{1,20}\d{1,3}[ ]?\(\d{1,3}\))?\s{1,20}(?:§[ ]?|n:?ro?[ .:]{1,20})?"
    r"(\d{1,4})[ ]?/[ ]?(?:19|20)\d{2}(?![\w/.-])",
    re.IGNORECASE,
)
# "Päätöspäivä 12.12.2022 § 44/2022"
_BEHIND_DAY = re.compile(r"\d{4}[ ]{1,40}(?:§|Pykälä|Paragraf)[ ]?(\d{1,4})(?!\d|[ ]?[-–,])")


def read_head(outline: Outline) -> Head:
    """Return what the head of a laid-out text says."""
    facts: list[Fact] = []
    record_id, classification = read_record(outline, facts)
    made, title = read_maker(outline), read_title(outline)
    head = Head(
        record_id=record_id,
        classification=classification,
        title=str(title.value) if title is not None else None,
        maker=made.maker,
        above=above_instruction(outline),
        by_office=made.by_office,
        facts=[*facts, *made.facts, *([title] if title is not None else [])],
    )
    others = _beside(outline)
    if title is not None and others and not title.candidates:
        names = (title.value, *(one.rest for one in others))
        head.facts[-1] = title._replace(candidates=names)
    _read_section(outline, head)
    _read_days(outline, head)
    return head


def _read_section(outline: Outline, head: Head) -> None:
    current = outline.current
    labelled = [
        found
        for part in outline.of("section")
        if (found := _DIGITS.match(outline.text, part.start, part.end)) is not None
    ]
    # A number without a sign may be that of a page.
    page = bool(labelled) and current is not None and not current.signed
    if current is not None and current.section is not None and not page:
        head.section = current.section
        others = _beside(outline)
        numbers = (current.section, *(str(one.section) for one in others)) if others else ()
        head.facts.append(Fact("section", current.section, *current.section_at, numbers))
        return
    for part in outline.of("title"):
        # "Ärende: 33 § Val av entreprenör"
        one = heading_of(outline.first_line(part).text, part.start)
        if one is not None and one.section is not None and one.rest and one.signed:
            head.section = one.section
            head.facts.append(Fact("section", one.section, *one.section_at))
            return
    if labelled:
        head.section = labelled[0][1]
        head.facts.append(Fact("section", head.section, *labelled[0].span(1)))
        return
    for part in outline.of("decision_date", "date", "meeting_date"):
        found = _BEHIND_DAY.search(outline.text, part.start, min(part.end, part.start + 60))
        if found is not None:
            head.section = found[1]
            head.facts.append(Fact("section", found[1], *found.span(1)))
            return
    numbered = _NUMBERED.search(outline.text, 0, outline.head_end)
    if numbered is not None:
        head.section = numbered[1]
        head.facts.append(Fact("section", numbered[1], *numbered.span(1)))
        return
    if len(head.above) == 1:
        heading = head.above[0]
        head.section = heading.section
        head.facts.append(
            Fact("section", heading.section, *heading.section_at, (), Why.INSTRUCTION_HEADING)
        )


def _beside(outline: Outline) -> tuple[Heading, ...]:
    """Return the other sections that the head names with a title: of a list of matters."""
    current = outline.current
    if current is None or current.section is None:
        return ()
    return tuple(
        one
        for one in outline.headings
        if one.organ is None
        and one.signed
        and one.section not in {None, current.section}
        and one.rest
        and one.start < outline.head_end
    )


def above_instruction(outline: Outline) -> list[Heading]:
    """
    Return the bare sections right above the appeal part.

    An extract repeats its own section there; an instruction may be for several.
    """
    at = outline.appeals_at
    if at >= len(outline.text):
        return []
    lines = lines_of(outline.text, max(0, at - 200), min(len(outline.text), at + 400))
    headings = [heading_of(line.text, line.start) for line in lines if "§" in line.text]
    return [
        heading
        for heading in headings
        if heading is not None and heading.section and not heading.organ and not heading.rest
    ]


def _read_days(outline: Outline, head: Head) -> None:
    is_body = isinstance(head.maker, Organ) or not head.by_office
    days: list[tuple[date, int, int, Why | None]] = []
    current = outline.current
    if current is not None and current.on is not None and (current.organ or not current.rest):
        days.append((current.on, *current.on_at, None))
    labelled = {role: _labelled_day(outline, role) for role in ("meeting_date", "decision_date")}
    if not days:
        days.extend(_days_in_head(outline, head))
    meeting, decided = labelled["meeting_date"], labelled["decision_date"]
    if decided is not None:
        head.decided_on = decided[0]
        head.facts.append(Fact("decided_on", *decided))
    if meeting is None and days and is_body:
        meeting = days[0][:3]
    dated = None
    if meeting is None and not days and isinstance(head.maker, Organ):
        meeting = dated = _labelled_day(outline, "date")
    if meeting is not None:
        head.meeting_on = meeting[0]
        # Where nobody is said to have met, the day may be that of a letter.
        unsure = labelled["meeting_date"] is None and head.maker is None and head.section is None
        unsure = unsure or dated is not None
        doubt = ((meeting[0],), Why.DOCUMENT_DAY) if unsure else ((), None)
        head.facts.append(Fact("meeting_on", *meeting, *doubt))
        return
    if decided is None:
        made = next(iter(days), None) or _labelled_with_why(outline)
        if made is not None and not is_body:
            head.decided_on = made[0]
            head.facts.append(Fact("decided_on", *made[:3], (), made[3]))


def _labelled_with_why(outline: Outline) -> tuple[date, int, int, Why | None] | None:
    found = _labelled_day(outline, "date")
    return None if found is None else (*found, Why.DOCUMENT_DAY)


def _labelled_day(outline: Outline, role: str) -> tuple[date, int, int] | None:
    for part in outline.sections:
        if part.role != role or not outline.counts(part.at) or part.at >= outline.appeals_at:
            continue
        for match in find_dates(outline.text[part.start : min(part.end, part.start + 120)]):
            before = outline.text[part.start : part.start + match.start]
            if match.value is not None and not _WEEKDAY.sub("", before).strip(" \t\n:,kK.lo"):
                return match.value, part.start + match.start, part.start + match.end
    return None


def _undated(line: str) -> Iterator[tuple[str, int]]:
    """Give the cells of a row without the label in front of a day: "Nr 6", "Datum: 3.2.2025"."""
    for cell, at in cells_of(line):
        label = label_of(cell)
        if label is not None and label.role in {"date", "decision_date", "meeting_date"}:
            rest = cell[label.end :]
            yield rest.lstrip(), at + len(cell) - len(rest.lstrip())
        else:
            yield cell, at


def _days_in_head(outline: Outline, head: Head) -> list[tuple[date, int, int, Why | None]]:
    """Return the days that stand alone in a line or cell of the head."""
    found: list[tuple[date, int, int, Why | None]] = []
    for line in outline.head:
        heading = heading_of(line.text, line.start)
        if heading is not None and heading.on is not None:
            if heading.organ is not None or not heading.rest:
                found.append((heading.on, *heading.on_at, None))
            continue
        if _DIGIT.search(line.text, 0, 200) is None:
            continue
        for cell, at in _undated(line.text):
            dates = find_dates(cell) if len(cell) <= 30 else []
            if (
                len(dates) == 1
                and dates[0].value is not None
                and not cell[: dates[0].start].strip()
                and not cell[dates[0].end :].strip(" §0123456789/")
            ):
                start = line.start + at
                found.append((dates[0].value, start + dates[0].start, start + dates[0].end, None))
    distinct = {day for day, *_ in found}
    if len(distinct) > 1:
        name = "meeting_on" if isinstance(head.maker, Organ) else "decided_on"
        candidates = tuple(sorted(distinct))
        head.facts.append(Fact(name, None, *found[0][1:3], candidates, Why.SEVERAL_DAYS))
        return []
    return found
