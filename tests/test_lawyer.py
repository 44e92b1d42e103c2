"""
The rows of law against a table that a lawyer wrote from the statutes, field by field.

`data/law/remedies.csv` was written from the acts and read by nobody but this test; the package
keeps a table of its own.  An empty cell is left to the package.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from kuntapaatos.errors import KuntapaatosError
from kuntapaatos.law import LAW_AS_OF
from kuntapaatos.remedy import (
    AppealProhibition,
    DecisionKind,
    MakerKind,
    Remedy,
    RemedyKind,
    Subject,
    available_remedies,
    remedies,
)

DAY = timedelta(days=1)
COUNCILS = {MakerKind.COUNCIL, MakerKind.JOINT_AUTHORITY_COUNCIL}
OUTSIDE = {MakerKind.WELLBEING_COUNTY, MakerKind.PARISH}
MAKERS = [one for one in MakerKind if one not in OUTSIDE]
# A hallintovalitus is what an act may also call just a valitus.
APPEALS = {RemedyKind.APPEAL, RemedyKind.ADMINISTRATIVE_APPEAL}
TABLE = Path(__file__).parent / "data" / "law" / "remedies.csv"
LINES = list(csv.DictReader(TABLE.read_text(encoding="utf-8").splitlines(), strict=True))


def makers(line: dict[str, str]) -> list[MakerKind]:
    """Return whose decisions a line is about."""
    match line["tekijät"].removeprefix("vain "):
        case "kaikki":
            return MAKERS
        case "muut kuin valtuusto":
            return [one for one in MAKERS if one not in COUNCILS]
        case named:
            return [MakerKind(name) for name in named.split("; ")]


def first_day(line: dict[str, str]) -> date:
    """Return the first day of a line; with "~" it may have begun earlier."""
    return date.fromisoformat(line["alkaen"].removeprefix("~"))


def kinds(line: dict[str, str]) -> set[RemedyKind]:
    """Return what the remedy of a line may be called."""
    if not line["keino"]:
        return set(RemedyKind)
    kind = RemedyKind(line["keino"])
    return APPEALS if kind is RemedyKind.APPEAL else {kind}


@cache
def given(
    stage: str, subject: str, maker: MakerKind, day: date
) -> tuple[Remedy | AppealProhibition, ...]:
    """Return what the library gives; nothing where it refuses."""
    try:
        return available_remedies(
            DecisionKind(stage),
            maker,
            day,
            subject=Subject(subject),
            # Begun on the day of the decision, and pending no sooner: the act of that day applies.
            procurement_begun_on=day if "hankinta" in subject else None,
            pending=False,
        )
    except KuntapaatosError:
        return ()


def answer(line: dict[str, str], maker: MakerKind, day: date) -> list[Remedy | AppealProhibition]:
    """Return what the library gives for the matter of a line; nothing where it refuses."""
    return list(given(line["vaihe"], line["asia"], maker, day))


def matching(line: dict[str, str], maker: MakerKind, day: date) -> list[Remedy]:
    """Return the rows that are the line's: its remedy, its period, its starting event."""
    return [
        row
        for row in answer(line, maker, day)
        if isinstance(row, Remedy)
        and row.kind in kinds(line)
        and line["määräaika"] in ("", str(row.period))
        and line["alkaa"] in ("", row.starts.value)
    ]


def shown(line: dict[str, str], maker: MakerKind, day: date) -> str:
    """Return what the library gives in place of a line."""
    return " | ".join(str(row) for row in answer(line, maker, day)) or "nothing"


def fields(row: Remedy) -> dict[str, str]:
    """Return a row of the package in the words of the lawyer's table."""
    return {
        "viranomainen": row.authority.value,
        "kuka": "; ".join(sorted(who.value for who in row.who)),
        "tiedoksianto": row.regime.value,
        "valituslupa": "kyllä" if row.leave_needed else "ei",
        "varmuus": row.confidence.value,
    }


def wanted(line: dict[str, str]) -> dict[str, str]:
    """Return what the lawyer wrote of those fields; what is empty is left out."""
    named = {
        name: line[name] for name in ("viranomainen", "tiedoksianto", "valituslupa", "varmuus")
    }
    named["kuka"] = "; ".join(sorted(line["kuka"].split("; "))) if line["kuka"] else ""
    return {name: value for name, value in named.items() if value}


def days(line: dict[str, str]) -> Iterator[date]:
    """Give the first day of a line, the last, and one between."""
    first = first_day(line)
    last = date.fromisoformat(line["asti"]) if line["asti"] else LAW_AS_OF
    yield from (first, first + (last - first) / 2, last)


def cases(*, prohibitions: bool) -> list[Any]:
    """Return the lines as cases, named by what they are about."""
    return [
        pytest.param(line, id=f"{line['asia']}, {line['vaihe']}, {line['keino']} {line['alkaen']}")
        for line in LINES
        if (line["keino"] == "kielto") is prohibitions
    ]


def cited(row: Remedy) -> set[str]:
    """Return the sections of a row as number and section."""
    return {f"{one.number} {one.section}".strip() for one in row.provisions}


def test_every_matter_has_a_line() -> None:
    """
    No matter has a remedy of the package alone: a lawyer wrote a line for it, at every stage.
    """
    lines = {(line["asia"], line["vaihe"]) for line in LINES}
    assert {(row.subject.value, row.against.value) for row in remedies()} <= lines


def test_every_row_has_a_line() -> None:
    """
    No row is the package's alone: each is what a line says of some day and some maker.
    """
    found = {
        row
        for line in LINES
        for maker in makers(line)
        for day in days(line)
        for row in matching(line, maker, day)
    }
    assert [str(row) for row in remedies() if row not in found] == []


@pytest.mark.parametrize("subject", Subject, ids=lambda subject: subject.value)
def test_no_general_row_in_a_special_matter(subject: Subject) -> None:
    """
    A special matter has rows of its own, is barred or is refused, at every stage in every year.
    """
    for stage in DecisionKind:
        for year in range(1996, 2027):
            line = {"asia": subject.value, "vaihe": stage.value}
            found = answer(line, MakerKind.BOARD, date(year, 6, 15))
            subjects = {row.subject for row in found if isinstance(row, Remedy)}
            assert subjects <= {subject}, (stage.value, year)


@pytest.mark.parametrize("line", cases(prohibitions=False))
def test_a_line(line: dict[str, str]) -> None:
    """
    On each day of a line every maker's decision has one such remedy, with every field as written.
    """
    for day in days(line):
        for maker in makers(line):
            found = matching(line, maker, day)
            at = f"{day}, {maker.value}"
            assert len(found) == 1, f"{at}: {len(found)} rows; {shown(line, maker, day)}"
            (row,) = found
            found_fields = fields(row)
            wrong = {
                name: f"{found_fields[name]}, not {value}"
                for name, value in wanted(line).items()
                if found_fields[name] != value
            }
            assert not wrong, f"{at}: {wrong}"
            assert not line["säännös"] or line["säännös"] in cited(row), f"{at}: {cited(row)}"


@pytest.mark.parametrize("line", cases(prohibitions=False))
def test_outside_a_line(line: dict[str, str]) -> None:
    """
    The row is not there the day before, nor the day after; nor for others, where only some have it.
    """
    ours = {
        row for day in days(line) for maker in makers(line) for row in matching(line, maker, day)
    }
    ends = [] if line["alkaen"].startswith("~") else [first_day(line) - DAY]
    ends += [date.fromisoformat(line["asti"]) + DAY] if line["asti"] else []
    for day in ends:
        for maker in makers(line):
            assert not ours & set(matching(line, maker, day)), f"{day}, {maker.value}"
    others = set(MAKERS) - set(makers(line)) if line["tekijät"].startswith("vain ") else set()
    for maker in others:
        found = {row for day in days(line) for row in matching(line, maker, day)}
        assert not ours & found, maker.value


@pytest.mark.parametrize("line", cases(prohibitions=True))
def test_no_appeal(line: dict[str, str]) -> None:
    """
    Where an act bars a further appeal, no row gives one.
    """
    for day in days(line):
        for maker in makers(line):
            rows = answer(line, maker, day)
            assert not any(isinstance(row, Remedy) for row in rows), (day, [str(r) for r in rows])
