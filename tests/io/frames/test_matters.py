"""
Rows of different subjects in one call, each as `appeal_deadline` counts it alone.
"""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import polars as pl
import pyarrow as pa  # type: ignore[import-untyped, unused-ignore]
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kuntapaatos import (
    DecisionKind,
    KuntapaatosError,
    MakerKind,
    NoticeKind,
    OfficeHours,
    Period,
    Remedy,
    RemedyKind,
    Subject,
    appeal_deadline,
    available_remedies,
)
from kuntapaatos.errors import InvalidValue, NoRuleInForce
from kuntapaatos.io.frames import (
    Matter,
    Rule,
    RuleColumn,
    add_deadlines,
    as_table,
    column_doubts,
    deadlines,
    latest_start_closed_by,
    matter_column,
)
from kuntapaatos.io.frames.compiled import FIRST, LAST, MISSING, day_of, table

HOURS = OfficeHours.parse("8-16; pe, aatto 8-15")
SUBJECTS = st.sampled_from(Subject)
KINDS = st.sampled_from(NoticeKind)


def _counted(matter: Matter, day: date) -> tuple[date, date, int] | None:
    try:
        found = matter.count(day)
    except KuntapaatosError:
        return None
    return (
        found.notified_on,
        found.last_day,
        MISSING if found.closes_at is None else int(found.closes_at.timestamp()),
    )


def _in_column(matter: Matter, day: date) -> tuple[date, date, int] | None:
    number = (day - date(1970, 1, 1)).days
    told, last = (int(table(matter, answer, "D")[number]) for answer in ("notified_on", "last_day"))
    closes = int(table(matter, "closes_at", "s")[number])
    return None if last == MISSING else (day_of(told), day_of(last), closes)


@pytest.mark.parametrize("subject", Subject)
def test_each_subject(subject: Subject) -> None:
    """
    For each subject the table holds the scalar answer around every day on which law changes.
    """
    for kind in (NoticeKind.ANNOUNCEMENT, NoticeKind.LETTER, NoticeKind.ONLINE_MINUTES):
        matter = Matter(subject, kind, HOURS)
        days = {day_of(FIRST), day_of(LAST), date(2024, 2, 29)}
        for change in matter.changes():
            days |= {change - timedelta(days=1), change}
        for day in days:
            assert _in_column(matter, day) == _counted(matter, day), (kind, day)


@given(
    SUBJECTS,
    KINDS,
    st.sampled_from(MakerKind),
    st.sampled_from(DecisionKind),
    st.none() | st.booleans(),
    st.none() | st.dates(date(2016, 6, 1), date(2018, 1, 1)),
    st.lists(st.dates(date(1992, 1, 1), date(2100, 12, 31)), min_size=1, max_size=8),
)
def test_any_matter(
    subject: Subject,
    kind: NoticeKind,
    maker: MakerKind,
    against: DecisionKind,
    pending: bool | None,
    begun: date | None,
    days: list[date],
) -> None:
    """
    Whatever is known of a matter, a column holds what the scalar function answers.
    """
    matter = Matter(
        *(subject, kind, HOURS),
        maker=maker,
        against=against,
        pending=pending,
        procurement_begun_on=begun,
    )
    for day in days:
        assert _in_column(matter, day) == _counted(matter, day)


def test_rows_of_different_subjects() -> None:
    """
    One call counts a permit, a fee and a general matter, each by its own row of law.
    """
    subjects = ["rakentamislupa", "yleinen", "vaalit", None]
    kinds = ["julkinen kuulutus", "kirje", "pöytäkirja yleisessä tietoverkossa", "kirje"]
    told = [date(2025, 3, 3)] * 4
    frame = pl.DataFrame({"told": told, "subject": subjects, "kind": kinds})
    matters = matter_column(frame["subject"], frame["kind"], HOURS, pending=False)
    found = add_deadlines(frame, matters, day="told")
    for place in range(3):
        (row, *_) = available_remedies(
            DecisionKind.ORDINARY,
            MakerKind.COMMITTEE,
            told[place],
            subject=subjects[place] or "",
            pending=False,
        )
        assert isinstance(row, Remedy)
        matter = Matter(subjects[place] or "", kinds[place], HOURS, pending=False)
        alone = appeal_deadline(row, matter.notice(told[place]))
        assert found["last_day"][place] == alone.last_day == matter.count(told[place]).last_day
        assert found["closes_at"][place] == matter.count(told[place]).closes_at
    assert found["closes_at"][0].strftime("%H.%M") == "16.15"  # a court, whatever the city says
    assert found["last_day"][3] is None


def test_every_argument_may_be_a_column() -> None:
    """
    Who decided, what was decided and which remedy may differ by row; a missing remedy is any.
    """
    days = pa.array([date(2025, 3, 3)] * 3)
    matters = matter_column(
        Subject.GENERAL,
        NoticeKind.RECEIPT,
        pa.array(["8-16", None, ""]),
        remedy=[RemedyKind.ADMINISTRATIVE_REVIEW, None, "kunnallisvalitus"],
        maker=["viranhaltija", "lautakunta", "valtuusto"],
        against=pa.array(["päätös", "oikaisuvaatimuspäätös", "päätös"]),
    )
    assert deadlines(days, matters, answer="last_day").to_pylist() == [
        *(date(2025, 3, 17), date(2025, 4, 2), date(2025, 4, 2))
    ]
    # A court closes as the courts do, whatever is known of the city.
    assert [moment is None for moment in deadlines(days, matters).to_pylist()] == [
        *(False, False, False)
    ]


def test_refused_rows() -> None:
    """
    A row that the law does not answer is refused with the scalar's own error, or left missing.
    """
    letter = Matter(Subject.BUILDING_PERMIT, NoticeKind.LETTER)
    days = np.array(["2025-03-03"], "datetime64[D]")
    with pytest.raises(InvalidValue, match="one that starts this period") as caught:
        deadlines(days, letter, answer="last_day")
    assert caught.value.__notes__ == ["in row 0, counted from 0"]
    assert np.isnat(deadlines(days, letter, answer="last_day", outside="null")).all()
    barred = Matter(Subject.UPPER_SECONDARY, NoticeKind.RECEIPT, against=DecisionKind.ON_APPEAL)
    with pytest.raises(NoRuleInForce, match="muutoksenhakukielto"):
        barred.count(date(2025, 3, 3))
    council = Matter(Subject.GENERAL, NoticeKind.RECEIPT, remedy=RemedyKind.FURTHER_APPEAL)
    with pytest.raises(NoRuleInForce, match="oikaisuvaatimus"):
        council.count(date(2025, 3, 3))


def test_several_remedies() -> None:
    """
    Where two remedies are open side by side, one has to be named.
    """
    both = Matter(Subject.PROCUREMENT, NoticeKind.PROCUREMENT_MESSAGE)
    with pytest.raises(InvalidValue, match="the one that is meant: hankintaoikaisu or"):
        both.count(date(2025, 3, 3))
    one = Matter(
        *(Subject.PROCUREMENT, NoticeKind.PROCUREMENT_MESSAGE),
        remedy=RemedyKind.PROCUREMENT_CORRECTION,
    )
    assert one.count(date(2025, 3, 3)).last_day == date(2025, 3, 17)
    court = Matter(
        *(Subject.PROCUREMENT, NoticeKind.PROCUREMENT_MESSAGE),
        remedy=RemedyKind.MARKET_COURT_APPEAL,
    )
    with pytest.raises(InvalidValue, match="14 päivää or 30 päivää"):
        court.count(date(2025, 3, 3))


def test_what_needs_a_rule() -> None:
    """
    A matter's deadline may fall as its day rises, so it has no latest start and no table.
    """
    matter = Matter(Subject.GENERAL, NoticeKind.LETTER)
    for refused in (
        lambda: latest_start_closed_by(date(2025, 1, 1), matter),  # type: ignore[arg-type]
        lambda: as_table(matter),  # type: ignore[arg-type]
        lambda: RuleColumn(np.array([0]), ("x",)),  # type: ignore[arg-type]
        lambda: deadlines(np.array(["2025-03-03"], "datetime64[D]"), "x"),  # type: ignore[arg-type]
    ):
        with pytest.raises(InvalidValue):
            refused()


def test_open_points() -> None:
    """
    What is open in a matter stands in the doubts of the column.
    """
    matter = Matter(Subject.GENERAL, NoticeKind.ONLINE_MINUTES)
    days = pa.chunked_array([[date(2017, 6, 5)], [date(2025, 3, 3)]])
    found = column_doubts(days, matter)
    assert set(found["day"].to_pylist()) == {date(2017, 6, 5)}
    assert found["rule"][0].as_py() == str(matter)


def test_shown() -> None:
    """
    A matter says what makes it differ.
    """
    plain = Matter("yleinen", "kirje")
    assert str(plain) == "yleinen (lautakunta), kirje"
    full = Matter(
        *("hankinta", "kirje", HOURS),
        remedy="hankintaoikaisu",
        maker="viranhaltija",
        against="oikaisuvaatimuspäätös",
        to_authority=True,
        procurement_begun_on=date(2025, 1, 7),
    )
    assert str(full).startswith(
        "hankinta (viranhaltija, hankintaoikaisu, oikaisuvaatimuspäätös), kirje, viranomaiselle, "
        "hankinta alkoi 7.1.2025, "
    )
    rule: object = Rule(NoticeKind.LETTER, Period.days(14)).told
    assert rule != plain.told == plain
