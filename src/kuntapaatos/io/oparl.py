"""
A decision as OParl 1.1 objects: the body, the meeting, the item of its agenda, the paper.

OParl 1.1, chapter 3 (field names and types).  What it cannot carry, above all the
appeal, stands whole in the extension `kuntapaatos:decision` of the paper, which is the
document of `kuntapaatos.io.json`; `from_oparl` reads it back.  Nothing is dropped.

>>> from datetime import date
>>> from kuntapaatos.decision import DocumentKind, Organ
>>> decision = Decision(
...     kind=DocumentKind.MINUTES_ITEM,
...     municipality="Mallila",
...     maker=Organ("Kunnanhallitus"),
...     meeting_on=date(2025, 2, 3),
...     section="14",
...     title="Verkostoon liittyminen",
... )
>>> objects = to_oparl(decision, base="https://esimerkki.fi/oparl")
>>> for item in objects:
...     print(item["type"].rpartition("/")[2], item["id"].rpartition("/oparl/")[2])
Organization organization/mallila/kunnanhallitus
Meeting meeting/mallila/kunnanhallitus/2025-02-03
AgendaItem agendaitem/mallila/poytakirjan-pykala/kunnanhallitus/2025-02-03/14
Paper paper/mallila/poytakirjan-pykala/kunnanhallitus/2025-02-03/14
>>> from_oparl(objects) == decision
True
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kuntapaatos.checks import all_of, check_type
from kuntapaatos.decision import Decision, DocumentKind, OfficeHolder
from kuntapaatos.errors import InvalidValue
from kuntapaatos.io.akn import slug, web_address, work_iri
from kuntapaatos.io.json import from_dict, to_dict

__all__ = ["EXTENSION", "from_oparl", "to_oparl"]

EXTENSION = "kuntapaatos:decision"
"""The property of a Paper that holds the whole decision."""

_DATE = "kuntapaatos:date"
_SCHEMA = "https://schema.oparl.org/1.1/"

_Object = dict[str, Any]


def to_oparl(
    decision: Decision, *, base: str, body: str | None = None, order: int | None = None
) -> tuple[_Object, ...]:
    """
    Return a decision as OParl objects that refer to each other.

    An organ's decision at a meeting gives Organization, Meeting, AgendaItem and Paper;
    an office-holder's has no meeting.  Without a maker only the paper remains.  The
    hour of a meeting is not known, so its day is in `kuntapaatos:date`, not in "start".

    Args:
        decision: With what identifies it: see `kuntapaatos.io.akn.work_iri`.
        base: The address below which the objects are published, with http or https.
        body: The address of the municipality's own OParl object, when there is one.
        order: The place on the agenda, from 0; `None` takes the section's number.

    Returns:
        The objects in the order they were named here, each with an "id" of its own.

    Raises:
        InvalidValue: The decision cannot be identified, an address is none, or there is
            neither an order nor a section that is a number.
    """
    check_type("decision", decision, Decision, "a Decision, such as the .decision of a Reading")
    path = work_iri(decision).removeprefix("/akn/fi-").replace("/doc/", "/", 1)
    root = web_address("base", base).rstrip("/")
    common = {} if body is None else {"body": web_address("body", body)}
    objects: list[_Object] = []
    paper = _paper(decision, f"{root}/paper/{path}", common)
    place = slug(str(decision.municipality or ""))
    maker = decision.maker
    if maker is not None:
        organization = f"{root}/organization/{place}/{slug(str(maker)) or 'x'}"
        office = isinstance(maker, OfficeHolder)
        objects.append(
            {
                "id": organization,
                "type": f"{_SCHEMA}Organization",
                **common,
                "name": str(maker),
                # The words of OParl's own recommendation.
                "organizationType": "Verwaltungsbereich" if office else "Gremium",
            }
        )
        paper["originatorOrganization"] = [organization]
        if decision.meeting_on is not None and not office:
            held = f"{slug(str(maker)) or 'x'}/{decision.meeting_on.isoformat()}"
            meeting = f"{root}/meeting/{place}/{held}"
            item = _agenda_item(decision, f"{root}/agendaitem/{path}", meeting, order)
            item["consultation"] = f"{root}/consultation/{path}"
            paper["consultation"] = [_consultation(paper, item, meeting, organization)]
            objects += [_meeting(decision, meeting, organization, item), item]
    return (*objects, paper)


def _stated(**parts: object) -> _Object:
    """Return what is known: a field that the decision does not state is left out."""
    return {name: value for name, value in parts.items() if value is not None}


def _paper(decision: Decision, address: str, common: _Object) -> _Object:
    on = decision.decided_on or decision.meeting_on
    return {
        "id": address,
        "type": f"{_SCHEMA}Paper",
        **common,
        **_stated(
            name=decision.title,
            reference=None if decision.record_id is None else str(decision.record_id),
            date=None if on is None else on.isoformat(),
            paperType=decision.kind.value,
        ),
        EXTENSION: to_dict(decision),
    }


def _meeting(decision: Decision, address: str, organization: str, item: _Object) -> _Object:
    on = decision.meeting_on
    return {
        "id": address,
        "type": f"{_SCHEMA}Meeting",
        "name": str(decision.maker),
        "organization": [organization],
        "agendaItem": [item],
        **({} if on is None else {_DATE: on.isoformat()}),
    }


def _agenda_item(decision: Decision, address: str, meeting: str, order: int | None) -> _Object:
    section = decision.section or ""
    if order is None and section.isdecimal() and len(section) < 10:
        order = int(section)
    if type(order) is not int or order < 0:
        raise InvalidValue("order", order, "a whole number from 0, where the section is none")
    # A proposal has no result yet, whatever its text foresees.
    proposal = decision.kind is DocumentKind.AGENDA_ITEM
    return {
        "id": address,
        "type": f"{_SCHEMA}AgendaItem",
        "meeting": meeting,
        "order": order,
        **_stated(
            number=decision.section,
            name=decision.title,
            public=None if decision.confidential is None else not decision.confidential,
            result=None if decision.outcome is None or proposal else decision.outcome.value,
            resolutionText=decision.resolution,
        ),
    }


def _consultation(paper: _Object, item: _Object, meeting: str, organization: str) -> _Object:
    return {
        "id": item["consultation"],
        "type": f"{_SCHEMA}Consultation",
        "paper": paper["id"],
        "agendaItem": item["id"],
        "meeting": meeting,
        "organization": [organization],
    }


def from_oparl(objects: Iterable[_Object]) -> Decision:
    """
    Return the decision that OParl objects of `to_oparl` carry.

    Args:
        objects: With exactly one Paper that holds the extension.

    Raises:
        InvalidValue: They are no objects, or none or several of them hold one.
        InvalidDocument, CountDiffers, NewerDocument: As `kuntapaatos.io.json.from_dict`.
    """
    several = all_of("objects", objects, dict, "the objects of to_oparl")
    found = [item[EXTENSION] for item in several if EXTENSION in item]
    if len(found) != 1:
        raise InvalidValue("objects", len(found), f"with {EXTENSION} exactly once")
    return from_dict(found[0], Decision)
