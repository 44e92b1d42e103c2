"""
Puts the page that counts inside the browser together: `python tools/make_page.py DIR`.

The page of `docs/page/`, the two examples, Pyodide from npm, and the wheels of this
library and of what it needs there.  Everything lies in one folder, so that the page asks
nobody else for anything.  Pyodide is taken from `build/pyodide`, and installed there
with npm where it is missing; the wheels come from pip.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PYODIDE = "pyodide@314.0.7"
# What the runtime consists of; its own page and maps are left out.
RUNTIME = (
    *("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm"),
    *("python_stdlib.zip", "pyodide-lock.json"),
)
# The library's own needs there, and those of its JSON, calendar and PDF.  `holidays`, which
# names days in words that the page never says, is as large as all the others together.
NEEDED = (
    *("attrs", "babel", "python-dateutil", "six", "tzdata"),
    *("cattrs", "typing_extensions", "icalendar", "pypdf"),
)
# Babel knows a thousand languages and the page speaks three.
LOCALE_DATA = "babel/locale-data/"
LANGUAGES = frozenset({"root", "fi", "sv", "en"})
EXAMPLES = ("viranhaltijapaatos.txt", "kunnanhallitus.txt")


class CannotBeMade(Exception):
    """The page cannot be put together here; the text says what is missing."""


def _run(*command: str) -> None:
    try:
        # Programs found by their names, with arguments of our own.
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)  # noqa: S603
    except FileNotFoundError:
        raise CannotBeMade(f"{command[0]} is not installed") from None
    except subprocess.CalledProcessError as fault:
        last = (fault.stderr or fault.stdout).strip().splitlines()[-1:]
        raise CannotBeMade(f"{' '.join(command[:3])} failed: {' '.join(last)}") from None


def _runtime(target: Path) -> None:
    """Copy Pyodide, installed where it is missing."""
    # In a folder of its own: npm removes what it finds there and was not asked for.
    source = ROOT / "build" / "pyodide" / "node_modules" / "pyodide"
    if not (source / RUNTIME[0]).is_file():
        options = ("--silent", "--no-save", "--no-package-lock", "--prefix", "build/pyodide")
        _run("npm", "install", *options, PYODIDE)
    target.mkdir()
    for name in RUNTIME:
        shutil.copyfile(source / name, target / name)


def _wheels(target: Path) -> list[str]:
    """Fetch and build the wheels; return their names."""
    target.mkdir()
    pip = (sys.executable, "-m", "pip")
    quiet = ("--quiet", "--disable-pip-version-check", "--no-deps")
    _run(*pip, "download", *quiet, "--only-binary=:all:", "--dest", str(target), *NEEDED)
    _run(*pip, "wheel", *quiet, "--wheel-dir", str(target), str(ROOT))
    (babel,) = target.glob("babel-*.whl")
    _lighten(babel)
    return sorted(path.name for path in target.glob("*.whl"))


def _lighten(babel: Path) -> None:
    """Leave out of Babel's wheel what is about other languages."""
    whole = babel.rename(babel.with_suffix(".whole"))
    with zipfile.ZipFile(whole) as old, zipfile.ZipFile(babel, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if not name.startswith(LOCALE_DATA) or Path(name).stem.split("_")[0] in LANGUAGES:
                new.writestr(old.getinfo(name), old.read(name))
    whole.unlink()


def assemble(target: Path) -> None:
    """
    Put the page into a folder, which is emptied first.

    Args:
        target: The folder; it may be served from anywhere.

    Raises:
        CannotBeMade: Pyodide or a wheel cannot be had; the page itself is there, and says
            that it cannot start.
    """
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(ROOT / "docs" / "page", target)
    (target / "examples").mkdir()
    for name in EXAMPLES:
        shutil.copyfile(ROOT / "docs" / "examples" / name, target / "examples" / name)
    _runtime(target / "pyodide")
    wheels = _wheels(target / "wheels")
    (target / "files.json").write_text(json.dumps({"wheels": wheels}), encoding="utf-8")
    _write_offline(target)


def _write_offline(target: Path) -> None:
    """Tell the service worker which files there are; its version follows what they hold."""
    offline = target / "offline.js"
    files = sorted(
        path.relative_to(target).as_posix()
        for path in target.rglob("*")
        if path.is_file() and path != offline
    )
    digest = hashlib.sha256()
    for name in files:
        digest.update(name.encode() + (target / name).read_bytes())
    listed = json.dumps(["./", *files], separators=(", ", ": "))
    script = offline.read_text(encoding="utf-8")
    script = script.replace("@VERSION@", f"kuntapaatos-{digest.hexdigest()[:16]}")
    offline.write_text(script.replace('["@FILES@"]', listed), encoding="utf-8")


def main() -> int:
    """Run as a program."""
    if len(sys.argv) != 2:
        sys.stderr.write("usage: python tools/make_page.py DIR\n")
        return 2
    try:
        assemble(Path(sys.argv[1]))
    except CannotBeMade as missing:
        sys.stderr.write(f"the page cannot start: {missing}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
