r"""
The whole minutes of a meeting: its cover, its items, and which instruction is for which.

>>> from kuntapaatos.io.text import read_minutes
>>> text = "Mallilan kunta  Pöytäkirja  1/2025\nKunnanhallitus 3.2.2025\n"
>>> text += "§ 14\nAuran osto\nPäätös\nHyväksyttiin.\n§ 15\nMuut asiat\nPäätös\nEi ollut.\n"
>>> text += "Muutoksenhakukielto\n§ 15\nTähän päätökseen ei saa hakea muutosta.\n"
>>> minutes = read_minutes(text)
>>> [(item.section, item.title) for item in minutes.items]
[('14', 'Auran osto'), ('15', 'Muut asiat')]
>>> minutes.remedies("15")[0].sections
('15',)
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from attrs import field, frozen

from kuntapaatos import late
from kuntapaatos.appeal import AppealInstruction, AppealProhibition
from kuntapaatos.decision import Decision, DocumentKind, Organ
from kuntapaatos.errors import KuntapaatosError
from kuntapaatos.io.text.reading import Found, Problem, Reading
from kuntapaatos.io.text.source import Span

__all__ = ["WHOLE", "CoveringInstruction", "Minutes", "MinutesItem", "NoSuchSection"]

WHOLE = frozenset({DocumentKind.MINUTES, DocumentKind.AGENDA})
"""Kinds of documents that hold several items, which `read_minutes` tells apart."""


@frozen
class MinutesItem:
    """
    One item of minutes or of an agenda.

    Attributes:
        section: Its number as printed, such as "14" or "23 a".
        span: Its place in the whole text; earlier handlings listed above it are in it.
        page: The page on which it begins; `None` where the text tells no pages.
        reading: What it says.  Its spans count in the whole text.
    """

    section: str
    span: Span
    page: int | None
    reading: Reading = field(repr=False)

    @property
    def title(self) -> str | None:
        """What the matter is called."""
        return self.reading.decision.title

    @property
    def decision(self) -> Decision:
        """The item as a decision, with the remedies that are for it and the cover's days."""
        return self.reading.decision


@frozen
class CoveringInstruction:
    """
    An instruction or prohibition of minutes, and the sections that it says it is for.

    Attributes:
        value: The instruction or the prohibition.
        sections: Their numbers, ranges written out; empty when it names none.
        span: Its place in the text.
    """

    value: AppealInstruction | AppealProhibition
    sections: tuple[str, ...]
    span: Span


@frozen
class Minutes:
    """
    Whole minutes, or a whole agenda, as they were read.

    Attributes:
        kind: `DocumentKind.MINUTES` or `DocumentKind.AGENDA`.
        municipality: Whose meeting it was, in the nominative; `None` for a joint authority.
        body: Who met; `None` when the text does not name the body.
        meeting_on: The day of the meeting, the first of several.
        checked_on: The day on which the minutes were checked, the last of several.
        published_on: The day on which they were published on the net or put on display.
        items: In the order in which they are printed.
        instructions: Each once, in the text's order.
        found: The evidence of the cover.
        problems: What is wrong with the whole: sections that no instruction is for,
            that two are for, or that no item has.  Each item has its own besides.
        text: The text as it was given.
    """

    kind: DocumentKind
    municipality: str | None
    body: Organ | None
    meeting_on: date | None
    checked_on: date | None
    published_on: date | None
    items: tuple[MinutesItem, ...]
    instructions: tuple[CoveringInstruction, ...]
    found: tuple[Found, ...] = field(repr=False)
    problems: tuple[Problem, ...]
    text: str = field(repr=False)

    def item(self, section: str) -> MinutesItem:
        """
        Return the item of a section.

        Raises:
            NoSuchSection: No item has it.
        """
        wanted = _plain(section)
        for item in self.items:
            if _plain(item.section) == wanted:
                return item
        raise NoSuchSection(section, tuple(item.section for item in self.items))

    def _repr_html_(self) -> str:
        return str(late.told("html", self))

    def remedies(self, section: str) -> tuple[CoveringInstruction, ...]:
        """Return the instructions and prohibitions that are for a section, in order."""
        return covering(self.instructions, section)


def covering(
    instructions: Iterable[CoveringInstruction], section: str
) -> tuple[CoveringInstruction, ...]:
    """Return the instructions that name a section, in order."""
    wanted = _plain(section)
    return tuple(one for one in instructions if wanted in map(_plain, one.sections))


def _plain(section: str) -> str:
    return section.replace(" ", "").replace("§", "").casefold()


class NoSuchSection(KuntapaatosError, LookupError):
    """A section that no item of the minutes has."""

    def __init__(self, section: str, sections: tuple[str, ...]) -> None:
        super().__init__(section, sections)
        self.section = section
        self.sections = sections

    def __str__(self) -> str:
        known = ", ".join(self.sections) or "none"
        return f"section must be one of the items' ({known}); got {self.section!r}"
