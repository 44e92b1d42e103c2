r"""
Two columns side by side, as a page prints them, taken one after the other.

A PDF read row by row mixes them: every line holds a piece of both.  They are told
apart only where that is certain: a gutter of three spaces or more that stays empty over
many lines, and on both sides either sentences that go on from line to line, or an
address on the left and labelled hours and numbers on the right.  A row of a label and
its value is none of this.  Where the sentences are there and the gutter is not, the
lines are named instead, for a mixture would be misread.

>>> text = "Hallinto-oikeus     Aukioloaika 8-16.15\nPL 1                Puhelin 029 56 42500"
>>> text += "\n70101 Kuopio        Sähköposti kirjaamo@esimerkki.fi"
>>> pieces = columns(text).pieces
>>> print("".join(text[start:end] if new is None else new for start, end, new in pieces))
Hallinto-oikeus
PL 1
70101 Kuopio
<BLANKLINE>
Aukioloaika 8-16.15
Puhelin 029 56 42500
Sähköposti kirjaamo@esimerkki.fi
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from attrs import frozen

__all__ = ["Columns", "Piece", "columns"]

_GUTTER = 3
_GAP = re.compile(r"(?<=\S)[ ]{3,200}(?=\S)")
# Longer lines are no half of a page, and longer texts no paged document.
_LONGEST = 300
_MOST_LINES = 100_000
_ROWS, _ADDRESS_ROWS = 6, 3
# A column of sentences: words a line has, lines that go on, and sentences that end.
_WORDS, _GOING_ON, _SHARE, _SENTENCES = 2.0, 3, 0.35, 2
# Columns whose second begins within so many characters, but not at one place.
_RAGGED = 8
_ENDS = (".", ":", ";", "!", "?")
_LABELLED = re.compile(
    r"(?:aukiolo|puh(?:elin|\.|:)|s(?:ähkö)?posti|faksi|fax|virka-aika|palveluaika|asiakaspalvelu"
    r"|sähköinen asiointi|öppe|telefon|tfn|e-post|tjänstetid|kundtjänst|opening|phone|e-mail)",
    re.IGNORECASE,
)
_TOWN = re.compile(r"(?:FI-)?\d{5}[ ]{1,2}[A-ZÅÄÖ]")

Piece = tuple[int, int, str | None]
"""Characters *start* to *end* as they stand, or what is read in their place."""


class _Row(NamedTuple):
    """A line: where it starts in the text, and its cells by their columns in the line."""

    at: int
    left: tuple[int, int] | None
    right: tuple[int, int] | None
    whole: bool = False


@frozen
class Columns:
    """
    How a text is read whose columns stand side by side.

    Attributes:
        pieces: All of the text in the order of reading; empty when that is its own order.
        mixed: Start and end of the lines that hold two columns which cannot be told apart;
            they are in no piece.
    """

    pieces: tuple[Piece, ...] = ()
    mixed: tuple[tuple[int, int], ...] = ()


def columns(text: str) -> Columns:
    """
    Return how *text* is read.

    Args:
        text: With plain line ends and without page headers.
    """
    if " " * _GUTTER not in text or text.count("\n") > _MOST_LINES:
        return Columns()
    rows = list(_rows(text))
    pieces: list[Piece] = []
    mixed: list[tuple[int, int]] = []
    done = place = 0
    while place < len(rows):
        if rows[place].left is None or rows[place].right is None or rows[place].whole:
            place += 1
            continue
        block = _block(rows, place)
        if _certain(text, block):
            moved = _moved(text, block)
            start, end = block[0].at, _end(text, block[-1])
            pieces += [(done, start, None), *moved]
            done = end
            place += len(block)
        else:
            run = _pairs(rows, place)
            if _ragged(text, run):
                start, end = run[0].at, _end(text, run[-1])
                pieces.append((done, start, None))
                mixed.append((start, end))
                done = end
                place += len(run)
            else:
                place += max(len(block), 1) if len(run) < _ROWS else len(run)
    if not done:
        return Columns()
    return Columns((*pieces, (done, len(text), None)), tuple(mixed))


def _rows(text: str) -> Iterator[_Row]:
    at = 0
    for line in text.split("\n"):
        bare = line.rstrip()
        indent = len(bare) - len(bare.lstrip())
        if not bare:
            yield _Row(at, None, None)
        elif len(bare) > _LONGEST or "\t" in bare or "\f" in bare:
            yield _Row(at, None, None, whole=True)
        else:
            gaps = list(_GAP.finditer(bare, indent))
            if not gaps:
                yield _Row(at, (indent, len(bare)), None)
            elif len(gaps) == 1:
                yield _Row(at, (indent, gaps[0].start()), (gaps[0].end(), len(bare)))
            else:
                yield _Row(at, None, None, whole=True)
        at += len(line) + 1


def _block(rows: Sequence[_Row], first: int) -> list[_Row]:
    """Return the rows from *first* on between whose cells one gutter stays empty."""
    edge, begins = 0, _LONGEST
    found: list[_Row] = []
    sure = blanks = 0
    for row in rows[first:]:
        left, right = row.left, row.right
        if row.whole or (left is None and blanks == 2):
            break
        if left is None:
            blanks += 1
            found.append(row)
            continue
        if right is None and left[0] >= max(edge + _GUTTER, begins - 2):
            left, right = None, left
        nearer = max(edge, left[1] if left else 0)
        farther = min(begins, right[0] if right else _LONGEST)
        if farther - nearer < _GUTTER:
            break
        edge, begins = nearer, farther
        found.append(_Row(row.at, left, right))
        if (left and right) or not blanks:
            # What stands alone after an empty line is in a column only if more follows.
            sure, blanks = len(found), 0
    return found[:sure]


def _pairs(rows: Sequence[_Row], first: int) -> list[_Row]:
    """Return the rows from *first* on that have two cells each."""
    found: list[_Row] = []
    for row in rows[first:]:
        if row.left is None or row.right is None:
            break
        found.append(row)
    return found


def _cell(text: str, row: _Row, cell: tuple[int, int] | None) -> str:
    return "" if cell is None else text[row.at + cell[0] : row.at + cell[1]]


def _end(text: str, row: _Row) -> int:
    end = text.find("\n", row.at)
    return len(text) if end < 0 else end


def _certain(text: str, block: list[_Row]) -> bool:
    pairs = [row for row in block if row.left and row.right]
    if len(pairs) < _ADDRESS_ROWS:
        return False
    left = [_cell(text, row, row.left) for row in block]
    right = [_cell(text, row, row.right) for row in block]
    if len(pairs) >= _ROWS and _flows(left) and _flows(right):
        return True
    labels = sum(_LABELLED.match(cell) is not None for cell in right)
    return (
        labels >= 2
        and any(_TOWN.match(cell) for cell in left)
        and not any(cell.endswith(":") or _LABELLED.match(cell) for cell in left)
    )


def _ragged(text: str, run: list[_Row]) -> bool:
    """Whether rows are two columns of sentences without a common gutter."""
    starts = [row.right[0] for row in run if row.right is not None]
    return (
        len(run) >= _ROWS
        and max(starts) - min(starts) <= _RAGGED
        and _flows([_cell(text, row, row.left) for row in run])
        and _flows([_cell(text, row, row.right) for row in run])
    )


def _flows(cells: list[str]) -> bool:
    """Whether the lines of a column are sentences that go on from one to the next."""
    said = [cell for cell in cells if cell]
    on = sum(
        one != "" and not one.endswith(_ENDS) and other[:1].islower()
        for one, other in pairwise(cells)
    )
    words = sum(len(cell.split()) for cell in said)
    ended = sum(cell.endswith(".") or ". " in cell for cell in said)
    return (
        ended >= _SENTENCES
        and on >= max(_GOING_ON, _SHARE * (len(said) - 1))
        and words >= _WORDS * len(said)
    )


def _moved(text: str, block: list[_Row]) -> Iterator[Piece]:
    """Give the pieces of two columns: the left one, an empty line, the right one."""
    for number, row in enumerate(block):
        if row.left is not None:
            yield row.at + row.left[0], row.at + row.left[1], None
        start, end = _line_end(text, row)
        if row.right is not None:
            start = row.at + row.left[1] if row.left else row.at
            end = row.at + row.right[0]
        yield start, end, "\n" if number < len(block) - 1 else "\n\n"
    for number, row in enumerate(block):
        if row.right is not None:
            yield row.at + row.right[0], row.at + row.right[1], None
        if number < len(block) - 1:
            yield *_line_end(text, row), "\n"


def _line_end(text: str, row: _Row) -> tuple[int, int]:
    """Return the place of the line's end; of the last line, its last character."""
    end = _end(text, row)
    return (end, end + 1) if end < len(text) else (end - 1, end)
