"""
A last day without a document: what was told and when, counted by the rules alone.

>>> from kuntapaatos.io.cli.options import parsed
>>> asked = parsed(["--letter", "10.12.2024", "--days", "14"], "count")
>>> [deadline.last_day.isoformat() for deadline in counted(asked)]
['2024-12-31']
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from attrs import evolve

from kuntapaatos.deadline import Deadline, count_deadline
from kuntapaatos.errors import DayOutOfRange, InvalidValue, NoRuleInForce
from kuntapaatos.io.cli.options import Asked
from kuntapaatos.io.cli.refusing import Refused
from kuntapaatos.io.report.known import Known
from kuntapaatos.notice import Notice

__all__ = ["counted"]


def counted(asked: Asked) -> list[Deadline]:
    """
    Return the deadline of each notice that was given.

    Raises:
        Refused: A document was given, no period or no day was, or it cannot be counted.
    """
    given = dict(asked.given)
    period = given.pop("period", None)
    known = Known(**{name: value for name, value in given.items() if name in _KNOWN})
    told: list[tuple[Callable[[date], Notice], date]] = [
        *((Notice.letter, day) for day in known.letters),
        *((Notice.email, day) for day in known.emails),
        *((Notice.receipt, day) for day in known.receipts),
    ]
    if known.published is not None:
        told.append((Notice.online_minutes, known.published))
    if asked.names:
        raise Refused("count counts without a document: give the options alone")
    if period is None:
        raise Refused("give the time limit, such as --days 14")
    if not told:
        raise Refused("give the day of notice, such as --letter 10.12.2024")
    try:
        return [
            count_deadline(evolve(way(day), decided_on=known.decided), period, known.hours)
            for way, day in told
        ]
    except DayOutOfRange:
        why = Refused("the day is outside the years 1992–2100")
    except NoRuleInForce:
        why = Refused("no rule with a source is known for this way of notice on that day")
    except InvalidValue:
        why = Refused("the decision would have been made only after the notice")
    raise Refused("the time limit cannot be counted: {why}", why=why)


_KNOWN = frozenset({"letters", "emails", "receipts", "published", "decided", "hours"})
