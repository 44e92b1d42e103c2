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
from datetime import date, datetime, time
from enum import Enum
from typing import Any

from attrs import Factory, field, frozen

from kuntapaatos.closing import Cutoff, is_cutoff
from kuntapaatos.errors import InvalidValue, NotADay, all_of, is_a
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


_NONE = type(None)
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


@frozen(kw_only=True, eq=False, repr=False)
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

    Raises:
        InvalidValue: A field holds something else.
    """

    name: str = field(validator=is_a(str))
    postal_address: str | None = field(default=None, validator=is_a(str, _NONE))
    visiting_address: str | None = field(default=None, validator=is_a(str, _NONE))
    email: str | None = field(default=None, validator=is_a(str, _NONE))
    phone: str | None = field(default=None, validator=is_a(str, _NONE))
    service_address: str | None = field(default=None, validator=is_a(str, _NONE))
    hours: OfficeHours | None = field(default=None, validator=is_a(OfficeHours, _NONE))

    def __str__(self) -> str:
        return self.name


def _day_count(_: object, __: object, days: Any) -> None:
    if type(days) is not int or not 0 <= days <= 366:
        raise InvalidValue("days", days, "a whole number of calendar days from 0 to 366")


@frozen(eq=False, repr=False)
class Presumption(Value):
    """
    On which day a text says that a notice counts as received.

    Attributes:
        kind: The way of notice.
        days: Calendar days after the notice; 0 is the same day.
        rebuttable: Whether the text adds "unless otherwise shown".

    Raises:
        InvalidValue: *days* is not from 0 to 366, or a field holds something else.
    """

    kind: NoticeKind = field(validator=is_a(NoticeKind))
    days: int = field(validator=_day_count)
    rebuttable: bool = field(validator=is_a(bool))


def _calendar_day(_: object, __: object, day: Any) -> None:
    # As the text states it, so also outside the supported years.
    if day is not None and (not isinstance(day, date) or isinstance(day, datetime)):
        raise NotADay(day)


def _entitled(values: Iterable[Entitled]) -> tuple[Entitled, ...]:
    return all_of("entitled", values, Entitled, "several Entitled")


def _presumptions(values: Iterable[Presumption]) -> tuple[Presumption, ...]:
    return all_of("presumptions", values, Presumption, "several Presumption")


def _form(values: Iterable[Form]) -> tuple[Form, ...]:
    return all_of("form", values, Form, "several Form")


def _contents(values: Iterable[Content]) -> tuple[Content, ...]:
    return all_of("contents", values, Content, "several Content")


def _attachments(values: Iterable[Attachment]) -> tuple[Attachment, ...]:
    return all_of("attachments", values, Attachment, "several Attachment")


@frozen(kw_only=True, eq=False, repr=False)
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
        stated_last_day: The last day as the text itself states it, never used for a count.
        provision: The section the text itself names, as printed.

    Raises:
        InvalidValue: A field holds something else.
        NotADay: *stated_last_day* is no `date`, or is a `datetime`.
    """

    remedy: RemedyKind = field(validator=is_a(RemedyKind))
    period: Period | None = field(default=None, validator=is_a(Period, _NONE))
    starts_from: StartingEvent | None = field(default=None, validator=is_a(StartingEvent, _NONE))
    decided_by: Authority | None = field(default=None, validator=is_a(Authority, _NONE))
    deliver_to: Authority | None = field(default=None, validator=is_a(Authority, _NONE))
    entitled: tuple[Entitled, ...] = field(default=(), converter=_entitled)
    presumptions: tuple[Presumption, ...] = field(default=(), converter=_presumptions)
    paper_cutoff: Cutoff | time | None = field(default=None, validator=is_cutoff)
    electronic_cutoff: Cutoff | time | None = field(default=None, validator=is_cutoff)
    form: tuple[Form, ...] = field(default=(), converter=_form)
    contents: tuple[Content, ...] = field(default=(), converter=_contents)
    attachments: tuple[Attachment, ...] = field(default=(), converter=_attachments)
    court_appeal_barred: bool | None = field(default=None, validator=is_a(bool, _NONE))
    subject: Subject | None = field(default=None, validator=is_a(Subject, _NONE))
    stated_last_day: date | None = field(default=None, validator=_calendar_day)
    provision: str | None = field(default=None, validator=is_a(str, _NONE))
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
