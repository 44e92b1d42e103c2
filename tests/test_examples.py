"""
The scripts of `docs/examples` run, and say what they promise.
"""

from __future__ import annotations

import runpy
import sys
from pathlib import Path

import pytest

from kuntapaatos.io.json import from_json

EXAMPLES = Path(__file__).parents[1] / "docs" / "examples"
LONGEST = 44


def _run(
    name: str,
    arguments: list[object],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> str:
    monkeypatch.setattr(sys, "argv", [name, *map(str, arguments)])
    runpy.run_path(str(EXAMPLES / name), run_name="__main__")
    return capsys.readouterr().out


def test_the_vendor(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """
    The papers of a decision: an instruction in two languages, JSON and a calendar.
    """
    out = _run("vendor.py", [tmp_path], monkeypatch, capsys)
    assert out.startswith("lainvoimainen 1.3.2025, jos kukaan ei hae muutosta")
    assert "14 päivää" in (tmp_path / "ohje-fi.txt").read_text(encoding="utf-8")
    assert "14 dagar" in (tmp_path / "ohje-sv.txt").read_text(encoding="utf-8")
    assert b"DTSTART;VALUE=DATE:20250228" in (tmp_path / "maaraajat.ics").read_bytes()
    decision = from_json((tmp_path / "paatos.json").read_text(encoding="utf-8"))
    assert decision.record_id.text == "MAL/12/2025"  # type: ignore[attr-defined, union-attr, unused-ignore]


def test_the_lawyer(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """
    Until when, why, and what is not certain.
    """
    out = _run("lawyer.py", [EXAMPLES / "viranhaltijapaatos.txt"], monkeypatch, capsys)
    assert "ti 31.12.2024 klo 15.00 (oikaisuvaatimus, kirje 10.12.2024" in out
    assert "10.12.2024 → 17.12.2024 tiedoksisaanti: kirje (Hallintolaki 59 §)" in out
    assert "myöhässä" in out
    assert "lainvoimainen 4.1.2025" in out


def test_the_journalist(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """
    What of a folder is still open; what cannot be read is told.
    """
    for name in ("viranhaltijapaatos.txt", "poytakirja.txt", "ohje.toml"):
        (tmp_path / name).write_bytes((EXAMPLES / name).read_bytes())
    (tmp_path / "rikki.pdf").write_bytes(b"%PDF-1.7")
    out = _run("journalist.py", [tmp_path, "2025-01-02"], monkeypatch, capsys)
    assert "4 decisions in" in out
    assert "viranhaltijapaatos.txt § 23" in out
    assert "open until 2025-01-03, 24000.00 €" in out
    assert "poytakirja.txt § 14 Kirjastoauton hankinta: open until 2025-02-27" in out
    assert "cannot be read: rikki.pdf" in out


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.py")), ids=lambda path: path.name)
def test_short_enough(path: Path) -> None:
    """
    Each fits a screen, and begins with what it is and how it is run.
    """
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    assert len(lines) <= LONGEST
    assert f"python docs/examples/{path.name}" in "\n".join(lines[:6])
