"""
What a decision costs, and where it is booked.

Only the words that decide name a cost: sums of the preparation, limits, and
what the municipality itself gets are none.

>>> text = "Maksu kirjataan kustannuspaikalle 1185 ja matkat osoitetaan kustannuspaikalle 1106."
>>> for centre, _, _ in cost_centres(text):
...     print(centre)
1185 (Maksu)
1106 (matkat)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from kuntapaatos.decision import Cost
from kuntapaatos.io.text.amounts import find_amounts
from kuntapaatos.membership import CostCentre

__all__ = ["cost_centres", "costs", "sentence_around"]

_CENTRE = re.compile(
    r"[kK](?<![\w-].)(?i:(?:ustannuspaik(?:ka|alle|alta|alla|an)|ustannuspaikka(?:numero)?"
    r"|ostnadsställe(?:t)?|p\.)"
    r"[ \t\n:]{1,3}(?:n:o |nro |nr "
    r"|numero )?(?P<code>\d{3,14}(?:[-/.]\d{1,8}){0,3})(?![\d/.-]{0,1}\d)"
    r"(?:[ ]\(?(?P<name>[A-ZÅÄÖ][\w-]{2,40}(?:[ ](?:ja |och )?[a-zåäö][\w-]{2,40}){0,3}?(?=\)"
    r"|[.,;\n]|$| ja | och )))?)",
    re.MULTILINE,
)
_CENTRES = ("ustannuspaik", "USTANNUSPAIK", "ostnadsställe", "OSTNADSSTÄLLE", "kp.", "Kp.", "KP.")
# A decision names a handful.
_MOST = 50
_NAMED = re.compile(r"[A-ZÅÄÖ]")
_BOOKED = re.compile(
    r"(?P<what>[^\W\d][^.;:,\n]{2,100}?)[ \n](?:kirjataan|osoitetaan|maksetaan|veloitetaan"
    r"|kohdistetaan|katetaan"
    r"|laskutetaan|varataan|bokförs|betalas|belastas|täcks|debiteras)[ \n](?:[\w]{2,40}[ \n]){0,4}$"
)
_WHOLE = re.compile(
    r"^(?:kulut|kustannukset|menot|meno|kustannus|kostnaderna|kostnader|utgifterna|lasku|laskut|se"
    r"|ne)$",
    re.IGNORECASE,
)
_STARTS = re.compile(r"^(?:ja|sekä|och|samt|että|att|\d{1,2}[.)])[ ]", re.IGNORECASE)
_TOTAL = re.compile(
    r"\b(?:yhteensä|kokonais(?:kustannu|hin|arvo|summ|maksu)\w{0,10}|yhteissumma|loppusumma"
    r"|sammanlagt|totalt"
    r"|inalles|totalkostnad\w{0,4}|totalsumma\w{0,2}|summa summarum)\b",
    re.IGNORECASE,
)
# What the municipality gets or has.
_NO_COST = re.compile(
    r"\b(?:myy\w{0,10}|takau\w{0,8}|laina\w{0,8}|laino\w{2,8}|perii|peritään|perimi\w{2,6}|\w{0,10}vuokra\w{0,8}|kauppahin\w{0,6}|tuot(?:to"
    r"|on|ot)|tulo(?:t|a|ja)?|pohjahin\w{0,6}"
    r"|osin(?:ko|got|koa)\w{0,4}|pääomapalautu\w{0,4}|luovutushinta\w{0,4}"
    r"|ylijäämä\w{0,4}|alijäämä\w{0,4}|liikevaihto\w{0,4}|verotulo\w{0,4}|tilikauden"
    r"|liikevoitto\w{0,4}"
    r"|säljer|säljs|försälj\w{0,6}|maximipris\w{0,2}|enimmäishin\w{2,6}|köpesumma\w{0,2}|intäkt\w{0,4})\b",
    re.IGNORECASE,
)
_LIMIT = re.compile(
    r"\b(?:enintään|korkeintaan|vähintään|yli|alle|kynnysarvo\w{0,6}|högst|minst|över|under"
    r"|tröskelvärde\w{0,4})"
    r"[ \n](?:[^\W\d]{1,20}[ \n]){0,1}$",
    re.IGNORECASE,
)
_FOR = re.compile(
    r"(?P<what>[^\W\d][\w -]{2,80}?)[ ](?:on|olisi|maksaa|är|kostar|till)[ ](?:noin )?$"
)


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the sentence of *text* in which a place lies, at most 600 characters of it."""
    first = max(0, start - 300)
    for stop in (". ", ".\n", "\n\n", "\n- ", ": "):
        found = text.rfind(stop, first, start)
        if found >= 0:
            first = max(first, found + len(stop))
    last = min(len(text), end + 300)
    for stop in (". ", ".\n", "\n\n", "\n- "):
        found = text.find(stop, end, last)
        if found >= 0:
            last = min(last, found + 1)
    return first, last


def cost_centres(text: str) -> Iterator[tuple[CostCentre, int, int]]:
    """
    Give the cost centres of *text*, each with its place and what it covers.

    Args:
        text: A part of a clean text.
    """
    named = any(map(text.__contains__, _CENTRES))
    for found in islice(_CENTRE.finditer(text), _MOST) if named else ():
        name = found["name"]
        if name is not None and not _NAMED.match(name):
            name = None
        first, _ = sentence_around(text, found.start(), found.end())
        booked = _BOOKED.search(text[max(first, found.start() - 160) : found.start()])
        covers = None
        if booked is not None:
            covers = " ".join(booked["what"].split())
            for joint in (" ja ", " sekä ", " och "):
                head, cut, tail = covers.rpartition(joint)
                if cut and re.search(r"\d", head):
                    covers = tail
            covers = _STARTS.sub("", covers)
            if _WHOLE.match(covers):
                covers = None
        last = found.end("name") if name is not None else found.end("code")
        yield CostCentre(found["code"], name, covers), found.start("code"), last


def costs(text: str) -> Iterator[tuple[Cost, int, int]]:
    """
    Give the costs that the words of a decision name, each with its place.

    Args:
        text: The words that decide.

    >>> for cost, _, _ in costs("Maksu on 500 euroa vuodessa, yhteensä 1 000 euroa."):
    ...     print(cost.amount, cost.per, cost.total)
    500.00 vuosi False
    1000.00 None True
    """
    last_sum = 0
    for found in islice(find_amounts(text), 4 * _MOST):
        if found.value is None or found.value.euros <= 0:
            continue
        first, last = sentence_around(text, found.start, found.end)
        sentence = text[first:last]
        before = text[max(first, found.start - 80, last_sum) : found.start]
        last_sum = found.end
        if _NO_COST.search(sentence) or _LIMIT.search(before):
            continue
        total = _TOTAL.search(before) is not None or (
            _TOTAL.search(text[found.end : min(last, found.end + 24)]) is not None
            and not find_amounts(text[found.end : last])
        )
        what = _FOR.search(before)
        per = found.value.per
        yield (
            Cost(
                amount=found.value.euros,
                per=None if per is None else per.value,
                what=" ".join(what["what"].split()) if what is not None and not total else None,
                total=total and per is None,
            ),
            found.start,
            found.end,
        )
