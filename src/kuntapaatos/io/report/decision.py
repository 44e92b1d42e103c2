r"""
The decision for a person: who decided what and when, and what the text leaves unsaid.

>>> from kuntapaatos.io.text import read
>>> text = "Kunnanhallitus 3.2.2025 § 14\nVuokrasopimus\nPäätös\nHyväksyttiin."
>>> print(decision_part(read(text), Voice("fi")))
Päätös
------
Asiakirja             pöytäkirjan pykälä
Päättäjä              Kunnanhallitus
Pykälä                § 14
Otsikko               Vuokrasopimus
Kokous                3.2.2025
Päätetty              3.2.2025 (kokouksen päivä)
Päätös                Hyväksyttiin.
Tulos                 hyväksytty
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from kuntapaatos.decision import Decision, DocumentKind, Handling, Impact, OfficeHolder
from kuntapaatos.io.report.layout import clean, heading, items, pairs, shortened
from kuntapaatos.io.text.reading import Reading
from kuntapaatos.io.wording.voice import Voice, later

__all__ = ["decision_part"]

_DECIDED = {DocumentKind.DECISION, DocumentKind.MINUTES_ITEM}
_LONGEST = 1_500
_TONGUES = {"fi": later("{document} (in Finnish)"), "sv": later("{document} (in Swedish)")}


def decision_part(reading: Reading, t: Voice, decided: date | None = None) -> str:
    """
    Return what a document says of its decision.

    Personal names and addresses are left out: an office is named by its title.

    Args:
        reading: What was read.
        t: The language.
        decided: The day of the decision, when it was given beside the document.
    """
    decision = reading.decision
    section = None if decision.section is None else f"§ {decision.section}"
    contacts = [contact.title for contact in decision.contacts]
    municipality = None if decision.municipality is None else str(decision.municipality)
    rows: list[tuple[str, str | Sequence[str] | None]] = [
        (t("Municipality"), municipality),
        (t("Document"), _kind(decision, t)),
        (t("Maker"), _maker(reading, t)),
        (t("Section"), _with_why(reading, "section", section, t)),
        (t("Record number"), _with_why(reading, "record_id", decision.record_id, t)),
        (t("Class of matter"), decision.classification),
        (t("Heading"), decision.title),
        (t("Meeting"), _with_why(reading, "meeting_on", decision.meeting_on, t)),
        (t("Decided"), _decided(reading, decided, t)),
        (t("Published"), None if decision.published_on is None else t.day(decision.published_on)),
        (t("Extract certified"), _extract(decision, t)),
        (t("Presenter"), decision.presenter),
        (t("Authority rests on"), decision.authority_ground),
        (t("Proposal"), _long(decision.proposal, t)),
        (t("Decision"), _long(decision.resolution, t)),
        (t("Outcome"), _with_why(reading, "outcome", decision.outcome, t)),
        (t("Earlier handling"), items(_handling(one, t) for one in decision.handlings)),
        (t("Impacts"), items(map(_impact, decision.impacts))),
        (t("Enclosures, material"), items(_enclosures(decision, t))),
        (t("Ask"), items(title for title in contacts if title)),
        (t("For information"), _recipients(decision, t)),
        (t("Publicity"), _secrecy(decision, t)),
    ]
    title = t("Decision")
    return f"{heading(title)}\n{pairs(rows)}"


def _kind(decision: Decision, t: Voice) -> str:
    kind = t.term(decision.kind)
    if decision.kind is DocumentKind.DECISION and isinstance(decision.maker, OfficeHolder):
        kind = t("decision of an office-holder")
    if decision.kind is DocumentKind.AGENDA_ITEM:
        kind = t("{document}: a proposal, nothing is decided yet", document=kind)
    if decision.language == t.language or decision.language not in _TONGUES:
        return kind
    return t(_TONGUES[decision.language], document=kind)


def _with_why(reading: Reading, name: str, value: object, t: Voice) -> str | None:
    """Return a value with the reason it was chosen, when there was a choice."""
    if value is None:
        return None
    reasons = [item.why for item in reading.found if item.field == name]
    why = next((reason for reason in reasons if reason), None)
    return t.value(value) if why is None else f"{t.value(value)} ({t.term(why)})"


def _maker(reading: Reading, t: Voice) -> str | None:
    maker = reading.decision.maker
    if not isinstance(maker, OfficeHolder) or maker.title is not None:
        return _with_why(reading, "maker", maker, t)
    text = t("an office-holder whose title the text does not state")
    candidates = [
        t.value(candidate) for item in reading.where("maker.title") for candidate in item.candidates
    ]
    if not candidates:
        return text
    return t("{text} (candidate: {values})", text=text, values=" / ".join(candidates))


def _decided(reading: Reading, given: date | None, t: Voice) -> str | None:
    decision = reading.decision
    stated = _with_why(reading, "decided_on", decision.decided_on, t)
    if given is not None and stated is not None:
        return t(
            "{day} (given with --decided; the text: {stated})", day=t.day(given), stated=stated
        )
    if given is not None:
        return t("{day} (given with --decided; not in the text)", day=t.day(given))
    if stated is not None or decision.kind not in _DECIDED:
        return stated
    if decision.extract is not None and decision.extract.on is not None:
        certified = t.day(decision.extract.on)
        return t("not known: {day} is the day on which the extract was certified", day=certified)
    return t("not known: the text does not state the day of the decision")


def _extract(decision: Decision, t: Voice) -> str | None:
    extract = decision.extract
    if extract is None:
        return None
    day = None if extract.on is None else t.day(extract.on)
    parts = [part for part in (extract.place, day, extract.title) if part is not None]
    return ", ".join(parts)


def _long(text: str | None, t: Voice) -> list[str]:
    """Return the paragraphs of a text, without the rest of a very long one."""
    paragraphs = [clean(part) for part in (text or "").split("\n") if part.strip()]
    kept: list[str] = []
    length = 0
    for part in paragraphs:
        if length + len(part) > _LONGEST:
            cut = shortened(part, max(_LONGEST - length, 80))
            kept.append(t("{text} (goes on in the document)", text=cut))
            break
        kept.append(part)
        length += len(part)
    return kept


def _handling(handling: Handling, t: Voice) -> str:
    section = None if handling.section is None else f"§ {handling.section}"
    day = None if handling.on is None else t.day(handling.on)
    when = " ".join(part for part in (handling.by, day, section) if part is not None)
    return ": ".join(part for part in (when, handling.outcome) if part)


def _impact(impact: Impact) -> str:
    return f"{impact.kind}: {shortened(impact.text)}"


def _recipients(decision: Decision, t: Voice) -> str | None:
    """Return who is told; addresses of people are only counted."""
    named = [name for name in decision.recipients if "@" not in name]
    addresses = len(decision.recipients) - len(named)
    if addresses:
        named.append(t.many("{count} e-mail address", "{count} e-mail addresses", addresses))
    return ", ".join(named) or None


def _enclosures(decision: Decision, t: Voice) -> Iterator[str]:
    """Give the enclosures, and of the secret ones how far and on what ground they are so."""
    yield from decision.related
    for one in decision.secret_enclosures:
        mark = ", ".join(filter(None, (t("to be kept secret"), one.part, one.ground)))
        yield f"{one.name} ({mark})"


def _secrecy(decision: Decision, t: Voice) -> str | None:
    if not decision.confidential:
        return None
    return ", ".join(filter(None, (t("to be kept secret"), decision.confidentiality)))
