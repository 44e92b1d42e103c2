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


@pytest.mark.parametrize(
    ("sent", "begun", "day", "code", "source"),
    [
        pytest.param(
            date(2017, 2, 1),
            None,
            date(2017, 2, 23),
            DoubtCode.PROCUREMENT_BEGUN,
            "348/2007 77 §",
            id="not known when it began",
        ),
        pytest.param(
            date(2017, 2, 1),
            date(2017, 1, 1),
            date(2017, 2, 16),
            DoubtCode.GOVERNING_PERIOD,
            "Hankintalaki 129 §",
            id="begun under the new act",
        ),
        pytest.param(
            date(2017, 2, 1),
            date(2016, 12, 31),
            date(2017, 2, 23),
            DoubtCode.GOVERNING_PERIOD,
            "348/2007 77 §",
            id="begun under the older act",
        ),
        pytest.param(
            date(2018, 12, 28),
            None,
            date(2019, 1, 19),
            DoubtCode.PROCUREMENT_BEGUN,
            "348/2007 77 §",
            id="two years after the change",
        ),
        pytest.param(
            date(2019, 1, 2),
            None,
            date(2019, 1, 17),
            DoubtCode.GOVERNING_PERIOD,
            "Hankintalaki 129 §",
            id="more than two years after",
        ),
    ],
)
def test_by_the_beginning_of_the_procurement(
    sent: date, begun: date | None, day: date, code: DoubtCode, source: str
) -> None:
    """
    A procurement begun before 1.1.2017 waits 21 days; while that is not known, the later counts.
    """
    answer = standstill(Notice.procurement_message(sent), procurement_begun_on=begun)
    assert answer.day == day
    assert [doubt.code for doubt in answer.doubts] == [code]
    assert [str(source) for source in answer.provisions] == [source]
    letter = Notice.letter(date(2025, 3, 3))
    assert standstill(letter) == standstill(letter.under(Regime.PROCUREMENT))


@pytest.mark.parametrize(
    ("begun", "dynamic", "day", "source"),
    [
        pytest.param(date(2007, 6, 1), False, date(2020, 1, 29), "348/2007 74 §", id="348/2007"),
        pytest.param(date(2010, 5, 31), False, date(2020, 1, 29), "348/2007 74 §", id="its end"),
        pytest.param(date(2010, 5, 31), True, date(2020, 1, 29), "348/2007 74 §", id="dynamic"),
        pytest.param(date(2010, 6, 1), False, date(2020, 1, 29), "348/2007 77 §", id="321/2010"),
        pytest.param(date(2016, 12, 31), False, date(2020, 1, 29), "348/2007 77 §", id="its end"),
        pytest.param(date(2016, 12, 31), True, date(2020, 1, 29), "348/2007 77 §", id="dynamic"),
        pytest.param(date(2017, 1, 1), False, date(2020, 1, 22), "Hankintalaki 129 §", id="2017"),
        pytest.param(date(2017, 1, 1), True, date(2020, 1, 18), "Hankintalaki 129 §", id="dynamic"),
    ],
)
def test_each_act_from_its_first_day_to_its_last(
    begun: date, dynamic: bool, day: date, source: str
) -> None:
    """
    348/2007 waits 21 days in every procurement, 1397/2016 fourteen, or ten in a dynamic one.
    """
    # Received on a Tuesday, so that the last day is a workday: the day after it is safe.
    told = Notice.receipt(date(2020, 1, 7))
    answer = standstill(told, dynamic=dynamic, procurement_begun_on=begun)
    assert (answer.day, [str(one) for one in answer.provisions]) == (day, [source])
    (doubt,) = answer.doubts
    assert doubt.code is DoubtCode.GOVERNING_PERIOD
    assert [str(one) for found in doubt.candidates for one in found.provisions] == [source] * 2


@pytest.mark.parametrize(
    ("sent", "open_"),
    [
        pytest.param(date(2018, 12, 31), True, id="two years before it: 31.12.2016"),
        pytest.param(date(2019, 1, 1), False, id="two years before it: 1.1.2017"),
    ],
)
def test_for_two_years_it_may_have_begun_under_the_older_act(sent: date, open_: bool) -> None:
    """
    A procurement may have begun two years before its decision, and not a day more.
    """
    answer = standstill(Notice.procurement_message(sent))
    expected = DoubtCode.PROCUREMENT_BEGUN if open_ else DoubtCode.GOVERNING_PERIOD
    assert [doubt.code for doubt in answer.doubts] == [expected]
    assert (str(answer.provisions[0]) == "348/2007 77 §") is open_


@pytest.mark.parametrize(
    ("sent", "begun", "dynamic", "day"),
    [
        pytest.param(date(2025, 3, 3), None, False, date(2025, 3, 18), id="fourteen days"),
        pytest.param(date(2025, 3, 3), None, True, date(2025, 3, 14), id="ten days"),
        pytest.param(
            date(2017, 2, 1), date(2017, 1, 1), False, date(2017, 2, 16), id="the act's first day"
        ),
    ],
)
def test_the_standstill_of_utilities(
    sent: date, begun: date | None, dynamic: bool, day: date
) -> None:
    """
    1398/2016 120 §: fourteen days, ten in a dynamic purchasing system or a framework.
    """
    told = Notice.procurement_message(sent)
    answer = standstill(told, utilities=True, dynamic=dynamic, procurement_begun_on=begun)
    assert answer.day == day
    assert [str(one) for one in answer.provisions] == ["1398/2016 120 §"]


@pytest.mark.parametrize("begun", [None, date(2016, 12, 31)])
def test_utilities_before_their_act(begun: date | None) -> None:
    """
    What one of utilities followed that began before 2017 has no row, so nothing is counted.
    """
    told = Notice.procurement_message(date(2017, 2, 1))
    with pytest.raises(InvalidValue, match=r"begun on or after 2017-01-01 \(1398/2016\)"):
        standstill(told, utilities=True, procurement_begun_on=begun)


def test_no_standstill_before_the_act() -> None:
    """
    A procurement begun before 348/2007 came has no standstill here.
    """
    message = Notice.receipt(date(2011, 3, 7))
    with pytest.raises(InvalidValue, match="begun on or after 2007-06-01"):
        standstill(message, procurement_begun_on=date(2007, 5, 31))


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
        pytest.param(None, "of type Notice", id="nothing"),
        pytest.param(date(2025, 3, 3), "of type Notice", id="a day"),
        pytest.param(
            Notice.online_minutes(date(2025, 3, 3)), "a notice of a procurement", id="minutes"
        ),
        pytest.param(
            Notice.announcement(date(2025, 3, 3), regime=Regime.BUILDING),
            "a notice of a procurement",
            id="an announcement of a building matter",
        ),
    ],
)
def test_no_standstill(notice: Any, expected: str) -> None:
    """
    Only a notice of a procurement starts a standstill.
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
