r"""
Whole minutes for a person: each item with what came of it and its last days.

>>> from kuntapaatos.io.text import read_minutes
>>> text = "Kunnanhallitus\nPöytäkirja 1/2025\n§ 14\nAuran osto\nPäätös\nHyväksyttiin.\n"
>>> print(minutes_report(read_minutes(text), language="sv"))
Protokoll
=========
Organ                 Kunnanhallitus
<BLANKLINE>
§ 14 Auran osto
---------------
- godkänd
...
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kuntapaatos.io.report.appeals import NO_ADVICE, answers, until
from kuntapaatos.io.report.known import Known
from kuntapaatos.io.report.layout import bullets, clean, heading, pairs, paragraph, shortened
from kuntapaatos.io.text.minutes import Minutes, MinutesItem
from kuntapaatos.io.wording.voice import FINNISH, Voice
from kuntapaatos.law import LAW_AS_OF
from kuntapaatos.scope import other_law

__all__ = ["minutes_remarks", "minutes_report"]

_LONGEST_TITLE = 70


def minutes_report(minutes: Minutes, known: Known | None = None, language: str = FINNISH) -> str:
    """
    Return minutes as a text: the cover, and each item with its remedies and last days.

    Args:
        minutes: Whole minutes or an agenda.
        known: What is given beside them, for every item alike.
        language: A BCP 47 tag.

    Raises:
        InvalidValue: There is no such language, or the meeting is not of a municipality of
            the mainland.
    """
    t = Voice(language)
    given = Known() if known is None else known
    parts = [_cover(minutes, t), *(_item(item, given, t) for item in minutes.items)]
    problems = list(minutes_remarks(minutes, t))
    if problems:
        title = t("Remarks on the text")
        parts.append(f"{heading(title)}\n{bullets(problems)}")
    return "\n\n".join([*parts, paragraph(t(NO_ADVICE, day=t.day(LAW_AS_OF)))]) + "\n"


def _cover(minutes: Minutes, t: Voice) -> str:
    days = (minutes.meeting_on, minutes.checked_on, minutes.published_on)
    met, checked, published = (None if day is None else t.day(day) for day in days)
    municipality = None if minutes.municipality is None else str(minutes.municipality)
    rows: list[tuple[str, str | Sequence[str] | None]] = [
        (t("Municipality"), municipality),
        (t("Body"), None if minutes.body is None else t.value(minutes.body)),
        (t("Meeting"), met),
        (t("Checked"), checked),
        (t("Published"), published),
    ]
    kind = t.term(minutes.kind)
    return "\n".join(filter(None, (heading(kind[:1].upper() + kind[1:], "="), pairs(rows))))


def _item(item: MinutesItem, known: Known, t: Voice) -> str:
    decision = item.decision
    title = shortened(f"§ {item.section} {item.title or ''}", _LONGEST_TITLE)
    lines = [] if decision.outcome is None else [t.term(decision.outcome)]
    if other_law(decision) is None:
        found = answers(item.reading, known, t)
        lines += [line for one in found for line in until(one, known, t)]
    if item.reading.is_listed:
        lines += [
            f"{t.term(one.code)}: {clean(', '.join(map(str, one.stated)))}"
            for one in item.reading.problems
        ]
    return f"{heading(clean(title))}\n{bullets(lines)}".rstrip()


def minutes_remarks(minutes: Minutes, t: Voice) -> Iterator[str]:
    """Give what is wrong with the whole of minutes, a sentence each."""
    for problem in minutes.problems:
        sections = ", ".join(str(one) for one in problem.stated)
        yield f"{t.term(problem.code)}: § {sections}"
