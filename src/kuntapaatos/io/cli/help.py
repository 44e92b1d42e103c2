"""
What `kuntapaatos --help` says, in the language that is asked.

>>> from kuntapaatos.io.wording.voice import Voice
>>> print(help_text(Voice("sv")).splitlines()[0])
Användning: kuntapaatos [val] FIL...
"""

from __future__ import annotations

import textwrap

from kuntapaatos.io.wording.voice import Voice, later

__all__ = ["help_text"]

_WIDTH, _COLUMN = 80, 22

_ABOUT = later(
    "Reads the text of a municipality's decision and tells what it costs and until which moment "
    "it can be appealed: each day that is counted with its sections. What the text does not say "
    "and no option gives stays unknown; nothing is guessed."
)
_START = later(
    "When a time limit starts, if the text does not say it. DAY is 2024-12-13 or 13.12.2024. "
    "A day that is given is marked as assumed, since the document does not prove it."
)
_COMMANDS = later(
    "Check before publishing, kuntapaatos review: what a decision lacks or where it is against "
    "the law. An instruction from a municipality's own details, kuntapaatos instruction. A time "
    "limit without a document, by the rules alone: kuntapaatos count. As a tool of an AI "
    "assistant, until its input ends: kuntapaatos mcp. A file that is called review is given "
    "as ./review."
)
_STATUS = later(
    "The exit status is 0 for an answer, and 2 where the input cannot be read as a decision or "
    "an option is wrong; review gives 1 where something is to be remarked. This is no legal "
    "advice."
)
_FILES = (
    ("FILE", later("a decision as text, PDF or web page; - reads standard input; several files "
                   "are answered one after another")),
)  # fmt: skip
_DAYS = (
    ("--letter DAY", later("a letter was sent to a party (may be repeated)")),
    ("--email DAY", later("an electronic message was sent to a party (may be repeated)")),
    ("--receipt DAY", later("a party signed an acknowledgment of receipt or got the invoice "
                            "(may be repeated)")),
    ("--published DAY", later("the minutes were published on the net")),
    ("--decided DAY", later("the decision was made; the rules are chosen by it")),
)  # fmt: skip
_OTHERS = (
    ("--section NUMBER", later("a section of minutes, such as 14; without it all sections are "
                               "listed with their time limits")),
    ("--hours HOURS", later('the opening hours of the registry, such as "8.00-16.00; pe, aatto '
                            '8.00-15.00"')),
    ("--at MOMENT", later('whether the time is running at the moment "2025-01-03 14.00" (Finnish '
                          "time); the program looks at no clock")),
    ("--language LANGUAGE", later("the language of the answer: {languages} (fi unless said)")),
    ("--json", later("the answer for another program: the decision and the deadlines as JSON")),
    ("--ics", later("the last days as a calendar file (iCalendar)")),
    ("--csv FILE", later("of files or a folder a table: a row for each decision, or item of "
                         "minutes, with its last days, fees and problems")),
    ("--output FILE", later("the answer goes to a file, whole or not at all")),
)  # fmt: skip
_OF_COMMANDS = (
    ("--days PERIOD", later('count: 14, "14 päivää" or "6 kuukautta"')),
    ("--format FORMAT", later("review: {formats} (text unless said)")),
    ("--on DAY", later("review: whether personal data should have been removed")),
)
_SHORT = (
    ("-h, --help", later("this help")),
    ("-V, --version", later("the version, and the day on which the rules were checked")),
)
_NAMES = frozenset(
    {
        *(later("FILE"), later("DAY"), later("NUMBER"), later("HOURS"), later("MOMENT")),
        *(later("LANGUAGE"), later("PERIOD"), later("FORMAT")),
    }
)


def help_text(t: Voice) -> str:
    """Return the help, at most eighty columns wide."""
    from kuntapaatos.io.clerk import FORMATS
    from kuntapaatos.io.cli.options import either
    from kuntapaatos.io.wording import languages

    places = {
        "languages": either(languages()).said(t),
        "formats": either(FORMATS).said(t),
    }

    def rows(given: tuple[tuple[str, str], ...]) -> str:
        return "\n".join(_row(_named(name, t), t(text, **places)) for name, text in given)

    file, options, day, hours = t("FILE"), t("options"), t("DAY"), t("HOURS")
    folder, instruction = t("FOLDER"), t("INSTRUCTION")
    usage = (
        f"kuntapaatos [{options}] {file}...",
        f"kuntapaatos [{options}] --csv {file} {folder}",
        f"kuntapaatos review [{options}] {file}",
        f"kuntapaatos instruction [{options}] {instruction}.toml",
        f"kuntapaatos count --letter {day} --days 14 [--hours {hours}]",
        "kuntapaatos mcp",
    )
    begin = t("Usage: ")
    example = '  kuntapaatos paatos.txt --letter 10.12.2024 --at "3.1.2025 14.00"'
    parts = (
        "\n".join(
            f"{begin if not place else ' ' * len(begin)}{one}" for place, one in enumerate(usage)
        ),
        _paragraph(t(_ABOUT)),
        rows(_FILES),
        _paragraph(t(_START)),
        rows(_DAYS),
        t("Other details:"),
        rows(_OTHERS),
        _paragraph(t(_COMMANDS)),
        rows(_OF_COMMANDS),
        rows(_SHORT),
        t("Example:"),
        example,
        _paragraph(t(_STATUS)),
    )
    return "\n\n".join(parts) + "\n"


def _named(name: str, t: Voice) -> str:
    option, _, value = name.rpartition(" ")
    return f"{option} {t(value)}".strip() if value in _NAMES else name


def _paragraph(text: str) -> str:
    return textwrap.fill(text, _WIDTH, break_on_hyphens=False)


def _row(name: str, text: str) -> str:
    lines = textwrap.wrap(text, _WIDTH - _COLUMN, break_on_hyphens=False)
    first, *rest = [f"{' ' * _COLUMN}{line}" for line in lines]
    return "\n".join([f"  {name} ".ljust(_COLUMN) + first[_COLUMN:], *rest])
