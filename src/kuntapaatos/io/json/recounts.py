"""
What is counted again when it is read, of the answers that keep what they were counted from.

A `Deadline` counts itself.  When a decision is final follows from the deadline that
decides it, and whether a document came in time from the deadline and the moment.

>>> from datetime import date
>>> from kuntapaatos import Notice, Period, count_deadline, finality
>>> final = finality([count_deadline(Notice.letter(date(2024, 12, 10)), Period.days(14))])
>>> recounted(final)
{'final_on': datetime.date(2025, 1, 1)}
"""

from __future__ import annotations

from datetime import timedelta

from kuntapaatos.filing import FilingAnswer, filed
from kuntapaatos.finality import Finality

__all__ = ["recounted"]

_ONE_DAY = timedelta(days=1)


def recounted(value: object) -> dict[str, object]:
    """Return what the rules give now, by the field that stores it; empty for most values."""
    if isinstance(value, Finality):
        deadline = value.decided_by
        return {"final_on": None if deadline is None else deadline.latest_last_day + _ONE_DAY}
    if isinstance(value, FilingAnswer):
        again = filed(value.deadline, value.at, value.channel)
        return {"verdict": again.verdict, "limit": again.limit}
    return {}
