"""
A text that was read shows in a notebook what it says, and all that is not sure of it.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from kuntapaatos.io import notebook
from kuntapaatos.io.text import read, read_minutes

EXAMPLES = Path(__file__).parents[3] / "docs" / "examples"
DECISION = """Kunnanhallitus 3.2.2025 § 14
Aita <b>
Lisätietoja: maija@example.fi
Päätös
Päätettiin, ettei koulua aideta.
"""
MINUTES = """Mallilan kunta  Pöytäkirja  1/2025
Kunnanhallitus 3.2.2025
§ 14
Auran osto
Päätös
Hyväksyttiin.
§ 15
Muut asiat
Päätös
Ei ollut.
Muutoksenhakukielto
§ 15
Tähän päätökseen ei saa hakea muutosta.
"""


@pytest.mark.parametrize(
    ("language", "remarks", "unread"),
    [
        ("fi", "Huomioita tekstistä", "Näitä kohtia ei ymmärretty"),
        ("sv", "Anmärkningar om texten", "Dessa ställen förstods inte"),
        ("en", "Remarks on the text", "These passages were not understood"),
    ],
)
def test_nothing_unsure_is_hidden(language: str, remarks: str, unread: str) -> None:
    """
    Problems and what was not understood stand below the decision, in the language.
    """
    reading = read(DECISION)
    shown = notebook.html(reading, language=language)
    assert shown.index("<table") < shown.index(remarks) < shown.index(unread)
    assert "Päätettiin, ettei koulua aideta." in shown.partition(unread)[2]
    assert f'<div lang="{language}">' in shown
    assert "<b>" not in shown
    assert "maija@example.fi" not in shown


def test_by_itself() -> None:
    """
    The last line of a cell is shown in Finnish.
    """
    for value in (read(DECISION), read_minutes(MINUTES)):
        assert value._repr_html_() == notebook.html(value)


def test_what_is_sure_has_no_list() -> None:
    """
    Of a text without remarks there is the table alone.
    """
    whole = read_minutes((EXAMPLES / "poytakirja.txt").read_text(encoding="utf-8"))
    sure = [item for item in whole.items if not (item.reading.problems or item.reading.unread)]
    assert sure
    assert "<li>" not in notebook.html(sure[0].reading).partition("</table>")[2]


@pytest.mark.parametrize(
    ("language", "cover", "line"),
    [
        ("fi", "Pöytäkirja, Kunnanhallitus, 3.2.2025", "(huomioita tekstistä: 1)"),
        ("sv", "Protokoll, Kunnanhallitus, 3.2.2025", "(anmärkningar om texten: 1)"),
        ("en", "Minutes, Kunnanhallitus, 3.2.2025", "(remarks on the text: 1)"),
    ],
)
def test_minutes_item_by_item(language: str, cover: str, line: str) -> None:
    """
    Each item opens below its line, which says that something of it is not sure.
    """
    shown = notebook.html(read_minutes(MINUTES), language=language)
    assert shown.count("<details><summary") >= 2
    assert "§ 14 Auran osto" in shown
    assert line in shown
    assert shown.index(f"<strong>{cover}<") < shown.index("§ 14 Auran osto")
    assert "§ 14" in shown.rpartition("</details>")[2]


def test_minutes_without_a_cover() -> None:
    """
    What the cover does not tell is left out of its line, and an item without a name stays.
    """
    shown = notebook.html(read_minutes("§ 1\nPäätös\nEi.\n§ 2\nPäätös\nHyväksyttiin.\n"))
    assert ">§ 1:" in shown or ">§ 1 (" in shown
