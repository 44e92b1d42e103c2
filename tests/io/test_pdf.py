"""
The text of a PDF file, and the files that are refused.
"""

from __future__ import annotations

import io
import logging
import sys
import zlib

import pytest

from kuntapaatos.errors import UnreadableInput
from kuntapaatos.io import pdf
from kuntapaatos.io.pdf import to_text

pypdf = pytest.importorskip("pypdf")


def content(*lines: str) -> bytes:
    """Return the drawing of a page with these lines."""
    shown = b" ".join(b"(" + line.encode("cp1252") + b") Tj T*" for line in lines)
    return b"BT /F1 12 Tf 14 TL 50 800 Td " + shown + b" ET"


def document(*pages: bytes | None, packed: bool = False) -> bytes:
    """Return a PDF file with these drawings on its pages."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count %d /Kids [%s] >>"
        % (len(pages), b" ".join(b"%d 0 R" % (4 + 2 * i) for i in range(len(pages)))),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for i, page in enumerate(pages):
        drawn = b"" if page is None else b"/Contents %d 0 R" % (5 + 2 * i)
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] "
            b"/Resources << /Font << /F1 3 0 R >> >> " + drawn + b" >>"
        )
        data = zlib.compress(page or b"") if packed else page or b""
        kind = b"/Filter /FlateDecode " if packed else b""
        objects.append(
            b"<< " + kind + b"/Length %d >>\nstream\n" % len(data) + data + b"\nendstream"
        )
    out, places = b"%PDF-1.4\n", []
    for i, item in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % i + item + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (
        out
        + b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
        + table
        + b"trailer << /Size %d /Root 1 0 R >>\n" % (len(objects) + 1)
        + b"startxref\n%d\n%%%%EOF" % len(out)
    )


def locked(user: str) -> bytes:
    """Return a file that *user* opens."""
    writer = pypdf.PdfWriter(clone_from=pypdf.PdfReader(io.BytesIO(document(content("a")))))
    writer.encrypt(user, "owner", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_pages() -> None:
    """
    A form feed stands between pages; a page without a drawing is empty.
    """
    data = document(content("Päätös § 23", "12 000 € – hyväksytty"), None, content("Sivu 3"))
    assert to_text(data) == "Päätös § 23\n12 000 € – hyväksytty\n\f\fSivu 3\n"
    assert to_text(document(content("a"), packed=True)) == "a\n"


def test_a_file_that_only_its_owner_may_change() -> None:
    """
    A file that anybody may read is read.
    """
    assert to_text(locked("")) == "a\n"


@pytest.mark.parametrize(
    ("data", "why"),
    [
        pytest.param(b"", "is no PDF file, or is damaged", id="empty"),
        pytest.param(b"hello", "is no PDF file, or is damaged", id="something else"),
        pytest.param(document(content("a"))[:200], "is no PDF file, or is damaged", id="cut off"),
        pytest.param(document(b"q Q"), "has no text, only images of pages", id="a scan"),
        pytest.param(document(), "has no text, only images of pages", id="no page"),
        pytest.param(document(b" " * 20_000_000, packed=True), "unpacks to more", id="a bomb"),
        pytest.param(document(b"[" * 200_000), "nested too deeply", id="nested"),
        pytest.param(locked("user"), "is locked with a password", id="locked"),
    ],
)
def test_refused(data: bytes, why: str) -> None:
    """
    What gives no text is refused, in one sentence that names the file.
    """
    with pytest.raises(UnreadableInput, match=why) as caught:
        to_text(data, name="a.pdf")
    assert str(caught.value).startswith("a.pdf: ")


@pytest.mark.parametrize(
    ("limit", "why"),
    [
        ("MAXIMUM_BYTES", "is larger than"),
        ("MAXIMUM_PAGES", "has more than 1 pages"),
        ("MAXIMUM_CONTENT", "unpacks to more"),
        ("MAXIMUM_OPERATIONS", "drawing operations"),
        ("MAXIMUM_TEXT", "more text"),
    ],
)
def test_limits(limit: str, why: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    Every limit holds.
    """
    monkeypatch.setattr(pdf, limit, 1)
    with pytest.raises(UnreadableInput, match=why):
        to_text(document(content("ab", "cd"), content("e")))


def test_a_lock_that_needs_more(monkeypatch: pytest.MonkeyPatch) -> None:
    """
    A lock that pypdf alone cannot open is told apart from damage.
    """

    def fail(*_: object) -> None:
        raise pypdf.errors.DependencyError("cryptography")

    monkeypatch.setattr(pypdf, "PdfReader", fail)
    with pytest.raises(UnreadableInput, match="locked in a way"):
        to_text(document(content("a")))


def test_halves_of_letters(monkeypatch: pytest.MonkeyPatch) -> None:
    """
    Half of a surrogate pair is no letter.
    """
    monkeypatch.setattr(pypdf.PageObject, "extract_text", lambda *_, **__: "a\ud83d")
    assert to_text(document(content("a"))) == "a\ufffd"


def test_warnings_are_kept_quiet(caplog: pytest.LogCaptureFixture) -> None:
    """
    What pypdf warns of may quote the document, so it is not printed.
    """
    log = logging.getLogger("pypdf")
    log.handlers.clear()
    to_text(document(content("a")))
    to_text(document(content("a")))
    assert [type(handler) for handler in log.handlers] == [logging.NullHandler]


def test_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """
    The error names the extra.
    """
    monkeypatch.setitem(sys.modules, "pypdf", None)
    with pytest.raises(ImportError, match=r"kuntapaatos\[pdf\]"):
        to_text(b"%PDF-")
