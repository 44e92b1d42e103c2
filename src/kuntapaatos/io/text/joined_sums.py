"""
The sums of a text that may be a fee: in euros, for each inhabitant, in another currency.

>>> text = "Maksu on 0,125 euroa asukasta kohti vuodessa tai 75 000 DKK (noin 10 000 euroa)."
>>> for found in sums(text, 0, len(text)):
...     print(found.stated, found.yearly, text[found.start : found.end])
0.125 True 0,125 euroa asukasta kohti vuodessa
75 000 DKK (noin 10 000,00 €) False 75 000 DKK (noin 10 000 euroa
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import NamedTuple, cast

from attrs import frozen

from kuntapaatos.fees import Amount, Exactness, ForeignAmount, Term
from kuntapaatos.io.text import amounts
from kuntapaatos.io.text.amounts import Per, find_amounts
from kuntapaatos.io.text.dates import find_terms, find_years
from kuntapaatos.io.text.match import Match
from kuntapaatos.io.text.municipalities import find_municipalities
from kuntapaatos.io.text.networks import is_kind, named
from kuntapaatos.io.text.number_words import number_word, ordinal_word
from kuntapaatos.io.text.numbers import DASHES, REST, WHOLE, digits_of
from kuntapaatos.io.text.tables import table
from kuntapaatos.io.text.words.hedges import (
    ABOUT,
    DENIED,
    ESTIMATED,
    PAST,
    UNTAXED,
    hedge,
)
from kuntapaatos.io.text.words.lexicon import Word
from kuntapaatos.io.text.words.statements import every, words_of

__all__ = ["TABLE", "SaidOfSum", "Sum", "is_anothers", "said_of", "sums"]

TABLE = "fees"
"""The table of what is said of a fee."""

# So many words right before a sum, and after it, tell how it is meant.
_BEFORE, _AFTER = 3, 2
# A word and a number before inhabitants are no longer.
_LONGEST_SIZE = 40
_JOINTS = frozenset(("ja", "sekä", "och", "samt", "eli", "dvs", "alltså"))
# "Ilman arvonlisäveroa" is said of the tax, "ilman" alone of anything.
_WITHOUT = frozenset(("ilman", "exkl", "exklusive", "utan"))
_TAX = ("alv", "arvonlis", "moms", "mervärdes")
_OR = frozenset(("tai", "eller"))
_SIZE = re.compile("asuk|invånar", re.IGNORECASE)
_SPACE = "[ \u00a0\n]"
_PRICE = re.compile(
    rf"(?P<number>\d(?<![\w.,]\d)\d{{0,3}}(?:[,.]\d{{1,4}})?){_SPACE}?"
    r"(?P<unit>€|(?:euroa?|eur|senttiä|snt|cent)(?!\w))",
    re.IGNORECASE,
)
_EACH = re.compile(
    rf"{_SPACE}?/{_SPACE}?(?:asukas|as|invånare|inv)(?!\w)\.?"
    rf"|{_SPACE}(?:asukasta{_SPACE}koh(?:ti|den)|asukkaalta|asukkaasta"
    rf"|(?:per|för{_SPACE}varje){_SPACE}(?:asukas|invånare))",
    re.IGNORECASE,
)
_YEARLY = re.compile(
    rf"{_SPACE}?(?:/{_SPACE}?(?:vuosi|v|år)(?!\w)|vuodessa|vuosittain|årligen|om{_SPACE}året"
    rf"|(?:ja|och|per){_SPACE}(?:vuosi|år))",
    re.IGNORECASE,
)
_BETWEEN = re.compile(rf"[ \u00a0\n]{{0,2}}[{DASHES}][ \u00a0\n]{{0,2}}\d")
_AND = re.compile(
    rf"\d(?:(?<=ja{_SPACE}\d)|(?<=och{_SPACE}\d)|(?<=eurosta{_SPACE}\d))", re.IGNORECASE
)
# "500 eurosta 600 euroon", "500 ja 600 euron välillä", "mellan 500 och 600 euro"
_FROM_TO = re.compile(
    rf"(?:(?P<between>mellan|välillä){_SPACE})?(?P<low>{WHOLE}){_SPACE}"
    rf"(?P<and>eurosta|ja|och){_SPACE}(?P<high>{WHOLE}){_SPACE}eur(?:oon|on{_SPACE}välillä|oa?)(?!\w)",
    re.IGNORECASE,
)
_EQUALS = re.compile(r"[ \u00a0,]{0,3}(?:[(=]|[a-zåäö])(?:[^.;\d\n]|(?<=dvs)\.|(?<=ca)\.){0,40}")
# "Alle 5 000 asukkaan kunnilta": the word hedges the inhabitants, and no sum.
_INHABITANTS = re.compile(rf"(?<={_SPACE})(?:asuk|invånar)")
_SIZED = re.compile(rf"[^\W\d]{{3,10}}{_SPACE}{WHOLE}{_SPACE}\Z")
_YEARS_AFTER = re.compile(
    r"[ \n](?:vuonna|vuosina|vuodelta|vuosilta|vuodelle|vv?\.|år|åren)[ \n]"
    r"(?P<years>\d{4}(?:[ ]?[-–][ ]?\d{4})?)(?!\d)"
)
_NTH_YEAR = re.compile(
    r"(?P<nth>[^\W\d]{4,20})[ ](?:vuonna|vuodelta|vuoden|toimintavuonna|året)(?!\w)", re.IGNORECASE
)
# What is stated without the tax that comes on top is exact without it.
_HEDGES = {
    **{name.value: name for name in Exactness},
    ABOUT: Exactness.ABOUT,
    ESTIMATED: Exactness.ABOUT,
    UNTAXED: Exactness.EXACT,
}


class Sum(NamedTuple):
    """
    A sum with its place.

    Attributes:
        stated: The sum, as exact as it is stated; a bare number is euros an inhabitant.
        yearly: Whether it is charged for each year, by the words right after it.
        other: Whether it is for each of something else, as of months.
        how: How it is hedged, as the table of hedges says; `None` where it is not.
        sure: Whether it can be read in one way only.
        start: Where it starts, included.
        end: Where it ends, excluded.
    """

    stated: Amount | ForeignAmount | Decimal
    yearly: bool
    other: bool
    how: str | None
    start: int
    end: int
    sure: bool = True

    @property
    def euros(self) -> Decimal | None:
        """The euros of a sum that is stated to the cent."""
        exact = isinstance(self.stated, Amount) and self.stated.is_exact
        return self.stated.euros if exact and isinstance(self.stated, Amount) else None

    @property
    def is_price(self) -> bool:
        """Whether it is euros an inhabitant."""
        return isinstance(self.stated, Decimal)

    @property
    def money(self) -> Amount | ForeignAmount:
        """The sum of one that is no price."""
        return cast("Amount | ForeignAmount", self.stated)

    @property
    def is_of_others(self) -> bool:
        """Whether it is denied, or was paid before."""
        return self.how in {DENIED, PAST}


@cache
def _foreign() -> tuple[re.Pattern[str], dict[str, str]]:
    codes = {
        name.lower(): code for code, names in table(TABLE)["currencies"].items() for name in names
    }
    named_so = "|".join(sorted(map(re.escape, codes), key=len, reverse=True))
    pattern = rf"(?P<sum>\d(?<![\w.,]\d){REST}(?:,\d{{1,2}})?)[ \u00a0](?P<name>{named_so})(?!\w)"
    return re.compile(pattern, re.IGNORECASE), codes


def sums(text: str, start: int, end: int) -> Iterator[Sum]:
    """
    Give the sums of a part of a text, in order.

    Args:
        text: A clean text.
        start: Where the part starts, included.
        end: Where it ends, excluded.
    """
    piece = _unsized(text[start:end])
    found = [*_prices(piece), *_in_foreign(piece), *_from_to(piece)]
    taken = [(one.start, one.end) for one in found]
    for match in find_amounts(piece):
        if not any(first < match.end and match.start < last for first, last in taken):
            one = _euros(piece, match)
            if one is not None:
                found.append(one)
    for one in sorted(found, key=lambda one: one.start):
        yield one._replace(start=one.start + start, end=one.end + start)


def _unsized(piece: str) -> str:
    """Return a piece with the word and the number before its inhabitants blanked out."""
    for hit in _INHABITANTS.finditer(piece):
        sized = _SIZED.search(piece, max(0, hit.start() - _LONGEST_SIZE), hit.start())
        if sized is not None:
            first, last = sized.start(), sized.end() - 1
            piece = piece[:first] + " " * (last - first) + piece[last:]
    return piece


def _prices(piece: str) -> Iterator[Sum]:
    for hit in _PRICE.finditer(piece):
        each = _EACH.match(piece, hit.end())
        if each is not None:
            yearly = _YEARLY.match(piece, each.end())
            price = Decimal(hit["number"].replace(",", "."))
            if hit["unit"].lower() in {"senttiä", "snt", "cent"}:
                price = price.scaleb(-2)
            last = each.end() if yearly is None else yearly.end()
            how = hedge(piece, hit.start(), hit.end())
            yield Sum(price, yearly is not None, other=False, how=how, start=hit.start(), end=last)


def _in_foreign(piece: str) -> Iterator[Sum]:
    pattern, codes = _foreign()
    for hit in pattern.finditer(piece):
        ways = digits_of(hit["sum"])
        if not ways:
            continue
        start, end = hit.span()
        yearly = _YEARLY.match(piece, end)
        end = end if yearly is None else yearly.end()
        worth = next(iter(find_amounts(piece[end : end + 80])), None)
        equal = None
        if worth is not None and _EQUALS.fullmatch(piece, end, end + worth.start):
            equal = _euros(piece, Match(worth.value, end + worth.start, end + worth.end))
        in_euros = equal.stated if equal is not None and isinstance(equal.stated, Amount) else None
        yield Sum(
            ForeignAmount(ways[0].times(1), codes[hit["name"].lower()], in_euros),
            yearly is not None or (equal is not None and equal.yearly),
            other=False,
            how=hedge(piece, *hit.span()),
            start=start,
            end=end if equal is None else equal.end,
        )


def _from_to(piece: str) -> Iterator[Sum]:
    if _AND.search(piece) is None:
        return
    for hit in _FROM_TO.finditer(piece):
        lows, highs = digits_of(hit["low"]), digits_of(hit["high"])
        said = hit["and"] == "eurosta" or hit["between"] or "välillä" in hit[0]
        if not (lows and highs and said):
            continue
        low, high = lows[0].times(1), highs[0].times(1)
        yearly = _YEARLY.match(piece, hit.end())
        end = hit.end() if yearly is None else yearly.end()
        if low < high:
            amount = Amount.between(low, high)
            yield Sum(amount, yearly is not None, False, None, hit.start(), end)


def _euros(piece: str, match: Match[amounts.Amount]) -> Sum | None:
    """Return a sum in euros, as exact as it is; `None` where it is not sure, or no sum."""
    value, ends, place = match.value, match.candidates, (match.start, match.end)
    between = _BETWEEN.search(piece, *place) is not None and len(ends) == 2
    if value is None and between and 0 <= ends[0].euros < ends[1].euros:
        # "500–600 euroa"
        stated, per = Amount.between(ends[0].euros, ends[1].euros), ends[1].per
        return Sum(
            stated, per is Per.YEAR, per not in {None, Per.YEAR}, hedge(piece, *place), *place
        )
    if value is None:
        return Sum(Amount(Decimal(0)), False, False, None, *place, sure=False)
    if value.euros < 0:
        return None
    how = hedge(piece, match.start, match.end)
    exactness = Exactness.EXACT if how in {None, DENIED, PAST} else _HEDGES[str(how)]
    other = value.per not in {None, Per.YEAR}
    yearly = value.per is Per.YEAR
    return Sum(Amount(value.euros, exactness), yearly, other, how, match.start, match.end)


@frozen
class SaidOfSum:
    """
    What the words around a sum say of it.

    Attributes:
        start: Where the sentence starts in which it stands.
        end: Where that ends.
        before: What stands between it and the sum before it in its sentence.
        called: What it is called, in the words before it, or before the sum before it.
        around: What the whole sentence says.
        after: What is said right after it.
        behind: What stands between it and the sum after it in its sentence.
        years: The years it is for.
        is_plain: Whether every word right before and after it is known to leave it as it is.
    """

    start: int
    end: int
    before: str
    called: frozenset[str]
    around: frozenset[str]
    after: frozenset[str]
    behind: str
    years: Term | None
    is_plain: bool

    @property
    def is_whole(self) -> bool:
        """Whether it is a sum of all together, not of one member."""
        whole = {"kokonaisuus", "kuntien osuus"}
        return bool(whole & self.around) and not self.is_share

    @property
    def is_share(self) -> bool:
        """Whether it is called the municipality's share."""
        return "kunnan osuus" in self.called and "kuntien osuus" not in self.called

    @property
    def is_in_part(self) -> bool:
        """Whether only a part of it is paid, or a part of it in work."""
        return bool({"puolet", "työpanos"} & self.around)

    @property
    def is_fee(self) -> bool:
        """Whether its sentence is about a fee."""
        return "maksu" in self.around


def said_of(
    text: str,
    sentence: tuple[int, int],
    one: Sum,
    between: tuple[int, int],
    term: Term | None,
    above: frozenset[str] = frozenset(),
) -> SaidOfSum:
    """
    Return what is said of a sum.

    Args:
        text: A text.
        sentence: Where the sentence starts and ends.
        one: The sum.
        between: Where the sum before it ends, and the one after it starts.
        term: The years of the membership, from which "the second year" is counted.
        above: What the line above a list says of each sum in it.
    """
    first, last = sentence
    earlier, later = between
    since = text[max(first, min(earlier, one.start)) : one.start]
    # "5 000 euroa vuonna 2025 ja 6 000 euroa": what the first is called holds for the second.
    own = every(TABLE, words_of(since))
    called = (
        own
        if own & {"maksu", "kunnan osuus", "kokonaisuus", "kuntien osuus"}
        else (own | every(TABLE, words_of(text, first, one.start)))
    ) | above
    if own & {"kaudelta", "yhteensä"} and "vuosittain" not in own:
        # "Vuosimaksu on 500 euroa ja koko kauden kustannus 1 000 euroa"
        called -= {"vuosittain"}
    after = words_of(text, one.end, min(last, one.end + 60))
    joint = next((at for at, word in enumerate(after) if word.form in _JOINTS), len(after))
    return SaidOfSum(
        first,
        last,
        since,
        called,
        every(TABLE, words_of(text, first, last)) | above,
        every(TABLE, after[: min(5, joint)]),
        text[one.end : max(one.end, min(last, later))],
        _years(text, since, one.end, last, term),
        _leaves_it(since, words_of(text, one.end, last)),
    )


def _leaves_it(before: str, after: list[Word]) -> bool:
    """Whether the words right before a sum, and after it in its clause, leave it as it is."""
    above, _, line = before.rpartition("\n")
    # "Perustelut", then "Maksu on 500 euroa": the heading is no word of the sentence.
    near = line if line[:1].isupper() else f"{above}\n{line}"
    words = words_of(near)[-_BEFORE:]
    if after and after[0].form in _WITHOUT and after[1:2] and after[1].form.startswith(_TAX):
        after = after[2:]
    joints = [at for at, word in enumerate(after) if word.form in _JOINTS or word.clause]
    if not all(map(_is_plain, after[: min([_AFTER, *joints])])):
        return False
    unknown = [word for word in words if not _is_plain(word)]
    if not unknown:
        return True
    # "Keuruulle maksu olisi", "hankkeen Hyvä arki maksu on": whose and which it is.
    named_so = [(match.start, match.end) for match in find_municipalities(near)]
    named_so += [(one.start, one.last) for one in named(near)]
    sized = _SIZE.search(before) is not None
    return all(
        any(first <= word.start < last for first, last in named_so)
        or (sized and word.form in _OR)
        # "Sihteeristön kuluista on": whose costs they are.
        or (word is words[0] and word.form[-1] == "n" and _tells_costs(words[1:]))
        for word in unknown
    )


def _tells_costs(words: list[Word]) -> bool:
    return "kustannukset" in every(TABLE, words)


@cache
def _plain() -> tuple[frozenset[str], tuple[str, ...]]:
    listed = [word for words in table(TABLE)["plain"].values() for word in words.split()]
    starts = tuple(word[:-1] for word in listed if word.endswith("*"))
    return frozenset(listed), starts


def _is_plain(word: Word) -> bool:
    """Whether a word says nothing of how a sum beside it is meant."""
    forms, starts = _plain()
    return (
        word.form in forms
        or word.form.startswith(starts)
        or word.form[0].isdigit()
        or number_word(word.form) is not None
        or is_kind(word)
        or bool(every(TABLE, [word]))
    )


def _years(text: str, since: str, end: int, last: int, term: Term | None) -> Term | None:
    after = _YEARS_AFTER.match(text, end)
    nth = _nth_year(text[end : min(last, end + 40)], term) or _nth_year(since, term, at_end=True)
    if nth is not None:
        return nth
    if after is None:
        # The years after the sum before are that one's.
        begun = _YEARS_AFTER.match(since)
        piece = since[begun.end() :] if begun is not None else since
    else:
        piece = after[0]
    terms = [match.value for match in find_terms(piece) if match.value is not None]
    if terms:
        return Term(terms[-1].first, terms[-1].last)
    years = [match.value for match in find_years(piece) if match.value is not None]
    return Term(years[-1], years[-1]) if years else None


def _nth_year(near: str, term: Term | None, *, at_end: bool = False) -> Term | None:
    """Return the year of "4 000 euroa ensimmäisenä vuonna", "ensimmäisenä vuonna 4 000 euroa"."""
    hits = [] if term is None else list(_NTH_YEAR.finditer(near.strip()))
    edge = len(near.strip()) if at_end else 0
    hit = next((hit for hit in hits if hit.span()[at_end] == edge), None)
    nth = None if hit is None else ordinal_word(hit["nth"])
    if nth is None or term is None or nth > len(term.years):
        return None
    year = term.first_year + nth - 1
    return Term(year, year)


def is_anothers(
    text: str, said: SaidOfSum, one: Sum, network: str, municipality: str | None
) -> bool:
    """
    Whether a sum is another municipality's or another project's.

    >>> text = "Kuopion maksu on 500 euroa vuodessa."
    >>> (one,) = sums(text, 0, len(text))
    >>> said = said_of(text, (0, len(text)), one, (0, len(text)), None)
    >>> is_anothers(text, said, one, "VIRTA", "Kajaani")
    True
    """
    before = text[said.start : one.start]
    if municipality is not None:
        # The one that is named nearest to the sum pays it.
        near = find_municipalities(said.before) or find_municipalities(text[said.start : said.end])
        if near and municipality not in {match.value.name for match in near if match.value}:
            return True
    if "toisen" in said.called and "kunnan osuus" not in every(TABLE, words_of(said.before)):
        return True
    others = [name for name in named(text[said.start : said.end]) if name.marked]
    near_names = [name for name in others if said.start + name.end <= one.start]
    if near_names:
        # The network that is named last before the sum charges it.
        return network not in near_names[-1].name and near_names[-1].name not in network
    return (
        bool(others) and network not in text[said.start : said.end] and "maks" not in before.lower()
    )
