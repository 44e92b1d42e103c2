"""
Imports point down, and the first import brings only what it needs.

The floors are the house plan in the docstring of the package.
"""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path
from typing import NamedTuple

import pytest

import kuntapaatos

PACKAGE = "kuntapaatos"
SOURCE = Path(__file__).parents[1] / "src" / PACKAGE

# Each line bottom up: a module may import those before it in its own line and
# everything in the lines it stands on.  A folder counts as the module it grew from.
GROUND = ("late", "masks", "errors", "checks", "shown", "law", "doubts", "municipalities")
TIME = (
    *("workdays", "time_limit", "office_hours", "closing"),
    *(
        "notice",
        "remedy",
        "steps",
        "deadline",
        "arrival",
        "instruction",
        "clock",
        "appeal",
        "final",
        "procedure",
    ),
)
MONEY = ("money", "fees", "membership")
TOP = ("decision", "scope", "findings")
EDGES = ("io",)
ROOT = "__init__"
PROGRAM = "__main__"

STANDS_ON: dict[tuple[str, ...], tuple[str, ...]] = {
    GROUND: (),
    TIME: GROUND,
    MONEY: GROUND,
    TOP: (*GROUND, *TIME, *MONEY),
    EDGES: (*GROUND, *TIME, *MONEY, *TOP),
}
DOMAIN = (*GROUND, *TIME, *MONEY, *TOP)

# The root gives the reader when it is asked for, and names it for a type checker.
LATE = {(ROOT, "io.files")}


class Import(NamedTuple):
    """An import of this package, as it stands in a file."""

    line: int
    target: str
    late: bool


def _walk(tree: ast.AST) -> Iterator[tuple[ast.AST, bool]]:
    """Give every node, and whether it runs only when a function is called."""
    left = [(tree, False)]
    while left:
        node, late = left.pop()
        yield node, late
        late = late or isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        left += [(child, late) for child in ast.iter_child_nodes(node)]


def _names(node: ast.AST) -> list[str]:
    """Return what *node* imports, by full name; a relative import by its dots."""
    match node:
        case ast.Import(names=names):
            return [alias.name for alias in names]
        case ast.ImportFrom(level=0, module=str(module), names=names):
            return [f"{module}.{alias.name}" for alias in names]
        case ast.ImportFrom(level=level):
            return [f"{PACKAGE}.{'.' * level}"]
        case ast.Call(func=func, args=[ast.Constant(value=str(name)), *_]):
            called = ast.unparse(func).rpartition(".")[2]
            return [name] if called in {"import_module", "__import__"} else []
    return []


@cache
def imports(source: str) -> list[Import]:
    """Return what *source* imports of this package, `if TYPE_CHECKING` included."""
    found: list[Import] = []
    for node, late in _walk(ast.parse(source)):
        for name in _names(node):
            package, _, target = name.partition(".")
            if package == PACKAGE:
                found.append(Import(getattr(node, "lineno", 0), target, late))
    return found


def below(floor: str) -> set[str]:
    """Return what the module or folder *floor* may import."""
    if floor == ROOT:
        return set(DOMAIN)
    if floor == PROGRAM:
        return {*DOMAIN, *EDGES, ROOT}
    for stair, under in STANDS_ON.items():
        if floor in stair:
            return {floor, "shown", *under, *stair[: stair.index(floor)]}
    raise AssertionError(
        f"{PACKAGE}.{floor} stands on no floor: enter it in tests/test_floors.py, in its line of "
        "GROUND, TIME, MONEY, TOP or EDGES, after everything it imports"
    )


def modules() -> Iterator[tuple[str, Path]]:
    """Give every module of the package, without the package's name, and its file."""
    for path in sorted(SOURCE.rglob("*.py")):
        parts = path.relative_to(SOURCE).with_suffix("").parts
        yield ".".join(parts[:-1] if len(parts) > 1 and parts[-1] == ROOT else parts), path


MODULES = dict(modules())


def floor_of(module: str) -> str:
    """Return the module or folder right below the root, or the root for a name in it."""
    name = module.partition(".")[0]
    known = {*DOMAIN, *EDGES, PROGRAM, *(module.partition(".")[0] for module in MODULES)}
    return name if name in known else ROOT


def faults(module: str, source: str) -> list[str]:
    """Return the imports of *module* that do not point down, a sentence each."""
    floor = floor_of(module)
    allowed = below(floor)
    found: list[str] = []
    for line, target, late in imports(source):
        where = f"{module}, line {line}"
        imported = floor_of(target)
        if target.startswith("."):
            found.append(f"{where}: a relative import hides its floor; write it out")
        elif (late or floor == ROOT) and (floor, ".".join(target.split(".")[:2])) in LATE:
            continue
        elif imported == ROOT and ROOT not in allowed:
            found.append(f"{where}: imports from the root, which imports it; name the module")
        elif imported not in allowed:
            found.append(f"{where}: {floor} must not import {imported}")
    return found


@pytest.mark.parametrize("module", MODULES)
def test_imports_point_down(module: str) -> None:
    """
    A module imports only what stands below it.
    """
    assert faults(module, MODULES[module].read_text(encoding="utf-8")) == []


def test_no_circle() -> None:
    """
    Within a folder too, imports run in no circle.
    """
    graph: dict[str, set[str]] = {}
    for module, path in MODULES.items():
        targets = set()
        for entry in imports(path.read_text(encoding="utf-8")):
            target = entry.target
            while target and target not in MODULES:
                target = target.rpartition(".")[0]
            if target and (module, target) not in LATE:
                targets.add(target)
        graph[module] = targets - {module}
    list(TopologicalSorter(graph).static_order())


def test_the_review_comes_late() -> None:
    """
    `review` is a name of the root, and loads when it is asked for.
    """
    code = (
        "import sys, kuntapaatos as kp; early = 'kuntapaatos.findings' in sys.modules; "
        "print(early, kp.review.__module__, kp.findings.FindingCode('KP201').term)"
    )
    ran = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert ran.stdout.startswith("False kuntapaatos.findings ")
    with pytest.raises(AttributeError, match="no attribute 'reviewed'"):
        kuntapaatos.reviewed  # type: ignore[attr-defined]  # noqa: B018


def test_root_only_reexports() -> None:
    """
    The root computes, registers and tries nothing.
    """
    _, *statements = ast.parse((SOURCE / "__init__.py").read_text(encoding="utf-8")).body
    for statement in statements:
        match statement:
            case ast.ImportFrom():
                pass
            case ast.If(
                test=ast.Name(id="TYPE_CHECKING"),
                body=names,
                orelse=[ast.ImportFrom(module="kuntapaatos.late"), ast.Assign()],
            ):
                assert {type(name) for name in names} == {ast.ImportFrom}
            case ast.Assign(targets=[ast.Name(id=name)], value=value):
                assert name.startswith("__")
                assert name.endswith("__")
                ast.literal_eval(value)
            case _:
                pytest.fail(f"__init__.py, line {statement.lineno}: not a re-export")


@pytest.mark.parametrize(
    ("module", "source", "fault"),
    [
        ("law", "from kuntapaatos.remedy import Remedy", "law must not import remedy"),
        ("law", "from kuntapaatos import remedy", "law must not import remedy"),
        ("law", "import kuntapaatos.remedy as r", "law must not import remedy"),
        ("law", "if TYPE_CHECKING:\n    from kuntapaatos.io import text", "must not import io"),
        ("law", "def f():\n    import_module('kuntapaatos.notice')", "must not import notice"),
        ("fees", "from kuntapaatos.time_limit import Period", "fees must not import time_limit"),
        ("notice", "from kuntapaatos.money import split", "notice must not import money"),
        ("decision", "from kuntapaatos.findings import review", "must not import findings"),
        ("decision", "from kuntapaatos import Notice", "from the root"),
        ("decision", "import kuntapaatos", "from the root"),
        ("io.text", "from kuntapaatos import Notice", "from the root"),
        ("io.text", "from kuntapaatos.__main__ import main", "must not import __main__"),
        ("__init__", "from kuntapaatos.io import text", "must not import io"),
        ("shown", "from kuntapaatos.io.notebook import table", "shown must not import io"),
        ("shown", "def f():\n    from kuntapaatos.io import text", "shown must not import io"),
        ("notice", "from .law import Provision", "relative"),
    ],
)
def test_a_wrong_import_is_found(module: str, source: str, fault: str) -> None:
    """
    Every way to import upwards, sideways or in secret is seen.
    """
    (found,) = faults(module, source)
    assert fault in found


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("notice", "from kuntapaatos.law import Provision"),
        ("notice", "from kuntapaatos import law"),
        ("errors", "from kuntapaatos.shown import Shown"),
        ("findings", "from kuntapaatos.decision import Decision"),
        ("findings", "from kuntapaatos.fees import annual_fee"),
        ("io.text", "from kuntapaatos.io.wording import say"),
        ("io.text.reader", "from kuntapaatos.io.text.words import WORDS"),
        ("__main__", "from kuntapaatos import LAW_AS_OF\nfrom kuntapaatos.io import text"),
        ("__init__", "from kuntapaatos.findings import review"),
        ("law", "import datetime\nimport attrs"),
    ],
)
def test_a_right_import_is_let_through(module: str, source: str) -> None:
    """
    Downwards is free.
    """
    assert faults(module, source) == []


def test_a_new_module_asks_for_its_floor() -> None:
    """
    A module that nobody entered is told where to be entered.
    """
    with pytest.raises(AssertionError, match=r"kuntapaatos\.cellar stands on no floor: enter it"):
        below("cellar")


def test_the_first_import_is_small() -> None:
    """
    `import kuntapaatos` loads attrs, dateutil and time zones, and nothing else from outside.
    """
    code = (
        "import sys; before = set(sys.modules); import kuntapaatos; "
        "print(*sorted({name.partition('.')[0] for name in set(sys.modules) - before}"
        " - sys.stdlib_module_names)); "
        "print(*sorted(name for name in sys.modules if name.startswith('kuntapaatos.io')))"
    )
    run = subprocess.run(
        [sys.executable, "-W", "error", "-c", code], check=True, capture_output=True, text=True
    )
    outside, edges = run.stdout.split("\n")[:2]
    # zoneinfo asks sysconfig where the zones are, whose data has the platform in its name.
    loaded = {name for name in outside.split() if not name.startswith("_sysconfigdata")}
    assert loaded <= {PACKAGE, "attr", "attrs", "dateutil", "six", "tzdata"}
    assert edges == ""
