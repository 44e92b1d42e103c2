from __future__ import annotations

from datetime import date, time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kuntapaatos.errors import DayOutOfRange, InvalidHours
from kuntapaatos.office_hours import DayHours, OfficeHours, Opening


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("8-16", "ma–pe 8.00–16.00", id="hours alone"),
        pytest.param("klo 8.00–16.15", "ma–pe 8.00–16.15", id="klo and a dash"),
        pytest.param("kello 8:00 - 16:15", "ma–pe 8.00–16.15", id="kello, colons, spaces"),
        pytest.param(
            "8.00-16.00; pe, aatto 8.00-15.00",
            "ma–to 8.00–16.00; pe 8.00–15.00; aatto 8.00–15.00",
            id="Fridays and eves",
        ),
        pytest.param(
            "klo 8.00–16.00; perjantaisin ja juhlapyhien aattoina klo 8.00–15.00",
            "ma–to 8.00–16.00; pe 8.00–15.00; aatto 8.00–15.00",
            id="as a decision writes it",
        ),
        pytest.param(
            "maanantaista torstaihin 8.15-16.00; perjantaisin 8.15-14.30",
            "ma–to 8.15–16.00; pe 8.15–14.30",
            id="from one weekday to another",
        ),
        pytest.param(
            "ma-ke 9-16; to 9-18; pe 9-15; la 10-14",
            "ma–ke 9.00–16.00; to 9.00–18.00; pe 9.00–15.00; la 10.00–14.00",
            id="a Saturday",
        ),
        pytest.param("ma 9-12 ; ke 9-12", "ma 9.00–12.00; ke 9.00–12.00", id="single days"),
        pytest.param("8-16; ke suljettu", "ma–ti 8.00–16.00; to–pe 8.00–16.00", id="a closed day"),
        pytest.param("suljettu", "ma–pe suljettu", id="always closed"),
        pytest.param(
            "8-16; 1.7.2025-31.7.2025 9-15; 24.12.2025 suljettu",
            "ma–pe 8.00–16.00; 1.7.2025–31.7.2025 9.00–15.00; 24.12.2025 suljettu",
            id="a summer and a single day",
        ),
        pytest.param(
            "MA-PE 8-16; Aatto 8-15", "ma–pe 8.00–16.00; aatto 8.00–15.00", id="capital letters"
        ),
        pytest.param("8-16; pe 8-15; pe 8-14", "ma–to 8.00–16.00; pe 8.00–14.00", id="later wins"),
        pytest.param("arkisin 8-16", "ma–pe 8.00–16.00", id="on working days"),
        pytest.param("vardagar kl. 9-15", "ma–pe 9.00–15.00", id="on working days, Swedish"),
        pytest.param("la sekä su 10-12", "la–su 10.00–12.00", id="a weekend"),
        pytest.param("8-16; 9-15", "ma–pe 9.00–15.00", id="later wins, without its days"),
    ],
)
def test_parse(text: str, shown: str) -> None:
    """
    A short Finnish text is read, and printed so that it reads the same.
    """
    hours = OfficeHours.parse(text)
    assert str(hours) == shown
    assert OfficeHours.parse(shown) == hours


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("8", id="one time"),
        pytest.param("16-8", id="swapped"),
        pytest.param("8-25", id="no hour"),
        pytest.param("8.60-16", id="no minute"),
        pytest.param("8-16-18", id="three times"),
        pytest.param("ma-pe", id="no hours"),
        pytest.param("pe-ma 8-16", id="a week the wrong way"),
        pytest.param("ma-ke-pe 8-16", id="three ends"),
        pytest.param("huomenna 8-16", id="no weekday"),
        pytest.param("ma- 8-16", id="half a range"),
        pytest.param("24.12. 8-12", id="a day without a year"),
        pytest.param("30.2.2025 8-12", id="no such day"),
        pytest.param("1.7.2025-31.6.2025 8-12", id="no such last day"),
        pytest.param("2.7.2025-1.7.2025 8-12", id="days the wrong way"),
        pytest.param("1.7.2025 8-12; 1.7.2025 8-13", id="a day twice"),
        pytest.param("aatto suljettu", id="closed on every eve"),
        pytest.param("8-16;", id="an empty part"),
        pytest.param("8-12, 13-16", id="closed for lunch"),
        pytest.param("8-12 ja 13-16", id="closed for lunch, in words"),
        pytest.param("8-12 13-16", id="two openings, nothing between"),
        pytest.param("avoinna arkisin", id="words"),
        pytest.param("٨-١٦ x", id="other digits"),
        pytest.param("8-16" * 10_000, id="a long text"),
        pytest.param(" " * 100_000 + "8-16" + "st" * 50_000, id="a long text of blanks"),
        pytest.param(None, id="None"),
        pytest.param(16, id="a number"),
        pytest.param(b"8-16", id="bytes"),
        pytest.param(time(16), id="a time"),
    ],
)
def test_cannot_be_parsed(text: Any) -> None:
    """
    What cannot be read for certain is refused with an example, never guessed.
    """
    with pytest.raises(InvalidHours) as caught:
        OfficeHours.parse(text)
    assert len(str(caught.value)) < 400


def test_a_day_outside_the_supported_years_cannot_be_parsed() -> None:
    """
    A named day is a supported day.
    """
    with pytest.raises(DayOutOfRange):
        OfficeHours.parse("8-16; 24.12.1991 8-12")


MINUTES = st.integers(0, 24 * 60 - 2)


@st.composite
def openings(draw: st.DrawFn) -> Opening:
    """Draw hours of one day, to the minute."""
    opens = draw(MINUTES)
    closes = draw(st.integers(opens + 1, 24 * 60 - 1))
    return Opening(time(*divmod(opens, 60)), time(*divmod(closes, 60)))


@st.composite
def named_days(draw: st.DrawFn) -> list[DayHours]:
    """Draw other hours on days that do not overlap."""
    found = []
    day = draw(st.dates(date(2000, 1, 1), date(2090, 1, 1)))
    for _ in range(draw(st.integers(0, 3))):
        last = day + timedelta(days=draw(st.integers(0, 40)))
        found.append(DayHours(day, last, draw(st.none() | openings())))
        day = last + timedelta(days=draw(st.integers(1, 40)))
    return found


@given(
    week=st.lists(st.none() | openings(), max_size=7),
    eves=st.none() | openings(),
    days=named_days(),
)
def test_printed_hours_parse(
    week: list[Opening | None], eves: Opening | None, days: list[DayHours]
) -> None:
    """
    What is printed reads as the same hours.
    """
    hours = OfficeHours(week=week, eves=eves, days=days)
    assert OfficeHours.parse(str(hours)) == hours


@given(text=st.text(alphabet="0123456789.:-–; ,mateksulopjv\n", max_size=60))
def test_any_text(text: str) -> None:
    """
    Any text at all is hours, or refused by name.
    """
    try:
        hours = OfficeHours.parse(text)
    except (InvalidHours, DayOutOfRange):
        return
    assert OfficeHours.parse(str(hours)) == hours
