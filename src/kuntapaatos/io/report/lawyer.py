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
from kuntapaatos.io.report.deadlines import (
    before,
    day_text,
    moment_text,
    openness_text,
    way_text,
)
from kuntapaatos.io.report.known import Known
from kuntapaatos.io.report.layout import items, pairs, paragraph, shortened
from kuntapaatos.io.report.tracks import Row
from kuntapaatos.io.text.reading import Found, Reading
from kuntapaatos.notice import Notice
from kuntapaatos.office_hours import OfficeHours
from kuntapaatos.shown import shown

__all__ = ["beside"]


def beside(row: Row, deadline: Deadline, reading: Reading, known: Known) -> str:
    """
    Return what stands beside one deadline.

    Args:
        row: Whose clock, and who stated its starting day.
        deadline: Its answer.
        reading: The document.
        known: What was given beside it.
    """
    title = f"{row.track.value.capitalize()}, {way_text(row.way)} {shown(row.day)}"
    steps = [paragraph(str(step), "      ", "    ") for step in deadline.steps]
    rows = [
        ("Alkamispäivä", _fact(row, reading)),
        ("Tiedoksisaanti", _notified(deadline.notice)),
        ("Varmin hetki", _safe(deadline, known)),
        ("Sähköisesti", _electronic(deadline)),
        ("Epävarmaa", items(map(_doubt, deadline.doubts))),
    ]
    if known.at is not None:
        rows.append(("Tilanne", f"{shown(known.at)}: {openness_text(deadline, known.at)}"))
    return "\n".join([paragraph(f"{title}: {before(deadline)}", "  "), *steps, pairs(rows, "    ")])


def _fact(row: Row, reading: Reading) -> str:
    if row.given:
        text = f"oletettu: antamasi ({row.option} {shown(row.day)}); asiakirja ei todista sitä"
        stated = reading.decision.published_on
        if row.option == "--published" and stated not in (None, row.day):
            text += f"; asiakirja ilmoittaa päivän {shown(stated)}"
        return text
    return " ".join(_published(reading))


def _published(reading: Reading) -> Iterator[str]:
    """Tell where the document states its publication, and what that proves."""
    words = next((_sentence(reading, item) for item in reading.where("published_on")), "")
    yield f"asiakirjan ilmoittama: ”{words}”." if words else "asiakirjan ilmoittama."
    decision = reading.decision
    certified = None if decision.extract is None else decision.extract.on
    if certified is not None and decision.published_on and certified < decision.published_on:
        yield (
            f"Ote on todistettu {shown(certified)}, ennen tuota päivää: "
            "julkaiseminen on ilmoitettu, ei näytetty."
        )
    else:
        yield "Asiakirja ilmoittaa julkaisemisen, ei näytä sitä."
    low = words.lower()
    if words and "pöytäkirja" not in low and "protokoll" not in low:
        yield "Oletetaan, että pöytäkirja julkaistiin silloin: teksti puhuu päätöksestä."


def _sentence(reading: Reading, item: Found) -> str:
    """Return the line of a place, with the one before it where that alone has the words."""
    start = reading.text.rfind("\n", 0, item.span.start) + 1
    end = reading.text.find("\n", item.span.end)
    line = reading.text[start : end if end >= 0 else None]
    if not any(map(str.isalpha, line)):
        before = reading.text[:start].rstrip().rpartition("\n")[2]
        line = f"{before} {line}"
    return shortened(line, 120)


def _notified(notice: Notice) -> str:
    source = notice.provision if notice.stated_days is None else "ohjeen mukaan, ei lain"
    if notice.presumed and notice.rebuttable:
        return (
            f"{shown(notice.notified_on)}, olettama, jonka voi kumota ({source}); "
            "jos päätös on saatu aiemmin, aika voi päättyä aiemmin"
        )
    if notice.presumed:
        return (
            f"{shown(notice.notified_on)}, laissa määrätty päivä, jota näyttö ei siirrä ({source})"
        )
    return f"{shown(notice.notified_on)}, saantipäivä itse ({source})"


def _safe(deadline: Deadline, known: Known) -> str:
    if deadline.closes_at is None:
        return (
            f"perillä jo ennen viimeistä päivää {day_text(deadline.last_day)}, "
            "koska aukioloaikaa ei tiedetä; postittaminen ei riitä"
        )
    text = f"perillä {before(deadline)}; postittaminen ei riitä"
    return text if deadline.hours is None else f"{text}; {_hours(deadline.hours, known)}"


def _hours(hours: OfficeHours, known: Known) -> str:
    if hours == known.hours:
        return "aukiolo on antamasi: tarkista, että se on voimassa tuona päivänä"
    if hours == OfficeHours.state():
        return "aukiolo on valtion virastojen yleinen: tarkista se viranomaisesta"
    return "asiakirjan aukiolo voi olla vanhentunut: tarkista se kirjaamosta"


def _electronic(deadline: Deadline) -> str | None:
    """Return until when an electronic document may arrive, where it is another moment."""
    until = deadline.electronic_until
    if until is None or until == deadline.closes_at:
        return None
    return f"perillä {moment_text(until).replace(' klo', ' ennen klo')}"


def _doubt(doubt: Doubt) -> str:
    return f"{doubt.code.value}: {'; '.join(map(_candidate, doubt.candidates))}"


def _candidate(candidate: Candidate) -> str:
    value, sources = candidate.value, ", ".join(map(str, candidate.provisions))
    if value is None:
        return f"{candidate.basis.value} ({sources})" if sources else candidate.basis.value
    text = moment_text(value) if isinstance(value, datetime) else shown(value)
    return f"{text} ({', '.join(filter(None, (candidate.basis.value, sources)))})"
