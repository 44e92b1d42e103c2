"""
What is shipped is what is promised.
"""

from __future__ import annotations

import ast
import inspect
import json
import re
import sys
import tomllib
from importlib import metadata
from importlib.resources import files
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "kuntapaatos"
CONFIG = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PROJECT = CONFIG["project"]
EXTRAS: dict[str, list[str]] = PROJECT["optional-dependencies"]
FOR_DEVELOPERS = {"test", "engines", "docs", "dev"}

# Where a package is imported under another name than it is installed by.
INSTALLED_AS = {"attr": "attrs", "dateutil": "python-dateutil", "stdnum": "python-stdnum"}

# A folder speaks for what is in it, but for `io`, where each form is imported by name.
MODULES = sorted(
    ".".join(("kuntapaatos", *folder.parts, path.stem))
    for folder in (Path(), Path("io"))
    for path in (SOURCE / folder).iterdir()
    if path.stem[0] not in "_." and (path.suffix == ".py" or path.joinpath("__init__.py").is_file())
)
FRAGMENTS = sorted(
    path for path in (ROOT / "changelog.d").iterdir() if path.name not in {"README.md", ".gitkeep"}
)


def _names(requirements: list[str]) -> set[str]:
    return {re.split(r"[^\w-]", requirement)[0].lower() for requirement in requirements}


def test_version_is_stated_once() -> None:
    """
    The installed version is the one that pyproject.toml states.
    """
    assert metadata.version("kuntapaatos") == PROJECT["version"]


@pytest.mark.parametrize(
    ("name", "line"),
    [
        pytest.param("CITATION.cff", r"^version: (.+)$", id="citation"),
        pytest.param("publiccode.yml", r"^softwareVersion: (.+)$", id="publiccode"),
    ],
)
def test_descriptions_state_the_same_release(name: str, line: str) -> None:
    """
    What describes the project to people and catalogues names the release that is built.
    """
    text = (ROOT / name).read_text(encoding="utf-8")
    assert re.findall(line, text, re.MULTILINE) == [PROJECT["version"]]
    assert PROJECT["urls"]["Source"] in text
    assert PROJECT["license"] in text


def test_what_tests_run_with_is_locked() -> None:
    """
    Every package that the tests ask for is locked to one release with its hashes.
    """
    locked = (ROOT / "tools" / "locked-tests.txt").read_text(encoding="utf-8")
    entries = re.split(r"\n(?=\S)", locked)
    names = {entry.partition("==")[0] for entry in entries}
    wanted = _names([*PROJECT["dependencies"], *EXTRAS["test"], *EXTRAS["all"]]) - {"kuntapaatos"}
    assert {name.replace("_", "-") for name in wanted} <= {re.split(r"[^\w-]", n)[0] for n in names}
    assert all("--hash=sha256:" in entry for entry in entries)
    assert "://" not in locked


def test_types_are_shipped() -> None:
    """
    Callers' type checkers find the marker beside the package.
    """
    assert files("kuntapaatos").joinpath("py.typed").is_file()


def test_command_line_is_installed() -> None:
    """
    `kuntapaatos` calls `main`, which takes its arguments or none.
    """
    (script,) = metadata.entry_points(group="console_scripts", name="kuntapaatos")
    assert script.value == "kuntapaatos.__main__:main"
    (parameter,) = inspect.signature(script.load()).parameters.values()
    assert parameter.default is None


def test_all_is_the_union_of_the_extras() -> None:
    """
    The extra `all` brings what every extra for users brings, and no more.
    """
    for_users = [EXTRAS[name] for name in EXTRAS.keys() - FOR_DEVELOPERS - {"all"}]
    assert sorted(EXTRAS["all"]) == sorted({entry for extra in for_users for entry in extra})


def test_what_is_imported_is_declared() -> None:
    """
    A package that a module names is a dependency, or belongs to an extra for users.
    """
    declared = _names(PROJECT["dependencies"]) | _names(EXTRAS["all"])
    imported: set[str] = set()
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                imported |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom):
                imported.add((node.module or "").partition(".")[0])
    outside = imported - sys.stdlib_module_names - {"kuntapaatos"}
    assert {INSTALLED_AS.get(name, name) for name in outside} <= declared


@pytest.mark.parametrize(
    "ending", ["kuntapaatos docs/examples/viranhaltijapaatos.txt", "-m pytest"]
)
def test_readme_has_its_two_commands(ending: str) -> None:
    """
    Each is one line that starts from nothing; the checks run the very same line.
    """
    lines = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
    (command,) = [line for line in lines if line.endswith(ending)]
    assert command.startswith("python3 -m venv .venv && ")


def test_example_is_there() -> None:
    """
    The decision that README and the documentation show is in the repository.
    """
    assert (ROOT / "docs" / "examples" / "viranhaltijapaatos.txt").is_file()


@pytest.mark.parametrize("module", MODULES)
def test_every_module_has_its_place_in_the_reference(module: str) -> None:
    """
    Public modules are documented, each on the page of its floor.
    """
    pages = (ROOT / "docs" / "reference").rglob("*.md")
    text = "\n".join(page.read_text(encoding="utf-8") for page in pages)
    listed = set(re.findall(r"^\.\. automodule:: (\S+)$", text, re.MULTILINE))
    assert module in listed


def test_changelog_has_its_marker() -> None:
    """
    New sections have a place to go.
    """
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert text.count("<!-- towncrier release notes start -->\n") == 1


@pytest.mark.parametrize("fragment", FRAGMENTS, ids=lambda path: path.name)
def test_fragment(fragment: Path) -> None:
    """
    A fragment is named `+what.type.md` or `number.type.md` and says something.
    """
    kinds = "|".join(kind["directory"] for kind in CONFIG["tool"]["towncrier"]["type"])
    assert re.fullmatch(rf"(\d+|\+[\w-]+)\.({kinds})(\.\d+)?\.md", fragment.name)
    text = fragment.read_text(encoding="utf-8")
    assert text.strip()
    assert "<!--" not in text


def test_the_schema_and_the_catalogues_are_shipped() -> None:
    """
    Beside the code the package has its JSON Schema and a catalogue for each language.
    """
    package = files("kuntapaatos")
    schema = json.loads(package.joinpath("schema/kuntapaatos-3.schema.json").read_text("utf-8"))
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    for language in ("en", "fi", "sv"):
        assert package.joinpath("locale", language, "LC_MESSAGES", "kuntapaatos.po").is_file()
    # The build takes along all below the package, but for what only translators need.
    assert CONFIG["tool"]["hatch"]["build"]["targets"]["wheel"] == {
        "packages": ["src/kuntapaatos"],
        "exclude": ["*.pot"],
    }
