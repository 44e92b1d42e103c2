"""
Rules of fees, schedules and fees as sentences of three languages.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve

from kuntapaatos import Term, Weight, fee
from kuntapaatos.doubts import DoubtCode
from kuntapaatos.fees import (
    KOTISEUTULIITTO_2018,
    KT_2022,
    PUUMALA_USO_2019_2020,
    USO_2025_2026,
    Amount,
    BracketFee,
    EntryFee,
    Exactness,
    FeeBracket,
    FeePeriod,
    FeeRule,
    FeeSchedule,
    FirstYear,
    FlatFee,
    ForeignAmount,
    FrameShare,
    Indexed,
    Limited,
    MemberStatus,
    Percentage,
    PerInhabitant,
    Rounded,
    Vat,
    VatTreatment,
)
from kuntapaatos.io.wording import say
from kuntapaatos.money import Rounding

SUM = Decimal(24_000)
RULES: list[Any] = [
    pytest.param(FlatFee(SUM), "24 000,00 € vuodessa.", "24 000,00 € per år.", "€24,000.00 a year.", id="flat"),
    pytest.param(FlatFee(Amount.about(SUM)), "Noin 24 000,00 € vuodessa.", "Cirka 24 000,00 € per år.", "About €24,000.00 a year.", id="about"),
    pytest.param(FlatFee(Amount(SUM, Exactness.JUST_UNDER), per=FeePeriod.TERM), "Vajaa 24 000,00 € koko kaudelta.", "Knappt 24 000,00 € för hela perioden.", "Just under €24,000.00 for the whole term.", id="just under"),
    pytest.param(FlatFee(Amount(SUM, Exactness.JUST_OVER), per=FeePeriod.ONCE), "Runsas 24 000,00 € kerran.", "Drygt 24 000,00 € en gång.", "Just over €24,000.00 once.", id="just over"),
    pytest.param(FlatFee(Amount.between(Decimal(4), Decimal(10))), "4,00 € – 10,00 € vuodessa.", "Mellan 4,00 € och 10,00 € per år.", "From €4.00 to €10.00 a year.", id="between"),
    pytest.param(FlatFee(Amount.about(Decimal(4), Decimal(10))), "Noin 4,00 € – 10,00 € vuodessa.", "Cirka mellan 4,00 € och 10,00 € per år.", "From about €4.00 to about €10.00 a year.", id="about between"),
    pytest.param(FlatFee(ForeignAmount(75_000, "DKK")), "75 000 DKK vuodessa.", "75 000 DKK per år.", "75,000 DKK a year.", id="foreign"),
    pytest.param(FlatFee(ForeignAmount(Decimal("6000.5"), "USD", Amount.about(Decimal(5_600))), per=None), "6 000,5 USD, ilmoitettu vasta-arvo noin 5 600,00 €, vuodelta vai koko kaudelta, sitä ei sanota.", "6 000,5 USD, angivet motvärde cirka 5 600,00 €, om det är per år eller för hela perioden sägs inte.", "6,000.5 USD, stated to be about €5,600.00, for a year or for the whole term is not said.", id="foreign with euros"),
    pytest.param(BracketFee([FeeBracket(0, 9, Decimal(1)), FeeBracket(10, None, Decimal(2))]), "0–9 asukasta: 1,00 € vuodessa; 10 asukasta tai enemmän: 2,00 € vuodessa.", "0–9 invånare: 1,00 € per år; 10 invånare eller fler: 2,00 € per år.", "0–9 inhabitants: €1.00 a year; 10 inhabitants or more: €2.00 a year.", id="brackets"),
    pytest.param(Limited(PerInhabitant(Decimal("0.45")), minimum=Decimal(5_000), maximum=Decimal(90_000)), "0,45 € asukasta kohti vuodessa, vähintään 5 000,00 €, enintään 90 000,00 €.", "0,45 € per invånare per år, minst 5 000,00 €, högst 90 000,00 €.", "0.45 € for each inhabitant a year, at least €5,000.00, at most €90,000.00.", id="per inhabitant, limited"),
    pytest.param(Limited(Percentage(13), maximum=Decimal(25_000)), "13 % kustannuskehyksestä vuodessa, enintään 25 000,00 €.", "13 % av kostnadsramen per år, högst 25 000,00 €.", "13 % of the frame of costs a year, at most €25,000.00.", id="a percentage with a maximum"),
    pytest.param(FrameShare.by(Weight.EQUALLY, Percentage(50)), "Osuus summasta (50 % kustannuskehyksestä), jakoperusteena tasan vuodessa.", "En andel av summan (50 % av kostnadsramen) enligt lika per år.", "A share by equally of this sum: 50 % of the frame of costs a year.", id="a share of a part"),
    pytest.param(Indexed(FlatFee(SUM), Decimal("102.5"), "KHI"), "24 000,00 € vuodessa, indeksillä tarkistettuna (KHI, perusluku 102,5).", "24 000,00 € per år, justerat med index (KHI, bastal 102,5).", "€24,000.00 a year, raised by an index (KHI, base 102.5).", id="index"),
    pytest.param(FirstYear(FlatFee(SUM), percent=50), "24 000,00 € vuodessa, ensimmäisenä vuonna siitä 50 %.", "24 000,00 € per år, det första året 50 % av det.", "€24,000.00 a year, in the first year 50 % of it.", id="first year"),
    pytest.param(FirstYear(FlatFee(SUM), by_months=True), "24 000,00 € vuodessa, ensimmäisenä vuonna jäsenyyskuukausien mukaan.", "24 000,00 € per år, det första året enligt medlemsmånaderna.", "€24,000.00 a year, in the first year for the months as a member.", id="by months"),
    pytest.param(EntryFee(FlatFee(SUM, per=FeePeriod.ONCE)), "Liittyessä: 24 000,00 €.", "Vid anslutningen: 24 000,00 €.", "On joining: €24,000.00.", id="entry"),
    pytest.param(EntryFee(FlatFee(SUM, per=FeePeriod.ONCE), returning=50), "Liittyessä: 24 000,00 €, palatessa siitä 50 %.", "Vid anslutningen: 24 000,00 €, vid återkomsten 50 % av det.", "On joining: €24,000.00, 50 % of it on coming back.", id="coming back"),
    pytest.param(Rounded(PerInhabitant(Decimal("0.125")), Rounding.HALF_UP), "0,125 € asukasta kohti vuodessa (pyöristys: puolet ylös, sentti).", "0,125 € per invånare per år (avrundning: hälften uppåt, cent).", "0.125 € for each inhabitant a year (rounding: half up, cent).", id="rounded"),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "finnish", "swedish", "english"), RULES)
def test_rule(rule: FeeRule, finnish: str, swedish: str, english: str) -> None:
    """
    Every rule is a sentence in each language.
    """
    assert say(rule, "fi", plain=True) == finnish
    assert say(rule, "sv", plain=True) == swedish
    assert say(rule, "en", plain=True) == english


SHARED_HALF = (
    "– a share by number of inhabitants (50) and taxable income (50) of the frame of costs "
    "a year (rounding: half up, euro)"
)
TAXED = (
    "Value added tax: sum so far €9,000.00, per cent 24 → €11,160.00 "
    "(Arvonlisäverolaki (1501/1993) 84 § (706/2012))"
)


@pytest.mark.parametrize(
    ("vat", "english"),
    [
        (None, "Nothing is said of value added tax."),
        (Vat(VatTreatment.ON_TOP), "Value added tax comes on top."),
        (Vat(VatTreatment.INCLUDED), "Value added tax is included."),
        (Vat(VatTreatment.ON_TOP, Decimal("25.5")), "Value added tax of 25.5 % comes on top."),
        (Vat(VatTreatment.INCLUDED, 24), "Value added tax of 24 % is included."),
        (Vat(VatTreatment.OUTSIDE), "No value added tax is charged."),
    ],
)
def test_schedule(vat: Vat | None, english: str) -> None:
    """
    A schedule says each rule, what it says of the tax, and its source.
    """
    lines = say(evolve(KT_2022, vat=vat), "en", plain=True).splitlines()
    assert lines == [
        "Kunta- ja hyvinvointialuetyönantajat KT 2022:",
        SHARED_HALF,
        english,
        "Source: KT, laskelma jäsenmaksun 2022 ennakko-osuudesta",
    ]


def test_schedule_of_brackets() -> None:
    """
    Each bracket of a schedule stands on a line of its own.
    """
    assert say(USO_2025_2026, "sv", plain=True).splitlines() == [
        "USO 2025–2026:",
        "– 9 000–45 000 invånare: 12 000,00 € per år",
        "Om mervärdesskatten sägs ingenting.",
        "Källa: Kajaanin kaupunki, KAJDno-2024-1799",
    ]


def test_fee_with_tax() -> None:
    """
    A fee says net, tax and gross, that deducting is not counted, and each step.
    """
    source = "Puumalan kunta, kunnanhallitus 25.3.2019 § 47, PuuDno-2019-83"
    found = fee(PUUMALA_USO_2019_2020, 2019)
    assert say(found, "en", plain=True).splitlines() == [
        "USO 2019: €9,000.00.",
        "Without value added tax €9,000.00, the tax €2,160.00, in all €11,160.00.",
        "Whether the municipality may deduct the tax or gets it back is not counted.",
        f"Flat fee: stated sum €9,000.00 → €9,000.00 ({source})",
        TAXED,
    ]
    assert "mervärdesskattelagen 84 § (706/2012)" in say(found, "sv", plain=True)
    assert say(found.steps[0], "en", plain=True).startswith("Flat fee: ")


def test_fee_with_a_doubt() -> None:
    """
    What stays open is said with its candidates.
    """
    said = say(fee(KOTISEUTULIITTO_2018, 2018, population=5_000), "en", plain=True)
    assert said.splitlines()[-1] == (
        "Open question: an edge that two brackets of fees share. Possible: €200.00 (one reading); "
        "€300.00 (one reading)."
    )
    assert "bracket 3,000–5,000 inhabitants: €200.00 a year" in said


def test_fee_in_parts_of_a_cent() -> None:
    """
    A result that is finer than a cent says so.
    """
    found = fee(
        KT_2022,
        2022,
        frame=Decimal(5_719_454),
        population=16_391,
        total_population=5_503_664,
        weights={Weight.TAXABLE_INCOME: (266_190_085, 100_291_140_710)},
    )
    said = say(found, "en", plain=True)
    assert (
        "own amount 16,391, amount of all 5,503,664, weight 50 → €8,516.83 and a part of a c"
        in said
    )
    assert said.splitlines()[-1].startswith(
        "Rounding: sum so far €16,107.04, way of rounding half up, unit of rounding euro → €16,107"
    )


def test_fee_of_a_foreign_sum() -> None:
    """
    What is not exact is said as it is stated, candidates too, and for what it is charged.
    """
    dollars = ForeignAmount(6_000, "USD", Amount.about(Decimal(5_600)))
    schedule = FeeSchedule(
        network="CNCA",
        term=Term(2021, 2027),
        rules=FirstYear(FlatFee(dollars, per=FeePeriod.TERM), percent=50),
        source="tarjous",
    )
    found = fee(schedule, 2021, status=MemberStatus.RETURNING)
    assert found.doubts[0].code is DoubtCode.RETURNING_MEMBER
    lines = say(found, "en", plain=True).splitlines()
    assert lines[0] == "CNCA 2021: from about €2,800.00 to about €5,600.00 for the whole term."
    assert lines[2] == (
        "Flat fee: stated sum 6,000 USD, stated to be about €5,600.00 → about €5,600.00 (tarjous)"
    )
    assert "Possible: about €2,800.00 (one reading); about €5,600.00 (one reading)." in lines[-1]
