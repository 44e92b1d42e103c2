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

from kuntapaatos.checks import all_of, as_member, is_a, is_day, is_day_or_none, is_tuple_of
from kuntapaatos.doubts import Basis, Candidate, Doubt, DoubtCode
from kuntapaatos.law import Confidence, DatedBy, Provision
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
    """A written demand against a fee decision (1503/2016 20 §), or an application to an agency."""
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
    """A court's decision; where no court is open, the decision of the last authority."""


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
    """The matters of Lukiolaki 49 §."""
    UPPER_SECONDARY_DISCIPLINE = "lukion kurinpito"
    STUDENT_ASSESSMENT = "lukion arviointi"
    COMPULSORY_EDUCATION = "oppivelvollisuus"
    """That it is extended, brought forward or interrupted (1214/2020 24 §)."""
    STUDY_PLACE = "opiskelupaikan osoittaminen"
    """That a place to study is assigned (1214/2020 15 §)."""
    VOCATIONAL_EDUCATION = "ammatillinen koulutus"
    """The matters of 531/2017 111 §."""
    VOCATIONAL_DISCIPLINE = "ammatillisen koulutuksen kurinpito"
    VOCATIONAL_ASSESSMENT = "ammatillisen osaamisen arviointi"
    BUILDING_PERMIT = "rakentamislupa"
    LANDSCAPE_PERMIT = "maisematyölupa"
    """Until the end of 2024 a demolition permit too (132/1999 192 §)."""
    BUILDING_FEES = "rakennusvalvonnan taksa"
    BUILDING_ORDINANCE = "rakennusjärjestys"
    ZONING = "kaavoitus"
    LAND_USE = "muu alueidenkäyttölain asia"
    """Street plans, plot division, building bans and the like (132/1999 187 and 190 §)."""
    DEVELOPMENT_FEE = "kehittämiskorvaus"
    STORMWATER_FEE = "hulevesimaksu"
    ENVIRONMENTAL_PERMIT = "ympäristölupa"
    ENVIRONMENTAL_MONITORING = "ympäristöluvan tarkkailusuunnitelma"
    ENVIRONMENTAL_ORDER = "ympäristönsuojelun kiireellinen määräys"
    """An office-holder's order or ban under 527/2014 182 §."""
    SOIL_EXTRACTION = "maa-aineslupa"
    SOIL_JOINT_PERMIT = "maa-aines- ja ympäristölupa"
    """A permit decided together with the environmental permit (555/1981 4 a §)."""
    WASTE_INVOICE = "jätelasku"
    WASTE_TARIFF = "jätetaksa"
    WASTE_DECISION = "jätehuoltopäätös"
    WATER_SERVICES = "vesihuolto"
    DISMISSAL_ECONOMIC = "irtisanominen taloudellisin tai tuotannollisin perustein"
    DISMISSAL_PERSONAL = "irtisanominen henkilöön liittyvin perustein"
    PERSONNEL = "palvelussuhdeasia"
    DOCUMENT_REQUEST = "asiakirjapyyntö"
    DOCUMENT_FEE = "asiakirjamaksu"
    PUBLIC_CHARGE = "julkinen maksu"
    PENALTY_PAYMENT = "uhkasakko"
    PROCUREMENT = "hankinta"
    PROCUREMENT_BELOW_THRESHOLD = "kansallisen kynnysarvon alittava hankinta"
    ELECTION = "vaalit"
    MUNICIPAL_DIVISION = "kuntajako"
    """The council's proposal to change it (1698/2009 52 §)."""
    PARKING_CHARGE = "pysäköintivirhemaksu"
    VEHICLE_REMOVAL = "ajoneuvon siirto"
    FARE_INSPECTION = "tarkastusmaksu"
    EMPLOYMENT_SERVICES = "työvoimapalvelut"
    JOBSEEKER = "työnhakijaksi rekisteröinti"
    """That, change-security training and the compensation of 380/2023 146 §."""
    INTEGRATION = "kotoutuminen"
    FOOD_CONTROL = "elintarvikevalvonta"
    FOOD_ENFORCEMENT = "elintarvikelain mukainen hyväksyminen tai pakkokeino"
    """The matters that 297/2021 75 § lists."""
    FOOD_FEE = "elintarvikevalvonnan maksu"
    FOOD_ORDER = "elintarvikevalvonnan kiireellinen määräys"
    """An office-holder's urgent measure under 297/2021 64 §."""
    HEALTH_PROTECTION = "terveydensuojelu"
    HEALTH_PROTECTION_FEE = "terveydensuojelun valvonnan perusmaksu"
    TOBACCO = "tupakkalaki"
    TOBACCO_BAN = "tupakkalain kieltopäätös"
    """The bans of 549/2016 107 § on marketing, packages and products."""
    TOBACCO_FEE = "tupakkalain valvontamaksu"
    ANIMAL_WELFARE = "eläinten hyvinvointi"
    FARM_RELIEF = "lomitus"
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
    ASSESSORS = "arvioijat"
    WORKING_LIFE_COMMITTEE = "työelämätoimikunta"
    REGIONAL_STATE_AGENCY = "aluehallintovirasto"
    VALVIRA = "Valvira"
    PERMIT_AGENCY = "Lupa- ja valvontavirasto"
    PERMIT_AUTHORITY = "lupaviranomainen"
    ADMINISTRATIVE_COURT = "hallinto-oikeus"
    VAASA_COURT = "Vaasan hallinto-oikeus"
    SUPREME_ADMINISTRATIVE_COURT = "korkein hallinto-oikeus"
    MARKET_COURT = "markkinaoikeus"
    CONTRACTING_ENTITY = "hankintayksikkö"
    WASTE_AUTHORITY = "kunnan jätehuoltoviranomainen"
    CHARGING_AUTHORITY = "maksusta päättävä viranomainen"
    """Of no row any more; stored documents may have it."""
    PARKING_AUTHORITY = "pysäköinninvalvoja"
    SOCIAL_SECURITY_BOARD = "sosiaaliturva-asioiden muutoksenhakulautakunta"
    FARMERS_PENSION_INSTITUTION = "maatalousyrittäjien eläkelaitos"


class StartingEvent(Enum):
    """What starts a period."""

    NOTICE = "tiedoksisaanti"
    GIVEN = "päätöksen antaminen"
    """The day of giving after public posting (*julkipano*)."""
    INVOICE = "laskun saaminen"
    DECISION = "päätöksen tekeminen"
    PUBLICATION = "julkaiseminen"
    END_OF_NOTICE_PERIOD = "irtisanomisajan päättyminen"
    EU_NOTICE = "ilmoituksen julkaiseminen Euroopan unionin virallisessa lehdessä"
    """That of a direct award, or the contract award notice after it."""
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


@frozen(kw_only=True, repr=False)
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
        valid_from: The first day it holds for, included; a day of the decision unless
            *dated_by* says otherwise.
        valid_until: The last such day, included; `None` while in force.
        confidence: How sure the row is.
        leave_needed: Whether leave to appeal is needed (*valituslupa*).
        note: What else has to be known, in English.
        also_called: Other remedies' names by which instructions call it.
        dated_by: Which day the validity is counted by.
        seen: Where the text was seen, and its day.
        questions: What is open about whether the row holds, where a fact that decides was
            not given to `available_remedies`: the row of the other act stands beside it.
    """

    kind: RemedyKind = field(validator=is_a(RemedyKind))
    subject: Subject = field(validator=is_a(Subject))
    period: Period | None = field(validator=is_a(Period, type(None)))
    authority: AuthorityKind = field(validator=is_a(AuthorityKind))
    who: tuple[Entitled, ...] = field(validator=is_tuple_of(Entitled))
    against: DecisionKind = field(validator=is_a(DecisionKind))
    makers: tuple[MakerKind, ...] = field(validator=is_tuple_of(MakerKind))
    starts: StartingEvent = field(validator=is_a(StartingEvent))
    regime: Regime = field(validator=is_a(Regime))
    provisions: tuple[Provision, ...] = field(validator=is_tuple_of(Provision))
    valid_from: date = field(validator=is_day)
    valid_until: date | None = field(validator=is_day_or_none)
    confidence: Confidence = field(validator=is_a(Confidence))
    leave_needed: bool = field(validator=is_a(bool))
    note: str = field(validator=is_a(str))
    also_called: tuple[RemedyKind, ...] = field(default=(), validator=is_tuple_of(RemedyKind))
    dated_by: DatedBy = field(default=DatedBy.DECISION, validator=is_a(DatedBy))
    seen: str = field(default="", validator=is_a(str))
    questions: tuple[Doubt, ...] = field(default=(), validator=is_tuple_of(Doubt))

    def in_force(self, on: date) -> bool:
        """Return whether a decision of that day follows this row; both ends are included."""
        return self.valid_from <= on and (self.valid_until is None or on <= self.valid_until)

    @property
    def doubts(self) -> tuple[Doubt, ...]:
        """What is open about the row: its source was not seen, or whether it holds."""
        if self.confidence is not Confidence.UNCERTAIN:
            return self.questions
        row = Candidate(self.period, Basis.LAW, self.provisions)
        unseen = Doubt(
            DoubtCode.CERTAINTY,
            about="period",
            candidates=(row, Candidate(None, Basis.PROOF, self.provisions)),
        )
        return (unseen, *self.questions)

    def __str__(self) -> str:
        period = "" if self.period is None else f", {self.period}"
        sources = ", ".join(map(str, self.provisions))
        return f"{self.kind.value}{period}, {self.authority.value} ({sources})"


def _provisions(values: Iterable[Provision]) -> tuple[Provision, ...]:
    return all_of("provisions", values, Provision, "several Provision")


def _ground(given: ProhibitionGround | str | None) -> ProhibitionGround | None:
    return None if given is None else as_member("ground", ProhibitionGround, given)


@frozen(repr=False)
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

    ground: ProhibitionGround | None = field(
        converter=_ground, validator=is_a(ProhibitionGround, type(None))
    )
    provisions: tuple[Provision, ...] = field(default=(), converter=_provisions)

    def __str__(self) -> str:
        why = "" if self.ground is None else f": {self.ground.value}"
        sources = f" ({', '.join(map(str, self.provisions))})" if self.provisions else ""
        return f"muutoksenhakukielto{why}{sources}"
