"""
Values that another reading of the same text could gainsay: none is told as certain.

What a text says plainly is read; where it may be of another matter, body, day or party,
it is doubtful, and shown as such.
"""

from __future__ import annotations

import pytest

from kuntapaatos.decision import DocumentKind, OfficeHolder, Organ, Outcome
from kuntapaatos.io.text import Mark, Reading, Why, read

REVIEW = (
    "Oikaisuvaatimusohje\nOikaisuvaatimus on tehtävä 14 päivän kuluessa päätöksen "
    "tiedoksisaannista Mallilan kunnanhallitukselle.\n"
)


def item(said: str, head: str = "Kunnanhallitus 3.2.2025 § 14\nMatka") -> Reading:
    """
    Return the reading of an item of minutes with a decision.
    """
    return read(f"Mallilan kunta\n{head}\nPäätös\n{said}\n")


def holder(said: str, more: str = "") -> Reading:
    """
    Return the reading of an office-holder's decision.
    """
    head = "Mallilan kunta\nViranhaltijapäätös\nTekninen johtaja\n12.3.2025 § 7\nHankinta\n"
    return read(f"{head}{more}Päätös\n{said}\n")


def doubted(reading: Reading, name: str) -> bool:
    """
    Return whether a reading tells that the value of a field may be another one.
    """
    return any(found.candidates for found in reading.where(name)) or any(
        left.field == name for left in reading.unread
    )


@pytest.mark.parametrize(
    "said",
    [
        "Velvoitan omistajan poistamaan romun 5 000 euron uhkasakon uhalla.",
        "Laskusta vähennetään 340 euroa.",
        "Hyväksyn osamaksun: velka on 1 200 euroa.",
        "Annan luvan. Lupamaksu on 250 euroa.",
        "Optio lisävuodesta on 6 000 euroa.",
        "Vapautan hakijan 220 euron hoitomaksusta.",
        "Kunta hakee valtionavustusta 90 000 euroa.",
        "Määräala luovutetaan hintaan 14 000 euroa.",
        "Tulos heikkenee 50 000 euroa.",
        "Edellisen hankinnan hinta oli 300 euroa ja 400 euroa.",
        "Jag förelägger ägaren vite om 3 000 euro.",
    ],
)
def test_a_sum_that_nobody_pays_by_the_decision(said: str) -> None:
    """
    A fine, a debt, an income, an option or a sum of another time is no cost of the decision.
    """
    assert holder(said).decision.costs == ()


@pytest.mark.parametrize(
    "said",
    [
        "Hinta on 500 euroa, ja uhkasakko on 900 euroa.",
        "Myönnän luvan. Maksu on 250 euroa.",
        "Avustus myönnetään, mikäli seura maksaa 900 euroa.",
        "Summa on 900 euroa.",
    ],
)
def test_a_sum_that_may_be_no_cost(said: str) -> None:
    """
    A sum of which no word says that it is paid, or one too many, is shown and not counted.
    """
    reading = holder(said)
    assert reading.decision.costs == ()
    assert {(left.mark, left.field) for left in reading.unread} == {(Mark.SUM, "costs")}


@pytest.mark.parametrize(
    ("said", "sums"),
    [
        ("Ostetaan kopiokone hintaan 4 500 euroa.", ["4500.00"]),
        ("Myönnän avustusta 3 000 euroa. Viime vuonna avustus oli 2 500 euroa.", ["3000.00"]),
        ("Hyväksyn tarjouksen 500 euroa. Muut olivat 600 euroa ja 700 euroa.", ["500.00"]),
        ("Jag beviljar föreningen 200 euro.", ["200.00"]),
    ],
)
def test_a_sum_that_is_paid(said: str, sums: list[str]) -> None:
    """
    What is granted or paid is a cost; what others offered or was paid before is none.
    """
    assert [str(cost.amount) for cost in holder(said).decision.costs] == sums


@pytest.mark.parametrize(
    ("said", "sure"),
    [
        ("Kulut kirjataan kustannuspaikalle 1234.", True),
        ("Kulut siirretään kustannuspaikalta 1234 muualle.", False),
        ("Laskutusosoite: Mallilan kunta, kustannuspaikka 1234.", False),
    ],
)
def test_where_costs_are_booked(said: str, sure: bool) -> None:
    """
    A cost centre counts where something is booked; where bills go to, it is doubtful.
    """
    reading = holder(f"Ostetaan. {said}")
    assert [centre.code for centre in reading.decision.cost_centres] == ["1234"]
    assert doubted(reading, "cost_centres") is not sure


@pytest.mark.parametrize(
    "sections",
    ["§§ 298–317", "§ 14, § 15", "Pykälät 3-9", "10–25 §", "§ 4 ja 5", "Paragraferna 3–9"],
)
def test_several_sections(sections: str) -> None:
    """
    The sections of a whole meeting are no matter's own; who met and when is read.
    """
    decision = item("Hyväksyttiin.", f"Kunnanhallitus 3.2.2025 {sections}\nMatka").decision
    assert decision.section is None
    assert decision.maker == Organ("Kunnanhallitus", decision.maker.kind)  # type: ignore[union-attr]
    assert decision.meeting_on is not None


def test_sections_alone() -> None:
    """
    A line of nothing but several sections says nothing of this matter.
    """
    assert item("Hyväksyttiin.", "Kunnanhallitus\n§§ 10–25\nMatka").decision.section is None


@pytest.mark.parametrize(
    ("line", "own", "named"),
    [
        ("44/10.03/2025", "44/10.03/2025", 0),
        ("Hakijan kirje, dnro 44/10.03/2024", None, 1),
        ("Aluehallintoviraston päätös LSSAVI/1234/2024 on saatu.", None, 1),
        ("Asia on entinen 44/10.03/2024 vuodelta.", None, 1),
        ("Vastaus oikeudelle, dnro 44/10.03/2024\n12/00.02/2025", "12/00.02/2025", 0),
    ],
)
def test_the_number_of_a_letter(line: str, own: str | None, named: int) -> None:
    """
    A record number in a sentence, or behind its sender, may be another matter's.
    """
    reading = item("Hyväksyttiin.", f"Kunnanhallitus 3.2.2025 § 14\nMatka\n{line}")
    record = reading.decision.record_id
    assert (None if record is None else str(record)) == own
    assert len([one for one in reading.where("record_id") if one.candidates]) == named


@pytest.mark.parametrize(
    ("head", "maker", "sure"),
    [
        ("Koululautakunta\nRehtori\n3.2.2025 § 14", OfficeHolder("Rehtori"), True),
        ("Sosiaaliohjaaja, lapsiperheet\n3.2.2025 § 14", OfficeHolder("Sosiaaliohjaaja"), True),
        (
            "3.2.2025 § 14\nPäätöksentekijä: Aino Malli, johtava rakennustarkastaja",
            OfficeHolder("johtava rakennustarkastaja"),
            True,
        ),
        ("Valmistelija toimistosihteeri\n3.2.2025 § 14", OfficeHolder("Tekninen johtaja"), True),
    ],
)
def test_who_decided_as_an_office_holder(head: str, maker: OfficeHolder, sure: bool) -> None:
    """
    The office goes before the committee that it belongs to, and before who prepared.
    """
    said = "Tekninen johtaja myönsi luvan." if "Valmistelija" in head else "Myönnän luvan."
    reading = read(f"Mallilan kunta\nViranhaltijapäätös\n{head}\nLupa\nPäätös\n{said}\n")
    assert reading.decision.maker == maker
    assert doubted(reading, "maker") is not sure


def test_an_office_that_only_its_signature_names() -> None:
    """
    Below the committee in the head, who signed the decision made it.
    """
    head = "Mallilan kunta\nViranhaltijapäätös\nKoululautakunta\n3.2.2025\nLupa\nPäätös\n"
    reading = read(f"{head}Myönnän luvan.\nAino Malli\nrehtori\n")
    assert reading.decision.maker == OfficeHolder("rehtori")


@pytest.mark.parametrize(
    ("head", "others"),
    [
        ("Viranhaltijapäätös\nKoululautakunta\n3.2.2025", 2),
        ("Kunnanhallitus\nKoululautakunta\n3.2.2025", 2),
        ("Kunnanhallitus\n3.2.2025\nHallitus", 0),
    ],
)
def test_two_that_may_have_decided(head: str, others: int) -> None:
    """
    Of two bodies in a head, or a body and an office, the first is not told as certain.
    """
    reading = read(f"Mallilan kunta\n{head}\nPäätös\nHyväksyttiin.\n")
    assert len(reading.where("maker")[0].candidates) == others


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Kunnanhallitus 3.2.2025 § 14\nYhteistyö\nKuopion kaupunki on esittänyt yhteistyötä.\n",
            "Kuopio",
        ),
        ("Kunnanhallitus 3.2.2025 § 14\nLausunto\nValitus Turun kaupungin päätöksestä\n", "Turku"),
        ("Malla landskapsförbund\nStyrelsen 3.2.2025 § 14\nBrev från Raseborgs stad\n", None),
        ("Mallan hyvinvointialue\nAluehallitus 3.2.2025 § 14\nKajaanin kaupungin lausunto\n", None),
    ],
)
def test_a_municipality_that_is_only_spoken_of(text: str, name: str | None) -> None:
    """
    Whom a sentence speaks of need not be who decided, and no member of a joint authority is.
    """
    reading = read(f"{text}Päätös\nHyväksyttiin.\n")
    assert reading.decision.municipality == name
    assert [one.why for one in reading.where("municipality")] == [Why.NOT_IN_PLACE] * bool(name)


def test_a_municipality_above_its_address() -> None:
    """
    A municipality that stands above its own address names itself.
    """
    reading = item("Hyväksyttiin.\nIin kunta, kirjaamo\nPL 1", "Kunnanhallitus 3.2.2025 § 14\nTie")
    assert reading.decision.municipality == "Ii"
    assert not doubted(reading, "municipality")


@pytest.mark.parametrize(
    ("said", "outcome", "sure"),
    [
        (
            "Ehdotus raukesi kannattamattomana. Kunnanhallitus hyväksyi päätösehdotuksen.",
            Outcome.APPROVED,
            True,
        ),
        (
            "Toimitetussa äänestyksessä pohjaehdotus voitti äänin 6–5.",
            Outcome.APPROVED_AFTER_VOTE,
            True,
        ),
        ("Äänestyksessä vastaehdotus voitti äänin 6–5.", Outcome.CHANGED, True),
        ("Äänestyksessä hylkäysesitys voitti äänin 6–5.", Outcome.REJECTED, True),
        ("Äänestyksessä annettiin 6 ääntä äänin 6–5.", Outcome.APPROVED_AFTER_VOTE, False),
        (
            "Hyväksyttiin muilta osin, mutta kohta 3 palautettiin valmisteluun.",
            Outcome.RETURNED,
            False,
        ),
    ],
)
def test_what_came_of_it(said: str, outcome: Outcome, sure: bool) -> None:
    """
    A vote says which proposal won; what is said of a part is not certain of the whole.
    """
    reading = item(said)
    assert reading.decision.outcome is outcome
    assert doubted(reading, "outcome") is not sure


def test_minutes_without_a_day() -> None:
    """
    What a body decided, with an instruction and without a signature, is of its minutes.
    """
    reading = read(f"Kunnanhallitus § 14\nMatka\nPäätös\nHyväksyttiin.\n{REVIEW}")
    assert reading.decision.kind is DocumentKind.MINUTES_ITEM


@pytest.mark.parametrize(
    "line", ["Liitteet 1-2", "(bilaga 3)", "Valmistelija Aino Malli", "Mallan hyvinvointialue"]
)
def test_what_is_no_heading(line: str) -> None:
    """
    Enclosures, who prepared and whose the document is are no heading of the matter.
    """
    reading = item("Hyväksyttiin.", f"Kunnanhallitus\n3.2.2025 § 14\n{line}\nLainan takaus")
    assert reading.decision.title == "Lainan takaus"


def test_enclosures_behind_a_heading() -> None:
    """
    A line of enclosures below a heading is no part of it.
    """
    reading = item("Hyväksyttiin.", "Kunnanhallitus 3.2.2025 § 14\nGatans namn\n(bilaga 3)")
    assert reading.decision.title == "Gatans namn"


JOINS = "Kunnanhallitus päättää, että kunta osallistuu Terve kunta -hankkeeseen"


@pytest.mark.parametrize(
    ("said", "name"),
    [
        (
            (
                "{} vuosina 2025–2027. Kunnan osuus on yhteensä 9 000 euroa, mikäli muutkin "
                "osallistuvat."
            ),
            "membership.annual_fee",
        ),
        (
            "{} vuosina 2025–2027. Kunnan osuus on 3 000 euroa, josta puolet on työpanosta.",
            "membership.annual_fee",
        ),
        ("{} ja Lukeva kunta -hankkeeseen.", "membership.network"),
    ],
)
def test_what_is_paid_on_a_condition(said: str, name: str) -> None:
    """
    A sum that depends on others, or of which a part is work, is no certain fee.
    """
    text = "Kunnanhallitus 3.2.2025 § 14\nOsallistuminen Terve kunta -hankkeeseen\nPäätös\n"
    reading = read(text + said.format(JOINS))
    membership = reading.decision.membership
    assert membership is not None
    assert (membership.annual_fee, membership.stated_total) == (None, None)
    assert doubted(reading, name)


def test_a_condition_of_joining_is_none_of_the_fee() -> None:
    """
    Where the joining depends on something, the fee is what it is.
    """
    said = f"{JOINS}, jonka maksu on 500 euroa vuodessa, mikäli muutkin osallistuvat."
    text = "Kunnanhallitus 3.2.2025 § 14\nOsallistuminen Terve kunta -hankkeeseen\nPäätös\n"
    membership = read(text + said).decision.membership
    assert membership is not None
    assert str(membership.annual_fee) == "500.00"


@pytest.mark.parametrize(
    ("years", "term"),
    [("8/2025–7/2027", "2025–2027"), ("1.2025 - 12.2026", "2025–2026"), ("8/2025–9/2025", "2025")],
)
def test_a_term_of_months(years: str, term: str) -> None:
    """
    From a month to a month is from its first day to the last day of the other.
    """
    text = "Kunnanhallitus 3.2.2025 § 14\nOsallistuminen Terve kunta -hankkeeseen\nPäätös\n"
    membership = read(f"{text}{JOINS} {years}.").decision.membership
    assert membership is not None
    assert str(membership.term) == term


@pytest.mark.parametrize(
    ("said", "outcome", "sure"),
    [
        (
            "Valtiovarainministeriö on myöntänyt avustuksen. Kunnanhallitus merkitsi tiedoksi.",
            Outcome.NOTED,
            True,
        ),
        ("Edustukset: avajaiset seuraavana lauantaina klo 14 museolla.", Outcome.APPROVED, False),
        (
            (
                "Jäsen Aino Malli esitti muutosta. Ne, jotka kannattavat pohjaehdotusta, äänestävät "
                "JAA.\n\nÄänestyksessä annettiin 2 JAA-ääntä ja 8 EI-ääntä.\n\nAsia on selvä näin."
            ),
            Outcome.APPROVED_AFTER_VOTE,
            False,
        ),
        ("Korjaan katon kesällä.", Outcome.APPROVED, True),
    ],
)
def test_what_only_looks_decided(said: str, outcome: Outcome, sure: bool) -> None:
    """
    What another authority did is not decided here, and a line without a verb hardly is.
    """
    reading = item(said)
    assert reading.decision.outcome is outcome
    assert doubted(reading, "outcome") is not sure


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "3.2.2025\n\nUimahalli suljetaan\n\nKunnanhallitus hyväksyi sen.\n",
            ["kind", "meeting_on"],
        ),
        ("Säännöt\n3 § Tarkoitus\nLiitto toimii näin:\n", ["kind"]),
    ],
)
def test_a_text_of_another_kind(text: str, names: list[str]) -> None:
    """
    A piece of news and the rules of an association look like decisions, and are doubtful.
    """
    reading = read(text)
    for name in names:
        assert doubted(reading, name)


def test_two_matters_of_an_agenda() -> None:
    """
    Where a head lists two matters, neither section nor heading is certain.
    """
    reading = read(
        "Iin kunta\nKonsernijaosto\nKokouskutsu 14.1.2025\n1 § Yhtiöiden raportit\n"
        "2 § Nimeämiset yhtiöihin\nEhdotus: Jaosto nimeää edustajat.\n"
    )
    assert reading.decision.section == "1"
    assert doubted(reading, "section")
    assert doubted(reading, "title")


def test_two_lines_that_may_be_the_heading() -> None:
    """
    Of two lines that nothing marks, the first is not certainly the heading.
    """
    reading = read("Inarin kunta\nToinen nimi\nKunnanhallitus\nAvustuksen hakeminen\nPäätös\nOk.\n")
    assert reading.decision.title == "Toinen nimi"
    assert doubted(reading, "title")


@pytest.mark.parametrize(
    ("head", "section", "title", "on", "sure"),
    [
        (
            "Organ: Tekniska nämnden\nDatum: 24.4.2025\nÄrende: 33 § Val av entreprenör",
            "33",
            "Val av entreprenör",
            "2025-04-24",
            False,
        ),
        ("Stadsstyrelsen\n2025-03-20  § 74\nVal", "74", None, "2025-03-20", True),
        ("Sammanträdeskallelse 2/2024\nTekniska nämnden 3.2.2025\nUtfärdad 8.1.2025\nVal av revisor",
         None, "Val av revisor", "2025-02-03", True),
    ],
)  # fmt: skip
def test_heads_of_swedish_minutes(
    head: str, section: str | None, title: str | None, on: str, sure: bool
) -> None:
    """
    A section before its heading, and a day as computers write it; a day that may be a letter's
    is doubtful.
    """
    reading = read(f"Malla kommun\n{head}\nBeslut\nGodkändes.\n")
    decision = reading.decision
    assert (decision.section, decision.title) == (section, title)
    assert str(decision.meeting_on) == on
    assert doubted(reading, "meeting_on") is not sure


def test_an_agenda_before_its_sections_have_numbers() -> None:
    """
    What other bodies did before is told; the body without a number has not decided.
    """
    reading = read(
        "Iin kunta\nEsityslista 5/2024\nKunnanvaltuusto\n7 Tilinpäätös 2023\n"
        "Khall 25.3.2024 § 44\nPäätös: Hyväksyttiin.\nTarkltk 20.5.2024 § 12\n"
        "Päätös: Ehdotetaan hyväksymistä.\nKvalt 10.6.2024 §\n"
        "Päätösehdotus: Kunnanvaltuusto hyväksyy tilinpäätöksen.\n"
    )
    decision = reading.decision
    assert decision.kind is DocumentKind.AGENDA_ITEM
    assert str(decision.maker) == "Kunnanvaltuusto"
    assert (decision.section, decision.outcome, decision.title) == (None, None, "Tilinpäätös 2023")


def test_a_numbered_decision() -> None:
    """
    "Päätös nro: 14/2024" is the decision's own number.
    """
    head = "Viranhaltijapäätös\nPäätös nro:   14/2024\nPäivämäärä: 6.5.2024\n"
    assert read(f"{head}Asia: Sulku\nPäätös\nSuljetaan talo.\n").decision.section == "14"


@pytest.mark.parametrize(
    ("prepared", "term"),
    [
        ("Vuoren kunnat -ohjelmakausi 2023–2025 päättyy ja uusi kausi on 8/2025–7/2027.", "2025–2027"),
        ("Edellinen ohjelmakausi 2021–2023 ja uusi ohjelmakausi 2025–2027.", "2025–2027"),
    ],
)  # fmt: skip
def test_a_term_that_ends(prepared: str, term: str) -> None:
    """
    A term that ends, or was the one before, is not that of the membership.
    """
    text = (
        "Kunnanhallitus 3.2.2025 § 14\nVuoren kunnat -ohjelman jatko\nKuvaus\n"
        f"{prepared}\nPäätös\nKunta jatkaa Vuoren kunnat -ohjelmassa uudelle kaudelle.\n"
    )
    membership = read(text).decision.membership
    assert membership is not None
    assert str(membership.term) == term


def test_a_name_before_its_hyphen_in_swedish() -> None:
    """
    "Ren kust-nätverket" is the network Ren kust.
    """
    text = (
        "Kommunstyrelsen 3.2.2025 § 14\nAnslutning till Ren kust-nätverket\nBeslut\nEnligt förslag."
    )
    membership = read(text).decision.membership
    assert membership is not None
    assert membership.network == "Ren kust"


@pytest.mark.parametrize(
    ("text", "maker", "outcome"),
    [
        (
            (
                "Ingå kommun\nKommunstyrelsen § 31 10.3.2025\nBidrag\nDirektören föreslog bidrag.\n"
                "Kommunstyrelsen beslöt enhälligt enligt förslaget.\nDelges Föreningen rf\n"
            ),
            "Kommunstyrelsen",
            Outcome.APPROVED,
        ),
        (
            (
                "Larsmo kommun\nKommunfullmäktige den 14 april 2025\n§ 22 Stadga\n"
                "Fullmäktige godkände förslaget.\nUtdragets riktighet intygar\nAino Malli\n"
            ),
            "Kommunfullmäktige",
            Outcome.APPROVED,
        ),
        (
            (
                "Iin kunta\n§ 13 Aukioloajat\nSihteeri esitteli asian. Vapaa-ajan lautakunta päätti, "
                "että nuorisotila on auki 12.3.2025 alkaen.\n"
            ),
            "None",
            Outcome.APPROVED,
        ),
    ],
)
def test_minutes_without_labels(text: str, maker: str, outcome: Outcome) -> None:
    """
    The last sentence in which a body decides is the decision, where no label announces one.
    """
    decision = read(text).decision
    assert (str(decision.maker), decision.outcome) == (maker, outcome)


def test_a_body_without_its_name() -> None:
    """
    "Lautakunta" alone may be any committee.
    """
    reading = read("Iin kunta\n§ 13 Aukioloajat\nPäätös\nLautakunta päätti pitää auki.\n")
    assert str(reading.decision.maker) == "Lautakunta"
    assert doubted(reading, "maker")


def test_a_heading_below_what_a_page_says() -> None:
    """
    The heading stands behind its body and section, wherever these stand.
    """
    text = (
        "Iin kunta\nKunnanhallitus  19.5.2025\nAsianro 120/2025\nOtteet: Malli Oy\n"
        "KH § 131 KOHTEEN VUOKRAAMINEN\nVuokra on 10 euroa.\nPÄÄTÖS: Hyväksyttiin.\n"
    )
    assert read(text).decision.title == "KOHTEEN VUOKRAAMINEN"


def test_an_earlier_body_is_no_rival() -> None:
    """
    A body that handled the matter before is not one that may have decided now.
    """
    reading = read(
        "Iin kunta\nKunnanvaltuusto\nAika 16.6.2025\n§ 24 Kertomus\n"
        "Tarkastuslautakunta 12.5.2025 § 17\nValtuusto merkitsi kertomuksen tiedoksi.\n"
    )
    assert str(reading.decision.maker) == "Kunnanvaltuusto"
    assert not doubted(reading, "maker")


def test_a_kind_above_all_else() -> None:
    """
    "PÄÄTÖS" above a head names the document and announces no decision.
    """
    head = "PÄÄTÖS\nSosiaalipalvelut\nPäällikkö Aino Malli\nPorin kaupunki\nMaksun alentaminen\n"
    decision = read(f"{head}Hakemus saapunut 1.12.2021.\nHakemus hylätään.\n").decision
    assert decision.outcome is not Outcome.APPROVED


@pytest.mark.parametrize(
    ("head", "section", "title"),
    [
        (
            (
                "Organ\tSammanträdesdatum\tSida\nBildningsnämnden\t26.03.2025\t12\n"
                "Paragraf 19\nLäroplan för skolan"
            ),
            "19",
            "Läroplan för skolan",
        ),
        ("Stadsdirektörens beslut 11 § / 2025\n13.5.2025\nAnskaffning", "11", "Anskaffning"),
        (
            "Hyvinvointi- ja sivistyslautakunta | 22.04.2025 | § 30\nKesän aukiolo",
            "30",
            "Kesän aukiolo",
        ),
    ],
)
def test_numbers_beside_a_section(head: str, section: str, title: str) -> None:
    """
    Neither the number of a page nor a year is a section or a heading.
    """
    decision = read(f"Iin kunta\n{head}\nPäätös\nHyväksyttiin.\n").decision
    assert (decision.section, decision.title) == (section, title)


@pytest.mark.parametrize(
    ("text", "network"),
    [
        ("Vastaus Kuntien energiakunta -verkoston kutsuun", "Kuntien energiakunta"),
        ("Osallistuminen Arktinen matkailu 2027 -hankkeeseen", "Arktinen matkailu 2027"),
    ],
)
def test_what_is_no_part_of_a_name(text: str, network: str) -> None:
    """
    What a heading is about is no part of a name, and a year alone is none.
    """
    said = "Kunta osallistuu hankkeeseen." if "hank" in text else "Kunta liittyy verkostoon."
    membership = read(f"Kunnanhallitus 3.2.2025 § 14\n{text}\nPäätös\n{said}\n").decision.membership
    assert membership is not None
    assert membership.network == network


def test_a_year_in_which_a_municipality_stays() -> None:
    """
    "Jatkaa jäsenenä vuonna 2025" is that year, though the sentence does not name the network.
    """
    text = (
        "Kunnanhallitus 9.12.2024 § 188\nJäsenyyden jatkaminen Pikkukunnat ry:ssä\n"
        "Päätös\nKunta jatkaa jäsenenä vuonna 2025.\n"
    )
    membership = read(text).decision.membership
    assert membership is not None
    assert str(membership.term) == "2025"


def test_a_lone_sign_of_a_record() -> None:
    """
    The letters of a record number alone name a municipality, and not for certain.
    """
    reading = read("Direktör\n27.1.2026 § 6\nPEDDno-2025-903\nUnderstöd\nBeslut\nJag beviljar.\n")
    assert reading.decision.municipality == "Pedersöre"
    assert doubted(reading, "municipality")


@pytest.mark.parametrize(
    ("head", "field", "value"),
    [
        ("Kunnanhallitus 5.2.2026 klo 16.00, Kunnantalo, Kerava\n9 § Edustajat", "meeting_on", "2026-02-05"),
        ("Lautakunta\nKokouspäivä 21.5.2026     § 54\nKehotus", "section", "54"),
        ("Nämnd: Bildningsnämnden\nÄrende 6, § 12\nArbetstider", "section", "12"),
        ("Kunnanhallitus 3.2.2025 § 14\nPlan för regionen (MBT 2027)", "title", "Plan för regionen (MBT 2027)"),
        ("Kunnanhallitus 3.2.2025\n§ 14 Plan för regionen (MBT 2027)", "title", "Plan för regionen (MBT 2027)"),
        ("Kunnanhallitus 3.2.2025 § 14\nLiite 1 Tarjous 1.2.2025\nTilojen vuokraus", "title", "Tilojen vuokraus"),
        ("Päällikkö | 12.8.2026 | § 112 | MALDno-2026-4 | 08.01.00\nRajoitus", "classification", "08.01.00"),
    ],
)  # fmt: skip
def test_heads_in_other_forms(head: str, field: str, value: str) -> None:
    """
    What stands in a head in another order or with more words is read all the same.
    """
    decision = read(f"Iin kunta\n{head}\nPäätös\nHyväksyttiin.\n").decision
    assert str(getattr(decision, field)) == value


@pytest.mark.parametrize(
    "said",
    [
        "Pöytäkirja on viety yleiseen tietoverkkoon 17.4.2026.",
        "Beslutet har offentliggjorts på webbplatsen 17.4.2026.",
    ],
)
def test_other_ways_to_publish(said: str) -> None:
    """
    What was taken to the network, or made public, was published.
    """
    assert str(item(f"Hyväksyttiin.\n\n{said}").decision.published_on) == "2026-04-17"


def test_a_term_that_goes_on() -> None:
    """
    Years after which something goes on until further notice are no certain term.
    """
    text = "Kunnanhallitus 3.2.2025 § 14\nLiittyminen Lukeva lapsuus -verkostoon\nPäätös\n"
    said = "Kunta liittyy Lukeva lapsuus -verkostoon kaudeksi 2026–2027 ja siitä toistaiseksi.\n"
    reading = read(text + said)
    assert reading.decision.membership is not None
    assert str(reading.decision.membership.term) == "2026–2027"
    assert doubted(reading, "membership.term")


@pytest.mark.parametrize(
    ("title", "network"),
    [("projektet KvarkenLeden 2", "KvarkenLeden 2"), ("projektet Leden 2 år", "Leden")],
)
def test_a_number_in_a_name(title: str, network: str) -> None:
    """
    A number ends a name where nothing is counted by it.
    """
    text = f"Kommunstyrelsen 3.2.2025 § 14\nDeltagande i {title}\nBeslut\nKommunen deltar i det.\n"
    membership = read(text).decision.membership
    assert membership is not None
    assert membership.network == network


def test_a_municipality_that_does_what_is_decided() -> None:
    """
    Who joins, in the words that decide, decides.
    """
    text = (
        "Kunnanhallitus 3.2.2025 § 14\nLiittyminen\nPäätös\nIin kunta liittyy VIRTA-verkostoon.\n"
    )
    reading = read(text)
    assert reading.decision.municipality == "Ii"
    assert not doubted(reading, "municipality")
