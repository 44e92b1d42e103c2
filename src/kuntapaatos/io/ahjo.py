r"""
Helsinki's decisions as its case-management system Ahjo exports them.

One JSON object holds what the system knows of a decision and its text as HTML.  What the
system states is the value; what the text says beside it stays as evidence, and a
difference is a problem.  Appeals, outcome and costs come from the text.

>>> reading = read({
...     "Title": "Telineen hankinta",
...     "CaseIDLabel": "HEL 2025-000123",
...     "Section": "7",
...     "ClassificationCode": "02 08 01",
...     "Organization": {"Name": "Yksikön päällikkö", "Type": "Viranhaltija"},
...     "Content": "<p>Päätös</p><p>Yksikön päällikkö päätti hankkia telineen.</p>",
... })
>>> print(reading.decision.record_id, reading.decision.maker.title, reading.decision.section)
HEL 2025-000123 Yksikön päällikkö 7
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import Any, TextIO

from attrs import evolve

from kuntapaatos.decision import (
    DocumentKind,
    Handling,
    OfficeHolder,
    Organ,
    Outcome,
    RecordId,
)
from kuntapaatos.errors import InvalidValue, UnreadableInput
from kuntapaatos.io import html, text
from kuntapaatos.io.text.reading import Found, Problem, ProblemCode, Reading, Span
from kuntapaatos.remedy import MakerKind

__all__ = ["MAXIMUM_CHARACTERS", "read", "read_all"]

MAXIMUM_CHARACTERS = 25_000_000
"""The largest object of a list, in characters."""

_MUNICIPALITY = "Helsinki"
_BODIES = {
    "Valtuusto": MakerKind.COUNCIL,
    "Hallitus": MakerKind.BOARD,
    "Lautakunta": MakerKind.COMMITTEE,
    "Johtokunta": MakerKind.MANAGEMENT_BOARD,
    "Jaosto": MakerKind.SECTION,
}
_PERSONS = frozenset({"Viranhaltija", "Luottamushenkilö"})
_SECRET = re.compile(
    r"(?:Salassa pidettävä|Sekretessbelag[dt])(?:\s{0,3}\((?P<ground>.{1,200})\))?", re.DOTALL
)
_LANGUAGE = re.compile(r"<html[^>]{0,200}?\slang=[\"']?(fi|sv)\b", re.IGNORECASE)
_CHUNK = 1 << 16
_ACTING = re.compile(r"^(?:vs|vt|tf|tillförordnad)\b")
_LETTERS_ONLY = {ord(sign): None for sign in " .,:;-–/()0123456789"}


def read(item: Mapping[str, Any]) -> Reading:
    """
    Return one decision of the system as a reading.

    Args:
        item: The object as `json.loads` gives it.  "Title", "Organization" and "Content"
            are needed; "CaseIDLabel", "Section", "ClassificationCode", "Meeting",
            "VotingResults", "Attachments" and "PreviousDecisions" are taken where they
            are; what else there is, is left.

    Returns:
        A reading of the content's text, to which its places refer.

    Raises:
        InvalidValue: A key that is needed is missing, or a value is of another kind.
        UnreadableInput: The content is too large or nested too deeply.
    """
    if not isinstance(item, Mapping):
        raise InvalidValue("item", item, "one JSON object of the system, as a dict")
    content = _text(item, "Content", needed=True)
    reading = text.read(html.to_text(content, name="Content"))
    stated = _stated(item, content)
    problems = [one for one in reading.problems if one.code is not ProblemCode.NOTHING_FOUND]
    if stated.get("confidential"):
        # A secret item's text holds neither its resolution nor its instruction.
        problems = [one for one in problems if one.code is not ProblemCode.INSTRUCTION_MISSING]
    problems += _differences(reading, stated)
    decision = evolve(reading.decision, **stated)
    if item.get("VotingResults") and decision.outcome is Outcome.APPROVED:
        decision = evolve(decision, outcome=Outcome.APPROVED_AFTER_VOTE)
    problems.sort(key=lambda problem: problem.span.start)
    return evolve(reading, decision=decision, problems=tuple(problems))


def _stated(item: Mapping[str, Any], content: str) -> dict[str, Any]:
    """Return the fields of the decision that the system states."""
    title = " ".join(_text(item, "Title", needed=True).split())
    maker = _maker(item)
    stated: dict[str, Any] = {
        "municipality": _MUNICIPALITY,
        "title": title,
        "maker": maker,
        "kind": DocumentKind.MINUTES_ITEM if isinstance(maker, Organ) else DocumentKind.DECISION,
        "section": _text(item, "Section") or None,
        "classification": _text(item, "ClassificationCode") or None,
    }
    label = _text(item, "CaseIDLabel")
    stated["record_id"] = _record_id(label) if label else None
    meeting = _meeting_day(item)
    if meeting is not None:
        stated |= {"meeting_on": meeting, "decided_on": meeting}
    language = _LANGUAGE.search(content[:1000])
    if language is not None:
        stated["language"] = language[1].lower()
    secret = _SECRET.match(title)
    if secret is not None:
        stated |= {"confidential": True, "confidentiality": secret["ground"]}
    enclosed = tuple(_titles(item, "Attachments"))
    if enclosed:
        stated["related"] = enclosed
    earlier = tuple(_handlings(item))
    if earlier:
        stated["handlings"] = earlier
    return stated


def _record_id(label: str) -> RecordId:
    try:
        return RecordId.parse(label)
    except InvalidValue:
        expected = "a record number like 'HEL 2021-012054'"
        raise InvalidValue("CaseIDLabel", label, expected) from None


def _text(item: Mapping[str, Any], key: str, *, needed: bool = False) -> str:
    given = item.get(key)
    if given is None and not needed:
        return ""
    if not isinstance(given, str) or (needed and not given.strip()):
        raise InvalidValue(key, given, "a text that is not empty" if needed else "a text")
    return given.strip()


def _maker(item: Mapping[str, Any]) -> Organ | OfficeHolder:
    given = item.get("Organization")
    if not isinstance(given, Mapping):
        raise InvalidValue("Organization", given, 'an object with "Name" and "Type"')
    name, kind = _text(given, "Name", needed=True), _text(given, "Type", needed=True)
    if kind in _PERSONS:
        return OfficeHolder(title=name)
    if kind not in _BODIES:
        known = ", ".join([*_BODIES, *sorted(_PERSONS)])
        raise InvalidValue("Organization.Type", kind, f"one of {known}")
    return Organ(name, MakerKind.MANAGEMENT_BOARD if "johtokunta" in name else _BODIES[kind])


def _meeting_day(item: Mapping[str, Any]) -> date | None:
    meeting = item.get("Meeting")
    if meeting is None:
        return None
    if not isinstance(meeting, Mapping):
        raise InvalidValue("Meeting", meeting, 'an object with "DateMeeting", or null')
    given = _text(meeting, "DateMeeting")
    return _day("Meeting.DateMeeting", given) if given else None


def _day(key: str, given: str) -> date:
    # The system's moments are of Finnish time; their day is what they begin with.
    try:
        return date.fromisoformat(given[:10])
    except ValueError:
        raise InvalidValue(key, given, "a moment like '2021-12-14T16:00:00.000'") from None


def _several(item: Mapping[str, Any], key: str) -> Iterator[tuple[int, Mapping[str, Any]]]:
    given = item.get(key) or []
    if not isinstance(given, list):
        raise InvalidValue(key, given, "a list of objects")
    for place, one in enumerate(given):
        if not isinstance(one, Mapping):
            raise InvalidValue(f"{key}[{place}]", one, "an object")
        yield place, one


def _titles(item: Mapping[str, Any], key: str) -> Iterator[str]:
    for _, one in _several(item, key):
        title = " ".join(_text(one, "Title").split())
        if title:
            yield title


def _handlings(item: Mapping[str, Any]) -> Iterator[Handling]:
    """Return the earlier decisions in the matter, newest first as the system lists them."""
    for place, one in _several(item, "PreviousDecisions"):
        day = _text(one, "DateDecision")
        yield Handling(
            by=_text(one, "DecisionMaker") or None,
            on=_day(f"PreviousDecisions[{place}].DateDecision", day) if day else None,
            section=_text(one, "Section") or None,
        )


# --- the text beside it --------------------------------------------------------------------


def _folded(value: object) -> str:
    return re.sub(r"[\s\W]{1,100}", " ", str(value)).strip().casefold()


def _alike(system: object, said: object) -> bool:
    return _folded(system) == _folded(said)


def _same_number(system: RecordId, said: RecordId) -> bool:
    return (system.prefix, system.year, system.number) == (said.prefix, said.year, said.number)


def _same_maker(system: Organ | OfficeHolder, said: Organ | OfficeHolder) -> bool:
    """Return whether one name holds the other: a text leaves the unit out, or adds "vs."."""
    names = []
    for one in (system, said):
        name = str(one.name if isinstance(one, Organ) else one.title).casefold()
        names.append(_ACTING.sub("", name).translate(_LETTERS_ONLY))
    return names[0] in names[1] or names[1] in names[0]


_COMPARED: dict[str, Callable[[Any, Any], bool]] = {
    "title": _alike,
    "maker": _same_maker,
    "section": _alike,
    "record_id": _same_number,
    "classification": _alike,
    "meeting_on": _alike,
}
"""The fields that the text may state too, and when both say the same."""


def _differences(reading: Reading, stated: dict[str, Any]) -> Iterator[Problem]:
    """Return a problem for each field that the text states otherwise than the system."""
    for field, same in _COMPARED.items():
        said, system = getattr(reading.decision, field), stated.get(field)
        if said is None or (system is None and field == "meeting_on"):
            continue
        if system is None or not same(system, said):
            code, span = ProblemCode.SYSTEM_DIFFERS, _span(reading.where(field))
            yield Problem(code, span, field, (system, said))


def _span(evidence: tuple[Found, ...]) -> Span:
    return evidence[0].span if evidence else Span(0, 0)


# --- a list of them ------------------------------------------------------------------------


def read_all(source: str | Path | TextIO, *, name: str | None = None) -> Iterator[Reading]:
    r"""
    Return the decisions of a list, one after another, without holding it.

    Args:
        source: A file's path, or a text file that is open: a JSON array of objects, or an
            object a line.
        name: What an error calls the file; by default the path's last part.

    Raises:
        UnreadableInput: The file cannot be opened, or is no such list; the error names
            the place in it.
        InvalidValue: As `read`.

    >>> import io
    >>> lines = io.StringIO('{"Title": "Asia", "Organization": {"Name": "Johtaja", '
    ...     '"Type": "Viranhaltija"}, "Content": "<p>Päätös"}\n')
    >>> [reading.decision.title for reading in read_all(lines)]
    ['Asia']
    """
    with ExitStack() as opened:
        if isinstance(source, str | Path):
            path = Path(source)
            called = name or path.name
            try:
                file: TextIO = opened.enter_context(path.open(encoding="utf-8-sig"))
            except OSError as error:
                raise UnreadableInput(called, f"cannot be opened: {error.strerror}") from None
        else:
            file, called = source, name or "input"
        for item in _objects(file, called):
            yield read(item)


def _objects(file: TextIO, name: str) -> Iterator[Any]:
    """Return each object of a JSON array or of JSON lines, holding one at a time."""
    decoder = json.JSONDecoder()
    buffer, count = _more(file, name, "").lstrip(), 0
    in_array = buffer.startswith("[")
    buffer = buffer.removeprefix("[")
    while True:
        buffer = buffer.lstrip(" \t\r\n,")
        if in_array and buffer.startswith("]"):
            return
        found = _next(decoder, buffer)
        if found is not None:
            item, end = found
            buffer, count = buffer[end:], count + 1
            yield item
            continue
        more = _more(file, name, buffer)
        if not more and not buffer and not in_array:
            return
        if not more or len(buffer) > MAXIMUM_CHARACTERS:
            raise UnreadableInput(name, f"is no list of JSON objects at number {count + 1}")
        buffer += more


def _more(file: TextIO, name: str, held: str) -> str:
    """Return the next piece, as large as what is held, so that no object is tried too often."""
    try:
        return file.read(max(_CHUNK, len(held)))
    except UnicodeDecodeError:
        raise UnreadableInput(name, "is not in UTF-8") from None


def _next(decoder: json.JSONDecoder, buffer: str) -> tuple[Any, int] | None:
    """Return the object at the start of *buffer* and its end; `None` while it is not whole."""
    if not buffer.startswith("{"):
        return None
    try:
        return decoder.raw_decode(buffer)
    except (json.JSONDecodeError, RecursionError):
        return None
