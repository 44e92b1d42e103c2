"""
The instruction that goes with a decision: what it says of its remedy.

Kuntalaki (410/2015) 141 §, Hallintolaki (434/2003) 46-48 §.  Everything as the text
states it; `appeal` holds it against the law.

>>> instruction = AppealInstruction(
...     remedy=RemedyKind.ADMINISTRATIVE_REVIEW,
...     period=Period.days(14),
...     entitled=[Entitled.PARTY, Entitled.MEMBER],
... )
>>> print(instruction.period, instruction.decided_by)
14 päivää None
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import time
from enum import Enum
from typing import Any

from attrs import Factory, field, frozen

from kuntapaatos.closing import Cutoff
from kuntapaatos.errors import InvalidValue
from kuntapaatos.notice import NoticeKind
from kuntapaatos.office_hours import OfficeHours
from kuntapaatos.remedy import Entitled, RemedyKind, StartingEvent, Subject
from kuntapaatos.shown import Value
from kuntapaatos.time_limit import Period

__all__ = [
    "AppealInstruction",
    "Attachment",
    "Authority",
    "Content",
    "Form",
    "Presumption",
]


_TO_COURT = {
    RemedyKind.MUNICIPAL_APPEAL,
    RemedyKind.ADMINISTRATIVE_APPEAL,
    RemedyKind.APPEAL,
    RemedyKind.FURTHER_APPEAL,
    RemedyKind.MARKET_COURT_APPEAL,
}


class Form(Enum):
    """In which form a remedy is used."""

    WRITTEN = "kirjallinen"
    ELECTRONIC_DOCUMENT = "sähköinen asiakirja"
    """An electronic document fulfils the written form."""
    SIGNED = "allekirjoitettu"


class Content(Enum):
    """What a request or an appeal must state."""

    DECISION = "päätös, johon haetaan muutosta"
    DEMAND = "vaadittu muutos"
    GROUNDS = "perusteet"
    STANDING = "valitusoikeuden peruste"
    NAME = "nimi"
    HOME_MUNICIPALITY = "kotikunta"
    POSTAL_ADDRESS = "postiosoite"
    PHONE = "puhelinnumero"
    EMAIL = "sähköpostiosoite"
    CONTACT_DETAILS = "yhteystiedot"
    REPRESENTATIVE = "edustajan yhteystiedot"
    PROCESS_ADDRESS = "prosessiosoite"
    IDENTITY_CODE = "henkilötunnus"


class Attachment(Enum):
    """What must be enclosed."""

    DECISION = "päätös"
    PROOF_OF_NOTICE = "selvitys tiedoksisaannista"
    DOCUMENTS = "asiakirjat, joihin vedotaan"
    POWER_OF_ATTORNEY = "valtakirja"


@frozen(kw_only=True, repr=False)
class Authority(Value):
    """
    An authority, and how a document reaches it.

    Attributes:
        name: As the text gives it, in its base form.
        postal_address: Street or box, postal code and place, on one line.
        visiting_address: Street, and postal code and place when stated.
        email: The office's address, never a person's.
        phone: As printed.
        service_address: The web address of an electronic service.
        hours: When it is open; `None` when not known.
    """

    name: str
    postal_address: str | None = None
    visiting_address: str | None = None
    email: str | None = None
    phone: str | None = None
    service_address: str | None = None
    hours: OfficeHours | None = None

    def __str__(self) -> str:
        return self.name


def _day_count(_: object, __: object, days: object) -> None:
    if type(days) is not int or not 0 <= days <= 366:
        raise InvalidValue("days", days, "a whole number of calendar days from 0 to 366")


@frozen(repr=False)
class Presumption(Value):
    """
    On which day a text says that a notice counts as received.

    Attributes:
        kind: The way of notice.
        days: Calendar days after the notice; 0 is the same day.
        rebuttable: Whether the text adds "unless otherwise shown".
    """

    kind: NoticeKind
    days: int = field(validator=_day_count)
    rebuttable: bool


def _entitled(values: Iterable[Entitled]) -> tuple[Entitled, ...]:
    return tuple(values)


def _presumptions(values: Iterable[Presumption]) -> tuple[Presumption, ...]:
    return tuple(values)


def _form(values: Iterable[Form]) -> tuple[Form, ...]:
    return tuple(values)


def _contents(values: Iterable[Content]) -> tuple[Content, ...]:
    return tuple(values)


def _attachments(values: Iterable[Attachment]) -> tuple[Attachment, ...]:
    return tuple(values)


@frozen(kw_only=True, repr=False)
class AppealInstruction(Value):
    """
    The instruction that goes with a decision (*oikaisuvaatimusohje*, *valitusosoitus*).

    Everything as the text states it; what it does not state is `None` or
    empty.  The rules of the law are applied when a deadline is counted.

    Attributes:
        remedy: Which remedy.
        period: How long there is to act; `None` when not stated.
        starts_from: What starts the period; `None` when not stated.
        decided_by: The authority that decides on it.
        deliver_to: The authority the document is delivered to, often the registry.
        entitled: Who may use it; empty when not stated.
        presumptions: The days of notice it states.
        paper_cutoff: Until when a paper may arrive on the last day: a `Cutoff`, or
            the local time that the text names (excluded).
        electronic_cutoff: The same for an electronic document.
        form: In which form.
        contents: What the document must state, in the text's order.
        attachments: What must be enclosed.
        court_appeal_barred: Whether it says that no court may be asked directly.
        subject: What the decision is about, when it is known.
        provision: The section the text itself names, as printed.
    """

    remedy: RemedyKind
    period: Period | None = None
    starts_from: StartingEvent | None = None
    decided_by: Authority | None = None
    deliver_to: Authority | None = None
    entitled: tuple[Entitled, ...] = field(default=(), converter=_entitled)
    presumptions: tuple[Presumption, ...] = field(default=(), converter=_presumptions)
    paper_cutoff: Cutoff | time | None = None
    electronic_cutoff: Cutoff | time | None = None
    form: tuple[Form, ...] = field(default=(), converter=_form)
    contents: tuple[Content, ...] = field(default=(), converter=_contents)
    attachments: tuple[Attachment, ...] = field(default=(), converter=_attachments)
    court_appeal_barred: bool | None = None
    subject: Subject | None = None
    provision: str | None = None
    # The law's side of the last count; derived, so neither compared nor shown.
    _known: list[Any] = field(
        init=False, eq=False, repr=False, default=Factory(lambda: [None, None])
    )

    @property
    def hours(self) -> OfficeHours | None:
        """
        The hours of the office the document goes to; `None` when not known.

        A court's are the state's (8.00-16.15), whether the text names them or not
        (KHO:2024:118).
        """
        for office in (self.deliver_to, self.decided_by):
            if office is not None and office.hours is not None:
                return office.hours
        return OfficeHours.state() if self.remedy in _TO_COURT else None
