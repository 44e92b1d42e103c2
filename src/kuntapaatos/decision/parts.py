"""
What stands in a decision: who made it, what it costs, what is enclosed and what came before.

>>> print(Organ("Kunnanhallitus"), Organ("Kunnanhallitus").kind.value)
Kunnanhallitus kunnanhallitus
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import Enum

from attrs import Factory, field, frozen

from kuntapaatos.checks import as_member, is_a, is_day_or_none, is_text, is_text_or_none
from kuntapaatos.money import euros
from kuntapaatos.remedy.kinds import MakerKind
from kuntapaatos.shown import Value

__all__ = [
    "CertifiedExtract",
    "Contact",
    "Cost",
    "DocumentKind",
    "Handling",
    "Impact",
    "OfficeHolder",
    "Organ",
    "Outcome",
    "SecretEnclosure",
]


_NONE = type(None)


class DocumentKind(Enum):
    """What kind of document was read."""

    DECISION = "päätös"
    MINUTES_ITEM = "pöytäkirjan pykälä"
    AGENDA_ITEM = "esityslistan asia"
    """A proposal only: nothing was decided."""
    INSTRUCTION = "muutoksenhakuohje"
    """An appeal instruction alone."""
    ANNOUNCEMENT = "kuulutus"
    MINUTES = "pöytäkirja"
    """The minutes of a meeting, with the several matters that it decided."""
    AGENDA = "esityslista"
    """The several matters of a meeting that is to come."""


class Outcome(Enum):
    """What came of the proposal."""

    APPROVED = "hyväksytty"
    APPROVED_AFTER_VOTE = "hyväksytty äänestyksen jälkeen"
    CHANGED = "hyväksytty muutettuna"
    GRANTED = "myönnetty"
    REJECTED = "hylätty"
    RETURNED = "palautettu valmisteluun"
    TABLED = "pantu pöydälle"
    WITHDRAWN = "poistettu esityslistalta"
    NOTED = "merkitty tiedoksi"
    ELECTED = "valittu"
    DISMISSED = "jätetty tutkimatta"
    LAPSED = "rauennut"


def _maker_kind(given: MakerKind | str | None) -> MakerKind | None:
    return None if given is None else as_member("kind", MakerKind, given)


def _kind_by_name(organ: Organ) -> MakerKind | None:
    from kuntapaatos.remedy.bodies import body_kind  # only who names a body needs the words

    # "Hallitus" alone may be that of a joint authority or of a company.
    alone = not isinstance(organ.name, str) or organ.name.casefold() in {"hallitus", "styrelsen"}
    return None if alone else body_kind(organ.name)


@frozen(repr=False)
class Organ(Value):
    """
    A body that decides (*toimielin*).

    Attributes:
        name: In its base form, such as "Kaupunginhallitus".
        kind: What kind of body; left out, what the name says, and `None` when it does not
            tell.

    >>> Organ("Kunnanhallitus").kind, Organ("Hallitus").kind
    (<MakerKind.BOARD: 'kunnanhallitus'>, None)
    """

    name: str = field(validator=is_text)
    kind: MakerKind | None = field(
        default=Factory(_kind_by_name, takes_self=True),
        converter=_maker_kind,
        validator=is_a(MakerKind, _NONE),
    )

    def __str__(self) -> str:
        return self.name


@frozen(repr=False)
class OfficeHolder(Value):
    """
    An office-holder who decides (*viranhaltija*); a person is never named.

    Attributes:
        title: The office's title; `None` when the text does not label it.
    """

    title: str | None = field(default=None, validator=is_text_or_none)

    @property
    def kind(self) -> MakerKind:
        """An office-holder, whatever the title."""
        return MakerKind.OFFICE_HOLDER

    def __str__(self) -> str:
        return self.title if self.title is not None else "viranhaltija"


@frozen(kw_only=True, repr=False)
class Contact(Value):
    """
    Whom to ask.  A person's details stay out of `repr`.

    Attributes:
        title: The person's office.
        name: The person's name.
        email: E-mail address.
        phone: Telephone number as printed.
    """

    title: str | None = field(default=None, validator=is_text_or_none)
    name: str | None = field(default=None, repr=False, validator=is_text_or_none)
    email: str | None = field(default=None, repr=False, validator=is_text_or_none)
    phone: str | None = field(default=None, repr=False, validator=is_text_or_none)


@frozen(kw_only=True, repr=False)
class Cost(Value):
    """
    A sum that the decision causes.

    Attributes:
        amount: Euros, as stated.
        per: What it is counted by, such as "vuosi"; `None` for once.
        what: What it is for, in the text's words.
        total: Whether the text gives it as the sum of the others.
    """

    amount: Decimal = field(converter=euros)
    per: str | None = field(default=None, validator=is_text_or_none)
    what: str | None = field(default=None, validator=is_text_or_none)
    total: bool = field(default=False, validator=is_a(bool))


@frozen(kw_only=True, repr=False)
class Handling(Value):
    """
    An earlier handling of the same matter, or a support it got before.

    Attributes:
        by: The body that handled it.
        on: The day.
        section: The section of its minutes.
        outcome: What came of it, in the text's words.
    """

    by: str | None = field(default=None, validator=is_text_or_none)
    on: date | None = field(default=None, validator=is_day_or_none)
    section: str | None = field(default=None, validator=is_text_or_none)
    outcome: str | None = field(default=None, validator=is_text_or_none)


@frozen(kw_only=True, repr=False)
class CertifiedExtract(Value):
    """
    The certification of an extract (*otteen oikeaksi todistaminen*).

    Neither its day nor its maker's title are those of the decision.

    Attributes:
        on: The day of the certification.
        place: Where it was certified.
        title: The certifier's office; the person is not named.
    """

    on: date | None = field(default=None, validator=is_day_or_none)
    place: str | None = field(default=None, validator=is_text_or_none)
    title: str | None = field(default=None, validator=is_text_or_none)


@frozen(kw_only=True, repr=False)
class SecretEnclosure(Value):
    """
    An enclosure that is marked as secret (*salassa pidettävä liite*).

    The mark says how far a document is secret and on what that rests.  The reader of texts
    makes none: it is for what a system knows.

    Attributes:
        name: What it is called, without the mark.
        ground: The provision that the mark names, as printed; `None` when it names none.
        part: Which part of it is secret, as printed; `None` for all of it.

    Source: Julkisuuslaki (621/1999) 24 § on what is secret, 25 § on the mark.

    >>> print(SecretEnclosure(name="Hoitosuunnitelma", ground="JulkL 24 § 1 mom. 25 k"))
    Hoitosuunnitelma (salassa pidettävä, JulkL 24 § 1 mom. 25 k)
    """

    name: str = field(validator=is_text)
    ground: str | None = field(default=None, validator=is_text_or_none)
    part: str | None = field(default=None, validator=is_text_or_none)

    def __str__(self) -> str:
        secret = "salassa pidettävä" if self.part is None else f"salassa pidettävä: {self.part}"
        return f"{self.name} ({', '.join(filter(None, (secret, self.ground)))})"


@frozen(kw_only=True, repr=False)
class Impact(Value):
    """
    One assessment of impacts.

    Attributes:
        kind: What was assessed, such as "Yritysvaikutusten arviointi".
        text: The assessment.
    """

    kind: str = field(validator=is_text)
    text: str = field(validator=is_text)
