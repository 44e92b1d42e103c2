"""
The tool that changes the legal core, and the list of changes that alter no answer.
"""

from __future__ import annotations

import csv
import importlib.util
import subprocess
import sys
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[1]


def _load(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[path.stem] = module
    spec.loader.exec_module(module)
    return module


mutants = _load(ROOT / "tools" / "mutants.py")
SOURCE = """from __future__ import annotations
LIMIT: int | None = 1 | 2
@cache
def f(x: int | None, *rest: str | None) -> dict[str, int | None]:
    return x | 1
@property
def g(self): ...
def h(self, *, of=2):
    return 3 * of
@frozen(kw_only=True, eq=False, repr=False)
class C: x = field(eq=False)
y = field(
    init=False, eq=False, repr=False, default=1
)
"""


@pytest.mark.parametrize(
    ("operator", "place", "expected"),
    [
        pytest.param("core/ReplaceBinaryOperator_BitOr_Add", (2, 11), False, id="a field's type"),
        pytest.param("core/ReplaceBinaryOperator_BitOr_Add", (2, 22), True, id="its value"),
        pytest.param("core/ReplaceBinaryOperator_BitOr_Add", (4, 13), False, id="an argument's"),
        pytest.param("core/ReplaceBinaryOperator_BitOr_Add", (4, 31), False, id="of several"),
        pytest.param("core/ReplaceBinaryOperator_BitOr_Add", (4, 55), False, id="a result's"),
        pytest.param("core/ReplaceBinaryOperator_BitOr_Add", (5, 13), True, id="in the body"),
        pytest.param("core/ReplaceBinaryOperator_Mul_Div", (8, 12), False, id="a bare star"),
        pytest.param("core/ReplaceBinaryOperator_Mul_Div", (9, 13), True, id="a product"),
        pytest.param("core/ReplaceComparisonOperator_Is_Eq", (5, 11), False, id="identity"),
        pytest.param("core/ReplaceComparisonOperator_Is_Lt", (5, 11), True, id="an order"),
        pytest.param("core/ReplaceFalseWithTrue", (10, 25), False, id="a class's equality"),
        pytest.param("core/ReplaceFalseWithTrue", (10, 37), True, id="its repr"),
        pytest.param("core/ReplaceFalseWithTrue", (11, 22), True, id="a field's equality"),
        pytest.param("core/ReplaceFalseWithTrue", (13, 9), True, id="what a call takes"),
        pytest.param("core/ReplaceFalseWithTrue", (13, 19), False, id="what the others make"),
        pytest.param("core/ReplaceFalseWithTrue", (13, 31), True, id="what is shown"),
        pytest.param("core/RemoveDecorator", (3, 0), False, id="a cache"),
        pytest.param("core/RemoveDecorator", (6, 0), True, id="another decorator"),
    ],
)
def test_what_can_matter(operator: str, place: tuple[int, int], expected: bool) -> None:
    """
    An annotation is never run and a cache changes no answer; everything else is asked.
    """
    spans = mutants.never_run(SOURCE)
    assert mutants.matters(operator, place, SOURCE, spans) is expected


def test_the_core_and_its_tests_are_there() -> None:
    """
    The files that are changed exist, the tables' readers among them, and so do the tests.
    """
    changed = mutants.modules()
    assert {
        "src/kuntapaatos/deadline/value.py",
        "src/kuntapaatos/notice/choice.py",
        "src/kuntapaatos/remedy/__init__.py",
    } <= set(changed)
    asked = [*changed, *mutants.tests()]
    assert all((ROOT / name).is_file() for name in asked)
    # What only compares the library with its own output proves nothing.
    assert "tests/test_vectors.py" not in asked
    assert {"tests/test_lawyer.py", "tests/test_cases.py"} <= set(asked)
    # What pytest finds here it finds in the copy, after the copy's own source.
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    options = settings["tool"]["pytest"]["ini_options"]
    assert mutants.SOURCES.split() == ["src", *options["pythonpath"]]


def test_what_alters_no_answer_is_still_there() -> None:
    """
    Each change that is excused stands on a line that is still in its file, with a reason.
    """
    with mutants.EQUIVALENT.open(encoding="utf-8", newline="") as file:
        found = list(csv.DictReader(file, strict=True))
    for row in found:
        lines = (ROOT / "src" / "kuntapaatos" / row["file"]).read_text(encoding="utf-8")
        assert row["line"] in {line.strip() for line in lines.splitlines()}, row
        assert row["operator"].startswith("core/"), row
        assert row["reason"], row
    assert mutants.known() == {(row["file"], row["line"], row["operator"]) for row in found}


@pytest.mark.slow
def test_a_change_that_never_ends_is_noticed_by_the_processor(tmp_path: Path) -> None:
    """
    The tests are stopped after their share of the processor, not of the clock.
    """
    loop = f"""
import subprocess, sys
sys.path.insert(0, {str(ROOT / "tools")!r})
import mutants
mutants.limit(1)
mutants.TEST = ("-c", "while True: pass")
sys.exit(mutants.passes({str(tmp_path)!r}))
"""
    done = subprocess.run([sys.executable, "-c", loop], timeout=60, check=False)
    assert done.returncode == 0


@pytest.mark.slow
def test_what_the_clock_stopped_is_not_noticed(tmp_path: Path) -> None:
    """
    A change whose tests were stopped is counted apart, for nobody knows what they would say.
    """
    pytest.importorskip("cosmic_ray")
    from cosmic_ray.work_db import WorkDB, use_db  # type: ignore[import-not-found, import-untyped, unused-ignore]
    from cosmic_ray.work_item import (  # type: ignore[import-not-found, import-untyped, unused-ignore]
        MutationSpec,
        TestOutcome,
        WorkerOutcome,
        WorkItem,
        WorkResult,
    )

    file = mutants.modules()[0]
    told = {"failed": "KILLED", "timeout": "KILLED", "passed": "SURVIVED"}
    session = tmp_path / "session.sqlite"
    with use_db(str(session), WorkDB.Mode.create) as database:
        for number, (output, outcome) in enumerate(told.items()):
            change = MutationSpec(file, "core/AddNot", number, (1, 0), (1, 1))
            database.add_work_item(WorkItem.single(output, change))
            result = WorkResult(WorkerOutcome.NORMAL, output, TestOutcome[outcome])
            database.set_result(output, result)
    tried, stopped, alive = mutants.survivors(session)
    assert (tried, stopped, len(alive)) == (2, 1, 1)
