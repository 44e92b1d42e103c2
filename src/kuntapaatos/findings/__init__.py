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

from collections.abc import Iterable, Mapping
from datetime import date

from attrs import evolve

from kuntapaatos.decision import Decision
from kuntapaatos.fees import FeeSchedule
from kuntapaatos.findings.appeals import appeal_findings
from kuntapaatos.findings.document import (
    head_findings,
    outcome_findings,
    personal_findings,
)
from kuntapaatos.findings.kinds import Finding, FindingCode, Severity
from kuntapaatos.findings.money import money_findings
from kuntapaatos.scope import check_scope
from kuntapaatos.workdays import check_day

__all__ = ["Finding", "FindingCode", "Severity", "review"]


def review(
    decision: Decision,
    *,
    on: date | None = None,
    schedule: FeeSchedule | None = None,
    population: int | None = None,
    spans: Mapping[str, tuple[int, int]] | None = None,
    unread: Iterable[tuple[str, str, tuple[int, int]]] = (),
) -> tuple[Finding, ...]:
    """
    Return what is wrong, missing or contradictory in a decision.

    Args:
        decision: As it was read or built.
        on: A day, to ask whether personal data should have left the publication.
        schedule: The fees to compare with; `None` compares with the rule that the text
            states, or with the network's public one.
        population: The inhabitants of the municipality, for the schedule; `None` takes
            them from the table of the package, for a rule that hangs on no single year.
        spans: Where each field stands in the text, by its path, when it was read.
        unread: What the text says and the reader did not understand: the field that it
            could change ("" where that is not known), the sentence, and its place.

    Returns:
        The findings in the order of their codes; empty when there is nothing to say.

    Raises:
        InvalidValue: *decision* is something else, or not of a municipality of the
            mainland: `kuntapaatos.scope`.
        NoFeeKnown: The schedule has no bracket for the population.
        FactMissing: The schedule counts with more than inhabitants.

    Source: Kuntalaki 134-141 §, Hallintolaki 44-49 §.
    """
    check_scope(decision)
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
    placed = (
        evolve(finding, span=_place(places, finding.about))
        for finding in sorted(found, key=lambda finding: finding.code)
    )
    left = (
        Finding(FindingCode.NOT_UNDERSTOOD, about, stated=sentence, span=place)
        for about, sentence, place in unread
    )
    return (*placed, *left)


def _place(places: Mapping[str, tuple[int, int]], about: str) -> tuple[int, int] | None:
    """Return where a field stands, or for one that is missing where what lacks it stands."""
    while about:
        if about in places:
            return places[about]
        about = about[: max(about.rfind("."), about.rfind("["), 0)]
    return None
