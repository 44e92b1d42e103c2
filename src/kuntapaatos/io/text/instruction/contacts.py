r"""
Addresses, numbers and hours in the lines of an instruction, by whose they are.

>>> text = "Kunnanhallitus\nPL 1, 99999 Mallila\nPuhelin: 08 123 (vaihde)\nFaksi: 08 124"
>>> for contact in read_contacts(text, 0, len(text)):
...     print(contact.owner, {field: fact.value for field, fact in contact.facts.items()})
Kunnanhallitus {'postal_address': 'PL 1, 99999 Mallila', 'phone': '08 123'}
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from kuntapaatos.io.text.instruction import address_forms as forms
from kuntapaatos.io.text.instruction.columns import columns
from kuntapaatos.io.text.instruction.contact import (
    Begun,
    Contact,
    Part,
    one_line,
    parts_before,
)
from kuntapaatos.io.text.instruction.kept import Kept, without_and
from kuntapaatos.io.text.instruction.names import OFFICES, is_authority, is_place
from kuntapaatos.io.text.instruction.own_parts import is_foreign
from kuntapaatos.io.text.instruction.prose import lines

__all__ = ["read_contacts"]


class _Reader(Kept):
    """Goes through the lines, each with its labels."""

    def line(self, start: int, stop: int) -> None:
        line = self.text[start:stop]
        self.begins = start
        low = line.lower()
        if len(low) != len(line) or len(line) > forms.LONGEST:
            return
        telling = forms.TELLING.search(line) is not None or "www" in line
        labels = (
            list(forms.LABEL.finditer(low)) if telling or len(line) <= forms.LONGEST_LABEL else []
        )
        hours = forms.HOURS.search(low) if any(map(low.__contains__, forms.OPEN)) else None
        bracket = forms.OPEN_STREET.search(line) if hours is None and "(" in line else None
        hours = hours or bracket
        if len(line) > 120 and not telling:
            self.flush()
            return
        self.brought(start, stop)
        if labels or hours is not None:
            self.street()
        if labels and not line[: labels[0].start()].strip(forms.EDGES):
            self.flush()
        free = min(
            labels[0].start() if labels else len(line),
            hours.start() if hours is not None else len(line),
        )
        self.free(start, start + free, is_hours=hours is not None and bracket is None)
        if bracket is not None:
            self.street()
        for number, label in enumerate(labels):
            ends = labels[number + 1].start() if number + 1 < len(labels) else len(line)
            if hours is not None and label.end() < hours.start() < ends and bracket is None:
                ends = hours.start()
            name = str(label.lastgroup)
            if line[label.end() : ends].strip(forms.EDGES):
                self.labelled(name, start + label.end(), start + ends)
            elif not without_and(f"{line[: label.start()]} ").strip(forms.EDGES):
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
        if forms.BLANK.search(value):
            return
        if name in {"fax", "web"}:
            if "@" in value:
                self.found("email", forms.EMAIL.search(value), start)
            return
        if name == "phone" and forms.PERSON.search(self.text, self.begins, start) is not None:
            # "The city lawyer Maija Mallinen (tel. 08 123)": somebody's own number.
            return
        if name == "phone":
            hit = forms.PHONES.search(value)
            self.found(
                name, None if hit and forms.POSTCODE.match(value, hit.start()) else hit, start
            )
            if "@" in value:
                self.found("email", forms.EMAIL.search(value), start)
        elif name == "email":
            email, url = forms.EMAIL.search(value), forms.URL.search(value)
            self.found(name, email, start)
            self.found("service_address", url, start)
            self.told(start + max(hit.end() if hit else 0 for hit in (email, url)), stop)
        elif name == "service_address":
            self.found(name, forms.URL.search(value) or forms.EMAIL.search(value), start)
        else:
            self.address(name, start, stop)
            if "@" in value:
                self.flush()
                self.found("email", forms.EMAIL.search(value), start)

    def address(self, name: str, start: int, stop: int) -> None:
        """Take an address behind its label; it goes on below until its postal code."""
        self.flush()
        begin = start + len(self.text[start:stop]) - len(self.text[start:stop].lstrip(forms.EDGES))
        towards = forms.TOWARDS.match(self.text, begin, stop)
        begin = towards.end() if towards else begin
        if stop - begin > 120 and forms.POSTCODE.search(self.text, begin, stop) is None:
            return
        # "Peltotie 5, ja se on avoinna arkisin".
        stop = forms.clause_end(self.text, begin, stop)
        hours = forms.THEN_OPEN.search(self.text, begin, stop)
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
        code = forms.POSTCODE.search(self.text, begun.start, stop)
        if code is None:
            begun.end = stop if forms.DIGIT.search(self.text, begun.end, stop) else begun.end
            return
        place = forms.PLACE.match(self.text, code.end())
        begun.end = place.end() if place else code.end()
        parts = (
            parts_before(self.text, begun.start, code) if begun.name in {"address", "both"} else []
        )
        both = len(parts) > sum(forms.BOX.match(part.text) is not None for part in parts) > 0
        if both:
            # "Address: the town, the registry, Harbour Street 10, PB 362, 99101 Modelby".
            self.begun = None
            self.parts = self.named(begun.start, code)
            self.coded(code, labelled=both and begun.name == "both")
            return
        self.flush()

    def flush(self) -> None:
        """Take the address begun as far as it goes."""
        begun, self.begun = self.begun, None
        if begun is None or forms.DIGIT.search(self.text, begun.start, begun.end) is None:
            return
        shown = one_line(self.text[begun.start : begun.end])
        names = ("postal_address", "visiting_address") if begun.name == "both" else (begun.name,)
        for name in names:
            self.put("postal_address" if name == "address" else name, shown, begun.start, begun.end)
            self.contacts[-1].labelled = name != "address"

    def free(self, start: int, stop: int, *, is_hours: bool) -> None:
        """Take what stands without a label: a name, an address, a value awaited."""
        value = self.text[start:stop]
        bare = value.strip(forms.EDGES)
        if not bare:
            return
        waits, self.waits = self.waits, None
        if self.begun is not None and self.begun.goes_on(self.text, bare):
            self.settle(self.begun, stop)
            return
        self.flush()
        if waits == "hours":
            if self.hours(start, stop):
                return
        elif (
            waits is not None
            and forms.DIGIT.search(bare) is None
            and (is_place(bare) or bare.lower() in OFFICES)
        ):
            # "Postitse:", then whose address it is, on a line of its own.
            self.owner(start, stop, bare)
            self.waits = waits
            return
        elif waits is not None:
            self.labelled(waits, start, stop)
            return
        if is_hours:
            # "Torikatu 9, 99999 Mallila (avoinna 9–15)": of other words only an address is taken.
            if "@" in value:
                self.unlabelled(start, stop, bare)
            elif forms.POSTCODE.search(value) is not None:
                self.plain(start, stop, bare)
            elif forms.SURE_STREET.search(value) is not None:
                self.unfinished(start, stop, bare)
                self.street()
            return
        self.unlabelled(start, stop, bare)

    def unlabelled(self, start: int, stop: int, bare: str) -> None:
        """Take the e-mail address or the web page of a line, else what else it is."""
        value = self.text[start:stop]
        email = (
            forms.EMAIL.search(value) if "@" in value or "at)" in value or "at]" in value else None
        )
        url = forms.URL.search(value) if "://" in value or "www." in value else None
        if email is not None and is_foreign(value[: email.start()]):
            return
        if email is not None:
            self.told(start, start + email.start())
            if not self.contacts or "email" not in self.contacts[-1].facts:
                self.found("email", email, start)
        if url is not None and forms.SERVICE.search(_clause(value, url.start())):
            contact = self.current(start)
            if "service_address" not in contact.facts:
                self.found("service_address", url, start)
        if email is None and url is None:
            self.plain(start, stop, bare)
        else:
            last = max(hit.end() for hit in (email, url) if hit is not None)
            self.told(start + last, stop)

    def told(self, start: int, stop: int) -> None:
        """Take the addresses in a sentence, before an e-mail address."""
        for code in forms.POSTCODE.finditer(self.text, start, stop):
            self.parts = self.named(start, code)
            self.coded(code)
            start = code.end()

    def plain(self, start: int, stop: int, bare: str) -> None:
        """Take a line of an address block."""
        code = forms.POSTCODE.search(self.text, start, stop) if forms.DIGIT.search(bare) else None
        if code is None:
            self.unfinished(start, stop, bare)
            return
        head = bare.split(",", 1)[0]
        if is_authority(head):
            at = self.text.index(head, start)
            self.owner(at, at + len(head), head)
        self.parts += self.named(start, code)
        self.coded(code)

    def unfinished(self, start: int, stop: int, bare: str) -> None:
        """Take a line without a postal code: a street or a box of its own, a name, or nothing."""
        if forms.DIGIT.search(bare):
            hits = [*forms.STREET.finditer(self.text, start, stop)][:1]
            hits += [
                hit
                for hit in forms.BOX.finditer(self.text, start, stop)
                if not hits or hit.start() >= hits[0].end()
            ][:1]
            if hits and sum(len(hit[0]) for hit in hits) + 25 > len(bare):
                if len(hits) == 1 and bare.startswith(f"{hits[0][0]},"):
                    # "Sairaalakatu 6, B-siipi".
                    self.parts.append(Part(bare, hits[0].start(), hits[0].start() + len(bare)))
                    return
                self.parts += [Part(one_line(hit[0]), *hit.span()) for hit in hits]
                return
        self.parts = []
        announced = forms.ANNOUNCED.match(bare.lower()) if len(bare) <= forms.LONG else None
        if announced is not None:
            self.owner(start, stop, bare[slice(*announced.span(announced.lastindex or 0))])
        elif is_authority(bare):
            self.owner(start, stop, bare)
        elif (
            self.contacts
            and "postal_address" in self.contacts[-1].facts
            and (number := forms.BARE_PHONE.fullmatch(bare)) is not None
        ):
            at = self.text.index(bare, start)
            self.put("phone", number[1], at, at + len(number[1]))


def _clause(value: str, end: int) -> str:
    """Return what a sentence says before a web address, in lower case."""
    return value[max(value.rfind(". ", 0, end), 0) : end].lower()


def read_contacts(
    text: str, start: int, end: int, others: Sequence[tuple[int, int]] = ()
) -> list[Contact]:
    """
    Return the offices whose addresses, numbers or hours a passage gives, in order.

    Args:
        text: The whole text.
        start: Where the passage starts, included.
        end: Where it ends, excluded.
        others: Where it speaks of an office that is none of them.
    """
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
        ends = forms.SENTENCE_END.finditer(text, begin, stop) if stop - begin > forms.LONG else ()
        cuts = [cut.end() for cut in ends]
        skipped = [other for other in others if other[0] < stop and begin < other[1]]
        cuts += [cut for other in skipped for cut in other if begin < cut < stop]
        for first, last in pairwise([begin, *sorted(cuts), stop]):
            if not any(one <= first < other for one, other in skipped):
                reader.line(first, last)
    reader.flush()
    for contact in reader.contacts:
        contact.settle()
    return [
        contact for contact in reader.contacts if contact.facts or contact.owner or contact.unread
    ]
