"""
The last day and the last minute to act, with every step of the count.

Kuntalaki (410/2015) 138-140 §; 150/1930 2, 3, 5 and 6 §.

>>> from datetime import date
>>> hours = OfficeHours.parse("8.00-16.00; pe, aatto 8.00-15.00")
>>> minutes = Notice.online_minutes(date(2024, 12, 13))
>>> deadline = count_deadline(minutes, Period.days(14), hours)
>>> print(deadline)
pe 3.1.2025 klo 15.00 (pöytäkirja yleisessä tietoverkossa 13.12.2024, tiedoksi 20.12.2024, 14 päivää)
>>> for step in deadline.steps:
...     print(step)
13.12.2024 → 20.12.2024 tiedoksisaanti: pöytäkirja yleisessä tietoverkossa (Kuntalaki 140 §)
20.12.2024 → 3.1.2025 määräaika: 14 päivää (150/1930 2 §)
3.1.2025 → 3.1.2025 klo 15.00 sulkeutuminen: aukioloajan päättyminen (150/1930 6 §)
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from enum import Enum
from typing import cast

from attrs import Factory, evolve, field, frozen

from kuntapaatos.closing import (
    HELSINKI,
    Channel,
    Closing,
    Cutoff,
    at_clock,
    check_moment,
    electronic_closing,
    end_of,
    is_cutoff,
    office_close,
    paper_closing,
)
from kuntapaatos.doubts import Basis, Candidate, Doubt, DoubtCode
from kuntapaatos.errors import HoursUnknown, InvalidValue, all_of, check_type, is_a
from kuntapaatos.law import LAW_AS_OF, MAARAAIKALAKI, Provision, court
from kuntapaatos.notice import Notice, Track
from kuntapaatos.office_hours import OfficeHours
from kuntapaatos.remedy.kinds import RemedyKind
from kuntapaatos.shown import Value, shown, weekday
from kuntapaatos.steps import Step, StepRule
from kuntapaatos.time_limit import Period, PeriodUnit, last_day
from kuntapaatos.workdays import check_day, closed_day

__all__ = [
    "Deadline",
    "Openness",
    "Terms",
    "choose",
    "count_deadline",
]


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


@frozen(kw_only=True, eq=False, repr=False)
class Terms(Value):
    """
    What an instruction and the law add to a notice and a period.

    Attributes:
        remedy: The remedy that is counted.
        provisions: The sections that give the period.
        paper: Until when a paper may arrive, as stated.
        electronic: Until when an electronic document may arrive, as stated.
        closing_mentioned: Whether the instruction says when on the last day it is late.

    Raises:
        InvalidValue: A field holds something else.
    """

    remedy: RemedyKind = field(validator=is_a(RemedyKind))
    provisions: tuple[Provision, ...] = field(default=(), converter=_provisions)
    paper: Cutoff | time | None = field(default=None, validator=is_cutoff)
    electronic: Cutoff | time | None = field(default=None, validator=is_cutoff)
    closing_mentioned: bool = field(default=True, validator=is_a(bool))


# An enum's member is slower to reach than a name of the module.
_OFFICE_CLOSE = Cutoff.OFFICE_CLOSE
_NO_QUESTIONS: tuple[Doubt, ...] = ()


def _last_day(deadline: Deadline) -> date:
    if not isinstance(deadline.notice, Notice):
        raise InvalidValue("notice", deadline.notice, "of type Notice")
    return last_day(deadline.notice.notified_on, deadline.period)


def _closes_at(deadline: Deadline) -> datetime | None:
    hours, terms = deadline.hours, deadline.terms
    if deadline.questions is not _NO_QUESTIONS or deadline.latest is not None:
        _check_readings(deadline)
    try:
        stated = None if terms is None else terms.paper
    except AttributeError:
        raise InvalidValue("terms", terms, "of type Terms or None") from None
    if stated is None or stated is _OFFICE_CLOSE:
        if hours is None:
            return None
        # The common case, without a value in between.
        day = deadline.last_day
        try:
            clocks = hours.closings(day)
        except AttributeError:
            raise InvalidValue("hours", hours, "of type OfficeHours or None") from None
        except HoursUnknown:
            return None
        if clocks:
            return datetime.combine(day, clocks[0], HELSINKI)
    return paper_closing(deadline.last_day, hours, stated).earliest


def _check_readings(deadline: Deadline) -> None:
    if not isinstance(deadline.questions, tuple):
        raise InvalidValue("questions", deadline.questions, "a tuple of Doubt")
    all_of("questions", deadline.questions, Doubt, "a tuple of Doubt")
    if deadline.latest is not None and check_day(deadline.latest) <= deadline.last_day:
        raise InvalidValue(
            "latest", deadline.latest.isoformat(), f"after the last day {deadline.last_day}"
        )


@frozen(eq=False, repr=False)
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

    notice: Notice
    period: Period
    hours: OfficeHours | None = None
    terms: Terms | None = None
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
        check_type("channel", channel, Channel, "of type Channel")
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
            Step(told, notice.day, notice.notified_on, notice.kind.value, sources),
            Step(
                StepRule.PERIOD,
                notice.notified_on,
                unmoved,
                str(self.period),
                (*law, MAARAAIKALAKI(section)),
            ),
        ]
        if unmoved != self.last_day:
            name = closed_day(unmoved)
            steps.append(
                Step(StepRule.SHIFT, unmoved, self.last_day, shown(name), (MAARAAIKALAKI("5 §"),))
            )
        if self.closes_at is not None:
            stated = None if self.terms is None else self.terms.paper
            why = stated if isinstance(stated, Cutoff) else Cutoff.OFFICE_CLOSE
            steps.append(
                Step(
                    StepRule.CLOSING,
                    self.last_day,
                    self.closes_at,
                    why.value,
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
        last = first if latest == self.last_day else self.closing(channel, latest)
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
        >>> hours = OfficeHours.parse("8-16; pe, aatto 8-15")
        >>> deadline = count_deadline(Notice.proven(date(2024, 12, 20)), Period.days(14), hours)
        >>> deadline.is_open(datetime(2025, 1, 3, 15, 0, tzinfo=ZoneInfo("Europe/Helsinki")))
        <Openness.CLOSED: 'päättynyt'>
        """
        moment = check_moment(at)
        channels = (Channel.PAPER, Channel.ELECTRONIC) if channel is None else (channel,)
        answers = set()
        for one in channels:
            opened, closed = self._window(one)
            if moment < opened:
                answers.add(Openness.OPEN)
            else:
                answers.add(Openness.DOUBTFUL if moment < closed else Openness.CLOSED)
        return answers.pop() if len(answers) == 1 else Openness.DOUBTFUL

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


def count_deadline(notice: Notice, period: Period, hours: OfficeHours | None = None) -> Deadline:
    """
    Count a last moment by the rules alone.

    Args:
        notice: How and when the decision was told; its day of notice is not counted.
        period: How long there is to act.
        hours: The hours of the office to which the document goes; `None` leaves the
            closing moment unknown.

    Raises:
        InvalidValue: *notice* or *hours* is something else.
        InvalidPeriod: *period* is no `Period`.
        DayOutOfRange: The last day is after 2100.

    Source: 150/1930 2, 3, 5 and 6 §.

    >>> from datetime import date
    >>> count_deadline(Notice.letter(date(2011, 12, 19)), Period.days(14)).last_day
    datetime.date(2012, 1, 9)
    """
    older = None if getattr(notice, "_clear", True) else notice.under_older_rule()
    if older is None or older.notified_on >= notice.notified_on:
        return Deadline(notice, period, hours)
    return choose(
        Candidate(notice, Basis.NEWER_RULE, notice.provisions),
        ((DoubtCode.DECISION_DAY, Candidate(older, Basis.OLDER_RULE, older.provisions)),),
        (Candidate(period, Basis.STATED),),
        hours,
        None,
    )


def choose(
    notice: Candidate,
    other_notices: Sequence[tuple[DoubtCode, Candidate]],
    periods: Sequence[Candidate],
    hours: OfficeHours | None,
    terms: Terms | None,
    questions: tuple[Doubt, ...] = (),
) -> Deadline:
    """
    Return the earliest of several possible deadlines, carrying what is open.

    Args:
        notice: The notice as the rules give it.
        other_notices: Other readings of the notice, each with what it is about.
        periods: Every reading of the period, at least one; one without a value
            cannot be counted yet.
        hours: The office's hours.
        terms: What an instruction and the law add.
        questions: What else is open, without another last day.
    """
    notices = (notice, *(other for _, other in other_notices))
    lengths = [candidate for candidate in periods if candidate.value is not None]
    readings = [
        Deadline(told.value, length.value, hours, terms)  # type: ignore[arg-type]
        for told in notices
        for length in lengths
    ]
    first = min(readings)
    latest = max(reading.last_day for reading in readings)
    chosen = next(length for length in lengths if length.value == first.period)
    if terms is not None and chosen.provisions:
        terms = evolve(terms, provisions=chosen.provisions)
    open_days = [
        Doubt(code, about="last_day", candidates=_days(first, (notice, other)))
        for code, other in other_notices
    ]
    if len(periods) > 1:
        days = _days(first, periods)
        open_days.append(Doubt(DoubtCode.STATED_PERIOD, about="last_day", candidates=days))
    return Deadline(
        first.notice,
        first.period,
        hours,
        terms,
        (*open_days, *questions),
        latest if latest > first.last_day else None,
    )


def _days(first: Deadline, readings: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Return the last day of each reading, earliest first, those without one at the end."""

    def day(value: object) -> date | None:
        if isinstance(value, Notice):
            return last_day(value.notified_on, first.period)
        return None if value is None else last_day(first.notified_on, cast(Period, value))

    days = [evolve(reading, value=day(reading.value)) for reading in readings]
    return tuple(sorted(days, key=lambda found: (found.value is None, str(found.value))))
