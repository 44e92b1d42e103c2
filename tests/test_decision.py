from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve
from attrs.exceptions import FrozenInstanceError
from hypothesis import given
from hypothesis import strategies as st

from kuntapaatos.appeal import AppealInstruction
from kuntapaatos.decision import (
    CertifiedExtract,
    Contact,
    Cost,
    Decision,
    DocumentKind,
    Handling,
    Impact,
    OfficeHolder,
    Organ,
    Outcome,
    RecordId,
    SecretEnclosure,
)
from kuntapaatos.errors import InvalidAmount, InvalidValue, NotADay
from kuntapaatos.remedy import AppealProhibition, MakerKind, ProhibitionGround, RemedyKind

INSTRUCTION = AppealInstruction(remedy=RemedyKind.ADMINISTRATIVE_REVIEW)
PROHIBITION = AppealProhibition(ProhibitionGround.PREPARATION)
FULL = Decision(
    kind=DocumentKind.DECISION,
    language="fi",
    municipality="Esimerkkikunta",
    maker=OfficeHolder("hallintojohtaja"),
    meeting_on=date(2024, 12, 9),
    decided_on=date(2024, 12, 9),
    section="23",
    record_id=RecordId.parse("KAJDno-2024-1799"),
    title="Osallistuminen verkostoon",
    outcome=Outcome.APPROVED,
    impacts=[Impact(kind="Yritysvaikutusten arviointi", text="Ei vaikutuksia.")],
    contacts=[Contact(title="hallintojohtaja", name="Maija Esimerkki", email="maija@example.fi")],
    recipients=["Maija Esimerkki"],
    published_on=date(2024, 12, 13),
    extract=CertifiedExtract(on=date(2024, 12, 10), place="Esimerkkikunta"),
    related=["Liite 1"],
    secret_enclosures=[SecretEnclosure(name="Liite 2", ground="JulkL 24 § 1 mom. 20 k")],
    handlings=[Handling(by="johtoryhmä", on=date(2024, 11, 26))],
    costs=[Cost(amount=Decimal(12000), per="vuosi")],
    appeals=[INSTRUCTION, PROHIBITION],
)
with_field: Any = evolve


@pytest.mark.parametrize(
    ("text", "number", "year", "prefix", "classification"),
    [
        pytest.param("KAJDno-2024-1799", "1799", 2024, "KAJDno", None, id="Kajaani"),
        pytest.param(
            "211/00.04.00/2022", "211", 2022, None, "00.04.00", id="Ylöjärvi, with its class"
        ),
        pytest.param(
            "TRE:6026/10.03.01/2016", "6026", 2016, "TRE", "10.03.01", id="Tampere, a colon"
        ),
        pytest.param("VD/1545/00.04.00/2017", "1545", 2017, "VD", "00.04.00", id="Vantaa, a slash"),
        pytest.param("HEL 2024-009117", "009117", 2024, "HEL", None, id="Helsinki, with zeros"),
        pytest.param(
            "HEL 2013-012345 T 10 03 02 02",
            "012345",
            2013,
            "HEL",
            "10 03 02 02",
            id="Helsinki, with its class",
        ),
        pytest.param("3720-2013 (611)", "3720", 2013, None, "611", id="Turku"),
        pytest.param("3720-2013", "3720", 2013, None, None, id="Turku without its class"),
        pytest.param("ESBO/123/2024", "123", 2024, "ESBO", None, id="a prefix and a slash"),
        pytest.param("123/2024", "123", 2024, None, None, id="number and year"),
        pytest.param("OUKA/1234/2024", "1234", 2024, "OUKA", None, id="a number of four figures"),
        pytest.param("ESBO/2024/12", "12", 2024, "ESBO", None, id="the year first"),
        pytest.param("Dnro 12/2024", "12", 2024, None, None, id="behind what it is called"),
        pytest.param("Dnr: OUKA/12/2024", "12", 2024, "OUKA", None, id="the same in Swedish"),
        pytest.param("JKL: 123/00.01/2024", "123", 2024, "JKL", "00.01", id="a colon and a space"),
        pytest.param("123/611/2008", "123", 2008, None, "611", id="a class of the old plan"),
        pytest.param("4/10.03/2021", "4", 2021, None, "10.03", id="a short class"),
        pytest.param(
            "14105-2019 (10 03 02)", "14105", 2019, None, "10 03 02", id="Turku, the new plan"
        ),
        pytest.param(
            "13710-2021 (00 01 02, 06 00 00)",
            "13710",
            2021,
            None,
            "00 01 02",
            id="Turku, two classes",
        ),
        pytest.param("LAPINJARVIDno-2024-5", "5", 2024, "LAPINJARVIDno", None, id="a long prefix"),
        pytest.param("ÄÄNE 45/02.08.00/2021", "45", 2021, "ÄÄNE", "02.08.00", id="Äänekoski"),
    ],
)
def test_record_id(
    text: str, number: str, year: int, prefix: str | None, classification: str | None
) -> None:
    """
    Every city's form is taken apart, and printed back as it was given.
    """
    record = RecordId.parse(text)
    assert (record.number, record.year) == (number, year)
    assert (record.prefix, record.classification) == (prefix, classification)
    assert str(record) == text
    assert RecordId.parse(f"  {text.replace(' ', '   ')}\n") == record


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("§ 23", id="a section"),
        pytest.param("2024", id="a year"),
        pytest.param("KAJDno", id="a prefix"),
        pytest.param("12345678/2024", id="too long a number"),
        pytest.param("1/24", id="a short year"),
        pytest.param("OUKA/2012/2024", id="two years, of which one is a number"),
        pytest.param("10.12.2024", id="a day"),
        pytest.param("A" * 100_000, id="a long text"),
        pytest.param("1/" + "1." * 50_000, id="a long class"),
        pytest.param(None, id="None"),
        pytest.param(1799, id="a number"),
        pytest.param(b"123/2024", id="bytes"),
    ],
)
def test_no_record_id(text: Any) -> None:
    """
    What is of no known form is refused with examples.
    """
    with pytest.raises(InvalidValue, match=r"^record id must be like 'KAJDno-2024-1799'") as caught:
        RecordId.parse(text)
    assert len(str(caught.value)) < 400


@given(
    prefix=st.sampled_from(["", "TRE:", "VD/", "HEL "]),
    number=st.integers(1, 9_999_999),
    classes=st.lists(st.integers(0, 99), min_size=2, max_size=5),
    year=st.integers(1990, 2100),
)
def test_record_ids_print_as_given(prefix: str, number: int, classes: list[int], year: int) -> None:
    """
    What was read prints back unchanged, and reads the same again.
    """
    text = f"{prefix}{number}/{'.'.join(f'{one:02}' for one in classes)}/{year}"
    record = RecordId.parse(text)
    assert str(record) == text
    assert RecordId.parse(str(record)) == record
    assert (record.number, record.year) == (str(number), year)


def test_makers() -> None:
    """
    A body is named by its name, an office-holder by the title, or just so called.
    """
    assert str(Organ("Kaupunginhallitus", MakerKind.BOARD)) == "Kaupunginhallitus"
    assert str(OfficeHolder("hallintojohtaja")) == "hallintojohtaja"
    assert str(OfficeHolder()) == "viranhaltija"


def test_what_is_not_said_is_not_there() -> None:
    """
    A document that says nothing leaves every field empty, never a guess.
    """
    bare = Decision(kind=DocumentKind.AGENDA_ITEM)
    assert repr(bare) == "Decision(kind=<DocumentKind.AGENDA_ITEM: 'esityslistan asia'>)"
    assert (bare.decided_on, bare.outcome, bare.appeals, bare.signed_by) == (None, None, (), None)


def test_instructions() -> None:
    """
    The instructions of a decision are its appeals without prohibitions.
    """
    assert FULL.appeals == (INSTRUCTION, PROHIBITION)
    assert FULL.instructions == (INSTRUCTION,)


def test_details_stay_out() -> None:
    """
    A person's details are never shown by `repr`.
    """
    assert "Maija" not in repr(FULL)
    assert "example" not in repr(FULL)
    assert repr(FULL.contacts[0]) == "Contact(title='hallintojohtaja')"


@pytest.mark.parametrize("name", ["meeting_on", "decided_on", "published_on"])
@pytest.mark.parametrize("given", ["9.12.2024", datetime(2024, 12, 9, tzinfo=UTC), 1.5, []])
def test_not_a_day(name: str, given: Any) -> None:
    """
    The days of a decision are calendar days, also those outside the supported years.
    """
    with pytest.raises(NotADay):
        with_field(FULL, **{name: given})
    assert getattr(with_field(FULL, **{name: date(1971, 5, 3)}), name) == date(1971, 5, 3)


@pytest.mark.parametrize("name", ["recipients", "related", "signed_by"])
def test_several_texts(name: str) -> None:
    """
    Several texts are a list of texts, not one text letter by letter.
    """
    with pytest.raises(InvalidValue, match=r"several (texts|titles): one alone stands in a list"):
        with_field(FULL, **{name: "Liite 1"})
    assert getattr(with_field(FULL, **{name: ["a", "b"]}), name) == ("a", "b")


@pytest.mark.parametrize("amount", [True, 12000.0, "12000", None, Decimal("0.001"), Decimal(-1)])
def test_cost(amount: Any) -> None:
    """
    A cost is whole cents.
    """
    with pytest.raises(InvalidAmount):
        Cost(amount=amount)
    assert str(Cost(amount=Decimal(12000)).amount) == "12000.00"
    assert str(Cost(amount=12000).amount) == "12000.00"


def test_a_caller_cannot_change_it() -> None:
    """
    A caller's lists are copied, and a decision is never changed.
    """
    related = ["Liite 1"]
    decision: Any = Decision(kind=DocumentKind.DECISION, related=related)
    related.append("Liite 2")
    assert decision.related == ("Liite 1",)
    with pytest.raises(FrozenInstanceError):
        decision.related = ()


def test_equal_by_value() -> None:
    """
    The same statements are one decision.
    """
    assert evolve(FULL) == FULL
    assert len({FULL, evolve(FULL), evolve(FULL, section="24")}) == 2


@pytest.mark.parametrize(
    ("maker", "kind"),
    [
        (Organ("Kunnanhallitus"), MakerKind.BOARD),
        (Organ("Tekniska nämnden"), MakerKind.COMMITTEE),
        (Organ("Kuntakokous"), None),
        (Organ("Hallitus"), None),
        (Organ("Hallitus", MakerKind.JOINT_AUTHORITY_BOARD), MakerKind.JOINT_AUTHORITY_BOARD),
        (Organ("Kunnanhallitus", None), None),
        (OfficeHolder("hallintojohtaja"), MakerKind.OFFICE_HOLDER),
        (OfficeHolder(), MakerKind.OFFICE_HOLDER),
    ],
    ids=str,
)
def test_kind_of_a_maker(maker: Organ | OfficeHolder, kind: MakerKind | None) -> None:
    """
    A body's name tells its kind unless one is given; a bare "hallitus" may be another's.
    """
    assert maker.kind is kind
