"""
A file is written whole or not at all, and a fault is a sentence.
"""

from __future__ import annotations

import errno
import os
import socket
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
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


@pytest.fixture
def umask(request: pytest.FixtureRequest) -> Iterator[int]:
    """Let new files lose the bits of the parameter, and afterwards those they lost before."""
    before = os.umask(request.param)
    yield request.param
    os.umask(before)


@pytest.mark.parametrize("umask", [0o077, 0o022, 0o027, 0o002], indirect=True, ids=oct)
def test_a_new_file(write: Callable[[Path], None], tmp_path: Path, umask: int) -> None:
    """
    A new file stands alone, and may be read by those whom the umask leaves.
    """
    target = tmp_path / "määräaika"
    write(target)
    assert names(tmp_path) == ["määräaika"]
    assert target.stat().st_size > 100
    if os.name == "posix":
        assert target.stat().st_mode & 0o777 == 0o666 & ~umask


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


posix = pytest.mark.skipif(os.name != "posix", reason="owners and groups are of POSIX")


@posix
@pytest.mark.skipif(getattr(os, "geteuid", int)() != 0, reason="only root gives files away")
def test_its_owner_stays(write: Callable[[Path], None], tmp_path: Path) -> None:
    """
    A file that is replaced keeps its owner and its group.
    """
    target = tmp_path / "määräaika"
    target.write_text("old", encoding="utf-8")
    os.chown(target, 12345, 54321)
    target.chmod(0o640)
    write(target)
    found = target.stat()
    assert (found.st_uid, found.st_gid, found.st_mode & 0o777) == (12345, 54321, 0o640)


@posix
@pytest.mark.parametrize(("mode", "expected"), [(0o640, 0o600), (0o664, 0o644), (0o604, 0o604)])
def test_a_group_that_cannot_be_kept(
    mode: int, expected: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    Where the group cannot be kept, another group may do no more than everybody.
    """
    target = tmp_path / "määräaika"
    target.write_text("old", encoding="utf-8")
    target.chmod(mode)
    plain = Path.stat

    def of_another_group(path: Path, **how: Any) -> Any:
        found = plain(path, **how)
        return found if path.suffix else os.stat_result((*found[:5], found.st_gid + 1, *found[6:]))

    monkeypatch.setattr(os, "chown", refuse(errno.EPERM))
    monkeypatch.setattr(Path, "stat", of_another_group)
    save(target, "new")
    monkeypatch.undo()
    assert (target.read_text(encoding="utf-8"), target.stat().st_mode & 0o777) == ("new", expected)


def test_a_system_without_owners(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    Where files cannot be given away, as on Windows, the mode alone is kept.
    """
    monkeypatch.delattr(os, "chown", raising=False)
    (tmp_path / "x").write_text("old", encoding="utf-8")
    (tmp_path / "x").chmod(0o600)
    save(tmp_path / "x", "new")
    assert (tmp_path / "x").read_text(encoding="utf-8") == "new"
    if os.name == "posix":
        assert (tmp_path / "x").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("there", [True, False], ids=["a file", "nothing yet"])
@pytest.mark.parametrize("links", [1, 2])
def test_a_link(write: Callable[[Path], None], tmp_path: Path, *, there: bool, links: int) -> None:
    """
    A link stays a link: what it leads to is written, where that lies.
    """
    (tmp_path / "far").mkdir()
    target = tmp_path / "far" / "määräaika"
    if there:
        target.write_text("old", encoding="utf-8")
    (tmp_path / "link1").symlink_to(target)
    (tmp_path / "link2").symlink_to("link1")
    write(tmp_path / f"link{links}")
    assert names(tmp_path) == ["far", "link1", "link2"]
    assert (tmp_path / f"link{links}").is_symlink()
    assert names(tmp_path / "far") == ["määräaika"]
    assert not target.is_symlink()
    assert target.stat().st_size > 100


def test_a_link_to_itself(run: Callable[..., tuple[int, str, str]], tmp_path: Path) -> None:
    """
    A link that leads nowhere is an error of the system, which names it.
    """
    (tmp_path / "x").symlink_to("x")
    assert run(EXAMPLE, "--output", tmp_path / "x")[0] == 2
    with pytest.raises(OSError, match="x") as caught:
        save(tmp_path / "x", "text")
    assert caught.value.filename == str(tmp_path / "x")
    assert names(tmp_path) == ["x"]


def a_pipe(path: Path) -> None:
    """Make a named pipe."""
    os.mkfifo(path)


def a_device(path: Path) -> None:
    """Make a link to a device, which nobody but root could make anew."""
    path.symlink_to(os.devnull)


def a_socket(path: Path) -> None:
    """Make a socket; its path may be short only."""
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(os.path.relpath(path))


@posix
@pytest.mark.parametrize(
    "make", [a_pipe, a_device, a_socket, Path.mkdir], ids=["pipe", "device", "socket", "folder"]
)
def test_what_is_no_file(
    make: Callable[[Path], None],
    write: Callable[[Path], None],
    run: Callable[..., tuple[int, str, str]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """
    No file takes the place of a folder, a device, a pipe or a socket, nor is one opened.
    """
    monkeypatch.chdir(tmp_path)
    target = tmp_path / "x"
    make(target)
    kind = stat.S_IFMT(target.stat().st_mode)
    with pytest.raises(InvalidValue, match="path must be a file, not a folder, a device, a pipe"):
        write(target)
    said = (
        "kuntapaatos: vastaus kirjoitetaan vain tiedostoon, ei kansioon, laitteeseen eikä putkeen"
    )
    assert run(EXAMPLE, "--output", target) == (2, "", f"{said}: {target}\n")
    assert names(tmp_path) == ["x"]
    assert stat.S_IFMT(target.stat().st_mode) == kind


@pytest.mark.slow
@posix
def test_what_the_input_is_read_from(tmp_path: Path) -> None:
    """
    An answer is not written over the file that standard input is read from.
    """
    page = tmp_path / "page.txt"
    page.write_bytes(EXAMPLE.read_bytes())
    for target, status in ((page, 2), (tmp_path / "answer.txt", 0)):
        with page.open("rb") as given:
            ran = subprocess.run(
                [sys.executable, "-W", "error", "-m", "kuntapaatos", "-", "--output", str(target)],
                stdin=given, capture_output=True, check=False,
            )  # fmt: skip
        assert ran.returncode == status, ran.stderr
        assert ("luettavan tiedoston päälle" in ran.stderr.decode()) is (status == 2)
    assert page.read_bytes() == EXAMPLE.read_bytes()
    assert names(tmp_path) == ["answer.txt", "page.txt"]


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
        pytest.param(os, "open", errno.EACCES, id="a folder that is only read"),
        pytest.param(os, "open", errno.EROFS, id="a disk that is only read"),
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
    No folder is made.
    """
    with pytest.raises(FileNotFoundError, match="määräaika"):
        write(tmp_path / "puuttuu" / "määräaika")
    assert names(tmp_path) == []


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


@pytest.mark.slow
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


@pytest.mark.slow
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
