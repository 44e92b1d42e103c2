"""
What a public rule, or the rule that a text states, gives for a membership.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve

from kuntapaatos.errors import InvalidValue
from kuntapaatos.fees import (
    KOTISEUTULIITTO_2018,
    KT_2022,
    PUUMALA_USO_2019_2020,
    USO_2025_2026,
    Amount,
    FeeBracket,
    FeeSchedule,
    FlatFee,
    PerInhabitant,
    Term,
)
from kuntapaatos.membership import Membership, ruled_fees, schedule_of
from kuntapaatos.municipalities import municipality

OWN = FeeSchedule(
    network="Esimerkkiverkosto",
    term=Term(2020, 2022),
    brackets=[FeeBracket(0, 36_566, Decimal(100)), FeeBracket(36_567, None, Decimal(200))],
    source="tarjous",
)


def joined(network: str = "USO", first: int = 2025, last: int = 2026, **given: Any) -> Membership:
    """Return a membership of a network for some years."""
    return Membership(network=network, term=Term(first, last), **given)


@pytest.mark.parametrize(
    ("membership", "schedule"),
    [
        pytest.param(joined(), USO_2025_2026, id="by its name"),
        pytest.param(joined("USO-verkosto"), USO_2025_2026, id="in a compound"),
        pytest.param(joined("Uudistuva kunta (uso)", 2026), USO_2025_2026, id="within a longer name"),
        pytest.param(joined("Musolini"), None, id="letters within a word"),
        pytest.param(joined("USO", 2024, 2025), None, id="a year that it does not cover"),
        pytest.param(Membership(network="USO"), None, id="no years"),
        pytest.param(joined("Suomen Kotiseutuliitto", 2018, 2018), KOTISEUTULIITTO_2018, id="another network"),
        pytest.param(joined("USO", 2019, 2020), None, id="what one municipality paid is no rule"),
        pytest.param(joined("USO", 2019, 2020, municipality="Puumalan kunta"), PUUMALA_USO_2019_2020, id="but its own"),
        pytest.param(joined("USO", 2019, 2020, municipality="Kajaani"), None, id="and no other's"),
        pytest.param(joined(schedule=OWN), OWN, id="the text's own rule goes before"),
    ],
)  # fmt: skip
def test_schedule(membership: Membership, schedule: FeeSchedule | None) -> None:
    """
    A public rule is taken for its own network and years, and the text's own before it.
    """
    assert schedule_of(membership) == schedule


FEES = [
    pytest.param(joined(municipality="Kajaani"), {}, {2025: ("12000.00", 2022), 2026: ("12000.00", 2022)}, id="by the last known years"),
    pytest.param(joined(municipality=municipality(205)), {"population": 9_000}, {2025: ("12000.00", None), 2026: ("12000.00", None)}, id="by a number that is given"),
    pytest.param(joined("USO", 2019, 2020, municipality="Puumala"), {}, {2019: ("9000.00", None), 2020: ("9000.00", None)}, id="one that counts no inhabitants"),
    pytest.param(joined("Suomen Kotiseutuliitto", 2018, 2018, municipality="Puumala"), {}, {2018: ("150.00", 2017)}, id="by the years before it"),
    pytest.param(joined("Esimerkkiverkosto", 2022, 2022), {"schedule": OWN, "population": 36_567}, {2022: ("200.00", None)}, id="by a rule that is given"),
    pytest.param(joined(municipality="Mallila"), {}, {}, id="no such municipality"),
    pytest.param(joined(), {}, {}, id="no municipality"),
    pytest.param(joined(municipality="Puumala"), {}, {}, id="no bracket for its size"),
    pytest.param(joined("Esimerkki"), {}, {}, id="no rule"),
    pytest.param(joined("Esimerkkiverkosto", 2019, 2020), {"schedule": OWN}, {}, id="a year outside the rule"),
    # 36 567 at the end of 2020, 36 709 a year earlier: on the edge of the brackets.
    pytest.param(joined("Esimerkkiverkosto", 2022, 2022, municipality="Kajaani"), {"schedule": OWN}, {}, id="a fee that hangs on the year"),
    pytest.param(joined("Suomen Kotiseutuliitto", 2018, 2018, municipality="Kuopio"), {}, {}, id="an area that was another"),
    pytest.param(joined("Kunta- ja hyvinvointialuetyönantajat KT", 2022, 2022, municipality="Kajaani"), {}, {}, id="a frame that is not known"),
]  # fmt: skip


@pytest.mark.parametrize(("membership", "given", "expected"), FEES)
def test_fees(
    membership: Membership, given: dict[str, Any], expected: dict[int, tuple[str, int | None]]
) -> None:
    """
    A fee is counted where all that its rule counts with is known, and else not at all.
    """
    found = {
        ruled.fee.year: (str(ruled.fee.net), ruled.population_year)
        for ruled in ruled_fees(membership, **given)
    }
    assert found == expected


@pytest.mark.parametrize(
    ("on", "year"),
    [
        pytest.param(date(2020, 12, 31), 2020, id="the last day of a year"),
        pytest.param(date(2021, 1, 1), 2020, id="New Year's Day"),
        pytest.param(date(2021, 6, 30), None, id="another day"),
        pytest.param(date(2024, 12, 31), None, id="a year that is not in the table"),
    ],
)
def test_the_day_of_the_rule(on: date, year: int | None) -> None:
    """
    Where the rule says the day, the inhabitants of that day are taken, or none.
    """
    rule = evolve(OWN, population_on=on)
    membership = joined("Esimerkkiverkosto", 2022, 2022, municipality="Kajaani", schedule=rule)
    assert [ruled.population_year for ruled in ruled_fees(membership)] == ([year] if year else [])


def test_too_long_ago() -> None:
    """
    Inhabitants of more than three years before the term say nothing sure.
    """
    rule = FeeSchedule(
        network="Esimerkkiverkosto",
        term=Term(2025, 2026),
        rules=PerInhabitant(Decimal(1)),
        source="tarjous",
    )
    membership = joined("Esimerkkiverkosto", 2026, 2026, municipality="Kajaani", schedule=rule)
    assert ruled_fees(membership) == ()


def test_a_rule_that_is_not_exact() -> None:
    """
    A rule may give "at most" too.
    """
    rule = FeeSchedule(
        network="Esimerkkiverkosto",
        term=Term(2025, 2025),
        rules=FlatFee(Amount.at_most(Decimal(500))),
        source="tarjous",
    )
    (ruled,) = ruled_fees(joined("Esimerkkiverkosto", 2025, 2025, schedule=rule))
    assert str(ruled.fee.without_tax) == "enintään 500,00 €"


def test_other_arguments() -> None:
    """
    What is no membership is refused.
    """
    with pytest.raises(InvalidValue, match="membership must be a Membership"):
        schedule_of("USO")  # type: ignore[arg-type]


def test_how_the_country_divides_is_known() -> None:
    """
    A rule by a frame is public, and found, though the frame is not known.
    """
    assert schedule_of(joined(KT_2022.network, 2022, 2022)) is KT_2022
