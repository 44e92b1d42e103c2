"""
How much of real documents the reader gets right: `python benchmarks/reader.py DIR`.

Reads every `.txt` in a folder, compares with the hand-made `.json` beside it,
and prints for each key what is right, wrong, missed and invented (said where
the record says null), then each miss with its file.  Every file and every key
is treated alike.  A first line that only names the source is no part of the text.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from enum import Enum
from fnmatch import fnmatch
from pathlib import Path
from typing import Any, NamedTuple

from kuntapaatos.appeal import AppealInstruction, Authority
from kuntapaatos.decision import Decision, DocumentKind, OfficeHolder, Organ, Outcome
from kuntapaatos.io import text as reader
from kuntapaatos.notice.kinds import NoticeKind
from kuntapaatos.remedy.kinds import AppealProhibition, MakerKind, RemedyKind, StartingEvent
from kuntapaatos.time_limit import PeriodUnit

# The English codes of the records, and what they are called here.  A code that is
# in no table counts as wrong, so that a new one is noticed.
KINDS: dict[str, Enum] = {
    "decision": DocumentKind.DECISION,
    "office_holder_decision": DocumentKind.DECISION,
    "minutes_item": DocumentKind.MINUTES_ITEM,
    "agenda_item": DocumentKind.AGENDA_ITEM,
    "appeal_instruction": DocumentKind.INSTRUCTION,
    "instruction": DocumentKind.INSTRUCTION,
    "announcement": DocumentKind.ANNOUNCEMENT,
    "public_notice": DocumentKind.ANNOUNCEMENT,
    "minutes": DocumentKind.MINUTES_ITEM,
    "minutes_extract": DocumentKind.MINUTES_ITEM,
    "agenda": DocumentKind.AGENDA_ITEM,
    "proposal": DocumentKind.AGENDA_ITEM,
}
BODIES: dict[str, Enum] = {
    "council": MakerKind.COUNCIL,
    "board": MakerKind.BOARD,
    "committee": MakerKind.COMMITTEE,
    "section": MakerKind.SECTION,
    "subcommittee": MakerKind.SECTION,
    "select_committee": MakerKind.SELECT_COMMITTEE,
    "management_board": MakerKind.MANAGEMENT_BOARD,
    "office_holder": MakerKind.OFFICE_HOLDER,
    "elected_official": MakerKind.ELECTED_OFFICIAL,
    "joint_body": MakerKind.JOINT_BODY,
    "joint_authority": MakerKind.JOINT_AUTHORITY_BOARD,
    "joint_authority_board": MakerKind.JOINT_AUTHORITY_BOARD,
    "joint_authority_council": MakerKind.JOINT_AUTHORITY_COUNCIL,
    "election_board": MakerKind.ELECTION_BOARD,
    "municipal_enterprise": MakerKind.MUNICIPAL_ENTERPRISE,
    "wellbeing_county": MakerKind.WELLBEING_COUNTY,
    "parish": MakerKind.PARISH,
}
OUTCOMES: dict[str, Enum] = {
    "approved": Outcome.APPROVED,
    "approved_after_vote": Outcome.APPROVED_AFTER_VOTE,
    "approved_by_vote": Outcome.APPROVED_AFTER_VOTE,
    "changed": Outcome.CHANGED,
    "approved_changed": Outcome.CHANGED,
    "approved_as_changed": Outcome.CHANGED,
    "approved_with_changes": Outcome.CHANGED,
    "amended": Outcome.CHANGED,
    "granted": Outcome.GRANTED,
    "rejected": Outcome.REJECTED,
    "denied": Outcome.REJECTED,
    "returned": Outcome.RETURNED,
    "returned_to_preparation": Outcome.RETURNED,
    "tabled": Outcome.TABLED,
    "postponed": Outcome.TABLED,
    "withdrawn": Outcome.WITHDRAWN,
    "removed_from_agenda": Outcome.WITHDRAWN,
    "noted": Outcome.NOTED,
    "elected": Outcome.ELECTED,
    "dismissed": Outcome.DISMISSED,
    "lapsed": Outcome.LAPSED,
}
REMEDIES: dict[str, Enum] = {
    **{kind.value: kind for kind in RemedyKind},
    "markkinaoikeusvalitus": RemedyKind.MARKET_COURT_APPEAL,
    "valitus_markkinaoikeuteen": RemedyKind.MARKET_COURT_APPEAL,
}
STARTS: dict[str, Enum] = {
    **{event.value: event for event in StartingEvent},
    "delfående": StartingEvent.NOTICE,
    "antaminen": StartingEvent.GIVEN,
    "julkipano": StartingEvent.GIVEN,
}
# Records name what starts a period in the words of the text, sometimes in a sentence.
STARTING = (
    ("julkipano", StartingEvent.GIVEN),
    ("tiedoksisaanti", StartingEvent.NOTICE),
)
CODES: dict[str, dict[str, Enum]] = {
    "document_kind": KINDS,
    "body_type": BODIES,
    "outcome": OUTCOMES,
    "type": REMEDIES,
    "starts_from": STARTS,
}
DAYS = {"mån": "ma", "tis": "ti", "ons": "ke", "tors": "to", "fre": "pe", "lör": "la", "sön": "su"}


class Score(NamedTuple):
    """One key of one file."""

    file: str
    key: str
    result: str
    expected: object
    given: object


def _hours(text: str) -> str:
    folded = re.sub(r"[–—]", "-", text.casefold())
    for swedish, finnish in DAYS.items():
        folded = re.sub(rf"\b{swedish}(?:dag)?\b", finnish, folded)
    folded = re.sub(r"\b(?:klo|kl)\b\.?", "", folded)
    return re.sub(r"\b0(\d)\.", r"\1.", folded)


def folded(key: str, value: object) -> object:
    """Return a value for comparing: without case, white space and codes of its own."""
    if value is None:
        return None
    codes = CODES.get(key)
    if codes is not None and not isinstance(value, Enum):
        said = str(value)
        if key == "starts_from" and said not in codes:
            return next((event for word, event in STARTING if word in said), f"unknown: {said}")
        return codes.get(said, f"unknown code {said}")
    if isinstance(value, Enum | bool):
        return value
    if key == "total_cost_eur":
        try:
            return Decimal(str(value))
        except InvalidOperation:
            return str(value)
    text = str(value)
    if key == "office_hours":
        text = _hours(text)
    return re.sub(r"\s+", "", text.replace("–", "-")).casefold()


def total_cost(decision: Decision) -> Decimal | None:
    """Return the stated total, or the only sum that is named once."""
    totals = [cost.amount for cost in decision.costs if cost.total]
    if totals:
        return totals[-1]
    if decision.outcome and len(decision.costs) == 1 and decision.costs[0].per is None:
        return decision.costs[0].amount
    return None


def of_decision(reading: reader.Reading) -> dict[str, object]:
    """Return the scored keys of a decision."""
    decision = reading.decision
    maker = decision.maker
    prohibited = None
    if decision.appeals:
        prohibited = any(isinstance(item, AppealProhibition) for item in decision.appeals)
    centres = decision.cost_centres
    if decision.membership is not None:
        centres = decision.membership.cost_centres
    return {
        "document_kind": decision.kind if reading.is_decision else None,
        "municipality": decision.municipality,
        "organ": None if maker is None else maker.name if isinstance(maker, Organ) else maker.title,
        "body_type": (
            MakerKind.OFFICE_HOLDER
            if isinstance(maker, OfficeHolder)
            else maker.kind
            if maker is not None
            else None
        ),
        "office_holder_title": maker.title if isinstance(maker, OfficeHolder) else None,
        "meeting_date": decision.meeting_on,
        "decision_date": decision.decided_on,
        "publication_date": decision.published_on,
        "section": decision.section,
        "record_id": decision.record_id,
        "classification": decision.classification,
        "title": decision.title,
        "presenter_title": decision.presenter,
        "outcome": decision.outcome,
        "total_cost_eur": total_cost(decision),
        "cost_centre": centres[0].code if centres else None,
        "appeal_prohibited": prohibited,
    }


def _first(authorities: list[Authority | None], name: str) -> object:
    return next(
        (value for item in authorities if item and (value := getattr(item, name)) is not None), None
    )


def of_instruction(instruction: AppealInstruction) -> dict[str, object]:
    """Return the scored keys of an instruction."""
    deemed = {item.kind: item.days for item in instruction.presumptions}
    period = instruction.period
    offices = [instruction.deliver_to, instruction.decided_by]
    return {
        "type": instruction.remedy,
        "period_days": (
            period.length if period is not None and period.unit is PeriodUnit.DAY else period
        ),
        "authority": instruction.decided_by and instruction.decided_by.name,
        "starts_from": instruction.starts_from,
        "letter_deemed_days": deemed.get(NoticeKind.LETTER),
        "email_deemed_days": deemed.get(NoticeKind.EMAIL),
        "member_deemed_days": deemed.get(NoticeKind.ONLINE_MINUTES),
        "office_hours": _first(offices, "hours"),
        "address_post": _first(offices, "postal_address"),
        "address_visit": _first(offices, "visiting_address"),
        "email": _first(offices, "email"),
        "phone": _first(offices, "phone"),
        "paper_cutoff": instruction.paper_cutoff is not None or None,
        "electronic_cutoff": instruction.electronic_cutoff is not None or None,
    }


def compared(
    file: str, place: str, expected: dict[str, Any], given: dict[str, object]
) -> Iterator[Score]:
    """Give the score of each key of which either side says something."""
    for key, ours in given.items():
        right = expected.get(key)
        if key.endswith("_cutoff"):
            right = right is not None or None
        if right is None and ours is None:
            continue
        if right is None:
            result = "invented"
        elif ours is None:
            result = "missed"
        else:
            result = "right" if folded(key, right) == folded(key, ours) else "wrong"
        yield Score(file, f"{place}{key}", result, right, ours)


def scored(path: Path) -> Iterator[Score]:
    """Give the scores of one file."""
    text = path.read_text(encoding="utf-8")
    if text.startswith("# source:"):
        text = text.partition("\n")[2]
    record = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    reading = reader.read(text)
    yield from compared(path.name, "", record, of_decision(reading))
    appeals = record.get("appeal") or []
    ours = reading.decision.instructions
    keys = of_instruction(AppealInstruction(remedy=RemedyKind.APPEAL))
    for place in range(max(len(appeals), len(ours))):
        yield from compared(
            path.name,
            f"appeal[{place}].",
            appeals[place] if place < len(appeals) else {},
            of_instruction(ours[place]) if place < len(ours) else dict.fromkeys(keys),
        )


def rates(counts: Counter[str]) -> tuple[float, float]:
    """Return precision and recall."""
    said = counts["right"] + counts["wrong"] + counts["invented"]
    there = counts["right"] + counts["wrong"] + counts["missed"]
    return (
        counts["right"] / said if said else 1.0,
        counts["right"] / there if there else 1.0,
    )


def main(arguments: list[str] | None = None) -> int:
    """Print the table, the misses and the last line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n\n")[0].strip())
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", action="append", default=[], help="a pattern of file names")
    parser.add_argument("--skip", action="append", default=[], help="a pattern of file names")
    options = parser.parse_args(arguments)
    paths = [
        path
        for path in sorted(options.folder.glob("*.txt"))
        if path.with_suffix(".json").exists()
        and (not options.only or any(fnmatch(path.name, pattern) for pattern in options.only))
        and not any(fnmatch(path.name, pattern) for pattern in options.skip)
    ]
    scores = [score for path in paths for score in scored(path)]
    by_key: dict[str, Counter[str]] = {}
    for score in scores:
        key = re.sub(r"\[\d+\]", "", score.key)
        by_key.setdefault(key, Counter())[score.result] += 1
    total: Counter[str] = Counter()
    print(f"{'key':28} right wrong missed invented  precision recall")
    for key, counts in (*by_key.items(), ("all", total)):
        if counts is not total:
            total.update(counts)
        precision, recall = rates(counts)
        print(
            f"{key:28} {counts['right']:5} {counts['wrong']:5} {counts['missed']:6} "
            f"{counts['invented']:8}  {precision:9.3f} {recall:6.3f}"
        )
    for score in scores:
        if score.result != "right":
            print(
                f"{score.file}: {score.key} {score.result}: "
                f"expected {_shown(score.expected)}, given {_shown(score.given)}"
            )
    precision, recall = rates(total)
    print(
        f"precision {precision:.4f} recall {recall:.4f} "
        f"invented {total['invented']} files {len(paths)}"
    )
    return 0


def _shown(value: object) -> str:
    return repr(
        value.value if isinstance(value, Enum) else str(value) if value is not None else None
    )


if __name__ == "__main__":
    sys.exit(main())
