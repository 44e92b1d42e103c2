"""
Whether a document came in time: the registry's own question.

Hallintolaki (434/2003) 17-18 §, 13/2003 10 §, 150/1930 6 §.  A document counts when
it is at the authority's disposal, not when it was posted, opened or read.

>>> from datetime import date, datetime
>>> from kuntapaatos import HELSINKI, Notice, OfficeHours, Period, count_deadline
>>> hours = OfficeHours.parse("8-16; pe, aatto 8-15")
>>> deadline = count_deadline(Notice.proven(date(2024, 12, 20)), Period.days(14), hours)
>>> answer = filing(deadline, datetime(2025, 1, 3, 14, 59, tzinfo=HELSINKI), Channel.PAPER)
>>> answer.verdict.value
'määräajassa'
"""

from __future__ import annotations

from datetime import datetime
from enum import Enum

from attrs import field, frozen

from kuntapaatos.checks import as_member, check_type, is_a, is_tuple_of
from kuntapaatos.closing import HELSINKI, Channel, is_moment, is_moment_or_none
from kuntapaatos.deadline import Deadline, Openness
from kuntapaatos.doubts import Doubt
from kuntapaatos.law import Provision
from kuntapaatos.shown import Value, shown

__all__ = ["Arrival", "Filing", "filing"]


class Arrival(Enum):
    """Whether a document came in time: the registry's own question."""

    IN_TIME = "määräajassa"
    IN_DOUBT = "tulkinnanvarainen"
    LATE = "myöhässä"


_VERDICTS = {
    Openness.OPEN: Arrival.IN_TIME,
    Openness.DOUBTFUL: Arrival.IN_DOUBT,
    Openness.CLOSED: Arrival.LATE,
}


@frozen(repr=False)
class Filing(Value):
    """
    Whether a document came in time, and why.

    Attributes:
        verdict: In time, late, or in doubt.
        deadline: The deadline it was held against.
        at: When the document was at the authority's disposal, in the zone it was given.
        channel: How it was delivered.
        limit: The last safe moment of that channel, excluded; `None` when not known.
        doubts: What the verdict would turn on, when it is in doubt.
        provisions: The sections behind the limit.
    """

    verdict: Arrival = field(validator=is_a(Arrival))
    deadline: Deadline = field(validator=is_a(Deadline))
    at: datetime = field(validator=is_moment)
    channel: Channel = field(validator=is_a(Channel))
    limit: datetime | None = field(validator=is_moment_or_none)
    doubts: tuple[Doubt, ...] = field(validator=is_tuple_of(Doubt))
    provisions: tuple[Provision, ...] = field(validator=is_tuple_of(Provision))

    def __str__(self) -> str:
        sources = ", ".join(map(str, self.provisions))
        return (
            f"{self.verdict.value}: saapui {shown(self.at.astimezone(HELSINKI))}, "
            f"viimeistään ennen {shown(self.limit)} ({sources})"
        )


def filing(deadline: Deadline, at: datetime, channel: Channel) -> Filing:
    """
    Return whether a document that arrived at a moment came in time.

    A document has arrived when it is at the authority's disposal, not when it was
    posted, opened or read; an electronic one counts from the first server.  The
    presumed day of notice may still be displaced by proof where it is rebuttable.

    Args:
        deadline: Of the one who filed.
        at: When it arrived, aware; on the closing moment itself it is late.
        channel: How it was delivered.

    Raises:
        NaiveMoment: *at* has no time zone.
        InvalidValue: *deadline* is no `Deadline`, or *channel* no `Channel`.

    Source: Hallintolaki 17-18 §, 13/2003 10 §, 150/1930 6 §; KHO 10.3.2016/780.

    >>> from datetime import date, datetime
    >>> from kuntapaatos import HELSINKI, Notice, OfficeHours, Period, count_deadline
    >>> hours = OfficeHours.parse("8.00-15.45")
    >>> deadline = count_deadline(Notice.letter(date(2011, 12, 19)), Period.days(14), hours)
    >>> at = datetime(2012, 1, 9, 17, 0, tzinfo=HELSINKI)
    >>> print(filing(deadline, at, Channel.PAPER))
    myöhässä: saapui 9.1.2012 klo 17.00, viimeistään ennen 9.1.2012 klo 15.45 (150/1930 6 §)
    """
    check_type("deadline", deadline, Deadline, "of type Deadline")
    channel = as_member("channel", Channel, channel)
    verdict = _VERDICTS[deadline.is_open(at, channel)]
    closing = deadline.closing(channel)
    return Filing(
        verdict,
        deadline,
        at,
        channel,
        closing.earliest,
        deadline.doubts if verdict is Arrival.IN_DOUBT else (),
        closing.provisions,
    )
