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
from functools import cache
from typing import NamedTuple

from kuntapaatos.io.text.instruction import words
from kuntapaatos.io.text.instruction.names import (
    base_form,
    hearing,
    is_authority,
    is_place,
    offices_in,
    own_part,
)
from kuntapaatos.io.text.instruction.prose import Prose, Sentence, pattern
from kuntapaatos.io.text.tables import table
from kuntapaatos.io.text.words.lexicon import Group
from kuntapaatos.io.text.words.patterns import Statements

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
        printed: The name with the municipality or the office that stands beside it.
    """

    name: str
    start: int
    end: int
    weight: int
    printed: str = ""


_TABLE = table("sending")
_BEFORE, _AFTER = Group.of(_TABLE["before"]), Group.of(_TABLE["after"])
_DELIVERING, _DECIDING = Group.of(_TABLE["delivering"]), Group.of(_TABLE["deciding"])
_ADDRESSED = Group.of(_TABLE["addressed"])
# One of these stands in each label behind which an authority is named.
_LABEL_NOUNS = tuple(_TABLE["label_nouns"])
_AFTER_LABEL = re.compile(r"[\s:,*_?]{1,20}")
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
_HANDLES = pattern(
    r"(?:\bsen|\basian|\boikaisun|(?:vaatimu|hakemu)(?:ksen|kset|ksesi|ksenne)) (?:\w{4,20} )?"
    r"(?:käsittelee|ratkaisee) ([^.,;:\n]{4,80})"
    r"|(?:behandlas|prövas|avgörs|handläggs|begärs|söks) av ([^.,;:\n]{4,80})"
)
_LOCAL = ("lle", "lta", "ltä", "oon", "een", "aan", "iin", "ään", "hen", "ksen", "jaan", "köön")
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
    r"|rektorn?|tjänsteinnehavaren?|övervakaren?|byrån?|kansliet|tillståndsverket)"
    r"(?![\wåäö@])(?: i [A-ZÅÄÖ][\wåäö-]{2,20}"
    r"(?: stad| kommun|(?: och [A-ZÅÄÖ][\wåäö]{2,20})? Finland)?(?![\wåäö]))?"
    r"(?: för (?:[a-zåäö-]{3,25},? ){0,5}?[a-zåäö-]{3,25}"
    r"(?=\s?[.,\n]| (?:inom|senast|ska|skall|kan|i [A-ZÅÄÖ]))(?: i [A-ZÅÄÖ][\wåäö-]{2,20}"
    r"(?: stad| kommun)?(?![\wåäö]))?)?"
    r"(?: (?!senast|inom|innan|under|före|per|som|och|eller|på|i|med"
    r"|genom|via)[A-ZÅÄÖ][\wåäö]{1,20}(?: [\wåäö]{2,20})?"
    r"(?=\s?[.\n]| inom| ska))?)"
)
# "Parke-ringsövervakaren": no word of Swedish has a hyphen between small letters.
_TORN = re.compile(r"(?<=[a-zåäö]{3})-(?=[a-zåäö]{3})")
_WHICH = pattern(r", jo(?:ka|nka|n) [^.,;:\n]{5,60}")
_SV_MAKER = pattern(
    r"(?:\bhos|\btill) (de[nt] (?:organ|myndighet|nämnd|tjänsteinnehavare|förtroendevalda?)"
    r" som (?:har )?fatta(?:t|de) beslutet)"
)
_NO_NAME = pattern(
    r"^(?!\w{0,20}(?:förvaltnings|marknads))\w{0,40}domstol(?:en)?$|\b(?:vilken|vilket|är|som|den|ska)\b"
)
_COURT = re.compile(
    r"(?:(?<!_)(?<!_\s)\b([A-ZÅÄÖ][a-zåäö]{1,14}(?:-[A-ZÅÄÖ][a-zåäö]{1,14})?)\s{1,4})?"
    r"([Hh]allinto-oike(?:us|ude(?:lle|lta|n|ssa)|uteen)|[Mm]arkkinaoike(?:us"
    r"|ude(?:lle|lta|n|ssa)|uteen))(?![\wåäö-])"
)
_COURT_IN_CAPITALS = re.compile(
    r"\b(?!VALITU|TÄHÄN|TÄSTÄ|MYÖS)[A-ZÅÄÖ-]{2,30}N\s{1,4}HALLINTO-OIKEU(?:S|DELLE|DELTA|TEEN)(?![\wåäö-])"
)
_SV_COURT = re.compile(
    r"(?:\b([A-ZÅÄÖ][a-zåäö]{2,14}(?:\s[A-ZÅÄÖ][a-zåäö]{2,14})?)\s)?(förvaltningsdomstol(?:en)?"
    r"|[Mm]arknadsdomstolen)\b"
)
_SUPREME = pattern(
    r"korkei(?:n|mpaan|mman|mmalle|mmalta) hallinto-oike\w{2,6}|högsta förvaltningsdomstolen"
)
_SPACES = " \n\t:*_"
_BLANK = re.compile(r"(?:__|\.{4}|…)\s{0,4}$")
_UNNAMED = ("viranomainen", "toimielin")
_PLACE_NOT_NAMED = frozenset(_TABLE["no_place"])


def delivers(low: str) -> bool:
    """Whether a sentence tells where the document is delivered."""
    return any(map(_DELIVERING.has, low.replace(":", " ").split()))


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
    handled = _HANDLES.search(text.low, sentence.start, sentence.end)
    if handled is not None:
        start, end = handled.span(handled.lastindex or 0)
        # As many words as are a name: "av nämnden inom två veckor".
        while end > start and not is_authority(text.text[start:end]):
            end = max(text.low.rfind(" ", start, end), start)
        if end > start:
            yield "decided_by", Name(" ".join(text.text[start:end].split()), start, end, 2)


def _finnish_names(text: Prose, sentence: Sentence) -> Iterator[tuple[str, Name]]:
    """Give the authorities that a Finnish sentence sends something to."""
    if not any(ending in sentence.low for ending in _LOCAL):
        return
    said = text.words(sentence)
    for hit in offices_in(text.low, sentence.start, sentence.end):
        ahead = [word for word in said if word.end < hit.start() and text.low[word.end] in _SPACES]
        last = next((at for at in range(len(ahead) - 1, -1, -1) if _BEFORE.has(ahead[at].form)), -1)
        begin = ahead[last].end + 1 if last >= 0 else sentence.start
        before = [word.form for word in ahead[: last + 1]]
        phrase = text.text[begin : hit.end()]
        if len(phrase.split()) > 16 or "__" in text.text[max(begin - 12, 0) : hit.end()]:
            continue
        # What is put in brackets before a name is no part of it.
        for mark in (", ", ") "):
            cut = phrase.rfind(mark)
            if cut >= 0 and "(" not in phrase[:cut]:
                begin, phrase = begin + cut + 2, phrase[cut + 2 :]
        name = _which(base_form(phrase.strip(" *_:,\n")), text.text[hit.end() : hit.end() + 80])
        if _ITSELF.match(name) or not name:
            continue
        deliver = max((at for at, form in enumerate(before) if _DELIVERING.has(form)), default=-1)
        decide = max((at for at, form in enumerate(before) if _DECIDING.has(form)), default=-1)
        after = [word.form for word in said if word.start >= hit.end()]
        place = (begin + len(phrase) - len(phrase.lstrip()), hit.end())
        # "To the authority that the municipality has named": a name says more.
        less = name.lower().endswith(_UNNAMED)
        if deliver > decide:
            yield "deliver_to", Name(name, *place, 2)
        elif decide >= 0:
            sure = any(map(_ADDRESSED.has, before))
            yield "decided_by", Name(name, *place, (2 if sure else 1) - less)
        elif (opening := words.VERBLESS.match(text.low, *sentence[1:])) is not None and (
            ("kuluessa" in after and opening.end() >= begin) or before[-1:] == ["tiedoksisaannista"]
        ):
            yield "decided_by", Name(name, *place, 1)
        elif after and _AFTER.has(after[0]):
            yield "decided_by", Name(name, *place, 2)


def _which(name: str, after: str) -> str:
    """Return a name with what tells which one is meant: "sille toimielimelle, joka …"."""
    first, _, rest = name.partition(" ")
    told = _WHICH.match(after) if first.lower() == "sille" else None
    return name if told is None else f"{rest}{' '.join(told[0].split())}"


def _swedish_names(text: Prose, sentence: Sentence) -> Iterator[tuple[str, Name]]:
    if " hos " not in sentence.low and " till " not in sentence.low:
        return
    for hit in _SWEDISH.finditer(text.text, sentence.start, sentence.end):
        name = _TORN.sub("", " ".join(hit[1].split()))
        start = hit.start(1)
        if name.startswith("den ") and name.count(" ") > 1:
            name, start = name.removeprefix("den "), start + len("den ")
        if _ITSELF.match(name) or _NO_NAME.search(name.lower()):
            continue
        before = [word.form for word in text.words(sentence) if word.end <= hit.start()]
        field = "deliver_to" if any(map(_DELIVERING.has, before)) else "decided_by"
        yield field, Name(name, start, hit.end(1), 2)
    for hit in _SV_MAKER.finditer(text.low, sentence.start, sentence.end):
        yield "decided_by", Name(" ".join(hit[1].split()), hit.start(1), hit.end(1), 2)


class Label(NamedTuple):
    """
    Words behind which an authority is named.

    Attributes:
        start: Where they start, included.
        end: Where the name begins.
        bare: Whether they do not say what for.
    """

    start: int
    end: int
    bare: bool


@cache
def _labels() -> Statements:
    return Statements.of(
        (row["says"], source) for row in _TABLE["label"] for source in (*row["fi"], *row["sv"])
    )


def labels(text: Prose, start: int, end: int) -> Iterator[Label]:
    """Give the words behind which an authority is named, in order."""
    for sentence in text.sentences(start, end):
        if not any(map(sentence.low.__contains__, _LABEL_NOUNS)):
            continue
        words = text.words(sentence)
        upto = -1
        for said in sorted(_labels().in_words(words), key=lambda one: (one.first, -one.last)):
            asked = said.name == "kysymys" and "?" in sentence.low
            at = words[-1 if asked else said.last].end
            after = _AFTER_LABEL.match(text.text, at, end)
            if after is None or said.first <= upto:
                continue
            alone = not {":", "?"}.isdisjoint(after[0]) or said.last == len(words) - 1
            if said.name == "varma" or (alone and (said.name == "kysymys" or not said.first)):
                upto = said.last
                yield Label(words[said.first].start, after.end(), said.name == "pelkkä")


def behind_labels(text: Prose, start: int, end: int) -> Iterator[Name]:
    """Give the authorities named behind a label such as "Oikaisuvaatimusviranomainen"."""
    for label in labels(text, start, end):
        hit = _NAME_END.match(text.text, label.end, end)
        if hit is None:
            continue
        phrase = hit[0]
        tail = _TAIL.search(phrase.lower())
        phrase = phrase[: tail.start()] if tail else phrase
        for name in _stated(phrase.strip(" *_,\t"), hit, text.text[hit.end() : hit.end() + 120]):
            # A label that does not say what it is for weighs less than any sentence.
            yield name._replace(weight=1) if label.bare else name


def _stated(phrase: str, hit: re.Match[str], after: str) -> Iterator[Name]:
    """Give the name that a phrase behind a label is, or begins with."""
    shown = " ".join(phrase.split()).removeprefix("Hos ").removeprefix("Till ")
    if (place := _PLACE_BELOW.match(after)) is not None and shown.endswith(" i"):
        shown += f" {place[1]}"
    parts = shown.split(",")
    shorter = (",".join(parts[:count]) for count in range(len(parts) - 1, 0, -1))
    for said in (shown, *shorter, re.split(r"\si\s|\spå\s", shown)[0]):
        # Below "Kenelle oikaisuvaatimus tehdään?": to the board.
        name = base_form(said)
        if is_authority(name):
            at = hit.start() + hit[0].find(phrase)
            below = after.partition("\n")[2].partition("\n")[0].strip(" *_\t")
            if name == shown and is_place(name) and is_authority(below) and not is_place(below):
                # "Kolmijoen kuntayhtymä", and its board on the next line.
                yield Name(
                    own_part(f"{name}, {below}"), at, at + len(phrase), 3, f"{name}, {below}"
                )
            else:
                yield Name(own_part(name), at, at + len(phrase), 3, name)
            break


def behind_delivery(text: Prose, start: int, end: int) -> Iterator[Name]:
    """Give the authorities named behind "Asiakirja toimitetaan viranomaiselle:"."""
    if all(text.low.find(word, start, end) < 0 for word in ("selle:", "seen:", "till:")):
        return
    for label in _DELIVERED_TO.finditer(text.low, start, end):
        hit = _NAME_END.match(text.text, label.end(), end)
        if hit is not None:
            yield from _stated(hit[0].strip(" *_,\t"), hit, text.text[hit.end() : hit.end() + 120])


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
    for hit in _COURT_IN_CAPITALS.finditer(text.text, start, end):
        yield Name(base_form(hit[0].capitalize().replace("\n", " ")), *hit.span(), 3)
    for hit in _SV_COURT.finditer(text.text, start, end):
        name = hit[0] if hit[1] else hit[2]
        yield Name(
            " ".join(name.split()),
            hit.start() if hit[1] else hit.start(2),
            hit.end(),
            3 if hit[1] else 1,
        )
