"""
Appeal instructions and prohibitions in the forms municipalities use, read whole.
"""

from __future__ import annotations

from datetime import time

import pytest

from kuntapaatos.appeal import (
    AppealInstruction,
    AppealProhibition,
    Attachment,
    Authority,
    Content,
    Cutoff,
    Form,
    Presumption,
)
from kuntapaatos.io.text.instruction import ParsedAppeal, parse_appeals
from kuntapaatos.io.text.reading import ProblemCode
from kuntapaatos.law import HALLINTOLAINKAYTTOLAKI, KUNTALAKI, KUNTALAKI_1995
from kuntapaatos.notice.kinds import NoticeKind
from kuntapaatos.office_hours import OfficeHours
from kuntapaatos.remedy.kinds import Entitled, ProhibitionGround, RemedyKind, StartingEvent
from kuntapaatos.time_limit import Period


def instructions(text: str) -> list[AppealInstruction]:
    """Return the instructions of a text."""
    values = [parsed.value for parsed in parse_appeals(text)]
    return [value for value in values if isinstance(value, AppealInstruction)]


def only(text: str) -> AppealInstruction:
    """Return the one instruction of a text."""
    (found,) = instructions(text)
    return found


def prohibition(text: str) -> AppealProhibition:
    """Return the one prohibition of a text, which instructs about nothing."""
    (found,) = parse_appeals(text)
    assert isinstance(found.value, AppealProhibition)
    return found.value


def presumed(instruction: AppealInstruction) -> dict[NoticeKind, tuple[int, bool]]:
    """Return the days of each presumption, and whether it can be rebutted."""
    return {one.kind: (one.days, one.rebuttable) for one in instruction.presumptions}


REVIEW = """\
Muutoksenhaku

§ 31, § 33

Oikaisuvaatimusohje

Päätökseen tyytymätön voi tehdä kirjallisen oikaisuvaatimuksen. Valittamalla ei päätökseen saa \
hakea muutosta.

Oikaisuvaatimusoikeus

Oikaisuvaatimuksen saa tehdä
- asianosainen eli se, johon päätös on kohdistettu, sekä
- kunnan jäsen.

Oikaisuvaatimusaika

Oikaisuvaatimus on tehtävä neljäntoista (14) päivän kuluessa päätöksen tiedoksisaannista.
Se on toimitettava Lehtolan kaupungin kirjaamoon viimeistään määräajan viimeisenä päivänä ennen \
kirjaamon aukioloajan päättymistä.

Asianosaisen katsotaan saaneen tiedon päätöksestä seitsemän päivän kuluttua kirjeen lähettämisestä \
tai kolmantena päivänä sähköisen viestin lähettämisestä, jollei muuta näytetä.
Kunnan jäsenen katsotaan saaneen tiedon päätöksestä seitsemän päivän kuluttua pöytäkirjan \
julkaisemisesta tietoverkossa.
Jos viimeinen päivä on pyhäpäivä, saa oikaisuvaatimuksen tehdä ensimmäisenä arkipäivänä sen jälkeen.

Oikaisuvaatimusviranomainen

Viranomainen, jolle oikaisuvaatimus tehdään, on **Lehtolan sivistyslautakunta**.

Postiosoite: PL 7, 99801 Lehtola
Käyntiosoite: Torikatu 3, 99800 Lehtola
Sähköpostiosoite: kirjaamo@lehtola.example
Puhelinnumero: 099 123 4567 (vaihde)
Faksinumero: 099 123 4568
Kirjaamon aukioloaika: ma–to klo 9.00–16.00, perjantaisin ja juhlapyhien aattoina klo 9.00–14.00.

Oikaisuvaatimuksen muoto ja sisältö

Vaatimus tehdään kirjallisesti. Sähköinen asiakirja täyttää vaatimuksen kirjallisesta muodosta.
Oikaisuvaatimuksessa on ilmoitettava:
- päätös, johon haetaan oikaisua
- millaista oikaisua vaaditaan
- millä perusteella
sekä tekijän nimi, kotikunta, postiosoite ja puhelinnumero.
Oikaisuvaatimukseen on liitettävä asiamiehen valtakirja.

Pöytäkirja

Otteita voi tilata arkistosta, Arkistokuja 1, 99800 Lehtola, arkisto@lehtola.example, avoinna \
ma–pe klo 10–12.
"""

CONTACT = {
    "postal_address": "PL 7, 99801 Lehtola",
    "visiting_address": "Torikatu 3, 99800 Lehtola",
    "email": "kirjaamo@lehtola.example",
    "phone": "099 123 4567",
    "hours": OfficeHours.parse("ma-to 9.00-16.00; pe, aatto 9.00-14.00"),
}


def test_review() -> None:
    """
    Everything an oikaisuvaatimusohje states, each in its field.
    """
    (parsed,) = parse_appeals(REVIEW)
    assert parsed.sections == ("31", "33")
    assert parsed.flaws == ()
    assert parsed.value == AppealInstruction(
        remedy=RemedyKind.ADMINISTRATIVE_REVIEW,
        period=Period.days(14),
        starts_from=StartingEvent.NOTICE,
        decided_by=Authority(name="Lehtolan sivistyslautakunta", **CONTACT),  # type: ignore[arg-type]
        deliver_to=Authority(name="Lehtolan kaupungin kirjaamo", **CONTACT),  # type: ignore[arg-type]
        entitled=(Entitled.PARTY, Entitled.MEMBER),
        presumptions=(
            Presumption(NoticeKind.LETTER, 7, rebuttable=True),
            Presumption(NoticeKind.EMAIL, 3, rebuttable=True),
            Presumption(NoticeKind.ONLINE_MINUTES, 7, rebuttable=False),
        ),
        paper_cutoff=Cutoff.OFFICE_CLOSE,
        form=(Form.WRITTEN, Form.ELECTRONIC_DOCUMENT),
        contents=(
            Content.DECISION,
            Content.DEMAND,
            Content.GROUNDS,
            Content.NAME,
            Content.HOME_MUNICIPALITY,
            Content.POSTAL_ADDRESS,
            Content.PHONE,
        ),
        attachments=(Attachment.POWER_OF_ATTORNEY,),
        court_appeal_barred=True,
    )


def test_places() -> None:
    """
    Each value has its place in the text.
    """
    (parsed,) = parse_appeals(REVIEW)
    quoted = {fact.field: REVIEW[fact.start : fact.end] for fact in parsed.facts}
    assert quoted["period"] == "neljäntoista (14) päivän kuluessa"
    assert quoted["decided_by.name"] == "Lehtolan sivistyslautakunta"
    assert quoted["deliver_to.name"] == "Lehtolan kaupungin kirjaamoon"
    assert quoted["deliver_to.email"] == "kirjaamo@lehtola.example"
    assert quoted["deliver_to.postal_address"] == "PL 7, 99801 Lehtola"
    assert quoted["paper_cutoff"] == "aukioloajan päättymistä"
    assert REVIEW[parsed.start : parsed.end].startswith("Oikaisuvaatimusohje")


def test_same_text_in_narrow_lines() -> None:
    """
    Lines that a page broke are read as one.
    """
    words = REVIEW.split(" ")
    lines, line = [], ""
    for word in words:
        if len(line) + len(word) > 90 and word[:1].islower() and not line.endswith((".", ":")):
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    narrow = "\n".join([*lines, line])
    assert narrow != REVIEW
    assert only(narrow) == only(REVIEW)


def test_form_for_a_whole_meeting() -> None:
    """
    A form of the 1995 act: each part with the sections it is for, blank ones left out.
    """
    found = parse_appeals("""\
OIKAISUVAATIMUSOHJEET JA VALITUSOSOITUS
MUUTOKSENHAKUKIELLOT
Kieltojen perusteet
Näistä päätöksistä ei kuntalain 91 §:n mukaan saa tehdä oikaisuvaatimusta eikä kunnallisvalitusta, \
sillä ne koskevat vain valmistelua tai täytäntöönpanoa.
Pykälät 44-46, 50, 52
Koska päätöksestä voidaan tehdä oikaisuvaatimus (kuntalaki 89 §), seuraaviin päätöksiin ei saa \
hakea muutosta valittamalla.
Pykälät 47, 48
OIKAISUVAATIMUSOHJEET
Oikaisuvaatimusviranomainen ja -aika
Seuraaviin päätöksiin tyytymätön voi tehdä kirjallisen oikaisuvaatimuksen.
Viranomainen, jolle oikaisuvaatimus tehdään, osoite ja postiosoite
Mallikunnan kunnanhallitus
Kirkkotie 2, PL 14, 99990 MALLIKUNTA
Faksi 099 999 9999
Pykälät 47, 48
Oikaisuvaatimus on tehtävä 14 päivän kuluessa päätöksen tiedoksisaannista.
Oikaisuvaatimuksesta on käytävä ilmi vaatimus perusteineen, ja se on tekijän allekirjoitettava.
VALITUSOSOITUS
Valitusviranomainen ja valitusaika
Seuraaviin päätöksiin voidaan hakea muutosta kirjallisella valituksella. Oikaisuvaatimuksen \
johdosta annettuun päätökseen saa hakea muutosta kunnallisvalituksin se, joka on tehnyt \
alkuperäisen oikaisuvaatimuksen, ja jos päätös muuttui, myös asianosainen sekä kunnan jäsen.
Valitusviranomainen, osoite ja postiosoite
Itä-Suomen hallinto-oikeus, PL 1744, 70101 KUOPIO
Puh. 029 56 42500, faksi 029 56 42501
Kunnallisvalitus, pykälät 51
Valitusaika 30 päivää
Hallintovalitus, pykälät
Valitusaika      päivää
Valitusaika alkaa päätöksen tiedoksisaannista.
Valituskirjaan on liitettävä päätös ja todistus siitä päivästä, josta valitusaika alkoi.
""")
    assert [one.sections for one in found] == [
        ("44", "45", "46", "50", "52"),
        ("47", "48"),
        ("51",),
    ]
    ban, review, appeal = (one.value for one in found)
    assert ban == AppealProhibition(
        ProhibitionGround.PREPARATION_OR_IMPLEMENTATION, (KUNTALAKI_1995("91 §"),)
    )
    assert isinstance(review, AppealInstruction)
    assert review.period == Period.days(14)
    assert review.form == (Form.WRITTEN, Form.SIGNED)
    assert review.contents == (Content.DEMAND, Content.GROUNDS)
    assert review.decided_by == Authority(
        name="Mallikunnan kunnanhallitus",
        postal_address="Kirkkotie 2, PL 14, 99990 MALLIKUNTA",
        visiting_address="Kirkkotie 2",
    )
    assert isinstance(appeal, AppealInstruction)
    assert appeal.remedy is RemedyKind.MUNICIPAL_APPEAL
    assert appeal.period == Period.days(30)
    assert appeal.starts_from is StartingEvent.NOTICE
    assert appeal.entitled == (Entitled.REVIEW_CLAIMANT, Entitled.PARTY, Entitled.MEMBER)
    assert appeal.attachments == (Attachment.DECISION, Attachment.PROOF_OF_NOTICE)
    assert appeal.decided_by == Authority(
        name="Itä-Suomen hallinto-oikeus",
        postal_address="PL 1744, 70101 KUOPIO",
        phone="029 56 42500",
    )


def test_several_parts() -> None:
    """
    A review, a prohibition for several grounds and an appeal, each for its sections.
    """
    found = parse_appeals("""\
Oikaisuvaatimus
§ 31
Oikaisuvaatimusohje
Oikaisuvaatimus tehdään Lehtolan kaupungin sivistyslautakunnalle.
Yhteystiedot
Lehtolan kaupungin kirjaamo
PL 7 (Torikatu 3), 99800 Lehtola
Oikaisuvaatimus on tehtävä 14 päivän kuluessa tiedoksisaannista, ja sen on oltava perillä \
määräajan viimeisenä päivänä klo 15.00 mennessä.
Muutoksenhakukielto
§ 30, § 32
Oikaisuvaatimusta tai kunnallisvalitusta ei saa tehdä päätöksestä, joka koskee:
- vain valmistelua tai täytäntöönpanoa (KuntaL 136 §)
- virka- tai työehtosopimuksen tulkintaa
Kunnallisvalitus
§ 37
Päätökseen haetaan muutosta kunnallisvalituksella. Valitusaika on 30 päivää. Valitus tehdään \
Pohjois-Suomen hallinto-oikeudelle, Isokatu 4, 90100 Oulu.
""")
    assert [one.sections for one in found] == [("31",), ("30", "32"), ("37",)]
    review, ban, appeal = (one.value for one in found)
    assert isinstance(review, AppealInstruction)
    assert review.paper_cutoff == time(15)
    assert review.decided_by == Authority(name="Lehtolan kaupungin sivistyslautakunta")
    assert review.deliver_to == Authority(
        name="Lehtolan kaupungin kirjaamo",
        postal_address="PL 7, 99800 Lehtola",
        visiting_address="Torikatu 3",
    )
    assert ban == AppealProhibition(None, (KUNTALAKI("136 §"),))
    grounds = next(fact for fact in found[1].facts if fact.field == "ground")
    assert grounds.candidates == (
        ProhibitionGround.PREPARATION_OR_IMPLEMENTATION,
        ProhibitionGround.LABOUR_COURT,
    )
    assert isinstance(appeal, AppealInstruction)
    assert appeal.remedy is RemedyKind.MUNICIPAL_APPEAL
    assert appeal.decided_by == Authority(
        name="Pohjois-Suomen hallinto-oikeus", postal_address="Isokatu 4, 90100 Oulu"
    )


def test_procurement() -> None:
    """
    Hankintaoikaisu and the appeal to the Market Court are two remedies; other periods hold
    on a condition, and the Market Court's competence is no prohibition.
    """
    text = """\
HANKINTAOIKAISUOHJE JA VALITUSOSOITUS MARKKINAOIKEUTEEN
Tähän päätökseen voidaan hakea muutosta vaatimalla hankintayksiköltä hankintaoikaisua tai \
valittamalla markkinaoikeuteen.
I HANKINTAOIKAISU
Asianosainen voi vaatia hankintayksiköltä kirjallisesti hankintaoikaisua.
Asianosaisen on esitettävä vaatimus 14 päivän kuluessa siitä, kun hän on saanut tiedon päätöksestä.
Sähköisen viestin katsotaan saapuneen vastaanottajalle viestin lähettämispäivänä.
Hankintayksikön yhteystiedot
Lehtolan kaupunki, hankintapalvelut
Torikatu 3, 99800 Lehtola
hankinnat@lehtola.example
II VALITUS MARKKINAOIKEUTEEN
Tarjoaja voi saattaa asian markkinaoikeuden käsiteltäväksi.
Valitus on tehtävä 14 päivän kuluessa siitä, kun tarjoaja on saanut tiedon päätöksestä.
Jos hankintasopimus on tehty noudattamatta odotusaikaa, valitus on tehtävä 30 päivän kuluessa.
Markkinaoikeuden toimivaltaan kuuluvaan asiaan ei saa hakea muutosta kuntalain nojalla.
Markkinaoikeus
Radanrakentajantie 5
00520 Helsinki
puh. 029 56 43300, fax 029 56 43314
markkinaoikeus@oikeus.fi
"""
    correction, appeal = instructions(text)
    assert correction.remedy is RemedyKind.PROCUREMENT_CORRECTION
    assert correction.period == Period.days(14)
    assert correction.starts_from is StartingEvent.NOTICE
    assert presumed(correction) == {NoticeKind.PROCUREMENT_MESSAGE: (0, False)}
    assert correction.decided_by == Authority(
        name="hankintayksikkö",
        postal_address="Torikatu 3, 99800 Lehtola",
        email="hankinnat@lehtola.example",
    )
    assert appeal.remedy is RemedyKind.MARKET_COURT_APPEAL
    assert appeal.period == Period.days(14)
    assert appeal.entitled == (Entitled.TENDERER,)
    assert appeal.decided_by == Authority(
        name="markkinaoikeus",
        postal_address="Radanrakentajantie 5, 00520 Helsinki",
        phone="029 56 43300",
        email="markkinaoikeus@oikeus.fi",
    )
    facts = [fact for one in parse_appeals(text) for fact in one.facts if fact.candidates]
    assert [fact.candidates for fact in facts] == [(Period.days(14), Period.days(30))]


def test_swedish_appeal_and_prohibition() -> None:
    """
    Kommunalbesvär with the court's addresses, not the registry's; and a besvärsförbud.
    """
    appeal, ban = (
        one.value
        for one in parse_appeals("""\
Anvisning om kommunalbesvär
I detta beslut söks ändring genom kommunalbesvär.
Besvärsrätt
Ändring i beslutet får sökas av den som beslutet avser (part) samt av kommunmedlemmarna.
Besvärstid
Kommunalbesvär ska anföras inom trettio (30) dagar från delfåendet av beslutet. Besvären ska \
lämnas in till besvärsmyndigheten senast den sista dagen av besvärstiden innan myndigheten stänger.
En part anses, om inte annat visas, ha fått del av beslutet sju dagar efter att brevet sändes. En \
kommunmedlem anses ha fått del av beslutet när protokollet har lagts fram offentligt.
Besvärsmyndighet
Vasa förvaltningsdomstol
Postadress: PB 204, 65101 Vasa
Besöksadress: Korsholmsesplanaden 43, 65100 Vasa
Telefon: 029 56 42780
Fax: 029 56 42760
E-post: vaasa.hao@oikeus.fi
Öppettider: måndag–fredag kl. 8.00–16.15
I besvärsskriften, som ska undertecknas, ska följande uppges:
- ändringssökandens namn och hemkommun
- det beslut i vilket ändring söks
- vilka ändringar som yrkas
- grunderna för yrkandet
Protokoll
Protokollsutdrag kan beställas från registraturen, Storgatan 1, 99999 Modellby, öppet må-fre 9-15.

BESVÄRSFÖRBUD
§ 3, 4 och 7
Enligt 136 § i kommunallagen får omprövning inte begäras och besvär inte anföras över beslut som \
endast gäller beredning eller verkställighet.
""")
    )
    assert isinstance(appeal, AppealInstruction)
    court = Authority(
        name="Vasa förvaltningsdomstol",
        postal_address="PB 204, 65101 Vasa",
        visiting_address="Korsholmsesplanaden 43, 65100 Vasa",
        email="vaasa.hao@oikeus.fi",
        phone="029 56 42780",
        hours=OfficeHours.parse("8.00-16.15"),
    )
    assert appeal == AppealInstruction(
        remedy=RemedyKind.MUNICIPAL_APPEAL,
        period=Period.days(30),
        starts_from=StartingEvent.NOTICE,
        decided_by=court,
        deliver_to=court,
        entitled=(Entitled.PARTY, Entitled.MEMBER),
        presumptions=(
            Presumption(NoticeKind.LETTER, 7, rebuttable=True),
            Presumption(NoticeKind.ONLINE_MINUTES, 0, rebuttable=False),
        ),
        paper_cutoff=Cutoff.OFFICE_CLOSE,
        form=(Form.SIGNED,),
        contents=(
            Content.NAME,
            Content.HOME_MUNICIPALITY,
            Content.DECISION,
            Content.DEMAND,
            Content.GROUNDS,
        ),
    )
    assert ban == AppealProhibition(
        ProhibitionGround.PREPARATION_OR_IMPLEMENTATION, (KUNTALAKI("136 §"),)
    )


def test_swedish_review() -> None:
    """
    Begäran om omprövning: the board decides, the registry receives.
    """
    review = only("""\
ANVISNINGAR FÖR BEGÄRAN OM OMPRÖVNING
Den som är missnöjd med beslutet kan begära omprövning skriftligt. Beslutet får inte överklagas \
genom besvär hos domstol.
Omprövning får begäras av
– den som beslutet avser eller vars rätt, skyldighet eller fördel påverkas (part) samt
– kommunmedlemmar.
Omprövning ska begäras inom 14 dagar från delfåendet av beslutet. Begäran ska lämnas in till \
Modellby stads registratur senast under tidsfristens sista dag innan registraturen stänger. En \
elektronisk begäran ska lämnas in senast under den sista dagen.
Myndighet till vilken begäran riktas är stadsstyrelsen i Modellby.
Postadress: PB 5, 99990 Modellby
Besöksadress: Rådhustorget 1
E-postadress: registraturen@modellby.example
Registraturen är öppen måndag–torsdag kl. 8.00–16.00, fredagar och dagar före helg kl. 8–15.
""")
    hours = OfficeHours.parse("ma-to 8-16; pe, aatto 8-15")
    assert review.decided_by is not None
    assert review.decided_by.name == "stadsstyrelsen i Modellby"
    assert review.deliver_to == Authority(
        name="Modellby stads registratur",
        postal_address="PB 5, 99990 Modellby",
        visiting_address="Rådhustorget 1",
        email="registraturen@modellby.example",
        hours=hours,
    )
    assert review.court_appeal_barred
    assert review.entitled == (Entitled.PARTY, Entitled.MEMBER)
    assert review.paper_cutoff is Cutoff.OFFICE_CLOSE
    assert review.electronic_cutoff is Cutoff.END_OF_DAY


def test_older_swedish_name() -> None:
    """
    Rättelseyrkande is the older name of the same remedy.
    """
    review = only("""\
Rättelseyrkande
Den som är missnöjd med beslutet kan göra ett skriftligt rättelseyrkande hos kommunstyrelsen.
Yrkandet ska framställas inom fjorton dagar från den dag då beslutet delgavs.
""")
    assert review.remedy is RemedyKind.ADMINISTRATIVE_REVIEW
    assert review.period == Period.days(14)
    assert review.starts_from is StartingEvent.NOTICE
    assert review.decided_by == Authority(name="kommunstyrelsen")


def test_both_languages() -> None:
    """
    The Swedish text of the same instruction is no second instruction.
    """
    review = only("""\
OIKAISUVAATIMUSOHJE
Päätökseen tyytymätön voi tehdä oikaisuvaatimuksen Mallilan kaupunginhallitukselle 14 päivän \
kuluessa tiedoksisaannista. Oikaisuvaatimus toimitetaan Mallilan kaupungin kirjaamoon, Torikatu 1, \
99990 Mallila.

BEGÄRAN OM OMPRÖVNING
Den som är missnöjd med beslutet kan begära omprövning hos stadsstyrelsen i Mallila inom 14 dagar \
från delfåendet av beslutet.
""")
    assert review.decided_by is not None
    assert review.decided_by.name == "Mallilan kaupunginhallitus"


def test_what_a_decision_is_about() -> None:
    """
    A decision on a review tells of it, of the law and of objections, and instructs about an appeal.
    """
    appeal = only("""\
§ 12
Oikaisuvaatimus vahingonkorvausasiassa
Selostus
Päätöksestä on tehty oikaisuvaatimus 18.2.2022. Kuntalain 138 §:n mukaan oikaisuvaatimus on tehtävä \
14 päivän kuluessa päätöksen tiedoksisaannista. Oikaisuvaatimus on saapunut määräajassa.
Kaavaehdotuksesta oli oikeus tehdä kirjallinen muistutus 30 päivän kuluessa.
Oikaisuvaatimus
Vaatija esittää, että kaupunki korvaa rikkoutuneen renkaan. Hän toteaa: "Päätökseen tyytymätön voi \
tehdä oikaisuvaatimuksen 21 päivän kuluessa. Oikaisuvaatimuksen saa tehdä kuka vain. Se on tehtävä \
valtuustolle."
Päätös
Lautakunta hylkäsi oikaisuvaatimuksen.
Muutoksenhaku
Kunnallisvalitus
Tähän päätökseen saa hakea muutosta kunnallisvalituksella se, joka on tehnyt oikaisuvaatimuksen. \
Jos päätös on muuttunut, myös asianosainen ja kunnan jäsen saavat valittaa.
Valitus tehdään 30 päivän kuluessa tiedoksisaannista Turun hallinto-oikeuteen.
Postiosoite
PL 32
20101 Turku
Käyntiosoite
Sairashuoneenkatu 2-4
20100 Turku
Sähköposti
turku.hao(at)oikeus.fi
Faksi
029 56 42414
Puhelin
029 56 42400
""")
    assert appeal.remedy is RemedyKind.MUNICIPAL_APPEAL
    assert appeal.period == Period.days(30)
    assert appeal.entitled == (Entitled.REVIEW_CLAIMANT, Entitled.PARTY, Entitled.MEMBER)
    assert appeal.decided_by == Authority(
        name="Turun hallinto-oikeus",
        postal_address="PL 32, 20101 Turku",
        visiting_address="Sairashuoneenkatu 2-4, 20100 Turku",
        email="turku.hao@oikeus.fi",
        phone="029 56 42400",
    )


def test_after_posting() -> None:
    """
    Hallintovalitus from the day of giving, after public posting.
    """
    appeal = only("""\
MUUTOKSENHAKUOHJE
Tähän päätökseen haetaan muutosta hallintovalituksella Hämeenlinnan hallinto-oikeudelta.
Valitus on tehtävä 30 päivän kuluessa päätöksen antopäivästä. Päätös on annettu julkipanon jälkeen, \
ja asianomaisten katsotaan saaneen siitä tiedon silloin, kun se on annettu.
Valitus on toimitettava Hämeenlinnan hallinto-oikeuden kirjaamoon viimeistään valitusajan \
viimeisenä päivänä ennen virka-ajan päättymistä klo 16.15.
Hämeenlinnan hallinto-oikeus
Raatihuoneenkatu 1, 13100 HÄMEENLINNA
puh. 029 56 42200 (vaihde), fax 029 56 42269
Aukioloaika: 8.00-16.15
""")
    assert appeal.remedy is RemedyKind.ADMINISTRATIVE_APPEAL
    assert appeal.starts_from is StartingEvent.GIVEN
    assert presumed(appeal) == {NoticeKind.POSTING: (0, False)}
    assert appeal.paper_cutoff == time(16, 15)
    assert appeal.deliver_to == Authority(
        name="Hämeenlinnan hallinto-oikeuden kirjaamo",
        postal_address="Raatihuoneenkatu 1, 13100 HÄMEENLINNA",
        phone="029 56 42200",
        hours=OfficeHours.parse("8.00-16.15"),
    )


def test_unnamed_appeal_and_invoice() -> None:
    """
    A valitus that the text does not name is an appeal; a part B of its own follows.
    """
    appeal, objection = instructions("""\
Valitusosoitus
Päätökseen tyytymätön voi hakea muutosta kirjallisella valituksella Turun hallinto-oikeudelta.
Valituskirjelmä on jätettävä valitusviranomaiselle 30 päivän kuluessa päätöksen antopäivästä.
Turun hallinto-oikeus
Käynti- ja postiosoite: Sairashuoneenkatu 2–4, 20100 Turku
B-OSA
Muutoksenhaku maksuun (jätelaki 646/2011 82 §):
Maksuvelvollisella on oikeus tehdä 14 päivän kuluessa laskun saamisesta kirjallinen muistutus \
Saarelan jätelautakunnalle.
""")
    address = "Sairashuoneenkatu 2–4, 20100 Turku"
    assert appeal.remedy is RemedyKind.APPEAL
    assert appeal.deliver_to == Authority(
        name="Turun hallinto-oikeus", postal_address=address, visiting_address=address
    )
    assert objection.remedy is RemedyKind.OBJECTION
    assert objection.starts_from is StartingEvent.INVOICE
    assert objection.entitled == (Entitled.PAYER,)
    assert objection.decided_by == Authority(name="Saarelan jätelautakunta")
    assert objection.provision == "jätelaki 646/2011 82 §"


def test_joint_authority() -> None:
    """
    A joint authority: member municipalities, an address in lines, hours that cannot be read.
    """
    (parsed,) = parse_appeals("""\
OIKAISUVAATIMUSOHJE
Oikaisuvaatimus tehdään Koskelan kuntayhtymän yhtymähallitukselle.
Oikaisuvaatimuksen saavat tehdä asianosainen, jäsenkunta ja sen jäsen.
Määräaika oikaisuvaatimuksen tekemiseen on kaksi viikkoa päätöksen tiedoksisaannista.
Oikaisuvaatimus tulee toimittaa Koskelan kuntayhtymän kirjaamoon viimeistään määräajan viimeisenä \
päivänä kirjaamon aukioloaikana.
Käyntiosoite: Sairaalantie 1, rakennus 3
Postiosoite: Koskelan kuntayhtymä
Kirjaamo
PL 99
99999 KOSKELA
Puh. vaihde 099 111 222
Kirjaamo palvelee arkisin klo 9–12 ja 13–15.
""")
    review = parsed.value
    assert isinstance(review, AppealInstruction)
    assert review.period == Period.weeks(2)
    assert review.entitled == (Entitled.PARTY, Entitled.MEMBER_MUNICIPALITY, Entitled.MEMBER)
    assert review.paper_cutoff is Cutoff.OFFICE_CLOSE
    assert review.deliver_to == Authority(
        name="Koskelan kuntayhtymän kirjaamo",
        postal_address="Koskelan kuntayhtymä, Kirjaamo, PL 99, 99999 KOSKELA",
        visiting_address="Sairaalantie 1, rakennus 3",
        phone="099 111 222",
    )
    assert [flaw.code for flaw in parsed.flaws] == [ProblemCode.HOURS_UNREAD]


def test_blanks_are_no_values() -> None:
    """
    A form's blanks are not filled; the channels of one sentence are told apart.
    """
    review = only("""\
Muutoksenhakuviranomainen on __________ hallinto-oikeus
Valitusaika on ____ päivää.
OHJEET OIKAISUVAATIMUKSEN TEKEMISEKSI
Oikaisuvaatimuksen voi tehdä se, jolle päätös on osoitettu. Oikaisuvaatimusaika on kolmekymmentä \
(30) päivää siitä, kun päätös on saatu tiedoksi. Oikaisuvaatimusviranomaisena toimii tekninen \
lautakunta, Mallikuja 3, 99990 Mallila, puh. 099 123 123, tekninen@mallila.example. \
Sähköposti: ____
Sähköinen oikaisuvaatimus on lähetettävä viimeisen päivän aikana klo 24 mennessä, paperilla tehty \
ennen klo 15.30.
""")
    assert review.period == Period.days(30)
    assert review.starts_from is StartingEvent.NOTICE
    assert review.entitled == (Entitled.PARTY,)
    assert review.decided_by == Authority(
        name="tekninen lautakunta",
        postal_address="Mallikuja 3, 99990 Mallila",
        phone="099 123 123",
        email="tekninen@mallila.example",
    )
    assert review.paper_cutoff == time(15, 30)
    assert review.electronic_cutoff is Cutoff.END_OF_DAY
    assert instructions("Valitus tehdään ________ hallinto-oikeudelle.") == []


def test_several_periods() -> None:
    """
    Two periods in one instruction are candidates; none is chosen.
    """
    (parsed,) = parse_appeals("""\
Oikaisuvaatimusohje
Oikaisuvaatimus on tehtävä 14 päivän kuluessa päätöksen tiedoksisaannista.
Oikaisuvaatimus on tehtävä 30 päivän kuluessa päätöksen tiedoksisaannista.
""")
    assert isinstance(parsed.value, AppealInstruction)
    assert parsed.value.period is None
    period = next(fact for fact in parsed.facts if fact.field == "period")
    assert period.value is None
    assert period.candidates == (Period.days(14), Period.days(30))


def test_two_reviews() -> None:
    """
    Two authorities in one text are two instructions; a repetition is none.
    """
    first = """\
Oikaisuvaatimusohje
Oikaisuvaatimuksen saa tehdä asianosainen.
Oikaisuvaatimus on tehtävä 30 päivän kuluessa tiedoksisaannista. Oikaisuvaatimus tehdään Mallilan \
lautakunnalle.
"""
    second = """\
OIKAISUVAATIMUSOHJE
Oikaisuvaatimuksen saa tehdä asianosainen.
Oikaisuvaatimus on tehtävä 14 päivän kuluessa tiedoksisaannista. Oikaisuvaatimus tehdään Lupa- ja \
valvontavirastolle.
"""
    found = instructions(first + second + first)
    assert [one.period for one in found] == [Period.days(30), Period.days(14)]
    names = [one.decided_by.name for one in found if one.decided_by is not None]
    assert names == ["Mallilan lautakunta", "Lupa- ja valvontavirasto"]


def test_two_authorities() -> None:
    """
    The same period before two authorities is two instructions.
    """
    one = "Oikaisuvaatimusohje\nOikaisuvaatimus tehdään {} 14 päivän kuluessa tiedoksisaannista.\n"
    found = instructions(one.format("lautakunnalle") + one.format("rehtorille"))
    assert [one.decided_by and one.decided_by.name for one in found] == ["lautakunta", "rehtori"]


def test_what_forbids_nothing() -> None:
    """
    A ban that holds on a condition, or is told of another decision, is no prohibition here.
    """
    assert parse_appeals("Aiemmasta ratkaisusta ei voi tehdä oikaisuvaatimusta.") == []
    review = only("""\
Oikaisuvaatimusohje
§ 12 Nimen antaminen
Oikaisuvaatimus on tehtävä 14 päivän kuluessa tiedoksisaannista.
Oikaisuvaatimusta ei saa tehdä päätöksestä, joka koskee vain valmistelua.
""")
    assert review.period == Period.days(14)
    told, ban = (
        one.value
        for one in parse_appeals("""\
Oikaisuvaatimusohje
Oikaisuvaatimus on tehtävä 14 päivän kuluessa tiedoksisaannista.
Päätökseen § 7 ei saa hakea muutosta, sillä se koskee valmistelua.
""")
    )
    assert isinstance(told, AppealInstruction)
    assert ban == AppealProhibition(ProhibitionGround.PREPARATION, ())


def test_heading_on_the_next_page() -> None:
    """
    A heading that comes again on the next page begins nothing.
    """
    review = only("""\
MUUTOKSENHAKUOHJE
OIKAISUVAATIMUSOHJE
Päätökseen tyytymätön voi tehdä oikaisuvaatimuksen kunnanhallitukselle 14 päivän kuluessa \
tiedoksisaannista.
MUUTOKSENHAKUOHJE
OIKAISUVAATIMUSOHJE
Oikaisuvaatimuksen saa tehdä asianosainen. Oikaisuvaatimus tehdään kunnanhallitukselle.
Oikaisuvaatimus on toimitettava Mallilan kunnan kirjaamoon.
""")
    assert review.entitled == (Entitled.PARTY,)
    assert review.period == Period.days(14)
    assert review.decided_by == Authority(name="kunnanhallitus")
    assert review.deliver_to == Authority(name="Mallilan kunnan kirjaamo")


def test_earlier_handling() -> None:
    """
    Only the instructions of the last handling are the document's.
    """
    handling = """\
Lautakunta § {number}
Päätös
Hyväksyttiin.
Muutoksenhaku
Oikaisuvaatimus tehdään {name} 14 päivän kuluessa tiedoksisaannista. Oikaisuvaatimuksen saa tehdä \
kunnan jäsen.
"""
    review = only(
        handling.format(number=5, name="lautakunnalle")
        + handling.format(number=9, name="kunnanhallitukselle")
    )
    assert review.decided_by == Authority(name="kunnanhallitus")


@pytest.mark.parametrize(
    ("text", "ground", "provisions"),
    [
        pytest.param(
            "MUUTOKSENHAKUKIELTO, VALMISTELU\nTähän päätökseen ei saa hakea muutosta, koska se koskee "
            "asian valmistelua.\nSovellettava lainkohta: Kuntalaki 136 §",
            ProhibitionGround.PREPARATION,
            (KUNTALAKI("136 §"),),
            id="preparation",
        ),
        pytest.param(
            "Päätöksestä ei saa tehdä oikaisuvaatimusta eikä valittaa tuomioistuimeen. Tämä päätös "
            "koskee täytäntöönpanoa (hallintolainkäyttölaki 5 §).",
            ProhibitionGround.IMPLEMENTATION,
            (HALLINTOLAINKAYTTOLAKI("5 §"),),
            id="implementation",
        ),
        pytest.param(
            "Muutoksenhaku\nValituskielto\nKuntalaki (365/1995) 91 §",
            None,
            (KUNTALAKI_1995("91 §"),),
            id="the 1995 act",
        ),
        pytest.param("Muutoksenhaku: Ei muutoksenhakuoikeutta", None, (), id="a label"),
        pytest.param("Ei muutoksenhakuoikeutta", None, (), id="a line"),
        pytest.param(
            "MUUTOKSENHAKUKIELTO\nTähän päätökseen ei saa hakea muutosta valittamalla.",
            None,
            (),
            id="no reason",
        ),
        pytest.param(
            "Besvärsförbud\nÄndring i beslutet får inte sökas, eftersom beslutet gäller verkställighet.",
            ProhibitionGround.IMPLEMENTATION,
            (),
            id="Swedish",
        ),
    ],
)
def test_prohibitions(
    text: str, ground: ProhibitionGround | None, provisions: tuple[object, ...]
) -> None:
    """
    Why there is no remedy, and by which section, as the text says.
    """
    assert prohibition(text) == AppealProhibition(ground, provisions)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "remedies"),
    [
        pytest.param(
            "Täytäntöönpano-\n\ntiedot\t Oikaisuvaatimus", ["oikaisuvaatimus"], id="label"
        ),
        pytest.param("Muutoksenhaku: kunnallisvalitus", ["kunnallisvalitus"], id="appeal"),
        pytest.param("Liite: valitusosoitus", [], id="enclosure"),
        pytest.param("Liitteet\nKartta\nOikaisuvaatimusohje", [], id="one of the enclosures"),
        pytest.param("Bilagor: Besvärsanvisning, karta", [], id="a Swedish enclosure"),
        pytest.param(
            "Liitteet\nKartta\nMuutoksenhaku: valitusosoitus", ["valitus"], id="below them"
        ),
        pytest.param("Ändringssökande: rättelseyrkande", ["oikaisuvaatimus"], id="Swedish label"),
        pytest.param(
            "Muutoksenhaku\nOikaisuvaatimus kunnanhallitukselle, ohje kohdassa 2",
            ["oikaisuvaatimus"],
            id="under the heading",
        ),
        pytest.param("Valitus kunnanhallitukselle", [], id="without a heading"),
        pytest.param("Liite: kartta oikaisusta", [], id="another enclosure"),
        pytest.param("Selostus\nOikaisuvaatimus\nVaatija esittää jotain.", [], id="a subject"),
        pytest.param("Lautakunta hylkäsi oikaisuvaatimuksen.", [], id="a decision"),
        pytest.param("Asia käsiteltiin.", [], id="nothing"),
        pytest.param("", [], id="empty"),
    ],
)
def test_mentions(text: str, remedies: list[str]) -> None:
    """
    A mention in its own place names the remedy and nothing else.
    """
    found = instructions(text)
    assert [one.remedy.value for one in found] == remedies
    assert all(one == AppealInstruction(remedy=one.remedy) for one in found)


def test_mention_and_instruction() -> None:
    """
    A mention of what is instructed anyway is left out.
    """
    text = "Muutoksenhaku: oikaisuvaatimus\nPäätös\nHyväksyttiin.\n" + REVIEW
    assert only(text) == only(REVIEW)


def test_values_of_the_reader() -> None:
    """
    What is read can be compared.
    """
    assert parse_appeals(REVIEW) == parse_appeals(REVIEW)
    assert isinstance(parse_appeals(REVIEW)[0], ParsedAppeal)


LETTERED = """\
VALITUSOSOITUS
Valitus tehdään Vaasan hallinto-oikeudelle.
Valitusaika
{}
Valituksen sisältö
Valitus on tehtävä kirjallisesti.
"""


def test_lettered_alternatives() -> None:
    """
    Times under letters are instructions of their own, which share the rest.
    """
    given, told = parse_appeals(
        LETTERED.format(
            "A. Valitus on tehtävä 30 päivän kuluessa päätöksen antamisesta.\n"
            "B. Valitus on tehtävä 30 päivän kuluessa tiedoksisaannista.\n"
            "Tieto katsotaan saadun seitsemän päivän kuluttua kirjeen lähettämisestä."
        )
    )
    assert isinstance(given.value, AppealInstruction)
    assert isinstance(told.value, AppealInstruction)
    assert given.value.starts_from is StartingEvent.GIVEN
    assert told.value.starts_from is StartingEvent.NOTICE
    assert given.value.presumptions == ()
    assert [one.days for one in told.value.presumptions] == [7]
    assert given.value.decided_by == told.value.decided_by is not None


@pytest.mark.parametrize(
    "lines",
    [
        "A. Valitus on tehtävä 30 päivän kuluessa tiedoksisaannista.\nB. Valitus on maksullinen.",
        "B. Valitus on tehtävä 30 päivän kuluessa tiedoksisaannista.",
        "Valitus on tehtävä 30 päivän kuluessa tiedoksisaannista.",
    ],
)
def test_one_alternative(lines: str) -> None:
    """
    One time is one instruction, whatever letters the list has.
    """
    (found,) = parse_appeals(LETTERED.format(lines))
    assert isinstance(found.value, AppealInstruction)
    assert found.value.period == Period.days(30)


def test_headings_that_share_their_time() -> None:
    """
    Several headings, each with who may appeal, and one time for all: one instruction.
    """
    (found,) = parse_appeals("""\
Valitusosoitus: Rakennuslupa
Päätökseen saa hakea muutosta valittamalla Vaasan hallinto-oikeuteen naapuri.
Valitusosoitus: Purkamislupa
Päätökseen saa hakea muutosta valittamalla Vaasan hallinto-oikeuteen kunnan jäsen.
Valitusosoitus: Tonttijako
Päätökseen saa hakea muutosta valittamalla Vaasan hallinto-oikeuteen asianosainen.
Valitusaika
Valitus on tehtävä 30 päivän kuluessa tiedoksisaannista.
""")
    assert isinstance(found.value, AppealInstruction)
    assert found.value.entitled == (Entitled.MEMBER, Entitled.PARTY)


def test_a_review_headed_as_an_appeal() -> None:
    """
    What the sentence on the time says goes before the heading.
    """
    (found,) = parse_appeals(
        "VALITUSOSOITUS\nOikaisuvaatimus on tehtävä 14 päivän kuluessa tiedoksisaannista.\n"
    )
    assert isinstance(found.value, AppealInstruction)
    assert found.value.remedy is RemedyKind.ADMINISTRATIVE_REVIEW


def test_a_ban_of_the_review_alone() -> None:
    """
    Where an appeal is told, no review is no prohibition.
    """
    text = (
        "MUUTOKSENHAKU\nTähän päätökseen ei voi tehdä oikaisuvaatimusta.{}\n"
        "Päätökseen haetaan muutosta valittamalla Vaasan hallinto-oikeuteen. Valitus on tehtävä "
        "30 päivän kuluessa tiedoksisaannista.\n"
    )
    (found,) = parse_appeals(text.format(""))
    assert isinstance(found.value, AppealInstruction)
    both = parse_appeals(text.format(" Päätös koskee valmistelua, joten siitä ei saa valittaa."))
    assert any(isinstance(one.value, AppealProhibition) for one in both)


@pytest.mark.parametrize(
    "line",
    [
        "Muutoksenhakuohje:        7.4. Oikaisuvaatimus- ja valituskielto",
        "Muutoksenhaku: 2. Muutoksenhakukielto",
        "Täytäntöönpano:   Ei muutoksenhakuoikeutta",
    ],
)
def test_prohibitions_behind_labels(line: str) -> None:
    """
    The number of a form before the name of a prohibition says nothing.
    """
    (found,) = parse_appeals(f"Päätös\nHyväksyttiin.\n{line}\n")
    assert isinstance(found.value, AppealProhibition)


@pytest.mark.parametrize(
    ("line", "remedy"),
    [
        ("Muutoksenhakuohje:    1.1 Oikaisuvaatimusohje", RemedyKind.ADMINISTRATIVE_REVIEW),
        ("Muutoksenhakuohje: Valitusosoitus, kunnallisvalitus", RemedyKind.MUNICIPAL_APPEAL),
        ("Oikaisuvaatimusohje liitteenä.", RemedyKind.ADMINISTRATIVE_REVIEW),
        ("Hankintaoikaisuohje on oheisena.", RemedyKind.PROCUREMENT_CORRECTION),
        ("tiedot            Oikaisuvaatimus", RemedyKind.ADMINISTRATIVE_REVIEW),
    ],
)
def test_mentions_behind_labels(line: str, remedy: RemedyKind) -> None:
    """
    A remedy that is only named is one with nothing else stated.
    """
    (found,) = parse_appeals(f"Täytäntöönpano   Koulut\n{line}\n")
    assert found.value == AppealInstruction(remedy=remedy)
