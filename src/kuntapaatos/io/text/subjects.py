r"""
What a decision is about, where a special act gives the matter a clock of its own.

Told by the heading, or by the act that an instruction names; taken only where the
law has such a remedy with that period in such a matter.

>>> [subject.value for subject in told("Keskustan asemakaavan muutoksen hyväksyminen")]
['kaavoitus']
"""

from __future__ import annotations

from functools import cache

from attrs import evolve

from kuntapaatos.appeal import AppealInstruction
from kuntapaatos.io.text.facts import Fact
from kuntapaatos.io.text.instruction import COURT_REMEDIES, ParsedAppeal
from kuntapaatos.io.text.tables import table
from kuntapaatos.io.text.words.lexicon import words_of
from kuntapaatos.io.text.words.patterns import Statements
from kuntapaatos.remedy import RemedyKind, Subject, remedies

__all__ = ["told", "with_subject"]

_ACTS, _HEADING = ("act",), ("fi", "sv")
# Within so much an instruction names the act that it rests on.
_REACH = 1_500


@cache
def _statements(keys: tuple[str, ...]) -> Statements:
    return Statements.of(
        (row["says"], source)
        for row in table("subjects")["row"]
        for key in keys
        for source in row[key]
    )


@cache
def _beside() -> dict[str, Statements]:
    """Return what a heading of something beside each subject says."""
    return {
        row["says"]: Statements.of((row["says"], source) for source in row["unless"])
        for row in table("subjects")["row"]
        if "unless" in row
    }


def told(text: str, *, acts: bool = False) -> tuple[Subject, ...]:
    """
    Return the subjects that a text tells, in order.

    Args:
        text: A heading, or an instruction.
        acts: Whether it is an instruction, which tells it by the act that it names.
    """
    statements = _statements(_ACTS if acts else _HEADING)
    words = words_of(text)
    names = dict.fromkeys(one.name for one in statements.in_words(words))
    beside = {} if acts else _beside()
    return tuple(
        Subject(name)
        for name in names
        if name not in beside or next(beside[name].in_words(words), None) is None
    )


def _lawful(instruction: AppealInstruction, subjects: tuple[Subject, ...]) -> tuple[Subject, ...]:
    return tuple(subject for subject in subjects if _is_lawful(instruction, subject))


def _is_lawful(instruction: AppealInstruction, subject: Subject) -> bool:
    """Whether the law has this remedy with this period in such a matter."""
    kinds = {instruction.remedy}
    if instruction.remedy is RemedyKind.APPEAL:
        kinds = set(COURT_REMEDIES)
    return any(
        row.subject is subject and row.kind in kinds and instruction.period in {None, row.period}
        for row in remedies()
    )


def with_subject(
    parsed: ParsedAppeal, text: str, heading: tuple[str, int, int] | None
) -> ParsedAppeal:
    """
    Return an instruction with its subject; of several none is chosen.

    Args:
        parsed: What was read of it.
        text: The whole text.
        heading: The heading of the matter, with its place.
    """
    value = parsed.value
    if not isinstance(value, AppealInstruction):
        return parsed
    end = min(parsed.end, parsed.start + _REACH)
    found: tuple[Subject, ...] = ()
    if heading is not None:
        found, place = _lawful(value, told(heading[0])), heading[1:]
    if not found:
        # A form for many matters names the acts of all of them.
        found, place = (
            _lawful(value, told(text[parsed.start : end], acts=True)),
            (parsed.start, end),
        )
    if not found:
        return parsed
    if len(found) > 1:
        return evolve(parsed, facts=(*parsed.facts, Fact("subject", None, *place, found)))
    fact = Fact("subject", found[0], *place)
    return evolve(parsed, value=evolve(value, subject=found[0]), facts=(*parsed.facts, fact))
