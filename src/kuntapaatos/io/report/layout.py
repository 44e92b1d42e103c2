"""
How lines of plain text are laid out: eighty columns, no colour, nothing that moves a cursor.

>>> print(pairs([("Kunta", "Kajaani"), ("Kausi", "2025–2026")]))
Kunta                 Kajaani
Kausi                 2025–2026
>>> print(table(("Kenen", "Viimeinen"), [("kunnan jäsen", "pe 3.1.2025")]))
Kenen         Viimeinen
kunnan jäsen  pe 3.1.2025
"""

from __future__ import annotations

import re
import textwrap
import unicodedata
from collections.abc import Iterable, Sequence

__all__ = [
    "WIDTH",
    "bullets",
    "clean",
    "heading",
    "items",
    "pairs",
    "paragraph",
    "printable",
    "shortened",
    "table",
]

WIDTH = 80
"""Columns of a line, at most; only a longer word, such as a web address, is not broken."""

_LABEL = 22
_MARK = "- "
_NBSP = "\u00a0"
# "12 000,00 €", "138 §", "§ 23", "pe 3.1.2025", "klo 15.00" and "2025 - 2026" stay together.
_GLUE = re.compile(
    r"(?<=\d) (?=\d{3}(?!\d)|[€§]|päivää|dagar|days|[-–] ?\d)|(?<=\d [-–]) (?=\d)"
    r"|(?<=§) (?=\d)|(?<=\bklo) (?=\d)|(?<=\bkl\.) (?=\d)"
    r"|(?<=\b(?:ma|ti|ke|to|pe|la|su)) (?=\d)"
    r"|(?<=\b(?:mån|tis|ons|fre|lör|sön|Mon|Tue|Wed|Thu|Fri|Sat|Sun)) (?=\d)"
    r"|(?<=\btors) (?=\d)"
)
# What stands in for a character that the receiving side cannot show.
_PLAIN = str.maketrans(
    {
        "→": "->",
        "–": "-",
        "—": "-",
        "”": '"',
        "“": '"',
        "’": "'",
        "€": "EUR",
        "§": "pyk.",
        "…": "...",
    }
)


def clean(text: str) -> str:
    r"""
    Return *text* on one line, without control characters and changes of direction.

    What a document holds is shown to a person, never obeyed by a terminal.

    >>> clean("USO\x1b[31m-\u202everkosto\n 2025")
    'USO[31m-verkosto 2025'
    """
    if text.isprintable() and "  " not in text:
        return text.strip()
    spaced = " ".join(text.split())
    return "".join(char for char in spaced if unicodedata.category(char) not in {"Cc", "Cf", "Cs"})


def shortened(text: str, length: int = 200) -> str:
    """
    Return *text* on one line, cut at a word when it is longer than *length*.

    >>> shortened("kaupunginhallitus päätti", 20)
    'kaupunginhallitus …'
    """
    whole = clean(text)
    if len(whole) <= length:
        return whole
    return f"{whole[: length - 1].rsplit(' ', 1)[0]} …"


def paragraph(text: str, indent: str = "", first: str | None = None) -> str:
    """
    Return *text* wrapped.

    Args:
        text: Cleaned here.
        indent: What each line begins with.
        first: What the first line begins with instead.
    """
    lines = textwrap.wrap(
        _GLUE.sub(_NBSP, clean(text)),
        WIDTH,
        initial_indent=indent if first is None else first,
        subsequent_indent=indent,
        break_on_hyphens=False,
        break_long_words=False,
    )
    return "\n".join(lines).replace(_NBSP, " ")


def heading(text: str, line: str = "-") -> str:
    """Return a heading, underlined."""
    wrapped = paragraph(text)
    return f"{wrapped}\n{line * max(map(len, wrapped.splitlines()), default=0)}"


def bullets(entries: Iterable[str], indent: str = "") -> str:
    """Return a list, one item a paragraph."""
    return "\n".join(paragraph(entry, f"{indent}  ", f"{indent}- ") for entry in entries)


def items(values: Iterable[str]) -> list[str]:
    """Return the values of a label, marked as a list where there are several."""
    listed = list(values)
    return listed if len(listed) < 2 else [f"{_MARK}{value}" for value in listed]


def pairs(rows: Iterable[tuple[str, str | Sequence[str] | None]], indent: str = "") -> str:
    """
    Return labels with their values beside them; what is absent leaves no line.

    Args:
        rows: A label and a value; several values stand below one another.
        indent: What each line begins with.
    """
    lines: list[str] = []
    for label, value in rows:
        values = (value,) if isinstance(value, str) else value or ()
        name = label
        for one in filter(None, values):
            hanging = " " * (_LABEL + (len(_MARK) if one.startswith(_MARK) else 0))
            lines.append(paragraph(one, hanging, f"{indent}{name}".ljust(_LABEL)))
            name = ""
    return "\n".join(lines)


def table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a table whose columns are as wide as they need to be."""
    widths = [max(map(len, column)) for column in zip(header, *rows, strict=True)]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in (header, *rows)
    )


def printable(text: str, encoding: str | None) -> str:
    """
    Return *text* with every character that *encoding* has, and stand-ins for the others.

    Args:
        text: Any text.
        encoding: What the receiving side takes; `None` and unknown ones take everything.

    >>> printable("päätös 3.1.2025 → klo 15.00, 138 §", "ascii")
    'paatos 3.1.2025 -> klo 15.00, 138 pyk.'
    """
    try:
        text.encode(encoding or "utf-8")
    except UnicodeEncodeError as error:
        return "".join(_stand_in(char, error.encoding) for char in text)
    except LookupError:
        return text
    return text


def _stand_in(char: str, encoding: str) -> str:
    for candidate in (char, char.translate(_PLAIN), unicodedata.normalize("NFKD", char)[0]):
        if candidate.encode(encoding, "ignore").decode(encoding) == candidate:
            return candidate
    return "?"
