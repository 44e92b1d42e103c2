"""
What a person gives beside a document: days, hours, a moment.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from kuntapaatos import KuntapaatosError
from kuntapaatos.errors import InvalidValue
from kuntapaatos.io.report import Known, parse_day, parse_moment

MOMENT = parse_moment("2025-01-03 14.00")


@pytest.mark.parametrize("given", ["2024-12-13", "13.12.2024", " 13.12.2024 ", "2024-12-13 "])
def test_a_day(given: str) -> None:
    """
    A day is written the Finnish way or in ISO 8601.
    """
    assert parse_day(given) == date(2024, 12, 13)


@pytest.mark.parametrize(
    "given",
    [
        *("", "13.12.", "13.12.24", "31.2.2024", "2024-13-01", "eilen", "13.12.2024 8.00"),
        pytest.param("1.1.1991", id="too early"),
        pytest.param("1.1.2101", id="too late"),
        pytest.param("٣.1.2025", id="other digits"),
    ],
)
def test_no_day(given: str) -> None:
    """
    What is no supported day is refused, never guessed.
    """
    with pytest.raises(KuntapaatosError):
        parse_day(given)


@pytest.mark.parametrize(
    "given",
    [
        "2025-01-03 14.00",
        "2025-01-03T14:00",
        "3.1.2025 klo 14.00",
        "3.1.2025 14",
        "3.1.2025  14.00",
    ],
)
def test_a_moment(given: str) -> None:
    """
    A moment is Finnish time.
    """
    assert parse_moment(given).isoformat() == "2025-01-03T14:00:00+02:00"


@pytest.mark.parametrize("given", ["3.1.2025", "3.1.2025 25.00", "14.00", "3.1.2025 14.60"])
def test_no_moment(given: str) -> None:
    """
    A day without a time of day is no moment.
    """
    with pytest.raises(InvalidValue, match="moment must be"):
        parse_moment(given)


@pytest.mark.parametrize(
    "given",
    [
        {"letters": [MOMENT]},
        {"published": "13.12.2024"},
        {"decided": date(1991, 1, 1)},
        {"at": MOMENT.replace(tzinfo=None)},
        {"hours": "8-16"},
    ],
    ids=lambda given: next(iter(given)),
)
def test_checked(given: dict[str, Any]) -> None:
    """
    What cannot be right is refused when it is given.
    """
    with pytest.raises(KuntapaatosError):
        Known(**given)
