"""
Where the common systems put the document in their pages, and what stands around it.

By the names that the systems themselves give the parts of a page: CloudNC (CaseM), Dynasty,
the site of Helsinki's Ahjo; for others the element that a page marks as its main one.

>>> place_of("div", {"id": "ContentStart", "class": "span6 center-content"})
<Place.DOCUMENT: 'document'>
>>> place_of("ol", {"class": "breadcrumb"})
<Place.TRAIL: 'trail'>
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

__all__ = ["BEGINS", "ENDS", "Place", "is_step", "place_of"]


class Place(Enum):
    """What a part of a page is."""

    DOCUMENT = "document"
    """Where the system puts the document."""
    HEAD = "head"
    """A line that belongs to the document, where there is one."""
    MAIN = "main"
    """What the page marks as its main part."""
    TRAIL = "trail"
    """Where in the site the page is: "Kunnanhallitus > Kokous 3.2.2025"."""
    SHELL = "shell"
    """Menus, the site's own head and foot, other columns."""


BEGINS, ENDS = "DATA_BEGIN", "DATA_END"
"""Comments of Dynasty, before and after the document."""

_IDS = {"ContentStart": Place.DOCUMENT, "Content_sidenaviArea": Place.SHELL}
_CLASSES = {
    "issue-content-top__container": Place.DOCUMENT,
    "issue-content__container": Place.DOCUMENT,
    "issue__more-info__container": Place.DOCUMENT,
    "issue__diarynumber": Place.HEAD,
    "issue__decision-navigation__wrapper": Place.SHELL,
    "issue-right-column__container": Place.SHELL,
    "right-content": Place.SHELL,
    "skip-link": Place.SHELL,
    "breadcrumb": Place.TRAIL,
    "breadcrumbs": Place.TRAIL,
    "murupolku": Place.TRAIL,
}
_ROLES = {
    "main": Place.MAIN,
    "navigation": Place.SHELL,
    "banner": Place.SHELL,
    "contentinfo": Place.SHELL,
    "search": Place.SHELL,
}
_STEPS = frozenset(
    {
        *("edellinen asia", "seuraava asia", "kokousasia pdf-muodossa", "avaa haku", "haku"),
        *("pöytäkirja pdf-muodossa", "esityslista pdf-muodossa", "siirry sisältöön", "tulosta"),
        *("föregående ärende", "följande ärende", "mötesärende i pdf-format", "sökning", "rss"),
        *("protokoll i pdf-format", "gå till innehållet", "skriv ut", "suomeksi", "på svenska"),
        *("muutoksenhakuohje", "muutoksenhakuohjeet", "oikaisuvaatimusohje", "valitusosoitus"),
        *(
            "anvisning för ändringssökande",
            "besvärsanvisning",
            "anvisning om begäran om omprövning",
        ),
        *("in english", "dynasty tietopalvelu", "dynasty informationsservice", "etusivu"),
    }
)


def place_of(name: str, attributes: Mapping[str, str]) -> Place | None:
    """Return what part of a page an element is; `None` for one inside a part."""
    if name == "label":
        return Place.HEAD if attributes.get("class") == "h3" else None
    found = _IDS.get(attributes.get("id", ""))
    for one in attributes.get("class", "").split():
        found = found or _CLASSES.get(one)
    return found or _ROLES.get("main" if name == "main" else attributes.get("role", ""))


def is_step(words: str) -> bool:
    """Whether the words of a link lead elsewhere and say nothing of the document."""
    return " ".join(words.split()).lower() in _STEPS
