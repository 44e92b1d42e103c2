r"""
The picture of a schedule: each bracket with its fee, each gap shown as not known.

>>> from kuntapaatos.fees import USO_2025_2026
>>> from kuntapaatos.io.wording.voice import Voice
>>> print(fees_picture(USO_2025_2026, Voice("fi")).description.replace(". ", "\n"))
0 – 8 999 asukasta: ei tiedossa
9 000 – 45 000 asukasta: 12 000,00 € vuodessa, 24 000,00 € kaudessa
45 001 asukasta tai enemmän: ei tiedossa
Lähde: Kajaanin kaupunki, KAJDno-2024-1799
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from kuntapaatos.fees import FeeBracket, FeeSchedule
from kuntapaatos.io.notebook.drawing import BOLD, FONT, Picture, drawn, hatching, label, wrapped
from kuntapaatos.io.notebook.markup import element
from kuntapaatos.io.wording.voice import Voice
from kuntapaatos.money import from_cents, to_cents

__all__ = ["WIDTH", "fees_picture", "fees_title", "texts"]

WIDTH = 360
_LINE_HEIGHT, _BAR, _SHORTEST = 17, 16, 6


class _Size(NamedTuple):
    """A size of municipality: its ends, and the fees that are printed for it."""

    low: int
    high: int | None
    fees: tuple[Decimal, ...]


def _sizes(schedule: FeeSchedule) -> Iterator[_Size]:
    """Give every size of municipality from none up; without a fee where none is known."""
    following: int | None = 0
    before: FeeBracket | None = None
    for bracket in schedule.brackets:
        low, fee = bracket.low, bracket.annual_fee
        if following is not None and following < low:
            yield _Size(following, low - 1, ())
        if before is not None and before.high == low:
            yield _Size(low, low, (before.annual_fee, fee))
        yield _Size(low, bracket.high, (fee,))
        following = None if bracket.high is None else bracket.high + 1
        before = bracket
    if following is not None:
        yield _Size(following, None, ())


def _said(size: _Size, schedule: FeeSchedule, t: Voice) -> tuple[str, str]:
    """Return the words for a size and for its fee."""
    low, high = t.number(size.low), size.high
    if len(size.fees) > 1:
        sized = t("{low} inhabitants", low=low)
    elif high is None:
        sized = t("{low} inhabitants or more", low=low)
    else:
        sized = t("{low} – {high} inhabitants", low=low, high=t.number(high))
    if not size.fees:
        return sized, t("not known")
    fees = [t.money(fee) for fee in size.fees]
    if len(fees) > 1:
        return sized, t(
            "{first} or {second}: the edge stands in two brackets", first=fees[0], second=fees[1]
        )
    total = from_cents(to_cents(size.fees[0]) * len(schedule.term.years))
    return sized, t("{fee} a year, {total} for the term", fee=fees[0], total=t.money(total))


def fees_picture(schedule: FeeSchedule, t: Voice) -> Picture:
    """
    Return the picture of a schedule.

    Args:
        schedule: Its brackets, with gaps.
        t: The language.
    """
    sizes = list(_sizes(schedule))
    highest = max((fee for size in sizes for fee in size.fees), default=Decimal(0))
    shapes: list[str] = []
    said: list[str] = []
    title = fees_title(schedule, t)
    y = texts(shapes, 0, title, font_weight=600) + 4
    for size in sizes:
        sized, costs = _said(size, schedule, t)
        said.append(f"{sized}: {costs}")
        y = texts(shapes, y, sized, fill_opacity=0.8)
        shapes.append(_bar(size.fees[0] if len(size.fees) == 1 else None, highest, y + 3))
        y = texts(shapes, y + _BAR + 5, costs) + 8
    source = t("Source: {source}", source=schedule.source)
    y = texts(shapes, y, source, fill_opacity=0.8)
    said.append(source)
    return drawn(title, said, "".join(shapes), WIDTH, y + 5, t.language)


def fees_title(schedule: FeeSchedule, t: Voice) -> str:
    """Return whose fees a picture shows, and for which term."""
    named = {"network": schedule.network, "term": schedule.term}
    return t("Fees by number of inhabitants: {network} {term}", **named)


def texts(shapes: list[str], y: float, text: str, **style: str | float) -> float:
    """Write a text in as many lines as it needs, and return where it ends."""
    for line in wrapped(text, WIDTH, BOLD if "font_weight" in style else FONT):
        y += _LINE_HEIGHT
        shapes.append(label(0, y - 4, line, **style))
    return y


def _bar(fee: Decimal | None, highest: Decimal, y: float) -> str:
    """Return a bar as long as its fee, or a hatched box where no single one is known."""
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
