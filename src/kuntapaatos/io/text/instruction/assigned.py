r"""
Which addresses are whose: those of the authority that decides, those of where the document goes.

>>> same_name("kirjaamo", "Mallilan kunnan kirjaamo")
True
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from attrs import frozen

from kuntapaatos.appeal import Authority
from kuntapaatos.io.text.facts import Fact, Why
from kuntapaatos.io.text.instruction.contact import Contact
from kuntapaatos.io.text.instruction.contacts import read_contacts
from kuntapaatos.io.text.instruction.named import Name, labels
from kuntapaatos.io.text.instruction.names import is_authority, is_registry, own_part
from kuntapaatos.io.text.instruction.prose import Prose, pattern
from kuntapaatos.remedy.bodies import body_kind

__all__ = ["LABELLED", "Authorities", "Made", "same_name"]

# The weight of a name that stands behind a label.
LABELLED = 3
_DELIVERY_HEADING = pattern(
    r"(?:^|\n)[^\n]{0,40}(?:toimittaminen|toimitetaan|inlämning av|inlämnande)[^\n]{0,40}(?:\n|$)"
)


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


class Made:
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
        """Return both authorities, each with the addresses that are its own."""
        contacts = [
            contact for contact in self.contacts if contact.facts or contact.unread or contact.owner
        ]
        if decided is None:
            decided = self.owner(contacts)
        if (
            delivered is not None
            and decided is not None
            and same_name(delivered.name, decided.name)
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
        if name.weight < LABELLED and self.text.text[name.end : name.end + 1] != ":":
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
        """Return an authority with what is read of it, and keep each value with its place."""
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
        if post is None or (contact.owner is not None and same_name(contact.owner, name.name)):
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


def same_name(one: str, other: str) -> bool:
    """Whether one name is the other, perhaps with its municipality before it."""
    one, other = one.lower(), other.lower()
    return one.endswith(other) or other.endswith(one)


def _other_body(name: str, owner: str) -> bool:
    """Whether both name a body, and not the same one."""
    kinds = body_kind(name), body_kind(own_part(owner))
    return None not in kinds and not same_name(name, own_part(owner))


def _of_office(contacts: list[Contact], name: Name) -> Contact | None:
    """Return the addresses headed by the name of the office."""
    for contact in contacts:
        if contact.owner is not None and (
            same_name(contact.owner, name.name)
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
