r"""
What an instruction says that became no value: a time of day, a period, a day, a negation.

>>> from kuntapaatos.io.text.instruction.prose import prose_of
>>> part = prose_of("Kirjaamo sulkeutuu klo 15.").passage(0, 26)
>>> [(left.mark.value, left.field) for left in leftovers(part, [part], [])]
[('kellonaika', 'deliver_to.hours')]
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import time

from kuntapaatos.appeal import Presumption
from kuntapaatos.io.text.dates import find_dates
from kuntapaatos.io.text.facts import Fact, Left, Mark
from kuntapaatos.io.text.instruction import words
from kuntapaatos.io.text.instruction.asides import denies_address, is_of_others, is_of_phone
from kuntapaatos.io.text.instruction.hours import read_hours
from kuntapaatos.io.text.instruction.prose import Passage, Sentence, pattern
from kuntapaatos.io.text.periods import find_ordinal_days, find_periods
from kuntapaatos.io.text.words.polarity import is_negation
from kuntapaatos.time_limit import Period

__all__ = ["leftovers"]

_HOURS = (
    *("kl", "auki", "auko", "avoin", "kirjaamo", "sulje", "sulke", "kiinni", "palvel"),
    *("öppe", "registrator", "stäng", "betjän"),
)
_HOUR = pattern(
    r"(?:klo|kello|kl\.?|klockan)\s{0,2}(?!24(?:[.:]00)?\b|23[.:]59)\d{1,2}(?:[.:]\d{2})?(?![\d:/])"
    r"|(?<![\d.,:/§-])\d{1,2}(?:[.:]\d{2})?\s{0,2}[–-]\s{0,2}\d{1,2}(?:[.:]\d{2})?"
    r"(?![\d:/§]|[.,]\d|\s{0,2}(?:§|päiv|dag|kerros|vuot|euro|mom))"
    r"|\b(?:suljet|sulke|kiinni|stäng)\w{0,10}"
)
_UNCLEAR = pattern(
    r"\d päivän (?:kuluessa|sisällä|aikana)\b|\binom \d[^\n]{0,9} dagar"
    r"|\d (?:arki|työ|pankki)päivä|\d (?:var|arbets|bank)dagar"
)
_DAYS = pattern(
    r"päiväs(?:sä|tä)|(?:kirje|posti|viesti)\w{0,12} [^\n]{0,60}päiv"
    r"|\b(?:brev|meddelande)\w{0,5} [^\n]{0,60}dag"
)
_UNITS = ("päiv", "vuorok", "viik", "kuuka", "vuode", " pv", "dag", "veck", "månad")
_OF_HOURS = ("hours", "paper_cutoff", "electronic_cutoff")


def leftovers(part: Passage, own: list[Passage], facts: Iterable[Fact]) -> list[Left]:
    """
    Return the sentences of an instruction that hold a mark which became no value.

    Args:
        part: The passage about the remedy.
        own: What of it is not about copies, fees and the like.
        facts: What was read from it.
    """
    known = list(facts)
    # What is said again says nothing new.
    lengths = {length for fact in known for length in _lengths_of(fact)}
    found = [
        Left(Mark.ADDRESS, sentence.start, sentence.end, "deliver_to")
        for sentence in part.sentences
        if denies_address(part, sentence)
    ]
    for passage in own:
        for sentence in passage.sentences:
            if part.text.says("known", sentence) - {"aikaotsikko"}:
                continue
            found += _in_sentence(part, sentence, known, lengths)
    return found


def _lengths_of(fact: Fact) -> Iterator[int]:
    for value in (fact.value, *fact.candidates):
        if isinstance(value, Period):
            yield value.length
        elif isinstance(value, Presumption):
            yield value.days


def _in_sentence(
    part: Passage, sentence: Sentence, facts: list[Fact], lengths: set[int]
) -> Iterator[Left]:
    low, start, end = sentence
    inside = [fact for fact in facts if fact.start < end and start < fact.end]
    if _tells_hours(part, sentence, inside, facts):
        yield Left(Mark.HOUR, start, end, "deliver_to.hours")
    if any(map(low.__contains__, _UNITS)) and "muu" not in part.text.says("acts", sentence):
        phrases = [
            (match, phrase.period.length)
            for match in find_periods(low)
            for phrase in match.candidates or (match.value,)
            if phrase is not None
        ]
        days = [(match, match.value) for match in find_ordinal_days(low)]
        stated = any(length not in lengths for _, length in (*phrases, *days))
        if _is_clock(part, sentence) and not any(one.field == "presumptions" for one in inside):
            yield Left(Mark.PERIOD, start, end, "presumptions")
        # "Within 14–30 days": a time that is no length.
        unclear = not phrases and not days and _UNCLEAR.search(low) is not None
        if stated or (unclear and part.text.says("acts", sentence)):
            yield Left(Mark.PERIOD, start, end, "period")
    if (
        any(map(str.isdigit, low))
        and part.text.says("acts", sentence)
        and any(
            not _covers(inside, start + match.start, start + match.end) for match in find_dates(low)
        )
    ):
        yield Left(Mark.DAY, start, end, "stated_last_day")
    if (
        not inside
        and any(map(is_negation, part.text.words(sentence)))
        and not (words.is_negative(low) and words.REMEDY_WORD.search(low))
        and not part.text.says("limits", sentence)
    ):
        yield Left(Mark.NEGATION, start, end, None)


def _is_clock(part: Passage, sentence: Sentence) -> bool:
    """Whether a sentence says after how many days a notice by letter or message counts."""
    if "katsotaan" not in part.text.says("clocks", sentence):
        return False
    return _DAYS.search(sentence.low) is not None


def _tells_hours(part: Passage, sentence: Sentence, inside: list[Fact], facts: list[Fact]) -> bool:
    """Whether a sentence says of the hours what became no value."""
    low, start, end = sentence
    if not any(map(low.__contains__, _HOURS)):
        return False
    if is_of_phone(part, sentence) or is_of_others(part, sentence):
        return False
    used = [fact for fact in inside if fact.field.endswith(_OF_HOURS)]
    named = any(isinstance(fact.value, time) for fact in used)
    for hit in _HOUR.finditer(low):
        if named and not any(map(str.isdigit, hit[0])):
            # "At the latest at 15, when the registry is closed."
            continue
        at = start + hit.start()
        if not _covers(used, at, start + hit.end()) and not _again(part, at, end, facts):
            return True
    return not used and bool(part.text.says("openings", sentence))


def _again(part: Passage, at: int, end: int, facts: list[Fact]) -> bool:
    """Whether hours at a place are those that were read elsewhere."""
    read = read_hours(part.text.raw, at, end)
    return read is not None and any(
        fact.field.endswith("hours") and fact.value is not None and fact.value == read.value
        for fact in facts
    )


def _covers(facts: list[Fact], start: int, end: int) -> bool:
    return any(fact.start < end and start < fact.end for fact in facts)
