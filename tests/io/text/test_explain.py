"""
How a text was read, told to a person.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from kuntapaatos.io.text.explain import explained, main

TEXT = """\
Kunnanhallitus 3.2.2025 § 14
Liittyminen USO-verkostoon 2025–2026
Päätös
Kunta liittyy USO-verkostoon. Maksu on noin 12 000 euroa vuodessa.
Oikaisuvaatimusohje
Oikaisuvaatimus on tehtävä 14 päivän kuluessa.
Vaatimusta ei lueta paperilta.
"""


def test_lines_values_and_what_is_left() -> None:
    """
    Each line has what its sentences say, each value its words, and the rest is at the end.
    """
    lines, values, left = explained(TEXT).split("\n\n")
    assert "   3 Päätös\n       [resolution]" in lines
    assert "       acts: tehdään" in lines
    assert 'appeals[0].period = 14 päivää <- 6 "14 päivän kuluessa"' in values
    assert "appeals[0] = AppealInstruction <- " in values
    assert "membership.annual_fee = ? of " in values
    assert "(summaa ei sanota tarkkana)" in values
    assert "! kohtaa ei ymmärretty <- 4" in left
    assert '? rahamäärä, membership.annual_fee <- 4 "Maksu on noin 12 000 euroa' in left


def test_a_field_that_is_not_known() -> None:
    """
    A passage that may change anything has a question mark for its field; long ones are cut.
    """
    words = " ".join(["pitkää"] * 40)
    text = f"Oikaisuvaatimusohje\nOikaisuvaatimus on tehtävä 14 päivän kuluessa.\nAsiassa ei käytetä {words}.\n"
    told = explained(text)
    assert "? kielto, appeals[0] <- 3" in told
    assert "…" in told


def test_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """
    Files are named on the command line; without one it says how to use it.
    """
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    assert main([str(path)]) == 0
    assert "period = 14" in capsys.readouterr().out
    assert main([]) == 2
    assert "FILE" in capsys.readouterr().err
