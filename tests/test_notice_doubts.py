from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

import pytest
from attrs import evolve

from kuntapaatos.doubts import Basis, DoubtCode
from kuntapaatos.errors import (
    InvalidValue,
    NoRuleInForce,
)
from kuntapaatos.law import KUNTALAKI_1995, Confidence
from kuntapaatos.notice import Notice, Regime, under_other_rules

ONE_DAY = timedelta(days=1)


DAY = date(2025, 1, 7)


Told = Callable[[date], Notice]


LETTER, EMAIL, MINUTES = Notice.letter, Notice.email, Notice.online_minutes


def test_the_older_messages() -> None:
    """
    365/1995 named only a letter, so the message's third day is a doubt until 31.5.2017.
    """
    older, newer = EMAIL(date(2017, 5, 31)), EMAIL(date(2017, 6, 1))
    assert (older.notified_on, newer.notified_on) == (date(2017, 6, 3), date(2017, 6, 4))
    # A message of June may tell a decision of May, while the decision's day is not known.
    for notice in (older, newer, newer.ruled_on(date(2017, 5, 31))):
        assert [doubt.code for doubt in notice.doubts] == [DoubtCode.MESSAGE_PRESUMPTION]
    for notice in (newer.ruled_on(date(2017, 6, 1)), EMAIL(date(2018, 6, 1))):
        assert notice.doubts == ()


@pytest.mark.parametrize(
    ("notice", "settled"),
    [
        pytest.param(LETTER(DAY), True, id="a letter"),
        pytest.param(EMAIL(DAY), True, id="a message"),
        pytest.param(MINUTES(DAY), True, id="minutes"),
        pytest.param(Notice.proven(DAY), True, id="a fact"),
        pytest.param(LETTER(DAY).proven_on(DAY), True, id="a letter, shown"),
        pytest.param(LETTER(DAY, obliging=True), False, id="a decision that obliges"),
        pytest.param(LETTER(DAY, obliging=True).proven_on(DAY), False, id="one, shown"),
        pytest.param(MINUTES(DAY, mention_only=True), False, id="a secret matter"),
        pytest.param(LETTER(DAY, to_authority=True), False, id="to an authority"),
        pytest.param(LETTER(DAY, regime=Regime.PROCUREMENT), False, id="in a procurement"),
        pytest.param(EMAIL(date(2017, 5, 31)), False, id="a message under the act of 1995"),
        pytest.param(EMAIL(date(2017, 5, 31)).proven_on(DAY), True, id="one, shown"),
        pytest.param(MINUTES(date(2018, 5, 31)), False, id="a decision of an unknown day"),
        pytest.param(MINUTES(date(2018, 6, 1)), True, id="of the act of 2015, surely"),
    ],
)
def test_what_is_settled(notice: Notice, settled: bool) -> None:
    """
    Settled is what is told under the general rules to no authority, with nothing open.
    """
    assert notice.is_settled is settled


def test_the_older_procurement_messages() -> None:
    """
    348/2007 75 § (321/2010) fixes the same day as 1397/2016 127 §: no doubt, whichever applies.
    """
    for day in (date(2010, 6, 1), date(2016, 12, 31), date(2017, 1, 1)):
        message = Notice.procurement_message(day)
        assert message.rule.confidence is Confidence.CERTAIN
        assert (message.notified_on, message.doubts) == (day, ())


def test_proof_before_the_notice() -> None:
    """
    Nobody has received a letter before it was sent.
    """
    with pytest.raises(InvalidValue, match=r"^proven_day must be no earlier than 2025-01-07; got"):
        LETTER(DAY).proven_on(DAY - ONE_DAY)


@pytest.mark.parametrize(
    ("notice", "code", "source"),
    [
        pytest.param(
            Notice.letter(DAY, obliging=True),
            DoubtCode.EVIDENTIAL_SERVICE,
            "KHO:2023:46",
            id="an obliging decision by letter",
        ),
        pytest.param(
            Notice.email(DAY, obliging=True),
            DoubtCode.EVIDENTIAL_SERVICE,
            "KHO:2023:46",
            id="an obliging decision by message",
        ),
        pytest.param(
            Notice.online_minutes(DAY, mention_only=True),
            DoubtCode.SECRET_MATTER,
            "KHO:2013:66",
            id="a mention of a secret matter",
        ),
    ],
)
def test_a_clock_that_may_not_run(notice: Notice, code: DoubtCode, source: str) -> None:
    """
    Where the notice itself is open, both stand in the doubt: the presumed day, and none.
    """
    (doubt,) = notice.doubts
    assert (doubt.code, doubt.about) == (code, "notified_on")
    presumed, none = doubt.candidates
    assert (presumed.value, presumed.basis) == (notice.notified_on, Basis.PRESUMPTION)
    assert none.value is None
    assert source in str(none)


def test_proof_ends_the_doubt() -> None:
    """
    A day that is shown leaves nothing of the notice open.
    """
    assert Notice.letter(DAY, obliging=True).proven_on(DAY).doubts == ()
    assert EMAIL(date(2016, 5, 2)).proven_on(date(2016, 5, 3)).doubts == ()


@pytest.mark.parametrize(
    ("published", "decided", "notified"),
    [
        pytest.param(date(2017, 6, 5), date(2017, 5, 31), date(2017, 6, 5), id="decided before"),
        pytest.param(date(2017, 6, 5), date(2017, 6, 1), date(2017, 6, 12), id="decided after"),
        pytest.param(date(2017, 6, 1), date(2017, 6, 1), date(2017, 6, 8), id="the same day"),
        pytest.param(
            date(2019, 1, 2), date(2017, 5, 31), date(2019, 1, 2), id="published long after"
        ),
    ],
)
def test_the_decisions_day_rules(published: date, decided: date, notified: date) -> None:
    """
    A decision of May 2017 is told by the rules of May 2017, whenever it is published.
    """
    notice = MINUTES(published).ruled_on(decided)
    assert (notice.notified_on, notice.decided_on) == (notified, decided)
    assert notice.doubts == ()
    assert under_other_rules(notice) == ()


@pytest.mark.parametrize(
    ("published", "open_"),
    [
        pytest.param(date(2017, 5, 31), False, id="the day before"),
        pytest.param(date(2017, 6, 1), True, id="the first day"),
        pytest.param(date(2018, 5, 31), True, id="the last day of a year"),
        pytest.param(date(2018, 6, 1), False, id="a year later"),
    ],
)
def test_a_decision_of_an_unknown_day(published: date, open_: bool) -> None:
    """
    In the year after a change a notice may be of an older decision: both days are shown.
    """
    notice = MINUTES(published)
    if not open_:
        assert under_other_rules(notice) == ()
        assert notice.doubts == ()
        return
    (reading,) = under_other_rules(notice)
    older = reading.notice
    assert (older.notified_on, older.provision) == (published, KUNTALAKI_1995("95 §"))
    (doubt,) = notice.doubts
    assert doubt.code is DoubtCode.DECISION_DAY
    assert [(found.value, found.basis) for found in doubt.candidates] == [
        (published, Basis.OLDER_RULE),
        (published + timedelta(days=7), Basis.NEWER_RULE),
    ]


def test_a_change_that_changes_no_day_is_no_doubt() -> None:
    """
    The message's third day is the same under both acts, so the decision's day is not asked.
    """
    assert under_other_rules(EMAIL(date(2017, 6, 1))) == ()
    assert under_other_rules(EMAIL(date(2016, 6, 1)).proven_on(date(2016, 6, 1))) == ()


@pytest.mark.parametrize("pending", [None, True, False])
def test_a_building_matter_that_may_have_been_pending(pending: bool | None) -> None:
    """
    A building matter pending on 1.1.2025 is given after posting, any other announced.
    """
    told = partial(Notice.announcement, regime=Regime.BUILDING, pending=pending)
    posted = partial(Notice.posting, regime=Regime.BUILDING, pending=pending)
    if pending:
        assert posted(DAY).notified_on == DAY
        assert posted(DAY).doubts == ()
        with pytest.raises(NoRuleInForce):
            told(DAY)
        return
    with pytest.raises(NoRuleInForce):
        posted(DAY)
    notice = told(DAY)
    assert notice.notified_on == DAY + timedelta(days=7)
    codes = [doubt.code for doubt in notice.doubts]
    assert codes == ([DoubtCode.PENDING_MATTER] if pending is None else [])


def test_told_before_it_was_decided() -> None:
    """
    A notice is never earlier than its decision.
    """
    with pytest.raises(InvalidValue, match=r"^decided_on must be no later than the notice of 2025"):
        LETTER(DAY).ruled_on(DAY + ONE_DAY)


def test_no_rule_on_the_decisions_day() -> None:
    """
    Where the decision's day has no rule of this way, the answer is a refusal.
    """
    with pytest.raises(NoRuleInForce) as caught:
        LETTER(date(1995, 7, 5)).ruled_on(date(1995, 6, 30))
    assert caught.value.day == date(1995, 6, 30)


@pytest.mark.parametrize("stated", [0, 5, 366])
def test_days_that_a_text_states(stated: int) -> None:
    """
    A text's own day of notice stands in place of the law's, and proof in place of both.
    """
    notice = evolve(LETTER(DAY), stated_days=stated)
    assert notice.notified_on == DAY + timedelta(days=stated)
    assert notice.proven_on(DAY + ONE_DAY).notified_on == DAY + ONE_DAY
