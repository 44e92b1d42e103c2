"""
The ways in which a decision is told, a constructor for each.

Kuntalaki (410/2015) 139-140 §, Hallintolaki (434/2003) 59-62 a §, 13/2003 18-19 §,
Hankintalaki (1397/2016) 127 §.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, Self, TypeVar

from kuntapaatos.checks import check_flag, check_type
from kuntapaatos.doubts import DoubtCode
from kuntapaatos.notice.kinds import NoticeKind, Regime
from kuntapaatos.shown import Value

__all__ = ["Ways"]

_N = TypeVar("_N", bound="Ways")


def _told(family: Callable[..., _N], kind: NoticeKind, day: date, **facts: Any) -> _N:
    return family(kind=kind, day=day, **facts)


def _ordinarily(
    family: Callable[..., _N], kind: NoticeKind, day: date, *, obliging: bool | None, **facts: Any
) -> _N:
    """Return an ordinary notice, which is open where the decision obliges."""
    check_type("obliging", obliging, (bool, type(None)), "True, False or None")
    open_ = {"doubted": DoubtCode.EVIDENTIAL_SERVICE if obliging else None, **facts}
    return family(kind=kind, day=day, obliging=obliging, **open_)


class Ways(Value):
    """A notice by each of the ways: `Notice.letter(sent)`, `Notice.receipt(received)` and so on."""

    __slots__ = ()

    @classmethod
    def letter(
        cls,
        sent: date,
        *,
        regime: Regime = Regime.GENERAL,
        to_authority: bool = False,
        obliging: bool | None = None,
    ) -> Self:
        """
        Return the notice by an ordinary letter (*kirje*).

        Received on the seventh day from sending, unless otherwise shown.  That is the
        general rule, and `notified_on` alone goes by it; where the matter has a clock
        of its own, `appeal_deadline` reads the letter by that, or refuses it.

        Args:
            sent: The day of sending, not counted.  To an authority, the day the
                letter arrives: it counts at once.
            regime: `Regime.PROCUREMENT` where Hankintalaki applies.
            to_authority: Whether the recipient is an authority.
            obliging: Whether the decision obliges, so that evidential service was
                due (Hallintolaki 60 §): the presumption is then open.

        Raises:
            NoRuleInForce: *sent* is before 1 July 1995 (Kuntalaki 365/1995).

        Source: Kuntalaki 139 §, Hallintolaki 59 §, Hankintalaki 127 §; before 2004
        365/1995 95 § and 232/1966 22 §.

        >>> from datetime import date
        >>> from kuntapaatos import Notice
        >>> Notice.letter(date(2025, 12, 17)).notified_on  # Christmas Eve stays
        datetime.date(2025, 12, 24)
        """
        return _ordinarily(
            cls,
            NoticeKind.LETTER,
            sent,
            regime=regime,
            to_authority=to_authority,
            obliging=obliging,
        )

    @classmethod
    def email(cls, sent: date, *, to_authority: bool = False, obliging: bool | None = None) -> Self:
        """
        Return the ordinary electronic notice (*tavallinen sähköinen tiedoksianto*).

        Received on the third day from sending, unless otherwise shown; also when the
        recipient is an authority (KHO:2020:132).  In a procurement it is the day of
        sending: `appeal_deadline` reads it so (Hankintalaki 127 §).

        Args:
            sent: The day of sending, not counted.
            to_authority: Whether the recipient is an authority.
            obliging: Whether evidential service was due (Hallintolaki 60 §).

        Raises:
            NoRuleInForce: *sent* is before 1 December 2010 (924/2010).

        Source: Kuntalaki 139 §, 13/2003 19 §.

        >>> from datetime import date
        >>> from kuntapaatos import Notice
        >>> Notice.email(date(2022, 5, 18)).notified_on  # a Saturday stays
        datetime.date(2022, 5, 21)
        """
        return _ordinarily(
            cls, NoticeKind.EMAIL, sent, to_authority=to_authority, obliging=obliging
        )

    @classmethod
    def online_minutes(
        cls,
        published: date,
        *,
        regime: Regime = Regime.GENERAL,
        mention_only: bool = False,
        obliging: bool | None = None,
    ) -> Self:
        """
        Return the publication of minutes (*pöytäkirja yleisessä tietoverkossa*).

        A member of the municipality counts as told seven days after; no proof
        displaces it.  Under Kuntalaki 365/1995 it was the day of display.

        Args:
            published: The day the minutes became available, not counted.
            regime: `Regime.ZONING` where everybody is on the member's clock.
            mention_only: Whether the minutes only mention a secret matter: the
                clock may then not run at all (KHO:2013:66).
            obliging: Whether the decision obliges a party, to whom evidential service
                was due (Hallintolaki 60 §).

        Raises:
            NoRuleInForce: *published* is before 1 July 1995.

        Source: Kuntalaki 140 §; zoning: 132/1999 188 §.

        >>> from datetime import date
        >>> from kuntapaatos import Notice
        >>> Notice.online_minutes(date(2016, 5, 2)).notified_on
        datetime.date(2016, 5, 2)
        """
        check_flag("mention_only", mention_only)
        secret = {"doubted": DoubtCode.SECRET_MATTER} if mention_only else {}
        return _ordinarily(
            cls,
            NoticeKind.ONLINE_MINUTES,
            published,
            regime=regime,
            obliging=obliging,
            **secret,
        )

    @classmethod
    def receipt(cls, received: date) -> Self:
        """
        Return the notice against an acknowledgment (*saantitodistus*): the day on it.

        Source: Hallintolaki 60 §.

        >>> from datetime import date
        >>> from kuntapaatos import Notice
        >>> Notice.receipt(date(2025, 1, 7)).notified_on
        datetime.date(2025, 1, 7)
        """
        return _told(cls, NoticeKind.RECEIPT, received)

    @classmethod
    def handed_over(cls, day: date) -> Self:
        """
        Return the handing over to the recipient (*luovuttaminen*): that day.

        Source: Hallintolaki 60 §.

        >>> from datetime import date
        >>> from kuntapaatos import Notice
        >>> Notice.handed_over(date(2025, 1, 7)).rebuttable
        False
        """
        return _told(cls, NoticeKind.HANDED_OVER, day)

    @classmethod
    def bailiff(cls, day: date) -> Self:
        """
        Return the service by a bailiff (*haastetiedoksianto*): that day.

        Source: Hallintolaki 60 §, before 2004 232/1966 22 §.

        >>> from datetime import date
        >>> from kuntapaatos import Notice
        >>> Notice.bailiff(date(2025, 1, 7)).notified_on
        datetime.date(2025, 1, 7)
        """
        return _told(cls, NoticeKind.BAILIFF, day)

    @classmethod
    def verifiable_message(cls, fetched: date) -> Self:
        """
        Return the verifiable electronic service (*todisteellinen sähköinen tiedoksianto*).

        Args:
            fetched: The day on which the decision was fetched from where the authority
                keeps it.  One that is not fetched within seven days is not told so.

        Source: 13/2003 18 §.

        >>> from datetime import date
        >>> from kuntapaatos import Notice
        >>> Notice.verifiable_message(date(2025, 1, 7)).notified_on
        datetime.date(2025, 1, 7)
        """
        return _told(cls, NoticeKind.VERIFIABLE_MESSAGE, fetched)

    @classmethod
    def official_gazette(cls, published: date) -> Self:
        """
        Return the announcement in *Virallinen lehti*: the seventh day from publication.

        The way of public notice until 2019; since then only where a fault of the
        network keeps an announcement from the website.

        Args:
            published: The day of publication, not counted.

        Source: 232/1966 22 §, Hallintolaki 62 and 62 a §.

        >>> from datetime import date
        >>> from kuntapaatos import Notice
        >>> Notice.official_gazette(date(2012, 3, 5)).notified_on
        datetime.date(2012, 3, 12)
        """
        return _told(cls, NoticeKind.OFFICIAL_GAZETTE, published)

    @classmethod
    def announcement(
        cls,
        published: date,
        *,
        regime: Regime = Regime.GENERAL,
        pending: bool | None = None,
        obliging: bool | None = None,
    ) -> Self:
        """
        Return the public announcement on the authority's website (*julkinen kuulutus*).

        Everybody counts as told on the seventh day from publication.

        Args:
            published: The day of publication on the website, not counted.
            regime: Building, environment or soil, where it came on another day.
            pending: Whether a building matter was pending on 1 January 2025; such a
                matter has no announcement, and while it is not known a doubt stands.
            obliging: Whether the decision obliges, so that evidential service was
                due (Hallintolaki 60 §).

        Raises:
            NoRuleInForce: Before 1 January 2020; for building before 1 January 2025.

        Source: Hallintolaki 62 and 62 a §; 751/2023 70 §; 527/2014 85 §; 555/1981 19 §.

        >>> from datetime import date
        >>> from kuntapaatos import Notice
        >>> Notice.announcement(date(2021, 9, 2)).notified_on
        datetime.date(2021, 9, 9)
        """
        return _ordinarily(
            cls,
            NoticeKind.ANNOUNCEMENT,
            published,
            regime=regime,
            pending=pending,
            obliging=obliging,
        )

    @classmethod
    def posting(
        cls, given: date, *, regime: Regime = Regime.GENERAL, pending: bool | None = None
    ) -> Self:
        """
        Return the public posting (*julkipano*): everybody is told on the day of giving.

        Args:
            given: The day on which the decision was given after posting.
            regime: Building (until 31 December 2024), environment or soil (until
                31 December 2019); without it, only days on which all had it.
            pending: Whether a building matter was pending on 1 January 2025: it is
                then still given after posting (751/2023 194 §).

        Raises:
            NoRuleInForce: *given* is after the end of posting there.

        Source: 132/1999 142 and 198 §, KHO:2003:56; 527/2014 85 §; 555/1981 19 §.

        >>> from datetime import date
        >>> from kuntapaatos import Notice
        >>> Notice.posting(date(2016, 4, 28)).notified_on
        datetime.date(2016, 4, 28)
        """
        return _told(cls, NoticeKind.POSTING, given, regime=regime, pending=pending)

    @classmethod
    def substituted(cls, day: date) -> Self:
        """
        Return substituted service (*sijaistiedoksianto*): the third day from the certificate.

        Args:
            day: The date on the certificate of service, not counted.

        Source: Hallintolaki 61 §.

        >>> from datetime import date
        >>> from kuntapaatos import Notice
        >>> Notice.substituted(date(2025, 1, 7)).notified_on
        datetime.date(2025, 1, 10)
        """
        return _told(cls, NoticeKind.SUBSTITUTED, day)

    @classmethod
    def procurement_message(cls, sent: date, *, procurement_begun_on: date | None = None) -> Self:
        """
        Return the electronic notice of a procurement decision: the day it is sent.

        Args:
            sent: The day of sending.
            procurement_begun_on: The day the procurement began, by which the act is
                chosen; `None` when not known.

        Raises:
            NoRuleInForce: *sent* is before 1 June 2010 (348/2007 as amended by 321/2010).

        Source: Hankintalaki 127 §, 348/2007 75 §; KHO:2013:108.

        >>> from datetime import date
        >>> from kuntapaatos import Notice
        >>> Notice.procurement_message(date(2025, 1, 7)).notified_on
        datetime.date(2025, 1, 7)
        """
        return _told(
            cls,
            NoticeKind.PROCUREMENT_MESSAGE,
            sent,
            regime=Regime.PROCUREMENT,
            procurement_begun_on=procurement_begun_on,
        )

    @classmethod
    def invoice(cls, received: date) -> Self:
        """
        Return the receipt of an invoice (*lasku*): that day.

        Source: Jätelaki 82 §.

        >>> from datetime import date
        >>> from kuntapaatos import Notice
        >>> Notice.invoice(date(2025, 1, 7)).notified_on
        datetime.date(2025, 1, 7)
        """
        return _told(cls, NoticeKind.INVOICE, received)

    @classmethod
    def proven(cls, day: date) -> Self:
        """
        Return the notice on a day that is shown as a fact (*näytetty tiedoksisaanti*).

        Args:
            day: The day of notice, not counted in the period.

        Source: 150/1930 2 §.

        >>> from datetime import date
        >>> from kuntapaatos import Notice
        >>> Notice.proven(date(1998, 7, 2)).notified_on
        datetime.date(1998, 7, 2)
        """
        return _told(cls, NoticeKind.PROVEN, day)
