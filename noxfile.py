"""
One session a check: `nox -l` lists them, `nox -s lint` runs one.

`.ci/run` runs the same sessions, so a check is written down once.
"""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

import nox

nox.needs_version = ">=2024.10.9"
nox.options.default_venv_backend = "venv"
nox.options.reuse_venv = "yes"
nox.options.sessions = [
    "format",
    "lint",
    "licences",
    "types",
    "docs",
    "wheel",
    "changelog",
    "tests",
]

ROOT = Path(__file__).parent
PROJECT = nox.project.load_toml(ROOT / "pyproject.toml")["project"]
BESIDE = ["-n", "auto", "--dist", "worksteal"]
"""The tests of a session run in as many processes as there are cores."""
LOCKED = ROOT / "tools" / "locked-tests.txt"
"""What the tests run with, each release with its hashes."""
EXAMPLE = ROOT / "docs" / "examples" / "viranhaltijapaatos.txt"

# What the installed wheel must be able to do, far away from the checkout.
SMOKE = """
from datetime import date
from importlib.resources import files
import json
import sys

import kuntapaatos as kp

assert not kp.__file__.startswith(sys.argv[1]), kp.__file__
shipped = files("kuntapaatos")
assert shipped.joinpath("py.typed").is_file()
schema = json.loads(shipped.joinpath("schema/kuntapaatos-3.schema.json").read_text("utf-8"))
assert schema["properties"]["schema"] == {"const": "kuntapaatos"}
for language in ("fi", "sv", "en"):
    assert shipped.joinpath("locale", language, "LC_MESSAGES", "kuntapaatos.mo").is_file()
assert kp.last_day(date(2025, 6, 6), kp.Period.days(14)) == date(2025, 6, 23)
missing = [name for name in kp.__all__ if not hasattr(kp, name)]
assert not missing, missing
from kuntapaatos.io.wording import say, write_instruction
written = write_instruction(kp.AppealInstruction(remedy=kp.RemedyKind.OBJECTION), "sv-FI")
assert written.startswith("Anvisning om anmärkning"), written
assert say(kp.Period.days(14), "sv", plain=True) == "14 dagar"
assert "babel" not in sys.modules, "the catalogues are not compiled"
try:
    import kuntapaatos.io.json
except ImportError as error:
    assert "pip install 'kuntapaatos[json]'" in str(error)
else:
    raise AssertionError("the extra json came uninvited")
print("the wheel stands alone:", kp.__file__)
"""


def dev(*names: str) -> list[str]:
    """Return the requirements of these names, as the dev extra pins them."""
    extra = PROJECT["optional-dependencies"]["dev"]
    by_name = {re.split(r"[^\w-]", entry)[0]: entry for entry in extra}
    return [by_name[name] for name in names]


def build_wheel(session: nox.Session, into: Path) -> Path:
    """Build the sdist, and from it the wheel."""
    session.install(*dev("build"))
    session.run("python", "-m", "build", "--outdir", str(into), str(ROOT), silent=True)
    return next(into.glob("*.whl"))


@nox.session
def tests(session: nox.Session) -> None:
    """Tests and examples, with every branch covered."""
    session.install("-e", ".[test]")
    session.run("python", "-m", "pytest", "--cov", "-m", "not every", *BESIDE, *session.posargs)


@nox.session
def slow(session: nox.Session) -> None:
    """What starts processes or a browser, or tries much at once."""
    session.install("-e", ".[test]")
    session.run("python", "-m", "pytest", "-m", "slow", *BESIDE, *session.posargs)


@nox.session
def every(session: nox.Session) -> None:
    """The answers of each day from 1992 to 2100, against the law counted a second way."""
    session.install("-e", ".[test]")
    session.run("python", "-m", "pytest", "-m", "every", *session.posargs)


@nox.session
def search(session: nox.Session) -> None:
    """The properties with fifty times as many examples, and new ones each time."""
    session.install("-e", ".[test]")
    properties = ("-m", "hypothesis", "--hypothesis-profile=search")
    session.run("python", "-m", "pytest", *properties, *BESIDE, *session.posargs)


@nox.session(python=["3.11", "3.12", "3.13", "3.14"])
def pythons(session: nox.Session) -> None:
    """The tests with each Python that is supported and here."""
    session.install("-e", ".[test]")
    session.run("python", "-m", "pytest", *BESIDE, *session.posargs)


@nox.session
def lint(session: nox.Session) -> None:
    """Style and likely bugs."""
    session.install(*dev("ruff"))
    session.run("ruff", "check", *session.posargs)


@nox.session
def licences(session: nox.Session) -> None:
    """Whose each file is and under which licence, by the REUSE specification."""
    session.install(*dev("reuse"))
    session.run("reuse", "lint", "--quiet")


@nox.session
def audit(session: nox.Session) -> None:
    """Known holes in what the tests run with; needs the package index's own list of them."""
    session.install("pip-audit")
    locked = ["--strict", "--disable-pip", "--require-hashes", "--requirement", str(LOCKED)]
    session.run("pip-audit", *locked, *session.posargs)


@nox.session
def locked(session: nox.Session) -> None:
    """The tests with just the locked releases; `-- --renew` locks them anew."""
    session.install("uv")
    if "--renew" in session.posargs:
        universal = ["--universal", "--python-version", "3.11", "--upgrade"]
        form = ["--quiet", "--no-header", "--generate-hashes", "--output-file", str(LOCKED)]
        session.run("uv", "pip", "compile", "pyproject.toml", "--extra", "test", *universal, *form)
        return
    session.run("uv", "pip", "sync", "--require-hashes", str(LOCKED))
    session.install("--no-deps", "-e", ".")
    session.run("python", "-m", "pytest", *BESIDE, *session.posargs)


@nox.session(name="format")
def format_(session: nox.Session) -> None:
    """Layout; `nox -s format -- --fix` writes it."""
    session.install(*dev("ruff"))
    check = [] if "--fix" in session.posargs else ["--check", "--diff"]
    session.run("ruff", "format", *check)


@nox.session
def types(session: nox.Session) -> None:
    """Types, as the maintainers' checker and as the callers' one sees them."""
    session.install(
        "-e", ".[docs,test]", *dev("griffelib", "mypy", "nox", "pyright", "types-python-dateutil")
    )
    session.run("mypy")
    session.run("pyright", "--ignoreexternal", "--verifytypes", "kuntapaatos")


@nox.session
def docs(session: nox.Session) -> None:
    """The documentation, where every warning is an error."""
    session.install("-e", ".[docs]")
    strict = ["-W", "--keep-going", "-n", "-E"]
    session.run("sphinx-build", *strict, "-q", "--no-color", "docs", "build/html")


@nox.session
def wheel(session: nox.Session) -> None:
    """The wheel, in an empty environment, away from the checkout."""
    with tempfile.TemporaryDirectory() as name:
        away = Path(name).resolve()
        built = build_wheel(session, away / "dist")
        again = build_wheel(session, away / "again")
        if built.read_bytes() != again.read_bytes():
            session.error("two wheels of the same sources differ")
        session.run("python", "-m", "venv", str(away / "venv"))
        bin_ = away / "venv" / ("Scripts" if (away / "venv" / "Scripts").is_dir() else "bin")
        python = str(bin_ / "python")
        with session.chdir(away):
            session.run(python, "-m", "pip", "install", "-q", str(built), external=True)
            session.run(python, "-m", "pip", "check", external=True)
            (away / "smoke.py").write_text(SMOKE, encoding="utf-8")
            session.run(python, "-I", "-W", "error", "smoke.py", str(ROOT), external=True)
            session.run(str(bin_ / "kuntapaatos"), "--version", external=True)
            session.run(str(bin_ / "kuntapaatos"), str(EXAMPLE), external=True, silent=True)
            session.run(
                *(python, "-I", "-W", "error", "-m", "kuntapaatos", str(EXAMPLE)),
                external=True,
                silent=True,
            )


@nox.session
def api(session: nox.Session) -> None:
    """Which public names changed since the last release, and whether the changelog tells it."""
    session.install(*dev("griffelib"))
    session.run("python", "tools/api_changes.py", *session.posargs)


@nox.session
def changelog(session: nox.Session) -> None:
    """The next section of the changelog; with a branch as argument, that it has a fragment."""
    session.install(*dev("towncrier"))
    if session.posargs:
        session.run("towncrier", "check", "--compare-with", *session.posargs)
    session.run("towncrier", "build", "--draft", "--version", PROJECT["version"])


@nox.session
def redos(session: nox.Session) -> None:
    """Patterns that could be made to take for ever; needs npm."""
    session.install("-e", ".[test]")
    session.run("python", "tools/redos.py", *session.posargs)


@nox.session
def mutation(session: nox.Session) -> None:
    """Small changes to the legal core that no test notices: a sample; `-- --all` for hours."""
    session.install("-e", ".[test]", *dev("cosmic-ray"))
    session.run("python", "tools/mutants.py", *session.posargs)


@nox.session
def fuzz(session: nox.Session) -> None:
    """Inputs that nobody would write: `nox -s fuzz -- 600` tries them for ten minutes."""
    session.install("-e", ".[test]")
    session.run("python", "tools/fuzz.py", *session.posargs)


@nox.session
def oldest(session: nox.Session) -> None:
    """The tests with the oldest releases that pyproject.toml allows, of the extras too."""
    allowed = [*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["all"]]
    floors = [
        entry.replace(">=", "==") for entry in allowed if re.fullmatch(r"[\w-]+>=[\d.]+", entry)
    ]
    session.install("-e", ".[test]", *floors)
    session.run("python", "-m", "pytest", *BESIDE, *session.posargs)


@nox.session
def benchmarks(session: nox.Session) -> None:
    """The ratios of benchmarks/, measured on the installed wheel."""
    with tempfile.TemporaryDirectory() as name:
        session.install("--force-reinstall", "--no-deps", str(build_wheel(session, Path(name))))
        extras = PROJECT["optional-dependencies"]
        session.install(
            *(entry for entry in PROJECT["dependencies"] if ";" not in entry),
            *extras["frames"],
            *extras["engines"],
            *(entry for entry in extras["test"] if entry.startswith(("pandas", "polars"))),
        )
        for script in sorted((ROOT / "benchmarks").glob("*.py")):
            if script.stem == "reader":
                if session.posargs:  # it measures a folder of texts with their records
                    session.run("python", str(script), *session.posargs)
            else:
                session.run("python", str(script))
