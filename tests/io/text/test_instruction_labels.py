"""
Instructions that are a form: labels with their values, and hardly a sentence.

The texts are written for these tests; their places, offices and numbers are invented.
"""

from __future__ import annotations

import pytest

from kuntapaatos.appeal import AppealInstruction
from kuntapaatos.decision import DocumentKind
from kuntapaatos.io.text import read
from kuntapaatos.io.text.instruction import parse_appeals


def said(value: AppealInstruction) -> tuple[str, ...]:
    """Return the remedy, the days, who decides, the addresses and the phone, "-" for none."""
    office = value.decided_by
    assert office is not None
    found = (value.remedy.value, value.period and value.period.length, office.name)
    addresses = (office.postal_address, office.visiting_address, office.email, office.phone)
    return tuple("-" if one is None else str(one) for one in (*found, *addresses))


FORMS = {
    "a body from which it is asked": (
        (
            "OIKAISUVAATIMUSOHJE (viranhaltijapäätös, kuntalaki 134 §)\n\n"
            "Toimielin, jolta oikaisua haetaan: Mallilan kunnanhallitus\n"
            "Osoite: PL 35, 99990 Mallila, käyntiosoite Peltotie 5\n"
            "Sähköposti: kirjaamo@mallila.example\n"
            "Aukioloaika: arkisin klo 9–15\n\n"
            "Määräaika: 14 päivää päätöksen tiedoksisaannista\n"
        ),
        (
            *("oikaisuvaatimus", "14", "Mallilan kunnanhallitus", "PL 35, 99990 Mallila"),
            *("Peltotie 5", "kirjaamo@mallila.example", "-"),
        ),
    ),
    "days by a short word": (
        (
            "Oikaisuvaatimusohje\n"
            "Oikaisuvaatimusviranomainen: Sivistyslautakunta\n"
            "Määräaika: 14 vrk tiedoksisaannista\n"
            "Postiosoite: PL 35, 99990 Mallila\n"
            "Käyntiosoite: Peltotie 5, Mallila\n"
            "Puhelin (vaihde): 08 123 4567\n"
            "Sähköposti (kirjaamo): kirjaamo@mallila.example\n"
        ),
        (
            *("oikaisuvaatimus", "14", "Sivistyslautakunta", "PL 35, 99990 Mallila"),
            *("Peltotie 5, Mallila", "kirjaamo@mallila.example", "08 123 4567"),
        ),
    ),
    "to whom": (
        (
            "Oikaisuvaatimusohje, viranhaltijapäätös\n"
            "Kenelle: Mallilan kunnan tekninen lautakunta\n"
            "Oikaisuvaatimusaika: 14 päivää\n"
            "Toimitusosoite: PL 3, 99990 Mallila\n"
        ),
        (
            *("oikaisuvaatimus", "14", "Mallilan kunnan tekninen lautakunta"),
            *("PL 3, 99990 Mallila", "-", "-", "-"),
        ),
    ),
    "questions": (
        (
            "Oikaisuvaatimusohje\n"
            "Mihin oikaisuvaatimus tehdään: Mallilan kunnan tekninen lautakunta\n"
            "Missä ajassa: 14 päivää tiedoksisaannista\n"
            "Postiosoite: PL 3, 99990 Mallila\n"
        ),
        (
            *("oikaisuvaatimus", "14", "Mallilan kunnan tekninen lautakunta"),
            *("PL 3, 99990 Mallila", "-", "-", "-"),
        ),
    ),
    "questions in Swedish": (
        (
            "Anvisning för begäran om omprövning\n"
            "Till vem begäran riktas: Tekniska nämnden\n"
            "Inom vilken tid: 14 dagar från delfåendet av beslutet\n"
            "Postadress: PB 3, 99990 Modellby\n"
        ),
        (
            *("oikaisuvaatimus", "14", "Tekniska nämnden", "PB 3, 99990 Modellby"),
            *("-", "-", "-"),
        ),
    ),
    "the shortest labels": (
        (
            "Oikaisuvaatimusohje\n"
            "Viranomainen: Mallilan kunnanhallitus\n"
            "Aika: 14 päivää tiedoksisaannista\n"
            "Osoite: PL 3, 99990 Mallila\n"
        ),
        (
            *("oikaisuvaatimus", "14", "Mallilan kunnanhallitus", "PL 3, 99990 Mallila"),
            *("-", "-", "-"),
        ),
    ),
    "the shortest labels in Swedish": (
        (
            "Anvisning för begäran om omprövning\n"
            "Myndighet: Kommunstyrelsen\n"
            "Tid: 14 dagar från delfåendet\n"
            "Adress: PB 3, 99990 Modellby\n"
        ),
        (
            *("oikaisuvaatimus", "14", "Kommunstyrelsen", "PB 3, 99990 Modellby"),
            *("-", "-", "-"),
        ),
    ),
    "a court": (
        (
            "VALITUSOSOITUS\n"
            "Tuomioistuin, jolta muutosta haetaan: Itä-Suomen hallinto-oikeus\n"
            "Valitusaika: 30 päivää tiedoksisaannista\n"
            "Osoite: PL 17, 99991 Mallila, käyntiosoite Aallontie 64\n"
        ),
        (
            *("valitus", "30", "Itä-Suomen hallinto-oikeus", "PL 17, 99991 Mallila"),
            *("Aallontie 64", "-", "-"),
        ),
    ),
    "an organ in Swedish": (
        (
            "Anvisning för begäran om omprövning (tjänsteinnehavarbeslut)\n\n"
            "Organ hos vilket omprövning begärs: Kommunstyrelsen\n"
            "Adress: PB 35, 99990 Modellby, besöksadress Åkervägen 5\n"
            "E-post (registratorskontoret): registrator@modellby.example\n"
            "Telefon (växel): 06 000 000\n\n"
            "Tidsfrist: 14 dagar från delfåendet av beslutet\n"
        ),
        (
            *("oikaisuvaatimus", "14", "Kommunstyrelsen", "PB 35, 99990 Modellby"),
            *("Åkervägen 5", "registrator@modellby.example", "06 000 000"),
        ),
    ),
    "to whom in Swedish": (
        (
            "Anvisning för begäran om omprövning\n"
            "Till vem: Tekniska nämnden\n"
            "Tidsfristen är 14 dagar från delfåendet\n"
            "Postadress: PB 35, 99990 Modellby\n"
        ),
        (
            *("oikaisuvaatimus", "14", "Tekniska nämnden", "PB 35, 99990 Modellby"),
            *("-", "-", "-"),
        ),
    ),
    "a court in Swedish": (
        (
            "Besvärsanvisning\n"
            "Domstol hos vilken besvär anförs: Vasa förvaltningsdomstol\n"
            "Besvärstid: 30 dagar från delfåendet\n"
            "Adress: PB 20, 99991 Modellby, besöksadress Åkervägen 43\n"
        ),
        (
            *("valitus", "30", "Vasa förvaltningsdomstol", "PB 20, 99991 Modellby"),
            *("Åkervägen 43", "-", "-"),
        ),
    ),
}


@pytest.mark.parametrize("name", FORMS)
def test_a_form_is_the_whole_instruction(name: str) -> None:
    """Labels with their values say everything."""
    text, expected = FORMS[name]
    reading = read(text)
    decision = reading.decision
    assert decision.kind is DocumentKind.INSTRUCTION
    # That it is for the decisions of office-holders, its heading says: none is read from it.
    assert decision.maker is None
    assert reading.problems == ()
    (value,) = decision.appeals
    assert isinstance(value, AppealInstruction)
    assert said(value) == expected


@pytest.mark.parametrize(
    "line",
    [
        "Määräaika: noin 14 päivää tiedoksisaannista",
        "Määräaika: maksettava 14 päivää tiedoksisaannista",
        "Tidsfrist: cirka 14 dagar från delfåendet",
        "Määräaika: sovitaan erikseen",
        "Työn aloittamisen määräaika: 60 päivää luvan lainvoimaisuudesta",
        "Tid: 30 dagar från lagakraft",
    ],
)
def test_what_is_no_time_to_act(line: str) -> None:
    """A time that is about so long, or for something else, is not the one there is."""
    heading = "Oikaisuvaatimusohje\nViranomainen, jolta oikaisua haetaan: Kunnanhallitus\n"
    (parsed,) = parse_appeals(f"{heading}{line}\n")
    assert isinstance(parsed.value, AppealInstruction)
    assert parsed.value.period is None


def test_a_time_under_no_remedy() -> None:
    """A label for a time instructs nobody by itself."""
    assert parse_appeals("Lupaehdot\nMääräaika: 14 päivää päätöksen tiedoksisaannista\n") == []


SEVERAL = {
    "fi": (
        "Muutoksenhakukielto\nPykälät: 1–3, 9\n"
        "Koska päätös koskee vain valmistelua, siitä ei saa tehdä oikaisuvaatimusta"
        " eikä kunnallisvalitusta.\n\n"
        "Oikaisuvaatimusohje\nPykälät: 5–7, 10\n"
        "Päätökseen tyytymätön voi tehdä kirjallisen oikaisuvaatimuksen 14 päivän kuluessa"
        " päätöksen tiedoksisaannista.\n"
        "Oikaisuvaatimus osoitetaan: Tekninen lautakunta, Peltotie 23, 99990 Mallila,"
        " kirjaamo@mallila.example. Aukioloaika klo 9.00–15.00.\n\n"
        "Valitusosoitus hallinto-oikeuteen\nPykälät: 11\n"
        "Valitusviranomainen: Turun hallinto-oikeus, Aallontie 1, 99991 Mallila."
        " Valitusaika 30 päivää tiedoksisaannista.\n"
    ),
    "fi, the court named": (
        "Muutoksenhakukielto\nPykälät: 1–3, 9\n"
        "Päätöksestä ei saa tehdä oikaisuvaatimusta eikä kunnallisvalitusta, koska se koskee"
        " vain valmistelua.\n\n"
        "Oikaisuvaatimus\nPykälät: 5–7, 10\n"
        "Oikaisuvaatimus osoitetaan: Tekninen lautakunta, Peltotie 23, 99990 Mallila,"
        " kirjaamo@mallila.example. Määräaika 14 päivää tiedoksisaannista."
        " Avoinna klo 9.00–15.00.\n\n"
        "Valitusosoitus Turun hallinto-oikeuteen\nPykälät: 11\n"
        "Valitus osoitetaan: Turun hallinto-oikeus, Aallontie 1, 99991 Mallila."
        " Valitusaika on 30 päivää päätöksen tiedoksisaannista.\n"
    ),
    "sv": (
        "Ändringsförbud\nParagrafer: 1–3, 9\n"
        "Ändring i beslutet får inte sökas, eftersom beslutet bara gäller beredning.\n\n"
        "Anvisning för begäran om omprövning\nParagrafer: 5–7, 10\n"
        "Den som är missnöjd med beslutet kan begära omprövning skriftligt inom 14 dagar från"
        " delfåendet av beslutet.\n"
        "Begäran riktas till: Tekniska nämnden, Åkervägen 23, 99990 Modellby,"
        " registrator@modellby.example. Öppettid kl. 9.00–15.00.\n\n"
        "Besvärsanvisning till Vasa förvaltningsdomstol\nParagrafer: 11\n"
        "Besvärsmyndighet: Vasa förvaltningsdomstol, Åkervägen 43, 99991 Modellby."
        " Besvärstiden är 30 dagar från delfåendet.\n"
    ),
}


@pytest.mark.parametrize("language", SEVERAL)
def test_several_remedies_in_a_sentence_each(language: str) -> None:
    """Each remedy has its sections, its time and its authority."""
    barred, review, appeal = parse_appeals(SEVERAL[language])
    assert barred.sections == ("1", "2", "3", "9")
    assert review.sections == ("5", "6", "7", "10")
    assert appeal.sections == ("11",)
    assert isinstance(review.value, AppealInstruction)
    assert isinstance(appeal.value, AppealInstruction)
    mine, court = said(review.value), said(appeal.value)
    swedish = language == "sv"
    assert mine[:3] == (
        *("oikaisuvaatimus", "14"),
        "Tekniska nämnden" if swedish else "Tekninen lautakunta",
    )
    assert mine[3] == ("Åkervägen 23, 99990 Modellby" if swedish else "Peltotie 23, 99990 Mallila")
    assert mine[5] == ("registrator@modellby.example" if swedish else "kirjaamo@mallila.example")
    assert review.value.decided_by is not None
    assert str(review.value.decided_by.hours) == "ma–pe 9.00–15.00"
    assert court == (
        *("valitus", "30"),
        "Vasa förvaltningsdomstol" if swedish else "Turun hallinto-oikeus",
        "Åkervägen 43, 99991 Modellby" if swedish else "Aallontie 1, 99991 Mallila",
        *("-", "-", "-"),
    )


FI_COURT = "Valitus tehdään Turun hallinto-oikeudelle 30 päivän kuluessa tiedoksisaannista.\n\n"
SV_COURT = "Besvär anförs hos Vasa förvaltningsdomstol inom 30 dagar från delfåendet.\n\n"


@pytest.mark.parametrize(
    ("text", "post", "visit"),
    [
        pytest.param(
            f"{FI_COURT}Turun hallinto-oikeus\nAallontie 4, 3. kerros, 99990 Mallila\n"
            "PL 18, 99991 Mallila\npuh. 029 000 0000\n",
            "PL 18, 99991 Mallila",
            "Aallontie 4, 3. kerros, 99990 Mallila",
            id="the street first",
        ),
        pytest.param(
            f"{FI_COURT}Turun hallinto-oikeus\nPL 18, 99991 Mallila\n"
            "Aallontie 4, 99990 Mallila\npuh. 029 000 0000\n",
            "PL 18, 99991 Mallila",
            "Aallontie 4, 99990 Mallila",
            id="the box first",
        ),
        pytest.param(
            f"{SV_COURT}Vasa förvaltningsdomstol\nÅkervägen 43, 4:e vån., 99990 Modellby\n"
            "PB 20, 99991 Modellby\ntfn 029 000 0000\n",
            "PB 20, 99991 Modellby",
            "Åkervägen 43, 4:e vån., 99990 Modellby",
            id="in Swedish",
        ),
        pytest.param(
            f"{FI_COURT}Turun hallinto-oikeus\nKäyntiosoite: Aallontie 4\nPL 18, 99991 Mallila\n",
            "PL 18, 99991 Mallila",
            "Aallontie 4",
            id="the street behind its label",
        ),
        pytest.param(
            f"{FI_COURT}Turun hallinto-oikeus\nAallontie 4, 99990 Mallila\n"
            "Postiosoite: PL 18, 99991 Mallila\n",
            "PL 18, 99991 Mallila",
            "Aallontie 4, 99990 Mallila",
            id="the box behind its label",
        ),
        pytest.param(
            f"{FI_COURT}Turun hallinto-oikeus\nPL 18, 99991 Mallila\nPL 19, 99992 Mallila\n",
            "PL 18, 99991 Mallila",
            None,
            id="two boxes",
        ),
        pytest.param(
            f"{FI_COURT}Turun hallinto-oikeus\nPostiosoite: Aallontie 4, 99990 Mallila\n"
            "PL 18, 99991 Mallila\n",
            "Aallontie 4, 99990 Mallila",
            None,
            id="a street for letters",
        ),
    ],
)
def test_a_street_and_a_box_below_each_other(text: str, post: str, visit: str | None) -> None:
    """The street is for visitors and the box for letters, unless a label says otherwise."""
    (parsed,) = parse_appeals(text)
    assert isinstance(parsed.value, AppealInstruction)
    office = parsed.value.decided_by
    assert office is not None
    assert (office.postal_address, office.visiting_address) == (post, visit)


@pytest.mark.parametrize(
    ("line", "phone"),
    [
        ("Telefon (växel): 06 000 000", "06 000 000"),
        ("Tfn (växeln) 06 000 000", "06 000 000"),
        ("Puhelin (vaihde): 08 000 000", "08 000 000"),
        ("Puh. (keskus): 08 000 000", "08 000 000"),
        ("Puhelin (vain laskutus): 08 000 000", None),
    ],
)
def test_a_label_with_its_kind_in_brackets(line: str, phone: str | None) -> None:
    """The exchange is a phone; a number for something else is not."""
    text = (
        "Oikaisuvaatimusohje\nOikaisuvaatimusviranomainen: Kunnanhallitus\n"
        f"Määräaika: 14 päivää tiedoksisaannista\nPostiosoite: PL 1, 99990 Mallila\n{line}\n"
    )
    (parsed,) = parse_appeals(text)
    assert isinstance(parsed.value, AppealInstruction)
    assert parsed.value.decided_by is not None
    assert parsed.value.decided_by.phone == phone


@pytest.mark.parametrize(
    ("line", "visit", "email"),
    [
        ("Käyntiosoite: Peltotie 5, ja se on avoinna arkisin klo 9–15", "Peltotie 5", None),
        ("Käyntiosoite: Peltotie 5 (2. kerros), joka on avoinna", "Peltotie 5 (2. kerros)", None),
        ("Besöksadress: Åkervägen 2, som är öppet vardagar kl. 9–15", "Åkervägen 2", None),
        (
            "Postiosoite: PL 3, 99990 Mallila (käyntiosoite Peltotie 5), k@mallila.example",
            *("Peltotie 5", "k@mallila.example"),
        ),
        ("Käyntiosoite: Peltotie 5, k@mallila.example", "Peltotie 5", "k@mallila.example"),
    ],
)
def test_an_address_ends_where_the_sentence_goes_on(
    line: str, visit: str, email: str | None
) -> None:
    """A clause, a bracket that closes and an e-mail address are no part of it."""
    text = (
        "Oikaisuvaatimusohje\nOikaisuvaatimusviranomainen: Kunnanhallitus\n"
        f"Määräaika: 14 päivää tiedoksisaannista\n{line}\n"
    )
    (parsed,) = parse_appeals(text)
    assert isinstance(parsed.value, AppealInstruction)
    office = parsed.value.decided_by
    assert office is not None
    assert (office.visiting_address, office.email) == (visit, email)


def test_a_name_told_once() -> None:
    """The office at the head of a line and right before its address is one."""
    text = (
        "Oikaisuvaatimusohje\nViranomainen: Kunnanhallitus\n"
        "Määräaika: 14 päivää tiedoksisaannista\n"
        "Mallilan kunnan kirjaamo, PL 12 (Peltotie 5), 99990 Mallila\n"
    )
    (parsed,) = parse_appeals(text)
    assert isinstance(parsed.value, AppealInstruction)
    office = parsed.value.deliver_to
    assert office is not None
    assert (office.name, office.visiting_address) == ("Mallilan kunnan kirjaamo", "Peltotie 5")


@pytest.mark.parametrize(
    "line", ["Viranomainen: Rakennuslautakunta", "Valvova viranomainen: Rakennuslautakunta"]
)
def test_a_label_that_says_little(line: str) -> None:
    """Whom a sentence names decides, whatever other authority a label names."""
    text = (
        "Oikaisuvaatimusohje\nOikaisuvaatimus tehdään kunnanhallitukselle 14 päivän kuluessa"
        f" tiedoksisaannista.\n{line}\n"
    )
    (parsed,) = parse_appeals(text)
    assert isinstance(parsed.value, AppealInstruction)
    assert parsed.value.decided_by is not None
    assert parsed.value.decided_by.name == "kunnanhallitus"
