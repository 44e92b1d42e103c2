"""
The dated rules of notice, one row each: what a lawyer would check.

A row says: told in this way, under these rules, to this recipient, the decision
counts as received so many days later, for whom, and whether another day may be
shown.  Both days of validity are included and are days of the decision.  An
amendment is a new row.
"""

from __future__ import annotations

from datetime import date

from kuntapaatos.doubts import DoubtCode
from kuntapaatos.law import (
    ASIOINTILAKI,
    HALLINTOLAKI,
    HANKINTALAKI,
    HANKINTALAKI_2007,
    JATELAKI,
    KUNTALAKI,
    KUNTALAKI_1995,
    MAA_AINESLAKI,
    MAARAAIKALAKI,
    RAKENNUSLAKI,
    RAKENTAMISLAKI,
    YMPARISTONSUOJELULAKI,
    Confidence,
    Provision,
    court,
)
from kuntapaatos.notice.kinds import NoticeKind, NoticeRule, Regime, Track

__all__ = ["RULES"]

_CERTAIN, _LIKELY, _UNCERTAIN = Confidence.CERTAIN, Confidence.LIKELY, Confidence.UNCERTAIN


def _rule(
    kind: NoticeKind,
    regime: Regime,
    days: int,
    track: Track,
    valid: tuple[date, date | None],
    *provisions: Provision,
    rebuttable: bool = False,
    to_authority: bool | None = None,
    confidence: Confidence = _CERTAIN,
    doubt: DoubtCode | None = None,
) -> NoticeRule:
    return NoticeRule(
        kind=kind,
        regime=regime,
        to_authority=to_authority,
        days=days,
        track=track,
        rebuttable=rebuttable,
        provisions=provisions,
        valid_from=valid[0],
        valid_until=valid[1],
        confidence=confidence,
        doubt=doubt,
    )


def _since(year: int, month: int, day: int) -> tuple[date, None]:
    return date(year, month, day), None


_HALLINTOLAKI = _since(2004, 1, 1)
# 365/1995 began on 1.7.1995; chapter 16 of 410/2015 is applied from 1.6.2017 (147 §).
_OLD_KUNTALAKI = (date(1995, 7, 1), date(2017, 5, 31))
_KUNTALAKI = _since(2017, 6, 1)

RULES: tuple[NoticeRule, ...] = (
    # --- Kuntalaki and Hallintolaki -------------------------------------------------
    # An ordinary letter: the seventh day from sending, unless otherwise shown.
    _rule(
        NoticeKind.LETTER,
        Regime.GENERAL,
        7,
        Track.PARTY,
        _HALLINTOLAKI,
        HALLINTOLAKI("59 §"),
        rebuttable=True,
        to_authority=False,
    ),
    # A letter to an authority: the day it arrives, which is then the notice's day.
    _rule(
        NoticeKind.LETTER,
        Regime.GENERAL,
        0,
        Track.PARTY,
        _HALLINTOLAKI,
        HALLINTOLAKI("59 §"),
        to_authority=True,
    ),
    # An ordinary message: the third day from sending, since 924/2010; also to an
    # authority (KHO:2020:132).  365/1995 named only a letter: open in its matters.
    _rule(
        NoticeKind.EMAIL,
        Regime.GENERAL,
        3,
        Track.PARTY,
        (date(2010, 12, 1), date(2017, 5, 31)),
        ASIOINTILAKI("19 §"),
        rebuttable=True,
        confidence=_LIKELY,
        doubt=DoubtCode.MESSAGE_PRESUMPTION,
    ),
    _rule(
        NoticeKind.EMAIL,
        Regime.GENERAL,
        3,
        Track.PARTY,
        _KUNTALAKI,
        ASIOINTILAKI("19 §"),
        rebuttable=True,
    ),
    # Minutes: the day of display under 365/1995, now seven days after the publication
    # online.  No "unless otherwise shown".
    _rule(
        NoticeKind.ONLINE_MINUTES,
        Regime.GENERAL,
        0,
        Track.MEMBER,
        _OLD_KUNTALAKI,
        KUNTALAKI_1995(),
        court("KHO:2016:183"),
    ),
    _rule(
        NoticeKind.ONLINE_MINUTES,
        Regime.GENERAL,
        7,
        Track.MEMBER,
        _KUNTALAKI,
        KUNTALAKI("140 §"),
    ),
    # Evidential service: the day on the receipt, or of handing over.
    _rule(NoticeKind.RECEIPT, Regime.GENERAL, 0, Track.PARTY, _HALLINTOLAKI, HALLINTOLAKI("60 §")),
    _rule(
        NoticeKind.HANDED_OVER, Regime.GENERAL, 0, Track.PARTY, _HALLINTOLAKI, HALLINTOLAKI("60 §")
    ),
    # Substituted service: the third day from the date on the certificate.
    _rule(
        NoticeKind.SUBSTITUTED, Regime.GENERAL, 3, Track.PARTY, _HALLINTOLAKI, HALLINTOLAKI("61 §")
    ),
    # Public announcement on the authority's website (432/2019).
    _rule(
        NoticeKind.ANNOUNCEMENT,
        Regime.GENERAL,
        7,
        Track.EVERYBODY,
        _since(2020, 1, 1),
        HALLINTOLAKI("62 a §"),
    ),
    # An invoice: the day it is received, a plain fact (the waste invoice: 82 §).
    _rule(
        NoticeKind.INVOICE,
        Regime.GENERAL,
        0,
        Track.PARTY,
        _since(2012, 5, 1),
        MAARAAIKALAKI("2 §"),
        JATELAKI("82 §"),
    ),
    # A day of notice that is shown as a fact; the period is counted from it.
    _rule(
        NoticeKind.PROVEN,
        Regime.GENERAL,
        0,
        Track.PARTY,
        _since(1992, 1, 1),
        MAARAAIKALAKI("2 §"),
    ),
    # Public posting without a named regime: the day of giving, while it was so in all.
    _rule(
        NoticeKind.POSTING,
        Regime.GENERAL,
        0,
        Track.EVERYBODY,
        (date(2000, 1, 1), date(2019, 12, 31)),
        RAKENNUSLAKI("142 §"),
        YMPARISTONSUOJELULAKI("85 §"),
        MAA_AINESLAKI("19 §"),
    ),
    # --- Zoning: everybody on the member's clock --------------------------------------
    _rule(
        NoticeKind.ONLINE_MINUTES,
        Regime.ZONING,
        0,
        Track.EVERYBODY,
        (date(2000, 1, 1), date(2017, 12, 31)),
        RAKENNUSLAKI("188 §"),
    ),
    _rule(
        NoticeKind.ONLINE_MINUTES,
        Regime.ZONING,
        7,
        Track.EVERYBODY,
        _since(2018, 1, 1),
        RAKENNUSLAKI("188 §"),
        KUNTALAKI("140 §"),
    ),
    # --- Building permits -----------------------------------------------------------
    # A matter that was pending on 1.1.2025 still follows 132/1999 (751/2023 194 §).
    _rule(
        NoticeKind.POSTING,
        Regime.BUILDING,
        0,
        Track.EVERYBODY,
        (date(2000, 1, 1), date(2024, 12, 31)),
        RAKENNUSLAKI("142 §"),
        RAKENNUSLAKI("198 §"),
    ),
    _rule(
        NoticeKind.ANNOUNCEMENT,
        Regime.BUILDING,
        7,
        Track.EVERYBODY,
        _since(2025, 1, 1),
        RAKENTAMISLAKI("70 §"),
        HALLINTOLAKI("62 a §"),
        doubt=DoubtCode.PENDING_MATTER,
    ),
    # --- Environmental and soil permits -----------------------------------------------
    _rule(
        NoticeKind.POSTING,
        Regime.ENVIRONMENT,
        0,
        Track.EVERYBODY,
        (date(2014, 9, 1), date(2019, 12, 31)),
        YMPARISTONSUOJELULAKI("85 §"),
    ),
    _rule(
        NoticeKind.ANNOUNCEMENT,
        Regime.ENVIRONMENT,
        7,
        Track.EVERYBODY,
        _since(2020, 1, 1),
        YMPARISTONSUOJELULAKI("85 §"),
        HALLINTOLAKI("62 a §"),
    ),
    _rule(
        NoticeKind.POSTING,
        Regime.SOIL,
        0,
        Track.EVERYBODY,
        (date(1992, 1, 1), date(2019, 12, 31)),
        MAA_AINESLAKI("19 §"),
    ),
    _rule(
        NoticeKind.ANNOUNCEMENT,
        Regime.SOIL,
        7,
        Track.EVERYBODY,
        _since(2020, 1, 1),
        MAA_AINESLAKI("19 §"),
        HALLINTOLAKI("62 a §"),
    ),
    # --- Procurement ------------------------------------------------------------------
    # A message counts on the day it is sent.  Under the older act this is known only
    # from the dates that courts have named (the earliest: 7.3.2011).
    _rule(
        NoticeKind.PROCUREMENT_MESSAGE,
        Regime.PROCUREMENT,
        0,
        Track.PARTY,
        (date(2011, 3, 7), date(2016, 12, 31)),
        HANKINTALAKI_2007(),
        court("KHO:2013:108"),
        court("KHO:2017:52"),
        rebuttable=True,
        confidence=_UNCERTAIN,
        doubt=DoubtCode.CERTAINTY,
    ),
    _rule(
        NoticeKind.PROCUREMENT_MESSAGE,
        Regime.PROCUREMENT,
        0,
        Track.PARTY,
        _since(2017, 1, 1),
        HANKINTALAKI("127 §"),
        rebuttable=True,
    ),
    _rule(
        NoticeKind.LETTER,
        Regime.PROCUREMENT,
        7,
        Track.PARTY,
        _since(2017, 1, 1),
        HANKINTALAKI("127 §"),
        rebuttable=True,
    ),
)
