"""The titles of offices, and who acts in a sentence."""

from __future__ import annotations

from typing import Any

import pytest

from kuntapaatos import OfficeHolder, Organ
from kuntapaatos.io.text import read
from kuntapaatos.io.text.offices import is_office, office_in, subject_of
from kuntapaatos.io.text.tables import table
from kuntapaatos.remedy.kinds import MakerKind

TABLES: dict[str, dict[str, Any]] = table("offices")


def test_the_table() -> None:
    """
    Both languages have the same lists, in small letters, and nothing stands twice.
    """
    assert TABLES["fi"].keys() == TABLES["sv"].keys()
    for name in TABLES["fi"]:
        words = [word for part in TABLES.values() for word in part[name]]
        assert len(words) == len(set(words))
        assert all(word == word.casefold() for word in words)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        pytest.param("Kunnanjohtaja", "Kunnanjohtaja", id="one word"),
        pytest.param("KUNNANJOHTAJA", "KUNNANJOHTAJA", id="in capitals"),
        pytest.param("Vs. tekninen johtaja", "Vs. tekninen johtaja", id="a deputy"),
        pytest.param("t.f. kommundirektör", "t.f. kommundirektör", id="a deputy in Swedish"),
        pytest.param(
            "Liikelaitoksen vt. toimitusjohtaja",
            "Liikelaitoksen vt. toimitusjohtaja",
            id="a deputy behind the unit",
        ),
        pytest.param(
            "Hallinto-, talous- ja kehitysjohtaja",
            "Hallinto-, talous- ja kehitysjohtaja",
            id="hyphens and commas",
        ),
        pytest.param(
            "Vs. talous ja tuki -yksikön johtaja",
            "Vs. talous ja tuki -yksikön johtaja",
            id="a unit",
        ),
        pytest.param("Tiedottaja Maija Esimerkki", None, id="no office that is known"),
        pytest.param("Sivistysjohtaja Maija Esimerkki", "Sivistysjohtaja", id="and who holds it"),
        pytest.param("Palveluvastaava", "Palveluvastaava", id="a compound"),
        pytest.param("Työstä vastaava", None, id="a word that only a compound makes an office"),
        pytest.param("Kohteen vastaava", None, id="another of those"),
        pytest.param("Chef om enheten", "Chef", id="a preposition ends it"),
        pytest.param("Johtajan esitys", None, id="in the genitive"),
        pytest.param("Kunta. Johtaja", None, id="a full stop ends it"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_titles(text: str, title: str | None) -> None:
    """
    A title ends with the word of an office; a name, a case or a preposition is none of it.
    """
    found = office_in(text)
    assert (None if found is None else text[slice(*found)]) == title
    assert is_office(text) is (title == text and bool(text))


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        pytest.param("Kunnanhallitus päätti ostaa auran.", "Kunnanhallitus", id="decided"),
        pytest.param("Tekninen lautakunta jatkaa sopimusta.", "Tekninen lautakunta", id="any verb"),
        pytest.param("Kunnanvaltuusto ei hyväksynyt esitystä.", "Kunnanvaltuusto", id="did not"),
        pytest.param("Kommunstyrelsen förlänger avtalet.", "Kommunstyrelsen", id="Swedish"),
        pytest.param("Terveysinsinööri 3 päätti asian.", "Terveysinsinööri 3", id="with a number"),
        pytest.param("Aluepäällikkö 5.1 sulkee talon.", "Aluepäällikkö 5.1", id="and another"),
        pytest.param(
            "Palvelupäällikkö, kuntouttavat palvelut, päätti asian.",
            "Palvelupäällikkö",
            id="a unit between commas",
        ),
        pytest.param(
            "Palveluesihenkilö, osaamisen palvelut, korkea-aste, päätti asian.",
            "Palveluesihenkilö",
            id="a unit with a comma",
        ),
        pytest.param("Palvelupäällikkö, kuntouttavat palvelut.", None, id="a unit and no verb"),
        pytest.param("Vs. kunnanjohtaja muuttaa nimikkeen.", "Vs. kunnanjohtaja", id="a deputy"),
        pytest.param("Hallintojohtaja valitaan myöhemmin.", None, id="is chosen"),
        pytest.param("Kunnanjohtaja alusti asiaa.", None, id="only speaks in a meeting"),
        pytest.param("Puheenjohtaja totesi kokouksen lailliseksi.", None, id="the chair"),
        pytest.param("Kunnanhallitus ja lautakunta päättivät.", None, id="two"),
        pytest.param("Kunnanjohtajan esitys hyväksyttiin.", None, id="nobody who acts"),
        pytest.param("asia hyväksyttiin", None, id="no beginning of a sentence"),
    ],
)
def test_who_acts(sentence: str, name: str | None) -> None:
    """
    A body or an office at the beginning acts, whatever its verb; a passive verb has nobody.
    """
    subject = subject_of(sentence)
    assert (None if subject is None else subject.name) == name


@pytest.mark.parametrize(
    ("text", "maker"),
    [
        pytest.param(
            "§ 7\nSopimus\n\nPäätös\nTekninen lautakunta jatkaa sopimusta.",
            Organ("Tekninen lautakunta", MakerKind.COMMITTEE),
            id="a body",
        ),
        pytest.param(
            "§ 7\nSopimus\n\nPäätös\nTerveysinsinööri 3 pidentää aikaa.",
            OfficeHolder("Terveysinsinööri 3"),
            id="an office",
        ),
        pytest.param(
            "§ 7\nSopimus\n\nPäätös\nKunnanjohtaja alusti asiaa. Kunnanhallitus hyväksyi sen.",
            Organ("Kunnanhallitus", MakerKind.BOARD),
            id="after who spoke",
        ),
        pytest.param(
            "§ 7\nAvtal\n\nBeslut\nTekniska nämnden förlänger avtalet.",
            Organ("Tekniska nämnden", MakerKind.COMMITTEE),
            id="in Swedish",
        ),
        pytest.param(
            "§ 7\nLausunto kaavasta\n\nLausunto\nTekninen lautakunta antoi lausunnon.",
            Organ("Tekninen lautakunta", MakerKind.COMMITTEE),
            id="a statement",
        ),
        pytest.param(
            "§ 7\nKaava\n\nTyöstä vastaava\tAino Esimerkki\nPäätös\nHyväksyttiin.",
            None,
            id="who answers for the work has not decided",
        ),
    ],
)
def test_makers(text: str, maker: object) -> None:
    """
    A maker whom only the resolution names is read from it.
    """
    assert read(text).decision.maker == maker


@pytest.mark.parametrize(
    ("text", "resolution"),
    [
        pytest.param("Esitys\nTekninen lautakunta esitti asiaa.", True, id="proposed"),
        pytest.param("Esitys\nTekninen lautakunta esittää asiaa.", False, id="is to propose"),
        pytest.param("Lausunto\nTekninen lautakunta antoi lausunnon.", True, id="stated"),
        pytest.param("Förslag\nTekniska nämnden föreslog saken.", False, id="no verb of acting"),
        pytest.param("Utlåtande\nTekniska nämnden gav sitt utlåtande.", True, id="in Swedish"),
        pytest.param(
            "Lausunto\nTekninen lautakunta antoi lausunnon.\nPäätös\nHyväksyttiin.",
            True,
            id="a decision besides",
        ),
    ],
)
def test_statements_of_a_body(text: str, resolution: bool) -> None:
    """
    What a body has proposed or stated to another is its decision, where nothing else is.
    """
    decision = read(f"Tekninen lautakunta 3.2.2025 § 7\nKaava\n\n{text}\n").decision
    assert (decision.resolution is not None) is resolution
    if resolution and "Päätös" in text:
        assert decision.resolution == "Hyväksyttiin."
