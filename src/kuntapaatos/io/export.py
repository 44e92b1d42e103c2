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
from datetime import UTC, datetime, time

from kuntapaatos.deadline import Deadline
from kuntapaatos.io.report import Known
from kuntapaatos.io.report.appeals import answers
from kuntapaatos.io.report.deadlines import finality_of
from kuntapaatos.io.report.speech import FINNISH, Speech
from kuntapaatos.io.report.tracks import Row
from kuntapaatos.io.text.reading import Reading
from kuntapaatos.law import LAW_AS_OF

__all__ = ["as_ics", "as_json"]


def _rows(reading: Reading, known: Known) -> list[Row]:
    return [row for one in answers(reading, known, Speech(FINNISH)) for row in one.rows]


def _deadlines(reading: Reading, known: Known) -> list[Deadline]:
    found = [row.answer for row in _rows(reading, known)]
    return [answer for answer in found if answer is not None]


def as_json(reading: Reading, known: Known) -> str:
    """
    Return what was read and counted as a JSON text.

    "decision", each of "deadlines" and each "answer" of "finality", one a remedy, is an
    envelope that `from_dict` reads.  "unknown" names each clock that was not counted, with
    the option that would give its start, "found" where each field stands in the text, from
    the first character to the one after the last, and "problems" what is contradictory or
    missing there.

    Raises:
        ImportError: The extra `json` is not installed.
    """
    from kuntapaatos.io.json import to_dict

    document = {
        "decision": to_dict(reading.decision),
        "finality": [
            {
                "remedy": one.instruction.remedy.value,
                "answer": to_dict(finality_of(one.instruction, one.rows)),
            }
            for one in answers(reading, known, Speech(FINNISH))
            if one.instruction is not None and one.rows
        ],
        "deadlines": [to_dict(deadline) for deadline in _deadlines(reading, known)],
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
        "law_as_of": LAW_AS_OF.isoformat(),
    }
    return json.dumps(document, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


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
