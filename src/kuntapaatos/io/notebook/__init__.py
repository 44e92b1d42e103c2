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
'The days of a time limit: last day Tue 31.12.2024'
>>> drawn.svg.startswith("<svg ")
True
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kuntapaatos.checks import check_type
from kuntapaatos.deadline import Deadline
from kuntapaatos.fees import FeeFacts, FeeSchedule
from kuntapaatos.final import Finality, NotStarted
from kuntapaatos.io.notebook.curve import curve_picture
from kuntapaatos.io.notebook.days import days_picture
from kuntapaatos.io.notebook.drawing import Picture
from kuntapaatos.io.notebook.fees import fees_picture
from kuntapaatos.io.notebook.lanes import lanes_of
from kuntapaatos.io.notebook.markup import element, escaped
from kuntapaatos.io.notebook.progress import Progress
from kuntapaatos.io.notebook.tables import Listing, listing, opened, table
from kuntapaatos.io.text.minutes import Minutes
from kuntapaatos.io.text.reading import Reading
from kuntapaatos.io.wording.voice import FINNISH, Voice, later
from kuntapaatos.shown import Value

__all__ = ["Listing", "Picture", "Progress", "html", "listing", "picture", "table"]

_DRAWN = (Deadline, Finality, FeeSchedule, tuple)
# Side by side where there is room, one below the other on a phone.
_BESIDE = "display:flex;flex-wrap:wrap;gap:0 2em;align-items:flex-start"
_REST = "flex:1 1 20em;min-width:0"
_NO_CLOCK = later("no time limits: no party and nobody else who would have one of their own")


def picture(
    values: Deadline | Finality | FeeSchedule | Iterable[Deadline | NotStarted],
    *,
    language: str = FINNISH,
    facts: FeeFacts | None = None,
) -> Picture:
    """
    Draw the days of one or several time limits, or what a schedule charges.

    A calendar of whole weeks: when the decision was sent or published, when it
    counts as received, each day of the period with week ends and holidays, the
    last day with its closing time, and the first day on which it is final.

    Args:
        values: A `Deadline`, the answers of `appeal_deadlines`, a `Finality`, or a
            `FeeSchedule`.
        language: A BCP 47 tag.
        facts: Of a schedule with rules, what they count with besides inhabitants: the
            frame, the index, and so on.  What is missing is named in the picture.

    Raises:
        InvalidValue: *values* is something else or holds nothing, or there is no such
            language.

    >>> from decimal import Decimal
    >>> from kuntapaatos.fees import USO_2025_2026
    >>> picture(USO_2025_2026).title
    'Maksut asukasluvun mukaan: USO 2025–2026'
    """
    t = Voice(language)
    if facts is not None:
        check_type("facts", facts, FeeFacts, "a FeeFacts")
    if isinstance(values, FeeSchedule):
        if values.rules:
            return curve_picture(values, facts or FeeFacts(), t)
        return fees_picture(values, t)
    return days_picture(lanes_of(values, t), t)


def html(value: Value | Reading | Minutes | tuple[object, ...], *, language: str = FINNISH) -> str:
    """
    Return what a notebook shows of *value*: its table, and its picture where it has one.

    Args:
        value: Any domain value, a `Reading` or `Minutes` with what is not sure of them, or
            the answers of `appeal_deadlines`.
        language: A BCP 47 tag; a notebook that shows a value by itself asks for Finnish.

    Raises:
        InvalidValue: *value* is something else, or there is no such language.

    >>> from kuntapaatos.law import KUNTALAKI
    >>> html(KUNTALAKI("138 §")).startswith("<table ")
    True
    """
    t = Voice(language)
    if isinstance(value, Reading | Minutes):
        # Only who shows a text needs the words of the report.
        from kuntapaatos.io.notebook.readings import of_minutes, of_reading

        return of_reading(value, t) if isinstance(value, Reading) else of_minutes(value, t)
    if value == ():
        return element("p", escaped(t(_NO_CLOCK)), lang=t.language)
    # What they are is checked where they are shown.
    drawn: Any = value
    if isinstance(value, tuple):
        shown = "".join(opened(one, language=language) for one in drawn)
    else:
        shown = table(value, language=language)
    if not isinstance(value, _DRAWN):
        return shown
    beside = element("div", shown, style=_REST)
    return element("div", picture(drawn, language=language).svg + beside, style=_BESIDE)
