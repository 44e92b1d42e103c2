"""
Check that no regular expression of the package can be made to take for ever.

Takes every pattern that tools/patterns.py sees and asks recheck (npm), which looks for
inputs on which a backtracking engine needs more than linear time: first with long repeats
taken as endless ones, which is harder to be safe under and quick to decide, then as it
stands.  What recheck attacks is tried with Python's own engine, for recheck also names
patterns that are linear with a large constant; where it gives up, texts are tried that
almost match.

    python tools/redos.py                  installs recheck into a temporary folder
    python tools/redos.py --modules DIR    uses DIR/node_modules
    python tools/redos.py --only PART      only patterns of files whose path holds PART
    python tools/redos.py --patience 10    gives recheck ten times as long before it gives up

Ends with status 1 when a pattern is not safe or was not judged, unless `KNOWN` says why
that does no harm; and when `KNOWN` names what is not so any more.
"""

# ruff: noqa: S311, S603, S607, T201, TID251  # a tool: it runs npm and node, and prints

from __future__ import annotations

import argparse
import json
import math
import multiprocessing
import random
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from re import _parser  # type: ignore[attr-defined]  # the parse tree, since Python 3.11
from typing import Any

from patterns import SOURCE, Asked, collected

RECHECK = "recheck@4.5.0"
KNOWN: dict[str, str] = {}
"""
Patterns that are not safe or not judged, each with the reason why it does no harm.
"""

# What recheck may take for one pattern: with its repeats endless, and as it stands.
_QUICK, _FULL = 100, 300
# A repeat that may go on so long is taken as endless.
_LONG = 10
# How many patterns are asked about at once.
_WORKERS = 2
# What is proposed as an attack must not take more than so many times what a harmless pattern
# takes on this machine, and must grow like its length, in the best of so many tries or more,
# for as many seconds; what is shorter than nothing does not grow.  Texts are searched here
# from every character; the reader looks at lines, after a cheaper test.
_SIZE = 40_000
_HARMLESS = re.compile(r"[a-z]{1,40}\d")
_USUAL = "abcdefghi " * 1_000
_TIMES_HARMLESS = 150
_GROWTH = 2.6
_TRIES, _SECONDS, _NOTHING = 3, 5.0, 0.02
# Seconds of the processor after which one attack is stopped; `re` itself cannot be.
LONGEST = 60
_SCRIPT = """
const { check } = require("recheck");
const { patterns, timeout, size, workers } = JSON.parse(require("fs").readFileSync(0, "utf8"));
const pumped = (attack, size) => {
  const bumps = attack.pumps.reduce((sum, pump) => sum + pump.pump.length, 0) || 1;
  const times = Math.ceil(size / bumps);
  return attack.pumps.map((pump) => pump.prefix + pump.pump.repeat(times)).join("")
    + attack.suffix;
};
let next = 0;
const work = async () => {
  while (next < patterns.length) {
    const number = next++;
    const answer = { number, status: "error", why: "", attacks: [] };
    try {
      const found = await check(...patterns[number], { timeout });
      answer.status = found.status;
      if (found.attack) {
        answer.why = found.attack.pattern;
        answer.attacks = [pumped(found.attack, size), pumped(found.attack, 2 * size)];
      } else if (found.error) answer.why = found.error.message || found.error.kind;
    } catch (error) {
      answer.why = String(error);
    }
    console.log(JSON.stringify(answer));
  }
};
Promise.all(Array.from({ length: workers }, work)).then(() => process.exit(0));
"""


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


def endless(source: str) -> str:
    """
    Return a pattern whose long repeats have no end.

    >>> endless("a{2,80}b{1,3}")
    'a{2,}b{1,3}'
    """
    return re.sub(
        r"(?<!\\)\{(\d{1,6}),(\d{1,6})\}",
        lambda found: f"{{{found[1]},}}" if int(found[2]) >= _LONG else found[0],
        source,
    )


def judged(
    patterns: list[tuple[str, str]], timeout: int, modules: Path
) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield recheck's answers: number of the pattern, status, why, attacks of two sizes."""
    given = {"patterns": patterns, "timeout": timeout, "size": _SIZE, "workers": _WORKERS}
    done = subprocess.run(
        ["node", "-e", _SCRIPT],
        input=json.dumps(given),
        capture_output=True,
        text=True,
        check=False,
        cwd=modules,
    )
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    if done.returncode or len(answers) != len(patterns):
        sys.exit(f"recheck failed: {done.stderr}")
    yield from ((answer["number"], answer) for answer in answers)


def guessed(pattern: re.Pattern[Any]) -> Iterator[list[str]]:
    """Yield attacks for a pattern that recheck gives up on: texts that almost match, repeated."""
    source = pattern.pattern
    tree = _parser.parse(source.decode("latin-1") if isinstance(source, bytes) else source)
    for seed in range(8):
        near = _near(tree, random.Random(seed))[:200] or "a"
        for part in (near, near[:-1] or near, near + " ", near[: len(near) // 2] or near):
            times = _SIZE // 20 // len(part) + 1
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
        elif name == "ATOMIC_GROUP":
            out.append(_near(given, chance))
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


def attacked(pattern: re.Pattern[Any], attacks: list[list[str]]) -> str:
    """Return what is confirmed first, in a process of its own that ends when it takes too long."""
    with ProcessPoolExecutor(
        1,
        multiprocessing.get_context("fork"),
        initializer=resource.setrlimit,
        initargs=(resource.RLIMIT_CPU, (LONGEST, LONGEST)),
    ) as child:
        try:
            return child.submit(_first, pattern, attacks).result()
        except BrokenProcessPool:
            return f"no end within {LONGEST} s"


def _first(pattern: re.Pattern[Any], attacks: list[list[str]]) -> str:
    return next(filter(None, (confirmed(pattern, one) for one in attacks)), "")


def confirmed(pattern: re.Pattern[Any], attacks: list[str]) -> str:
    """Return what Python's engine makes of an attack of two sizes; nothing when it is harmless."""
    # The beginning first, and of it a short piece, so that no attack takes long itself.
    start = attacks[0][: _SIZE // 20]
    for part in (start[: len(start) // 20], start):
        if why := _lasting(pattern, part):
            return why
    return _lasting(pattern, *attacks)


def _lasting(pattern: re.Pattern[Any], once: str, twice: str = "") -> str:
    """
    Return what is wrong with the best of many tries, or nothing as soon as nothing is.

    On a busy machine everything takes longer for a while: so a harmless pattern is timed
    beside each try, the texts take turns, and what looks bad is tried again for some seconds.
    """
    texts = (once, twice) if twice else (once,)
    best, usual = [math.inf] * len(texts), 0.0
    since, tries = time.monotonic(), 0
    while tries < _TRIES or time.monotonic() - since < _SECONDS:
        tries += 1
        usual = max(usual, _seconds(_HARMLESS, _USUAL) / len(_USUAL))
        best = [
            min(known, _seconds(pattern, text)) for known, text in zip(best, texts, strict=True)
        ]
        usual = max(usual, _seconds(_HARMLESS, _USUAL) / len(_USUAL))
        slow = best[0] / len(once) > _TIMES_HARMLESS * usual
        grows = best[-1] > max(_GROWTH * best[0], _NOTHING)
        if not slow and not grows and (tries > 1 or best[-1] < _NOTHING):
            return ""
    each = f"{best[0] / len(once) * 1e6:.1f} µs a character of {len(once)}, in {tries} tries"
    return each if not twice else f"{each}, twice the text {best[1] / best[0]:.1f} times the time"


def _seconds(pattern: re.Pattern[Any], attack: str) -> float:
    """Return the seconds that this process works to search a text."""
    text = attack.encode("utf-8") if isinstance(pattern.pattern, bytes) else attack
    start = time.process_time()
    for _hit in pattern.finditer(text):
        pass
    return time.process_time() - start


def unsafe(
    asked: list[Asked], modules: Path, patience: int, counts: Counter[str]
) -> Iterator[tuple[Asked, str]]:
    """Yield the patterns that are not safe, or that recheck cannot read, with the reason."""
    compiled = [one.compiled() for one in asked]
    scripts = [translated(pattern) for pattern in compiled]
    quick = [(endless(source), flags) for source, flags in scripts]
    left = sorted(
        number
        for number, answer in judged(quick, _QUICK * patience, modules)
        if answer["status"] != "safe"
    )
    counts["safe with endless repeats"] = len(asked) - len(left)
    for place, answer in judged([scripts[number] for number in left], _FULL * patience, modules):
        number, status = left[place], answer["status"]
        pattern = compiled[number]
        why = ""
        if status == "safe":
            counts["safe"] += 1
        elif status == "vulnerable":
            counts["attacked"] += 1
            why = attacked(pattern, [answer["attacks"]])
        elif answer["why"] == "timeout":
            counts["given up on"] += 1
            why = attacked(pattern, list(guessed(pattern)))
        else:
            why = "not judged"
        if why:
            yield asked[number], f"{why}: {answer['why'][:80]}: {asked[number].source[:120]}"


def main() -> int:
    """Check, print what is not safe, and return the exit status."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--modules", type=Path, help="folder whose node_modules hold recheck")
    options.add_argument("--patience", type=int, default=1, help="how much longer recheck may take")
    options.add_argument("--only", default="", help="part of a file's path")
    given = options.parse_args()
    if shutil.which("node") is None or (given.modules is None and shutil.which("npm") is None):
        sys.exit("recheck runs in node and comes from npm; without them no pattern is judged")
    found, unseen = collected()
    asked = [one for one in found if given.only in one.place]
    bad = [f"{place}: not judged" for place in unseen]
    counts: Counter[str] = Counter()
    known: set[str] = set()
    with tempfile.TemporaryDirectory() as folder:
        modules = given.modules or Path(folder)
        if given.modules is None:
            subprocess.run(
                ["npm", "install", "--no-audit", "--no-fund", "--prefix", folder, RECHECK],
                check=True,
                capture_output=True,
            )
        for one, why in unsafe(asked, modules, given.patience, counts):
            if one.source in KNOWN:
                known.add(one.source)
            else:
                bad.append(f"{one.place}: {why}")
    bad += [
        f"{text!r} is known for nothing" for text in KNOWN if text not in known and not given.only
    ]
    for line in bad:
        print(line)
    numbers = ", ".join(f"{number} {name}" for name, number in counts.items())
    print(f"{len(asked)} patterns ({numbers}), {len(bad)} faults")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.path.insert(0, str(SOURCE))
    sys.exit(main())
