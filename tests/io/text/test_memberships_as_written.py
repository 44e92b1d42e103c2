"""
Decisions on memberships, each beside what a person reads in it.

Written for these tests before they were read; the places, people and networks in them
are invented.  A key that is absent is one that the text does not say.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kuntapaatos.decision import OfficeHolder, Organ
from kuntapaatos.io.text import Reading, read
from kuntapaatos.membership import Membership

FOLDER = Path(__file__).parent / "decisions"
DECISIONS: dict[str, dict[str, Any]] = {
    f"{path.stem}-{row['name']}": row
    for path in sorted(FOLDER.glob("*.toml"))
    for row in tomllib.loads(path.read_text(encoding="utf-8"))["decision"]
}


def of_membership(membership: Membership) -> Iterator[tuple[str, object]]:
    """Give what a membership says, written out."""
    schedule = membership.schedule
    yield "network", membership.network
    yield "action", membership.action and membership.action.value
    yield "term", membership.term and str(membership.term)
    yield "from_year", membership.from_year
    yield "open_ended", membership.open_ended or None
    for name in ("annual_fee", "stated_total"):
        euros = getattr(membership, name)
        yield name, None if euros is None else str(euros)
    yield "rules", [] if schedule is None else [str(rule) for rule in schedule.every_rule]
    yield "vat", membership.vat and str(membership.vat)
    yield "fee_bracket", membership.fee_bracket and str(membership.fee_bracket)
    for name in ("organisers", "charges", "still_due", "in_kind", "conditions", "cost_centres"):
        yield name, [str(one) for one in getattr(membership, name)]


def said(reading: Reading) -> dict[str, object]:
    """Return what a reading says, each key once, without what it does not say."""
    decision = reading.decision
    maker = decision.maker
    found: dict[str, object] = {
        "maker": maker.name if isinstance(maker, Organ) else None,
        "section": decision.section,
        "record_id": decision.record_id and str(decision.record_id),
        "title": decision.title,
        "presenter": decision.presenter,
        "meeting_on": decision.meeting_on and decision.meeting_on.isoformat(),
        "decided_on": decision.decided_on and decision.decided_on.isoformat(),
        "outcome": decision.outcome and decision.outcome.value,
    }
    if isinstance(maker, OfficeHolder):
        found["maker"] = maker.title
    if decision.membership is not None:
        found.update(of_membership(decision.membership))
    return {key: value for key, value in found.items() if value not in (None, [])}


def is_told(reading: Reading, key: str) -> bool:
    """Whether a problem, a passage that was not understood or candidates touch a key."""
    names = {key, f"membership.{key}"}
    told = [problem.field for problem in reading.problems]
    told += [left.field for left in reading.unread]
    told += [found.field for found in reading.found if found.candidates]
    return any(one is None or one.partition("[")[0] in names for one in told)


def misses(row: dict[str, Any]) -> list[tuple[str, object, object]]:
    """Return each key in which a reading differs from its record, and what both say."""
    reading = read(row["text"])
    ours, right = said(reading), {**row["says"]}
    left_out = {*right.pop("unscored", ()), "kind"}
    doubtful = right.pop("doubtful", [])
    keys = [key for key in {**right, **ours} if key not in left_out]
    found = [(key, right.get(key), ours.get(key)) for key in keys]
    return [
        *(one for one in found if one[1] != one[2]),
        *((key, "told", None) for key in doubtful if not is_told(reading, key)),
    ]


@pytest.mark.parametrize("name", DECISIONS)
def test_it_is_read_as_a_person_reads_it(name: str) -> None:
    """
    Every key is what the record says, nothing more is said, and what is unsure is told.
    """
    assert misses(DECISIONS[name]) == []
