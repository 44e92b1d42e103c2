r"""
A text as prose: lines that a page broke are joined, and no offset moves.

A line break inside a sentence becomes a space, so that a pattern may run over
it; every character keeps its place.

>>> prose_of("on tehtävä 14 päivän\nkuluessa.\nPuhelin").text
'on tehtävä 14 päivän kuluessa.\nPuhelin'
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from attrs import Factory, field, frozen

from kuntapaatos.io.text.labels import OWN_STEMS
from kuntapaatos.io.text.words.lexicon import Word, words_of
from kuntapaatos.io.text.words.statements import everything

__all__ = ["Passage", "Prose", "Sentence", "lines", "pattern", "prose_of"]

# A break is soft when the line before does not end and the next one goes on in
# lower case or with a number, or when a full line goes on.
_SOFT = re.compile(
    r"\n(?<=[^.:;!?\n*|]\n)(?=[ \t]{0,60}[a-zåäö(])(?![ \t]{0,60}[^\n ]{1,20}[ ]{3})"
    r"|\n(?<=[a-zåäö,]\n)(?=[ \t]{0,60}\d{1,3}\s{1,3}(?:päivä|viiko|kuukau|dag))"
)
_FULL_LINE = re.compile(
    r"\n(?<=[^\n]{60}[a-zåäö,]\n)(?=[ \t]{0,60}[A-ZÅÄÖ0-9][^\n]{30})"
    r"(?![^\n:\t]{2,44}[:\t])"
)
_ODD = re.compile(r"[^\S\n ]")
_END = re.compile(
    r"[\n.!?:](?:(?<=\n)|(?<=[.!?])(?=[\"”’)]?\s)(?![\"”’)]?\s{1,3}[a-zåäö0-9§(])"
    r"|(?<=:)(?=\s{0,3}[-–•*]\s))"
)
# The first cell of a row, when it is a label and the next one its value.
_CELL = re.compile(
    r"^([ ]{0,8}[A-ZÅÄÖa-zåäö][^\n\t:;.|]{2,44}?)(\t|[ ](?=[ ]{2}))"
    r"(?=[ \t]{0,60}[^\W\d]|[ ][ \t]{0,60}[\d(+])",
    re.MULTILINE,
)
# A postal code on the next line of a sentence, and its place.
_TORN_CODE = re.compile(
    r"\n(?:(?<=\d,\n)(?=\d{5}[ ][A-ZÅÄÖ])|(?<=,[ ]\d{5}\n)(?=[A-ZÅÄÖ][a-zåäö]{2,20}[,.;]))"
)
# A row of two cells between marks: a label and its value.
_ROW = re.compile(
    r"^(\|?[ ]{0,3}[A-ZÅÄÖ][^\n\t:;.|]{2,44}?)[ ](?=[ ]{0,9}\|)"
    r"([ ]{0,9}\|[^|\n]{2,120}\|?[ ]{0,3}$)",
    re.MULTILINE,
)
_LONGEST = 1500
_TIME = re.compile(r"(?:aika|ajat|auki|avoinna|puhelin|puh|posti|tid|tider|öppet|telefon|post)$")
_QUOTES = '"“”»'
_QUOTE = re.compile(f"[{_QUOTES}]")


@lru_cache(maxsize=512)
def pattern(source: str) -> re.Pattern[str]:
    """Return *source* compiled, where a space stands for any white space between words."""
    return re.compile(source.replace(" ", r"(?:\s{1,40})"))


def lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Give where each line between two places starts and ends; empty lines are left out."""
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        if stop > start:
            yield start, stop
        start = stop + 1


def _lowered(text: str) -> str:
    low = text.lower()
    if len(low) == len(text):
        return low
    # A few capitals have a longer small form, and would move what follows.
    return "".join(small if len(small := char.lower()) == 1 else char for char in text)


class Sentence(NamedTuple):
    """
    One sentence, in lower case, with its place.

    Attributes:
        low: The sentence in lower case.
        start: Where it starts in the text, included.
        end: Where it ends, excluded.
    """

    low: str
    start: int
    end: int


@frozen
class Prose:
    """
    A text with its broken lines joined.

    Attributes:
        text: As long as the text it was made of.
        low: The same in lower case, as long.
        raw: The text with its line breaks, as long.
        marks: Where its quotation marks stand, in order.
    """

    text: str
    low: str
    raw: str
    marks: tuple[int, ...] = ()
    _cut: dict[tuple[int, int], list[Word]] = field(
        init=False, eq=False, repr=False, default=Factory(dict)
    )
    _said: dict[tuple[int, int], dict[str, frozenset[str]]] = field(
        init=False, eq=False, repr=False, default=Factory(dict)
    )

    def words(self, sentence: Sentence) -> list[Word]:
        """Return the words of a sentence, cut once."""
        key = sentence.start, sentence.end
        if key not in self._cut:
            self._cut[key] = words_of(self.text, *key)
        return self._cut[key]

    def says(self, table: str, sentence: Sentence) -> frozenset[str]:
        """Return what a sentence says by a table for instructions, looked for once."""
        key = sentence.start, sentence.end
        if key not in self._said:
            self._said[key] = everything(self.words(sentence))
        return self._said[key][table]

    def passage(self, start: int, end: int) -> Passage:
        """Return the part between two places."""
        return Passage(self, start, end, tuple(self.sentences(start, end)))

    def sentences(self, start: int, end: int) -> Iterator[Sentence]:
        """
        Give the sentences between two places, in order; a line of its own is one.

        What a line quotes from another text is left out.
        """
        begin, quoted = start, False
        marks = self.marks
        at, most = bisect_left(marks, start), len(marks)
        while begin < end:
            found = _END.search(self.text, begin, min(end, begin + _LONGEST))
            stop = found.end() if found else min(end, begin + _LONGEST)
            low = self.low[begin:stop]
            if quoted or (at < most and marks[at] < stop):
                first = at
                at = bisect_left(marks, stop, at)
                if (at - first) % 2:
                    low = "" if quoted else low[: marks[first] - begin]
                    quoted = not quoted
                elif quoted:
                    low = ""
                quoted = quoted and self.low[stop - 1] != "\n"
            if low and not low.isspace():
                yield Sentence(low, begin, begin + len(low))
            begin = stop


@frozen
class Passage:
    """
    A part of a text, with its sentences.

    Attributes:
        text: The whole text.
        start: Where the part starts, included.
        end: Where it ends, excluded.
        sentences: Its sentences, in order.
    """

    text: Prose
    start: int
    end: int
    sentences: tuple[Sentence, ...]

    def without(self, places: Iterable[tuple[int, int]]) -> Passage:
        """Return this part without the sentences between places."""
        skipped = list(places)
        if not skipped:
            return self
        kept = tuple(
            sentence
            for sentence in self.sentences
            if not any(start <= sentence.start < end for start, end in skipped)
        )
        return Passage(self.text, self.start, self.end, kept)

    def with_more(self, other: Passage) -> Passage:
        """Return this part with another one behind it, and nothing of what is between."""
        return Passage(self.text, self.start, other.end, (*self.sentences, *other.sentences))

    def parts(self, places: Iterable[tuple[int, int]]) -> list[Passage]:
        """Return the parts of this part between places, in order, at which lines begin."""
        found: list[Passage] = []
        at = 0
        for start, end in places:
            while at < len(self.sentences) and self.sentences[at].start < start:
                at += 1
            first = at
            while at < len(self.sentences) and self.sentences[at].end <= end:
                at += 1
            found.append(Passage(self.text, start, end, self.sentences[first:at]))
        return found


def _labelled(cell: re.Match[str]) -> str:
    """Return the first cell of a row, with a colon behind it when it is a label."""
    low = cell[1].lower()
    named = any(map(low.__contains__, OWN_STEMS)) or _TIME.search(low) is not None
    return f"{cell[1]}{':' if named else cell[2]}"


def prose_of(text: str) -> Prose:
    """Return *text* with soft line breaks as spaces, each character in its place."""
    if "\t" in text or "   " in text:
        text = _CELL.sub(_labelled, text)
    if "|" in text:
        text = _ROW.sub(r"\g<1>:\g<2>", text)
    text = _TORN_CODE.sub(" ", text)
    joined = _ODD.sub(" ", _FULL_LINE.sub(" ", _SOFT.sub(" ", text)))
    raw = _ODD.sub(" ", text)
    if "|" in raw:
        # The cells of a table, whose marks end no line and belong to no value.
        raw, joined = raw.replace("|", " "), joined.replace("|", " ")
    marks: tuple[int, ...] = ()
    if any(mark in raw for mark in _QUOTES):
        marks = tuple(mark.start() for mark in _QUOTE.finditer(raw))
    return Prose(joined, _lowered(joined), raw, marks)
