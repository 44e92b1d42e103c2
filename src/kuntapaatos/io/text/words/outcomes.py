"""
What came of a proposal, from the sentences of the decision itself.

>>> outcome_of("Hyväksyttiin.").outcome
<Outcome.APPROVED: 'hyväksytty'>
>>> outcome_of("Kaupunginhallitus päätti panna asian pöydälle.").outcome
<Outcome.TABLED: 'pantu pöydälle'>
>>> outcome_of("Kunta päätti olla osallistumatta hankkeeseen.").outcome
<Outcome.REJECTED: 'hylätty'>
>>> outcome_of("Päätettiin, ettei kokouksia tallenneta.").outcome is None
True
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from attrs import frozen

from kuntapaatos.decision import Outcome
from kuntapaatos.io.text.facts import Why
from kuntapaatos.io.text.offices import subject_of
from kuntapaatos.io.text.tables import table
from kuntapaatos.io.text.words.lexicon import Word, words_of
from kuntapaatos.io.text.words.patterns import Statements
from kuntapaatos.io.text.words.polarity import denial, is_left_undone, is_negation
from kuntapaatos.io.text.words.statements import every, stated

__all__ = ["DECIDING", "Read", "amended", "declines", "outcome_of", "sentences"]

# Only the beginning of a decision says what came of the proposal.
_READ = 1_500
# "Fr.o.m." and "r.f." end none inside a sentence.  The mark first: it is rare.
_SENTENCE_END = re.compile(
    r"[.!?\n](?:(?<=\n)\s{0,80}\n"
    r"|(?<!\n)(?:(?<!\.o\.m.)(?<!r\.[fy].)|(?<=r\.[fy]\.)(?!\s[^A-ZÅÄÖ]))(?=\s|$))"
)
# What a longer text is cut to before its sentences are looked through for a refusal.
_MOST = 20_000
_DECIDED = "päätettiin"
DECIDING = frozenset(("päättää", "besluta"))
"""The verbs of deciding."""
_CHANGED, _VOTED, _AMENDED = "muutettu", "äänestetty", "muutos hyväksyttiin"
_DEPENDS = "ehto"
_ASIDES = frozenset(("esitti", "hävisi", "äänestystapa", "muu päätti"))
# How a verb ends of what is done, and of what the one who speaks does.
_PASSIVE = ("aan", "ään", "tiin", "as", "es", "ts", "des", "ades")
_MINE = ("än", "an", "en", "in", "un", "on")
_NOTHING, _PARTLY = "ei päätetty", "osittain"
_PUT_OFF = frozenset((Outcome.RETURNED, Outcome.TABLED))
_DONE = frozenset((Outcome.APPROVED, Outcome.GRANTED, Outcome.REJECTED))
# What was voted on another day is told of another decision.
_DAY = re.compile(r"\d{1,2}\.\d{1,2}\.\d{4}")
_AS_PROPOSED = re.compile(r"ehdotus|esitys|ehdotuksen|esityksen|förslag", re.IGNORECASE)
_ASKED = re.compile(
    r"\bvoidaanko\b[^.?\n]{0,80}\b(?:muutos|lisäys)(?:ehdotus|esitys)\b[^.?\n]{0,60}\bhyväksyä[.?]"
    r" Koska \w{4,12} ei vastustettu[^.\n]{0,80}\bhyväksyneen\b",
    re.IGNORECASE,
)


@frozen
class Read:
    """
    An outcome and the words that say it.

    Attributes:
        outcome: What came of the proposal; `None` when a denial was not understood.
        start: Where the words start.
        end: Where they end.
        why: Why, when the words do not say it by themselves.
        also: What else the same sentence says came of it.
    """

    outcome: Outcome | None
    start: int
    end: int
    why: Why | None = None
    also: tuple[Outcome, ...] = ()


class _Row(NamedTuple):
    says: str
    denied: str | None
    procedure: bool
    ends: bool
    unless: Statements


class _Sentence(NamedTuple):
    text: str
    words: list[Word]
    start: int
    end: int


@cache
def _outcomes() -> tuple[Statements, tuple[_Row, ...]]:
    """Return the statements of the table of outcomes, and the row of each."""
    patterns: list[tuple[str, str]] = []
    rows: list[_Row] = []
    for row in table("outcomes")["row"]:
        unless = Statements.of(("", source) for source in row.get("unless", ()))
        made = _Row(
            row["says"], row.get("not"), row.get("procedure", False), row.get("ends", False), unless
        )
        for source in (*row.get("fi", ()), *row.get("sv", ())):
            patterns.append((row["says"], source))
            rows.append(made)
    return Statements.of(patterns), tuple(rows)


def _tells(wanted: str, words: Sequence[Word]) -> bool:
    return wanted in every("handling", words)


def _is_aside(sentence: _Sentence) -> bool:
    """Whether a sentence tells of a motion or of voting, and not what was decided."""
    return not _ASIDES.isdisjoint(every("handling", sentence.words))


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Give where each sentence of a decision starts and ends."""
    at = 0
    for end in _SENTENCE_END.finditer(text):
        if end.end() - at > 3:
            yield at, end.end()
        at = end.end()
    yield at, len(text)


def _cut(text: str) -> list[_Sentence]:
    return [
        _Sentence(text[start:end], words_of(text, start, end), start, end)
        for start, end in sentences(text)
    ]


def amended(handling: str) -> bool:
    """
    Return whether minutes tell that a change to the proposal was taken in.

    >>> amended("Jäsenen muutosehdotus nro 2 hyväksyttiin yksimielisesti.")
    True
    """
    return _ASKED.search(handling) is not None or any(
        _tells(_AMENDED, words_of(handling, start, end)) for start, end in sentences(handling)
    )


def _says(words: Sequence[Word]) -> Iterator[tuple[_Row, int, int, int | None]]:
    """Give the signs of one sentence: row, first and last word, and the word that denies."""
    statements, rows = _outcomes()
    past = -1
    for said in statements.in_words(words):
        row = rows[said.row]
        if said.first <= past or next(row.unless.in_words(words[said.first :]), None) is not None:
            continue
        past = said.last
        denied = (
            None if row.denied is None and row.procedure else denial(words, said.first, said.last)
        )
        yield row, said.first, said.last, denied


def _in_sentence(words: list[Word], *, whole: bool = False) -> list[tuple[str, int, int]]:
    """Return what a sentence says came of the proposal, and by which words, in order."""
    found: list[tuple[str, int, int]] = []
    depends = next((said.first for said in stated("fees", words) if said.name == _DEPENDS), 0)
    # "… edellyttäen, että avustus myönnetään": what it depends on is not decided.
    for row, first, last, denied in _says(words[:depends] if depends else words):
        if row.procedure and not whole:
            return [(row.says, first, last)]
        says = row.says if denied is None else row.denied
        if says is None and row.says != _DECIDED:
            # "Ei hylätty" says neither that it was approved nor that it was not.
            continue
        if says is not None and (says != _DECIDED):
            found.append((says, min(first, first if denied is None else denied), last))
    return found


def declines(text: str) -> bool:
    """
    Return whether the words of a decision say that something is not done, or is ended.

    >>> declines("Kunta ei osallistu USO-verkostoon."), declines("Kunta osallistuu hankkeeseen.")
    (True, False)
    >>> declines("Kunta eroaa verkostosta.")
    True
    """
    for start, end in sentences(text[:_MOST]):
        words = words_of(text, start, end)
        known = list(_says(words))
        for row, _, _, denied in known:
            if (row.ends and denied is None) or (row.denied and denied is not None):
                return True
        decides = any(not DECIDING.isdisjoint(word.lemmas) for word in words)
        if decides and not _in_sentence(words) and _refused(words, known):
            # What is decided not to be done, in words that are not known.
            return True
    return False


def _refused(words: Sequence[Word], known: list[tuple[_Row, int, int, int | None]]) -> list[int]:
    """Return the words that deny something which is not understood."""
    used = {denied for _, _, _, denied in known}
    return [
        at
        for at, word in enumerate(words)
        if (is_negation(word) or is_left_undone(words, at))
        and at not in used
        # "Ei käytä etuosto-oikeuttaan" is a statement of its own.
        and not any(first <= at <= last for _, first, last, _ in known)
    ]


def outcome_of(
    text: str, *, voted: bool = False, plain: bool = True, changed: bool = False
) -> Read | None:
    """
    Return the outcome that the words of a decision say.

    Args:
        text: What was decided.
        voted: Whether another part of the minutes tells of a vote.
        plain: Whether a sentence that states what is done, without a word of
            approval, is one.
        changed: Whether another part of the minutes tells of a change that was taken in.
    """
    cut = _cut(text[:_READ])
    for number, sentence in enumerate(cut):
        found = _in_sentence(sentence.words)
        if not found or _is_aside(sentence):
            continue
        says, first, last = found[0]
        outcome, why = Outcome(says), None
        if outcome is Outcome.REJECTED and plain:
            # "Valitaan A:n tarjous.  Lisäksi hylätään B:n": what is done was said first.
            done = _plainly(cut[:number], voted=voted)
            if done is not None and done.outcome is not None and not done.also:
                return done
        if outcome is Outcome.APPROVED:
            if _tells(_CHANGED, sentence.words):
                outcome = Outcome.CHANGED
            elif changed and not _AS_PROPOSED.search(sentence.text):
                outcome, why = Outcome.CHANGED, Why.AMENDED
            elif any(_tells(_VOTED, one.words) and not _DAY.search(one.text) for one in cut):
                outcome = Outcome.APPROVED_AFTER_VOTE
            elif voted:
                outcome, why = Outcome.APPROVED_AFTER_VOTE, Why.VOTED
        also = {Outcome(other) for other, _, _ in found} - {Outcome(says)}
        if outcome in _PUT_OFF:
            also |= _later(cut[number + 1 :])
        if _tells(_PARTLY, sentence.words):
            # "Hyväksyttiin muilta osin, mutta kohta 3 palautettiin"
            also |= _later([sentence, *cut[number + 1 :]], whole=True) - {outcome}
        return Read(
            *(outcome, sentence.words[first].start, sentence.words[last].end, why),
            also=tuple(one for one in Outcome if one in also),
        )
    return _plainly(cut, voted=voted) if plain else None


def _later(cut: list[_Sentence], *, whole: bool = False) -> set[Outcome]:
    """
    Return what sentences say: what was put off is not approved as well.

    Args:
        cut: The sentences.
        whole: Whether of a sentence in which something is put off the rest counts too.
    """
    said = {
        Outcome(says)
        for sentence in cut
        if not _is_aside(sentence)
        for says, _, _ in _in_sentence(sentence.words, whole=whole)
    }
    return said & _DONE


def _plainly(cut: list[_Sentence], *, voted: bool) -> Read | None:
    """Return that a decision was made which only states what is done."""
    for sentence in cut:
        said = sentence.text.strip()
        if len(said) < 12 or said.endswith(":") or _tells(_NOTHING, sentence.words):
            continue
        known = list(_says(sentence.words))
        decided = [first for row, first, _, _ in known if row.says == _DECIDED]
        refused = _refused(sentence.words, known)
        if refused:
            # What was denied is not understood, and it may be all that was decided.
            return Read(None, sentence.words[refused[0]].start, sentence.words[refused[0]].end)
        if any(not DECIDING.isdisjoint(sentence.words[at].lemmas) for at in decided):
            at = next(at for at in decided if not DECIDING.isdisjoint(sentence.words[at].lemmas))
            outcome = Outcome.APPROVED_AFTER_VOTE if voted else Outcome.APPROVED
            word = sentence.words[at]
            return Read(outcome, word.start, word.end, Why.NOTHING_REJECTED)
        if any(_tells(_VOTED, one.words) and not _DAY.search(one.text) for one in cut):
            # Which proposal won is not understood.
            at = sentence.start + sentence.text.index(said[0])
            either = (Outcome.CHANGED, Outcome.REJECTED)
            return Read(Outcome.APPROVED_AFTER_VOTE, at, at + len(said), Why.VOTED, either)
        if said.endswith("."):
            start = sentence.start + sentence.text.index(said[0])
            why = Why.SAYS_WHAT_IS_DONE
            also = () if _is_done(sentence) else (Outcome.NOTED,)
            return Read(Outcome.APPROVED, start, start + len(said), why, also)
    return None


def _is_done(sentence: _Sentence) -> bool:
    """Whether a sentence tells that somebody does something, or that it is done."""
    own = not _is_aside(sentence) and subject_of(sentence.text.strip()) is not None
    return own or any(
        word.lemmas or word.form.endswith(_PASSIVE) or (place == 0 and word.form.endswith(_MINE))
        for place, word in enumerate(sentence.words)
    )
