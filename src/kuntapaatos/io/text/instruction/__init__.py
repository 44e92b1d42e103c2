r"""
Every instruction and prohibition of a text: who may do what, where, until when.

Headings and sentences in Finnish and Swedish, in the forms that municipalities
use; each value with its place.

>>> text = "Oikaisuvaatimusohje\nOikaisuvaatimus on tehtävä 14 päivän kuluessa tiedoksisaannista."
>>> for appeal in parse_appeals(text):
...     print(appeal.value.remedy.value, appeal.value.period)
oikaisuvaatimus 14 päivää
"""

from __future__ import annotations

from typing import Any

from attrs import evolve, frozen

from kuntapaatos.appeal import AppealInstruction, AppealProhibition
from kuntapaatos.io.text.facts import Fact, Flaw, Left, Mark, Why
from kuntapaatos.io.text.instruction import words
from kuntapaatos.io.text.instruction.agreement import agreeing
from kuntapaatos.io.text.instruction.alternatives import lettered
from kuntapaatos.io.text.instruction.asides import without_asides
from kuntapaatos.io.text.instruction.asked import (
    read_attachments,
    read_contents,
    read_entitled,
    read_form,
)
from kuntapaatos.io.text.instruction.authorities import Authorities, read_authorities
from kuntapaatos.io.text.instruction.blocks import find_blocks
from kuntapaatos.io.text.instruction.cutoffs import read_cutoffs
from kuntapaatos.io.text.instruction.gathering import Block
from kuntapaatos.io.text.instruction.leftover import leftovers
from kuntapaatos.io.text.instruction.own_parts import own_ranges
from kuntapaatos.io.text.instruction.prohibitions import read_prohibition, read_provision
from kuntapaatos.io.text.instruction.prose import Prose, pattern, prose_of
from kuntapaatos.io.text.instruction.signs import Sign
from kuntapaatos.io.text.instruction.terms import read_last_day, read_period, read_presumptions
from kuntapaatos.io.text.reading import ProblemCode
from kuntapaatos.remedy.kinds import RemedyKind

__all__ = ["COURT_REMEDIES", "ParsedAppeal", "parse_appeals"]


@frozen
class ParsedAppeal:
    """
    One instruction or prohibition, with its place and its evidence.

    Attributes:
        value: What was read.
        start: Where its passage starts in the text, included.
        end: Where it ends, excluded.
        facts: Each value with its place, by a field relative to `value`.
        flaws: What could not be read.
        sections: The section numbers that the text says it is for; empty when it names none.
        unread: Sentences that hold a mark and became no value.
    """

    value: AppealInstruction | AppealProhibition
    start: int
    end: int
    facts: tuple[Fact, ...] = ()
    flaws: tuple[Flaw, ...] = ()
    sections: tuple[str, ...] = ()
    unread: tuple[Left, ...] = ()


# Remedies on which a court decides, with a word of its name.
COURT_REMEDIES = {
    RemedyKind.APPEAL: "",
    RemedyKind.MUNICIPAL_APPEAL: "",
    RemedyKind.ADMINISTRATIVE_APPEAL: "",
    RemedyKind.MARKET_COURT_APPEAL: "mark",
    RemedyKind.FURTHER_APPEAL: "hallinto",
}
_MOST_COMPARED = 20
# "Tiedoksisaanti kuten kohdassa 2": what is said there holds here too.
_REFERS = pattern(
    r"(?:tiedoksisaan|tiedoksian|delf[åa]|delgiv)[^.\n]{0,60}"
    r"\b(?:kohdassa|kohdan|edellä|luvussa|ovan|punkt|avsnitt)\b"
)
# The last words of every text that `io.wording` writes in the languages of decisions.
_OWN_ENDINGS = (
    "asiakirja toimitetaan.",
    "joka teki päätöksen.",
    "handlingen lämnas till.",
    "som har fattat beslutet.",
    "annetaan päätöksen mukana.",
    "tillsammans med beslutet.",
)
# Why a rule of law is taken for what holds of this decision.
_GENERAL = Why.GENERAL_RULE
# Why hours that were read are not said.
_MORE_OF_HOURS = Why.MORE_OF_HOURS
_TUPLES = ("presumptions", "entitled", "form", "contents", "attachments")


def parse_appeals(text: str) -> list[ParsedAppeal]:
    """
    Return every instruction and prohibition of *text*, in order.

    A second one that says no more than an earlier one is left out, and so is
    the other language of the same instruction.

    Args:
        text: The document with its line breaks, cleaned of page headers.
    """
    own, text = _own(text)
    whole = prose_of(text)
    found: list[ParsedAppeal] = []
    blocks = find_blocks(whole)
    every = (blocks[0].start, blocks[-1].end) if blocks else (0, 0)
    for block in blocks:
        others = lettered(whole, block.start, block.end)
        read = [_read(whole, block, every, skipped) for skipped in others]
        if len(read) == 1 and found and _goes_on(found[-1], read[0], block):
            read = [_read(whole, evolve(block, start=found.pop().start), every)]
        found += read
    found = _referring(whole, found)
    if own:
        # What was written by this library is whole; what is left may be somebody else's.
        return sorted([*own, *found], key=lambda parsed: parsed.start)
    kept: list[ParsedAppeal] = []
    alike: dict[object, list[ParsedAppeal]] = {}
    for parsed in found:
        earlier = alike.setdefault(_key(parsed.value), [])
        if not any(_says_no_more(whole, parsed, one) for one in earlier[-_MOST_COMPARED:]):
            kept.append(parsed)
            earlier.append(parsed)
    return kept


def _referring(text: Prose, found: list[ParsedAppeal]) -> list[ParsedAppeal]:
    """Give an instruction that refers to another one for the notice what that one says of it."""
    told: list[Fact] = []
    each: list[ParsedAppeal] = []
    for parsed in found:
        known = [fact for fact in parsed.facts if fact.field == "presumptions"]
        value = parsed.value
        if known:
            told = known
            each.append(parsed)
        elif (
            told
            and isinstance(value, AppealInstruction)
            and _REFERS.search(text.low, parsed.start, parsed.end)
        ):
            said: Any = _members(told, "presumptions")
            value = evolve(value, presumptions=said)
            each.append(evolve(parsed, value=value, facts=(*parsed.facts, *told)))
        else:
            each.append(parsed)
    return each


def _own(text: str) -> tuple[list[ParsedAppeal], str]:
    """Return the passages that `io.wording` wrote, and the text with them blanked out."""
    if not any(ending in text for ending in _OWN_ENDINGS):
        return [], text
    from kuntapaatos.io.wording.inverse import own_passages

    found: list[ParsedAppeal] = []
    rest: list[str] = []
    at = 0
    for passage in own_passages(text):
        facts = tuple(Fact(*place) for place in passage.places)
        found.append(ParsedAppeal(passage.value, passage.start, passage.end, facts))
        rest += (text[at : passage.start], " " * (passage.end - passage.start))
        at = passage.end
    return found, "".join([*rest, text[at:]])


def _key(value: AppealInstruction | AppealProhibition) -> object:
    return (value.remedy, value.period) if isinstance(value, AppealInstruction) else value


def _goes_on(earlier: ParsedAppeal, later: ParsedAppeal, block: Block) -> bool:
    """Whether a passage without a heading says the same again, now with the authority."""
    one, other = earlier.value, later.value
    return (
        isinstance(one, AppealInstruction)
        and isinstance(other, AppealInstruction)
        and earlier.end == later.start
        and Sign.HEADING not in block.signs
        and one.decided_by is None
        and (one.remedy, one.period) == (other.remedy, other.period)
        and one.period is not None
    )


def _read(
    text: Prose,
    block: Block,
    every: tuple[int, int],
    skipped: tuple[tuple[int, int], ...] = (),
) -> ParsedAppeal:
    start, end = block.start, block.end
    sections = block.sections or ()
    if block.remedy is None:
        facts = read_prohibition(text.passage(start, end))
        if block.general:
            facts = [
                fact._replace(why=_GENERAL) if fact.field == "ground" else fact for fact in facts
            ]
        values = {fact.field: fact.value for fact in facts if fact.value is not None}
        ground: Any = values.get("ground")
        provisions: Any = values.get("provisions", ())
        return ParsedAppeal(
            AppealProhibition(ground, provisions), start, end, tuple(facts), (), sections
        )
    named = Fact("remedy", block.remedy, start, min(end, _line_end(text, start)))
    if block.is_mention and not (
        block.firm
        and Sign.HEADING in block.signs
        and any(words.states_period(one.low) for one in text.sentences(start, end))
    ):
        # The instruction itself is an enclosure, and what it says is not known.
        named = named._replace(candidates=(block.remedy,), why=Why.ONLY_NAMED)
        return ParsedAppeal(
            AppealInstruction(remedy=block.remedy), start, end, (named,), (), sections
        )
    part = text.passage(start, end).without(skipped)
    ranges = own_ranges(text, start, end)
    if block.shared is not None:
        part = part.with_more(text.passage(*block.shared))
        ranges += own_ranges(text, *block.shared)
    facts = [named]
    for read in (read_period, read_last_day, read_presumptions, read_cutoffs, read_provision):
        facts += read(part)
    is_appeal = block.remedy in COURT_REMEDIES
    own = part.parts(without_asides(part, ranges, is_appeal=is_appeal))
    for read in (read_entitled, read_form, read_contents, read_attachments):
        facts += [fact for passage in own for fact in read(passage)]
    if Sign.BARRED in block.signs and block.remedy not in COURT_REMEDIES:
        facts.append(
            Fact("court_appeal_barred", value=True, start=start, end=_line_end(text, start))
        )
    authorities = read_authorities(
        part,
        own,
        is_appeal=is_appeal,
        court=COURT_REMEDIES.get(block.remedy, ""),
        every=every,
    )
    facts += authorities.facts
    left = leftovers(part, own, facts)
    left += [
        Left(Mark.ADDRESS, start, end, f"deliver_to.{name}")
        for name, start, end in authorities.lost
    ]
    facts, authorities = _without_hours(agreeing(block.remedy, facts), authorities, left)
    values = {fact.field: fact.value for fact in facts if "." not in fact.field}
    values.update({name: _members(facts, name) for name in _TUPLES})
    values.update(
        decided_by=authorities.decided_by,
        deliver_to=authorities.deliver_to,
    )
    changed: dict[str, Any] = {key: value for key, value in values.items() if value is not None}
    flaws = tuple(Flaw(ProblemCode.HOURS_UNREAD, *place) for place in authorities.unread_hours)
    value = AppealInstruction(**{"remedy": block.remedy, **changed})
    return ParsedAppeal(value, start, end, tuple(facts), flaws, sections, tuple(left))


def _without_hours(
    facts: list[Fact], authorities: Authorities, left: list[Left]
) -> tuple[list[Fact], Authorities]:
    """Return what was read without hours of which only a part was understood."""
    unread = [(one.start, one.end) for one in left if one.mark is Mark.HOUR]
    known = [office for office in (authorities.decided_by, authorities.deliver_to) if office]
    if not unread or not any(office.hours for office in known):
        return facts, authorities
    facts = [
        fact._replace(value=None, candidates=(fact.value,), why=_MORE_OF_HOURS)
        if fact.field.endswith(".hours")
        else fact
        for fact in facts
    ]
    decided, delivered = authorities.decided_by, authorities.deliver_to
    return facts, evolve(
        authorities,
        decided_by=None if decided is None else evolve(decided, hours=None),
        deliver_to=None if delivered is None else evolve(delivered, hours=None),
        unread_hours=(*authorities.unread_hours, *unread),
    )


def _members(facts: list[Fact], name: str) -> tuple[object, ...]:
    return tuple(
        dict.fromkeys(fact.value for fact in facts if fact.field == name and fact.value is not None)
    )


def _line_end(text: Prose, start: int) -> int:
    end = text.low.find("\n", start)
    return len(text.low) if end < 0 else end


def _says_no_more(text: Prose, parsed: ParsedAppeal, earlier: ParsedAppeal) -> bool:
    """Whether an instruction says nothing that an earlier one of its kind and period does not."""
    one, other = parsed.value, earlier.value
    if parsed.sections and earlier.sections and parsed.sections != earlier.sections:
        return False
    if isinstance(one, AppealProhibition) or isinstance(other, AppealProhibition):
        return True
    if _is_swedish(text, parsed) != _is_swedish(text, earlier):
        return True
    if one.starts_from is not None and other.starts_from not in {None, one.starts_from}:
        return False
    for name in ("decided_by", "deliver_to"):
        mine, theirs = getattr(one, name), getattr(other, name)
        if mine is not None and (theirs is None or mine.name.lower() not in theirs.name.lower()):
            return False
    said, before = ({(each.kind, each.days) for each in side.presumptions} for side in (one, other))
    return said <= before


def _is_swedish(text: Prose, parsed: ParsedAppeal) -> bool:
    low = text.low[parsed.start : min(parsed.end, parsed.start + 1500)]
    return low.count("beslut") > low.count("päätö")
