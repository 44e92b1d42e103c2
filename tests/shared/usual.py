"""
What many tests begin with: one office's hours, one instruction, and who was told when.
"""

from __future__ import annotations

from datetime import date, datetime

from kuntapaatos import (
    HELSINKI,
    AppealInstruction,
    Authority,
    Cutoff,
    Entitled,
    Notice,
    NoticeKind,
    OfficeHours,
    Period,
    RemedyKind,
)
from kuntapaatos.instruction import Presumption

HOURS = OfficeHours.parse("8-16; pe, aatto 8-15")
FORTNIGHT = Period.days(14)
REVIEW = RemedyKind.ADMINISTRATIVE_REVIEW
LETTER = Notice.letter(date(2024, 12, 10))
MINUTES = Notice.online_minutes(date(2024, 12, 13))
# As Kajaani's instruction: 14 days, party and member, the office closes.
INSTRUCTION = AppealInstruction(
    remedy=REVIEW,
    period=FORTNIGHT,
    entitled=[Entitled.PARTY, Entitled.MEMBER],
    presumptions=[
        Presumption(NoticeKind.LETTER, 7, True),
        Presumption(NoticeKind.EMAIL, 3, True),
        Presumption(NoticeKind.ONLINE_MINUTES, 7, False),
    ],
    deliver_to=Authority(name="Kirjaamo", hours=HOURS),
    paper_cutoff=Cutoff.OFFICE_CLOSE,
)


def at(year: int, month: int, day: int, hour: int, minute: int = 0) -> datetime:
    """Return a moment in Finland."""
    return datetime(year, month, day, hour, minute, tzinfo=HELSINKI)
