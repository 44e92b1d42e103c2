"""
The record number of a matter and its class, in every municipality's form.

>>> [str(record) for record, _, _ in record_ids("Dnro TRE:6026/10.03.01/2016", 0, plain=False)]
['TRE:6026/10.03.01/2016']
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kuntapaatos.decision import RecordId
from kuntapaatos.errors import InvalidValue
from kuntapaatos.io.text.facts import Fact
from kuntapaatos.io.text.lines import Line, lines_of
from kuntapaatos.io.text.sections import Outline

__all__ = ["is_record", "read_record", "record_ids"]

_CLASSES = r"\d{1,2}(?:[. ]\d{1,2}){1,4}"
_YEAR = r"(?:19|20)\d{2}"
_RECORD = re.compile(
    # 211/00.04.00/2022, TRE:6026/10.03.01/2016, OUKA/1472/02.02.02/2017
    r"(?<![\w./-])(?:(?:[A-ZÅÄÖ][A-ZÅÄÖa-zåäö]{0,11}[:/][ ]?|[A-ZÅÄÖ]{2,8}[ ])?"
    r"\d{1,7}/"
    + _CLASSES
    + "/"
    + _YEAR
    # KAJDno-2024-1799, HEL 2024-009117, ESBO/2024/12
    + r"|[A-ZÅÄÖ][A-ZÅÄÖa-zåäö]{1,11}(?:-"
    + _YEAR
    + r"-|[ ]"
    + _YEAR
    + "-|[/:]"
    + _YEAR
    + r"/)\d{1,7}"
    # 3720-2013 (611)
    r"|\d{1,7}-" + _YEAR + r"[ ]\(\d{1,6}\)"
    # ESBO/123/2024
    r"|[A-ZÅÄÖ]{2,12}[/:][ ]?\d{1,7}/" + _YEAR + r")(?![\w/-]|\.\d)"
)
# Without a sign of its own, only under its label or alone on a line of the head.
_PLAIN_RECORD = re.compile(r"(?<![\w./-])\d{1,7}/" + _YEAR + r"(?![\w/-]|\.\d)")
# "Viranhaltijapäätös", then "45/2024": the number of the decision, not of the matter.
_KIND = re.compile(r"(?:päätös|beslut)(?:[ \t]{1,20}\d{1,3}[ ]?\(\d{1,3}\))?$", re.IGNORECASE)
_ALONE = re.compile(r"\d{2,7}/" + _YEAR + r"(?:[ \t]{1,4}\d{2}(?:\.\d{2}){1,4})?")
# "HEL 2024-009117 T 00 00 03": the class stands behind the number.
# "1234/2016 10.03.00" too.
_CLASS_AFTER = re.compile(
    r"[ \t]{1,3}(?:[A-ZÅÄÖ][ \t]{1,3}(\d{2}(?:[ ]\d{2}){1,4})|(\d{2}(?:\.\d{2}){1,4}))(?![\d.])"
)
_CLASS = re.compile(r"\d{1,2}(?:[. ]\d{1,2}){1,4}(?![\d/])")
_SIGN = "ABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖabcdefghijklmnopqrstuvwxyzåäö:/- "


def is_record(line: str) -> bool:
    """
    Return whether a line begins with a record number, or is a bare one.

    >>> is_record("HEL 2024-009117 T 00 00 03"), is_record("12/2024"), is_record("12/2024 vuosi")
    (True, True, False)
    """
    return _RECORD.match(line) is not None or _PLAIN_RECORD.fullmatch(line) is not None


def _parsed(text: str) -> RecordId | None:
    try:
        return RecordId.parse(text)
    except InvalidValue:
        return None


def record_ids(text: str, start: int, *, plain: bool) -> Iterator[tuple[RecordId, int, int]]:
    """
    Give the record numbers in a line, each with its place.

    Args:
        text: The line.
        start: Where it starts in the clean text.
        plain: Whether a bare number and year are one.
    """
    found = list(_RECORD.finditer(text))
    if not found and plain:
        found = list(_PLAIN_RECORD.finditer(text))
    for match in found:
        # A sign that the number's own form does not have, such as "JKL: ".
        signed = len(match.group()) - len(match.group().lstrip(_SIGN))
        forms = [(_parsed(match.group()[cut:]), match.start() + cut) for cut in (0, signed)]
        yield from [(record, start + at, start + match.end()) for record, at in forms if record][:1]


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
    if not found:
        numbered = False
        for line in (*outline.head, *_title_lines(outline)):
            alone = _ALONE.fullmatch(line.text) is not None and not numbered
            numbered = _KIND.search(line.text) is not None
            found.extend(record_ids(line.text[:200], line.start, plain=alone))
    if not found:
        return None, _labelled_class(outline, facts)
    record, start, end = found[0]
    numbers = {(item.year, item.number.lstrip("0")): item for item, _, _ in reversed(found)}
    if len(numbers) > 1:
        candidates = tuple(reversed(numbers.values()))
        facts.append(Fact("record_id", None, start, end, candidates, "useita asianumeroita"))
        return None, _labelled_class(outline, facts)
    facts.append(Fact("record_id", record, start, end))
    after = _CLASS_AFTER.match(outline.text, end, end + 40)
    if after is not None:
        group = 1 if after[1] else 2
        facts.append(Fact("classification", after[group], *after.span(group)))
        return record, after[group]
    if record.classification is None:
        return record, _labelled_class(outline, facts)
    at = outline.text.find(record.classification, start, end)
    facts.append(Fact("classification", record.classification, at, at + len(record.classification)))
    return record, record.classification


def _title_lines(outline: Outline) -> Iterator[Line]:
    """Give the head's labelled lines that may hold a record number behind a title."""
    for part in outline.of("title", "section", "meeting_date"):
        if part.at < outline.head_end:
            for line in lines_of(outline.text, part.start, part.end):
                if line.start > part.start or not _PLAIN_RECORD.fullmatch(line.text):
                    yield line


def _labelled_class(outline: Outline, facts: list[Fact]) -> str | None:
    for part in outline.of("classification"):
        found = _CLASS.match(outline.text, part.start, part.end)
        if found is not None:
            facts.append(Fact("classification", found.group(), *found.span()))
            return found.group()
    return None
