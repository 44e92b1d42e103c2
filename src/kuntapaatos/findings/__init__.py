"""
What is wrong, missing or contradictory in a decision: the clerk's question before publishing.

Each finding has a stable code, what the document states, what the rules give, and
the provision.  Nothing is corrected: stated and computed stand side by side.

>>> from kuntapaatos import Decision, DocumentKind, OfficeHolder, Outcome
>>> decision = Decision(
...     kind=DocumentKind.DECISION, maker=OfficeHolder("Hallintojohtaja"), outcome=Outcome.APPROVED
... )
>>> for finding in review(decision):
...     print(finding)
KP101 päätöspäivä puuttuu (Hallintolaki 44 §)
KP102 julkaisupäivä puuttuu (Kuntalaki 140 §)
KP201 muutoksenhakuohje tai -kielto puuttuu: laki antaa oikaisuvaatimus, 14 päivää (Kuntalaki 141 §)
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from attrs import evolve

from kuntapaatos.decision import Decision
from kuntapaatos.errors import InvalidValue
from kuntapaatos.fees import FeeSchedule
from kuntapaatos.findings.appeals import appeal_findings
from kuntapaatos.findings.document import (
    head_findings,
    money_findings,
    outcome_findings,
    personal_findings,
)
from kuntapaatos.findings.kinds import Finding, FindingCode, Severity
from kuntapaatos.workdays import check_day

__all__ = ["Finding", "FindingCode", "Severity", "review"]


def review(
    decision: Decision,
    *,
    on: date | None = None,
    schedule: FeeSchedule | None = None,
    population: int | None = None,
    spans: Mapping[str, tuple[int, int]] | None = None,
) -> tuple[Finding, ...]:
    """
    Return what is wrong, missing or contradictory in a decision.

    Args:
        decision: As it was read or built.
        on: A day, to ask whether personal data should have left the publication.
        schedule: The fees to compare with.
        population: The inhabitants of the municipality, for the schedule.
        spans: Where each field stands in the text, by its path, when it was read.

    Returns:
        The findings in the order of their codes; empty when there is nothing to say.

    Raises:
        InvalidValue: *decision* is something else.
        NoFeeKnown: The schedule has no bracket for the population.

    Source: Kuntalaki 134-141 §, Hallintolaki 44-49 §.
    """
    if not isinstance(decision, Decision):
        raise InvalidValue("decision", decision, "a Decision")
    if on is not None:
        check_day(on)
    found = [
        *head_findings(decision),
        *appeal_findings(decision),
        *money_findings(decision, schedule, population),
        *personal_findings(decision, on),
        *outcome_findings(decision),
    ]
    places = spans or {}
    return tuple(
        evolve(finding, span=_place(places, finding.about))
        for finding in sorted(found, key=lambda finding: finding.code)
    )


def _place(places: Mapping[str, tuple[int, int]], about: str) -> tuple[int, int] | None:
    """Return where a field stands, or for one that is missing where what lacks it stands."""
    while about:
        if about in places:
            return places[about]
        about = about[: max(about.rfind("."), about.rfind("["), 0)]
    return None
