"""
Statistics Finland's file of inhabitants, in the forms its database gives it.
"""

from __future__ import annotations

import runpy
import sys
from pathlib import Path

import pytest

import kuntapaatos as kp
from kuntapaatos.io import statfin
from kuntapaatos.io.statfin import read, written
from kuntapaatos.municipalities import population_table

KAJAANI = {("205", 2024): 35_963}
BOTH = {**KAJAANI, ("091", 2024): 684_018}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param('"Alue","Tiedot","2024"\n"KOKO MAA","Väkiluku",9\n"Kajaani","Väkiluku",35963\n', KAJAANI, id="years as columns"),
        pytest.param('"Väestö 31.12."\n\n"Alue","2024"\n"Kajaani","35963"\n"Helsinki","684018"\n', BOTH, id="with a title"),
        pytest.param("Vuosi;Alue;Väkiluku\n2024;KU205 Kajaani;35963\n2024;KU091 Helsinki;684018\n", BOTH, id="years as rows, with codes"),
        pytest.param("Vuosi\tAlue\tTiedot\tTunnuslukuja\n2024\t205 Kajaani\tVäkiluku\t35963\n2024\t205 Kajaani\tSyntyneet\t200\n", KAJAANI, id="another measure beside it"),
        pytest.param('"Region","Year","Sex","Age","Population 31 Dec"\n"Kajaani","2024","Total","Total","35963"\n"Kajaani","2024","Males","Total","17700"\n', KAJAANI, id="by sex and age, in English"),
        pytest.param('"Område","Folkmängd 2024","Födda 2024"\n"Kajana","35963","200"\n"Helsingfors","684 018","6000"\n', BOTH, id="measures as columns, in Swedish"),
        pytest.param('"Alue","2023","2024"\n"Kajaani","..","35963"\n"Helsinki",".","684018"\n"tyhjä"\n', BOTH, id="a figure that is not known"),
        pytest.param('"Alue","2024"\n"SK011 Helsinki","1600000"\n"MK18 Kainuu","70000"\n"KU205 Kajaani","35963"\n', KAJAANI, id="a sub-region of the same name"),
        pytest.param('"Kunta","Vuosi","Luku"\n"Kajaani","2024","35963"\n', KAJAANI, id="no measure is named"),
    ],
)  # fmt: skip
def test_read(text: str, expected: dict[tuple[str, int], int]) -> None:
    """
    Commas, semicolons or tabs; codes or names; years as columns or rows.
    """
    found = read(text).table
    assert {(code, year): count for code, year, count in found.counts} == expected


def test_left_out() -> None:
    """
    What is no municipality is left out and named.
    """
    text = "Alue;2024\nKOKO MAA;9\nKajaanin kaupunki;8\nMallila;7\nKajaani;35963\n999 Mallila;1\n"
    assert read(text).left_out == ("KOKO MAA", "Kajaanin kaupunki", "Mallila", "999 Mallila")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param("", "omat.csv: has no column of areas", id="nothing"),
        pytest.param("nimi;2024\nKajaani;1\n", "has no column of areas", id="no area"),
        pytest.param("Alue;Tiedot\nKajaani;Väkiluku\n", "has no number of inhabitants", id="no year"),
        pytest.param("Alue;2024\nKOKO MAA;9\n", "has no number of inhabitants", id="no municipality"),
        pytest.param("Alue;2024\nHelsinki;1\nHelsinki;2\n", "two numbers of inhabitants of Helsinki for 2024", id="two figures"),
    ],
)  # fmt: skip
def test_refused(text: str, message: str) -> None:
    """
    A file without what is asked for, or with two answers, is refused with a sentence.
    """
    with pytest.raises(kp.errors.UnreadableInput, match=message):
        read(text, "omat.csv")


def test_the_package_has_the_same_form() -> None:
    """
    What is written is read again as the package reads its own table.
    """
    from kuntapaatos.municipalities import read_population

    lines = [line.split(";") for line in written(population_table()).splitlines() if line[0] != "#"]
    rows = [dict(zip(lines[0], line, strict=True)) for line in lines[1:]]
    assert read_population(rows, "x").counts == population_table().counts


def test_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """
    The command says what it read, and writes the package's table with the years added.
    """
    file, target = tmp_path / "vaesto.csv", tmp_path / "table.csv"
    file.write_bytes("Alue;2024\nKOKO MAA;9\nJämsä;19000\n".encode("cp1252"))
    assert statfin.main([str(file)]) == 0
    assert capsys.readouterr().out == (
        "vaesto.csv: municipalities: 1; at the end of 2024\nleft out, no municipality: KOKO MAA\n"
    )
    assert statfin.main([str(file), "--to", str(target)]) == 0
    assert capsys.readouterr().out.endswith(f"written: {target}\n")
    text = target.read_text(encoding="utf-8")
    assert "2021;2022;2024\n" in text
    assert ";19000\n" in text
    file.write_text("Alue;2024\nJämsä;19000\n", encoding="utf-8")
    assert statfin.main([str(file)]) == 0
    assert "left out" not in capsys.readouterr().out


def test_the_command_refuses(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """
    A file that cannot be read is told in one line.
    """
    assert statfin.main([str(tmp_path / "none.csv")]) == 2
    assert "none.csv" in capsys.readouterr().err
    (tmp_path / "other.csv").write_text("a;b\n", encoding="utf-8")
    assert statfin.main([str(tmp_path / "other.csv")]) == 2
    assert capsys.readouterr().err.startswith("other.csv: has no column of areas")


def test_as_a_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """
    `python -m kuntapaatos.io.statfin FILE` is the command.
    """
    file = tmp_path / "vaesto.csv"
    file.write_text("Alue;2024\nKajaani;35963\n", encoding="utf-8")
    monkeypatch.setattr(sys, "argv", ["statfin", str(file)])
    with pytest.raises(SystemExit) as caught:
        runpy.run_path(statfin.__file__, run_name="__main__")
    assert caught.value.code == 0
    assert "municipalities: 1" in capsys.readouterr().out
