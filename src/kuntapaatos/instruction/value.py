"""
The instruction itself: what the text says of its remedy.

>>> made = AppealInstruction(remedy="valitus", period=Period.days(30))
>>> print(made.hours)
ma–pe 8.00–16.15
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, time
from typing import get_args, get_origin, get_type_hints

from attrs import field, frozen

from kuntapaatos.checks import all_of, as_member, as_members, is_a, is_day_or_none, is_text_or_none
from kuntapaatos.closing import Cutoff, is_cutoff
from kuntapaatos.instruction.by_law import TO_COURT, said_by_law
from kuntapaatos.instruction.parts import Attachment, Authority, Content, Form, Presumption
from kuntapaatos.office_hours import OfficeHours
from kuntapaatos.remedy import Entitled, Remedy, RemedyKind, StartingEvent, Subject
from kuntapaatos.shown import Value
from kuntapaatos.time_limit import Period

__all__ = ["LISTS", "AppealInstruction"]


_NONE = type(None)


def _remedy(given: RemedyKind | str) -> RemedyKind:
    return as_member("remedy", RemedyKind, given)


def _starts_from(given: StartingEvent | str | None) -> StartingEvent | None:
    return None if given is None else as_member("starts_from", StartingEvent, given)


def _subject(given: Subject | str | None) -> Subject | None:
    return None if given is None else as_member("subject", Subject, given)


def _paper_cutoff(given: Cutoff | time | str | None) -> Cutoff | time | None:
    return as_member("paper_cutoff", Cutoff, given) if isinstance(given, str) else given


def _electronic_cutoff(given: Cutoff | time | str | None) -> Cutoff | time | None:
    return as_member("electronic_cutoff", Cutoff, given) if isinstance(given, str) else given


def _entitled(values: Iterable[Entitled | str]) -> tuple[Entitled, ...]:
    return as_members("entitled", Entitled, values)


def _presumptions(values: Iterable[Presumption]) -> tuple[Presumption, ...]:
    return all_of("presumptions", values, Presumption, "several Presumption")


def _form(values: Iterable[Form | str]) -> tuple[Form, ...]:
    return as_members("form", Form, values)


def _contents(values: Iterable[Content | str]) -> tuple[Content, ...]:
    return as_members("contents", Content, values)


def _attachments(values: Iterable[Attachment | str]) -> tuple[Attachment, ...]:
    return as_members("attachments", Attachment, values)


@frozen(kw_only=True, repr=False)
class AppealInstruction(Value):
    """
    The instruction that goes with a decision (*oikaisuvaatimusohje*, *valitusosoitus*).

    Everything as the text states it; what it does not state is `None` or
    empty.  The rules of the law are applied when a deadline is counted.

    Attributes:
        remedy: Which remedy.
        period: How long there is to act; `None` when not stated.
        starts_from: What starts the period; `None` when not stated.
        decided_by: The authority that decides on it.
        deliver_to: The authority the document is delivered to, often the registry.
        entitled: Who may use it; empty when not stated.
        presumptions: The days of notice it states.
        paper_cutoff: Until when a paper may arrive on the last day: a `Cutoff`, or
            the local time that the text names (excluded).
        electronic_cutoff: The same for an electronic document.
        form: In which form.
        contents: What the document must state, in the text's order.
        attachments: What must be enclosed.
        court_appeal_barred: Whether it says that no court may be asked directly.
        subject: What the decision is about, when it is known.
        stated_last_day: The last day as the text itself states it, never used for a count.
        provision: The section the text itself names, as printed.

    Raises:
        InvalidValue: A field holds something else.
        NotADay: *stated_last_day* is no `date`, or is a `datetime`.
    """

    remedy: RemedyKind = field(converter=_remedy, validator=is_a(RemedyKind))
    period: Period | None = field(default=None, validator=is_a(Period, _NONE))
    starts_from: StartingEvent | None = field(
        default=None, converter=_starts_from, validator=is_a(StartingEvent, _NONE)
    )
    decided_by: Authority | None = field(default=None, validator=is_a(Authority, _NONE))
    deliver_to: Authority | None = field(default=None, validator=is_a(Authority, _NONE))
    entitled: tuple[Entitled, ...] = field(default=(), converter=_entitled)
    presumptions: tuple[Presumption, ...] = field(default=(), converter=_presumptions)
    paper_cutoff: Cutoff | time | None = field(
        default=None, converter=_paper_cutoff, validator=is_cutoff
    )
    electronic_cutoff: Cutoff | time | None = field(
        default=None, converter=_electronic_cutoff, validator=is_cutoff
    )
    form: tuple[Form, ...] = field(default=(), converter=_form)
    contents: tuple[Content, ...] = field(default=(), converter=_contents)
    attachments: tuple[Attachment, ...] = field(default=(), converter=_attachments)
    court_appeal_barred: bool | None = field(default=None, validator=is_a(bool, _NONE))
    subject: Subject | None = field(
        default=None, converter=_subject, validator=is_a(Subject, _NONE)
    )
    stated_last_day: date | None = field(default=None, validator=is_day_or_none)
    provision: str | None = field(default=None, validator=is_text_or_none)

    @classmethod
    def by_law(
        cls, remedy: Remedy, *, on: date, authority: Authority | None = None
    ) -> AppealInstruction:
        """
        Return the instruction that a decision must carry, as far as the law itself fills it.

        Who may act, how long and from what, when notice counts as received, the form, the
        contents, the enclosures and the closing moment are the law's.  Only the addresses
        are the municipality's own.  From 2026 an electronic document may be in time after
        the office has closed, which the law leaves open: the closing is the safe one.

        Args:
            remedy: A row of `available_remedies` or `remedies`.
            on: The day of the decision, whose rules apply.
            authority: Where the document is delivered, with its addresses and hours; when
                left out, the one that decides, as the law names it.

        Raises:
            InvalidValue: *remedy* is no `Remedy`, or one of which it is open whether it
                holds; or *authority* is something else.
            NoRuleInForce: The row is not in force on that day.
            NotADay: *on* is no `date`, or is a `datetime`.
            DayOutOfRange: *on* is outside 1992-2100.

        Source: Hallintolaki 16, 19, 46-47 and 49 d §; 808/2019 13-16 §, before 2020
        586/1996 23-25 §; 13/2003 9 §; 150/1930 6 §.

        >>> from datetime import date
        >>> from kuntapaatos.remedy import DecisionKind, MakerKind, available_remedies
        >>> day = date(2025, 3, 3)
        >>> (row,) = available_remedies(DecisionKind.ORDINARY, MakerKind.BOARD, day)
        >>> instruction = AppealInstruction.by_law(row, on=day)
        >>> print(instruction.decided_by, instruction.period, *instruction.contents[:2])
        asianomainen toimielin 14 päivää Content.DECISION Content.DEMAND
        >>> [(one.kind.value, one.days) for one in instruction.presumptions]
        [('kirje', 7), ('sähköinen viesti', 3), ('pöytäkirja yleisessä tietoverkossa', 7)]
        """
        return cls(**said_by_law(remedy, on, authority))

    @property
    def hours(self) -> OfficeHours | None:
        """
        The hours of the office the document goes to; `None` when not known.

        A court's are the state's (8.00-16.15), whether the text names them or not
        (KHO:2024:118).
        """
        for office in (self.deliver_to, self.decided_by):
            if office is not None and office.hours is not None:
                return office.hours
        return OfficeHours.state() if self.remedy in TO_COURT else None


LISTS: dict[str, type] = {
    name: get_args(hint)[0]
    for name, hint in get_type_hints(AppealInstruction).items()
    if get_origin(hint) is tuple
}
"""What each of an instruction's lists holds, by the name of its field."""
