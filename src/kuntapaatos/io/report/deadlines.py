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
>>> t = Voice("fi")
>>> found = rows(instruction, decision, Known(hours=OfficeHours.parse("8-15")), t)
>>> print(overview(found[2:], t))
Kenen         Tiedoksianto    Alkaa       Tiedoksi    Viimeinen    Ennen
kunnan jäsen  verkkojulkaisu  13.12.2024  20.12.2024  pe 3.1.2025  15.00 !
! tulkinnanvarainen: ks. alla
>>> print(final_text(instruction, found, t))
ei voi laskea: asianosaisen tiedoksisaantia ei tiedetä (Kuntalaki 139 §)
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, time

from kuntapaatos.appeal import AppealInstruction
from kuntapaatos.closing import at_clock
from kuntapaatos.deadline import Deadline, Openness
from kuntapaatos.final import Finality, Missing, NotStarted, appeal_deadlines, finality
from kuntapaatos.io.report.layout import bullets, table
from kuntapaatos.io.report.tracks import Row
from kuntapaatos.io.wording.voice import Voice, later
from kuntapaatos.notice import NoticeKind, Track

__all__ = [
    "before",
    "final_text",
    "finality_of",
    "openness_text",
    "overview",
    "safest_text",
]

_HOURS = '--hours "8.00-16.00"'
_ASKED = {
    NoticeKind.LETTER: later("when the letter was sent"),
    NoticeKind.EMAIL: later("when the electronic message was sent"),
    NoticeKind.PROCUREMENT_MESSAGE: later("when the electronic message was sent"),
    NoticeKind.RECEIPT: later("when the acknowledgment of receipt was signed"),
    NoticeKind.INVOICE: later("when the invoice was received"),
    NoticeKind.ONLINE_MINUTES: later("when the minutes were published online"),
    NoticeKind.ANNOUNCEMENT: later("when the announcement was published online"),
}
_OPEN = {
    Openness.OPEN: later("open"),
    Openness.DOUBTFUL: later("open to interpretation: deliver it now and ask the registry"),
    Openness.CLOSED: later("over, perhaps too late: deliver it now and ask the registry"),
}
_NOT_KNOWN = {
    Missing.NOT_TOLD: later("when the party received notice is not known"),
    Missing.NOT_PUBLISHED: later("the day on which the minutes were published is not known"),
}


def before(deadline: Deadline, t: Voice) -> str:
    """
    Return the last safe moment with its day.

    >>> from datetime import date
    >>> from kuntapaatos.deadline import count_deadline
    >>> from kuntapaatos.notice import Notice
    >>> from kuntapaatos.time_limit import Period
    >>> counted = count_deadline(Notice.letter(date(2024, 12, 10)), Period.days(14))
    >>> before(counted, Voice("fi"))
    'ti 31.12.2024, kellonaika ei tiedossa'
    """
    if deadline.closes_at is None:
        return t("{day}, time of day not known", day=t.weekday(deadline.last_day))
    return t.before(deadline.closes_at)


def overview(rows: Sequence[Row], t: Voice) -> str:
    """Return the table of deadlines, with what is missing under it."""
    cells = [_cells(row, t) for row in rows]
    header = (t("Whose"), t("Notice"), t("Starts"), t("Received"), t("Last day"), t("Before"))
    lines = [table(header, cells)]
    if any(row.given for row in rows):
        lines.append(t("* assumed starting day: given as an option, not by the document"))
    if any("!" in row[-1] for row in cells):
        lines.append(t("! open to interpretation: see below"))
    notes = dict.fromkeys(note for row in rows for note in _notes(row, t))
    if notes:
        lines.append(bullets(notes))
    return "\n".join(lines)


def _cells(row: Row, t: Voice) -> tuple[str, ...]:
    start = t("not known") if row.day is None else t.day(row.day) + ("*" if row.given else "")
    deadline = row.answer
    if deadline is None:
        return t.track(row.track), t.way(row.way), start, "–", "–", "–"
    return (
        t.track(row.track),
        t.way(row.way),
        start,
        t.day(deadline.notified_on),
        t.weekday(deadline.last_day),
        _clock(deadline, t) + (" !" if deadline.doubts else ""),
    )


def _clock(deadline: Deadline, t: Voice) -> str:
    if deadline.closes_at is None:
        return "?"
    day, clock = t.ending(deadline.closes_at)
    # The registry is closed on the last day itself.
    return clock if day == t.weekday(deadline.last_day) else t("see")


def _notes(row: Row, t: Voice) -> Iterator[str]:
    who = f"{t.track(row.track)}, {t.way(row.way)}"
    if row.day is None:
        yield t(
            "{who}: the text does not tell {what}; give it: {option} DAY",
            who=who,
            what=t(_ASKED[row.way]),
            option=row.option,
        )
    elif row.answer is None:
        yield t("{who}: not counted: {why}", who=who, why=row.why)
    elif row.answer.closes_at is None:
        yield t("the registry's opening hours are not known; give them: {option}", option=_HOURS)


def _unknown_parties(rows: Sequence[Row]) -> bool:
    """Return whether there is a party's clock, and no day is known from which it runs."""
    told = {row.track for row in rows if row.answer is not None}
    return any(row.track is Track.PARTY for row in rows) and told <= {Track.MEMBER}


def _surely(deadline: Deadline) -> datetime:
    """Return the last safe moment; with unknown hours, the beginning of the last day."""
    return deadline.closes_at or at_clock(deadline.last_day, time())


def safest_text(rows: Sequence[Row], t: Voice) -> str:
    """Return the earliest moment that is safe, and whose it is."""
    counted = [(row, row.day, row.answer) for row in rows if row.answer is not None and row.day]
    if not counted:
        return t("cannot be counted: the starting day is missing")
    row, day, first = min(counted, key=lambda found: _surely(found[2]))
    basis = f"{t.track(row.track)}, {t.way(row.way)} {t.day(day)}"
    if row.given:
        basis += t(", assumed")
    moment = before(first, t)
    if first.closes_at is None:
        last = t.weekday(first.last_day)
        moment = t("already before {day}, since the time of day is not known", day=last)
    text = f"{moment} ({basis})"
    if _unknown_parties(rows):
        text += t("; a party's time may end earlier, since its starting day is missing")
    return text


def openness_text(deadline: Deadline, at: datetime, t: Voice) -> str:
    """
    Return whether one may still act at a moment, and what to do when not.

    >>> from datetime import date
    >>> from kuntapaatos.closing import HELSINKI
    >>> from kuntapaatos.deadline import count_deadline
    >>> from kuntapaatos.notice import Notice
    >>> from kuntapaatos.time_limit import Period
    >>> deadline = count_deadline(Notice.letter(date(2024, 12, 10)), Period.days(14))
    >>> openness_text(deadline, datetime(2024, 12, 30, 12, 0, tzinfo=HELSINKI), Voice("sv"))
    'tiden löper ännu'
    """
    return t(_OPEN[deadline.is_open(at)])


def finality_of(instruction: AppealInstruction, rows: Sequence[Row]) -> Finality:
    """
    Return when a decision becomes final by the clocks of one remedy.

    Args:
        instruction: Whose clocks they are.
        rows: The clocks; one that is not counted leaves the day unknown.
    """
    deadlines = [row.answer for row in rows if row.answer is not None]
    waiting = {row.track for row in rows} - {deadline.track for deadline in deadlines}
    if Track.EVERYBODY not in waiting and any(row.track is Track.EVERYBODY for row in rows):
        waiting.clear()
    unstarted = [
        answer
        for answer in appeal_deadlines(instruction, ())
        if isinstance(answer, NotStarted) and answer.track in waiting
    ]
    return finality([*deadlines, *unstarted])


def final_text(
    instruction: AppealInstruction, rows: Sequence[Row], t: Voice, *, alone: bool = True
) -> str:
    """
    Return when a decision becomes final, or why that cannot be known.

    Args:
        instruction: Whose clocks they are.
        rows: The clocks.
        t: The language.
        alone: Whether this remedy is the only one of the document.
    """
    answer = finality_of(instruction, rows)
    if answer.final_on is None:
        reasons = "; ".join(
            f"{t(_NOT_KNOWN[gap.missing])} ({t.sources([gap.provision])})" for gap in answer.missing
        )
        return t("cannot be counted: {why}", why=reasons or t("the day of notice is not known"))
    rests_on = ", ".join(map(t.term, answer.rests_on))
    day = t.day(answer.final_on)
    if alone:
        return t("on {day} at the earliest, if {assumptions}", day=day, assumptions=rests_on)
    return t(
        "as far as this remedy goes, on {day} at the earliest, if {assumptions}",
        day=day,
        assumptions=rests_on,
    )
