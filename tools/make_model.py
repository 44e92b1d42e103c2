"""
Draw the domain model from the classes: which value holds which, and in which field.

    python tools/make_model.py

The page `docs/reference/model.md` shows it, and a test asks that it is what the classes say.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple, get_args, get_type_hints

from attrs import fields

from kuntapaatos.decision import Decision
from kuntapaatos.fees import Fee, FeeRule
from kuntapaatos.final import Finality
from kuntapaatos.io.notebook.drawing import Picture, drawn, label
from kuntapaatos.io.notebook.markup import element
from kuntapaatos.shown import Value

TARGET = Path(__file__).resolve().parents[1] / "docs" / "_static" / "model.svg"
ROOTS: tuple[type[Value], ...] = (Decision, Finality, Fee)
RULES = frozenset(get_args(FeeRule))
_ROW, _STEP, _WIDTH = 20, 22, 620


class Row(NamedTuple):
    """A line of the drawing: how deep it stands, its field and what that holds."""

    depth: int
    field: str
    holds: str


def _families(hint: Any) -> Iterator[type[Value]]:
    """Give the values that a field may hold, alone or several of them."""
    for one in get_args(hint) or (hint,):
        if isinstance(one, type) and issubclass(one, Value):
            yield one
        elif get_args(one):
            yield from _families(one)


def rows_of(family: type[Any], depth: int, known: set[type]) -> Iterator[Row]:
    """
    Give the fields that hold values, each followed by what stands in it.

    A value that was drawn above is not opened again.
    """
    hints = get_type_hints(family)
    for field in fields(family):
        if not field.init or field.name.startswith("_"):
            continue
        held = dict.fromkeys(_families(hints[field.name]))
        if RULES & set(held):
            yield Row(depth, field.name, "a rule of fees")
            continue
        for one in held:
            yield Row(depth, field.name, one.__name__)
            if one not in known:
                known.add(one)
                yield from rows_of(one, depth + 1, known)


def rows() -> list[Row]:
    """Return every line, root by root."""
    known: set[type] = set(ROOTS)
    return [row for root in ROOTS for row in (Row(0, "", root.__name__), *rows_of(root, 1, known))]


def drawing() -> Picture:
    """Return the picture of the model."""
    shapes: list[str] = []
    said: list[str] = []
    above: dict[int, float] = {}
    for place, row in enumerate(rows()):
        x, y = 8 + row.depth * _STEP, (place + 1) * _ROW
        above[row.depth] = y
        text = f"{row.field}: {row.holds}" if row.field else row.holds
        said.append(text)
        if row.depth:
            corner = f"M{x - 14} {above[row.depth - 1] + 5:g}V{y - 5}H{x - 4}"
            shapes.append(element("path", d=corner, fill="none", stroke="currentColor"))
        shapes.append(label(x, y, text, font_weight=400 if row.depth else 600))
    height = (len(said) + 1) * _ROW
    return drawn("Which value holds which", said, "".join(shapes), _WIDTH, height, "en")


if __name__ == "__main__":
    drawing().save(TARGET)
