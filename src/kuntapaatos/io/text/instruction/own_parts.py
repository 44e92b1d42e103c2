r"""
Which lines of an instruction are about the remedy, by its headings and labels.

>>> from kuntapaatos.io.text.instruction.prose import prose_of
>>> text = "Oikaisuvaatimus tehdään lautakunnalle.\nPöytäkirja\nOtteita saa kirjaamosta.\n"
>>> own_ranges(prose_of(text), 0, len(text))
[(0, 39)]
"""

from __future__ import annotations

import re

from kuntapaatos.io.text.instruction import words
from kuntapaatos.io.text.instruction.address_forms import EDGES, HOURS, LABEL, TELLING
from kuntapaatos.io.text.instruction.names import is_authority
from kuntapaatos.io.text.instruction.prose import Prose, lines, pattern
from kuntapaatos.io.text.labels import INSIDE, OWN_STEMS, label_of

__all__ = ["is_foreign", "own_ranges"]

# Passages that speak of copies and fees: their addresses are not the remedy's.
_ASIDE = pattern(
    r"(?:[\s#*_-]{0,6})(?:pöytäkirja|pöytäkirjan? (?:otteet|tilaaminen"
    r"|nähtävänä\w{0,8})|pöytäkirjanotteet|tietopyynnöt"
    r"|oikeudenkäyntimaksu\w{0,3}"
    r"|maksut|lisätie\w{2,8}|asiakirjojen tilaaminen|protokoll(?:et|sutdrag)?"
    r"|rättegångsavgift(?:er)?|avgifter|tiedoksianto)[\s:*_]{0,6}$"
    r"|päätöstä koskevia (?:pöytäkirjan )?ottei|pöytäkirjan ottei"
    r"|pöytäkirjanottei|asiakirjoja voi|lisätietoja (?:asiasta "
    r"|päätöksestä )?antaa|protokollsutdrag"
)
_BACK = pattern(
    r"(?:[\s#*_-]{0,6})(?:(?:oikaisu(?:vaatimu\w{1,5})?|valitu\w{1,4}"
    r"|muutoksenhaku|omprövnings|besvärs)[\w -]{3,60}|\w{3,30} toimittaminen"
    r"|(?:asiointi)?osoite|yhteystiedot)[\s:*_]{0,6}$"
)
_LONGEST_FOREIGN, _FEW_SPACES = 60, 3
# "Bildningsnämnden i", and the place on the next line.
_GOING_ON = re.compile(r"[ ][a-zåäö]{1,4}[ ]{0,4}$")
_CLOSED = (".", "!", "?", ":")
_ASKING = pattern(r"\bensin yhtey|\byhteyttä ensin|kysyttävää [^\n]{0,80}yhtey")
# "Muut asiat: info@…": whose address it is, in words.
_LABEL_BEFORE = re.compile(r"(?:^|[.;]\s)\s{0,20}([A-ZÅÄÖ][^.:;@()\n]{2,60}):\s{0,9}$")
_SENDING = ("lähet", "sähkö", "e-post", "asiakaspalvelu")


def _is_asking(line: str) -> bool:
    """Whether a line only says whom to ask before a remedy is used."""
    return "yhtey" in line and _ASKING.search(line) is not None


def own_ranges(
    text: Prose, start: int, end: int, *, labelled: bool = False
) -> list[tuple[int, int]]:
    """
    Return the parts of a passage that are not about copies, fees and the like.

    Args:
        text: The whole text.
        start: Where the passage starts.
        end: Where it ends.
        labelled: Whether what stands below another label is left out, too.
    """
    ranges: list[tuple[int, int]] = []
    begin: int | None = start
    asking = told = foreign = False
    for first, last in lines(text.low, start, end):
        line, _, below = text.raw[first:last].partition("\n")
        # A long line that goes on in small letters is a sentence.
        runs_on = below.lstrip()[:1].islower() and line.count(" ") > _FEW_SPACES
        heads = _heads_own(line) if labelled and (told or foreign) and not runs_on else None
        if begin is not None and (
            _ASIDE.match(text.low, first, last)
            or (asking := _is_asking(text.low[first:last]))
            or (foreign := heads is False)
        ):
            ranges.append((begin, first))
            begin = None
        elif begin is None and (
            (foreign and heads)
            or _BACK.match(text.low, first, last)
            or (asking and words.states_period(text.low[first:last]))
        ):
            begin, asking, foreign = first, False, False
        # A name right below another one belongs to it.
        whole = _GOING_ON.search(line) is None
        told = whole and (TELLING.search(line) is not None or line.rstrip(" *_")[-1:] in _CLOSED)
    if begin is not None:
        ranges.append((begin, end))
    return ranges


def _heads_own(line: str) -> bool | None:
    """
    Whether a line is a heading that an instruction has; `None` when it is no heading.

    Any other label, known or not, begins a part of something else.
    """
    bare = line.strip(EDGES)
    if not 3 < len(bare) <= _LONGEST_FOREIGN or not bare[0].isupper() or line.rstrip()[-1] in ".,;":
        return None
    low = bare.lower()
    if LABEL.match(f"{low}:") or HOURS.match(low):
        return None
    if words.names_remedy(low):
        return True
    if words.TELLS.search(low):
        return None
    if low.endswith(("osoite", "adress")):
        # "Laskutusosoite": an address for something else.
        return False
    label = label_of(bare)
    if label is not None and label.end == len(bare):
        return low in INSIDE
    if is_authority(bare) or TELLING.search(bare) is not None:
        return None
    return any(map(low.__contains__, OWN_STEMS))


def is_foreign(before: str) -> bool:
    """Whether what stands right before an address is a label of something else."""
    label = _LABEL_BEFORE.search(before)
    if label is None:
        return False
    low = label[1].lower()
    own = low != "palaute" and any(map(low.__contains__, (*OWN_STEMS, *_SENDING)))
    own |= words.names_remedy(low)
    return not own and not is_authority(label[1]) and LABEL.search(f"{low}:") is None
