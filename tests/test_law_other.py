"""
What the acts say beside a last day: who may rely on what, from when, and what is refused.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from kuntapaatos import (
    HELSINKI,
    AppealInstruction,
    Authority,
    Channel,
    Deadline,
    DecisionKind,
    Entitled,
    KuntapaatosError,
    MakerKind,
    Notice,
    NoticeKind,
    OfficeHours,
    Period,
    Regime,
    Remedy,
    RemedyKind,
    Subject,
    appeal_deadline,
    appeal_deadlines,
    available_remedies,
    finality,
)
from kuntapaatos.clock import Clock
from kuntapaatos.doubts import DoubtCode
from kuntapaatos.errors import InvalidValue, NoRuleInForce
from kuntapaatos.io.text import read_instruction
from kuntapaatos.procedure import (
    Enforceability,
    enforcement,
    last_day_to_take_up,
    personal_data_removal,
    standstill,
)
from kuntapaatos.remedy import remedies

MEMBERS = [Entitled.PARTY, Entitled.MEMBER]
REVIEW = AppealInstruction(
    remedy=RemedyKind.ADMINISTRATIVE_REVIEW, period=Period.days(14), entitled=MEMBERS
)
APPEAL = AppealInstruction(
    remedy=RemedyKind.MUNICIPAL_APPEAL, period=Period.days(30), entitled=MEMBERS
)
SPRING = date(2025, 3, 3)


def only(on: date, subject: Subject, stage: DecisionKind, maker: MakerKind) -> Remedy:
    """Return the one remedy of a matter."""
    (row,) = available_remedies(stage, maker, on, subject=subject)
    assert isinstance(row, Remedy)
    return row


@pytest.mark.parametrize(
    ("told", "begun", "expected", "is_open"),
    [
        pytest.param(date(2017, 2, 1), None, date(2017, 2, 23), True, id="not known: the later"),
        pytest.param(date(2017, 2, 1), date(2017, 1, 2), date(2017, 2, 16), False, id="129 §"),
        pytest.param(date(2017, 2, 1), date(2016, 12, 31), date(2017, 2, 23), False, id="77 §"),
        pytest.param(date(2012, 3, 1), date(2010, 6, 1), date(2012, 3, 23), False, id="321/2010"),
    ],
)
def test_standstill_by_the_beginning(
    told: date, begun: date | None, expected: date, is_open: bool
) -> None:
    """
    A procurement begun before 1.1.2017 stands still for 21 days (1397/2016 174 §, 348/2007 77 §).
    """
    found = standstill(Notice.procurement_message(told), procurement_begun_on=begun)
    assert found.day == expected
    provisions = {
        str(one) for doubt in found.doubts for way in doubt.candidates for one in way.provisions
    }
    assert (len({text.split()[0] for text in provisions}) > 1) is is_open


def test_a_letter_on_a_procurement_came_later_or_on_the_seventh_day() -> None:
    """
    "[...] jollei ehdokas tai tarjoaja näytä tiedoksiannon tapahtuneen myöhemmin" (127 § 2).
    """
    letter = Notice.letter(SPRING, regime=Regime.PROCUREMENT)
    assert letter.notified_on == date(2025, 3, 10)
    assert letter.proven_on(date(2025, 3, 12)).notified_on == date(2025, 3, 12)
    with pytest.raises(KuntapaatosError):
        letter.proven_on(date(2025, 3, 4))


@pytest.mark.parametrize(
    "row",
    [
        pytest.param(
            only(SPRING, Subject.GENERAL, DecisionKind.ORDINARY, MakerKind.COUNCIL), id="council"
        ),
        pytest.param(
            only(SPRING, Subject.EARLY_EDUCATION, DecisionKind.ORDINARY, MakerKind.OFFICE_HOLDER),
            id="early education",
        ),
        pytest.param(
            only(SPRING, Subject.GENERAL, DecisionKind.ON_REVIEW, MakerKind.BOARD),
            id="after review",
        ),
    ],
)
def test_what_cannot_be_taken_up(row: Remedy) -> None:
    """
    Taking up is tied to the oikaisuvaatimus of 134 § (92 § 4): nothing else has such a day.
    """
    counted = appeal_deadline(row, Notice.letter(SPRING), decided_on=SPRING)
    with pytest.raises(InvalidValue):
        last_day_to_take_up(counted)


def test_matters_that_92_excludes() -> None:
    """
    Permits, supervision and an individual's education or health cannot be taken up (92 § 5).
    """
    counted = appeal_deadline(REVIEW, Notice.letter(SPRING), decided_on=SPRING)
    open_question = last_day_to_take_up(counted)
    assert open_question.day == date(2025, 3, 24)
    assert any(one.value is None for doubt in open_question.doubts for one in doubt.candidates)
    assert not last_day_to_take_up(counted, excluded_matter=False).doubts
    with pytest.raises(InvalidValue):
        last_day_to_take_up(counted, excluded_matter=True)


@pytest.mark.parametrize(
    "notice",
    [
        pytest.param(Notice.online_minutes(SPRING, mention_only=True), id="KHO:2013:66"),
        pytest.param(Notice.letter(SPRING, obliging=True), id="KHO:2023:46"),
        pytest.param(Notice.email(SPRING, obliging=True), id="KHO:2023:46, a message"),
    ],
)
def test_a_clock_that_may_not_run(notice: Notice) -> None:
    """
    Where one reading has no day at all, nobody may rely on a day.
    """
    others = [Notice.letter(SPRING), Notice.online_minutes(SPRING)]
    tracks = appeal_deadlines(REVIEW, [notice, *others], decided_on=SPRING)
    answer = finality(tracks)
    assert answer.final_on is None or "tulkinnanvarainen" in str(answer)


def test_every_entitled_track_counts() -> None:
    """
    A party's period alone ends nothing while the members' has not begun (140 § 3).
    """
    party = appeal_deadline(REVIEW, Notice.letter(SPRING), decided_on=SPRING)
    assert finality([party]).final_on is None
    assert finality([party], no_members=True).final_on == date(2025, 3, 25)
    both = appeal_deadlines(
        REVIEW, [Notice.letter(SPRING), Notice.online_minutes(date(2025, 3, 5))], decided_on=SPRING
    )
    assert finality(both).final_on == date(2025, 3, 27)


@pytest.mark.parametrize(
    ("subject", "on", "expected"),
    [
        pytest.param(Subject.GENERAL, SPRING, Enforceability.BEFORE_FINAL, id="410/2015 143 §"),
        pytest.param(
            Subject.GENERAL, date(2010, 3, 1), Enforceability.BEFORE_FINAL, id="365/1995 98 §"
        ),
        pytest.param(
            Subject.ADMINISTRATIVE, SPRING, Enforceability.WHEN_FINAL, id="434/2003 49 f §"
        ),
        pytest.param(
            Subject.ADMINISTRATIVE, date(2016, 1, 1), Enforceability.WHEN_FINAL, id="893/2015"
        ),
        pytest.param(Subject.ADMINISTRATIVE, date(2015, 12, 31), None, id="581/2010"),
    ],
)
def test_enforcement(subject: Subject, on: date, expected: Enforceability | None) -> None:
    """
    Kuntalaki lets a decision be enforced at once, Hallintolaki only since 2016 says that it waits.
    """
    row = only(on, subject, DecisionKind.ORDINARY, MakerKind.BOARD)
    if expected is None:
        with pytest.raises(NoRuleInForce):
            enforcement(row, on=on)
    else:
        assert enforcement(row, on=on).rule is expected


def test_personal_data_of_minutes_whose_decision_day_is_not_known() -> None:
    """
    Minutes of the spring of 2018 may be of an older decision: a doubt, no refusal (147 §).
    """
    counted = appeal_deadline(REVIEW, Notice.online_minutes(date(2018, 3, 1)))
    found = personal_data_removal(counted)
    assert len(found.doubts) > len(
        personal_data_removal(
            appeal_deadline(
                REVIEW, Notice.online_minutes(date(2018, 3, 1)), decided_on=date(2018, 2, 26)
            )
        ).doubts
    )


@pytest.mark.parametrize(
    ("last", "is_open"),
    [
        pytest.param(date(2026, 2, 25), False, id="the day the committee reported"),
        pytest.param(date(2026, 2, 26), True, id="the day after"),
        pytest.param(date(2026, 10, 1), True, id="in the autumn"),
    ],
)
def test_until_when_an_electronic_document_may_come(last: date, is_open: bool) -> None:
    """
    The office's closing is certain until 25.2.2026; what was enacted then was not seen.
    """
    registry = Authority(name="Kirjaamo", hours=OfficeHours.parse("8-15"))
    given = AppealInstruction(
        remedy=RemedyKind.ADMINISTRATIVE_REVIEW,
        period=Period.days(14),
        entitled=MEMBERS,
        deliver_to=registry,
    )
    told = date.fromordinal(last.toordinal() - 14)
    counted = appeal_deadline(given, Notice.proven(told), decided_on=told)
    assert counted.last_day == last
    assert any("electronic" in doubt.about for doubt in counted.doubts) is is_open


@pytest.mark.parametrize(
    ("kind", "day", "notified", "rebuttable"),
    [
        pytest.param("kirje", "2000-03-01", "2000-03-08", True, id="365/1995 95 §, 232/1966"),
        pytest.param("kirje", "2003-12-31", "2004-01-07", True, id="the last day of 232/1966"),
        pytest.param("saantitodistus", "2000-06-19", "2000-06-19", False, id="232/1966 22 §"),
        pytest.param("luovuttaminen", "2000-06-19", "2000-06-19", False, id="232/1966, handed"),
        pytest.param("sijaistiedoksianto", "2003-05-05", "2003-05-08", True, id="232/1966, 3 days"),
        pytest.param("sijaistiedoksianto", "2004-05-05", "2004-05-08", False, id="434/2003 61 §"),
        pytest.param(
            "kuulutus Virallisessa lehdessä", "2000-03-01", "2000-03-08", False, id="1966"
        ),
        pytest.param(
            "kuulutus Virallisessa lehdessä", "2017-03-06", "2017-03-13", False, id="62 §"
        ),
    ],
)
def test_ways_of_notice_of_older_acts(kind: str, day: str, notified: str, rebuttable: bool) -> None:
    """
    Before 2004 the act of 1966, before 2020 Virallinen lehti: the same offsets, its own proof.
    """
    told = Notice(kind=NoticeKind(kind), day=date.fromisoformat(day))
    assert told.notified_on == date.fromisoformat(notified)
    assert told.rebuttable is rebuttable


@pytest.mark.parametrize(
    ("kind", "day"),
    [
        pytest.param("julkinen kuulutus", "2019-12-31", id="before 432/2019"),
        pytest.param("todisteellinen sähköinen tiedoksianto", "2003-01-31", id="before 13/2003"),
        pytest.param("sähköinen viesti", "2010-11-30", id="before 924/2010"),
        pytest.param("pöytäkirja yleisessä tietoverkossa", "1995-06-30", id="before 365/1995"),
    ],
)
def test_ways_of_notice_that_were_not_yet(kind: str, day: str) -> None:
    """
    A way of notice outside the days of its act is refused.
    """
    with pytest.raises(NoRuleInForce):
        Notice(kind=NoticeKind(kind), day=date.fromisoformat(day))


# Whose matters have members among those who may act; the others' minutes start nothing.
@pytest.mark.parametrize(
    "row",
    [
        pytest.param(row, id=f"{row.subject.value}, {row.against.value}, {row.kind.value}")
        for row in remedies(SPRING)
        if Entitled.MEMBER not in row.who and Entitled.MEMBER_MUNICIPALITY not in row.who
    ],
)
def test_minutes_start_only_a_members_clock(row: Remedy) -> None:
    """
    Minutes on the net tell the members (140 § 3): where no member may act, they start nothing.
    """
    facts: dict[str, Any] = {"decided_on": SPRING, "procurement_begun_on": SPRING}
    if row.regime is not Regime.PROCUREMENT:
        del facts["procurement_begun_on"]
    try:
        found: Deadline | None = appeal_deadline(row, Notice.online_minutes(SPRING), **facts)
    except KuntapaatosError:
        found = None
    assert found is None


@pytest.mark.parametrize("notice", [Notice.invoice(SPRING), Notice.posting(date(2019, 3, 1))])
@pytest.mark.parametrize("given", [REVIEW, APPEAL], ids=["review", "appeal"])
def test_what_never_starts_the_general_clock(given: AppealInstruction, notice: Notice) -> None:
    """
    An invoice (646/2011 82 §) and a posting (132/1999, 527/2014, 555/1981) are of other acts.
    """
    with pytest.raises(InvalidValue, match="one that starts this period"):
        appeal_deadline(given, notice, decided_on=notice.day)


@pytest.mark.parametrize(
    "beside",
    [
        pytest.param("", id="nothing beside it"),
        pytest.param(
            "Päätöksen jäljennöksiä voi pyytää Mallilan kaupungin kirjaamosta, Kuja 1, "
            "99999 Mallila. Kirjaamo on avoinna klo 9.00-15.00.",
            id="a copy",
        ),
        pytest.param(
            "Valituksesta on ilmoitettava Mallilan kaupungin kirjaamoon, joka on avoinna "
            "klo 9.00-15.00.",
            id="a notice",
        ),
        pytest.param(
            "Valitusta ei toimiteta Mallilan kaupungin kirjaamoon, joka on avoinna klo 9.00-15.00.",
            id="a place that is denied",
        ),
    ],
)
def test_a_court_closes_with_the_state(beside: str) -> None:
    """
    A registry that a text names for something else closes no appeal to a court (KHO:2024:22).
    """
    given = read_instruction(
        "Valitusosoitus\n\n"
        "Tähän päätökseen haetaan muutosta kunnallisvalituksella. Valitus tehdään Oulun "
        "hallinto-oikeudelle.\n"
        "Valitusviranomainen: Oulun hallinto-oikeus, PL 189, 90101 Oulu\n"
        "Valitusaika on 30 päivää päätöksen tiedoksisaannista.\n"
        f"Valituskirjelmä on toimitettava valitusviranomaiselle.\n{beside}\n"
    )
    counted = appeal_deadline(given, Notice.letter(SPRING), decided_on=SPRING)
    assert counted.closes_at == datetime(2025, 4, 9, 16, 15, tzinfo=HELSINKI)


@pytest.mark.parametrize(
    ("on", "section"),
    [
        pytest.param(date(2016, 3, 1), "365/1995 91 §", id="365/1995"),
        pytest.param(date(2017, 6, 1), "Kuntalaki 136 §", id="410/2015"),
    ],
)
def test_what_only_prepares(on: date, section: str) -> None:
    """
    Preparation and implementation have no remedy, by the section of the act of the day.
    """
    for kind in (DecisionKind.PREPARATION, DecisionKind.IMPLEMENTATION):
        (found,) = available_remedies(kind, MakerKind.BOARD, on)
        assert not isinstance(found, Remedy)
        assert [str(one) for one in found.provisions] == [section]


@pytest.mark.parametrize(
    ("on", "cited"), [(date(2016, 3, 1), "365/1995 98 §"), (SPRING, "Kuntalaki 143 §")]
)
def test_where_enforcement_is_said(on: date, cited: str) -> None:
    """
    Whether a decision may be enforced at once is cited by its own section.
    """
    row = only(on, Subject.GENERAL, DecisionKind.ORDINARY, MakerKind.BOARD)
    assert [str(one) for one in enforcement(row, on=on).provisions] == [cited]


@pytest.mark.parametrize(
    ("told", "cites"),
    [
        pytest.param(date(2025, 11, 3), False, id="a last day of 2025"),
        pytest.param(date(2026, 1, 7), True, id="a last day of 2026"),
    ],
)
def test_the_act_on_the_closing_of_state_authorities(told: date, cites: bool) -> None:
    """
    That a court closes at 16.15 stands in 728/2021 5 b § since 1.1.2026.
    """
    counted = appeal_deadline(APPEAL, Notice.letter(told), decided_on=told)
    closing = counted.closing(Channel.ELECTRONIC)
    assert ("728/2021 5 b §" in map(str, closing.provisions)) is cites


@pytest.mark.parametrize("dynamic", [False, True], ids=["plain", "dynamic"])
@pytest.mark.parametrize("begun", [date(2009, 1, 15), date(2010, 6, 1), date(2016, 12, 31)])
def test_the_older_standstill_has_one_length(begun: date, dynamic: bool) -> None:
    """
    Under 348/2007 the standstill is 21 days, whatever the procurement is based on.
    """
    told = date.fromordinal(begun.toordinal() + 30)
    message = Notice(kind=NoticeKind.LETTER, day=told, regime=Regime.PROCUREMENT)
    answer = standstill(message, dynamic=dynamic, procurement_begun_on=begun)
    values = [one.value for doubt in answer.doubts for one in doubt.candidates]
    assert min(day for day in values if isinstance(day, date)) == date.fromordinal(
        message.notified_on.toordinal() + 21
    )


def test_a_procurement_that_began_before_its_decision() -> None:
    """
    A procurement begins before it is decided, and never after.
    """
    ask: Any = available_remedies
    facts = (DecisionKind.ORDINARY, MakerKind.BOARD, date(2018, 3, 1))
    begun = ask(*facts, subject=Subject.PROCUREMENT, procurement_begun_on=date(2018, 1, 2))
    assert {str(row.provisions[0]).split()[0] for row in begun} == {"Hankintalaki"}
    older = ask(*facts, subject=Subject.PROCUREMENT, procurement_begun_on=date(2016, 12, 31))
    assert {str(row.provisions[0]).split()[0] for row in older} == {"348/2007"}
    with pytest.raises(InvalidValue, match="procurement_begun_on must be no later"):
        ask(*facts, subject=Subject.PROCUREMENT, procurement_begun_on=date(2018, 3, 2))


def test_an_appeal_is_none_against_a_court() -> None:
    """
    Minutes tell of the municipality's own decision: a "valitus" is then no jatkovalitus, whose
    time would run without the seven days.
    """
    given = AppealInstruction(remedy=RemedyKind.APPEAL, period=Period.days(30), entitled=MEMBERS)
    counted = appeal_deadline(given, Notice.online_minutes(SPRING), decided_on=SPRING)
    assert counted.last_day == date(2025, 4, 9)


@pytest.mark.parametrize("on", [date(2003, 3, 3), date(2012, 6, 1), date(2025, 3, 3)], ids=str)
@pytest.mark.parametrize(
    "told", [date(2002, 5, 2), date(2016, 5, 2), date(2018, 2, 1), date(2026, 3, 2)], ids=str
)
def test_a_prepared_clock_keeps_to_its_days(on: date, told: date) -> None:
    """
    What is prepared on a day of one act counts a notice of another act by that one.
    """
    clock = Clock(REVIEW, on)
    notice = Notice.online_minutes(told)
    for facts in ({}, {"decided_on": told}):
        ask: Any = appeal_deadline
        assert clock.deadline(notice, **facts) == ask(REVIEW, notice, **facts)
    assert clock.deadline(notice, decided_on=told).terms == (
        appeal_deadline(REVIEW, notice, decided_on=told).terms
    )


@pytest.mark.parametrize(
    ("obliging", "codes"),
    [
        (None, {DoubtCode.EVIDENTIAL_SERVICE}),
        (True, {DoubtCode.EVIDENTIAL_SERVICE}),
        (False, set()),
    ],
)
def test_whether_a_decision_obliges_is_asked_where_it_matters(
    obliging: bool | None, codes: set[DoubtCode]
) -> None:
    """
    434/2003 60 §: a ban is served with evidence; while nobody says that it obliges nobody, a
    letter leaves it open whether the period runs.  In a plain matter nothing is asked.
    """
    on = date(2025, 3, 3)
    letter = Notice.letter(on, obliging=obliging)
    (ban,) = available_remedies(
        DecisionKind.ORDINARY, MakerKind.COMMITTEE, on, subject=Subject.TOBACCO_BAN
    )
    assert isinstance(ban, Remedy)
    deadline = appeal_deadline(ban, letter, decided_on=on)
    assert deadline.last_day == date(2025, 3, 24)
    assert {doubt.code for doubt in deadline.doubts if doubt.about == "notified_on"} == codes
    served = appeal_deadline(ban, Notice.receipt(on), decided_on=on)
    assert not [doubt for doubt in served.doubts if doubt.about == "notified_on"]
    (plain,) = available_remedies(DecisionKind.ORDINARY, MakerKind.COMMITTEE, on)
    assert isinstance(plain, Remedy)
    asked = appeal_deadline(plain, Notice.letter(on), decided_on=on)
    assert not [doubt for doubt in asked.doubts if doubt.about == "notified_on"]
