"""
The lawyer's tables: every day that a court, an authority or a municipality has named.

The rows stand in `data/*.csv`, each with its source: a court's case, a municipality's
announcement, or "derived" with the provision it is derived from.
"""

from __future__ import annotations

import csv
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

import kuntapaatos as kp
from kuntapaatos import Notice, NoticeKind, OfficeHours, Period, Regime
from kuntapaatos.workdays import ClosedDay

DATA = Path(__file__).parent / "data"

# A file that lost its tail would still pass, row by row.
ROWS = {
    "deadlines.csv": 68,
    "durations.csv": 1,
    "festivals.csv": 17,
    "filings.csv": 9,
    "mistakes.csv": 2,
    "refusals.csv": 18,
    "situations.csv": 33,
    "tracks.csv": 1,
    "workdays.csv": 17,
}
# How many of the days were named by someone else, table by table.
TABLES = {
    "letter": 5,
    "message": 1,
    "procurement": 3,
    "announcement": 7,
    "plain": 5,
    "shift": 9,
    "member": 26,
    "blocked notice": 7,
    "months": 5,
}

Row = dict[str, str]


def rows(name: str) -> list[Row]:
    """Return the rows of a table."""
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def cases(name: str) -> list[Any]:
    """Return the rows of a table as parameters, each named by its source and day."""
    named = ("source", "day", "first", "member_notified", "year", "period")
    return [
        pytest.param(row, id=" ".join(row[key] for key in named if row.get(key)))
        for row in rows(name)
    ]


def day(text: str) -> date:
    """Read a day."""
    return date.fromisoformat(text)


def period(text: str) -> Period:
    """Read a length as ISO 8601 writes it: P14D, P6M, P1Y."""
    make = {"D": Period.days, "W": Period.weeks, "M": Period.months, "Y": Period.years}
    return make[text[-1]](int(text[1:-1]))


MAKE: dict[str, Callable[[date], Notice]] = {
    "kirje": Notice.letter,
    "sähköinen viesti": Notice.email,
    "pöytäkirja yleisessä tietoverkossa": Notice.online_minutes,
    "saantitodistus": Notice.receipt,
    "luovuttaminen": Notice.handed_over,
    "julkinen kuulutus": Notice.announcement,
    "julkipano": Notice.posting,
    "sijaistiedoksianto": Notice.substituted,
    "haastetiedoksianto": Notice.bailiff,
    "todisteellinen sähköinen tiedoksianto": Notice.verifiable_message,
    "kuulutus Virallisessa lehdessä": Notice.official_gazette,
    "hankintapäätöksen sähköinen tiedoksianto": Notice.procurement_message,
    "lasku": Notice.invoice,
    "näytetty tiedoksisaanti": Notice.proven,
}


def notice(row: Row) -> Notice:
    """Return the notice of a row by the constructor of its kind."""
    told, regime = day(row["day"]), Regime(row.get("regime", "yleinen"))
    if regime is Regime.GENERAL or row["kind"] == "hankintapäätöksen sähköinen tiedoksianto":
        return MAKE[row["kind"]](told)
    with_regime: dict[str, Callable[..., Notice]] = {
        "kirje": Notice.letter,
        "pöytäkirja yleisessä tietoverkossa": Notice.online_minutes,
        "julkinen kuulutus": Notice.announcement,
        "julkipano": Notice.posting,
    }
    return with_regime[row["kind"]](told, regime=regime)


def test_every_kind_has_its_constructor() -> None:
    """
    No way of notice is without a constructor that the tables can name.
    """
    assert set(MAKE) == {kind.value for kind in NoticeKind}


def test_every_row_is_there() -> None:
    """
    A table that lost rows, or a table that no test reads, is a failure.
    """
    assert {path.name: len(rows(path.name)) for path in DATA.glob("*.csv")} == ROWS
    tables = [row["table"] for row in rows("deadlines.csv")]
    assert {name: tables.count(name) for name in tables} == TABLES


@pytest.mark.parametrize("name", ROWS)
def test_every_row_names_its_source(name: str) -> None:
    """
    Each row says who named its days; what is derived names its provision.
    """
    for row in rows(name):
        assert None not in row.values(), f"a field is missing in {row}"
        assert None not in row, f"a field too many in {row}"
        if name != "festivals.csv":
            assert row["source"]
            assert row["source"] != "derived" or row["provision"]


@pytest.mark.parametrize("row", cases("deadlines.csv"))
def test_deadline(row: Row) -> None:
    """
    The day of notice, the last day before and after the move, and the closing hour
    are those that were named.
    """
    told = notice(row)
    assert told.kind.value == row["kind"]
    assert told.notified_on == day(row["notified_on"])
    if not row["period"]:
        return
    length = period(row["period"])
    assert length.after(told.notified_on) == day(row["unmoved"])
    assert kp.last_day(told.notified_on, length) == day(row["last_day"])
    hours = OfficeHours.parse(row["hours"]) if row["hours"] else None
    deadline = kp.count_deadline(told, length, hours)
    assert deadline.notified_on == day(row["notified_on"])
    assert deadline.unmoved_last_day == day(row["unmoved"])
    assert deadline.last_day == day(row["last_day"])
    if hours is None:
        assert deadline.closes_at is None
    else:
        closes = datetime.combine(deadline.last_day, time.fromisoformat(row["closes"]), kp.HELSINKI)
        assert deadline.closes_at == closes


def told_and_instructed(row: Row) -> tuple[Notice, kp.AppealInstruction]:
    """Return the notice and the instruction of a situation."""
    told = Notice(
        kind=NoticeKind(row["kind"]),
        day=day(row["day"]),
        regime=Regime(row["regime"]),
        to_authority=row["flag"] == "to_authority",
        doubted={
            "obliging": kp.DoubtCode.EVIDENTIAL_SERVICE,
            "mention_only": kp.DoubtCode.SECRET_MATTER,
        }.get(row["flag"]),
        obliging=True if row["flag"] == "obliging" else None,
        decided_on=day(row["decided_on"]) if row["decided_on"] else None,
        proven_day=day(row["proven_on"]) if row["proven_on"] else None,
    )
    hours = OfficeHours.parse(row["hours"]) if row["hours"] else None
    if hours is not None and row["hours_until"]:
        hours = evolve(hours, valid_until=day(row["hours_until"]))
    instruction = kp.AppealInstruction(
        remedy=kp.RemedyKind(row["remedy"]),
        period=period(row["period"]),
        subject=kp.Subject(row["subject"]),
        deliver_to=kp.Authority(name="Kirjaamo", hours=hours),
        paper_cutoff=_cutoff(row["paper_cutoff"]),
        electronic_cutoff=_cutoff(row["electronic_cutoff"]),
        presumptions=[
            kp.instruction.Presumption(
                told.kind, int(row["presumed_days"]), rebuttable=told.rebuttable
            )
        ]
        if row["presumed_days"]
        else [],
    )
    return told, instruction


def _cutoff(text: str) -> kp.Cutoff | time | None:
    if not text:
        return None
    return time.fromisoformat(text) if text[0].isdigit() else kp.Cutoff(text)


@pytest.mark.parametrize("row", cases("situations.csv"))
def test_situation(row: Row) -> None:
    """
    Hours, cut-offs, changes of law and wrong instructions: the earliest candidate is the
    answer, the latest is known, and what is open is named.
    """
    told, instruction = told_and_instructed(row)
    deadline = kp.appeal_deadline(instruction, told)
    assert deadline.notified_on == day(row["notified_on"])
    assert deadline.last_day == day(row["last_day"])
    assert deadline.latest_last_day == day(row["latest_last_day"])
    for moment, column in (
        (deadline.closes_at, "paper_until"),
        (deadline.electronic_until, "electronic_until"),
    ):
        assert (moment.isoformat(timespec="minutes") if moment else "") == row[column], column
    assert "; ".join(doubt.code.value for doubt in deadline.doubts) == row["doubts"]


def test_the_notice_of_a_situation_is_a_constructors() -> None:
    """
    What the rows spell out field by field is what the constructors give.
    """
    sent = date(2025, 3, 3)
    for flag, made in {
        "obliging": Notice.letter(sent, obliging=True),
        "mention_only": Notice.online_minutes(sent, mention_only=True),
        "to_authority": Notice.letter(sent, to_authority=True),
    }.items():
        row = next(row for row in rows("situations.csv") if row["flag"] == flag)
        assert told_and_instructed(row)[0] == made.ruled_on(sent)


@pytest.mark.parametrize("row", cases("mistakes.csv"))
def test_published_mistake(row: Row) -> None:
    """
    A published last day that the rules do not give is not reproduced.
    """
    deadline = kp.count_deadline(notice(row), period(row["period"]))
    assert deadline.notified_on == day(row["notified_on"])
    assert deadline.last_day == day(row["last_day"])
    assert deadline.last_day != day(row["published"])


def test_published_mistake_is_a_doubt_when_the_text_states_it() -> None:
    """
    A stated period that is shorter than the law's never binds, and both days are shown:
    Saarijärvi's announcement of 16 July 2021 with its 14 days.
    """
    (row,) = [row for row in rows("mistakes.csv") if row["source"].startswith("Saarijärvi")]
    instruction = kp.AppealInstruction(
        remedy=kp.RemedyKind.APPEAL,
        period=Period.days(14),
        subject=kp.Subject.ENVIRONMENTAL_PERMIT,
    )
    deadline = kp.appeal_deadline(instruction, notice(row))
    assert deadline.last_day == day(row["published"])
    assert deadline.latest_last_day == day(row["last_day"])
    assert deadline.doubts[0].code is kp.DoubtCode.STATED_PERIOD
    assert set(deadline.doubts[0].days) == {day(row["published"]), day(row["last_day"])}


def test_template_of_the_older_act() -> None:
    """
    A template that still tells members on the day of display, after 2017: both days stand,
    and the earlier one is the safe one (Eteva's template).
    """
    instruction = kp.AppealInstruction(
        remedy=kp.RemedyKind.ADMINISTRATIVE_REVIEW,
        period=Period.days(14),
        entitled=[kp.Entitled.MEMBER],
        presumptions=[kp.instruction.Presumption(NoticeKind.ONLINE_MINUTES, 0, rebuttable=False)],
    )
    minutes = Notice.online_minutes(date(2021, 3, 1))
    deadline = kp.appeal_deadline(instruction, minutes, decided_on=date(2021, 2, 22))
    assert deadline.last_day == date(2021, 3, 15)
    assert deadline.latest_last_day == date(2021, 3, 22)
    assert deadline.doubts[0].code is kp.DoubtCode.STATED_PRESUMPTION


@pytest.mark.parametrize("row", cases("durations.csv"))
def test_duration(row: Row) -> None:
    """
    The length of a measure is not a time limit: the first day counts, nothing moves.
    """
    first, length, last = day(row["first"]), period(row["duration"]), day(row["last"])
    assert kp.time_limit.end_of_duration(first, length) == last
    assert not kp.is_workday(last)
    assert kp.last_day(first, length) > last


@pytest.mark.parametrize("row", cases("tracks.csv"))
def test_tracks(row: Row) -> None:
    """
    One decision has two last days, the party's and the members', and the latest decides.
    """
    instruction = kp.AppealInstruction(
        remedy=kp.RemedyKind.ADMINISTRATIVE_REVIEW,
        period=period(row["period"]),
        entitled=[kp.Entitled.PARTY, kp.Entitled.MEMBER],
    )
    tracks = kp.appeal_deadlines(
        instruction,
        [
            Notice.online_minutes(day(row["member_notified"])),
            Notice.proven(day(row["party_notified"])),
        ],
    )
    party, member = [answer for answer in tracks if isinstance(answer, kp.Deadline)]
    assert (party.track, member.track) == (kp.Track.PARTY, kp.Track.MEMBER)
    assert party.last_day == day(row["party_last_day"])
    assert member.last_day == day(row["member_last_day"])
    final = kp.finality(tracks)
    assert final.final_on == day(row["final_on"])
    assert final.decided_by is party


def test_taking_up_a_matter() -> None:
    """
    KHO:2017:58: a letter of 2 July 2014; the board could take the matter up until 23 July.
    """
    deadline = kp.count_deadline(Notice.letter(date(2014, 7, 2)), Period.days(14))
    assert kp.procedure.last_day_to_take_up(deadline, excluded_matter=False).day == date(
        2014, 7, 23
    )


@pytest.mark.parametrize("row", cases("filings.csv"))
def test_filing(row: Row) -> None:
    """
    A document that arrives at the closing moment or after it is late, a second before it is not.
    """
    hours = OfficeHours.parse(row["hours"])
    deadline = kp.count_deadline(notice(row), period(row["period"]), hours)
    arrived = datetime.fromisoformat(row["arrived"])
    answer = kp.filing(deadline, arrived, kp.Channel(row["channel"]))
    assert answer.verdict.value == row["verdict"]
    assert answer.verdict is not kp.arrival.Arrival.LATE or answer.limit is not None
    assert bool(deadline.is_open(arrived)) is (answer.verdict is not kp.arrival.Arrival.LATE)


@pytest.mark.parametrize("row", cases("refusals.csv"))
def test_refusal(row: Row) -> None:
    """
    A day without a sourced rule is refused with a sentence that says why.
    """
    error = {"DayOutOfRange": kp.errors.DayOutOfRange, "NoRuleInForce": kp.errors.NoRuleInForce}[
        row["error"]
    ]
    with pytest.raises(error) as refused:
        kp.count_deadline(notice(row), period(row["period"]))
    assert row["day"][:4] in str(refused.value) or "2100-12-31" in str(refused.value)


@pytest.mark.parametrize(
    "row", [row for row in rows("refusals.csv") if row["error"] == "NoRuleInForce"]
)
def test_refusal_ends_where_the_rule_begins(row: Row) -> None:
    """
    The refused day is the very last one without a rule: the day beside it has an answer.
    """
    refused = day(row["day"])
    beside = timedelta(days=-1 if row["kind"] == "julkipano" else 1)
    told = notice({**row, "day": (refused + beside).isoformat()})
    assert told.notified_on >= told.day


@pytest.mark.parametrize("row", cases("workdays.csv"))
def test_workday(row: Row) -> None:
    """
    A day is named as 150/1930 5 § names it, and a workday stays where it is.
    """
    asked = day(row["day"])
    name = ClosedDay(row["closed_day"]) if row["closed_day"] else None
    assert kp.closed_day(asked) is name
    assert kp.is_workday(asked) is (name is None)
    assert kp.next_workday(asked) == day(row["next_workday"])


_FESTIVALS = {
    "good_friday": ClosedDay.GOOD_FRIDAY,
    "easter_sunday": ClosedDay.EASTER_SUNDAY,
    "easter_monday": ClosedDay.EASTER_MONDAY,
    "ascension_day": ClosedDay.ASCENSION_DAY,
    "whit_sunday": ClosedDay.WHIT_SUNDAY,
    "midsummer_eve": ClosedDay.MIDSUMMER_EVE,
    "midsummer_day": ClosedDay.MIDSUMMER_DAY,
    "all_saints_day": ClosedDay.ALL_SAINTS_DAY,
}


@pytest.mark.parametrize("row", cases("festivals.csv"))
def test_festivals(row: Row) -> None:
    """
    The movable days of a year, and how many of the days of 5 § fall on Monday to Friday:
    the Almanac Office published the same counts.
    """
    year = int(row["year"])
    for column, name in _FESTIVALS.items():
        number, month, _ = row[column].split(".")
        assert kp.closed_day(date(year, int(month), int(number))) is name, column
    first = date(year, 1, 1)
    days = [first + timedelta(days=n) for n in range(366 if year % 4 == 0 else 365)]
    closed = [one for one in days if one.weekday() < 5 and not kp.is_workday(one)]
    assert len(closed) == int(row["closed_weekdays"])
    named = [name for name in map(kp.closed_day, days) if name in _FESTIVALS.values()]
    assert len(named) == len(set(named)) == len(_FESTIVALS)
