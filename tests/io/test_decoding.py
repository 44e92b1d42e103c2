"""
In which encoding a text is: told for certain, or refused.
"""

from __future__ import annotations

import pytest

from kuntapaatos.errors import UnreadableInput
from kuntapaatos.io.decoding import decode

TEXT = "Päätös: 12 000 € – hyväksytty, yhteensä Åbo\n"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)
def test_encodings(encoding: str) -> None:
    """
    A text is read in whichever encoding Finnish documents come.
    """
    assert decode(TEXT.encode(encoding)) == TEXT


def test_older_encodings() -> None:
    """
    ISO-8859-15 shows by its euro sign; a stated encoding is tried where it is no UTF-8.
    """
    text = "Päätös 12 000 €"
    assert decode(text.encode("iso-8859-15")) == text
    assert decode("Päätös".encode("cp850"), "cp850") == "Päätös"
    assert decode("Päätös".encode("mac-roman"), "macintosh") == "Päätös"


@pytest.mark.parametrize("declared", ["cp1252", "utf-7", "punycode", "zlib", "nope", "", "a\0b"])
def test_a_stated_encoding_that_is_wrong(declared: str) -> None:
    """
    Valid UTF-8 is UTF-8 whatever a file states, and strange encodings are not tried.
    """
    assert decode("Päätös".encode(), declared) == "Päätös"
    assert decode("Päätös".encode("cp1252"), declared) == "Päätös"


@pytest.mark.parametrize(
    ("data", "why"),
    [
        pytest.param("Päätös pöytäkirja".encode("cp850"), "encoding", id="DOS"),
        pytest.param("Päätös pöytäkirja".encode("mac-roman"), "encoding", id="Macintosh"),
        pytest.param("Päätös".encode("cp1252") + b"\x81\x8d", "encoding", id="no Windows letter"),
        pytest.param("Päätös".encode().decode("cp1252").encode(), "twice", id="encoded twice"),
        pytest.param(b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0", "no text", id="binary"),
        pytest.param(b"\xff\xfe\0\xd8\0\0", "no text", id="a broken mark"),
    ],
)
def test_never_wrong_letters(data: bytes, why: str) -> None:
    """
    What cannot be told for certain is refused: never wrong letters.
    """
    with pytest.raises(UnreadableInput, match=why):
        decode(data, name="a.txt")
