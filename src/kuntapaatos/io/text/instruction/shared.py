r"""
What several instructions share: one part behind the last of them, with a heading of its own.

>>> from kuntapaatos.io.text.instruction.gathering import gathered
>>> from kuntapaatos.io.text.instruction.prose import prose_of
>>> text = "Oikaisuvaatimusohje\nOikaisuvaatimus tehdään 14 päivän kuluessa.\n"
>>> text += "Hankintaoikaisu\nHankintaoikaisu tehdään 14 päivän kuluessa.\nYhteistä\nPL 1"
>>> blocks = gathered(prose_of(text))
>>> share(prose_of(text), blocks)
>>> [text[slice(*block.shared)][:8] for block in blocks]
['Yhteistä', 'Yhteistä']
"""

from __future__ import annotations

from collections.abc import Sequence

from kuntapaatos.io.text.instruction import words
from kuntapaatos.io.text.instruction.address_forms import POSTCODE
from kuntapaatos.io.text.instruction.gathering import Block
from kuntapaatos.io.text.instruction.prose import Prose, lines, pattern
from kuntapaatos.io.text.instruction.signs import APPEALS

__all__ = ["share"]

_OF_ALL = pattern(
    r"[\s#*_-]{0,8}(?:[a-e][.)] )?(?:(?:kaikille |molemmille |kaikkia )?yhteis(?:tä|et|iä)\b"
    r"|gemensam\w{0,3}\b)[^.\n]{0,60}$"
)
_CONTACTS = pattern(
    r"[\s#*_-]{0,8}(?:(?:kirjaamon|viranomaisen|kunnan|kaupungin) )?(?:yhteystiedot|asiointiosoite"
    r"|kontaktuppgifter(?: till \w{3,30})?)[\s:*_]{0,6}$"
)


def share(text: Prose, blocks: Sequence[Block]) -> None:
    """
    Cut what instructions share from the last of them, and give it to each.

    What is headed as common to them is; addresses alone are where no court decides and
    none of the others has an address.
    """
    told = [block for block in blocks if block.remedy is not None and not block.is_mention]
    if len(told) < 2:
        return
    last = told[-1]
    for start, end in lines(text.low, last.start, last.end):
        of_all = _OF_ALL.match(text.low, start, end) is not None
        if of_all or (_CONTACTS.match(text.low, start, end) and _is_bare(text, told, start)):
            shared = start, last.end
            last.end = start
            for block in told if of_all else _reviews(told):
                block.shared = shared
            return


def _reviews(blocks: Sequence[Block]) -> list[Block]:
    return [block for block in blocks if block.remedy not in APPEALS]


def _is_bare(text: Prose, blocks: Sequence[Block], start: int) -> bool:
    """Whether addresses below a heading are all there are, and no court's."""
    if blocks[-1].remedy in APPEALS or words.COURT.search(text.low, start, blocks[-1].end):
        return False
    return not any(
        POSTCODE.search(text.raw, block.start, min(block.end, start))
        or "@" in text.raw[block.start : min(block.end, start)]
        for block in _reviews(blocks)
    )
