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


def file(*objects: bytes) -> bytes:
    """Return a PDF file of these objects; the first is its root."""
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
    return file(*objects)


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
        pytest.param(document(b"[" * 200_000 + b" Tj"), "nested too deeply", id="nested"),
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
    ("limit", "value", "why"),
    [
        ("MAXIMUM_BYTES", 1, "is larger than"),
        ("MAXIMUM_PAGES", 1, "has more than 1 pages"),
        ("MAXIMUM_STREAM", 1, "unpacks to more"),
        ("MAXIMUM_TOKENS", 1, "unpacks to more"),
        ("MAXIMUM_PAGE_TEXT", 3, "has a page with more than 3 characters"),
        ("MAXIMUM_STEPS", 10, "takes more than 10 steps to read"),
    ],
)
def test_limits(limit: str, value: int, why: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    Every limit holds, and the refusal names it.
    """
    monkeypatch.setattr(pdf, limit, value)
    with pytest.raises(UnreadableInput, match=why):
        to_text(document(content("ab", "cd"), content("e"), packed=True))


def stream(data: bytes, more: bytes = b"", *, packed: bool = True) -> bytes:
    """Return a stream, by default packed."""
    data = zlib.compress(data) if packed else data
    kind = b"/Filter /FlateDecode " if packed else b""
    return b"<< %s%s/Length %d >>\nstream\n%s\nendstream" % (kind, more, len(data), data)


FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
LETTERS = b"<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /ToUnicode 6 0 R %s>>"
FORM = b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /Font << /F1 4 0 R >> >> "


def hostile(drawn: bytes, *more: bytes, font: bytes = FONT, pages: int = 1) -> bytes:
    """Return a file that lists one page so often; object 5 is its drawing, 6 and on are *more*."""
    resources = b"<< /Font << /F1 4 0 R >> /XObject << /X 6 0 R >> >>"
    return file(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count %d /Kids [%s] >>" % (pages, b"3 0 R " * pages),
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources %s >>"
        % resources,
        font,
        drawn,
        *more,
    )


SMALL = content("a")
LIMITED = "unpacks to more than is read: at most 4 MB a stream and 1 000 000 operators"
# Each of these took a minute, or gigabytes, when only whole pages were counted.
HOSTILE = {
    "a form with a long text, drawn often": (
        hostile(stream(SMALL + b" /X Do" * 16), stream(content("abcdefgh" * 50_000), FORM)),
        "has a page with more than 200 000 characters",
    ),
    "a form too large to unpack": (
        hostile(stream(SMALL + b" /X Do" * 16), stream(b" " * 9_000_000, FORM)),
        LIMITED,
    ),
    "a form drawn very often": (
        hostile(stream(SMALL + b" /X Do" * 40_000), stream(b" ", FORM)),
        "takes more than 100 000 steps to read",
    ),
    "a page listed often": (
        hostile(stream(content("abc") + b" 1 w" * 90_000), pages=2_000),
        "takes more than 100 000 steps to read",
    ),
    "a drawing that is not packed": (
        hostile(stream(SMALL + b" " * 4_000_000, packed=False)),
        LIMITED,
    ),
    "pages without number": (hostile(stream(SMALL), pages=9_000), "has more than 2 000 pages"),
    "many blocks of text": (
        hostile(stream(b"BT /F1 12 Tf (abcdefghij) Tj ET " * 4_000)),
        "takes more than 100 000 steps to read",
    ),
    "zeros in five characters": (
        hostile(
            b"<< /Filter /ASCII85Decode /Length 4000100 >>\nstream\n"
            + b"z" * 4_000_098
            + b"~>\nendstream"
        ),
        LIMITED,
    ),
    "filters on filters": (
        hostile(
            stream(zlib.compress(b"z" * 4_000_000) + b"~>").replace(
                b"/FlateDecode", b"[/FlateDecode /FlateDecode /ASCII85Decode]"
            )
        ),
        LIMITED,
    ),
    "a drawing put together byte by byte": (
        hostile(
            stream(
                b"".join(b"\0" + SMALL.ljust(999) for _ in range(1_000)),
                b"/DecodeParms << /Predictor 15 /Columns 999 >> ",
            ),
            pages=100,
        ),
        "takes more than 100 000 steps to read",
    ),
    "a letter that is a text": (
        hostile(
            stream(b"BT /F1 12 Tf <0001> Tj ET"),
            stream(b"1 beginbfchar\n<0001> <" + b"0041" * 200 + b">\nendbfchar"),
            font=LETTERS % b"",
        ),
        "has a font with a letter of more than 32 characters",
    ),
    "a letter with a long name": (
        hostile(
            stream(SMALL),
            font=FONT.replace(b"/WinAnsiEncoding", b"<< /Differences [97 /" + b"x" * 100 + b"] >>"),
        ),
        "has a font with a letter of more than 32 characters",
    ),
    "a font with many letters": (
        hostile(stream(b"BT /F1 12 Tf <0001> Tj ET"), stream(b"%" * 3_000_000), font=LETTERS % b""),
        "has a font with more than 2 MB of letters",
    ),
    "fonts read anew for each page": (
        hostile(
            stream(b"BT /F1 12 Tf <0001> Tj ET"),
            stream(b"%" * 1_900_000),
            font=LETTERS % b"/DescendantFonts [<< /W [1 2 500] >> null << >>] ",
            pages=2_000,
        ),
        "takes more than 100 000 steps to read",
    ),
}


@pytest.mark.parametrize(("data", "why"), HOSTILE.values(), ids=HOSTILE)
def test_hostile(data: bytes, why: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    What would take minutes or gigabytes is refused, and the refusal names the bound.
    """
    monkeypatch.setattr(pdf, "MAXIMUM_STEPS", 100_000)
    with pytest.raises(UnreadableInput) as caught:
        to_text(data)
    assert why in str(caught.value)


def test_what_a_page_may_hold() -> None:
    """
    Forms are read, a page of lines alone has no text, and odd drawings are read past.
    """
    drawn = stream(b" /X Do " + content("own") + b"BT /F1 9 Tf [(a) -500 (b) [1]] TJ (c) ' ET")
    assert to_text(hostile(drawn, stream(content("form"), FORM))).split() == [
        "form",
        "own",
        "a",
        "b",
        "c",
    ]
    lines = document(b"1 2 m 3 4 l S", content("a"))
    assert to_text(lines) == "\fa\n"
    bare = hostile(
        stream(content("own") + b" /X Do"), stream(b"1 w", b"/Type /XObject /Subtype /Form ")
    )
    assert to_text(bare) == "own\n"


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
    What pypdf warns of quotes the document: no handler sees it, and a caller's own reading is
    as loud as before.
    """
    log = logging.getLogger("pypdf")
    log.setLevel(logging.INFO)
    secret = stream(content("a") + b" /Maija Do")
    said = pypdf.PdfReader(io.BytesIO(hostile(secret, stream(b"", FORM)))).pages[0].extract_text()
    assert "/Maija" in caplog.text
    caplog.clear()
    with pdf._SILENT:
        assert to_text(hostile(secret, stream(b"", FORM))) == said
        assert log.level > logging.CRITICAL  # another thread is reading still
    assert caplog.text == ""
    assert log.level == logging.INFO
    log.setLevel(logging.NOTSET)


def test_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """
    The error names the extra.
    """
    monkeypatch.setitem(sys.modules, "pypdf", None)
    with pytest.raises(ImportError, match=r"kuntapaatos\[pdf\]"):
        to_text(b"%PDF-")
