"""
What is wrong with a decision apart from its appeal part: days, personal data, outcome.

Kuntalaki (410/2015) 108 and 140 §, Hallintolaki (434/2003) 44 §.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from attrs import fields

from kuntapaatos.appeal import appeal_deadline
from kuntapaatos.decision import Decision, DocumentKind, OfficeHolder, Outcome
from kuntapaatos.errors import KuntapaatosError
from kuntapaatos.findings.appeals import DECIDED
from kuntapaatos.findings.kinds import Finding, FindingCode, kuntalaki
from kuntapaatos.law import HALLINTOLAKI
from kuntapaatos.membership import FeeOrigin
from kuntapaatos.notice import Notice
from kuntapaatos.procedure import personal_data_removal
from kuntapaatos.shown import Value

__all__ = ["head_findings", "outcome_findings", "personal_findings"]

# An identity code: day of birth, century sign, number, check character.
_IDENTITY_CODE = r"\b(\d{6})[-+A-FU-Y](\d{3})([0-9A-FHJ-NPR-Y])\b"
_CHECK_CHARACTERS = "0123456789ABCDEFHJKLMNPRSTUVWXY"


def head_findings(decision: Decision) -> Iterator[Finding]:
    """Return what is wrong with the days and the signatures."""
    published = decision.published_on
    certified = None if decision.extract is None else decision.extract.on
    decided = decision.decided_on or decision.meeting_on
    if decision.kind in DECIDED and decided is None:
        yield Finding(
            FindingCode.DECISION_DAY_MISSING, "decided_on", provisions=(HALLINTOLAKI("44 §"),)
        )
    if (
        published is None
        and decision.kind is DocumentKind.DECISION
        and isinstance(decision.maker, OfficeHolder)
    ):
        # An office-holder's decision that is not published never starts the members' clock.
        yield Finding(
            FindingCode.PUBLICATION_DAY_MISSING,
            "published_on",
            provisions=kuntalaki("140 §", decided),
        )
    if published is not None and decided is not None and published < decided:
        yield Finding(
            FindingCode.PUBLISHED_BEFORE_DECIDED,
            "published_on",
            stated=published,
            expected=decided,
            provisions=kuntalaki("140 §", decided),
        )
    if decision.signed_by == ():
        yield Finding(FindingCode.SIGNER_MISSING, "signed_by", provisions=(HALLINTOLAKI("44 §"),))
    if published is not None and certified is not None and certified < published:
        yield Finding(
            FindingCode.CERTIFIED_BEFORE_PUBLISHED,
            "extract.on",
            stated=certified,
            expected=published,
        )


def _has_identity_code(text: str) -> bool:
    return any(
        _CHECK_CHARACTERS[int(found[1] + found[2]) % 31] == found[3]
        for found in re.finditer(_IDENTITY_CODE, text)
    )


def _texts(value: object, place: str) -> Iterator[tuple[str, str]]:
    """Return every text of a value, with its place."""
    if isinstance(value, str):
        yield place, value
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from _texts(item, f"{place}[{number}]")
    elif isinstance(value, Value):
        for part in fields(type(value)):  # type: ignore[arg-type]
            if part.init:
                name = f"{place}.{part.name}" if place else part.name
                yield from _texts(getattr(value, part.name), name)


def personal_findings(decision: Decision, on: date | None) -> Iterator[Finding]:
    """Return personal data that should not be, or no longer be, published."""
    decided = decision.decided_on or decision.meeting_on
    for place, text in _texts(decision, ""):
        if _has_identity_code(text):
            # What was found is never repeated: a finding may be published too.
            yield Finding(FindingCode.IDENTITY_CODE, place, provisions=kuntalaki("140 §", decided))
    if on is None or decision.published_on is None or not decision.contacts:
        return
    for appeal in decision.instructions:
        try:
            minutes = Notice.online_minutes(decision.published_on)
            counted = appeal_deadline(appeal, minutes, decided_on=decision.decided_on)
        except KuntapaatosError:
            continue
        removal = personal_data_removal(counted)
        if on >= removal.day:
            yield Finding(
                FindingCode.PERSONAL_DATA_OVERDUE,
                "contacts",
                expected=removal.day,
                provisions=removal.provisions,
            )
        return


_NOTHING_GRANTED = (Outcome.TABLED, Outcome.RETURNED, Outcome.WITHDRAWN, Outcome.REJECTED)
_TO_REJECT = re.compile(r"\b(?:hylä(?:tään|tä|tty)|hylkää|avslå|avslås|förkasta)", re.IGNORECASE)
_TO_GRANT = re.compile(r"\b(?:myönne|myöntä|hyväksy|godkänn|bevilja)", re.IGNORECASE)


def outcome_findings(decision: Decision) -> Iterator[Finding]:
    """Return where the outcome contradicts what was proposed or decided."""
    outcome, proposal = decision.outcome, decision.proposal or ""
    joined = (
        decision.membership is not None and decision.membership.fee_fixed_by is FeeOrigin.DECISION
    )
    to_reject = _TO_REJECT.search(proposal) is not None
    to_grant = _TO_GRANT.search(proposal) is not None and not to_reject
    if (
        (outcome in _NOTHING_GRANTED and joined)
        or (outcome is Outcome.GRANTED and to_reject)
        or (outcome is Outcome.REJECTED and to_grant)
    ):
        yield Finding(FindingCode.OUTCOME_CONTRADICTS, "outcome", stated=outcome)
