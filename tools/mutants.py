"""
Change the legal core one small edit at a time, and count the changes that no test notices.

    nox -s mutation                      # a sample, the same for the same seed
    nox -s mutation -- --seed 7 --count 300
    nox -s mutation -- --all             # hours

cosmic-ray makes the changes and runs the tests; this script keeps them to a copy of the
checkout and leaves out what cannot matter: annotations are never run, `@cache` changes no
answer, `is` and `==` say the same of members of an enum, the equality that attrs makes is
the one that `Value` has, and what is made of the other fields is equal when they are.  It
draws the sample, asks first the tests that run the changed line, and says what survived
all of them.
`equivalent_mutants.csv` beside it lists the changes that alter no answer, each with the
reason; a survivor that is not there is a missing test.
"""

from __future__ import annotations

import argparse
import ast
import csv
import hashlib
import json
import re
import resource
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
EQUIVALENT = Path(__file__).with_name("equivalent_mutants.csv")
COPIED = ("src", "tests", "tools", "docs", "conftest.py", "pyproject.toml", "README.md")
GOAL = 0.97

# What a day, a remedy or a closing moment comes from.
CORE = (
    *("workdays", "time_limit", "office_hours", "closing", "notice", "remedy", "law"),
    *("deadline", "arrival", "instruction", "appeal", "clock", "final", "procedure", "scope"),
)
# Those that were written from the law come first; none compares the library with itself.
TESTS = (
    *("test_cases", "test_lawyer", "test_law_cases", "test_remedy", "test_remedy_rows"),
    *("test_notice", "test_notice_doubts", "test_notice_rules", "test_appeal"),
    *("test_appeal_readings", "test_deadline", "test_deadline_doubts", "test_deadline_moments"),
    *("test_finality", "test_procedure", "test_standstill", "test_arrival", "test_closing"),
    *("test_tracks", "test_last_day_to_publish", "test_steps", "test_time_limit", "test_workdays"),
    *("test_office_hours", "test_office_hours_text", "test_doubts", "test_instruction"),
    *("test_prohibition", "test_scope", "test_law", "test_oracles", "test_law_other"),
    *("test_clock", "test_law_tables", "test_values", "test_late", "test_errors"),
    *("test_lawyer_notices", "test_edges"),
)
# The copy's own source before the installed one, and nothing kept from the run before.
SOURCES = "src tests/shared"
TEST = ("-B", "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", "-o", f"pythonpath={SOURCES}")
ASKED_FIRST = 60
"""How many tests that run a changed line are asked before all of them are."""
LONGEST = 300
"""Seconds of the processor that the tests may take with one change; more is noticed."""
PATIENCE = 20
"""How many times as long the clock may run; what is stopped then was not tried."""

# The core asks identity of `None`, members of an enum and rows of law, where it is equality.
_SAME = ("ComparisonOperator_Is_Eq", "ComparisonOperator_IsNot_NotEq")

Place = tuple[int, int]


class Survivor(NamedTuple):
    """
    A change that no test noticed.

    Attributes:
        file: The module, under the package.
        number: The line's number.
        line: What stands on the line, without its indentation.
        operator: The kind of change, as cosmic-ray calls it.
        diff: The change itself.
    """

    file: str
    number: int
    line: str
    operator: str
    diff: str


def modules() -> list[str]:
    """Return the files of the legal core, from the root of the checkout."""
    package = ROOT / "src" / "kuntapaatos"
    found: list[Path] = []
    for name in CORE:
        file, folder = package / f"{name}.py", package / name
        found += sorted(folder.rglob("*.py")) if folder.is_dir() else [file]
    return [path.relative_to(ROOT).as_posix() for path in found]


def tests() -> list[str]:
    """Return the files of the tests."""
    return [f"tests/{name}.py" for name in TESTS]


def never_run(source: str) -> list[tuple[Place, Place]]:
    """
    Return where a module's annotations stand, each with its end.

    >>> never_run("def f(x: int | None) -> str: ...")
    [((1, 24), (1, 27)), ((1, 9), (1, 19))]
    """
    found: list[ast.expr | None] = []
    marks: list[Place] = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef):
            found.append(node.returns)
            marks += _marks(source, node)
        elif isinstance(node, ast.arg | ast.AnnAssign):
            found.append(node.annotation)
    return [
        ((one.lineno, one.col_offset), (one.end_lineno or 0, one.end_col_offset or 0))
        for one in found
        if one is not None
    ] + [((line, column), (line, column + 1)) for line, column in marks]


def _marks(source: str, function: ast.FunctionDef) -> list[Place]:
    """Return where a bare `*` or `/` parts the arguments of a function."""
    lines = source.splitlines()
    last = function.body[0].lineno
    return [
        (number, hit.start(1))
        for number in range(function.lineno, last + 1)
        for hit in re.finditer(r"(?:[(,]|^) {0,40}([*/])(?=[,)])", lines[number - 1])
    ]


def matters(operator: str, start: Place, source: str, spans: list[tuple[Place, Place]]) -> bool:
    """
    Return whether a change can alter an answer at all.

    >>> matters("core/RemoveDecorator", (1, 0), "@cache", [])
    False
    >>> matters("core/ReplaceComparisonOperator_Is_Eq", (1, 5), "if x is None:", [])
    False
    """
    if any(first <= start < last for first, last in spans) or operator.endswith(_SAME):
        return False
    line = source.splitlines()[start[0] - 1]
    made = line.strip().startswith(("@frozen(", "init=False, "))
    if made and line[: start[1]].endswith(" eq="):
        return False
    line = line.strip()
    return not (operator.endswith("RemoveDecorator") and line.startswith(("@cache", "@lru_cache")))


def sample(session: Path, seed: int, count: int | None, part: int, parts: int) -> tuple[int, int]:
    """
    Keep the changes that are drawn, and mark all others as skipped.

    Args:
        session: The database of cosmic-ray.
        seed: What the draw depends on, and nothing else.
        count: How many are drawn; `None` for all.
        part: Which share of them this database runs, from 0.
        parts: Into how many shares they fall.

    Returns:
        How many there are that matter, and how many this share runs.
    """
    from cosmic_ray.work_db import WorkDB, use_db  # type: ignore[import-not-found, import-untyped, unused-ignore]
    from cosmic_ray.work_item import WorkerOutcome, WorkResult  # type: ignore[import-not-found, import-untyped, unused-ignore]

    sources = {name: (ROOT / name).read_text(encoding="utf-8") for name in modules()}
    spans = {name: never_run(source) for name, source in sources.items()}
    with use_db(str(session), WorkDB.Mode.open) as database:
        found = {}
        for item in database.work_items:
            (change,) = item.mutations
            name = change.module_path.as_posix()
            place = (change.start_pos[0], change.start_pos[1])
            if matters(change.operator_name, place, sources[name], spans[name]):
                args = json.dumps(change.operator_args, sort_keys=True)
                key = (name, change.operator_name, args, change.occurrence, place)
                found[key] = item.job_id
        keys = sorted(found, key=lambda key: hashlib.sha256(f"{seed} {key}".encode()).digest())
        drawn = keys[:count]
        kept = {found[key] for key in drawn[part::parts]}
        others = [item.job_id for item in database.work_items if item.job_id not in kept]
        skipped = WorkResult(worker_outcome=WorkerOutcome.SKIPPED)
        database.set_multiple_results(others, skipped)
    return len(keys), len(kept)


def survivors(session: Path) -> tuple[int, int, list[Survivor]]:
    """Return how many changes were tried, how many not to the end, and what no test noticed."""
    from cosmic_ray.work_db import WorkDB, use_db  # type: ignore[import-not-found, import-untyped, unused-ignore]
    from cosmic_ray.work_item import TestOutcome, WorkerOutcome  # type: ignore[import-not-found, import-untyped, unused-ignore]

    tried, stopped, alive = 0, 0, []
    with use_db(str(session), WorkDB.Mode.open) as database:
        for item, result in database.completed_work_items:
            if result.worker_outcome is WorkerOutcome.SKIPPED:
                continue
            # cosmic-ray counts these as noticed; the machine was busy, and nobody knows.
            if result.output == "timeout":
                stopped += 1
                continue
            tried += 1
            if result.test_outcome is TestOutcome.SURVIVED:
                (change,) = item.mutations
                name, number = change.module_path.as_posix(), change.start_pos[0]
                line = (ROOT / name).read_text(encoding="utf-8").splitlines()[number - 1].strip()
                file = name.removeprefix("src/kuntapaatos/")
                alive.append(Survivor(file, number, line, change.operator_name, result.diff or ""))
    return tried, stopped, sorted(alive)


def known() -> set[tuple[str, str, str]]:
    """Return the changes that alter no answer: file, line and kind of change."""
    with EQUIVALENT.open(encoding="utf-8", newline="") as file:
        return {
            (row["file"], row["line"], row["operator"]) for row in csv.DictReader(file, strict=True)
        }


def config(folder: Path) -> Path:
    """Write what cosmic-ray needs to know, and return where."""
    command = [sys.executable, "-B", __file__, "--noticed", str(folder.parent / "lines.json")]
    listed = ", ".join(json.dumps(name) for name in modules())
    path = folder / "mutants.toml"
    path.write_text(
        f"[cosmic-ray]\nmodule-path = [{listed}]\nexcluded-modules = []\n"
        f"timeout = {float(PATIENCE * LONGEST)}\n"
        f"test-command = {json.dumps(shlex.join(command))}\n"
        '[cosmic-ray.distributor]\nname = "local"\n',
        encoding="utf-8",
    )
    return path


def passes(away: Path, *arguments: str) -> bool:
    """Return whether the tests pass in a copy."""
    command = [sys.executable, *TEST, *arguments]
    return not subprocess.run(command, cwd=away, check=False).returncode  # noqa: S603 - our own


def limit(seconds: int) -> None:
    """Let each process that this one starts work for so many seconds, however busy others are."""
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))


def which_run(away: Path, written: Path) -> bool:
    """Write which tests run each line of the core; return whether they pass unchanged."""
    from coverage import CoverageData

    data = away / ".coverage"
    asked = ("--cov=kuntapaatos", "--cov-context=test", "--cov-report=", "--cov-fail-under=0")
    if not passes(away, *asked, *tests()):
        return False
    measured = CoverageData(str(data))
    measured.read()
    found = {
        name: {
            number: sorted(context.rpartition("|")[0] for context in contexts if context)
            for number, contexts in measured.contexts_by_lineno(str(away / name)).items()
        }
        for name in modules()
    }
    data.unlink()
    written.write_text(json.dumps(found), encoding="utf-8")
    return True


def changed(away: Path) -> tuple[str, int]:
    """Return the file that is changed in a copy, and its first line that differs."""
    for name in modules():
        old = (ROOT / name).read_text(encoding="utf-8").splitlines()
        new = (away / name).read_text(encoding="utf-8").splitlines()
        if old != new:
            differs = (
                number for number, (a, b) in enumerate(zip(old, new, strict=False), 1) if a != b
            )
            return name, next(differs, min(len(old), len(new)) + 1)
    return "", 0


def noticed(away: Path, lines: Path) -> bool:
    """Return whether a test fails: some that run the changed line first, then all."""
    name, number = changed(away)
    run_it = json.loads(lines.read_text(encoding="utf-8")).get(name, {}).get(str(number), [])
    some = run_it[:: len(run_it) // ASKED_FIRST + 1]
    return bool(some and not passes(away, *some)) or not passes(away, *tests())


def copy(folder: Path) -> Path:
    """Copy the checkout, so that no change is ever made in it."""
    away = folder / "checkout"
    away.mkdir()
    for name in COPIED:
        source = ROOT / name
        if source.is_dir():
            ignored = shutil.ignore_patterns("__pycache__", ".hypothesis")
            shutil.copytree(source, away / name, ignore=ignored)
        else:
            shutil.copy(source, away / name)
    return away


def run(away: Path, *arguments: str) -> subprocess.Popen[bytes]:
    """Start cosmic-ray in a copy of the checkout."""
    command = [sys.executable, "-m", "cosmic_ray.cli", *arguments]
    return subprocess.Popen(command, cwd=away)  # noqa: S603 - our own arguments


def main(arguments: Sequence[str] | None = None) -> int:
    """Make the changes, run the tests with each, and say what survived."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--count", type=int, default=100)
    asked.add_argument("--all", action="store_true")
    asked.add_argument("--jobs", type=int, default=2)
    asked.add_argument("--noticed", type=Path, help="what cosmic-ray runs in a copy")
    given = asked.parse_args(arguments)
    if given.noticed:
        limit(LONGEST)
        return int(noticed(Path.cwd(), given.noticed))
    with tempfile.TemporaryDirectory() as name:
        shares = [Path(name) / str(part) for part in range(given.jobs)]
        for part, share in enumerate(shares):
            share.mkdir()
            away = copy(share)
            if run(away, "init", str(config(share)), str(share / "session.sqlite")).wait():
                return 2
            if not part and not which_run(away, Path(name) / "lines.json"):
                print("the tests fail without any change")
                return 2
            there, kept = sample(
                share / "session.sqlite",
                given.seed,
                None if given.all else given.count,
                part,
                given.jobs,
            )
            print(f"share {part}: {kept} of {there} changes", flush=True)
        running = [
            run(
                share / "checkout",
                "exec",
                str(share / "mutants.toml"),
                str(share / "session.sqlite"),
            )
            for share in shares
        ]
        failed = [process.wait() for process in running]
        results = [survivors(share / "session.sqlite") for share in shares]
    tried = sum(count for count, _, _ in results)
    stopped = sum(count for _, count, _ in results)
    alive = [one for _, _, found in results for one in found]
    excused = known()
    missing = [one for one in alive if (one.file, one.line, one.operator) not in excused]
    for one in missing:
        print(f"survived: {one.file}:{one.number} {one.operator}\n{one.diff}")
    rate = (tried - len(missing)) / tried if tried else 0.0
    print(
        f"{tried} changes (seed {given.seed}): {tried - len(alive)} noticed, "
        f"{len(alive) - len(missing)} alter no answer, {len(missing)} survived; {rate:.1%}; "
        f"{stopped} more were stopped by the clock"
    )
    return 1 if any(failed) or stopped or rate < GOAL else 0


if __name__ == "__main__":
    sys.exit(main())
