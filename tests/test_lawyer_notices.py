"""
The rows of notice against a table that a lawyer wrote from the statutes, field by field.

`data/law/notices.csv` was written from the acts and read by nobody but this test; the package
keeps a table of its own.  Each line is asked of its first day and of its last, and the days
around it are another line's or nobody's.
"""

from __future__ import annotations

import csv
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from kuntapaatos.errors import NoRuleInForce
from kuntapaatos.law import LAW_AS_OF, DatedBy
from kuntapaatos.notice import Notice, NoticeKind, NoticeRule, Regime, notice_rules
from kuntapaatos.workdays import FIRST_DAY

ONE_DAY = timedelta(days=1)
TABLE = Path(__file__).parent / "data" / "law" / "notices.csv"
LINES = list(csv.DictReader(TABLE.read_text(encoding="utf-8").splitlines(), strict=True))
CASES = [
    pytest.param(line, id=f"{line['tapa']}, {line['sääntely']}, {line['kenen']} {line['alkaen']}")
    for line in LINES
]
RECIPIENTS = {"kyllä": True, "ei": False, "": None}


def days(line: dict[str, str]) -> tuple[date, date]:
    """Return the first day of a line and the last; of one in force the day of the check."""
    last = date.fromisoformat(line["asti"]) if line["asti"] else LAW_AS_OF
    return date.fromisoformat(line["alkaen"]), last


def told(line: dict[str, str], day: date, *, to_authority: bool) -> Notice:
    """Return a notice of a line that goes by a day."""
    known: dict[DatedBy, dict[str, Any]] = {
        DatedBy.DECISION: {"decided_on": day},
        DatedBy.NOTICE: {},
        # What began, or was decided, on the day follows the act of that day.
        DatedBy.PROCUREMENT_BEGUN: {"decided_on": day, "procurement_begun_on": day},
        DatedBy.PENDING: {"decided_on": day, "pending": False},
    }
    named = known[DatedBy(line["ratkaisee"])]
    kind, regime = NoticeKind(line["tapa"]), Regime(line["sääntely"])
    return Notice(kind=kind, regime=regime, to_authority=to_authority, day=day, **named)


def rows(line: dict[str, str], day: date, *, to_authority: bool) -> list[NoticeRule]:
    """Return the rows of the package that may hold for a notice of a line."""
    return [
        rule
        for rule in notice_rules(day)
        if rule.kind.value == line["tapa"]
        and rule.regime.value == line["sääntely"]
        and rule.to_authority in (None, to_authority)
        and rule.track.value == line["kenen"]
    ]


def fields(rule: NoticeRule) -> dict[str, str]:
    """Return a row of the package in the words of the lawyer's table."""
    shown = "vain myöhemmäksi" if rule.only_later else "kyllä"
    return {
        "tapa": rule.kind.value,
        "sääntely": rule.regime.value,
        "viranomaiselle": {answer: cell for cell, answer in RECIPIENTS.items()}[rule.to_authority],
        "päivää": str(rule.days),
        "kenen": rule.track.value,
        "kumottavissa": shown if rule.rebuttable else "ei",
        "ratkaisee": rule.dated_by.value,
        "säännös": f"{rule.provisions[0].number} {rule.provisions[0].section}",
        "alkaen": rule.valid_from.isoformat(),
        "asti": "" if rule.valid_until is None else rule.valid_until.isoformat(),
        "varmuus": rule.confidence.value,
        "avoinna": "" if rule.doubt is None else rule.doubt.value,
    }


def test_the_lines_are_the_rows() -> None:
    """
    Each row of the package is a line of the lawyer, and each line a row, with every field.
    """
    wanted = [{name: line[name] for name in line if name != "peruste"} for line in LINES]
    assert sorted(wanted, key=str) == sorted(map(fields, notice_rules()), key=str)


@pytest.mark.parametrize("line", CASES)
def test_a_line(line: dict[str, str]) -> None:
    """
    On its first day and on its last a notice counts as received so many days later.
    """
    recipients = {"kyllä": [True], "ei": [False], "": [True, False]}[line["viranomaiselle"]]
    for day in days(line):
        for to_authority in recipients:
            (rule,) = rows(line, day, to_authority=to_authority)
            assert fields(rule)["alkaen"] == line["alkaen"]
            notice = told(line, day, to_authority=to_authority)
            received = day + timedelta(days=int(line["päivää"]))
            # A plan told from June to December 2017 has two readings at once.
            other = (found for doubt in notice.doubts for found in doubt.days)
            assert received in {notice.notified_on, *other}


@pytest.mark.parametrize("line", CASES)
def test_outside_a_line(line: dict[str, str]) -> None:
    """
    The day before it and the day after it another line answers, or nobody.
    """
    first, last = days(line)
    to_authority = line["viranomaiselle"] == "kyllä"
    around = [first - ONE_DAY] if first > FIRST_DAY else []
    around += [last + ONE_DAY] if line["asti"] else []
    for day in around:
        found = [fields(rule) for rule in rows(line, day, to_authority=to_authority)]
        assert line["alkaen"] not in {one["alkaen"] for one in found}
        try:
            rule = told(line, day, to_authority=to_authority).rule
        except NoRuleInForce:
            continue
        assert fields(rule)["alkaen"] != line["alkaen"]
