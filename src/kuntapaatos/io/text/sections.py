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
from itertools import islice

from attrs import define, field, frozen

from kuntapaatos.io.text.bodies import LONGEST, abbreviates, is_organ
from kuntapaatos.io.text.handlings import handled, placed, retold
from kuntapaatos.io.text.headings import Heading, below_columns, heading_of, is_of_meeting, numbered
from kuntapaatos.io.text.labels import STATING, TOLD, HalfLabel, Label, Role, label_of
from kuntapaatos.io.text.lines import Line, lines_of
from kuntapaatos.io.text.matters import matters
from kuntapaatos.io.text.offices import office_in, subject_of
from kuntapaatos.io.text.parts import Section, cut
from kuntapaatos.io.text.record_forms import is_record_alone

__all__ = ["Outline", "Section", "outlined", "speaker"]

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
_LISTS: frozenset[Role] = frozenset({"recipients", "enclosures"})
_TIMED: frozenset[Role] = frozenset({"publication", "checking"})
_SHORT = 120
# How the verb of what was done ends; what is only proposed has "esittää".
_DONE = ("tiin", "des")
_PAST = ("i", "de", "gav")
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
    *,
    single: bool = False,
    titled: tuple[int, int] = (-1, -1),
) -> Outline:
    """
    Return the outline of a clean text.

    Args:
        text: Clean text.
        appeals: Start and end of each appeal instruction; nothing in them is a
            label or a heading of the decision.
        headers: Where lines start that belong to a page.
        single: Whether the text is known to hold one matter.
        titled: Start and end of its title, where that is known; no label is in it.
    """
    layout = _Layout(sorted(appeals), titled, kind_at=_named_kind(text))
    for count, line in enumerate(lines_of(text)):
        if count >= _MOST_LINES:
            break
        layout.take(line)
    layout.ends()
    headings = placed(_trusted(layout.headings))
    sections = _stated(text, _owned(cut(text, layout.found, headings, layout.stops)))
    return _counted(text, layout, sections, tuple(headings), headers, single=single)


def _named_kind(text: str) -> int:
    """Return where "PÄÄTÖS" above all else names the document, or -1: a head follows it."""
    lines = [*islice(lines_of(text), 3)]
    label = label_of(lines[0].text) if len(lines) > 2 else None
    alone = label is not None and label.role == "resolution" and label.end == len(lines[0].text)
    names = all(
        len(one.text) <= _SHORT // 2 and one.text[-1] not in ".:" and not subject_of(one.text)
        for one in lines[1:]
    )
    return lines[0].start if alone and names else -1


def _owned(sections: tuple[Section, ...]) -> tuple[Section, ...]:
    """Give a time below a label of publication or checking to it: "Nähtävänä", then "Aika"."""
    found: list[Section] = []
    owner: Role | None = None
    for part in sections:
        if part.role in _TIMED:
            owner = part.role if part.end - part.start <= _SHORT else None
        elif owner is not None and part.role == "meeting_date":
            found.append(part._replace(role=owner))
            continue
        elif part.role != "aside":
            owner = None
        found.append(part)
    return tuple(found)


def _stated(text: str, sections: tuple[Section, ...]) -> tuple[Section, ...]:
    """
    Take a body's statement or proposal for its decision, where nothing else is decided.

    "Lausunto", then "Lautakunta antoi puoltavan lausunnon."; "Esitys", then "esitti".
    """
    if any(part.role == "resolution" for part in sections):
        return sections
    found: list[Section] = []
    for part in sections:
        line = next(lines_of(text, part.start, part.end), None)
        subject = None
        if line is not None and part.name.casefold() in STATING:
            subject = subject_of(line.text)
        done = subject is not None and subject.is_body and subject.verb.endswith(_PAST)
        found.append(part._replace(role="resolution") if done else part)
    return tuple(found)


_FIRST_LINES, _MENU = 3, 1_000
# What no menu says.
_SAID: frozenset[Role] = frozenset(
    {"title", "record", "proposal", "resolution", "presenter", "preparer", "history", "grounds"}
)
# What no cover of a whole meeting says.
_MATTER: frozenset[Role] = frozenset(
    [
        *("title", "record", "proposal", "resolution", "handling", "vote", "presenter"),
        *("preparer", "description", "grounds", "costs", "appeal", "history"),
    ]
)


@define
class _Layout:
    """Lines taken one by one: into the head, for labels and for headings."""

    blocks: list[tuple[int, int]]
    titled: tuple[int, int] = (-1, -1)
    kind_at: int = -1
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
        if line.start == self.kind_at or self.titled[0] <= line.start < self.titled[1]:
            self._add_to_head(line)
            return
        label, at = self._half.ended(line)
        label = label or label_of(line.text)
        label = label or _proposing(line.text) or self._deciding(line.text)
        self._half.follow(line, ended=label is not None)
        if label is not None and self._is_told(label, line):
            label = None
        if label is not None and len(self.found) < _MOST_SECTIONS:
            self.found.append((label.role, label.name, at, line.start + label.end))
            if label.role == "enclosures" and self.head_end is None and not self._listed:
                self._aside = line.start if self._aside is None else self._aside
            elif label.role in _BODY:
                self._end_head(line.start)
            return
        self._add_heading(line)
        if self.head_end is not None and self._begins_below_cover(line):
            self.head_end = None
            self.stops.append(line.start)
        if self.head_end is None:
            self._add_to_head(line)

    def _deciding(self, line: str) -> Label | None:
        """Return the label of "Lautakunta:" below a proposal, and of "Kvalt: Hyväksyttiin."."""
        body, colon, said = line.partition(":")
        if not colon or len(body) > LONGEST or not (is_organ(body) or abbreviates(body)):
            return None
        proposed = bool(self.found) and self.found[-1][0] in {"proposal", "handling"}
        done = said.split()[:1]
        decided = done[0].rstrip(".,").endswith(_DONE) if done else proposed
        return Label("resolution", len(body) + 1, body) if decided else None

    def _begins_below_cover(self, line: Line) -> bool:
        """Whether the only matter begins here, below what a cover says of the meeting."""
        heading = self.headings[-1] if self.headings else None
        if (
            heading is None
            or heading.start != line.start
            or heading.section is None
            or any(one.section for one in self.headings[:-1])
        ):
            return False
        if bool(heading.rest) and all(role not in _MATTER for role, *_ in self.found):
            return True
        # The menu of a page has words that are labels elsewhere.
        menu = line.start < _MENU and not {role for role, *_ in self.found} & _SAID
        if menu and heading.organ is not None and heading.on is not None:
            self.found.clear()
            self.head.clear()
            return True
        return False

    def _is_told(self, label: Label, line: Line) -> bool:
        """Whether a line of a list is no label: "Hakija" below "Tiedoksi"."""
        within = bool(self.found) and self.found[-1][0] in _LISTS
        alone = line.text[len(label.name) : len(label.name) + 1] in {"", "\t"}
        return within and alone and label.name.casefold() in TOLD

    def _add_heading(self, line: Line) -> None:
        body, self._body = self._body, None
        if len(line.text) > LONGEST or len(self.headings) >= _MOST_HEADINGS:
            return
        if is_organ(line.text):
            self._body = (line, None)
            return
        first = not self.headings and not self.found and len(self.head) < _FIRST_LINES
        heading = heading_of(line.text, line.start, first_line=first)
        if heading is None and self.head_end is None:
            heading = numbered(line.text, line.start)
            if heading is not None and not heading.rest.isupper() and not self._meets():
                return
        if self.head and (row := below_columns(self.head[-1].text, line.text, line.start)):
            heading = row
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

    def _meets(self) -> bool:
        """Whether the head has named who met, or a document of a meeting."""
        return any(one.organ for one in self.headings) or any(
            is_organ(line.text) or is_of_meeting(line.text) for line in self.head
        )

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


def _proposing(line: str) -> Label | None:
    """Return the label of "Kunnanjohtaja:" alone, or before what somebody proposes there."""
    spoken = speaker(line)
    if spoken is None:
        return None
    end = line.index(":") + 1
    said = line[end:].lstrip()
    subject = subject_of(said)
    done = said.endswith(".") and said.partition(" ")[0].endswith(("taan", "tään"))
    proposes = not said or done or (subject is not None and subject.is_body)
    return Label("proposal", end, line[:spoken]) if proposes else None


def speaker(line: str) -> int | None:
    """
    Return where the office ends of a line that begins with who speaks, and a colon.

    >>> speaker("Kunnanjohtaja Aino Esimerkki: Ostetaan."), speaker("Kunnanjohtaja ostaa: auton")
    (13, None)
    """
    colon = line.find(":", 0, 80)
    office = office_in(line[: max(colon, 0)]) if line[:1].isupper() else None
    if office is None:
        return None
    names = line[office[1] : colon].split()
    if len(names) > 4 or not all(name[0].isupper() and not name.isupper() for name in names):
        return None
    return office[1]


def _counted(
    text: str,
    layout: _Layout,
    sections: tuple[Section, ...],
    headings: tuple[Heading, ...],
    headers: frozenset[int],
    *,
    single: bool,
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
    several = () if single else matters(text, headings, sections)
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
