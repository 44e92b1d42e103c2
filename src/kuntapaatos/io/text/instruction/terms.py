"""
The time an instruction gives: how long, from what, when a notice counts, until when.

>>> from kuntapaatos.io.text.instruction.prose import prose_of
>>> text = prose_of("Oikaisuvaatimus on tehtävä 14 päivän kuluessa päätöksen tiedoksisaannista.")
>>> for fact in read_period(text.passage(0, 80)):
...     print(fact.field, fact.value)
period 14 päivää
starts_from StartingEvent.NOTICE
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import time
from itertools import pairwise

from attrs import frozen

from kuntapaatos.appeal import Cutoff, Presumption
from kuntapaatos.io.text.facts import Fact
from kuntapaatos.io.text.grammar import Relation, find_ordinal_days, find_periods
from kuntapaatos.io.text.instruction import words
from kuntapaatos.io.text.instruction.prose import Passage, Sentence, pattern
from kuntapaatos.notice.kinds import NoticeKind
from kuntapaatos.remedy.kinds import StartingEvent
from kuntapaatos.time_limit import Period, PeriodUnit

__all__ = ["read_cutoffs", "read_period", "read_presumptions"]

_DEEMED = pattern(r"\bkatso(?:taan|ttava|tuista|a)\b|\banses\b|\banse\b|\bräknas det som\b")
_DEEMING = ("kats", "anse", "räknas")
_REMEDY = pattern(
    r"oikaisu|valitu|valitta|muutosta|muutoksenha|muistutu|vaatimu|vaatia"
    r"|esitettävä|omprövning|besvär|ändring"
    r"|rättelse|anmärkning|överklag|yrkan"
)
_ACT = pattern(
    r"tehtävä|tehdä|toimitettava|esitettävä|vaatia|hakea|valittaa|aika"
    r"|viimeistään|saattaa|jätettävä|on oltava"
    r"|lämna|göra|begära|framställa|anföra|tid(?:en)? |sökas?|inom"
)
_OTHER_ACT = pattern(
    r"maksettava|täydent|otteita|otteen|perittäv|palautettava|sopimus voidaan"
    r"|odotusaika (?:on|alkaa)|väntetiden (?:är|börjar)|seitsemän päivän kuluttua"
)
_CONDITION = pattern(r"\b(?:jos|mikäli|kuitenkin|poikkeuksellisesti|om|ifall|dock|likväl)\b")

_RUNS = pattern(r"aika (?:alkaa|lasketaan)|(?:tiden|tidsfristen) (?:börjar|räknas)")
_UNITS = ("päiv", "vuorok", "viik", "kuuka", "vuod", " pv", "dag", "veck", "månad", "år")

_STARTS: tuple[tuple[StartingEvent, str], ...] = (
    (
        StartingEvent.INVOICE,
        r"laskun (?:saam|vastaanott|tiedoksi|saap)|saanut laskun|räkning|faktura",
    ),
    (
        StartingEvent.NOTICE,
        (
            r"tiedoksisaan|tiedoksian|annettu (?:\w{3,20} ){0,3}?tiedoksi"
            r"|saanut (?:\w{3,20} ){0,4}?tie(?:don|doksi)"
            r"|saamisesta|delfå|f(?:ått|ick|år) del|tagit del"
            r"|delgiv|delgav|delges|tiedon saa|tiedoksi saa"
            r"|saatu (?:\w{3,20} ){0,2}?tie(?:to|doksi)"
        ),
    ),
    (
        StartingEvent.GIVEN,
        (
            r"päätöksen antami|antopäiv|julkipano"
            r"|päätös on (?:julkipanon jälkeen )?annettu(?! (?:\w{3,20} ){0,3}?tiedoksi)"
            r"|anslag|meddela(?:ts|des)"
        ),
    ),
    (
        StartingEvent.CONTRACT,
        r"hankintasopimu\w{0,6} (?:on )?teh|upphandlingskontrakt\w{0,3} (?:har )?ingå",
    ),
    (
        StartingEvent.YEAR_OF_CHARGE,
        (
            r"(?:maksun )?(?:määräämi|maksuunpano)\w{0,12} (?:\w{3,20} )?"
            r"seuraavan (?:kalenteri)?vuoden al|ingången av (?:kalender)?året efter"
        ),
    ),
    (StartingEvent.CHARGE, r"maksun määrä|virhemaksun"),
    (
        StartingEvent.DECISION,
        r"päätöksen teke|päätöspäiv|päätöksestä lukien|beslutsdag|beslutet fatta",
    ),
    (StartingEvent.PUBLICATION, r"julkais|kuulutu|publicer|kungör"),
    (StartingEvent.END_OF_NOTICE_PERIOD, r"irtisanomisajan päätty|uppsägningstidens"),
)


def _starting(low: str, at: int) -> tuple[StartingEvent, int, int] | None:
    """Return the event named first after a place, and where."""
    first: tuple[StartingEvent, int, int] | None = None
    for event, source in _STARTS:
        found = pattern(source).search(low, at)
        if found is not None and (first is None or found.start() < first[1]):
            first = (event, found.start(), found.end())
    return first


@frozen
class _Length:
    period: Period
    start: int
    end: int
    sentence: Sentence
    conditional: bool


def _lengths(part: Passage) -> list[_Length]:
    """Return the periods that sentences about using the remedy state."""
    found: list[_Length] = []
    for sentence in part.sentences:
        low = sentence.low
        if (
            not any(map(low.__contains__, _UNITS))
            or not (_REMEDY.search(low) and _ACT.search(low))
            or _DEEMED.search(low)
            or _OTHER_ACT.search(low)
        ):
            continue
        conditional = _CONDITION.search(low) is not None
        said = words.TIME_SAID.search(low) is not None
        for match in find_periods(low):
            place = (sentence.start + match.start, sentence.start + match.end)
            found += [
                _Length(phrase.period, *place, sentence, conditional)
                for phrase in match.candidates or (match.value,)
                if phrase is not None and (said or phrase.relation in {Relation.WITHIN, None})
            ]
    return found


def read_period(part: Passage) -> list[Fact]:
    """Return how long there is to act, and what starts the time."""
    found = _lengths(part)
    if not found:
        return []
    plain = [one for one in found if not one.conditional] or found
    distinct = dict.fromkeys(one.period for one in plain)
    every = tuple(dict.fromkeys(one.period for one in found))
    several = every if len(every) > 1 else ()
    first = plain[0]
    value = first.period if len(distinct) == 1 else None
    why = "muut on annettu ehdollisina" if several and value is not None else None
    facts = [Fact("period", value, first.start, first.end, several, why)]
    started = _started(part, first)
    return facts if started is None else [*facts, started]


def _started(part: Passage, length: _Length) -> Fact | None:
    """Return what starts the time: said after it, before it, or in a sentence of its own."""
    low, shift = length.sentence.low, length.sentence.start
    begins = _starting(low, length.end - shift) or _starting(low, 0)
    for sentence in part.sentences:
        at = None if begins else _RUNS.search(sentence.low)
        if at is not None:
            begins, shift = _starting(sentence.low, at.end()), sentence.start
    if begins is None:
        return None
    event, start, end = begins
    return Fact("starts_from", event, shift + start, shift + end)


_LETTER = pattern(r"kirje|posti|\bbrev|\bpost(?:as|ats|ades|en)\b")
_MESSAGE = pattern(r"viesti|sähköpost|sähköi|elektronisk|e-post|meddelande")
_MINUTES = pattern(
    r"pöytäkir|protokoll|tietoverk|datanät|informationsnät|verkkosivu|nähtäv"
    r"|framlag|lagts fram|tillgänglig"
    r"|julkais|webbplats|webbsid"
)
_PUBLIC = pattern(
    r"yleistiedoksian|kuulutu|kungörelse|offentlig delgivning"
    r"|ilmoitus on julkaistu|ilmoituksen julkaise"
)
_SUBSTITUTE = pattern(r"sijaistiedoksian|mellanhandsdelgiv")
_INVOICE = pattern(r"lasku(?:n|a)\b|räkningen|fakturan")
_ORDER = (
    (NoticeKind.INVOICE, _INVOICE),
    (NoticeKind.LETTER, _LETTER),
    (NoticeKind.EMAIL, _MESSAGE),
    (NoticeKind.ONLINE_MINUTES, _MINUTES),
)
_REBUTTABLE = pattern(
    r"jollei muuta|ellei muuta|jollei toisin|ellei toisin|mikäli muuta ei"
    r"|mikäli ei muuta|jos muuta ei"
    r"|om (?:inte|ej|icke) (?:något |någonting )?annat|om annat (?:inte|ej)"
    r"|ifall (?:inte|ej) annat|om inget annat"
)
# Ways of notice that count on the day itself.
_SAME_DAY: tuple[tuple[NoticeKind, str], ...] = (
    (
        NoticeKind.RECEIPT,
        (
            r"saantitodistuksen osoitt\w{2,8}|saantitodistukseen (?:\w{3,25} ){0,4}?merkit\w{2,8}"
            r"|i (?:ett )?mottagningsbevis\w{0,3}|mottagningsbeviset (?:anger|utvisar)"
        ),
    ),
    (
        NoticeKind.HANDED_OVER,
        (
            r"(?:päätös|asiakirja|se) on luovutettu|luovutettu (?:asianosaiselle|vastaanottajalle)"
            r"|luovutuspäivänä|överlämnats"
        ),
    ),
    (
        NoticeKind.POSTING,
        (
            r"(?:julkipano\w{0,4}|antopäivä\w{0,4}|anslag\w{0,3}) [^\n]{0,80}(?:tulle"
            r"|tiedo|antopäivä|del av)\w{0,8}"
            r"|tulleen asianomaisen tietoon silloin,? kun se on annettu"
        ),
    ),
    (
        NoticeKind.PROCUREMENT_MESSAGE,
        (
            r"(?:viestin )?lähettämispäivänä|sinä päivänä,? (?:jona"
            r"|jolloin) [^\n]{0,60}(?:sähköinen|viesti)"
        ),
    ),
)
_LAID_OPEN = pattern(
    r"(?:kun|jona|jolloin) (?:\w{3,20} ){0,4}?(?:on"
    r"|oli) (?:\w{3,20} ){0,3}?(?:asetettu|pantu) (?:\w{3,20} )?nähtävä\w{2,4}"
    r"|(?:när|då) protokollet (?:\w{2,14} ){0,4}?(?:lagts fram|framlagts|hålls framlagt)"
)
_EITHER = pattern(
    r"(?:sähköi|sähköpost)\w{1,14} (?:tai|taikka|ja) (?:posti|kirje)\w{1,8}"
    r"|(?:posti|kirje)\w{1,8} (?:tai|taikka|ja) (?:sähköi|sähköpost)\w{1,14}"
    r"|(?:elektroniskt|per e-post) eller (?:per |med )?(?:post|brev)\w{0,4}"
    r"|(?:per |med )?(?:post|brev) eller (?:elektroniskt|per e-post)"
)
_OR = (" tai ", " taikka ", " ja ", " eller ")
# No sentence states more of them.
_MOST = 12
_MEMBER = pattern(r"jäsen|medlem")


def _kind(low: str, after: str) -> NoticeKind | None:
    """Return the way of notice that a phrase is about: named after it, else before it."""
    if _SUBSTITUTE.search(low):
        return NoticeKind.SUBSTITUTED
    if _PUBLIC.search(low) and "pöytäkir" not in after and "protokoll" not in after:
        return NoticeKind.ANNOUNCEMENT
    for part in (after, low):
        found = [(hit.start(), kind) for kind, source in _ORDER if (hit := source.search(part))]
        if found:
            return min(found, key=lambda one: one[0])[1]
    return None


def _deemed(sentence: Sentence, *, shared: bool) -> Iterator[tuple[NoticeKind, int, int, int]]:
    """Give the ways of notice of one sentence, each with its days and place."""
    low = sentence.low
    phrases = [
        (match.value.period.length, match.start, match.end)
        for match in find_periods(low)
        if match.value is not None and match.value.period.unit is PeriodUnit.DAY
    ]
    phrases += [
        (match.value, match.start, match.end) for match in find_ordinal_days(low) if match.value
    ]
    phrases.sort(key=lambda phrase: phrase[1])
    for number, (days, start, end) in enumerate(phrases[:_MOST]):
        until = phrases[number + 1][1] if number + 1 < len(phrases) else len(low)
        either = _EITHER.search(low, end, until) if shared else None
        if either is not None:
            yield NoticeKind.LETTER, days, start, end
            yield NoticeKind.EMAIL, days, either.start(), either.end()
            continue
        kind = _kind(low, low[end:until])
        if kind is not None:
            yield kind, days, start, end
    for kind, source in _SAME_DAY:
        found = pattern(source).search(low)
        if found is not None:
            yield kind, 0, *found.span()
    if not phrases and _MEMBER.search(low):
        found = _LAID_OPEN.search(low)
        if found is not None:
            yield NoticeKind.ONLINE_MINUTES, 0, *found.span()


def read_presumptions(part: Passage) -> list[Fact]:
    """Return when each way of notice counts as received."""
    facts: dict[NoticeKind, Fact] = {}
    general: set[NoticeKind] = set()
    for sentence in part.sentences:
        if not any(map(sentence.low.__contains__, _DEEMING)) or not _DEEMED.search(sentence.low):
            continue
        rebuttable = _REBUTTABLE.search(sentence.low) is not None
        shared = (
            any(map(sentence.low.__contains__, _OR)) and _EITHER.search(sentence.low) is not None
        )
        for kind, days, begin, stop in _deemed(sentence, shared=shared):
            value = Presumption(kind, days, rebuttable)
            at = (sentence.start + begin, sentence.start + stop)
            before = facts.get(kind)
            if before is None:
                facts[kind] = Fact("presumptions", value, *at)
                if shared:
                    general.add(kind)
            elif isinstance(before.value, Presumption) and before.value.days != days:
                both = (before.value, value)
                if shared:
                    continue
                if kind in general:
                    general.discard(kind)
                    why = "sanottu tästä tavasta erikseen"
                    facts[kind] = Fact("presumptions", value, *at, both, why)
                else:
                    facts[kind] = Fact("presumptions", None, before.start, before.end, both)
    return list(facts.values())


_ENDING = ("viim", "pää", "menn", "määrä", "sist", "stäng", "utgång", "slut", "sen", "upphör")
_LAST_DAY = pattern(
    r"viimei|päätty|mennessä|määräaja|määräpäiv|sista|stäng|utgång|\bslut|senast|upphör"
)
_CLOSE = pattern(
    r"(?:aukiolo\w{0,8}|virka-?aja\w{0,3}|viraston? ?-?aja\w{0,3}|työajan|palveluajan|asiointiajan)"
    r"(?: \w{3,20})? päätty\w{2,8}|ennen (?:\w{3,30} ){0,3}?(?:sulke"
    r"|kiinnimeno)\w{2,8}|aukioloaikana|virka-aikana"
    r"|(?:innan|före|till) (?:\w{3,30} ){0,3}?(?:stäng\w{1,6}|(?:tjänste"
    r"|öppethållnings|öppet)tid\w{0,4} (?:slut|utgång)\w{0,3}"
    r"|upphör)|under (?:\w{3,30} )?(?:tjänstetid|öppethållningstid)\w{0,2}"
    r"|(?:tjänste|öppethållnings)tidens (?:slut|utgång)"
)
_WHOLE_DAY = pattern(
    r"viimeisen päivän (?:aikana|kuluessa)"
    r"|viimeistään (?:\w{3,20} ){0,3}?viimeisenä päivänä|vuorokauden (?:loppu"
    r"|päätty|vaihtu)\w{0,8}"
    r"|(?:klo|kello) (?:24(?:[.:]00)?|23[.:]59)"
    r"|senast (?:under )?(?:\w{2,20} ){0,4}?sista dag\w{0,2}"
    r"|under (?:\w{2,20} ){0,4}?sista dag\w{0,2}"
    r"|dygnets slut|kl\.? ?24"
)
_CLOCK = pattern(
    r"(?<![–-])(?<![–-]\s)(?:klo|kello|klockan|kl\.?) ?(\d{1,2})(?:[.:](\d{2}))?(?!\d|[.:]\d)"
    r"(?! ?[–-] ?\d)"
)
_ELECTRONIC = pattern(r"sähköi|sähköpost|elektronisk|e-post|asiointipalvel|e-tjänst")
_PAPER = pattern(r"paperi|pappers|kirjelmä|postitse|postiin|postin |lähetin|käyntiasioin|per post")
_ABOUT = pattern(
    r"oikaisu|valitu|vaatimu|muutoksenha|asiakirj|kirjelm|määräaja|omprövning"
    r"|besvär|begäran|handling|dokument|rättelse"
)
_CLAUSE_END = pattern(r"[,;]| kun taas | mutta | men | medan | ja ")
_MOVED = pattern(r"arkipäivänä|pyhäpäivä|vardag|helgdag|lueta")


def _cutoff(low: str) -> tuple[Cutoff | time, int, int] | None:
    clock = _CLOCK.search(low)
    if clock is not None and int(clock[1]) < 24 and (int(clock[1]), int(clock[2] or 0)) != (23, 59):
        return time(int(clock[1]), min(int(clock[2] or 0), 59)), *clock.span()
    close = _CLOSE.search(low)
    if close is not None:
        return Cutoff.OFFICE_CLOSE, *close.span()
    whole = _WHOLE_DAY.search(low)
    if whole is not None and (_ELECTRONIC.search(low) or "aikana" in whole[0]):
        return Cutoff.END_OF_DAY, *whole.span()
    return None


def read_cutoffs(part: Passage) -> list[Fact]:
    """Return until when on the last day a paper and an electronic document may arrive."""
    found: dict[str, list[tuple[Cutoff | time, int, int]]] = {}
    for sentence in part.sentences:
        low = sentence.low
        if not any(map(low.__contains__, _ENDING)):
            continue
        if _LAST_DAY.search(low) is None or _ABOUT.search(low) is None or _MOVED.search(low):
            continue
        for begin, clause in _clauses(low):
            cutoff = _cutoff(clause)
            electronic, paper = _ELECTRONIC.search(clause), _PAPER.search(clause)
            if cutoff is None:
                continue
            place = (sentence.start + begin + cutoff[1], sentence.start + begin + cutoff[2])
            if paper or not electronic:
                found.setdefault("paper_cutoff", []).append((cutoff[0], *place))
            if electronic:
                found.setdefault("electronic_cutoff", []).append((cutoff[0], *place))
    return [_settled(name, values) for name, values in found.items()]


def _clauses(low: str) -> Iterator[tuple[int, str]]:
    """Give the clauses of a sentence that tells paper and electronic documents apart."""
    cuts = [0, *(hit.end() for hit in _CLAUSE_END.finditer(low)), len(low)]
    clauses = [(begin, low[begin:end]) for begin, end in pairwise(cuts)]
    channels = [
        clause
        for _, clause in clauses
        if _cutoff(clause) and (_PAPER.search(clause) or _ELECTRONIC.search(clause))
    ]
    yield from clauses if len(channels) > 1 else [(0, low)]


def _settled(name: str, values: list[tuple[Cutoff | time, int, int]]) -> Fact:
    distinct = tuple(dict.fromkeys(value for value, _, _ in values))
    if len(distinct) == 1:
        return Fact(name, *values[0])
    # "Before the registry closes" and the time at which it does say the same.
    times = [one for one in values if isinstance(one[0], time)]
    if (
        len(dict.fromkeys(value for value, _, _ in times)) == 1
        and Cutoff.END_OF_DAY not in distinct
    ):
        value, begin, stop = times[0]
        return Fact(name, value, begin, stop, distinct, "teksti nimeää kellonajan")
    _, begin, stop = values[0]
    return Fact(name, None, begin, stop, distinct)
