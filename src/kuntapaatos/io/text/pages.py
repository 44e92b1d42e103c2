r"""
What belongs to the page and not to the text: its number, its header and footer.

A line belongs to the page when it gives the page's number, or when it comes
again, word for word, each time where a page begins or ends.

>>> text = "Kunta  Pöytäkirja  1 (2)\nAsia\nTie\nPäätös on\n\nKunta  Pöytäkirja  2 (2)\n\ntehty."
>>> found = furniture(text)
>>> [text[start:end] for start, end, _ in found.removed]
['\n\nKunta  Pöytäkirja  2 (2)\n\n']
"""

from __future__ import annotations

import re

from attrs import frozen

from kuntapaatos.io.text.bodies import is_organ

__all__ = ["Furniture", "furniture", "pages_of"]

# Longer texts than these are no paged document: nothing is taken for a header.
_MOST_LINES = 100_000
_MOST_LENGTH, _LONGEST_NUMBERED = 120, 180
_SENTENCE = 40
# The first page's header says whose document it is.
_TOP_LINES = 3

_NUMBER = re.compile(
    r"(?:(?:sivu|sida|s\.)\s{0,3}\d{1,4}(?:\s{0,3}(?:/|\(|av)\s{0,3}\d{1,4}\)?)?"
    r"|\d{1,4}\s{0,2}\(\d{1,4}\)|[-–]\s{0,2}\d{1,4}\s{0,2}[-–])$",
    re.IGNORECASE,
)
_NUMBER_CELL = re.compile(
    r"(?:\t|[ ]{2})[ \t]{0,80}(?:sivu |sida )?(?P<page>\d{1,4})\s{0,2}"
    r"(?:\(\d{1,4}\)|/\s{0,2}\d{1,4})$",
    re.IGNORECASE,
)
# "Pöytäkirja 6/2025 26 (27)", and "26 ( )27" as some programs take it from a page.
_RUNNING = re.compile(
    r"(?:pöytäkirja|esityslista|kokouskutsu|protokoll|föredragningslista|kallelse|päätös|beslut)\b"
    r"[^\n]{0,60}?(?P<page>\d{1,4})[ ]?\([ ]?(?:\d{1,4}\)|\)[ ]?\d{1,4})$",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]{3}")
_SAID = re.compile(r"[a-zåäö]\.(?:$|[ ](?=[A-ZÅÄÖ]))")
# Who met and when, right below a page's number.
_MEETING = re.compile(r"([A-ZÅÄÖ][^\d§.:]{3,70}?)[ \t]{1,80}\d{1,2}\.\d{1,2}\.\d{4}$")


@frozen
class Furniture:
    """
    The lines that belong to pages.

    Attributes:
        removed: Start, end and what takes their place: a line end within a
            sentence, an empty line between two.
        kept: Where lines start that stand before any text, in order.
    """

    removed: tuple[tuple[int, int, str], ...]
    kept: tuple[int, ...]


def _lines(text: str) -> list[tuple[int, str]]:
    found: list[tuple[int, str]] = []
    at = 0
    for line in text.split("\n"):
        found.append((at, line.strip(" \t\f")))
        at += len(line) + 1
    return found


def _is_number(line: str) -> bool:
    if not line or len(line) > _LONGEST_NUMBERED or not (line[-1].isdigit() or line[-1] in ")-–"):
        return False
    return bool(_NUMBER.match(line) or _NUMBER_CELL.search(line) or _RUNNING.search(line))


def _meetings(lines: list[tuple[int, str]], numbers: set[int]) -> set[int]:
    """Return the lines that say who met and when, right above or below a page's number."""
    beside = {place + step for place in numbers for step in (-1, 1)}
    return {
        place
        for place in beside
        if 0 <= place < len(lines)
        and len(lines[place][1]) <= _LONGEST_NUMBERED
        and (found := _MEETING.match(lines[place][1])) is not None
        and is_organ(found[1])
    }


def _at_edges(
    lines: list[tuple[int, str]], numbers: set[int], text: str
) -> tuple[set[int], set[int]]:
    """Return the lines near a page's number or break, and those after two empty lines."""
    strong: set[int] = set()
    breaks = {i for i, (at, line) in enumerate(lines) if "\f" in text[at : at + len(line) + 2]}
    for place in numbers | breaks:
        for step in (-1, 1):
            seen, i = 0, place + (step if place in numbers else min(step, 0))
            while 0 <= i < len(lines) and seen < 3 and abs(i - place) < 8:
                if lines[i][1]:
                    seen += 1
                    strong.add(i)
                i += step
    weak: set[int] = set()
    empty = 2
    for i, (_, line) in enumerate(lines):
        if line:
            if empty >= 2:
                weak.add(i)
            empty = 0
        else:
            empty += 1
    return strong, weak


def _interrupts(lines: list[tuple[int, str]], place: int) -> bool:
    """Return whether the sentence before a line goes on after it."""
    before = next((line for _, line in lines[max(0, place - 8) : place][::-1] if line), ".")
    after = next((line for _, line in lines[place + 1 : place + 8] if line), "")
    return after[:1].islower() and before[-1] not in ".:;!?"


def _repeated(lines: list[tuple[int, str]], numbers: set[int], text: str) -> set[int]:
    places: dict[str, list[int]] = {}
    for i, (_, line) in enumerate(lines):
        if 3 <= len(line) <= _MOST_LENGTH and i not in numbers:
            places.setdefault(line, []).append(i)
    again = {line: at for line, at in places.items() if len(at) > 1}
    if not again:
        return set()
    strong, weak = _at_edges(lines, numbers, text)
    # A header of every page is on the first one too.
    top = set([i for i, (_, line) in enumerate(lines[:_MOST_LENGTH]) if line][:_TOP_LINES])
    found: set[int] = set()
    pages = max(len(numbers), text.count("\f") + 1)
    for line, at in again.items():
        near = [i for i in at if i in strong]
        # "§ 50" stands in the contents and above the item.
        wordy = " " in line and not line.endswith(":") and _WORD.search(line) is not None
        # "Päätettiin ehdotuksen mukaisesti." may end several pages.
        said = _SAID.search(line) is not None or line[0].islower()
        if len(near) > 1 and wordy and len(near) == len(at) and not (said and len(at) * 2 < pages):
            found.update(near)
        elif (
            wordy
            and len(line) >= _SENTENCE
            and not said
            and "§" not in line
            and (at[0] in top or any(_interrupts(lines, i) for i in at))
            and all(i in weak or i in strong for i in at)
        ):
            found.update(at)
    return found


def furniture(text: str) -> Furniture:
    """
    Return the lines of *text* that belong to its pages.

    Args:
        text: With plain line ends; form feeds mark page breaks.
    """
    if text.count("\n") > _MOST_LINES:
        return Furniture((), ())
    lines = _lines(text)
    numbers = {i for i, (_, line) in enumerate(lines) if _is_number(line)}
    marked = numbers | _meetings(lines, numbers) | _repeated(lines, numbers, text)
    removed: list[tuple[int, int, str]] = []
    kept: list[int] = []
    before: str | None = None
    seen = i = 0
    while i < len(lines):
        at, line = lines[i]
        if i not in marked:
            before = line or before
            seen += bool(line)
            i += 1
            continue
        if before is None or seen < _TOP_LINES:
            before = before or line
            kept.append(at)
            i += 1
            continue
        first = i
        while first > 0 and not lines[first - 1][1]:
            first -= 1
        while i < len(lines) and (i in marked or not lines[i][1]):
            i += 1
        start = lines[first][0] - 1
        after = lines[i][1] if i < len(lines) else ""
        inside = after[:1].islower() and before[-1:] not in ".:;!?"
        end = lines[i][0] if i < len(lines) else len(text)
        removed.append((start, end, "\n" if inside else "\n\n"))
    return Furniture(tuple(removed), tuple(kept))


def pages_of(text: str) -> tuple[tuple[int, int], ...]:
    r"""
    Return where each page begins, with its number, in order.

    A form feed begins a page; without any, the numbers that lines give of their page.

    >>> pages_of("Pöytäkirja  1 (2)\nAsia\nPöytäkirja  2 (2)\nPäätös")
    ((0, 1), (23, 2))
    """
    if "\f" in text:
        breaks = [found.start() for found in re.finditer("\f", text)]
        return ((0, 1), *((at, number) for number, at in enumerate(breaks, 2)))
    found: list[tuple[int, int]] = []
    for at, line in _lines(text):
        if _is_number(line):
            number = _NUMBER_CELL.search(line) or _RUNNING.search(line)
            if number is not None:
                found.append((at, int(number["page"])))
    return tuple(found)
