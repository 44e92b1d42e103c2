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

from attrs import define, field, frozen

from kuntapaatos.io.text.half_labels import HalfLabel
from kuntapaatos.io.text.handlings import handled, placed, retold
from kuntapaatos.io.text.headings import (
    LONGEST,
    Heading,
    heading_of,
    is_organ,
    office_in,
)
from kuntapaatos.io.text.labels import Label, Role, label_of
from kuntapaatos.io.text.lines import Line, lines_of
from kuntapaatos.io.text.matters import matters
from kuntapaatos.io.text.parts import Section, cut
from kuntapaatos.io.text.record_forms import is_record_alone

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
_HEAD_LINES = 60
_MENTION, _NEAR = 80, 80
_MOST_HEADINGS = 500
_MOST_SECTIONS = 5_000


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
    layout = _Layout(sorted(appeals))
    for count, line in enumerate(lines_of(text)):
        if count >= _MOST_LINES:
            break
        layout.take(line)
    layout.ends()
    headings = placed(_trusted(layout.headings))
    sections = cut(text, layout.found, headings, layout.stops)
    return _counted(text, layout, sections, tuple(headings), headers)


@define
class _Layout:
    """Lines taken one by one: into the head, for labels and for headings."""

    blocks: list[tuple[int, int]]
    found: list[tuple[Role, str, int, int]] = field(factory=list)
    headings: list[Heading] = field(factory=list)
    head: list[Line] = field(factory=list)
    head_end: int | None = None
    # Where else a part ends.
    stops: list[int] = field(factory=list)
    _block: int = 0
    _half: HalfLabel = field(factory=HalfLabel)
    # Where a list of enclosures stands above everything else; after it the head may go on.
    _aside: int | None = None
    _listed: bool = False
    # A body alone on its line, and the line after it with only its section.
    _body: tuple[Line, Heading | None] | None = None

    def take(self, line: Line) -> None:
        blocks = self.blocks
        while self._block < len(blocks) and line.start >= blocks[self._block][1]:
            self._block += 1
        if self._block < len(blocks) and line.start >= blocks[self._block][0]:
            begins = blocks[self._block][0]
            if not self.found or self.found[-1][2] < begins or self.found[-1][0] != "appeal":
                self.found.append(("appeal", "", line.start, line.start))
            self._end_head(line.start)
            return
        label, at = self._half.ended(line)
        label = label or label_of(line.text) or _speaker(line.text)
        self._half.follow(line, ended=label is not None)
        if label is not None and len(self.found) < _MOST_SECTIONS:
            self.found.append((label.role, label.name, at, line.start + label.end))
            if label.role == "enclosures" and self.head_end is None and not self._listed:
                self._aside = line.start if self._aside is None else self._aside
            elif label.role in _BODY:
                self._end_head(line.start)
            return
        self._add_heading(line)
        if self.head_end is None:
            self._add_to_head(line)

    def _add_heading(self, line: Line) -> None:
        body, self._body = self._body, None
        if len(line.text) > LONGEST or len(self.headings) >= _MOST_HEADINGS:
            return
        if is_organ(line.text):
            self._body = (line, None)
            return
        heading = heading_of(line.text, line.start)
        if heading is None:
            return
        if body is not None and heading.organ is None and not heading.rest:
            above, section = body
            if section is None and heading.section is not None and heading.on is None:
                self._body = (above, heading)
            elif section is not None and heading.section is None:
                # The cells of a row came as lines: who, which section, when.
                self.headings[-1] = section._replace(
                    organ=above.text, organ_at=above.start, on=heading.on, on_at=heading.on_at
                )
                return
            elif section is None and self.head_end is None:
                # Who met in one line, when in the next.
                heading = heading._replace(organ=above.text, organ_at=above.start)
        self.headings.append(heading)

    def _add_to_head(self, line: Line) -> None:
        if self._aside is not None:
            if not is_record_alone(line.text):
                return
            # What is enclosed was listed; the head goes on with its record number.
            self._aside, self._listed = None, True
            self.stops.append(line.start)
        if len(self.head) < _HEAD_LINES:
            self.head.append(line)

    def _end_head(self, at: int) -> None:
        if self.head_end is None:
            self.head_end = at if self._aside is None else self._aside

    def ends(self) -> None:
        """End the head where enclosures began that nothing came after."""
        if self._aside is not None:
            self._end_head(self._aside)


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


def _counted(
    text: str,
    layout: _Layout,
    sections: tuple[Section, ...],
    headings: tuple[Heading, ...],
    headers: frozenset[int],
) -> Outline:
    """Return the outline with the handling that counts chosen."""
    # Some documents give the reasons after the instruction: the body goes on.
    last = max([part.at for part in sections if part.role in _GOES_ON], default=-1)
    spans = [*layout.blocks, *((part.at, part.end) for part in sections if part.role == "appeal")]
    appeals_at = len(text) + _NEAR + 1
    for start, end in sorted(spans, reverse=True):
        # A mention such as "Muutoksenhaku: oikaisuvaatimus" is no instruction, but a
        # heading right above one belongs to it.
        if start > last and (end - start > _MENTION or 0 <= appeals_at - end <= _NEAR):
            appeals_at = start
    appeals_at = min(appeals_at, len(text))
    head_end = len(text) if layout.head_end is None else layout.head_end
    found = handled(headings, sections, head_end=head_end, until=appeals_at)
    several = matters(text, headings, sections)
    regions = found.regions
    told_before = None if several else retold(_open_parts(sections, regions, appeals_at))
    if told_before is not None:
        regions = tuple(sorted([*regions, told_before]))
    return Outline(
        text,
        tuple(layout.head),
        head_end,
        sections,
        headings,
        found.current,
        (0, appeals_at),
        found.earlier,
        regions,
        appeals_at,
        headers,
        several,
    )


def _open_parts(
    sections: tuple[Section, ...], regions: tuple[tuple[int, int], ...], appeals_at: int
) -> list[Section]:
    """Return the sections with content that belong to no earlier handling."""
    if sum(part.role == "resolution" and part.end > part.start for part in sections) < 2:
        return []
    return [
        part
        for part in sections
        if part.end > part.start
        and part.at < appeals_at
        and (part.role == "history" or not any(start <= part.at < end for start, end in regions))
    ]
