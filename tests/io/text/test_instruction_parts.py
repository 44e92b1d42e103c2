"""
The parts of an instruction: hours, names, addresses, times; and any text at all.
"""

from __future__ import annotations

from datetime import time

import pytest
from attrs import fields
from hypothesis import given
from hypothesis import strategies as st

from kuntapaatos.appeal import Cutoff
from kuntapaatos.io.text import read_instruction
from kuntapaatos.io.text.instruction import parse_appeals
from kuntapaatos.io.text.instruction.asked import (
    read_attachments,
    read_contents,
    read_entitled,
    read_form,
)
from kuntapaatos.io.text.instruction.authorities import read_authorities
from kuntapaatos.io.text.instruction.contacts import read_contacts
from kuntapaatos.io.text.instruction.cutoffs import read_cutoffs
from kuntapaatos.io.text.instruction.hours import read_hours
from kuntapaatos.io.text.instruction.names import base_form, is_authority, own_part
from kuntapaatos.io.text.instruction.own_parts import own_ranges
from kuntapaatos.io.text.instruction.prohibitions import read_prohibition, read_provision
from kuntapaatos.io.text.instruction.prose import Passage, prose_of
from kuntapaatos.io.text.instruction.terms import read_period, read_presumptions
from kuntapaatos.notice.kinds import NoticeKind
from kuntapaatos.office_hours import OfficeHours
from kuntapaatos.remedy.kinds import StartingEvent
from kuntapaatos.time_limit import Period


def part(text: str) -> Passage:
    """Return a text as a passage."""
    return prose_of(text).passage(0, len(text))


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("8.00-16.00", "8.00-16.00"),
        ("klo 8–16.15.", "8.00-16.15"),
        ("on maanantaista perjantaihin klo 08.15–16.00.", "ma-pe 8.15-16.00"),
        ("maanantaista torstaihin 8-16 ja perjantaisin 8-14", "ma-to 8-16; pe 8-14"),
        ("ma, ti ja to klo 9-15, ke suljettu", "ma, ti, to 9-15"),
        ("mån–fre kl. 10.00–15.45", "ma-pe 10.00-15.45"),
        ("måndagar och tisdagar kl. 9-12", "ma-ti 9-12"),
        ("vardagar 9-15, dag före helg 9-13", "ma-pe 9-15; aatto 9-13"),
        ("arkisin klo 9–15, juhlapyhäaattoina 9-12", "ma-pe 9-15; aatto 9-12"),
        ("9-15 (ma-to)", "ma-to 9-15"),
        ("ma-to klo 9-15\npe klo 9-13\nPuhelin 123", "ma-to 9-15; pe 9-13"),
        ("ma-pe 9-15, 24.12.2025 suljettu", "ma-pe 9-15; 24.12.2025 suljettu"),
        ("ma-pe 8-16, 1.7.2025-31.7.2025 klo 9-15", "ma-pe 8-16; 1.7.2025-31.7.2025 9-15"),
        ("klo 8-16 Torikatu 3", "8-16"),
    ],
)
def test_hours(text: str, hours: str) -> None:
    """
    Weekdays and their ranges, eves and named days, in two languages.
    """
    found = read_hours(text, 0, len(text))
    assert found is not None
    assert found.value == OfficeHours.parse(hours)


@pytest.mark.parametrize(
    "text",
    [
        "klo 9–12 ja 13–15",
        "kesällä 9-14",
        "ma-to 9-15 ja kesällä 9-14",
        "ma-pe klo 8-16, heinäkuussa suljettu",
        "8-16 ma-to, pe 8-14",
        "8-16 ma-to, aattona 8-14",
        "8-16, aattona suljettu",
        "16-8",
        "25-26",
        "31.2.2025 suljettu",
        "1.7.2025, 2.7.2025, 3.7.2025 suljettu",
        "ma-pe 9-15, 5.7.2025-1.7.2025 suljettu",
        "1.7.2025-31.7.2025 9-15, 5.7.2025 suljettu",
        "aattona 8-15, ma",
    ],
)
def test_hours_that_cannot_be_held(text: str) -> None:
    """
    A lunch break, a summer without a year, a day that is none: unread, with their place.
    """
    found = read_hours(text, 0, len(text))
    assert found is not None
    assert found.value is None
    assert 0 < found.end <= len(text)


def test_no_hours() -> None:
    """
    Words without times are no hours.
    """
    assert read_hours("ks. verkkosivut", 0, 15) is None


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("Kajaanin kaupungin kirjaamoon", "Kajaanin kaupungin kirjaamo"),
        ("tekniselle lautakunnalle", "tekninen lautakunta"),
        ("maksusta päättävälle kunnan viranomaiselle", "maksusta päättävä kunnan viranomainen"),
        ("Tekniselle lautakunnalle", "Tekninen lautakunta"),
        ("päätöksen tehneelle viranhaltijalle", "päätöksen tehnyt viranhaltija"),
        ("korkeimpaan hallinto-oikeuteen", "korkein hallinto-oikeus"),
        ("Markkinaoikeudelle", "Markkinaoikeus"),
        ("kunnanhallitus", "kunnanhallitus"),
        ("", ""),
    ],
)
def test_base_form(phrase: str, name: str) -> None:
    """
    A name is given in its base form, its attributes with it.
    """
    assert base_form(phrase) == name


def test_names() -> None:
    """
    A line that is a name, and the part of it that is the authority.
    """
    assert is_authority("Lupa- ja valvontavirasto")
    assert not is_authority("Sivu 7 lautakunta")
    assert not is_authority("Valitus tulee lautakunta")
    assert not is_authority("ei")
    assert own_part("Mallilan kunta, rehtori") == "rehtori"
    assert own_part("Mallilan kunta") == "Mallilan kunta"


def contact(text: str) -> dict[str, object]:
    """Return the fields of the one contact of a text."""
    (found,) = read_contacts(text, 0, len(text))
    return {name: str(fact.value) for name, fact in found.facts.items()}


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        pytest.param(
            "Lautakunta\nTorikatu 3 A 5\nPL 7\n99801 Lehtola",
            {"postal_address": "Torikatu 3 A 5, PL 7, 99801 Lehtola"},
            id="lines",
        ),
        pytest.param(
            "Lautakunta\nSalmitie 3\n99801 Lehtola",
            {"postal_address": "Salmitie 3, 99801 Lehtola"},
            id="street only",
        ),
        pytest.param(
            "Postiosoite:\nPL 10\n\n00099 HELSINGIN KAUPUNKI\n\nKäyntiosoite:\nTorikatu 1-3\n\nPuhelin:\n09 123",
            {
                "postal_address": "PL 10, 00099 HELSINGIN KAUPUNKI",
                "visiting_address": "Torikatu 1-3",
                "phone": "09 123",
            },
            id="labels over lines",
        ),
        pytest.param(
            "Postiosoite: PL 10 00099 MALLILAN KAUPUNKI, Mallila",
            {"postal_address": "PL 10, 00099 MALLILAN KAUPUNKI"},
            id="no comma",
        ),
        pytest.param(
            "PL 7, 99801 Lehtola\nTorikatu 3, 99800 Lehtola",
            {
                "postal_address": "PL 7, 99801 Lehtola",
                "visiting_address": "Torikatu 3, 99800 Lehtola",
            },
            id="two addresses",
        ),
        pytest.param(
            "PL 7, 99801 Lehtola\nPL 8, 99802 Lehtola",
            {"postal_address": "PL 7, 99801 Lehtola"},
            id="two boxes",
        ),
        pytest.param(
            "Brogatan 11, 3. vån.\nÖppettid mån–fre kl. 10–15",
            {"visiting_address": "Brogatan 11, 3. vån.", "hours": "ma–pe 10.00–15.00"},
            id="a street before hours",
        ),
        pytest.param(
            "PL 5\nSivu 7\nPuhelin: 09 123",
            {"phone": "09 123"},
            id="no address",
        ),
        pytest.param(
            "Aukioloaika:\nma-pe 9-15\nSähköinen asiointi: https://asiointi.example/a",
            {"hours": "ma–pe 9.00–15.00", "service_address": "https://asiointi.example/a"},
            id="hours below",
        ),
        pytest.param(
            "Aukioloaika:\nks. sivut\nVoit asioida lomakkeella www.mallila.example/lomake. Lisää "
            "tietoa: www.mallila.example",
            {"service_address": "www.mallila.example/lomake"},
            id="a form",
        ),
        pytest.param(
            "Sähköposti: etunimi.sukunimi@mallila.example\nFaksi: 09 124\nOsoite: ks. edellä",
            {},
            id="nobody's address",
        ),
        pytest.param(
            "kirjaamo@mallila.example\ntoinen@mallila.example\nSähköposti: kirjaamo@mallila.example",
            {"email": "kirjaamo@mallila.example"},
            id="the first one",
        ),
        pytest.param(
            "Sähköinen asiointi: kirjaamo@mallila.example\nAsioi lomakkeella: https://a.example/b",
            {"service_address": "kirjaamo@mallila.example"},
            id="a service kept",
        ),
        pytest.param(
            "Postiosoite: Kirjaamo\nKunnantalo\nHallinto\nToimisto\nMuuta\n99999 MALLILA",
            {},
            id="too many lines",
        ),
        pytest.param(
            "Postiosoite: PL 5\nKunta sijaitsee meren rannalla.",
            {"postal_address": "PL 5"},
            id="no postal code",
        ),
        pytest.param(
            "Osoite: " + "a" * 150 + "\nPuhelin: 09 123\nFoo 99999 Mallila",
            {"phone": "09 123"},
            id="not an address",
        ),
        pytest.param(
            "Postiosoite: PL 5, 99999 Mallila\nAukioloaika: 8-16\nAukioloaika: 9-15",
            {"postal_address": "PL 5, 99999 Mallila", "hours": "ma–pe 8.00–16.00"},
            id="the first hours",
        ),
    ],
)
def test_contacts(text: str, fields: dict[str, str]) -> None:
    """
    Addresses, numbers and hours with labels and without, on one line.
    """
    found = read_contacts(text, 0, len(text))
    got = {name: str(fact.value) for one in found[:1] for name, fact in one.facts.items()}
    assert got == fields


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        pytest.param(
            "Lautakunta\nTorikatu 3\nPL 7\n99801 Lehtola\nAvoinna ma-pe klo 9-15",
            {
                "postal_address": "PL 7, 99801 Lehtola",
                "visiting_address": "Torikatu 3",
                "hours": "ma–pe 9.00–15.00",
            },
            id="open to visitors",
        ),
        pytest.param(
            "Torikatu 3 (PL 7), 99801 Lehtola",
            {"postal_address": "PL 7, 99801 Lehtola", "visiting_address": "Torikatu 3"},
            id="a box in brackets",
        ),
        pytest.param(
            "- postitse: Kirjaamo, PL 7, 99801 Lehtola\n- sähköpostitse: a@example.fi\n"
            "- tuomalla sen kirjaamoon: Torikatu 3, arkisin klo 9-15",
            {
                "postal_address": "Kirjaamo, PL 7, 99801 Lehtola",
                "email": "a@example.fi",
                "visiting_address": "Torikatu 3",
                "hours": "ma–pe 9.00–15.00",
            },
            id="ways of delivery",
        ),
        pytest.param(
            "Lähetä vaatimus osoitteella Kirjaamo, PL 7, 99801 Lehtola tai a@example.fi",
            {"postal_address": "PL 7, 99801 Lehtola", "email": "a@example.fi"},
            id="in a sentence",
        ),
        pytest.param(
            "Päätökseen tyytymätön voi tehdä oikaisuvaatimuksen lautakunnalle 14 päivän kuluessa "
            "päätöksen tiedoksisaannista. Osoite: Torikatu 3, 99800 Lehtola, a@example.fi. Vaatimus "
            "on tehtävä kirjallisesti, ja siinä on mainittava päätös, johon haetaan oikaisua.",
            {"postal_address": "Torikatu 3, 99800 Lehtola", "email": "a@example.fi"},
            id="in a paragraph",
        ),
    ],
)
def test_contacts_without_labels(text: str, fields: dict[str, str]) -> None:
    """
    A block without labels is one postal address, unless it tells where to come.
    """
    (found,) = read_contacts(text, 0, len(text))
    assert {name: str(fact.value) for name, fact in found.facts.items()} == fields


def test_two_offices() -> None:
    """
    A label that comes again, or another name, begins another office.
    """
    text = "Kunnanhallitus\nSähköposti: a@a.example\nSähköposti: b@b.example\nLautakunta\nPL 1, 99999 Malli"
    assert [one.owner for one in read_contacts(text, 0, len(text))] == [
        "Kunnanhallitus",
        None,
        "Lautakunta",
    ]
    text = "Mallilan kunta\nKirjaamo\nPL 1, 99999 Mallila"
    assert [one.owner for one in read_contacts(text, 0, len(text))] == ["Mallilan kunta, Kirjaamo"]


@pytest.mark.parametrize(
    ("text", "kind", "days"),
    [
        ("Tiedon katsotaan tulleen sinä päivänä, jona päätös on luovutettu.", "HANDED_OVER", 0),
        ("Tieto katsotaan saadun saantitodistuksen osoittamana aikana.", "RECEIPT", 0),
        ("Sijaistiedoksiannossa katsotaan saaduksi kolmantena päivänä.", "SUBSTITUTED", 3),
        (
            "Tiedoksisaannin katsotaan tapahtuneen 7 päivän kuluttua kuulutuksesta.",
            "ANNOUNCEMENT",
            7,
        ),
        (
            "Laskun saajan katsotaan saaneen tiedon 7 päivän kuluttua laskun lähettämisestä.",
            "INVOICE",
            7,
        ),
        (
            "Kunnan jäsenen katsotaan saaneen tiedon 7 päivän kuluessa julkaisusta.",
            "ONLINE_MINUTES",
            7,
        ),
        (
            "Jäsenen katsotaan saaneen tiedon, kun pöytäkirja on asetettu yleisesti nähtäväksi.",
            "ONLINE_MINUTES",
            0,
        ),
        (
            "Part anses ha fått del av beslutet den tredje dagen efter att e-posten sändes.",
            "EMAIL",
            3,
        ),
    ],
)
def test_presumptions(text: str, kind: str, days: int) -> None:
    """
    Each way of notice with its days, as the text states them.
    """
    (fact,) = read_presumptions(part(text))
    assert (fact.value.kind, fact.value.days) == (NoticeKind[kind], days)  # type: ignore[attr-defined]


def test_presumptions_that_two_ways_share() -> None:
    """
    What is said of one way alone goes before what is said of it with another.
    """
    both = "Päätös katsotaan saaduksi tiedoksi 7 päivän kuluttua, kun se on lähetetty {}.\n"
    alone = "Sähköisesti lähetetty katsotaan saaduksi 3 päivän kuluttua viestin lähettämisestä.\n"
    for shared in ("sähköisesti tai postitse", "kirjeenä tai sähköpostina"):
        said = both.format(shared)
        for text in (said + alone, alone + said, said + alone + said):
            found = {
                fact.value.kind: fact.value.days  # type: ignore[attr-defined]
                for fact in read_presumptions(part(text))
            }
            assert found == {NoticeKind.LETTER: 7, NoticeKind.EMAIL: 3}


def test_presumptions_that_differ() -> None:
    """
    Two numbers of days for one way of notice are candidates; a way unknown is none.
    """
    (fact,) = read_presumptions(
        part(
            "Tieto katsotaan saadun 7 päivän kuluttua kirjeestä.\n"
            "Tieto katsotaan saadun 5 päivän kuluttua kirjeestä.\n"
            "Tieto katsotaan saadun 9 päivän kuluttua kirjeestä.\n"
        )
    )
    assert fact.value is None
    assert [one.days for one in fact.candidates] == [7, 5]  # type: ignore[attr-defined]
    assert read_presumptions(part("Tieto katsotaan saadun 5 päivän kuluttua.")) == []
    assert read_presumptions(part("Kunnan jäsenen katsotaan saaneen tiedon heti.")) == []
    assert read_presumptions(part("Tieto katsotaan saadun heti.")) == []


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Besvärstiden är 30 dagar från delfåendet.", "NOTICE"),
        ("Valitus on tehtävä 30 päivän kuluessa kuulutuksen julkaisemisesta.", "PUBLICATION"),
        ("Valitus on tehtävä 30 päivän kuluessa päätöksen tekemisestä.", "DECISION"),
        ("Vaatimus on tehtävä 14 päivän kuluessa laskun saamisesta.", "INVOICE"),
        ("Vaatimus on tehtävä 30 päivän kuluessa maksun määräämisestä.", "CHARGE"),
        (
            "Valitus on tehtävä 6 kuukauden kuluessa siitä, kun hankintasopimus on tehty.",
            "CONTRACT",
        ),
        ("Päätöksen tiedoksisaannista lukien valitus on tehtävä 30 päivän kuluessa.", "NOTICE"),
        ("Valitusaika on 30 päivää.\nValitusaika alkaa tiedoksisaannista.", "NOTICE"),
        (
            "Valitus on tehtävä 30 päivän kuluessa irtisanomisajan päättymisestä.",
            "END_OF_NOTICE_PERIOD",
        ),
        ("Valitus on tehtävä 30 päivän kuluessa.\nValitusaika alkaa heti.", None),
    ],
)
def test_starts(text: str, event: str | None) -> None:
    """
    What starts the period, named beside it or in a sentence of its own.
    """
    facts = {fact.field: fact.value for fact in read_period(part(text))}
    assert facts.get("starts_from") is (None if event is None else StartingEvent[event])


def test_no_period() -> None:
    """
    A payment or a copy within days is no period for a remedy.
    """
    assert read_period(part("Maksu on maksettava valituksesta 14 päivän kuluessa.")) == []
    assert read_period(part("Kokous kesti kaksi päivää.")) == []
    assert read_period(part("Valitus tehdään pian.")) == []
    (fact,) = read_period(part("Jos lasku on väärä, valitus on tehtävä 14 päivän kuluessa."))
    assert fact.value == Period.days(14)


@pytest.mark.parametrize(
    ("text", "paper", "electronic"),
    [
        (
            "Valitus on toimitettava ennen viraston aukioloajan päättymistä.",
            Cutoff.OFFICE_CLOSE,
            None,
        ),
        (
            "Sähköinen asiakirja on toimitettava määräajan viimeisen päivän aikana.",
            None,
            Cutoff.END_OF_DAY,
        ),
        (
            "Valitus on toimitettava postitse tai sähköpostilla ennen aukioloajan päättymistä.",
            Cutoff.OFFICE_CLOSE,
            Cutoff.OFFICE_CLOSE,
        ),
        (
            "Valitus on toimitettava viimeisenä päivänä ennen aukioloajan päättymistä klo 16.00.",
            time(16),
            None,
        ),
        (
            (
                "Valitus on toimitettava ennen aukioloajan päättymistä.\nValituksen on oltava perillä "
                "viimeistään klo 15."
            ),
            time(15),
            None,
        ),
        (
            "Valitus on toimitettava viimeistään klo 14.\nValitus on toimitettava viimeistään klo 15.",
            None,
            None,
        ),
        ("Valitus on toimitettava ennen valitusajan päättymistä.", None, None),
        ("Jos viimeinen päivä on pyhäpäivä, valitus on tehtävä arkipäivänä klo 16.", None, None),
    ],
)
def test_cutoffs(text: str, paper: object, electronic: object) -> None:
    """
    Until when a paper and an electronic document may arrive, each as stated.
    """
    facts = {fact.field: fact.value for fact in read_cutoffs(part(text))}
    assert facts.get("paper_cutoff") == paper
    assert facts.get("electronic_cutoff") == electronic


def test_cutoff_candidates() -> None:
    """
    Two times for one channel are candidates.
    """
    text = (
        "Valitus on toimitettava viimeistään klo 14.\nValitus on toimitettava viimeistään klo 15."
    )
    (fact,) = read_cutoffs(part(text))
    assert fact.candidates == (time(14), time(15))


@pytest.mark.parametrize(
    ("text", "provision"),
    [
        ("Oikaisuvaatimus (Kuntalaki 134 §)", "Kuntalaki 134 §"),
        (
            "Tähän päätökseen saa hakea muutosta hallintolain 49 b §:n 1 mom. nojalla",
            "hallintolain 49 b §:n 1 mom.",
        ),
        ("Enligt 134 § i kommunallagen", "134 § i kommunallagen"),
        ("Tiedon katsotaan tulleen hallintolain 59 §:n mukaan", None),
        ("Oikaisuvaatimus § 5", None),
        ("a\n" * 400 + "Kuntalaki 134 §", None),
    ],
)
def test_provisions(text: str, provision: str | None) -> None:
    """
    The section an instruction names at its head, as printed.
    """
    assert [fact.value for fact in read_provision(part(text))] == ([provision] if provision else [])


@pytest.mark.parametrize(
    ("text", "provisions"),
    [
        ("Hankintalaki (348/2007) 86 §", ["348/2007 86 §"]),
        ("Laki oikeudenkäynnistä hallintoasioissa (808/2019) 6 §", ["808/2019 6 §"]),
        (
            "Kuntalain 91 §:n (365/1995) ja hallintolain 5 §:n mukaan",
            ["365/1995 91 §", "Hallintolaki 5 §"],
        ),
        ("Etuostolain (608/1977) 22 §", ["Etuostolaki 22 §"]),
        ("Jordförvärvslagen 3 §", ["Jordförvärvslagen 3 §"]),
    ],
)
def test_prohibiting_sections(text: str, provisions: list[str]) -> None:
    """
    The acts a prohibition names, by the day of their number.
    """
    facts = {fact.field: fact.value for fact in read_prohibition(part(text))}
    assert [str(one) for one in facts["provisions"]] == provisions  # type: ignore[attr-defined]


def test_nothing_asked() -> None:
    """
    A text that asks for nothing gives nothing.
    """
    nothing = part(
        "Asia käsiteltiin kokouksessa ja kirjattiin. Sähköistä asiakirjaa ei tarvitse allekirjoittaa."
    )
    for read in (read_entitled, read_form, read_contents, read_attachments):
        assert read(nothing) == []


def test_registry_beside_the_copies() -> None:
    """
    The registry's addresses may stand where copies are ordered; a court's never do.
    """
    text = (
        "Oikaisuvaatimus tehdään lautakunnalle. Oikaisuvaatimus on toimitettava Mallilan kunnan "
        "kirjaamoon.\nPöytäkirja\nOtteita saa kirjaamosta.\nSähköposti: kirjaamo@mallila.example\n"
        "Oikaisuvaatimuksen muoto\nKirjallinen.\n"
    )
    whole = part(text)
    own = whole.parts(own_ranges(whole.text, 0, len(text)))
    assert len(own) == 2
    found = read_authorities(whole, own, is_appeal=False)
    assert found.deliver_to is not None
    assert found.deliver_to.email == "kirjaamo@mallila.example"
    assert found.decided_by is not None
    assert found.decided_by.email is None


def test_addresses_for_delivering() -> None:
    """
    Addresses under a heading about delivering are the receiver's alone.
    """
    whole = part(
        "Oikaisuvaatimus tehdään lautakunnalle. Oikaisuvaatimus on toimitettava kirjaamoon.\n"
        "Oikaisuvaatimuksen toimittaminen\nPostiosoite: PL 1, 99999 Mallila\n"
        "Oikaisuvaatimusviranomainen\n"
    )
    found = read_authorities(whole, [whole], is_appeal=False)
    assert found.deliver_to is not None
    assert found.deliver_to.postal_address == "PL 1, 99999 Mallila"
    assert found.decided_by is not None
    assert found.decided_by.postal_address is None


def test_a_name_without_addresses() -> None:
    """
    The name of another office at the end gives the authority nothing.
    """
    whole = part("Oikaisuvaatimus tehdään lautakunnalle.\nSivistyspalvelut\n")
    found = read_authorities(whole, [whole], is_appeal=False)
    assert found.decided_by is not None
    assert found.decided_by.name == "lautakunta"
    assert found.decided_by.postal_address is None


def test_no_addresses_for_delivering() -> None:
    """
    Another authority's addresses are not the receiver's.
    """
    text = (
        "Oikaisuvaatimus tehdään lautakunnalle. Oikaisuvaatimus on toimitettava {}.\n"
        "Pöytäkirja\nMuu virasto\nPL 1, 99999 Mallila\n"
    )
    for name in ("toimistolle", "kirjaamoon"):
        whole = part(text.format(name))
        own = whole.parts(own_ranges(whole.text, 0, whole.end))
        found = read_authorities(whole, own, is_appeal=False)
        assert found.deliver_to is not None
        assert found.deliver_to.postal_address is None


@pytest.mark.parametrize(
    ("text", "decided", "delivered"),
    [
        ("Valitus tehdään korkeimpaan hallinto-oikeuteen.", "korkein hallinto-oikeus", None),
        ("Valitus tehdään hallinto-oikeudelle.", "hallinto-oikeus", None),
        ("Valitus tehdään ______ hallinto-oikeudelle.", None, None),
        ("Besvär anförs hos Vasa förvaltningsdomstol.", "Vasa förvaltningsdomstol", None),
        ("Besvär anförs hos domstol.", None, None),
    ],
)
def test_courts(text: str, decided: str | None, delivered: str | None) -> None:
    """
    A court by its name, by its kind, or not at all.
    """
    whole = part(text)
    found = read_authorities(whole, [whole], is_appeal=True)
    assert (found.decided_by and found.decided_by.name) == decided
    assert (found.deliver_to and found.deliver_to.name) == delivered


@pytest.mark.parametrize(
    ("text", "decided", "delivered"),
    [
        ("Oikaisuvaatimus osoitetaan kunnanhallitukselle.", "kunnanhallitus", None),
        ("Lautakunnalle tehtävä oikaisuvaatimus on kirjallinen.", "Lautakunta", None),
        ("Lautakunnalle kuuluva oikaisuvaatimus on kirjallinen.", None, None),
        ("Oikaisuvaatimus toimitetaan oikaisuvaatimusviranomaiselle.", None, None),
        ("Vaatimus tehdään kunnan, kaupungin tai muun, lautakunnalle.", "lautakunta", None),
        (
            "Oikaisuvaatimus tehdään lautakunnalle ja se on toimitettava lautakunnalle.",
            "lautakunta",
            "lautakunta",
        ),
        ("Oikaisuvaatimusviranomainen on Mallilan rannalla.", None, None),
        ("Oikaisuvaatimusviranomainen:", None, None),
        ("Oikaisuvaatimus tehdään " + "a " * 20 + "lautakunnalle.", None, None),
        ("Oikaisuvaatimus ____ lautakunnalle.", None, None),
        ("Omprövning begärs hos omprövningsmyndigheten.", None, None),
        ("Kirjaamo\nPL 1, 99999 Mallila", None, "Kirjaamo"),
        ("Mallilan lautakunta\nPL 1, 99999 Mallila", "Mallilan lautakunta", None),
    ],
)
def test_authorities(text: str, decided: str | None, delivered: str | None) -> None:
    """
    Who decides and who receives, from the verbs and the cases of a sentence.
    """
    whole = part(text)
    found = read_authorities(whole, [whole], is_appeal=False)
    assert (found.decided_by and found.decided_by.name) == decided
    assert (found.deliver_to and found.deliver_to.name) == delivered


LINES = st.sampled_from(
    [
        "Muutoksenhaku",
        "Oikaisuvaatimusohje",
        "VALITUSOSOITUS",
        "Muutoksenhakukielto § 1-3",
        "Päätös",
        "Tiedoksi",
        "B-osa",
        "§ 1, 2 ja 5",
        "Pykälät",
        "Tähän päätökseen tyytymätön voi tehdä kirjallisen oikaisuvaatimuksen.",
        "Päätökseen ei saa hakea muutosta valittamalla.",
        "Tähän päätökseen ei saa hakea muutosta, koska se koskee vain valmistelua.",
        "Oikaisuvaatimus on tehtävä 14 päivän kuluessa päätöksen tiedoksisaannista.",
        "Valitus on tehtävä 30 päivän kuluessa Oulun hallinto-oikeudelle.",
        "Kunnallisvalitus, pykälät 51",
        "Hallintovalitus, pykälät",
        "Asianosaisen katsotaan saaneen tiedon 7 päivän kuluttua kirjeestä.",
        "Oikaisuvaatimuksen saa tehdä:",
        "- kunnan jäsen",
        "Postiosoite:",
        "PL 1",
        "99999 MALLILA",
        "Mallilan kunta, kirjaamo",
        "Puh. 099 123, faksi 099 124",
        "Aukioloaika: ma-pe 8-16, aattona 8-15",
        "Begäran om omprövning ska göras inom 14 dagar hos kommunstyrelsen.",
        'Han sade: "Valitus on tehtävä',
        "”",
        "İ ß ﬁ",
        "",
    ]
)


@given(st.lists(LINES, max_size=14).map("\n".join) | st.text(max_size=200))
def test_any_text(text: str) -> None:
    """
    Any text at all: no exception, and every place is inside the text.
    """
    for parsed in parse_appeals(text):
        assert 0 <= parsed.start <= parsed.end <= len(text)
        names = {field.name for field in fields(type(parsed.value))}
        for fact in parsed.facts:
            assert 0 <= fact.start <= fact.end <= len(text)
            assert fact.field.split(".")[0] in names


def test_capitals_that_grow() -> None:
    """
    A capital whose small form is longer moves nothing.
    """
    text = "İ" * 5 + "\nOikaisuvaatimusohje\nOikaisuvaatimus on tehtävä 14 päivän kuluessa."
    (parsed,) = parse_appeals(text)
    assert text[parsed.start : parsed.end].startswith("Oikaisuvaatimusohje")


@pytest.mark.slow
@pytest.mark.parametrize(
    "unit",
    [
        "oikaisuvaatimus ",
        "Oikaisuvaatimus\n",
        "Oikaisuvaatimus on tehtävä 14 päivän kuluessa. ",
        "katsotaan 7 päivän kuluttua ",
        "Oikaisuvaatimusohje\nOikaisuvaatimus on tehtävä 14 päivän kuluessa.\n",
        "Postiosoite: PL 1\n",
        "Aa Aa Aa 1 ",
        "ma ",
        "- nimi\n",
        '"',
        "1234567890",
        " ",
        "\n",
    ],
)
def test_long_texts(unit: str) -> None:
    """
    A hundred thousand characters of anything are read without trouble.
    """
    start = "Oikaisuvaatimusohje\nOikaisuvaatimus on tehtävä 14 päivän kuluessa.\n"
    text = start + unit * (100_000 // len(unit))
    assert parse_appeals(text)


def test_in_both_languages() -> None:
    """
    The same instruction in Swedish below the Finnish one is not another remedy.
    """
    finnish = (
        "OIKAISUVAATIMUSOHJE\nOikaisuvaatimusviranomainen: Mallilan kunnanhallitus, PL 1, "
        "00001 Mallila\nOikaisuvaatimus on tehtävä 14 päivän kuluessa päätöksen tiedoksisaannista.\n"
    )
    swedish = (
        "OMPRÖVNINGSANVISNING\nDen som är missnöjd med beslutet kan begära omprövning skriftligt.\n"
        "Myndighet: Kommunstyrelsen i Malla, PB 1, 00001 Malla\nBegäran om omprövning ska göras "
        "inom 14 dagar från delfåendet av beslutet.\n"
    )
    found = read_instruction(f"{finnish}\n{swedish}")
    assert found.decided_by is not None
    assert found.decided_by.name == "Mallilan kunnanhallitus"
    assert found.period == Period.days(14)


def test_a_prohibition_told_twice() -> None:
    """
    A prohibition above an instruction and again below it is one prohibition.
    """
    barred = (
        "Muutoksenhakukielto\nPäätöksestä, joka koskee vain valmistelua, ei saa hakea muutosta "
        "(kuntalaki 136 §).\n"
    )
    review = (
        "Oikaisuvaatimusohje\nOikaisuvaatimus on tehtävä 14 päivän kuluessa tiedoksisaannista "
        "kunnanhallitukselle.\n"
    )
    found = parse_appeals(f"{barred}\n{review}\n{barred}")
    assert [type(one.value).__name__ for one in found] == ["AppealProhibition", "AppealInstruction"]
