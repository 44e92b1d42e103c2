"""
How a decision reaches someone: the ways, and whose clock they follow.

>>> NoticeKind("kirje")
<NoticeKind.LETTER: 'kirje'>
"""

from __future__ import annotations

from datetime import date
from enum import Enum

from attrs import field, frozen

from kuntapaatos.checks import as_member, is_a, is_day, is_day_or_none, is_tuple_of, is_whole
from kuntapaatos.doubts import DoubtCode
from kuntapaatos.law import Confidence, DatedBy, Provision
from kuntapaatos.shown import Value

__all__ = ["NoticeKind", "NoticeRule", "Regime", "Track", "as_kind", "as_regime"]


class NoticeKind(Enum):
    """The ways in which a decision is told (*tiedoksianto*)."""

    LETTER = "kirje"
    EMAIL = "sähköinen viesti"
    VERIFIABLE_MESSAGE = "todisteellinen sähköinen tiedoksianto"
    ONLINE_MINUTES = "pöytäkirja yleisessä tietoverkossa"
    RECEIPT = "saantitodistus"
    HANDED_OVER = "luovuttaminen"
    BAILIFF = "haastetiedoksianto"
    ANNOUNCEMENT = "julkinen kuulutus"
    OFFICIAL_GAZETTE = "kuulutus Virallisessa lehdessä"
    POSTING = "julkipano"
    SUBSTITUTED = "sijaistiedoksianto"
    PROCUREMENT_MESSAGE = "hankintapäätöksen sähköinen tiedoksianto"
    INVOICE = "lasku"
    PROVEN = "näytetty tiedoksisaanti"


class Regime(Enum):
    """Whose rules of notice apply."""

    GENERAL = "yleinen"
    """Kuntalaki and Hallintolaki; a remedy that has a clock of its own reads a notice by it."""
    ZONING = "kaavoitus"
    BUILDING = "rakentaminen"
    ENVIRONMENT = "ympäristönsuojelu"
    SOIL = "maa-ainekset"
    PROCUREMENT = "hankinta"
    FURTHER_APPEAL = "jatkovalitus"
    """The municipality's notice of a court's decision, or separate service (Kuntalaki 142 §)."""
    PUBLICATION = "julkaiseminen"
    """The day of publication itself, for everybody: the result of an election."""


def as_kind(given: NoticeKind | str) -> NoticeKind:
    """Return the way of notice that a term means; what is no text as it is."""
    return as_member("kind", NoticeKind, given)


def as_regime(given: Regime | str) -> Regime:
    """Return the rules of notice that a term means; what is no text as it is."""
    return as_member("regime", Regime, given)


class Track(Enum):
    """Whose clock a notice starts."""

    PARTY = "asianosainen"
    MEMBER = "kunnan jäsen"
    EVERYBODY = "kaikki"
    """A public announcement or posting, and minutes in zoning: one day for all."""


@frozen(kw_only=True, repr=False)
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
        valid_from: The first day it holds for, included; a day of the decision unless
            *dated_by* says otherwise.
        valid_until: The last such day, included; `None` while in force.
        confidence: How sure the row is.
        doubt: What is open although the row is used; `None` when nothing is.
        only_later: Whether a shown day displaces the presumption only where it is later.
        dated_by: Which day the validity is counted by.
        seen: Where the text was seen, and its day.
        note: What else has to be known, in English.
    """

    kind: NoticeKind = field(validator=is_a(NoticeKind))
    regime: Regime = field(validator=is_a(Regime))
    to_authority: bool | None = field(validator=is_a(bool, type(None)))
    days: int = field(validator=is_whole)
    track: Track = field(validator=is_a(Track))
    rebuttable: bool = field(validator=is_a(bool))
    provisions: tuple[Provision, ...] = field(validator=is_tuple_of(Provision))
    valid_from: date = field(validator=is_day)
    valid_until: date | None = field(validator=is_day_or_none)
    confidence: Confidence = field(validator=is_a(Confidence))
    doubt: DoubtCode | None = field(validator=is_a(DoubtCode, type(None)))
    only_later: bool = field(default=False, validator=is_a(bool))
    dated_by: DatedBy = field(default=DatedBy.DECISION, validator=is_a(DatedBy))
    seen: str = field(default="", validator=is_a(str))
    note: str = field(default="", validator=is_a(str))

    def in_force(self, on: date) -> bool:
        """Return whether a decision of that day follows this row; both ends are included."""
        return self.valid_from <= on and (self.valid_until is None or on <= self.valid_until)
