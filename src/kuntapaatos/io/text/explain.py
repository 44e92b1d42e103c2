r"""
How a text was read, for a person who wants to know why.

`python -m kuntapaatos.io.text.explain FILE` prints it.  Each line with the part it
begins and what its sentences say by the tables; then each value with the words it rests
on; then what was not understood.

>>> print(explained("Kunnanhallitus 3.2.2025 § 14\nPäätös\nHyväksyttiin."))
   1 Kunnanhallitus 3.2.2025 § 14
   2 Päätös
       [resolution]
   3 Hyväksyttiin.
       outcomes: hyväksytty
<BLANKLINE>
maker = Kunnanhallitus <- 1 "Kunnanhallitus"
meeting_on = 3.2.2025 <- 1 "3.2.2025"
decided_on = 3.2.2025 <- 1 "3.2.2025" (kokouksen päivä)
section = 14 <- 1 "14"
outcome = hyväksytty <- 3 "Hyväksyttiin"
resolution = Hyväksyttiin. <- 3 "Hyväksyttiin."
<BLANKLINE>
! muutoksenhakuohje puuttuu <- 3
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from kuntapaatos.io.files import load
from kuntapaatos.io.text import read
from kuntapaatos.io.text.labels import label_of
from kuntapaatos.io.text.reading import Reading
from kuntapaatos.io.text.words.lexicon import words_of
from kuntapaatos.io.text.words.outcomes import outcome_of, sentences
from kuntapaatos.io.text.words.statements import TOGETHER, every
from kuntapaatos.shown import shown

__all__ = ["explained", "main"]

# The tables whose rows are plain statements.
TABLES = ("handling", *TOGETHER)
_LONGEST, _QUOTED = 110, 60
_INDENT = " " * 7


def explained(text: str) -> str:
    """
    Return how a text was read.

    Args:
        text: Any text.
    """
    reading = read(text)
    parts = ["\n".join(_lines(text)), "\n".join(_values(reading)), "\n".join(_left(reading))]
    return "\n\n".join(part for part in parts if part)


def _short(words: str, most: int) -> str:
    line = " ".join(words.split())
    return line if len(line) <= most else f"{line[: most - 1]}…"


def _lines(text: str) -> Iterator[str]:
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        yield f"{number:4} {_short(line, _LONGEST)}"
        label = label_of(line.strip())
        if label is not None:
            yield f"{_INDENT}[{label.role}]"
        for start, end in sentences(line):
            yield from _said(line[start:end])


def _said(sentence: str) -> Iterator[str]:
    words = words_of(sentence)
    found = outcome_of(sentence, plain=False)
    if found is not None and found.outcome is not None:
        yield f"{_INDENT}outcomes: {found.outcome.value}"
    for name in TABLES:
        told = sorted(every(name, words))
        if told:
            yield f"{_INDENT}{name}: {', '.join(told)}"


def _line_of(reading: Reading, start: int) -> int:
    return reading.text.count("\n", 0, start) + 1


def _values(reading: Reading) -> Iterator[str]:
    for found in reading.found:
        value = "?" if found.value is None else _named(found.value)
        others = " | ".join(map(_named, found.candidates))
        of = f" of {others}" if others else ""
        why = f" ({found.why.value})" if found.why is not None else ""
        quote = _short(reading.quote(found), _QUOTED)
        line = _line_of(reading, found.span.start)
        yield f'{found.field} = {value}{of} <- {line} "{quote}"{why}'


def _named(value: object) -> str:
    """Return a value on one line; of one with many fields its name, as they stand beside it."""
    said, name = shown(value), type(value).__name__
    return name if said.startswith(f"{name}(") else _short(said, _QUOTED)


def _left(reading: Reading) -> Iterator[str]:
    for problem in reading.problems:
        yield f"! {problem} <- {_line_of(reading, problem.span.start)}"
    for left in reading.unread:
        field = "?" if left.field is None else left.field
        line = _line_of(reading, left.span.start)
        yield f'? {left.mark.value}, {field} <- {line} "{_short(left.text, _LONGEST)}"'


def main(arguments: list[str] | None = None) -> int:
    """Print how each file was read; names are those of files, as for `kuntapaatos`."""
    names = sys.argv[1:] if arguments is None else arguments
    if not names:
        sys.stderr.write("give one file or more: python -m kuntapaatos.io.text.explain FILE\n")
        return 2
    for name in names:
        sys.stdout.write(f"{explained(load(Path(name)))}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
