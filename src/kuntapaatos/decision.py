"""
A decision and its parts: who decided what, under which section and record number.

>>> record = RecordId.parse("211/00.04.00/2022")
>>> record.classification, record.number, record.year, str(record)
('00.04.00', '211', 2022, '211/00.04.00/2022')
>>> RecordId.parse("KAJDno-2024-1799").year
2024
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from enum import Enum

from attrs import field, frozen

from kuntapaatos.appeal import AppealInstruction, AppealProhibition
from kuntapaatos.errors import InvalidValue, NotADay
from kuntapaatos.membership import CostCentre, Membership
from kuntapaatos.money import euros
from kuntapaatos.remedy.kinds import MakerKind
from kuntapaatos.shown import Value

__all__ = [
    "CertifiedExtract",
    "Contact",
    "Cost",
    "Decision",
    "DocumentKind",
    "Handling",
    "Impact",
    "OfficeHolder",
    "Organ",
    "Outcome",
    "RecordId",
]


class DocumentKind(Enum):
    """What kind of document was read."""

    DECISION = "päätös"
    MINUTES_ITEM = "pöytäkirjan pykälä"
    AGENDA_ITEM = "esityslistan asia"
    """A proposal only: nothing was decided."""
    INSTRUCTION = "muutoksenhakuohje"
    """An appeal instruction alone."""
    ANNOUNCEMENT = "kuulutus"


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


@frozen(eq=False, repr=False)
class Organ(Value):
    """
    A body that decides (*toimielin*).

    Attributes:
        name: In its base form, such as "Kaupunginhallitus".
        kind: What kind of body; `None` when the name does not tell.
    """

    name: str
    kind: MakerKind | None = None

    def __str__(self) -> str:
        return self.name


@frozen(eq=False, repr=False)
class OfficeHolder(Value):
    """
    An office-holder who decides (*viranhaltija*); a person is never named.

    Attributes:
        title: The office's title; `None` when the text does not label it.
    """

    title: str | None = None

    def __str__(self) -> str:
        return self.title if self.title is not None else "viranhaltija"


# "KAJDno-2024-1799", "TRE:6026/10.03.01/2016", "VD/1545/00.04.00/2017",
# "HEL 2024-009117", "3720-2013 (611)", "211/00.04.00/2022", "ESBO/123/2024",
# "JKL: 123/00.01/2024", "123/611/2008", "14105-2019 (10 03 02)".
_CLASSES = r"\d{1,2}(?:[. ]\d{1,2}){1,4}"
_PREFIX = r"(?P<prefix>[^\W\d_]{1,20})"
# Texts, not compiled patterns: reading a record number is rarer than importing.
_RECORD_FORMS = (
    r"(?:" + _PREFIX + r"(?:[:/] ?| ))?"
    r"(?P<number>\d{1,7})/(?P<classification>" + _CLASSES + r"|\d{3})/(?P<year>\d{4})",
    _PREFIX + r"[- :/](?P<year>\d{4})[-/](?P<number>\d{1,7})"
    r"(?:\s(?:[^\W\d_]\s)?(?P<classification>" + _CLASSES + r"))?",
    r"(?:" + _PREFIX + r"(?:[:/] ?| ))?(?P<number>\d{1,7})/(?P<year>\d{4})",
    r"(?P<number>\d{1,7})-(?P<year>\d{4})"
    # Of several classes the first, as the text of the number keeps them all.
    r"(?:\s\((?P<classification>\d{1,6}|" + _CLASSES + r")(?:, [\d ,.]{1,60})?\))?",
)


@frozen(eq=False, repr=False)
class RecordId(Value):
    """
    The record number of a matter (*diaarinumero*, *asianumero*), every city's form.

    Made with `RecordId.parse`; prints as it was given.

    Attributes:
        text: As printed, with single spaces.
        number: The running number, as printed with its zeros.
        year: The year the matter was opened.
        prefix: The municipality's sign, when there is one.
        classification: The class of the matter, when the number carries it.

    >>> RecordId.parse("HEL 2024-009117").number
    '009117'
    >>> print(RecordId.parse("TRE:6026/10.03.01/2016"))
    TRE:6026/10.03.01/2016
    """

    text: str
    number: str
    year: int
    prefix: str | None = None
    classification: str | None = None

    @classmethod
    def parse(cls, text: str) -> RecordId:
        """
        Return the parts of a record number.

        Raises:
            InvalidValue: The text is of no known form.
        """
        given = " ".join(text.split()) if isinstance(text, str) else text
        for form in _RECORD_FORMS:
            found = re.fullmatch(form, given) if isinstance(given, str) else None
            if found is not None:
                parts = found.groupdict()
                return cls(
                    text=given,
                    number=parts["number"],
                    year=int(parts["year"]),
                    prefix=parts.get("prefix"),
                    classification=parts.get("classification"),
                )
        raise InvalidValue(
            "record id", text, "like 'KAJDno-2024-1799', '211/00.04.00/2022' or 'HEL 2024-009117'"
        )

    def __str__(self) -> str:
        return self.text


@frozen(kw_only=True, eq=False, repr=False)
class Contact(Value):
    """
    Whom to ask.  A person's details stay out of `repr`.

    Attributes:
        title: The person's office.
        name: The person's name.
        email: E-mail address.
        phone: Telephone number as printed.
    """

    title: str | None = None
    name: str | None = field(default=None, repr=False)
    email: str | None = field(default=None, repr=False)
    phone: str | None = field(default=None, repr=False)


@frozen(kw_only=True, eq=False, repr=False)
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
    per: str | None = None
    what: str | None = None
    total: bool = False


@frozen(kw_only=True, eq=False, repr=False)
class Handling(Value):
    """
    An earlier handling of the same matter, or a support it got before.

    Attributes:
        by: The body that handled it.
        on: The day.
        section: The section of its minutes.
        outcome: What came of it, in the text's words.
    """

    by: str | None = None
    on: date | None = None
    section: str | None = None
    outcome: str | None = None


@frozen(kw_only=True, eq=False, repr=False)
class CertifiedExtract(Value):
    """
    The certification of an extract (*otteen oikeaksi todistaminen*).

    Neither its day nor its maker's title are those of the decision.

    Attributes:
        on: The day of the certification.
        place: Where it was certified.
        title: The certifier's office; the person is not named.
    """

    on: date | None = None
    place: str | None = None
    title: str | None = None


@frozen(kw_only=True, eq=False, repr=False)
class Impact(Value):
    """
    One assessment of impacts.

    Attributes:
        kind: What was assessed, such as "Yritysvaikutusten arviointi".
        text: The assessment.
    """

    kind: str
    text: str


def _texts(values: Iterable[str]) -> tuple[str, ...]:
    if isinstance(values, str):
        raise InvalidValue("a list of texts", values, "several texts, not one")
    return tuple(values)


def _titles(values: Iterable[str] | None) -> tuple[str, ...] | None:
    return None if values is None else _texts(values)


def _costs(values: Iterable[Cost]) -> tuple[Cost, ...]:
    return tuple(values)


def _cost_centres(values: Iterable[CostCentre]) -> tuple[CostCentre, ...]:
    return tuple(values)


def _contacts(values: Iterable[Contact]) -> tuple[Contact, ...]:
    return tuple(values)


def _handlings(values: Iterable[Handling]) -> tuple[Handling, ...]:
    return tuple(values)


def _impacts(values: Iterable[Impact]) -> tuple[Impact, ...]:
    return tuple(values)


def _appeals(
    values: Iterable[AppealInstruction | AppealProhibition],
) -> tuple[AppealInstruction | AppealProhibition, ...]:
    return tuple(values)


def _day(value: date | None) -> date | None:
    if value is not None and (not isinstance(value, date) or isinstance(value, datetime)):
        raise NotADay(value)
    return value


@frozen(kw_only=True, eq=False, repr=False)
class Decision(Value):
    """
    A municipal decision as its document states it.

    What the document does not say is `None` or empty, never a guess.

    Attributes:
        kind: What kind of document it is.
        language: "fi" or "sv".
        municipality: In its base form, such as "Kajaani".
        maker: The body or the office-holder that decided.
        meeting_on: The day of the meeting.
        decided_on: The day of the decision, when the text labels it.
        section: The section's number as text, such as "23".
        record_id: The record number of the matter.
        classification: The class of the matter, as printed.
        title: The heading.
        presenter: The presenter's title (*esittelijä*).
        proposal: What was proposed (*päätösehdotus*).
        resolution: What was decided, in the text's words.
        outcome: What came of the proposal; `None` when nothing was decided or said.
        grounds: The reasons, and the ground of authority (*päätöksen peruste*).
        authority_ground: The rule under which the maker decides, as printed.
        impacts: Assessments of impacts.
        contacts: Whom to ask.
        recipients: Who is told (*tiedoksi*), as printed.
        published_on: The day of publication that the text states.
        signed_by: The titles of those who signed; empty when the place for signatures
            names nobody, `None` when there is no such place.
        extract: The certification of the extract.
        related: Enclosures and related material.
        handlings: Earlier handlings and supports.
        confidential: Whether it is marked secret; `None` when not said.
        confidentiality: The ground of secrecy as printed.
        membership: The network or body that was joined.
        costs: Sums that the decision causes.
        cost_centres: Where the costs are booked; those of a membership stand in it.
        appeals: Instructions and prohibitions, in the text's order.
    """

    kind: DocumentKind
    language: str | None = None
    municipality: str | None = None
    maker: Organ | OfficeHolder | None = None
    meeting_on: date | None = field(default=None, converter=_day)
    decided_on: date | None = field(default=None, converter=_day)
    section: str | None = None
    record_id: RecordId | None = None
    classification: str | None = None
    title: str | None = None
    presenter: str | None = None
    proposal: str | None = None
    resolution: str | None = None
    outcome: Outcome | None = None
    grounds: str | None = None
    authority_ground: str | None = None
    impacts: tuple[Impact, ...] = field(default=(), converter=_impacts)
    contacts: tuple[Contact, ...] = field(default=(), converter=_contacts)
    recipients: tuple[str, ...] = field(default=(), converter=_texts, repr=False)
    published_on: date | None = field(default=None, converter=_day)
    signed_by: tuple[str, ...] | None = field(default=None, converter=_titles)
    extract: CertifiedExtract | None = None
    related: tuple[str, ...] = field(default=(), converter=_texts)
    handlings: tuple[Handling, ...] = field(default=(), converter=_handlings)
    confidential: bool | None = None
    confidentiality: str | None = None
    membership: Membership | None = None
    costs: tuple[Cost, ...] = field(default=(), converter=_costs)
    cost_centres: tuple[CostCentre, ...] = field(default=(), converter=_cost_centres)
    appeals: tuple[AppealInstruction | AppealProhibition, ...] = field(
        default=(), converter=_appeals
    )

    @property
    def instructions(self) -> tuple[AppealInstruction, ...]:
        """The appeal instructions, without prohibitions."""
        return tuple(item for item in self.appeals if isinstance(item, AppealInstruction))
