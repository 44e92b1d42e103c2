from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from functools import partial
from typing import Any

import pytest
from attrs import evolve
from attrs.exceptions import FrozenInstanceError
from hypothesis import given
from hypothesis import strategies as st
from usual import LETTER, MINUTES, REVIEW

from kuntapaatos.appeal import AppealInstruction, Cutoff, appeal_deadline
from kuntapaatos.deadline import Deadline, count_deadline
from kuntapaatos.doubts import Basis, DoubtCode
from kuntapaatos.errors import DayOutOfRange, InvalidPeriod, InvalidValue, NoRuleInForce, NotADay
from kuntapaatos.final import NotStarted, appeal_deadlines
from kuntapaatos.notice import Notice, Regime
from kuntapaatos.procedure import (
    Enforceability,
    ProcedureDay,
    enforcement,
    last_day_before,
    last_day_to_take_up,
    notice_removal,
    personal_data_removal,
)
from kuntapaatos.remedy import Entitled, Remedy, RemedyKind, Subject, remedies
from kuntapaatos.time_limit import Period
from kuntapaatos.workdays import is_workday

BOTH = AppealInstruction(
    remedy=REVIEW,
    period=Period.days(14),
    entitled=[Entitled.PARTY, Entitled.MEMBER],
    paper_cutoff=Cutoff.OFFICE_CLOSE,
)


TRACKS = appeal_deadlines(BOTH, [LETTER, MINUTES])


ONE_DAY = timedelta(days=1)


PUBLISHED = st.dates(date(2018, 6, 2), date(2090, 1, 1))


def codes(answer: ProcedureDay) -> list[DoubtCode]:
    """Return what is open about an answer."""
    return [doubt.code for doubt in answer.doubts]


@pytest.mark.parametrize(
    ("tracks", "day", "others"),
    [
        pytest.param(TRACKS[0], date(2024, 12, 31), [], id="one deadline"),
        pytest.param(TRACKS[:1], date(2024, 12, 31), [], id="one track"),
        pytest.param(TRACKS, date(2024, 12, 31), [date(2025, 1, 3)], id="party and member"),
        pytest.param(
            appeal_deadlines(BOTH, [MINUTES]), date(2025, 1, 3), [], id="a party not yet told"
        ),
        pytest.param(
            appeal_deadlines(evolve(BOTH, period=Period.days(30)), [LETTER]),
            date(2024, 12, 31),
            [date(2025, 1, 16)],
            id="a stated period that differs",
        ),
    ],
)
def test_taking_up(tracks: Any, day: date, others: list[date]) -> None:
    """
    The board takes a matter up at the latest within the earliest clock; the others are doubts.
    """
    answer = last_day_to_take_up(tracks, excluded_matter=False)
    assert answer.day == day
    assert [str(provision) for provision in answer.provisions] == ["Kuntalaki 92 §", "KHO:2017:58"]
    assert codes(answer) == ([DoubtCode.GOVERNING_PERIOD] if others else [])
    for doubt in answer.doubts:
        assert [candidate.value for candidate in doubt.candidates] == [day, *others]


def test_a_matter_that_may_be_excluded() -> None:
    """
    Whether 92 § 5 excludes the matter is a fact: a doubt until it is given, then a refusal.
    """
    answer = last_day_to_take_up(TRACKS[:1])
    assert answer.day == date(2024, 12, 31)
    (doubt,) = answer.doubts
    assert doubt.code is DoubtCode.EXCLUDED_MATTER
    assert [candidate.value for candidate in doubt.candidates] == [date(2024, 12, 31), None]
    with pytest.raises(InvalidValue, match="cannot be taken up"):
        last_day_to_take_up(TRACKS[:1], excluded_matter=True)
    with pytest.raises(InvalidValue, match=r"^excluded_matter must be True or False"):
        last_day_to_take_up(TRACKS[:1], excluded_matter=1)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "instruction",
    [
        pytest.param(
            AppealInstruction(remedy=RemedyKind.MUNICIPAL_APPEAL, period=Period.days(30)),
            id="a council's decision",
        ),
        pytest.param(
            AppealInstruction(
                remedy=REVIEW, period=Period.days(30), subject=Subject.EARLY_EDUCATION
            ),
            id="early education",
        ),
        pytest.param(
            AppealInstruction(remedy=REVIEW, period=Period.days(30), entitled=[Entitled.PARTY]),
            id="a review under Hallintolaki",
        ),
        pytest.param(
            AppealInstruction(remedy=RemedyKind.MARKET_COURT_APPEAL, period=Period.days(14)),
            id="a procurement",
        ),
    ],
)
def test_not_taken_up(instruction: AppealInstruction) -> None:
    """
    "[...] sen ajan kuluessa, jossa 134 §:ssä tarkoitettu oikaisuvaatimus [...] on tehtävä".
    """
    deadline = appeal_deadline(instruction, Notice.receipt(date(2025, 3, 3)))
    with pytest.raises(InvalidValue, match="an oikaisuvaatimus under Kuntalaki 134 §"):
        last_day_to_take_up(deadline, excluded_matter=False)


def test_taking_up_under_the_act_of_1995() -> None:
    """
    A decision before 1.6.2017 is taken up under the act of its day.
    """
    letter = count_deadline(Notice.letter(date(2014, 7, 2)), Period.days(14))
    answer = last_day_to_take_up(letter, excluded_matter=False)
    assert str(answer) == "23.7.2014 (365/1995, KHO:2017:58)"


@given(days=st.lists(PUBLISHED, min_size=1, max_size=4))
def test_taking_up_is_safe(days: list[date]) -> None:
    """
    The last moment to act is the earliest of all candidates.
    """
    deadlines = [count_deadline(Notice.letter(day), Period.days(14)) for day in days]
    answer = last_day_to_take_up(deadlines)
    assert answer.day == min(deadline.last_day for deadline in deadlines)
    assert is_workday(answer.day)


@pytest.mark.parametrize(
    ("tracks", "day", "expected"),
    [
        pytest.param(TRACKS[1], date(2025, 1, 4), [DoubtCode.OFFICIALS_NAMES], id="the member"),
        pytest.param(
            TRACKS,
            date(2025, 1, 4),
            [DoubtCode.OFFICIALS_NAMES, DoubtCode.GOVERNING_PERIOD],
            id="a party whose time ends earlier",
        ),
        pytest.param(
            appeal_deadlines(BOTH, [Notice.letter(date(2024, 12, 30)), MINUTES]),
            date(2025, 1, 4),
            [DoubtCode.OFFICIALS_NAMES, DoubtCode.GOVERNING_PERIOD],
            id="a party whose time ends later",
        ),
        pytest.param(
            appeal_deadlines(BOTH, [MINUTES]),
            date(2025, 1, 4),
            [DoubtCode.OFFICIALS_NAMES],
            id="a party not yet told",
        ),
        pytest.param(
            appeal_deadlines(evolve(BOTH, period=Period.days(30)), [MINUTES]),
            date(2025, 1, 4),
            [DoubtCode.OFFICIALS_NAMES, DoubtCode.GOVERNING_PERIOD],
            id="a stated period that differs",
        ),
        pytest.param(
            count_deadline(
                Notice.online_minutes(date(2025, 1, 7), regime=Regime.ZONING), Period.days(30)
            ),
            date(2025, 2, 14),
            [DoubtCode.OFFICIALS_NAMES],
            id="everybody",
        ),
    ],
)
def test_personal_data(tracks: Any, day: date, expected: list[DoubtCode]) -> None:
    """
    "[...] poistettava tietoverkosta oikaisuvaatimus- tai valitusajan päättyessä": the members'.
    """
    answer = personal_data_removal(tracks)
    assert answer.day == day
    assert [str(provision) for provision in answer.provisions] == ["Kuntalaki 140 §"]
    assert codes(answer) == expected
    for doubt in answer.doubts:
        assert doubt.candidates[0].value is not None


@given(published=PUBLISHED)
def test_personal_data_stay_through_the_last_day(published: date) -> None:
    """
    Personal data may stay through the last day and are gone on the day after.
    """
    deadline = count_deadline(Notice.online_minutes(published), Period.days(14))
    assert personal_data_removal(deadline).day == deadline.last_day + ONE_DAY


def test_personal_data_before_2017() -> None:
    """
    The act of 1995 has no sourced row of removal: a decision of May 2017 is refused.
    """
    minutes = Notice.online_minutes(date(2017, 6, 5))
    for decided, refused in ((date(2017, 5, 31), True), (date(2017, 6, 1), False)):
        deadline = count_deadline(minutes.ruled_on(decided), Period.days(14))
        if refused:
            with pytest.raises(NoRuleInForce, match="2017-06-01"):
                personal_data_removal(deadline)
        else:
            assert personal_data_removal(deadline).day == date(2017, 6, 27)


def test_personal_data_without_members() -> None:
    """
    Where the members' clock has not started, the minutes have no day of removal.
    """
    with pytest.raises(InvalidValue, match=r"^tracks must be with the members' Deadline"):
        personal_data_removal(TRACKS[:1])


@pytest.mark.parametrize("ask", [last_day_to_take_up, personal_data_removal])
@pytest.mark.parametrize(
    "tracks",
    [
        pytest.param(None, id="nothing"),
        pytest.param("x", id="a text"),
        pytest.param(LETTER, id="a notice"),
        pytest.param(1.5, id="a float"),
        pytest.param([], id="none"),
        pytest.param(appeal_deadlines(BOTH, []), id="none that has started"),
        pytest.param([*TRACKS, "x"], id="a text among them"),
        pytest.param([date(2025, 1, 3)], id="a day"),
    ],
)
def test_no_tracks(ask: Any, tracks: Any) -> None:
    """
    What depends on a clock needs one that has started, and nothing else beside it.
    """
    with pytest.raises(InvalidValue, match=r"^tracks must be "):
        ask(tracks)


@pytest.mark.parametrize(
    ("published", "day"),
    [
        pytest.param(date(2024, 12, 13), date(2024, 12, 28), id="a Saturday stays"),
        pytest.param(date(2025, 1, 7), date(2025, 1, 22), id="a Wednesday"),
    ],
)
def test_notice_removal(published: date, day: date) -> None:
    """
    A municipal notice is online for 14 days, then its personal data are removed (108 §).
    """
    assert notice_removal(published) == ProcedureDay(day, notice_removal(published).provisions)
    assert str(notice_removal(published).provisions[0]) == "Kuntalaki 108 §"


def test_notices_before_2017() -> None:
    """
    108 § is applied from 1.6.2017.
    """
    assert notice_removal(date(2017, 6, 1)).day == date(2017, 6, 16)
    for day in (date(1999, 3, 1), date(2017, 5, 31)):
        with pytest.raises(NoRuleInForce, match="2017-06-01"):
            notice_removal(day)


def row(kind: RemedyKind, subject: Subject, on: date) -> Remedy:
    """Return the row of a remedy on a day."""
    return next(one for one in remedies(on) if (one.kind, one.subject) == (kind, subject))


@pytest.mark.parametrize(
    ("kind", "subject", "on", "rule", "source"),
    [
        pytest.param(
            REVIEW,
            Subject.GENERAL,
            date(2025, 3, 3),
            Enforceability.BEFORE_FINAL,
            "Kuntalaki 143 §",
            id="review, Kuntalaki",
        ),
        pytest.param(
            RemedyKind.MUNICIPAL_APPEAL,
            Subject.ZONING,
            date(2025, 3, 3),
            Enforceability.BEFORE_FINAL,
            "Kuntalaki 143 §",
            id="kunnallisvalitus",
        ),
        pytest.param(
            REVIEW,
            Subject.GENERAL,
            date(2016, 3, 3),
            Enforceability.BEFORE_FINAL,
            "365/1995 98 §",
            id="review, the act of 1995",
        ),
        pytest.param(
            REVIEW,
            Subject.GENERAL,
            date(2017, 5, 31),
            Enforceability.BEFORE_FINAL,
            "365/1995 98 §",
            id="review, the last day of the act of 1995",
        ),
        pytest.param(
            REVIEW,
            Subject.GENERAL,
            date(2017, 6, 1),
            Enforceability.BEFORE_FINAL,
            "Kuntalaki 143 §",
            id="review, the first day of Kuntalaki",
        ),
        pytest.param(
            REVIEW,
            Subject.ADMINISTRATIVE,
            date(2016, 1, 1),
            Enforceability.WHEN_FINAL,
            "Hallintolaki 49 f §",
            id="review, Hallintolaki, its first day",
        ),
        pytest.param(
            RemedyKind.ADMINISTRATIVE_APPEAL,
            Subject.ADMINISTRATIVE,
            date(2019, 12, 31),
            Enforceability.WHEN_FINAL,
            "Hallintolainkäyttölaki 31 §",
            id="appeal, 586/1996",
        ),
        pytest.param(
            RemedyKind.ADMINISTRATIVE_APPEAL,
            Subject.ADMINISTRATIVE,
            date(2020, 1, 1),
            Enforceability.WHEN_FINAL,
            "808/2019 122 §",
            id="appeal, 808/2019",
        ),
        pytest.param(
            RemedyKind.ADMINISTRATIVE_APPEAL,
            Subject.ADMINISTRATIVE,
            date(2025, 3, 3),
            Enforceability.WHEN_FINAL,
            "808/2019 122 §",
            id="appeal, today",
        ),
        pytest.param(
            RemedyKind.ADMINISTRATIVE_APPEAL,
            Subject.ADMINISTRATIVE,
            date(2012, 3, 5),
            Enforceability.WHEN_FINAL,
            "Hallintolainkäyttölaki 31 §",
            id="appeal, long before 808/2019",
        ),
        pytest.param(
            REVIEW,
            Subject.ADMINISTRATIVE,
            date(2025, 3, 3),
            Enforceability.WHEN_FINAL,
            "Hallintolaki 49 f §",
            id="review, Hallintolaki, today",
        ),
    ],
)
def test_enforcement(
    kind: RemedyKind, subject: Subject, on: date, rule: Enforceability, source: str
) -> None:
    """
    The acts have opposite defaults, and each its exception.
    """
    answer = enforcement(row(kind, subject, on), on=on)
    assert (answer.rule, str(answer)) == (rule, f"{rule.value} ({source})")
    (doubt,) = answer.doubts
    assert doubt.code is DoubtCode.ENFORCEMENT
    default, exception = doubt.candidates
    assert (default.value, default.basis) == (rule, Basis.LAW)
    assert {default.value, exception.value} == set(Enforceability)


@pytest.mark.parametrize("given", [None, "oikaisuvaatimus", Entitled.PARTY, REVIEW])
def test_no_enforcement(given: Any) -> None:
    """
    A row of law is needed, since it knows its act; a contract waits for the standstill.
    """
    with pytest.raises(InvalidValue, match=r"^remedy must be of type Remedy"):
        enforcement(given, on=date(2025, 3, 3))
    bought = row(RemedyKind.MARKET_COURT_APPEAL, Subject.PROCUREMENT, date(2025, 3, 3))
    with pytest.raises(InvalidValue, match="standstill"):
        enforcement(bought, on=date(2025, 3, 3))


def test_before_the_act_said_it() -> None:
    """
    Hallintolaki says it of decisions from 1.1.2016; a row is asked of its own days.
    """
    review = row(REVIEW, Subject.ADMINISTRATIVE, date(2016, 1, 1))
    for day in (date(2010, 8, 2), date(2015, 12, 31)):
        with pytest.raises(NoRuleInForce, match="from 2016-01-01"):
            enforcement(review, on=day)
    with pytest.raises(NoRuleInForce, match="is in force from 2010-08-01"):
        enforcement(review, on=date(2010, 7, 31))


def test_data_of_minutes_that_may_be_older() -> None:
    """
    Minutes told within a year of the change, of a decision without its day: a doubt.
    """
    minutes = Notice.online_minutes(date(2018, 3, 1))
    counted = count_deadline(minutes, Period.days(14))
    answer = personal_data_removal(counted)
    assert DoubtCode.DECISION_DAY in codes(answer)
    known = count_deadline(minutes.ruled_on(date(2018, 2, 26)), Period.days(14))
    assert personal_data_removal(known).day == date(2018, 3, 23)
    assert codes(personal_data_removal(known)) == [DoubtCode.OFFICIALS_NAMES]


@pytest.mark.parametrize(
    ("day", "period", "counted"),
    [
        pytest.param(date(2025, 3, 17), Period.days(14), date(2025, 3, 3), id="days"),
        pytest.param(date(2025, 3, 17), Period.weeks(2), date(2025, 3, 3), id="weeks"),
        pytest.param(date(2025, 1, 20), Period.days(14), date(2025, 1, 6), id="a festival stays"),
        pytest.param(
            date(2100, 12, 31), Period.days(14), date(2100, 12, 17), id="the last supported day"
        ),
    ],
)
def test_backwards(day: date, period: Period, counted: date) -> None:
    """
    "[...] luetaan taaksepäin siitä päivästä samojen perusteiden mukaan": not moved, in doubt.
    """
    answer = last_day_before(day, period)
    assert answer.day == counted
    (doubt,) = answer.doubts
    assert doubt.code is DoubtCode.BACKWARD_COUNT
    assert [candidate.value for candidate in doubt.candidates] == [counted, None]


@given(day=st.dates(date(1994, 1, 1), date(2090, 1, 1)), length=st.integers(1, 400))
def test_section_4(day: date, length: int) -> None:
    """
    "Päivinä [...] ennen nimitettyä päivää määrätty aika luetaan taaksepäin siitä päivästä
    samojen perusteiden mukaan, kuin se [...] on luettava eteenpäin."
    """
    period = Period.days(length)
    assert period.after(last_day_before(day, period).day) == day


@pytest.mark.parametrize(
    "period",
    [None, 14, "14 päivää", timedelta(days=14), 1.5, [], Period.months(1), Period.years(1)],
    ids=str,
)
def test_no_period_backwards(period: Any) -> None:
    """
    A period is a period, also backwards; in months or years it is not counted.
    """
    with pytest.raises(InvalidPeriod):
        last_day_before(date(2025, 3, 17), period)


@pytest.mark.parametrize(
    "ask", [notice_removal, partial(last_day_before, period=Period.days(14))], ids=["108", "4"]
)
@pytest.mark.parametrize("day", [None, "2025-03-17", datetime(2025, 3, 17, tzinfo=UTC), 1.5, []])
def test_not_a_day(ask: Any, day: Any) -> None:
    """
    A count starts from a calendar day.
    """
    with pytest.raises(NotADay):
        ask(day)


@pytest.mark.parametrize(
    "ask",
    [
        pytest.param(partial(notice_removal, date(1991, 12, 31)), id="published before 1992"),
        pytest.param(partial(notice_removal, date(2100, 12, 17)), id="removed after 2100"),
        pytest.param(
            partial(last_day_before, date(2101, 1, 1), Period.days(1)), id="a day after 2100"
        ),
        pytest.param(
            partial(last_day_before, date(1992, 1, 10), Period.days(14)), id="counted before 1992"
        ),
    ],
)
def test_out_of_range(ask: Any) -> None:
    """
    A count neither begins nor ends outside the supported years.
    """
    with pytest.raises(DayOutOfRange):
        ask()


def test_shown() -> None:
    """
    An answer says its day and its provisions.
    """
    assert str(last_day_to_take_up(TRACKS)) == "31.12.2024 (Kuntalaki 92 §, KHO:2017:58)"


def test_equal_by_value() -> None:
    """
    The same question twice has one answer, which nobody can change.
    """
    found: set[Any] = {personal_data_removal(TRACKS) for _ in range(2)}
    assert len(found) == 1
    with pytest.raises(FrozenInstanceError):
        found.pop().day = date(2025, 1, 4)
    assert all(isinstance(track, Deadline | NotStarted) for track in TRACKS)
