"""
The options of each command: how a value is read, and what is said of one that cannot be.

>>> parsed(["--letter", "10.12.2024", "a.txt"], "").given
{'letters': [datetime.date(2024, 12, 10)]}
"""

from __future__ import annotations

import getopt
import re
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from kuntapaatos.errors import InvalidValue, KuntapaatosError
from kuntapaatos.io.cli.refusing import Refused
from kuntapaatos.io.report.known import parse_day, parse_moment
from kuntapaatos.io.report.layout import shortened
from kuntapaatos.io.wording.voice import FINNISH
from kuntapaatos.office_hours import OfficeHours
from kuntapaatos.time_limit import Period

__all__ = ["COMMANDS", "FLAGS", "SHORT", "Asked", "either", "language_of_all", "parsed"]

SHORT = {"-h": "--help", "-V": "--version"}
FLAGS: dict[str, tuple[str, ...]] = {
    "": ("json", "ics"),
    "count": ("json", "ics"),
    "review": (),
    "instruction": (),
}
"""What each command may be asked for in place of its text."""


class Option(NamedTuple):
    """How a value is read."""

    field: str
    parse: Callable[[str], object]
    expected: Callable[[], Refused]
    repeats: bool = False


class Asked(NamedTuple):
    """
    What a command line asks.

    Attributes:
        command: Which; empty for the one without a name.
        given: The values by their fields.
        names: The files.
        flags: "json", "ics", "help" and "version", as far as they were given.
    """

    command: str
    given: dict[str, Any]
    names: list[str]
    flags: set[str]


def _language(tag: str) -> str:
    from kuntapaatos.io.wording import language_of

    return language_of(tag)


def _format(name: str) -> str:
    from kuntapaatos.io.clerk import FORMATS

    if name not in FORMATS:
        raise InvalidValue("format", name, f"one of {', '.join(FORMATS)}")
    return name


def either(names: Sequence[str]) -> Refused:
    """Return a choice between names."""
    return Refused("{names} or {last}", names=", ".join(names[:-1]), last=names[-1])


def _formats() -> Refused:
    from kuntapaatos.io.clerk import FORMATS

    return Refused("the format is {formats}", formats=either(FORMATS))


def _languages() -> Refused:
    from kuntapaatos.io.wording import languages

    return Refused("the language is {languages}", languages=either(languages()))


def _target(name: str) -> str:
    if not name or "\0" in name:
        raise InvalidValue("output", name, "the name of a file")
    return name


def _number(given: str) -> str:
    if not given.strip():
        raise InvalidValue("section", given, "a number such as 14")
    return given.strip()


def _period(given: str) -> Period:
    return Period.days(int(given)) if re.fullmatch(r"[0-9]{1,5}", given) else Period.parse(given)


def _day() -> Refused:
    return Refused("a day is written 2024-12-13 or 13.12.2024 and is of the years 1992–2100")


def _hours() -> Refused:
    return Refused('hours are written like "8.00-16.00; pe, aatto 8.00-15.00"')


def _days() -> Refused:
    return Refused('a time limit is written like 14, "14 päivää" or "6 kuukautta"')


def _at() -> Refused:
    return Refused('a moment is written like "2025-01-03 14.00" and is of the years 1992–2100')


def _file() -> Refused:
    return Refused("give the name of a file")


def _section() -> Refused:
    return Refused("give the number of a section, such as 14")


_TOLD = {
    "--letter": Option("letters", parse_day, _day, repeats=True),
    "--email": Option("emails", parse_day, _day, repeats=True),
    "--receipt": Option("receipts", parse_day, _day, repeats=True),
    "--published": Option("published", parse_day, _day),
    "--decided": Option("decided", parse_day, _day),
    "--hours": Option("hours", OfficeHours.parse, _hours),
}
_SAID = {
    "--language": Option("language", _language, _languages),
    "--output": Option("output", _target, _file),
}
_OF_MINUTES = {"--section": Option("section", _number, _section)}
COMMANDS: dict[str, dict[str, Option]] = {
    "": {
        **_TOLD,
        "--at": Option("at", parse_moment, _at),
        **_OF_MINUTES,
        **_SAID,
        "--csv": Option("csv", _target, _file),
    },
    "review": {
        **_OF_MINUTES,
        "--format": Option("format", _format, _formats),
        "--on": Option("on", parse_day, _day),
        **_SAID,
    },
    "instruction": _SAID,
    "count": {**_TOLD, "--days": Option("period", _period, _days), **_SAID},
}
"""The options of each command; the one without a name answers what a decision says."""


def language_of_all(arguments: Sequence[str]) -> str:
    """Return the language in which to answer, whatever else is wrong."""
    for place, argument in enumerate(arguments):
        name, sign, value = argument.partition("=")
        if name == "--language":
            tag = value if sign else "".join(arguments[place + 1 : place + 2])
            try:
                return _language(tag)
            except InvalidValue:
                return FINNISH
    return FINNISH


def parsed(arguments: Sequence[str], command: str) -> Asked:
    """
    Return what is asked.

    Raises:
        Refused: An option is not known, or its value cannot be right.
    """
    options, flags = COMMANDS[command], FLAGS[command]
    longs = [*(f"{name[2:]}=" for name in options), *flags, "help", "version"]
    try:
        found, names = getopt.gnu_getopt(list(arguments), "hV", longs)
    except getopt.GetoptError as error:
        raise _misused(error.opt, arguments, command) from None
    given: dict[str, Any] = {}
    asked: set[str] = set()
    for name, value in found:
        option = options.get(name)
        if option is None:
            asked.add(SHORT.get(name, name)[2:])
            continue
        read = _value(name, option, value)
        if option.repeats:
            given.setdefault(option.field, []).append(read)
        elif given.setdefault(option.field, read) != read:
            raise Refused("{option} is given twice, with different values", option=name)
    return Asked(command, given, names, asked)


def _misused(name: str, arguments: Sequence[str], command: str) -> Refused:
    dashes = "--" if len(name) > 1 or f"--{name}" in arguments else "-"
    option = f"{dashes}{shortened(name, 40)}"
    if option in COMMANDS[command]:
        return Refused("{option} needs a value (help: kuntapaatos --help)", option=option)
    if option in SHORT.values() or option[2:] in FLAGS[command]:
        return Refused("{option} takes no value (help: kuntapaatos --help)", option=option)
    return Refused("{option} is not an option here (help: kuntapaatos --help)", option=option)


def _value(name: str, option: Option, value: str) -> object:
    try:
        return option.parse(value)
    except KuntapaatosError:
        given = shortened(value, 60)
        raise Refused(
            "{option}: {expected}; given “{given}”",
            option=name,
            expected=option.expected(),
            given=given,
        ) from None
