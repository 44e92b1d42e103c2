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

from kuntapaatos import (
    InvalidValue,
)
from kuntapaatos.findings import review
from kuntapaatos.io.clerk import places, shown_findings
from kuntapaatos.io.text import read

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
            "KP201 appeal instructions or a prohibition are missing: expected request for administrative review, 14 days (Kuntalaki 141 §).",
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
