"""
Many files, or a folder of them, as one table: a row a decision or an item of minutes.

>>> print(as_csv([{"path": "a.txt", "title": "=1+1", "last_day": None}]), end="")
path,title,last_day
a.txt,'=1+1,
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from kuntapaatos.errors import UnreadableInput
from kuntapaatos.io.cli.opening import opened, why_not
from kuntapaatos.io.cli.refusing import Refused
from kuntapaatos.io.files import files_in
from kuntapaatos.io.records import Record, Value, to_records
from kuntapaatos.io.report.known import Known
from kuntapaatos.io.text import Reading
from kuntapaatos.io.wording.voice import Voice

__all__ = ["as_csv", "rows_of"]

# A spreadsheet counts what begins so.
_COUNTED = ("=", "+", "-", "@", "\t", "\r")


def rows_of(names: Sequence[str], target: str, known: Known, t: Voice) -> Iterator[Record]:
    """
    Give the rows of files and of the files in folders, in order; one that cannot be read says why.

    Args:
        names: Files and folders.
        target: The file that is written, which is none of them.
        known: What is given beside each document alike.
        t: The language of the reasons.

    Raises:
        Refused: A folder cannot be opened.
    """
    into = Path(target).resolve()
    for name in names:
        folder = name != "-" and Path(name).is_dir()
        try:
            inside = list(files_in(Path(name), into)) if folder else [Path(name)]
        except UnreadableInput as error:
            raise why_not(error.name, error) from None
        for path in inside:
            yield from _rows(str(path), known, t)


def _rows(name: str, known: Known, t: Voice) -> Iterator[Record]:
    try:
        document = opened(name)
    except Refused as refused:
        yield {"path": name, "error": refused.said(t), **_empty()}
        return
    reading = document.reading()
    minutes = document.meeting(reading)
    for record in to_records(reading if minutes is None else minutes, known):
        yield {"path": name, "error": None, **record}


def _empty() -> Record:
    from kuntapaatos.decision import Decision, DocumentKind

    (record,) = to_records(Reading(Decision(kind=DocumentKind.DECISION), (), (), ""))
    return dict.fromkeys(record)


def as_csv(records: Iterable[Record]) -> str:
    """
    Return rows as comma-separated values, with the names of the columns above them.

    A text that a spreadsheet would count has an apostrophe before it.
    """
    written = io.StringIO()
    found = list(records)
    writer = csv.DictWriter(written, found[0] if found else (), lineterminator="\n")
    writer.writeheader()
    writer.writerows({name: _cell(value) for name, value in one.items()} for one in found)
    return written.getvalue()


def _cell(value: Value) -> Value:
    if isinstance(value, str):
        value = " ".join(value.split())
        return f"'{value}" if value.startswith(_COUNTED) else value
    return value.isoformat() if isinstance(value, date) else value
