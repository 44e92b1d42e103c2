r"""
Where each instruction and prohibition of a text begins and ends.

Headings and a few sentences tell what a passage instructs about; a remedy is
never read from a mere mention, such as a decision *on* an oikaisuvaatimus.

>>> from kuntapaatos.io.text.instruction.prose import prose_of
>>> text = "MUUTOKSENHAKU\nOikaisuvaatimusohje\nOikaisuvaatimus on tehtävä 14 päivän kuluessa."
>>> [block.remedy.value for block in find_blocks(prose_of(text))]
['oikaisuvaatimus']
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum

from attrs import define, evolve, field, frozen

from kuntapaatos.io.text.instruction import words
from kuntapaatos.io.text.instruction.assigning import listed_sections, sections_of
from kuntapaatos.io.text.instruction.prose import Prose, Sentence, lines, pattern
from kuntapaatos.remedy.kinds import RemedyKind

__all__ = ["Block", "Sign", "find_blocks"]


class Sign(Enum):
    """What a place in a text says of a remedy."""

    ZONE = "muutoksenhaku"
    HEADING = "otsikko"
    LABEL = "maininta"
    """A short mention in its own place, such as "Muutoksenhaku: oikaisuvaatimus"."""
    MENTION = "maininta otsikon alla"
    LEAD = "johdanto"
    RIGHT = "oikeus"
    TIME = "aika"
    ADDRESS = "viranomainen"
    BAN = "kielto"
    BARRED = "valituskielto"
    ASSIGNED = "pykälät"
    """A line of a form: the sections to which a kind of appeal applies, or none."""
    AFTER = "loppu"
    ANOTHER = "toinen käsittely"


_APPEALS = frozenset(
    (
        RemedyKind.APPEAL,
        RemedyKind.MUNICIPAL_APPEAL,
        RemedyKind.ADMINISTRATIVE_APPEAL,
        RemedyKind.MARKET_COURT_APPEAL,
        RemedyKind.FURTHER_APPEAL,
    )
)
_PROCUREMENT = frozenset((RemedyKind.PROCUREMENT_CORRECTION, RemedyKind.MARKET_COURT_APPEAL))
_TOLD = frozenset((Sign.LEAD, Sign.RIGHT, Sign.TIME, Sign.ADDRESS))
_LONGEST_HEADING = 160
# Between a heading and a heading that only repeats it stands little.
_FAR = 150
# Several times the longest instruction there is.
_LONGEST = 30_000


@frozen
class _Seen:
    sign: Sign
    remedy: RemedyKind | None
    start: int
    end: int
    firm: bool = True


@define
class Block:
    """
    A passage about one remedy, or about there being none.

    Attributes:
        remedy: The remedy; `None` for a prohibition.
        start: Where it starts in the text, included.
        end: Where it ends, excluded.
        signs: What the text says of it.
        sections: The section numbers that it says it is for; empty when it names none,
            `None` when it has a place for them and leaves it blank.
        handling: How many handlings of the matter began before it.
        firm: Whether a heading alone makes it an instruction.
        last: Where the last sign starts.
        heading: Its heading, in lower case.
        zone: Where the heading for remedies right above it ends, or -1.
    """

    remedy: RemedyKind | None
    start: int
    end: int
    signs: set[Sign] = field(factory=set)
    sections: tuple[int, ...] | None = ()
    handling: int = 0
    firm: bool = False
    last: int = -1
    heading: str = ""
    zone: int = -1

    @property
    def is_mention(self) -> bool:
        """Whether it only names the remedy."""
        return not self.signs - {Sign.HEADING, Sign.LABEL}


def _heading(line: str, start: int, end: int) -> _Seen | None:
    """Read a short line as a heading."""
    numbering = words.NUMBERING.match(line)
    bare = line[numbering.end() :] if numbering else line
    if words.INSTRUCTING.search(bare):
        # "Muutoksenhakukielto, valmistelu", "Oikaisuvaatimusohje, lautakunta", "… 14 pv".
        bare = words.HEADING_TAIL.sub("", bare)
    if bare.startswith(words.HEADING_STARTS):
        for remedy, source in words.HEADINGS:
            if pattern(source).match(bare):
                if remedy in _APPEALS and words.ASSIGNING.search(bare):
                    return _Seen(Sign.ASSIGNED, remedy, start, end)
                firm = words.INSTRUCTING.search(bare) is not None or any(map(str.isdigit, line))
                return _Seen(Sign.HEADING, remedy, start, end, firm)
        if words.ZONE.match(bare):
            return _Seen(Sign.ZONE, None, start, end)
    return _mention(line, bare, start, end)


def _mention(line: str, bare: str, start: int, end: int) -> _Seen | None:
    """Read a short line that names a remedy behind a label, or alone."""
    label = words.LABEL.match(line)
    rest = line[label.end() :] if label is not None else line
    if words.NO_RIGHT.match(rest):
        return _Seen(Sign.LABEL, None, start, end)
    if label is None:
        rest = bare
        if words.SAYING.search(line):
            return None
    for remedy, source in words.MENTION:
        if pattern(source).match(rest):
            sign = Sign.MENTION if label is None else Sign.LABEL
            return _Seen(sign, remedy, start, end)
    return None


def _named(low: str) -> RemedyKind | None:
    """Return the remedy a sentence is about: the first named, a closer name before "valitus"."""
    generic = words.GENERIC_APPEAL.search(low) is not None
    low = words.OF_A_REVIEW.sub(" ", low)
    first, remedy = len(low), None
    for kind, source in words.NAMES:
        found = pattern(source).search(low)
        if found is not None and found.start() < first:
            first, remedy = found.start(), kind
    if remedy is None and generic:
        return RemedyKind.APPEAL
    return remedy


def _said(sentence: Sentence) -> Iterator[_Seen]:
    """Give what a sentence says of a remedy."""
    low, start, end = sentence.low, sentence.start, sentence.end
    if words.is_negative(low) and words.REMEDY_WORD.search(low):
        if words.BARRED.search(low) and not words.BAN.search(low):
            yield _Seen(Sign.BARRED, None, start, end)
        else:
            yield _Seen(Sign.BAN, None, start, end, words.CONDITIONAL.search(low) is None)
        return
    if words.NEXT_WORKDAY.search(low):
        return
    if not (words.DOING.search(low) or words.AUTHORITY.search(low) or words.TIME_SAID.search(low)):
        return
    remedy = _named(low)
    if remedy is None:
        return
    firm = words.LAW_TALK.search(low) is None
    if words.THIS_DECISION.search(low):
        yield _Seen(Sign.LEAD, remedy, start, end, firm)
    if words.RIGHT.search(low):
        yield _Seen(Sign.RIGHT, remedy, start, end, firm)
    if words.PERIOD.search(low):
        yield _Seen(Sign.TIME, remedy, start, end, firm)
    if words.AUTHORITY.search(low):
        yield _Seen(Sign.ADDRESS, remedy, start, end, firm)


def _triggers(low: str) -> list[int]:
    """Return where a remedy may be named, in order."""
    found: list[int] = []
    for stem in words.STEMS:
        at = low.find(stem)
        while at >= 0:
            found.append(at)
            at = low.find(stem, at + len(stem))
    return sorted(found)


def _signs(text: Prose, triggers: list[int]) -> Iterator[_Seen]:
    number = 0
    for start, end in lines(text.low, 0, len(text.low)):
        low = text.low[start:end]
        stripped = low.strip(" \t*_#:.-–•")
        if stripped in words.ANOTHER_HANDLING:
            yield _Seen(Sign.ANOTHER, None, start, end)
        elif stripped in words.AFTER_IT:
            yield _Seen(Sign.AFTER, None, start, end)
        first = number
        while number < len(triggers) and triggers[number] < end:
            number += 1
        if number == first:
            continue
        seen = _heading(low.strip(), start, end) if len(low) <= _LONGEST_HEADING else None
        if seen is not None:
            yield seen
            continue
        for sentence in text.sentences(start, end):
            if words.TRIGGER.search(sentence.low):
                yield from _said(sentence)


def _same(current: Block, remedy: RemedyKind | None) -> bool:
    """Whether a sign of *remedy* may belong to the passage, making its name closer."""
    if remedy is current.remedy:
        return True
    if current.remedy not in _APPEALS or remedy not in _APPEALS:
        return False
    if remedy is RemedyKind.APPEAL:
        return True
    return current.remedy is RemedyKind.APPEAL and not current.signs & {Sign.TIME, Sign.ADDRESS}


def _repeats(current: Block, seen: _Seen) -> bool:
    """Whether a sign of the same remedy begins another instruction."""
    if seen.start == current.last:
        return False
    if seen.sign is Sign.HEADING:
        return bool(current.signs & _TOLD) or seen.start - current.last > _FAR
    return (
        seen.sign in {Sign.LEAD, Sign.RIGHT}
        and seen.sign in current.signs
        and Sign.TIME in current.signs
    )


class _Finder:
    """Puts the signs of a text together to passages."""

    def __init__(self, text: Prose) -> None:
        self.text = text
        self.blocks: list[Block] = []
        self.current: Block | None = None
        self.zone = False
        self.zones: set[str] = set()
        self.zone_end = -1
        self.handling = 0
        self.procurement = False

    def see(self, seen: _Seen) -> None:
        if seen.sign is Sign.ZONE:
            heading = self.text.low[seen.start : seen.end].strip()
            if self.current is not None and heading in self.zones:
                return
            self.zones.add(heading)
        if seen.sign in {Sign.ZONE, Sign.AFTER, Sign.ANOTHER}:
            self.close(seen.start)
            self.zone = seen.sign is Sign.ZONE
            self.zone_end = seen.end if self.zone else -1
            self.handling += seen.sign is Sign.ANOTHER
        elif seen.sign is Sign.MENTION:
            if self.zone and self.current is None:
                self.open(seen.remedy, evolve(seen, sign=Sign.LABEL))
        elif seen.sign is Sign.ASSIGNED:
            self.assign(seen)
        elif seen.sign in {Sign.BAN, Sign.BARRED}:
            self.forbid(seen)
        elif self.counts(seen):
            self.tell(seen)

    def counts(self, seen: _Seen) -> bool:
        """Whether a sign tells something here; how the law is in general does not."""
        known = self.zone or self.current is not None
        if seen.remedy is RemedyKind.OBJECTION and not known:
            return words.INVOICE.search(self.text.low, seen.start, seen.end) is not None
        return known or seen.firm or seen.sign is Sign.HEADING

    def assign(self, seen: _Seen) -> None:
        """Take a form's line for one kind of appeal, which is left blank for the others."""
        filled = any(map(str.isdigit, self.text.low[seen.start : seen.end]))
        if self.current is None or self.current.remedy not in _APPEALS:
            if filled:
                self.open(seen.remedy, evolve(seen, sign=Sign.HEADING))
        elif filled:
            self.current.remedy = seen.remedy

    def forbid(self, seen: _Seen) -> None:
        current = self.current
        market = words.MARKET.search(self.text.low, seen.start, seen.end) is not None
        if market and self.procurement:
            return
        if current is None:
            if seen.firm and (
                self.zone or words.THIS_DECISION.search(self.text.low, seen.start, seen.end)
            ):
                self.open(None, seen)
        elif current.remedy is None or seen.sign is Sign.BARRED:
            current.signs.add(seen.sign)
        elif seen.firm and current.remedy not in _PROCUREMENT:
            self.open(None, seen)

    def tell(self, seen: _Seen) -> None:
        current = self.current
        if current is not None and current.remedy is None and current.signs == {Sign.BARRED}:
            current.remedy = seen.remedy
        if current is None or not _same(current, seen.remedy) or _repeats(current, seen):
            self.open(seen.remedy, seen)
            return
        if seen.remedy is not RemedyKind.APPEAL:
            current.remedy = seen.remedy
        current.signs.add(seen.sign)
        current.last = seen.start
        current.firm |= seen.sign is Sign.HEADING and seen.firm

    def open(self, remedy: RemedyKind | None, seen: _Seen) -> None:
        start = self.before(seen)
        self.close(start)
        heading = seen.sign in {Sign.HEADING, Sign.LABEL}
        self.current = Block(
            remedy,
            start,
            len(self.text.low),
            {seen.sign},
            handling=self.handling,
            firm=heading and (seen.firm or self.zone),
            last=seen.start,
            zone=self.zone_end,
            heading=self.text.low[seen.start : seen.end].strip() if heading else "",
        )
        self.blocks.append(self.current)
        self.zone_end = -1
        self.procurement |= remedy in _PROCUREMENT

    def before(self, seen: _Seen) -> int:
        """Return where a passage starts: at the line that announces it, if there is one."""
        low = self.text.low
        if seen.sign in {Sign.HEADING, Sign.LABEL} or low[seen.start - 1 : seen.start] != "\n":
            return seen.start
        stop = seen.start - 1
        begin = low.rfind("\n", max(stop - 400, 0), stop) + 1
        line = low[begin:stop].rstrip()
        announces = line.endswith(":") and words.TRIGGER.search(line) is not None
        return (
            begin
            if announces and begin > (self.current.last if self.current else -1)
            else seen.start
        )

    def close(self, end: int) -> None:
        if self.current is not None:
            self.current.end = end
        self.current = None


def find_blocks(text: Prose) -> list[Block]:
    """Return the passages of a text that instruct about a remedy or forbid one, in order."""
    triggers = _triggers(text.low)
    if not triggers:
        return []
    finder = _Finder(text)
    for seen in _signs(text, triggers):
        finder.see(seen)
    blocks = _last_handling(_joined(finder.blocks))
    for block in blocks:
        block.end = min(block.end, block.start + _LONGEST)
        block.sections = sections_of(text.low, block.start, block.end)
        if not block.sections and block.zone >= 0:
            block.sections = listed_sections(text.low[block.zone : block.start]) or block.sections
    return _assigned(blocks)


def _is_weak(block: Block) -> bool:
    """Whether too little is said for it to be an instruction of its own."""
    if block.firm or block.signs & {Sign.BAN, Sign.LABEL}:
        return False
    return len(block.signs & (_TOLD | {Sign.HEADING})) < 2


def _joined(blocks: list[Block]) -> list[Block]:
    """Give weak passages back to the one they interrupt, and an opening to what it opens."""
    kept: list[Block] = []
    for block in blocks:
        weak = _is_weak(block)
        before = kept[-1] if kept and kept[-1].end == block.start else None
        if before is None or before.is_mention:
            if not weak:
                kept.append(block)
        elif before.remedy is block.remedy and not block.is_mention and _is_opening(before):
            block.start, block.signs = before.start, block.signs | before.signs
            kept[-1] = block
        elif weak or _continues(before, block):
            before.end = block.end
            before.signs |= block.signs & {Sign.BARRED}
        else:
            kept.append(block)
    return kept


def _continues(before: Block, block: Block) -> bool:
    """Whether a passage says more of the same remedy; a heading on each page begins nothing."""
    if Sign.TIME in block.signs or not _same(before, block.remedy):
        return False
    return block.heading == before.heading or words.INSTRUCTING.search(block.heading) is None


def _is_opening(block: Block) -> bool:
    """Whether a passage only introduces the one that follows it."""
    return Sign.HEADING not in block.signs and Sign.TIME not in block.signs


def _last_handling(blocks: list[Block]) -> list[Block]:
    """Leave out instructions of earlier handlings, when the last one has its own."""
    last = max((block.handling for block in blocks if not block.is_mention), default=None)
    return [block for block in blocks if last is None or block.handling == last or block.is_mention]


def _assigned(blocks: list[Block]) -> list[Block]:
    """Leave out what a form leaves blank, and mentions of what is instructed anyway."""
    if any(block.sections for block in blocks):
        blocks = [block for block in blocks if block.sections is not None]
    told = {block.remedy for block in blocks if not block.is_mention}
    kept: list[Block] = []
    for block in blocks:
        if not block.is_mention:
            kept.append(block)
        elif not any(_kin(remedy, block.remedy) for remedy in told):
            kept.append(block)
            told.add(block.remedy)
    return kept


def _kin(one: RemedyKind | None, other: RemedyKind | None) -> bool:
    return one is other or ({one, other} <= _APPEALS and RemedyKind.APPEAL in {one, other})
