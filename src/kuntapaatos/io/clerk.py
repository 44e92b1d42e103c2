r"""
What a clerk asks on the command line: what is wrong before publishing, and an instruction.

Findings as lines, as JSON or as GitHub's annotations; an instruction from a small TOML
file, so that a municipality needs no Python.

>>> stated = '''
... remedy = "oikaisuvaatimus"
... subject = "yleinen"
... [authority]
... name = "Mallilan kunnanhallitus"
... hours = "8.00-16.00; pe, aatto 8.00-15.00"
... '''
>>> instruction = instruction_from(stated)
>>> print(instruction.period, *(who.value for who in instruction.entitled), sep=", ")
14 päivää, asianosainen, kunnan jäsen, jäsenkunta
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from datetime import time
from enum import Enum
from typing import Any, TypeVar

from attrs import evolve

from kuntapaatos.closing import Cutoff
from kuntapaatos.errors import InvalidValue, KuntapaatosError, UnreadableInput
from kuntapaatos.findings import Finding, Severity
from kuntapaatos.instruction import (
    AppealInstruction,
    Attachment,
    Authority,
    Content,
    Form,
    Presumption,
)
from kuntapaatos.io.report import Known
from kuntapaatos.io.report.appeals import answers
from kuntapaatos.io.text.reading import Reading
from kuntapaatos.io.wording import say, write_decision
from kuntapaatos.io.wording.catalogue import catalogue
from kuntapaatos.io.wording.sentences import NO_FINDINGS, UNKNOWN
from kuntapaatos.law import LAW_AS_OF
from kuntapaatos.notice import NoticeKind, Regime, notice_rules
from kuntapaatos.office_hours import OfficeHours
from kuntapaatos.remedy import (
    AppealProhibition,
    DecisionKind,
    Entitled,
    Remedy,
    RemedyKind,
    StartingEvent,
    Subject,
    remedies,
)
from kuntapaatos.time_limit import Period

__all__ = ["FORMATS", "instruction_from", "places", "said_answer", "shown_findings"]

FORMATS = ("text", "json", "github")

_E = TypeVar("_E", bound=Enum)


def said_answer(reading: Reading, known: Known, language: str) -> str:
    """
    Return what a decision says and until when it can be appealed, in sentences.

    Args:
        reading: What was read from a document.
        known: What is given beside it.
        language: A BCP 47 tag.

    Raises:
        InvalidValue: There is no such language.
    """
    facts = write_decision(evolve(reading.decision, appeals=()), language, plain=True)
    parts = [facts] if facts else []
    for one in answers(reading, known):
        name = one.instruction.remedy if one.instruction is not None else None
        counted = [row.answer for row in one.rows if row.answer is not None]
        heading = [] if name is None else [catalogue(language).term(name)]
        said = [say(deadline, language, plain=True) for deadline in counted]
        missing = [] if said or name is None else [catalogue(language).say(UNKNOWN)]
        parts += ["\n".join([*heading, *said, *missing])] if heading else []
    parts += [
        say(appeal, language, plain=True)
        for appeal in reading.decision.appeals
        if isinstance(appeal, AppealProhibition)
    ]
    return "\n\n".join(parts) + "\n"


def places(reading: Reading) -> dict[str, tuple[int, int]]:
    """Return where each field stands in the text that was read, by its path."""
    return {found.field: (found.span.start, found.span.end) for found in reversed(reading.found)}


def shown_findings(
    findings: tuple[Finding, ...], reading: Reading, name: str, form: str, language: str
) -> str:
    """
    Return findings as a text that ends in a line feed.

    Args:
        findings: What a review found.
        reading: The document, for the lines of its text.
        name: What the document is called.
        form: "text", "json" or "github".
        language: A BCP 47 tag.

    Raises:
        InvalidValue: There is no such form or language.
    """
    if form == "json":
        found = [_as_json(finding, language) for finding in findings]
        return json.dumps(found, ensure_ascii=False, indent=2) + "\n"
    if form == "github":
        return "".join(_annotation(finding, reading, name, language) for finding in findings)
    if form != "text":
        raise InvalidValue("format", form, f"one of {', '.join(FORMATS)}")
    lines = [say(finding, language, plain=True) for finding in findings]
    return "\n".join(lines or [catalogue(language).say(NO_FINDINGS)]) + "\n"


def _as_json(finding: Finding, language: str) -> dict[str, object]:
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "about": finding.about,
        "span": finding.span,
        "provisions": [str(provision) for provision in finding.provisions],
        "text": say(finding, language, plain=True),
    }


def _annotation(finding: Finding, reading: Reading, name: str, language: str) -> str:
    level = "error" if finding.severity is Severity.ERROR else "warning"
    line = "" if finding.span is None else f",line={_line(reading.text, finding.span[0])}"
    message = _escaped(say(finding, language, plain=True))
    file = _escaped(name).replace(":", "%3A").replace(",", "%2C")
    return f"::{level} file={file}{line},title={finding.code}::{message}\n"


def _line(text: str, at: int) -> int:
    return text.count("\n", 0, at) + 1


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


# --- an instruction from TOML ------------------------------------------------------------

_TEXTS = ("name", "postal_address", "visiting_address", "email", "phone", "service_address")


def instruction_from(source: str) -> AppealInstruction:
    """
    Return the instruction that a TOML text describes.

    `remedy` is needed; with `subject` the law's row for it gives what the text leaves out
    (period, who, presumptions, section); without, what is not stated stays a gap.

    Args:
        source: The text; its words are the Finnish terms of the library.

    Raises:
        UnreadableInput: It is no TOML, or a key or a value is not known; the error
            names the key.
    """
    try:
        given = tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        raise UnreadableInput("TOML", f"is no TOML: {error}") from None
    remedy = _word(given, "remedy", RemedyKind)
    if remedy is None:
        raise UnreadableInput("remedy", f"must be one of {_words(RemedyKind)}")
    subject = _word(given, "subject", Subject)
    values = {} if subject is None else _by_law(remedy, subject)
    values |= _stated(given)
    if subject is not Subject.GENERAL:
        values["subject"] = subject
    if given:
        raise UnreadableInput(next(iter(given)), "is no key of an instruction")
    return AppealInstruction(remedy=remedy, **values)


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
        "entitled": _several(given, "entitled", Entitled),
        "form": _several(given, "form", Form),
        "contents": _several(given, "contents", Content),
        "attachments": _several(given, "attachments", Attachment),
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
        raise UnreadableInput("subject", f"the law has no {remedy.value} for {subject.value}")
    row: Remedy = rows[0]
    told = [NoticeKind.LETTER, NoticeKind.EMAIL]
    told += [NoticeKind.ONLINE_MINUTES] if Entitled.MEMBER in row.who else []
    rules = [
        rule
        for rule in notice_rules()
        if rule.in_force(LAW_AS_OF) and rule.regime is Regime.GENERAL and not rule.to_authority
    ]
    found = {rule.kind: Presumption(rule.kind, rule.days, rule.rebuttable) for rule in rules}
    return {
        "period": row.period,
        "starts_from": row.starts,
        # Kuntalaki 134 §, Hallintolaki 49 b §: the review comes before any court.
        "court_appeal_barred": True if remedy is RemedyKind.ADMINISTRATIVE_REVIEW else None,
        "entitled": row.who,
        "presumptions": [found[kind] for kind in told if kind in found],
        "provision": row.provisions[0].full,
        "paper_cutoff": Cutoff.OFFICE_CLOSE,
        "form": [Form.WRITTEN, Form.ELECTRONIC_DOCUMENT],
        "contents": [
            *(Content.DECISION, Content.DEMAND, Content.GROUNDS),
            *(Content.NAME, Content.HOME_MUNICIPALITY, Content.CONTACT_DETAILS),
        ],
    }


_NAMED = {str: "a text", bool: "true or false", int: "a whole number", dict: "a table"}


def _typed(given: dict[str, Any], key: str, kind: type, path: str = "") -> Any:
    value: Any = given.pop(key, None)
    if value is not None and type(value) is not kind:
        raise UnreadableInput(f"{path}{key}", f"must be {_NAMED[kind]}")
    if type(value) is str and (not value.strip() or "\n" in value):
        raise UnreadableInput(f"{path}{key}", "must be one line of text")
    return value


def _words(kind: type[Enum]) -> str:
    return ", ".join(f'"{member.value}"' for member in kind)


def _member(value: object, kind: type[_E], key: str) -> _E:
    try:
        return kind(value)
    except ValueError:
        raise UnreadableInput(key, f"must be one of {_words(kind)}") from None


def _word(given: dict[str, Any], key: str, kind: type[_E], path: str = "") -> _E | None:
    value = given.pop(key, None)
    return None if value is None else _member(value, kind, f"{path}{key}")


def _several(given: dict[str, Any], key: str, kind: type[_E]) -> list[_E] | None:
    values = given.pop(key, None)
    if values is None:
        return None
    if not isinstance(values, list):
        raise UnreadableInput(key, f"must be a list of {_words(kind)}")
    return [_member(value, kind, f"{key}[{number}]") for number, value in enumerate(values)]


def _period(given: dict[str, Any]) -> Period | None:
    days = _typed(given, "period_days", int)
    try:
        return None if days is None else Period.days(days)
    except KuntapaatosError:
        raise UnreadableInput("period_days", "must be a number of days of at least 1") from None


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
        raise UnreadableInput(f"{path}name", "is missing")
    _nothing_left(table, path)
    try:
        known = None if hours is None else OfficeHours.parse(hours)
    except KuntapaatosError as error:
        raise UnreadableInput(f"{path}hours", str(error)) from None
    return Authority(hours=known, **values)


def _presumptions(given: dict[str, Any]) -> list[Presumption] | None:
    tables = given.pop("presumption", None)
    if tables is None:
        return None
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise UnreadableInput("presumption", "must be tables: [[presumption]]")
    found: list[Presumption] = []
    for number, table in enumerate(tables):
        path = f"presumption[{number}]."
        kind = _word(table, "kind", NoticeKind, path)
        days = _typed(table, "days", int, path)
        rebuttable = _typed(table, "rebuttable", bool, path)
        _nothing_left(table, path)
        if kind is None or days is None or rebuttable is None:
            raise UnreadableInput(path.rstrip("."), "needs kind, days and rebuttable")
        try:
            found.append(Presumption(kind, days, rebuttable))
        except KuntapaatosError as error:
            raise UnreadableInput(f"{path}days", str(error)) from None
    return found


def _nothing_left(table: Mapping[str, Any], path: str) -> None:
    if table:
        raise UnreadableInput(f"{path}{next(iter(table))}", "is no key that is known")
