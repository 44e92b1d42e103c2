r"""
What a document says and when it can be appealed, for other programs: JSON and a calendar.

>>> import json
>>> from datetime import date
>>> from kuntapaatos.io.text import read
>>> reading = read("Kunnanhallitus 3.2.2025 § 14\nPäätös\nHyväksyttiin.")
>>> exported = json.loads(as_json(reading, Known(letters=[date(2025, 2, 5)])))
>>> exported["deadlines"][0]["value"]["last_day"], exported["unknown"][-1]["option"]
('2025-02-26', '--published')
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, time

from kuntapaatos.deadline import Deadline
from kuntapaatos.io.report import Known
from kuntapaatos.io.report.appeals import answers
from kuntapaatos.io.report.deadlines import finality_of
from kuntapaatos.io.report.tracks import Row
from kuntapaatos.io.text.minutes import Minutes
from kuntapaatos.io.text.reading import Reading
from kuntapaatos.io.wording.voice import FINNISH, Voice
from kuntapaatos.law import LAW_AS_OF
from kuntapaatos.masks import escaped

__all__ = ["as_ics", "as_json", "deadlines_as_ics", "deadlines_as_json", "minutes_as_json"]


def _rows(reading: Reading, known: Known) -> list[Row]:
    return [row for one in answers(reading, known, Voice(FINNISH)) for row in one.rows]


def _deadlines(reading: Reading, known: Known) -> list[Deadline]:
    found = [row.answer for row in _rows(reading, known)]
    return [answer for answer in found if answer is not None]


def as_json(reading: Reading, known: Known) -> str:
    """
    Return what was read and counted as a JSON text.

    "decision", each of "deadlines" and each "answer" of "finality", one a remedy, is an
    envelope that `from_dict` reads.  "unknown" names each clock that was not counted, with
    the option that would give its start, "found" where each field stands in the text, from
    the first character to the one after the last, "problems" what is contradictory or
    missing there, "unread" the sentences that nobody understood, and "links" the page of each
    section that a deadline rests on.

    Raises:
        ImportError: The extra `json` is not installed.
        InvalidValue: The decision is not of a municipality of the mainland.
    """
    return _written(_document(reading, known))


def deadlines_as_json(deadlines: Sequence[Deadline]) -> str:
    """
    Return deadlines that were counted without a document as a JSON text.

    Raises:
        ImportError: The extra `json` is not installed.
    """
    from kuntapaatos.io.json import to_dict

    return _written(
        {
            "deadlines": [to_dict(deadline) for deadline in deadlines],
            "links": _links(deadlines),
            "law_as_of": LAW_AS_OF.isoformat(),
        }
    )


def deadlines_as_ics(deadlines: Sequence[Deadline], language: str, matter: str = "") -> bytes:
    """
    Return deadlines as a calendar file, stamped with the day up to which rules were checked.

    Raises:
        ImportError: The extra `ics` is not installed.
    """
    from kuntapaatos.io.ical import to_ical

    stamp = datetime.combine(LAW_AS_OF, time(), UTC)
    return to_ical(deadlines, stamp=stamp, matter=matter, language=language)


def minutes_as_json(minutes: Minutes, known: Known) -> str:
    """
    Return whole minutes as a JSON text: the cover, and each of "items" as `as_json` has it.

    Each of "instructions" has the "sections" it is for, and its place in the text.

    Raises:
        ImportError: The extra `json` is not installed.
        InvalidValue: The meeting is not of a municipality of the mainland.
    """
    days = {
        "meeting_on": minutes.meeting_on,
        "checked_on": minutes.checked_on,
        "published_on": minutes.published_on,
    }
    return _written(
        {
            "kind": minutes.kind.value,
            "municipality": minutes.municipality,
            "body": None if minutes.body is None else minutes.body.name,
            **{name: None if day is None else day.isoformat() for name, day in days.items()},
            "items": [
                {
                    "section": item.section,
                    "page": item.page,
                    "span": [item.span.start, item.span.end],
                    **_document(item.reading, known),
                }
                for item in minutes.items
            ],
            "instructions": [
                {"sections": list(one.sections), "span": [one.span.start, one.span.end]}
                for one in minutes.instructions
            ],
            "problems": [
                {"code": problem.code.value, "sections": list(problem.stated)}
                for problem in minutes.problems
            ],
        }
    )


def _written(document: dict[str, object]) -> str:
    # What a terminal obeys is written out: within a text of JSON it means the same.
    return escaped(json.dumps(document, ensure_ascii=False, indent=2, sort_keys=True)) + "\n"


def _document(reading: Reading, known: Known) -> dict[str, object]:
    from kuntapaatos.io.json import to_dict

    return {
        "decision": to_dict(reading.decision),
        "finality": [
            {
                "remedy": one.instruction.remedy.value,
                "answer": to_dict(finality_of(one.instruction, one.rows)),
            }
            for one in answers(reading, known, Voice(FINNISH))
            if one.instruction is not None and one.rows
        ],
        "deadlines": [to_dict(deadline) for deadline in _deadlines(reading, known)],
        "links": _links(_deadlines(reading, known)),
        "unknown": [
            {"track": row.track.value, "notice": row.way.value, "option": row.option}
            for row in _rows(reading, known)
            if row.answer is None
        ],
        "found": [
            {"field": found.field, "span": [found.span.start, found.span.end]}
            for found in reading.found
        ],
        "problems": [
            {
                "code": problem.code.value,
                "field": problem.field,
                "span": [problem.span.start, problem.span.end],
            }
            for problem in reading.problems
        ],
        "unread": [
            {
                "mark": one.mark.value,
                "field": one.field,
                "span": [one.span.start, one.span.end],
                "text": one.text,
            }
            for one in reading.unread
        ],
        "law_as_of": LAW_AS_OF.isoformat(),
    }


def _links(deadlines: Iterable[Deadline]) -> dict[str, str]:
    """Return the page of each section behind the steps, by how it is cited."""
    cited = {
        provision
        for deadline in deadlines
        for step in deadline.steps
        for provision in step.provisions
    }
    return {str(one): one.url for one in cited if one.url is not None}


def as_ics(reading: Reading, known: Known, language: str) -> bytes | None:
    """
    Return the last days that could be counted as a calendar file.

    The program looks at no clock: the file's time stamp is the moment that is asked about,
    or else the day up to which the rules were checked.

    Args:
        reading: What was read from a document.
        known: What is given beside it.
        language: "fi", "sv" or "en".

    Returns:
        `None` when no last day could be counted: a calendar without one is none.

    Raises:
        ImportError: The extra `ics` is not installed.
        InvalidValue: The decision is not of a municipality of the mainland.
    """
    from kuntapaatos.io.ical import to_ical

    deadlines = _deadlines(reading, known)
    if not deadlines:
        return None
    decision = reading.decision
    named = (decision.record_id, decision.section and f"§ {decision.section}", decision.title)
    stamp = datetime.combine(LAW_AS_OF, time(), UTC) if known.at is None else known.at
    matter = " ".join(str(part) for part in named if part)
    return to_ical(deadlines, stamp=stamp, matter=matter, language=language)
