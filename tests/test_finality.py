from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from attrs import evolve
from attrs.exceptions import FrozenInstanceError
from hypothesis import given
from hypothesis import strategies as st
from usual import LETTER, MINUTES, REVIEW

from kuntapaatos.appeal import AppealInstruction, Cutoff
from kuntapaatos.deadline import Deadline, count_deadline
from kuntapaatos.doubts import DoubtCode
from kuntapaatos.errors import InvalidValue
from kuntapaatos.final import (
    Assumption,
    Missing,
    NotStarted,
    appeal_deadlines,
    finality,
)
from kuntapaatos.instruction import Presumption
from kuntapaatos.notice import Notice, NoticeKind, Regime, Track
from kuntapaatos.remedy import (
    DecisionKind,
    Entitled,
    MakerKind,
    Remedy,
    RemedyKind,
    Subject,
    available_remedies,
)
from kuntapaatos.time_limit import Period

BOTH = AppealInstruction(
    remedy=REVIEW,
    period=Period.days(14),
    entitled=[Entitled.PARTY, Entitled.MEMBER],
    paper_cutoff=Cutoff.OFFICE_CLOSE,
)


PARTY_ALONE = evolve(BOTH, entitled=[Entitled.PARTY])


ZONING = AppealInstruction(
    remedy=RemedyKind.MUNICIPAL_APPEAL,
    period=Period.days(30),
    subject=Subject.ZONING,
    paper_cutoff=Cutoff.OFFICE_CLOSE,
)


TOLD = appeal_deadlines(BOTH, [LETTER, MINUTES])


ONE_DAY = timedelta(days=1)


NOBODY, NOT_TAKEN_UP, POST = (
    Assumption.NOBODY_APPEALED,
    Assumption.NO_MATTER_TAKEN_UP,
    Assumption.NOTHING_IN_POST,
)


@pytest.mark.parametrize(
    ("instruction", "notices", "no_party", "final_on", "track", "rests_on"),
    [
        pytest.param(
            BOTH,
            [LETTER, MINUTES],
            False,
            date(2025, 1, 4),
            Track.MEMBER,
            (NOBODY, NOT_TAKEN_UP, POST, Assumption.PARTIES_KNOWN, Assumption.PRESUMPTION),
            id="the member's last day decides, a Saturday after it stays",
        ),
        pytest.param(
            BOTH,
            [Notice.letter(date(2024, 12, 30)), MINUTES],
            False,
            date(2025, 1, 21),
            Track.PARTY,
            (NOBODY, NOT_TAKEN_UP, POST, Assumption.PARTIES_KNOWN, Assumption.PRESUMPTION),
            id="a letter posted late decides",
        ),
        pytest.param(
            BOTH,
            [Notice.receipt(date(2024, 12, 16)), MINUTES],
            False,
            date(2025, 1, 4),
            Track.MEMBER,
            (NOBODY, NOT_TAKEN_UP, POST, Assumption.PARTIES_KNOWN),
            id="a receipt is no presumption",
        ),
        pytest.param(
            BOTH,
            [MINUTES],
            True,
            date(2025, 1, 4),
            Track.MEMBER,
            (NOBODY, NOT_TAKEN_UP, POST, Assumption.NO_PARTY),
            id="no party, as a fact",
        ),
        pytest.param(
            PARTY_ALONE,
            [LETTER],
            False,
            date(2025, 1, 1),
            Track.PARTY,
            (NOBODY, NOT_TAKEN_UP, POST, Assumption.PARTIES_KNOWN, Assumption.PRESUMPTION),
            id="parties alone, New Year's Day stays",
        ),
        pytest.param(
            ZONING,
            [Notice.online_minutes(date(2025, 1, 7), regime=Regime.ZONING)],
            False,
            date(2025, 2, 14),
            Track.EVERYBODY,
            (NOBODY, POST),
            id="everybody on one day",
        ),
    ],
)
def test_finality(
    instruction: AppealInstruction,
    notices: list[Notice],
    no_party: bool,
    final_on: date,
    track: Track,
    rests_on: tuple[Assumption, ...],
) -> None:
    """
    A decision is final on the day after the latest last day of all, not moved.
    """
    answer = finality(appeal_deadlines(instruction, notices, no_party=no_party))
    assert answer.final_on == final_on
    assert answer.decided_by is not None
    assert answer.decided_by.track is track
    assert answer.decided_by.latest_last_day == final_on - ONE_DAY
    assert answer.rests_on == rests_on
    assert answer.missing == ()
    assert str(answer) == (
        f"lainvoimainen {final_on.day}.{final_on.month}.{final_on.year}, "
        f"jos kukaan ei hae muutosta ({track.value})"
    )
    assert [str(provision) for provision in answer.provisions] == ["808/2019 4 §"]


@pytest.mark.parametrize(
    ("notices", "missing"),
    [
        pytest.param([LETTER], [Missing.NOT_PUBLISHED], id="minutes not published"),
        pytest.param([MINUTES], [Missing.NOT_TOLD], id="a party not told"),
        pytest.param([], [Missing.NOT_TOLD, Missing.NOT_PUBLISHED], id="nobody told"),
    ],
)
def test_finality_is_not_known(notices: list[Notice], missing: list[Missing]) -> None:
    """
    While a clock has not started nobody can say when the decision is final.
    """
    answer = finality(appeal_deadlines(BOTH, notices))
    assert (answer.final_on, answer.decided_by, answer.rests_on) == (None, None, ())
    assert [found.missing for found in answer.missing] == missing
    assert all(found.missing.value in str(answer) for found in answer.missing)


@pytest.mark.parametrize(
    ("published", "decided_on", "source"),
    [
        pytest.param(date(2024, 12, 13), None, "808/2019 4 §", id="today"),
        pytest.param(date(2020, 1, 1), None, "808/2019 4 §", id="from 2020"),
        pytest.param(date(2019, 12, 31), None, "KHO 23.3.1998/501", id="until 2019"),
        pytest.param(date(2012, 3, 5), None, "KHO 23.3.1998/501", id="long before"),
        pytest.param(
            date(2020, 1, 7), date(2019, 12, 30), "KHO 23.3.1998/501", id="a decision of 2019"
        ),
    ],
)
def test_what_finality_rests_on(published: date, decided_on: date | None, source: str) -> None:
    """
    Before 808/2019 came into force, what is final is known from a court.
    """
    tracks = appeal_deadlines(
        BOTH, [Notice.online_minutes(published)], decided_on=decided_on, no_party=True
    )
    assert [str(provision) for provision in finality(tracks).provisions] == [source]


@pytest.mark.parametrize(
    ("second", "latest"),
    [
        pytest.param(date(2025, 3, 9), date(2025, 4, 8), id="told before the presumed day"),
        pytest.param(date(2025, 3, 10), date(2025, 4, 9), id="told on the presumed day"),
        pytest.param(date(2025, 3, 11), date(2025, 4, 10), id="told the day after"),
    ],
)
def test_the_surer_notice_closes_what_the_first_left_open(second: date, latest: date) -> None:
    """
    Whether a letter of a decision that obliges started the period is open: until the receipt.
    """
    obliging = Notice.letter(date(2025, 3, 3), obliging=True).addressed_to("A")
    receipt = Notice.receipt(second).addressed_to("A")
    (found,) = appeal_deadlines(
        evolve(PARTY_ALONE, period=Period.days(30), subject=Subject.ADMINISTRATIVE),
        [obliging, receipt],
    )
    assert isinstance(found, Deadline)
    assert found.latest_last_day == latest


def test_a_surer_notice_takes_no_day_away() -> None:
    """
    Where the text gives the letter more days than the law, its last reading stays the latest.
    """
    generous = evolve(
        PARTY_ALONE,
        period=Period.days(30),
        presumptions=[Presumption(NoticeKind.LETTER, 14, rebuttable=True)],
    )
    obliging = Notice.letter(date(2025, 3, 3), obliging=True).addressed_to("A")
    receipt = Notice.receipt(date(2025, 3, 12)).addressed_to("A")
    (found,) = appeal_deadlines(generous, [obliging, receipt])
    assert isinstance(found, Deadline)
    assert (found.last_day, found.latest_last_day) == (date(2025, 4, 9), date(2025, 4, 16))


def test_a_clock_that_has_not_started_is_missing_once() -> None:
    """
    One that is said not to have started is missing once, although another of it has.
    """
    waiting = appeal_deadlines(BOTH, [LETTER])[-1]
    found = finality([*TOLD, waiting])
    assert (found.final_on, found.missing) == (None, (waiting,))


def test_finality_of_nothing() -> None:
    """
    Without any track nothing is known.
    """
    answer = finality([])
    assert (answer.final_on, answer.missing) == (None, ())
    assert str(answer) == "lainvoimaisuutta ei voida laskea: ei tietoa tiedoksiannoista"


def test_finality_waits_for_the_latest_candidate() -> None:
    """
    The first moment to rely on is the latest: a longer stated period may protect somebody.
    """
    wrong = evolve(BOTH, period=Period.days(30))
    answer = finality(appeal_deadlines(wrong, [MINUTES], no_party=True))
    assert answer.final_on == date(2025, 1, 21)
    assert answer.decided_by is not None
    assert answer.decided_by.last_day == date(2025, 1, 3)
    assert [doubt.code for doubt in answer.doubts] == [DoubtCode.STATED_PERIOD]


def test_the_same_doubt_is_said_once() -> None:
    """
    What is open about two deadlines in the same way is one doubt.
    """
    wrong = evolve(BOTH, period=Period.days(30))
    tracks = appeal_deadlines(wrong, [LETTER, LETTER, MINUTES])
    assert len(finality(tracks).doubts) == 2


NOTICES = st.lists(
    st.builds(Notice.letter, st.dates(date(2018, 6, 2), date(2090, 1, 1)))
    | st.builds(Notice.receipt, st.dates(date(2018, 6, 2), date(2090, 1, 1)))
    | st.builds(Notice.online_minutes, st.dates(date(2018, 6, 2), date(2090, 1, 1))),
    max_size=5,
)


@given(notices=NOTICES, stated=st.sampled_from([7, 14, 30]), no_party=st.booleans())
def test_everybodys_clock_must_have_run_out(
    notices: list[Notice], stated: int, no_party: bool
) -> None:
    """
    "Lainvoimainen" is a decision against which no remedy is available to anybody.
    """
    tracks = appeal_deadlines(evolve(BOTH, period=Period.days(stated)), notices, no_party=no_party)
    answer = finality(tracks)
    waiting = [found for found in tracks if isinstance(found, NotStarted)]
    assert answer.missing == tuple(waiting)
    if waiting:
        assert answer.final_on is None
        return
    ends = [found.latest_last_day for found in tracks if isinstance(found, Deadline)]
    assert answer.final_on == max(ends) + ONE_DAY
    assert (Assumption.NO_PARTY in answer.rests_on) is all(
        notice.track is Track.MEMBER for notice in notices
    )


@given(notices=NOTICES)
def test_one_more_party_is_never_earlier(notices: list[Notice]) -> None:
    """
    Another notice never makes a decision final earlier.
    """
    fewer = finality(appeal_deadlines(BOTH, [MINUTES, LETTER]))
    more = finality(appeal_deadlines(BOTH, [MINUTES, LETTER, *notices]))
    assert fewer.final_on is not None
    assert more.final_on is not None
    assert fewer.final_on <= more.final_on


@pytest.mark.parametrize(
    "tracks",
    [
        pytest.param(None, id="nothing"),
        pytest.param("x", id="a text"),
        pytest.param([LETTER], id="a notice"),
        pytest.param([date(2025, 1, 3)], id="a day"),
        pytest.param([None], id="one that is missing"),
        pytest.param(2.5, id="a float"),
    ],
)
def test_no_tracks(tracks: Any) -> None:
    """
    Finality is asked of the answers of `appeal_deadlines`.
    """
    with pytest.raises(
        InvalidValue, match=r"^tracks must be one or several answers of appeal_deadlines"
    ):
        finality(tracks)


def test_equal_by_value() -> None:
    """
    The same tracks have one finality, which nobody can change.
    """
    found = {finality(appeal_deadlines(BOTH, [LETTER, MINUTES])) for _ in range(2)}
    assert len(found) == 1
    answer: Any = found.pop()
    with pytest.raises(FrozenInstanceError):
        answer.final_on = None


def test_a_deadline_by_the_rules_alone() -> None:
    """
    A count without an instruction can be asked for finality too.
    """
    answer = finality([count_deadline(MINUTES, Period.days(14))])
    assert answer.final_on == date(2025, 1, 4)


def test_a_dismissal_that_may_be_the_councils_own() -> None:
    """
    304/2003 50 §: of the council's own decision on economic grounds the period runs from the
    end of the notice period, after review from the notice: an instruction alone tells neither.
    """
    instruction = AppealInstruction(
        remedy=RemedyKind.MUNICIPAL_APPEAL,
        period=Period.days(30),
        subject=Subject.DISMISSAL_ECONOMIC,
        paper_cutoff=Cutoff.OFFICE_CLOSE,
    )
    told = [Notice.letter(date(2025, 3, 3)), Notice.online_minutes(date(2025, 3, 3))]
    found = finality(appeal_deadlines(instruction, told, decided_on=date(2025, 2, 27)))
    assert (found.final_on, set(found.not_running)) == (None, {DoubtCode.GOVERNING_PERIOD})
    (row,) = available_remedies(
        DecisionKind.ON_REVIEW,
        MakerKind.BOARD,
        date(2025, 2, 27),
        subject=Subject.DISMISSAL_ECONOMIC,
    )
    assert isinstance(row, Remedy)
    known = finality(appeal_deadlines(row, told, decided_on=date(2025, 2, 27)))
    assert known.final_on == date(2025, 4, 10)
