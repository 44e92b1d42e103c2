"""
Which rule of notice applies: the row of the decision's day.

>>> from datetime import date
>>> {rule.days for rule in notice_rules(date(2016, 5, 1))
...  if rule.kind is NoticeKind.ONLINE_MINUTES}
{0}
"""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Protocol

from kuntapaatos.errors import InvalidValue, NoRuleInForce, check_flag, check_type
from kuntapaatos.notice.kinds import NoticeKind, NoticeRule, Regime
from kuntapaatos.workdays import check_day

__all__ = ["PENDING_FOLLOWS", "Told", "find_rule", "notice_rules", "rows_of"]


class Told(Protocol):
    """What the choice of a row depends on: the fields of a `Notice`."""

    @property
    def kind(self) -> NoticeKind:
        """The way of notice."""
        ...

    @property
    def day(self) -> date:
        """The day of the notice."""
        ...

    @property
    def regime(self) -> Regime:
        """Whose rules apply."""
        ...

    @property
    def to_authority(self) -> bool:
        """Whether the recipient is an authority."""
        ...

    @property
    def decided_on(self) -> date | None:
        """The day of the decision."""
        ...

    @property
    def pending(self) -> bool | None:
        """Whether a building matter was pending on 1 January 2025."""
        ...


@cache
def all_rules() -> tuple[NoticeRule, ...]:
    """Return every row; the table loads when it is first asked."""
    from kuntapaatos.notice.rules import RULES

    return RULES


PENDING_FOLLOWS = date(2024, 12, 31)
"""The day whose rules a building matter follows that was pending on the day after."""


def notice_rules(on: date | None = None) -> tuple[NoticeRule, ...]:
    """
    Return the dated rules of notice.

    Args:
        on: Only those in force for a decision of that day; `None` for all.

    Raises:
        NotADay: *on* is no `date`, or is a `datetime`.
        DayOutOfRange: *on* is outside 1992-2100.

    >>> from datetime import date
    >>> {rule.days for rule in notice_rules(date(2016, 5, 1))
    ...  if rule.kind is NoticeKind.ONLINE_MINUTES}
    {0}
    """
    if on is None:
        return all_rules()
    check_day(on)
    return tuple(rule for rule in all_rules() if rule.in_force(on))


def rows_of(told: Told) -> tuple[NoticeRule, ...]:
    """Return the rows of that way of notice, under those rules, to that recipient."""
    return tuple(
        rule
        for rule in all_rules()
        if rule.kind is told.kind
        and rule.regime is told.regime
        and rule.to_authority in (None, told.to_authority)
    )


def find_rule(notice: Told) -> NoticeRule:
    """
    Return the row of the decision's day, or of the notice's own day.

    Raises:
        NoRuleInForce: No row with a source covers that day.
        InvalidValue: The decision is later than its notice, or a field is something else.
    """
    check_day(notice.day)
    check_flag("to_authority", notice.to_authority)
    on = notice.day
    if notice.decided_on is not None:
        on = check_day(notice.decided_on)
        if on > notice.day:
            raise InvalidValue(
                "decided_on", on.isoformat(), f"no later than the notice of {notice.day}"
            )
    if notice.pending and notice.regime is Regime.BUILDING:
        on = min(on, PENDING_FOLLOWS)
    rows = rows_of(notice)
    for rule in rows:
        if rule.in_force(on):
            return rule
    check_type("kind", notice.kind, NoticeKind, "of type NoticeKind")
    check_type("regime", notice.regime, Regime, "of type Regime")
    raise NoRuleInForce(f"{notice.kind.value} ({notice.regime.value})", on, _known(notice, rows))


def _known(notice: Told, rows: tuple[NoticeRule, ...]) -> str:
    """Say when the rule came, when it ended, or where it is used instead."""
    if rows:
        return "; ".join(
            f"{rule.provisions[0]} is in force from {rule.valid_from.isoformat()}"
            + ("" if rule.valid_until is None else f" to {rule.valid_until.isoformat()}")
            for rule in rows
        ) + _elsewhere(notice)
    return f"this way of notice starts no clock there{_elsewhere(notice)}"


def _elsewhere(notice: Told) -> str:
    others = sorted(
        {
            rule.regime.name
            for rule in all_rules()
            if rule.kind is notice.kind and rule.regime is not notice.regime
        }
    )
    return f"; it is known for regime={' or '.join(others)}" if others else ""
