"""
How a decision reaches someone: the ways, and whose clock they follow.

>>> NoticeKind("kirje")
<NoticeKind.LETTER: 'kirje'>
"""

from __future__ import annotations

from datetime import date
from enum import Enum

from attrs import frozen

from kuntapaatos.doubts import DoubtCode
from kuntapaatos.law import Confidence, Provision
from kuntapaatos.shown import Value

__all__ = ["NoticeKind", "NoticeRule", "Regime", "Track"]


class NoticeKind(Enum):
    """The ways in which a decision is told (*tiedoksianto*)."""

    LETTER = "kirje"
    EMAIL = "sähköinen viesti"
    ONLINE_MINUTES = "pöytäkirja yleisessä tietoverkossa"
    RECEIPT = "saantitodistus"
    HANDED_OVER = "luovuttaminen"
    ANNOUNCEMENT = "julkinen kuulutus"
    POSTING = "julkipano"
    SUBSTITUTED = "sijaistiedoksianto"
    PROCUREMENT_MESSAGE = "hankintapäätöksen sähköinen tiedoksianto"
    INVOICE = "lasku"
    PROVEN = "näytetty tiedoksisaanti"


class Regime(Enum):
    """Whose rules of notice apply."""

    GENERAL = "yleinen"
    """Kuntalaki and Hallintolaki."""
    ZONING = "kaavoitus"
    BUILDING = "rakentaminen"
    ENVIRONMENT = "ympäristönsuojelu"
    SOIL = "maa-ainekset"
    PROCUREMENT = "hankinta"


class Track(Enum):
    """Whose clock a notice starts."""

    PARTY = "asianosainen"
    MEMBER = "kunnan jäsen"
    EVERYBODY = "kaikki"
    """A public announcement or posting, and minutes in zoning: one day for all."""


@frozen(kw_only=True, eq=False, repr=False)
class NoticeRule(Value):
    """
    One dated row: from the day of a notice to the day it counts as received.

    Attributes:
        kind: The way of notice.
        regime: Whose rules.
        to_authority: Whether the recipient is an authority; `None` for both.
        days: Calendar days added to the day of the notice, which is not counted.
        track: Whose clock it starts.
        rebuttable: Whether another day can be shown.
        provisions: The sections behind it.
        valid_from: The first decision day it holds for, included.
        valid_until: The last decision day, included; `None` while in force.
        confidence: How sure the row is.
        doubt: What is open although the row is used; `None` when nothing is.
    """

    kind: NoticeKind
    regime: Regime
    to_authority: bool | None
    days: int
    track: Track
    rebuttable: bool
    provisions: tuple[Provision, ...]
    valid_from: date
    valid_until: date | None
    confidence: Confidence
    doubt: DoubtCode | None

    def in_force(self, on: date) -> bool:
        """Return whether a decision of that day follows this row; both ends are included."""
        return self.valid_from <= on and (self.valid_until is None or on <= self.valid_until)
