"""
How a row of the remedy tables is written.

>>> from kuntapaatos.law import KUNTALAKI
>>> print(since(2017, 6, 1))
(datetime.date(2017, 6, 1), None)
"""

from __future__ import annotations

from datetime import date

from kuntapaatos.law import Confidence, Provision
from kuntapaatos.notice.kinds import Regime
from kuntapaatos.remedy.kinds import (
    AuthorityKind,
    DecisionKind,
    Entitled,
    MakerKind,
    Remedy,
    RemedyKind,
    StartingEvent,
    Subject,
)
from kuntapaatos.time_limit import Period

__all__ = ["PARTY", "between", "row", "since"]

PARTY = (Entitled.PARTY,)


def since(year: int, month: int, day: int) -> tuple[date, date | None]:
    """Return the validity of a row that is still in force."""
    return date(year, month, day), None


def between(first: date, last: date) -> tuple[date, date | None]:
    """Return the validity of a row that has ended; both days are included."""
    return first, last


def row(
    kind: RemedyKind,
    subject: Subject,
    period: Period | None,
    authority: AuthorityKind,
    valid: tuple[date, date | None],
    *provisions: Provision,
    who: tuple[Entitled, ...] = PARTY,
    against: DecisionKind = DecisionKind.ORDINARY,
    makers: tuple[MakerKind, ...] = (),
    starts: StartingEvent = StartingEvent.NOTICE,
    regime: Regime = Regime.GENERAL,
    confidence: Confidence = Confidence.CERTAIN,
    leave_needed: bool = False,
    note: str = "",
) -> Remedy:
    """Return one row; the first provision is the one that fixes the period."""
    return Remedy(
        kind=kind,
        subject=subject,
        period=period,
        authority=authority,
        who=who,
        against=against,
        makers=makers,
        starts=starts,
        regime=regime,
        provisions=provisions,
        valid_from=valid[0],
        valid_until=valid[1],
        confidence=confidence,
        leave_needed=leave_needed,
        note=note,
    )
