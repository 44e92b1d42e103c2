r"""
A counted or a read value as sentences: a deadline with its steps, what it costs, what is open.

>>> from datetime import date
>>> from kuntapaatos import Notice, OfficeHours, Period, count_deadline
>>> hours = OfficeHours.parse("8-16; pe, aatto 8-15")
>>> counted = count_deadline(Notice.online_minutes(date(2024, 12, 13)), Period.days(14), hours)
>>> for line in say(counted, "en", plain=True).splitlines():
...     print(line)
member of the municipality: the time limit ends on 3.1.2025; a document must have arrived ...
The minutes were published in the public data network on 13.12.2024 → notice counts as ...
20.12.2024 → 3.1.2025: time limit 14 days (150/1930 2 §)
3.1.2025 → 3.1.2025 at 15.00: the closing of the office (150/1930 6 §)
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum
from typing import Any, cast, get_args

from kuntapaatos.arrival import Filing
from kuntapaatos.closing import HELSINKI
from kuntapaatos.deadline import Deadline
from kuntapaatos.decision import Cost, Decision, OfficeHolder
from kuntapaatos.doubts import Candidate, Doubt
from kuntapaatos.errors import InvalidValue
from kuntapaatos.fees import Fee, FeeBracket, FeeRule, FeeSchedule, FeeStep, Vat
from kuntapaatos.final import Finality, NotStarted
from kuntapaatos.findings import Finding
from kuntapaatos.instruction import AppealInstruction
from kuntapaatos.io.wording import answering as a
from kuntapaatos.io.wording import sentences as s
from kuntapaatos.io.wording.charging import (
    fee_lines,
    rule_lines,
    said_bracket,
    said_tax,
    schedule_lines,
    step_line,
)
from kuntapaatos.io.wording.fields import field_lines
from kuntapaatos.io.wording.instruct import write_instruction
from kuntapaatos.io.wording.joining import (
    booking_lines,
    membership_lines,
    municipality_lines,
    planned_lines,
    said_charge,
    told_sums,
)
from kuntapaatos.io.wording.voice import Voice, capital
from kuntapaatos.membership import Booking, Charge, Membership, PlannedCost
from kuntapaatos.municipalities import Municipality
from kuntapaatos.notice import NoticeKind
from kuntapaatos.procedure import Enforcement, ProcedureDay
from kuntapaatos.remedy import AppealProhibition
from kuntapaatos.shown import Value
from kuntapaatos.steps import Step, StepRule

__all__ = ["said", "say", "write_decision"]


def say(value: object, language: str, *, plain: bool = False) -> str:
    r"""
    Return what a value says, in sentences of one language.

    Args:
        value: Any value of the library, a member of an enum, a day, a moment, a sum, or
            several of them, each on lines of its own.
        language: A BCP 47 tag, such as "fi", "sv-FI" or "en".
        plain: Whether to write ordinary spaces for non-breaking ones.

    Raises:
        InvalidValue: *value* is something else, or there is no such language.

    >>> from kuntapaatos import Channel
    >>> say([date(2025, 1, 3), Channel.PAPER], "sv")
    '3.1.2025\npapper'
    """
    t = Voice(language)
    return t.finished(said(t, value), plain=plain)


def said(t: Voice, value: object) -> str:
    """Return what a value says, with ordinary spaces."""
    for kind, lines in _SAID:
        if isinstance(value, kind):
            return "\n".join(lines(t, value))
    if isinstance(value, tuple | list):
        several = cast("Iterable[object]", value)
        return "\n".join(said(t, one) for one in several)
    if isinstance(value, Enum | date | time | Decimal) or (
        isinstance(value, Value) and t.has_words(value)
    ):
        return t.value(value)
    if not isinstance(value, Value):
        raise InvalidValue("value", value, "a value of the library, a term, a day or a sum")
    return "\n".join(field_lines(t, value))


def _deadline(t: Voice, value: Deadline) -> Iterator[str]:
    given = {"who": t.term(value.track), "day": t.day(value.last_day)}
    closes_at = value.closes_at
    if closes_at is None:
        yield t(a.UNTIL_DAY, **given)
    else:
        day, clock = t.ending(closes_at, weekday=False)
        # The office may close for good on a day before the last one.
        same = day == given["day"]
        said = t(s.CLOCK, time=clock) if same else t.until(closes_at, weekday=False)
        yield t(a.UNTIL_MOMENT, clock=said, **given)
    for step in value.steps:
        yield said_step(t, step)
    yield from _doubts(t, value.doubts)


def said_step(t: Voice, value: Step) -> str:
    """Return one step of a count as a sentence."""
    sentence, cause = a.STEPS[value.rule], value.cause
    if value.rule is StepRule.NOTICE and value.start == value.end:
        sentence = a.STEP_AT_ONCE
    end = value.end
    step = t(
        sentence,
        start=t.value(value.start),
        end=t.until(end, weekday=False) if isinstance(end, datetime) else t.day(end),
        event=t(s.EVENTS[cause]) if isinstance(cause, NoticeKind) else "",
        detail=t.value(cause),
    )
    if not value.provisions:
        return capital(step)
    return t(a.STEP, step=capital(step), sources=t.sources(value.provisions))


def _finality(t: Voice, value: Finality) -> Iterator[str]:
    if value.final_on is None:
        yield t(a.NOT_FINAL)
    else:
        yield t(a.FINAL, day=t.day(value.final_on))
    yield from (line for one in value.missing for line in _not_started(t, one))
    if value.rests_on:
        supposed = t.listed(t.term(one) for one in value.rests_on)
        yield t(a.RESTS, assumptions=supposed)
    yield from _doubts(t, value.doubts)


def _not_started(t: Voice, value: NotStarted) -> Iterator[str]:
    yield t(
        a.NOT_STARTED,
        who=t.term(value.track),
        why=t.term(value.missing),
        source=t.source(value.provision),
    )


def _doubts(t: Voice, doubts: Iterable[Doubt]) -> Iterator[str]:
    return (line for doubt in doubts for line in _doubt(t, doubt))


def _doubt(t: Voice, value: Doubt) -> Iterator[str]:
    question = t.term(value.code)
    if value.candidates:
        candidates = "; ".join(said_candidate(t, one) for one in value.candidates)
        yield t(a.DOUBT, question=question, candidates=candidates)
    else:
        yield t(a.DOUBT_BARE, question=question)


def said_candidate(t: Voice, value: Candidate) -> str:
    """Return one possible answer, with what it rests on."""
    sources = ", ".join([t.term(value.basis), *map(t.source, value.provisions)])
    return t(a.CANDIDATE, value=t.value(value.value), sources=sources)


def _fee(t: Voice, value: Fee) -> Iterator[str]:
    yield from fee_lines(t, value)
    yield from _doubts(t, value.doubts)


def _finding(t: Voice, value: Finding) -> Iterator[str]:
    sentence = {
        (False, False): a.FINDING,
        (True, False): a.FINDING_STATED,
        (False, True): a.FINDING_EXPECTED,
        (True, True): a.FINDING_BOTH,
    }[value.stated is not None, value.expected is not None]
    said = t(
        sentence,
        code=value.code,
        what=t.term(value.kind),
        stated=t.value(value.stated),
        expected=t.value(value.expected),
    )
    sources = t.sources(value.provisions)
    yield f"{said} ({sources})." if sources else f"{said}."


def _filing(t: Voice, value: Filing) -> Iterator[str]:
    verdict, at = capital(t.term(value.verdict)), t.moment(value.at.astimezone(HELSINKI))
    channel = t.term(value.channel)
    if value.limit is None:
        yield t(a.FILED, verdict=verdict, channel=channel, at=at)
    else:
        limit = t.until(value.limit, weekday=False)
        yield t(a.FILED_LIMIT, verdict=verdict, channel=channel, at=at, limit=limit)
    yield from _doubts(t, value.doubts)


def _day(t: Voice, value: ProcedureDay) -> Iterator[str]:
    yield t(a.CANDIDATE, value=t.day(value.day), sources=t.sources(value.provisions))
    yield from _doubts(t, value.doubts)


def _enforcement(t: Voice, value: Enforcement) -> Iterator[str]:
    rule, sources = t.term(value.rule), t.sources(value.provisions)
    yield t(a.ENFORCED, rule=rule, sources=sources)
    yield from _doubts(t, value.doubts)


_Lines = Callable[[Voice, Any], Iterable[str]]


def _line(said: Callable[[Voice, Any], str]) -> _Lines:
    """Return what gives the one line of a value."""
    return lambda t, value: (said(t, value),)


def _instructed(t: Voice, value: AppealInstruction | AppealProhibition) -> str:
    return write_instruction(value, t.language, plain=True)


def _decided(t: Voice, value: Decision) -> str:
    return write_decision(value, t.language, plain=True)


_SAID: tuple[tuple[type, _Lines], ...] = (
    (AppealInstruction, _line(_instructed)),
    (AppealProhibition, _line(_instructed)),
    (Decision, _line(_decided)),
    (Deadline, _deadline),
    (Step, _line(said_step)),
    (Finality, _finality),
    (NotStarted, _not_started),
    (Doubt, _doubt),
    (Candidate, _line(said_candidate)),
    (Filing, _filing),
    (ProcedureDay, _day),
    (Enforcement, _enforcement),
    (Membership, membership_lines),
    (PlannedCost, planned_lines),
    (Booking, booking_lines),
    (Charge, _line(said_charge)),
    (Vat, _line(said_tax)),
    (FeeBracket, _line(said_bracket)),
    (Municipality, municipality_lines),
    (Fee, _fee),
    (FeeStep, _line(step_line)),
    (FeeSchedule, schedule_lines),
    *((rule, rule_lines) for rule in get_args(FeeRule)),
    (Finding, _finding),
)


def write_decision(decision: Decision, language: str, *, plain: bool = False) -> str:
    """
    Return a decision's own facts as a text, with its instructions and prohibitions.

    `read` gets its days, sums, section and record number back.

    Args:
        decision: What to write.
        language: A BCP 47 tag, such as "fi", "sv-FI" or "en".
        plain: Whether to write ordinary spaces for non-breaking ones.

    Raises:
        InvalidValue: There is no such language.
    """
    t = Voice(language)
    parts = ["\n".join(part) for part in _decision(t, decision) if part]
    parts += [write_instruction(appeal, language, plain=plain) for appeal in decision.appeals]
    return t.finished("\n\n".join(parts), plain=plain)


def _plain_costs(decision: Decision) -> Iterator[Cost]:
    """Give the costs that a membership does not tell already."""
    told = told_sums(decision.membership)
    yield from (cost for cost in decision.costs if cost.amount not in told)


def _cost(t: Voice, cost: Cost) -> str:
    amount = t.money(cost.amount)
    if cost.per is not None:
        amount += f" / {t.per(cost.per)}"
    if cost.total:
        return t(a.TOTAL, total=amount)
    if cost.what is not None:
        return t(a.COST_OF, what=cost.what, amount=amount)
    return t(a.COST, amount=amount)


def _decision(t: Voice, decision: Decision) -> Iterator[list[str]]:
    maker = decision.maker.title if isinstance(decision.maker, OfficeHolder) else decision.maker
    yield [t.value(name) for name in (decision.municipality, maker) if name is not None]
    yield [f"§ {decision.section}"] if decision.section is not None else []
    yield [decision.title] if decision.title is not None else []
    labelled: list[str] = []
    if decision.record_id is not None:
        labelled.append(t(a.RECORD, record=decision.record_id))
    if decision.meeting_on is not None:
        labelled.append(t(a.MEETING_DAY, day=t.day(decision.meeting_on)))
    if decision.decided_on is not None:
        labelled.append(t(a.DECISION_DAY, day=t.day(decision.decided_on)))
    yield labelled
    resolution = [decision.resolution] if decision.resolution is not None else []
    if decision.membership is not None:
        resolution += membership_lines(t, decision.membership)
    resolution += [_cost(t, cost) for cost in _plain_costs(decision)]
    yield [t(a.RESOLUTION), *resolution] if resolution else []
    if decision.published_on is not None:
        yield [t(a.PUBLISHED, day=t.day(decision.published_on))]
