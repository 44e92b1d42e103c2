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

from kuntapaatos.io.text.instruction import words
from kuntapaatos.io.text.instruction.assigning import listed_sections, sections_of
from kuntapaatos.io.text.instruction.gathering import (
    ALLOWING,
    NAMING,
    TOLD,
    Block,
    gathered,
    same,
)
from kuntapaatos.io.text.instruction.prose import Prose
from kuntapaatos.io.text.instruction.remedies import closer
from kuntapaatos.io.text.instruction.shared import share
from kuntapaatos.io.text.instruction.signs import APPEALS, Sign
from kuntapaatos.remedy.kinds import RemedyKind

__all__ = ["find_blocks"]

# Several times the longest instruction there is.
_LONGEST = 30_000


def find_blocks(text: Prose) -> list[Block]:
    """Return the passages of a text that instruct about a remedy or forbid one, in order."""
    every = gathered(text)
    blocks = _last_handling(_joined(every))
    blocks = [block for block in blocks if not (block.enclosed and block.is_mention)]
    if not blocks and words.DECIDES.search(text.low) is None:
        # A page that decides nothing and says how soon: its one sentence instructs.
        blocks = [block for block in every if block.remedy and Sign.TIME in block.signs]
    for block in blocks:
        block.end = min(block.end, block.start + _LONGEST)
        if block.remedy is RemedyKind.APPEAL:
            block.remedy = closer(text.low[block.start : block.end])
        block.sections = sections_of(text.low, block.start, block.end)
        if not block.sections and block.zone >= 0:
            block.sections = listed_sections(text.low[block.zone : block.start]) or block.sections
    blocks = _assigned(blocks)
    share(text, blocks)
    return blocks


def _is_weak(block: Block) -> bool:
    """Whether too little is said for it to be an instruction of its own."""
    if block.firm or block.signs & {Sign.BAN, Sign.LABEL}:
        return False
    return len(block.signs & (TOLD | {Sign.HEADING})) < 2


def _joined(blocks: list[Block]) -> list[Block]:
    """Give weak passages back to the one they interrupt, and an opening to what it opens."""
    kept: list[Block] = []
    for block in blocks:
        weak = _is_weak(block)
        before = kept[-1] if kept and kept[-1].end == block.start else None
        if before is None or before.is_mention:
            if not weak:
                kept.append(block)
        elif _opens(before, block):
            while kept and kept[-1].end == block.start and _opens(kept[-1], block):
                before = kept.pop()
                block.start, block.signs = before.start, block.signs | before.signs
            kept.append(block)
        elif weak or _continues(before, block):
            before.end = block.end
            before.signs |= block.signs & {Sign.BARRED}
        else:
            kept.append(block)
    return kept


def _continues(before: Block, block: Block) -> bool:
    """Whether a passage says more of the same remedy; a heading on each page begins nothing."""
    if block.apart or Sign.TIME in block.signs or not same(before, block.remedy):
        return False
    return block.heading == before.heading or words.INSTRUCTING.search(block.heading) is None


def _opens(block: Block, after: Block) -> bool:
    """Whether a passage only introduces the one that follows it, or shares its time with it."""
    if block.remedy is not after.remedy or after.is_mention or Sign.TIME in block.signs:
        return False
    if Sign.HEADING not in block.signs:
        return True
    # Under one heading the address may come before the time.
    return Sign.TIME in after.signs and (
        Sign.ADDRESS not in block.signs or not after.signs & NAMING
    )


def _last_handling(blocks: list[Block]) -> list[Block]:
    """Leave out instructions of earlier handlings, when the last one has its own."""
    last = max((block.handling for block in blocks if not block.is_mention), default=None)
    return [block for block in blocks if last is None or block.handling == last or block.is_mention]


def _assigned(blocks: list[Block]) -> list[Block]:
    """Leave out what a form leaves blank, and mentions of what is instructed anyway."""
    if any(block.sections for block in blocks):
        filled = [block for block in blocks if block.sections is not None]
        # "Review may be asked for § 18", and the place for it in the instruction left blank.
        points = any(Sign.BARRED in block.signs for block in filled)
        instructs = any(block.remedy is not None for block in filled)
        blocks = blocks if points and not instructs else filled
    blocks = _telling(blocks)
    if any(block.remedy is not None for block in blocks):
        blocks = [block for block in blocks if not block.general]
    remedies = {block.remedy for block in blocks if not block.is_mention}
    if remedies & APPEALS:
        blocks = [block for block in blocks if not (block.remedy is None and block.review_only)]
    kept: list[Block] = []
    for block in blocks:
        if not block.is_mention:
            kept.append(block)
        elif not any(_kin(remedy, block.remedy) for remedy in remedies):
            kept.append(block)
            remedies.add(block.remedy)
    return kept


def _telling(blocks: list[Block]) -> list[Block]:
    """Leave out what only says who may use a remedy whose time is told elsewhere."""
    timed = {block.remedy for block in blocks if Sign.TIME in block.signs}
    kept: list[Block] = []
    for block in blocks:
        # "Valitus" alone may be any appeal that is told of below.
        told = block.remedy in timed or (block.remedy is RemedyKind.APPEAL and timed & APPEALS)
        if not told or block.signs - ALLOWING:
            kept.append(block)
        elif kept and kept[-1].end == block.start:
            kept[-1].end = block.end
    return kept


def _kin(one: RemedyKind | None, other: RemedyKind | None) -> bool:
    return one is other or ({one, other} <= APPEALS and RemedyKind.APPEAL in {one, other})
