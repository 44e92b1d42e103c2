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

from attrs import evolve

from kuntapaatos.io.text.facts import Fact
from kuntapaatos.io.text.instruction import words
from kuntapaatos.io.text.instruction.asides import is_of_others, is_of_phone
from kuntapaatos.io.text.instruction.assigned import LABELLED, Authorities, Made, same_name
from kuntapaatos.io.text.instruction.contact import Contact
from kuntapaatos.io.text.instruction.contacts import read_contacts
from kuntapaatos.io.text.instruction.named import (
    Name,
    behind_delivery,
    behind_labels,
    courts,
    delivers,
    in_sentence,
)
from kuntapaatos.io.text.instruction.names import decides, is_registry, own_part
from kuntapaatos.io.text.instruction.own_parts import own_ranges
from kuntapaatos.io.text.instruction.prose import Passage, Prose, Sentence, pattern
from kuntapaatos.office_hours import OfficeHours

__all__ = ["Authorities", "read_authorities"]


_SENDING = (
    *("teht", "tehd", "osoit", "toimit", "saavutt", "saapu", "jätett", "lähete", "peril"),
    *("hakea", "haet", "valitt", "vaati", "muutos", "saatt", "esitett", "oikaisu"),
    *("käsitel", "käsittel", "ratkaist"),
    *(" hos ", " till ", "begärs", "söks", "behandla", "prövas", "avgörs", "handlägg"),
)
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
        and same_name(own_part(one.owner), best.name)
    ]


def _placed(text: Prose, court: Name) -> Name:
    """Return the one court of its kind that the text names elsewhere with its place, in doubt."""
    kind = court.name.lower()
    named = [
        name
        for name in courts(text, 0, len(text.low))
        if name.weight == LABELLED and kind in name.name.lower()
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
    made = Made(text, contacts, part.start, part.end)
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
