"""
What a municipality does about which membership, from what was decided and the heading.

>>> text = "Kunta eroaa Järvikunnat ry:stä."
>>> found = joined_to(text, decided=[(0, len(text))], titled=None, prepared=[])
>>> found.named.name, found.action
('Järvikunnat', <MembershipAction.LEAVES: 'eroaa'>)
>>> text = "Osallistuminen Järvikunnat ry:n vuosijuhlaan"
>>> joined_to(text, decided=[], titled=(0, len(text)), prepared=[]) is None
True
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from attrs import frozen

from kuntapaatos.io.text.network_heads import head_of, is_kind
from kuntapaatos.io.text.networks import Named, in_base_form, named, without_owner
from kuntapaatos.io.text.words.outcomes import DECIDING, sentences
from kuntapaatos.io.text.words.polarity import is_negation
from kuntapaatos.io.text.words.statements import every, words_of
from kuntapaatos.membership import MembershipAction, MembershipKind

__all__ = ["JoinedTo", "acts", "joined_to"]

Stretch = tuple[int, int]
_TABLE = "joins"
_EVENT, _TALK, _MEMBERSHIP, _ENDS = "muu tilaisuus", "muu asia", "jäsenyys", "päättyy"
_FOUNDED = MembershipAction.FOUNDS.value
# Words that speak of a network without its kind: its members, and who pays for it.
_ABOUT = ("jäsen", "medlem", "rahoitusosuu", "kuntaraho", "finansieringsandel", "kommunandel")
_SHARED = ("yhtei", "gemensam")
# The more telling word goes first: who goes on takes part, too.
_ACTIONS = (
    MembershipAction.LEAVES,
    MembershipAction.APPLIES,
    MembershipAction.RENEWS,
    MembershipAction.STAYS,
    MembershipAction.FOUNDS,
    MembershipAction.JOINS,
)
# How many words after a name may tell that an event is meant.
_NEAR = 4
# As much of a text without a heading and a decision is looked through, as of a piece of news.
_NEWS = 1_500
# Which of its pieces may be its heading, when no full stop ends it.
_HEADS = 3
_MOST = 20_000
_AND = re.compile(r"[ ](?:ja|sekä|och|samt)[ ]")


@frozen
class JoinedTo:
    """
    What is joined or left, and how.

    Attributes:
        named: Its name and place.
        action: What the municipality does; `None` where only its membership is spoken of.
        others: What else the same sentence names, to which the same is done.
    """

    named: Named
    action: MembershipAction | None
    others: tuple[str, ...] = ()


@frozen
class _Sentence:
    start: int
    end: int
    says: frozenset[str]
    names: tuple[Named, ...]
    decides: bool
    denied: bool
    kinds: bool

    @property
    def actions(self) -> list[MembershipAction]:
        return [one for one in _ACTIONS if one.value in self.says]

    @property
    def tells(self) -> bool:
        """Whether something is done about a membership, and not only talked of or attended."""
        if _TALK in self.says or (_EVENT in self.says and not self.names):
            return False
        return bool(self.actions) or not self.says.isdisjoint((_MEMBERSHIP, _ENDS))


def _cut(text: str, stretches: Iterable[Stretch], *, whole: bool = False) -> Iterator[_Sentence]:
    for start, end in stretches:
        piece = text[start : min(end, start + _MOST)]
        for first, last in [(0, len(piece))] if whole else sentences(piece):
            words = words_of(piece, first, last)
            # What relates to a network ("liittyvä") joins none.
            telling = [
                word._replace(form=word.form.rpartition("-")[2] or word.form)
                for word in words
                if not word.form.startswith("liittyv")
            ]
            says = every(_TABLE, telling)
            shared = _FOUNDED in says or any(one.form.startswith(_SHARED) for one in words)
            names = tuple(named(text, start + first, start + last))
            yield _Sentence(
                start + first,
                start + last,
                says,
                tuple(
                    one
                    for one in names
                    if not _is_event(text, one, start + last)
                    # A body of one municipality is nothing to be a member of.
                    and (one.kind is not MembershipKind.JOINT_BODY or shared)
                ),
                any(not DECIDING.isdisjoint(word.lemmas) for word in words),
                any(map(is_negation, words)),
                any(is_kind(word) or word.form.startswith(_ABOUT) for word in words),
            )


def _is_event(text: str, one: Named, end: int) -> bool:
    """Whether the words after a name tell that something is attended."""
    after = words_of(text, one.last, min(end, one.last + 80))[:_NEAR]
    return _EVENT in every(_TABLE, after)


def _chosen(names: Sequence[Named]) -> Named | None:
    marked = next((one for one in names if one.marked), None)
    return marked or next(iter(names), None)


def acts(text: str) -> bool:
    """
    Whether a sentence tells that somebody becomes, stays or ceases to be a member.

    >>> acts("Kunta liittyy verkostoon vuonna 2025."), acts("Verkosto syntyi vuonna 2018.")
    (True, False)
    """
    says = every(_TABLE, words_of(text))
    return any(one.value in says for one in _ACTIONS)


def joined_to(
    text: str, *, decided: Iterable[Stretch], titled: Stretch | None, prepared: Iterable[Stretch]
) -> JoinedTo | None:
    """
    Return what a municipality becomes, stays or ceases to be a member of.

    Args:
        text: A clean text.
        decided: Start and end of the words that decide.
        titled: Start and end of the heading.
        prepared: Start and end of everything else that counts.
    """
    decided = [*decided]
    if not decided and titled is None:
        return _in_news(text, prepared)
    done = [one for one in _cut(text, decided) if one.tells]
    if any(one.denied and MembershipAction.LEAVES in one.actions for one in done):
        return None  # "ei eroa": nothing changes
    head = None
    if titled is not None:
        (head,) = _cut(text, [titled], whole=True)
    heading = [head] if head is not None and head.tells else []
    for one in (*done, *heading):
        chosen = _chosen(one.names)
        if chosen is not None:
            return _told(text, chosen, done, heading, one)
    telling = [*heading, *(one for one in done if one.kinds)]
    if telling:
        prepared = [*prepared]
        chosen = None if titled is None else _of_heading(text, titled, head, prepared)
        chosen = chosen or _prepared(text, prepared, telling)
        if chosen is not None:
            return _told(text, chosen, done, heading, telling[0])
    return None


def _actions(said: Iterable[_Sentence]) -> set[MembershipAction]:
    return {action for one in said for action in one.actions}


def _told(
    text: str,
    chosen: Named,
    done: list[_Sentence],
    heading: list[_Sentence],
    said: _Sentence,
) -> JoinedTo:
    """Return what is done: what the sentences that name it, and the heading, tell most exactly."""
    naming = [one for one in done if any(name.name == chosen.name for name in one.names)]
    bare = [one for one in done if one.kinds and not one.names]
    # "Kunta eroaa yhdistyksestä" tells what is done where nothing that names it does.
    actions = _actions((said, *heading, *naming)) or _actions(bare)
    if not actions and any(_ENDS in one.says for one in (said, *heading, *bare)):
        actions = {MembershipAction.LEAVES}
    chosen = without_owner(chosen, text) if chosen.marked else in_base_form(chosen, text)
    others = _beside(text, said, chosen)
    chosen = _in_full(chosen, text)
    return JoinedTo(chosen, next((one for one in _ACTIONS if one in actions), None), others)


def _beside(text: str, said: _Sentence, chosen: Named) -> tuple[str, ...]:
    """Return the names that a sentence joins to the chosen one by "ja", and marks like it."""
    found: dict[str, None] = {}
    names = [one for one in said.names if one.marked]
    for one, after in pairwise(names):
        if _AND.search(text, one.end, after.start) and chosen.name in {one.name, after.name}:
            found |= {other.name: None for other in (one, after) if other.name != chosen.name}
    return tuple(found)


def _in_full(one: Named, text: str) -> Named:
    """Give a name that is in capitals, or short for another, as the text has it elsewhere."""
    at = text.find(f" ({one.name})") if one.name.isupper() else -1
    for other in named(text, max(0, at - 120), at) if at > 0 else ():
        if at in {other.last, other.end}:
            return one._replace(name=other.name, kind=one.kind or other.kind)
    if not one.name.isupper() or " " not in one.name:
        return one
    low, name = text.lower(), one.name.lower()
    at = low.find(name)
    while at >= 0 and text[at : at + len(name)] == one.name:
        at = low.find(name, at + 1)
    known = at >= 0 and len(low) == len(text)
    return one._replace(name=text[at : at + len(name)]) if known else one


def _prepared(text: str, prepared: Iterable[Stretch], telling: Iterable[_Sentence]) -> Named | None:
    """Return the one name of which the preparation says that something is done about it."""
    heads = [head_of(word.form) for one in telling for word in words_of(text, one.start, one.end)]
    kinds = {head.kind for head in heads if head is not None and head.kind is not None}
    found = {
        name.name: name
        for one in _cut(text, prepared)
        if one.actions and _TALK not in one.says
        for name in one.names
        if name.marked and (not kinds or name.kind in kinds)
    }
    return next(iter(found.values())) if len(found) == 1 else None


def _of_heading(
    text: str, titled: Stretch, head: _Sentence | None, prepared: Iterable[Stretch]
) -> Named | None:
    """Return the name in the heading, or a name that the text marks and the heading has bare."""
    chosen = _chosen(head.names) if head is not None else None
    if chosen is not None:
        return chosen
    title = text[slice(*titled)]
    words = {word.form.split("-")[0] for word in words_of(title) if title[word.start].isupper()}
    for start, end in prepared:
        for one in named(text[start : min(end, start + _MOST)]):
            bare = one.name.isupper() and one.name.lower() in words
            whole = " " in one.name and one.name.casefold() in title.casefold()
            if one.marked and (bare or whole):
                at = titled[0] + title.find(one.name) if one.name in title else start + one.start
                return one._replace(start=at, end=at + len(one.name), last=at + len(one.name))
    return None


def _in_news(text: str, prepared: Iterable[Stretch]) -> JoinedTo | None:
    """Read a text without a heading and a decision: its heading, or who decided to do it."""
    for number, one in enumerate(_cut(text, [*prepared][:1])):
        if one.start > _NEWS:
            break
        chosen = _chosen(one.names)
        if chosen is not None and one.actions and one.tells:
            heads = number < _HEADS and text[one.start : one.end].rstrip()[-1:] not in ".!?"
            if one.decides or heads:
                return JoinedTo(chosen, one.actions[0])
    return None
