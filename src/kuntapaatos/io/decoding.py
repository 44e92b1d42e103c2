"""
Bytes to text, in whichever encoding a Finnish document comes: never wrong letters.

>>> decode("Päätös".encode("cp1252"))
'Päätös'
"""

from __future__ import annotations

import codecs
import re

from kuntapaatos.errors import Unreadable, UnreadableInput

__all__ = ["decode", "without_mark"]

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_ENCODINGS = frozenset(
    {
        "cp1252",
        "cp437",
        "cp850",
        "iso8859-1",
        "iso8859-10",
        "iso8859-15",
        "mac-roman",
        "utf-16",
        "utf-16-be",
        "utf-16-le",
    }
)
# What the letters of DOS and Macintosh files become when taken for Windows ones.
_WRONG_LETTERS = re.compile(r"[a-zåäö][„”†‡Š™Œ][a-zåäö]|[a-zåäö]{2}[ŠŒ]|[„”†Š][„”†Š]")
_TWICE_ENCODED = re.compile(r"Ã[¤¶¥„–…]")


def _in_utf_16(data: bytes) -> str | None:
    """Return which UTF-16 *data* is by the zeros among its letters, if any."""
    head = data[:2000]
    even, odd = head[::2].count(0), head[1::2].count(0)
    if odd > len(head) // 4 and even == 0:
        return "utf-16-le"
    return "utf-16-be" if even > len(head) // 4 and odd == 0 else None


def _by_mark(data: bytes) -> tuple[bytes, str | None]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :], encoding
    return data, None


def decode(data: bytes, declared: str | None = None, *, name: str = "text") -> str:
    r"""
    Return the text of *data*: by its byte order mark, as UTF-8, or as Windows-1252.

    Text in another encoding is refused, never turned into wrong letters.

    Args:
        data: The bytes.
        declared: The encoding the file states, tried where it is no UTF-8.
        name: What an error calls the file.

    Raises:
        UnreadableInput: *data* is no text, or in an encoding that is not known.

    >>> decode(b"12 000 \xa4")  # ISO-8859-15
    '12 000 €'
    """
    rest, encoding = _by_mark(data)
    binary = b"\0" in data
    # Valid UTF-8 is hardly ever anything else, whatever the file states.
    for attempt in (encoding, None if binary else "utf-8", _known(declared), _in_utf_16(data)):
        text = None if attempt is None else _attempt(rest, attempt)
        if text is not None:
            return _not_encoded_twice(text, name)
    if binary:
        raise UnreadableInput(name, Unreadable.NO_TEXT)
    euro_sign = b"\xa4" in data and not re.search(rb"[\x80-\x9f]", data)
    text = _attempt(data, "iso-8859-15" if euro_sign else "cp1252")
    if text is None or _WRONG_LETTERS.search(text):
        raise UnreadableInput(name, Unreadable.ENCODING)
    return text


def _attempt(data: bytes, encoding: str) -> str | None:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    return None if "\0" in text else text


def _known(declared: str | None) -> str | None:
    """Return the encoding that *declared* names, when it is one a document may be in."""
    try:
        encoding = codecs.lookup(declared or "").name
    except (LookupError, ValueError):
        return None
    return encoding if encoding in _ENCODINGS else None


def _not_encoded_twice(text: str, name: str) -> str:
    if _TWICE_ENCODED.search(text) and "ä" not in text and "ö" not in text:
        raise UnreadableInput(name, Unreadable.ENCODED_TWICE)
    return text


def without_mark(data: bytes) -> bytes:
    r"""
    Return *data* without a byte order mark.

    >>> without_mark(b"\xef\xbb\xbf<html>")
    b'<html>'
    """
    return _by_mark(data)[0]
