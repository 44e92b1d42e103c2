"""
The text made ready for reading, and the way back to every place.
"""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kuntapaatos.io.text.pages import furniture
from kuntapaatos.io.text.source import LONGEST, Source, Span


@pytest.mark.parametrize(
    ("given_text", "clean"),
    [
        pytest.param("12\u00a0000\u2009€\u202f/v", "12 000 € /v", id="narrow spaces"),
        pytest.param("a\r\nb\rc\u2028d\x0be", "a\nb\nc\nd\ne", id="line ends"),
        pytest.param("pää\u00adtös\u200b \ufeffon", "päätös on", id="invisible characters"),
        pytest.param("a\u0308iti o\u0338", "äiti o\u0338", id="combined letters"),
        pytest.param("\u0308 alussa", "\u0308 alussa", id="a mark without a letter"),
        pytest.param("\ufb01rma, tra\ufb03c", "firma, traffic", id="ligatures"),
        pytest.param("\u00c2§ 5, \u00c2la", "§ 5, \u00c2la", id="a sign read twice"),
        pytest.param("mää-\n   räaika", "määräaika", id="a split word"),
        pytest.param("kunta-\nja ympäristö", "kunta-\nja ympäristö", id="a hanging hyphen"),
        pytest.param("USO-\nverkosto", "USO-verkosto", id="a split compound"),
        pytest.param("- ensin\n- sitten", "- ensin\n- sitten", id="a list"),
        pytest.param("a\x00b\x1fc", "a b c", id="control characters"),
    ],
)
def test_dirt_is_cleaned(given_text: str, clean: str) -> None:
    """
    What a file format adds to a text is taken out or written plainly.
    """
    assert Source.of(given_text).clean == clean


def test_an_empty_place_stays_empty() -> None:
    """
    A place without characters maps to one without characters.
    """
    source = Source.of("a\u00adb\r\nc")
    assert source.span(1, 1) == Span(2, 2)
    assert source.span(2, 1) == Span(4, 4)
    assert str(Span(1, 2)) == "1–2"


def test_a_source_is_a_value() -> None:
    """
    It compares, survives pickle, and shows nothing of the text.
    """
    source = Source.of("Aino\u00ad Esimerkki")
    assert pickle.loads(pickle.dumps(source)) == source
    assert "Esimerkki" not in repr(source)


def test_a_long_text_is_cut() -> None:
    """
    Beyond the limit nothing is read, and the source says so.
    """
    source = Source.of("x" * (LONGEST + 1))
    assert source.cut
    assert len(source.clean) == LONGEST
    assert not Source.of("x").cut


@given(
    st.lists(
        st.sampled_from(
            [
                "päätös",
                "mää-\nräaika",
                "ﬁ",
                "\xad",
                "\r\n",
                "ä",
                "\n\n\n",
                "USO-\nverkko",
                "Kunta  Pöytäkirja  3 (9)",
                "\x0c",
                " ",
                "§ 5",
                "Â§",
                "Sivu 3",
            ]
        ),
        max_size=30,
    ).map("".join)
)
def test_every_place_leads_back(text: str) -> None:
    """
    Places are in order, inside the text, and hold the same letters.
    """
    source = Source.of(text)
    before = 0
    for at, character in enumerate(source.clean):
        span = source.span(at, at + 1)
        assert 0 <= span.start < span.end <= len(text) or character == "\n"
        assert span.start >= before
        before = span.start
        if character.isalnum() and character.isascii():
            assert (
                character in text[span.start : span.end] or "\ufb01" in text[span.start : span.end]
            )
    whole = source.span(0, len(source.clean))
    assert 0 <= whole.start <= whole.end <= len(text)


PAGES = """Kunta    Pöytäkirja    1 (3)
Lautakunta
1.2.2024

Tähän päätökseen tyytymätön voi tehdä
{header}
oikaisuvaatimuksen.

Toinen kappale.
{header}
Kolmas kappale.
"""


@pytest.mark.parametrize(
    "header",
    [
        pytest.param("\n\nKunta    Pöytäkirja    2 (3)\n\n", id="a row that ends in a page"),
        pytest.param("\n\nSivu 2\n\n", id="a page's number"),
        pytest.param("\n- 2 -\n", id="a number between dashes"),
        pytest.param("\n2 (3)\nLautakunnan pöytäkirja\n", id="a header beside the number"),
        pytest.param("\f\nLautakunnan pöytäkirja\n", id="a header after a page break"),
        pytest.param(
            "\n\n\nTämä asiakirja on hyväksytty sähköisesti järjestelmässä\n",
            id="a repeated sentence",
        ),
    ],
)
def test_page_headers_leave_the_sentence(header: str) -> None:
    """
    A header in the middle of a sentence is taken out, and the sentence goes on.
    """
    clean = Source.of(PAGES.format(header=header)).clean
    assert "tehdä\noikaisuvaatimuksen." in clean
    assert "Toinen kappale.\n\nKolmas kappale." in clean
    assert clean.startswith("Kunta    Pöytäkirja    1 (3)\nLautakunta")


def test_what_repeats_is_not_always_a_header() -> None:
    """
    Labels, list items and boilerplate within the text stay where they are.
    """
    text = (
        "\n\n\nPäätös:\n\nOn päätetty.\n\n\nPäätös:\n\nToistuva lause, joka on tavallista tekstiä tässä.\n"
        * 3
    )
    assert furniture(text).removed == ()


def test_a_header_at_the_end_goes_too() -> None:
    """
    A page's number after the last line leaves nothing behind but an empty line.
    """
    assert Source.of("a\nb\nc\nd.\n\nSivu 9").clean == "a\nb\nc\nd.\n\n"


def test_a_text_of_too_many_lines_has_no_pages() -> None:
    """
    Nothing is taken for a header in a text that is no paged document.
    """
    assert furniture("Sivu 1\n" * 100_001).removed == ()
