"""
The last day and the last minute to act, with every step of the count.

Kuntalaki (410/2015) 138-140 §; 150/1930 2, 3, 5 and 6 §.

- `value`: the deadline itself
- `counting`: how it is counted

>>> from datetime import date
>>> from kuntapaatos import Notice, OfficeHours, Period
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

from kuntapaatos.deadline.counting import choose, count_deadline
from kuntapaatos.deadline.value import CountTerms, Deadline, Openness

__all__ = [
    "CountTerms",
    "Deadline",
    "Openness",
    "choose",
    "count_deadline",
]
