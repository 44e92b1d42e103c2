"""
The report in each language: every label and sentence in it, and only what the document says as it is.
"""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
from attrs import evolve

from kuntapaatos import Decision, DocumentKind, FeeBracket, Membership, OfficeHolder
from kuntapaatos.errors import InvalidValue
from kuntapaatos.io import text
from kuntapaatos.io.report import Known, parse_day, parse_moment, report
from kuntapaatos.io.report.decision import decision_part
from kuntapaatos.io.report.law_gives import remedy_text
from kuntapaatos.io.report.membership import membership_part
from kuntapaatos.io.text import Reading, Why
from kuntapaatos.io.wording import languages
from kuntapaatos.io.wording.voice import Voice
from kuntapaatos.remedy import remedies

ROOT = Path(__file__).parents[3]
SOURCE = ROOT / "src" / "kuntapaatos" / "io"
COLUMN = 22
LANGUAGES = ("en", "fi", "sv")
# What is spelled the same in Finnish and Swedish or English.
ALIKE = {"Tema", "Form"}


def _labels(page: str) -> set[str]:
    """Return what stands in the column of labels, and the headings."""
    lines = page.splitlines()
    underlined = {above for above, line in pairwise(lines) if re.fullmatch("-+", line)}
    beside = {
        line[:COLUMN].strip()
        for line in lines
        if len(line) > COLUMN and line[COLUMN - 1] == " " and not line[COLUMN].isspace()
    }
    return underlined | {label for label in beside if label and not label.startswith("-")}


def _given() -> Known:
    return Known(
        letters=[parse_day("10.12.2024")],
        emails=[parse_day("10.12.2024")],
        at=parse_moment("3.1.2025 14.00"),
    )


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("name", ["viranhaltijapaatos.txt", "kunnanhallitus.txt"])
def test_no_label_is_finnish(name: str, language: str) -> None:
    """
    A report in another language has none of the Finnish report's labels and headings.
    """
    reading = text.read((ROOT / "docs" / "examples" / name).read_text(encoding="utf-8"))
    finnish = _labels(report(reading, _given()))
    own = _labels(report(reading, _given(), language))
    assert len(own) > 20
    assert finnish & own <= ALIKE


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_same_days(office: Reading, language: str) -> None:
    """
    The language moves no day, no sum's euros and no section.
    """
    finnish, other = (
        re.findall(r"\d{1,2}\.\d{1,2}\.\d{4}|\d+ §", report(office, _given(), one))
        for one in ("fi", language)
    )
    assert sorted(other) == sorted(finnish)


@pytest.mark.parametrize("language", LANGUAGES)
def test_labels_fit_their_column(language: str) -> None:
    """
    A label leaves room before its value in every language.
    """
    called = r"\(t\(\"([^\"{}]+)\"\),"
    t = Voice(language)
    for path in sorted((SOURCE / "report").glob("*.py")):
        room = COLUMN - (4 if path.stem == "lawyer" else 0)
        for label in re.findall(called, path.read_text(encoding="utf-8")):
            assert len(t(label)) < room, (path.stem, t(label))


def test_every_reason_is_translated() -> None:
    """
    What the reader gives as the reason of a choice has a sentence in every language.
    """
    assert languages() == LANGUAGES
    for why in Why:
        assert Voice("fi").term(why) == why.value
        assert why.value not in {Voice("sv").term(why), Voice("en").term(why)}


def test_rarer_forms() -> None:
    """
    A fee without an upper end, a remedy without a period and an unnamed office-holder are said.
    """
    t = Voice("sv")
    bracket = FeeBracket(45_000, None, Decimal(15000))
    joined = Membership(network="USO", fee_bracket=bracket)
    assert "45 000 invånare eller fler: 15 000,00 € per år" in membership_part(joined, t)
    decision = Decision(kind=DocumentKind.DECISION, maker=OfficeHolder())
    row = evolve(remedies()[0], period=None)
    assert remedy_text(row, decision, t).startswith("begäran om omprövning; till organet i fråga")
    unnamed = decision_part(Reading(decision, (), (), ""), t)
    assert "en tjänsteinnehavare vars titel texten inte uppger\n" in unnamed


def test_no_such_language(office: Reading) -> None:
    """
    A language without a catalogue is refused.
    """
    with pytest.raises(InvalidValue, match="en, fi, sv"):
        report(office, language="de")
