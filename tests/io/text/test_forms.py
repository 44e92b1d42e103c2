"""Forms of single documents: days, sections, publication, secrecy, lists, joint authorities."""

from __future__ import annotations

from datetime import date

import pytest

from kuntapaatos import Organ
from kuntapaatos.decision import Decision
from kuntapaatos.io.text import read
from kuntapaatos.io.text.tables import table
from kuntapaatos.remedy.kinds import MakerKind

DAY = date(2025, 8, 29)
ITEM = "Kunnanhallitus 3.2.2025 § 14\nVuokrasopimus\nPäätös\nHyväksyttiin.\n"
ITEM_SV = "Kommunstyrelsen 3.2.2025 § 14\nHyresavtal\nBeslut\nGodkändes.\n"


def decision_of(text: str) -> Decision:
    """Return what a text says."""
    return read(text).decision


# --- days of meetings -----------------------------------------------------------------------


@pytest.mark.parametrize(
    "line",
    [
        "Aika tiistai 27.10.2015 klo 18",
        "Aika  tiistai 27.10.2015 klo 18",
        "Aika: ti 27.10.2015 klo 18",
        "Kokousaika tiistaina, 27. lokakuuta 2015 klo 18.00",
        "Kokousaika: tiistaina 27. lokakuuta 2015",
        "Kokouspäivä 27.10.2015",
        "Kokouspäivä\n27.10.2015",
        "Tiistaina, 27. lokakuuta 2015",
        "Tiistaina 27.10.2015 klo 18.00",
        "Sammanträdestid tisdagen den 27 oktober 2015 kl. 18",
        "Sammanträdestid: tisdagen den 27 oktober 2015 kl. 18",
        "Tid: Tisdag 27.10.2015 kl 18",
        "Mötesdatum tisdag 27.10.2015",
        "tisdagen den 27 oktober 2015",
    ],
)
def test_days_of_meetings(line: str) -> None:
    """
    The day of a meeting is read with its day of the week, its hour, and its month in words.
    """
    text = (
        f"Mallilan kunta\nKunnanhallitus\nPöytäkirja 3/2025\n{line}\n§ 5\nAura\nPäätös\nOstetaan."
    )
    assert decision_of(text).meeting_on == date(2015, 10, 27)


# --- publication ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "line",
    [
        "Julkaistu 29.8.2025",
        "Julkaistu verkossa 29.8.2025",
        "Julkaistu yleisessä tietoverkossa 29.8.2025",
        "Julkaistu kunnan verkkosivuilla 29.8.2025.",
        "Julkaistu kaupungin internetsivuilla perjantaina 29.8.2025",
        "Julkaisupäivä 29.8.2025",
        "Julkaisupäivä: 29.8.2025",
        "Pöytäkirja yleisessä tietoverkossa 29.8.2025",
        "Pöytäkirjan nähtävänäolo\nMallilan kunnan verkkosivuilla 29.8.2025",
        "Pöytäkirja yleisesti nähtävänä\nPaikka Mallila\nAika 29.8.2025",
        "Pöytäkirja on nähtävänä kunnan verkkosivuilla 29.8.2025",
        "Pöytäkirja nähtävänä yleisessä tietoverkossa alkaen 29.8.2025",
        "Päätös on julkaistu 29.8.2025",
        "Publicerat 29.8.2025",
        "Publicerad 29.8.2025",
        "Publicerat på webben 29.8.2025",
        "Publiceringsdag fredag 29.8.2025",
        "Protokollet har publicerats 29.8.2025",
        "Protokollet framlagt till påseende på kommunens webbplats 29.8.2025",
    ],
)
def test_published(line: str) -> None:
    """
    The day on which the decision or its minutes were published is read in all its wordings.
    """
    assert decision_of(f"{ITEM}{line}\n").published_on == DAY
    assert decision_of(f"{ITEM_SV}{line}\n").published_on == DAY


@pytest.mark.parametrize(
    "line",
    [
        "Pöytäkirja julkaistaan 4.2.2025 mennessä",
        "Pöytäkirja julkaistaan aikaisintaan 4.2.2025",
        "Pöytäkirja julkaistaan viimeistään 4.2.2025",
        "Pöytäkirjan nähtävänäolo\nviimeistään 4.2.2025",
        "Pöytäkirjan nähtävänäolo\n4.2.2025 mennessä",
        "Edellisen kokouksen pöytäkirja on julkaistu 4.2.2025",
        "Kuulutus on julkaistu 4.2.2025",
        "Kaavaehdotus on julkaistu 4.2.2025",
        "Hankintailmoitus julkaistu 4.2.2025",
        "Protokollet publiceras senast 4.2.2025",
        "Protokollet publiceras tidigast 4.2.2025",
        "Föregående protokollet har publicerats 4.2.2025",
        "Kungörelsen har publicerats 4.2.2025",
    ],
)
def test_not_published(line: str) -> None:
    """
    A limit for the publication is no publication, and another document's is not this one's.
    """
    assert decision_of(f"{ITEM}{line}\n").published_on is None
    assert decision_of(f"{ITEM_SV}{line}\n").published_on is None


def test_an_announcement_was_published() -> None:
    """
    What an announcement says of itself is its own.
    """
    text = "KUULUTUS\nMallilan kunta\nKaavan hyväksyminen\nKuulutus on julkaistu 29.8.2025\n"
    assert decision_of(text).published_on == DAY


def test_words_of_publication() -> None:
    """
    Every list of the table has words in both languages.
    """
    for part in table("publication").values():
        assert part["fi"]
        assert part["sv"]


# --- sections -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "section"),
    [
        ("Kunnanhallitus 3.2.2025 § 23 a", "23 a"),
        ("Kunnanhallitus 3.2.2025 § 23a", "23a"),
        ("Kunnanhallitus, 3.2.2025, § 23 A", "23 A"),
        ("Kunnanhallitus § 23 A 3.2.2025", "23 A"),
        ("Kommunstyrelsen 3.2.2025 § 23 b", "23 b"),
        ("§ 23 a", "23 a"),
        ("23 a §", "23 a"),
        ("Pykälä: 23 a", "23 a"),
        ("Paragraf: 23a", "23a"),
        ("§ 23 Aura-auton osto", "23"),
        ("Kunnanhallitus 3.2.2025 § 23", "23"),
    ],
)
def test_sections_with_letters(line: str, section: str) -> None:
    """
    A letter belongs to the number of a section, as printed; the next word does not.
    """
    assert decision_of(f"{line}\nAuran osto\nPäätös\nHyväksyttiin.\n").section == section


# --- secrecy --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "confidential", "ground"),
    [
        pytest.param(
            "Asiakirja on salassa pidettävä (julkisuuslaki 24.1 § 25 k)",
            True,
            "julkisuuslaki 24.1 § 25 k",
            id="a sentence",
        ),
        pytest.param(
            "Salassa pidettävä, Julkisuuslaki (621/1999) § 24",
            True,
            "Julkisuuslaki (621/1999) § 24",
            id="behind a comma",
        ),
        pytest.param(
            "Salassa pidettävä: JulkL 24 § 1 mom. 20 k",
            True,
            "JulkL 24 § 1 mom. 20 k",
            id="a colon",
        ),
        pytest.param("Ei-julkinen (JulkL 24 §)", True, "JulkL 24 §", id="not public"),
        pytest.param("Salassa pidettävä", True, None, id="without a ground"),
        pytest.param("Salassa pidettävä, osittain", True, None, id="no provision is told"),
        pytest.param(
            "Sekretessbelagd (offentlighetslagen 24 § 1 mom.)",
            True,
            "offentlighetslagen 24 § 1 mom.",
            id="Swedish",
        ),
        pytest.param(
            "Handlingen är sekretessbelagd (offentlighetslagen 24 §)",
            True,
            "offentlighetslagen 24 §",
            id="a sentence in Swedish",
        ),
        pytest.param("Julkinen", False, None, id="public"),
        pytest.param(
            "Liitteet\n1 Hakemus (salassa pidettävä, JulkL 24.1 § 20 k)\n2 Kartta",
            None,
            "Hakemus (salassa pidettävä, JulkL 24.1 § 20 k)",
            id="only an enclosure",
        ),
        pytest.param(
            "Selostus\nLaadittu 2.2.2025.\nAsiakirja on salassa pidettävä (JulkL 24 §)",
            True,
            "JulkL 24 §",
            id="further down",
        ),
    ],
)
def test_secrecy(line: str, confidential: bool | None, ground: str | None) -> None:
    """
    That a document is secret is read with the provision on which it rests.
    """
    text = f"Kunnanhallitus 3.2.2025 § 14\nVuokrasopimus\n{line}\nPäätös\nHyväksyttiin.\n"
    decision = decision_of(text)
    assert (decision.confidential, decision.confidentiality) == (confidential, ground)


# --- lists ----------------------------------------------------------------------------------

PROSE = (
    "Kunta on vuokrannut tontin vuodesta 1990 alkaen, ja vuokra-aika päättyy. Uusi sopimus on"
    " tarpeen.\nVuokra on kohtuullinen.\n"
)


@pytest.mark.parametrize(
    ("listed", "names"),
    [
        pytest.param("1 Hakemus.pdf\n2 Kartta.pdf\n", ("Hakemus.pdf", "Kartta.pdf"), id="numbers"),
        pytest.param("- Hakemus\n- Kartta\n", ("Hakemus", "Kartta"), id="marks"),
        pytest.param("Hakemus\nKartta\n", ("Hakemus", "Kartta"), id="names alone"),
        pytest.param(
            "1 Hakemus\nSopimusluonnos.docx\n", ("Hakemus", "Sopimusluonnos.docx"), id="a file"
        ),
    ],
)
@pytest.mark.parametrize("label", ["Liitteet", "Bilagor"])
def test_a_list_ends_where_prose_begins(label: str, listed: str, names: tuple[str, ...]) -> None:
    """
    The body that follows a list of enclosures is none of them.
    """
    text = f"Kunnanhallitus 3.2.2025 § 14\nVuokra\n{label}\n{listed}{PROSE}Päätös\nHyväksyttiin.\n"
    assert decision_of(text).related == names


@pytest.mark.parametrize(
    ("listed", "names"),
    [
        pytest.param("Hakija\nTekninen toimi\n", ("Hakija", "Tekninen toimi"), id="the applicant"),
        pytest.param("Sökande\nTekniska sektorn\n", ("Sökande", "Tekniska sektorn"), id="Swedish"),
        pytest.param(
            "Hakija, tekninen toimi, talouspalvelut, kirjanpito, arkisto, kirjaamo.\n",
            ("Hakija", "tekninen toimi", "talouspalvelut", "kirjanpito", "arkisto", "kirjaamo"),
            id="one line",
        ),
        pytest.param(
            "Kirjasto\nPäätös on lähetetty asianosaisille kirjeellä postissa.\n",
            ("Kirjasto",),
            id="and a sentence",
        ),
        pytest.param(
            "Hakija\tMuutoksenhakukielto, valmistelu\nKirjasto\tEsitysteksti\n",
            ("Hakija", "Kirjasto"),
            id="a table",
        ),
    ],
)
def test_who_is_told(listed: str, names: tuple[str, ...]) -> None:
    """
    The applicant may be told, of a row the first cell is, and a sentence is nobody.
    """
    assert decision_of(f"{ITEM}Tiedoksi\n{listed}").recipients == names


# --- joint authorities ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("head", "maker"),
    [
        pytest.param(
            "Mallilan koulutuskuntayhtymä\nHallitus 3.2.2025 § 14",
            Organ("Hallitus", MakerKind.JOINT_AUTHORITY_BOARD),
            id="its board",
        ),
        pytest.param(
            "Mallilan koulutuskuntayhtymä\nValtuusto 3.2.2025 § 14",
            Organ("Valtuusto", MakerKind.JOINT_AUTHORITY_COUNCIL),
            id="its council",
        ),
        pytest.param(
            "Modellby samkommun\nStyrelsen 3.2.2025 § 14",
            Organ("Styrelsen", MakerKind.JOINT_AUTHORITY_BOARD),
            id="Swedish",
        ),
        pytest.param(
            "Lausunto kuntayhtymälle\nKunnanhallitus 3.2.2025 § 14",
            Organ("Kunnanhallitus", MakerKind.BOARD),
            id="a municipality's that writes to one",
        ),
        pytest.param(
            "Mallilan kuntayhtymä\nTarkastuslautakunta 3.2.2025 § 14",
            Organ("Tarkastuslautakunta", MakerKind.COMMITTEE),
            id="its committee",
        ),
    ],
)
def test_joint_authorities(head: str, maker: Organ) -> None:
    """
    "Hallitus" of a joint authority is not the board of a municipality.
    """
    assert decision_of(f"{head}\nVuokra\nPäätös\nHyväksyttiin.\n").maker == maker


# --- which instruction is this section's ----------------------------------------------------

FORM = (
    "MUUTOKSENHAKUOHJEET\nMuutoksenhakukielto\nPykälät: 1–3, 5\nTähän päätökseen ei saa hakea"
    " muutosta, koska se koskee valmistelua.\n\nOikaisuvaatimusohje\nPykälät: 4, 6–17\n"
    "Oikaisuvaatimus on tehtävä kunnanhallitukselle 14 päivän kuluessa tiedoksisaannista.\n\n"
    "Kunnallisvalitus\nPykälät: 18\nValitus on tehtävä Oulun hallinto-oikeudelle 30 päivän"
    " kuluessa tiedoksisaannista.\n"
)


@pytest.mark.parametrize(
    ("section", "remedies"),
    [
        ("17", ["oikaisuvaatimus"]),
        ("5", [None]),
        ("18", ["kunnallisvalitus"]),
        ("19", [None, "oikaisuvaatimus", "kunnallisvalitus"]),
    ],
)
def test_the_instruction_of_a_section(section: str, remedies: list[str | None]) -> None:
    """
    Of a form for a whole meeting the part that names this section is for it.
    """
    text = f"Kunnanhallitus 3.2.2025 § {section}\nVuokra\nPäätös\nHyväksyttiin.\n\n{FORM}"
    appeals = decision_of(text).appeals
    assert [getattr(getattr(one, "remedy", None), "value", None) for one in appeals] == remedies


# --- documents of others --------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "KORKEIN HALLINTO-OIKEUS\nPäätös 3.2.2025\nDiaarinumero 1234/2024\n\nAsia\nRakennuslupa\n"
            "Valittaja\nMaija Esimerkki\nKorkeimman hallinto-oikeuden ratkaisu\nHylätään.\n",
            id="a judgment",
        ),
        pytest.param(
            "Oulun hallinto-oikeus\nPäätös 123/2025\nAntopäivä 3.2.2025\nMuutoksenhakija\n"
            "Maija Esimerkki\nPäätös, josta valitetaan\nMallilan kunnanhallitus 5.5.2024 § 12\n"
            "Valitus on tehtävä 30 päivän kuluessa tiedoksisaannista.\n",
            id="one with an instruction",
        ),
        pytest.param(
            "Vasa förvaltningsdomstol\nBeslut 3.2.2025\nÄndringssökande\nMaija Esimerkki\n"
            "Beslut som överklagas\nKommunstyrelsen 5.5.2024 § 12\n",
            id="in Swedish",
        ),
        pytest.param(
            "Kuntalaki\n10.4.2015/410\nEduskunnan päätöksen mukaisesti säädetään:\n1 §\nTarkoitus\n"
            "134 §\nOikaisuvaatimus on tehtävä 14 päivän kuluessa tiedoksisaannista.\n",
            id="an act",
        ),
        pytest.param(
            "Kommunallag\n10.4.2015/410\nI enlighet med riksdagens beslut\nföreskrivs:\n1 §\nSyfte\n",
            id="an act in Swedish",
        ),
        pytest.param("lorem ipsum\ndolor sit\namet\nconsectetur\n", id="anything"),
        pytest.param(
            "BEGIN:VCALENDAR\nSUMMARY:Kunnanhallitus § 14\nDTSTART:20250203T170000\nEND:VCALENDAR\n",
            id="a calendar",
        ),
        pytest.param(
            "Kirjasto saa auton\nJulkaistu 3.2.2025\nKunnanhallitus päätti hankkia auton.\n",
            id="a piece of news",
        ),
    ],
)
def test_nothing_is_claimed(text: str) -> None:
    """
    Of a judgment, an act or anything else that is no municipality's decision nothing is told.
    """
    reading = read(text)
    decision = reading.decision
    assert not reading.is_decision
    assert decision.appeals == ()
    assert (decision.section, decision.meeting_on, decision.decided_on, decision.maker) == (
        *(None, None, None, None),
    )
    assert (decision.municipality, decision.title, decision.outcome) == (None, None, None)


def test_a_statement_to_a_court_is_a_decision() -> None:
    """
    A municipality that writes to a court decides, though it names the court at the top.
    """
    text = f"Oulun hallinto-oikeus\n{ITEM}Muutoksenhaku\nEi muutoksenhakuoikeutta.\n"
    assert read(text).is_decision


# --- earlier handlings ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "resolution", "handlings"),
    [
        pytest.param(
            "Kaupunginhallitus, 17.03.2025, § 31\nKirjastoauto\n\nAikaisempi käsittely\n\n"
            "Sivistyslautakunta 26.2.2025 § 9\n\nEhdotus\nHankitaan kaksi.\n\nPäätös\nHyväksyttiin.\n\n"
            "Kaupunginhallitus, 17.03.2025, § 31\n\nEhdotus\nPalautetaan asia.\n\n"
            "Päätös\nAsia palautettiin valmisteluun.\n",
            "Asia palautettiin valmisteluun.",
            [("Sivistyslautakunta", "9")],
            id="the earlier one first",
        ),
        pytest.param(
            "Kunnanhallitus 17.3.2025 § 31\nKirjastoauto\n\nKunnanhallitus 3.2.2025 § 12\n\n"
            "Päätösehdotus\nHankitaan.\n\nKäsittely\nÄänestettiin, palautus voitti äänin 7-2.\n\n"
            "Päätös\nAsia palautettiin valmisteluun.\n\nKunnanhallitus 17.3.2025 § 31\n\n"
            "Päätösehdotus\nHankitaan.\n\nPäätös\nHyväksyttiin.\n",
            "Hyväksyttiin.",
            [("Kunnanhallitus", "12")],
            id="returned after a vote before",
        ),
        pytest.param(
            "Kommunstyrelsen 17.3.2025 § 31\nBokbuss\n\nKommunstyrelsen 3.2.2025 § 12\n\n"
            "Beslutsförslag\nBussen köps.\n\nBeslut\nÄrendet återremitterades efter omröstning.\n\n"
            "Kommunstyrelsen 17.3.2025 § 31\n\nBeslutsförslag\nBussen köps.\n\nBeslut\nGodkändes.\n",
            "Godkändes.",
            [("Kommunstyrelsen", "12")],
            id="in Swedish",
        ),
        pytest.param(
            "Kunnanhallitus 17.3.2025 § 31\nKirjastoauto\n\nSivistyslautakunta 3.2.2025 § 31\n\n"
            "Päätösehdotus\nHankitaan.\n\nPäätös\nPöydättiin.\n\nKunnanhallitus 17.3.2025 § 31\n\n"
            "Päätösehdotus\nHankitaan.\n\nPäätös\nHyväksyttiin.\n",
            "Hyväksyttiin.",
            [("Sivistyslautakunta", "31")],
            id="another body's section of the same number",
        ),
    ],
)
def test_this_meetings_handling(
    text: str, resolution: str, handlings: list[tuple[str, str]]
) -> None:
    """
    What this meeting decided counts; what was decided before stands apart.
    """
    decision = decision_of(text)
    assert decision.resolution == resolution
    assert [(one.by, one.section) for one in decision.handlings] == handlings


# --- titles and makers ----------------------------------------------------------------------


@pytest.mark.parametrize(
    "line",
    [
        "Laatimispäivämäärä: 12.4.2025",
        "Mallilan virastotalo, kunnanhallituksen kokoushuone",
        "Modellby stad § Sammanträdets datum Ärende nr",
    ],
)
def test_no_title(line: str) -> None:
    """
    A day under its own label, a place and the head of a table are no matter.
    """
    text = f"Mallilan kunta\n{line}\nKunnanhallitus 3.2.2025 § 14\nAuran osto\nPäätös\nOstetaan.\n"
    assert decision_of(text).title == "Auran osto"


@pytest.mark.parametrize(
    ("resolution", "title"),
    [
        (
            "A Mallilan kaupungin sosiaali-, terveys- ja pelastustoimialan toimialajohtaja päätti valita.",
            "sosiaali-, terveys- ja pelastustoimialan toimialajohtaja",
        ),
        (
            "Lukio- ja ammatillisen koulutuksen ja vapaan sivistystyön johtaja päätti myöntää luvan.",
            "Lukio- ja ammatillisen koulutuksen ja vapaan sivistystyön johtaja",
        ),
    ],
)
def test_long_titles(resolution: str, title: str) -> None:
    """
    A long title is read whole, without the letter of an item and the municipality before it.
    """
    maker = decision_of(f"§ 7\nHankinta\n\nPäätös\n{resolution}\n").maker
    assert getattr(maker, "title", None) == title


def test_the_seat_of_a_joint_authority() -> None:
    """
    The post office of a joint authority is no municipality that decided.
    """
    text = (
        "Oikaisuvaatimusohje\nOikaisuvaatimus on tehtävä 14 päivän kuluessa tiedoksisaannista.\n"
        "Oikaisuvaatimusviranomainen: Mallilan kuntayhtymän hallitus\nKirjastotie 1\n90100 Oulu\n"
    )
    assert decision_of(text).municipality is None
    alone = text.replace("Mallilan kuntayhtymän hallitus", "kaupunginhallitus")
    assert decision_of(alone).municipality is not None


# --- where to deliver -----------------------------------------------------------------------


def test_where_to_deliver() -> None:
    """
    Of the ways to bring a document the registry is where it goes, without the words around it.
    """
    text = (
        "Oikaisuvaatimusohje\nOikaisuvaatimus tehdään Mallilan kaupunginhallitukselle 14 päivän"
        " kuluessa päätöksen tiedoksisaannista.\nVoit toimittaa oikaisuvaatimuksen sähköpostilla,"
        " tuomalla sen Mallilan kaupungintalon seinässä olevaan postilaatikkoon tai"
        " henkilökohtaisesti Mallilan kaupungintalon kirjaamoon.\n"
    )
    (instruction,) = decision_of(text).instructions
    assert instruction.deliver_to is not None
    assert instruction.deliver_to.name == "Mallilan kaupungintalon kirjaamo"


def test_a_number_in_a_table() -> None:
    """
    A number and a year alone in a line are the record number at the top, not in a table.
    """
    rows = "".join(f"Kuukausi {number}\n" for number in range(20))
    text = f"Kunnanhallitus 3.2.2025 § 14\nTyöllisyys\n{{}}{rows}11/2024\nPäätös\nMerkittiin.\n"
    assert decision_of(text.format("")).record_id is None
    assert str(decision_of(text.format("12/2025\n")).record_id) == "12/2025"
