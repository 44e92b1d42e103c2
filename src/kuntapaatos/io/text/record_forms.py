"""
Record numbers in a line, in every municipality's form.

>>> [str(record) for record, _, _ in record_ids("Dnro TRE:6026/10.03.01/2016", 0, plain=False)]
['TRE:6026/10.03.01/2016']
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kuntapaatos.decision import RecordId
from kuntapaatos.errors import InvalidValue

__all__ = ["PLAIN_RECORD", "RECORD", "is_record", "is_record_alone", "record_ids"]

# "00.04.00", and "01.0100.010002" with a class of the municipality's own
_CLASSES = r"\d{1,2}(?:[. ]\d{1,2}(?:\d{2}(?:\d{2})?)?){1,4}"
_YEAR = r"(?:19|20)\d{2}"
RECORD = re.compile(
    # 211/00.04.00/2022, TRE:6026/10.03.01/2016, OUKA/1472/02.02.02/2017
    r"(?<![\w./-])(?:(?:[A-ZÅÄÖ][A-ZÅÄÖa-zåäö]{0,19}[:/][ ]?|[A-ZÅÄÖ]{2,8}[ ])?"
    r"\d{1,7}/"
    + _CLASSES
    + "/"
    + _YEAR
    # KAJDno-2024-1799, HEL 2024-009117, ESBO/2024/12
    + r"|(?:[A-ZÅÄÖ][A-ZÅÄÖa-zåäö]{1,19}(?:-"
    + _YEAR
    + "-|[/:]"
    + _YEAR
    # "Valtuustokausi 2017-2021" is no number.
    + r"/)|[A-ZÅÄÖ]{2,12}[ ]"
    + _YEAR
    + r"-)\d{1,7}"
    # 3720-2013 (611), 14105-2019 (10 03 02), 13710-2021 (00 01 02, 06 00 00)
    r"|\d{1,7}-" + _YEAR + r"[ ]\((?:\d{1,6}|" + _CLASSES + r")(?:,[ ]" + _CLASSES + r"){0,4}\)"
    # ESBO/123/2024
    r"|[A-ZÅÄÖ]{2,12}[/:][ ]?\d{1,7}/" + _YEAR + r")(?![\w/-]|\.\d)"
)
# Without a sign of its own, only under its label or alone on a line of the head.
PLAIN_RECORD = re.compile(
    r"(?<![\w./-])(?:\d{1,7}/(?:\d{3}/)?|(?!(?:19|20)\d{2}-)\d{1,7}-)" + _YEAR + r"(?![\w/-]|\.\d)"
)


def is_record(line: str) -> bool:
    """
    Return whether a line begins with a record number, or is a bare one.

    >>> is_record("HEL 2024-009117 T 00 00 03"), is_record("12/2024"), is_record("12/2024 vuosi")
    (True, True, False)
    """
    return RECORD.match(line) is not None or PLAIN_RECORD.fullmatch(line) is not None


_ALONE = re.compile(
    r"(?:"
    + RECORD.pattern
    + r"|\d{2,7}/"
    + _YEAR
    + r")(?:[ \t]{1,4}(?:[A-ZÅÄÖ][ \t]{1,3})?\d{2}(?:[. ]\d{2}){1,4})?"
)


def is_record_alone(line: str) -> bool:
    """
    Return whether a line is a record number, with its class, and nothing else.

    >>> is_record_alone("1234/2016 10.03.00"), is_record_alone("HEL 2024-009117 hakemus")
    (True, False)
    """
    return len(line) <= 60 and _ALONE.fullmatch(line) is not None


def record_ids(text: str, start: int, *, plain: bool) -> Iterator[tuple[RecordId, int, int]]:
    """
    Give the record numbers in a line, each with its place.

    Args:
        text: The line.
        start: Where it starts in the clean text.
        plain: Whether a bare number and year are one.
    """
    if "/" not in text and "-" not in text:
        return
    found = list(RECORD.finditer(text))
    if not found and plain:
        found = list(PLAIN_RECORD.finditer(text))
    for match in found:
        try:
            record = RecordId.parse(match.group())
        except InvalidValue:
            # "OUKA/2012/2024": which of the two is the year is not said.
            continue
        yield record, start + match.start(), start + match.end()
