"""
Whose decision it is, and in which language.

A municipality is taken from where it names itself, not from a place that the
text speaks of: "Kajaanin kaupunki", "Helsingin kaupunginhallitus", "Esbo
stad", its sign in the record number, the web address of its offices; a court's
seat, another authority's post office and a place in a title are none.

>>> language_of("Kunnanhallitus päätti hyväksyä ehdotuksen ja merkitä asian tiedoksi.")
'fi'
>>> language_of("Kommunstyrelsen beslutade att godkänna förslaget och avgiften.")
'sv'
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from attrs import define, field

from kuntapaatos.decision import Organ, RecordId
from kuntapaatos.io.text.facts import Fact, Why
from kuntapaatos.io.text.head import Head
from kuntapaatos.io.text.match import Match
from kuntapaatos.io.text.municipalities import find_municipalities
from kuntapaatos.io.text.sections import Outline
from kuntapaatos.municipalities import municipalities
from kuntapaatos.remedy.kinds import MakerKind

__all__ = ["language_of", "municipality_at", "municipality_of"]

_READ = 20_000
_FINNISH = frozenset(
    "ja on että tai päätös päätti kunnan kaupungin mukaan oikaisuvaatimus hyväksyttiin"
    " hyväksyttiin. asia".split()
)
_SWEDISH = frozenset(
    "och att är som för beslut beslutade stadens kommunens enligt omprövning ärende godkändes"
    " godkändes.".split()
)
# What follows the name of a municipality that names itself.
_ITSELF = re.compile(
    r"[ \n](?:kaupun(?:ki|kia|kiin|gin|gissa|gista|gille|gilla|gilta)|kun(?:ta|taa|taan|nan|nassa"
    r"|nasta|nalle|nalla|nalta)|stad|stads"
    r"|kommun|kommuns"
    r"|stadsstyrelse|kommunstyrelse|stadsfullmäktige)\b",
    re.IGNORECASE,
)
_ORGAN = re.compile(
    r"[ \n](?:kaupungin|kunnan)?(?:hallitu|valtuusto)"
    r"|[ \n](?:[\w-]{1,40},?[ ]){0,5}?[\w-]{0,40}(?:lautaku|jaosto|johtoku)",
    re.IGNORECASE,
)
# "Stadsfullmäktige i Pargas"
_BODY_IN = re.compile(r"(?:fullmäktige|styrelsen|nämnden) i $")
_ELSEWHERE = re.compile(
    r"[ \n](?:hallinto-oikeu|käräjäoikeu|hovioikeu|förvaltningsdomstol|tingsrätt|hovrätt|yliopisto"
    r"|seudu|maakun"
    r"|hyvinvointialue|seurakun|sairaanhoito|ammatti|kuntayhtym|seutukun|samkommun|välfärdsområde)",
    re.IGNORECASE,
)
# "Turun kaupungin päätös", "Åbo stads beslut": a matter may be of another municipality.
_OF_IT = re.compile(
    r"[ ](?:kaupungi\w{1,5}|kaupunkia|kunna\w{1,4}|kuntaa|stads|kommuns)[ ](?!ja |och "
    r"|\w{0,30}(?:hallitus|valtuusto|lautakunta|jaosto|johtokunta|johtaja|palvelu|toimi"
    r"|styrelse|fullmäktige|nämnd|direktör))[a-zåäö]"
)
_IN_PROSE = re.compile(r"[^\n]{0,400}\.[ ]{0,9}(?:\n|\Z)")
_GLUED = re.compile(r"[a-zåäö]([A-ZÅÄÖ][a-zåäö]{2,20}n[ ](?:kaupunki|kunta))\b")
_OF_ITS_OWN = re.compile(
    r"\b[A-ZÅÄÖ][\wåäö-]{2,30}(?:n[ ](?:kaupunki|kunta)|s[ ](?:stad|kommun))\b"
)
_JOINT = re.compile(r"kuntayhtym|samkommun|hyvinvointialue|välfärdsområde", re.IGNORECASE)
_JOINT_NAME = re.compile(
    r"(?:[\w–-]{1,40}[ ]){0,4}[\w-]{0,30}(?:kuntayhtymä|samkommunen|samkommun|koulutusyhtymä"
    r"|hyvinvointialue|välfärdsområde|liitto|landskapsförbund|förbund)\b(?![ ](?:ry|rf)\b)",
    re.IGNORECASE,
)
_OF_SEVERAL = frozenset((MakerKind.JOINT_AUTHORITY_BOARD, MakerKind.JOINT_AUTHORITY_COUNCIL))
_AROUND = 200
_DOES = re.compile(
    r"[ \n](?:(?:kaupunki|kunta)[ \n][a-zåäö]{2,30}(?:uu|yy|aa|ää|ee|oo|oi|öi|ii)\b"
    r"|(?:stad|kommun)[ \n](?:deltar|ansluter|går|fortsätter|lämnar|utträder|beviljar|köper))"
)
# "Mallilan kaupunki", alone or above an address.
_ALONE = re.compile(
    r"[A-ZÅÄÖ][\w-]{1,30}(?:[ ][\w-]{1,30})?[ ](?:kaupunki|kunta|stad|kommun)", re.IGNORECASE
)
_POSTAL_CODE = re.compile(r"\d{5}[ ]{1,2}$")
# Nobody's decision names it more often than it names itself.
_MOST = 3
_HEAD_WEIGHT, _KNOWN_WEIGHT, _ITSELF_WEIGHT, _ORGAN_WEIGHT = 14, 12, 6, 5
_DOMAIN_WEIGHT, _SIGN_WEIGHT, _PLACE_WEIGHT = 4, 2, 1

# Signs and domains that are not the beginning of the name.
_SIGNS = {
    "hel": "Helsinki",
    "tre": "Tampere",
    "vd": "Vantaa",
    "ouka": "Oulu",
    "jkl": "Jyväskylä",
    "lpr": "Lappeenranta",
    "esbo": "Espoo",
}
_DOMAINS = {"hel": "Helsinki", "ouka": "Oulu", "jkl": "Jyväskylä"}
_DOMAIN = re.compile(r"(?:@|www\.)(?:[\w-]{1,30}\.){0,2}?([\w-]{2,30})\.fi?(?![\w.-]\w)")
# "kajaani10", "esbo-sv": the systems number their sites and tell their languages apart.
_EDITION = re.compile(r"(?:-?(?:fi|sv|se))?\d{0,3}$")
_PLAIN = str.maketrans("åäö", "aao", " :.-")


def language_of(text: str) -> str | None:
    """Return "fi" or "sv", or `None` when neither language is in the text."""
    words = text[:_READ].lower().split()
    finnish = sum(map(_FINNISH.__contains__, words))
    swedish = sum(map(_SWEDISH.__contains__, words))
    if finnish == swedish:
        return None
    return "fi" if finnish > swedish else "sv"


@cache
def _domains() -> dict[str, str]:
    """Return the web addresses that municipalities have, without their end."""
    found: dict[str, str] = {}
    for place in municipalities():
        genitive = place.genitive.lower().translate(_PLAIN)
        for name in (place.name, place.name_sv):
            found[name.lower().translate(_PLAIN)] = place.name
        found[f"{genitive}kaupunki"] = found[f"{genitive}kunta"] = place.name
    return {**found, **_DOMAINS}


def municipality_at(host: str) -> str | None:
    """
    Return the only municipality that the name of a web site names.

    >>> municipality_at("kajaani.cloudnc.fi"), municipality_at("esbo-sv.oncloudos.com")
    ('Kajaani', 'Espoo')
    >>> municipality_at("kajaanipedia.fi") is None
    True
    """
    labels = (_EDITION.sub("", label) for label in host.lower().split(".")[:-1])
    names = {_domains()[label] for label in labels if label in _domains()}
    return names.pop() if len(names) == 1 else None


@cache
def _of_sign(sign: str) -> str | None:
    """Return the only municipality whose name begins with the sign of a record number."""
    plain = sign.translate(_PLAIN)
    names = {
        place.name
        for place in municipalities()
        if any(
            name.lower().translate(_PLAIN).startswith(plain) for name in (place.name, place.name_sv)
        )
    }
    return names.pop() if len(plain) >= 3 and len(names) == 1 else None


@define
class _Evidence:
    """What speaks for each municipality, and where it was said best."""

    weights: dict[str, int] = field(factory=dict)
    places: dict[str, tuple[int, int, int, Why | None]] = field(factory=dict)
    counts: dict[tuple[str, int], int] = field(factory=dict)
    # Those of which more is said than that a sentence speaks of them.
    sure: set[str] = field(factory=set)

    def add(
        self,
        name: str,
        weight: int,
        start: int,
        end: int,
        why: Why | None = None,
        *,
        sure: bool = True,
    ) -> None:
        seen = self.counts[name, weight] = self.counts.get((name, weight), 0) + 1
        if seen > _MOST:
            return
        self.weights[name] = self.weights.get(name, 0) + weight
        if sure and why is not Why.NOT_IN_PLACE:
            self.sure.add(name)
        if name not in self.places or weight > self.places[name][0]:
            self.places[name] = (weight, start, end, why)


def municipality_of(
    outline: Outline, head: Head, courts: Iterable[tuple[int, int]] = ()
) -> Fact | None:
    """
    Return the municipality whose decision a laid-out text is.

    Its value is `None`, with candidates, when the text names several alike.

    Args:
        outline: The laid-out text.
        head: What its head says.
        courts: Start and end of the passages with the addresses of courts and agencies.
    """
    evidence = _Evidence()
    elsewhere = tuple(courts)
    title = next((fact for fact in head.facts if fact.field == "title"), None)
    joint = _is_joint(outline, head)
    decided = [*outline.of("resolution", "proposal")]
    for place, first, last in _mentioned(outline):
        weight = _weight(outline, first, last, elsewhere)
        if weight == _HEAD_WEIGHT and title is not None and title.start <= first < title.end:
            weight = _ITSELF_WEIGHT
        if joint and weight in {_PLACE_WEIGHT, _ITSELF_WEIGHT}:
            # A joint authority's seat or member is not the municipality that decided.
            continue
        if weight:
            why = Why.POST_OFFICE if weight == _PLACE_WEIGHT else None
            told = weight == _ITSELF_WEIGHT and not _ALONE.fullmatch(_line(outline.text, first))
            # "Mallilan kaupunki liittyy verkostoon", in the words that decide.
            told = told and not (
                _DOES.match(outline.text, last)
                and any(part.start <= first < part.end for part in decided)
            )
            evidence.add(place, weight, first, last, Why.NOT_IN_PLACE if told else why)
    _signed(outline, head.record_id, evidence)
    weights, places = evidence.weights, evidence.places
    if not weights:
        return None
    best, *others = sorted(weights, key=lambda name: (-weights[name], places[name][1]))
    _, start, end, why = places[best]
    if others and weights[others[0]] == weights[best]:
        alike = tuple(name for name in weights if weights[name] == weights[best])
        return Fact("municipality", None, start, end, alike, Why.SEVERAL_MUNICIPALITIES)
    unsure = best not in evidence.sure
    return Fact("municipality", best, start, end, tuple(weights) if others or unsure else (), why)


def _line(text: str, at: int) -> str:
    """Return the line in which a place lies, as far as its first comma or cell."""
    line = text[text.rfind("\n", 0, at) + 1 : at + _AROUND].partition("\n")[0]
    return re.split(r",|\t|[ ]{2}|[ ]/", line.strip(), maxsplit=1)[0]


def _is_joint(outline: Outline, head: Head) -> bool:
    """Whether a joint authority decided: its council or board, or its name above all else."""
    kind = head.maker.kind if isinstance(head.maker, Organ) else None
    return kind in _OF_SEVERAL or any(_JOINT_NAME.match(line.text) for line in outline.head[:2])


def _mentioned(outline: Outline) -> Iterator[tuple[str, int, int]]:
    text = outline.text
    mentions = find_municipalities(text[:_READ])
    for glued in _GLUED.finditer(text[: min(_READ, outline.head_end)]):
        # The cell before it lost its end.
        mentions += [
            Match(found.value, glued.start(1) + found.start, glued.start(1) + found.end)
            for found in find_municipalities(glued[1], bare=True)
        ]
    return (
        (found.value.name, found.start, found.end) for found in mentions if found.value is not None
    )


def _signed(outline: Outline, record: RecordId | None, evidence: _Evidence) -> None:
    """Add what record number and web addresses say."""
    text = outline.text
    if record is not None and record.prefix is not None:
        sign = record.prefix.lower().removesuffix("dno")
        known = _SIGNS.get(sign)
        name = known or (None if _names_another(outline) else _of_sign(sign))
        at = text.find(record.prefix)
        if name is not None and at >= 0:
            weight = _KNOWN_WEIGHT if known is not None else _SIGN_WEIGHT
            # Other letters than the agreed ones may be of a joint office, or of a neighbour.
            why, sure = Why.RECORD_SIGN, known is not None
            evidence.add(name, weight, at, at + len(record.prefix), why, sure=sure)
    found: dict[str, tuple[int, int]] = {}
    if ".f" in text:
        for domain in _DOMAIN.finditer(text):
            name = _domains().get(domain[1].lower())
            if name is not None and outline.counts(domain.start()):
                found.setdefault(name, domain.span(1))
    if len(found) == 1:
        (name, (start, end)) = found.popitem()
        evidence.add(name, _DOMAIN_WEIGHT, start, end, Why.WEB_ADDRESS)


def _names_another(outline: Outline) -> bool:
    """Whether the head names a municipality that is in no table."""
    named = _OF_ITS_OWN.search(outline.text, 0, outline.head_end)
    return named is not None and not find_municipalities(named.group(), bare=True)


def _weight(outline: Outline, start: int, end: int, courts: tuple[tuple[int, int], ...]) -> int:
    """Return how much a mention says that the decision is this municipality's own."""
    text = outline.text
    if not outline.counts(start) or _ELSEWHERE.match(text, end):
        return 0
    if _ITSELF.match(text, end):
        # A sentence that the head runs into may tell of another municipality.
        alone = start < outline.head_end and not _IN_PROSE.match(text, end)
        alone = alone and not _OF_IT.match(text, end)
        return _HEAD_WEIGHT if alone else _ITSELF_WEIGHT
    if _ORGAN.match(text, end) or _BODY_IN.search(text, max(0, start - 14), start):
        return _ORGAN_WEIGHT
    # A post office says it only of the one to whom an own instruction sends.
    if start < outline.appeals_at or any(first <= start < last for first, last in courts):
        return 0
    if _JOINT.search(text, max(0, start - _AROUND), start):
        # The seat of a joint authority is not the municipality that decided.
        return 0
    return _PLACE_WEIGHT if _POSTAL_CODE.search(text, max(0, start - 8), start) else 0
