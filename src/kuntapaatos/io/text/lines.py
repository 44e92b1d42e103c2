r"""
The lines of a clean text, and the cells of a row.

>>> [line.text for line in lines_of("## Asia\n\n  Tie  ")]
['Asia', 'Tie']
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

__all__ = ["Line", "cells_of", "lines_of"]

_CELLS = re.compile(r"\t{1,80}|[ ]{2,80}|[ ]\|[ ]")
_LONGEST_ROW = 200
# "## Päätös": a heading of a page written by hand.
_MARK = re.compile(r"#{1,6}[ ](?=[A-ZÅÄÖ0-9§])")


class Line(NamedTuple):
    """One line that is not empty: where it starts, and its text without edges."""

    start: int
    text: str

    @property
    def end(self) -> int:
        """Where its text ends."""
        return self.start + len(self.text)


def lines_of(text: str, start: int = 0, end: int | None = None) -> Iterator[Line]:
    """Give the lines between two offsets that are not empty."""
    stop = len(text) if end is None else end
    at = start
    while at < stop:
        cut = text.find("\n", at, stop)
        cut = stop if cut < 0 else cut
        line = text[at:cut]
        bare = line.strip()
        if bare:
            start = at + len(line) - len(line.lstrip())
            mark = _MARK.match(bare) if bare[0] == "#" else None
            if mark is not None:
                start, bare = start + mark.end(), bare[mark.end() :]
            yield Line(start, bare)
        at = cut + 1


def cells_of(line: str) -> Iterator[tuple[str, int]]:
    r"""
    Give the cells of a row, each with its offset in the line.

    >>> list(cells_of("Kunta   Pöytäkirja\t1 (2)"))
    [('Kunta', 0), ('Pöytäkirja', 8), ('1 (2)', 19)]
    """
    at = 0
    row = line[:_LONGEST_ROW]
    for cell in _CELLS.split(row) if "\t" in row or "  " in row or " | " in row else (row,):
        bare = cell.strip(" ,;:")
        if bare:
            at = line.index(bare, at)
            yield bare, at
            at += len(bare)
