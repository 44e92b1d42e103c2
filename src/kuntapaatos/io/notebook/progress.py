r"""
How far long work has come: one line that is written over, in a terminal and in a notebook.

>>> from io import StringIO
>>> stream = StringIO()
>>> progress = Progress(stream)
>>> progress(1, 2)
>>> progress(2, 2)
>>> stream.getvalue()
'\r1 / 2 (50 %)\r2 / 2 (100 %)\n'
"""

from __future__ import annotations

from typing import TextIO

from kuntapaatos.errors import InvalidValue
from kuntapaatos.money import grouped

__all__ = ["Progress"]

# Without a known end, a line as often as this.
_EVERY = 10


class Progress:
    """
    Told how many are done, writes it where the last number stood.

    Called with what is done and how many there are, as `read_folder` of `io.frames`
    does with its *progress*; writes at most a hundred times when the end is known.

    Args:
        stream: Where the line goes, such as `sys.stderr`.

    Raises:
        InvalidValue: Nothing can be written to *stream*.
    """

    def __init__(self, stream: TextIO) -> None:
        if not hasattr(stream, "write"):
            raise InvalidValue("stream", stream, "a text stream such as sys.stderr")
        self._stream = stream
        self._shown: int | None = None

    def __call__(self, done: int, total: int | None = None) -> None:
        """
        Show how far it is.

        Args:
            done: How many are done.
            total: How many there will be; `None` when that is not known.

        Raises:
            InvalidValue: *done* is no number from 0 to *total*.
        """
        if type(done) is not int or done < 0 or (total is not None and done > total):
            raise InvalidValue("done", done, "an int from 0 to the total")
        part = done // _EVERY if not total else 100 * done // total
        if part == self._shown and done != total:
            return
        self._shown = part
        line = f"\r{grouped(done)}"
        if total:
            line += f" / {grouped(total)} ({part} %)"
        self._stream.write(line + ("\n" if done == total else ""))
        self._stream.flush()
