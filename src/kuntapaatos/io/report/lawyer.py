"""
What a careful lawyer wants beside a deadline: how it was counted, and what it rests on.

From which fact and who stated it, presumed or proven, the earliest safe moment,
that a document must have arrived and not been posted, that hours may be outdated.
Kuntalaki (410/2015) 139-140 §, Hallintolaki (434/2003) 17-18 §, 150/1930 6 §.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from kuntapaatos.deadline import Deadline
from kuntapaatos.doubts import Candidate, Doubt
from kuntapaatos.io.report.deadlines import before, openness_text
from kuntapaatos.io.report.known import Known
from kuntapaatos.io.report.layout import items, pairs, paragraph, shortened
from kuntapaatos.io.report.tracks import Row
from kuntapaatos.io.text.reading import Found, Reading
from kuntapaatos.io.wording.voice import Voice, capital
from kuntapaatos.notice import Notice
from kuntapaatos.office_hours import OfficeHours
from kuntapaatos.steps import Step

__all__ = ["beside"]


def beside(row: Row, deadline: Deadline, reading: Reading, known: Known, t: Voice) -> str:
    """
    Return what stands beside one deadline.

    Args:
        row: Whose clock, and who stated its starting day.
        deadline: Its answer.
        reading: The document.
        known: What was given beside it.
        t: The language.
    """
    title = f"{capital(t.track(row.track))}, {t.way(row.way)} {t.value(row.day)}"
    steps = [paragraph(_step(step, t), "      ", "    ") for step in deadline.steps]
    rows = [
        (t("Starting day"), _fact(row, reading, t)),
        (t("Receipt of notice"), _notified(deadline.notice, t)),
        (t("Safe moment"), _safe(deadline, known, t)),
        (t("By e-mail"), _electronic(deadline, t)),
        (t("Uncertain"), items(_doubt(doubt, t) for doubt in deadline.doubts)),
    ]
    if known.at is not None:
        rows.append((t("Now"), f"{t.moment(known.at)}: {openness_text(deadline, known.at, t)}"))
    headline = paragraph(f"{title}: {before(deadline, t)}", "  ")
    return "\n".join([headline, *steps, pairs(rows, "    ")])


def _step(step: Step, t: Voice) -> str:
    said = t(
        "{start} → {end} {rule}: {detail}",
        start=t.value(step.start),
        end=t.value(step.end),
        rule=t.term(step.rule),
        detail=t.value(step.cause),
    )
    return f"{said} ({t.sources(step.provisions)})" if step.provisions else said


def _fact(row: Row, reading: Reading, t: Voice) -> str:
    if row.given:
        text = t(
            "assumed: you gave it ({option} {day}); the document does not prove it",
            option=row.option,
            day=t.value(row.day),
        )
        stated = reading.decision.published_on
        if row.option == "--published" and stated is not None and stated != row.day:
            text += t("; the document states {day}", day=t.day(stated))
        return text
    return " ".join(_published(reading, t))


def _published(reading: Reading, t: Voice) -> Iterator[str]:
    """Tell where the document states its publication, and what that proves."""
    words = next((_sentence(reading, item) for item in reading.where("published_on")), "")
    yield (
        t("as the document states: ”{words}”.", words=words)
        if words
        else t("as the document states.")
    )
    decision = reading.decision
    certified = None if decision.extract is None else decision.extract.on
    if certified is not None and decision.published_on and certified < decision.published_on:
        yield t(
            "The extract was certified on {day}, before that day: the publication is announced, "
            "not shown.",
            day=t.day(certified),
        )
    else:
        yield t("The document announces the publication, it does not show it.")
    low = words.lower()
    if words and "pöytäkirja" not in low and "protokoll" not in low:
        yield t(
            "It is assumed that the minutes were published then: the text speaks of the decision."
        )


def _sentence(reading: Reading, item: Found) -> str:
    """Return the line of a place, with the one before it where that alone has the words."""
    start = reading.text.rfind("\n", 0, item.span.start) + 1
    end = reading.text.find("\n", item.span.end)
    line = reading.text[start : end if end >= 0 else None]
    if not any(map(str.isalpha, line)):
        above = reading.text[:start].rstrip().rpartition("\n")[2]
        line = f"{above} {line}"
    return shortened(line, 120)


def _notified(notice: Notice, t: Voice) -> str:
    source = t("by the instruction, not by the law")
    if notice.stated_days is None:
        source = t.sources([notice.provision])
    day = t.day(notice.notified_on)
    if notice.presumed and notice.rebuttable:
        return t(
            "{day}, a presumption that may be rebutted ({source}); if the decision was received "
            "earlier, the time may end earlier",
            day=day,
            source=source,
        )
    if notice.presumed:
        return t(
            "{day}, a day fixed by the law that no evidence moves ({source})",
            day=day,
            source=source,
        )
    return t("{day}, the day of receipt itself ({source})", day=day, source=source)


def _safe(deadline: Deadline, known: Known, t: Voice) -> str:
    if deadline.closes_at is None:
        return t(
            "there already before the last day {day}, since the opening hours are not known; "
            "posting it is not enough",
            day=t.weekday(deadline.last_day),
        )
    text = t("there {moment}; posting it is not enough", moment=before(deadline, t))
    return text if deadline.hours is None else f"{text}; {_hours(deadline.hours, known, t)}"


def _hours(hours: OfficeHours, known: Known, t: Voice) -> str:
    if hours == known.hours:
        return t("the hours are those you gave: check that they hold on that day")
    if hours == OfficeHours.state():
        return t("the hours are those of state offices in general: check them with the authority")
    return t("the hours in the document may be outdated: check them with the registry")


def _electronic(deadline: Deadline, t: Voice) -> str | None:
    """Return until when an electronic document may arrive, where it is another moment."""
    until = deadline.electronic_until
    if until is None or until == deadline.closes_at:
        return None
    return t("there {moment}", moment=t.before(until))


def _doubt(doubt: Doubt, t: Voice) -> str:
    return f"{t.term(doubt.code)}: {'; '.join(_candidate(one, t) for one in doubt.candidates)}"


def _candidate(candidate: Candidate, t: Voice) -> str:
    value, sources = candidate.value, t.sources(candidate.provisions)
    basis = t.term(candidate.basis)
    if value is None:
        return f"{basis} ({sources})" if sources else basis
    text = t.until(value) if isinstance(value, datetime) else t.value(value)
    return f"{text} ({', '.join(filter(None, (basis, sources)))})"
