"""
What several tests of the reader use.
"""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="session")
def scorer() -> ModuleType:
    """The benchmark that compares readings with records."""
    path = ROOT / "benchmarks" / "reader.py"
    spec = importlib.util.spec_from_file_location("reader_benchmark", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module
