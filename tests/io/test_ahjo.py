"""
Decisions as Helsinki's system exports them: what it states is the value, the text is evidence.
"""

from __future__ import annotations

import io
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import kuntapaatos as kp
from kuntapaatos.decision import DocumentKind, Outcome
from kuntapaatos.io import ahjo
from kuntapaatos.io.text.reading import ProblemCode
from kuntapaatos.remedy import MakerKind

REAL = Path(__file__).parents[3] / "shared" / "ahjo" / "decisions.jsonl"
PAGE = (
    '<html lang="fi"><head><title>x</title></head><body><div class="paatos">'
    '<div class="Asiapykala">7 §</div><h1 class="AsiaOtsikko">Telineen hankinta</h1>'
    '<div class="DnroTmuoto">HEL 2025-000123 T 02 08 01</div>'
    '<h3 class="SisaltoOtsikko">Päätös</h3>'
    "<p>Vs. yksikön päällikkö päätti hankkia telineen.</p>"
    '<h3 class="MuutoksenhakuOtsikko">Muutoksenhaku</h3><h4>OHJEET OIKAISUVAATIMUKSEN '
    "TEKEMISEKSI</h4><p>Oikaisuvaatimus on tehtävä 14 päivän kuluessa päätöksen "
    "tiedoksisaannista.</p></div></body></html>"
)
ITEM: dict[str, Any] = {
    "Title": "Telineen  hankinta",
    "CaseIDLabel": "HEL 2025-000123",
    "Section": "7",
    "ClassificationCode": "02 08 01",
    "Organization": {"Name": "Yksikön päällikkö", "Type": "Viranhaltija"},
    "Meeting": None,
    "VotingResults": [],
    "Attachments": [],
    "PreviousDecisions": [],
    "Content": PAGE,
}
BOARD: dict[str, Any] = {
    **ITEM,
    "Organization": {"Name": "Kaupunginhallitus", "Type": "Hallitus"},
    "Meeting": {"DateMeeting": "2025-03-03T16:00:00.000"},
    "Content": PAGE.replace("Vs. yksikön päällikkö päätti", "Kaupunginhallitus päätti"),
}


def differing(item: dict[str, Any]) -> list[tuple[str | None, tuple[object, ...]]]:
    """Return the fields of which the text says something else, with both values."""
    problems = ahjo.read(item).problems
    code = ProblemCode.SYSTEM_DIFFERS
    return [(one.field, one.stated) for one in problems if one.code is code]


def test_what_the_system_states_is_the_value() -> None:
    """
    Title, record number, section, class and maker are the system's; the remedy is the text's.
    """
    reading = ahjo.read(ITEM)
    decision = reading.decision
    assert decision.kind is DocumentKind.DECISION
    assert (str(decision.municipality), decision.language) == ("Helsinki", "fi")
    assert (decision.title, decision.section) == ("Telineen hankinta", "7")
    assert str(decision.record_id) == "HEL 2025-000123"
    assert decision.classification == "02 08 01"
    assert decision.maker == kp.OfficeHolder(title="Yksikön päällikkö")
    assert decision.meeting_on is None
    (instruction,) = decision.instructions
    assert instruction.period == kp.Period.days(14)
    assert differing(ITEM) == []
    (section,) = reading.where("section")
    assert reading.quote(section) == "7"


def test_a_body_decides_on_the_day_of_its_meeting() -> None:
    """
    A body's item has its meeting's day, also as the day of the decision.
    """
    decision = ahjo.read(BOARD).decision
    assert decision.kind is DocumentKind.MINUTES_ITEM
    assert decision.maker == kp.Organ("Kaupunginhallitus", MakerKind.BOARD)
    assert decision.meeting_on == decision.decided_on == date(2025, 3, 3)
    assert ahjo.read({**BOARD, "Meeting": {}}).decision.meeting_on is None


@pytest.mark.parametrize(
    ("name", "kind", "expected"),
    [
        pytest.param("Kaupunginvaltuusto", "Valtuusto", MakerKind.COUNCIL, id="council"),
        pytest.param("Kulttuurilautakunta", "Lautakunta", MakerKind.COMMITTEE, id="committee"),
        pytest.param(
            "Satamalaitoksen johtokunta", "Lautakunta", MakerKind.MANAGEMENT_BOARD, id="b"
        ),
        pytest.param("Ruotsinkielinen jaosto", "Jaosto", MakerKind.SECTION, id="section"),
    ],
)
def test_bodies(name: str, kind: str, expected: MakerKind) -> None:
    """
    The system's type of an organisation tells what the body is; a board of management is one.
    """
    item = {**BOARD, "Organization": {"Name": name, "Type": kind}}
    assert ahjo.read(item).decision.maker == kp.Organ(name, expected)


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        pytest.param({"Title": "Sillan korjaus"}, "title", id="title"),
        pytest.param({"Section": "8"}, "section", id="section"),
        pytest.param({"CaseIDLabel": "HEL 2025-000124"}, "record_id", id="record number"),
        pytest.param({"CaseIDLabel": None}, "record_id", id="no record number"),
        pytest.param({"ClassificationCode": "10 03 02"}, "classification", id="class"),
        pytest.param(
            {"Organization": {"Name": "Rakennuttajapäällikkö", "Type": "Viranhaltija"}},
            "maker",
            id="maker",
        ),
    ],
)
def test_a_difference_is_a_problem(changed: dict[str, Any], field: str) -> None:
    """
    Where the text says something else, the system's value stands and both are shown.
    """
    ((named, (system, said)),) = differing({**ITEM, **changed})
    assert named == field
    assert getattr(ahjo.read({**ITEM, **changed}).decision, field) == system
    assert said is not None
    assert said != system


def test_a_secret_item_keeps_what_the_system_says() -> None:
    """
    A secret item has no text; its section, maker and ground of secrecy are kept.
    """
    title = "Salassa pidettävä (JulkL (621/1999) 24.1 § 25 k)"
    page = f'<html lang="fi"><body><div>3 §</div><h1>{title}</h1></body></html>'
    reading = ahjo.read({**ITEM, "Title": title, "Section": "3", "Content": page})
    decision = reading.decision
    assert reading.is_decision
    assert decision.confidential
    assert decision.confidentiality == "JulkL (621/1999) 24.1 § 25 k"
    assert (decision.section, str(decision.record_id)) == ("3", "HEL 2025-000123")
    assert [one.code for one in reading.problems if one.field == "appeals"] == []


def test_votes_enclosures_and_earlier_decisions() -> None:
    """
    Votes, enclosures and earlier decisions are taken where the system has them.
    """
    page = BOARD["Content"].replace("Kaupunginhallitus päätti", "Ehdotus hyväksyttiin. Päätettiin")
    item = {
        **BOARD,
        "Content": page,
        "VotingResults": [{"VoteCounts": "5-4"}],
        "Attachments": [{"Title": "Telineen  kuva"}, {"Title": ""}, {}],
        "PreviousDecisions": [
            {"Section": "12", "DateDecision": "2025-02-03T00:00:00", "DecisionMaker": "Jaosto"},
            {"Title": "Telineen tarve"},
        ],
    }
    decision = ahjo.read(item).decision
    assert decision.outcome is Outcome.APPROVED_AFTER_VOTE
    assert decision.related == ("Telineen kuva",)
    assert decision.handlings == (
        kp.decision.Handling(by="Jaosto", on=date(2025, 2, 3), section="12"),
        kp.decision.Handling(),
    )


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        pytest.param({"Title": " "}, "Title must be a text that is not empty", id="no title"),
        pytest.param({"Content": None}, "Content must be", id="no content"),
        pytest.param({"Section": 7}, "Section must be a text", id="a number"),
        pytest.param({"Organization": "x"}, "Organization must be", id="no organisation"),
        pytest.param(
            {"Organization": {"Name": "x", "Type": "Yhtiö"}}, "Organization.Type", id="type"
        ),
        pytest.param({"CaseIDLabel": "?"}, "CaseIDLabel must be", id="record number"),
        pytest.param({"Meeting": 5}, "Meeting must be", id="meeting"),
        pytest.param({"Meeting": {"DateMeeting": "x"}}, "Meeting.DateMeeting", id="day"),
        pytest.param({"Attachments": "x"}, "Attachments must be a list", id="no list"),
        pytest.param({"Attachments": ["x"]}, r"Attachments\[0\] must be", id="no object"),
    ],
)
def test_what_is_no_such_object_is_refused(changed: dict[str, Any], said: str) -> None:
    """
    A value of another kind is refused with the key that holds it.
    """
    with pytest.raises(kp.errors.InvalidValue, match=said):
        ahjo.read({**ITEM, **changed})


def test_an_item_is_an_object() -> None:
    """
    A text is no item: it has to be loaded first.
    """
    with pytest.raises(kp.errors.InvalidValue, match="one JSON object"):
        ahjo.read(json.dumps(ITEM))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "written",
    [
        pytest.param("".join(f"{json.dumps(ITEM)}\n" for _ in range(3)), id="lines"),
        pytest.param(json.dumps([ITEM] * 3), id="an array"),
        pytest.param(json.dumps([ITEM] * 3, indent=2), id="an array over lines"),
        pytest.param(f"\n {json.dumps([ITEM] * 3)}\n\n", id="an array in white space"),
    ],
)
def test_a_list_is_read_one_by_one(
    written: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    An array or an object a line, from a path or an open file, whole or in small pieces.
    """
    path = tmp_path / "list.json"
    path.write_text(written, encoding="utf-8")
    whole = list(ahjo.read_all(path))
    assert [one.decision.section for one in whole] == ["7", "7", "7"]
    monkeypatch.setattr(ahjo, "_CHUNK", 5)
    assert list(ahjo.read_all(io.StringIO(written))) == whole


@pytest.mark.parametrize("written", ["", "[]", " [ ] ", "\n"])
def test_an_empty_list_has_nothing(written: str) -> None:
    """
    A file without objects gives none.
    """
    assert list(ahjo.read_all(io.StringIO(written))) == []


@pytest.mark.parametrize(
    ("written", "number"),
    [
        pytest.param("lorem", 1, id="no JSON"),
        pytest.param("[", 1, id="an open array"),
        pytest.param(f"[{json.dumps(ITEM)}", 2, id="an array without its end"),
        pytest.param(f"{json.dumps(ITEM)}\n{{", 2, id="half an object"),
        pytest.param("[5]", 1, id="a number"),
        pytest.param('{"a":' * 100_000, 1, id="nested without end"),
    ],
)
def test_a_broken_list_is_refused(written: str, number: int) -> None:
    """
    What is no list is refused with the number of the object where it ends.
    """
    with pytest.raises(kp.errors.UnreadableInput, match=f"at number {number}$"):
        list(ahjo.read_all(io.StringIO(written)))


def test_an_object_has_a_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    """
    An object without end is refused before all of it is held.
    """
    monkeypatch.setattr(ahjo, "MAXIMUM_CHARACTERS", 1000)
    monkeypatch.setattr(ahjo, "_CHUNK", 300)
    file = io.StringIO(json.dumps({**ITEM, "Content": "x" * 100_000}))
    with pytest.raises(kp.errors.UnreadableInput):
        list(ahjo.read_all(file))
    assert file.tell() < 10_000


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    """
    A file that is not there or not in UTF-8 is refused by its name.
    """
    with pytest.raises(kp.errors.UnreadableInput, match=r"none\.json: cannot be opened"):
        list(ahjo.read_all(tmp_path / "none.json"))
    (tmp_path / "latin.json").write_bytes('{"Title": "päätös"}'.encode("cp1252"))
    with pytest.raises(kp.errors.UnreadableInput, match=r"latin\.json: is not in UTF-8"):
        list(ahjo.read_all(tmp_path / "latin.json"))


@pytest.mark.slow
def test_real_exports() -> None:
    """
    Of every real object the system's own values are the decision's.
    """
    if not REAL.is_file():
        pytest.skip("the real exports are not at hand")
    items = [json.loads(line) for line in REAL.read_text(encoding="utf-8").splitlines()]
    for item, reading in zip(items, ahjo.read_all(REAL), strict=True):
        decision = reading.decision
        assert decision.title == " ".join(item["Title"].split())
        assert decision.section == item["Section"]
        label = item["CaseIDLabel"]
        assert (None if decision.record_id is None else str(decision.record_id)) == label
        assert (decision.classification or "") == item["ClassificationCode"]
        maker: Any = decision.maker
        assert getattr(maker, "name", getattr(maker, "title", None)) == item["Organization"]["Name"]
        meeting = item["Meeting"] and date.fromisoformat(item["Meeting"]["DateMeeting"][:10])
        assert decision.meeting_on == meeting
