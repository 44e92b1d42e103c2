from __future__ import annotations

from datetime import UTC, date, time, timedelta
from itertools import pairwise
from typing import Any

import pytest
from attrs import evolve
from attrs.exceptions import FrozenInstanceError
from hypothesis import assume, given
from hypothesis import strategies as st
from usual import FORTNIGHT, HOURS, REVIEW, at

from kuntapaatos.closing import HELSINKI, Channel, Cutoff
from kuntapaatos.deadline import CountTerms, Deadline, count_deadline
from kuntapaatos.doubts import Basis, Candidate, Doubt, DoubtCode
from kuntapaatos.errors import (
    DayOutOfRange,
    InvalidPeriod,
    InvalidValue,
    NotADay,
)
from kuntapaatos.notice import Notice, Track
from kuntapaatos.office_hours import OfficeHours
from kuntapaatos.steps import StepRule
from kuntapaatos.time_limit import Period, last_day
from kuntapaatos.workdays import is_workday

CLOSED_AT_CHRISTMAS = OfficeHours.parse("8-16; 23.12.2024-3.1.2025 suljettu")


TERMS = CountTerms(remedy=REVIEW, paper=Cutoff.OFFICE_CLOSE)


SAID = Doubt(
    DoubtCode.STATED_PERIOD,
    about="last_day",
    candidates=(
        Candidate(date(2025, 1, 3), Basis.LAW),
        Candidate(date(2025, 1, 20), Basis.STATED),
    ),
)


NOTICED = st.builds(Notice.letter, st.dates(date(2018, 6, 1), date(2095, 1, 1))) | st.builds(
    Notice.online_minutes, st.dates(date(2018, 6, 1), date(2095, 1, 1))
)


PERIODS = st.sampled_from([Period.days(7), FORTNIGHT, Period.days(30), Period.months(6)])


SOME_HOURS = st.sampled_from(
    [None, HOURS, OfficeHours.state(), OfficeHours.parse("8-16; to suljettu")]
)


SOME_TERMS = st.sampled_from(
    [
        None,
        TERMS,
        CountTerms(remedy=REVIEW, closing_mentioned=False),
        CountTerms(remedy=REVIEW, paper=Cutoff.END_OF_DAY),
        CountTerms(remedy=REVIEW, paper=time(14, 30), electronic=Cutoff.END_OF_DAY),
    ]
)


DEADLINES = st.builds(Deadline, NOTICED, PERIODS, SOME_HOURS, SOME_TERMS)


def ending(day: date, hours: OfficeHours | None = HOURS, **terms: Any) -> Deadline:
    """Return a deadline of fourteen days that ends on *day*."""
    told = Notice.proven(day - timedelta(days=14))
    return Deadline(told, FORTNIGHT, hours, CountTerms(remedy=REVIEW, **terms) if terms else None)


def test_member() -> None:
    """
    Minutes of 13.12.2024, notified on the 20th, last day 3.1.2025, a Friday, until 15.00.
    """
    deadline = count_deadline(Notice.online_minutes(date(2024, 12, 13)), FORTNIGHT, HOURS)
    assert deadline.notified_on == date(2024, 12, 20)
    assert deadline.unmoved_last_day == deadline.last_day == deadline.latest_last_day
    assert deadline.last_day == date(2025, 1, 3)
    assert deadline.closes_at == deadline.electronic_until == at(2025, 1, 3, 15)
    assert (deadline.track, deadline.remedy) == (Track.MEMBER, None)
    # As the change log tells it.
    assert deadline.law_as_of == date(2026, 11, 22)
    assert deadline.doubts == ()


@pytest.mark.parametrize(
    ("deadline", "rules", "sources"),
    [
        pytest.param(
            count_deadline(Notice.letter(date(2025, 12, 1)), FORTNIGHT),
            [StepRule.NOTICE, StepRule.PERIOD],
            ["Hallintolaki 59 §", "150/1930 2 §"],
            id="no hours, no shift",
        ),
        pytest.param(
            count_deadline(Notice.letter(date(2025, 12, 1)), FORTNIGHT, HOURS),
            [StepRule.NOTICE, StepRule.PERIOD, StepRule.CLOSING],
            ["Hallintolaki 59 §", "150/1930 2 §", "150/1930 6 §"],
            id="hours",
        ),
        pytest.param(
            count_deadline(Notice.online_minutes(date(2025, 12, 3)), FORTNIGHT, HOURS),
            [StepRule.NOTICE, StepRule.PERIOD, StepRule.SHIFT, StepRule.CLOSING],
            ["Kuntalaki 140 §", "150/1930 2 §", "150/1930 5 §", "150/1930 6 §"],
            id="Christmas Eve",
        ),
        pytest.param(
            count_deadline(
                Notice.letter(date(2025, 12, 2)).proven_on(date(2025, 12, 3)), FORTNIGHT
            ),
            [StepRule.PROOF, StepRule.PERIOD],
            ["Hallintolaki 59 §", "150/1930 2 §"],
            id="a proven day",
        ),
        pytest.param(
            count_deadline(Notice.proven(date(2025, 5, 27)), Period.months(6)),
            [StepRule.NOTICE, StepRule.PERIOD],
            ["150/1930 2 §", "150/1930 3 §"],
            id="months",
        ),
        pytest.param(
            count_deadline(Notice.proven(date(2025, 5, 27)), Period.weeks(3)),
            [StepRule.NOTICE, StepRule.PERIOD],
            ["150/1930 2 §", "150/1930 3 §"],
            id="weeks",
        ),
    ],
)
def test_steps(deadline: Deadline, rules: list[StepRule], sources: list[str]) -> None:
    """
    Each step of the count names its rule and its section, from the notice to the closing.
    """
    steps = deadline.steps
    assert [step.rule for step in steps] == rules
    assert [str(step.provisions[-1]) for step in steps] == sources


def test_a_step_of_the_text_alone() -> None:
    """
    A day of notice that only the text states has no section behind it.
    """
    notice = evolve(Notice.letter(date(2024, 12, 10)), stated_days=3)
    told, *_ = Deadline(notice, FORTNIGHT).steps
    assert (told.end, told.provisions) == (date(2024, 12, 13), ())


def test_the_shift_names_the_day() -> None:
    """
    A step says which closed day moved the last day.
    """
    (shift,) = (step for step in ending(date(2025, 12, 24)).steps if step.rule is StepRule.SHIFT)
    assert str(shift) == (
        "24.12.2025 → 29.12.2025 siirtyminen arkipäivään: jouluaatto (150/1930 5 §)"
    )


@given(deadline=DEADLINES)
def test_steps_follow_each_other(deadline: Deadline) -> None:
    """
    Each step starts where the one before ended, and they lead from notice to last day.
    """
    steps = deadline.steps
    days = [step for step in steps if step.rule is not StepRule.CLOSING]
    assert days[0].start == deadline.notice.day
    assert days[-1].end == deadline.last_day
    for step, following in pairwise(days):
        assert step.end == following.start
    closings = [step.end for step in steps if step.rule is StepRule.CLOSING]
    assert closings == ([] if deadline.closes_at is None else [deadline.closes_at])


@given(deadline=DEADLINES)
def test_the_last_day_is_a_workday(deadline: Deadline) -> None:
    """
    "[...] saa tehtävän toimittaa ensimmäisenä arkipäivänä sen jälkeen."
    """
    assert is_workday(deadline.last_day)
    assert deadline.last_day == last_day(deadline.notified_on, deadline.period)
    assert deadline.unmoved_last_day <= deadline.last_day
    moved = [step for step in deadline.steps if step.rule is StepRule.SHIFT]
    assert bool(moved) is (deadline.unmoved_last_day != deadline.last_day)


@given(deadline=DEADLINES)
def test_section_6(deadline: Deadline) -> None:
    """
    "[...] on tehtävä viimeistään määräajan viimeisenä päivänä": the closing is on it, or
    earlier where the registry is closed on that day.
    """
    closes_at = deadline.closes_at
    assume(closes_at is not None)
    assert closes_at is not None
    codes = {doubt.code for doubt in deadline.doubts}
    last_second = (closes_at - timedelta(seconds=1)).astimezone(HELSINKI).date()
    if DoubtCode.REGISTRY_CLOSED in codes:
        assert last_second < deadline.last_day
    elif DoubtCode.STATED_CLOSING not in codes:
        assert last_second == deadline.last_day
    assert closes_at == deadline.closing(Channel.PAPER).earliest


@pytest.mark.parametrize(
    ("deadline", "text"),
    [
        pytest.param(
            ending(date(2025, 1, 2)),
            "to 2.1.2025 klo 16.00 (näytetty tiedoksisaanti 19.12.2024, tiedoksi 19.12.2024, "
            "14 päivää)",
            id="a Thursday",
        ),
        pytest.param(
            ending(date(2025, 1, 2), None, paper=Cutoff.OFFICE_CLOSE),
            "to 2.1.2025 (oikaisuvaatimus, näytetty tiedoksisaanti 19.12.2024, tiedoksi "
            "19.12.2024, 14 päivää)",
            id="hours not known",
        ),
        pytest.param(
            ending(date(2025, 1, 2), paper=Cutoff.END_OF_DAY),
            "to 2.1.2025 klo 24.00 (oikaisuvaatimus, näytetty tiedoksisaanti 19.12.2024, tiedoksi "
            "19.12.2024, 14 päivää)",
            id="until the end of the day",
        ),
        pytest.param(
            ending(date(2024, 12, 31), CLOSED_AT_CHRISTMAS),
            "ti 31.12.2024, kirjaamo auki viimeksi pe 20.12.2024 klo 16.00 (näytetty "
            "tiedoksisaanti 17.12.2024, tiedoksi 17.12.2024, 14 päivää, tulkinnanvarainen)",
            id="a closed registry never shows an hour of a day it is closed on",
        ),
    ],
)
def test_shown(deadline: Deadline, text: str) -> None:
    """
    One line says the day, the minute, where it comes from, and whether it is open to doubt.
    """
    assert str(deadline) == text


def test_sorting() -> None:
    """
    Deadlines sort by their last day, the earliest first.
    """
    days = [date(2025, 1, 3), date(2024, 12, 31), date(2025, 1, 20), date(2025, 1, 2)]
    found = sorted(ending(day) for day in days)
    assert [deadline.last_day for deadline in found] == sorted(days)
    assert max(found).last_day == date(2025, 1, 20)
    one, other = ending(days[0]), ending(days[0], None)
    assert one <= other
    assert one >= other
    assert not one < other
    assert one != other


@pytest.mark.parametrize("other", [None, date(2025, 1, 3), "3.1.2025", 1])
def test_a_deadline_is_compared_with_deadlines(other: Any) -> None:
    """
    A deadline is neither before nor after a plain day.
    """
    deadline = ending(date(2025, 1, 3))
    with pytest.raises(TypeError):
        _ = deadline < other
    with pytest.raises(TypeError):
        _ = deadline <= other
    assert deadline != other


def test_equal_by_value() -> None:
    """
    The same count twice is one value, and what is counted is never given.
    """
    one, other = (count_deadline(Notice.letter(date(2025, 1, 7)), FORTNIGHT, HOURS) for _ in "ab")
    assert one == other
    assert len({one, other}) == 1
    frozen: Any = one
    for name in ("last_day", "closes_at", "notice", "latest"):
        with pytest.raises(FrozenInstanceError):
            setattr(frozen, name, None)
    make: Any = Deadline
    with pytest.raises(TypeError):
        make(one.notice, FORTNIGHT, last_day=date(2025, 1, 3))


NOTICE = Notice.letter(date(2025, 1, 7))


@pytest.mark.parametrize(
    ("arguments", "fault"),
    [
        pytest.param((None, FORTNIGHT, HOURS), InvalidValue, id="no notice"),
        pytest.param(("kirje", FORTNIGHT, HOURS), InvalidValue, id="a text for a notice"),
        pytest.param((date(2025, 1, 7), FORTNIGHT, HOURS), InvalidValue, id="a day for a notice"),
        pytest.param(
            (ending(date(2025, 1, 3)), FORTNIGHT, HOURS), InvalidValue, id="a deadline for a notice"
        ),
        pytest.param((NOTICE, None, HOURS), InvalidPeriod, id="no period"),
        pytest.param((NOTICE, 14, HOURS), InvalidPeriod, id="a number for a period"),
        pytest.param((NOTICE, "14 päivää", HOURS), InvalidPeriod, id="a text for a period"),
        pytest.param((NOTICE, timedelta(days=14), HOURS), InvalidPeriod, id="a timedelta"),
        pytest.param((NOTICE, FORTNIGHT, "8-16"), InvalidValue, id="a text for hours"),
        pytest.param((NOTICE, FORTNIGHT, time(16)), InvalidValue, id="a time for hours"),
        pytest.param((NOTICE, FORTNIGHT, 16.0), InvalidValue, id="a float for hours"),
        pytest.param((NOTICE, Period.years(80), HOURS), DayOutOfRange, id="after 2100"),
    ],
)
def test_bad_input(arguments: tuple[Any, Any, Any], fault: type[Exception]) -> None:
    """
    A deadline is counted of a notice, a period and hours, and of nothing else.
    """
    for count in (count_deadline, Deadline):
        with pytest.raises(fault):
            count(*arguments)


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        pytest.param({"terms": "oikaisuvaatimus"}, "terms", id="a text for terms"),
        pytest.param({"terms": REVIEW}, "terms", id="a kind for terms"),
        pytest.param({"questions": SAID}, "questions", id="one question"),
        pytest.param({"questions": None}, "questions", id="no questions"),
        pytest.param({"questions": []}, "questions", id="an empty list"),
        pytest.param({"questions": [SAID]}, "questions", id="a list of questions"),
        pytest.param({"questions": ("why",)}, "questions", id="a text for a question"),
        pytest.param({"latest": date(2025, 1, 28)}, "latest", id="no later day"),
    ],
)
def test_bad_field(fields: dict[str, Any], name: str) -> None:
    """
    A field that cannot be right is refused by its name.
    """
    with pytest.raises(InvalidValue, match=f"^{name} must be "):
        Deadline(NOTICE, FORTNIGHT, HOURS, **fields)


def test_no_latest_day() -> None:
    """
    The latest day is a day.
    """
    text: Any = "2025-01-20"
    with pytest.raises(NotADay):
        Deadline(NOTICE, FORTNIGHT, latest=text)


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        pytest.param({"remedy": "oikaisuvaatimus"}, "remedy", id="a text for a remedy"),
        pytest.param({"remedy": None}, "remedy", id="no remedy"),
        pytest.param({"provisions": None}, "provisions", id="no provisions"),
        pytest.param({"provisions": ["138 §"]}, "provisions", id="a text for a provision"),
        pytest.param({"paper": "klo 16"}, "paper", id="a text for an hour"),
        pytest.param({"paper": 16}, "paper", id="a number for an hour"),
        pytest.param({"electronic": time(16, tzinfo=UTC)}, "electronic", id="a zone"),
        pytest.param({"closing_mentioned": "no"}, "closing_mentioned", id="a text for a flag"),
    ],
)
def test_no_terms(fields: dict[str, Any], name: str) -> None:
    """
    Terms that cannot be are refused when they are made.
    """
    with pytest.raises(InvalidValue, match=f"^{name} must be "):
        CountTerms(**{"remedy": REVIEW, **fields})
