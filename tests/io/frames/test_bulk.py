"""
Many files are read in order, and nothing that was written is lost when a run is cut off.
"""

from __future__ import annotations

import json
import multiprocessing
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from importlib import metadata
from pathlib import Path
from typing import Any

import pyarrow as pa  # type: ignore[import-untyped, unused-ignore]
import pytest
from attrs import evolve

from kuntapaatos import LAW_AS_OF, Membership, Term
from kuntapaatos.errors import InvalidValue, UnreadableInput
from kuntapaatos.io.frames import Bulk, bulk, journal, locking, read_folder
from kuntapaatos.io.frames.bulk import read_one
from kuntapaatos.io.frames.rows import COLUMNS, row
from kuntapaatos.io.text import Reading, read

PAGE = """Esimerkkilän kaupunki
Kaupunginhallitus

Pöytäkirja
3.2.2025

§ {section}

Vuokrasopimus

Päätös

Hyväksyttiin.

Oikaisuvaatimusohje

Oikaisuvaatimus on tehtävä 14 päivän kuluessa päätöksen tiedoksisaannista.
Kirjaamon aukioloaika on 8.00-16.00.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """
    A folder of twelve decisions, and something hidden that is none.
    """
    folder = tmp_path / "texts"
    (folder / "2025").mkdir(parents=True)
    for number in range(12):
        name = f"2025/{number:02}.txt" if number % 3 else f"{number:02}.txt"
        (folder / name).write_text(PAGE.format(section=number), encoding="utf-8")
    (folder / ".hidden").write_bytes(b"\0")
    return folder


def own_row(reading: Reading) -> dict[str, Any]:
    """
    A row of one's own.
    """
    return {"letters": len(reading.text)}


def test_in_order(folder: Path, tmp_path: Path) -> None:
    """
    A folder is read in the order of its paths, and progress is told after each row.
    """
    seen: list[tuple[int, int | None]] = []
    found = read_folder(
        folder,
        tmp_path / "rows.jsonl",
        processes=1,
        progress=lambda rows, total: seen.append((rows, total)),
    )
    assert found == Bulk(tmp_path / "rows.jsonl", 12, 0)
    assert seen == [(rows, 12) for rows in range(1, 13)]
    paths = [record["path"] for record in found.records()]
    assert paths == sorted(paths, key=lambda name: Path(name).parts)
    assert sorted(paths) == sorted(path.as_posix() for path in folder.rglob("*.txt"))


def test_as_a_frame(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    The rows are an Arrow table with days as days and the Finnish terms.
    """
    monkeypatch.setattr(bulk, "_ROWS_AT_ONCE", 5)
    table = read_folder(folder, tmp_path / "rows.jsonl", processes=1).table()
    assert table.schema.equals(COLUMNS)
    assert sorted(table["section"].to_pylist(), key=int) == [str(n) for n in range(12)]
    assert set(table["decided_on"].to_pylist()) == {date(2025, 2, 3)}
    assert set(table["outcome"].to_pylist()) == {"hyväksytty"}
    assert table["periods"].to_pylist() == [["14 päivää"]] * 12
    assert table["error"].null_count == 12


def test_money() -> None:
    """
    What a membership costs is in the row, to the cent.
    """
    membership = Membership(network="USO", term=Term(2025, 2026), annual_fee=Decimal(12_000))
    nothing = read("")
    found = row(evolve(nothing, decision=evolve(nothing.decision, membership=membership)))
    names = ("network", "first_year", "last_year", "annual_fee", "total_fee")
    assert [found[name] for name in names] == ["USO", 2025, 2026, "12000.00", "24000.00"]


@pytest.mark.slow
def test_processes_give_the_same_file(folder: Path, tmp_path: Path) -> None:
    """
    Two processes write the same file as one, byte by byte.
    """
    read_folder(folder, tmp_path / "one.jsonl", processes=1)
    read_folder(folder, tmp_path / "two.jsonl", processes=2)
    assert (tmp_path / "one.jsonl").read_bytes() == (tmp_path / "two.jsonl").read_bytes()


def test_what_cannot_be_read_says_why(tmp_path: Path) -> None:
    """
    A file that is missing or no text has a row with the reason, and stops nothing.
    """
    (tmp_path / "image.txt").write_bytes(b"\0\1\2")
    (tmp_path / "text.txt").write_text(PAGE.format(section=1), encoding="utf-8")
    paths = [tmp_path / "absent.txt", tmp_path / "image.txt", tmp_path / "text.txt"]
    found = read_folder(map(str, paths), tmp_path / "rows.jsonl", processes=1)
    assert (found.rows, found.failed) == (3, 2)
    errors = found.table()["error"].to_pylist()
    assert errors[0].startswith("absent.txt: cannot be opened")
    assert errors[1] == "image.txt: is no text file"
    assert errors[2] is None
    again = read_folder(paths, tmp_path / "rows.jsonl", processes=1)
    assert again == found


def test_number_of_paths(folder: Path, tmp_path: Path) -> None:
    """
    How many rows there will be is told where it is known.
    """
    seen: list[int | None] = []
    paths = sorted(folder.rglob("*.txt"))[:1]

    def progress(_: int, total: int | None) -> None:
        seen.append(total)

    read_folder(paths, tmp_path / "a.jsonl", processes=1, progress=progress)
    read_folder(iter(paths), tmp_path / "b.jsonl", processes=1, progress=progress)
    assert seen == [1, None]


KILLED = """
import os, signal, sys
from kuntapaatos.io.frames import read_folder

def progress(rows, total):
    print(rows, flush=True)
    if rows == 5:
        os.kill(os.getpid(), signal.SIGKILL)

if __name__ == "__main__":
    read_folder(sys.argv[1], sys.argv[2], processes=int(sys.argv[3]), progress=progress)
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
@pytest.mark.parametrize("processes", ["1", "2"])
def test_killed_half_way(processes: str, folder: Path, tmp_path: Path) -> None:
    """
    A run that is killed leaves every row it told of, and the next goes on after them.
    """
    script, into = tmp_path / "run.py", tmp_path / "rows.jsonl"
    script.write_text(KILLED, encoding="utf-8")
    # The pipe closes when the last process is gone: none is left behind.
    killed = subprocess.run(
        [sys.executable, str(script), str(folder), str(into), processes],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert killed.returncode == -9, killed.stderr
    assert killed.stdout.split() == ["1", "2", "3", "4", "5"]
    left = into.read_bytes()
    assert left.count(b"\n") == 6
    # Force may also fall in the middle of a line.
    into.write_bytes(left + b'{"path":"half')
    seen: list[int] = []
    found = read_folder(folder, into, processes=1, progress=lambda rows, _: seen.append(rows))
    assert seen == list(range(6, 13))
    assert found.rows == 12
    read_folder(folder, tmp_path / "whole.jsonl", processes=1)
    assert into.read_bytes() == (tmp_path / "whole.jsonl").read_bytes()


@pytest.mark.slow
@pytest.mark.parametrize("processes", [1, 2])
def test_interrupted(processes: int, folder: Path, tmp_path: Path) -> None:
    """
    An interrupt ends the run, and what was told is in the file.
    """

    def interrupt(rows: int, _: int | None) -> None:
        if rows == 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        read_folder(folder, tmp_path / "rows.jsonl", processes=processes, progress=interrupt)
    assert (tmp_path / "rows.jsonl").read_bytes().count(b"\n") == 4
    assert read_folder(folder, tmp_path / "rows.jsonl", processes=1).rows == 12


@pytest.mark.slow
def test_memory_is_bounded(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    No more paths are taken than a few for each process ahead of the last row.
    """
    monkeypatch.setattr(bulk, "_AHEAD", 2)
    taken = 0
    written = 0

    def paths() -> Iterator[Path]:
        nonlocal taken
        for path in sorted(folder.rglob("*.txt")):
            taken += 1
            assert taken - written <= 5
            yield path

    def progress(rows: int, _: int | None) -> None:
        nonlocal written
        written = rows

    read_folder(paths(), tmp_path / "rows.jsonl", processes=2, progress=progress)
    assert (taken, written) == (12, 12)


def test_other_paths(folder: Path, tmp_path: Path) -> None:
    """
    A run goes on only with the paths that it was begun with.
    """
    paths = sorted(folder.rglob("*.txt"))
    read_folder(paths[:3], tmp_path / "rows.jsonl", processes=1)
    with pytest.raises(InvalidValue, match=r"paths\[1\] must be .*, as in rows.jsonl"):
        read_folder([paths[0], paths[2]], tmp_path / "rows.jsonl", processes=1)
    with pytest.raises(InvalidValue, match=r"paths\[1\] must be .*; got None"):
        read_folder(paths[:1], tmp_path / "rows.jsonl", processes=1)


def test_the_file_itself_is_not_read(folder: Path) -> None:
    """
    The file of rows may lie in the folder that is read.
    """
    first = read_folder(folder, folder / "rows.jsonl", processes=1)
    assert first == read_folder(folder, folder / "rows.jsonl", processes=1)


def test_a_folder_that_is_closed(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    A folder inside that may not be opened is named, for its files would be missing.
    """
    plain = os.scandir

    def scandir(place: Path) -> Any:
        if place.name == "2025":
            raise PermissionError(13, "Permission denied")
        return plain(place)

    monkeypatch.setattr(os, "scandir", scandir)
    with pytest.raises(UnreadableInput, match="2025: cannot be opened: Permission denied"):
        read_folder(folder, tmp_path / "rows.jsonl", processes=1)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows makes links for few")
@pytest.mark.parametrize("processes", [1, 2])
def test_links(processes: int, folder: Path, tmp_path: Path) -> None:
    """
    A link that leads out of the folder is not read unless told, and its row says so.
    """
    (tmp_path / "secret.txt").write_text(PAGE.format(section=99), encoding="utf-8")
    (tmp_path / "far").mkdir()
    (tmp_path / "far" / "more.txt").write_text(PAGE.format(section=98), encoding="utf-8")
    (folder / "a-out.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "b-in.txt").symlink_to(Path("2025") / "01.txt")
    (folder / "c-far").symlink_to(tmp_path / "far")
    (folder / "d-gone.txt").symlink_to(tmp_path / "gone.txt")
    found = read_folder(folder, tmp_path / "rows.jsonl", processes=processes)
    assert (found.rows, found.failed) == (14, 1)
    rows = {Path(row["path"]).name: row for row in found.records()}
    assert rows["a-out.txt"] == {
        "path": (folder / "a-out.txt").as_posix(),
        "sha256": None,
        "error": "a-out.txt: is a link out of the folder; follow_links=True reads it",
    }
    assert rows["b-in.txt"]["section"] == "1"
    told = read_folder(folder, tmp_path / "told.jsonl", processes=processes, follow_links=True)
    assert (told.rows, told.failed) == (14, 0)
    assert "99" in told.table()["section"].to_pylist()
    alone = read_folder([folder / "a-out.txt"], tmp_path / "one.jsonl", processes=1)
    assert alone.failed == 0


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="other systems keep names as Unicode")
@pytest.mark.parametrize("processes", [1, 2])
def test_names_that_are_no_text(processes: int, folder: Path, tmp_path: Path) -> None:
    """
    A name that is no UTF-8 stands in its row as text, and a run goes on after it.
    """
    for name in (b"p\xe4\xe4t\xf6s.txt", b"02\xff.txt"):
        with open(os.fsencode(folder) + b"/" + name, "wb") as file:  # noqa: PTH123
            file.write(b"\0" if name[0] == 48 else PAGE.format(section=99).encode())

    def stop(rows: int, _: int | None) -> None:
        if rows == 12:
            raise KeyboardInterrupt

    into = tmp_path / "rows.jsonl"
    with pytest.raises(KeyboardInterrupt):
        read_folder(folder, into, processes=processes, progress=stop)
    found = read_folder(folder, into, processes=processes)
    assert (found.rows, found.failed) == (14, 1)
    table = found.table()
    assert table["path"].to_pylist()[-1] == f"{folder.as_posix()}/p\\udce4\\udce4t\\udcf6s.txt"
    assert "02\\udcff.txt: is no text file" in table["error"].to_pylist()
    assert read_folder(folder, into, processes=1) == found


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other devices")
@pytest.mark.parametrize("kind", ["device", "pipe"])
def test_rows_go_to_a_file(kind: str, folder: Path, tmp_path: Path) -> None:
    """
    Rows are not written to what is no file.
    """
    into = Path(os.devnull)
    if kind == "pipe":
        into = tmp_path / "pipe"
        os.mkfifo(into)
    with pytest.raises(UnreadableInput, match="is a device or a pipe; name a file"):
        read_folder(folder, into, processes=1)


def test_own_rows(folder: Path, tmp_path: Path) -> None:
    """
    A function of one's own makes other rows, which do not mix with the usual ones.
    """
    into = tmp_path / "rows.jsonl"
    found = read_folder(folder, into, processes=1, describe=own_row)
    assert found.table(schema=None).column_names == ["path", "sha256", "error", "letters"]
    with pytest.raises(UnreadableInput, match="begin a new one"):
        read_folder(folder, into, processes=1)


@pytest.mark.parametrize(
    ("arguments", "error", "message"),
    [
        ({"processes": 0}, InvalidValue, "processes must be an int of at least 1"),
        ({"processes": True}, InvalidValue, "processes must be an int of at least 1"),
        ({"describe": None}, InvalidValue, "describe must be a function"),
        ({"follow_links": "no"}, InvalidValue, "follow_links must be True or False"),
        ({"paths": "absent"}, UnreadableInput, "absent: is no folder"),
    ],
)
def test_arguments(
    arguments: dict[str, Any], error: type[Exception], message: str, tmp_path: Path
) -> None:
    """
    What cannot be right is refused before a file is made.
    """
    right: dict[str, Any] = {"paths": [], "into": tmp_path / "rows.jsonl", "processes": 1}
    with pytest.raises(error, match=message):
        read_folder(**{**right, **arguments})
    assert not (tmp_path / "rows.jsonl").exists()


@pytest.mark.parametrize("line", [b"{\n", b"[1]\n", b"\xff\n", b"\n"])
def test_damaged(line: bytes, folder: Path, tmp_path: Path) -> None:
    """
    A damaged line is named and nothing is written after it.
    """
    into = tmp_path / "rows.jsonl"
    read_folder(folder, into, processes=1)
    whole = into.read_bytes()
    into.write_bytes(whole + line + whole)
    with pytest.raises(UnreadableInput, match=r"rows.jsonl: line 14 is no JSON object"):
        read_folder(folder, into, processes=1)
    assert into.read_bytes() == whole + line + whole


def test_one_run_at_a_time(folder: Path, tmp_path: Path) -> None:
    """
    A file that another run is writing is left alone, and the error names it.
    """
    into = tmp_path / "rows.jsonl"
    whole = read_folder(folder, into, processes=1)
    before = into.read_bytes()
    with (
        journal.Journal(into, "kuntapaatos.io.frames.rows.row"),
        pytest.raises(UnreadableInput, match=r"rows.jsonl: is being written by another run"),
    ):
        read_folder(folder, into, processes=1)
    assert into.read_bytes() == before
    assert read_folder(folder, into, processes=1) == whole


@pytest.mark.slow
def test_a_run_that_another_starts_inside_is_refused(folder: Path, tmp_path: Path) -> None:
    """
    The lock holds from the first row to the last, with several processes too.
    """
    into = tmp_path / "rows.jsonl"
    refused = []

    def progress(rows: int, _: int | None) -> None:
        with pytest.raises(UnreadableInput, match="another run"):
            read_folder(folder, into, processes=1)
        refused.append(rows)

    assert read_folder(folder, into, processes=2, progress=progress).rows == 12
    assert refused == list(range(1, 13))


class _Bytes:
    """
    The lock of Windows, which has another holder or none.
    """

    LK_NBLCK = 2

    def __init__(self, error: OSError | None) -> None:
        self.error = error
        self.places: list[tuple[int, int, int]] = []

    def locking(self, file: int, mode: int, count: int) -> None:
        self.places.append((os.lseek(file, 0, os.SEEK_CUR), mode, count))
        if self.error is not None:
            raise self.error


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        pytest.param(None, True, id="free"),
        pytest.param(PermissionError(13, "held"), False, id="held by another"),
        pytest.param(OSError(95, "not supported"), True, id="a file system without locks"),
    ],
)
def test_locks_of_bytes(
    error: OSError | None, expected: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    Where a file cannot be locked as a whole, one byte is that nobody reads.
    """
    system = _Bytes(error)
    monkeypatch.setitem(sys.modules, "fcntl", None)
    monkeypatch.setitem(sys.modules, "msvcrt", system)
    with (tmp_path / "rows.jsonl").open("ab") as file:
        assert locking.locked(file.fileno()) is expected
    assert system.places == [(locking._FAR, _Bytes.LK_NBLCK, 1)]


def test_a_system_without_locks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    Where the system has no locks, a run is not refused.
    """
    monkeypatch.setitem(sys.modules, "fcntl", None)
    monkeypatch.setitem(sys.modules, "msvcrt", None)
    with (tmp_path / "rows.jsonl").open("ab") as file:
        assert locking.locked(file.fileno())


def test_first_line(folder: Path, tmp_path: Path) -> None:
    """
    The file says what wrote it; one of another version is left alone.
    """
    into = tmp_path / "rows.jsonl"
    read_folder(folder, into, processes=1)
    first, *_ = into.read_text(encoding="utf-8").splitlines()
    assert json.loads(first) == {
        "kuntapaatos": metadata.version("kuntapaatos"),
        "law_as_of": LAW_AS_OF.isoformat(),
        "entries": "kuntapaatos.io.frames.rows.row",
    }
    into.write_text('{"kuntapaatos":"0.0.1"}\n', encoding="utf-8")
    with pytest.raises(UnreadableInput, match=r"was begun as .*0\.0\.1"):
        read_folder(folder, into, processes=1)
    assert into.read_text(encoding="utf-8") == '{"kuntapaatos":"0.0.1"}\n'


def test_cut_off_in_the_first_line(folder: Path, tmp_path: Path) -> None:
    """
    A file that was killed before its first line was whole begins again.
    """
    into = tmp_path / "rows.jsonl"
    into.write_bytes(b'{"kuntap')
    assert read_folder(folder, into, processes=1).rows == 12


def test_lines_are_brought_to_the_disk(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    After every so many lines, and at the end, the file is on the disk.
    """
    synced: list[int] = []
    plain = os.fsync

    def fsync(number: int) -> None:
        synced.append(number)
        plain(number)

    monkeypatch.setattr(os, "fsync", fsync)
    monkeypatch.setattr(journal, "_BETWEEN_SYNCS", 5)
    read_folder(folder, tmp_path / "rows.jsonl", processes=1)
    # The first line, its folder, two times five rows, and the end.
    assert len(synced) == 5


def test_a_short_write_is_finished(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    Where the system takes only part of a line, the rest follows.
    """
    rows, plain, shortened = tmp_path / "rows.jsonl", os.write, []

    def short(number: int, data: bytes) -> int:
        # Others write too: what ends when the collector runs tells its process so.
        if rows.exists() and os.path.samestat(os.fstat(number), rows.stat()):
            shortened.append(data)
            data = data[:7]
        return plain(number, data)

    monkeypatch.setattr(os, "write", short)
    read_folder(folder, rows, processes=1)
    monkeypatch.undo()
    assert len(shortened) > 13
    assert len(read_folder(folder, rows, processes=1).table()) == 12


def test_a_process_ends_with_the_first(monkeypatch: pytest.MonkeyPatch) -> None:
    """
    A reading process leaves interrupts to the first one, and ends when that is gone.
    """
    ended = threading.Event()
    handled: list[object] = []

    class Gone:
        def join(self) -> None:
            pass

    def leave(status: int) -> None:
        handled.append(status)
        ended.set()

    monkeypatch.setattr(signal, "signal", lambda *given: handled.append(given))
    monkeypatch.setattr(multiprocessing, "parent_process", Gone)
    monkeypatch.setattr(os, "_exit", leave)
    bulk._begin()
    assert ended.wait(60)
    assert handled == [(signal.SIGINT, signal.SIG_IGN), 1]


def test_hash_of_the_file(folder: Path) -> None:
    """
    A row names its file by its path and by what was in it.
    """
    (found,) = read_one(folder / "00.txt", row)
    assert found["path"] == (folder / "00.txt").as_posix()
    assert len(found["sha256"]) == 64
    assert isinstance(pa.Table.from_pylist([found]), pa.Table)


MINUTES = Path(__file__).parents[3] / "docs" / "examples" / "poytakirja.txt"


def test_minutes_have_a_row_an_item(tmp_path: Path) -> None:
    """
    Of minutes each item has a row; stopped between two of them, a run goes on with the next.
    """
    page = "Kunnanhallitus 3.2.2025 § 14\nVuokra\nPäätös\nHyväksyttiin."
    other = tmp_path / "toinen.txt"
    other.write_text(page, encoding="utf-8")
    into = tmp_path / "rows.jsonl"
    seen: list[tuple[int, int | None]] = []

    def progress(rows: int, total: int | None) -> None:
        seen.append((rows, total))

    paths = [MINUTES, other]
    bulk = read_folder(paths, into, processes=1, progress=progress)
    assert (bulk.rows, seen) == (2, [(1, 2), (2, 2)])
    whole = into.read_bytes()
    table = bulk.table().select(["section", "items"]).to_pylist()
    assert [(row["section"], row["items"]) for row in table] == [
        ("13", 3),
        ("14", 3),
        ("15", 3),
        ("14", None),
    ]
    lines = whole.splitlines(keepends=True)
    for kept in range(1, len(lines)):
        into.write_bytes(b"".join(lines[:kept]))
        assert read_folder(paths, into, processes=1).rows == 2
        assert into.read_bytes() == whole
