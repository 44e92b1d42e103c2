"""
Lines to labels, headings and sections, and the handling that counts.
"""

from __future__ import annotations

from datetime import date

import pytest

from kuntapaatos.io.text.bodies import is_organ, maker_in_genitive
from kuntapaatos.io.text.headings import heading_of
from kuntapaatos.io.text.labels import label_of
from kuntapaatos.io.text.lines import Line, cells_of, lines_of
from kuntapaatos.io.text.offices import is_office, office_in
from kuntapaatos.io.text.sections import outlined
from kuntapaatos.remedy.bodies import body_kind
from kuntapaatos.remedy.kinds import MakerKind


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Päätös", "resolution"),
        ("PÄÄTÖS:", "resolution"),
        ("**Päätös**", "resolution"),
        ("Beslut", "resolution"),
        ("KUNNANHALLITUKSEN PÄÄTÖS:", "resolution"),
        ("Päätös Hyväksyttiin.", "resolution"),
        ("PäätösAsia pantiin pöydälle.", "resolution"),
        ("Kaupunginjohtajan päätösehdotus", "proposal"),
        ("Stadsdirektörens förslag: Godkänns.", "proposal"),
        ("Päätösehdotus (kj): Hyväksytään.", "proposal"),
        ("Esittelijä Kaupunginjohtaja Aino Esimerkki", "presenter"),
        ("Esittelijä\tKaupunginjohtaja", "presenter"),
        ("Dno KAJDno-2024-1", "record"),
        ("Diaarinumero: 12/2024", "record"),
        ("Kokouspäivä 1.2.2024", "meeting_date"),
        ("Yritysvaikutusten arviointi:", "impact"),
        ("Ilmastovaikutukset", "impact"),
        ("Liite 3", "enclosures"),
        ("2. äänestys", "vote"),
        ("Päätös on sähköisesti allekirjoitettu.", "signature"),
        ("Lisätietoja antaa rehtori", "contact"),
        ("Lisätietoja asiasta antaa rehtori", "contact"),
        ("Otteen oikeaksi todistaa", "extract"),
        ("Pykälä 44", "section"),
    ],
)
def test_labels(line: str, role: str) -> None:
    """
    A label stands alone, before a colon, in its cell, glued, or before its own value.
    """
    label = label_of(line)
    assert label is not None
    assert label.role == role


@pytest.mark.parametrize(
    "line",
    [
        "",
        "- kohta",
        "Päätös koskee koko kuntaa.",
        "päätös Hyväksyttiin.",
        "Ratkaistavaksi tulee asia",
        "OteOtteen liitteet",
        "Asia Kunnan talous",
        "Hallituksen esitys eduskunnalle laiksi on annettu tänä keväänä aiemmin",
        "9 000 asukasta",
        "VUOKRA: 500",
    ],
)
def test_no_labels(line: str) -> None:
    """
    A sentence that begins with a label's word is none.
    """
    assert label_of(line) is None


@pytest.mark.parametrize(
    ("line", "organ", "on", "section", "rest"),
    [
        ("Kaupunginhallitus 28.11.2022 § 407", "Kaupunginhallitus", date(2022, 11, 28), "407", ""),
        ("Kaupunginhallitus, § 229, 05.06.2017", "Kaupunginhallitus", date(2017, 6, 5), "229", ""),
        ("Ksylk § 84", "Ksylk", None, "84", ""),
        ("16 §", None, None, "16", ""),
        ("§ 12/2024", None, None, "12", ""),
        ("§ 45 Talousarvion muutos 2024", None, None, "45", "Talousarvion muutos 2024"),
        ("45 § Talousarvion muutos", None, None, "45", "Talousarvion muutos"),
        ("Khall § 56    TONTIN MYYNTI", "Khall", None, "56", "TONTIN MYYNTI"),
        ("Kaupunginhallitus\t195\t02.05.2017\t2", "Kaupunginhallitus", date(2017, 5, 2), "195", "2"),
        ("Kaupunginhallitus 28.11.2022 407", "Kaupunginhallitus", date(2022, 11, 28), "407", ""),
        ("Kaupunginhallitus 28.11.2022 \ufffd 407", "Kaupunginhallitus", date(2022, 11, 28), "407", ""),
        ("Hallintojohtaja § 12/2024 15.3.2024", "Hallintojohtaja", date(2024, 3, 15), "12", ""),
        ("Kunnanhallitus 25.03.2024 klo 17:00 - 18.20", "Kunnanhallitus", date(2024, 3, 25), None, ""),
        ("Kaupunginhallituksen kokous 12.2.2024", "Kaupunginhallitus", date(2024, 2, 12), None, ""),
        ("Stadsstyrelsens sammanträde 12.2.2024", "Stadsstyrelsen", date(2024, 2, 12), None, ""),
        ("Viranhaltijapäätös 12.3.2024 § 5", None, date(2024, 3, 12), "5", ""),
        ("Tekninen lautakunta   15.03.2017   Sivu 7 / 30", "Tekninen lautakunta", date(2017, 3, 15), None, ""),
        ("10.12.2024", None, date(2024, 12, 10), None, ""),
    ],
)  # fmt: skip
def test_headings(
    line: str, organ: str | None, on: date | None, section: str | None, rest: str
) -> None:
    """
    Who, when and which section, in any order; each with its place.
    """
    heading = heading_of(line, 100)
    assert heading is not None
    assert (heading.on, heading.section, heading.rest) == (on, section, rest)
    assert heading.organ == organ
    if section is not None:
        start, end = heading.section_at
        assert line[start - 100 : end - 100] == section


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Hallintosääntö 69 a §",
        "Kuntalaki 136 §",
        "KuntaL § 136",
        "15 §:n mukaan",
        "Sovellettava lainkohta: Kuntalaki 136 §",
        "Pöydältä 21.3.2017 § 84.",
        "Liite 5 Luonnos, muutettu 26.4.2017 (KSYLK § 132)",
        "14.3.2017 päivätyn",
        "Kajaani 10.12.2024",
        "Kaupunginhallitus 31.2.2024",
        "Kaupunginhallitus päätti 1.2.2024",
        "Kaupunginhallitus 1.2.2024 kokoontui täällä",
        "§ ilman numeroa",
        "Kaupunginhallitus 1.2.1066",
        "Jotakin muuta   1.2.2024   asiaa",
    ],
)
def test_no_headings(line: str) -> None:
    """
    A statute, a remark and an impossible day head nothing.
    """
    assert heading_of(line) is None


def test_bodies_and_offices() -> None:
    """
    A body is told by its last word, an office by its own.
    """
    assert is_organ("Kasvun ja oppimisen lautakunta")
    assert not is_organ("Kasvun ja oppimisen lautakunnan esitys")
    assert body_kind("Nämnden Svenska rum") is MakerKind.COMMITTEE
    assert body_kind("Torikauppiaat") is None
    assert is_office("vs. kunnanjohtaja")
    assert not is_office("Maija Esimerkki")
    assert office_in("Maija Esimerkki") is None
    assert maker_in_genitive("Valtuuston päätös") is MakerKind.COUNCIL
    assert maker_in_genitive("Stadsstyrelsens beslut") is MakerKind.BOARD
    assert maker_in_genitive("Päätös") is None
    assert maker_in_genitive("Kokouksen päätös") is None


def test_lines_and_cells() -> None:
    """
    Lines have their places; a hand-made page's marks are no part of them.
    """
    assert list(lines_of("a\n\n  ## Päätös  \n# source\n")) == [
        Line(0, "a"),
        Line(8, "Päätös"),
        Line(17, "# source"),
    ]
    assert [line.end for line in lines_of(" ab", 1)] == [3]
    assert list(cells_of("\t, ")) == []


def test_a_label_split_by_its_column() -> None:
    """
    "Täytäntöönpano-" and "tiedot" in two rows are one label.
    """
    outline = outlined(
        "Päätös   Hyväksyttiin.\nTäytäntöönpano-   Asia tiedoksi\ntiedot   Ote: talous\n"
    )
    assert [(part.role, part.name) for part in outline.sections] == [
        ("resolution", "Päätös"),
        ("execution", "Täytäntöönpanotiedot"),
    ]
    assert outline.content(outline.sections[1]) == "Ote: talous"
    assert [part.name for part in outlined("Tarkastus-\npöytä").sections] == []


def test_only_the_last_handling_counts() -> None:
    """
    Nothing of an earlier handling leaks, whether it stands before or after.
    """
    text = (
        "Lautakunta\nTekninen lautakunta 1.2.2024 § 3\nPäätös\nHylättiin.\n"
        "Kunnanhallitus 9.2.2024 § 9\nPäätös\nHyväksyttiin.\n"
    )
    outline = outlined(text)
    assert outline.current is not None
    assert outline.current.section == "9"
    assert [outline.content(part) for part in outline.of("resolution")] == ["Hyväksyttiin."]
    assert [heading.section for heading in outline.earlier] == ["3"]


def test_without_days_the_last_one_counts() -> None:
    """
    Handlings without days count in the text's order.
    """
    text = "Ltk § 3\nPäätös\nHylättiin.\n\nKh § 9\nPäätös\nHyväksyttiin.\n\nLiitteet\nLtk § 3\nKh § 9\n"
    current = outlined(text).current
    assert current is not None
    assert current.section == "9"


def test_a_dated_list_completes_an_earlier_handling() -> None:
    """
    An earlier handling named twice is one, with the day when one of them has it.
    """
    text = "Ltk § 3\nPäätös\nHylättiin.\nLautakunta 1.2.2024 § 3\nKh 9.2.2024 § 9\nPäätös\nHyväksyttiin."
    assert [heading.on for heading in outlined(text).earlier] == [date(2024, 2, 1)]


def test_sections_have_a_limit() -> None:
    """
    Beyond thousands of labels nothing is a label: memory stays bounded.
    """
    outline = outlined("Päätös\nx\n" * 6_000)
    assert len(outline.sections) == 5_000
    assert len(outlined("a\n" * 60_010).head) == 60
