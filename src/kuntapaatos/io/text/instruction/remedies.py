"""
Which remedy a heading, a short mention or a sentence is about.

>>> headed("valitusosoitus, kunnallisvalitus §:t 4-7").value, headed("oikaisuvaatimuksen sisältö")
('kunnallisvalitus', None)
>>> named("oikaisuvaatimuksen johdosta annettuun päätökseen haetaan muutosta valittamalla.").value
'valitus'
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from kuntapaatos.io.text.instruction import words
from kuntapaatos.io.text.tables import table
from kuntapaatos.io.text.words.lexicon import Word, words_of
from kuntapaatos.io.text.words.patterns import Statements
from kuntapaatos.remedy.kinds import RemedyKind

__all__ = ["BAN", "ZONE", "closer", "headed", "mentioned", "named"]

BAN, ZONE = "kielto", "muutoksenhaku"
"""What a heading says that names no remedy: that there is none, and that of all of them."""
_ON_A_REVIEW = "oikaisuvaatimuksesta"
_TABLE = table("remedies")
_TAIL, _TAIL_STARTS = frozenset(_TABLE["tail"]), tuple(_TABLE["tail_starts"])
# A line that goes on is a sentence.
_LONGEST_REST = 60
_ACTS = tuple(_TABLE["acts"])
_STEMS = {
    RemedyKind.MUNICIPAL_APPEAL: (
        "kunnallisvalituks",
        "(kunnallisvalitus",
        "genom kommunalbesvär",
        "anförs kommunalbesvär",
        "kommunalbesvär hos",
    ),
    RemedyKind.ADMINISTRATIVE_APPEAL: (
        "hallintovalituks",
        "(hallintovalitus",
        "genom förvaltningsbesvär",
        "anförs förvaltningsbesvär",
        "förvaltningsbesvär hos",
    ),
}


@cache
def _statements(kind: str) -> Statements:
    return Statements.of(
        (row["says"], source) for row in _TABLE[kind] for source in (*row["fi"], *row["sv"])
    )


def _kind(says: str) -> RemedyKind | str:
    return says if says in {BAN, ZONE} else RemedyKind(says)


def _without_tail(line: Sequence[Word]) -> Sequence[Word]:
    """Return the words of a heading without the acts, sections and days behind it."""
    acts = (at for at, word in enumerate(line) if at and word.form.startswith(_ACTS))
    end = next(acts, len(line))
    while end > 1 and (
        line[end - 1].form in _TAIL
        or line[end - 1].form[0].isdigit()
        or line[end - 1].form.startswith(_TAIL_STARTS)
        or (len(line[end - 1].form) == 1 and line[end - 2].form[0].isdigit())
    ):
        end -= 1
    return line[:end]


def headed(low: str) -> RemedyKind | str | None:
    """Return which remedy a heading is about, `BAN` or `ZONE`; `None` when it is another one."""
    if words.SAYING.search(low):
        return None
    for part in (low, low.partition("(")[0]):
        line = _without_tail(words_of(part))
        found = min(_statements("heading").in_words(line), key=lambda one: one.row, default=None)
        if found is not None:
            return _kind(found.name)
    return None


def mentioned(low: str) -> RemedyKind | None:
    """Return which remedy a short line names first of all."""
    line = words_of(low)
    found = next(_statements("mention").in_words(line), None)
    if found is None or len(low) - line[found.last].end > _LONGEST_REST:
        return None
    return RemedyKind(found.name)


def named(low: str) -> RemedyKind | None:
    """Return the remedy a sentence is about: the first named, a closer name before "valitus"."""
    said = list(_statements("name").in_words(words_of(low)))
    told = {at for one in said if one.name == _ON_A_REVIEW for at in range(one.first, one.last + 1)}
    for one in said:
        if one.name != _ON_A_REVIEW and one.first not in told:
            return RemedyKind(one.name)
    return RemedyKind.APPEAL if words.GENERIC_APPEAL.search(low) else None


def closer(low: str) -> RemedyKind:
    """Return the kind of appeal that a passage about an appeal names, if it is one."""
    kinds = [kind for kind, stems in _STEMS.items() if any(map(low.__contains__, stems))]
    return kinds[0] if len(kinds) == 1 else RemedyKind.APPEAL
