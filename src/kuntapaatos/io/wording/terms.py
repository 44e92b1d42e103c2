"""
The law's own words: which enums are translated, each in the context of its class.

A value is the Finnish term (`RemedyKind.ADMINISTRATIVE_REVIEW` is "oikaisuvaatimus"); a
catalogue says what stands for it in a sentence.

>>> [member.value for member in TERMS["Track"]]
['asianosainen', 'kunnan jäsen', 'kaikki']
"""

from __future__ import annotations

from enum import Enum

from kuntapaatos.decision import DocumentKind, Outcome
from kuntapaatos.doubts import Basis, DoubtCode
from kuntapaatos.finality import Assumption, Missing
from kuntapaatos.findings import FindingCode, Severity
from kuntapaatos.instruction import Attachment, Content, Form
from kuntapaatos.notice import NoticeKind, Track
from kuntapaatos.remedy import Entitled, ProhibitionGround, RemedyKind, StartingEvent, Subject
from kuntapaatos.steps import StepRule

__all__ = ["TERMS", "term_of"]

TERMS: dict[str, type[Enum]] = {
    kind.__name__: kind
    for kind in (
        *(RemedyKind, Subject, Entitled, StartingEvent, NoticeKind, Track, ProhibitionGround),
        *(Form, Content, Attachment, DocumentKind, Outcome),
        *(DoubtCode, Basis, StepRule, Assumption, Missing, FindingCode, Severity),
    )
}


def term_of(member: Enum) -> str:
    """Return the Finnish term that is the message id of a member."""
    return member.term if isinstance(member, FindingCode) else str(member.value)
