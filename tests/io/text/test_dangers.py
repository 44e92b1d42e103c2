"""
Wordings that were once read as something else than they say: each stands for its kind.

What is understood is right, and what is not understood is unknown: never the half of it.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from kuntapaatos.appeal import AppealInstruction, AppealProhibition
from kuntapaatos.io.text import Mark, ProblemCode, read
from kuntapaatos.office_hours import OfficeHours
from kuntapaatos.remedy import Entitled, StartingEvent
from kuntapaatos.time_limit import Period

APPEAL = (
    "Valitusosoitus\nTähän päätökseen haetaan muutosta valittamalla Mallilan hallinto-oikeuteen.\n"
    "Valitus on tehtävä 30 päivän kuluessa päätöksen tiedoksisaannista.\n"
)
BESVAR = (
    "Besvärsanvisning\nÄndring i detta beslut söks genom besvär hos Malla förvaltningsdomstol.\n"
    "Besvär ska anföras inom 30 dagar från delfåendet av beslutet.\n"
)
REVIEW = (
    "Oikaisuvaatimusohje\n"
    "Tähän päätökseen tyytymätön voi tehdä kirjallisen oikaisuvaatimuksen kunnanhallitukselle.\n"
    "Oikaisuvaatimus on tehtävä 14 päivän kuluessa päätöksen tiedoksisaannista.\n"
)
OMPROVNING = (
    "Anvisning för begäran om omprövning\n"
    "Den som är missnöjd med beslutet kan begära omprövning hos kommunstyrelsen.\n"
    "Omprövning ska begäras inom 14 dagar från delfåendet av beslutet.\n"
)
TO_REGISTRY = "Oikaisuvaatimus toimitetaan Mallilan kunnan kirjaamoon.\nKuja 1, 99999 MALLILA\n"
TILL_REGISTER = "Begäran lämnas till Malla kommuns registratorskontor.\n"


def instruction(text: str) -> AppealInstruction:
    """
    Return the one instruction of a text that holds no prohibition.
    """
    (found,) = read(text).decision.appeals
    assert isinstance(found, AppealInstruction)
    return found


@pytest.mark.parametrize(
    "copy",
    [
        (
            "Jäljennös valituksesta on toimitettava Mallilan kaupungin kirjaamoon, joka on avoinna "
            "klo 9–18."
        ),
        "Valituksesta on toimitettava kopio kaupungin kirjaamoon (avoinna ma–pe klo 9–18).",
        (
            "Valittajan tulee lähettää jäljennös valituskirjelmästä Mallilan kaupungin kirjaamoon. "
            "Kirjaamo on avoinna arkisin klo 9–18."
        ),
        "Valituksen tekemisestä on ilmoitettava kaupungin kirjaamoon, joka palvelee klo 9–18.",
        "Päätöksestä saa otteen kaupungin kirjaamosta, joka on avoinna klo 9–18.",
        "Pöytäkirjan otteita voi pyytää kirjaamosta. Kirjaamo on avoinna klo 9–18.",
        "Valitusta ei toimiteta kaupungin kirjaamoon, joka on avoinna klo 9–18.",
        (
            "Tieto valituksesta pyydetään toimittamaan Mallilan kaupungin kirjaamoon, aukioloaika "
            "klo 9–18."
        ),
        (
            "Valituksesta toimitetaan kappale kaupungin kirjaamoon:\nMallilan kaupunki, kirjaamo\n"
            "Kuja 1, 99999 MALLILA\nAvoinna klo 9–18"
        ),
        (
            "Kopio valituskirjelmästä toimitetaan:\nMallilan kaupungin kirjaamo\n"
            "Kuja 1, 99999 MALLILA\nkirjaamo@mallila.example\nAukioloaika: ma–pe klo 9–18"
        ),
        "Mallilan kaupungin kirjaamo\nKuja 1, 99999 MALLILA\nAvoinna klo 9–18",
    ],
)
def test_a_copy_goes_elsewhere(copy: str) -> None:
    """
    An appeal goes to the court until the court closes, wherever a copy of it goes.
    """
    found = instruction(APPEAL + copy)
    assert found.decided_by is not None
    assert found.decided_by.name == "Mallilan hallinto-oikeus"
    assert found.deliver_to is None
    assert found.hours == OfficeHours.state()


@pytest.mark.parametrize(
    "copy",
    [
        "En kopia av besvären ska lämnas till stadens registratorskontor, som är öppet kl. 9–18.",
        (
            "En avskrift av besvärsskriften ska tillställas Malla stads registratorskontor "
            "(öppet mån–fre kl. 9–18)."
        ),
        (
            "Kopia av besvären lämnas till registratorskontoret. Registratorskontoret är öppet "
            "kl. 9–18."
        ),
        "Staden ska underrättas om besvären: registratorskontoret, öppet kl. 9–18.",
        "Ett exemplar av besvären skickas till registratorskontoret, öppet kl. 9–18.",
        "Besvären lämnas inte till registratorskontoret, som är öppet kl. 9–18.",
        "Protokollsutdrag kan begäras hos registratorskontoret, som är öppet kl. 9–18.",
    ],
)
def test_a_copy_goes_elsewhere_in_swedish(copy: str) -> None:
    """
    The same in Swedish.
    """
    found = instruction(BESVAR + copy)
    assert found.decided_by is not None
    assert found.decided_by.name == "Malla förvaltningsdomstol"
    assert found.deliver_to is None
    assert found.hours == OfficeHours.state()


FRIDAY = OfficeHours.parse("8-16; pe 8-15")


@pytest.mark.parametrize(
    "hours",
    [
        "Kirjaamo on avoinna ma–pe klo 8–16, perjantaisin klo 8–15.",
        "Kirjaamo on avoinna klo 8–16. Per\u00adjantaisin klo 8–15.",
        "Kirjaamon aukioloaika: ma–pe klo 8–16\n\x0c\npe klo 8–15",
        "Kirjaamon aukioloaika: ma–pe klo 8–16\n\npe klo 8–15",
        "Kirjaamo on avoinna ma–pe klo 8–16 (perj. klo 8–15).",
        "Kirjaamo on avoinna ma–pe 8–16, perj. 8–15.",
        "Avoinna ma-to 8-16\nPE 8-15",
    ],
)
def test_hours_in_two_clauses(hours: str) -> None:
    """
    The second clause of the hours counts, wherever the text breaks before it.
    """
    assert instruction(REVIEW + TO_REGISTRY + hours).hours == FRIDAY


@pytest.mark.parametrize(
    "hours",
    [
        "Kirjaamo on avoinna ma–pe klo 8–16.\n\nPerjantaisin kirjaamo suljetaan klo 15.",
        "Kirjaamo on avoinna klo 8–16. Perjantaisin ja aattoina suljetaan klo 15.",
        "Aukioloaika: ma–pe klo 8–16. Pyhien aattoina ovet suljetaan kello 15.",
        "Kirjaamo on avoinna ma–pe klo 8–16, kuitenkin perjantaisin vain klo 15 saakka.",
        "Kirjaamo palvelee arkisin klo 8–16. Kesällä kirjaamo on avoinna klo 9–15.",
        "Kirjaamo on avoinna ma–pe klo 8–16; kirjaamo on suljettu 1.–31.7.",
        (
            "Kirjaamon aukiolo on ma-pe klo 8-16.\nPoikkeuksena perjantai, jolloin kirjaamo menee "
            "kiinni klo 15.00."
        ),
        "Kirjaamo on avoinna klo 8–16. Juhannusviikolla kirjaamo on suljettu.",
        "Kirjaamo on avoinna klo 8–16. Asiakirjoja otetaan vastaan klo 14 saakka.",
        "Kirjaamo on avoinna klo 8–16. Aukioloaika on kesäkuussa klo 9–15.",
        "Kirjaamo on avoinna klo 8–16. Aukioloajat voivat poiketa kesällä.",
        "Kirjaamo on avoinna klo 8–16. Kesällä kirjaamo palvelee supistetusti.",
    ],
)
def test_hours_that_are_not_all_understood(hours: str) -> None:
    """
    Hours of which a clause is not understood are unknown, and the text is told to be so.
    """
    reading = read(REVIEW + TO_REGISTRY + hours)
    (found,) = reading.decision.instructions
    assert found.hours is None
    assert found.deliver_to is not None


@pytest.mark.parametrize(
    "hours",
    [
        "Registratorskontoret är öppet mån–fre kl. 8–16.\n\nPå fredagar stängs kontoret kl. 15.",
        "Öppet kl. 8–16. Dagen före helg stängs kl. 15.",
        "Öppet mån-fre 8-16 (på sommaren kl. 9-15).",
        "Öppet kl. 8–16, dock på fredagar endast till kl. 15.",
        "Registratorskontoret är öppet kl. 8–16. Kontoret är stängt under midsommarveckan.",
    ],
)
def test_hours_that_are_not_all_understood_in_swedish(hours: str) -> None:
    """
    The same in Swedish.
    """
    assert instruction(OMPROVNING + TILL_REGISTER + hours).hours is None


def test_hours_in_two_clauses_in_swedish() -> None:
    """
    A shortened day in the second clause is the day.
    """
    text = f"{OMPROVNING}{TILL_REGISTER}Öppet mån–fre kl. 8–16, fred. kl. 8–15."
    assert instruction(text).hours == FRIDAY


def test_the_telephone_is_no_registry() -> None:
    """
    When somebody answers the telephone is not when the registry is open.
    """
    text = f"{REVIEW}{TO_REGISTRY}Puhelinvaihde 03 000 0000, avoinna arkisin klo 8–18."
    assert instruction(text).hours is None
    both = f"{REVIEW}{TO_REGISTRY}Kirjaamo on avoinna klo 8–16. Puhelinvaihde palvelee klo 8–18."
    assert instruction(both).hours == OfficeHours.parse("8-16")


LIMITS = [
    "Oikaisuvaatimusta ei voi tehdä suullisesti.",
    "Oikaisuvaatimusta ei voi tehdä sähköpostilla.",
    "Oikaisuvaatimusta ei voi tehdä määräajan jälkeen.",
    "Muu kuin asianosainen ei saa tehdä oikaisuvaatimusta.",
    "Oikaisuvaatimusta ei saa tehdä puhelimitse eikä suullisesti.",
    "Määräajan päätyttyä ei oikaisuvaatimusta voida enää tehdä.",
    "Oikaisuvaatimusta ei voi tehdä nimettömänä.",
    "Ulkopuolinen ei voi hakea muutosta päätökseen.",
    "Oikaisuvaatimusta ei voida tehdä kuin kirjallisesti.",
    "Oikaisuvaatimusta ei voi tehdä toisen puolesta ilman valtakirjaa.",
    "Sähköpostitse ei voi tehdä oikaisuvaatimusta.",
    "Oikaisuvaatimusta ei saa tehdä muulla tavoin kuin kirjallisesti.",
]
BEGRANSNINGAR = [
    "Omprövning kan inte begäras muntligen.",
    "Omprövning kan inte begäras per e-post.",
    "Omprövning kan inte begäras efter tidsfristen.",
    "Andra än parterna får inte begära omprövning.",
    "Omprövning får inte begäras per telefon.",
    "Utomstående får inte söka ändring i beslutet.",
    "Omprövning får inte begäras anonymt.",
    "Omprövning får inte begäras för sent.",
]


@pytest.mark.parametrize("limit", [*LIMITS, *BEGRANSNINGAR])
def test_a_limit_is_no_prohibition(limit: str) -> None:
    """
    A way, a time or a person that is shut out leaves the remedy.
    """
    instructing = OMPROVNING if limit in BEGRANSNINGAR else REVIEW
    for text in (instructing + limit, f"{limit}\n{instructing}"):
        appeals = read(
            f"Kunnanhallitus 3.2.2025 § 14\nVuokra\nPäätös\nOk.\n{text}"
        ).decision.appeals
        assert not any(isinstance(appeal, AppealProhibition) for appeal in appeals)
        assert any(
            isinstance(appeal, AppealInstruction) and appeal.period == Period.days(14)
            for appeal in appeals
        )


@pytest.mark.parametrize(
    "said",
    [
        "Toimita oikaisuvaatimus 14 päivän kuluessa päätöksen tiedoksisaannista.",
        "Sinulla on 14 päivää aikaa tehdä oikaisuvaatimus.",
        "Oikaisuvaatimuksen on oltava perillä 14 päivän kuluessa päätöksen tiedoksisaannista.",
        "Tee oikaisuvaatimus 14 päivän kuluessa siitä, kun sait päätöksen tiedoksi.",
        "Lähetä oikaisuvaatimus viimeistään 14 päivän kuluttua päätöksen tiedoksisaannista.",
        "Sinun täytyy tehdä oikaisuvaatimus 14 päivän sisällä.",
        "Oikaisuvaatimuksen tekemiseen on aikaa 14 päivää tiedoksisaannista.",
        "Oikaisuvaatimuksen tulee saapua kirjaamoon 14 päivän kuluessa tiedoksisaannista.",
        "Voit vaatia oikaisua 14 päivän kuluessa.",
        "Määräaika oikaisuvaatimuksen tekemiselle on neljätoista päivää.",
        "14 päivän määräaika alkaa päätöksen tiedoksisaannista.",
        "Aikaa on 14 päivää.",
        "Jätä oikaisuvaatimuksesi 14 päivän kuluessa.",
    ],
)
def test_ways_to_say_a_period(said: str) -> None:
    """
    A period is read however the reader of the instruction is spoken to.
    """
    text = f"Oikaisuvaatimusohje\nOikaisuvaatimus tehdään kunnanhallitukselle.\n{said}"
    assert instruction(text).period == Period.days(14)


@pytest.mark.parametrize(
    "said",
    [
        "Lämna in din begäran om omprövning inom 14 dagar från delfåendet.",
        "Du har 14 dagar på dig att begära omprövning.",
        "Begäran om omprövning ska vara framme inom 14 dagar från delfåendet.",
        "Tiden för att begära omprövning är 14 dagar.",
        "Skicka begäran om omprövning senast 14 dagar efter att du fått del av beslutet.",
        "Begäran ska ha inkommit inom fjorton dagar från delfåendet.",
        "Omprövningstiden är 14 dagar.",
        "Gör begäran om omprövning inom 14 dagar.",
        "Tidsfristen är 14 dagar från delfåendet.",
        "Begäran om omprövning riktas till kommunstyrelsen inom 14 dagar.",
    ],
)
def test_ways_to_say_a_period_in_swedish(said: str) -> None:
    """
    The same in Swedish.
    """
    text = f"Anvisning för begäran om omprövning\nOmprövning begärs hos kommunstyrelsen.\n{said}"
    assert instruction(text).period == Period.days(14)


JOINED = (
    "Kunnanhallitus 3.2.2025 § 14\nLiittyminen USO-verkostoon 2025–2026\nPäätös\n"
    "Kunnanhallitus päättää, että kunta osallistuu USO-verkostoon vuosina 2025–2026. {}\n"
)
ANSLUTEN = (
    "Kommunstyrelsen 3.2.2025 § 14\nAnslutning till USO-nätverket 2025–2026\nBeslut\n"
    "Kommunstyrelsen beslutar att kommunen deltar i USO-nätverket åren 2025–2026. {}\n"
)
UNSURE = [
    "Osallistumismaksu on enintään 12 000 euroa vuodessa.",
    "Osallistumismaksu on noin 12 000 euroa vuodessa.",
    "Osallistumismaksu on n. 12 000 euroa vuodessa.",
    "Osallistumismaksu on yli 12 000 euroa vuodessa.",
    "Osallistumismaksu on vajaat 12 000 euroa vuodessa.",
    "Osallistumismaksu on arviolta 12 000 euroa vuodessa.",
    "Osallistumismaksu saa olla korkeintaan 12 000 euroa vuodessa.",
    "Osallistumismaksu on 12 000 euroa vuodessa. Maksua tarkistetaan vuosittain.",
    "Osallistumismaksu on noin 12 000 euroa vuodessa + alv.",
    "Osallistumismaksu on 12 000 euroa (alv 0 %), arviolta.",
    "Osallistumismaksu on 12 000 euroa (alv 0 %, arvio) vuodessa.",
    "Osallistumismaksu on 12 000 euroa (alv arviolta 24 %) vuodessa.",
    "Veroton osallistumismaksu on enintään 12 000 euroa vuodessa.",
]
OSAKER = [
    "Deltagaravgiften är högst 12 000 euro/år.",
    "Deltagaravgiften är ca 12 000 euro/år.",
    "Deltagaravgiften är över 12 000 euro/år.",
    "Deltagaravgiften är knappt 12 000 euro/år.",
    "Deltagaravgiften är ungefär 12 000 euro/år.",
    "Deltagaravgiften är maximalt 12 000 euro/år.",
    "Deltagaravgiften är högst 12 000 euro/år + moms.",
]


@pytest.mark.parametrize("said", [*UNSURE, *OSAKER])
def test_a_sum_that_is_not_to_the_cent(said: str) -> None:
    """
    A fee that is about so much, at most so much or that may change is no certain fee.
    """
    reading = read((ANSLUTEN if said in OSAKER else JOINED).format(said))
    membership = reading.decision.membership
    assert membership is not None
    assert membership.annual_fee is None
    assert [left.mark for left in reading.unread] == [Mark.SUM]
    assert reading.unread[0].field == "membership.annual_fee"
    codes = [problem.code for problem in reading.problems]
    assert ProblemCode.NOT_UNDERSTOOD in codes
    assert ProblemCode.AMBIGUOUS in codes


@pytest.mark.parametrize(
    "said",
    [
        "Osallistumismaksu ei ole 12 000 euroa vuodessa.",
        "Osallistumismaksu oli 12 000 euroa vuodessa.",
        "Vuonna 2024 osallistumismaksu on ollut 12 000 euroa vuodessa.",
        "Aiemmin maksu 12 000 euroa vuodessa katettiin toisin.",
        "Deltagaravgiften är inte 12 000 euro/år.",
        "Deltagaravgiften var 12 000 euro/år.",
        "Deltagaravgiften har varit 12 000 euro/år.",
    ],
)
def test_a_sum_that_is_not_the_fee(said: str) -> None:
    """
    A sum that is denied, or that was paid before, is no fee.
    """
    reading = read((ANSLUTEN if "Delt" in said else JOINED).format(said))
    assert reading.decision.membership is not None
    assert reading.decision.membership.annual_fee is None
    assert reading.decision.costs == ()


@pytest.mark.parametrize(
    "said",
    [
        "Osallistumismaksu on 12 000 euroa vuodessa.",
        "Osallistumismaksu on 12 000 euroa vuodessa sisältäen arvonlisäveron.",
        "Osallistumismaksu, 12 000 euroa/vuosi, maksetaan tammikuussa.",
        "Osallistumismaksu on 12 000 euroa vuodessa. Vuonna 2024 se oli 10 000 euroa vuodessa.",
    ],
)
def test_a_sum_to_the_cent(said: str) -> None:
    """
    A fee that is told as it is stays certain.
    """
    reading = read(JOINED.format(said))
    assert reading.decision.membership is not None
    assert reading.decision.membership.annual_fee == 12000
    assert reading.unread == ()


DECISION = "Kunnanhallitus 3.2.2025 § 14\nVuokrasopimuksen jatkaminen\nPäätös\nHyväksyttiin.\n"


@pytest.mark.parametrize(
    ("lose", "missing"),
    [
        pytest.param(lambda text: text.replace("ti", "\ufffd"), True, id="U+FFFD"),
        pytest.param(lambda text: text.replace("ti", "\ue001"), True, id="private"),
        pytest.param(lambda text: text.replace(" ", ""), True, id="no spaces"),
        pytest.param(lambda text: text.replace("ä", "a¨"), True, id="marks beside letters"),
        pytest.param(lambda text: text.replace("ä", "a \u0308"), True, id="marks apart"),
        pytest.param(lambda text: text.replace("ä", "?").replace("ö", "?"), True, id="asked"),
        pytest.param(lambda text: text.replace("ä", "Ã¤"), True, id="bytes as letters"),
        pytest.param(lambda text: text.replace("ä", "a\u0308"), False, id="composed"),
        pytest.param(lambda text: text, False, id="whole"),
    ],
)
def test_letters_that_were_lost(lose: Callable[[str], str], missing: bool) -> None:
    """
    Where letters were lost that is the problem, and nothing is told to be missing.
    """
    reading = read(lose(DECISION + REVIEW.replace("\n", " ")))
    codes = [problem.code for problem in reading.problems]
    assert (ProblemCode.LETTERS_MISSING in codes) is missing
    assert ProblemCode.INSTRUCTION_MISSING not in codes


def test_a_missing_instruction_is_told_where_no_letter_is_lost() -> None:
    """
    A whole text without an instruction has none.
    """
    assert [problem.code for problem in read(DECISION).problems] == [
        ProblemCode.INSTRUCTION_MISSING
    ]


@pytest.mark.parametrize(
    ("printed", "number", "year"),
    [
        ("OUKA/1234/2024", "1234", 2024),
        ("Dnro OUKA/1234/2024", "1234", 2024),
        ("ESBO/2024/12", "12", 2024),
        ("HEL 2024-009117", "009117", 2024),
    ],
)
def test_number_and_year(printed: str, number: str, year: int) -> None:
    """
    The number of a matter and its year are told apart in either order.
    """
    record = read(
        f"Kunnanhallitus 3.2.2025 § 14\n{printed}\nVuokra\nPäätös\nOk."
    ).decision.record_id
    assert record is not None
    assert (record.number, record.year) == (number, year)


def test_two_years_are_no_record_number() -> None:
    """
    Where the year cannot be told from the number there is no record number.
    """
    text = "Kunnanhallitus 3.2.2025 § 14\nOUKA/2012/2024\nVuokra\nPäätös\nHyväksyttiin."
    assert read(text).decision.record_id is None


@pytest.mark.parametrize(
    ("said", "mark", "field"),
    [
        ("Kirjaamo menee kiinni klo 15.", Mark.HOUR, "appeals[0].deliver_to.hours"),
        ("Asiasta voi kysyä 60 päivän ajan.", Mark.PERIOD, "appeals[0].period"),
        ("Vaatimusta ei oteta huomioon paperilla.", Mark.NEGATION, "appeals[0]"),
        ("Oikaisuvaatimuksen voi tehdä 15.3.2025 alkaen.", Mark.DAY, "appeals[0].stated_last_day"),
    ],
)
def test_what_was_not_understood_is_shown(said: str, mark: Mark, field: str) -> None:
    """
    A sentence that holds a mark and became no value is shown with its place.
    """
    text = f"{REVIEW}{said}\n"
    reading = read(text)
    assert [(left.mark, left.field) for left in reading.unread] == [(mark, field)]
    assert reading.quote(reading.unread[0]) == reading.unread[0].text == said
    assert str(reading.unread[0]) == f"{mark.value}: {said}"
    assert [problem.code for problem in reading.problems] == [ProblemCode.NOT_UNDERSTOOD]


@pytest.mark.parametrize(
    "said",
    [
        "Tiedoksisaantipäivää ei lueta määräaikaan.",
        (
            "Jos määräajan viimeinen päivä on pyhäpäivä, asiakirjan voi toimittaa ensimmäisenä "
            "arkipäivänä sen jälkeen."
        ),
        "Sähköistä asiakirjaa ei tarvitse täydentää allekirjoituksella.",
        "Oikeudenkäyntimaksu on 270 euroa.",
        "Oikaisuvaatimuksessa on ilmoitettava vaatimus perusteineen.",
        "Oikaisuvaatimus on tehtävä viimeistään 3.3.2025.",
    ],
)
def test_what_changes_nothing_is_not_shown(said: str) -> None:
    """
    Sentences that are understood, or that change no value, are not shown.
    """
    assert read(f"{REVIEW}{said}\n").unread == ()


def test_a_stated_last_day() -> None:
    """
    The last day that the text itself names is kept; of two none is chosen.
    """
    said = "Oikaisuvaatimus on tehtävä viimeistään 3.3.2025."
    assert instruction(REVIEW + said).stated_last_day == date(2025, 3, 3)
    made = "Päätöksestä 3.2.2025 on oikaisuvaatimus tehtävä viimeistään 3.3.2025."
    assert instruction(REVIEW + made).stated_last_day == date(2025, 3, 3)
    paid = "Maksu on maksettava viimeistään 3.3.2025."
    assert instruction(REVIEW + paid).stated_last_day is None
    other = "Oikaisuvaatimus on toimitettava 4.3.2025 mennessä."
    assert instruction(f"{REVIEW}{said}\n{other}").stated_last_day is None


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ("Valitus on jätettävä viimeistään 30. päivänä päätöksen tiedoksisaannista.", 30),
        ("Valitus on tehtävä viimeistään kolmantenakymmenentenä päivänä tiedoksisaannista.", 30),
        ("Valitus on tehtävä 14 päivän kuluessa, viimeistään 30. päivänä tuloksesta.", 14),
        ("Valitusaika päättyy 30. päivänä, valitus on tehtävä 14 päivän kuluessa.", 14),
    ],
)
def test_a_period_told_by_its_last_day(said: str, days: int) -> None:
    """
    "At the latest on the thirtieth day" are thirty days, where no length is told.
    """
    text = f"Valitusosoitus\nPäätökseen haetaan muutosta valittamalla hallinto-oikeuteen.\n{said}\n"
    assert instruction(text).period == Period.days(days)


def test_an_appeal_told_of_in_passing() -> None:
    """
    That decisions may be appealed against, said above the instruction, is none of its own.
    """
    text = (
        "Muutoksenhaku\nTähän päätökseen voi hakea muutosta valittamalla.\n"
        "Kunnallisvalitus\nKunnallisvalitus on tehtävä Mallilan hallinto-oikeuteen 30 päivän "
        "kuluessa päätöksen tiedoksisaannista.\n"
    )
    assert instruction(text).period == Period.days(30)


def test_a_correction_asked_of_the_contracting_entity() -> None:
    """
    "May demand that the contracting entity corrects" is the remedy, and tells who may use it.
    """
    text = (
        "Hankintaoikaisuohje\nPäätökseen tyytymätön asianosainen voi vaatia hankintayksikköä "
        "oikaisemaan päätöstä 14 päivän kuluessa päätöksen tiedoksisaannista.\n"
    )
    found = instruction(text)
    assert found.period == Period.days(14)
    assert found.entitled == (Entitled.PARTY,)


@pytest.mark.parametrize(
    "condition",
    [
        "Hallinto-oikeuden päätökseen ei saa hakea muutosta ilman valituslupaa.",
        "Päätökseen ei saa hakea muutosta ennen kuin oikaisuvaatimus on ratkaistu.",
        "Päätökseen ei voi hakea muutosta, ellei oikaisuvaatimusta ole tehty.",
    ],
)
def test_a_condition_is_no_prohibition(condition: str) -> None:
    """
    What may not be done without something, or before it, may be done.
    """
    text = f"{DECISION}Muutoksenhaku\n{condition}\n{REVIEW}"
    appeals = read(text).decision.appeals
    assert not any(isinstance(appeal, AppealProhibition) for appeal in appeals)


def test_two_starts_of_a_period() -> None:
    """
    Where a sentence of its own starts the time from something else, no start is chosen.
    """
    reading = read(f"{REVIEW}Määräaika lasketaan päätöksen antamisesta.\n")
    assert reading.decision.instructions[0].starts_from is None
    (found,) = reading.where("appeals[0].starts_from")
    assert found.candidates == (StartingEvent.NOTICE, StartingEvent.GIVEN)
    same = f"{REVIEW}Määräaika lasketaan päätöksen tiedoksisaannista.\n"
    assert instruction(same).starts_from is StartingEvent.NOTICE


def test_a_payment_has_a_time_of_its_own() -> None:
    """
    The time to pay is not the time to appeal, and is understood as such.
    """
    reading = read(f"{REVIEW}Maksu on maksettava 30 päivän kuluessa.\n")
    assert reading.decision.instructions[0].period == Period.days(14)
    assert reading.unread == ()
