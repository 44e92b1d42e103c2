"""
A file is written whole or not at all, and a fault is a sentence.
"""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

import kuntapaatos as kp
from kuntapaatos.errors import InvalidValue
from kuntapaatos.io import notebook
from kuntapaatos.io.ical import to_ical
from kuntapaatos.io.json import to_json
from kuntapaatos.io.saving import save

DEADLINE = kp.count_deadline(kp.Notice.letter(date(2024, 12, 10)), kp.Period.days(14))
EXAMPLE = Path(__file__).parents[2] / "docs" / "examples" / "viranhaltijapaatos.txt"

WRITERS: dict[str, Callable[[Path], None]] = {
    "a picture": lambda path: notebook.picture(DEADLINE).save(path),
    "a calendar": lambda path: save(path, to_ical(DEADLINE, stamp=datetime(2025, 1, 1, tzinfo=UTC))),
    "JSON": lambda path: save(path, to_json(DEADLINE)),
}  # fmt: skip


@pytest.fixture(params=WRITERS)
def write(request: pytest.FixtureRequest) -> Callable[[Path], None]:
    """Return each of the writers."""
    return WRITERS[request.param]


def names(folder: Path) -> list[str]:
    """Return what is in a folder."""
    return sorted(found.name for found in folder.iterdir())


def test_a_new_file(write: Callable[[Path], None], tmp_path: Path) -> None:
    """
    A new file can be read by everybody, and stands alone.
    """
    target = tmp_path / "määräaika"
    write(target)
    assert names(tmp_path) == ["määräaika"]
    assert target.stat().st_size > 100
    if os.name == "posix":
        assert target.stat().st_mode & 0o777 == 0o644


def test_over_another(write: Callable[[Path], None], tmp_path: Path) -> None:
    """
    A file that was there is replaced, and keeps its mode.
    """
    target = tmp_path / "määräaika"
    target.write_text("old", encoding="utf-8")
    target.chmod(0o600)
    write(target)
    assert names(tmp_path) == ["määräaika"]
    assert target.read_bytes() != b"old"
    if os.name == "posix":
        assert target.stat().st_mode & 0o777 == 0o600


def test_line_ends_stay(tmp_path: Path) -> None:
    """
    Bytes and texts are written as they are, on every machine.
    """
    for content in ("ä\nö\r\n", b"\xe4\r\n\x00"):
        save(str(tmp_path / "x"), content)
        expected = content if isinstance(content, bytes) else content.encode()
        assert (tmp_path / "x").read_bytes() == expected


def refuse(code: int) -> Callable[..., Any]:
    """Return what fails as a disk does."""

    def fail(*_: object, **__: object) -> None:
        raise OSError(code, os.strerror(code), "aside")

    return fail


@pytest.mark.parametrize(
    ("module", "name", "code"),
    [
        pytest.param(tempfile, "mkstemp", errno.EACCES, id="a folder that is only read"),
        pytest.param(tempfile, "mkstemp", errno.EROFS, id="a disk that is only read"),
        pytest.param(os, "fsync", errno.ENOSPC, id="a full disk"),
        pytest.param(Path, "replace", errno.EACCES, id="a file that is held"),
    ],
)
def test_what_cannot_be_written(
    write: Callable[[Path], None],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    module: Any,
    name: str,
    code: int,
) -> None:
    """
    What was there stays as it was, nothing is left aside, and the error names the file.
    """
    target = tmp_path / "määräaika"
    target.write_text("old", encoding="utf-8")
    with monkeypatch.context() as patched:
        patched.setattr(module, name, refuse(code))
        with pytest.raises(OSError, match="määräaika") as caught:
            write(target)
    assert (caught.value.errno, caught.value.filename) == (code, str(target))
    assert names(tmp_path) == ["määräaika"]
    assert target.read_text(encoding="utf-8") == "old"


def test_no_folder(write: Callable[[Path], None], tmp_path: Path) -> None:
    """
    No folder is made, and none is written over.
    """
    with pytest.raises(FileNotFoundError, match="määräaika"):
        write(tmp_path / "puuttuu" / "määräaika")
    (tmp_path / "kansio").mkdir()
    with pytest.raises(OSError, match="kansio"):
        write(tmp_path / "kansio")
    assert names(tmp_path) == ["kansio"]
    assert names(tmp_path / "kansio") == []


def test_interrupted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    Whoever interrupts the program leaves nothing half written.
    """

    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        save(tmp_path / "x", "text")
    assert names(tmp_path) == []


@pytest.mark.parametrize("content", [None, 5, ["text"], "\ud800"], ids=repr)
def test_bad_content(content: Any, tmp_path: Path) -> None:
    """
    What is no text and no bytes is refused before anything is written.
    """
    with pytest.raises(InvalidValue, match="content must"):
        save(tmp_path / "x", content)
    assert names(tmp_path) == []


@pytest.mark.parametrize("form", ["--json", "--ics"])
def test_a_full_target_of_the_command(form: str) -> None:
    """
    Where the output cannot be written the command says so and fails.
    """
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("no device that is always full")
    with full.open("wb") as target:
        ran = subprocess.run(
            [sys.executable, "-W", "error", "-m", "kuntapaatos", form, str(EXAMPLE)],
            stdout=target, stderr=subprocess.PIPE, check=False,
        )  # fmt: skip
    assert ran.returncode == 1
    assert (
        ran.stderr.decode()
        == f"kuntapaatos: vastausta ei voi kirjoittaa: {os.strerror(errno.ENOSPC)}\n"
    )


@pytest.mark.parametrize("form", ["--json", "--ics"])
def test_a_closed_reader_of_the_command(form: str) -> None:
    """
    A reader who has seen enough is no error, and nothing else is said.
    """
    with subprocess.Popen(
        [sys.executable, "-W", "error", "-m", "kuntapaatos", form, str(EXAMPLE)],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    ) as ran:  # fmt: skip
        assert ran.stdout is not None
        assert ran.stderr is not None
        ran.stdout.close()
        assert ran.stderr.read() == b""
    assert ran.returncode == 0
