"""
What once crashed an edge is answered or refused, and so are a few inputs that nobody would write.
"""

from __future__ import annotations

import importlib.util
import random  # noqa: TID251 - a seed is given, so it is the same each time
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[1]
CRASHES = sorted((ROOT / "tests" / "data" / "fuzz").glob("*-*"))
TARGETS = ["text", "json", "html", "pdf", "hours", "record", "column", "command"]


@pytest.fixture(scope="module")
def fuzz() -> ModuleType:
    """The tool that looks for such inputs."""
    for name in ("pandas", "pypdf", "cattrs"):
        pytest.importorskip(name)
    spec = importlib.util.spec_from_file_location("fuzz", ROOT / "tools" / "fuzz.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("path", CRASHES, ids=[path.name for path in CRASHES])
def test_crashes_of_old(path: Path, fuzz: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    An input that once crashed an edge is answered, or refused with an error of the library.
    """
    monkeypatch.setattr(sys, "stdin", sys.stdin)
    fuzz.answer(path.name.partition("-")[0], path.read_bytes())


@pytest.mark.parametrize("target", TARGETS)
def test_a_few(target: str, fuzz: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    Every edge answers or refuses the first inputs of a search; `nox -s fuzz` goes on.
    """
    monkeypatch.setattr(sys, "stdin", sys.stdin)
    assert list(fuzz.TARGETS) == TARGETS
    chance = random.Random(target)
    inputs = fuzz.seeds(target)
    words = fuzz.words_of(inputs)
    ways = {
        repr(fuzz.answer(target, fuzz.changed(chance.choice(inputs), inputs[0], words, chance)))
        for _ in range(40)
    }
    assert len(ways) > 1
