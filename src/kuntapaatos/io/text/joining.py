"""
Who runs a network, what it gives to its members, and what it charges on top.

>>> [str(item) for item, _, _ in entitlements("Kunta saa neljä yhteistä teemaseminaaria.")]
['4 yhteistä teemaseminaaria']
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kuntapaatos.io.text.number_words import number_word
from kuntapaatos.membership import Entitlement

__all__ = ["at_cost", "entitlements", "organisers", "sentences_with", "themes"]

_GENITIVES = (
    ("liiton", "liitto"),
    ("kaupungin", "kaupunki"),
    ("kunnan", "kunta"),
    ("yhdistyksen", "yhdistys"),
    ("keskuksen", "keskus"),
    ("säätiön", "säätiö"),
    ("viraston", "virasto"),
    ("laitoksen", "laitos"),
    ("yhtymän", "yhtymä"),
    ("ministeriön", "ministeriö"),
    ("instituutin", "instituutti"),
    ("seuran", "seura"),
    ("neuvoston", "neuvosto"),
    ("opiston", "opisto"),
    ("verkoston", "verkosto"),
    ("toimiston", "toimisto"),
    ("rahaston", "rahasto"),
    ("akatemian", "akatemia"),
)
_ORGANISER = r"[A-ZÅÄÖ][\w&-]{1,40}(?::n)?(?:[ ][A-ZÅÄÖa-zåäö][\w&-]{1,40}(?::n)?){0,3}?"
_BY = re.compile(
    rf"\b(?:on|är)[ ](?P<who>{_ORGANISER}(?:,[ ]{_ORGANISER}){{0,4}}(?:[ ](?:ja"
    rf"|sekä)[ ]{_ORGANISER})?)[ ]"
    r"(?:yhteisesti[ ])?(?:ylläpitämä|järjestämä|koordinoima|organisoima|toteuttama|hallinnoima"
    r"|perustama)\w{0,4}\b"
)
_RUN = re.compile(
    rf"(?P<who>{_ORGANISER}(?:,[ ]{_ORGANISER}){{0,4}}(?:[ ](?:ja|sekä|och"
    rf"|samt)[ ]{_ORGANISER})?)[ ]"
    r"(?:ylläpitä(?:vät|ä)|järjestä(?:vät|ä)|koordinoi(?:vat)?|organisoi(?:vat)?|toteutta(?:vat|a)"
    r"|hallinnoi(?:vat)?|upprätthåller|ordnar|samordnar|driver)[ ](?:[\w-]{0,40}verkosto"
    r"|[\w-]{0,40}nätverk|[\w-]{0,40}ohjelma)"
)
_THEY = re.compile(
    r"\b(?:(?:[Vv]erkosto(?:n|a)|[Oo]hjelma(?:n|a)|[Hh]ank(?:keen|etta))[ ]"
    r"(?:toteutta|järjestä|ylläpitä|tuotta|koordinoi|hallinnoi)(?:vat|vät|a|ä)?"
    r"|(?:[Nn]ätverket|[Pp]rogrammet)[ ](?:ordnas|drivs|samordnas|upprätthålls)[ ]av)[ ]"
    r"(?P<who>[A-ZÅÄÖ][^.\n]{2,160})"
)
_PARTS = re.compile(r",[ ]|[ ](?:ja|sekä|och|samt)[ ]")
_COUNTED = re.compile(
    r"(?<![\w.,-])(?P<count>\d{1,2}|kaksi|kolme|neljä|viisi|kuusi|seitsemän|kahdeksan|yhdeksän"
    r"|kymmenen"
    r"|yksitoista|kaksitoista|två|tre|fyra|fem|sex|sju|åtta|nio"
    r"|tio)[ \n](?P<what>(?:[a-zåäö-]{2,40}[ \n]){0,8}?[a-zåäö-]{0,40}"
    r"(?:seminaaria|tilaisuutta|pajaa|tapaamista|webinaaria|koulutusta|valmennusta|foorumia|päivää"
    r"|seminarier"
    r"|workshoppar|verkstäder|träffar|evenemang))(?![\w-])"
)
_GETS = re.compile(
    r"\b(?:saa(?:vat)?[ ](?:käyttöönsä|käyttöön)|[Vv]erkosto[ ]tarjoaa|[Nn]ätverket[ ]erbjuder"
    r"|får[ ]tillgång[ ]till)[ ](?P<what>[^.:\n]{3,600})"
)
_GIVEN = re.compile(r",[ ](?:(?:ja|sekä|och|samt)[ ])?|(?<!-)[ ](?:ja|sekä|och|samt)[ ]")
# "joissa on mukana": what follows is told of the things, and is none of them.
_TOLD_OF = re.compile(r"(?:jo(?:ka|tka|ita|issa|ssa|lla|illa)|som|där|kuten|esimerkiksi|bland)\b")
_ON_TOP = re.compile("isäksi|essutom|äälle|ulujen|ustannusten|verkliga|faktiska")
# "Matkakulut laskutetaan toteutuneiden kulujen mukaan", without a word that it is on top.
_BY_WHAT_IT_COST = re.compile(
    r"(?<![^\n.,])[ ]{0,2}(?:ja |sekä |och )?(?P<what>[^\W\d][^.,\d\n]{2,80}?)"
    r"(?:[ ](?:laskutetaan|veloitetaan|peritään|maksetaan|faktureras|debiteras))?[ ]"
    r"(?:(?:toteutuneiden|todellisten)[ ]ku(?:lujen|stannusten)|enligt (?:faktiska|verkliga))"
)
_OF_A_FEE = re.compile(r"maksu|avgift|lisäksi|dessutom|päälle", re.IGNORECASE)
_AT_COST = re.compile(
    r"\b(?:[Ll]isäksi|[Dd]essutom|[Pp]äälle)[ ](?:laskutetaan|veloitetaan|peritään|maksetaan"
    r"|tulevat|faktureras"
    r"|debiteras|tillkommer)[ ](?:mahdolliset[ ]|eventuella[ ])?(?P<what>[^.\n]{3,120}?)"
    r"(?=[ ](?:toteutunei|todellis|kulujen|enligt)|[.\n]|$)"
)
_THEME = re.compile(
    r"\b(?:kärki|pää)?(?:teema(?:na)?|tema(?:t)?|huvudtema(?:t)?)[ ](?:on"
    r"|är)[ ](?P<what>[^.,;:\n]{3,140}?)"
    r"(?=[ ](?:ja|sekä|och)[ ](?:ala|del)teema|,|[.;:\n]|$)",
    re.IGNORECASE,
)
_THEMES = re.compile(
    r"\b(?:\w{0,20}kauden[ ]|verkoston[ ])?(?:teemat|alateemat|alateemoja|temana|deltema(?:n"
    r"|na)?)[ ](?:ovat|är|on)[ ]"
    r"(?P<what>[^.;:\n]{3,300})",
    re.IGNORECASE,
)
_SUB = re.compile("[aAdDuU](?i:late|elte|nderte)")
_SUBTHEMES = re.compile(
    r"\b(?:alateemat|alateemoina|alateemoja|delteman|underteman)(?:[ ]ovat)?[ ]?:?[ \t]{0,3}\n",
    re.IGNORECASE,
)
_BULLETED = re.compile(r"[ \t\n]{0,6}[-–•*][ \t]{0,4}([^\n]{3,200})")
_LISTED = re.compile(r",[ ]|[ ](?:sekä|samt)[ ]")
_LAST_JOINT = re.compile(r"[ ](?:ja|sekä|och)$")


def _base(name: str, text: str) -> str:
    """Return a name in the nominative: as it stands elsewhere, or by its ending."""
    if name.endswith(":n"):
        return name[:-2]
    for genitive, nominative in _GENITIVES:
        if name.endswith(genitive) or name.casefold() == genitive:
            return name[: len(name) - len(genitive)] + (
                nominative.capitalize() if name.casefold() == genitive else nominative
            )
    stem = name.removesuffix("n")
    return stem if re.search(rf"(?<!\w){re.escape(stem)}(?!\w)", text) else name


def organisers(text: str) -> Iterator[tuple[str, int, int]]:
    """
    Give those who run the network, in the nominative, each with its place.

    >>> [name for name, _, _ in organisers("USO on FCG:n ja Kuntaliiton ylläpitämä verkosto")]
    ['FCG', 'Kuntaliitto']
    """
    by = _BY.search(text) if "mä" in text or "ma " in text else None
    found = by or _RUN.search(text) or _they(text)
    if found is None:
        return
    at = found.start("who")
    for part in _PARTS.split(found["who"]):
        start = text.index(part, at)
        at = start + len(part)
        yield (_base(part, text) if by is not None else part), start, at


def _they(text: str) -> re.Match[str] | None:
    """Return who is named after "verkoston järjestävät", when each is a name."""
    found = _THEY.search(text)
    named = found is not None and all(part[:1].isupper() for part in _PARTS.split(found["who"]))
    return found if named else None


def entitlements(text: str) -> Iterator[tuple[Entitlement, int, int]]:
    """
    Give what the municipality gets, counted or not, each with its place, in order.

    >>> text = "Kunta saa käyttöönsä kaksi seminaaria, tilanneanalyysin ja tietoaineistoa."
    >>> [str(item) for item, _, _ in entitlements(text)]
    ['2 seminaaria', 'tilanneanalyysin', 'tietoaineistoa']
    """
    yield from sorted([*_counted(text), *_given(text)], key=lambda item: item[1])


def _counted(text: str) -> Iterator[tuple[Entitlement, int, int]]:
    for found in _COUNTED.finditer(text):
        count = int(found["count"]) if found["count"].isdigit() else number_word(found["count"])
        if count is not None and 0 < count < 100:
            yield Entitlement(count, " ".join(found["what"].split())), *found.span()


def _given(text: str) -> Iterator[tuple[Entitlement, int, int]]:
    """Give what stands without a number in a list of what one gets."""
    for found in _GETS.finditer(text):
        at = found.start("what")
        for part in _GIVEN.split(found["what"]):
            start = text.index(part, at)
            at = start + len(part)
            if _TOLD_OF.match(part):
                break
            first = part.partition(" ")[0]
            counted = any(letter.isdigit() for letter in part) or number_word(first) is not None
            if not counted and 3 < len(part) < 80:
                yield Entitlement(None, part), start, at


def at_cost(text: str) -> Iterator[tuple[str, int, int]]:
    """
    Give what is charged on top by what it really cost, each with its place.

    >>> [what for what, _, _ in at_cost("Lisäksi laskutetaan matkat toteutuneiden kulujen mukaan.")]
    ['matkat']
    """
    seen: set[str] = set()
    for begun in _ON_TOP.finditer(text):
        found = _AT_COST.match(text, max(0, begun.start() - 1)) or _by_cost(text, begun.start())
        if found is None:
            continue
        what = " ".join(found["what"].split())
        words = what.split()
        # The same travel is named once as costs and once as expenses.
        sign = f"{words[0]} {words[-1][:4]}"
        if sign not in seen:
            seen.add(sign)
            yield what, *found.span("what")


def _by_cost(text: str, at: int) -> re.Match[str] | None:
    """Return what is charged by what it cost, named in the words before *at*."""
    found = next(
        (
            hit
            for hit in _BY_WHAT_IT_COST.finditer(text, max(0, at - 160), min(len(text), at + 60))
            if hit.end() > at
        ),
        None,
    )
    return None if found is None or _OF_A_FEE.search(found["what"]) else found


def themes(text: str) -> tuple[tuple[str, int, int] | None, list[tuple[str, int, int]]]:
    """Return the main theme and the other themes of a term, each with its place."""
    if "teem" not in text and "tema" not in text.lower():
        return None, []
    main = _THEME.search(text)
    theme = None if main is None else (" ".join(main["what"].split()), *main.span("what"))
    listed: list[tuple[str, int, int]] = []
    bulleted = _SUBTHEMES.search(text) if _SUB.search(text) is not None else None
    if bulleted is not None:
        at = bulleted.end()
        while len(listed) < 20:
            item = _BULLETED.match(text, at)
            if item is None:
                break
            what = _LAST_JOINT.sub("", item[1].strip(" .,;"))
            listed.append((what, item.start(1), item.start(1) + len(what)))
            at = item.end()
        return theme, listed
    said = _THEMES.search(text)
    if said is not None:
        at = said.start("what")
        for part in _LISTED.split(said["what"]):
            start = text.index(part, at)
            at = start + len(part)
            what = part.strip()
            listed.append((what, start, start + len(what)))
    return theme, listed


_CONTRACT = re.compile(
    r"(?<![^\n.!?])[ ]{0,3}(?P<what>[A-ZÅÄÖ][^.\n]{3,200}?\b(?:(?:tehdään|laaditaan|solmitaan"
    r"|allekirjoitetaan)\b[^.\n]{0,120}?\bsopimus"
    r"|(?:ingås|uppgörs|tecknas)\b[^.\n]{0,120}?\bavtal)[^.\n]{0,160}\.?)"
)
_FUNDING = re.compile(
    r"(?<![^\n.!?])[ ]{0,3}(?P<what>[A-ZÅÄÖ][^.\n]{3,160}?\b(?:(?:tuetaan|rahoitetaan|stöds"
    r"|finansieras)\b[^.\n]{1,120}?"
    r"(?:rahoituksella|avustuksella|tuella|määrärahalla|varoilla|finansiering|bidrag|medel)"
    r"|(?:rahoittaa|rahoittavat)\b)"
    r"[^.\n]{0,120}\.?)"
)


_OF_MEMBERS = re.compile(r"verkosto|jäsen|osallist|liitty|nätverk|medlem|ohjelma", re.IGNORECASE)
# The words without which a pattern need not be tried.
_SENTENCES = (
    ("contract", _CONTRACT, "sopimus|avtal"),
    ("funding", _FUNDING, "tuetaan|rahoit|stöds|finansieras"),
)


def sentences_with(text: str) -> Iterator[tuple[str, str, int, int]]:
    """
    Give the sentences on a contract to be made and on who else pays.

    Returns:
        The field's name, the sentence, and its place.
    """
    for name, pattern, words in _SENTENCES:
        for found in _around(text, pattern, words):
            if _OF_MEMBERS.search(found["what"]):
                yield name, found["what"].strip(), found.start("what"), found.end("what")
                break


def _around(text: str, pattern: re.Pattern[str], words: str) -> Iterator[re.Match[str]]:
    """Give the sentences that hold one of the words and match."""
    done = 0
    for word in re.finditer(words, text):
        if word.start() < done:
            continue
        first = max(done, word.start() - 400)
        start = max(text.rfind(end, first, word.start()) + 1 for end in ".!?\n")
        found = pattern.match(text, max(start, first))
        if found is not None:
            done = found.end()
            yield found
