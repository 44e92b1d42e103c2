"""
What the law gives beside one instruction, and which clock a notice starts under it.

A notice says what happened; what it starts is told by the rows of law that the
instruction may rest on: their period, the event it runs from, and whose rules of
notice apply.  Where the rows that may hold differ, every reading stands in a doubt
and the earliest is the answer.

- `starts`: what a period runs from, and which ways of notice ever start it
- `rows`: the rows that an instruction may rest on, and their periods
- `side`: what the law gives beside the instruction, all together
- `counting`: a notice under it
- `prepared`: all of it made once

Kuntalaki (410/2015) 138-140 and 142 §, Hankintalaki (1397/2016) 127 §, 132/1999 188 §.

>>> from datetime import date
>>> from kuntapaatos import AppealInstruction, Notice, Period, RemedyKind
>>> instruction = AppealInstruction(
...     remedy=RemedyKind.MARKET_COURT_APPEAL, period=Period.days(14)
... )
>>> clock = Clock(instruction, date(2025, 3, 3))
>>> clock.deadline(Notice.email(date(2025, 3, 3))).notified_on  # Hankintalaki 127 §
datetime.date(2025, 3, 3)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kuntapaatos.clock.prepared import Clock
else:
    from kuntapaatos.late import names_of

    __getattr__, __dir__ = names_of(__name__, {"prepared": "Clock"})

__all__ = ["Clock"]
