"""
What belongs to people stays out of errors, representations, logs and answers.
"""

from __future__ import annotations

import json

import pytest
from attrs import evolve

from kuntapaatos import Period
from kuntapaatos.errors import InvalidValue, NotADay
from kuntapaatos.io.export import as_json
from kuntapaatos.io.report import Known, report
from kuntapaatos.io.text import read
from kuntapaatos.masks import escaped, masked, without_codes

CODE, EMAIL, PHONE = "131052-308T", "maija.esimerkki@example.fi", "050 000 0001"
NAME = "Maija Esimerkki"
PAGE = f"""Esimerkkilän kaupunki
Kaupunginhallitus 3.2.2025 § 14

Hakemus {CODE}

Päätös

Hakijan {CODE} ({EMAIL}, puh. {PHONE}) hakemus hyväksyttiin.

Lisätietojen antaja
{NAME}, puh. {PHONE}, {EMAIL}

Tiedoksi
{NAME} {CODE}
"""


@pytest.mark.parametrize("secret", [CODE, EMAIL, PHONE, f"puh. {PHONE} ja {EMAIL}", CODE.lower()])
def test_errors(secret: str) -> None:
    """
    An error shows what was given, and not what in it tells who somebody is.
    """
    for error in (
        InvalidValue("title", f"Hakija {secret}", "a text"),
        NotADay(f"Hakija {secret}"),
        InvalidValue("title", "x" * 195 + f" {secret}", "a text"),
    ):
        said = str(error)
        assert "Hakija" in said or "xxx" in said
        for part in (CODE, CODE.lower(), EMAIL, PHONE, "131052", "maija"):
            assert part not in said


@pytest.mark.parametrize("field", ["contacts", "recipients", "presenter", "email", "phone"])
def test_errors_of_people(field: str) -> None:
    """
    What is given for a person is told by its type alone.
    """
    for given in (NAME, [NAME], {"name": NAME}):
        assert NAME not in str(InvalidValue(field, given, "something else"))


def test_representations() -> None:
    """
    No `repr` and no line for a log has a code, an address, a number or a person's name.
    """
    reading = read(PAGE)
    assert CODE in (reading.decision.title or "")
    shown = [repr(reading), repr(reading.decision), repr(reading.found), repr(reading.problems)]
    shown += [f"{one} {one!r}" for one in (*reading.found, *reading.problems, *reading.unread)]
    for part in (CODE, EMAIL, PHONE, NAME):
        assert part in PAGE
        assert not [line for line in shown if part in line]


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_the_report(language: str) -> None:
    """
    The report has stars for a code, in each language.
    """
    said = report(read(PAGE), Known(), language)
    assert CODE not in said
    assert "******-****" in said


@pytest.mark.parametrize(
    "text",
    [
        "0123456-7",
        "049-012-0345-0006",
        "KAJDno-2024-1799",
        "12.3.2025 klo 15.00",
        "1 871 348,34",
        "9 000 - 45 000",
        "131052-308",
        "05.02.2025",
        "@example.fi",
    ],
)
def test_what_is_nobodys(text: str) -> None:
    """
    Numbers of matters, firms, estates, days and sums stay.
    """
    assert masked(text) == without_codes(text) == text


UNSEEN = "\x9b31m \u202egnorw \u2066a\u2069 \u200f"


def test_json_is_safe_to_show() -> None:
    """
    `--json` writes out what a terminal would obey, and what a reader would not see.
    """
    decision = evolve(read(PAGE).decision, title=f"Hakemus {UNSEEN}")
    exported = as_json(evolve(read(PAGE), decision=decision), Known())
    assert not any(char in exported for char in "\x9b\u202e\u2066\u2069\u200f")
    assert json.loads(exported)["decision"]["value"]["title"] == f"Hakemus {UNSEEN}"


def test_a_line_of_evidence_is_safe_to_show() -> None:
    """
    What was found is shown on one line, its unseen signs written out.
    """
    found = [one for one in read(PAGE).found if one.field == "title"]
    said = str(evolve(found[0], value=f"a{UNSEEN}\x1b[2J"))
    assert said == escaped(said)
    assert "\\u202e" in said
    assert escaped("a\n\tb") == "a\n\tb"


def test_a_period_says_nothing_of_people() -> None:
    """
    The same holds where a value of another kind was wanted.
    """
    with pytest.raises(Exception, match="got") as caught:
        Period.days(f"14 {EMAIL}")  # type: ignore[arg-type]
    assert EMAIL not in str(caught.value)
