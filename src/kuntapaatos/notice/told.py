"""
One way in which a decision was told to someone, and the day it counts as received.

Where the day that decides which rule held is not known, the notice stands under every
rule that may have.

>>> from datetime import date
>>> Notice.letter(date(2011, 12, 19)).notified_on  # the second Christmas Day stays
datetime.date(2011, 12, 26)
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from attrs import Factory, evolve, field, frozen

from kuntapaatos.checks import is_a, is_text_or_none
from kuntapaatos.doubts import Basis, Candidate, Doubt, DoubtCode
from kuntapaatos.errors import InvalidValue, NotRebuttable
from kuntapaatos.law import (
    HALLINTOLAKI,
    RAKENNUSLAKI,
    RAKENTAMISLAKI,
    VIRANHALTIJALAKI,
    DatedBy,
    Provision,
    court,
)
from kuntapaatos.notice.choice import find_rule, other_rules
from kuntapaatos.notice.kinds import NoticeKind, NoticeRule, Regime, Track, as_kind, as_regime
from kuntapaatos.notice.ways import Ways
from kuntapaatos.workdays import check_day

__all__ = ["Notice", "OtherRule", "under_other_rules"]

_NONE = type(None)


def _notified_on(notice: Notice) -> date:
    days = notice.rule.days
    if notice.stated_days is not None:
        days = notice.stated_days
        if type(days) is not int or not 0 <= days <= 366:
            raise InvalidValue("stated_days", days, "a whole number of days from 0 to 366")
    presumed = notice.day + timedelta(days=days)
    if notice.proven_day is None:
        return check_day(presumed)
    if not notice.rule.rebuttable:
        raise NotRebuttable(notice.kind.value, str(notice.rule.provisions[0]))
    # Hankintalaki 127 § lets the recipient show a later day only.
    first = presumed if notice.rule.only_later else notice.day
    if check_day(notice.proven_day) < first:
        raise InvalidValue("proven_day", notice.proven_day.isoformat(), f"no earlier than {first}")
    return notice.proven_day


def _is_settled(notice: Notice) -> bool:
    if notice.regime is not Regime.GENERAL or notice.to_authority or notice.doubted is not None:
        return False
    if notice.proven_day is not None:
        return True
    return notice.rule.doubt is None and not other_rules(notice, notice.rule)


@frozen(kw_only=True, repr=False)
class Notice(Ways):
    """
    One way in which a decision was told to someone, and on which day.

    Made with a constructor for each way: `Notice.letter(sent)`,
    `.email(sent)`, `.online_minutes(published)`, and so on.

    Attributes:
        kind: The way of notice.
        day: The day of sending, publication, receipt or giving.
        regime: Whose rules apply.  `GENERAL` names none: a remedy with a clock of its own
            reads such a notice by its own rules, and refuses one that names others.
        to_authority: Whether the recipient is an authority.
        decided_on: The day of the decision, whose rules apply; `None` when not known.
        procurement_begun_on: The day the procurement began, whose rules apply to it;
            `None` when not known, or when it is none.
        proven_day: The day that was shown in place of a presumption.
        stated_days: The days after which an instruction itself says that it is
            received, where that differs from the law; `None` for the law's.
        pending: Whether the matter was pending on 1 January 2025, so that a building
            decision follows 132/1999; `None` when not known.
        obliging: Whether the decision obliges the one who is told, so that evidential
            service was due; `None` when not known, which is a doubt in the matters in
            which decisions mostly do.
        doubted: What is open about this very notice, such as a decision that
            obliges and was sent by ordinary letter.
        recipient: A label for the one who was told, so that several notices to one
            person are one party; `None` makes each notice a party of its own.
        rule: The row that applies.
        notified_on: The day on which the decision counts as received; never
            moved off a holiday, and not counted in the period.
        is_settled: Whether it is told under the general rules to no authority, and nothing
            about its day is open.

    Raises:
        NoRuleInForce: No row with a source covers the day.
        NotRebuttable: A day is shown against a presumption that no proof displaces.
        InvalidValue: The decision is later than its notice, the procurement began later
            than it was decided, the proven day is earlier than one that may be shown,
            or a field holds something else.
    """

    kind: NoticeKind = field(converter=as_kind)
    day: date
    regime: Regime = field(default=Regime.GENERAL, converter=as_regime)
    to_authority: bool = False
    decided_on: date | None = None
    procurement_begun_on: date | None = None
    proven_day: date | None = None
    stated_days: int | None = None
    pending: bool | None = field(default=None, validator=is_a(bool, _NONE))
    obliging: bool | None = field(default=None, validator=is_a(bool, _NONE))
    doubted: DoubtCode | None = field(default=None, validator=is_a(DoubtCode, _NONE))
    recipient: str | None = field(default=None, validator=is_text_or_none)
    rule: NoticeRule = field(
        init=False, eq=False, repr=False, default=Factory(find_rule, takes_self=True)
    )
    notified_on: date = field(init=False, default=Factory(_notified_on, takes_self=True))
    # Asked of every notice that is counted: one look keeps the common case fast.
    is_settled: bool = field(
        init=False, eq=False, repr=False, default=Factory(_is_settled, takes_self=True)
    )

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
        return self.proven_day is None and bool(self.rule.days)

    @property
    def track(self) -> Track:
        """Whose clock it starts."""
        return self.rule.track

    @property
    def doubts(self) -> tuple[Doubt, ...]:
        """What is open about the day of notice."""
        doubts = [self._not_at_all(code) for code in self._open_codes()]
        for other in under_other_rules(self):
            own = Candidate(self.notified_on, Basis.NEWER_RULE, self.provisions)
            candidates = sorted((own, other.day), key=lambda found: str(found.value))
            doubts.append(Doubt(other.code, about="notified_on", candidates=tuple(candidates)))
        return tuple(doubts)

    def _open_codes(self) -> tuple[DoubtCode, ...]:
        """Return why this notice may start no clock: of itself, and of the rows that may hold."""
        if self.proven_day is not None:
            return ()
        codes = [self.doubted, *(row.doubt for row in (self.rule, *other_rules(self, self.rule)))]
        if self.pending is not None:
            codes = [code for code in codes if code is not DoubtCode.PENDING_MATTER]
        return tuple(dict.fromkeys(code for code in codes if code is not None))

    def _not_at_all(self, code: DoubtCode) -> Doubt:
        sources = {
            DoubtCode.EVIDENTIAL_SERVICE: (HALLINTOLAKI("60 §"), court("KHO:2023:46")),
            DoubtCode.PERSONAL_SERVICE: (VIRANHALTIJALAKI("43 §"), court("KHO:2009:18")),
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

    def under(self, regime: Regime) -> Notice:
        """
        Return this notice as the rules of a matter read it.

        Args:
            regime: Whose rules apply.

        Raises:
            NoRuleInForce: Such a notice starts no clock there, or not on that day.

        >>> from datetime import date
        >>> Notice.letter(date(2025, 3, 3)).under(Regime.PROCUREMENT).provision.section
        '127 §'
        """
        return evolve(self, regime=regime)

    def addressed_to(self, recipient: str) -> Notice:
        """
        Return this notice with a label for the one who was told.

        Several notices to one recipient are one party; of two unlabelled ones nobody
        knows whether they are.

        Args:
            recipient: Any label that tells the recipients apart, such as "A".

        >>> from datetime import date
        >>> Notice.letter(date(2025, 1, 7)).addressed_to("A").recipient
        'A'
        """
        return evolve(self, recipient=recipient)

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

    def of_procurement_begun(self, begun_on: date) -> Notice:
        """
        Return this notice under the act that a procurement follows from its beginning.

        Args:
            begun_on: The day the procurement began, no later than the decision.

        Raises:
            InvalidValue: *begun_on* is after the decision or its notice.
            NoRuleInForce: No row covers that day.

        Source: 1397/2016 174 §.

        >>> from datetime import date
        >>> notice = Notice.procurement_message(date(2017, 2, 1))
        >>> str(notice.of_procurement_begun(date(2017, 1, 9)).provision)
        'Hankintalaki 127 §'
        """
        return evolve(self, procurement_begun_on=check_day(begun_on))

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


class OtherRule(NamedTuple):
    """
    A notice under another rule that may hold.

    Attributes:
        notice: The notice, with the days that choose that rule.
        code: What it turns on whether this rule holds.
        basis: What it rests on.
        provisions: The sections behind the day of notice.
    """

    notice: Notice
    code: DoubtCode
    basis: Basis
    provisions: tuple[Provision, ...]

    @property
    def day(self) -> Candidate:
        """The day of notice as a candidate."""
        return Candidate(self.notice.notified_on, self.basis, self.provisions)


def under_other_rules(notice: Notice) -> tuple[OtherRule, ...]:
    """
    Return a notice under every rule that may hold instead of the one it follows.

    There are some when the day that decides is not known, and a rule that may hold
    for all that is known gives another day.

    Args:
        notice: How and when the decision was told.

    >>> from datetime import date
    >>> notice = Notice.online_minutes(date(2017, 6, 5))
    >>> [(one.code.value, one.notice.notified_on.isoformat()) for one in under_other_rules(notice)]
    [('päätöspäivä puuttuu', '2017-06-05')]
    """
    if notice.proven_day is not None:
        return ()
    # Of rows that give the same day, the newest speaks for all.
    by_days = {row.days: row for row in other_rules(notice, notice.rule)}
    return tuple(_under(notice, row) for days, row in by_days.items() if days != notice.rule.days)


def _under(notice: Notice, row: NoticeRule) -> OtherRule:
    if row.valid_until is None or row.valid_until >= notice.rule.valid_from:
        # Both hold at once, for different people.
        read = evolve(notice, stated_days=row.days)
        return OtherRule(read, DoubtCode.GOVERNING_PERIOD, Basis.LAW, row.provisions)
    if row.dated_by is DatedBy.PROCUREMENT_BEGUN:
        read = evolve(notice, procurement_begun_on=row.valid_until)
        return OtherRule(read, DoubtCode.PROCUREMENT_BEGUN, Basis.OLDER_RULE, row.provisions)
    read = evolve(notice, decided_on=row.valid_until)
    return OtherRule(read, DoubtCode.DECISION_DAY, Basis.OLDER_RULE, row.provisions)
