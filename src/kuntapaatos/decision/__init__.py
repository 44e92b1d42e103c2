"""
A decision and its parts: who decided what, under which section and record number.

- `record_id`: the number of the matter, in the form of every city
- `parts`: what stands in a decision
- `value`: the decision itself

>>> decision = Decision(kind="päätös", maker=Organ("Kunnanhallitus"), section="23")
>>> decision.maker.kind
<MakerKind.BOARD: 'kunnanhallitus'>
"""

from __future__ import annotations

from kuntapaatos.decision.parts import (
    CertifiedExtract,
    Contact,
    Cost,
    DocumentKind,
    Handling,
    Impact,
    OfficeHolder,
    Organ,
    Outcome,
    SecretEnclosure,
)
from kuntapaatos.decision.record_id import RecordId
from kuntapaatos.decision.value import Decision

__all__ = [
    "CertifiedExtract",
    "Contact",
    "Cost",
    "Decision",
    "DocumentKind",
    "Handling",
    "Impact",
    "OfficeHolder",
    "Organ",
    "Outcome",
    "RecordId",
    "SecretEnclosure",
]
