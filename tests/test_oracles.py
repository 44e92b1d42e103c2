"""
Days that others state as facts: the tests of Lupapiste, the building-permit service.

The file lies beside the checkout and is not shipped; without it these tests are skipped.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from kuntapaatos import ClosedDay, Period, closed_day, is_workday, last_day, next_workday

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
