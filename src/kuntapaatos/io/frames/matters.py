"""
A matter's own remedy for a whole column: the law's period and clock, by what it is about.

A `Matter` is for a column what `available_remedies` and `appeal_deadline` are for one
decision: the row of law of each day, its period, and the notice read by its clock.

>>> import kuntapaatos as kp
>>> permit = Matter(kp.Subject.BUILDING_PERMIT, kp.NoticeKind.ANNOUNCEMENT, pending=False)
>>> print(permit.count(date(2025, 3, 3)))
ke 9.4.2025 klo 16.15 (valitus, julkinen kuulutus 3.3.2025, tiedoksi 10.3.2025, 30 päivää)
"""

from __future__ import annotations

from datetime import date

from attrs import evolve, field, frozen

from kuntapaatos.appeal import AppealInstruction, Authority, Cutoff, appeal_deadline
from kuntapaatos.checks import as_member, is_a
from kuntapaatos.clock.counting import readings
from kuntapaatos.clock.rows import asked
from kuntapaatos.clock.side import law_side
from kuntapaatos.deadline import Deadline
from kuntapaatos.errors import InvalidValue, NoRuleInForce
from kuntapaatos.instruction.by_law import OF_THE_STATE, STATE_HOURS
from kuntapaatos.io.frames.rules import Timing, changes_of
from kuntapaatos.notice import Notice, NoticeKind, Regime, notice_rules
from kuntapaatos.notice.choice import known_of, starts_clock
from kuntapaatos.office_hours import OfficeHours
from kuntapaatos.remedy import (
    AppealProhibition,
    DecisionKind,
    MakerKind,
    Remedy,
    RemedyKind,
    StartingEvent,
    Subject,
    available_remedies,
)
from kuntapaatos.remedy.rows import Prohibition, all_prohibitions, all_remedies
from kuntapaatos.shown import Value, shown
from kuntapaatos.time_limit import Period

__all__ = ["Matter"]


def _subject(given: Subject | str) -> Subject:
    return as_member("subject", Subject, given)


def _kind(given: NoticeKind | str) -> NoticeKind:
    return as_member("kind", NoticeKind, given)


def _remedy(given: RemedyKind | str | None) -> RemedyKind | None:
    return None if given is None else as_member("remedy", RemedyKind, given)


def _maker(given: MakerKind | str) -> MakerKind:
    return as_member("maker", MakerKind, given)


def _against(given: DecisionKind | str) -> DecisionKind:
    return as_member("against", DecisionKind, given)


@frozen(repr=False)
class Matter(Value):
    """
    One matter for a whole column: what the decisions are about, and how they were told.

    The rows of law are those of the day of the notice; a column of notices long after their
    decisions is counted one by one with `appeal_deadline` and the decision's day.

    Attributes:
        subject: What the decisions are about.
        kind: The way of notice.
        hours: The hours of the municipality's office, to which a review goes; `None` where
            not known.  What goes to a court or another office of the state closes as theirs.
        remedy: Which remedy, where several are open side by side.
        maker: Who decided.
        against: What was decided; a decision on an earlier review has the appeal.
        to_authority: Whether the recipients are authorities.
        pending: Whether building matters were pending on 1 January 2025; `None` when not
            known.
        procurement_begun_on: The day the procurements began; `None` when not known.

    Raises:
        InvalidValue: A field is of another kind.
    """

    subject: Subject = field(converter=_subject, validator=is_a(Subject))
    kind: NoticeKind = field(converter=_kind, validator=is_a(NoticeKind))
    hours: OfficeHours | None = field(default=None, validator=is_a(OfficeHours, type(None)))
    remedy: RemedyKind | None = field(
        default=None, converter=_remedy, validator=is_a(RemedyKind, type(None)), kw_only=True
    )
    maker: MakerKind = field(
        default=MakerKind.COMMITTEE, converter=_maker, validator=is_a(MakerKind), kw_only=True
    )
    against: DecisionKind = field(
        default=DecisionKind.ORDINARY,
        converter=_against,
        validator=is_a(DecisionKind),
        kw_only=True,
    )
    to_authority: bool = field(default=False, validator=is_a(bool), kw_only=True)
    pending: bool | None = field(default=None, validator=is_a(bool, type(None)), kw_only=True)
    procurement_begun_on: date | None = field(default=None, kw_only=True)

    def row(self, day: date) -> Remedy:
        """
        Return the row of law for a decision of one day.

        Raises:
            NoRuleInForce: There is no row, or appeal is prohibited.
            InvalidValue: Several remedies are open and none is chosen, or what decides
                which row holds is not given.
        """
        found = available_remedies(
            self.against,
            self.maker,
            day,
            subject=self.subject,
            procurement_begun_on=self.procurement_begun_on,
            pending=self.pending,
        )
        rows = [one for one in found if isinstance(one, Remedy)]
        of_it = [one for one in rows if self.remedy in {None, one.kind}]
        if not of_it:
            known = ", ".join(
                str(one) if isinstance(one, AppealProhibition) else one.kind.value for one in found
            )
            raise NoRuleInForce(f"a remedy in {self}", day, known)
        kinds = list(dict.fromkeys(one.kind.value for one in of_it))
        if len(kinds) > 1:
            raise InvalidValue("remedy", None, f"the one that is meant: {' or '.join(kinds)}")
        # The contracting entity's own ninety days and the like run from another event.
        told = [one for one in of_it if one.starts is StartingEvent.NOTICE] or of_it
        periods = list(dict.fromkeys(str(one.period) for one in told))
        if len(periods) > 1:
            expected = f"one with a single period ({' or '.join(periods)}); the fact that decides"
            expected += " (pending, procurement_begun_on) may be missing"
            raise InvalidValue("remedy", told[0].kind.value, expected)
        return next((one for one in told if one.in_force(day)), told[0])

    def instruction(self, day: date) -> AppealInstruction:
        """
        Return what an instruction of the law's own says of the remedy on one day.

        Raises:
            NoRuleInForce, InvalidValue: As `row`.
        """
        row = self.row(day)
        hours = STATE_HOURS if row.authority in OF_THE_STATE else self.hours
        return AppealInstruction(
            remedy=row.kind,
            period=row.period,
            entitled=row.who,
            subject=row.subject,
            deliver_to=Authority(name=row.authority.value, hours=hours),
            paper_cutoff=Cutoff.OFFICE_CLOSE,
            electronic_cutoff=Cutoff.OFFICE_CLOSE,
        )

    def notice(self, day: date) -> Notice:
        """
        Return the notice of one day, before a clock reads it.

        Raises:
            NoRuleInForce, InvalidValue: No row with a source covers the day, or as `row`.
            NotADay, DayOutOfRange: *day* is no calendar day, or outside 1992-2100.
        """
        general = starts_clock(self.kind, Regime.GENERAL)
        return Notice(
            kind=self.kind,
            day=day,
            regime=Regime.GENERAL if general else self.row(day).regime,
            to_authority=self.to_authority,
            pending=self.pending,
            procurement_begun_on=self.procurement_begun_on,
        )

    def count(self, day: date) -> Deadline:
        """
        Return the deadline of one day: what a column holds, with steps and doubts.

        Args:
            day: The day of the notice.

        Raises:
            NoRuleInForce, InvalidValue: As `row`, or the notice starts no such period.
            PeriodMissing: The law fixes no period.
            NotADay, DayOutOfRange: *day* or its last day is outside 1992-2100.
        """
        return appeal_deadline(self.instruction(day), self.notice(day))

    @property
    def told(self) -> Matter:
        """The matter without what moves no day."""
        return evolve(self, hours=None)

    def timings(self, day: date) -> tuple[Timing, ...]:
        """
        Return each reading of a notice of this day, with the law's period and office hours.

        Raises:
            NoRuleInForce, InvalidValue, PeriodMissing, DayOutOfRange: As `count`.
        """
        notice, given = self.notice(day), asked(self.instruction(day))
        found = readings(given, law_side(given, known_of(notice), notice.kind), notice)
        told = [found.law, *(other for _, other in found.others)]
        hours = found.side.hours
        return tuple(
            Timing((one.value.notified_on - day).days, length.value, hours)
            for one in told
            for length in found.side.periods
            if isinstance(one.value, Notice) and isinstance(length.value, Period)
        )

    def changes(self) -> set[date]:
        """Return the days on which what the timings give may change."""
        rows: tuple[Remedy | Prohibition, ...] = (*all_remedies(), *all_prohibitions())
        law = (row for row in rows if row.subject is self.subject)
        ways = (row for row in notice_rules() if row.kind is self.kind)
        return changes_of((*law, *ways), self.procurement_begun_on)

    def __str__(self) -> str:
        named = (self.remedy, *(() if self.against is DecisionKind.ORDINARY else (self.against,)))
        chosen = "".join(f", {one.value}" for one in named if one is not None)
        recipient = ", viranomaiselle" if self.to_authority else ""
        begun = self.procurement_begun_on
        day = "" if begun is None else f", hankinta alkoi {shown(begun)}"
        hours = "" if self.hours is None else f", {self.hours}"
        told = f"{self.kind.value}{recipient}{day}{hours}"
        return f"{self.subject.value} ({self.maker.value}{chosen}), {told}"
