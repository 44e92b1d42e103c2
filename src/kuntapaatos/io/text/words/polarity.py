r"""
Whether a sentence says that something is done, or that it is not.

>>> words = words_of("Päätettiin, ettei avustusta myönnetä.")
>>> denial(words, 3, 3), words[1].form
(1, 'ettei')
>>> denial(words_of("Beslutade att inte bevilja bidrag."), 3, 3)
2
>>> denial(words_of("Jätettiin hyväksymättä."), 1, 1)
1
"""

from __future__ import annotations

from collections.abc import Sequence

from kuntapaatos.io.text.words.lexicon import Word, lexicon, words_of

__all__ = ["denial", "is_left_undone", "is_negation", "words_of"]

_FINNISH, _SWEDISH, _ARTICLE = "ei", "inte", "en"
_WITHOUT = ("matta", "mättä")
_LEAVING = frozenset(("jättää", "jäädä"))
# How far a Finnish verb of negation stands from its verb, and the Swedish word after and before.
_FAR, _AFTER, _BEFORE = 12, 4, 4


def is_negation(word: Word) -> bool:
    """Whether a word denies, alone or with a verb; "en" may be a Swedish article."""
    return (_FINNISH in word.lemmas and word.form != _ARTICLE) or (
        _SWEDISH in word.lemmas or word.form in lexicon().without
    )


def is_left_undone(words: Sequence[Word], at: int) -> bool:
    """
    Whether a word in "-matta" says what is left undone, also of a verb that is not known.

    >>> words = words_of("Päätettiin olla hakeutumatta verkostoon viipymättä.")
    >>> [is_left_undone(words, at) for at in range(5)]
    [False, False, True, False, False]
    """
    word = words[at]
    if not word.form.endswith(_WITHOUT) or word.form in lexicon().harmless:
        return False
    return any(
        before.clause == word.clause
        and (before.form == "olla" or not _LEAVING.isdisjoint(before.lemmas))
        for before in words[max(0, at - _FAR) : at]
    )


def denial(words: Sequence[Word], first: int, last: int) -> int | None:
    """
    Return which word denies what is done in words *first* to *last*; `None` if none does.

    In Finnish the verb of negation stands before a verb in its own form, in the same
    clause; in Swedish the word stands near the verb; "-matta" denies by itself.
    """
    known = lexicon()
    for at in range(first, last + 1):
        word = words[at]
        if word.form in known.without:
            return at
        if word.form in known.negated:
            for before in range(at - 1, max(-1, at - _FAR), -1):
                if words[before].clause != word.clause:
                    break
                if _FINNISH in words[before].lemmas:
                    return before
        if word.lemmas:
            for near in range(max(0, at - _BEFORE), min(len(words), at + _AFTER + 1)):
                if words[near].clause == word.clause and _SWEDISH in words[near].lemmas:
                    return near
    return None
