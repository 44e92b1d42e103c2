"""
What a municipality pays for a membership: the sums and the sentences of a text put together.

Each sum of a sentence about a fee becomes the yearly fee, a total, another charge or a
part of a rule; one that becomes nothing is left, and shown as not understood.

>>> text = "Jäsenmaksu on 0,35 euroa asukasta kohti vuodessa, kuitenkin enintään 9 000 euroa."
>>> found = read_fees(text, [(0, len(text), True)], "VIRTA", None, Term(2025, 2026))
>>> print(*(rule for rule, _, _ in found.rules))
0,35 € asukasta kohti vuodessa, enintään 9 000,00 €
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from kuntapaatos.fees import (
    FeePeriod,
    FeeRule,
    FirstYear,
    FlatFee,
    FrameShare,
    Percentage,
    Term,
    Vat,
    VatTreatment,
    Weight,
    WeightPart,
)
from kuntapaatos.io.text.costs import sentence_around
from kuntapaatos.io.text.joined_charges import MEMBERS, Fees, Paid, SumReader
from kuntapaatos.io.text.joined_sums import TABLE, said_of, sums
from kuntapaatos.io.text.networks import is_kind
from kuntapaatos.io.text.numbers import find_percentages
from kuntapaatos.io.text.words.hedges import UNTAXED, hedged_apart
from kuntapaatos.io.text.words.outcomes import sentences
from kuntapaatos.io.text.words.statements import every, stated, words_of
from kuntapaatos.membership import Charge

__all__ = ["read_fees"]

Stretch = tuple[int, int, bool]
# As much of a part is looked through for what holds of all its sums.
_PARAGRAPHS = 4_000
# So near the sums a sentence says that tax comes on top of them.
_NEAR = 600
# So many items of a list are looked back over, and this much holds of each of its sums.
_LISTED = 12
_ITEM = re.compile(r"[ \t]{0,8}(?:[-–•*]|\d{1,2}[.)])(?:[ \t]|$)")
_OF_EACH = frozenset(("maksu", "kunnan osuus", "kuntien osuus", "kokonaisuus", "toisen"))
_WEIGHTS = (Weight.INHABITANTS, Weight.TAXABLE_INCOME, Weight.WAGES, Weight.EQUALLY)


def read_fees(
    text: str,
    stretches: Sequence[Stretch],
    network: str,
    municipality: str | None,
    term: Term | None,
    *,
    leaves: bool = False,
    one_year: bool = False,
) -> Fees:
    """
    Return what the sums of a text are for a membership.

    Args:
        text: A clean text.
        stretches: Its parts that count, and whether each decides; the first ones first.
        network: The name of the network.
        municipality: Who pays; `None` where it is not known.
        term: For which years; `None` where they are not known.
        leaves: Whether the membership is ended, so that only what stays due counts.
        one_year: Whether it is for one whole calendar year, so that any fee is the year's.
    """
    reader = SumReader(text, network, municipality, term, one_year=one_year)
    seen: set[tuple[int, int]] = set()
    for start, end, decides in stretches:
        before = len(reader.fees.yearly)
        if not leaves:
            _read_sums(reader, start, end, seen, decides=decides)
        _read_apart(reader, start, min(end, start + _PARAGRAPHS), before)
    told = [*_told(text, stretches)]
    if leaves:
        _read_due(reader, told)
    else:
        _read_rules(reader, told)
        _read_first_year(reader, told)
        _read_free(reader, told)
    _read_words(reader, told, leaves=leaves)
    return reader.fees


def _read_sums(
    reader: SumReader, start: int, end: int, seen: set[tuple[int, int]], *, decides: bool
) -> None:
    text, earlier = reader.text, start
    found = [*sums(text, start, end)]
    for number, one in enumerate(found):
        later = found[number + 1].start if number + 1 < len(found) else end
        if (one.start, one.end) in seen:
            continue
        seen.add((one.start, one.end))
        first, last = sentence_around(text[start:end], one.start - start, one.end - start)
        if text[start:end][max(0, first - 2) : first] == ": ":
            # "Maksut ovat: alle 5 000 asukkaan kunnat 500 euroa": what they are called counts.
            first, _ = sentence_around(text[start:end], first - 2, first - 2)
        sentence, above = (start + first, start + last), _above(text, start, start + first)
        said = said_of(text, sentence, one, (earlier, later), reader.term, above)
        earlier = one.end
        reader.read(one, said, decides=decides)


def _above(text: str, start: int, at: int) -> frozenset[str]:
    """Return what "Maksuosuudet ovat:" above a list says of the item that begins at a place."""
    lines = text[start:at].splitlines()[-_LISTED:]
    if not lines or not _ITEM.match(lines[-1]):
        return frozenset()
    line = next((one for one in reversed(lines) if one.strip() and not _ITEM.match(one)), "")
    told = every(TABLE, words_of(line)) & _OF_EACH
    return told if line.rstrip().endswith(":") else frozenset()


def _read_apart(reader: SumReader, start: int, end: int, before: int) -> None:
    """Read that tax comes on top of the yearly fees of a part, or that they change."""
    fees = reader.fees
    new = fees.yearly[before:]
    if not new:
        return
    first, last = max(start, new[0].start - _NEAR), min(end, new[-1].end + _NEAR)
    for says, begins, ends in hedged_apart(reader.text, first, last):
        if says == UNTAXED:
            fees.vat.append((Vat(VatTreatment.ON_TOP), begins, ends))
        else:
            fees.hedged.extend(("annual_fee", paid.euros, begins, ends) for paid in new)


class _Told(NamedTuple):
    says: frozenset[str]
    start: int
    end: int
    decides: bool


def _told(text: str, stretches: Sequence[Stretch]) -> Iterator[_Told]:
    """Give what each sentence says of fees, each once."""
    seen: list[tuple[int, int]] = []
    for start, end, decides in stretches:
        earlier = tuple(seen)
        for first, last in sentences(text[start : min(end, start + 4 * _PARAGRAPHS)]):
            place = (start + first, start + last)
            if not any(known[0] <= place[0] and place[1] <= known[1] for known in earlier):
                seen.append(place)
                yield _Told(every(TABLE, words_of(text, *place)), *place, decides)


def _read_rules(reader: SumReader, told: Sequence[_Told]) -> None:
    """Read by what costs are divided, where no sum says what is paid."""
    fees = reader.fees
    known = fees.rules or fees.brackets or fees.yearly or fees.totals or fees.charges
    if known:
        return
    for one in told:
        weights = [weight for weight in _WEIGHTS if weight.value in one.says]
        divides = "jaetaan" in one.says or (
            "määräytyy" in one.says and bool({"kunnan osuus", "kustannukset"} & one.says)
        )
        halves = "puolet" in one.says and len(weights) == 2
        if not weights or not (divides or halves):
            if weights and "määräytyy" in one.says and "maksu" in one.says:
                fees.left("annual_fee", one.start, one.end)
            continue
        of = _base_of(reader, told)
        parts = [WeightPart(weight, 1) for weight in weights]
        per = FeePeriod.YEAR if "vuosittain" in one.says else None
        if len(weights) < 3 and (len(weights) == 1 or halves):
            fees.rules.append((FrameShare(parts, of, per=per), one.start, one.end))
        else:
            fees.left("annual_fee", one.start, one.end)
        return


def _base_of(reader: SumReader, told: Sequence[_Told]) -> FeeRule | None:
    """Return the sum that is divided: of a frame, the part that the municipalities pay."""
    if reader.base is None:
        return None
    base, end = reader.base
    for one in told:
        if one.start <= end <= one.end and "kuntien osuus" in one.says:
            percents = [match.value for match in find_percentages(reader.text[end : one.end])]
            if len(percents) == 1 and percents[0] is not None and percents[0] <= 100:
                return Percentage(percents[0], base, per=None)
    return base


def _read_first_year(reader: SumReader, told: Sequence[_Told]) -> None:
    """Read what a new member pays in its first year of the yearly fee."""
    fees, text = reader.fees, reader.text
    for one in told:
        if "ensimmäinen vuosi" not in one.says:
            continue
        by_year = [charge for charge, start, _ in fees.charges if one.start <= start < one.end]
        percents = [match.value for match in find_percentages(text[one.start : one.end])]
        about = {"maksu", "puolet", "kuukausien mukaan", "maksuton"} & one.says
        if any(charge.years is not None for charge in by_year) or not about:
            continue
        euros = {paid.euros for paid in fees.yearly}
        percent = next(iter(percents), None) if len(percents) == 1 else None
        if percent is not None and percent > 100:
            percent = None
        if "puolet" in one.says:
            percent = Decimal(50)
        elif "maksuton" in one.says:
            percent = Decimal(0)
        by_months = "kuukausien mukaan" in one.says
        if (
            len(euros) == 1
            and by_months is (percent is None)
            and (by_months or percent is not None)
        ):
            rule = FirstYear(FlatFee(euros.pop()), percent=percent, by_months=by_months)
            fees.rules.append((rule, one.start, one.end))
            fees.yearly.clear()
            fees.free.clear()
        else:
            fees.hedged.extend(
                ("annual_fee", paid.euros, one.start, one.end) for paid in fees.yearly
            )
            fees.left("annual_fee", one.start, one.end)
        return


def _read_free(reader: SumReader, told: Sequence[_Told]) -> None:
    """Read that nothing is charged, where a sentence says so and no sum says otherwise."""
    fees, text = reader.fees, reader.text
    if fees.yearly or fees.totals or fees.charges or fees.rules or fees.hedged:
        return
    for one in told:
        if "maksuton" not in one.says or "ensimmäinen vuosi" in one.says:
            continue
        words = words_of(text, one.start, one.end)
        free = next(said.first for said in stated(TABLE, words) if said.name == "maksuton")
        clause = [word for word in words if word.clause == words[free].clause]
        if next(sums(text, clause[0].start, clause[-1].end), None) is not None:
            continue  # "Maksua ei koroteta 500 euroon"
        sentence = text[one.start : one.end]
        about = reader.network in sentence or any(map(is_kind, words)) or MEMBERS.search(sentence)
        if (about or {"maksu", "kunnan osuus"} & one.says) and "muu tilaisuus" not in every(
            "joins", words
        ):
            fees.free.append(Paid(Decimal("0.00"), one.start, one.end, one.decides))
            return


def _read_due(reader: SumReader, told: Sequence[_Told]) -> None:
    """Read what stays due of a municipality that leaves."""
    fees, text = reader.fees, reader.text
    for one in told:
        if "jää maksettavaksi" not in one.says:
            continue
        found = [
            (each, said_of(text, one[1:3], each, one[1:3], None))
            for each in sums(text, one.start, one.end)
        ]
        if len(found) != 1 or found[0][0].is_price or found[0][0].other:
            fees.left("still_due", one.start, one.end)
            continue
        each, said = found[0]
        per = FeePeriod.YEAR if each.yearly or said.years is not None else None
        charge = Charge(each.money, per=per, years=said.years)
        fees.due.append((charge, each.start, each.end))


def _read_words(reader: SumReader, told: Sequence[_Told], *, leaves: bool) -> None:
    """Keep what is given that is not money, and what the membership depends on."""
    fees, text = reader.fees, reader.text
    for one in told:
        sentence = text[one.start : one.end].strip()
        if "työpanos" in one.says and not leaves and next(sums(text, *one[1:3]), None) is None:
            start = text.index(sentence, one.start)
            fees.in_kind.append((" ".join(sentence.split()), start, start + len(sentence)))
        if "ehtona" in one.says and one.decides:
            start = text.index(sentence, one.start)
            clause = sentence.rstrip(".!;")
            fees.conditions.append((" ".join(clause.split()), start, start + len(clause)))
        elif "ehto" in one.says and one.decides:
            words = words_of(text, one.start, one.end)
            first = next(said.first for said in stated(TABLE, words) if said.name == "ehto")
            start = words[first].start
            clause = text[start : one.end].strip().rstrip(".!;")
            fees.conditions.append((" ".join(clause.split()), start, start + len(clause)))
