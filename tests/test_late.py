"""
Names that load late: what a type checker reads and what runs name the same.
"""

from __future__ import annotations

import ast
import importlib
import inspect
import subprocess
import sys
from types import ModuleType

import pytest

import kuntapaatos as kp
from kuntapaatos import clock, membership, municipalities

PACKAGES = [kp, clock, membership, municipalities]


def told_to_checkers(package: ModuleType) -> dict[str, str]:
    """Return the names that stand under `TYPE_CHECKING`, and the module of each."""
    found = {}
    for node in ast.walk(ast.parse(inspect.getsource(package))):
        if isinstance(node, ast.If):
            for line in node.body:
                assert isinstance(line, ast.ImportFrom)
                assert line.module is not None
                found.update({name.name: line.module for name in line.names})
    return found


@pytest.mark.parametrize("package", PACKAGES, ids=lambda package: package.__name__)
def test_checkers_and_runtime_agree(package: ModuleType) -> None:
    """
    Each name that a type checker sees is found in the same module when it runs.
    """
    told = told_to_checkers(package)
    modules = {name for name, module in told.items() if module == package.__name__}
    assert set(told) - modules == set(package.__all__)
    for name, module in told.items():
        if name not in modules:
            assert getattr(package, name) is getattr(importlib.import_module(module), name)
        assert name in dir(package)


@pytest.mark.parametrize("package", PACKAGES, ids=lambda package: package.__name__)
def test_a_name_that_is_not_there(package: ModuleType) -> None:
    """
    A misspelt name is refused as any module refuses it.
    """
    with pytest.raises(AttributeError, match=f"module '{package.__name__}' has no attribute 'Dec"):
        package.Dec  # noqa: B018


def test_no_name_is_a_module() -> None:
    """
    No name of a package is a module's beside it, which an import would put in its place.
    """
    for package in PACKAGES:
        for name in package.__all__:
            assert not isinstance(getattr(package, name), ModuleType)
            with pytest.raises(ModuleNotFoundError):
                importlib.import_module(f"{package.__name__}.{name}")


def test_counting_needs_neither_fees_nor_municipalities() -> None:
    """
    A decision and its deadlines load nothing of what memberships cost or who lives where.
    """
    code = (
        "import sys; from kuntapaatos import Decision, appeal_deadline; Decision(kind='päätös'); "
        "print(*sorted(name for name in sys.modules if name.startswith('kuntapaatos.')))"
    )
    ran = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", code], check=True, capture_output=True, text=True
    )
    loaded = set(ran.stdout.split())
    assert {"kuntapaatos.decision", "kuntapaatos.membership"} <= loaded
    for early in ("fees", "membership.value", "municipalities.rows", "findings", "io"):
        assert f"kuntapaatos.{early}" not in loaded
