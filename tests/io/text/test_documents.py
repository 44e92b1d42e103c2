"""
Documents of every form beside what is to be read from them.

Written for these tests; the people, firms and matters in them are invented.
"""

from __future__ import annotations

import importlib.util
import json
import re
import sys
from pathlib import Path
from types import ModuleType

import pytest

from kuntapaatos.io.text import Found, Problem, read

DOCUMENTS = Path(__file__).parent / "documents"
ROOT = Path(__file__).parents[3]
CORPUS = ROOT.parent / "shared" / "corpus"


@pytest.fixture(scope="module")
def scorer() -> ModuleType:
    """The benchmark that compares readings with records."""
    path = ROOT / "benchmarks" / "reader.py"
    spec = importlib.util.spec_from_file_location("reader_benchmark", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", sorted(path.stem for path in DOCUMENTS.glob("*.txt")))
def test_a_document_is_read(name: str, scorer: ModuleType) -> None:
    """
    Every scored key is what the record says, and nothing more is said.
    """
    misses = [
        (score.key, score.result, score.expected, score.given)
        for score in scorer.scored(DOCUMENTS / f"{name}.txt")
        if score.result != "right"
    ]
    assert misses == []


@pytest.mark.parametrize("name", sorted(path.stem for path in DOCUMENTS.glob("*.txt")))
def test_its_problems_are_seen(name: str) -> None:
    """
    What a document contradicts or lacks is a problem with its place.
    """
    text = (DOCUMENTS / f"{name}.txt").read_bytes().decode()
    record = json.loads((DOCUMENTS / f"{name}.json").read_text(encoding="utf-8"))
    reading = read(text)
    assert sorted(problem.code.value for problem in reading.problems) == record["problems"]
    items: list[Found | Problem] = [*reading.found, *reading.problems]
    for item in items:
        assert 0 <= item.span.start <= item.span.end <= len(text)


def test_the_scorer_counts(
    scorer: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """
    Right, wrong, missed and invented are told apart, and the last line sums up.
    """
    (tmp_path / "a.txt").write_text("# source: somewhere\nKunnanhallitus 3.2.2025 § 14\n")
    record: dict[str, object] = {
        "document_kind": "agenda_item",
        "section": "15",
        "title": "Tie",
        "organ": None,
    }
    record |= {"meeting_date": "2025-02-03", "appeal": [{"type": "oikaisuvaatimus"}]}
    (tmp_path / "a.json").write_text(json.dumps(record))
    (tmp_path / "b.txt").write_text("no record beside it")
    assert scorer.main([str(tmp_path), "--only", "*.txt", "--skip", "c*"]) == 0
    printed = capsys.readouterr().out.splitlines()
    assert printed[-1] == "precision 0.4000 recall 0.4000 invented 2 files 1"
    assert "a.txt: section wrong: expected '15', given '14'" in printed
    assert "a.txt: title missed: expected 'Tie', given None" in printed
    assert "a.txt: appeal[0].type missed: expected 'oikaisuvaatimus', given None" in printed


@pytest.mark.skipif(not CORPUS.is_dir(), reason="real documents are not beside the checkout")
def test_real_documents(scorer: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    """
    Real documents are read with few misses; what is left, the records say otherwise.
    """
    scorer.main([str(CORPUS)])
    last = capsys.readouterr().out.splitlines()[-1]
    found = re.fullmatch(r"precision ([\d.]+) recall ([\d.]+) invented (\d+) files (\d+)", last)
    assert found is not None
    assert float(found[1]) >= 0.98
    assert float(found[2]) >= 0.975
    assert int(found[3]) <= 3
