r"""
The labelled parts of a text: each from its label up to the next label or handling.

>>> cut("Asia\nTie\n", [("title", "Asia", 0, 4)], [])
(Section(role='title', name='Asia', at=0, start=5, end=8),)
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from kuntapaatos.io.text.headings import Heading
from kuntapaatos.io.text.labels import Role

__all__ = ["Section", "cut"]


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


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip(" \t\n:*_"))
    right = len(piece) - len(piece.rstrip(" \t\n*_#"))
    return (start + left, max(start + left, end - right))


def cut(
    text: str,
    found: list[tuple[Role, str, int, int]],
    headings: Iterable[Heading],
    stops_at: Iterable[int] = (),
) -> tuple[Section, ...]:
    """
    Return the sections, each up to the next label or handling.

    Args:
        text: Clean text.
        found: Role and name of each label, where it starts and where its content starts.
        headings: Those of the text.
        stops_at: Where else a section ends.
    """
    stops = sorted(
        [(at, 0) for _, _, at, _ in found]
        + [(at, 0) for at in stops_at]
        + [
            (heading.start, 1)
            for heading in headings
            if heading.organ and (heading.section or heading.unnumbered)
        ]
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
            and (line_end := text.find("\n", first, last)) > 0
        ):
            # "Ehdotus", then "Esittelijä" with who it is on a line, then the proposal itself.
            sections[-1] = Section(
                "proposal", before.name, before.at, *_trimmed(text, line_end, end)
            )
            first, last = _trimmed(text, start, line_end)
        sections.append(Section(role, name, at, first, last))
    return tuple(sections)
