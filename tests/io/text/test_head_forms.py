"""
Heads of minutes, agendas, decisions and announcements, as municipalities print them.
"""

from __future__ import annotations

import tomllib
from enum import Enum
from pathlib import Path
from typing import Any

import pytest

from kuntapaatos.decision import DocumentKind, Organ
from kuntapaatos.io.text import Reading, read

FORMS: list[dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("head_forms.toml").read_text(encoding="utf-8")
)["form"]
KINDS = {
    "minutes_item": DocumentKind.MINUTES_ITEM,
    "agenda_item": DocumentKind.AGENDA_ITEM,
    "decision": DocumentKind.DECISION,
    "announcement": DocumentKind.ANNOUNCEMENT,
    "instruction": DocumentKind.INSTRUCTION,
}


def said(reading: Reading, name: str) -> str | None:
    """
    Return what a reading says of a field, as the table writes it.
    """
    decision = reading.decision
    if name == "maker":
        maker = decision.maker
        if maker is None:
            return None
        return maker.name if isinstance(maker, Organ) else maker.title
    value = getattr(decision, name)
    if name == "kind":
        return next(word for word, kind in KINDS.items() if kind is value)
    if isinstance(value, Enum):
        return str(value.value)
    return None if value is None else str(value)


@pytest.mark.parametrize("form", [pytest.param(form, id=form["id"]) for form in FORMS])
def test_a_head_is_read(form: dict[str, Any]) -> None:
    """
    Each value of a head is read, and what the head does not say is not.
    """
    reading = read(form["text"])
    if form.get("nothing"):
        assert not reading.is_decision
        return
    wanted = {name: form[name] or None for name in form if name not in {"id", "text"}}
    assert reading.is_decision
    assert {name: said(reading, name) for name in wanted} == wanted


@pytest.mark.parametrize("form", [pytest.param(form, id=form["id"]) for form in FORMS])
def test_a_value_stands_in_the_text(form: dict[str, Any]) -> None:
    """
    The evidence for section and day is where it is said to be.
    """
    reading = read(form["text"])
    for found in reading.where("section"):
        assert reading.quote(found) == reading.decision.section
    for name in ("meeting_on", "decided_on"):
        for found in reading.where(name):
            day = getattr(reading.decision, name)
            assert str(day.year) in reading.quote(found) or not day
