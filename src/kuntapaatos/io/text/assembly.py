"""
The parts of the reader put together: clean, lay out, read each part, compare.

>>> assembled("Kunnanhallitus 3.2.2025 § 14").decision.meeting_on
datetime.date(2025, 2, 3)
"""

from __future__ import annotations

import re

from kuntapaatos.appeal import AppealInstruction
from kuntapaatos.decision import Cost, Decision, DocumentKind, OfficeHolder, Organ, Outcome
from kuntapaatos.io.text.body import Body, read_body
from kuntapaatos.io.text.checks import Parts, flaws
from kuntapaatos.io.text.closing import Closing, read_closing
from kuntapaatos.io.text.costs import cost_centres, costs
from kuntapaatos.io.text.facts import Fact
from kuntapaatos.io.text.head import Head, read_head
from kuntapaatos.io.text.instruction import (
    COURT_REMEDIES,
    ParsedAppeal,
    parse_appeals,
)
from kuntapaatos.io.text.membership import Joined, read_membership
from kuntapaatos.io.text.places import language_of, municipality_of
from kuntapaatos.io.text.reading import Found, Problem, ProblemCode, Reading
from kuntapaatos.io.text.sections import Outline, outlined
from kuntapaatos.io.text.source import LONGEST, Source, Span
from kuntapaatos.membership import CostCentre

__all__ = ["assembled"]

_ANNOUNCEMENT = re.compile(
    r"^(?:julkinen )?kuulutus\b|^offentlig kungörelse\b|^kungörelse\b", re.IGNORECASE
)
# Nothing was joined, bought or granted when this came of the proposal.
_NOTHING_DONE = frozenset(
    {
        *(Outcome.REJECTED, Outcome.RETURNED, Outcome.TABLED, Outcome.WITHDRAWN),
        *(Outcome.DISMISSED, Outcome.LAPSED, Outcome.NOTED),
    }
)
_OUTSIDE = re.compile(r"oikeus\b|domstol|virasto\b|verket\b|ministeriö|valtion", re.IGNORECASE)
_MINUTES = re.compile(r"\bpöytäkirja|\bprotokoll", re.IGNORECASE)
_AGENDA = re.compile(
    r"\besityslista|\bföredragningslista|\bkokouskutsu|\bmöteskallelse", re.IGNORECASE
)
_JUSTIFIED = re.compile(
    r"(?:pöytäkirja on tarkastettu|protokollet är (?:justerat|granskat))$", re.IGNORECASE
)


def assembled(text: str) -> Reading:
    """Return the reading of a text."""
    source = Source.of(text)
    parsed = parse_appeals(source.clean)
    passages = [_passage(source.clean, appeal) for appeal in parsed]
    outline = outlined(source.clean, passages, source.headers)
    head, body, closing = read_head(outline), read_body(outline), read_closing(outline)
    if outline.several:
        head, body, closing = _in_common(head), Body(), Closing()
    kind = _kind(outline, head, body, parsed)
    bare = kind is not DocumentKind.ANNOUNCEMENT and _says_nothing(outline, head, body)
    if kind is DocumentKind.INSTRUCTION or bare:
        head.title = None
        head.facts = [fact for fact in head.facts if fact.field != "title"]
    facts: list[Fact] = []
    language = language_of(source.clean)
    place = municipality_of(outline, head, _to_others(parsed))
    municipality = None
    if place is not None:
        facts.append(place)
        municipality = place.value if isinstance(place.value, str) else None
    decided = _decided(body)
    joined = read_membership(outline, title=head.title, decided=decided, municipality=municipality)
    if body.outcome in _NOTHING_DONE:
        joined, decided = Joined(), []
    _decide_day(head, body)
    _name_certifier(head, closing)
    sums = _costs(outline, decided, facts) if body.outcome not in _NOTHING_DONE else ()
    centres = _book(outline, facts) if joined.membership is None else ()
    decision = Decision(
        kind=kind,
        language=language,
        municipality=municipality,
        maker=head.maker,
        meeting_on=head.meeting_on,
        decided_on=head.decided_on,
        section=head.section,
        record_id=head.record_id,
        classification=head.classification,
        title=head.title,
        presenter=body.presenter,
        proposal=body.proposal,
        resolution=body.resolution,
        outcome=body.outcome,
        grounds=body.grounds,
        authority_ground=body.authority_ground,
        impacts=body.impacts,
        contacts=closing.contacts,
        recipients=closing.recipients,
        published_on=closing.published_on,
        signed_by=closing.signed_by,
        extract=closing.extract,
        related=closing.related,
        handlings=body.handlings,
        confidential=body.confidential,
        confidentiality=body.confidentiality,
        membership=joined.membership,
        costs=sums,
        cost_centres=centres,
        appeals=[appeal.value for appeal in parsed],
    )
    facts += [*head.facts, *body.facts, *closing.facts, *joined.facts, *_appeal_facts(parsed)]
    found = [
        Found(fact.field, fact.value, source.span(fact.start, fact.end), fact.candidates, fact.why)
        for fact in facts
    ]
    found.sort(key=lambda item: (item.span.start, item.span.end))
    parts = Parts(decision, outline, tuple(facts), joined, tuple(head.above))
    problems = [
        Problem(flaw.code, source.span(flaw.start, flaw.end), flaw.field, flaw.stated)
        for flaw in flaws(parts)
        # An instruction may stand in lines that were not read.
        if flaw.code is not ProblemCode.INSTRUCTION_MISSING or not source.mixed
    ]
    problems += [
        Problem(flaw.code, source.span(flaw.start, flaw.end), f"appeals[{place}]")
        for place, appeal in enumerate(parsed)
        for flaw in appeal.flaws
    ]
    if source.cut:
        problems.append(Problem(ProblemCode.TOO_LONG, Span(LONGEST, len(text))))
    problems += [Problem(ProblemCode.MIXED_COLUMNS, span) for span in source.mixed]
    problems.sort(key=lambda problem: (problem.span.start, problem.span.end))
    return Reading(decision, tuple(found), tuple(problems), text)


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


def _costs(outline: Outline, decided: list[tuple[int, int]], facts: list[Fact]) -> tuple[Cost, ...]:
    found: list[Cost] = []
    stretches = list(decided[:1] if decided else ())
    sums = [(start, *item) for start, end in stretches for item in costs(outline.text[start:end])]
    if not sums and len(decided) > 1:
        start, end = decided[1]
        sums = [(start, *item) for item in costs(outline.text[start:end])]
    if not sums:
        sums = [
            (part.start, *item)
            for part in outline.of("costs")
            if part.at < outline.appeals_at
            for item in costs(outline.content(part))
        ]
    for start, cost, first, last in sums:
        facts.append(Fact(f"costs[{len(found)}]", cost, start + first, start + last))
        found.append(cost)
    return tuple(found)


def _book(outline: Outline, facts: list[Fact]) -> tuple[CostCentre, ...]:
    """Return where the costs are booked, when no membership holds it."""
    found: dict[str, CostCentre] = {}
    at = 0
    for start, end in [*outline.earlier_regions, (outline.appeals_at, outline.appeals_at)]:
        if start > at:
            for centre, first, last in cost_centres(outline.text[at:start]):
                if centre.code not in found:
                    name = f"cost_centres[{len(found)}]"
                    facts.append(Fact(name, centre, at + first, at + last))
                    found[centre.code] = centre
        at = max(at, end)
    return tuple(found.values())


def _decide_day(head: Head, body: Body) -> None:
    """A body decides in its meeting; an agenda item is not decided yet."""
    if (
        isinstance(head.maker, Organ)
        and head.decided_on is None
        and head.meeting_on is not None
        and body.outcome is not None
    ):
        fact = next(fact for fact in head.facts if fact.field == "meeting_on")
        head.decided_on = head.meeting_on
        head.facts.append(
            Fact("decided_on", head.meeting_on, fact.start, fact.end, (), "kokouksen päivä")
        )


def _name_certifier(head: Head, closing: Closing) -> None:
    """Who certified an extract may have decided: a candidate, never the answer."""
    titles = [fact for fact in closing.facts if fact.field == "extract.title"]
    if head.maker == OfficeHolder() and titles:
        why = "otteen todistaja; päätöksen tekijän nimikettä ei mainita"
        place = titles[0]
        head.facts.append(Fact("maker.title", None, place.start, place.end, (place.value,), why))


def _kind(outline: Outline, head: Head, body: Body, parsed: list[ParsedAppeal]) -> DocumentKind:
    """Return what kind of document it is."""
    top = outline.text[: min(outline.head_end, 600)]
    if outline.several:
        first = "\n".join(line.text for line in outline.head[:5])
        calls = _AGENDA.search(first) is not None and _MINUTES.search(first) is None
        return DocumentKind.AGENDA_ITEM if calls else DocumentKind.MINUTES_ITEM
    if any(_ANNOUNCEMENT.match(line.text) for line in outline.head[:6]):
        return DocumentKind.ANNOUNCEMENT
    acts = body.proposal is not None or body.resolution is not None or body.outcome is not None
    if parsed and not acts and head.section is None and head.record_id is None:
        return DocumentKind.INSTRUCTION
    decided = body.resolution is not None or body.outcome is not None
    # An agenda cannot tell how a matter was handled, and minutes say what they are.
    decided = decided or any(True for _ in outline.of("handling")) or _in_minutes(outline)
    if head.by_office or isinstance(head.maker, OfficeHolder):
        return DocumentKind.DECISION
    if not decided:
        if body.proposal is not None or _AGENDA.search(top) or isinstance(head.maker, Organ):
            return DocumentKind.AGENDA_ITEM
        return DocumentKind.DECISION
    instructs = any(
        isinstance(one.value, AppealInstruction) and one.value.period is not None for one in parsed
    )
    stands_alone = (
        not outline.earlier
        and head.meeting_on is None
        and (body.proposal is None or (head.section is None and instructs))
    )
    if stands_alone and (body.signed or parsed) and not _MINUTES.search(top):
        return DocumentKind.DECISION
    return DocumentKind.MINUTES_ITEM


def _says_nothing(outline: Outline, head: Head, body: Body) -> bool:
    """Return whether a first line is all there is: any text has one, and it is no title."""
    return (
        head.maker is None
        and head.section is None
        and head.record_id is None
        and body.proposal is None
        and body.resolution is None
        and not any(part.role == "title" for part in outline.sections)
    )


def _in_minutes(outline: Outline) -> bool:
    """Return whether the head says that it is of minutes: "Pöytäkirja 4.12.2023/Pykälä 303"."""
    if any(_JUSTIFIED.match(line.text) for line in outline.head):
        return True
    starts = {heading.start for heading in outline.headings if heading.on is not None}
    lines = [line.text for line in outline.head if line.start in starts]
    return any(map(_MINUTES.search, lines)) and not any(map(_AGENDA.search, lines))


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
