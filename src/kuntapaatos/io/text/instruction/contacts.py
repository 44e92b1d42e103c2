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

from kuntapaatos.io.text.facts import Fact
from kuntapaatos.io.text.instruction.address_forms import (
    BARE_PHONE,
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
    NAME_BEFORE,
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
    TOWARDS,
    URL,
)
from kuntapaatos.io.text.instruction.columns import columns
from kuntapaatos.io.text.instruction.contact import Begun, Contact, Part, joined, one_line
from kuntapaatos.io.text.instruction.hours import read_hours
from kuntapaatos.io.text.instruction.names import is_authority
from kuntapaatos.io.text.instruction.prose import lines

__all__ = ["read_contacts"]


class _Reader:
    def __init__(self, text: str, end: int) -> None:
        self.text = text
        self.end = end
        self.contacts: list[Contact] = []
        self.waits: str | None = None
        self.begun: Begun | None = None
        self.parts: list[Part] = []

    def line(self, start: int, stop: int) -> None:
        line = self.text[start:stop]
        low = line.lower()
        if len(low) != len(line) or len(line) > LONGEST:
            return
        telling = TELLING.search(line) is not None or "www" in line
        labels = list(LABEL.finditer(low)) if telling or len(line) <= LONGEST_LABEL else []
        hours = HOURS.search(low) if any(map(low.__contains__, OPEN)) else None
        if len(line) > 120 and not telling:
            self.flush()
            return
        if labels or hours is not None:
            self.street()
        if labels and not line[: labels[0].start()].strip(EDGES):
            self.flush()
        free = min(
            labels[0].start() if labels else len(line),
            hours.start() if hours is not None else len(line),
        )
        self.free(start, start + free, is_hours=hours is not None)
        for number, label in enumerate(labels):
            ends = labels[number + 1].start() if number + 1 < len(labels) else len(line)
            name = str(label.lastgroup)
            if line[label.end() : ends].strip(EDGES):
                self.labelled(name, start + label.end(), start + ends)
            elif not line[: label.start()].strip(EDGES):
                self.waits = name
        if hours is not None:
            self.hours(start + hours.end(), stop)

    def columns(self, pairs: list[tuple[str, tuple[int, int]]]) -> None:
        """Take labels and values that stand in columns."""
        self.flush()
        for name, place in pairs:
            if name == "hours":
                self.hours(*place)
            else:
                self.labelled(name, *place)
                self.flush()

    def labelled(self, name: str, start: int, stop: int) -> None:
        """Take what stands behind a label."""
        self.waits = None
        value = self.text[start:stop]
        if BLANK.search(value) or name in {"fax", "web"}:
            return
        if name == "phone":
            hit = PHONE.search(value)
            self.found(name, None if hit and POSTCODE.match(value, hit.start()) else hit, start)
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
        towards = TOWARDS.match(self.text, begin, stop)
        begin = towards.end() if towards else begin
        if stop - begin > 120 and POSTCODE.search(self.text, begin, stop) is None:
            return
        hours = THEN_OPEN.search(self.text, begin, stop)
        if hours is not None:
            # "Strandvägen 28, vardagar kl. 9–15".
            stop = hours.start()
        self.begun = Begun(name, begin, stop)
        self.settle(self.begun, stop)
        if hours is not None:
            self.flush()
            self.hours(hours.end(), hours.endpos)

    def settle(self, begun: Begun, stop: int) -> None:
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
        shown = one_line(self.text[begun.start : begun.end])
        names = ("postal_address", "visiting_address") if begun.name == "both" else (begun.name,)
        for name in names:
            self.put(name, shown, begun.start, begun.end)

    def goes_on(self, begun: Begun, bare: str) -> bool:
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
            # "Torikatu 9, 99999 Mallila (avoinna 9–15)": of other words only an address is taken.
            if POSTCODE.search(value) is not None:
                self.plain(start, stop, bare)
            return
        self.unlabelled(start, stop, bare)

    def unlabelled(self, start: int, stop: int, bare: str) -> None:
        """Take the e-mail address or the web page of a line, else what else it is."""
        value = self.text[start:stop]
        email = EMAIL.search(value) if "@" in value or "at)" in value or "at]" in value else None
        url = URL.search(value) if "://" in value or "www." in value else None
        if email is not None:
            self.told(start, start + email.start())
            if not self.contacts or "email" not in self.contacts[-1].facts:
                self.found("email", email, start)
        if url is not None and SERVICE.search(_clause(value, url.start())):
            contact = self.current(start)
            if "service_address" not in contact.facts:
                self.found("service_address", url, start)
        if email is None and url is None:
            self.plain(start, stop, bare)
        elif email is None and url is not None:
            self.told(start + url.end(), stop)

    def told(self, start: int, stop: int) -> None:
        """Take an address in a sentence, before an e-mail address."""
        code = POSTCODE.search(self.text, start, stop)
        if code is not None:
            self.parts = self.named(start, code)
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
        self.parts += self.named(start, code)
        self.coded(code)

    def named(self, start: int, code: re.Match[str]) -> list[Part]:
        """Return what stands before a postal code; the office named right before it owns it."""
        parts = self.before(code, start)
        name = NAME_BEFORE.search(self.text, start, parts[0].start if parts else code.start())
        if name is not None and is_authority(name[1]):
            self.owner(*name.span(1), " ".join(name[1].split()))
        return parts

    def coded(self, code: re.Match[str]) -> None:
        """Take the postal code with its place, which ends an address."""
        place = PLACE.match(self.text, code.end())
        end = place.end() if place else code.end()
        self.close(Part(one_line(self.text[code.start() : end]), code.start(), end))

    def unfinished(self, start: int, stop: int, bare: str) -> None:
        """Take a line without a postal code: a street or a box of its own, a name, or nothing."""
        for kind in (STREET, BOX) if DIGIT.search(bare) else ():
            hit = kind.search(self.text, start, stop)
            if hit is not None and len(hit[0]) + 25 > len(bare):
                self.parts.append(Part(one_line(hit[0]), hit.start(), hit.end()))
                return
        self.parts = []
        if is_authority(bare):
            self.owner(start, stop, bare)
        elif (
            self.contacts
            and "postal_address" in self.contacts[-1].facts
            and BARE_PHONE.fullmatch(bare)
        ):
            at = self.text.index(bare, start)
            self.put("phone", bare, at, at + len(bare))

    def before(self, code: re.Match[str], start: int) -> list[Part]:
        """Return the street and the box that stand right before a postal code."""
        found: list[Part] = []
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
            found.insert(0, Part(one_line(hit[0]), hit.start(), hit.end(), aside))
            end = hit.start()

    def close(self, code: Part) -> None:
        """Make an address of the pieces that came before its postal code."""
        parts, self.parts = self.parts[-2:], []
        boxes = [part for part in parts if BOX.match(part.text)]
        contact = self.current(parts[0].start if parts else code.start)
        if "postal_address" in contact.facts and not contact.facts.keys() - {
            "postal_address",
            "visiting_address",
        }:
            if parts and not boxes:
                visit = joined("visiting_address", [*parts, code])
                contact.facts.setdefault("visiting_address", visit)
            return
        # Of a street and a box, one of them in brackets, the street is for visitors.
        apart = any(part.aside for part in parts) and 0 < len(boxes) < len(parts)
        visits = [part for part in parts if apart and part not in boxes]
        parts = [part for part in parts if part not in visits]
        if parts:
            fact = joined("postal_address", [*parts, code])
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


def read_contacts(text: str, start: int, end: int) -> list[Contact]:
    """Return the offices whose addresses, numbers or hours a passage gives, in order."""
    reader = _Reader(text, end)
    spans = list(lines(text, start, end))
    below = 0
    for number, (begin, stop) in enumerate(spans):
        if number < below:
            continue
        pairs = columns(text, spans, number) if text[stop - 1] == ":" else []
        if pairs:
            reader.columns(pairs)
            below = number + 2 * len(pairs)
            continue
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
