"""
The decision itself, with everything that its document says.

>>> made = Decision(kind="päätös", maker=Organ("Kunnanhallitus"), record_id="KAJDno-2024-1799")
>>> made.maker.kind, made.record_id.year
(<MakerKind.BOARD: 'kunnanhallitus'>, 2024)
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from attrs import field, frozen

# Named by their packages: what a decision costs, and where, loads when it is told.
from kuntapaatos import membership as memberships
from kuntapaatos import municipalities
from kuntapaatos.appeal import AppealInstruction, AppealProhibition
from kuntapaatos.checks import (
    all_of,
    as_member,
    check_type,
    is_a,
    is_day_or_none,
    is_text,
    is_text_or_none,
)
from kuntapaatos.decision.parts import (
    CertifiedExtract,
    Contact,
    Cost,
    DocumentKind,
    Handling,
    Impact,
    OfficeHolder,
    Organ,
    Outcome,
    SecretEnclosure,
)
from kuntapaatos.decision.record_id import RecordId
from kuntapaatos.errors import InvalidValue
from kuntapaatos.masks import masked
from kuntapaatos.remedy.kinds import Remedy
from kuntapaatos.shown import Value

__all__ = ["Decision"]


_NONE = type(None)


def _are_texts(_: object, attribute: Any, values: tuple[str, ...] | None) -> None:
    for value in values or ():
        is_text(None, attribute, value)


def _titles(values: Iterable[str] | None) -> tuple[str, ...] | None:
    return None if values is None else all_of("signed_by", values, str, "several titles")


def _recipients(values: Iterable[str]) -> tuple[str, ...]:
    return all_of("recipients", values, str, "several texts")


def _related(values: Iterable[str]) -> tuple[str, ...]:
    return all_of("related", values, str, "several texts")


def _secret_enclosures(values: Iterable[SecretEnclosure]) -> tuple[SecretEnclosure, ...]:
    return all_of("secret_enclosures", values, SecretEnclosure, "several SecretEnclosure")


def _costs(values: Iterable[Cost]) -> tuple[Cost, ...]:
    return all_of("costs", values, Cost, "several Cost")


def _cost_centres(
    values: Iterable[memberships.CostCentre],
) -> tuple[memberships.CostCentre, ...]:
    if values == ():
        return ()
    return all_of("cost_centres", values, memberships.CostCentre, "several CostCentre")


def _contacts(values: Iterable[Contact]) -> tuple[Contact, ...]:
    return all_of("contacts", values, Contact, "several Contact")


def _handlings(values: Iterable[Handling]) -> tuple[Handling, ...]:
    return all_of("handlings", values, Handling, "several Handling")


def _impacts(values: Iterable[Impact]) -> tuple[Impact, ...]:
    return all_of("impacts", values, Impact, "several Impact")


def _appeals(
    values: Iterable[AppealInstruction | AppealProhibition],
) -> tuple[AppealInstruction | AppealProhibition, ...]:
    families = (AppealInstruction, AppealProhibition)
    expected = "several AppealInstruction or AppealProhibition"
    rows = tuple(values) if isinstance(values, (list, tuple)) else ()
    if any(isinstance(row, Remedy) for row in rows):
        expected += "; a Remedy becomes one with AppealInstruction.by_law(remedy, on=decided_on)"
    return all_of("appeals", rows or values, families, expected)


def _kind(given: DocumentKind | str) -> DocumentKind:
    return as_member("kind", DocumentKind, given)


def _outcome(given: Outcome | str | None) -> Outcome | None:
    return None if given is None else as_member("outcome", Outcome, given)


def _record(given: RecordId | str | None) -> RecordId | None:
    return RecordId.parse(given) if isinstance(given, str) else given


def _is_maker(_: object, __: object, given: Any) -> None:
    if given is not None and not isinstance(given, (Organ, OfficeHolder)):
        name = given if isinstance(given, str) else "Kunnanhallitus"
        raise InvalidValue("maker", given, f"an Organ({name!r}), an OfficeHolder or None")


def _is_section(_: object, attribute: Any, given: Any) -> None:
    if type(given) is int:
        raise InvalidValue("section", given, f"a text, such as {str(given)!r}")
    is_text_or_none(None, attribute, given)


def _is_language(_: object, attribute: Any, given: Any) -> None:
    if given not in (None, "fi", "sv"):
        raise InvalidValue(attribute.name, given, '"fi", "sv" or None')


def _is_municipality(_: object, attribute: Any, given: Any) -> None:
    if given is None or isinstance(given, str):
        is_text_or_none(None, attribute, given)
    else:
        check_type(attribute.name, given, municipalities.Municipality, "a text or a Municipality")


def _is_membership(_: object, attribute: Any, given: Any) -> None:
    if given is not None:
        check_type(attribute.name, given, memberships.Membership, "a Membership or None")


@frozen(kw_only=True, repr=False)
class Decision(Value):
    """
    A municipal decision as its document states it.

    What the document does not say is `None` or empty, never a guess.

    Attributes:
        kind: What kind of document it is.
        language: "fi" or "sv".
        municipality: In its base form, such as "Kajaani"; or the `Municipality` itself,
            which prints the same.
        maker: The body or the office-holder that decided.
        meeting_on: The day of the meeting.
        decided_on: The day of the decision, when the text labels it.
        section: The section's number as text, such as "23".
        record_id: The record number of the matter; a text is parsed.
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
        signed_electronically: Whether it was signed or approved electronically; `None` when
            not said.
        extract: The certification of the extract.
        related: Enclosures and related material.
        secret_enclosures: Enclosures that are marked as secret; they are not in *related*.
            The reader of texts does not fill it: it is for what a system knows.
        handlings: Earlier handlings and supports.
        confidential: Whether it is marked secret (621/1999 25 §); `None` when not said.
        confidentiality: The ground of secrecy as printed.
        membership: The network or body that was joined.
        costs: Sums that the decision causes.
        cost_centres: Where the costs are booked; those of a membership stand in it.
        appeals: Instructions and prohibitions, in the text's order.

    Raises:
        InvalidValue: A field holds something else, an empty text, or one value where
            several belong.
        NotADay: A day is no `date`, or is a `datetime`.
    """

    _in_short = (
        *("kind", "municipality", "maker", "meeting_on", "decided_on", "section"),
        *("record_id", "title", "outcome"),
    )

    kind: DocumentKind = field(converter=_kind, validator=is_a(DocumentKind))
    language: str | None = field(default=None, validator=_is_language)
    municipality: municipalities.Municipality | str | None = field(
        default=None, validator=_is_municipality
    )
    maker: Organ | OfficeHolder | None = field(default=None, validator=_is_maker)
    meeting_on: date | None = field(default=None, validator=is_day_or_none)
    decided_on: date | None = field(default=None, validator=is_day_or_none)
    section: str | None = field(default=None, validator=_is_section)
    record_id: RecordId | None = field(
        default=None, converter=_record, validator=is_a(RecordId, _NONE)
    )
    classification: str | None = field(default=None, validator=is_text_or_none)
    title: str | None = field(default=None, validator=is_text_or_none)
    presenter: str | None = field(default=None, validator=is_text_or_none)
    proposal: str | None = field(default=None, validator=is_text_or_none)
    resolution: str | None = field(default=None, validator=is_text_or_none)
    outcome: Outcome | None = field(
        default=None, converter=_outcome, validator=is_a(Outcome, _NONE)
    )
    grounds: str | None = field(default=None, validator=is_text_or_none)
    authority_ground: str | None = field(default=None, validator=is_text_or_none)
    impacts: tuple[Impact, ...] = field(default=(), converter=_impacts)
    contacts: tuple[Contact, ...] = field(default=(), converter=_contacts)
    recipients: tuple[str, ...] = field(
        default=(), converter=_recipients, validator=_are_texts, repr=False
    )
    published_on: date | None = field(default=None, validator=is_day_or_none)
    signed_by: tuple[str, ...] | None = field(default=None, converter=_titles, validator=_are_texts)
    signed_electronically: bool | None = field(default=None, validator=is_a(bool, _NONE))
    extract: CertifiedExtract | None = field(default=None, validator=is_a(CertifiedExtract, _NONE))
    related: tuple[str, ...] = field(default=(), converter=_related, validator=_are_texts)
    secret_enclosures: tuple[SecretEnclosure, ...] = field(default=(), converter=_secret_enclosures)
    handlings: tuple[Handling, ...] = field(default=(), converter=_handlings)
    confidential: bool | None = field(default=None, validator=is_a(bool, _NONE))
    confidentiality: str | None = field(default=None, validator=is_text_or_none)
    membership: memberships.Membership | None = field(default=None, validator=_is_membership)
    costs: tuple[Cost, ...] = field(default=(), converter=_costs)
    cost_centres: tuple[memberships.CostCentre, ...] = field(default=(), converter=_cost_centres)
    appeals: tuple[AppealInstruction | AppealProhibition, ...] = field(
        default=(), converter=_appeals
    )

    def _parts(self) -> list[str]:
        return [masked(part) for part in super()._parts()]

    @property
    def instructions(self) -> tuple[AppealInstruction, ...]:
        """The appeal instructions, without prohibitions."""
        return tuple(item for item in self.appeals if isinstance(item, AppealInstruction))
