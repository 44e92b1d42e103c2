r"""
What an instruction says of its remedy, for a person: who may, where, until when, how.

>>> from kuntapaatos.io.text import read_instruction
>>> text = "Oikaisuvaatimusohje\nOikaisuvaatimus on tehtävä 14 päivän kuluessa tiedoksisaannista."
>>> print(instruction_part(read_instruction(text), Voice("fi")))
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

from attrs import evolve

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
from kuntapaatos.io.wording.voice import Voice, later
from kuntapaatos.notice import NoticeKind
from kuntapaatos.office_hours import OfficeHours
from kuntapaatos.remedy import StartingEvent
from kuntapaatos.time_limit import Period

__all__ = ["instruction_part", "presumption_text", "prohibition_text"]

_SENT = {
    NoticeKind.LETTER: later("sending the letter"),
    NoticeKind.EMAIL: later("sending the electronic message"),
    NoticeKind.PROCUREMENT_MESSAGE: later("sending the electronic notice"),
    NoticeKind.ONLINE_MINUTES: later("publishing the minutes online"),
    NoticeKind.ANNOUNCEMENT: later("publishing the announcement"),
    NoticeKind.SUBSTITUTED: later("the substituted service"),
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
_FORMS = {
    Form.WRITTEN: later("in writing"),
    Form.SIGNED: later("signed"),
    Form.ELECTRONIC_DOCUMENT: later("an electronic document will do too"),
}
_CHANNELS = (
    ("postal_address", later("postal address {value}")),
    ("visiting_address", later("visiting address {value}")),
    ("email", later("e-mail {value}")),
    ("phone", later("telephone {value}")),
    ("service_address", later("electronic service {value}")),
)


def instruction_part(
    instruction: AppealInstruction, t: Voice, given: OfficeHours | None = None
) -> str:
    """
    Return what an instruction says, and what it does not.

    Args:
        instruction: As the text states it.
        t: The language.
        given: Hours that were given beside the document and are counted with.
    """
    decided, deliver = instruction.decided_by, instruction.deliver_to
    same = decided is not None and deliver is not None and _address(decided) == _address(deliver)
    silent, stated = t("the instruction does not say"), instruction.stated_last_day
    rows = [
        (t("Remedy"), t.term(instruction.remedy)),
        (t("Matter"), None if instruction.subject is None else t.term(instruction.subject)),
        (t("Time limit"), _period(instruction, t)),
        (t("Last day stated"), None if stated is None else t.day(stated)),
        (t("May act"), t.who(instruction.entitled) or silent),
        (t("Decided by"), [*_office(decided, t, addressed=not same)] or silent),
        (t("Delivered to"), [*_office(deliver, t, addressed=True)] or _delivered_to(decided, t)),
        (t("Opening hours"), _hours(instruction, given, t)),
        (t("On the last day"), _cutoffs(instruction, t)),
        (t("Form"), ", ".join(t(_FORMS[form]) for form in _in_order(instruction.form))),
        (t("Must state"), items(_contents(instruction, t))),
        (t("Must enclose"), items(map(t.term, instruction.attachments))),
        (
            t("Receipt of notice"),
            items(presumption_text(one, t) for one in instruction.presumptions),
        ),
        (t("Provision"), instruction.provision),
        (t("To a court"), _barred(instruction, t)),
    ]
    return pairs(rows)


def _in_order(forms: Iterable[Form]) -> list[Form]:
    """Return the forms with what an electronic document fulfils last."""
    return sorted(forms, key=lambda form: form is Form.ELECTRONIC_DOCUMENT)


def _period(instruction: AppealInstruction, t: Voice) -> str:
    start = instruction.starts_from
    if instruction.period is None:
        period = t("the instruction does not say")
    else:
        period = t.period(instruction.period)
        if start is StartingEvent.NOTICE:
            return t("{period} from receipt of notice", period=period)
    return (
        period
        if start is None
        else t("{period}; starts: {event}", period=period, event=t.term(start))
    )


def _address(office: Authority) -> tuple[str | None, ...]:
    return office.postal_address, office.visiting_address, office.email, office.phone


def _office(office: Authority | None, t: Voice, *, addressed: bool) -> Iterable[str]:
    if office is None:
        return
    yield office.name
    if addressed:
        for field, phrase in _CHANNELS:
            value = getattr(office, field)
            if value is not None:
                yield t(phrase, value=value)


def _delivered_to(decided: Authority | None, t: Voice) -> str:
    if decided is None:
        return t("the instruction does not say where")
    return t("to the same authority")


def _hours(instruction: AppealInstruction, given: OfficeHours | None, t: Voice) -> str:
    stated = instruction.hours
    offices = (instruction.deliver_to, instruction.decided_by)
    named = any(office is not None and office.hours is not None for office in offices)
    if stated is not None and not named:
        hours = t.hours(evolve(stated, valid_from=None))
        return t("{hours} (a court's hours are in the law, not in the text)", hours=hours)
    hours = "" if stated is None else t.hours(stated)
    if given is not None and hours:
        own = t.hours(given)
        return t("{hours} (given with --hours; the text: {stated})", hours=own, stated=hours)
    if given is not None:
        return t("{hours} (given with --hours; not in the text)", hours=t.hours(given))
    return hours or t("not known; give --hours")


def _until(cutoff: Cutoff | time, t: Voice) -> str:
    if isinstance(cutoff, time):
        return t("before {clock}", clock=t.clock(cutoff))
    if cutoff is Cutoff.OFFICE_CLOSE:
        return t("before the office closes")
    return t("until the end of the day")


def _cutoffs(instruction: AppealInstruction, t: Voice) -> str:
    paper, electronic = instruction.paper_cutoff, instruction.electronic_cutoff
    if paper is None and electronic is None:
        return t("the instruction mentions no time of day and no closing of the office")
    if electronic is None or electronic == paper:
        return "" if paper is None else _until(paper, t)
    said = t("an electronic document {until}", until=_until(electronic, t))
    return said if paper is None else f"{_until(paper, t)}; {said}"


def _contents(instruction: AppealInstruction, t: Voice) -> list[str]:
    """Return what must be stated, the contact details together."""
    stated = [t.term(item) for item in instruction.contents if item not in _CONTACT]
    contact = ", ".join(t.term(item) for item in instruction.contents if item in _CONTACT)
    return [*stated, t("of whoever acts: {details}", details=contact)] if contact else stated


def _barred(instruction: AppealInstruction, t: Voice) -> str | None:
    if not instruction.court_appeal_barred:
        return None
    return t("no appeal may be made directly to a court")


def presumption_text(presumption: Presumption, t: Voice) -> str:
    """
    Return on which day a text says that a notice counts as received.

    >>> presumption_text(Presumption(NoticeKind.LETTER, 7, True), Voice("fi"))
    '7 päivää kirjeen lähettämisestä, jollei muuta näytetä'
    """
    kind, count = presumption.kind, presumption.days
    if kind not in _SENT or not count:
        days = t.many("after {count} day", "after {count} days", count)
        said = (
            f"{t.term(kind)}: {days}"
            if count
            else t("{notice}: on the same day", notice=t.term(kind))
        )
    else:
        days = t.period(Period.days(count))
        said = t("{days} after {event}", days=days, event=t(_SENT[kind]))
    if presumption.everybody:
        said = t("{said}, for everybody", said=said)
    return t("{said}, unless otherwise shown", said=said) if presumption.rebuttable else said


def prohibition_text(prohibition: AppealProhibition, t: Voice) -> str:
    """
    Return that a decision cannot be appealed, and why.

    >>> prohibition_text(AppealProhibition(None), Voice("fi"))
    'Tekstin mukaan muutosta ei saa hakea. Peruste: teksti ei ilmoita.'
    """
    ground = prohibition.ground
    why = t("the text does not state it") if ground is None else t.term(ground)
    sources = t.sources(prohibition.provisions)
    return t(
        "By the text no remedy exists. Ground: {ground}.",
        ground=f"{why} ({sources})" if sources else why,
    )
