r"""
What a laid-out decision costs and where it is booked, each with its place.

>>> from kuntapaatos.io.text.sections import outlined
>>> text = "Päätös\nAuto ostetaan 500 eurolla, joka kirjataan kustannuspaikalle 1234."
>>> outline = outlined(text)
>>> paid = paid_in(outline, [(text.index("Auto"), len(text))])
>>> print(*(cost.amount for cost in read_costs(outline, paid, [])), *read_centres(outline, []))
500.00 1234
"""

from __future__ import annotations

from kuntapaatos.decision import Cost
from kuntapaatos.io.text.amounts import find_amounts
from kuntapaatos.io.text.costs import cost_centres, costs, is_booked
from kuntapaatos.io.text.facts import Fact, Why
from kuntapaatos.io.text.sections import Outline
from kuntapaatos.membership import CostCentre

__all__ = ["paid_in", "read_centres", "read_costs"]


def paid_in(outline: Outline, decided: list[tuple[int, int]]) -> list[tuple[int, int, bool]]:
    """
    Return the words that name costs, and whether a label says that they do.

    The resolution goes before the proposal, and that before what stands under the label.
    """
    under = [part for part in outline.of("costs") if part.at < outline.appeals_at]
    ways = [*([(*place, False)] for place in decided)]
    ways.append([(part.start, part.end, True) for part in under])
    for way in ways:
        if any(find_amounts(outline.text[start:end]) for start, end, _ in way):
            return way
    return []


def read_costs(
    outline: Outline, paid: list[tuple[int, int, bool]], facts: list[Fact]
) -> tuple[Cost, ...]:
    """Return the costs that the words name; each is added to the evidence."""
    found: list[Cost] = []
    for start, end, labelled in paid:
        for cost, first, last in costs(outline.text[start:end], labelled=labelled):
            facts.append(Fact(f"costs[{len(found)}]", cost, start + first, start + last))
            found.append(cost)
    return tuple(found)


def read_centres(outline: Outline, facts: list[Fact]) -> tuple[CostCentre, ...]:
    """Return where the costs are booked, when no membership holds it."""
    text = outline.text
    found: dict[str, CostCentre] = {}
    at = 0
    for start, end in [*outline.earlier_regions, (outline.appeals_at, outline.appeals_at)]:
        if start > at:
            for centre, first, last in cost_centres(text[at:start]):
                if centre.code not in found:
                    name = f"cost_centres[{len(found)}]"
                    sure = is_booked(text, at + first, at + last)
                    doubt = ((), None) if sure else ((centre,), Why.NOT_IN_PLACE)
                    facts.append(Fact(name, centre, at + first, at + last, *doubt))
                    found[centre.code] = centre
        at = max(at, end)
    return tuple(found.values())
