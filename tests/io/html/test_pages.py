"""
A saved page of a common system gives its document, and what only the page says.

The pages of `tests/data/pages` are written for these tests after how the systems build theirs.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import kuntapaatos as kp
from kuntapaatos.decision import DocumentKind
from kuntapaatos.io import html
from kuntapaatos.io.clerk import reviewed
from kuntapaatos.io.files import open_document
from kuntapaatos.io.html.page import Page
from kuntapaatos.io.records import to_records
from kuntapaatos.io.report import Known
from kuntapaatos.io.report.minutes import minutes_report
from kuntapaatos.io.text import Why
from kuntapaatos.io.text.reading import ProblemCode, Reading

PAGES = Path(__file__).parents[2] / "data" / "pages"
FORTNIGHT = "Oikaisuvaatimusohje<p>Oikaisuvaatimus on tehtävä 14 päivän kuluessa päätöksen tiedoksisaannista."
ITEM = "<h1>§ 14 Auran osto</h1><h2>Päätös</h2><p>Hyväksyttiin.</p>"


def _read(name: str) -> Reading:
    return kp.read_file(PAGES / f"{name}.html")


@pytest.mark.parametrize(
    ("name", "municipality", "maker", "section", "title", "met"),
    [
        (
            *("cloudnc-fi", "Kajaani", "Kaupunginhallitus", "14", "Aurakadun kunnostus"),
            date(2025, 2, 3),
        ),
        (
            *("cloudnc-sv", "Kaskinen", "Stadsstyrelsen", "7", "Reparation av Åvägen"),
            date(2025, 2, 3),
        ),
        (
            *("dynasty-fi", "Kajaani", "Tekninen lautakunta", "31", "Puistotien valaistus"),
            date(2025, 2, 12),
        ),
        (
            *("dynasty-sv", "Espoo", "Fullmäktige", "31", "Understöd till biblioteket"),
            date(2021, 2, 15),
        ),
        ("ahjo-fi", "Helsinki", "Yksikön päällikkö", "15", "Polkupyörätelineiden hankinta", None),
        ("ahjo-sv", "Helsinki", "Enhetschef", "15", "Anskaffning av cykelställ", None),
    ],
)
def test_pages_of_systems(
    name: str, municipality: str, maker: str, section: str, title: str, met: date | None
) -> None:
    """
    The document is found in its page, and each value has its place in the reading's text.
    """
    reading = _read(name)
    decision = reading.decision
    assert decision.municipality == municipality
    assert str(decision.maker) == maker
    assert (decision.section, decision.title) == (section, title)
    assert decision.meeting_on == decision.decided_on == met
    assert decision.outcome is not None
    for one in reading.found:
        assert reading.quote(one)
    for words in ("Etusivu", "§ 99", "Rehtori", "Rektor", "Seuraava asia", "Palaute", "Tarjous"):
        assert words not in open_document(PAGES / f"{name}.html").text


def test_what_stands_beside_the_title_and_below_a_button() -> None:
    """
    A day of publication is the page's own, and a heading that one presses is a heading.
    """
    assert _read("cloudnc-fi").decision.published_on == date(2025, 2, 10)
    ahjo = _read("ahjo-fi").decision
    assert ahjo.published_on == date(2025, 2, 4)
    assert [str(one.period) for one in ahjo.instructions] == ["14 päivää"]


def test_what_only_the_page_says_is_evidence() -> None:
    """
    The body, the day and the municipality are taken from the page, with why.
    """
    reading = _read("cloudnc-fi")
    taken = {one.field: reading.quote(one) for one in reading.found if one.why is Why.PAGE}
    assert taken["meeting_on"] == "Kokous 3.2.2025"
    swedish = _read("cloudnc-sv")
    taken = {one.field: swedish.quote(one) for one in swedish.found if one.why is Why.PAGE}
    assert taken == {"municipality": "Kaskö", "meeting_on": "Möte 3.2.2025"}


@pytest.mark.parametrize(
    ("name", "target"), [("dynasty-fi", "2025101-90.HTM"), ("dynasty-sv", "3.HTM")]
)
def test_an_instruction_behind_a_link(name: str, target: str) -> None:
    """
    An instruction that the page only links to is elsewhere, not missing.
    """
    (problem,) = _read(name).problems
    assert (problem.code, problem.field) == (ProblemCode.ELSEWHERE, "appeals")
    assert problem.stated == (target,)


@pytest.mark.parametrize(
    ("name", "kind", "municipality", "body", "items"),
    [
        (
            *("tweb-fi", DocumentKind.MINUTES, "Kajaani", "Kaupunginhallitus"),
            [
                ("88", "Kokouksen laillisuus ja päätösvaltaisuus"),
                ("89", "Aurakadun kunnostus"),
            ],
        ),
        (
            *("ktweb-sv", DocumentKind.AGENDA, None, "Kommunstyrelsen"),
            [("1", "Sammanträdets laglighet"), ("2", "Reparation av Åvägen")],
        ),
    ],
)
def test_a_list_of_items(
    name: str,
    kind: DocumentKind,
    municipality: str | None,
    body: str,
    items: list[tuple[str, str]],
) -> None:
    """
    A page that lists a meeting's items gives them, and says that their texts are elsewhere.
    """
    minutes = html.read_minutes((PAGES / f"{name}.html").read_bytes())
    assert (minutes.kind, minutes.municipality, str(minutes.body)) == (kind, municipality, body)
    assert minutes.meeting_on == date(2025, 3, 20)
    assert [(item.section, item.title) for item in minutes.items] == items
    for item in minutes.items:
        decision = item.decision
        assert (decision.maker, decision.meeting_on) == (minutes.body, minutes.meeting_on)
        assert [one.code for one in item.reading.problems] == [ProblemCode.ELSEWHERE]
        assert minutes.text[item.span.start : item.span.end].startswith(item.section)
        for found in item.reading.found[:2]:
            assert item.reading.quote(found) == found.value


HEAD = "<p>Kaupunginhallitus<br>Pöytäkirja 3.2.2025 klo 15.30 / Tarkastettu</p>"
NUMBERS = (
    '<table><tr><th>Pykälä<th>Otsikko<tr><td><a href="a.htm">186 §</a><td>Avaus'
    '<tr><td><a href="b.htm">187 §</a><td>Tarkastus</table>'
)


@pytest.mark.parametrize(
    ("rows", "items"),
    [
        pytest.param(
            NUMBERS, [("186", "Avaus", "a.htm"), ("187", "Tarkastus", "b.htm")], id="linked numbers"
        ),
        pytest.param(
            '<ul><li><a href="a">§ 7 Avaus</a><li><a href="b">§ 7 a Aura</a></ul>',
            [("7", "Avaus", "a"), ("7 a", "Aura", "b")],
            id="linked lines",
        ),
        pytest.param(
            "<table><tr><td>1<td><a href=a>Avaus</a><td><a href=x>3 kpl</a>"
            "<tr><td>2<td><a href=b>Aura</a><td>-</table>",
            [("1", "Avaus", "a"), ("2", "Aura", "b")],
            id="enclosures behind",
        ),
        pytest.param("<table><tr><td>1<td><a href=a>Avaus</a></table>", [], id="one row"),
        pytest.param(f"{NUMBERS}<h2>Päätös</h2><p>Hyväksyttiin.", None, id="a decision below"),
        pytest.param(f"{NUMBERS}<p>{'Perustelut. ' * 100}", None, id="much besides"),
    ],
)
def test_lists(rows: str, items: list[tuple[str, str, str]] | None) -> None:
    """
    A list is told from a decision that has links, and each row has its number and title.
    """
    page = html.page_of(HEAD + rows)
    assert [(row.section, row.title, row.target) for row in page.rows] == (items or [])
    if items:
        reading, minutes = page.reading(), page.minutes()
        assert (reading.decision.kind, reading.decision.outcome) == (DocumentKind.MINUTES, None)
        assert [one.code for one in reading.problems] == [ProblemCode.ELSEWHERE]
        assert (str(minutes.body), minutes.meeting_on) == ("Kaupunginhallitus", date(2025, 2, 3))
        assert [item.section for item in minutes.items] == [section for section, _, _ in items]


def test_nothing_is_counted_of_a_listed_item() -> None:
    """
    Whether a listed item can be appealed stands in another file: no day is told of it.
    """
    minutes = html.read_minutes((PAGES / "tweb-fi.html").read_bytes())
    known = Known(published=date(2025, 3, 24), letters=[date(2025, 3, 24)])
    assert all(row["member_last_day"] is None for row in to_records(minutes, known))
    told = minutes_report(minutes, known, "sv")
    assert "- finns i en annan fil: /ktwebscr/fileshow?doctype=3&docid=3" in told
    assert "begäran om omprövning" not in told
    assert [reviewed(item.reading) for item in minutes.items] == [(), ()]


def test_an_instruction_elsewhere_is_not_missed() -> None:
    """
    A review tells nothing to be missing that the page links to.
    """
    assert "KP201" not in {finding.code for finding in reviewed(_read("dynasty-fi"))}


def test_a_list_without_a_head() -> None:
    """
    Who met and when stay unknown where the page does not say it.
    """
    minutes = html.read_minutes(NUMBERS)
    assert (minutes.body, minutes.meeting_on, len(minutes.items)) == (None, None, 2)
    two = html.read_minutes("<p>Kaupunginhallitus 3.2.2025 ja 4.2.2025</p>" + NUMBERS)
    assert str(two.body) == "Kaupunginhallitus"


def test_a_page_with_whole_minutes() -> None:
    """
    Whole minutes on one page are items, each with what the page says of the meeting.
    """
    document = open_document(PAGES / "kokous-fi.html")
    minutes = document.meeting(document.reading())
    assert minutes is not None
    assert (minutes.municipality, str(minutes.body)) == ("Puumala", "Kunnanhallitus")
    assert [item.section for item in minutes.items] == ["14", "15"]
    for item in minutes.items:
        assert item.decision.municipality == "Puumala"
        assert item.decision.decided_on == date(2025, 2, 3)
        assert item.reading.text == minutes.text
    assert minutes.remedies("15")


def test_one_decision_is_no_meeting() -> None:
    """
    A page with one decision has no items, and one without any is none.
    """
    document = open_document(PAGES / "cloudnc-fi.html")
    assert document.meeting(document.reading()) is None
    empty = open_document(b"<p>Uutinen", ".html")
    assert empty.meeting(empty.reading()) is None
    listed = open_document("<p>Lista: ei päivää</p>".encode(), ".html")
    assert listed.minutes().body is None


def _page(document: str, **around: Any) -> Reading:
    return Page(document, **around).reading()


def test_a_difference_is_a_problem() -> None:
    """
    What the document says stands, and that the page says otherwise is told.
    """
    reading = _page(
        "Kajaanin kaupunki\nKaupunginhallitus 3.2.2025 § 14\nAura\nPäätös\nHyväksyttiin.\n",
        trail="Toimielimet > Kaupunginhallitus > Kokous 4.2.2025",
        title="Puumalan kunta",
    )
    told = [one for one in reading.problems if one.code is ProblemCode.PAGE_DIFFERS]
    assert {one.field: reading.quote(one) for one in told} == {
        "municipality": "Puumala" + "n",
        "meeting_on": "Kokous 4.2.2025",
    }
    assert reading.decision.municipality == "Kajaani"
    assert reading.decision.meeting_on == date(2025, 2, 3)


@pytest.mark.parametrize(
    ("around", "field"),
    [
        pytest.param({"title": "Kajaani, Puumalan kunta, Sotkamon kunta"}, None, id="two"),
        pytest.param({"title": "Kainuun kuntayhtymä, Kajaanin kaupunki"}, None, id="joint"),
        pytest.param({"title": "Kajaani"}, None, id="a bare name"),
        pytest.param({"address": "kajaani.fi"}, None, id="no address"),
        pytest.param({"address": "https://asiat.example/kajaani"}, None, id="a path"),
        pytest.param({"address": "https://kajaani.puumala.example/"}, None, id="two labels"),
        pytest.param({"address": "https://www.kajaani10.example/x"}, "Kajaani", id="a number"),
        pytest.param({"address": "https://esbo-sv.example/x"}, "Espoo", id="a language"),
        pytest.param({"title": "Vasa stad"}, "Vaasa", id="in Swedish"),
    ],
)
def test_whose_site(around: dict[str, str], field: str | None) -> None:
    """
    One municipality that the title or the address names, and no other, is whose page it is.
    """
    reading = _page("Hallitus 3.2.2025 § 14\nAura\nPäätös\nHyväksyttiin.\n", **around)
    assert reading.decision.municipality == field


def test_a_seat_is_not_the_maker() -> None:
    """
    A joint authority's decision on its seat's site is not the seat's decision.
    """
    text = "Kainuun jätehuollon kuntayhtymä\nYhtymähallitus 3.2.2025 § 14\nPäätös\nHyväksyttiin.\n"
    reading = _page(text, title="Kajaanin kaupunki", address="https://kajaani.example/")
    assert reading.decision.municipality is None


@pytest.mark.parametrize(
    ("trail", "maker", "met"),
    [
        ("Kunnanhallitus > Kokous 3.2.2025", "Kunnanhallitus", date(2025, 2, 3)),
        ("Sivut > Kokous 3.2.2025", None, date(2025, 2, 3)),
        ("Kokous 3.2.2025", None, date(2025, 2, 3)),
        ("Kunnanhallitus > Kokous 32.2.2025", None, None),
        ("Kunnanhallitus > Kokoukset 3.2.2025", None, None),
        ("Kunnanhallitus > Kokous 3.2.2025 ja 4.2.2025", None, None),
    ],
)
def test_a_trail(trail: str, maker: str | None, met: date | None) -> None:
    """
    A meeting in the page's place in the site tells its body and its day.
    """
    said = {one.field: one.value for one in Page("", trail=trail).said()}
    assert str(said.get("maker")) == str(maker)
    assert said.get("meeting_on") == met


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(f"<p>{FORTNIGHT}</p><main>{ITEM}</main>", id="before the main part"),
        pytest.param(f"<div id=ContentStart>{ITEM}</div><p>{FORTNIGHT}", id="after the document"),
        pytest.param(
            f"<!--DATA_BEGIN-->{ITEM}<!--DATA_END--><p>{FORTNIGHT}<!--DATA_BEGIN-->",
            id="a comment in the document",
        ),
        pytest.param(
            f"<main><div id=ContentStart>{ITEM}</div><p>{FORTNIGHT}</main>", id="in the main part"
        ),
        pytest.param(f"<div id=ContentStart></div>{ITEM}<p>{FORTNIGHT}", id="an empty document"),
    ],
)
def test_no_instruction_is_left_out(page: str) -> None:
    """
    A part that leaves out how to appeal is not taken for the document.
    """
    (instruction,) = html.read(page).decision.instructions
    assert str(instruction.period) == "14 päivää"


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        pytest.param("<main>a</main>b", "a\n", id="main"),
        pytest.param("<div role=main>a</div>b", "a\n", id="a role"),
        pytest.param("<main>a<div id=ContentStart>b</div></main>", "b\n", id="the system's own"),
        pytest.param("<main>a<main>b</main>c</main>d", "a\nb\nc\n", id="in one another"),
        pytest.param("a<label class=h3>b</label>c", "abc\n", id="a head alone"),
        pytest.param("<label>a</label>b", "ab\n", id="a label"),
        pytest.param("<div class='right-content'>a</div>b", "b\n", id="another column"),
        pytest.param("<div role=navigation>a</div>b", "b\n", id="a menu"),
        pytest.param("<a class=skip-link href=#x>a</a>b", "b\n", id="a hidden link"),
        pytest.param(
            "<a href=1>Edellinen asia</a> | <a href=2>seuraava  asia</a>b", "b\n", id="steps"
        ),
        pytest.param("<a href=1>RSS</a>&nbsp;|&nbsp;b", "b\n", id="what parts them"),
        pytest.param("<a>RSS</a> b", "RSS b\n", id="no link"),
        pytest.param(
            "<h2><a href=#x>Valitusosoitus</a></h2>b", "Valitusosoitus\n\nb\n", id="a heading"
        ),
        pytest.param("<a href=1>Haku<a href=2>x</a>", "x\n", id="a link that does not end"),
        pytest.param("<h3><button>a</button></h3>b", "a\n\nb\n", id="a pressed heading"),
        pytest.param("<div><button>a</button></div>b", "b\n", id="a button"),
    ],
)
def test_parts(markup: str, text: str) -> None:
    """
    The smallest part that a page marks is the document; menus and steps are none.
    """
    assert html.to_text(markup) == text


def test_title_and_address() -> None:
    """
    The first title counts, and the address that the page gives as its own.
    """
    page = html.page_of("<title>a &amp;\n b</title><svg><title>c</title></svg><title>d</title>")
    assert (page.title, page.address) == ("a & b", "")
    assert html.page_of("<title>a").title == "a"
    canonical = '<link rel="canonical" href="https://b.example/">'
    shared = '<meta property="og:url" content="https://c.example/">'
    saved = "<!-- saved from url=(0019)https://d.example/ --><meta name=x><link rel=icon>"
    assert html.page_of(shared + canonical).address == "https://b.example/"
    assert html.page_of(saved + shared).address == "https://d.example/"
    assert html.page_of(shared).address == "https://c.example/"
    assert html.page_of('<link rel="canonical">').address == ""


def test_a_page_that_is_not_known() -> None:
    """
    A page with menus whose document is not known is read whole, and a problem says so.
    """
    menu = "".join(f"<li><a href='{place}'>Sivu {place}</a>" for place in range(30))
    code = ProblemCode.PAGE_UNKNOWN
    reading = html.read(f"<ul>{menu}</ul>{ITEM}")
    assert code in {one.code for one in reading.problems}
    assert reading.decision.section == "14"
    assert code not in {one.code for one in html.read(ITEM).problems}
    assert code not in {one.code for one in html.read(f"{menu}<main>{ITEM}</main>").problems}
    assert code in {one.code for one in html.read(menu).problems}


def test_an_instruction_page_takes_nothing() -> None:
    """
    A page with an instruction alone is no decision of the site's municipality.
    """
    reading = html.read(
        f"<title>Kajaanin kaupunki</title><h1>Oikaisuvaatimusohje</h1><p>{FORTNIGHT}"
    )
    assert reading.decision.kind is DocumentKind.INSTRUCTION
    assert not reading.where("municipality")


PIECES = st.sampled_from(
    [
        *("<main>", "</main>", "<div id=ContentStart>", "</div>", "<!--DATA_BEGIN-->"),
        *("<!--DATA_END-->", "<nav>", "</nav>", "<a href=x>", "</a>", "Edellinen asia", " | "),
        *("<ol class=breadcrumb>", "</ol>", "<li>", "Kunnanhallitus", "Kokous 3.2.2025"),
        *("<label class=h3>", "</label>", "<h2><button>", "</button></h2>", "<td>", "<tr>"),
        *("<title>Kajaanin kaupunki</title>", ITEM, f"<p>{FORTNIGHT}", "<span hidden>", "</span>"),
    ]
)


@given(st.lists(PIECES, max_size=30).map("".join))
def test_any_page(markup: str) -> None:
    """
    Any page is read, every place is one of the reading's text, and both ways agree on it.
    """
    page = html.page_of(markup)
    reading, minutes = page.reading(), page.minutes()
    assert reading.text == minutes.text == page.whole
    spans = [one.span for one in reading.found] + [one.span for one in reading.problems]
    for span in (*spans, *(one.span for one in reading.unread)):
        assert 0 <= span.start <= span.end <= len(reading.text)
    for one in reading.found:
        if one.why is Why.PAGE:
            assert reading.quote(one) in reading.text[len(page.text) :]
