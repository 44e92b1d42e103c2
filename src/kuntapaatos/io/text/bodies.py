"""
The names of the bodies that decide in a municipality, and what kind each is.

>>> body_kind("Kaupunginhallituksen elinkeinojaosto")
<MakerKind.SECTION: 'jaosto'>
"""

from __future__ import annotations

import re

from kuntapaatos.remedy.kinds import MakerKind

__all__ = ["LONGEST", "body_kind", "is_organ", "maker_in_genitive", "meeting_of"]

LONGEST = 160
"""No name of a body and no heading is longer."""

# The last word of a body's name, in the nominative, and what kind of body it is.
_BODIES: tuple[tuple[str, MakerKind], ...] = (
    ("yhtymähallitus", MakerKind.JOINT_AUTHORITY_BOARD),
    ("yhtymävaltuusto", MakerKind.JOINT_AUTHORITY_COUNCIL),
    ("yhtymäkokous", MakerKind.JOINT_AUTHORITY_COUNCIL),
    ("samkommunsstyrelsen", MakerKind.JOINT_AUTHORITY_BOARD),
    ("samkommunstyrelsen", MakerKind.JOINT_AUTHORITY_BOARD),
    ("samkommunsfullmäktige", MakerKind.JOINT_AUTHORITY_COUNCIL),
    ("aluehallitus", MakerKind.WELLBEING_COUNTY),
    ("aluevaltuusto", MakerKind.WELLBEING_COUNTY),
    ("områdesstyrelsen", MakerKind.WELLBEING_COUNTY),
    ("områdesfullmäktige", MakerKind.WELLBEING_COUNTY),
    ("kirkkoneuvosto", MakerKind.PARISH),
    ("kirkkovaltuusto", MakerKind.PARISH),
    ("seurakuntaneuvosto", MakerKind.PARISH),
    ("kyrkorådet", MakerKind.PARISH),
    ("kyrkofullmäktige", MakerKind.PARISH),
    ("keskusvaalilautakunta", MakerKind.ELECTION_BOARD),
    ("vaalilautakunta", MakerKind.ELECTION_BOARD),
    ("vaalitoimikunta", MakerKind.ELECTION_BOARD),
    ("centralvalnämnden", MakerKind.ELECTION_BOARD),
    ("valnämnden", MakerKind.ELECTION_BOARD),
    ("hallitus", MakerKind.BOARD),
    ("styrelsen", MakerKind.BOARD),
    ("styrelse", MakerKind.BOARD),
    ("valtuusto", MakerKind.COUNCIL),
    ("fullmäktige", MakerKind.COUNCIL),
    ("lautakunta", MakerKind.COMMITTEE),
    ("nämnden", MakerKind.COMMITTEE),
    ("nämnd", MakerKind.COMMITTEE),
    ("jaosto", MakerKind.SECTION),
    ("sektionen", MakerKind.SECTION),
    ("sektion", MakerKind.SECTION),
    ("jaos", MakerKind.SECTION),
    ("johtokunta", MakerKind.MANAGEMENT_BOARD),
    ("direktionen", MakerKind.MANAGEMENT_BOARD),
    ("direktion", MakerKind.MANAGEMENT_BOARD),
    ("valiokunta", MakerKind.SELECT_COMMITTEE),
    ("utskottet", MakerKind.SELECT_COMMITTEE),
    ("utskott", MakerKind.SELECT_COMMITTEE),
    ("toimielin", MakerKind.JOINT_BODY),
)
_GENITIVES = (
    ("hallituksen", "hallitus"),
    ("valtuuston", "valtuusto"),
    ("kunnan", "kunta"),
    ("jaoston", "jaosto"),
    ("toimielimen", "toimielin"),
)
# Looked for behind the word, which is then read once.
_ENDS = "|".join(f"(?<={name})" for name, _ in _BODIES)
_ORGAN = re.compile(
    r"(?=[A-ZÅÄÖ])(?:[\w-]{1,40}+,?[ ]){0,6}[\w-]{1,70}+(?:" + _ENDS + r")(?:[ ]Svenska[ ]rum)?$",
    re.IGNORECASE,
)
_ORGAN_ENDS = (*(name for name, _ in _BODIES), "svenska rum")


def is_organ(text: str) -> bool:
    """
    Return whether *text* is the name of a body, in the nominative and nothing else.

    >>> is_organ("Kaupunginhallitus"), is_organ("Kaupunginhallitus ehdottaa, että valtuusto")
    (True, False)
    """
    if len(text) > LONGEST or not text.lower().endswith(_ORGAN_ENDS) or not _ORGAN.match(text):
        return False
    # Not a body that does something to another one.
    before = text.lower().removesuffix(" svenska rum").split()[:-2]
    return not any(word.endswith(_ORGAN_ENDS) for word in before)


def body_kind(name: str) -> MakerKind | None:
    """
    Return what kind of body the last word of *name* says.

    >>> body_kind("Kaupunginhallituksen elinkeinojaosto")
    <MakerKind.SECTION: 'jaosto'>
    """
    folded = name.casefold().removesuffix(" svenska rum")
    for end, kind in _BODIES:
        if folded.endswith(end):
            return kind
    return None


def maker_in_genitive(label: str) -> MakerKind | None:
    """
    Return what kind of body a label such as "Valtuuston päätös" belongs to.

    >>> maker_in_genitive("Kunnanhallituksen ehdotus")
    <MakerKind.BOARD: 'kunnanhallitus'>
    """
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
