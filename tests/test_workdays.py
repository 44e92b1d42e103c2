from __future__ import annotations

import subprocess
import sys
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kuntapaatos import workdays
from kuntapaatos.errors import DayOutOfRange, InvalidValue, NotADay
from kuntapaatos.workdays import (
    FIRST_DAY,
    LAST_DAY,
    ClosedDay,
    check_day,
    closed_day,
    closed_day_name,
    disagreements,
    is_workday,
    next_workday,
)

DAYS = st.dates(FIRST_DAY, LAST_DAY)
ONE_DAY = timedelta(days=1)
ASKED = (closed_day, is_workday, next_workday, check_day)


@pytest.mark.parametrize(
    ("day", "name"),
    [
        pytest.param(date(2025, 1, 1), ClosedDay.NEW_YEARS_DAY, id="New Year's Day"),
        pytest.param(date(2025, 1, 6), ClosedDay.EPIPHANY, id="Epiphany"),
        pytest.param(date(2025, 4, 18), ClosedDay.GOOD_FRIDAY, id="Good Friday"),
        pytest.param(date(2025, 4, 19), ClosedDay.SATURDAY, id="Holy Saturday, a plain Saturday"),
        pytest.param(date(2025, 4, 20), ClosedDay.EASTER_SUNDAY, id="Easter Sunday"),
        pytest.param(date(2025, 4, 21), ClosedDay.EASTER_MONDAY, id="Easter Monday"),
        pytest.param(date(2025, 5, 1), ClosedDay.MAY_DAY, id="May Day"),
        pytest.param(date(2025, 5, 29), ClosedDay.ASCENSION_DAY, id="Ascension Day"),
        pytest.param(date(2025, 6, 8), ClosedDay.WHIT_SUNDAY, id="Whit Sunday"),
        pytest.param(date(2025, 6, 20), ClosedDay.MIDSUMMER_EVE, id="Midsummer Eve"),
        pytest.param(date(2025, 6, 21), ClosedDay.MIDSUMMER_DAY, id="Midsummer Day"),
        pytest.param(date(2025, 11, 1), ClosedDay.ALL_SAINTS_DAY, id="All Saints' Day"),
        pytest.param(date(2025, 12, 6), ClosedDay.INDEPENDENCE_DAY, id="Independence Day"),
        pytest.param(date(2025, 12, 24), ClosedDay.CHRISTMAS_EVE, id="Christmas Eve"),
        pytest.param(date(2025, 12, 25), ClosedDay.CHRISTMAS_DAY, id="Christmas Day"),
        pytest.param(date(2025, 12, 26), ClosedDay.SECOND_CHRISTMAS_DAY, id="the day after it"),
        pytest.param(date(2025, 6, 28), ClosedDay.SATURDAY, id="a Saturday"),
        pytest.param(date(2025, 6, 29), ClosedDay.SUNDAY, id="a Sunday"),
        pytest.param(date(2026, 12, 6), ClosedDay.INDEPENDENCE_DAY, id="a name before a Sunday"),
        pytest.param(date(2008, 5, 1), ClosedDay.ASCENSION_DAY, id="a festival before May Day"),
        pytest.param(date(2020, 6, 20), ClosedDay.MIDSUMMER_DAY, id="the earliest Midsummer Day"),
        pytest.param(date(2021, 6, 26), ClosedDay.MIDSUMMER_DAY, id="the latest Midsummer Day"),
        pytest.param(date(2020, 10, 31), ClosedDay.ALL_SAINTS_DAY, id="the earliest All Saints'"),
        pytest.param(date(2021, 11, 6), ClosedDay.ALL_SAINTS_DAY, id="the latest All Saints'"),
        pytest.param(date(2025, 12, 31), None, id="New Year's Eve"),
        pytest.param(date(2025, 4, 17), None, id="Maundy Thursday"),
        pytest.param(date(2025, 4, 30), None, id="the eve of May Day"),
        pytest.param(date(2025, 6, 9), None, id="Whit Monday"),
        pytest.param(date(2026, 1, 5), None, id="the eve of Epiphany"),
        pytest.param(date(2025, 12, 23), None, id="the day before Christmas Eve"),
        pytest.param(FIRST_DAY, ClosedDay.NEW_YEARS_DAY, id="the first supported day"),
        pytest.param(LAST_DAY, None, id="the last supported day"),
    ],
)
def test_closed_day(day: date, name: ClosedDay | None) -> None:
    """
    The closed days are those that 150/1930 5 § names, and no others.
    """
    assert closed_day(day) is name
    assert is_workday(day) is (name is None)


@pytest.mark.parametrize(
    ("day", "following"),
    [
        pytest.param(date(2025, 12, 24), date(2025, 12, 29), id="Christmas Eve on a Wednesday"),
        pytest.param(date(2024, 3, 29), date(2024, 4, 2), id="Good Friday"),
        pytest.param(date(2024, 12, 31), date(2024, 12, 31), id="a workday stays"),
        pytest.param(date(2022, 12, 31), date(2023, 1, 2), id="over the end of a year"),
        pytest.param(date(2021, 1, 1), date(2021, 1, 4), id="New Year's Day on a Friday"),
        pytest.param(date(2011, 1, 1), date(2011, 1, 3), id="New Year's Day on a Saturday"),
        pytest.param(date(2000, 12, 30), date(2001, 1, 2), id="a Saturday before New Year"),
        pytest.param(LAST_DAY, LAST_DAY, id="the last supported day"),
    ],
)
def test_next_workday(day: date, following: date) -> None:
    """
    The next workday is the first one on or after the day.
    """
    assert next_workday(day) == following


@given(day=DAYS)
def test_section_5(day: date) -> None:
    """
    "[...] saa tehtävän toimittaa ensimmäisenä arkipäivänä sen jälkeen."
    """
    following = next_workday(day)
    assert following >= day
    assert is_workday(following)
    between = (day + timedelta(days=n) for n in range((following - day).days))
    assert not any(is_workday(skipped) for skipped in between)


@given(day=DAYS)
def test_weekends(day: date) -> None:
    """
    "[...] arkilauantai": no time limit ends on any Saturday or Sunday.
    """
    if day.weekday() >= 5:
        assert closed_day(day) is not None


@given(year=st.integers(1992, 2100))
def test_every_year_has_every_festival(year: int) -> None:
    """
    Each named day falls once a year; only Ascension Day can hide May Day.
    """
    days = [date(year, 1, 1) + timedelta(days=n) for n in range(366)]
    found = [closed_day(day) for day in days if day.year == year]
    named = set(ClosedDay) - {ClosedDay.SATURDAY, ClosedDay.SUNDAY}
    assert all(found.count(name) <= 1 for name in named)
    missing = {name for name in named if name not in found}
    assert missing == (
        {ClosedDay.MAY_DAY} if closed_day(date(year, 5, 1)) is ClosedDay.ASCENSION_DAY else set()
    )


@pytest.mark.parametrize("ask", ASKED, ids=lambda ask: ask.__name__)
@pytest.mark.parametrize(
    "given",
    [
        pytest.param(None, id="nothing"),
        pytest.param("2025-01-03", id="a text"),
        pytest.param(datetime(2025, 1, 3, tzinfo=UTC), id="a moment"),
        pytest.param(45660, id="a number"),
        pytest.param(1.5, id="a float"),
        pytest.param(True, id="a bool"),
        pytest.param(ClosedDay.MAY_DAY, id="a name"),
        pytest.param([], id="a list"),
        pytest.param({}, id="a dict"),
        pytest.param(date, id="a type"),
    ],
)
def test_not_a_day(ask: Any, given: Any) -> None:
    """
    A day is a `date` that is not a `datetime`; anything else is refused by name.
    """
    with pytest.raises(NotADay) as caught:
        ask(given)
    assert caught.value.given is given


@pytest.mark.parametrize("ask", ASKED, ids=lambda ask: ask.__name__)
@pytest.mark.parametrize(
    "day", [date(1991, 12, 31), date(2101, 1, 1), date.min, date.max], ids=date.isoformat
)
def test_out_of_range(ask: Any, day: date) -> None:
    """
    Days before 1992 and after 2100 are refused, since the calendar or the law differs.
    """
    with pytest.raises(DayOutOfRange, match=day.isoformat()):
        ask(day)


@pytest.mark.parametrize(
    ("day", "names"),
    [
        pytest.param(
            date(2025, 6, 20), ("Juhannusaatto", "Midsommarafton", "Midsummer Eve"), id="a festival"
        ),
        pytest.param(date(2025, 6, 28), ("lauantai", "lördag", "Saturday"), id="a Saturday"),
        pytest.param(date(2025, 6, 29), ("sunnuntai", "söndag", "Sunday"), id="a Sunday"),
        pytest.param(date(2025, 6, 27), (None, None, None), id="a workday"),
    ],
)
def test_name(day: date, names: tuple[str | None, ...]) -> None:
    """
    A closed day has a name in each of the three languages, a workday has none.
    """
    assert tuple(closed_day_name(day, language) for language in ("fi", "sv", "en")) == names


@pytest.mark.parametrize("tag", ["sv-FI", "sv_FI", "SV", "sv-Latn-FI"])
def test_a_tag_of_a_language(tag: str) -> None:
    """
    A language is named by any of its tags, as in `say`.
    """
    assert closed_day_name(date(2025, 6, 20), tag) == "Midsommarafton"


@pytest.mark.parametrize("language", ["", "-fi", "de", None, [], 1])
def test_unknown_language(language: Any) -> None:
    """
    A language is named, and there are three.
    """
    with pytest.raises(
        InvalidValue, match=r"^language must be a language tag of 'fi', 'sv', 'en'; got "
    ):
        closed_day_name(date(2025, 6, 20), language)


def test_name_of_no_day() -> None:
    """
    What has no day has no name.
    """
    text: Any = "2025-06-20"
    with pytest.raises(NotADay):
        closed_day_name(text, "fi")
    with pytest.raises(DayOutOfRange):
        closed_day_name(date(1991, 12, 24), "fi")


def test_the_two_lists_agree() -> None:
    """
    Over all supported years the installed `holidays` names the same festivals.
    """
    assert disagreements(range(FIRST_DAY.year, LAST_DAY.year + 1)) == ()
    assert disagreements(()) == ()


def test_a_disagreement_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """
    A day that only one of the two lists names is reported, whichever it is.
    """
    theirs = workdays._holidays_of((2025,), "fi")
    del theirs[date(2025, 12, 24)]
    theirs[date(2025, 12, 31)] = "uudenvuodenaatto"
    monkeypatch.setattr(workdays, "_holidays_of", lambda *_: theirs)
    assert disagreements([2025]) == (date(2025, 12, 24), date(2025, 12, 31))


@pytest.mark.parametrize(
    "years", [None, 2025, "2025", [2025.0], [True], [None], [1991], [2101], [0], [10**30]]
)
def test_no_years(years: Any) -> None:
    """
    The self-check asks for whole years from 1992 to 2100.
    """
    with pytest.raises(InvalidValue, match=r"^years must be several calendar years from 1992 to"):
        disagreements(years)


THREADS = """
import sys
from datetime import date, timedelta
from threading import Barrier, Thread
from kuntapaatos import AppealInstruction, Notice, Period, RemedyKind, Subject, appeal_deadline, available_remedies, closed_day, DecisionKind, last_day, MakerKind, next_workday
from kuntapaatos.office_hours import eve

sys.setswitchinterval(1e-6)
DAYS = [date(1992, 1, 1) + timedelta(days=n) for n in range(0, 39_000, 29)]
NUMBER = 16
PERIOD = Period.days(14)
INSTRUCTION = AppealInstruction(
    remedy=RemedyKind.ADMINISTRATIVE_REVIEW, period=PERIOD, subject=Subject.BUILDING_PERMIT
)
LATE = [date(2010, 1, 1) + timedelta(days=n) for n in range(0, 7_000, 97)]


def of_notice(day):
    deadline = appeal_deadline(INSTRUCTION, Notice.proven(day))
    return deadline.last_day, deadline.latest_last_day, deadline.terms


def ask(number):
    answers = {}
    for place in range(len(DAYS)):
        day = DAYS[(place * 7 + number * 83) % len(DAYS)]
        answers[day] = closed_day(day), next_workday(day), eve(day), last_day(day, PERIOD)
    for place in range(len(LATE)):
        day = LATE[(place * 7 + number * 5) % len(LATE)]
        answers["told", day] = of_notice(day)
    answers["remedies"] = available_remedies(
        DecisionKind.ORDINARY, MakerKind.BOARD, date(2024, 12, 10)
    )
    return answers


def work(number):
    barrier.wait()
    try:
        found[number] = ask(number)
    except BaseException as fault:
        found[number] = repr(fault)


barrier = Barrier(NUMBER)
found = {}
threads = [Thread(target=work, args=(number,)) for number in range(NUMBER)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
alone = ask(0)
print(sum(found[number] == alone for number in range(NUMBER)), len(alone))
"""


@pytest.mark.slow
def test_many_threads() -> None:
    """
    Tables that fill when asked give many threads of a fresh process the answers of one.
    """
    run = subprocess.run(
        [sys.executable, "-W", "error", "-c", THREADS], check=True, capture_output=True, text=True
    )
    assert run.stdout.split() == ["16", str(1345 + 73 + 1)]
