"""
What a rule gives for a membership: the rule that its text states, or one that is public.

The fee is counted only where everything that the rule counts with is known.  Where it
counts with inhabitants and nobody gives their number, it is taken from the table of the
package, if the rule gives the same fee for each of the last years.

>>> uso = Membership(network="USO", municipality="Kajaani", term=Term(2025, 2026))
>>> for ruled in ruled_fees(uso):
...     print(ruled.fee, ruled.fee.facts.population, ruled.population_year, sep="; ")
USO 2025 (vuosi): 12 000,00 €; 36297; 2022
USO 2026 (vuosi): 12 000,00 €; 36297; 2022
"""

from __future__ import annotations

import re

from attrs import frozen

from kuntapaatos.checks import check_type
from kuntapaatos.errors import FactMissing, KuntapaatosError
from kuntapaatos.fees import (
    KOTISEUTULIITTO_2018,
    KT_2022,
    PUUMALA_USO_2019_2020,
    USO_2025_2026,
    Fee,
    FeeSchedule,
    Term,
    fee,
)
from kuntapaatos.membership.value import Membership
from kuntapaatos.municipalities import (
    Municipality,
    known_municipality,
    population_table,
    same_area,
)
from kuntapaatos.municipalities import population as inhabitants

__all__ = ["RuledFee", "ruled_fees", "schedule_of"]

# What one municipality pays is no rule for another.
_PUBLIC: tuple[tuple[FeeSchedule, str | None], ...] = (
    (USO_2025_2026, None),
    (KOTISEUTULIITTO_2018, None),
    (KT_2022, None),
    (PUUMALA_USO_2019_2020, "Puumala"),
)

_YEARS_ALIKE = 5
"""For so many of the last known years the fee must be the same, where no day is stated."""

_OLDEST = 3
"""So many years before the first year of the term the newest number may be."""


@frozen
class RuledFee:
    """
    A fee by a rule, for a year of a membership.

    Attributes:
        fee: The fee, with its steps.
        population_year: The year at whose end the inhabitants were counted, where their
            number is from the table of the package; `None` where it was given, or the
            rule does not count with it.
    """

    fee: Fee
    population_year: int | None


def schedule_of(membership: Membership) -> FeeSchedule | None:
    """
    Return the rule that a membership's text states, or else one that is public.

    A public one is taken where it is the same network's and covers the whole term.

    Raises:
        InvalidValue: *membership* is none.

    >>> schedule_of(Membership(network="USO-verkosto", term=Term(2025, 2026))) is USO_2025_2026
    True
    >>> schedule_of(Membership(network="USO", term=Term(2023, 2024))) is None
    True
    """
    check_type("membership", membership, Membership, "a Membership")
    if membership.schedule is not None:
        return membership.schedule
    place = known_municipality(membership.municipality)
    for schedule, only in _PUBLIC:
        named = re.search(
            rf"(?<!\w){re.escape(schedule.network)}(?!\w)", membership.network, re.IGNORECASE
        )
        whose = only is None or (place is not None and place.name == only)
        if named and whose and _within(membership.term, schedule.term):
            return schedule
    return None


def _within(term: Term | None, known: Term) -> bool:
    return term is not None and {*term.years} <= {*known.years}


def ruled_fees(
    membership: Membership,
    *,
    schedule: FeeSchedule | None = None,
    population: int | None = None,
) -> tuple[RuledFee, ...]:
    """
    Return what a rule gives for each year of a membership, where it can be counted.

    Args:
        membership: Its term and, for a rule by inhabitants, its municipality must be known.
        schedule: The rule; `None` takes `schedule_of`.
        population: Inhabitants; `None` takes them from the table of the package, where the
            municipality had the same area and the fee does not hang on the year.

    Returns:
        One for each year, in order; empty where there is no rule, or where it counts with
        something that is not known.

    Raises:
        InvalidValue: *membership* is none.
    """
    rule = schedule_of(membership) if schedule is None else schedule
    term = membership.term
    if rule is None or term is None or not _within(term, rule.term):
        return ()
    place = known_municipality(membership.municipality)
    found = [_ruled(rule, year, term, place, population) for year in term.years]
    known = tuple(one for one in found if one is not None)
    return known if len(known) == len(found) else ()


def _ruled(
    schedule: FeeSchedule, year: int, term: Term, place: Municipality | None, given: int | None
) -> RuledFee | None:
    try:
        if given is not None or not _counts_inhabitants(schedule, year):
            return RuledFee(fee(schedule, year, population=given), None)
        years = _years(schedule, year, term)
        if place is None or not all(same_area(place, when) for when in years):
            return None
        known = [
            RuledFee(fee(schedule, year, population=inhabitants(place, when)), when)
            for when in years
        ]
    except KuntapaatosError:
        # A fact that nobody knows, no bracket for one of the numbers, a year without one.
        return None
    return known[-1] if len({one.fee.without_tax for one in known}) == 1 else None


def _counts_inhabitants(schedule: FeeSchedule, year: int) -> bool:
    """Say whether a rule counts with inhabitants before anything else that is not known."""
    try:
        fee(schedule, year)
    except FactMissing as missing:
        return missing.fact == "population"
    return False


def _years(schedule: FeeSchedule, year: int, term: Term) -> tuple[int, ...]:
    """Return the years at whose end the inhabitants may be counted."""
    on = schedule.population_on
    if on is not None:
        if (on.month, on.day) == (12, 31):
            return (on.year,)
        # Who lives there on New Year's Day lived there at the end of the year before.
        return (on.year - 1,) if (on.month, on.day) == (1, 1) else ()
    known = tuple(one for one in population_table().years if one < year)[-_YEARS_ALIKE:]
    return known if known and known[-1] >= term.first_year - _OLDEST else ()
