"""
OParl objects, held against the fields and types that OParl 1.1 publishes.

The schema here is written from the facts of the specification (schema.oparl.org,
version 1.1: names, types, formats, what is required); none of its text is copied.
"""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from attrs import evolve

from kuntapaatos.appeal import AppealInstruction
from kuntapaatos.decision import (
    Contact,
    Decision,
    DocumentKind,
    OfficeHolder,
    Organ,
    Outcome,
    RecordId,
)
from kuntapaatos.errors import InvalidValue
from kuntapaatos.io.json import InvalidDocument
from kuntapaatos.io.oparl import EXTENSION, from_oparl, to_oparl
from kuntapaatos.remedy import RemedyKind
from kuntapaatos.time_limit import Period

jsonschema = pytest.importorskip("jsonschema", reason="the judge of the schema is not installed")

URL = {"type": "string", "pattern": r"^https?://[^\s]+$"}
URLS = {"type": "array", "items": URL}
TEXT, FLAG, WHOLE = {"type": "string"}, {"type": "boolean"}, {"type": "integer"}
DAY = {"type": "string", "pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
MOMENT = {"type": "string", "pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}([+-][0-9:]{5}|Z)$"}
OBJECT: dict[str, Any] = {"type": "object"}
OBJECTS = {"type": "array", "items": OBJECT}
EVERY = {
    "id": URL, "license": TEXT, "keyword": {"type": "array", "items": TEXT}, "created": MOMENT,
    "modified": MOMENT, "web": URL, "deleted": FLAG,
}  # fmt: skip
FIELDS: dict[str, dict[str, Any]] = {
    "Organization": {
        "body": URL, "name": TEXT, "membership": URLS, "meeting": URL, "consultation": URL, "shortName": TEXT,
        "post": {"type": "array", "items": TEXT}, "subOrganizationOf": URL, "organizationType": TEXT,
        "classification": TEXT, "startDate": DAY, "endDate": DAY, "website": URL, "location": OBJECT,
        "externalBody": URL, "memberCount": WHOLE, "votingMemberCount": WHOLE,
    },
    "Meeting": {
        "name": TEXT, "meetingState": TEXT, "cancelled": FLAG, "start": MOMENT, "end": MOMENT, "location": OBJECT,
        "organization": URLS, "participant": URLS, "invitation": OBJECT, "resultsProtocol": OBJECT,
        "verbatimProtocol": OBJECT, "auxiliaryFile": OBJECTS, "agendaItem": OBJECTS,
    },
    "AgendaItem": {
        "meeting": URL, "number": TEXT, "order": WHOLE, "name": TEXT, "public": FLAG, "consultation": URL,
        "result": TEXT, "resolutionText": TEXT, "resolutionFile": OBJECT, "auxiliaryFile": OBJECTS,
        "start": MOMENT, "end": MOMENT,
    },
    "Consultation": {
        "paper": URL, "agendaItem": URL, "meeting": URL, "organization": URLS, "authoritative": FLAG, "role": TEXT,
    },
    "Paper": {
        "body": URL, "name": TEXT, "reference": TEXT, "date": DAY, "paperType": TEXT, "relatedPaper": URLS,
        "superordinatedPaper": URLS, "subordinatedPaper": URLS, "mainFile": OBJECT, "auxiliaryFile": OBJECTS,
        "location": OBJECTS, "originatorPerson": URLS, "underDirectionOf": URLS, "originatorOrganization": URLS,
        "consultation": OBJECTS,
    },
}  # fmt: skip
REQUIRED = {"AgendaItem": ["id", "type", "order"]}


def judge(name: str) -> Any:
    """Return the judge of one type: its fields, and extensions with the maker's prefix."""
    return jsonschema.Draft202012Validator(
        {
            "type": "object",
            "properties": {
                **EVERY,
                **FIELDS[name],
                "type": {"const": f"https://schema.oparl.org/1.1/{name}"},
            },
            "patternProperties": {"^kuntapaatos:": {}},
            "required": REQUIRED.get(name, ["id", "type"]),
            "additionalProperties": False,
        }
    )


def kind_of(item: dict[str, Any]) -> str:
    """Return the name of an object's type."""
    return str(item["type"]).rpartition("/")[2]


def check(objects: tuple[dict[str, Any], ...]) -> None:
    """Hold every object, inner ones too, against its type; nothing is null."""
    for item in objects:
        judge(kind_of(item)).validate(item)
        assert None not in item.values()
        check(tuple(item.get("agendaItem", ())) if kind_of(item) == "Meeting" else ())
        check(tuple(item.get("consultation", ())) if kind_of(item) == "Paper" else ())


BASE = "https://esimerkki.fi/oparl"
DECISION = Decision(
    kind=DocumentKind.MINUTES_ITEM,
    language="fi",
    municipality="Mallila",
    maker=Organ("Kunnanhallitus"),
    meeting_on=date(2025, 2, 3),
    section="14",
    record_id=RecordId.parse("MAL/12/2025"),
    title="Verkostoon liittyminen",
    resolution="Kunta liittyy verkostoon.",
    outcome=Outcome.APPROVED,
    confidential=False,
    contacts=[Contact(name="Maija Esimerkki")],
    appeals=[AppealInstruction(remedy=RemedyKind.ADMINISTRATIVE_REVIEW, period=Period.days(14))],
)


def test_meeting() -> None:
    """
    An organ's decision is an item of its meeting's agenda, with its paper.
    """
    objects = to_oparl(DECISION, base=BASE, body=f"{BASE}/body/1")
    check(objects)
    organization, meeting, item, paper = objects
    assert [kind_of(one) for one in objects] == ["Organization", "Meeting", "AgendaItem", "Paper"]
    assert (organization["name"], organization["organizationType"]) == ("Kunnanhallitus", "Gremium")
    assert (meeting["organization"], meeting["kuntapaatos:date"]) == (
        [organization["id"]],
        "2025-02-03",
    )
    assert meeting["agendaItem"] == [item]
    assert (item["meeting"], item["number"], item["order"]) == (meeting["id"], "14", 14)
    assert (item["name"], item["public"], item["result"]) == (DECISION.title, True, "hyväksytty")
    assert item["resolutionText"] == DECISION.resolution
    assert (paper["reference"], paper["date"]) == ("MAL/12/2025", "2025-02-03")
    assert (paper["body"], paper["paperType"]) == (f"{BASE}/body/1", "pöytäkirjan pykälä")
    (consultation,) = paper["consultation"]
    assert consultation["id"] == item["consultation"]
    assert (consultation["paper"], consultation["agendaItem"]) == (paper["id"], item["id"])


def test_office_holder() -> None:
    """
    An office-holder decides alone: no meeting and no agenda.
    """
    decision = evolve(DECISION, maker=OfficeHolder("Hallintojohtaja"), decided_on=date(2025, 2, 4))
    objects = to_oparl(decision, base=f"{BASE}/")
    check(objects)
    assert [kind_of(one) for one in objects] == ["Organization", "Paper"]
    assert objects[0]["organizationType"] == "Verwaltungsbereich"
    assert objects[1]["originatorOrganization"] == [objects[0]["id"]]
    assert objects[1]["date"] == "2025-02-04"


@pytest.mark.parametrize(
    ("changes", "kinds"),
    [
        pytest.param({"maker": None}, ["Paper"], id="no maker"),
        pytest.param({"meeting_on": None, "decided_on": date(2025, 2, 3)}, ["Organization", "Paper"], id="no meeting"),
        pytest.param({"maker": Organ("§")}, ["Organization", "Meeting", "AgendaItem", "Paper"], id="no letters"),
        pytest.param(
            {"title": None, "record_id": None, "outcome": None, "resolution": None, "confidential": None},
            ["Organization", "Meeting", "AgendaItem", "Paper"], id="little known",
        ),
    ],
)  # fmt: skip
def test_what_is_not_known(changes: dict[str, Any], kinds: list[str]) -> None:
    """
    What the document does not state is left out, never made up.
    """
    objects = to_oparl(evolve(DECISION, **changes), base=BASE)
    check(objects)
    assert [kind_of(one) for one in objects] == kinds
    assert from_oparl(objects) == evolve(DECISION, **changes)


def test_proposal_has_no_result() -> None:
    """
    An item of an agenda is a proposal: it has no result.
    """
    item = to_oparl(evolve(DECISION, kind=DocumentKind.AGENDA_ITEM), base=BASE)[2]
    assert "result" not in item


def test_nothing_is_dropped() -> None:
    """
    The whole decision, the appeal too, comes back from the extension, through JSON.
    """
    objects = json.loads(json.dumps(to_oparl(DECISION, base=BASE)))
    assert from_oparl(objects) == DECISION
    assert sum(EXTENSION in item for item in objects) == 1


@pytest.mark.parametrize(
    ("objects", "error"),
    [
        pytest.param([], InvalidValue, id="none"),
        pytest.param([{EXTENSION: {}}, {EXTENSION: {}}], InvalidValue, id="two"),
        pytest.param([{EXTENSION: {}}], InvalidDocument, id="no document"),
        pytest.param([EXTENSION], InvalidValue, id="no object"),
        pytest.param(None, InvalidValue, id="nothing"),
    ],
)
def test_not_ours(objects: list[dict[str, Any]], error: type[Exception]) -> None:
    """
    Objects without exactly one decision give none.
    """
    with pytest.raises(error):
        from_oparl(objects)


@pytest.mark.parametrize("section", ["14 a", "٣x", "12345678901"])
def test_order(section: str) -> None:
    """
    Where the section is no plain number, the caller says the place on the agenda.
    """
    decision = evolve(DECISION, section=section)
    with pytest.raises(InvalidValue, match="order must be"):
        to_oparl(decision, base=BASE)
    assert to_oparl(decision, base=BASE, order=0)[2]["order"] == 0


@pytest.mark.parametrize("order", [-1, True, "1"])
def test_no_order(order: Any) -> None:
    """
    A place on the agenda is a whole number from 0.
    """
    with pytest.raises(InvalidValue, match="order must be"):
        to_oparl(DECISION, base=BASE, order=order)


@pytest.mark.parametrize(
    "address",
    ["", "esimerkki.fi", "ftp://esimerkki.fi", "https://", "https://esimerkki.fi/?a", "https://esimerkki.fi/#a", "https://[", "https://esimerkki.fi/ä b", None],
)  # fmt: skip
def test_address(address: Any) -> None:
    """
    Objects are named by addresses of the web.
    """
    with pytest.raises(InvalidValue, match="base must be"):
        to_oparl(DECISION, base=address)
    if address is not None:
        with pytest.raises(InvalidValue, match="body must be"):
            to_oparl(DECISION, base=BASE, body=address)


def test_no_decision() -> None:
    """
    Only a decision becomes objects, and only one that can be identified.
    """
    with pytest.raises(InvalidValue, match="a Decision"):
        to_oparl("x", base=BASE)  # type: ignore[arg-type]
    with pytest.raises(InvalidValue, match="municipality must be"):
        to_oparl(evolve(DECISION, municipality=None), base=BASE)
