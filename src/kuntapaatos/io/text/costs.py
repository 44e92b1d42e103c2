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
from decimal import Decimal
from itertools import islice

from kuntapaatos.decision import Cost
from kuntapaatos.fees import Term
from kuntapaatos.io.text.amounts import Per, find_amounts
from kuntapaatos.io.text.words.hedges import ESTIMATED, PAST, UNTAXED, hedge
from kuntapaatos.io.text.words.statements import every, words_of
from kuntapaatos.membership import CostCentre

__all__ = ["cost_centres", "costs", "is_booked", "sentence_around", "unsure_costs"]

_CENTRE = re.compile(
    r"[kK](?<![\w-].)(?i:ustannuspai(?:kka|kkanumero|kalle|kalta|kalla|kan|koille|koilta|koilla)"
    r"|ostnadsställe(?:t|n|na)?|p\.?)[ \t\n:]{1,3}(?:n:o |nro |nr |numero )?(?=\d)"
)
# One of a list: the code, its name, its share or its years.
_CODE = re.compile(r"(?P<code>\d{3,14}(?:[-/.]\d{1,8}){0,3})(?![\d/.-]?\d)")
_NAME = re.compile(
    r"[ ]\(?(?P<name>[A-ZÅÄÖ][\w-]{2,40}(?:[ ](?:ja |och )?[a-zåäö][\w-]{2,40}){0,3}?)"
    r"(?=\)|[.,;\n]|\Z| ja | och | sekä |[ ]\(?\d)"
)
_SHARE = re.compile(r",?[ ]\(?(?P<share>\d{1,3}(?:,\d{1,2})?)[ ]?%\)?")
_IN_YEARS = re.compile(r",?[ ]\((?P<first>20\d\d)(?:[ ]?[-–][ ]?(?P<last>20\d\d))?\)")
_NEXT = re.compile(r"(?:,|[ ](?:ja|sekä|och|samt))[ ](?=\d{3})")
_CENTRES = ("ustannuspai", "USTANNUSPAI", "ostnadsställe", "OSTNADSSTÄLLE", "kp", "Kp", "KP")
# A decision names a handful.
_MOST = 50
_BOOKED = re.compile(
    r"(?P<what>[^\W\d][^.;:,\n]{2,100}?)[ \n](?:kirjataan|osoitetaan|maksetaan|veloitetaan"
    r"|kohdistetaan|katetaan"
    r"|laskutetaan|varataan|bokförs|betalas|belastas|täcks|debiteras)[ \n](?:[\w]{2,40}[ \n]){0,4}$"
)
_WHOLE = re.compile(
    r"^(?:kulut|kustannukset|menot|meno|kustannus|kostnaderna|kostnader|utgifterna|lasku|laskut|se"
    r"|ne|joka|jotka|mikä|mitkä|som|vilket|vilka)$",
    re.IGNORECASE,
)
_STARTS = re.compile(r"^(?:ja|sekä|och|samt|että|att|\d{1,2}[.)])[ ]", re.IGNORECASE)
# A purchase is stated without tax, and often as an estimate.
_AS_STATED = frozenset((None, ESTIMATED, UNTAXED))
# So few words between two sums part the items of a list.
_LISTED = 4
_FOR = re.compile(
    r"(?P<what>[^\W\d][\w -]{2,80}?)[ ](?:on|olisi|maksaa|är|kostar|till)[ ](?:noin )?$"
)


# "N. 500 euroa": no sentence ends there.
_SHORT = re.compile(r"(?<![\w:])(?:n|v|vv|ca|max|min|kl|nro|mm|ym|exkl|inkl|sis)\Z", re.IGNORECASE)


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the sentence of *text* in which a place lies, at most 600 characters of it."""
    first = max(0, start - 300)
    for stop in (". ", ".\n", "\n\n", "\n- ", ": "):
        found = text.rfind(stop, first, start)
        while found >= 0 and stop == ". " and _SHORT.search(text, max(0, found - 4), found):
            found = text.rfind(stop, first, found)
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
        covers = _covers(text, found)
        at = found.end()
        for _ in range(_MOST):
            item = _one_centre(text, at, covers)
            if item is None:
                break
            yield item[:3]
            following = _NEXT.match(text, item[3])
            if following is None:
                break
            at = following.end()


def is_booked(text: str, start: int, end: int) -> bool:
    """
    Return whether a sentence says of the cost centre in it that something is booked there.

    >>> text = "Laskutusosoite: Mallilan kunta, kustannuspaikka 4444"
    >>> is_booked(text, 48, 52)
    False
    """
    first, last = sentence_around(text, start, end)
    line = text.rfind("\n", max(0, start - 300), start) + 1
    says = _says(text[line if line or start <= 300 else first : last])
    return _BOOKED_AT in says and _MOVED not in says


def _covers(text: str, found: re.Match[str]) -> str | None:
    """Return what is booked at the cost centres that are named next."""
    first, _ = sentence_around(text, found.start(), found.end())
    booked = _BOOKED.search(text[max(first, found.start() - 160) : found.start()])
    if booked is None:
        return None
    covers = " ".join(booked["what"].split())
    for joint in (" ja ", " sekä ", " och "):
        head, cut, tail = covers.rpartition(joint)
        if cut and re.search(r"\d", head):
            covers = tail
    covers = _STARTS.sub("", covers)
    return None if _WHOLE.match(covers) else covers


def _one_centre(text: str, at: int, covers: str | None) -> tuple[CostCentre, int, int, int] | None:
    """Return a cost centre with its place, and where what is said of it ends."""
    code = _CODE.match(text, at)
    if code is None:
        return None
    name = _NAME.match(text, code.end())
    last = end = code.end() if name is None else name.end()
    end += text[end : end + 1] == ")"
    share = _SHARE.match(text, end)
    end = end if share is None else share.end()
    years = _IN_YEARS.match(text, end)
    end = end if years is None else years.end()
    percent = None if share is None else Decimal(share["share"].replace(",", "."))
    term = None if years is None else (int(years["first"]), int(years["last"] or years["first"]))
    centre = CostCentre(
        code["code"],
        None if name is None else name["name"],
        covers,
        share=percent if percent is not None and 0 < percent <= 100 else None,
        years=Term(*term) if term is not None and term[0] <= term[1] else None,
    )
    return centre, code.start(), last, end


# What a sentence says of its sums: that somebody else pays them or nobody does, that they
# are paid, and that a fee is spoken of, which for a permit its holder pays.
_BOOKED_AT, _MOVED = "kirjataan", "siirretään"
_INCOME, _OTHER, _PAID, _FEE, _PERMIT, _CONDITION = "tulo", "muu", "menee", "maksu", "lupa", "ehto"


def _says(words: str) -> frozenset[str]:
    return every("costs", words_of(words))


def _is_total(words: str) -> bool:
    return "yhteensä" in every("fees", words_of(words))


def costs(text: str, *, labelled: bool = False) -> Iterator[tuple[Cost, int, int]]:
    """
    Give the costs that the words of a decision name, each with its place.

    Args:
        text: The words that decide.
        labelled: Whether they stand below a label that says that they are costs.

    >>> for cost, _, _ in costs("Maksu on 500 euroa vuodessa, yhteensä 1 000 euroa."):
    ...     print(cost.amount, cost.per, cost.total)
    500.00 vuosi False
    1000.00 None True
    """
    for cost, start, end in _sums(text, labelled=labelled):
        if cost is not None:
            yield cost, start, end


def unsure_costs(text: str, *, labelled: bool = False) -> Iterator[tuple[int, int]]:
    """
    Give where the sums stand of which it is not sure that they are paid, to the cent.

    Args:
        text: The words that decide.
        labelled: Whether they stand below a label that says that they are costs.

    >>> text = "Hinta on noin 500 euroa."
    >>> [text[start:end] for start, end in unsure_costs(text)]
    ['500 euroa']
    """
    for cost, start, end in _sums(text, labelled=labelled):
        if cost is None:
            yield start, end


def _sums(text: str, *, labelled: bool) -> Iterator[tuple[Cost | None, int, int]]:
    """Give the sums with their places: a cost, or nothing where it is not sure that it is one."""
    permits = _PERMIT in _says(text)
    last_sum, before_it = 0, None
    for found in islice(find_amounts(text), 4 * _MOST):
        if found.value is None or found.value.euros <= 0:
            continue
        first, last = sentence_around(text, found.start, found.end)
        before = text[max(first, found.start - 80, last_sum) : found.start]
        how = hedge(text, found.start, found.end)
        if how is None and last_sum > first and len(before.split()) < _LISTED:
            how = before_it  # "Muut tarjoukset olivat 500 euroa ja 600 euroa"
        last_sum, before_it = found.end, how
        says = _says(text[first:last])
        if how == PAST or _INCOME in says or (_OTHER in says and _PAID not in says):
            continue
        per = found.value.per
        after = text[found.end : last]
        total = _is_total(before) or (_is_total(after[:24]) and not find_amounts(after))
        sure = (
            how in _AS_STATED
            # Of a yearly fee the tax is a part.
            and not (how == UNTAXED and per is Per.YEAR)
            and _OTHER not in says
            and _CONDITION not in _says(text[first : found.start])
            and (labelled or total or _PAID in says or (_FEE in says and not permits))
        )
        what = _FOR.search(before)
        cost = Cost(
            amount=found.value.euros,
            per=None if per is None else per.value,
            what=" ".join(what["what"].split()) if what is not None and not total else None,
            total=total and per is None,
        )
        yield cost if sure else None, found.start, found.end
