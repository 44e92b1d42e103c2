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
from kuntapaatos.io.report.appeals import NO_ADVICE, answers, appeal_part, until
from kuntapaatos.io.report.decision import decision_part
from kuntapaatos.io.report.known import Known, parse_day, parse_moment
from kuntapaatos.io.report.layout import WIDTH, bullets, heading, paragraph, printable, shortened
from kuntapaatos.io.report.membership import costs_part, membership_part
from kuntapaatos.io.report.problems import problems_part, unread_part
from kuntapaatos.io.text.reading import Reading
from kuntapaatos.io.wording.joining import said_charge, told_sums
from kuntapaatos.io.wording.voice import FINNISH, Voice, capital
from kuntapaatos.law import LAW_AS_OF
from kuntapaatos.masks import without_codes
from kuntapaatos.membership import Membership
from kuntapaatos.membership.costs import total_or_none

__all__ = ["WIDTH", "Known", "parse_day", "parse_moment", "printable", "report", "shortened"]

_NOTHING = Known()


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
        InvalidValue: There is no such language, or the decision is not of a municipality
            of the mainland: `kuntapaatos.scope`.

    >>> from kuntapaatos.io.text import read
    >>> print(report(read("Kunnanhallitus 3.2.2025 § 14\nPäätös\nHyväksyttiin."), language="sv"))
    Paragraf i protokollet
    ======================
    ...
    """
    t = Voice(language)
    parts = [part for part in _parts(reading, known, t) if part]
    said = "\n\n".join([*parts, paragraph(t(NO_ADVICE, day=t.day(LAW_AS_OF)))]) + "\n"
    return without_codes(said)


def _parts(reading: Reading, known: Known, t: Voice) -> Iterator[str]:
    decision = reading.decision
    found = answers(reading, known, t)
    yield heading(decision.title or capital(t.term(decision.kind)), "=")
    last = [line for one in found for line in until(one, known, t)]
    summary = [*_cost(decision.membership, t), *last]
    title = t("In short")
    yield f"{heading(title)}\n{bullets(summary)}"
    yield decision_part(reading, t, known.decided)
    if decision.membership is not None:
        yield membership_part(decision.membership, t, decision.municipality)
    costs = _other_costs(decision)
    if costs or decision.cost_centres:
        yield costs_part(costs, decision.cost_centres, t)
    for one in found:
        yield appeal_part(one, reading, known, t)
    yield problems_part(reading, t)
    yield unread_part(reading, t)


def _cost(membership: Membership | None, t: Voice) -> Iterator[str]:
    """Give in one line what a membership costs, as far as it is known."""
    if membership is None:
        return
    total, stated = total_or_none(membership), membership.stated_total
    if total is not None:
        said = t("{total} in all", total=t.money(total))
    elif stated is not None:
        said = t("{total} in all (as the text states)", total=t.money(stated))
    elif membership.charges:
        said = "; ".join(said_charge(t, charge) for charge in membership.charges)
    else:
        return
    network = membership.network
    if membership.term is not None:
        network = t("{network}, term {term}", network=network, term=membership.term)
    besides = ""
    if membership.at_cost:
        besides = t("; besides {extra}", extra=", ".join(membership.at_cost))
    yield f"{network}: {said}{besides}"


def _other_costs(decision: Decision) -> list[Cost]:
    """Return the sums that the membership does not show already."""
    shown_already = told_sums(decision.membership)
    return [cost for cost in decision.costs if cost.amount not in shown_already]
