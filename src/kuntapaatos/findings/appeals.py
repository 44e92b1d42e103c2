"""
What is wrong with the appeal part of a decision.

Kuntalaki (410/2015) 134-141 §, Hallintolaki (434/2003) 46-49 §, 13/2003 7 §.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from kuntapaatos.appeal import appeal_deadline
from kuntapaatos.clock.rows import periods_by_law
from kuntapaatos.clock.side import regimes_of
from kuntapaatos.decision import Decision, DocumentKind, Outcome
from kuntapaatos.doubts import Basis
from kuntapaatos.errors import DayOutOfRange, InvalidValue, KuntapaatosError, NoRuleInForce
from kuntapaatos.findings.authorities import certainly_kuntalaki, lawful_authority
from kuntapaatos.findings.kinds import Finding, FindingCode, kuntalaki
from kuntapaatos.instruction import AppealInstruction, Presumption
from kuntapaatos.law import (
    ASIOINTILAKI,
    HALLINTOLAKI,
    KUNTALAKI,
    KUNTALAKI_FROM,
    LAW_AS_OF,
    LUPAVIRASTOLAKI,
    MAARAAIKALAKI,
    Provision,
    court,
)
from kuntapaatos.notice import Notice, NoticeKind, notice_rules
from kuntapaatos.remedy import (
    AppealProhibition,
    AuthorityKind,
    DecisionKind,
    Entitled,
    Remedy,
    RemedyKind,
    available_remedies,
    remedies,
)

__all__ = ["DECIDED", "appeal_findings"]

# Document kinds that carry something decided.
DECIDED = (DocumentKind.DECISION, DocumentKind.MINUTES_ITEM)
_NOTHING_DECIDED = (Outcome.TABLED, Outcome.RETURNED)
_LUPAVIRASTO_FROM = date(2026, 1, 1)
"""The first day of Lupa- ja valvontavirasto (530/2025), which took over the agencies' tasks."""
_TOLD_TO_MEMBERS = (RemedyKind.ADMINISTRATIVE_REVIEW, RemedyKind.MUNICIPAL_APPEAL)
# A proposal that is approved as it stands and asks for nothing but taking note.
_NOTED = re.compile(
    r"[^.]{0,120}\b(?:merki\w{1,12} tiedok|antecknar\b[^.]{0,120} kännedom)", re.IGNORECASE
)
_ANOTHER_SENTENCE = re.compile(r"[.;]\s{1,9}[A-ZÅÄÖ]")


def _rules_day(decision: Decision) -> date | None:
    """Return the day whose rules apply, as far as the document tells."""
    return decision.decided_on or decision.meeting_on or decision.published_on


def _lawful(decision: Decision) -> tuple[Remedy | AppealProhibition, ...]:
    """Return what the law gives against a plain decision of that maker, when it is known."""
    maker = None if decision.maker is None else decision.maker.kind
    if maker is None:
        return ()
    # To table a matter, to return it or to take note of it only prepares something.
    kind = DecisionKind.PREPARATION if _only_prepares(decision) else DecisionKind.ORDINARY
    try:
        return available_remedies(kind, maker, _rules_day(decision) or LAW_AS_OF)
    except (NoRuleInForce, InvalidValue, DayOutOfRange):
        return ()


def _only_prepares(decision: Decision) -> bool:
    if decision.outcome in (*_NOTHING_DECIDED, Outcome.NOTED):
        return True
    proposal = decision.proposal or ""
    noted = _NOTED.match(proposal) is not None and _ANOTHER_SENTENCE.search(proposal) is None
    return decision.outcome is Outcome.APPROVED and noted


def appeal_findings(decision: Decision) -> Iterator[Finding]:
    """Return what is wrong with the instructions and prohibitions, or their absence."""
    lawful = _lawful(decision)
    if not decision.appeals and decision.kind in DECIDED:
        yield _missing("appeals", None, lawful, _rules_day(decision))
    for number, appeal in enumerate(decision.appeals):
        place = f"appeals[{number}]"
        if isinstance(appeal, AppealInstruction):
            if _only_names(appeal):
                yield _missing(place, appeal.remedy, lawful, _rules_day(decision))
            else:
                yield from _instruction(decision, appeal, place, lawful)
        elif decision.instructions:
            yield Finding(
                FindingCode.NOT_APPEALABLE,
                place,
                stated=appeal,
                provisions=appeal.provisions or kuntalaki("136 §", _rules_day(decision)),
            )


def _missing(
    place: str,
    stated: RemedyKind | None,
    lawful: tuple[Remedy | AppealProhibition, ...],
    day: date | None,
) -> Finding:
    return Finding(
        FindingCode.INSTRUCTION_MISSING,
        place,
        stated=stated,
        expected=lawful[0] if lawful else None,
        # Before chapter 16 of Kuntalaki the duty was in Hallintolaki alone.
        provisions=(
            (HALLINTOLAKI("46-48 §"),)
            if day is not None and day < KUNTALAKI_FROM
            else (KUNTALAKI("141 §"),)
        ),
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
        yield Finding(
            FindingCode.NOT_APPEALABLE,
            place,
            stated=decision.outcome,
            provisions=kuntalaki("136 §", _rules_day(decision)),
        )
    known = [remedy for remedy in lawful if isinstance(remedy, Remedy)]
    if (
        known
        and (Entitled.MEMBER in appeal.entitled or not appeal.entitled)
        and appeal.subject is None
        and appeal.remedy in (RemedyKind.MUNICIPAL_APPEAL, RemedyKind.ADMINISTRATIVE_REVIEW)
        and appeal.remedy not in {remedy.kind for remedy in known}
        and len(decision.instructions) == 1
        and decision.outcome not in _NOTHING_DECIDED
        and Entitled.REGIONAL_COUNCIL not in appeal.entitled
    ):
        yield Finding(
            FindingCode.WRONG_REMEDY,
            f"{place}.remedy",
            stated=appeal.remedy,
            expected=known[0].kind,
            provisions=known[0].provisions,
        )
    yield from _clock(decision, appeal, place)
    yield from _authority(decision, appeal, place)


def _clock(decision: Decision, appeal: AppealInstruction, place: str) -> Iterator[Finding]:
    day = _rules_day(decision) or LAW_AS_OF
    lawful = [reading for reading in periods_by_law(appeal, day) if reading.basis is Basis.LAW]
    if lawful and appeal.period is not None and _no_other_act(appeal, day):
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


def _no_other_act(appeal: AppealInstruction, day: date) -> bool:
    """Whether no act leaves room for a stated period, whatever the decision is about."""
    if (
        appeal.subject is not None
        or appeal.remedy is not RemedyKind.ADMINISTRATIVE_REVIEW
        or certainly_kuntalaki(appeal)
    ):
        return True
    return all(row.period != appeal.period for row in remedies(day) if row.kind is appeal.remedy)


def _presumptions(appeal: AppealInstruction, place: str, day: date) -> Iterator[Finding]:
    regimes = regimes_of(appeal, day)
    rules = [rule for rule in notice_rules() if rule.in_force(day) and rule.regime in regimes]
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
    if (
        Entitled.MEMBER in appeal.entitled
        and appeal.remedy in _TOLD_TO_MEMBERS
        and day >= KUNTALAKI_FROM
        and told
        and not told & {NoticeKind.ONLINE_MINUTES, NoticeKind.ANNOUNCEMENT, NoticeKind.POSTING}
    ):
        yield Finding(
            FindingCode.PRESUMPTION_DIFFERS,
            f"{place}.presumptions",
            expected=Presumption(NoticeKind.ONLINE_MINUTES, 7, rebuttable=False),
            provisions=(KUNTALAKI("140 §"),),
        )


# What Lupa- ja valvontavirasto took the place of on 1 January 2026.
_ENDED = re.compile(
    r"aluehallintovira|regionförvaltningsverk|sosiaali- ja terveysalan lupa|valvira"
    r"|tillstånds- och tillsynsverket för social",
    re.IGNORECASE,
)


def _ended(decision: Decision, appeal: AppealInstruction, place: str) -> Iterator[Finding]:
    """Give each agency that an instruction names after the agency had ended."""
    day = _rules_day(decision)
    if day is None or day < _LUPAVIRASTO_FROM:
        return
    for name, office in (("decided_by", appeal.decided_by), ("deliver_to", appeal.deliver_to)):
        if office is not None and _ENDED.search(office.name):
            yield Finding(
                FindingCode.WRONG_AUTHORITY,
                f"{place}.{name}",
                stated=office.name,
                expected=AuthorityKind.PERMIT_AGENCY,
                provisions=(LUPAVIRASTOLAKI("31 §"),),
            )


# Their hours are the state's (728/2021 5 a §), whether an instruction tells them or not.
_STATE = re.compile(
    r"aluehallintovirasto|regionförvaltningsverk|lupa- ja valvontavira"
    r"|tillstånds- och tillsynsverk",
    re.IGNORECASE,
)


def _authority(decision: Decision, appeal: AppealInstruction, place: str) -> Iterator[Finding]:
    offices = [office for office in (appeal.deliver_to, appeal.decided_by) if office is not None]
    try:
        right = lawful_authority(appeal, decision.maker, _rules_day(decision) or LAW_AS_OF)
    except DayOutOfRange:
        right = None
    if right is not None and appeal.decided_by is not None:
        yield Finding(
            FindingCode.WRONG_AUTHORITY,
            f"{place}.decided_by",
            stated=appeal.decided_by.name,
            expected=right.authority,
            provisions=_where_it_goes(right),
        )
    yield from _ended(decision, appeal, place)
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


def _where_it_goes(right: Remedy) -> tuple[Provision, ...]:
    """Return the sections behind a row apart from the one that fixes its period."""
    return right.provisions[1:] or right.provisions
