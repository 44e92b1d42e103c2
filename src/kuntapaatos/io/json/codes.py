"""
The stable Finnish code of every type that can stand in a document.

A code is what a document stores; the name of a class may change, its code never.

>>> from kuntapaatos.time_limit import Period
>>> CODES["määräaika"].__name__, code_of(Period)
('Period', 'määräaika')
"""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal

from kuntapaatos.arrival import Arrival, Filing
from kuntapaatos.closing import Channel, Closing, Cutoff
from kuntapaatos.deadline import CountTerms, Deadline, Openness
from kuntapaatos.decision import (
    CertifiedExtract,
    Contact,
    Cost,
    Decision,
    DocumentKind,
    Handling,
    Impact,
    OfficeHolder,
    Organ,
    Outcome,
    RecordId,
    SecretEnclosure,
)
from kuntapaatos.doubts import Basis, Candidate, Doubt, DoubtCode
from kuntapaatos.fees import (
    Amount,
    BracketFee,
    EntryFee,
    Exactness,
    Fee,
    FeeBracket,
    FeeFact,
    FeeFacts,
    FeeGiven,
    FeePeriod,
    FeeSchedule,
    FeeStep,
    FeeStepRule,
    FirstYear,
    FlatFee,
    ForeignAmount,
    FrameShare,
    Indexed,
    Limited,
    Measure,
    MemberStatus,
    Percentage,
    PerInhabitant,
    Rounded,
    Term,
    Vat,
    VatRate,
    VatTreatment,
    Weight,
    WeightPart,
)
from kuntapaatos.final import Assumption, Finality, Missing, NotStarted
from kuntapaatos.findings import Finding, FindingCode, Severity
from kuntapaatos.instruction import (
    AppealInstruction,
    Attachment,
    Authority,
    Content,
    Form,
    Presumption,
)
from kuntapaatos.law import Confidence, DatedBy, Provision
from kuntapaatos.membership import (
    Booking,
    Charge,
    CostCentre,
    CostOpen,
    Entitlement,
    FeeOrigin,
    Membership,
    MembershipAction,
    MembershipKind,
    PlannedCost,
)
from kuntapaatos.money import Rate, Rounding, RoundingUnit
from kuntapaatos.municipalities import LanguageStatus, Municipality
from kuntapaatos.notice import Notice, NoticeKind, NoticeRule, Regime, Track
from kuntapaatos.office_hours import DayHours, Eve, OfficeHours, Opening
from kuntapaatos.procedure import Enforceability, Enforcement, ProcedureDay
from kuntapaatos.remedy import (
    AppealProhibition,
    AuthorityKind,
    DecisionKind,
    Entitled,
    MakerKind,
    ProhibitionGround,
    Remedy,
    RemedyKind,
    StartingEvent,
    Subject,
)
from kuntapaatos.steps import Step, StepRule
from kuntapaatos.time_limit import Period, PeriodUnit
from kuntapaatos.workdays import ClosedDay

__all__ = ["CODES", "LIMITS", "code_of"]

CODES: dict[str, type] = {
    # Plain values.
    "teksti": str,
    "kokonaisluku": int,
    "totuusarvo": bool,
    "euromäärä": Decimal,
    "luku": Rate,
    "päivä": date,
    "hetki": datetime,
    "kellonaika": time,
    # Municipalities.
    "kunta": Municipality,
    "kielellinen asema": LanguageStatus,
    # A decision and its parts.
    "päätös": Decision,
    "toimielin": Organ,
    "viranhaltija": OfficeHolder,
    "diaarinumero": RecordId,
    "yhteystieto": Contact,
    "kustannus": Cost,
    "aiempi käsittely": Handling,
    "oikeaksi todistettu ote": CertifiedExtract,
    "salassa pidettävä liite": SecretEnclosure,
    "vaikutusarviointi": Impact,
    "asiakirjan laji": DocumentKind,
    "lopputulos": Outcome,
    # Money.
    "jäsenyys": Membership,
    "kausi": Term,
    "maksuluokka": FeeBracket,
    "maksutaulukko": FeeSchedule,
    "etuus": Entitlement,
    "kustannuspaikka": CostCentre,
    "maksun lähde": FeeOrigin,
    "maksuerä": Charge,
    "jäsenyyttä koskeva toimi": MembershipAction,
    "jäsenyyden laji": MembershipKind,
    "suunniteltu kustannus": PlannedCost,
    "avoin kustannus": CostOpen,
    "kirjaus": Booking,
    "pyöristys": Rounding,
    "rahasumma": Amount,
    "rahasumman tarkkuus": Exactness,
    "valuuttasumma": ForeignAmount,
    "arvonlisävero": Vat,
    "arvonlisäverokanta": VatRate,
    "arvonlisäveron käsittely": VatTreatment,
    "pyöristysyksikkö": RoundingUnit,
    "kiinteä maksu": FlatFee,
    "luokkamaksu": BracketFee,
    "asukaskohtainen maksu": PerInhabitant,
    "kehyksen osuus": FrameShare,
    "jakoperusteen osuus": WeightPart,
    "prosenttimaksu": Percentage,
    "rajattu maksu": Limited,
    "indeksoitu maksu": Indexed,
    "ensimmäisen vuoden maksu": FirstYear,
    "liittymismaksu": EntryFee,
    "pyöristetty maksu": Rounded,
    "maksun jakso": FeePeriod,
    "jakoperuste": Weight,
    "jakoperusteen määrä": Measure,
    "jäsenyyden tila": MemberStatus,
    "maksu": Fee,
    "maksun tosiseikat": FeeFacts,
    "maksun vaihe": FeeStep,
    "maksun sääntö": FeeStepRule,
    "maksun lähtötieto": FeeGiven,
    "maksun lähtötiedon laji": FeeFact,
    # Remedies and instructions.
    "muutoksenhakuohje": AppealInstruction,
    "muutoksenhakukielto": AppealProhibition,
    "kiellon peruste": ProhibitionGround,
    "viranomainen": Authority,
    "viranomaisen laji": AuthorityKind,
    "tiedoksisaantiolettama": Presumption,
    "asiakirjan muoto": Form,
    "asiakirjan sisältö": Content,
    "liite": Attachment,
    "muutoksenhakukeino": Remedy,
    "muutoksenhakukeinon laji": RemedyKind,
    "muutoksenhakuun oikeutettu": Entitled,
    "päätöksen tekijä": MakerKind,
    "päätöksen laji": DecisionKind,
    "asia": Subject,
    "määräajan alku": StartingEvent,
    # Time.
    "määräaika": Period,
    "määräajan yksikkö": PeriodUnit,
    "määräajan päättyminen": Deadline,
    "laskennan ehdot": CountTerms,
    "laskennan vaihe": Step,
    "laskennan sääntö": StepRule,
    "avoinna olo": Openness,
    "tiedoksianto": Notice,
    "tiedoksiannon laji": NoticeKind,
    "tiedoksiannon sääntö": NoticeRule,
    "tiedoksiannon sääntely": Regime,
    "kenen määräaika": Track,
    "alkamaton määräaika": NotStarted,
    "puuttuva tiedoksianto": Missing,
    "lainvoima": Finality,
    "lainvoiman oletus": Assumption,
    "saapumisen arvio": Filing,
    "saapuminen": Arrival,
    "sulkeutuminen": Closing,
    "saapumisen raja": Cutoff,
    "toimitustapa": Channel,
    "aukioloajat": OfficeHours,
    "aukioloaika": Opening,
    "poikkeavat aukioloajat": DayHours,
    "aatto": Eve,
    "vapaapäivä": ClosedDay,
    "menettelyn päivä": ProcedureDay,
    "täytäntöönpano": Enforcement,
    "täytäntöönpanokelpoisuus": Enforceability,
    # Sources, doubts and findings.
    "säännös": Provision,
    "varmuus": Confidence,
    "voimassaolon ratkaiseva päivä": DatedBy,
    "tulkinnanvaraisuus": Doubt,
    "tulkinnanvaraisuuden laji": DoubtCode,
    "vaihtoehto": Candidate,
    "vaihtoehdon peruste": Basis,
    "havainto": Finding,
    "havainnon laji": FindingCode,
    "havainnon paino": Severity,
}
"""Every code with its type."""

_CODE_OF = {family: code for code, family in CODES.items()}

LIMITS: dict[tuple[type, str], tuple[int, int | None]] = {
    (Term, "first_year"): (1900, 2200),
    (Term, "last_year"): (1900, 2200),
    (FeeBracket, "low"): (0, None),
    (FeeBracket, "high"): (0, None),
    (Fee, "year"): (1900, 2200),
    (FeeFacts, "population"): (0, None),
    (FeeFacts, "total_population"): (0, None),
    (FeeFacts, "members"): (1, None),
    (FeeFacts, "months"): (1, 12),
    (Entitlement, "count"): (1, None),
    (Membership, "from_year"): (1900, 2200),
    (Membership, "until_year"): (1900, 2200),
    (Booking, "year"): (1900, 2200),
    (Presumption, "days"): (0, 366),
    (Notice, "stated_days"): (0, 366),
    (Period, "length"): (1, 39_812),
}
"""The fewest and the most that a whole number may be, both included; `None` is no limit."""


def code_of(family: type) -> str | None:
    """
    Return the code of a type, or `None` when it cannot stand in a document.

    >>> code_of(dict) is None
    True
    """
    return _CODE_OF.get(family)
