"""
Which handling of a matter counts, and what belongs to the ones before it.

>>> from kuntapaatos.io.text.headings import heading_of
>>> lines = ["Tekninen lautakunta 3.2.2025 § 4", "Kunnanhallitus 17.2.2025 § 31"]
>>> headings = tuple(heading_of(line, 40 * place) for place, line in enumerate(lines))
>>> found = handled(headings, (), head_end=0, until=80)
>>> found.current.section, [heading.section for heading in found.earlier]
('31', ['4'])
"""

from __future__ import annotations

from attrs import frozen

from kuntapaatos.io.text.bodies import maker_in_genitive
from kuntapaatos.io.text.headings import Heading
from kuntapaatos.io.text.labels import Role
from kuntapaatos.io.text.offices import is_office
from kuntapaatos.io.text.parts import Section
from kuntapaatos.remedy.bodies import body_kind

__all__ = ["Handled", "handled", "placed", "retold"]

_ACTS: frozenset[Role] = frozenset({"proposal", "resolution", "handling"})
# What stands between a decision and the earlier handlings that a text tells after it.
_AFTER: frozenset[Role] = frozenset(
    {"recipients", "description", "grounds", "appeal", "extract", "history"}
)


@frozen
class Handled:
    """
    The handlings of a matter.

    Attributes:
        current: The heading of the one that counts; `None` when there is none.
        earlier: The headings of those before it, in the order they are met.
        regions: Start and end of what belongs to those.
    """

    current: Heading | None
    earlier: tuple[Heading, ...]
    regions: tuple[tuple[int, int], ...]


def handled(
    headings: tuple[Heading, ...], sections: tuple[Section, ...], *, head_end: int, until: int
) -> Handled:
    """
    Return which handling counts, and the others.

    Args:
        headings: Those of the text, in order.
        sections: Those of the text, in order.
        head_end: Where the head of the text ends.
        until: Where appeal instructions start.
    """
    listed = [part for part in sections if part.role == "history"]
    handlings = [one for one in headings if one.organ and one.section and one.start < until]
    if not all(is_office(one.organ or "") for one in handlings):
        # An office-holder's decision that a body's text lists is no handling of its matter.
        handlings = [one for one in handlings if not (one.rest and is_office(one.organ or ""))]
    past = [one for one in handlings if any(part.start <= one.start < part.end for part in listed)]
    open_ones = [one for one in handlings if one not in past]
    current = _current(headings, open_ones, head_end)
    regions = [(part.at, part.end) for part in listed]
    acts = [part.at for part in sections if part.role in _ACTS]
    told_acts = [part.at for part in sections if part.role in _ACTS or part.role == "presenter"]
    for place, heading in enumerate(past):
        end = past[place + 1].start if place + 1 < len(past) else until
        # A history at the end brings whole handlings along; one at the top only lists them.
        after = any(at < heading.start for at in acts)
        if after and any(heading.start <= at < end for at in acts):
            regions.append((heading.start, end))
    earlier = [*past]
    if current is not None:
        others = [one for one in open_ones if not _same(one, current)]
        told = {(one.organ, one.section) for one in handlings if one.start >= head_end}
        ends = _Ends(headings, tuple(open_ones), sections, current, until)
        for heading in others:
            end = ends.after(heading)
            if heading.start < head_end and (heading.organ, heading.section) in told:
                # A row of the head's list; what it lists is told further down.
                end = min(end, head_end)
            if any(heading.start <= at < end for at in told_acts):
                regions.append((heading.start, end))
            _add(earlier, heading)
    return Handled(current, tuple(earlier), tuple(sorted(regions)))


def _same(one: Heading, current: Heading) -> bool:
    """Whether a heading is of the handling that counts; another body may have its number."""
    if one.section != current.section:
        return False
    return current.on is None or one.on is None or one.on == current.on


def _add(earlier: list[Heading], heading: Heading) -> None:
    same = [known for known in earlier if known.section == heading.section]
    if not same:
        earlier.append(heading)
    elif same[0].on is None and heading.on is not None:
        earlier[earlier.index(same[0])] = heading


@frozen
class _Ends:
    """Where what belongs to an earlier handling ends."""

    headings: tuple[Heading, ...]
    handlings: tuple[Heading, ...]
    sections: tuple[Section, ...]
    current: Heading
    until: int

    def after(self, heading: Heading) -> int:
        own = self.current.section
        ends = [
            other.start
            for other in self.headings
            # Where the present handling goes on after an earlier one.
            if other.start > heading.start
            and (other.unnumbered or (own is not None and other.section == own))
        ]
        ends += [other.start for other in self.handlings if other.start > heading.start][:1]
        return _until_another(self.sections, heading, min([self.until, *ends]))


def placed(headings: list[Heading]) -> list[Heading]:
    """
    Give sections that stand alone the body and the day of another body's heading above.

    Minutes quoted in a later handling name who met once, then only the sections.
    """
    own = next((one for one in headings if one.organ and one.on and one.section), None)
    if own is None or own.on is None:
        return headings
    found: list[Heading] = []
    above: Heading | None = None
    for heading in headings:
        if heading.start > own.start and heading.organ is not None:
            alone = heading.section is None and not heading.unnumbered
            before = heading.on is not None and heading.on < own.on
            above = heading if alone and before and heading.organ != own.organ else None
        elif above is not None and heading.section is not None and heading.on is None:
            found.append(
                heading._replace(
                    organ=above.organ, organ_at=above.organ_at, on=above.on, on_at=above.on_at
                )
            )
            continue
        found.append(heading)
    return found


def retold(sections: list[Section]) -> tuple[int, int] | None:
    """
    Return where a first handling stands that has no heading of its own.

    Its decision comes before the proposal of the next, which has its decision too.

    Args:
        sections: Those of the handling that counts, in order.
    """
    decisions = [place for place, part in enumerate(sections) if part.role == "resolution"]
    if len(decisions) < 2:
        return None
    first, last = decisions[0], decisions[-1]
    between = {part.role for part in sections[first:last]}
    if "history" in between or (between & _AFTER and "preparer" not in between):
        return None
    proposals = [place for place in range(first, last) if sections[place].role == "proposal"]
    if not proposals:
        return None
    begins = next(
        (part.at for part in sections if part.role in {"presenter", "proposal", "handling"}),
        sections[first].at,
    )
    return min(begins, sections[first].at), sections[proposals[-1]].at


def _until_another(sections: tuple[Section, ...], earlier: Heading, end: int) -> int:
    """Return where another body's part begins: "Valtuuston päätös" after the board's handling."""
    own = body_kind(earlier.organ or "")
    for part in sections:
        if earlier.start < part.at < end and part.role in {"proposal", "resolution"}:
            kind = maker_in_genitive(part.name)
            if kind is not None and part.role == "resolution" and kind is not own:
                return part.at
    return end


def _current(
    headings: tuple[Heading, ...], handlings: list[Heading], head_end: int
) -> Heading | None:
    """Return the handling that counts: the head's own section, the latest day, the last."""
    alone = [
        heading
        for heading in headings
        if heading.section is not None and heading.organ is None and heading.start < head_end
    ]
    if alone:
        same = [heading for heading in handlings if heading.section == alone[0].section]
        dated = [heading for heading in same if heading.on is not None]
        return (dated or same or alone)[0]
    if not handlings:
        return None
    agenda = [one for one in headings if one.unnumbered]
    if agenda and all(one.on is None or one.on < (agenda[-1].on or one.on) for one in handlings):
        # "Kvalt 10.6.2024 §": of an agenda, whose sections get their numbers in the meeting.
        return agenda[-1]
    own = next(
        (one for one in headings if one.organ and one.on and one.start < head_end), handlings[0]
    )
    if own.section is None and own.on is not None:
        # The head says who met and when; all else was handled before.
        days = [heading.on for heading in handlings]
        if all(day is not None and day < own.on for day in days):
            return own
    dated = [heading for heading in handlings if heading.on is not None]
    if len({heading.section for heading in dated}) > 1 and len(
        {heading.section for heading in dated}
    ) == len({heading.section for heading in handlings}):
        return max(dated, key=lambda heading: (heading.on, heading.start))
    last = [heading for heading in handlings if heading.section == _last_section(handlings)]
    return next((heading for heading in last if heading.on is not None), last[0])


def _last_section(handlings: list[Heading]) -> str | None:
    seen: list[str | None] = []
    for heading in handlings:
        if heading.section not in seen:
            seen.append(heading.section)
    return seen[-1]
