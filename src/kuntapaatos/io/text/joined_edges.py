"""
Where a text says that a membership begins or ends, by a year or a day.

>>> text = "Kunta liittyy VIRTA-verkostoon kahdeksi vuodeksi 1.3.2025 alkaen."
>>> stretches = [(0, len(text), True)]
>>> ((begins, edge),) = edges(text, stretches, None, leaves=False)
>>> begins, edge.day, after_years(text, edge, stretches).day
(True, datetime.date(2025, 3, 1), datetime.date(2027, 2, 28))
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from kuntapaatos.io.text.costs import sentence_around
from kuntapaatos.io.text.dates import find_dates
from kuntapaatos.io.text.joined_to import acts
from kuntapaatos.io.text.networks import is_kind
from kuntapaatos.io.text.number_words import number_word
from kuntapaatos.io.text.words.outcomes import DECIDING, sentences
from kuntapaatos.io.text.words.statements import words_of

__all__ = ["FEE", "FROM", "MOST", "TO", "Edge", "Stretch", "after_years", "edges"]

Stretch = tuple[int, int, bool]
"""Where a part starts and ends, and whether it decides."""
MOST = 20_000
"""As much of a part is looked through."""
_ANY = r"[ \n]"
_ALKAEN = rf"(?={_ANY}(?:alkaen|lukien|lähtien|toistaiseksi))"
_FRAN = r"(?:från och med|fr\.o\.m\.|från(?= (?:början|ingången)))"
FROM = re.compile(
    rf"\b(?:vuodesta{_ANY}(20\d\d)(?:{_ALKAEN}|$)|vuoden{_ANY}(20\d\d)(?:{_ANY}alusta\b|{_ALKAEN})"
    rf"|(?:alkaen|toistaiseksi){_ANY}vuodesta{_ANY}(20\d\d)"
    rf"|{_FRAN} (?:(?:början|ingången) av )?(?:år )?(20\d\d)(?!\d))",
    re.IGNORECASE,
)
TO = re.compile(
    rf"\b(?:vuoden{_ANY}(20\d\d){_ANY}lopp?u(?:un|ssa|sta)|vuoden{_ANY}(20\d\d){_ANY}päättyessä"
    rf"|vuoteen{_ANY}(20\d\d)(?={_ANY}(?:saakka|asti)|$)"
    r"|(?:vuodenvaihteessa|årsskiftet) (20\d\d)[-–/](?:20)?\d\d(?!\d)"
    r"|(?:till och med|t\.o\.m\.)(?: år)? (20\d\d)(?!\d)"
    r"|(?:till|vid) (?:utgången|slutet) av (?:år )?(20\d\d)(?!\d))",
    re.IGNORECASE,
)
_BEGINS_AFTER = re.compile(rf"{_ANY}(?:alkaen|lukien|lähtien)\b")
_BEGINS_BEFORE = re.compile(
    r"(?:\balkaen|\balkaa|från och med|fr\.o\.m\.|\bfrån|börjar)(?: den)? \Z"
)
_ENDS_AFTER = re.compile(rf"{_ANY}(?:saakka|asti)\b")
_ENDS_BEFORE = re.compile(
    r"(?:päätty(?:y|en|mään|väksi|väksi)|till och med|t\.o\.m\.|\btill|upphör)(?: den)? \Z"
)
# A day by which something is told, or on which something else was decided.
_OTHER_BEFORE = re.compile(r"(?:viimeistään|senast|päivätty|daterad|kokouksessaan)(?: den)? \Z")
_OTHER_AFTER = re.compile(r"[ \n]?(?:§|mennessä|päivätty|pidet|kokouk)|[ ]?\d{0,2}[ ]?§")
_LONG = re.compile(
    rf"\b(?P<fi>[^\W\d]{{3,12}}|\d){_ANY}(?:vuodeksi|vuoden{_ANY}(?:ajaksi|ajan|määräajaksi|kaudeksi))\b"
    rf"|\bför (?:en (?:tid|period) (?:på|av|om) )?(?P<sv>[^\W\d]{{2,8}}|\d) år\b(?! 20)",
    re.IGNORECASE,
)
# "Kahdeksi vuodeksi": the only case of a number that nothing else uses.
_FOR = {"yhdeksi": 1, "kahdeksi": 2, "kolmeksi": 3, "neljäksi": 4, "viideksi": 5, "kuudeksi": 6}
_MEMBER = ("jäsen", "medlem")
_LASTS = re.compile(r"\bvoimassa\b|\balka[av]|\bkestää\b|\bgäller\b|\bbörjar\b", re.IGNORECASE)
FEE = re.compile(r"maksu|avgift", re.IGNORECASE)
# What was before, or is said of the fee, is nothing that begins or ends now.
_NOT_NOW = re.compile(r"maksu|avgift|\bollut\b|\bliittyi|\bvarit\b|\banslöt", re.IGNORECASE)
_CLAUSE = re.compile(r"[,;:]|\b(?:ja|sekä|och|samt)\b")


class Edge(NamedTuple):
    """
    Where a membership begins or ends.

    Attributes:
        year: The first or last year, included.
        day: The day, where it is stated.
        start: Where that stands, included.
        end: Where it ends, excluded.
    """

    year: int
    day: date | None
    start: int
    end: int


def edges(
    text: str,
    stretches: Sequence[Stretch],
    titled: tuple[int, int] | None,
    *,
    leaves: bool,
    news: bool = False,
) -> Iterator[tuple[bool, Edge]]:
    """
    Give where parts say that the membership begins (true) or ends, in order.

    Args:
        text: A clean text.
        stretches: The parts.
        titled: Start and end of the heading.
        leaves: Whether the membership is ended.
        news: Whether the text neither decides nor has a heading.
    """
    for start, end, decides in stretches:
        if (start, end) == titled:
            yield from _in_sentence(text, start, end, leaves=leaves)
            continue
        for one, two in sentences(text[start : min(end, start + MOST)]):
            first, last = start + one, start + two
            words = words_of(text, first, last)
            kinds = any(is_kind(one) or one.form.startswith(_MEMBER) for one in words)
            lasts = leaves or _LASTS.search(text, first, last) is not None
            # What is only prepared tells when it is only where it says that it is in force,
            # or where, in a piece of news, it says who decided.
            who = news and any(not DECIDING.isdisjoint(one.lemmas) for one in words)
            if ((decides or who) and acts(text[first:last])) or (
                kinds and lasts and not FEE.search(text, first, last)
            ):
                yield from _in_sentence(text, first, last, leaves=leaves)


def _in_sentence(text: str, start: int, end: int, *, leaves: bool) -> Iterator[tuple[bool, Edge]]:
    found: list[tuple[bool, Edge]] = []
    for begins, pattern in ((True, FROM), (False, TO)):
        for hit in pattern.finditer(text, start, end):
            year = int(next(filter(None, hit.groups())))
            found.append((begins, Edge(year, None, *hit.span())))
    for match in find_dates(text[start:end]):
        if match.value is None:
            continue
        first, last = start + match.start, start + match.end
        before, after = text[max(start, first - 24) : first], text[last : min(end, last + 14)]
        edge = Edge(match.value.year, match.value, first, last)
        ends = _ENDS_AFTER.match(after) is not None
        begins = not ends and bool(_BEGINS_AFTER.match(after) or _BEGINS_BEFORE.search(before))
        other = _OTHER_BEFORE.search(before) or _OTHER_AFTER.match(after)
        if begins or ends or _ENDS_BEFORE.search(before) or (leaves and not other):
            found.append((begins, edge))
    for begins, edge in sorted(found, key=lambda one: one[1].start):
        clause = [hit.end() for hit in _CLAUSE.finditer(text, start, edge.start)]
        if not _NOT_NOW.search(text, clause[-1] if clause else start, edge.start):
            yield begins, edge


def after_years(text: str, begin: Edge, stretches: Sequence[Stretch]) -> Edge | None:
    """Return the end of "kahdeksi vuodeksi 1.3.2025 alkaen"."""
    for start, end, _ in stretches:
        for hit in _LONG.finditer(text, start, min(end, start + MOST)):
            said = (hit["fi"] or hit["sv"]).lower()
            count = int(said) if said.isdigit() else _FOR.get(said) or number_word(said)
            if count is None or not 0 < count < 30 or not acts(_sentence(text, *hit.span())):
                continue
            if begin.day is None:
                return Edge(begin.year + count - 1, None, *hit.span())
            after = date(begin.year + count, begin.day.month, min(begin.day.day, 28))
            last = after + timedelta(days=begin.day.day - after.day - 1)
            return Edge(last.year, last, *hit.span())
    return None


def _sentence(text: str, start: int, end: int) -> str:
    first, last = sentence_around(text, start, end)
    return text[first:last]
