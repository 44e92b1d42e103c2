"""
What the page in the browser is told: plain texts, whole drawings, and why nothing was read.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kuntapaatos.io import browser
from kuntapaatos.io.export import as_json
from kuntapaatos.io.report import Known, parse_day, report
from kuntapaatos.io.text import read

ROOT = Path(__file__).parents[2]
DECISION = "Kunnanhallitus 3.2.2025 § 14\nAsia\nPäätös\nHyväksyttiin.\n"


def answered(content: object, **asked: object) -> dict[str, Any]:
    """Ask as the page does."""
    found: dict[str, Any] = json.loads(browser.answer(content, json.dumps(asked)))
    return found


class Buffer:
    """As the browser hands bytes over."""

    def __init__(self, data: bytes) -> None:
        self.data = data

    def to_bytes(self) -> bytes:
        """Return a copy."""
        return self.data


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(DECISION, id="a text"),
        pytest.param(DECISION.encode(), id="bytes"),
        pytest.param(Buffer(DECISION.encode()), id="a buffer"),
    ],
)
@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_the_same_answer_in_every_form(content: object, language: str) -> None:
    """
    The page says what the report, the JSON and the calendar say.
    """
    given = {"letters": "2025-02-05", "published": " ", "hours": ""}
    found = answered(content, language=language, given=given, name="paatos.txt")
    known = Known(letters=[parse_day("2025-02-05")])
    reading = read(DECISION)
    assert found["report"] == report(reading, known, language)
    assert found["json"] == as_json(reading, known)
    assert found["ics"].startswith("BEGIN:VCALENDAR")
    (remedy,) = found["remedies"]
    letter, message, minutes = remedy["clocks"]
    assert (letter["started"], letter["given"]) == ("5.2.2025", True)
    assert "26.2.2025" in letter["until"]
    assert letter["steps"]
    assert letter["doubts"]
    assert message["until"] is minutes["until"] is None
    assert message["why"]
    (drawn,) = found["pictures"]
    assert drawn["svg"].startswith("<svg ")
    assert "26" in drawn["title"]


def test_a_saved_page() -> None:
    """
    A page that a city published is read as a file: its document, without its menus.
    """
    page = "<!DOCTYPE html><title>Kajaanin kaupunki</title><main><h1>§ 14 Auran osto</h1>"
    page += "<h2>Päätös</h2><p>Hyväksyttiin.</main><footer>Palaute</footer>"
    found = answered(page.encode(), name="paatos.html")
    assert found["title"] == "Auran osto"
    assert "Kajaani" in found["report"]
    assert "Palaute" not in found["report"]


def test_without_a_day_there_is_no_calendar() -> None:
    """
    Where nothing could be counted there is nothing to draw and nothing for a calendar.
    """
    found = answered(DECISION)
    assert found["ics"] is None
    assert found["pictures"] == []
    assert found["problems"] == ["muutoksenhakuohje puuttuu (rivi 4)"]


def test_what_was_not_understood_is_told() -> None:
    """
    A sentence that nobody understood and that could change a value is shown beside the answer.
    """
    text = "Kunnanhallitus 3.2.2025 § 14\nPäätös\nPäätettiin, ettei koulua aideta.\n"
    assert answered(text)["unread"] == [
        "”Päätettiin, ettei koulua aideta.” (rivi 3): kielto; voi muuttaa: tulos"
    ]
    assert answered(DECISION)["unread"] == []


@pytest.mark.parametrize(
    ("content", "asked", "expected"),
    [
        pytest.param("  \n", {}, {"refused": "empty"}, id="empty"),
        pytest.param("lorem", {}, {"refused": "no decision"}, id="no decision"),
        pytest.param(
            "x",
            {"given": {"letters": "huomenna", "hours": "joskus", "colour": "red"}},
            {"refused": "given", "fields": ["letters", "hours", "colour"]},
            id="what is known cannot be read",
        ),
        pytest.param(
            b"PK\x03\x04",
            {"name": "paatos.docx"},
            {
                "refused": "unreadable",
                "why": "paatos.docx: is a document of a word processor; save it as text or PDF",
            },
            id="a word processor's",
        ),
    ],
)
def test_a_refusal_says_why(
    content: object, asked: dict[str, object], expected: dict[str, object]
) -> None:
    """
    What cannot be read is refused with its reason, and nothing else is said.
    """
    assert answered(content, **asked) == expected


def test_a_file_has_a_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    """
    A file larger than the bound is refused, as on the command line.
    """
    monkeypatch.setattr(browser, "MAXIMUM_BYTES", 1_000_000)
    found = answered(bytes(1_000_001))
    assert found == {"refused": "unreadable", "why": "input: is larger than 1 MB"}


@pytest.mark.parametrize("name", ["page.js", "worker.js", "offline.js", "words.js"])
def test_the_page_never_makes_html_of_a_text(name: str) -> None:
    """
    No script of the page puts a text into it as HTML, evaluates one, or asks elsewhere.
    """
    script = (ROOT / "docs" / "page" / name).read_text(encoding="utf-8")
    for forbidden in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval("):
        assert forbidden not in script
    assert "://" not in script


def test_the_page_speaks_three_languages() -> None:
    """
    Each sentence of the page stands in all three languages.
    """
    script = (ROOT / "docs" / "page" / "words.js").read_text(encoding="utf-8")
    blocks = script.split("\n  fi: {")[1].replace("\n  sv: {", "\f").replace("\n  en: {", "\f")
    names = [
        [line.partition(":")[0].strip() for line in block.splitlines() if ": " in line]
        for block in blocks.split("\f")
    ]
    assert len(names) == 3
    assert names[0] == names[1] == names[2]
    page = (ROOT / "docs" / "page" / "index.html").read_text(encoding="utf-8")
    said = {part.partition('"')[0] for part in page.split('data-say="')[1:]}
    assert said <= set(names[0])
