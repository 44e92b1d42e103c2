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

from attrs import frozen

__all__ = ["Passage", "Prose", "Sentence", "lines", "may_hold", "pattern", "prose_of", "stems_of"]

# A break is soft when the line before does not end and the next one goes on in
# lower case or with a number, or when a full line goes on.
_SOFT = re.compile(
    r"\n(?<=[^.:;!?\n*|]\n)(?=[ \t]{0,60}[a-zåäö(])(?![^\n ]{1,20}[ ]{3})"
    r"|\n(?<=[a-zåäö,]\n)(?=[ \t]{0,60}\d{1,3}\s{1,3}(?:päivä|viiko|kuukau|dag))"
)
_FULL_LINE = re.compile(
    r"\n(?<=[^\n]{60}[a-zåäö,]\n)(?=[ \t]{0,60}[A-ZÅÄÖ0-9][^\n]{30})"
    r"(?![^\n:]{2,40}:[ ])"
)
_ODD = re.compile(r"[^\S\n ]")
_END = re.compile(
    r"\n|[.!?](?=[\"”’)]?\s)(?!\s{1,3}[a-zåäö0-9§(])|:(?=\s{0,3}[-–•*]\s)",
)
_LONGEST = 1500
# Escapes and classes: nothing of them is a literal word.
_NO_WORD = re.compile(r"\\.|\[[^\]]{0,80}\]")
_QUOTES = '"“”»'
_QUOTE = re.compile(f"[{_QUOTES}]")


@lru_cache(maxsize=512)
def pattern(source: str) -> re.Pattern[str]:
    """Return *source* compiled, where a space stands for any white space between words."""
    return re.compile(source.replace(" ", r"(?:\s{1,40})"))


@lru_cache(maxsize=512)
def stems_of(source: str) -> tuple[str, ...]:
    """
    Return words of which every match of *source* holds one; none where that is not known.

    >>> stems_of("hallintovalitu[a-z]{1,4}|(?:ett )?besvär"), stems_of("[a-z]{2}|besvär")
    (('hallintovalitu', 'besvär'), ())
    """
    found: list[str] = []
    runs = [""]
    depth = 0
    for sign in f"{_NO_WORD.sub('.', source)}|":
        depth += sign == "("
        if depth == 0 and sign.isalpha():
            runs[-1] += sign
        elif depth == 0 and sign == "|":
            longest = max(runs, key=len)
            if len(longest) < 3:
                return ()
            found.append(longest)
            runs = [""]
        else:
            if depth == 0 and sign in "?*{":
                # What may be left out is no part of the word.
                runs[-1] = runs[-1][:-1]
            runs.append("")
        depth -= sign == ")"
    return tuple(dict.fromkeys(found))


def may_hold(low: str, source: str) -> bool:
    """Whether *low* may hold a match of *source*: a cheap look before the pattern's."""
    stems = stems_of(source)
    return not stems or any(map(low.__contains__, stems))


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


def prose_of(text: str) -> Prose:
    """Return *text* with soft line breaks as spaces, each character in its place."""
    raw = _ODD.sub(" ", text)
    joined = _SOFT.sub(" ", raw)
    joined = _FULL_LINE.sub(" ", joined)
    if "|" in raw:
        # The cells of a table, whose marks end no line and belong to no value.
        raw, joined = raw.replace("|", " "), joined.replace("|", " ")
    marks: tuple[int, ...] = ()
    if any(mark in raw for mark in _QUOTES):
        marks = tuple(mark.start() for mark in _QUOTE.finditer(raw))
    return Prose(joined, _lowered(joined), raw, marks)
