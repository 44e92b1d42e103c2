"""
The picture of the days: a calendar of whole weeks, with a lane for each clock.

Narrow enough for a phone, so that it never has to be scrolled sideways; its key
stands below it, in words.

>>> from kuntapaatos.deadline import count_deadline
>>> from kuntapaatos.io.notebook.lanes import lanes_of
>>> from kuntapaatos.io.wording.voice import Voice
>>> from kuntapaatos.notice import Notice
>>> from kuntapaatos.time_limit import Period
>>> fi = Voice("fi")
>>> deadline = count_deadline(Notice.letter(date(2024, 12, 10)), Period.days(14))
>>> drawn = days_picture(lanes_of(deadline, fi), fi)
>>> drawn.description.split(". ")[0]
'ti 10.12.2024 lähetetty: kirje'
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import groupby

from kuntapaatos.io.notebook.drawing import BOLD, FONT, Picture, drawn, label, wrapped
from kuntapaatos.io.notebook.lanes import Lane, Lanes, Line, Role, Span
from kuntapaatos.io.notebook.markup import element
from kuntapaatos.io.notebook.shapes import cell_text, closed_cell, line_across, shape
from kuntapaatos.io.wording import sentences as s
from kuntapaatos.io.wording.voice import Voice
from kuntapaatos.time_limit import Period
from kuntapaatos.workdays import LAST_DAY, ClosedDay, closed_day, is_workday

__all__ = ["WIDTH", "days_picture"]

WIDTH = 360
_LEFT, _CELL = 45, 45
_HEADER, _LANE, _GAP = 22, 20, 7
_LINE_HEIGHT, _KEY_LEFT = 17, 28
_ONE_DAY, _ONE_WEEK = timedelta(days=1), timedelta(weeks=1)
# Weeks in which nothing happens are drawn one by one up to so many.
_MOST_WEEKS = 12
_WEEK_END = (ClosedDay.SATURDAY, ClosedDay.SUNDAY)


def _weeks(lanes: Sequence[Lane]) -> list[date]:
    """Return the Mondays of the weeks to draw."""
    days = [day for lane in lanes for span in lane.spans for day in (span.first, span.last)]
    monday = min(days) - timedelta(days=min(days).weekday())
    count = (max(days) - monday).days // 7 + 1
    return [monday + _ONE_WEEK * place for place in range(count)]


def _week_of(monday: date) -> list[date]:
    return [monday + _ONE_DAY * place for place in range(7)]


def _is_plain(monday: date, lanes: Sequence[Lane], t: Voice) -> bool:
    """Return whether nothing begins or ends in a week, and no festival falls in it."""
    sunday = monday + 6 * _ONE_DAY
    for lane in lanes:
        for span in lane.spans:
            edges = (span.first, span.last)
            if any(monday <= edge <= sunday for edge in edges):
                return False
    return not any(_holiday(day, t) for day in _week_of(monday))


def _holiday(day: date, t: Voice) -> str | None:
    """Return the name of a named day; `None` for a workday and a plain week end."""
    name = closed_day(day) if day <= LAST_DAY else None
    return None if name in {None, *_WEEK_END} else t.value(name)


class _Sheet:
    """Shapes one below the other, and how far down they reach."""

    def __init__(self) -> None:
        self.shapes: list[str] = []
        self.y: float = 0

    def add(self, *shapes: str) -> None:
        self.shapes.extend(shapes)


def days_picture(given: Lanes, t: Voice) -> Picture:
    """
    Return the picture of one or several clocks.

    Args:
        given: The clocks and what the key says of them.
        t: The language.
    """
    sheet = _Sheet()
    lines = [line for lane in given.lanes for line in lane.lines] + list(given.lines)
    if given.lanes:
        lines.append(_calendar(sheet, given.lanes, t))
    _key(sheet, lines)
    days = ", ".join(given.last_days)
    title = (
        t("The days of a time limit: last day {days}", days=days)
        if days
        else t("The days of a time limit")
    )
    said = [line.text for line in lines]
    return drawn(title, said, "".join(sheet.shapes), WIDTH, sheet.y, t.language)


def _calendar(sheet: _Sheet, lanes: Sequence[Lane], t: Voice) -> Line:
    """Draw the weeks, and return the line of the key that names the days that are closed."""
    for place, name in enumerate(map(t, s.WEEKDAYS)):
        x = _LEFT + (place + 0.5) * _CELL
        sheet.add(cell_text(x, 13, name, FONT, fill_opacity=0.75))
    sheet.y = _HEADER
    mondays = _weeks(lanes)
    fold = len(mondays) > _MOST_WEEKS
    named: list[str] = []
    before: tuple[int, int] | None = None
    for plain, run in groupby(mondays, lambda day: fold and _is_plain(day, lanes, t)):
        weeks = list(run)
        if plain and len(weeks) > 1:
            _folded(sheet, len(weeks), t)
            before = (_month_of(weeks[0] - _ONE_WEEK)[0], 0)
            continue
        for monday in weeks:
            _month(sheet, monday, before, t)
            before = _month_of(monday)
            _week(sheet, monday, lanes, t)
            for day in _week_of(monday):
                holiday = _holiday(day, t)
                if holiday is not None:
                    named.append(f"{day.day}.{day.month}. {holiday}")
    sheet.y += 4
    week_end = ", ".join(map(t, s.WEEKDAYS[5:]))
    if not named:
        return Line(Role.CLOSED, t("no workday: {days}", days=week_end))
    return Line(
        Role.CLOSED, t("no workday: {days}; {names}", days=week_end, names=", ".join(named))
    )


def _month_of(monday: date) -> tuple[int, int]:
    # The month in which most of the week lies.
    thursday = monday + 3 * _ONE_DAY
    return thursday.year, thursday.month


def _folded(sheet: _Sheet, count: int, t: Voice) -> None:
    level = sheet.y + _LANE / 2
    middle = _LEFT + 3.5 * _CELL
    said = t.period(Period.weeks(count))
    sheet.add(
        line_across(_LEFT, level, middle - 55),
        cell_text(middle, level + 4, said, FONT),
        line_across(middle + 55, level, _LEFT + 7 * _CELL),
    )
    sheet.y += _LANE + _GAP


def _month(sheet: _Sheet, monday: date, before: tuple[int, int] | None, t: Voice) -> None:
    """Write the month of a week, and its year, where it is not that of the week before."""
    year, month = _month_of(monday)
    if before != (year, month):
        name = t(s.MONTHS[month - 1])
        sheet.add(label(0, sheet.y + 15, name, font_size=12, font_weight=600))
    if before is None or before[0] != year:
        sheet.add(label(0, sheet.y + 1, str(year), font_size=11, fill_opacity=0.75))


def _week(sheet: _Sheet, monday: date, lanes: Sequence[Lane], t: Voice) -> None:
    for place, day in enumerate(_week_of(monday)):
        sheet.add(_day(_LEFT + place * _CELL, sheet.y, day, t))
    sheet.y += _HEADER
    for lane in lanes:
        parts = "".join(_parts(lane, monday, sheet.y))
        if parts:
            if lane.letter:
                mark = label(
                    _LEFT - 6, sheet.y + 15, lane.letter, text_anchor="end", font_weight=600
                )
                sheet.add(mark)
            sheet.add(parts)
            sheet.y += _LANE + 2
    sheet.y += _GAP


def _day(x: float, y: float, day: date, t: Voice) -> str:
    closed = day <= LAST_DAY and not is_workday(day)
    ground = closed_cell(x + 1, y, _CELL - 2, _HEADER - 2) if closed else ""
    name = _holiday(day, t)
    text = f"{day.day}.{day.month}." if day.day == 1 else str(day.day)
    if name is not None:
        corner = f"M{x + _CELL - 9:g} {y:g}h8v8z"
        ground += element("path", d=corner)
    weight: dict[str, str | float] = {"font_weight": 600} if name is not None else {}
    return ground + cell_text(x + _CELL / 2, y + 15, text, FONT, **weight)


def _parts(lane: Lane, monday: date, y: float) -> Iterator[str]:
    """Give the shapes of a lane in one week."""
    sunday = monday + 6 * _ONE_DAY
    taken = {span.first for span in lane.spans if span.text}
    for span in lane.spans:
        first, last = max(span.first, monday), min(span.last, sunday)
        if first > last:
            continue
        x = _LEFT + (first - monday).days * _CELL
        width = ((last - first).days + 1) * _CELL
        if span.role is Role.MOVED:
            # The arrow ends where the last day's own shape begins.
            width -= _CELL if last == span.last else 0
            if width == 0:
                continue
        yield shape(span.role, x, y, width, _LANE)
        if span.role is Role.TOLD and len(lane.spans) > 1:
            yield line_across(x + _CELL / 2 + 6, y + _LANE / 2, x + _CELL)
        yield from _texts(span, first, last, x, y, taken)


def _texts(
    span: Span, first: date, last: date, x: float, y: float, taken: set[date]
) -> Iterator[str]:
    if span.text:
        yield cell_text(x + _CELL / 2, y + 14.5, span.text, 12, font_weight=600)
        return
    for place in range((last - first).days + 1):
        day = first + place * _ONE_DAY
        middle = x + (place + 0.5) * _CELL
        if span.numbered and day not in taken:
            ordinal = (day - span.first).days + 1
            yield cell_text(middle, y + 14, str(ordinal))
        elif span.role is Role.DOUBTED:
            yield cell_text(middle, y + 14, "?")


def _key(sheet: _Sheet, lines: Sequence[Line]) -> None:
    """Draw what each shape means, a line each."""
    for line in lines:
        heads = line.role is Role.HEAD
        indent = 0 if heads else _KEY_LEFT
        weight: dict[str, str | float] = {"font_weight": 600} if heads else {}
        sheet.y += 3
        sheet.add(shape(line.role, 2, sheet.y, 20, _LINE_HEIGHT - 1))
        for text in wrapped(line.text, WIDTH - indent, BOLD if heads else FONT):
            sheet.y += _LINE_HEIGHT
            sheet.add(label(indent, sheet.y - 4, text, **weight))
    sheet.y += 4
