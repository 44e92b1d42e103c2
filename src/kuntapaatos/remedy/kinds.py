"""
What a remedy is made of: its kind, its subject, who may use it, where it goes.

The values are the Finnish legal terms, since English names differ from page to
page and the Finnish one does not.

>>> RemedyKind("oikaisuvaatimus")
<RemedyKind.ADMINISTRATIVE_REVIEW: 'oikaisuvaatimus'>
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import Enum

from attrs import field, frozen

from kuntapaatos.doubts import Basis, Candidate, Doubt, DoubtCode
from kuntapaatos.errors import all_of, is_a
from kuntapaatos.law import Confidence, Provision
from kuntapaatos.notice.kinds import Regime
from kuntapaatos.shown import Value
from kuntapaatos.time_limit import Period

__all__ = [
    "AppealProhibition",
    "AuthorityKind",
    "DecisionKind",
    "Entitled",
    "MakerKind",
    "ProhibitionGround",
    "Remedy",
    "RemedyKind",
    "StartingEvent",
    "Subject",
]


class RemedyKind(Enum):
    """The kind of remedy (*muutoksenhaku*) that a text names."""

    ADMINISTRATIVE_REVIEW = "oikaisuvaatimus"
    MUNICIPAL_APPEAL = "kunnallisvalitus"
    ADMINISTRATIVE_APPEAL = "hallintovalitus"
    APPEAL = "valitus"
    """An appeal that the text does not name more closely."""
    FURTHER_APPEAL = "jatkovalitus"
    PROCUREMENT_CORRECTION = "hankintaoikaisu"
    MARKET_COURT_APPEAL = "valitus markkinaoikeuteen"
    OBJECTION = "muistutus"
    DEMAND = "vaatimus"
    """A written demand against a fee decision (1503/2016 20 §)."""
    ASSESSMENT_REVIEW = "arvioinnin uusimispyyntö"
    BASIC_APPEAL = "perustevalitus"
    FEE_CORRECTION = "maksun oikaisu"


class MakerKind(Enum):
    """Who makes decisions in and around a municipality."""

    COUNCIL = "valtuusto"
    BOARD = "kunnanhallitus"
    COMMITTEE = "lautakunta"
    SELECT_COMMITTEE = "valiokunta"
    SECTION = "jaosto"
    MANAGEMENT_BOARD = "johtokunta"
    MUNICIPAL_ENTERPRISE = "liikelaitos"
    OFFICE_HOLDER = "viranhaltija"
    ELECTED_OFFICIAL = "luottamushenkilö"
    JOINT_BODY = "yhteinen toimielin"
    JOINT_AUTHORITY_COUNCIL = "yhtymävaltuusto"
    JOINT_AUTHORITY_BOARD = "yhtymähallitus"
    ELECTION_BOARD = "keskusvaalilautakunta"
    WELLBEING_COUNTY = "hyvinvointialue"
    PARISH = "seurakunta"


class DecisionKind(Enum):
    """What is known of a decision apart from its subject."""

    ORDINARY = "päätös"
    PREPARATION = "valmistelu"
    IMPLEMENTATION = "täytäntöönpano"
    ON_REVIEW = "oikaisuvaatimuspäätös"
    """A decision given on an oikaisuvaatimus."""
    ON_APPEAL = "tuomioistuimen päätös"
    """A court's decision on a kunnallisvalitus."""


class Subject(Enum):
    """What a decision is about, where a special act has its own remedy."""

    GENERAL = "yleinen"
    """A matter under Kuntalaki alone."""
    ADMINISTRATIVE = "hallintoasia"
    """A matter in which an act refers to oikaisuvaatimus under Hallintolaki."""
    EARLY_EDUCATION = "varhaiskasvatuspaikka"
    EARLY_EDUCATION_SUPPORT = "varhaiskasvatuksen tuki"
    EARLY_EDUCATION_FEE = "varhaiskasvatusmaksu"
    BASIC_EDUCATION = "perusopetus"
    """The matters of Perusopetuslaki 42 §."""
    BASIC_EDUCATION_DISCIPLINE = "kirjallinen varoitus tai määräaikainen erottaminen"
    PUPIL_ASSESSMENT = "oppilaan arviointi"
    SCHOOL_TRANSPORT = "koulukuljetus"
    UPPER_SECONDARY = "lukiokoulutus"
    COMPULSORY_EDUCATION = "oppivelvollisuus"
    BUILDING_PERMIT = "rakentamislupa"
    BUILDING_FEES = "rakennusvalvonnan taksa"
    BUILDING_ORDINANCE = "rakennusjärjestys"
    ZONING = "kaavoitus"
    ENVIRONMENTAL_PERMIT = "ympäristölupa"
    ENVIRONMENTAL_MONITORING = "ympäristöluvan tarkkailusuunnitelma"
    SOIL_EXTRACTION = "maa-aineslupa"
    WASTE_INVOICE = "jätelasku"
    WASTE_TARIFF = "jätetaksa"
    WASTE_DECISION = "jätehuoltopäätös"
    DISMISSAL_ECONOMIC = "irtisanominen taloudellisin tai tuotannollisin perustein"
    DISMISSAL_PERSONAL = "irtisanominen henkilöön liittyvin perustein"
    PERSONNEL = "palvelussuhdeasia"
    DOCUMENT_REQUEST = "asiakirjapyyntö"
    DOCUMENT_FEE = "asiakirjamaksu"
    PUBLIC_CHARGE = "julkinen maksu"
    PROCUREMENT = "hankinta"
    PROCUREMENT_BELOW_THRESHOLD = "kansallisen kynnysarvon alittava hankinta"
    ELECTION = "vaalit"
    PARKING_CHARGE = "pysäköintivirhemaksu"
    FARE_INSPECTION = "tarkastusmaksu"
    EMPLOYMENT_SERVICES = "työvoimapalvelut"
    FOOD_CONTROL = "elintarvikevalvonta"
    TOBACCO = "tupakkalaki"
    SOCIAL_WELFARE = "sosiaalihuolto"
    CLIENT_FEE = "asiakasmaksu"


class Entitled(Enum):
    """Who may use a remedy."""

    PARTY = "asianosainen"
    MEMBER = "kunnan jäsen"
    MEMBER_MUNICIPALITY = "jäsenkunta"
    REVIEW_CLAIMANT = "oikaisuvaatimuksen tekijä"
    AUTHORITY = "viranomainen"
    MUNICIPALITY = "kunta"
    REGIONAL_COUNCIL = "maakunnan liitto"
    ASSOCIATION = "rekisteröity yhteisö"
    INVOICE_RECIPIENT = "laskun saaja"
    PAYER = "maksuvelvollinen"
    TENDERER = "tarjoaja"
    CONTRACTING_ENTITY = "hankintayksikkö"
    GUARDIAN = "huoltaja"


class AuthorityKind(Enum):
    """Where a remedy goes."""

    BODY = "asianomainen toimielin"
    """The board, committee, section or management board over or at the decision."""
    DECIDING_AUTHORITY = "päätöksen tehnyt viranomainen"
    MUNICIPAL_BODY = "kunnan monijäseninen toimielin"
    HEAD_TEACHER = "rehtori"
    REGIONAL_STATE_AGENCY = "aluehallintovirasto"
    PERMIT_AGENCY = "Lupa- ja valvontavirasto"
    ADMINISTRATIVE_COURT = "hallinto-oikeus"
    VAASA_COURT = "Vaasan hallinto-oikeus"
    SUPREME_ADMINISTRATIVE_COURT = "korkein hallinto-oikeus"
    MARKET_COURT = "markkinaoikeus"
    CONTRACTING_ENTITY = "hankintayksikkö"
    WASTE_AUTHORITY = "kunnan jätehuoltoviranomainen"
    CHARGING_AUTHORITY = "maksusta päättävä viranomainen"
    PARKING_AUTHORITY = "pysäköinninvalvoja"
    SOCIAL_SECURITY_BOARD = "sosiaaliturva-asioiden muutoksenhakulautakunta"


class StartingEvent(Enum):
    """What starts a period."""

    NOTICE = "tiedoksisaanti"
    GIVEN = "päätöksen antaminen"
    """The day of giving after public posting (*julkipano*)."""
    INVOICE = "laskun saaminen"
    DECISION = "päätöksen tekeminen"
    PUBLICATION = "julkaiseminen"
    END_OF_NOTICE_PERIOD = "irtisanomisajan päättyminen"
    CONTRACT = "hankintasopimuksen tekeminen"
    CHARGE = "maksun määrääminen"
    YEAR_OF_CHARGE = "maksuvuoden päättyminen"
    """31 December of the year of the charge: the year after it is the first that counts."""
    DELIVERY = "ohjeen antaminen"


class ProhibitionGround(Enum):
    """Why no remedy exists."""

    PREPARATION = "valmistelu"
    IMPLEMENTATION = "täytäntöönpano"
    PREPARATION_OR_IMPLEMENTATION = "valmistelu tai täytäntöönpano"
    MARKET_COURT = "markkinaoikeuden toimivalta"
    LABOUR_COURT = "työtuomioistuimen toimivalta"
    OTHER_LAW = "muu laki"


@frozen(kw_only=True, eq=False, repr=False)
class Remedy(Value):
    """
    A remedy that the law gives, with the days on which it is in force.

    Attributes:
        kind: Which remedy.
        subject: What the decision is about.
        period: How long there is to act; `None` when the law fixes none.
        authority: Where it goes.
        who: Who may use it.
        against: Which kind of decision it is used against.
        makers: Whose decisions; empty for everybody's.
        starts: What the period is counted from; the day of the event is not counted.
        regime: Whose clock of notice applies.
        provisions: The sections behind it; the first one fixes the period.
        valid_from: The first decision day it holds for, included.
        valid_until: The last decision day, included; `None` while in force.
        confidence: How sure the row is.
        leave_needed: Whether leave to appeal is needed (*valituslupa*).
        note: What else has to be known, in English.
    """

    kind: RemedyKind
    subject: Subject
    period: Period | None
    authority: AuthorityKind
    who: tuple[Entitled, ...]
    against: DecisionKind
    makers: tuple[MakerKind, ...]
    starts: StartingEvent
    regime: Regime
    provisions: tuple[Provision, ...]
    valid_from: date
    valid_until: date | None
    confidence: Confidence
    leave_needed: bool
    note: str

    def in_force(self, on: date) -> bool:
        """Return whether a decision of that day follows this row; both ends are included."""
        return self.valid_from <= on and (self.valid_until is None or on <= self.valid_until)

    @property
    def doubts(self) -> tuple[Doubt, ...]:
        """What is open about the row itself: its source was not seen, or is inferred."""
        if self.confidence is not Confidence.UNCERTAIN:
            return ()
        row = Candidate(self.period, Basis.LAW, self.provisions)
        return (
            Doubt(
                DoubtCode.CERTAINTY,
                about="period",
                candidates=(row, Candidate(None, Basis.PROOF, self.provisions)),
            ),
        )

    def __str__(self) -> str:
        period = "" if self.period is None else f", {self.period}"
        sources = ", ".join(map(str, self.provisions))
        return f"{self.kind.value}{period}, {self.authority.value} ({sources})"


def _provisions(values: Iterable[Provision]) -> tuple[Provision, ...]:
    return all_of("provisions", values, Provision, "several Provision")


@frozen(eq=False, repr=False)
class AppealProhibition(Value):
    """
    That a decision cannot be appealed at all (*muutoksenhakukielto*), and why.

    That an appeal to a court is barred while an oikaisuvaatimus is open is
    not a prohibition.

    Attributes:
        ground: Why; `None` when the text does not say.
        provisions: The sections behind it; empty when the text names none.

    Raises:
        InvalidValue: A field holds something else.
    """

    ground: ProhibitionGround | None = field(validator=is_a(ProhibitionGround, type(None)))
    provisions: tuple[Provision, ...] = field(default=(), converter=_provisions)

    def __str__(self) -> str:
        why = "" if self.ground is None else f": {self.ground.value}"
        sources = f" ({', '.join(map(str, self.provisions))})" if self.provisions else ""
        return f"muutoksenhakukielto{why}{sources}"
