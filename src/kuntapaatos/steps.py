"""
One step of a count: day in, day out, rule, provision.

>>> from datetime import date
>>> from kuntapaatos.law import KUNTALAKI
>>> told = date(2024, 12, 13), date(2024, 12, 20)
>>> print(Step(StepRule.NOTICE, *told, NoticeKind.LETTER, (KUNTALAKI("140 §"),)))
13.12.2024 → 20.12.2024 tiedoksisaanti: kirje (Kuntalaki 140 §)
"""

from __future__ import annotations

from datetime import date, datetime
from enum import Enum

from attrs import field, frozen

from kuntapaatos.checks import is_a, is_day, is_tuple_of
from kuntapaatos.closing import Cutoff
from kuntapaatos.law import Provision
from kuntapaatos.notice.kinds import NoticeKind
from kuntapaatos.shown import Value, shown
from kuntapaatos.time_limit import Period
from kuntapaatos.workdays import ClosedDay

__all__ = ["Step", "StepRule"]


class StepRule(Enum):
    """What one step of a count does."""

    NOTICE = "tiedoksisaanti"
    PROOF = "näytetty tiedoksisaanti"
    PERIOD = "määräaika"
    SHIFT = "siirtyminen arkipäivään"
    CLOSING = "sulkeutuminen"


@frozen(repr=False)
class Step(Value):
    """
    One step of a count.

    Attributes:
        rule: What the step does.
        start: The day it starts from, which is not counted.
        end: The day, or for the closing the moment, that it comes to.
        cause: What was counted, or why it moved.
        provisions: The sections behind it.
    """

    rule: StepRule = field(validator=is_a(StepRule))
    start: date = field(validator=is_day)
    end: date | datetime = field(validator=is_a(date))
    cause: NoticeKind | Period | ClosedDay | Cutoff = field(
        validator=is_a(NoticeKind, Period, ClosedDay, Cutoff)
    )
    provisions: tuple[Provision, ...] = field(validator=is_tuple_of(Provision))

    def __str__(self) -> str:
        sources = f" ({', '.join(map(str, self.provisions))})" if self.provisions else ""
        days = f"{shown(self.start)} → {shown(self.end)}"
        return f"{days} {self.rule.value}: {shown(self.cause)}{sources}"
