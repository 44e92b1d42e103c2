from __future__ import annotations

import contextlib
import io
import json
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from icalendar import Calendar

from kuntapaatos import __main__ as program
from kuntapaatos.deadline import Deadline
from kuntapaatos.decision import Decision
from kuntapaatos.final import Finality, Missing
from kuntapaatos.io.export import as_json
from kuntapaatos.io.json import from_dict
from kuntapaatos.io.report import Known
from kuntapaatos.io.text import read
from kuntapaatos.law import KUNTALAKI

OFFICE = str(Path(__file__).parents[2] / "docs" / "examples" / "viranhaltijapaatos.txt")


class Ran(NamedTuple):
    """What a run came to."""

    status: int
    out: bytes
    err: str


def run(capfdbinary: pytest.CaptureFixture[bytes], *arguments: str) -> Ran:
    """Run the command line in this process; its answer as bytes."""
    status = program.main(list(arguments))
    captured = capfdbinary.readouterr()
    return Ran(status, captured.out, captured.err.decode())


def test_json(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """
    `--json` gives the decision and each deadline as documents that are read back.
    """
    ran = run(capfdbinary, "--json", OFFICE, "--letter", "10.12.2024")
    assert (ran.status, ran.err) == (0, "")
    found = json.loads(ran.out)
    assert (
        from_dict(found["decision"], Decision)
        == read(Path(OFFICE).read_text(encoding="utf-8")).decision
    )
    deadlines = [from_dict(one, Deadline) for one in found["deadlines"]]
    assert [one.last_day for one in deadlines] == [date(2024, 12, 31), date(2025, 1, 3)]
    assert [one["option"] for one in found["unknown"]] == ["--email"]
    assert all(set(problem) == {"code", "field", "span"} for problem in found["problems"])


@pytest.mark.parametrize(
    ("letter", "final_on", "missing"),
    [
        pytest.param(["--letter", "10.12.2024"], date(2025, 1, 4), [], id="both clocks run"),
        pytest.param([], None, [Missing.NOT_TOLD], id="nobody was told"),
    ],
)
def test_json_of_finality(
    capfdbinary: pytest.CaptureFixture[bytes],
    letter: list[str],
    final_on: date | None,
    missing: list[Missing],
) -> None:
    """
    `--json` says of each remedy when the decision is final, or which clock is missing.
    """
    (entry,) = json.loads(run(capfdbinary, "--json", OFFICE, *letter).out)["finality"]
    answer = from_dict(entry["answer"], Finality)
    assert (entry["remedy"], answer.final_on) == ("oikaisuvaatimus", final_on)
    assert [one.missing for one in answer.missing] == missing


def test_json_of_evidence(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """
    `--json` says of each field where it stands in the text.
    """
    page = Path(OFFICE).read_text(encoding="utf-8")
    found = json.loads(run(capfdbinary, "--json", OFFICE).out)["found"]
    spans = {one["field"]: one["span"] for one in found}
    start, end = spans["section"]
    assert page[start:end] == "23"
    assert len(found) == len(read(page).found)


def test_json_links_the_sections_behind_a_day() -> None:
    """
    Each section that a counted day rests on has its page, once; without a day there is none.
    """
    reading = read(Path(OFFICE).read_text(encoding="utf-8"))
    links = json.loads(as_json(reading, Known()))["links"]
    assert set(links) == {"Kuntalaki 138 §", "Kuntalaki 140 §", "150/1930 2 §", "150/1930 6 §"}
    assert links["Kuntalaki 138 §"] == KUNTALAKI("138 §").url
    undated = read("Kunnanhallitus 3.2.2025 § 14\nPäätös\nHyväksyttiin.")
    assert json.loads(as_json(undated, Known()))["links"] == {}


@pytest.mark.parametrize(
    ("at", "stamp"),
    [
        pytest.param([], datetime(2026, 11, 22, tzinfo=UTC), id="the day of the rules"),
        pytest.param(["--at", "3.1.2025 14.00"], datetime(2025, 1, 3, 12, tzinfo=UTC), id="the moment asked about"),
    ],
)  # fmt: skip
def test_ics(capfdbinary: pytest.CaptureFixture[bytes], at: list[str], stamp: datetime) -> None:
    """
    `--ics` gives the counted last days as a calendar, stamped without a look at the clock.
    """
    ran = run(capfdbinary, "--ics", OFFICE, "--language", "sv", *at)
    assert (ran.status, ran.err) == (0, "")
    day: Any = Calendar.from_ical(ran.out).subcomponents[0]
    assert (day["dtstart"].dt, day["dtstamp"].dt) == (date(2025, 1, 3), stamp)
    assert "§ 23" in str(day["summary"])
    assert str(day["summary"]).startswith("Sista dagen: begäran om omprövning, kommunmedlem: ")
    assert ran.out.count(b"\n") == ran.out.count(b"\r\n") > 0


def test_a_stream_of_texts() -> None:
    """
    Where the output takes texts alone, as in a notebook, it is the same text.
    """
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        assert program.main(["--json", OFFICE]) == 0
    assert from_dict(json.loads(printed.getvalue())["decision"]).section == "23"


def test_nothing_to_put_in_a_calendar(
    capfdbinary: pytest.CaptureFixture[bytes], tmp_path: Path
) -> None:
    """
    Without a last day there is no calendar, but a sentence that says what to give.
    """
    page = tmp_path / "paatos.txt"
    page.write_text("Kunnanhallitus 3.2.2025 § 14\nPäätös\nHyväksyttiin.", encoding="utf-8")
    ran = run(capfdbinary, "--ics", str(page))
    assert (ran.status, ran.out) == (2, b"")
    assert (
        ran.err
        == "kuntapaatos: yhtään viimeistä päivää ei voi laskea; anna esimerkiksi --letter PÄIVÄ\n"
    )


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        pytest.param(["--json", "--ics", OFFICE], "valitse --json tai --ics", id="both"),
        pytest.param(["--json=x", OFFICE], "--json ei ota arvoa (ohje: kuntapaatos --help)", id="a value"),
        pytest.param(["review", "--json", OFFICE], "--json on tuntematon valinta (ohje: kuntapaatos --help)", id="a review"),
    ],
)  # fmt: skip
def test_misused(
    capfdbinary: pytest.CaptureFixture[bytes], arguments: list[str], sentence: str
) -> None:
    """
    One form is chosen, a flag takes no value, and a review has its own formats.
    """
    assert run(capfdbinary, *arguments) == Ran(2, b"", f"kuntapaatos: {sentence}\n")


@pytest.mark.parametrize("form", [["--json"], ["--ics"], ["--language", "sv"]], ids=" ".join)
def test_into_a_file(
    capfdbinary: pytest.CaptureFixture[bytes], tmp_path: Path, form: list[str]
) -> None:
    """
    `--output` writes what would be printed, the same bytes, and prints nothing.
    """
    printed = run(capfdbinary, *form, OFFICE)
    target = tmp_path / "vastaus"
    assert run(capfdbinary, *form, OFFICE, "--output", str(target)) == Ran(0, b"", "")
    assert target.read_bytes() == printed.out
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        pytest.param(["review", OFFICE], 1, id="a review with findings"),
        pytest.param(["instruction", str(Path(OFFICE).with_name("ohje.toml"))], 0, id="an instruction"),
    ],
)  # fmt: skip
def test_other_answers_into_a_file(
    capfdbinary: pytest.CaptureFixture[bytes], tmp_path: Path, arguments: list[str], status: int
) -> None:
    """
    A review and an instruction go to a file too, with their own exit status.
    """
    printed = run(capfdbinary, *arguments)
    target = tmp_path / "vastaus.txt"
    ran = run(capfdbinary, *arguments, "--output", str(target))
    assert (ran.status, ran.out, printed.status) == (status, b"", status)
    assert target.read_bytes() == printed.out


def test_where_no_file_can_be(capfdbinary: pytest.CaptureFixture[bytes], tmp_path: Path) -> None:
    """
    What cannot be written is a sentence, and what was there stays.
    """
    ran = run(capfdbinary, OFFICE, "--json", "--output", str(tmp_path / "puuttuu" / "x.json"))
    assert (ran.status, ran.out) == (1, b"")
    assert ran.err.startswith("kuntapaatos: vastausta ei voi kirjoittaa: ")
    ran = run(capfdbinary, str(tmp_path / "puuttuu.txt"), "--output", str(tmp_path / "x"))
    assert ran.status == 2
    assert list(tmp_path.iterdir()) == []
    assert run(capfdbinary, OFFICE, "--output", "a\0b").status == 2
    assert (
        run(capfdbinary, OFFICE, "--output", "").err
        == "kuntapaatos: --output: anna tiedoston nimi; annettu ””\n"
    )


def test_not_over_the_decision(capfdbinary: pytest.CaptureFixture[bytes], tmp_path: Path) -> None:
    """
    The decision that is read is never written over.
    """
    page = tmp_path / "paatos.txt"
    page.write_bytes(Path(OFFICE).read_bytes())
    ran = run(capfdbinary, str(page), "--output", str(tmp_path / "." / "paatos.txt"))
    assert ran.status == 2
    assert "luettavan tiedoston päälle" in ran.err
    assert page.read_bytes() == Path(OFFICE).read_bytes()


@pytest.mark.parametrize(("flag", "module"), [("--json", "cattrs"), ("--ics", "icalendar")])
def test_without_the_extra(
    capfdbinary: pytest.CaptureFixture[bytes],
    monkeypatch: pytest.MonkeyPatch,
    flag: str,
    module: str,
) -> None:
    """
    Without its extra each form says how to get it.
    """
    for name in list(sys.modules):
        if name.startswith(("kuntapaatos.io.json", "kuntapaatos.io.ical")):
            monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, module, None)
    ran = run(capfdbinary, flag, OFFICE)
    assert ran == Ran(
        2, b"", f"kuntapaatos: {flag} vaatii lisäosan: pip install 'kuntapaatos[{flag[2:]}]'\n"
    )
