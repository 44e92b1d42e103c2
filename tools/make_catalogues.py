"""
Make the template of the catalogues anew, and bring each language up to date with it.

    python tools/make_catalogues.py

A new or changed sentence is left empty in each language; `tests/io/wording` fails until
it is translated.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, time
from enum import Enum
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from kuntapaatos import __version__
from kuntapaatos.io.text.reading import Mark, ProblemCode, Why
from kuntapaatos.io.wording import answering, describing
from kuntapaatos.io.wording.catalogue import LOCALE
from kuntapaatos.io.wording.sentences import every_sentence
from kuntapaatos.io.wording.terms import ACTS, COURT, TERMS, term_of
from kuntapaatos.law import LAW_AS_OF

TEMPLATE = LOCALE / "kuntapaatos.pot"
SPEAKING = LOCALE.parent / "io"
# How the modules mark a phrase, and the law behind it.
PHRASES: dict[str, tuple[int, ...] | None] = {
    "t": None,
    "self": None,
    "later": None,
    "many": (1, 2),
    "Refused": None,
}
BEHIND = "Law: "


def template() -> Catalog:
    """Return every message with its comment, and no translation."""
    made = Catalog(project="kuntapaatos", version=__version__, charset="utf-8")
    for sentence in every_sentence(answering, describing):
        made.add(
            (sentence.text, sentence.many) if sentence.many else sentence.text,
            context=sentence.context or None,
            auto_comments=[sentence.law] if sentence.law else [],
            flags=["python-brace-format"] if "{" in sentence.text else [],
        )
    kinds: dict[str, type[Enum]] = {**TERMS, "ProblemCode": ProblemCode, "Mark": Mark, "Why": Why}
    for name, kind in kinds.items():
        for member in kind:
            made.add(term_of(member), context=name, auto_comments=[f"{name}.{member.name}"])
    for act in (*ACTS, COURT):
        made.add(act, context="Act", auto_comments=["The official name, as the law is cited"])
    for phrase in phrases():
        made.add(*phrase[:1], auto_comments=phrase[1], flags=phrase[2])
    return made


def phrases() -> Iterator[tuple[str | tuple[str, ...], list[str], list[str]]]:
    """Give the phrases of the edges: the text, the law behind it, and its flags."""
    found: Any = extract_from_dir(
        SPEAKING,
        method_map=[("**.py", "python")],
        keywords=PHRASES,
        comment_tags=(BEHIND,),
        strip_comment_tags=True,
    )
    for _, _, text, comments, _ in found:
        one = text if isinstance(text, str) else text[0]
        yield text, comments, ["python-brace-format"] if "{" in one else []


def written(catalogue: Catalog, path: Path) -> None:
    """Write a catalogue without the day it was made on: the same in, the same out."""
    catalogue.last_translator = catalogue.language_team = "kuntapaatos"
    catalogue.revision_date = datetime.combine(LAW_AS_OF, time(), UTC)
    with path.open("wb") as file:
        write_po(file, catalogue, width=96, omit_header=False, sort_output=False)
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    drop = ("POT-Creation-Date", "Generated-By", "Report-Msgid")
    path.write_text(
        "".join(
            line for line in lines if not line[1:].startswith(drop) and not _is_boilerplate(line)
        ),
        encoding="utf-8",
    )


def _is_boilerplate(line: str) -> bool:
    return line.startswith(("# Copyright", "# This file is", "# FIRST AUTHOR", "# Translations"))


def main() -> None:
    """Write the template and every language."""
    fresh = template()
    written(fresh, TEMPLATE)
    for path in sorted(LOCALE.glob("*/LC_MESSAGES/kuntapaatos.po")):
        language = path.parts[-3]
        with path.open("rb") as file:
            known = read_po(file, locale=language)
        known.update(fresh, no_fuzzy_matching=True)
        known.obsolete.clear()
        written(known, path)


if __name__ == "__main__":
    main()
