"""
How much of whole minutes the reader gets right: `python benchmarks/minutes.py DIR`.

Reads every `.txt` in a folder, compares it with the record `NAME.json` of the same
meeting, and prints for each key what is right, wrong, missed and invented, then each
miss with its file and section.  A key that the record calls unsure is not scored, and
an outcome counts that it allows besides.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from reader import OUTCOMES, Score, folded, rates, total_cost

from kuntapaatos.appeal import AppealInstruction, AppealProhibition
from kuntapaatos.io import text as reader
from kuntapaatos.io.text import CoveringInstruction, Minutes, MinutesItem

# What a record calls a prohibition.
PROHIBITION = "kielto"


def scored(path: Path, record: dict[str, Any], minutes: Minutes) -> Iterator[Score]:
    """Give the scores of one document."""
    file = path.name
    cover = {
        "municipality": minutes.municipality,
        "body": minutes.body and minutes.body.name,
        "body_type": minutes.body and minutes.body.kind,
        "meeting_date": minutes.meeting_on,
        "publication_date": minutes.published_on,
        "checked_on": minutes.checked_on,
    }
    for key, given in cover.items():
        yield from compared(file, key, record.get(key), given)
    items = {item.section: item for item in minutes.items}
    for expected in record["sections"]:
        item = items.pop(expected["section"], None)
        yield Score(file, "section", "right" if item else "missed", expected["section"], None)
        if item is not None:
            yield from _item(file, expected, item)
    for section in items:
        yield Score(file, "section", "invented", None, section)
    yield from _instructions(file, record, minutes)


def compared(file: str, key: str, right: object, given: object) -> Iterator[Score]:
    """Give the score of one key of which either side says something."""
    if right is None and given is None:
        return
    if right is None or given is None:
        yield Score(file, key, "invented" if right is None else "missed", right, given)
        return
    name = {"cost_eur": "total_cost_eur"}.get(key.rpartition(".")[2], key.rpartition(".")[2])
    same = folded(name, right) == folded(name, given)
    yield Score(file, key, "right" if same else "wrong", right, given)


def _item(file: str, expected: dict[str, Any], item: MinutesItem) -> Iterator[Score]:
    decision, section = item.decision, expected["section"]
    unsure = set(expected.get("unsure") or ())
    membership = expected.get("membership")
    if isinstance(membership, dict):
        membership = membership.get("network")
    appeals = decision.appeals
    kinds = [
        one.remedy.value if isinstance(one, AppealInstruction) else PROHIBITION for one in appeals
    ]
    given = {
        "title": decision.title,
        "record_id": decision.record_id,
        "presenter_title": decision.presenter,
        "outcome": decision.outcome,
        "cost_eur": total_cost(decision),
        "membership": decision.membership and decision.membership.network,
        "remedy": " ".join(kinds) or None,
        "page": item.page,
        "earlier_handlings": len(decision.handlings) or None,
    }
    right = {key: expected.get(key) for key in given}
    right["membership"] = membership
    right["earlier_handlings"] = right["earlier_handlings"] or None
    also = {code and OUTCOMES[code] for code in expected.get("outcome_also") or ()}
    if given["outcome"] in also:
        right["outcome"] = given["outcome"]
    for key, value in given.items():
        if key not in unsure:
            yield from (
                one._replace(key=f"item.{key}", file=f"{file} § {section}")
                for one in compared(file, key, right[key], value)
            )
    told = bool(decision.proposal)
    if "proposal" not in unsure:
        same = told is bool(expected["proposal"])
        result = "right" if same else "invented" if told else "missed"
        yield Score(f"{file} § {section}", "item.proposal", result, expected["proposal"], told)


def _instructions(file: str, record: dict[str, Any], minutes: Minutes) -> Iterator[Score]:
    given = list(minutes.instructions)
    for expected in record["instructions"]:
        one = next((each for each in given if list(each.sections) == expected["covers"]), None)
        if one is None:
            one = next((each for each in given if _kind(each) == expected["type"]), None)
        if one is None:
            yield Score(file, "instruction", "missed", expected["type"], None)
            continue
        given.remove(one)
        yield from compared(file, "instruction.type", expected["type"], _kind(one))
        covers = " ".join(expected["covers"])
        yield from compared(file, "instruction.covers", covers, " ".join(one.sections))
        if isinstance(one.value, AppealInstruction):
            period = one.value.period and one.value.period.length
            yield from compared(file, "instruction.period", expected["period_days"], period)
    for one in given:
        yield Score(file, "instruction", "invented", None, _kind(one))


def _kind(one: CoveringInstruction) -> str:
    return PROHIBITION if isinstance(one.value, AppealProhibition) else one.value.remedy.value


def main(arguments: list[str] | None = None) -> int:
    """Print the table, the misses and how long it took."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n\n")[0].strip())
    parser.add_argument("folder", type=Path)
    options = parser.parse_args(arguments)
    scores: list[Score] = []
    paths = sorted(options.folder.glob("*.txt"))
    for path in paths:
        record = json.loads(
            path.with_name(f"{path.name.partition('.')[0]}.json").read_text("utf-8")
        )
        text = path.read_text(encoding="utf-8")
        begun = time.perf_counter()
        minutes = reader.read_minutes(text)
        took = time.perf_counter() - begun
        print(f"{path.name}: {len(text)} characters, {took * 1000:.0f} ms")
        scores += scored(path, record, minutes)
    by_key: dict[str, Counter[str]] = {}
    for score in scores:
        by_key.setdefault(score.key, Counter())[score.result] += 1
    print(f"{'key':28} right wrong missed invented  precision recall")
    for key, counts in by_key.items():
        precision, recall = rates(counts)
        print(
            f"{key:28} {counts['right']:5} {counts['wrong']:5} {counts['missed']:6} "
            f"{counts['invented']:8}  {precision:9.3f} {recall:6.3f}"
        )
    for score in scores:
        if score.result != "right":
            print(
                f"{score.file}: {score.key} {score.result}: "
                f"expected {score.expected!r}, given {score.given!r}"
            )
    return 0


if __name__ == "__main__":
    sys.exit(main())
