"""
What is said of memberships in every form, of their costs, and of municipalities.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

import kuntapaatos as kp
from kuntapaatos.io.wording import say
from kuntapaatos.membership import PlannedCost

TERM, ONCE = kp.fees.FeePeriod.TERM, kp.fees.FeePeriod.ONCE
DUE = kp.Term(2026, 2026)
FORMS = {
    "joins": kp.Membership(
        network="USO",
        term=kp.Term(2025, 2026),
        annual_fee=Decimal(12_000),
        action=kp.membership.MembershipAction.JOINS,
        kind=kp.membership.MembershipKind.NETWORK,
        vat=kp.fees.Vat(kp.fees.VatTreatment.ON_TOP, 24),
    ),
    "leaves": kp.Membership(
        network="USO",
        action=kp.membership.MembershipAction.LEAVES,
        still_due=[kp.membership.Charge(Decimal(2_500), per=ONCE, years=DUE, what="loppumaksu")],
    ),
    "until further notice": kp.Membership(
        network="Esimerkki",
        open_ended=True,
        from_year=2025,
        charges=[
            kp.membership.Charge(kp.fees.ForeignAmount(Decimal(75_000), "DKK"), condition="avustus")
        ],
        in_kind=["työpanos"],
        conditions=["muut kunnat osallistuvat"],
    ),
    "open-ended": kp.Membership(network="Esimerkki", open_ended=True, annual_fee=Decimal(0)),
    "ends": kp.Membership(network="Esimerkki", until_year=2025),
    "days": kp.Membership(
        network="Esimerkki",
        term=kp.Term(2025, 2027),
        first_day=date(2025, 8, 1),
        last_day=date(2027, 7, 31),
        annual_fee=Decimal(100),
    ),
    "begins": kp.Membership(network="Esimerkki", from_year=2025, stated_total=Decimal(40_000)),
}
SAID = [
    ("joins", "fi", "Jäsenyys: USO, kausi 2025–2026.|Kunta liittyy.|Laji: verkosto.|Maksu on 12 000,00 € vuodessa.|Yhteensä 24 000,00 €.|Maksuun lisätään arvonlisävero 24 %."),
    ("joins", "sv", "Medlemskap: USO, perioden 2025–2026.|Kommunen ansluter sig.|Slag: nätverk.|Avgiften är 12 000,00 € per år.|Sammanlagt 24 000,00 €.|Mervärdesskatt på 24 % tillkommer."),
    ("joins", "en", "Membership of USO for 2025–2026.|The municipality joins.|Kind: network.|The fee is €12,000.00 a year.|In all €24,000.00.|Value added tax of 24 % comes on top."),
    ("leaves", "fi", "Jäsenyys: USO.|Kunta eroaa.|Eroamisen jälkeenkin maksetaan: loppumaksu: 2 500,00 € kerran (2026)."),
    ("until further notice", "sv", "Medlemskap: Esimerkki.|Gäller från 2025 tills vidare.|Avgift: 75 000 DKK per år; villkor: avustus.|I annat än pengar: työpanos.|Villkor: muut kunnat osallistuvat."),
    ("open-ended", "en", "Membership of Esimerkki.|It is in force until further notice.|It is free of charge."),
    ("ends", "fi", "Jäsenyys: Esimerkki.|Päättyy vuonna 2025."),
    ("ends", "sv", "Medlemskap: Esimerkki.|Upphör 2025."),
    ("days", "fi", "Jäsenyys: Esimerkki, kausi 2025–2027.|Alkaa 1.8.2025.|Viimeinen päivä on 31.7.2027.|Maksu on 100,00 € vuodessa."),
    ("days", "en", "Membership of Esimerkki for 2025–2027.|It begins on 1.8.2025.|Its last day is 31.7.2027.|The fee is €100.00 a year."),
    ("begins", "fi", "Jäsenyys: Esimerkki.|Alkaa vuonna 2025.|Yhteensä 40 000,00 €."),
]  # fmt: skip


@pytest.mark.parametrize(("name", "language", "expected"), SAID)
def test_membership(name: str, language: str, expected: str) -> None:
    """
    What a municipality does, for how long, against what; each sentence on its line.
    """
    assert say(FORMS[name], language, plain=True).splitlines() == expected.split("|")


PROJECT = kp.Membership(
    network="Esimerkkihanke",
    term=kp.Term(2020, 2027),
    charges=[
        kp.membership.Charge(Decimal(30_000), per=TERM, years=kp.Term(2020, 2021)),
        kp.membership.Charge(
            kp.Amount.about(Decimal(500_000)), per=TERM, condition="valtionavustus"
        ),
    ],
)
PLANNED = [
    (kp.cost_plan(FORMS["joins"])[0], "en", "2025: €12,000.00."),
    (kp.cost_plan(PROJECT)[0], "fi", "2020–2021: 30 000,00 € (ei jaettu vuosille)."),
    (kp.cost_plan(PROJECT)[1], "sv", "2020–2027: cirka 500 000,00 € (inte exakt, villkorlig, inte fördelad på år).|Villkor: valtionavustus."),
    (kp.cost_plan(FORMS["begins"])[0], "en", "Years not said: €40,000.00 (the years are not said)."),
    (kp.cost_plan(FORMS["until further notice"])[0], "fi", "Vuosia ei sanota: 75 000 DKK (ehdollinen, ei euroina, vuosia ei sanota).|Ehto: muut kunnat osallistuvat ja avustus."),
    (PlannedCost(years=None, amount=None), "en", "Years not said: not known."),
]  # fmt: skip


@pytest.mark.parametrize(("planned", "language", "expected"), PLANNED)
def test_planned(planned: PlannedCost, language: str, expected: str) -> None:
    """
    A planned cost says its years, its sum, and all that is open about it.
    """
    assert say(planned, language, plain=True).splitlines() == expected.split("|")


@pytest.mark.parametrize(
    ("centre", "expected"),
    [
        (
            kp.membership.CostCentre("3110", "Kirjasto"),
            "2025, kustannuspaikka 3110 Kirjasto: 100,00 €.",
        ),
        (kp.membership.CostCentre("3110"), "2025, kustannuspaikka 3110: 100,00 €."),
    ],
)
def test_booking(centre: kp.membership.CostCentre, expected: str) -> None:
    """
    A booking says its year, its cost centre and its sum.
    """
    (booked,) = kp.membership.bookings(
        kp.Membership(
            network="USO",
            term=kp.Term(2025, 2025),
            annual_fee=Decimal(100),
            cost_centres=[centre],
        )
    )
    assert say(booked, "fi", plain=True) == expected


@pytest.mark.parametrize(
    ("name", "language", "expected"),
    [
        ("Nastola", "fi", "Nastola, kuntanumero 532.|Kieli: suomenkielinen.|Yhdistyi vuoden 2015 lopussa: Lahti."),
        ("Närpes", "sv", "Närpes (på finska Närpiö), kommunnummer 545.|Språk: tvåspråkig, svenskspråkig majoritet."),
        ("Mariehamn", "en", "Maarianhamina (in Swedish Mariehamn), code 478.|Language: Swedish-speaking.|It belongs to the province of Åland."),
        ("Akaa", "sv", "Akaa, kommunnummer 020.|Språk: finskspråkig.|Har funnits sedan 2007."),
    ],
)  # fmt: skip
def test_municipality(name: str, language: str, expected: str) -> None:
    """
    A municipality says its names, its number, its language and what became of it.
    """
    assert say(kp.municipality(name), language, plain=True).splitlines() == expected.split("|")
