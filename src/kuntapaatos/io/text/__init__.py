r"""
A decision's text to the decision, with the evidence for every value.

Any text at all can be read: what it does not say is `None`, what it says in
two ways is a candidate and a problem, never a guess and never an exception.

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
from kuntapaatos.io.text.reading import (
    Found,
    NoSingleInstruction,
    Problem,
    ProblemCode,
    Reading,
    Span,
)

__all__ = [
    "Found",
    "NoSingleInstruction",
    "Problem",
    "ProblemCode",
    "Reading",
    "Span",
    "read",
    "read_instruction",
]


def read(text: str) -> Reading:
    """
    Return what *text* says as a decision, an agenda item or an instruction.

    The answer depends on the text alone and takes time linear in its length.

    Args:
        text: Any text, clean or not; of more than two million characters only
            the first are read, and a problem says so.

    Raises:
        UnreadableInput: *text* is no `str`.

    >>> read("").is_decision
    False
    """
    from kuntapaatos.io.text.assembly import assembled

    if not isinstance(text, str):
        raise UnreadableInput(type(text).__name__, "a text is read, not bytes or a file")
    return assembled(text)


def read_instruction(text: str) -> AppealInstruction:
    r"""
    Return the one appeal instruction of *text*.

    Raises:
        NoSingleInstruction: The text holds none, or several.
        UnreadableInput: *text* is no `str`.

    >>> text = "Oikaisuvaatimusohje\nOikaisuvaatimus on tehtävä 14 päivän kuluessa päätöksestä."
    >>> read_instruction(text).period
    Period(unit=<PeriodUnit.DAY: 'päivä'>, length=14)
    """
    instructions = read(text).decision.instructions
    if len(instructions) != 1:
        raise NoSingleInstruction(len(instructions))
    return instructions[0]
