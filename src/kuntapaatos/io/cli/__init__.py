"""
The command line: a decision's text in, what it costs and until when to appeal it out.

Exit status 0 for an answer, 1 when a review found something, 2 for input that cannot be
read as a decision and for options that cannot be right, with one sentence on standard
error in the language that was asked.

- `options`, `help`: what may be given
- `opening`, `refusing`: what cannot be read, and why
- `counting`: a last day without a document
- `folder`: a table of many files

>>> run(["--version", "--language", "sv"], "0.2.0")
kuntapaatos 0.2.0, reglerna har kontrollerats 22.11.2026
0
"""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple, TextIO

from kuntapaatos.errors import UnreadableInput
from kuntapaatos.io.cli.opening import check_target, opened
from kuntapaatos.io.cli.options import COMMANDS, Asked, language_of_all, parsed
from kuntapaatos.io.cli.refusing import Refused, named, needs_extra
from kuntapaatos.io.files import Document
from kuntapaatos.io.report import Known, printable, report, shortened
from kuntapaatos.io.text import Minutes, NoSuchSection, Reading
from kuntapaatos.io.wording.voice import Voice, later
from kuntapaatos.law import LAW_AS_OF
from kuntapaatos.scope import other_law

__all__ = ["run"]


class _Answer(NamedTuple):
    """What is written, the exit status, and where: `None` is standard output."""

    content: str | bytes
    status: int = 0
    target: str | None = None
    refused: tuple[Refused, ...] = ()


def run(arguments: Sequence[str], version: str) -> int:
    """
    Answer a command line, and return the exit status.

    Args:
        arguments: Without the program's name.
        version: The library's.
    """
    t = Voice(language_of_all(arguments))
    try:
        answer = _answer(list(arguments), version, t)
    except Refused as refused:
        _refuse(refused, t)
        return 2
    except KeyboardInterrupt:
        return 130
    for each in answer.refused:
        _refuse(each, t)
    try:
        if answer.target is None:
            _write(answer.content, sys.stdout)
        else:
            _save(answer.content, answer.target)
    except OSError as error:
        _refuse(Refused("the answer cannot be written: {why}", why=error.strerror), t)
        return 1
    return answer.status


def _refuse(refused: Refused, t: Voice) -> None:
    _write(f"kuntapaatos: {refused.said(t)}\n", sys.stderr)


def _answer(arguments: list[str], version: str, t: Voice) -> _Answer:
    """Return what is written, with the exit status."""
    if arguments == ["mcp"]:
        return _served()
    command = arguments[0] if arguments and arguments[0] in COMMANDS else ""
    asked = parsed(arguments[bool(command) :], command)
    if "help" in asked.flags:
        from kuntapaatos.io.cli.help import help_text

        return _Answer(help_text(t))
    if "version" in asked.flags:
        day = t.day(LAW_AS_OF)
        said = t("kuntapaatos {version}, rules checked up to {day}", version=version, day=day)
        return _Answer(f"{said}\n")
    target = asked.given.get("output")
    if target is not None:
        check_target(asked.names, target)
    if command == "count":
        return _Answer(_counted(asked, t), 0, target)
    if "csv" in asked.given:
        return _table(asked, t)
    if not asked.names or not all(asked.names):
        raise Refused("give one file, or - for standard input (help: kuntapaatos --help)")
    if len(asked.names) > 1:
        return _several(asked, t)
    return _Answer(*_one(asked, asked.names[0], t), target)


def _several(asked: Asked, t: Voice) -> _Answer:
    """Answer for each of several files, and for one that cannot be read say why."""
    if asked.flags:
        raise Refused("several files are answered as text, or as a table: --csv FILE")
    parts, worst, refused = [], 0, []
    for name in asked.names:
        try:
            said, status = _one(asked, name, t)
        except Refused as refusal:
            refused.append(refusal)
            continue
        called = t("standard input") if name == "-" else str(named(name))
        parts.append(f"{called}\n{'#' * len(called)}\n\n{said!s}")
        worst = max(worst, status)
    worst = 2 if refused else worst
    return _Answer("\n".join(parts), worst, asked.given.get("output"), tuple(refused))


def _table(asked: Asked, t: Voice) -> _Answer:
    from kuntapaatos.io.cli.folder import as_csv, rows_of

    target = str(asked.given["csv"])
    if asked.flags or {"section", "output"} & asked.given.keys():
        raise Refused("--csv is given with no --json, --ics, --section or --output")
    if not asked.names or not all(asked.names):
        raise Refused("give one file, or - for standard input (help: kuntapaatos --help)")
    check_target(asked.names, target)
    rows = list(rows_of(asked.names, target, _known(asked.given), t))
    # A spreadsheet knows UTF-8 by its mark.
    return _Answer(as_csv(rows).encode("utf-8-sig"), 0, target)


def _known(given: dict[str, Any]) -> Known:
    names = ("letters", "emails", "receipts", "published", "decided", "hours", "at")
    return Known(**{name: given[name] for name in names if name in given})


def _counted(asked: Asked, t: Voice) -> str | bytes:
    """Return the last day of each notice that was given, by the rules alone."""
    from kuntapaatos.io.cli.counting import counted
    from kuntapaatos.io.export import deadlines_as_ics, deadlines_as_json
    from kuntapaatos.io.wording import say

    deadlines = counted(asked)
    form = _form(asked)
    if not form:
        return "\n\n".join(say(one, t.language) for one in deadlines) + "\n"
    try:
        if form == "json":
            return deadlines_as_json(deadlines).encode()
        return deadlines_as_ics(deadlines, t.language)
    except ImportError as error:
        raise needs_extra(f"--{form}", error) from None


def _form(asked: Asked) -> str:
    if asked.flags >= {"json", "ics"}:
        raise Refused("choose --json or --ics")
    return next(iter(asked.flags), "")


def _served() -> _Answer:
    """Answer an assistant on standard input and output until it has no more to ask."""
    try:
        from kuntapaatos.io import mcp
    except ImportError as error:
        raise needs_extra("mcp", error) from None
    mcp.serve()
    return _Answer("")


def _one(asked: Asked, name: str, t: Voice) -> tuple[str | bytes, int]:
    """Return the answer for one file, and the exit status."""
    document = opened(name)
    if asked.command == "instruction":
        return _instruction(document.text, name, t), 0
    reading, whole = _reading(document, name, asked.given.get("section"))
    if not reading.is_decision:
        fault = later(
            "{name} is no decision: no decision and no appeal instruction is found in the text"
        )
        raise Refused(fault, name=named(name))
    other = other_law(reading.decision)
    if other is not None:
        raise Refused(
            "{name}: the maker is no municipality of mainland Finland, but {whose} ({given}), "
            "whose appeals are in another act: {acts}",
            name=named(name),
            whose=other.whose,
            given=shortened(other.given, 60),
            acts=", ".join(provision.full for provision in other.provisions),
        )
    if asked.command == "review":
        return _review(reading, whole, name, asked, t)
    known, form = _known(asked.given), _form(asked)
    if whole is not None:
        return _whole(whole, name, known, form, t), 0
    if form:
        return _exported(reading, known, form, t), 0
    return report(reading, known, t.language), 0


def _reading(document: Document, name: str, section: str | None) -> tuple[Reading, Minutes | None]:
    """Return what a text says, or one section of it; and whole minutes, when it is that."""
    if section is None:
        reading = document.reading()
        return reading, document.meeting(reading)
    try:
        return document.minutes().item(section).reading, None
    except NoSuchSection as missing:
        known = ", ".join(missing.sections)
        there = Refused("it is no minutes")
        if known:
            there = Refused("it has the sections {sections}", sections=known)
        raise Refused(
            "{name} has no section {section}; {there}",
            name=named(name),
            section=shortened(section, 20),
            there=there,
        ) from None


def _whole(minutes: Minutes, name: str, known: Known, form: str, t: Voice) -> str | bytes:
    """Return what all items of minutes say."""
    from kuntapaatos.io.export import minutes_as_json
    from kuntapaatos.io.report.minutes import minutes_report

    if form == "ics":
        sections = ", ".join(item.section for item in minutes.items)
        fault = later("{name} is minutes of a meeting; choose --section: {sections}")
        raise Refused(fault, name=named(name), sections=sections)
    if not form:
        return minutes_report(minutes, known, t.language)
    try:
        return minutes_as_json(minutes, known).encode()
    except ImportError as error:
        raise needs_extra("--json", error) from None


def _exported(reading: Reading, known: Known, form: str, t: Voice) -> bytes:
    """Return the answer for another program: bytes, since no letter of it may change."""
    from kuntapaatos.io.export import as_ics, as_json

    try:
        if form == "json":
            return as_json(reading, known).encode()
        calendar = as_ics(reading, known, t.language)
    except ImportError as error:
        raise needs_extra(f"--{form}", error) from None
    if calendar is None:
        raise Refused("no last day can be counted; give for example --letter DAY")
    return calendar


def _review(
    reading: Reading, whole: Minutes | None, name: str, asked: Asked, t: Voice
) -> tuple[str, int]:
    from kuntapaatos.io.clerk import reviewed, shown_findings, shown_minutes

    form, on = asked.given.get("format", "text"), asked.given.get("on")
    called = t("standard input") if name == "-" else str(named(name))
    if whole is not None:
        told, wrong = shown_minutes(whole, called, form, t.language, on)
        return told, int(wrong)
    found = reviewed(reading, on=on)
    return shown_findings(found, reading, called, form, t.language), 1 if found else 0


def _instruction(content: str, name: str, t: Voice) -> str:
    from kuntapaatos.io.described import instruction_from
    from kuntapaatos.io.wording import write_instruction

    try:
        return write_instruction(instruction_from(content, t.language), t.language) + "\n"
    except UnreadableInput as error:
        raise Refused(None, words=f"{named(name)}: {error}") from None


def _save(answer: str | bytes, target: str) -> None:
    """Put the answer in a file, whole or not at all."""
    from kuntapaatos.io.saving import save

    save(target, answer)


def _write(answer: str | bytes, stream: TextIO) -> None:
    """
    Write all of a text, in the characters that the receiving side has, or bytes as they are.

    A reader who has seen enough (`| head`) is no error.
    """
    try:
        buffer = getattr(stream, "buffer", None)
        if isinstance(answer, str):
            stream.write(printable(answer, stream.encoding))
        elif buffer is None:  # a stream of texts alone, as in a notebook
            stream.write(answer.decode())
        else:
            buffer.write(answer)
        stream.flush()
    except OSError as error:
        # What is left in the buffer must not fail once more when the process ends.
        with contextlib.suppress(OSError), Path(os.devnull).open("wb") as nowhere:
            os.dup2(nowhere.fileno(), stream.fileno())
        if not isinstance(error, BrokenPipeError):
            raise
