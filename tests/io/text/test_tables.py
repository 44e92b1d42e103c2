"""
The tables of words: each row says what its examples say.
"""

from __future__ import annotations

from importlib.resources import files
from typing import Any

import pytest

from kuntapaatos.decision import Outcome
from kuntapaatos.io.text import Why
from kuntapaatos.io.text.amounts import find_amounts
from kuntapaatos.io.text.subjects import told
from kuntapaatos.io.text.tables import table
from kuntapaatos.io.text.words.hedges import hedge, hedged_apart
from kuntapaatos.io.text.words.lexicon import words_of
from kuntapaatos.io.text.words.outcomes import outcome_of
from kuntapaatos.io.text.words.statements import every
from kuntapaatos.remedy import Subject

NAMES = sorted(
    item.name.removesuffix(".toml")
    for item in files("kuntapaatos.io.text.tables").iterdir()
    if item.name.endswith(".toml")
)
OUTCOMES = list(table("outcomes")["row"])


def _examples(rows: list[dict[str, Any]], key: str) -> list[Any]:
    return [
        pytest.param(row, sentence, id=f"{row['says']}: {sentence}")
        for row in rows
        for sentence in row[key]
    ]


@pytest.mark.parametrize(("row", "sentence"), _examples(OUTCOMES, "yes"))
def test_an_outcome_that_is_said(row: dict[str, Any], sentence: str) -> None:
    """
    Each sentence of a row of `outcomes.toml` says what the row says.
    """
    found = outcome_of(sentence)
    assert found is not None
    wanted = Outcome.APPROVED if row["says"] == "päätettiin" else Outcome(row["says"])
    assert found.outcome is wanted


@pytest.mark.parametrize(("row", "sentence"), _examples(OUTCOMES, "no"))
def test_an_outcome_that_is_not_said(row: dict[str, Any], sentence: str) -> None:
    """
    No sentence that looks like it but says something else is taken for it.
    """
    found = outcome_of(sentence)
    if row["says"] == "päätettiin":
        assert (
            found is None
            or found.outcome is not Outcome.APPROVED
            or found.why == Why.SAYS_WHAT_IS_DONE
        )
    else:
        assert found is None or found.outcome is not Outcome(row["says"])


def _rows(name: str) -> list[dict[str, Any]]:
    return list(table(name).get("row", []))


@pytest.mark.parametrize("name", [name for name in NAMES if "row" in table(name)])
def test_both_languages(name: str) -> None:
    """
    Every row has words in Finnish and in Swedish, and sentences that try it.
    """
    for row in _rows(name):
        assert row["fi"], row["says"]
        assert row["sv"] or row.get("only") == "fi", row["says"]
        assert row["yes"]
        assert row["no"]


PLAIN = [
    (name, row)
    for name in NAMES
    if name not in {"outcomes", "hedges", "subjects"} and "row" in table(name)
    for row in _rows(name)
]


@pytest.mark.parametrize(
    ("name", "says", "sentence", "wanted"),
    [
        pytest.param(name, row["says"], sentence, key == "yes", id=f"{name}: {sentence}")
        for name, row in PLAIN
        for key in ("yes", "no")
        for sentence in row[key]
    ],
)
def test_statements(name: str, says: str, sentence: str, wanted: bool) -> None:
    """
    A row finds what its examples say, and nothing in those that say something else.
    """
    assert (says in every(name, words_of(sentence))) is wanted


HEDGES = list(table("hedges")["row"])


@pytest.mark.parametrize(
    ("says", "sentence", "wanted"),
    [
        pytest.param(row["says"], sentence, key == "yes", id=sentence)
        for row in HEDGES
        if row["place"] != "apart"
        for key in ("yes", "no")
        for sentence in row[key]
    ],
)
def test_hedges(says: str, sentence: str, wanted: bool) -> None:
    """
    A sum is meant as its words say, before it and after it.
    """
    (found,) = find_amounts(sentence)
    assert (hedge(sentence, found.start, found.end) == says) is wanted


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        pytest.param(sentence, key == "yes", id=sentence)
        for row in HEDGES
        if row["place"] == "apart"
        for key in ("yes", "no")
        for sentence in row[key]
    ],
)
def test_hedges_apart(sentence: str, wanted: bool) -> None:
    """
    What a sentence of its own says of the sums beside it.
    """
    assert bool([*hedged_apart(sentence, 0, len(sentence))]) is wanted


@pytest.mark.parametrize(
    ("says", "heading", "wanted"),
    [
        pytest.param(row["says"], heading, key == "yes", id=heading)
        for row in table("subjects")["row"]
        for key in ("yes", "no")
        for heading in row[key]
    ],
)
def test_subjects(says: str, heading: str, wanted: bool) -> None:
    """
    A heading tells its subject, and one that is about something else does not.
    """
    assert (Subject(says) in told(heading)) is wanted
