"""
What reading a text gives: the decision, the evidence for it, and what is wrong with it.

>>> found = Found("section", "23", Span(4, 6), why=Why.INSTRUCTION_HEADING)
>>> print(found)
section: 23 (muutoksenhakuohjeen otsikosta)
>>> text = "§ 23"
>>> text[found.span.start - 2 : found.span.end - 2]
'23'
"""

from __future__ import annotations

from enum import Enum

from attrs import field, frozen
from attrs import field as attribute

from kuntapaatos import late
from kuntapaatos.decision import Decision
from kuntapaatos.errors import KuntapaatosError
from kuntapaatos.io.text.facts import Mark, Why
from kuntapaatos.io.text.source import Span
from kuntapaatos.masks import escaped, masked
from kuntapaatos.shown import shown

__all__ = [
    "Found",
    "Mark",
    "NoSingleInstruction",
    "Problem",
    "ProblemCode",
    "Reading",
    "Span",
    "Unread",
    "Why",
]


class ProblemCode(Enum):
    """What is contradictory, missing or left aside in a text."""

    NOTHING_FOUND = "päätöstä ei löytynyt"
    """Nothing of a decision and no instruction."""
    TOO_LONG = "teksti katkaistu"
    """The text is longer than is read; the span is what was left aside."""
    MIXED_COLUMNS = "palstoja ei voi erottaa"
    """Two columns stand side by side and cannot be told apart; the lines were not read."""
    SEVERAL_DECISIONS = "useita päätöksiä"
    """The text holds more than one matter; none is chosen."""
    AMBIGUOUS = "monitulkintainen"
    """A field has several candidates and none was chosen."""
    CONTRADICTORY_HEADING = "otsikko ja sisältö ristiriidassa"
    """The heading and the body name two different sections, days or record numbers."""
    CONTRADICTORY_TERMS = "kaudet poikkeavat toisistaan"
    """The heading and the body name two different terms."""
    DIFFERENT_TOTALS = "summat poikkeavat toisistaan"
    """The stated total is not the sum of the stated parts."""
    DIFFERENT_FEES = "maksut poikkeavat toisistaan"
    """The decision and the preparation name two different fees."""
    DATE_AFTER_PUBLICATION = "päiväys julkaisun jälkeen"
    """The decision is dated after the day on which it was published."""
    CERTIFIED_BEFORE_PUBLICATION = "ote todistettu ennen julkaisua"
    """An extract certified earlier announces the publication, it does not prove it."""
    CERTIFIED_BEFORE_DECISION = "ote todistettu ennen päätöstä"
    """The extract is dated before the decision."""
    INSTRUCTION_AND_PROHIBITION = "ohje ja muutoksenhakukielto"
    """The text tells how to appeal and that no appeal is possible."""
    INSTRUCTION_WITHOUT_DECISION = "ohje ilman päätöstä"
    """An instruction goes with a proposal on which nothing was decided."""
    INSTRUCTION_ON_PREPARATION = "ohje valmistelua koskevassa päätöksessä"
    """An instruction goes with a matter that was tabled or returned."""
    INSTRUCTION_MISSING = "muutoksenhakuohje puuttuu"
    """A decision without an instruction and without a prohibition."""
    NOT_UNDERSTOOD = "kohtaa ei ymmärretty"
    """A sentence that could change a value became none; it is in `Reading.unread`."""
    HOURS_UNREAD = "aukioloaikaa ei voi esittää"
    """Opening hours say more than was understood, so they are unknown."""
    LETTERS_MISSING = "kirjaimia puuttuu"
    """Letters or spaces were lost before the text came here; what seems missing may be there."""
    SYSTEM_DIFFERS = "järjestelmä ilmoittaa muuta"
    """The system that exported the decision states another value than its text."""
    PAGE_DIFFERS = "sivu ilmoittaa muuta"
    """The page around the document states another value than the document."""
    PAGE_UNKNOWN = "sivun osia ei tunneta"
    """The page has menus, and where the document is in it is not known; all of it was read."""
    ELSEWHERE = "on toisessa tiedostossa"
    """The page only links to it: an instruction, or the text of an item."""
    SECTION_NOT_COVERED = "mikään ohje ei koske pykälää"
    """Minutes say for which sections each instruction is; these are in none."""
    SECTION_COVERED_TWICE = "kaksi ohjetta koskee samaa pykälää"
    """Two instructions of minutes, or one and a prohibition, are for the same section."""
    SECTION_UNKNOWN = "ohje koskee pykälää, jota ei ole"
    """An instruction of minutes is for a section that no item has."""


@frozen(repr=False)
class Found:
    """
    One value and where it was read.

    Attributes:
        field: Where it belongs, such as "section" or "appeals[0].period".
        value: What was read; `None` when there are only candidates.
        span: Its place in the original text.
        candidates: Every value that was possible, when there were several.
        why: Why this one was chosen, or why none was, when there was a choice.
    """

    field: str
    value: object
    span: Span
    candidates: tuple[object, ...] = ()
    why: Why | None = None

    def __str__(self) -> str:
        why = f" ({self.why.value})" if self.why is not None else ""
        return f"{self.field}: {self._shown()}{why}"

    def _shown(self) -> str:
        # What belongs to people stays out of logs.
        if self.field.startswith(_PERSONAL):
            return "…"
        line = masked(escaped(" ".join(shown(self.value).split())))
        return line if len(line) <= _LINE else f"{line[: _LINE - 1]}…"

    def __repr__(self) -> str:
        return f"<Found {self} {self.span}>"


_PERSONAL = ("contacts", "recipients")
_LINE = 80


@frozen
class Problem:
    """
    Something contradictory or missing, with its place.

    Attributes:
        code: What is wrong.
        span: The place in the original text.
        field: The field it touches, such as "extract.on"; `None` for the whole text.
        stated: The values that do not agree, as read.
    """

    code: Enum
    span: Span
    field: str | None = None
    stated: tuple[object, ...] = attribute(default=(), repr=False)

    def __str__(self) -> str:
        stated = f": {'; '.join(map(shown, self.stated))}" if self.stated else ""
        return masked(escaped(f"{self.code.value}{stated}"))


@frozen
class Unread:
    """
    A sentence that was not understood, though it holds what could change a value.

    The value that it could change is unknown, or a problem tells of it.

    Attributes:
        text: The sentence, on one line.
        span: Its place in the original text.
        mark: What it holds.
        field: Which field it could change, such as "appeals[0].deliver_to.hours"; `None`
            where that is not known.
    """

    text: str = field(repr=False)
    span: Span
    mark: Mark
    field: str | None = None

    def __str__(self) -> str:
        return masked(escaped(f"{self.mark.value}: {self.text}"))


@frozen
class Reading:
    """
    A text as it was read.

    Attributes:
        decision: What it says; fields it does not state are `None` or empty.
        found: The evidence, in the text's order.
        problems: What is contradictory or missing, in the text's order.
        text: The text as it was given.
        unread: What the decision, its fees and its instructions say and nobody understood,
            in the text's order.
    """

    decision: Decision
    found: tuple[Found, ...] = field(repr=False)
    problems: tuple[Problem, ...]
    text: str = field(repr=False)
    unread: tuple[Unread, ...] = ()

    @property
    def is_decision(self) -> bool:
        """
        Whether anything of a decision, an agenda item or an instruction was found.

        False for a text that cannot be read as one at all.
        """
        return all(problem.code is not ProblemCode.NOTHING_FOUND for problem in self.problems)

    @property
    def is_listed(self) -> bool:
        """Whether only a list names it: its text is another file, and nothing of it was read."""
        code = ProblemCode.ELSEWHERE
        return any(one.code is code and one.field is None for one in self.problems)

    def quote(self, item: Found | Problem | Unread) -> str:
        """Return the words of the original text behind *item*."""
        return self.text[item.span.start : item.span.end]

    def _repr_html_(self) -> str:
        return str(late.told("html", self))

    def where(self, name: str) -> tuple[Found, ...]:
        """
        Return the evidence for a field and everything in it.

        Args:
            name: The dotted path, such as "section" or "appeals[0]".
        """
        inside = (f"{name}.", f"{name}[")
        return tuple(
            item for item in self.found if item.field == name or item.field.startswith(inside)
        )


class NoSingleInstruction(KuntapaatosError, LookupError):
    """A text that holds no appeal instruction, or several."""

    def __init__(self, count: int) -> None:
        super().__init__(count)
        self.count = count

    def __str__(self) -> str:
        needed = f"a text with exactly one appeal instruction is needed; it holds {self.count}"
        return f"{needed}: read(text).decision.appeals has each, and a prohibition"
