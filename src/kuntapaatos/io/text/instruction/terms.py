"""
The time an instruction gives: how long, from what, when a notice counts.

>>> from kuntapaatos.io.text.instruction.prose import prose_of
>>> text = prose_of("Oikaisuvaatimus on tehtävä 14 päivän kuluessa päätöksen tiedoksisaannista.")
>>> for fact in read_period(text.passage(0, 80)):
...     print(fact.field, fact.value)
period 14 päivää
starts_from StartingEvent.NOTICE
"""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from kuntapaatos.appeal import Presumption
from kuntapaatos.io.text.facts import Fact
from kuntapaatos.io.text.grammar import Relation, find_ordinal_days, find_periods
from kuntapaatos.io.text.instruction import words
from kuntapaatos.io.text.instruction.headed import is_bare_time, is_time_heading
from kuntapaatos.io.text.instruction.prose import Passage, Sentence, pattern
from kuntapaatos.notice.kinds import NoticeKind
from kuntapaatos.remedy.kinds import StartingEvent
from kuntapaatos.time_limit import Period, PeriodUnit

__all__ = ["read_period", "read_presumptions"]

_DEEMED = pattern(r"\bkatso(?:taan|ttava|tuista|a)\b|\banses\b|\banse\b|\bräknas det som\b")
_DEEMING = ("kats", "anse", "räknas")
_REMEDY = pattern(
    r"oikaisu|valitu|valitta|muutosta|muutoksenha|muistutu|vaatimu|vaatia|uusimi"
    r"|esitettävä|omprövning|besvär|ändring"
    r"|rättelse|anmärkning|överklag|yrkan|begäran"
)
_ACT = pattern(
    r"tehtävä|tehdä|toimitettava|esitettävä|vaatia|hakea|haetaan|valittaa|pyytää|aika"
    r"|viimeistään|saattaa|jätettävä|jätetään oikaisuv|on oltava|vara framme"
    r"|lämna|göra|begära|framställa|anföra|tid(?:en)? |sökas?|inom"
)
_OTHER_ACT = pattern(
    r"maksettava|täydent|otteita|otteen|perittäv|palautettava|sopimus voidaan"
    r"|odotusaika (?:on|alkaa)|väntetiden (?:är|börjar)|seitsemän päivän kuluttua"
)
_CONDITION = pattern(
    r"\b(?:jos|mikäli|kuitenkin|poikkeuksellisesti|siinä tapauksessa|om|ifall|i det fall|dock"
    r"|likväl)\b"
)

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
            r"|\b(?:saanut|saaneet|sai|saitte) (?:\w{3,20} ){0,4}?tie(?:don|doksi)"
            r"|saamisesta|delfå|f(?:ått|ick|år) del|tagit del"
            r"|delgiv|delgav|delges|tiedon saa|tiedoksi saa"
            r"|saatu (?:\w{3,20} ){0,2}?tie(?:to|doksi)|kännedom"
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
    (StartingEvent.CHARGE, r"maksun? (?:on )?määrä|virhemaksun"),
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
    below = False
    for sentence in part.sentences:
        low = sentence.low
        headed, below = below, is_time_heading(low)
        if (
            not any(map(low.__contains__, _UNITS))
            or not (
                (headed and is_bare_time(low, 0))
                or (_REMEDY.search(low) and (_ACT.search(low) or words.VERBLESS.match(low)))
            )
            or _DEEMED.search(low)
            or _OTHER_ACT.search(low)
        ):
            continue
        conditional = _CONDITION.search(low) is not None
        said = words.TIME_SAID.search(low) is not None
        for match in find_periods(low):
            place = (sentence.start + match.start, sentence.start + match.end)
            # "Senast 14 dagar efter": the time within which, not after which.
            latest = low[: match.start].rstrip().endswith(("senast", "viimeistään"))
            found += [
                _Length(phrase.period, *place, sentence, conditional)
                for phrase in match.candidates or (match.value,)
                if phrase is not None
                and (said or latest or phrase.relation in {Relation.WITHIN, None})
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


_LETTER = pattern(
    r"kirje|posti|päätöksen (?:katsotaan [^.\n]{3,60} sen )?lähettämis"
    r"|\bbrev|\bpost(?:as|ats|ades|en)\b"
)
_MESSAGE = pattern(r"viesti|sähköpost|sähköi|elektronisk|e-post|meddelande|e-mejl|e-mail")
_MINUTES = pattern(
    r"pöytäkir|protokoll|tietoverk|datanät|informationsnät|verkkosivu|nähtäv"
    r"|framlag|lagts fram|tillgänglig"
    r"|julkais|webbplats|webbsid"
)
_PUBLIC = pattern(
    r"yleistiedoksian|kuulutu|kungörelse|offentlig delgivning"
    r"|ilmoitus on julkaistu|ilmoituksen julkaise|meddelandet (?:har )?publicer"
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
            r"|den dag,? (?:då|när) [^\n]{0,60}meddelande"
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
        announced = _PUBLIC.search(low, end, until)
        letter = _LETTER.search(low, end, announced.start()) if announced else None
        if announced is not None and letter is not None:
            # "seven days after the letter was sent or the announcement published".
            yield NoticeKind.LETTER, days, start, end
            yield NoticeKind.ANNOUNCEMENT, days, *announced.span()
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
