"""
What a decision costs and gives, for a person: the fee, the term, the cost centres.

>>> from decimal import Decimal
>>> from kuntapaatos.fees import Term
>>> uso = Membership(network="USO", term=Term(2025, 2026), annual_fee=Decimal("12000"))
>>> print(membership_part(uso, Speech("fi")))
Jäsenyys ja kustannukset
------------------------
Verkosto              USO
Kausi                 2025–2026
Maksu vuodessa        12 000,00 €
Maksu yhteensä        24 000,00 € (laskettu; teksti ei ilmoita summaa)
Vuosittain            2025: 12 000,00 €; 2026: 12 000,00 €
"""

from __future__ import annotations

from collections.abc import Iterable

from kuntapaatos.decision import Cost
from kuntapaatos.errors import InvalidValue
from kuntapaatos.fees import FeeBracket
from kuntapaatos.io.report.layout import bullets, heading, items, pairs
from kuntapaatos.io.report.speech import Speech
from kuntapaatos.membership import CostCentre, FeeOrigin, Membership, budget, total_fee
from kuntapaatos.money import grouped

__all__ = ["costs_part", "membership_part"]


def membership_part(membership: Membership, t: Speech) -> str:
    """Return what joining a network costs, what it gives, and where it is booked."""
    bracket = membership.fee_bracket
    at_cost = [t("{what} at actual cost", what=what) for what in membership.at_cost]
    rows = [
        (t("Network"), membership.network),
        (t("Organisers"), ", ".join(membership.organisers)),
        (t("Term"), None if membership.term is None else str(membership.term)),
        (t("Fee a year"), _fee(membership, t)),
        (t("Fee in all"), _total(membership, t)),
        (t("Each year"), _years(membership, t)),
        (t("Fee bracket"), None if bracket is None else _bracket(bracket, t)),
        (t("Besides"), items(at_cost)),
        (t("Cost centre"), centres(membership.cost_centres, t)),
        (t("Entitles to"), items(str(item) for item in membership.entitlements)),
        (t("Theme"), membership.theme),
        (t("Subthemes"), items(membership.subthemes)),
        (t("Contract"), membership.contract),
        (t("Funding"), membership.funding),
    ]
    title = t("Membership and costs")
    return f"{heading(title)}\n{pairs(rows)}"


def centres(known: Iterable[CostCentre], t: Speech) -> list[str]:
    """
    Return where costs are booked, each with its sum when it is stated.

    >>> from decimal import Decimal
    >>> centres([CostCentre("2911", "Yleishallinto", amount=Decimal("500"))], Speech("sv"))
    ['2911 Yleishallinto: 500,00 €']
    """
    return items(
        str(one) if one.amount is None else f"{one}: {t.money(one.amount)}" for one in known
    )


def _bracket(bracket: FeeBracket, t: Speech) -> str:
    low, fee = grouped(bracket.low), t.money(bracket.annual_fee)
    if bracket.high is None:
        return t("{low} inhabitants or more: {fee} a year", low=low, fee=fee)
    high = grouped(bracket.high)
    return t("{low}–{high} inhabitants: {fee} a year", low=low, high=high, fee=fee)


def _fee(membership: Membership, t: Speech) -> str:
    if membership.annual_fee is None:
        return t("not known: the text states no single fee a year")
    fee = t.money(membership.annual_fee)
    if membership.fee_fixed_by is FeeOrigin.PREPARATION:
        return t("{fee} (in the preparation only; the decision fixes no sum)", fee=fee)
    return fee


def _total(membership: Membership, t: Speech) -> str:
    stated = membership.stated_total
    try:
        computed = total_fee(membership)
    except InvalidValue:
        if stated is None:
            return t("cannot be counted: the fee a year or the term is missing")
        return t("{total} (as the text states; cannot be counted)", total=t.money(stated))
    total = t.money(computed)
    if stated is None:
        return t("{total} (counted; the text states no sum)", total=total)
    if stated == computed:
        return t("{total} (counted; the text states the same)", total=total)
    other = t.money(stated)
    return t("{total} (counted; the text states otherwise: {stated})", total=total, stated=other)


def _years(membership: Membership, t: Speech) -> str | None:
    try:
        return "; ".join(f"{year}: {t.money(fee)}" for year, fee in budget(membership))
    except InvalidValue:
        return None


def costs_part(costs: Iterable[Cost], booked: Iterable[CostCentre], t: Speech) -> str:
    """
    Return the sums that a decision names, and where they are booked.

    >>> from decimal import Decimal
    >>> rent = Cost(amount=Decimal("500"), per="vuosi", what="Vuokra")
    >>> print(costs_part([rent], [CostCentre("2911", "Yleishallinto")], Speech("fi")))
    Kustannukset
    ------------
    - Vuokra: 500,00 € / vuosi
    Kustannuspaikka       2911 Yleishallinto
    """
    lines = [bullets(_cost(cost, t) for cost in costs)]
    lines.append(pairs([(t("Cost centre"), centres(booked, t))]))
    return "\n".join([heading(t("Costs")), *filter(None, lines)])


def _cost(cost: Cost, t: Speech) -> str:
    per = f" / {t.per(cost.per)}" if cost.per is not None else ""
    what = cost.what if cost.what is not None else t("In all") if cost.total else None
    amount = f"{t.money(cost.amount)}{per}"
    return amount if what is None else f"{what}: {amount}"
