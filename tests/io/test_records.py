"""
Answers become rows of plain values.
"""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import polars as pl
import pytest

import kuntapaatos as kp
from kuntapaatos.io.files import load
from kuntapaatos.io.records import to_records
from kuntapaatos.io.report import Known
from kuntapaatos.io.text import read, read_minutes

EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"
OFFICE = kp.read_file(EXAMPLES / "viranhaltijapaatos.txt")
MINUTES = read_minutes(load(EXAMPLES / "poytakirja.txt"))
PLAIN = (str, int, bool, date, datetime, Decimal, type(None))


def test_a_reading() -> None:
    """
    A reading is a row with what it costs and the last days that are known.
    """
    (record,) = to_records(OFFICE, Known(letters=[date(2024, 12, 10)]))
    assert record["total_fee"] == Decimal("24000.00")
    assert record["member_last_day"] == date(2025, 1, 3)
    assert record["party_last_day"] == date(2024, 12, 31)
    assert record["everybody_last_day"] is None
    (silent,) = to_records(OFFICE)
    assert silent["party_last_day"] is None


def test_every_value_is_plain() -> None:
    """
    Nothing of ours is in a row, and rows of one kind have one shape.
    """
    deadlines = [
        kp.count_deadline(kp.Notice.letter(date(2024, 12, 10)), kp.Period.days(14)),
        kp.appeal_deadline(
            OFFICE.decision.instructions[0], kp.Notice.online_minutes(date(2024, 12, 13))
        ),
    ]
    findings = kp.review(OFFICE.decision)
    for values in (deadlines, findings, [OFFICE, read("")], MINUTES, MINUTES.items):
        records = to_records(values)
        assert len({tuple(record) for record in records}) == 1
        assert all(isinstance(value, PLAIN) for record in records for value in record.values())
    remedies = [record["remedy"] for record in to_records(deadlines)]
    assert remedies == [None, "oikaisuvaatimus"]


def test_minutes() -> None:
    """
    Minutes are a row an item.
    """
    records = to_records(MINUTES)
    assert records == to_records(MINUTES.items)
    assert [record["section"] for record in records] == ["13", "14", "15"]


def test_findings() -> None:
    """
    A finding has what is stated, what is expected and where it stands.
    """
    stated = kp.findings.Finding(
        kp.findings.FindingCode.PERIOD_DIFFERS,
        "appeals[0].period",
        stated=kp.Period.days(30),
        expected=kp.Period.days(14),
        span=(3, 9),
    )
    (record,) = to_records(stated)
    assert (record["stated"], record["expected"]) == ("30 päivää", "14 päivää")
    assert (record["start"], record["end"]) == (3, 9)
    (bare,) = to_records(kp.findings.Finding(kp.findings.FindingCode.HOURS_MISSING, "appeals[0]"))
    assert bare["stated"] is bare["expected"] is bare["start"] is bare["end"] is None


def test_what_is_not_of_the_mainland() -> None:
    """
    No last day is told for a decision whose appeals are in another act.
    """
    (record,) = to_records(
        read("Mariehamns stad\nStadsstyrelsen 3.2.2025 § 14\nBeslut\nGodkändes.")
    )
    assert record["member_last_day"] is None


def test_a_frame() -> None:
    """
    A frame takes the rows as they are.
    """
    frame = pl.DataFrame(to_records(MINUTES))
    assert frame["member_last_day"].to_list() == [None, date(2025, 2, 27), None]


def test_refused() -> None:
    """
    What is no answer is refused.
    """
    with pytest.raises(kp.errors.InvalidValue, match="a Deadline, a Reading"):
        to_records([OFFICE.decision])  # type: ignore[list-item]
    with pytest.raises(kp.errors.InvalidValue, match="a Deadline, a Reading"):
        to_records(5)  # type: ignore[arg-type]
