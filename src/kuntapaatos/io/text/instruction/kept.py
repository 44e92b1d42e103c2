r"""
What is read of each office as the lines of an instruction are gone through.

>>> kept = Kept("Torikatu 1", 10)
>>> kept.put("postal_address", "Torikatu 1", 0, 10)
>>> [fact.value for contact in kept.contacts for fact in contact.facts.values()]
['Torikatu 1']
"""

from __future__ import annotations

import re

from kuntapaatos.io.text.facts import Fact, Why
from kuntapaatos.io.text.instruction import address_forms as forms
from kuntapaatos.io.text.instruction.contact import (
    Begun,
    Contact,
    Part,
    joined,
    one_line,
    parts_before,
)
from kuntapaatos.io.text.instruction.hours import read_hours
from kuntapaatos.io.text.instruction.names import is_authority

__all__ = ["Kept", "without_and"]

# What stands between an address and the next one in a sentence.
_AND = re.compile(r"^\s{0,9}(?:tai|taikka|ja|eller|och)\s{1,9}")


def without_and(value: str) -> str:
    """Return what a sentence goes on with behind "or"."""
    return _AND.sub("", value)


class Kept:
    """The offices so far, and the pieces of the address that is being read."""

    def __init__(self, text: str, end: int) -> None:
        self.text = text
        self.end = end
        self.contacts: list[Contact] = []
        self.waits: str | None = None
        self.begun: Begun | None = None
        self.parts: list[Part] = []
        self.begins = 0

    def found(self, name: str, hit: re.Match[str] | None, start: int) -> None:
        """Keep what a pattern found in a value that starts at a place."""
        if hit is not None:
            value = " ".join(hit[0].split()).strip(forms.EDGES)
            if name == "email" and forms.EVERYBODY.match(value.lower()):
                return
            if name == "email" and "@" not in value:
                value = re.sub(r"\(at\)|\[at\]", "@", value)
            self.put(name, value, start + hit.start(), start + hit.end())

    def put(self, name: str, value: str, start: int, end: int) -> None:
        """Keep a value of the office that is spoken of; a second one begins another office."""
        contact = self.current(start)
        before = contact.facts.get(name)
        if before is not None and before.value == value:
            return
        if name == "postal_address" and contact.is_street_only:
            # "Osoite: Kirkkotie 3", then "Postiosoite: PL 14".
            street = contact.facts[name]._replace(field="visiting_address")
            contact.facts.setdefault("visiting_address", street)
        elif before is not None:
            contact = Contact(None, (start, start), start)
            self.contacts.append(contact)
        contact.facts[name] = Fact(name, value, start, end)

    def current(self, start: int) -> Contact:
        """Return the office that is spoken of."""
        if not self.contacts:
            self.contacts.append(Contact(None, (start, start), start))
        return self.contacts[-1]

    def brought(self, start: int, stop: int) -> None:
        """Take the street to which a sentence says one may bring the document."""
        hit = forms.BROUGHT.search(self.text, start, stop)
        if hit is None or forms.POSTCODE.search(self.text, hit.end(), min(stop, hit.end() + 12)):
            return
        if any("visiting_address" in contact.facts for contact in self.contacts):
            return
        self.put("visiting_address", " ".join(hit[1].split()), *hit.span(1))

    def named(self, start: int, code: re.Match[str]) -> list[Part]:
        """Return what stands before a postal code; the office named right before it owns it."""
        parts = parts_before(self.text, start, code)
        until = parts[0].start if parts else code.start()
        name = forms.NAME_BEFORE.search(self.text, start, until)
        if name is not None and is_authority(name[1]):
            self.owner(*name.span(1), " ".join(name[1].split()))
        elif is_authority(head := without_and(self.text[start:until].rstrip(" ,:"))):
            at = self.text.index(head, start)
            self.owner(at, at + len(head), " ".join(head.split()))
        return parts

    def coded(self, code: re.Match[str], *, labelled: bool = False) -> None:
        """Take the postal code with its place, which ends an address."""
        place = forms.PLACE.match(self.text, code.end())
        end = place.end() if place else code.end()
        self.close(
            Part(one_line(self.text[code.start() : end]), code.start(), end), labelled=labelled
        )

    def close(self, code: Part, *, labelled: bool) -> None:
        """Make an address of the pieces that came before its postal code."""
        parts, self.parts = self.parts[-2:], []
        boxes = [part for part in parts if forms.BOX.match(part.text)]
        contact = self.current(parts[0].start if parts else code.start)
        if "postal_address" in contact.facts and not contact.facts.keys() - {
            "postal_address",
            "visiting_address",
        }:
            if parts and not boxes:
                visit = joined("visiting_address", [*parts, code])
                contact.facts.setdefault("visiting_address", visit)
            elif parts == boxes and contact.is_street_only:
                # "Isokatu 4, 99100 Mallila", and "PL 189, 99101 Mallila" below it.
                post = joined("postal_address", [*parts, code])
                self.put("postal_address", str(post.value), post.start, post.end)
            return
        if not parts:
            return
        # Of a street and a box on one line the street is for visitors; in brackets, for them only.
        mixed = 0 < len(boxes) < len(parts)
        sure = labelled or any(part.aside for part in parts)
        apart = mixed and (sure or "\n" not in self.text[parts[0].start : code.start])
        fact = joined("postal_address", [*(boxes if mixed and sure else parts), code])
        self.put("postal_address", str(fact.value), fact.start, fact.end)
        contact = self.current(fact.start)
        contact.labelled = False
        for part in parts if apart else ():
            if part not in boxes and "visiting_address" not in contact.facts:
                self.put("visiting_address", part.text, part.start, part.end)
        if mixed and not sure:
            # "Isokatu 4, PL 189, 90101 Oulu": the street may be part of the address of the box.
            contact.block = () if apart else (*parts, code)
            both = (fact.value, joined("postal_address", [*boxes, code]).value)
            contact.facts["postal_address"] = fact._replace(candidates=both, why=Why.STREET_AND_BOX)

    def street(self) -> None:
        """Take a street that no postal code followed as the place to visit."""
        parts, self.parts = self.parts, []
        for part in parts:
            known = self.current(part.start).facts
            if forms.SURE_STREET.search(part.text) and "visiting_address" not in known:
                self.put("visiting_address", part.text, part.start, part.end)

    def owner(self, start: int, stop: int, name: str) -> None:
        """Keep the name of an office, before what is read of it."""
        self.parts = []
        contact = self.contacts[-1] if self.contacts else None
        # "Send it to info@… or to the municipality, PB 8": two ways to one office.
        goes_on = contact is not None and contact.start >= self.begins and contact.owner is None
        if (
            contact is not None
            and goes_on
            and contact.facts.keys()
            <= {
                "email",
                "service_address",
            }
        ):
            contact.owner, contact.owner_at = name, (start, stop)
            return
        if contact is None or contact.facts:
            contact = Contact(None, (start, stop), start)
            self.contacts.append(contact)
        said = contact.owner
        if said is None:
            contact.owner, contact.owner_at = name, (start, stop)
            return
        both = said if name in said else name if said in name else f"{said}, {name}"
        contact.owner, contact.owner_at = both, (contact.owner_at[0], stop)

    def hours(self, start: int, stop: int) -> bool:
        """Take hours, and return whether there were any."""
        read = read_hours(self.text, start, self.end)
        if read is None:
            if not self.text[start:stop].strip(forms.EDGES):
                self.waits = "hours"
            return False
        contact = self.current(start)
        if read.value is None:
            contact.unread.append((read.start, read.end))
        elif "hours" not in contact.facts:
            contact.facts["hours"] = Fact("hours", read.value, read.start, read.end)
        return True
