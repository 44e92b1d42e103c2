"""
The test vectors for everyone: fresh, right by the library, and right without it.

The library is run over every row; then every row is counted as a vendor of another
program would count it, from the published calendar and rules of notice alone, which
`test_second_way.py` holds against Easter's formula and the statutes.
"""

from __future__ import annotations

import json
import runpy
from datetime import date, datetime, time, timedelta
from functools import cache
from itertools import zip_longest
from pathlib import Path
from typing import Any

import pytest

import kuntapaatos as kp

FOLDER = Path(__file__).parent / "vectors"
FILES = (
    "calendar.json",
    "dated-cases.json",
    "deadlines-land.json",
    "deadlines-procurement.json",
    "deadlines-registry.json",
    "deadlines-state.json",
    "notices.json",
)
DEADLINES = tuple(name for name in FILES if name.startswith("deadlines-"))
ONE_MEGABYTE = 1_000_000


@cache
def read(name: str) -> dict[str, Any]:
    """Return what a file says."""
    content: dict[str, Any] = json.loads((FOLDER / name).read_text(encoding="utf-8"))
    return content


def day(text: str) -> date:
    """Read a day."""
    return date.fromisoformat(text)


def covering(group: dict[str, Any], decided_on: str) -> list[dict[str, Any]]:
    """Return the remedies of a group that a decision of that day has."""
    return [
        remedy
        for remedy in group["remedies"]
        if remedy["decided_from"] <= decided_on <= (remedy["decided_until"] or "9999")
    ]


@pytest.mark.slow
def test_the_files_are_what_the_generator_makes() -> None:
    """
    A changed rule, table or generator asks for `python tests/vectors/make_vectors.py`.
    """
    made: dict[str, str] = runpy.run_path(str(FOLDER / "make_vectors.py"))["files"]()
    assert sorted(made) == sorted(path.name for path in FOLDER.glob("*.json")) == list(FILES)
    for name, text in made.items():
        wanted, found = text.splitlines(), (FOLDER / name).read_text("utf-8").splitlines()
        # A plain comparison: showing how 7,000 lines differ would take minutes.
        stale = sum(1 for line, other in zip_longest(wanted, found) if line != other)
        assert not stale, f"{name}: {stale} lines are stale; write the files again"


@pytest.mark.parametrize("name", FILES)
def test_a_file_says_what_it_is(name: str) -> None:
    """
    Each file names its format, version and the day of the law, and is of a size to read.
    """
    content = read(name)
    assert content["format"] == "kuntapaatos test vectors"
    assert content["version"] == 1
    assert content["file"] == Path(name).stem
    assert content["law_as_of"] == kp.LAW_AS_OF.isoformat()
    assert (FOLDER / name).stat().st_size < ONE_MEGABYTE


def test_nothing_is_left_out() -> None:
    """
    Every remedy, every way of notice and every year is in the generated files.
    """
    groups = [group for name in DEADLINES for group in read(name)["groups"]]
    remedies = {(r["remedy"], r["subject"]) for group in groups for r in group["remedies"]}
    wanted = {(row.kind, row.subject) for row in kp.remedy.remedies() if row.period is not None}
    assert remedies == {(kind.value, subject.value) for kind, subject in wanted}
    assert {group["notice"] for group in groups} == {kind.value for kind in kp.NoticeKind}
    assert {group["regime"] for group in groups} == {regime.value for regime in kp.Regime}
    years = {int(row[3][:4]) for group in groups for row in group["rows"]}
    assert years >= set(range(1992, 2101))
    assert all(covering(group, row[1]) for group in groups for row in group["rows"])
    assert sum(len(group["rows"]) for group in groups) > 15_000


# --- By the library -------------------------------------------------------------------


def office(hours: dict[str, Any]) -> kp.OfficeHours:
    """Return the opening hours that a file spells out."""

    def opening(found: list[str] | None) -> kp.office_hours.Opening | None:
        return None if found is None else kp.office_hours.Opening(*map(time.fromisoformat, found))

    return kp.OfficeHours(week=map(opening, hours["week"]), eves=opening(hours["eves"]))


def moment(found: datetime | None) -> str | None:
    """Return a moment as the files write it."""
    return None if found is None else found.isoformat(timespec="minutes")


@pytest.mark.parametrize("name", DEADLINES)
def test_the_library_gives_them(name: str) -> None:
    """
    Each row is what `appeal_deadline` answers, for the remedies of its group in turn.
    """
    content = read(name)
    hours = {called: office(hours) for called, hours in content["hours"].items()}
    for group in content["groups"]:
        make = {"D": kp.Period.days, "M": kp.Period.months, "Y": kp.Period.years}
        period = make[group["period"][-1]](int(group["period"][1:-1]))
        stated = {
            number: kp.AppealInstruction(
                remedy=kp.RemedyKind(remedy["remedy"]),
                period=period,
                subject=kp.Subject(remedy["subject"]),
                deliver_to=kp.Authority(name="Kirjaamo", hours=hours[group["hours"]]),
                paper_cutoff=kp.Cutoff(content["paper_cutoff"]),
                electronic_cutoff=content["electronic_cutoff"],
            )
            for number, remedy in enumerate(group["remedies"])
        }
        for number, row in enumerate(group["rows"]):
            remedies = covering(group, row[1])
            remedy = remedies[number % len(remedies)]
            notice = kp.Notice(
                kind=kp.NoticeKind(group["notice"]),
                day=day(row[0]),
                regime=kp.Regime(group["regime"]),
                to_authority=group["to_authority"],
                decided_on=day(row[1]),
                procurement_begun_on=day(row[1]) if "hankinta" in remedy["subject"] else None,
            )
            instruction = stated[group["remedies"].index(remedy)]
            deadline = kp.appeal_deadline(instruction, notice)
            assert [
                str(deadline.notified_on),
                str(deadline.last_day),
                moment(deadline.closes_at),
                moment(deadline.electronic_until),
                sorted(doubt.code.value for doubt in deadline.doubts),
            ] == [*row[2:6], sorted(row[6] + remedy["doubts"])], (group["notice"], remedy, row)


# --- Without the library --------------------------------------------------------------


@cache
def _closed() -> frozenset[date]:
    return frozenset(day(text) for text, _ in read("calendar.json")["closed"])


@cache
def _eves() -> dict[date, str]:
    return {day(text): kind for text, kind in read("calendar.json")["eves"]}


def _decides(rule: list[Any], told: date, decided_on: str) -> str:
    """Return the day by which a rule holds: that of the decision, or of the notice."""
    return str(told) if rule[9] == "tiedoksiannon päivä" else decided_on


def _received(group: dict[str, Any], told: date, decided_on: str) -> tuple[date, list[str]]:
    """Return when a decision counts as received, and what is open about the rule."""
    held = [
        rule
        for rule in read("notices.json")["rules"]
        if rule[:2] == [group["notice"], group["regime"]]
        and rule[2] in {None, group["to_authority"]}
        and rule[6] <= (_decides(rule, told, decided_on)) <= (rule[7] or "9999")
    ]
    # Two rules at once: the earlier day counts, and which of the two is open.
    first, *others = sorted(held, key=lambda rule: rule[3])
    return told + timedelta(days=first[3]), first[8] + 2 * len(others) * ["ratkaiseva määräaika"]


def _end(received: date, period: str) -> date:
    """Return the last day of a period, moved to a workday."""
    length = int(period[1:-1])
    if period[-1] == "D":
        end = received + timedelta(days=length)
    else:
        # The first of the month after next less a day is the month's last day.
        months = 12 * length if period[-1] == "Y" else length
        month = received.year * 12 + received.month - 1 + months
        following = date((month + 1) // 12, (month + 1) % 12 + 1, 1)
        last = following - timedelta(days=1)
        end = last.replace(day=min(last.day, received.day))
    while end.weekday() >= 5 or end in _closed():
        end += timedelta(days=1)
    return end


def _is_summer_time(on: date) -> bool:
    """Return whether clocks show summer time at noon in Finland; until 1995 it ended in September."""

    def last_sunday(month: int) -> date:
        end = date(on.year, month + 1, 1) - timedelta(days=1)
        return end - timedelta(days=(end.weekday() + 1) % 7)

    return last_sunday(3) <= on < last_sunday(9 if on.year < 1996 else 10)


def _closes(hours: dict[str, Any], on: date) -> tuple[str, list[str]]:
    """Return when the office closes, and whether that is disputed."""
    usual = hours["week"][on.weekday()][1]
    doubts = []
    if hours["eves"] is not None and on in _eves():
        if _eves()[on] != "aatto" and hours["eves"][1] != usual:
            doubts.append("tulkinnanvarainen aatto")
        usual = min(usual, hours["eves"][1])
    return f"{on}T{usual}{'+03:00' if _is_summer_time(on) else '+02:00'}", doubts


# The rows that the sources leave uncertain, and no others.
_UNCERTAIN = {
    ("oikaisuvaatimus", "kansallisen kynnysarvon alittava hankinta"),
    ("kunnallisvalitus", "kansallisen kynnysarvon alittava hankinta"),
    ("jatkovalitus", "kansallisen kynnysarvon alittava hankinta"),
}
# Until an act settled it: 555/1981 20 § as amended by 1577/2009.
_UNCERTAIN_UNTIL = {("valitus", "maa-aineslupa"): "2010-01-01"}
# What the acts give, once more: days or months for each remedy.
_PERIODS = {
    "kunnallisvalitus": {"P30D"},
    "hallintovalitus": {"P30D"},
    "jatkovalitus": {"P30D"},
    "hankintaoikaisu": {"P14D", "P60D", "P90D"},
    "valitus markkinaoikeuteen": {"P14D", "P30D", "P6M"},
    "muistutus": {"P14D"},
    "vaatimus": {"P30D"},
    "arvioinnin uusimispyyntö": {"P2M"},
    "maksun oikaisu": {"P6M"},
    "perustevalitus": {"P5Y"},
}
_FOURTEEN = {
    *("yleinen", "palvelussuhdeasia", "kansallisen kynnysarvon alittava hankinta"),
    "irtisanominen taloudellisin tai tuotannollisin perustein",
    "irtisanominen henkilöön liittyvin perustein",
    *("perusopetus", "oppilaan arviointi", "lukiokoulutus", "oppivelvollisuus"),
    *("kirjallinen varoitus tai määräaikainen erottaminen", "vaalit", "tarkastusmaksu"),
    *("lukion kurinpito", "lukion arviointi", "opiskelupaikan osoittaminen", "lomitus"),
    *("ammatillinen koulutus", "ammatillisen koulutuksen kurinpito", "terveydensuojelu"),
    *("ammatillisen osaamisen arviointi", "muu alueidenkäyttölain asia", "asiakirjamaksu"),
}
# Where a section has a period of its own.
_OWN = {
    ("valitus", "tarkastusmaksu"): "P30D",  # 469/1979 13 § as it was until 31.8.2006
    ("arvioinnin uusimispyyntö", "ammatillisen osaamisen arviointi"): "P14D",  # 531/2017 55 §
    ("oikaisuvaatimus", "tupakkalain valvontamaksu"): "P60D",  # 549/2016 106 §
    ("oikaisuvaatimus", "terveydensuojelun valvonnan perusmaksu"): "P60D",  # 763/1994 56 §
    ("maksun oikaisu", "elintarvikevalvonnan maksu"): "P3Y",  # 297/2021 76 §
    ("vaatimus", "tupakkalain kieltopäätös"): "P14D",  # 549/2016 107 §
}
# Fourteen days until an act changed them to thirty, from this day.
_CHANGED = {
    "rakentamislupa": "2025-01-01",  # 132/1999 187 §; 751/2023 178 §
    "maisematyölupa": "2025-01-01",
    "sosiaalihuolto": "2015-04-01",  # 710/1982 45 §; 1301/2014 50 §
    "asiakasmaksu": "2021-07-01",  # 734/1992 15 § as amended by 1201/2020
}


@pytest.mark.parametrize("name", DEADLINES)
def test_they_are_right_without_the_library(name: str) -> None:
    """
    Day of notice, last day, closing moments and doubts of every row, counted from the
    published calendar and rules with nothing but days and months.
    """
    content = read(name)
    for group in content["groups"]:
        hours = content["hours"][group["hours"]]
        for row in group["rows"]:
            told, decided_on = day(row[0]), row[1]
            received, of_rule = _received(group, told, decided_on)
            end = _end(received, group["period"])
            closes, of_hours = _closes(hours, end)
            # HE 124/2025: from 26.2.2026 an electronic document perhaps until the day ends.
            reform = ["sähköisen asiakirjan saapuminen"] * (end >= date(2026, 2, 26))
            doubts = sorted(of_rule + of_hours + reform)
            expected = [str(received), str(end), closes, closes]
            assert [*row[2:6], sorted(row[6])] == [*expected, doubts], (group["notice"], row)


@pytest.mark.parametrize("name", DEADLINES)
def test_the_periods_are_the_acts(name: str) -> None:
    """
    Each remedy has the period that its act gives, and only the uncertain rows say so.
    """
    for group in read(name)["groups"]:
        for remedy in group["remedies"]:
            kind, subject = remedy["remedy"], remedy["subject"]
            wanted = _PERIODS.get(kind) or {"P14D" if subject in _FOURTEEN else "P30D"}
            if kind == "oikaisuvaatimus" and subject in _CHANGED:
                wanted = {"P14D" if remedy["decided_from"] < _CHANGED[subject] else "P30D"}
            if (kind, subject) in _OWN:
                wanted = {_OWN[kind, subject]}
            assert group["period"] in wanted, remedy
            settled = _UNCERTAIN_UNTIL.get((kind, subject), "")
            unsure = (kind, subject) in _UNCERTAIN or remedy["decided_from"] < settled
            assert bool(remedy["doubts"]) is unsure, remedy


# --- The page that explains them ------------------------------------------------------

PAGE = Path(__file__).parents[1] / "docs" / "reference" / "test-vectors.md"


def test_the_page_explains_every_file_and_field() -> None:
    """
    Whoever reads the files finds each of them, and each of their fields, on the page.
    """
    text = PAGE.read_text(encoding="utf-8")
    names = {name for name in FILES if f"<../../tests/vectors/{name}>" in text}
    assert names == set(FILES)
    dated = read("dated-cases.json")
    fields = {*dated, *dated["situations"][0], *read("notices.json")["columns"]}
    for name in DEADLINES:
        content = read(name)
        fields |= {*content, *content["columns"], *content["groups"][0]}
        fields |= content["groups"][0]["remedies"][0].keys()
    plain = {"file", "about", "columns", "kind", "note", "against", "period", "notice", "regime"}
    unexplained = {name for name in fields - plain if f"`{name}`" not in text and name not in text}
    assert not unexplained


def test_a_reader_for_another_version_is_warned() -> None:
    """
    The page names the version that the files have.
    """
    (version,) = {read(name)["version"] for name in FILES}
    assert f"A whole number, {version} now." in PAGE.read_text(encoding="utf-8")
