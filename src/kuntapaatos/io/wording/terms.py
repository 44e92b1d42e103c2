"""
The law's own words: which enums are translated, each in the context of its class.

A value is the Finnish term (`RemedyKind.ADMINISTRATIVE_REVIEW` is "oikaisuvaatimus"); a
catalogue says what stands for it in a sentence.

>>> [member.value for member in TERMS["Track"]]
['asianosainen', 'kunnan jäsen', 'kaikki']
"""

from __future__ import annotations

from enum import Enum

from kuntapaatos.arrival import Arrival
from kuntapaatos.closing import Channel, Cutoff
from kuntapaatos.deadline import Openness
from kuntapaatos.decision import DocumentKind, Outcome
from kuntapaatos.doubts import Basis, DoubtCode
from kuntapaatos.fees import (
    Exactness,
    FeeFact,
    FeePeriod,
    FeeStepRule,
    MemberStatus,
    VatTreatment,
    Weight,
)
from kuntapaatos.final import Assumption, Missing
from kuntapaatos.findings import FindingCode, Severity
from kuntapaatos.instruction import Attachment, Content, Form
from kuntapaatos.law import Confidence, DatedBy
from kuntapaatos.membership import CostOpen, FeeOrigin, MembershipAction, MembershipKind
from kuntapaatos.money import Rounding, RoundingUnit
from kuntapaatos.municipalities import LanguageStatus
from kuntapaatos.notice import NoticeKind, Regime, Track
from kuntapaatos.office_hours import Eve
from kuntapaatos.procedure import Enforceability
from kuntapaatos.remedy import (
    AuthorityKind,
    DecisionKind,
    Entitled,
    MakerKind,
    ProhibitionGround,
    RemedyKind,
    StartingEvent,
    Subject,
)
from kuntapaatos.steps import StepRule
from kuntapaatos.time_limit import PeriodUnit
from kuntapaatos.workdays import ClosedDay

__all__ = ["ACTS", "COURT", "TERMS", "term_of"]

TERMS: dict[str, type[Enum]] = {
    kind.__name__: kind
    for kind in (
        *(RemedyKind, Subject, Entitled, StartingEvent, NoticeKind, Track, ProhibitionGround),
        *(Form, Content, Attachment, DocumentKind, Outcome),
        *(MakerKind, AuthorityKind, Cutoff, ClosedDay),
        *(DoubtCode, Basis, StepRule, Assumption, Missing, FindingCode, Severity),
        *(MembershipAction, MembershipKind, CostOpen, LanguageStatus),
        *(Exactness, FeePeriod, Weight, MemberStatus, FeeFact, FeeStepRule, VatTreatment),
        *(Rounding, RoundingUnit, FeeOrigin, DecisionKind, Regime, Confidence, DatedBy),
        *(PeriodUnit, Eve, Openness, Arrival, Channel, Enforceability),
    )
}


# Acts that go by their Finnish name in a Finnish and an English text, as Finland's law has
# one official name a language; an act that is cited by its number alone needs none.
ACTS = (
    *("Kuntalaki", "Kuntalaki 1995", "Hallintolaki", "Hallintolainkäyttölaki"),
    *("Hankintalaki", "Hankintalaki 2007", "Maankäyttö- ja rakennuslaki", "Rakentamislaki"),
    *("Ympäristönsuojelulaki", "Maa-aineslaki", "Jätelaki", "Varhaiskasvatuslaki"),
    *("Perusopetuslaki", "Lukiolaki", "Oppivelvollisuuslaki", "Sosiaalihuoltolaki"),
    "Arvonlisäverolaki",
    *("Asiakasmaksulaki", "Vaalilaki", "Elintarvikelaki", "Tupakkalaki"),
    *("Terveydensuojelulaki", "Vesihuoltolaki", "Kuntarakennelaki", "Uhkasakkolaki"),
    "Laki sähköisestä asioinnista viranomaistoiminnassa",
    "Laki säädettyjen määräaikain laskemisesta",
    "Laki oikeudenkäynnistä hallintoasioissa",
    "Laki viranomaisten toiminnan julkisuudesta",
    "Laki varhaiskasvatuksen asiakasmaksuista",
)
COURT = "KHO"
"""How the decisions of the Supreme Administrative Court are cited: HFD in Swedish."""


def term_of(member: Enum) -> str:
    """Return the Finnish term that is the message id of a member."""
    return member.term if isinstance(member, FindingCode) else str(member.value)
