"""
Write the test vectors: what any program that counts these days can be checked against.

`python tests/vectors/make_vectors.py` writes the JSON files beside it again.  The days
that others have named come from `tests/data/*.csv` as they stand; the generated ones are
counted by the library, and `tests/test_vectors.py` counts them a second way.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from functools import cache, partial
from itertools import product
from pathlib import Path
from typing import Any, NamedTuple

import kuntapaatos as kp
from kuntapaatos import NoticeKind, OfficeHours, Period, Regime
from kuntapaatos.law import DatedBy
from kuntapaatos.remedy import StartingEvent

HERE = Path(__file__).parent
DATA = HERE.parent / "data"
VERSION = 1
# No case of a table takes more characters than this; it stands on one line.
_LINE = 1_000

# The offices of the generated cases: a municipality's registry, and a state authority.
HOURS = {
    "registry": OfficeHours.parse("8.00-16.00; pe, aatto 8.00-15.00"),
    "state": OfficeHours.parse("8.00-16.15"),
}
_STATE = {
    kp.remedy.AuthorityKind.ADMINISTRATIVE_COURT,
    kp.remedy.AuthorityKind.VAASA_COURT,
    kp.remedy.AuthorityKind.SUPREME_ADMINISTRATIVE_COURT,
    kp.remedy.AuthorityKind.MARKET_COURT,
    kp.remedy.AuthorityKind.REGIONAL_STATE_AGENCY,
    kp.remedy.AuthorityKind.PERMIT_AGENCY,
}
COLUMNS = (
    *("day", "decided_on", "notified_on", "last_day"),
    *("paper_until", "electronic_until", "doubts"),
)
# How long before its notice a decision is made in the generated cases.
_BEFORE = timedelta(days=5)


# --- The calendar and the rules of notice ---------------------------------------------


def named_days(year: int) -> Iterator[tuple[date, str]]:
    """Give the days of 150/1930 5 § that have a name; plain week ends have none."""
    plain = {None, kp.workdays.ClosedDay.SATURDAY, kp.workdays.ClosedDay.SUNDAY}
    for day in _days(year):
        name = kp.closed_day(day)
        if name is not None and name not in plain:
            yield day, name.value


def _days(year: int) -> Iterator[date]:
    day = date(year, 1, 1)
    while day.year == year:
        yield day
        day += timedelta(days=1)


def _calendar() -> dict[str, Any]:
    years = range(kp.workdays.FIRST_DAY.year, kp.workdays.LAST_DAY.year + 1)
    return {
        "about": "The named days on which no time limit ends (150/1930 5 §); every Saturday and "
        "Sunday is closed too. Eves matter to office hours only.",
        "closed": [[day.isoformat(), name] for year in years for day, name in named_days(year)],
        "eves": [
            [day.isoformat(), found.value]
            for year in years
            for day in _days(year)
            if (found := kp.office_hours.eve(day)) is not None
        ],
    }


def _notices() -> dict[str, Any]:
    return {
        "about": "How many days after a notice a decision counts as received, by the day of the "
        "decision, both ends included. to_authority null: whoever the recipient is.",
        "columns": [
            *("notice", "regime", "to_authority", "days", "track", "rebuttable"),
            *("decided_from", "decided_until", "doubts", "dated_by"),
        ],
        "rules": [
            [
                *(rule.kind.value, rule.regime.value, rule.to_authority, rule.days),
                *(rule.track.value, rule.rebuttable, rule.valid_from.isoformat()),
                None if rule.valid_until is None else rule.valid_until.isoformat(),
                [] if rule.doubt is None else [rule.doubt.value],
                rule.dated_by.value,
            ]
            for rule in kp.notice.notice_rules()
        ],
    }


# --- The days that others have named --------------------------------------------------


def _rows(name: str) -> list[dict[str, Any]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        rows: list[dict[str, Any]] = list(csv.DictReader(file, strict=True))
    for row in rows:
        for key, text in row.items():
            row[key] = _plain(key, text)
    return rows


def _plain(key: str, text: str) -> object:
    """Return a field of a table as JSON says it; an empty one is null, or an empty list."""
    if key == "hours":
        return None if not text else hours_as_json(OfficeHours.parse(text))
    if key == "doubts":
        return [code.strip() for code in text.split(";") if code.strip()]
    if key == "presumed_days":
        return int(text) if text else None
    return text or None


def _clock(moment: time) -> str:
    return f"{moment:%H:%M}"


def hours_as_json(hours: OfficeHours) -> dict[str, Any]:
    """Return opening hours as plain lists: Monday first, null when closed."""

    def opening(found: kp.office_hours.Opening | None) -> list[str] | None:
        return None if found is None else [_clock(found.opens), _clock(found.closes)]

    days = [[str(named.first), str(named.last), opening(named.opening)] for named in hours.days]
    return {"week": list(map(opening, hours.week)), "eves": opening(hours.eves), "days": days}


def _dated_cases() -> dict[str, Any]:
    return {
        "about": "Days that courts, authorities and municipalities have named, and days derived "
        "by hand from a provision. Each case names its source.",
        "deadlines": _rows("deadlines.csv"),
        "situations": _rows("situations.csv"),
        "filings": _rows("filings.csv"),
        "tracks": _rows("tracks.csv"),
        "workdays": _rows("workdays.csv"),
        "durations": _rows("durations.csv"),
        "mistakes": _rows("mistakes.csv"),
        "refusals": _rows("refusals.csv"),
    }


# --- The generated cases --------------------------------------------------------------


class Clock(NamedTuple):
    """What fixes every day of a case: how it was told, how long there is, and where it goes."""

    notice: NoticeKind
    regime: Regime
    to_authority: bool
    period: Period
    hours: str


class Use(NamedTuple):
    """A remedy that runs on a clock, for decisions of these days."""

    row: kp.Remedy
    first: date
    last: date

    def covers(self, decided_on: date) -> bool:
        """Return whether a decision of that day has it."""
        return self.first <= decided_on <= self.last


_EVENTS = {
    StartingEvent.INVOICE: {NoticeKind.INVOICE, NoticeKind.PROVEN},
    StartingEvent.GIVEN: {NoticeKind.POSTING},
}
_BY_BEGINNING = DatedBy.PROCUREMENT_BEGUN
_ORDINARY = {NoticeKind.LETTER, NoticeKind.EMAIL}
_OBLIGING = {
    kp.Subject.ANIMAL_WELFARE,
    kp.Subject.FOOD_ENFORCEMENT,
    kp.Subject.HEALTH_PROTECTION,
    kp.Subject.TOBACCO_BAN,
}
_KUNTALAKI = {kp.Subject.GENERAL, kp.Subject.ADMINISTRATIVE}


def _fits(row: kp.Remedy, rule: kp.notice.NoticeRule) -> bool:
    """Return whether a decision with this remedy is told in this way."""
    if row.starts is StartingEvent.PUBLICATION:
        further = row.kind is kp.RemedyKind.FURTHER_APPEAL
        return rule.regime is (Regime.FURTHER_APPEAL if further else Regime.PUBLICATION)
    if row.subject is kp.Subject.DISMISSAL_PERSONAL and rule.kind in _ORDINARY:
        return False  # Served in person: whether a letter starts it is a doubt of its own.
    further = row.kind is kp.RemedyKind.FURTHER_APPEAL
    if row.subject in _OBLIGING and rule.kind in _ORDINARY and not further:
        return False  # So is whether it obliges; a court serves its own decisions.
    if row.subject is kp.Subject.DISMISSAL_ECONOMIC and row.starts is StartingEvent.NOTICE:
        # So is whether it was the council's own, whose period no notice starts.
        return row.kind is not kp.RemedyKind.MUNICIPAL_APPEAL
    if row.starts is not StartingEvent.NOTICE:
        kinds = _EVENTS.get(row.starts, {NoticeKind.PROVEN})
        regimes = {Regime.GENERAL, row.regime} if NoticeKind.PROVEN in kinds else {row.regime}
        return rule.kind in kinds and rule.regime in regimes
    if rule.kind is NoticeKind.INVOICE or rule.regime is not row.regime:
        return False
    if rule.regime is not Regime.GENERAL:
        # Of plans only a court's decision is posted (132/1999 198 §).
        return rule.regime is not Regime.ZONING or rule.kind is not NoticeKind.POSTING
    if rule.track is kp.Track.MEMBER:
        return kp.Entitled.MEMBER in row.who
    if rule.kind is NoticeKind.ANNOUNCEMENT:
        return row.subject is kp.Subject.ADMINISTRATIVE
    if rule.to_authority:
        return row.subject in _KUNTALAKI
    return rule.kind is not NoticeKind.POSTING


def clocks() -> dict[Clock, list[Use]]:
    """Return every clock, with the remedies that run on it."""
    found: dict[Clock, list[Use]] = {}
    for row in kp.remedy.remedies():
        if row.period is None:
            continue
        hours = "state" if row.authority in _STATE else "registry"
        for rule in kp.notice.notice_rules():
            # A rule that is dated by the notice holds for the decisions told then.
            by_notice = rule.dated_by is DatedBy.NOTICE
            before = _BEFORE if by_notice else timedelta()
            ends = (rule.valid_until - before if rule.valid_until else None, row.valid_until)
            first = max(row.valid_from, rule.valid_from - before)
            last = min(end for end in (*ends, kp.workdays.LAST_DAY) if end)
            if first > last or not _fits(row, rule):
                continue
            # An authority may be told by message too, with the same days: once is enough.
            clock = Clock(rule.kind, rule.regime, bool(rule.to_authority), row.period, hours)
            uses = found.setdefault(clock, [])
            joins = uses[-1] if uses and uses[-1].row is row else None
            if joins is not None and joins.last + timedelta(days=1) == first:
                uses[-1] = Use(row, joins.first, last)
            else:
                uses.append(Use(row, first, last))
    return found


def _last_sunday(year: int, month: int) -> date:
    end = date(year, month, 31)
    return end - timedelta(days=(end.weekday() + 1) % 7)


@cache
def tricky_days(year: int) -> list[date]:
    """Return the days of a year that programs get wrong, in order."""
    named = {name: day for day, name in named_days(year)}
    easter, ascension = named["pääsiäispäivä"], named.get("helatorstai")
    ascension = ascension or easter + timedelta(days=39)
    midsummer, saints = named["juhannuspäivä"], named["pyhäinpäivä"]
    spring, autumn = _last_sunday(year, 3), _last_sunday(year, 10)
    feast = {
        *(easter + timedelta(days=n) for n in (-3, -2, -1, 0, 1, 2, 49, 50)),
        *(ascension + timedelta(days=n) for n in (-1, 0, 1)),
        *(midsummer + timedelta(days=n) for n in (-2, -1, 0, 1)),
        *(saints + timedelta(days=n) for n in (-1, 0)),
        *(day + timedelta(days=n) for day in (spring, autumn) for n in (0, 1)),
        *(date(year, 1, day) for day in (1, 5, 6, 31)),
        *(date(year, 3, 1) - timedelta(days=n) for n in (0, 1)),
        *(date(year, month, day) for month, day in ((4, 30), (5, 1), (12, 5), (12, 6))),
        *(date(year, 12, day) for day in (23, 24, 25, 26, 27, 31)),
    }
    return sorted(feast)


# In these years every tricky day is used with the clocks that run most; in others, and
# with rarer clocks, a few of them in turn.
_WHOLE_YEARS = {2016, 2017, 2018, 2020, 2024, 2025, 2026, 2027, 2028}
_MAIN = {NoticeKind.LETTER, NoticeKind.EMAIL, NoticeKind.ONLINE_MINUTES}


def _turn(clock: Clock, year: int) -> int:
    """Return how many tricky days one of them is used for in a year."""
    main = clock.notice in _MAIN and clock.regime is Regime.GENERAL and not clock.to_authority
    if clock.period in {Period.days(14), Period.days(30)} and main:
        return 1 if year in _WHOLE_YEARS else 18
    if clock.regime is not Regime.GENERAL:
        return 2 if year in _WHOLE_YEARS else 18
    return 9 if year in _WHOLE_YEARS else 72


def _notice_days(clock: Clock, uses: list[Use], number: int) -> Iterator[tuple[date, date]]:
    """Give the days of notice and of decision of a clock's cases."""
    decided_at_once = all(use.row.starts is StartingEvent.DECISION for use in uses)
    before = timedelta() if decided_at_once else _BEFORE
    for use in uses:
        for decided_on in (use.first, use.last):
            if decided_on < kp.workdays.LAST_DAY - timedelta(days=400):
                yield decided_on + before, decided_on
    rules = [
        rule
        for rule in kp.notice.notice_rules()
        if rule.kind is clock.notice
        and rule.regime is clock.regime
        and rule.to_authority in {None, clock.to_authority}
    ]
    for year in range(min(use.first for use in uses).year, kp.workdays.LAST_DAY.year + 1):
        turn = _turn(clock, year)
        for place, day in enumerate(tricky_days(year)):
            if (place + year + number) % turn:
                continue
            received = [_received_for(clock, day)]
            if turn == 1 and not kp.is_workday(day):
                received.append(day)  # A closed day as the day of notice, which stays.
            for rule, received_on in product(rules, received):
                told = received_on - timedelta(days=rule.days)
                if rule.in_force(told if rule.dated_by is DatedBy.NOTICE else told - before):
                    yield told, told - before


def _received_for(clock: Clock, unmoved: date) -> date:
    """Return a day of notice whose period ends, unmoved, about a tricky day."""
    if clock.period.unit is kp.time_limit.PeriodUnit.DAY:
        return unmoved - timedelta(days=clock.period.length)
    # A month's last days are the tricky ones: the corresponding day may not exist.
    first = date(unmoved.year, unmoved.month, 1)
    if unmoved.year == kp.workdays.LAST_DAY.year:
        first = date(unmoved.year, 1, 1)  # A later one would end after the supported days.
    return first - timedelta(days=1 + unmoved.day % 3)


def _moment(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat(timespec="minutes")


def instruction(row: kp.Remedy, clock: Clock) -> kp.AppealInstruction:
    """Return the instruction that states the remedy as the law has it."""
    return kp.AppealInstruction(
        remedy=row.kind,
        period=clock.period,
        subject=row.subject,
        deliver_to=kp.Authority(name="Kirjaamo", hours=HOURS[clock.hours]),
        paper_cutoff=kp.Cutoff.OFFICE_CLOSE,
    )


def _group(clock: Clock, uses: list[Use], number: int) -> dict[str, Any]:
    rows: dict[tuple[date, date], list[object]] = {}
    stated = {use: instruction(use.row, clock) for use in uses}
    for told, decided_on in _notice_days(clock, uses, number):
        use = next((use for use in uses if use.covers(decided_on)), None)
        if use is None or (told, decided_on) in rows:
            continue
        notice = kp.Notice(
            kind=clock.notice,
            day=told,
            regime=clock.regime,
            to_authority=clock.to_authority,
            decided_on=decided_on,
            # Begun on the very day, so that the act of the decision's day applies.
            procurement_begun_on=decided_on if use.row.dated_by is _BY_BEGINNING else None,
        )
        try:
            deadline = kp.appeal_deadline(stated[use], notice)
        except kp.errors.DayOutOfRange:  # years that end after 2100
            continue
        of_row = {doubt.code for doubt in use.row.doubts}
        rows[told, decided_on] = [
            *(told.isoformat(), decided_on.isoformat()),
            *(deadline.notified_on.isoformat(), deadline.last_day.isoformat()),
            *(_moment(deadline.closes_at), _moment(deadline.electronic_until)),
            [doubt.code.value for doubt in deadline.doubts if doubt.code not in of_row],
        ]
    return {
        "notice": clock.notice.value,
        "regime": clock.regime.value,
        "to_authority": clock.to_authority,
        "period": f"P{clock.period.length}{clock.period.unit.name[0]}",
        "hours": clock.hours,
        "remedies": [
            {
                "remedy": use.row.kind.value,
                "subject": use.row.subject.value,
                "against": use.row.against.value,
                "starts": use.row.starts.value,
                "provision": str(use.row.provisions[0]),
                "decided_from": use.first.isoformat(),
                "decided_until": None if use.last == kp.workdays.LAST_DAY else use.last.isoformat(),
                "doubts": [doubt.code.value for doubt in use.row.doubts],
            }
            for use in uses
        ],
        "rows": [rows[key] for key in sorted(rows)],
    }


def _generated(groups: Iterable[dict[str, Any]]) -> dict[str, Any]:
    return {
        "about": "Every remedy with the ways of notice that fit it, about the tricky days of the "
        "years. A row holds for each remedy of its group whose days include decided_on.",
        "hours": {name: hours_as_json(hours) for name, hours in HOURS.items()},
        "paper_cutoff": kp.Cutoff.OFFICE_CLOSE.value,
        "electronic_cutoff": None,
        "columns": COLUMNS,
        "groups": list(groups),
    }


# --- The files ------------------------------------------------------------------------


def _file_of(clock: Clock) -> str:
    if clock.regime is Regime.PROCUREMENT:
        return "deadlines-procurement.json"
    if clock.regime is not Regime.GENERAL:
        return "deadlines-land.json"
    return f"deadlines-{clock.hours}.json"


def _text(name: str, content: dict[str, Any]) -> str:
    """Return a file's text: a line for each row, so that a change shows as one line."""
    head = {
        "format": "kuntapaatos test vectors",
        "version": VERSION,
        "file": name.removesuffix(".json"),
        "law_as_of": kp.LAW_AS_OF.isoformat(),
    }
    return "".join(_lines({**head, **content}, "")) + "\n"


_flat = partial(json.dumps, ensure_ascii=False, separators=(",", ":"))


def _lines(value: object, indent: str) -> Iterator[str]:
    inner = indent + " "
    flat = _flat(value)
    if isinstance(value, dict) and len(flat) > _LINE:
        named = [(f"{_flat(key)}: ", one) for key, one in value.items()]
        opens, closes = "{}"
    elif isinstance(value, list) and any(isinstance(one, dict | list) for one in value):
        named = [("", one) for one in value]
        opens, closes = "[]"
    else:
        yield flat
        return
    yield opens
    for number, (name, one) in enumerate(named):
        yield f"{',' if number else ''}\n{inner}{name}"
        row = opens == "[" and isinstance(one, list)
        yield from (_flat(one),) if row else _lines(one, inner)
    yield f"\n{indent}{closes}"


def files() -> dict[str, str]:
    """Return the text of every file, by its name."""
    contents = {
        "calendar.json": _calendar(),
        "notices.json": _notices(),
        "dated-cases.json": _dated_cases(),
    }
    groups: dict[str, list[dict[str, Any]]] = {}
    for number, (clock, uses) in enumerate(clocks().items()):
        groups.setdefault(_file_of(clock), []).append(_group(clock, uses, number))
    contents.update((name, _generated(found)) for name, found in groups.items())
    return {name: _text(name, content) for name, content in contents.items()}


if __name__ == "__main__":
    for file_name, text in files().items():
        (HERE / file_name).write_text(text, encoding="utf-8", newline="\n")
