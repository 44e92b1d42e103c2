r"""
What was read from a text, in a notebook: the decision, and below it all that is not sure.

>>> from kuntapaatos.io.text import read
>>> shown = of_reading(read("Kunnanhallitus 3.2.2025 § 14\nPäätös\nHyväksyttiin."), Voice("en"))
>>> "appeal instruction is missing (line 3)" in shown
True
"""

from __future__ import annotations

from collections.abc import Iterable

from kuntapaatos.io.notebook.markup import element, escaped
from kuntapaatos.io.notebook.tables import folded, table
from kuntapaatos.io.report.minutes import minutes_remarks
from kuntapaatos.io.report.problems import remark_lines, unread_lines
from kuntapaatos.io.text.minutes import Minutes, MinutesItem
from kuntapaatos.io.text.reading import Reading
from kuntapaatos.io.wording.voice import Voice, capital
from kuntapaatos.masks import masked

__all__ = ["of_minutes", "of_reading"]


def of_reading(reading: Reading, t: Voice) -> str:
    """Return a decision as a table, with the remarks and what was not understood below it."""
    return element("div", _whole(reading, t), lang=t.language)


def of_minutes(minutes: Minutes, t: Voice) -> str:
    """Return minutes item by item: each opens, and the line above it says whether all is sure."""
    body = None if minutes.body is None else t.value(minutes.body)
    met = None if minutes.meeting_on is None else t.day(minutes.meeting_on)
    cover = ", ".join(filter(None, (capital(t.term(minutes.kind)), body, met)))
    items = "".join(_item(item, t) for item in minutes.items)
    return element(
        "div",
        element("p", element("strong", escaped(cover)))
        + items
        + _listed(t("Remarks on the text"), minutes_remarks(minutes, t)),
        lang=t.language,
    )


def _whole(reading: Reading, t: Voice) -> str:
    return (
        table(reading.decision, language=t.language)
        + _listed(t("Remarks on the text"), remark_lines(reading, t))
        + _listed(t("These passages were not understood"), unread_lines(reading, t))
    )


def _item(item: MinutesItem, t: Voice) -> str:
    title, outcome = item.title, item.decision.outcome
    line = " ".join(filter(None, (f"§ {item.section}", None if title is None else masked(title))))
    if outcome is not None:
        line = f"{line}: {t.term(outcome)}"
    doubts = len(remark_lines(item.reading, t)) + len(unread_lines(item.reading, t))
    if doubts:
        line = f"{line} ({t('Remarks on the text').lower()}: {doubts})"
    return folded(escaped(line), _whole(item.reading, t))


def _listed(title: str, lines: Iterable[str]) -> str:
    rows = "".join(element("li", escaped(masked(line))) for line in lines)
    return element("p", element("strong", escaped(title))) + element("ul", rows) if rows else ""
