"""
One step of a count: day in, day out, rule, provision.

>>> from datetime import date
>>> from kuntapaatos.law import KUNTALAKI
>>> told = date(2024, 12, 13), date(2024, 12, 20)
>>> print(Step(StepRule.NOTICE, *told, "pöytäkirja", (KUNTALAKI("140 §"),)))
13.12.2024 → 20.12.2024 tiedoksisaanti: pöytäkirja (Kuntalaki 140 §)
"""

from __future__ import annotations

from datetime import date, datetime
from enum import Enum

from attrs import frozen

from kuntapaatos.law import Provision
from kuntapaatos.shown import Value, shown

__all__ = ["Step", "StepRule"]


class StepRule(Enum):
    """What one step of a count does."""

    NOTICE = "tiedoksisaanti"
    PROOF = "näytetty tiedoksisaanti"
    PERIOD = "määräaika"
    SHIFT = "siirtyminen arkipäivään"
    CLOSING = "sulkeutuminen"


@frozen(eq=False, repr=False)
class Step(Value):
    """
    One step of a count.

    Attributes:
        rule: What the step does.
        start: The day it starts from, which is not counted.
        end: The day, or for the closing the moment, that it comes to.
        detail: What was counted or why it moved, in Finnish.
        provisions: The sections behind it.
    """

    rule: StepRule
    start: date
    end: date | datetime
    detail: str
    provisions: tuple[Provision, ...]

    def __str__(self) -> str:
        sources = f" ({', '.join(map(str, self.provisions))})" if self.provisions else ""
        return f"{shown(self.start)} → {shown(self.end)} {self.rule.value}: {self.detail}{sources}"
