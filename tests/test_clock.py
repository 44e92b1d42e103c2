"""
Which clock a notice starts: the matter decides, and what is open stands in a doubt.

Days in and days out of the statutes, each with its section.
"""

from __future__ import annotations

import inspect
from datetime import date, timedelta
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from kuntapaatos import (
    AppealInstruction,
    Clock,
    Deadline,
    DecisionKind,
    DoubtCode,
    Entitled,
    MakerKind,
    Notice,
    NoticeKind,
    Period,
    Regime,
    Remedy,
    RemedyKind,
    Subject,
    Track,
    appeal_deadline,
    appeal_deadlines,
    available_remedies,
    count_deadline,
    finality,
)
from kuntapaatos.clock.rows import asked
from kuntapaatos.clock.side import law_side, regimes_of
from kuntapaatos.errors import InvalidValue, NoRuleInForce, PeriodMissing
from kuntapaatos.final import Assumption, Missing, NotStarted
from kuntapaatos.instruction import Presumption
from kuntapaatos.notice import notice_rules, under_other_rules
from kuntapaatos.notice.choice import Known
from kuntapaatos.remedy import StartingEvent, remedies
from kuntapaatos.workdays import FIRST_DAY

ONE_DAY = timedelta(days=1)
PARTY, MEMBER = Entitled.PARTY, Entitled.MEMBER
REVIEW = RemedyKind.ADMINISTRATIVE_REVIEW


def stated(
    remedy: RemedyKind, days: int, *entitled: Entitled, subject: Subject | None = None
) -> AppealInstruction:
    """Return an instruction that says so much."""
    return AppealInstruction(
        remedy=remedy, period=Period.days(days), entitled=entitled, subject=subject
    )


FURTHER = stated(RemedyKind.FURTHER_APPEAL, 30, PARTY, MEMBER)
MARKET_COURT = stated(RemedyKind.MARKET_COURT_APPEAL, 14)
CORRECTION = stated(RemedyKind.PROCUREMENT_CORRECTION, 14)
ELECTION = stated(RemedyKind.APPEAL, 14, PARTY, MEMBER)
OBJECTION = stated(RemedyKind.OBJECTION, 14)
COUNCIL = stated(RemedyKind.MUNICIPAL_APPEAL, 30, PARTY, MEMBER)
ZONING = evolve(COUNCIL, subject=Subject.ZONING)
BUILDING = stated(RemedyKind.APPEAL, 30, subject=Subject.BUILDING_PERMIT)
BOTH = stated(REVIEW, 14, PARTY, MEMBER)
PERSONAL = stated(REVIEW, 14, PARTY, subject=Subject.DISMISSAL_PERSONAL)


def days_of(deadline: Any) -> set[DoubtCode]:
    """Return what is open about the days of a deadline."""
    about = {"notified_on", "last_day"}
    return {doubt.code for doubt in deadline.doubts if doubt.about in about}


@pytest.mark.parametrize(
    ("instruction", "notice", "notified", "last"),
    [
        # Kuntalaki 142 §: from the publication of the notice of the court's decision.
        (FURTHER, Notice.online_minutes(date(2021, 3, 1)), date(2021, 3, 1), date(2021, 3, 31)),
        (FURTHER, Notice.announcement(date(2021, 3, 1)), date(2021, 3, 1), date(2021, 3, 31)),
        # ... or from separate service.
        (FURTHER, Notice.letter(date(2021, 3, 1)), date(2021, 3, 8), date(2021, 4, 7)),
        (FURTHER, Notice.receipt(date(2021, 3, 1)), date(2021, 3, 1), date(2021, 3, 31)),
        # Hankintalaki 127 §: the day of sending, or the seventh day from a letter.
        (MARKET_COURT, Notice.email(date(2025, 3, 3)), date(2025, 3, 3), date(2025, 3, 17)),
        (MARKET_COURT, Notice.letter(date(2025, 3, 3)), date(2025, 3, 10), date(2025, 3, 24)),
        (MARKET_COURT, Notice.receipt(date(2025, 3, 3)), date(2025, 3, 3), date(2025, 3, 17)),
        (CORRECTION, Notice.email(date(2025, 3, 3)), date(2025, 3, 3), date(2025, 3, 17)),
        # Vaalilaki 102 §: the publication of the result.
        (ELECTION, Notice.online_minutes(date(2025, 4, 22)), date(2025, 4, 22), date(2025, 5, 6)),
        # Jätelaki 82 §: the receipt of the invoice.
        (OBJECTION, Notice.invoice(date(2025, 4, 22)), date(2025, 4, 22), date(2025, 5, 6)),
        # 132/1999 188 § since 1.1.2018: everybody on the clock of the minutes.
        (ZONING, Notice.online_minutes(date(2025, 10, 2)), date(2025, 10, 9), date(2025, 11, 10)),
        # 132/1999 198 §: from giving after posting.
        (BUILDING, Notice.posting(date(2016, 6, 3)), date(2016, 6, 3), date(2016, 7, 4)),
        (BUILDING, Notice.posting(date(2022, 6, 3)), date(2022, 6, 3), date(2022, 7, 4)),
        # An ordinary matter stays what it was.
        (BOTH, Notice.letter(date(2024, 12, 10)), date(2024, 12, 17), date(2024, 12, 31)),
        (BOTH, Notice.email(date(2024, 12, 10)), date(2024, 12, 13), date(2024, 12, 27)),
        (BOTH, Notice.online_minutes(date(2024, 12, 13)), date(2024, 12, 20), date(2025, 1, 3)),
        (COUNCIL, Notice.letter(date(2025, 10, 20)), date(2025, 10, 27), date(2025, 11, 26)),
    ],
    ids=str,
)
def test_the_matter_decides(
    instruction: AppealInstruction, notice: Notice, notified: date, last: date
) -> None:
    """
    A notice is read by the rules of the remedy's rows, without a doubt about its day.
    """
    deadline = appeal_deadline(instruction, notice)
    assert (deadline.notified_on, deadline.last_day) == (notified, last)
    assert deadline.latest_last_day == last
    assert days_of(deadline) == set()


@pytest.mark.parametrize(
    ("instruction", "notice", "ways"),
    [
        (MARKET_COURT, Notice.online_minutes(date(2025, 3, 3)), "hankinta: kirje, sähköinen"),
        (CORRECTION, Notice.announcement(date(2025, 3, 3)), "hankinta: kirje, sähköinen"),
        (OBJECTION, Notice.letter(date(2025, 3, 3)), "yleinen: lasku"),
        (ELECTION, Notice.letter(date(2025, 3, 3)), "julkaiseminen: pöytäkirja"),
        (ZONING, Notice.letter(date(2025, 10, 20)), "kaavoitus: pöytäkirja yleisessä"),
        (BUILDING, Notice.letter(date(2016, 6, 3)), "rakentaminen: julkipano"),
    ],
    ids=str,
)
def test_what_starts_no_such_clock(
    instruction: AppealInstruction, notice: Notice, ways: str
) -> None:
    """
    A way of notice that never starts this clock is refused, and told what does.
    """
    with pytest.raises(InvalidValue, match=f"starts this period \\({ways}"):
        appeal_deadline(instruction, notice)


@pytest.mark.parametrize(
    ("instruction", "notice", "names"),
    [
        (BOTH, Notice.letter(date(2025, 3, 3), regime=Regime.PROCUREMENT), "(yleinen)"),
        (
            stated(RemedyKind.APPEAL, 30, subject=Subject.SOIL_EXTRACTION),
            Notice.announcement(date(2022, 6, 3), regime=Regime.ENVIRONMENT),
            "(maa-ainekset)",
        ),
        (ZONING, Notice.announcement(date(2025, 3, 3), regime=Regime.BUILDING), "(kaavoitus)"),
    ],
    ids=str,
)
def test_rules_that_the_caller_named(
    instruction: AppealInstruction, notice: Notice, names: str
) -> None:
    """
    Rules that are not the remedy's are refused, with both names.
    """
    with pytest.raises(InvalidValue, match="under the rules of this remedy") as caught:
        appeal_deadline(instruction, notice)
    assert names in str(caught.value)
    assert f"({notice.regime.value})" in str(caught.value)


def test_not_on_that_day() -> None:
    """
    Where the clock knows the way, but not on that day, the rule says from when.
    """
    soil = stated(RemedyKind.APPEAL, 30, subject=Subject.SOIL_EXTRACTION)
    with pytest.raises(NoRuleInForce, match="maa-ainekset"):
        appeal_deadline(soil, Notice.posting(date(2022, 6, 3)))


def test_matters_with_different_days() -> None:
    """
    Minutes of a council in June to December 2017: Kuntalaki 140 §, or the display of a plan.
    """
    minutes = Notice.online_minutes(date(2017, 10, 2)).ruled_on(date(2017, 9, 25))
    deadline = appeal_deadline(COUNCIL, minutes)
    assert (deadline.last_day, deadline.latest_last_day) == (date(2017, 11, 1), date(2017, 11, 8))
    assert DoubtCode.MATTER in days_of(deadline)
    plan = appeal_deadline(ZONING, minutes)
    assert (plan.last_day, plan.latest_last_day) == (date(2017, 11, 1), date(2017, 11, 8))
    assert days_of(plan) == {DoubtCode.GOVERNING_PERIOD}
    sure = appeal_deadline(evolve(COUNCIL, subject=Subject.GENERAL), minutes)
    assert (sure.last_day, days_of(sure)) == (date(2017, 11, 8), set())


def test_an_appeal_is_not_a_further_one() -> None:
    """
    A text that says "valitus" of a municipality's minutes is about its own decision.
    """
    appeal = stated(RemedyKind.APPEAL, 30, PARTY, MEMBER)
    deadline = appeal_deadline(appeal, Notice.online_minutes(date(2021, 3, 1)))
    assert (deadline.last_day, days_of(deadline)) == (date(2021, 4, 7), set())


def test_whom_the_text_entitles() -> None:
    """
    Whoever is entitled tells which row it is: a regional council appeals plans only.
    """
    plan = stated(RemedyKind.MUNICIPAL_APPEAL, 30, PARTY, MEMBER, Entitled.REGIONAL_COUNCIL)
    starts = Clock(plan, date(2025, 10, 2))
    minutes = starts.deadline(Notice.online_minutes(date(2025, 10, 2)))
    assert minutes.last_day == date(2025, 11, 10)


def test_an_event_that_the_text_states() -> None:
    """
    A period that a text counts from an event of its own is started by that event.
    """
    fee = evolve(stated(REVIEW, 30, PARTY), starts_from=StartingEvent.INVOICE)
    assert appeal_deadline(fee, Notice.invoice(date(2025, 1, 7))).last_day == date(2025, 2, 6)
    with pytest.raises(InvalidValue, match="lasku"):
        appeal_deadline(fee, Notice.letter(date(2025, 1, 7)))


@pytest.mark.parametrize("told", [Notice.letter, Notice.email])
def test_a_dismissal_is_served_in_person(told: Any) -> None:
    """
    "Päätös [...] on annettava kirjallisesti tiedoksi viranhaltijalle henkilökohtaisesti" (43 §).
    """
    deadline = appeal_deadline(PERSONAL, told(date(2013, 1, 30)))
    assert DoubtCode.PERSONAL_SERVICE in days_of(deadline)
    assert finality([deadline], no_members=True).final_on is None
    in_hand = appeal_deadline(PERSONAL, Notice.handed_over(date(2013, 1, 30)))
    assert days_of(in_hand) == set()
    doubted = told(date(2013, 1, 30), obliging=True)
    assert DoubtCode.EVIDENTIAL_SERVICE in days_of(appeal_deadline(PERSONAL, doubted))


def test_only_a_later_day_in_a_procurement() -> None:
    """
    Hankintalaki 127 §: only a later day of notice may be shown.
    """
    earlier = Notice.letter(date(2025, 3, 3)).proven_on(date(2025, 3, 4))
    with pytest.raises(InvalidValue, match=r"^proven_day must be no earlier than 2025-03-10"):
        appeal_deadline(MARKET_COURT, earlier)
    later = Notice.letter(date(2025, 3, 3)).proven_on(date(2025, 3, 12))
    assert appeal_deadline(MARKET_COURT, later).last_day == date(2025, 3, 26)


@pytest.mark.parametrize(
    "notice",
    [
        Notice.online_minutes(date(2025, 3, 3), obliging=True),
        Notice.announcement(date(2025, 3, 3), obliging=True),
        Notice.letter(date(2025, 3, 3), obliging=True),
    ],
    ids=str,
)
def test_a_decision_that_obliges(notice: Notice) -> None:
    """
    Evidential service was due (Hallintolaki 60 §), whatever the ordinary way was.
    """
    assert [doubt.code for doubt in notice.doubts] == [DoubtCode.EVIDENTIAL_SERVICE]


def started(answer: Deadline | NotStarted) -> Deadline:
    """Return the answer of a track that has started."""
    assert isinstance(answer, Deadline)
    return answer


# --- A row of law in place of an instruction ------------------------------------------


def row(subject: Subject, on: date, kind: RemedyKind) -> Remedy:
    """Return the row of a remedy on a day."""
    return next(one for one in remedies(on) if (one.subject, one.kind) == (subject, kind))


def test_a_row_of_law() -> None:
    """
    A row gives its own period, clock and section, and no text is silent on the closing.
    """
    (review,) = available_remedies(DecisionKind.ORDINARY, MakerKind.BOARD, date(2025, 3, 3))
    assert isinstance(review, Remedy)
    deadline = appeal_deadline(review, Notice.letter(date(2025, 3, 3)))
    assert (deadline.last_day, deadline.doubts) == (date(2025, 3, 24), ())
    assert str(deadline.steps[1].provisions[0]) == "Kuntalaki 138 §"
    market = row(Subject.PROCUREMENT, date(2025, 3, 3), RemedyKind.MARKET_COURT_APPEAL)
    assert appeal_deadline(market, Notice.email(date(2025, 3, 3))).last_day == date(2025, 3, 17)
    party, member = appeal_deadlines(review, [Notice.letter(date(2025, 3, 3))])
    assert (party.track, member.track) == (Track.PARTY, Track.MEMBER)


def test_a_row_of_another_day() -> None:
    """
    A row is not used for a decision of a day that it does not cover, or without a period.
    """
    review = row(Subject.GENERAL, date(2025, 3, 3), REVIEW)
    with pytest.raises(NoRuleInForce, match="from 2017-06-01"):
        appeal_deadline(review, Notice.letter(date(2015, 3, 3)))
    with pytest.raises(PeriodMissing, match=r"Kuntalaki 138 § fixes none"):
        appeal_deadline(evolve(review, period=None), Notice.letter(date(2025, 3, 3)))


@pytest.mark.parametrize(
    ("told", "begun", "days", "first", "latest"),
    [
        pytest.param(
            date(2016, 12, 31), None, 60, date(2017, 3, 1), date(2017, 3, 1), id="under 348/2007"
        ),
        pytest.param(
            date(2017, 1, 1), None, 60, date(2017, 1, 16), date(2017, 4, 3), id="on the day"
        ),
        pytest.param(
            date(2017, 1, 1),
            date(2017, 1, 1),
            60,
            date(2017, 1, 16),
            date(2017, 4, 3),
            id="begun on the day",
        ),
        pytest.param(
            date(2017, 6, 1),
            date(2016, 12, 31),
            60,
            date(2017, 7, 31),
            date(2017, 7, 31),
            id="begun the day before",
        ),
        pytest.param(
            date(2017, 6, 1),
            date(2017, 1, 1),
            90,
            date(2017, 8, 30),
            date(2017, 8, 30),
            id="ninety under 1397/2016",
        ),
        pytest.param(
            date(2017, 6, 1),
            date(2016, 12, 31),
            90,
            date(2017, 6, 15),
            date(2017, 8, 30),
            id="ninety under 348/2007",
        ),
        pytest.param(
            date(2019, 1, 1),
            None,
            90,
            date(2019, 4, 1),
            date(2019, 4, 1),
            id="more than two years after",
        ),
    ],
)
def test_a_correction_on_each_side_of_a_change(
    told: date, begun: date | None, days: int, first: date, latest: date
) -> None:
    """
    348/2007 81 §: sixty days from the decision; 1397/2016 133 §: ninety, if begun since 2017.

    Where neither act that may hold gives what the text states, the fourteen days of a notice
    and the act's own length stand beside it.
    """
    deadline = appeal_deadline(
        stated(RemedyKind.PROCUREMENT_CORRECTION, days),
        Notice.proven(told),
        procurement_begun_on=begun,
    )
    assert (deadline.last_day, deadline.latest_last_day) == (first, latest)
    assert (DoubtCode.STATED_PERIOD in days_of(deadline)) is (first != latest)


@pytest.mark.parametrize("kind", RemedyKind, ids=lambda kind: kind.value)
def test_a_prepared_clock_on_the_day_of_every_change(kind: RemedyKind) -> None:
    """
    A clock made for the day before a change, or for the day itself, answers for both as it should.
    """
    rows = [row for row in remedies() if row.kind is kind]
    starts = {row.valid_from for row in rows} | {rule.valid_from for rule in notice_rules()}
    period = next(row.period for row in rows) if rows else Period.days(30)
    instruction = AppealInstruction(remedy=kind, period=period)
    for first in (day for day in starts if day > FIRST_DAY):
        days = (first - ONE_DAY, first)
        for on in days:
            clock = answer(Clock, instruction, on)
            for told in (Notice.letter, Notice.online_minutes, Notice.proven):
                for day in days:
                    notice = answer(told, day)
                    once = answer(appeal_deadline, instruction, notice)
                    if not isinstance(clock, str) and not isinstance(notice, str):
                        assert answer(clock.deadline, notice) == once


@pytest.mark.parametrize(
    ("instruction", "told", "sections", "kuntalaki"),
    [
        pytest.param(BOTH, date(2025, 3, 3), ["Kuntalaki 138 §"], True, id="members: Kuntalaki"),
        pytest.param(
            stated(REVIEW, 14), date(2025, 3, 3), ["Kuntalaki 138 §"], None, id="14 days: likely"
        ),
        pytest.param(
            stated(REVIEW, 30, PARTY),
            date(2013, 3, 4),
            ["Hallintolaki 49 c §"],
            False,
            id="30 days",
        ),
        pytest.param(
            stated(REVIEW, 30, PARTY, subject=Subject.PARKING_CHARGE),
            date(2013, 3, 4),
            ["727/2011 15 §"],
            False,
            id="a special act",
        ),
        pytest.param(
            stated(REVIEW, 30, PARTY, subject=Subject.EMPLOYMENT_SERVICES),
            date(2025, 3, 3),
            ["Hallintolaki 49 c §"],
            False,
            id="a special act that leaves the period to the general one",
        ),
        pytest.param(
            CORRECTION,
            date(2025, 3, 3),
            ["Hankintalaki 133 §", "Hankintalaki 135 §"],
            False,
            id="over the threshold or below it",
        ),
        pytest.param(
            evolve(CORRECTION, subject=Subject.PROCUREMENT_BELOW_THRESHOLD),
            date(2025, 3, 3),
            ["Hankintalaki 135 §"],
            False,
            id="below the threshold",
        ),
    ],
)
def test_whose_section_gives_the_period(
    instruction: AppealInstruction, told: date, sections: list[str], kuntalaki: bool | None
) -> None:
    """
    Kuntalaki's section is cited where it may be the one, then Hallintolaki's, then a special act's.

    Only the section that gives the period: not who may use the remedy, nor where it is named.
    """
    deadline = appeal_deadline(instruction, Notice.receipt(told))
    assert deadline.terms is not None
    assert list(map(str, deadline.terms.provisions)) == sections
    assert str(deadline.steps[1].provisions[0]) == sections[0]
    assert deadline.terms.kuntalaki is kuntalaki


@pytest.mark.parametrize(
    ("instruction", "on", "regimes"),
    [
        pytest.param(BOTH, date(2025, 3, 3), (Regime.GENERAL,), id="Kuntalaki"),
        pytest.param(MARKET_COURT, date(2025, 3, 3), (Regime.PROCUREMENT,), id="a procurement"),
        pytest.param(ZONING, date(2025, 3, 3), (Regime.ZONING,), id="a plan"),
        pytest.param(BUILDING, date(2016, 6, 3), (Regime.BUILDING,), id="a permit"),
        pytest.param(
            FURTHER,
            date(2021, 3, 1),
            (Regime.FURTHER_APPEAL, Regime.ZONING),
            id="a court's decision, any matter",
        ),
        pytest.param(
            COUNCIL, date(2025, 3, 3), (Regime.GENERAL, Regime.ZONING), id="a council's, any matter"
        ),
    ],
)
def test_whose_rules_of_notice(
    instruction: AppealInstruction, on: date, regimes: tuple[Regime, ...]
) -> None:
    """
    The matter tells whose rules of notice there may be, the general ones first.
    """
    assert regimes_of(instruction, on) == regimes


def test_a_text_that_counts_everybodys_time_from_the_minutes() -> None:
    """
    Where the text puts the parties on the clock of publication too, no letter starts their time.
    """
    shown = Presumption(NoticeKind.ONLINE_MINUTES, 7, rebuttable=False, everybody=True)
    plan = evolve(COUNCIL, presumptions=[shown])
    minutes = appeal_deadline(plan, Notice.online_minutes(date(2025, 10, 2)))
    assert minutes.last_day == date(2025, 11, 10)
    for told in (Notice.letter, Notice.email, Notice.receipt, Notice.handed_over):
        with pytest.raises(InvalidValue, match=r"starts everybody's time from \(pöytäkirja"):
            appeal_deadline(plan, told(date(2025, 10, 2)))


def test_what_a_clock_takes() -> None:
    """
    What is prepared follows from the instruction and the day, and is never given.
    """
    assert list(inspect.signature(Clock).parameters) == ["instruction", "on"]


def test_a_fact_names_no_rules() -> None:
    """
    A day that is shown is no way of notice: it stays as it is, whatever the matter.
    """
    shown = Notice.proven(date(2025, 3, 3))
    another = evolve(ZONING, period=Period.days(14))
    for instruction in (MARKET_COURT, another, ZONING, FURTHER, BOTH):
        assert appeal_deadline(instruction, shown).notice == shown


def test_no_row_knows_a_period() -> None:
    """
    Where no row is known of the days, the error says so; a notice is read as it is.
    """
    received = Notice.receipt(date(1993, 3, 3))
    with pytest.raises(PeriodMissing, match="no row of law is known"):
        appeal_deadline(AppealInstruction(remedy=RemedyKind.MUNICIPAL_APPEAL), received)
    old = appeal_deadline(stated(RemedyKind.MUNICIPAL_APPEAL, 14), received)
    assert (old.last_day, days_of(old)) == (date(1993, 3, 17), set())
    # Before its first row a remedy runs from what it has run from ever since.
    with pytest.raises(InvalidValue, match="hankinta: kirje"):
        appeal_deadline(MARKET_COURT, Notice.online_minutes(date(2003, 3, 3)))
    with pytest.raises(InvalidValue, match="hankinta: kirje") as caught:
        appeal_deadline(CORRECTION, Notice.online_minutes(date(2003, 3, 3)))
    assert "päätöksen tekeminen" not in str(caught.value)  # of that, the period is another


def test_whom_minutes_tell() -> None:
    """
    Under Kuntalaki minutes are for the members: where they have no remedy, none starts.
    """
    place = stated(REVIEW, 30, PARTY, subject=Subject.EARLY_EDUCATION)
    with pytest.raises(InvalidValue, match="starts this period"):
        appeal_deadline(place, Notice.online_minutes(date(2025, 3, 3)))
    named = stated(RemedyKind.MARKET_COURT_APPEAL, 14, PARTY, MEMBER)
    assert appeal_deadline(named, Notice.email(date(2025, 3, 3))).last_day == date(2025, 3, 17)


def test_an_announcement_without_a_transition() -> None:
    """
    432/2019 came without a transition: the day of publication decides, not the decision's.
    """
    told = Notice.announcement(date(2020, 1, 2)).ruled_on(date(2019, 12, 16))
    assert told.notified_on == date(2020, 1, 9)
    for regime in (Regime.ENVIRONMENT, Regime.SOIL):
        own = Notice.announcement(date(2020, 1, 2), regime=regime).ruled_on(date(2019, 12, 16))
        assert (own.notified_on, own.doubts) == (date(2020, 1, 9), ())


def test_the_order_of_the_days() -> None:
    """
    A procurement begins before it is decided, and is decided before that is told.
    """
    message = Notice.procurement_message(date(2017, 2, 1))
    for begun, decided in ((date(2017, 2, 2), None), (date(2017, 1, 10), date(2017, 1, 9))):
        with pytest.raises(InvalidValue, match=r"^procurement_begun_on must be no later than the"):
            appeal_deadline(MARKET_COURT, message, decided_on=decided, procurement_begun_on=begun)
    named = Notice.procurement_message(date(2017, 2, 1), procurement_begun_on=date(2016, 12, 1))
    assert str(named.provision) == "348/2007 75 §"
    assert message.of_procurement_begun(date(2016, 12, 1)) == named


def test_a_rule_by_the_beginning_of_the_procurement(monkeypatch: pytest.MonkeyPatch) -> None:
    """
    Where the two acts gave different days, both would stand until the beginning is given.
    """
    message = Notice.procurement_message(date(2017, 2, 1))
    older = next(
        rule
        for rule in notice_rules()
        if rule.kind is message.kind and rule.valid_until == date(2016, 12, 31)
    )
    later = evolve(older, days=2)
    monkeypatch.setattr("kuntapaatos.notice.told.other_rules", lambda *_: [later])
    (reading,) = under_other_rules(message)
    assert reading.code is DoubtCode.PROCUREMENT_BEGUN
    assert reading.notice.procurement_begun_on == date(2016, 12, 31)


# --- The prepared clock ---------------------------------------------------------------

STATED = evolve(
    BOTH,
    presumptions=[
        Presumption(NoticeKind.LETTER, 7, rebuttable=True),
        Presumption(NoticeKind.ONLINE_MINUTES, 7, rebuttable=False),
    ],
)
OTHERWISE = evolve(BOTH, presumptions=[Presumption(NoticeKind.LETTER, 5, rebuttable=True)])
NOTICES = (Notice.letter, Notice.email, Notice.online_minutes, Notice.receipt, Notice.proven)


def answer(count: Any, *arguments: Any, **named: Any) -> Any:
    """Return an answer, or the refusal as a text."""
    try:
        return count(*arguments, **named)
    except (InvalidValue, NoRuleInForce) as error:
        return f"{type(error).__name__}: {error}"


@given(
    instruction=st.sampled_from(
        [STATED, OTHERWISE, BOTH, COUNCIL, ZONING, FURTHER, MARKET_COURT, BUILDING]
    ),
    on=st.dates(date(2000, 1, 1), date(2027, 12, 31)),
    told=st.sampled_from(NOTICES),
    day=st.dates(date(2012, 1, 1), date(2027, 12, 31)),
    before=st.none() | st.integers(0, 400),
    begun=st.none() | st.integers(0, 900),
)
def test_a_prepared_clock(
    instruction: AppealInstruction,
    on: date,
    told: Any,
    day: date,
    before: int | None,
    begun: int | None,
) -> None:
    """
    A prepared clock answers and refuses as `appeal_deadline` does, on any day.
    """
    decided = None if before is None else date.fromordinal(day.toordinal() - before)
    start = decided or day
    named = {
        "decided_on": decided,
        "procurement_begun_on": None
        if begun is None
        else date.fromordinal(start.toordinal() - begun),
    }
    notice = told(day)
    clock = answer(Clock, instruction, on)
    if isinstance(clock, str):
        return
    once = answer(appeal_deadline, instruction, notice, **named)
    assert answer(clock.deadline, notice, **named) == once


@pytest.mark.parametrize(
    ("instruction", "on", "ways"),
    [
        pytest.param(
            BOTH,
            date(2025, 3, 3),
            {
                *("LETTER", "EMAIL", "VERIFIABLE_MESSAGE", "ONLINE_MINUTES", "RECEIPT"),
                *("HANDED_OVER", "BAILIFF", "ANNOUNCEMENT", "OFFICIAL_GAZETTE"),
                *("SUBSTITUTED", "PROVEN"),
            },
            id="Kuntalaki",
        ),
        pytest.param(
            stated(REVIEW, 30, PARTY, subject=Subject.EARLY_EDUCATION),
            date(2025, 3, 3),
            {
                *("LETTER", "EMAIL", "VERIFIABLE_MESSAGE", "RECEIPT", "HANDED_OVER", "BAILIFF"),
                *("ANNOUNCEMENT", "OFFICIAL_GAZETTE", "SUBSTITUTED", "PROVEN", "INVOICE"),
            },
            id="parties alone: no minutes",
        ),
        pytest.param(STATED, date(2025, 3, 3), None, id="what the text presumes as the law"),
        pytest.param(OTHERWISE, date(2025, 3, 3), set(), id="another presumption"),
        pytest.param(
            evolve(BOTH, period=Period.days(30)), date(2025, 3, 3), set(), id="another period"
        ),
        pytest.param(PERSONAL, date(2025, 3, 3), set(), id="served in person"),
        pytest.param(ZONING, date(2025, 3, 3), {"PROVEN"}, id="a clock of its own"),
    ],
)
def test_the_ways_that_start_the_general_clock(
    instruction: AppealInstruction, on: date, ways: set[str] | None
) -> None:
    """
    The general clock and no other is started by what tells a decision under the general rules.
    """
    found = law_side(asked(instruction), Known(on, decided=on)).direct
    same = law_side(asked(BOTH), Known(on, decided=on)).direct
    assert {kind.name for kind in found} == ({kind.name for kind in same} if ways is None else ways)


def test_a_prepared_clock_asks_the_law_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """
    From one change of the rows to the next a clock made on any day answers without a new look.
    """
    year = (date(2025, 1, 1), date(2025, 12, 31))  # the rows of reviews changed before and after
    for on in year:
        clock = Clock(BOTH, on)
        with monkeypatch.context() as patch:
            patch.setattr("kuntapaatos.clock.prepared.law_side", None)
            patch.setattr("kuntapaatos.clock.prepared.counted", None)
            for day in year:
                assert clock.deadline(Notice.letter(day)).notice.day == day
                told = clock.deadline(Notice.letter(day), decided_on=year[0])
                assert told.notice.decided_on == year[0]


def test_what_is_no_notice() -> None:
    """
    A clock is asked of a notice, and made of an instruction or a row.
    """
    clock = Clock(BOTH, date(2025, 3, 3))
    assert clock == Clock(BOTH, date(2025, 3, 3))
    with pytest.raises(InvalidValue, match=r"^notice must be of type Notice"):
        clock.deadline(date(2025, 3, 3))  # type: ignore[arg-type]
    with pytest.raises(InvalidValue, match=r"^instruction must be of type"):
        Clock(date(2025, 3, 3), date(2025, 3, 3))  # type: ignore[arg-type]


# --- Finality -------------------------------------------------------------------------


def test_the_members_clock_is_missing() -> None:
    """
    Where members are entitled, a party's deadline alone tells no finality.
    """
    letter = Notice.letter(date(2024, 12, 10))
    for instruction in (BOTH, stated(REVIEW, 14), row(Subject.GENERAL, date(2025, 3, 3), REVIEW)):
        found = finality([appeal_deadline(instruction, letter)])
        assert found.final_on is None
        assert [missing.missing for missing in found.missing] == [Missing.NOT_PUBLISHED]
    sure = finality([appeal_deadline(BOTH, letter)], no_members=True)
    assert sure.final_on == date(2025, 1, 1)
    assert Assumption.NO_MEMBERS in sure.rests_on
    assert finality(appeal_deadlines(BOTH, [letter]), no_members=True) == sure
    member = appeal_deadline(BOTH, Notice.online_minutes(date(2024, 12, 13)))
    with pytest.raises(InvalidValue, match=r"^no_members must be False"):
        finality([member], no_members=True)


@pytest.mark.parametrize(
    "instruction",
    [
        MARKET_COURT,
        stated(REVIEW, 30, PARTY),
        stated(REVIEW, 30, PARTY, subject=Subject.EARLY_EDUCATION),
    ],
    ids=str,
)
def test_no_members_clock(instruction: AppealInstruction) -> None:
    """
    Where no row entitles members, their clock is not waited for.
    """
    (deadline,) = appeal_deadlines(instruction, [Notice.receipt(date(2025, 3, 3))])
    found = finality([deadline])
    assert found.final_on is not None
    assert Assumption.NO_MATTER_TAKEN_UP not in found.rests_on


@pytest.mark.parametrize(
    ("notice", "code"),
    [
        (
            Notice.online_minutes(date(2025, 3, 3), mention_only=True),
            DoubtCode.SECRET_MATTER,
        ),
        (Notice.letter(date(2025, 3, 3), obliging=True), DoubtCode.EVIDENTIAL_SERVICE),
        (Notice.announcement(date(2025, 3, 3), regime=Regime.BUILDING), DoubtCode.PENDING_MATTER),
    ],
    ids=str,
)
def test_a_clock_that_may_not_run(notice: Notice, code: DoubtCode) -> None:
    """
    A candidate without a day leaves finality without one, and the text says why.
    """
    found = finality([count_deadline(notice, Period.days(14))])
    assert (found.final_on, found.not_running) == (None, (code,))
    assert str(found) == f"lainvoimaisuutta ei voida laskea: {code.value}"


def test_a_fresh_instruction_may_follow() -> None:
    """
    Where the stated period is not the law's, the day is said to be open to interpretation.
    """
    minutes = Notice.online_minutes(date(2024, 12, 13))
    found = finality([appeal_deadline(evolve(BOTH, period=Period.days(30)), minutes)])
    assert found.is_doubtful
    assert str(found) == (
        "lainvoimainen 21.1.2025, jos kukaan ei hae muutosta (kunnan jäsen, tulkinnanvarainen)"
    )


def test_one_recipient_is_one_party() -> None:
    """
    The first notice to a person starts the clock; a later one only closes what it left open.
    """
    first = Notice.letter(date(2025, 3, 3)).addressed_to("A")
    second = Notice.receipt(date(2025, 3, 20)).addressed_to("A")
    other = Notice.receipt(date(2025, 3, 12)).addressed_to("B")
    instruction = stated(REVIEW, 30, PARTY)
    found = appeal_deadlines(instruction, [second, other, first])
    assert [started(answer).notice.recipient for answer in found] == ["A", "B"]
    assert finality(found).final_on == date(2025, 4, 12)
    obliging = Notice.letter(date(2025, 3, 3), obliging=True).addressed_to("A")
    one = started(*appeal_deadlines(instruction, [second, obliging]))
    assert (one.last_day, one.latest_last_day) == (date(2025, 4, 9), date(2025, 4, 22))
    assert finality([one]).final_on == date(2025, 4, 23)
    twice = [obliging, Notice.email(date(2025, 3, 5), obliging=True).addressed_to("A")]
    assert finality(appeal_deadlines(instruction, twice)).final_on is None
