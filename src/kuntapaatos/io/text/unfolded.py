r"""
A text that lost its line ends, with line ends where its parts show where they were.

A page copied as one line still says what it is: whose, what document, which body, which
day, which section.  Where several of these stand side by side, a head stood; where a label
stands at the end of a sentence, a part began.  Each new line end takes the place of one
space, so that no offset changes.

>>> page = "3 Jokelan kunta Esityslista Kunnanhallitus 5.6.2020 § 47 Auran osto Päätös: Ostetaan."
>>> print(unfolded(page, at_least=40))
3
Jokelan kunta
Esityslista
Kunnanhallitus 5.6.2020 § 47
Auran osto
Päätös: Ostetaan.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import islice, pairwise
from typing import NamedTuple

from kuntapaatos.io.text.bodies import abbreviates, is_organ
from kuntapaatos.io.text.labels import Role, label_of
from kuntapaatos.io.text.offices import decides, office_in, subject_of
from kuntapaatos.io.text.record_forms import RECORD
from kuntapaatos.remedy.bodies import BODIES

__all__ = ["unfolded"]

# What is shorter holds no head, and what is not longer was hardly several lines.
_SHORT, _LONG = 40, 120
_MOST_WORDS, _MOST_NAME, _LONGEST_TITLE, _SHORTEST = 60_000, 5, 200, 6


class _Token(NamedTuple):
    """Something of a head: what, and where."""

    kind: str
    start: int
    end: int


_WORD = re.compile(r"\S{1,200}")
# Each with what it begins with: a capital, "p" or "s", a figure, the sign.
_TOKENS = (
    (
        "place",
        "A",
        re.compile(
            r"[A-ZÅÄÖ][\w-]{2,30}[ ](?:(?:kunta|kaupunki|kommun|stad|kuntayhtymä|samkommun)"
            r"|(?:KUNTA|KAUPUNKI|KOMMUN|STAD|KUNTAYHTYMÄ|SAMKOMMUN))(?![\w-])"
        ),
    ),
    (
        "document",
        "Ap",
        re.compile(
            r"(?=[A-ZÅÄÖ])(?:(?:kokous|kokou|päätös)?pöytäkirja|pöytäkirjanote|esityslista"
            r"|kokouskutsu|viranhaltijapäätös|(?:sammanträdes)?protokoll|protokollsutdrag"
            r"|tjänsteinnehavarbeslut|föredragningslista|(?:möteskallelse|kallelse))(?![\w-])/?"
            r"(?:[ ](?:n:?o[ ])?\d{1,3}/\d{4})?",
            re.IGNORECASE,
        ),
    ),
    (
        "page",
        "Ap",
        re.compile(r"(?:sivu|sida|sid\.)[ ]\d{1,4}(?:[ ]?\(\d{1,4}\))?(?!\S)", re.IGNORECASE),
    ),
    ("page", "1", re.compile(r"\d{1,4}[ ]?\(\d{1,4}\)(?!\S)")),
    ("record", "A1", RECORD),
    (
        "section",
        "Ap1§",
        re.compile(
            r"(?:§[ ]?\d{1,4}(?:[ ]?[a-f](?!\w))?|[Pp]ykälä[ ]\d{1,4}"
            r"|\d{1,4}(?:[ ]?[a-f])?[ ]§)(?![\w:.])"
        ),
    ),
    (
        "day",
        "1",
        re.compile(
            r"\d{1,2}\.[ ]?\d{1,2}\.[ ]?(?:19|20)\d{2}"
            r"(?:[ ](?:klo|kl\.?)[ ]\d{1,2}[.:]\d{2})?(?!\S)"
        ),
    ),
    ("number", "1", re.compile(r"\d{1,4}(?:,[ ]\d{1,4}){0,20},?(?!\S)")),
)
_BEGINNING = {
    start: tuple((kind, pattern) for kind, starts, pattern in _TOKENS if start in starts)
    for start in "Ap1§"
}
# Without a number, a document and a body there is no head.
_SIGN = re.compile(r"[\d§]")
_SIGNS = (
    *("pykälä", "pöytäkirja", "esityslista", "kokouskutsu", "viranhaltijapäätös", "protokoll"),
    *("tjänsteinnehavarbeslut", "föredragningslista", "kallelse"),
    *(name for name, _ in BODIES),
)
# Of these a head has two at least, and one that says who or what.
_TELLING = frozenset({"place", "document", "body", "day", "section", "record"})
_NAMING = frozenset({"document", "body", "short", "office"})
_OWN_LINE = frozenset({"place", "document", "body", "office", "record"})
# An abbreviation is a body's, and an office one that decides, only beside one of these.
_BESIDE = frozenset({"day", "section", "number"})
_PARTS: frozenset[Role] = frozenset(
    {
        *("proposal", "resolution", "presenter", "handling", "preparer", "description", "grounds"),
        *("meeting_date", "checking", "publication", "enclosures", "recipients", "record"),
        *("vote", "appeal", "aside"),
    }
)
_BEGINS = {"§": "§", "p": "p", "s": "p", **dict.fromkeys("0123456789", "1")}
_SMALL = re.compile(r"[ ]{0,9}[a-zåäö]")
_ENDED = (".", ":", ")", "!", "?", ";")
_GOES_ON = re.compile(r"\w{1,40}[ ][a-zåäö]{2}")


def unfolded(text: str, *, at_least: int = _LONG) -> str:
    """
    Return a text with line ends in the long lines that hold a head.

    Args:
        text: With plain spaces and line ends.
        at_least: How long a line must be to hold what were several.
    """
    lines = text.split("\n")
    cuts: dict[str, set[int]] = {}
    # Where one page was copied as a line, others were, shorter ones too.
    for least in (at_least, _SHORT):
        cuts.update(
            {line: _cuts(line) for line in lines if len(line) >= least and line not in cuts}
        )
        if not any(cuts.values()):
            return text
    letters = list(text)
    at = 0
    for line in lines:
        for cut in cuts.get(line, ()):
            letters[at + cut] = "\n"
        at += len(line) + 1
    return "".join(letters)


def _cuts(line: str) -> set[int]:
    """Return the spaces of a line where line ends were."""
    low = line.lower()
    if not _SIGN.search(low) and not any(map(low.__contains__, _SIGNS)):
        return set()
    words = [found.span() for found in islice(_WORD.finditer(line), _MOST_WORDS)]
    runs = list(_runs(line, words))
    if not runs:
        return set()
    cuts = {run[-1].end for run in runs if not _numbers(line, run)}
    for run in runs:
        cuts |= {token.start - 1 for place, token in enumerate(run) if _begins(run, place)}
    labels = set(_label_cuts(line, words, {cut + 1 for cut in cuts}))
    stops = sorted({*(run[0].start for run in runs), *(cut + 1 for cut in labels), len(line) + 1})
    for run in runs:
        start = run[-1].end
        until = stops[bisect_right(stops, start)]
        end = _title_end(line, start, min(until, start + _LONGEST_TITLE))
        cuts |= set() if end is None else {end}
    cuts |= labels
    return {cut for cut in cuts if 0 <= cut < len(line) and line[cut] == " "}


def _numbers(line: str, run: list[_Token]) -> bool:
    """Whether the last token is the number of a section in front of its title."""
    last = run[-1]
    alone = "," not in line[last.start : last.end]
    return last.kind == "number" and run[-2].kind != "short" and alone


def _begins(run: list[_Token], place: int) -> bool:
    """Whether a line begins with a token of a head."""
    token, before = run[place], run[place - 1] if place else None
    if before is None or token.kind in _OWN_LINE:
        return True
    if token.kind == "number" and place == len(run) - 1:
        # The last number of all is a section's, without its sign.
        return before.kind != "short"
    return before.kind in {"page", "number", "place", "record"}


def _runs(line: str, words: list[tuple[int, int]]) -> Iterator[list[_Token]]:
    """Give the heads in a line: what stands side by side and says who, what, when and which."""
    run: list[_Token] = []
    past = 0
    for place, (start, _) in enumerate(words):
        if start < past:
            continue
        token = _token(line, words, place)
        if token is not None:
            run.append(token)
            past = token.end
            continue
        if len(run) > 1 and (run := _head(run, line, words[0][0])):
            yield run
        run = []
    if len(run) > 1 and (run := _head(run, line, words[0][0])):
        yield run


def _head(run: list[_Token], line: str, first: int) -> list[_Token]:
    """Return what of a run is a head: no year in front of it, and not who acts behind it."""
    while run and run[0].kind == "number" and run[0].start > first:
        run = run[1:]
    if run and _SMALL.match(line, run[-1].end):
        run = run[:-1] if run[-1].kind in _NAMING else []
    return run if _is_head(run) else []


def _is_head(run: list[_Token]) -> bool:
    kinds = {token.kind for token in run}
    if not kinds & _NAMING:
        return False
    by_office = bool(kinds & {"short", "office"})
    told = len(kinds & _TELLING) + by_office + (run[-1].kind == "number")
    return bool(kinds & {"document", "body", *_BESIDE}) and told >= 2


def _token(line: str, words: list[tuple[int, int]], place: int) -> _Token | None:
    start, end = words[place]
    begins = "A" if line[start].isupper() else _BEGINS.get(line[start])
    if begins is None:
        return None
    for kind, pattern in _BEGINNING[begins]:
        found = pattern.match(line, start)
        if found is not None:
            return _Token(kind, start, found.end())
    if begins != "A":
        return None
    if abbreviates(line[start:end].rstrip(",:.")) is not None:
        return _Token("short", start, end)
    for first, last in words[place : place + _MOST_NAME]:
        name = line[start:last].rstrip(",")
        # "Talousarvion seuranta", then "Kunnanhallitus": no name of a body has two capitals.
        if first > start and line[first].isupper() and not name.isupper():
            break
        if is_organ(name):
            return _Token("body", start, start + len(name))
    office = office_in(line[start : start + _LONG])
    if office is not None and decides(line[start : start + office[1]]):
        return _Token("office", start, start + office[1])
    return None


def _title_end(line: str, start: int, until: int) -> int | None:
    """
    Return where the title ends that begins behind a head; `None` where that is not sure.

    Capitals end with the first word that has small letters.  Else a title goes on to the one
    word with a capital in front of its first full stop: there a sentence begins.
    """
    words = [found.span() for found in _WORD.finditer(line, start, until)]
    shouted = 0
    while shouted < len(words) and _shouts(line[slice(*words[shouted])]):
        shouted += 1
    if shouted and any(map(str.isalpha, line[start : words[shouted - 1][1]])):
        return words[shouted - 1][1]
    capitals: list[int] = []
    for (_, last), (after, _) in pairwise(words):
        if line[last - 1] in _ENDED:
            break
        if line[after].isupper():
            if office_in(line[after:until]) or subject_of(line[after:until]):
                return last
            capitals.append(after)
    else:
        if words and line[words[-1][1] - 1] not in _ENDED:
            # Another head or a label comes before any sentence.
            return until - 1 if not capitals[1:] else None
    alone = len(capitals) == 1 and " " in line[start : capitals[0]].strip()
    return capitals[0] - 1 if alone and _GOES_ON.match(line, capitals[0]) else None


def _shouts(word: str) -> bool:
    return word.isupper() or not any(map(str.isalpha, word))


def _label_cuts(line: str, words: list[tuple[int, int]], heads: set[int]) -> Iterator[int]:
    """Give where the labels of parts stand: before a colon, in capitals, or behind a full stop."""
    for (first, last), (start, end) in pairwise([(0, 0), *words]):
        word = line[start:end]
        if not word[0].isupper():
            continue
        record = RECORD.match(line, end + 1)
        if record is not None and label_of(line[start : record.end()]) is not None:
            yield from (start - 1, record.end())
            continue
        told = line[start : start + _LONG]
        begins = start == 0 or line[last - 1] in _ENDED or start in heads
        shouts = word.isupper() and not line[first:last].isupper()
        label = label_of(told)
        if word[-1] == ":" and abbreviates(word[:-1]) is not None:
            yield start - 1
        elif label is not None and label.role in _PARTS and label.end:
            if begins or told[: label.end].rstrip()[-1:] == ":":
                yield start - 1
        elif shouts and len(word) >= _SHORTEST:
            label = label_of(word)
            if label is not None and label.role in _PARTS:
                yield from (start - 1, end)
