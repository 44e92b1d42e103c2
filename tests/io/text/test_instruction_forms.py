"""
Forms of instructions that differ from the usual one: tables, columns, loose sentences.

The texts are written for these tests; their places, offices and numbers are invented.
"""

from __future__ import annotations

import pytest

from kuntapaatos.appeal import AppealInstruction, AppealProhibition, Authority
from kuntapaatos.io.text import Why
from kuntapaatos.io.text.instruction import parse_appeals
from kuntapaatos.io.text.instruction.columns import columns
from kuntapaatos.io.text.instruction.contacts import read_contacts
from kuntapaatos.io.text.instruction.names import hearing, is_authority
from kuntapaatos.io.text.instruction.prose import lines
from kuntapaatos.remedy.kinds import ProhibitionGround

DUE = "Oikaisuvaatimus on tehtävä 14 päivän kuluessa päätöksen tiedoksisaannista.\n"
DUE_SV = "Begäran om omprövning ska göras inom 14 dagar från delfåendet av beslutet.\n"


def instructions(text: str) -> list[AppealInstruction]:
    """Return the instructions of a text."""
    values = [parsed.value for parsed in parse_appeals(text)]
    return [value for value in values if isinstance(value, AppealInstruction)]


def offices(instruction: AppealInstruction) -> list[Authority]:
    """Return the authorities of an instruction: where to deliver, then who decides."""
    both = (instruction.deliver_to, instruction.decided_by)
    return [office for office in both if office is not None]


def told(instruction: AppealInstruction) -> dict[str, object]:
    """Return everything that an instruction says of time and place, in few words."""
    days = {one.kind.value: one.days for one in instruction.presumptions}
    values: dict[str, object] = {
        "remedy": instruction.remedy.value,
        "period": instruction.period and str(instruction.period),
        "from": instruction.starts_from and instruction.starts_from.value,
        "decides": instruction.decided_by and instruction.decided_by.name,
        "deemed": days,
        "paper": instruction.paper_cutoff and str(getattr(instruction.paper_cutoff, "value", "at")),
        "electronic": instruction.electronic_cutoff is not None or None,
    }
    for name in ("postal_address", "visiting_address", "email", "phone", "hours"):
        given = [getattr(office, name) for office in offices(instruction)]
        values[name] = next((str(value) for value in given if value is not None), None)
    return {key: value for key, value in values.items() if value}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "| Oikaisuvaatimusohje | |\n"
            "Viranomainen | Viranomainen, jolle oikaisuvaatimus tehdään, on rakennuslautakunta | |\n"
            "Postiosoite: | PL 9, 99990 Mallila | |\n"
            "Käyntiosoite: | Torikatu 5 | |\n"
            "Puhelinnumero: | 08 555 000 | |\n"
            "Kirjaamon aukioloaika: | Ma – Pe klo 9.00 – 15.00 | |\n"
            f"Aika | {DUE}",
            {
                "remedy": "oikaisuvaatimus",
                "period": "14 päivää",
                "from": "tiedoksisaanti",
                "decides": "rakennuslautakunta",
                "postal_address": "PL 9, 99990 Mallila",
                "visiting_address": "Torikatu 5",
                "phone": "08 555 000",
                "hours": "ma–pe 9.00–15.00",
            },
            id="the cells of a table",
        ),
        pytest.param(
            "Oikaisuvaatimusohje\nPäätöksestä voi tehdä kirjallisen oikaisuvaatimuksen Louhelon "
            "kaupungin kasvatus- ja opetuslautakunnalle 14 päivän kuluessa tiedoksisaannista.\n"
            "Se on toimitettava virka-aikana määräajan kuluessa.\n"
            "Kirjaamon yhteystiedot:\n"
            "Käyntiosoite:\nVirka-aika:\nPostiosoite:\nSähköposti:\nFax:\nVaihde:\n"
            "Siltatie 11, 3. krs.\nma-pe 8.00 - 15.45\nPL 1, 99970 LOUHELO\n"
            "kirjaamo@example.fi\n09 555 111\n09 555 222\n",
            {
                "remedy": "oikaisuvaatimus",
                "period": "14 päivää",
                "from": "tiedoksisaanti",
                "decides": "Louhelon kaupungin kasvatus- ja opetuslautakunta",
                "paper": "aukioloajan päättyminen",
                "postal_address": "PL 1, 99970 LOUHELO",
                "visiting_address": "Siltatie 11, 3. krs.",
                "email": "kirjaamo@example.fi",
                "phone": "09 555 222",
                "hours": "ma–pe 8.00–15.45",
            },
            id="every label, then every value",
        ),
        pytest.param(
            "OIKAISUVAATIMUS\nTähän päätökseen tyytymätön saa hakea muutosta.\n"
            "Valitusviranomainen\nMallilan valvontavirasto\nPL 20, 99990 Mallila\n"
            "08 5551234\nkirjaamo@example.fi\n"
            "Valitusaika\nValitusaika on 14 päivää tiedoksisaannista\n",
            {
                "remedy": "oikaisuvaatimus",
                "period": "14 päivää",
                "from": "tiedoksisaanti",
                "decides": "Mallilan valvontavirasto",
                "postal_address": "PL 20, 99990 Mallila",
                "email": "kirjaamo@example.fi",
                "phone": "08 5551234",
            },
            id="a review whose form calls it an appeal",
        ),
        pytest.param(
            "Anvisning om hur man begär omprövning\n"
            "Beslutet får inte överklagas till domstol.\n"
            "Begäran om omprövning måste lämnas in inom 30 dagar från dagen för delfående av "
            "beslutet. En begäran i pappersform ska lämnas in till den svenska nämnden för tjänster "
            "för unga i Modellby stad senast under tidsfristens sista dag innan tillstånds- och "
            "tillsynsverket stänger. Begäran kan också skickas per e-post innan besvärstiden "
            "upphör.\n"
            "Begäran lämnas in till\n"
            "Svenska nämnden för tjänster för unga\nSkolgatan 2\nPB 7, 99980 Modellby\n"
            "Öppettider för registraturen: 8.00–16.00\n",
            {
                "remedy": "oikaisuvaatimus",
                "period": "30 päivää",
                "from": "tiedoksisaanti",
                "decides": "Svenska nämnden för tjänster för unga",
                "paper": "aukioloajan päättyminen",
                "postal_address": "PB 7, 99980 Modellby",
                "visiting_address": "Skolgatan 2",
                "hours": "ma–pe 8.00–16.00",
            },
            id="a committee named by its field",
        ),
        pytest.param(
            "Begäran om omprövning\nBegäran om omprövning görs hos det organ som har fattat "
            "beslutet. Begäran ska lämnas in senast den sista dagen inom den tid myndigheten håller "
            f"öppet. {DUE_SV}En part anses ha fått del av beslutet sju dagar efter att ett brev sänts "
            "och tre dagar efter att ett e-mejl sänts.",
            {
                "remedy": "oikaisuvaatimus",
                "period": "14 päivää",
                "from": "tiedoksisaanti",
                "decides": "det organ som har fattat beslutet",
                "deemed": {"kirje": 7, "sähköinen viesti": 3},
                "paper": "aukioloajan päättyminen",
            },
            id="the body that made the decision",
        ),
        pytest.param(
            "Begäran om omprövning\nMyndighet till vilken begäran om omprövning lämnas\n"
            "Modellby stadsstyrelse, PB 2, 99980 Modellby\n\n"
            "Besvärsmyndighet och postadress\nVasa förvaltningsdomstol\n\n"
            f"{DUE_SV}Delfåendet anses ha skett den sjunde dagen efter att meddelandet publicerats.",
            {
                "remedy": "oikaisuvaatimus",
                "period": "14 päivää",
                "from": "tiedoksisaanti",
                "decides": "Modellby stadsstyrelse",
                "deemed": {"julkinen kuulutus": 7},
                "postal_address": "PB 2, 99980 Modellby",
            },
            id="the address before the time",
        ),
        pytest.param(
            "Valitusosoitus\nTähän päätökseen saa hakea muutosta valittamalla Vaasan "
            "hallinto-oikeuteen 30 päivän kuluessa tiedoksisaannista.\nAsianosaisen katsotaan saaneen "
            "tiedon seitsemän päivän kuluttua kirjeen lähettämisestä tai kuulutuksen julkaisemisesta.",
            {
                "remedy": "valitus",
                "period": "30 päivää",
                "from": "tiedoksisaanti",
                "decides": "Vaasan hallinto-oikeus",
                "deemed": {"kirje": 7, "julkinen kuulutus": 7},
            },
            id="a letter or an announcement",
        ),
        pytest.param(
            f"Oikaisuvaatimusohje\n{DUE}Asianosaisen katsotaan saaneen tiedon seitsemän päivän "
            "kuluttua päätöksen lähettämisestä.",
            {
                "remedy": "oikaisuvaatimus",
                "period": "14 päivää",
                "from": "tiedoksisaanti",
                "deemed": {"kirje": 7},
            },
            id="what is sent is a letter",
        ),
        pytest.param(
            "Muutoksenhaku\nHallituksen päätöksestä oikaisuvaatimus tehdään kunnanhallitukselle. "
            "Viranhaltijan päätöksistä oikaisuvaatimus tehdään elinvoimalautakunnalle.\n" + DUE,
            {"remedy": "oikaisuvaatimus", "period": "14 päivää", "from": "tiedoksisaanti"},
            id="several makers, several bodies",
        ),
        pytest.param(
            "HANKINTAOIKAISUOHJE\nAsianosainen voi vaatia hankintayksiköltä hankintaoikaisua 14 päivän "
            "kuluessa siitä, kun hän on saanut tiedon päätöksestä.\n"
            "Vaatimus toimitetaan hankintayksikölle:\nMallilan kaupunki, kirjaamo\n"
            "PL 12, 99990 Mallila\nkirjaamo@example.fi\n",
            {
                "remedy": "hankintaoikaisu",
                "period": "14 päivää",
                "from": "tiedoksisaanti",
                "decides": "hankintayksikkö",
                "postal_address": "PL 12, 99990 Mallila",
                "email": "kirjaamo@example.fi",
            },
            id="a contracting entity with a registry",
        ),
        pytest.param(
            "Valitusosoitus markkinaoikeuteen\nValitus on tehtävä 14 päivän kuluessa siitä, kun "
            "asianosainen on saanut tiedon päätöksestä.\nValitus on tehtävä kuuden kuukauden kuluessa "
            "päätöksestä siinä tapauksessa, että osoitus on ollut puutteellinen.",
            {
                "remedy": "valitus markkinaoikeuteen",
                "period": "14 päivää",
                "from": "tiedoksisaanti",
                "decides": "markkinaoikeus",
            },
            id="a longer time in that case only",
        ),
        pytest.param(
            "Oikaisuvaatimus\nViranhaltijan päätökseen tyytymättömällä on oikeus saada asia Mallilan "
            "kunnan rakennuslautakunnan käsiteltäväksi.\n"
            "Oikaisuvaatimusaika on 30 päivää päätöksen tiedoksisaannista.",
            {
                "remedy": "oikaisuvaatimus",
                "period": "30 päivää",
                "from": "tiedoksisaanti",
                "decides": "Mallilan kunnan rakennuslautakunta",
            },
            id="a matter taken to a committee",
        ),
        pytest.param(
            "Muutoksenhaku\nVirhemaksuun voi hakea oikaisua kirjallisesti pysäköinninvalvojalta 30 "
            "päivän kuluessa siitä, kun maksu on määrätty.\nOikaisuvaatimus toimitetaan:\n"
            "Mallilan kaupunki\nAsemakatu 5 A\n99990 Mallila\nAvoinna arkisin klo 9–14",
            {
                "remedy": "oikaisuvaatimus",
                "period": "30 päivää",
                "from": "maksun määrääminen",
                "decides": "pysäköinninvalvoja",
                "postal_address": "Asemakatu 5 A, 99990 Mallila",
                "hours": "ma–pe 9.00–14.00",
            },
            id="a parking charge",
        ),
        pytest.param(
            "Muutoksenhaku\nHuoltajalla on oikeus pyytää päättöarviointia koskevan päätöksen uusimista "
            "kahden kuukauden kuluessa tiedon saamisesta. Pyyntö tehdään koulun rehtorille.",
            {
                "remedy": "arvioinnin uusimispyyntö",
                "period": "2 kuukautta",
                "from": "tiedoksisaanti",
                "decides": "koulun rehtori",
            },
            id="a new assessment",
        ),
        pytest.param(
            "Oikaisuvaatimusohje\n"
            + DUE
            + "Oikaisuvaatimus toimitetaan osoitteeseen Mallilan kunnan kirjaamo, PL 20, 99990 Mallila, "
            "kirjaamo@example.fi.",
            {
                "remedy": "oikaisuvaatimus",
                "period": "14 päivää",
                "from": "tiedoksisaanti",
                "postal_address": "PL 20, 99990 Mallila",
                "email": "kirjaamo@example.fi",
            },
            id="an office and its address in a sentence",
        ),
        pytest.param(
            "ANVISNING OM UPPHANDLINGSRÄTTELSE\nEn part ska framställa yrkandet om upphandlingsrättelse "
            "inom 14 dagar från det att parten fick kännedom om beslutet.\nYrkandet om rättelse ska "
            "lämnas in till Modellby, registratorskontoret, PB 5, 99980 Modellby, e-post "
            "kontoret@example.fi.",
            {
                "remedy": "hankintaoikaisu",
                "period": "14 päivää",
                "from": "tiedoksisaanti",
                "postal_address": "PB 5, 99980 Modellby",
                "email": "kontoret@example.fi",
            },
            id="an office and its address in a Swedish sentence",
        ),
        pytest.param(
            f"Anvisning om hur man begär omprövning\n{DUE_SV}Begäran om omprövning kan antingen\n"
            "- skickas per post: till Modellby stads registratur, PB 71, 99980 Modellby\n"
            "- lämnas in vid Modellby stads registratur: Kansligatan 5 A, 99980 Modellby, öppet "
            "mån-fre 8.30-15.30",
            {
                "remedy": "oikaisuvaatimus",
                "period": "14 päivää",
                "from": "tiedoksisaanti",
                "postal_address": "Modellby stads registratur, PB 71, 99980 Modellby",
                "visiting_address": "Kansligatan 5 A, 99980 Modellby",
                "hours": "ma–pe 8.30–15.30",
            },
            id="by post or over the counter",
        ),
        pytest.param(
            "Muutoksenhaku\nOikaisuvaatimus sivistyslautakunnalle 14 päivän kuluessa päätöksen "
            "tiedoksisaannista. Ohje liitteenä.",
            {
                "remedy": "oikaisuvaatimus",
                "period": "14 päivää",
                "from": "tiedoksisaanti",
                "decides": "sivistyslautakunta",
            },
            id="no verb at all",
        ),
        pytest.param(
            "Oikaisuvaatimusohje / Anvisning för begäran om omprövning\nPäätökseen tyytymätön voi "
            "hakea siihen oikaisua Mallirannan terveyslautakunnalta 30 päivän kuluessa "
            "tiedoksisaannista.",
            {
                "remedy": "oikaisuvaatimus",
                "period": "30 päivää",
                "from": "tiedoksisaanti",
                "decides": "Mallirannan terveyslautakunta",
            },
            id="a heading in two languages",
        ),
        pytest.param(
            f"Oikaisuvaatimusohje\nOikaisuvaatimuksen käsittelee Mallilan elinvoimalautakunta.\n{DUE}"
            "Kirjaamo, Raatihuoneenkatu 9, 99990 Mallila (avoinna ma, ti 9–15 ja ke–pe 9–17)\n",
            {
                "remedy": "oikaisuvaatimus",
                "period": "14 päivää",
                "from": "tiedoksisaanti",
                "decides": "Mallilan elinvoimalautakunta",
                "postal_address": "Raatihuoneenkatu 9, 99990 Mallila",
                "hours": "ma–ti 9.00–15.00; ke–pe 9.00–17.00",
            },
            id="who handles it, and hours behind an address",
        ),
        pytest.param(
            "Rättelseyrkande\nDen som är missnöjd kan framställa ett skriftligt rättelseyrkande. "
            "Rättelseyrkandet riktas till kommunstyrelsen, e-post kommunen@example.fi, och ska ha "
            "inkommit inom fjorton dagar från delfåendet av beslutet under kansliets öppethållningstid.",
            {
                "remedy": "oikaisuvaatimus",
                "period": "14 päivää",
                "from": "tiedoksisaanti",
                "decides": "kommunstyrelsen",
                "paper": "aukioloajan päättyminen",
                "email": "kommunen@example.fi",
            },
            id="an address in passing names no channel",
        ),
        pytest.param(
            f"Oikaisuvaatimusohje\nOikaisuvaatimus tehdään tekniselle lautakunnalle.\n{DUE}"
            "Puhelin:\nPuistotie 6, 99990 Mallila\n",
            {
                "remedy": "oikaisuvaatimus",
                "period": "14 päivää",
                "from": "tiedoksisaanti",
                "decides": "tekninen lautakunta",
            },
            id="a postal code is no telephone number",
        ),
        pytest.param(
            "BEGÄRAN OM OMPRÖVNING\nOmprövning begärs hos Modellby stads nämnd Svenska rum inom 30 "
            "dagar från delfåendet av beslutet.",
            {
                "remedy": "oikaisuvaatimus",
                "period": "30 päivää",
                "from": "tiedoksisaanti",
                "decides": "Modellby stads nämnd Svenska rum",
            },
            id="a name behind a committee",
        ),
        pytest.param(
            "Muutoksenhaku\nLupapäätöstä koskeva oikaisuvaatimus on tehtävä 14 päivän kuluessa "
            "päätöksen antamisesta. Tällöin lupa-asia siirtyy ympäristölautakunnan käsiteltäväksi.",
            {
                "remedy": "oikaisuvaatimus",
                "period": "14 päivää",
                "from": "päätöksen antaminen",
                "decides": "ympäristölautakunta",
            },
            id="the body that the matter goes to",
        ),
        pytest.param(
            "Oikaisuvaatimus\nLupapäätökseen ei saa hakea muutosta valittamalla, vaan tyytymättömällä "
            "on oikeus saattaa asia oikaisuvaatimuksena rakennus- ja ympäristölautakunnan "
            "käsiteltäväksi. Oikaisuvaatimus on tehtävä viranhaltijalle 14 päivän kuluessa päätöksen "
            "antamisesta.",
            {
                "remedy": "oikaisuvaatimus",
                "period": "14 päivää",
                "from": "päätöksen antaminen",
                "decides": "rakennus- ja ympäristölautakunta",
            },
            id="what to do instead of what is forbidden",
        ),
        pytest.param(
            "Oikaisuvaatimus\nViranhaltijan päätökseen jätetään oikaisuvaatimus lupalautakunnalle 14 "
            "vuorokauden kuluessa päätöksen antamisesta. Oikaisuvaatimus jätetään tutkimatta, jos "
            "se tulee myöhässä.",
            {
                "remedy": "oikaisuvaatimus",
                "period": "14 päivää",
                "from": "päätöksen antaminen",
                "decides": "lupalautakunta",
            },
            id="a document left with a body",
        ),
        pytest.param(
            f"Anvisning för begäran om omprövning\n{DUE_SV}Omprövning begärs hos tekniska nämnden, "
            "Byvägen 1, 99990 Modellby. Registratorskontoret har öppet från måndag till torsdag "
            "kl. 8–16 och fredag kl. 8–14.",
            {
                "remedy": "oikaisuvaatimus",
                "period": "14 päivää",
                "from": "tiedoksisaanti",
                "decides": "tekniska nämnden",
                "postal_address": "Byvägen 1, 99990 Modellby",
                "hours": "ma–to 8.00–16.00; pe 8.00–14.00",
            },
            id="days from one to another in Swedish",
        ),
        pytest.param(
            "OIKAISUVAATIMUSOHJE\nOikaisuvaatimusaika\n14 pv tiedoksisaannista\n"
            "Oikaisuvaatimusviranomainen\nVapaa-aikalautakunta, Kirkkotie 3, 99990 Mallikoski\n"
            "vapaa-aika(at)example.fi\n",
            {
                "remedy": "oikaisuvaatimus",
                "period": "14 päivää",
                "from": "tiedoksisaanti",
                "decides": "Vapaa-aikalautakunta",
                "postal_address": "Kirkkotie 3, 99990 Mallikoski",
                "email": "vapaa-aika@example.fi",
            },
            id="a time alone below its heading",
        ),
        pytest.param(
            "Anvisning om hur man begär omprövning\nNi kan begära omprövning av detta beslut hos "
            "bildningsnämnden. Begäran ska vara framme senast 14 dagar efter att ni fått del av "
            "beslutet. Den skickas till registratur@example.fi. Besöksadress: Torget 5.",
            {
                "remedy": "oikaisuvaatimus",
                "period": "14 päivää",
                "from": "tiedoksisaanti",
                "decides": "bildningsnämnden",
                "visiting_address": "Torget 5",
                "email": "registratur@example.fi",
            },
            id="at the latest some days after",
        ),
        pytest.param(
            "Upphandlingsrättelse\nEn part som är missnöjd kan skriftligen kräva rättelse hos den "
            "upphandlande enheten. Yrkandet ska framställas inom 14 dagar från det att parten har "
            "fått del av beslutet.\nYrkandet lämnas till: Upphandlingsenheten, Torget 2, 99990 "
            "Modellby",
            {
                "remedy": "hankintaoikaisu",
                "period": "14 päivää",
                "from": "tiedoksisaanti",
                "decides": "Upphandlingsenheten",
                "postal_address": "Torget 2, 99990 Modellby",
            },
            id="rectification demanded of who buys",
        ),
        pytest.param(
            "Valitusosoitus (kunnallisvalitus)\nPäätökseen haetaan muutosta Turun hallinto-oikeudelta "
            "valituksella 30 päivän kuluessa päätöksen tiedoksisaannista. Päätöksen katsotaan tulleen "
            "tietoon seitsemäntenä päivänä sen lähettämisestä. Oikeuden käyntiosoite on Kotikatu 2, "
            "puhelin 02 555 100.",
            {
                "remedy": "kunnallisvalitus",
                "period": "30 päivää",
                "from": "tiedoksisaanti",
                "decides": "Turun hallinto-oikeus",
                "deemed": {"kirje": 7},
                "visiting_address": "Kotikatu 2",
                "phone": "02 555 100",
            },
            id="the kind of an appeal in brackets",
        ),
    ],
)
def test_a_form(text: str, expected: dict[str, object]) -> None:
    """
    What the form says is read, and nothing else is said.
    """
    (instruction,) = instructions(text)
    assert told(instruction) == expected


def test_a_body_not_named() -> None:
    """
    Who handles the matter is read only where a body is named.
    """
    (instruction,) = instructions(
        f"Oikaisuvaatimusohje\nOikaisuvaatimuksen käsittelee joku muu. Sen ratkaisee hän.\n{DUE}"
    )
    assert instruction.decided_by is None


def test_nothing_behind_a_delivery() -> None:
    """
    A place to deliver to that is left out names nobody.
    """
    (instruction,) = instructions(f"Oikaisuvaatimusohje\n{DUE}Se toimitetaan osoitteeseen:\n-\n")
    assert instruction.deliver_to is None


def test_a_right_told_first() -> None:
    """
    Who may use two remedies, said before both, makes no third instruction.
    """
    text = (
        "Ändringssökande\nPrövning får begäras och kommunalbesvär anföras av den som beslutet avser.\n"
        f"Begäran om omprövning\n{DUE_SV}"
        "Kommunalbesvär\nKommunalbesvär får anföras av kommunmedlemmar.\n"
        "Kommunalbesvär ska anföras hos förvaltningsdomstolen inom 30 dagar från delfåendet.\n"
    )
    assert [told(each)["remedy"] for each in instructions(text)] == [
        "oikaisuvaatimus",
        "kunnallisvalitus",
    ]


def test_a_right_told_between() -> None:
    """
    Who may appeal, said within another instruction, belongs to that passage.
    """
    text = (
        "Valitusosoitus\nHallintovalitus on tehtävä 30 päivän kuluessa tiedoksisaannista Turun "
        "hallinto-oikeuteen.\n"
        "Oikaisuvaatimuksen saa tehdä tähän päätökseen tyytymätön kunnan jäsen.\n"
        "Hankintaoikaisuohje\nHankintaoikaisu on tehtävä 14 päivän kuluessa tiedoksisaannista.\n"
        f"Oikaisuvaatimusohje\n{DUE}"
    )
    assert [told(each)["remedy"] for each in instructions(text)] == [
        "hallintovalitus",
        "hankintaoikaisu",
        "oikaisuvaatimus",
    ]


def test_what_is_left_blank() -> None:
    """
    Kinds of appeal without sections are not instructed, in columns and in Swedish too.
    """
    finnish = (
        "MUUTOKSENHAKUKIELLOT\nSeuraavista päätöksistä ei saa tehdä oikaisuvaatimusta eikä "
        "kunnallisvalitusta, koska päätös koskee vain valmistelua.\nPykälät: 14–17\n"
        "VALITUSOSOITUS\nSeuraaviin päätöksiin voidaan hakea muutosta kirjallisella valituksella.\n"
        f"{' ' * 24}Kunnallisvalitus, pykälät{' ' * 40}Valitusaika\n{' ' * 40}30 päivää\n"
    )
    swedish = (
        "FÖRBUD MOT ATT SÖKA ÄNDRING\nI följande beslut får omprövning inte begäras, eftersom de "
        "gäller beredning.\nParagrafer: 16-23\n"
        "ANVISNINGAR OM HUR MAN BEGÄR OMPRÖVNING\nBesvär får inte anföras i fråga om följande beslut, "
        f"men den som är missnöjd får begära omprövning. {DUE_SV}Paragrafer:\n"
    )
    for text in (finnish, swedish):
        (found,) = parse_appeals(text)
        assert isinstance(found.value, AppealProhibition)


@pytest.mark.parametrize(
    "text",
    [
        "Puhelin: 08 1",
        "Puhelin:\n08 555 100",
        "Puhelin:\nSähköposti:",
        "Puhelin:\nSähköposti:\n08 555 100",
        "Puhelin:\nSähköposti:\n08 555 100\nei käytössä",
        "Puhelin:\nSähköposti:\nPL 5, 99990 Mallila\nkirjaamo@example.fi",
        "Puhelin:\nKäyntiosoite:\n08 555 100\nkirjaamo@example.fi",
        "Puhelin:\nKäyntiosoite:\n08 555 100\nTorikatu 1:",
        "Puhelin:\nKäyntiosoite:\n08 555 100\n" + "Torikatu 1 " * 12,
        "Puhelin:\nVirka-aika:\n08 555 100\nsopimuksen mukaan",
        "Puhelin:\nVirka-aika:\n08 555 100\n9–12 ja 13–15",
        "Puhelin:\nOikaisuvaatimusohje:\n08 555 100\nTorikatu 1",
    ],
)
def test_what_is_no_table(text: str) -> None:
    """
    Labels and values in columns are taken only where every value suits its label.
    """
    assert columns(text, list(lines(text, 0, len(text))), 0) == []


def test_a_table_of_web_addresses() -> None:
    """
    A web page behind a label of its own is a value like any other.
    """
    text = "Asiointipalvelu:\nFaksi:\nhttps://asiointi.example.fi\n08 555 101"
    (contact,) = read_contacts(text, 0, len(text))
    assert {key: fact.value for key, fact in contact.facts.items()} == {
        "service_address": "https://asiointi.example.fi"
    }


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("saada asia ympäristöjaoston ratkaistavaksi", "ympäristöjaosto"),
        ("saattaa asia kunnanhallituksen käsiteltäväksi", "kunnanhallitus"),
        ("saada asia lupaviranomaisen käsiteltäväksi", "lupaviranomainen"),
        ("saada asia käsiteltäväksi", None),
        ("saada asia kokonaan käsiteltäväksi", None),
    ],
)
def test_a_matter_taken_to_a_body(text: str, name: str | None) -> None:
    """
    A body in the genitive is named in its base form, with its place.
    """
    found = hearing(text, 0, len(text))
    assert (found and found[0]) == name
    assert found is None or text[found[1] : found[2]].endswith("n")


def test_a_sentence_is_no_name() -> None:
    """
    A line that says what a body does is not the body's name.
    """
    assert not is_authority("Oikaisuvaatimuksen käsittelee lautakunta")
    assert is_authority("nämnden för bildning och kultur")


RULE = "Oikaisuvaatimusta ei saa tehdä päätöksestä, joka koskee vain valmistelua.\n"


@pytest.mark.parametrize(
    ("text", "forbidden"),
    [
        pytest.param(f"Muutoksenhaku\n\n{RULE}", True, id="alone under the heading"),
        pytest.param(f"Muutoksenhaku\nOhje on liitteenä.\n{RULE}", False, id="behind other words"),
        pytest.param(RULE, False, id="no heading"),
        pytest.param(f"Muutoksenhaku\n{RULE}Oikaisuvaatimusohje\n{DUE}", False, id="instruction"),
        pytest.param(f"Muutoksenhaku\n{RULE}Oikaisuvaatimusohje\n", False, id="mention"),
    ],
)
def test_a_general_rule(text: str, forbidden: bool) -> None:
    """
    Of which decisions there is no remedy says nothing of this one, unless nothing else is said.
    """
    found = [one for one in parse_appeals(text) if isinstance(one.value, AppealProhibition)]
    assert len(found) == forbidden
    for parsed in found:
        (ground,) = (fact for fact in parsed.facts if fact.field == "ground")
        assert (ground.value, ground.why) == (
            ProhibitionGround.PREPARATION,
            Why.GENERAL_RULE,
        )
