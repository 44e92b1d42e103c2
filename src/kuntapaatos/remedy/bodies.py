"""
What kind of body a name says: by its last word, in Finnish and Swedish.

>>> body_kind("Kaupunginhallituksen elinkeinojaosto")
<MakerKind.SECTION: 'jaosto'>
"""

from __future__ import annotations

from kuntapaatos.remedy.kinds import MakerKind

__all__ = ["BODIES", "body_kind"]

# The last word of a body's name, in the nominative, and what kind of body it is.
BODIES: tuple[tuple[str, MakerKind], ...] = (
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


def body_kind(name: str) -> MakerKind | None:
    """
    Return what kind of body the last word of *name* says.

    >>> body_kind("Kaupunginhallituksen elinkeinojaosto")
    <MakerKind.SECTION: 'jaosto'>
    """
    folded = name.casefold().removesuffix(" svenska rum")
    for end, kind in BODIES:
        if folded.endswith(end):
            return kind
    return None
