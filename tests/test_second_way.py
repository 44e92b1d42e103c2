"""
The same days counted a second way, which shares no code and no list with the library.

Easter by the rule that Meeus, Jones and Butcher printed, the closed days of
150/1930 5 § from it, and `numpy.busday_offset` over them; the offsets of notice
from the statutes, written here once more.  Every supported day is compared.
"""

from __future__ import annotations

import csv
import json
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import pytest

import kuntapaatos as kp
from kuntapaatos import Notice, NoticeKind, Period, Regime, Track

Days = npt.NDArray[np.datetime64]

FIRST, LAST = np.datetime64("1992-01-01"), np.datetime64("2100-12-31")
DAY = np.timedelta64(1, "D")
EVERY_DAY: Days = np.arange(FIRST, LAST + DAY)


def easter_sunday(year: int) -> np.datetime64:
    """Return Easter Sunday (Meeus, Astronomical Algorithms, chapter 8)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    l = (32 + 2 * e + 2 * i - h - k) % 7  # noqa: E741 - as it is printed
    m = (a + 11 * h + 19 * l) // 433
    n = (h + l - 7 * m + 90) // 25
    p = (h + l - 7 * m + 33 * n + 19) % 32
    return np.datetime64(f"{year}-{n:02}-{p:02}")


def _saturday_after(day: np.datetime64) -> np.datetime64:
    """Return the first Saturday after a day ("the Saturday following 19 June")."""
    return np.busday_offset(day + DAY, 0, roll="forward", weekmask="Sat")


def closed_days(year: int) -> dict[str, np.datetime64]:
    """Return the days of 5 § that may fall on Monday to Friday, and the two Saturdays."""
    easter = easter_sunday(year)
    midsummer = _saturday_after(np.datetime64(f"{year}-06-19"))
    return {
        "uudenvuodenpäivä": np.datetime64(f"{year}-01-01"),
        "loppiainen": np.datetime64(f"{year}-01-06"),
        "pitkäperjantai": easter - 2 * DAY,
        "pääsiäispäivä": easter,
        "2. pääsiäispäivä": easter + DAY,
        "vapunpäivä": np.datetime64(f"{year}-05-01"),
        "helatorstai": easter + 39 * DAY,
        "helluntaipäivä": easter + 49 * DAY,
        "juhannusaatto": midsummer - DAY,
        "juhannuspäivä": midsummer,
        "pyhäinpäivä": _saturday_after(np.datetime64(f"{year}-10-30")),
        "itsenäisyyspäivä": np.datetime64(f"{year}-12-06"),
        "jouluaatto": np.datetime64(f"{year}-12-24"),
        "joulupäivä": np.datetime64(f"{year}-12-25"),
        "tapaninpäivä": np.datetime64(f"{year}-12-26"),
    }


@cache
def calendar() -> np.busdaycalendar:
    """Return Monday to Friday without the closed days; a year too many at the end."""
    closed = [day for year in range(1992, 2102) for day in closed_days(year).values()]
    return np.busdaycalendar(weekmask="1111100", holidays=closed)


def moved(days: Days) -> Days:
    """Return the first workday on or after each day (5 §)."""
    found: Days = np.busday_offset(days, 0, roll="forward", busdaycal=calendar())
    return found


def days_later(days: Days, length: int) -> Days:
    """Return the day that many days later; the first is not counted (2 §)."""
    return days + np.timedelta64(length, "D")


def months_later(days: Days, length: int) -> Days:
    """Return the same ordinal that many months later, or the month's last day (3 §)."""
    month = days.astype("datetime64[M]")
    ordinal = days - month.astype("datetime64[D]")
    later = month + np.timedelta64(length, "M")
    month_end = (later + np.timedelta64(1, "M")).astype("datetime64[D]") - DAY
    found: Days = np.minimum(later.astype("datetime64[D]") + ordinal, month_end)
    return found


def as_dates(days: Days) -> list[date]:
    """Return plain dates."""
    found: list[date] = days.astype("datetime64[D]").tolist()
    return found


def first_difference(days: list[date], ours: list[date], theirs: list[date]) -> str:
    """Say where two answers part: a list of 40,000 days helps nobody."""
    parted = [row for row in zip(days, ours, theirs, strict=True) if row[1] != row[2]]
    day, our, their = parted[0]
    return f"{len(parted)} differ; the first: {day} gives {our}, the second way gives {their}"


def test_the_second_way_knows_its_easter() -> None:
    """
    The formula gives the Sundays that almanacs print, the earliest and the latest included.
    """
    printed = ["1818-03-22", "1943-04-25", "2008-03-23", "2024-03-31", "2025-04-20", "2038-04-25"]
    assert [str(easter_sunday(int(day[:4]))) for day in printed] == printed


def test_every_day_is_named() -> None:
    """
    Each closed day has the name that 5 § gives it, and no other day has one.
    """
    named: dict[date, set[str]] = {}
    for year in range(1992, 2101):
        for name, day in closed_days(year).items():
            named.setdefault(date.fromisoformat(str(day)), set()).add(name)
    week_end = {5: {"arkilauantai"}, 6: {"sunnuntai"}}
    for asked in as_dates(EVERY_DAY):
        found = kp.closed_day(asked)
        wanted = named.get(asked) or week_end.get(asked.weekday(), set())
        assert (found is None) == (not wanted), asked
        # In 2008 Ascension Day fell on May Day: either name is right.
        assert found is None or found.value in wanted, asked


def test_every_workday() -> None:
    """
    `is_workday` and `next_workday` agree with numpy on every day.
    """
    days = as_dates(EVERY_DAY)
    open_days: list[bool] = np.is_busday(EVERY_DAY, busdaycal=calendar()).tolist()
    assert [kp.is_workday(day) for day in days] == open_days
    ours, theirs = [kp.next_workday(day) for day in days], as_dates(moved(EVERY_DAY))
    assert ours == theirs, first_difference(days, ours, theirs)


def test_the_installed_holidays_agree() -> None:
    """
    The `holidays` package, a third list, names the same days in all years.
    """
    assert kp.workdays.disagreements(range(1992, 2101)) == ()


@pytest.mark.every
@pytest.mark.parametrize(
    ("length", "ends"),
    [
        *(
            pytest.param(Period.days(days), days_later(EVERY_DAY, days), id=f"{days} days")
            for days in (1, 2, 3, 7, 10, 14, 21, 30, 60, 90, 365)
        ),
        *(
            pytest.param(Period.weeks(weeks), days_later(EVERY_DAY, 7 * weeks), id=f"{weeks} weeks")
            for weeks in (1, 2, 3)
        ),
        *(
            pytest.param(Period.months(n), months_later(EVERY_DAY, n), id=f"{n} months")
            for n in (1, 2, 3, 6, 13)
        ),
        *(
            pytest.param(Period.years(n), months_later(EVERY_DAY, 12 * n), id=f"{n} years")
            for n in (1, 5)
        ),
    ],
)
def test_every_last_day(length: Period, ends: Days) -> None:
    """
    "[...] saa tehtävän toimittaa ensimmäisenä arkipäivänä sen jälkeen": from every day.
    """
    inside = ends <= LAST
    days = as_dates(EVERY_DAY[inside])
    ours, theirs = [length.after(day) for day in days], as_dates(ends[inside])
    assert ours == theirs, first_difference(days, ours, theirs)
    ours, theirs = [kp.last_day(day, length) for day in days], as_dates(moved(ends[inside]))
    assert ours == theirs, first_difference(days, ours, theirs)
    outside = as_dates(EVERY_DAY[~inside])
    assert outside
    for day in outside:
        with pytest.raises(kp.errors.DayOutOfRange):
            kp.last_day(day, length)


class Rule(NamedTuple):
    """
    One sentence of a statute: told like this, in these matters, received so many days later.

    The days of validity are days of the decision, both included.
    """

    kind: str
    regime: str
    days: int
    track: str
    rebuttable: bool
    first: str
    last: str
    to_authority: bool = False


NOW = "2100-12-31"
MINUTES = "pöytäkirja yleisessä tietoverkossa"
MESSAGE = "hankintapäätöksen sähköinen tiedoksianto"
MEMBERS_IN_ZONING = Rule(MINUTES, "kaavoitus", 7, "kunnan jäsen", False, "2017-06-01", "2017-12-31")
# Read from the acts: each line names its section.
STATUTES = (
    # 365/1995 95 § and 232/1966 22 §: "jollei muuta näytetä"; an official letter on arrival.
    Rule("kirje", "yleinen", 7, "asianosainen", True, "1995-07-01", "2003-12-31"),
    Rule(
        "kirje", "yleinen", 0, "asianosainen", False, "1995-07-01", "2003-12-31", to_authority=True
    ),
    # 232/1966 22 §: handed over, by receipt or by a bailiff on that day; substituted on the
    # third, the gazette on the seventh.
    Rule("saantitodistus", "yleinen", 0, "asianosainen", False, "1992-01-01", "2003-12-31"),
    Rule("luovuttaminen", "yleinen", 0, "asianosainen", False, "1992-01-01", "2003-12-31"),
    Rule("haastetiedoksianto", "yleinen", 0, "asianosainen", False, "1992-01-01", NOW),
    Rule("sijaistiedoksianto", "yleinen", 3, "asianosainen", True, "1992-01-01", "2003-12-31"),
    Rule("kuulutus Virallisessa lehdessä", "yleinen", 7, "kaikki", False, "1992-01-01", NOW),
    # 13/2003 18 §: the day it is fetched.
    Rule(
        "todisteellinen sähköinen tiedoksianto",
        "yleinen",
        0,
        "asianosainen",
        False,
        "2003-02-01",
        NOW,
    ),
    # 132/1999 198 § (1441/2006): a court's decision on a plan is given after posting.
    Rule("julkipano", "kaavoitus", 0, "kaikki", False, "2007-03-01", NOW),
    # Hallintolaki 59 §: "seitsemäntenä päivänä [...] jollei muuta näytetä"; an authority: "saapumispäivänä".
    Rule("kirje", "yleinen", 7, "asianosainen", True, "2004-01-01", NOW),
    Rule("kirje", "yleinen", 0, "asianosainen", False, "2004-01-01", NOW, to_authority=True),
    # 13/2003 19 § as amended by 924/2010; an authority too (KHO:2020:132).
    Rule("sähköinen viesti", "yleinen", 3, "asianosainen", True, "2010-12-01", NOW),
    Rule(
        "sähköinen viesti", "yleinen", 3, "asianosainen", True, "2010-12-01", NOW, to_authority=True
    ),
    # Kuntalaki 365/1995: display; Kuntalaki 410/2015 140 §, applied from 1.6.2017 (147 §).
    Rule(MINUTES, "yleinen", 0, "kunnan jäsen", False, "1995-07-01", "2017-05-31"),
    Rule(MINUTES, "yleinen", 7, "kunnan jäsen", False, "2017-06-01", NOW),
    # Hallintolaki 60 and 61 §.
    Rule("saantitodistus", "yleinen", 0, "asianosainen", False, "2004-01-01", NOW),
    Rule("luovuttaminen", "yleinen", 0, "asianosainen", False, "2004-01-01", NOW),
    Rule("sijaistiedoksianto", "yleinen", 3, "asianosainen", False, "2004-01-01", NOW),
    # Hallintolaki 62 a § (432/2019).
    Rule("julkinen kuulutus", "yleinen", 7, "kaikki", False, "2020-01-01", NOW),
    # Jätelaki 82 §, in force from 1.5.2012.
    Rule("lasku", "yleinen", 0, "asianosainen", False, "2012-05-01", NOW),
    # 150/1930 2 §.
    Rule("näytetty tiedoksisaanti", "yleinen", 0, "asianosainen", False, "1992-01-01", NOW),
    # 132/1999 188 §: display; from 1.1.2018 (976/2017) as Kuntalaki 140 §.
    Rule(MINUTES, "kaavoitus", 0, "kaikki", False, "2000-01-01", "2017-12-31"),
    # 254/2017 fixed the party's day alone: a member's was that of Kuntalaki 140 §.
    MEMBERS_IN_ZONING,
    Rule(MINUTES, "kaavoitus", 7, "kaikki", False, "2018-01-01", NOW),
    # 132/1999 142 and 198 §: given after posting; 751/2023 70 § from 1.1.2025.
    Rule("julkipano", "rakentaminen", 0, "kaikki", False, "2000-01-01", "2024-12-31"),
    Rule("julkinen kuulutus", "rakentaminen", 7, "kaikki", False, "2025-01-01", NOW),
    # 527/2014 from 1.9.2014; 85 § as amended by 504/2019.
    Rule("julkipano", "ympäristönsuojelu", 0, "kaikki", False, "2014-09-01", "2019-12-31"),
    Rule("julkinen kuulutus", "ympäristönsuojelu", 7, "kaikki", False, "2020-01-01", NOW),
    # 555/1981 19 § as amended by 1407/2019.
    Rule("julkipano", "maa-ainekset", 0, "kaikki", False, "1992-01-01", "2019-12-31"),
    Rule("julkinen kuulutus", "maa-ainekset", 7, "kaikki", False, "2020-01-01", NOW),
    # Posting in a matter that is not named: while one of the three acts knew it.
    Rule("julkipano", "yleinen", 0, "kaikki", False, "2000-01-01", "2024-12-31"),
    # 365/1995 97 §, Kuntalaki 142 §: a court's decision, from the publication of a notice of it.
    Rule(MINUTES, "jatkovalitus", 0, "kunnan jäsen", False, "1995-07-01", NOW),
    Rule("julkinen kuulutus", "jatkovalitus", 0, "kunnan jäsen", False, "2017-06-01", NOW),
    # Vaalilaki 102 §: the publication of the result.
    Rule(MINUTES, "julkaiseminen", 0, "kaikki", False, "1998-10-08", NOW),
    Rule("julkinen kuulutus", "julkaiseminen", 0, "kaikki", False, "1998-10-08", NOW),
    # 348/2007 75 § (321/2010) and 1397/2016 127 §: the day of sending.
    Rule("sähköinen viesti", "hankinta", 0, "asianosainen", True, "2010-06-01", NOW),
    Rule(MESSAGE, "hankinta", 0, "asianosainen", True, "2010-06-01", NOW),
    # 348/2007 from 1.6.2007: a letter as Hallintolaki has it, then 75 §; 1397/2016 127 §.
    Rule("kirje", "hankinta", 7, "asianosainen", True, "2007-06-01", NOW),
)


def test_no_statute_is_left_out() -> None:
    """
    The rules in force on a day are the ones above, no more and no fewer, on every day.
    """
    for day in ("1992-06-01", "1999-01-01", "2004-01-01", "2016-05-01", "2018-07-01", "2026-11-22"):
        wanted = {(r.kind, r.regime, r.days) for r in STATUTES if r.first <= day <= r.last}
        rules = kp.notice.notice_rules(date.fromisoformat(day))
        assert {(r.kind.value, r.regime.value, r.days) for r in rules} == wanted, day


@pytest.mark.every
@pytest.mark.parametrize(
    "rule",
    [
        pytest.param(r, id=f"{r.kind} {r.regime} {r.first}{' to an authority' * r.to_authority}")
        for r in STATUTES
        if r is not MEMBERS_IN_ZONING
    ],
)
def test_every_notice(rule: Rule) -> None:
    """
    Told on any day of its validity, a decision is received when the statute says, never moved;
    14 and 30 days from it end where numpy ends them.
    """
    kind, regime = NoticeKind(rule.kind), Regime(rule.regime)
    # The last notices whose 30 days, moved, still end within the supported years.
    days = np.arange(
        np.datetime64(rule.first), min(np.datetime64(rule.last), LAST - 40 * DAY) + DAY
    )
    told = as_dates(days)
    received = days + rule.days * DAY
    notices = [
        Notice(kind=kind, day=day, regime=regime, to_authority=rule.to_authority, decided_on=day)
        for day in told
    ]
    ours, theirs = [notice.notified_on for notice in notices], as_dates(received)
    assert ours == theirs, first_difference(told, ours, theirs)
    assert {notice.rebuttable for notice in (notices[0], notices[-1])} == {rule.rebuttable}
    assert {notice.track for notice in (notices[0], notices[-1])} == {Track(rule.track)}
    for length in (14, 30):
        given = Period.days(length)
        ours = [kp.count_deadline(notice, given).last_day for notice in notices]
        theirs = as_dates(moved(received + length * DAY))
        assert ours == theirs, first_difference(told, ours, theirs)


@pytest.mark.parametrize(
    ("regime", "change"),
    [("yleinen", "2017-06-01"), ("kaavoitus", "2018-01-01")],
)
def test_every_day_of_the_year_after_a_change(regime: str, change: str) -> None:
    """
    Minutes of an unknown decision day, in the year after the rule changed: the earlier last day
    is the answer and the later one is known, for every day.
    """
    days = np.arange(np.datetime64(change), np.datetime64(change) + 365 * DAY)
    older, newer = as_dates(moved(days + 14 * DAY)), as_dates(moved(days + 21 * DAY))
    for day, early, late in zip(as_dates(days), older, newer, strict=True):
        notice = Notice.online_minutes(day, regime=Regime(regime))
        deadline = kp.count_deadline(notice, Period.days(14))
        assert (deadline.last_day, deadline.latest_last_day) == (early, late), day
        assert kp.DoubtCode.DECISION_DAY in {doubt.code for doubt in deadline.doubts}, day


# --- The published calendar and rules -------------------------------------------------


def published(name: str) -> dict[str, Any]:
    """Return one of the files that other programs are checked against."""
    path = Path(__file__).parent / "vectors" / name
    content: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return content


def eves(year: int) -> dict[np.datetime64, str]:
    """Return the workdays before festivals: the church's for certain, the others disputed."""
    named = closed_days(year)
    found = {np.datetime64(f"{year}-12-31"): "aatto"}
    for name in ("loppiainen", "pitkäperjantai", "helatorstai", "pyhäinpäivä"):
        found[named[name] - DAY] = "aatto"
    for name in ("vapunpäivä", "juhannusaatto", "itsenäisyyspäivä", "jouluaatto"):
        found.setdefault(named[name] - DAY, "tulkinnanvarainen aatto")
    return {day: kind for day, kind in found.items() if np.is_busday(day, busdaycal=calendar())}


def test_the_published_calendar() -> None:
    """
    The file lists the named days and the eves of every year, as Easter's formula gives them.
    """
    content = published("calendar.json")
    # In 2008 one day has two names, and the church festival's is the one in use.
    wanted = {
        str(day): name
        for year in range(1992, 2101)
        for name, day in sorted(
            closed_days(year).items(), key=lambda item: item[0] == "helatorstai"
        )
    }
    assert [[day, wanted[day]] for day in sorted(wanted)] == content["closed"]
    days = {str(day): kind for year in range(1992, 2101) for day, kind in eves(year).items()}
    assert [[day, days[day]] for day in sorted(days)] == content["eves"]


def test_the_published_rules_of_notice() -> None:
    """
    The file gives, on the first and the last day of every statute's rule, that rule.
    """
    rules = published("notices.json")["rules"]
    for rule in STATUTES:
        for day in (rule.first, rule.last):
            (found,) = [
                r[3:6]
                for r in rules
                if [*r[:2], r[4]] == [rule.kind, rule.regime, rule.track]
                and r[2] in {None, rule.to_authority}
                and r[6] <= day <= (r[7] or NOW)
            ]
            assert found == [rule.days, rule.track, rule.rebuttable], (rule, day)
    spans = {(r[0], r[1], r[6], r[7] or NOW) for r in rules}
    assert {first for _, _, first, _ in spans} >= {rule.first for rule in STATUTES}
    assert all(
        any(
            (s.kind, s.regime) == (kind, regime) and s.first <= first and last <= s.last
            for s in STATUTES
        )
        for kind, regime, first, last in spans
    )
    # The older act's messages: 365/1995 names a letter only.
    doubted = {(r[0], r[7]): r[8] for r in rules if r[8]}
    assert doubted == {
        ("sähköinen viesti", "2017-05-31"): ["sähköisen viestin olettama"],
        # Rakentamislaki 194 §: a matter pending on 1.1.2025 follows the older act.
        ("julkinen kuulutus", None): ["vireillä oleva asia"],
    }


# --- Every remedy of the lawyer's table -----------------------------------------------

# How a matter's own rules tell a decision, as the statutes above have it: since when, until
# when, how, and how many days later it counts.
TOLD = {
    "yleinen": [("1995-07-01", NOW, NoticeKind.LETTER, 7)],
    "hankinta": [("2010-06-01", NOW, NoticeKind.PROCUREMENT_MESSAGE, 0)],
    "kaavoitus": [
        ("2000-01-01", "2017-05-31", NoticeKind.ONLINE_MINUTES, 0),
        ("2018-01-01", NOW, NoticeKind.ONLINE_MINUTES, 7),
    ],
    "rakentaminen": [
        ("2000-01-01", "2024-12-31", NoticeKind.POSTING, 0),
        ("2025-01-01", NOW, NoticeKind.ANNOUNCEMENT, 7),
    ],
    "ympäristönsuojelu": [
        ("2014-09-01", "2019-12-31", NoticeKind.POSTING, 0),
        ("2020-01-01", NOW, NoticeKind.ANNOUNCEMENT, 7),
    ],
    "maa-ainekset": [
        ("1992-01-01", "2019-12-31", NoticeKind.POSTING, 0),
        ("2020-01-01", NOW, NoticeKind.ANNOUNCEMENT, 7),
    ],
}
# What runs from another event than the notice of a decision is shown as a fact of that day.
FACT = [("1992-01-01", NOW, NoticeKind.PROVEN, 0)]
SERVED = {"irtisanominen henkilöön liittyvin perustein"}  # 304/2003 43 §: not by letter
LINES = list(
    csv.DictReader(
        (Path(__file__).parent / "data" / "law" / "remedies.csv")
        .read_text(encoding="utf-8")
        .splitlines(),
        strict=True,
    )
)
APPEALS = {"valitus", "hallintovalitus"}


def ends_of(received: Days, period: str) -> Days:
    """Return the last days of a period in the words of the table: 14 päivää, 2 kuukautta."""
    length, unit = period.split()
    if unit.startswith("päiv"):
        return moved(days_later(received, int(length)))
    return moved(months_later(received, int(length) * (12 if unit.startswith("vuo") else 1)))


def lines_of(row: kp.Remedy, day: str) -> list[dict[str, str]]:
    """Return the lines of the lawyer's table that tell of a row on a day."""
    names = APPEALS if row.kind.value in APPEALS else {row.kind.value, ""}
    return [
        line
        for line in LINES
        if (line["asia"], line["vaihe"]) == (row.subject.value, row.against.value)
        and line["keino"] in names
        and line["viranomainen"] in {"", row.authority.value}
        and line["alkaa"] in {"", row.starts.value}
        and line["määräaika"]
        and line["alkaen"].removeprefix("~") <= day <= (line["asti"] or NOW)
    ]


def sampled(row: kp.Remedy) -> list[date]:
    """Return every 101st day of a row, from its first to its last or the end of 2026."""
    first = max(np.datetime64(row.valid_from), FIRST)
    last = np.datetime64("2026-11-22" if row.valid_until is None else row.valid_until)
    return as_dates(np.arange(first, last + DAY, 101 * DAY))


def ways_of(row: kp.Remedy, day: str) -> list[tuple[str, str, NoticeKind, int]]:
    """Return how a decision is told that starts the row's period; one way, or none."""
    told = row.starts.value == "tiedoksisaanti" and row.subject.value not in SERVED
    ways = TOLD[row.regime.value] if told else FACT
    return [way for way in ways if way[0] <= day <= way[1]]


COMPARED = [
    row
    for row in kp.remedy.remedies()
    if row.period is not None
    and any(lines_of(row, str(day)) and ways_of(row, str(day)) for day in sampled(row))
]


def test_most_remedies_are_compared() -> None:
    """
    Few rows, older ones, are told of by no line of the lawyer's table.
    """
    assert len(COMPARED) > 0.85 * len(kp.remedy.remedies())


@pytest.mark.parametrize(
    "row",
    [
        pytest.param(row, id=f"{row.subject.value}, {row.against.value}, {row.valid_from} {n}")
        for n, row in enumerate(COMPARED)
    ],
)
def test_every_remedy(row: kp.Remedy) -> None:
    """
    On days over all of its validity a remedy ends where the lawyer's period and numpy end it.
    """
    for day in sampled(row):
        lines = lines_of(row, str(day))
        for _, _, kind, offset in ways_of(row, str(day)) if lines else ():
            facts: dict[str, Any] = {"decided_on": day}
            regime = Regime.GENERAL
            if row.regime is Regime.PROCUREMENT:
                facts["procurement_begun_on"] = day
                regime = Regime.PROCUREMENT if kind is not NoticeKind.PROVEN else regime
            if row.regime is Regime.SOIL and kind is NoticeKind.POSTING:
                regime = Regime.SOIL  # the posting of 555/1981, older than 132/1999
            notice = Notice(kind=kind, day=day, regime=regime)
            if row.regime is Regime.BUILDING and kind is NoticeKind.ANNOUNCEMENT:
                notice = Notice.announcement(day, regime=Regime.BUILDING, pending=False)
            found = kp.appeal_deadline(row, notice, **facts)
            received = np.array([np.datetime64(day) + offset * DAY])
            ends = {as_dates(ends_of(received, line["määräaika"]))[0] for line in lines}
            assert found.last_day in ends, (day, found.last_day, ends)
