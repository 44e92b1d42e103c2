"""
What a decision costs and gives, for a person: the fee, the term, the cost centres.

>>> from decimal import Decimal
>>> from kuntapaatos.fees import Term
>>> uso = Membership(network="USO", term=Term(2025, 2026), annual_fee=Decimal("12000"))
>>> print(membership_part(uso))
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
from kuntapaatos.io.report.layout import bullets, heading, items, pairs
from kuntapaatos.membership import FeeOrigin, Membership, budget, total_fee
from kuntapaatos.money import written

__all__ = ["costs_part", "membership_part"]


def membership_part(membership: Membership) -> str:
    """Return what joining a network costs, what it gives, and where it is booked."""
    rows = [
        ("Verkosto", membership.network),
        ("Ylläpitäjät", ", ".join(membership.organisers)),
        ("Kausi", None if membership.term is None else str(membership.term)),
        ("Maksu vuodessa", _fee(membership)),
        ("Maksu yhteensä", _total(membership)),
        ("Vuosittain", _years(membership)),
        ("Maksuluokka", None if membership.fee_bracket is None else str(membership.fee_bracket)),
        ("Lisäksi", items(f"{what} toteutuneen mukaan" for what in membership.at_cost)),
        ("Kustannuspaikka", items(str(centre) for centre in membership.cost_centres)),
        ("Kunta saa", items(str(item) for item in membership.entitlements)),
        ("Teema", membership.theme),
        ("Alateemat", items(membership.subthemes)),
        ("Sopimus", membership.contract),
        ("Rahoitus", membership.funding),
    ]
    return f"{heading('Jäsenyys ja kustannukset')}\n{pairs(rows)}"


def _fee(membership: Membership) -> str:
    if membership.annual_fee is None:
        return "ei tiedossa: teksti ei ilmoita yhtä vuosimaksua"
    fee = written(membership.annual_fee)
    if membership.fee_fixed_by is FeeOrigin.PREPARATION:
        return f"{fee} (vain valmistelussa; päätös ei vahvista summaa)"
    return fee


def _total(membership: Membership) -> str:
    stated = membership.stated_total
    try:
        computed = total_fee(membership)
    except InvalidValue:
        if stated is None:
            return "ei laskettavissa: vuosimaksu tai kausi puuttuu"
        return f"{written(stated)} (tekstin mukaan; ei laskettavissa)"
    if stated is None:
        return f"{written(computed)} (laskettu; teksti ei ilmoita summaa)"
    if stated == computed:
        return f"{written(computed)} (laskettu; teksti ilmoittaa saman)"
    return f"{written(computed)} (laskettu; teksti ilmoittaa toisin: {written(stated)})"


def _years(membership: Membership) -> str | None:
    try:
        return "; ".join(f"{year}: {written(fee)}" for year, fee in budget(membership))
    except InvalidValue:
        return None


def costs_part(costs: Iterable[Cost]) -> str:
    """
    Return the sums that a decision names.

    >>> from decimal import Decimal
    >>> print(costs_part([Cost(amount=Decimal("500"), per="vuosi", what="Vuokra")]))
    Kustannukset
    ------------
    - Vuokra: 500,00 € / vuosi
    """
    return f"{heading('Kustannukset')}\n{bullets(map(_cost, costs))}"


def _cost(cost: Cost) -> str:
    per = f" / {cost.per}" if cost.per is not None else ""
    what = cost.what if cost.what is not None else "Yhteensä" if cost.total else None
    sum_ = f"{written(cost.amount)}{per}"
    return sum_ if what is None else f"{what}: {sum_}"
