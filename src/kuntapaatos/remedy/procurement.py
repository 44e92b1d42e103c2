"""
The remedies of procurement: hankintaoikaisu and the Market Court.

Hankintalaki (1397/2016) 132-135, 147 and 163 §, from 1.1.2017.  The older act
(348/2007) has no sourced rows of remedies.
"""

from __future__ import annotations

from kuntapaatos.law import HANKINTALAKI, KUNTALAKI, Confidence
from kuntapaatos.notice.kinds import Regime
from kuntapaatos.remedy.kinds import AuthorityKind, Entitled, RemedyKind, StartingEvent, Subject
from kuntapaatos.remedy.rows import row, since
from kuntapaatos.time_limit import Period

__all__ = ["ROWS"]

_ACT = since(2017, 1, 1)
_TENDERERS = (Entitled.PARTY, Entitled.TENDERER)

ROWS = (
    row(
        RemedyKind.PROCUREMENT_CORRECTION,
        Subject.PROCUREMENT,
        Period.days(14),
        AuthorityKind.CONTRACTING_ENTITY,
        _ACT,
        HANKINTALAKI("133 §"),
        HANKINTALAKI("132 §"),
        who=_TENDERERS,
        regime=Regime.PROCUREMENT,
        note="does not affect the appeal period (134 §)",
    ),
    row(
        RemedyKind.PROCUREMENT_CORRECTION,
        Subject.PROCUREMENT,
        Period.days(90),
        AuthorityKind.CONTRACTING_ENTITY,
        _ACT,
        HANKINTALAKI("133 §"),
        who=(Entitled.CONTRACTING_ENTITY,),
        starts=StartingEvent.DECISION,
        regime=Regime.PROCUREMENT,
        note="on the contracting entity's own motion",
    ),
    row(
        RemedyKind.MARKET_COURT_APPEAL,
        Subject.PROCUREMENT,
        Period.days(14),
        AuthorityKind.MARKET_COURT,
        _ACT,
        HANKINTALAKI("147 §"),
        who=_TENDERERS,
        regime=Regime.PROCUREMENT,
    ),
    row(
        RemedyKind.MARKET_COURT_APPEAL,
        Subject.PROCUREMENT,
        Period.days(30),
        AuthorityKind.MARKET_COURT,
        _ACT,
        HANKINTALAKI("147 §"),
        HANKINTALAKI("130 §"),
        who=_TENDERERS,
        regime=Regime.PROCUREMENT,
        note="where the contract was made without standstill (130 § 1 and 3 items)",
    ),
    row(
        RemedyKind.MARKET_COURT_APPEAL,
        Subject.PROCUREMENT,
        Period.months(6),
        AuthorityKind.MARKET_COURT,
        _ACT,
        HANKINTALAKI("147 §"),
        who=_TENDERERS,
        starts=StartingEvent.DECISION,
        regime=Regime.PROCUREMENT,
        note="where the decision or its instruction was materially deficient; a direct award "
        "without any notice: from the contract",
    ),
    row(
        RemedyKind.PROCUREMENT_CORRECTION,
        Subject.PROCUREMENT_BELOW_THRESHOLD,
        Period.days(14),
        AuthorityKind.CONTRACTING_ENTITY,
        _ACT,
        HANKINTALAKI("135 §"),
        HANKINTALAKI("133 §"),
        who=_TENDERERS,
        regime=Regime.PROCUREMENT,
    ),
    row(
        RemedyKind.ADMINISTRATIVE_REVIEW,
        Subject.PROCUREMENT_BELOW_THRESHOLD,
        Period.days(14),
        AuthorityKind.BODY,
        since(2017, 6, 1),
        KUNTALAKI("138 §"),
        KUNTALAKI("134 §"),
        who=(Entitled.PARTY, Entitled.MEMBER),
        confidence=Confidence.UNCERTAIN,
        note="that both are open below the national threshold was not seen in a text",
    ),
)
