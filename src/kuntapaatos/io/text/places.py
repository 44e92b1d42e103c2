"""
Whose decision it is, and in which language.

A municipality is taken from where it names itself, not from a place that the
text speaks of: "Kajaanin kaupunki", "Helsingin kaupunginhallitus", "Esbo
stad"; a court's seat and a post office are none.

>>> language_of("Kunnanhallitus päätti hyväksyä ehdotuksen ja merkitä asian tiedoksi.")
'fi'
>>> language_of("Kommunstyrelsen beslutade att godkänna förslaget och avgiften.")
'sv'
"""

from __future__ import annotations

import re

from kuntapaatos.io.text.facts import Fact
from kuntapaatos.io.text.head import Head
from kuntapaatos.io.text.match import Match
from kuntapaatos.io.text.municipalities import Municipality, find_municipalities
from kuntapaatos.io.text.sections import Outline

__all__ = ["language_of", "municipality_of"]

_READ = 20_000
_FINNISH = frozenset(
    "ja on että tai päätös päätti kunnan kaupungin mukaan oikaisuvaatimus hyväksyttiin"
    " hyväksyttiin. asia".split()
)
_SWEDISH = frozenset(
    "och att är som för beslut beslutade stadens kommunens enligt omprövning ärende godkändes"
    " godkändes.".split()
)
# What follows the name of a municipality that names itself.
_ITSELF = re.compile(
    r"[ \n](?:kaupunki|kaupungin|kaupungille|kaupungissa|kunta|kunnan|kunnalle|kunnassa|stad|stads"
    r"|kommun|kommuns"
    r"|stadsstyrelse|kommunstyrelse|stadsfullmäktige)\b",
    re.IGNORECASE,
)
_ORGAN = re.compile(
    r"[ \n](?:kaupungin|kunnan)?(?:hallitu|valtuusto)"
    r"|[ \n](?:[\w-]{1,40},?[ ]){0,5}?[\w-]{0,40}(?:lautaku|jaosto|johtoku)",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"[ \n](?:hallinto-oikeu|käräjäoikeu|hovioikeu|förvaltningsdomstol|tingsrätt|hovrätt|yliopisto"
    r"|seudu|maakun"
    r"|hyvinvointialue|seurakun|sairaanhoito|ammatti|kuntayhtym|seutukun|samkommun|välfärdsområde)",
    re.IGNORECASE,
)
_GLUED = re.compile(r"[a-zåäö]([A-ZÅÄÖ][a-zåäö]{2,20}n[ ](?:kaupunki|kunta))\b")
_ITSELF_WEIGHT, _ORGAN_WEIGHT, _HEAD_WEIGHT, _PLACE_WEIGHT = 6, 5, 3, 1


def language_of(text: str) -> str | None:
    """Return "fi" or "sv", or `None` when neither language is in the text."""
    words = text[:_READ].lower().split()
    finnish = sum(word in _FINNISH for word in words)
    swedish = sum(word in _SWEDISH for word in words)
    if finnish == swedish:
        return None
    return "fi" if finnish > swedish else "sv"


def municipality_of(outline: Outline, head: Head) -> Fact | None:
    """
    Return the municipality whose decision a laid-out text is.

    Its value is `None`, with candidates, when the text names several alike.
    """
    text = outline.text
    weights: dict[str, int] = {}
    places: dict[str, tuple[int, int, int]] = {}
    mentions = find_municipalities(text[:_READ])
    for glued in _GLUED.finditer(text[: min(_READ, outline.head_end)]):
        # The cell before it lost its end.
        mentions += [
            Match(found.value, glued.start(1) + found.start, glued.start(1) + found.end)
            for found in find_municipalities(glued[1], bare=True)
        ]
    named = [(found.value, found) for found in mentions if found.value is not None]
    for place, found in named:
        name = place.name
        weight = _weight(outline, head, place, found.start, found.end)
        if weight:
            weights[name] = weights.get(name, 0) + weight
            if weight > places.get(name, (0, 0, 0))[0]:
                places[name] = (weight, found.start, found.end)
    if not weights:
        return None
    first, *others = sorted(weights, key=lambda name: (-weights[name], places[name][1]))
    weight, start, end = places[first]
    if others and weights[others[0]] == weights[first]:
        alike = tuple(name for name in weights if weights[name] == weights[first])
        return Fact("municipality", None, start, end, alike, "useita kuntia")
    why = None if weight >= _ORGAN_WEIGHT else "paikan nimestä"
    return Fact("municipality", first, start, end, tuple(weights) if others else (), why)


def _weight(outline: Outline, head: Head, place: Municipality, start: int, end: int) -> int:
    """Return how much a mention says that the decision is this municipality's own."""
    text = outline.text
    if not outline.counts(start) or _ELSEWHERE.match(text, end):
        return 0
    line_end = text.find("\n", end)
    alone = line_end < 0 or not text[end:line_end].strip()
    if _ITSELF.match(text, end):
        return _ITSELF_WEIGHT * (2 if start < outline.head_end else 1)
    if _ORGAN.match(text, end):
        return _ORGAN_WEIGHT
    record = head.record_id
    if record is not None and record.prefix is not None:
        # "HEL 2024-…" confirms a Helsinki that is mentioned.
        sign = record.prefix.removesuffix("Dno").removesuffix("dno").casefold()
        if len(sign) >= 3 and place.name.casefold().startswith(sign[:3]):
            return _HEAD_WEIGHT
    if head.title is not None and start < outline.head_end and not alone:
        return _PLACE_WEIGHT
    return _PLACE_WEIGHT if re.search(r"\d{5}[ ]{1,2}$", text[max(0, start - 8) : start]) else 0
