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

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

from attrs import define, field

from kuntapaatos.fees import FeeBracket, Term
from kuntapaatos.io.text import joining
from kuntapaatos.io.text.amounts import Amount, Per, find_amounts
from kuntapaatos.io.text.costs import cost_centres, sentence_around
from kuntapaatos.io.text.dates import Years, find_terms, find_years
from kuntapaatos.io.text.facts import Fact
from kuntapaatos.io.text.match import Match
from kuntapaatos.io.text.numbers import find_ranges
from kuntapaatos.io.text.sections import Outline
from kuntapaatos.membership import CostCentre, FeeOrigin, Membership

__all__ = ["Joined", "read_membership"]

Stretch = tuple[int, int]


@define
class Joined:
    """A membership with the evidence, and what does not agree in it."""

    membership: Membership | None = None
    facts: list[Fact] = field(factory=list)
    terms: list[tuple[Term, int, int]] = field(factory=list)
    fees: list[tuple[Decimal, int, int, bool]] = field(factory=list)
    totals: list[tuple[Decimal, int, int, bool]] = field(factory=list)


_CHEAP = re.compile(r"verkosto|nätverk|jäsen|\bry\b|\brf\b|ohjelma|program|medlem", re.IGNORECASE)
_FEE = re.compile(r"maksu|avgift", re.IGNORECASE)
_TOTAL = re.compile(
    r"\b(?:yhteensä|kokonais\w{1,12}|sammanlagt|totalt)\b[^.\n\d]{0,60}$", re.IGNORECASE
)
_SIZE = re.compile(r"asuk|invånare", re.IGNORECASE)
_FOR_TERM = re.compile(
    r"\b(?:\w{0,20}kau(?:si|den|delle|della|deksi)|vuosi\w{0,4}|vuode\w{0,3}|vuonna|perioden|åren"
    r"|året|år)\s{1,3}$",
    re.IGNORECASE,
)


def read_membership(
    outline: Outline, *, title: str | None, decided: Sequence[Stretch], municipality: str | None
) -> Joined:
    """
    Return the membership that a text decides on.

    Args:
        outline: The laid-out text.
        title: Its heading.
        decided: Start and end of the words that decide.
        municipality: Who takes part.
    """
    joined = Joined()
    text = outline.text
    if not _CHEAP.search(text, 0, outline.appeals_at):
        return joined
    stretches = _stretches(outline, decided, title)
    network = None
    for start, end, _ in stretches:
        network = joining.network_of(text[start:end])
        if network is not None:
            joined.facts.append(
                Fact("membership.network", network[0], start + network[1], start + network[2])
            )
            break
    # What is only mentioned in the preparation is no membership.
    if network is None or not _is_the_matter(network[0], title, text, decided):
        return Joined()
    values: dict[str, object] = {"network": network[0], "municipality": municipality}
    prepared = _prepared(outline)
    _read_term(text, stretches, network[0], values, joined)
    _read_fee(text, stretches, values, joined)
    _read_rest(text, prepared, values, joined)
    centres: list[CostCentre] = []
    for start, end, _ in stretches:
        for centre, first, last in cost_centres(text[start:end]):
            if centre.code not in [known.code for known in centres]:
                name = f"membership.cost_centres[{len(centres)}]"
                joined.facts.append(Fact(name, centre, start + first, start + last))
                centres.append(centre)
    values["cost_centres"] = tuple(centres)
    joined.membership = Membership(**values)  # type: ignore[arg-type]
    return joined


def _prepared(outline: Outline) -> list[Stretch]:
    """Return what lies outside earlier handlings and instructions."""
    found: list[Stretch] = []
    at = 0
    for start, end in outline.earlier_regions:
        if start > at:
            found.append((at, min(start, outline.appeals_at)))
        at = max(at, end)
    if at < outline.appeals_at:
        found.append((at, outline.appeals_at))
    return found


def _stretches(
    outline: Outline, decided: Sequence[Stretch], title: str | None
) -> list[tuple[int, int, bool]]:
    """Return the words that decide, the heading, and then everything else."""
    found = [(start, end, True) for start, end in decided]
    if title:
        at = outline.text.find(title[:20])
        if at >= 0:
            found.append((at, at + len(title), False))
    found.extend((start, end, False) for start, end in _prepared(outline))
    return found


def _is_the_matter(network: str, title: str | None, text: str, decided: Sequence[Stretch]) -> bool:
    return (title is not None and network in title) or any(
        network in text[start:end] for start, end in decided
    )


def _read_term(
    text: str,
    stretches: list[tuple[int, int, bool]],
    network: str,
    values: dict[str, object],
    joined: Joined,
) -> None:
    for start, end, _ in stretches:
        piece = text[start:end]
        found: list[Match[Years]] = find_terms(piece)
        for match in found or [
            Match(Years(year.value, year.value), year.start, year.end)
            for year in find_years(piece)
            if year.value is not None
        ]:
            if match.value is None:
                continue
            near = piece[max(0, match.start - 60) : match.start]
            if (
                found
                and not _FOR_TERM.search(near)
                and network not in piece[max(0, match.start - 30) : match.start]
            ):
                continue
            if not found and network not in piece[max(0, match.start - 200) : match.end + 200]:
                continue
            if "strategia" in near.casefold():
                continue
            term = Term(match.value.first, match.value.last)
            joined.terms.append((term, start + match.start, start + match.end))
            break
    if not joined.terms:
        return
    # What is decided goes first, then the heading, then the preparation.
    term, first, last = joined.terms[0]
    distinct = {term for term, _, _ in joined.terms}
    several = len(distinct) > 1
    values["term"] = term
    joined.facts.append(
        Fact(
            "membership.term",
            term,
            first,
            last,
            tuple(sorted(distinct, key=str)) if several else (),
            "päätöksen sanat ratkaisevat" if several else None,
        )
    )


def _read_fee(
    text: str,
    stretches: list[tuple[int, int, bool]],
    values: dict[str, object],
    joined: Joined,
) -> None:
    sized: list[tuple[Decimal, int, int, FeeBracket]] = []
    amounts = _amounts(text, stretches)
    for start, end, decides in stretches:
        piece = text[start:end]
        for place, last in [place for place in amounts if start <= place[0] and place[1] <= end]:
            amount = amounts.pop((place, last))
            first_at, last_at = sentence_around(piece, place - start, last - start)
            sentence = piece[first_at:last_at]
            before = piece[first_at : place - start]
            if amount.per is Per.YEAR and _FEE.search(sentence):
                bracket = _bracket(before, amount.euros)
                if bracket is not None:
                    sized.append((amount.euros, place, last, bracket))
                joined.fees.append((amount.euros, place, last, decides))
            elif amount.per is None and _TOTAL.search(before):
                joined.totals.append((amount.euros, place, last, decides))
    _choose_fee(sized, values, joined)
    if joined.totals:
        total, first, last, _ = joined.totals[0]
        values["stated_total"] = total
        joined.facts.append(Fact("membership.stated_total", total, first, last))


def _amounts(text: str, stretches: list[tuple[int, int, bool]]) -> dict[Stretch, Amount]:
    """Return the sums of every stretch by their place; a part of another is not read twice."""
    found: dict[Stretch, Amount] = {}
    for start, end, _ in stretches:
        if not any(
            first <= start and end <= last and end - start < last - first
            for first, last, _ in stretches
        ):
            for match in find_amounts(text[start:end]):
                if match.value is not None and match.value.euros > 0:
                    found[start + match.start, start + match.end] = match.value
    return found


def _bracket(before: str, fee: Decimal) -> FeeBracket | None:
    """Return the size of municipality that a sentence says the fee is for."""
    if not _SIZE.search(before):
        return None
    ranges = [match.value for match in find_ranges(before) if match.value is not None]
    return FeeBracket(ranges[-1].low, ranges[-1].high, fee) if ranges else None


def _choose_fee(
    sized: list[tuple[Decimal, int, int, FeeBracket]], values: dict[str, object], joined: Joined
) -> None:
    decided = [fee for fee in joined.fees if fee[3]]
    places = {place for _, place, _, _ in sized}
    plain = [fee for fee in joined.fees if fee[1] not in places]
    chosen = decided or plain or joined.fees
    if not chosen:
        return
    distinct = {fee[0] for fee in chosen}
    fee, first, last, decides = chosen[0]
    if len(distinct) > 1:
        joined.facts.append(
            Fact(
                "membership.annual_fee",
                None,
                first,
                last,
                tuple(sorted(distinct)),
                "useita maksuja",
            )
        )
        return
    values["annual_fee"] = fee
    joined.facts.append(Fact("membership.annual_fee", fee, first, last))
    origin = FeeOrigin.DECISION if decides else FeeOrigin.PREPARATION
    values["fee_fixed_by"] = origin
    joined.facts.append(Fact("membership.fee_fixed_by", origin, first, last))
    for euros, start, end, bracket in sized:
        if euros == fee:
            values["fee_bracket"] = bracket
            joined.facts.append(Fact("membership.fee_bracket", bracket, start, end))
            break


def _read_rest(
    text: str, stretches: list[Stretch], values: dict[str, object], joined: Joined
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
