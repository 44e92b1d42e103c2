"""
Dated cases of what the statutes say of each matter: a day in, a day out, or the refusal.

`data/law/deadlines.csv` was written from the acts that it names.  The notice says only
what happened: which clock that starts follows from the matter.
"""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kuntapaatos import (
    AppealInstruction,
    Deadline,
    Entitled,
    KuntapaatosError,
    Notice,
    NoticeKind,
    Period,
    Regime,
    RemedyKind,
    Subject,
    appeal_deadline,
)

LAW = Path(__file__).parent / "data" / "law"
MAKE = {"D": Period.days, "M": Period.months, "Y": Period.years}


def cases(name: str) -> list[Any]:
    """Return the lines of a table as cases, named by what they are about."""
    content = (LAW / name).read_text(encoding="utf-8").splitlines()
    return [pytest.param(row, id=row["mitä"]) for row in csv.DictReader(content, strict=True)]


def day(text: str) -> date | None:
    """Return a day, or `None` of an empty cell."""
    return date.fromisoformat(text) if text else None


def counted(row: dict[str, str]) -> Deadline:
    """Return what the library counts for a line."""
    who = [Entitled.PARTY, Entitled.MEMBER] if row["kuka"] == "jäsen" else [Entitled.PARTY]
    instruction = AppealInstruction(
        remedy=RemedyKind(row["keino"]),
        period=MAKE[row["määräaika"][-1]](int(row["määräaika"][1:-1])),
        subject=Subject(row["asia"]) if row["asia"] else None,
        entitled=who,
    )
    kind = NoticeKind(row["tapa"])
    told = date.fromisoformat(row["päivä"])
    if kind is NoticeKind.PROCUREMENT_MESSAGE:
        notice = Notice(kind=kind, day=told, regime=Regime.PROCUREMENT)
    else:
        notice = Notice(kind=kind, day=told)
    facts: dict[str, Any] = {"decided_on": day(row["päätetty"])}
    if row["aloitettu"]:
        facts["procurement_begun_on"] = day(row["aloitettu"])
    return appeal_deadline(instruction, notice, **facts)


@pytest.mark.parametrize("row", cases("deadlines.csv"))
def test_a_dated_case(row: dict[str, str]) -> None:
    """
    The day of notice and the last day are those that the act gives; what it does not is refused.
    """
    if row["vastaus"] == "kielletty":
        with pytest.raises(KuntapaatosError):
            counted(row)
        return
    if row["vastaus"] == "ei varma":
        try:
            found = counted(row)
        except KuntapaatosError:
            return
        assert {one.about for one in found.doubts} & {"notified_on", "period"}
        return
    found = counted(row)
    assert found.notice.notified_on == day(row["tiedoksi"])
    assert found.last_day == day(row["viimeinen"])
    assert found.latest_last_day == (day(row["viimeistään"]) or found.last_day)
    # Until when an electronic document may arrive is a question of its own.
    open_points = [one for one in found.doubts if one.about in {"notified_on", "period"}]
    assert bool(open_points) is (row["vastaus"] == "epäilys"), [str(one) for one in open_points]
