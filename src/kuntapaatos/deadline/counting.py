"""
From a notice and a period to the deadline, and of several possible ones to the earliest.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import cast

from attrs import evolve

from kuntapaatos.checks import check_type
from kuntapaatos.deadline.value import CountTerms, Deadline
from kuntapaatos.doubts import Basis, Candidate, Doubt, DoubtCode
from kuntapaatos.notice import Notice, under_other_rules
from kuntapaatos.office_hours import OfficeHours
from kuntapaatos.time_limit import Period, last_day

__all__ = ["choose", "count_deadline"]


def count_deadline(notice: Notice, period: Period, hours: OfficeHours | None = None) -> Deadline:
    """
    Count a last moment by the rules alone.

    Args:
        notice: How and when the decision was told; its day of notice is not counted.
        period: How long there is to act.
        hours: The hours of the office to which the document goes; `None` leaves the
            closing moment unknown.

    Raises:
        InvalidValue: *notice* or *hours* is something else.
        InvalidPeriod: *period* is no `Period`.
        DayOutOfRange: The last day is after 2100.

    Source: 150/1930 2, 3, 5 and 6 §.

    >>> from datetime import date
    >>> count_deadline(Notice.letter(date(2011, 12, 19)), Period.days(14)).last_day
    datetime.date(2012, 1, 9)
    """
    check_type("notice", notice, Notice, "of type Notice, such as Notice.letter(day)")
    others = under_other_rules(notice)
    if not others:
        return Deadline(notice, period, hours)
    return choose(
        Candidate(notice, Basis.NEWER_RULE, notice.provisions),
        [(other.code, Candidate(other.notice, other.basis, other.provisions)) for other in others],
        (Candidate(period, Basis.STATED),),
        hours,
        None,
    )


def choose(
    notice: Candidate,
    other_notices: Sequence[tuple[DoubtCode, Candidate]],
    periods: Sequence[Candidate],
    hours: OfficeHours | None,
    terms: CountTerms | None,
    questions: tuple[Doubt, ...] = (),
) -> Deadline:
    """
    Return the earliest of several possible deadlines, carrying what is open.

    Args:
        notice: The notice as the rules give it.
        other_notices: Other readings of the notice, each with what it is about.
        periods: Every reading of the period, at least one; one without a value
            cannot be counted yet.
        hours: The office's hours.
        terms: What an instruction and the law add.
        questions: What else is open, without another last day.
    """
    notices = (notice, *(other for _, other in other_notices))
    lengths = [candidate for candidate in periods if candidate.value is not None]
    readings = [
        Deadline(told.value, length.value, hours, terms)  # type: ignore[arg-type]
        for told in notices
        for length in lengths
    ]
    first = min(readings)
    later = {reading.last_day for reading in readings}.difference({first.last_day})
    chosen = next(length for length in lengths if length.value == first.period)
    if terms is not None and chosen.provisions:
        terms = evolve(terms, provisions=chosen.provisions)
    open_days = [
        Doubt(code, about="last_day", candidates=_days(first, (notice, other)))
        for code, other in other_notices
    ]
    _, *others = periods
    if others:
        days = _days(first, periods)
        open_days.append(Doubt(DoubtCode.STATED_PERIOD, about="last_day", candidates=days))
    return Deadline(
        first.notice,
        first.period,
        hours,
        terms,
        (*open_days, *questions),
        max(later, default=None),
    )


def _days(first: Deadline, readings: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Return the last day of each reading, earliest first, those without one at the end."""

    def day(value: object) -> date | None:
        if isinstance(value, Notice):
            return last_day(value.notified_on, first.period)
        return None if value is None else last_day(first.notified_on, cast(Period, value))

    days = [evolve(reading, value=day(reading.value)) for reading in readings]
    return tuple(sorted(days, key=lambda found: (found.value is None, str(found.value))))
