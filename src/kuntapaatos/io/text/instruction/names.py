"""
The name of an authority, in its base form, from the case its sentence gives it.

>>> base_form("Suomenkieliselle lasten ja nuorten lautakunnalle")
'Suomenkielinen lasten ja nuorten lautakunta'
>>> base_form("Hämeenlinnan hallinto-oikeuteen"), base_form("Kajaanin kaupungin kirjaamoon")
('Hämeenlinnan hallinto-oikeus', 'Kajaanin kaupungin kirjaamo')
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kuntapaatos.io.text.instruction.prose import pattern
from kuntapaatos.io.text.offices import is_office
from kuntapaatos.io.text.tables import table
from kuntapaatos.remedy.bodies import body_kind

__all__ = [
    "OFFICES",
    "base_form",
    "decides",
    "hearing",
    "is_authority",
    "is_place",
    "is_registry",
    "offices_in",
    "own_part",
]

_TABLE = table("authorities")


def _cases() -> dict[str, str]:
    """Return the base form of each noun by the forms in which a document goes there."""
    found: dict[str, str] = {}
    for row in _TABLE["nouns"]["fi"]:
        base, genitive, into = row.split()
        stem = genitive[:-1]
        back = any(letter in "aou" for letter in base.rpartition("-")[2])
        found |= dict.fromkeys((f"{stem}lle", f"{stem}lt{'a' if back else 'ä'}", into), base)
    return found


_BASES = _cases()
_GENITIVES = {row.split()[1][:-1]: row.split()[0] for row in _TABLE["nouns"]["fi"]}
_LONGEST_FIRST = sorted(_BASES, key=len, reverse=True)
_CASES = re.compile(f"(?:{'|'.join(_LONGEST_FIRST)})(?![\\wåäö-])")
_AGREEING: tuple[tuple[str, str], ...] = tuple(
    (form, row.split()[-1]) for row in _TABLE["agreeing"] for form in row.split()[:-1]
)
_NAME_ENDINGS = (
    *(row.split()[0] for row in _TABLE["nouns"]["fi"]),
    *(word for row in _TABLE["nouns"]["sv"] for word in row.split()),
    *_TABLE["others"]["fi"],
)
_NOT = _TABLE["not"]
_NEVER = frozenset((*_NOT["fi"], *_NOT["sv"]))
_COMPOUNDS = tuple(
    f"{first}{link}{noun}"
    for first in _NOT["compound"]
    for link in ("", "-")
    for noun in ("viranomai", "myndighet")
)
# "nämnden för småbarnspedagogik och skola".
_FOR_A_FIELD = re.compile(r"(?:\s|^)(\S{3,40})\sför\s[a-zåäö,\s-]{3,60}$")
_IN_A_PLACE = re.compile(r"\si\s[A-ZÅÄÖ][\wåäöé-]{2,30}(?:\s(?:stad|kommun|samkommun))?$")
_PLACES, _BODIES = tuple(_TABLE["place"]), tuple(_TABLE["body"])
_BARE = frozenset(_TABLE["bare"])
OFFICES, _REGISTRIES = frozenset(_TABLE["office"]), tuple(_TABLE["registry"])
_PARTS = re.compile(r"[,/]")
_EDGES = ' \t*_,;:.–-"”'
_HEARD = pattern(
    r"(?:saa(?:da|ttaa|ttamaan)|-)(?:(?<=-)| )?asian? ?(?:oikaisuvaatimuksena |siirtyy )?"
    r"((?:[\wåäö-]{2,30} ){0,5}?[\wåäö-]{2,40}n) (?:käsiteltäväksi|ratkaistavaksi)"
)


def base_form(phrase: str) -> str:
    """
    Return a name given in a local case in its base form; unchanged when it is in it.

    >>> base_form("päätöksen tehneelle viranhaltijalle"), base_form("Vasa förvaltningsdomstol")
    ('päätöksen tehnyt viranhaltija', 'Vasa förvaltningsdomstol')
    """
    words = phrase.split()
    if not words:
        return ""
    last = words[-1]
    for form in _LONGEST_FIRST:
        if last.lower().endswith(form):
            base = _BASES[form]
            stem = last[: -len(form)]
            words[-1] = stem + (base.capitalize() if not stem and last[0].isupper() else base)
            words[:-1] = map(_agreeing, words[:-1])
            break
    return " ".join(words)


def _agreeing(word: str) -> str:
    """Return an attribute as it agrees with a noun in its base form: "tekniselle"."""
    low = word.lower()
    for form, base in _AGREEING:
        if low.endswith(form):
            changed: str = word[: -len(form)] + base
            return changed.capitalize() if word[0].isupper() else changed
    return word


def hearing(text: str, start: int, end: int) -> tuple[str, int, int] | None:
    """
    Return the body to which one may have a matter taken, in its base form, and where it stands.

    >>> hearing("On oikeus saada asia Mallilan rakennuslautakunnan käsiteltäväksi.", 0, 70)
    ('Mallilan rakennuslautakunta', 21, 49)
    """
    found = _HEARD.search(text, start, end)
    if found is None:
        return None
    name = " ".join(found[1].split())[:-1]
    for stem, base in _GENITIVES.items():
        if name.endswith(stem):
            return name.removesuffix(stem) + base, *found.span(1)
    return None


def offices_in(low: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Give the names in a local case, each from its noun to its end."""
    return _CASES.finditer(low, start, end)


def is_authority(line: str) -> bool:
    """
    Return whether a line is the name of an authority and nothing else.

    >>> is_authority("Mallilan kunta, Sivistyslautakunta")
    True
    >>> is_authority("Oikaisuvaatimusviranomainen")
    False
    """
    bare = line.strip(_EDGES)
    low = bare.lower()
    if not 4 <= len(bare) <= 120 or ": " in bare or any(map(str.isdigit, bare)):
        return False
    if not any(map(_is_name, (*_PARTS.split(low), _IN_A_PLACE.sub("", bare).lower()))):
        return False
    words = low.replace(",", " ").split()
    return not (
        words[0].startswith(tuple(_NOT["first"]))
        or low in _NOT["alone"]
        or not _NEVER.isdisjoint(words)
        or any(map(low.__contains__, _COMPOUNDS))
    )


def _is_name(part: str) -> bool:
    low = part.strip(_EDGES)
    if low.endswith(_NAME_ENDINGS):
        return True
    field = _FOR_A_FIELD.search(low) if " för " in low else None
    return field is not None and field[1].endswith(_NAME_ENDINGS)


def is_registry(name: str) -> bool:
    """Return whether a name is that of a registry."""
    low = name.lower()
    return any(map(low.__contains__, _REGISTRIES))


def decides(name: str) -> bool:
    """Return whether a name is that of a body or of somebody who decides, not of an office."""
    last = name.rpartition(" ")[2]
    return body_kind(name) is not None or is_office(last.capitalize())


def is_place(name: str) -> bool:
    """Return whether a name says only whose the authority is: "Mallilan kunta"."""
    low = name.strip(_EDGES).lower()
    return low.endswith(_PLACES) and not low.endswith(_BODIES) and "," not in low


def own_part(name: str) -> str:
    """
    Return a name without the municipality and the office that stand beside it.

    >>> own_part("Mallilan kunta, Sivistyslautakunta, hallinto")
    'Sivistyslautakunta'
    >>> own_part("Mallilan kunta, kirjaamo"), own_part("Kolmijoen kuntayhtymä, hallitus")
    ('Mallilan kunta, kirjaamo', 'Kolmijoen kuntayhtymä, hallitus')
    """
    parts = [part.strip(_EDGES) for part in _PARTS.split(name) if part.strip(_EDGES)]
    named = [
        part
        for part in parts
        if part.lower().endswith(_BODIES)
        or not (part.lower().endswith(_PLACES) or part.lower() in OFFICES)
    ]
    bodies = [part for part in named if _is_name(part.lower())]
    if not bodies:
        return ", ".join(parts)
    # "Mallilan kunta, tekninen lautakunta": a small letter begins no name.
    small = bodies[0][0].islower() and not is_office(bodies[0].capitalize())
    whole = len(parts) > 1 and (small or bodies[0].lower() in _BARE)
    return " ".join(name.split()) if whole else bodies[0]
