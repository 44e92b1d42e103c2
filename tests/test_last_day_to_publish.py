from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from kuntapaatos.appeal import AppealInstruction, Cutoff
from kuntapaatos.errors import DayOutOfRange, NoRuleInForce, NotADay, PeriodMissing
from kuntapaatos.final import (
    appeal_deadlines,
    finality,
    last_day_to_publish,
)
from kuntapaatos.notice import Notice
from kuntapaatos.remedy import Entitled, RemedyKind
from kuntapaatos.time_limit import Period

REVIEW = RemedyKind.ADMINISTRATIVE_REVIEW


BOTH = AppealInstruction(
    remedy=REVIEW,
    period=Period.days(14),
    entitled=[Entitled.PARTY, Entitled.MEMBER],
    paper_cutoff=Cutoff.OFFICE_CLOSE,
)


@pytest.mark.parametrize(
    ("final_by", "instruction", "published"),
    [
        pytest.param(date(2025, 1, 4), BOTH, date(2024, 12, 13), id="a member's fortnight"),
        pytest.param(date(2025, 1, 3), BOTH, date(2024, 12, 12), id="final on a Friday"),
        pytest.param(
            date(2025, 1, 31),
            AppealInstruction(remedy=RemedyKind.MUNICIPAL_APPEAL, period=Period.days(30)),
            date(2024, 12, 24),
            id="thirty days to the court",
        ),
        pytest.param(
            date(2025, 1, 31),
            evolve(BOTH, period=Period.days(30)),
            date(2024, 12, 24),
            id="the longest reading counts",
        ),
        pytest.param(
            date(2025, 1, 31),
            evolve(BOTH, period=Period.days(7)),
            date(2025, 1, 9),
            id="a shorter stated period does not help",
        ),
        pytest.param(date(2017, 6, 1), BOTH, date(2017, 5, 17), id="the act of 1995"),
        pytest.param(date(2100, 12, 31), BOTH, date(2100, 12, 9), id="the last supported day"),
    ],
)
def test_latest_publication(
    final_by: date, instruction: AppealInstruction, published: date
) -> None:
    """
    The planner is told by when the minutes must be online.
    """
    assert last_day_to_publish(final_by, instruction) == published


def final_on(published: date, instruction: AppealInstruction) -> date:
    """Return when a decision is final by its members' clock alone."""
    found = finality(
        appeal_deadlines(instruction, [Notice.online_minutes(published)], no_party=True)
    ).final_on
    assert found is not None
    return found


PERIODS = st.sampled_from(
    [Period.days(14), Period.days(30), Period.weeks(3), Period.months(1), Period.months(6)]
)


@pytest.mark.slow
@settings(max_examples=30)
@given(
    final_by=st.dates(date(2018, 6, 1), date(2100, 12, 31))
    | st.dates(date(2017, 5, 1), date(2018, 8, 1)),
    period=PERIODS,
)
def test_latest_publication_is_the_inverse_of_finality(final_by: date, period: Period) -> None:
    """
    Published on that day the decision is final in time, and on no later day is it.
    """
    instruction = evolve(BOTH, period=period)
    published = last_day_to_publish(final_by, instruction)
    assert final_on(published, instruction) <= final_by
    for later in range(1, 8):  # no run of closed days is longer
        day = published + timedelta(days=later)
        if day >= final_by:
            break
        try:
            assert final_on(day, instruction) > final_by
        except DayOutOfRange:
            assert final_by.year == 2100


@pytest.mark.slow
@settings(max_examples=30)
@given(published=st.dates(date(2018, 6, 2), date(2100, 6, 1)), period=PERIODS)
def test_finality_is_reached_by_its_publication(published: date, period: Period) -> None:
    """
    The latest publication for a day of finality is never before one that reaches it.
    """
    instruction = evolve(BOTH, period=period)
    latest = last_day_to_publish(final_on(published, instruction), instruction)
    assert published <= latest
    assert final_on(latest, instruction) == final_on(published, instruction)


def test_no_publication_is_early_enough() -> None:
    """
    Before the rules of notice begin, no publication can be planned.
    """
    with pytest.raises(NoRuleInForce, match="1995-07-01"):
        last_day_to_publish(date(1995, 7, 1), BOTH)
    with pytest.raises(DayOutOfRange):
        last_day_to_publish(date(1992, 1, 1), BOTH)
    with pytest.raises(PeriodMissing):
        last_day_to_publish(date(2025, 1, 4), evolve(BOTH, period=None))


@pytest.mark.parametrize("final_by", [None, "4.1.2025", datetime(2025, 1, 4, tzinfo=UTC), 1.5])
def test_final_by_no_day(final_by: Any) -> None:
    """
    The planner's day is a day.
    """
    with pytest.raises(NotADay):
        last_day_to_publish(final_by, BOTH)
