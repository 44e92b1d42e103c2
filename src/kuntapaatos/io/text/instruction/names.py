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

__all__ = ["base_form", "hearing", "is_authority", "is_registry", "offices_in", "own_part"]

# Base form, and the stem and endings of the cases in which a document goes there.
_NOUNS: tuple[tuple[str, str], ...] = (
    ("lautakunta", r"lautakun(?:nalle|nalta|taan)"),
    ("valiokunta", r"valiokun(?:nalle|nalta|taan)"),
    ("johtokunta", r"johtokun(?:nalle|nalta|taan)"),
    ("tiekunta", r"tiekun(?:nalle|taan)"),
    ("kunta", r"kun(?:nalle|nalta|taan)"),
    ("hallitus", r"hallitu(?:kselle|kselta|kseen)"),
    ("jaosto", r"jaosto(?:lle|lta|on)"),
    ("jaos", r"jaokse(?:lle|lta|en)"),
    ("valtuusto", r"valtuusto(?:lle|lta|on)"),
    ("hallinto-oikeus", r"hallinto-oikeu(?:delle|delta|teen)"),
    ("markkinaoikeus", r"markkinaoikeu(?:delle|delta|teen)"),
    ("virasto", r"virasto(?:lle|lta|on)"),
    ("viranomainen", r"viranomaise(?:lle|lta|en)"),
    ("viranhaltija", r"viranhaltija(?:lle|lta|an)"),
    ("toimielin", r"toimielime(?:lle|ltä|en)"),
    ("johtaja", r"johtaja(?:lle|lta|an)"),
    ("päällikkö", r"päällikö(?:lle|ltä)|päällikköön"),
    ("yksikkö", r"yksikö(?:lle|ltä)|yksikköön"),
    ("rehtori", r"rehtori(?:lle|lta|in)"),
    ("insinööri", r"insinööri(?:lle|ltä|in)"),
    ("tarkastaja", r"tarkastaja(?:lle|lta|an)"),
    ("valvoja", r"valvoja(?:lle|lta|an)"),
    ("sihteeri", r"sihteeri(?:lle|ltä|in)"),
    ("esimies", r"esimiehe(?:lle|ltä|en)"),
    ("kirjaamo", r"kirjaamo(?:lle|lta|on)"),
    ("liikelaitos", r"liikelaitokse(?:lle|lta|en)"),
    ("laitos", r"laitokse(?:lle|lta|en)"),
    ("keskus", r"keskukse(?:lle|lta|en)"),
    ("kuntayhtymä", r"kuntayhtymä(?:lle|ltä|än)"),
    ("yhtymä", r"yhtymä(?:lle|ltä|än)"),
    ("kaupunki", r"kaupungi(?:lle|lta)|kaupunkiin"),
    ("toimiala", r"toimiala(?:lle|lta|an)"),
    ("toimisto", r"toimisto(?:lle|lta|on)"),
    ("hallinto", r"hallinno(?:lle|lta)|hallintoon"),
    ("lautamies", r"lautamiehe(?:lle|en)"),
)
_CASES = re.compile("(" + "|".join(f"(?:{cases})" for _, cases in _NOUNS) + r")(?![\wåäö-])")
_EACH = tuple((base, re.compile(cases, re.IGNORECASE)) for base, cases in _NOUNS)
# How the last word of a name ends.
_NAME_ENDINGS = (
    *(base for base, _ in _NOUNS),
    *"palvelut styrelse styrelsen nämnd nämnden sektion sektionen direktion direktionen".split(),
    *"domstol domstolen verket direktör direktören chef chefen fullmäktige utskottet".split(),
    *"registratur registraturen registratorskontor registratorskontoret rektor rektorn".split(),
    *"myndighet myndigheten tjänsteinnehavare tjänsteinnehavaren".split(),
    *"kansliet byrån enhet enheten organet stad kommun samkommun samkommunen".split(),
)
_NOT_A_NAME = pattern(
    r"(?:oikaisu(?:vaatimus)?|valitus|muutoksenhaku|omprövnings"
    r"|besvärs)-?(?:viranomai|myndighet)|^viranomainen|^myndighet"
    r"|\b(?:till|hos|riktas|lämnas|tehdään|osoitetaan|toimitetaan|haetaan)\b"
    r"|\bkäsittelee\b|\bratkaisee\b|\bpäättää\b|\bbehandlar\b|\bavgör\b"
    r"|\bon\b|\btulee\b|\bsaa\b|\bvoi\b|\bär\b|\bska\b|katsotaan|^päätöksen "
    r"|^puhelin|^virasto$|^kunta$|^kaupunki$"
)
# "nämnden för småbarnspedagogik och skola".
_FOR_A_FIELD = re.compile(
    r"(?:nämnd|nämnden|styrelsen?|sektion|sektionen|direktion|direktionen)\sför\s[a-zåäö\s-]{3,60}$"
)
_PLACE = re.compile(r"(?:kaupunki|kunta|stad|kommun|samkommun|kuntayhtymä)$", re.IGNORECASE)
_BODY = re.compile(r"(?:lautakunta|valiokunta|johtokunta|tiekunta)$", re.IGNORECASE)
_OFFICE = re.compile(
    r"^(?:kirjaamo|hallinto|registratur\w{0,2}|asiakaspalvelu|toimisto"
    r"|kunnanvirasto|kaupungintalo)$",
    re.IGNORECASE,
)
_PARTS = re.compile(r"[,/]")
_REGISTRY = re.compile(r"kirjaamo|registra(?:tur|tor)", re.IGNORECASE)
_EDGES = ' \t*_,;:.–-"”'


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
    for base, cases in _EACH:
        found = cases.search(last)
        if found is not None and found.end() == len(last):
            words[-1] = last[: found.start()] + (
                base.capitalize() if found[0][:1].isupper() else base
            )
            words[:-1] = [_agreeing(word) for word in words[:-1]]
            break
    return " ".join(words)


# Attributes that agree with their noun: "tekniselle", "päättävälle", "tehneelle".
_AGREEING: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(cases, re.IGNORECASE), base)
    for cases, base in (
        (r"tehnee(?:lle|seen|ltä)$", "tehnyt"),
        (r"antanee(?:lle|seen|lta)$", "antanut"),
        (r"ise(?:lle|ltä|lta|en)$", "inen"),
        (r"(?<=v[aä])(?:lle|lta|ltä)$", ""),
        (r"(?<=ava)an$|(?<=evä)än$", ""),
        (r"korkeimma(?:lle|lta)$|korkeimpaan$", "korkein"),
        (r"ylemmä(?:lle|ltä)$", "ylempi"),
    )
)


def _agreeing(word: str) -> str:
    for cases, base in _AGREEING:
        changed = cases.sub(base, word, count=1)
        if changed != word:
            return changed.capitalize() if word[:1].isupper() else changed
    return word


_HEARD = re.compile(
    r"(?:saa(?:da|ttaa) |-)asia\s{1,3}(?:oikaisuvaatimuksena\s{1,3}|siirtyy\s{1,3})?"
    r"((?:[\wåäö-]{2,30}\s{1,3}){0,5}?[\wåäö-]{0,30}(?:lautakunna|jaosto|valiokunna|viranomaise|hallitukse))n\s{1,3}(?:käsiteltäväksi|ratkaistavaksi)"
)
_HEARING = (
    ("kunna", "kunta"),
    ("viranomaise", "viranomainen"),
    ("hallitukse", "hallitus"),
    ("", ""),
)


def hearing(text: str, start: int, end: int) -> tuple[str, int, int] | None:
    """
    Return the body to which one may have a matter taken, in its base form, and where it stands.

    >>> hearing("On oikeus saada asia Mallilan rakennuslautakunnan käsiteltäväksi.", 0, 70)
    ('Mallilan rakennuslautakunta', 21, 49)
    """
    found = _HEARD.search(text, start, end)
    if found is None:
        return None
    name = " ".join(found[1].split())
    stem, base = next(each for each in _HEARING if name.endswith(each[0]))
    return name.removesuffix(stem) + base, found.start(1), found.end(1) + len("n")


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
    if not 4 <= len(bare) <= 120 or not any(_is_name(part) for part in _PARTS.split(low)):
        return False
    return not any(map(str.isdigit, bare)) and _NOT_A_NAME.search(low) is None


def _is_name(part: str) -> bool:
    low = part.rstrip(_EDGES).lower()
    return low.endswith(_NAME_ENDINGS) or (" för " in low and bool(_FOR_A_FIELD.search(low)))


def is_registry(name: str) -> bool:
    """Return whether a name is that of a registry."""
    return _REGISTRY.search(name) is not None


def own_part(name: str) -> str:
    """
    Return a name without the municipality and the office that stand beside it.

    >>> own_part("Mallilan kunta, Sivistyslautakunta, hallinto")
    'Sivistyslautakunta'
    >>> own_part("Mallilan kunta, kirjaamo")
    'Mallilan kunta, kirjaamo'
    """
    parts = [part.strip(_EDGES) for part in _PARTS.split(name) if part.strip(_EDGES)]
    named = [
        part
        for part in parts
        if _BODY.search(part) or not (_PLACE.search(part) or _OFFICE.search(part))
    ]
    bodies = [part for part in named if _is_name(part)]
    return bodies[0] if bodies else ", ".join(parts)
