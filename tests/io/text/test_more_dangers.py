"""
What instructions must not be read as, in ten wordings of each language or more.

The rows of `test_dangers` in wordings of their own, and those that it has none for.
"""

from __future__ import annotations

import pytest

from kuntapaatos.appeal import AppealInstruction
from kuntapaatos.io.text import read
from kuntapaatos.io.text.instruction import parse_appeals
from kuntapaatos.notice.kinds import NoticeKind
from kuntapaatos.office_hours import OfficeHours
from kuntapaatos.remedy.kinds import AppealProhibition
from kuntapaatos.time_limit import Period

APPEAL = (
    "Valitusosoitus\nKunnallisvalitus on tehtävä 30 päivän kuluessa tiedoksisaannista. Valitus "
    "tehdään Mallilan hallinto-oikeudelle.\n"
)
BESVAR = (
    "Besvärsanvisning\nKommunalbesvär ska anföras inom 30 dagar från delfåendet. Besvären anförs "
    "hos Malla förvaltningsdomstol.\n"
)
REVIEW = (
    "Oikaisuvaatimusohje\nOikaisuvaatimus on tehtävä 14 päivän kuluessa tiedoksisaannista. "
    "Oikaisuvaatimus tehdään Mallilan kunnanhallitukselle.\n"
)
OMPROVNING = (
    "Anvisning för begäran om omprövning\nBegäran om omprövning ska göras inom 14 dagar från "
    "delfåendet. Omprövning begärs hos kommunstyrelsen i Malla.\n"
)


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
        "Kopia av besvärsskriften sänds till stadens registratur, öppet kl. 9–18.",
        "Staden underrättas om besvären. Registratorskontoret är öppet kl. 9–18.",
        "Den som anför besvär ska skicka en avskrift av besvären till registraturen (öppen kl. 9–18).",
        "Utdrag ur protokollet fås hos registratorskontoret, öppet kl. 9–18.",
        "Kopior av handlingarna kan beställas hos registraturen, som är öppen kl. 9–18.",
    ],
)
def test_a_copy_goes_elsewhere_in_swedish(copy: str) -> None:
    """
    The hours of where a copy goes are not the court's.
    """
    found = instruction(BESVAR + copy)
    assert found.decided_by is not None
    assert found.decided_by.name == "Malla förvaltningsdomstol"
    assert found.deliver_to is None
    assert found.hours == OfficeHours.state()


@pytest.mark.parametrize(
    "telephone",
    [
        "Puhelinvaihde palvelee klo 8–18.",
        "Vaihde 03 000 0000 on avoinna klo 8–18.",
        "Puhelinpalvelu on auki arkisin klo 8–18.",
        "Puhelimeen vastataan klo 8–18.",
        "Puhelinaika ma–pe klo 8–18.",
        "Puhelin 03 000 0000, palvelee klo 8–18.",
        "Neuvontapuhelin on avoinna klo 8–18.",
        "Puhelinneuvonta klo 8–18.",
        "Puhelinvaihteen aukioloaika on klo 8–18.",
        "Soita numeroon 03 000 0000 klo 8–18.",
    ],
)
def test_the_telephone_is_no_registry(telephone: str) -> None:
    """
    When somebody answers the telephone is not when the registry takes a document.
    """
    found = instruction(
        f"{REVIEW}Se toimitetaan Mallilan kunnan kirjaamoon.\nKirjaamo on avoinna klo 8–16. {telephone}"
    )
    assert found.hours in {None, OfficeHours.parse("8-16")}
    alone = instruction(f"{REVIEW}Se toimitetaan Mallilan kunnan kirjaamoon.\n{telephone}")
    assert alone.hours is None


@pytest.mark.parametrize(
    "telephone",
    [
        "Telefonväxeln betjänar kl. 8–18.",
        "Växeln är öppen kl. 8–18.",
        "Telefontid mån–fre kl. 8–18.",
        "Telefonen är öppen kl. 8–18.",
        "Telefonservicen är öppen kl. 8–18.",
        "Telefon 06 000 000, öppen kl. 8–18.",
        "Telefonväxelns öppettid är kl. 8–18.",
        "Telefonrådgivning kl. 8–18.",
        "Telefontjänsten är öppen vardagar kl. 8–18.",
        "Ring 06 000 000 kl. 8–18.",
    ],
)
def test_the_telephone_is_no_registry_in_swedish(telephone: str) -> None:
    """
    The same in Swedish.
    """
    found = instruction(
        f"{OMPROVNING}Begäran lämnas till Malla registratorskontor.\nKontoret är öppet kl. 8–16. {telephone}"
    )
    assert found.hours in {None, OfficeHours.parse("8-16")}
    alone = instruction(f"{OMPROVNING}Begäran lämnas till Malla registratorskontor.\n{telephone}")
    assert alone.hours is None


@pytest.mark.parametrize(
    "hours",
    [
        "Öppet mån–fre kl. 8–16, på fredagar kl. 8–15.",
        "Öppet mån–tors kl. 8–16\nfre kl. 8–15",
        "Öppet mån–tors kl. 8–16, fre kl. 8–15.",
        "Öppettider: mån–tors 8–16, fre 8–15",
        "Registratorskontoret är öppet måndag–torsdag kl. 8–16 och fredag kl. 8–15.",
        "Öppettid mån-tors 8.00-16.00\n\nfre 8.00-15.00",
        "Betjänar mån–tors kl. 8–16; fre kl. 8–15.",
        "Öppet vardagar kl. 8–16, fredagar kl. 8–15.",
        "Tjänstetid: måndag–torsdag kl. 8–16, fredag kl. 8–15",
        "Öppet mån–fre 8–16 (fre 8–15).",
    ],
)
def test_hours_in_two_clauses_in_swedish(hours: str) -> None:
    """
    The second clause counts, or the hours are unknown; never the first alone.
    """
    found = instruction(f"{OMPROVNING}Begäran lämnas till Malla registratorskontor.\n{hours}")
    assert found.hours in {None, OfficeHours.parse("8-16; pe 8-15")}


@pytest.mark.parametrize(
    "hours",
    [
        "Öppet kl. 8–16. På fredagar är kontoret stängt efter kl. 15.",
        "Öppet kl. 8–16. I juli har registraturen öppet kl. 9–14.",
        "Öppet kl. 8–16. Kontoret stänger kl. 13 dagen före helgdag.",
        "Öppet kl. 8–16, men kl. 8–14 på aftnar före midsommar.",
        "Öppet kl. 8–16. Öppettiderna kan avvika under sommaren.",
    ],
)
def test_hours_that_are_not_all_understood_in_swedish(hours: str) -> None:
    """
    Hours of which a clause is not understood are unknown.
    """
    found = instruction(f"{OMPROVNING}Begäran lämnas till Malla registratorskontor.\n{hours}")
    assert found.hours is None


@pytest.mark.parametrize(
    "limit",
    [
        "Omprövning kan inte begäras muntligt.",
        "Begäran om omprövning får inte göras per telefon eller muntligen.",
        "Omprövning får inte begäras efter att tiden har gått ut.",
        "Andra än parter och kommunmedlemmar får inte begära omprövning.",
        "Omprövning får inte begäras utan fullmakt för någon annan.",
        "En försenad begäran om omprövning kan inte prövas.",
        "Omprövning kan inte begäras enbart på den grunden att beslutet är olämpligt motiverat.",
    ],
)
def test_a_limit_is_no_prohibition_in_swedish(limit: str) -> None:
    """
    A way, a time, a person or a ground that is shut out leaves the remedy.
    """
    for text in (OMPROVNING + limit, f"{limit}\n{OMPROVNING}"):
        appeals = read(f"Kommunstyrelsen 3.2.2025 § 14\nArrende\nBeslut\nGodkändes.\n{text}")
        given = appeals.decision.appeals
        assert not any(isinstance(one, AppealProhibition) for one in given)
        assert any(
            isinstance(one, AppealInstruction) and one.period == Period.days(14) for one in given
        )


@pytest.mark.parametrize(
    "clock",
    [
        "Kunnan jäsenen, asianosaisen ja muun valittamaan oikeutetun katsotaan saaneen tiedon seitsemän päivän kuluttua siitä, kun pöytäkirja on nähtävänä yleisessä tietoverkossa.",
        "Asianosaisen ja kunnan jäsenen katsotaan saaneen päätöksestä tiedon seitsemän päivän kuluttua siitä, kun pöytäkirja on nähtävänä tietoverkossa.",
        "Kunnan jäsenten ja asianosaisten katsotaan saaneen tiedon seitsemän päivän kuluttua pöytäkirjan nähtäville asettamisesta.",
        "Kunnan jäsenen sekä asianosaisen katsotaan saaneen tiedon päätöksestä 7 päivän kuluttua siitä, kun pöytäkirja on julkaistu kunnan verkkosivuilla.",
        "Jokaisen katsotaan saaneen päätöksestä tiedon seitsemän päivän kuluttua siitä, kun pöytäkirja on nähtävänä yleisessä tietoverkossa.",
        "Muutoksenhakijan katsotaan saaneen tiedon seitsemäntenä päivänä siitä, kun pöytäkirja on nähtävänä yleisessä tietoverkossa.",
        "Kaikkien katsotaan saaneen tiedon seitsemän päivän kuluttua siitä, kun pöytäkirja on asetettu nähtäville.",
        "Asianosaisen sekä kaupungin jäsenen katsotaan saaneen tiedon seitsemän päivän kuluttua siitä, kun pöytäkirja on nähtävänä yleisessä tietoverkossa.",
        "Valittajan katsotaan saaneen tiedon seitsemän päivän kuluttua siitä, kun pöytäkirja on nähtävänä yleisessä tietoverkossa.",
        "Kunnan jäsenen taikka asianosaisen katsotaan saaneen tiedon seitsemän päivän kuluttua siitä, kun pöytäkirja on nähtävänä yleisessä tietoverkossa.",
    ],
)
def test_everybodys_clock(clock: str) -> None:
    """
    A clock that the text gives to everybody is not the member's alone.
    """
    (told,) = instruction(REVIEW + clock).presumptions
    assert (told.kind, told.days, told.everybody) == (NoticeKind.ONLINE_MINUTES, 7, True)


@pytest.mark.parametrize(
    "clock",
    [
        "Kommunmedlemmar och parter anses ha fått del av beslutet sju dagar efter att protokollet finns i det allmänna datanätet.",
        "En kommunmedlem och en part anses ha fått del av beslutet sju dagar efter att protokollet publicerats i det allmänna datanätet.",
        "En part och en kommunmedlem anses ha fått del av beslutet sju dagar efter att protokollet finns tillgängligt på webbplatsen.",
        "Parten samt kommunmedlemmen anses ha fått del av beslutet sju dagar efter att protokollet lagts fram i datanätet.",
        "Var och en anses ha fått del av beslutet sju dagar efter att protokollet finns i det allmänna datanätet.",
        "Alla anses ha fått del av beslutet sju dagar efter att protokollet publicerats på kommunens webbplats.",
        "Ändringssökanden anses ha fått del av beslutet sju dagar efter att protokollet finns i det allmänna datanätet.",
        "Besväranden anses ha fått del av beslutet sju dagar efter att protokollet finns i det allmänna datanätet.",
        "Kommunmedlemmar, parter och andra anses ha fått del av beslutet sju dagar efter att protokollet finns i det allmänna datanätet.",
        "Kommunmedlemmen eller parten anses ha fått del av beslutet sju dagar efter att protokollet finns i det allmänna datanätet.",
    ],
)
def test_everybodys_clock_in_swedish(clock: str) -> None:
    """
    The same in Swedish.
    """
    (told,) = instruction(OMPROVNING + clock).presumptions
    assert (told.kind, told.days, told.everybody) == (NoticeKind.ONLINE_MINUTES, 7, True)


FOREIGN = [
    "Tiedoksisaajat",
    "Päätösjakelu",
    "Liite",
    "Jakelu",
    "Tiedoksi",
    "Otteen saaja",
    "Hakija",
    "Laskutusosoite",
    "Rakennuspaikka",
    "Asianosaiset",
    "Muut tiedot",
    "Kuultavat",
    "Urakoitsija",
]
FRAMMANDE = [
    "För kännedom",
    "Sändlista",
    "Bilaga",
    "Distribution",
    "Delges",
    "Utdrag till",
    "Sökande",
    "Faktureringsadress",
    "Byggnadsplats",
    "Parter",
    "Övriga uppgifter",
    "Entreprenör",
]


@pytest.mark.parametrize("label", FOREIGN)
def test_addresses_of_another_label(label: str) -> None:
    """
    An address below a label of something else is not that of who decides.
    """
    found = instruction(
        f"{REVIEW}{label}\nOy Esimerkki Ab\nTeollisuustie 8, 99900 Mallila\ntoimisto@esimerkki.example\n"
    )
    assert found.decided_by is not None
    assert (found.decided_by.postal_address, found.decided_by.email) == (None, None)
    assert found.deliver_to is None


@pytest.mark.parametrize("label", FRAMMANDE)
def test_addresses_of_another_label_in_swedish(label: str) -> None:
    """
    The same in Swedish.
    """
    found = instruction(
        f"{OMPROVNING}{label}\nAb Exempel Oy\nIndustrigatan 8, 99900 Malla\nkontor@exempel.example\n"
    )
    assert found.decided_by is not None
    assert (found.decided_by.postal_address, found.decided_by.email) == (None, None)
    assert found.deliver_to is None


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("Oikaisuvaatimusviranomainen on Kolmijoen jätelautakunta.", "Kolmijoen jätelautakunta"),
        (
            "Oikaisuvaatimus tehdään Kolmijoen seudun ympäristölautakunnalle.",
            "Kolmijoen seudun ympäristölautakunta",
        ),
        (
            "Viranomainen, jolle oikaisuvaatimus tehdään, on Testilän ja Mallilan yhteinen rakennuslautakunta.",
            "Testilän ja Mallilan yhteinen rakennuslautakunta",
        ),
        (
            "Oikaisuvaatimus osoitetaan Kolmijoen joukkoliikennejaostolle.",
            "Kolmijoen joukkoliikennejaosto",
        ),
        (
            "Oikaisuvaatimus tehdään päätöksen tehneelle viranomaiselle.",
            "päätöksen tehnyt viranomainen",
        ),
        (
            "Oikaisuvaatimusviranomainen: Testilän kaupunki, Kolmijoen jätelautakunta",
            "Kolmijoen jätelautakunta",
        ),
        (
            "Oikaisuvaatimus tehdään kuntayhtymän yhtymähallitukselle.",
            "kuntayhtymän yhtymähallitus",
        ),
        (
            "Viranomainen, jolle oikaisuvaatimus tehdään:\nKolmijoen jätelautakunta\nTestilän kaupunki\nPL 1, 99801 Testilä",
            "Kolmijoen jätelautakunta",
        ),
        (
            "Oikaisuvaatimus toimitetaan Kolmijoen jätelautakunnalle, Testilän kaupunki, PL 1, 99801 Testilä.",
            "Kolmijoen jätelautakunta",
        ),
        (
            "Toimita oikaisuvaatimus Testilän kaupungin kirjaamoon. Sen käsittelee Kolmijoen jätelautakunta.",
            "Kolmijoen jätelautakunta",
        ),
    ],
)
def test_who_decides_of_several_municipalities(said: str, name: str) -> None:
    """
    A joint body decides, not the city whose address it has.
    """
    text = f"Oikaisuvaatimusohje\nOikaisuvaatimus on tehtävä 14 päivän kuluessa tiedoksisaannista.\n{said}\n"
    found = instruction(text)
    assert found.decided_by is not None
    assert found.decided_by.name == name


BANS = [
    ("Pykälät 1–3", "Pykälät 7, 9"),
    ("Pykälät: 1, 2 ja 3", "Pykälät: 7 ja 9"),
    ("§ 1–3", "§ 7, 9"),
    ("§:t 1-3", "§:t 7, 9"),
    ("Koskee pykäliä 1–3", "Koskee pykäliä 7, 9"),
]


@pytest.mark.parametrize(("first", "second"), BANS)
def test_two_prohibitions_in_a_row(first: str, second: str) -> None:
    """
    Each prohibition has its own sections, and none of the other's.
    """
    text = (
        "Pöytäkirja\n§ {}\nVuokra\nPäätös\nHyväksyttiin.\nMUUTOKSENHAKUKIELLOT\n"
        "Seuraavista päätöksistä ei saa tehdä oikaisuvaatimusta eikä kunnallisvalitusta, koska päätös "
        f"koskee vain valmistelua.\n{first}\n"
        "Muun lainsäädännön mukaan seuraaviin päätöksiin ei saa hakea muutosta valittamalla.\n"
        f"{second}\n"
    )
    bans = parse_appeals(text)
    assert [one.sections for one in bans] == [("1", "2", "3"), ("7", "9")]


@pytest.mark.parametrize(
    "denied",
    [
        "Oikaisuvaatimusta ei voi lähettää sähköpostilla osoitteeseen info@mallila.example.",
        "Sähköpostiosoitteeseen info@mallila.example ei voi toimittaa oikaisuvaatimusta.",
        "Oikaisuvaatimuksia ei oteta vastaan sähköpostitse (info@mallila.example).",
        "Älä lähetä oikaisuvaatimusta osoitteeseen info@mallila.example.",
        "Ei sähköpostilla osoitteeseen info@mallila.example.",
        "Oikaisuvaatimus ei saavu perille osoitteeseen info@mallila.example lähetettynä.",
        "Osoitetta info@mallila.example ei käytetä oikaisuvaatimuksiin.",
        "Muut yhteydenotot: info@mallila.example",
        "Laskutusasiat: info@mallila.example",
        "Palaute: info@mallila.example",
    ],
)
def test_an_address_that_is_not_for_it(denied: str) -> None:
    """
    An address in a sentence that denies it, or behind a label of something else, is not taken.
    """
    found = instruction(f"{REVIEW}{denied}\n")
    assert found.decided_by is not None
    assert found.decided_by.email is None
    assert found.deliver_to is None or found.deliver_to.email is None


@pytest.mark.parametrize(
    "denied",
    [
        "Begäran kan inte skickas per e-post till info@malla.example.",
        "Skicka inte begäran till info@malla.example.",
        "Inte per e-post till info@malla.example.",
        "Till adressen info@malla.example kan begäran inte lämnas.",
        "Begäran om omprövning tas inte emot på info@malla.example.",
        "Adressen info@malla.example används inte för omprövning.",
        "En begäran som skickas till info@malla.example behandlas inte.",
        "Övriga ärenden: info@malla.example",
        "Respons: info@malla.example",
        "Fakturafrågor: info@malla.example",
    ],
)
def test_an_address_that_is_not_for_it_in_swedish(denied: str) -> None:
    """
    The same in Swedish.
    """
    found = instruction(f"{OMPROVNING}{denied}\n")
    assert found.decided_by is not None
    assert found.decided_by.email is None
    assert found.deliver_to is None or found.deliver_to.email is None


@pytest.mark.parametrize("days", ["14–30", "14-30", "14...30", "7–14"])
def test_a_time_that_is_no_length(days: str) -> None:
    """
    A time that cannot be read is shown, not left out.
    """
    reading = read(
        f"Oikaisuvaatimusohje\nOikaisuvaatimus on tehtävä {days} päivän kuluessa tiedoksisaannista "
        "kunnanhallitukselle."
    )
    (one,) = reading.decision.instructions
    assert one.period is None
    assert [left.field for left in reading.unread] == ["appeals[0].period"]


@pytest.mark.parametrize(
    "said",
    [
        "Oikaisuvaatimus on tehtävä noin 14 päivän kuluessa tiedoksisaannista.",
        "Oikaisuvaatimus oli tehtävä 14 päivän kuluessa tiedoksisaannista.",
        "Oikaisuvaatimus olisi tehtävä 14 päivän kuluessa tiedoksisaannista.",
        "Oikaisuvaatimus on tehtävä vähintään 14 päivän kuluessa tiedoksisaannista.",
        "Oikaisuvaatimus on tehtävä suunnilleen kahden viikon kuluessa tiedoksisaannista.",
        "Oikaisuvaatimus on tehtävä n. 14 päivän kuluessa tiedoksisaannista.",
        "Oikaisuvaatimus on tehtävä 14 arkipäivän kuluessa tiedoksisaannista.",
        "Oikaisuvaatimusta ei tarvitse tehdä 14 päivän kuluessa.",
        "Aikaisemmin oikaisuvaatimus oli tehtävä 14 päivän kuluessa, nyt 21 päivän kuluessa.",
        "Lautakunta käsittelee oikaisuvaatimuksen 30 päivän kuluessa sen saapumisesta.",
        "Oikaisuvaatimus on tehtävä 14 päivän kuluessa, mutta jäsenkunnan 30 päivän kuluessa.",
        "Oikaisuvaatimusaika ei ole 30 päivää vaan 14 päivää tiedoksisaannista.",
    ],
)
def test_a_time_that_is_not_surely_told(said: str) -> None:
    """
    A time that was, is about so long or is told in two ways is none, and a problem tells of it.
    """
    reading = read(f"Oikaisuvaatimusohje\nOikaisuvaatimus tehdään kunnanhallitukselle.\n{said}")
    (one,) = reading.decision.instructions
    assert one.period is None
    assert "appeals[0].period" in {problem.field for problem in reading.problems}


@pytest.mark.parametrize(
    "said",
    [
        "Begäran om omprövning ska göras inom cirka 14 dagar från delfåendet.",
        "Begäran om omprövning skulle göras inom 14 dagar från delfåendet.",
        "Begäran om omprövning ska göras inom ungefär två veckor från delfåendet.",
        "Begäran om omprövning ska göras inom omkring 14 dagar från delfåendet.",
        "Begäran om omprövning ska göras inom minst 14 dagar från delfåendet.",
        "Begäran om omprövning ska göras inom ca 14 dagar från delfåendet.",
        "Begäran om omprövning ska göras inom 14 vardagar från delfåendet.",
        "Begäran om omprövning ska göras inom 14 dagar, inte 30 dagar, från delfåendet.",
        "Nämnden behandlar begäran om omprövning inom 30 dagar.",
        "Begäran om omprövning skulle lämnas in inom 14 dagar.",
    ],
)
def test_a_time_that_is_not_surely_told_in_swedish(said: str) -> None:
    """
    The same in Swedish.
    """
    reading = read(
        f"Anvisning om begäran om omprövning\nOmprövning begärs hos kommunstyrelsen.\n{said}"
    )
    (one,) = reading.decision.instructions
    assert one.period is None
    assert "appeals[0].period" in {problem.field for problem in reading.problems}
