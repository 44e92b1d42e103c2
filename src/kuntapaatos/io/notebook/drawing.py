"""
What every picture is made of: shapes in the colour of the text around them, and its letters.

>>> wrapped("viimeinen päivä", 72, 13)
['viimeinen', 'päivä']
>>> hatching(0, 0, 6, 6)
'M0 3 3 0M0 6 6 0M3 6 6 3'
"""

from __future__ import annotations

from pathlib import Path

from attrs import frozen

from kuntapaatos.io.notebook.markup import element, escaped, glued, number
from kuntapaatos.io.saving import save

__all__ = ["BOLD", "FONT", "Picture", "drawn", "hatching", "label", "wrapped"]

FONT = 13
"""The height of a picture's letters, in its own units."""

_FAMILY = "system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans','DejaVu Sans',sans-serif"
# As a file, a picture has a ground of its own: it stands on pages of any colour.
_FILE_STYLE = (
    "svg{color:#1f2328;background:#fff}"
    "@media (prefers-color-scheme:dark){svg{color:#e6edf3;background:#0d1117}}"
)
BOLD = FONT * 1.14
"""The same for letters of a heading, as wide as a line of them becomes."""

_NARROW, _WIDE = frozenset("iljtfrI.,:;'|()[]! –-"), frozenset("mwMWÅÄÖ@%—…")


@frozen(repr=False)
class Picture:
    """
    A drawing that a notebook shows and that can be kept as a file.

    Attributes:
        title: What it shows, in one line, for those who do not see it.
        description: All it says, in words.
        svg: The drawing, to stand in a page: in the colour of the text around it.
        width: In its own units, which are pixels where there is room.
        height: The same.
    """

    title: str
    description: str
    svg: str
    width: float
    height: float

    def _repr_html_(self) -> str:
        return self.svg

    def __repr__(self) -> str:
        return f"<Picture {self.title}>"

    @property
    def document(self) -> str:
        """The drawing as an SVG file that stands alone, light or dark as its reader is."""
        start, rest = self.svg.split(">", 1)
        start = start.replace(_size(self.width, self.height), _size(self.width, self.height, 14))
        return f"{start}>{element('style', _FILE_STYLE)}{rest}\n"

    def save(self, path: str | Path) -> None:
        """
        Write the drawing as an SVG file that stands alone, light or dark as its reader is.

        Written aside and moved into place, so that nothing is ever half a picture.

        Raises:
            OSError: The file cannot be written.
        """
        save(path, self.document)


def _size(width: float, height: float, margin: float = 0) -> str:
    """Return the attributes that give a drawing its size, with a margin on every side."""
    wide, high = number(width + 2 * margin), number(height + 2 * margin)
    start = number(-margin) if margin else "0"
    return f'viewBox="{start} {start} {wide} {high}" width="{wide}" height="{high}"'


def drawn(
    title: str, lines: list[str], content: str, width: float, height: float, language: str
) -> Picture:
    """
    Return the picture that holds some shapes.

    Args:
        title: In one line.
        lines: The description, a sentence each.
        content: Its shapes and letters, as SVG.
        width: In its own units, which are pixels where there is room.
        height: The same.
        language: Of its words.
    """
    description = ". ".join(lines)
    inside = element("title", escaped(title)) + element("desc", escaped(description))
    svg = element(
        "svg",
        inside + content,
        xmlns="http://www.w3.org/2000/svg",
        role="img",
        lang=language,
        style="max-width:100%;height:auto",
        font_family=_FAMILY,
        font_size=FONT,
        fill="currentColor",
        stroke="none",
    )
    svg = svg.replace("<svg ", f"<svg {_size(width, height)} ", 1)
    return Picture(title, description, svg, width, height)


def label(x: float, y: float, text: str, **attributes: str | float) -> str:
    """Return a text that begins at *x* and stands on *y*."""
    return element("text", escaped(text), x=x, y=y, **attributes)


def width_of(text: str, size: float) -> float:
    """Return about how wide a text is: rather too much than too little."""
    units = 0.0
    for char in text:
        if char in _NARROW:
            units += 0.4
        elif char in _WIDE or char.isupper():
            units += 0.8
        else:
            units += 0.61 if ord(char) < 0x2E80 else 1.05
    return units * size


def _pieces(word: str, width: float, size: float) -> list[str]:
    """Break a word that is wider than a line, with a hyphen."""
    pieces: list[str] = []
    piece = ""
    for char in word:
        if piece and width_of(f"{piece}{char}-", size) > width:
            pieces.append(f"{piece}-")
            piece = ""
        piece += char
    return [*pieces, piece]


def wrapped(text: str, width: float, size: float = FONT) -> list[str]:
    """
    Return *text* in lines that are no wider than *width*.

    >>> wrapped("hankintapäätöksen", 80)
    ['hankintapä-', 'ätöksen']
    """
    lines: list[str] = []
    for word in glued(text).split(" "):
        if lines and width_of(f"{lines[-1]} {word}", size) <= width:
            lines[-1] += f" {word}"
        else:
            lines.extend(_pieces(word, width, size))
    return lines


def hatching(x: float, y: float, width: float, height: float, step: float = 3) -> str:
    """Return the path of slanted lines that fill a box."""
    path: list[str] = []
    shift = step - height
    while shift < width:
        left, right = max(shift, 0), min(shift + height, width)
        from_, to = height - (left - shift), height - (right - shift)
        path.append(f"M{number(x + left)} {number(y + from_)} {number(x + right)} {number(y + to)}")
        shift += step
    return "".join(path)
