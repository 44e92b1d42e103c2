"""
What the parts of the reader hand to one another: facts and flaws with their place.

Offsets are those of the cleaned text; `reading` turns them into spans of the
original.
"""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

__all__ = ["Fact", "Flaw"]


class Fact(NamedTuple):
    """
    One value that was read.

    Attributes:
        field: Where it belongs, such as "section" or "deliver_to.email".
        value: The value, or `None` when only candidates were found.
        start: Where it starts in the cleaned text, included.
        end: Where it ends, excluded.
        candidates: Every value that the place allows, when there are several.
        why: Why this one was chosen, when there was a choice.
    """

    field: str
    value: object
    start: int
    end: int
    candidates: tuple[object, ...] = ()
    why: str | None = None


class Flaw(NamedTuple):
    """
    Something contradictory or missing at a place.

    Attributes:
        code: What is wrong.
        start: Where it starts in the cleaned text, included.
        end: Where it ends, excluded.
    """

    code: Enum
    start: int
    end: int
