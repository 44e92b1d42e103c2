r"""
Who decides on a remedy, and where the document is delivered: often two offices.

>>> from kuntapaatos.io.text.instruction.prose import prose_of
>>> text = "Oikaisuvaatimus tehdään hallitukselle.\nSe on toimitettava Mallin kunnan kirjaamoon."
>>> part = prose_of(text).passage(0, len(text))
>>> for fact in read_authorities(part, [part], is_appeal=False).facts:
...     print(fact.field, fact.value)
deliver_to.name Mallin kunnan kirjaamo
decided_by.name hallitus
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from attrs import evolve, frozen

from kuntapaatos.appeal import Authority
from kuntapaatos.io.text.facts import Fact, Why
from kuntapaatos.io.text.instruction import words
from kuntapaatos.io.text.instruction.asides import is_of_others, is_of_phone
from kuntapaatos.io.text.instruction.contact import Contact
from kuntapaatos.io.text.instruction.contacts import read_contacts
from kuntapaatos.io.text.instruction.named import (
    Name,
    behind_delivery,
    behind_labels,
    courts,
    delivers,
    in_sentence,
    labels,
)
from kuntapaatos.io.text.instruction.names import decides, is_authority, is_registry, own_part
from kuntapaatos.io.text.instruction.own_parts import own_ranges
from kuntapaatos.io.text.instruction.prose import Passage, Prose, Sentence, pattern
from kuntapaatos.office_hours import OfficeHours
from kuntapaatos.remedy.bodies import body_kind

__all__ = ["Authorities", "read_authorities"]


@frozen
class Authorities:
    """
    The two authorities of an instruction.

    Attributes:
        decided_by: Who decides; `None` when not stated.
        deliver_to: Where the document goes; `None` when not stated.
        facts: Each value with its place.
        unread_hours: Where hours stand that could not be read.
        lost: What stands where of which it is not told whose it is.
    """

    decided_by: Authority | None
    deliver_to: Authority | None
    facts: tuple[Fact, ...]
    unread_hours: tuple[tuple[int, int], ...]
    lost: tuple[tuple[str, int, int], ...] = ()


_SENDING = (
    *("teht", "tehd", "osoit", "toimit", "saavutt", "saapu", "jätett", "lähete", "peril"),
    *("hakea", "haet", "valitt", "vaati", "muutos", "saatt", "esitett", "oikaisu"),
    *("käsitel", "käsittel", "ratkaist"),
    *(" hos ", " till ", "begärs", "söks", "behandla", "prövas", "avgörs", "handlägg"),
)
# The weight of a name that stands behind a label.
_LABELLED = 3
# A court named without its place.
_COURTS = ("hallinto-oikeus", "förvaltningsdomstol", "förvaltningsdomstolen")
_TO_ITSELF = pattern(
    r"(?:oikaisu(?:vaatimus)?|valitus|muutoksenhaku)viranomais(?:elle"
    r"|en kirjaamoon|en kirjaamolle)|(?:omprövnings|besvärs)myndigheten"
    r"|\bsamma myndighet\b|\bsamalle viranomaiselle\b"
)

# A sentence about the decisions of one maker among several.
_OF_MAKER = pattern(
    r"(?:lautakun\w{2,6}|jaosto\w{1,4}|hallituk\w{2,4}|viranhaltij\w{2,6}|toimielim\w{2,5})"
    r" päätöks(?:estä|istä|een|iin)"
)
_DELIVERY_HEADING = pattern(
    r"(?:^|\n)[^\n]{0,40}(?:toimittaminen|toimitetaan|inlämning av|inlämnande)[^\n]{0,40}(?:\n|$)"
)


def _sending(passage: Passage) -> Iterator[Sentence]:
    """Give the sentences that send something somewhere; of a ban, what to do instead."""
    for sentence in passage.sentences:
        low, start, end = sentence
        if not any(map(low.__contains__, _SENDING)):
            continue
        if not words.is_negative(low):
            yield sentence
        elif (at := max(low.find(", vaan "), low.find(", utan "))) >= 0:
            yield Sentence(low[at:], start + at, end)


def _best(names: list[Name]) -> Name | None:
    """Return the name that says most; the first of those."""
    return max(names, key=lambda name: name.weight, default=None)


def _fuller(best: Name, names: list[Name], contacts: list[Contact]) -> Name:
    """Return the name with its municipality before it where the passage has it, too."""
    said = [name for name in names if name.name.lower().endswith(f" {best.name.lower()}")]
    said += [
        Name(contact.owner, *contact.owner_at, 1)
        for contact in contacts
        if contact.owner
        and contact.owner.lower().endswith(f" {best.name.lower()}")
        and "," not in contact.owner
    ]
    return said[0]._replace(weight=best.weight) if said else best


def _with_others(
    part: Passage, best: Name, contacts: list[Contact], every: tuple[int, int]
) -> list[Contact]:
    """Return the contacts of a passage; when it has none, those elsewhere under the name."""
    if any(one.facts or one.unread for one in contacts):
        return contacts
    # The addresses of every authority behind the last instruction, each with its name.
    return contacts + [
        one
        for one in read_contacts(part.text.raw, *every)
        if one.owner is not None
        and not part.start <= one.start < part.end
        and _same_name(own_part(one.owner), best.name)
    ]


def _placed(text: Prose, court: Name) -> Name:
    """Return the one court of its kind that the text names elsewhere with its place, in doubt."""
    kind = court.name.lower()
    named = [
        name
        for name in courts(text, 0, len(text.low))
        if name.weight == _LABELLED and kind in name.name.lower()
    ]
    if len({name.name.lower() for name in named}) != 1:
        return court
    return court._replace(name=named[0].name, printed=court.name)


def read_authorities(
    part: Passage,
    own: list[Passage],
    *,
    is_appeal: bool,
    court: str = "",
    every: tuple[int, int] = (0, 0),
) -> Authorities:
    """
    Return who decides and where to deliver, each with the addresses the text gives it.

    Args:
        part: The passage about the remedy.
        own: What of it is not about copies, fees and the like.
        is_appeal: Whether a court decides.
        court: A word of the court's name that the remedy asks for, in lower case.
        every: Where all instructions of the text start and end.
    """
    text = part.text
    decided: list[Name] = []
    delivered: list[Name] = []
    by_maker: list[Name] = []
    itself: tuple[int, int] | None = None
    for passage in own:
        begin, stop = passage.start, passage.end
        decided += behind_labels(text, begin, stop)
        delivered += behind_delivery(text, begin, stop)
        for sentence in _sending(passage):
            low = sentence.low
            of_maker = not is_appeal and "päätöks" in low and _OF_MAKER.search(low) is not None
            for field, name in in_sentence(text, sentence):
                (delivered if field == "deliver_to" else decided).append(name)
                if of_maker and field == "decided_by":
                    by_maker.append(name)
            same = _TO_ITSELF.search(low) if "viranomais" in low or "myndighet" in low else None
            if same is not None and itself is None and delivers(low):
                itself = (sentence.start + same.start(), sentence.start + same.end())
        if is_appeal:
            decided += [name for name in courts(text, begin, stop) if court in name.name.lower()]
    if is_appeal:
        decided = [
            name
            for name in decided
            if "oikeus" in name.name.lower() or "domstol" in name.name.lower()
        ]
    elif not decided:
        # "Lämna begäran till nämnden": a body receives what it decides.
        decided = [name for name in delivered if decides(name.name)]
    others = [
        (sentence.start, sentence.end)
        for passage in own
        for sentence in passage.sentences
        if is_of_others(passage, sentence)
    ]
    contacts = [
        contact
        for passage in own
        for first, last in own_ranges(text, passage.start, passage.end, labelled=True)
        for contact in read_contacts(text.raw, first, last, others)
    ]
    unread = _not_theirs(own, contacts, is_appeal=is_appeal)
    best = _best(decided)
    if is_appeal and best is not None and best.name.lower() in _COURTS:
        best = _placed(text, best)
    if not is_appeal and best is not None:
        best = _fuller(best, decided, contacts)
    contacts = contacts if best is None else _with_others(part, best, contacts, every)
    made = _Made(text, contacts, part.start, part.end)
    each = tuple(dict.fromkeys(name.name for name in by_maker))
    if len(each) > 1 and best in by_maker:
        # "Of the board's decisions to the board, of an office-holder's to the committee."
        place = by_maker[0].start, by_maker[0].end
        made.facts.append(Fact("decided_by.name", None, *place, each))
        best = None
    found = made.authorities(best, _best(delivered), itself, is_appeal=is_appeal)
    return evolve(found, unread_hours=(*found.unread_hours, *unread)) if unread else found


def _not_theirs(
    own: list[Passage], contacts: list[Contact], *, is_appeal: bool
) -> list[tuple[int, int]]:
    """
    Take away hours that are the telephone's, and under an appeal those of no court.

    Returns:
        Where hours stand that are some other office's than the court's.
    """
    unread: list[tuple[int, int]] = []
    for contact in contacts:
        hours = contact.facts.get("hours")
        if hours is None:
            continue
        passage = next(one for one in own if one.start <= hours.start < one.end)
        sentence = next((one for one in passage.sentences if hours.start < one.end), None)
        if sentence is not None and is_of_phone(passage, sentence):
            del contact.facts["hours"]
        elif is_appeal and not _of_the_state(hours.value):
            said = f"{contact.owner or ''} {sentence.low if sentence is not None else ''}".lower()
            if is_registry(said) and words.COURT.search(said) is None:
                # A court closes when the state's offices do, not when a city's registry does.
                unread.append((hours.start, hours.end))
                del contact.facts["hours"]
    return unread


def _of_the_state(hours: object) -> bool:
    """Whether hours are those of the state's offices."""
    return isinstance(hours, OfficeHours) and hours.week == OfficeHours.state().week


class _Made:
    """Gives each authority its addresses."""

    def __init__(self, text: Prose, contacts: list[Contact], start: int, end: int) -> None:
        self.text = text
        self.contacts = contacts
        self.start = start
        self.end = end
        self.facts: list[Fact] = []

    def authorities(
        self,
        decided: Name | None,
        delivered: Name | None,
        itself: tuple[int, int] | None,
        *,
        is_appeal: bool,
    ) -> Authorities:
        contacts = [
            contact for contact in self.contacts if contact.facts or contact.unread or contact.owner
        ]
        if decided is None:
            decided = self.owner(contacts)
        if (
            delivered is not None
            and decided is not None
            and _same_name(delivered.name, decided.name)
        ):
            itself = itself or (delivered.start, delivered.end)
            delivered = None
        if delivered is None and not is_appeal and (itself is None or self.alone(contacts)):
            delivered = self.registry(contacts)
        office = announced = None
        if delivered is not None:
            announced = self.below(contacts, delivered)
            office = _of_office(contacts, delivered) or announced
        own = _of_authority(contacts, decided, is_appeal=is_appeal)
        deciding = delivering = None
        if delivered is not None:
            if office is None or not office.facts:
                office = own if own is not None and own.facts else self.aside(delivered)
            delivering = self.give("deliver_to", delivered, office)
            if own is not None and own is office and (own is announced or self.is_delivery(own)):
                own = None
        if decided is not None:
            deciding = self.give("decided_by", decided, own)
            if itself is not None and delivering is None:
                delivering = deciding
                self.facts.append(Fact("deliver_to.name", deciding.name, *itself))
        unread = tuple(
            place for contact in (office, own) if contact is not None for place in contact.unread
        )
        lost = tuple(_lost(contacts, {fact.field.rpartition(".")[2] for fact in self.facts}))
        return Authorities(
            deciding, delivering, tuple(self.facts), tuple(dict.fromkeys(unread)), lost
        )

    def owner(self, contacts: list[Contact]) -> Name | None:
        """Return the name at the head of the first addresses, when it is no registry's."""
        for contact in contacts:
            if contact.owner is not None and contact.facts:
                name = own_part(contact.owner)
                if not is_registry(name):
                    return Name(name, *contact.owner_at, 1, contact.owner)
        return None

    def below(self, contacts: list[Contact], name: Name) -> Contact | None:
        """Return the addresses that a label or a sentence on the delivery announces."""
        if name.weight < _LABELLED and self.text.text[name.end : name.end + 1] != ":":
            return None
        return next(
            (one for one in contacts if any(fact.start >= name.end for fact in one.facts.values())),
            None,
        )

    def alone(self, contacts: list[Contact]) -> bool:
        """Whether a registry is the only office with addresses."""
        return all(
            contact.owner is not None and is_registry(own_part(contact.owner))
            for contact in contacts
            if contact.facts
        )

    def registry(self, contacts: list[Contact]) -> Name | None:
        """Return the registry that heads addresses, or stands in one of them."""
        for contact in contacts:
            if contact.owner is not None and contact.facts and is_registry(own_part(contact.owner)):
                return Name(contact.owner, *contact.owner_at, 1)
            post = contact.facts.get("postal_address")
            head = str(post.value).partition(",")[0] if post is not None else ""
            if post is not None and is_registry(head) and is_authority(head):
                return Name(head, post.start, post.start + len(head), 1)
        return None

    def is_delivery(self, contact: Contact) -> bool:
        """Whether the addresses stand under a heading about delivering."""
        first = min((fact.start for fact in contact.facts.values()), default=contact.start)
        low, start = self.text.low, self.start
        headings = [hit.start() for hit in _DELIVERY_HEADING.finditer(low, start, first)]
        named = [label.start for label in labels(self.text, start, first)]
        return max(headings, default=-1) > max(named, default=-1)

    def aside(self, delivered: Name) -> Contact | None:
        """Return the registry's addresses where the text gives them beside the copies."""
        if not is_registry(delivered.name):
            return None
        own = {contact.start for contact in self.contacts}
        for contact in read_contacts(self.text.raw, self.start, self.end):
            if (
                contact.start not in own
                and contact.facts
                and (contact.owner is None or is_registry(contact.owner))
            ):
                return contact
        return None

    def give(self, field: str, name: Name, contact: Contact | None) -> Authority:
        beside = (name.name, name.printed) if name.printed not in {"", name.name} else ()
        why = Why.PLACE_BESIDE if beside else None
        self.facts.append(Fact(f"{field}.name", name.name, name.start, name.end, beside, why))
        if contact is None:
            return Authority(name=name.name)
        others = self.others(name, contact)
        if others:
            post = contact.facts["postal_address"]
            contact.facts["postal_address"] = post._replace(
                candidates=(post.value, *others), why=Why.SEVERAL_ADDRESSES
            )
        for key, fact in contact.facts.items():
            place = fact.start, fact.end, fact.candidates, fact.why
            self.facts.append(Fact(f"{field}.{key}", fact.value, *place))
        given: dict[str, Any] = {key: fact.value for key, fact in contact.facts.items()}
        return Authority(name=name.name, **given)

    def others(self, name: Name, contact: Contact) -> tuple[object, ...]:
        """Return the addresses that may be meant as well, when none stands under the name."""
        post = contact.facts.get("postal_address")
        if post is None or (contact.owner is not None and _same_name(contact.owner, name.name)):
            return ()
        every = [
            one.facts["postal_address"].value
            for one in self.contacts
            if "postal_address" in one.facts and (contact.owner is None) != (one.owner is None)
        ]
        return tuple(dict.fromkeys(value for value in every if value != post.value))


def _lost(contacts: list[Contact], given: set[str]) -> Iterator[tuple[str, int, int]]:
    """Give what was read of some office and is no authority's, with its place."""
    for contact in contacts:
        for name, fact in contact.facts.items():
            if name not in given and name != "hours":
                yield name, fact.start, fact.end


def _same_name(one: str, other: str) -> bool:
    """Whether one name is the other, perhaps with its municipality before it."""
    one, other = one.lower(), other.lower()
    return one.endswith(other) or other.endswith(one)


def _other_body(name: str, owner: str) -> bool:
    """Whether both name a body, and not the same one."""
    kinds = body_kind(name), body_kind(own_part(owner))
    return None not in kinds and not _same_name(name, own_part(owner))


def _of_office(contacts: list[Contact], name: Name) -> Contact | None:
    """Return the addresses headed by the name of the office."""
    for contact in contacts:
        if contact.owner is not None and (
            _same_name(contact.owner, name.name)
            or (is_registry(contact.owner) and is_registry(name.name))
        ):
            return contact
    return None


def _of_authority(contacts: list[Contact], name: Name | None, *, is_appeal: bool) -> Contact | None:
    """Return the addresses headed by the name of the authority, else the first of nobody's."""
    if name is not None:
        for contact in contacts:
            if (
                contact.owner is not None
                and contact.facts
                and (
                    name.name.lower() in contact.owner.lower()
                    or name.name.lower().endswith(f" {contact.owner.lower()}")
                )
            ):
                return contact
    for contact in contacts:
        if not contact.facts and not contact.unread:
            continue
        if name is not None and contact.owner is not None and _other_body(name.name, contact.owner):
            continue
        if contact.owner is None or not (is_registry(contact.owner) or is_appeal):
            return contact
    return None
