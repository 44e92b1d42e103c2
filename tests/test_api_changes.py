"""
A public name that goes or changes is named in the changelog, or the check fails.
"""

from __future__ import annotations

import runpy
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("griffe")

ROOT = Path(__file__).parents[1]
TOOL = ROOT / "tools" / "api_changes.py"


@pytest.fixture(scope="module")
def tool() -> dict[str, Any]:
    """What the tool defines."""
    return runpy.run_path(str(TOOL))


@pytest.mark.slow
def test_names(tool: dict[str, Any]) -> None:
    """
    Names are read with members and arguments, also where a package loads them late.
    """
    names = tool["names"]()
    assert {
        "kuntapaatos.Deadline.last_day",
        "kuntapaatos.fees.annual_fee(schedule, population)",
        "kuntapaatos.remedy.RemedyKind.MUNICIPAL_APPEAL",
        "kuntapaatos.io.wording.say(value, language, plain=... (by name))",
    } <= set(names)


def test_what_the_changelog_does_not_name(tool: dict[str, Any], tmp_path: Path) -> None:
    """
    A name that went is told by its last part; one that no fragment names is returned.
    """
    gone = ["kuntapaatos.steps.Step.cause", "kuntapaatos.fees.no_such_name(x)"]
    (tmp_path / "+step.changed.md").write_text("`Step.cause` is gone.", encoding="utf-8")
    assert tool["unsaid"](gone, tmp_path) == ["kuntapaatos.fees.no_such_name(x)"]
