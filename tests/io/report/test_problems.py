"""
What the reader was not sure of is shown, never hidden.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from attrs import evolve

from kuntapaatos import AppealInstruction, Decision, NoticeKind, Term
from kuntapaatos.instruction import Presumption
from kuntapaatos.io.report.problems import problem_lines, problems_part, unread_part
from kuntapaatos.io.text import Found, Problem, ProblemCode, Reading, Span, Why, read
from kuntapaatos.io.wording.voice import Voice

Lines = Callable[..., list[str]]
Decided = Callable[..., Decision]
Problems = Callable[..., list[str]]

FIRST, SECOND = Span(0, 1), Span(5, 6)
FEES = Found("membership.annual_fee", None, FIRST, (Decimal("1.00"), Decimal("2.00")))


@pytest.fixture
def problems(lines: Lines, decided: Decided, review: AppealInstruction) -> Problems:
    """Return the items of that section for what was found and what was wrong."""

    def listed(*found: Found, problems: tuple[Problem, ...] = ()) -> list[str]:
        printed = lines(Reading(decided(review), found, problems, "rivi\nrivi\n"))
        if "Huomioita tekstistä" not in printed:
            return []
        section = printed[printed.index("Huomioita tekstistä") + 2 :]
        return section[: section.index("")]

    return listed


def test_none(problems: Problems) -> None:
    """
    Nothing is said where nothing is open.
    """
    assert problems(Found("section", "3", FIRST, why=Why.INSTRUCTION_HEADING)) == []


def test_a_choice(problems: Problems) -> None:
    """
    What was chosen among several is shown with the others.
    """
    terms = (Term(2024, 2025), Term(2025, 2026))
    chosen = Found("membership.term", terms[1], SECOND, terms, Why.DECIDING_WORDS)
    (line,) = problems(chosen)
    assert line == (
        "- kausi: valittu 2025–2026; ehdolla 2024–2025 / 2025–2026 "
        "(päätöksen sanat ratkaisevat) (rivi 2)"
    )


def test_not_chosen(problems: Problems) -> None:
    """
    What could not be chosen is shown with its candidates.
    """
    assert problems(FEES) == ["- vuosimaksu: ei valittu; ehdolla 1,00 € / 2,00 € (rivi 1)"]


def test_told_once(problems: Problems) -> None:
    """
    What a problem tells already is not told again.
    """
    told = Problem(ProblemCode.AMBIGUOUS, FIRST, FEES.field, FEES.candidates)
    assert problems(FEES, problems=(told,)) == [
        "- vuosimaksu: ei valittu; ehdolla 1,00 €; 2,00 € (rivi 1)"
    ]


def test_in_an_instruction(problems: Problems) -> None:
    """
    A part of an instruction is named with the instruction's number.
    """
    both = (Presumption(NoticeKind.LETTER, 7, True), Presumption(NoticeKind.LETTER, 3, False))
    unsettled = Found("appeals[1].presumptions", None, FIRST, both)
    names = Problem(ProblemCode.AMBIGUOUS, FIRST, "appeals[0].deliver_to.name", ("A", "B"))
    banned = Problem(ProblemCode.INSTRUCTION_AND_PROHIBITION, SECOND, "appeals[0]")
    first, second, third = problems(unsettled, problems=(names, banned))
    assert first == "- muutoksenhaku 1, toimitusosoite, nimi: ei valittu; ehdolla A; B (rivi 1)"
    assert second == "- ohje ja muutoksenhakukielto: muutoksenhaku 1 (rivi 2)"
    assert third == (
        "- muutoksenhaku 2, tiedoksisaantiolettama: ei valittu; ehdolla 7 päivää kirjeen "
        "lähettämisestä, jollei muuta näytetä / 3 päivää kirjeen lähettämisestä (rivi 1)"
    )


def test_an_unknown_field(problems: Problems) -> None:
    """
    A field without a Finnish name is shown by its path, never left out.
    """
    other = Found("something.new", None, FIRST, ("a", "b"))
    assert problems(other) == ["- something.new: ei valittu; ehdolla a / b (rivi 1)"]


def test_of_the_whole_text(problems: Problems) -> None:
    """
    A problem without a field is about the whole text.
    """
    cut = Problem(ProblemCode.TOO_LONG, SECOND)
    assert problems(problems=(cut,)) == ["- teksti katkaistu (rivi 2)"]


UNREAD = (
    "Kunnanhallitus 3.2.2025 § 14\nPäätös\nPäätettiin, ettei koulua aideta.\n"
    "Oikaisuvaatimusohje\nOikaisuvaatimus on tehtävä hallitukselle 14 päivän kuluessa.\n"
)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("fi", "”Päätettiin, ettei koulua aideta.” (rivi 3): kielto; voi muuttaa: tulos"),
        ("sv", "”Päätettiin, ettei koulua aideta.” (rad 3): nekande; kan ändra: utgång"),
        ("en", "“Päätettiin, ettei koulua aideta.” (line 3): negation; it could change: outcome"),
    ],
)
def test_what_was_not_understood(language: str, said: str) -> None:
    """
    A passage that was not understood is shown once, with what it could change.
    """
    reading, t = read(UNREAD), Voice(language)
    assert problem_lines(reading, t) == (said,)
    assert problems_part(reading, t) == ""
    assert said.split(" (", maxsplit=1)[0] in " ".join(unread_part(reading, t).split())


def test_a_passage_that_could_change_anything() -> None:
    """
    Where it is not known what a passage could change, none is named.
    """
    reading = read(UNREAD)
    (left,) = reading.unread
    anything = evolve(reading, unread=(evolve(left, field=None),))
    (line,) = problem_lines(anything, Voice("fi"))
    assert line.endswith("(rivi 3): kielto")
    assert unread_part(evolve(reading, unread=()), Voice("fi")) == ""
