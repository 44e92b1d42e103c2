r"""
A file that is there whole or not at all: written aside, then moved into place.

For whatever the other forms give: a calendar's bytes, a JSON text, a picture.

>>> from tempfile import TemporaryDirectory
>>> with TemporaryDirectory() as folder:
...     target = Path(folder) / "kausi.json"
...     save(target, '{"first_year":2025}\n')
...     target.read_text(encoding="utf-8"), [found.name for found in target.parent.iterdir()]
('{"first_year":2025}\n', ['kausi.json'])
"""

from __future__ import annotations

import os
import secrets
import stat
from contextlib import suppress
from pathlib import Path

from kuntapaatos.errors import InvalidValue

__all__ = ["check_target", "save"]

# The umask takes its share of the first; the second waits for the mode of the old file.
_NEW, _ONLY_OURS = 0o666, 0o600
_FLAGS = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


def check_target(path: str | Path) -> None:
    """
    Refuse a path at which there is something that no file may take the place of.

    Args:
        path: Where something is to be written; a link stands for what it leads to.

    Raises:
        InvalidValue: There is a folder, a device, a named pipe or a socket.
        OSError: A link leads to itself, or the system does not tell what is there.
    """
    found = _status(Path(path))
    if found is not None and not stat.S_ISREG(found.st_mode):
        raise InvalidValue("path", str(path), "a file, not a folder, a device, a pipe or a socket")


def _status(path: Path) -> os.stat_result | None:
    """Return what the system knows of a file; `None` when there is none."""
    try:
        return path.stat()
    except FileNotFoundError:
        return None


def save(path: str | Path, content: str | bytes) -> None:
    """
    Write a file so that nobody ever sees a part of it.

    A link stays, and what it leads to is replaced.  A file that is there keeps its mode
    and, where the system lets us, its owner and group; if anything goes wrong it keeps
    its content.  A new one has the mode that the umask leaves.

    Args:
        path: The file; its folder must be there.
        content: Bytes as they are, such as a calendar's; a text in UTF-8, its line
            ends as they are.

    Raises:
        InvalidValue: *content* is neither, or a text that UTF-8 cannot hold; or *path* is
            a folder, a device, a named pipe or a socket.
        OSError: The file cannot be written; the error names *path*.
    """
    if not isinstance(content, str | bytes):
        raise InvalidValue("content", content, "a str or bytes")
    try:
        data = content.encode() if isinstance(content, str) else content
    except UnicodeEncodeError:
        raise InvalidValue("content", "a text with half a character", "whole characters") from None
    try:
        check_target(path)
        _write(Path(os.path.realpath(path)), data)
    except OSError as error:
        # Not the name of the file aside, which is gone and was never asked for.
        raise OSError(error.errno, error.strerror, str(path)) from None


def _write(target: Path, data: bytes) -> None:
    old = _status(target)
    aside = target.with_name(f".{secrets.token_hex(8)}.part")
    handle = os.open(aside, _FLAGS, _NEW if old is None else _ONLY_OURS)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(handle)
        if old is not None:
            _make_alike(aside, old)
        aside.replace(target)
    except BaseException:
        aside.unlink(missing_ok=True)
        raise


def _make_alike(aside: Path, old: os.stat_result) -> None:
    """Give a file the owner, the group and the mode of another, as far as the system lets us."""
    mode = old.st_mode & 0o777
    chown = getattr(os, "chown", None)  # Windows has none
    if chown is not None:
        with suppress(OSError):
            chown(aside, -1, old.st_gid)
        with suppress(OSError):
            chown(aside, old.st_uid, -1)
    if aside.stat().st_gid != old.st_gid:
        # What the old group might do is no right of the new one.
        mode &= 0o707 | (mode & 0o007) << 3
    aside.chmod(mode)
