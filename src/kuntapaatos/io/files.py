"""
A file's bytes to text, by what the file is: plain text, PDF or a web page.

>>> load("Päätös".encode("cp1252"), ".txt")
'Päätös'
"""

from __future__ import annotations

import re
from pathlib import Path

from kuntapaatos.errors import UnreadableInput
from kuntapaatos.io.decoding import decode, without_mark

__all__ = ["MAXIMUM_BYTES", "load"]

MAXIMUM_BYTES = 50_000_000
"""The largest file that is read: 50 MB."""

_HTML_SUFFIXES = frozenset({".html", ".htm", ".xhtml"})
_HTML_START = re.compile(rb"\s{0,64}<(?:!doctype html|html)[\s>]", re.IGNORECASE)


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
    if isinstance(source, bytes):
        data, ending, called = source, suffix or "", name or "input"
    else:
        path = Path(source)
        ending, called = suffix or path.suffix, name or path.name
        data = _contents(path, called)
    if len(data) > MAXIMUM_BYTES:
        raise UnreadableInput(called, f"is larger than {MAXIMUM_BYTES // 1_000_000} MB")
    return _text(data, ending.lower(), called)


def _contents(path: Path, name: str) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(MAXIMUM_BYTES + 1)
    except OSError as error:
        raise UnreadableInput(name, f"cannot be opened: {error.strerror}") from None


def _text(data: bytes, suffix: str, name: str) -> str:
    if data[:1024].lstrip().startswith(b"%PDF-") or suffix == ".pdf":
        from kuntapaatos.io import pdf

        return pdf.to_text(data, name=name)
    if suffix in _HTML_SUFFIXES or _HTML_START.match(without_mark(data)):
        from kuntapaatos.io import html

        return html.to_text(data, name=name)
    if data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"{\\rtf")):
        raise UnreadableInput(name, "is a document of a word processor; save it as text or PDF")
    return decode(data, name=name)
