"""
Instructions in the forms that cities use, beside what a person reads in them.

Written for these tests; `instructions/*.toml` holds each text with its record.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from kuntapaatos.appeal import AppealInstruction
from kuntapaatos.decision import DocumentKind
from kuntapaatos.io.text import Why, read
from kuntapaatos.io.text.instruction import parse_appeals
from kuntapaatos.io.text.source import Source
from kuntapaatos.remedy.kinds import AppealProhibition, RemedyKind
from kuntapaatos.time_limit import Period

FOLDER = Path(__file__).parent / "instructions"
TEXTS = [
    pytest.param(text, id=f"{path.stem}: {text['name']}")
    for path in sorted(FOLDER.glob("*.toml"))
    for text in tomllib.loads(path.read_text(encoding="utf-8"))["text"]
]


@pytest.mark.parametrize("text", TEXTS)
def test_an_instruction_is_read(text: dict[str, Any], scorer: ModuleType) -> None:
    """
    Every key of every remedy is what a person reads, and nothing more is said.
    """
    records = text.get("appeal", [])
    instructions = read(text["text"]).decision.instructions
    assert len(instructions) == len(records)
    unread = [key for record in records for key in record.get("not_read", ())]
    misses = [
        (score.key, score.result, score.expected, score.given)
        for place, (record, instruction) in enumerate(zip(records, instructions, strict=True))
        for score in scorer.compared(
            text["name"], f"appeal[{place}].", record, scorer.of_instruction(instruction)
        )
        if score.result != "right"
        and score.key.rpartition(".")[2] not in record.get("unscored", ())
    ]
    assert [key.rpartition(".")[2] for key, result, _, _ in misses if result == "missed"] == unread
    assert [miss for miss in misses if miss[1] != "missed"] == []


@pytest.mark.parametrize("text", TEXTS)
def test_sections_and_prohibitions_are_read(text: dict[str, Any]) -> None:
    """
    Each remedy and each prohibition has the sections that it is for, as printed.
    """
    appeals = parse_appeals(Source.of(text["text"]).clean)
    bans = [one for one in appeals if isinstance(one.value, AppealProhibition)]
    given = [one for one in appeals if not isinstance(one.value, AppealProhibition)]
    if "prohibited" in text:
        assert bool(bans) == text["prohibited"]
    for record, one in zip(text.get("appeal", []), given, strict=True):
        assert list(one.sections) == record.get("sections", [])
    for record, one in zip(text.get("ban", []), bans, strict="ban" in text):
        assert isinstance(one.value, AppealProhibition)
        assert one.value.ground is not None
        assert (one.value.ground.value, list(one.sections)) == (
            record["ground"],
            record["sections"],
        )


HEAD = "Oikaisuvaatimusohje\nOikaisuvaatimus tehdään lautakunnalle 14 päivän kuluessa tiedoksisaannista.\n"


def test_an_address_below_its_way() -> None:
    """
    "By post", and below it whose address it is.
    """
    reading = read(f"{HEAD}Postitse:\nMallilan kaupunki\nPL 14\n99901 Mallila\n")
    (one,) = reading.decision.instructions
    assert one.decided_by is not None
    assert one.decided_by.postal_address == "PL 14, 99901 Mallila"


def test_two_addresses_of_nobody_by_name() -> None:
    """
    Where the office that is told has no address under its name, each that stands there may be meant.
    """
    reading = read(
        f"{HEAD}Se toimitetaan päivähoitotoimistoon, Rauhankatu 3, 99900 Mallila.\n"
        "Tai postitse osoitteeseen:\nMallilan kaupunki\nPL 14\n99901 Mallila\n"
    )
    (post,) = (one for one in reading.found if one.field.endswith("postal_address"))
    assert set(post.candidates) == {"Rauhankatu 3, 99900 Mallila", "PL 14, 99901 Mallila"}
    assert post.why is Why.SEVERAL_ADDRESSES


def test_a_section_named_late_in_a_line_is_no_list() -> None:
    """
    Sections that a long sentence names are not those that the instruction is for.
    """
    text = f"{HEAD}Oikaisuvaatimuksessa mainitaan päätöksen numero tai pykälä 12\n"
    (one,) = parse_appeals(text)
    assert one.sections == ()


def test_an_instruction_that_is_only_named() -> None:
    """
    An enclosure's name tells the remedy, and nothing of what the instruction says.
    """
    reading = read("Muutoksenhaku\nOikaisuvaatimusohje, kunnanhallitus\nPäätös\nHyväksyttiin.\n")
    remedy = next(one for one in reading.found if one.field == "appeals[0].remedy")
    assert remedy.why is Why.ONLY_NAMED


def test_hours_of_a_court_of_its_own() -> None:
    """
    Hours that a text gives to the court itself are the court's, whatever they are.
    """
    reading = read(
        "Valitusosoitus\nValitus tehdään Mallilan hallinto-oikeudelle 30 päivän kuluessa "
        "tiedoksisaannista.\nHallinto-oikeus on avoinna klo 9–15.\n"
    )
    (one,) = reading.decision.instructions
    assert one.decided_by is not None
    assert str(one.decided_by.hours) == "ma–pe 9.00–15.00"


def test_a_request_of_nothing() -> None:
    """
    What is asked, with no remedy told before it, instructs nobody.
    """
    assert parse_appeals("Begäran ska lämnas inom 14 dagar från delfåendet.\n") == []


def test_an_address_told_twice() -> None:
    """
    The same address again is no other office's.
    """
    twice = "Sähköposti: kirjaamo@mallila.example\n" * 2
    (one,) = read(f"{HEAD}{twice}").decision.instructions
    assert one.decided_by is not None
    assert one.decided_by.email == "kirjaamo@mallila.example"


def test_an_address_and_one_for_letters() -> None:
    """
    "Address", then "postal address": the first is where one goes.
    """
    (one,) = read(
        f"{HEAD}Osoite: Kirkkotie 3\nPostiosoite: PL 14, 99901 Mallila\n"
    ).decision.instructions
    assert one.decided_by is not None
    assert one.decided_by.visiting_address == "Kirkkotie 3"
    assert one.decided_by.postal_address == "PL 14, 99901 Mallila"


def test_a_name_over_two_lines() -> None:
    """
    A place on the line below a name that ends with "i" belongs to it.
    """
    (one,) = read(
        "Anvisning om begäran om omprövning\nBegäran om omprövning ska göras inom 14 dagar från "
        "delfåendet.\nOmprövningsmyndighet: Bildningsnämnden i\nVasa\nPB 3, 65101 Vasa\n"
    ).decision.instructions
    assert one.decided_by is not None
    assert one.decided_by.name == "Bildningsnämnden i Vasa"


def test_a_letter_is_not_quicker_than_a_message() -> None:
    """
    Days by which a letter would come before a message are nobody's: both stay in doubt.
    """
    reading = read(
        f"{HEAD}Asianosaisen katsotaan saaneen tiedon kolmen päivän kuluttua kirjeen lähettämisestä "
        "tai seitsemän päivän kuluttua sähköpostin lähettämisestä.\n"
    )
    (one,) = reading.decision.instructions
    assert one.presumptions == ()
    assert sum(found.field.endswith("presumptions") for found in reading.found) == 2


@pytest.mark.parametrize(
    ("others", "name"),
    [
        ("Mallin hallinto-oikeus\nTestilän hallinto-oikeus\n", "hallinto-oikeus"),
        ("Mallin hallinto-oikeus\n", "Mallin hallinto-oikeus"),
    ],
)
def test_a_court_of_several_and_no_review(others: str, name: str) -> None:
    """
    A court named without its place stays so where the text names two, and one that is named
    alone is it; a review that is not made beside an appeal forbids nothing.
    """
    (one,) = parse_appeals(
        "Valitusosoitus\nValitus tehdään hallinto-oikeuteen 30 päivän kuluessa tiedoksisaannista.\n"
        "Päätökseen ei saa tehdä oikaisuvaatimusta.\n"
        f"Tiedoksi\n{others}"
    )
    assert isinstance(one.value, AppealInstruction)
    assert one.value.decided_by is not None
    assert one.value.decided_by.name == name


def test_a_form_with_blanks() -> None:
    """
    What is left to be filled in is no address.
    """
    (one,) = read(
        f"{HEAD}Käyntiosoite: Kirkkotie ____, Mallila\nPostiosoite: PL 14, 99901 Mallila\n"
    ).decision.instructions
    assert one.decided_by is not None
    assert one.decided_by.visiting_address is None
    assert one.decided_by.postal_address == "PL 14, 99901 Mallila"


@pytest.mark.parametrize(
    "text",
    [
        (
            "Oikaisuvaatimusohje\nOikaisuvaatimus tehdään 14 päivän kuluessa tiedoksisaannista. "
            "Vaatimus toimitetaan Mallin hallinto-oikeudelle.\n"
        ),
        (
            "Anvisning om omprövning\nBegäran om omprövning görs hos Modellby "
            "förvaltningsdomstol inom 14 dagar från delfåendet.\n"
        ),
    ],
)
def test_a_review_that_a_court_decides_is_in_doubt(text: str) -> None:
    """
    No court decides on a review: the remedy and the court's name may each be the wrong one.
    """
    (one,) = parse_appeals(text)
    doubted = {fact.field: fact.candidates for fact in one.facts if fact.candidates}
    assert doubted.pop("remedy") == (RemedyKind.ADMINISTRATIVE_REVIEW, RemedyKind.APPEAL)
    ((field, (name,)),) = doubted.items()
    assert field in {"decided_by.name", "deliver_to.name"}
    assert isinstance(name, str)
    assert "oikeus" in name or "domstol" in name


@pytest.mark.parametrize(
    ("email", "doubted"),
    [
        ("kirjaamo@mallila.example", {"decided_by.postal_address", "decided_by.email"}),
        ("registratur@modellby.example", {"decided_by.postal_address", "decided_by.email"}),
        ("mallin.hao@oikeus.example", set()),
        ("kirjaamo.mallin.hao@oikeus.example", set()),
    ],
)
def test_addresses_of_a_municipality_under_a_court(email: str, doubted: set[str]) -> None:
    """
    A municipality's e-mail under the name of a court puts the addresses beside it in doubt.
    """
    (one,) = parse_appeals(
        "Valitusosoitus\nValitus tehdään Mallin hallinto-oikeudelle 30 päivän kuluessa "
        f"tiedoksisaannista.\nPostiosoite: PL 35, 99990 Mallila\nSähköposti: {email}\n"
    )
    assert {fact.field for fact in one.facts if fact.candidates} == doubted


@pytest.mark.parametrize(
    "text",
    [
        (
            "Begäran om omprövning lämnas skriftligen till Modellby kommuns bildningsnämnd inom "
            "14 dagar från delfåendet.\nBegäran sänds till:\nModellby kommun, Byvägen 2, "
            "99990 Modellby\n"
        ),
        (
            "Begäran ska komma in till Modellby kommuns bildningsnämnd inom fjorton (14) dagar "
            "från delfåendet.\nModellby kommun, Byvägen 2, 99990 Modellby\n"
        ),
    ],
)
def test_a_body_before_its_municipality(text: str) -> None:
    """
    A body to which the request is sent decides, not the municipality at whose address it is.
    """
    (one,) = parse_appeals(f"Anvisning om omprövning\n{text}")
    assert isinstance(one.value, AppealInstruction)
    assert one.value.period == Period.days(14)
    assert one.value.decided_by is not None
    assert one.value.decided_by.name == "Modellby kommuns bildningsnämnd"


@pytest.mark.parametrize(
    "text",
    [
        (
            "Upphandlingsrättelse\nEn part kan yrka på rättelse hos Modellby kommun. "
            "Yrkandet ska framställas inom 14 dagar från delfåendet.\n"
        ),
        (
            "Hankintaoikaisu\nAsianosainen voi vaatia oikaisua 14 päivän kuluessa "
            "tiedoksisaannista.\n"
        ),
    ],
)
def test_a_rectification_that_is_called_less_below(text: str) -> None:
    """
    What is headed as a rectification of a purchase stays one where the text calls it less.
    """
    (one,) = parse_appeals(f"Muutoksenhakuohje\n{text}")
    assert isinstance(one.value, AppealInstruction)
    assert one.value.remedy is RemedyKind.PROCUREMENT_CORRECTION


def test_a_review_below_a_rectification() -> None:
    """
    A review by its own name below a rectification is another remedy.
    """
    reading = read(
        "Muutoksenhakuohje\nHankintaoikaisu\nHankintaoikaisu on tehtävä 14 päivän kuluessa.\n"
        "Oikaisuvaatimus tehdään lautakunnalle 14 päivän kuluessa tiedoksisaannista.\n"
    )
    assert [one.remedy for one in reading.decision.instructions] == [
        RemedyKind.PROCUREMENT_CORRECTION,
        RemedyKind.ADMINISTRATIVE_REVIEW,
    ]


TABLE = (
    "Päätös      Lautakunnan päätös, johon tässä viitataan\nAika        14 pv tiedoksisaannista\n"
)
TABLE_SV = (
    "Beslut\n      Beslut av byggnadsinspektören om bygglov\nTid\n      Omprövning ska begäras inom "
    "14 dagar från delfåendet.\n"
)


@pytest.mark.parametrize(
    "text",
    [
        f"MALLILAN KUNTA\nKirjaamo\n\nOIKAISUVAATIMUS – OHJE\n\n{TABLE}",
        f"Oikaisuvaatimusohje\n\n{TABLE}",
        f"Ohje – oikaisuvaatimus\n\n{TABLE}",
        f"Modellby kommun\nByggnadstillsynen\n\nOMPRÖVNINGSANVISNING\n\n{TABLE_SV}",
        f"Modellby kommun\nOmprövning – anvisning\n\n{TABLE_SV}",
    ],
)
def test_a_decision_as_a_row_of_an_instruction(text: str) -> None:
    """
    "Päätös" in the table of an instruction decides nothing, and the office above is no title.
    """
    decision = read(text).decision
    assert decision.kind is DocumentKind.INSTRUCTION
    assert (decision.title, decision.outcome, decision.resolution) == (None, None, None)
    (one,) = decision.instructions
    assert one.remedy is RemedyKind.ADMINISTRATIVE_REVIEW
    assert one.period == Period.days(14)


@pytest.mark.parametrize(
    "head",
    [
        "Oikaisuvaatimusohje\n",
        "Mallilan kunta\nMuutoksenhaku: liite\n",
    ],
)
def test_a_decision_below_the_name_of_an_instruction(head: str) -> None:
    """
    Where something was decided, "Päätös" begins what was, whatever was named above it.
    """
    decision = read(f"{head}Päätös\nLautakunta päätti myöntää luvan.\n").decision
    assert decision.resolution == "Lautakunta päätti myöntää luvan."
