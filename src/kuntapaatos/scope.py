"""
Whose decisions the rules are for: the municipalities of the mainland, and nobody else's.

Åland's municipalities follow Ahvenanmaan itsehallintolaki (1144/1991) and laws of Åland
(808/2019 9 §), wellbeing services counties (*hyvinvointialue*) 611/2021, parishes
Kirkkolaki (652/2023).  Their remedies look alike and are not the same, so nothing of
theirs is counted.

>>> from kuntapaatos.decision import DocumentKind
>>> decision = Decision(kind=DocumentKind.DECISION, municipality="Jomala")
>>> print(other_law(decision))
Ahvenanmaan kunta (808/2019 9 §, 1144/1991)
"""

from __future__ import annotations

import re
from functools import cache

from attrs import frozen

from kuntapaatos.checks import check_type
from kuntapaatos.decision import Decision, OfficeHolder, Organ
from kuntapaatos.errors import InvalidValue
from kuntapaatos.instruction import AppealInstruction
from kuntapaatos.law import OIKEUDENKAYNTILAKI, Provision
from kuntapaatos.municipalities import municipalities
from kuntapaatos.remedy import MakerKind

__all__ = ["OtherLaw", "check_scope", "other_law"]


@frozen(kw_only=True)
class OtherLaw:
    """
    Whose decision it is, where that is no municipality of the mainland.

    Attributes:
        field: Where the decision tells it, such as "municipality" or "maker".
        given: What it says there.
        whose: Whose decision it is, by its Finnish term.
        provisions: The acts that apply in place of Kuntalaki.
    """

    field: str
    given: str
    whose: str
    provisions: tuple[Provision, ...]

    def __str__(self) -> str:
        return f"{self.whose} ({', '.join(map(str, self.provisions))})"


_ALAND = (
    "Ahvenanmaan kunta",
    (OIKEUDENKAYNTILAKI("9 §"), Provision("Ahvenanmaan itsehallintolaki", "1144/1991", "")),
)
_COUNTY = ("hyvinvointialue", (Provision("Laki hyvinvointialueesta", "611/2021", ""),))
_PARISH = ("seurakunta", (Provision("Kirkkolaki", "652/2023", ""),))
_KINDS = {MakerKind.WELLBEING_COUNTY: _COUNTY, MakerKind.PARISH: _PARISH}


@cache
def _names() -> str:
    """
    Return the pattern of a name of one of the sixteen municipalities of Åland.

    Only one has a Finnish name of its own; the others are declined in Finnish as they are.
    The base form and the genitive of both languages: "Jomala", "Jomalan", "Sundin", "Sunds".
    """
    names = {
        name.casefold()
        for place in municipalities()
        if place.on_aland
        for name in (place.name, place.name_sv)
    }
    return rf"(?:{'|'.join(sorted(names))})(?:i?n|s)?"


def _is_aland(municipality: str) -> bool:
    pattern = rf"{_names()}(?: (?:kunta|kaupunki|kommun|stad))?|(?:ahvenanmaa|åland).{{0,80}}"
    return re.fullmatch(pattern, municipality) is not None


def _is_of_aland(maker: str) -> bool:
    # With a body or an office after it, since "Sundin" alone may be a person or a place.
    offices = "kunnan|kaupungin|kommun|stad|fullmäktige|direktör|rektor"
    return re.match(rf"{_names()} (?:{offices})|ålands ?landskap", maker) is not None


_OTHERS = (
    (
        _COUNTY,
        (
            r"hyvinvointialue|hyvinvointiyhtymä|välfärdsområde|välfärdssammanslutning"
            r"|aluehallitu[sk]|aluevaltuusto|områdesstyrelse|områdesfullmäktige"
            r"|\bhus-(?:yhtymä|samman)"
        ),
    ),
    (
        _PARISH,
        (
            r"seurakun|församling|kyrklig|kirkkoneuvosto|kirkkovaltuusto|kirkkohallitus"
            r"|kirkkoher|kyrkoråd|kyrkofullmäktige|kyrkostyrelse|kyrkoherde|tuomiokapitu|domkapit"
        ),
    ),
)


def other_law(decision: Decision) -> OtherLaw | None:
    """
    Return whose a decision is, when it is no decision of a municipality of the mainland.

    Told by the municipality, by the name, the title or the kind of the maker, and by the
    authority that an instruction names.

    Args:
        decision: As it was read or built.

    Returns:
        `None` when nothing tells so; a decision that names neither a municipality nor a
        maker cannot be told apart.

    Raises:
        InvalidValue: *decision* is something else.

    Source: 808/2019 9 §.

    >>> from kuntapaatos.decision import DocumentKind
    >>> maker = OfficeHolder("Hyvinvointialuejohtaja")
    >>> found = other_law(Decision(kind=DocumentKind.DECISION, maker=maker))
    >>> found.field, str(found)
    ('maker', 'hyvinvointialue (611/2021)')
    """
    check_type("decision", decision, Decision, "a Decision, such as the .decision of a Reading")
    municipality = None if decision.municipality is None else str(decision.municipality)
    if _is_aland(_plain(municipality)):
        return _found("municipality", municipality, _ALAND)
    maker = decision.maker
    if isinstance(maker, Organ) and maker.kind in _KINDS:
        return _found("maker", maker.name, _KINDS[maker.kind])
    named = (
        maker.title if isinstance(maker, OfficeHolder) else None if maker is None else maker.name
    )
    if _is_of_aland(_plain(named)):
        return _found("maker", named, _ALAND)
    offices = [
        (f"appeals[{number}].{field}", office.name)
        for number, appeal in enumerate(decision.appeals)
        if isinstance(appeal, AppealInstruction)
        for field in ("decided_by", "deliver_to")
        if (office := getattr(appeal, field)) is not None
    ]
    for field, text in (("municipality", municipality), ("maker", named), *offices):
        for other, words in _OTHERS:
            if re.search(words, _plain(text)):
                return _found(field, text, other)
    return None


def _plain(text: str | None) -> str:
    return "" if text is None else " ".join(text.casefold().split())


def _found(field: str, given: str | None, other: tuple[str, tuple[Provision, ...]]) -> OtherLaw:
    whose, provisions = other
    return OtherLaw(field=field, given=str(given), whose=whose, provisions=provisions)


def check_scope(decision: Decision) -> Decision:
    """
    Return a decision whose remedies Kuntalaki and its neighbours give, and refuse another.

    Raises:
        InvalidValue: It is a decision of a municipality of Åland, a wellbeing services
            county or a parish, or no `Decision`.

    >>> from kuntapaatos.decision import DocumentKind
    >>> check_scope(Decision(kind=DocumentKind.DECISION, municipality="Mariehamns stad"))
    Traceback (most recent call last):
        ...
    kuntapaatos.errors.InvalidValue: municipality must be ... got 'Mariehamns stad'
    """
    found = other_law(decision)
    if found is not None:
        acts = ", ".join(provision.full for provision in found.provisions)
        raise InvalidValue(
            found.field,
            found.given,
            f"of a municipality of the mainland: this is {found.whose}, "
            f"which follows {acts}, not Kuntalaki",
        )
    return decision
