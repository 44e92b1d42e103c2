"""
What a count needs beside its starting day: the rule, once for a whole column.

`Rule` holds the arguments of `count_deadline` other than the day of the notice;
`RuleColumn` holds one rule a row, where kind, period or hours differ by row.

>>> from datetime import date
>>> import kuntapaatos as kp
>>> rule = Rule(kp.NoticeKind.LETTER, kp.Period.days(14))
>>> rule.count(date(2024, 12, 10)).last_day
datetime.date(2024, 12, 31)
>>> print(rule)
kirje (yleinen), 14 päivää
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from attrs import field, frozen

from kuntapaatos.checks import is_a
from kuntapaatos.deadline import Deadline, count_deadline
from kuntapaatos.errors import InvalidPeriod
from kuntapaatos.notice import Notice, NoticeKind, NoticeRule, Regime, under_other_rules
from kuntapaatos.notice.choice import DECISION_BEFORE, PROCUREMENT_BEFORE, rules_of
from kuntapaatos.notice.kinds import as_kind, as_regime
from kuntapaatos.office_hours import OfficeHours
from kuntapaatos.remedy.kinds import Remedy
from kuntapaatos.remedy.rows import Prohibition
from kuntapaatos.shown import Value, shown
from kuntapaatos.time_limit import Period
from kuntapaatos.workdays import check_day

__all__ = ["Rule", "Timing", "Told", "changes_of"]


class Timing(NamedTuple):
    """
    One reading of a notice.

    Attributes:
        days: How many days after the notice the decision counts as received.
        period: How long there is by law; `None` where the rule says it.
        hours: The hours of the office by law; `None` where the rule says them.
    """

    days: int
    period: Period | None = None
    hours: OfficeHours | None = None


class Told(NamedTuple):
    """The fields of a `Rule` that a notice has too."""

    kind: NoticeKind
    regime: Regime
    to_authority: bool
    pending: bool | None
    procurement_begun_on: date | None

    def notice(self, day: date) -> Notice:
        """Return the notice of one day."""
        return Notice(day=day, **self._asdict())

    def timings(self, day: date) -> tuple[Timing, ...]:
        """
        Return each reading of a notice of this day.

        Raises:
            NoRuleInForce, DayOutOfRange, InvalidValue: The notice is refused.
        """
        notice = self.notice(day)
        others = (one.notice.notified_on for one in under_other_rules(notice))
        return tuple(Timing((on - day).days) for on in (notice.notified_on, *others))

    def changes(self) -> set[date]:
        """Return the days on which what the timings give may change."""
        rows = rules_of(self.kind, self.regime, to_authority=self.to_authority)
        return changes_of(rows, self.procurement_begun_on)


def changes_of(
    rows: Iterable[NoticeRule | Remedy | Prohibition], begun_on: date | None
) -> set[date]:
    """Return the days on which what rows of law say of a notice may change."""
    changes = set() if begun_on is None else {begun_on}
    for row in rows:
        ends = () if row.valid_until is None else (row.valid_until + timedelta(days=1),)
        for day in (row.valid_from, *ends):
            changes |= {day, day + DECISION_BEFORE, day + PROCUREMENT_BEFORE}
    return changes


@frozen(repr=False)
class Rule(Value):
    """
    One rule for a whole column: how the decisions were told, and how long there is.

    Attributes:
        kind: The way of notice.
        period: How long there is to act.
        hours: The hours of the office to which the documents go; `None` leaves the
            closing moments unknown.
        regime: Whose rules of notice apply.
        to_authority: Whether the recipients are authorities.
        pending: Whether building matters were pending on 1 January 2025, so that they
            are given after posting still; `None` when not known.
        procurement_begun_on: The day the procurements began, whose act applies to them;
            `None` when not known.

    Raises:
        InvalidValue: A field is of another kind.
        InvalidPeriod: *period* is no `Period`.

    >>> import kuntapaatos as kp
    >>> Rule(kp.NoticeKind.LETTER, kp.Period.days(14), regime=kp.Regime.PROCUREMENT).regime.value
    'hankinta'
    """

    kind: NoticeKind = field(converter=as_kind, validator=is_a(NoticeKind))
    period: Period = field()
    hours: OfficeHours | None = field(default=None, validator=is_a(OfficeHours, type(None)))
    regime: Regime = field(
        default=Regime.GENERAL, converter=as_regime, validator=is_a(Regime), kw_only=True
    )
    to_authority: bool = field(default=False, validator=is_a(bool), kw_only=True)
    pending: bool | None = field(default=None, kw_only=True, validator=is_a(bool, type(None)))
    procurement_begun_on: date | None = field(default=None, kw_only=True)

    @period.validator
    def _period_is_one(self, _: object, period: object) -> None:
        if not isinstance(period, Period):
            raise InvalidPeriod(period)

    @procurement_begun_on.validator
    def _begun_on_a_day(self, _: object, day: object) -> None:
        if day is not None:
            check_day(day)

    @property
    def told(self) -> Told:
        """How the decisions were told: what the day of notice depends on beside the day."""
        return Told(
            self.kind, self.regime, self.to_authority, self.pending, self.procurement_begun_on
        )

    def notice(self, day: date) -> Notice:
        """
        Return the notice of one day under this rule.

        Args:
            day: The day of sending, publication, receipt or giving.

        Raises:
            NoRuleInForce: No row with a source covers the day.
            NotADay: *day* is no `date`, or is a `datetime`.
            DayOutOfRange: *day*, or the day it counts as received, is outside 1992-2100.

        >>> from datetime import date
        >>> import kuntapaatos as kp
        >>> Rule(kp.NoticeKind.EMAIL, kp.Period.days(14)).notice(date(2025, 1, 7)).notified_on
        datetime.date(2025, 1, 10)
        """
        return self.told.notice(day)

    def count(self, day: date) -> Deadline:
        """
        Return the deadline of one day: what a column holds, with steps and doubts.

        Args:
            day: The day of the notice.

        Raises:
            NoRuleInForce: No row with a source covers the day.
            NotADay: *day* is no `date`, or is a `datetime`.
            DayOutOfRange: *day* or its last day is outside 1992-2100.

        >>> from datetime import date
        >>> import kuntapaatos as kp
        >>> Rule(kp.NoticeKind.RECEIPT, kp.Period.days(30)).count(date(2025, 1, 7)).last_day
        datetime.date(2025, 2, 6)
        """
        return count_deadline(self.notice(day), self.period, self.hours)

    def __str__(self) -> str:
        recipient = ", viranomaiselle" if self.to_authority else ""
        pending = "" if self.pending is None else f", {_PENDING[self.pending]}"
        hours = "" if self.hours is None else f", {self.hours}"
        day = self.procurement_begun_on
        begun = "" if day is None else f", hankinta alkoi {shown(day)}"
        told = f"{self.kind.value} ({self.regime.value}){recipient}{pending}{begun}"
        return f"{told}, {self.period}{hours}"


_PENDING = {True: "vireillä 1.1.2025", False: "ei vireillä 1.1.2025"}
