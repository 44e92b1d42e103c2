"""
One thing found in a text: its value, where it stands, and what else it may be.

>>> Match(12, 3, 5).value
12
"""

from __future__ import annotations

from typing import Generic, TypeVar

from attrs import frozen

__all__ = ["Match"]

T = TypeVar("T")


@frozen
class Match(Generic[T]):
    """
    A value with its place.

    Attributes:
        value: The value, or `None` when the text allows several.
        start: Where it starts, included.
        end: Where it ends, excluded.
        candidates: Every value that the text allows, when it is not one.
    """

    value: T | None
    start: int
    end: int
    candidates: tuple[T, ...] = ()
