"""
A file's bytes to text, by what the file is: plain text, PDF or a web page.

>>> load("Päätös".encode("cp1252"), ".txt")
'Päätös'

`read_file` goes on to what the text says.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import field, frozen

from kuntapaatos.errors import Unreadable, UnreadableInput
from kuntapaatos.io.decoding import decode, without_mark
from kuntapaatos.io.text.reading import Reading

if TYPE_CHECKING:
    from kuntapaatos.io.html.page import Page
    from kuntapaatos.io.text import Minutes

__all__ = ["MAXIMUM_BYTES", "Document", "files_in", "load", "open_document", "read_file"]

MAXIMUM_BYTES = 50_000_000
"""The largest file that is read: 50 MB."""

_HTML_SUFFIXES = frozenset({".html", ".htm", ".xhtml"})
_HTML_START = re.compile(
    rb"\s{0,64}<(?:(?:!doctype html|html)[\s>]|!-- saved from url)", re.IGNORECASE
)


@frozen
class Document:
    """
    A file's document, to be read as one decision or as the minutes of a meeting.

    Attributes:
        text: Its text.
        page: The web page that it stands in, if it does.
    """

    text: str = field(repr=False)
    page: Page | None = None

    def reading(self) -> Reading:
        """Return what it says as one decision."""
        from kuntapaatos.io.text import read

        return read(self.text) if self.page is None else self.page.reading()

    def minutes(self) -> Minutes:
        """Return what it says item by item."""
        from kuntapaatos.io.text import read_minutes

        return read_minutes(self.text) if self.page is None else self.page.minutes()

    def meeting(self, reading: Reading) -> Minutes | None:
        """
        Return its items, where *reading* shows that it is of a whole meeting.

        `None` for one decision, and for what holds no items.
        """
        from kuntapaatos.io.text.minutes import WHOLE

        if reading.decision.kind not in WHOLE:
            return None
        minutes = self.minutes()
        return minutes if minutes.items else None


def load(source: str | Path | bytes, suffix: str | None = None, *, name: str | None = None) -> str:
    """
    Return the text of a file: plain text, PDF (`.pdf`) or a web page (`.html`).

    What a file is shows in its first bytes; the suffix is asked after them.

    Args:
        source: The file's path, or its bytes.
        suffix: Its ending, such as ".html"; by default that of the path.
        name: What an error calls the file; by default the path's last part.

    Raises:
        UnreadableInput: The file cannot be opened, is larger than 50 MB, or
            has no text that can be read.
        ImportError: The extra for this kind of file is not installed.
    """
    return open_document(source, suffix, name=name).text


def open_document(
    source: str | Path | bytes, suffix: str | None = None, *, name: str | None = None
) -> Document:
    r"""
    Return the document of a file: plain text, PDF or a web page with what it says around it.

    Args, Raises: As `load`.

    >>> page = b"<title>Kajaanin kaupunki</title><p>Kaupunginhallitus 3.2.2025 \xc2\xa7 14"
    >>> open_document(page, ".html").reading().decision.municipality
    'Kajaani'
    """
    if isinstance(source, bytes):
        data, ending, called = source, suffix or "", name or "input"
    else:
        path = Path(source)
        ending, called = suffix or path.suffix, name or path.name
        data = _contents(path, called)
    if len(data) > MAXIMUM_BYTES:
        raise UnreadableInput(called, Unreadable.TOO_LARGE, MAXIMUM_BYTES // 1_000_000)
    return _opened(data, ending.lower(), called)


def read_file(path: str | Path) -> Reading:
    r"""
    Return what a file says as a decision: plain text, PDF or a web page.

    Whole minutes are read item by item with `open_document(path).minutes()` of this module.

    Args:
        path: Of the file.

    Raises:
        UnreadableInput: The file cannot be opened, is larger than 50 MB, or has no text
            that can be read; or *path* is no path.
        ImportError: The extra for this kind of file is not installed.

    >>> from pathlib import Path
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     path = Path(folder, "ote.txt")
    ...     size = path.write_text("Kunnanhallitus 3.2.2025 § 14\nPäätös\nHyväksyttiin.")
    ...     read_file(path).decision.section
    '14'
    """
    if not isinstance(path, (str, Path)):
        raise UnreadableInput(type(path).__name__, "a path is needed, as a text or a Path")
    return open_document(path).reading()


def files_in(folder: Path, own: Path) -> Iterator[Path]:
    """
    Give the files of a folder and those inside it in order, without hidden ones.

    Folders that are links are not entered, and *own*, the file that is written, is left out.

    Raises:
        UnreadableInput: A folder cannot be opened.
    """
    try:
        with os.scandir(folder) as found:
            inside = sorted(found, key=lambda entry: os.path.normcase(entry.name))
    except OSError as error:
        raise UnreadableInput(folder.name, f"cannot be opened: {error.strerror}") from None
    for entry in inside:
        path = folder / entry.name
        alike = entry.name == own.name or entry.is_symlink()
        if entry.is_dir(follow_symlinks=False):
            yield from files_in(path, own)
        elif entry.is_file() and entry.name[0] != "." and not (alike and path.resolve() == own):
            yield path


def _contents(path: Path, name: str) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(MAXIMUM_BYTES + 1)
    except OSError as error:
        raise UnreadableInput(name, f"cannot be opened: {error.strerror}") from None


def _opened(data: bytes, suffix: str, name: str) -> Document:
    if data[:1024].lstrip().startswith(b"%PDF-") or suffix == ".pdf":
        from kuntapaatos.io import pdf

        return Document(pdf.to_text(data, name=name))
    if suffix in _HTML_SUFFIXES or _HTML_START.match(without_mark(data)):
        from kuntapaatos.io import html

        page = html.page_of(data, name=name)
        return Document(page.text, page)
    if data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"{\\rtf")):
        raise UnreadableInput(name, Unreadable.WORD_PROCESSOR)
    return Document(decode(data, name=name))
