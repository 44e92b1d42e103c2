"""Whole minutes for a person."""

from __future__ import annotations

from pathlib import Path

import pytest

from kuntapaatos.io.report import Known
from kuntapaatos.io.report.minutes import minutes_report
from kuntapaatos.io.text import read_minutes

PAGE = (Path(__file__).parents[3] / "docs" / "examples" / "poytakirja.txt").read_text(
    encoding="utf-8"
)


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        ("fi", ("Toimielin             Kunnanhallitus", "- hyväksytty")),
        ("sv", ("Organ                 Kunnanhallitus", "- godkänd")),
        ("en", ("Body                  Kunnanhallitus", "- approved")),
    ],
)
def test_languages(language: str, lines: tuple[str, ...]) -> None:
    """
    The cover and what came of each item are said in the language that is asked.
    """
    told = minutes_report(read_minutes(PAGE), Known(), language).splitlines()
    assert all(line in told for line in lines)
    assert max(map(len, told)) <= 80


def test_what_is_wrong_with_the_whole() -> None:
    """
    A section that no instruction is for is told at the end.
    """
    told = minutes_report(read_minutes(PAGE.replace("§13, §15", "§13")))
    assert "Huomioita tekstistä\n-------------------\n- mikään ohje ei koske pykälää: § 15" in told


def test_another_law() -> None:
    """
    Of a body whose decisions another act governs no last day is counted.
    """
    page = PAGE.replace("Mallilan kunta", "Mallilan seurakunta")
    page = page.replace("Kunnanhallitus", "Kirkkoneuvosto")
    told = minutes_report(read_minutes(page))
    assert "§ 14 Kirjastoauton hankinta" in told
    assert "27.2.2025" not in told
