"""
Without an extra everything else works, and what needs it names it.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
EXTRAS: dict[str, list[str]] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))[
    "project"
]["optional-dependencies"]
IMPORTED_AS = {"python-stdnum": "stdnum"}

# What cannot even be imported without it, by its folder; the others ask when they are called.
NEEDED_BY = {
    "frames": {"kuntapaatos.io.frames"},
    "ics": {"kuntapaatos.io.ical"},
    "json": {"kuntapaatos.io.json", "kuntapaatos.io.oparl", "kuntapaatos.io.assistant"}
    | {"kuntapaatos.io.mcp"},
    "mcp": {"kuntapaatos.io.mcp"},
    "pdf": set[str](),
    "personal": set[str](),
}
CALLS = {
    "frames": "from kuntapaatos.io.frames import read_folder",
    "ics": "from kuntapaatos.io.ical import to_ical",
    "json": "from kuntapaatos.io.oparl import to_oparl",
    "mcp": "from kuntapaatos.io.mcp import serve",
    "pdf": "from kuntapaatos.io.pdf import to_text; to_text(b'%PDF-1.7')",
    "personal": "from kuntapaatos.io.personal import mask; mask('x')",
}

# Runs where the packages of one extra are as if they were not installed.
PROGRAM = """
import importlib, json, pkgutil, sys
missing, call = json.loads(sys.argv[1]), sys.argv[2]

class Missing:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in missing:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)

sys.meta_path.insert(0, Missing())
import kuntapaatos
found = {}

def note(name):
    found[name] = str(sys.exc_info()[1])

for module in pkgutil.walk_packages(kuntapaatos.__path__, "kuntapaatos.", onerror=note):
    if module.name == "kuntapaatos.__main__":
        continue
    try:
        importlib.import_module(module.name)
    except ImportError:
        note(module.name)
try:
    exec(call)
except ImportError as error:
    found["call"] = str(error)
print(json.dumps(found))
"""


def packages(extra: str) -> list[str]:
    """Return the packages that an extra alone brings, by the names they are imported by."""
    others = EXTRAS["json"] if extra == "mcp" else []
    own = [requirement for requirement in EXTRAS[extra] if requirement not in others]
    named = [re.split(r"[^\w-]", requirement)[0] for requirement in own]
    return [IMPORTED_AS.get(name, name) for name in named]


def test_every_extra_is_asked() -> None:
    """
    No extra for users is left out here.
    """
    for_developers = {"all", "test", "engines", "docs", "dev"}
    assert set(NEEDED_BY) == set(CALLS) == EXTRAS.keys() - for_developers


@pytest.mark.slow
@pytest.mark.parametrize("extra", NEEDED_BY)
def test_without_it(extra: str) -> None:
    """
    Every other module is imported; what needs the extra says how to install it.
    """
    ran = subprocess.run(
        [sys.executable, "-c", PROGRAM, json.dumps(packages(extra)), CALLS[extra]],
        capture_output=True, check=True, timeout=300,
    )  # fmt: skip
    found: dict[str, str] = json.loads(ran.stdout)
    sentence = f"pip install 'kuntapaatos[{extra}]'"
    assert sentence in found.pop("call")
    assert {name for name, said in found.items() if sentence not in said} == set()
    asked = {".".join(name.split(".")[:3]) for name in found}
    assert asked == NEEDED_BY[extra]
