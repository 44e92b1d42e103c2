"""
The names of the municipalities in whatever case and language they stand.

>>> base_form("Kajaanin kaupunki").name, base_form("Vasa stad").name, base_form("Lahdessa").name
('Kajaani', 'Vaasa', 'Lahti')
>>> base_form("Nastolan kunta").merged_into
'Lahti'
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from kuntapaatos.municipalities.rows import Municipality, rows

__all__ = ["MUNICIPAL", "Named", "base_form", "close_names", "forms"]

# The endings of place, put to the stem of the genitive.
_LOCATIVES = ("ssa", "ssä", "sta", "stä", "lla", "llä", "lta", "ltä", "lle")
# What no rule gives: both parts of a compound are inflected, or the name is a plural.
_OWN_FORMS = {
    "Alavus": "Alavuteen",
    "Isokyrö": "Isossakyrössä Isostakyröstä Isoonkyröön",
    "Uusikaarlepyy": "Uudessakaarlepyyssä Uudestakaarlepyystä Uuteenkaarlepyyhyn",
    "Uusikaupunki": "Uudessakaupungissa Uudestakaupungista Uuteenkaupunkiin",
    "Varkaus": "Varkauteen",
    "Virrat": "Virtojen Virroilla Virroilta Virroille Virtoihin",
}
_SAINTS = {"S:t Michel": "St. Michel;Sankt Michel", "S:t Karins": "St. Karins;Sankt Karins"}

_NOUN = r"kaupun[kg]|kunta(?!yht|lii|os)|kunna|maalaiskun|stad(?!ga|io)|kommun(?!al(?:a|t)?f)"

MUNICIPAL = re.compile(rf"[ \u00a0\r\n]{{1,2}}(?:{_NOUN})", re.IGNORECASE)
"""A word for a municipality, after its name."""


def _illative(name: str, genitive: str) -> Iterator[str]:
    stem = genitive[:-1]
    if name.endswith("i") and stem.endswith("e"):  # joki, lahti, vesi
        yield f"{name[:-2]}teen" if name.endswith("vesi") else f"{name[:-1]}een"
        return
    if name[-1] in "aeiouyäö" and not stem.endswith("ee"):
        stem = name
    if stem[-1] == stem[-2].lower():  # "Ii" too
        yield f"{stem}seen"
        yield f"{stem}h{stem[-1]}n"
    else:
        yield f"{stem}{stem[-1]}n"


def _finnish_forms(name: str, genitive: str) -> Iterator[str]:
    yield name
    yield genitive
    yield from _OWN_FORMS.get(name, "").split()
    if name == "Virrat" or " " in name:
        return
    if genitive.endswith("isten"):
        stem = genitive[:-3] + "i"
        yield f"{stem}in"
    else:
        stem = genitive[:-1]
        yield from _illative(name, genitive)
    for ending in _LOCATIVES:
        yield stem + ending


def _swedish_forms(name: str) -> Iterator[str]:
    for form in (name, *_SAINTS.get(name, "").split(";")):
        if form:
            yield form
            yield form if form.endswith("s") else f"{form}s"


class Named(NamedTuple):
    """
    What a form of a name stands for.

    Attributes:
        municipality: The municipality.
        name: The name of which it is a form, in its base form.
    """

    municipality: Municipality
    name: str


@cache
def forms() -> dict[str, Named]:
    """
    Return each form of each name in lower case; a present municipality before a merged one.

    >>> forms()["kajaanissa"].name
    'Kajaani'
    """
    found: dict[str, Named] = {}
    for place, _ in reversed(rows()):
        for name, made in (
            (place.name_sv, _swedish_forms(place.name_sv)),
            (place.name, _finnish_forms(place.name, place.genitive)),
        ):
            found.update((form.lower(), Named(place, name)) for form in made)
    return found


@cache
def _further() -> dict[str, Municipality]:
    """Return the names that a text is not searched for, in lower case."""
    return {
        form.lower(): place
        for place, also in rows()
        for name in also
        for form in _swedish_forms(name)
    }


def base_form(name_or_inflected: str) -> Municipality | None:
    """
    Return the municipality that a name, in any case and in either language, means.

    What follows the name may only be a word for a municipality: "Kajaanin
    kaupunginhallitus" is Kajaani, "Turun hallinto-oikeus" is nothing.

    >>> base_form("Korsholms kommun").name, base_form("Uudessakaupungissa").code
    ('Mustasaari', '895')
    >>> base_form("Turun hallinto-oikeus") is None
    True
    """
    words = name_or_inflected[:80].strip(" \t\r\n\u00a0.,:;").lower().split()
    if words and words[0] in {"staden", "kommunen"}:
        del words[0]
    for count in (2, 1):
        form = " ".join(words[:count])
        known = forms().get(form)
        place = _further().get(form) if known is None else known.municipality
        if place is not None and (len(words) <= count or MUNICIPAL.match(f" {words[count]}")):
            return place
    return None


def close_names(given: str) -> tuple[str, ...]:
    """
    Return the names, in their base form, that are most like what was given.

    >>> close_names("Kajani")
    ('Kajaani', 'Kajana', 'Kaavi')
    """
    from difflib import get_close_matches

    names = {named.name.lower(): named.name for named in forms().values()}
    return tuple(names[name] for name in get_close_matches(given[:80].lower(), names, n=3))
