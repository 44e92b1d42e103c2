"""
What an instruction says, one thing at a time, in many wordings.

`instruction_kinds.toml` has the wordings; the places and offices in them are invented.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from kuntapaatos.appeal import AppealInstruction
from kuntapaatos.io.text import ProblemCode, Why, read
from kuntapaatos.io.text.instruction import parse_appeals

KINDS = tomllib.loads(
    Path(__file__).with_name("instruction_kinds.toml").read_text(encoding="utf-8")
)
FRAMES = {
    "fi": {
        "opening": (
            "Oikaisuvaatimusohje\n\n"
            "Tähän päätökseen tyytymätön voi tehdä kirjallisen oikaisuvaatimuksen."
        ),
        "authority": "Oikaisuvaatimus tehdään Mallilan kunnanhallitukselle.",
        "period": ("Oikaisuvaatimus on tehtävä 14 päivän kuluessa päätöksen tiedoksisaannista."),
        "deemed": (
            "Asianosaisen katsotaan saaneen päätöksestä tiedon, jollei muuta näytetä, "
            "seitsemän päivän kuluttua kirjeen lähettämisestä."
        ),
        "delivery": (
            "Mallilan kunnan kirjaamo\nPL 12, 99901 Mallila\nSähköposti: kirjaamo@mallila.example"
        ),
    },
    "sv": {
        "opening": (
            "Anvisning om begäran om omprövning\n\n"
            "Den som är missnöjd med detta beslut kan begära omprövning skriftligen."
        ),
        "authority": "Omprövning begärs hos kommunstyrelsen i Modellby.",
        "period": ("Begäran om omprövning ska göras inom 14 dagar från delfåendet av beslutet."),
        "deemed": (
            "En part anses ha fått del av beslutet sju dagar efter att brevet sändes, "
            "om inte något annat visas."
        ),
        "delivery": (
            "Modellby kommuns registratorskontor\nPB 12, 99901 Modellby\n"
            "E-post: registrator@modellby.example"
        ),
    },
}
CASES = [
    pytest.param(kind, language, wordings["slot"], case, id=f"{kind}: {case['text'][:70]}")
    for kind, languages in KINDS.items()
    for language, wordings in languages.items()
    for case in wordings["said"]
]
COMMON = (
    "MUUTOKSENHAKUOHJEET\n\nOikaisuvaatimusohje\nOikaisuvaatimus tehdään Mallilan "
    "kunnanhallitukselle 14 päivän kuluessa päätöksen tiedoksisaannista.\n\nHankintaoikaisuohje\n"
    "Hankintaoikaisu tehdään hankintayksikölle 14 päivän kuluessa päätöksen tiedoksisaannista.\n\n"
)


def text_of(kind: str, language: str, slot: str, said: str) -> str:
    """
    Return a plain instruction in which one thing is said in other words.
    """
    frame = dict(FRAMES[language])
    office, *rest = frame[slot].split("\n")
    frame[slot] = "\n".join([office, rest[0], said, *rest[1:]]) if kind == "hours" else said
    return "\n".join(frame.values())


def told(instruction: AppealInstruction, scorer: ModuleType) -> dict[str, object]:
    """
    Return what an instruction says, by the keys of the table.
    """
    said = scorer.of_instruction(instruction)
    said["paper_value"] = instruction.paper_cutoff
    said["el_value"] = instruction.electronic_cutoff
    return {key: getattr(value, "value", value) for key, value in said.items()}


@pytest.mark.parametrize(("kind", "language", "slot", "case"), CASES)
def test_wordings(
    kind: str, language: str, slot: str, case: dict[str, Any], scorer: ModuleType
) -> None:
    """
    However it is said, it is read; and what is read is no more than what is said.
    """
    (instruction,) = read(text_of(kind, language, slot, case["text"])).decision.instructions
    said = told(instruction, scorer)
    for key, wanted in case.items():
        if key != "text":
            given = "" if said[key] is None else said[key]
            assert scorer.folded(key, str(given)) == scorer.folded(key, wanted), key


@pytest.mark.parametrize("heading", ["Yhteystiedot", "Yhteistä molemmille", "YHTEISTÄ (1 ja 2)"])
def test_what_is_common(heading: str) -> None:
    """
    Addresses behind the last of several instructions, under a heading of their own, are of each.
    """
    text = (
        f"{COMMON}{heading}\nMallilan kunnan kirjaamo\nPL 12, 99901 Mallila\nAvoinna ma–pe 9–15\n"
    )
    instructions = read(text).decision.instructions
    assert len(instructions) == 2
    for one in instructions:
        assert one.deliver_to is not None
        assert one.deliver_to.postal_address == "PL 12, 99901 Mallila"
        assert str(one.deliver_to.hours) == "ma–pe 9.00–15.00"


@pytest.mark.parametrize(
    ("own", "last"),
    [
        pytest.param("Kirkkotie 3, 99900 Mallila\n", "", id="one has its own"),
        pytest.param(
            "",
            "Valitus\nValitus tehdään Vaasan hallinto-oikeudelle 30 päivän "
            "kuluessa tiedoksisaannista.\n",
            id="the last is a court's",
        ),
    ],
)
def test_what_is_not_common(own: str, last: str) -> None:
    """
    Addresses below a court's instruction, or beside another's own, are of the last one only.
    """
    before = COMMON.replace("Hankintaoikaisuohje", f"{own}Hankintaoikaisuohje")
    found = parse_appeals(f"{before}{last}Yhteystiedot\nPL 12, 99901 Mallila\n")
    first = found[0].value
    assert isinstance(first, AppealInstruction)
    assert first.decided_by is not None
    assert first.decided_by.postal_address in {None, "Kirkkotie 3, 99900 Mallila"}


def test_presumptions_in_common() -> None:
    """
    When a notice counts as received is told once for all, behind the last instruction.
    """
    text = (
        f"{COMMON}C. YHTEISTÄ (A ja B)\nAsianosaisen katsotaan saaneen tiedon seitsemän päivän "
        "kuluttua kirjeen lähettämisestä.\n"
    )
    for one in read(text).decision.instructions:
        assert [each.days for each in one.presumptions] == [7]


@pytest.mark.parametrize(
    "named",
    ["Liitteet\nOikaisuvaatimusohje\nKartta\n", "Liitteet: Hinnasto, oikaisuvaatimusohje\n"],
)
def test_an_instruction_that_is_enclosed(named: str) -> None:
    """
    The name of an enclosure is no instruction, and no sign that none was given.
    """
    reading = read(
        "Kunnanhallitus § 12 3.3.2025\nPäätös\nKunnanhallitus hyväksyi ehdotuksen.\n" + named
    )
    assert reading.decision.instructions == ()
    assert Why.ONLY_NAMED not in {found.why for found in reading.found}
    assert ProblemCode.INSTRUCTION_MISSING not in {problem.code for problem in reading.problems}


def test_no_instruction_among_the_enclosures() -> None:
    """
    Enclosures of another kind do not hide that an instruction is missing.
    """
    reading = read(
        "Kunnanhallitus § 12 3.3.2025\nPäätös\nKunnanhallitus hyväksyi ehdotuksen.\n"
        "Liitteet\nKartta\nLisätiedot\nkunnansihteeri\n"
    )
    assert ProblemCode.INSTRUCTION_MISSING in {problem.code for problem in reading.problems}


def test_a_day_of_which_it_is_not_said_that_it_is_the_last() -> None:
    """
    The number of a day is no length of the time, unless it is the last one.
    """
    (one,) = read(
        "Oikaisuvaatimusohje\nOikaisuvaatimus tehdään lautakunnalle.\n"
        "Määräaika alkaa kolmantena päivänä tiedoksisaannista.\n"
    ).decision.instructions
    assert one.period is None


@pytest.mark.parametrize(
    ("said", "remedy"),
    [
        ("Över beslutet anförs kommunalbesvär hos Vasa förvaltningsdomstol.", "kunnallisvalitus"),
        (
            "Över beslutet anförs förvaltningsbesvär hos Vasa förvaltningsdomstol.",
            "hallintovalitus",
        ),
    ],
)
def test_which_appeal(said: str, remedy: str) -> None:
    """
    An appeal is of the kind that its sentences name, whatever its heading calls it.
    """
    (one,) = read(
        f"Besvärsanvisning\n{said}\nBesvär ska anföras inom 30 dagar från delfåendet.\n"
    ).decision.instructions
    assert one.remedy.value == remedy


def test_minutes_that_are_displayed_are_no_extract() -> None:
    """
    When the minutes count as seen is no word about extracts: the addresses below it count.
    """
    (one,) = read(
        "Oikaisuvaatimusohje\nOikaisuvaatimus tehdään lautakunnalle 14 päivän kuluessa "
        "tiedoksisaannista. Kunnan jäsenen katsotaan saaneen tiedon seitsemän päivän kuluttua "
        "siitä, kun pöytäkirja on nähtävänä yleisessä tietoverkossa.\n"
        "Toimita vaatimus osoitteeseen: PL 13, 99901 Mallila\n"
    ).decision.instructions
    assert one.decided_by is not None
    assert one.decided_by.postal_address == "PL 13, 99901 Mallila"
