"""
A table holds, for every day, exactly what the scalar function answers.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import date, timedelta
from functools import cache
from itertools import product
from typing import NamedTuple

import numpy as np
import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from kuntapaatos import (
    Deadline,
    NoticeKind,
    OfficeHours,
    Period,
    Regime,
    count_deadline,
    last_day,
    next_workday,
)
from kuntapaatos.closing import paper_closing
from kuntapaatos.errors import DayOutOfRange, InvalidValue, NoRuleInForce
from kuntapaatos.io.frames import Rule
from kuntapaatos.io.frames.compiled import MISSING, Answer, Unit, stretches, table
from kuntapaatos.io.frames.rules import Told
from kuntapaatos.notice import notice_rules, under_other_rules
from kuntapaatos.workdays import FIRST_DAY, LAST_DAY

EPOCH = date(1970, 1, 1)
FIRST, LAST = (FIRST_DAY - EPOCH).days, (LAST_DAY - EPOCH).days
EVERY_DAY = [FIRST_DAY + timedelta(days=n) for n in range(LAST - FIRST + 1)]

HOURS = {
    "a city": OfficeHours.parse("8.00-16.00; pe, aatto 8.00-15.00"),
    "the state": OfficeHours.state(),
    "longer on eves": OfficeHours.parse("8-15; aatto 8-16.30"),
    "a summer and single days": OfficeHours.parse(
        "9-15; aatto 9-12; 1.7.2025-31.7.2025 10.00-14.00; 24.12.2024 suljettu; "
        "30.4.2025 8.00-12.00; 2.1.2025 suljettu"
    ),
    "closed on Fridays": OfficeHours.parse("ma-to 8-16"),
    "from 2020 to 2025": evolve(
        OfficeHours.parse("8-16; pe 8-15; aatto 8-14"),
        valid_from=date(2020, 3, 1),
        valid_until=date(2025, 8, 31),
    ),
    "never open in spring 2025": OfficeHours(
        week=(), valid_from=date(2025, 1, 1), valid_until=date(2025, 3, 31)
    ),
}
PERIODS = [
    *(Period.days(n) for n in range(7, 91)),
    *(Period.months(n) for n in range(1, 7)),
    *(Period.weeks(n) for n in (1, 2, 3)),
    Period.years(1),
]
TOLD = [
    Told(rule.kind, rule.regime, rule.to_authority is True, pending, begun)
    for rule in notice_rules()
    for pending in ((None, False, True) if rule.regime is Regime.BUILDING else (None,))
    for begun in (
        (None, date(2016, 12, 31), date(2017, 1, 1))
        if rule.regime is Regime.PROCUREMENT
        else (None,)
    )
]
TOLD = sorted(set(TOLD), key=str)
told = pytest.mark.parametrize(
    "who",
    TOLD,
    ids=[
        f"{who.kind.name}-{who.regime.name}-{who.to_authority}-{who.pending}-{who.procurement_begun_on}"
        for who in TOLD
    ],
)


def ruled(who: Told, period: Period, hours: OfficeHours | None = None) -> Rule:
    """
    The rule of one way of notice.
    """
    kind, *_ = who
    named = {name: value for name, value in who._asdict().items() if name != "kind"}
    return Rule(kind, period, hours, **named)


def number(day: date | None) -> int:
    """
    The number of a day, as the tables count.
    """
    return MISSING if day is None else (day - EPOCH).days


def counted(rule: Rule, day: date) -> Deadline | None:
    """
    The scalar answer, or nothing where the scalar function refuses.
    """
    try:
        return rule.count(day)
    except (DayOutOfRange, NoRuleInForce, InvalidValue):
        return None


def fields(found: Deadline | None) -> tuple[int, int, int]:
    """
    The three answers of a deadline as the tables hold them.
    """
    if found is None:
        return MISSING, MISSING, MISSING
    closes = MISSING if found.closes_at is None else int(found.closes_at.timestamp())
    return number(found.notified_on), number(found.last_day), closes


def tables(rule: Rule) -> NDArray[np.int64]:
    """
    The three tables of a rule for every supported day, a row each.
    """
    columns: list[tuple[Answer, Unit]] = [
        ("notified_on", "D"),
        ("last_day", "D"),
        ("closes_at", "s"),
    ]
    return np.stack([table(rule, answer, unit)[FIRST : LAST + 1] for answer, unit in columns], 1)


class Scalar(NamedTuple):
    """
    What the scalar functions answer for every day of one way of notice.
    """

    answers: NDArray[np.int64]
    notified: NDArray[np.int64]
    older: dict[date, int]


@cache
def scalar(who: Told) -> Scalar:
    """
    Ask the scalar functions once for every day, for fourteen days and a city's hours.
    """
    rule = ruled(who, PERIODS[0])
    answers, notified, older = [], np.full(LAST + 1, MISSING), {}
    for day in EVERY_DAY:
        found = None
        with suppress(DayOutOfRange, NoRuleInForce, InvalidValue):
            notice = rule.notice(day)
            notified[number(day)] = number(notice.notified_on)
            days = [number(found.notice.notified_on) for found in under_other_rules(notice)]
            if days and min(days) < number(notice.notified_on):
                older[day] = min(days)
            found = count_deadline(notice, Period.days(14), HOURS["a city"])
        answers.append(fields(found))
    return Scalar(np.array(answers), notified, older)


@pytest.mark.every
@told
def test_every_day(who: Told) -> None:
    """
    For every day and way of notice the table equals `count_deadline`.
    """
    rule = ruled(who, Period.days(14), HOURS["a city"])
    np.testing.assert_array_equal(tables(rule), scalar(who).answers)


@pytest.fixture(scope="module")
def counted_from_proof() -> dict[Period, NDArray[np.int64]]:
    """
    The scalar last day of every period from every day of notification, by its number.
    """

    def ends(period: Period) -> Iterator[int]:
        for day in EVERY_DAY:
            try:
                yield number(last_day(day, period))
            except DayOutOfRange:
                yield MISSING

    return {period: np.array(list(ends(period))) for period in PERIODS}


@pytest.mark.every
@told
def test_every_period(who: Told, counted_from_proof: dict[Period, NDArray[np.int64]]) -> None:
    """
    For every day, way of notice and period the last day is that of the notified day.

    Where the older rule may apply it is the earlier of the two.
    """
    _, notified, older = scalar(who)
    for period, ends in counted_from_proof.items():
        rule = ruled(who, period)
        expected = np.full(LAST + 1, MISSING)
        known = notified != MISSING
        expected[known] = ends[notified[known] - FIRST]
        for day, received in older.items():
            expected[number(day)] = min(expected[number(day)], ends[received - FIRST])
        for day in list(older)[period.length % 7 :: 61]:
            assert expected[number(day)] == fields(counted(rule, day))[1]
        np.testing.assert_array_equal(table(rule, "last_day", "D")[: LAST + 1], expected)


@pytest.mark.every
@pytest.mark.parametrize("hours", HOURS.values(), ids=HOURS)
@pytest.mark.parametrize("period", [Period.days(14), Period.months(1)], ids=str)
def test_every_closing(hours: OfficeHours, period: Period) -> None:
    """
    On every last day the closing moment is the office's, missing where it is not known.
    """
    rule = Rule(NoticeKind.PROVEN, period, hours)
    _, last_days, closings = tables(rule).T
    expected = {MISSING: MISSING}
    for end in set(last_days.tolist()) - {MISSING}:
        moment = paper_closing(EPOCH + timedelta(days=end), hours, None).earliest
        expected[end] = MISSING if moment is None else int(moment.timestamp())
    assert closings.tolist() == [expected[end] for end in last_days.tolist()]


periods = st.one_of(
    st.integers(1, 40_000).filter(lambda n: n <= 39_812).map(Period.days),
    st.integers(1, 5_687).map(Period.weeks),
    st.integers(1, 1_307).map(Period.months),
    st.integers(1, 108).map(Period.years),
    st.sampled_from(PERIODS),
)


@pytest.mark.slow
@given(
    who=st.sampled_from(TOLD),
    authority=st.booleans(),
    period=periods,
    hours=st.sampled_from([None, *HOURS.values()]),
    days=st.lists(st.sampled_from(EVERY_DAY), min_size=1, max_size=20),
)
def test_any_rule(
    who: Told,
    authority: bool,
    period: Period,
    hours: OfficeHours | None,
    days: list[date],
) -> None:
    """
    For any rule and day the table equals `count_deadline`.
    """
    rule = ruled(who._replace(to_authority=authority), period, hours)
    found = tables(rule)
    for day in days:
        assert tuple(found[number(day) - FIRST]) == fields(counted(rule, day)), day


@told
def test_never_falls(who: Told) -> None:
    """
    A deadline never falls as the starting day rises, also where the law changed.
    """
    for period, hours in product(PERIODS[::9], HOURS.values()):
        rule = ruled(who, period, hours)
        for answer in tables(rule).T:
            assert (np.diff(answer[answer != MISSING]) >= 0).all()


def easter(year: int) -> date:
    """
    Easter Sunday by the anonymous Gregorian algorithm, which the library does not use.
    """
    century, rest = divmod(year, 100)
    epact = (
        19 * (year % 19) + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15
    ) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    correction = (year % 19 + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * correction + 114, 31)
    return date(year, month, day + 1)


def closed_days() -> list[date]:
    """
    The days of 150/1930 5 §, without Saturdays and Sundays.
    """
    found = []
    for year in range(1992, 2102):
        fixed = [(1, 1), (1, 6), (5, 1), (12, 6), (12, 24), (12, 25), (12, 26)]
        found += [date(year, month, day) for month, day in fixed]
        found += [easter(year) + timedelta(days=n) for n in (-2, 1, 39)]
        # Midsummer Eve is the Friday of 19-25 June.
        found += [day for n in range(19, 26) if (day := date(year, 6, n)).weekday() == 4]
    return found


@pytest.mark.parametrize("length", [7, 14, 21, 30, 60])
def test_second_way(length: int) -> None:
    """
    Numpy's own business days on a list from the Easter formula give the same last days.
    """
    days = np.arange(FIRST, LAST + 1).astype("datetime64[D]")
    ends = np.busday_offset(
        days + np.timedelta64(length, "D"),
        0,
        roll="forward",
        holidays=np.array(closed_days(), "datetime64[D]"),
    )
    last = table(Rule(NoticeKind.PROVEN, Period.days(length)), "last_day", "D")[FIRST : LAST + 1]
    known = last != MISSING
    np.testing.assert_array_equal(last[known], ends.astype(np.int64)[known])
    assert known.sum() == LAST - FIRST + 1 - length


def test_older_rule_stretches() -> None:
    """
    Until a year after Kuntalaki 140 § a notice may be of a decision under the older act.
    """
    found = stretches(Rule(NoticeKind.ONLINE_MINUTES, Period.days(14)).told)
    assert [[one.days for one in stretch.timings] for stretch in found] == [[0], [7, 0], [7]]
    assert found[1].first == number(date(2017, 6, 1))


@pytest.mark.parametrize("unit", ["s", "ms", "us", "ns"])
@pytest.mark.parametrize("answer", ["last_day", "closes_at"])
def test_units(answer: Answer, unit: Unit) -> None:
    """
    In each unit the table holds the same moments, and misses the same.
    """
    rule = Rule(NoticeKind.LETTER, Period.days(14), HOURS["a city"])
    base: Unit = "s" if answer == "closes_at" else "D"
    expected = table(rule, answer, base).view(f"datetime64[{base}]")
    found = table(rule, answer, unit).view(f"datetime64[{unit}]")
    np.testing.assert_array_equal(found, expected.astype(found.dtype))
    assert found.dtype == f"datetime64[{unit}]"


def test_shared_tables_are_not_written_to() -> None:
    """
    A table is shared by all callers, so nobody can change it.
    """
    rule = Rule(NoticeKind.LETTER, Period.days(14))
    for unit in ("date32", "D", "us"):
        with pytest.raises(ValueError, match="read-only"):
            table(rule, "last_day", unit)[0] = 1


def test_workday_at_the_end() -> None:
    """
    The last supported day is a workday, so that no last day falls behind it.
    """
    assert next_workday(LAST_DAY) == LAST_DAY
