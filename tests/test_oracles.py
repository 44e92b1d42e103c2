"""
Days that others state as facts: the tests of Lupapiste, the building-permit service, and
cases of courts and authorities.

The files lie beside the checkout and are not shipped; without them these tests are skipped.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from kuntapaatos import (
    HELSINKI,
    AppealInstruction,
    KuntapaatosError,
    Notice,
    NoticeKind,
    OfficeHours,
    Period,
    RemedyKind,
    Subject,
    appeal_deadline,
    closed_day,
    count_deadline,
    finality,
    is_workday,
    last_day,
    next_workday,
)
from kuntapaatos.workdays import ClosedDay

FILE = Path(__file__).parents[2] / "shared" / "oracles" / "workdays.json"

pytestmark = pytest.mark.skipif(not FILE.is_file(), reason="../shared/oracles is not there")

_WEEK_END = {None, ClosedDay.SATURDAY, ClosedDay.SUNDAY}


@cache
def _facts() -> dict[str, Any]:
    facts: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))
    return facts


def _days(name: str) -> Iterator[list[Any]]:
    """Give the rows of one list; an empty one would prove nothing."""
    found = _facts()[name]
    assert found
    yield from found


def test_named_days() -> None:
    """
    The days they call holidays are named days here; plain week ends are closed and unnamed.
    """
    for text, holiday, what in _days("is_non_working_weekday_holiday"):
        day = date.fromisoformat(text)
        assert (closed_day(day) not in _WEEK_END) is holiday, what
        assert is_workday(day) is (not holiday and day.weekday() < 5), what


def test_first_workday() -> None:
    """
    The first working day on or after a day is theirs.
    """
    for day, expected in _days("first_working_day_on_or_after"):
        assert next_workday(date.fromisoformat(day)) == date.fromisoformat(expected)


def test_days_then_moved() -> None:
    """
    Days are added first and the last one is moved then.
    """
    for day, length, expected in _days("plus_days_then_shift"):
        assert last_day(date.fromisoformat(day), Period.days(length)) == date.fromisoformat(
            expected
        )


def test_days_not_moved() -> None:
    """
    Without the move the period ends on the plain day.
    """
    for day, length, expected in _days("plus_days_no_shift"):
        assert Period.days(length).after(date.fromisoformat(day)) == date.fromisoformat(expected)


def test_chain() -> None:
    """
    From a decision to its finality, each step from the one before; only the last is not moved.
    """
    chains = _facts()["verdict_chain"]["vectors"]
    assert chains
    for chain in chains:
        day = {name: date.fromisoformat(text) for name, text in chain.items()}
        posted = last_day(day["decision"], Period.days(1))
        given = last_day(posted, Period.days(2))
        appealed = last_day(given, Period.days(3))
        final = appealed + timedelta(days=4)
        assert [posted, given, appealed, final] == [
            day["julkipano"],
            day["anto"],
            day["muutoksenhaku"],
            day["lainvoimainen"],
        ]


# --- dated cases of courts and notices ----------------------------------------------------

CASES = FILE.with_name("cases-2.csv")
# The case itself is that the clock had not begun, or may not have.
NOT_BEGUN = {"LB07", "N32"}
WAYS: dict[str, Callable[[date], Notice]] = {
    "receipt": Notice.receipt,
    "letter": Notice.letter,
    "announcement": Notice.announcement,
    "posting": Notice.posting,
    "gazette": lambda day: Notice(kind=NoticeKind("kuulutus Virallisessa lehdessä"), day=day),
    "minutes": lambda day: Notice.online_minutes(day, mention_only=True),
    # What a court gives, publishes or lets become final on a day is a fact of that day.
    "given": Notice.proven,
    "publication": Notice.proven,
    "finality": Notice.proven,
}


def _cases() -> list[Any]:
    if not CASES.is_file():
        return []
    with CASES.open(encoding="utf-8", newline="") as file:
        return [
            pytest.param(row, id=f"{row['id']} {row['source']}")
            for row in csv.DictReader(file, strict=True)
        ]


@pytest.mark.parametrize("row", _cases())
def test_a_dated_case(row: dict[str, str]) -> None:
    """
    A day of notice, a last day and a closing moment that a court or an authority names.
    """
    told = WAYS[row["kind"]](date.fromisoformat(row["trigger"]))
    assert told.notified_on == date.fromisoformat(row["notice"])
    if not row["period"]:
        return
    length = Period.days(int(row["period"].removesuffix("d")))
    expected = date.fromisoformat(row["last_day"])
    assert last_day(told.notified_on, length) == expected
    counted = count_deadline(told, length, hours=OfficeHours.state())
    assert counted.last_day == expected
    if row["closing"] == "16.15":
        assert counted.closes_at == datetime.combine(expected, time(16, 15), HELSINKI)
    if row["kind"] == "finality":
        assert finality([counted]).final_on == date(2015, 10, 13)


@pytest.mark.parametrize("row", [case for case in _cases() if case.values[0]["id"] in NOT_BEGUN])
def test_a_clock_that_had_not_begun(row: dict[str, str]) -> None:
    """
    What a court held to have started nothing is refused, or stands in a doubt without a day.
    """
    trigger = date.fromisoformat(row["trigger"])
    subject = Subject.DISMISSAL_PERSONAL if row["id"] == "LB07" else None
    instruction = AppealInstruction(
        remedy=RemedyKind.ADMINISTRATIVE_REVIEW, period=Period.days(14), subject=subject
    )
    try:
        found = appeal_deadline(instruction, WAYS[row["kind"]](trigger), decided_on=trigger)
    except KuntapaatosError:
        return
    assert any(one.value is None for doubt in found.doubts for one in doubt.candidates)
