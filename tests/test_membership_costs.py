"""
What a membership costs: exact euros where everything is exact, and else why not.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal, localcontext
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kuntapaatos.errors import FeeNotExact, InvalidValue
from kuntapaatos.fees import Amount, Exactness, FeePeriod, ForeignAmount, Term
from kuntapaatos.membership import (
    Booking,
    Charge,
    CostCentre,
    CostOpen,
    Membership,
    MembershipAction,
    bookings,
    budget,
    cost_plan,
    settle,
    total_fee,
)
from kuntapaatos.money import from_cents, split, to_cents

YEAR, TERM, ONCE = FeePeriod.YEAR, FeePeriod.TERM, FeePeriod.ONCE


def joined(*charges: Charge, **given: Any) -> Membership:
    """Return a membership of a network that charges these."""
    return Membership(network="Esimerkkiverkosto", charges=charges, **given)


def euros(amount: int) -> Decimal:
    """Return whole euros as a sum."""
    return Decimal(amount)


def of(first: int, last: int | None = None) -> Term:
    """Return a term, of one year where the last is not given."""
    return Term(first, last or first)


# Forms met in decisions; the sums are theirs.
EXACT = [
    pytest.param(
        joined(annual_fee=euros(12_000), term=of(2025, 2026)),
        {2025: "12000.00", 2026: "12000.00"}, "24000.00", id="the same each year",
    ),
    pytest.param(
        joined(*(Charge(euros(fee), years=of(year)) for year, fee in ((2021, 5_000), (2022, 10_000), (2023, 10_000)))),
        {2021: "5000.00", 2022: "10000.00", 2023: "10000.00"}, "25000.00", id="another sum each year",
    ),
    pytest.param(
        joined(Charge(euros(20_000), per=ONCE, years=of(2019))),
        {2019: "20000.00"}, "20000.00", id="once, in a year",
    ),
    pytest.param(
        joined(Charge(euros(20_800)), term=of(2021, 2027)),
        dict.fromkeys(range(2021, 2028), "20800.00"), "145600.00", id="145 600 = 7 × 20 800",
    ),
    pytest.param(
        joined(Charge(euros(1_000), per=ONCE, years=of(2025), what="liittymismaksu"), annual_fee=euros(6_000), term=of(2025, 2026)),
        {2025: "7000.00", 2026: "6000.00"}, "13000.00", id="an entry fee beside the yearly one",
    ),
    pytest.param(
        joined(annual_fee=euros(0), term=of(2025, 2026)),
        {2025: "0.00", 2026: "0.00"}, "0.00", id="free, said so",
    ),
    pytest.param(
        joined(Charge(euros(500), per=None), term=of(2025)),
        {2025: "500.00"}, "500.00", id="a year or the term: the same for one year",
    ),
    pytest.param(
        joined(Charge(ForeignAmount(Decimal(6_000), "USD", Amount(euros(5_600))), years=of(2018))),
        {2018: "5600.00"}, "5600.00", id="dollars with exact euros beside them",
    ),
    pytest.param(
        joined(annual_fee=euros(6_000), action=MembershipAction.LEAVES, still_due=[Charge(euros(2_500), per=ONCE, years=of(2026))]),
        {2026: "2500.00"}, "2500.00", id="what stays due after leaving",
    ),
    pytest.param(
        joined(annual_fee=euros(6_000), term=of(2025, 2026), action=MembershipAction.DECLINES),
        {}, "0.00", id="it does not join",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("membership", "by_year", "total"), EXACT)
def test_exact(membership: Membership, by_year: dict[int, str], total: str) -> None:
    """
    Where every sum is exact and every year is said, so are the budget and the total.
    """
    assert {year: str(fee) for year, fee in budget(membership)} == by_year
    assert str(total_fee(membership)) == total
    assert str(settle(membership, euros(1))) == str(Decimal(total) + 1)
    assert not [reason for planned in cost_plan(membership) for reason in planned.open]


ABOUT = Charge(Amount.about(euros(24_000)))
DUE = Charge(euros(30_000), per=TERM, years=of(2020, 2021))
OPEN = [
    pytest.param(
        joined(ABOUT, term=of(2025)), (CostOpen.NOT_EXACT,),
        "the fee of 2025 is not exact: noin 24 000,00 € (ei tarkka)", id="about",
    ),
    pytest.param(
        joined(Charge(Amount.at_most(euros(4_000_000)), per=ONCE, years=of(2025))), (CostOpen.NOT_EXACT,),
        "the fee of 2025 is not exact: enintään 4 000 000,00 € (ei tarkka)", id="at most",
    ),
    pytest.param(
        joined(Charge(Amount.between(euros(4_000), euros(10_000))), term=of(2025)), (CostOpen.NOT_EXACT,),
        "the fee of 2025 is not exact: 4 000,00–10 000,00 € (ei tarkka)", id="between two",
    ),
    pytest.param(
        joined(annual_fee=euros(80_000), term=of(2025), conditions=["muut kaupungit osallistuvat"]), (CostOpen.CONDITIONAL,),
        "the fee of 2025 is not exact: 80 000,00 € (ehdollinen)", id="all of it depends on others",
    ),
    pytest.param(
        joined(Charge(euros(500), condition="avustus"), term=of(2025)), (CostOpen.CONDITIONAL,),
        "the fee of 2025 is not exact: 500,00 € (ehdollinen)", id="one sum depends on a grant",
    ),
    pytest.param(
        joined(Charge(ForeignAmount(Decimal(75_000), "DKK")), term=of(2025)), (CostOpen.NOT_IN_EUROS,),
        "the fee of 2025 is not exact: 75 000 DKK (ei euroina)", id="another currency alone",
    ),
    pytest.param(
        joined(Charge(ForeignAmount(Decimal(75_000), "DKK", Amount.about(euros(10_000)))), term=of(2025)), (CostOpen.NOT_EXACT,),
        "the fee of 2025 is not exact: noin 10 000,00 € (ei tarkka)", id="another currency with about so many euros",
    ),
    pytest.param(
        joined(Charge(euros(500), per=None), term=of(2025, 2026)), (CostOpen.PERIOD_NOT_SAID,),
        "the fee of 2025–2026 is not exact: 500,00 € (ei sanota, vuodessa vai kaudelta)", id="a year or the term",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("membership", "reasons", "message"), OPEN)
def test_open(membership: Membership, reasons: tuple[CostOpen, ...], message: str) -> None:
    """
    Where something is not exact, the year or the sum is named, and no euros are given.
    """
    (planned,) = cost_plan(membership)
    assert planned.open == reasons
    asked: list[Callable[[Membership], object]] = [
        budget, total_fee, bookings, lambda one: settle(one, ())
    ]  # fmt: skip
    for compute in asked:
        with pytest.raises(FeeNotExact) as caught:
            compute(membership)
        assert str(caught.value) == message


def test_by_period() -> None:
    """
    A sum of several years has a total, and no budget by year.
    """
    later = Charge(euros(500_000), per=TERM, years=of(2022, 2027))
    project = joined(DUE, later, term=of(2020, 2027))
    assert total_fee(project) == euros(530_000)
    assert [str(planned) for planned in cost_plan(project)] == [
        "2020–2021: 30 000,00 € (ei jaettu vuosille)",
        "2022–2027: 500 000,00 € (ei jaettu vuosille)",
    ]
    with pytest.raises(FeeNotExact, match=r"^the fee of 2020–2021 is not exact: 30 000,00 €"):
        budget(project)


def test_a_stated_total_alone() -> None:
    """
    A total without a yearly sum is planned as it is stated, and nothing is computed from it.
    """
    visit = joined(stated_total=euros(40_000), term=of(2019, 2020))
    (planned,) = cost_plan(visit)
    assert (planned.years, planned.amount) == (of(2019, 2020), Amount(euros(40_000)))
    assert planned.open == (CostOpen.NOT_BY_YEAR,)
    assert planned.year is None
    with pytest.raises(InvalidValue, match=r"^annual_fee must be known"):
        total_fee(visit)


def test_no_years() -> None:
    """
    Once in a year that is not said has a total; each year without a term has none.
    """
    event = joined(Charge(euros(20_000), per=ONCE))
    assert total_fee(event) == euros(20_000)
    (planned,) = cost_plan(event)
    assert (str(planned), planned.year) == ("20 000,00 € (vuosia ei sanota)", None)
    with pytest.raises(
        FeeNotExact, match=r"^the fee is not exact: 20 000,00 € \(vuosia ei sanota\)"
    ):
        budget(event)
    with pytest.raises(InvalidValue, match=r"^term must be known"):
        total_fee(joined(ABOUT))


def test_until_further_notice() -> None:
    """
    What goes on until further notice is counted up to the year that is asked for.
    """
    open_ended = joined(annual_fee=euros(100), open_ended=True, from_year=2025)
    assert budget(open_ended, until=2027) == tuple(
        (year, euros(100)) for year in (2025, 2026, 2027)
    )
    assert total_fee(open_ended, until=2026) == euros(200)
    assert settle(open_ended, euros(1), until=2025) == euros(101)
    with pytest.raises(InvalidValue, match=r"^until must be known before a cost can be computed"):
        total_fee(open_ended)
    with pytest.raises(InvalidValue, match=r"^until must be 2025 or later; got 2024"):
        cost_plan(open_ended, until=2024)
    with pytest.raises(InvalidValue, match=r"^until must be an int from 1900"):
        cost_plan(open_ended, until="2026")  # type: ignore[arg-type]
    with pytest.raises(InvalidValue, match=r"^term must be known"):
        budget(joined(annual_fee=euros(100), open_ended=True), until=2026)
    with pytest.raises(InvalidValue, match=r"^until must be None where the membership has a term"):
        budget(joined(annual_fee=euros(100), term=of(2025)), until=2026)


def test_a_year_without_a_sum() -> None:
    """
    A year of the term for which no sum is stated is not free: it is named.
    """
    two_of_three = joined(
        Charge(euros(1), years=of(2025)), Charge(euros(2), years=of(2027)), term=of(2025, 2027)
    )
    for compute in (budget, total_fee):
        with pytest.raises(InvalidValue, match=r"^the fee of 2026 must be known"):
            compute(two_of_three)


def test_leaving() -> None:
    """
    What stays due of a municipality that leaves must be said; 0 is said too.
    """
    leaves = joined(annual_fee=euros(100), term=of(2025), action=MembershipAction.LEAVES)
    assert cost_plan(leaves) == ()
    with pytest.raises(InvalidValue, match=r"^still_due must be known before"):
        total_fee(leaves)
    nothing = joined(still_due=[Charge(euros(0), per=ONCE)], action=MembershipAction.LEAVES)
    assert total_fee(nothing) == 0


@pytest.mark.parametrize(
    ("given", "free"),
    [
        pytest.param({"annual_fee": euros(0)}, True, id="0 a year"),
        pytest.param({"stated_total": euros(0)}, True, id="0 in all"),
        pytest.param({"charges": [Charge(euros(0))]}, True, id="a charge of 0"),
        pytest.param({"annual_fee": euros(0), "charges": [ABOUT]}, False, id="0 and something"),
        pytest.param({"charges": [Charge(Amount.at_most(euros(0)))]}, False, id="at most 0"),
        pytest.param({"charges": [Charge(ForeignAmount(Decimal(0), "SEK"))]}, False, id="no euros"),
        pytest.param({}, None, id="not said"),
    ],
)
def test_free(given: dict[str, Any], free: bool | None) -> None:
    """
    A fee of 0 that is said and a fee that is not said are two things.
    """
    assert Membership(network="USO", **given).is_free is free


CENTRES = [
    pytest.param([CostCentre("1")], ["100.01"], id="one"),
    pytest.param([CostCentre("1", share=100)], ["100.01"], id="one with all of it"),
    pytest.param([CostCentre("1", share=60), CostCentre("2", share=40)], ["60.01", "40.00"], id="shares"),
    pytest.param(
        [CostCentre("1", share=Decimal("33.3")), CostCentre("2", share=Decimal("66.7"))],
        ["33.30", "66.71"], id="shares with decimals",
    ),
    pytest.param(
        [CostCentre("1", amount=Decimal("99.01")), CostCentre("2", amount=Decimal(1))],
        ["99.01", "1.00"], id="amounts",
    ),
    pytest.param([CostCentre("1", years=of(2025)), CostCentre("2", years=of(2026, 2027))], ["100.01"], id="another next year"),
]  # fmt: skip


@pytest.mark.parametrize(("centres", "parts"), CENTRES)
def test_bookings(centres: list[CostCentre], parts: list[str]) -> None:
    """
    What is booked in a year adds up to the year's fee.
    """
    shared = joined(annual_fee=Decimal("100.01"), term=of(2025), cost_centres=centres)
    booked = bookings(shared)
    assert [str(one.amount) for one in booked] == parts
    assert {one.year for one in booked} == {2025}
    assert all(isinstance(one, Booking) for one in booked)
    assert sum(to_cents(one.amount) for one in booked) == 10_001


@pytest.mark.parametrize(
    "centres",
    [
        pytest.param([], id="none"),
        pytest.param([CostCentre("1", years=of(2026))], id="none for that year"),
        pytest.param([CostCentre("1"), CostCentre("2")], id="two without shares"),
        pytest.param([CostCentre("1", share=60), CostCentre("2")], id="one with a share"),
        pytest.param([CostCentre("1", share=60), CostCentre("2", share=39)], id="99 per cent"),
        pytest.param([CostCentre("1", share=60)], id="60 per cent"),
        pytest.param([CostCentre("1", amount=Decimal(99))], id="less than the fee"),
    ],
)
def test_no_bookings(centres: list[CostCentre]) -> None:
    """
    Where the cost centres do not say how they share, nothing is divided.
    """
    shared = joined(annual_fee=euros(100), term=of(2025), cost_centres=centres)
    with pytest.raises(InvalidValue, match=r"^cost_centres must be one in 2025, or several whose"):
        bookings(shared)


def test_split_of_a_stated_sum() -> None:
    """
    An exact sum as a text states it is divided; one that is about so much is refused.
    """
    assert split(Amount(euros(100)), (1, 1)) == (euros(50), euros(50))
    with pytest.raises(FeeNotExact, match=r"^the sum is not exact: noin 100,00 €"):
        split(Amount.about(euros(100)), (1, 1))


def test_a_booking_in_finnish() -> None:
    """
    A booking prints its year, its cost centre and its sum.
    """
    (booked,) = bookings(joined(annual_fee=euros(1), term=of(2025), cost_centres=[CostCentre("1")]))
    assert str(booked) == "2025 1: 1,00 €"


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: joined(open_ended="kyllä"), "open_ended must be True or False"),
        (lambda: joined(open_ended=True, term=of(2025)), "open_ended must be False where a term"),
        (lambda: joined(from_year=2025, term=of(2025)), "from_year must be None where a term"),
        (lambda: joined(from_year="2025"), "from_year must be an int from 1900 to 2200"),
        (lambda: joined(until_year="2025"), "until_year must be an int from 1900 to 2200"),
        (lambda: joined(until_year=2025, term=of(2025)), "until_year must be None where a term"),
        (lambda: joined(until_year=2025, from_year=2025), "until_year must be None where a first year"),
        (lambda: joined(until_year=2025, open_ended=True), "until_year must be None where a first year"),
        (lambda: joined(first_day=date(2025, 1, 1)), "first_day must be a day of the first year, –"),
        (lambda: joined(first_day=date(2024, 1, 1), term=of(2025)), "first_day must be a day of the first year, 2025"),
        (lambda: joined(last_day=date(2026, 1, 1), until_year=2025), "last_day must be a day of the last year, 2025"),
        (lambda: joined(first_day=date(2025, 3, 1), last_day=date(2025, 2, 1), term=of(2025)), "last_day must be no day before the first"),
        (lambda: joined(action="liitty"), "action must be a MembershipAction, such as 'liittyy'"),
        (lambda: joined(kind=5), "kind must be of type MembershipKind or None"),
        (lambda: joined(vat="lisätään"), "vat must be of type Vat or None"),
        (lambda: joined(schedule="taulukko"), "schedule must be of type FeeSchedule or None"),
        (lambda: joined(still_due=[5]), r"still_due\[0\] must be a Charge"),
        (lambda: joined(in_kind="työ"), "in_kind must be a sequence"),
        (lambda: Charge(euros(1), per="vuos"), "per must be a FeePeriod, such as"),
        (lambda: Charge(euros(1), years=2025), "years must be of type Term or None"),  # type: ignore[arg-type]
        (lambda: Charge(euros(1), what=""), "what must be a text that is not empty"),
        (lambda: CostCentre("1", share=0), "share must be a percentage above 0"),
        (lambda: CostCentre("1", share=101), "share must be a percentage above 0"),
        (lambda: cost_plan(None), "membership must be a Membership"),  # type: ignore[arg-type]
    ],
)  # fmt: skip
def test_refused(make: Any, message: str) -> None:
    """
    What cannot be right is refused by the field's name.
    """
    with pytest.raises(InvalidValue, match=f"^{message}"):
        make()


def test_a_part_of_a_year() -> None:
    """
    A yearly fee of a part of a calendar year is not known; a sum of that year is.
    """
    season = joined(
        term=of(2025, 2027),
        first_day=date(2025, 8, 1),
        last_day=date(2027, 7, 31),
        annual_fee=euros(100),
    )
    assert [str(one) for one in cost_plan(season)] == [
        "2025: 100,00 € (vain osa vuodesta)",
        "2026: 100,00 €",
        "2027: 100,00 € (vain osa vuodesta)",
    ]
    for count in (budget, total_fee):
        with pytest.raises(FeeNotExact, match="the fee of 2025 is not exact"):
            count(season)
    known = Charge(euros(40), years=of(2025))
    first = joined(known, term=of(2025), first_day=date(2025, 8, 1))
    assert total_fee(first) == euros(40)
    whole = joined(annual_fee=euros(1), from_year=2025, first_day=date(2025, 1, 1))
    assert total_fee(whole, until=2026) == euros(2)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (joined(annual_fee=euros(1), open_ended=True), "Esimerkkiverkosto toistaiseksi, 1,00 € vuodessa"),
        (joined(open_ended=True, from_year=2025), "Esimerkkiverkosto 2025– toistaiseksi"),
        (joined(ABOUT, from_year=2025), "Esimerkkiverkosto 2025–, noin 24 000,00 € vuodessa"),
        (joined(until_year=2025), "Esimerkkiverkosto –2025"),
        (joined(until_year=2025, last_day=date(2025, 6, 30)), "Esimerkkiverkosto –2025 (–30.6.2025)"),
        (Charge(euros(1), per=ONCE, what="liittymismaksu", condition="avustus"), "liittymismaksu 1,00 € kerralta (ehto: avustus)"),
        (Charge(euros(1), per=None), "1,00 €"),
        (cost_plan(joined(annual_fee=euros(1), term=of(2025), conditions=["avustus"]))[0], "2025: 1,00 € (ehdollinen); ehto: avustus"),
        (CostCentre("3110", share=Decimal("12.5")), "3110, 12,5 %"),
    ],
)  # fmt: skip
def test_in_finnish(value: object, shown: str) -> None:
    """
    A value prints in one line of Finnish.
    """
    assert str(value) == shown


@given(
    fees=st.lists(st.integers(0, 10**12), min_size=1, max_size=6),
    share=st.integers(1, 99),
    exactness=st.sampled_from([Exactness.EXACT, Exactness.ABOUT]),
)
def test_the_plan_adds_up(fees: list[int], share: int, exactness: Exactness) -> None:
    """
    Total, budget and bookings are the same euros, whatever the caller's decimal context.
    """
    charges = [
        Charge(Amount(from_cents(fee), exactness), years=of(2025 + place))
        for place, fee in enumerate(fees)
    ]
    centres = [CostCentre("1", share=share), CostCentre("2", share=100 - share)]
    membership = joined(*charges, cost_centres=centres)
    with localcontext() as context:
        context.prec = 3
        if exactness is Exactness.ABOUT:
            with pytest.raises(FeeNotExact):
                total_fee(membership)
            return
        assert to_cents(total_fee(membership)) == sum(fees)
        assert [to_cents(fee) for _, fee in budget(membership)] == fees
        assert sum(to_cents(one.amount) for one in bookings(membership)) == sum(fees)
