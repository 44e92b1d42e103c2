"""
What only numpy has: shapes, strides, byte orders, masks, and memory of the caller.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import numpy as np
import pyarrow as pa  # type: ignore[import-untyped, unused-ignore]
import pytest

from kuntapaatos import NoticeKind, OfficeHours, Period
from kuntapaatos.errors import InvalidValue
from kuntapaatos.io.frames import Rule, deadlines
from kuntapaatos.io.frames.compiled import Answer

CITY = Rule(
    NoticeKind.ONLINE_MINUTES,
    Period.days(14),
    OfficeHours.parse("8.00-16.00; pe, aatto 8.00-15.00"),
)
ANSWERS: list[Answer] = ["notified_on", "last_day", "closes_at"]


def test_numpy_shapes() -> None:
    """
    Any shape, stride and byte order gives the same answers in the same shape.
    """
    days = np.arange("2020-01-01", "2020-01-13", dtype="datetime64[D]")
    wanted = deadlines(days, CITY)
    square = days.reshape(3, 4)
    np.testing.assert_array_equal(deadlines(square, CITY), wanted.reshape(3, 4))
    np.testing.assert_array_equal(deadlines(square.T, CITY), wanted.reshape(3, 4).T)
    np.testing.assert_array_equal(deadlines(days[::-2], CITY), wanted[::-2])
    np.testing.assert_array_equal(deadlines(days.astype(">M8[D]"), CITY), wanted)
    assert deadlines(days[3:4].reshape(()), CITY).shape == ()


def test_masked() -> None:
    """
    A masked day is missing, and so is its answer.
    """
    days = np.ma.masked_array(
        np.array(["2024-12-13", "1800-01-01"], "datetime64[D]"), [False, True]
    )
    found = deadlines(days, CITY, answer="last_day")
    assert isinstance(found, np.ma.MaskedArray)
    assert found.mask.tolist() == [False, True]
    assert found[0] == np.datetime64("2025-01-03")


@pytest.mark.parametrize("answer", ANSWERS)
def test_out(answer: Answer) -> None:
    """
    The answer is written where the caller says, also over the days themselves.
    """
    days = np.arange("2020-01-01", "2021-01-01", dtype="datetime64[D]")
    wanted = deadlines(days, CITY, answer=answer)
    out = np.empty_like(wanted)
    assert deadlines(days, CITY, answer=answer, out=out) is out
    np.testing.assert_array_equal(out, wanted)
    shifted = np.concatenate([days[:1], days])
    over = shifted[:-1].view(wanted.dtype)
    shifted[1:] = days
    deadlines(shifted[1:], CITY, answer=answer, out=over)
    np.testing.assert_array_equal(over, wanted)


@pytest.mark.parametrize(
    "out",
    [
        np.empty(2, "datetime64[D]"),
        np.empty(3, "datetime64[s]"),
        np.empty(4, "datetime64[s]")[::2],
        np.broadcast_to(np.datetime64("NaT", "s"), 2),
        [None, None],
    ],
    ids=["days", "too long", "strides", "read-only", "a list"],
)
def test_out_must_fit(out: Any) -> None:
    """
    Memory that does not fit is refused before anything is written.
    """
    with pytest.raises(InvalidValue, match="out must be a contiguous, writeable array"):
        deadlines(np.array(["2024-12-13"] * 2, "datetime64[D]"), CITY, out=out)
    with pytest.raises(InvalidValue, match="where days is no numpy array"):
        deadlines(pa.array([date(2024, 12, 13)]), CITY, out=out)
