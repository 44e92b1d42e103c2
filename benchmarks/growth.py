"""
How the time of reading grows with the length of a hostile text.

Twice the text should take at most two and a half times as long.  Prints a row a
text: the ratio of the best of five, and whether the goal is met; the last line counts.
"""

from __future__ import annotations

import time

from kuntapaatos.io.text import read

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
]
SHORT, LONG = 100_000, 200_000
GOAL = 2.5


def seconds(piece: str, length: int) -> float:
    """Return the best of five times of reading *piece* repeated to a length."""
    text = piece * (length // len(piece))
    best = float("inf")
    for _ in range(5):
        start = time.process_time()
        read(text)
        best = min(best, time.process_time() - start)
    return best


def main() -> None:
    """Measure every piece and print the table."""
    met = 0
    for piece in PIECES:
        once, twice = seconds(piece, SHORT), seconds(piece, LONG)
        ratio = twice / once
        met += ratio <= GOAL
        verdict = "met" if ratio <= GOAL else "NOT MET"
        print(
            f"{piece[:30]!r:36} {once * 1e3:8.1f} ms {twice * 1e3:8.1f} ms {ratio:6.2f} {verdict}"
        )
    print(f"{met} of {len(PIECES)} within {GOAL} times")


if __name__ == "__main__":
    main()
