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

from datetime import date
from typing import NamedTuple

from attrs import field, frozen

from kuntapaatos.deadline import Deadline, count_deadline
from kuntapaatos.errors import InvalidPeriod, InvalidValue, is_a
from kuntapaatos.notice import Notice, NoticeKind, Regime
from kuntapaatos.office_hours import OfficeHours
from kuntapaatos.shown import Value
from kuntapaatos.time_limit import Period

__all__ = ["Rule", "Told"]


class Told(NamedTuple):
    """The fields of a `Rule` that a notice has too."""

    kind: NoticeKind
    regime: Regime
    to_authority: bool
    pending: bool | None

    def notice(self, day: date) -> Notice:
        """Return the notice of one day."""
        kind, regime, to_authority, pending = self
        return Notice(kind=kind, day=day, regime=regime, to_authority=to_authority, pending=pending)


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

    Raises:
        InvalidValue: A field is of another kind.
        InvalidPeriod: *period* is no `Period`.

    >>> import kuntapaatos as kp
    >>> Rule(kp.NoticeKind.LETTER, kp.Period.days(14), regime=kp.Regime.PROCUREMENT).regime.value
    'hankinta'
    """

    kind: NoticeKind = field()
    period: Period = field()
    hours: OfficeHours | None = field(default=None)
    regime: Regime = field(default=Regime.GENERAL, kw_only=True)
    to_authority: bool = field(default=False, kw_only=True)
    pending: bool | None = field(default=None, kw_only=True, validator=is_a(bool, type(None)))

    @kind.validator
    def _kind_is_known(self, _: object, kind: object) -> None:
        if not isinstance(kind, NoticeKind):
            raise InvalidValue("kind", kind, "a NoticeKind")

    @period.validator
    def _period_is_one(self, _: object, period: object) -> None:
        if not isinstance(period, Period):
            raise InvalidPeriod(period)

    @hours.validator
    def _hours_are_known_or_not(self, _: object, hours: object) -> None:
        if hours is not None and not isinstance(hours, OfficeHours):
            raise InvalidValue("hours", hours, "OfficeHours or None")

    @regime.validator
    def _regime_is_known(self, _: object, regime: object) -> None:
        if not isinstance(regime, Regime):
            raise InvalidValue("regime", regime, "a Regime")

    @to_authority.validator
    def _to_authority_is_yes_or_no(self, _: object, to_authority: object) -> None:
        if not isinstance(to_authority, bool):
            raise InvalidValue("to_authority", to_authority, "True or False")

    @property
    def told(self) -> Told:
        """How the decisions were told: what the day of notice depends on beside the day."""
        return Told(self.kind, self.regime, self.to_authority, self.pending)

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
        return f"{self.kind.value} ({self.regime.value}){recipient}{pending}, {self.period}{hours}"


_PENDING = {True: "vireillä 1.1.2025", False: "ei vireillä 1.1.2025"}
