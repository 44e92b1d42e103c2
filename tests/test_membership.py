from __future__ import annotations

import pickle
from decimal import Decimal, localcontext
from enum import Enum
from typing import Any, get_type_hints

import pytest
from attrs import evolve
from attrs.exceptions import FrozenInstanceError
from hypothesis import given
from hypothesis import strategies as st

from kuntapaatos import fees, membership, money
from kuntapaatos.errors import InvalidAmount, InvalidValue
from kuntapaatos.fees import USO_2025_2026, Term, annual_fee
from kuntapaatos.membership import (
    CostCentre,
    Entitlement,
    FeeOrigin,
    Membership,
    budget,
    settle,
    total_fee,
)
from kuntapaatos.money import from_cents, to_cents

KAJAANI = Membership(
    network="USO",
    organisers=("FCG", "Kuntaliitto"),
    municipality="Kajaani",
    term=Term(2025, 2026),
    annual_fee=Decimal(12000),
    fee_fixed_by=FeeOrigin.DECISION,
    fee_bracket=USO_2025_2026.brackets[0],
    stated_total=Decimal(24000),
    at_cost=("mahdolliset asiantuntijoiden matkakulut",),
    entitlements=(
        Entitlement(4, "kaikille yhteistä vuorovaikutuksellista teemaseminaaria"),
        Entitlement(6, "luottamushenkilöiden sparraustilaisuutta"),
        Entitlement(5, "räätälöityä kuntakohtaista kehittämispajaa"),
        Entitlement(None, "tietoaineistoa ja ajankohtaiskatsauksia"),
    ),
    cost_centres=(CostCentre("2911010001", "Yleishallinto"),),
    theme="Siiloista silloille",
    contract="kirjallinen sopimus verkoston ylläpitäjän kanssa alkuvuodesta 2025",
    funding="Kuntaliiton kehittämisrahoitus",
)
YLOJARVI = Membership(
    network="USO",
    organisers=("Kuntaliitto", "FCG Oy"),
    municipality="Ylöjärvi",
    term=Term(2023, 2024),
    annual_fee=Decimal(12000),
    fee_fixed_by=FeeOrigin.PREPARATION,
    cost_centres=(
        CostCentre("1185", covers="hankkeen osallistumismaksu"),
        CostCentre("1106", covers="luottamushenkilöiden osallistumiskustannukset"),
    ),
)


@pytest.mark.parametrize(
    ("joined", "years"),
    [
        pytest.param(KAJAANI, (2025, 2026), id="Kajaani, KAJDno-2024-1799"),
        pytest.param(YLOJARVI, (2023, 2024), id="Ylöjärvi, 211/00.04.00/2022"),
    ],
)
def test_two_years(joined: Membership, years: tuple[int, ...]) -> None:
    """
    A fee of 12 000 euros a year is 24 000 euros for a term of two years.
    """
    assert str(total_fee(joined)) == "24000.00"
    assert budget(joined) == tuple((year, Decimal("12000.00")) for year in years)
    assert settle(joined, ()) == total_fee(joined)


def test_stated_and_computed() -> None:
    """
    A stated total is kept beside the computed one, right or wrong, and absent when absent.
    """
    assert KAJAANI.stated_total == total_fee(KAJAANI)
    assert YLOJARVI.stated_total is None
    wrong = evolve(KAJAANI, stated_total=Decimal(25000))
    assert str(wrong.stated_total) == "25000.00"
    assert str(total_fee(wrong)) == "24000.00"


def test_stated_bracket() -> None:
    """
    The bracket a text states gives the fee it states.
    """
    assert KAJAANI.fee_bracket is not None
    assert KAJAANI.annual_fee == annual_fee(USO_2025_2026, 36_297) == KAJAANI.fee_bracket.annual_fee


@pytest.mark.parametrize(
    ("actual_costs", "expected"),
    [
        pytest.param((), "24000.00", id="nothing came on top"),
        pytest.param(Decimal("691.34"), "24691.34", id="one sum"),
        pytest.param([Decimal("214.6"), Decimal("476.74")], "24691.34", id="two trips"),
        pytest.param(iter([Decimal("0.01")] * 3), "24000.03", id="any iterable"),
        pytest.param(Decimal("1E+30"), "1" + 25 * "0" + "24000.00", id="a very large sum"),
    ],
)
def test_settle(actual_costs: Decimal, expected: str) -> None:
    """
    "Lisäksi laskutetaan asiantuntijoiden matkustuskustannukset toteutuneiden kulujen mukaisesti."
    """
    assert str(settle(KAJAANI, actual_costs)) == expected


@pytest.mark.parametrize(
    "actual_costs",
    [
        pytest.param(691.34, id="a float"),
        pytest.param(True, id="a flag"),
        pytest.param(None, id="nothing"),
        pytest.param("691.34", id="a text"),
        pytest.param([Decimal("691.34"), 1.0], id="a float among others"),
        pytest.param([Decimal(-1)], id="below zero"),
        pytest.param([Decimal("0.005")], id="half a cent"),
        pytest.param(Decimal("NaN"), id="no number"),
    ],
)
def test_no_costs(actual_costs: Decimal) -> None:
    """
    An actual cost is an amount of whole cents.
    """
    with pytest.raises(InvalidAmount):
        settle(KAJAANI, actual_costs)


@given(
    fee=st.integers(0, 10**15),
    first=st.integers(1900, 2190),
    more=st.integers(0, 9),
    costs=st.lists(st.integers(0, 10**15), max_size=10),
)
def test_sums_are_exact(fee: int, first: int, more: int, costs: list[int]) -> None:
    """
    The total is the budget's sum, and the settlement adds to it all that was spent.
    """
    joined = evolve(KAJAANI, term=Term(first, first + more), annual_fee=from_cents(fee))
    assert to_cents(total_fee(joined)) == fee * (more + 1)
    assert sum(to_cents(part) for _, part in budget(joined)) == fee * (more + 1)
    assert to_cents(settle(joined, map(from_cents, costs))) == fee * (more + 1) + sum(costs)


@pytest.mark.parametrize(
    ("joined", "missing"),
    [
        pytest.param(evolve(KAJAANI, annual_fee=None), "annual_fee", id="no fee"),
        pytest.param(evolve(KAJAANI, term=None), "term", id="no term"),
        pytest.param(Membership(network="USO"), "annual_fee and term", id="neither"),
    ],
)
def test_missing(joined: Membership, missing: str) -> None:
    """
    Nothing is computed from what is not known, and the error says what that is.
    """
    message = f"^{missing} must be known before a cost can be computed; got None$"
    for compute in (total_fee, budget):
        with pytest.raises(InvalidValue, match=message) as caught:
            compute(joined)
        assert pickle.loads(pickle.dumps(caught.value)).field == missing
    with pytest.raises(InvalidValue, match=message):
        settle(joined, Decimal("1.00"))


def test_no_membership() -> None:
    """
    A cost is asked of a membership.
    """
    joined: Any = "USO"
    for compute in (total_fee, budget):
        with pytest.raises(InvalidValue, match=r"^membership must be a Membership; got 'USO'$"):
            compute(joined)


def test_total_too_large() -> None:
    """
    A total of more than 38 digits is refused by a sentence.
    """
    joined = evolve(KAJAANI, annual_fee=Decimal("9E+35"))
    with pytest.raises(InvalidValue, match=r"^cents must be an int from 0 to 38 digits"):
        total_fee(joined)


@pytest.mark.parametrize(
    ("field", "given", "message"),
    [
        pytest.param("network", "", "network must be a text that is not empty; got ''", id="empty"),
        pytest.param("network", None, "network must be a text", id="no network"),
        pytest.param("municipality", " ", "municipality must be a text", id="blank"),
        pytest.param("theme", 7, "theme must be a text", id="a number as a text"),
        pytest.param("contract", "", "contract must be a text", id="an empty contract"),
        pytest.param("funding", "", "funding must be a text", id="an empty funding"),
        pytest.param(
            "organisers",
            "FCG",
            "organisers must be a sequence, each a text that is not empty; got 'FCG'",
            id="one text is no collection",
        ),
        pytest.param("organisers", {"FCG"}, "organisers must be a sequence", id="a set"),
        pytest.param("subthemes", None, "subthemes must be a sequence", id="no collection"),
        pytest.param(
            "at_cost", ["matkat", ""], r"at_cost\[1\] must be a text that is not", id="one is empty"
        ),
        pytest.param("at_cost", [1], r"at_cost\[0\] must be a text", id="one is no text"),
        pytest.param(
            "entitlements", ["4 seminaaria"], r"entitlements\[0\] must be an Ent", id="a bare text"
        ),
        pytest.param("cost_centres", ["1185"], r"cost_centres\[0\] must be a CostC", id="a code"),
        pytest.param("term", (2025, 2026), "term must be of type Term or None", id="a bare tuple"),
        pytest.param(
            "fee_bracket", 9000, "fee_bracket must be of type FeeBracket or None", id="a size"
        ),
        pytest.param(
            "fee_fixed_by", "päätöskö", "fee_fixed_by must be a FeeOrigin, such as", id="its value"
        ),
    ],
)
def test_refused(field: str, given: object, message: str) -> None:
    """
    What cannot be right is refused by the field's name when the value is made.
    """
    values: dict[str, Any] = {"network": "USO", field: given}
    with pytest.raises(InvalidValue, match=f"^{message}"):
        Membership(**values)


@pytest.mark.parametrize("field", ["annual_fee", "stated_total"])
@pytest.mark.parametrize("given", [12000.0, True, "12000", Decimal("NaN"), Decimal("0.001")])
def test_no_amount(field: str, given: object) -> None:
    """
    A sum is an amount of whole cents.
    """
    values: dict[str, Any] = {"network": "USO", field: given}
    with pytest.raises(InvalidAmount):
        Membership(**values)


@pytest.mark.parametrize("count", [0, -1, True, 4.0, "4"])
def test_no_count(count: int) -> None:
    """
    Of what a municipality gets there is at least one.
    """
    with pytest.raises(InvalidValue, match=r"^count must be an int from 1, or None; got "):
        Entitlement(count, "seminaaria")


def test_empty_parts() -> None:
    """
    A part without its words is refused.
    """
    with pytest.raises(InvalidValue, match=r"^what must be a text"):
        Entitlement(4, "")
    with pytest.raises(InvalidValue, match=r"^code must be a text"):
        CostCentre("")
    with pytest.raises(InvalidValue, match=r"^name must be a text"):
        CostCentre("1185", "")
    with pytest.raises(InvalidValue, match=r"^covers must be a text"):
        CostCentre("1185", covers="")


def test_any_iterable() -> None:
    """
    Collections come out as tuples, in the order given.
    """
    joined = Membership(
        network="USO",
        organisers=["FCG", "Kuntaliitto"],
        entitlements=iter(KAJAANI.entitlements),
        cost_centres=(CostCentre(code) for code in ("1185", "1106")),
    )
    assert joined.organisers == ("FCG", "Kuntaliitto")
    assert joined.entitlements == KAJAANI.entitlements
    assert [centre.code for centre in joined.cost_centres] == ["1185", "1106"]


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        pytest.param(KAJAANI, "USO 2025–2026, 12 000,00 € vuodessa", id="term and fee"),
        pytest.param(Membership(network="USO"), "USO", id="a name alone"),
        pytest.param(Entitlement(5, "kehittämistyöpajaa"), "5 kehittämistyöpajaa", id="a number"),
        pytest.param(Entitlement(None, "tietoaineisto"), "tietoaineisto", id="no number"),
        pytest.param(CostCentre("0012"), "0012", id="a code alone"),
        pytest.param(
            CostCentre("1185", "Hallinto", "osallistumismaksu"),
            "1185 Hallinto (osallistumismaksu)",
            id="all of it",
        ),
    ],
)
def test_in_finnish(value: object, shown: str) -> None:
    """
    A value prints in one line of Finnish.
    """
    assert str(value) == shown


@pytest.mark.parametrize(
    "value", [KAJAANI, YLOJARVI, KAJAANI.entitlements[0], YLOJARVI.cost_centres[0], *FeeOrigin]
)
def test_values_survive_pickle(value: object) -> None:
    """
    A value is the same after `pickle`, and can be a key.
    """
    again = pickle.loads(pickle.dumps(value))
    assert again == value
    assert len({again, value}) == 1


def test_frozen() -> None:
    """
    A membership is never changed, only evolved.
    """
    with pytest.raises(FrozenInstanceError):
        KAJAANI.annual_fee = Decimal(1)  # type: ignore[misc]


def test_the_callers_context_changes_nothing() -> None:
    """
    Under four digits 24 691.34 stays 24 691.34.
    """
    with localcontext() as context:
        context.prec = 4
        joined = evolve(KAJAANI, annual_fee=Decimal("12345.67"))
        assert str(total_fee(joined)) == "24691.34"
        assert str(settle(joined, [Decimal("0.01"), Decimal("1111.11")])) == "25802.46"
        assert str(joined) == "USO 2025–2026, 12 345,67 € vuodessa"


@pytest.mark.parametrize("module", [money, fees, membership])
def test_annotations_are_real(module: Any) -> None:
    """
    What the annotations of a public name say can be looked up.
    """
    for name in module.__all__:
        value = getattr(module, name)
        if callable(value):
            method = getattr(value, "exactly", None) if value is money.Stated else None
            assert get_type_hints(method or value) or issubclass(value, Enum | Decimal)
