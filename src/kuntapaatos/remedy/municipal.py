"""
The remedies of Kuntalaki: oikaisuvaatimus, kunnallisvalitus, further appeal.

Kuntalaki (410/2015) chapter 16 is applied from 1.6.2017 (147 §); before it
Kuntalaki (365/1995) from 1.7.1995, with the same periods.
"""

from __future__ import annotations

from datetime import date

from kuntapaatos.law import KUNTALAKI, KUNTALAKI_1995, VAALILAKI, VIRANHALTIJALAKI, Confidence
from kuntapaatos.remedy.kinds import (
    AuthorityKind,
    DecisionKind,
    Entitled,
    MakerKind,
    RemedyKind,
    StartingEvent,
    Subject,
)
from kuntapaatos.remedy.rows import PARTY, between, row, since
from kuntapaatos.time_limit import Period

__all__ = ["ROWS"]

_OLD = between(date(1995, 7, 1), date(2017, 5, 31))
_NEW = since(2017, 6, 1)
_MEMBERS = (Entitled.PARTY, Entitled.MEMBER, Entitled.MEMBER_MUNICIPALITY)
_COUNCILS = (MakerKind.COUNCIL, MakerKind.JOINT_AUTHORITY_COUNCIL)
_UNDER_COUNCIL = (
    MakerKind.BOARD,
    MakerKind.COMMITTEE,
    MakerKind.SELECT_COMMITTEE,
    MakerKind.SECTION,
    MakerKind.MANAGEMENT_BOARD,
    MakerKind.MUNICIPAL_ENTERPRISE,
    MakerKind.OFFICE_HOLDER,
    MakerKind.ELECTED_OFFICIAL,
    MakerKind.JOINT_BODY,
    MakerKind.JOINT_AUTHORITY_BOARD,
    MakerKind.ELECTION_BOARD,
)

ROWS = (
    # Against the board, a committee, their section or an authority under them.
    row(
        RemedyKind.ADMINISTRATIVE_REVIEW,
        Subject.GENERAL,
        Period.days(14),
        AuthorityKind.BODY,
        _OLD,
        KUNTALAKI_1995(),
        who=_MEMBERS,
        makers=_UNDER_COUNCIL,
    ),
    row(
        RemedyKind.ADMINISTRATIVE_REVIEW,
        Subject.GENERAL,
        Period.days(14),
        AuthorityKind.BODY,
        _NEW,
        KUNTALAKI("138 §"),
        KUNTALAKI("134 §"),
        KUNTALAKI("137 §"),
        who=_MEMBERS,
        makers=_UNDER_COUNCIL,
        note="goes to the body itself; an office-holder's decision to the body over it",
    ),
    # Against the council.
    row(
        RemedyKind.MUNICIPAL_APPEAL,
        Subject.GENERAL,
        Period.days(30),
        AuthorityKind.ADMINISTRATIVE_COURT,
        _OLD,
        KUNTALAKI_1995(),
        who=_MEMBERS,
        makers=_COUNCILS,
    ),
    row(
        RemedyKind.MUNICIPAL_APPEAL,
        Subject.GENERAL,
        Period.days(30),
        AuthorityKind.ADMINISTRATIVE_COURT,
        _NEW,
        KUNTALAKI("138 §"),
        KUNTALAKI("135 §"),
        KUNTALAKI("137 §"),
        who=_MEMBERS,
        makers=_COUNCILS,
        note="grounds must be presented before the period ends (135 §)",
    ),
    # Against a decision on an oikaisuvaatimus: by the one who made it; by everybody
    # entitled when the decision was changed.
    row(
        RemedyKind.MUNICIPAL_APPEAL,
        Subject.GENERAL,
        Period.days(30),
        AuthorityKind.ADMINISTRATIVE_COURT,
        _OLD,
        KUNTALAKI_1995(),
        who=(Entitled.REVIEW_CLAIMANT, *_MEMBERS),
        against=DecisionKind.ON_REVIEW,
    ),
    row(
        RemedyKind.MUNICIPAL_APPEAL,
        Subject.GENERAL,
        Period.days(30),
        AuthorityKind.ADMINISTRATIVE_COURT,
        _NEW,
        KUNTALAKI("138 §"),
        KUNTALAKI("135 §"),
        KUNTALAKI("137 §"),
        who=(Entitled.REVIEW_CLAIMANT, *_MEMBERS),
        against=DecisionKind.ON_REVIEW,
        note="parties and members other than the claimant only when the decision was changed; "
        "grounds must be presented before the period ends (135 §)",
    ),
    # Against the court's decision, by the day of that decision.
    row(
        RemedyKind.FURTHER_APPEAL,
        Subject.GENERAL,
        Period.days(30),
        AuthorityKind.SUPREME_ADMINISTRATIVE_COURT,
        _OLD,
        KUNTALAKI_1995(),
        who=_MEMBERS,
        against=DecisionKind.ON_APPEAL,
    ),
    row(
        RemedyKind.FURTHER_APPEAL,
        Subject.GENERAL,
        Period.days(30),
        AuthorityKind.SUPREME_ADMINISTRATIVE_COURT,
        between(date(2017, 6, 1), date(2019, 12, 31)),
        KUNTALAKI("142 §"),
        who=_MEMBERS,
        against=DecisionKind.ON_APPEAL,
    ),
    row(
        RemedyKind.FURTHER_APPEAL,
        Subject.GENERAL,
        Period.days(30),
        AuthorityKind.SUPREME_ADMINISTRATIVE_COURT,
        since(2020, 1, 1),
        KUNTALAKI("142 §"),
        who=_MEMBERS,
        against=DecisionKind.ON_APPEAL,
        starts=StartingEvent.PUBLICATION,
        confidence=Confidence.LIKELY,
        leave_needed=True,
        note="counted from the municipality's notice of the court's decision, without seven "
        "days, or from separate service",
    ),
    # Office-holders' employment (304/2003 50 §): the periods of Kuntalaki.
    row(
        RemedyKind.ADMINISTRATIVE_REVIEW,
        Subject.PERSONNEL,
        Period.days(14),
        AuthorityKind.BODY,
        since(2003, 11, 1),
        VIRANHALTIJALAKI("50 §"),
        who=PARTY,
        note="barred where the matter belongs to the Labour Court",
    ),
    row(
        RemedyKind.ADMINISTRATIVE_REVIEW,
        Subject.DISMISSAL_PERSONAL,
        Period.days(14),
        AuthorityKind.BODY,
        since(2003, 11, 1),
        VIRANHALTIJALAKI("50 §"),
        VIRANHALTIJALAKI("35 §"),
        who=PARTY,
    ),
    row(
        RemedyKind.ADMINISTRATIVE_REVIEW,
        Subject.DISMISSAL_ECONOMIC,
        Period.days(14),
        AuthorityKind.BODY,
        since(2003, 11, 1),
        VIRANHALTIJALAKI("50 §"),
        VIRANHALTIJALAKI("37 §"),
        who=PARTY,
        starts=StartingEvent.END_OF_NOTICE_PERIOD,
        note="counted from the end of the notice period, not from the notice of the decision",
    ),
    # Municipal elections.
    row(
        RemedyKind.APPEAL,
        Subject.ELECTION,
        Period.days(14),
        AuthorityKind.ADMINISTRATIVE_COURT,
        since(1998, 10, 8),
        VAALILAKI("102 §"),
        who=(Entitled.PARTY, Entitled.MEMBER),
        starts=StartingEvent.PUBLICATION,
        note="counted from the confirmation or publication of the result",
    ),
)
