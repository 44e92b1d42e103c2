r"""
A document's answer as one Finnish text for a person: what it costs, and until when to appeal.

Plain text of eighty columns: the decision, what it costs, each remedy with a
table of deadlines and what a careful lawyer wants beside each, and everything
that the reader was not sure of.

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
from kuntapaatos.io.report.deadlines import before, openness_text, way_text
from kuntapaatos.io.report.decision import decision_part
from kuntapaatos.io.report.known import Known, parse_day, parse_moment
from kuntapaatos.io.report.layout import WIDTH, bullets, heading, paragraph, printable, shortened
from kuntapaatos.io.report.membership import costs_part, membership_part
from kuntapaatos.io.report.problems import problems_part
from kuntapaatos.io.text.reading import Reading
from kuntapaatos.law import LAW_AS_OF
from kuntapaatos.membership import Membership, total_fee
from kuntapaatos.money import written
from kuntapaatos.shown import shown

__all__ = ["WIDTH", "Known", "parse_day", "parse_moment", "printable", "report", "shortened"]

_NOTHING = Known()
_NO_ADVICE = (
    f"Säännöt on tarkistettu {shown(LAW_AS_OF)}. Tämä ei ole oikeudellista neuvontaa: ennen kuin "
    "oikeutesi riippuu päivästä, lue ohje ja kysy kirjaamosta."
)


def report(reading: Reading, known: Known = _NOTHING) -> str:
    r"""
    Return the whole answer.

    Args:
        reading: What was read from a document.
        known: What is given beside it: starting days, hours, the moment asked about.

    Returns:
        Lines of at most `WIDTH` columns, ending in a line feed; only a longer word, such
        as a web address, is not broken.

    >>> from kuntapaatos.io.text import read
    >>> print(report(read("Kunnanhallitus 3.2.2025 § 14\nPäätös\nHyväksyttiin.")))
    Pöytäkirjan pykälä
    ==================
    ...
    """
    parts = [part for part in _parts(reading, known) if part]
    return "\n\n".join([*parts, paragraph(_NO_ADVICE)]) + "\n"


def _parts(reading: Reading, known: Known) -> Iterator[str]:
    decision = reading.decision
    found = answers(reading, known)
    yield heading(decision.title or decision.kind.value.capitalize(), "=")
    summary = [*_cost(decision.membership), *(line for one in found for line in _until(one, known))]
    yield f"{heading('Lyhyesti')}\n{bullets(summary)}"
    yield decision_part(reading, known.decided)
    if decision.membership is not None:
        yield membership_part(decision.membership)
    costs = _other_costs(decision)
    if costs:
        yield costs_part(costs)
    for one in found:
        yield appeal_part(one, reading, known)
    yield problems_part(reading)


def _cost(membership: Membership | None) -> Iterator[str]:
    if membership is None:
        return
    try:
        total = total_fee(membership)
    except InvalidValue:
        return
    extra = f"; lisäksi {', '.join(membership.at_cost)}" if membership.at_cost else ""
    yield f"{membership.network}, kausi {membership.term}: {written(total)} yhteensä{extra}"


def _other_costs(decision: Decision) -> list[Cost]:
    """Return the sums that the membership does not show already."""
    if decision.membership is None:
        return list(decision.costs)
    shown_already = {decision.membership.annual_fee, decision.membership.stated_total}
    return [cost for cost in decision.costs if cost.amount not in shown_already]


def _until(one: Answer, known: Known) -> Iterator[str]:
    """Give each last moment of a remedy, and for whom it is not known."""
    if one.short:
        yield one.short
    for row in one.rows:
        if row.answer is not None:
            supposed = ", oletettu" if row.given else ""
            told = f"{way_text(row.way)} {shown(row.day)}{supposed}"
            line = f"{one.name}, {row.track.value} ({told}): {before(row.answer)}"
            if known.at is not None:
                line += f"; {shown(known.at)}: {openness_text(row.answer, known.at)}"
            yield line
    for track in dict.fromkeys(row.track for row in one.rows):
        own = [row for row in one.rows if row.track is track]
        if all(row.answer is None for row in own):
            options = " tai ".join(dict.fromkeys(row.option for row in own))
            asked = f"anna {options} PÄIVÄ"
            why = next((row.why for row in own if row.day is not None), asked)
            yield f"{one.name}, {track.value}: ei laskettavissa; {why}"
