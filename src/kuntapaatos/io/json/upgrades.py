"""
From an older version of the schema to the next: a table of pure functions.

A document of version *n* is raised by `UPGRADES[n]` to *n* + 1, step by step.  A field
that was added with a default needs nothing: an older document has not got the key.

| version | what it has that the one before had not |
| --- | --- |
| 2 | a decision's and a membership's `municipality` is of several types, so it says which |
| 2 | a step's `cause` is what was counted, where `detail` was its Finnish text |
| 3 | a membership's `until_year`, `first_day` and `last_day`; what it has not got is absent |
| 3 | a decision's `secret_enclosures` |

>>> upgraded({"version": 1, "a": 0}, 2, {1: lambda old: {**old, "b": old["a"]}})
{'version': 2, 'a': 0, 'b': 0}
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import Enum
from typing import cast

from kuntapaatos.closing import Cutoff
from kuntapaatos.errors import KuntapaatosError
from kuntapaatos.notice import NoticeKind
from kuntapaatos.time_limit import Period
from kuntapaatos.workdays import ClosedDay

__all__ = ["UPGRADES", "VERSION", "Upgrade", "upgraded"]

Upgrade = Callable[[dict[str, object]], dict[str, object]]

VERSION = 3
"""The version of the schema that is written."""


_STEP = "laskennan vaihe"
_CAUSES: dict[str, type[Enum]] = {
    "tiedoksiannon laji": NoticeKind,
    "vapaapäivä": ClosedDay,
    "saapumisen raja": Cutoff,
}

_NAMED = ("päätös", "jäsenyys")
"""The types that name a municipality, which version 1 wrote as a bare text."""


def _to_2(document: dict[str, object]) -> dict[str, object]:
    """Return a document of version 1 in the form of version 2."""
    if "value" not in document:
        return document
    names_one = document.get("type") in _NAMED
    if document.get("type") == _STEP:
        return {**document, "value": _caused(document["value"])}
    return {**document, "value": _raised(document["value"], names_one=names_one)}


def _caused(step: object) -> object:
    """Return a step with its cause: a term of an enum, or a period; a fault stays as it is."""
    if not isinstance(step, dict) or "detail" not in step:
        return step
    whole = cast("dict[str, object]", step)
    detail, rest = whole["detail"], {key: whole[key] for key in whole if key != "detail"}
    for code, kind in _CAUSES.items():
        if any(detail == member.value for member in kind):
            return {**rest, "cause": {"type": code, "value": detail}}
    try:
        period = Period.parse(cast("str", detail))
    except KuntapaatosError:
        return step
    counted = {"type": "määräaika", "unit": period.unit.value, "length": period.length}
    return {**rest, "cause": counted}


def _raised(part: object, *, names_one: bool) -> object:
    """Return a part of a document; *names_one* says whether it names a municipality."""
    if isinstance(part, list):
        return [_raised(item, names_one=False) for item in cast("list[object]", part)]
    if not isinstance(part, dict):
        return part
    whole = cast("dict[str, object]", part)
    # Where several types may stand, a value says its own; a membership stands in a decision.
    names_one = names_one or whole.get("type") in _NAMED
    raised = {
        key: _raised(inner, names_one=names_one and key == "membership")
        for key, inner in whole.items()
    }
    if names_one and isinstance(whole.get("municipality"), str):
        raised["municipality"] = {"type": "teksti", "value": whole["municipality"]}
    return raised


def _to_3(document: dict[str, object]) -> dict[str, object]:
    """Return a document of version 2 in the form of version 3: it only gained fields."""
    return document


UPGRADES: Mapping[int, Upgrade] = {1: _to_2, 2: _to_3}
"""By the version they start from; each returns a new document."""


def upgraded(
    document: dict[str, object], to: int, upgrades: Mapping[int, Upgrade]
) -> dict[str, object]:
    """
    Return a document in a later version of the schema.

    Args:
        document: The whole envelope, with its "version"; not changed.
        to: The version that is wanted, its own or a later one.
        upgrades: The functions, by the version they start from.
    """
    for step in range(cast(int, document["version"]), to):
        document = {**upgrades[step](document), "version": step + 1}
    return document
