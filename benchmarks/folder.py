"""
How fast many files are read in parallel, and whether memory grows with their number.

Writes small decisions, each a little different, into a temporary folder, reads them with
`read_folder` in two processes, and prints at a tenth, half and all of them: files a
second, and the most memory that the first process and each reading one have held so
far.  Those that read may hold at the end a tenth more than at the tenth; the last line
says whether they do.

    python benchmarks/folder.py            2,000 files
    python benchmarks/folder.py 100000     as many
"""

from __future__ import annotations

import multiprocessing
import os
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from kuntapaatos.io.frames import read_folder

PROCESSES = 2
GROWTH = 1.1
_A_FOLDER = 1_000
_PAGE = """Esimerkkilän kaupunki
Kaupunginhallitus

Pöytäkirja
{day}.{month}.{year}

§ {section}

Vuokrasopimus, tontti {section}

ESIDno-{year}-{number}

Päätösehdotus

Kaupunginhallitus päättää vuokrata tontin. Vuokra on {euros} euroa vuodessa.

Päätös

Hyväksyttiin.

Oikaisuvaatimusohje

Tähän päätökseen tyytymätön voi tehdä kirjallisen oikaisuvaatimuksen. Oikaisuvaatimus on
tehtävä 14 päivän kuluessa päätöksen tiedoksisaannista Esimerkkilän kaupunginhallitukselle.
Sähköposti: kirjaamo@esimerkki.fi
Kirjaamon aukioloaika on 8.00-{closes}.00.
"""


def write(folder: Path, files: int) -> None:
    """Write the decisions, a thousand to a folder."""
    for number in range(files):
        into = folder / f"{number // _A_FOLDER:04}"
        if number % _A_FOLDER == 0:
            into.mkdir(parents=True)
        page = _PAGE.format(
            day=1 + number % 28,
            month=1 + number // 28 % 12,
            year=2018 + number // 336 % 8,
            section=1 + number % 400,
            number=number,
            euros=f"{1000 + number % 90_000}",
            closes=14 + number % 3,
        )
        (into / f"{number:06}.txt").write_text(page, encoding="utf-8")


def most_held(pid: int) -> float:
    """Return the most memory that a process has held, in megabytes (Linux)."""
    for line in Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) / 1024
    raise LookupError(pid)


def main() -> int:
    """Write, read and print; return 1 where memory grows."""
    files = int(sys.argv[1]) if len(sys.argv) > 1 else 2_000
    marks = {files // 10, files // 2, files}
    held: list[list[float]] = []
    with TemporaryDirectory() as name:
        folder = Path(name) / "texts"
        write(folder, files)
        start = time.perf_counter()

        def progress(rows: int, _: int | None) -> None:
            if rows in marks:
                taken = time.perf_counter() - start
                readers = [child.pid or 0 for child in multiprocessing.active_children()]
                sizes = [most_held(pid) for pid in (os.getpid(), *sorted(readers))]
                held.append(sizes)
                shown = ", ".join(f"{size:.0f}" for size in sizes)
                print(f"{rows:>9,} files {rows / taken:8.0f} a second, {shown} MB", flush=True)

        into = Path(name) / "rows.jsonl"
        found = read_folder(folder, into, processes=PROCESSES, progress=progress)
        size = into.stat().st_size / 1e6
    first, last = held[0], held[-1]
    met = all(late <= early * GROWTH for early, late in zip(first, last, strict=True))
    print(f"{found.rows:,} rows of {size:.0f} MB, {found.failed} failed")
    print(f"memory {'stays' if met else 'GROWS'}: {sum(first):.0f} MB, then {sum(last):.0f} MB")
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main())
