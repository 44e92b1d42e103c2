from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from usual import HOURS, at

from kuntapaatos.arrival import Arrival, filing
from kuntapaatos.closing import HELSINKI, Channel, Cutoff
from kuntapaatos.deadline import CountTerms, Deadline, Openness, count_deadline
from kuntapaatos.doubts import DoubtCode
from kuntapaatos.errors import InvalidValue, NaiveMoment
from kuntapaatos.notice import Notice
from kuntapaatos.remedy import RemedyKind
from kuntapaatos.time_limit import Period

NAIVE = datetime(2025, 1, 3, 15)  # noqa: DTZ001 - a moment without a zone
# Ends on Friday 3.1.2025 at 15.00.
DEADLINE = count_deadline(Notice.online_minutes(date(2024, 12, 13)), Period.days(14), HOURS)
# Ends on Monday 2.3.2026; the reform leaves electronic documents open until midnight.
REFORMED = count_deadline(Notice.proven(date(2026, 2, 16)), Period.days(14), HOURS)


@pytest.mark.parametrize(
    ("deadline", "moment", "channel", "verdict", "limit"),
    [
        pytest.param(
            DEADLINE,
            at(2025, 1, 3, 14, 59),
            Channel.PAPER,
            Arrival.IN_TIME,
            at(2025, 1, 3, 15),
            id="a minute before it closes",
        ),
        pytest.param(
            DEADLINE,
            at(2025, 1, 3, 15),
            Channel.PAPER,
            Arrival.LATE,
            at(2025, 1, 3, 15),
            id="at the closing",
        ),
        pytest.param(
            DEADLINE,
            at(2025, 1, 3, 15, 1),
            Channel.ELECTRONIC,
            Arrival.LATE,
            at(2025, 1, 3, 15),
            id="an electronic document before 2026",
        ),
        pytest.param(
            REFORMED,
            at(2026, 3, 2, 16),
            Channel.PAPER,
            Arrival.LATE,
            at(2026, 3, 2, 16),
            id="paper after the reform",
        ),
        pytest.param(
            REFORMED,
            at(2026, 3, 2, 23, 59),
            Channel.ELECTRONIC,
            Arrival.IN_DOUBT,
            at(2026, 3, 2, 16),
            id="an electronic document after the reform",
        ),
        pytest.param(
            REFORMED,
            at(2026, 3, 3, 0),
            Channel.ELECTRONIC,
            Arrival.LATE,
            at(2026, 3, 2, 16),
            id="an electronic document on the next day",
        ),
        pytest.param(
            evolve(DEADLINE, hours=None),
            at(2025, 1, 3, 14),
            Channel.PAPER,
            Arrival.IN_DOUBT,
            None,
            id="hours not known",
        ),
        pytest.param(
            evolve(
                DEADLINE,
                terms=CountTerms(
                    remedy=RemedyKind.ADMINISTRATIVE_REVIEW,
                    paper=Cutoff.OFFICE_CLOSE,
                    electronic=time(14),
                ),
            ),
            at(2025, 1, 3, 14, 30),
            Channel.ELECTRONIC,
            Arrival.IN_DOUBT,
            at(2025, 1, 3, 14),
            id="another hour for electronic documents",
        ),
    ],
)
def test_filed(
    deadline: Deadline, moment: datetime, channel: Channel, verdict: Arrival, limit: datetime | None
) -> None:
    """
    A document is in time before the earliest candidate and late from the latest.
    """
    answer = filing(deadline, moment, channel)
    assert (answer.verdict, answer.limit) == (verdict, limit)
    assert (answer.deadline, answer.at, answer.channel) == (deadline, moment, channel)
    assert answer.provisions
    assert answer.doubts == (deadline.doubts if verdict is Arrival.IN_DOUBT else ())


def test_a_doubtful_verdict_says_why() -> None:
    """
    Where it is in doubt, the registry sees on what the answer turns.
    """
    answer = filing(REFORMED, at(2026, 3, 2, 23), Channel.ELECTRONIC)
    (doubt,) = answer.doubts
    assert doubt.code is DoubtCode.ELECTRONIC_CUTOFF
    assert [candidate.value for candidate in doubt.candidates] == [
        at(2026, 3, 2, 16),
        at(2026, 3, 3, 0),
    ]


@given(
    deadline=st.sampled_from([DEADLINE, REFORMED, evolve(DEADLINE, hours=None)]),
    minutes=st.integers(-5_000, 5_000),
    channel=st.sampled_from(Channel),
)
def test_the_registry_agrees_with_the_clock(
    deadline: Deadline, minutes: int, channel: Channel
) -> None:
    """
    What arrives while it is open is in time, while it is doubtful in doubt, and else late.
    """
    moment = datetime.combine(deadline.last_day, time(12), HELSINKI) + timedelta(minutes=minutes)
    answer = filing(deadline, moment, channel)
    assert (answer.verdict, deadline.is_open(moment, channel)) in {
        (Arrival.IN_TIME, Openness.OPEN),
        (Arrival.IN_DOUBT, Openness.DOUBTFUL),
        (Arrival.LATE, Openness.CLOSED),
    }


@pytest.mark.parametrize(
    "zone", [UTC, ZoneInfo("Europe/Stockholm"), ZoneInfo("Asia/Tokyo")], ids=str
)
def test_other_zones(zone: Any) -> None:
    """
    The same moment has the same answer in every zone, and is shown by the Finnish clock.
    """
    moment = at(2025, 1, 3, 14, 59)
    abroad = filing(DEADLINE, moment.astimezone(zone), Channel.PAPER)
    assert abroad == filing(DEADLINE, moment, Channel.PAPER)
    assert str(abroad) == (
        "määräajassa: saapui 3.1.2025 klo 14.59, viimeistään ennen 3.1.2025 klo 15.00 (150/1930 6 §)"
    )


def test_shown_without_hours() -> None:
    """
    Where the limit is not known, a dash stands in its place.
    """
    answer = filing(evolve(DEADLINE, hours=None), at(2025, 1, 3, 14), Channel.PAPER)
    assert str(answer) == (
        "tulkinnanvarainen: saapui 3.1.2025 klo 14.00, viimeistään ennen – (150/1930 6 §)"
    )


def test_equal_by_value() -> None:
    """
    The same question twice has one answer.
    """
    moment = at(2025, 1, 3, 12)
    assert len({filing(DEADLINE, moment, Channel.PAPER) for _ in range(2)}) == 1


@pytest.mark.parametrize(
    ("arguments", "fault"),
    [
        pytest.param((None, at(2025, 1, 3, 12), Channel.PAPER), InvalidValue, id="no deadline"),
        pytest.param(
            (date(2025, 1, 3), at(2025, 1, 3, 12), Channel.PAPER), InvalidValue, id="a day"
        ),
        pytest.param(("3.1.2025", at(2025, 1, 3, 12), Channel.PAPER), InvalidValue, id="a text"),
        pytest.param((DEADLINE, None, Channel.PAPER), NaiveMoment, id="no moment"),
        pytest.param((DEADLINE, NAIVE, Channel.PAPER), NaiveMoment, id="a naive moment"),
        pytest.param((DEADLINE, date(2025, 1, 3), Channel.PAPER), NaiveMoment, id="a mere day"),
        pytest.param((DEADLINE, "12.00", Channel.PAPER), NaiveMoment, id="a text for a moment"),
        pytest.param((DEADLINE, at(2025, 1, 3, 12), None), InvalidValue, id="no channel"),
        pytest.param((DEADLINE, at(2025, 1, 3, 12), "paper"), InvalidValue, id="no channel's name"),
        pytest.param(
            (DEADLINE, at(2025, 1, 3, 12), Cutoff.END_OF_DAY), InvalidValue, id="another enum"
        ),
    ],
)
def test_bad_input(arguments: tuple[Any, Any, Any], fault: type[Exception]) -> None:
    """
    The registry asks of a deadline, an aware moment and a channel.
    """
    with pytest.raises(fault):
        filing(*arguments)
