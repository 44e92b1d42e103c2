r"""
How a sum is meant: to the cent, or about so much, at most, no longer, with tax on top.

>>> text = "Maksu on enintään 12 000 euroa."
>>> hedge(text, text.index("12"), text.index("."))
'enintään'
>>> text = "Maksu on 12 000 euroa vuodessa."
>>> hedge(text, text.index("12"), text.index(".")) is None
True
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kuntapaatos.io.text.tables import table
from kuntapaatos.io.text.words.lexicon import words_of
from kuntapaatos.io.text.words.patterns import Statements

__all__ = ["ABOUT", "DENIED", "ESTIMATED", "PAST", "UNTAXED", "hedge", "hedged_apart"]

ABOUT, DENIED, ESTIMATED, PAST, UNTAXED = "noin", "ei", "arvio", "ennen", "alv"
"""What a sum that is none of this decision's is called."""
_WORDS, _REACH = 4, 90
_STOP = re.compile(r"[.!?;](?=\s|$)(?<!\sca\.)(?<!\smax\.)|\n[^\S\n]{0,40}(?:\n|[-–•*])")
# "N. 12 000": a letter that is no word.
_ABOUT = re.compile(r"(?<![\w:])[nN]\.?\s{0,2}\Z")
# "Sisältää arvonlisäveron": nothing is to be added.
_INCLUDED = re.compile(
    r"\b(?:sis(?:\.|ält)|mukaan lukien|inkl|ingår|sisält|inklusive)", re.IGNORECASE
)


@cache
def _statements(place: str) -> Statements:
    return Statements.of(
        (row["says"], source)
        for row in table("hedges")["row"]
        if row["place"] == place
        for language in ("fi", "sv")
        for source in row[language]
    )


def hedge(text: str, start: int, end: int) -> str | None:
    """
    Return how a sum is meant when not as what is paid; `None` when it is.

    Args:
        text: A text with a sum.
        start: Where the sum starts, included.
        end: Where it ends, excluded.
    """
    first = max(0, start - _REACH)
    if _ABOUT.search(text, first, start) is not None:
        return ABOUT
    stops = [hit.end() for hit in _STOP.finditer(text, first, start)]
    before = words_of(text, stops[-1] if stops else first, start)
    clause = before[-1].clause if before else 0
    near = [word for word in before if word.clause == clause][-_WORDS:]
    said_before = [*_statements("before").in_words(near)]
    told = [said.name for said in said_before]
    # "Ei ylitä": several words together say more than one of them.
    longer = next((said.name for said in said_before if said.last > said.first), None)
    others = [one for one in told if one != UNTAXED]
    if others:
        # The one right before the sum; "vähintään 500 ja enintään 900" hedges each its own.
        return longer or next((one for one in (DENIED, PAST) if one in others), others[-1])
    said = _said_after(text, start, end)
    return said or next(iter(told), None)


def _said_after(text: str, start: int, end: int) -> str | None:
    """Return how the words inside and after a sum mean it; that tax is to be added goes last."""
    inside = [said.name for said in _statements("after").in_words(words_of(text, start, end))]
    other = next((name for name in inside if name != UNTAXED), None)
    if other is not None:
        return other
    untaxed = UNTAXED if inside and not _INCLUDED.search(text, start, end) else None
    stop = _STOP.search(text, end, min(len(text), end + _REACH))
    last = stop.start() if stop else min(len(text), end + _REACH)
    after = words_of(text, end, last)[:_WORDS]
    for said in _statements("after").in_words(after):
        following = after[said.last + 1 : said.last + 2]
        if said.name == UNTAXED:
            if not _INCLUDED.search(text, end, after[-1].end):
                untaxed = UNTAXED
        elif following and following[0].form.isdigit():
            break  # "… euroa, kuitenkin enintään 500 euroa": it is said of the next sum
        else:
            return said.name
    return untaxed


def hedged_apart(text: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """
    Give how sentences of their own say that the sums near them are not all that is paid.

    Each comes with what it says, and where it starts and ends.

    >>> text = "Maksu on 12 000 euroa vuodessa. Hintoihin lisätään arvonlisävero."
    >>> list(hedged_apart(text, 0, len(text)))
    [('alv', 32, 65)]
    """
    at = start
    while at < end:
        stop = _STOP.search(text, at, end)
        last = end if stop is None else stop.end()
        words = words_of(text, at, last)
        for said in _statements("apart").in_words(words):
            yield said.name, words[0].start, last
        at = last
