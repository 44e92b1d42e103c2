"""
The head of a decision: each field from its own place.
"""

from __future__ import annotations

from datetime import date

import pytest

from kuntapaatos.decision import (
    Decision,
    DocumentKind,
    OfficeHolder,
    Organ,
    Outcome,
)
from kuntapaatos.io.text import ProblemCode, Reading, read
from kuntapaatos.io.text.places import language_of


def decision_of(text: str) -> Decision:
    """Return what a text says."""
    return read(text).decision


def codes(reading: Reading) -> set[object]:
    """Return the codes of what does not agree."""
    return {problem.code for problem in reading.problems}


@pytest.mark.parametrize(
    ("head", "record", "classification"),
    [
        ("KAJDno-2024-1799", "KAJDno-2024-1799", None),
        ("HEL 2024-009117 T 00 00 03", "HEL 2024-009117", "00 00 03"),
        ("211/00.04.00/2022", "211/00.04.00/2022", "00.04.00"),
        ("3720-2013 (611)", "3720-2013 (611)", "611"),
        ("TRE:6026/10.03.01/2016", "TRE:6026/10.03.01/2016", "10.03.01"),
        ("JKL: 123/10.00/2024", "JKL: 123/10.00/2024", "10.00"),
        ("4577/2016\t11.01.00", "4577/2016", "11.01.00"),
        ("Dnro 5/2024\nLuokitus: 02.08.00", "5/2024", "02.08.00"),
        ("Kiinteistö 297-426-8-168", None, None),
        ("Pöytäkirja   6/2024", None, None),
        ("Tehtäväluokka 00.01.02", None, "00.01.02"),
        ("Tehtäväluokka: ei ole", None, None),
        ("Tehtäväluokka: ei ole\nLuokitus: 00.01", None, "00.01"),
    ],
)
def test_record_numbers(head: str, record: str | None, classification: str | None) -> None:
    """
    Every city's form, labelled or alone; a property and a meeting have none.
    """
    decision = decision_of(f"Kunnanhallitus 3.2.2025 § 14\n{head}\nPäätös\nHyväksyttiin.")
    assert (str(decision.record_id) if decision.record_id else None) == record
    assert decision.classification == classification


def test_two_record_numbers_are_candidates() -> None:
    """
    Two different numbers: none is chosen; one number in two forms is one.
    """
    reading = read("Kunnanhallitus 3.2.2025 § 14\nKAJDno-2024-1\nKAJDno-2024-2\nPäätös\nOk.")
    assert reading.decision.record_id is None
    (found,) = reading.where("record_id")
    assert [str(item) for item in found.candidates] == ["KAJDno-2024-1", "KAJDno-2024-2"]
    assert ProblemCode.AMBIGUOUS in codes(reading)
    same = decision_of("KAJDno-2024-1\nTitle on tässä\nKAJDno-2024-001\nPäätös\nOk.")
    assert str(same.record_id) == "KAJDno-2024-1"


@pytest.mark.parametrize(
    ("text", "maker"),
    [
        ("Toimielin: Tekninen lautakunta\nPäätös: Ok.", Organ),
        ("Viranhaltija: Rehtori\nPäätös: Ok.", "Rehtori"),
        ("Päättäjä: ei tiedossa\nPäätös: Tekninen johtaja päätti ostaa auton.", "Tekninen johtaja"),
        ("Päätös\nPäätän ostaa auton.", None),
        ("Viranhaltijapäätös\n\nAuton osto\nPäätös\nOstetaan auto.", None),
        ("Rehtori\n1.2.2024\nAuton osto\nRehtori\nPäätös\nOk.", "Rehtori"),
        ("Sivistystoimiala\nKunnanvaltuusto, § 5\nPäätös\nOk.", Organ),
        ("Tiedote   Kunnanhallitus 1.2.2024\nPäätös\nOk.", Organ),
    ],
)
def test_makers(text: str, maker: object) -> None:
    """
    A body or an office, where the text names it; an unnamed office-holder has no title.
    """
    found = decision_of(text).maker
    if maker is Organ:
        assert isinstance(found, Organ)
    else:
        assert found == OfficeHolder(maker if isinstance(maker, str) else None)


def test_nobody_is_named() -> None:
    """
    Two offices, or a sentence about somebody, name no maker.
    """
    assert decision_of("Rehtori\nKanslisti\nTekninen johtaja\nDno 5/2024\nPäätös\n-").maker is None
    assert decision_of("Päätösehdotus\nRehtori päättää asiasta.\nPäätös\n-").maker is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Kh § 9\nDno 5/2024\nPäätös\nKaupunginhallitus päätti hyväksyä.", "Kaupunginhallitus"),
        ("Stst § 9\nDno 5/2024\nBeslut\nStadsstyrelsen godkände.", "Stadsstyrelsen"),
        ("Kh § 9\nDno 5/2024\nPäätös\nHyväksyttiin.", "Kh"),
        ("Xltk § 9\nDno 5/2024\nPäätös\nHyväksyttiin.", "Xltk"),
        ("Tekninen lautakunta  2.4.2024\nTekla § 9\nPäätös\nHyväksyttiin.", "Tekninen lautakunta"),
    ],
)
def test_abbreviations(text: str, name: str) -> None:
    """
    An abbreviation is written out when the text does it somewhere.
    """
    assert str(decision_of(text).maker) == name


@pytest.mark.parametrize(
    ("text", "meeting", "decided"),
    [
        ("Kunnanhallitus\nKokousaika: 3.2.2025 klo 17\nPäätös: Ok on päätetty.", (3, 2), (3, 2)),
        ("Viranhaltija: Rehtori\nPäätöspäivä: 3.2.2025\nPäätös: Ok on päätetty.", None, (3, 2)),
        ("Viranhaltija: Rehtori\nPäiväys: 3.2.2025\nPäätös: Ok on päätetty.", None, (3, 2)),
        ("Viranhaltija: Rehtori\nPäivämäärä:\nPäätös: Ok on päätetty.", None, None),
        ("Kunnanhallitus\nKokouspäivä: katso 3.2.2025\nPäätös: Ok on päätetty.", None, None),
        ("Kunta   3.2.2025   1/2025\nKunnanhallitus\nPäätös: Ok on päätetty.", (3, 2), (3, 2)),
        ("Kunnanhallitus\nTalous 1.1.-3.2.2025\nPäätös: Ok on päätetty.", None, None),
        ("Kunnanhallitus 3.2.2025 § 1\nPäätösehdotus: Ok.", (3, 2), None),
        ("Kunnanhallitus\n§ 4 Muutos 3.2.2025\nPäätös: Ok on päätetty.", None, None),
        ("Kunnanhallitus maanantai 3.2.2025 Pykälä 4\nPäätös: Ok on päätetty.", (3, 2), (3, 2)),
        ("Kommunstyrelsen den 3 februari 2025 § 4\nBeslut: Godkändes.", (3, 2), (3, 2)),
        ("Kunnanhallitus 3. helmikuuta 2025 § 4\nPäätös: Ok on päätetty.", (3, 2), (3, 2)),
        ("Kunnanhallitus 3 osaan 2025 § 4\nPäätös: Ok on päätetty.", None, None),
        (
            "Päätöksentekijä: Rehtori Maija Esimerkki\nAntopäivä: 3.2.2025\nPäätös: Ok.",
            None,
            (3, 2),
        ),
    ],
)
def test_days(text: str, meeting: tuple[int, int] | None, decided: tuple[int, int] | None) -> None:
    """
    A body decides in its meeting, an office-holder on the day the text labels.
    """
    decision = decision_of(text)
    assert decision.meeting_on == (meeting and date(2025, meeting[1], meeting[0]))
    assert decision.decided_on == (decided and date(2025, decided[1], decided[0]))


def test_two_days_in_a_head_are_candidates() -> None:
    """
    When the head has two days alone, none is chosen.
    """
    reading = read("Rehtori\n1.2.2024\n3.2.2024\nDno 5/2024\nPäätös\nOstetaan auto.")
    assert reading.decision.decided_on is None
    (found,) = reading.where("decided_on")
    assert found.candidates == (date(2024, 2, 1), date(2024, 2, 3))
    body = read("Kunnanhallitus\n1.2.2024\n3.2.2024\nDno 5/2024\nPäätös\nOk.")
    assert body.where("meeting_on")[0].value is None


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("§ 4\nTien nimi\n\nDno 5/2024\nPäätös\nOk.", "Tien nimi"),
        ("§ 4 Tien nimi\nDno 5/2024\nPäätös\nOk.", "Tien nimi"),
        ("Otsikko: Tien nimi\nPäätös\nOk.", "Tien nimi"),
        ("Asia: KAJDno-2024-1\nTien nimi\nPäätös\nOk.", "Tien nimi"),
        ("Tien nimi ja\nvalaistus\nDno 5/2024\nPäätös\nOk.", "Tien nimi ja valaistus"),
        ("Tien nimi\nDno 5/2024\nvalaistus\nPäätös\nOk.", "Tien nimi"),
        ("Kunnan virallinen tiedote.\n12/2024\nhttps://example.fi\nPäätös\nOk.", None),
        ("Mäntsälän kunta   Kunnanhallitus\nTien nimi\nPäätös\nOk.", "Tien nimi"),
        ("Kunnanhallitus 1.2.2024 § 3\n5.2.2024 ,\nTien nimi\nPäätös\nOk.", "Tien nimi"),
        ("Kh 1.2.2024 § 3    Tien nimi\nDno 5/2024\nPäätös\nOk.", "Tien nimi"),
        ("Asia:\nPäätös\nOk.", None),
        ("Asia: KAJDno-2024-1\nPäätös\nOk.", None),
        ("5. helmikuuta 2024\nTien nimi\nPäätös\nOk.", "Tien nimi"),
        ("§ 3\n§ 4 Silta\nTien nimi\nPäätös\nOk.", "Tien nimi"),
        ("2024-02-05\nTien nimi\nPäätös\nOk.", "Tien nimi"),
        ("§ 3 Dnro 5/10.03.01/2024\nTien nimi\nPäätös\nOk.", "Tien nimi"),
        ("§ 3 Salassa pidettävä (JulkL 24 §)\nTien nimi\nPäätös\nOk.", "Tien nimi"),
        ("Hankintapäätös\nPäätös\nOk.", "Hankintapäätös"),
        ("Hankintapäätös\nTien nimi\nPäätös\nOk.", "Tien nimi"),
        ("Tekniset palvelut\nTien nimi\nPäätös\nOk.", "Tien nimi"),
        ("Rehtori, Mäntsälän kunta\nTien nimi\nPäätös\nOk.", "Tien nimi"),
        ("Edellinen asia | Seuraava asia\nTien nimi\nPäätös\nOk.", "Tien nimi"),
        ("Asia nro 4\nAsia Tien nimi\nPäätös\nOk.", "Tien nimi"),
        (
            (
                "Tien nimi\nDno 5/2024\nAsia\nTie on kulunut puhki jo monesta kohdasta, ja se on"
                " päällystettävä.\nPäätös\nOk."
            ),
            "Tien nimi",
        ),
    ],
)
def test_titles(text: str, title: str | None) -> None:
    """
    The heading is no record number, no body, no day and no sentence.
    """
    assert decision_of(text).title == title


def test_a_section_under_its_label() -> None:
    """
    A labelled section counts; a label without a number does not.
    """
    assert decision_of("Pykälä: 44\nPäätös\nOk.").section == "44"
    assert decision_of("Pykälä: ei ole\nPäätös\nOk.").section is None


def test_two_sections_above_an_instruction() -> None:
    """
    When the instruction is for several sections, the decision's own is not known.
    """
    text = "Päätös\nOstetaan auto.\nOikaisuvaatimus\n§ 3\n§ 4\nOikaisuvaatimusohje\n"
    text += "Oikaisuvaatimus on tehtävä 14 päivän kuluessa päätöksen tiedoksisaannista.\n"
    assert decision_of(text).section is None


@pytest.mark.parametrize(
    ("line", "secret", "ground"),
    [
        ("Julkisuus: Julkinen", False, "Julkinen"),
        ("Salassapito: Salassa pidettävä, JulkL 24 §", True, "Salassa pidettävä, JulkL 24 §"),
        ("Julkisuus: selvitetään", None, "selvitetään"),
        ("Salassa pidettävä (JulkL 24 § 1 mom.)", True, "JulkL 24 § 1 mom."),
        ("Julkinen", False, None),
        ("x" * 200, None, None),
    ],
)
def test_secrecy(line: str, secret: bool | None, ground: str | None) -> None:
    """
    A mark of secrecy in the head or under its label, with its ground.
    """
    decision = decision_of(f"Dno 5/2024\n{line}\nPäätös\nHyväksyttiin.")
    assert (decision.confidential, decision.confidentiality) == (secret, ground)


@pytest.mark.parametrize(
    ("text", "municipality"),
    [
        ("Kajaanin kaupunki\nPäätös\nOk.", "Kajaani"),
        ("Vasa stad\nBeslut\nGodkändes.", "Vaasa"),
        ("Päätös\nHelsingin kaupunginhallitus hyväksyi.", "Helsinki"),
        ("Lausunto Kuopion hallinto-oikeudelle\nPäätös\nOk.", None),
        ("Matka Kuopioon kesällä\nDno 5/2024\nPäätös\nOk.", None),
        ("HEL 2024-000001\nTie Vantaalta Helsinkiin\nPäätös\nOk.", "Helsinki"),
        ("Päätös\nOstetaan.\n87100 KAJAANI", None),
        ("Kajaanin kaupunki ja Kuopion kaupunki\nPäätös\nOk.", None),
        ("Lausunto Kuopion kaupungille\nHEL 2024-000001\nPäätös\nOk.", "Helsinki"),
        ("Tie\nVD/12/10.03.01/2024\nPäätös\nOk.", "Vantaa"),
        ("Tie\nKAJDno-2024-17\nPäätös\nOk.", "Kajaani"),
        ("Tie\nLAPDno-2024-17\nPäätös\nOk.", None),
        ("Järvikylän kunta\nTie\nKAJDno-2024-17\nPäätös\nOk.", None),
        ("Tie\nPäätös\nOk.\nLisätiedot: kirjaamo@kajaani.fi", "Kajaani"),
        ("Tie\nPäätös\nOk.\nLisätiedot: a@kajaani.fi, b@ylojarvi.fi", None),
        (("Tie\nPäätös\nOk.\nValitusosoitus\nValitus tehdään 30 päivän kuluessa tiedoksisaannista."
         "\nPohjois-Suomen hallinto-oikeus\nPL 189, 90101 Oulu"), None),
        (("Oikaisuvaatimusohje\nOikaisuvaatimus tehdään lautakunnalle 14 päivän kuluessa"
         " tiedoksisaannista.\nSivistyslautakunta\nPL 133, 87101 Kajaani"), "Kajaani"),
        (("Tekninen lautakunta 1.1.2024 § 1\nPäätös\nKuopion kaupunki.\n"
         "Kunnanhallitus 9.2.2024 § 9\nPäätös\nKajaanin kaupunki."), "Kajaani"),
    ],
)  # fmt: skip
def test_municipalities(text: str, municipality: str | None) -> None:
    """
    A municipality that names itself; a court's seat is none, two alike are candidates.
    """
    assert decision_of(text).municipality == municipality


def test_languages() -> None:
    """
    Finnish, Swedish, or neither.
    """
    assert language_of("1 2 3") is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Kuulutus\nTie suljetaan\n", DocumentKind.ANNOUNCEMENT),
        ("Esityslista\nTie\nDno 5/2024\n", DocumentKind.AGENDA_ITEM),
        ("Kunnanhallitus 9.2.2024 § 9\n", DocumentKind.AGENDA_ITEM),
        ("Dno 5/2024\n", DocumentKind.DECISION),
        (("§ 62\nTie\nPäätös\nKunnanhallitus päätti ostaa tien.\n"
         "Päätös on sähköisesti allekirjoitettu."), DocumentKind.DECISION),
        (("Pöytäkirja\n§ 62\nTie\nPäätös\nKunnanhallitus päätti ostaa tien.\n"
         "Päätös on sähköisesti allekirjoitettu."), DocumentKind.MINUTES_ITEM),
    ],
)  # fmt: skip
def test_kinds(text: str, kind: DocumentKind) -> None:
    """
    What kind of document it is follows from what it holds.
    """
    assert decision_of(text).kind is kind


def test_whole_minutes_hold_several_decisions() -> None:
    """
    Of several matters none is chosen; what they have in common is read.
    """
    text = (
        "Kunnanhallitus 9.2.2024\n\n§ 1 Avaus\nPäätös: Todettiin.\n\n"
        "§ 2 Tie\nPäätös: Ostetaan tie.\n\n§ 3 Vain ilmoitus\n"
    )
    reading = read(text)
    assert ProblemCode.SEVERAL_DECISIONS in codes(reading)
    assert reading.decision.section is None
    assert reading.decision.meeting_on == date(2024, 2, 9)
    assert reading.is_decision


def test_names_of_two_rows() -> None:
    """
    The written-out name of a body in a list stands for its abbreviation.
    """
    text = "Kh § 9\nDno 5/2024\nPäätös\nOstetaan auto.\nLiitteet\nKunnanhallitus § 9\nKartta\n"
    assert str(decision_of(text).maker) == "Kunnanhallitus"


DONE = "Päätös\nHyväksyttiin.\n"
ATTENDED = """Kunnanvaltuusto
KOKOUSAIKA Maanantai 9.12.2019 klo 18.00
SAAPUVILLA OLLEET
Malli Aino
"""
COVER = """Valtuusto
Julkaistu
Kokouspäivä 17.6.2024
Pöytäkirjan tarkastus
Pöytäkirja on tarkastettu ja todettu kokouksen kulun mukaiseksi. Kyllä
"""


@pytest.mark.parametrize(
    ("text", "section", "title"),
    [
        (
            f"Kunnanhallitus, kokous 3.10.2023\n§ 240 Sopimuksen jatkaminen 1.1.2024 alkaen\n{DONE}",
            "240",
            "Sopimuksen jatkaminen 1.1.2024 alkaen",
        ),
        (f"§ 240 Kunnanhallitus 3.10.2023\nTien nimi\n{DONE}", "240", "Tien nimi"),
        (
            f"{COVER}§ 1 Kokouksen laillisuus\nTeksti.\n{DONE}",
            "1",
            "Kokouksen laillisuus",
        ),
        (f"KUNNANHALLITUS\nTIEN NIMI\nKhall 49 §\n{DONE}", "49", "TIEN NIMI"),
        (f"KUNNANHALLITUS\nTien nimi\nKhall 49 §\n{DONE}", "49", "Tien nimi"),
        (f"Kunnanhallitus\n98 KOKOUKSEN LAILLISUUS\n{DONE}", "98", "KOKOUKSEN LAILLISUUS"),
        (f"Kunnanhallitus\n98 Kokouksen laillisuus\n{DONE}", "98", "Kokouksen laillisuus"),
        (f"Mallila\nKunnanhallitus 269 14.12.2009 4 liite\nTien nimi\n{DONE}", None, "Mallila"),
        (f"Kokoustiedot\nAika kello 19\nTien nimi\n{DONE}", None, "Tien nimi"),
    ],
)
def test_where_a_heading_stands(text: str, section: str | None, title: str) -> None:
    """
    A heading is told from the day in it, the cover above it and the rows of a table.
    """
    decision = read(text).decision
    assert (decision.section, decision.title) == (section, title)


@pytest.mark.parametrize(
    ("said", "outcome"),
    [
        ("Kunnanhallitus\nEsittelijän ehdotus hyväksyttiin.", Outcome.APPROVED),
        ("Kunnanhallitus\nTien nimi", None),
        (
            "Ehdotus hyväksyttiin. Valtuusto palautti asian 24.5.2023 äänestyksen jälkeen äänin 43–39.",
            Outcome.APPROVED,
        ),
        ("Ehdotus hyväksyttiin äänestyksen jälkeen äänin 43–39.", Outcome.APPROVED_AFTER_VOTE),
        ("Kunta osallistuu hankkeeseen edellyttäen, että avustus myönnetään.", Outcome.APPROVED),
        ("Jos avustus myönnetään, kunta osallistuu.", Outcome.GRANTED),
    ],
)
def test_what_this_meeting_decided(said: str, outcome: Outcome | None) -> None:
    """
    A body's name above its decision, another day's vote and a condition change no outcome.
    """
    text = f"Kunnanhallitus 3.2.2025 § 14\nTien nimi\nPäätös\n{said}\n"
    assert read(text).decision.outcome is outcome


@pytest.mark.parametrize(
    ("lines", "outcome"),
    [
        ("Kunnanjohtaja ehdottaa, että tie nimetään.\nKunnanhallitus hyväksyi ehdotuksen.", Outcome.APPROVED),
        ("Asia esiteltiin.\nKunnanhallitus hyväksyi ehdotuksen.", Outcome.APPROVED),
        ("Kunnanhallitus hyväksyi ehdotuksen 3.1.2025 § 4.", None),
        ("Kunnanhallitus kokoontuu.", None),
        ("Kunnanhallitus matkusti.", None),
        ("Tie on pitkä.", None),
    ],
)  # fmt: skip
def test_a_decision_without_a_label(lines: str, outcome: Outcome | None) -> None:
    """
    The last line says what was decided, where a body does so in it and now.
    """
    decision = read(f"Kunnanhallitus 3.2.2025 § 14\nTien nimi\n{lines}\n").decision
    assert decision.outcome is outcome
    assert decision.presenter == ("Kunnanjohtaja" if "ehdottaa" in lines else None)


@pytest.mark.parametrize(
    ("label", "said", "presenter"),
    [
        ("Päätösehdotus (kunnanjohtaja)", "Nimetään tie.", "kunnanjohtaja"),
        ("Päätösehdotus", "Kunnanjohtaja Aino Malli: Nimetään tie.", "Kunnanjohtaja"),
        ("Päätösehdotus", "Vs. kunnanjohtaja: Nimetään tie.", "Vs. kunnanjohtaja"),
        ("Päätösehdotus", "Kunnanjohtaja ehdottaa seuraavaa: tie nimetään.", None),
        ("Päätösehdotus", "Nimetään: Malmitie.", None),
    ],
)
def test_who_presents_in_the_proposal(label: str, said: str, presenter: str | None) -> None:
    """
    Who proposes stands behind the label or before a colon, and is no part of the proposal.
    """
    decision = read(f"Kunnanhallitus 3.2.2025 § 14\nTien nimi\n{label}\n{said}\n{DONE}").decision
    assert decision.presenter == presenter
    assert decision.proposal is not None
    assert decision.proposal.startswith("Nimetään") is (presenter is not None or "Malmi" in said)


def test_a_heading_that_says_whose_decision_it_is() -> None:
    """
    "Kaupunginjohtajan päätös" names who decided.
    """
    decision = read("Kaupunginjohtajan päätös\n§ 14\nTien nimi\nPäätös\nNimeän tien.\n").decision
    assert decision.maker == OfficeHolder("Kaupunginjohtaja")


def test_a_class_of_longer_parts() -> None:
    """
    Some classes have parts of four and six figures.
    """
    decision = read(
        f"Kunnanhallitus 3.2.2025 § 14\nTien nimi\n551/01.0100.010002/2018\n{DONE}"
    ).decision
    assert decision.classification == "01.0100.010002"


def test_a_day_before_a_heading() -> None:
    """
    A day beside a section and its title, without a body, is no meeting's.
    """
    decision = read(f"Mallila\n§ 14 3.2.2025 Tien nimi\n{DONE}").decision
    assert (decision.section, decision.meeting_on) == ("14", None)


@pytest.mark.parametrize(
    ("text", "title", "outcome"),
    [
        (
            f"{ATTENDED}Kvalt 42 § KOKOUKSEN LAILLISUUS\nPäätös: Todettiin.\n",
            "KOKOUKSEN LAILLISUUS",
            Outcome.APPROVED,
        ),
        (
            "Kunnanvaltuusto 9.12.2019\n42 § KOKOUKSEN LAILLISUUS\nValtuusto totesi kokouksen lailliseksi.\n",
            "KOKOUKSEN LAILLISUUS",
            Outcome.APPROVED,
        ),
    ],
)
def test_a_matter_below_a_cover(text: str, title: str, outcome: Outcome) -> None:
    """
    The only matter below a cover has its heading, its number and its outcome.
    """
    decision = read(text).decision
    assert (decision.section, decision.title, decision.outcome) == ("42", title, outcome)


def test_a_section_behind_the_day() -> None:
    """
    An office-holder's number stands behind the day of the decision; a range is of several.
    """
    text = "Kulttuurijohtaja\nAvustus\nPäätöspäivämäärä 12.12.2022 § {}\n" + DONE
    assert read(text.format("44/2022")).decision.section == "44"
    assert read(text.format("16-21")).decision.section is None


OSAAJA = (
    "Lapuan kaupunki\nSivistyslautakunta   § 52   21.5.2025\nOsallistuminen Osaaja-hankkeeseen\n\n"
    "{}\n\nSivistyslautakunta 21.5.2025 § 52\n{}\n\n"
    "Kuortaneen kunta hakee rahoitusta hankkeelle.\n\nPäätös: Hyväksyttiin."
)


@pytest.mark.parametrize(
    ("first", "second", "record"),
    [
        ("LAPDno-2025-333", "52/12.01.02/2025", "LAPDno-2025-333"),
        ("52/12.01.02/2025", "LAPDno-2025-333", "LAPDno-2025-333"),
        ("LAPDno-2025-333", "LAPDno-2025-334", None),
        ("12/12.01.02/2025", "52/12.01.02/2025", None),
    ],
)
def test_another_number_beside_the_record(first: str, second: str, record: str | None) -> None:
    """
    The number with the sign of the municipality's matters is its record; both are shown.
    """
    reading = read(OSAAJA.format(first, second))
    (found,) = reading.where("record_id")
    assert (str(found.value) if found.value else None) == record
    assert [str(one) for one in found.candidates] == [first, second]


def test_a_municipality_in_a_sentence_of_the_head() -> None:
    """
    Who is told of in a sentence that the head runs into is not the one that decides.
    """
    found = read(OSAAJA.format("LAPDno-2025-333", "52/12.01.02/2025")).decision.municipality
    assert str(found) == "Lapua"
