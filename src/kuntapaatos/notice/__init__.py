"""
How a decision reaches someone, and on which day it counts as received.

Kuntalaki (410/2015) 139-140 §, Hallintolaki (434/2003) 59-62 a §, 13/2003 19 §,
Hankintalaki (1397/2016) 127 §.  The day of notice (*tiedoksisaanti*) is never
moved off a holiday; only a last day is.

>>> from datetime import date
>>> Notice.letter(date(2024, 12, 10)).notified_on
datetime.date(2024, 12, 17)
>>> Notice.online_minutes(date(2024, 12, 13)).notified_on
datetime.date(2024, 12, 20)
>>> Notice.letter(date(2011, 12, 19)).notified_on  # the second Christmas Day stays
datetime.date(2011, 12, 26)
"""

from __future__ import annotations

from datetime import date, timedelta

from attrs import Factory, evolve, field, frozen

from kuntapaatos.doubts import Basis, Candidate, Doubt, DoubtCode
from kuntapaatos.errors import (
    InvalidValue,
    NotRebuttable,
    check_flag,
    is_a,
)
from kuntapaatos.law import HALLINTOLAKI, RAKENNUSLAKI, RAKENTAMISLAKI, Provision, court
from kuntapaatos.notice.choice import PENDING_FOLLOWS, find_rule, notice_rules, rows_of
from kuntapaatos.notice.kinds import NoticeKind, NoticeRule, Regime, Track
from kuntapaatos.shown import Value
from kuntapaatos.workdays import check_day

__all__ = [
    "PENDING_FOLLOWS",
    "Notice",
    "NoticeKind",
    "NoticeRule",
    "Regime",
    "Track",
    "notice_rules",
]

# After a change of rule, how long a notice without a decision day may still be of a
# decision made under the older rule.  Minutes follow within weeks; a year is generous.
_TRANSITION = timedelta(days=365)


def _notified_on(notice: Notice) -> date:
    days = notice.rule.days
    if notice.stated_days is not None:
        days = notice.stated_days
        if type(days) is not int or not 0 <= days <= 366:
            raise InvalidValue("stated_days", days, "a whole number of days from 0 to 366")
    if notice.proven_day is None:
        return check_day(notice.day + timedelta(days=days))
    if not notice.rule.rebuttable:
        raise NotRebuttable(notice.kind.value, str(notice.rule.provisions[0]))
    if check_day(notice.proven_day) < notice.day:
        raise InvalidValue(
            "proven_day", notice.proven_day.isoformat(), f"no earlier than {notice.day}"
        )
    return notice.proven_day


def _is_plain(notice: Notice) -> bool:
    return notice.regime is Regime.GENERAL and not notice.to_authority and not notice.doubts


@frozen(kw_only=True, eq=False, repr=False)
class Notice(Value):
    """
    One way in which a decision was told to someone, and on which day.

    Made with a constructor for each way: `Notice.letter(sent)`,
    `.email(sent)`, `.online_minutes(published)`, and so on.

    Attributes:
        kind: The way of notice.
        day: The day of sending, publication, receipt or giving.
        regime: Whose rules apply.
        to_authority: Whether the recipient is an authority.
        decided_on: The day of the decision, whose rules apply; `None` when not known.
        proven_day: The day that was shown in place of a presumption.
        stated_days: The days after which an instruction itself says that it is
            received, where that differs from the law; `None` for the law's.
        pending: Whether the matter was pending on 1 January 2025, so that a building
            decision follows 132/1999; `None` when not known.
        doubted: What is open about this very notice, such as a decision that
            obliges and was sent by ordinary letter.
        rule: The row that applies.
        notified_on: The day on which the decision counts as received; never
            moved off a holiday, and not counted in the period.

    Raises:
        NoRuleInForce: No row with a source covers the day.
        NotRebuttable: A day is shown against a presumption that no proof displaces.
        InvalidValue: The decision is later than its notice, the proven day earlier,
            or a field holds something else.
    """

    kind: NoticeKind
    day: date
    regime: Regime = Regime.GENERAL
    to_authority: bool = False
    decided_on: date | None = None
    proven_day: date | None = None
    stated_days: int | None = None
    pending: bool | None = field(default=None, validator=is_a(bool, type(None)))
    doubted: DoubtCode | None = field(default=None, validator=is_a(DoubtCode, type(None)))
    rule: NoticeRule = field(
        init=False, eq=False, repr=False, default=Factory(find_rule, takes_self=True)
    )
    notified_on: date = field(init=False, default=Factory(_notified_on, takes_self=True))
    # Whether it is an ordinary notice with nothing open: one look keeps the common case fast.
    _clear: bool = field(
        init=False,
        eq=False,
        repr=False,
        default=Factory(_is_plain, takes_self=True),
    )

    @classmethod
    def letter(
        cls,
        sent: date,
        *,
        regime: Regime = Regime.GENERAL,
        to_authority: bool = False,
        obliging: bool = False,
    ) -> Notice:
        """
        Return the notice by an ordinary letter (*kirje*).

        Received on the seventh day from sending, unless otherwise shown.

        Args:
            sent: The day of sending, not counted.  To an authority, the day the
                letter arrives: it counts at once.
            regime: `Regime.PROCUREMENT` where Hankintalaki applies.
            to_authority: Whether the recipient is an authority.
            obliging: Whether the decision obliges, so that evidential service was
                due (Hallintolaki 60 §): the presumption is then open.

        Raises:
            NoRuleInForce: *sent* is before 2004 (Hallintolaki).

        Source: Kuntalaki 139 §, Hallintolaki 59 §, Hankintalaki 127 §.

        >>> from datetime import date
        >>> Notice.letter(date(2025, 12, 17)).notified_on  # Christmas Eve stays
        datetime.date(2025, 12, 24)
        """
        check_flag("obliging", obliging)
        return cls(
            kind=NoticeKind.LETTER,
            day=sent,
            regime=regime,
            to_authority=to_authority,
            doubted=DoubtCode.EVIDENTIAL_SERVICE if obliging else None,
        )

    @classmethod
    def email(cls, sent: date, *, to_authority: bool = False, obliging: bool = False) -> Notice:
        """
        Return the ordinary electronic notice (*tavallinen sähköinen tiedoksianto*).

        Received on the third day from sending, unless otherwise shown; also when the
        recipient is an authority (KHO:2020:132).

        Args:
            sent: The day of sending, not counted.
            to_authority: Whether the recipient is an authority.
            obliging: Whether evidential service was due (Hallintolaki 60 §).

        Raises:
            NoRuleInForce: *sent* is before 1 December 2010 (924/2010).

        Source: Kuntalaki 139 §, 13/2003 19 §.

        >>> from datetime import date
        >>> Notice.email(date(2022, 5, 18)).notified_on  # a Saturday stays
        datetime.date(2022, 5, 21)
        """
        check_flag("obliging", obliging)
        return cls(
            kind=NoticeKind.EMAIL,
            day=sent,
            to_authority=to_authority,
            doubted=DoubtCode.EVIDENTIAL_SERVICE if obliging else None,
        )

    @classmethod
    def online_minutes(
        cls, published: date, *, regime: Regime = Regime.GENERAL, mention_only: bool = False
    ) -> Notice:
        """
        Return the publication of minutes (*pöytäkirja yleisessä tietoverkossa*).

        A member of the municipality counts as told seven days after; no proof
        displaces it.  Under Kuntalaki 365/1995 it was the day of display.

        Args:
            published: The day the minutes became available, not counted.
            regime: `Regime.ZONING` where everybody is on the member's clock.
            mention_only: Whether the minutes only mention a secret matter: the
                clock may then not run at all (KHO:2013:66).

        Raises:
            NoRuleInForce: *published* is before 1 July 1995.

        Source: Kuntalaki 140 §; zoning: 132/1999 188 §.

        >>> from datetime import date
        >>> Notice.online_minutes(date(2016, 5, 2)).notified_on
        datetime.date(2016, 5, 2)
        """
        check_flag("mention_only", mention_only)
        return cls(
            kind=NoticeKind.ONLINE_MINUTES,
            day=published,
            regime=regime,
            doubted=DoubtCode.SECRET_MATTER if mention_only else None,
        )

    @classmethod
    def receipt(cls, received: date) -> Notice:
        """
        Return the notice against an acknowledgment (*saantitodistus*): the day on it.

        Source: Hallintolaki 60 §.

        >>> from datetime import date
        >>> Notice.receipt(date(2025, 1, 7)).notified_on
        datetime.date(2025, 1, 7)
        """
        return cls(kind=NoticeKind.RECEIPT, day=received)

    @classmethod
    def handed_over(cls, day: date) -> Notice:
        """
        Return the handing over to the recipient (*luovuttaminen*): that day.

        Source: Hallintolaki 60 §.

        >>> from datetime import date
        >>> Notice.handed_over(date(2025, 1, 7)).rebuttable
        False
        """
        return cls(kind=NoticeKind.HANDED_OVER, day=day)

    @classmethod
    def announcement(
        cls, published: date, *, regime: Regime = Regime.GENERAL, pending: bool | None = None
    ) -> Notice:
        """
        Return the public announcement on the authority's website (*julkinen kuulutus*).

        Everybody counts as told on the seventh day from publication.

        Args:
            published: The day of publication on the website, not counted.
            regime: Building, environment or soil, where it came on another day.
            pending: Whether a building matter was pending on 1 January 2025; such a
                matter has no announcement, and while it is not known a doubt stands.

        Raises:
            NoRuleInForce: Before 1 January 2020; for building before 1 January 2025.

        Source: Hallintolaki 62 and 62 a §; 751/2023 70 §; 527/2014 85 §; 555/1981 19 §.

        >>> from datetime import date
        >>> Notice.announcement(date(2021, 9, 2)).notified_on
        datetime.date(2021, 9, 9)
        """
        return cls(kind=NoticeKind.ANNOUNCEMENT, day=published, regime=regime, pending=pending)

    @classmethod
    def posting(
        cls, given: date, *, regime: Regime = Regime.GENERAL, pending: bool | None = None
    ) -> Notice:
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
        >>> Notice.posting(date(2016, 4, 28)).notified_on
        datetime.date(2016, 4, 28)
        """
        return cls(kind=NoticeKind.POSTING, day=given, regime=regime, pending=pending)

    @classmethod
    def substituted(cls, day: date) -> Notice:
        """
        Return substituted service (*sijaistiedoksianto*): the third day from the certificate.

        Args:
            day: The date on the certificate of service, not counted.

        Source: Hallintolaki 61 §.

        >>> from datetime import date
        >>> Notice.substituted(date(2025, 1, 7)).notified_on
        datetime.date(2025, 1, 10)
        """
        return cls(kind=NoticeKind.SUBSTITUTED, day=day)

    @classmethod
    def procurement_message(cls, sent: date) -> Notice:
        """
        Return the electronic notice of a procurement decision: the day it is sent.

        Raises:
            NoRuleInForce: *sent* is before 7 March 2011, the earliest day that a
                court has named for the older act.

        Source: Hankintalaki 127 §; KHO:2013:108.

        >>> from datetime import date
        >>> Notice.procurement_message(date(2025, 1, 7)).notified_on
        datetime.date(2025, 1, 7)
        """
        return cls(kind=NoticeKind.PROCUREMENT_MESSAGE, day=sent, regime=Regime.PROCUREMENT)

    @classmethod
    def invoice(cls, received: date) -> Notice:
        """
        Return the receipt of an invoice (*lasku*): that day.

        Source: Jätelaki 82 §.

        >>> from datetime import date
        >>> Notice.invoice(date(2025, 1, 7)).notified_on
        datetime.date(2025, 1, 7)
        """
        return cls(kind=NoticeKind.INVOICE, day=received)

    @classmethod
    def proven(cls, day: date) -> Notice:
        """
        Return the notice on a day that is shown as a fact (*näytetty tiedoksisaanti*).

        Args:
            day: The day of notice, not counted in the period.

        Source: 150/1930 2 §.

        >>> from datetime import date
        >>> Notice.proven(date(1998, 7, 2)).notified_on
        datetime.date(1998, 7, 2)
        """
        return cls(kind=NoticeKind.PROVEN, day=day)

    @property
    def provision(self) -> Provision:
        """The section that fixes the day of notice."""
        return self.rule.provisions[0]

    @property
    def provisions(self) -> tuple[Provision, ...]:
        """Every section and court decision behind the day of notice."""
        return self.rule.provisions

    @property
    def rebuttable(self) -> bool:
        """Whether another day may be shown (*jollei muuta näytetä*)."""
        return self.rule.rebuttable

    @property
    def presumed(self) -> bool:
        """Whether the day of notice is presumed, rather than shown or a plain fact."""
        return self.proven_day is None and self.rule.days > 0

    @property
    def track(self) -> Track:
        """Whose clock it starts."""
        return self.rule.track

    @property
    def doubts(self) -> tuple[Doubt, ...]:
        """What is open about the day of notice."""
        doubts = []
        if self.proven_day is None:
            if self.doubted is not None:
                doubts.append(self._not_at_all(self.doubted))
            doubts.extend(self._not_at_all(code) for code in self._rule_doubts())
        older = self.under_older_rule()
        if older is not None:
            doubts.append(
                Doubt(
                    DoubtCode.DECISION_DAY,
                    about="notified_on",
                    candidates=(
                        Candidate(older.notified_on, Basis.OLDER_RULE, older.provisions),
                        Candidate(self.notified_on, Basis.NEWER_RULE, self.provisions),
                    ),
                )
            )
        return tuple(doubts)

    def _rule_doubts(self) -> tuple[DoubtCode, ...]:
        """Return what is open about the row, and about the one before where it may apply."""
        older = self._older_rule()
        codes = [self.rule.doubt, None if older is None else older.doubt]
        if self.pending is not None:
            codes = [code for code in codes if code is not DoubtCode.PENDING_MATTER]
        return tuple(code for code in codes if code is not None)

    def _older_rule(self) -> NoticeRule | None:
        """Return the row before, where the decision's day is not known and may be its."""
        if self.decided_on is not None or self.proven_day is not None:
            return None
        changed = self.rule.valid_from
        if self.day - changed >= _TRANSITION:
            return None
        for rule in rows_of(self):
            if rule.valid_until is not None and rule.valid_until + timedelta(days=1) == changed:
                return rule
        return None

    def _not_at_all(self, code: DoubtCode) -> Doubt:
        sources = {
            DoubtCode.EVIDENTIAL_SERVICE: (HALLINTOLAKI("60 §"), court("KHO:2023:46")),
            DoubtCode.SECRET_MATTER: (court("KHO:2013:66"),),
            DoubtCode.PENDING_MATTER: (RAKENTAMISLAKI("194 §"), RAKENNUSLAKI("198 §")),
        }
        return Doubt(
            code,
            about="notified_on",
            candidates=(
                Candidate(self.notified_on, Basis.PRESUMPTION, self.provisions),
                Candidate(None, Basis.PROOF, sources.get(code, self.provisions)),
            ),
        )

    def under_older_rule(self) -> Notice | None:
        """
        Return this notice under the rule before, where that may be the one that applies.

        `None` when the day of the decision is known, or no rule with another day
        of notice ended within the year before.
        """
        older = self._older_rule()
        if older is None or older.valid_until is None or older.days == self.rule.days:
            return None
        return evolve(self, decided_on=older.valid_until)

    def ruled_on(self, decided_on: date) -> Notice:
        """
        Return this notice under the rules of the decision's day.

        Args:
            decided_on: The day of the decision, no later than the notice.

        Raises:
            InvalidValue: *decided_on* is after the notice.
            NoRuleInForce: No row covers that day.

        >>> from datetime import date
        >>> notice = Notice.online_minutes(date(2017, 6, 5))
        >>> notice.ruled_on(date(2017, 5, 29)).notified_on
        datetime.date(2017, 6, 5)
        """
        return evolve(self, decided_on=check_day(decided_on))

    def proven_on(self, day: date) -> Notice:
        """
        Return this notice with the day that was shown in place of the presumption.

        Args:
            day: The day on which the decision was in fact received.

        Raises:
            NotRebuttable: The law fixes the day: a member's, a receipt's.
            InvalidValue: *day* is before the notice was sent.

        >>> from datetime import date
        >>> Notice.letter(date(2025, 1, 7)).proven_on(date(2025, 1, 20)).notified_on
        datetime.date(2025, 1, 20)
        """
        return evolve(self, proven_day=check_day(day))

    def __str__(self) -> str:
        day = f"{self.day.day}.{self.day.month}.{self.day.year}"
        return f"{self.kind.value} {day}"
