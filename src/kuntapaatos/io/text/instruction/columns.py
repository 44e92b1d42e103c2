r"""
Contact details that a form gives in two columns: every label first, then every value.

>>> from kuntapaatos.io.text.instruction.prose import lines
>>> text = "Käyntiosoite:\nPuhelin:\nTorikatu 1\n08 555 100"
>>> for name, (start, end) in columns(text, list(lines(text, 0, len(text))), 0):
...     print(name, text[start:end])
visiting_address Torikatu 1
phone 08 555 100
"""

from __future__ import annotations

from collections.abc import Sequence

from kuntapaatos.io.text.instruction.address_forms import (
    DIGIT,
    EMAIL,
    HOURS,
    LABEL,
    PHONE,
    POSTCODE,
    URL,
)
from kuntapaatos.io.text.instruction.hours import read_hours

__all__ = ["columns"]

_MOST = 12
_LONGEST = 120


def columns(
    text: str, spans: Sequence[tuple[int, int]], at: int
) -> list[tuple[str, tuple[int, int]]]:
    """
    Return each label's value, in order; none unless every one of them suits its label.

    Args:
        text: The whole text.
        spans: Where its lines start and end.
        at: The line at which the labels begin.
    """
    names: list[str] = []
    for start, end in spans[at : at + _MOST]:
        name = _label(text[start:end]) if text[end - 1] == ":" and end - start < 40 else None
        if name is None:
            break
        names.append(name)
    values = spans[at + len(names) : at + 2 * len(names)]
    if len(names) < 2 or len(values) < len(names):
        return []
    pairs = list(zip(names, values, strict=True))
    return pairs if all(_suits(text, *pair) for pair in pairs) else []


def _label(line: str) -> str | None:
    """Return what a line is the label of, when it is nothing else."""
    low = line.strip(" \t*_-").lower()
    found = LABEL.fullmatch(low)
    if found is not None:
        return (
            str(found.lastgroup).replace("address", "postal_address", 1)
            if found.lastgroup == "address"
            else str(found.lastgroup)
        )
    return "hours" if HOURS.fullmatch(low) else None


def _suits(text: str, name: str, place: tuple[int, int]) -> bool:
    """Whether a line may be the value of a label."""
    value = text[slice(*place)]
    if len(value) > _LONGEST or value.endswith(":"):
        return False
    if name == "hours":
        hours = read_hours(text, *place)
        return hours is not None and hours.value is not None
    if name in {"phone", "fax"}:
        return PHONE.search(value) is not None and POSTCODE.search(value) is None
    if name in {"email", "service_address", "web"}:
        return EMAIL.search(value) is not None or URL.search(value) is not None
    return DIGIT.search(value) is not None and "@" not in value
