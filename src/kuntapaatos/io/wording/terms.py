"""
The law's own words: which enums are translated, each in the context of its class.

A value is the Finnish term (`RemedyKind.ADMINISTRATIVE_REVIEW` is "oikaisuvaatimus"); a
catalogue says what stands for it in a sentence.

>>> [member.value for member in TERMS["Track"]]
['asianosainen', 'kunnan jäsen', 'kaikki']
"""

from __future__ import annotations

from enum import Enum

from kuntapaatos.closing import Cutoff
from kuntapaatos.decision import DocumentKind, Outcome
from kuntapaatos.doubts import Basis, DoubtCode
from kuntapaatos.finality import Assumption, Missing
from kuntapaatos.findings import FindingCode, Severity
from kuntapaatos.instruction import Attachment, Content, Form
from kuntapaatos.notice import NoticeKind, Track
from kuntapaatos.remedy import (
    AuthorityKind,
    Entitled,
    MakerKind,
    ProhibitionGround,
    RemedyKind,
    StartingEvent,
    Subject,
)
from kuntapaatos.steps import StepRule
from kuntapaatos.workdays import ClosedDay

__all__ = ["ACTS", "COURT", "TERMS", "term_of"]

TERMS: dict[str, type[Enum]] = {
    kind.__name__: kind
    for kind in (
        *(RemedyKind, Subject, Entitled, StartingEvent, NoticeKind, Track, ProhibitionGround),
        *(Form, Content, Attachment, DocumentKind, Outcome),
        *(MakerKind, AuthorityKind, Cutoff, ClosedDay),
        *(DoubtCode, Basis, StepRule, Assumption, Missing, FindingCode, Severity),
    )
}


# Acts that go by their Finnish name in a Finnish and an English text, as Finland's law has
# one official name a language; an act that is cited by its number alone needs none.
ACTS = (
    *("Kuntalaki", "Kuntalaki 1995", "Hallintolaki", "Hallintolainkäyttölaki"),
    *("Hankintalaki", "Hankintalaki 2007", "Maankäyttö- ja rakennuslaki", "Rakentamislaki"),
    *("Ympäristönsuojelulaki", "Maa-aineslaki", "Jätelaki", "Varhaiskasvatuslaki"),
    *("Perusopetuslaki", "Lukiolaki", "Oppivelvollisuuslaki", "Sosiaalihuoltolaki"),
    *("Asiakasmaksulaki", "Vaalilaki", "Elintarvikelaki", "Tupakkalaki"),
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
