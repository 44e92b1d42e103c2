"""
Documents of every form beside what is to be read from them.

Written for these tests; the people, firms and matters in them are invented.
"""

from __future__ import annotations

import json
import re
from decimal import Context, FloatOperation, Inexact, Rounded, localcontext
from pathlib import Path
from types import ModuleType

import pytest

from kuntapaatos.io.text import Found, Problem, read

DOCUMENTS = Path(__file__).parent / "documents"
ROOT = Path(__file__).parents[3]
CORPUS = ROOT.parent / "shared" / "corpus"


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


TIGHT = Context(prec=3, traps=[Inexact, Rounded, FloatOperation])


def test_the_decimal_context_changes_nothing() -> None:
    """
    A caller who counts with few digits, and wants to know of each rounding, reads the same.
    """
    said = "Kunta liittyy USO-verkostoon 2025–2027. Vuosimaksu on 24 691,34 euroa vuodessa, yhteensä {}."
    texts = [path.read_bytes().decode() for path in sorted(DOCUMENTS.glob("*.txt"))]
    head = "Kunnanhallitus 3.2.2025 § 14\nUSO-verkosto\nPäätös\n"
    texts += [head + said.format(total) for total in ("74 074,02 euroa", "74 074 euroa")]
    plain = [read(text) for text in texts]
    assert len({reading.problems for reading in plain[-2:]}) == 2
    with localcontext(TIGHT):
        assert [read(text) for text in texts] == plain


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
    assert "a.txt: section wrong silent: expected '15', given '14'" in printed
    assert "a.txt: title missed: expected 'Tie', given None" in printed
    assert "a.txt: appeal[0].type missed: expected 'oikaisuvaatimus', given None" in printed


def test_what_is_not_scored(
    scorer: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """
    What a record leaves out is not scored: a key, a key of every instruction, or a whole.
    """
    text = "Oikaisuvaatimusohje\nOikaisuvaatimus on tehtävä hallitukselle 14 päivän kuluessa.\n"
    record: dict[str, object] = {"document_kind": "decision", "appeal": [{"period_days": 30}]}
    for number, left_out in enumerate(
        (["document_kind", "appeal"], ["document_kind", "appeal[0]"], ["appeal.period_days"], [])
    ):
        (tmp_path / f"{number}.txt").write_text(text)
        (tmp_path / f"{number}.json").write_text(json.dumps({**record, "unscored": left_out}))
    keys = {
        number: [score.key for score in scorer.scored(tmp_path / f"{number}.txt")]
        for number in range(4)
    }
    assert keys[0] == ["appeal_prohibited"]
    assert keys[1] == ["appeal_prohibited"]
    assert "appeal[0].period_days" not in keys[2]
    assert "document_kind" in keys[2]
    assert "appeal[0].period_days" in keys[3]
    assert scorer.main([str(tmp_path), "--held"]) == 0
    assert capsys.readouterr().out.splitlines()[-1].endswith("files 1")
    assert scorer.main([str(tmp_path), "--given"]) == 0
    assert capsys.readouterr().out.splitlines()[-1].endswith("files 3")


def test_a_silent_wrong(scorer: ModuleType, tmp_path: Path) -> None:
    """
    A wrong value that a problem, a candidate or a passage not understood touches is not silent.
    """
    text = (
        "Oikaisuvaatimusohje\nOikaisuvaatimus on tehtävä hallitukselle 14 päivän kuluessa.\n"
        "Asiasta voi kysyä 60 päivän ajan.\n"
    )
    record = {"document_kind": "decision", "appeal": [{"period_days": 30}]}
    (tmp_path / "1.txt").write_text(text)
    (tmp_path / "1.json").write_text(json.dumps(record))
    silent = {score.key: score.silent for score in scorer.scored(tmp_path / "1.txt")}
    assert silent["document_kind"]
    assert not silent["appeal[0].period_days"]
    assert scorer.wholes(list(scorer.scored(tmp_path / "1.txt"))) == ((0, 1), (0, 1))


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
