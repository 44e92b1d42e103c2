r"""
What an instruction says of something else than delivering the document.

A copy for the municipality, a notification, extracts of the minutes: the addresses
and the hours in such a sentence, and those below it, are not the remedy's.

>>> from kuntapaatos.io.text.instruction.prose import prose_of
>>> text = "Valitus toimitetaan oikeuteen.\nJäljennös valituksesta toimitetaan kirjaamoon."
>>> without_asides(prose_of(text).passage(0, 76), [(0, 76)])
[(0, 31)]
"""

from __future__ import annotations

from kuntapaatos.io.text.instruction import words
from kuntapaatos.io.text.instruction.address_forms import POSTCODE
from kuntapaatos.io.text.instruction.prose import Passage, Sentence, pattern
from kuntapaatos.io.text.words.polarity import is_negation

__all__ = ["denies_address", "is_of_others", "is_of_phone", "without_asides"]

_NOT_THERE, _PHONE, _OTHER, _EXTRACT = "ei sinne", "puhelin", "muu toimisto", "ote"
_COURT = pattern(r"oikeu(?:s|te|de)|domstol")
_BACK = pattern(
    r"(?:^|\n)[\s#*_-]{0,6}(?:(?:oikaisu(?:vaatimu\w{1,5})?|valitu\w{1,4}|muutoksenhaku|omprövnings"
    r"|besvärs?)[\w -]{3,60}|\w{3,30} toimittaminen)[\s:*_]{0,6}$"
)


def without_asides(
    part: Passage, ranges: list[tuple[int, int]], *, is_appeal: bool = False
) -> list[tuple[int, int]]:
    """
    Return the parts of a passage without what is about something else.

    Args:
        part: The passage about the remedy.
        ranges: What of it is not about copies, by its headings.
        is_appeal: Whether a court decides.
    """
    aside: list[tuple[int, int]] = []
    begun: int | None = None
    for sentence in part.sentences:
        said = part.text.says("asides", sentence)
        if said and said <= {_PHONE, _OTHER}:
            continue
        if _NOT_THERE in said or denies_address(part, sentence):
            at = max(sentence.low.find(", vaan "), sentence.low.find(", utan "))
            aside.append((sentence.start, sentence.start + at if at >= 0 else sentence.end))
        elif said - {_EXTRACT} or (said and not _is_own(part, sentence, is_appeal=is_appeal)):
            begun = sentence.start if begun is None else begun
        elif begun is not None and _comes_back(part, sentence, is_appeal=is_appeal):
            aside.append((begun, sentence.start))
            begun = None
    if begun is not None:
        aside.append((begun, part.end))
    return _cut_out(ranges, aside)


def _cut_out(ranges: list[tuple[int, int]], aside: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return what of ranges is not aside."""
    found: list[tuple[int, int]] = []
    for start, end in ranges:
        at = start
        for first, last in aside:
            if first < end and last > at:
                if first > at:
                    found.append((at, first))
                at = max(at, last)
        if at < end:
            found.append((at, end))
    return found


def denies_address(part: Passage, sentence: Sentence) -> bool:
    """Whether a sentence that denies something holds an address: not there, perhaps."""
    low = sentence.low
    if (
        "@" not in low
        and "://" not in low
        and POSTCODE.search(part.text.text, *sentence[1:]) is None
    ):
        return False
    return any(map(is_negation, part.text.words(sentence)))


def is_of_phone(part: Passage, sentence: Sentence) -> bool:
    """Whether a sentence tells when somebody answers the telephone."""
    return _PHONE in part.text.says("asides", sentence)


def is_of_others(part: Passage, sentence: Sentence) -> bool:
    """Whether a sentence is about another office than the one that receives the document."""
    return part.text.says("asides", sentence) == {_OTHER}


def _is_own(part: Passage, sentence: Sentence, *, is_appeal: bool) -> bool:
    """Whether a sentence that names an extract is about the remedy, or when a notice counts."""
    return "katsotaan" in part.text.says("clocks", sentence) or _comes_back(
        part, sentence, is_appeal=is_appeal
    )


def _comes_back(part: Passage, sentence: Sentence, *, is_appeal: bool) -> bool:
    """Whether a sentence is about the remedy again."""
    low = sentence.low
    if _BACK.match(low) is not None or (is_appeal and _COURT.search(low) is not None):
        return True
    return words.REMEDY_WORD.search(low) is not None and (
        bool(part.text.says("acts", sentence))
        or words.names_authority(low)
        or words.states_period(low)
    )
