"""
What an instruction is made of: whom to write to, what to state, what to enclose.

>>> print(Authority(name="Kunnanhallitus"), Presumption("kirje", 7, rebuttable=True).kind.value)
Kunnanhallitus kirje
"""

from __future__ import annotations

from enum import Enum
from typing import Any

from attrs import field, frozen

from kuntapaatos.checks import is_a, is_text, is_text_or_none
from kuntapaatos.errors import InvalidValue
from kuntapaatos.notice import NoticeKind
from kuntapaatos.notice.kinds import as_kind
from kuntapaatos.office_hours import OfficeHours
from kuntapaatos.shown import Value

__all__ = ["Attachment", "Authority", "Content", "Form", "Presumption"]


_NONE = type(None)


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

    Raises:
        InvalidValue: A field holds something else.
    """

    name: str = field(validator=is_text)
    postal_address: str | None = field(default=None, validator=is_text_or_none)
    visiting_address: str | None = field(default=None, validator=is_text_or_none)
    email: str | None = field(default=None, validator=is_text_or_none)
    phone: str | None = field(default=None, validator=is_text_or_none)
    service_address: str | None = field(default=None, validator=is_text_or_none)
    hours: OfficeHours | None = field(default=None, validator=is_a(OfficeHours, _NONE))

    def __str__(self) -> str:
        return self.name


def _day_count(_: object, __: object, days: Any) -> None:
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
        everybody: Whether the text says it of the parties too, where members alone are
            told so: then the parties' time runs from the publication and from no letter.

    Raises:
        InvalidValue: *days* is not from 0 to 366, or a field holds something else.

    Source: 132/1999 188 § (from 2018).
    """

    kind: NoticeKind = field(converter=as_kind, validator=is_a(NoticeKind))
    days: int = field(validator=_day_count)
    rebuttable: bool = field(validator=is_a(bool))
    everybody: bool = field(default=False, validator=is_a(bool))
