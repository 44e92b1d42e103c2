r"""
A counted or a read value as sentences: a deadline with its steps, what it costs, what is open.

>>> from datetime import date
>>> from kuntapaatos import Notice, OfficeHours, count_deadline
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

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

from kuntapaatos.closing import end_of
from kuntapaatos.deadline import Deadline
from kuntapaatos.decision import Cost, Decision, OfficeHolder
from kuntapaatos.doubts import Doubt
from kuntapaatos.errors import InvalidValue
from kuntapaatos.finality import Finality, NotStarted
from kuntapaatos.findings import Finding
from kuntapaatos.instruction import AppealInstruction
from kuntapaatos.io.wording import answering as a
from kuntapaatos.io.wording import sentences as s
from kuntapaatos.io.wording.catalogue import catalogue
from kuntapaatos.io.wording.forms import Forms, capital
from kuntapaatos.io.wording.instruct import write_instruction
from kuntapaatos.membership import Membership, total_fee
from kuntapaatos.remedy import AppealProhibition
from kuntapaatos.steps import Step, StepRule
from kuntapaatos.time_limit import Period

__all__ = ["say", "write_decision"]


def say(value: object, language: str, *, plain: bool = False) -> str:
    """
    Return what a value says, in sentences of one language.

    Args:
        value: A deadline, a step, a finality or a clock that has not started, a doubt, a
            membership, a decision, an instruction or a prohibition, a finding or a period.
        language: A BCP 47 tag, such as "fi", "sv-FI" or "en".
        plain: Whether to write ordinary spaces for non-breaking ones.

    Raises:
        InvalidValue: *value* is something else, or there is no such language.
    """
    forms = Forms(catalogue(language), plain=plain)
    if isinstance(value, AppealInstruction | AppealProhibition):
        return write_instruction(value, language, plain=plain)
    if isinstance(value, Decision):
        return write_decision(value, language, plain=plain)
    for kind, lines in _SAID:
        if isinstance(value, kind):
            return forms.finished("\n".join(lines(forms, value)))
    raise InvalidValue("value", value, "a value that has sentences, such as a Deadline")


def _deadline(forms: Forms, value: Deadline) -> Iterator[str]:
    who = forms.words.term(value.track)
    day = forms.day(value.last_day)
    if value.closes_at is None:
        yield forms.words.say(a.UNTIL_DAY, who=who, day=day)
    else:
        if value.closes_at == end_of(value.last_day):
            clock = forms.words.say(s.CLOCK, time="24.00")
        elif value.closes_at.date() == value.last_day:
            clock = forms.clock(value.closes_at.timetz())
        else:
            clock = forms.moment(value.closes_at)
        yield forms.words.say(a.UNTIL_MOMENT, who=who, day=day, clock=clock)
    for step in value.steps:
        yield from _step(forms, step)
    for doubt in value.doubts:
        yield from _doubt(forms, doubt)


def _step(forms: Forms, value: Step) -> Iterator[str]:
    yield said_step(forms, value)


def said_step(forms: Forms, value: Step) -> str:
    """Return one step of a count as a sentence."""
    sentence, event = a.STEPS[value.rule], forms.detail(value)
    for kind, told in s.EVENTS.items():
        if kind.value == value.detail:
            event = forms.words.template(told)
            if value.rule is StepRule.NOTICE and value.start == value.end:
                sentence = a.STEP_AT_ONCE
    places = {
        "start": forms.value(value.start),
        "end": forms.closing(value.end)
        if isinstance(value.end, datetime)
        else forms.day(value.end),
        "event": event,
        "detail": forms.detail(value),
    }
    step = capital(forms.words.say(sentence, **places))
    if not value.provisions:
        return step
    return forms.words.say(a.STEP, step=step, sources=forms.sources(value.provisions))


def _finality(forms: Forms, value: Finality) -> Iterator[str]:
    if value.final_on is None:
        yield forms.words.say(a.NOT_FINAL)
    else:
        yield forms.words.say(a.FINAL, day=forms.day(value.final_on))
    for missing in value.missing:
        yield from _not_started(forms, missing)
    if value.rests_on:
        supposed = forms.listed(forms.words.term(one) for one in value.rests_on)
        yield forms.words.say(a.RESTS, assumptions=supposed)
    for doubt in value.doubts:
        yield from _doubt(forms, doubt)


def _not_started(forms: Forms, value: NotStarted) -> Iterator[str]:
    yield forms.words.say(
        a.NOT_STARTED,
        who=forms.words.term(value.track),
        why=forms.words.term(value.missing),
        source=forms.source(value.provision),
    )


def _doubt(forms: Forms, value: Doubt) -> Iterator[str]:
    question = forms.words.term(value.code)
    if not value.candidates:
        yield forms.words.say(a.DOUBT_BARE, question=question)
        return
    candidates = "; ".join(
        forms.words.say(
            a.CANDIDATE,
            value=forms.value(one.value),
            sources=", ".join([forms.words.term(one.basis), *map(forms.source, one.provisions)]),
        )
        for one in value.candidates
    )
    yield forms.words.say(a.DOUBT, question=question, candidates=candidates)


def _membership(forms: Forms, value: Membership) -> Iterator[str]:
    say_it = forms.words.say
    if value.term is None:
        yield say_it(a.JOINED, network=value.network)
    else:
        yield say_it(a.JOINED_TERM, network=value.network, term=value.term)
    if value.annual_fee is not None:
        yield say_it(a.FEE, fee=forms.money(value.annual_fee))
    total = value.stated_total
    if total is None and value.annual_fee is not None and value.term is not None:
        total = total_fee(value)
    if total is not None:
        yield say_it(a.TOTAL, total=forms.money(total))
    if value.at_cost:
        yield say_it(a.AT_COST, what=forms.listed(value.at_cost))


def _finding(forms: Forms, value: Finding) -> Iterator[str]:
    sentence = {
        (False, False): a.FINDING,
        (True, False): a.FINDING_STATED,
        (False, True): a.FINDING_EXPECTED,
        (True, True): a.FINDING_BOTH,
    }[value.stated is not None, value.expected is not None]
    said = forms.words.say(
        sentence,
        code=value.code,
        what=forms.words.term(value.kind),
        stated=forms.value(value.stated),
        expected=forms.value(value.expected),
    )
    sources = forms.sources(value.provisions)
    yield f"{said} ({sources})." if sources else f"{said}."


def _period(forms: Forms, value: Period) -> Iterator[str]:
    yield forms.period(value)


_Lines = Callable[[Forms, Any], Iterator[str]]
_SAID: tuple[tuple[type, _Lines], ...] = (
    (Deadline, _deadline),
    (Step, _step),
    (Finality, _finality),
    (NotStarted, _not_started),
    (Doubt, _doubt),
    (Membership, _membership),
    (Finding, _finding),
    (Period, _period),
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
    forms = Forms(catalogue(language), plain=plain)
    parts = ["\n".join(part) for part in _decision(forms, decision) if part]
    parts += [write_instruction(appeal, language, plain=plain) for appeal in decision.appeals]
    return forms.finished("\n\n".join(parts))


def _plain_costs(decision: Decision) -> Iterator[Cost]:
    """Give the costs that a membership does not tell already."""
    joined = decision.membership
    told = set() if joined is None else {joined.annual_fee, joined.stated_total}
    yield from (cost for cost in decision.costs if cost.amount not in told)


def _cost(forms: Forms, cost: Cost) -> str:
    amount = forms.money(cost.amount)
    if cost.per is not None:
        amount += f" / {forms.per(cost.per)}"
    if cost.total:
        return forms.words.say(a.TOTAL, total=amount)
    if cost.what is not None:
        return forms.words.say(a.COST_OF, what=cost.what, amount=amount)
    return forms.words.say(a.COST, amount=amount)


def _decision(forms: Forms, decision: Decision) -> Iterator[list[str]]:
    say_it = forms.words.say
    maker = decision.maker.title if isinstance(decision.maker, OfficeHolder) else decision.maker
    yield [str(name) for name in (decision.municipality, maker) if name is not None]
    yield [f"§ {decision.section}"] if decision.section is not None else []
    yield [decision.title] if decision.title is not None else []
    labelled: list[str] = []
    if decision.record_id is not None:
        labelled.append(say_it(a.RECORD, record=decision.record_id))
    if decision.meeting_on is not None:
        labelled.append(say_it(a.MEETING_DAY, day=forms.day(decision.meeting_on)))
    if decision.decided_on is not None:
        labelled.append(say_it(a.DECISION_DAY, day=forms.day(decision.decided_on)))
    yield labelled
    resolution = [decision.resolution] if decision.resolution is not None else []
    if decision.membership is not None:
        resolution += _membership(forms, decision.membership)
    resolution += [_cost(forms, cost) for cost in _plain_costs(decision)]
    yield [say_it(a.RESOLUTION), *resolution] if resolution else []
    if decision.published_on is not None:
        yield [say_it(a.PUBLISHED, day=forms.day(decision.published_on))]
