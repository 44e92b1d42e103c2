"""
`read`: two whole decisions, the place of every value, and any text at all.
"""

from __future__ import annotations

import pickle
from datetime import date
from decimal import Decimal
from pathlib import Path
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kuntapaatos.appeal import AppealInstruction
from kuntapaatos.decision import (
    CertifiedExtract,
    Contact,
    DocumentKind,
    Handling,
    Impact,
    OfficeHolder,
    Organ,
    Outcome,
)
from kuntapaatos.errors import KuntapaatosError, UnreadableInput
from kuntapaatos.fees import FeeBracket, Term
from kuntapaatos.io.text import (
    Found,
    NoSingleInstruction,
    Problem,
    ProblemCode,
    Reading,
    Span,
    Why,
    assembly,
    read,
    read_instruction,
    source,
)
from kuntapaatos.membership import CostCentre, Entitlement, FeeOrigin
from kuntapaatos.remedy.kinds import MakerKind
from kuntapaatos.time_limit import Period

DOCUMENTS = Path(__file__).parent / "documents"


def document(name: str) -> str:
    """Return a document's text as it is on the disk."""
    return (DOCUMENTS / f"{name}.txt").read_bytes().decode()


@pytest.fixture(scope="module")
def office_holders() -> Reading:
    """An office-holder's decision, read."""
    return read(document("verkosto-viranhaltija"))


@pytest.fixture(scope="module")
def boards() -> Reading:
    """A board's decision, read."""
    return read(document("verkosto-hallitus"))


class TestOfficeHoldersDecision:
    """An extract of an office-holder's decision: what is not said is not claimed."""

    def test_what_it_is(self, office_holders: Reading) -> None:
        decision = office_holders.decision
        assert decision.kind is DocumentKind.DECISION
        assert decision.language == "fi"
        assert decision.municipality == "Lieksa"
        assert str(decision.record_id) == "LIEDno-2024-301"
        assert decision.outcome is Outcome.APPROVED
        assert decision.proposal is None
        assert decision.presenter is None

    def test_certification_is_no_decision(self, office_holders: Reading) -> None:
        decision = office_holders.decision
        assert decision.decided_on is None
        assert decision.meeting_on is None
        assert decision.published_on == date(2025, 11, 21)
        assert decision.extract == CertifiedExtract(
            on=date(2025, 11, 19), place="Lieksa", title="Hallintojohtaja"
        )
        (problem,) = [p for p in office_holders.problems if p.field == "extract.on"]
        assert problem.code is ProblemCode.CERTIFIED_BEFORE_PUBLICATION
        assert office_holders.quote(problem) == "19.11.2025"

    def test_the_maker_has_no_title(self, office_holders: Reading) -> None:
        assert office_holders.decision.maker == OfficeHolder(None)
        (found,) = office_holders.where("maker")
        assert found.value is None
        assert found.candidates == ("Hallintojohtaja",)
        assert found.why is not None

    def test_the_section_stands_above_the_instruction(self, office_holders: Reading) -> None:
        assert office_holders.decision.section == "58"
        (found,) = office_holders.where("section")
        assert found.why == Why.INSTRUCTION_HEADING
        assert office_holders.quote(found) == "58"

    def test_its_parts(self, office_holders: Reading) -> None:
        decision = office_holders.decision
        assert decision.authority_ground == "Hallintosääntö 41 a §"
        (impact,) = decision.impacts
        assert impact == Impact(kind="Yritysvaikutusten arviointi", text="Ei vaikutuksia.")
        assert decision.contacts == (
            Contact(
                title="kehittämisjohtaja",
                name="Veera Esimerkki",
                email="veera.esimerkki@example.fi",
            ),
        )
        assert decision.recipients == (
            "Johtoryhmä",
            "veera.esimerkki@example.fi",
            "paavo.malli@example.fi",
        )
        assert decision.handlings == (
            Handling(
                by="Kaupungin johtoryhmä",
                on=date(2025, 11, 4),
                outcome="puoltaa verkostoon liittymistä",
            ),
        )
        assert decision.grounds is not None
        assert decision.grounds.startswith("Verkosto tukee")

    def test_the_membership(self, office_holders: Reading) -> None:
        membership = office_holders.decision.membership
        assert membership is not None
        assert membership.network == "VIRTA"
        assert membership.organisers == ("Kuntapaja Oy", "Pohjan Kuntaliitto")
        assert membership.term == Term(2026, 2027)
        assert membership.annual_fee == Decimal("7500.00")
        assert membership.fee_fixed_by is FeeOrigin.DECISION
        assert membership.fee_bracket == FeeBracket(5_000, 20_000, Decimal("7500.00"))
        assert membership.stated_total == Decimal("15000.00")
        assert membership.at_cost == ("asiantuntijoiden matkustuskustannukset",)
        assert [item.count for item in membership.entitlements] == [3, 2, 4]
        assert membership.cost_centres == (CostCentre("1100200", "Konsernihallinto"),)
        assert membership.theme == "Vesi ja valta"
        assert membership.subthemes == (
            "kestävä talous",
            "avoin päätöksenteko",
            "osaava henkilöstö",
        )
        assert membership.contract is not None
        assert membership.contract.endswith("alkuvuodesta 2026.")
        assert membership.funding is not None
        assert membership.funding.endswith("kehittämisrahoituksella")

    def test_the_remedy(self, office_holders: Reading) -> None:
        (instruction,) = office_holders.decision.appeals
        assert isinstance(instruction, AppealInstruction)
        assert instruction.period == Period.days(14)
        assert read_instruction(office_holders.text) == instruction
        (found,) = [item for item in office_holders.found if item.field == "appeals[0].period"]
        assert "14 päivän" in office_holders.quote(found)

    def test_people_stay_out_of_logs(self, office_holders: Reading) -> None:
        for shown in (repr(office_holders), repr(office_holders.found)):
            assert "Esimerkki" not in shown
            assert "@" not in shown


class TestBoardsDecision:
    """An item of a board's minutes: the proposal apart from the decision."""

    def test_the_head(self, boards: Reading) -> None:
        decision = boards.decision
        assert decision.kind is DocumentKind.MINUTES_ITEM
        assert decision.maker == Organ("Kaupunginhallitus", MakerKind.BOARD)
        assert decision.meeting_on == decision.decided_on == date(2025, 12, 1)
        assert decision.section == "311"
        assert decision.classification == "00.04.00"
        assert decision.presenter == "Kaupunginjohtaja"
        assert decision.related == ("Esittelydiat",)

    def test_the_proposal_is_no_resolution(self, boards: Reading) -> None:
        decision = boards.decision
        assert decision.proposal is not None
        assert "1. Keuruun kaupunki" in decision.proposal
        assert "2. hankkeen osallistumismaksu" in decision.proposal
        assert decision.resolution == "Hyväksyttiin."
        assert decision.outcome is Outcome.APPROVED

    def test_only_the_preparation_names_the_fee(self, boards: Reading) -> None:
        membership = boards.decision.membership
        assert membership is not None
        assert membership.annual_fee == Decimal("6000.00")
        assert membership.fee_fixed_by is FeeOrigin.PREPARATION
        assert membership.stated_total is None
        assert boards.decision.costs == ()
        assert membership.cost_centres == (
            CostCentre("2210", covers="hankkeen osallistumismaksu"),
            CostCentre("2215", covers="luottamushenkilöiden matkakulut"),
        )
        assert membership.entitlements == (
            Entitlement(3, "yhteistä seminaaria"),
            Entitlement(5, "kehittämistyöpajaa"),
        )
        assert membership.subthemes == ("talous", "osallisuus", "yhdyspinnat")

    def test_the_missing_instruction_is_a_problem(self, boards: Reading) -> None:
        assert boards.decision.appeals == ()
        assert [problem.code for problem in boards.problems] == [ProblemCode.INSTRUCTION_MISSING]


def test_the_same_text_gives_the_same_reading(boards: Reading) -> None:
    """
    A reading is a value: equal to itself read again, and it survives pickle.
    """
    assert read(boards.text) == boards
    assert pickle.loads(pickle.dumps(boards)) == boards


def test_no_instruction_and_several() -> None:
    """
    One instruction is asked for: none, or two, is an error that says how many.
    """
    with pytest.raises(NoSingleInstruction, match="it holds 0") as caught:
        read_instruction("Päätös\nHyväksyttiin.")
    assert isinstance(caught.value, LookupError)
    assert pickle.loads(pickle.dumps(caught.value)).count == 0


@pytest.mark.parametrize("given", [b"Kunnanhallitus", None, 5])
def test_only_text_is_read(given: object) -> None:
    """
    What is no text is refused by a sentence, not by an error from the inside.
    """
    with pytest.raises(UnreadableInput, match="a text is read"):
        read(given)  # type: ignore[arg-type]
    with pytest.raises(KuntapaatosError):
        read_instruction(given)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param(" \n\t\r\n\f", id="white space"),
        pytest.param("".join(map(chr, range(256))) * 20, id="binary"),
        pytest.param("\ud800\udfff\x00\ufffe", id="no characters"),
        pytest.param("Osta maitoa ja leipää. Soita huomenna klo 12.", id="a note"),
        pytest.param("Kunta päätti eilen 12.11.2024 asiasta, kuntalaki 136 §.", id="news"),
    ],
)
def test_what_is_no_decision(text: str) -> None:
    """
    A text that is no decision gives an empty one, and the reading says so.
    """
    reading = read(text)
    assert not reading.is_decision
    assert reading.decision.section is None
    assert reading.decision.outcome is None
    assert reading.decision.appeals == ()


def test_a_bare_instruction_is_something() -> None:
    """
    An instruction alone, an agenda item and an announcement can be read too.
    """
    for name in ("ohje", "esityslista", "kuulutus"):
        assert read(document(name)).is_decision


def test_a_very_long_text_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    """
    What is left aside is a problem with its place; what was read before it stands.
    """
    assert source.LONGEST == 2_000_000
    for module in (source, assembly):
        monkeypatch.setattr(module, "LONGEST", 40_000)
    text = document("verkosto-hallitus") + "\n1234 567 " * 4_000
    reading = read(text)
    assert reading.decision.section == "311"
    (cut,) = [p for p in reading.problems if p.code is ProblemCode.TOO_LONG]
    assert cut.span == Span(40_000, len(text))


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece",
    [
        "1234 567 89 ",
        " ",
        "\n",
        "§ ",
        "Päätös\n",
        "Päätösehdotus\nX\nPäätös\nHyväksyttiin.\n",
        "Kaupunginhallitus 1.1.2020 § 1\n",
        "Kh § 1\n",
        "Aa-",
        "ab-\nab",
        "USO-verkosto 12 000 euroa vuodessa ",
        "kustannuspaikalle 1234 ",
        "Tiedoksi a, b, ",
        "neljä ",
        "Tämä rivi toistuu sivun yläreunassa aina\n\n\n",
        "\u00ad",
        "\ufb01",
        "a\u0308",
    ],
)
def test_long_repetitions(piece: str) -> None:
    """
    A long hostile text is read to the end; `benchmarks/growth.py` measures the time.
    """
    text = piece * (60_000 // len(piece))
    reading = read(text)
    assert reading.text == text
    assert all(text[found.span.start : found.span.end] for found in reading.found)


_DIRT = (
    "\u00ad",
    "\u00a0",
    "\r\n",
    "\u200b",
    "\ufb01",
    "  ",
    "\t",
    "\f",
    "-\n",
    "\ufffd",
    "\x00",
    "§",
)
_PARTS = (
    "Kajaanin kaupunki  Pöytäkirja  3/2024  1 (2)",
    "Kaupunginhallitus 28.11.2022 § 407",
    "§ 5 Koulujen loma-ajat",
    "Hallintojohtaja 1.2.2024 § 3/2024",
    "211/00.04.00/2022",
    "HEL 2024-009117 T 00 00 03",
    "Esittelijä\tKaupunginjohtaja Aino Esimerkki",
    "Päätösehdotus\nOsallistutaan VIRTA-verkostoon kaudella 2025-2026, 12 000 euroa vuodessa.",
    "Päätös\nHyväksyttiin äänin 5-4.",
    "PäätösAsia pantiin pöydälle.",
    "Käsittely\nÄänestettiin.",
    "Kustannuspaikka 1185, yhteensä 24 000 euroa.",
    "Päätös on julkaistu 13.12.2024",
    "Otteen oikeaksi todistaa\nKajaani 10.12.2024\nAino Esimerkki, hallintojohtaja",
    "Päätöshistoria\nTekninen lautakunta 1.2.2021 § 9",
    "Oikaisuvaatimusohje\nOikaisuvaatimus on tehtävä 14 päivän kuluessa tiedoksisaannista.",
    "Tähän päätökseen ei saa hakea muutosta (kuntalaki 136 §).",
    "Lisätietoja antaa Aino Esimerkki, 050 000 0001",
    "Tiedoksi\n- hakija\n- talous",
    "Salassa pidettävä (JulkL 24 §)",
)


@given(
    parts=st.lists(st.sampled_from(_PARTS), max_size=12),
    dirt=st.lists(st.tuples(st.integers(0, 600), st.sampled_from(_DIRT)), max_size=12),
)
def test_any_sections_with_any_dirt(parts: list[str], dirt: list[tuple[int, str]]) -> None:
    """
    No exception; every place lies in the text and holds what was read.
    """
    text = "\n".join(parts)
    for place, piece in dirt:
        at = place % (len(text) + 1)
        text = text[:at] + piece + text[at:]
    reading = read(text)
    items: list[Found | Problem] = [*reading.found, *reading.problems]
    for item in items:
        assert 0 <= item.span.start <= item.span.end <= len(text)
        assert reading.quote(item) == text[item.span.start : item.span.end]
    for name in ("section", "record_id"):
        for found in reading.where(name):
            if found.value is not None:
                letters = [c for c in str(found.value) if c.isalnum()]
                # A ligature stands for its letters.
                words = normalize("NFKC", reading.quote(found))
                quoted = [c for c in words if c.isalnum()]
                assert letters == quoted


@given(st.text(max_size=400))
def test_any_text(text: str) -> None:
    """
    Any text at all can be read.
    """
    assert read(text).text == text


def test_evidence_shows_itself() -> None:
    """
    A found value and a problem are one line each, shortened, without people.
    """
    long = Found("resolution", "x" * 200, Span(0, 200))
    assert len(str(long)) < 120
    assert str(Found("contacts[0]", Contact(name="Aino Esimerkki"), Span(0, 3))) == "contacts[0]: …"
    assert repr(Found("section", "5", Span(1, 2))) == "<Found section: 5 1–2>"
    assert str(Problem(ProblemCode.NOTHING_FOUND, Span(0, 0))) == "päätöstä ei löytynyt"
