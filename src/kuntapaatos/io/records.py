r"""
Answers as rows of plain values, for a table, a frame or a file.

A row is a `dict` of texts, numbers, days, moments and sums, never of our own values; what
is not known is `None`, and what may be several is one text with semicolons.  Nothing of a
person is in it: no contacts, no recipients, and of an office-holder the title only.

>>> from kuntapaatos.io.text import read
>>> reading = read("Kunnanhallitus 3.2.2025 § 14\nVuokra\nPäätös\nHyväksyttiin.")
>>> (record,) = to_records(reading)
>>> record["section"], record["outcome"], record["decided_on"]
('14', 'hyväksytty', datetime.date(2025, 2, 3))
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import TypeAlias

from kuntapaatos.deadline import Deadline
from kuntapaatos.errors import InvalidValue
from kuntapaatos.findings import Finding
from kuntapaatos.io.report.appeals import answers
from kuntapaatos.io.report.known import Known
from kuntapaatos.io.text.minutes import Minutes, MinutesItem
from kuntapaatos.io.text.reading import Reading
from kuntapaatos.io.wording.voice import FINNISH, Voice
from kuntapaatos.membership.costs import total_or_none
from kuntapaatos.notice import Track
from kuntapaatos.scope import other_law
from kuntapaatos.shown import shown

__all__ = ["Record", "said_of", "to_records"]

Value: TypeAlias = str | int | bool | date | datetime | Decimal | None
Record: TypeAlias = dict[str, Value]
"""A row of plain values by the names of its columns."""

_NOTHING = Known()
_TRACKS = {Track.MEMBER: "member", Track.PARTY: "party", Track.EVERYBODY: "everybody"}
One: TypeAlias = Deadline | Reading | MinutesItem | Minutes | Finding


def to_records(values: One | Iterable[One], known: Known = _NOTHING) -> list[Record]:
    """
    Return deadlines, readings or findings as rows, one each; of minutes one an item.

    A reading's row has for the members, the parties and everybody the earliest last day of
    its remedies and the moment before which a paper must have arrived, as far as its text
    or *known* tells from when.

    Args:
        values: One, or several of one kind.
        known: What is given beside the readings, such as the day of a letter.

    Raises:
        InvalidValue: One of *values* is of another kind.

    >>> import kuntapaatos as kp
    >>> deadline = kp.count_deadline(kp.Notice.letter(date(2024, 12, 10)), kp.Period.days(14))
    >>> (record,) = to_records(deadline)
    >>> record["last_day"].isoformat(), record["closes_at"]
    ('2024-12-31', None)
    """
    given = values if isinstance(values, Iterable) and not isinstance(values, One) else [values]
    return [record for one in given for record in _records(one, known)]


def _records(one: object, known: Known) -> Iterator[Record]:
    if isinstance(one, Deadline):
        yield _of_deadline(one)
    elif isinstance(one, Finding):
        yield _of_finding(one)
    elif isinstance(one, Reading):
        yield _of_reading(one, known)
    elif isinstance(one, MinutesItem):
        yield _of_reading(one.reading, known)
    elif isinstance(one, Minutes):
        for item in one.items:
            yield _of_reading(item.reading, known)
    else:
        expected = "a Deadline, a Reading, a Finding or minutes, or several of one kind"
        raise InvalidValue("values", one, expected)


def _joined(values: Iterable[object]) -> str:
    return "; ".join(dict.fromkeys(map(str, values)))


def _of_deadline(deadline: Deadline) -> Record:
    notice = deadline.notice
    return {
        "remedy": None if deadline.remedy is None else deadline.remedy.value,
        "track": deadline.track.value,
        "notice": notice.kind.value,
        "notice_day": notice.day,
        "notified_on": deadline.notified_on,
        "period": str(deadline.period),
        "last_day": deadline.last_day,
        "latest_last_day": deadline.latest_last_day,
        "closes_at": deadline.closes_at,
        "doubts": _joined(doubt.code.value for doubt in deadline.doubts),
        "provisions": _joined(one for step in deadline.steps for one in step.provisions),
    }


def _of_finding(finding: Finding) -> Record:
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "what": finding.kind.term,
        "about": finding.about,
        "stated": None if finding.stated is None else shown(finding.stated),
        "expected": None if finding.expected is None else shown(finding.expected),
        "provisions": _joined(finding.provisions),
        "start": None if finding.span is None else finding.span[0],
        "end": None if finding.span is None else finding.span[1],
    }


def said_of(reading: Reading) -> Record:
    """Return what a reading says of its decision, without lists and last days."""
    decision = reading.decision
    membership = decision.membership
    return {
        "is_decision": reading.is_decision,
        "kind": decision.kind.value if reading.is_decision else None,
        "language": decision.language,
        "municipality": None if decision.municipality is None else str(decision.municipality),
        "maker": None if decision.maker is None else str(decision.maker),
        "decided_on": decision.decided_on,
        "published_on": decision.published_on,
        "section": decision.section,
        "record_id": None if decision.record_id is None else str(decision.record_id),
        "classification": decision.classification,
        "title": decision.title,
        "outcome": None if decision.outcome is None else decision.outcome.value,
        "network": None if membership is None else membership.network,
        "first_year": None if membership is None else membership.first_year,
        "last_year": None if membership is None else membership.last_year,
        "annual_fee": None if membership is None else membership.annual_fee,
        "total_fee": None if membership is None else total_or_none(membership),
    }


def _of_reading(reading: Reading, known: Known) -> Record:
    membership = reading.decision.membership
    instructions = reading.decision.instructions
    return {
        **said_of(reading),
        "stated_total": None if membership is None else membership.stated_total,
        "remedies": _joined(one.remedy.value for one in instructions),
        "periods": _joined(one.period for one in instructions if one.period is not None),
        **_last_days(reading, known),
        "problems": _joined(problem.code.value for problem in reading.problems),
        "unread": len(reading.unread),
    }


def _last_days(reading: Reading, known: Known) -> Record:
    """Return the earliest last day of each whose clock is known, and what is open in them."""
    record: Record = {}
    for name in _TRACKS.values():
        record |= {f"{name}_last_day": None, f"{name}_closes_at": None}
    record["doubts"] = ""
    if not reading.is_decision or other_law(reading.decision) is not None:
        return record
    rows = [row for one in answers(reading, known, Voice(FINNISH)) for row in one.rows]
    counted = sorted(row.answer for row in rows if row.answer is not None)
    for deadline in reversed(counted):
        name = _TRACKS[deadline.track]
        record[f"{name}_last_day"] = deadline.last_day
        record[f"{name}_closes_at"] = deadline.closes_at
    record["doubts"] = _joined(doubt.code.value for one in counted for doubt in one.doubts)
    return record
