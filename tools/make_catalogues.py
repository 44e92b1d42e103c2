"""
Make the template of the catalogues anew, and bring each language up to date with it.

    python tools/make_catalogues.py

A new or changed sentence is left empty in each language; `tests/io/wording` fails until
it is translated.
"""

from __future__ import annotations

from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from kuntapaatos.io.wording.catalogue import LOCALE
from kuntapaatos.io.wording.sentences import every_sentence
from kuntapaatos.io.wording.terms import TERMS, term_of

TEMPLATE = LOCALE / "kuntapaatos.pot"


def template() -> Catalog:
    """Return every message with its comment, and no translation."""
    made = Catalog(project="kuntapaatos", version="0.1.0", charset="utf-8")
    for sentence in every_sentence():
        made.add(
            (sentence.text, sentence.many) if sentence.many else sentence.text,
            context=sentence.context or None,
            auto_comments=[sentence.law] if sentence.law else [],
            flags=["python-brace-format"] if "{" in sentence.text else [],
        )
    for name, kind in TERMS.items():
        for member in kind:
            made.add(term_of(member), context=name, auto_comments=[f"{name}.{member.name}"])
    return made


def written(catalogue: Catalog, path: Path) -> None:
    """Write a catalogue without the day it was made on: the same in, the same out."""
    with path.open("wb") as file:
        write_po(file, catalogue, width=96, omit_header=False, sort_output=False)
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    drop = (
        "POT-Creation-Date",
        "PO-Revision-Date",
        "Generated-By",
        "Last-Translator",
        "Report-Msgid",
    )
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
