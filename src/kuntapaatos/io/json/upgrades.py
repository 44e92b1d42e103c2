"""
From an older version of the schema to the next: a table of pure functions.

A document of version *n* is raised by `UPGRADES[n]` to *n* + 1, step by step.
Version 1 is the first, so the table is empty so far.

>>> upgraded({"version": 1, "a": 0}, 2, {1: lambda old: {**old, "b": old["a"]}})
{'version': 2, 'a': 0, 'b': 0}
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import cast

__all__ = ["UPGRADES", "VERSION", "Upgrade", "upgraded"]

Upgrade = Callable[[dict[str, object]], dict[str, object]]

VERSION = 1
"""The version of the schema that is written."""

UPGRADES: Mapping[int, Upgrade] = {}
"""By the version they start from; each returns a new document."""


def upgraded(
    document: dict[str, object], to: int, upgrades: Mapping[int, Upgrade]
) -> dict[str, object]:
    """
    Return a document in a later version of the schema.

    Args:
        document: The whole envelope, with its "version"; not changed.
        to: The version that is wanted, its own or a later one.
        upgrades: The functions, by the version they start from.
    """
    for step in range(cast(int, document["version"]), to):
        document = {**upgrades[step](document), "version": step + 1}
    return document
