from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, reject
from hypothesis import strategies as st
from usual import INSTRUCTION, LETTER, MINUTES, REVIEW, at

from kuntapaatos.appeal import AppealInstruction, Cutoff, Presumption, appeal_deadline
from kuntapaatos.clock.rows import periods_by_law
from kuntapaatos.deadline import Deadline, Openness
from kuntapaatos.doubts import Basis, DoubtCode
from kuntapaatos.errors import (
    InvalidValue,
    NoRuleInForce,
)
from kuntapaatos.notice import Notice, NoticeKind, Regime
from kuntapaatos.remedy import Entitled, RemedyKind, Subject
from kuntapaatos.time_limit import Period, last_day


def codes(deadline: Deadline) -> list[DoubtCode]:
    """Return what is open about a deadline."""
    return [doubt.code for doubt in deadline.doubts]


@pytest.mark.parametrize(
    ("stated", "first", "latest"),
    [
        pytest.param(
            Period.days(7),
            (date(2024, 12, 27), Basis.STATED),
            (date(2024, 12, 31), Basis.LAW),
            id="shorter",
        ),
        pytest.param(
            Period.days(30),
            (date(2024, 12, 31), Basis.LAW),
            (date(2025, 1, 16), Basis.STATED),
            id="longer",
        ),
        pytest.param(
            Period.weeks(3),
            (date(2024, 12, 31), Basis.LAW),
            (date(2025, 1, 7), Basis.STATED),
            id="in weeks",
        ),
    ],
)
def test_a_stated_period_that_differs(
    stated: Period, first: tuple[date, Basis], latest: tuple[date, Basis]
) -> None:
    """
    A stated period that is not the law's stands beside it, and beside a new instruction's.
    """
    deadline = appeal_deadline(evolve(INSTRUCTION, period=stated), LETTER)
    assert (deadline.last_day, deadline.latest_last_day) == (first[0], latest[0])
    (doubt,) = deadline.doubts
    assert (doubt.code, doubt.about) == (DoubtCode.STATED_PERIOD, "last_day")
    assert [(found.value, found.basis) for found in doubt.candidates] == [
        first,
        latest,
        (None, Basis.FRESH_INSTRUCTION),
    ]
    closing = deadline.closes_at
    assert closing is not None
    assert deadline.is_open(closing - timedelta(minutes=1)) is Openness.OPEN
    assert deadline.is_open(closing) is Openness.DOUBTFUL
    assert deadline.is_open(at(latest[0].year, latest[0].month, latest[0].day, 12)) is (
        Openness.DOUBTFUL
    )
    assert deadline.is_open(at(2025, 1, 16, 16)) is Openness.CLOSED


def test_the_same_last_day_by_two_periods() -> None:
    """
    Two periods that end on the same day leave no later one.
    """
    # 14 days end on Christmas Eve, 15 on Christmas Day: both move to the 27th.
    notice = Notice.receipt(date(2024, 12, 10))
    deadline = appeal_deadline(evolve(INSTRUCTION, period=Period.days(15)), notice)
    assert deadline.last_day == deadline.latest_last_day == date(2024, 12, 27)
    assert codes(deadline) == [DoubtCode.STATED_PERIOD]


def test_two_weeks_are_not_fourteen_days() -> None:
    """
    Two weeks end on the same day, but are not what the law says: both readings are shown.
    """
    deadline = appeal_deadline(evolve(INSTRUCTION, period=Period.weeks(2)), LETTER)
    assert deadline.last_day == deadline.latest_last_day == date(2024, 12, 31)
    assert codes(deadline) == [DoubtCode.STATED_PERIOD]


@given(
    sent=st.dates(date(2018, 6, 2), date(2025, 10, 1)),
    stated=st.integers(1, 60),
)
def test_the_earliest_is_safe(sent: date, stated: int) -> None:
    """
    The last moment to act is the earliest candidate, finality waits for the latest.
    """
    notice = Notice.letter(sent)
    deadline = appeal_deadline(evolve(INSTRUCTION, period=Period.days(stated)), notice)
    ends = {last_day(notice.notified_on, Period.days(length)) for length in (14, stated)}
    assert (deadline.last_day, deadline.latest_last_day) == (min(ends), max(ends))
    assert bool(deadline.questions) is (stated != 14)
    evening = at(deadline.latest_last_day.year, 1, 1, 0).replace(
        month=deadline.latest_last_day.month, day=deadline.latest_last_day.day, hour=7
    )
    assert deadline.is_open(evening) is not Openness.CLOSED


@pytest.mark.parametrize(
    ("presumed", "first", "latest"),
    [
        pytest.param(
            3, (date(2024, 12, 27), Basis.STATED), (date(2024, 12, 31), Basis.LAW), id="shorter"
        ),
        pytest.param(
            10, (date(2024, 12, 31), Basis.LAW), (date(2025, 1, 3), Basis.STATED), id="longer"
        ),
    ],
)
def test_a_stated_presumption_that_differs(
    presumed: int, first: tuple[date, Basis], latest: tuple[date, Basis]
) -> None:
    """
    A day of notice that only the text states stands beside the law's.
    """
    stated = evolve(INSTRUCTION, presumptions=[Presumption(NoticeKind.LETTER, presumed, True)])
    deadline = appeal_deadline(stated, LETTER)
    assert (deadline.last_day, deadline.latest_last_day) == (first[0], latest[0])
    (doubt,) = deadline.doubts
    assert doubt.code is DoubtCode.STATED_PRESUMPTION
    assert [(found.value, found.basis) for found in doubt.candidates] == [first, latest]
    # Another way of notice, and a day that is shown, are not touched by it.
    assert appeal_deadline(stated, MINUTES).doubts == ()
    assert appeal_deadline(stated, LETTER.proven_on(date(2024, 12, 12))).doubts == ()
    assert (
        appeal_deadline(stated, Notice.letter(date(2024, 12, 10), to_authority=True)).doubts == ()
    )


def test_period_and_presumption_differ() -> None:
    """
    With two things stated otherwise the earliest and the latest of all combinations count.
    """
    stated = evolve(
        INSTRUCTION,
        period=Period.days(30),
        presumptions=[Presumption(NoticeKind.LETTER, 3, True)],
    )
    deadline = appeal_deadline(stated, LETTER)
    assert deadline.last_day == date(2024, 12, 27)
    assert deadline.latest_last_day == date(2025, 1, 16)
    assert codes(deadline) == [DoubtCode.STATED_PRESUMPTION, DoubtCode.STATED_PERIOD]


def test_the_decisions_day_matters() -> None:
    """
    Minutes of June 2017: a decision of May is told on the day of display, one of June later.
    """
    notice = Notice.online_minutes(date(2017, 6, 5))
    of_may = appeal_deadline(INSTRUCTION, notice, decided_on=date(2017, 5, 31))
    of_june = appeal_deadline(INSTRUCTION, notice, decided_on=date(2017, 6, 1))
    unknown = appeal_deadline(INSTRUCTION, notice)
    assert of_june.last_day == date(2017, 6, 26)
    assert of_june.doubts == ()
    # Its instruction presumes seven days, as the new act: for May that is one more reading.
    assert of_may.last_day == date(2017, 6, 19)
    assert codes(of_may) == [DoubtCode.STATED_PRESUMPTION]
    assert (unknown.last_day, unknown.latest_last_day) == (of_may.last_day, of_june.last_day)
    assert codes(unknown) == [DoubtCode.DECISION_DAY]
    assert unknown.notice.notified_on == date(2017, 6, 5)


@pytest.mark.parametrize("day", [date(2017, 5, 31), date(2018, 6, 1)], ids=str)
def test_the_decisions_day_does_not_matter(day: date) -> None:
    """
    Before the change, and from a year after it, the decision's day is not asked.
    """
    bare = evolve(INSTRUCTION, presumptions=[])
    assert codes(appeal_deadline(bare, Notice.online_minutes(day))) == []


def test_the_act_of_1995() -> None:
    """
    A decision of 2016 is counted by the rules of 2016, and names its act.
    """
    deadline = appeal_deadline(
        evolve(INSTRUCTION, presumptions=[]),
        Notice.online_minutes(date(2016, 5, 2)),
        decided_on=date(2016, 4, 25),
    )
    assert (deadline.notified_on, deadline.last_day) == (date(2016, 5, 2), date(2016, 5, 16))
    assert str(deadline.steps[1].provisions[0]) == "365/1995 93 §"
    assert deadline.doubts == ()


@pytest.mark.parametrize(
    ("instruction", "readings"),
    [
        pytest.param(INSTRUCTION, ["14 päivää (ohje)"], id="as the law"),
        pytest.param(
            evolve(INSTRUCTION, period=Period.days(30)),
            [
                "30 päivää (ohje)",
                "14 päivää (laki, Kuntalaki 138 §)",
                "– (uusi ohje pyydettäessä, Hallintolaki 49 §, KHO:2024:22)",
            ],
            id="otherwise",
        ),
        pytest.param(evolve(INSTRUCTION, period=None), [], id="not stated"),
    ],
)
def test_readings_of_a_period(instruction: AppealInstruction, readings: list[str]) -> None:
    """
    Every reading of a stated period can be asked without a notice.
    """
    found = periods_by_law(instruction, date(2024, 12, 10))
    assert [str(candidate) for candidate in found] == readings


BUILDING = AppealInstruction(
    remedy=REVIEW,
    period=Period.days(30),
    subject=Subject.BUILDING_PERMIT,
    paper_cutoff=Cutoff.OFFICE_CLOSE,
)
ANNOUNCED = Notice.announcement(date(2025, 3, 3), regime=Regime.BUILDING, pending=False)
PROVEN = Notice.proven(date(2025, 3, 10))


@pytest.mark.parametrize(
    ("stated", "notice", "decided_on", "first", "latest", "source"),
    [
        pytest.param(
            30,
            ANNOUNCED,
            None,
            date(2025, 4, 9),
            date(2025, 4, 9),
            "Hallintolaki 49 c §",
            id="announced, so decided in 2025",
        ),
        pytest.param(
            14,
            ANNOUNCED,
            None,
            date(2025, 3, 24),
            date(2025, 4, 9),
            "150/1930 2 §",
            id="announced, with the older period",
        ),
        pytest.param(
            30,
            PROVEN,
            None,
            date(2025, 3, 24),
            date(2025, 4, 9),
            "132/1999 187 §",
            id="a decision of either year",
        ),
        pytest.param(
            14,
            PROVEN,
            None,
            date(2025, 3, 24),
            date(2025, 4, 9),
            "150/1930 2 §",
            id="a decision of either year, with the older period",
        ),
        pytest.param(
            30,
            PROVEN,
            date(2025, 3, 3),
            date(2025, 4, 9),
            date(2025, 4, 9),
            "Hallintolaki 49 c §",
            id="a decision of 2025",
        ),
        pytest.param(
            14,
            PROVEN,
            date(2024, 12, 31),
            date(2025, 3, 24),
            date(2025, 3, 24),
            "132/1999 187 §",
            id="a decision of 2024",
        ),
    ],
)
def test_the_period_of_the_decisions_day(
    stated: int, notice: Notice, decided_on: date | None, first: date, latest: date, source: str
) -> None:
    """
    While the decision's day is not known, the period of every day it may have counts.
    """
    instruction = evolve(BUILDING, period=Period.days(stated))
    deadline = appeal_deadline(instruction, notice, decided_on=decided_on)
    assert (deadline.last_day, deadline.latest_last_day) == (first, latest)
    assert codes(deadline) == ([DoubtCode.STATED_PERIOD] if first != latest else [])
    assert str(deadline.steps[1].provisions[0]) == source


@pytest.mark.parametrize(
    ("period", "told", "first", "latest"),
    [
        pytest.param(
            Period.days(14), date(2020, 11, 30), date(2020, 12, 14), None, id="the day before"
        ),
        pytest.param(
            Period.days(14), date(2020, 12, 1), date(2020, 12, 15), date(2021, 6, 1), id="the day"
        ),
        pytest.param(
            Period.months(6),
            date(2021, 11, 30),
            date(2021, 12, 14),
            date(2022, 5, 30),
            id="a year after the day before",
        ),
        pytest.param(
            Period.months(6), date(2021, 12, 1), date(2022, 6, 1), None, id="a year after the day"
        ),
    ],
)
def test_each_side_of_a_change(
    period: Period, told: date, first: date, latest: date | None
) -> None:
    """
    Fee of a document: fourteen days until 30.11.2020, six months since (621/1999 33 §, 853/2020).

    A notice tells a decision of its own day, or one of up to a year before it.
    """
    instruction = AppealInstruction(
        remedy=RemedyKind.ADMINISTRATIVE_REVIEW, period=period, subject=Subject.DOCUMENT_FEE
    )
    deadline = appeal_deadline(instruction, Notice.proven(told))
    assert (deadline.last_day, deadline.latest) == (first, latest)


INSTRUCTIONS = st.builds(
    evolve,
    st.sampled_from(
        [
            BUILDING,
            INSTRUCTION,
            evolve(INSTRUCTION, entitled=[], presumptions=[]),
            evolve(INSTRUCTION, entitled=[Entitled.PARTY]),
            evolve(BUILDING, remedy=RemedyKind.APPEAL),
        ]
    ),
    period=st.builds(Period.days, st.sampled_from([7, 14, 30, 60])),
)
# Around every change of a rule, most of all around those that change an answer.
CHANGES = st.sampled_from([date(2017, 6, 1), date(2018, 1, 1), date(2020, 1, 1), date(2025, 1, 1)])


@given(
    instruction=INSTRUCTIONS,
    told=st.sampled_from([Notice.letter, Notice.online_minutes, Notice.proven, Notice.receipt]),
    changed=CHANGES,
    after=st.integers(-400, 400),
    earlier=st.integers(0, 364),
)
def test_less_is_known_without_the_decisions_day(
    instruction: AppealInstruction, told: Any, changed: date, after: int, earlier: int
) -> None:
    """
    To withhold the decision's day never narrows an answer: what it might be stays possible.
    """
    notice = told(changed + timedelta(days=after))
    try:
        unknown = appeal_deadline(instruction, notice)
        known = appeal_deadline(
            instruction, notice, decided_on=notice.day - timedelta(days=earlier)
        )
    except InvalidValue:  # a notice that does not start this period
        reject()
    if DoubtCode.STATED_PRESUMPTION not in codes(known):
        assert unknown.last_day <= known.last_day
        assert unknown.latest_last_day >= known.latest_last_day


def test_the_order_of_questions_changes_nothing() -> None:
    """
    What an instruction remembers of the law's side never changes an answer.
    """
    stated = AppealInstruction(
        remedy=REVIEW,
        period=Period.days(14),
        subject=Subject.BUILDING_FEES,
        paper_cutoff=Cutoff.OFFICE_CLOSE,
    )
    plain = evolve(INSTRUCTION, subject=None, entitled=[])
    days = [
        changed + timedelta(days=offset)
        for changed in (date(2017, 6, 1), date(2018, 6, 1), date(2020, 1, 1), date(2024, 1, 1))
        for offset in (-1, 0, 1, 364, 365, 366)
    ]

    def answer(instruction: AppealInstruction, day: date, known: bool) -> object:
        try:
            found = appeal_deadline(
                instruction, Notice.online_minutes(day), decided_on=day if known else None
            )
        except NoRuleInForce as refused:
            return str(refused)
        return found, found.doubts

    for instruction in (plain, stated, evolve(plain, remedy=RemedyKind.MUNICIPAL_APPEAL)):
        asked = [(day, known) for day in days for known in (True, False)]
        alone = {query: answer(evolve(instruction), *query) for query in asked}
        for order in (asked, asked[::-1], asked[::7] + asked[::3] + asked):
            remembering = evolve(instruction)
            assert all(answer(remembering, *query) == alone[query] for query in order)


@given(
    sent=st.dates(date(2018, 6, 2), date(2095, 1, 1)),
    later=st.integers(0, 60),
    stated=st.sampled_from([7, 14, 30]),
)
def test_told_later_never_ends_earlier(sent: date, later: int, stated: int) -> None:
    """
    Who is told later never has less time, whatever the instruction states.
    """
    instruction = evolve(INSTRUCTION, period=Period.days(stated))
    first = appeal_deadline(instruction, Notice.letter(sent))
    second = appeal_deadline(instruction, Notice.letter(sent + timedelta(days=later)))
    assert first.last_day <= second.last_day
    assert first.latest_last_day <= second.latest_last_day
    assert first <= second
