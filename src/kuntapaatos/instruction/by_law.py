"""
What the law itself says in the instruction that goes with a decision.

Hallintolaki (434/2003) 16, 19, 46-47 and 49 d §; 808/2019 13-16 §, before 2020 586/1996
23-25 §; 13/2003 9 §; 150/1930 6 §.

>>> from datetime import date
>>> from kuntapaatos.remedy import DecisionKind, MakerKind, available_remedies
>>> day = date(2025, 3, 3)
>>> (row,) = available_remedies(DecisionKind.ORDINARY, MakerKind.BOARD, day)
>>> print(said_by_law(row, day, None)["period"])
14 päivää
"""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from attrs import evolve

from kuntapaatos.checks import check_type
from kuntapaatos.closing import Cutoff
from kuntapaatos.errors import InvalidValue, NoRuleInForce
from kuntapaatos.instruction.parts import Attachment, Authority, Content, Form, Presumption
from kuntapaatos.law import Confidence, DatedBy, Provision
from kuntapaatos.notice import NoticeKind, Regime, Track, notice_rules
from kuntapaatos.office_hours import OfficeHours
from kuntapaatos.remedy import (
    AuthorityKind,
    DecisionKind,
    Entitled,
    Remedy,
    RemedyKind,
    StartingEvent,
)
from kuntapaatos.workdays import check_day

__all__ = ["OF_THE_STATE", "STATE_HOURS", "TO_COURT", "said_by_law"]


TO_COURT = {
    RemedyKind.MUNICIPAL_APPEAL,
    RemedyKind.ADMINISTRATIVE_APPEAL,
    RemedyKind.APPEAL,
    RemedyKind.FURTHER_APPEAL,
    RemedyKind.MARKET_COURT_APPEAL,
}


# Courts and agencies of the state: they keep its hours, and no municipality's body decides.
OF_THE_STATE = {
    AuthorityKind.ADMINISTRATIVE_COURT,
    AuthorityKind.VAASA_COURT,
    AuthorityKind.SUPREME_ADMINISTRATIVE_COURT,
    AuthorityKind.MARKET_COURT,
    AuthorityKind.REGIONAL_STATE_AGENCY,
    AuthorityKind.PERMIT_AGENCY,
    AuthorityKind.SOCIAL_SECURITY_BOARD,
}


# As a text tells them: not from when they hold.
STATE_HOURS = evolve(OfficeHours.state(), valid_from=None)
_APPEAL_ACT_FROM = date(2020, 1, 1)
"""The first decision day under 808/2019 (126 §)."""
_ELECTRONIC_FROM = date(2003, 2, 1)
"""The first day of 13/2003."""
_TOLD_BY = (
    *(NoticeKind.LETTER, NoticeKind.EMAIL, NoticeKind.PROCUREMENT_MESSAGE),
    *(NoticeKind.ONLINE_MINUTES, NoticeKind.ANNOUNCEMENT, NoticeKind.POSTING),
)


def said_by_law(remedy: Remedy, on: date, authority: Authority | None) -> dict[str, Any]:
    """
    Return the fields of the instruction that a decision must carry.

    Raises:
        InvalidValue, NoRuleInForce: As `AppealInstruction.by_law`.
    """
    check_type("remedy", remedy, Remedy, "a Remedy")
    check_type("authority", authority, (Authority, type(None)), "an Authority or None")
    if remedy.questions:
        asked = ", ".join(doubt.code.value for doubt in remedy.questions)
        expected = f"a row that holds: tell available_remedies() what decides ({asked})"
        raise InvalidValue("remedy", str(remedy), expected)
    day = check_day(on)
    if remedy.dated_by is not DatedBy.DECISION and remedy.valid_until is not None:
        day = min(on, remedy.valid_until)  # what began under an act follows it to its end
    if not remedy.in_force(day):
        known = f"the row holds from {remedy.valid_from} to {remedy.valid_until or 'now'}"
        raise NoRuleInForce(str(remedy), on, known)
    state = remedy.authority in OF_THE_STATE
    decides = Authority(name=remedy.authority.value, hours=STATE_HOURS if state else None)
    return {
        "remedy": remedy.kind,
        "period": remedy.period,
        "starts_from": remedy.starts,
        "decided_by": authority if state and authority is not None else decides,
        "deliver_to": decides if authority is None else authority,
        "entitled": remedy.who,
        "presumptions": _presumed_by_law(remedy, day),
        "paper_cutoff": Cutoff.OFFICE_CLOSE,
        "electronic_cutoff": Cutoff.OFFICE_CLOSE,
        "form": _form_by_law(remedy, on),
        "contents": _contents_by_law(remedy, on),
        "attachments": _attachments_by_law(remedy),
        "court_appeal_barred": True
        if remedy.kind is RemedyKind.ADMINISTRATIVE_REVIEW
        and remedy.against is DecisionKind.ORDINARY
        else None,
        "subject": remedy.subject,
        "provision": _cited(remedy.provisions),
    }


def _presumed_by_law(remedy: Remedy, on: date) -> tuple[Presumption, ...]:
    """Return when each way of notice that starts the period counts as received."""
    if remedy.starts is StartingEvent.INVOICE:
        kinds: set[NoticeKind] = {NoticeKind.INVOICE}
    elif remedy.starts is StartingEvent.GIVEN:
        kinds = {NoticeKind.POSTING}
    elif remedy.starts is not StartingEvent.NOTICE:
        kinds = set()
    elif remedy.regime is Regime.GENERAL:
        kinds = {NoticeKind.LETTER, NoticeKind.EMAIL}
        if Entitled.MEMBER in remedy.who:
            kinds.add(NoticeKind.ONLINE_MINUTES)
    else:
        # A message on a procurement is the electronic notice that its act names.
        kinds = set(_TOLD_BY) - {NoticeKind.EMAIL}
    rules = [
        rule
        for rule in notice_rules(on)
        if rule.kind in kinds
        and rule.regime is remedy.regime
        and not rule.to_authority
        and rule.confidence is not Confidence.UNCERTAIN
    ]
    order = [*_TOLD_BY, NoticeKind.INVOICE]
    rules.sort(key=lambda rule: order.index(rule.kind))
    return tuple(
        Presumption(
            rule.kind,
            rule.days,
            rule.rebuttable,
            everybody=rule.kind is NoticeKind.ONLINE_MINUTES and rule.track is Track.EVERYBODY,
        )
        for rule in rules
    )


def _form_by_law(remedy: Remedy, on: date) -> tuple[Form, ...]:
    form = [Form.WRITTEN]
    if on >= _ELECTRONIC_FROM:
        form.append(Form.ELECTRONIC_DOCUMENT)
    if remedy.kind in TO_COURT and on < _APPEAL_ACT_FROM:
        form.append(Form.SIGNED)
    return tuple(form)


def _contents_by_law(remedy: Remedy, on: date) -> tuple[Content, ...]:
    asked = (Content.DECISION, Content.DEMAND, Content.GROUNDS)
    if remedy.kind not in {*TO_COURT, RemedyKind.BASIC_APPEAL}:
        return (*asked, Content.NAME, Content.CONTACT_DETAILS)
    if on >= _APPEAL_ACT_FROM:
        who = (Content.NAME, Content.CONTACT_DETAILS, Content.REPRESENTATIVE)
        return (*asked, Content.STANDING, *who, Content.PROCESS_ADDRESS)
    where = (Content.HOME_MUNICIPALITY, Content.POSTAL_ADDRESS, Content.PHONE)
    return (*asked, Content.NAME, *where, Content.REPRESENTATIVE)


def _attachments_by_law(remedy: Remedy) -> tuple[Attachment, ...]:
    if remedy.kind in {*TO_COURT, RemedyKind.BASIC_APPEAL}:
        return (Attachment.DECISION, Attachment.PROOF_OF_NOTICE, Attachment.DOCUMENTS)
    return ()


def _cited(provisions: tuple[Provision, ...]) -> str:
    """Return provisions as a text cites them, the sections of one act together."""
    acts: dict[Provision, list[str]] = {}
    for one in provisions:
        sections = acts.setdefault(Provision(one.act, one.number, ""), [])
        if one.section:
            sections.append(one.section.removesuffix(" §"))
    return "; ".join(
        act.full + (f" {', '.join(sorted(sections, key=_place))} §" if sections else "")
        for act, sections in acts.items()
    )


def _place(section: str) -> tuple[int, str]:
    """Return where a section stands in its act: 42 b after 42, 134 after both."""
    number = re.match(r"\d{1,6}", section)
    return (int(number[0]) if number else 0, section)
