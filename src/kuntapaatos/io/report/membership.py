"""
What a decision costs and gives, for a person: the fee, the term, the cost centres.

>>> from decimal import Decimal
>>> from kuntapaatos.fees import Term
>>> uso = Membership(network="USO", term=Term(2025, 2026), annual_fee=Decimal("12000"))
>>> print(membership_part(uso, Voice("fi")))
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

from attrs import evolve

from kuntapaatos.decision import Cost
from kuntapaatos.errors import FeeNotExact, InvalidValue
from kuntapaatos.io.report.layout import bullets, heading, items, pairs
from kuntapaatos.io.wording import answering as a
from kuntapaatos.io.wording.charging import said_bracket, said_rule, said_tax, step_line
from kuntapaatos.io.wording.joining import said_charge, said_planned
from kuntapaatos.io.wording.voice import Voice
from kuntapaatos.membership import (
    CostCentre,
    FeeOrigin,
    Membership,
    budget,
    cost_plan,
    ruled_fees,
    total_fee,
)
from kuntapaatos.municipalities import Municipality

__all__ = ["costs_part", "membership_part"]


def membership_part(
    membership: Membership, t: Voice, municipality: Municipality | str | None = None
) -> str:
    """
    Return what joining a network costs, what it gives, and where it is booked.

    Args:
        membership: As it was read or built.
        t: The language.
        municipality: Whose decision it is, where the membership does not say who takes part.
    """
    bracket = membership.fee_bracket
    at_cost = [t("{what} at actual cost", what=what) for what in membership.at_cost]
    rows = [
        (t("Network"), membership.network),
        (t("Organisers"), ", ".join(membership.organisers)),
        (t("Municipality's act"), None if membership.action is None else t.term(membership.action)),
        (t("Kind"), None if membership.kind is None else t.term(membership.kind)),
        (t("Term"), _term(membership, t)),
        (t("Fee a year"), _fee(membership, t)),
        (t("Charges"), items(said_charge(t, one) for one in membership.charges)),
        (t("Fee in all"), _total(membership, t)),
        (t("Each year"), _years(membership, t)),
        (t("Value added tax"), None if membership.vat is None else said_tax(t, membership.vat)),
        (t("Still due"), items(said_charge(t, one) for one in membership.still_due)),
        (t("By the rule"), _ruled(membership, t, municipality)),
        (t("Fee bracket"), None if bracket is None else said_bracket(t, bracket)),
        (t("Besides"), items(at_cost)),
        (t("In kind"), items(membership.in_kind)),
        (t("Depends on"), items(membership.conditions)),
        (t("Cost centre"), centres(membership.cost_centres, t)),
        (t("Entitles to"), items(str(item) for item in membership.entitlements)),
        (t("Theme"), membership.theme),
        (t("Subthemes"), items(membership.subthemes)),
        (t("Contract"), membership.contract),
        (t("Funding"), membership.funding),
    ]
    title = t("Membership and costs")
    return f"{heading(title)}\n{pairs(rows)}"


def _term(membership: Membership, t: Voice) -> str | None:
    years, known = _in_years(membership, t), (membership.first_day, membership.last_day)
    if not any(known):
        return years
    first, last = ("" if day is None else t.day(day) for day in known)
    return f"{years} ({first}–{last})"


def _in_years(membership: Membership, t: Voice) -> str | None:
    since, until = membership.from_year, membership.until_year
    if membership.term is not None:
        return str(membership.term)
    if until is not None:
        return t("until {year}", year=until)
    if not membership.open_ended:
        return None if since is None else t("from {year}", year=since)
    if since is None:
        return t("until further notice")
    return t("from {year} until further notice", year=since)


def _ruled(membership: Membership, t: Voice, municipality: Municipality | str | None) -> list[str]:
    """Return what the network's public schedule, or the rule of the text, gives, by steps."""
    whose = membership.municipality or municipality
    lines: list[str] = []
    counted = ruled_fees(evolve(membership, municipality=whose))
    for place, ruled in enumerate(counted):
        fee = ruled.fee
        said = t(a.PERIODS[fee.per], fee=t.amount(fee.without_tax))
        lines.append(f"{fee.year}: {said}")
        # The steps of a year like the one before it say nothing new.
        if place and counted[place - 1].fee.steps == fee.steps:
            continue
        lines += [step_line(t, step) for step in fee.steps]
        if ruled.population_year is not None:
            lines.append(t("inhabitants at the end of {year}", year=ruled.population_year))
    if not lines and membership.schedule is not None:
        # What cannot be counted is told as the text states it.
        lines = [said_rule(t, rule) for rule in membership.schedule.every_rule]
    return items(lines)


def centres(known: Iterable[CostCentre], t: Voice) -> list[str]:
    """
    Return where costs are booked, each with its sum when it is stated.

    >>> from decimal import Decimal
    >>> centres([CostCentre("2911", "Yleishallinto", amount=Decimal("500"))], Voice("sv"))
    ['2911 Yleishallinto: 500,00 €']
    """
    return items(
        str(one) if one.amount is None else f"{one}: {t.money(one.amount)}" for one in known
    )


def _fee(membership: Membership, t: Voice) -> str | None:
    if membership.annual_fee is None:
        if membership.charges or membership.still_due:
            return None
        return t("not known: the text states no single fee a year")
    fee = t("free of charge") if membership.is_free else t.money(membership.annual_fee)
    if membership.fee_fixed_by is FeeOrigin.PREPARATION:
        return t("{fee} (in the preparation only; the decision fixes no sum)", fee=fee)
    return fee


def _total(membership: Membership, t: Voice) -> str:
    stated = membership.stated_total
    try:
        computed = total_fee(membership)
    except FeeNotExact:
        if stated is None:
            return t("not known to the cent")
        return t("{total} (as the text states; not known to the cent)", total=t.money(stated))
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


def _years(membership: Membership, t: Voice) -> str | list[str] | None:
    try:
        return "; ".join(f"{year}: {t.money(fee)}" for year, fee in budget(membership))
    except FeeNotExact:
        return items(said_planned(t, planned) for planned in cost_plan(membership))
    except InvalidValue:
        return None


def costs_part(costs: Iterable[Cost], booked: Iterable[CostCentre], t: Voice) -> str:
    """
    Return the sums that a decision names, and where they are booked.

    >>> from decimal import Decimal
    >>> rent = Cost(amount=Decimal("500"), per="vuosi", what="Vuokra")
    >>> print(costs_part([rent], [CostCentre("2911", "Yleishallinto")], Voice("fi")))
    Kustannukset
    ------------
    - Vuokra: 500,00 € / vuosi
    Kustannuspaikka       2911 Yleishallinto
    """
    lines = [bullets(_cost(cost, t) for cost in costs)]
    lines.append(pairs([(t("Cost centre"), centres(booked, t))]))
    return "\n".join([heading(t("Costs")), *filter(None, lines)])


def _cost(cost: Cost, t: Voice) -> str:
    per = f" / {t.per(cost.per)}" if cost.per is not None else ""
    what = cost.what if cost.what is not None else t("In all") if cost.total else None
    amount = f"{t.money(cost.amount)}{per}"
    return amount if what is None else f"{what}: {amount}"
