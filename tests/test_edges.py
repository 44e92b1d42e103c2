"""
Boundary days and rare combinations, each with the answer that the law gives.

One edit of an operator, a number or a condition in the legal core changes an answer here.
"""

from __future__ import annotations

from datetime import date, datetime, time

import pytest
from attrs import evolve

from kuntapaatos.appeal import appeal_deadline
from kuntapaatos.clock import Clock
from kuntapaatos.clock.rows import of_kind
from kuntapaatos.clock.side import regimes_of
from kuntapaatos.closing import HELSINKI, Channel, Closing, Cutoff, at_clock, paper_closing
from kuntapaatos.closing import electronic_closing as electronic
from kuntapaatos.deadline import Deadline, Openness
from kuntapaatos.doubts import Basis, Candidate, Doubt, DoubtCode
from kuntapaatos.errors import InvalidHours, InvalidValue, NaiveMoment, NoRuleInForce
from kuntapaatos.final import Finality, appeal_deadlines, finality
from kuntapaatos.instruction import AppealInstruction, Authority
from kuntapaatos.law import HALLINTOLAKI, Provision
from kuntapaatos.law.tables import day, rows, text
from kuntapaatos.notice import Notice, NoticeKind, Regime
from kuntapaatos.notice.choice import starts_clock
from kuntapaatos.office_hours import DayHours, Eve, OfficeHours, Opening, eve
from kuntapaatos.remedy import Entitled, MakerKind, RemedyKind, Subject, available_remedies
from kuntapaatos.remedy.bodies import body_kind
from kuntapaatos.time_limit import Period
from kuntapaatos.workdays import next_workday

BOTH = (Entitled.PARTY, Entitled.MEMBER)
REVIEW = AppealInstruction(
    remedy=RemedyKind.ADMINISTRATIVE_REVIEW, period=Period.days(14), entitled=BOTH
)
MARKET_COURT = AppealInstruction(
    remedy=RemedyKind.MARKET_COURT_APPEAL, period=Period.days(14), subject=Subject.PROCUREMENT
)


def test_closed_on_the_last_day_after_a_disputed_eve() -> None:
    """
    Before a closed workday the safe moment is the earlier one of 23 December (150/1930 6 §).
    """
    hours = OfficeHours.parse("8-16; aatto 8-12; 27.12.2024 suljettu")
    closing = paper_closing(date(2024, 12, 27), hours, None)
    assert closing.earliest == at_clock(date(2024, 12, 23), time(12))


def test_a_closing_has_aware_moments() -> None:
    """
    A moment without a time zone could be any hour: it is refused.
    """
    with pytest.raises(NaiveMoment):
        Closing((at_clock(date(2025, 1, 3), time(15)), datetime(2025, 1, 3, 16)), (), ())  # noqa: DTZ001


@pytest.mark.parametrize(
    ("on", "source"),
    [
        (date(2025, 12, 31), "150/1930 6 §"),
        (date(2026, 1, 1), "728/2021 5 b §"),
        (date(2026, 1, 2), "728/2021 5 b §"),
    ],
    ids=str,
)
def test_an_electronic_document_to_the_state(on: date, source: str) -> None:
    """
    That it closes at 16.15 is said of the state's authorities from 1 January 2026.
    """
    (found,) = electronic(on, OfficeHours.state(), None, None).provisions
    assert f"{found.number} {found.section}" == source


@pytest.mark.parametrize(
    ("instruction", "on", "notice", "decided_on", "source"),
    [
        pytest.param(
            *(REVIEW, date(2017, 6, 5), Notice.online_minutes(date(2017, 6, 5))),
            *(date(2017, 5, 30), "365/1995 93 §"),
            id="decided before 1.6.2017",
        ),
        pytest.param(
            *(REVIEW, date(2017, 6, 5), Notice.online_minutes(date(2017, 6, 8))),
            *(date(2017, 6, 1), "410/2015 138 §"),
            id="decided on 1.6.2017",
        ),
        pytest.param(
            *(MARKET_COURT, date(2017, 3, 1)),
            Notice.procurement_message(date(2017, 3, 1), procurement_begun_on=date(2016, 12, 31)),
            *(None, "348/2007 87 §"),
            id="begun in 2016",
        ),
        pytest.param(
            *(MARKET_COURT, date(2017, 3, 1)),
            Notice.procurement_message(date(2017, 3, 1), procurement_begun_on=date(2017, 1, 1)),
            *(None, "1397/2016 147 §"),
            id="begun in 2017",
        ),
    ],
)
def test_a_clock_made_for_another_day(
    instruction: AppealInstruction,
    on: date,
    notice: Notice,
    decided_on: date | None,
    source: str,
) -> None:
    """
    The act of the decision's day, or of the procurement's start, holds; not that of the clock's.
    """
    found = Clock(instruction, on).deadline(notice, decided_on=decided_on)
    assert found.terms is not None
    (section,) = found.terms.provisions
    assert f"{section.number} {section.section}" == source
    assert found == appeal_deadline(instruction, notice, decided_on=decided_on)


CLIENT_FEE = AppealInstruction(
    remedy=RemedyKind.ADMINISTRATIVE_REVIEW, period=Period.days(30), subject=Subject.CLIENT_FEE
)


@pytest.mark.parametrize("on", [date(2022, 12, 20), date(2022, 12, 31)], ids=str)
def test_a_clock_across_the_end_of_a_row(on: date) -> None:
    """
    From 2023 the counties decide on client fees: the last row is that of 31.12.2022.
    """
    last = Notice.letter(date(2022, 12, 31)).ruled_on(date(2022, 12, 31))
    assert Clock(CLIENT_FEE, on).deadline(last).last_day == date(2023, 2, 6)
    after = Notice.letter(date(2023, 1, 1)).ruled_on(date(2023, 1, 1))
    with pytest.raises(NoRuleInForce):
        Clock(CLIENT_FEE, on).deadline(after)


@pytest.mark.parametrize("kind", [NoticeKind.LETTER, NoticeKind.ANNOUNCEMENT], ids=str)
def test_a_notice_under_other_rules(kind: NoticeKind) -> None:
    """
    A notice under the rules of zoning or procurement starts nothing in a general matter.
    """
    general = evolve(REVIEW, subject=Subject.GENERAL)
    for regime in (Regime.ZONING, Regime.PROCUREMENT, Regime.ENVIRONMENT):
        if not starts_clock(kind, regime):
            continue
        notice = Notice(kind=kind, day=date(2025, 3, 3), regime=regime)
        with pytest.raises(InvalidValue):
            appeal_deadline(general, notice)


def test_a_clock_of_the_last_day() -> None:
    """
    A clock is made for each supported day; what would end after 2100 is refused.
    """
    clock = Clock(REVIEW, date(2100, 12, 31))
    assert clock.deadline(Notice.letter(date(2100, 12, 1))).last_day == date(2100, 12, 22)


def test_only_rows_that_members_have() -> None:
    """
    Members have no hankintaoikaisu (1397/2016 133 §): a text that names them rests on any row.
    """
    every = of_kind(RemedyKind.PROCUREMENT_CORRECTION)
    assert len({row.subject for row in every}) > 1
    assert of_kind(RemedyKind.PROCUREMENT_CORRECTION, members=True) == every


def test_either_act_of_a_procurement() -> None:
    """
    Told on 1.3.2017 the procurement may have begun under either act; a stated period that
    none has leaves the periods of the act in force.
    """
    stated = AppealInstruction(
        remedy=RemedyKind.MARKET_COURT_APPEAL, period=Period.days(21), subject=Subject.PROCUREMENT
    )
    found = appeal_deadline(stated, Notice.procurement_message(date(2017, 3, 1)))
    (doubt,) = (one for one in found.doubts if one.code is DoubtCode.STATED_PERIOD)
    by_law = [one for one in doubt.candidates if one.basis is Basis.LAW]
    assert [one.value for one in by_law] == [date(2017, 3, 15), date(2017, 3, 31), date(2017, 9, 1)]
    assert {f"{one.provisions[0].number}" for one in by_law} == {"1397/2016"}


def test_an_appeal_of_members() -> None:
    """
    Where a text gives members an appeal of a length that no act has, it may be Kuntalaki's.
    """
    stated = AppealInstruction(remedy=RemedyKind.APPEAL, period=Period.days(21), entitled=BOTH)
    found = appeal_deadline(stated, Notice.letter(date(2024, 12, 10)))
    assert found.terms is not None
    assert found.terms.kuntalaki is True


def test_no_row_yet() -> None:
    """
    A lukio's decision of 2015 has no row: the error names the section and its days.
    """
    stated = AppealInstruction(
        remedy=RemedyKind.ADMINISTRATIVE_REVIEW,
        period=Period.days(14),
        subject=Subject.UPPER_SECONDARY,
    )
    notice = Notice.letter(date(2015, 12, 10))
    with pytest.raises(
        NoRuleInForce, match=r"\(lukiokoulutus\).*Lukiolaki 51 § from 2019-08-01 to 2025"
    ) as caught:
        appeal_deadline(stated, notice)
    assert caught.value.day == date(2015, 12, 10)
    with pytest.raises(NoRuleInForce) as caught:
        appeal_deadline(stated, notice, decided_on=date(2015, 12, 1))
    assert caught.value.day == date(2015, 12, 1)


def test_a_way_without_a_rule() -> None:
    """
    A letter of 1994 is under no row: the day asked is the last that may be the decision's.
    """
    with pytest.raises(NoRuleInForce) as caught:
        Notice.letter(date(1994, 12, 1))
    assert caught.value.day == date(1994, 12, 1)


def test_differing_channels_are_doubtful() -> None:
    """
    Late on paper and in time as an electronic document: without the channel it is doubtful.
    """
    instruction = AppealInstruction(
        remedy=RemedyKind.ADMINISTRATIVE_REVIEW,
        period=Period.days(14),
        deliver_to=Authority(name="Kirjaamo", hours=OfficeHours.parse("8-16")),
        paper_cutoff=Cutoff.OFFICE_CLOSE,
        electronic_cutoff=Cutoff.END_OF_DAY,
    )
    found = appeal_deadline(instruction, Notice.receipt(date(2024, 12, 2)))
    at = datetime(2024, 12, 16, 16, 0, tzinfo=HELSINKI)
    answers = [found.is_open(at, channel) for channel in (Channel.PAPER, Channel.ELECTRONIC, None)]
    assert answers == [Openness.CLOSED, Openness.OPEN, Openness.DOUBTFUL]


@pytest.mark.parametrize("latest", [date(2025, 1, 2), date(2025, 1, 3)], ids=str)
def test_the_latest_day_is_later(latest: date) -> None:
    """
    What is the latest of several last days comes after the earliest one.
    """
    told = Notice.receipt(date(2024, 12, 20))
    assert Deadline(told, Period.days(14)).last_day == date(2025, 1, 3)
    with pytest.raises(InvalidValue):
        Deadline(told, Period.days(14), latest=latest)


@pytest.mark.parametrize(
    ("decided_on", "source"),
    [
        (date(2017, 5, 31), "365/1995 "),
        (date(2017, 6, 1), "410/2015 140 §"),
        (date(2017, 6, 2), "410/2015 140 §"),
    ],
    ids=str,
)
def test_minutes_that_were_not_published(decided_on: date, source: str) -> None:
    """
    Since when the members' clock waits for the minutes on the net: decisions of 1.6.2017.
    """
    tracks = appeal_deadlines(REVIEW, Notice.letter(date(2017, 6, 5)), decided_on=decided_on)
    (missing,) = finality(tracks).missing
    assert f"{missing.provision.number} {missing.provision.section}" == source


def test_a_doubt_about_a_row_bars_no_day() -> None:
    """
    That a row is uncertain is told of the period, and is no clock that may not run.
    """
    candidates = (
        Candidate(Period.days(14), Basis.LAW, (HALLINTOLAKI("49 c §"),)),
        Candidate(None, Basis.LAW),
    )
    uncertain = Finality(
        final_on=None,
        decided_by=None,
        rests_on=(),
        missing=(),
        doubts=(Doubt(DoubtCode.CERTAINTY, about="period", candidates=candidates),),
        provisions=(Provision("Kuntalaki", "410/2015", "138 §"),),
    )
    assert uncertain.not_running == ()
    assert not uncertain.is_doubtful


@pytest.mark.parametrize(
    ("kind", "maker", "on", "subject", "barred"),
    [
        ("päätös", "lautakunta", date(2024, 1, 2), "yleinen", True),
        ("päätös", "valtuusto", date(2024, 1, 2), "yleinen", None),
        ("päätös", "lautakunta", date(2024, 1, 2), "tupakkalaki", None),
        ("oikaisuvaatimuspäätös", "lautakunta", date(2024, 1, 2), "yleinen", None),
        ("oikaisuvaatimuspäätös", "lautakunta", date(2024, 1, 2), "lukion arviointi", None),
    ],
)
def test_an_appeal_at_once(
    kind: str, maker: str, on: date, subject: str, *, barred: bool | None
) -> None:
    """
    Only what needs an oikaisuvaatimus first cannot go to court at once.
    """
    (row,) = available_remedies(kind, maker, on, subject=subject)
    assert AppealInstruction.by_law(row, on=on).court_appeal_barred is barred  # type: ignore[arg-type]


@pytest.mark.parametrize("head", ["yksi", "kaksi,yksi", "yksi,kaksi,kolme", "yksi,kolme", "aa,bb"])
def test_the_headings_are_the_columns(head: str) -> None:
    """
    A table with other headings, or with them in another order, is refused.
    """
    with pytest.raises(InvalidValue):
        list(rows("table.csv", f"{head}\n", {"yksi": text, "kaksi": text}))


@pytest.mark.parametrize("cell", [" a", "a ", "\ta"])
def test_a_cell_has_no_space_around_it(cell: str) -> None:
    """
    Space before a cell is refused as space after it is.
    """
    with pytest.raises(InvalidValue):
        list(rows("table.csv", f"yksi\n{cell}\n", {"yksi": text}))


@pytest.mark.parametrize("cell", ["20170601", "2017-W22-4", "2017W224", "2017-6-1", "2017-06-31"])
def test_a_day_is_written_in_one_way(cell: str) -> None:
    """
    The other forms of ISO 8601 are no days of a table.
    """
    with pytest.raises(ValueError, match="2017-06-01"):
        day(cell)


@pytest.mark.parametrize(
    ("first", "last", "closes"),
    [
        (date(2024, 12, 31), date(2025, 1, 31), time(15)),
        (date(2024, 12, 1), date(2025, 1, 31), time(15)),
        (date(2024, 12, 1), date(2024, 12, 31), time(15)),
        (date(2024, 12, 1), date(2024, 12, 30), time(12)),
        (date(2025, 1, 1), date(2025, 1, 31), time(12)),
    ],
)
def test_named_days_win_over_eves(first: date, last: date, closes: time) -> None:
    """
    Hours of named days hold on an eve among them too, also on the first of them and the last.
    """
    usual, short = Opening(time(8), time(16)), Opening(time(8), time(12))
    named = DayHours(first, last, Opening(time(9), time(15)))
    hours = OfficeHours(week=[usual] * 5, eves=short, days=[named])
    assert hours.closings(date(2024, 12, 31)) == (closes,)


@pytest.mark.parametrize("stated", ["la 9-12; arkisin 8-16", "la 9-12; 8-16", "8-16, la 9-12"])
def test_a_saturday_beside_the_working_days(stated: str) -> None:
    """
    Hours of Monday to Friday leave those of Saturday and Sunday as they were.
    """
    usual = Opening(time(8), time(16))
    saturday = Opening(time(9), time(12))
    assert OfficeHours.parse(stated).week == (*[usual] * 5, saturday, None)


def test_a_range_of_days_has_two_ends() -> None:
    """
    "ma-ti-ke" is no range of weekdays.
    """
    with pytest.raises(InvalidHours):
        OfficeHours.parse("ma-ti-ke 8-16")


@pytest.mark.parametrize(
    ("day", "following"),
    [
        pytest.param(date(2016, 12, 31), date(2017, 1, 2), id="a Saturday"),
        pytest.param(date(2017, 12, 31), date(2018, 1, 2), id="a Sunday"),
        pytest.param(date(2022, 12, 31), date(2023, 1, 2), id="before a Sunday"),
        pytest.param(date(2024, 12, 31), date(2024, 12, 31), id="a Tuesday"),
    ],
)
def test_the_last_day_of_a_year(day: date, following: date) -> None:
    """
    New Year's Day is closed: what would end on a weekend before it ends on 2 January.
    """
    assert next_workday(day) == following
    assert eve(day) is (Eve.CERTAIN if following == day else None)


@pytest.mark.parametrize(
    ("period", "entitled", "regimes"),
    [
        (14, (), (Regime.GENERAL, Regime.BUILDING)),
        (14, (Entitled.PARTY, Entitled.PAYER), (Regime.GENERAL,)),
        (14, (Entitled.PARTY, Entitled.MUNICIPALITY), (Regime.BUILDING,)),
        (30, (Entitled.PARTY, Entitled.MUNICIPALITY), (Regime.ENVIRONMENT,)),
    ],
)
def test_whose_notice_by_who_is_entitled(
    period: int, entitled: tuple[Entitled, ...], regimes: tuple[Regime, ...]
) -> None:
    """
    In 2016 a municipality had an oikaisuvaatimus of 14 days against a building permit of an
    office-holder (132/1999 187 and 192 §), of 30 days against a plan of monitoring (527/2014
    191-192 §): a text that entitles it rests on these, and the general clock is named first.
    """
    stated = AppealInstruction(
        remedy=RemedyKind.ADMINISTRATIVE_REVIEW, period=Period.days(period), entitled=entitled
    )
    assert regimes_of(stated, date(2016, 5, 2)) == regimes


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Kaupunginhallitus", MakerKind.BOARD),
        ("Kaupunginhallituksen elinkeinojaosto", MakerKind.SECTION),
        ("Kaupunginvaltuusto", MakerKind.COUNCIL),
        ("Keskusvaalilautakunta", MakerKind.ELECTION_BOARD),
        ("Sivistyslautakunta", MakerKind.COMMITTEE),
        ("Yhtymähallitus", MakerKind.JOINT_AUTHORITY_BOARD),
        ("Aluehallitus", MakerKind.WELLBEING_COUNTY),
        ("Kommunstyrelsen", MakerKind.BOARD),
        ("Kirjaamo", None),
    ],
)
def test_what_body_a_name_says(name: str, kind: MakerKind | None) -> None:
    """
    The longest of the known endings says the kind: an election board is no other committee.
    """
    assert body_kind(name) is kind
