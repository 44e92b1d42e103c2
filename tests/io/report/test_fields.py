"""
Every field that a document may hold finds its line, and none is invented.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from attrs import evolve

from kuntapaatos import (
    AppealInstruction,
    Authority,
    Cutoff,
    Decision,
    DocumentKind,
    Membership,
    NoticeKind,
    Term,
)
from kuntapaatos.decision import CertifiedExtract, Contact, Cost, Handling, Impact, SecretEnclosure
from kuntapaatos.instruction import Attachment, Content, Form, Presumption
from kuntapaatos.io.report import Known
from kuntapaatos.membership import CostCentre

Lines = Callable[..., list[str]]
Decided = Callable[..., Decision]


def test_the_rarer_fields(lines: Lines, decided: Decided) -> None:
    """
    Secrecy, earlier handlings, enclosures and sums each have a line; people have none.
    """
    decision = decided(
        language="sv",
        classification="02.08",
        presenter="hallintojohtaja",
        proposal="Ehdotus.",
        resolution="\n\n".join(["Päätetään. " * 20] * 10),
        handlings=[
            Handling(by="Tarkastuslautakunta", on=date(2024, 1, 8), section="3"),
            Handling(outcome="puoltaa"),
        ],
        impacts=[Impact(kind="Lapsivaikutukset", text="Ei ole.")],
        contacts=[Contact(title="rehtori"), Contact(name="Maija Esimerkki")],
        recipients=["maija.esimerkki@example.fi"],
        related=["Sopimus", "Kartta"],
        secret_enclosures=[
            SecretEnclosure(name="Lausunto", ground="JulkL 24 § 1 mom. 25 k"),
            SecretEnclosure(name="Tarjous", part="hinnat"),
        ],
        confidential=True,
        confidentiality="JulkL 24 §",
        extract=CertifiedExtract(place="Mallila"),
        costs=[
            Cost(amount=Decimal("100.00")),
            Cost(amount=Decimal("900.00"), per="vuosi", what="Vuokra"),
            Cost(amount=Decimal("1000.00"), total=True),
        ],
    )
    found = lines(decision)
    for line in (
        "Asiakirja viranhaltijan päätös (ruotsinkielinen)",
        "Päättäjä rehtori",
        "Päätösehdotus Ehdotus.",
        "Päätetty ei tiedossa: teksti ei ilmoita päätöksen päivää",
        "Aiempi käsittely - Tarkastuslautakunta 8.1.2024 § 3",
        "- puoltaa",
        "Vaikutukset Lapsivaikutukset: Ei ole.",
        "Lisätietoja antaa rehtori",
        "Tiedoksi 1 sähköpostiosoite",
        "Liitteet, aineisto - Sopimus",
        "- Kartta",
        "- Lausunto (salassa pidettävä, JulkL 24 § 1 mom. 25 k)",
        "- Tarjous (salassa pidettävä, hinnat)",
        "Julkisuus salassa pidettävä, JulkL 24 §",
        "Ote todistettu Mallila",
        "- 100,00 €",
        "- Vuokra: 900,00 € / vuosi",
        "- Yhteensä: 1 000,00 €",
    ):
        assert line in found, line
    assert any(line.endswith("… (jatkuu asiakirjassa)") for line in found)
    assert "aija" not in " ".join(found)
    assert "Julkisuus salassa pidettävä" in lines(evolve(decision, confidentiality=None))


def test_nothing(lines: Lines, review: AppealInstruction) -> None:
    """
    What the text does not say has no line; the kind of document is always known.
    """
    found = lines(Decision(kind=DocumentKind.INSTRUCTION, appeals=[review]))
    start, end = found.index("Päätös"), found.index("Muutoksenhaku: oikaisuvaatimus")
    assert found[start + 2 : end] == ["Asiakirja muutoksenhakuohje", ""]


def test_a_stated_day(lines: Lines, decided: Decided, review: AppealInstruction) -> None:
    """
    A stated day of the decision stands beside the one that was given.
    """
    stated = decided(review, decided_on=date(2024, 12, 9))
    assert "Päätetty 9.12.2024" in lines(stated)
    beside = "Päätetty 10.12.2024 (annettu valinnalla --decided; teksti: 9.12.2024)"
    assert beside in lines(stated, Known(decided=date(2024, 12, 10)))


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        pytest.param(
            {"annual_fee": Decimal("100.00"), "term": Term(2025, 2026)},
            "Maksu yhteensä 200,00 € (laskettu; teksti ei ilmoita summaa)",
            id="computed",
        ),
        pytest.param(
            {
                "annual_fee": Decimal("100.00"),
                "term": Term(2025, 2026),
                "stated_total": Decimal("250.00"),
            },
            "Maksu yhteensä 200,00 € (laskettu; teksti ilmoittaa toisin: 250,00 €)",
            id="stated otherwise",
        ),
        pytest.param(
            {}, "Maksu yhteensä ei laskettavissa: vuosimaksu tai kausi puuttuu", id="neither"
        ),
        pytest.param(
            {"stated_total": Decimal("250.00")},
            "Maksu yhteensä 250,00 € (tekstin mukaan; ei laskettavissa)",
            id="stated only",
        ),
        pytest.param(
            {"term": Term(2025, 2026)},
            "Maksu vuodessa ei tiedossa: teksti ei ilmoita yhtä vuosimaksua",
            id="no yearly fee",
        ),
    ],
)
def test_the_total(
    lines: Lines,
    decided: Decided,
    review: AppealInstruction,
    fields: dict[str, object],
    expected: str,
) -> None:
    """
    Stated and computed are two things.
    """
    joined = Membership(network="USO", **fields)  # type: ignore[arg-type]
    assert expected in lines(decided(review, membership=joined))


def test_costs_beside_a_membership(
    lines: Lines, decided: Decided, review: AppealInstruction
) -> None:
    """
    A sum that is not the membership's own is shown beside it.
    """
    joined = Membership(
        network="USO",
        term=Term(2025, 2025),
        annual_fee=Decimal("100.00"),
        cost_centres=[CostCentre("1185"), CostCentre("1106", covers="matkat")],
    )
    costs = [
        Cost(amount=Decimal("100.00"), per="vuosi"),
        Cost(amount=Decimal("7.00"), what="Kahvi"),
    ]
    found = lines(decided(review, membership=joined, costs=costs))
    assert "- Kahvi: 7,00 €" in found
    assert "- 100,00 € / vuosi" not in found
    assert "Kustannuspaikka - 1185" in found
    assert "- 1106 (matkat)" in found


def test_the_rarer_fields_of_an_instruction(
    lines: Lines, decided: Decided, review: AppealInstruction
) -> None:
    """
    Enclosures, a signature, an office that decides and receives, an electronic closing.
    """
    office = Authority(
        name="Sivistyslautakunta", email="kirjaamo@esimerkki.fi", service_address="asiointi.fi"
    )
    instruction = evolve(
        review,
        decided_by=office,
        deliver_to=None,
        paper_cutoff=None,
        electronic_cutoff=Cutoff.END_OF_DAY,
        form=[Form.WRITTEN, Form.SIGNED],
        contents=[Content.DEMAND],
        attachments=[Attachment.DECISION, Attachment.DOCUMENTS],
        presumptions=[
            Presumption(NoticeKind.LETTER, 1, True),
            Presumption(NoticeKind.HANDED_OVER, 0, False),
            Presumption(NoticeKind.POSTING, 2, False),
        ],
        provision="Hallintolaki 49 c §",
    )
    found = lines(decided(instruction))
    address = "sähköposti kirjaamo@esimerkki.fi asiointipalvelu asiointi.fi"
    for line in (
        f"Päättää Sivistyslautakunta {address}",
        "Toimitetaan samalle viranomaiselle",
        "Viimeisenä päivänä sähköinen asiakirja vuorokauden päättymiseen asti",
        "Muoto kirjallinen, allekirjoitettu",
        "On ilmoitettava millaista muutosta vaaditaan",
        "Liitteet - päätös ohjeineen",
        "Tiedoksisaanti - 1 päivä kirjeen lähettämisestä, jollei muuta näytetä",
        "- luovuttaminen: samana päivänä",
        "- julkipano: 2 päivän kuluttua",
        "Säännös Hallintolaki 49 c §",
    ):
        assert line in found, line


@pytest.mark.parametrize(
    ("paper", "electronic", "expected"),
    [
        (
            Cutoff.OFFICE_CLOSE,
            Cutoff.END_OF_DAY,
            "ennen aukioloajan päättymistä; sähköinen asiakirja vuorokauden päättymiseen asti",
        ),
        (None, None, "ohje ei mainitse kellonaikaa eikä aukioloajan päättymistä"),
    ],
    ids=["two closings", "none"],
)
def test_closings(
    lines: Lines,
    decided: Decided,
    review: AppealInstruction,
    paper: Cutoff | None,
    electronic: Cutoff | None,
    expected: str,
) -> None:
    """
    What is stated of the last day is told for each channel, and that nothing is.
    """
    stated = evolve(review, paper_cutoff=paper, electronic_cutoff=electronic)
    assert f"Viimeisenä päivänä {expected}" in lines(decided(stated))
