"""
What a period runs from, and which ways of notice ever start it.

Kuntalaki (410/2015) 138-140 and 142 §, Hankintalaki (1397/2016) 127 §, 132/1999 188 and 198 §.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from kuntapaatos.notice import NoticeKind, Regime
from kuntapaatos.notice.choice import starts_clock, ways_of
from kuntapaatos.remedy import Entitled, Remedy, RemedyKind, StartingEvent

__all__ = ["Start", "direct", "start_of"]

# How a fact may be told from which a period runs that no notice of the decision starts.
_STARTED_BY = {
    StartingEvent.INVOICE: NoticeKind.INVOICE,
    StartingEvent.GIVEN: NoticeKind.POSTING,
}
_TOLD = {StartingEvent.NOTICE, StartingEvent.PUBLICATION}
# Where no decision of the municipality itself is given after posting (132/1999 198 §).
_NOT_POSTED = frozenset({Regime.GENERAL, Regime.ZONING})
_UNUSUAL = frozenset(NoticeKind) - {NoticeKind.LETTER, NoticeKind.ONLINE_MINUTES}


class Start(NamedTuple):
    """
    What a period runs from.

    Attributes:
        event: What starts it.
        regime: Whose rules of notice say when that was.
        members: Whether it runs for the members of the municipality too.
    """

    event: StartingEvent
    regime: Regime
    members: bool

    def accepts(self, kind: NoticeKind) -> bool:
        """Return whether a way of notice ever starts such a period."""
        if kind is NoticeKind.PROVEN:
            return True  # the event itself, shown as a fact
        if kind is NoticeKind.ONLINE_MINUTES and self.is_general and not self.members:
            return False  # under Kuntalaki they are for the members alone
        if kind is NoticeKind.INVOICE and self.is_general and self.members:
            return False  # it tells who has to pay, and starts only what that one may do
        if kind is NoticeKind.POSTING and self.event is StartingEvent.NOTICE:
            return self.regime not in _NOT_POSTED and starts_clock(kind, self.regime)
        if self.event in _TOLD:
            return starts_clock(kind, self.regime)
        return kind is _STARTED_BY.get(self.event) and starts_clock(kind, self.regime)

    @property
    def is_general(self) -> bool:
        """Whether the plain notice of a decision starts it, under the general rules."""
        return self.event is StartingEvent.NOTICE and self.regime is Regime.GENERAL

    @property
    def ways(self) -> str:
        """What starts the period, as an error says it."""
        kinds = [kind for kind in ways_of(self.regime) if self.accepts(kind)]
        told = [kind.value for kind in kinds if kind is not NoticeKind.PROVEN]
        return ", ".join([*told, f"Notice.proven of the day of {self.event.value}"])


def start_of(row: Remedy) -> Start:
    """Return what the period of a row runs from."""
    regime = row.regime
    if row.starts is StartingEvent.PUBLICATION:
        further = row.kind is RemedyKind.FURTHER_APPEAL
        regime = Regime.FURTHER_APPEAL if further else Regime.PUBLICATION
    return Start(row.starts, regime, Entitled.MEMBER in row.who)


@cache
def direct(starts: tuple[Start, ...]) -> tuple[NoticeKind, ...]:
    """Return the ways of notice that start the general clock here, and no other."""
    # The most usual first, since every deadline looks through them.
    return tuple(
        kind
        for kind in sorted(NoticeKind, key=_UNUSUAL.__contains__)
        if kind is NoticeKind.PROVEN
        or {start.is_general for start in starts if start.accepts(kind)} == {True}
    )
