r"""
An instruction that gives its time in lettered alternatives: two in one passage.

>>> from kuntapaatos.io.text.instruction.prose import prose_of
>>> text = "A. Valitus on tehtävä 30 päivän kuluessa.\nB. Valitus on tehtävä 14 päivän kuluessa."
>>> lettered(prose_of(text), 0, len(text))
[((42, 83),), ((0, 42),)]
"""

from __future__ import annotations

from kuntapaatos.io.text.instruction import words
from kuntapaatos.io.text.instruction.prose import Prose, lines, pattern

__all__ = ["lettered"]

_LETTER = pattern(r"([a-d])[.)] ")
_HEADING_LENGTH = 70


def lettered(text: Prose, start: int, end: int) -> list[tuple[tuple[int, int], ...]]:
    """
    Return for each alternative of a passage what belongs to the others.

    Args:
        text: The whole text.
        start: Where the passage starts, included.
        end: Where it ends, excluded.

    Returns:
        One item with nothing in it when there are no alternatives.
    """
    begun: list[tuple[int, int]] = []
    ends = end
    if all(text.low.find(f"\n{letter}", start, end) < 0 for letter in ("b.", "b)")):
        return [()]
    for first, last in lines(text.low, start, end):
        letter = _LETTER.match(text.low, first, last)
        if letter is not None and ord(letter[1]) - ord("a") == len(begun):
            if words.states_period(text.low[first:last]):
                begun.append((first, last))
                ends = end
        elif begun and ends == end and _is_heading(text.low[first:last]):
            ends = first
    if len(begun) < 2:
        return [()]
    starts = [first for first, _ in begun]
    own = list(zip(starts, [*starts[1:], ends], strict=True))
    return [tuple(place for place in own if place != kept) for kept in own]


def _is_heading(line: str) -> bool:
    bare = line.strip()
    return 0 < len(bare) <= _HEADING_LENGTH and bare[-1] not in ".:;,"
