"""
The remedies of building, zoning, environment, soil and waste.

132/1999 until 31.12.2024 and Rakentamislaki (751/2023) from 1.1.2025 for
building; 132/1999 188 § for zoning; 527/2014, 555/1981, 646/2011.
"""

from __future__ import annotations

from datetime import date

from kuntapaatos.law import (
    HALLINTOLAINKAYTTOLAKI,
    HALLINTOLAKI,
    JATELAKI,
    MAA_AINESLAKI,
    OIKEUDENKAYNTILAKI,
    RAKENNUSLAKI,
    RAKENTAMISLAKI,
    YMPARISTONSUOJELULAKI,
    Confidence,
)
from kuntapaatos.notice.kinds import Regime
from kuntapaatos.remedy.kinds import (
    AuthorityKind,
    Entitled,
    MakerKind,
    RemedyKind,
    StartingEvent,
    Subject,
)
from kuntapaatos.remedy.rows import between, row, since
from kuntapaatos.time_limit import Period

__all__ = ["ROWS"]

_NEIGHBOURS = (Entitled.PARTY, Entitled.AUTHORITY)
_EVERYBODY = (
    Entitled.PARTY,
    Entitled.MEMBER,
    Entitled.AUTHORITY,
    Entitled.REGIONAL_COUNCIL,
    Entitled.MUNICIPALITY,
    Entitled.ASSOCIATION,
)
_PERMITS = (
    Entitled.PARTY,
    Entitled.ASSOCIATION,
    Entitled.MUNICIPALITY,
    Entitled.AUTHORITY,
)
_MEMBERS = (Entitled.PARTY, Entitled.MEMBER)
_OFFICE_HOLDERS = (MakerKind.OFFICE_HOLDER,)
_BODIES = (MakerKind.BOARD, MakerKind.COMMITTEE, MakerKind.SECTION, MakerKind.JOINT_BODY)
_MRL = between(date(2000, 1, 1), date(2024, 12, 31))
# 809/2025 amended 751/2023 from 1.1.2026; its text was not seen.
_FIRST_YEAR = between(date(2025, 1, 1), date(2025, 12, 31))
_NOT_SEEN = since(2026, 1, 1)
_PENDING = "a matter pending on 1.1.2025 follows 132/1999 (751/2023 194 §)"

ROWS = (
    # Building permits, given after public posting until the end of 2024.
    row(
        RemedyKind.ADMINISTRATIVE_REVIEW,
        Subject.BUILDING_PERMIT,
        Period.days(14),
        AuthorityKind.BODY,
        _MRL,
        RAKENNUSLAKI("187 §"),
        who=_NEIGHBOURS,
        makers=_OFFICE_HOLDERS,
        starts=StartingEvent.GIVEN,
        regime=Regime.BUILDING,
    ),
    *(
        row(
            RemedyKind.APPEAL,
            Subject.BUILDING_PERMIT,
            Period.days(30),
            AuthorityKind.ADMINISTRATIVE_COURT,
            valid,
            provision,
            RAKENNUSLAKI(),
            who=_NEIGHBOURS,
            makers=_BODIES,
            starts=StartingEvent.GIVEN,
            regime=Regime.BUILDING,
        )
        for valid, provision in (
            (
                between(date(2000, 1, 1), date(2019, 12, 31)),
                HALLINTOLAINKAYTTOLAKI("22 §"),
            ),
            (
                between(date(2020, 1, 1), date(2024, 12, 31)),
                OIKEUDENKAYNTILAKI("13 §"),
            ),
        )
    ),
    # Building permits, told by public announcement from 2025.
    *(
        row(
            kind,
            Subject.BUILDING_PERMIT,
            Period.days(30),
            authority,
            valid,
            *provisions,
            who=_NEIGHBOURS,
            regime=Regime.BUILDING,
            confidence=confidence,
            makers=makers,
            note=_PENDING,
        )
        for valid, confidence in (
            (_FIRST_YEAR, Confidence.CERTAIN),
            (_NOT_SEEN, Confidence.LIKELY),
        )
        for kind, authority, provisions, makers in (
            (
                RemedyKind.ADMINISTRATIVE_REVIEW,
                AuthorityKind.DECIDING_AUTHORITY,
                (HALLINTOLAKI("49 c §"), RAKENTAMISLAKI("178 §")),
                _OFFICE_HOLDERS,
            ),
            (
                RemedyKind.APPEAL,
                AuthorityKind.ADMINISTRATIVE_COURT,
                (OIKEUDENKAYNTILAKI("13 §"), RAKENTAMISLAKI()),
                _BODIES,
            ),
        )
    ),
    row(
        RemedyKind.MUNICIPAL_APPEAL,
        Subject.BUILDING_FEES,
        Period.days(30),
        AuthorityKind.ADMINISTRATIVE_COURT,
        since(2025, 1, 1),
        RAKENTAMISLAKI("177 §"),
        who=_MEMBERS,
        note="the tariff; a fee itself is appealed with the permit",
    ),
    row(
        RemedyKind.MUNICIPAL_APPEAL,
        Subject.BUILDING_ORDINANCE,
        Period.days(30),
        AuthorityKind.ADMINISTRATIVE_COURT,
        since(2000, 1, 1),
        RAKENNUSLAKI("188 §"),
        who=_EVERYBODY,
        confidence=Confidence.LIKELY,
    ),
    # Zoning: no oikaisuvaatimus, even if the decision is delegated.
    row(
        RemedyKind.MUNICIPAL_APPEAL,
        Subject.ZONING,
        Period.days(30),
        AuthorityKind.ADMINISTRATIVE_COURT,
        since(2000, 1, 1),
        RAKENNUSLAKI("188 §"),
        who=_EVERYBODY,
        regime=Regime.ZONING,
        note="no oikaisuvaatimus; everybody is on the member's clock",
    ),
    # Environment and soil.
    row(
        RemedyKind.APPEAL,
        Subject.ENVIRONMENTAL_PERMIT,
        Period.days(30),
        AuthorityKind.VAASA_COURT,
        since(2014, 9, 1),
        YMPARISTONSUOJELULAKI("190 §"),
        who=_PERMITS,
        regime=Regime.ENVIRONMENT,
    ),
    row(
        RemedyKind.ADMINISTRATIVE_REVIEW,
        Subject.ENVIRONMENTAL_MONITORING,
        Period.days(30),
        AuthorityKind.DECIDING_AUTHORITY,
        since(2014, 9, 1),
        YMPARISTONSUOJELULAKI("192 §"),
        who=_PERMITS,
        regime=Regime.ENVIRONMENT,
    ),
    row(
        RemedyKind.APPEAL,
        Subject.SOIL_EXTRACTION,
        Period.days(30),
        AuthorityKind.ADMINISTRATIVE_COURT,
        since(1992, 1, 1),
        MAA_AINESLAKI("20 §"),
        who=_PERMITS,
        regime=Regime.SOIL,
    ),
    # Waste.
    row(
        RemedyKind.OBJECTION,
        Subject.WASTE_INVOICE,
        Period.days(14),
        AuthorityKind.WASTE_AUTHORITY,
        since(2012, 5, 1),
        JATELAKI("82 §"),
        who=(Entitled.PAYER, Entitled.INVOICE_RECIPIENT),
        starts=StartingEvent.INVOICE,
    ),
    row(
        RemedyKind.MUNICIPAL_APPEAL,
        Subject.WASTE_TARIFF,
        Period.days(30),
        AuthorityKind.ADMINISTRATIVE_COURT,
        since(2012, 5, 1),
        JATELAKI("137 §"),
        who=_MEMBERS,
    ),
    row(
        RemedyKind.APPEAL,
        Subject.WASTE_DECISION,
        Period.days(30),
        AuthorityKind.ADMINISTRATIVE_COURT,
        between(date(2012, 5, 1), date(2019, 12, 31)),
        HALLINTOLAINKAYTTOLAKI("22 §"),
        JATELAKI("137 §"),
        confidence=Confidence.LIKELY,
    ),
    row(
        RemedyKind.APPEAL,
        Subject.WASTE_DECISION,
        Period.days(30),
        AuthorityKind.ADMINISTRATIVE_COURT,
        since(2020, 1, 1),
        OIKEUDENKAYNTILAKI("13 §"),
        JATELAKI("137 §"),
        confidence=Confidence.LIKELY,
    ),
)
