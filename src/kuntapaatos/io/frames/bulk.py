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
from itertools import chain, islice
from pathlib import Path
from typing import Any, TypeAlias

from attrs import frozen

from kuntapaatos.checks import check_flag
from kuntapaatos.errors import InvalidValue, KuntapaatosError, UnreadableInput
from kuntapaatos.io.files import MAXIMUM_BYTES, Document, files_in, open_document
from kuntapaatos.io.frames.extra import pa
from kuntapaatos.io.frames.journal import Journal, entries
from kuntapaatos.io.frames.rows import COLUMNS, Row, from_json, row
from kuntapaatos.io.frames.tables import ArrowTable
from kuntapaatos.io.text import Reading

__all__ = ["Bulk", "read_folder"]

Describe: TypeAlias = Callable[[Reading], Row]
"""Makes a flat row of what JSON can hold; a function that another process can import."""
Progress: TypeAlias = Callable[[int, int | None], object]
"""Is told how many files have their rows, and how many will, where that is known."""

# Files in work for each process: enough to keep it busy while an earlier one is slow.
_AHEAD = 16
_ROWS_AT_ONCE = 10_000


@frozen
class Bulk:
    """
    What a run left.

    Attributes:
        path: The file of JSON lines: one that says what wrote it, then one a file, or of
            minutes one an item.
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


def _shown(name: str) -> str:
    r"""Return the name of a file as text: a byte that is no UTF-8 as "\udce4"."""
    return name.encode("utf-8", "backslashreplace").decode()


def read_one(path: Path, describe: Describe, within: Path | None = None) -> list[Row]:
    """
    Return the rows of one file: one, or of minutes one an item.

    What cannot be read, or leads out of *within*, has a row that says why.
    """
    found: Row = {"path": _shown(path.as_posix()), "sha256": None, "error": None}
    name = _shown(path.name)
    try:
        if within is not None and not Path(os.path.realpath(path)).is_relative_to(within):
            raise UnreadableInput(name, "is a link out of the folder; follow_links=True reads it")
        with path.open("rb") as file:
            data = file.read(MAXIMUM_BYTES + 1)
        found["sha256"] = sha256(data).hexdigest()
        readings = _readings(open_document(data, path.suffix, name=name))
    except KuntapaatosError as error:
        return [found | {"error": str(error)}]
    except OSError as error:
        return [found | {"error": f"{name}: cannot be opened: {error.strerror}"}]
    several = {"items": len(readings)} if len(readings) > 1 else {}
    return [found | several | describe(reading) for reading in readings]


def _readings(document: Document) -> list[Reading]:
    """Return what a file says: as a decision, or item by item where it is minutes."""
    reading = document.reading()
    minutes = document.meeting(reading)
    return [reading] if minutes is None else [item.reading for item in minutes.items]


def _end_with(parent: Any) -> None:
    parent.join()
    os._exit(1)


def _begin() -> None:
    """Let the first process decide on an interrupt, and end when it is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    threading.Thread(target=_end_with, args=(parent,), daemon=True).start()


def _read_all(
    paths: Iterable[Path], describe: Describe, within: Path | None, processes: int
) -> Generator[list[Row], None, None]:
    """Give the rows of each file in the order of the paths."""
    if processes == 1:
        for path in paths:
            yield read_one(path, describe, within)
        return
    # A fresh interpreter for each process: the same on every system, and safe with threads.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(processes, mp_context=context, initializer=_begin) as pool:
        waiting: deque[Future[list[Row]]] = deque()
        try:
            for path in paths:
                waiting.append(pool.submit(read_one, path, describe, within))
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
        return files_in(self.folder, self.into)


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
    follow_links: bool = False,
) -> Bulk:
    """
    Read many files, and append a row about each to a file of JSON lines.

    Of whole minutes or an agenda each item has a row, and "items" says how many there are.

    Stopped at any moment, by an interrupt or by force, it loses no row that was
    written; called again with the same paths it goes on after the last one.  Memory
    is bounded: a few files for each process are in work at a time.

    With more than one process the calling script is imported by each of them, so it
    calls this below `if __name__ == "__main__":`.

    Args:
        paths: A folder, of which every file is read, in order of its path, without
            hidden ones and folders that are links; or the paths themselves, in the
            order that is kept.
        into: The file of JSON lines; while a run writes it, no other can.
        processes: How many files are read at the same time.
        progress: Is told after each file how many there are.
        describe: Makes the row of a reading.
        follow_links: Whether a link in the folder may lead to a file outside it; by
            default such a link has a row that says so.

    Raises:
        UnreadableInput: *paths* is a name and no folder, a folder in it cannot be opened, a
            line of *into* is damaged, another version of the library or of the rules, or
            another *describe*, wrote it, another run is writing it, or it is a device or
            a pipe.
        InvalidValue: *paths* are not those that *into* begins with, *processes* is no
            positive number, *describe* is no function, or *follow_links* is no bool.
        ImportError: A file needs an extra that is not installed.
    """
    if type(processes) is not int or processes < 1:
        raise InvalidValue("processes", processes, "an int of at least 1")
    name = getattr(describe, "__qualname__", None)
    if name is None:
        raise InvalidValue("describe", describe, "a function that another process can import")
    check_flag("follow_links", follow_links)
    into = Path(into)
    within = Path(paths).resolve() if isinstance(paths, Path | str) and not follow_links else None
    files = _files(paths, into)
    total = len(files) if isinstance(files, Sized) else None
    if total is None and isinstance(paths, Sized):
        total = len(paths)
    left = iter(files)
    rows = failed = begun = 0
    path: Path | None = None
    with Journal(into, f"{describe.__module__}.{name}") as journal:
        for found in entries(into):
            if not begun:
                path = next(left, None)
            given = None if path is None else _shown(path.as_posix())
            if given != found["path"]:
                raise InvalidValue(f"paths[{rows}]", given, f"{found['path']}, as in {into.name}")
            rows += not begun
            failed += found["error"] is not None
            # Minutes have a row an item; the last ones may be missing after a stop.
            begun = (begun + 1) % found.get("items", 1)
        if begun and path is not None:
            left = chain([path], left)
            rows -= 1
        with closing(_read_all(left, describe, within, processes)) as readings:
            for reading in readings:
                for found in reading[begun:]:
                    journal.append(found)
                begun = 0
                rows += 1
                failed += reading[0]["error"] is not None
                if progress is not None:
                    progress(rows, total)
    return Bulk(into, rows, failed)
