r"""
The decision for a person: who decided what and when, and what the text leaves unsaid.

>>> from kuntapaatos.io.text import read
>>> text = "Kunnanhallitus 3.2.2025 § 14\nVuokrasopimus\nPäätös\nHyväksyttiin."
>>> print(decision_part(read(text)))
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
from kuntapaatos.shown import shown

__all__ = ["decision_part"]

_DECIDED = {DocumentKind.DECISION, DocumentKind.MINUTES_ITEM}
_LONGEST = 1_500


def decision_part(reading: Reading, decided: date | None = None) -> str:
    """
    Return what a document says of its decision.

    Personal names and addresses are left out: an office is named by its title.

    Args:
        reading: What was read.
        decided: The day of the decision, when it was given beside the document.
    """
    decision = reading.decision
    rows: list[tuple[str, str | Sequence[str] | None]] = [
        ("Kunta", decision.municipality),
        ("Asiakirja", _kind(decision)),
        ("Päättäjä", _maker(reading)),
        ("Pykälä", _with_why(reading, "section", decision.section and f"§ {decision.section}")),
        ("Asianumero", _with_why(reading, "record_id", decision.record_id)),
        ("Tehtäväluokka", decision.classification),
        ("Otsikko", decision.title),
        ("Kokous", _with_why(reading, "meeting_on", decision.meeting_on)),
        ("Päätetty", _decided(reading, decided)),
        ("Julkaistu", None if decision.published_on is None else shown(decision.published_on)),
        ("Ote todistettu", _extract(decision)),
        ("Esittelijä", decision.presenter),
        ("Toimivallan peruste", decision.authority_ground),
        ("Päätösehdotus", _long(decision.proposal)),
        ("Päätös", _long(decision.resolution)),
        ("Tulos", _with_why(reading, "outcome", decision.outcome)),
        ("Aiempi käsittely", items(map(_handling, decision.handlings))),
        ("Vaikutukset", items(map(_impact, decision.impacts))),
        ("Liitteet, aineisto", items(decision.related)),
        (
            "Lisätietoja antaa",
            items(filter(None, (contact.title for contact in decision.contacts))),
        ),
        ("Tiedoksi", _recipients(decision)),
        ("Julkisuus", _secrecy(decision)),
    ]
    return f"{heading('Päätös')}\n{pairs(rows)}"


def _kind(decision: Decision) -> str:
    kind = decision.kind.value
    if decision.kind is DocumentKind.DECISION and isinstance(decision.maker, OfficeHolder):
        kind = "viranhaltijan päätös"
    if decision.kind is DocumentKind.AGENDA_ITEM:
        kind += ": ehdotus, mitään ei ole vielä päätetty"
    return kind if decision.language != "sv" else f"{kind} (ruotsinkielinen)"


def _with_why(reading: Reading, name: str, value: object) -> str | None:
    """Return a value with the reason it was chosen, when there was a choice."""
    if value is None:
        return None
    found = next((item for item in reading.found if item.field == name and item.why), None)
    return shown(value) if found is None else f"{shown(value)} ({found.why})"


def _maker(reading: Reading) -> str | None:
    maker = reading.decision.maker
    if not isinstance(maker, OfficeHolder) or maker.title is not None:
        return _with_why(reading, "maker", maker)
    text = "viranhaltija, jonka nimikettä teksti ei ilmoita"
    candidates = [
        shown(candidate) for item in reading.where("maker.title") for candidate in item.candidates
    ]
    return f"{text} (ehdokas: {' / '.join(candidates)})" if candidates else text


def _decided(reading: Reading, given: date | None) -> str | None:
    decision = reading.decision
    stated = _with_why(reading, "decided_on", decision.decided_on)
    if given is not None:
        beside = f"teksti: {stated}" if stated is not None else "ei tekstissä"
        return f"{shown(given)} (annettu valinnalla --decided; {beside})"
    if stated is not None or decision.kind not in _DECIDED:
        return stated
    if decision.extract is not None and decision.extract.on is not None:
        return f"ei tiedossa: {shown(decision.extract.on)} on otteen todistamisen päivä"
    return "ei tiedossa: teksti ei ilmoita päätöksen päivää"


def _extract(decision: Decision) -> str | None:
    extract = decision.extract
    if extract is None:
        return None
    day = None if extract.on is None else shown(extract.on)
    parts = [part for part in (extract.place, day, extract.title) if part is not None]
    return ", ".join(parts)


def _long(text: str | None) -> list[str]:
    """Return the paragraphs of a text, without the rest of a very long one."""
    paragraphs = [clean(part) for part in (text or "").split("\n") if part.strip()]
    kept: list[str] = []
    length = 0
    for part in paragraphs:
        if length + len(part) > _LONGEST:
            kept.append(f"{shortened(part, max(_LONGEST - length, 80))} (jatkuu asiakirjassa)")
            break
        kept.append(part)
        length += len(part)
    return kept


def _handling(handling: Handling) -> str:
    section = None if handling.section is None else f"§ {handling.section}"
    day = None if handling.on is None else shown(handling.on)
    when = " ".join(part for part in (handling.by, day, section) if part is not None)
    return ": ".join(part for part in (when, handling.outcome) if part)


def _impact(impact: Impact) -> str:
    return f"{impact.kind}: {shortened(impact.text)}"


def _recipients(decision: Decision) -> str | None:
    """Return who is told; addresses of people are only counted."""
    named = [name for name in decision.recipients if "@" not in name]
    addresses = len(decision.recipients) - len(named)
    if addresses:
        named.append(f"{addresses} sähköpostiosoite{'tta' if addresses > 1 else ''}")
    return ", ".join(named) or None


def _secrecy(decision: Decision) -> str | None:
    if not decision.confidential:
        return None
    return ", ".join(["salassa pidettävä", *_grounds(decision)])


def _grounds(decision: Decision) -> Iterator[str]:
    if decision.confidentiality is not None:
        yield decision.confidentiality
