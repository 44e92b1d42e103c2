"""
The minute of the last day until which a document may arrive.

150/1930 6 §: before the office closes.  13/2003 11 §: an electronic document,
since a reform of 2026 perhaps until the day ends.  A moment is aware, in
Europe/Helsinki, and excluded: at that moment it is late.

>>> from datetime import date
>>> hours = OfficeHours.parse("8-16; pe, aatto 8-15")
>>> closing = paper_closing(date(2025, 1, 3), hours, None)
>>> closing.earliest.isoformat()
'2025-01-03T15:00:00+02:00'
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from enum import Enum
from typing import Any
from zoneinfo import ZoneInfo

from attrs import field, frozen

from kuntapaatos.checks import check_type, is_tuple_of
from kuntapaatos.doubts import Basis, Candidate, Doubt, DoubtCode
from kuntapaatos.errors import HoursUnknown, InvalidValue, NaiveMoment
from kuntapaatos.law import ASIOINTILAKI, MAARAAIKALAKI, PALVELUVERKKOLAKI, Provision, court
from kuntapaatos.office_hours import OfficeHours
from kuntapaatos.shown import Value
from kuntapaatos.workdays import check_day

__all__ = ["HELSINKI", "Channel", "Closing", "Cutoff", "electronic_closing", "paper_closing"]

HELSINKI = ZoneInfo("Europe/Helsinki")
"""The time zone of every moment of this library."""

# HE 124/2025: the number and the first day of the enacted act were not seen.  The
# committee reported on 25 February 2026, so from the day after it both readings stand.
_REFORM = date(2026, 2, 26)
# 728/2021 5 b § says it of state authorities, the courts among them, since 1.1.2026.
_STATE_FROM = date(2026, 1, 1)
_ONE_DAY = timedelta(days=1)


class Cutoff(Enum):
    """Until when on the last day a document may arrive, as a text states it."""

    OFFICE_CLOSE = "aukioloajan päättyminen"
    END_OF_DAY = "vuorokauden päättyminen"


class Channel(Enum):
    """How a document is delivered."""

    PAPER = "paperi"
    ELECTRONIC = "sähköinen asiakirja"


# An enum's member is slower to reach than a name of the module.
_OFFICE_CLOSE = Cutoff.OFFICE_CLOSE


def check_moment(at: object) -> datetime:
    """
    Return *at* when it is an aware moment.

    Raises:
        NaiveMoment: It is no `datetime`, or has no time zone.
    """
    if not isinstance(at, datetime) or at.utcoffset() is None:
        raise NaiveMoment(at)
    return at


def is_moment(_: object, __: object, at: Any) -> None:
    """Refuse an attrs field that is no aware moment."""
    check_moment(at)


def is_moment_or_none(_: object, __: object, at: Any) -> None:
    """Refuse an attrs field that is neither `None` nor an aware moment."""
    if at is not None:
        check_moment(at)


def check_cutoff(field: str, stated: object) -> None:
    """
    Check what says until when a document may arrive.

    Raises:
        InvalidValue: It is no `Cutoff`, no local time of day and not `None`.
    """
    if isinstance(stated, time) and stated.tzinfo is None:
        return
    if stated is not None and not isinstance(stated, Cutoff):
        raise InvalidValue(field, stated, "a Cutoff, a local time of day or None")


def is_cutoff(_: object, attribute: Any, stated: object) -> None:
    """Check the attrs field that says until when a document may arrive."""
    check_cutoff(attribute.name, stated)


def at_clock(day: date, clock: time) -> datetime:
    """Return the moment of a local time of day in Finland."""
    return datetime.combine(day, clock, HELSINKI)


def end_of(day: date) -> datetime:
    """Return the midnight after *day*: "during the last day" ends there."""
    return datetime.combine(day + _ONE_DAY, time(), HELSINKI)


def _are_moments(_: object, attribute: Any, moments: Any) -> None:
    if not isinstance(moments, tuple):
        raise InvalidValue(attribute.name, moments, "a tuple of moments")
    for moment in moments:
        check_moment(moment)


@frozen(repr=False)
class Closing(Value):
    """
    When a channel closes on one last day: every candidate.

    Attributes:
        moments: Aware and excluded, earliest first; empty when the hours are not known.
        doubts: What is open, with the candidates' sources.
        provisions: The sections behind the earliest moment.
    """

    moments: tuple[datetime, ...] = field(validator=_are_moments)
    doubts: tuple[Doubt, ...] = field(validator=is_tuple_of(Doubt))
    provisions: tuple[Provision, ...] = field(validator=is_tuple_of(Provision))

    @property
    def earliest(self) -> datetime | None:
        """The last safe moment, excluded; `None` when the hours are not known."""
        return self.moments[0] if self.moments else None


def _between(code: DoubtCode, about: str, candidates: tuple[Candidate, ...]) -> Closing:
    moments = sorted(c.value for c in candidates if isinstance(c.value, datetime))
    in_order = tuple(
        sorted(candidates, key=lambda c: (not isinstance(c.value, datetime), str(c.value)))
    )
    return Closing(
        tuple(moments), (Doubt(code, about=about, candidates=in_order),), _office_closes()
    )


def _office_closes() -> tuple[Provision, ...]:
    return (MAARAAIKALAKI("6 §"),)


def office_close(day: date, hours: OfficeHours | None, about: str) -> Closing:
    """Return when the office closes on *day*, with what is open about it."""
    check_day(day)
    if hours is None:
        return Closing((), (), _office_closes())
    check_type("hours", hours, OfficeHours, "of type OfficeHours or None")
    try:
        clocks = hours.closings(day)
    except HoursUnknown:
        unknown = Candidate(None, Basis.USUAL_HOURS, _office_closes())
        return _between(DoubtCode.HOURS_OUTDATED, about, (unknown,))
    if len(clocks) == 1:
        return Closing((at_clock(day, *clocks),), (), _office_closes())
    if clocks:
        # The eve's hours are the shorter ones, but not in every office.
        of_eve = {} if hours.eves is None else {hours.eves.closes: Basis.EVE_HOURS}
        either = tuple(
            Candidate(
                at_clock(day, clock),
                of_eve.get(clock, Basis.USUAL_HOURS),
                _office_closes(),
            )
            for clock in clocks
        )
        return _between(DoubtCode.DISPUTED_EVE, about, either)
    # A registry closed on a workday: 5 § moves nothing, and hours that were not stated
    # cannot shorten a period (KHO:2018:152).
    before = _last_open(day, hours)
    closing = _between(
        DoubtCode.REGISTRY_CLOSED,
        about,
        (
            Candidate(before, Basis.LAST_OPEN_DAY, _office_closes()),
            Candidate(end_of(day), Basis.END_OF_DAY, (court("KHO:2018:152"),)),
        ),
    )
    # Without an open day before it the safe moment is unknown, not the later one.
    return closing if before is not None else Closing((), closing.doubts, closing.provisions)


def _last_open(day: date, hours: OfficeHours) -> datetime | None:
    for back in range(1, 61):
        earlier = day - timedelta(days=back)
        try:
            clocks = hours.closings(earlier)
        except (HoursUnknown, ValueError):
            return None
        if clocks:
            return at_clock(earlier, clocks[0])
    return None


def paper_closing(
    day: date,
    hours: OfficeHours | None,
    stated: Cutoff | time | None,
    about: str = "closes_at",
) -> Closing:
    """
    Return until when a paper may arrive on the last day.

    Args:
        day: The last day.
        hours: The office's hours; `None` when not known.
        stated: What the instruction states; `None` when it is silent or there is none.
        about: The field of the answer that a doubt touches.

    Raises:
        InvalidValue: *hours* or *stated* is something else.
        NotADay, DayOutOfRange: *day* is no supported calendar day.

    Source: 150/1930 6 §.
    """
    check_cutoff("stated", stated)
    if stated is Cutoff.END_OF_DAY:
        return Closing((end_of(check_day(day)),), (), _office_closes())
    office = office_close(day, hours, about)
    if not isinstance(stated, time):
        return office
    named = at_clock(day, stated)
    if office.moments in ((), (named,)):
        return Closing((named,), (), _office_closes())
    # The text names an hour, and the office's hours of that day give another.
    candidates = (
        Candidate(named, Basis.STATED, ()),
        *(Candidate(moment, Basis.OFFICE_CLOSE, _office_closes()) for moment in office.moments),
    )
    return _between(DoubtCode.STATED_CLOSING, about, candidates)


def earliest_paper(
    day: date, hours: OfficeHours | None, stated: Cutoff | time | None
) -> datetime | None:
    """
    Return the last safe moment for a paper: the earliest of `paper_closing`, sooner.

    Args:
        day: The last day.
        hours: The office's hours; `None` when not known.
        stated: What the instruction states; `None` when it is silent or there is none.

    Raises:
        InvalidValue: *hours* or *stated* is something else.
    """
    if stated is None or stated is _OFFICE_CLOSE:
        if hours is None:
            return None
        if not isinstance(hours, OfficeHours):
            raise InvalidValue("hours", hours, "of type OfficeHours or None")
        try:
            clocks = hours.closings(day)
        except HoursUnknown:
            return None
        if clocks:
            return datetime.combine(day, clocks[0], HELSINKI)
    return paper_closing(day, hours, stated).earliest


def electronic_closing(
    day: date,
    hours: OfficeHours | None,
    paper: Cutoff | time | None,
    stated: Cutoff | time | None,
) -> Closing:
    """
    Return until when an electronic document may arrive on the last day.

    Args:
        day: The last day.
        hours: The office's hours; `None` when not known.
        paper: What the instruction states for paper, which serves both when it
            says nothing of electronic documents.
        stated: What the instruction states for electronic documents.

    Raises:
        InvalidValue: *hours*, *paper* or *stated* is something else.
        NotADay, DayOutOfRange: *day* is no supported calendar day.

    Source: 150/1930 6 §, KHO:2024:22; a state authority's 16.15 from 1 January 2026:
    728/2021 5 b §; 13/2003 11 § as amended in 2026, whose first day was not seen: both
    candidates from 26 February 2026, also where the instruction states the office's
    closing.
    """
    check_cutoff("paper", paper)
    if stated is Cutoff.END_OF_DAY:
        return Closing((end_of(check_day(day)),), (), (ASIOINTILAKI("11 §"),))
    # What is open about both channels is said of the paper's closing.
    about = "closes_at" if stated is None or stated == paper else "electronic_until"
    office = paper_closing(day, hours, paper if stated is None else stated, about)
    if paper is Cutoff.END_OF_DAY and stated is None:
        return office
    source = _office_closes()
    if hours is not None and day >= _STATE_FROM and hours.week == OfficeHours.state().week:
        source = (PALVELUVERKKOLAKI("5 b §"),)
    if day < _REFORM:
        return Closing(office.moments, office.doubts, source)
    candidates = tuple(
        Candidate(moment, Basis.OFFICE_CLOSE, source) for moment in office.moments
    ) or (Candidate(None, Basis.OFFICE_CLOSE, source),)
    day_end = Candidate(end_of(day), Basis.END_OF_DAY, (ASIOINTILAKI("11 §"),))
    both = _between(DoubtCode.ELECTRONIC_CUTOFF, "electronic_until", (*candidates, day_end))
    if office.moments:
        return both
    # The end of the day is the later reading: without hours the safe moment is unknown.
    return Closing((), both.doubts, both.provisions)
