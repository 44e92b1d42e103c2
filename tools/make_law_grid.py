"""
Write docs/reference/law-grid.md: what the law gives for every matter, stage and year.

    python tools/make_law_grid.py

Every subject, at every stage, against the decisions of every maker, told in every way, on
one day of each year below.  Each answer is a row with its source, a doubt or a refusal;
anything else stops the script.  Years with the same answers share a line, and so do
makers.  A test holds the page against what this script makes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

import kuntapaatos as kp

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "reference" / "law-grid.md"

# One day in each year in which some rule differs from the year before.
DAYS = (
    date(1996, 3, 1),
    date(2003, 3, 3),
    date(2010, 9, 1),
    date(2012, 6, 1),
    date(2016, 3, 1),
    date(2017, 10, 2),
    date(2019, 10, 1),
    date(2021, 3, 1),
    date(2025, 3, 3),
    date(2026, 6, 1),
)
STAGES = {
    kp.DecisionKind.ORDINARY: "the decision",
    kp.DecisionKind.ON_REVIEW: "after review",
    kp.DecisionKind.ON_APPEAL: "after a court",
}
OUTSIDE = {kp.MakerKind.WELLBEING_COUNTY, kp.MakerKind.PARISH}
MAKERS = tuple(maker for maker in kp.MakerKind if maker not in OUTSIDE)
SHORT = {
    kp.NoticeKind.LETTER: "kirje",
    kp.NoticeKind.EMAIL: "viesti",
    kp.NoticeKind.ONLINE_MINUTES: "pöytäkirja",
    kp.NoticeKind.PROCUREMENT_MESSAGE: "hankintaviesti",
    kp.NoticeKind("todisteellinen sähköinen tiedoksianto"): "todisteellinen viesti",
    kp.NoticeKind("haastetiedoksianto"): "haastemies",
    kp.NoticeKind("kuulutus Virallisessa lehdessä"): "Virallinen lehti",
    kp.NoticeKind.ANNOUNCEMENT: "kuulutus",
}
HEAD = """\
# Every matter, stage and year

What `available_remedies` gives, and which ways of notice start its period, for every subject at every stage on one day in each of {years}. The script `tools/make_law_grid.py` asks for all {asked} combinations; {counts}. Nothing else is ever answered.

- *Years*: those of the days that were asked, first and last; the days on which a rule changed are in [What is counted](law-support.md).
- *By*: whose decision, where it is not the same for everybody.
- *Started by*: what the period runs from, where that is not notice, and each way of notice that starts it, behind the days until notice counts as received; `?` where a doubt stands beside the answer, such as a fact that the question did not hold. A day that is shown as a fact (*näytetty*) always starts it; every other way is refused there.
- **refused**: no row with a source, or a fact that decides was not in the question (when a procurement began); **no appeal**: an act bars it.

"""  # noqa: E501


class Line(NamedTuple):
    """
    One remedy of one matter at one stage.

    Attributes:
        remedy: What it is, how long there is, where it goes.
        sources: The sections behind it.
        started: The ways of notice that start its period.
    """

    remedy: str
    sources: str
    started: str


REFUSED = Line("**refused**", "", "")
ROW, DOUBT, REFUSAL = "a row with its source", "a doubt", "a refusal"


class Way(NamedTuple):
    """
    What one way of notice starts.

    Attributes:
        said: The way, with "?" where a doubt stands; "" where it is refused.
        days: The days until it counts.
        answer: What the answer is.
    """

    said: str
    days: int
    answer: str


@cache
def way(remedy: kp.Remedy, kind: kp.NoticeKind, day: date) -> Way:
    """Return what a way of notice starts."""
    try:
        deadline = kp.appeal_deadline(
            remedy, kp.Notice(kind=kind, day=day, regime=told_under(kind)), decided_on=day
        )
    except kp.KuntapaatosError:
        return Way("", 0, REFUSAL)
    if not (deadline.notice.provisions and deadline.terms and deadline.terms.provisions):
        raise AssertionError(f"no source: {remedy}, {kind.value}, {day}")
    open_points = [doubt for doubt in deadline.doubts if doubt.about in {"notified_on", "period"}]
    days = (deadline.notice.notified_on - day).days
    said = SHORT.get(kind, kind.value)
    return Way(f"{said}?", days, DOUBT) if open_points else Way(said, days, ROW)


def told_under(kind: kp.NoticeKind) -> kp.Regime:
    """Return the rules under which a way of notice says only what happened."""
    message = kind is kp.NoticeKind.PROCUREMENT_MESSAGE
    return kp.Regime.PROCUREMENT if message else kp.Regime.GENERAL


def lines(
    subject: kp.Subject, stage: kp.DecisionKind, maker: kp.MakerKind, day: date, seen: Counter[str]
) -> tuple[Line, ...]:
    """Return what the law gives against one decision."""
    try:
        found = kp.available_remedies(stage, maker, day, subject=subject)
    except kp.KuntapaatosError:
        seen[REFUSAL] += len(kp.NoticeKind)
        return (REFUSED,)
    made: list[Line] = []
    for one in found:
        if not one.provisions:
            raise AssertionError(f"no source: {one}")
        sources = cited(one.provisions)
        if isinstance(one, kp.AppealProhibition):
            seen[ROW] += len(kp.NoticeKind)
            made.append(Line("**no appeal**", sources, ""))
            continue
        period = "" if one.period is None else f", {one.period}"
        sure = "" if one.confidence is not kp.law.Confidence.UNCERTAIN else " (uncertain)"
        leave = ", with leave" if one.leave_needed else ""
        ways = [way(one, kind, day) for kind in kp.NoticeKind]
        seen.update(found.answer for found in ways)
        starts = "" if one.starts is kp.remedy.StartingEvent.NOTICE else f"{one.starts.value}: "
        made.append(
            Line(
                f"{one.kind.value}{period}, {one.authority.value}{leave}{sure}",
                sources,
                starts + started(zip(kp.NoticeKind, ways, strict=True)),
            )
        )
    return tuple(made)


def cited(provisions: Iterable[kp.Provision]) -> str:
    """Return provisions with the sections of one act together, in the order of the row."""
    acts: dict[str, list[str]] = {}
    for one in provisions:
        name = str(one).removesuffix(one.section).rstrip()
        acts.setdefault(name, []).extend([one.section.removesuffix(" §")] * bool(one.section))
    return "; ".join(
        f"{name} {', '.join(sections)} §" if sections else name for name, sections in acts.items()
    )


def started(ways: Iterable[tuple[kp.NoticeKind, Way]]) -> str:
    """Return the ways that start a period, by the days until they count."""
    by_days: dict[int, list[str]] = {}
    for kind, found in ways:
        if found.said and kind is not kp.NoticeKind.PROVEN:
            by_days.setdefault(found.days, []).append(found.said)
    told = [f"+{days} {', '.join(by_days[days])}" for days in sorted(by_days, reverse=True)]
    return "; ".join(told) or "a fact that is shown"


def years(days: Iterable[date]) -> str:
    """Return the years of some days, first and last."""
    found = [day.year for day in days]
    return f"{found[0]}" if len(found) == 1 else f"{found[0]}–{found[-1]}"


def whose(makers: list[kp.MakerKind]) -> str:
    """Return whose decisions; of nearly all, those who are not among them."""
    others = [maker for maker in MAKERS if maker not in makers]
    if len(others) < len(makers):
        return ", ".join(maker.value for maker in others) and "not " + ", ".join(
            maker.value for maker in others
        )
    return ", ".join(maker.value for maker in makers)


def table(subject: kp.Subject, stage: kp.DecisionKind, seen: Counter[str]) -> Iterator[str]:
    """Give the rows of one subject at one stage, years and makers that are alike together."""
    of_day: list[tuple[date, dict[tuple[Line, ...], list[kp.MakerKind]]]] = []
    for day in DAYS:
        alike: dict[tuple[Line, ...], list[kp.MakerKind]] = {}
        for maker in MAKERS:
            alike.setdefault(lines(subject, stage, maker, day, seen), []).append(maker)
        of_day.append((day, alike))
    for alike, days in groupby(of_day, key=lambda item: item[1]):
        named = years(day for day, _ in days)
        for found, makers in alike.items():
            by = whose(makers)
            if found == (REFUSED,) and len(alike) > 1:
                continue
            for line in found:
                yield f"| {STAGES[stage]} | {named} | {by} | {' | '.join(line)} |"


def render() -> str:
    """Return the page."""
    seen: Counter[str] = Counter()
    parts: list[str] = []
    for subject in kp.Subject:
        parts.append(f"## {subject.value}\n")
        parts.append("| Stage | Years | By | Remedy | Source | Started by |")
        parts.append("| --- | --- | --- | --- | --- | --- |")
        parts += [row for stage in STAGES for row in table(subject, stage, seen)]
        parts.append("")
    counts = ", ".join(f"{count} times {what}" for what, count in sorted(seen.items()))
    head = HEAD.format(
        years=", ".join(str(day.year) for day in DAYS),
        asked=len(kp.Subject) * len(STAGES) * len(MAKERS) * len(DAYS) * len(kp.NoticeKind),
        counts=f"the answer is {counts}",
    )
    return head + "\n".join(parts)


if __name__ == "__main__":
    PAGE.write_text(render(), encoding="utf-8")
