r"""
Many decisions as files to one file of rows, in processes, and again after a stop.

The rows stand in the order of the paths.  A run that is interrupted or killed
goes on where its file ends; what was read is never read twice.

>>> from tempfile import TemporaryDirectory
>>> with TemporaryDirectory() as name:
...     folder = Path(name) / "texts"
...     folder.mkdir()
...     page = "Kunnanhallitus 3.2.2025 § 14\nVuokra\nPäätös\nHyväksyttiin."
...     _ = (folder / "1.txt").write_text(page, encoding="utf-8")
...     bulk = read_folder(folder, Path(name) / "rows.jsonl", processes=1)
...     bulk.table().select(["section", "outcome"]).to_pylist()
[{'section': '14', 'outcome': 'hyväksytty'}]
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sized
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import closing
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import Any, TypeAlias

from attrs import frozen

from kuntapaatos.errors import InvalidValue, KuntapaatosError, UnreadableInput
from kuntapaatos.io.files import MAXIMUM_BYTES, load
from kuntapaatos.io.frames.extra import pa
from kuntapaatos.io.frames.journal import Journal, entries
from kuntapaatos.io.frames.rows import COLUMNS, Row, from_json, row
from kuntapaatos.io.frames.tables import ArrowTable
from kuntapaatos.io.text import Reading, read

__all__ = ["Bulk", "read_folder"]

Describe: TypeAlias = Callable[[Reading], Row]
"""Makes a flat row of what JSON can hold; a function that another process can import."""
Progress: TypeAlias = Callable[[int, int | None], object]
"""Is told how many rows the file has, and how many it will have, where that is known."""

# Files in work for each process: enough to keep it busy while an earlier one is slow.
_AHEAD = 16
_ROWS_AT_ONCE = 10_000


@frozen
class Bulk:
    """
    What a run left.

    Attributes:
        path: The file of JSON lines: one that says what wrote it, then one a file.
        rows: How many files it tells about.
        failed: How many of those could not be read; their `error` says why.
    """

    path: Path
    rows: int
    failed: int

    def records(self) -> Iterator[Row]:
        """
        Give the rows one by one, as JSON holds them.

        Raises:
            UnreadableInput: A line of the file is damaged.
        """
        return entries(self.path)

    def table(self, schema: Any = COLUMNS) -> ArrowTable:
        """
        Return the rows as an Arrow table.

        Args:
            schema: The Arrow schema; `None` infers one, for rows of one's own.

        Raises:
            UnreadableInput: A line of the file is damaged.
        """
        rows = map(from_json, self.records())
        if schema is None:
            return pa.Table.from_pylist(list(rows))
        batches = []
        while some := list(islice(rows, _ROWS_AT_ONCE)):
            batches.append(pa.RecordBatch.from_pylist(some, schema))
        return pa.Table.from_batches(batches, schema)


def read_one(path: Path, describe: Describe) -> Row:
    """Return the row of one file; what cannot be read says why."""
    found: Row = {"path": path.as_posix(), "sha256": None, "error": None}
    try:
        with path.open("rb") as file:
            data = file.read(MAXIMUM_BYTES + 1)
        found["sha256"] = sha256(data).hexdigest()
        return found | describe(read(load(data, path.suffix, name=path.name)))
    except KuntapaatosError as error:
        return found | {"error": str(error)}
    except OSError as error:
        return found | {"error": f"{path.name}: cannot be opened: {error.strerror}"}


def _end_with(parent: Any) -> None:
    parent.join()
    os._exit(1)


def _begin() -> None:
    """Let the first process decide on an interrupt, and end when it is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    threading.Thread(target=_end_with, args=(parent,), daemon=True).start()


def _read_all(
    paths: Iterable[Path], describe: Describe, processes: int
) -> Generator[Row, None, None]:
    """Give the rows in the order of the paths."""
    if processes == 1:
        for path in paths:
            yield read_one(path, describe)
        return
    # A fresh interpreter for each process: the same on every system, and safe with threads.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(processes, mp_context=context, initializer=_begin) as pool:
        waiting: deque[Future[Row]] = deque()
        try:
            for path in paths:
                waiting.append(pool.submit(read_one, path, describe))
                if len(waiting) >= processes * _AHEAD:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


@frozen
class _Folder:
    """
    The files of a folder, in order of their paths, looked up again each time.

    Only the names of one folder and of those above it are held at a time.
    """

    folder: Path
    into: Path

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __iter__(self) -> Iterator[Path]:
        return self._inside(self.folder)

    def _inside(self, folder: Path) -> Iterator[Path]:
        try:
            with os.scandir(folder) as found:
                inside = sorted(found, key=lambda entry: os.path.normcase(entry.name))
        except OSError as error:
            raise UnreadableInput(folder.name, f"cannot be opened: {error.strerror}") from None
        for entry in inside:
            path = folder / entry.name
            if entry.is_dir(follow_symlinks=False):
                yield from self._inside(path)
            elif entry.is_file() and entry.name[0] != "." and not self._is_own(entry, path):
                yield path

    def _is_own(self, entry: os.DirEntry[str], path: Path) -> bool:
        alike = entry.name == self.into.name or entry.is_symlink()
        return alike and path.resolve() == self.into


def _files(paths: Path | str | Iterable[Path | str], into: Path) -> Iterable[Path]:
    if not isinstance(paths, Path | str):
        return map(Path, paths)
    folder = Path(paths)
    if not folder.is_dir():
        raise UnreadableInput(folder.name, "is no folder; give one, or the paths of files")
    return _Folder(folder, into.resolve())


def read_folder(
    paths: Path | str | Iterable[Path | str],
    into: Path | str,
    *,
    processes: int,
    progress: Progress | None = None,
    describe: Describe = row,
) -> Bulk:
    """
    Read many files, and append a row about each to a file of JSON lines.

    Stopped at any moment, by an interrupt or by force, it loses no row that was
    written; called again with the same paths it goes on after the last one.  Memory
    is bounded: a few files for each process are in work at a time.

    With more than one process the calling script is imported by each of them, so it
    calls this below `if __name__ == "__main__":`.

    Args:
        paths: A folder, of which every file is read, in order of its path, without
            hidden ones; or the paths themselves, in the order that is kept.
        into: The file of JSON lines; while a run writes it, no other can.
        processes: How many files are read at the same time.
        progress: Is told after each row how many there are.
        describe: Makes the row of a reading.

    Raises:
        UnreadableInput: *paths* is a name and no folder, a folder in it cannot be opened, a
            line of *into* is damaged, another version of the library or of the rules, or
            another *describe*, wrote it, or another run is writing it.
        InvalidValue: *paths* are not those that *into* begins with, *processes* is no
            positive number, or *describe* is no function.
        ImportError: A file needs an extra that is not installed.
    """
    if type(processes) is not int or processes < 1:
        raise InvalidValue("processes", processes, "an int of at least 1")
    name = getattr(describe, "__qualname__", None)
    if name is None:
        raise InvalidValue("describe", describe, "a function that another process can import")
    into = Path(into)
    files = _files(paths, into)
    total = len(files) if isinstance(files, Sized) else None
    if total is None and isinstance(paths, Sized):
        total = len(paths)
    left = iter(files)
    rows = failed = 0
    with Journal(into, f"{describe.__module__}.{name}") as journal:
        for found in entries(into):
            path = next(left, None)
            if path is None or path.as_posix() != found["path"]:
                given = None if path is None else path.as_posix()
                raise InvalidValue(f"paths[{rows}]", given, f"{found['path']}, as in {into.name}")
            rows += 1
            failed += found["error"] is not None
        with closing(_read_all(left, describe, processes)) as readings:
            for reading in readings:
                journal.append(reading)
                rows += 1
                failed += reading["error"] is not None
                if progress is not None:
                    progress(rows, total)
    return Bulk(into, rows, failed)
