r"""
A label that its narrow column split over lines: "Täytäntöönpano-", then "tiedot".

>>> from kuntapaatos.io.text.lines import Line
>>> half = HalfLabel()
>>> half.follow(Line(0, "Valtuus-   Hyväksytään tilinpäätös."), ended=False)
>>> half.follow(Line(40, "ton        Tulos siirretään omaan"), ended=False)
>>> half.ended(Line(80, "päätös     pääomaan."))
(Label(role='resolution', end=6, name='Valtuuston päätös'), 0)
"""

from __future__ import annotations

from attrs import define

from kuntapaatos.io.text.labels import Label, label_of
from kuntapaatos.io.text.lines import Line

__all__ = ["HalfLabel"]

_LONGEST, _MOST_LINES = 30, 3


def _cell(line: Line) -> str:
    return line.text.partition("\t")[0].partition("  ")[0].rstrip()


@define
class HalfLabel:
    """What the first cells of the last lines began of a label."""

    _begun: str = ""
    _lines: int = 0
    _at: int = 0

    def ended(self, line: Line) -> tuple[Label | None, int]:
        """Return the label that this line's first cell ends, and where it began."""
        if not self._begun:
            return None, line.start
        cell = _cell(line)
        label = label_of(self._begun + cell) if len(cell) <= _LONGEST else None
        if label is None:
            return None, line.start
        return Label(label.role, len(cell), label.name), self._at if self._lines > 1 else line.start

    def follow(self, line: Line, *, ended: bool) -> None:
        """Keep what this line may begin or go on with."""
        cell = "" if ended else _cell(line)
        goes_on = self._begun and cell[:1].islower() and self._lines < _MOST_LINES
        if not 0 < len(cell) <= _LONGEST or not (goes_on or cell[-1] in "-/"):
            self._begun, self._lines = "", 0
            return
        if not goes_on:
            self._begun, self._at, self._lines = "", line.start, 0
        self._begun += cell[:-1] if cell[-1] == "-" else cell if cell[-1] == "/" else cell + " "
        self._lines += 1
