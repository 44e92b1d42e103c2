"""
Numbers written as words, Finnish and Swedish.

Cardinals in the cases a decision uses (nominative, genitive, partitive,
essive, illative), ordinals likewise.  What is no number word gives `None`.

>>> number_word("neljäntoista"), number_word("kolmenkymmenen"), number_word("fjorton")
(14, 30, 14)
>>> ordinal_word("seitsemäntenä"), ordinal_word("tredje"), ordinal_word("päivänä")
(7, 3, None)
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

__all__ = ["number_word", "ordinal_word"]

# Per case: one to nine, ten, and the tens' ending ("kaksi-kymmentä" has a partitive).
_FI_CARDINALS = (
    (
        "yksi kaksi kolme neljä viisi kuusi seitsemän kahdeksan yhdeksän kymmenen",
        "kymmentä",
    ),
    (
        "yhden kahden kolmen neljän viiden kuuden seitsemän kahdeksan yhdeksän kymmenen",
        "kymmenen",
    ),
    (
        "yhtä kahta kolmea neljää viittä kuutta seitsemää kahdeksaa yhdeksää kymmentä",
        "kymmentä",
    ),
    (
        "yhtenä kahtena kolmena neljänä viitenä kuutena seitsemänä kahdeksana yhdeksänä kymmenenä",
        "kymmenenä",
    ),
    (
        "yhteen kahteen kolmeen neljään viiteen kuuteen seitsemään kahdeksaan yhdeksään kymmeneen",
        "kymmeneen",
    ),
)
# The longer ending first: "kaksisataa" is not "kaksisata" and an "a".
_HUNDREDS = ("sataa", "sadan", "satana", "sataan", "sata", "hundra")
_THOUSANDS = ("tuhatta", "tuhannen", "tuhantena", "tuhanteen", "tuhat", "tusen")
_SV_CARDINALS = (
    "en två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton "
    "sjutton arton nitton"
)
_SV_TENS = "tjugo trettio fyrtio femtio sextio sjuttio åttio nittio"
_SV_ORDINALS = (
    "första andra tredje fjärde femte sjätte sjunde åttonde nionde tionde elfte tolfte "
    "trettonde fjortonde femtonde sextonde sjuttonde artonde nittonde"
)
# First and second have a word of their own, and a form for compounds.
_FI_ORDINALS = (
    ("yhdes kahdes kolmas neljäs viides kuudes seitsemäs kahdeksas yhdeksäs kymmenes"),
    (
        "yhdennen kahdennen kolmannen neljännen viidennen kuudennen seitsemännen kahdeksannen "
        "yhdeksännen kymmenennen"
    ),
    (
        "yhdentenä kahdentena kolmantena neljäntenä viidentenä kuudentena seitsemäntenä "
        "kahdeksantena yhdeksäntenä kymmenentenä"
    ),
    (
        "yhdettä kahdetta kolmatta neljättä viidettä kuudetta seitsemättä kahdeksatta "
        "yhdeksättä kymmenettä"
    ),
    (
        "yhdenteen kahdenteen kolmanteen neljänteen viidenteen kuudenteen seitsemänteen "
        "kahdeksanteen yhdeksänteen kymmenenteen"
    ),
)
_FIRST_AND_SECOND = (
    ("ensimmäinen", "toinen"),
    ("ensimmäisen", "toisen"),
    ("ensimmäisenä", "toisena"),
    ("ensimmäistä", "toista"),
    ("ensimmäiseen", "toiseen"),
)
_LONGEST = 60


@cache
def _below_hundred() -> dict[str, int]:
    words: dict[str, int] = {}
    for line, tens in _FI_CARDINALS:
        units = line.split()
        words.update(zip(units, range(1, 11), strict=True))
        words.update((f"{unit}toista", 10 + i) for i, unit in enumerate(units[:9], 1))
        for ten, head in enumerate(units[1:9], 2):
            words[head + tens] = ten * 10
            words.update((f"{head}{tens}{unit}", ten * 10 + i) for i, unit in enumerate(units, 1))
    swedish = _SV_CARDINALS.split()
    words.update(zip(swedish, range(1, 20), strict=True))
    words["ett"] = 1
    for ten, head in enumerate(_SV_TENS.split(), 2):
        words[head] = ten * 10
        words.update((head + unit, ten * 10 + i) for i, unit in enumerate(swedish[:9], 1))
        words[f"{head}ett"] = ten * 10 + 1
    return words


@cache
def _ordinals() -> dict[str, int]:
    words: dict[str, int] = {}
    for line, own in zip(_FI_ORDINALS, _FIRST_AND_SECOND, strict=True):
        units = line.split()
        words.update(zip(own, (1, 2), strict=True))
        words.update((unit, i) for i, unit in enumerate(units[2:], 3))
        words.update((f"{unit}toista", 10 + i) for i, unit in enumerate(units[:9], 1))
        tens = units[9]
        for ten, head in enumerate(units[1:9], 2):
            words[head + tens] = ten * 10
            words.update((f"{head}{tens}{unit}", ten * 10 + i) for i, unit in enumerate(units, 1))
            words.update((f"{head}{tens}{unit}", ten * 10 + i) for i, unit in enumerate(own, 1))
    swedish = _SV_ORDINALS.split()
    words.update(zip(swedish, range(1, 20), strict=True))
    for ten, head in enumerate(_SV_TENS.split(), 2):
        words[f"{head}nde"] = ten * 10
        words.update((head + unit, ten * 10 + i) for i, unit in enumerate(swedish[:9], 1))
    return words


def _compound(
    word: str, endings: tuple[str, ...], multiple: int, part: Callable[[str], int | None]
) -> int | None:
    """Read "kaksisataaviisi": how many, of what, and what is left below it."""
    for ending in endings:
        head, found, tail = word.partition(ending)
        if found:
            times = part(head) if head else 1
            rest = part(tail) if tail else 0
            if times is not None and rest is not None and rest < multiple:
                return times * multiple + rest
    return None


def _hundreds(word: str) -> int | None:
    known = _below_hundred()
    return known.get(word) or _compound(word, _HUNDREDS, 100, known.get)


def _cardinal(word: str) -> int | None:
    return _hundreds(word) or _compound(word, _THOUSANDS, 1000, _hundreds)


def number_word(word: str) -> int | None:
    """
    Return the number that *word* is, or `None` when it is none.

    One word, as "kolmenkymmenen" or "trettio"; capitals do not matter.  Below
    one million.

    >>> number_word("kaksitoistatuhatta"), number_word("Inget"), number_word("kolmekymmenen")
    (12000, None, 30)
    """
    if len(word) > _LONGEST:
        return None
    low = word.lower()
    found = _cardinal(low)
    if found is None and low.endswith("kymmenen"):
        # A slip that is met: "kolmekymmenen", of which only the last part is inflected.
        return _cardinal(low.removesuffix("kymmenen") + "kymmentä")
    return found


def ordinal_word(word: str) -> int | None:
    """
    Return the ordinal that *word* is, below one hundred, or `None`.

    >>> ordinal_word("neljäntenätoista"), ordinal_word("fjortonde")
    (14, 14)
    """
    return None if len(word) > _LONGEST else _ordinals().get(word.lower())
