from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kuntapaatos.appeal import appeal_deadline
from kuntapaatos.doubts import Basis, DoubtCode
from kuntapaatos.errors import DayOutOfRange, InvalidValue, NoRuleInForce, NotADay
from kuntapaatos.law import LAW_AS_OF
from kuntapaatos.notice import Notice, Regime
from kuntapaatos.remedy import (
    AppealProhibition,
    AuthorityKind,
    DecisionKind,
    Entitled,
    MakerKind,
    Remedy,
    RemedyKind,
    StartingEvent,
    Subject,
    available_remedies,
    remedies,
)
from kuntapaatos.time_limit import Period

ONE_DAY = timedelta(days=1)
DAY = date(2024, 12, 10)
ORDINARY, ON_REVIEW, ON_APPEAL = (
    DecisionKind.ORDINARY,
    DecisionKind.ON_REVIEW,
    DecisionKind.ON_APPEAL,
)
OTHERS = {MakerKind.WELLBEING_COUNTY, MakerKind.PARISH}
DAYS = st.dates(date(1992, 1, 1), date(2100, 12, 31))


def only(
    kind: DecisionKind, maker: MakerKind, on: date, subject: Subject = Subject.GENERAL
) -> Remedy:
    """Return the one remedy there is, in a matter that was not pending before 2025."""
    (found,) = available_remedies(kind, maker, on, subject=subject, pending=False)
    assert isinstance(found, Remedy)
    return found


@pytest.mark.parametrize(
    ("maker", "kind", "days", "authority"),
    [
        pytest.param(
            MakerKind.OFFICE_HOLDER,
            RemedyKind.ADMINISTRATIVE_REVIEW,
            14,
            AuthorityKind.BODY,
            id="office-holder",
        ),
        pytest.param(
            MakerKind.BOARD,
            RemedyKind.ADMINISTRATIVE_REVIEW,
            14,
            AuthorityKind.BODY,
            id="board",
        ),
        pytest.param(
            MakerKind.COUNCIL,
            RemedyKind.MUNICIPAL_APPEAL,
            30,
            AuthorityKind.ADMINISTRATIVE_COURT,
            id="council",
        ),
        pytest.param(
            MakerKind.JOINT_AUTHORITY_COUNCIL,
            RemedyKind.MUNICIPAL_APPEAL,
            30,
            AuthorityKind.ADMINISTRATIVE_COURT,
            id="council of a joint authority",
        ),
    ],
)
@pytest.mark.parametrize(
    "on",
    [date(1995, 7, 1), date(2017, 5, 31), date(2017, 6, 1), LAW_AS_OF],
    ids=date.isoformat,
)
def test_kuntalaki(
    maker: MakerKind, kind: RemedyKind, days: int, authority: AuthorityKind, on: date
) -> None:
    """
    Under both acts a body's decision has 14 days to itself, the council's 30 to the court.
    """
    remedy = only(ORDINARY, maker, on)
    assert (remedy.kind, remedy.period, remedy.authority) == (kind, Period.days(days), authority)
    assert remedy.who == (Entitled.PARTY, Entitled.MEMBER, Entitled.MEMBER_MUNICIPALITY)
    act = "Kuntalaki 138 §" if on >= date(2017, 6, 1) else "365/1995 93 §"
    assert str(remedy.provisions[0]) == act
    assert remedy.doubts == ()


@pytest.mark.parametrize("maker", [maker for maker in MakerKind if maker not in OTHERS])
def test_the_way_through_kuntalaki(maker: MakerKind) -> None:
    """
    Everybody's decision has a first remedy, and after it the court and the highest court.
    """
    first = only(ORDINARY, maker, DAY)
    councils = {MakerKind.COUNCIL, MakerKind.JOINT_AUTHORITY_COUNCIL}
    assert (first.kind is RemedyKind.MUNICIPAL_APPEAL) is (maker in councils)
    assert only(ON_REVIEW, maker, DAY).kind is RemedyKind.MUNICIPAL_APPEAL
    assert Entitled.REVIEW_CLAIMANT in only(ON_REVIEW, maker, DAY).who
    assert only(ON_APPEAL, maker, DAY).kind is RemedyKind.FURTHER_APPEAL


@pytest.mark.parametrize(
    ("on", "leave", "starts"),
    [
        pytest.param(
            date(1996, 5, 2), False, StartingEvent.PUBLICATION, id="365/1995 97 §: publication"
        ),
        pytest.param(
            date(2019, 12, 31), False, StartingEvent.PUBLICATION, id="142 §, of right until 2019"
        ),
        pytest.param(date(2020, 1, 1), True, StartingEvent.PUBLICATION, id="with leave from 2020"),
    ],
)
def test_further_appeal(on: date, leave: bool, starts: StartingEvent) -> None:
    """
    For court decisions from 1.1.2020 leave is needed (1575/2019).
    """
    remedy = only(ON_APPEAL, MakerKind.BOARD, on)
    assert (remedy.leave_needed, remedy.starts) == (leave, starts)
    assert remedy.period == Period.days(30)


@pytest.mark.parametrize(
    ("subject", "maker", "changed", "before", "after"),
    [
        pytest.param(
            Subject.BUILDING_PERMIT,
            MakerKind.OFFICE_HOLDER,
            date(2025, 1, 1),
            (Period.days(14), AuthorityKind.BODY, StartingEvent.GIVEN),
            (Period.days(30), AuthorityKind.DECIDING_AUTHORITY, StartingEvent.NOTICE),
            id="building permits",
        ),
        pytest.param(
            Subject.EARLY_EDUCATION_SUPPORT,
            MakerKind.OFFICE_HOLDER,
            date(2026, 1, 1),
            (Period.days(30), AuthorityKind.REGIONAL_STATE_AGENCY, StartingEvent.NOTICE),
            (Period.days(30), AuthorityKind.PERMIT_AGENCY, StartingEvent.NOTICE),
            id="support in early education",
        ),
        pytest.param(
            Subject.BASIC_EDUCATION,
            MakerKind.OFFICE_HOLDER,
            date(2026, 1, 1),
            (Period.days(14), AuthorityKind.REGIONAL_STATE_AGENCY, StartingEvent.NOTICE),
            (Period.days(14), AuthorityKind.PERMIT_AGENCY, StartingEvent.NOTICE),
            id="basic education",
        ),
        pytest.param(
            Subject.WASTE_DECISION,
            MakerKind.COMMITTEE,
            date(2020, 1, 1),
            (Period.days(30), AuthorityKind.ADMINISTRATIVE_COURT, StartingEvent.NOTICE),
            (Period.days(30), AuthorityKind.ADMINISTRATIVE_COURT, StartingEvent.NOTICE),
            id="waste decisions",
        ),
    ],
)
def test_a_change_of_law(
    subject: Subject,
    maker: MakerKind,
    changed: date,
    before: tuple[Period, AuthorityKind, StartingEvent],
    after: tuple[Period, AuthorityKind, StartingEvent],
) -> None:
    """
    An amendment is a new row: the day before it the older one answers.
    """
    for on, expected in ((changed - ONE_DAY, before), (changed, after)):
        remedy = only(ORDINARY, maker, on, subject)
        assert (remedy.period, remedy.authority, remedy.starts) == expected
    older, newer = (
        only(ORDINARY, maker, on, subject).provisions for on in (changed - ONE_DAY, changed)
    )
    assert older != newer


@pytest.mark.parametrize(
    ("subject", "maker", "first"),
    [
        pytest.param(Subject.GENERAL, MakerKind.BOARD, date(1995, 7, 1), id="365/1995"),
        pytest.param(
            Subject.ADMINISTRATIVE, MakerKind.OFFICE_HOLDER, date(2010, 8, 1), id="Hallintolaki 7 a"
        ),
        pytest.param(Subject.ZONING, MakerKind.COUNCIL, date(2000, 1, 1), id="132/1999"),
        pytest.param(
            Subject.EARLY_EDUCATION, MakerKind.OFFICE_HOLDER, date(2018, 9, 1), id="540/2018"
        ),
        pytest.param(Subject.WASTE_INVOICE, MakerKind.COMMITTEE, date(2012, 5, 1), id="646/2011"),
        pytest.param(
            Subject.DOCUMENT_REQUEST, MakerKind.OFFICE_HOLDER, date(1999, 12, 1), id="621/1999"
        ),
    ],
)
def test_before_the_act(subject: Subject, maker: MakerKind, first: date) -> None:
    """
    Before the first row with a source the answer is a refusal that says from when it is known.
    """
    assert available_remedies(ORDINARY, maker, first, subject=subject)
    with pytest.raises(NoRuleInForce, match=f"is known from {first.isoformat()}") as caught:
        available_remedies(ORDINARY, maker, first - ONE_DAY, subject=subject)
    assert caught.value.day == first - ONE_DAY


@pytest.mark.parametrize(
    ("subject", "last"),
    [
        pytest.param(Subject.SOCIAL_WELFARE, date(2022, 12, 31), id="social welfare"),
        pytest.param(Subject.CLIENT_FEE, date(2022, 12, 31), id="client fees"),
    ],
)
def test_after_the_act(subject: Subject, last: date) -> None:
    """
    What went to the wellbeing services counties is a municipality's no more.
    """
    assert only(ORDINARY, MakerKind.OFFICE_HOLDER, last, subject).period == Period.days(30)
    with pytest.raises(NoRuleInForce, match=f" to {last.isoformat()}"):
        available_remedies(ORDINARY, MakerKind.OFFICE_HOLDER, last + ONE_DAY, subject=subject)


def test_zoning_has_no_review() -> None:
    """
    A plan goes straight to the court, even if the decision is delegated.
    """
    for maker in (MakerKind.COUNCIL, MakerKind.BOARD, MakerKind.COMMITTEE):
        remedy = only(ORDINARY, maker, DAY, Subject.ZONING)
        assert remedy.kind is RemedyKind.MUNICIPAL_APPEAL
        assert remedy.regime is Regime.ZONING


def test_dismissal() -> None:
    """
    Only dismissal on economic grounds waits for the end of the notice period (304/2003 50 §).
    """
    economic = only(ORDINARY, MakerKind.OFFICE_HOLDER, DAY, Subject.DISMISSAL_ECONOMIC)
    personal = only(ORDINARY, MakerKind.OFFICE_HOLDER, DAY, Subject.DISMISSAL_PERSONAL)
    assert economic.starts is StartingEvent.END_OF_NOTICE_PERIOD
    assert personal.starts is StartingEvent.NOTICE
    assert economic.period == personal.period == Period.days(14)


def test_procurement() -> None:
    """
    A procurement has several remedies side by side, each with its own period.
    """
    found = available_remedies(ORDINARY, MakerKind.BOARD, DAY, subject=Subject.PROCUREMENT)
    assert {(row.kind, row.period) for row in found if isinstance(row, Remedy)} == {
        (RemedyKind.PROCUREMENT_CORRECTION, Period.days(14)),
        (RemedyKind.PROCUREMENT_CORRECTION, Period.days(90)),
        (RemedyKind.MARKET_COURT_APPEAL, Period.days(14)),
        (RemedyKind.MARKET_COURT_APPEAL, Period.days(30)),
        (RemedyKind.MARKET_COURT_APPEAL, Period.months(6)),
    }


@pytest.mark.parametrize(
    ("maker", "act"),
    [
        pytest.param(MakerKind.WELLBEING_COUNTY, "611/2021", id="wellbeing services county"),
        pytest.param(MakerKind.PARISH, "Kirkkolaki 652/2023", id="parish"),
    ],
)
def test_other_authorities(maker: MakerKind, act: str) -> None:
    """
    A county's and a parish's decisions follow their own acts, never Kuntalaki.
    """
    for kind in DecisionKind:
        with pytest.raises(InvalidValue, match=act):
            available_remedies(kind, maker, DAY)


@given(
    kind=st.sampled_from(DecisionKind),
    maker=st.sampled_from(MakerKind),
    on=DAYS,
    subject=st.sampled_from(Subject),
)
def test_right_or_refused(kind: DecisionKind, maker: MakerKind, on: date, subject: Subject) -> None:
    """
    Whatever is asked has rows that are in force, one prohibition, or a refusal by name.
    """
    try:
        found = available_remedies(kind, maker, on, subject=subject)
    except NoRuleInForce as refused:
        assert_says_the_day(refused, on)
        return
    except InvalidValue:
        found = ()
    assert bool(found) is (maker not in OTHERS)
    for row in found:
        assert isinstance(row, AppealProhibition) or row.in_force(on) or row.questions


def assert_says_the_day(refused: NoRuleInForce, on: date) -> None:
    """A refusal names the day that no row covers."""
    assert refused.day == on
    assert on.isoformat() in str(refused)


@pytest.mark.parametrize(
    ("arguments", "field"),
    [
        pytest.param(("paatos", MakerKind.BOARD, Subject.GENERAL), "kind", id="a text for a kind"),
        pytest.param((None, MakerKind.BOARD, Subject.GENERAL), "kind", id="no kind"),
        pytest.param((MakerKind.BOARD, ORDINARY, Subject.GENERAL), "kind", id="swapped"),
        pytest.param((ORDINARY, "valtuustot", Subject.GENERAL), "maker", id="a text for a maker"),
        pytest.param((ORDINARY, 1.5, Subject.GENERAL), "maker", id="a float for a maker"),
        pytest.param((ORDINARY, MakerKind.BOARD, None), "subject", id="no subject"),
        pytest.param((ORDINARY, MakerKind.BOARD, "yleistä"), "subject", id="a text for a subject"),
    ],
)
def test_bad_input(arguments: tuple[Any, Any, Any], field: str) -> None:
    """
    What is asked is named by its enum, and refused by the argument's name.
    """
    kind, maker, subject = arguments
    with pytest.raises(InvalidValue, match=f"^{field} must be a "):
        available_remedies(kind, maker, DAY, subject=subject)


@pytest.mark.parametrize("on", ["2024-12-10", datetime(2024, 12, 10, tzinfo=UTC), 1.5, [], True])
def test_not_a_day(on: Any) -> None:
    """
    Remedies are those of a calendar day.
    """
    with pytest.raises(NotADay):
        remedies(on)
    with pytest.raises(NotADay):
        available_remedies(ORDINARY, MakerKind.BOARD, on)


def test_a_day_is_needed() -> None:
    """
    Which remedies a decision has is not known without its day.
    """
    day: Any = None
    with pytest.raises(NotADay):
        available_remedies(ORDINARY, MakerKind.BOARD, day)


@pytest.mark.parametrize("on", [date(1991, 12, 31), date(2101, 1, 1)], ids=date.isoformat)
def test_out_of_range(on: date) -> None:
    """
    Outside 1992-2100 nothing is known.
    """
    for ask in (remedies, lambda day: available_remedies(ORDINARY, MakerKind.BOARD, day)):
        with pytest.raises(DayOutOfRange):
            ask(on)


def test_shown() -> None:
    """
    A remedy says its kind, how long, where to, and where that is written.
    """
    assert str(only(ORDINARY, MakerKind.COUNCIL, DAY)) == (
        "kunnallisvalitus, 30 päivää, hallinto-oikeus "
        "(Kuntalaki 138 §, Kuntalaki 135 §, Kuntalaki 137 §)"
    )
    without = {str(row) for row in remedies() if row.period is None}
    assert not any(", None" in text for text in without)


def test_every_maker_and_kind_of_today() -> None:
    """
    Under Kuntalaki no decision of a municipality is without an answer today.
    """
    for kind, maker in product(DecisionKind, set(MakerKind) - OTHERS):
        assert available_remedies(kind, maker, LAW_AS_OF)


@pytest.mark.parametrize(
    ("kind", "maker", "on", "subject", "expected"),
    [
        pytest.param(
            ON_APPEAL,
            MakerKind.BOARD,
            DAY,
            Subject.BASIC_EDUCATION,
            "muutoksenhakukielto: muu laki (Perusopetuslaki 42 d §)",
            id="628/1998 42 d §",
        ),
        pytest.param(
            ON_APPEAL,
            MakerKind.BOARD,
            DAY,
            Subject.DOCUMENT_FEE,
            "muutoksenhakukielto: muu laki (621/1999 33 §)",
            id="621/1999 33 § as amended by 853/2020",
        ),
        pytest.param(
            ORDINARY,
            MakerKind.OFFICE_HOLDER,
            DAY,
            Subject.ENVIRONMENTAL_ORDER,
            "muutoksenhakukielto: muu laki "
            "(Ympäristönsuojelulaki 182 §, Ympäristönsuojelulaki 190 §)",
            id="527/2014 190 §",
        ),
        pytest.param(
            ON_REVIEW,
            MakerKind.BOARD,
            DAY,
            Subject.PROCUREMENT,
            "valitus markkinaoikeuteen, 14 päivää, markkinaoikeus "
            "(Hankintalaki 147 §, Hankintalaki 146 §, Hankintalaki 163 §)",
            id="1397/2016 163 §: never to the administrative court",
        ),
        pytest.param(
            ON_REVIEW,
            MakerKind.COMMITTEE,
            date(2016, 6, 3),
            Subject.BUILDING_PERMIT,
            "valitus, 30 päivää, hallinto-oikeus "
            "(Hallintolainkäyttölaki 22 §, 132/1999 190 §, 132/1999 192 §)",
            id="132/1999 190 §",
        ),
        pytest.param(
            ORDINARY,
            MakerKind.COUNCIL,
            DAY,
            Subject.PERSONNEL,
            "kunnallisvalitus, 30 päivää, hallinto-oikeus "
            "(304/2003 50 §, KHO:2018:71, KHO:2019:151)",
            id="304/2003 50 §: the council",
        ),
    ],
)
def test_a_special_matter_has_its_own_row(
    kind: DecisionKind, maker: MakerKind, on: date, subject: Subject, expected: str
) -> None:
    """
    After review and after a court too a special matter is answered by its own act.
    """
    (found,) = available_remedies(kind, maker, on, subject=subject)
    assert str(found) == expected


@pytest.mark.parametrize(
    ("subject", "known"),
    [
        pytest.param(Subject.PENALTY_PAYMENT, r"look in Uhkasakkolaki \(1113/1990\)", id="a fine"),
        pytest.param(Subject.DEVELOPMENT_FEE, r"look in .* \(132/1999\)", id="132/1999 12 a"),
        pytest.param(
            Subject.JOBSEEKER,
            "no row with a source is known for it; known are valitus against päätös",
            id="after the appeal board",
        ),
    ],
)
def test_what_is_not_known_is_refused_by_name(subject: Subject, known: str) -> None:
    """
    A matter or a stage without a row names the act to look in, or what is known of it.
    """
    with pytest.raises(NoRuleInForce, match=known):
        available_remedies(ON_APPEAL, MakerKind.BOARD, date(2025, 3, 3), subject=subject)


def test_a_procurement_follows_the_act_it_began_under() -> None:
    """
    1397/2016 174 §: what was begun before 2017 follows 348/2007; until it is said, the rows
    of both acts stand side by side, each with the doubt.
    """
    on = date(2018, 3, 1)

    def own_motion(begun: date | None) -> list[Remedy]:
        found = available_remedies(
            ORDINARY,
            MakerKind.BOARD,
            on,
            subject=Subject.PROCUREMENT,
            procurement_begun_on=begun,
        )
        rows = [one for one in found if isinstance(one, Remedy)]
        return [one for one in rows if one.who == (Entitled.CONTRACTING_ENTITY,)]

    days = Period.days
    assert [row.period for row in own_motion(date(2016, 12, 31))] == [days(60)]
    (certain,) = own_motion(date(2017, 1, 1))
    assert (certain.period, certain.doubts) == (days(90), ())
    older, newer = own_motion(None)
    assert (older.period, newer.period) == (days(60), days(90))
    for row, other in ((older, newer), (newer, older)):
        (doubt,) = row.doubts
        assert doubt.code is DoubtCode.PROCUREMENT_BEGUN
        assert [one.value for one in doubt.candidates] == [row.period, other.period]
        wanted = Basis.NEWER_RULE if row is older else Basis.OLDER_RULE
        assert [one.basis for one in doubt.candidates] == [Basis.LAW, wanted]
        assert doubt.candidates[1].provisions == other.provisions
    with pytest.raises(InvalidValue, match="no later than the decision of 2018-03-01"):
        own_motion(on + ONE_DAY)


@pytest.mark.parametrize(
    ("on", "acts"),
    [
        pytest.param(date(2016, 12, 31), ["348/2007"], id="the last day of 348/2007"),
        pytest.param(date(2017, 1, 1), ["348/2007", "1397/2016"], id="the first of 1397/2016"),
        pytest.param(date(2018, 12, 31), ["348/2007", "1397/2016"], id="two years after"),
        pytest.param(date(2019, 1, 1), ["1397/2016"], id="a day more"),
    ],
)
def test_for_two_years_a_procurement_may_be_an_older_one(on: date, acts: list[str]) -> None:
    """
    While it is not said when it began, both acts stand, for two years after the change.
    """
    found = available_remedies(ORDINARY, MakerKind.BOARD, on, subject=Subject.PROCUREMENT)
    rows = [row for row in found if isinstance(row, Remedy)]
    assert {row.provisions[0].number for row in rows} == set(acts)
    assert all(bool(row.doubts) is (len(acts) > 1) for row in rows)
    begun = available_remedies(
        ORDINARY, MakerKind.BOARD, on, subject=Subject.PROCUREMENT, procurement_begun_on=on
    )
    assert {row.provisions[0].number for row in begun if isinstance(row, Remedy)} == {acts[-1]}


def test_each_remedy_stands_beside_the_same_one_of_the_other_act() -> None:
    """
    A hankintaoikaisu is 348/2007 81 § or 1397/2016 133 §, an appeal 87 § or 147 §.
    """
    on, board = date(2017, 1, 10), MakerKind.BOARD
    found = available_remedies(ORDINARY, board, on, subject=Subject.PROCUREMENT)
    beside = {
        (row.kind, str(row.provisions[0]), str(other.provisions[0]))
        for row in found
        if isinstance(row, Remedy)
        for doubt in row.doubts
        for other in doubt.candidates[1:]
    }
    correction, appeal = RemedyKind.PROCUREMENT_CORRECTION, RemedyKind.MARKET_COURT_APPEAL
    assert beside == {
        (correction, "348/2007 81 §", "Hankintalaki 133 §"),
        (correction, "Hankintalaki 133 §", "348/2007 81 §"),
        (appeal, "348/2007 87 §", "Hankintalaki 147 §"),
        (appeal, "Hankintalaki 147 §", "348/2007 87 §"),
    }


@pytest.mark.parametrize(
    ("on", "pending", "starts"),
    [
        pytest.param(date(2024, 12, 31), None, [StartingEvent.GIVEN], id="the last of 132/1999"),
        pytest.param(date(2024, 12, 31), False, [StartingEvent.GIVEN], id="not pending in 2025"),
        pytest.param(date(2024, 12, 31), True, [StartingEvent.GIVEN], id="pending, not yet 2025"),
        pytest.param(
            date(2025, 1, 1),
            None,
            [StartingEvent.GIVEN, StartingEvent.NOTICE],
            id="the first of 751/2023",
        ),
        pytest.param(date(2025, 1, 1), False, [StartingEvent.NOTICE], id="begun on it"),
        pytest.param(date(2025, 1, 1), True, [StartingEvent.GIVEN], id="pending on it"),
    ],
)
def test_a_building_matter_on_each_side_of_the_change(
    on: date, pending: bool | None, starts: list[StartingEvent]
) -> None:
    """
    132/1999 until 31.12.2024, and 751/2023 for what was not pending on the day after it.
    """
    found = available_remedies(
        ORDINARY, MakerKind.OFFICE_HOLDER, on, subject=Subject.BUILDING_PERMIT, pending=pending
    )
    rows = [row for row in found if isinstance(row, Remedy)]
    assert [row.starts for row in rows] == starts
    assert all(bool(row.doubts) is (len(starts) > 1) for row in rows)


def test_the_other_act_has_the_same_appeal() -> None:
    """
    Beside each appeal to the Market Court stands the other act's of the same event and length.
    """
    found = available_remedies(
        ORDINARY, MakerKind.BOARD, date(2018, 3, 1), subject=Subject.PROCUREMENT
    )
    rows = [row for row in found if isinstance(row, Remedy)]
    appeals = [row for row in rows if row.kind is RemedyKind.MARKET_COURT_APPEAL]
    assert {str(row.period) for row in appeals} == {"14 päivää", "30 päivää", "6 kuukautta"}
    for row in appeals:
        (doubt,) = row.doubts
        assert [one.value for one in doubt.candidates] == [row.period, row.period]


def test_a_procurement_of_2007_may_follow_an_act_without_a_row() -> None:
    """
    348/2007 came on 1.6.2007: one that began before has no row, and the doubt says so.
    """
    (row,) = available_remedies(
        ORDINARY, MakerKind.BOARD, date(2007, 9, 3), subject=Subject.PROCUREMENT
    )
    assert isinstance(row, Remedy)
    (doubt,) = row.doubts
    assert [one.value for one in doubt.candidates] == [row.period, None]


def test_the_fact_given_later_settles_it() -> None:
    """
    A row in doubt gives a certain deadline once it is told when the procurement began.
    """
    on = date(2017, 6, 2)
    older, newer = available_remedies(
        ON_REVIEW, MakerKind.COMMITTEE, on, subject=Subject.PROCUREMENT
    )
    assert isinstance(older, Remedy)
    assert isinstance(newer, Remedy)
    told = Notice.procurement_message(on)
    asked = {doubt.code for doubt in appeal_deadline(newer, told, decided_on=on).doubts}
    assert DoubtCode.PROCUREMENT_BEGUN in asked
    known = appeal_deadline(newer, told, decided_on=on, procurement_begun_on=date(2017, 2, 1))
    assert known.last_day == date(2017, 6, 16)
    assert DoubtCode.PROCUREMENT_BEGUN not in {doubt.code for doubt in known.doubts}
    with pytest.raises(NoRuleInForce):
        appeal_deadline(older, told, decided_on=on, procurement_begun_on=date(2017, 2, 1))


def test_a_building_matter_that_was_pending() -> None:
    """
    751/2023 194 §: a matter pending on 1.1.2025 has the remedies of 132/1999; while that is
    not known, both stand side by side.
    """
    for pending, periods in ((True, [14]), (False, [30]), (None, [14, 30])):
        found = available_remedies(
            ORDINARY,
            MakerKind.OFFICE_HOLDER,
            date(2025, 6, 2),
            subject=Subject.BUILDING_PERMIT,
            pending=pending,
        )
        rows = [one for one in found if isinstance(one, Remedy)]
        assert [row.period for row in rows] == [Period.days(length) for length in periods]
        codes = {doubt.code for row in rows for doubt in row.doubts}
        assert codes == (set() if pending is not None else {DoubtCode.PENDING_MATTER})


def test_a_row_in_doubt_is_settled_by_a_notice_of_a_pending_matter() -> None:
    """
    A notice that says that the matter was pending leaves no doubt about the row of 132/1999.
    """
    on = date(2025, 6, 2)
    older, _ = available_remedies(
        ORDINARY, MakerKind.OFFICE_HOLDER, on, subject=Subject.BUILDING_PERMIT
    )
    assert isinstance(older, Remedy)
    posted = Notice.posting(on, regime=Regime.BUILDING, pending=True)
    for notice, open_ in ((posted, False), (Notice.proven(on), True)):
        deadline = appeal_deadline(older, notice, decided_on=on)
        assert deadline.last_day == date(2025, 6, 16)
        codes = {doubt.code for doubt in deadline.doubts}
        assert (DoubtCode.PENDING_MATTER in codes) is open_
