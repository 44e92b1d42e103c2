from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from usual import HOURS, INSTRUCTION, LETTER, MINUTES, REVIEW, at

from kuntapaatos.appeal import AppealInstruction, Cutoff, appeal_deadline
from kuntapaatos.closing import HELSINKI, Channel
from kuntapaatos.deadline import Deadline, Openness, count_deadline
from kuntapaatos.doubts import DoubtCode
from kuntapaatos.errors import (
    DayOutOfRange,
    InvalidValue,
    NoRuleInForce,
    NotADay,
    PeriodMissing,
)
from kuntapaatos.notice import Notice, NoticeKind, Regime
from kuntapaatos.remedy import Entitled, RemedyKind, StartingEvent, Subject
from kuntapaatos.time_limit import Period

with_field: Any = evolve


def codes(deadline: Deadline) -> list[DoubtCode]:
    """Return what is open about a deadline."""
    return [doubt.code for doubt in deadline.doubts]


@pytest.mark.parametrize(
    ("notice", "notified", "last", "closes"),
    [
        pytest.param(LETTER, date(2024, 12, 17), date(2024, 12, 31), 15, id="letter"),
        pytest.param(
            Notice.email(date(2024, 12, 10)),
            date(2024, 12, 13),
            date(2024, 12, 27),
            15,
            id="message",
        ),
        pytest.param(MINUTES, date(2024, 12, 20), date(2025, 1, 3), 15, id="minutes"),
        pytest.param(
            Notice.receipt(date(2024, 12, 18)),
            date(2024, 12, 18),
            date(2025, 1, 2),
            16,
            id="receipt",
        ),
    ],
)
@pytest.mark.parametrize("decided_on", [None, date(2024, 12, 9)], ids=["unknown", "known"])
def test_as_stated_and_as_the_law(
    notice: Notice, notified: date, last: date, closes: int, decided_on: date | None
) -> None:
    """
    Where the text and the law agree there is one answer, whether the decision's day is known.
    """
    deadline = appeal_deadline(INSTRUCTION, notice, decided_on=decided_on)
    assert (deadline.notified_on, deadline.last_day) == (notified, last)
    assert deadline.closes_at == datetime.combine(last, time(closes), HELSINKI)
    assert (deadline.remedy, deadline.latest, deadline.doubts) == (REVIEW, None, ())
    assert str(deadline.steps[1].provisions[0]) == "Kuntalaki 138 §"


def test_without_who_is_entitled() -> None:
    """
    Where nothing tells which act applies, 30 days are not Kuntalaki's 14: a doubt.
    """
    bare = AppealInstruction(
        remedy=REVIEW, period=Period.days(30), paper_cutoff=Cutoff.OFFICE_CLOSE
    )
    assert codes(appeal_deadline(bare, LETTER)) == [DoubtCode.STATED_PERIOD]
    party = evolve(bare, entitled=[Entitled.PARTY])
    deadline = appeal_deadline(party, LETTER)
    assert codes(deadline) == []
    assert str(deadline.steps[1].provisions[0]) == "Hallintolaki 49 c §"


def test_an_appeal_that_is_not_named_more_closely() -> None:
    """
    A text that just says "valitus" may mean any appeal: 30 days are lawful.
    """
    stated = AppealInstruction(
        remedy=RemedyKind.APPEAL, period=Period.days(30), paper_cutoff=Cutoff.OFFICE_CLOSE
    )
    deadline = appeal_deadline(stated, LETTER)
    assert codes(deadline) == []
    assert deadline.closes_at == at(2025, 1, 16, 16, 15)
    assert codes(appeal_deadline(evolve(stated, period=Period.days(21)), LETTER)) == [
        DoubtCode.STATED_PERIOD
    ]


def test_a_remedy_without_rows() -> None:
    """
    Before any row of its kind, the stated period stands alone.
    """
    stated = AppealInstruction(
        remedy=RemedyKind.FEE_CORRECTION, period=Period.days(10), paper_cutoff=Cutoff.OFFICE_CLOSE
    )
    deadline = appeal_deadline(stated, Notice.proven(date(1999, 3, 1)))
    assert (deadline.last_day, codes(deadline)) == (date(1999, 3, 11), [])


def test_an_uncertain_row() -> None:
    """
    A row whose source was not seen brings its doubt.
    """
    stated = AppealInstruction(
        remedy=REVIEW,
        period=Period.days(14),
        subject=Subject.PROCUREMENT_BELOW_THRESHOLD,
        paper_cutoff=Cutoff.OFFICE_CLOSE,
    )
    assert codes(appeal_deadline(stated, LETTER)) == [DoubtCode.CERTAINTY]


def test_a_subject_without_a_row() -> None:
    """
    A subject that no row covers on that day is refused, with what is known of it.
    """
    stated = AppealInstruction(
        remedy=REVIEW, period=Period.days(30), subject=Subject.EARLY_EDUCATION
    )
    with pytest.raises(NoRuleInForce, match="from 2018-09-01"):
        appeal_deadline(stated, Notice.letter(date(2018, 8, 31)))
    welfare = evolve(stated, subject=Subject.SOCIAL_WELFARE)
    with pytest.raises(NoRuleInForce, match="from 2015-04-01 to 2022-12-31"):
        appeal_deadline(welfare, Notice.letter(date(2024, 1, 1)))
    # In the year after its end a decision whose day is not known may still be under it.
    later = appeal_deadline(welfare, Notice.letter(date(2023, 12, 31)))
    assert later.last_day == date(2024, 2, 6)
    never = evolve(stated, remedy=RemedyKind.OBJECTION)
    with pytest.raises(NoRuleInForce, match="no row with a source is known for it"):
        appeal_deadline(never, LETTER)


@pytest.mark.parametrize(
    ("instruction", "notice"),
    [
        pytest.param(
            AppealInstruction(
                remedy=RemedyKind.OBJECTION, period=Period.days(14), subject=Subject.WASTE_INVOICE
            ),
            LETTER,
            id="an invoice's period by letter",
        ),
        pytest.param(
            AppealInstruction(
                remedy=REVIEW, period=Period.days(14), subject=Subject.DISMISSAL_ECONOMIC
            ),
            LETTER,
            id="dismissal on economic grounds by letter",
        ),
        pytest.param(
            AppealInstruction(
                remedy=REVIEW, period=Period.days(14), starts_from=StartingEvent.DECISION
            ),
            MINUTES,
            id="counted from the decision by minutes",
        ),
        pytest.param(
            AppealInstruction(
                remedy=RemedyKind.MUNICIPAL_APPEAL, period=Period.days(30), subject=Subject.ZONING
            ),
            LETTER,
            id="zoning by letter",
        ),
    ],
)
def test_a_notice_that_starts_no_clock(instruction: AppealInstruction, notice: Notice) -> None:
    """
    A notice that does not start this period is refused; a proven day always starts it.
    """
    with pytest.raises(InvalidValue, match=r"^notice must be "):
        appeal_deadline(instruction, notice)
    proven = Notice.proven(date(2024, 12, 17))
    assert appeal_deadline(instruction, proven).notified_on == date(2024, 12, 17)


@pytest.mark.parametrize(
    ("instruction", "notice", "last"),
    [
        pytest.param(
            AppealInstruction(
                remedy=RemedyKind.OBJECTION, period=Period.days(14), subject=Subject.WASTE_INVOICE
            ),
            Notice.invoice(date(2025, 1, 7)),
            date(2025, 1, 21),
            id="an invoice",
        ),
        pytest.param(
            AppealInstruction(
                remedy=RemedyKind.MUNICIPAL_APPEAL, period=Period.days(30), subject=Subject.ZONING
            ),
            Notice.online_minutes(date(2025, 1, 7), regime=Regime.ZONING),
            date(2025, 2, 13),
            id="zoning",
        ),
        pytest.param(
            AppealInstruction(
                remedy=REVIEW, period=Period.days(14), subject=Subject.BUILDING_PERMIT
            ),
            Notice.posting(date(2024, 5, 2), regime=Regime.BUILDING),
            date(2024, 5, 16),
            id="a building permit after posting",
        ),
    ],
)
def test_a_notice_that_starts_its_own_clock(
    instruction: AppealInstruction, notice: Notice, last: date
) -> None:
    """
    The notice that a special act knows starts the period of that act.
    """
    assert appeal_deadline(instruction, notice).last_day == last


def test_a_building_matter_that_was_pending() -> None:
    """
    A building matter pending on 1.1.2025 follows 132/1999: posting, and its 14 days.
    """
    stated = AppealInstruction(
        remedy=REVIEW,
        period=Period.days(14),
        subject=Subject.BUILDING_PERMIT,
        paper_cutoff=Cutoff.OFFICE_CLOSE,
    )
    posted = Notice.posting(date(2025, 3, 3), regime=Regime.BUILDING, pending=True)
    deadline = appeal_deadline(stated, posted)
    assert (deadline.notified_on, deadline.last_day) == (date(2025, 3, 3), date(2025, 3, 17))
    assert codes(deadline) == []


@pytest.mark.parametrize(
    ("paper", "electronic", "closes", "electronic_until", "expected"),
    [
        pytest.param(
            None,
            None,
            at(2024, 12, 31, 15),
            at(2024, 12, 31, 15),
            [DoubtCode.CUTOFF_NOT_STATED],
            id="silent",
        ),
        pytest.param(
            Cutoff.END_OF_DAY,
            None,
            at(2025, 1, 1, 0),
            at(2025, 1, 1, 0),
            [],
            id="until the end of the day",
        ),
        pytest.param(
            Cutoff.OFFICE_CLOSE,
            Cutoff.END_OF_DAY,
            at(2024, 12, 31, 15),
            at(2025, 1, 1, 0),
            [],
            id="electronic until the end of the day",
        ),
        pytest.param(
            time(15), None, at(2024, 12, 31, 15), at(2024, 12, 31, 15), [], id="the very hour"
        ),
        pytest.param(
            time(16),
            None,
            at(2024, 12, 31, 15),
            at(2024, 12, 31, 15),
            [DoubtCode.STATED_CLOSING],
            id="an hour later than the office",
        ),
        pytest.param(
            None,
            Cutoff.END_OF_DAY,
            at(2024, 12, 31, 15),
            at(2025, 1, 1, 0),
            [],
            id="stated for electronic documents alone",
        ),
    ],
)
def test_cutoffs(
    paper: Cutoff | time | None,
    electronic: Cutoff | time | None,
    closes: datetime,
    electronic_until: datetime,
    expected: list[DoubtCode],
) -> None:
    """
    What the instruction states of the last hour is kept, the law's in doubt beside it.
    """
    stated = evolve(INSTRUCTION, paper_cutoff=paper, electronic_cutoff=electronic)
    deadline = appeal_deadline(stated, LETTER)
    assert (deadline.closes_at, deadline.electronic_until) == (closes, electronic_until)
    assert codes(deadline) == expected


def test_office_close_as_stated_in_2026() -> None:
    """
    From 26.2.2026 an electronic document is in doubt also where office close is stated.
    """
    stated = evolve(INSTRUCTION, electronic_cutoff=Cutoff.OFFICE_CLOSE)
    deadline = appeal_deadline(stated, Notice.letter(date(2026, 2, 9)))
    assert codes(deadline) == [DoubtCode.ELECTRONIC_CUTOFF]
    assert deadline.is_open(at(2026, 3, 2, 17), Channel.ELECTRONIC) is Openness.DOUBTFUL
    assert deadline.is_open(at(2026, 3, 2, 17), Channel.PAPER) is Openness.CLOSED


@pytest.mark.parametrize(
    ("instruction", "known"),
    [
        pytest.param(
            evolve(INSTRUCTION, period=None),
            "the law knows 14 päivää (304/2003 50 §), 14 päivää (Kuntalaki 138 §)",
            id="known",
        ),
        pytest.param(
            AppealInstruction(remedy=RemedyKind.BASIC_APPEAL, entitled=[Entitled.MEMBER]),
            "the law knows 5 vuotta (706/2007 9 §)",
            id="whoever is entitled",
        ),
    ],
)
def test_period_missing(instruction: AppealInstruction, known: str) -> None:
    """
    Without a stated period no day is counted; the error says what the law knows.
    """
    for _ in range(2):
        with pytest.raises(PeriodMissing) as caught:
            appeal_deadline(instruction, LETTER)
        assert caught.value.known == f"{known}; give the instruction a period"


@given(
    sent=st.dates(date(2018, 6, 2), date(2025, 10, 1)),
    kind=st.sampled_from([Notice.letter, Notice.email, Notice.online_minutes, Notice.receipt]),
)
def test_the_law_alone(sent: date, kind: Any) -> None:
    """
    An instruction that states what the law gives ends as the count by the rules alone.
    """
    stated = appeal_deadline(INSTRUCTION, kind(sent))
    counted = count_deadline(kind(sent), Period.days(14), HOURS)
    assert (stated.last_day, stated.closes_at) == (counted.last_day, counted.closes_at)
    assert stated.doubts == counted.doubts


@pytest.mark.parametrize(
    ("arguments", "name"),
    [
        pytest.param((None, LETTER), "instruction", id="no instruction"),
        pytest.param(("14 päivää", LETTER), "instruction", id="a text for an instruction"),
        pytest.param((Period.days(14), LETTER), "instruction", id="a period for an instruction"),
        pytest.param((LETTER, INSTRUCTION), "instruction", id="swapped"),
        pytest.param((INSTRUCTION, None), "notice", id="no notice"),
        pytest.param((INSTRUCTION, date(2024, 12, 10)), "notice", id="a day for a notice"),
        pytest.param((INSTRUCTION, NoticeKind.LETTER), "notice", id="a kind for a notice"),
        pytest.param(
            (INSTRUCTION, appeal_deadline(INSTRUCTION, LETTER)), "notice", id="a deadline"
        ),
    ],
)
@pytest.mark.parametrize("decided_on", [None, date(2024, 12, 9)], ids=["unknown", "known"])
def test_bad_input(arguments: tuple[Any, Any], name: str, decided_on: date | None) -> None:
    """
    A deadline is counted of an instruction and a notice, and refused by the argument's name.
    """
    with pytest.raises(InvalidValue, match=f"^{name} must be of type "):
        appeal_deadline(*arguments, decided_on=decided_on)


@pytest.mark.parametrize("decided", ["2024-12-09", datetime(2024, 12, 9, tzinfo=UTC), 1.5, []])
def test_no_decision_day(decided: Any) -> None:
    """
    The decision's day is a day, no later than the notice.
    """
    with pytest.raises(NotADay):
        appeal_deadline(INSTRUCTION, LETTER, decided_on=decided)
    with pytest.raises(InvalidValue, match=r"^decided_on must be no later than the notice"):
        appeal_deadline(INSTRUCTION, LETTER, decided_on=date(2024, 12, 11))


def test_after_2100() -> None:
    """
    A last day after 2100 is refused.
    """
    with pytest.raises(DayOutOfRange):
        appeal_deadline(INSTRUCTION, Notice.receipt(date(2100, 12, 24)))
    with pytest.raises(DayOutOfRange):
        appeal_deadline(evolve(INSTRUCTION, period=Period.years(90)), LETTER)
