"""
What came of a proposal, in ten or so ways to say it, in each language.
"""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from kuntapaatos.io.text import read

ROWS = tomllib.loads((Path(__file__).parent / "outcome_words.toml").read_text(encoding="utf-8"))[
    "said"
]
ITEMS = {
    "fi": "Kunnanhallitus 3.2.2026 § 14\nVerkostoon liittyminen\nEhdotus\nKunta liittyy.\nPäätös\n{}\n",
    "sv": (
        "Kommunstyrelsen 3.2.2026 § 14\nAnslutning till nätverket\n"
        "Förslag\nKommunen ansluter sig.\nBeslut\n{}\n"
    ),
}


@pytest.mark.parametrize(
    ("language", "said", "outcome"),
    [
        pytest.param(language, said, row["outcome"], id=said)
        for row in ROWS
        for language in ITEMS
        for said in row[language]
    ],
)
def test_what_came_of_a_proposal(language: str, said: str, outcome: str) -> None:
    """
    Each wording of a resolution says what its row says.
    """
    found = read(ITEMS[language].format(said)).decision.outcome
    assert found is not None
    assert found.value == outcome
