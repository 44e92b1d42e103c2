from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from attrs import evolve
from usual import FORTNIGHT, HOURS, REVIEW, at

from kuntapaatos.closing import Channel, Cutoff
from kuntapaatos.deadline import CountTerms, Deadline, Openness, count_deadline
from kuntapaatos.doubts import Basis, Candidate, Doubt, DoubtCode
from kuntapaatos.errors import (
    DayOutOfRange,
    InvalidValue,
    NotADay,
)
from kuntapaatos.notice import Notice
from kuntapaatos.office_hours import OfficeHours

CLOSED_AT_CHRISTMAS = OfficeHours.parse("8-16; 23.12.2024-3.1.2025 suljettu")


SAID = Doubt(
    DoubtCode.STATED_PERIOD,
    about="last_day",
    candidates=(
        Candidate(date(2025, 1, 3), Basis.LAW),
        Candidate(date(2025, 1, 20), Basis.STATED),
    ),
)


def ending(day: date, hours: OfficeHours | None = HOURS, **terms: Any) -> Deadline:
    """Return a deadline of fourteen days that ends on *day*."""
    told = Notice.proven(day - timedelta(days=14))
    return Deadline(told, FORTNIGHT, hours, CountTerms(remedy=REVIEW, **terms) if terms else None)


@pytest.mark.parametrize(
    ("deadline", "paper", "electronic", "codes"),
    [
        pytest.param(
            ending(date(2025, 4, 30)),
            at(2025, 4, 30, 15),
            at(2025, 4, 30, 15),
            [DoubtCode.DISPUTED_EVE],
            id="a disputed eve is one doubt",
        ),
        pytest.param(
            ending(date(2025, 1, 2), paper=time(15), electronic=time(14)),
            at(2025, 1, 2, 15),
            at(2025, 1, 2, 14),
            [DoubtCode.STATED_CLOSING, DoubtCode.STATED_CLOSING],
            id="two hours stated",
        ),
        pytest.param(
            ending(date(2025, 1, 2), paper=Cutoff.OFFICE_CLOSE, electronic=time(14)),
            at(2025, 1, 2, 16),
            at(2025, 1, 2, 14),
            [DoubtCode.STATED_CLOSING],
            id="an hour for electronic documents alone",
        ),
        pytest.param(
            ending(date(2025, 1, 2), electronic=Cutoff.END_OF_DAY),
            at(2025, 1, 2, 16),
            at(2025, 1, 3, 0),
            [],
            id="the end of the day for electronic documents",
        ),
        pytest.param(
            ending(date(2026, 3, 2)),
            at(2026, 3, 2, 16),
            at(2026, 3, 2, 16),
            [DoubtCode.ELECTRONIC_CUTOFF],
            id="after the reform of 2026",
        ),
        pytest.param(
            ending(date(2025, 1, 2), closing_mentioned=False),
            at(2025, 1, 2, 16),
            at(2025, 1, 2, 16),
            [DoubtCode.CUTOFF_NOT_STATED],
            id="the closing is not mentioned",
        ),
        pytest.param(
            ending(date(2024, 12, 31), CLOSED_AT_CHRISTMAS),
            at(2024, 12, 20, 16),
            at(2024, 12, 20, 16),
            [DoubtCode.REGISTRY_CLOSED],
            id="a closed registry",
        ),
        pytest.param(
            ending(date(2025, 1, 2), evolve(HOURS, valid_until=date(2024, 12, 31))),
            None,
            None,
            [DoubtCode.HOURS_OUTDATED],
            id="outdated hours",
        ),
        pytest.param(ending(date(2025, 1, 2), None), None, None, [], id="no hours"),
        pytest.param(
            ending(date(2025, 1, 2), None, paper=Cutoff.OFFICE_CLOSE),
            None,
            None,
            [],
            id="a closing without hours",
        ),
        pytest.param(
            ending(date(2025, 1, 2), None, paper=time(15)),
            at(2025, 1, 2, 15),
            at(2025, 1, 2, 15),
            [],
            id="an hour without hours",
        ),
        pytest.param(
            ending(date(2025, 1, 2), OfficeHours.parse("suljettu")),
            None,
            None,
            [DoubtCode.REGISTRY_CLOSED],
            id="an office that is never open",
        ),
    ],
)
def test_channels(
    deadline: Deadline,
    paper: datetime | None,
    electronic: datetime | None,
    codes: list[DoubtCode],
) -> None:
    """
    Paper and electronic documents each have their last safe moment, and each doubt is said once.
    """
    assert (deadline.closes_at, deadline.electronic_until) == (paper, electronic)
    assert [doubt.code for doubt in deadline.doubts] == codes


def test_two_last_days() -> None:
    """
    With another possible last day it stays doubtful until that day has ended too.
    """
    deadline = evolve(ending(date(2025, 1, 3)), questions=(SAID,), latest=date(2025, 1, 20))
    assert deadline.last_day == date(2025, 1, 3)
    assert deadline.latest_last_day == date(2025, 1, 20)
    assert SAID in deadline.doubts
    for moment, answer in (
        (at(2025, 1, 3, 14, 59), Openness.OPEN),
        (at(2025, 1, 3, 15), Openness.DOUBTFUL),
        (at(2025, 1, 20, 15, 59), Openness.DOUBTFUL),
        (at(2025, 1, 20, 16), Openness.CLOSED),
    ):
        assert deadline.is_open(moment) is answer
    assert deadline.remaining(at(2025, 1, 3, 15)) == timedelta()


def test_two_last_days_over_the_reform() -> None:
    """
    A later last day of 2026 has the reform's doubt, though the earlier one has not.
    """
    deadline = evolve(ending(date(2026, 2, 24)), questions=(SAID,), latest=date(2026, 3, 5))
    assert deadline.is_open(at(2026, 3, 5, 17), Channel.PAPER) is Openness.CLOSED
    assert deadline.is_open(at(2026, 3, 5, 17), Channel.ELECTRONIC) is Openness.DOUBTFUL


def test_hours_not_known_on_the_later_day() -> None:
    """
    Hours that end before the later last day leave that whole day doubtful.
    """
    hours = evolve(HOURS, valid_until=date(2025, 1, 10))
    deadline = evolve(ending(date(2025, 1, 3), hours), questions=(SAID,), latest=date(2025, 1, 20))
    assert deadline.is_open(at(2025, 1, 20, 23, 59)) is Openness.DOUBTFUL
    assert deadline.is_open(at(2025, 1, 21, 0)) is Openness.CLOSED


def test_in_the_year_after_a_change() -> None:
    """
    Minutes of June 2017 may be of May: the earlier last day is safe, the later one possible.
    """
    deadline = count_deadline(Notice.online_minutes(date(2017, 6, 5)), FORTNIGHT, HOURS)
    assert (deadline.last_day, deadline.latest_last_day) == (date(2017, 6, 19), date(2017, 6, 26))
    (doubt,) = deadline.doubts
    assert (doubt.code, doubt.about) == (DoubtCode.DECISION_DAY, "last_day")
    assert [(found.value, found.basis) for found in doubt.candidates] == [
        (date(2017, 6, 19), Basis.OLDER_RULE),
        (date(2017, 6, 26), Basis.NEWER_RULE),
    ]
    known = count_deadline(
        Notice.online_minutes(date(2017, 6, 5)).ruled_on(date(2017, 6, 1)), FORTNIGHT, HOURS
    )
    assert (known.last_day, known.doubts) == (date(2017, 6, 26), ())


def test_the_notices_own_doubt() -> None:
    """
    What is open about the notice itself is open about the deadline.
    """
    deadline = count_deadline(Notice.letter(date(2025, 1, 7), obliging=True), FORTNIGHT, HOURS)
    assert [doubt.code for doubt in deadline.doubts] == [DoubtCode.EVIDENTIAL_SERVICE]


@pytest.mark.parametrize("channel", ["paper", 1, Cutoff.END_OF_DAY, date(2025, 1, 3), []])
def test_no_channel(channel: Any) -> None:
    """
    A channel is paper or electronic.
    """
    deadline = ending(date(2025, 1, 3))
    with pytest.raises(InvalidValue, match=r"^channel must be a Channel, such as 'paperi'"):
        deadline.is_open(at(2025, 1, 3, 12), channel)
    with pytest.raises(InvalidValue, match=r"^channel must be a Channel, such as 'paperi'"):
        deadline.closing(channel)


@pytest.mark.parametrize("day", ["2025-01-03", at(2025, 1, 3, 12), 1.5])
def test_no_closing_day(day: Any) -> None:
    """
    A closing is of a calendar day.
    """
    with pytest.raises(NotADay):
        ending(date(2025, 1, 3)).closing(Channel.PAPER, day)
    with pytest.raises(DayOutOfRange):
        ending(date(2025, 1, 3)).closing(Channel.PAPER, date(2101, 1, 1))


def test_closing_of_another_day() -> None:
    """
    The closing of any day can be asked.
    """
    closing = ending(date(2025, 1, 3)).closing(Channel.PAPER, date(2025, 1, 7))
    assert closing.moments == (at(2025, 1, 7, 16),)
