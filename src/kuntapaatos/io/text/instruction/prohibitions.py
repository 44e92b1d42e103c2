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

import re
from collections.abc import Callable

from kuntapaatos import law
from kuntapaatos.io.text.facts import Fact
from kuntapaatos.io.text.instruction import words
from kuntapaatos.io.text.instruction.prose import Passage, Sentence, pattern
from kuntapaatos.io.text.tables import table
from kuntapaatos.io.text.words.statements import stated
from kuntapaatos.law import Provision
from kuntapaatos.remedy.kinds import ProhibitionGround

__all__ = ["read_prohibition", "read_provision"]

# White space is taken whole, so that a page of it is passed in one look.
_GAP = r"\s{0,40}+"
_SECTION = (
    rf"(\d{{1,3}}{_GAP}[a-z]?){_GAP}§(?::\w{{1,3}})?"
    rf"(?:{_GAP}\d{{1,2}}{_GAP}\.?{_GAP}mom\w{{0,8}})?"
)
_NUMBER = rf"(?:{_GAP}\(?(\d{{1,4}}/\d{{4}})\)?)?"
_ACTS: dict[str, Callable[[str], Provision]] = {
    "kuntalaki": law.KUNTALAKI,
    "hallintolainkayttolaki": law.HALLINTOLAINKAYTTOLAKI,
    "oikeudenkayntilaki": law.OIKEUDENKAYNTILAKI,
    "hallintolaki": law.HALLINTOLAKI,
    "hankintalaki": law.HANKINTALAKI,
    "julkisuuslaki": law.JULKISUUSLAKI,
    "viranhaltijalaki": law.VIRANHALTIJALAKI,
}
_NAMES = {
    name: _ACTS[key] for key, row in table("statutes").items() for name in (*row["fi"], *row["sv"])
}
# A section with its act before it: the name ends right there.
_CITED = re.compile(rf"{_NUMBER}\s{_GAP}{_SECTION}{_NUMBER}")
_OF_1995 = {"91 §", "89 §", "90 §", "88 §", "92 §"}
_OTHER_ACT = pattern(
    r"\b([a-zåäö-]{3,40}(?:lain|laki|lagen)) ?(?:\(?(\d{1,4}/\d{4})\)? ?)?" + _SECTION
)


def _told(name: str, hit: re.Match[str]) -> Provision:
    """Return the provision of a citation; an act that was replaced is told by its number."""
    section = f"{' '.join(hit[2].split())} §"
    number = hit[1] or hit[3]
    act = _NAMES[name]
    if act is law.KUNTALAKI and (number == "365/1995" or (number is None and section in _OF_1995)):
        return law.KUNTALAKI_1995(section)
    if act is law.HANKINTALAKI and number == "348/2007":
        return law.HANKINTALAKI_2007(section)
    return act(section)


def _provisions(low: str, start: int) -> list[tuple[Provision, int, int]]:
    """Return the provisions that a text in lower case cites, in order."""
    found: list[tuple[Provision, int, int]] = []
    folded = re.sub(r"\s", " ", low)
    for name in _NAMES:
        at = folded.find(name)
        while at >= 0:
            hit = _CITED.match(low, at + len(name))
            if hit is not None and not folded[at - 1 : at].isalpha():
                found.append((_told(name, hit), at, hit.end()))
            at = folded.find(name, at + 1)
    found += [
        (law.KUNTALAKI(f"{' '.join(hit[1].split())} §"), *hit.span())
        for hit in pattern(rf"{_SECTION} i kommunallagen").finditer(low)
    ]
    taken = [(begin, stop) for _, begin, stop in found]
    for hit in _OTHER_ACT.finditer(low):
        if not any(begin < hit.end() and hit.start() < stop for begin, stop in taken):
            name = hit[1].removesuffix("ain") + "aki" if hit[1].endswith("lain") else hit[1]
            other = Provision(name.capitalize(), hit[2], f"{' '.join(hit[3].split())} §")
            found.append((other, *hit.span()))
    ordered = sorted(found, key=lambda one: (one[1], -one[2]))
    return [(one, start + begin, start + stop) for one, begin, stop in ordered]


def _forbidding(part: Passage) -> list[Sentence]:
    """Return the sentences of a passage without those that only bar a court."""
    said = [one for one in part.sentences if words.is_negative(one.low)]
    barring = [
        one for one in said if words.BARRED.search(one.low) and not words.BAN.search(one.low)
    ]
    skipped = barring if len(barring) < len(said) else []
    return [one for one in part.sentences if one not in skipped]


def _grounds(part: Passage, sentences: list[Sentence]) -> list[tuple[ProhibitionGround, int, int]]:
    """Return the grounds that are named, in the order of the table."""
    found: dict[str, tuple[int, int, int]] = {}
    for sentence in sentences:
        said_words = part.text.words(sentence)
        for said in stated("grounds", said_words):
            place = said.row, said_words[said.first].start, said_words[said.last].end
            found.setdefault(said.name, place)
    grounds = [
        (ProhibitionGround(name), start, end)
        for name, (_, start, end) in sorted(found.items(), key=lambda one: one[1])
    ]
    if grounds and grounds[0][0] is ProhibitionGround.PREPARATION_OR_IMPLEMENTATION:
        plain = {ProhibitionGround.PREPARATION, ProhibitionGround.IMPLEMENTATION}
        grounds = [one for one in grounds if one[0] not in plain]
    return grounds


def read_prohibition(part: Passage) -> list[Fact]:
    """Return why there is no remedy, and by which sections; of several grounds none is chosen."""
    facts: list[Fact] = []
    sentences = _forbidding(part)
    grounds = _grounds(part, sentences)
    if len(grounds) == 1:
        facts.append(Fact("ground", *grounds[0]))
    elif grounds:
        candidates = tuple(one[0] for one in grounds)
        facts.append(Fact("ground", None, *grounds[0][1:], candidates))
    provisions = [
        one for sentence in sentences for one in _provisions(sentence.low, sentence.start)
    ]
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
