"""
How much of real documents the reader gets right: `python benchmarks/reader.py DIR`.

Reads every `.txt` in a folder, compares with the hand-made `.json` beside it,
and prints for each key what is right, wrong, missed and invented (said where
the record says null), then each miss with its file.  Every file and every key
is treated alike, but for what a record lists as `unscored`.  A first line that only
names the source is no part of the text.

"Silent" is a wrong or invented value that no problem, no candidate and no passage
which was not understood touches: what somebody would rely on.  `--held` measures only
the files whose number is divisible by four, which nobody looks at while tuning, and
`--given` the others.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from decimal import Decimal, InvalidOperation
from enum import Enum
from fnmatch import fnmatch
from pathlib import Path
from typing import Any, NamedTuple

from kuntapaatos.appeal import AppealInstruction, Authority
from kuntapaatos.decision import Decision, DocumentKind, OfficeHolder, Organ, Outcome
from kuntapaatos.errors import InvalidHours
from kuntapaatos.io import text as reader
from kuntapaatos.membership import Membership
from kuntapaatos.notice.kinds import NoticeKind
from kuntapaatos.office_hours import OfficeHours
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
    "minutes": DocumentKind.MINUTES,
    "minutes_extract": DocumentKind.MINUTES_ITEM,
    "agenda": DocumentKind.AGENDA,
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
    "valituslupahakemus": RemedyKind.FURTHER_APPEAL,
}
STARTS: dict[str, Enum] = {
    **{event.value: event for event in StartingEvent},
    "delfående": StartingEvent.NOTICE,
    "antaminen": StartingEvent.GIVEN,
    "asettaminen": StartingEvent.CHARGE,
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
    silent: bool = False


def _hours(text: str) -> str:
    with suppress(InvalidHours):
        return str(OfficeHours.parse(text))
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
    if key.endswith("_eur"):
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
        # Of an office-holder the title is scored, once.
        "organ": maker.name if isinstance(maker, Organ) else None,
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
        # A record has one key for every electronic message, a procurement's too.
        "email_deemed_days": deemed.get(
            NoticeKind.EMAIL, deemed.get(NoticeKind.PROCUREMENT_MESSAGE)
        ),
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
        if right is None and (ours is None or (key == "period_days" and not isinstance(ours, int))):
            # A period of weeks or months stands in the notes of a record.
            continue
        if right is None:
            result = "invented"
        elif ours is None:
            result = "missed"
        else:
            result = "right" if folded(key, right) == folded(key, ours) else "wrong"
        yield Score(file, f"{place}{key}", result, right, ours)


# Where the reader keeps what a key of a record is about.
FIELDS = {
    "document_kind": "kind",
    "organ": "maker",
    "body_type": "maker",
    "office_holder_title": "maker",
    "meeting_date": "meeting_on",
    "decision_date": "decided_on",
    "publication_date": "published_on",
    "presenter_title": "presenter",
    "total_cost_eur": "costs",
    "cost_centre": "cost_centres",
    "appeal_prohibited": "appeals",
    "type": "remedy",
    "period_days": "period",
    "authority": "decided_by.name",
    "letter_deemed_days": "presumptions",
    "email_deemed_days": "presumptions",
    "member_deemed_days": "presumptions",
    "office_hours": "hours",
    "address_post": "postal_address",
    "address_visit": "visiting_address",
    "first_year": "term",
    "last_year": "term",
    "annual_fee_eur": "annual_fee",
    "total_fee_eur": "stated_total",
}


def field_of(key: str) -> str:
    """Return the field of a key: "appeal[0].period_days" is "appeals[0].period"."""
    place, dot, name = key.rpartition(".")
    return f"{place.replace('appeal[', 'appeals[')}{dot}{FIELDS.get(name, name)}"


def touches(told: str | None, field: str) -> bool:
    """Whether what is told of one field is about another: the same, a part, or the whole."""
    if told is None or told == field:
        return True
    if told.startswith((f"{field}.", f"{field}[")) or field.startswith((f"{told}.", f"{told}[")):
        return True
    # The hours and addresses of a record are those of either office.
    place, _, name = field.rpartition(".")
    return bool(place) and told.startswith(f"{place}.") and told.endswith(f".{name}")


def _placed(decision: Decision, key: str) -> str:
    """Return a key with the place of its instruction among the prohibitions, too."""
    place = re.match(r"appeal\[(\d+)\]", key)
    if place is None or int(place[1]) >= len(decision.instructions):
        return key
    at = decision.appeals.index(decision.instructions[int(place[1])])
    return f"appeal[{at}]{key[place.end() :]}"


def is_silent(reading: reader.Reading, key: str) -> bool:
    """Whether nothing tells that the value of a key may be wrong."""
    field = field_of(_placed(reading.decision, key))
    told = [problem.field for problem in reading.problems]
    told += [left.field for left in reading.unread]
    told += [found.field for found in reading.found if found.candidates]
    return not any(touches(one, field) for one in told)


def of_membership(membership: Membership | None) -> dict[str, object]:
    """Return the scored keys of a membership."""
    if membership is None:
        return dict.fromkeys(("network", "first_year", "last_year", "annual_fee_eur"))
    return {
        "network": membership.network,
        "first_year": membership.first_year,
        "last_year": membership.last_year,
        "annual_fee_eur": membership.annual_fee,
        "total_fee_eur": membership.stated_total,
    }


def is_unscored(key: str, record: dict[str, Any]) -> bool:
    """Whether a record leaves a key out, itself, with all of its kind or with its whole."""
    left_out = set(record.get("unscored") or ())
    names = {key, re.sub(r"\[\d+\]", "", key)}
    for name in tuple(names):
        names |= {name[: cut.start()] for cut in re.finditer(r"[.\[]", name)}
    return bool(names & left_out)


def scored(path: Path) -> Iterator[Score]:
    """Give the scores of one file."""
    text = path.read_text(encoding="utf-8")
    if text.startswith("# source:"):
        text = text.partition("\n")[2]
    record = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    reading = reader.read(text)
    for score in _scores(path.name, record, reading):
        if not is_unscored(score.key, record):
            wrong = score.result in {"wrong", "invented"}
            yield score._replace(silent=wrong and is_silent(reading, score.key))


def _scores(name: str, record: dict[str, Any], reading: reader.Reading) -> Iterator[Score]:
    given = of_decision(reading)
    if record.get("office_holder_title") is not None:
        # The office is counted once.
        del given["organ"]
    yield from compared(name, "", record, given)
    if "membership" in record:
        membership = of_membership(reading.decision.membership)
        yield from compared(name, "membership.", record["membership"] or {}, membership)
    appeals = record.get("appeal") or []
    ours = reading.decision.instructions
    keys = of_instruction(AppealInstruction(remedy=RemedyKind.APPEAL))
    for place in range(max(len(appeals), len(ours))):
        yield from compared(
            name,
            f"appeal[{place}].",
            appeals[place] if place < len(appeals) else {},
            of_instruction(ours[place]) if place < len(ours) else dict.fromkeys(keys),
        )


def wholes(scores: list[Score]) -> tuple[tuple[int, int], tuple[int, int]]:
    """Return how many instructions and how many texts are right in every key, and of how many."""
    instructions: dict[tuple[str, str], bool] = {}
    texts: dict[str, bool] = {}
    for score in scores:
        right = score.result == "right"
        texts[score.file] = texts.get(score.file, True) and right
        if score.key.startswith("appeal["):
            which = (score.file, score.key.partition(".")[0])
            instructions[which] = instructions.get(which, True) and right
    return (
        (sum(instructions.values()), len(instructions)),
        (sum(texts.values()), len(texts)),
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
    parser.add_argument("--held", action="store_true", help="only what is kept out of tuning")
    parser.add_argument("--given", action="store_true", help="only what may be looked at")
    options = parser.parse_args(arguments)
    paths = [
        path
        for path in sorted(options.folder.glob("*.txt"))
        if path.with_suffix(".json").exists()
        and (not options.only or any(fnmatch(path.name, pattern) for pattern in options.only))
        and not any(fnmatch(path.name, pattern) for pattern in options.skip)
        and not (options.held and not _is_held(path))
        and not (options.given and _is_held(path))
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
                f"{score.file}: {score.key} {score.result}{' silent' * score.silent}: "
                f"expected {_shown(score.expected)}, given {_shown(score.given)}"
            )
    precision, recall = rates(total)
    silent = sum(score.silent for score in scores)
    said = total["right"] + total["wrong"] + total["invented"]
    (whole, instructions), (right, texts) = wholes(scores)
    print(
        f"silent wrong {silent} ({silent / said if said else 0:.4f}) "
        f"instructions whole {whole}/{instructions} texts whole {right}/{texts}"
    )
    print(
        f"precision {precision:.4f} recall {recall:.4f} "
        f"invented {total['invented']} files {len(paths)}"
    )
    return 0


def _is_held(path: Path) -> bool:
    number = re.match(r"\d+", path.name)
    return number is not None and int(number[0]) % 4 == 0


def _shown(value: object) -> str:
    return repr(
        value.value if isinstance(value, Enum) else str(value) if value is not None else None
    )


if __name__ == "__main__":
    sys.exit(main())
