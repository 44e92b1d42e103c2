"""
Values to show: one of every kind that a notebook may be given.
"""

from __future__ import annotations

import runpy
from collections.abc import Iterator
from datetime import date, time
from pathlib import Path

import pytest
from attrs import fields

import kuntapaatos as kp
from kuntapaatos.shown import Value

GOLDEN = Path(__file__).parents[2] / "data" / "json" / "make_golden.py"
HOURS = kp.OfficeHours.parse("8-16; pe, aatto 8-15; 24.12.2024 suljettu")
LETTER = kp.Notice.letter(date(2024, 12, 10))
MINUTES = kp.Notice.online_minutes(date(2024, 12, 13))
REGISTRY = kp.Authority(name="Kirjaamo", email="kirjaamo@esimerkki.fi", hours=HOURS)


def _instruction() -> kp.AppealInstruction:
    return kp.AppealInstruction(
        remedy=kp.RemedyKind.ADMINISTRATIVE_REVIEW,
        period=kp.Period.days(14),
        entitled=[kp.Entitled.PARTY, kp.Entitled.MEMBER],
        deliver_to=REGISTRY,
        presumptions=[kp.instruction.Presumption(kp.NoticeKind.LETTER, 7, True)],
        paper_cutoff=time(15),
        court_appeal_barred=True,
    )


def _within(value: object) -> Iterator[Value]:
    """Give *value* and every value in it."""
    if isinstance(value, Value):
        yield value
        for field in fields(type(value)):  # type: ignore[arg-type]
            yield from _within(getattr(value, field.name))
    elif isinstance(value, tuple):
        for one in value:
            yield from _within(one)


@pytest.fixture(scope="session")
def values() -> tuple[Value, ...]:
    """Return values of every public kind."""
    samples = runpy.run_path(str(GOLDEN))["SAMPLES"]
    return tuple(one for value in samples.values() for one in _within(value))


@pytest.fixture
def tracks() -> tuple[kp.Deadline | kp.final.NotStarted, ...]:
    """Return both clocks of a decision of December 2024."""
    return kp.appeal_deadlines(_instruction(), [LETTER, MINUTES])
