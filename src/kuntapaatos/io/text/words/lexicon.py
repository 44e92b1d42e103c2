r"""
A text cut into words, each with the base forms that it may be a form of.

Which words are known is told by `tables/forms.toml`; an unknown word stands for
itself alone.

>>> [word.form for word in words_of("Avustusta EI myönnetä, 14 päivää.")]
['avustusta', 'ei', 'myönnetä', '14', 'päivää']
>>> words_of("myönnetä")[0].lemmas
frozenset({'myöntää'})
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple

from attrs import frozen

from kuntapaatos.io.text.tables import table
from kuntapaatos.io.text.words.inflection import Forms, finnish_verb, swedish_verb

__all__ = ["Group", "Word", "lexicon", "words_of"]

_TOKEN = re.compile(r"[^\W\d_][\w-]{0,60}|\d{1,12}|[,;:.()–]")
_MARKS = frozenset(",;:.()–")
_NO_LEMMAS: frozenset[str] = frozenset()
_PLAIN, _KEPT = "plain", 1_000


class Word(NamedTuple):
    """
    One word or number.

    Attributes:
        form: In lower case.
        lemmas: The known words it may be a form of.
        clause: Which clause of its text it stands in, counted from 0.
        start: Where it starts, included.
        end: Where it ends, excluded.
    """

    form: str
    lemmas: frozenset[str]
    clause: int
    start: int
    end: int


# Half of a word's price is the function that names its fields.
_made = tuple.__new__


@frozen
class Group:
    """
    Words that a table lists: whole, as they begin ("vaatimu*") or as they end ("*valitus").

    >>> send = Group.of(["lähetä", "toimite*"])
    >>> send.has("toimitetaan"), send.has("lähetän")
    (True, False)
    """

    forms: frozenset[str]
    starts: tuple[str, ...]
    ends: tuple[str, ...]

    @classmethod
    def of(cls, rows: Iterable[str]) -> Group:
        """Return the group of the words of a table."""
        every = tuple(rows)
        return cls(
            frozenset(row for row in every if "*" not in row),
            tuple(row[:-1] for row in every if row[-1] == "*"),
            tuple(row[1:] for row in every if row[0] == "*"),
        )

    def has(self, form: str) -> bool:
        """Whether a word in lower case is one of them."""
        return form in self.forms or form.startswith(self.starts) or form.endswith(self.ends)


class Lexicon(NamedTuple):
    """
    The known words.

    Attributes:
        lemmas: From a form to the words it may be a form of.
        negated: Forms that stand beside a verb of negation.
        without: Forms that deny by themselves.
        harmless: Forms that look so and deny nothing ("lukuun ottamatta").
        joints: Words that begin a clause.
    """

    lemmas: dict[str, frozenset[str]]
    negated: frozenset[str]
    without: frozenset[str]
    harmless: frozenset[str]
    joints: frozenset[str]


@cache
def lexicon() -> Lexicon:
    """Return the known words, read once."""
    data = table("forms")
    known: dict[str, set[str]] = {}
    negated: set[str] = set()
    without: set[str] = set()
    harmless = {form for rows in data["harmless"].values() for form in rows}
    for name, rows in data["verb"].items():
        verb = finnish_verb if name == "fi" else swedish_verb
        for row in rows:
            forms: Forms = verb(row)
            for form in forms.every:
                known.setdefault(form, set()).add(row.split()[0])
            negated |= forms.negated
            without |= forms.without - harmless
    for rows in data[_PLAIN].values():
        for row in rows:
            lemma, *others = row.split()
            for form in (lemma, *others):
                known.setdefault(form, set()).add(lemma)
    joints = frozenset(word for rows in data["joint"].values() for word in rows)
    lemmas = {form: frozenset(names) for form, names in known.items()}
    return Lexicon(lemmas, frozenset(negated), frozenset(without), frozenset(harmless), joints)


def words_of(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """
    Return the words of *text* between two places, in order.

    A comma, a colon and a word such as "että" begin a clause.
    """
    piece = text[start:end]
    words = _cut(piece) if len(piece) <= _KEPT else _cut.__wrapped__(piece)
    if not start:
        return [*words]
    return [
        _made(Word, (form, lemmas, clause, first + start, last + start))
        for form, lemmas, clause, first, last in words
    ]


# A sentence is asked several things, one soon after the other: the last few are kept.
@lru_cache(maxsize=64)
def _cut(piece: str) -> tuple[Word, ...]:
    known = lexicon()
    lemmas, joints = known.lemmas, known.joints
    found: list[Word] = []
    clause = 0
    for hit in _TOKEN.finditer(piece):
        form = hit[0].lower()
        if form in _MARKS:
            clause += form != "."
            continue
        clause += form in joints
        found.append(_made(Word, (form, lemmas.get(form, _NO_LEMMAS), clause, *hit.span())))
    return tuple(found)
