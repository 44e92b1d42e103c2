"""
What the law gives when a text holds no instruction: Kuntalaki (410/2015) 134-138 §.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from kuntapaatos import AppealProhibition, Decision, DocumentKind, MakerKind, Organ, Outcome
from kuntapaatos.io.report import Known

Lines = Callable[..., list[str]]
Decided = Callable[..., Decision]

BOARD = Organ("Kunnanhallitus", MakerKind.BOARD)
DAY = date(2024, 12, 10)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        pytest.param(
            {"maker": None, "decided_on": DAY},
            "Tekstistä ei selviä, kuka päätti, joten keinoa ei voi päätellä laista.",
            id="nobody decided",
        ),
        pytest.param(
            {"maker": Organ("Työryhmä"), "decided_on": DAY},
            "Tekstistä ei selviä, kuka päätti, joten keinoa ei voi päätellä laista.",
            id="an unknown kind of body",
        ),
        pytest.param(
            {},
            "Päätöksen päivää ei tiedetä, joten laista ei voi valita: anna --decided.",
            id="no day",
        ),
        pytest.param(
            {"maker": BOARD, "decided_on": date(1993, 5, 1)},
            "Ohjelma ei tunne keinoa: kunnanhallitus, päätös 1.5.1993; kysy kirjaamosta.",
            id="before the rules",
        ),
        pytest.param(
            {"maker": BOARD, "decided_on": DAY, "outcome": Outcome.TABLED},
            "Asiaa ei ratkaistu (pantu pöydälle): valmistelusta ei saa hakea muutosta "
            "(Kuntalaki 136 §).",
            id="tabled",
        ),
        pytest.param(
            {"decided_on": DAY},
            "asianomaiselle toimielimelle (jonka alainen viranhaltija on) (Kuntalaki 138 §",
            id="an office-holder: to the body above",
        ),
        pytest.param(
            {"maker": Organ("Yksilöjaosto", MakerKind.SECTION), "decided_on": DAY},
            "oikaisuvaatimus, 14 päivää; asianomaiselle toimielimelle (Kuntalaki 138 §",
            id="a section: not to itself",
        ),
        pytest.param(
            {"maker": Organ("Kunnanvaltuusto", MakerKind.COUNCIL), "decided_on": DAY},
            "kunnallisvalitus, 30 päivää; mihin: hallinto-oikeus (Kuntalaki 138 §",
            id="the council: to the court",
        ),
    ],
)
def test_from_what_is_known(
    lines: Lines, decided: Decided, fields: dict[str, object], said: str
) -> None:
    """
    The remedy follows from the maker, the day and the outcome, or is told to be unknown.
    """
    found = lines(decided(**fields))
    assert said in " ".join(found)
    assert "- Tästä tekstistä puuttuu muutoksenhakuohje." in found


def test_a_given_day(lines: Lines, decided: Decided) -> None:
    """
    The day of the decision that was given chooses the rules.
    """
    found = " ".join(lines(decided(maker=BOARD), Known(decided=date(2016, 5, 2))))
    assert "Laki antaa (kunnanhallitus, päätös 2.5.2016)" in found
    assert "(365/1995 93 §, 365/1995 89 §)" in found


def test_a_proposal(lines: Lines, decided: Decided) -> None:
    """
    Nothing is said of the law's remedies while nothing was decided.
    """
    found = lines(decided(kind=DocumentKind.AGENDA_ITEM, maker=BOARD, decided_on=DAY))
    assert "Muutoksenhaku" in found
    assert not any("Laki antaa" in line for line in found)


def test_a_prohibition(lines: Lines, decided: Decided) -> None:
    """
    Where the text bars every remedy, the law's are not held against it.
    """
    found = lines(decided(AppealProhibition(None), maker=BOARD, decided_on=DAY))
    assert "Muutoksenhakukielto" in found
    assert "- muutosta ei saa hakea: peruste puuttuu" in found
    assert not any("Laki antaa" in line for line in found)
