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

import re
from collections.abc import Iterator

from attrs import define, evolve, frozen

from kuntapaatos.appeal import Authority
from kuntapaatos.io.text.facts import Fact
from kuntapaatos.io.text.instruction import words
from kuntapaatos.io.text.instruction.contacts import Contact, read_contacts
from kuntapaatos.io.text.instruction.names import (
    base_form,
    is_authority,
    is_registry,
    offices_in,
    own_part,
)
from kuntapaatos.io.text.instruction.prose import Passage, Prose, Sentence, lines, pattern

__all__ = ["Authorities", "own_ranges", "read_authorities"]


@frozen
class Authorities:
    """
    The two authorities of an instruction.

    Attributes:
        decided_by: Who decides; `None` when not stated.
        deliver_to: Where the document goes; `None` when not stated.
        facts: Each value with its place.
        unread_hours: Where hours stand that could not be read.
    """

    decided_by: Authority | None
    deliver_to: Authority | None
    facts: tuple[Fact, ...]
    unread_hours: tuple[tuple[int, int], ...]


@define
class _Name:
    name: str
    start: int
    end: int
    weight: int


_LABELLED = pattern(
    r"(?:viranomainen,? (?:jolle|johon) [^\n:.]{3,60}?(?:tehdään|osoitetaan"
    r"|toimitetaan)|(?:oikaisu(?:vaatimus)?|valitus|muutoksenhaku)"
    r"viranomai(?:nen|sena)|(?:omprövnings|besvärs)myndighet(?:en)?"
    r"|myndighet(?:en)?,? (?:till|hos) vilken [^\n:.]{3,60}?"
    r"(?:görs|göras|framställs|riktas|anförs|begärs))"
    r"(?:,? (?:on|toimii|är)(?!\w))?(?:,? (?:ja |sekä )?(?:sen )?(?:osoite"
    r"|postiosoite|käyntiosoite|yhteystiedot)){0,3}[\s:,*_]{1,20}"
)
_NAME_END = re.compile(r"[^\n.;(:]{3,160}")
_TAIL = pattern(
    r",? (?:os\.|osoite|jonka|jolle|pl \d|pb \d|puh|käyntiosoite|postiosoite"
    r"|\d{5}|[a-zåäö]{4,30}(?:katu|tie|gatan|vägen) \d)"
)
_BEFORE_NAME = pattern(
    r"(?:tehdään|osoitetaan|tehtävä\w?|osoitettava|toimitettava|toimitetaan"
    r"|toimittaa|saavuttava|saapua|jätettävä|lähetettävä"
    r"|lähetetään|oltava|perillä|oikaisuvaatimu\w{1,6}|hankintaoikaisu\w{0,8}"
    r"|\w{0,12}valitu(?:s|ksen|ksella|ksin|sta)|valittamalla"
    r"|valittaa|muutosta|muistutu\w{1,5}|vaatimu\w{1,5}|oikaisua?|tehdä|hakea"
    r"|haetaan|kirjallise\w{2,4}|kirjallinen|viimeistään|mennessä|myös"
    r"|kuluessa|tiedoksisaannista|saamisesta|alkamisesta|osoitettuna|vaatia"
    r"|vaatimalla|esitettävä|saattaa|asian|ensin|määräajassa|suoraan|on|voi|saa"
    r"|tulee)[\s:*_]"
)
_DELIVERING = pattern(
    r"toimitettava|toimitetaan|toimittaa|saavuttava|saapua|jätettävä|lähetettävä|lähetetään|perillä"
)
_DECIDING = pattern(
    r"tehdään|osoitetaan|tehtävä|osoitettava|tehdä|hakea|haetaan|valittaa"
    r"|valittamalla|vaatia|muutosta|saattaa|esitettävä|oikaisua"
)
_LOCAL = ("lle", "lta", "ltä", "oon", "een", "aan", "iin", "ään", "hen", "ksen", "jaan", "köön")
_SENDING = pattern(
    r"te[hk][td]|osoit|toimit|saavutt|saapu|jätett|lähete|peril|hakea|haet|valitt"
    r"|vaati|muutos|saatt|esitett|oikaisu|\bhos\b|\btill\b"
)
_ADDRESSED = pattern(r"tehdään|osoitetaan|osoitettava|tehtävä")
_ITSELF = re.compile(
    r"^(?:(?:oikaisu(?:vaatimus)?|valitus|muutoksenhaku|hallinto)?-?viranomainen"
    r"|\w{3,30}viranomaisen kirjaamo|tuomioistuin|kunta|kaupunki"
    r"|(?:omprövnings|besvärs)myndighet\w{0,2})$",
    re.IGNORECASE,
)
_TO_ITSELF = pattern(
    r"(?:oikaisu(?:vaatimus)?|valitus|muutoksenhaku)viranomais(?:elle"
    r"|en kirjaamoon|en kirjaamolle)|(?:omprövnings|besvärs)myndigheten"
)
_SWEDISH = pattern(
    r"(?:\bhos|\btill) ((?:[\wåäöé-]{2,30} ){0,7}?[\wåäöé-]{0,30}(?:styrelsen?"
    r"|nämnden?|sektionen?|direktionen?|domstol(?:en)?|verket|direktören?"
    r"|chefen?|registratur(?:en)?|registratorskontor(?:et)?|fullmäktige|utskottet"
    r"|rektorn?|tjänsteinnehavaren?|kansliet|tillståndsverket)"
    r"(?![\wåäö])(?: (?!senast|inom|innan|under|före|per|som|och|eller|på|i|med"
    r"|genom|via)[A-ZÅÄÖ][\wåäö]{1,20}(?: [\wåäö]{2,20})?(?=\s?[.\n]))?)"
)
_NO_NAME = pattern(r"^domstol(?:en)?$|\b(?:vilken|vilket|är|som|den|ska)\b")
_SV_DELIVERING = pattern(r"lämna|inlämna|tillställ|skicka|sända|vara framme|anlända|inges|ges in")
_COURT = re.compile(
    r"(?:(?<!_)(?<!_\s)\b([A-ZÅÄÖ][a-zåäö]{1,14}(?:-[A-ZÅÄÖ][a-zåäö]{1,14})?)\s{1,4})?"
    r"([Hh]allinto-oike(?:us|ude(?:lle|lta|n|ssa)|uteen)|[Mm]arkkinaoike(?:us"
    r"|ude(?:lle|lta|n|ssa)|uteen))(?![\wåäö-])"
)
_SV_COURT = re.compile(
    r"(?:\b([A-ZÅÄÖ][a-zåäö]{2,14}(?:\s[A-ZÅÄÖ][a-zåäö]{2,14})?)\s)?(förvaltningsdomstol(?:en)?"
    r"|[Mm]arknadsdomstolen)\b"
)
_SUPREME = pattern(
    r"korkei(?:n|mpaan|mman|mmalle|mmalta) hallinto-oike\w{2,6}|högsta förvaltningsdomstolen"
)
_BLANK = re.compile(r"_{2,}\s{0,4}$|\.{4,}\s{0,4}$|…\s{0,4}$")
_PLACE_NOT_NAMED = frozenset(
    (
        "Kunnallisvalitus",
        "Hallintovalitus",
        "Valitus",
        "Valittaminen",
        "Päätökseen",
        "Tähän",
        "Muutoksenhaku",
        "Myös",
        "Jos",
        "Mikäli",
        "Korkein",
    )
)

# Passages that speak of copies and fees: their addresses are not the remedy's.
_ASIDE = pattern(
    r"(?:[\s#*_-]{0,6})(?:pöytäkirja|pöytäkirjan? (?:otteet|tilaaminen"
    r"|nähtävänä\w{0,8})|pöytäkirjanotteet|tietopyynnöt"
    r"|oikeudenkäyntimaksu\w{0,3}"
    r"|maksut|lisätie\w{2,8}|asiakirjojen tilaaminen|protokoll(?:et|sutdrag)?"
    r"|rättegångsavgift(?:er)?|avgifter|tiedoksianto)[\s:*_]{0,6}$"
    r"|päätöstä koskevia (?:pöytäkirjan )?ottei|pöytäkirjan ottei"
    r"|pöytäkirjanottei|asiakirjoja voi|lisätietoja (?:asiasta "
    r"|päätöksestä )?antaa|protokollsutdrag"
)
_BACK = pattern(
    r"(?:[\s#*_-]{0,6})(?:(?:oikaisu(?:vaatimu\w{1,5})?|valitu\w{1,4}"
    r"|muutoksenhaku|omprövnings|besvärs)[\w -]{3,60}|\w{3,30} toimittaminen"
    r"|(?:asiointi)?osoite|yhteystiedot)[\s:*_]{0,6}$"
)
_DELIVERY_HEADING = pattern(
    r"(?:^|\n)[^\n]{0,40}(?:toimittaminen|toimitetaan|inlämning av|inlämnande)[^\n]{0,40}(?:\n|$)"
)


def _sentence_names(text: Prose, sentence: Sentence) -> Iterator[tuple[str, _Name]]:
    """Give the authorities that a Finnish sentence sends something to."""
    if not any(ending in sentence.low for ending in _LOCAL):
        return
    for hit in offices_in(text.low, sentence.start, sentence.end):
        begin = sentence.start
        for verb in _BEFORE_NAME.finditer(text.low, sentence.start, hit.start()):
            begin = verb.end()
        before = text.low[sentence.start : begin]
        phrase = text.text[begin : hit.end()]
        if len(phrase.split()) > 16 or "__" in text.text[max(begin - 12, 0) : hit.end()]:
            continue
        comma = phrase.rfind(", ")
        if comma >= 0:
            begin, phrase = begin + comma + 2, phrase[comma + 2 :]
        name = base_form(phrase.strip(" *_:,\n"))
        if _ITSELF.match(name) or not name:
            continue
        deliver = [one.start() for one in _DELIVERING.finditer(before)]
        decide = [one.start() for one in _DECIDING.finditer(before)]
        after = text.low[hit.end() : sentence.end]
        place = (begin + len(phrase) - len(phrase.lstrip()), hit.end())
        if deliver and (not decide or max(deliver) > max(decide)):
            yield "deliver_to", _Name(name, *place, 2)
        elif decide:
            yield "decided_by", _Name(name, *place, 2 if _ADDRESSED.search(before) else 1)
        elif pattern(r"^ (?:tehtävä|osoitettu|osoitettava|tehdään)").match(after):
            yield "decided_by", _Name(name, *place, 2)


def _swedish_names(text: Prose, sentence: Sentence) -> Iterator[tuple[str, _Name]]:
    if " hos " not in sentence.low and " till " not in sentence.low:
        return
    for hit in _SWEDISH.finditer(text.text, sentence.start, sentence.end):
        name = " ".join(hit[1].split())
        if _ITSELF.match(name) or _NO_NAME.search(name.lower()):
            continue
        before = text.low[sentence.start : hit.start()]
        field = "deliver_to" if _SV_DELIVERING.search(before) else "decided_by"
        yield field, _Name(name, hit.start(1), hit.end(1), 2)


def _labels(low: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Give the words behind which an authority is named."""
    for noun in ("viranomai", "myndighet"):
        at = low.find(noun, start, end)
        while at >= 0:
            word = at
            while word > max(start, at - 20) and low[word - 1].isalpha():
                word -= 1
            label = _LABELLED.match(low, word, end)
            if label is not None:
                yield label
            at = low.find(noun, at + len(noun), end)


def _labelled_names(text: Prose, start: int, end: int) -> Iterator[_Name]:
    for label in _labels(text.low, start, end):
        hit = _NAME_END.match(text.text, label.end(), end)
        if hit is None:
            continue
        phrase = hit[0]
        tail = _TAIL.search(phrase.lower())
        phrase = phrase[: tail.start()] if tail else phrase
        shown = " ".join(phrase.strip(" *_,\t").split())
        for name in (shown, shown.split(",")[0], re.split(r"\si\s|\spå\s", shown)[0]):
            if is_authority(name):
                at = hit.start() + hit[0].find(phrase.strip(" *_,\t"))
                yield _Name(own_part(name), at, at + len(phrase.strip(" *_,\t")), 3)
                break


def _courts(text: Prose, start: int, end: int) -> Iterator[_Name]:
    supreme = _SUPREME.search(text.low, start, end)
    if supreme is not None:
        yield _Name(base_form(text.text[supreme.start() : supreme.end()]), *supreme.span(), 0)
    for hit in _COURT.finditer(text.text, start, end):
        if _BLANK.search(text.text[max(hit.start() - 12, start) : hit.start()]):
            continue
        place, court = hit[1], "hallinto-oikeus" if hit[2][0] in "Hh" else "markkinaoikeus"
        if place is None or place in _PLACE_NOT_NAMED or not place.endswith("n"):
            yield _Name(court, hit.start(2), hit.end(2), 1)
        else:
            yield _Name(f"{place} {court}", hit.start(), hit.end(), 3)
    for hit in _SV_COURT.finditer(text.text, start, end):
        name = hit[0] if hit[1] else hit[2]
        yield _Name(
            " ".join(name.split()),
            hit.start() if hit[1] else hit.start(2),
            hit.end(),
            3 if hit[1] else 1,
        )


def own_ranges(text: Prose, start: int, end: int) -> list[tuple[int, int]]:
    """Return the parts of a passage that are not about copies, fees and the like."""
    ranges: list[tuple[int, int]] = []
    begin: int | None = start
    for first, last in lines(text.low, start, end):
        if begin is not None and _ASIDE.match(text.low, first, last):
            ranges.append((begin, first))
            begin = None
        elif begin is None and _BACK.match(text.low, first, last):
            begin = first
    if begin is not None:
        ranges.append((begin, end))
    return ranges


def _best(names: list[_Name]) -> _Name | None:
    """Return the name that says most; the first of those."""
    return max(names, key=lambda name: name.weight, default=None)


def read_authorities(
    part: Passage, own: list[Passage], *, is_appeal: bool, court: str = ""
) -> Authorities:
    """
    Return who decides and where to deliver, each with the addresses the text gives it.

    Args:
        part: The passage about the remedy.
        own: What of it is not about copies, fees and the like.
        is_appeal: Whether a court decides.
        court: A word of the court's name that the remedy asks for, in lower case.
    """
    text = part.text
    decided: list[_Name] = []
    delivered: list[_Name] = []
    itself: tuple[int, int] | None = None
    for passage in own:
        begin, stop = passage.start, passage.end
        decided += _labelled_names(text, begin, stop)
        for sentence in passage.sentences:
            low = sentence.low
            if not _SENDING.search(low) or words.is_negative(low):
                continue
            for field, name in (*_sentence_names(text, sentence), *_swedish_names(text, sentence)):
                (delivered if field == "deliver_to" else decided).append(name)
            same = _TO_ITSELF.search(low) if "viranomais" in low or "myndighet" in low else None
            if (
                same is not None
                and itself is None
                and (_DELIVERING.search(low) or _SV_DELIVERING.search(low))
            ):
                itself = (sentence.start + same.start(), sentence.start + same.end())
        if is_appeal:
            decided += [name for name in _courts(text, begin, stop) if court in name.name.lower()]
    if is_appeal:
        decided = [
            name
            for name in decided
            if "oikeus" in name.name.lower() or "domstol" in name.name.lower()
        ]
    contacts = [
        contact
        for passage in own
        for contact in read_contacts(text.raw, passage.start, passage.end)
    ]
    made = _Made(text, contacts, part.start, part.end)
    return made.authorities(_best(decided), _best(delivered), itself, is_appeal=is_appeal)


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
        decided: _Name | None,
        delivered: _Name | None,
        itself: tuple[int, int] | None,
        *,
        is_appeal: bool,
    ) -> Authorities:
        contacts = [
            contact for contact in self.contacts if contact.facts or contact.unread or contact.owner
        ]
        if decided is None:
            decided = self.owner(contacts)
        if delivered is None and itself is None and not is_appeal:
            delivered = self.registry(contacts)
        if (
            delivered is not None
            and decided is not None
            and _same_name(delivered.name, decided.name)
        ):
            itself = itself or (delivered.start, delivered.end)
            delivered = None
        office = _of_office(contacts, delivered) if delivered is not None else None
        own = _of_authority(contacts, decided, is_appeal=is_appeal)
        deciding = delivering = None
        if delivered is not None:
            if office is None or not office.facts:
                office = own if own is not None and own.facts else self.aside(delivered)
            delivering = self.give("deliver_to", delivered, office)
            if own is not None and (own is office) and self.is_delivery(own):
                own = None
        if decided is not None:
            deciding = self.give("decided_by", decided, own)
            if itself is not None and delivering is None:
                delivering = deciding
                self.facts.append(Fact("deliver_to.name", deciding.name, *itself))
        unread = tuple(
            place for contact in (office, own) if contact is not None for place in contact.unread
        )
        return Authorities(deciding, delivering, tuple(self.facts), tuple(dict.fromkeys(unread)))

    def owner(self, contacts: list[Contact]) -> _Name | None:
        """Return the name at the head of the first addresses, when it is no registry's."""
        for contact in contacts:
            if contact.owner is not None and contact.facts:
                name = own_part(contact.owner)
                if not is_registry(name):
                    return _Name(name, *contact.owner_at, 1)
        return None

    def registry(self, contacts: list[Contact]) -> _Name | None:
        for contact in contacts:
            if contact.owner is not None and contact.facts and is_registry(own_part(contact.owner)):
                return _Name(contact.owner, *contact.owner_at, 1)
        return None

    def is_delivery(self, contact: Contact) -> bool:
        """Whether the addresses stand under a heading about delivering."""
        first = min((fact.start for fact in contact.facts.values()), default=contact.start)
        low, start = self.text.low, self.start
        headings = [hit.start() for hit in _DELIVERY_HEADING.finditer(low, start, first)]
        labels = [hit.start() for hit in _labels(low, start, first)]
        return max(headings, default=-1) > max(labels, default=-1)

    def aside(self, delivered: _Name) -> Contact | None:
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

    def give(self, field: str, name: _Name, contact: Contact | None) -> Authority:
        self.facts.append(Fact(f"{field}.name", name.name, name.start, name.end))
        authority = Authority(name=name.name)
        if contact is None:
            return authority
        for key, fact in contact.facts.items():
            self.facts.append(evolve(fact, field=f"{field}.{key}"))
        return evolve(authority, **{key: fact.value for key, fact in contact.facts.items()})  # type: ignore[arg-type]


def _same_name(one: str, other: str) -> bool:
    """Whether one name is the other, perhaps with its municipality before it."""
    one, other = one.lower(), other.lower()
    return one.endswith(other) or other.endswith(one)


def _of_office(contacts: list[Contact], name: _Name) -> Contact | None:
    """Return the addresses headed by the name of the office."""
    for contact in contacts:
        if contact.owner is not None and (
            _same_name(contact.owner, name.name)
            or (is_registry(contact.owner) and is_registry(name.name))
        ):
            return contact
    return None


def _of_authority(
    contacts: list[Contact], name: _Name | None, *, is_appeal: bool
) -> Contact | None:
    """Return the addresses headed by the name of the authority, else the first of nobody's."""
    if name is not None:
        for contact in contacts:
            if (
                contact.owner is not None
                and contact.facts
                and name.name.lower() in contact.owner.lower()
            ):
                return contact
    for contact in contacts:
        if not contact.facts and not contact.unread:
            continue
        if contact.owner is None or not (is_registry(contact.owner) or is_appeal):
            return contact
    return None
