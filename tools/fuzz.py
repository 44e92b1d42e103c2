"""
Try every edge of the library with inputs that nobody would write, for as long as you like.

    python tools/fuzz.py                     a minute
    python tools/fuzz.py 600                 ten minutes
    python tools/fuzz.py 600 --only pdf      one target
    python tools/fuzz.py 60 --seed 7         another course

An input is a document or a value of the tests, changed here and there.  One that is
answered in a way not met before (another error, other fields, other problems) is kept in
`build/fuzz` and changed further, also by the next run: the corpus grows.  What an edge may
do is answer, or refuse with an error of the library.  Anything else is a crash: its input
goes to `tests/data/fuzz`, where `tests/test_fuzz.py` runs it from then on.
"""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import io
import itertools
import random  # noqa: TID251 - a seed is given, so the course is the same
import re
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime
from pathlib import Path

from kuntapaatos import NoticeKind, OfficeHours, Period, RecordId
from kuntapaatos.__main__ import main as command
from kuntapaatos.errors import KuntapaatosError
from kuntapaatos.findings import review
from kuntapaatos.io import html, pdf
from kuntapaatos.io.frames import Rule, deadlines
from kuntapaatos.io.json import from_json, to_json
from kuntapaatos.io.report import report
from kuntapaatos.io.text import read

ROOT = Path(__file__).parents[1]
CRASHES = ROOT / "tests" / "data" / "fuzz"
CORPUS = ROOT / "build" / "fuzz"
DOCUMENTS = ROOT / "tests" / "io" / "text" / "documents"
LONGEST = 20_000
"""A longer input is cut: it would take the time of many."""

LETTER = Rule(NoticeKind.LETTER, Period.days(14), OfficeHours.state())


def shape(message: str) -> str:
    """Return how a message begins, without what it quotes."""
    return re.sub(r"[0-9]+|[\"'”].*", "", message)[:60]


def of_text(data: bytes) -> object:
    """Read, review and report any text, and carry the decision to JSON and back."""
    reading = read(data.decode("utf-8", "replace"))
    found = review(reading.decision)
    report(reading)
    assert from_json(to_json(reading.decision)) == reading.decision
    codes = sorted(problem.code.value for problem in reading.problems)
    return sorted({one.field.partition("[")[0] for one in reading.found}), codes, len(found)


def of_json(data: bytes) -> object:
    """Read any text as a document of JSON."""
    return type(from_json(data.decode("utf-8", "replace"))).__name__


def of_html(data: bytes) -> object:
    """Read any bytes as a web page, either way; every place is in its text."""
    page = html.page_of(data)
    reading, minutes = page.reading(), page.minutes()
    assert reading.text == minutes.text == page.whole
    assert all(found.span.end <= len(reading.text) for found in reading.found)
    codes = sorted(problem.code.value for problem in reading.problems)
    return len(page.text).bit_length(), codes, len(minutes.items)


def of_pdf(data: bytes) -> object:
    """Read any bytes as a PDF file."""
    return len(pdf.to_text(data)).bit_length()


def of_hours(data: bytes) -> object:
    """Read any text as opening hours; what is read is printed and read again."""
    hours = OfficeHours.parse(data.decode("utf-8", "replace"))
    assert OfficeHours.parse(str(hours)) == hours
    return len(hours.week), len(str(hours)).bit_length()


def of_record(data: bytes) -> object:
    """Read any text as the id of a record; what is read is printed and read again."""
    found = RecordId.parse(data.decode("utf-8", "replace"))
    assert RecordId.parse(str(found)) == found
    return [part is not None for part in (found.year, found.number)]


_VALUES: tuple[Callable[[int], object], ...] = (
    lambda n: date.fromordinal(n * 3000 % 800_000 + 1),
    lambda n: date(1992 + n % 109, 1 + n % 12, 1 + n % 28),
    lambda _: None,
    lambda n: datetime(2024, 12, 1 + n % 28, n % 24, tzinfo=UTC),
    lambda n: n,
    lambda n: float("nan") if n % 2 else n / 3,
    str,
    lambda n: 10**n,
)


def of_column(data: bytes) -> object:
    """Count a column of objects; where it is taken, each row is what the scalar function says."""
    import pandas as pd  # type: ignore[import-untyped, unused-ignore]

    values = [_VALUES[one % len(_VALUES)](one // len(_VALUES)) for one in data[:40]]
    found = deadlines(pd.Series(values, dtype=object), LETTER, answer="last_day", outside="null")
    for value, last in zip(values, found, strict=True):
        if not pd.isna(last):
            assert isinstance(value, date)
            assert LETTER.count(value).last_day == last
    return len(values), int(found.isna().sum())


def of_command(data: bytes) -> object:
    """Run the command line with any arguments; a file of the tests stands for each FILE."""
    words = data.decode("utf-8", "replace").split("\n")
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.txt"
        page.write_bytes((DOCUMENTS / "hankinta.txt").read_bytes())
        given = [str(page) if word == "FILE" else word for word in words]
        given = [word for word in given if not word.startswith(("--o", "--c", "/", "-o"))]
        out, err = io.StringIO(), io.StringIO()
        sys.stdin = io.TextIOWrapper(io.BytesIO(data))
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            status = command(given)
    assert status in {0, 1, 2}
    assert err.getvalue().endswith("\n") == (status == 2)
    return status, shape(err.getvalue()), len(out.getvalue()).bit_length()


TARGETS: dict[str, Callable[[bytes], object]] = {
    "text": of_text,
    "json": of_json,
    "html": of_html,
    "pdf": of_pdf,
    "hours": of_hours,
    "record": of_record,
    "column": of_column,
    "command": of_command,
}


def pdf_of(*lines: str) -> bytes:
    """Return a small PDF file of these lines."""
    shown = b" ".join(b"(%s) Tj T*" % line.encode("cp1252", "replace") for line in lines)
    drawn = b"BT /F1 12 Tf 14 TL 50 800 Td " + shown + b" ET"
    resources = b"<< /Font << /F1 4 0 R >> /XObject << /X 5 0 R >> >>"
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources %s >>"
        % resources,
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Subtype /Form /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn),
    )
    out = b"%PDF-1.4\n"
    for number, item in enumerate(objects, 1):
        out += b"%d 0 obj\n%s\nendobj\n" % (number, item)
    return out + b"trailer << /Root 1 0 R >>\nstartxref\n0\n%%EOF"


def seeds(target: str) -> list[bytes]:
    """Return what a target begins with."""
    texts = [path.read_bytes() for path in sorted(DOCUMENTS.glob("*.txt"))]
    if target == "text":
        return texts
    if target == "json":
        return [to_json(read(text.decode()).decision).encode() for text in texts[::8]]
    if target == "html":
        page = "<html><body><h1>{}</h1><table><tr><td>{}<td hidden>x</table><pre>{}</pre>"
        return [page.format(*text.decode()[:900].split("\n")[:3]).encode() for text in texts[::8]]
    if target == "pdf":
        return [pdf_of(*text.decode()[:900].split("\n")[:30]) for text in texts[::8]]
    lines = {
        "hours": ["8.00-16.00; pe, aatto 8.00-15.00", "ma-to 9-15; 1.7.2025-31.7.2025 suljettu"],
        "record": ["KAJDno-2024-1799", "HEL 2024-009117", "TRE:6026/10.03.01/2016", "123/611/2008"],
        "column": ["\0\1\2\3\4\5\6\7" * 3, "\0\b\x10" * 9, "\1" * 20],
        "command": [
            "FILE",
            "FILE\n--letter\n10.12.2024\n--hours\n8-16\n--at\n3.1.2025 14.00",
            "review\nFILE\n--format\njson\n--on\n2025-01-01\n--language\nsv",
            "--json\nFILE\n--published\n13.12.2024",
            "instruction\n-",
        ],
    }
    return [line.encode() for line in lines[target]]


def words_of(corpus: Iterable[bytes]) -> list[bytes]:
    """Return pieces to put in: words of the corpus, and what often breaks a reader."""
    odd = ["\0", "\x9b", "\u202e", "\ud7ff", "ﬁ", "a\u0308", "\u00ad", "9" * 30, "((", "§", "\f"]
    found = {word for data in corpus for word in data.split()[:400]}
    return [*sorted(found)[:4000], *(piece.encode() for piece in odd), b"\xff\xfe", b"\xc3", b" "]


def changed(data: bytes, other: bytes, words: list[bytes], chance: random.Random) -> bytes:
    """Return an input that is changed in a few places."""
    out = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 4, 16))):
        start = chance.randrange(len(out) + 1)
        end = min(len(out), start + chance.choice((0, 1, 2, 8, 64, 512)))
        way = chance.randrange(6)
        if way == 0:
            out[start:end] = b""
        elif way == 1:
            out[start:start] = chance.choice(words)
        elif way == 2:
            out[start:end] = bytes(chance.randrange(256) for _ in range(min(8, end - start + 1)))
        elif way == 3:
            out[start:end] = out[start:end] * chance.choice((2, 3, 20))
        elif way == 4:
            place = chance.randrange(len(other) + 1)
            out[start:end] = other[place : place + chance.choice((4, 64, 1024))]
        else:
            out[start:end] = chance.choice(words)
    return bytes(out[:LONGEST])


def answer(target: str, data: bytes) -> object:
    """Return how an input is answered or refused; raise what is neither."""
    try:
        return TARGETS[target](data)
    except KuntapaatosError as error:
        return type(error).__name__, shape(str(error))


class Course:
    """One target, with the inputs that were answered in ways of their own."""

    def __init__(self, target: str, chance: random.Random) -> None:
        self.target, self.chance = target, chance
        self.folder = CORPUS / target
        self.folder.mkdir(parents=True, exist_ok=True)
        kept = [path.read_bytes() for path in sorted(self.folder.iterdir())]
        self.inputs = [*seeds(target), *kept]
        self.words = words_of(self.inputs)
        self.seen: set[str] = set()
        self.tried = self.crashes = 0

    def step(self) -> None:
        """Try one input."""
        one, other = self.chance.choice(self.inputs), self.chance.choice(self.inputs)
        data = changed(one, other, self.words, self.chance)
        self.tried += 1
        try:
            way = repr(answer(self.target, data))
        except Exception:  # noqa: BLE001 - that is what is looked for
            self.crashes += 1
            path = CRASHES / f"{self.target}-{name_of(data)}"
            path.write_bytes(data)
            print(f"{path.relative_to(ROOT)}\n{traceback.format_exc()}", flush=True)
            return
        if way not in self.seen:
            self.seen.add(way)
            self.inputs.append(data)
            (self.folder / name_of(data)).write_bytes(data)


def name_of(data: bytes) -> str:
    """Return a name for an input."""
    return hashlib.sha256(data).hexdigest()[:16]


def main() -> int:
    """Run the targets in turn until the time is over; 1 when anything crashed."""
    given = argparse.ArgumentParser(description="Try the edges of the library.")
    given.add_argument("seconds", nargs="?", type=float, default=60)
    given.add_argument("--only", choices=TARGETS, action="append")
    given.add_argument("--seed", type=int, default=0)
    asked = given.parse_args()
    chance = random.Random(asked.seed)
    courses = [Course(target, chance) for target in asked.only or TARGETS]
    end = time.monotonic() + asked.seconds
    for course in itertools.cycle(courses):
        turn = min(end, time.monotonic() + 1)
        while time.monotonic() < turn:
            course.step()
        if time.monotonic() >= end:
            break
    for course in courses:
        print(
            f"{course.target:8} {course.tried:8} tried {len(course.seen):6} ways"
            f" {course.crashes:4} crashes"
        )
    return any(course.crashes for course in courses)


if __name__ == "__main__":
    sys.exit(main())
