r"""
A text made ready for reading, with the way back to every place in the original.

Ligatures and combined letters are written out, soft hyphens and invisible
characters dropped, line ends and spaces made plain, words joined that a line
end split, page headers and footers taken out of the middle of sentences, and
two columns that stand side by side taken one after the other.
A `Span` always counts in the text as it was given.

>>> source = Source.of("Päätök\u00adsen mää-\r\nräaika on 14\u00a0päivää")
>>> source.clean
'Päätöksen määräaika on 14 päivää'
>>> span = source.span(10, 19)
>>> source.original[span.start:span.end]
'mää-\r\nräaika'
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from attrs import field, frozen

from kuntapaatos.io.text.columns import Piece, columns
from kuntapaatos.io.text.pages import furniture
from kuntapaatos.io.text.unfolded import unfolded

__all__ = ["LONGEST", "Source", "Span"]

LONGEST = 2_000_000
"""How many characters are read: some seven hundred pages; the rest is left aside."""


@frozen
class Span:
    """
    A place in the original text: `text[span.start:span.end]` is what was read.

    Where it was read from several lines of one column, what stands between them in
    the other is there too.

    Attributes:
        start: Offset of the first character, included.
        end: Offset after the last character, excluded.
    """

    start: int
    end: int

    def __str__(self) -> str:
        return f"{self.start}–{self.end}"


# One character for one: these change no offset.
_SPACES = re.compile("[\x00-\x08\x0e-\x1f\x7f\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")
# "Opetuslautakunnan" and, on the next line, "suomenkielinen jaosto"
_TORN_NAME = re.compile(
    r"\n(?:(?<=lautakunnan\n)|(?<=hallituksen\n)|(?<=johtokunnan\n))"
    r"(?=(?:[a-zåäö]{3,30}[ ]){0,2}[a-zåäö-]{0,40}jaosto(?!\w))"
)
_LINE_ENDS = re.compile("[\x0b\r\x85\u2028\u2029]")
# Those that do: what is dropped, written out or composed.
_CHANGES = re.compile(
    "[\r\u00ad\u00c2\u0300-\u036f\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufb00-\ufb06\ufeff]"
)
_LIGATURES = {chr(code): unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)}
# "mää-\nräaika", but "kunta- ja\nyhdyskunta-\nja ympäristö" is no split word, and
# "USO-\nverkosto" keeps its hyphen.
_SPLIT_WORD = re.compile(
    r"-(?<=[A-ZÅÄÖa-zåäöé][a-zåäöé]-)[ ]?\n{1,2}[ \t]{0,60}"
    r"(?=[a-zåäöé]{2})(?!(?:ja|tai|sekä|eli|och|eller|samt|eikä|kuin)\b)"
)
_SPLIT_COMPOUND = re.compile(r"(?<=[A-ZÅÄÖ0-9]-)\n[ \t]{0,60}(?=[a-zåäöé]{2})")


# Characters *start* to *end* replaced by a text.
_Edit = tuple[int, int, str]


@frozen
class _Layer:
    """
    One round of edits: from offsets after it to offsets before it.

    Runs of characters, each with where it starts after and before; a run that
    was written anew maps as a whole.  Where lines were taken in another order, the
    runs that stand before what they follow are the turns.
    """

    after: array[int]
    before: array[int]
    # Where the replaced characters end, or -1 for a run left as it was.
    until: array[int]
    turns: tuple[int, ...] = ()

    def first(self, offset: int) -> int:
        """Return where the character at *offset* starts before the edits."""
        run = bisect_right(self.after, offset) - 1
        if self.until[run] >= 0:
            return self.before[run]
        return self.before[run] + offset - self.after[run]

    def last(self, offset: int) -> int:
        """Return where the character at *offset* ends before the edits."""
        run = bisect_right(self.after, offset) - 1
        if self.until[run] >= 0:
            return self.until[run]
        return self.before[run] + offset - self.after[run] + 1

    def around(self, first: int, last: int) -> tuple[int, int]:
        """Return where everything between two characters, both included, stands before."""
        start, end = self.first(first), self.last(last)
        begun = bisect_right(self.after, first) - 1
        ended = bisect_right(self.after, last) - 1
        for turn in self.turns[bisect_right(self.turns, begun) : bisect_right(self.turns, ended)]:
            start = min(start, self.before[turn])
            end = max(end, self.last(self.after[turn] - 1))
        return start, end


def _apply(text: str, edits: Iterable[_Edit]) -> tuple[str, _Layer | None]:
    """Return the text after the edits, which are in order and do not overlap."""
    pieces: list[str] = []
    after, before, until = array("q", [0]), array("q", [0]), array("q", [-1])
    done = length = 0
    for start, end, written in edits:
        if start > done:
            pieces.append(text[done:start])
            length += start - done
        if written:
            pieces.append(written)
            after.append(length)
            before.append(start)
            until.append(end)
            length += len(written)
        after.append(length)
        before.append(end)
        until.append(-1)
        done = end
    if len(after) == 1:
        return text, None
    return "".join((*pieces, text[done:])), _Layer(after, before, until)


def _arrange(text: str, pieces: Iterable[Piece]) -> tuple[str, _Layer | None]:
    """Return the text of the pieces, which stand in the order of reading."""
    read: list[str] = []
    after, before, until = array("q"), array("q"), array("q")
    turns: list[int] = []
    length = 0
    for start, end, written in pieces:
        if start == end:
            continue
        if before and start < before[-1]:
            turns.append(len(before))
        read.append(text[start:end] if written is None else written)
        after.append(length)
        before.append(start)
        until.append(-1 if written is None else end)
        length += len(read[-1])
    if not read:
        return text, None
    return "".join(read), _Layer(after, before, until, tuple(turns))


def _changed(text: str) -> Iterator[_Edit]:
    done = 0
    for found in _CHANGES.finditer(text):
        start, end = found.span()
        given, written = found.group(), ""
        if given == "\r":
            if text[end : end + 1] != "\n":
                continue
        elif given == "\u00c2":
            if text[end : end + 1] != "§":
                continue
        elif "\u0300" <= given <= "\u036f":
            if start == done:
                continue
            start -= 1
            written = unicodedata.normalize("NFC", text[start:end])
            if len(written) > 1:
                continue
        elif "\ufb00" <= given <= "\ufb06":
            written = _LIGATURES[given]
        done = end
        yield start, end, written


def _rejoined(text: str) -> Iterable[_Edit]:
    found = [(match.start(), match.end()) for match in _SPLIT_WORD.finditer(text)]
    found += [(match.start(), match.end()) for match in _SPLIT_COMPOUND.finditer(text)]
    return [(start, end, "") for start, end in sorted(found)]


def _span(layers: Iterable[_Layer], start: int, end: int) -> Span:
    """Return where characters stand before several rounds of edits, the last one first."""
    end = max(start, end)
    first, last = start, end - 1
    for layer in layers:
        if end > start:
            first, after = layer.around(first, last)
            last = after - 1
        else:
            first = layer.first(first)
    return Span(first, last + 1 if end > start else first)


@frozen
class Source:
    """
    A text and its clean form.

    Made with `Source.of`.

    Attributes:
        original: As it was given.
        clean: For reading; newlines and tabs are kept.
        headers: Where in the clean text a line starts that is a page's header.
        cut: Whether the text was longer than `LONGEST` and its end is not in `clean`.
        mixed: Lines that hold two columns which cannot be told apart; not in `clean`.
        begins: Where `clean` begins in the clean form of the whole text.
    """

    original: str = field(repr=False)
    clean: str = field(repr=False)
    headers: frozenset[int] = field(repr=False)
    cut: bool
    mixed: tuple[Span, ...]
    _layers: tuple[_Layer, ...] = field(repr=False)
    begins: int = 0

    @classmethod
    def of(cls, text: str) -> Source:
        """Return the text with its clean form; any text will do."""
        clean, characters = _apply(text[:LONGEST], _changed(text[:LONGEST]))
        clean = unfolded(_TORN_NAME.sub(" ", _LINE_ENDS.sub("\n", _SPACES.sub(" ", clean))))
        found = furniture(clean)
        clean, pages = _apply(clean, found.removed)
        order = columns(clean)
        clean, turned = _arrange(clean, order.pieces)
        clean, words = _apply(clean, _rejoined(clean) if "-\n" in clean or "- \n" in clean else ())
        layers = tuple(one for one in (words, turned, pages, characters) if one is not None)
        behind = tuple(one for one in (pages, characters) if one is not None)
        mixed = tuple(_span(behind, start, end) for start, end in order.mixed)
        # Headers that were kept stand before everything that was taken out or moved.
        moved = order.pieces[0][1] if order.pieces else LONGEST
        headers = frozenset(at for at in found.kept if at < moved)
        return cls(text, clean, headers, len(text) > LONGEST, mixed, layers)

    def span(self, start: int, end: int) -> Span:
        """
        Return where the clean characters *start* to *end* stand in the original.

        Args:
            start: Offset in `clean`, included.
            end: Offset in `clean`, excluded.
        """
        return _span(self._layers, self.begins + start, self.begins + end)

    def part(self, start: int, end: int) -> Source:
        """
        Return the characters *start* to *end* of the clean form, as a source of its own.

        Its spans count in the whole original.
        """
        headers = frozenset(at - start for at in self.headers if start <= at < end)
        whole = self.span(start, end)
        mixed = tuple(one for one in self.mixed if whole.start <= one.start < whole.end)
        return Source(
            self.original,
            self.clean[start:end],
            headers,
            cut=False,
            mixed=mixed,
            layers=self._layers,
            begins=self.begins + start,
        )
