"""
The two decisions it began with: what an answer to each of them must say.

Each test runs on our own example, and on the decision as published where it is at hand.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from kuntapaatos import OfficeHours
from kuntapaatos.io.report import Known, parse_moment, report
from kuntapaatos.io.text import Reading

Lines = Callable[..., list[str]]


@pytest.mark.parametrize(
    "line",
    [
        "Kunta Kajaani",
        "Asiakirja viranhaltijan päätös",
        "Päättäjä viranhaltija, jonka nimikettä teksti ei ilmoita (ehdokas: Hallintojohtaja)",
        "Pykälä § 23 (muutoksenhakuohjeen otsikosta)",
        "Asianumero KAJDno-2024-1799",
        "Päätetty ei tiedossa: 10.12.2024 on otteen todistamisen päivä",
        "Julkaistu 13.12.2024",
        "Ote todistettu Kajaani, 10.12.2024, Hallintojohtaja",
        "Toimivallan peruste Hallintosääntö 69 a §",
        "Tiedoksi Kaupungin laajennettu johtoryhmä, 4 sähköpostiosoitetta",
        "Lisätietoja antaa kehityspäällikkö",
    ],
)
def test_an_office_holder_s_decision(office: Reading, lines: Lines, line: str) -> None:
    """
    What the document states is told, and what it does not state is told to be missing.
    """
    assert line in lines(office)


@pytest.mark.parametrize(
    "line",
    [
        "Verkosto USO",
        "Ylläpitäjät FCG, Kuntaliitto",
        "Kausi 2025–2026",
        "Maksu vuodessa 12 000,00 €",
        "Maksu yhteensä 24 000,00 € (laskettu; teksti ilmoittaa saman)",
        "Vuosittain 2025: 12 000,00 €; 2026: 12 000,00 €",
        "Maksuluokka 9 000–45 000 asukasta: 12 000,00 € vuodessa",
        "Lisäksi asiantuntijoiden matkustuskustannukset toteutuneen mukaan",
        "Kustannuspaikka 2911010001 Yleishallinto",
        "Teema Siiloista silloille",
    ],
)
def test_what_it_costs(office: Reading, lines: Lines, line: str) -> None:
    """
    The fee a year and in all, what comes on top at cost, and where it is booked.
    """
    assert line in lines(office)


@pytest.mark.parametrize(
    ("count", "what"), [(4, "teemaseminaaria"), (6, "sparraustilaisuutta"), (5, "kehittämispajaa")]
)
def test_what_it_gives(office: Reading, lines: Lines, count: int, what: str) -> None:
    """
    What the municipality gets stands with the costs.
    """
    (line,) = (one for one in lines(office) if one.endswith(what))
    assert f"- {count} " in line


@pytest.mark.parametrize(
    "line",
    [
        "Keino oikaisuvaatimus",
        "Määräaika 14 päivää tiedoksisaannista",
        "Kuka saa hakea asianosainen, kunnan jäsen",
        "Päättää Kajaanin kaupunginhallitus",
        (
            "Toimitetaan Kajaanin kaupungin kirjaamo postiosoite PL 133, 87101 Kajaani käyntiosoite "
            "Pohjolankatu 13, 87100 Kajaani sähköposti kajaani@kajaani.fi puhelin 08 61551"
        ),
        "Aukiolo ma–to klo 8.00–16.00; pe klo 8.00–15.00; juhlapyhien aattoina klo 8.00–15.00",
        "Viimeisenä päivänä ennen aukioloajan päättymistä",
        "Muoto kirjallinen, myös sähköinen asiakirja kelpaa",
        "On ilmoitettava - päätös, johon haetaan muutosta",
        "- millaista muutosta vaaditaan",
        "- millä perusteilla muutosta vaaditaan",
        "- tekijästä: nimi, kotikunta, postiosoite, puhelinnumero, sähköpostiosoite",
        "Tiedoksisaanti - 7 päivää kirjeen lähettämisestä, jollei muuta näytetä",
        "- 3 päivää sähköisen viestin lähettämisestä, jollei muuta näytetä",
        "- 7 päivää pöytäkirjan julkaisemisesta verkossa",
        "Tuomioistuimeen päätökseen ei saa hakea muutosta suoraan valittamalla",
    ],
    ids=lambda line: " ".join(line.split()[:2]),
)
def test_the_instruction(office: Reading, lines: Lines, line: str) -> None:
    """
    Which remedy, to whom, where, in which form and with which content.
    """
    assert line in lines(office)


def test_the_member(office: Reading, lines: Lines) -> None:
    """
    "Kunnan jäsenen katsotaan saaneen päätöksestä tiedon seitsemän päivän kuluttua" [...].
    """
    found = lines(office)
    assert "kunnan jäsen verkkojulkaisu 13.12.2024 20.12.2024 pe 3.1.2025 15.00" in found
    for step in (
        (
            "13.12.2024 → 20.12.2024 tiedoksisaanti: pöytäkirja yleisessä tietoverkossa "
            "(Kuntalaki 140 §)"
        ),
        "20.12.2024 → 3.1.2025 määräaika: 14 päivää (Kuntalaki 138 §, 150/1930 2 §)",
        "3.1.2025 → 3.1.2025 klo 15.00 sulkeutuminen: aukioloajan päättyminen (150/1930 6 §)",
    ):
        assert step in found


def test_what_the_member_relies_on(office: Reading, lines: Lines) -> None:
    """
    A publication of which an extract tells that was certified before it is not proven.
    """
    (fact,) = (line for line in lines(office) if line.startswith("Alkamispäivä"))
    assert "”Päätös on julkaistu Kajaanin kaupungin verkkosivuilla 13.12.2024”" in fact
    assert "Ote on todistettu 10.12.2024, ennen tuota päivää" in fact
    assert "ilmoitettu, ei näytetty" in fact
    assert "Oletetaan, että pöytäkirja julkaistiin silloin" in fact


def test_careful(office: Reading, lines: Lines) -> None:
    """
    A document must have arrived, not been posted, and hours may be outdated.
    """
    found = lines(office)
    assert (
        "Varmin hetki perillä pe 3.1.2025 ennen klo 15.00; postittaminen ei riitä; asiakirjan "
        "aukiolo voi olla vanhentunut: tarkista se kirjaamosta"
    ) in found
    assert (
        "Tiedoksisaanti 20.12.2024, laissa määrätty päivä, jota näyttö ei siirrä (Kuntalaki 140 §)"
    ) in found


def test_no_day_of_a_party_is_guessed(office: Reading, lines: Lines) -> None:
    """
    A party whose letter or message has no day gets no deadline, but the option to give one.
    """
    found = lines(office)
    assert "asianosainen kirje ei tiedossa – – –" in found
    assert "asianosainen sähköinen viesti ei tiedossa – – –" in found
    assert any(line.endswith("anna se: --letter PÄIVÄ") for line in found)
    assert any(line.endswith("anna se: --email PÄIVÄ") for line in found)
    assert (
        "Varhaisin hetki pe 3.1.2025 ennen klo 15.00 (kunnan jäsen, verkkojulkaisu 13.12.2024); "
        "asianosaisen aika voi päättyä aiemmin, sillä sen alkamispäivä puuttuu"
    ) in found
    assert (
        "Lainvoima ei voi laskea: asianosaisen tiedoksisaantia ei tiedetä (Kuntalaki 139 §)"
    ) in found


@pytest.mark.parametrize(
    ("known", "row", "safe"),
    [
        pytest.param(
            Known(letters=[date(2024, 12, 10)]),
            "asianosainen kirje 10.12.2024* 17.12.2024 ti 31.12.2024 15.00",
            "ti 31.12.2024 ennen klo 15.00 (asianosainen, kirje 10.12.2024, oletettu)",
            id="a letter: New Year's Eve is an eve",
        ),
        pytest.param(
            Known(emails=[date(2024, 12, 10)]),
            "asianosainen sähköinen viesti 10.12.2024* 13.12.2024 pe 27.12.2024 15.00",
            "pe 27.12.2024 ennen klo 15.00 (asianosainen, sähköinen viesti 10.12.2024, oletettu)",
            id="a message: a Friday",
        ),
        pytest.param(
            Known(receipts=[date(2024, 12, 10)]),
            "asianosainen saantitodistus 10.12.2024* 10.12.2024 pe 27.12.2024 15.00",
            "pe 27.12.2024 ennen klo 15.00 (asianosainen, saantitodistus 10.12.2024, oletettu)",
            id="a receipt: Christmas Eve moves on",
        ),
        pytest.param(
            Known(letters=[date(2024, 12, 10), date(2024, 12, 12)]),
            "asianosainen kirje 12.12.2024* 19.12.2024 to 2.1.2025 16.00",
            "ti 31.12.2024 ennen klo 15.00 (asianosainen, kirje 10.12.2024, oletettu)",
            id="two letters: a clock for each",
        ),
    ],
)
def test_a_day_that_is_given(
    office: Reading, lines: Lines, known: Known, row: str, safe: str
) -> None:
    """
    A starting day that was given is counted from, and labelled as assumed.
    """
    found = lines(office, known)
    assert row in found
    assert f"Varhaisin hetki {safe}" in found
    assert "* oletettu alkamispäivä: annettu valinnalla, ei asiakirjasta" in found
    assert any(line.startswith("Alkamispäivä oletettu: antamasi") for line in found)
    (final,) = (line for line in found if line.startswith("Lainvoima"))
    assert final.startswith("Lainvoima aikaisintaan 4.1.2025, jos kukaan ei hae muutosta")


def test_another_publication(office: Reading, lines: Lines) -> None:
    """
    A publication that was given wins, and the document's day stands beside it.
    """
    found = lines(office, Known(published=date(2024, 12, 16)))
    assert "kunnan jäsen verkkojulkaisu 16.12.2024* 23.12.2024 ti 7.1.2025 16.00" in found
    assert (
        "Alkamispäivä oletettu: antamasi (--published 16.12.2024); asiakirja ei todista sitä; "
        "asiakirja ilmoittaa päivän 13.12.2024"
    ) in found


def test_the_same_publication(office: Reading, lines: Lines) -> None:
    """
    A publication that was given as the document has it is given all the same.
    """
    found = lines(office, Known(published=date(2024, 12, 13)))
    assert (
        "Alkamispäivä oletettu: antamasi (--published 13.12.2024); asiakirja ei todista sitä"
    ) in found


def test_other_hours(office: Reading, lines: Lines) -> None:
    """
    Hours that were given win, and the document's stand beside them.
    """
    found = lines(office, Known(hours=OfficeHours.parse("9-14")))
    assert "kunnan jäsen verkkojulkaisu 13.12.2024 20.12.2024 pe 3.1.2025 14.00" in found
    (told,) = (line for line in found if line.startswith("Aukiolo"))
    assert told.startswith("Aukiolo ma–pe klo 9.00–14.00 (annettu valinnalla --hours; teksti:")
    assert any("aukiolo on antamasi: tarkista" in line for line in found)


def test_the_day_of_the_decision(office: Reading, lines: Lines) -> None:
    """
    A day of the decision that was given is told to be so.
    """
    found = lines(office, Known(decided=date(2024, 12, 5)))
    assert "Päätetty 5.12.2024 (annettu valinnalla --decided; ei tekstissä)" in found


@pytest.mark.parametrize(
    ("clock", "answer"),
    [
        ("14.59", "avoinna"),
        ("15.00", "päättynyt, mahdollisesti myöhässä: toimita nyt ja kysy kirjaamosta"),
    ],
)
def test_a_moment(office: Reading, lines: Lines, clock: str, answer: str) -> None:
    """
    At the closing moment it is late, perhaps: nobody is told to give up.
    """
    found = lines(office, Known(at=parse_moment(f"2025-01-03 {clock}")))
    assert f"Tilanne 3.1.2025 klo {clock}: {answer}" in found
    (summary,) = (line for line in found if line.startswith("- oikaisuvaatimus, kunnan jäsen"))
    assert summary.endswith(f"; 3.1.2025 klo {clock}: {answer}")


def test_what_the_reader_was_not_sure_of(office: Reading, lines: Lines) -> None:
    """
    What does not agree in the text, and what had several readings, is shown with its line.
    """
    found = lines(office)
    problems = found[found.index("Huomioita tekstistä") :]
    for start in (
        "- ote todistettu ennen julkaisua: 10.12.2024; 13.12.2024 (rivi ",
        "- päättäjän nimike: ei valittu; ehdolla Hallintojohtaja (otteen todistaja",
    ):
        assert any(line.startswith(start) for line in problems)


def test_nobody_is_named(office: Reading) -> None:
    """
    People's names and addresses stay in the document.
    """
    printed = report(office)
    assert "Esimerkki" not in printed
    assert "@example" not in printed


def test_the_summary(office: Reading, lines: Lines) -> None:
    """
    The two answers stand at the top.
    """
    found = lines(office)
    summary = found[: found.index("Päätös")]
    for line in (
        (
            "- USO, kausi 2025–2026: 24 000,00 € yhteensä; lisäksi asiantuntijoiden "
            "matkustuskustannukset"
        ),
        "- oikaisuvaatimus, kunnan jäsen (verkkojulkaisu 13.12.2024): pe 3.1.2025 ennen klo 15.00",
        "- oikaisuvaatimus, asianosainen: ei laskettavissa; anna --letter tai --email PÄIVÄ",
    ):
        assert line in summary


@pytest.mark.parametrize(
    "line",
    [
        "Kunta Ylöjärvi",
        "Asiakirja pöytäkirjan pykälä",
        "Päättäjä Kaupunginhallitus",
        "Pykälä § 407",
        "Asianumero 211/00.04.00/2022",
        "Tehtäväluokka 00.04.00",
        "Päätetty 28.11.2022 (kokouksen päivä)",
        "Esittelijä Kaupunginjohtaja",
        "Päätös Hyväksyttiin.",
        "Tulos hyväksytty",
        "Ylläpitäjät Kuntaliitto, FCG Oy",
        "Kausi 2023–2024",
        "Maksu vuodessa 12 000,00 € (vain valmistelussa; päätös ei vahvista summaa)",
        "Maksu yhteensä 24 000,00 € (laskettu; teksti ei ilmoita summaa)",
        "- 1106 (luottamushenkilöiden osallistumiskustannukset)",
    ],
)
def test_a_board_s_item(board: Reading, lines: Lines, line: str) -> None:
    """
    A sum that only the preparation names, and a total that nobody states, say so.
    """
    assert line in lines(board)


def test_a_proposal_is_no_decision(board: Reading, lines: Lines) -> None:
    """
    The proposal stands apart from what was decided.
    """
    (proposal,) = (line for line in lines(board) if line.startswith("Päätösehdotus"))
    assert "Kaupunginhallitus päättää, että 1. " in proposal
    assert "kustannuspaikalle 1185" in proposal


def test_what_the_law_gives(board: Reading, lines: Lines) -> None:
    """
    Kuntalaki 134 and 138 §: an oikaisuvaatimus to the board within fourteen days.
    """
    found = lines(board)
    said = " ".join(found)
    assert (
        "Tästä tekstistä puuttuu muutoksenhakuohje. Laki antaa (kunnanhallitus, päätös "
        "28.11.2022), jollei erityislaista johdu muuta:"
    ) in said
    (remedy,) = (line for line in found if line.startswith("- oikaisuvaatimus, 14 päivää"))
    assert "asianomaiselle toimielimelle, joka on päätöksen tehnyt Kaupunginhallitus" in remedy
    assert "Kuntalaki 138 §" in remedy
    assert "Kuntalaki 134 §" in remedy
    assert "Alkamispäivää ei tiedetä tästä tekstistä." in said


def test_no_day_of_the_item_is_guessed(board: Reading, lines: Lines) -> None:
    """
    Without a starting day there is no deadline on any clock.
    """
    found = lines(board)
    for way in (
        "asianosainen kirje",
        "asianosainen sähköinen viesti",
        "kunnan jäsen verkkojulkaisu",
    ):
        assert f"{way} ei tiedossa – – –" in found
    assert "Varhaisin hetki ei laskettavissa: alkamispäivä puuttuu" in found


def test_counted_by_the_law(board: Reading, lines: Lines) -> None:
    """
    A given day is counted by the law's period; without hours the day before it is safe.
    """
    found = lines(board, Known(letters=[date(2022, 12, 1)]))
    assert "asianosainen kirje 1.12.2022* 8.12.2022 to 22.12.2022 ? !" in found
    for start in (
        "Varhaisin hetki jo ennen päivää to 22.12.2022, sillä kellonaikaa ei tiedetä",
        "Varmin hetki perillä jo ennen viimeistä päivää to 22.12.2022, koska aukioloaikaa",
    ):
        assert any(line.startswith(start) for line in found)


def test_told_before_it_was_decided(board: Reading, lines: Lines) -> None:
    """
    A letter cannot have been sent before the decision was made.
    """
    found = lines(board, Known(letters=[date(2022, 11, 1)]))
    assert "asianosainen kirje 1.11.2022* – – –" in found
    assert (
        "- asianosainen, kirje: ei laskettu: päätös olisi tehty (28.11.2022) vasta tiedoksiannon "
        "jälkeen"
    ) in found
