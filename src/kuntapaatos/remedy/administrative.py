"""
The remedies of Hallintolaki and administrative procedure, where an act refers to them.

Hallintolaki (434/2003) 49 c §; 808/2019 from 1.1.2020, 586/1996 before it.
"""

from __future__ import annotations

from datetime import date

from kuntapaatos.law import (
    ASIAKASMAKSULAKI,
    ELINTARVIKELAKI,
    HALLINTOLAINKAYTTOLAKI,
    HALLINTOLAKI,
    JULKISUUSLAKI,
    OIKEUDENKAYNTILAKI,
    PERUSTEVALITUSLAKI,
    PYSAKOINTILAKI,
    SOSIAALIHUOLTOLAKI,
    TARKASTUSMAKSULAKI,
    TUPAKKALAKI,
    TYOVOIMAPALVELULAKI,
    Confidence,
)
from kuntapaatos.remedy.kinds import (
    AuthorityKind,
    DecisionKind,
    Entitled,
    RemedyKind,
    StartingEvent,
    Subject,
)
from kuntapaatos.remedy.rows import between, row, since
from kuntapaatos.time_limit import Period

__all__ = ["ROWS"]

_HLL = between(date(1996, 12, 1), date(2019, 12, 31))

ROWS = (
    row(
        RemedyKind.ADMINISTRATIVE_REVIEW,
        Subject.ADMINISTRATIVE,
        Period.days(30),
        AuthorityKind.DECIDING_AUTHORITY,
        since(2010, 8, 1),
        HALLINTOLAKI("49 c §"),
    ),
    row(
        RemedyKind.ADMINISTRATIVE_APPEAL,
        Subject.ADMINISTRATIVE,
        Period.days(30),
        AuthorityKind.ADMINISTRATIVE_COURT,
        _HLL,
        HALLINTOLAINKAYTTOLAKI("22 §"),
        against=DecisionKind.ON_REVIEW,
    ),
    row(
        RemedyKind.ADMINISTRATIVE_APPEAL,
        Subject.ADMINISTRATIVE,
        Period.days(30),
        AuthorityKind.ADMINISTRATIVE_COURT,
        since(2020, 1, 1),
        OIKEUDENKAYNTILAKI("13 §"),
        OIKEUDENKAYNTILAKI("14 §"),
        against=DecisionKind.ON_REVIEW,
    ),
    row(
        RemedyKind.FURTHER_APPEAL,
        Subject.ADMINISTRATIVE,
        Period.days(30),
        AuthorityKind.SUPREME_ADMINISTRATIVE_COURT,
        _HLL,
        HALLINTOLAINKAYTTOLAKI("22 §"),
        against=DecisionKind.ON_APPEAL,
        confidence=Confidence.LIKELY,
    ),
    row(
        RemedyKind.FURTHER_APPEAL,
        Subject.ADMINISTRATIVE,
        Period.days(30),
        AuthorityKind.SUPREME_ADMINISTRATIVE_COURT,
        since(2020, 1, 1),
        OIKEUDENKAYNTILAKI("13 §"),
        OIKEUDENKAYNTILAKI("107 §"),
        against=DecisionKind.ON_APPEAL,
        leave_needed=True,
    ),
    # Access to documents.
    row(
        RemedyKind.ADMINISTRATIVE_APPEAL,
        Subject.DOCUMENT_REQUEST,
        Period.days(30),
        AuthorityKind.ADMINISTRATIVE_COURT,
        since(1999, 12, 1),
        JULKISUUSLAKI("33 §"),
    ),
    row(
        RemedyKind.FEE_CORRECTION,
        Subject.DOCUMENT_FEE,
        Period.months(6),
        AuthorityKind.DECIDING_AUTHORITY,
        since(1999, 12, 1),
        JULKISUUSLAKI("33 §"),
        starts=StartingEvent.CHARGE,
    ),
    # Public charges: as long as the claim is not time-barred.
    row(
        RemedyKind.BASIC_APPEAL,
        Subject.PUBLIC_CHARGE,
        Period.years(5),
        AuthorityKind.ADMINISTRATIVE_COURT,
        since(2008, 1, 1),
        PERUSTEVALITUSLAKI("20 §"),
        PERUSTEVALITUSLAKI("9 §"),
        who=(Entitled.PAYER,),
        starts=StartingEvent.YEAR_OF_CHARGE,
        confidence=Confidence.UNCERTAIN,
        note="five years from the start of the year after the charge; whether 150/1930 5 § "
        "moves the last day is open",
    ),
    # Supervision and services with a special act.
    row(
        RemedyKind.ADMINISTRATIVE_REVIEW,
        Subject.PARKING_CHARGE,
        Period.days(30),
        AuthorityKind.PARKING_AUTHORITY,
        since(2011, 7, 1),
        PYSAKOINTILAKI(),
        who=(Entitled.PAYER,),
        confidence=Confidence.LIKELY,
        note="from fixing the charge to the vehicle, or by letter on the seventh day",
    ),
    row(
        RemedyKind.ADMINISTRATIVE_REVIEW,
        Subject.FARE_INSPECTION,
        Period.days(14),
        AuthorityKind.DECIDING_AUTHORITY,
        since(1992, 1, 1),
        TARKASTUSMAKSULAKI("13 §"),
        who=(Entitled.PAYER,),
        starts=StartingEvent.CHARGE,
        confidence=Confidence.LIKELY,
    ),
    row(
        RemedyKind.ADMINISTRATIVE_REVIEW,
        Subject.EMPLOYMENT_SERVICES,
        Period.days(30),
        AuthorityKind.DECIDING_AUTHORITY,
        since(2025, 1, 1),
        HALLINTOLAKI("49 c §"),
        TYOVOIMAPALVELULAKI("145 §"),
        confidence=Confidence.LIKELY,
        note="some decisions go to the social security appeal board (380/2023 145-148 §)",
    ),
    row(
        RemedyKind.ADMINISTRATIVE_REVIEW,
        Subject.FOOD_CONTROL,
        Period.days(30),
        AuthorityKind.DECIDING_AUTHORITY,
        since(2021, 4, 21),
        HALLINTOLAKI("49 c §"),
        ELINTARVIKELAKI("75 §"),
        confidence=Confidence.UNCERTAIN,
    ),
    row(
        RemedyKind.ADMINISTRATIVE_APPEAL,
        Subject.TOBACCO,
        Period.days(30),
        AuthorityKind.ADMINISTRATIVE_COURT,
        since(2020, 1, 1),
        OIKEUDENKAYNTILAKI("13 §"),
        TUPAKKALAKI("106 §"),
        confidence=Confidence.LIKELY,
        note="straight to court, without oikaisuvaatimus",
    ),
    # Municipal until the wellbeing services counties began on 1.1.2023.
    row(
        RemedyKind.ADMINISTRATIVE_REVIEW,
        Subject.SOCIAL_WELFARE,
        Period.days(30),
        AuthorityKind.MUNICIPAL_BODY,
        between(date(2015, 4, 1), date(2022, 12, 31)),
        HALLINTOLAKI("49 c §"),
        SOSIAALIHUOLTOLAKI("50 §"),
    ),
    row(
        RemedyKind.ADMINISTRATIVE_REVIEW,
        Subject.CLIENT_FEE,
        Period.days(30),
        AuthorityKind.MUNICIPAL_BODY,
        between(date(2021, 7, 1), date(2022, 12, 31)),
        HALLINTOLAKI("49 c §"),
        ASIAKASMAKSULAKI("15 §"),
    ),
)
