"""
What hostile PDF files and web pages cost: each is read or refused, alone in a process.

Prints a row a file: its size, the processor's seconds, the most memory, and what came of
it.  The last line counts those within the goal.  The seconds are those of the machine; the
bounds themselves count work, so the last column is the same everywhere.

    python benchmarks/hostile.py            all of them
    python benchmarks/hostile.py PART       those whose name holds PART
"""

from __future__ import annotations

import subprocess
import sys
import zlib
from collections.abc import Callable

PDF_SECONDS, HTML_SECONDS, MEGABYTES = 10, 5, 500
LARGE = 20_000_000

FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
WIDE = b"<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /ToUnicode 6 0 R >>"
BEGIN = b"BT /F1 12 Tf 14 TL 50 800 Td "
SHORT = BEGIN + b"(a) Tj ET "


def stream(data: bytes, more: bytes = b"") -> bytes:
    """Return a packed stream."""
    packed = zlib.compress(data, 9)
    head = b"<< %s /Filter /FlateDecode /Length %d >>" % (more, len(packed))
    return head + b"\nstream\n" + packed + b"\nendstream"


def form(data: bytes, resources: bytes = b"/Font << /F1 4 0 R >>") -> bytes:
    """Return a form that a page may draw."""
    kind = b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << %s >>" % resources
    return stream(data, kind)


def file(*objects: bytes) -> bytes:
    """Return a PDF file of these objects; the first is its root."""
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, item in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + item + b"\nendobj\n"
    start, size = len(out), len(objects) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n" % size
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (size, start)
    return bytes(out)


def page(drawn: bytes, *more: bytes, font: bytes = FONT, pages: int = 1) -> bytes:
    """Return a file that lists one page so often; *more* are the objects from 6 on."""
    return file(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count %d /Kids [%s] >>" % (pages, b"3 0 R " * pages),
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R"
        b" /Resources << /Font << /F1 4 0 R >> /XObject << /X 6 0 R >> >> >>",
        font,
        drawn if drawn.startswith((b"<<", b"[")) else stream(drawn),
        *more,
    )


def raw(kind: bytes, data: bytes) -> bytes:
    """Return a stream of bytes that are packed already."""
    return b"<< /Filter /%s /Length %d >>\nstream\n%s\nendstream" % (kind, len(data), data)


def letters() -> bytes:
    """Return the table of a font of sixty thousand letters."""
    groups = (range(first, first + 100) for first in range(0, 60_000, 100))
    listed = (b"".join(b"<%04X> <%04X>\n" % (i, i) for i in group) for group in groups)
    return b"".join(b"100 beginbfchar\n" + one + b"endbfchar\n" for one in listed)


def revisions(count: int) -> bytes:
    """Return a file that was changed so often."""
    out = bytearray(page(SHORT))
    before = int(out.rsplit(b"startxref", 1)[1].split()[0])
    for _ in range(count):
        start = len(out) + 1
        out += b"\nxref\n0 0\ntrailer << /Size 6 /Root 1 0 R /Prev %d >>" % before
        out += b"\nstartxref\n%d\n%%%%EOF" % start
        before = start
    return bytes(out)


def doubling() -> bytes:
    """Return forms each of which draws the next one twice."""
    twice = (form(b"/X Do /X Do", b"/XObject << /X %d 0 R >>" % n) for n in range(7, 27))
    return page(SHORT + b"/X Do", *twice, form(SHORT))


LINES = b"".join(b"(Kunnanhallitus hyvaksyi esityksen numero %d) Tj T* " % n for n in range(45))
WORDS = b"[(Kun)3(nan)-2(hal)4(li)-300(tus)] TJ T* " * 45
PDF: dict[str, Callable[[], bytes]] = {
    "an ordinary file of 300 pages": lambda: page(BEGIN + LINES + b"ET", pages=300),
    "spaced words, 500 pages": lambda: page(BEGIN + WORDS + b"ET", pages=500),
    "one letter at a time": lambda: page(BEGIN + b"(a) Tj 5 0 Td " * 5_000 + b"ET", pages=100),
    "a form of 9 MB drawn 1,000 times": lambda: page(
        SHORT + b"/X Do " * 1_000, form(BEGIN + b"(" + b"abcdefgh " * 1_000_000 + b") Tj ET")
    ),
    "an empty form of 3 MB drawn 5,000 times": lambda: page(
        SHORT + b"/X Do " * 5_000, form(b" " * 3_000_000)
    ),
    "a form with 2,000 fonts drawn 5,000 times": lambda: page(
        SHORT + b"/X Do " * 5_000,
        form(b" ", b"/Font << %s >>" % b"".join(b"/F%d 4 0 R " % n for n in range(2_000))),
    ),
    "forms in forms, a million": doubling,
    "40,000 blocks of text": lambda: page(b"BT /F1 12 Tf (abcdefghij) Tj ET " * 40_000),
    "a page listed 2,000 times": lambda: page(BEGIN + b"(abc) Tj T* " * 500 + b"ET", pages=2_000),
    "a page listed 99,999 times": lambda: page(SHORT, pages=99_999),
    "a drawing of 900,000 words": lambda: page(b"1 2 l\n" * 300_000 + SHORT),
    "900,000 operators": lambda: page(SHORT + b"q " * 900_000),
    "60,000 pictures in a drawing": lambda: page(
        SHORT + b"BI /W 1 /H 1 /BPC 8 /CS /G ID a EI " * 60_000
    ),
    "a string of escapes": lambda: page(BEGIN + b"(" + b"\\050" * 900_000 + b") Tj ET"),
    "a string of digits": lambda: page(BEGIN + b"<" + b"41" * 1_900_000 + b"> Tj ET"),
    "a string in the catalogue": lambda: file(
        b"<< /Type /Catalog /Pages 2 0 R /X (" + b"\\050" * (LARGE // 4 - 99) + b") >>",
        b"<< /Type /Pages /Count 0 /Kids [] >>",
    ),
    "20 MB of ASCII85": lambda: page(raw(b"ASCII85Decode", b"z" * (LARGE - 999) + b"~>")),
    "4 MB of ASCII85": lambda: page(raw(b"ASCII85Decode", b"z" * 3_900_000 + b"~>")),
    "20 MB of digits": lambda: page(raw(b"ASCIIHexDecode", b"20" * (LARGE // 2 - 999) + b">")),
    "rows of differences": lambda: page(
        stream(
            (b"\x04" + b"\0" * 999) * 1_900 + b"\0" + SHORT.ljust(999),
            b"/DecodeParms << /Predictor 15 /Columns 999 >>",
        ),
        pages=2_000,
    ),
    "a drawing of 9,000 parts": lambda: page(
        b"[" + b"6 0 R " * 9_000 + b"]", stream(SHORT + b" " * 400)
    ),
    "20 pages with a large font": lambda: page(SHORT, stream(letters()), font=WIDE, pages=20),
    "100,000 revisions": lambda: revisions(100_000),
    "500,000 objects": lambda: file(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count 0 /Kids [] >>",
        *[b"<< >>"] * 400_000,
    ),
    "objects without a table": lambda: b"%PDF-1.4\n" + b"1 0 obj\n<< >>\nendobj\n" * 900_000,
    "zeros": lambda: b"%PDF-1.4\n" + b"\0" * (LARGE - 9),
    "trailers": lambda: b"%PDF-1.4\n" + b"trailer << /Root 1 0 R >>\n" * 700_000,
}
MARKUP = {
    "words": "sana ",
    "lines": "a\n",
    "letters beyond the basic plane": "ä\U0001d11e ",
    "paragraphs": "<p>a",
    "breaks": "<br>",
    "divisions": "<div>a</div>",
    "attributes": "<a b=c d=e f='g'>x</a>",
    "signs": "< ",
    "references": "&amp;",
    "comments": "<!---->",
    "scripts": "<script>a</script>",
    "preformatted": "<pre>a</pre>",
    "open quotes": "<a b='",
    "lists": "<ul><li>a</ul>",
    "cells": "<td>a",
}

_ALONE = """
import resource, sys, time
sys.path.insert(0, sys.argv[1])
import hostile
from kuntapaatos.errors import UnreadableInput
from kuntapaatos.io.files import load
data = hostile.made(sys.argv[2], int(sys.argv[3]))
resource.setrlimit(resource.RLIMIT_CPU, (120, 120))
start = time.process_time()
try:
    came = f"{len(load(data, sys.argv[4])):,} characters"
except UnreadableInput as error:
    came = error.why
seconds = time.process_time() - start
memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
print(len(data), seconds, memory, came, sep="\\t")
"""


def made(name: str, size: int) -> bytes:
    """Return a file by its name; a web page has about so many bytes."""
    if name in PDF:
        return PDF[name]()
    piece = MARKUP[name].encode()
    return piece * (size // len(piece))


def is_within(name: str, suffix: str, size: int, most: float) -> bool:
    """Read one file alone, print its row, and return whether the goal is met."""
    here = __file__.rpartition("/")[0] or "."
    given = [sys.executable, "-c", _ALONE, here, name, str(size), suffix]
    ran = subprocess.run(given, capture_output=True, text=True, check=False)
    if ran.returncode:
        print(f"{name:42} {(ran.stderr or 'killed').splitlines()[-1][:60]} NOT MET", flush=True)
        return False
    length, taken, memory, came = ran.stdout.rstrip("\n").split("\t")
    met = float(taken) <= most and int(memory) <= MEGABYTES
    print(
        f"{name:42} {int(length) / 1e6:6.2f} MB {float(taken):6.2f} s {memory:>4} MB"
        f" {'met' if met else 'NOT MET'}  {came[:60]}",
        flush=True,
    )
    return met


def main() -> None:
    """Read every file and print the table."""
    part = sys.argv[1] if len(sys.argv) > 1 else ""
    met = [is_within(name, ".pdf", LARGE, PDF_SECONDS) for name in PDF if part in name]
    for size in (LARGE, 10_000_000, 1_500_000):
        met += [is_within(name, ".html", size, HTML_SECONDS) for name in MARKUP if part in name]
    print(f"{sum(met)} of {len(met)} within {PDF_SECONDS} s, {HTML_SECONDS} s a web page")


if __name__ == "__main__":
    main()
