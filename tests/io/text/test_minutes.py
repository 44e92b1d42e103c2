"""Whole minutes: the cover, each item as a reading, and which instruction is for which."""

from __future__ import annotations

import pickle
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kuntapaatos import AppealInstruction, AppealProhibition, Organ, Outcome, RemedyKind
from kuntapaatos.decision import DocumentKind
from kuntapaatos.errors import UnreadableInput
from kuntapaatos.io.text import Minutes, NoSuchSection, ProblemCode, read, read_minutes
from kuntapaatos.io.text.items import items_in
from kuntapaatos.io.text.pages import furniture, pages_of
from kuntapaatos.remedy.kinds import MakerKind

TITLES = {
    "14": "Kokouksen avaus",
    "15": "Pöytäkirjan tarkastus",
    "16": "Kirjastoauton hankinta 1.8.2025 alkaen",
    "17": "SALAINEN",
    "18": "Kunnanjohtajan päätökset",
    "19": "Muut asiat",
}


def page(number: int, *lines: str) -> str:
    """Return a page with its running head."""
    head = f"   Mallilan kunta      Pöytäkirja     3/2025     {number} (7)\n"
    return head + "   Kunnanhallitus      17.03.2025\n\n\n" + "\n".join(lines) + "\n\f"


PROHIBITION = (
    "Muutoksenhakukielto\n§14, §15, §18,\n§19\n\nMuutoksenhakukielto\n"
    "Tähän päätökseen, joka koskee vain valmistelua ja täytäntöönpanoa, ei saa hakea muutosta.\n"
    "(Kuntalaki 136 §)"
)
REVIEW = (
    "Oikaisuvaatimus\n§16\n\nOikaisuvaatimusohje\n"
    "Tähän päätökseen tyytymätön voi tehdä kirjallisen oikaisuvaatimuksen.\n"
    "Oikaisuvaatimus on tehtävä 14 päivän kuluessa päätöksen tiedoksisaannista.\n"
    "Kunnan jäsenen katsotaan saaneen päätöksestä tiedon seitsemän päivän kuluttua siitä, kun\n"
    "pöytäkirja on nähtävänä yleisessä tietoverkossa.\n"
    "Oikaisuvaatimusviranomainen:\nMallilan kunnanhallitus\nPL 1, 99999 Mallila\n"
    "kirjaamo@example.fi"
)
APPEAL = (
    "Hallintovalitus\n§17\n\nHallintovalitus\nTähän päätökseen haetaan muutosta"
    " hallintovalituksella.\nValitus on tehtävä 30 päivän kuluessa päätöksen"
    " tiedoksisaannista.\nValitus tehdään:\nOulun hallinto-oikeus\nPL 189, 90101 Oulu"
)
ITEMS = {
    "14": "Päätös\nPuheenjohtaja totesi kokouksen lailliseksi ja päätösvaltaiseksi.",
    "15": (
        "Ehdotus\nEsittelijä: Maija Esimerkki, Kunnanjohtaja\n\n"
        "Tarkastajiksi valitaan Aino Malli ja Eero Malli.\n\n"
        "Päätös\nTarkastajiksi valittiin Aino Malli ja Eero Malli."
    ),
    "16": (
        "MALLIDno-2025-31\n\nSivistyslautakunta, 26.02.2025, § 9\n\n"
        "Ehdotus\nEsittelijä: Siiri Malli, Sivistysjohtaja\n\nHankitaan kaksi autoa.\n\n"
        "Päätös\nLautakunta palautti asian valmisteluun.\n\n\n"
        "Kunnanhallitus, 17.03.2025, § 16\n\n"
        "Ministeriön päätöksestä saa valittaa 90 päivän kuluessa sen saamisesta.\n\n"
        "Ehdotus\nEsittelijä: Maija Esimerkki, Kunnanjohtaja\n\nHankitaan yksi kirjastoauto.\n\n"
        "Päätös\nHyväksyttiin äänin 7–2.\n\nTiedoksi\nSivistyslautakunta"
    ),
    "17": "Salassa pidettävä, Julkisuuslaki (621/1999) § 24",
    "18": (
        "Kunnanjohtaja on päättänyt:\n3.2.2025 § 4 Auran osto\n10.2.2025 § 5 Tien nimi\n\n"
        "Ehdotus\nEsittelijä: Maija Esimerkki, Kunnanjohtaja\n\nMerkitään tiedoksi.\n\n"
        "Päätös\nMerkittiin tiedoksi."
    ),
    "19": "Keskusteltiin kesän tapahtumista.",
}
COVER = page(
    1,
    "Aika        17.03.2025, klo 17:00 - 19:05",
    "Paikka      Kunnantalo",
    "Käsitellyt asiat",
    *(f"§ {number}     {title}" for number, title in TITLES.items()),
) + page(
    2,
    "Saapuvilla olleet jäsenet\nMatti Malli, puheenjohtaja\nAino Malli\nEero Malli",
    "Allekirjoitukset\nMatti Malli\nPuheenjohtaja § 16",
    "Pöytäkirjan tarkastus\nPöytäkirja on tarkastettu ja hyväksytty\n19.03.2025   20.03.2025",
    "Pöytäkirjan nähtävänäolo\n     Mallilan kunnan verkkosivuilla 21.3.2025",
)
LISTED = "\n\nSivistyslautakunta, § 9,26.02.2025\nKunnanhallitus, § 16, 17.03.2025\n"


def minutes_text(*tail: str) -> str:
    """Return whole minutes with the instructions given."""
    pages = [
        page(3, *(f"§ {one}\n{TITLES[one]}\n\n{ITEMS[one]}\n" for one in ("14", "15")), LISTED),
        page(4, f"§ 16\n{TITLES['16']}\n\n{ITEMS['16']}"),
        page(5, *(f"§ {one}\n{TITLES[one]}\n\n{ITEMS[one]}\n" for one in ("17", "19"))),
        page(6, f"§ 18\n{TITLES['18']}\n\n{ITEMS['18']}"),
    ]
    return COVER + "".join(pages) + page(7, "\n\n".join(tail))


WHOLE = minutes_text(PROHIBITION, REVIEW, APPEAL)


@pytest.fixture(scope="module")
def minutes() -> Minutes:
    """Read the whole minutes once."""
    return read_minutes(WHOLE)


def test_the_cover(minutes: Minutes) -> None:
    """
    The cover says whose minutes they are, and when they were checked and published.
    """
    assert minutes.kind is DocumentKind.MINUTES
    assert minutes.body == Organ("Kunnanhallitus", MakerKind.BOARD)
    assert minutes.meeting_on == date(2025, 3, 17)
    assert minutes.checked_on == date(2025, 3, 20)
    assert minutes.published_on == date(2025, 3, 21)
    assert minutes.problems == ()
    quoted = {found.field: WHOLE[found.span.start : found.span.end] for found in minutes.found}
    assert quoted["published_on"] == "21.3.2025"
    assert quoted["checked_on"] == "20.03.2025"


def test_the_items(minutes: Minutes) -> None:
    """
    The items come in the order in which they are printed, each with its page and title.
    """
    assert [(item.section, item.page) for item in minutes.items] == [
        ("14", 3),
        ("15", 3),
        ("16", 4),
        ("17", 5),
        ("19", 5),
        ("18", 6),
    ]
    assert {item.section: item.title for item in minutes.items} == TITLES
    for item in minutes.items:
        assert f"§ {item.section}\n" in WHOLE[item.span.start : item.span.end]
        assert item.decision.kind is DocumentKind.MINUTES_ITEM
        assert (item.decision.maker, item.decision.meeting_on) == (
            minutes.body,
            minutes.meeting_on,
        )
        assert item.decision.published_on == minutes.published_on


def test_an_items_own_handling(minutes: Minutes) -> None:
    """
    What an earlier handling proposed and decided stays apart, as what another law says.
    """
    item = minutes.item("§ 16")
    decision = item.decision
    assert str(decision.record_id) == "MALLIDno-2025-31"
    assert (decision.presenter, decision.proposal) == (
        "Kunnanjohtaja",
        "Hankitaan yksi kirjastoauto.",
    )
    assert (decision.resolution, decision.outcome) == (
        "Hyväksyttiin äänin 7–2.",
        Outcome.APPROVED_AFTER_VOTE,
    )
    assert decision.recipients == ("Sivistyslautakunta",)
    assert [(one.by, one.on, one.section) for one in decision.handlings] == [
        ("Sivistyslautakunta", date(2025, 2, 26), "9")
    ]
    (found,) = item.reading.where("resolution")
    assert item.reading.quote(found) == "Hyväksyttiin äänin 7–2."


def test_the_remedies_of_an_item(minutes: Minutes) -> None:
    """
    Each item has the instruction that says it is for it; a list goes on over lines.
    """
    assert [one.sections for one in minutes.instructions] == [
        ("14", "15", "18", "19"),
        ("16",),
        ("17",),
    ]
    assert isinstance(minutes.item("19").decision.appeals[0], AppealProhibition)
    (review,) = minutes.item("16").decision.appeals
    assert isinstance(review, AppealInstruction)
    assert review.remedy is RemedyKind.ADMINISTRATIVE_REVIEW
    (appeal,) = minutes.item("17").decision.appeals
    assert isinstance(appeal, AppealInstruction)
    assert appeal.decided_by is not None
    assert appeal.decided_by.name == "Oulun hallinto-oikeus"
    assert [one.value for one in minutes.remedies("16")] == [review]
    (evidence,) = minutes.item("16").reading.where("appeals[0]")
    assert WHOLE[evidence.span.start : evidence.span.end].startswith("Oikaisuvaatimus\n§16")


@pytest.mark.parametrize(
    ("tail", "expected"),
    [
        pytest.param(
            (PROHIBITION, REVIEW),
            [(ProblemCode.SECTION_NOT_COVERED, ("17",))],
            id="a section that none is for",
        ),
        pytest.param(
            (PROHIBITION, REVIEW, APPEAL.replace("§17", "§16, §17")),
            [(ProblemCode.SECTION_COVERED_TWICE, ("16",))],
            id="a section that two are for",
        ),
        pytest.param(
            (PROHIBITION, REVIEW, APPEAL.replace("§17", "§17, §20")),
            [(ProblemCode.SECTION_UNKNOWN, ("20",))],
            id="a section that no item has",
        ),
        pytest.param((), [], id="no instructions at all"),
        pytest.param(
            (APPEAL.replace("§17\n", ""),), [], id="an instruction that names no sections"
        ),
    ],
)
def test_what_is_wrong(
    tail: tuple[str, ...], expected: list[tuple[ProblemCode, tuple[str, ...]]]
) -> None:
    """
    Sections without an instruction, with two, and instructions without a section are told.
    """
    problems = read_minutes(minutes_text(*tail)).problems
    assert [(problem.code, problem.stated) for problem in problems] == expected


def test_what_belongs_together() -> None:
    """
    A correction of procurement and an appeal to the Market Court are for one decision.
    """
    correction = "Hankintaoikaisu\n§17\n\nHankintaoikaisuohje\nHankintaoikaisu on tehtävä 14 päivän kuluessa päätöksen tiedoksisaannista.\n"
    market = "Valitusosoitus markkinaoikeuteen\n§17\n\nValitus markkinaoikeuteen on tehtävä 14 päivän kuluessa päätöksen tiedoksisaannista.\n"
    found = read_minutes(minutes_text(PROHIBITION, REVIEW, correction, market))
    assert [one.remedy for one in found.item("17").decision.instructions] == [
        RemedyKind.PROCUREMENT_CORRECTION,
        RemedyKind.MARKET_COURT_APPEAL,
    ]
    assert found.problems == ()


def test_read_says_that_it_is_minutes() -> None:
    """
    Read as one decision, minutes are no decision: the sections are named, nothing is chosen.
    """
    reading = read(WHOLE)
    assert reading.decision.kind is DocumentKind.MINUTES
    (problem,) = [one for one in reading.problems if one.code is ProblemCode.SEVERAL_DECISIONS]
    assert problem.stated == ("14", "15", "16", "17", "19", "18")


SWEDISH = (
    "Mallby kommun   Protokoll   2/2025   1 (3)\nKommunstyrelsen 3.2.2025\n\n"
    "Behandlade ärenden\n§ 7 Öppnande\n§ 8 Bidrag till biblioteket\n\n"
    "Justering av protokollet\nProtokollet har justerats 5.2.2025\n\n"
    "Framläggning av protokollet\nPå kommunens webbplats 6.2.2025\n\f"
    "§ 7\nÖppnande\nBeslut\nMötet konstaterades lagenligt sammankallat och beslutfört.\n\n"
    "§ 8\nBidrag till biblioteket\nFöredragande: Kommundirektören\nBeslutsförslag\n"
    "Bidraget beviljas.\nBeslut\nKommunstyrelsen godkände beslutsförslaget.\n\f"
    "Besvärsförbud\n§ 7\nI detta beslut får inte sökas ändring, eftersom det gäller beredning.\n\n"
    "Anvisning om begäran om omprövning\n§ 8\nDen som är missnöjd med beslutet kan begära"
    " omprövning hos kommunstyrelsen inom 14 dagar från delfåendet av beslutet.\n"
)
DYNASTY = (
    "Mallilan kunta\nSivistyslautakunta\nPöytäkirja 4/2025\n\nSivistyslautakunta § 31 5.5.2025\n"
    "Koulujen alkamisajat\n\nPäätösehdotus\nHyväksytään alkamisajat.\nPäätös\nHyväksyttiin.\n\n"
    "Sivistyslautakunta § 32 5.5.2025\nAvustukset\n\nKunnanhallitus 7.4.2025 § 50\n"
    "Päätösehdotus\nMyönnetään avustukset.\nPäätös\nPöydättiin.\n\n"
    "Sivistyslautakunta 5.5.2025 § 32\nPäätösehdotus\nMyönnetään avustukset.\nPäätös\nPöydättiin.\n\n"
    "MUUTOKSENHAKUOHJEET\nMuutoksenhakukielto\nPykälät: 32\nTähän päätökseen ei saa hakea"
    " muutosta, koska se koskee valmistelua.\n\nOikaisuvaatimusohje\nPykälät: 31\n"
    "Oikaisuvaatimus on tehtävä sivistyslautakunnalle 14 päivän kuluessa päätöksen"
    " tiedoksisaannista.\n"
)


@pytest.mark.parametrize(
    ("text", "sections", "covered", "days"),
    [
        pytest.param(
            SWEDISH,
            ["7", "8"],
            [("7",), ("8",)],
            (date(2025, 2, 3), date(2025, 2, 5), date(2025, 2, 6)),
            id="Swedish",
        ),
        pytest.param(
            DYNASTY,
            ["31", "32"],
            [("32",), ("31",)],
            (date(2025, 5, 5), None, None),
            id="each section in a heading with the body",
        ),
    ],
)
def test_other_forms(
    text: str,
    sections: list[str],
    covered: list[tuple[str, ...]],
    days: tuple[date | None, date | None, date | None],
) -> None:
    """
    Minutes in Swedish, and minutes whose items are headed by the body, are cut as well.
    """
    found = read_minutes(text)
    assert [item.section for item in found.items] == sections
    assert [one.sections for one in found.instructions] == covered
    assert (found.meeting_on, found.checked_on, found.published_on) == days
    assert found.problems == ()
    assert all(item.decision.outcome for item in found.items)


@pytest.mark.parametrize(
    ("day", "expected"),
    [("3.2.2025 ", date(2025, 2, 3)), ("", None)],
    ids=["with a day", "without one"],
)
def test_minutes_without_a_cover(day: str, expected: date | None) -> None:
    """
    Where no cover says who met and when, the heading of the first item does.
    """
    text = (
        f"Kunnanhallitus {day}§ 14\nAura\nPäätös\nOstetaan.\n\n"
        f"Kunnanhallitus {day}§ 15\nTie\nPäätös\nNimetään.\n"
    )
    found = read_minutes(text)
    assert found.body == Organ("Kunnanhallitus", MakerKind.BOARD)
    assert found.meeting_on == expected
    assert [item.section for item in found.items] == ["14", "15"]


def test_the_same_instruction_twice() -> None:
    """
    Two instructions in the same words are two when they are for different sections.
    """
    found = read_minutes(minutes_text(PROHIBITION, REVIEW, REVIEW.replace("§16", "§17")))
    assert [one.sections for one in found.instructions] == [
        ("14", "15", "18", "19"),
        ("16",),
        ("17",),
    ]
    assert found.problems == ()


def test_an_agenda() -> None:
    """
    An agenda has items too; nothing was decided, and no instruction is missed.
    """
    text = (
        "Mallilan kunta\nKunnanhallitus\nEsityslista 3/2025\n17.3.2025\n§ 14 Aura\n§ 15 Tie\n\n"
        "§ 14\nAura\nPäätösehdotus\nOstetaan aura.\n\n§ 15\nTie\nPäätösehdotus\nNimetään tie.\n"
        "Oikaisuvaatimusohje\n§ 14\nOikaisuvaatimus on tehtävä 14 päivän kuluessa.\n"
    )
    found = read_minutes(text)
    assert found.kind is DocumentKind.AGENDA
    assert [item.decision.kind for item in found.items] == [DocumentKind.AGENDA_ITEM] * 2
    assert (found.item("15").decision.outcome, found.problems) == (None, ())


@pytest.mark.parametrize(
    ("text", "sections"),
    [
        pytest.param("", [], id="nothing"),
        pytest.param("Hei\nhei", [], id="no minutes"),
        pytest.param("§ 1\nAvaus\n§ 23 a\nTie\n", ["1", "23 a"], id="a letter"),
        pytest.param("14 § Aura\nPäätös\nOstetaan.\n15 § Tie\n", ["14", "15"], id="number first"),
        pytest.param("Pykälä 14\nAura\nPykälä 15\nTie\n", ["14", "15"], id="a word for the sign"),
        pytest.param(
            "§ 1\nAvaus\nHallintosäännön mukaan\n§ 24 mukaan päätettiin\n§ 2, § 3\n§ 4\nTie",
            ["1", "4"],
            id="what only names sections",
        ),
    ],
)
def test_where_items_begin(text: str, sections: list[str]) -> None:
    """
    A line of its own with a section begins an item; a sentence or a list does not.
    """
    assert [one.section for one in items_in(text)] == sections
    assert [item.section for item in read_minutes(text).items] == sections


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        pytest.param(
            "§ 14 Talousarvio 1.1.-31.3.2024\nPäätös\nMerkittiin.\n§ 15 Tie\nPäätös\nNimettiin.\n",
            ["Talousarvio 1.1.-31.3.2024", "Tie"],
            id="behind the number",
        ),
        pytest.param(
            "MALLILAN KUNTA\n16.9.2024\nKOKOUKSEN AVAUS\nKhall 48 §\nPÄÄTÖS:\nTodettiin.\n____\n"
            "TARKASTAJAT\nKhall 49 §\nPÄÄTÖS:\nValittiin.\n\nKhall 50 §\nTien nimi\nPÄÄTÖS:\nNimettiin.",
            ["KOKOUKSEN AVAUS", "TARKASTAJAT", "Tien nimi"],
            id="in capitals above it",
        ),
    ],
)
def test_titles(text: str, titles: list[str]) -> None:
    """
    A title stands behind the number, in capitals above it, or below it.
    """
    assert [item.title for item in read_minutes(text).items] == titles


def test_pages_without_form_feeds() -> None:
    """
    Where no form feed parts the pages, their numbers do; without either no page is told.
    """
    text = "Kunta  Pöytäkirja  1 (2)\n§ 1\nAvaus\n\nKunta Pöytäkirja 3/2025 2 ( )2\n§ 2\nTie\n"
    assert [item.page for item in read_minutes(text).items] == [1, 2]
    assert read_minutes("§ 1\nAvaus\n").items[0].page is None
    assert pages_of("sivu 3\nAsia") == ()


@pytest.mark.parametrize(
    ("text", "left"),
    [
        pytest.param(
            "A\nB\nC\nlausuntoa\n\nMallilan kaupunki Pöytäkirja 13/2025 26 ( )43\n"
            "Kaupunginhallitus 25.08.2025\n\nannetaan",
            "A\nB\nC\nlausuntoa\nannetaan",
            id="a running head of two lines",
        ),
        pytest.param(
            "A\nB\nC\nKunnan verkkosivuilla 24.1.2025\nKunta  Pöytäkirja  4 (9)\nAsia",
            "A\nB\nC\nKunnan verkkosivuilla 24.1.2025\n\nAsia",
            id="the last line of a page is no head",
        ),
        pytest.param(
            "A\nB\nC\nPäätettiin ehdotuksen mukaisesti.\n\fD\nE\nPäätettiin ehdotuksen"
            " mukaisesti.\n\fF\n\fG\n\fH\n",
            "A\nB\nC\nPäätettiin ehdotuksen mukaisesti.\n\fD\nE\nPäätettiin ehdotuksen"
            " mukaisesti.\n\fF\n\fG\n\fH\n",
            id="a decision that ends two pages",
        ),
    ],
)
def test_running_heads(text: str, left: str) -> None:
    """
    What runs over the pages is taken out; what the pages say again is not.
    """
    for start, end, instead in reversed(furniture(text).removed):
        text = text[:start] + instead + text[end:]
    assert text == left


def test_errors(minutes: Minutes) -> None:
    """
    A section that is not there is named with those that are; bytes are no text.
    """
    with pytest.raises(
        NoSuchSection, match=r"must be one of the items' \(14, 15, .*got '99'"
    ) as no:
        minutes.item("99")
    assert pickle.loads(pickle.dumps(no.value)).section == "99"
    with pytest.raises(NoSuchSection, match="none"):
        read_minutes("").item("1")
    with pytest.raises(UnreadableInput):
        read_minutes(b"1")  # type: ignore[arg-type]


@given(st.text(alphabet=" \n\f§1234567890.,ABab:()", max_size=300))
def test_any_text(text: str) -> None:
    """
    Any text can be cut; each item lies within the text, after the one before it.
    """
    found = read_minutes(text)
    starts = [item.span.start for item in found.items]
    assert starts == sorted(starts)
    assert all(0 <= item.span.start <= item.span.end <= len(text) for item in found.items)


def test_rows_of_earlier_handlings_alone() -> None:
    """
    A table of bodies, sections and days holds no titles, and is no error.
    """
    text = "Kaupunkisuunnittelulautakunta\t215 §\t30.11.2016\n"
    text += "Kaupunkisuunnittelulautakunta\t83 §\t12.4.2017"
    assert all(item.title is None for item in read_minutes(text).items)
