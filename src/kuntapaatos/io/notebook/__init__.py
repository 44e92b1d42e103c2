"""
How a value shows itself in a notebook: a quiet table, and a picture of the days.

Plain HTML and SVG in the colours of the page around them: no script, no font, no
network.  What a document holds is shown, never obeyed.

>>> from datetime import date
>>> from kuntapaatos.deadline import count_deadline
>>> from kuntapaatos.notice import Notice
>>> from kuntapaatos.time_limit import Period
>>> deadline = count_deadline(Notice.letter(date(2024, 12, 10)), Period.days(14))
>>> drawn = picture(deadline, language="en")
>>> drawn.title
'The days of a time limit: last day Tu 31 Dec 2024'
>>> drawn.svg.startswith("<svg ")
True
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kuntapaatos.deadline import Deadline
from kuntapaatos.fees import FeeSchedule
from kuntapaatos.finality import Finality, NotStarted
from kuntapaatos.io.notebook.days import days_picture
from kuntapaatos.io.notebook.drawing import Picture
from kuntapaatos.io.notebook.fees import fees_picture
from kuntapaatos.io.notebook.lanes import lanes_of
from kuntapaatos.io.notebook.markup import element
from kuntapaatos.io.notebook.progress import Progress
from kuntapaatos.io.notebook.tables import Listing, listing, opened, table
from kuntapaatos.io.notebook.words import words
from kuntapaatos.shown import Value

__all__ = ["Listing", "Picture", "Progress", "html", "listing", "picture", "table"]

_DRAWN = (Deadline, Finality, FeeSchedule, tuple)
# Side by side where there is room, one below the other on a phone.
_BESIDE = "display:flex;flex-wrap:wrap;gap:0 2em;align-items:flex-start"
_REST = "flex:1 1 20em;min-width:0"
_NO_CLOCK = "ei määräaikoja: ei asianosaisia eikä muita, joilla olisi oma määräaikansa"


def picture(
    values: Deadline | Finality | FeeSchedule | Iterable[Deadline | NotStarted],
    *,
    language: str = "fi",
) -> Picture:
    """
    Draw the days of one or several time limits, or the brackets of a schedule.

    A calendar of whole weeks: when the decision was sent or published, when it
    counts as received, each day of the period with week ends and holidays, the
    last day with its closing time, and the first day on which it is final.

    Args:
        values: A `Deadline`, the answers of `appeal_deadlines`, a `Finality`, or a
            `FeeSchedule`.
        language: "fi", "sv" or "en".

    Raises:
        InvalidValue: *values* is something else or holds nothing, or *language* is
            none of the three.

    >>> from decimal import Decimal
    >>> from kuntapaatos.fees import USO_2025_2026
    >>> picture(USO_2025_2026).title
    'Maksut asukasluvun mukaan: USO 2025–2026'
    """
    spoken = words(language)
    if isinstance(values, FeeSchedule):
        return fees_picture(values, spoken)
    return days_picture(lanes_of(values, spoken), spoken)


def html(value: Value | tuple[object, ...]) -> str:
    """
    Return what a notebook shows of *value*: its table, and its picture where it has one.

    Args:
        value: Any domain value, or the answers of `appeal_deadlines`.

    Raises:
        InvalidValue: *value* is something else.

    >>> from kuntapaatos.law import KUNTALAKI
    >>> html(KUNTALAKI("138 §")).startswith("<table ")
    True
    """
    if value == ():
        return element("p", _NO_CLOCK, lang="fi")
    # What they are is checked where they are shown.
    drawn: Any = value
    shown = "".join(map(opened, drawn)) if isinstance(value, tuple) else table(value)
    if not isinstance(value, _DRAWN):
        return shown
    beside = element("div", shown, style=_REST)
    return element("div", picture(drawn).svg + beside, style=_BESIDE)
