r"""
What a clerk asks on the command line before publishing: what is wrong.

Findings as lines, as JSON or as GitHub's annotations.

>>> from kuntapaatos.findings import review
>>> from kuntapaatos.io.text import read
>>> reading = read("Kunnanhallitus 3.2.2025 § 14\nPäätös\nHyväksyttiin.")
>>> found = review(reading.decision, spans=places(reading))
>>> print(shown_findings(found, reading, "p.txt", "github", "fi"), end="")
::warning file=p.txt,title=KP201::KP201 muutoksenhakuohje tai -kielto puuttuu: ...
"""

from __future__ import annotations

import json
from datetime import date

from kuntapaatos.decision import Decision, DocumentKind
from kuntapaatos.errors import InvalidValue
from kuntapaatos.findings import Finding, FindingCode, Severity, review
from kuntapaatos.io.text.minutes import Minutes
from kuntapaatos.io.text.reading import Mark, ProblemCode, Reading
from kuntapaatos.io.wording import say
from kuntapaatos.io.wording.answering import NO_FINDINGS
from kuntapaatos.io.wording.catalogue import catalogue
from kuntapaatos.io.wording.voice import Voice
from kuntapaatos.masks import escaped

__all__ = ["FORMATS", "places", "reviewed", "shown_findings", "shown_minutes"]

FORMATS = ("text", "json", "github")
_EMPTY = Reading(Decision(kind=DocumentKind.MINUTES), (), (), "")


def places(reading: Reading) -> dict[str, tuple[int, int]]:
    """Return where each field stands in the text that was read, by its path."""
    return {found.field: (found.span.start, found.span.end) for found in reversed(reading.found)}


def reviewed(reading: Reading, on: date | None = None) -> tuple[Finding, ...]:
    r"""
    Return what is wrong with a document, and what of it was not understood.

    Nothing is told to be missing where letters or columns of the text were lost or it is in
    another file, and no hours where the text has some that were not understood.

    Args:
        reading: What was read from it.
        on: A day, to ask whether personal data should have left the publication.

    >>> from kuntapaatos.io.text import read
    >>> text = "Kunnanhallitus 3.2.2025 § 14\nPäätös\nPäätettiin, ettei koulua aideta."
    >>> [finding.code for finding in reviewed(read(text))]
    ['KP201', 'KP601']
    """
    if reading.is_listed:
        return ()
    lost = {ProblemCode.LETTERS_MISSING, ProblemCode.MIXED_COLUMNS, ProblemCode.ELSEWHERE}
    unsure = any(problem.code in lost for problem in reading.problems)
    unread = [
        (one.field or "", one.text.rstrip("."), (one.span.start, one.span.end))
        for one in reading.unread
    ]
    dropped = {FindingCode.INSTRUCTION_MISSING} if unsure else set()
    if any(one.mark is Mark.HOUR for one in reading.unread):
        dropped.add(FindingCode.HOURS_MISSING)
    found = review(reading.decision, on=on, spans=places(reading), unread=unread)
    return tuple(finding for finding in found if finding.kind not in dropped)


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
        return escaped(json.dumps(found, ensure_ascii=False, indent=2)) + "\n"
    if form == "github":
        return "".join(_annotation(finding, reading, name, language) for finding in findings)
    if form != "text":
        raise InvalidValue("format", form, f"one of {', '.join(FORMATS)}")
    lines = [say(finding, language, plain=True) for finding in findings]
    return "\n".join(lines or [catalogue(language).say(NO_FINDINGS)]) + "\n"


def shown_minutes(
    minutes: Minutes, name: str, form: str, language: str, on: date | None = None
) -> tuple[str, bool]:
    """
    Return what is wrong with the items of minutes, each by its section, and whether anything is.

    Sections that no instruction is for, or that two are for, are told as lines of a text.

    Args:
        minutes: Whole minutes.
        name: What the document is called.
        form: "text", "json" or "github".
        language: A BCP 47 tag.
        on: A day, to ask whether personal data should have left the publication.

    Raises:
        InvalidValue: There is no such form or language.
    """
    found = [(item, reviewed(item.reading, on=on)) for item in minutes.items]
    wrong = [(item, findings) for item, findings in found if findings]
    if form == "json":
        listed = [
            {"section": item.section, **_as_json(finding, language)}
            for item, findings in wrong
            for finding in findings
        ]
        return json.dumps(listed, ensure_ascii=False, indent=2) + "\n", bool(wrong)
    if not wrong and (form != "text" or not minutes.problems):
        return shown_findings((), _EMPTY, name, form, language), False
    t = Voice(language)
    told = "".join(
        f"§ {', '.join(map(str, problem.stated))}: {t.term(problem.code)}\n"
        for problem in minutes.problems
        if form == "text"
    )
    for item, findings in wrong:
        shown = shown_findings(findings, item.reading, name, form, language)
        told += "".join(
            f"§ {item.section}: {line}" if form == "text" else line
            for line in shown.splitlines(keepends=True)
        )
    return told, True


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
