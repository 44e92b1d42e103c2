"""
Readings to report on: the examples, the decisions as published, and values made in code.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kuntapaatos import (
    AppealInstruction,
    AppealProhibition,
    Authority,
    Cutoff,
    Decision,
    DocumentKind,
    Entitled,
    OfficeHolder,
    OfficeHours,
    Period,
    RemedyKind,
)
from kuntapaatos.io import text
from kuntapaatos.io.report import WIDTH, Known, report
from kuntapaatos.io.text import Reading

ROOT = Path(__file__).parents[3]
EXAMPLES = ROOT / "docs" / "examples"
REAL = ROOT.parent / "shared" / "decisions"

Lines = Callable[..., list[str]]
Decided = Callable[..., Decision]


def _is_more(line: str, before: str) -> bool:
    """Whether a line goes on with the paragraph of the line before it."""
    words = line.strip()
    if not words or not before.strip() or words.startswith("- "):
        return False
    return line.startswith("      ") or (line.startswith("  ") and before.startswith("- "))


@pytest.fixture(scope="session")
def lines() -> Lines:
    """Return the paragraphs of a report, each on one line with single spaces."""

    def read(given: Reading | Decision, known: Known | None = None) -> list[str]:
        reading = given if isinstance(given, Reading) else Reading(given, (), (), "")
        printed = report(reading) if known is None else report(reading, known)
        assert printed.endswith("\n")
        joined = [""]
        for line in printed.splitlines():
            assert len(line) <= WIDTH, line
            assert line == line.rstrip()
            if _is_more(line, joined[-1]):
                joined[-1] += f" {line.strip()}"
            else:
                joined.append(line)
        return [" ".join(line.split()) for line in joined]

    return read


@pytest.fixture(scope="session")
def decided() -> Decided:
    """Return a decision that was made, with its remedies and other fields."""

    def made(*appeals: AppealInstruction | AppealProhibition, **fields: Any) -> Decision:
        known: dict[str, Any] = {"kind": DocumentKind.DECISION, "maker": OfficeHolder("rehtori")}
        return Decision(appeals=appeals, **{**known, **fields})

    return made


@pytest.fixture(scope="session")
def hours() -> OfficeHours:
    """The hours of a registry that closes early on Fridays and eves."""
    return OfficeHours.parse("8.00-16.00; pe, aatto 8.00-15.00")


@pytest.fixture(scope="session")
def review(hours: OfficeHours) -> AppealInstruction:
    """An oikaisuvaatimus within fourteen days, for parties and members."""
    return AppealInstruction(
        remedy=RemedyKind.ADMINISTRATIVE_REVIEW,
        period=Period.days(14),
        entitled=[Entitled.PARTY, Entitled.MEMBER],
        deliver_to=Authority(name="Mallilan kunnan kirjaamo", hours=hours),
        paper_cutoff=Cutoff.OFFICE_CLOSE,
    )


def _read(source: str, example: str, real: str) -> Reading:
    path = EXAMPLES / example if source == "example" else REAL / real
    if not path.is_file():
        pytest.skip("the decision as published is not here (../shared/decisions)")
    return text.read(path.read_text(encoding="utf-8"))


@pytest.fixture(scope="module", params=["example", "real"])
def office(request: pytest.FixtureRequest) -> Reading:
    """The office-holder's decision: our own example, and as published."""
    return _read(request.param, "viranhaltijapaatos.txt", "kajaani-2024-23.txt")


@pytest.fixture(scope="module", params=["example", "real"])
def board(request: pytest.FixtureRequest) -> Reading:
    """The board's item: our own example, and as published."""
    return _read(request.param, "kunnanhallitus.txt", "ylojarvi-2022-407.txt")
