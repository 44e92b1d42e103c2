"""
What the reader knows as words: one TOML table for each thing it looks for.

A new word is a line in a table; the tables are tried in the tests, so that no word
stands for two things.

>>> "tiedoksi" in table("labels")["recipients"]["fi"]
True
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

__all__ = ["table"]


@cache
def table(name: str) -> dict[str, Any]:
    """Return the table of a name, as its file has it; it is not to be changed."""
    return tomllib.loads(files(__package__).joinpath(f"{name}.toml").read_text(encoding="utf-8"))
