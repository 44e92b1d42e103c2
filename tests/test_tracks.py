from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from attrs import evolve
from usual import LETTER, MINUTES, REVIEW

from kuntapaatos.appeal import AppealInstruction, Cutoff, appeal_deadline
from kuntapaatos.deadline import Deadline
from kuntapaatos.errors import InvalidValue
from kuntapaatos.final import (
    Missing,
    NotStarted,
    appeal_deadlines,
    last_day_to_publish,
)
from kuntapaatos.law import KUNTALAKI
from kuntapaatos.notice import Notice, Regime, Track
from kuntapaatos.remedy import Entitled, RemedyKind, Subject
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


def shown(answers: tuple[Deadline | NotStarted, ...]) -> list[tuple[Track, str]]:
    """Return the track and the last day of each answer, or what is missing."""
    return [
        (
            answer.track,
            answer.last_day.isoformat()
            if isinstance(answer, Deadline)
            else answer.missing.name.lower(),
        )
        for answer in answers
    ]


@pytest.mark.parametrize(
    ("instruction", "notices", "no_party", "tracks"),
    [
        pytest.param(
            BOTH,
            [MINUTES, LETTER],
            False,
            [(Track.PARTY, "2024-12-31"), (Track.MEMBER, "2025-01-03")],
            id="both, the party first",
        ),
        pytest.param(
            BOTH,
            [LETTER],
            False,
            [(Track.PARTY, "2024-12-31"), (Track.MEMBER, "not_published")],
            id="not published",
        ),
        pytest.param(
            BOTH,
            [MINUTES],
            False,
            [(Track.PARTY, "not_told"), (Track.MEMBER, "2025-01-03")],
            id="a party not told",
        ),
        pytest.param(BOTH, [MINUTES], True, [(Track.MEMBER, "2025-01-03")], id="no party"),
        pytest.param(
            BOTH,
            [],
            False,
            [(Track.PARTY, "not_told"), (Track.MEMBER, "not_published")],
            id="nobody told",
        ),
        pytest.param(BOTH, [], True, [(Track.MEMBER, "not_published")], id="no party, none told"),
        pytest.param(
            BOTH,
            [LETTER, Notice.email(date(2024, 12, 10)), Notice.receipt(date(2024, 12, 20)), MINUTES],
            False,
            [
                (Track.PARTY, "2024-12-31"),
                (Track.PARTY, "2024-12-27"),
                (Track.PARTY, "2025-01-03"),
                (Track.MEMBER, "2025-01-03"),
            ],
            id="several parties, each with a clock",
        ),
        pytest.param(
            PARTY_ALONE, [LETTER], False, [(Track.PARTY, "2024-12-31")], id="no member is entitled"
        ),
        pytest.param(
            evolve(BOTH, entitled=[]),
            [LETTER],
            False,
            [(Track.PARTY, "2024-12-31"), (Track.MEMBER, "not_published")],
            id="not said who is entitled",
        ),
        pytest.param(
            ZONING,
            [Notice.online_minutes(date(2025, 1, 7), regime=Regime.ZONING)],
            False,
            [(Track.EVERYBODY, "2025-02-13")],
            id="one day for everybody",
        ),
    ],
)
def test_tracks(
    instruction: AppealInstruction,
    notices: list[Notice],
    no_party: bool,
    tracks: list[tuple[Track, str]],
) -> None:
    """
    Each notice has its clock, and a track without any notice has not started.
    """
    assert shown(appeal_deadlines(instruction, notices, no_party=no_party)) == tracks
    # Also from an iterator that can be walked once.
    assert shown(appeal_deadlines(instruction, iter(notices), no_party=no_party)) == tracks


def test_tracks_by_the_decisions_day() -> None:
    """
    The decision's day rules every track.
    """
    (member,) = appeal_deadlines(
        BOTH,
        [Notice.online_minutes(date(2017, 6, 5))],
        decided_on=date(2017, 5, 31),
        no_party=True,
    )
    assert isinstance(member, Deadline)
    assert member.notified_on == date(2017, 6, 5)


def test_not_started() -> None:
    """
    A clock that has not started says whose it is, what would start it and which section.
    """
    party, member = appeal_deadlines(BOTH, [])
    assert isinstance(party, NotStarted)
    assert isinstance(member, NotStarted)
    assert str(party) == "asianosainen: asianosainen ei ole saanut tiedoksiantoa (Kuntalaki 139 §)"
    assert (member.missing, member.provision) == (Missing.NOT_PUBLISHED, KUNTALAKI("140 §"))


@pytest.mark.parametrize(
    ("decided_on", "sources"),
    [
        pytest.param(date(2017, 5, 31), ["365/1995", "365/1995"], id="the act of 1995"),
        pytest.param(date(2017, 6, 1), ["Kuntalaki 139 §", "Kuntalaki 140 §"], id="Kuntalaki"),
        pytest.param(None, ["Kuntalaki 139 §", "Kuntalaki 140 §"], id="not known"),
    ],
)
def test_whose_section(decided_on: date | None, sources: list[str]) -> None:
    """
    The act of the decision's day says what would start a clock.
    """
    waiting = appeal_deadlines(BOTH, [], decided_on=decided_on)
    assert all(isinstance(found, NotStarted) for found in waiting)
    assert [str(found.provision) for found in waiting if isinstance(found, NotStarted)] == sources


@pytest.mark.parametrize("given", [None, "x", 14, LETTER, Period.days(14), date(2025, 1, 3)])
def test_no_instruction(given: Any) -> None:
    """
    Every question about an instruction needs one.
    """
    with pytest.raises(InvalidValue, match=r"^instruction must be of type AppealInstruction"):
        last_day_to_publish(date(2025, 1, 4), given)
    with pytest.raises(InvalidValue, match=r"^instruction must be of type AppealInstruction"):
        appeal_deadlines(given, [LETTER])


@pytest.mark.parametrize(
    "notices",
    [
        pytest.param(None, id="nothing"),
        pytest.param("kirje", id="a text"),
        pytest.param([None], id="one that is missing"),
        pytest.param([date(2024, 12, 10)], id="a day"),
        pytest.param([appeal_deadline(BOTH, LETTER)], id="a deadline"),
        pytest.param(1.5, id="a float"),
    ],
)
def test_no_notices(notices: Any) -> None:
    """
    Notices are one notice or several.
    """
    with pytest.raises(InvalidValue, match=r"^notices must be one or several Notice; got "):
        appeal_deadlines(BOTH, notices)


@pytest.mark.parametrize("given", ["no", None, 0, 1.5])
def test_no_party_is_a_fact(given: Any) -> None:
    """
    Whether there is no party is said as a fact: the text "no" would drop the parties' clock.
    """
    with pytest.raises(InvalidValue, match=r"^no_party must be True or False; got "):
        appeal_deadlines(BOTH, [MINUTES], no_party=given)
