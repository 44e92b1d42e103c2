"""
An authority that the law leaves no room for, and all those that it may mean.
"""

from __future__ import annotations

from datetime import date

import pytest

from kuntapaatos import (
    AppealInstruction,
    Authority,
    Decision,
    DocumentKind,
    Entitled,
    OfficeHolder,
    Organ,
    RemedyKind,
    Subject,
)
from kuntapaatos.findings import FindingCode, review
from kuntapaatos.findings.authorities import lawful_authority
from kuntapaatos.remedy import AuthorityKind, MakerKind

DAY = date(2024, 12, 10)
REVIEW = RemedyKind.ADMINISTRATIVE_REVIEW
BOARD = Organ("Kaupunginhallitus", MakerKind.BOARD)
TECHNICAL = Organ("Tekninen lautakunta", MakerKind.COMMITTEE)
MEMBERS = (Entitled.PARTY, Entitled.MEMBER)
PARTIES = (Entitled.PARTY,)


def _right(
    remedy: RemedyKind,
    name: str,
    maker: Organ | OfficeHolder | None,
    entitled: tuple[Entitled, ...] = MEMBERS,
    subject: Subject | None = None,
) -> AuthorityKind | None:
    appeal = AppealInstruction(
        remedy=remedy, decided_by=Authority(name=name), entitled=entitled, subject=subject
    )
    row = lawful_authority(appeal, maker, DAY)
    return None if row is None else row.authority


@pytest.mark.parametrize(
    ("remedy", "name", "maker", "right"),
    [
        (REVIEW, "Oulun hallinto-oikeus", OfficeHolder(), AuthorityKind.BODY),
        (REVIEW, "Markkinaoikeus", BOARD, AuthorityKind.BODY),
        (REVIEW, "Kaupunginvaltuusto", OfficeHolder("Rehtori"), AuthorityKind.BODY),
        (REVIEW, "stadsfullmäktige", BOARD, AuthorityKind.BODY),
        (REVIEW, "Tekninen johtaja", OfficeHolder("Tekninen johtaja"), AuthorityKind.BODY),
        (REVIEW, "Tekninen lautakunta", BOARD, AuthorityKind.BODY),
        (REVIEW, "Kaupunginhallitus", TECHNICAL, AuthorityKind.BODY),
        (REVIEW, "Sivistyslautakunta", TECHNICAL, AuthorityKind.BODY),
        (
            RemedyKind.MUNICIPAL_APPEAL,
            "Kaupunginhallitus",
            BOARD,
            AuthorityKind.ADMINISTRATIVE_COURT,
        ),
        (
            RemedyKind.MUNICIPAL_APPEAL,
            "Korkein hallinto-oikeus",
            BOARD,
            AuthorityKind.ADMINISTRATIVE_COURT,
        ),
        (RemedyKind.MARKET_COURT_APPEAL, "Hallinto-oikeus", BOARD, AuthorityKind.MARKET_COURT),
        (
            RemedyKind.FURTHER_APPEAL,
            "Vasa förvaltningsdomstol",
            BOARD,
            AuthorityKind.SUPREME_ADMINISTRATIVE_COURT,
        ),
    ],
)
def test_no_room(
    remedy: RemedyKind, name: str, maker: Organ | OfficeHolder, right: AuthorityKind
) -> None:
    """
    An authority that no row of the law has for the remedy is named, with the right one.
    """
    assert _right(remedy, name, maker) is right


@pytest.mark.parametrize(
    ("remedy", "name", "maker"),
    [
        (REVIEW, "Kajaanin kaupunginhallitus", OfficeHolder()),
        (REVIEW, "Sivistyslautakunta", OfficeHolder("Rehtori")),
        (REVIEW, "Kaupunginhallitus", BOARD),
        (REVIEW, "Kajaanin kaupungin tekninen lautakunta", TECHNICAL),
        (REVIEW, "lautakunta", TECHNICAL),
        (REVIEW, "Teknisen lautakunnan jaosto", TECHNICAL),
        (REVIEW, "Kaupunginhallitus", Organ("Jaosto", MakerKind.SECTION)),
        (REVIEW, "Kaupunginhallitus", Organ("Neuvosto")),
        (REVIEW, "Kaupunginhallitus", None),
        (REVIEW, "Lupa- ja valvontavirasto", OfficeHolder()),
        (REVIEW, "Kasvun ja oppimisen palvelut", OfficeHolder()),
        (RemedyKind.MUNICIPAL_APPEAL, "Helsingin hallinto-oikeus", BOARD),
        (RemedyKind.MARKET_COURT_APPEAL, "marknadsdomstolen", BOARD),
        (RemedyKind.FURTHER_APPEAL, "Korkein hallinto-oikeus", None),
        (RemedyKind.OBJECTION, "Yksikön päällikkö", OfficeHolder()),
    ],
)
def test_room(remedy: RemedyKind, name: str, maker: Organ | OfficeHolder | None) -> None:
    """
    What the law may mean is left alone, and so is a name that does not tell enough.
    """
    assert _right(remedy, name, maker) is None


def test_other_acts() -> None:
    """
    Where another act than Kuntalaki may apply, the one who decided may decide again (49 d §).
    """
    maker = OfficeHolder("Varhaiskasvatusjohtaja")
    assert _right(REVIEW, "Varhaiskasvatusjohtaja", maker, PARTIES) is None
    assert _right(REVIEW, "Varhaiskasvatusjohtaja", maker, MEMBERS) is AuthorityKind.BODY


def test_a_subject_narrows() -> None:
    """
    With a subject only its own rows count; without one no row is known for it at all.
    """
    court = "Oulun hallinto-oikeus"
    assert _right(RemedyKind.BASIC_APPEAL, court, BOARD, PARTIES, Subject.ELECTION) is None
    assert _right(REVIEW, court, BOARD, PARTIES, Subject.EARLY_EDUCATION) is not None


def test_no_authority() -> None:
    """
    An authority that is not stated cannot be wrong.
    """
    assert lawful_authority(AppealInstruction(remedy=REVIEW), BOARD, DAY) is None


def test_beyond_the_calendar() -> None:
    """
    A day outside the supported years has no rows to compare with.
    """
    appeal = AppealInstruction(remedy=REVIEW, decided_by=Authority(name="Oulun hallinto-oikeus"))
    decision = Decision(
        kind=DocumentKind.DECISION, decided_on=date(1980, 5, 5), appeals=[appeal], maker=BOARD
    )
    assert FindingCode.WRONG_AUTHORITY not in {one.kind for one in review(decision)}
