"""
What a clerk gets: findings in three forms, answers in three languages, an instruction from TOML.
"""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kuntapaatos.errors import InvalidValue
from kuntapaatos.findings import review
from kuntapaatos.io.clerk import places, reviewed, shown_findings, shown_minutes
from kuntapaatos.io.text import read, read_minutes

EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"
OFFICE = str(EXAMPLES / "viranhaltijapaatos.txt")
BOARD = "Kunnanhallitus 3.2.2025 § 14\nVuokrasopimus\nPäätös\nHyväksyttiin.\n"
EARLY = (
    "Kunnanhallitus 3.2.2025 § 14\nVuokrasopimus\nPäätös\nHyväksyttiin.\n\n"
    "Päätös on julkaistu kunnan verkkosivuilla 1.2.2025\n"
)

Run = Callable[..., tuple[int, str, str]]


def _file(folder: Path, content: str, name: str = "paatos.txt") -> Path:
    path = folder / name
    path.write_text(content, encoding="utf-8")
    return path


# --- review -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "line"),
    [
        (
            "fi",
            "KP201 muutoksenhakuohje tai -kielto puuttuu: pitäisi olla oikaisuvaatimus, 14 päivää (Kuntalaki 141 §).",
        ),
        (
            "sv-FI",
            "KP201 anvisning om ändringssökande eller besvärsförbud saknas: borde vara begäran om omprövning, 14 dagar (kommunallagen 141 §).",
        ),
        (
            "en",
            "KP201 appeal instructions or a prohibition are missing: expected request for administrative review, 14 days (Kuntalaki (410/2015) 141 §).",
        ),
    ],
)
def test_review(run: Run, tmp_path: Path, language: str, line: str) -> None:
    """
    A review prints a sentence a finding, and its status says that there are some.
    """
    path = _file(tmp_path, BOARD)
    assert run("review", "--language", language, path) == (1, f"{line}\n", "")


@pytest.mark.parametrize(
    ("language", "line"),
    [("fi", "Ei huomautettavaa."), ("sv", "Ingenting att anmärka."), ("en", "Nothing to remark.")],
)
def test_a_clean_review(run: Run, tmp_path: Path, language: str, line: str) -> None:
    """
    Of a text with nothing wrong the status is 0.
    """
    page = "Kunnanhallitus 3.2.2025 § 14\nEsityslista\nPäätösehdotus\nHyväksytään sopimus."
    path = _file(tmp_path, page)
    assert run("review", path, "--language", language) == (0, f"{line}\n", "")


def test_review_as_json(run: Run, tmp_path: Path) -> None:
    """
    As JSON a finding has its code, weight, place, provisions and sentence.
    """
    path = _file(tmp_path, EARLY)
    status, out, _ = run("review", "--format", "json", path)
    first, second = json.loads(out)
    assert status == 1
    assert (first["code"], first["severity"], first["about"]) == ("KP103", "virhe", "published_on")
    start, end = first["span"]
    assert EARLY[start:end] == "1.2.2025"
    assert (second["code"], second["provisions"]) == ("KP201", ["Kuntalaki 141 §"])
    assert second["span"] is None


def test_review_for_github(run: Run, tmp_path: Path) -> None:
    """
    As annotations a finding stands at its line, and no sign of the form is let through.
    """
    path = _file(tmp_path, EARLY, "a,b%.txt")
    status, out, _ = run("review", "--format", "github", path)
    first, second = out.splitlines()
    assert status == 1
    assert first.startswith("::error file=")
    assert "a%2Cb%25.txt,line=6,title=KP103::KP103 julkaistu ennen päätöstä" in first
    assert second.startswith("::warning file=")
    assert ",line=" not in second


def test_review_on_a_day(run: Run) -> None:
    """
    With a day, personal data that should be gone are found.
    """
    assert "KP402" not in run("review", OFFICE, "--on", "3.1.2025")[1]
    assert "KP402" in run("review", OFFICE, "--on", "4.1.2025")[1]


def test_review_from_standard_input(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    `-` reads what is piped in.
    """
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(BOARD.encode())))
    assert run("review", "-", "--format", "github")[1].startswith("::warning file=vakiosyöte,")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (
            ["review", OFFICE, "--format", "xml"],
            "--format: muoto on text, json tai github; annettu ”xml”",
        ),
        (
            ["review", OFFICE, "--language", "de"],
            "--language: kieli on en, fi tai sv; annettu ”de”",
        ),
        (
            ["review", OFFICE, "--hours", "8-16"],
            "--hours on tuntematon valinta (ohje: kuntapaatos --help)",
        ),
        (
            ["instruction", OFFICE, "--format", "text"],
            "--format on tuntematon valinta (ohje: kuntapaatos --help)",
        ),
        (["review"], "anna yksi tiedosto tai - (ohje: kuntapaatos --help)"),
        (["review", "--language"], "--language vaatii arvon (ohje: kuntapaatos --help)"),
    ],
    ids=["format", "language", "another's option", "no option of it", "no file", "no value"],
)
def test_refused(run: Run, arguments: list[str], sentence: str) -> None:
    """
    What cannot be right is refused in one sentence with status 2.
    """
    assert run(*arguments) == (2, "", f"kuntapaatos: {sentence}\n")


def test_an_unreadable_review(run: Run, tmp_path: Path) -> None:
    """
    What is no decision has no review: status 2.
    """
    assert run("review", _file(tmp_path, "Hyvää huomenta."))[0] == 2


@pytest.mark.parametrize("command", [[], ["review"], ["instruction"]])
def test_help_names_the_commands(run: Run, command: list[str]) -> None:
    """
    One help tells of every command and its options.
    """
    status, out, _ = run(*command, "--help")
    assert status == 0
    for word in ("kuntapaatos review", "kuntapaatos instruction", "--language", "--format", "--on"):
        assert word in out


def test_forms() -> None:
    """
    A form that is not known is refused.
    """
    with pytest.raises(InvalidValue):
        shown_findings((), read(BOARD), "paatos.txt", "xml", "fi")


def test_places_are_the_first() -> None:
    """
    Where a field was read several times, its first place counts.
    """
    reading = read(EARLY)
    start, end = places(reading)["section"]
    assert EARLY[start:end] in {"14", "§ 14"}
    assert review(reading.decision, spans=places(reading))[0].span is not None


# --- answers in other languages -----------------------------------------------------------


def test_an_answer_in_swedish(run: Run) -> None:
    """
    With a language the answer is said in it: what was decided and until when to act.
    """
    status, out, _ = run(OFFICE, "--language", "sv", "--letter", "10.12.2024")
    assert status == 0
    assert "Ärendenummer          KAJDno-2024-1799\n" in out
    assert "Rättsmedel            begäran om omprövning\n" in out
    assert "  Part, brev 10.12.2024: tis 31.12.2024 före kl. 15.00\n" in out
    assert "kommunmedlem  nätpublicering  13.12.2024   20.12.2024  fre 3.1.2025    15.00\n" in out


def test_an_answer_in_finnish_is_the_report(run: Run) -> None:
    """
    Finnish is the language of the report.
    """
    assert run(OFFICE, "--language", "fi-FI") == run(OFFICE)


@pytest.mark.parametrize(
    ("page", "said"),
    [
        (
            f"{BOARD}\nMUUTOKSENHAKUKIELTO\nTähän päätökseen ei saa hakea muutosta, koska päätös koskee vain valmistelua.\n",
            "Besvärsförbud",
        ),
        (
            "Oikaisuvaatimusohje\nOikaisuvaatimus on tehtävä 14 päivän kuluessa.",
            "Lämnas till           anvisningen uppger inte vart",
        ),
        ("Esityslista\nKunnanhallitus 3.2.2025 § 14\nPäätösehdotus\nHyväksytään sopimus.", "§ 14"),
    ],
    ids=["a prohibition", "no starting day", "nothing decided"],
)
def test_what_is_not_counted(run: Run, tmp_path: Path, page: str, said: str) -> None:
    """
    Where nothing can be counted, what is known is said.
    """
    status, out, _ = run(_file(tmp_path, page), "--language", "sv")
    assert status == 0
    assert said in out


# --- whole minutes ------------------------------------------------------------------------

MINUTES = EXAMPLES / "poytakirja.txt"


def test_review_of_minutes(run: Run, tmp_path: Path) -> None:
    """
    Each item is judged by itself, and told by its section; so is what no instruction is for.
    """
    page = MINUTES.read_text(encoding="utf-8")
    assert run("review", str(MINUTES))[:2] == (0, "Ei huomautettavaa.\n")
    page = page.replace("§13, §15", "§13").replace("Aukioloaika: ma–pe klo 8.00–15.00\n", "")
    wrong = _file(tmp_path, page)
    status, out, _ = run("review", str(wrong))
    assert status == 1
    lines = out.splitlines()
    assert lines[0] == "§ 15: mikään ohje ei koske pykälää"
    assert any(line.startswith("§ 14: KP207") for line in lines)
    assert any(line.startswith("§ 15: KP201") for line in lines)
    _, out, _ = run("review", str(wrong), "--format", "json")
    assert {found["section"] for found in json.loads(out)} == {"14", "15"}
    _, out, _ = run("review", str(wrong), "--format", "github")
    assert all(line.startswith("::") for line in out.splitlines())
    assert run("review", str(wrong), "--section", "13")[0] == 0


@pytest.mark.parametrize(
    ("form", "told"), [("json", "[]\n"), ("github", ""), ("text", "Ingenting att anmärka.")]
)
def test_minutes_without_fault(form: str, told: str) -> None:
    """
    Minutes in which nothing is wrong say so in each form.
    """
    minutes = read_minutes(MINUTES.read_text(encoding="utf-8"))
    shown, wrong = shown_minutes(minutes, "p.txt", form, "sv")
    assert shown.startswith(told)
    assert not wrong


REVIEWED = (
    "Kunnanhallitus 3.2.2025 § 14\nVuokra\nPäätös\nHyväksyttiin.\nOikaisuvaatimusohje\n"
    "Oikaisuvaatimus on tehtävä 14 päivän kuluessa päätöksen tiedoksisaannista.\n"
    "Oikaisuvaatimus toimitetaan Mallilan kunnan kirjaamoon.\n"
)


def test_hours_that_were_not_understood_are_not_missing() -> None:
    """
    Hours that the text gives and nobody understood are told of as such.
    """
    codes = [finding.code for finding in reviewed(read(REVIEWED))]
    assert "KP207" in codes
    assert "KP601" not in codes
    closing = f"{REVIEWED}Kirjaamo suljetaan perjantaisin klo 15.\n"
    (unread,) = [one for one in reviewed(read(closing)) if one.code == "KP601"]
    assert unread.stated == "Kirjaamo suljetaan perjantaisin klo 15"
    assert "KP207" not in [finding.code for finding in reviewed(read(closing))]


def test_nothing_is_missing_where_letters_are() -> None:
    """
    An instruction may stand in the letters that were lost.
    """
    text = "Kunnanhallitus 3.2.2025 § 14\nVuokra\nPäätös\nHyväksy\ufffdiin.\n"
    assert "KP201" not in [finding.code for finding in reviewed(read(text))]
    whole = text.replace("\ufffd", "tt")
    assert "KP201" in [finding.code for finding in reviewed(read(whole))]
