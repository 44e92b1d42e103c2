r"""
The record number of a matter and its class, where the head gives them.

>>> from kuntapaatos.io.text.sections import outlined
>>> record, its_class = read_record(outlined("Dnro\n12/00.01/2025\nPäätös\nHyväksyttiin."), [])
>>> str(record), its_class
('12/00.01/2025', '00.01')
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kuntapaatos.decision import RecordId
from kuntapaatos.io.text.facts import Fact, Why
from kuntapaatos.io.text.lines import Line, lines_of
from kuntapaatos.io.text.record_forms import PLAIN_RECORD, record_ids
from kuntapaatos.io.text.sections import Outline

__all__ = ["read_record"]

# "Viranhaltijapäätös", then "45/2024": the number of the decision, not of the matter.
_YEAR = r"(?:19|20)\d{2}"
_KINDS = ("päätös beslut pöytäkirja protokoll esityslista föredragningslista kokous").split()
_KIND = re.compile(
    "(?:" + "|".join(_KINDS) + r")(?:[ \t]{1,20}\d{1,3}[ ]?\(\d{1,3}\))?$", re.IGNORECASE
)
_TOP = 20
_ALONE = re.compile(r"\d{2,7}/" + _YEAR + r"(?:[ \t]{1,4}\d{2}(?:\.\d{2}){1,4})?")
# What the state's agencies and courts call their matters.
_STATE = re.compile(r"(?:\w{0,12}(?:avi|ely)|kho|hao|lvv|thl|stm|okm|tem|ym|vm|mml|tukes|dvv|kkv)$")
_SENDER = re.compile(
    r"oikeu[ds]|viraston?\b|keskuksen?\b|ministeriö|kirje|viite|valitus|hakija|domstol|verket|brev",
    re.IGNORECASE,
)
# "HEL 2024-009117 T 00 00 03": the class stands behind the number.
# "1234/2016 10.03.00" too, and a class alone on the next line.
_CLASS_AFTER = re.compile(
    r"(?:[ \t]{1,3}(?:\|[ ])?(?:[A-ZÅÄÖ][ \t]{1,3}(\d{2}(?:[ ]\d{2}){1,4})|(\d{2}(?:\.\d{2}){1,4}))"
    r"|[ \t]{0,9}\n\s{0,9}(\d{2}(?:[. ]\d{2}){2,4})(?=[ \t]{0,9}\n))(?![\d.])"
)
_CLASS = re.compile(r"\d{1,2}(?:[. ]\d{1,2}){1,4}(?![\d/])")


def _ends_with_kind(line: str) -> bool:
    """Return whether a line ends with the kind of document, perhaps before a number of pages."""
    return any(map(line.lower().__contains__, _KINDS)) and _KIND.search(line) is not None


def read_record(outline: Outline, facts: list[Fact]) -> tuple[RecordId | None, str | None]:
    """
    Return the record number and the class of a laid-out text.

    Args:
        outline: The text.
        facts: What was read is added here, with its place.
    """
    found: list[tuple[RecordId, int, int]] = []
    for part in outline.of("record"):
        line = outline.first_line(part)
        found.extend(record_ids(line.text[:80], line.start, plain=True))
    told: list[tuple[RecordId, int, int]] = []
    if not found:
        numbered = False
        for count, line in enumerate((*outline.head, *_title_lines(outline))):
            # Further down a bare number and year are cells of a table.
            alone = count < _TOP and _ALONE.fullmatch(line.text) is not None and not numbered
            numbered = _ends_with_kind(line.text)
            for one in record_ids(line.text[:200], line.start, plain=alone):
                (told if _is_told(line, *one) else found).append(one)
    if not found:
        if told:
            record, start, end = told[0]
            others = tuple(record for record, _, _ in told)
            facts.append(Fact("record_id", None, start, end, others, Why.NOT_IN_PLACE))
        return None, _labelled_class(outline, facts)
    signed = [item for item in found if item[0].prefix or item[0].classification]
    if signed:
        # A bare number and year beside a whole record number is another's.
        found = signed
    # "LAPDno-2025-333" is what the system of a municipality calls the matter.
    record, start, end = min(found, key=lambda item: not _is_of_system(item[0]))
    numbers = {(item.year, item.number.lstrip("0")): item for item, _, _ in reversed(found)}
    if len(numbers) > 1:
        candidates = tuple(reversed(numbers.values()))
        own = [*filter(_is_of_system, candidates)]
        value = own[0] if len(own) == 1 else None
        facts.append(Fact("record_id", value, start, end, candidates, Why.SEVERAL_RECORDS))
        return value, _labelled_class(outline, facts)
    facts.append(Fact("record_id", record, start, end))
    after = _CLASS_AFTER.match(outline.text, end, end + 60)
    if after is not None:
        group = after.lastindex or 0
        facts.append(Fact("classification", after[group], *after.span(group)))
        return record, after[group]
    if record.classification is None:
        return record, _labelled_class(outline, facts)
    at = outline.text.find(record.classification, start, end)
    facts.append(Fact("classification", record.classification, at, at + len(record.classification)))
    return record, record.classification


def _is_told(line: Line, record: RecordId, start: int, end: int) -> bool:
    """Whether a sentence or somebody's letter names a record number: it may be another's."""
    before, after = line.text[: start - line.start], line.text[end - line.start :]
    return (
        _STATE.match((record.prefix or "").lower()) is not None
        or _SENDER.search(before) is not None
        or (bool(before) and after.lstrip()[:1].islower())
        or (bool(before) and line.text.endswith("."))
    )


def _is_of_system(record: RecordId) -> bool:
    return (record.prefix or "").lower().endswith("dno")


def _title_lines(outline: Outline) -> Iterator[Line]:
    """Give the head's labelled lines that may hold a record number behind a title."""
    for part in outline.of("title", "section", "meeting_date"):
        if part.at < outline.head_end:
            for line in lines_of(outline.text, part.start, part.end):
                if line.start > part.start or not PLAIN_RECORD.fullmatch(line.text):
                    yield line


def _labelled_class(outline: Outline, facts: list[Fact]) -> str | None:
    for part in outline.of("classification"):
        found = _CLASS.match(outline.text, part.start, part.end)
        if found is not None:
            facts.append(Fact("classification", found.group(), *found.span()))
            return found.group()
    return None
