"""
The deadlines of one remedy for a person: a table, and when the decision becomes final.

>>> from datetime import date
>>> from kuntapaatos.io.report.known import Known
>>> from kuntapaatos.io.report.tracks import rows
>>> from kuntapaatos.decision import Decision, DocumentKind
>>> from kuntapaatos.office_hours import OfficeHours
>>> from kuntapaatos.remedy import RemedyKind
>>> from kuntapaatos.time_limit import Period
>>> instruction = AppealInstruction(
...     remedy=RemedyKind.ADMINISTRATIVE_REVIEW, period=Period.days(14)
... )
>>> decision = Decision(kind=DocumentKind.DECISION, published_on=date(2024, 12, 13))
>>> found = rows(instruction, decision, Known(hours=OfficeHours.parse("8-15")))
>>> print(overview(found[2:]))
Kenen         Tiedoksianto    Alkaa       Tiedoksi    Viimeinen    Ennen
kunnan jäsen  verkkojulkaisu  13.12.2024  20.12.2024  pe 3.1.2025  15.00 !
! tulkinnanvarainen: ks. alla
>>> print(final_text(instruction, found))
ei voi laskea: asianosaisen tiedoksisaantia ei tiedetä (Kuntalaki 139 §)
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta

from kuntapaatos.appeal import AppealInstruction
from kuntapaatos.closing import at_clock
from kuntapaatos.deadline import Deadline, Openness
from kuntapaatos.finality import Missing, NotStarted, appeal_deadlines, finality
from kuntapaatos.io.report.layout import bullets, table
from kuntapaatos.io.report.tracks import Row
from kuntapaatos.notice import NoticeKind, Track
from kuntapaatos.shown import shown, weekday

__all__ = [
    "before",
    "day_text",
    "final_text",
    "moment_text",
    "openness_text",
    "overview",
    "safest_text",
    "way_text",
]

_HEADER = ("Kenen", "Tiedoksianto", "Alkaa", "Tiedoksi", "Viimeinen", "Ennen")
_WAYS = {
    NoticeKind.ONLINE_MINUTES: "verkkojulkaisu",
    NoticeKind.PROCUREMENT_MESSAGE: "sähköinen viesti",
    NoticeKind.ANNOUNCEMENT: "kuulutus",
}
_ASKED = {
    NoticeKind.LETTER: "kirje lähetettiin",
    NoticeKind.EMAIL: "sähköinen viesti lähetettiin",
    NoticeKind.PROCUREMENT_MESSAGE: "sähköinen viesti lähetettiin",
    NoticeKind.RECEIPT: "saantitodistus allekirjoitettiin",
    NoticeKind.INVOICE: "lasku saatiin",
    NoticeKind.ONLINE_MINUTES: "pöytäkirja julkaistiin verkossa",
    NoticeKind.ANNOUNCEMENT: "kuulutus julkaistiin verkossa",
}
_OPEN = {
    Openness.OPEN: "avoinna",
    Openness.DOUBTFUL: "tulkinnanvarainen: toimita nyt ja kysy kirjaamosta",
    Openness.CLOSED: "päättynyt, mahdollisesti myöhässä: toimita nyt ja kysy kirjaamosta",
}
_NOT_KNOWN = {
    Missing.NOT_TOLD: "asianosaisen tiedoksisaantia ei tiedetä",
    Missing.NOT_PUBLISHED: "pöytäkirjan julkaisupäivää ei tiedetä",
}
_ONE_DAY = timedelta(days=1)


def day_text(day: date) -> str:
    """Return a day with its day of the week."""
    return f"{weekday(day)} {shown(day)}"


def moment_text(moment: datetime) -> str:
    """
    Return a closing moment as people say it: midnight is 24.00 of the day that ends.

    >>> moment_text(datetime(2026, 7, 2))
    'ke 1.7.2026 klo 24.00'
    """
    if moment.time() == time():
        return f"{day_text(moment.date() - _ONE_DAY)} klo 24.00"
    return f"{day_text(moment.date())} {shown(moment.time())}"


def way_text(kind: NoticeKind) -> str:
    """Return a way of notice in a word or two."""
    return _WAYS.get(kind, kind.value)


def before(deadline: Deadline) -> str:
    """
    Return the last safe moment with its day.

    >>> from kuntapaatos.deadline import count_deadline
    >>> from kuntapaatos.notice import Notice
    >>> from kuntapaatos.time_limit import Period
    >>> before(count_deadline(Notice.letter(date(2024, 12, 10)), Period.days(14)))
    'ti 31.12.2024, kellonaika ei tiedossa'
    """
    if deadline.closes_at is None:
        return f"{day_text(deadline.last_day)}, kellonaika ei tiedossa"
    return moment_text(deadline.closes_at).replace(" klo", " ennen klo")


def overview(rows: Sequence[Row]) -> str:
    """Return the table of deadlines, with what is missing under it."""
    cells = [_cells(row) for row in rows]
    lines = [table(_HEADER, cells)]
    if any(row.given for row in rows):
        lines.append("* oletettu alkamispäivä: annettu valinnalla, ei asiakirjasta")
    if any("!" in row[-1] for row in cells):
        lines.append("! tulkinnanvarainen: ks. alla")
    notes = dict.fromkeys(note for row in rows for note in _notes(row))
    if notes:
        lines.append(bullets(notes))
    return "\n".join(lines)


def _cells(row: Row) -> tuple[str, ...]:
    start = "ei tiedossa" if row.day is None else shown(row.day) + ("*" if row.given else "")
    deadline = row.answer
    if deadline is None:
        return row.track.value, way_text(row.way), start, "–", "–", "–"
    return (
        row.track.value,
        way_text(row.way),
        start,
        shown(deadline.notified_on),
        day_text(deadline.last_day),
        _clock(deadline) + (" !" if deadline.doubts else ""),
    )


def _clock(deadline: Deadline) -> str:
    moment = deadline.closes_at
    if moment is None:
        return "?"
    day, _, clock = moment_text(moment).partition(" klo ")
    # The registry is closed on the last day itself.
    return clock if day == day_text(deadline.last_day) else "ks."


def _notes(row: Row) -> Iterator[str]:
    who = f"{row.track.value}, {way_text(row.way)}"
    if row.day is None:
        asked = _ASKED[row.way]
        yield f"{who}: teksti ei kerro, milloin {asked}; anna se: {row.option} PÄIVÄ"
    elif row.answer is None:
        yield f"{who}: ei laskettu: {row.why}"
    elif row.answer.closes_at is None:
        yield 'kirjaamon aukioloaikaa ei tiedetä; anna se: --hours "8.00-16.00"'


def _counted(rows: Sequence[Row]) -> list[tuple[Row, Deadline]]:
    return [(row, row.answer) for row in rows if row.answer is not None]


def _unknown_parties(rows: Sequence[Row]) -> bool:
    """Return whether there is a party's clock, and no day is known from which it runs."""
    told = {row.track for row in rows if row.answer is not None}
    return any(row.track is Track.PARTY for row in rows) and told <= {Track.MEMBER}


def _surely(deadline: Deadline) -> datetime:
    """Return the last safe moment; with unknown hours, the beginning of the last day."""
    return deadline.closes_at or at_clock(deadline.last_day, time())


def safest_text(rows: Sequence[Row]) -> str:
    """Return the earliest moment that is safe, and whose it is."""
    counted = _counted(rows)
    if not counted:
        return "ei laskettavissa: alkamispäivä puuttuu"
    row, first = min(counted, key=lambda found: _surely(found[1]))
    basis = f"{row.track.value}, {way_text(row.way)} {shown(row.day)}"
    if row.given:
        basis += ", oletettu"
    moment = before(first)
    if first.closes_at is None:
        moment = f"jo ennen päivää {day_text(first.last_day)}, sillä kellonaikaa ei tiedetä"
    text = f"{moment} ({basis})"
    if _unknown_parties(rows):
        text += "; asianosaisen aika voi päättyä aiemmin, sillä sen alkamispäivä puuttuu"
    return text


def openness_text(deadline: Deadline, at: datetime) -> str:
    """
    Return whether one may still act at a moment, and what to do when not.

    >>> from kuntapaatos.closing import HELSINKI
    >>> from kuntapaatos.deadline import count_deadline
    >>> from kuntapaatos.notice import Notice
    >>> from kuntapaatos.time_limit import Period
    >>> deadline = count_deadline(Notice.letter(date(2024, 12, 10)), Period.days(14))
    >>> openness_text(deadline, datetime(2024, 12, 30, 12, 0, tzinfo=HELSINKI))
    'avoinna'
    """
    return _OPEN[deadline.is_open(at)]


def final_text(instruction: AppealInstruction, rows: Sequence[Row], *, alone: bool = True) -> str:
    """
    Return when a decision becomes final, or why that cannot be known.

    Args:
        instruction: Whose clocks they are.
        rows: The clocks.
        alone: Whether this remedy is the only one of the document.
    """
    deadlines = [deadline for _, deadline in _counted(rows)]
    waiting = {row.track for row in rows} - {deadline.track for deadline in deadlines}
    if Track.EVERYBODY not in waiting and any(row.track is Track.EVERYBODY for row in rows):
        waiting.clear()
    unstarted = [
        answer
        for answer in appeal_deadlines(instruction, ())
        if isinstance(answer, NotStarted) and answer.track in waiting
    ]
    answer = finality([*deadlines, *unstarted])
    if answer.decided_by is None:
        reasons = [f"{_NOT_KNOWN[gap.missing]} ({gap.provision})" for gap in answer.missing]
        return f"ei voi laskea: {'; '.join(reasons) or 'tiedoksisaantia ei tiedetä'}"
    rests_on = ", ".join(assumption.value for assumption in answer.rests_on)
    about = "" if alone else "tämän keinon osalta "
    return f"{about}aikaisintaan {shown(answer.final_on)}, jos {rests_on}"
