"""
The picture of any rule of fees: exact, in a band, or not known.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from kuntapaatos import Amount, FeeBracket, FeeSchedule, Term, Weight, fee
from kuntapaatos.errors import InvalidValue
from kuntapaatos.fees import (
    KOTISEUTULIITTO_2018,
    KT_2022,
    BracketFee,
    Exactness,
    FeeFacts,
    FeeRule,
    FlatFee,
    FrameShare,
    Limited,
    Percentage,
    PerInhabitant,
)
from kuntapaatos.io import notebook
from kuntapaatos.io.notebook.curve import FEWEST, MOST

NUMBER: Any = 5


def schedule(*rules: FeeRule) -> FeeSchedule:
    """Return a schedule of these rules."""
    return FeeSchedule(
        network="Esimerkkiverkosto", term=Term(2025, 2026), rules=rules, source="tarjous"
    )


def lines(drawn: notebook.Picture) -> list[str]:
    """Return what a picture says, without its source."""
    *said, source = drawn.description.split(". ")
    assert source.endswith(": tarjous")
    return said


LIMITED = Limited(PerInhabitant(Decimal("0.45")), minimum=Decimal(5_000), maximum=Decimal(90_000))
BRACKETS = [
    FeeBracket(500, 5_000, Decimal(200)),
    FeeBracket(5_000, 10_000, Decimal(300)),
    FeeBracket(20_000, 50_000, Decimal(650)),
]


def test_an_exact_rule() -> None:
    """
    Where the fee is exact there is one line, and nothing hatched.
    """
    drawn = notebook.picture(schedule(LIMITED), language="en")
    assert lines(drawn) == [
        "100 inhabitants: €5,000.00",
        "1,000 inhabitants: €5,000.00",
        "10,000 inhabitants: €5,000.00",
        "100,000 inhabitants: €45,000.00",
        "700,000 inhabitants: €90,000.00",
    ]
    assert "stroke-dasharray" not in drawn.svg
    assert drawn.svg.count('stroke-width="2"') == 1
    assert ET.fromstring(drawn.svg).get("width") == "360"


def test_gaps_and_edges() -> None:
    """
    What is not known is hatched, an edge that two brackets share stands out, both are exact.
    """
    drawn = notebook.picture(schedule(BracketFee(BRACKETS), FlatFee(Decimal(50))))
    assert lines(drawn)[:2] == ["100 asukasta: ei tiedossa", "1 000 asukasta: 250,00 €"]
    # Below 500, between 10 000 and 20 000, above 50 000; and the edge at 5 000.
    assert drawn.svg.count("<rect ") == 3
    assert drawn.svg.count('fill-opacity="0.25"') == 1
    assert drawn.svg.count('stroke-width="2"') == 3


@pytest.mark.parametrize(
    ("stated", "said"),
    [
        (Amount.at_most(Decimal(9_000)), "enintään 9 000,00 €"),
        (Amount.at_least(Decimal(9_000)), "vähintään 9 000,00 €"),
        (Amount.about(Decimal(9_000)), "noin 9 000,00 €"),
        (Amount.between(Decimal(4_000), Decimal(9_000)), "4 000,00 € – 9 000,00 €"),
        (Amount.about(Decimal(4_000), Decimal(9_000)), "noin 4 000,00 € – 9 000,00 €"),
        (Amount(Decimal(9_000), Exactness.JUST_UNDER), "vajaa 9 000,00 €"),
    ],
)
def test_what_is_not_exact(stated: Amount, said: str) -> None:
    """
    A sum that is not exact is a band, and is said as it is stated.
    """
    drawn = notebook.picture(schedule(FlatFee(stated)))
    assert lines(drawn)[-1] == f"700 000 asukasta: {said}"
    assert drawn.svg.count('fill-opacity="0.25"') == 1
    assert f">{said.replace(' ', chr(0xA0))}<" in drawn.svg.replace(" ", "\u00a0")


def test_a_term_in_swedish() -> None:
    """
    The words of exactness are in the language of the picture.
    """
    drawn = notebook.picture(schedule(FlatFee(Amount.at_most(Decimal(9_000)))), language="sv")
    assert lines(drawn)[0] == "100 invånare: högst 9 000,00 €"


def test_a_missing_fact() -> None:
    """
    What a rule needs besides inhabitants is named, and then given.
    """
    without = notebook.picture(KT_2022, language="sv")
    assert without.description.startswith("inte känt utan: kostnadsram (frame). ")
    assert without.svg.count("<rect ") == 1
    half = notebook.picture(
        KT_2022, language="en", facts=FeeFacts(frame=Decimal(1), total_population=MOST)
    )
    assert half.description.startswith(
        "not known without: taxable income (weights[Weight.TAXABLE_INCOME]). "
    )
    facts = FeeFacts(frame=Decimal(910_000), total_population=40_000)
    share = schedule(FrameShare.by(Weight.INHABITANTS, Percentage(20)))
    drawn = notebook.picture(share, facts=facts)
    assert lines(drawn) == [
        "100 asukasta: 455,00 €",
        "1 000 asukasta: 4 550,00 €",
        "10 000 asukasta: 45 500,00 €",
        "100 000 asukasta: ei tiedossa",
        "700 000 asukasta: ei tiedossa",
    ]
    with pytest.raises(InvalidValue, match=r"^facts must be a FeeFacts; got 5$"):
        notebook.picture(share, facts=NUMBER)


def test_a_free_fee_and_an_unknown_one() -> None:
    """
    Free of charge is a line at nothing; where nothing is known there is no line.
    """
    free = notebook.picture(schedule(FlatFee(Decimal(0))))
    assert lines(free)[0] == "100 asukasta: 0,00 €"
    assert free.svg.count('stroke-width="2"') == 1
    unknown = notebook.picture(schedule(BracketFee([FeeBracket(0, 9, Decimal(1))])))
    assert lines(unknown)[0] == "100 asukasta: ei tiedossa"
    assert 'stroke-width="2"' not in unknown.svg


def test_every_size_is_the_scalar_answer() -> None:
    """
    What the picture says of a size is what `fee` gives.
    """
    rules = schedule(LIMITED, FlatFee(Decimal("0.50")))
    drawn = notebook.picture(rules)
    for said in lines(drawn):
        size, _, amount = said.partition(" asukasta: ")
        population = int(size.replace(" ", ""))
        assert FEWEST <= population <= MOST
        assert amount == str(fee(rules, 2025, population=population).without_tax)


def test_shared_edges_of_a_schedule() -> None:
    """
    Brackets are bars; an edge that two of them share has both fees, and no bar.
    """
    drawn = notebook.picture(KOTISEUTULIITTO_2018)
    assert "5 000 asukasta: 200,00 € tai 300,00 €: raja on kahdessa luokassa" in drawn.description
    assert drawn.svg.count("stroke-dasharray") == 3


def test_table_of_a_fee() -> None:
    """
    A fee shows what a reader asks first, and rates as numbers.
    """
    found = fee(
        KT_2022,
        2022,
        frame=Decimal(5_719_454),
        population=16_391,
        total_population=5_503_664,
        weights={Weight.TAXABLE_INCOME: (266_190_085, 100_291_140_710)},
    )
    page = notebook.table(found).replace("\u00a0", " ")
    assert page.index(">net<") < page.index(">exactness<") < page.index(">steps<")
    assert "16 107,00 €" in page
    assert "266 190 085" in notebook.table(found.facts).replace("\u00a0", " ")
    assert "7,5" in notebook.table(PerInhabitant(Decimal("7.5")))
    assert "7,50 €" not in notebook.table(PerInhabitant(Decimal("7.5"))).replace("\u00a0", " ")
