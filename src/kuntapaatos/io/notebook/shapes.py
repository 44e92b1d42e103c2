"""
The shape of each role of a day: told apart by form, never by colour.

>>> shape(Role.NOTIFIED, 0, 0, 20, 20)
'<circle cx="10" cy="10" r="6"/>'
"""

from __future__ import annotations

from kuntapaatos.io.notebook.drawing import hatching, label
from kuntapaatos.io.notebook.lanes import Role
from kuntapaatos.io.notebook.markup import element

__all__ = ["cell_text", "closed_cell", "line_across", "shape"]

_LINE: dict[str, str | float] = {"fill": "none", "stroke": "currentColor"}
_DOT = 6


def line_across(x: float, y: float, to: float, *, dashed: bool = True) -> str:
    """Return a level line from *x* to *to*."""
    dashes: dict[str, str | float] = {"stroke_dasharray": "3 3"} if dashed else {}
    return element("line", x1=x, y1=y, x2=to, y2=y, stroke="currentColor", **dashes)


def cell_text(x: float, y: float, text: str, size: float = 11, **more: str | float) -> str:
    """Return a text in the middle of a place, *y* being where it stands."""
    return label(x, y, text, text_anchor="middle", font_size=size, **more)


def closed_cell(x: float, y: float, width: float, height: float) -> str:
    """Return the hatched ground of a day on which no time limit ends."""
    lines = hatching(x, y, width, height, 5)
    return element("path", d=lines, stroke_opacity=0.38, **_LINE)


def _box(x: float, y: float, width: float, height: float, **more: str | float) -> str:
    return element("rect", x=x, y=y, width=width, height=height, rx=3, **{**_LINE, **more})


def shape(role: Role, x: float, y: float, width: float, height: float) -> str:
    """
    Return the shape of a role in a place; empty for a role that has none.

    Args:
        role: What the day is.
        x: The left edge of the place.
        y: Its upper edge.
        width: Of one day, or of several that belong together.
        height: Of the lane.
    """
    middle, level = x + width / 2, y + height / 2
    inner = (x + 1.5, y + 1, width - 3, height - 2)
    match role:
        case Role.TOLD:
            return element("circle", cx=middle, cy=level, r=_DOT - 1, stroke_width=2, **_LINE)
        case Role.NOTIFIED:
            return element("circle", cx=middle, cy=level, r=_DOT)
        case Role.WAITING:
            return line_across(x, level, x + width)
        case Role.COUNTED:
            ground = element("rect", x=x, y=y, width=width, height=height, fill_opacity=0.13)
            return ground + line_across(x, y + height - 0.5, x + width, dashed=False)
        case Role.MOVED:
            head = f"M{x + width - 8:g} {level - 4:g}l5 4l-5 4"
            arrow = element("path", d=head, **_LINE)
            return line_across(x + 2, level, x + width - 3, dashed=False) + arrow
        case Role.LAST:
            return _box(*inner, stroke_width=2.4)
        case Role.UNTIL:
            return _box(*inner, stroke_width=1.2)
        case Role.DOUBTED:
            return _box(*inner, stroke_width=1.2, stroke_dasharray="2 3")
        case Role.FINAL:
            points = f"{middle:g},{level - 8:g} {middle + 8:g},{level:g} "
            points += f"{middle:g},{level + 8:g} {middle - 8:g},{level:g}"
            return element("polygon", points=points)
        case Role.CLOSED:
            return closed_cell(x, y, width, height)
        case Role.NOTE:
            return cell_text(middle, level + 5, "?", 14, font_weight=600)
        case _:
            return ""
