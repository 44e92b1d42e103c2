"""
The names of the bodies that decide in a municipality, and what kind each is.

>>> is_organ("Kaupunginhallituksen elinkeinojaosto")
True
"""

from __future__ import annotations

import re

from kuntapaatos.io.text.tables import table
from kuntapaatos.remedy.bodies import BODIES, body_kind
from kuntapaatos.remedy.kinds import MakerKind

__all__ = ["LONGEST", "abbreviates", "is_organ", "maker_in_genitive", "meeting_of"]

LONGEST = 160
"""No name of a body and no heading is longer."""
_LONGEST_SHORT = 16

_GENITIVES = (
    ("hallituksen", "hallitus"),
    ("valtuuston", "valtuusto"),
    ("kunnan", "kunta"),
    ("jaoston", "jaosto"),
    ("toimielimen", "toimielin"),
)
# Looked for behind the word, which is then read once.
_ENDS = "|".join(f"(?<={name})" for name, _ in BODIES)
_ORGAN = re.compile(
    r"(?=[A-ZÅÄÖ])(?:[\w-]{1,40}+,?[ ]){0,6}[\w-]{1,70}+(?:" + _ENDS + r")(?:[ ]Svenska[ ]rum)?$",
    re.IGNORECASE,
)
_SHORT = {
    short: noun
    for noun, part in table("bodies").items()
    for short in (*part.get("fi", ()), *part.get("sv", ()))
}
_SHORT_ENDS = tuple(
    (end, noun) for noun, part in table("bodies").items() for end in part.get("ends", ())
)
# "Nämnden för kultur och fritid", "Svenska utskottet för utbildning"
_DEFINITE = ("nämnden", "utskottet", "sektionen", "direktionen", "nämnd", "sektion")
_ABOUT = frozenset(("om", "en", "ett"))
_ORGAN_ENDS = (*(name for name, _ in BODIES), "svenska rum")


def is_organ(text: str) -> bool:
    """
    Return whether *text* is the name of a body, in the nominative and nothing else.

    >>> is_organ("Kaupunginhallitus"), is_organ("Kaupunginhallitus ehdottaa, että valtuusto")
    (True, False)
    >>> is_organ("Nämnden för kultur och fritid"), is_organ("Nämnden för kultur beslutar")
    (True, False)
    """
    body, link, matters = text.partition(" för ")
    if link and body.lower().endswith(_DEFINITE) and _names_matters(matters):
        text = body
    if len(text) > LONGEST or not text.lower().endswith(_ORGAN_ENDS) or not _ORGAN.match(text):
        return False
    # Not a body that does something to another one.
    words = text.lower().removesuffix(" svenska rum").split()
    # "Avtal om en gemensam nämnd" is about one.
    return _ABOUT.isdisjoint(words) and not any(word.endswith(_ORGAN_ENDS) for word in words[:-2])


def _names_matters(words: str) -> bool:
    """Return whether words are "utbildning", "teknik och miljö" or "den svenska skolan"."""
    for part in re.split(r", | och | samt ", words.removeprefix("den "))[:5]:
        *before, last = part.split() or [""]
        described = all(word.endswith(("a", "sk")) for word in before)
        if not described or len(before) > 1 or not last.islower() or last.endswith(("ar", "år")):
            return False
    return words.count(" ") < 9


def abbreviates(word: str) -> str | None:
    """
    Return which word ends the name of the body that is shortened, or `None`.

    >>> abbreviates("KHALL"), abbreviates("Sivltk"), abbreviates("Auto")
    ('hallitus', 'lautakunta', None)
    """
    if not 2 <= len(word) <= _LONGEST_SHORT or not word[0].isupper():
        return None
    short = word.lower()
    ends = (noun for end, noun in _SHORT_ENDS if short.endswith(end) and short != noun)
    return _SHORT.get(short) or next(ends, None)


def maker_in_genitive(label: str) -> MakerKind | None:
    """
    Return what kind of body a label such as "Valtuuston päätös" belongs to.

    >>> maker_in_genitive("Kunnanhallituksen ehdotus")
    <MakerKind.BOARD: 'kunnanhallitus'>
    """
    for word in label.split():
        noun = abbreviates(word.partition(":")[0])
        if noun is not None:
            # "Päätös KV", "Kh:n päätös"
            return body_kind(noun)
    folded = label.casefold().rpartition(" ")[0]
    for genitive, nominative in _GENITIVES:
        if folded.endswith(genitive):
            return body_kind(folded.removesuffix(genitive) + nominative)
    return body_kind(folded.removesuffix("s")) if folded.endswith("s") else None


def meeting_of(text: str) -> str:
    """Return the body of "Kaupunginhallituksen kokous", "Kaupunginhallitus, kokous"; else all."""
    body, _, meeting = text.rpartition(" ")
    if meeting.casefold() in {"kokous", "sammanträde", "möte"}:
        if body.endswith(","):
            return body[:-1]
        for genitive, nominative in _GENITIVES:
            if body.endswith(genitive):
                return body.removesuffix(genitive) + nominative
        return body.removesuffix("s")
    return text
