"""
Which rule of notice applies: the row that held on the day that decides it.

For most rows that is the day of the decision; an act that came without a transition
goes by the day of the notice, and a procurement by the day it began.  Where that day
is not known, `Known.span` says which days it may be: the one place that does.

>>> from datetime import date
>>> {rule.days for rule in notice_rules(date(2016, 5, 1))
...  if rule.kind is NoticeKind.ONLINE_MINUTES}
{0}
>>> told = Known(noticed=date(2017, 6, 5))
>>> [day.isoformat() for day in told.span(DatedBy.DECISION)]
['2016-06-05', '2017-06-05']
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple, Protocol, TypeVar

from kuntapaatos.checks import check_flag, check_type
from kuntapaatos.errors import InvalidValue, NoRuleInForce
from kuntapaatos.law import DatedBy
from kuntapaatos.notice.kinds import NoticeKind, NoticeRule, Regime
from kuntapaatos.workdays import check_day

__all__ = [
    "DECISION_BEFORE",
    "PENDING_FOLLOWS",
    "PROCUREMENT_BEFORE",
    "Known",
    "Told",
    "earliest_decision",
    "find_rule",
    "known_of",
    "notice_rules",
    "other_rules",
    "rules_of",
    "starts_clock",
    "ways_of",
]

# Minutes follow a decision within weeks: a year is generous for its day.  From the start
# of a procurement to its decision it may take longer.
DECISION_BEFORE = timedelta(days=365)
"""How long before its notice a decision may have been made whose day is not known."""
PROCUREMENT_BEFORE = timedelta(days=730)
"""How long before its decision a procurement may have begun."""
# Who is served in person is told under the general rules in these matters too:
# Kuntalaki 142 § (a court's decision), Hankintalaki 127 § (a later day may be shown).
_IN_HAND = {
    NoticeKind.RECEIPT,
    NoticeKind.HANDED_OVER,
    NoticeKind.BAILIFF,
    NoticeKind.SUBSTITUTED,
    NoticeKind.VERIFIABLE_MESSAGE,
}
_AS_GENERAL = {
    Regime.FURTHER_APPEAL: {*_IN_HAND, NoticeKind.LETTER, NoticeKind.EMAIL},
    Regime.PROCUREMENT: _IN_HAND,
}


class Dated(Protocol):
    """A row of law: what its validity is counted by, and from when to when it holds."""

    @property
    def dated_by(self) -> DatedBy:
        """Which day decides."""
        ...

    @property
    def valid_from(self) -> date:
        """The first such day, included."""
        ...

    @property
    def valid_until(self) -> date | None:
        """The last such day, included; `None` while in force."""
        ...


_Row = TypeVar("_Row", bound=Dated)
# An enum's member is slower to reach than a name of the module.
_DECISION = DatedBy.DECISION


class Known(NamedTuple):
    """
    What is known of the days that decide which row holds.

    Attributes:
        noticed: The day of the notice.
        decided: The day of the decision; `None` when not known.
        begun: The day the procurement began; `None` when not known.
        pending: Whether the building matter was pending on 1 January 2025; `None` when not
            known.
        way_from: The first day of a decision that can have been told in this way.
    """

    noticed: date
    decided: date | None = None
    begun: date | None = None
    pending: bool | None = None
    way_from: date = date.min

    def span(self, dated_by: DatedBy) -> tuple[date, date]:
        """Return the first and the last day that may be the one that decides, both included."""
        decided = self.noticed if self.decided is None else self.decided
        if dated_by is DatedBy.NOTICE:
            return self.noticed, self.noticed
        if dated_by is DatedBy.PROCUREMENT_BEGUN:
            if self.begun is not None:
                return self.begun, self.begun
            return decided - PROCUREMENT_BEFORE, decided
        first = decided
        if self.decided is None:
            first = max(decided - DECISION_BEFORE, self.way_from)
        if self.pending:
            return min(first, PENDING_FOLLOWS), min(decided, PENDING_FOLLOWS)
        if self.pending is None and dated_by is DatedBy.PENDING:
            first = min(first, PENDING_FOLLOWS)
        return first, decided

    def holds(self, rows: Iterable[_Row]) -> list[_Row]:
        """Return the rows that held on the last day that may decide, in their order."""
        of_decision = self.span(_DECISION)
        found = []
        for row in rows:
            _, last = of_decision if row.dated_by is _DECISION else self.span(row.dated_by)
            until = row.valid_until
            if row.valid_from <= last and (until is None or last <= until):
                found.append(row)
        return found

    def may_hold(self, rows: Iterable[_Row]) -> list[_Row]:
        """Return the rows that held on some day that may decide, in their order."""
        of_decision = self.span(_DECISION)
        found = []
        for row in rows:
            first, last = of_decision if row.dated_by is _DECISION else self.span(row.dated_by)
            until = row.valid_until
            if row.valid_from <= last and (until is None or first <= until):
                found.append(row)
        return found


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
    def procurement_begun_on(self) -> date | None:
        """The day the procurement began."""
        ...

    @property
    def pending(self) -> bool | None:
        """Whether a building matter was pending on 1 January 2025."""
        ...


PENDING_FOLLOWS = date(2024, 12, 31)
"""The day whose rules a building matter follows that was pending on the day after."""


def _all_rules() -> tuple[NoticeRule, ...]:
    # The table, and what reads it, load when the first rule is asked for.
    from kuntapaatos.notice.rules import all_rules

    return all_rules()


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
        return _all_rules()
    check_day(on)
    return tuple(rule for rule in _all_rules() if rule.in_force(on))


@cache
def rules_of(
    kind: NoticeKind, regime: Regime, *, to_authority: bool | None = None
) -> tuple[NoticeRule, ...]:
    """Return the rows of a way of notice, under those rules, to such a recipient or to any."""
    if kind is NoticeKind.PROVEN or kind in _AS_GENERAL.get(regime, ()):
        regime = Regime.GENERAL
    return tuple(
        rule
        for rule in _all_rules()
        if rule.kind is kind
        and rule.regime is regime
        and (to_authority is None or rule.to_authority in (None, to_authority))
    )


def starts_clock(kind: NoticeKind, regime: Regime) -> bool:
    """Return whether a way of notice ever starts a clock under those rules."""
    return bool(rules_of(kind, regime))


def ways_of(regime: Regime) -> tuple[NoticeKind, ...]:
    """Return the ways of notice that start a clock under those rules."""
    return tuple(kind for kind in NoticeKind if starts_clock(kind, regime))


def known_of(told: Told) -> Known:
    """Return the days of a notice that decide which row holds."""
    return Known(told.day, told.decided_on, told.procurement_begun_on, told.pending)


def find_rule(notice: Told) -> NoticeRule:
    """
    Return the row that held on the last day that may decide.

    Raises:
        NoRuleInForce: No row with a source covers that day.
        InvalidValue: The decision is later than its notice, the procurement began
            later than it was decided, or a field is something else.
    """
    check_day(notice.day)
    check_type("kind", notice.kind, NoticeKind, "of type NoticeKind")
    check_type("regime", notice.regime, Regime, "of type Regime")
    check_flag("to_authority", notice.to_authority)
    _check_order(notice)
    known = known_of(notice)
    rows = rules_of(notice.kind, notice.regime, to_authority=notice.to_authority)
    for rule in known.holds(rows):
        return rule
    _, on = known.span(rows[-1].dated_by if rows else DatedBy.DECISION)
    raise NoRuleInForce(f"{notice.kind.value} ({notice.regime.value})", on, _in_force(notice, rows))


def _check_order(notice: Told) -> None:
    latest, before = notice.day, f"the notice of {notice.day}"
    if notice.decided_on is not None:
        if check_day(notice.decided_on) > latest:
            raise InvalidValue(
                "decided_on", notice.decided_on.isoformat(), f"no later than {before}"
            )
        latest, before = notice.decided_on, f"the decision of {notice.decided_on}"
    begun = notice.procurement_begun_on
    if begun is not None and check_day(begun) > latest:
        raise InvalidValue("procurement_begun_on", begun.isoformat(), f"no later than {before}")


def other_rules(notice: Told, rule: NoticeRule) -> list[NoticeRule]:
    """Return the rows beside the chosen one that may hold for all that is known."""
    rows = rules_of(notice.kind, notice.regime, to_authority=notice.to_authority)
    return [row for row in known_of(notice).may_hold(rows) if row is not rule]


def earliest_decision(notice: Told) -> date:
    """Return the first day of a decision that may be told so: no earlier than the way itself."""
    rows = rules_of(notice.kind, notice.regime, to_authority=notice.to_authority)
    first = min(rows, key=lambda row: row.valid_from)
    dated = {DatedBy.DECISION, DatedBy.PENDING}
    return first.valid_from if first.dated_by in dated else date.min


def _in_force(notice: Told, rows: tuple[NoticeRule, ...]) -> str:
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
            for rule in _all_rules()
            if rule.kind is notice.kind and rule.regime is not notice.regime
        }
    )
    return f"; it is known for regime={' or '.join(others)}" if others else ""
