"""
The command line: a decision's text in, what it costs and until when to appeal it out.

`kuntapaatos FILE`, `python -m kuntapaatos FILE`, or `-` for standard input.
Exit status 0 for an answer, 2 for input that cannot be read as a decision and
for options that cannot be right, with one sentence on standard error.

`kuntapaatos review FILE` says what is wrong before publishing, with exit status 1 when
anything is; `kuntapaatos instruction FILE.toml` writes an appeal instruction.

>>> main(["--version"])
kuntapaatos 0.1.0, säännöt tarkistettu 22.11.2026
0
"""

from __future__ import annotations

import contextlib
import getopt
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple, TextIO

from kuntapaatos import (
    LAW_AS_OF,
    InvalidValue,
    KuntapaatosError,
    OfficeHours,
    UnreadableInput,
    __version__,
)
from kuntapaatos.io import text
from kuntapaatos.io.files import MAXIMUM_BYTES, load
from kuntapaatos.io.report import Known, parse_day, parse_moment, printable, report, shortened
from kuntapaatos.shown import shown

__all__ = ["main"]

_HELP = """\
Käyttö: kuntapaatos [valinnat] TIEDOSTO
        kuntapaatos review [valinnat] TIEDOSTO
        kuntapaatos instruction [valinnat] OHJE.toml

Lukee kunnan päätöksen tekstin ja kertoo, mitä se maksaa ja mihin hetkeen asti
siihen voi hakea muutosta: jokainen laskettu päivä säännöksineen. Mitä teksti ei
kerro eikä valinta anna, jää tuntemattomaksi; mitään ei arvata.

  TIEDOSTO            päätös tekstinä, PDF:nä tai verkkosivuna; - lukee
                      vakiosyötteen

Määräajan alku, jos se ei ole tekstissä. PÄIVÄ on 2024-12-13 tai 13.12.2024.
Annettu päivä merkitään oletetuksi, sillä asiakirja ei todista sitä.

  --letter PÄIVÄ      asianosaiselle lähetettiin kirje (voi toistaa)
  --email PÄIVÄ       asianosaiselle lähetettiin sähköinen viesti (voi toistaa)
  --receipt PÄIVÄ     asianosainen allekirjoitti saantitodistuksen tai sai
                      laskun (voi toistaa)
  --published PÄIVÄ   pöytäkirja julkaistiin yleisessä tietoverkossa
  --decided PÄIVÄ     päätös tehtiin; säännöt valitaan sen mukaan

Muut tiedot:

  --hours AJAT        kirjaamon aukioloajat, kuten
                      "8.00-16.00; pe, aatto 8.00-15.00"
  --at HETKI          onko määräaika auki hetkellä "2025-01-03 14.00" (Suomen
                      aikaa); ohjelma ei itse katso kelloa

  --language KIELI    vastauksen kieli: {languages} (oletus fi)
  --json              vastaus toiselle ohjelmalle: päätös ja määräajat JSONina
  --ics               viimeiset päivät kalenteritiedostona (iCalendar)
  --output TIEDOSTO   vastaus tiedostoon, kokonaan tai ei lainkaan

Tarkistus ennen julkaisua, kuntapaatos review: mitä päätöksestä puuttuu tai mikä
siinä on ristiriidassa lain kanssa. Ohje kunnan omista tiedoista, kuntapaatos
instruction. Tiedosto, jonka nimi on review, annetaan muodossa ./review.

  --format MUOTO      review: {formats} (oletus text)
  --on PÄIVÄ          review: pitäisikö henkilötietojen olla jo poistettu

  -h, --help          tämä ohje
  -V, --version       versio ja päivä, jona säännöt on tarkistettu

Esimerkki:

  kuntapaatos paatos.txt --letter 10.12.2024 --at "3.1.2025 14.00"

Paluuarvo on 0, kun vastaus on annettu, ja 2, kun syötettä ei voi lukea
päätökseksi tai valinta on virheellinen; review palauttaa 1, kun huomautettavaa
on. Tämä ei ole oikeudellista neuvontaa.
"""

_UNREADABLE = {
    "is no text file": "ei ole tekstitiedosto",
    "is in an encoding": "on merkistössä, jota ei tunneta; tallenna se UTF-8-tekstinä",
    "was encoded": "on koodattu UTF-8:ksi kahdesti, eikä kirjaimia saa takaisin",
    "is larger": f"on liian suuri: enintään {MAXIMUM_BYTES // 1_000_000} Mt luetaan",
    "is a document": "on tekstinkäsittelyohjelman asiakirja; tallenna se tekstinä tai PDF:nä",
    "is no PDF": "ei ole PDF-tiedosto tai on vioittunut",
    "is locked": "on lukittu",
    "has no text": "on pelkkiä sivujen kuvia; tunnista niiden teksti ensin",
}
"""How an English reason of `load` begins, and what is said for it in Finnish."""

_DAY = "päivä kirjoitetaan 2024-12-13 tai 13.12.2024 ja on vuosilta 1992–2100"
_HOURS = 'ajat kirjoitetaan kuten "8.00-16.00; pe, aatto 8.00-15.00"'
_AT = 'hetki kirjoitetaan kuten "2025-01-03 14.00" ja on vuosilta 1992–2100'

_FLAGS = ("json", "ics")
"""What the command without a name may be asked for in place of its report."""

_SHORT = {"-h": "--help", "-V": "--version"}


class _Option(NamedTuple):
    field: str
    parse: Callable[[str], object]
    expected: str | Callable[[], str]
    repeats: bool = False


_OPTIONS = {
    "--letter": _Option("letters", parse_day, _DAY, repeats=True),
    "--email": _Option("emails", parse_day, _DAY, repeats=True),
    "--receipt": _Option("receipts", parse_day, _DAY, repeats=True),
    "--published": _Option("published", parse_day, _DAY),
    "--decided": _Option("decided", parse_day, _DAY),
    "--hours": _Option("hours", OfficeHours.parse, _HOURS),
    "--at": _Option("at", parse_moment, _AT),
}


def _language(tag: str) -> str:
    from kuntapaatos.io.wording import language_of

    return language_of(tag)


def _format(name: str) -> str:
    from kuntapaatos.io.clerk import FORMATS

    if name not in FORMATS:
        raise InvalidValue("format", name, f"one of {', '.join(FORMATS)}")
    return name


def _formats() -> str:
    from kuntapaatos.io.clerk import FORMATS

    return _either(FORMATS)


def _languages() -> str:
    from kuntapaatos.io.wording import languages

    return _either(languages())


def _either(names: Sequence[str]) -> str:
    return f"{', '.join(names[:-1])} tai {names[-1]}"


def _target(name: str) -> str:
    if not name or "\0" in name:
        raise InvalidValue("output", name, "the name of a file")
    return name


_OUTPUT = _Option("output", _target, "anna tiedoston nimi")
_LANGUAGE = _Option("language", _language, lambda: f"kieli on {_languages()}")
_COMMANDS: dict[str, dict[str, _Option]] = {
    "": {**_OPTIONS, "--language": _LANGUAGE, "--output": _OUTPUT},
    "review": {
        "--language": _LANGUAGE,
        "--format": _Option("format", _format, lambda: f"muoto on {_formats()}"),
        "--on": _Option("on", parse_day, _DAY),
        "--output": _OUTPUT,
    },
    "instruction": {"--language": _LANGUAGE, "--output": _OUTPUT},
}
"""The options of each command; the one without a name answers what a decision says."""


class _Answer(NamedTuple):
    """What is written, the exit status, and where: `None` is standard output."""

    content: str | bytes
    status: int = 0
    target: str | None = None


class _Refused(Exception):
    """What was given cannot be answered; the text is the sentence that says why."""


def main(arguments: Sequence[str] | None = None) -> int:
    """
    Run the command line.

    Args:
        arguments: Without the program's name; `None` takes those of the process.

    Returns:
        The exit status: 0 for an answer, 2 for input or options that cannot be read,
        1 when a review found something or the answer cannot be written, 130 when
        interrupted.
    """
    try:
        answer = _answer(sys.argv[1:] if arguments is None else list(arguments))
    except _Refused as refused:
        _write(f"kuntapaatos: {refused}\n", sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130
    try:
        if answer.target is None:
            _write(answer.content, sys.stdout)
        else:
            _save(answer.content, answer.target)
    except OSError as error:
        _write(f"kuntapaatos: vastausta ei voi kirjoittaa: {error.strerror}\n", sys.stderr)
        return 1
    return answer.status


def _answer(arguments: list[str]) -> _Answer:
    """Return what is written, with the exit status."""
    command = arguments[0] if arguments and arguments[0] in _COMMANDS else ""
    flags = () if command else _FLAGS
    given, names, asked = _parsed(arguments[bool(command) :], _COMMANDS[command], flags)
    if "--help" in asked:
        return _Answer(_HELP.format(languages=_languages(), formats=_formats()))
    if "--version" in asked:
        return _Answer(f"kuntapaatos {__version__}, säännöt tarkistettu {shown(LAW_AS_OF)}\n")
    if len(names) != 1 or not names[0]:
        raise _Refused("anna yksi tiedosto tai - (ohje: kuntapaatos --help)")
    language, target = given.pop("language", "fi"), given.pop("output", None)
    content = _read(names[0])
    if target is not None and _same_file(names[0], target):
        raise _Refused(f"vastausta ei kirjoiteta luettavan tiedoston päälle: {_named(target)}")
    if command == "instruction":
        return _Answer(_instruction(content, names[0], language), 0, target)
    reading = text.read(content)
    if not reading.is_decision:
        fault = "ei ole päätös: tekstistä ei löydy päätöstä eikä muutoksenhakuohjetta"
        raise _Refused(f"{_named(names[0])} {fault}")
    if command == "review":
        return _Answer(*_review(reading, _named(names[0]), language, given), target)
    known = Known(**given)
    forms = [flag for flag in flags if f"--{flag}" in asked]
    if forms:
        return _Answer(_exported(reading, known, language, forms), 0, target)
    return _Answer(report(reading, known, language), 0, target)


def _exported(reading: text.Reading, known: Known, language: str, forms: list[str]) -> bytes:
    """Return the answer for another program: bytes, since no letter of it may change."""
    from kuntapaatos.io.export import as_ics, as_json

    if len(forms) > 1:
        raise _Refused("valitse --json tai --ics")
    try:
        if forms == ["json"]:
            return as_json(reading, known).encode()
        calendar = as_ics(reading, known, language)
    except ImportError as error:
        install = shortened(str(error)).rpartition(": ")[2]
        raise _Refused(f"--{forms[0]} vaatii lisäosan: {install}") from None
    if calendar is None:
        raise _Refused("yhtään viimeistä päivää ei voi laskea; anna esimerkiksi --letter PÄIVÄ")
    return calendar


def _review(
    reading: text.Reading, name: str, language: str, given: dict[str, Any]
) -> tuple[str, int]:
    from kuntapaatos.findings import review
    from kuntapaatos.io.clerk import places, shown_findings

    found = review(reading.decision, on=given.get("on"), spans=places(reading))
    form = given.get("format", "text")
    return shown_findings(found, reading, name, form, language), 1 if found else 0


def _instruction(content: str, name: str, language: str) -> str:
    from kuntapaatos.io.described import instruction_from
    from kuntapaatos.io.wording import write_instruction

    try:
        return write_instruction(instruction_from(content, language), language) + "\n"
    except UnreadableInput as error:
        raise _Refused(f"{_named(name)}: {error}") from None


def _parsed(
    arguments: list[str], options: dict[str, _Option], flags: Sequence[str]
) -> tuple[dict[str, Any], list[str], set[str]]:
    """Return what was given beside the document, the files, and whether help was asked."""
    longs = [*(f"{name[2:]}=" for name in options), *flags, "help", "version"]
    try:
        found, names = getopt.gnu_getopt(arguments, "hV", longs)
    except getopt.GetoptError as error:
        raise _Refused(_misused(error.opt, arguments, options, flags)) from None
    given: dict[str, Any] = {}
    asked: set[str] = set()
    for name, value in found:
        option = options.get(name)
        if option is None:
            asked.add(_SHORT.get(name, name))
            continue
        parsed = _value(name, option, value)
        if option.repeats:
            given.setdefault(option.field, []).append(parsed)
        elif given.setdefault(option.field, parsed) != parsed:
            raise _Refused(f"{name} on annettu kahdesti eri arvoin")
    return given, names, asked


def _misused(
    name: str, arguments: list[str], options: dict[str, _Option], flags: Sequence[str]
) -> str:
    dashes = "--" if len(name) > 1 or f"--{name}" in arguments else "-"
    option = f"{dashes}{shortened(name, 40)}"
    fault = "on tuntematon valinta"
    if option in options:
        fault = "vaatii arvon"
    elif option in _SHORT.values() or option[2:] in flags:
        fault = "ei ota arvoa"
    return f"{option} {fault} (ohje: kuntapaatos --help)"


def _value(name: str, option: _Option, value: str) -> object:
    try:
        return option.parse(value)
    except KuntapaatosError:
        expected = option.expected if isinstance(option.expected, str) else option.expected()
        raise _Refused(f"{name}: {expected}; annettu ”{shortened(value, 60)}”") from None


def _read(name: str) -> str:
    """Return the text of a file, or of standard input."""
    try:
        if name == "-":
            content = sys.stdin.buffer.read(MAXIMUM_BYTES + 1)
        else:
            with Path(name).open("rb") as file:
                content = file.read(MAXIMUM_BYTES + 1)
    except FileNotFoundError:
        raise _Refused(f"tiedostoa ei ole: {_named(name)}") from None
    except IsADirectoryError:
        raise _Refused(f"{_named(name)} on kansio, ei tiedosto") from None
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or "nimi ei kelpaa"
        raise _Refused(f"tiedostoa ei voi avata: {_named(name)} ({why})") from None
    if not content.strip():
        raise _Refused(f"{_named(name)} on tyhjä")
    try:
        return load(content, Path(name).suffix)
    except UnreadableInput as error:
        raise _Refused(f"{_named(name)} {_unreadable(error.why)}") from None
    except ImportError as error:
        install = shortened(str(error)).rpartition(": ")[2]
        raise _Refused(f"{_named(name)} vaatii lisäosan: {install}") from None


def _unreadable(why: str) -> str:
    for start, reason in _UNREADABLE.items():
        if why.startswith(start):
            return reason
    return f"ei ole luettavissa tekstiksi ({why})"


def _named(name: str) -> str:
    return "vakiosyöte" if name == "-" else shortened(name, 120)


def _same_file(name: str, target: str) -> bool:
    try:
        return name != "-" and Path(target).samefile(name)
    except OSError:
        return False


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


if __name__ == "__main__":
    sys.exit(main())
