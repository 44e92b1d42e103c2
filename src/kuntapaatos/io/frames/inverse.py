"""
From a deadline back to its start: what is still open, as a plain comparison of days.

A deadline never falls as the starting day rises.  So "open at t" is "told after
day d", which a database answers from its index and Parquet from its statistics.

>>> from datetime import date
>>> import kuntapaatos as kp
>>> rule = Rule(kp.NoticeKind.ONLINE_MINUTES, kp.Period.days(14))
>>> latest_start_closed_by(date(2025, 1, 4), rule)
datetime.date(2024, 12, 13)
>>> rule.count(date(2024, 12, 13)).last_day, rule.count(date(2024, 12, 14)).last_day
(datetime.date(2025, 1, 3), datetime.date(2025, 1, 7))
"""

from __future__ import annotations

from datetime import date, datetime

from kuntapaatos.closing import HELSINKI, check_moment
from kuntapaatos.errors import InvalidValue
from kuntapaatos.io.frames.compiled import EPOCH, MISSING, day_of, table
from kuntapaatos.io.frames.extra import np
from kuntapaatos.io.frames.rules import Rule
from kuntapaatos.workdays import check_day

__all__ = ["latest_start_closed_by"]


def latest_start_closed_by(at: date, rule: Rule) -> date | None:
    """
    Return the latest starting day whose deadline has passed.

    What was told after that day is still open, so that `WHERE day > ...` finds it
    without counting a single deadline.

    Args:
        at: A day: deadlines whose last day is before it have passed.  Or an aware
            moment: those have passed whose `closes_at` is not after it, and, where
            the hours are not known, those whose last day is over in Finland.
        rule: What is counted.

    Returns:
        The starting day, included; `None` when nothing has passed yet.  Starting
        days for which the rule has no answer are neither open nor passed: they lie
        before its first day, or so late that the last day is after 2100.

    Raises:
        InvalidValue: *rule* is no `Rule`.
        NotADay: *at* is no day and no moment.
        NaiveMoment: *at* has a time of day and no time zone.
        DayOutOfRange: *at* is outside 1992-2100.

    >>> from datetime import date
    >>> import kuntapaatos as kp
    >>> message = Rule(kp.NoticeKind.EMAIL, kp.Period.days(14))
    >>> latest_start_closed_by(date(2010, 12, 8), message) is None  # in force from December 2010
    True
    """
    if not isinstance(rule, Rule):
        raise InvalidValue("rule", rule, "a Rule")
    last_days = table(rule, "last_day", "D")
    if isinstance(at, datetime):
        local = check_moment(at).astimezone(HELSINKI)
        closings = table(rule, "closes_at", "s")
        passed = last_days < (check_day(local.date()) - EPOCH).days
        passed |= (closings != MISSING) & (closings <= local.timestamp())
    else:
        passed = last_days < (check_day(at) - EPOCH).days
    starts = np.flatnonzero(passed & (last_days != MISSING))
    return day_of(int(starts[-1])) if starts.size else None
