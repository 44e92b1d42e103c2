r"""
A document's answer as one text for a person: what it costs, and until when to appeal.

In Finnish or the language that is asked, eighty columns wide: the decision, what it
costs, each remedy with a table of deadlines and what a careful lawyer wants beside
each, and everything that the reader was not sure of.

>>> from datetime import date
>>> from kuntapaatos.io.text import read
>>> reading = read("Oikaisuvaatimusohje\nOikaisuvaatimus on tehtävä 14 päivän kuluessa.")
>>> for line in report(reading, Known(letters=[date(2024, 12, 10)])).splitlines():
...     if line.startswith(("Kenen", "asianosainen")):
...         print(line)
Kenen         Tiedoksianto      Alkaa        Tiedoksi    Viimeinen      Ennen
asianosainen  kirje             10.12.2024*  17.12.2024  ti 31.12.2024  ? !
asianosainen  sähköinen viesti  ei tiedossa  –           –              –
"""

from __future__ import annotations

from collections.abc import Iterator

from kuntapaatos.decision import Cost, Decision
from kuntapaatos.errors import InvalidValue
from kuntapaatos.io.report.appeals import Answer, answers, appeal_part
from kuntapaatos.io.report.deadlines import before, openness_text
from kuntapaatos.io.report.decision import decision_part
from kuntapaatos.io.report.known import Known, parse_day, parse_moment
from kuntapaatos.io.report.layout import WIDTH, bullets, heading, paragraph, printable, shortened
from kuntapaatos.io.report.membership import costs_part, membership_part
from kuntapaatos.io.report.problems import problems_part
from kuntapaatos.io.report.speech import FINNISH, Speech, later
from kuntapaatos.io.text.reading import Reading
from kuntapaatos.io.wording.forms import capital
from kuntapaatos.law import LAW_AS_OF
from kuntapaatos.membership import Membership, total_fee

__all__ = ["WIDTH", "Known", "parse_day", "parse_moment", "printable", "report", "shortened"]

_NOTHING = Known()
_NO_ADVICE = later(
    "The rules were checked up to {day}. This is no legal advice: before a right of yours depends "
    "on a day, read the instruction and ask the registry."
)


def report(reading: Reading, known: Known = _NOTHING, language: str = FINNISH) -> str:
    r"""
    Return the whole answer.

    Args:
        reading: What was read from a document.
        known: What is given beside it: starting days, hours, the moment asked about.
        language: A BCP 47 tag; the document's own words stay as they are.

    Returns:
        Lines of at most `WIDTH` columns, ending in a line feed; only a longer word, such
        as a web address, is not broken.

    Raises:
        InvalidValue: There is no such language.

    >>> from kuntapaatos.io.text import read
    >>> print(report(read("Kunnanhallitus 3.2.2025 § 14\nPäätös\nHyväksyttiin."), language="sv"))
    Paragraf i protokollet
    ======================
    ...
    """
    t = Speech(language)
    parts = [part for part in _parts(reading, known, t) if part]
    return "\n\n".join([*parts, paragraph(t(_NO_ADVICE, day=t.day(LAW_AS_OF)))]) + "\n"


def _parts(reading: Reading, known: Known, t: Speech) -> Iterator[str]:
    decision = reading.decision
    found = answers(reading, known, t)
    yield heading(decision.title or capital(t.term(decision.kind)), "=")
    until = [line for one in found for line in _until(one, known, t)]
    summary = [*_cost(decision.membership, t), *until]
    title = t("In short")
    yield f"{heading(title)}\n{bullets(summary)}"
    yield decision_part(reading, t, known.decided)
    if decision.membership is not None:
        yield membership_part(decision.membership, t)
    costs = _other_costs(decision)
    if costs or decision.cost_centres:
        yield costs_part(costs, decision.cost_centres, t)
    for one in found:
        yield appeal_part(one, reading, known, t)
    yield problems_part(reading, t)


def _cost(membership: Membership | None, t: Speech) -> Iterator[str]:
    if membership is None:
        return
    try:
        total = t.money(total_fee(membership))
    except InvalidValue:
        return
    network, term = membership.network, membership.term
    if membership.at_cost:
        extra = ", ".join(membership.at_cost)
        yield t(
            "{network}, term {term}: {total} in all; besides {extra}",
            network=network,
            term=term,
            total=total,
            extra=extra,
        )
    else:
        yield t("{network}, term {term}: {total} in all", network=network, term=term, total=total)


def _other_costs(decision: Decision) -> list[Cost]:
    """Return the sums that the membership does not show already."""
    if decision.membership is None:
        return list(decision.costs)
    shown_already = {decision.membership.annual_fee, decision.membership.stated_total}
    return [cost for cost in decision.costs if cost.amount not in shown_already]


def _until(one: Answer, known: Known, t: Speech) -> Iterator[str]:
    """Give each last moment of a remedy, and for whom it is not known."""
    if one.short:
        yield one.short
    for row in one.rows:
        if row.answer is not None:
            told = f"{t.way(row.way)} {t.value(row.day)}"
            if row.given:
                told += t(", supposed")
            line = f"{one.name}, {t.track(row.track)} ({told}): {before(row.answer, t)}"
            if known.at is not None:
                line += f"; {t.moment(known.at)}: {openness_text(row.answer, known.at, t)}"
            yield line
    for track in dict.fromkeys(row.track for row in one.rows):
        own = [row for row in one.rows if row.track is track]
        if all(row.answer is None for row in own):
            options = t(" or ").join(dict.fromkeys(row.option for row in own))
            asked = t("give {options} DAY", options=options)
            why = next((row.why for row in own if row.day is not None), asked)
            told = t("cannot be counted; {why}", why=why)
            yield f"{one.name}, {t.track(track)}: {told}"
