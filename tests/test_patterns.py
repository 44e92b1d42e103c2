"""
No regular expression of the package can go on without end.

`tools/redos.py` asks more of them, of an analyser that is no Python package.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from re import _constants, _parser  # type: ignore[attr-defined]  # the parse tree of a pattern
from typing import Any

import pytest

TOOL = Path(__file__).parents[1] / "tools" / "patterns.py"


@cache
def asked() -> list[dict[str, Any]]:
    """
    What the package asks of `re`, from a fresh interpreter that imports and uses all of it.
    """
    done = subprocess.run(
        [sys.executable, str(TOOL)], capture_output=True, text=True, encoding="utf-8", check=True
    )
    return [json.loads(line) for line in done.stdout.splitlines()]


def repeats(tree: Any) -> Iterator[int]:
    """
    Give the most times that each repeat of a parsed pattern goes on.
    """
    for op, given in tree:
        inside: list[Any] = []
        if op in {_constants.MAX_REPEAT, _constants.MIN_REPEAT, _constants.POSSESSIVE_REPEAT}:
            yield given[1]
            inside = [given[2]]
        elif op is _constants.BRANCH:
            inside = given[1]
        elif op is _constants.ATOMIC_GROUP:
            inside = [given]
        elif op is _constants.SUBPATTERN:
            inside = [given[-1]]
        elif op in {_constants.ASSERT, _constants.ASSERT_NOT}:
            inside = [given[1]]
        elif op is _constants.GROUPREF_EXISTS:
            inside = [part for part in given[1:] if part is not None]
        for part in inside:
            yield from repeats(part)


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("a{1,3}b*", [3, _constants.MAXREPEAT]),
        ("(?:a+?|(?>b?))", [_constants.MAXREPEAT, 1]),
        ("(?=a{2})(?<!b)(c)?(?(1)d++|e{0,9})", [2, 1, _constants.MAXREPEAT, 9]),
    ],
)
def test_every_repeat_is_seen(pattern: str, expected: list[int]) -> None:
    """
    Repeats are found wherever they stand in a pattern.
    """
    assert list(repeats(_parser.parse(pattern))) == expected


def test_every_repeat_has_an_end() -> None:
    """
    Each repeat is bounded, so that a pattern takes linear time in the length of a text.
    """
    patterns = [one for one in asked() if "unseen" not in one]
    assert len(patterns) > 400
    endless = [
        (one["place"], one["source"])
        for one in patterns
        if _constants.MAXREPEAT in repeats(_parser.parse(one["source"], one["flags"]))
    ]
    assert endless == []


def test_every_pattern_is_seen() -> None:
    """
    No place puts a pattern together that the check above does not see.
    """
    assert [one["unseen"] for one in asked() if "unseen" in one] == []


def test_patterns_of_another_place() -> None:
    """
    Patterns that are built when a function runs are among those that are checked.
    """
    places = {re.sub(r":\d{1,6}$", "", one["place"]) for one in asked() if "place" in one}
    assert {
        "kuntapaatos/io/wording/inverse.py",
        "kuntapaatos/io/json/scalars.py",
        "kuntapaatos/office_hours/printed.py",
    } <= places


def test_an_attack_that_would_never_end_is_told() -> None:
    """
    Nothing stops `re` but the end of its process, so attacks are tried in one of their own.
    """
    program = f"""
import re, sys
sys.path.insert(0, {str(TOOL.parent)!r})
import redos
redos.LONGEST = 1
attacks = [["a" * 40_000 + "!", "a" * 80_000 + "!"]]
print(redos.attacked(re.compile("(a+)+$"), attacks), redos.attacked(re.compile("ab"), attacks))
"""
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stdout == "no end within 1 s \n"
