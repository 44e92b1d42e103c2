"""
A deadline as a value: the last day and moment, every step of the count, what is open.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from enum import Enum

from attrs import Factory, field, frozen

from kuntapaatos.checks import all_of, as_member, check_type, is_a
from kuntapaatos.closing import (
    Channel,
    Closing,
    Cutoff,
    at_clock,
    check_moment,
    earliest_paper,
    electronic_closing,
    end_of,
    is_cutoff,
    office_close,
    paper_closing,
)
from kuntapaatos.doubts import Basis, Candidate, Doubt, DoubtCode
from kuntapaatos.errors import HoursUnknown, InvalidValue
from kuntapaatos.law import LAW_AS_OF, MAARAAIKALAKI, Provision, court
from kuntapaatos.notice import Notice, Track
from kuntapaatos.office_hours import OfficeHours
from kuntapaatos.remedy.kinds import RemedyKind
from kuntapaatos.shown import Value, shown, weekday
from kuntapaatos.steps import Step, StepRule
from kuntapaatos.time_limit import Period, PeriodUnit, last_day
from kuntapaatos.workdays import check_day, closed_day

__all__ = ["CountTerms", "Deadline", "Openness"]


class Openness(Enum):
    """
    Whether one may still act: open, doubtful or closed.

    Only `CLOSED` is false, so that `if deadline.is_open(at)` never treats a
    doubtful deadline as ended.

    >>> bool(Openness.DOUBTFUL), bool(Openness.CLOSED)
    (True, False)
    """

    OPEN = "avoinna"
    DOUBTFUL = "tulkinnanvarainen"
    CLOSED = "päättynyt"

    def __bool__(self) -> bool:
        return self is not Openness.CLOSED


def _provisions(values: Iterable[Provision]) -> tuple[Provision, ...]:
    return all_of("provisions", values, Provision, "several Provision")


def _tracks(values: Iterable[Track]) -> tuple[Track, ...]:
    return all_of("tracks", values, Track, "several Track")


@frozen(kw_only=True, repr=False)
class CountTerms(Value):
    """
    What an instruction and the law add to a notice and a period.

    Attributes:
        remedy: The remedy that is counted.
        provisions: The sections that give the period.
        paper: Until when a paper may arrive, as stated.
        electronic: Until when an electronic document may arrive, as stated.
        closing_mentioned: Whether the instruction says when on the last day it is late.
        tracks: Whose clocks the remedy has, the members' among them where the instruction
            or the row entitles them; empty when not known.
        kuntalaki: Whether the remedy is one of Kuntalaki; `None` when it may be.

    Raises:
        InvalidValue: A field holds something else.
    """

    remedy: RemedyKind = field(validator=is_a(RemedyKind))
    provisions: tuple[Provision, ...] = field(default=(), converter=_provisions)
    paper: Cutoff | time | None = field(default=None, validator=is_cutoff)
    electronic: Cutoff | time | None = field(default=None, validator=is_cutoff)
    closing_mentioned: bool = field(default=True, validator=is_a(bool))
    tracks: tuple[Track, ...] = field(default=(), converter=_tracks)
    kuntalaki: bool | None = field(default=None, validator=is_a(bool, type(None)))


_NO_QUESTIONS: tuple[Doubt, ...] = ()


def _last_day(deadline: Deadline) -> date:
    notice = deadline.notice
    if not isinstance(notice, Notice):
        raise InvalidValue("notice", notice, "of type Notice")
    return last_day(notice.notified_on, deadline.period)


def _closes_at(deadline: Deadline) -> datetime | None:
    if deadline.questions is not _NO_QUESTIONS or deadline.latest is not None:
        _check_readings(deadline)
    terms = deadline.terms
    if terms is None:
        return earliest_paper(deadline.last_day, deadline.hours, None)
    if not isinstance(terms, CountTerms):
        raise InvalidValue("terms", terms, "of type CountTerms or None")
    return earliest_paper(deadline.last_day, deadline.hours, terms.paper)


def _check_readings(deadline: Deadline) -> None:
    if not isinstance(deadline.questions, tuple):
        raise InvalidValue("questions", deadline.questions, "a tuple of Doubt")
    all_of("questions", deadline.questions, Doubt, "a tuple of Doubt")
    if deadline.latest is not None and check_day(deadline.latest) <= deadline.last_day:
        raise InvalidValue(
            "latest", deadline.latest.isoformat(), f"after the last day {deadline.last_day}"
        )


@frozen(repr=False)
class Deadline(Value):
    """
    The last moment to use a remedy, and how it was counted (*määräajan päättyminen*).

    Made by `count_deadline` and `appeal_deadline`; the last day and the closing
    moment are always counted from the other fields, never given.  Sorts by
    `last_day`.

    Attributes:
        notice: How and when the decision was told.
        period: How long there is to act.
        hours: The office's hours; `None` when not known.
        terms: What an instruction and the law add; `None` for a count by rules alone.
        questions: What is open about the notice and the period, where another last day is
            possible; this deadline is then the earliest candidate.
        latest: The latest last day that is possible; `None` when there is but one.
        last_day: The last day, included: the earliest candidate, moved to a workday.
        closes_at: The moment before which a paper must have arrived, aware in
            Europe/Helsinki and excluded; `None` when the hours are not known.
    """

    _answers = ("last_day", "closes_at")

    notice: Notice
    period: Period
    hours: OfficeHours | None = None
    terms: CountTerms | None = None
    questions: tuple[Doubt, ...] = ()
    latest: date | None = None
    last_day: date = field(init=False, default=Factory(_last_day, takes_self=True))
    closes_at: datetime | None = field(init=False, default=Factory(_closes_at, takes_self=True))

    @property
    def remedy(self) -> RemedyKind | None:
        """Which remedy is counted; `None` for a count by the rules alone."""
        return None if self.terms is None else self.terms.remedy

    @property
    def track(self) -> Track:
        """Whose clock it is."""
        return self.notice.track

    @property
    def notified_on(self) -> date:
        """The day on which the decision counts as received; not counted, never moved."""
        return self.notice.notified_on

    @property
    def unmoved_last_day(self) -> date:
        """The day on which the period ends before it is moved to a workday."""
        return self.period.after(self.notice.notified_on)

    @property
    def latest_last_day(self) -> date:
        """The latest candidate for the last day: what finality waits for."""
        return self.last_day if self.latest is None else self.latest

    @property
    def electronic_until(self) -> datetime | None:
        """
        The moment before which an electronic document must have arrived.

        Aware in Europe/Helsinki and excluded; the next midnight where it may arrive
        during the whole last day; the earliest candidate where it is open; `None`
        when the hours are not known.
        """
        return self.closing(Channel.ELECTRONIC).earliest

    @property
    def law_as_of(self) -> date:
        """The day up to which the rules were checked."""
        return LAW_AS_OF

    def closing(self, channel: Channel, day: date | None = None) -> Closing:
        """
        Return when a channel closes, with every candidate and what it rests on.

        Args:
            channel: Paper or electronic.
            day: The last day that is asked about; `None` is `last_day`.

        Raises:
            InvalidValue: *channel* is no `Channel`.
            NotADay, DayOutOfRange: *day* is no supported calendar day.
        """
        channel = as_member("channel", Channel, channel)
        check_type("channel", channel, Channel, "a Channel, such as 'paperi'")
        on = self.last_day if day is None else check_day(day)
        paper = None if self.terms is None else self.terms.paper
        if channel is Channel.PAPER:
            return paper_closing(on, self.hours, paper)
        electronic = None if self.terms is None else self.terms.electronic
        return electronic_closing(on, self.hours, paper, electronic)

    @property
    def steps(self) -> tuple[Step, ...]:
        """Every step of the count, from the notice to the closing moment."""
        notice, unmoved = self.notice, self.unmoved_last_day
        told = StepRule.NOTICE if notice.proven_day is None else StepRule.PROOF
        # 2 § counts days; weeks, months and years end on the corresponding day (3 §).
        section = "2 §" if self.period.unit is PeriodUnit.DAY else "3 §"
        law = () if self.terms is None else self.terms.provisions
        # A day of notice that only the text states has no section behind it.
        sources = notice.provisions if notice.stated_days is None else ()
        steps = [
            Step(told, notice.day, notice.notified_on, notice.kind, sources),
            Step(
                StepRule.PERIOD,
                notice.notified_on,
                unmoved,
                self.period,
                (*law, MAARAAIKALAKI(section)),
            ),
        ]
        name = closed_day(unmoved)
        if name is not None:
            steps.append(
                Step(StepRule.SHIFT, unmoved, self.last_day, name, (MAARAAIKALAKI("5 §"),))
            )
        if self.closes_at is not None:
            stated = None if self.terms is None else self.terms.paper
            why = stated if isinstance(stated, Cutoff) else Cutoff.OFFICE_CLOSE
            steps.append(
                Step(
                    StepRule.CLOSING,
                    self.last_day,
                    self.closes_at,
                    why,
                    self.closing(Channel.PAPER).provisions,
                )
            )
        return tuple(steps)

    @property
    def doubts(self) -> tuple[Doubt, ...]:
        """What the law or the text leaves open, with every candidate."""
        doubts = [*self.questions, *self.notice.doubts]
        doubts.extend(self.closing(Channel.PAPER).doubts)
        if self.terms is not None and not self.terms.closing_mentioned:
            doubts.append(self._closing_not_mentioned())
        # What is open about the paper's closing is said once.
        doubts.extend(
            doubt
            for doubt in self.closing(Channel.ELECTRONIC).doubts
            if doubt.about == "electronic_until"
        )
        return tuple(doubts)

    def _closing_not_mentioned(self) -> Doubt:
        # KHO 6.10.2015/2866: filing after the office closed was excused.
        closing = office_close(self.last_day, self.hours, "closes_at")
        return Doubt(
            DoubtCode.CUTOFF_NOT_STATED,
            about="closes_at",
            candidates=(
                Candidate(closing.earliest, Basis.OFFICE_CLOSE, closing.provisions),
                Candidate(end_of(self.last_day), Basis.END_OF_DAY, (court("KHO 6.10.2015/2866"),)),
            ),
        )

    def _window(self, channel: Channel) -> tuple[datetime, datetime]:
        """Return until when it is surely open, and from when it is surely closed."""
        latest = self.latest_last_day
        first = self.closing(channel)
        last = first if self.latest is None else self.closing(channel, self.latest)
        # With unknown hours the last day itself is doubtful.
        opened = first.moments[0] if first.moments else at_clock(self.last_day, time())
        excused = self.terms is not None and not self.terms.closing_mentioned
        closed = end_of(latest) if excused or not last.moments else last.moments[-1]
        return opened, closed

    def is_open(self, at: datetime, channel: Channel | None = None) -> Openness:
        """
        Return whether one may still act at a moment: open, doubtful or closed.

        Open before the earliest candidate, closed from the latest one, doubtful in
        between; nobody is told "too late" while a candidate is still running.

        Args:
            at: An aware moment, by which the document has arrived.
            channel: Paper or electronic; `None` asks for both, and is doubtful
                where they differ.

        Raises:
            NaiveMoment: *at* has no time zone.
            InvalidValue: *channel* is no `Channel`.

        >>> from datetime import date, datetime
        >>> from zoneinfo import ZoneInfo
        >>> from kuntapaatos import count_deadline
        >>> hours = OfficeHours.parse("8-16; pe, aatto 8-15")
        >>> deadline = count_deadline(Notice.proven(date(2024, 12, 20)), Period.days(14), hours)
        >>> deadline.is_open(datetime(2025, 1, 3, 15, 0, tzinfo=ZoneInfo("Europe/Helsinki")))
        <Openness.CLOSED: 'päättynyt'>
        """
        moment = check_moment(at)
        channels = (Channel.PAPER, Channel.ELECTRONIC) if channel is None else (channel,)
        answers = set()
        for asked in channels:
            opened, closed = self._window(asked)
            if moment < opened:
                answers.add(Openness.OPEN)
            else:
                answers.add(Openness.DOUBTFUL if moment < closed else Openness.CLOSED)
        one, *others = answers
        return Openness.DOUBTFUL if others else one

    def remaining(self, at: datetime) -> timedelta:
        """
        Return how much time there is until the last safe moment.

        Counted in real time, also over a change to or from summer time.  When the
        office's hours are not known, up to the start of the last day: so much is sure.

        Args:
            at: An aware moment.

        Returns:
            A time that is never negative; zero from the closing on.

        Raises:
            NaiveMoment: *at* has no time zone.
            HoursUnknown: On the last day itself, when the hours are not known.

        >>> from datetime import date, datetime
        >>> from kuntapaatos import count_deadline
        >>> hours = OfficeHours.parse("8-16; pe, aatto 8-15")
        >>> deadline = count_deadline(Notice.proven(date(2024, 12, 20)), Period.days(14), hours)
        >>> print(deadline.remaining(at_clock(date(2025, 1, 2), time(12, 0))))
        1 day, 3:00:00
        """
        moment = check_moment(at).astimezone(UTC)
        until = self.closes_at
        if until is None:
            until = at_clock(self.last_day, time())
            if until <= moment < end_of(self.last_day):
                raise HoursUnknown(self.last_day)
        # In UTC: the difference of two moments in one zone would ignore summer time.
        return max(until.astimezone(UTC) - moment, timedelta())

    def __lt__(self, other: Deadline) -> bool:
        if not isinstance(other, Deadline):
            return NotImplemented
        return self.last_day < other.last_day

    def __le__(self, other: Deadline) -> bool:
        if not isinstance(other, Deadline):
            return NotImplemented
        return self.last_day <= other.last_day

    def _shown_closing(self) -> str:
        if self.closes_at is None:
            return ""
        if self.closes_at == end_of(self.last_day):
            return " klo 24.00"
        closed_on = self.closes_at.date()
        if closed_on != self.last_day:
            return f", kirjaamo auki viimeksi {weekday(closed_on)} {shown(self.closes_at)}"
        return f" {shown(self.closes_at.time())}"

    def __str__(self) -> str:
        remedy = "" if self.remedy is None else f"{self.remedy.value}, "
        day = f"{weekday(self.last_day)} {shown(self.last_day)}{self._shown_closing()}"
        doubts = "" if not self.doubts else ", tulkinnanvarainen"
        return (
            f"{day} ({remedy}{self.notice}, tiedoksi {shown(self.notified_on)}, "
            f"{self.period}{doubts})"
        )
