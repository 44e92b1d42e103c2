"""
The words that say what kind of thing one is a member of, in all their forms.

>>> head_of("ilmastoverkostosta").base, head_of("kuntahankkeelle").kind.value
('verkosto', 'hanke')
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from kuntapaatos.io.text.tables import table
from kuntapaatos.io.text.words.lexicon import Word
from kuntapaatos.membership import MembershipKind

__all__ = ["ASSOCIATION", "Head", "head_of", "is_kind", "may_name", "word_set"]

ASSOCIATION = frozenset(("ry", "rf"))
"""What stands behind the name of an association."""
# From the genitive: "hankkee-n", "hankkee-lle".
_CASES = ("ssA", "stA", "llA", "lle", "ltA", "ksi", "nA")


class Head(NamedTuple):
    """
    What a word says that a thing is.

    Attributes:
        base: Its base form.
        kind: The kind of thing; `None` where the word does not tell.
        named: Whether it is part of the name after a genitive.
        swedish: Whether the word is Swedish.
        form: The form of the table in which the word ends.
    """

    base: str
    kind: MembershipKind | None
    named: bool
    swedish: bool
    form: str


@cache
def word_set(name: str) -> frozenset[str]:
    """Return the words of a list of the table."""
    return frozenset(table("networks")["words"][name].split())


def _finnish(line: str) -> list[str]:
    base, genitive, *others = line.split()
    vowel = "a" if any(letter in "aou" for letter in genitive) else "ä"
    stem = genitive[:-1]
    return [base, genitive, *others, *(stem + case.replace("A", vowel) for case in _CASES)]


@cache
def _heads() -> dict[str, Head]:
    found: dict[str, Head] = {}
    for row in table("networks")["head"]:
        kind = MembershipKind(row["kind"]) if "kind" in row else None
        for language in ("fi", "sv"):
            for line in row[language]:
                base, *_ = forms = _finnish(line) if language == "fi" else line.split()
                for form in forms:
                    found[form] = Head(base, kind, row["name"], language == "sv", form)
    return found


@cache
def _longest_first() -> tuple[str, ...]:
    return tuple(sorted(_heads(), key=len, reverse=True))


@lru_cache(maxsize=2048)
def head_of(form: str) -> Head | None:
    """Return the head that a word in lower case is, or ends in."""
    whole = _heads().get(form)
    if whole is not None or len(form) < 6 or not form.endswith(_longest_first()):
        return whole
    return next(_heads()[end] for end in _longest_first() if form.endswith(end))


@cache
def _sign() -> re.Pattern[str]:
    bases = {one.base[:4] for one in _heads().values()} | {"jäsen", "medlem", r"r\.[fy]\b"}
    whole = "|".join(sorted(ASSOCIATION))
    return re.compile(rf"{'|'.join(sorted(bases))}|\b(?:{whole})\b", re.IGNORECASE)


def may_name(text: str, end: int) -> bool:
    """Whether a text has, before a place, a word without which it names no network."""
    return _sign().search(text, 0, end) is not None


def is_kind(word: Word) -> bool:
    """Whether a word tells of something to be a member of, named or not."""
    return head_of(word.form) is not None
