"""
What does not agree in a text: two days, two sums, two sections, a missing instruction.

Everything here compares what the text states with what it states elsewhere;
comparing it with the law is another matter.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from enum import Enum

from attrs import frozen

from kuntapaatos.appeal import AppealInstruction
from kuntapaatos.decision import Decision, DocumentKind, Outcome
from kuntapaatos.io.text.facts import Fact
from kuntapaatos.io.text.headings import Heading
from kuntapaatos.io.text.instruction import words
from kuntapaatos.io.text.items import items_in
from kuntapaatos.io.text.membership import Joined
from kuntapaatos.io.text.reading import ProblemCode
from kuntapaatos.io.text.sections import Outline
from kuntapaatos.money import to_cents
from kuntapaatos.remedy.kinds import AppealProhibition

__all__ = ["Disagreement", "Parts", "flaws"]


@frozen
class Parts:
    """Everything that was read, for comparing."""

    decision: Decision
    outline: Outline
    facts: tuple[Fact, ...]
    joined: Joined
    above: tuple[Heading, ...]

    def place(self, name: str) -> tuple[int, int]:
        """Return where a field was read first; the beginning when it was not."""
        for fact in self.facts:
            if fact.field == name:
                return fact.start, fact.end
        return 0, 0


@frozen
class Disagreement:
    """Something that does not agree, with its place in the clean text."""

    code: Enum
    start: int
    end: int
    field: str | None = None
    stated: tuple[object, ...] = ()


# So long is the rest of a list of enclosures, at most.
_SHORT = 80
# What no day can be counted without.
_OF_TIME = (".period", ".stated_last_day")


def flaws(parts: Parts) -> Iterator[Disagreement]:
    """Give what does not agree, in no particular order."""
    if _nothing(parts):
        yield Disagreement(ProblemCode.NOTHING_FOUND, 0, 0)
        return
    several = parts.outline.several
    if several:
        yield Disagreement(
            ProblemCode.SEVERAL_DECISIONS,
            several[1].start,
            several[1].end,
            "section",
            tuple(one.section for one in items_in(parts.outline.text))
            or tuple(heading.section for heading in several),
        )
    for fact in parts.facts:
        told = not fact.field.startswith("appeals") or fact.field.endswith(_OF_TIME)
        if fact.value is None and fact.candidates and told:
            yield Disagreement(
                ProblemCode.AMBIGUOUS, fact.start, fact.end, fact.field, fact.candidates
            )
    yield from _heading(parts)
    yield from _days(parts)
    yield from _sums(parts)
    yield from _remedies(parts)


def _nothing(parts: Parts) -> bool:
    decision = parts.decision
    if decision.kind is DocumentKind.ANNOUNCEMENT:
        return False
    if (
        parts.outline.several
        or decision.appeals
        or decision.proposal
        or decision.resolution
        or decision.record_id
    ):
        return False
    named = decision.section is not None and (decision.maker is not None or decision.title)
    labelled = {part.role for part in parts.outline.sections} & {
        *("proposal", "resolution", "record", "presenter", "authority_ground"),
    }
    return not named and not labelled and not (decision.maker and decision.meeting_on)


def _heading(parts: Parts) -> Iterator[Disagreement]:
    section = parts.decision.section
    for heading in parts.above[:1]:
        # The section above the instruction of an extract repeats the decision's own.
        if heading.start > parts.outline.head_end and section not in {None, heading.section}:
            yield Disagreement(
                ProblemCode.CONTRADICTORY_HEADING,
                heading.start,
                heading.end,
                "section",
                (section, heading.section),
            )
    terms = parts.joined.terms
    if parts.joined.membership is not None and len({term for term, _, _ in terms}) > 1:
        other = next(item for item in terms if item[0] != terms[0][0])
        yield Disagreement(
            ProblemCode.CONTRADICTORY_TERMS,
            other[1],
            other[2],
            "membership.term",
            (terms[0][0], other[0]),
        )


def _days(parts: Parts) -> Iterator[Disagreement]:
    decision = parts.decision
    made, published = decision.decided_on or decision.meeting_on, decision.published_on
    certified = decision.extract.on if decision.extract is not None else None
    if made is not None and published is not None and made > published:
        yield Disagreement(
            ProblemCode.DATE_AFTER_PUBLICATION,
            *parts.place("decided_on" if decision.decided_on else "meeting_on"),
            "decided_on",
            (made, published),
        )
    if certified is not None and published is not None and certified < published:
        yield Disagreement(
            ProblemCode.CERTIFIED_BEFORE_PUBLICATION,
            *parts.place("extract.on"),
            "extract.on",
            (certified, published),
        )
    if certified is not None and made is not None and certified < made:
        yield Disagreement(
            ProblemCode.CERTIFIED_BEFORE_DECISION,
            *parts.place("extract.on"),
            "extract.on",
            (certified, made),
        )


def _sums(parts: Parts) -> Iterator[Disagreement]:
    joined = parts.joined
    membership = joined.membership
    if membership is None:
        return
    yearly = joined.fees.yearly
    if membership.annual_fee is not None and len({paid.euros for paid in yearly}) > 1:
        other = next(paid for paid in yearly if paid.euros != membership.annual_fee)
        named = [paid for paid in yearly if paid.decides]
        # Fees of other sizes of municipality are no contradiction.
        if named and len({paid.euros for paid in yearly if not paid.decides}) == 1:
            yield Disagreement(
                ProblemCode.DIFFERENT_FEES,
                other.start,
                other.end,
                "membership.annual_fee",
                (membership.annual_fee, other.euros),
            )
    totals = joined.fees.totals
    stated = membership.stated_total
    if stated is None:
        return
    term = membership.term
    years = () if term is None else term.years
    if membership.annual_fee is not None and years and all(map(membership.is_whole, years)):
        cents = to_cents(membership.annual_fee) * len(years)
        # Written, not multiplied: the caller's decimal context changes nothing.
        computed = Decimal(f"{cents // 100}.{cents % 100:02}")
        if computed != stated:
            yield Disagreement(
                ProblemCode.DIFFERENT_TOTALS,
                totals[0].start,
                totals[0].end,
                "membership.stated_total",
                (stated, computed),
            )
            return
    for total, start, end, _, _ in totals[1:]:
        if total != stated:
            yield Disagreement(
                ProblemCode.DIFFERENT_TOTALS, start, end, "membership.stated_total", (stated, total)
            )
            return


def _is_enclosed(outline: Outline) -> bool:
    """Whether an instruction is named among the enclosures, and so is not missing."""
    before = ""
    for part in outline.sections:
        inside = outline.text[part.start : part.end].lower()
        named = part.name.lower() if before == "enclosures" and len(inside) < _SHORT else ""
        if part.role == "enclosures":
            named = inside
        if any(
            words.names_remedy(one) and words.INSTRUCTING.search(one) for one in named.splitlines()
        ):
            return True
        before = part.role
    return False


def _remedies(parts: Parts) -> Iterator[Disagreement]:
    decision = parts.decision
    instructions = [item for item in decision.appeals if isinstance(item, AppealInstruction)]
    prohibitions = [item for item in decision.appeals if isinstance(item, AppealProhibition)]
    place = parts.place("appeals[0]")
    # Instructions alone are for the several matters of a meeting.
    if instructions and prohibitions and decision.kind is not DocumentKind.INSTRUCTION:
        yield Disagreement(ProblemCode.INSTRUCTION_AND_PROHIBITION, *place, "appeals")
    if instructions and decision.kind is DocumentKind.AGENDA_ITEM:
        yield Disagreement(ProblemCode.INSTRUCTION_WITHOUT_DECISION, *place, "appeals")
    if instructions and decision.outcome in {Outcome.TABLED, Outcome.RETURNED, Outcome.WITHDRAWN}:
        yield Disagreement(
            ProblemCode.INSTRUCTION_ON_PREPARATION, *place, "appeals", (decision.outcome,)
        )
    if (
        not decision.appeals
        and not parts.outline.several
        and not _is_enclosed(parts.outline)
        and decision.kind
        in {
            DocumentKind.DECISION,
            DocumentKind.MINUTES_ITEM,
        }
    ):
        yield Disagreement(ProblemCode.INSTRUCTION_MISSING, *parts.place("resolution"), "appeals")
