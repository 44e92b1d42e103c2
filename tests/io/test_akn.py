from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from kuntapaatos.decision import Decision, DocumentKind, OfficeHolder, Organ, RecordId
from kuntapaatos.errors import InvalidValue
from kuntapaatos.io.akn import eli_uri, expression_iri, provision_iri, slug, work_iri
from kuntapaatos.law import KUNTALAKI, MAARAAIKALAKI, court

cobalt = pytest.importorskip("cobalt", reason="the judge of the identifiers is not installed")

DECISION = Decision(
    kind=DocumentKind.MINUTES_ITEM,
    language="sv",
    municipality="Malax",
    maker=Organ("Kommunstyrelsen"),
    meeting_on=date(2025, 2, 3),
    section="14",
    record_id=RecordId.parse("MAL/12/2025"),
)


def test_parts() -> None:
    """
    Others read the parts of the citation from the identifier.
    """
    found: Any = cobalt.FrbrUri.parse(expression_iri(DECISION))
    assert (found.prefix, found.country, found.locality, found.doctype) == (
        "akn",
        "fi",
        "malax",
        "doc",
    )
    assert (found.subtype, found.actor) == ("poytakirjan-pykala", "kommunstyrelsen")
    assert (found.date, found.number, found.language, found.expression_date) == (
        "2025-02-03",
        "14",
        "swe",
        "@",
    )
    assert found.work_uri() == work_iri(DECISION)


@pytest.mark.parametrize(
    ("changes", "iri"),
    [
        pytest.param({"decided_on": date(2025, 2, 4)}, "/akn/fi-malax/doc/poytakirjan-pykala/kommunstyrelsen/2025-02-04/14", id="the decision's own day"),
        pytest.param({"section": None}, "/akn/fi-malax/doc/poytakirjan-pykala/kommunstyrelsen/2025-02-03/mal-12-2025", id="by the record number"),
        pytest.param({"maker": None}, "/akn/fi-malax/doc/poytakirjan-pykala/2025-02-03/14", id="no maker"),
        pytest.param({"maker": OfficeHolder()}, "/akn/fi-malax/doc/poytakirjan-pykala/viranhaltija/2025-02-03/14", id="an office-holder without a title"),
        pytest.param({"maker": Organ("1. jaosto")}, "/akn/fi-malax/doc/poytakirjan-pykala/2025-02-03/14", id="a maker with a digit"),
        pytest.param({"municipality": "Hämeenlinna", "section": "7 a"}, "/akn/fi-hameenlinna/doc/poytakirjan-pykala/kommunstyrelsen/2025-02-03/7-a", id="other letters"),
    ],
)  # fmt: skip
def test_work(changes: dict[str, Any], iri: str) -> None:
    """
    The identifier follows what the document states.
    """
    decision = evolve(DECISION, **changes)
    assert work_iri(decision) == iri == cobalt.FrbrUri.parse(iri).work_uri()


@pytest.mark.parametrize(
    ("changes", "missing"),
    [
        pytest.param({"municipality": None}, "municipality must", id="no municipality"),
        pytest.param({"meeting_on": None}, "decided_on or meeting_on must", id="no day"),
        pytest.param({"section": "§", "record_id": None}, "section or record_id must", id="no number"),
        pytest.param({"municipality": None, "meeting_on": None}, "municipality, decided_on or meeting_on must", id="both"),
        pytest.param({"language": None}, "language must", id="no language"),
    ],
)  # fmt: skip
def test_not_known(changes: dict[str, Any], missing: str) -> None:
    """
    What the document does not state is not made up.
    """
    with pytest.raises(InvalidValue, match=missing):
        expression_iri(evolve(DECISION, **changes))


# 2012/C 325/02, annex: the components and their names; each is optional.
ELI = re.compile(
    r"/eli/(?P<jurisdiction>[a-z]{2})/(?P<agent>[a-z0-9-]+)(/(?P<body>[a-z0-9-]+))?"
    r"/(?P<year>\d{4})/(?P<month>\d\d)/(?P<day>\d\d)/(?P<type>[a-z-]+)/(?P<number>[a-z0-9-]+)"
)


@pytest.mark.parametrize(
    ("changes", "path"),
    [
        pytest.param({}, "/eli/fi/malax/kommunstyrelsen/2025/02/03/poytakirjan-pykala/14", id="an organ"),
        pytest.param({"maker": None}, "/eli/fi/malax/2025/02/03/poytakirjan-pykala/14", id="no maker"),
        pytest.param({"maker": Organ("1. jaosto"), "section": None}, "/eli/fi/malax/1-jaosto/2025/02/03/poytakirjan-pykala/mal-12-2025", id="a maker with a digit"),
    ],
)  # fmt: skip
def test_eli(changes: dict[str, Any], path: str) -> None:
    """
    The address has ELI's components in ELI's order, below the publisher's own.
    """
    decision = evolve(DECISION, **changes)
    for base in ("https://esimerkki.fi", "https://esimerkki.fi/"):
        assert eli_uri(decision, base=base) == f"https://esimerkki.fi{path}"
    found = ELI.fullmatch(path)
    assert found is not None
    assert (found["jurisdiction"], found["year"]) == ("fi", "2025")


@pytest.mark.parametrize(
    "base", ["", "esimerkki.fi", "ftp://esimerkki.fi", "https://esimerkki.fi/?x", None]
)
def test_eli_needs_an_address(base: Any) -> None:
    """
    An identifier of the web stands below an address of the web.
    """
    with pytest.raises(InvalidValue, match="base must be an http or https address"):
        eli_uri(DECISION, base=base)


def test_eli_of_what_is_not_known() -> None:
    """
    What the document does not state is not made up here either.
    """
    with pytest.raises(InvalidValue, match="municipality must"):
        eli_uri(evolve(DECISION, municipality=None), base="https://esimerkki.fi")


def test_no_decision() -> None:
    """
    Only a decision is identified.
    """
    with pytest.raises(InvalidValue, match="a Decision"):
        work_iri("Malax")  # type: ignore[arg-type]
    with pytest.raises(InvalidValue, match="text must be a text"):
        slug(5)  # type: ignore[arg-type]


SAID = st.text().filter(str.strip)


@given(place=SAID, maker=SAID, section=SAID)
def test_any_text(place: str, maker: str, section: str) -> None:
    """
    Whatever stands in a field, the identifier stays one that others can read.
    """
    decision = evolve(DECISION, municipality=f"x{place}", maker=Organ(maker), section=section)
    found: Any = cobalt.FrbrUri.parse(work_iri(decision))
    assert found.work_uri() == work_iri(decision)
    assert (found.number, found.date) == (slug(section) or "mal-12-2025", "2025-02-03")


def test_a_section_of_law() -> None:
    """
    A section is named as Finlex names it in its own documents; others read act and number.
    """
    assert provision_iri(MAARAAIKALAKI("5 §")) == "/akn/fi/act/statute-consolidated/1930/150#sec_5"
    found: Any = cobalt.FrbrUri.parse(provision_iri(KUNTALAKI()))
    assert (found.country, found.doctype, found.subtype) == ("fi", "act", "statute-consolidated")
    assert (found.date, found.number) == ("2015", "410")


@pytest.mark.parametrize("given", [court("KHO:2014:78"), "Kuntalaki 138 §", None])
def test_no_section_of_law(given: Any) -> None:
    """
    A court's decision has no identifier of an act, and a text is no provision.
    """
    with pytest.raises(InvalidValue, match=r"^provision must be"):
        provision_iri(given)
