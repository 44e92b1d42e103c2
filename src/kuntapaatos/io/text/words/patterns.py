r"""
A small language for sentences, over words and not over letters.

    hyväksyä      any form of the word           =tiedoksi    this form only
    förslag*      a word that begins so           *lupa        a word that ends so
    a|b           one of these                    word?        or nothing
    ...           at most eight words             #            a number
    ^             the first word of the sentence  $            the last one

Nothing repeats without a bound, so a text takes time linear in its length.

>>> says = Statements.of([("noted", "merkitä ... =tiedoksi"), ("approved", "hyväksyä")])
>>> for said in says.in_words(words_of("Selvitys merkittiin osaltaan tiedoksi.")):
...     print(said.name, said.first, said.last)
noted 1 3
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from attrs import Factory, field, frozen

from kuntapaatos.io.text.words.lexicon import Word, words_of

__all__ = ["InvalidPattern", "Said", "Statements", "words_of"]

_GAP = 8
# A word that only begins so is looked up by its first letters.
_KEY = 3
_KEPT = 1_000
_ANY, _FIRST, _LAST, _NUMBER = "...", "^", "$", "#"


class InvalidPattern(ValueError):
    """A pattern of a table that cannot be looked up, with the reason."""


class Said(NamedTuple):
    """
    A statement that stands in a sentence.

    Attributes:
        name: What it says, as its table calls it.
        first: Number of its first word, included.
        last: Number of its last word, included.
        row: Which row of the table it is.
    """

    name: str
    first: int
    last: int
    row: int


class _Step(NamedTuple):
    lemmas: frozenset[str]
    forms: frozenset[str]
    starts: tuple[str, ...]
    ends: tuple[str, ...]
    number: bool
    optional: bool
    kind: str

    def takes(self, word: Word) -> bool:
        form = word.form
        return (
            not self.lemmas.isdisjoint(word.lemmas)
            or form in self.forms
            or (bool(self.starts) and form.startswith(self.starts))
            or (bool(self.ends) and form.endswith(self.ends))
            or (self.number and form[0].isdigit())
        )


def _step(source: str) -> _Step:
    if source in {_ANY, _FIRST, _LAST}:
        return _Step(frozenset(), frozenset(), (), (), False, False, source)
    optional = source.endswith("?")
    parts = source.removesuffix("?").split("|")
    return _Step(
        # A word without a row in the lexicon stands for itself.
        frozenset(part for part in parts if part[0] not in "=*#" and part[-1] != "*"),
        frozenset(part.removeprefix("=") for part in parts if "*" not in part and part != _NUMBER),
        tuple(part[:-1] for part in parts if part.endswith("*")),
        tuple(part[1:] for part in parts if part.startswith("*")),
        _NUMBER in parts,
        optional,
        "",
    )


def _ends(steps: Sequence[_Step], words: Sequence[Word], at: int, step: int) -> int | None:
    """Return after which word the steps from *step* end when they begin at word *at*."""
    while step < len(steps):
        one = steps[step]
        if one.kind == _ANY:
            for begin in range(at, min(at + _GAP, len(words)) + 1):
                end = _ends(steps, words, begin, step + 1)
                if end is not None:
                    return end
            return None
        if one.kind == _LAST:
            if at != len(words):
                return None
        elif at < len(words) and one.takes(words[at]):
            at += 1
        elif not one.optional:
            return None
        step += 1
    return at


class _Row(NamedTuple):
    """
    A pattern of a table.

    Attributes:
        number: Which row of the table it is.
        name: What it says.
        is_first: Whether it begins with the first word of a sentence.
        starts: How its first word may begin.
        ends: How it may end.
        steps: What follows that word.
        needs: Of each word that it cannot do without, what it may be: they are looked for first.
    """

    number: int
    name: str
    is_first: bool
    starts: tuple[str, ...]
    ends: tuple[str, ...]
    steps: tuple[_Step, ...]
    needs: tuple[frozenset[str], ...]

    def misses(self, keys: set[str]) -> bool:
        """Whether a sentence of these words and beginnings lacks one that is needed."""
        for need in self.needs:  # noqa: SIM110  # half as fast with any()
            if need.isdisjoint(keys):
                return True
        return False


def _needs(step: _Step) -> frozenset[str]:
    """Return what the word that a step takes may be; nothing where it may be left out or any."""
    short = any(len(start) < _KEY for start in step.starts)
    if step.kind or step.optional or step.ends or step.number or short:
        return frozenset()
    return step.lemmas | step.forms | {f"{start[:_KEY]}*" for start in step.starts}


def _keys(words: Sequence[Word]) -> set[str]:
    """Return what the words of a sentence are: their forms, what these are of, how they begin."""
    keys = {word.form for word in words}
    keys.update(f"{form[:_KEY]}*" for form in tuple(keys))
    return keys.union(*[word.lemmas for word in words if word.lemmas])


@frozen
class Statements:
    """
    Patterns, looked up by the word they begin with.

    Made with `Statements.of`.
    """

    _by_form: dict[str, tuple[_Row, ...]]
    _by_lemma: dict[str, tuple[_Row, ...]]
    _by_start: dict[str, tuple[_Row, ...]]
    _by_end: tuple[_Row, ...]
    # What was found for the words met last, of which the most come back.
    _known: dict[str, tuple[_Row, ...]] = field(
        init=False, eq=False, repr=False, default=Factory(dict)
    )

    @classmethod
    def of(cls, rows: Iterable[tuple[str, str]]) -> Statements:
        """
        Return the statements of a table.

        Args:
            rows: What each says, and its pattern.

        Raises:
            InvalidPattern: A pattern begins with what cannot be looked up.
        """
        by_form: dict[str, list[_Row]] = {}
        by_lemma: dict[str, list[_Row]] = {}
        by_start: dict[str, list[_Row]] = {}
        by_end: list[_Row] = []
        for number, (name, source) in enumerate(rows):
            parts = source.split()
            is_first = parts[:1] == [_FIRST]
            begins, *steps = map(_step, parts[is_first:]) if parts[is_first:] else [_step(_ANY)]
            if (
                begins.kind
                or begins.optional
                or begins.number
                or any(len(start) < _KEY for start in begins.starts)
                or sum(step.kind == _ANY for step in steps) > 3
            ):
                raise InvalidPattern(source)
            needs = tuple(need for need in map(_needs, steps) if need)
            row = _Row(number, name, is_first, begins.starts, begins.ends, tuple(steps), needs)
            if begins.ends:
                by_end.append(row)
            for form in begins.forms:
                by_form.setdefault(form, []).append(row)
            for lemma in begins.lemmas:
                by_lemma.setdefault(lemma, []).append(row)
            for start in {start[:_KEY] for start in begins.starts}:
                by_start.setdefault(start, []).append(row)
        indexes = (
            {key: tuple(found) for key, found in index.items()}
            for index in (by_form, by_lemma, by_start)
        )
        return cls(*indexes, tuple(by_end))  # type: ignore[arg-type,call-arg]

    def in_words(self, words: Sequence[Word]) -> Iterator[Said]:
        """Give what the words of one sentence say, in order; a table's earlier row first."""
        known = self._known
        keys: set[str] = set()
        for at, word in enumerate(words):
            rows = known.get(word.form)
            for row in self._begun(word) if rows is None else rows:
                if at and row.is_first:
                    continue
                if row.needs:
                    keys = keys or _keys(words)
                    if row.misses(keys):
                        continue
                end = _ends(row.steps, words, at + 1, 0) if row.steps else at + 1
                if end is not None:
                    yield Said(row.name, at, end - 1, row.number)

    def _begun(self, word: Word) -> tuple[_Row, ...]:
        """Return the rows that may begin with a word, in order, each once."""
        form = word.form
        found = {row.number: row for row in self._by_form.get(form, ())}
        for lemma in word.lemmas:
            found.update((row.number, row) for row in self._by_lemma.get(lemma, ()))
        for row in self._by_start.get(form[:_KEY], ()):
            if form.startswith(row.starts):
                found[row.number] = row
        for row in self._by_end:
            if form.endswith(row.ends):
                found[row.number] = row
        rows = tuple(found[number] for number in sorted(found))
        if len(self._known) >= _KEPT:
            self._known.clear()
        self._known[form] = rows
        return rows
