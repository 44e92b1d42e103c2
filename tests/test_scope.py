"""
Whose decisions the rules are for, and that nobody else's are counted.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kuntapaatos import __main__ as program
from kuntapaatos.appeal import AppealInstruction, AppealProhibition, Authority
from kuntapaatos.decision import Decision, DocumentKind, OfficeHolder, Organ
from kuntapaatos.errors import InvalidValue
from kuntapaatos.findings import review
from kuntapaatos.io.export import as_ics, as_json
from kuntapaatos.io.report import Known, report
from kuntapaatos.io.text import read
from kuntapaatos.municipalities import municipalities
from kuntapaatos.remedy import MakerKind, RemedyKind
from kuntapaatos.scope import check_scope, other_law

ALAND = "Ahvenanmaan kunta (808/2019 9 §, 1144/1991)"
COUNTY = "hyvinvointialue (611/2021)"
PARISH = "seurakunta (Kirkkolaki)"

# Statistics Finland numbers the municipalities; these are Åland's.
CODES = {
    *("035", "043", "060", "062", "065", "076", "170", "295", "318", "417", "438", "478"),
    *("736", "766", "771", "941"),
}


def decision(**parts: Any) -> Decision:
    """Return a decision of which only this is known."""
    return Decision(kind=DocumentKind.DECISION, **parts)


def to(office: str) -> AppealInstruction:
    """Return an instruction that tells only where to deliver."""
    return AppealInstruction(
        remedy=RemedyKind.ADMINISTRATIVE_REVIEW, deliver_to=Authority(name=office)
    )


def test_every_municipality() -> None:
    """
    Each of the sixteen municipalities of Åland is told, and none of the mainland.
    """
    by_name = {
        one.code
        for one in municipalities()
        for name in (one.name, one.name_sv)
        if other_law(decision(municipality=name)) is not None
    }
    by_maker = {
        one.code
        for one in municipalities()
        for body in (f"{one.genitive} kunnanhallitus", f"{one.genitive} kaupunginhallitus")
        if other_law(decision(maker=Organ(body, MakerKind.BOARD))) is not None
    }
    assert by_name == by_maker == CODES


@pytest.mark.parametrize(
    ("parts", "field", "expected"),
    [
        pytest.param({"municipality": "Jomala kommun"}, "municipality", ALAND, id="in Swedish"),
        pytest.param({"municipality": "Mariehamns stad"}, "municipality", ALAND, id="a city"),
        pytest.param({"municipality": "SUND"}, "municipality", ALAND, id="capitals"),
        pytest.param(
            {"municipality": "Finströmin\u00a0kunta"}, "municipality", ALAND, id="Finnish"
        ),
        pytest.param({"municipality": "Åland"}, "municipality", ALAND, id="the province"),
        pytest.param(
            {"maker": Organ("Mariehamns stadsstyrelse", MakerKind.BOARD)},
            "maker",
            ALAND,
            id="a board",
        ),
        pytest.param(
            {"maker": OfficeHolder("Föglö kommundirektör")}, "maker", ALAND, id="an office-holder"
        ),
        pytest.param(
            {"municipality": "Pohjanmaan hyvinvointialue"}, "municipality", COUNTY, id="a county"
        ),
        pytest.param(
            {"municipality": "Östra Nylands välfärdsområde"},
            "municipality",
            COUNTY,
            id="a county in Swedish",
        ),
        pytest.param(
            {"maker": Organ("Yksilöasiain jaosto", MakerKind.WELLBEING_COUNTY)},
            "maker",
            COUNTY,
            id="the kind of the maker",
        ),
        pytest.param({"maker": Organ("Aluehallitus")}, "maker", COUNTY, id="a county's board"),
        pytest.param({"maker": Organ("HUS-yhtymän hallitus")}, "maker", COUNTY, id="HUS"),
        pytest.param(
            {"maker": OfficeHolder("Hyvinvointialuejohtaja")}, "maker", COUNTY, id="its director"
        ),
        pytest.param(
            {"appeals": [to("Pohjanmaan hyvinvointialueen kirjaamo")]},
            "appeals[0].deliver_to",
            COUNTY,
            id="only the registry tells",
        ),
        pytest.param(
            {"municipality": "Mallilan seurakuntayhtymä"}, "municipality", PARISH, id="parishes"
        ),
        pytest.param({"maker": Organ("Kirkkoneuvosto")}, "maker", PARISH, id="a parish council"),
        pytest.param({"maker": OfficeHolder("Kyrkoherden")}, "maker", PARISH, id="a vicar"),
        pytest.param(
            {"maker": Organ("Gemensamma kyrkorådet", MakerKind.PARISH)},
            "maker",
            PARISH,
            id="the kind alone",
        ),
        pytest.param(
            {"municipality": "Mallila", "appeals": [AppealProhibition(None), to("Församlingen")]},
            "appeals[1].deliver_to",
            PARISH,
            id="an instruction to a parish",
        ),
    ],
)
def test_others_are_told(parts: dict[str, Any], field: str, expected: str) -> None:
    """
    A decision of somebody else names the field that tells it and the acts that apply.
    """
    found = other_law(decision(**parts))
    assert found is not None
    assert (found.field, str(found)) == (field, expected)
    with pytest.raises(InvalidValue, match="not Kuntalaki") as refused:
        check_scope(decision(**parts))
    assert refused.value.field == field


@pytest.mark.parametrize(
    "parts",
    [
        pytest.param({}, id="nothing is told"),
        pytest.param({"municipality": "Sundom"}, id="a name that begins the same"),
        pytest.param({"municipality": "Getaberg"}, id="a place"),
        pytest.param({"maker": Organ("Sundin koulun johtokunta")}, id="a school"),
        pytest.param({"maker": OfficeHolder()}, id="an office without a title"),
        pytest.param({"maker": Organ("Hyvinvointilautakunta")}, id="a committee for wellbeing"),
        pytest.param({"maker": OfficeHolder("Aluejohtaja")}, id="a manager of an area"),
        pytest.param({"appeals": [to("Mallilan kaupungin kirjaamo")]}, id="a municipal registry"),
        pytest.param(
            {"appeals": [to("Itä-Suomen aluehallintovirasto")]}, id="a regional state agency"
        ),
    ],
)
def test_the_mainland_is_not_refused(parts: dict[str, Any]) -> None:
    """
    What only looks alike is a municipality's.
    """
    made = decision(**parts)
    assert other_law(made) is None
    assert check_scope(made) is made


def test_only_a_decision() -> None:
    """
    Something else is refused by the name of the argument.
    """
    with pytest.raises(InvalidValue, match="decision must be a Decision"):
        other_law("Jomala")  # type: ignore[arg-type]


ITSELF = {
    "Åland": "Jomala kommun\nKommunstyrelsen 3.2.2025 § 14\nBeslut\nFörslaget godkändes.\n",
    "county": "Aluehallitus 3.2.2025 § 14\nPäätös\nHyväksyttiin.\n",
    "parish": "Kirkkoneuvosto 3.2.2025 § 14\nPäätös\nHyväksyttiin.\n",
}
INSTRUCTED = (
    "Oikaisuvaatimusohje\nOikaisuvaatimuksen saa tehdä asianosainen ja kunnan jäsen. "
    "Oikaisuvaatimus on tehtävä 14 päivän kuluessa päätöksen tiedoksisaannista.\n"
)
KNOWN = Known(letters=[date(2025, 2, 5)], published=date(2025, 2, 6))
ANSWERS: dict[str, Callable[[str], object]] = {
    "review": lambda text: review(read(text).decision),
    "report": lambda text: report(read(text), KNOWN),
    "json": lambda text: as_json(read(text), KNOWN),
    "calendar": lambda text: as_ics(read(text), KNOWN, "sv"),
}


@pytest.mark.parametrize("ask", ANSWERS.values(), ids=ANSWERS)
@pytest.mark.parametrize("instruction", ["", INSTRUCTED], ids=["bare", "instructed"])
@pytest.mark.parametrize("text", ITSELF.values(), ids=ITSELF)
def test_no_answer_counts_theirs(ask: Callable[[str], object], instruction: str, text: str) -> None:
    """
    With or without an instruction, no answer of the library is given for their decisions.
    """
    with pytest.raises(InvalidValue, match="not Kuntalaki"):
        ask(text + instruction)


@pytest.mark.parametrize("command", [[], ["review"], ["--json"]], ids=["report", "review", "json"])
@pytest.mark.parametrize("instruction", ["", INSTRUCTED], ids=["bare", "instructed"])
@pytest.mark.parametrize(
    ("text", "whose"),
    [
        pytest.param(ITSELF["Åland"], "Ahvenanmaan kunta (Jomala)", id="Åland"),
        pytest.param(ITSELF["county"], "hyvinvointialue (Aluehallitus)", id="county"),
        pytest.param(ITSELF["parish"], "seurakunta (Kirkkoneuvosto)", id="parish"),
    ],
)
def test_the_command_line_refuses(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    command: list[str],
    instruction: str,
    text: str,
    whose: str,
) -> None:
    """
    One sentence says whose decision it is and which act applies; nothing is counted.
    """
    page = tmp_path / "p.txt"
    page.write_text(text + instruction, encoding="utf-8")
    assert program.main([*command, str(page)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert f"ei ole Manner-Suomen kunta, vaan {whose}" in err
    assert "Kuntalaki" not in err
