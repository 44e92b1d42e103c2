"""
What a municipality becomes, stays or ceases to be a member of.
"""

from __future__ import annotations

from decimal import Decimal

import pytest

from kuntapaatos.fees import Term, Vat, VatTreatment
from kuntapaatos.io.text import Reading, read
from kuntapaatos.io.text.networks import named, without_owner
from kuntapaatos.membership import CostCentre, Membership, MembershipAction, MembershipKind

HEADS = {"fi": "Kunnanhallitus 3.2.2025 § 14", "sv": "Kommunstyrelsen 3.2.2025 § 14"}
LABELS = {"fi": ("Kuvaus", "Päätös"), "sv": ("Beskrivning", "Beslut")}


def reading(title: str, said: str, prepared: str = "", language: str = "fi") -> Reading:
    """Return the reading of a decision."""
    about, decision = LABELS[language]
    before = f"{about}\n{prepared}\n" if prepared else ""
    return read(f"{HEADS[language]}\n{title}\n{before}{decision}\n{said}\n")


def membership(title: str, said: str, prepared: str = "", language: str = "fi") -> Membership:
    """Return the membership of a decision."""
    found = reading(title, said, prepared, language).decision.membership
    assert found is not None
    return found


JOINS, APPLIES, FOUNDS = MembershipAction.JOINS, MembershipAction.APPLIES, MembershipAction.FOUNDS
RENEWS, STAYS, LEAVES = MembershipAction.RENEWS, MembershipAction.STAYS, MembershipAction.LEAVES
NETWORK, ASSOCIATION = MembershipKind.NETWORK, MembershipKind.ASSOCIATION
PROGRAMME, PROJECT = MembershipKind.PROGRAMME, MembershipKind.PROJECT

NAMES = [
    ("fi", "Liittyminen Terve kunta -verkostoon", "Terve kunta", NETWORK),
    ("fi", "Osallistuminen Terve Kunta -verkostoon 2025–2026", "Terve Kunta", NETWORK),
    ("fi", "Liittyminen Green Towns of Lakes -verkostoon", "Green Towns of Lakes", NETWORK),
    ("fi", "Liittyminen ”Hyvä arki” -verkostoon", "Hyvä arki", NETWORK),
    ("fi", 'Liittyminen verkostoon "Hyvä arki"', "Hyvä arki", NETWORK),
    ("fi", "Järvikuntien verkostoon liittyminen", "Järvikuntien verkosto", NETWORK),
    ("fi", "Järvikuntien verkoston jäsenyys", "Järvikuntien verkosto", NETWORK),
    ("fi", "Liittyminen Suomen saarien liittoon", "Suomen saarien liitto", ASSOCIATION),
    ("fi", "Jäsenyys Suomen Järviliitossa", "Suomen Järviliitto", ASSOCIATION),
    ("fi", "Liittyminen Järvikunnat ry:n jäseneksi", "Järvikunnat", ASSOCIATION),
    ("fi", "Sitoutuminen Leader Järvimaa ry.:n toimintaan 2025–2027", "Leader Järvimaa", ASSOCIATION),
    ("fi", "Osallistuminen Virta2 - Open Lakes -hankkeeseen", "Virta2 - Open Lakes", PROJECT),
    ("fi", "Osallistuminen Virta-hankkeen rahoitukseen", "Virta", PROJECT),
    ("fi", "Liittyminen Hyvä arki -malliin", "Hyvä arki", PROGRAMME),
    ("sv", "Anslutning till nätverket Hållbar skärgård", "Hållbar skärgård", NETWORK),
    ("sv", "Anslutning till nätverket Hållbar skärgård åren 2025–2026", "Hållbar skärgård", NETWORK),
    ("sv", "Anslutning till nätverket Friska kommuner för 2025", "Friska kommuner", NETWORK),
    ("sv", "Deltagande i Friska kommuner -nätverket", "Friska kommuner", NETWORK),
    ("sv", "Anslutning till VIRTA-nätverket", "VIRTA", NETWORK),
    ("sv", "Medlemskap i Friska kommuner", "Friska kommuner", None),
    ("sv", "Medlemskap i Öarnas kommunförbund", "Öarnas kommunförbund", ASSOCIATION),
    ("sv", "Deltagande i projektet Blå vikar", "Blå vikar", PROJECT),
    ("sv", "Anslutning till Svenska öförbundet", "Svenska öförbundet", ASSOCIATION),
    ("sv", "Utträde ur Nordiska skärgårdsföreningen rf", "Nordiska skärgårdsföreningen", ASSOCIATION),
    ("sv", "Anslutning till nätverket Friska kommuner för perioden 2025–2026", "Friska kommuner", NETWORK),
]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "title", "name", "kind"),
    [pytest.param(*row, id=row[1]) for row in NAMES],
)
def test_the_whole_name(language: str, title: str, name: str, kind: MembershipKind | None) -> None:
    """
    A network is called by its whole name, in its base form, without the word of its kind.
    """
    found = membership(title, "Hyväksyttiin." if language == "fi" else "Godkändes.", "", language)
    assert found.network == name
    assert found.kind is kind


ACTIONS = [
    ("fi", "Kunta liittyy Terve kunta -verkostoon.", JOINS),
    ("fi", "Kunnanhallitus päättää, että kunta osallistuu Terve kunta -verkostoon.", JOINS),
    ("fi", "Kunta hakee Terve kunta -verkoston jäsenyyttä.", APPLIES),
    ("fi", "Kunta jatkaa Terve kunta -verkostossa kaudella 2025–2026.", RENEWS),
    ("fi", "Kunta uusii jäsenyytensä Terve kunta -verkostossa.", RENEWS),
    ("fi", "Kunta jatkaa Terve kunta -verkoston jäsenenä.", STAYS),
    ("fi", "Kunta eroaa Terve kunta -verkostosta.", LEAVES),
    ("fi", "Kunta irtisanoo jäsenyytensä Terve kunta -verkostossa.", LEAVES),
    ("fi", "Kunta perustaa Terve kunta -verkoston.", FOUNDS),
    ("sv", "Kommunen ansluter sig till nätverket Terve kunta.", JOINS),
    ("sv", "Kommunen ansöker om medlemskap i nätverket Terve kunta.", APPLIES),
    ("sv", "Kommunen förnyar sitt medlemskap i nätverket Terve kunta.", RENEWS),
    ("sv", "Kommunen fortsätter som medlem i nätverket Terve kunta.", STAYS),
    ("sv", "Kommunen utträder ur nätverket Terve kunta.", LEAVES),
    ("sv", "Kommunen lämnar nätverket Terve kunta.", LEAVES),
]


@pytest.mark.parametrize(
    ("language", "said", "action"),
    [pytest.param(*row, id=row[1]) for row in ACTIONS],
)
def test_what_is_done(language: str, said: str, action: MembershipAction) -> None:
    """
    The words that decide tell what the municipality does about its membership.
    """
    found = membership("Terve kunta", said, "", language)
    assert found.network == "Terve kunta"
    assert found.action is action


NONE = [
    ("fi", "Osallistuminen Järvikunnat ry:n vuosijuhlaan", "Valittiin kaksi osallistujaa."),
    ("fi", "Osallistuminen VIRTA-verkoston seminaariin", "Hyväksyttiin."),
    ("fi", "Avustus Järvikunnat ry:lle", "Myönnetään 500 euroa."),
    ("fi", "Lausunto VIRTA-verkostoon liittymisestä", "Annetaan liitteen mukainen lausunto."),
    ("fi", "Edustajan nimeäminen VIRTA-verkostoon", "Nimettiin kunnanjohtaja."),
    ("fi", "VIRTA-verkostoon liittyvät asiakirjat", "Hyväksyttiin."),
    ("fi", "Osallistuminen Jatkuvan oppimismallin pilottiin", "Hyväksyttiin."),
    ("fi", "Verkostoon liittyminen", "Kunta liittyy verkostoon."),
    ("sv", "Deltagande i Ökommunerna rf:s årsmöte", "Godkändes."),
    ("sv", "Deltagande i programmet En skola i rörelse", "Godkändes."),
    ("sv", "Utlåtande om anslutning till VIRTA-nätverket", "Godkändes."),
]


@pytest.mark.parametrize(
    ("language", "title", "said"), [pytest.param(*row, id=row[1]) for row in NONE]
)
def test_no_membership(language: str, title: str, said: str) -> None:
    """
    A festivity, a grant, an opinion or a representative is no membership.
    """
    assert reading(title, said, "", language).decision.membership is None


def test_a_term_is_the_membership_s() -> None:
    """
    The year in which a network began is no term.
    """
    found = membership(
        "VIRTA-verkostoon liittyminen",
        "Kunta liittyy VIRTA-verkostoon.",
        "VIRTA-verkosto on perustettu vuonna 1998.",
    )
    assert found.term is None
    found = membership("VIRTA", "Kunta liittyy VIRTA-verkostoon vuonna 2025.")
    assert found.term == Term(2025, 2025)
    far = "Muuta asiaa. " * 25
    found = membership("VIRTA", f"Kunta liittyy VIRTA-verkostoon. {far}Vuonna 2031 juhlitaan.")
    assert found.term is None
    found = membership("VIRTA-verkostoon liittyminen vuosille 2025–2027", "Hyväksyttiin.")
    assert found.term == Term(2025, 2027)


def test_a_name_that_the_text_marks() -> None:
    """
    A name that stands bare in the heading is known from the text.
    """
    found = membership(
        "VIRTA Vesien tulevaisuus verkostoprojektiin osallistuminen",
        "Hyväksyttiin.",
        "VIRTA-verkosto auttaa kuntia.",
    )
    assert found.network == "VIRTA"


def test_a_name_in_the_heading_alone() -> None:
    """
    The heading names what the decision joins; a network that only the preparation has does not.
    """
    found = membership("VIRTA-verkosto", "Kunta liittyy verkostoon.")
    assert (found.network, found.action) == ("VIRTA", JOINS)
    other = reading("Verkostoon liittyminen", "Kunta liittyy verkostoon.", "PURO-verkosto auttaa.")
    assert other.decision.membership is None


@pytest.mark.parametrize(
    ("text", "name", "action"),
    [
        ("Mallila lämnar nätet\n\nStaden lämnar Öarnas kommunförbund\n\nSå sades det.", "Öarnas kommunförbund", LEAVES),
        ("Mallilan valtuusto päätti 3.2.2025 kokouksessaan liittyä Virta-verkostoon. Se on hyvä.", "Virta", JOINS),
        ("Mallila voisi liittyä Virta-verkostoon. Asia on auki.", None, None),
        ("Uutisia kunnasta.\n" + "Muuta asiaa. " * 150 + "Valtuusto päätti liittyä Virta-verkostoon.", None, None),
    ],
    ids=["heading", "who decided", "could", "far"],
)  # fmt: skip
def test_news(text: str, name: str | None, action: MembershipAction | None) -> None:
    """
    Of a text without a heading and a decision, the first lines tell it, or who decided it.
    """
    found = read(text).decision.membership
    assert (found and found.network, found and found.action) == (name, action)


def test_leaving_that_is_refused() -> None:
    """
    Where leaving is refused, nothing is joined and nothing declined.
    """
    for said in (
        "Kunnanhallitus hylkäsi esityksen, että kunta eroaa VIRTA-verkostosta.",
        "Kunta ei eroa VIRTA-verkostosta.",
    ):
        assert reading("Eroaminen VIRTA-verkostosta", said).decision.membership is None


def of_kajaani(said: str, prepared: str = "", term: str = "2025–2026") -> Membership:
    """Return the membership of a decision of Kajaani."""
    found = read(
        f"Kajaanin kaupunki\nKaupunginhallitus 3.2.2025 § 14\nLiittyminen VIRTA-verkostoon {term}\n"
        f"Kuvaus\n{prepared}\nPäätös\nKajaanin kaupunki liittyy VIRTA-verkostoon. {said}\n"
    ).decision.membership
    assert found is not None
    return found


def i_pargas(said: str) -> Membership:
    """Return the membership of a decision of Pargas."""
    found = read(
        "Pargas stad\nStadsstyrelsen 3.2.2025 § 14\nAnslutning till VIRTA-nätverket 2025–2026\n"
        f"Beslut\nPargas stad ansluter sig till VIRTA-nätverket åren 2025–2026. {said}\n"
    ).decision.membership
    assert found is not None
    return found


YEARLY = [
    ("fi", "Vuosimaksu on 3 250 euroa.", "3250.00"),
    ("fi", "5 000 – 9 999 asukkaan kunnilta 3 250 euroa vuodessa.", "3250.00"),
    ("fi", "Jäsenmaksu on 3 250,50 euroa vuodessa.", "3250.50"),
    ("fi", "Kajaanin osallistumismaksu on 3 250 €/vuosi.", "3250.00"),
    ("fi", "Vuotuinen jäsenmaksu on 3 250 euroa.", "3250.00"),
    ("fi", "Kuopion jäsenmaksu on 9 000 euroa vuodessa.", None),
    ("fi", "Vuonna 2023 jäsenmaksu on 9 000 euroa vuodessa.", None),
    ("fi", "PURO-hankkeen osuus on 9 000 euroa vuodessa.", None),
    ("fi", "Verkoston budjetti on 90 000 euroa vuodessa, josta katetaan maksut.", None),
    ("fi", "Verkoston toiminta on kunnille maksutonta.", "0.00"),
    ("fi", "Verkosto ei peri jäsenmaksua.", "0.00"),
    ("fi", "Kahvitarjoilu on maksuton.", None),
    ("sv", "Årsavgiften är 3 250 euro.", "3250.00"),
    ("sv", "Deltagaravgiften är 3 250 euro per år.", "3250.00"),
    ("sv", "Medlemskapet är avgiftsfritt.", "0.00"),
]


@pytest.mark.parametrize(
    ("language", "said", "fee"), [pytest.param(*row, id=row[1]) for row in YEARLY]
)
def test_the_yearly_fee(language: str, said: str, fee: str | None) -> None:
    """
    A yearly fee is this municipality's, of these years, in this network; free is 0.
    """
    found = of_kajaani(said) if language == "fi" else i_pargas(said)
    assert found.annual_fee == (None if fee is None else Decimal(fee))
    assert found.charges == ()


CHARGES = [
    ("fi", "Jäsenmaksu on 500–600 euroa vuodessa.", ["500,00–600,00 € vuodessa"]),
    ("fi", "Jäsenmaksu on enintään 500 euroa vuodessa.", ["enintään 500,00 € vuodessa"]),
    ("fi", "Jäsenmaksu on noin 500 euroa vuodessa.", ["noin 500,00 € vuodessa"]),
    ("fi", "Jäsenmaksu on vajaat 500 euroa vuodessa.", ["vajaa 500,00 € vuodessa"]),
    ("fi", "Jäsenmaksu on vähintään 500 euroa vuodessa.", ["vähintään 500,00 € vuodessa"]),
    ("fi", "Liittymismaksu on 300 euroa.", ["liittymismaksu 300,00 € kerralta"]),
    (
        "fi",
        "Jäsenmaksu on 500 euroa vuonna 2025 ja 600 euroa vuonna 2026.",
        ["500,00 € vuodessa 2025", "600,00 € vuodessa 2026"],
    ),
    (
        "fi",
        "Vuonna 2025 maksu on 500 euroa ja vuonna 2026 se on 600 euroa.",
        ["500,00 € vuodessa 2025", "600,00 € vuodessa 2026"],
    ),
    ("sv", "Medlemsavgiften är högst 500 euro per år.", ["enintään 500,00 € vuodessa"]),
    ("sv", "Medlemsavgiften är ca 500 euro per år.", ["noin 500,00 € vuodessa"]),
    ("sv", "Inträdesavgiften är 300 euro.", ["inträdesavgift 300,00 € kerralta"]),
    (
        "sv",
        "Avgiften är 500 euro år 2025 och 600 euro år 2026.",
        ["500,00 € vuodessa 2025", "600,00 € vuodessa 2026"],
    ),
]


@pytest.mark.parametrize(
    ("language", "said", "charges"), [pytest.param(*row, id=row[1]) for row in CHARGES]
)
def test_other_charges(language: str, said: str, charges: list[str]) -> None:
    """
    What is not to the cent, paid once, or differs by year is no yearly fee.
    """
    found = of_kajaani(said) if language == "fi" else i_pargas(said)
    assert found.annual_fee is None
    assert [str(one) for one in found.charges] == charges


@pytest.mark.parametrize(
    ("said", "fee"),
    [
        ("Jäsenmaksu on 500 euroa vuodessa. Myöhemmin jäsenmaksu on noin 600 euroa vuodessa.", "500.00"),
        ("Jäsenmaksu on noin 50 euroa kuukaudessa.", None),
    ],
    ids=["a fee that is known", "by the month"],
)  # fmt: skip
def test_a_sum_that_is_no_charge(said: str, fee: str | None) -> None:
    """
    No charge of a year is given beside its fee, for a month, or a month.
    """
    found = of_kajaani(said)
    assert found.annual_fee == (None if fee is None else Decimal(fee))
    assert (found.charges, found.stated_total, found.is_free) == (
        (),
        None,
        None if fee is None else False,
    )


@pytest.mark.parametrize(
    ("said", "total"),
    [
        ("Kajaanin maksuosuus on 40 000 euroa.", "40000.00"),
        ("Yhteensä vuosien 2025–2026 osuus on 40 000 euroa.", "40000.00"),
        ("Verkoston kokonaisbudjetti on yhteensä 400 000 euroa.", None),
        ("Kuopion maksuosuus on 40 000 euroa.", None),
    ],
)
def test_a_total_of_its_own(said: str, total: str | None) -> None:
    """
    A total of the term is the municipality's own, and not the whole budget's.
    """
    found = of_kajaani(said)
    assert found.stated_total == (None if total is None else Decimal(total))
    assert found.annual_fee is None


@pytest.mark.parametrize(
    ("said", "centres"),
    [
        (
            "Kulut maksetaan kustannuspaikoilta 3110 Kirjasto (60 %) ja 3120 Museo (40 %).",
            [CostCentre("3110", "Kirjasto", share=60), CostCentre("3120", "Museo", share=40)],
        ),
        ("Kulut kirjataan: Kp 3110.", [CostCentre("3110")]),
        (
            "Kustannuspaikat: kp 3110 (2025) ja 3120 (2026).",
            [CostCentre("3110", years=Term(2025, 2025)), CostCentre("3120", years=Term(2026, 2026))],
        ),
        ("Kulut kustannuspaikalle 3110 Kirjasto (0 %).", [CostCentre("3110", "Kirjasto")]),
        ("Kulut kustannuspaikoille 3110, 3120 ja 3130.", [CostCentre(c) for c in ("3110", "3120", "3130")]),
        ("Kunta ostaa 3110 kp, 200 kpl.", []),
    ],
)  # fmt: skip
def test_cost_centres_with_shares(said: str, centres: list[CostCentre]) -> None:
    """
    Several cost centres after one word, each with its share or its years.
    """
    assert list(of_kajaani(said).cost_centres) == centres


@pytest.mark.parametrize(
    ("prepared", "organisers"),
    [
        ("Verkoston järjestävät Kuntapaja Oy ja Pohjan Tuki.", ("Kuntapaja Oy", "Pohjan Tuki")),
        ("Verkoston järjestävät kunnat yhdessä.", ()),
        ("Verkoston järjestävät Kuntapaja Oy ja sen kumppanit.", ()),
        ("Nätverket ordnas av Bybyrån och Havets Stöd.", ("Bybyrån", "Havets Stöd")),
    ],
)
def test_who_organises(prepared: str, organisers: tuple[str, ...]) -> None:
    """
    Those who run the network are named after what they do, too, when each is a name.
    """
    assert of_kajaani("", prepared).organisers == organisers


@pytest.mark.parametrize(
    ("prepared", "at_cost"),
    [
        ("Matkakulut laskutetaan toteutuneiden kulujen mukaan.", ("Matkakulut",)),
        ("Vuosimaksu on 500 euroa, matkakulut toteutuneiden kulujen mukaan.", ("matkakulut",)),
        ("Maksu määräytyy toteutuneiden kulujen mukaan.", ()),
        ("Resekostnader debiteras enligt faktiska kostnader.", ("Resekostnader",)),
        ("Jakautuu todellisten menojen suhteessa.", ()),
    ],
)
def test_what_is_charged_at_cost(prepared: str, at_cost: tuple[str, ...]) -> None:
    """
    What is charged by what it cost is kept in its own words.
    """
    assert of_kajaani("", prepared).at_cost == at_cost


@pytest.mark.parametrize(
    ("title", "said", "from_year", "open_ended"),
    [
        ("VIRTA-verkostoon liittyminen vuodesta 2025 alkaen", "Hyväksyttiin.", 2025, False),
        ("VIRTA-verkostoon liittyminen vuoden 2026 alusta lukien", "Hyväksyttiin.", 2026, False),
        ("VIRTA", "Kunta liittyy VIRTA-verkostoon 1.1.2025 alkaen toistaiseksi.", 2025, True),
        ("VIRTA", "Kunta liittyy VIRTA-verkostoon toistaiseksi.", None, True),
        ("VIRTA", "Kunta liittyy VIRTA-verkostoon.", None, False),
    ],
)
def test_no_last_year(title: str, said: str, from_year: int | None, *, open_ended: bool) -> None:
    """
    A first year without a last one is no term of one year; "toistaiseksi" is said.
    """
    found = membership(title, said)
    assert (found.term, found.from_year, found.open_ended) == (None, from_year, open_ended)


@pytest.mark.parametrize(
    ("said", "vat", "told"),
    [
        ("Vuosimaksu on 500 euroa + alv.", Vat(VatTreatment.ON_TOP), False),
        (
            "Vuosimaksu on 500 euroa, ja siihen lisätään arvonlisävero.",
            Vat(VatTreatment.ON_TOP),
            False,
        ),
        ("Vuosimaksu on 500 euroa. Maksuun lisätään alv.", Vat(VatTreatment.ON_TOP), False),
        (
            "Vuosimaksu on 500 euroa. Arvonlisävero tulee maksun päälle.",
            Vat(VatTreatment.ON_TOP),
            False,
        ),
        ("Vuosimaksu on 500 euroa (alv 0 %).", None, True),
        ("Vuosimaksu 500 euroa (alv 0 %) maksetaan kustannuspaikalta 4310.", None, True),
        ("Veroton vuosimaksu on 500 euroa.", None, True),
        ("Vuosimaksu on 500 euroa (sis. alv). Hintoihin lisätään alv.", None, True),
        ("Vuosimaksu on 500 euroa.", None, False),
    ],
)
def test_tax_on_top(said: str, vat: Vat | None, *, told: bool) -> None:
    """
    A fee with tax on top is exact without it; "alv 0 %" may mean two things, and is shown.
    """
    told_of = reading("Liittyminen VIRTA-verkostoon 2025–2026", said)
    found = told_of.decision.membership
    assert found is not None
    assert (found.annual_fee, found.vat) == (Decimal(500), vat)
    assert [left.field for left in told_of.unread] == ["membership.vat"] * told


@pytest.mark.parametrize(
    ("prepared", "gets"),
    [
        (
            "Kunta saa käyttöönsä kaksi seminaaria, oman tilanneanalyysin, vertais- ja kehittämiskeskusteluja sekä tietoaineistoa.",
            ["2 seminaaria", "oman tilanneanalyysin", "vertais- ja kehittämiskeskusteluja", "tietoaineistoa"],
        ),
        ("Verkosto tarjoaa tukea ja koulutusta, joissa on mukana asiantuntijoita, ja kahvia.", ["tukea", "koulutusta"]),
        ("Nätverket erbjuder tre seminarier, stöd och rådgivning.", ["3 seminarier", "stöd", "rådgivning"]),
        ("Verkosto on suuri.", []),
    ],
    ids=["counted and not", "told of", "Swedish", "none"],
)  # fmt: skip
def test_what_the_municipality_gets(prepared: str, gets: list[str]) -> None:
    """
    What one gets without a number is kept, without one.
    """
    assert [str(one) for one in of_kajaani("", prepared).entitlements] == gets


@pytest.mark.parametrize(
    "said",
    [
        "Kunnanhallitus päättää, että kunta ei osallistu Hyvä arki -hankkeeseen.",
        "Kunta ei osallistu Hyvä arki -hankkeeseen.",
    ],
)
def test_a_project_that_is_declined(said: str) -> None:
    """
    Who declines a project is named with it, and nothing is charged.
    """
    found = membership("Hyvä arki -hankkeen rahoitus", said, "Maksuosuus on 5 000 euroa vuodessa.")
    assert (found.network, found.action) == ("Hyvä arki", MembershipAction.DECLINES)
    assert found.is_free is None


def test_an_owner_that_the_name_keeps() -> None:
    """
    A genitive stays where the text never has the name without it.
    """
    text = "Kuntien Hyvä arki -malli"
    (one,) = named(text)
    assert without_owner(one, text).name == "Kuntien Hyvä arki"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Osallistuminen EU-hankkeeseen", []),
        ("Osallistuminen arki” -verkostoon", []),
        ("Osallistuminen uuteen -verkostoon", []),
        ("Osallistuminen (X) -verkostoon", []),
        ("Alueen verkosto, verkosto", []),
        ("Suomen verkostoon osallistuminen", []),
        ("Kunta kuuluu Kotiseutuliittoon.", ["Kotiseutuliitto"]),
        ("Kotiseutuliittoon kuuluva", []),
        ("nätverket 2025", []),
        ("nätverket Skärgård, Vikar", ["Skärgård"]),
        ("nätverket Skärgård i", ["Skärgård"]),
        ("ry", []),
        (
            "programmet En skola för alla\nI programmet En skola för alla, och",
            ["En skola för alla"] * 2,
        ),
        (
            "programmet En skola för alla 2025\nProgrammet En skola för alla 2025",
            ["En skola för alla"] * 2,
        ),
        ("programmet En skola för alla. I programmet En skola med flera.", []),
        ("programmet En skola för alla. I programmet En skola för alla", ["En skola för alla"] * 2),
        ("Mallilan lukion Terve Kunta -verkosto", ["Terve Kunta"]),
        ("Lounaisen lautakunnan perustaminen", ["Lounainen lautakunta"]),
        ("Västra skärens gemensamma nämnd", ["Västra skärens gemensamma nämnd"]),
        ("uusi ry:n jäsenyys", []),
    ],
)
def test_what_names_a_network(text: str, names: list[str]) -> None:
    """
    A word of its kind alone names no network.
    """
    assert [one.name for one in named(text)] == names


def test_a_sum_for_a_part_of_the_term() -> None:
    """
    A sum for some of the years of the term is charged for these.
    """
    found = of_kajaani("", "Maksu vuosilta 2025–2026 on 30 000 euroa.", term="2025–2028")
    assert [str(one) for one in found.charges] == ["30 000,00 € kaudelta 2025–2026"]


def test_days_that_are_no_term() -> None:
    """
    Days of an exhibition are no years of a membership; those of a project are.
    """
    told = "Kunta liittyy VIRTA-verkostoon."
    show = membership("VIRTA", told, "Näyttely on auki 1.2.–3.2.2026 kunnassa.")
    assert show.term is None
    lasting = membership("VIRTA", told, "Hanke kestää 1.2.2026–31.8.2027.")
    assert lasting.term == Term(2026, 2027)


def test_a_condition_that_is_said_twice() -> None:
    """
    What the proposal and the decision both say is kept once.
    """
    said = "Kunta liittyy VIRTA-verkostoon edellyttäen, että avustus saadaan."
    text = f"{HEADS['fi']}\nVIRTA\nPäätösehdotus\n{said}\nPäätös\nEhdotus hyväksyttiin: {said}\n"
    found = read(text).decision.membership
    assert found is not None
    assert found.conditions == ("edellyttäen, että avustus saadaan",)


def test_a_name_that_is_said_often() -> None:
    """
    A name is compared with its first few places, however often the text says it.
    """
    text = "Programmet En skola för alla. " * 9
    assert {one.name for one in named(text)} == {"En skola för alla"}


@pytest.mark.parametrize(
    ("language", "said", "from_year"),
    [
        ("fi", "Kunta liittyy VIRTA-verkostoon vuoden 2024 alusta.", 2024),
        ("fi", "Kunta liittyy VIRTA-verkostoon alkaen 1.1.2026.", 2026),
        ("fi", "Kunta liittyy VIRTA-verkostoon alkaen vuodesta 2026.", 2026),
        ("fi", "Kunta liittyy VIRTA-verkostoon 1.1.2026 alkaen.", 2026),
        ("sv", "Kommunen ansluter sig till VIRTA-nätverket från och med 1.1.2026.", 2026),
        ("sv", "Kommunen ansluter sig till VIRTA-nätverket fr.o.m. 1.1.2026.", 2026),
        ("sv", "Kommunen ansluter sig till VIRTA-nätverket från den 1.1.2026.", 2026),
        ("sv", "Kommunen ansluter sig till VIRTA-nätverket från ingången av år 2026.", 2026),
        ("sv", "Kommunen ansluter sig till VIRTA-nätverket från början av 2026.", 2026),
        ("fi", "Kunta liittyy VIRTA-verkostoon. Maksu nousee vuoden 2027 alusta.", None),
        ("sv", "Kommunen ansluter sig till VIRTA-nätverket. Avgiften höjs från 1.1.2027.", None),
        ("sv", "Kommunen ansluter sig till VIRTA-nätverket, som funnits från 2018.", None),
    ],
)
def test_a_first_year(language: str, said: str, from_year: int | None) -> None:
    """
    What begins has a first year, and no last one that is not said.
    """
    title = {"fi": "Liittyminen VIRTA-verkostoon", "sv": "Anslutning till VIRTA-nätverket"}
    found = membership(title[language], said, language=language)
    assert (found.term, found.from_year, found.open_ended) == (None, from_year, False)


@pytest.mark.parametrize(
    ("prepared", "term"),
    [
        ("Hyvä arki on järjestöjen kehittämisohjelma (2025–2028).", Term(2025, 2028)),
        ("Hyvä arki -ohjelma on kuntien yhteinen hanke (2025-2028).", Term(2025, 2028)),
        ("Hyvä arki on ohjelma. Tukiohjelma (2019–2021) päättyi.", None),
        ("Hyvä arki on osa laajaa strategiaa (2019–2021).", None),
        ("Vanha arki on kehittämisohjelma (2019–2021).", None),
    ],
)
def test_the_years_of_a_programme(prepared: str, term: Term | None) -> None:
    """
    Years in brackets are those of the programme that the sentence says they belong to.
    """
    title = "Osallistuminen Hyvä arki -ohjelmaan"
    found = membership(title, "Kunta osallistuu Hyvä arki -ohjelmaan.", prepared)
    assert (found.network, found.term) == ("Hyvä arki", term)


@pytest.mark.parametrize(
    ("declined", "prepared", "name"),
    [
        (
            "Läntisen rantaväylän verkostoon",
            "Läntinen rantaväylä on kaupunkien edunvalvontaverkosto.",
            "Läntinen rantaväylä",
        ),
        (
            "Vihreän sataman verkostoon",
            "Vihreä satama on kuntien ja yritysten verkosto.",
            "Vihreä satama",
        ),
        (
            "Läntisen rantaväylän verkostoon",
            "Läntinen rantaväylä on tie, jota rakennetaan.",
            "Läntisen rantaväylän verkosto",
        ),
        (
            "Läntisen rantaväylän verkostoon",
            "Verkostoon kuuluu 40 kuntaa.",
            "Läntisen rantaväylän verkosto",
        ),
        ("VIRTA-verkostoon", "VIRTA on kuntien verkosto.", "VIRTA"),
        ("Kotiseutuliiton jäseneksi", "Liitto on vanha.", "Kotiseutuliitto"),
    ],
)
def test_a_name_in_its_base_form(declined: str, prepared: str, name: str) -> None:
    """
    A name that the text declines has the base form in which the text says what it is.
    """
    found = membership(f"Kunnan liittyminen {declined}", f"Kunta liittyy {declined}.", prepared)
    assert found.network == name
