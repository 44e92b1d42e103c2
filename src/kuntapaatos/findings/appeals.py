"""
What is wrong with the appeal part of a decision.

Kuntalaki (410/2015) 134-141 §, Hallintolaki (434/2003) 46-49 §, 13/2003 7 §.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from kuntapaatos.appeal import appeal_deadline, periods_by_law
from kuntapaatos.decision import Decision, DocumentKind, OfficeHolder, Organ, Outcome
from kuntapaatos.doubts import Basis
from kuntapaatos.errors import DayOutOfRange, InvalidValue, KuntapaatosError, NoRuleInForce
from kuntapaatos.findings.kinds import Finding, FindingCode
from kuntapaatos.instruction import AppealInstruction, Presumption
from kuntapaatos.law import (
    ASIOINTILAKI,
    HALLINTOLAKI,
    KUNTALAKI,
    LAW_AS_OF,
    MAARAAIKALAKI,
    court,
)
from kuntapaatos.notice import Notice, NoticeKind, notice_rules
from kuntapaatos.remedy import (
    AppealProhibition,
    DecisionKind,
    Entitled,
    MakerKind,
    Remedy,
    RemedyKind,
    available_remedies,
)

__all__ = ["DECIDED", "appeal_findings"]

# Document kinds that carry something decided.
DECIDED = (DocumentKind.DECISION, DocumentKind.MINUTES_ITEM)
_NOTHING_DECIDED = (Outcome.TABLED, Outcome.RETURNED)


def _maker_kind(decision: Decision) -> MakerKind | None:
    if isinstance(decision.maker, OfficeHolder):
        return MakerKind.OFFICE_HOLDER
    return decision.maker.kind if isinstance(decision.maker, Organ) else None


def _rules_day(decision: Decision) -> date | None:
    """Return the day whose rules apply, as far as the document tells."""
    return decision.decided_on or decision.meeting_on or decision.published_on


def _lawful(decision: Decision) -> tuple[Remedy | AppealProhibition, ...]:
    """Return what the law gives against a plain decision of that maker, when it is known."""
    maker = _maker_kind(decision)
    if maker is None:
        return ()
    try:
        return available_remedies(DecisionKind.ORDINARY, maker, _rules_day(decision) or LAW_AS_OF)
    except (NoRuleInForce, InvalidValue, DayOutOfRange):
        return ()


def appeal_findings(decision: Decision) -> Iterator[Finding]:
    """Return what is wrong with the instructions and prohibitions, or their absence."""
    lawful = _lawful(decision)
    if not decision.appeals and decision.kind in DECIDED:
        yield _missing("appeals", None, lawful)
    for number, appeal in enumerate(decision.appeals):
        place = f"appeals[{number}]"
        if isinstance(appeal, AppealInstruction):
            if _only_names(appeal):
                yield _missing(place, appeal.remedy, lawful)
            else:
                yield from _instruction(decision, appeal, place, lawful)
        elif decision.instructions:
            yield Finding(
                FindingCode.NOT_APPEALABLE,
                place,
                stated=appeal,
                provisions=appeal.provisions or (KUNTALAKI("136 §"),),
            )


def _missing(
    place: str, stated: RemedyKind | None, lawful: tuple[Remedy | AppealProhibition, ...]
) -> Finding:
    first = lawful[0] if lawful else None
    return Finding(
        FindingCode.INSTRUCTION_MISSING,
        place,
        stated=stated,
        expected=first if isinstance(first, Remedy) else None,
        provisions=(KUNTALAKI("141 §"),),
    )


def _only_names(appeal: AppealInstruction) -> bool:
    """Whether the text names the remedy and tells nothing about how to use it."""
    return not (appeal.period or appeal.decided_by or appeal.deliver_to or appeal.entitled)


def _instruction(
    decision: Decision,
    appeal: AppealInstruction,
    place: str,
    lawful: tuple[Remedy | AppealProhibition, ...],
) -> Iterator[Finding]:
    if decision.outcome in _NOTHING_DECIDED:
        # To table or to return a matter only prepares it.
        yield Finding(
            FindingCode.NOT_APPEALABLE,
            place,
            stated=decision.outcome,
            provisions=(KUNTALAKI("136 §"),),
        )
    remedies = [remedy for remedy in lawful if isinstance(remedy, Remedy)]
    kuntalaki = Entitled.MEMBER in appeal.entitled or not appeal.entitled
    if (
        remedies
        and kuntalaki
        and appeal.subject is None
        and appeal.remedy in (RemedyKind.MUNICIPAL_APPEAL, RemedyKind.ADMINISTRATIVE_REVIEW)
        and appeal.remedy not in {remedy.kind for remedy in remedies}
        and len(decision.instructions) == 1
        and decision.outcome not in _NOTHING_DECIDED
        and Entitled.REGIONAL_COUNCIL not in appeal.entitled
    ):
        yield Finding(
            FindingCode.WRONG_REMEDY,
            f"{place}.remedy",
            stated=appeal.remedy,
            expected=remedies[0].kind,
            provisions=remedies[0].provisions,
        )
    yield from _clock(decision, appeal, place)
    yield from _authority(appeal, place)


def _clock(decision: Decision, appeal: AppealInstruction, place: str) -> Iterator[Finding]:
    day = _rules_day(decision) or LAW_AS_OF
    lawful = [reading for reading in periods_by_law(appeal, day) if reading.basis is Basis.LAW]
    if lawful and appeal.period is not None:
        yield Finding(
            FindingCode.PERIOD_DIFFERS,
            f"{place}.period",
            stated=appeal.period,
            expected=lawful[0].value,
            provisions=lawful[0].provisions,
        )
    yield from _presumptions(appeal, place, day)
    if appeal.stated_last_day is None or decision.published_on is None:
        return
    try:
        minutes = Notice.online_minutes(decision.published_on)
        counted = appeal_deadline(appeal, minutes, decided_on=decision.decided_on)
    except KuntapaatosError:
        return
    if appeal.stated_last_day not in (counted.last_day, counted.latest_last_day):
        yield Finding(
            FindingCode.LAST_DAY_DIFFERS,
            f"{place}.stated_last_day",
            stated=appeal.stated_last_day,
            expected=counted.last_day,
            provisions=(MAARAAIKALAKI("5 §"),),
        )


def _presumptions(appeal: AppealInstruction, place: str, day: date) -> Iterator[Finding]:
    rules = [rule for rule in notice_rules() if rule.in_force(day)]
    for number, presumption in enumerate(appeal.presumptions):
        lawful = [rule for rule in rules if rule.kind is presumption.kind]
        if lawful and all(rule.days != presumption.days for rule in lawful):
            yield Finding(
                FindingCode.PRESUMPTION_DIFFERS,
                f"{place}.presumptions[{number}]",
                stated=presumption,
                expected=Presumption(presumption.kind, lawful[0].days, lawful[0].rebuttable),
                provisions=lawful[0].provisions,
            )
    told = {presumption.kind for presumption in appeal.presumptions}
    if Entitled.MEMBER in appeal.entitled and told and NoticeKind.ONLINE_MINUTES not in told:
        yield Finding(
            FindingCode.PRESUMPTION_DIFFERS,
            f"{place}.presumptions",
            expected=Presumption(NoticeKind.ONLINE_MINUTES, 7, rebuttable=False),
            provisions=(KUNTALAKI("140 §"),),
        )


_COURTS = re.compile(r"hallinto-oike|förvaltningsdomstol", re.IGNORECASE)
# Their hours are the state's (728/2021 5 a §), whether an instruction tells them or not.
_STATE = re.compile(
    r"aluehallintovirasto|regionförvaltningsverk|lupa- ja valvontavira"
    r"|tillstånds- och tillsynsverk",
    re.IGNORECASE,
)


def _authority(appeal: AppealInstruction, place: str) -> Iterator[Finding]:
    offices = [office for office in (appeal.deliver_to, appeal.decided_by) if office is not None]
    decides = appeal.decided_by
    if decides is not None and (
        (appeal.remedy is RemedyKind.ADMINISTRATIVE_REVIEW and _COURTS.search(decides.name))
        or (appeal.remedy is RemedyKind.MUNICIPAL_APPEAL and not _COURTS.search(decides.name))
    ):
        yield Finding(
            FindingCode.WRONG_AUTHORITY,
            f"{place}.decided_by",
            stated=decides.name,
            provisions=(KUNTALAKI("134 §"), KUNTALAKI("135 §")),
        )
    if offices and not any(office.postal_address or office.visiting_address for office in offices):
        yield Finding(
            FindingCode.CHANNEL_MISSING,
            f"{place}.deliver_to.postal_address",
            provisions=(HALLINTOLAKI("47 §"),),
        )
    if offices and not any(office.email or office.service_address for office in offices):
        yield Finding(
            FindingCode.CHANNEL_MISSING,
            f"{place}.deliver_to.email",
            provisions=(ASIOINTILAKI("7 §"),),
        )
    if appeal.hours is None and not any(_STATE.search(office.name) for office in offices):
        yield Finding(
            FindingCode.HOURS_MISSING,
            f"{place}.deliver_to.hours",
            provisions=(court("KHO:2018:152"),),
        )
    if appeal.paper_cutoff is None:
        yield Finding(
            FindingCode.CLOSING_NOT_MENTIONED,
            f"{place}.paper_cutoff",
            provisions=(MAARAAIKALAKI("6 §"), court("KHO 6.10.2015/2866")),
        )
