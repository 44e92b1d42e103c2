from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kuntapaatos.closing import (
    HELSINKI,
    Closing,
    Cutoff,
    check_moment,
    electronic_closing,
    end_of,
    paper_closing,
)
from kuntapaatos.doubts import Basis, DoubtCode
from kuntapaatos.errors import DayOutOfRange, InvalidValue, NaiveMoment, NotADay
from kuntapaatos.law import ASIOINTILAKI, MAARAAIKALAKI
from kuntapaatos.office_hours import DayHours, OfficeHours
from kuntapaatos.workdays import FIRST_DAY, LAST_DAY, next_workday

HOURS = OfficeHours.parse("8-16; pe, aatto 8-15")
# Closed from the day after Independence Day to the end of the year.
CLOSED = OfficeHours.parse("8-16; 8.12.2025-31.12.2025 suljettu")
NAIVE = datetime(2025, 1, 3, 15)  # noqa: DTZ001 - a moment without a zone
THURSDAY = date(2025, 1, 2)
# The state's hours are known from 1995.
WORKDAYS = st.dates(date(1995, 1, 2), date(2100, 12, 1)).map(next_workday)


def at(*moment: int) -> datetime:
    """Return a moment in Finland."""
    year, month, day, hour = moment
    return datetime(year, month, day, hour, tzinfo=HELSINKI)


@pytest.mark.parametrize(
    ("day", "hours", "stated", "moments", "code"),
    [
        pytest.param(THURSDAY, HOURS, None, (at(2025, 1, 2, 16),), None, id="office hours"),
        pytest.param(
            date(2025, 1, 3), HOURS, Cutoff.OFFICE_CLOSE, (at(2025, 1, 3, 15),), None, id="a Friday"
        ),
        pytest.param(
            THURSDAY, HOURS, Cutoff.END_OF_DAY, (at(2025, 1, 3, 0),), None, id="the end of the day"
        ),
        pytest.param(THURSDAY, None, None, (), None, id="hours not known"),
        pytest.param(THURSDAY, None, Cutoff.OFFICE_CLOSE, (), None, id="nor when it closes"),
        pytest.param(
            THURSDAY, None, Cutoff.END_OF_DAY, (at(2025, 1, 3, 0),), None, id="needing no hours"
        ),
        pytest.param(
            THURSDAY, None, time(15), (at(2025, 1, 2, 15),), None, id="an hour in place of hours"
        ),
        pytest.param(
            THURSDAY, HOURS, time(16), (at(2025, 1, 2, 16),), None, id="the very hour of closing"
        ),
        pytest.param(
            THURSDAY,
            HOURS,
            time(15),
            (at(2025, 1, 2, 15), at(2025, 1, 2, 16)),
            DoubtCode.STATED_CLOSING,
            id="an earlier hour",
        ),
        pytest.param(
            date(2025, 1, 3),
            HOURS,
            time(16),
            (at(2025, 1, 3, 15), at(2025, 1, 3, 16)),
            DoubtCode.STATED_CLOSING,
            id="a later hour",
        ),
        pytest.param(
            date(2025, 4, 30),
            HOURS,
            None,
            (at(2025, 4, 30, 15), at(2025, 4, 30, 16)),
            DoubtCode.DISPUTED_EVE,
            id="a disputed eve",
        ),
        pytest.param(
            date(2025, 12, 8),
            CLOSED,
            None,
            (at(2025, 12, 5, 16), at(2025, 12, 9, 0)),
            DoubtCode.REGISTRY_CLOSED,
            id="closed on a workday",
        ),
        pytest.param(
            date(2025, 12, 31),
            CLOSED,
            None,
            (at(2025, 12, 5, 16), at(2026, 1, 1, 0)),
            DoubtCode.REGISTRY_CLOSED,
            id="closed for weeks",
        ),
        pytest.param(
            THURSDAY,
            OfficeHours.parse("suljettu"),
            None,
            (),
            DoubtCode.REGISTRY_CLOSED,
            id="never open",
        ),
        pytest.param(
            FIRST_DAY + timedelta(days=1),
            OfficeHours.parse("8-16; 2.1.1992 suljettu"),
            None,
            (),
            DoubtCode.REGISTRY_CLOSED,
            id="closed on the first workday of all",
        ),
    ],
)
def test_paper(
    day: date,
    hours: OfficeHours | None,
    stated: Cutoff | time | None,
    moments: tuple[datetime, ...],
    code: DoubtCode | None,
) -> None:
    """
    "[...] viimeistään määräajan viimeisenä päivänä", and in an office before it closes.
    """
    closing = paper_closing(day, hours, stated)
    assert closing.moments == moments
    assert closing.earliest == (moments[0] if moments else None)
    assert [doubt.code for doubt in closing.doubts] == ([] if code is None else [code])
    assert all(doubt.about == "closes_at" for doubt in closing.doubts)
    assert closing.provisions == (MAARAAIKALAKI("6 §"),)


@pytest.mark.parametrize(
    ("last", "closed_from", "before"),
    [
        pytest.param(
            date(2025, 7, 7), date(2025, 5, 9), at(2025, 5, 8, 16), id="open sixty days before"
        ),
        pytest.param(date(2025, 7, 7), date(2025, 5, 8), None, id="closed for sixty days"),
        pytest.param(
            date(2025, 7, 7), date(2025, 7, 5), at(2025, 7, 4, 15), id="open on the Friday before"
        ),
        pytest.param(
            date(2025, 7, 8), date(2025, 7, 8), at(2025, 7, 7, 16), id="open the day before"
        ),
    ],
)
def test_how_far_back_an_open_day_is_looked_for(
    last: date, closed_from: date, before: datetime | None
) -> None:
    """
    A registry closed on the last day was open for the last time within sixty days, or no one knows.
    """
    days = (DayHours(closed_from, last, None),)
    closing = paper_closing(last, OfficeHours(week=HOURS.week, days=days), None)
    assert closing.earliest == before


def test_hours_outdated() -> None:
    """
    Hours that do not cover the last day leave the closing unknown, and say so.
    """
    hours = OfficeHours(week=HOURS.week, valid_until=date(2024, 12, 31))
    closing = paper_closing(THURSDAY, hours, None)
    assert closing.moments == ()
    (doubt,) = closing.doubts
    assert doubt.code is DoubtCode.HOURS_OUTDATED
    assert [candidate.value for candidate in doubt.candidates] == [None]


def test_hours_that_began_later() -> None:
    """
    A registry closed on the first day of its hours has no known open day before it.
    """
    hours = OfficeHours(
        week=HOURS.week, days=OfficeHours.parse("2.1.2025 suljettu").days, valid_from=THURSDAY
    )
    closing = paper_closing(THURSDAY, hours, None)
    assert closing.moments == ()
    assert [candidate.value for candidate in closing.doubts[0].candidates] == [
        at(2025, 1, 3, 0),
        None,
    ]


@pytest.mark.parametrize(
    ("text", "day", "bases"),
    [
        pytest.param(
            "8-16; aatto 8-15",
            date(2025, 4, 30),
            [Basis.EVE_HOURS, Basis.USUAL_HOURS],
            id="shorter on eves",
        ),
        pytest.param(
            "8-16; pe 8-13; aatto 8-15",
            date(2025, 10, 31),
            [Basis.USUAL_HOURS, Basis.EVE_HOURS],
            id="still shorter on Fridays",
        ),
    ],
)
def test_what_a_closing_rests_on(text: str, day: date, bases: list[Basis]) -> None:
    """
    Each candidate says whether it is the eve's closing or the usual one.
    """
    (doubt,) = paper_closing(day, OfficeHours.parse(text), None).doubts
    assert [candidate.basis for candidate in doubt.candidates] == bases


# The day on which the committee reported on the reform of 2026, and the day after it.
PLAIN = OfficeHours.parse("8-16")
BEFORE, AFTER = date(2026, 2, 25), date(2026, 2, 26)


@pytest.mark.parametrize(
    ("day", "hours", "paper", "stated", "moments", "code"),
    [
        pytest.param(
            BEFORE, PLAIN, None, None, (at(2026, 2, 25, 16),), None, id="office close by the law"
        ),
        pytest.param(
            BEFORE,
            PLAIN,
            None,
            Cutoff.END_OF_DAY,
            (at(2026, 2, 26, 0),),
            None,
            id="the end of the day as stated",
        ),
        pytest.param(
            BEFORE,
            PLAIN,
            Cutoff.END_OF_DAY,
            None,
            (at(2026, 2, 26, 0),),
            None,
            id="one statement serves both",
        ),
        pytest.param(
            BEFORE,
            PLAIN,
            Cutoff.END_OF_DAY,
            Cutoff.OFFICE_CLOSE,
            (at(2026, 2, 25, 16),),
            None,
            id="a statement of its own",
        ),
        pytest.param(
            BEFORE,
            PLAIN,
            None,
            time(15),
            (at(2026, 2, 25, 15), at(2026, 2, 25, 16)),
            DoubtCode.STATED_CLOSING,
            id="an hour of its own",
        ),
        pytest.param(BEFORE, None, None, None, (), None, id="hours not known"),
        pytest.param(
            AFTER,
            PLAIN,
            None,
            None,
            (at(2026, 2, 26, 16), at(2026, 2, 27, 0)),
            DoubtCode.ELECTRONIC_CUTOFF,
            id="from 26.2.2026 both readings",
        ),
        pytest.param(
            AFTER,
            PLAIN,
            Cutoff.OFFICE_CLOSE,
            Cutoff.OFFICE_CLOSE,
            (at(2026, 2, 26, 16), at(2026, 2, 27, 0)),
            DoubtCode.ELECTRONIC_CUTOFF,
            id="also where office close is stated",
        ),
        pytest.param(
            AFTER,
            PLAIN,
            Cutoff.END_OF_DAY,
            None,
            (at(2026, 2, 27, 0),),
            None,
            id="not where the end of the day is stated",
        ),
        pytest.param(
            AFTER,
            PLAIN,
            Cutoff.OFFICE_CLOSE,
            Cutoff.END_OF_DAY,
            (at(2026, 2, 27, 0),),
            None,
            id="nor where it is stated for electronic documents",
        ),
        pytest.param(
            AFTER,
            None,
            None,
            None,
            (),
            DoubtCode.ELECTRONIC_CUTOFF,
            id="hours not known after the reform",
        ),
        pytest.param(
            date(2026, 5, 13),
            HOURS,
            None,
            None,
            (at(2026, 5, 13, 15), at(2026, 5, 14, 0)),
            DoubtCode.ELECTRONIC_CUTOFF,
            id="the first eve after it",
        ),
    ],
)
def test_electronic(
    day: date,
    hours: OfficeHours | None,
    paper: Cutoff | time | None,
    stated: Cutoff | time | None,
    moments: tuple[datetime, ...],
    code: DoubtCode | None,
) -> None:
    """
    Until 25.2.2026 an electronic document arrives before the office closes; since then both
    that and the end of the day are possible, unless the end of the day is stated.
    """
    closing = electronic_closing(day, hours, paper, stated)
    assert closing.moments == moments
    assert [doubt.code for doubt in closing.doubts] == ([] if code is None else [code])


def test_the_last_moment_before_the_reform() -> None:
    """
    The reform is asked of the last day itself: 25 February 2026 is the last without doubt.
    """
    assert electronic_closing(BEFORE, PLAIN, None, None).doubts == ()
    (doubt,) = electronic_closing(AFTER, None, None, None).doubts
    assert doubt.candidates[0].value == end_of(AFTER)
    assert doubt.candidates[0].provisions == (ASIOINTILAKI("11 §"),)
    assert doubt.candidates[1].value is None


def test_a_state_authority() -> None:
    """
    Since 1.1.2026 the act on the state's services says it: "viimeistään määräpäivänä kello 16.15".
    """
    state = OfficeHours.state()
    for day, source in (
        (date(2025, 12, 31), "150/1930 6 §"),
        (date(2012, 3, 5), "150/1930 6 §"),
        (date(2026, 1, 2), "728/2021 5 b §"),
    ):
        assert [*map(str, electronic_closing(day, state, None, None).provisions)] == [source]
        assert [*map(str, paper_closing(day, state, None).provisions)] == ["150/1930 6 §"]
    (doubt,) = electronic_closing(AFTER, state, None, None).doubts
    assert [*map(str, doubt.candidates[0].provisions)] == ["728/2021 5 b §"]


@pytest.mark.parametrize(
    ("paper", "stated", "about"),
    [
        pytest.param(time(15), None, "closes_at", id="stated once for both"),
        pytest.param(time(15), time(15), "closes_at", id="stated twice"),
        pytest.param(time(15), time(14), "electronic_until", id="stated for each"),
        pytest.param(None, time(14), "electronic_until", id="stated for electronic documents"),
    ],
)
def test_what_a_doubt_is_about(
    paper: Cutoff | time | None, stated: Cutoff | time | None, about: str
) -> None:
    """
    What is open about both channels is said of the paper, what differs of the electronic one.
    """
    (doubt,) = electronic_closing(THURSDAY, HOURS, paper, stated).doubts
    assert doubt.about == about


@given(day=WORKDAYS, hours=st.sampled_from([HOURS, CLOSED, PLAIN, OfficeHours.state()]))
def test_section_6(day: date, hours: OfficeHours) -> None:
    """
    "[...] on tehtävä viimeistään määräajan viimeisenä päivänä": no candidate is later.
    """
    for closing in (
        paper_closing(day, hours, None),
        paper_closing(day, hours, Cutoff.END_OF_DAY),
        electronic_closing(day, hours, None, None),
    ):
        assert list(closing.moments) == sorted(closing.moments)
        assert closing.moments[-1] <= end_of(day)
        assert all(moment.tzinfo is HELSINKI for moment in closing.moments)
        # One candidate is certain, several are a doubt that shows each of them.
        assert bool(closing.doubts) is (len(set(closing.moments)) > 1)
        for doubt in closing.doubts:
            assert tuple(candidate.value for candidate in doubt.candidates) == closing.moments


@given(day=WORKDAYS)
def test_paper_is_never_later_than_electronic(day: date) -> None:
    """
    An electronic document is safe at least as long as a paper.
    """
    paper = paper_closing(day, HOURS, None)
    electronic = electronic_closing(day, HOURS, None, None)
    assert paper.earliest == electronic.earliest
    assert paper.moments[-1] <= electronic.moments[-1]


@pytest.mark.parametrize(
    ("day", "midnight"),
    [
        pytest.param(date(2025, 3, 29), "2025-03-30T00:00:00+02:00", id="before summer time"),
        pytest.param(date(2025, 3, 30), "2025-03-31T00:00:00+03:00", id="the day of 23 hours"),
        pytest.param(date(2025, 10, 25), "2025-10-26T00:00:00+03:00", id="before winter time"),
        pytest.param(date(2025, 10, 26), "2025-10-27T00:00:00+02:00", id="the day of 25 hours"),
        pytest.param(LAST_DAY, "2101-01-01T00:00:00+02:00", id="the last supported day"),
    ],
)
def test_the_end_of_a_day(day: date, midnight: str) -> None:
    """
    A day ends at the next midnight in Finland, whatever the clocks do.
    """
    assert end_of(day).isoformat() == midnight


@pytest.mark.parametrize(
    "moment", [None, "2025-01-03T15:00", date(2025, 1, 3), NAIVE, 1.5, time(15, tzinfo=UTC), []]
)
def test_no_moment(moment: Any) -> None:
    """
    A moment has a time zone.
    """
    with pytest.raises(NaiveMoment):
        check_moment(moment)


def test_a_moment_of_any_zone() -> None:
    """
    A moment of any zone is a moment.
    """
    for zone in (UTC, HELSINKI, timezone(timedelta(hours=-8))):
        moment = datetime(2025, 1, 3, 15, tzinfo=zone)
        assert check_moment(moment) is moment


@pytest.mark.parametrize(
    ("arguments", "fault"),
    [
        pytest.param((None, HOURS, None), NotADay, id="no day"),
        pytest.param(("2025-01-03", None, None), NotADay, id="a text for a day"),
        pytest.param((NAIVE, HOURS, Cutoff.END_OF_DAY), NotADay, id="a moment for a day"),
        pytest.param((date(2101, 1, 1), None, None), DayOutOfRange, id="after 2100"),
        pytest.param((THURSDAY, "8-16", None), InvalidValue, id="a text for hours"),
        pytest.param((THURSDAY, time(16), None), InvalidValue, id="a time for hours"),
        pytest.param((THURSDAY, HOURS, "klo 16"), InvalidValue, id="a text for an hour"),
        pytest.param((THURSDAY, HOURS, 16), InvalidValue, id="a number for an hour"),
        pytest.param((THURSDAY, HOURS, time(16, tzinfo=UTC)), InvalidValue, id="a zone"),
        pytest.param((THURSDAY, HOURS, Basis.END_OF_DAY), InvalidValue, id="another enum"),
    ],
)
def test_bad_input(arguments: tuple[Any, Any, Any], fault: type[Exception]) -> None:
    """
    What is no day, no hours or no cut-off is refused by name, for either channel.
    """
    day, hours, stated = arguments
    with pytest.raises(fault):
        paper_closing(day, hours, stated)
    with pytest.raises(fault):
        electronic_closing(day, hours, None, stated)
    with pytest.raises(fault):
        electronic_closing(day, hours, stated, Cutoff.END_OF_DAY if stated else None)


def test_equal_by_value() -> None:
    """
    Two closings of the same candidates are one.
    """
    found = {paper_closing(THURSDAY, HOURS, None) for _ in range(2)}
    assert found == {Closing((at(2025, 1, 2, 16),), (), (MAARAAIKALAKI("6 §"),))}
