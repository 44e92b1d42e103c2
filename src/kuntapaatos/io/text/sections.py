r"""
A text laid out: its labelled sections, its headings, and which handling counts.

A matter that came up several times carries its earlier handlings with it; only
the last one is the decision, and nothing of the others may leak into it.

>>> outline = outlined("Kunnanhallitus 3.2.2025 § 14\nAsia\nVuokra\nPäätös\nHyväksyttiin.")
>>> [(part.role, outline.text[part.start : part.end]) for part in outline.sections]
[('title', 'Vuokra'), ('resolution', 'Hyväksyttiin.')]
>>> outline.current.section
'14'
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from attrs import frozen

from kuntapaatos.io.text.headings import (
    LONGEST,
    Heading,
    body_kind,
    heading_of,
    is_office,
    maker_in_genitive,
    office_in,
)
from kuntapaatos.io.text.labels import Label, Role, label_of
from kuntapaatos.io.text.lines import Line, lines_of

__all__ = ["Outline", "Section", "outlined"]

# A document of a thousand pages has fewer; beyond them nothing is a label.
_MOST_LINES = 60_000
# Sections of the body: where the first begins, the head ends.
_BODY: frozenset[Role] = frozenset(
    {
        *("proposal", "resolution", "handling", "vote", "description", "grounds", "history"),
        *("impact", "contact", "recipients", "signature", "execution", "appeal", "checking"),
        *("authority_ground", "costs", "cost_centre", "enclosures", "presenter", "preparer"),
        *("extract", "other"),
    }
)
_GOES_ON: frozenset[Role] = frozenset(
    {"proposal", "resolution", "handling", "grounds", "history", "presenter", "record", "title"}
)
_ACTS: frozenset[Role] = frozenset({"proposal", "resolution", "handling"})
_HEAD_LINES = 60
_MENTION, _NEAR = 80, 80
_MOST_HEADINGS = 500
_MOST_SECTIONS = 5_000


class Section(NamedTuple):
    """
    What stands under one label.

    Attributes:
        role: What the label says it is.
        name: The label as printed.
        at: Where the label starts.
        start: Where the content starts.
        end: Where the content ends; empty when it equals *start*.
    """

    role: Role
    name: str
    at: int
    start: int
    end: int


@frozen
class Outline:
    """
    The sections and headings of a text.

    Attributes:
        text: The clean text.
        head: The lines before the body, without labels' lines.
        head_end: Where the body starts.
        sections: In the text's order.
        headings: Lines that name who, when and which section, in order.
        current: The heading of the handling that counts; `None` when there is none.
        region: Start and end of what belongs to that handling.
        earlier: Headings of earlier handlings, in order.
        earlier_regions: Start and end of what belongs to those.
        appeals_at: Where appeal instructions start; the end of the text if none.
        headers: Where lines start that belong to a page and not to the text.
        several: The headings of the matters, when the text holds more than one.
    """

    text: str
    head: tuple[Line, ...]
    head_end: int
    sections: tuple[Section, ...]
    headings: tuple[Heading, ...]
    current: Heading | None
    region: tuple[int, int]
    earlier: tuple[Heading, ...]
    earlier_regions: tuple[tuple[int, int], ...]
    appeals_at: int
    headers: frozenset[int]
    several: tuple[Heading, ...]

    def of(self, *roles: Role) -> Iterator[Section]:
        """Give the sections of the handling that counts, of these roles, with content."""
        for part in self.sections:
            if part.role in roles and part.end > part.start and self.counts(part.at):
                yield part

    def counts(self, at: int) -> bool:
        """Return whether *at* lies outside every earlier handling."""
        return not any(start <= at < end for start, end in self.earlier_regions)

    def first_line(self, part: Section) -> Line:
        """Return the first line of a section."""
        return next(lines_of(self.text, part.start, part.end), Line(part.start, ""))

    def content(self, part: Section) -> str:
        """Return the text of a section."""
        return self.text[part.start : part.end]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip(" \t\n:*_"))
    right = len(piece) - len(piece.rstrip(" \t\n*_#"))
    return (start + left, max(start + left, end - right))


def outlined(
    text: str,
    appeals: Iterable[tuple[int, int]] = (),
    headers: frozenset[int] = frozenset(),
) -> Outline:
    """
    Return the outline of a clean text.

    Args:
        text: Clean text.
        appeals: Start and end of each appeal instruction; nothing in them is a
            label or a heading of the decision.
        headers: Where lines start that belong to a page.
    """
    blocks = sorted(appeals)
    found: list[tuple[Role, str, int, int]] = []
    headings: list[Heading] = []
    head: list[Line] = []
    head_end: int | None = None
    broken = ""
    block = 0
    for count, line in enumerate(lines_of(text)):
        if count >= _MOST_LINES:
            break
        while block < len(blocks) and line.start >= blocks[block][1]:
            block += 1
        if block < len(blocks) and line.start >= blocks[block][0]:
            if not found or found[-1][2] < blocks[block][0] or found[-1][0] != "appeal":
                found.append(("appeal", "", line.start, line.start))
            head_end = line.start if head_end is None else head_end
            continue
        given = line.text
        label = label_of(given) or _second_half(broken, given) or _speaker(given)
        broken = _half_label(given) if label is None else ""
        if label is not None and len(found) < _MOST_SECTIONS:
            found.append((label.role, label.name, line.start, line.start + label.end))
            if label.role in _BODY and head_end is None:
                head_end = line.start
            continue
        if len(given) <= LONGEST and len(headings) < _MOST_HEADINGS:
            heading = heading_of(given, line.start)
            if heading is not None:
                headings.append(heading)
        if head_end is None and len(head) < _HEAD_LINES:
            head.append(line)
    headings = _trusted(headings)
    sections = _cut(text, found, headings)
    end = len(text) if head_end is None else head_end
    return _counted(text, tuple(head), end, sections, tuple(headings), blocks, headers)


def _trusted(headings: list[Heading]) -> list[Heading]:
    """Return the headings; a number without a sign is a section only where none has one."""
    signed = {heading.section for heading in headings if heading.signed and heading.section}
    if not signed:
        return headings
    return [
        heading
        if heading.signed or heading.section in signed
        else heading._replace(section=None, section_at=(-1, -1))
        for heading in headings
    ]


def _speaker(line: str) -> Label | None:
    """Return "Kunnanjohtaja Aino Esimerkki:" as what starts a proposal."""
    if line[-1] != ":" or len(line) > 80:
        return None
    office = office_in(line)
    if office is None or not line[0].isupper():
        return None
    names = line[office[1] : -1].split()
    if len(names) > 4 or not all(name[0].isupper() and not name.isupper() for name in names):
        return None
    return Label("proposal", len(line), line[: office[1]])


def _half_label(line: str) -> str:
    """Return a label's first half, split by a hyphen at the end of its cell."""
    first = line.partition("\t")[0].partition("  ")[0].rstrip()
    return first[:-1] if first.endswith("-") and len(first) <= 30 else ""


def _second_half(broken: str, line: str) -> Label | None:
    """Return the label that this line's first cell ends, and the line before began."""
    if not broken:
        return None
    cell = line.partition("\t")[0].partition("  ")[0]
    label = label_of(broken + cell)
    return None if label is None else Label(label.role, len(cell), label.name)


def _cut(
    text: str, found: list[tuple[Role, str, int, int]], headings: list[Heading]
) -> tuple[Section, ...]:
    """Return the sections, each up to the next label or handling."""
    stops = sorted(
        [(at, 0) for _, _, at, _ in found]
        + [(heading.start, 1) for heading in headings if heading.organ and heading.section]
    )
    positions = [at for at, _ in stops]
    sections: list[Section] = []
    place = 0
    for role, name, at, start in found:
        while place < len(positions) and positions[place] <= at:
            place += 1
        after = place
        if role == "history":
            # Handlings listed under this label belong to it.
            while after < len(stops) and stops[after][1] == 1:
                after += 1
        end = positions[after] if after < len(positions) else len(text)
        first, last = _trimmed(text, min(start, end), end)
        before = sections[-1] if sections else None
        if (
            role == "presenter"
            and before is not None
            and before.role == "proposal"
            and before.start == before.end
            and (cut := text.find("\n", start, end)) > 0
            and text[start:cut].strip()
        ):
            # "Ehdotus", then "Esittelijä: ..." on a line, then the proposal itself.
            sections[-1] = Section("proposal", before.name, before.at, *_trimmed(text, cut, end))
            first, last = _trimmed(text, start, cut)
        sections.append(Section(role, name, at, first, last))
    return tuple(sections)


def _counted(
    text: str,
    head: tuple[Line, ...],
    head_end: int,
    sections: tuple[Section, ...],
    headings: tuple[Heading, ...],
    blocks: list[tuple[int, int]],
    headers: frozenset[int],
) -> Outline:
    """Return the outline with the handling that counts chosen."""
    # Some documents give the reasons after the instruction: the body goes on.
    last = max([part.at for part in sections if part.role in _GOES_ON], default=-1)
    spans = [*blocks, *((part.at, part.end) for part in sections if part.role == "appeal")]
    appeals_at = len(text) + _NEAR + 1
    for start, end in sorted(spans, reverse=True):
        # A mention such as "Muutoksenhaku: oikaisuvaatimus" is no instruction, but a
        # heading right above one belongs to it.
        if start > last and (end - start > _MENTION or 0 <= appeals_at - end <= _NEAR):
            appeals_at = start
    appeals_at = min(appeals_at, len(text))
    listed = [part for part in sections if part.role == "history"]
    handlings = [
        heading
        for heading in headings
        if heading.organ is not None and heading.section is not None and heading.start < appeals_at
    ]
    if not all(is_office(heading.organ or "") for heading in handlings):
        # An office-holder's decision that a body's text lists is no handling of its matter.
        handlings = [one for one in handlings if not (one.rest and is_office(one.organ or ""))]
    past = [
        heading
        for heading in handlings
        if any(part.start <= heading.start < part.end for part in listed)
    ]
    open_ones = [heading for heading in handlings if heading not in past]
    current = _current(headings, open_ones, head_end)
    earlier: list[Heading] = [*past]
    regions: list[tuple[int, int]] = [(part.at, part.end) for part in listed]
    acts = [part.at for part in sections if part.role in _ACTS]
    for place, heading in enumerate(past):
        end = past[place + 1].start if place + 1 < len(past) else appeals_at
        # A history at the end brings whole handlings along; one at the top only lists them.
        told = any(at < heading.start for at in acts)
        if told and any(heading.start <= at < end for at in acts):
            regions.append((heading.start, end))
    if current is not None:
        others = {heading.section for heading in open_ones} - {current.section}
        for place, heading in enumerate(open_ones):
            if heading.section not in others:
                continue
            end = open_ones[place + 1].start if place + 1 < len(open_ones) else appeals_at
            end = _until_another(sections, heading, end)
            if any(heading.start <= at < end for at in acts):
                regions.append((heading.start, end))
            same = [known for known in earlier if known.section == heading.section]
            if not same:
                earlier.append(heading)
            elif same[0].on is None and heading.on is not None:
                earlier[earlier.index(same[0])] = heading
    region = (0, appeals_at)
    return Outline(
        text,
        head,
        head_end,
        sections,
        headings,
        current,
        region,
        tuple(earlier),
        tuple(sorted(regions)),
        appeals_at,
        headers,
        _matters(headings, sections),
    )


def _matters(headings: tuple[Heading, ...], sections: tuple[Section, ...]) -> tuple[Heading, ...]:
    """Return the headings of different matters, each with a decision of its own."""
    heads = [
        heading
        for heading in headings
        if heading.section is not None
        and heading.signed
        and (heading.organ is None or heading.rest)
    ]
    if len({heading.section for heading in heads}) < 2:
        return ()
    decided = [part.at for part in sections if part.role == "resolution" and part.end > part.start]
    found: dict[str | None, Heading] = {}
    ends = [heading.start for heading in heads[1:]] + [sections[-1].end if sections else 0]
    place = 0
    for heading, end in zip(heads, ends, strict=True):
        while place < len(decided) and decided[place] < heading.start:
            place += 1
        if place < len(decided) and decided[place] < end:
            found.setdefault(heading.section, heading)
    return tuple(found.values()) if len(found) > 1 else ()


def _until_another(sections: tuple[Section, ...], earlier: Heading, end: int) -> int:
    """Return where another body's part begins: "Valtuuston päätös" after the board's handling."""
    own = body_kind(earlier.organ or "")
    for part in sections:
        if earlier.start < part.at < end and part.role in {"proposal", "resolution"}:
            kind = maker_in_genitive(part.name)
            if kind is not None and part.role == "resolution" and kind is not own:
                return part.at
    return end


def _current(
    headings: tuple[Heading, ...], handlings: list[Heading], head_end: int
) -> Heading | None:
    """Return the handling that counts: the head's own section, the latest day, the last."""
    alone = [
        heading
        for heading in headings
        if heading.section is not None and heading.organ is None and heading.start < head_end
    ]
    if alone:
        same = [heading for heading in handlings if heading.section == alone[0].section]
        dated = [heading for heading in same if heading.on is not None]
        return (dated or same or alone)[0]
    if not handlings:
        return None
    dated = [heading for heading in handlings if heading.on is not None]
    if len({heading.section for heading in dated}) > 1 and len(
        {heading.section for heading in dated}
    ) == len({heading.section for heading in handlings}):
        return max(dated, key=lambda heading: (heading.on, heading.start))
    last = [heading for heading in handlings if heading.section == _last_section(handlings)]
    return next((heading for heading in last if heading.on is not None), last[0])


def _last_section(handlings: list[Heading]) -> str | None:
    seen: list[str | None] = []
    for heading in handlings:
        if heading.section not in seen:
            seen.append(heading.section)
    return seen[-1]
