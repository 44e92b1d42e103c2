"""
The file that a command line names: opened, or refused with the reason in one sentence.

>>> opened("puuttuu.txt")
Traceback (most recent call last):
    ...
kuntapaatos.io.cli.refusing.Refused: ...
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from kuntapaatos.errors import InvalidValue, Unreadable, UnreadableInput
from kuntapaatos.io.cli.refusing import Refused, named, needs_extra
from kuntapaatos.io.files import MAXIMUM_BYTES, Document, open_document
from kuntapaatos.io.wording.voice import later

__all__ = ["UNREADABLE", "check_target", "opened", "why_not"]

UNREADABLE = {
    Unreadable.NO_TEXT: later("{name} is no text file"),
    Unreadable.ENCODING: later("{name} is in an encoding that is not known; save it as UTF-8"),
    Unreadable.ENCODED_TWICE: later(
        "{name} was encoded as UTF-8 twice, and its letters cannot be got back"
    ),
    Unreadable.TOO_LARGE: later("{name} is too large: at most {first} MB are read"),
    Unreadable.WORD_PROCESSOR: later(
        "{name} is a word processor's document; save it as text or PDF"
    ),
    Unreadable.NO_PDF: later("{name} is no PDF file, or is damaged"),
    Unreadable.PASSWORD: later("{name} is locked"),
    Unreadable.LOCKED: later("{name} is locked"),
    Unreadable.SCAN: later("{name} is pictures of pages alone; recognise their text first"),
    Unreadable.PACKED: later(
        "{name} unpacks to too much: of a part at most {first} MB are read, and of a page at most "
        "{second} drawing commands with what they take"
    ),
    Unreadable.STEPS: later("{name} takes more than {first} steps to read, which is too much"),
    Unreadable.PAGE: later("{name} has a page with more than {first} letters, which is too much"),
    Unreadable.FONT: later(
        "{name} has a font whose table of letters is over {first} MB, which is too much"
    ),
    Unreadable.LETTER: later(
        "{name} has a font with a letter that is a text of over {first} letters"
    ),
    Unreadable.PAGES: later("{name} is too long: at most {first} pages are read"),
    Unreadable.MARKS: later("{name} has more than {first} tags and attributes, which is too much"),
    Unreadable.DEPTH: later("{name} has more than {first} nested parts, which is too much"),
    Unreadable.NESTED: later("{name} has too many nested parts"),
}
"""What is said for each reason, with the bounds that the file goes beyond."""


def opened(name: str) -> Document:
    """
    Return the document of a file, or of standard input.

    Raises:
        Refused: It cannot be opened or read.
    """
    try:
        if name == "-":
            content = sys.stdin.buffer.read(MAXIMUM_BYTES + 1)
        else:
            with Path(name).open("rb") as file:
                content = file.read(MAXIMUM_BYTES + 1)
    except FileNotFoundError:
        raise Refused("there is no such file: {name}", name=named(name)) from None
    except IsADirectoryError:
        fault = later("{name} is a folder; --csv FILE writes a row for each decision in it")
        raise Refused(fault, name=named(name)) from None
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or Refused("no such name can be")
        raise Refused(
            "the file cannot be opened: {name} ({why})", name=named(name), why=why
        ) from None
    if not content.strip():
        raise Refused("{name} is empty", name=named(name))
    try:
        return open_document(content, Path(name).suffix)
    except UnreadableInput as error:
        raise why_not(named(name), error) from None
    except ImportError as error:
        raise needs_extra(named(name), error) from None


def why_not(name: object, error: UnreadableInput) -> Refused:
    """Return why a file cannot be read, to be said in a language."""
    if error.code is None:
        return Refused("{name} cannot be read as text ({why})", name=name, why=error.why)
    places = dict(zip(("first", "second"), error.bounds, strict=False))
    return Refused(UNREADABLE[error.code], name=name, **places)


def check_target(names: list[str], target: str) -> None:
    """
    Refuse what no answer may take the place of: what is read, and what is no file.

    Raises:
        Refused: *target* is one of the files, or none.
    """
    from kuntapaatos.io import saving

    if any(_same_file(name, target) for name in names):
        fault = later("the answer is not written over the file that is read: {name}")
        raise Refused(fault, name=named(target))
    try:
        saving.check_target(target)
    except InvalidValue:
        fault = later(
            "the answer is written to a file alone, not to a folder, a device or a pipe: {name}"
        )
        raise Refused(fault, name=named(target)) from None
    except OSError as error:
        raise Refused("the answer cannot be written: {why}", why=error.strerror) from None


def _same_file(name: str, target: str) -> bool:
    try:
        read = os.fstat(sys.stdin.fileno()) if name == "-" else Path(name).stat()
        return os.path.samestat(read, Path(target).stat())
    except (AttributeError, OSError, ValueError):  # no such file, or no file behind the input
        return False
