r"""
An answer for a page that runs the library inside the browser: plain texts and drawings.

What goes in is a text or a file's bytes and what a person knows beside it; what comes out
is JSON, whose every text is for `textContent`, and drawings as whole SVG files for `<img>`,
so that nothing a document holds is ever obeyed.

>>> import json
>>> document = "Kunnanhallitus 3.2.2025 § 14\nAsia\nPäätös\nHyväksyttiin."
>>> counted = json.loads(answer(document, '{"given": {"letters": "2025-02-05"}}'))
>>> counted["remedies"][0]["clocks"][0]["until"]
'ke 26.2.2025, kellonaika ei tiedossa'
>>> json.loads(answer("lorem"))["refused"]
'no decision'
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import PurePath
from typing import Any

from kuntapaatos.deadline import Deadline
from kuntapaatos.errors import KuntapaatosError, UnreadableInput
from kuntapaatos.io.export import as_ics, as_json
from kuntapaatos.io.files import MAXIMUM_BYTES, Document, open_document
from kuntapaatos.io.notebook import picture
from kuntapaatos.io.report import Known, parse_day, parse_moment, report
from kuntapaatos.io.report.appeals import Answer, answers
from kuntapaatos.io.report.deadlines import before
from kuntapaatos.io.report.problems import problem_lines, unread_lines
from kuntapaatos.io.report.tracks import Row
from kuntapaatos.io.text.reading import Reading
from kuntapaatos.io.wording import say
from kuntapaatos.io.wording.voice import FINNISH, Voice, capital
from kuntapaatos.law import LAW_AS_OF
from kuntapaatos.office_hours import OfficeHours
from kuntapaatos.shown import shown

__all__ = ["about", "answer"]

_FIELDS: dict[str, Callable[[str], object]] = {
    "letters": lambda day: (parse_day(day),),
    "emails": lambda day: (parse_day(day),),
    "receipts": lambda day: (parse_day(day),),
    "published": parse_day,
    "decided": parse_day,
    "hours": OfficeHours.parse,
    "at": parse_moment,
}
"""What a person may know beside a document, and how it is written."""


def about() -> str:
    """
    Return the day up to which the rules were checked, for the page's foot.

    >>> about() == f"{LAW_AS_OF.day}.{LAW_AS_OF.month}.{LAW_AS_OF.year}"
    True
    """
    return shown(LAW_AS_OF)


def answer(content: Any, asked: str = "{}") -> str:
    """
    Return what a document says and until when to appeal it, as a JSON text.

    Args:
        content: A text, or the bytes of a text, PDF or HTML file; a buffer of the browser's is
            taken as bytes.
        asked: A JSON object: "name" of the file, "language" ("fi", "sv" or "en"), and
            "given", what is known beside the document: "letters", "emails", "receipts",
            "published" and "decided" are days, "hours" opening hours, "at" a moment.

    Returns:
        An object with "refused" alone when nothing was read, which is "empty", "unreadable"
        with "why", "no decision", or "given" with the names of the "fields" that cannot be
        read.  Else with "title", "language", "remedies" (each with "clocks"), "pictures",
        "unread", "problems", "report", "json" and "ics" (`null` when no day could be counted).
    """
    wanted = json.loads(asked)
    language = wanted.get("language", FINNISH)
    given, faults = _given(wanted.get("given", {}))
    if faults:
        return _said({"refused": "given", "fields": faults})
    try:
        document = _document(content, wanted.get("name", ""))
    except (UnreadableInput, ImportError) as error:
        return _said({"refused": "unreadable", "why": str(error)})
    if not document.text.strip():
        return _said({"refused": "empty"})
    reading = document.reading()
    if not reading.is_decision:
        return _said({"refused": "no decision"})
    return _said(_counted(reading, Known(**given), language))


def _said(found: dict[str, object]) -> str:
    return json.dumps(found, ensure_ascii=False)


def _given(wanted: dict[str, str]) -> tuple[dict[str, Any], list[str]]:
    """Return what was given, and the names of what cannot be read."""
    given: dict[str, Any] = {}
    faults = []
    for name, written in wanted.items():
        if not written.strip():
            continue
        try:
            given[name] = _FIELDS[name](written)
        except (KuntapaatosError, KeyError):
            faults.append(name)
    return given, faults


def _document(content: Any, name: str) -> Document:
    if isinstance(content, str):
        return Document(content)
    # A buffer that the browser handed over, or bytes.
    data = bytes(content.to_bytes()) if hasattr(content, "to_bytes") else bytes(content)
    if len(data) > MAXIMUM_BYTES:
        raise UnreadableInput(name or "input", f"is larger than {MAXIMUM_BYTES // 1_000_000} MB")
    return open_document(data, PurePath(name).suffix, name=name or "input")


def _counted(reading: Reading, known: Known, language: str) -> dict[str, object]:
    t = Voice(language)
    found = answers(reading, known, t)
    deadlines = [row.answer for one in found for row in one.rows if row.answer is not None]
    calendar = as_ics(reading, known, language)
    return {
        "title": reading.decision.title or capital(t.term(reading.decision.kind)),
        "language": language,
        "remedies": [_remedy(one, t) for one in found],
        "pictures": list(_pictures(deadlines, language)),
        "unread": list(unread_lines(reading, t)),
        "problems": list(problem_lines(reading, t)),
        "report": report(reading, known, language),
        "json": as_json(reading, known),
        "ics": None if calendar is None else calendar.decode(),
    }


def _remedy(one: Answer, t: Voice) -> dict[str, object]:
    return {"title": one.title, "short": one.short, "clocks": [_clock(row, t) for row in one.rows]}


def _clock(row: Row, t: Voice) -> dict[str, object]:
    """Return one clock; "until" is `null` where it was not counted, and "why" says why."""
    deadline = row.answer
    return {
        "who": t.track(row.track),
        "way": t.way(row.way),
        "started": None if row.day is None else t.day(row.day),
        "given": row.given,
        "until": None if deadline is None else before(deadline, t),
        "why": row.why,
        "steps": [] if deadline is None else _lines(deadline, t),
        "doubts": [] if deadline is None else [_line(doubt, t) for doubt in deadline.doubts],
    }


def _lines(deadline: Deadline, t: Voice) -> list[str]:
    return [_line(step, t) for step in deadline.steps]


def _line(value: Any, t: Voice) -> str:
    return say(value, t.language, plain=True)


def _pictures(deadlines: list[Deadline], language: str) -> Iterable[dict[str, str]]:
    if deadlines:
        drawn = picture(deadlines, language=language)
        yield {
            "svg": drawn.document,
            "title": drawn.title,
            "description": drawn.description,
        }
