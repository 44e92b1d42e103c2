"""
A value in a notebook is a quiet table, and nothing in a document is taken for markup.
"""

from __future__ import annotations

import pickle
import subprocess
import sys
from datetime import date
from decimal import Decimal
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import kuntapaatos as kp
from kuntapaatos.io import notebook
from kuntapaatos.io.json.codes import CODES
from kuntapaatos.io.notebook.markup import escaped, glued
from kuntapaatos.shown import Several, Value

TABLE = {"table", "caption", "tbody", "tr", "th", "td", "wbr", "span", "strong"}
TABLE |= {"ul", "li", "details", "summary", "a"}
DRAWING = {"svg", "title", "desc", "text", "rect", "circle", "line", "path", "polygon"}
ATTRIBUTES = {"style", "lang", "scope", "colspan", "href", "rel"}
EMPTY = {"wbr", "rect", "circle", "line", "path", "polygon"}


class Page(HTMLParser):
    """What a browser would see: the elements, their attributes and the text."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.names: set[str] = set()
        self.cells: list[str] = []
        self.links: list[str] = []
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.names.update(name for name, _ in attrs)
        self.links += [value or "" for name, value in attrs if name in {"href", "src"}]
        self.links += [value or "" for _, value in attrs if "url(" in (value or "")]
        if tag not in EMPTY:
            self.open.append(tag)
        if tag in {"th", "td", "caption"}:
            self.cells.append("")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.cells:
            self.cells[-1] += data

    @property
    def text(self) -> str:
        return "\n".join(self.cells).replace("\u00a0", " ")


def test_every_value_shows_itself(values: tuple[Value, ...]) -> None:
    """
    Every public kind of value has a table: well nested, without script, link or identifier.
    """
    public = {kind for kind in CODES.values() if issubclass(kind, Value)}
    assert public <= {type(value) for value in values}
    for value in values:
        page = Page(value._repr_html_())
        assert page.open == []
        assert page.tags <= TABLE | DRAWING | {"div"}
        assert not page.names & {"id", "class", "onclick", "onload"}
        # Nothing is loaded; a provision leads to Finlex when somebody clicks.
        finlex = ("https://www.finlex.fi/fi/", "http://data.finlex.fi/eli/sd/")
        assert all(link.startswith(finlex) for link in page.links)
        assert type(value).__name__ in page.text


def test_a_value_without_a_picture_is_its_table() -> None:
    """
    `html` is the table alone, `table` never has a picture, and names its fields as in code.
    """
    letter = kp.Notice.letter(date(2024, 12, 10))
    assert notebook.html(letter) == notebook.table(letter)
    page = Page(notebook.table(letter))
    assert page.names <= ATTRIBUTES
    assert page.cells[:3] == [
        "Notice kirje\u00a010.12.2024".replace("\u00a0", " "),
        "kind",
        "kirje",
    ]
    assert page.cells[3:7] == ["day", "10.12.2024", "notified_on", "17.12.2024"]


def test_what_is_not_said_is_named_once() -> None:
    """
    Fields without a value stand together in the last row.
    """
    page = Page(notebook.table(kp.decision.CertifiedExtract(place="Kajaani")))
    assert page.cells == ["CertifiedExtract", "place", "Kajaani", "ei arvoa: on, title"]


def test_what_belongs_to_a_person_is_not_shown() -> None:
    """
    A person's details stay out of the table, as they stay out of `repr`; that they exist is said.
    """
    person = kp.decision.Contact(
        title="Kehityspäällikkö", name="Maija Esimerkki", email="m@example.fi"
    )
    decision = kp.Decision(
        kind=kp.DocumentKind.DECISION, contacts=[person], recipients=["Olli Esimerkki"]
    )
    for value in (person, decision):
        shown = value._repr_html_()
        assert "Esimerkki" not in shown
        assert "example.fi" not in shown
        assert "ei näytetä (henkilötieto)" in shown


def test_addresses_in_a_decision_s_own_texts_are_masked() -> None:
    """
    A title is the document's own words; an e-mail address in it is masked, an office's is not.
    """
    decision = kp.Decision(kind=kp.DocumentKind.DECISION, title="Ote: maija@example.fi")
    assert "maija@" not in notebook.table(decision)
    assert "kirjaamo@example.fi" in notebook.table(
        kp.Authority(name="Kirjaamo", email="kirjaamo@example.fi")
    )


@pytest.mark.parametrize(
    ("value", "said"),
    [
        pytest.param(kp.decision.Cost(amount=Decimal(12000)), "12 000,00 €", id="a sum"),
        pytest.param(kp.decision.Cost(amount=Decimal(1), total=True), "kyllä", id="yes"),
        pytest.param(kp.decision.Cost(amount=Decimal(1)), "ei", id="no"),
        pytest.param(
            kp.doubts.Candidate(Decimal("0.001"), kp.doubts.Basis.STATED),
            "0,001 €",
            id="finer than a cent",
        ),
        pytest.param(
            kp.doubts.Candidate((date(2025, 1, 3),), kp.doubts.Basis.LAW),
            "3.1.2025",
            id="one of several",
        ),
        pytest.param(kp.doubts.Candidate([1, 2], kp.doubts.Basis.LAW), "12", id="several"),
        pytest.param(
            kp.Decision(
                kind=kp.DocumentKind.DECISION, impacts=[kp.decision.Impact(kind="a" * 99, text="b")]
            ),
            f"Impact: {'a' * 60}…",
            id="the name of a nested value",
        ),
        pytest.param(
            kp.Decision(kind=kp.DocumentKind.DECISION, costs=[kp.decision.Cost(amount=Decimal(5))]),
            "Cost: 5,00 €",
            id="a nested sum",
        ),
        pytest.param(
            kp.Decision(kind=kp.DocumentKind.DECISION, contacts=[kp.decision.Contact(name="M")]),
            "Contact",
            id="a nested value that has nothing to show",
        ),
        pytest.param(
            kp.decision.Impact(kind="k", text="sana " * 99), "sana …sana sana", id="a long text"
        ),
    ],
)
def test_values_are_written_as_in_a_decision(value: Value, said: str) -> None:
    """
    Sums, days, and yes or no are in Finnish; a long text is folded, never cut.
    """
    assert said in Page(notebook.table(value)).text


@given(st.text().filter(str.strip))
def test_a_text_is_never_markup(text: str) -> None:
    """
    Whatever a document holds, it adds no element and no attribute.
    """
    impact = kp.decision.Impact(kind="kind", text=text)
    page = Page(notebook.table(impact))
    assert page.tags <= TABLE
    assert page.names <= ATTRIBUTES


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "</td></table><iframe src='https://example.com'>",
        '" onmouseover="alert(1)',
        "&lt;b&gt;",
    ],
)
def test_hostile_text_is_shown_as_it_is(text: str) -> None:
    """
    Markup in a document is text in the table, and in the picture of a schedule.
    """
    network = kp.FeeSchedule(network=text, term=kp.Term(2025, 2025), brackets=(), source=text)
    shown = network._repr_html_()
    page = Page(shown)
    assert page.tags <= TABLE | DRAWING | {"div"}
    assert text in page.text
    assert page.links == []


def test_control_characters_and_directions_are_left_out() -> None:
    """
    What moves a cursor, turns the direction of a line or is no character of XML is dropped.
    """
    assert escaped("a\x00\x1b[31m\u202eb\ud800\ufffec\r\nd\u2028e\u202f1") == "a[31mbc \nd e\u00a01"


@pytest.mark.parametrize(
    ("text", "together"),
    [
        ("138 §", "138\u00a0§"),
        ("12 000 €", "12\u00a0000\u00a0€"),
        ("kl. 15.00", "kl.\u00a015.00"),
        ("14 päivää", "14 päivää"),
        ("pe 3.1.2025", "pe\u00a03.1.2025"),
        ("150/1930 2 §", "150/1930\u00a02\u00a0§"),
        ("1 2345", "1 2345"),
    ],
)
def test_what_belongs_together_stays_on_a_line(text: str, together: str) -> None:
    """
    A section, a sum, a time and a day are not broken at the end of a line.
    """
    assert glued(text) == together


def test_terms_and_plain_values_are_untouched() -> None:
    """
    A member of an enum shows itself as Python shows it.
    """
    assert not hasattr(kp.Track.PARTY, "_repr_html_")


def test_only_values_are_shown() -> None:
    """
    Something that is no domain value is refused.
    """
    for show in (notebook.html, notebook.table):
        with pytest.raises(kp.errors.InvalidValue):
            show("text")  # type: ignore[arg-type]


def test_a_notebook_loads_what_shows_it_and_no_sooner() -> None:
    """
    `import kuntapaatos` loads nothing of it; asking a value for its table does.
    """
    code = (
        "import sys, kuntapaatos as kp; name = 'kuntapaatos.io.notebook'; "
        "before = name in sys.modules; kp.Term(2025, 2026)._repr_html_(); "
        "print(before, name in sys.modules, 'holidays' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert run.stdout.split() == ["False", "True", "False"]


def test_rows_below_one_another() -> None:
    """
    A listing has a column for each name, and writes what is in it as in a decision.
    """
    shown = notebook.listing(["day", "<fee>"], [(date(2025, 1, 3), Decimal(12000)), (None, True)])
    page = Page(shown._repr_html_())
    assert page.cells == [
        "day",
        "<fee>",
        "3.1.2025",
        "12\u00a0000,00\u00a0€",
        "ei tiedossa",
        "kyllä",
    ]
    assert repr(shown) == "<Listing of 2 rows>"
    assert page.open == []


def test_a_row_has_a_value_for_each_name() -> None:
    """
    A row that is too short or too long is named by its place.
    """
    with pytest.raises(kp.errors.InvalidValue, match=r"rows\[1\]"):
        notebook.listing(["a"], [(1,), (1, 2)])


@pytest.mark.parametrize(
    ("names", "rows"),
    [
        pytest.param([5], [], id="a number for a name"),
        pytest.param(None, [], id="no names"),
        pytest.param(["a"], [5], id="a number for a row"),
        pytest.param(["a"], None, id="no rows"),
    ],
)
def test_what_is_no_table(names: Any, rows: Any) -> None:
    """
    Names are texts and rows are rows; anything else is named.
    """
    with pytest.raises(kp.errors.InvalidValue, match=r"names|rows"):
        notebook.listing(names, rows)


def test_several_clocks_show_themselves(
    tracks: tuple[kp.Deadline | kp.final.NotStarted, ...],
) -> None:
    """
    The answers for every track are one picture and a table each, and stay a tuple.
    """
    shown = notebook.html(tracks)
    assert isinstance(tracks, Several)
    assert tracks._repr_html_() == shown
    assert shown.count("<svg ") == 1
    assert shown.count("<details>") == shown.count("<table ") == len(tracks) == 2
    assert all(escaped(str(track)) in shown.replace("\u00a0", " ") for track in tracks)
    copied = pickle.loads(pickle.dumps(tracks))
    assert type(copied) is Several
    assert copied == tracks == tuple(tracks)
    assert repr(tracks) == repr(tuple(tracks))


def test_no_clock_at_all() -> None:
    """
    Where nobody has a clock, that is said.
    """
    parties = kp.AppealInstruction(
        remedy=kp.RemedyKind.ADMINISTRATIVE_REVIEW,
        period=kp.Period.days(14),
        entitled=[kp.Entitled.PARTY],
    )
    nobody = kp.appeal_deadlines(parties, [], no_party=True)
    assert nobody == ()
    assert "ei määräaikoja" in notebook.html(nobody)


def test_other_tuples_are_refused() -> None:
    """
    Only answers for tracks are drawn together.
    """
    for other in ((1, 2), (kp.Period.days(1),)):
        with pytest.raises(kp.errors.InvalidValue):
            notebook.html(other)
