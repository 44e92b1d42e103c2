from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from usual import FORTNIGHT, HOURS, REVIEW, at

from kuntapaatos.closing import HELSINKI, Channel, Cutoff
from kuntapaatos.deadline import CountTerms, Deadline, Openness
from kuntapaatos.errors import (
    HoursUnknown,
    NaiveMoment,
)
from kuntapaatos.notice import Notice
from kuntapaatos.office_hours import OfficeHours
from kuntapaatos.time_limit import Period

CLOSED_AT_CHRISTMAS = OfficeHours.parse("8-16; 23.12.2024-3.1.2025 suljettu")


NAIVE = datetime(2025, 1, 3, 15)  # noqa: DTZ001 - a moment without a zone


TERMS = CountTerms(remedy=REVIEW, paper=Cutoff.OFFICE_CLOSE)


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


@given(deadline=DEADLINES, minutes=st.integers(-60 * 24 * 10, 60 * 24 * 10))
def test_never_closed_too_early(deadline: Deadline, minutes: int) -> None:
    """
    It is open before the earliest candidate, closed from the latest, doubtful in between.
    """
    midnight = datetime.combine(deadline.last_day, time(), HELSINKI).astimezone(UTC)
    moment = midnight + timedelta(minutes=minutes)
    for channel in Channel:
        answer = deadline.is_open(moment, channel)
        about = {"closes_at"} if channel is Channel.PAPER else {"electronic_until"}
        candidates = [
            found.value
            for doubt in deadline.doubts
            for found in doubt.candidates
            if isinstance(found.value, datetime) and doubt.about in about
        ]
        candidates.extend(deadline.closing(channel).moments)
        if answer is Openness.CLOSED:
            assert all(moment >= candidate for candidate in candidates)
            assert moment >= midnight
        if answer is Openness.OPEN:
            assert all(moment < candidate for candidate in candidates)
    both = {deadline.is_open(moment, channel) for channel in Channel}
    assert deadline.is_open(moment) is (both.pop() if len(both) == 1 else Openness.DOUBTFUL)


@given(deadline=DEADLINES, minutes=st.integers(-20_000, 20_000), more=st.integers(0, 20_000))
def test_time_only_runs_out(deadline: Deadline, minutes: int, more: int) -> None:
    """
    What is closed never opens again, and what remains never grows.
    """
    order = [Openness.OPEN, Openness.DOUBTFUL, Openness.CLOSED]
    start = datetime.combine(deadline.last_day, time(), UTC) + timedelta(minutes=minutes)
    later = start + timedelta(minutes=more)
    for channel in (None, *Channel):
        before, after = (order.index(deadline.is_open(when, channel)) for when in (start, later))
        assert before <= after
    try:
        assert deadline.remaining(start) >= deadline.remaining(later) >= timedelta()
    except HoursUnknown as unknown:
        day = unknown.day
    else:
        return
    assert day == deadline.last_day
    assert deadline.closes_at is None


@pytest.mark.parametrize(
    ("moment", "answer", "left"),
    [
        pytest.param(at(2025, 1, 3, 14, 59), Openness.OPEN, timedelta(minutes=1), id="a minute"),
        pytest.param(at(2025, 1, 3, 15), Openness.CLOSED, timedelta(), id="at the closing"),
        pytest.param(at(2025, 1, 3, 15, 1), Openness.CLOSED, timedelta(), id="after it"),
        pytest.param(at(2025, 1, 2, 15), Openness.OPEN, timedelta(days=1), id="a day before"),
        pytest.param(
            datetime(2025, 1, 3, 12, 59, tzinfo=UTC),
            Openness.OPEN,
            timedelta(minutes=1),
            id="in UTC",
        ),
        pytest.param(
            datetime(2025, 1, 3, 13, tzinfo=UTC), Openness.CLOSED, timedelta(), id="at it in UTC"
        ),
        pytest.param(
            datetime(2025, 1, 3, 8, tzinfo=ZoneInfo("America/New_York")),
            Openness.CLOSED,
            timedelta(),
            id="a morning in New York",
        ),
        pytest.param(
            datetime(2025, 1, 3, 23, 59, tzinfo=timezone(timedelta(hours=12))),
            Openness.OPEN,
            timedelta(hours=1, minutes=1),
            id="a night in the east",
        ),
    ],
)
def test_the_minute(moment: datetime, answer: Openness, left: timedelta) -> None:
    """
    A document must have arrived before the closing minute, wherever the clock stands.
    """
    deadline = ending(date(2025, 1, 3))
    assert deadline.is_open(moment) is answer
    assert deadline.remaining(moment) == left


@pytest.mark.parametrize(
    ("last", "moment", "left"),
    [
        pytest.param(date(2025, 3, 31), at(2025, 3, 29, 16), timedelta(hours=47), id="spring"),
        pytest.param(date(2025, 10, 27), at(2025, 10, 25, 16), timedelta(hours=49), id="autumn"),
    ],
)
def test_summer_time(last: date, moment: datetime, left: timedelta) -> None:
    """
    What remains is counted in real hours, also when the clocks change in between.
    """
    assert ending(last).remaining(moment) == left


def test_both_hours_of_a_repeated_hour() -> None:
    """
    The hour that comes twice in autumn is two hours.
    """
    deadline = ending(date(2025, 10, 27))
    first = datetime(2025, 10, 26, 3, 30, tzinfo=HELSINKI)
    assert deadline.remaining(first) - deadline.remaining(first.replace(fold=1)) == timedelta(
        hours=1
    )


@pytest.mark.parametrize(
    ("deadline", "moment", "channel", "answer"),
    [
        pytest.param(
            ending(date(2025, 4, 30)),
            at(2025, 4, 30, 15, 30),
            Channel.PAPER,
            Openness.DOUBTFUL,
            id="a disputed eve in between",
        ),
        pytest.param(
            ending(date(2025, 4, 30)),
            at(2025, 4, 30, 16),
            Channel.PAPER,
            Openness.CLOSED,
            id="a disputed eve after both",
        ),
        pytest.param(
            ending(date(2026, 3, 2)),
            at(2026, 3, 2, 16),
            Channel.PAPER,
            Openness.CLOSED,
            id="paper after the reform",
        ),
        pytest.param(
            ending(date(2026, 3, 2)),
            at(2026, 3, 2, 23, 59),
            Channel.ELECTRONIC,
            Openness.DOUBTFUL,
            id="an electronic document after the reform",
        ),
        pytest.param(
            ending(date(2026, 3, 2)),
            at(2026, 3, 3, 0),
            Channel.ELECTRONIC,
            Openness.CLOSED,
            id="an electronic document on the next day",
        ),
        pytest.param(
            ending(date(2026, 3, 2)),
            at(2026, 3, 2, 16),
            None,
            Openness.DOUBTFUL,
            id="the channels differ",
        ),
        pytest.param(
            ending(date(2026, 3, 2)), at(2026, 3, 3, 0), None, Openness.CLOSED, id="both are over"
        ),
        pytest.param(
            ending(date(2025, 1, 2), closing_mentioned=False),
            at(2025, 1, 2, 23, 59),
            Channel.PAPER,
            Openness.DOUBTFUL,
            id="excused until the day ends",
        ),
        pytest.param(
            ending(date(2025, 1, 2), closing_mentioned=False),
            at(2025, 1, 3, 0),
            Channel.PAPER,
            Openness.CLOSED,
            id="excused no longer",
        ),
        pytest.param(
            ending(date(2025, 1, 2), None),
            at(2025, 1, 1, 23, 59),
            None,
            Openness.OPEN,
            id="no hours",
        ),
        pytest.param(
            ending(date(2025, 1, 2), None),
            at(2025, 1, 2, 0),
            None,
            Openness.DOUBTFUL,
            id="no hours on the last day",
        ),
        pytest.param(
            ending(date(2025, 1, 2), None),
            at(2025, 1, 3, 0),
            None,
            Openness.CLOSED,
            id="no hours on the next day",
        ),
        pytest.param(
            ending(date(2024, 12, 31), CLOSED_AT_CHRISTMAS),
            at(2024, 12, 20, 16),
            Channel.PAPER,
            Openness.DOUBTFUL,
            id="a closed registry from its last open day",
        ),
        pytest.param(
            ending(date(2024, 12, 31), CLOSED_AT_CHRISTMAS),
            at(2025, 1, 1, 0),
            Channel.PAPER,
            Openness.CLOSED,
            id="a closed registry after the day",
        ),
        pytest.param(
            ending(date(2025, 1, 2), paper=Cutoff.END_OF_DAY),
            at(2025, 1, 2, 23, 59),
            None,
            Openness.OPEN,
            id="until the end of the day",
        ),
    ],
)
def test_is_open(
    deadline: Deadline, moment: datetime, channel: Channel | None, answer: Openness
) -> None:
    """
    Nobody is told that it is too late while a candidate is still running.
    """
    assert deadline.is_open(moment, channel) is answer
    assert bool(deadline.is_open(moment, channel)) is (answer is not Openness.CLOSED)


@pytest.mark.parametrize(
    ("moment", "left"),
    [
        pytest.param(at(2025, 1, 1, 12), timedelta(hours=12), id="the day before"),
        pytest.param(at(2025, 1, 1, 23, 59), timedelta(minutes=1), id="a minute before it"),
        pytest.param(at(2025, 1, 3, 0), timedelta(), id="the next midnight"),
        pytest.param(at(2025, 2, 1, 0), timedelta(), id="long after"),
    ],
)
def test_remaining_without_hours(moment: datetime, left: timedelta) -> None:
    """
    Without hours what is sure ends when the last day begins.
    """
    assert ending(date(2025, 1, 2), None).remaining(moment) == left


@pytest.mark.parametrize(
    "moment", [at(2025, 1, 2, 0), at(2025, 1, 2, 12), at(2025, 1, 2, 23, 59)], ids=str
)
@pytest.mark.parametrize(
    "hours",
    [None, evolve(HOURS, valid_until=date(2024, 12, 31)), OfficeHours.parse("suljettu")],
    ids=["none", "outdated", "never open"],
)
def test_hours_unknown_on_the_last_day(moment: datetime, hours: OfficeHours | None) -> None:
    """
    On the last day itself, unknown hours are an error that names the day.
    """
    with pytest.raises(HoursUnknown) as caught:
        ending(date(2025, 1, 2), hours).remaining(moment)
    assert caught.value.day == date(2025, 1, 2)


@pytest.mark.parametrize("moment", [None, "2025-01-03T15:00", date(2025, 1, 3), NAIVE, 1.5])
def test_no_moment(moment: Any) -> None:
    """
    A moment has a time zone.
    """
    deadline = ending(date(2025, 1, 3))
    with pytest.raises(NaiveMoment):
        deadline.is_open(moment)
    with pytest.raises(NaiveMoment):
        deadline.remaining(moment)
