r"""
What an instruction says of its remedy, for a person: who may, where, until when, how.

>>> from kuntapaatos.io.text import read_instruction
>>> text = "Oikaisuvaatimusohje\nOikaisuvaatimus on tehtävä 14 päivän kuluessa tiedoksisaannista."
>>> print(instruction_part(read_instruction(text)))
Keino                 oikaisuvaatimus
Määräaika             14 päivää tiedoksisaannista
Kuka saa hakea        ohje ei ilmoita
Päättää               ohje ei ilmoita
Toimitetaan           ohje ei ilmoita, mihin
Aukiolo               ei tiedossa; anna --hours
Viimeisenä päivänä    ohje ei mainitse kellonaikaa eikä aukioloajan päättymistä
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import time
from enum import Enum

from kuntapaatos.appeal import (
    AppealInstruction,
    AppealProhibition,
    Authority,
    Content,
    Form,
    Presumption,
)
from kuntapaatos.closing import Cutoff
from kuntapaatos.io.report.layout import items, pairs
from kuntapaatos.notice import NoticeKind
from kuntapaatos.office_hours import OfficeHours
from kuntapaatos.remedy import StartingEvent
from kuntapaatos.shown import shown

__all__ = ["instruction_part", "presumption_text", "prohibition_text"]

_SENT = {
    NoticeKind.LETTER: "kirjeen lähettämisestä",
    NoticeKind.EMAIL: "sähköisen viestin lähettämisestä",
    NoticeKind.PROCUREMENT_MESSAGE: "sähköisen tiedoksiannon lähettämisestä",
    NoticeKind.ONLINE_MINUTES: "pöytäkirjan julkaisemisesta verkossa",
    NoticeKind.ANNOUNCEMENT: "kuulutuksen julkaisemisesta",
    NoticeKind.SUBSTITUTED: "sijaistiedoksiannosta",
}
_CONTACT = {
    Content.NAME,
    Content.HOME_MUNICIPALITY,
    Content.POSTAL_ADDRESS,
    Content.PHONE,
    Content.EMAIL,
    Content.CONTACT_DETAILS,
    Content.REPRESENTATIVE,
    Content.PROCESS_ADDRESS,
    Content.IDENTITY_CODE,
}


def instruction_part(instruction: AppealInstruction, given: OfficeHours | None = None) -> str:
    """
    Return what an instruction says, and what it does not.

    Args:
        instruction: As the text states it.
        given: Hours that were given beside the document and are counted with.
    """
    decided, deliver = instruction.decided_by, instruction.deliver_to
    same = decided is not None and deliver is not None and _address(decided) == _address(deliver)
    rows = [
        ("Keino", instruction.remedy.value),
        ("Määräaika", _period(instruction)),
        ("Kuka saa hakea", _joined(instruction.entitled) or "ohje ei ilmoita"),
        ("Päättää", [*_office(decided, addressed=not same)] or "ohje ei ilmoita"),
        ("Toimitetaan", [*_office(deliver, addressed=True)] or _delivered_to(decided)),
        ("Aukiolo", _hours(instruction, given)),
        ("Viimeisenä päivänä", _cutoffs(instruction)),
        ("Muoto", _form(instruction)),
        ("On ilmoitettava", items(_contents(instruction))),
        ("Liitteet", items(map(shown, instruction.attachments))),
        ("Tiedoksisaanti", items(map(presumption_text, instruction.presumptions))),
        ("Säännös", instruction.provision),
        ("Tuomioistuimeen", _barred(instruction)),
    ]
    return pairs(rows)


def _joined(values: Iterable[Enum]) -> str:
    return ", ".join(shown(value) for value in values)


def _period(instruction: AppealInstruction) -> str:
    period = "ohje ei ilmoita" if instruction.period is None else str(instruction.period)
    start = instruction.starts_from
    if start is StartingEvent.NOTICE and instruction.period is not None:
        return f"{period} tiedoksisaannista"
    return period if start is None else f"{period}; alkaa: {start.value}"


def _address(office: Authority) -> tuple[str | None, ...]:
    return office.postal_address, office.visiting_address, office.email, office.phone


def _office(office: Authority | None, *, addressed: bool) -> Iterable[str]:
    if office is None:
        return
    yield office.name
    if addressed:
        for label, value in (
            ("postiosoite", office.postal_address),
            ("käyntiosoite", office.visiting_address),
            ("sähköposti", office.email),
            ("puhelin", office.phone),
            ("asiointipalvelu", office.service_address),
        ):
            if value is not None:
                yield f"{label} {value}"


def _delivered_to(decided: Authority | None) -> str:
    return "ohje ei ilmoita, mihin" if decided is None else "samalle viranomaiselle"


def _hours(instruction: AppealInstruction, given: OfficeHours | None) -> str:
    stated = instruction.hours
    offices = (instruction.deliver_to, instruction.decided_by)
    named = any(office is not None and office.hours is not None for office in offices)
    if stated is not None and not named:
        return f"{stated} (tuomioistuimen aukiolo on laissa, ei tekstissä)"
    if given is not None:
        beside = f"teksti: {stated}" if stated is not None else "ei tekstissä"
        return f"{given} (annettu valinnalla --hours; {beside})"
    return "ei tiedossa; anna --hours" if stated is None else str(stated)


def _until(cutoff: Cutoff | time) -> str:
    if isinstance(cutoff, time):
        return f"ennen {shown(cutoff)}"
    if cutoff is Cutoff.OFFICE_CLOSE:
        return "ennen aukioloajan päättymistä"
    return "vuorokauden päättymiseen asti"


def _cutoffs(instruction: AppealInstruction) -> str:
    paper, electronic = instruction.paper_cutoff, instruction.electronic_cutoff
    if paper is None and electronic is None:
        return "ohje ei mainitse kellonaikaa eikä aukioloajan päättymistä"
    if electronic is None or electronic == paper:
        return "" if paper is None else _until(paper)
    said = f"sähköinen asiakirja {_until(electronic)}"
    return said if paper is None else f"{_until(paper)}; {said}"


def _form(instruction: AppealInstruction) -> str:
    form = list(instruction.form)
    if Form.ELECTRONIC_DOCUMENT in form:
        form.remove(Form.ELECTRONIC_DOCUMENT)
        return ", ".join([*map(shown, form), "myös sähköinen asiakirja kelpaa"])
    return _joined(form)


def _contents(instruction: AppealInstruction) -> list[str]:
    """Return what must be stated, the contact details together."""
    stated = [shown(item) for item in instruction.contents if item not in _CONTACT]
    contact = _joined(item for item in instruction.contents if item in _CONTACT)
    return [*stated, f"tekijästä: {contact}"] if contact else stated


def _barred(instruction: AppealInstruction) -> str | None:
    if not instruction.court_appeal_barred:
        return None
    return "päätökseen ei saa hakea muutosta suoraan valittamalla"


def presumption_text(presumption: Presumption) -> str:
    """
    Return on which day a text says that a notice counts as received.

    >>> presumption_text(Presumption(NoticeKind.LETTER, 7, True))
    '7 päivää kirjeen lähettämisestä, jollei muuta näytetä'
    """
    kind, days = presumption.kind, presumption.days
    rebuttable = ", jollei muuta näytetä" if presumption.rebuttable else ""
    if kind not in _SENT or not days:
        after = "samana päivänä" if not days else f"{days} päivän kuluttua"
        return f"{kind.value}: {after}{rebuttable}"
    unit = "päivä" if days == 1 else "päivää"
    return f"{days} {unit} {_SENT[kind]}{rebuttable}"


def prohibition_text(prohibition: AppealProhibition) -> str:
    """
    Return that a decision cannot be appealed, and why.

    >>> prohibition_text(AppealProhibition(None))
    'Tekstin mukaan muutosta ei saa hakea. Peruste: teksti ei ilmoita.'
    """
    ground = "teksti ei ilmoita" if prohibition.ground is None else prohibition.ground.value
    sources = ", ".join(map(str, prohibition.provisions))
    return f"Tekstin mukaan muutosta ei saa hakea. Peruste: {ground}{sources and f' ({sources})'}."
