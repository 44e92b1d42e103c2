from __future__ import annotations

from datetime import date, datetime

import pytest

from kuntapaatos.closing import HELSINKI
from kuntapaatos.doubts import Basis, Candidate, Doubt, DoubtCode
from kuntapaatos.law import HALLINTOLAKI, KUNTALAKI, court
from kuntapaatos.time_limit import Period

LAW = Candidate(date(2025, 1, 3), Basis.LAW, (KUNTALAKI("138 §"),))
STATED = Candidate(date(2025, 1, 20), Basis.STATED)
FRESH = Candidate(None, Basis.FRESH_INSTRUCTION, (HALLINTOLAKI("49 §"), court("KHO:2024:22")))
MOMENT = Candidate(datetime(2025, 1, 3, 15, tzinfo=HELSINKI), Basis.EVE_HOURS)


@pytest.mark.parametrize(
    ("candidate", "text"),
    [
        pytest.param(LAW, "3.1.2025 (laki, Kuntalaki 138 §)", id="a day"),
        pytest.param(STATED, "20.1.2025 (ohje)", id="without a provision"),
        pytest.param(
            FRESH,
            "– (uusi ohje pyydettäessä, Hallintolaki 49 §, KHO:2024:22)",
            id="not counted yet",
        ),
        pytest.param(MOMENT, "3.1.2025 klo 15.00 (aaton aukiolo)", id="a moment"),
        pytest.param(Candidate(Period.days(14), Basis.LAW), "14 päivää (laki)", id="a value"),
    ],
)
def test_candidate(candidate: Candidate, text: str) -> None:
    """
    A candidate says its value, what it rests on and where that is written.
    """
    assert str(candidate) == text


def test_doubt() -> None:
    """
    A doubt shows every candidate side by side.
    """
    doubt = Doubt(DoubtCode.STATED_PERIOD, about="last_day", candidates=(LAW, STATED, FRESH))
    assert str(doubt) == (
        "ilmoitettu määräaika poikkeaa laista: 3.1.2025 (laki, Kuntalaki 138 §); 20.1.2025 (ohje); "
        "– (uusi ohje pyydettäessä, Hallintolaki 49 §, KHO:2024:22)"
    )


def test_days() -> None:
    """
    Only candidates that are days or moments are days.
    """
    period = Candidate(Period.days(14), Basis.LAW)
    doubt = Doubt(
        DoubtCode.CERTAINTY, about="last_day", candidates=(LAW, MOMENT, STATED, FRESH, period)
    )
    assert doubt.days == (date(2025, 1, 3), date(2025, 1, 3), date(2025, 1, 20))


def test_midnight_ends_a_day() -> None:
    """
    A moment is excluded, so that midnight ends the day before it.
    """
    midnight = Candidate(datetime(2025, 1, 4, tzinfo=HELSINKI), Basis.END_OF_DAY)
    doubt = Doubt(DoubtCode.ELECTRONIC_CUTOFF, about="closes_at", candidates=(MOMENT, midnight))
    assert doubt.days == (date(2025, 1, 3), date(2025, 1, 3))


def test_doubts_are_equal_by_value() -> None:
    """
    The same doubt of two deadlines is one doubt.
    """
    one, other = (
        Doubt(DoubtCode.STATED_PERIOD, about="last_day", candidates=(LAW, STATED)) for _ in range(2)
    )
    assert one == other
    assert len({one, other}) == 1


def test_every_code_says_something_of_its_own() -> None:
    """
    No two doubts, and no two bases, read the same.
    """
    for family in (DoubtCode, Basis):
        assert len({member.value for member in family}) == len(family.__members__)
