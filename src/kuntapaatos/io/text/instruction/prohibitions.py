"""
That no remedy exists, why, and the section of law the text names for it.

>>> from kuntapaatos.io.text.instruction.prose import prose_of
>>> text = prose_of("Koskee vain valmistelua. Sovellettava lainkohta: Kuntalaki 136 §")
>>> for fact in read_prohibition(text.passage(0, 70)):
...     print(fact.field, fact.value)
ground ProhibitionGround.PREPARATION
provisions (Provision(act='Kuntalaki', number='410/2015', section='136 §'),)
"""

from __future__ import annotations

from collections.abc import Callable

from kuntapaatos import law
from kuntapaatos.io.text.facts import Fact
from kuntapaatos.io.text.instruction import words
from kuntapaatos.io.text.instruction.prose import Passage, pattern
from kuntapaatos.law import Provision
from kuntapaatos.remedy.kinds import ProhibitionGround

__all__ = ["read_prohibition", "read_provision"]

_SECTION = r"(\d{1,3} ?[a-z]?) ?§(?::\w{1,3})?(?: ?(?:\d{1,2}) ?(?:\.? ?mom\w{0,8}))?"
_NUMBER = r"(?: ?\(?(\d{1,4}/\d{4})\)?)?"
_ACTS: tuple[tuple[str, Callable[[str], Provision]], ...] = (
    (r"kuntal(?:aki|ain|ain|\.|(?=\s))?|kommunallagen|komml", law.KUNTALAKI),
    (r"hallintolainkäyttöl(?:aki|ain|\.)?|förvaltningsprocesslagen", law.HALLINTOLAINKAYTTOLAKI),
    (
        (
            r"(?:laki |lain |laissa )oikeudenkäynnistä hallintoasioissa(?: annetun lain)?"
            r"|oikeudenkäynnistä hallintoasioissa annetun lain"
            r"|lagen om rättegång i förvaltningsärenden"
        ),
        law.OIKEUDENKAYNTILAKI,
    ),
    (r"hallintol(?:aki|ain)|förvaltningslagen", law.HALLINTOLAKI),
    (
        r"hankintal(?:aki|ain)|(?:julkisista hankinnoista annetun lain)|upphandlingslagen",
        law.HANKINTALAKI,
    ),
    (r"julkisuusl(?:aki|ain)|offentlighetslagen", law.JULKISUUSLAKI),
    (
        r"(?:laki|lain) kunnan ja hyvinvointialueen viranhaltijasta|viranhaltijal(?:aki|ain)|kvhl",
        law.VIRANHALTIJALAKI,
    ),
)
_OF_1995 = {"91 §", "89 §", "90 §", "88 §", "92 §"}
_GROUNDS: tuple[tuple[ProhibitionGround, str], ...] = (
    (
        ProhibitionGround.PREPARATION_OR_IMPLEMENTATION,
        (
            r"valmistelu\w{0,4} (?:tai|ja|taikka|sekä)(?: \w{3,20})? täytäntöönpan"
            r"|valmistelua/täytäntöönpanoa"
            r"|bered\w{2,6} (?:eller|och) verkställ\w{2,8}"
        ),
    ),
    (ProhibitionGround.PREPARATION, r"valmistelu\w{0,3}\b|\bberedning"),
    (ProhibitionGround.IMPLEMENTATION, r"täytäntöönpano\w{0,3}\b|\bverkställighet"),
    (ProhibitionGround.MARKET_COURT, r"markkinaoikeu|marknadsdomstol"),
    (
        ProhibitionGround.LABOUR_COURT,
        r"työtuomioistui|virka- (?:ja|tai) työehtosopimu|arbetsdomstol",
    ),
    (ProhibitionGround.OTHER_LAW, r"etuosto|vaalilain|muun lainsäädännön|muun lain"),
)
_OTHER_ACT = pattern(
    r"\b([a-zåäö-]{3,40}(?:lain|laki|lagen)) ?(?:\(?(\d{1,4}/\d{4})\)? ?)?" + _SECTION
)


def _provisions(low: str, start: int) -> list[tuple[Provision, int, int]]:
    found: list[tuple[Provision, int, int]] = []
    taken: list[tuple[int, int]] = []
    for names, act in _ACTS:
        for hit in pattern(rf"\b(?:{names}){_NUMBER} {_SECTION}{_NUMBER}").finditer(low):
            section = f"{' '.join(hit[2].split())} §"
            number = hit[1] or hit[3]
            provision = act(section)
            if act is law.KUNTALAKI and (
                number == "365/1995" or (number is None and section in _OF_1995)
            ):
                provision = law.KUNTALAKI_1995(section)
            elif act is law.HANKINTALAKI and number == "348/2007":
                provision = law.HANKINTALAKI_2007(section)
            found.append((provision, *hit.span()))
            taken.append(hit.span())
    found += [
        (law.KUNTALAKI(f"{' '.join(hit[1].split())} §"), *hit.span())
        for hit in pattern(rf"{_SECTION} i kommunallagen").finditer(low)
    ]
    for hit in _OTHER_ACT.finditer(low):
        if not any(begin < hit.end() and hit.start() < stop for begin, stop in taken):
            name = hit[1].removesuffix("ain") + "aki" if hit[1].endswith("lain") else hit[1]
            found.append(
                (Provision(name.capitalize(), hit[2], f"{' '.join(hit[3].split())} §"), *hit.span())
            )
    return [
        (one, start + begin, start + stop)
        for one, begin, stop in sorted(found, key=lambda one: one[1])
    ]


def _forbidding(part: Passage) -> str:
    """Return a passage with what only bars a court blanked out."""
    low = part.text.low[part.start : part.end]
    for sentence in part.sentences:
        if (
            words.is_negative(sentence.low)
            and words.BARRED.search(sentence.low)
            and not words.BAN.search(sentence.low)
        ):
            begin, stop = sentence.start - part.start, sentence.end - part.start
            low = f"{low[:begin]}{' ' * (stop - begin)}{low[stop:]}"
    return low


def read_prohibition(part: Passage) -> list[Fact]:
    """Return why there is no remedy, and by which sections; of several grounds none is chosen."""
    facts: list[Fact] = []
    start = part.start
    low = _forbidding(part)
    grounds: list[tuple[ProhibitionGround, int, int]] = []
    for ground, source in _GROUNDS:
        hit = pattern(source).search(low)
        if hit is not None:
            grounds.append((ground, *hit.span()))
            low = pattern(source).sub(lambda one: " " * len(one[0]), low)
    if grounds and grounds[0][0] is ProhibitionGround.PREPARATION_OR_IMPLEMENTATION:
        plain = {ProhibitionGround.PREPARATION, ProhibitionGround.IMPLEMENTATION}
        grounds = [one for one in grounds if one[0] not in plain]
    provisions = _provisions(_forbidding(part), start)
    if len(grounds) == 1:
        ground, begin, stop = grounds[0]
        facts.append(Fact("ground", ground, start + begin, start + stop))
    elif grounds:
        _, begin, stop = grounds[0]
        facts.append(
            Fact("ground", None, start + begin, start + stop, tuple(one[0] for one in grounds))
        )
    if provisions:
        distinct = tuple(dict.fromkeys(one[0] for one in provisions))
        facts.append(Fact("provisions", distinct, provisions[0][1], provisions[-1][2]))
    return facts


_PRINTED = pattern(
    r"(?:[a-zåäö-]{2,40}(?:lain|laki|lagen)|kuntal\.?"
    r"|[a-zåäö,\s-]{10,160}(?<=\s)annetun lain|lagen om [a-zåäö\s-]{5,80})"
    r"(?: \(?\d{1,4}/\d{4}\)?,?)? \d{1,3} ?[a-z]? §(?::\w{1,3})?"
    r"(?: \d{1,2}(?:[–-]\d{1,2})? ?mom\w{0,8}\.?)?"
    r"|\d{1,3} ?[a-z]? § i [a-zåäö]{4,40}lagen"
)
_LEADING = pattern(
    r"^(?:muutoksenhaku|tähän|päätökseen|tyytymätön|voi|saa|tehdä|hakea|siten|kuin|\s){1,8}"
)


def read_provision(part: Passage) -> list[Fact]:
    """Return the section that the head of an instruction names, as printed."""
    text = part.text
    for sentence in part.sentences:
        if sentence.start > part.start + 700:
            break
        if ("§" not in sentence.low) or pattern(r"katsotaan|anses|lueta|pyhäpäivä").search(
            sentence.low
        ):
            continue
        hit = _PRINTED.search(sentence.low)
        if hit is not None:
            begin = sentence.start + hit.start()
            lead = _LEADING.match(text.low[begin : sentence.start + hit.end()])
            begin += lead.end() if lead else 0
            printed = " ".join(text.text[begin : sentence.start + hit.end()].split())
            return [Fact("provision", printed, begin, sentence.start + hit.end())]
    return []
