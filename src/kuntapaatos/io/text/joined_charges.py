"""
What each sum of a text is for a membership: a yearly fee, a total, a charge, part of a rule.

>>> text = "Liittymismaksu on 500 euroa."
>>> from kuntapaatos.io.text.joined_sums import said_of, sums
>>> (one,) = sums(text, 0, len(text))
>>> reader = SumReader(text, "VIRTA", None, None)
>>> reader.read(one, said_of(text, (0, len(text)), one, (0, len(text)), None), decides=True)
>>> print(reader.fees.charges[0][0])
liittymismaksu 500,00 € kerralta
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from attrs import define, field

from kuntapaatos.fees import (
    Amount,
    Exactness,
    FeeBracket,
    FeePeriod,
    FeeRule,
    FlatFee,
    Limited,
    Percentage,
    PerInhabitant,
    Term,
    Vat,
    VatTreatment,
)
from kuntapaatos.io.text.facts import Left, Mark
from kuntapaatos.io.text.joined_sums import TABLE, SaidOfSum, Sum, is_anothers
from kuntapaatos.io.text.joined_to import acts
from kuntapaatos.io.text.numbers import Range, find_percentages, find_ranges
from kuntapaatos.io.text.tables import table
from kuntapaatos.io.text.words.hedges import UNTAXED
from kuntapaatos.io.text.words.statements import every, stated, words_of
from kuntapaatos.membership import Charge

__all__ = ["MEMBERS", "Fees", "Paid", "SumReader"]

Stretch = tuple[int, int, bool]
_FEE, _TOTAL = "annual_fee", "stated_total"
# As much of a part is looked through for what holds of all its sums.
_PARAGRAPHS = 4_000
_SIZE = re.compile(r"asuk|invånare", re.IGNORECASE)
# "Alv 0 %" may be a price before the tax, or one on which there is none.
_UNTAXED_AT_ALL = re.compile(r"(?:alv|moms)\.?[ ]?0|verot|momsfri|skattefri", re.IGNORECASE)
_TAX_IN_IT = re.compile(
    r"[ (,]{1,3}(?:sis\w{0,8}\.?|inkl\w{0,8}\.?|mukaan lukien)[ ](?:alv|arvonlisävero\w{0,3}"
    r"|moms\w{0,2}|mervärdesskatt\w{0,2})\.?(?:[ ](?P<percent>\d{1,2}(?:,\d)?)[ ]?%)?",
    re.IGNORECASE,
)
_RATE = re.compile(
    r"[ (,]{1,3}(?:alv|moms|arvonlisävero|mervärdesskatt)\.?[ ][1-9]\d?(?:,\d)?[ ]?%", re.IGNORECASE
)
MEMBERS = re.compile(r"jäsen|osallist|medlem|delta", re.IGNORECASE)
_NEAR = 320


def _sizes(words: str) -> list[Range]:
    """Return the sizes of municipality that words name."""
    if not _SIZE.search(words):
        return []
    return [match.value for match in find_ranges(words) if match.value is not None]


class Paid(NamedTuple):
    """
    A sum to the cent.

    Attributes:
        euros: How much.
        start: Where it starts, included.
        end: Where it ends, excluded.
        decides: Whether the words that decide say it.
        bracket: The size of municipality it is for; `None` where none is said.
    """

    euros: Decimal
    start: int
    end: int
    decides: bool
    bracket: FeeBracket | None = None


@define
class Fees:
    """What the sums of a text are for a membership, with their places."""

    yearly: list[Paid] = field(factory=list)
    totals: list[Paid] = field(factory=list)
    charges: list[tuple[Charge, int, int]] = field(factory=list)
    due: list[tuple[Charge, int, int]] = field(factory=list)
    brackets: list[tuple[FeeBracket, int, int]] = field(factory=list)
    rules: list[tuple[FeeRule, int, int]] = field(factory=list)
    free: list[Paid] = field(factory=list)
    # Sums that are about so much, at most, or with tax on top: of which field, and where.
    hedged: list[tuple[str, Decimal | None, int, int]] = field(factory=list)
    vat: list[tuple[Vat, int, int]] = field(factory=list)
    # Sentences of which not everything was understood.
    lefts: list[Left] = field(factory=list)
    in_kind: list[tuple[str, int, int]] = field(factory=list)
    conditions: list[tuple[str, int, int]] = field(factory=list)

    def left(self, name: str, start: int, end: int) -> None:
        """Keep a sentence of which not everything was understood."""
        self.lefts.append(Left(Mark.SUM, start, end, f"membership.{name}"))


@define
class SumReader:
    """
    Reads the sums of one text, in order: a limit is that of the rule before it.

    Attributes:
        text: A clean text.
        network: The name of the network.
        municipality: Who pays; `None` where it is not known.
        term: For which years; `None` where they are not known.
        fees: What has been read.
        base: The sum of all together that was read last, as a rule; `None` before one was.
        one_year: Whether the membership is for one whole calendar year.
        behind: Whether in this sentence sizes of municipality stand behind their sums.
    """

    text: str
    network: str
    municipality: str | None
    term: Term | None
    fees: Fees = field(factory=Fees)
    base: tuple[FeeRule, int] | None = None
    behind: bool = False
    one_year: bool = False

    def read(self, one: Sum, said: SaidOfSum, *, decides: bool) -> None:
        """Keep a sum as what it is: the first of these that it can be."""
        text = self.text
        if not one.sure:
            if said.is_fee or said.is_share:
                self.fees.left(_FEE, said.start, said.end)
            return
        if one.is_of_others or is_anothers(text, said, one, self.network, self.municipality):
            return
        if said.is_whole and not one.is_price:
            if one.euros:
                self.base = (FlatFee(one.euros, per=None), one.end)
            return
        unsure = not said.is_plain or self._depends(one, said) or said.is_in_part
        if unsure and one.euros is not None and (said.is_fee or said.is_share):
            # How the sum is meant may depend on a word that is not known, or on what comes.
            self.fees.hedged.append((_FEE, one.euros, said.start, said.end))
            self._is_of_the_rest(said)
            return
        if said.is_fee or said.is_share:
            self._read_tax(one, said)
        if not (
            self._is_price(one, said)
            or self._is_limit(one)
            or self._is_base(one, said)
            or self._is_hedged(one, said)
            or self._is_bracket(one, said, decides=decides)
            or self._is_charge(one, said)
            or self._is_paid(one, said, decides=decides)
        ) and (said.is_fee or said.is_share):
            self.fees.left(_FEE, said.start, said.end)

    def _depends(self, one: Sum, said: SaidOfSum) -> bool:
        """Whether a condition is said of the sum, and not of the membership."""
        words = words_of(self.text, said.start, said.end)
        at = next((one.first for one in stated(TABLE, words) if one.name == "ehto"), None)
        if at is None:
            return False
        begins = words[at].start
        return begins < one.start or not acts(self.text[said.start : begins])

    def _is_price(self, one: Sum, said: SaidOfSum) -> bool:
        """Read "0,35 euroa asukasta kohti"."""
        if not isinstance(one.stated, Decimal):
            return False
        if one.how is not None or not (
            said.is_fee or said.is_share or "kustannukset" in said.around
        ):
            self.fees.left(_FEE, said.start, said.end)
            return True
        yearly = one.yearly or "vuosittain" in said.called
        per = FeePeriod.YEAR if yearly else None
        self.fees.rules.append((PerInhabitant(one.stated, per=per), one.start, one.end))
        return True

    def _is_limit(self, one: Sum) -> bool:
        """Read the least and the most that a rule gives."""
        rules = self.fees.rules
        how = one.stated.exactness if isinstance(one.stated, Amount) else None
        if not rules or how not in {Exactness.AT_LEAST, Exactness.AT_MOST}:
            return False
        rule, start, end = rules[-1]
        if not isinstance(one.stated, Amount) or not end <= one.start <= end + _NEAR:
            return False
        limits = (rule.minimum, rule.maximum) if isinstance(rule, Limited) else (None, None)
        least, most = limits
        inner = rule.rule if isinstance(rule, Limited) else rule
        if how is Exactness.AT_LEAST:
            least = one.stated.euros
        else:
            most = one.stated.euros
        if least is not None and most is not None and most < least:
            return False
        rules[-1] = (Limited(inner, minimum=least, maximum=most), start, end)
        return True

    def _is_base(self, one: Sum, said: SaidOfSum) -> bool:
        """Read "4,1 % kustannuksista (606 000 euroa)"."""
        percent = next(iter(find_percentages(said.before)), None)
        if percent is None or percent.value is None or one.euros is None or not one.euros:
            return False
        between = every(TABLE, words_of(said.before[percent.end :]))
        if not (said.is_share and between & {"kustannukset", "kokonaisuus"}):
            return False
        if percent.value > 100:
            self.fees.left(_FEE, said.start, said.end)
            return True
        rule = Percentage(percent.value, FlatFee(one.euros, per=None), per=None)
        self.fees.rules.append((rule, one.start - len(said.before) + percent.start, one.end))
        return True

    def _is_hedged(self, one: Sum, said: SaidOfSum) -> bool:
        """Keep what is not to the cent, or not in euros."""
        if one.euros is not None or one.is_price:
            return False
        if not (said.is_fee or said.is_share or "yhteensä" in said.called):
            return True
        name = _FEE if said.is_fee or one.yearly or "vuosittain" in said.called else _TOTAL
        euros = one.stated.euros if isinstance(one.stated, Amount) else None
        self.fees.hedged.append((name, euros, one.start, one.end))
        if not one.other:
            self.fees.charges.append((self._charge(one, said), one.start, one.end))
        return True

    def _is_bracket(self, one: Sum, said: SaidOfSum, *, decides: bool) -> bool:
        """Read the fee of the municipalities of one size."""
        if one.euros is None or one.other:
            return False
        if one.start - len(said.before) == said.start:
            # "500 euroa (alle 5 000 asukasta), 900 euroa (…)": the sizes stand behind.
            self.behind = not _sizes(said.before) and bool(_sizes(said.behind))
        ranges = _sizes(said.behind if self.behind else said.before)
        if not ranges and self._is_of_the_rest(said):
            return True
        yearly = one.yearly or said.called & {"vuosittain"} or said.is_fee
        if not ranges or not yearly:
            return False
        bracket = FeeBracket(ranges[-1].low, ranges[-1].high, one.euros)
        self.fees.brackets.append((bracket, one.start, one.end))
        self.fees.yearly.append(Paid(one.euros, one.start, one.end, decides, bracket))
        return True

    def _is_of_the_rest(self, said: SaidOfSum) -> bool:
        """Whether the sum before it is for one size, so that it is for another, as "muilta"."""
        fees = self.fees
        before = fees.yearly[-1] if fees.yearly else None
        if before is None or before.bracket is None or before.start < said.start:
            return False
        fees.hedged.append((_FEE, before.euros, before.start, before.end))
        fees.left(_FEE, said.start, said.end)
        return True

    def _is_charge(self, one: Sum, said: SaidOfSum) -> bool:
        """Keep what is paid once, or in some of the years."""
        if one.euros is None or not one.euros or one.other:
            return False
        once = "kerran" in said.called or "kerran" in said.after
        term = self.term
        if once and (said.is_fee or said.is_share):
            self.fees.charges.append((self._charge(one, said), one.start, one.end))
            return True
        if (
            said.years is None
            or said.years == term
            or not (said.is_fee or said.is_share or one.yearly)
        ):
            return False
        # What is paid in other years than those of the membership is not its fee.
        if term is None or {*said.years.years} <= {*term.years}:
            self.fees.charges.append((self._charge(one, said), one.start, one.end))
        return True

    def _is_paid(self, one: Sum, said: SaidOfSum, *, decides: bool) -> bool:
        """Keep the yearly fee, the total, or a sum of which it is not said which it is."""
        euros = one.euros
        if euros is None or one.other:
            return False
        paid = Paid(euros, one.start, one.end, decides)
        total = bool({"yhteensä", "kaudelta"} & (said.called | said.after))
        if one.yearly or "vuosittain" in said.called:
            if not (said.is_fee or said.is_share):
                return False
            self.fees.yearly.append(paid)
        elif euros and self.one_year and (said.is_fee or said.is_share):
            self.fees.yearly.append(paid)
        elif euros and (total or said.is_share):
            self.fees.totals.append(paid)
        elif euros and said.is_fee and MEMBERS.search(self.text, said.start, one.start):
            self.fees.charges.append((Charge(euros, per=None), one.start, one.end))
        else:
            return False
        return True

    def _read_tax(self, one: Sum, said: SaidOfSum) -> None:
        if one.how == UNTAXED:
            apart = _UNTAXED_AT_ALL.search(self.text, said.start, one.end + 40)
            # Whether "(alv 25,5 %)" is in the sum or comes on top is not said.
            if apart is not None or _RATE.match(self.text, one.end) is not None:
                self.fees.left("vat", said.start, said.end)
            else:
                self.fees.vat.append((Vat(VatTreatment.ON_TOP), one.start, one.end))
            return
        tax = _TAX_IN_IT.match(self.text, one.end) or _TAX_IN_IT.search(
            self.text, one.start, one.end
        )
        if tax is not None:
            percent = None if tax["percent"] is None else Decimal(tax["percent"].replace(",", "."))
            vat = Vat(VatTreatment.INCLUDED, percent)
            self.fees.vat.append((vat, *tax.span()))

    def _charge(self, one: Sum, said: SaidOfSum) -> Charge:
        yearly = one.yearly or "vuosittain" in said.called
        years = None if said.years == self.term else said.years
        if "kerran" in said.called or "kerran" in said.after:
            what = self._once(said)
            return Charge(one.money, per=FeePeriod.ONCE, years=years, what=what)
        if years is not None and not yearly and len(years.years) > 1:
            per: FeePeriod | None = FeePeriod.TERM
        else:
            total = bool({"yhteensä", "kaudelta"} & (said.called | said.after))
            plain = yearly or years is not None or (said.is_fee and not total)
            per = FeePeriod.YEAR if plain else None
        return Charge(one.money, per=per, years=years)

    def _once(self, said: SaidOfSum) -> str | None:
        words = self.text[said.start : said.end].lower()
        names = (name for names in table(TABLE)["once"].values() for name in names)
        return next((name for name in names if name in words), None)
