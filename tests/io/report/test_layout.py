"""
Lines for any screen: wrapped, without colour, nothing that a terminal obeys.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kuntapaatos import Decision
from kuntapaatos.io import text
from kuntapaatos.io.report import WIDTH, printable, report
from kuntapaatos.io.report.layout import clean, heading, paragraph
from kuntapaatos.io.text import Reading

Decided = Callable[..., Decision]


def test_nothing_is_obeyed(decided: Decided) -> None:
    """
    A document cannot move a cursor, change a colour or turn the direction of a line.
    """
    evil = decided(title="\u202e\x1b[2JSopimus\x07\r\n")
    printed = report(Reading(evil, (), (), ""))
    assert "[2JSopimus" in printed
    assert not {"\x1b", "\x07", "\r", "\u202e"} & set(printed)


@given(st.text(max_size=300))
def test_any_text(page: str) -> None:
    """
    Any text at all has a report of lines that fit; a longer word alone is wider.
    """
    for value in (page, f"Kunnanhallitus 3.2.2025 § 14\nPäätös\n{page}\nHyväksyttiin."):
        longest = max((len(word) for word in value.split()), default=0)
        printed = report(text.read(value))
        assert max(map(len, printed.splitlines())) <= max(WIDTH, 24 + longest)
        assert printable(printed, "ascii").isascii()


@pytest.mark.parametrize(
    "unit", ["24 000,00 €", "pe 3.1.2025", "klo 15.00", "138 §", "§ 23", "2025 - 2026"]
)
def test_what_belongs_together(unit: str) -> None:
    """
    A sum, a day and a time of day are not torn apart at the end of a line.
    """
    for width in range(60, 82):
        assert unit in paragraph(f"{'x' * width} {unit} loppu")


def test_nothing_visible() -> None:
    """
    A heading of nothing visible is nothing.
    """
    assert heading("\u202e").strip() == ""
    assert clean(" a\u00a0 b ") == "a b"


@pytest.mark.parametrize(
    ("encoding", "expected"),
    [
        (None, "ä → § ”–” 漢 ?"),
        ("utf-8", "ä → § ”–” 漢 ?"),
        ("latin-1", 'ä -> § "-" ? ?'),
        ("ascii", 'a -> pyk. "-" ? ?'),
        ("no such encoding", "ä → § ”–” 漢 \ud800"),
    ],
)
def test_printable(encoding: str | None, expected: str) -> None:
    """
    A screen without a character gets one that stands for it.
    """
    assert printable("ä → § ”–” 漢 \ud800", encoding) == expected
