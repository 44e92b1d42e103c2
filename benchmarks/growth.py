"""
How the time and memory of reading grow with the length of a hostile text.

Twice the text should take at most two and a half times as long.  Prints a row a
text: the ratio of the best of five, and whether the goal is met.  Then the largest
texts are read, each in a process of its own that may take no more than half a
gigabyte; the last line counts.

    python benchmarks/growth.py            all of them
    python benchmarks/growth.py PART       texts that hold PART, without the largest
"""

from __future__ import annotations

import subprocess
import sys
import time

from kuntapaatos.io.text import read
from kuntapaatos.municipalities import municipalities

_PAGE = "Esimerkkilän kaupunki   Pöytäkirja   {n} ({n})\n\nRivi jatkuu tästä\n\f"
_INSTRUCTION = (
    "Oikaisuvaatimusohje\n\nOikaisuvaatimus on tehtävä 14 päivän kuluessa päätöksen"
    " tiedoksisaannista.\nOikaisuvaatimus toimitetaan kaupungin kirjaamoon.\n"
    "Sähköposti: kirjaamo@esimerkki.fi\nAukioloaika: ma-pe 8-15\n\n"
)
_ANVISNING = (
    "Anvisning om begäran om omprövning\n\nBegäran om omprövning ska göras inom 14 dagar från"
    " delfåendet av beslutet.\nBegäran riktas till stadsstyrelsen i Exempelstad.\n"
    "E-post: registrator@example.fi\nÖppettid: mån-fre 8-15\n\n"
)
_NAMES = [name for one in municipalities() for name in (one.name, one.name_sv)]
PIECES = [
    "1234 567 89 ",
    " ",
    "\n",
    "§ ",
    "Päätös\n",
    "Päätösehdotus\nX\nPäätös\nHyväksyttiin.\n",
    "Kaupunginhallitus 1.1.2020 § 1\n",
    "Kh § 1\n",
    "Aa-",
    "ab-\nab",
    "USO-verkosto 12 000 euroa vuodessa ",
    "kustannuspaikalle 1234 ",
    "Tiedoksi a, b, ",
    "neljä ",
    "Tämä rivi toistuu sivun yläreunassa aina\n\n\n",
    "\u00ad",
    "\ufb01",
    "a\u0308",
    # Headings and labels, in both languages.
    "OIKAISUVAATIMUSOHJE\n",
    "Kaupunginhallituksen jaosto ",
    "Asia:\tVuokra\nEsittelijä:\tKaupunginjohtaja\nPäätös:\tHyväksyttiin.\n",
    "Ärende\nArrende\nBeslut\nGodkändes.\n",
    "Stadsstyrelsen 1.1.2020 § 1\n",
    # Instructions and what stands in them.
    _INSTRUCTION,
    _ANVISNING,
    _INSTRUCTION + _ANVISNING,
    "valitus oikaisuvaatimus muutoksenhaku ",
    "14 päivän kuluessa tiedoksisaannista ",
    "inom 30 dagar från delfåendet ",
    "kirjaamo@esimerkki.fi ",
    "a.b-c@",
    "Esimerkkikatu 1, 00100 Helsinki ",
    "puh. 09 123 4567, ma-pe 8.00-16.15 ",
    "hallinto-oikeus, Esimerkkilän hallinto-oikeudelle ",
    # What repeats on pages, nests, or goes on.
    _PAGE.format(n=1),
    "((((",
    "(a) [b] ",
    "https://esimerkki.fi/a?b=c ",
    "sana ",
    "Kunta päättää, että ",
    "vasen palsta jatkuu    oikea palsta jatkuu\n",
    "vasen jatkuu\n    oikea jatkuu\n\n",
    "1.1.2020 ",
    "13. joulukuuta 2024 klo 12.00 ",
    "1.871.348,34 € ",
    "9 000 - 45 000 euroa ",
    "KAJDno-2024-1799 ",
    "12/2024 § ",
    f"{' '.join(_NAMES)}\n",
    f"{'n kaupunki '.join(_NAMES)}\n",
    f"{chr(10).join(_NAMES)}\n",
]
LARGEST = ["1234 567 89 ", " ", "\n", "Kaupunginhallitus 1.1.2020 § 1\n", _INSTRUCTION, _ANVISNING]
SHORT, LONG, LARGE = 100_000, 200_000, 10_000_000
GOAL, SECONDS, BYTES = 2.5, 120, 512_000_000

_ALONE = """
import resource, sys, time
from kuntapaatos.io.text import read
piece, size, most = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
resource.setrlimit(resource.RLIMIT_AS, (most, most))
text = piece * (size // len(piece))
start = time.process_time()
read(text)
seconds = time.process_time() - start
print(seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def seconds(piece: str, length: int) -> float:
    """Return the best of five times of reading *piece* repeated to a length."""
    text = piece * (length // len(piece))
    best = float("inf")
    for _ in range(5):
        start = time.process_time()
        read(text)
        best = min(best, time.process_time() - start)
    return best


def grows(piece: str) -> bool:
    """Measure one piece, print its row, and return whether the goal is met."""
    once, twice = seconds(piece, SHORT), seconds(piece, LONG)
    if twice > GOAL * once:  # a machine that is busy grows too
        once, twice = min(once, seconds(piece, SHORT)), min(twice, seconds(piece, LONG))
    met = twice <= GOAL * once
    print(
        f"{piece[:30]!r:36} {once * 1e3:8.1f} ms {twice * 1e3:8.1f} ms {twice / once:6.2f}"
        f" {'met' if met else 'NOT MET'}",
        flush=True,
    )
    return met


def is_read(piece: str) -> bool:
    """Read ten million characters in a process with little memory, and print its row."""
    given = [sys.executable, "-c", _ALONE, piece, str(LARGE), str(BYTES)]
    try:
        done = subprocess.run(given, capture_output=True, text=True, timeout=SECONDS, check=False)
    except subprocess.TimeoutExpired:
        print(f"{piece[:30]!r:36} more than {SECONDS} s NOT MET")
        return False
    if done.returncode:
        print(f"{piece[:30]!r:36} {done.stderr.splitlines()[-1]} NOT MET")
        return False
    taken, kilobytes = done.stdout.split()
    print(
        f"{piece[:30]!r:36} {LARGE // 1_000_000} million {float(taken):6.2f} s"
        f" {int(kilobytes) / 1024:6.0f} MB met",
        flush=True,
    )
    return True


def main() -> None:
    """Measure every text and print the tables."""
    part = sys.argv[1] if len(sys.argv) > 1 else ""
    met = [grows(piece) for piece in PIECES if part in piece]
    large = [is_read(piece) for piece in LARGEST] if not part else []
    if large:
        print(f"{sum(large)} of {len(large)} of {LARGE:,} characters within {BYTES:,} bytes")
    print(f"{sum(met)} of {len(met)} within {GOAL} times")


if __name__ == "__main__":
    main()
