"""
Lengths of time in a text, and the day of an order.

"14 päivän kuluessa", "neljäntoista (14) päivän", "inom 30 dagar från",
"kahden kuukauden", "kolmantena päivänä", "den tredje dagen".

>>> for found in find_periods("14 päivän kuluessa, inom två månader, sju dagar efter"):
...     print(found.value.period, found.value.relation)
14 päivää Relation.WITHIN
2 kuukautta Relation.WITHIN
7 päivää Relation.AFTER
"""

from __future__ import annotations

import re
from enum import Enum
from typing import NamedTuple

from kuntapaatos.errors import InvalidPeriod
from kuntapaatos.io.text.match import Match
from kuntapaatos.io.text.number_words import number_word, ordinal_word
from kuntapaatos.time_limit import Period

__all__ = ["PeriodPhrase", "Relation", "find_ordinal_days", "find_periods"]


class Relation(Enum):
    """How an event stands to the period."""

    WITHIN = "kuluessa"
    AFTER = "kuluttua"
    BEFORE = "ennen"


class PeriodPhrase(NamedTuple):
    """
    A period and what it is measured to.

    Attributes:
        period: The length.
        relation: Within it, after it, before it; `None` when no word says.
    """

    period: Period
    relation: Relation | None = None


_GAP = "[ \u00a0\u2007\u2009\u202f\r\n]"
_DASHES = "\\-\u2010-\u2014\u2212"
_MANY = {
    "days": "päivää päivän pv vrk vuorokautta vuorokauden kalenteripäivää kalenteripäivän "
    "dagar dagars dygn kalenderdagar",
    "weeks": "viikkoa viikon vko vkoa vkon veckor veckors",
    "months": "kuukautta kuukauden kk månader månaders",
    "years": "vuotta vuoden år års",
}
# "13 päivä joulukuuta" is no period: these only beside a one.
_ONE = {
    "days": "päivä vuorokausi dag dags",
    "weeks": "viikko vecka veckas",
    "months": "kuukausi månad månads",
    "years": "vuosi",
}
_UNIT = {word: unit for words in (_MANY, _ONE) for unit in words for word in words[unit].split()}
_ONLY_ONE = frozenset(word for words in _ONE.values() for word in words.split())
_MAKE = {
    "days": Period.days,
    "weeks": Period.weeks,
    "months": Period.months,
    "years": Period.years,
}
_RELATIONS = {
    Relation.WITHIN: "inom kuluessa sisällä aikana",
    Relation.AFTER: "kuluttua päästä jälkeen efter från",
    Relation.BEFORE: "ennen före innan",
}
_RELATION = {word: relation for relation, words in _RELATIONS.items() for word in words.split()}
_AFTERWARDS = "kuluessa|sisällä|aikana|kuluttua|päästä|(?:sen )?jälkeen|ennen|efter|från|före|innan"
# The unit first: it is rare, and what stands before it is short.
_UNIT_HIT = re.compile(
    r"[vVpPkKdDmMåÅ](?<![^)\s].)(?i:uosi|uott|uod|uorok|rk|iik|ko|eck|äiv|v|uuk|k|alenter|ag"
    r"|ygn|ånad|r)\w{0,14}(?:(?<=v|k|o):n)?(?!\w|-\w)"
)
_BEFORE = re.compile(
    rf"(?<![\w.,/:{_DASHES}])(?:(?P<pre>inom|efter){_GAP}{{1,2}})?"
    rf"(?:(?P<word>[^\W\d]{{2,30}})|(?<!\d[ \u00a0])(?P<number>\d{{1,3}})(?::n)?)?"
    rf"(?:{_GAP}{{0,2}}(?P<brackets>\((?:(?P<number2>\d{{1,3}})|(?P<word2>[^\W\d]{{2,30}}))\)))?"
    rf"{_GAP}{{1,2}}\Z",
    re.IGNORECASE,
)
_POST = re.compile(rf"{_GAP}{{1,2}}(?P<post>{_AFTERWARDS})(?!\w)", re.IGNORECASE)
_GENITIVE = frozenset({"vuorokauden", "viikon", "kuukauden", "vuoden"})
_FINNISH = frozenset({"kuluessa", "kuluttua", "sisällä"})
# A word in the genitive before it ("seuraavan kuukauden") says which, not how long.
_UNSAID = re.compile(rf"[^\W\d]n{_GAP}{{1,2}}\Z|[\d)]{_GAP}{{1,2}}\Z")
_OTHER = re.compile(
    rf"(?<!\w)(\d{{1,3}}|[^\W\d]{{2,30}}){_GAP}{{0,2}}(?:[{_DASHES}]|tai|eller){_GAP}{{0,2}}\Z",
    re.IGNORECASE,
)
_DAY_HIT = re.compile(r"[pPdD](?<=[)\s].)(?i:äivänä|agen|äivä(?<=[sS] .{5}))(?!\w)")
_ORDER = re.compile(
    rf"(?<![\w.,/:{_DASHES}])(?:(?P<number>\d{{1,2}})(?:\.|:[ae])|(?P<word>[^\W\d]{{4,40}}))"
    rf"(?:{_GAP}{{0,2}}\((?P<number2>\d{{1,2}})\.?\))?{_GAP}{{1,2}}\Z"
)
# "13. päivänä joulukuuta" is a date.
_OF_MONTH = re.compile(rf"{_GAP}{{1,2}}\w{{2,8}}kuuta", re.IGNORECASE)


def find_periods(text: str) -> list[Match[PeriodPhrase]]:
    """
    Return the lengths of time in *text*, with the word that says how an event stands to them.

    The place covers the number, the unit and that word.  Where figures and
    words differ, or two lengths are offered, there is no value.

    >>> found = find_periods("neljäntoista (30) päivän")[0]
    >>> found.value, [str(phrase.period) for phrase in found.candidates]
    (None, ['14 päivää', '30 päivää'])
    """
    found: list[Match[PeriodPhrase]] = []
    for hit in _UNIT_HIT.finditer(text):
        unit = hit[0].lower().partition(":")[0]
        if unit not in _UNIT:
            continue
        post = _POST.match(text, hit.end())
        match = _counted(text, unit, hit, post) or _bare(text, unit, hit, post)
        if match is not None:
            found.append(match)
    return found


def _relation(word: str | None) -> Relation | None:
    return None if word is None else _RELATION[word.lower().rpartition(" ")[2]]


def _counted(
    text: str, unit: str, hit: re.Match[str], post: re.Match[str] | None
) -> Match[PeriodPhrase] | None:
    """Read a unit with its number: "neljäntoista (14) päivän kuluessa"."""
    before = _BEFORE.search(text, max(0, hit.start() - 80), hit.start())
    if before is None:
        return None
    relation = _relation(before["pre"] or (post["post"] if post is not None else None))
    first = int(before["number"]) if before["number"] else _spelt(before["word"], relation)
    second = int(before["number2"]) if before["number2"] else _spelt(before["word2"], relation)
    numbers = tuple(dict.fromkeys(number for number in (first, second) if number is not None))
    if not numbers or (unit in _ONLY_ONE and numbers != (1,)):
        return None
    try:
        phrases = tuple(PeriodPhrase(_MAKE[_UNIT[unit]](number), relation) for number in numbers)
    except InvalidPeriod:
        return None
    start = before.start() if first is not None else before.start("brackets")
    end = hit.end() if post is None else post.end()
    if len(phrases) == 1 and not _offered(text, before.start()):
        return Match(phrases[0], start, end)
    return Match(None, start, end, phrases)


def _bare(
    text: str, unit: str, hit: re.Match[str], post: re.Match[str] | None
) -> Match[PeriodPhrase] | None:
    """Read "kuukauden kuluessa": one of the unit, unless a word before it says which."""
    if post is None or unit not in _GENITIVE or post["post"].lower() not in _FINNISH:
        return None
    if _UNSAID.search(text, max(0, hit.start() - 4), hit.start()):
        return None
    phrase = PeriodPhrase(_MAKE[_UNIT[unit]](1), _relation(post["post"]))
    return Match(phrase, hit.start(), post.end())


def _spelt(word: str | None, relation: Relation | None) -> int | None:
    """Return the number that *word* is; the article of "ett år" only where a period is meant."""
    if word is None or (relation is None and word.lower() in {"en", "ett"}):
        return None
    return number_word(word)


def _offered(text: str, start: int) -> bool:
    """Tell whether another length is offered just before: "14 tai 30 päivän"."""
    before = _OTHER.search(text, max(0, start - 44), start)
    return before is not None and (before[1].isdigit() or number_word(before[1]) is not None)


def find_ordinal_days(text: str) -> list[Match[int]]:
    """
    Return which day *text* names: "kolmantena päivänä" is 3.

    >>> [found.value for found in find_ordinal_days("7. päivänä, den tredje dagen efter")]
    [7, 3]
    """
    found: list[Match[int]] = []
    for hit in _DAY_HIT.finditer(text):
        order = _ORDER.search(text, max(0, hit.start() - 60), hit.start())
        if order is None or _OF_MONTH.match(text, hit.end()):
            continue
        first = int(order["number"]) if order["number"] else ordinal_word(order["word"])
        if first is None:
            continue
        second = int(order["number2"]) if order["number2"] else first
        place = (order.start(), hit.end())
        if first == second:
            found.append(Match(first, *place))
        else:
            found.append(Match(None, *place, (first, second)))
    return found
