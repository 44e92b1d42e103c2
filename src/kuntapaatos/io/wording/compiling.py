r"""
A catalogue's text to the form that `gettext` reads, for a checkout that has no compiled one.

GNU gettext's own formats, and of them what a catalogue here uses: contexts, plurals and
lines that go on.  The wheel is compiled when it is built; nothing is loaded for it.

>>> import gettext
>>> from io import BytesIO
>>> source = 'msgctxt "Track"\nmsgid "kaikki"\nmsgstr "al"\n"la"\n'
>>> gettext.GNUTranslations(BytesIO(compiled(source))).pgettext("Track", "kaikki")
'alla'
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

__all__ = ["compiled"]

_MAGIC = 0x950412DE
_HEADER = 28
_PAIR = 8
_ESCAPES = (('\\"', '"'), ("\\n", "\n"), ("\\t", "\t"), ("\\\\", "\\"))


def compiled(source: str) -> bytes:
    """
    Return a `.po` text as the bytes of a `.mo` file.

    Args:
        source: The text, whole and not fuzzy.
    """
    messages = [(_key(entry), _forms(entry)) for entry in _entries(source)]
    count = len(messages)
    keys, forms = (
        [one.encode() for one in column] for column in zip(*sorted(messages), strict=True)
    )
    at = _HEADER + 2 * _PAIR * count
    tables: list[int] = []
    for text in (*keys, *forms):
        tables += [len(text), at]
        at += len(text) + 1
    head = struct.pack("<7I", _MAGIC, 0, count, _HEADER, _HEADER + _PAIR * count, 0, at)
    body = b"".join(text + b"\0" for text in (*keys, *forms))
    return head + struct.pack(f"<{len(tables)}I", *tables) + body


def _entries(source: str) -> Iterator[dict[str, str]]:
    """Give each message by its keywords: msgctxt, msgid, msgid_plural, msgstr, msgstr[0]."""
    entry: dict[str, str] = {}
    word = ""
    for line in (*source.split("\n"), ""):
        if line.startswith('"'):
            entry[word] += _text(line)
        elif line.startswith("msg"):
            word, _, quoted = line.partition(" ")
            entry[word] = _text(quoted)
        elif not line and entry:
            yield entry
            entry = {}


def _text(quoted: str) -> str:
    text = quoted.strip()[1:-1]
    if "\\" in text:
        for escape, char in _ESCAPES:
            text = text.replace(escape, char)
    return text


def _key(entry: dict[str, str]) -> str:
    one = entry["msgid"]
    if "msgid_plural" in entry:
        one += f"\0{entry['msgid_plural']}"
    return f"{entry['msgctxt']}\4{one}" if "msgctxt" in entry else one


def _forms(entry: dict[str, str]) -> str:
    return "\0".join(text for word, text in entry.items() if word.startswith("msgstr"))
