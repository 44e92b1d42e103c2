"""
What a file is: text, a PDF file or a web page.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from kuntapaatos.errors import UnreadableInput
from kuntapaatos.io import files

TEXT = "Päätös: 12 000 € – hyväksytty, yhteensä Åbo\n"


@pytest.mark.parametrize("suffix", [".txt", "", ".TXT", None])
def test_text(suffix: str | None) -> None:
    """
    Plain text is what nothing shows to be something else.
    """
    assert files.load(TEXT.encode(), suffix) == TEXT


def test_a_path(tmp_path: Path) -> None:
    """
    A path is read like its bytes.
    """
    path = tmp_path / "päätös.txt"
    path.write_text(TEXT, encoding="utf-8")
    assert files.load(path) == files.load(str(path)) == TEXT


@pytest.mark.parametrize(
    ("data", "suffix"),
    [
        pytest.param(b"<p>A &amp; B", ".html", id="by its suffix"),
        pytest.param(b"<p>A &amp; B", ".HTM", id="in capitals"),
        pytest.param(b"\xef\xbb\xbf \n<!DOCTYPE html><p>A &amp; B", ".txt", id="by its beginning"),
        pytest.param(b"<html><p>A &amp; B", "", id="without a suffix"),
    ],
)
def test_a_web_page(data: bytes, suffix: str) -> None:
    """
    A web page is known by its suffix or its beginning.
    """
    assert files.load(data, suffix) == "A & B\n"


@pytest.mark.parametrize(("data", "suffix"), [(b"%PDF-1.7 broken", ".txt"), (b"nothing", ".pdf")])
def test_a_pdf_is_known_by_its_first_bytes(data: bytes, suffix: str) -> None:
    """
    A PDF file is one whatever it is called.
    """
    pytest.importorskip("pypdf")
    with pytest.raises(UnreadableInput, match=r"input: is no PDF file"):
        files.load(data, suffix)


@pytest.mark.parametrize("data", [b"PK\x03\x04word", b"\xd0\xcf\x11\xe0word", b"{\\rtf1 word"])
def test_word_processors(data: bytes) -> None:
    """
    Documents of word processors are refused by name.
    """
    with pytest.raises(UnreadableInput, match="word processor"):
        files.load(data, ".docx", name="a.docx")


def test_no_file(tmp_path: Path) -> None:
    """
    The error names the file by its last part alone.
    """
    with pytest.raises(UnreadableInput) as caught:
        files.load(tmp_path / "missing.txt")
    assert str(caught.value) == "missing.txt: cannot be opened: No such file or directory"


def test_too_large(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """
    A file beyond the limit is not read.
    """
    monkeypatch.setattr(files, "MAXIMUM_BYTES", 10)
    (tmp_path / "a.txt").write_bytes(b"x" * 11)
    with pytest.raises(UnreadableInput, match="is larger than"):
        files.load(tmp_path / "a.txt")
    assert files.load(b"x" * 10) == "x" * 10
