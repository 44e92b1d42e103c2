r"""
Whether a text holds one matter or the several matters of a meeting.

>>> from kuntapaatos.io.text.headings import heading_of
>>> text = "§ 57 Avaus\n§ 58 Asialista\n§ 59 Auran osto"
>>> starts = (0, 11, 26)
>>> headings = tuple(heading_of(text[at:].partition("\n")[0], at) for at in starts)
>>> [heading.section for heading in matters(text, headings, ())]
['57', '58', '59']
"""

from __future__ import annotations

from itertools import pairwise

from kuntapaatos.io.text.headings import Heading
from kuntapaatos.io.text.lines import lines_of
from kuntapaatos.io.text.parts import Section

__all__ = ["matters"]

# Rows of a table of contents: how many make one, and what may stand between two.
_FEWEST_ROWS, _ROW_GAP, _ROW_REST = 3, 400, 90
# What stands above a table of contents in a document of one matter only.
_OWN = frozenset({"title", "record", "proposal", "resolution", "description"})


def matters(
    text: str, headings: tuple[Heading, ...], sections: tuple[Section, ...]
) -> tuple[Heading, ...]:
    """Return the headings of different matters: listed, or each with a decision of its own."""
    heads = [
        heading
        for heading in headings
        if heading.section is not None
        and heading.signed
        and (heading.organ is None or heading.rest)
    ]
    together = (
        _listed(text, headings, sections)
        or _of_one_meeting(headings, sections)
        or _numbered(text, sections)
    )
    if together:
        return together
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


def _number(heading: Heading) -> int:
    """Return the number of a section without its letter, or 0."""
    return int((heading.section or "0").rstrip(" abcdefABCDEF"))


def _listed(
    text: str, headings: tuple[Heading, ...], sections: tuple[Section, ...]
) -> tuple[Heading, ...]:
    """Return the rows of a table of contents: sections in their order, each with its title."""
    rows: list[Heading] = []
    for heading in headings:
        if heading.section is None or heading.organ is not None or not heading.rest:
            continue
        follows = (
            bool(rows)
            and _number(heading) == _number(rows[-1]) + 1
            and heading.start - rows[-1].end <= _ROW_GAP
            and len(text[rows[-1].end : heading.start].strip()) <= _ROW_REST
        )
        if follows:
            rows.append(heading)
        elif len(rows) < _FEWEST_ROWS:
            rows = [heading]
    if len(rows) < _FEWEST_ROWS:
        return ()
    # What a matter quotes of a rule stands below its own head.
    own = any(one.section and one.start < rows[0].start for one in headings)
    own = own or any(part.role in _OWN and part.at < rows[0].start for part in sections)
    return () if own else tuple(rows)


def _numbered(text: str, sections: tuple[Section, ...]) -> tuple[Heading, ...]:
    """Return the matters of a short bulletin: a number, a title, and what was decided."""
    if any(part.role == "proposal" for part in sections):
        return ()
    found: list[Heading] = []
    for part in sections:
        if part.role == "resolution" and part.end > part.start and len(found) < _FEWEST_ROWS:
            above = [*lines_of(text, max(0, part.at - 400), part.at)][-3:-1]
            numbers = [line for line in above if line.text.isdigit() and len(line.text) <= 3]
            if numbers:
                line = numbers[-1]
                number_at = (line.start, line.end)
                found.append(
                    Heading(
                        *(line.start, line.end, None, -1, None, (-1, -1)),
                        *(line.text, number_at, "", -1, False),
                    )
                )
    return tuple(found) if len(found) >= _FEWEST_ROWS else ()


def _of_one_meeting(
    headings: tuple[Heading, ...], sections: tuple[Section, ...]
) -> tuple[Heading, ...]:
    """Return the matters of one meeting: a body's next sections, each with its decision."""
    handled = [one for one in headings if one.organ and one.section]
    if len({one.organ for one in handled}) > 1:
        return ()
    decided = [part.at for part in sections if part.role == "resolution" and part.end > part.start]
    for place, (one, after) in enumerate(pairwise(handled)):
        end = handled[place + 2].start if place + 2 < len(handled) else None
        if (
            one.on == after.on
            and _number(after) == _number(one) + 1
            and any(one.start < at < after.start for at in decided)
            and any(after.start < at and (end is None or at < end) for at in decided)
        ):
            return one, after
    return ()
