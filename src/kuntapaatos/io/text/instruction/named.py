r"""
The authorities that a passage names: behind labels, in sentences, by their court.

>>> from kuntapaatos.io.text.instruction.prose import prose_of
>>> text = prose_of("Oikaisuvaatimus tehdään tekniselle lautakunnalle.")
>>> [(field, name.name) for field, name in in_sentence(text, next(text.sentences(0, 49)))]
[('decided_by', 'tekninen lautakunta')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kuntapaatos.io.text.instruction import words
from kuntapaatos.io.text.instruction.names import (
    base_form,
    hearing,
    is_authority,
    offices_in,
    own_part,
)
from kuntapaatos.io.text.instruction.prose import Prose, Sentence, pattern

__all__ = [
    "Name",
    "behind_delivery",
    "behind_labels",
    "courts",
    "delivers",
    "in_sentence",
    "labels",
]


class Name(NamedTuple):
    """
    The name of an authority, with its place.

    Attributes:
        name: In its base form.
        start: Where it stands, included.
        end: Where it ends, excluded.
        weight: How surely it is the one that the text means.
    """

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
# "Kommunstyrelsen i Vasa": the place belongs to the name.
_IN_A_PLACE = re.compile(r"\si\s[A-ZÅÄÖ][\wåäöé-]{2,30}(?:\s(?:stad|kommun))?")
_PLACE_BELOW = re.compile(r"\n[^\S\n]{0,40}([A-ZÅÄÖ][\wåäöé-]{2,30})(?![^\n])")
_DELIVERED_TO = pattern(
    r"toimitetaan (?:viranomaiselle|osoitteeseen):[^\S\n]{0,9}\n?|(?:lämnas|skickas|sänds)"
    r" (?:in )?till:[^\S\n]{0,9}\n?"
)
_NAME_END = re.compile(r"[^\n.;(:]{3,160}")
_TAIL = pattern(
    r",? (?:os\.|osoite|jonka|jolle|pl \d|pb \d|puh|käyntiosoite|postiosoite"
    r"|\d{5}|[a-zåäö]{4,30}(?:katu|tie|gatan|vägen) \d)"
)
_BEFORE_NAME = pattern(
    r"(?<![\wåäö])(?:tehdään|osoitetaan|tehtävä\w?|osoitettava|toimitettava|toimitetaan"
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
_HANDLES = re.compile(
    r"(?:[Vv]aatimuksen|[Oo]ikaisuvaatimuksen|[Aa]sian)\s(?:käsittelee|ratkaisee)\s([^.,;:\n]{4,80})"
)
_LOCAL = ("lle", "lta", "ltä", "oon", "een", "aan", "iin", "ään", "hen", "ksen", "jaan", "köön")
_ADDRESSED = pattern(r"tehdään|osoitetaan|osoitettava|tehtävä")
_ITSELF = re.compile(
    r"^(?:samalle )?(?:(?:oikaisu(?:vaatimus)?|valitus|muutoksenhaku|hallinto)?-?viranomainen"
    r"|\w{3,30}viranomaisen kirjaamo|tuomioistuin|kunta|kaupunki"
    r"|(?:omprövnings|besvärs)myndighet\w{0,2})$",
    re.IGNORECASE,
)
_SWEDISH = pattern(
    r"(?:\bhos|\btill) ((?:[\wåäöé-]{2,30} ){0,7}?[\wåäöé-]{0,30}(?:styrelsen?"
    r"|nämnd(?:en)?|sektion(?:en)?|direktion(?:en)?|domstol(?:en)?|verket"
    r"|direktör(?:en)?|chef(?:en)?|registratur(?:en)?|registratorskontor(?:et)?|fullmäktige|utskottet"
    r"|rektorn?|tjänsteinnehavaren?|kansliet|tillståndsverket)"
    r"(?![\wåäö@])(?: i [A-ZÅÄÖ][\wåäö-]{2,20}"
    r"(?: stad| kommun|(?: och [A-ZÅÄÖ][\wåäö]{2,20})? Finland)?(?![\wåäö]))?"
    r"(?: för (?:[a-zåäö-]{3,25},? ){0,5}?[a-zåäö-]{3,25}"
    r"(?=\s?[.,\n]| (?:inom|senast|ska|skall|kan|i [A-ZÅÄÖ])))?"
    r"(?: (?!senast|inom|innan|under|före|per|som|och|eller|på|i|med"
    r"|genom|via)[A-ZÅÄÖ][\wåäö]{1,20}(?: [\wåäö]{2,20})?"
    r"(?=\s?[.\n]| inom| ska))?)"
)
_SV_MAKER = pattern(
    r"(?:\bhos|\btill) (de[nt] (?:organ|myndighet|nämnd|tjänsteinnehavare|förtroendevalda?)"
    r" som (?:har )?fatta(?:t|de) beslutet)"
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
_BLANK = re.compile(r"(?:__|\.{4}|…)\s{0,4}$")
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


def delivers(low: str) -> bool:
    """Whether a sentence tells where the document is delivered."""
    return _DELIVERING.search(low) is not None or _SV_DELIVERING.search(low) is not None


def in_sentence(text: Prose, sentence: Sentence) -> Iterator[tuple[str, Name]]:
    """
    Give the authorities that a sentence sends something to.

    Returns:
        "decided_by" or "deliver_to", and the name.
    """
    yield from _handling(text, sentence)
    yield from _finnish_names(text, sentence)
    yield from _swedish_names(text, sentence)


def _handling(text: Prose, sentence: Sentence) -> Iterator[tuple[str, Name]]:
    """Give the body that a sentence says handles the matter: no case tells it."""
    heard = (
        hearing(text.text, *sentence[1:])
        if "äväksi" in sentence.low or "avaksi" in sentence.low
        else None
    )
    if heard is not None:
        yield "decided_by", Name(*heard, 2)
    if "käsittelee" in sentence.low or "ratkaisee" in sentence.low:
        handled = _HANDLES.search(text.text, sentence.start, sentence.end)
        if handled is not None and is_authority(handled[1]):
            yield "decided_by", Name(" ".join(handled[1].split()), *handled.span(1), 2)


def _finnish_names(text: Prose, sentence: Sentence) -> Iterator[tuple[str, Name]]:
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
            yield "deliver_to", Name(name, *place, 2)
        elif decide:
            yield "decided_by", Name(name, *place, 2 if _ADDRESSED.search(before) else 1)
        elif "kuluessa" in after and words.VERBLESS.fullmatch(before):
            yield "decided_by", Name(name, *place, 1)
        elif pattern(r"^ (?:tehtävä|osoitettu|osoitettava|tehdään)").match(after):
            yield "decided_by", Name(name, *place, 2)


def _swedish_names(text: Prose, sentence: Sentence) -> Iterator[tuple[str, Name]]:
    if " hos " not in sentence.low and " till " not in sentence.low:
        return
    for hit in _SWEDISH.finditer(text.text, sentence.start, sentence.end):
        name = " ".join(hit[1].split())
        start = hit.start(1)
        if name.startswith("den ") and name.count(" ") > 1:
            name, start = name.removeprefix("den "), start + len("den ")
        if _ITSELF.match(name) or _NO_NAME.search(name.lower()):
            continue
        before = text.low[sentence.start : hit.start()]
        field = "deliver_to" if _SV_DELIVERING.search(before) else "decided_by"
        yield field, Name(name, start, hit.end(1), 2)
    for hit in _SV_MAKER.finditer(text.low, sentence.start, sentence.end):
        yield "decided_by", Name(" ".join(hit[1].split()), hit.start(1), hit.end(1), 2)


def labels(low: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Give the words behind which an authority is named, in lower case *low*."""
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


def behind_labels(text: Prose, start: int, end: int) -> Iterator[Name]:
    """Give the authorities named behind a label such as "Oikaisuvaatimusviranomainen"."""
    for label in labels(text.low, start, end):
        hit = _NAME_END.match(text.text, label.end(), end)
        if hit is None:
            continue
        phrase = hit[0]
        tail = _TAIL.search(phrase.lower())
        phrase = phrase[: tail.start()] if tail else phrase
        yield from _stated(phrase.strip(" *_,\t"), hit, text.text[hit.end() : hit.end() + 40])


def _stated(phrase: str, hit: re.Match[str], after: str) -> Iterator[Name]:
    """Give the name that a phrase behind a label is, or begins with."""
    shown = " ".join(phrase.split())
    if (place := _PLACE_BELOW.match(after)) is not None and shown.endswith(" i"):
        shown += f" {place[1]}"
    for name in (shown, shown.split(",")[0], re.split(r"\si\s|\spå\s", shown)[0]):
        if is_authority(name):
            placed = shown[:1].isupper() and _IN_A_PLACE.fullmatch(shown, len(name)) is not None
            whole = shown if placed else name
            at = hit.start() + hit[0].find(phrase)
            yield Name(own_part(whole), at, at + len(phrase), 3)
            break


def behind_delivery(text: Prose, start: int, end: int) -> Iterator[Name]:
    """Give the authorities named behind "Asiakirja toimitetaan viranomaiselle:"."""
    if all(text.low.find(word, start, end) < 0 for word in ("selle:", "seen:", "till:")):
        return
    for label in _DELIVERED_TO.finditer(text.low, start, end):
        hit = _NAME_END.match(text.text, label.end(), end)
        if hit is not None:
            yield from _stated(hit[0].strip(" *_,\t"), hit, text.text[hit.end() : hit.end() + 40])


def courts(text: Prose, start: int, end: int) -> Iterator[Name]:
    """Give the courts that a passage names."""
    supreme = _SUPREME.search(text.low, start, end)
    if supreme is not None:
        yield Name(base_form(text.text[supreme.start() : supreme.end()]), *supreme.span(), 0)
    for hit in _COURT.finditer(text.text, start, end):
        if _BLANK.search(text.text[max(hit.start() - 12, start) : hit.start()]):
            continue
        place, court = hit[1], "hallinto-oikeus" if hit[2][0] in "Hh" else "markkinaoikeus"
        if place is None or place in _PLACE_NOT_NAMED or not place.endswith("n"):
            yield Name(court, hit.start(2), hit.end(2), 1)
        else:
            yield Name(f"{place} {court}", hit.start(), hit.end(), 3)
    for hit in _SV_COURT.finditer(text.text, start, end):
        name = hit[0] if hit[1] else hit[2]
        yield Name(
            " ".join(name.split()),
            hit.start() if hit[1] else hit.start(2),
            hit.end(),
            3 if hit[1] else 1,
        )
