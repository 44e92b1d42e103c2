r"""
One office's contact details as they are gathered, and the pieces of an address.

>>> one_line("Torikatu 1\n99999 Mallila"), one_line("PL 1 99999 Mallila")
('Torikatu 1, 99999 Mallila', 'PL 1, 99999 Mallila')
"""

from __future__ import annotations

import re

from attrs import define, field

from kuntapaatos.io.text.facts import Fact
from kuntapaatos.io.text.instruction.address_forms import BOX, EDGES

__all__ = ["Begun", "Contact", "Part", "joined", "one_line"]

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
    """

    owner: str | None
    owner_at: tuple[int, int]
    start: int
    facts: dict[str, Fact] = field(factory=dict)
    unread: list[tuple[int, int]] = field(factory=list)
    block: tuple[Part, ...] = ()

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


def joined(name: str, parts: list[Part]) -> Fact:
    """Return an address made of its pieces, with its place."""
    return Fact(name, ", ".join(part.text for part in parts), parts[0].start, parts[-1].end)


def one_line(value: str) -> str:
    """Return an address on one line, with a comma before its postal code."""
    parts = (" ".join(part.split()).strip(EDGES) for part in value.split("\n"))
    line = ", ".join(part for part in parts if part)
    if value.rstrip(" ,;").endswith(("krs.", "vån.")):
        line += "."
    return _UNPARTED.sub(", ", line)
