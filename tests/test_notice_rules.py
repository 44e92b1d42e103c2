from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kuntapaatos.errors import (
    DayOutOfRange,
    NoRuleInForce,
    NotADay,
)
from kuntapaatos.law import DatedBy
from kuntapaatos.notice import Notice, NoticeKind, NoticeRule, Regime, Track, notice_rules
from kuntapaatos.workdays import FIRST_DAY

DAY = date(2025, 1, 7)


@pytest.mark.parametrize("day", [date(2003, 12, 31), date(2016, 5, 1), date(2026, 1, 1)], ids=str)
def test_rules_of_a_day(day: date) -> None:
    """
    The rules of a day are those of all rules that are in force on it.
    """
    assert notice_rules(day) == tuple(rule for rule in notice_rules() if rule.in_force(day))


def test_every_kind_has_a_rule() -> None:
    """
    No way of notice and no regime is without a row.
    """
    assert {rule.kind for rule in notice_rules()} == set(NoticeKind)
    assert {rule.regime for rule in notice_rules()} == set(Regime)
    assert {rule.track for rule in notice_rules()} == set(Track)


def test_rows_do_not_overlap() -> None:
    """
    On any day at most one row answers for a way, a regime and a recipient.
    """
    for to_authority in (False, True):
        rows = [rule for rule in notice_rules() if rule.to_authority in {None, to_authority}]
        for one in rows:
            for other in rows:
                if one is other or (one.kind, one.regime) != (other.kind, other.regime):
                    continue
                if {one.track, other.track} == {Track.EVERYBODY, Track.MEMBER}:
                    continue  # zoning, June to December 2017: two days, told by a doubt
                assert not other.in_force(one.valid_from)


def beside(rule: NoticeRule) -> list[NoticeRule]:
    """Return every row that answers for the same way, rules and recipient."""
    return [
        other
        for other in notice_rules()
        if (other.kind, other.regime) == (rule.kind, rule.regime)
        and other.to_authority in {None, bool(rule.to_authority)}
    ]


OLDEST = [
    pytest.param(rule, id=f"{rule.kind.value}, {rule.regime.value}, {rule.valid_from}")
    for rule in notice_rules()
    if rule.valid_from > FIRST_DAY
    and rule.valid_from == min(other.valid_from for other in beside(rule))
]


@pytest.mark.parametrize("rule", OLDEST)
def test_a_refusal_names_each_row(rule: NoticeRule) -> None:
    """
    A day that no row covers is refused with the first section of each row, and its days.
    """
    before = rule.valid_from - timedelta(days=1)
    with pytest.raises(NoRuleInForce) as caught:
        Notice(
            kind=rule.kind,
            regime=rule.regime,
            to_authority=bool(rule.to_authority),
            day=before,
            pending=False if rule.dated_by is DatedBy.PENDING else None,
        )
    assert caught.value.day == before
    for other in beside(rule):
        until = "" if other.valid_until is None else f" to {other.valid_until.isoformat()}"
        known = f"{other.provisions[0]} is in force from {other.valid_from.isoformat()}{until}"
        assert known in str(caught.value)


@pytest.mark.parametrize("on", ["2025-01-07", datetime(2025, 1, 7, tzinfo=UTC), 1.5, []])
def test_rules_of_no_day(on: Any) -> None:
    """
    Rules are asked of a calendar day.
    """
    with pytest.raises(NotADay):
        notice_rules(on)
    with pytest.raises(DayOutOfRange):
        notice_rules(date(2101, 1, 1))


@given(
    kind=st.sampled_from(NoticeKind),
    regime=st.sampled_from(Regime),
    day=st.dates(date(1992, 1, 1), date(2100, 12, 31)),
    earlier=st.none() | st.integers(0, 3000),
    to_authority=st.booleans(),
)
def test_right_or_refused(
    kind: NoticeKind, regime: Regime, day: date, earlier: int | None, to_authority: bool
) -> None:
    """
    Any way on any day is counted by the row of the decision's day, or refused by name.
    """
    decided = None if earlier is None else day - timedelta(days=earlier)
    try:
        notice = Notice(
            kind=kind, day=day, regime=regime, decided_on=decided, to_authority=to_authority
        )
    except (NoRuleInForce, DayOutOfRange):
        return
    assert notice.rule.in_force(decided or day)
    # Who is served in person, or has shown the day, is told by the general rules anywhere.
    assert notice.rule.kind is kind
    assert notice.rule.regime in {regime, Regime.GENERAL}
    assert 0 <= (notice.notified_on - day).days <= 7
    for doubt in notice.doubts:
        values = [found.value for found in doubt.candidates if found.value is not None]
        assert notice.notified_on in values
