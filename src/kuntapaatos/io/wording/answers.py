r"""
A counted or a read value as sentences: a deadline with its steps, what it costs, what is open.

>>> from datetime import date
>>> from kuntapaatos import Notice, OfficeHours, count_deadline
>>> hours = OfficeHours.parse("8-16; pe, aatto 8-15")
>>> counted = count_deadline(Notice.online_minutes(date(2024, 12, 13)), Period.days(14), hours)
>>> print(say(counted, "sv", plain=True))
kommunmedlem: tidsfristen går ut 3.1.2025; handlingen ska ha kommit fram före kl. 15.00.
13.12.2024 → 20.12.2024: delfående (Kuntalaki 140 §)
20.12.2024 → 3.1.2025: tidsfrist (150/1930 2 §)
3.1.2025 → 3.1.2025 kl. 15.00: stängning (150/1930 6 §)
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from kuntapaatos.closing import end_of
from kuntapaatos.deadline import Deadline
from kuntapaatos.decision import Decision, OfficeHolder
from kuntapaatos.doubts import Doubt
from kuntapaatos.errors import InvalidValue
from kuntapaatos.finality import Finality, NotStarted
from kuntapaatos.findings import Finding
from kuntapaatos.instruction import AppealInstruction
from kuntapaatos.io.wording import sentences as s
from kuntapaatos.io.wording.catalogue import catalogue
from kuntapaatos.io.wording.forms import Forms
from kuntapaatos.io.wording.instruct import write_instruction
from kuntapaatos.membership import Membership, total_fee
from kuntapaatos.remedy import AppealProhibition
from kuntapaatos.steps import Step
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
        yield forms.words.say(s.UNTIL_DAY, who=who, day=day)
    else:
        if value.closes_at == end_of(value.last_day):
            clock = forms.words.say(s.CLOCK, time="24.00")
        elif value.closes_at.date() == value.last_day:
            clock = forms.clock(value.closes_at.timetz())
        else:
            clock = forms.moment(value.closes_at)
        yield forms.words.say(s.UNTIL_MOMENT, who=who, day=day, clock=clock)
    for step in value.steps:
        yield from _step(forms, step)
    for doubt in value.doubts:
        yield from _doubt(forms, doubt)


def _step(forms: Forms, value: Step) -> Iterator[str]:
    sentence = s.STEP if value.provisions else s.STEP_BARE
    yield forms.words.say(
        sentence,
        start=forms.value(value.start),
        end=forms.value(value.end),
        rule=forms.words.term(value.rule),
        sources=forms.sources(value.provisions),
    )


def _finality(forms: Forms, value: Finality) -> Iterator[str]:
    if value.final_on is None:
        yield forms.words.say(s.NOT_FINAL)
    else:
        yield forms.words.say(s.FINAL, day=forms.day(value.final_on))
    for missing in value.missing:
        yield from _not_started(forms, missing)
    if value.rests_on:
        supposed = forms.listed(forms.words.term(one) for one in value.rests_on)
        yield forms.words.say(s.RESTS, assumptions=supposed)
    for doubt in value.doubts:
        yield from _doubt(forms, doubt)


def _not_started(forms: Forms, value: NotStarted) -> Iterator[str]:
    yield forms.words.say(
        s.NOT_STARTED,
        who=forms.words.term(value.track),
        why=forms.words.term(value.missing),
        source=value.provision,
    )


def _doubt(forms: Forms, value: Doubt) -> Iterator[str]:
    question = forms.words.term(value.code)
    if not value.candidates:
        yield forms.words.say(s.DOUBT_BARE, question=question)
        return
    candidates = "; ".join(
        forms.words.say(
            s.CANDIDATE,
            value=forms.value(one.value),
            sources=", ".join([forms.words.term(one.basis), *map(str, one.provisions)]),
        )
        for one in value.candidates
    )
    yield forms.words.say(s.DOUBT, question=question, candidates=candidates)


def _membership(forms: Forms, value: Membership) -> Iterator[str]:
    say_it = forms.words.say
    if value.term is None:
        yield say_it(s.JOINED, network=value.network)
    else:
        yield say_it(s.JOINED_TERM, network=value.network, term=value.term)
    if value.annual_fee is not None:
        yield say_it(s.FEE, fee=forms.money(value.annual_fee))
    total = value.stated_total
    if total is None and value.annual_fee is not None and value.term is not None:
        total = total_fee(value)
    if total is not None:
        yield say_it(s.TOTAL, total=forms.money(total))
    if value.at_cost:
        yield say_it(s.AT_COST, what=forms.listed(value.at_cost))


def _finding(forms: Forms, value: Finding) -> Iterator[str]:
    sentence = {
        (False, False): s.FINDING,
        (True, False): s.FINDING_STATED,
        (False, True): s.FINDING_EXPECTED,
        (True, True): s.FINDING_BOTH,
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


def _decision(forms: Forms, decision: Decision) -> Iterator[list[str]]:
    say_it = forms.words.say
    maker = decision.maker.title if isinstance(decision.maker, OfficeHolder) else decision.maker
    yield [str(name) for name in (decision.municipality, maker) if name is not None]
    yield [f"§ {decision.section}"] if decision.section is not None else []
    yield [decision.title] if decision.title is not None else []
    labelled: list[str] = []
    if decision.record_id is not None:
        labelled.append(say_it(s.RECORD, record=decision.record_id))
    if decision.meeting_on is not None:
        labelled.append(say_it(s.MEETING_DAY, day=forms.day(decision.meeting_on)))
    if decision.decided_on is not None:
        labelled.append(say_it(s.DECISION_DAY, day=forms.day(decision.decided_on)))
    yield labelled
    resolution = [decision.resolution] if decision.resolution is not None else []
    if decision.membership is not None:
        resolution += _membership(forms, decision.membership)
    yield [say_it(s.RESOLUTION), *resolution] if resolution else []
    if decision.published_on is not None:
        yield [say_it(s.PUBLISHED, day=forms.day(decision.published_on))]
