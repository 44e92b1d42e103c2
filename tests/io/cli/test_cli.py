"""
The command line in three languages, for many files, and for a count that goes onward.
"""

from __future__ import annotations

import csv
import json
import string
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kuntapaatos import __main__ as program
from kuntapaatos.io.cli.folder import as_csv
from kuntapaatos.io.cli.help import help_text
from kuntapaatos.io.cli.opening import UNREADABLE
from kuntapaatos.io.cli.options import COMMANDS, SHORT, language_of_all
from kuntapaatos.io.cli.refusing import Refused
from kuntapaatos.io.wording.voice import Voice

EXAMPLES = Path(__file__).parents[3] / "docs" / "examples"
OFFICE = str(EXAMPLES / "viranhaltijapaatos.txt")
BOARD = str(EXAMPLES / "kunnanhallitus.txt")
MINUTES = str(EXAMPLES / "poytakirja.txt")
COUNT = ("count", "--letter", "10.12.2024", "--days", "14")

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    """Run the command line; return the status and what it wrote."""

    def ran(*arguments: object) -> tuple[int, str, str]:
        status = program.main([str(argument) for argument in arguments])
        out, err = capfdbinary.readouterr()
        return status, out.decode(), err.decode()

    return ran


# --- languages ------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_help(language: str) -> None:
    """
    The help names every option in each language, and fits a screen.
    """
    said = help_text(Voice(language))
    assert max(map(len, said.splitlines())) <= 80
    for options in COMMANDS.values():
        assert all(f"  {name} " in said for name in options)
    assert all(name in said for name in SHORT)
    assert "{" not in said


@pytest.mark.parametrize(
    ("arguments", "language"),
    [
        (["--language", "sv", "a"], "sv"),
        (["a", "--language=en"], "en"),
        (["--language"], "fi"),
        (["--language", "xx"], "fi"),
        (["--letter", "x"], "fi"),
    ],
)
def test_language_of_a_refusal(arguments: list[str], language: str) -> None:
    """
    A refusal is in the language that was asked, whatever else is wrong.
    """
    assert language_of_all(arguments) == language


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--language", "sv"], "ange en fil, eller - för standardinmatningen (hjälp: kunta"),
        (["--language", "en", "puuttuu.txt"], "there is no such file: puuttuu.txt"),
        (["--language=sv", "--letter", "x", OFFICE], "--letter: en dag skrivs 2024-12-13 eller"),
        (["--language=en", "--letter", "x", OFFICE], "given “x”"),
        ([OFFICE, "--section", " "], "--section: anna pykälän numero, kuten 14"),
        (["--language=en", "--bogus"], "--bogus is not an option here (help: kuntapaatos --help)"),
        (["--language=xx", OFFICE], "--language: kieli on en, fi tai sv; annettu ”xx”"),
        (["--language=sv", MINUTES, "--section", "9"], "den har paragraferna 13, 14, 15"),
        (["--language=en", OFFICE, "--json", "--ics"], "choose --json or --ics"),
        (["--language=sv", str(EXAMPLES)], "är en mapp; --csv FIL skriver en rad för varje beslut"),
    ],
)
def test_refused(run: Run, arguments: list[str], sentence: str) -> None:
    """
    Each refusal is one sentence in the language that was asked.
    """
    status, out, err = run(*arguments)
    assert (status, out) == (2, "")
    assert sentence in err
    assert err.count("\n") == 1


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize("phrase", UNREADABLE.values())
def test_reasons(language: str, phrase: str) -> None:
    """
    Every reason of a file that cannot be read has its sentence in each language.
    """
    names = [name for _, name, _, _ in string.Formatter().parse(phrase) if name]
    said = Refused(phrase, **dict.fromkeys(names, "X")).said(Voice(language))
    assert said.count("X") == len(names)


# --- several files ----------------------------------------------------------------------------


def test_several_files(run: Run) -> None:
    """
    Several files are answered one after another, each under its name.
    """
    status, out, err = run(OFFICE, "puuttuu.txt", BOARD, "toinen.txt")
    assert status == 2
    assert out.count("#\n\n") == 2
    assert err.splitlines() == [
        "kuntapaatos: tiedostoa ei ole: puuttuu.txt",
        "kuntapaatos: tiedostoa ei ole: toinen.txt",
    ]
    assert run(OFFICE, BOARD)[0] == 0


def test_several_files_of_standard_input(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    What is piped in is one of them.
    """
    monkeypatch.setattr(sys, "stdin", Path(OFFICE).open(encoding="utf-8"))  # noqa: SIM115
    status, out, _ = run("-", BOARD)
    sys.stdin.close()
    assert status == 0
    assert out.startswith("vakiosyöte\n##########\n")


def test_several_files_reviewed(run: Run) -> None:
    """
    A review of several files fails where one does.
    """
    assert run("review", OFFICE, BOARD)[0] == 1


def test_several_files_for_a_program(run: Run) -> None:
    """
    For another program several files are a table.
    """
    assert "taulukkona: --csv TIEDOSTO" in run(OFFICE, BOARD, "--json")[2]


# --- a table ------------------------------------------------------------------------------------


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_a_folder(run: Run, tmp_path: Path) -> None:
    """
    Of a folder each decision, or item of minutes, is a row with its last days and sums.
    """
    folder = tmp_path / "päätökset"
    (folder / "sub").mkdir(parents=True)
    for name in (OFFICE, MINUTES):
        content = Path(name).read_bytes()
        (folder / Path(name).name).write_bytes(content)
    (folder / "sub" / "kuva.png").write_bytes(b"\x89PNG\0\0")
    (folder / ".piilo").write_text("x")
    into = folder / "rivit.csv"
    into.write_text("vanha")
    status, out, err = run(folder, "--csv", into, "--letter", "7.2.2025")
    assert (status, out, err) == (0, "", "")
    rows = _rows(into)
    assert [(Path(row["path"]).name, row["section"]) for row in rows] == [
        *(("poytakirja.txt", "13"), ("poytakirja.txt", "14"), ("poytakirja.txt", "15")),
        *(("kuva.png", ""), ("viranhaltijapaatos.txt", "23")),
    ]
    item, broken, office = rows[1], rows[3], rows[4]
    assert item["member_last_day"] == "2025-02-27"
    assert item["party_last_day"] == "2025-02-28"
    assert office["member_closes_at"] == "2025-01-03T15:00:00+02:00"
    assert office["total_fee"] == "24000.00"
    assert broken["is_decision"] == ""
    assert broken["error"].endswith("kuva.png ei ole tekstitiedosto")
    assert run(folder, "--csv", into)[0] == 0
    assert len(_rows(into)) == 5


def test_files_to_a_table(run: Run, tmp_path: Path) -> None:
    """
    Files are rows in the order in which they were given.
    """
    into = tmp_path / "t.csv"
    assert run(BOARD, OFFICE, "--csv", into)[0] == 0
    assert [Path(row["path"]).name for row in _rows(into)] == [
        *("kunnanhallitus.txt", "viranhaltijapaatos.txt")
    ]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ([], "anna yksi tiedosto"),
        ([OFFICE, "--json"], "--csv annetaan ilman valintoja"),
        ([OFFICE, "--section", "23"], "--csv annetaan ilman valintoja"),
        ([OFFICE, "--output", "x.txt"], "--csv annetaan ilman valintoja"),
    ],
)
def test_no_table(run: Run, tmp_path: Path, arguments: list[str], sentence: str) -> None:
    """
    A table goes with no other form.
    """
    status, _, err = run(*arguments, "--csv", tmp_path / "t.csv")
    assert (status, sentence in err) == (2, True)


def test_a_table_is_not_written_over_what_is_read(run: Run, tmp_path: Path) -> None:
    """
    The file that is read stays as it is.
    """
    path = tmp_path / "a.txt"
    path.write_text("x")
    assert "ei kirjoiteta luettavan tiedoston päälle" in run(path, "--csv", path)[2]
    assert path.read_text() == "x"


def test_a_folder_that_cannot_be_opened(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    A folder that cannot be opened is refused in one sentence.
    """

    def scandir(_: object) -> object:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("os.scandir", scandir)
    status, _, err = run(tmp_path, "--csv", tmp_path / "t.csv")
    assert (status, err.count("\n")) == (2, 1)


def test_cells() -> None:
    """
    No cell is a formula, no line of a cell a line of the table; no rows give no columns.
    """
    assert as_csv([]) == "\n"
    assert as_csv([{"a": "=1\n+2", "b": True}]) == "a,b\n'=1 +2,True\n"


# --- a count ------------------------------------------------------------------------------------


def test_a_count_for_a_program(run: Run) -> None:
    """
    A count goes to another program with its sections, and to a calendar.
    """
    document = json.loads(run(*COUNT, "--json")[1])
    assert document["deadlines"][0]["value"]["last_day"] == "2024-12-31"
    assert document["links"]
    status, calendar, _ = run(*COUNT, "--ics", "--language", "sv")
    assert status == 0
    assert "DTSTART;VALUE=DATE:20241231" in calendar
    assert "valitse --json tai --ics" in run(*COUNT, "--ics", "--json")[2]


@pytest.mark.parametrize(("flag", "module"), [("--json", "cattrs"), ("--ics", "icalendar")])
def test_a_count_without_an_extra(
    run: Run, monkeypatch: pytest.MonkeyPatch, flag: str, module: str
) -> None:
    """
    A form that needs an extra says which.
    """
    monkeypatch.setitem(sys.modules, module, None)
    for name in [
        one for one in sys.modules if one.startswith(("kuntapaatos.io.json", "kuntapaatos.io.ical"))
    ]:
        monkeypatch.delitem(sys.modules, name)
    status, _, err = run(*COUNT, flag)
    assert (status, f"{flag} vaatii lisäosan: " in err) == (2, True)


def test_a_count_that_ends_too_late(run: Run) -> None:
    """
    A day outside the years is told as one.
    """
    _, _, err = run("count", "--letter", "30.12.2100", "--days", "14")
    assert "1992–2100" in err


WORDS = [
    *(name for name in COMMANDS[""] if name not in {"--csv", "--output"}),
    *("--days", "count", "review", "x", "", "--", "--language", "sv", "1.1.2025"),
]


@given(st.lists(st.sampled_from(WORDS), max_size=5))
def test_any_options(arguments: list[str]) -> None:
    """
    Any line is answered, or refused with one of ours.
    """
    assert program.main(arguments) in {0, 1, 2}
