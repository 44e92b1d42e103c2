"""
The day on which a decision was published: a fact, not a plan, and no other document's.

>>> from kuntapaatos.io.text.sections import outlined
>>> day_of("Päätös on julkaistu kunnan verkkosivuilla 13.12.2024")
datetime.date(2024, 12, 13)
>>> day_of("Pöytäkirja julkaistaan 4.2.2025 mennessä") is None
True
"""

from __future__ import annotations

import re
from datetime import date

from kuntapaatos.io.text.dates import find_date_ranges, find_dates
from kuntapaatos.io.text.facts import Fact, Why
from kuntapaatos.io.text.sections import Outline, outlined
from kuntapaatos.io.text.tables import table

__all__ = ["day_of", "read_publication"]

_TABLE = table("publication")
_ITSELF, _NOTICE, _OTHERS, _PLANS = (
    (*_TABLE[name]["fi"], *_TABLE[name]["sv"]) for name in ("itself", "notice", "others", "plans")
)
# Looked for without its first letter, which few words share.
_PUBLISHED = re.compile(
    r"[jJnNpPfFlLvVoO](?<![\w].)(?:iety yleiseen tietoverkkoon|ffentliggj(?:orts|ordes)"
    r"|ulkais(?:tu|taan)|ähtävä(?:nä|ksi)|ähtävill[äe]|ublicer(?:ats|as|ades)"
    r"|ramlagt|ramläggs|agts fram)\b"
)
_SUBJECT = re.compile(
    r"\b(" + "|".join((*_ITSELF, *_NOTICE)) + r")\b(?:[^.\n]|(?<=\d)\.(?=\d)){0,120}$",
    re.IGNORECASE,
)
_HAS_BEEN = re.compile(r"\w{1,30}[ ](?:on|har|är)[ ](?:\w{2,12}[ ])?\d")
_NOT_YET = re.compile(r"\b(?:seitsemän|kuluttua|katsotaan|anses|sju)\b", re.IGNORECASE)
_PLANNED = re.compile(r"\b(?:" + "|".join(_PLANS) + r")\b", re.IGNORECASE)
_ANOTHER = re.compile(r"\b(?:" + "|".join(_OTHERS) + r")\b[^.\n]{0,60}$", re.IGNORECASE)
_ANNOUNCING = re.compile(r"(?:julkinen |offentlig )?(?:kuulutus|kungörelse)\b", re.IGNORECASE)
_BEFORE, _AFTER, _BEHIND = 160, 120, 12

_Day = tuple[date, int, int]


def day_of(text: str) -> date | None:
    """Return the day on which the decision of a clean text was published."""
    value = next((fact.value for fact in read_publication(outlined(text))), None)
    return value if isinstance(value, date) else None


def read_publication(outline: Outline) -> list[Fact]:
    """Return the day of publication with its place; every candidate where there are several."""
    found = sorted([*_labelled(outline), *_told(outline)], key=lambda item: item[1])
    if not found:
        return []
    days = tuple(sorted({day for day, _, _ in found}))
    day, start, end = found[0]
    if len(days) > 1:
        return [Fact("published_on", None, start, end, days, Why.SEVERAL_PUBLICATIONS)]
    return [Fact("published_on", day, start, end)]


def _first_day(text: str) -> _Day | None:
    """Return the first day of a text, the first of a range too."""
    days = [(match.value, match.start, match.end) for match in find_dates(text)]
    days += [
        (match.value.first if match.value else None, match.start, match.end)
        for match in find_date_ranges(text)
    ]
    found = [(day, start, end) for day, start, end in days if day is not None]
    return min(found, key=lambda item: item[1]) if found else None


def _labelled(outline: Outline) -> list[_Day]:
    """Return the days that stand under a label of publication."""
    found: list[_Day] = []
    for part in outline.sections:
        if part.role == "publication" and outline.counts(part.at):
            text = outline.text[part.start : min(part.end, part.start + 300)].partition("\n\n")[0]
            first = _first_day(text)
            if first is not None and _is_fact(text, 0, first[1], first[2]):
                found.append((first[0], part.start + first[1], part.start + first[2]))
    return found


def _told(outline: Outline) -> list[_Day]:
    """Return the days on which a sentence says that the decision was published."""
    found: list[_Day] = []
    text = outline.text
    announces = any(_ANNOUNCING.match(line.text) for line in outline.head[:6])
    for said in _PUBLISHED.finditer(text):
        before = text[max(0, said.start() - _BEFORE) : said.start()]
        subject = _SUBJECT.search(before)
        if subject is None or not outline.counts(said.start()):
            continue
        if subject[1].lower() in _NOTICE and not announces:
            continue
        if _ANOTHER.search(before, 0, subject.start()):
            continue
        end = text.find("\n", said.end())
        stop = min(said.end() + _AFTER, end if end >= 0 else said.end() + _AFTER)
        begin = said.start() - len(before) + subject.start()
        at = said.end()
        first = _first_day(text[at:stop])
        if first is None and _HAS_BEEN.match(subject.group()):
            # "Protokollet har 19.6.2024 lagts fram."
            at, first = begin, _first_day(subject.group())
        if first is not None and _is_fact(text, begin, at + first[1], at + first[2]):
            found.append((first[0], at + first[1], at + first[2]))
    return found


def _is_fact(text: str, begin: int, start: int, end: int) -> bool:
    """Whether the day is when it was done: no presumption and no limit that was set."""
    if _NOT_YET.search(text, begin, start) or _PLANNED.search(text, begin, start):
        return False
    behind = text[end : end + _BEHIND].partition("\n")[0]
    return _PLANNED.search(behind) is None
