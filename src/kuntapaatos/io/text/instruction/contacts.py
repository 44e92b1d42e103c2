r"""
Addresses, numbers and hours in the lines of an instruction, by whose they are.

>>> text = "Kunnanhallitus\nPL 1, 99999 Mallila\nPuhelin: 08 123 (vaihde)\nFaksi: 08 124"
>>> for contact in read_contacts(text, 0, len(text)):
...     print(contact.owner, {field: fact.value for field, fact in contact.facts.items()})
Kunnanhallitus {'postal_address': 'PL 1, 99999 Mallila', 'phone': '08 123'}
"""

from __future__ import annotations

import re
from itertools import pairwise

from attrs import define, field

from kuntapaatos.io.text.facts import Fact
from kuntapaatos.io.text.instruction.address_forms import (
    BETWEEN,
    BLANK,
    BOX,
    DIGIT,
    EDGES,
    EMAIL,
    EVERYBODY,
    HOURS,
    LABEL,
    LONG,
    LONGEST,
    LONGEST_LABEL,
    OPEN,
    PHONE,
    PLACE,
    POSTCODE,
    SENTENCE_END,
    SERVICE,
    STREET,
    SURE_STREET,
    TELLING,
    THEN_OPEN,
    URL,
)
from kuntapaatos.io.text.instruction.hours import read_hours
from kuntapaatos.io.text.instruction.names import is_authority
from kuntapaatos.io.text.instruction.prose import lines

__all__ = ["Contact", "read_contacts"]


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
    block: tuple[_Part, ...] = ()

    def settle(self) -> None:
        """
        Take the street of a block without labels as the place to visit where hours are given.

        Without them the street and the box are one postal address.
        """
        if "hours" in self.facts and self.block and "visiting_address" not in self.facts:
            street = next(part for part in self.block if not BOX.match(part.text))
            others = [part for part in self.block if part is not street]
            self.facts["postal_address"] = _joined("postal_address", others)
            self.facts["visiting_address"] = _joined("visiting_address", [street])


@define
class _Part:
    """A piece of an address: a street, a box, a postal code; a street may be in brackets."""

    text: str
    start: int
    end: int
    aside: bool = False


@define
class _Begun:
    """An address whose postal code may follow on a line below."""

    name: str
    start: int
    end: int
    lines: int = 0


class _Reader:
    def __init__(self, text: str, end: int) -> None:
        self.text = text
        self.end = end
        self.contacts: list[Contact] = []
        self.waits: str | None = None
        self.begun: _Begun | None = None
        self.parts: list[_Part] = []

    def line(self, start: int, stop: int) -> None:
        line = self.text[start:stop]
        low = line.lower()
        if len(low) != len(line) or len(line) > LONGEST:
            return
        telling = TELLING.search(line) is not None
        labels = list(LABEL.finditer(low)) if telling or len(line) <= LONGEST_LABEL else []
        hours = HOURS.search(low) if any(map(low.__contains__, OPEN)) else None
        if len(line) > 120 and not telling:
            self.flush()
            return
        if labels or hours is not None:
            self.street()
        if labels and not line[: labels[0].start()].strip(EDGES):
            self.flush()
        self.free(
            start, start + (labels[0].start() if labels else len(line)), is_hours=hours is not None
        )
        for number, label in enumerate(labels):
            ends = labels[number + 1].start() if number + 1 < len(labels) else len(line)
            name = str(label.lastgroup)
            if line[label.end() : ends].strip(EDGES):
                self.labelled(name, start + label.end(), start + ends)
            elif not line[: label.start()].strip(EDGES):
                self.waits = name
        if hours is not None:
            self.hours(start + hours.end(), stop)

    def labelled(self, name: str, start: int, stop: int) -> None:
        """Take what stands behind a label."""
        self.waits = None
        value = self.text[start:stop]
        if BLANK.search(value) or name in {"fax", "web"}:
            return
        if name == "phone":
            self.found(name, PHONE.search(value), start)
            if "@" in value:
                self.found("email", EMAIL.search(value), start)
        elif name == "email":
            self.found(name, EMAIL.search(value), start)
            self.found("service_address", URL.search(value), start)
        elif name == "service_address":
            self.found(name, URL.search(value) or EMAIL.search(value), start)
        else:
            self.address(name, start, stop)
            if "@" in value:
                self.flush()
                self.found("email", EMAIL.search(value), start)

    def found(self, name: str, hit: re.Match[str] | None, start: int) -> None:
        if hit is not None:
            value = " ".join(hit[0].split()).strip(EDGES)
            if name == "email" and EVERYBODY.match(value.lower()):
                return
            if name == "email" and "@" not in value:
                value = re.sub(r"\(at\)|\[at\]", "@", value)
            self.put(name, value, start + hit.start(), start + hit.end())

    def put(self, name: str, value: str, start: int, end: int) -> None:
        contact = self.current(start)
        if name in contact.facts:
            if contact.facts[name].value == value:
                return
            contact = Contact(None, (start, start), start)
            self.contacts.append(contact)
        contact.facts[name] = Fact(name, value, start, end)

    def current(self, start: int) -> Contact:
        if not self.contacts:
            self.contacts.append(Contact(None, (start, start), start))
        return self.contacts[-1]

    def address(self, name: str, start: int, stop: int) -> None:
        """Take an address behind its label; it goes on below until its postal code."""
        begin = start + len(self.text[start:stop]) - len(self.text[start:stop].lstrip(EDGES))
        if stop - begin > 120 and POSTCODE.search(self.text, begin, stop) is None:
            return
        hours = THEN_OPEN.search(self.text, begin, stop)
        if hours is not None:
            # "Strandvägen 28, vardagar kl. 9–15".
            stop = hours.start()
        self.begun = _Begun(name, begin, stop)
        self.settle(self.begun, stop)
        if hours is not None:
            self.flush()
            self.hours(hours.end(), hours.endpos)

    def settle(self, begun: _Begun, stop: int) -> None:
        """Add a line to the address begun; its postal code ends it."""
        code = POSTCODE.search(self.text, begun.start, stop)
        if code is None:
            begun.end = stop if DIGIT.search(self.text, begun.end, stop) else begun.end
            return
        place = PLACE.match(self.text, code.end())
        begun.end = place.end() if place else code.end()
        self.flush()

    def flush(self) -> None:
        """Take the address begun as far as it goes."""
        begun, self.begun = self.begun, None
        if begun is None or DIGIT.search(self.text, begun.start, begun.end) is None:
            return
        shown = _one_line(self.text[begun.start : begun.end])
        names = ("postal_address", "visiting_address") if begun.name == "both" else (begun.name,)
        for name in names:
            self.put(name, shown, begun.start, begun.end)

    def goes_on(self, begun: _Begun, bare: str) -> bool:
        """Whether a line may belong to the address begun above it."""
        begun.lines += 1
        if begun.lines > 4 or len(bare) > 80:
            return False
        if DIGIT.search(bare):
            return (
                POSTCODE.search(bare) is not None
                or BOX.search(bare) is not None
                or STREET.match(bare) is not None
            )
        return DIGIT.search(self.text, begun.start, begun.end) is None and not bare.endswith(".")

    def free(self, start: int, stop: int, *, is_hours: bool) -> None:
        """Take what stands without a label: a name, an address, a value awaited."""
        value = self.text[start:stop]
        bare = value.strip(EDGES)
        if not bare:
            return
        waits, self.waits = self.waits, None
        if self.begun is not None and self.goes_on(self.begun, bare):
            self.settle(self.begun, stop)
            return
        self.flush()
        if waits == "hours":
            if self.hours(start, stop):
                return
        elif waits is not None:
            self.labelled(waits, start, stop)
            return
        if is_hours:
            return
        email = EMAIL.search(value) if "@" in value or "at)" in value or "at]" in value else None
        url = URL.search(value) if "://" in value or "www." in value else None
        if email is not None and (not self.contacts or "email" not in self.contacts[-1].facts):
            self.found("email", email, start)
        if url is not None and SERVICE.search(_clause(value, url.start())):
            contact = self.current(start)
            if "service_address" not in contact.facts:
                self.found("service_address", url, start)
        if email is None and url is None:
            self.plain(start, stop, bare)
        elif email is not None:
            self.told(start, start + email.start())

    def told(self, start: int, stop: int) -> None:
        """Take an address in a sentence, before an e-mail address."""
        code = POSTCODE.search(self.text, start, stop)
        if code is not None:
            self.parts = self.before(code, start)
            self.coded(code)

    def plain(self, start: int, stop: int, bare: str) -> None:
        """Take a line of an address block."""
        code = POSTCODE.search(self.text, start, stop) if DIGIT.search(bare) else None
        if code is None:
            self.unfinished(start, stop, bare)
            return
        head = bare.split(",", 1)[0]
        if is_authority(head):
            at = self.text.index(head, start)
            self.owner(at, at + len(head), head)
        self.parts += self.before(code, start)
        self.coded(code)

    def coded(self, code: re.Match[str]) -> None:
        """Take the postal code with its place, which ends an address."""
        place = PLACE.match(self.text, code.end())
        end = place.end() if place else code.end()
        self.close(_Part(_one_line(self.text[code.start() : end]), code.start(), end))

    def unfinished(self, start: int, stop: int, bare: str) -> None:
        """Take a line without a postal code: a street or a box of its own, a name, or nothing."""
        for kind in (STREET, BOX) if DIGIT.search(bare) else ():
            hit = kind.search(self.text, start, stop)
            if hit is not None and len(hit[0]) + 25 > len(bare):
                self.parts.append(_Part(_one_line(hit[0]), hit.start(), hit.end()))
                return
        self.parts = []
        if is_authority(bare):
            self.owner(start, stop, bare)

    def before(self, code: re.Match[str], start: int) -> list[_Part]:
        """Return the street and the box that stand right before a postal code."""
        found: list[_Part] = []
        end = code.start()
        while True:
            near = [
                hit
                for kind in (STREET, BOX)
                for hit in kind.finditer(self.text, max(start, end - 90), end)
                if BETWEEN.fullmatch(self.text, hit.end(), end)
            ]
            if not near or len(found) == 2:
                return found
            hit = near[-1]
            aside = self.text[hit.start() - 1 : hit.start()] == "("
            found.insert(0, _Part(_one_line(hit[0]), hit.start(), hit.end(), aside))
            end = hit.start()

    def close(self, code: _Part) -> None:
        """Make an address of the pieces that came before its postal code."""
        parts, self.parts = self.parts[-2:], []
        boxes = [part for part in parts if BOX.match(part.text)]
        contact = self.current(parts[0].start if parts else code.start)
        if "postal_address" in contact.facts and not contact.facts.keys() - {
            "postal_address",
            "visiting_address",
        }:
            if parts and not boxes:
                visit = _joined("visiting_address", [*parts, code])
                contact.facts.setdefault("visiting_address", visit)
            return
        # Of a street and a box, one of them in brackets, the street is for visitors.
        apart = any(part.aside for part in parts) and 0 < len(boxes) < len(parts)
        visits = [part for part in parts if apart and part not in boxes]
        parts = [part for part in parts if part not in visits]
        if parts:
            fact = _joined("postal_address", [*parts, code])
            self.put("postal_address", str(fact.value), fact.start, fact.end)
            for part in visits:
                self.put("visiting_address", part.text, part.start, part.end)
            if 0 < len(boxes) < len(parts):
                self.current(fact.start).block = (*parts, code)

    def street(self) -> None:
        """Take a street that no postal code followed as the place to visit."""
        parts, self.parts = self.parts, []
        for part in parts:
            known = self.current(part.start).facts
            if SURE_STREET.search(part.text) and "visiting_address" not in known:
                self.put("visiting_address", part.text, part.start, part.end)

    def owner(self, start: int, stop: int, name: str) -> None:
        self.parts = []
        contact = self.contacts[-1] if self.contacts else None
        if contact is None or contact.facts:
            contact = Contact(None, (start, stop), start)
            self.contacts.append(contact)
        if contact.owner is None:
            contact.owner, contact.owner_at = name, (start, stop)
        else:
            contact.owner, contact.owner_at = (
                f"{contact.owner}, {name}",
                (contact.owner_at[0], stop),
            )

    def hours(self, start: int, stop: int) -> bool:
        """Take hours, and return whether there were any."""
        read = read_hours(self.text, start, self.end)
        if read is None:
            if not self.text[start:stop].strip(EDGES):
                self.waits = "hours"
            return False
        contact = self.current(start)
        if read.value is None:
            contact.unread.append((read.start, read.end))
        elif "hours" not in contact.facts:
            contact.facts["hours"] = Fact("hours", read.value, read.start, read.end)
        return True


def _clause(value: str, end: int) -> str:
    """Return what a sentence says before a web address, in lower case."""
    return value[max(value.rfind(". ", 0, end), 0) : end].lower()


def _joined(name: str, parts: list[_Part]) -> Fact:
    return Fact(name, ", ".join(part.text for part in parts), parts[0].start, parts[-1].end)


def _one_line(value: str) -> str:
    """Return an address on one line, with a comma before its postal code."""
    parts = (" ".join(part.split()).strip(EDGES) for part in value.split("\n"))
    line = ", ".join(part for part in parts if part)
    if value.rstrip(" ,;").endswith(("krs.", "vån.")):
        line += "."
    return _UNPARTED.sub(", ", line)


def read_contacts(text: str, start: int, end: int) -> list[Contact]:
    """Return the offices whose addresses, numbers or hours a passage gives, in order."""
    reader = _Reader(text, end)
    for begin, stop in lines(text, start, end):
        # In a paragraph on one line, each sentence may hold an address of its own.
        ends = SENTENCE_END.finditer(text, begin, stop) if stop - begin > LONG else ()
        for first, last in pairwise([begin, *(cut.end() for cut in ends), stop]):
            reader.line(first, last)
    reader.flush()
    for contact in reader.contacts:
        contact.settle()
    return [
        contact for contact in reader.contacts if contact.facts or contact.owner or contact.unread
    ]
