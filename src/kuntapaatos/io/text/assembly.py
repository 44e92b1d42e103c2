"""
The parts of the reader put together: clean, lay out, read each part, compare.

>>> assembled("Kunnanhallitus 3.2.2025 § 14").decision.meeting_on
datetime.date(2025, 2, 3)
"""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from attrs import frozen

from kuntapaatos.appeal import AppealInstruction
from kuntapaatos.decision import Decision, DocumentKind, OfficeHolder, Organ, Outcome
from kuntapaatos.io.text.body import Body, read_body
from kuntapaatos.io.text.checks import Parts, flaws
from kuntapaatos.io.text.closing import Closing, read_closing
from kuntapaatos.io.text.facts import Fact, Why
from kuntapaatos.io.text.foreign import is_foreign
from kuntapaatos.io.text.head import Head, read_head
from kuntapaatos.io.text.instruction import (
    COURT_REMEDIES,
    ParsedAppeal,
    parse_appeals,
)
from kuntapaatos.io.text.kinds import kind_of, says_nothing, unsure_kind
from kuntapaatos.io.text.letters import lost
from kuntapaatos.io.text.membership import Joined, read_membership
from kuntapaatos.io.text.places import language_of, municipality_of
from kuntapaatos.io.text.reading import Found, Problem, ProblemCode, Reading, Unread
from kuntapaatos.io.text.sections import Outline, outlined
from kuntapaatos.io.text.source import LONGEST, Source, Span
from kuntapaatos.io.text.spending import paid_in, read_centres, read_costs
from kuntapaatos.io.text.subjects import with_subject
from kuntapaatos.io.text.unread import doubtful, of_appeals, of_sums, unread
from kuntapaatos.io.text.words.outcomes import declines
from kuntapaatos.remedy.kinds import AppealProhibition

__all__ = ["Known", "assembled", "found_of", "read_source"]

# Nothing was joined, bought or granted when this came of the proposal.
_NOTHING_DONE = frozenset(
    {
        *(Outcome.REJECTED, Outcome.RETURNED, Outcome.TABLED, Outcome.WITHDRAWN),
        *(Outcome.DISMISSED, Outcome.LAPSED, Outcome.NOTED),
    }
)
_OUTSIDE = re.compile(r"oikeus\b|domstol|virasto\b|verket\b|ministeriö|valtion", re.IGNORECASE)


@frozen
class Known:
    """
    What a document says of an item besides the item's own text: its cover, its instructions.

    Attributes:
        kind: Whether the item is of minutes or of an agenda.
        municipality: Whose meeting it was.
        body: Who met; `None` when it is not known.
        meeting_on: The day of the meeting.
        published_on: The day on which the minutes were published.
        appeals: The instructions and prohibitions for the item; `None` when the document
            assigns none to its items, and the item's own count.
        title: What the item is called, with its place in the item.
        found: The evidence for all these.
    """

    kind: DocumentKind
    municipality: str | None
    body: Organ | None
    meeting_on: date | None
    published_on: date | None
    appeals: tuple[AppealInstruction | AppealProhibition, ...] | None
    title: Fact | None
    found: tuple[Found, ...]


def assembled(text: str) -> Reading:
    """Return the reading of a text."""
    source = Source.of(text)
    if is_foreign(source.clean):
        # A judgment or an act: nothing of it is a municipality's decision.
        bare = Decision(kind=DocumentKind.DECISION, language=language_of(source.clean))
        return Reading(bare, (), (Problem(ProblemCode.NOTHING_FOUND, Span(0, 0)),), text)
    return read_source(source)


def read_source(source: Source, known: Known | None = None) -> Reading:
    """
    Return the reading of a source.

    Args:
        source: A whole text, or an item of one.
        known: What the rest of the document says of the item; `None` for a whole text.
    """
    parsed = parse_appeals(source.clean)
    outline = _outlined(source, parsed, known)
    head, body = read_head(outline), read_body(outline)
    closing = read_closing(outline, head.maker)
    if known is not None:
        _take_over(head, closing, known)
        parsed = parsed if known.appeals is None else []
    elif outline.several:
        head, body, closing = _in_common(head), Body(), Closing()
    parsed = _own_appeals(parsed, head.section)
    kind = known.kind if known is not None else kind_of(outline, head, body, parsed)
    unsure = None if known is not None else unsure_kind(kind, outline, head, body)
    bare = kind is not DocumentKind.ANNOUNCEMENT and says_nothing(outline, head, body)
    if kind is DocumentKind.INSTRUCTION:
        # "Päätös" in it is the decision that it is for.
        body = Body()
        head.maker = None if head.maker == OfficeHolder() else head.maker
    if kind is DocumentKind.INSTRUCTION or bare:
        head.title = None
        head.facts = [fact for fact in head.facts if fact.field != "title"]
    facts: list[Fact] = [unsure] if unsure is not None and not bare else []
    municipality = known.municipality if known is not None else None
    place = municipality_of(outline, head, _to_others(parsed)) if known is None else None
    if place is not None:
        facts.append(place)
        municipality = place.value if isinstance(place.value, str) else None
    parsed = [with_subject(one, source.clean, _heading_at(head)) for one in parsed]
    joined, decided = _joined(outline, head, body, municipality)
    _decide_day(head, body)
    _name_certifier(head, closing)
    paid = paid_in(outline, decided) if decided is not None else []
    sums = read_costs(outline, paid, facts)
    centres = () if joined.membership is not None else read_centres(outline, facts)
    appeals = [appeal.value for appeal in parsed]
    decision = Decision(
        kind=kind,
        language=language_of(source.clean),
        municipality=municipality,
        membership=joined.membership,
        costs=sums,
        cost_centres=centres,
        appeals=appeals if known is None or known.appeals is None else known.appeals,
        **_read_fields(head, body, closing),
    )
    facts += [*head.facts, *body.facts, *closing.facts, *joined.facts, *_appeal_facts(parsed)]
    parts = Parts(decision, outline, tuple(facts), joined, tuple(head.above))
    found = [found_of(source, fact) for fact in facts]
    if known is not None:
        found += known.found
    found.sort(key=lambda item: (item.span.start, item.span.end))
    lefts = [*body.left, *of_appeals(parsed), *of_sums(source.clean, joined, paid)]
    not_understood = unread(lefts, source)
    problems = _problems(source, parts, parsed, not_understood)
    return Reading(decision, tuple(found), problems, source.original, not_understood)


def _outlined(source: Source, parsed: list[ParsedAppeal], known: Known | None) -> Outline:
    title = None if known is None else known.title
    return outlined(
        source.clean,
        [_passage(source.clean, appeal) for appeal in parsed],
        source.headers,
        single=known is not None,
        titled=(-1, -1) if title is None else (title.start, title.end),
    )


def _joined(
    outline: Outline, head: Head, body: Body, municipality: str | None
) -> tuple[Joined, list[tuple[int, int]] | None]:
    """Return the membership, and the words that decide; `None` where nothing is done by them."""
    decided = _decided(body)
    ended = any(declines(outline.text[start:end]) for start, end in decided)
    rejected = body.outcome is Outcome.REJECTED
    refused = rejected or (ended and body.outcome not in {None, *_NOTHING_DONE})
    # What was denied and not understood may be all that was decided.
    nothing_done = ended or body.outcome in _NOTHING_DONE or bool(body.left)
    joined = Joined()
    if refused or not nothing_done:
        joined = read_membership(
            outline,
            title=head.title,
            decided=decided,
            municipality=municipality,
            refused=refused,
            rejected=rejected,
        )
    return joined, None if nothing_done else decided


def _read_fields(head: Head, body: Body, closing: Closing) -> dict[str, Any]:
    """Return the fields of a decision that its parts say as they are."""
    return {
        "maker": head.maker,
        "meeting_on": head.meeting_on,
        "decided_on": head.decided_on,
        "section": head.section,
        "record_id": head.record_id,
        "classification": head.classification,
        "title": head.title,
        "presenter": body.presenter,
        "proposal": body.proposal,
        "resolution": body.resolution,
        "outcome": body.outcome,
        "grounds": body.grounds,
        "authority_ground": body.authority_ground,
        "impacts": body.impacts,
        "contacts": closing.contacts,
        "recipients": closing.recipients,
        "published_on": closing.published_on,
        "signed_by": closing.signed_by,
        "signed_electronically": closing.signed_electronically,
        "extract": closing.extract,
        "related": closing.related,
        "handlings": body.handlings,
        "confidential": body.confidential,
        "confidentiality": body.confidentiality,
    }


def found_of(source: Source, fact: Fact) -> Found:
    """Return a fact with its place in the original."""
    span = source.span(fact.start, fact.end)
    return Found(fact.field, fact.value, span, fact.candidates, fact.why)


def _problems(
    source: Source, parts: Parts, parsed: list[ParsedAppeal], not_understood: tuple[Unread, ...]
) -> tuple[Problem, ...]:
    """Return what is wrong with a source that was read, in the text's order."""
    read = source.span(0, len(source.clean))
    gone = lost(source.original[read.start : min(read.end, read.start + LONGEST)])
    problems = [
        Problem(flaw.code, source.span(flaw.start, flaw.end), flaw.field, flaw.stated)
        for flaw in flaws(parts)
        # An instruction may stand in lines that were not read, or in letters that were lost.
        if flaw.code is not ProblemCode.INSTRUCTION_MISSING or not (source.mixed or gone)
    ]
    if gone is not None:
        span = Span(read.start + gone[0], read.start + gone[1])
        problems.append(Problem(ProblemCode.LETTERS_MISSING, span))
    problems += [
        Problem(flaw.code, source.span(flaw.start, flaw.end), f"appeals[{place}]")
        for place, appeal in enumerate(parsed)
        for flaw in appeal.flaws
    ]
    problems += doubtful(not_understood, problems)
    if source.cut:
        cut = Span(LONGEST, len(source.original))
        problems.append(Problem(ProblemCode.TOO_LONG, cut))
    problems += [Problem(ProblemCode.MIXED_COLUMNS, span) for span in source.mixed]
    problems.sort(key=lambda problem: (problem.span.start, problem.span.end))
    return tuple(problems)


def _take_over(head: Head, closing: Closing, known: Known) -> None:
    """Take from the cover who met, when, and when the minutes were published."""
    if known.title is not None:
        head.title = str(known.title.value)
        head.facts = [*(fact for fact in head.facts if fact.field != "title"), known.title]
    if known.body is not None:
        head.maker, head.by_office = known.body, False
        head.facts = [fact for fact in head.facts if not fact.field.startswith("maker")]
    if known.meeting_on is not None:
        head.meeting_on, head.decided_on = known.meeting_on, None
        head.facts = [fact for fact in head.facts if fact.field not in {"meeting_on", "decided_on"}]
    closing.published_on = known.published_on
    closing.facts = [fact for fact in closing.facts if fact.field != "published_on"]


def _heading_at(head: Head) -> tuple[str, int, int] | None:
    fact = next((fact for fact in head.facts if fact.field == "title"), None)
    return None if fact is None or head.title is None else (head.title, fact.start, fact.end)


def _own_appeals(parsed: list[ParsedAppeal], section: str | None) -> list[ParsedAppeal]:
    """Return the instructions that say they are for a section, when any says so."""
    own = [appeal for appeal in parsed if section is not None and section in appeal.sections]
    return own or parsed


def _passage(text: str, appeal: ParsedAppeal) -> tuple[int, int]:
    """Return the lines that instruct: of a mere mention or prohibition only the first."""
    value = appeal.value
    if isinstance(value, AppealInstruction) and (
        value.period is not None or value.decided_by is not None or value.deliver_to is not None
    ):
        return appeal.start, appeal.end
    end = text.find("\n", appeal.start, appeal.end)
    return appeal.start, appeal.end if end < 0 else end


def _to_others(parsed: list[ParsedAppeal]) -> list[tuple[int, int]]:
    """Return the instructions that send to a court or an agency of the state."""
    found: list[tuple[int, int]] = []
    for appeal in parsed:
        value = appeal.value
        if isinstance(value, AppealInstruction):
            offices = [office for office in (value.decided_by, value.deliver_to) if office]
            if value.remedy in COURT_REMEDIES or any(
                _OUTSIDE.search(office.name) for office in offices
            ):
                found.append((appeal.start, appeal.end))
    return found


def _in_common(head: Head) -> Head:
    """Return what the matters of whole minutes have in common."""
    names = ("maker", "maker.title", "meeting_on", "decided_on")
    return Head(
        maker=head.maker,
        meeting_on=head.meeting_on,
        decided_on=head.decided_on,
        by_office=head.by_office,
        facts=[fact for fact in head.facts if fact.field in names],
    )


def _decided(body: Body) -> list[tuple[int, int]]:
    """Return the words that decide: the resolution, and the proposal it approves as it is."""
    found = [] if body.resolution_at is None else [body.resolution_at]
    approved = body.outcome is not None and body.outcome.name.startswith("APPROVED")
    if body.proposal_at is not None and (approved or body.resolution is None):
        found.append(body.proposal_at)
    return found


def _decide_day(head: Head, body: Body) -> None:
    """A body decides in its meeting; an agenda item is not decided yet."""
    if (
        isinstance(head.maker, Organ)
        and head.decided_on is None
        and head.meeting_on is not None
        and (body.outcome is not None or body.resolution is not None)
    ):
        head.decided_on = head.meeting_on
        fact = next((fact for fact in head.facts if fact.field == "meeting_on"), None)
        if fact is None:
            # It stands on the cover.
            return
        head.facts.append(
            Fact("decided_on", head.meeting_on, fact.start, fact.end, (), Why.MEETING_DAY)
        )


def _name_certifier(head: Head, closing: Closing) -> None:
    """Who certified an extract may have decided: a candidate, never the answer."""
    titles = [fact for fact in closing.facts if fact.field == "extract.title"]
    if head.maker == OfficeHolder() and titles:
        why = Why.CERTIFIER
        place = titles[0]
        head.facts.append(Fact("maker.title", None, place.start, place.end, (place.value,), why))


def _appeal_facts(parsed: list[ParsedAppeal]) -> list[Fact]:
    found: list[Fact] = []
    for place, appeal in enumerate(parsed):
        name = f"appeals[{place}]"
        found.append(Fact(name, appeal.value, appeal.start, appeal.end))
        found += [
            Fact(
                f"{name}.{fact.field}", fact.value, fact.start, fact.end, fact.candidates, fact.why
            )
            for fact in appeal.facts
        ]
    return found
