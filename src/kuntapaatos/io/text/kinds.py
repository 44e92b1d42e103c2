r"""
What kind of document a text is: minutes or an agenda, a decision, an instruction.

>>> kind_of_meeting("Kunnanhallitus\nEsityslista 3/2025").value
'esityslista'
"""

from __future__ import annotations

import re

from kuntapaatos.appeal import AppealInstruction
from kuntapaatos.decision import DocumentKind, OfficeHolder, Organ
from kuntapaatos.io.text.body import Body
from kuntapaatos.io.text.facts import Fact, Why
from kuntapaatos.io.text.head import Head
from kuntapaatos.io.text.headings import is_of_meeting
from kuntapaatos.io.text.instruction import ParsedAppeal
from kuntapaatos.io.text.lines import cells_of, lines_of
from kuntapaatos.io.text.sections import Outline

__all__ = ["kind_of", "kind_of_meeting", "says_nothing", "unsure_kind"]

_ANNOUNCEMENT = re.compile(
    r"^(?:julkinen )?kuulutus\b|^offentlig kungörelse\b|^kungörelse\b", re.IGNORECASE
)
# "OIKAISUVAATIMUS – OHJE" as the name of a document.
_INSTRUCTIONS = re.compile(
    r"(?:oikaisuvaatimus|muutoksenhaku|valitus)(?:[ ]?[–-][ ]?)?(?:ohje(?:et)?|osoitus)"
    r"|(?:omprövnings|besvärs|rättelse|ändringssökande)[ ]?anvisning(?:ar)?",
    re.IGNORECASE,
)
# So much of what is said of checking the minutes is looked through.
_NEAR = 400
_MINUTES = re.compile(r"\bpöytäkirja|\bprotokoll", re.IGNORECASE)
_AGENDA = re.compile(
    r"\besityslista|\bföredragningslista|\bkokouskutsu|\bmöteskallelse", re.IGNORECASE
)
_JUSTIFIED = re.compile(
    r"(?:pöytäkirja on tarkastettu(?: ja todettu [^\n]{4,60})?(?:\. Kyllä)?"
    r"|protokollet är (?:justerat|granskat))$",
    re.IGNORECASE,
)


def kind_of_meeting(top: str) -> DocumentKind:
    """Return whether the first lines of a meeting's document call it an agenda, or minutes."""
    calls = _AGENDA.search(top) is not None and _MINUTES.search(top) is None
    return DocumentKind.AGENDA if calls else DocumentKind.MINUTES


def kind_of(outline: Outline, head: Head, body: Body, parsed: list[ParsedAppeal]) -> DocumentKind:
    """Return what kind of document it is."""
    top = outline.text[: min(outline.head_end, 600)]
    if outline.several:
        first = "\n".join(line.text for line in outline.head[:5])
        return kind_of_meeting(first)
    if any(_ANNOUNCEMENT.match(line.text) for line in outline.head[:6]):
        return DocumentKind.ANNOUNCEMENT
    acts = body.proposal is not None or body.resolution is not None or body.outcome is not None
    numbered = head.section is not None or head.record_id is not None
    if not numbered and (
        (parsed and not acts) or (head.meeting_on is None and _instructs(outline))
    ):
        return DocumentKind.INSTRUCTION
    decided = body.resolution is not None or body.outcome is not None
    # An agenda cannot tell how a matter was handled, and minutes say what they are.
    decided = decided or any(True for _ in outline.of("handling")) or _in_minutes(outline)
    if head.by_office or isinstance(head.maker, OfficeHolder):
        return DocumentKind.DECISION
    if not decided:
        if _is_agenda(outline, body) or isinstance(head.maker, Organ):
            return DocumentKind.AGENDA_ITEM
        return DocumentKind.DECISION
    instructs = any(
        isinstance(one.value, AppealInstruction) and one.value.period is not None for one in parsed
    )
    stands_alone = (
        not outline.earlier
        and head.meeting_on is None
        and (body.signed or not isinstance(head.maker, Organ))
        and (body.proposal is None or (head.section is None and instructs))
    )
    if stands_alone and (body.signed or parsed) and not _MINUTES.search(top):
        return DocumentKind.DECISION
    return DocumentKind.MINUTES_ITEM


def _instructs(outline: Outline) -> bool:
    """Whether the head says that the document is an instruction: its parts are no decision."""
    return any(_INSTRUCTIONS.fullmatch(line.text) for line in outline.head[:6])


def _is_agenda(outline: Outline, body: Body) -> bool:
    """Whether something is proposed only, or the head is an agenda's."""
    top = outline.text[: min(outline.head_end, 600)]
    return body.proposal is not None or _AGENDA.search(top) is not None


def unsure_kind(kind: DocumentKind, outline: Outline, head: Head, body: Body) -> Fact | None:
    """Return the doubt about a kind that no part of the text says; `None` where one does."""
    decided = body.resolution is not None or body.outcome is not None
    nameless = head.maker is None and head.section is None and head.record_id is None
    other = {
        DocumentKind.AGENDA_ITEM: None if _is_agenda(outline, body) else DocumentKind.MINUTES_ITEM,
        DocumentKind.DECISION: (
            None if decided or head.by_office or outline.several else DocumentKind.AGENDA_ITEM
        ),
        DocumentKind.MINUTES_ITEM: (
            DocumentKind.ANNOUNCEMENT if nameless and not _in_minutes(outline) else None
        ),
    }.get(kind)
    if other is None:
        return None
    facts = [one for one in head.facts if one.field == "section"] or head.facts or body.facts
    start, end = (facts[0].start, facts[0].end) if facts else (0, 0)
    return Fact("kind", kind, start, end, (kind, other), Why.NOTHING_DECIDED)


def says_nothing(outline: Outline, head: Head, body: Body) -> bool:
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
    checked = [
        line
        for part in outline.of("checking")
        for line in lines_of(outline.text, part.start, min(part.end, part.start + _NEAR))
    ]
    if any(_JUSTIFIED.match(line.text) for line in (*outline.head, *checked)):
        return True
    starts = {heading.start for heading in outline.headings if heading.on is not None}
    lines = [
        line.text
        for line in outline.head
        if line.start in starts or any(is_of_meeting(cell) for cell, _ in cells_of(line.text))
    ]
    return any(map(_MINUTES.search, lines)) and not any(map(_AGENDA.search, lines))
