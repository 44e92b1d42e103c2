"""
Check that no regular expression of the package can be made to take for ever.

Imports every module, takes each pattern it compiles, and asks recheck (npm),
which looks for inputs on which a backtracking engine needs more than linear
time.

    python tools/redos.py                  installs recheck into a temporary folder
    python tools/redos.py --modules DIR    uses DIR/node_modules

What it names is then tried with Python's own engine; where it gives up, texts
that almost match are.  Ends with status 1 when a pattern is not safe.
"""

# ruff: noqa: S311, S603, S607, T201, TID251  # a tool: it runs npm and node, and prints

from __future__ import annotations

import argparse
import ast
import importlib
import json
import pkgutil
import random
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from re import _parser  # type: ignore[attr-defined]  # the parse tree, since Python 3.11
from typing import Any

RECHECK = "recheck@4.5.0"
_SECONDS = 5
# What is proposed as an attack must not take more than this, and must grow like its length.
_SIZE = 40_000
_MICROSECONDS_A_CHARACTER = 5
_GROWTH = 2.6
_SCRIPT = """
const { checkSync } = require("recheck");
const { patterns, timeout, size } = JSON.parse(require("fs").readFileSync(0, "utf8"));
const pumped = (attack, size) => {
  const bumps = attack.pumps.reduce((sum, pump) => sum + pump.pump.length, 0) || 1;
  const times = Math.ceil(size / bumps);
  return attack.pumps.map((pump) => pump.prefix + pump.pump.repeat(times)).join("")
    + attack.suffix;
};
for (const [name, source, flags] of patterns) {
  const answer = { name, status: "error", why: "", attacks: [] };
  try {
    const found = checkSync(source, flags, { timeout });
    answer.status = found.status;
    if (found.attack) {
      answer.why = found.attack.pattern;
      answer.attacks = [pumped(found.attack, size), pumped(found.attack, 2 * size)];
    } else if (found.error) answer.why = found.error.kind;
  } catch (error) {
    answer.why = String(error);
  }
  console.log(JSON.stringify(answer));
}
"""
_FUNCTIONS = {"compile", "findall", "finditer", "fullmatch", "match", "search", "split", "sub"}


def compiled(package: str) -> dict[str, re.Pattern[Any]]:
    """Return every pattern that the modules of *package* hold, by where it stands."""
    found: dict[str, re.Pattern[Any]] = {}
    root = importlib.import_module(package)
    for info in pkgutil.walk_packages(root.__path__, f"{package}.", onerror=lambda _: None):
        if info.name.endswith("__main__"):
            continue
        try:
            module = importlib.import_module(info.name)
        except ImportError as missing:  # an extra that is not installed
            print(f"{info.name}: not imported: {missing}")
            continue
        for name, value in vars(module).items():
            for place, pattern in held(f"{info.name}.{name}", value):
                found.setdefault(place, pattern)
    return found


def held(name: str, value: object, depth: int = 0) -> Iterator[tuple[str, re.Pattern[Any]]]:
    """Yield the patterns that a value holds: itself, its items, its slots."""
    inside: Iterable[tuple[str, object]] = ()
    if isinstance(value, re.Pattern):
        yield name, value
    elif depth == 4 or isinstance(value, type):
        return
    elif isinstance(value, dict):
        inside = (
            (f"[{number}]", part) for number, item in enumerate(value.items()) for part in item
        )
    elif isinstance(value, (tuple, list, set, frozenset)):
        inside = ((f"[{number}]", item) for number, item in enumerate(value))
    else:
        slots = getattr(type(value), "__slots__", None) or ()
        inside = ((f".{slot}", getattr(value, slot, None)) for slot in slots)
    for place, item in inside:
        yield from held(f"{name}{place}", item, depth + 1)


def written(folder: Path) -> tuple[dict[str, str], list[str]]:
    """Return the literal patterns inside functions, and the places that hide theirs."""
    found: dict[str, str] = {}
    hidden: list[str] = []
    for path in sorted(folder.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        inner = (n for n in ast.walk(tree) if isinstance(n, (ast.FunctionDef, ast.Lambda)))
        calls = {
            (call.lineno, call.col_offset): call
            for function in inner
            for call in ast.walk(function)
            if isinstance(call, ast.Call)
            and isinstance(call.func, ast.Attribute)
            and isinstance(call.func.value, ast.Name)
            and call.func.value.id == "re"
            and call.func.attr in _FUNCTIONS
        }
        for (line, _), call in sorted(calls.items()):
            place, pattern = f"{path.name}:{line}", call.args[0]
            if isinstance(pattern, ast.Constant):
                text = pattern.value
                found[place] = text.decode("latin-1") if isinstance(text, bytes) else str(text)
            else:
                hidden.append(place)
    return found, hidden


def translated(pattern: re.Pattern[Any]) -> tuple[str, str]:
    """Return the pattern and its flags as JavaScript writes them."""
    source, flags = pattern.pattern, pattern.flags
    if isinstance(source, bytes):
        source = source.decode("latin-1")
    if flags & re.VERBOSE:
        source = re.sub(r"(?<!\\)#[^\n]{0,500}|(?<![\\\[])\s", "", source)
    if "(?i:" in source:
        flags |= re.IGNORECASE  # for the whole: more matches, so nothing is overlooked
    for python, script in (("(?P<", "(?<"), ("(?i:", "(?:"), ("\\Z", "$"), ("\\A", "^")):
        source = source.replace(python, script)
    source = re.sub(r"\(\?P=(\w+)\)", r"\\k<\1>", source).replace("(?>", "(?:")
    source = re.sub(r"(?<!\\)([*+?}])\+", r"\1", source)  # possessive ones may give back here
    marks = ((re.IGNORECASE, "i"), (re.MULTILINE, "m"), (re.DOTALL, "s"))
    return source, "".join(mark for flag, mark in marks if flags & flag)


def judged(patterns: list[tuple[str, str, str]], modules: Path) -> Iterator[dict[str, Any]]:
    """Yield recheck's answers: name, status, why, attacks of one and of two sizes."""
    done = subprocess.run(
        ["node", "-e", _SCRIPT],
        input=json.dumps({"patterns": patterns, "timeout": _SECONDS * 1000, "size": _SIZE}),
        capture_output=True,
        text=True,
        check=False,
        cwd=modules,
    )
    if done.returncode:
        sys.exit(done.stderr)
    yield from (json.loads(line) for line in done.stdout.splitlines())


def guessed(pattern: re.Pattern[Any]) -> Iterator[list[str]]:
    """Yield attacks for a pattern that recheck gives up on: texts that almost match, repeated."""
    source = pattern.pattern
    tree = _parser.parse(source.decode("latin-1") if isinstance(source, bytes) else source)
    for seed in range(12):
        near = _near(tree, random.Random(seed))[:200] or "a"
        for part in (near, near[:-1] or near, near + " ", near[: len(near) // 2] or near):
            times = _SIZE // 4 // len(part) + 1
            yield [part * times + "\0", part * (2 * times) + "\0"]


def _near(tree: Any, chance: random.Random) -> str:
    """Return a text that the parsed pattern would match, but for what it looks around for."""
    out: list[str] = []
    for op, given in tree:
        name = str(op)
        if name in {"LITERAL", "NOT_LITERAL"}:
            out.append(chr(given) if name == "LITERAL" else "x")
        elif name == "IN":
            out.append(_one_of(given, chance))
        elif name == "ANY":
            out.append("x")
        elif name == "BRANCH":
            out.append(_near(chance.choice(given[1]), chance))
        elif name == "SUBPATTERN":
            out.append(_near(given[-1], chance))
        elif name in {"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"}:
            low, high, inner = given
            times = chance.choice((low, min(low + 1, high), min(high, 40)))
            out.extend(_near(inner, chance) for _ in range(times))
    return "".join(out)


def _one_of(choices: list[Any], chance: random.Random) -> str:
    named = {"CATEGORY_DIGIT": "0", "CATEGORY_SPACE": " ", "CATEGORY_WORD": "a"}
    if str(choices[0][0]) == "NEGATE":
        return chance.choice("ax0-")
    op, given = chance.choice(choices)
    if str(op) == "RANGE":
        return chr(chance.randint(*given))
    return named.get(str(given), "-") if str(op) == "CATEGORY" else chr(given)


def confirmed(pattern: re.Pattern[Any], attacks: list[str]) -> str:
    """
    Return what Python's engine makes of the attacks, nothing when they do no harm.

    recheck also names patterns that are linear with a large constant.
    """
    for _ in range(3):  # a machine that is busy grows too: only what does so each time counts
        once, twice = (_seconds(pattern, attack) for attack in attacks)
        each = once / len(attacks[0]) * 1e6
        if each <= _MICROSECONDS_A_CHARACTER and twice <= max(_GROWTH * once, 0.02):
            return ""
    return f"{each:.1f} µs a character, twice the text {twice / once:.1f} times the time"


def _seconds(pattern: re.Pattern[Any], attack: str) -> float:
    text = attack.encode("utf-8") if isinstance(pattern.pattern, bytes) else attack
    best = float("inf")
    for _ in range(3):
        start = time.perf_counter()
        for _hit in pattern.finditer(text):
            pass
        best = min(best, time.perf_counter() - start)
        if best > 2:
            break
    return best


def main() -> int:
    """Check, print what is not safe, and return the exit status."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--modules", type=Path, help="folder whose node_modules hold recheck")
    options.add_argument("--only", default="", help="part of a module's name")
    given = options.parse_args()
    source = Path(__file__).resolve().parent.parent / "src"
    sys.path.insert(0, str(source))
    patterns: dict[str, re.Pattern[Any]] = dict(compiled("kuntapaatos"))
    literals, hidden = written(source)
    patterns.update({name: re.compile(text) for name, text in literals.items()})
    asked = [
        (name, *translated(pattern)) for name, pattern in patterns.items() if given.only in name
    ]
    bad = 0
    with tempfile.TemporaryDirectory() as folder:
        modules = given.modules or Path(folder)
        if given.modules is None:
            subprocess.run(
                ["npm", "install", "--no-audit", "--no-fund", "--prefix", folder, RECHECK],
                check=True,
                capture_output=True,
            )
        for answer in judged(asked, modules):
            if answer["status"] == "safe":
                continue
            why = answer["status"]
            pattern = patterns[answer["name"]]
            if answer["attacks"]:
                why = confirmed(pattern, answer["attacks"])
            elif why == "unknown":
                found = (confirmed(pattern, attacks) for attacks in guessed(pattern))
                why = next(filter(None, found), "")
            if why:
                bad += 1
                print(f"{answer['name']}: {why}: {answer['why'][:200]}")
    for place in hidden:
        print(f"{place}: a pattern that is put together at run time is not checked")
    print(f"{len(asked)} patterns, {bad} of them not safe, {len(hidden)} not checked")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
