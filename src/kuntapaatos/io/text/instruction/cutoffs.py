"""
Until when on the last day a document may arrive, on paper and electronically.

>>> from kuntapaatos.io.text.instruction.prose import prose_of
>>> text = prose_of("Oikaisuvaatimus on toimitettava viimeisenä päivänä klo 15 mennessä.")
>>> for fact in read_cutoffs(text.passage(0, 80)):
...     print(fact.field, fact.value)
paper_cutoff 15:00:00
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import time
from typing import NamedTuple

from kuntapaatos.appeal import Cutoff
from kuntapaatos.io.text.facts import Fact, Why
from kuntapaatos.io.text.instruction.prose import Passage, Sentence, pattern
from kuntapaatos.io.text.words.statements import stated

__all__ = ["read_cutoffs"]

_STEMS = (
    *(
        "viimei",
        "päätty",
        "mennessä",
        "määräaja",
        "määräpäiv",
        "sulke",
        "aikana",
        "sama",
        "vuorokau",
        "keskiyö",
    ),
    *(
        "sista",
        "stäng",
        "utgång",
        " slut",
        "senast",
        "upphör",
        "tjänstetid",
        "öppet",
        "likaså",
        "midnatt",
        "dygn",
    ),
)
_CLOCK = pattern(
    r"(?<![–-])(?<![–-]\s)(?:klo|kello|klockan|kl\.?) ?(\d{1,2})(?:[.:](\d{2}))?(?!\d|[.:]\d)"
    r"(?! ?[–-] ?\d)"
)
_ABOUT = pattern(
    r"oikaisu|valitu|perillä|framme|vaatimu|muutoksenha|asiakirj|kirjelm|määräaja|omprövning"
    r"|besvär|begäran|handling|dokument|rättelse|tidsfrist"
)
_SENT = pattern(r"toimit|jätet|jättä|oltava|saapu|lämna|inkom|ska vara")
_CLAUSE_END = pattern(r"[,;]| kun taas | mutta | men | medan | ja | och ")
_ENDS = {"aukiolo": Cutoff.OFFICE_CLOSE, "vuorokausi": Cutoff.END_OF_DAY}
_ELECTRONIC, _PAPER = "sähköinen", "paperi"


class _Told(NamedTuple):
    """Until when one part of a sentence says that a document may arrive, and by which ways."""

    value: Cutoff | time
    start: int
    end: int
    ways: frozenset[str]


def read_cutoffs(part: Passage) -> list[Fact]:
    """Return until when on the last day a paper and an electronic document may arrive."""
    found: dict[str, list[_Told]] = {}
    for sentence in part.sentences:
        if not any(map(sentence.low.__contains__, _STEMS)):
            continue
        words = part.text.words(sentence)
        said = [
            (
                one.name,
                words[one.first].start - sentence.start,
                words[one.last].end - sentence.start,
            )
            for one in stated("cutoffs", words)
        ]
        names = {name for name, _, _ in said}
        if "paper_cutoff" in found and {"sama", _ELECTRONIC} <= names:
            # "The same holds for a request by e-mail."
            same = [
                one._replace(start=sentence.start, end=sentence.end)
                for one in found["paper_cutoff"]
            ]
            found.setdefault("electronic_cutoff", same)
        elif _is_of_the_end(sentence.low, names) and not _moves(sentence.low, said):
            for told in _told(sentence, said):
                if _ELECTRONIC in told.ways:
                    found.setdefault("electronic_cutoff", []).append(told)
                if told.ways != {_ELECTRONIC}:
                    found.setdefault("paper_cutoff", []).append(told)
    return [_settled(name, values) for name, values in found.items()]


def _is_of_the_end(low: str, names: set[str]) -> bool:
    """Whether a sentence is about the end of the time to act."""
    if "viimeinen päivä" in names or names >= {"vuorokausi", _ELECTRONIC}:
        return True
    if _ABOUT.search(low) is None:
        return False
    return "mennessä" in names or ("aukiolo" in names and _SENT.search(low) is not None)


def _moves(low: str, said: list[tuple[str, int, int]]) -> bool:
    """Whether a sentence tells how the last day moves; in brackets it is an aside."""
    return any(
        low.count("(", 0, start) == low.count(")", 0, start)
        for name, start, _ in said
        if name == "siirtyy"
    )


def _told(sentence: Sentence, said: list[tuple[str, int, int]]) -> Iterator[_Told]:
    """Give each time of a sentence, with the ways that its own clauses name, else any of it."""
    low = sentence.low
    every = frozenset(_ways(low, said))
    if any(name == "myös" for name, _, _ in said):
        every |= {_PAPER}
    parts: list[tuple[list[tuple[str, int, int]], Cutoff | time, int, int]] = []
    open_: list[tuple[str, int, int]] = []
    begin = 0
    for end in (*(cut.end() for cut in _CLAUSE_END.finditer(low)), len(low)):
        own = [one for one in said if begin <= one[1] < end]
        hit = _time(low, begin, end, own, electronic=_ELECTRONIC in every)
        open_ += own
        if hit is not None:
            parts.append((open_, *hit))
            open_ = []
        begin = end
    several = len({_ELECTRONIC in set(_ways(low, own)) for own, *_ in parts}) > 1
    for own, value, start, end in parts:
        ways = frozenset(_ways(low, own)) if several else every
        yield _Told(value, sentence.start + start, sentence.start + end, ways)


def _ways(low: str, said: list[tuple[str, int, int]]) -> Iterator[str]:
    """Give the ways that are named; an address given in passing names none."""
    for name, _, end in said:
        if (
            name in {_ELECTRONIC, _PAPER}
            and "@" not in low[end : end + 60].lstrip(": ").split(" ")[0]
        ):
            yield name


def _time(
    low: str, begin: int, end: int, said: list[tuple[str, int, int]], *, electronic: bool
) -> tuple[Cutoff | time, int, int] | None:
    """Return the time of a clause: a clock before the words for the end of a day."""
    clock = _CLOCK.search(low, begin, end)
    if clock is not None:
        hour, minute = int(clock[1]), min(int(clock[2] or 0), 59)
        if hour < 24 and (hour, minute) != (23, 59):
            return time(hour, minute), *clock.span()
    for name, start, stop in sorted(said, key=lambda one: one[0] != "aukiolo"):
        if name in _ENDS or (name == "päivän aikana" and electronic):
            return _ENDS.get(name, Cutoff.END_OF_DAY), start, stop
    return None if clock is None else (Cutoff.END_OF_DAY, *clock.span())


def _settled(name: str, values: list[_Told]) -> Fact:
    distinct = tuple(dict.fromkeys(one.value for one in values))
    first = values[0]
    if len(distinct) == 1:
        return Fact(name, first.value, first.start, first.end)
    # "Before the registry closes" and the time at which it does say the same.
    clocks = [one for one in values if isinstance(one.value, time)]
    if len({one.value for one in clocks}) == 1 and Cutoff.END_OF_DAY not in distinct:
        clock = clocks[0]
        return Fact(name, clock.value, clock.start, clock.end, distinct, Why.NAMED_CLOCK)
    return Fact(name, None, first.start, first.end, distinct)
