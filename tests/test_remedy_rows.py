from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from attrs.exceptions import FrozenInstanceError

from kuntapaatos.doubts import DoubtCode
from kuntapaatos.law import Confidence
from kuntapaatos.remedy import (
    MakerKind,
    Remedy,
    RemedyKind,
    Subject,
    remedies,
)
from kuntapaatos.remedy.rows import all_prohibitions, not_covered
from kuntapaatos.time_limit import Period

OTHERS = {MakerKind.WELLBEING_COUNTY, MakerKind.PARISH}


@pytest.mark.parametrize(
    "row", [row for row in remedies() if row.confidence is Confidence.UNCERTAIN], ids=str
)
def test_an_uncertain_row_comes_with_a_doubt(row: Remedy) -> None:
    """
    A row whose source was not seen is never used silently.
    """
    (doubt,) = row.doubts
    assert (doubt.code, doubt.about) == (DoubtCode.CERTAINTY, "period")
    assert [candidate.value for candidate in doubt.candidates] == [row.period, None]


def test_a_certain_row_has_no_doubt() -> None:
    """
    The other rows are used as they are.
    """
    rows = [row for row in remedies() if row.confidence is not Confidence.UNCERTAIN]
    assert len(rows) > 40
    assert all(row.doubts == () for row in rows)


@pytest.mark.parametrize("on", [date(1992, 1, 1), date(2016, 5, 1), date(2100, 12, 31)], ids=str)
def test_rows_of_a_day(on: date) -> None:
    """
    The rows of a day are those of all rows that are in force on it.
    """
    assert remedies(on) == tuple(row for row in remedies() if row.in_force(on))


def test_every_subject_and_kind_has_a_row() -> None:
    """
    What can be named can also be answered.
    """
    answered = {row.subject for row in remedies()}
    answered |= {row.subject for row in all_prohibitions()}
    assert answered | set(not_covered()) == set(Subject)
    assert not answered & set(not_covered())
    assert {row.kind for row in remedies()} == set(RemedyKind)
    makers = {maker for row in remedies() for maker in row.makers}
    assert makers == set(MakerKind) - OTHERS


def test_rows_of_one_remedy_do_not_overlap() -> None:
    """
    A row ends before the next of the same remedy begins.
    """
    by_remedy: dict[object, list[Remedy]] = {}
    for row in remedies():
        key = (row.kind, row.subject, row.against, row.makers, row.who, row.period, row.authority)
        by_remedy.setdefault((key, row.starts), []).append(row)
    for rows in by_remedy.values():
        ends = [row.valid_until for row in rows]
        for end, following in zip(ends, rows[1:], strict=False):
            assert end is not None
            assert end < following.valid_from


def test_frozen() -> None:
    """
    The rows that are given out cannot be changed by whoever gets them.
    """
    row: Any = remedies()[0]
    with pytest.raises(FrozenInstanceError):
        row.period = Period.days(30)
    assert isinstance(row.who, tuple)
    assert isinstance(row.provisions, tuple)
    assert isinstance(row.makers, tuple)
    assert isinstance(remedies(), tuple)
