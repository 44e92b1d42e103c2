"""
A web page becomes lines: what a reader sees, and nothing else.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kuntapaatos.errors import InvalidValue, UnreadableInput
from kuntapaatos.io import html
from kuntapaatos.io.html import markup as marked
from kuntapaatos.io.html import to_text


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("", ""),
        ("sana", "sana\n"),
        (
            "<h1>Päätös</h1><p>Yksi <b>lihava</b> sana<p>toinen",
            "Päätös\n\nYksi lihava sana\n\ntoinen\n",
        ),
        ("<div>a</div><div>b</div>", "a\nb\n"),
        ("a<br>b<BR/>c</br>d<hr>e", "a\nb\nc\nd\n\ne\n"),
        ("<ul><li>a<li>b</ul>c", "a\nb\n\nc\n"),
        ("<dl><dt>Esittelijä<dd>Kaupunginjohtaja</dl>", "Esittelijä\nKaupunginjohtaja\n"),
        ("  a \n\t b  ", "a b\n"),
        ("a <br> <div> b </div> ", "a\nb\n"),
        ("a&nbsp;b &amp; &euro; &#228;", "a\u00a0b & € ä\n"),
        ("a < b ja c > d </> e </3>", "a < b ja c > d e\n"),
        ("<pre>a\r\n  <span>b</span></pre>", "a\n  b\n"),
        ("<p>a</p></p>b", "a\n\nb\n"),
        ("<div>a</section>b</div></div>c", "ab\nc\n"),
        ("<section><div>a</section>b", "a\nb\n"),
        ("<p data-x='>' title=\"<p>\" a=b>x", "x\n"),
        ("<p a=>x<p a = >y<p a= 'z'>z", "x\n\ny\n\nz\n"),
        ("<p a", ""),
        ("<p ", ""),
        ("<p a=", ""),
        ("<p a='b", ""),
        ("<p a=b", ""),
        ("a<!-- <p>b --><p>c<!-- d", "a\n\nc\n"),
        ("<!DOCTYPE html><?xml x?>a<!x", "a\n"),
        ("<body>x</body></html>", "x\n"),
        ("<frameset></frameset>", ""),
    ],
)
def test_lines(markup: str, text: str) -> None:
    """
    Blocks become lines, white space one space, entities letters.
    """
    assert to_text(markup) == text


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>if (a<b) document.write('<p>x')</script>",
        "<SCRIPT>x</SCRIPT >",
        "<style>p{x:y}</style>",
        "<title>x</title>",
        "<nav><a href='#'>x</a></nav>",
        "<svg><text>x</text></svg>",
        "<template><p>x</template>",
        "<select><option>x<option>y</select>",
        "<button>x</button><textarea>x</textarea><iframe>x</iframe>",
        "<span hidden>x</span>",
        "<span style='display: none'>x</span>",
        '<span style="visibility:hidden">x<b>y</b></span>',
        "<span hidden>x<span>y</span>z</span>",
        "<img alt='x'><input value=x>",
    ],
)
def test_what_is_not_seen(hidden: str) -> None:
    """
    What a browser does not show is left out.
    """
    assert to_text(f"a {hidden}b") == "a b\n"


def test_hidden_blocks() -> None:
    """
    A hidden item ends where the next begins, a hidden cell leaves no cell.
    """
    assert to_text("<ul><li hidden>a<li>b</ul>") == "b\n"
    assert to_text("<p>a</p><div hidden>b<p>c</div><p>d") == "a\n\nd\n"
    assert to_text("<p>a<p hidden>b<p>c") == "a\n\nc\n"
    assert to_text("<p hidden>b<div>c</div>") == "c\n"
    assert to_text("<div><nav>b<p>c</div>d") == "d\n"
    assert to_text("<table><tr><td hidden>a<td>b</table>") == "b\n"
    assert to_text("<table><tr hidden><td>a<tr><td>b</table>") == "b\n"
    assert to_text("a<script>b") == "a\n"


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<tr><th>Vuosi<th>Summa<tr><td>2025<td>12 000", "Vuosi\tSumma\n2025\t12 000\n"),
        ("<tr><td><p>a</p><p>b</p><td>c", "a b\tc\n"),
        ("<tr><td><td>b", "\tb\n"),
        ("<tr><td><td>", ""),
        ("<caption>Otsikko</caption><tr><td>a", "Otsikko\na\n"),
        ("<tr><td>a<table><tr><td>b<td>c</table>", "a b\tc\n"),
    ],
)
def test_tables(markup: str, text: str) -> None:
    """
    A row is a line, its cells stand between tabs.
    """
    assert to_text(f"<table>{markup}</table>") == text


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<tr>a<td>b", "ab\n"),
        ("<table><td>a<tr><td>b", "a\nb\n"),
        ("<table><tbody><td>a<td>b<tbody><tr><td>c</table>", "a\tb\nc\n"),
        ("<table><tbody><tr><td>a<tbody><tr><td>b</table>c", "a\nb\n\nc\n"),
        ("<table><td>a</div>b</table>", "ab\n"),
        ("<table><td>a</table>b</td></tr>c", "a\n\nbc\n"),
        ("<li>a<div>b<li>c", "a\nb\nc\n"),
        ("<ul><li>a<ul><li>b</ul>c</ul>d", "a\n\nb\n\nc\n\nd\n"),
        ("<dl><dt>a<dt>b<dd>c</dl>", "a\nb\nc\n"),
        ("<li><section><li>a", "a\n"),
        ("<h1>a<h2>b</h1>c", "a\n\nb\n\nc\n"),
        ("<p><table><tr><td>a<p>b</table>c", "a b\n\nc\n"),
        ("<table><tr><td></p>a</table>", "a\n"),
        ("<p>a<legend>b</p>c", "a\nb\n\nc\n"),
        ("<p>a<legend>b<div>c", "a\nb\n\nc\n"),
        ("<li>a<table><tr><td></li>b</table>c", "a\n\nb\n\nc\n"),
        ("<pre>a\nb</pre> c", "a\nb\n\nc\n"),
    ],
)
def test_what_is_left_open(markup: str, text: str) -> None:
    """
    What a page leaves open or closes twice is mended as browsers mend it.
    """
    assert to_text(markup) == text


def test_a_table_for_layout() -> None:
    """
    A long cell with lines of its own keeps them, and its neighbours stand above and below.
    """
    text = to_text(f"<table><tr><td>a<td><p>{'sana ' * 60}</p><p>loppu</p></table>")
    assert text == f"a\n{('sana ' * 60).strip()}\n\nloppu\n"


def test_a_cell_without_a_row() -> None:
    """
    A stray cell is text.
    """
    assert to_text("<td>a<td>b") in {"a b\n", "ab\n"}


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ('<meta charset="utf-8">', "utf-8"),
        ('<meta charset="ISO-8859-1">', "cp1252"),
        ("<meta http-equiv=Content-Type content='text/html; charset=macintosh'>", "mac-roman"),
        ("<?xml version='1.0' encoding='iso-8859-15'?>", "iso-8859-15"),
        ("", "utf-16"),
        ("", "cp1252"),
    ],
)
def test_encodings(head: str, encoding: str) -> None:
    """
    The encoding is the mark's, the page's, or guessed.
    """
    assert to_text(f"{head}<p>Päätös</p>".encode(encoding)) == "Päätös\n"


@pytest.mark.parametrize("tag", ["div", "span", "table", "blockquote", "svg", "div hidden"])
def test_too_deep(tag: str) -> None:
    """
    Elements within one another are bounded.
    """
    with pytest.raises(UnreadableInput, match="nested"):
        to_text(f"<{tag}>" * 300)


@pytest.mark.slow
@pytest.mark.parametrize(
    "markup",
    [
        pytest.param("<p " + "a=1 " * 100_000 + ">x", id="attributes"),
        pytest.param("<option>" * 100_000 + "x", id="options"),
        pytest.param("<b><p>" * 50_000 + "x", id="open letters"),
        pytest.param("<div><table></div></table>" * 20_000 + "x", id="crossed"),
        pytest.param("<p>" * 100_000 + "x", id="paragraphs"),
        pytest.param("<" * 300_000 + "p>x", id="signs"),
        pytest.param("x" + "<!--" * 100_000, id="comments"),
        pytest.param("</div>" * 100_000 + "x", id="ends"),
    ],
)
def test_pages_made_to_be_slow(markup: str) -> None:
    """
    What would keep a parser busy for minutes takes no longer than other pages.
    """
    assert to_text(markup).endswith("x\n")


def test_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    """
    A page beyond the limit is not read.
    """
    monkeypatch.setattr(html, "MAXIMUM_BYTES", 10)
    with pytest.raises(UnreadableInput, match="larger"):
        to_text("x" * 11)


def test_no_page() -> None:
    """
    What is no page says how a file is opened.
    """
    with pytest.raises(InvalidValue, match="read_file"):
        to_text(Path("sivu.html"))  # type: ignore[arg-type]


@pytest.mark.parametrize("markup", ["<b>", "</b>", "<!---->", "<a b='c'>", "<br>x"])
def test_too_many_marks(markup: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    Tags, attributes and comments are bounded, whatever becomes of them.
    """
    monkeypatch.setattr(marked, "MAXIMUM_MARKS", 10)
    to_text(markup * 5)
    with pytest.raises(UnreadableInput, match="has more than 10 tags and attributes"):
        to_text(markup * 11)


PIECES = "<p>|</p>|<div |hidden|>|<table>|<tr>|<td>|</td>|<span>|</span>|<!--|-->|<script>|x|&auml;|'|=|<"


@given(st.lists(st.sampled_from(PIECES.split("|")) | st.text(max_size=3), max_size=20).map("".join))
def test_any_markup(markup: str) -> None:
    """
    Any markup at all gives lines without white space at their ends.
    """
    text = to_text(markup)
    assert text == "" or text.endswith("\n")
