r"""
The signs of a text put together to passages, each about one remedy.

>>> from kuntapaatos.io.text.instruction.prose import prose_of
>>> text = prose_of("Oikaisuvaatimusohje\nOikaisuvaatimus on tehtävä 14 päivän kuluessa.")
>>> [(block.remedy.value, sorted(sign.name for sign in block.signs)) for block in gathered(text)]
[('oikaisuvaatimus', ['HEADING', 'TIME'])]
"""

from __future__ import annotations

from attrs import define, field

from kuntapaatos.io.text.instruction import words
from kuntapaatos.io.text.instruction.assigning import sections_of
from kuntapaatos.io.text.instruction.prose import Prose
from kuntapaatos.io.text.instruction.signs import APPEALS, Seen, Sign, signs_of
from kuntapaatos.remedy.kinds import RemedyKind

__all__ = ["ALLOWING", "NAMING", "TOLD", "Block", "gathered", "same"]

ALLOWING = frozenset((Sign.LEAD, Sign.RIGHT))
NAMING = frozenset((Sign.HEADING, Sign.LABEL))
TOLD = frozenset((Sign.LEAD, Sign.RIGHT, Sign.TIME, Sign.ADDRESS))
"""Signs that open a passage, that name its remedy, that tell something of it."""
_PROCUREMENT = frozenset((RemedyKind.PROCUREMENT_CORRECTION, RemedyKind.MARKET_COURT_APPEAL))
_TIMED = frozenset((Sign.TIME, Sign.ADDRESS))
_ENDING = frozenset((Sign.ZONE, Sign.AFTER, Sign.ENCLOSED, Sign.ANOTHER))
_FORBIDDING = frozenset((Sign.BAN, Sign.BARRED))
# Between a heading and a heading that only repeats it stands little.
_FAR, _SHORT = 150, 80
# Within this a form comes to what its heading is about.
_CLOSE = 800
# Within this of a page's start stands its own heading.
_TOP = 400


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
        review_only: Whether it forbids only the review and nothing else.
        enclosed: Whether it is named in a list of enclosures.
        apart: Whether it has sections of its own, beside those of the prohibition before it.
        shared: Where what it shares with others starts and ends, after the last of them.
        general: Whether it says of which decisions there is no remedy, not of this one.
    """

    remedy: RemedyKind | None
    start: int
    end: int
    signs: set[Sign] = field(factory=set)
    sections: tuple[str, ...] | None = ()
    handling: int = 0
    firm: bool = False
    last: int = -1
    heading: str = ""
    zone: int = -1
    review_only: bool = False
    general: bool = False
    apart: bool = False
    enclosed: bool = False
    shared: tuple[int, int] | None = None

    @property
    def is_mention(self) -> bool:
        """Whether it only names the remedy."""
        return not self.signs - {Sign.HEADING, Sign.LABEL}


def same(current: Block, remedy: RemedyKind | None) -> bool:
    """Whether a sign of *remedy* may belong to the passage, making its name closer."""
    if remedy is current.remedy:
        return True
    if current.remedy not in APPEALS or remedy not in APPEALS:
        return False
    if remedy is RemedyKind.APPEAL:
        return True
    return current.remedy is RemedyKind.APPEAL and not current.signs & _TIMED


def _repeats(current: Block, seen: Seen) -> bool:
    """Whether a sign of the same remedy begins another instruction."""
    if seen.start == current.last:
        return False
    if seen.sign is Sign.HEADING:
        return bool(current.signs & TOLD) or seen.start - current.last > _FAR
    return seen.sign in ALLOWING and seen.sign in current.signs and Sign.TIME in current.signs


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
        # Where a list of enclosures stands, or -1.
        self.enclosed = -1

    def see(self, seen: Seen) -> None:
        if seen.sign is Sign.ZONE:
            heading = self.text.low[seen.start : seen.end].strip()
            if self.current is not None and heading in self.zones:
                return
            self.zones.add(heading)
        if seen.sign in _TIMED and seen.remedy is None:
            # "Begäran ska göras inom 14 dagar": of what, the sentences before say.
            if self.current is None or self.current.remedy is None:
                return
            seen = seen._replace(remedy=self.current.remedy)
        if seen.sign is Sign.ANOTHER and self.is_row():
            return
        if seen.sign in _ENDING:
            self.end(seen)
        elif seen.sign is Sign.MENTION:
            if self.zone and self.current is None:
                self.open(seen.remedy, seen._replace(sign=Sign.LABEL))
        elif seen.sign is Sign.ASSIGNED:
            self.assign(seen)
        elif seen.sign in _FORBIDDING:
            self.forbid(seen)
        elif self.counts(seen):
            self.tell(seen)

    def end(self, seen: Seen) -> None:
        """End the passage where another part of the document begins."""
        self.enclosed = seen.start if seen.sign is Sign.ENCLOSED else -1
        if self.enclosed >= 0 and not seen.firm:
            # "Liite 1 Oikaisuvaatimusohje" may also head the instruction itself.
            return
        self.close(seen.start)
        self.zone = seen.sign is Sign.ZONE
        self.zone_end = seen.end if self.zone else -1
        self.handling += seen.sign is Sign.ANOTHER

    def is_row(self) -> bool:
        """Whether "Päätös" is a row of an instruction's table: at its top, on a page of its own."""
        current = self.current
        return (
            current is not None
            and current.signs == {Sign.HEADING}
            and current.firm
            and current.start < _TOP
            and words.DECIDES.search(self.text.low) is None
        )

    def counts(self, seen: Seen) -> bool:
        """Whether a sign tells something here; how the law is in general does not."""
        known = self.zone or self.current is not None
        heading = seen.sign is Sign.HEADING
        if seen.remedy is RemedyKind.OBJECTION and not (known or heading):
            return words.INVOICE.search(self.text.low, seen.start, seen.end) is not None
        return known or seen.firm or heading

    def assign(self, seen: Seen) -> None:
        """Take a form's line for one kind of appeal, which is left blank for the others."""
        filled = any(map(str.isdigit, self.text.low[seen.start : seen.end]))
        if self.current is None or self.current.remedy not in APPEALS:
            if filled:
                self.open(seen.remedy, seen._replace(sign=Sign.HEADING))
        elif filled:
            self.current.remedy = seen.remedy

    def forbid(self, seen: Seen) -> None:
        current = self.current
        market = words.MARKET.search(self.text.low, seen.start, seen.end) is not None
        if market and self.procurement:
            return
        if current is None:
            if seen.firm and (
                self.zone or words.THIS_DECISION.search(self.text.low, seen.start, seen.end)
            ):
                self.open(None, seen)
            elif self.begins_zone(seen):
                # The first words under the heading for remedies: unless an instruction
                # follows, the general rule is what is told of this decision.
                self.open(None, seen)
        elif current.remedy is None and self.is_another(current, seen):
            self.open(None, seen._replace(start=self.headed(seen.start)))
            self.blocks[-1].signs |= _FORBIDDING
            self.blocks[-1].apart = True
        elif current.remedy in APPEALS and self.is_review_only(seen):
            # "Asiassa ei tehdä oikaisuvaatimusta": what remains is the appeal.
            return
        elif current.remedy is None or seen.sign is Sign.BARRED:
            current.signs.add(seen.sign)
            current.review_only &= self.is_review_only(seen)
        elif seen.firm and current.remedy not in _PROCUREMENT:
            self.open(None, seen)

    def headed(self, start: int) -> int:
        """Return where the heading right above a line starts, else the line."""
        begin = self.text.low.rfind("\n", max(start - _FAR, 0), max(start - 1, 0)) + 1
        line = self.text.low[begin:start].strip()
        heads = 0 < len(line) < _SHORT and line[-1].isalpha() and not any(map(str.isdigit, line))
        return begin if heads else start

    def is_another(self, current: Block, seen: Seen) -> bool:
        """Whether a prohibition has sections of its own, after those of the one before it."""
        low = self.text.low
        if not current.signs & _FORBIDDING or words.REVIEW_INSTEAD.search(low, *seen[2:4]):
            return False
        own = sections_of(low, seen.start, seen.end + _FAR)
        return bool(own and sections_of(low, current.start, seen.start))

    def begins_zone(self, seen: Seen) -> bool:
        """Whether a sign is the first thing under the heading for remedies."""
        if self.zone_end < 0 or seen.start - self.zone_end > _FAR:
            return False
        return not self.text.low[self.zone_end : seen.start].strip()

    def is_review_only(self, seen: Seen) -> bool:
        return seen.sign is Sign.BAN and (
            words.OTHER_REMEDY.search(self.text.low, seen.start, seen.end) is None
            or words.BUT_APPEAL.search(self.text.low, seen.start, seen.end) is not None
        )

    def tell(self, seen: Seen) -> None:
        current = self.current
        if current is not None and current.remedy is None and current.signs == {Sign.BARRED}:
            current.remedy = seen.remedy
        if (
            current is not None
            and current.remedy is RemedyKind.APPEAL
            and seen.remedy is RemedyKind.ADMINISTRATIVE_REVIEW
            and seen.sign is Sign.TIME
            and not current.signs & {Sign.LEAD, Sign.RIGHT, Sign.TIME}
        ):
            # Headed "Valitusosoitus", but what it tells is how to ask for a review.
            current.remedy = seen.remedy
        elif self.is_called_rectification(seen):
            seen = seen._replace(remedy=RemedyKind.PROCUREMENT_CORRECTION)
        elif self.is_called_appeal(seen):
            seen = seen._replace(remedy=RemedyKind.ADMINISTRATIVE_REVIEW)
        if current is None or not same(current, seen.remedy) or _repeats(current, seen):
            self.open(seen.remedy, seen)
            return
        if seen.remedy is not RemedyKind.APPEAL:
            current.remedy = seen.remedy
        current.signs.add(seen.sign)
        current.last = seen.start
        current.firm |= seen.sign is Sign.HEADING and seen.firm

    def is_called_rectification(self, seen: Seen) -> bool:
        """Whether what is headed "Hankintaoikaisu" is called only an oikaisu below."""
        return (
            self.current is not None
            and self.current.remedy is RemedyKind.PROCUREMENT_CORRECTION
            and seen.remedy is RemedyKind.ADMINISTRATIVE_REVIEW
            and seen.sign is not Sign.HEADING
            and seen.start - self.current.start < _CLOSE
            and words.REVIEW_NAMED.search(self.text.low, seen.start, seen.end) is None
        )

    def is_called_appeal(self, seen: Seen) -> bool:
        """Whether a form headed "Oikaisuvaatimus" calls the same remedy an appeal below."""
        current = self.current
        return (
            current is not None
            and current.remedy is RemedyKind.ADMINISTRATIVE_REVIEW
            and seen.remedy is RemedyKind.APPEAL
            and seen.sign is not Sign.HEADING
            and Sign.HEADING in current.signs
            and seen.start - current.start < _CLOSE
            and words.COURT.search(self.text.low, current.start, current.start + 2 * _CLOSE) is None
        )

    def open(self, remedy: RemedyKind | None, seen: Seen) -> None:
        start = self.before(seen)
        self.close(start)
        heading = seen.sign in NAMING
        self.current = Block(
            remedy,
            start,
            len(self.text.low),
            {seen.sign},
            handling=self.handling,
            firm=(heading and (seen.firm or self.zone)) or (self.zone and seen.sign is Sign.TIME),
            last=seen.start,
            zone=self.zone_end,
            heading=self.text.low[seen.start : seen.end].strip() if heading else "",
            review_only=self.is_review_only(seen),
            general=remedy is None and not seen.firm,
            enclosed=self.enclosed >= 0
            and (seen.sign is Sign.HEADING or seen.start == self.enclosed),
        )
        self.blocks.append(self.current)
        self.zone_end = -1
        self.procurement |= remedy in _PROCUREMENT

    def before(self, seen: Seen) -> int:
        """Return where a passage starts: at the line that announces it, if there is one."""
        low = self.text.low
        if seen.sign in NAMING or low[seen.start - 1 : seen.start] != "\n":
            return seen.start
        stop = seen.start - 1
        begin = low.rfind("\n", max(stop - 400, 0), stop) + 1
        line = low[begin:stop].rstrip()
        announces = line.endswith(":") and words.names_remedy(line)
        return (
            begin
            if announces and begin > (self.current.last if self.current else -1)
            else seen.start
        )

    def close(self, end: int) -> None:
        if self.current is not None:
            self.current.end = end
        self.current = None


def gathered(text: Prose) -> list[Block]:
    """Return the passages that the signs of a text make, in order."""
    finder = _Finder(text)
    for seen in signs_of(text):
        finder.see(seen)
    return finder.blocks
