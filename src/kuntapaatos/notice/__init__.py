"""
How a decision reaches someone, and on which day it counts as received.

Kuntalaki (410/2015) 139-140 §, Hallintolaki (434/2003) 59-62 a §, 13/2003 19 §,
Hankintalaki (1397/2016) 127 §.  The day of notice (*tiedoksisaanti*) is never
moved off a holiday; only a last day is.

- `told`, `ways`: the notice, and a constructor for each way
- `kinds`, `rules`, `choice`: the rules, and which of them held

>>> from datetime import date
>>> Notice.letter(date(2024, 12, 10)).notified_on
datetime.date(2024, 12, 17)
>>> Notice.online_minutes(date(2024, 12, 13)).notified_on
datetime.date(2024, 12, 20)
>>> Notice.letter(date(2011, 12, 19)).notified_on  # the second Christmas Day stays
datetime.date(2011, 12, 26)
"""

from __future__ import annotations

from kuntapaatos.notice.choice import PENDING_FOLLOWS, notice_rules
from kuntapaatos.notice.kinds import NoticeKind, NoticeRule, Regime, Track
from kuntapaatos.notice.told import Notice, OtherRule, under_other_rules

__all__ = [
    "PENDING_FOLLOWS",
    "Notice",
    "NoticeKind",
    "NoticeRule",
    "OtherRule",
    "Regime",
    "Track",
    "notice_rules",
    "under_other_rules",
]
