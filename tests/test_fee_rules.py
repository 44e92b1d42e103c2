"""
A fee by each form of rule, the edges included, with the steps it is counted in.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal, localcontext
from typing import Any, get_args, get_type_hints

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from kuntapaatos.doubts import Basis, DoubtCode
from kuntapaatos.errors import (
    FactMissing,
    FeeNotExact,
    InvalidAmount,
    InvalidValue,
    NoFeeKnown,
    NoRuleInForce,
    NotADay,
)
from kuntapaatos.fees import (
    KOTISEUTULIITTO_2018,
    KT_2022,
    PUUMALA_USO_2019_2020,
    USO_2025_2026,
    Amount,
    BracketFee,
    EntryFee,
    Exactness,
    Fee,
    FeeBracket,
    FeeFacts,
    FeePeriod,
    FeeRule,
    FeeSchedule,
    FeeStepRule,
    FirstYear,
    FlatFee,
    ForeignAmount,
    FrameShare,
    Indexed,
    Limited,
    Measure,
    MemberStatus,
    Percentage,
    PerInhabitant,
    Rounded,
    Term,
    Vat,
    VatTreatment,
    Weight,
    WeightPart,
    annual_fee,
    fee,
    shares_of_frame,
)
from kuntapaatos.law import LAW_AS_OF
from kuntapaatos.money import Rounding, RoundingUnit, to_cents
from kuntapaatos.municipalities import municipalities, population

ANY: Any = None
NUMBER: Any = 2025
TEXT: Any = "5000"
TERM = FeePeriod.TERM
ONCE = FeePeriod.ONCE
# The largest municipality of the population tables, Helsinki at the end of 2022.
LARGEST = 664_028


def sums(text: str) -> Decimal:
    """Return a sum as it is printed: 12 000 or 12 000,50."""
    return Decimal(text.replace(" ", "").replace(",", "."))


def schedule(*rules: FeeRule, **given: Any) -> FeeSchedule:
    """Return a schedule of these rules, for 2021-2027 when nothing else is said."""
    fields: dict[str, Any] = {
        "network": "Esimerkkiverkosto",
        "term": Term(2021, 2027),
        "source": "tarjous",
    }
    return FeeSchedule(rules=rules, **{**fields, **given})


def asked(rule: FeeRule, **facts: Any) -> Fee:
    """Return the fee of a rule for 2021."""
    return fee(schedule(rule), 2021, **facts)


SUNNE = Limited(PerInhabitant(Decimal("0.45")), minimum=Decimal(5_000), maximum=Decimal(90_000))
LEADER = Percentage(13, Percentage(20, per=TERM), per=TERM)
HALF_AND_HALF = [WeightPart(Weight.INHABITANTS, 50), WeightPart(Weight.TAXABLE_INCOME, 50)]

CASES: list[Any] = [
    # A sum that is the same for all.
    pytest.param(FlatFee(sums("24 000")), {}, "24 000", id="flat, a year"),
    pytest.param(FlatFee(sums("20 000"), per=ONCE), {}, "20 000", id="flat, once"),
    pytest.param(FlatFee(sums("145 600"), per=TERM), {}, "145 600", id="flat, a term"),
    pytest.param(FlatFee(Decimal(0)), {}, "0", id="free, and said so"),
    # So much for each inhabitant, with a floor and a ceiling.
    pytest.param(PerInhabitant(Decimal("7.5")), {"population": 0}, "0", id="nobody"),
    pytest.param(PerInhabitant(Decimal("7.5")), {"population": 7_854}, "58 905", id="7,5 €"),
    pytest.param(
        PerInhabitant(Decimal("7.5")), {"population": LARGEST}, "4 980 210", id="7,5 €, the largest"
    ),
    pytest.param(SUNNE, {"population": 0}, "5 000", id="the minimum, nobody"),
    pytest.param(SUNNE, {"population": 11_111}, "5 000", id="the minimum, one below"),
    pytest.param(SUNNE, {"population": 11_112}, "5 000,40", id="the minimum, one above"),
    pytest.param(SUNNE, {"population": 199_999}, "89 999,55", id="the maximum, one below"),
    pytest.param(SUNNE, {"population": 200_000}, "90 000", id="the maximum itself"),
    pytest.param(SUNNE, {"population": 200_001}, "90 000", id="the maximum, one above"),
    pytest.param(SUNNE, {"population": LARGEST}, "90 000", id="the maximum, the largest"),
    # A share of a frame of costs.
    pytest.param(LEADER, {"frame": sums("4 550 000")}, "118 300", id="20 % of the frame x 13 %"),
    pytest.param(LEADER, {"frame": sums("3 000 000")}, "78 000", id="the frame shrinks"),
    pytest.param(
        FrameShare.by(Weight.INHABITANTS),
        {"frame": sums("1 000"), "population": 2_500, "total_population": 10_000},
        "250",
        id="by inhabitants",
    ),
    pytest.param(
        FrameShare.by(Weight.INHABITANTS),
        {"frame": sums("1 000"), "population": 0, "total_population": 10_000},
        "0",
        id="by inhabitants, nobody",
    ),
    pytest.param(
        FrameShare.by(Weight.INHABITANTS),
        {"frame": sums("1 000"), "population": 10_000, "total_population": 10_000},
        "1 000",
        id="by inhabitants, everybody",
    ),
    pytest.param(
        FrameShare.by(Weight.EQUALLY, Percentage(50)),
        {"frame": sums("140 000"), "members": 2},
        "35 000",
        id="half of a budget, equally between two",
    ),
    pytest.param(
        FrameShare.by(Weight.WAGES),
        {"frame": sums("60 000"), "weights": {Weight.WAGES: (Decimal("2.5"), Decimal(10))}},
        "15 000",
        id="by wages",
    ),
    pytest.param(
        FrameShare([WeightPart(Weight.EQUALLY, 1), WeightPart(Weight.INHABITANTS, 3)]),
        {
            "frame": sums("8 000"),
            "members": 4,
            "population": 100,
            "total_population": 1_000,
        },
        "1 100",
        id="a quarter equally, the rest by inhabitants",
    ),
    # A percentage with a maximum.
    pytest.param(
        Limited(Percentage(Decimal("4.1")), maximum=sums("25 000")),
        {"frame": sums("606 000")},
        "24 846",
        id="4,1 % of 606 000, under the maximum",
    ),
    pytest.param(
        Limited(Percentage(Decimal("4.1")), maximum=sums("25 000")),
        {"frame": sums("609 756")},
        "24 999,996",
        id="4,1 %, finer than a cent",
    ),
    pytest.param(
        Limited(Percentage(Decimal("4.1")), maximum=sums("25 000")),
        {"frame": sums("609 760")},
        "25 000",
        id="4,1 %, over the maximum",
    ),
    # An index with its base.
    pytest.param(
        Indexed(FlatFee(sums("1 000")), 100, "elinkustannusindeksi"),
        {"index": Decimal("103.25")},
        "1 032,50",
        id="an index",
    ),
    pytest.param(
        Indexed(SUNNE, 50, "indeksi"),
        {"index": 100, "population": 10},
        "10 000",
        id="the minimum raised too",
    ),
    pytest.param(
        Limited(Indexed(PerInhabitant(1), 50, "indeksi"), minimum=sums("5 000")),
        {"index": 100, "population": 10},
        "5 000",
        id="the minimum not raised",
    ),
    # An entry fee, a first year in part.
    pytest.param(
        FirstYear(FlatFee(sums("6 000")), percent=50),
        {"status": MemberStatus.NEW},
        "3 000",
        id="half in the first year",
    ),
    pytest.param(
        FirstYear(FlatFee(sums("6 000")), percent=50),
        {"status": MemberStatus.CONTINUING},
        "6 000",
        id="in full afterwards",
    ),
    pytest.param(
        FirstYear(FlatFee(sums("6 000")), by_months=True),
        {"status": MemberStatus.NEW, "months": 5},
        "2 500",
        id="five months of the first year",
    ),
    pytest.param(
        FirstYear(FlatFee(sums("6 000")), by_months=True),
        {"status": MemberStatus.NEW, "months": 12},
        "6 000",
        id="all months of the first year",
    ),
    pytest.param(
        FirstYear(FlatFee(sums("6 000")), percent=50, returning=True),
        {"status": MemberStatus.RETURNING},
        "3 000",
        id="coming back counts as the first year",
    ),
    pytest.param(
        FirstYear(FlatFee(sums("6 000")), percent=50, returning=False),
        {"status": MemberStatus.RETURNING},
        "6 000",
        id="coming back does not",
    ),
    pytest.param(
        EntryFee(FlatFee(sums("5 000"), per=ONCE), returning=50),
        {"status": MemberStatus.NEW},
        "5 000",
        id="the entry fee",
    ),
    pytest.param(
        EntryFee(FlatFee(sums("5 000"), per=ONCE), returning=50),
        {"status": MemberStatus.RETURNING},
        "2 500",
        id="half the entry fee on coming back",
    ),
    pytest.param(
        EntryFee(FlatFee(sums("5 000"), per=ONCE)),
        {"status": MemberStatus.CONTINUING},
        "0",
        id="no entry fee for a member",
    ),
    # Whole cents and whole euros.
    pytest.param(
        Rounded(PerInhabitant(Decimal("0.125")), Rounding.HALF_UP),
        {"population": 5},
        "0,63",
        id="half a cent up",
    ),
    pytest.param(
        Rounded(PerInhabitant(Decimal("0.125")), Rounding.HALF_EVEN),
        {"population": 5},
        "0,62",
        id="half a cent to even",
    ),
    pytest.param(
        Rounded(PerInhabitant(Decimal("0.5")), Rounding.DOWN, RoundingUnit.EURO),
        {"population": 5},
        "2",
        id="euros down",
    ),
    pytest.param(
        Rounded(PerInhabitant(Decimal("0.5")), Rounding.UP, RoundingUnit.EURO),
        {"population": 5},
        "3",
        id="euros up",
    ),
    pytest.param(
        FlatFee(ForeignAmount(75_000, "DKK", Amount(sums("10 000")))),
        {},
        "10 000",
        id="a foreign sum with its equivalent",
    ),
]


@pytest.mark.parametrize(("rule", "facts", "expected"), CASES)
def test_rule(rule: FeeRule, facts: dict[str, Any], expected: str) -> None:
    """
    Each form of fee gives the sum that a person would count, or says that it is finer than a cent.
    """
    wanted = sums(expected)
    if wanted * 100 % 1:
        with pytest.raises(InvalidValue, match=f"Rounded rule .* got '{wanted:.6f}'$"):
            asked(rule, **facts)
        return
    found = asked(rule, **facts)
    assert found.net == wanted
    assert found.is_exact
    assert found.exactly() == wanted
    assert found.steps[-1].result == Amount(wanted)
    assert pickle.loads(pickle.dumps(found)) == found
    with localcontext() as context:
        context.prec = 2
        assert asked(rule, **facts) == found


def test_several_rules_are_added() -> None:
    """
    An entry fee stands beside the yearly one, and brackets beside other rules.
    """
    both = schedule(
        EntryFee(FlatFee(sums("5 000"), per=ONCE)),
        brackets=[FeeBracket(0, None, sums("1 200"))],
    )
    found = fee(both, 2021, population=800, status=MemberStatus.NEW)
    assert found.net == sums("6 200")
    assert [step.rule for step in found.steps] == [
        FeeStepRule.BRACKET,
        FeeStepRule.FLAT,
        FeeStepRule.ENTRY,
        FeeStepRule.SUM,
    ]
    assert fee(both, 2022, population=800, status=MemberStatus.CONTINUING).net == sums("1 200")
    assert both.per is FeePeriod.YEAR


# --- what is printed of public networks ---------------------------------------------------


@pytest.mark.parametrize(
    ("population", "expected"),
    [
        (0, "150"),
        (2_999, "150"),
        (3_000, "200"),
        (4_999, "200"),
        (5_000, "200 or 300"),
        (5_001, "300"),
        (9_999, "300"),
        (10_000, "300 or 450"),
        (10_001, "450"),
        (19_999, "450"),
        (20_000, "450 or 650"),
        (20_001, "650"),
        (50_000, "650"),
        (50_001, "800"),
        (LARGEST, "800"),
    ],
)
def test_kotiseutuliitto(population: int, expected: str) -> None:
    """
    "alle 3 000", "3 000 - 5 000", "5 000 - 10 000" … "yli 50 000": three edges are open.
    """
    found = fee(KOTISEUTULIITTO_2018, 2018, population=population)
    wanted = [sums(one) for one in expected.split(" or ")]
    if len(wanted) == 1:
        assert (found.net, found.doubts, found.is_exact) == (wanted[0], (), True)
        assert annual_fee(KOTISEUTULIITTO_2018, population) == wanted[0]
        return
    (doubt,) = found.doubts
    assert (doubt.code, doubt.about) == (DoubtCode.BRACKET_EDGE, "net")
    assert [candidate.value for candidate in doubt.candidates] == wanted
    assert {candidate.basis for candidate in doubt.candidates} == {Basis.READING}
    assert (found.net, found.exactness) == (None, Exactness.BETWEEN)
    assert found.without_tax == Amount.between(*wanted)
    with pytest.raises(FeeNotExact, match="maksuluokkien yhteinen raja"):
        found.exactly()
    with pytest.raises(FeeNotExact, match="the edge of two brackets"):
        annual_fee(KOTISEUTULIITTO_2018, population)


@pytest.mark.parametrize("population", [8_999, 9_000, 36_297, 45_000, 45_001])
def test_uso(population: int) -> None:
    """
    "9 000 - 45 000 asukkaan kunnan osallistumismaksu": outside it nothing is known.
    """
    if 9_000 <= population <= 45_000:
        found = fee(USO_2025_2026, 2025, population=population)
        assert (found.net, found.vat, found.gross) == (sums("12 000"), None, None)
        assert found.source == "Kajaanin kaupunki, KAJDno-2024-1799"
        assert found.law_as_of is None
    else:
        with pytest.raises(NoFeeKnown, match="nearest known brackets: 9000-45000"):
            fee(USO_2025_2026, 2025, population=population)


def test_puumala() -> None:
    """
    "Kuntakohtainen vuosimaksu [...] on 9 000 euroa + ALV": 24 % in 2019 and 2020.
    """
    for year in (2019, 2020):
        found = fee(PUUMALA_USO_2019_2020, year)
        assert (found.net, found.vat, found.gross) == (
            sums("9 000"),
            sums("2 160"),
            sums("11 160"),
        )
        assert [str(one) for one in found.steps[-1].provisions] == [
            "Arvonlisäverolaki 84 § (706/2012)"
        ]
        assert found.law_as_of == LAW_AS_OF
    with pytest.raises(FeeNotExact, match="charged for"):
        annual_fee(evolve(PUUMALA_USO_2019_2020, rules=FlatFee(Decimal(1), per=TERM)), 2_200)
    assert annual_fee(PUUMALA_USO_2019_2020, 2_200) == sums("9 000")


# Names, inhabitants and incomes as printed, with the fee that is printed beside them.
KT_ROWS = [
    ("Akaa", 16_391, 266_190_085, "16 107"),
    ("Alajärvi", 9_419, 118_454_981, "8 272"),
    ("Alavieska", 2_517, 31_353_321, "2 202"),
    ("Alavus", 11_332, 140_393_937, "9 891"),
    ("Asikkala", 8_059, 128_348_357, "7 847"),
    ("Askola", 4_878, 85_325_357, "4 968"),
    ("Aura", 3_959, 65_105_519, "3 914"),
]
KT_POPULATION, KT_INCOME = 5_503_664, 100_291_140_710


@pytest.mark.parametrize(("name", "population", "income", "printed"), KT_ROWS)
def test_kt(name: str, population: int, income: int, printed: str) -> None:
    """
    Half by inhabitants, half by taxable income, whole euros: the printed rows come out.
    """
    found = fee(
        KT_2022,
        2022,
        frame=sums("5 719 454"),
        population=population,
        total_population=KT_POPULATION,
        weights={Weight.TAXABLE_INCOME: (income, KT_INCOME)},
    )
    assert found.net == sums(printed), name
    by_inhabitants, by_income, total, rounded = found.steps
    assert by_inhabitants.cut
    assert (total.rule, rounded.rule) == (FeeStepRule.SUM, FeeStepRule.ROUNDING)
    assert "… €" in str(by_income)
    assert by_income.source == KT_2022.source


def test_kt_in_advance() -> None:
    """
    "7 149 318 euroa, josta peritään ennakkoon 80 % = 5 719 454."
    """
    advance = Rounded(Percentage(80), Rounding.HALF_UP, RoundingUnit.EURO)
    assert asked(advance, frame=sums("7 149 318")).net == sums("5 719 454")
    shares = evolve(
        KT_2022,
        rules=Rounded(FrameShare(HALF_AND_HALF, advance), Rounding.HALF_UP, RoundingUnit.EURO),
    )
    found = fee(
        shares,
        2022,
        frame=sums("7 149 318"),
        population=16_391,
        total_population=KT_POPULATION,
        weights={Weight.TAXABLE_INCOME: (266_190_085, KT_INCOME)},
    )
    assert found.net == sums("16 107")


def test_leader_of_a_term() -> None:
    """
    145 600 = 7 x 20 800: a sum for a term stays one, and nobody divides it by years.
    """
    found = asked(FlatFee(sums("145 600"), per=TERM))
    assert found.per is TERM
    assert found.net == 7 * sums("20 800")
    with pytest.raises(FeeNotExact, match=r"is not exact: charged for: kausi$"):
        annual_fee(schedule(FlatFee(sums("145 600"), per=TERM)), 800)


# --- what is not exact ----------------------------------------------------------------------

NOT_EXACT: list[Any] = [
    pytest.param(Amount.at_most(sums("4 000 000")), Amount.at_most(sums("4 000 000")), id="most"),
    pytest.param(Amount.about(sums("24 000")), Amount.about(sums("24 000")), id="about"),
    pytest.param(Amount.at_least(sums("10")), Amount.at_least(sums("10")), id="least"),
    pytest.param(
        Amount.between(sums("4 000"), sums("10 000")),
        Amount.between(sums("4 000"), sums("10 000")),
        id="between",
    ),
    pytest.param(
        ForeignAmount(6_000, "USD", Amount.about(sums("5 600"))),
        Amount.about(sums("5 600")),
        id="a foreign sum, about",
    ),
]


@pytest.mark.parametrize(("stated", "found"), NOT_EXACT)
def test_never_exact(stated: Amount | ForeignAmount, found: Amount) -> None:
    """
    Of a maximum, a range or "about" so much no exact fee is made.
    """
    asked_for = asked(FlatFee(stated))
    assert asked_for.without_tax == found
    assert asked_for.exactness is found.exactness
    assert not asked_for.is_exact
    with pytest.raises(FeeNotExact, match=r"^the fee of Esimerkkiverkosto for 2021 is not exact: "):
        asked_for.exactly()


JUST_UNDER = Amount(sums("26 000"), Exactness.JUST_UNDER)
JUST_OVER = Amount(sums("4 000"), Exactness.JUST_OVER)


@pytest.mark.parametrize(
    ("stated", "limits", "found"),
    [
        pytest.param(Amount.at_most(sums("30 000")), {"maximum": "25 000"}, "at most 25000", id="a lower maximum"),
        pytest.param(Amount.at_most(sums("4 000")), {"minimum": "5 000"}, "exact 5000", id="at most less than the minimum"),
        pytest.param(Amount.at_most(sums("6 000")), {"minimum": "5 000"}, "at most 6000", id="at most more than the minimum"),
        pytest.param(Amount.at_least(sums("30 000")), {"maximum": "25 000"}, "exact 25000", id="at least more than the maximum"),
        pytest.param(Amount.at_least(sums("4 000")), {"minimum": "5 000"}, "at least 5000", id="at least less than the minimum"),
        pytest.param(Amount.about(sums("30 000")), {"maximum": "25 000"}, "about 25000", id="about more than the maximum"),
        pytest.param(Amount.about(sums("4 000")), {"minimum": "5 000"}, "about 5000", id="about less than the minimum"),
        pytest.param(JUST_UNDER, {"maximum": "25 000"}, "at most 25000", id="just under, over the maximum"),
        pytest.param(JUST_UNDER, {"minimum": "30 000"}, "exact 30000", id="just under, under the minimum"),
        pytest.param(JUST_OVER, {"minimum": "5 000"}, "at least 5000", id="just over, under the minimum"),
        pytest.param(JUST_OVER, {"maximum": "3 000"}, "exact 3000", id="just over, over the maximum"),
        pytest.param(Amount.between(sums("1"), sums("9")), {"minimum": "4", "maximum": "6"}, "between 4-6", id="between, both ends"),
        pytest.param(Amount.between(sums("1"), sums("9")), {"minimum": "10"}, "exact 10", id="between, below the minimum"),
        pytest.param(Amount.between(sums("1"), sums("9")), {"minimum": "2", "maximum": "20"}, "between 2-9", id="between, one end"),
        pytest.param(Amount.between(sums("5"), sums("9")), {"minimum": "2", "maximum": "5"}, "exact 5", id="between, above the maximum"),
        pytest.param(Amount.about(sums("4"), sums("9")), {"maximum": "6"}, "about 4-6", id="about between, one end"),
    ],
)  # fmt: skip
def test_limits_of_what_is_not_exact(stated: Amount, limits: dict[str, str], found: str) -> None:
    """
    A limit makes exact what lies wholly beyond it, and bounds the rest.
    """
    given_limits = {name: sums(limit) for name, limit in limits.items()}
    rule = Limited(FlatFee(stated), **given_limits)
    amount = asked(rule).without_tax
    how, _, ends = found.rpartition(" ")
    kinds = {kind.name.lower().replace("_", " "): kind for kind in Exactness}
    low, _, high = ends.partition("-")
    assert amount == Amount(sums(low), kinds[how], up_to=sums(high) if high else None)


def test_fisu() -> None:
    """
    4 000 to about 10 000 by inhabitants, half price in the first year for new members.
    """
    fisu = FirstYear(FlatFee(Amount.about(sums("4 000"), sums("10 000"))), percent=50)
    new = asked(fisu, status=MemberStatus.NEW)
    assert new.without_tax == Amount.about(sums("2 000"), sums("5 000"))
    back = asked(fisu, status=MemberStatus.RETURNING)
    (doubt,) = back.doubts
    assert doubt.code is DoubtCode.RETURNING_MEMBER
    assert [str(candidate.value) for candidate in doubt.candidates] == [
        "noin 2 000,00–5 000,00 €",
        "noin 4 000,00–10 000,00 €",
    ]
    assert str(back.without_tax) == "noin 2 000,00–10 000,00 €"


READINGS: list[Any] = [
    (Amount.at_most(sums("100")), Amount.at_most(sums("100"))),
    (Amount.at_least(sums("100")), Amount.at_least(sums("50"))),
    (Amount.about(sums("100")), Amount.about(sums("50"), sums("100"))),
    (Amount.between(sums("100"), sums("300")), Amount.between(sums("50"), sums("300"))),
]


@pytest.mark.parametrize(("stated", "found"), READINGS)
def test_readings_of_what_is_not_exact(stated: Amount, found: Amount) -> None:
    """
    Two readings of one sum leave what is true of both.
    """
    rule = FirstYear(FlatFee(stated), percent=50)
    assert asked(rule, status=MemberStatus.RETURNING).without_tax == found


def test_two_questions_at_once() -> None:
    """
    With two questions open, a candidate of one has no single sum.
    """
    rule = FirstYear(BracketFee(KOTISEUTULIITTO_2018.brackets), percent=50)
    found = asked(rule, population=5_000, status=MemberStatus.RETURNING)
    assert found.without_tax == Amount.between(sums("100"), sums("300"))
    assert [doubt.code for doubt in found.doubts] == [
        DoubtCode.BRACKET_EDGE,
        DoubtCode.RETURNING_MEMBER,
    ]
    assert {candidate.value for doubt in found.doubts for candidate in doubt.candidates} == {None}


def test_two_rules_with_a_question_each() -> None:
    """
    Each reading of one rule goes with each of the other.
    """
    brackets = BracketFee(KOTISEUTULIITTO_2018.brackets)
    found = fee(schedule(brackets, brackets), 2021, population=5_000)
    assert found.without_tax == Amount.between(sums("400"), sums("600"))


def test_a_share_of_what_is_open() -> None:
    """
    A share by two measures of a sum that can be read in two ways keeps both readings.
    """
    whole = BracketFee(KOTISEUTULIITTO_2018.brackets)
    parts = [WeightPart(Weight.EQUALLY, 1), WeightPart(Weight.WAGES, 1)]
    found = asked(
        FrameShare(parts, whole), population=5_000, members=2, weights={Weight.WAGES: (1, 2)}
    )
    assert [candidate.value for candidate in found.doubts[0].candidates] == [
        sums("100"),
        sums("150"),
    ]


def test_readings_with_and_without_a_bound() -> None:
    """
    "At most" by one reading and "at least" by the other leave no bound but nothing.
    """
    rule = Limited(FirstYear(FlatFee(Amount.at_most(sums("100"))), percent=50), minimum=sums("60"))
    found = asked(rule, status=MemberStatus.RETURNING)
    assert found.without_tax == Amount.at_most(sums("100"))


# --- the period ------------------------------------------------------------------------------


def test_for_what_is_not_said() -> None:
    """
    "7,5 euroa / asukas" for 2021-2027: whether a year or in all is open, the sum is not.
    """
    found = asked(PerInhabitant(Decimal("7.5"), per=None), population=8_000)
    assert (found.net, found.per, found.is_exact) == (sums("60 000"), None, False)
    (doubt,) = found.doubts
    assert (doubt.code, doubt.about) == (DoubtCode.FEE_PERIOD, "per")
    assert [candidate.value for candidate in doubt.candidates] == [FeePeriod.YEAR, TERM]
    with pytest.raises(FeeNotExact, match="maksun jakso"):
        found.exactly()
    with pytest.raises(FeeNotExact, match="charged for: not said"):
        annual_fee(found.schedule, 8_000)
    # In a term of one year both are the same.
    one_year = schedule(PerInhabitant(Decimal("7.5"), per=None), term=Term(2021, 2021))
    assert fee(one_year, 2021, population=8_000).is_exact


@pytest.mark.parametrize("year", [2020, 2028, "2021", True, None])
def test_year_of_the_term(year: Any) -> None:
    """
    A fee is asked for a year of the term.
    """
    with pytest.raises(InvalidValue, match=r"^year must be an int within the term .* 2021–2027"):
        fee(schedule(FlatFee(Decimal(1))), year)


# --- value added tax ----------------------------------------------------------------------------


def taxed(vat: Vat | None, year: int = 2025, amount: str = "9 000", **facts: Any) -> Fee:
    """Return a flat fee with this tax."""
    given_schedule = schedule(FlatFee(sums(amount)), vat=vat, term=Term(2005, 2026))
    return fee(given_schedule, year, **facts)


@pytest.mark.parametrize(
    ("vat", "year", "net", "tax", "gross"),
    [
        pytest.param(None, 2025, "9 000", None, None, id="nothing said"),
        pytest.param(Vat(VatTreatment.OUTSIDE), 2024, "9 000", "0", "9 000", id="0 %"),
        pytest.param(Vat(VatTreatment.ON_TOP), 2009, "9 000", "1 980", "10 980", id="22 %"),
        pytest.param(Vat(VatTreatment.ON_TOP), 2011, "9 000", "2 070", "11 070", id="23 %"),
        pytest.param(Vat(VatTreatment.ON_TOP), 2023, "9 000", "2 160", "11 160", id="24 %"),
        pytest.param(Vat(VatTreatment.ON_TOP), 2025, "9 000", "2 295", "11 295", id="25,5 %"),
        pytest.param(Vat(VatTreatment.ON_TOP, 10), 2024, "9 000", "900", "9 900", id="given"),
        pytest.param(Vat(VatTreatment.INCLUDED, 20), 2024, "7 500", "1 500", "9 000", id="within"),
        pytest.param(
            Vat(VatTreatment.INCLUDED, rounding=Rounding.HALF_UP),
            2025,
            "7 171,31",
            "1 828,69",
            "9 000",
            id="within, rounded",
        ),
    ],
)
def test_tax(vat: Vat | None, year: int, net: str, tax: str | None, gross: str | None) -> None:
    """
    The tax comes on top, is taken out of the fee, or is none; net and tax add up to gross.
    """
    found = taxed(vat, year)
    assert found.net == sums(net)
    assert found.vat == (None if tax is None else sums(tax))
    assert found.gross == (None if gross is None else sums(gross))
    assert found.is_exact


def test_a_year_with_two_rates() -> None:
    """
    The rate of the day of the service holds (15 §): without the day both are candidates.
    """
    found = taxed(Vat(VatTreatment.ON_TOP), 2024)
    assert (found.net, found.vat, found.gross, found.is_exact) == (sums("9 000"), None, None, False)
    assert found.with_tax == Amount.between(sums("11 160"), sums("11 295"))
    (doubt,) = found.doubts
    assert (doubt.code, doubt.about) == (DoubtCode.VAT_CHANGE, "gross")
    assert [(one.value, one.basis, str(one.provisions[0])) for one in doubt.candidates] == [
        (sums("11 160"), Basis.OLDER_RULE, "Arvonlisäverolaki 84 § (706/2012)"),
        (sums("11 295"), Basis.NEWER_RULE, "Arvonlisäverolaki 84 § (462/2024)"),
    ]
    for day, gross in ((date(2024, 8, 31), "11 160"), (date(2024, 9, 1), "11 295")):
        known = taxed(Vat(VatTreatment.ON_TOP), 2024, on=day)
        assert (known.gross, known.doubts) == (sums(gross), ())


def test_a_year_with_two_rates_within() -> None:
    """
    Where the tax is within the fee, it is the sum without it that is open.
    """
    found = taxed(Vat(VatTreatment.INCLUDED, rounding=Rounding.HALF_UP), 2024)
    assert (found.gross, found.net, found.doubts[0].about) == (sums("9 000"), None, "net")


def test_a_term_with_several_rates() -> None:
    """
    A sum for a term may be for a service of any of its years.
    """
    long = schedule(
        FlatFee(sums("100"), per=TERM), vat=Vat(VatTreatment.ON_TOP), term=Term(2009, 2013)
    )
    found = fee(long, 2013)
    assert found.with_tax == Amount.between(sums("122"), sums("124"))
    assert len(found.doubts[0].candidates) == 3
    assert [one.basis for one in found.doubts[0].candidates][1:] == [
        Basis.OLDER_RULE,
        Basis.NEWER_RULE,
    ]


def test_tax_of_what_is_not_exact() -> None:
    """
    Of at most so much, the tax is at most so much too.
    """
    vat = Vat(VatTreatment.ON_TOP, 25)
    most = fee(schedule(FlatFee(Amount.at_most(sums("100"))), vat=vat), 2021)
    assert most.tax == Amount.at_most(sums("25"))
    assert most.with_tax == Amount.at_most(sums("125"))
    between = fee(schedule(FlatFee(Amount.between(sums("4"), sums("8"))), vat=vat), 2021)
    assert between.with_tax == Amount.between(sums("5"), sums("10"))


def test_tax_finer_than_a_cent() -> None:
    """
    No section says how the tax is rounded, so it is asked.
    """
    with pytest.raises(InvalidValue, match=r"^vat\.rounding must be a member of Rounding"):
        taxed(Vat(VatTreatment.ON_TOP), amount="0,01")
    rounded = Vat(VatTreatment.ON_TOP, rounding=Rounding.UP)
    assert taxed(rounded, amount="0,01").vat == sums("0,01")


def test_before_the_tax() -> None:
    """
    A year before 1 June 1994 has no rate.
    """
    old = schedule(FlatFee(sums("100")), vat=Vat(VatTreatment.ON_TOP), term=Term(1993, 1995))
    with pytest.raises(NoRuleInForce, match="value added tax on 1994-01-01"):
        fee(old, 1994)
    assert fee(old, 1994, on=date(1994, 6, 1)).gross == sums("122")


# --- facts ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rule", "facts", "fact"),
    [
        (PerInhabitant(1), {}, "population (asukasluku)"),
        (BracketFee([]), {}, "population (asukasluku)"),
        (LEADER, {}, "frame (kustannuskehys)"),
        (FrameShare.by(Weight.EQUALLY), {"frame": Decimal(1)}, "members (jäsenten määrä)"),
        (FrameShare.by(Weight.INHABITANTS), {"frame": Decimal(1)}, "population (asukasluku)"),
        (
            FrameShare.by(Weight.INHABITANTS),
            {"frame": Decimal(1), "population": 1},
            "total_population (kaikkien määrä)",
        ),
        (
            FrameShare.by(Weight.WAGES),
            {"frame": Decimal(1), "weights": {Weight.OTHER: (1, 2)}},
            "weights[Weight.WAGES] (palkkasumma)",
        ),
        (Indexed(FlatFee(Decimal(1)), 100, "indeksi"), {}, "index (indeksiluku)"),
        (FirstYear(FlatFee(Decimal(1)), percent=50), {}, "status (jäsenyyden tila)"),
        (
            FirstYear(FlatFee(Decimal(1)), by_months=True),
            {"status": MemberStatus.NEW},
            "months (jäsenyyskuukaudet)",
        ),
        (EntryFee(FlatFee(Decimal(1))), {}, "status (jäsenyyden tila)"),
        (FlatFee(ForeignAmount(6_000, "USD")), {}, "in_euros (vastaavuus euroina)"),
    ],
)
def test_missing_fact(rule: FeeRule, facts: dict[str, Any], fact: str) -> None:
    """
    A fact that a rule counts with and that is not given is named.
    """
    with pytest.raises(FactMissing) as caught:
        asked(rule, **facts)
    assert str(caught.value) == f"the fee cannot be counted without {fact}; give it"
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)


@pytest.mark.parametrize(
    ("facts", "message"),
    [
        ({"population": -1}, "population must be an int of inhabitants, not negative; got -1"),
        ({"population": TEXT}, "population must be an int of inhabitants"),
        ({"population": True}, "population must be an int of inhabitants"),
        ({"total_population": 0}, "total_population must be 1 or more; got 0"),
        (
            {"population": 10, "total_population": 9},
            "total_population must be 10 or more; got 9",
        ),
        ({"members": 0}, "members must be an int from 1; got 0"),
        ({"months": 0}, "months must be an int from 1 to 12; got 0"),
        ({"months": 13}, "months must be an int from 1 to 12; got 13"),
        ({"status": "uusi"}, "status must be a MemberStatus, such as"),
        ({"index": -1}, "index must be an int or a Decimal"),
        ({"weights": [1]}, "weights must be a mapping of Weight to a pair"),
        ({"weights": {Weight.WAGES: 5}}, r"weights\[Weight.WAGES\] must be a pair"),
        ({"weights": {Weight.WAGES: (1, 2, 3)}}, r"weights\[Weight.WAGES\] must be a pair"),
        ({"weights": {Weight.WAGES: (3, 2)}}, "total must be above zero, and 3 or more; got"),
        ({"weights": {Weight.WAGES: (0, 0)}}, "total must be above zero, and 0 or more; got"),
        ({"weights": {Weight.EQUALLY: (1, 2)}}, "weight must be another one: inhabitants and"),
        ({"weights": {"palkat": (1, 2)}}, "weight must be a member of Weight; got 'palkat'"),
        ({"on": date(2022, 1, 1)}, "on must be a day of 2021; got '2022-01-01'"),
    ],
)
def test_wrong_fact(facts: dict[str, Any], message: str) -> None:
    """
    A fact of another kind is refused, with its name.
    """
    with pytest.raises(InvalidValue, match=f"^{message}"):
        asked(FlatFee(Decimal(1)), **facts)


def test_other_wrong_facts() -> None:
    """
    A frame is a sum, a day a day, and a schedule a schedule.
    """
    with pytest.raises(InvalidAmount):
        asked(FlatFee(Decimal(1)), frame=606_000.0)
    with pytest.raises(NotADay):
        asked(FlatFee(Decimal(1)), on=datetime(2021, 1, 1))  # noqa: DTZ001
    with pytest.raises(InvalidValue, match=r"^schedule must be a FeeSchedule"):
        fee(TEXT, 2021)


def test_facts_are_kept() -> None:
    """
    A fee keeps what it was counted with.
    """
    found = asked(FlatFee(Decimal(1)), frame=Decimal(5), weights={Weight.WAGES: (1, 2)}, members=2)
    assert found.facts == FeeFacts(
        frame=Amount(Decimal(5)), measures=[Measure(Weight.WAGES, 1, 2)], members=2
    )
    assert str(found.facts.measures[0]) == "palkkasumma 1 / 2"


# --- rules as values -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: FlatFee(Decimal(1), per=NUMBER), "per must be of type FeePeriod or None"),
        (lambda: PerInhabitant(-1), "price must be an int or a Decimal, not negative"),
        (lambda: WeightPart(Weight.WAGES, 0), "part must be more than zero"),
        (lambda: WeightPart(ANY, 1), "weight must be of type Weight"),
        (lambda: FrameShare([]), "parts must be one or more, each by another Weight"),
        (lambda: FrameShare(2 * [WeightPart(Weight.WAGES, 1)]), "parts must be one or more, each"),
        (lambda: FrameShare(NUMBER), "parts must be several of WeightPart"),
        (lambda: FrameShare.by(Weight.WAGES, NUMBER), "of must be a rule of fees"),
        (lambda: Percentage(20, NUMBER), "of must be a rule of fees"),
        (lambda: Limited(NUMBER, minimum=Decimal(1)), "rule must be a rule of fees, such as"),
        (lambda: Limited(SUNNE), "minimum and maximum must be given, one of them or both"),
        (
            lambda: Limited(SUNNE, minimum=Decimal(2), maximum=Decimal(1)),
            "maximum must be 2.00 or more",
        ),
        (lambda: Indexed(SUNNE, 0, "indeksi"), "base must be more than zero"),
        (lambda: Indexed(SUNNE, 100, " "), "index must be a text that is not empty"),
        (lambda: FirstYear(SUNNE), "percent must be given, or the first year by months"),
        (
            lambda: FirstYear(SUNNE, percent=50, by_months=True),
            "percent must be given, or the first year by months",
        ),
        (lambda: FirstYear(SUNNE, percent=101), "percent must be from 0 to 100 per cent"),
        (lambda: FirstYear(SUNNE, by_months=ANY), "by_months must be True or False"),
        (lambda: FirstYear(SUNNE, percent=50, returning=NUMBER), "returning must be True or False"),
        (lambda: EntryFee(SUNNE, returning=101), "returning must be from 0 to 100 per cent"),
        (lambda: Rounded(SUNNE, ANY), "rounding must be of type Rounding"),
        (lambda: Rounded(SUNNE, Rounding.UP, ANY), "unit must be of type RoundingUnit"),
        (lambda: schedule(NUMBER), "rules must be rules of fees, such as FlatFee"),
        (
            lambda: schedule(FlatFee(Decimal(1)), FlatFee(Decimal(1), per=TERM)),
            "rules must be charged for one period; what is charged on joining stands in an Entry",
        ),
        (
            lambda: schedule(FlatFee(Decimal(1), per=None), FlatFee(Decimal(1), per=TERM)),
            "rules must be charged for one period",
        ),
        (lambda: schedule(SUNNE, vat=NUMBER), "vat must be of type Vat or None"),
    ],
)
def test_refused(make: Callable[[], object], message: str) -> None:
    """
    What cannot be right is refused when the value is made.
    """
    with pytest.raises(InvalidValue, match=f"^{message}"):
        make()


def test_rules_within_rules() -> None:
    """
    Thirty rules around one another are more than any text has; more are refused.
    """
    rule: FeeRule = FlatFee(Decimal(5))
    for _ in range(29):
        rule = Limited(rule, minimum=Decimal(1))
    assert asked(Limited(rule, minimum=Decimal(1))).net == Decimal(5)
    with pytest.raises(InvalidValue, match=r"^rule must be rules within rules, at most 30 of them"):
        Limited(Limited(rule, minimum=Decimal(1)), minimum=Decimal(1))


@pytest.mark.parametrize("rule", get_args(FeeRule))
def test_types_resolve(rule: type) -> None:
    """
    What a rule takes can be looked up, a rule within it too.
    """
    hints = get_type_hints(rule.__init__)  # type: ignore[misc]
    assert hints.pop("return") is type(None)
    assert hints


def test_one_rule_alone() -> None:
    """
    A schedule with one rule takes it without a list.
    """
    alone = evolve(schedule(SUNNE), rules=SUNNE)
    assert alone == schedule(SUNNE)
    assert alone.every_rule == (SUNNE,)


# --- all shares of one frame ------------------------------------------------------------------------


def test_shares_of_kt_add_up() -> None:
    """
    Shares of one frame add up to it, whole euros by largest remainder.
    """
    population = [row[1] for row in KT_ROWS]
    incomes = [row[2] for row in KT_ROWS]
    shares = shares_of_frame(
        KT_2022,
        frame=sums("53 201"),
        population=[*population, KT_POPULATION - sum(population)],
        weights={Weight.TAXABLE_INCOME: [*incomes, KT_INCOME - sum(incomes)]},
    )
    assert sum(shares) == sums("53 201")
    assert all(share % 1 == 0 for share in shares)


def test_equal_shares() -> None:
    """
    A hundred euros among three: the odd cent goes to the first.
    """
    equally = schedule(FrameShare.by(Weight.EQUALLY))
    assert shares_of_frame(equally, frame=Decimal(100), members=3) == (
        sums("33,34"),
        sums("33,33"),
        sums("33,33"),
    )


@pytest.mark.parametrize(
    ("given_schedule", "facts", "message"),
    [
        (schedule(SUNNE), {}, "schedule must be one that divides the whole of a frame"),
        (
            schedule(FrameShare.by(Weight.EQUALLY, Percentage(50))),
            {"members": 2},
            "schedule must be one that divides the whole",
        ),
        (
            schedule(FrameShare.by(Weight.EQUALLY), FlatFee(Decimal(1))),
            {"members": 2},
            "schedule must be one that divides the whole",
        ),
        (TEXT, {}, "schedule must be a FeeSchedule"),
        (KT_2022, {"population": [0, 0]}, r"weights\[Weight.INHABITANTS\] must be not all of them"),
        (
            KT_2022,
            {"population": [1, 2], "weights": {Weight.TAXABLE_INCOME: [1]}},
            "weights must be of one length",
        ),
        (
            KT_2022,
            {"population": [1, 2], "weights": {Weight.TAXABLE_INCOME: [1, 1]}, "frame": "0,50"},
            "amount must be whole euros, to be split into whole euros",
        ),
    ],
)
def test_no_shares(given_schedule: FeeSchedule, facts: dict[str, Any], message: str) -> None:
    """
    Only what divides a whole frame, by measures of every member, gives shares.
    """
    frame = sums(facts.pop("frame", "100"))
    with pytest.raises(InvalidValue, match=f"^{message}"):
        shares_of_frame(given_schedule, frame=frame, **facts)


@pytest.mark.parametrize(
    ("rule", "missing"),
    [
        (FrameShare.by(Weight.EQUALLY), "members"),
        (FrameShare.by(Weight.INHABITANTS), "population"),
        (FrameShare.by(Weight.WAGES), r"weights\[Weight.WAGES\]"),
    ],
)
def test_shares_without_a_measure(rule: FrameShare, missing: str) -> None:
    """
    A measure that is not given is named.
    """
    with pytest.raises(FactMissing, match=f"without {missing} "):
        shares_of_frame(schedule(rule), frame=Decimal(100))


# --- properties ----------------------------------------------------------------------------------------

AMOUNTS = st.integers(0, 10**11).map(lambda cents: Decimal(cents) / 100)
PRICES = st.integers(0, 10**7).map(lambda price: Decimal(price) / 10_000)
PEOPLE = st.integers(0, 10**7)


@given(
    frame=AMOUNTS,
    members=st.lists(st.tuples(PEOPLE, PEOPLE), min_size=1, max_size=12).filter(
        lambda rows: any(row[0] for row in rows) and any(row[1] for row in rows)
    ),
    unit=st.sampled_from(RoundingUnit),
)
def test_shares_add_up(frame: Decimal, members: list[tuple[int, int]], unit: RoundingUnit) -> None:
    """
    Shares of one frame always add up, and each is within one unit of the share counted alone.
    """
    whole = frame // 1 if unit is RoundingUnit.EURO else frame
    rule = Rounded(FrameShare(HALF_AND_HALF), Rounding.HALF_UP, unit)
    population, income = zip(*members, strict=True)
    shares = shares_of_frame(
        schedule(rule), frame=whole, population=population, weights={Weight.TAXABLE_INCOME: income}
    )
    assert sum(map(to_cents, shares)) == to_cents(whole)
    for share, people, earned in zip(shares, population, income, strict=True):
        alone = asked(
            rule,
            frame=whole,
            population=people,
            total_population=sum(population),
            weights={Weight.TAXABLE_INCOME: (earned, sum(income))},
        ).net
        assert alone is not None
        assert abs(to_cents(share) - to_cents(alone)) <= unit.cents


@given(price=PRICES, people=PEOPLE, least=AMOUNTS, more=AMOUNTS)
def test_never_below_the_minimum(
    price: Decimal, people: int, least: Decimal, more: Decimal
) -> None:
    """
    A fee never falls below its minimum nor rises above its maximum, in any decimal context.
    """
    rule = Rounded(
        Limited(PerInhabitant(price), minimum=least, maximum=least + more), Rounding.HALF_UP
    )
    found = asked(rule, population=people).net
    assert found is not None
    assert least <= found <= least + more
    with localcontext() as context:
        context.prec = 1
        assert asked(rule, population=people).net == found


@given(price=PRICES, people=PEOPLE, rounding=st.sampled_from(Rounding))
def test_rounding_is_near(price: Decimal, people: int, rounding: Rounding) -> None:
    """
    A rounded fee is less than one unit from the exact product.
    """
    for unit in RoundingUnit:
        found = asked(Rounded(PerInhabitant(price), rounding, unit), population=people).net
        assert found is not None
        assert abs(found - price * people) < Decimal(unit.cents) / 100


@given(people=st.integers(0, 60_000))
def test_a_bracket_is_a_bracket(people: int) -> None:
    """
    Brackets as a rule and brackets of a schedule give the same.
    """
    by_rule = evolve(
        KOTISEUTULIITTO_2018, brackets=(), rules=BracketFee(KOTISEUTULIITTO_2018.brackets)
    )
    one, other = (
        fee(given_schedule, 2018, population=people)
        for given_schedule in (by_rule, KOTISEUTULIITTO_2018)
    )
    assert (one.without_tax, one.steps, one.doubts) == (
        other.without_tax,
        other.steps,
        other.doubts,
    )


# --- the whole country ---------------------------------------------------------------------------------


def in_year(year: int) -> dict[str, int]:
    """Return the inhabitants of every municipality outside Åland at the end of a year."""
    return {
        one.code: population(one, year)
        for one in municipalities()
        if not one.on_aland and one.existed(year)
    }


@pytest.mark.parametrize(("name", "printed"), [row[:2] for row in KT_ROWS])
def test_kt_took_the_turn_of_the_year(name: str, printed: int) -> None:
    """
    "Asukasluku vuoden vaihteessa 2020/2021": the printed inhabitants are those of the table.
    """
    assert population(name, 2020) == printed


def test_shares_of_the_whole_country() -> None:
    """
    Among all municipalities of the mainland whole euros add up to the frame, none far from its own.
    """
    people = in_year(2020)
    by_people = schedule(
        Rounded(FrameShare.by(Weight.INHABITANTS), Rounding.HALF_UP, RoundingUnit.EURO)
    )
    frame = sums("2 859 727")
    shares = shares_of_frame(by_people, frame=frame, population=list(people.values()))
    assert sum(shares) == frame
    total = sum(people.values())
    for share, own in zip(shares, people.values(), strict=True):
        alone = fee(by_people, 2021, frame=frame, population=own, total_population=total).net
        assert alone is not None
        assert abs(share - alone) <= 1


def test_leader_among_four() -> None:
    """
    44,5, 26,5, 16 and 13 per cent of 910 000 make the whole; 16 per cent are 7 x 20 800.
    """
    paid = [
        asked(Percentage(Decimal(percent), Percentage(20)), frame=sums("4 550 000")).exactly()
        for percent in ("44.5", "26.5", "16", "13")
    ]
    assert sum(paid) == sums("910 000")
    assert paid[2:] == [7 * sums("20 800"), sums("118 300")]
