r"""
Elements to lines: blocks become lines, the cells of a row stand between tabs.

What a page leaves open or closes twice is mended as browsers do (HTML, 13.2.6.4).

>>> text_of("<p>Päätös<table><tr><td>Pykälä<td>§ 23</table>")
'Päätös\n\nPykälä\t§ 23\n'
"""

from __future__ import annotations

import re
from collections import Counter
from html import unescape

from kuntapaatos.io.html.markup import BLOCKS, CELLS, HEADINGS, PARAGRAPHS

__all__ = ["text_of"]

_LONGEST_CELL = 300
"""A longer cell that has lines of its own holds layout, not a value."""
_SPACES = re.compile(r"[ \t\r\n\f]{1,1000}")
_TAG = re.compile(r"<(/?)([a-z][a-z0-9]{0,9})>")

_GROUPS = frozenset({"tbody", "thead", "tfoot"})
_OF_TABLES = _GROUPS | CELLS | {"tr", "caption"}
_ROOMS = CELLS | {"caption", "table"}
"""No end tag closes what is outside the cell or the table in which it stands."""
_ITEMS = {"li": frozenset({"li"}), "dt": frozenset({"dt", "dd"}), "dd": frozenset({"dt", "dd"})}
_NO_LIST = (BLOCKS | CELLS) - {"address", "div", "p"}
# What stands in a paragraph and does not end it.
_WITHIN = _OF_TABLES | {"table", "legend", "br"}


def text_of(markup: str) -> str:
    """Return the lines of reduced markup."""
    lines = _Lines()
    at = 0
    for tag in _TAG.finditer(markup):
        lines.write(markup[at : tag.start()])
        at = tag.end()
        if tag[1]:
            lines.end(tag[2])
        else:
            lines.begin(tag[2])
    lines.write(markup[at:])
    return lines.text()


class _Buffer:
    """Lines under way: of the page, or of one cell."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.breaks = 0
        self.cells: list[str] = []

    def add(self, text: str) -> None:
        text = text.lstrip(" ")
        if not text:
            return
        if self.parts:
            self.parts.append("\n" * self.breaks)
        self.breaks = 0
        self.parts.append(text)

    def rest(self) -> str:
        lines = "".join(self.parts).split("\n")
        return "\n".join(line.rstrip(" ") for line in lines)


class _Lines:
    """The text of elements that begin and end, whatever order they come in."""

    def __init__(self) -> None:
        self.buffers = [_Buffer()]
        self.open: list[str] = []
        self.counts = Counter[str]()

    def text(self) -> str:
        self._close(0)
        text = self.buffers[0].rest()
        return f"{text}\n" if text else ""

    def write(self, words: str) -> None:
        words = unescape(words)
        if self.open and self.open[-1] == "pre":
            words = words.replace("\r\n", "\n")
        else:
            words = _SPACES.sub(" ", words)
        self.buffers[-1].add(words)

    def begin(self, tag: str) -> None:
        if tag in _OF_TABLES:
            if not self._in_table(tag):
                return
        elif tag not in _WITHIN:
            self._end_paragraph()
        if tag in _ITEMS:
            self._end_item(_ITEMS[tag])
        elif tag in HEADINGS and self.open and self.open[-1] in HEADINGS:
            self._close(len(self.open) - 1)
        self._enter(tag)
        if tag in {"br", "hr"}:
            self._leave(tag)
        else:
            self._push(tag)

    def _push(self, tag: str) -> None:
        self.open.append(tag)
        self.counts[tag] += 1

    def end(self, tag: str) -> None:
        alike = HEADINGS if tag in HEADINGS else frozenset({tag})
        inside = {"table"} if tag in _OF_TABLES | {"table"} else _ROOMS
        some = any(self.counts[one] for one in alike)
        for place in range(len(self.open) - 1, -1, -1) if some else ():
            if self.open[place] in alike:
                self._close(place)
                return
            if self.open[place] in inside:
                break
        if tag == "p":
            self._enter(tag)
            self._leave(tag)

    def _in_table(self, tag: str) -> bool:
        """Close what ends where a part of a table begins; there is none outside a table."""
        if not self.counts["table"]:
            return False
        table = len(self.open) - 1 - self.open[::-1].index("table")
        inside = self.open[table + 1 :]
        keep = 0
        if tag in CELLS | {"tr"} and inside and inside[0] in _GROUPS:
            keep = 1
        if tag in CELLS and inside[keep : keep + 1] == ["tr"]:
            keep += 1
        self._close(table + 1 + keep)
        if tag in CELLS and self.open[-1] != "tr":
            self._enter("tr")
            self._push("tr")
        return True

    def _end_paragraph(self) -> None:
        for place in range(len(self.open) - 1, -1, -1) if self.counts["p"] else ():
            if self.open[place] == "p":
                self._close(place)
                return
            if self.open[place] in _ROOMS:
                return

    def _end_item(self, items: frozenset[str]) -> None:
        some = any(self.counts[one] for one in items)
        for place in range(len(self.open) - 1, -1, -1) if some else ():
            if self.open[place] in items:
                self._close(place)
                return
            if self.open[place] in _NO_LIST:
                return

    def _close(self, place: int) -> None:
        """Leave every element from a place in the open ones on."""
        while len(self.open) > place:
            tag = self.open.pop()
            self.counts[tag] -= 1
            self._leave(tag)

    def _enter(self, tag: str) -> None:
        buffer = self.buffers[-1]
        if tag in CELLS:
            self.buffers.append(_Buffer())
        elif tag == "br":
            buffer.breaks += 1
        else:
            buffer.breaks = max(buffer.breaks, 2 if tag in PARAGRAPHS else 1)
            if tag == "tr":
                buffer.cells = []

    def _leave(self, tag: str) -> None:
        if tag in CELLS:
            cell = self.buffers.pop().rest()
            if "\n" in cell and len(cell) <= _LONGEST_CELL:
                cell = " ".join(line for line in cell.split("\n") if line)
            self.buffers[-1].cells.append(cell)
        elif tag != "br":
            buffer = self.buffers[-1]
            if tag == "tr" and any(buffer.cells):
                apart = "\n" if any("\n" in cell for cell in buffer.cells) else "\t"
                buffer.add(apart.join(buffer.cells))
            buffer.breaks = max(buffer.breaks, 2 if tag in PARAGRAPHS else 1)
