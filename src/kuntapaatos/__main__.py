"""
`kuntapaatos FILE`, `python -m kuntapaatos FILE`, or `-` for standard input.

`kuntapaatos review FILE` says what is wrong before publishing; `kuntapaatos instruction
FILE.toml` writes an appeal instruction; `kuntapaatos count --letter DAY --days 14` counts a
last day without a document; `kuntapaatos FOLDER --csv FILE` makes a table of many.

>>> main(["--version"])
kuntapaatos 0.2.0, säännöt tarkistettu 22.11.2026
0
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from kuntapaatos import __version__
from kuntapaatos.io.cli import run

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> int:
    """
    Run the command line.

    Args:
        arguments: Without the program's name; `None` takes those of the process.

    Returns:
        The exit status: 0 for an answer, 2 for input or options that cannot be read,
        1 when a review found something or the answer cannot be written, 130 when
        interrupted.
    """
    return run(sys.argv[1:] if arguments is None else arguments, __version__)


if __name__ == "__main__":
    sys.exit(main())
