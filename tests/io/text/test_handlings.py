"""
Which handling counts, which came before, and when a text holds several matters.
"""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kuntapaatos.decision import DocumentKind, Outcome
from kuntapaatos.io.text import Why, read
from kuntapaatos.io.text.headings import heading_of
from kuntapaatos.io.text.labels import HalfLabel
from kuntapaatos.io.text.lines import Line
from kuntapaatos.io.text.record_forms import (
    PLAIN_RECORD,
    RECORD,
    is_record,
    is_record_alone,
    record_ids,
)
from kuntapaatos.io.text.sections import outlined
from kuntapaatos.io.text.words.outcomes import amended, outcome_of

UNOPPOSED = """\
Tiedusteltiin, voidaanko lisäysehdotus hyväksyä. \
Koska sitä ei vastustettu, todettiin hallituksen hyväksyneen sen.
"""


@pytest.mark.parametrize(
    ("line", "organ", "on", "section"),
    [
        pytest.param(
            "Kaupunginhallitus Esityslista 29.05.2024 Asianro 26",
            "Kaupunginhallitus",
            date(2024, 5, 29),
            None,
            id="an item of an agenda",
        ),
        pytest.param(
            "Tekninen lautakunta, kokous 23.11.2022",
            "Tekninen lautakunta",
            date(2022, 11, 23),
            None,
            id="a body's meeting",
        ),
        pytest.param(
            "Stadsstyrelsen, möte 27-09-2022",
            "Stadsstyrelsen",
            date(2022, 9, 27),
            None,
            id="a Swedish page's day",
        ),
        pytest.param("Ärende 21. / 135 §", None, None, "135", id="item and section"),
        pytest.param("9. / 449 §", None, None, "449", id="bare item and section"),
        pytest.param(
            "Kaupunginhallitus14128.03.202215",
            "Kaupunginhallitus",
            date(2022, 3, 28),
            "141",
            id="cells without spaces",
        ),
        pytest.param(
            "Kunnanhallitus 5.6.2017 §",
            "Kunnanhallitus",
            date(2017, 6, 5),
            None,
            id="a number to be given",
        ),
        pytest.param(
            "Kunnanhallitus\t§ 5\tLaadittu 3.5.2007",
            "Kunnanhallitus",
            None,
            "5",
            id="a day of drawing up",
        ),
    ],
)
def test_headings(line: str, organ: str | None, on: date | None, section: str | None) -> None:
    """
    Each system has its own line of who, when and which section.
    """
    heading = heading_of(line, 100)
    assert heading is not None
    assert (heading.organ, heading.on, heading.section) == (organ, on, section)
    assert heading.end == 100 + len(line)


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Kaupunginhallitus14199.99.2022", id="no day"),
        pytest.param("Stadsstyrelsen, möte 31-02-2022", id="no Swedish day"),
        pytest.param("Rakennusliike14128.03.2022", id="no body"),
        pytest.param("Sopimus 5.6.2017 §", id="a contract"),
        pytest.param("Kunnanhallitus Esittelijä 5.6.2017 §", id="more than a body"),
        pytest.param("Perusturvalautakunta\tLaatimispäivä: 3.5.2007", id="drawn up"),
        pytest.param("Mallin toimisto\tLaatimispäivä: 3.5.2007", id="a unit"),
    ],
)
def test_no_headings(line: str) -> None:
    """
    A line that only looks like one is none.
    """
    assert heading_of(line) is None


def test_rows_may_come_as_lines() -> None:
    """
    Body, section and day on lines of their own are the cells of one row.
    """
    text = "Kaavalautakunta\n139 §\n3.9.2015\nKaavalautakunta\n144 §\n16.9.2015\nPäätös\nX."
    headings = outlined(text).headings
    assert [(one.organ, one.section, one.on) for one in headings] == [
        ("Kaavalautakunta", "139", date(2015, 9, 3)),
        ("Kaavalautakunta", "144", date(2015, 9, 16)),
    ]


def test_a_body_above_its_day() -> None:
    """
    A body in one line and its day in the next are one heading, in the head alone.
    """
    (heading,) = outlined("Kunnanhallitus\nEsityslista 3.2.2025\nTiestö").headings
    assert (heading.organ, heading.on) == ("Kunnanhallitus", date(2025, 2, 3))
    (told,) = outlined("Päätösehdotus\nX.\nKunnanhallitus\n3.2.2025").headings
    assert (told.organ, told.on) == (None, date(2025, 2, 3))


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Pöytäkirja on tarkastettu", DocumentKind.MINUTES_ITEM),
        ("Esityslista", DocumentKind.AGENDA_ITEM),
    ],
)
def test_minutes_say_so(line: str, kind: DocumentKind) -> None:
    """
    Minutes that were checked are no agenda, even when the decision is not in the text.
    """
    text = f"Kunnanhallitus, kokous 11.2.2025\n{line}\n§ 43 Lausunto\nPerustelut\nPyydetty."
    assert read(text).decision.kind is kind


@pytest.mark.parametrize(
    ("between", "section"),
    [
        pytest.param("Tarkastuslautakunta 20.5.2024\n§ 14\n", "119", id="another body's before"),
        pytest.param("Kunnanhallitus 20.5.2024\n§ 14\n", "119", id="the same body"),
        pytest.param("Tarkastuslautakunta 3.6.2024\n§ 14\n", "119", id="another body's later"),
    ],
)
def test_quoted_sections(between: str, section: str) -> None:
    """
    Sections that minutes of another meeting bring along are not the matter's own.
    """
    text = (
        "Kunnanhallitus 27.5.2024 § 119\nTilinpäätös\nKuvaus\nTausta.\n"
        f"{between}Ehdotus: X.\nPäätös: Hyväksyttiin.\n"
        "Kunnanhallitus 27.5.2024 §\nPäätösehdotus\nMerkitään tiedoksi."
    )
    assert read(text).decision.section == section


def test_the_head_says_who_met() -> None:
    """
    A head with its day and no section stands for itself: all dated handlings came before.
    """
    text = (
        "Kunnanhallitus 27.5.2024\nTie\nTekninen lautakunta 6.5.2024 § 4\n"
        "Päätösehdotus\nRakennetaan tie.\n"
    )
    decision = read(text).decision
    assert (decision.meeting_on, decision.section) == (date(2024, 5, 27), None)
    later = read(text.replace("6.5.2024", "3.6.2024")).decision
    assert later.section == "4"


@pytest.mark.parametrize(
    ("between", "outcome"),
    [
        pytest.param("", Outcome.RETURNED, id="at once"),
        pytest.param("Valmistelija\nX\nPerustelut\nY.\n", Outcome.RETURNED, id="prepared anew"),
        pytest.param("Tiedoksi\nKaavoitus\n", Outcome.TABLED, id="after the recipients"),
        pytest.param("Aikaisempi käsittely\nEnnen.\n", Outcome.TABLED, id="a history"),
    ],
)
def test_two_rounds(between: str, outcome: Outcome) -> None:
    """
    A proposal after a decision begins the next round, unless the text told its end already.
    """
    text = (
        "Lautakunta 3.2.2025 § 4\nTie\nEhdotus\nRakennetaan.\nPäätös\nAsia jätettiin pöydälle.\n"
        f"{between}Ehdotus\nUudistetaan.\nPäätös\nAsia palautettiin valmisteltavaksi."
    )
    assert read(text).decision.outcome is outcome


def test_decisions_without_another_proposal() -> None:
    """
    Two decisions with no proposal between them are one round.
    """
    text = "Lautakunta 3.2.2025 § 4\nPäätös\nHyväksyttiin.\nPäätös\nAsia poistettiin listalta."
    assert read(text).decision.outcome is Outcome.APPROVED


@pytest.mark.parametrize(
    ("text", "several"),
    [
        pytest.param("57 § AVAUS\n58 § ASIALISTA\n59 § TIE", 3, id="a table of contents"),
        pytest.param("57 § AVAUS\n60 § ASIALISTA\n80 § TIE", 0, id="no order"),
        pytest.param("57 § AVAUS\n58 § LISTA\n59 § TIE\n70 § MUUT", 3, id="then another"),
        pytest.param(
            "Kunnanhallitus 3.2.2025 § 4\n57 § AVAUS\n58 § LISTA\n59 § TIE", 0, id="a quoted rule"
        ),
        pytest.param("Asia\nSääntö\n57 § AVAUS\n58 § LISTA\n59 § TIE", 0, id="below a title"),
        pytest.param(
            "Khall 4 §\nPÄÄTÖS:\nHyväksyttiin.\nKhall 5 §\nPÄÄTÖS:\nHylättiin.\nKhall 6 §",
            2,
            id="one meeting",
        ),
        pytest.param(
            "Khall 4 §\nPÄÄTÖS:\nHyväksyttiin.\nKhall 9 §\nPÄÄTÖS:\nHylättiin.",
            0,
            id="two meetings",
        ),
        pytest.param(
            "1\n\nAvaus\n\nPäätös\nA.\n\n2\n\nLista\n\nPäätös\nB.\n\n3\n\nTie\n\nPäätös\nC.",
            3,
            id="a bulletin",
        ),
        pytest.param("1\n\nAvaus\n\nPäätös\nA.\n\n2\n\nLista\n\nPäätös\nB.", 0, id="only two"),
    ],
)
def test_several_matters(text: str, several: int) -> None:
    """
    A meeting's list of matters is no decision of one of them.
    """
    assert len(outlined(text).several) == several


def test_enclosures_above_the_head() -> None:
    """
    A page may list what is enclosed first; the head goes on with the record number.
    """
    text = "Kunnanhallitus 3.2.2025 § 4\nLiitteet\nKartta\n12/00.01/2025\nTiestö\nPäätösehdotus\nX."
    decision = read(text).decision
    assert (decision.title, decision.related) == ("Tiestö", ("Kartta",))
    without = read("Kunnanhallitus 3.2.2025 § 4\nLiitteet\nKartta\nSuunnitelma").decision
    assert (without.title, without.related) == (None, ("Kartta", "Suunnitelma"))


@pytest.mark.parametrize(
    ("enclosed", "title"),
    [
        pytest.param("Kartta\n\n \nTiestön hoito\n", "Tiestön hoito", id="after a gap"),
        pytest.param("Kartta\nTiestön hoito\n", None, id="without a gap"),
        pytest.param("Tiestön hoito\n", None, id="one line"),
        pytest.param("Kartta\n\n \nJulkinen\n", None, id="no title"),
    ],
)
def test_a_title_after_enclosures(enclosed: str, title: str | None) -> None:
    """
    A page may list what is enclosed first, then the title and the earlier handling.
    """
    head = "Kunnanhallitus\nPöytäkirja 9.10.2024/Pykälä 109\nLiitteet\n"
    text = f"{head}{enclosed}\nKunnanhallitus 18.9.2024 § 94\nEsittelijä Kunnanjohtaja Aino Malli"
    decision = read(text).decision
    assert (decision.title, decision.section) == (title, "109")
    assert decision.presenter is None


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        pytest.param(["Täytäntöönpano-", "tiedot"], "Täytäntöönpanotiedot", id="two lines"),
        pytest.param(
            ["Kaupungin-   X", "hallituksen   Y", "päätösehdotus   Z"],
            "Kaupunginhallituksen päätösehdotus",
            id="three lines",
        ),
        pytest.param(
            ["Valmistelijat/  A", "Lisätietojen", "antaja"],
            None,
            id="a capital starts anew",
        ),
        pytest.param(["Kaupungin-", "hal", "li", "tuk", "päätös"], None, id="too many lines"),
    ],
)
def test_half_labels(lines: list[str], name: str | None) -> None:
    """
    A narrow column splits a label over two or three lines.
    """
    half = HalfLabel()
    for place, text in enumerate(lines[:-1]):
        assert half.ended(Line(100 * place, text))[0] is None
        half.follow(Line(100 * place, text), ended=False)
    label, at = half.ended(Line(1000, lines[-1]))
    assert (label.name if label is not None else None) == name
    assert at == (0 if name is not None and len(lines) > 2 else 1000)


@given(st.from_regex(RECORD, fullmatch=True) | st.from_regex(PLAIN_RECORD, fullmatch=True))
def test_record_numbers_are_taken_apart(text: str) -> None:
    """
    Every number that is found in a line is a record number.
    """
    for record, start, end in record_ids(text, 0, plain=True):
        assert str(record) == " ".join(text[start:end].split())


@pytest.mark.parametrize(
    ("line", "begins", "alone"),
    [
        ("14105-2019 (10 03 02)", True, True),
        ("1234/2016 10.03.00", False, True),
        ("HEL 2024-009117 T 00 00 03", True, True),
        ("KAJDno-2024-1799 hakemus", True, False),
        ("Valtuustokausi 2021-2025", False, False),
        ("Kaudet 2017-2021", False, False),
        ("2017-2021", False, False),
        ("123/611/2008", True, False),
    ],
)
def test_record_lines(line: str, begins: bool, alone: bool) -> None:
    """
    A line that is a record number, and terms of years that are none.
    """
    assert (is_record(line), is_record_alone(line)) == (begins, alone)


@pytest.mark.parametrize(
    ("head", "record"),
    [
        pytest.param("Dnro 123/611/2008", "123/611/2008", id="an old class"),
        pytest.param("Dnro: TRE: 5809/10.02.01/2014", "TRE: 5809/10.02.01/2014", id="a space"),
        pytest.param("Diaarinumero 4410-2021", "4410-2021", id="a hyphen"),
        pytest.param("27/2019\nHEL 2018-012640 T 00 01 01", "HEL 2018-012640", id="a meeting's"),
        pytest.param("Pöytäkirja\n27/2019", "None", id="only a meeting's"),
        pytest.param("Valtuustokausi 2021-2025", "None", id="a term"),
        pytest.param("Dnro 12/2024, vuodet 2021-2025", "12/2024", id="a term behind"),
    ],
)
def test_record_numbers_of_a_head(head: str, record: str) -> None:
    """
    Old and new forms are carried whole; a meeting's number and a term are none.
    """
    decision = read(f"Kunnanhallitus 3.2.2025 § 14\n{head}\nPäätös\nHyväksyttiin.").decision
    assert str(decision.record_id) == record


@pytest.mark.parametrize(
    ("handling", "taken"),
    [
        ("Jäsenen muutosehdotus hyväksyttiin yksimielisesti.", True),
        ("Puheenjohtaja totesi hallituksen hyväksyneen Esimerkin muutosehdotuksen.", True),
        (UNOPPOSED, True),
        ("Ledamotens ändringsförslag godkändes.", True),
        ("Muutosehdotus raukesi kannattamattomana.", False),
        ("Muutosehdotusta ei hyväksytty.", False),
        ("Puheenjohtaja totesi hallituksen hylänneen muutosehdotuksen.", False),
    ],
)
def test_changes_that_were_taken_in(handling: str, taken: bool) -> None:
    """
    A change counts when the minutes say that it was taken in, not that it was made.
    """
    assert amended(handling) is taken


def test_a_change_and_the_words_of_the_decision() -> None:
    """
    A decision that approves the proposal as it was is not changed by what the handling tells.
    """
    changed = outcome_of("Kunnanhallitus hyväksyy ohjelman.", changed=True)
    kept = outcome_of("Päätösehdotus hyväksyttiin.", changed=True)
    assert changed is not None
    assert kept is not None
    assert (changed.outcome, kept.outcome) == (Outcome.CHANGED, Outcome.APPROVED)
    assert changed.why == Why.AMENDED


@pytest.mark.parametrize(
    "said",
    [
        "Jäsen Esimerkki esitti, että asia palautetaan valmisteltavaksi.",
        "Puheenjohtaja tiedusteli, voidaanko asia panna pöydälle.",
        "Ledamoten Exempel föreslog att ärendet bordläggs.",
    ],
)
def test_what_a_member_wanted(said: str) -> None:
    """
    What somebody in the meeting wanted did not come of the proposal.
    """
    found = outcome_of(f"{said} Ehdotus hyväksyttiin.")
    assert found is not None
    assert found.outcome is Outcome.APPROVED


def test_an_agenda_item_is_no_title() -> None:
    """
    A text of which nothing is known has no title, and its first line is none.
    """
    assert read("Aurinkoinen päivä rannalla\n\nKesä jatkuu vielä.").decision.title is None


def test_a_municipality_that_names_itself_often() -> None:
    """
    One that is named again and again weighs no more than one that names itself.
    """
    text = (
        "Kuhmon kaupunki\nKaupunginhallitus 3.2.2025 § 4\nTie\nPäätös\n"
        + "Kajaanin kaupunki maksaa. " * 9
    )
    assert read(text).decision.municipality == "Kajaani"


@pytest.mark.parametrize(
    ("told", "outcome"),
    [
        ("Päätös\nAsia palautettiin uudelleen valmisteltavaksi.", "Asia palautettiin"),
        ("Päätös: Asia jätettiin pöydälle.", "jätettiin pöydälle"),
        ("Päätösehdotus\nHyväksytään.\nPäätös\nHyväksyttiin.", "Hyväksyttiin"),
        ("Päätös\nLautakunta allekirjoitti tilinpäätöksen.", None),
        ("Päätös\nAsia jätettiin pöydälle.\nPäätös\nHyväksyttiin.", None),
        ("Päätösehdotus\nAsia palautetaan.", None),
    ],
)
def test_what_came_of_an_earlier_handling(told: str, outcome: str | None) -> None:
    """
    An earlier handling that the text quotes has the outcome that its own decision says.
    """
    found = read(
        "Mallilan kunta\nKunnanhallitus 17.2.2025 § 31\nMyllytien kaava\n\n"
        f"Tekninen lautakunta 3.2.2025 § 4\n{told}\n\nKunnanhallitus 17.2.2025 § 31\n"
        "Päätös\nHylättiin."
    ).decision
    (handling,) = found.handlings
    assert (handling.section, handling.outcome, found.outcome) == ("4", outcome, Outcome.REJECTED)


def test_what_came_of_swedish_handlings() -> None:
    """
    Each earlier handling has its own outcome.
    """
    found = read(
        "Mallköpings kommun\nKommunstyrelsen 17.2.2025 § 31\nKvarnvägens plan\n\n"
        "Tekniska nämnden 3.2.2025 § 4\nBeslut\nÄrendet återremitterades.\n\n"
        "Tekniska nämnden 10.2.2025 § 9\nBeslut: Ärendet bordlades.\n\n"
        "Kommunstyrelsen 17.2.2025 § 31\nBeslut\nFörslaget godkändes."
    ).decision
    assert [one.outcome for one in found.handlings] == ["återremitterades", "bordlades"]


@pytest.mark.parametrize(
    ("line", "outcome"),
    [
        ("Tekninen lautakunta 3.2.2025 § 4, palautettiin", "palautettiin"),
        ("Tekninen lautakunta 3.2.2025 § 4", None),
        ("Tekninen lautakunta 3.2.2025 § 4 Hylätyn hakemuksen oikaisu", None),
        ("Kehittämisen ohjausryhmä, 3.2.2025, § 4, hyväksyttiin.", "hyväksyttiin"),
        ("Kehittämisen ohjausryhmä, 3.2.2025, § 4", None),
    ],
)
def test_what_came_of_a_listed_handling(line: str, outcome: str | None) -> None:
    """
    A row of a list has the outcome that stands behind it, and nothing else does.
    """
    (handling,) = read(
        "Kunnanhallitus 17.2.2025 § 31\nMyllytien kaava\nAikaisempi käsittely\n"
        f"{line}\nPäätös\nHyväksyttiin yksimielisesti."
    ).decision.handlings
    assert (handling.section, handling.outcome) == ("4", outcome)
