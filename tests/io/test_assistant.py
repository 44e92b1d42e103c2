"""
Five questions for an assistant: plain terms in, an answer with steps, sources and doubts out.
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import kuntapaatos as kp
from kuntapaatos.io import assistant
from kuntapaatos.io.json import from_dict

EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"
DECISION = (EXAMPLES / "viranhaltijapaatos.txt").read_text(encoding="utf-8")


def test_a_deadline_has_steps_with_addresses() -> None:
    """
    Each step says from which day to which, and links the section behind it.
    """
    found = assistant.count_deadline("Kirje", "10.12.2024", "14 päivää", "8-16; pe, aatto 8-15")
    expected = kp.count_deadline(
        kp.Notice.letter(date(2024, 12, 10)),
        kp.Period.days(14),
        kp.OfficeHours.parse("8-16; pe, aatto 8-15"),
    )
    assert from_dict(found["value"]) == expected
    assert found["closes_at"] == "2024-12-31T15:00:00+02:00"
    steps: Any = found["steps"]
    assert [(step["from"], step["to"]) for step in steps] == [
        ("2024-12-10", "2024-12-17"),
        ("2024-12-17", "2024-12-31"),
        ("2024-12-31", "2024-12-31T15:00:00+02:00"),
    ]
    assert all(source["url"] for step in steps for source in step["sources"])
    assert steps[0]["sources"][0]["act"] == "Hallintolaki (434/2003) 59 §"


@pytest.mark.parametrize(
    ("period", "last_day"),
    [
        pytest.param("1 päivä", "2025-01-08", id="one day"),
        pytest.param("2 viikkoa", "2025-01-21", id="weeks"),
        pytest.param("6 kuukautta", "2025-07-07", id="months"),
        pytest.param("1 vuosi", "2026-01-07", id="a year"),
    ],
)
def test_periods_in_the_words_of_an_instruction(period: str, last_day: str) -> None:
    """
    A period is written as an instruction writes it.
    """
    assert assistant.count_deadline("saantitodistus", "2025-01-07", period)["last_day"] == last_day


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        pytest.param(("kirjee", "2024-12-10", "14 päivää"), "one of kirje", id="near term"),
        pytest.param(("§", "2024-12-10", "14 päivää"), "one of ", id="no near term"),
        pytest.param(("kirje", "huomenna", "14 päivää"), "a day like 2024-12-13", id="day"),
        pytest.param(("kirje", "2024-12-10", "pian"), 'a period like "14 päivää"', id="period"),
        pytest.param(("kirje", "2024-12-10", "14 yötä"), 'a period like "14 päivää"', id="unit"),
        pytest.param(("kirje", "", "14 päivää"), "a text of 1 to 200 characters", id="empty"),
        pytest.param(("kirje" * 99, "x", "14 päivää"), "a text of 1 to 200", id="too long"),
        pytest.param((5, "2024-12-10", "14 päivää"), "a text of 1 to 200", id="no text"),
    ],
)
def test_what_cannot_be_read_is_refused(asked: tuple[Any, ...], said: str) -> None:
    """
    An argument that cannot be read is refused with how it is written.
    """
    with pytest.raises(kp.errors.InvalidValue) as refused:
        assistant.count_deadline(*asked)
    assert said in str(refused.value)


def test_a_decision_is_read_with_its_deadlines() -> None:
    """
    A text becomes the decision, each clock that can be counted, and why another cannot.
    """
    found: Any = assistant.read_decision(DECISION, letters=["2024-12-10"], hours="8-16")
    json.dumps(found)
    assert found["is_decision"]
    assert found["decision"]["type"] == "päätös"
    (remedy,) = found["remedies"]
    assert [one["last_day"] for one in remedy["deadlines"]] == ["2024-12-31", "2025-01-03"]
    assert [one["notice"] for one in remedy["not_counted"]] == ["sähköinen viesti"]
    assert found["remarks"]
    assert found["not_understood"] == []


def test_days_may_be_given_beside_a_decision() -> None:
    """
    What the text does not say may be given: publication, the day of the decision, messages.
    """
    text = "Kunnanhallitus § 14\nAsia\nPäätös\nHyväksyttiin.\n"
    given = {"emails": ["2025-02-05"], "published": "2025-02-06", "decided": "2025-02-03"}
    found: Any = assistant.read_decision(text, **given, language="sv")  # type: ignore[arg-type]
    days = [one["last_day"] for one in found["remedies"][0]["deadlines"]]
    assert days == ["2025-02-24", "2025-02-27"]


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        pytest.param("x" * (assistant.MAXIMUM_CHARACTERS + 1), [], id="a long text"),
        pytest.param(b"Kunnanhallitus", [], id="bytes"),
        pytest.param("x", ["2025-01-07"] * (assistant.MAXIMUM_NOTICES + 1), id="many letters"),
    ],
)
def test_what_comes_in_has_bounds(text: Any, letters: list[str]) -> None:
    """
    A text of half a million characters and a hundred notices are the most that is taken.
    """
    with pytest.raises(kp.errors.InvalidValue, match="at most"):
        assistant.read_decision(text, letters=letters)


def test_remedies_of_a_matter() -> None:
    """
    The remedies come with their sections, and a prohibition is told from a remedy.
    """
    found: Any = assistant.remedies("kunnanhallitus", "2025-03-03")
    (review,) = found["remedies"]
    assert not review["prohibited"]
    assert review["said"].startswith("oikaisuvaatimus, 14 päivää")
    prepared: Any = assistant.remedies("kunnanhallitus", "2025-03-03", kind="valmistelu")
    (none,) = prepared["remedies"]
    assert none["prohibited"]
    with pytest.raises(kp.errors.InvalidValue, match="rakentamislupa"):
        assistant.remedies("kunnanhallitus", "2025-03-03", subject="rakentamislpa")


def test_finality_needs_every_track() -> None:
    """
    Without the members' track no day is said; with both, the day after the later one.
    """
    letter = {"kind": "kirje", "day": "2024-12-10"}
    minutes = {"kind": "pöytäkirja yleisessä tietoverkossa", "day": "2024-12-13"}
    half: Any = assistant.count_finality("oikaisuvaatimus", "14 päivää", [letter])
    assert half["final_on"] is None
    assert [track["last_day"] for track in half["tracks"]] == ["2024-12-31", None]
    whole: Any = assistant.count_finality(
        "oikaisuvaatimus", "14 päivää", [letter, minutes], decided="2024-12-05"
    )
    assert whole["final_on"] == "2025-01-04"
    assert whole["rests_on"][0] == "kukaan ei hae muutosta"
    assert whole["sources"][0]["url"]
    alone: Any = assistant.count_finality(
        "oikaisuvaatimus", "14 päivää", [letter], members_entitled=False
    )
    assert alone["final_on"] == "2025-01-01"


@pytest.mark.parametrize(
    "notices",
    [
        pytest.param([], id="none"),
        pytest.param([{"kind": "kirje", "day": "2024-12-10"}] * 101, id="too many"),
        pytest.param([{"kind": "kirje"}], id="without a day"),
        pytest.param(["kirje"], id="a text"),
    ],
)
def test_notices_have_a_form(notices: Any) -> None:
    """
    Each notice says how and when, and there are from one to a hundred.
    """
    with pytest.raises(kp.errors.InvalidValue, match="notices"):
        assistant.count_finality("oikaisuvaatimus", "14 päivää", notices)


def test_a_fee_of_a_public_schedule() -> None:
    """
    A fee comes with its bracket and its source; another network or size is refused.
    """
    found: Any = assistant.fee("uso 2025–2026", 2025, 36_297)
    assert "12 000,00" in found["said"]
    assert "KAJDno-2024-1799" in found["steps"][0]
    shared: Any = assistant.fee("Suomen Kotiseutuliitto 2018", 2018, 5_000)
    assert shared["doubts"][0]["code"] == "maksuluokkien yhteinen raja"
    with pytest.raises(kp.errors.InvalidValue, match="USO 2025–2026"):
        assistant.fee("USO 2025–26", 2025, 36_297)
    with pytest.raises(kp.errors.NoFeeKnown):
        assistant.fee("USO 2025–2026", 2025, 2_200)
