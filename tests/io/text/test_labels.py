"""The table of labels, and what a label does to the instruction above it."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from kuntapaatos.io import text
from kuntapaatos.io.text.labels import OWN_STEMS, ending, label_of
from kuntapaatos.io.text.tables import table

TABLE: dict[str, Any] = {role: part for role, part in table("labels").items() if role != "own"}
NAMES = [(role, name) for role, part in TABLE.items() for name in (*part["fi"], *part["sv"])]
# Names that no table has.
UNKNOWN = (
    "Päätöksen vastaanottajat",
    "Asiakirjan saajat",
    "Hakemuksen tekijä",
    "Tiedusteluihin vastaa",
    "Naapurit",
    "Urakoitsija",
    "Mottagare av beslutet",
    "Sakägare",
    "Entreprenör",
    "Beställare",
)
# What a whole instruction says below its heading, with the one who decides and the address.
TIME = (
    "Kunnanhallitus 3.2.2025 § 14\nKirjaston aukiolo\nPäätös\nHyväksyttiin.\n"
    "Oikaisuvaatimusohje\nPäätökseen tyytymätön voi tehdä oikaisuvaatimuksen"
    " kunnanhallitukselle 14 päivän kuluessa päätöksen tiedoksisaannista.\n"
)
ADDRESS = "Kunnanhallitus\nPL 1, 99999 Mallila\nkirjaamo@example.fi\n"
ANOTHER = "Sivistyslautakunta\nKirjastotie 1, 99999 Mallila\ntoinen@example.com\n"
TIME_SV = (
    "Kommunstyrelsen 3.2.2025 § 14\nBibliotekets öppettider\nBeslut\nGodkändes.\n"
    "Anvisning om begäran om omprövning\nDen som är missnöjd med beslutet kan begära omprövning"
    " hos kommunstyrelsen inom 14 dagar från delfåendet av beslutet.\n"
)
ADDRESS_SV = "Kommunstyrelsen\nPB 1, 99999 Modellby\nregistraturen@example.fi\n"
ANOTHER_SV = "Bildningsnämnden\nBiblioteksvägen 1, 99999 Modellby\nannan@example.com\n"


def test_no_name_stands_twice() -> None:
    """
    A name begins one part, whatever the language.
    """
    assert [name for name, count in Counter(name for _, name in NAMES).items() if count > 1] == []


@pytest.mark.parametrize("role", TABLE)
def test_a_part_of_the_table(role: str) -> None:
    """
    A part has names in both languages, in small letters and no longer than a label is.
    """
    part = TABLE[role]
    assert part.keys() <= {"fi", "sv", "begins", "ends", "inside", "states", "told"}
    assert part["fi"]
    assert part["sv"]
    for name in (*part["fi"], *part["sv"], *part.get("begins", ())):
        assert name == name.casefold().strip()
        assert 1 <= len(name) <= 60
    assert set(part.get("inside", ())) | set(part.get("states", ())) <= {*part["fi"], *part["sv"]}
    assert part.get("ends") in {None, "it", "it too"}


def test_every_name_is_a_label() -> None:
    """
    A name alone on its line, in capitals or before a colon is the label of its part.
    """
    for role, name in NAMES:
        for line in (name.capitalize(), name.upper(), f"{name.capitalize()}:"):
            label = label_of(line)
            assert label is not None, line
            assert label.role == role, line


@pytest.mark.parametrize("colon", ["", ":"])
@pytest.mark.parametrize("own", [ADDRESS, ""], ids=["with an address", "without one"])
@pytest.mark.parametrize("role", TABLE)
def test_addresses_below_a_label(role: str, own: str, colon: str) -> None:
    """
    What stands below another label is never the address of the one who decides.
    """
    # Below "Osoite" an instruction gives its own.
    for name in {*TABLE[role]["fi"], *TABLE[role]["sv"]} - {"osoite"}:
        read = text.read(f"{TIME}{own}{name.capitalize()}{colon}\n{ANOTHER}").decision
        for instruction in read.instructions:
            for office in (instruction.decided_by, instruction.deliver_to):
                told = (office.email, office.postal_address) if office is not None else ()
                assert "toinen@example.com" not in told, name
                assert "Kirjastotie 1, 99999 Mallila" not in told, name


@pytest.mark.parametrize("name", UNKNOWN)
@pytest.mark.parametrize(
    ("said", "another"),
    [
        pytest.param(TIME + ADDRESS, ANOTHER, id="Finnish"),
        pytest.param(TIME_SV + ADDRESS_SV, ANOTHER_SV, id="Swedish"),
        pytest.param(TIME, ANOTHER.replace("Sivistyslautakunta", "Maija Esimerkki"), id="alone"),
    ],
)
def test_addresses_below_an_unknown_label(name: str, said: str, another: str) -> None:
    """
    A short line in a label's place is a label, whether its name is known or not.
    """
    (with_it,) = text.read(f"{said}{name}\n{another}").decision.instructions
    (alone,) = text.read(said).decision.instructions
    assert with_it == alone


@pytest.mark.parametrize("name", [name for _, name in NAMES if ending(name.capitalize()) == "it"])
def test_what_ends_an_instruction_is_read(name: str) -> None:
    """
    What follows an instruction under its label belongs to the decision.
    """
    said = f"{TIME}{ADDRESS}{name.capitalize()}\nSivistysjohtaja Maija Esimerkki\n"
    read = text.read(said)
    role = label_of(name.capitalize())
    assert role is not None
    decision = read.decision
    given = {
        "contact": decision.contacts,
        "recipients": decision.recipients,
        "enclosures": decision.related,
        "signature": decision.signed_by or (),
    }
    assert role.role not in given or given[role.role]
    assert decision.instructions[0].decided_by is not None


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("Tiedoksi: hakija", "it", id="recipients on the line"),
        pytest.param("Liitteet: oikaisuvaatimukseen liitetään päätös", None, id="what to attach"),
        pytest.param("Päätös tehtiin", None, id="a sentence"),
        pytest.param("Lisätietoja antaa kirjaamo", None, id="a sentence of whom to ask"),
        pytest.param("Tiedoksianto", None, id="what an instruction tells too"),
        pytest.param("Ehdotus", "it too", id="another handling"),
        pytest.param("Aika", None, id="no end"),
    ],
)
def test_what_a_line_ends(line: str, expected: str | None) -> None:
    """
    Some labels end the instruction above them, some the handling too, some nothing.
    """
    assert ending(line) == expected


@pytest.mark.parametrize(
    "heading",
    ["Määräaika", "Yhteystiedot", "Asiakirjojen toimittaminen", "Kontaktuppgifter", "Inlämning"],
)
def test_own_headings(heading: str) -> None:
    """
    What an instruction heads itself is its own: the address below is the authority's.
    """
    own = ADDRESS.replace("Kunnanhallitus\n", "")
    (instruction,) = text.read(f"{TIME}{heading}\n{own}").decision.instructions
    assert instruction.decided_by is not None
    assert instruction.decided_by.email == "kirjaamo@example.fi"


def test_stems_of_own_headings() -> None:
    """
    A stem is in small letters, and long enough to mean something.
    """
    assert all(stem == stem.casefold() and len(stem) > 3 for stem in OWN_STEMS)
