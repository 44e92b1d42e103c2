"""
A file of JSON lines that is only ever appended to, and survives being cut off.

The first line says which version of the library and of the rules wrote it.  A
line is written at once and whole; whatever the machine leaves of the last one
when it stops is cut off when the file is opened again.
"""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Iterator
from contextlib import suppress
from importlib import metadata
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Any

from kuntapaatos.errors import UnreadableInput
from kuntapaatos.io.frames.locking import locked
from kuntapaatos.law import LAW_AS_OF

__all__ = ["Journal", "entries"]

# How many lines may be lost to a failure of the power supply; to that of a process, none.
_BETWEEN_SYNCS = 64


def _lines(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """Give the values of the whole lines, each with the place at which it ends."""
    end = 0
    with path.open("rb") as file:
        for number, line in enumerate(file, start=1):
            if not line.endswith(b"\n"):
                return
            try:
                value = json.loads(line)
            except ValueError:
                value = None
            if not isinstance(value, dict):
                raise UnreadableInput(path.name, f"line {number} is no JSON object")
            end += len(line)
            yield end, value


def entries(path: Path) -> Iterator[dict[str, Any]]:
    """
    Give the entries of the file, without its first line and a torn last one.

    Raises:
        UnreadableInput: A line is damaged.
    """
    return (value for _, value in islice(_lines(path), 1, None))


def _sync_name(path: Path) -> None:
    """Bring the name of a new file to the disk, where folders can be opened."""
    with suppress(OSError):
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


class Journal:
    """
    The file, open to be appended to.

    Args:
        path: The file; it is made when it is not there.  A torn last line is cut off.
        what: What its entries are; a file of other entries is not appended to.

    Raises:
        UnreadableInput: A line is damaged, another version of the library or of the
            rules wrote the file, it holds other entries, another run writes it, or it is
            a device or a pipe.
    """

    def __init__(self, path: Path, what: str) -> None:
        header = {
            "kuntapaatos": metadata.version("kuntapaatos"),
            "law_as_of": LAW_AS_OF.isoformat(),
            "entries": what,
        }
        flags = os.O_RDWR | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0)
        self._file = os.open(path, flags, 0o644)
        self._unsynced = 0
        try:
            end = self._begun(path, header)
        except BaseException:
            os.close(self._file)
            raise
        os.ftruncate(self._file, end)
        if not end:
            self.append(header)
            self._sync()
            _sync_name(path)

    def _begun(self, path: Path, header: dict[str, str]) -> int:
        """Return where the whole lines end that are there already."""
        if not stat.S_ISREG(os.fstat(self._file).st_mode):
            raise UnreadableInput(path.name, "is a device or a pipe; name a file")
        if not locked(self._file):
            raise UnreadableInput(path.name, "is being written by another run; wait for its end")
        end = 0
        for place, value in _lines(path):
            if not end and value != header:
                why = f"was begun as {value} and cannot go on as {header}; begin a new one"
                raise UnreadableInput(path.name, why)
            end = place
        return end

    def append(self, value: dict[str, Any]) -> None:
        """Write one line, whole."""
        line = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
        while line:
            line = line[os.write(self._file, line) :]
        self._unsynced += 1
        if self._unsynced >= _BETWEEN_SYNCS:
            self._sync()

    def _sync(self) -> None:
        os.fsync(self._file)
        self._unsynced = 0

    def __enter__(self) -> Journal:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        where: TracebackType | None,
    ) -> None:
        self._sync()
        os.close(self._file)
