r"""
The sections for which an instruction is, on a page that serves a whole meeting.

>>> sections_of("oikaisuvaatimus\n§ 1-3, 5 ja 7\n", 0, 30)
(1, 2, 3, 5, 7)
>>> sections_of("hallintovalitus, pykälät\n", 0, 25) is None  # left blank
True
"""

from __future__ import annotations

from kuntapaatos.io.text.instruction.prose import lines, pattern

__all__ = ["listed_sections", "sections_of"]

# Where a list of sections begins: with its word or sign, in a heading or on a line of its own.
_LIST = pattern(r"pykäl|paragraf|§|:t\b|^\s{0,40}(?=\d{1,4}\s?§)")
_WORDS = pattern(
    r"\b(?:pykäl\w{1,6}|paragraf\w{0,4}|koskee|gäller|seuraavat|pöytäkirjan|asiat"
    r"|ja|och|sekä|(?:valitusaika|besvärstid(?:en)?)(?:\s{1,200}\d{1,3} (?:päivää|dagar))?)\b"
    r"|:t\b|:ien\b"
)
_SIGNS = pattern(r"[§\d\s,.;:–()*_-]{1,400}+$")
_NUMBER = pattern(r"\b(\d{1,4})(?:\s{0,2}[–-]\s{0,2}(\d{1,4}))?\b")
_LAW = pattern(r"\d{1,4}/\d{4}|lain\b|laki\b|lagen\b|kuntal\b|§:n")
# How far from the head of a passage its sections may be named.
_REACH = 2500


def sections_of(low: str, start: int, end: int) -> tuple[int, ...] | None:
    """Return the section numbers that a passage is for; `None` when their place is blank."""
    blank = False
    for first, last in lines(low, start, min(end, start + _REACH)):
        line = low[first : min(last, first + 400)].lstrip()
        at = _LIST.search(line)
        if at is None or (first > start and at.start() > 40) or _LAW.search(line):
            continue
        numbers = listed_sections(line[at.start() :])
        if numbers:
            return numbers
        blank |= numbers is not None
    return None if blank else ()


def listed_sections(line: str) -> tuple[int, ...] | None:
    """Return the section numbers of a list, or `None` when it says anything else."""
    signs = _WORDS.sub(" ", line)
    if _SIGNS.match(signs) is None:
        return None
    numbers: list[int] = []
    for first, last in _NUMBER.findall(signs):
        upto = min(int(last or first), int(first) + 200)
        numbers.extend(range(int(first), upto + 1))
    return tuple(dict.fromkeys(numbers))
