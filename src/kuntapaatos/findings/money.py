"""
Where the sums of a decision do not agree: with one another, with a schedule, with a rule.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from attrs import evolve

from kuntapaatos.decision import Decision
from kuntapaatos.fees import Amount, Fee, FeePeriod, FeeSchedule, fee
from kuntapaatos.findings.kinds import Finding, FindingCode
from kuntapaatos.membership import Membership, cost_plan, ruled_fees
from kuntapaatos.membership.costs import PlannedCost, total_or_none
from kuntapaatos.money import from_cents, to_cents, written

__all__ = ["money_findings"]


def money_findings(
    decision: Decision, schedule: FeeSchedule | None, population: int | None
) -> Iterator[Finding]:
    """Return where sums do not agree."""
    membership = decision.membership
    if membership is None:
        return
    yield from _total(membership)
    whose = evolve(membership, municipality=membership.municipality or decision.municipality)
    if schedule is not None:
        yield from _listed(whose, schedule, population)
    else:
        counted = [ruled.fee for ruled in ruled_fees(whose, population=population)]
        yield from _differing(whose, counted, FindingCode.FEE_AGAINST_RULE)
    yield from _booked(membership)


def _total(membership: Membership) -> Iterator[Finding]:
    """Return a stated total that the sums do not make up."""
    stated = membership.stated_total
    if stated is None:
        return
    total = total_or_none(membership)
    if total is not None and total != stated:
        yield Finding(
            FindingCode.TOTAL_DIFFERS,
            "membership.stated_total",
            stated=written(stated),
            expected=written(total),
        )


def _listed(
    membership: Membership, schedule: FeeSchedule, population: int | None
) -> Iterator[Finding]:
    """Return a yearly fee that is not in the schedule that the caller gave."""
    if population is None:
        known = [ruled.fee for ruled in ruled_fees(membership, schedule=schedule)]
        yield from _differing(membership, known, FindingCode.FEE_DIFFERS)
    elif membership.annual_fee is not None:
        years = [*(membership.term.years if membership.term else ()), *schedule.term.years]
        year = next(year for year in years if year in schedule.term.years)
        listed = fee(schedule, year, population=population)
        # Without years of its own the stated fee is one of each year of the schedule.
        stated = membership
        if membership.term is None:
            stated = evolve(
                membership,
                term=schedule.term,
                open_ended=False,
                from_year=None,
                until_year=None,
                first_day=None,
                last_day=None,
            )
        yield from _differing(stated, [listed], FindingCode.FEE_DIFFERS)


def _differing(
    membership: Membership, counted: Iterable[Fee], kind: FindingCode
) -> Iterator[Finding]:
    """Return the first stated sum of a year that is not what was counted for it."""
    planned = {one.year: one for one in cost_plan(membership) if _is_of_a_year(one)}
    for given in counted:
        one = planned.get(given.year)
        if one is None or one.amount is None or given.per is not FeePeriod.YEAR:
            continue
        if not any(_fits(one.amount, sums) for sums in _sums(given)):
            own = membership.annual_fee is not None
            stated, expected = str(one.amount), str(given.without_tax)
            if kind is FindingCode.FEE_AGAINST_RULE:
                stated, expected = f"{given.year}: {stated}", f"{expected} ({given.source})"
            about = "membership.annual_fee" if own else "membership.charges"
            yield Finding(kind, about, stated=stated, expected=expected)
            return


def _is_of_a_year(planned: PlannedCost) -> bool:
    return planned.charge is not None and planned.charge.per is FeePeriod.YEAR


def _sums(counted: Fee) -> Iterator[Amount]:
    """Give the sums that a text may state for a fee: without tax, and with it."""
    # At an edge that two brackets share as printed, it is one of two and nothing between.
    either = [
        Amount(candidate.value)
        for doubt in counted.doubts
        if doubt.about == "net"
        for candidate in doubt.candidates
        if isinstance(candidate.value, Decimal)
    ]
    yield from either or [counted.without_tax]
    if counted.with_tax is not None:
        yield counted.with_tax


def _fits(stated: Amount, given: Amount) -> bool:
    """Say whether two sums may be the same, as exactly as each is known."""
    least, most = _ends(stated)
    lower, upper = _ends(given)
    return not (
        (most is not None and lower is not None and most < lower)
        or (least is not None and upper is not None and upper < least)
    )


def _ends(amount: Amount) -> tuple[Decimal | None, Decimal | None]:
    return amount.least, amount.most


def _booked(membership: Membership) -> Iterator[Finding]:
    """Return shares of cost centres that do not add up."""
    shares = [centre.amount for centre in membership.cost_centres]
    stated = membership.stated_total
    whole = stated if stated is not None else membership.annual_fee
    if whole is not None and shares and None not in shares:
        booked = from_cents(sum(to_cents(share) for share in shares if share is not None))
        if booked != whole:
            yield Finding(
                FindingCode.SHARES_DIFFER,
                "membership.cost_centres",
                stated=written(booked),
                expected=written(whole),
            )
