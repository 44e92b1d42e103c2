r"""
Where the items of a meeting begin.

A contents list names each section once before its item does; a section that an
earlier handling, a list of decisions or an instruction names is no item.

>>> text = "§ 1 Avaus\n§ 2 Aura\n§ 1\nAvaus\nPäätös\nTodettiin.\n§ 2\nAura\nPäätös\nOstetaan."
>>> [(one.section, one.start) for one in items_in(text)]
[('1', 19), ('2', 47)]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kuntapaatos.io.text.headings import heading_of
from kuntapaatos.io.text.labels import label_of
from kuntapaatos.io.text.lines import Line, lines_of

__all__ = ["Begun", "after_number", "items_in"]

# Nobody's meeting has more lines that name a section; beyond them nothing is an item.
_MOST_ROWS = 20_000
_LONGEST_TITLE, _SHORTEST_TITLE = 160, 6
_ACTS = frozenset({"proposal", "resolution"})
# "§ 14", "14 § Auran osto", "Pykälä 14", but not "§ 1, § 2" and no "§ 24 mukaan".
_ROW = re.compile(
    r"(?:[Pp]ykälä[ ]|[Pp]aragraf[ ]|§)[ \t]{0,4}(?P<before>\d{1,4}(?:[ ]?[a-fA-F])?)(?![\w.:/§-])"
    r"|(?P<after>\d{1,4}(?:[ ]?[a-fA-F])?)[ \t]{0,4}§(?![:\w])"
)
_NO_TITLE = re.compile(r"[ \t]{0,80}(?:[-–,;.:§)]|\d{1,4}[ ]?§|[a-zåäö]{1,20}\b)")


class Begun(NamedTuple):
    """
    Where an item begins.

    Attributes:
        section: Its number.
        start: Where it begins, earlier handlings listed above it included.
        at: Where the line with its number starts.
    """

    section: str
    start: int
    at: int


class _Row(NamedTuple):
    """A line that names a section: who handled it, when the line says so."""

    line: Line
    section: str
    organ: str | None


def _rows(text: str) -> Iterator[_Row]:
    """Give the lines that name a section as a heading does, or a row of a contents list."""
    for line in lines_of(text):
        if len(line.text) > _LONGEST_TITLE or not ("§" in line.text or line.text[:1] in "Pp"):
            continue
        row = _ROW.match(line.text)
        if row is not None:
            if not _NO_TITLE.match(line.text, row.end()):
                yield _Row(line, row["before"] or row["after"], None)
            continue
        heading = heading_of(line.text, line.start) if "§" in line.text else None
        if heading is not None and heading.section is not None and heading.organ is not None:
            yield _Row(line, heading.section, heading.organ)


def items_in(text: str) -> list[Begun]:
    """
    Return where each item of a clean text begins, in the order in which they are printed.

    Args:
        text: A clean text.
    """
    rows = list(_rows(text))
    begin, numbers = _contents(text, rows)
    bare = any(row.organ is None for row in rows)
    own = None if bare else next((row.organ for row in rows), None)
    begun: list[Begun] = []
    seen: set[str] = set()
    for place in range(begin, min(len(rows), _MOST_ROWS)):
        line, section, organ = rows[place]
        if section in seen or (numbers and section not in numbers):
            continue
        # A body and a section are an earlier handling, unless the number stands below.
        heads = organ is not None and _heads(text, rows, place)
        if organ is None or organ == own or heads:
            seen.add(section)
            at = rows[place + 1].line.start if heads else line.start
            start = _above(text, rows, place)
            if organ is not None and not heads:
                start = _title_above(text, start)
            begun.append(Begun(section, start, at))
    return begun


def after_number(line: str) -> int | None:
    """
    Return where the title begins in a line that begins with a section's number.

    >>> line = "§ 60 Talousarvio 1.1.-31.3.2024"
    >>> line[after_number(line) :]
    'Talousarvio 1.1.-31.3.2024'
    """
    row = _ROW.match(line)
    if row is None:
        return None
    return row.end() + len(line[row.end() :]) - len(line[row.end() :].lstrip(" \t.:–-"))


def _title_above(text: str, start: int) -> int:
    """Return where a title in capitals begins right above "Khall 48 §", or *start*."""
    end = text.rfind("\n", 0, max(start - 1, 0)) + 1
    line = text[end : max(start - 1, end)].strip()
    wordy = len(line) >= _SHORTEST_TITLE and line.isupper() and not line.endswith((".", ":"))
    return end + text[end:start].index(line) if wordy else start


def _contents(text: str, rows: list[_Row]) -> tuple[int, frozenset[str]]:
    """Return the row at which the items begin, and the numbers that the list before has."""
    listed: dict[str, Line] = {}
    for place, (line, section, organ) in enumerate(rows):
        if organ is None:
            if section in listed:
                last = list(listed.values())[-1]
                decides = _decides(text, next(iter(listed.values())).start, last.end)
                return (0, frozenset()) if decides else (place, frozenset(listed))
            listed[section] = line
    return 0, frozenset()


def _decides(text: str, start: int, end: int) -> bool:
    """Whether something is proposed or decided between two places: no contents list does."""
    labels = (label_of(line.text) for line in lines_of(text, start, end))
    return any(label is not None and label.role in _ACTS for label in labels)


def _heads(text: str, rows: list[_Row], place: int) -> bool:
    """Whether a row "Kunnanhallitus, § 8, 20.1.2025" ends the list right above its own "§ 8"."""
    line, section, _ = rows[place]
    below = rows[place + 1] if place + 1 < len(rows) else None
    if below is None or below.organ is not None or below.section != section:
        return False
    return not text[line.end : below.line.start].strip()


def _above(text: str, rows: list[_Row], place: int) -> int:
    """Return where the list of earlier handlings begins that stands right above an item."""
    start = rows[place].line.start
    for line, _, organ in reversed(rows[max(0, place - 40) : place]):
        if organ is None or text[line.end : start].strip():
            break
        start = line.start
    return start
