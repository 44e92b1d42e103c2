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

from kuntapaatos.errors import InvalidValue
from kuntapaatos.findings import Finding, Severity
from kuntapaatos.io.text.reading import Reading
from kuntapaatos.io.wording import say
from kuntapaatos.io.wording.answering import NO_FINDINGS
from kuntapaatos.io.wording.catalogue import catalogue

__all__ = ["FORMATS", "places", "shown_findings"]

FORMATS = ("text", "json", "github")


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
