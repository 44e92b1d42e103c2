from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kuntapaatos.doubts import DoubtCode
from kuntapaatos.errors import InvalidValue
from kuntapaatos.notice import Notice, Regime
from kuntapaatos.procedure import (
    standstill,
)

LETTER = Notice.letter(date(2024, 12, 10))


@pytest.mark.parametrize(
    ("notice", "dynamic", "day", "candidates"),
    [
        pytest.param(
            Notice.procurement_message(date(2025, 3, 3)),
            False,
            date(2025, 3, 18),
            [date(2025, 3, 17), date(2025, 3, 18)],
            id="fourteen days",
        ),
        pytest.param(
            Notice.procurement_message(date(2025, 3, 3)),
            True,
            date(2025, 3, 14),
            [date(2025, 3, 13), date(2025, 3, 14)],
            id="ten days",
        ),
        pytest.param(
            Notice.procurement_message(date(2025, 12, 10)),
            False,
            date(2025, 12, 30),
            [date(2025, 12, 24), date(2025, 12, 30)],
            id="over Christmas",
        ),
        pytest.param(
            Notice.letter(date(2025, 3, 3), regime=Regime.PROCUREMENT),
            False,
            date(2025, 3, 25),
            [date(2025, 3, 24), date(2025, 3, 25)],
            id="by letter",
        ),
    ],
)
def test_standstill(notice: Notice, dynamic: bool, day: date, candidates: list[date]) -> None:
    """
    The first moment to rely on is the latest candidate.
    """
    answer = standstill(notice, dynamic=dynamic)
    assert answer.day == day
    (doubt,) = answer.doubts
    assert doubt.code is DoubtCode.GOVERNING_PERIOD
    assert [candidate.value for candidate in doubt.candidates] == candidates
    assert str(answer.provisions[0]) == "Hankintalaki 129 §"


@given(sent=st.dates(date(2017, 1, 1), date(2090, 1, 1)), dynamic=st.booleans())
def test_standstill_is_safe(sent: date, dynamic: bool) -> None:
    """
    No contract before every reading of the waiting period has run out.
    """
    answer = standstill(Notice.procurement_message(sent), dynamic=dynamic)
    assert answer.day == max(answer.doubts[0].days)
    assert (answer.day - sent).days > (10 if dynamic else 14)


@pytest.mark.parametrize(
    ("notice", "expected"),
    [
        pytest.param(None, "a Notice under Regime.PROCUREMENT", id="nothing"),
        pytest.param(date(2025, 3, 3), "a Notice under Regime.PROCUREMENT", id="a day"),
        pytest.param(LETTER, "a Notice under Regime.PROCUREMENT", id="a letter of no procurement"),
        pytest.param(
            Notice.procurement_message(date(2016, 12, 31)),
            "of a decision on or after 2017-01-01",
            id="under the older act",
        ),
        pytest.param(
            Notice.procurement_message(date(2017, 1, 2)).ruled_on(date(2016, 12, 30)),
            "of a decision on or after 2017-01-01",
            id="of a decision under the older act",
        ),
    ],
)
def test_no_standstill(notice: Any, expected: str) -> None:
    """
    Standstill is that of Hankintalaki (1397/2016), by the decision's day.
    """
    with pytest.raises(InvalidValue, match=f"^notice must be {expected}"):
        standstill(notice)


@pytest.mark.parametrize("given", ["no", None, 0])
def test_dynamic_is_a_fact(given: Any) -> None:
    """
    Whether a dynamic purchasing system is used is said as a fact.
    """
    with pytest.raises(InvalidValue, match=r"^dynamic must be True or False"):
        standstill(Notice.procurement_message(date(2025, 3, 3)), dynamic=given)
