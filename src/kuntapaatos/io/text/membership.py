r"""
A membership put together from what was decided and what was prepared.

>>> from kuntapaatos.io.text.sections import outlined
>>> text = (
...     "Liittyminen USO-verkostoon kaudelle 2025 - 2026\nKuvaus\nMaksu olisi 9 000 euroa/vuosi.\n"
...     "Päätös\nKunta osallistuu USO-verkostoon."
... )
>>> found = read_membership(outlined(text), title="Liittyminen USO-verkostoon kaudelle 2025 - 2026",
...     decided=[(text.index("Kunta osallistuu"), len(text))], municipality=None)
>>> print(found.membership), print(found.membership.fee_fixed_by.value)
USO 2025–2026, 9 000,00 € vuodessa
valmistelu
(None, None)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from attrs import define, field

from kuntapaatos.errors import InvalidValue
from kuntapaatos.fees import FeePeriod, FeeSchedule, Term
from kuntapaatos.io.text import joining
from kuntapaatos.io.text.costs import cost_centres, sentence_around
from kuntapaatos.io.text.facts import Fact, Left, Mark, Why
from kuntapaatos.io.text.joined_charges import Fees
from kuntapaatos.io.text.joined_fees import read_fees
from kuntapaatos.io.text.joined_terms import Lasting, read_lasting
from kuntapaatos.io.text.joined_to import joined_to
from kuntapaatos.io.text.lines import lines_of
from kuntapaatos.io.text.networks import may_name
from kuntapaatos.io.text.sections import Outline
from kuntapaatos.membership import Charge, CostCentre, FeeOrigin, Membership, MembershipAction

__all__ = ["Joined", "read_membership"]

Place = tuple[int, int]
Stretch = tuple[int, int, bool]


@define
class Joined:
    """A membership with the evidence, and what does not agree in it."""

    membership: Membership | None = None
    facts: list[Fact] = field(factory=list)
    terms: list[tuple[Term, int, int]] = field(factory=list)
    fees: Fees = field(factory=Fees)
    text: str = ""

    @property
    def lefts(self) -> Iterator[Left]:
        """The sentences with sums that are not what is paid to the cent, or not understood."""
        for name, _, start, end in self.fees.hedged:
            first, last = sentence_around(self.text, start, end)
            yield Left(Mark.SUM, first, last, f"membership.{name}")
        yield from self.fees.lefts


def read_membership(
    outline: Outline,
    *,
    title: str | None,
    decided: Sequence[Place],
    municipality: str | None,
    refused: bool = False,
    rejected: bool = False,
) -> Joined:
    """
    Return the membership that a text decides on.

    Args:
        outline: The laid-out text.
        title: Its heading.
        decided: Start and end of the words that decide.
        municipality: Who takes part.
        refused: Whether something is not done, or is ended.
        rejected: Whether it is the proposal that is not done.
    """
    text = outline.text
    joined = Joined(text=text)
    if not may_name(text, outline.appeals_at):
        return joined
    titled = _titled(outline, title)
    prepared = _prepared(outline, titled)
    found = joined_to(text, decided=decided, titled=titled, prepared=prepared)
    # What is only mentioned in the preparation is no membership.
    if found is None or (rejected and found.action is MembershipAction.LEAVES):
        return Joined()  # where leaving is refused, all goes on as it was
    leaves = found.action is MembershipAction.LEAVES
    said = found.named
    values: dict[str, object] = {
        "network": said.name,
        "municipality": municipality,
        "kind": said.kind,
        "action": MembershipAction.DECLINES if refused and not leaves else found.action,
    }
    names = (said.name, *found.others) if found.others else ()
    joined.facts.append(Fact("membership.network", said.name, said.start, said.end, names))
    stretches = _stretches(decided, titled, prepared)
    near = len(stretches) - len(prepared)
    if refused or leaves:
        # What would have been paid is not charged; of what was, a part may stay due.
        if leaves:
            _keep(read_lasting(text, stretches[:near], said, titled, leaves=True), values, joined)
            _read_fee(text, stretches, values, joined, leaves=True)
        joined.membership = Membership(**values)  # type: ignore[arg-type]
        return joined
    lasting = read_lasting(text, stretches, said, titled)
    _keep(lasting, values, joined)
    _read_fee(text, stretches, values, joined, one_year=lasting.one_year)
    _read_rest(text, prepared, values, joined)
    centres: dict[str, tuple[CostCentre, int, int]] = {}
    for start, end, _ in stretches:
        for centre, first, last in cost_centres(text[start:end]):
            centres.setdefault(centre.code, (centre, start + first, start + last))
    _take_all("cost_centres", centres.values(), values, joined)
    joined.membership = Membership(**values)  # type: ignore[arg-type]
    return joined


def _keep(lasting: Lasting, values: dict[str, object], joined: Joined) -> None:
    values.update(lasting.values)
    joined.facts.extend(lasting.facts)
    joined.terms.extend(lasting.terms)


def _prepared(outline: Outline, titled: Place | None) -> list[Place]:
    """Return what lies outside earlier handlings and instructions, cut after the heading."""
    found: list[Place] = []
    at = 0
    for start, end in outline.earlier_regions:
        if start > at:
            found.append((at, min(start, outline.appeals_at)))
        at = max(at, end)
    if at < outline.appeals_at:
        found.append((at, outline.appeals_at))
    if titled is None:
        return found
    cut: list[Place] = []
    for start, end in found:
        edges = (start, titled[1], end) if start < titled[1] < end else (start, end)
        cut.extend(pairwise(edges))
    return cut


def _titled(outline: Outline, title: str | None) -> Place | None:
    at = outline.text.find(title[:20]) if title else -1
    return None if title is None or at < 0 else (at, at + len(title))


def _stretches(
    decided: Sequence[Place], titled: Place | None, prepared: Sequence[Place]
) -> list[Stretch]:
    """Return the words that decide, the heading, and then everything else."""
    found = [(start, end, True) for start, end in decided]
    if titled is not None:
        found.append((*titled, False))
    found.extend((start, end, False) for start, end in prepared)
    return found


def _read_fee(
    text: str,
    stretches: Sequence[Stretch],
    values: dict[str, object],
    joined: Joined,
    *,
    leaves: bool = False,
    one_year: bool = False,
) -> None:
    """Read the sums and take those that are sure into the fields of the membership."""
    municipality, term = values["municipality"], values.get("term")
    fees = joined.fees = read_fees(
        text,
        stretches,
        str(values["network"]),
        municipality if isinstance(municipality, str) else None,
        term if isinstance(term, Term) else None,
        leaves=leaves,
        one_year=one_year,
    )
    _choose_fee(values, joined)
    hedged = {euros for name, euros, _, _ in fees.hedged if name == "stated_total"}
    if fees.totals and fees.totals[0].euros not in hedged:
        _take("stated_total", fees.totals[0].euros, fees.totals[0][1:3], values, joined)
    if len({vat for vat, _, _ in fees.vat}) == 1:
        _take("vat", fees.vat[0][0], fees.vat[0][1:], values, joined)
    elif fees.vat:
        fees.left("vat", *fees.vat[0][1:])
    charges: dict[Charge, tuple[Charge, int, int]] = {}
    for one in fees.charges:
        # Where a yearly fee is known, none says it again.
        if values.get("annual_fee") is None or one[0].per is not FeePeriod.YEAR:
            charges.setdefault(one[0], one)
    _take_all("charges", charges.values(), values, joined)
    _take_all("still_due", fees.due, values, joined)
    _take_all("in_kind", fees.in_kind, values, joined)
    _take_all("conditions", fees.conditions, values, joined)
    _choose_rules(values, joined)


def _take(
    name: str, value: object, place: tuple[int, int], values: dict[str, object], joined: Joined
) -> None:
    values[name] = value
    joined.facts.append(Fact(f"membership.{name}", value, *place))


def _take_all(
    name: str,
    several: Iterable[tuple[object, int, int]],
    values: dict[str, object],
    joined: Joined,
) -> None:
    """Keep several values of one field, each once."""
    found: list[object] = []
    for value, start, end in several:
        if value not in found:
            joined.facts.append(Fact(f"membership.{name}[{len(found)}]", value, start, end))
            found.append(value)
    values[name] = tuple(found)


def _choose_rules(values: dict[str, object], joined: Joined) -> None:
    """Take the rules by which the fee is set, where all of them are understood together."""
    fees = joined.fees
    brackets = {bracket: None for bracket, _, _ in fees.brackets}
    several = len(brackets) > 1
    places = [(start, end) for _, start, end in fees.brackets] if several else []
    places += [(start, end) for _, start, end in fees.rules]
    if not places:
        return
    start, end = min(places)[0], max(end for _, end in places)
    if several and any(first < end and start < last for _, _, first, last in fees.hedged):
        fees.left("schedule", start, end)  # of one size it is not sure
        return
    year = values.get("from_year")
    term = values.get("term") or (Term(year, year) if isinstance(year, int) else None)
    rules = {rule: None for rule, _, _ in fees.rules}
    first, last = sentence_around(joined.text, start, end)
    for line in lines_of(joined.text, first, start):
        # The lines of a heading above the sentence are no part of it.
        first = line.start if line.text[:1].isupper() else first
    try:
        schedule = FeeSchedule(
            network=str(values["network"]),
            term=term,  # type: ignore[arg-type]
            brackets=brackets if several else (),
            rules=rules,
            vat=values.get("vat"),  # type: ignore[arg-type]
            source=" ".join(joined.text[first:last].split()),
        )
    except InvalidValue:
        # Without years, or by rules of which one gainsays the other.
        fees.left("schedule", first, last)
    else:
        _take("schedule", schedule, (start, end), values, joined)


def _choose_fee(values: dict[str, object], joined: Joined) -> None:
    """Take the yearly fee where one sum is it, to the cent; else keep what it may be."""
    fees = joined.fees
    sizes = {paid.bracket for paid in fees.yearly if paid.bracket is not None}
    # Of the fees of several sizes none is known to be the municipality's own.
    own = [paid for paid in fees.yearly if paid.bracket is None or len(sizes) == 1] or fees.free
    plain = [paid for paid in own if paid.bracket is None]
    chosen = [paid for paid in own if paid.decides] or plain or own
    unsure = [one for one in fees.hedged if one[0] == "annual_fee" and one[1] is not None]
    distinct = {paid.euros for paid in chosen or (fees.yearly if len(sizes) > 1 else ())}
    if len(distinct) == 1 and not any(one[1] in distinct for one in fees.hedged):
        fee, first, last, decides, _ = chosen[0]
        _take("annual_fee", fee, (first, last), values, joined)
        origin = FeeOrigin.DECISION if decides else FeeOrigin.PREPARATION
        _take("fee_fixed_by", origin, (first, last), values, joined)
        sized = next((one for one in fees.brackets if one[0].annual_fee == fee), None)
        if sized is not None:
            _take("fee_bracket", sized[0], sized[1:], values, joined)
    elif distinct or unsure:
        place = unsure[0][2:] if not distinct else (chosen or fees.yearly)[0][1:3]
        euros = tuple(sorted(distinct or {one[1] for one in unsure[:1] if one[1] is not None}))
        why = Why.SEVERAL_FEES if len(distinct) > 1 else Why.NOT_EXACT
        joined.facts.append(Fact("membership.annual_fee", None, *place, euros, why))


def _read_rest(
    text: str, stretches: list[Place], values: dict[str, object], joined: Joined
) -> None:
    several: dict[str, list[object]] = {}

    def keep(name: str, value: object, start: int, end: int) -> None:
        known = several.setdefault(name, [])
        if value not in known:
            joined.facts.append(Fact(f"membership.{name}[{len(known)}]", value, start, end))
            known.append(value)

    def keep_first(name: str, value: str, start: int, end: int) -> None:
        if name not in values:
            values[name] = value
            joined.facts.append(Fact(f"membership.{name}", value, start, end))

    for start, end in stretches:
        piece = text[start:end]
        listed: list[tuple[str, Iterable[tuple[object, int, int]]]] = [
            ("entitlements", joining.entitlements(piece)),
            ("at_cost", joining.at_cost(piece)),
        ]
        if "organisers" not in several:
            listed.append(("organisers", joining.organisers(piece)))
        theme, others = joining.themes(piece)
        listed.append(("subthemes", others))
        for name, items in listed:
            for value, first, last in items:
                keep(name, value, start + first, start + last)
        if theme is not None:
            keep_first("theme", theme[0], start + theme[1], start + theme[2])
        for name, sentence, first, last in joining.sentences_with(piece):
            keep_first(name, sentence, start + first, start + last)
    values.update({name: tuple(items) for name, items in several.items()})
