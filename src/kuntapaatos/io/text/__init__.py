r"""
A decision's text to the decision, with the evidence for every value.

Any text at all can be read: what it does not say is `None`, what it says in
two ways is a candidate and a problem, never a guess and never an exception.  Only the bare
name of a file is refused: `kuntapaatos.read_file` reads that.

>>> reading = read("Kunnanhallitus 3.2.2025 § 14\nVuokrasopimus\nPäätös\nHyväksyttiin.")
>>> reading.decision.section, reading.decision.outcome.value
('14', 'hyväksytty')
>>> found = reading.where("outcome")[0]
>>> reading.quote(found)
'Hyväksyttiin'
"""

from __future__ import annotations

from kuntapaatos.appeal import AppealInstruction
from kuntapaatos.errors import UnreadableInput
from kuntapaatos.io.text.minutes import (
    CoveringInstruction,
    Minutes,
    MinutesItem,
    NoSuchSection,
)
from kuntapaatos.io.text.reading import (
    Found,
    Mark,
    NoSingleInstruction,
    Problem,
    ProblemCode,
    Reading,
    Span,
    Unread,
    Why,
)

__all__ = [
    "CoveringInstruction",
    "Found",
    "Mark",
    "Minutes",
    "MinutesItem",
    "NoSingleInstruction",
    "NoSuchSection",
    "Problem",
    "ProblemCode",
    "Reading",
    "Span",
    "Unread",
    "Why",
    "read",
    "read_instruction",
    "read_minutes",
]


_FILES = (
    ".txt",
    ".pdf",
    ".html",
    ".htm",
    ".xhtml",
    ".xhtm",
    ".doc",
    ".docx",
    ".odt",
    ".rtf",
    ".md",
)
_LONGEST_NAME = 4200


def _checked(text: object) -> str:
    mend = "a text is read here; kuntapaatos.read_file reads a file"
    if not isinstance(text, str):
        raise UnreadableInput(type(text).__name__, mend)
    # The name of a file, read as a text, would be a decision that says nothing.
    name = text.strip() if len(text) < _LONGEST_NAME else ""
    if name.lower().endswith(_FILES) and name.lower() not in _FILES and "\n" not in name:
        raise UnreadableInput(name[-60:], mend)
    return text


def read(text: str) -> Reading:
    """
    Return what *text* says as a decision, an agenda item or an instruction.

    The answer depends on the text alone and takes time linear in its length.

    Args:
        text: Any text, clean or not; of more than two million characters only
            the first are read, and a problem says so.

    Raises:
        UnreadableInput: *text* is no `str`, or the name of a file alone.

    >>> read("").is_decision
    False
    """
    from kuntapaatos.io.text.assembly import assembled

    return assembled(_checked(text))


def read_minutes(text: str) -> Minutes:
    r"""
    Return the whole minutes of a meeting, or its whole agenda, item by item.

    Each item is a `Reading` with the remedies that are for its section and the days of
    the cover.  A text that holds no items gives minutes without any.

    Args:
        text: Any text; of more than two million characters only the first are read.

    Raises:
        UnreadableInput: *text* is no `str`, or the name of a file alone.

    >>> minutes = read_minutes("§ 14\nAuran osto\nPäätös\nHyväksyttiin.\n§ 15\nMuut asiat\n")
    >>> [item.section for item in minutes.items]
    ['14', '15']
    """
    from kuntapaatos.io.text.meeting import minutes_of

    return minutes_of(_checked(text))


def read_instruction(text: str) -> AppealInstruction:
    r"""
    Return the one appeal instruction of *text*.

    Raises:
        NoSingleInstruction: The text holds none, or several.
        UnreadableInput: *text* is no `str`, or the name of a file alone.

    >>> text = "Oikaisuvaatimusohje\nOikaisuvaatimus on tehtävä 14 päivän kuluessa päätöksestä."
    >>> read_instruction(text).period
    Period(unit=<PeriodUnit.DAY: 'päivä'>, length=14)
    """
    instructions = read(text).decision.instructions
    if len(instructions) != 1:
        raise NoSingleInstruction(len(instructions))
    return instructions[0]
