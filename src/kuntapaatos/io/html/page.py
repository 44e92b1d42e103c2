r"""
What only the page says of its document: whose site it is, who met and when, what is elsewhere.

A saved page bears its address, its title and its place in the site.  What they say is taken
where the document says nothing of it, and compared where it does; none of it is guessed.

>>> page = Page("§ 14\nAuran osto\n", trail="Toimielimet > Kunnanhallitus > Kokous 3.2.2025")
>>> [(one.field, str(one.value), one.words) for one in page.said()]
[('maker', 'Kunnanhallitus', 'Kunnanhallitus'), ('meeting_on', '2025-02-03', 'Kokous 3.2.2025')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from attrs import evolve, field, frozen

from kuntapaatos.decision import Decision, DocumentKind, Organ
from kuntapaatos.io.html.listing import Row, head_of, listed
from kuntapaatos.io.html.markup import Link
from kuntapaatos.io.text import Minutes, MinutesItem, read, read_minutes
from kuntapaatos.io.text.bodies import is_organ
from kuntapaatos.io.text.dates import find_dates
from kuntapaatos.io.text.facts import Why
from kuntapaatos.io.text.municipalities import find_municipalities
from kuntapaatos.io.text.places import municipality_at
from kuntapaatos.io.text.reading import Found, Problem, ProblemCode, Reading, Span
from kuntapaatos.municipalities.names import MUNICIPAL
from kuntapaatos.remedy.bodies import body_kind
from kuntapaatos.shown import shown

__all__ = ["Page", "Said"]

_HOST = re.compile(r"https?://([\w.-]{1,200})")
_MEETING = re.compile(r"(?:kokous|sammanträde|möte)\b", re.IGNORECASE)
_JOINT = re.compile(r"kuntayhtym|samkommun|hyvinvointialue|välfärdsområde", re.IGNORECASE)
_REMEDY = re.compile(
    r"muutoksenhaku|oikaisuvaatimusohje|valitusosoitus|ändringssökande|besvärsanvisning"
    r"|rättelseyrkande",
    re.IGNORECASE,
)
_IN_MINUTES = {"municipality": "municipality", "maker": "body", "meeting_on": "meeting_on"}


class Said(NamedTuple):
    """A field, what the page says it is, and in which words."""

    field: str
    value: object
    words: str


@frozen
class Page:
    """
    A page as it was read.

    Attributes:
        text: Its document, line by line.
        trail: Where in the site the page is.
        title: The page's title.
        address: Where the page was, as it says itself.
        links: Where the page leads, in order.
        unknown: Whether it has menus and no place that is known to hold the document.
    """

    text: str = field(repr=False)
    trail: str = ""
    title: str = ""
    address: str = ""
    links: tuple[Link, ...] = field(default=(), repr=False)
    unknown: bool = False

    @property
    def whole(self) -> str:
        """The document, and below it the lines of the page that stand around it."""
        around = [line for line in (self.trail, self.title, self.address) if line]
        return "\n".join([self.text, *around, ""]) if around else self.text

    def said(self) -> Iterator[Said]:
        """Return what the page says beside its document."""
        yield from self._municipality()
        pieces = self.trail.split(" > ")
        for before, piece in zip(["", *pieces], pieces, strict=False):
            days = find_dates(piece)
            if _MEETING.match(piece) is None or len(days) != 1 or days[0].value is None:
                continue
            if is_organ(before):
                yield Said("maker", Organ(before, body_kind(before)), before)
            yield Said("meeting_on", days[0].value, piece)
            return

    def _municipality(self) -> Iterator[Said]:
        """Return whose site it is: by the title's "Kajaanin kaupunki", or by the address."""
        if _JOINT.search(self.title) or _JOINT.search(self.text[:3000]):
            return
        named = {
            one.value.name: self.title[one.start : one.end]
            for one in find_municipalities(self.title, bare=True)
            if one.value is not None and MUNICIPAL.match(self.title, one.end) is not None
        }
        host = _HOST.match(self.address)
        if not named and host is not None and (found := municipality_at(host[1])) is not None:
            named = {found: host[1]}
        if len(named) == 1:
            ((name, words),) = named.items()
            yield Said("municipality", name, words)

    def reading(self) -> Reading:
        """Return what the document says, with what only the page says."""
        if not self.rows:
            return self._with_page(read(self.text))
        # A list of items is no decision of any of them.
        minutes = self.minutes()
        decision = Decision(
            kind=minutes.kind,
            municipality=minutes.municipality,
            maker=minutes.body,
            meeting_on=minutes.meeting_on,
        )
        problems = (Problem(ProblemCode.ELSEWHERE, Span(0, 0)),)
        return Reading(decision, minutes.found, problems, self.whole)

    def minutes(self) -> Minutes:
        """Return the whole minutes of the page, or the list of items that it links to."""
        rows = self.rows
        minutes = read_minutes(self.text)
        if rows:
            head = {one.field: one for one in head_of(self.text)}
            values: dict[str, Any] = {_IN_MINUTES[name]: one.value for name, one in head.items()}
            kept = (one for one in minutes.found if one.field not in head)
            minutes = evolve(minutes, **values, found=(*head.values(), *kept), problems=())
        said = [one for one in self.said() if getattr(minutes, _IN_MINUTES[one.field]) is None]
        taken: dict[str, Any] = {_IN_MINUTES[one.field]: one.value for one in said}
        found = (*minutes.found, *map(self._found, said))
        minutes = evolve(minutes, **taken, found=found, text=self.whole)
        if rows:
            return evolve(minutes, items=tuple(self._listed(minutes, rows)))
        items = (evolve(one, reading=self._with_page(one.reading)) for one in minutes.items)
        return evolve(minutes, items=tuple(items))

    @property
    def rows(self) -> tuple[Row, ...]:
        """The items that the page lists and links to, where it says little else."""
        return listed(self.text, self.links)

    def _with_page(self, reading: Reading) -> Reading:
        if reading.decision.kind is DocumentKind.INSTRUCTION or not reading.is_decision:
            return evolve(reading, text=self.whole, problems=(*reading.problems, *self._unknown()))
        decision, found, problems = reading.decision, [*reading.found], [*reading.problems]
        for one in self.said():
            there = getattr(decision, one.field)
            if there is None and not reading.where(one.field):
                taken: dict[str, Any] = {one.field: one.value}
                decision = evolve(decision, **taken)
                if one.field == "meeting_on" and decision.decided_on is None:
                    decision = evolve(decision, decided_on=decision.meeting_on)
                found.append(self._found(one))
            elif there is not None and not _alike(there, one.value):
                code = ProblemCode.PAGE_DIFFERS
                problems.append(Problem(code, self._span(one), one.field, (one.value, there)))
        problems = [*self._elsewhere(problems), *self._unknown()]
        return evolve(
            reading,
            decision=decision,
            found=tuple(found),
            problems=tuple(problems),
            text=self.whole,
        )

    def _found(self, one: Said) -> Found:
        return Found(one.field, one.value, self._span(one), why=Why.PAGE)

    def _span(self, one: Said) -> Span:
        start = self.whole.index(one.words, len(self.text))
        return Span(start, start + len(one.words))

    def _elsewhere(self, problems: list[Problem]) -> Iterator[Problem]:
        """Say of an instruction that is missing where the page leads for it."""
        links = tuple(one.target for one in self.links if _REMEDY.search(one.words))
        for one in problems:
            if one.code is ProblemCode.INSTRUCTION_MISSING and links:
                yield Problem(ProblemCode.ELSEWHERE, one.span, "appeals", links[:5])
            else:
                yield one

    def _unknown(self) -> Iterator[Problem]:
        if self.unknown:
            yield Problem(ProblemCode.PAGE_UNKNOWN, Span(0, 0))

    def _listed(self, minutes: Minutes, rows: tuple[Row, ...]) -> Iterator[MinutesItem]:
        """Return the items of a meeting's list, each of which is another file."""
        kind = DocumentKind.MINUTES_ITEM
        if minutes.kind is DocumentKind.AGENDA:
            kind = DocumentKind.AGENDA_ITEM
        for row in rows:
            end = row.title_at + len(row.title)
            decision = Decision(
                kind=kind,
                section=row.section,
                title=row.title,
                municipality=minutes.municipality,
                maker=minutes.body,
                meeting_on=minutes.meeting_on,
                decided_on=minutes.meeting_on if kind is DocumentKind.MINUTES_ITEM else None,
            )
            found = (
                Found("section", row.section, Span(row.at, row.at + len(row.section))),
                Found("title", row.title, Span(row.title_at, end)),
                *minutes.found,
            )
            span = Span(row.at, end)
            problems = (Problem(ProblemCode.ELSEWHERE, span, None, (row.target,)),)
            reading = Reading(decision, found, problems, self.whole)
            yield MinutesItem(row.section, span, None, reading)


def _alike(there: object, said: object) -> bool:
    return shown(there).casefold() == shown(said).casefold()
