r"""
What a text says of remedies, place by place: headings, mentions, sentences.

A remedy is never read from a mere mention, such as a decision *on* an
oikaisuvaatimus.

>>> from kuntapaatos.io.text.instruction.prose import prose_of
>>> text = "MUUTOKSENHAKU\nOikaisuvaatimusohje\nOikaisuvaatimus on tehtävä 14 päivän kuluessa."
>>> [seen.sign.name for seen in signs_of(prose_of(text))]
['ZONE', 'HEADING', 'TIME']
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

from kuntapaatos.io.text.instruction import words
from kuntapaatos.io.text.instruction.headed import is_bare_time, is_time_heading
from kuntapaatos.io.text.instruction.prose import Prose, Sentence, lines, may_hold, pattern
from kuntapaatos.remedy.kinds import RemedyKind

__all__ = ["APPEALS", "Seen", "Sign", "signs_of"]


class Sign(Enum):
    """What a place in a text says of a remedy."""

    ZONE = "muutoksenhaku"
    HEADING = "otsikko"
    LABEL = "maininta"
    """A short mention in its own place, such as "Muutoksenhaku: oikaisuvaatimus"."""
    MENTION = "maininta otsikon alla"
    LEAD = "johdanto"
    RIGHT = "oikeus"
    TIME = "aika"
    ADDRESS = "viranomainen"
    BAN = "kielto"
    BARRED = "valituskielto"
    ASSIGNED = "pykälät"
    """A line of a form: the sections to which a kind of appeal applies, or none."""
    AFTER = "loppu"
    ANOTHER = "toinen käsittely"


APPEALS = frozenset(
    (
        RemedyKind.APPEAL,
        RemedyKind.MUNICIPAL_APPEAL,
        RemedyKind.ADMINISTRATIVE_APPEAL,
        RemedyKind.MARKET_COURT_APPEAL,
        RemedyKind.FURTHER_APPEAL,
    )
)
_LONGEST_HEADING, _LONGEST_NAME = 160, 90


class Seen(NamedTuple):
    """
    One thing said of a remedy.

    Attributes:
        sign: What is said.
        remedy: Of which remedy; `None` when of none, or of all.
        start: Where it is said, included.
        end: Where it ends, excluded.
        firm: Whether it tells what holds here, not how the law is.
    """

    sign: Sign
    remedy: RemedyKind | None
    start: int
    end: int
    firm: bool = True


def _heading(line: str, start: int, end: int) -> Seen | None:
    """Read a short line as a heading."""
    numbering = words.NUMBERING.match(line)
    bare = line[numbering.end() :] if numbering else line
    if words.INSTRUCTING.search(bare):
        # "Muutoksenhakukielto, valmistelu", "Oikaisuvaatimusohje, lautakunta", "… 14 pv".
        bare = words.HEADING_TAIL.sub("", bare.partition(" / ")[0])
    is_sentence = line[-1] == "." and len(line) > _LONGEST_NAME
    if not is_sentence and bare.startswith(words.HEADING_STARTS):
        for remedy, source in words.HEADINGS:
            if pattern(source).match(bare):
                if remedy in APPEALS and words.ASSIGNING.search(bare):
                    return Seen(Sign.ASSIGNED, remedy, start, end)
                firm = words.INSTRUCTING.search(bare) is not None or any(map(str.isdigit, line))
                return Seen(Sign.HEADING, remedy, start, end, firm)
        if words.ZONE.match(bare):
            return Seen(Sign.ZONE, None, start, end)
    return _mention(line, bare, start, end)


def _mention(line: str, bare: str, start: int, end: int) -> Seen | None:
    """Read a short line that names a remedy behind a label, or alone."""
    label = words.LABEL.match(line)
    rest = line[label.end() :] if label is not None else line
    if words.NO_RIGHT.match(rest):
        return Seen(Sign.LABEL, None, start, end)
    if label is not None:
        # "Muutoksenhakuohje: 1.1 Oikaisuvaatimusohje": the number of a form.
        rest = rest[numbering.end() :] if (numbering := words.NUMBERING.match(rest)) else rest
    else:
        rest = bare
        if words.ATTACHED.match(bare):
            return Seen(Sign.LABEL, _named(bare), start, end)
        if words.SAYING.search(line) or words.TIME_SAID.search(line) or words.TO_WHOM.match(bare):
            return None
    for remedy, source in words.MENTION:
        if may_hold(rest, source) and pattern(source).match(rest):
            sign = Sign.MENTION if label is None else Sign.LABEL
            return Seen(sign, remedy, start, end)
    return None


def _named(low: str) -> RemedyKind | None:
    """Return the remedy a sentence is about: the first named, a closer name before "valitus"."""
    whole, low = low, words.OF_A_REVIEW.sub(" ", low)
    first, remedy = len(low), None
    for kind, source in words.NAMES:
        found = pattern(source).search(low) if may_hold(low, source) else None
        if found is not None and found.start() < first:
            first, remedy = found.start(), kind
    if remedy is None and words.GENERIC_APPEAL.search(whole):
        return RemedyKind.APPEAL
    return remedy


def _said(sentence: Sentence) -> Iterator[Seen]:
    """Give what a sentence says of a remedy."""
    low, start, end = sentence.low, sentence.start, sentence.end
    if words.is_negative(low) and words.REMEDY_WORD.search(low):
        if words.BARRED.search(low) and not words.BAN.search(low):
            yield Seen(Sign.BARRED, None, start, end)
        else:
            yield Seen(Sign.BAN, None, start, end, words.CONDITIONAL.search(low) is None)
        return
    if words.is_of_workdays(low) or words.ASKED.match(low):
        return
    addressed = words.names_authority(low)
    if not (addressed or words.DOING.search(low) or words.TIME_SAID.search(low)) and not (
        words.VERBLESS.match(low) and words.states_period(low)
    ):
        return
    remedy = _named(low)
    if remedy is None:
        return
    firm = words.LAW_TALK.search(low) is None
    if words.THIS_DECISION.search(low):
        yield Seen(Sign.LEAD, remedy, start, end, firm)
    if words.RIGHT.search(low):
        yield Seen(Sign.RIGHT, remedy, start, end, firm)
    if words.states_period(low):
        yield Seen(Sign.TIME, remedy, start, end, firm)
    if addressed:
        yield Seen(Sign.ADDRESS, remedy, start, end, firm)


def _triggers(low: str) -> list[int]:
    """Return where a remedy may be named, in order."""
    found: list[int] = []
    for stem in words.STEMS:
        at = low.find(stem)
        while at >= 0:
            found.append(at)
            at = low.find(stem, at + len(stem))
    return sorted(found)


def signs_of(text: Prose) -> Iterator[Seen]:
    """Give what the text says of remedies, in order."""
    triggers = _triggers(text.low)
    if not triggers:
        return
    number = 0
    for start, end in lines(text.low, 0, len(text.low)):
        low = text.low[start:end]
        stripped = low.strip(" \t*_#:.-–•")
        if stripped in words.ANOTHER_HANDLING:
            yield Seen(Sign.ANOTHER, None, start, end)
        elif stripped in words.AFTER_IT:
            yield Seen(Sign.AFTER, None, start, end)
        first = number
        while number < len(triggers) and triggers[number] < end:
            number += 1
        if number == first:
            continue
        seen = _heading(low.strip(), start, end) if len(low) <= _LONGEST_HEADING else None
        if seen is not None:
            yield seen
            if seen.remedy is not None and is_time_heading(low) and is_bare_time(text.low, end):
                yield Seen(Sign.TIME, seen.remedy, start, end)
            continue
        for sentence in text.sentences(start, end):
            if words.names_remedy(sentence.low):
                yield from _said(sentence)
