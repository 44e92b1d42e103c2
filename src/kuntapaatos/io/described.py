r"""
An instruction from a small TOML file, so that a municipality needs no Python.

`remedy`, the authority, its hours; with a subject the law gives the rest.  A fault is a
sentence in the language that was asked, with the key and its line.

>>> stated = '''
... remedy = "oikaisuvaatimus"
... subject = "yleinen"
... [authority]
... name = "Mallilan kunnanhallitus"
... hours = "8.00-16.00; pe, aatto 8.00-15.00"
... '''
>>> instruction = instruction_from(stated, "fi")
>>> print(instruction.period, *(who.value for who in instruction.entitled), sep=", ")
14 päivää, asianosainen, kunnan jäsen, jäsenkunta
>>> instruction_from("remedy = 5", "sv")
Traceback (most recent call last):
kuntapaatos.errors.UnreadableInput: remedy: ska vara något av: "oikaisuvaatimus", ... (rad 1)
"""

from __future__ import annotations

import re
import tomllib
from datetime import time
from enum import Enum
from typing import Any, TypeVar

from attrs import asdict

from kuntapaatos.closing import Cutoff
from kuntapaatos.errors import KuntapaatosError, UnreadableInput
from kuntapaatos.instruction import AppealInstruction, Authority, Presumption
from kuntapaatos.instruction.value import LISTS
from kuntapaatos.io.wording import describing as d
from kuntapaatos.io.wording.catalogue import catalogue
from kuntapaatos.io.wording.sentences import Sentence
from kuntapaatos.law import LAW_AS_OF
from kuntapaatos.notice import NoticeKind
from kuntapaatos.office_hours import OfficeHours
from kuntapaatos.remedy import DecisionKind, RemedyKind, StartingEvent, Subject, remedies
from kuntapaatos.time_limit import Period

__all__ = ["instruction_from"]

_E = TypeVar("_E", bound=Enum)
_TEXTS = ("name", "postal_address", "visiting_address", "email", "phone", "service_address")
_PLACE = re.compile(r"\(at line (\d{1,9}), column (\d{1,9})\)")
_PATH = re.compile(
    r"(?:(?P<table>\w{1,60})(?:\[(?P<number>\d{1,4})\])?\.)?(?P<key>\w{1,60})(?:\[\d{1,4}\])?"
)
_NAMED = {str: d.ONE_LINE, bool: d.TRUE_OR_FALSE, int: d.WHOLE_NUMBER, dict: d.TABLE}


class _Fault(Exception):
    """What is wrong with a key."""

    def __init__(self, key: str, sentence: Sentence, **places: object) -> None:
        super().__init__(key)
        self.key = key
        self.sentence = sentence
        self.places = places


def instruction_from(source: str, language: str) -> AppealInstruction:
    """
    Return the instruction that a TOML text describes.

    `remedy` is needed; with `subject` the law's row for it gives what the text leaves out
    (period, who, presumptions, section); without, what is not stated stays a gap.

    Args:
        source: The text; its words are the Finnish terms of the library.
        language: A BCP 47 tag: how the section is cited, and a fault told.

    Raises:
        UnreadableInput: It is no TOML, or a key or a value is not known; the error
            names the key and, in that language, what would be right.
        InvalidValue: There is no such language.
    """
    words = catalogue(language)
    try:
        return _instruction(tomllib.loads(source))
    except tomllib.TOMLDecodeError as error:
        place = _PLACE.search(str(error))
        if place is None:
            raise UnreadableInput("TOML", words.say(d.NO_TOML)) from None
        line, column = place.groups()
        said = words.say(d.NO_TOML_FROM, line=line, column=column)
        raise UnreadableInput("TOML", said) from None
    except _Fault as fault:
        said = words.say(fault.sentence, **fault.places)
        at = _line_of(source, fault.key)
        if at is not None:
            said = words.say(d.ON_LINE, fault=said, line=at)
        raise UnreadableInput(fault.key, said) from None


def _line_of(source: str, path: str) -> int | None:
    """Return the line on which a key stands, or for one that is missing its table."""
    found = _PATH.fullmatch(path)
    if found is None:
        return None
    table, key = found["table"], found["key"]
    wanted = int(found["number"] or 0) if table is not None else 0
    inside, begun = table is None, None
    for number, line in enumerate(source.split("\n"), 1):
        head = line.replace(" ", "").partition("#")[0]
        if head.startswith("["):
            name = head.strip("[]")
            if table is None and name == key:
                return number
            inside = name == table and wanted == 0
            wanted -= name == table
            begun = number if inside else begun
        elif inside and _is_key(line, key):
            return number
        elif table is not None and begun is None and _is_key(line, table):
            begun = number  # a table on one line
    return begun


def _is_key(line: str, key: str) -> bool:
    return re.match(rf"\s{{0,40}}[\"']?{key}[\"']?\s{{0,40}}[=.]", line) is not None


def _instruction(given: dict[str, Any]) -> AppealInstruction:
    remedy = _word(given, "remedy", RemedyKind)
    if remedy is None:
        raise _Fault("remedy", d.ONE_OF, words=_words(RemedyKind))
    subject = _word(given, "subject", Subject)
    values = {} if subject is None else _by_law(remedy, subject)
    values |= _stated(given)
    values["subject"] = None if subject is Subject.GENERAL else subject
    if given:
        raise _Fault(next(iter(given)), d.NO_KEY)
    return AppealInstruction(**{**values, "remedy": remedy})


def _stated(given: dict[str, Any]) -> dict[str, Any]:
    """Take what the text itself states."""
    office = _office(given, "authority")
    values: dict[str, Any] = {
        "period": _period(given),
        "starts_from": _word(given, "starts_from", StartingEvent),
        "decided_by": office,
        "deliver_to": _office(given, "deliver_to") or office,
        "paper_cutoff": _cutoff(given, "paper_cutoff"),
        "electronic_cutoff": _cutoff(given, "electronic_cutoff"),
        "court_appeal_barred": _typed(given, "court_appeal_barred", bool),
        "provision": _typed(given, "provision", str),
        **{
            name: _several(given, name, kind)
            for name, kind in LISTS.items()
            if issubclass(kind, Enum)
        },
        "presumptions": _presumptions(given),
    }
    return {key: value for key, value in values.items() if value is not None}


def _by_law(remedy: RemedyKind, subject: Subject) -> dict[str, Any]:
    """Return what the law gives for a remedy and a subject on the day the rules were checked."""
    rows = [
        row
        for row in remedies(LAW_AS_OF)
        if row.kind is remedy
        and row.subject is subject
        and row.against in (DecisionKind.ORDINARY, DecisionKind.ON_REVIEW)
    ]
    if not rows:
        raise _Fault("subject", d.NOT_IN_LAW, remedy=remedy.value, subject=subject.value)
    made = AppealInstruction.by_law(rows[0], on=LAW_AS_OF)
    return asdict(made, recurse=False, filter=lambda part, _: part.init)


def _typed(given: dict[str, Any], key: str, kind: type, path: str = "") -> Any:
    value: Any = given.pop(key, None)
    if value is not None and type(value) is not kind:
        raise _Fault(f"{path}{key}", _NAMED[kind])
    if type(value) is str and (not value.strip() or "\n" in value):
        raise _Fault(f"{path}{key}", d.ONE_LINE)
    return value


def _words(kind: type[Enum]) -> str:
    return ", ".join(f'"{member.value}"' for member in kind)


def _member(value: object, kind: type[_E], key: str) -> _E:
    try:
        return kind(value)
    except ValueError:
        raise _Fault(key, d.ONE_OF, words=_words(kind)) from None


def _word(given: dict[str, Any], key: str, kind: type[_E], path: str = "") -> _E | None:
    value = given.pop(key, None)
    return None if value is None else _member(value, kind, f"{path}{key}")


def _several(given: dict[str, Any], key: str, kind: type[_E]) -> list[_E] | None:
    values = given.pop(key, None)
    if values is None:
        return None
    if not isinstance(values, list):
        raise _Fault(key, d.LIST_OF, words=_words(kind))
    return [_member(value, kind, f"{key}[{number}]") for number, value in enumerate(values)]


def _period(given: dict[str, Any]) -> Period | None:
    days = _typed(given, "period_days", int)
    try:
        return None if days is None else Period.days(days)
    except KuntapaatosError:
        raise _Fault("period_days", d.DAYS) from None


def _cutoff(given: dict[str, Any], key: str) -> Cutoff | time | None:
    value = given.pop(key, None)
    if value is None or (isinstance(value, time) and value.tzinfo is None):
        return value
    return _member(value, Cutoff, key)


def _office(given: dict[str, Any], key: str) -> Authority | None:
    table = _typed(given, key, dict)
    if table is None:
        return None
    path = f"{key}."
    values = {name: _typed(table, name, str, path) for name in _TEXTS}
    hours = _typed(table, "hours", str, path)
    if values["name"] is None:
        raise _Fault(f"{path}name", d.MISSING)
    _nothing_left(table, path)
    try:
        known = None if hours is None else OfficeHours.parse(hours)
    except KuntapaatosError:
        raise _Fault(f"{path}hours", d.HOURS) from None
    return Authority(hours=known, **values)


def _presumptions(given: dict[str, Any]) -> list[Presumption] | None:
    tables = given.pop("presumption", None)
    if tables is None:
        return None
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise _Fault("presumption", d.TABLES)
    found: list[Presumption] = []
    for number, table in enumerate(tables):
        path = f"presumption[{number}]."
        kind = _word(table, "kind", NoticeKind, path)
        days = _typed(table, "days", int, path)
        rebuttable = _typed(table, "rebuttable", bool, path)
        everybody = _typed(table, "everybody", bool, path)
        _nothing_left(table, path)
        if kind is None or days is None or rebuttable is None:
            raise _Fault(path.rstrip("."), d.NEEDED)
        try:
            found.append(Presumption(kind, days, rebuttable, everybody=bool(everybody)))
        except KuntapaatosError:
            raise _Fault(f"{path}days", d.PRESUMED) from None
    return found


def _nothing_left(table: dict[str, Any], path: str) -> None:
    if table:
        raise _Fault(f"{path}{next(iter(table))}", d.NO_KEY)
