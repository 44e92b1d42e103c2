r"""
A page that only lists the items of a meeting: each row a number, a title and a link.

Tweb, KTweb, Dynasty and Turku's old system publish meetings so; each item is another file.

>>> links = (Link("Aurakadun kunnostus", "2.pdf"), Link("1 kpl", "a.htm"), Link("Muut", "3.pdf"))
>>> text = "Kaupunginhallitus: 3/2025 20.3.2025\n88\t1 kpl\tAurakadun kunnostus\n89 §\tMuut\n"
>>> [(row.section, row.title, row.target) for row in listed(text, links)]
[('88', 'Aurakadun kunnostus', '2.pdf'), ('89', 'Muut', '3.pdf')]
>>> [(one.field, str(one.value)) for one in head_of(text)]
[('maker', 'Kaupunginhallitus'), ('meeting_on', '2025-03-20')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kuntapaatos.decision import Organ
from kuntapaatos.io.html.markup import Link
from kuntapaatos.io.text.bodies import is_organ
from kuntapaatos.io.text.dates import find_dates
from kuntapaatos.io.text.reading import Found, Span

__all__ = ["Row", "head_of", "listed"]

_NUMBER = re.compile(
    r"(?:§[ \u00a0]?)?(\d{1,4}(?:[ ]?[a-z])?)(?:[ \u00a0]?§)?(?:\t|[ \u00a0]{1,3})"
)
_ENCLOSURES = re.compile(r"\d{1,3}[ \u00a0](?:kpl|st)$")
_DECIDED = re.compile(r"^(?:Päätös|Beslut|Päätökset)[ \t]{0,9}$", re.MULTILINE)
_DAY = re.compile(r"(?<!\d)\d{1,2}\.\d{1,2}\.\d{4}")
_HEAD, _FEWEST = 12, 2
# What stands beside the rows: the head, a line for the enclosures, a few words for each row.
_BESIDE, _BESIDE_EACH = 600, 80


class Row(NamedTuple):
    """
    One item of a list.

    Attributes:
        section: Its number, as printed.
        title: What it is called.
        target: Where its text is.
        at: Where the number stands in the text.
        title_at: Where the title does.
    """

    section: str
    title: str
    target: str
    at: int
    title_at: int


def listed(text: str, links: tuple[Link, ...]) -> tuple[Row, ...]:
    """Return the rows of a page that lists items and says little else; of another one none."""
    targets = {one.words: one.target for one in links if not _ENCLOSURES.match(one.words)}
    rows = tuple(_rows(text, targets))
    rest = len(text) - sum(row.title_at + len(row.title) - row.at for row in rows)
    alone = rest <= _BESIDE + _BESIDE_EACH * len(rows) and _DECIDED.search(text) is None
    return rows if len(rows) >= _FEWEST and alone else ()


def _rows(text: str, targets: dict[str, str]) -> Iterator[Row]:
    at = 0
    for line in text.split("\n"):
        bare = line.strip()
        number = _NUMBER.match(bare)
        if number is not None:
            cells = [cell.strip() for cell in bare[number.end() :].split("\t")]
            linked = [cell for cell in cells if cell in targets]
            # The link may be the title, the number alone, or the line: "§ 88 Aurakatu".
            target = targets.get(number[0].strip()) or targets.get(" ".join(bare.split()))
            title = max(linked or (cells if target else []), key=len, default="")
            if title:
                begin = line.index(title, line.index(number[1]) + len(number[1]))
                target = targets.get(title) or str(target)
                yield Row(number[1], title, target, at + line.index(number[1]), at + begin)
        at += len(line) + 1


def head_of(text: str) -> Iterator[Found]:
    """Give who met and when, from the lines above a list."""
    lines, at = text.split("\n")[:_HEAD], 0
    for place, line in enumerate(lines):
        body = _DAY.split(line.partition(":")[0])[0].strip()
        if is_organ(body):
            organ, begin = Organ(body), line.index(body)
            yield Found("maker", organ, Span(at + begin, at + begin + len(body)))
            two = "\n".join(lines[place : place + 2])
            days = find_dates(two)
            if len(days) == 1 and days[0].value is not None:
                span = Span(at + days[0].start, at + days[0].end)
                yield Found("meeting_on", days[0].value, span)
            return
        at += len(line) + 1
