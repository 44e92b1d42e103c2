"""
What a decision says of its remedies, held against the law, and the last moments that follow.

Kuntalaki (410/2015) 134-141 §, Hallintolaki (434/2003) 46-49 §.

>>> from datetime import date
>>> from kuntapaatos import Entitled, Period, RemedyKind
>>> instruction = AppealInstruction(
...     remedy=RemedyKind.ADMINISTRATIVE_REVIEW,
...     period=Period.days(30),
...     entitled=[Entitled.PARTY, Entitled.MEMBER],
... )
>>> deadline = appeal_deadline(instruction, Notice.online_minutes(date(2024, 12, 13)))
>>> deadline.last_day  # the law gives 14 days, the text states 30: the earlier is safe
datetime.date(2025, 1, 3)
>>> deadline.latest_last_day
datetime.date(2025, 1, 20)
"""

from __future__ import annotations

from datetime import date

from kuntapaatos.clock.counting import counted, notice_of
from kuntapaatos.clock.rows import asked
from kuntapaatos.clock.side import law_side
from kuntapaatos.closing import Cutoff
from kuntapaatos.deadline import Deadline
from kuntapaatos.instruction import (
    AppealInstruction,
    Attachment,
    Authority,
    Content,
    Form,
    Presumption,
)
from kuntapaatos.notice import Notice
from kuntapaatos.notice.choice import known_of
from kuntapaatos.remedy import AppealProhibition, Remedy

__all__ = [
    "AppealInstruction",
    "AppealProhibition",
    "Attachment",
    "Authority",
    "Content",
    "Cutoff",
    "Form",
    "Presumption",
    "appeal_deadline",
]


def appeal_deadline(
    instruction: AppealInstruction | Remedy,
    notice: Notice,
    *,
    decided_on: date | None = None,
    procurement_begun_on: date | None = None,
) -> Deadline:
    """
    Return the last moment to use the remedy that an instruction gives.

    Counted by what the text states and the rules of the decision's day; the notice is
    read by the rules of the matter that the remedy is for.  Where text and law differ,
    where a fact that decides is not given, or where the remedy may be for matters with
    different clocks, every candidate stands in `doubts` and the answer is the earliest:
    the last moment that is safe.  A document must have arrived by then, not been posted.

    Args:
        instruction: What the decision says of the remedy, or a row of law in its place.
        notice: How and when the decision was told.
        decided_on: The day of the decision, whose rules apply.
        procurement_begun_on: The day the procurement began, whose act applies to it.

    Raises:
        PeriodMissing: The instruction states no period, or the row fixes none.
        InvalidValue: An argument is something else, the days are not in their order,
            the notice names other rules than the remedy's, or starts no such period.
        NoRuleInForce: No rule of notice, or no row for the instruction's subject, covers
            the decision's day.
        DayOutOfRange: The last day is after 2100.

    Source: Kuntalaki 138-140 §, Hallintolaki 46-49 §, 150/1930.

    >>> from datetime import date
    >>> from kuntapaatos import Entitled, OfficeHours, Period, RemedyKind
    >>> instruction = AppealInstruction(
    ...     remedy=RemedyKind.ADMINISTRATIVE_REVIEW,
    ...     period=Period.days(14),
    ...     entitled=[Entitled.PARTY, Entitled.MEMBER],
    ...     deliver_to=Authority(
    ...         name="Kirjaamo", hours=OfficeHours.parse("8-16; pe, aatto 8-15")
    ...     ),
    ...     paper_cutoff=Cutoff.OFFICE_CLOSE,
    ... )
    >>> print(appeal_deadline(instruction, Notice.letter(date(2024, 12, 10))))
    ti 31.12.2024 klo 15.00 (oikaisuvaatimus, kirje 10.12.2024, tiedoksi 17.12.2024, 14 päivää)
    """
    given = asked(instruction)
    notice = notice_of(notice, decided_on, procurement_begun_on)
    return counted(given, law_side(given, known_of(notice), notice.kind), notice)
