"""
The tables whose rows are plain statements, and what a sentence says by them.

>>> every("asides", words_of("Valituksesta on toimitettava kopio kirjaamoon."))
frozenset({'jäljennös'})
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from kuntapaatos.io.text.tables import table
from kuntapaatos.io.text.words.lexicon import Word, words_of
from kuntapaatos.io.text.words.patterns import Said, Statements

__all__ = ["TOGETHER", "every", "everything", "stated", "words_of"]


# The tables whose rows hold for any sentence of an instruction: tried together.
TOGETHER = ("acts", "asides", "clocks", "demands", "known", "limits", "openings")
_APART = "/"
_NOTHING: frozenset[str] = frozenset()


class _Table(NamedTuple):
    statements: Statements
    unless: dict[str, Statements]


@cache
def _read(names: tuple[str, ...]) -> _Table:
    rows = [(f"{name}{_APART}{row['says']}", row) for name in names for row in table(name)["row"]]
    return _Table(
        Statements.of(
            (says, source)
            for says, row in rows
            for language in ("fi", "sv")
            for source in row.get(language, ())
        ),
        {
            says: Statements.of((says, source) for source in row["unless"])
            for says, row in rows
            if "unless" in row
        },
    )


def _found(names: tuple[str, ...], words: Sequence[Word]) -> Iterator[str]:
    read = _read(names)
    for said in read.statements.in_words(words):
        if said.name not in read.unless or (
            next(read.unless[said.name].in_words(words), None) is None
        ):
            yield said.name


def every(name: str, words: Sequence[Word]) -> frozenset[str]:
    """Return what a sentence says by one table."""
    return frozenset(said.partition(_APART)[2] for said in _found((name,), words))


def stated(name: str, words: Sequence[Word]) -> Iterator[Said]:
    """
    Give what a sentence says by one table, with the words that say it, in order.

    >>> said = next(stated("starts", words_of("14 päivän kuluessa tiedoksisaannista")))
    >>> said.name, said.first
    ('tiedoksisaanti', 3)
    """
    read = _read((name,))
    for said in read.statements.in_words(words):
        unless = read.unless.get(said.name)
        if unless is None or all(one.first for one in unless.in_words(words[said.first :])):
            yield said._replace(name=said.name.partition(_APART)[2])


def everything(words: Sequence[Word]) -> dict[str, frozenset[str]]:
    """
    Return what a sentence says by each of the tables for instructions.

    >>> everything(words_of("Valituksesta on toimitettava kopio kirjaamoon."))["asides"]
    frozenset({'jäljennös'})
    """
    told = dict.fromkeys(TOGETHER, _NOTHING)
    for said in _found(TOGETHER, words):
        name, _, says = said.partition(_APART)
        told[name] |= {says}
    return told
