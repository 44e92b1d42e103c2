"""
How decisions of a case-management system are read: `python benchmarks/ahjo.py FILE`.

FILE holds one decision a line as JSON, its `Content` as HTML and what the system itself
says of it beside: section, title, record number, class, who decided and when they met.
Prints for each of these what is right, wrong, missed and invented, then each miss.  What
the content does not hold cannot be read and is not scored.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from reader import Score, folded, rates

from kuntapaatos.decision import OfficeHolder, Organ
from kuntapaatos.io import text as reader
from kuntapaatos.io.html import to_text

KEYS = ("section", "title", "record_id", "classification", "maker", "meeting_date")


def expected(entry: dict[str, Any]) -> dict[str, str | None]:
    """Return what the system says of a decision."""
    meeting = entry.get("Meeting") or {}
    return {
        "section": entry["Section"],
        "title": entry["Title"],
        "record_id": entry["CaseIDLabel"],
        "classification": entry["ClassificationCode"] or None,
        "maker": entry["Organization"]["Name"],
        "meeting_date": str(meeting.get("DateMeeting") or "")[:10] or None,
    }


def given(reading: reader.Reading) -> dict[str, str | None]:
    """Return what was read."""
    decision = reading.decision
    maker = decision.maker
    name = maker.name if isinstance(maker, Organ) else None
    name = maker.title if isinstance(maker, OfficeHolder) else name
    record = decision.record_id
    return {
        "section": decision.section,
        "title": decision.title,
        "record_id": str(record) if record is not None else None,
        "classification": decision.classification,
        "maker": name,
        "meeting_date": decision.meeting_on.isoformat() if decision.meeting_on else None,
    }


def _same(wanted: str, said: str) -> bool:
    """Whether two names are of one maker: its unit, a number or a deputy may be told besides."""
    one, other = (
        re.sub(r"^(?:vs|vt|va)\.? | \d.*$|, .*$", "", name.casefold()).strip()
        for name in (wanted, said)
    )
    return one.endswith(other) or other.endswith(one)


def scored(number: int, entry: dict[str, Any]) -> Iterator[Score]:
    """Give the scores of one decision."""
    text = to_text(entry["Content"])
    right, ours = expected(entry), given(reader.read(text))
    plain = folded("", text)
    for key in KEYS:
        wanted, said = right[key], ours[key]
        if key == "classification" and wanted is not None:
            wanted = re.sub(r"[. ]", " ", wanted)
            said = said and re.sub(r"[. ]", " ", said)
        if said is None and (wanted is None or str(folded("", wanted)) not in str(plain)):
            continue
        if key == "maker" and said is not None and wanted is not None and _same(wanted, said):
            result = "right"
        elif said is None or wanted is None:
            result = "missed" if said is None else "invented"
        else:
            result = "right" if folded("", wanted) == folded("", said) else "wrong"
        yield Score(str(number), key, result, wanted, said)


def main(arguments: list[str] | None = None) -> int:
    """Print the table and the misses."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n\n")[0].strip())
    parser.add_argument("file", type=Path)
    options = parser.parse_args(arguments)
    with options.file.open(encoding="utf-8") as lines:
        scores = [
            score for number, line in enumerate(lines) for score in scored(number, json.loads(line))
        ]
    print(f"{'key':28} right wrong missed invented  precision recall")
    for key in KEYS:
        counts = Counter(score.result for score in scores if score.key == key)
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
