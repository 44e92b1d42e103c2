"""
The built wheel in an empty environment: only what it declares, and Swedish without Babel.
"""

from __future__ import annotations

import importlib.metadata
import importlib.util
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[1]
# What is declared apart from Babel, which must not be needed for words, and what it brings.
DEPENDENCIES = ("attrs", "holidays", "python-dateutil", "six")
SWEDISH = """
import sys
import kuntapaatos as kp
from kuntapaatos.io.wording import languages, say, write_instruction

assert kp.__file__.startswith(sys.prefix), kp.__file__
written = write_instruction(kp.AppealInstruction(remedy=kp.RemedyKind.ADMINISTRATIVE_REVIEW), "sv")
print(languages(), say(kp.Period.days(14), "sv-FI", plain=True), written.split("\\n")[0], sep="|")
assert not any(name.partition(".")[0] == "babel" for name in sys.modules)
"""


def _linked(folder: Path) -> None:
    """Put the declared dependencies, and nothing else, into a folder."""
    folder.mkdir()
    for name in DEPENDENCIES:
        distribution = importlib.metadata.distribution(name)
        for top in {file.parts[0] for file in distribution.files or () if ".." not in file.parts}:
            target = Path(str(distribution.locate_file(top)))
            if top != "__pycache__" and target.exists():
                (folder / top).symlink_to(target)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the checkout without any network."""
    if importlib.util.find_spec("hatchling") is None:
        pytest.skip("hatchling is not installed, and nothing is fetched to build with")
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    (built,) = folder.glob("*.whl")
    return built


def test_every_language_is_compiled(wheel: Path) -> None:
    """
    The wheel has each catalogue as text and compiled.
    """
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    texts = [name for name in names if name.endswith(".po")]
    assert len(texts) == 3
    assert {f"{name[:-3]}.mo" for name in texts} <= set(names)


def test_swedish_from_the_wheel(wheel: Path, tmp_path: Path) -> None:
    """
    Installed where nothing else is, the library answers in Swedish.
    """
    home = tmp_path / "venv"
    venv.create(home, with_pip=False, symlinks=sys.platform != "win32")
    python = home / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    (library,) = (path for path in home.rglob("site-packages") if path.is_dir())
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(library)
    _linked(tmp_path / "declared")
    (library / "declared.pth").write_text(f"{tmp_path / 'declared'}\n", encoding="utf-8")
    run = subprocess.run(
        [str(python), "-I", "-W", "error", "-c", SWEDISH],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert run.returncode == 0, run.stderr
    assert run.stdout == ("('en', 'fi', 'sv')|14 dagar|Anvisningar om hur man begär omprövning\n")


def test_the_tables_of_law_are_there(wheel: Path) -> None:
    """
    The wheel has the tables from which every rule is read.
    """
    with zipfile.ZipFile(wheel) as archive:
        names = {name.rpartition("/")[2] for name in archive.namelist() if "/law/" in name}
    assert {"acts.csv", "notices.csv", "remedies.csv"} <= names


def test_a_wheel_built_twice_is_the_same(wheel: Path, tmp_path: Path) -> None:
    """
    What is built of one checkout is the same to the byte, whenever it is built.
    """
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
    assert (tmp_path / wheel.name).read_bytes() == wheel.read_bytes()
