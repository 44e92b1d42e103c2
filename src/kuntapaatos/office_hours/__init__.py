"""
When an office closes, so that a document must have arrived before it.

150/1930 6 §: what is to be done in an office is done on the last day, before
the office closes.  Hours are a fact of each office: a municipality's own, or
8.00-16.15 for state authorities and courts.

>>> from datetime import date
>>> hours = OfficeHours.parse("klo 8.00-16.00; perjantaisin ja juhlapyhien aattoina 8.00-15.00")
>>> hours.closings(date(2025, 1, 3))  # a Friday
(datetime.time(15, 0),)
>>> hours.closings(date(2025, 4, 30))  # May Day Eve: offices differ
(datetime.time(15, 0), datetime.time(16, 0))
>>> print(hours)
ma–to 8.00–16.00; pe 8.00–15.00; aatto 8.00–15.00
"""

from __future__ import annotations

from kuntapaatos.office_hours.eves import Eve, eve
from kuntapaatos.office_hours.opening import DayHours, Opening
from kuntapaatos.office_hours.value import OfficeHours

__all__ = ["DayHours", "Eve", "OfficeHours", "Opening", "eve"]
