r"""
The sections for which an instruction is, on a page that serves a whole meeting.

>>> sections_of("oikaisuvaatimus\n§ 1-3, 5\nja 7\n", 0, 30)
('1', '2', '3', '5', '7')
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
_LETTER = pattern(r"(?<=\d)\s?[a-f](?!\w)")
_SIGNS = frozenset("§,.;:–()*_-")
_NUMBER = pattern(r"\b(\d{1,4})(\s?[a-f])?(?:\s{0,2}[–-]\s{0,2}(\d{1,4}))?\b")
# How a line begins that only goes on with a list.
_GOES_ON = pattern(r"(?:ja |och |sekä )?(?:§{1,2}\s?)?\d")
_MOST_SECTIONS = 200
_LAW = pattern(r"\d{1,4}/\d{4}|lain\b|laki\b|lagen\b|kuntal\b|§:n")
# How far from the head of a passage its sections may be named.
_REACH = 2500


def sections_of(low: str, start: int, end: int) -> tuple[str, ...] | None:
    """Return the section numbers that a passage is for; `None` when their place is blank."""
    blank = False
    found: tuple[str, ...] | None = None
    for first, last in lines(low, start, min(end, start + _REACH)):
        line = low[first : min(last, first + 400)].strip()
        if found:
            # A list goes on over the lines that hold nothing else.
            more = listed_sections(line) if _GOES_ON.match(line) else None
            if not more:
                break
            found = (*found, *(number for number in more if number not in found))
            continue
        at = _LIST.search(line)
        if at is None or _LAW.search(line):
            continue
        if first > start and at.start() > 40 and line[at.start() - 2 : at.start()] != ": ":
            continue
        numbers = listed_sections(line[at.start() :])
        if numbers:
            found = numbers
        blank |= numbers is not None
    return found or (None if blank else ())


def listed_sections(line: str) -> tuple[str, ...] | None:
    """Return the section numbers of a list, or `None` when it says anything else."""
    signs = _WORDS.sub(" ", line)
    if not all(
        sign in _SIGNS or sign.isspace() or sign.isdigit() for sign in _LETTER.sub("", signs)
    ):
        return None
    numbers: list[str] = []
    for first, letter, last in _NUMBER.findall(signs):
        upto = min(int(last or first), int(first) + _MOST_SECTIONS)
        between = map(str, range(int(first) + 1, upto + 1))
        numbers += (f"{first}{letter}", *between)
    return tuple(dict.fromkeys(numbers))
