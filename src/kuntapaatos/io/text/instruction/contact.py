r"""
One office's contact details as they are gathered, and the pieces of an address.

>>> one_line("Torikatu 1\n99999 Mallila"), one_line("PL 1 99999 Mallila")
('Torikatu 1, 99999 Mallila', 'PL 1, 99999 Mallila')
"""

from __future__ import annotations

import re

from attrs import define, field

from kuntapaatos.io.text.facts import Fact
from kuntapaatos.io.text.instruction.address_forms import (
    BETWEEN,
    BOX,
    DIGIT,
    EDGES,
    POSTCODE,
    STREET,
)

__all__ = ["Begun", "Contact", "Part", "joined", "one_line", "parts_before"]

_UNPARTED = re.compile(r"(?<=[^,\s])\s(?=\d{5}\s[A-ZÅÄÖ])")


@define
class Contact:
    """
    What is said of one office.

    Attributes:
        owner: Its name as the text gives it; `None` when no line names it.
        owner_at: Where the name starts and ends.
        start: Where the first of it stands.
        facts: What was read, by the field of `Authority`.
        unread: Where hours stand that could not be read.
        block: The pieces of an address that had no label.
        labelled: Whether a label says that its address is for letters.
    """

    owner: str | None
    owner_at: tuple[int, int]
    start: int
    facts: dict[str, Fact] = field(factory=dict)
    unread: list[tuple[int, int]] = field(factory=list)
    block: tuple[Part, ...] = ()
    labelled: bool = True

    @property
    def is_street_only(self) -> bool:
        """Whether its one address is a street that no label calls the postal one."""
        post = self.facts.get("postal_address")
        if post is None or self.labelled or "visiting_address" in self.facts:
            return False
        return BOX.search(str(post.value)) is None

    def settle(self) -> None:
        """
        Take the street of a block without labels as the place to visit where hours are given.

        Without them the street and the box are one postal address.
        """
        if "hours" in self.facts and self.block and "visiting_address" not in self.facts:
            street = next(part for part in self.block if not BOX.match(part.text))
            others = [part for part in self.block if part is not street]
            self.facts["postal_address"] = joined("postal_address", others)
            self.facts["visiting_address"] = joined("visiting_address", [street])


@define
class Part:
    """A piece of an address: a street, a box, a postal code; a street may be in brackets."""

    text: str
    start: int
    end: int
    aside: bool = False


@define
class Begun:
    """An address whose postal code may follow on a line below."""

    name: str
    start: int
    end: int
    lines: int = 0

    def goes_on(self, text: str, bare: str) -> bool:
        """Whether a line below, without its edges, may belong to it."""
        self.lines += 1
        if self.lines > 4 or len(bare) > 80:
            return False
        if self.name == "visiting_address" and BOX.search(bare) is not None:
            # Nobody visits a post-office box.
            return False
        if DIGIT.search(bare):
            return any((POSTCODE.search(bare), BOX.search(bare), STREET.match(bare)))
        return DIGIT.search(text, self.start, self.end) is None and not bare.endswith(".")


def joined(name: str, parts: list[Part]) -> Fact:
    """Return an address made of its pieces, with its place."""
    return Fact(name, ", ".join(part.text for part in parts), parts[0].start, parts[-1].end)


def parts_before(text: str, start: int, code: re.Match[str]) -> list[Part]:
    """Return the street and the box that stand right before a postal code, from a place on."""
    found: list[Part] = []
    end = code.start()
    while len(found) < 2:
        near = [
            hit
            for kind in (STREET, BOX)
            for hit in kind.finditer(text, max(start, end - 90), end)
            if BETWEEN.fullmatch(text, hit.end(), end)
        ]
        if not near:
            break
        hit = near[-1]
        aside = text[hit.start() - 1 : hit.start()] == "("
        found.insert(0, Part(one_line(hit[0]), hit.start(), hit.end(), aside))
        end = hit.start()
    return found


def one_line(value: str) -> str:
    """Return an address on one line, with a comma before its postal code."""
    parts = (" ".join(part.split()).strip(EDGES) for part in value.split("\n"))
    line = ", ".join(part for part in parts if part)
    if value.rstrip(" ,;").endswith(("krs.", "vån.")):
        line += "."
    return _UNPARTED.sub(", ", line)
