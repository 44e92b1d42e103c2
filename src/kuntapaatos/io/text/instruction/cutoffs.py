"""
Until when on the last day a document may arrive, on paper and electronically.

>>> from kuntapaatos.io.text.instruction.prose import prose_of
>>> text = prose_of("Oikaisuvaatimus on toimitettava viimeisenä päivänä klo 15 mennessä.")
>>> for fact in read_cutoffs(text.passage(0, 80)):
...     print(fact.field, fact.value)
paper_cutoff 15:00:00
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import time
from itertools import pairwise

from kuntapaatos.appeal import Cutoff
from kuntapaatos.io.text.facts import Fact, Why
from kuntapaatos.io.text.instruction.prose import Passage, pattern

__all__ = ["read_cutoffs"]

_LAST_DAY = (
    *("viimei", "päätty", "mennessä", "määräaja", "määräpäiv"),
    *("sista", "stäng", "utgång", " slut", "senast", "upphör"),
)
_HOURS = ("aikana", "tjänstetid", "öppethållningstid", "öppettid")
_IN_HOURS = pattern(
    r"(?:toimitettava|toimittaa|jätettävä|jättää) [^.]{0,60}(?:virka|aukiolo)-?aikana"
    r"|(?:lämnas|inkommit|inkomma) [^.]{0,80}under (?:\w{3,30} )?"
    r"(?:tjänste|öppethållnings|öppet)tid"
)
_CLOSE = pattern(
    r"(?:aukiolo\w{0,8}|virka-?aja\w{0,3}|viraston? ?-?aja\w{0,3}|työajan|palveluajan|asiointiajan)"
    r"(?: \w{3,20})?(?: \([^()\n]{2,30}\))? päätty\w{2,8}|ennen (?:\w{3,30} ){0,3}?(?:sulke"
    r"|kiinnimeno)\w{2,8}|aukioloaikana|virka-aikana"
    r"|(?:innan|före|till) (?:[\w-]{2,30} ){0,4}?(?:stäng\w{1,6}|(?:tjänste"
    r"|öppethållnings|öppet)tid\w{0,4} (?:slut|utgång|upphör)\w{0,3}"
    r")|under (?:\w{3,30} )?(?:tjänstetid|öppethållningstid|öppettid)\w{0,3}"
    r"|inom den tid (?:\w{3,30} ){1,3}?håller öppet"
    r"|inom (?:\w{3,30} )?(?:tjänste|öppethållnings|öppet)tid\w{0,3}"
    r"|(?:tjänste|öppethållnings)tidens (?:slut|utgång)"
)
_WHOLE_DAY = pattern(
    r"viimeisen päivän (?:aikana|kuluessa)"
    r"|viimeistään (?:\w{3,20} ){0,3}?viimeisenä päivänä|vuorokauden (?:loppu"
    r"|päätty|vaihtu)\w{0,8}"
    r"|(?:klo|kello) (?:24(?:[.:]00)?|23[.:]59)"
    r"|senast (?:under )?(?:\w{2,20} ){0,4}?sista dag\w{0,2}"
    r"|under (?:\w{2,20} ){0,4}?sista dag\w{0,2}"
    r"|dygnets slut|kl\.? ?24"
)
_CLOCK = pattern(
    r"(?<![–-])(?<![–-]\s)(?:klo|kello|klockan|kl\.?) ?(\d{1,2})(?:[.:](\d{2}))?(?!\d|[.:]\d)"
    r"(?! ?[–-] ?\d)"
)
_ELECTRONIC = pattern(r"sähköi|sähköpost|elektronisk|e-post|asiointipalvel|e-tjänst")
# An address given in passing says nothing of the channel.
_ADDRESSED = pattern(r"(?:sähköposti|e-post)\w{0,10}:? \S{1,60}@\S{1,60}")
_PAPER = pattern(r"paperi|papper|kirjelmä|postitse|postiin|postin |lähetin|käyntiasioin|per post")
_ABOUT = pattern(
    r"oikaisu|valitu|perillä|framme|vaatimu|muutoksenha|asiakirj|kirjelm|määräaja|omprövning"
    r"|besvär|begäran|handling|dokument|rättelse"
)
_CLAUSE_END = pattern(r"[,;]| kun taas | mutta | men | medan | ja | och ")
_BRACKETS = re.compile(r"\([^()]{1,200}\)")
_SAME = pattern(r"\bsama koskee|\bsamaan (?:kellon)?aikaan|\b(?:det)?samma gäller|\blikaså\b")
_MOVED = pattern(r"arkipäivänä|pyhäpäivä|vardag|helgdag|lueta")


def _cutoff(low: str) -> tuple[Cutoff | time, int, int] | None:
    clock = _CLOCK.search(low)
    if clock is not None and int(clock[1]) < 24 and (int(clock[1]), int(clock[2] or 0)) != (23, 59):
        return time(int(clock[1]), min(int(clock[2] or 0), 59)), *clock.span()
    close = _CLOSE.search(low)
    if close is not None:
        return Cutoff.OFFICE_CLOSE, *close.span()
    whole = _WHOLE_DAY.search(low)
    if whole is not None and (_ELECTRONIC.search(low) or "aikana" in whole[0]):
        return Cutoff.END_OF_DAY, *whole.span()
    return None


def read_cutoffs(part: Passage) -> list[Fact]:
    """Return until when on the last day a paper and an electronic document may arrive."""
    found: dict[str, list[tuple[Cutoff | time, int, int]]] = {}
    for sentence in part.sentences:
        low = sentence.low
        if "paper_cutoff" in found and _SAME.search(low) and _ELECTRONIC.search(low):
            # "The same holds for a request by e-mail."
            place = (sentence.start, sentence.end)
            same = [(value, *place) for value, _, _ in found["paper_cutoff"]]
            found.setdefault("electronic_cutoff", same)
            continue
        if not any(map(low.__contains__, _LAST_DAY)) and not (
            any(map(low.__contains__, _HOURS)) and _IN_HOURS.search(low)
        ):
            continue
        if _ABOUT.search(low) is None or _MOVED.search(_BRACKETS.sub("", low)):
            continue
        for begin, clause in _clauses(low):
            cutoff = _cutoff(clause)
            if cutoff is None:
                continue
            said = _ADDRESSED.sub(" ", clause) if "@" in clause else clause
            electronic, paper = _ELECTRONIC.search(said), _PAPER.search(clause)
            place = (sentence.start + begin + cutoff[1], sentence.start + begin + cutoff[2])
            if paper or not electronic:
                found.setdefault("paper_cutoff", []).append((cutoff[0], *place))
            if electronic:
                found.setdefault("electronic_cutoff", []).append((cutoff[0], *place))
    return [_settled(name, values) for name, values in found.items()]


def _clauses(low: str) -> Iterator[tuple[int, str]]:
    """Give the clauses of a sentence that tells paper and electronic documents apart."""
    cuts = [0, *(hit.end() for hit in _CLAUSE_END.finditer(low)), len(low)]
    clauses = [(begin, low[begin:end]) for begin, end in pairwise(cuts)]
    channels = [
        clause
        for _, clause in clauses
        if _cutoff(clause) and (_PAPER.search(clause) or _ELECTRONIC.search(clause))
    ]
    yield from clauses if len(channels) > 1 else [(0, low)]


def _settled(name: str, values: list[tuple[Cutoff | time, int, int]]) -> Fact:
    distinct = tuple(dict.fromkeys(value for value, _, _ in values))
    if len(distinct) == 1:
        return Fact(name, *values[0])
    # "Before the registry closes" and the time at which it does say the same.
    times = [one for one in values if isinstance(one[0], time)]
    if (
        len(dict.fromkeys(value for value, _, _ in times)) == 1
        and Cutoff.END_OF_DAY not in distinct
    ):
        value, begin, stop = times[0]
        return Fact(name, value, begin, stop, distinct, Why.NAMED_CLOCK)
    _, begin, stop = values[0]
    return Fact(name, None, begin, stop, distinct)
