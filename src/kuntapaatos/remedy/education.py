"""
The remedies of early education, schools and compulsory education.

Varhaiskasvatuslaki (540/2018) 62 §, Perusopetuslaki (628/1998) 42-42 c §,
Lukiolaki (714/2018) 49-51 §, Oppivelvollisuuslaki (1214/2020).  From 1.1.2026
Lupa- ja valvontavirasto (530/2025) stands in place of the regional state agencies.
"""

from __future__ import annotations

from datetime import date

from kuntapaatos.law import (
    HALLINTOLAKI,
    LUKIOLAKI,
    LUPAVIRASTOLAKI,
    OPPIVELVOLLISUUSLAKI,
    PERUSOPETUSLAKI,
    VARHAISKASVATUSLAKI,
    VARHAISKASVATUSMAKSULAKI,
    Confidence,
)
from kuntapaatos.remedy.kinds import (
    AuthorityKind,
    DecisionKind,
    Entitled,
    RemedyKind,
    Subject,
)
from kuntapaatos.remedy.rows import PARTY, between, row, since
from kuntapaatos.time_limit import Period

__all__ = ["ROWS"]

_GUARDIANS = (Entitled.PARTY, Entitled.GUARDIAN)
_AGENCY_CHANGED = since(2026, 1, 1)


def _until_2025(first: date) -> tuple[date, date | None]:
    return between(first, date(2025, 12, 31))


ROWS = (
    # Early education: a place, its support, its fee.
    row(
        RemedyKind.ADMINISTRATIVE_REVIEW,
        Subject.EARLY_EDUCATION,
        Period.days(30),
        AuthorityKind.MUNICIPAL_BODY,
        since(2018, 9, 1),
        HALLINTOLAKI("49 c §"),
        VARHAISKASVATUSLAKI("62 §"),
    ),
    row(
        RemedyKind.ADMINISTRATIVE_REVIEW,
        Subject.EARLY_EDUCATION_SUPPORT,
        Period.days(30),
        AuthorityKind.REGIONAL_STATE_AGENCY,
        _until_2025(date(2022, 8, 1)),
        HALLINTOLAKI("49 c §"),
        VARHAISKASVATUSLAKI("62 §"),
        VARHAISKASVATUSLAKI("15 e §"),
    ),
    row(
        RemedyKind.ADMINISTRATIVE_REVIEW,
        Subject.EARLY_EDUCATION_SUPPORT,
        Period.days(30),
        AuthorityKind.PERMIT_AGENCY,
        _AGENCY_CHANGED,
        HALLINTOLAKI("49 c §"),
        VARHAISKASVATUSLAKI("62 §"),
        LUPAVIRASTOLAKI(),
        confidence=Confidence.LIKELY,
    ),
    row(
        RemedyKind.DEMAND,
        Subject.EARLY_EDUCATION_FEE,
        Period.days(30),
        AuthorityKind.MUNICIPAL_BODY,
        since(2017, 3, 1),
        VARHAISKASVATUSMAKSULAKI("20 §"),
        who=(Entitled.PARTY, Entitled.PAYER),
    ),
    # Basic education: the matters of 42 §; other matters by appeal in 30 days.
    row(
        RemedyKind.ADMINISTRATIVE_REVIEW,
        Subject.BASIC_EDUCATION,
        Period.days(14),
        AuthorityKind.REGIONAL_STATE_AGENCY,
        _until_2025(date(2022, 8, 1)),
        PERUSOPETUSLAKI("42 §"),
        who=_GUARDIANS,
    ),
    row(
        RemedyKind.ADMINISTRATIVE_REVIEW,
        Subject.BASIC_EDUCATION,
        Period.days(14),
        AuthorityKind.PERMIT_AGENCY,
        _AGENCY_CHANGED,
        PERUSOPETUSLAKI("42 §"),
        LUPAVIRASTOLAKI(),
        who=_GUARDIANS,
        confidence=Confidence.LIKELY,
    ),
    row(
        RemedyKind.APPEAL,
        Subject.BASIC_EDUCATION,
        Period.days(14),
        AuthorityKind.ADMINISTRATIVE_COURT,
        since(2022, 8, 1),
        PERUSOPETUSLAKI("42 b §"),
        who=_GUARDIANS,
        against=DecisionKind.ON_REVIEW,
        note="against the decision that the agency gave on the oikaisuvaatimus",
    ),
    row(
        RemedyKind.APPEAL,
        Subject.BASIC_EDUCATION_DISCIPLINE,
        Period.days(14),
        AuthorityKind.ADMINISTRATIVE_COURT,
        since(2022, 8, 1),
        PERUSOPETUSLAKI("42 b §"),
        who=_GUARDIANS,
    ),
    row(
        RemedyKind.ASSESSMENT_REVIEW,
        Subject.PUPIL_ASSESSMENT,
        Period.months(2),
        AuthorityKind.HEAD_TEACHER,
        since(2022, 8, 1),
        PERUSOPETUSLAKI("42 c §"),
        who=_GUARDIANS,
    ),
    row(
        RemedyKind.ADMINISTRATIVE_REVIEW,
        Subject.PUPIL_ASSESSMENT,
        Period.days(14),
        AuthorityKind.REGIONAL_STATE_AGENCY,
        _until_2025(date(2022, 8, 1)),
        PERUSOPETUSLAKI("42 c §"),
        who=_GUARDIANS,
        against=DecisionKind.ON_REVIEW,
        note="against the decision on the request for a new assessment",
    ),
    row(
        RemedyKind.ADMINISTRATIVE_REVIEW,
        Subject.PUPIL_ASSESSMENT,
        Period.days(14),
        AuthorityKind.PERMIT_AGENCY,
        _AGENCY_CHANGED,
        PERUSOPETUSLAKI("42 c §"),
        LUPAVIRASTOLAKI(),
        who=_GUARDIANS,
        confidence=Confidence.LIKELY,
        against=DecisionKind.ON_REVIEW,
        note="against the decision on the request for a new assessment",
    ),
    row(
        RemedyKind.APPEAL,
        Subject.SCHOOL_TRANSPORT,
        Period.days(30),
        AuthorityKind.ADMINISTRATIVE_COURT,
        since(2022, 8, 1),
        PERUSOPETUSLAKI("42 b §"),
        who=_GUARDIANS,
        confidence=Confidence.LIKELY,
    ),
    # Upper secondary and compulsory education.
    row(
        RemedyKind.ADMINISTRATIVE_REVIEW,
        Subject.UPPER_SECONDARY,
        Period.days(14),
        AuthorityKind.REGIONAL_STATE_AGENCY,
        _until_2025(date(2019, 8, 1)),
        LUKIOLAKI("49 §"),
        who=PARTY,
    ),
    row(
        RemedyKind.ADMINISTRATIVE_REVIEW,
        Subject.UPPER_SECONDARY,
        Period.days(14),
        AuthorityKind.PERMIT_AGENCY,
        _AGENCY_CHANGED,
        LUKIOLAKI("49 §"),
        LUPAVIRASTOLAKI(),
        who=PARTY,
        confidence=Confidence.LIKELY,
    ),
    row(
        RemedyKind.ADMINISTRATIVE_REVIEW,
        Subject.COMPULSORY_EDUCATION,
        Period.days(14),
        AuthorityKind.REGIONAL_STATE_AGENCY,
        _until_2025(date(2021, 8, 1)),
        OPPIVELVOLLISUUSLAKI(),
        who=_GUARDIANS,
    ),
    row(
        RemedyKind.ADMINISTRATIVE_REVIEW,
        Subject.COMPULSORY_EDUCATION,
        Period.days(14),
        AuthorityKind.PERMIT_AGENCY,
        _AGENCY_CHANGED,
        OPPIVELVOLLISUUSLAKI(),
        LUPAVIRASTOLAKI(),
        who=_GUARDIANS,
        confidence=Confidence.LIKELY,
    ),
)
