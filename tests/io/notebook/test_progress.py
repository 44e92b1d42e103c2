"""
Long work says how far it is.
"""

from __future__ import annotations

from io import StringIO

import pytest

import kuntapaatos as kp
from kuntapaatos.io.notebook import Progress


def shown(*steps: tuple[int, int | None]) -> list[str]:
    """Return the lines that were written one over the other."""
    stream = StringIO()
    progress = Progress(stream)
    for done, total in steps:
        progress(done, total)
    return stream.getvalue().split("\r")[1:]


def test_at_most_a_hundred_lines() -> None:
    """
    With a known end, a line is written for each hundredth, and the last one ends.
    """
    lines = shown(*((done, 12_000) for done in range(12_001)))
    assert len(lines) == 101
    assert lines[:2] == ["0 / 12 000 (0 %)", "120 / 12 000 (1 %)"]
    assert lines[-1] == "12 000 / 12 000 (100 %)\n"


def test_without_a_known_end() -> None:
    """
    A line as often as ten are done.
    """
    assert shown(*((done, None) for done in range(1, 31))) == ["1", "10", "20", "30"]


def test_nothing_to_do() -> None:
    """
    Work without any part is done at once.
    """
    assert shown((0, 0)) == ["0\n"]


@pytest.mark.parametrize("done", [-1, 3, "1", True])
def test_wrong_numbers_are_refused(done: int) -> None:
    """
    What is done is a number from none to all.
    """
    with pytest.raises(kp.errors.InvalidValue):
        shown((done, 2))


def test_somewhere_to_write() -> None:
    """
    What nothing can be written to is refused at once, not after the first file.
    """
    with pytest.raises(kp.errors.InvalidValue, match="stream must be a text stream"):
        Progress("stderr")  # type: ignore[arg-type]
