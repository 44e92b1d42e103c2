r"""
What an instruction asks for: who may use the remedy, in which form, with what in it.

>>> from kuntapaatos.io.text.instruction.prose import prose_of
>>> text = prose_of("Oikaisuvaatimuksen saa tehdä\n- asianosainen\n- kunnan jäsen.")
>>> [fact.value.value for fact in read_entitled(text.passage(0, 60))]
['asianosainen', 'kunnan jäsen']
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from enum import Enum
from functools import cache

from kuntapaatos.appeal import Attachment, Content, Form
from kuntapaatos.io.text.facts import Fact
from kuntapaatos.io.text.instruction import words
from kuntapaatos.io.text.instruction.prose import Passage, Sentence, pattern
from kuntapaatos.io.text.tables import table
from kuntapaatos.io.text.words.lexicon import Word, words_of
from kuntapaatos.io.text.words.patterns import Statements
from kuntapaatos.remedy.kinds import Entitled

__all__ = ["read_attachments", "read_contents", "read_entitled", "read_form"]

_ENUMS: dict[str, type[Enum]] = {
    "entitled": Entitled,
    "contents": Content,
    "attachments": Attachment,
    "form": Form,
}
# A word that each of the sentences has, looked for before the statements.
_STEMS = {
    "kuka": ("oikeu", "saa", "voi", "får", "kan", "rätt"),
    "ilmoitettava": ("ilmoit", "ilm", "mainit", "esitett", "sk", "upp", "måste", "bör", "ber "),
    "liitettävä": ("liite", "fog"),
}
_FORMAL = ("kirj", "skrift", "sähköi", "elektron", "omakät", "underteck", "egenhänd")
_ITEM = pattern(r"[\s]{0,40}(?:[-–•*·o>]\s|\d{1,2}[.)]\s|[a-h]\)\s|[a-zåäö(])")
_LONGEST_LIST = 3000


@cache
def _asked(name: str) -> Statements:
    return Statements.of(
        (row["says"], source) for row in table("asked")[name] for source in (*row["fi"], *row["sv"])
    )


def _named(name: str, regions: Iterable[list[Word]]) -> list[Fact]:
    """Return what the words of regions name, in the order of the text; each once."""
    found: dict[str, tuple[int, int]] = {}
    for region in regions:
        taken: set[int] = set()
        hits: list[tuple[int, int, str]] = []
        # A closer phrase, which stands earlier in the table, hides the words it is made of.
        for said in sorted(_asked(name).in_words(region), key=lambda one: one.row):
            place = range(said.first, said.last + 1)
            if taken.isdisjoint(place):
                taken.update(place)
                hits.append((region[said.first].start, region[said.last].end, said.name))
        for start, end, says in sorted(hits):
            found.setdefault(says, (start, end))
    return [Fact(name, _ENUMS[name](says), *place) for says, place in found.items()]


def _listed(part: Passage, sentence: Sentence) -> int:
    """Return where the list that follows a sentence ends."""
    if sentence.low.rstrip().endswith("."):
        return sentence.end
    text, at = part.text.text, sentence.end
    end = min(part.end, at + _LONGEST_LIST)
    while at < end:
        stop = text.find("\n", at, end)
        stop = end if stop < 0 else stop + 1
        line = text[at : min(stop, at + 400)]
        if not line.isspace() and _ITEM.match(line) is None:
            break
        at = stop
    return at


def _regions(
    part: Passage, says: str, tells: Callable[[Sentence], bool] = lambda _: True
) -> Iterator[list[Word]]:
    """Give the words of the sentences that open a list, each with its list."""
    at = part.start
    for sentence in part.sentences:
        if (
            sentence.start >= at
            and any(map(sentence.low.__contains__, _STEMS[says]))
            and says in part.text.says("demands", sentence)
            and tells(sentence)
        ):
            at = _listed(part, sentence)
            yield words_of(part.text.text, sentence.start, at)


def read_entitled(part: Passage) -> list[Fact]:
    """Return who may use the remedy."""

    def tells(sentence: Sentence) -> bool:
        return (
            (words.names_remedy(sentence.low) or "vaatimuksen " in sentence.low)
            and "ei kuka" not in part.text.says("demands", sentence)
            and not words.is_negative(sentence.low)
        )

    return _named("entitled", _regions(part, "kuka", tells))


def read_contents(part: Passage) -> list[Fact]:
    """Return what the document must state, in the order of the text."""
    return _named("contents", _regions(part, "ilmoitettava"))


def read_attachments(part: Passage) -> list[Fact]:
    """Return what must be enclosed."""
    return _named("attachments", _regions(part, "liitettävä"))


def read_form(part: Passage) -> list[Fact]:
    """Return in which form the remedy is used, in the order of the forms."""
    regions = (
        part.text.words(sentence)
        for sentence in part.sentences
        if any(map(sentence.low.__contains__, _FORMAL))
        and "ei muotoa" not in part.text.says("demands", sentence)
    )
    order: list[object] = list(Form)
    return sorted(_named("form", regions), key=lambda fact: order.index(fact.value))
