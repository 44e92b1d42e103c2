r"""
The picture of a schedule: each bracket with its fee, each gap shown as not known.

>>> from kuntapaatos.fees import USO_2025_2026
>>> from kuntapaatos.io.notebook.words import words
>>> print(fees_picture(USO_2025_2026, words("fi")).description.replace(". ", "\n"))
0 – 8 999 asukasta: ei tiedossa
9 000 – 45 000 asukasta: 12 000,00 € vuodessa, 24 000,00 € kaudessa
45 001 asukasta tai enemmän: ei tiedossa
Lähde: Kajaanin kaupunki, KAJDno-2024-1799
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from kuntapaatos.fees import FeeSchedule
from kuntapaatos.io.notebook.drawing import BOLD, FONT, Picture, drawn, hatching, label, wrapped
from kuntapaatos.io.notebook.markup import element
from kuntapaatos.io.notebook.words import Words
from kuntapaatos.money import from_cents, to_cents

__all__ = ["fees_picture"]

WIDTH = 360
_LINE_HEIGHT, _BAR, _SHORTEST = 17, 16, 6

_Size = tuple[int, int | None, Decimal | None]


def _sizes(schedule: FeeSchedule) -> Iterator[_Size]:
    """Give every size of municipality from none up: its ends and its fee, `None` where unknown."""
    following: int | None = 0
    for bracket in schedule.brackets:
        if following is not None and following < bracket.low:
            yield following, bracket.low - 1, None
        yield bracket.low, bracket.high, bracket.annual_fee
        following = None if bracket.high is None else bracket.high + 1
    if following is not None:
        yield following, None, None


def _said(size: _Size, schedule: FeeSchedule, spoken: Words) -> tuple[str, str]:
    """Return the words for a size and for its fee."""
    low, high, fee = size
    if high is None:
        sized = spoken.say("inhabitants_from", low=spoken.number(low))
    else:
        sized = spoken.say("inhabitants", low=spoken.number(low), high=spoken.number(high))
    if fee is None:
        return sized, spoken.say("unknown")
    total = from_cents(to_cents(fee) * len(schedule.term.years))
    return sized, spoken.say("fee", fee=spoken.money(fee), total=spoken.money(total))


def fees_picture(schedule: FeeSchedule, spoken: Words) -> Picture:
    """
    Return the picture of a schedule.

    Args:
        schedule: Its brackets, with gaps.
        spoken: The words of a language.
    """
    sizes = list(_sizes(schedule))
    highest = max((fee for _, _, fee in sizes if fee is not None), default=Decimal(0))
    shapes: list[str] = []
    said: list[str] = []
    title = spoken.say("fees_title", network=schedule.network, term=schedule.term)
    y = _texts(shapes, 0, title, font_weight=600) + 4
    for size in sizes:
        sized, costs = _said(size, schedule, spoken)
        said.append(f"{sized}: {costs}")
        y = _texts(shapes, y, sized, fill_opacity=0.8)
        shapes.append(_bar(size[2], highest, y + 3))
        y = _texts(shapes, y + _BAR + 5, costs) + 8
    source = spoken.say("source", source=schedule.source)
    y = _texts(shapes, y, source, fill_opacity=0.8)
    said.append(source)
    return drawn(title, said, "".join(shapes), WIDTH, y + 5, spoken.language)


def _texts(shapes: list[str], y: float, text: str, **style: str | float) -> float:
    """Write a text in as many lines as it needs, and return where it ends."""
    for line in wrapped(text, WIDTH, BOLD if "font_weight" in style else FONT):
        y += _LINE_HEIGHT
        shapes.append(label(0, y - 4, line, **style))
    return y


def _bar(fee: Decimal | None, highest: Decimal, y: float) -> str:
    """Return a bar as long as its fee, or a hatched box where none is known."""
    line: dict[str, str | float] = {"fill": "none", "stroke": "currentColor"}
    if fee is None:
        box = element(
            "rect", x=0.5, y=y, width=WIDTH - 1, height=_BAR, stroke_dasharray="4 3", **line
        )
        lines = hatching(0.5, y, WIDTH - 1, _BAR, 8)
        return box + element("path", d=lines, stroke_opacity=0.3, **line)
    share = float(fee / highest) if highest else 0.0
    width = max(share * (WIDTH - 1), _SHORTEST)
    return element(
        "rect", x=0.5, y=y, width=width, height=_BAR, fill_opacity=0.25, stroke="currentColor"
    )
