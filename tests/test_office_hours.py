from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from attrs import evolve
from attrs.exceptions import FrozenInstanceError
from hypothesis import given
from hypothesis import strategies as st

from kuntapaatos.errors import DayOutOfRange, HoursUnknown, InvalidHours, InvalidValue, NotADay
from kuntapaatos.office_hours import DayHours, Eve, OfficeHours, Opening, eve
from kuntapaatos.workdays import FIRST_DAY, LAST_DAY, closed_day, is_workday

FULL, SHORT = Opening(time(8), time(16)), Opening(time(8), time(15))


# A registry as in Kajaani: shorter on Fridays and eves.
HOURS = OfficeHours.regular(time(8), time(16), fridays=SHORT, eves=SHORT)


SUMMER = DayHours(date(2025, 7, 1), date(2025, 7, 31), Opening(time(9), time(15)))


DAYS = st.dates(FIRST_DAY, LAST_DAY)


@pytest.mark.parametrize(
    ("day", "kind"),
    [
        pytest.param(date(2024, 12, 31), Eve.CERTAIN, id="New Year's Eve"),
        pytest.param(date(2026, 1, 5), Eve.CERTAIN, id="the eve of Epiphany"),
        pytest.param(date(2025, 4, 17), Eve.CERTAIN, id="Maundy Thursday"),
        pytest.param(date(2025, 5, 28), Eve.CERTAIN, id="the Wednesday before Ascension"),
        pytest.param(date(2025, 10, 31), Eve.CERTAIN, id="the Friday before All Saints'"),
        pytest.param(date(2008, 4, 30), Eve.CERTAIN, id="30 April before Ascension Day"),
        pytest.param(date(2025, 4, 30), Eve.DISPUTED, id="30 April"),
        pytest.param(date(2025, 12, 5), Eve.DISPUTED, id="5 December"),
        pytest.param(date(2025, 12, 23), Eve.DISPUTED, id="23 December"),
        pytest.param(date(2025, 6, 19), Eve.DISPUTED, id="the Thursday before Midsummer Eve"),
        pytest.param(date(2025, 12, 24), None, id="Christmas Eve, a closed day"),
        pytest.param(date(2025, 6, 20), None, id="Midsummer Eve, a closed day"),
        pytest.param(date(2025, 6, 6), None, id="the Friday before Whit Sunday"),
        pytest.param(date(2025, 1, 10), None, id="a Friday before a plain Saturday"),
        pytest.param(date(2024, 1, 5), Eve.CERTAIN, id="a Friday before Epiphany on a Saturday"),
        pytest.param(date(2025, 1, 3), None, id="a Friday before Epiphany on a Monday"),
        pytest.param(date(2025, 1, 5), None, id="a Sunday before Epiphany"),
        pytest.param(date(2025, 4, 20), None, id="Easter Sunday"),
        pytest.param(LAST_DAY, Eve.CERTAIN, id="the last supported day"),
    ],
)
def test_eve(day: date, kind: Eve | None) -> None:
    """
    An eve is the workday right before a festival; of four, offices differ.
    """
    assert eve(day) is kind


@given(day=DAYS)
def test_an_eve_is_a_workday_before_a_closed_day(day: date) -> None:
    """
    "Juhlapyhän aatto" is a workday, and never the day before an ordinary week end.
    """
    if eve(day) is not None:
        assert is_workday(day)
        if day < LAST_DAY:
            following = closed_day(day + timedelta(days=1))
            assert following is not None
            assert following.value not in {"arkilauantai", "sunnuntai"}


@pytest.mark.parametrize(
    "ask", [eve, HOURS.closings, HOURS.opening], ids=["eve", "closings", "opening"]
)
@pytest.mark.parametrize(
    "day", [None, "2025-01-03", datetime(2025, 1, 3, tzinfo=UTC), 1.5, 20250103, []]
)
def test_not_a_day(ask: Any, day: Any) -> None:
    """
    Hours are asked of a calendar day.
    """
    with pytest.raises(NotADay):
        ask(day)


@pytest.mark.parametrize(
    "ask", [eve, HOURS.closings, HOURS.opening], ids=["eve", "closings", "opening"]
)
@pytest.mark.parametrize("day", [date(1991, 12, 31), date(2101, 1, 1)], ids=date.isoformat)
def test_out_of_range(ask: Any, day: date) -> None:
    """
    Before 1992 and after 2100 no hours are known.
    """
    with pytest.raises(DayOutOfRange):
        ask(day)


@pytest.mark.parametrize(
    ("opens", "closes"),
    [
        pytest.param(time(16), time(8), id="closes before it opens"),
        pytest.param(time(8), time(8), id="closes when it opens"),
        pytest.param(time(8, tzinfo=UTC), time(16), id="a zone"),
        pytest.param(time(8), time(16, tzinfo=UTC), id="a zone at the end"),
        pytest.param(time(8, 0, 30), time(16), id="seconds"),
        pytest.param(time(8), time(16, 0, 0, 1), id="a microsecond"),
        pytest.param(8, 16, id="numbers"),
        pytest.param("8.00", "16.00", id="texts"),
        pytest.param(None, time(16), id="nothing"),
        pytest.param(time(8), datetime(2025, 1, 3, 16, tzinfo=UTC), id="a moment"),
    ],
)
def test_no_opening(opens: Any, closes: Any) -> None:
    """
    An office opens and closes at whole minutes of local time, in this order.
    """
    with pytest.raises(InvalidHours):
        Opening(opens, closes)


@pytest.mark.parametrize(
    ("hours", "day", "closings"),
    [
        pytest.param(HOURS, date(2025, 1, 2), (time(16),), id="a Thursday"),
        pytest.param(HOURS, date(2025, 1, 3), (time(15),), id="a Friday"),
        pytest.param(HOURS, date(2024, 12, 31), (time(15),), id="a certain eve"),
        pytest.param(HOURS, date(2025, 4, 30), (time(15), time(16)), id="a disputed eve"),
        pytest.param(HOURS, date(2025, 12, 5), (time(15),), id="a disputed eve on a short Friday"),
        pytest.param(HOURS, date(2025, 1, 4), (), id="a Saturday"),
        pytest.param(HOURS, date(2025, 1, 6), (), id="a festival on a Monday"),
        pytest.param(OfficeHours.state(), date(2025, 4, 30), (time(16, 15),), id="the state"),
        pytest.param(
            evolve(HOURS, days=[SUMMER]), date(2025, 7, 1), (time(15),), id="the first of summer"
        ),
        pytest.param(
            evolve(HOURS, days=[SUMMER]), date(2025, 7, 31), (time(15),), id="the last of summer"
        ),
        pytest.param(
            evolve(HOURS, days=[SUMMER]), date(2025, 7, 5), (), id="a Saturday within summer"
        ),
        pytest.param(
            evolve(HOURS, days=[SUMMER]), date(2025, 8, 1), (time(15),), id="a Friday after summer"
        ),
        pytest.param(
            evolve(HOURS, days=[DayHours(date(2025, 1, 4), date(2025, 1, 4), SHORT)]),
            date(2025, 1, 4),
            (time(15),),
            id="a Saturday named alone",
        ),
        pytest.param(
            evolve(HOURS, days=[DayHours(date(2024, 12, 31), date(2024, 12, 31), FULL)]),
            date(2024, 12, 31),
            (time(16),),
            id="a day named alone wins over the eve",
        ),
        pytest.param(
            evolve(HOURS, days=[DayHours(date(2024, 12, 27), date(2024, 12, 31), None)]),
            date(2024, 12, 30),
            (),
            id="closed between the years",
        ),
        pytest.param(
            evolve(HOURS, days=[DayHours(date(2024, 12, 27), date(2024, 12, 31), None)]),
            date(2025, 4, 30),
            (time(15), time(16)),
            id="named days elsewhere leave an eve an eve",
        ),
        pytest.param(
            OfficeHours(week=(FULL, FULL, FULL, FULL), eves=SHORT),
            date(2025, 10, 31),
            (),
            id="an eve on a closed weekday",
        ),
        pytest.param(
            OfficeHours.regular(time(8), time(16), fridays=Opening(time(8), time(13)), eves=SHORT),
            date(2025, 10, 31),
            (time(13), time(15)),
            id="an eve on a still shorter Friday",
        ),
    ],
)
def test_closings(hours: OfficeHours, day: date, closings: tuple[time, ...]) -> None:
    """
    An office closes at one certain time, or at several candidates, the earliest first.
    """
    assert hours.closings(day) == closings


@given(day=DAYS)
def test_closed_on_closed_days(day: date) -> None:
    """
    On a day that is no workday no office is open, unless that very day is named.
    """
    closings = HOURS.closings(day)
    assert bool(closings) is is_workday(day)
    assert list(closings) == sorted(set(closings))
    assert len(closings) == 1 or not is_workday(day) or eve(day) is Eve.DISPUTED


@pytest.mark.parametrize(
    ("day", "known"),
    [
        pytest.param(date(2024, 12, 31), False, id="before they hold"),
        pytest.param(date(2025, 1, 2), True, id="the first day"),
        pytest.param(date(2025, 12, 30), True, id="the last day"),
        pytest.param(date(2025, 12, 31), False, id="after they hold"),
    ],
)
def test_validity(day: date, known: bool) -> None:
    """
    Hours hold from their first day to their last, both included; outside they are not known.
    """
    hours = evolve(HOURS, valid_from=date(2025, 1, 2), valid_until=date(2025, 12, 30))
    if known:
        assert hours.closings(day) == HOURS.closings(day)
    else:
        with pytest.raises(HoursUnknown) as caught:
            hours.closings(day)
        assert caught.value.day == day


SINGLE = date(2025, 1, 2)


@pytest.mark.parametrize(
    ("fields", "fault"),
    [
        pytest.param({"week": (FULL,) * 8}, InvalidHours, id="eight days"),
        pytest.param({"week": None}, InvalidValue, id="no week"),
        pytest.param({"week": "ma-pe"}, InvalidValue, id="a text for a week"),
        pytest.param({"week": (time(8), time(16))}, InvalidValue, id="times for a week"),
        pytest.param({"eves": time(15)}, InvalidValue, id="a time for eves"),
        pytest.param({"eves": "8-15"}, InvalidValue, id="a text for eves"),
        pytest.param({"days": None}, InvalidValue, id="no days"),
        pytest.param({"days": [SINGLE]}, InvalidValue, id="days without hours"),
        pytest.param({"days": SUMMER}, InvalidValue, id="one day alone"),
        pytest.param({"days": [SUMMER, SUMMER]}, InvalidHours, id="days twice"),
        pytest.param(
            {"days": [SUMMER, DayHours(SUMMER.last, date(2025, 8, 8), None)]},
            InvalidHours,
            id="days that overlap by one",
        ),
        pytest.param(
            {"valid_from": date(2025, 1, 3), "valid_until": SINGLE},
            InvalidHours,
            id="ending before they begin",
        ),
        pytest.param({"valid_from": "2025-01-03"}, NotADay, id="a text for a day"),
        pytest.param({"valid_until": datetime(2025, 1, 3, tzinfo=UTC)}, NotADay, id="a moment"),
        pytest.param({"valid_until": date(2101, 1, 1)}, DayOutOfRange, id="after 2100"),
    ],
)
def test_no_hours(fields: dict[str, Any], fault: type[Exception]) -> None:
    """
    Hours that cannot be are refused when they are made.
    """
    with pytest.raises(fault):
        OfficeHours(**{"week": (FULL,) * 5, **fields})


@pytest.mark.parametrize(
    ("first", "last", "opening", "fault"),
    [
        pytest.param(SINGLE, date(2025, 1, 1), FULL, InvalidHours, id="swapped"),
        pytest.param("2.1.2025", SINGLE, FULL, NotADay, id="a text"),
        pytest.param(SINGLE, None, FULL, NotADay, id="no end"),
        pytest.param(SINGLE, date(2101, 1, 1), FULL, DayOutOfRange, id="after 2100"),
        pytest.param(SINGLE, SINGLE, "suljettu", InvalidValue, id="a text for hours"),
        pytest.param(SINGLE, SINGLE, time(15), InvalidValue, id="a time for hours"),
    ],
)
def test_no_day_hours(first: Any, last: Any, opening: Any, fault: type[Exception]) -> None:
    """
    Other hours are of days in order, and are hours or closed.
    """
    with pytest.raises(fault):
        DayHours(first, last, opening)


def test_one_single_day_can_hold() -> None:
    """
    Hours may hold for one day, and named days may touch.
    """
    hours = evolve(
        HOURS,
        valid_from=SINGLE,
        valid_until=SINGLE,
        days=[
            DayHours(date(2025, 8, 1), date(2025, 8, 1), None),
            SUMMER,
        ],
    )
    assert hours.closings(SINGLE) == (time(16),)
    assert hours.days[0] == SUMMER


def test_frozen() -> None:
    """
    A caller's list is copied, and hours are never changed.
    """
    week: list[Opening | None] = [FULL] * 5
    days = [SUMMER]
    hours: Any = OfficeHours(week=week, days=days)
    week.clear()
    days.clear()
    assert hours.closings(date(2025, 1, 2)) == (time(16),)
    assert hours.days == (SUMMER,)
    with pytest.raises(FrozenInstanceError):
        hours.week = ()
    assert hash(hours) == hash(OfficeHours(week=(FULL,) * 5, days=[SUMMER]))


def test_fewer_days_are_filled_up_with_closed() -> None:
    """
    A week of five days is closed on the other two.
    """
    assert OfficeHours(week=[FULL] * 5) == OfficeHours(week=[FULL] * 5 + [None, None])


def test_the_states_hours() -> None:
    """
    State authorities and courts close at 16.15 (332/1994 1 §, 728/2021 5 a §).
    """
    assert OfficeHours.state().opening(date(2025, 1, 2)) == Opening(time(8), time(16, 15))
