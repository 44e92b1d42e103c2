"""
The command line, as a user meets it: an answer, or one sentence and exit status 2.
"""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

import kuntapaatos
from kuntapaatos import __main__ as program
from kuntapaatos.io import text
from kuntapaatos.io.cli import opening
from kuntapaatos.io.cli.options import COMMANDS, SHORT
from kuntapaatos.io.files import MAXIMUM_BYTES
from kuntapaatos.io.html import markup

EXAMPLES = Path(__file__).parents[1] / "docs" / "examples"
OFFICE = str(EXAMPLES / "viranhaltijapaatos.txt")
BOARD = str(EXAMPLES / "kunnanhallitus.txt")
PAGE = Path(OFFICE).read_text(encoding="utf-8")


class Ran(NamedTuple):
    """What a run came to."""

    status: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run the command line in this process."""

    def ran(*arguments: object) -> Ran:
        status = program.main([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return Ran(status, captured.out, captured.err)

    return ran


@pytest.fixture
def refused(run: Run) -> Callable[..., str]:
    """Run what cannot be answered; return the sentence that says why."""

    def ran(*arguments: object) -> str:
        status, out, err = run(*arguments)
        assert (status, out) == (2, "")
        assert err.startswith("kuntapaatos: ")
        assert err.endswith("\n")
        assert err.count("\n") == 1
        return err.removeprefix("kuntapaatos: ").rstrip("\n")

    return ran


def standing(content: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the standard input be these bytes."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))


def test_an_answer(run: Run) -> None:
    """
    A decision in, what it costs and until when to appeal it out.
    """
    status, out, err = run(OFFICE)
    assert (status, err) == (0, "")
    for part in (
        "Asianumero            KAJDno-2024-1799",
        "Maksu yhteensä        24 000,00 €",
        "kunnan jäsen  verkkojulkaisu    13.12.2024   20.12.2024  pe 3.1.2025  15.00",
        "Säännöt on tarkistettu 22.11.2026.",
    ):
        assert part in out


@pytest.mark.parametrize(
    ("options", "row"),
    [
        ("--letter 2024-12-10", "kirje 10.12.2024* 17.12.2024 ti 31.12.2024 15.00"),
        ("--letter=10.12.2024", "kirje 10.12.2024* 17.12.2024 ti 31.12.2024 15.00"),
        ("--email 2024-12-10", "sähköinen viesti 10.12.2024* 13.12.2024 pe 27.12.2024 15.00"),
        ("--receipt 2024-12-10", "saantitodistus 10.12.2024* 10.12.2024 pe 27.12.2024 15.00"),
        ("--published 2024-12-12", "verkkojulkaisu 12.12.2024* 19.12.2024 to 2.1.2025 16.00"),
        (
            "--letter 2024-12-10 --letter 2024-12-09",
            "kirje 9.12.2024* 16.12.2024 ma 30.12.2024 16.00",
        ),
    ],
    ids=["letter", "with an equals sign", "email", "receipt", "published", "repeated"],
)
def test_a_day_that_is_given(run: Run, options: str, row: str) -> None:
    """
    Every option gives its row a starting day.
    """
    status, out, _ = run(*options.split(), OFFICE)
    assert status == 0
    assert row in " ".join(out.split())


def test_what_else_is_given(run: Run) -> None:
    """
    Hours, a moment and the day of the decision are taken as people write them.
    """
    when = ("--at", "3.1.2025 klo 11.30", "--decided", "5.12.2024")
    status, out, _ = run(OFFICE, "--hours", "8-12; pe 8-11", *when)
    assert status == 0
    assert "5.12.2024 (annettu valinnalla --decided; ei tekstissä)" in out
    assert "pe 3.1.2025  11.00" in out
    assert "3.1.2025 klo 11.30: päättynyt, mahdollisesti myöhässä" in out


@pytest.mark.parametrize(
    ("page", "line"),
    [
        (
            "Oikaisuvaatimusohje\nOikaisuvaatimus on tehtävä 14 päivän kuluessa.",
            "muutoksenhakuohje",
        ),
        (
            "Kunnanhallitus 3.2.2025 § 14\nEsityslista\nPäätösehdotus\nHyväksytään sopimus.",
            "mitään ei ole vielä päätetty",
        ),
    ],
    ids=["a bare instruction", "an agenda item"],
)
def test_less_than_a_decision(run: Run, tmp_path: Path, page: str, line: str) -> None:
    """
    An instruction alone and an agenda item have an answer too.
    """
    file = tmp_path / "sivu.txt"
    file.write_text(page, encoding="utf-8")
    status, out, _ = run(file)
    assert status == 0
    assert line in out


def test_standard_input(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    `-` reads what is piped in, the same as the file.
    """
    standing(PAGE.encode(), monkeypatch)
    assert run("-") == run(OFFICE)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_encodings(run: Run, monkeypatch: pytest.MonkeyPatch, encoding: str) -> None:
    """
    A file is read in the encoding it is in.
    """
    standing(PAGE.encode(encoding), monkeypatch)
    assert run("-").out == run(OFFICE).out


@pytest.mark.parametrize("option", ["--help", "-h"])
def test_help(run: Run, option: str) -> None:
    """
    The help names every option, fits a screen and shows an example.
    """
    status, out, err = run(option)
    assert (status, err) == (0, "")
    assert max(map(len, out.splitlines())) <= 80
    for name in ("TIEDOSTO", *COMMANDS[""], *SHORT, *SHORT.values()):
        assert f"  {name} " in out or f"{name}, " in out or f", {name} " in out
    assert "kuntapaatos paatos.txt --letter 10.12.2024" in out


def test_the_example_of_the_help(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    The example of the help runs.
    """
    monkeypatch.chdir(tmp_path)
    Path("paatos.txt").write_text(PAGE, encoding="utf-8")
    status, out, _ = run("paatos.txt", "--letter", "10.12.2024", "--at", "3.1.2025 14.00")
    assert status == 0
    assert "avoinna" in out


@pytest.mark.parametrize("option", ["--version", "-V"])
def test_version(run: Run, option: str) -> None:
    """
    The version says on which day the rules were checked.
    """
    law = kuntapaatos.LAW_AS_OF
    day = f"{law.day}.{law.month}.{law.year}"
    expected = f"kuntapaatos {kuntapaatos.__version__}, säännöt tarkistettu {day}\n"
    assert run(option) == (0, expected, "")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ([], "anna yksi tiedosto tai - (ohje: kuntapaatos --help)"),
        ([""], "anna yksi tiedosto tai - (ohje: kuntapaatos --help)"),
        ([OFFICE, ""], "anna yksi tiedosto tai - (ohje: kuntapaatos --help)"),
        (["--bogus", OFFICE], "--bogus on tuntematon valinta (ohje: kuntapaatos --help)"),
        (["-x", OFFICE], "-x on tuntematon valinta (ohje: kuntapaatos --help)"),
        (["--h"], "--h on tuntematon valinta (ohje: kuntapaatos --help)"),
        ([OFFICE, "--letter"], "--letter vaatii arvon (ohje: kuntapaatos --help)"),
        (["--help=x"], "--help ei ota arvoa (ohje: kuntapaatos --help)"),
        (
            ["--published", "1.1.2025", "--published", "2.1.2025", OFFICE],
            "--published on annettu kahdesti eri arvoin",
        ),
        (
            ["--letter", "eilen", OFFICE],
            (
                "--letter: päivä kirjoitetaan 2024-12-13 tai 13.12.2024 ja on vuosilta 1992–2100; "
                "annettu ”eilen”"
            ),
        ),
        (
            ["--email", "1.1.1985", OFFICE],
            (
                "--email: päivä kirjoitetaan 2024-12-13 tai 13.12.2024 ja on vuosilta 1992–2100; "
                "annettu ”1.1.1985”"
            ),
        ),
        (
            ["--hours", "aina", OFFICE],
            '--hours: ajat kirjoitetaan kuten "8.00-16.00; pe, aatto 8.00-15.00"; annettu ”aina”',
        ),
        (
            ["--at", "3.1.2025", OFFICE],
            (
                '--at: hetki kirjoitetaan kuten "2025-01-03 14.00" ja on vuosilta 1992–2100; '
                "annettu ”3.1.2025”"
            ),
        ),
    ],
    ids=lambda value: " ".join(map(str, value))[-30:] if isinstance(value, list) else "",
)
def test_bad_options(refused: Callable[..., str], arguments: list[str], sentence: str) -> None:
    """
    An option that cannot be right is refused with what would have been right.
    """
    assert refused(*arguments) == sentence


def test_the_same_twice(run: Run) -> None:
    """
    The same said twice is no contradiction.
    """
    assert run("--published", "2024-12-13", "--published", "13.12.2024", OFFICE).status == 0


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "on tyhjä"),
        (b" \n\t \n", "on tyhjä"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)), "ei ole tekstitiedosto"),
        (
            b"PK\x03\x04" + b"x" * 40,
            "on tekstinkäsittelyohjelman asiakirja; tallenna se tekstinä tai PDF:nä",
        ),
        (
            "Päätöksestä tehty ehdotus".encode("cp850"),
            "on merkistössä, jota ei tunneta; tallenna se UTF-8-tekstinä",
        ),
        (
            "Hyvää huomenta, tänään on kaunis päivä.".encode(),
            "ei ole päätös: tekstistä ei löydy päätöstä eikä muutoksenhakuohjetta",
        ),
    ],
    ids=["empty", "blank", "binary", "a word processor's", "an old encoding", "no decision"],
)
def test_bad_files(
    refused: Callable[..., str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    content: bytes,
    sentence: str,
) -> None:
    """
    What cannot be read as a decision is refused in one sentence, from a file and from a pipe.
    """
    file = tmp_path / "paatos.txt"
    file.write_bytes(content)
    monkeypatch.chdir(tmp_path)
    assert refused("paatos.txt") == f"paatos.txt {sentence}"
    standing(content, monkeypatch)
    assert refused("-") == f"vakiosyöte {sentence}"


def test_too_large(refused: Callable[..., str], monkeypatch: pytest.MonkeyPatch) -> None:
    """
    A file is read up to a limit, and refused beyond it.
    """
    standing(b"a" * (MAXIMUM_BYTES + 2), monkeypatch)
    assert refused("-") == "vakiosyöte on liian suuri: enintään 50 Mt luetaan"


def test_no_file(refused: Callable[..., str], tmp_path: Path) -> None:
    """
    A file that is not there, a folder and a name that cannot be are named in a sentence.
    """
    assert refused(tmp_path / "puuttuu.txt").startswith("tiedostoa ei ole: ")
    assert refused(tmp_path).endswith(
        " on kansio; --csv TIEDOSTO kirjoittaa rivin kustakin sen päätöksestä"
    )
    assert refused("a\0b") == "tiedostoa ei voi avata: ab (nimi ei kelpaa)"
    assert refused(Path(OFFICE) / "x").startswith("tiedostoa ei voi avata: ")


def test_an_extra_is_missing(
    refused: Callable[..., str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """
    A kind of file that needs an extra says which.
    """
    monkeypatch.setitem(sys.modules, "pypdf", None)
    file = tmp_path / "paatos.pdf"
    file.write_bytes(b"%PDF-1.7\n")
    assert refused(file).endswith("paatos.pdf vaatii lisäosan: pip install 'kuntapaatos[pdf]'")


def test_other_reasons(refused: Callable[..., str], monkeypatch: pytest.MonkeyPatch) -> None:
    """
    A reason without a Finnish sentence is still told.
    """

    def load(*_: object) -> str:
        raise kuntapaatos.errors.UnreadableInput("x", "is of another kind")

    monkeypatch.setattr(opening, "open_document", load)
    assert refused(BOARD).endswith(" ei ole luettavissa tekstiksi (is of another kind)")


def test_every_reason_has_a_sentence() -> None:
    """
    No reason of a file that cannot be read is left to its English text.
    """
    assert set(opening.UNREADABLE) == set(kuntapaatos.errors.Unreadable)


def test_reasons_keep_their_numbers(
    refused: Callable[..., str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """
    A Finnish reason names the bound that the file goes beyond.
    """
    file = tmp_path / "sivu.html"
    monkeypatch.setattr(markup, "MAXIMUM_MARKS", 5_000)
    file.write_text("<b>" * 5_001, encoding="utf-8")
    assert refused(file).endswith(
        "sivu.html sisältää yli 5 000 tunnistetta ja määritettä, mikä on liikaa"
    )
    file.write_bytes(b"a" * 10_000_001)
    assert refused(file).endswith("sivu.html on liian suuri: enintään 10 Mt luetaan")


def test_interrupted(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    Ctrl-C ends it without a word.
    """

    def read(_: str) -> text.Reading:
        raise KeyboardInterrupt

    monkeypatch.setattr(text, "read", read)
    assert run(OFFICE) == (130, "", "")


def test_a_poor_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    """
    A screen that has only ASCII gets the whole answer in ASCII.
    """
    printed = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(printed, encoding="ascii"))
    assert program.main([OFFICE]) == 0
    assert b"13.12.2024 -> 20.12.2024 tiedoksisaanti" in printed.getvalue()


def test_nobody_reads_on(monkeypatch: pytest.MonkeyPatch, run: Run) -> None:
    """
    A reader who has seen enough is no error, and nothing is said of it.
    """
    reading, writing = os.pipe()
    os.close(reading)
    with monkeypatch.context() as patched, os.fdopen(writing, "w", encoding="utf-8") as pipe:
        patched.setattr(sys, "stdout", pipe)
        assert program.main([OFFICE]) == 0
    assert run("--version").err == ""


class Full(io.StringIO):
    """A disk that is full."""

    def write(self, _: str) -> int:
        raise OSError(28, "No space left on device")


def test_a_full_disk(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """
    An answer that cannot be written is no answer.
    """
    monkeypatch.setattr(sys, "stdout", Full())
    assert program.main([OFFICE]) == 1
    expected = "kuntapaatos: vastausta ei voi kirjoittaa: No space left on device\n"
    assert capsys.readouterr().err == expected


def process(*arguments: str, stdout: int) -> subprocess.CompletedProcess[bytes]:
    """Run `python -m kuntapaatos` as a process of its own."""
    return subprocess.run(
        [sys.executable, "-W", "error", "-m", "kuntapaatos", *arguments],
        check=False,
        stdout=stdout,
        stderr=subprocess.PIPE,
    )


@pytest.mark.slow
def test_as_a_module() -> None:
    """
    `python -m kuntapaatos` is the same program, with the same exit status.
    """
    ran = process(OFFICE, stdout=subprocess.PIPE)
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert b"KAJDno-2024-1799" in ran.stdout
    ran = process("puuttuu.txt", stdout=subprocess.PIPE)
    assert (ran.returncode, ran.stdout) == (2, b"")
    assert ran.stderr.count(b"\n") == 1


@pytest.mark.slow
def test_a_closed_pipe() -> None:
    """
    As a process too, a pipe that nobody reads ends it quietly.
    """
    reading, writing = os.pipe()
    os.close(reading)
    try:
        ran = process(OFFICE, stdout=writing)
    finally:
        os.close(writing)
    assert (ran.returncode, ran.stderr) == (0, b"")


@pytest.mark.slow
def test_what_is_loaded() -> None:
    """
    An answer takes neither holidays nor numpy, which would cost most of its time.
    """
    code = (
        "import sys; from kuntapaatos.__main__ import main; main(sys.argv[1:]); "
        "assert not {'holidays', 'numpy'} & set(sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", code, OFFICE], check=False, capture_output=True)
    assert (ran.returncode, ran.stderr) == (0, b"")


# --- whole minutes ------------------------------------------------------------------------

MINUTES = str(EXAMPLES / "poytakirja.txt")


def test_minutes(run: Run) -> None:
    """
    Of minutes each item is listed with what came of it and until when it can be appealed.
    """
    status, out, _ = run(MINUTES, "--letter", "7.2.2025")
    assert status == 0
    assert "Kokous                3.2.2025\n" in out
    assert "Tarkastettu           5.2.2025\n" in out
    _, _, item = out.partition("§ 14 Kirjastoauton hankinta\n")
    item, _, _ = item.partition("§ 15")
    assert "- hyväksytty\n" in item
    assert "oikaisuvaatimus, kunnan jäsen (verkkojulkaisu 6.2.2025): to 27.2.2025" in item
    assert "oikaisuvaatimus, asianosainen (kirje 7.2.2025, oletettu): pe 28.2.2025" in item


def test_a_section_of_minutes(run: Run) -> None:
    """
    One section is answered for as any decision.
    """
    status, out, _ = run(MINUTES, "--section", "§ 14")
    assert status == 0
    assert out.startswith("Kirjastoauton hankinta\n")
    assert "Julkaistu             6.2.2025\n" in out


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        pytest.param(
            (MINUTES, "--section", "16"),
            f"asiakirjassa {MINUTES} ei ole pykälää 16; siinä ovat pykälät 13, 14, 15",
            id="a section that is not there",
        ),
        pytest.param(
            (OFFICE, "--section", "16"),
            f"asiakirjassa {OFFICE} ei ole pykälää 16; siinä ovat pykälät 23",
            id="a decision of another section",
        ),
        pytest.param(
            (MINUTES, "--ics"),
            f"{MINUTES} on kokouksen pöytäkirja; valitse --section: 13, 14, 15",
            id="a calendar of all items",
        ),
    ],
)
def test_minutes_refused(
    refused: Callable[..., str], arguments: tuple[str, ...], sentence: str
) -> None:
    """
    A section that minutes do not have is refused with those that they have.
    """
    assert refused(*arguments) == sentence


def test_a_section_of_no_minutes(refused: Callable[..., str], tmp_path: Path) -> None:
    """
    A text without sections is no minutes.
    """
    path = tmp_path / "ohje.txt"
    path.write_text("Oikaisuvaatimusohje\nOikaisuvaatimus on tehtävä 14 päivän kuluessa.\n")
    assert refused(path, "--section", "16").endswith("ei ole pykälää 16; se ei ole pöytäkirja")


def test_minutes_as_json(
    run: Run, refused: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    Minutes go to another program item by item, with the sections of each instruction.
    """
    document = json.loads(run(MINUTES, "--json").out)
    assert [item["section"] for item in document["items"]] == ["13", "14", "15"]
    assert [one["sections"] for one in document["instructions"]] == [["13", "15"], ["14"]]
    assert document["items"][1]["deadlines"][0]["value"]["last_day"] == "2025-02-27"
    assert (document["checked_on"], document["problems"]) == ("2025-02-05", [])
    monkeypatch.setitem(sys.modules, "cattrs", None)
    for name in [name for name in sys.modules if name.startswith("kuntapaatos.io.json")]:
        monkeypatch.delitem(sys.modules, name)
    assert refused(MINUTES, "--json").startswith("--json vaatii lisäosan: ")


def test_minutes_that_cannot_be_cut(run: Run, tmp_path: Path) -> None:
    """
    A bulletin whose matters have no section signs is still answered for as a whole.
    """
    path = tmp_path / "tiedote.txt"
    path.write_text(
        "Kunnanhallitus 3.2.2025\n\n1\nAura\nPäätös\nOstetaan.\n\n2\nTie\nPäätös\nNimetään.\n\n"
        "3\nSilta\nPäätös\nKorjataan.\n",
        encoding="utf-8",
    )
    status, out, _ = run(path)
    assert status == 0
    assert "useita päätöksiä" in out


COUNT = ("count", "--letter", "10.12.2024", "--days")


@pytest.mark.parametrize(
    ("arguments", "lines"),
    [
        pytest.param(
            (*COUNT, "14", "--hours", "ma–to 8–16, pe 8–14"),
            ["asianosainen: määräaika päättyy 31.12.2024; asiakirjan on oltava perillä ennen",
             "17.12.2024 → 31.12.2024: määräaika 14 päivää (150/1930 2 §)"],
            id="a letter with the hours",
        ),
        pytest.param(
            (*COUNT, "6 månader", "--email", "11.12.2024", "--language", "sv"),
            ["part: tidsfristen går ut 17.6.2025; klockslaget är inte känt.",
             "part: tidsfristen går ut 16.6.2025; klockslaget är inte känt."],
            id="two notices in Swedish",
        ),
        pytest.param(
            ("count", "--receipt", "10.12.2024", "--days", "14"),
            ["asianosainen: määräaika päättyy 27.12.2024; kellonaika ei ole tiedossa."],
            id="a receipt",
        ),
        pytest.param(
            ("count", "--published", "1.6.2017", "--days", "14", "--decided", "1.6.2017"),
            ["kunnan jäsen: määräaika päättyy 22.6.2017; kellonaika ei ole tiedossa."],
            id="minutes, with the decision's day",
        ),
        pytest.param(
            ("count", "--published", "1.6.2017", "--days", "14"),
            ["kunnan jäsen: määräaika päättyy 15.6.2017; kellonaika ei ole tiedossa.",
             "Avoin kysymys: päätöspäivä puuttuu."],
            id="minutes of about a change of the law",
        ),
    ],
)  # fmt: skip
def test_count(run: Run, arguments: tuple[str, ...], lines: list[str]) -> None:
    """
    A last day is counted without a document, by the rules alone, with its steps and doubts.
    """
    status, out, err = run(*arguments)
    assert (status, err) == (0, "")
    for line in lines:
        assert line in out.replace("\xa0", " ")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("count", "--days", "14"), "anna tiedoksiannon päivä, kuten --letter 10.12.2024"),
        (COUNT[:3], "anna määräaika, kuten --days 14"),
        ((*COUNT, "14", OFFICE), "count laskee ilman asiakirjaa: anna vain valinnat"),
        ((*COUNT, "0"), "--days: määräaika kirjoitetaan kuten 14"),
        ((*COUNT, "kaksi"), "--days: määräaika kirjoitetaan kuten 14"),
        (
            (*COUNT, "14", "--decided", "12.12.2024"),
            "määräaikaa ei voi laskea: päätös olisi tehty vasta tiedoksiannon jälkeen",
        ),
        (
            ("count", "--letter", "2.1.1992", "--days", "14"),
            "määräaikaa ei voi laskea: tälle tiedoksiantotavalle ei tunneta sen päivän sääntöä",
        ),
        ((*COUNT, "14", "--at", "1.1.2025 10.00"), "--at on tuntematon valinta"),
    ],
)
def test_count_refused(
    refused: Callable[..., str], arguments: tuple[str, ...], sentence: str
) -> None:
    """
    What cannot be counted is one sentence with what to give.
    """
    assert sentence in refused(*arguments)
