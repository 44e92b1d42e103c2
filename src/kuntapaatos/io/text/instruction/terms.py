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

from collections.abc import Container, Iterator
from datetime import date

from attrs import frozen

from kuntapaatos.appeal import Presumption
from kuntapaatos.io.text.dates import find_dates
from kuntapaatos.io.text.facts import Fact, Why
from kuntapaatos.io.text.instruction import words
from kuntapaatos.io.text.instruction.prose import Passage, Sentence, pattern
from kuntapaatos.io.text.periods import Relation, find_ordinal_days, find_periods
from kuntapaatos.io.text.words.patterns import Said
from kuntapaatos.io.text.words.statements import stated
from kuntapaatos.notice.kinds import NoticeKind
from kuntapaatos.remedy.kinds import StartingEvent
from kuntapaatos.time_limit import Period, PeriodUnit

__all__ = ["read_last_day", "read_period", "read_presumptions"]

_REMEDY = pattern(
    r"oikaisu|oikaisemaan|valitu|valitta|muutosta|muutoksenha|muistutu|vaatimu|vaatia|vaatii|uusimi"
    r"|esitettävä|omprövning|besvär|ändring"
    r"|rättelse|anmärkning|överklag|yrkan|begäran"
)
_CONDITION = pattern(
    r"\b(?:jos|mikäli|kuitenkin|poikkeuksellisesti|siinä tapauksessa|om|ifall|i det fall|dock"
    r"|likväl)\b"
)

_RUNS = pattern(r"aika (?:alkaa|lasketaan)|(?:tiden|tidsfristen) (?:börjar|räknas)")
_UNITS = ("päiv", "vuorok", "viik", "kuuka", "vuod", " pv", " vrk", "dag", "veck", "månad", "år")


def _starting(part: Passage, sentence: Sentence, at: int = 0) -> Said | None:
    """Return the event named first after a place of a sentence, and by which words."""
    words = [word for word in part.text.words(sentence) if word.start >= sentence.start + at]
    said = next(stated("starts", words), None)
    if said is None:
        return None
    return said._replace(first=words[said.first].start, last=words[said.last].end)


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
    by_day: list[_Length] = []
    below = False
    for sentence in part.sentences:
        low = sentence.low
        headed, below = below, "aikaotsikko" in part.text.says("known", sentence)
        if not any(map(low.__contains__, _UNITS)):
            continue
        if "katsotaan" in part.text.says("clocks", sentence):
            continue
        told = part.text.says("acts", sentence)
        if told & {"muu", "epävarma"} or not (
            (headed and words.is_bare_time(low, 0))
            or below
            or "aika" in told
            or (
                (_REMEDY.search(low) or "siitä" in told)
                and ("tehdään" in told or words.VERBLESS.match(low))
            )
        ):
            continue
        conditional = _CONDITION.search(low) is not None
        said = headed or below or "aika" in told
        by_day += _by_the_day(sentence, conditional=conditional) if said else ()
        for match in find_periods(low):
            place = (sentence.start + match.start, sentence.start + match.end)
            # "Senast 14 dagar efter": the time within which, not after which.
            latest = words.is_latest(low[: match.start])
            found += [
                _Length(phrase.period, *place, sentence, conditional)
                for phrase in match.candidates or (match.value,)
                if phrase is not None
                and (said or latest or phrase.relation in {Relation.WITHIN, None})
            ]
    # A day's number only where no length is told.
    return found or by_day


def _by_the_day(sentence: Sentence, *, conditional: bool) -> Iterator[_Length]:
    """Give "at the latest on the thirtieth day": as many days as its number says."""
    for match in find_ordinal_days(sentence.low):
        if match.value and words.is_latest(sentence.low[: match.start]):
            place = sentence.start + match.start, sentence.start + match.end
            yield _Length(Period.days(match.value), *place, sentence, conditional)


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
    why = Why.OTHERS_CONDITIONAL if several and value is not None else None
    facts = [Fact("period", value, first.start, first.end, several, why)]
    alike = [one for one in plain if one.period == first.period]
    started = next(filter(None, (_started(part, one) for one in alike)), None)
    return facts if started is None else [*facts, started]


_BY_THEN = pattern(
    r"(?:viimeistään|senast|päättyy|päättyi|utgår|löper ut)(?: \w{2,20}){0,2}\s{1,3}$"
)
_THEN = pattern(r"\s{0,3}(?:klo \d{1,2}(?:[.:]\d{2})? )?mennessä")


def read_last_day(part: Passage) -> list[Fact]:
    """
    Return the last day that the text itself names; of several none is chosen.

    >>> from kuntapaatos.io.text.instruction.prose import prose_of
    >>> text = prose_of("Oikaisuvaatimus on tehtävä viimeistään 15.3.2025.")
    >>> [str(fact.value) for fact in read_last_day(text.passage(0, 50))]
    ['2025-03-15']
    """
    found: dict[date, tuple[int, int]] = {}
    for sentence in part.sentences:
        low = sentence.low
        if not ("viimeist" in low or "senast" in low or "mennessä" in low or "päätty" in low):
            continue
        told = part.text.says("acts", sentence)
        if "muu" in told or not told or not (_REMEDY.search(low) or "aika" in told):
            continue
        for match in find_dates(low):
            if match.value is not None and (
                _BY_THEN.search(low, 0, match.start) or _THEN.match(low, match.end)
            ):
                place = sentence.start + match.start, sentence.start + match.end
                found.setdefault(match.value, place)
    if not found:
        return []
    days = tuple(found)
    value = days[0] if len(days) == 1 else None
    return [Fact("stated_last_day", value, *found[days[0]], days if len(days) > 1 else ())]


def _started(part: Passage, length: _Length) -> Fact | None:
    """Return what starts the time: said after it, before it, or in a sentence of its own."""
    sentence = length.sentence
    begins = _starting(part, sentence, length.end - sentence.start) or _starting(part, sentence)
    others: list[StartingEvent] = []
    for one in part.sentences:
        at = _RUNS.search(one.low)
        told = None if at is None else _starting(part, one, at.end())
        if told is not None and begins is None:
            begins = told
        elif told is not None:
            others.append(StartingEvent(told.name))
    if begins is None:
        return None
    event = StartingEvent(begins.name)
    every = tuple(dict.fromkeys((event, *others)))
    if len(every) > 1:
        # "Within 14 days of notice.  The time runs from the giving": none is chosen.
        return Fact("starts_from", None, begins.first, begins.last, every)
    return Fact("starts_from", event, begins.first, begins.last)


_KINDS = {
    "lasku": NoticeKind.INVOICE,
    "kirje": NoticeKind.LETTER,
    "viesti": NoticeKind.EMAIL,
    "pöytäkirja": NoticeKind.ONLINE_MINUTES,
}
# Ways of notice that count on the day itself.
_SAME_DAY = {
    "saantitodistus": NoticeKind.RECEIPT,
    "luovutus": NoticeKind.HANDED_OVER,
    "julkipano": NoticeKind.POSTING,
    "hankintaviesti": NoticeKind.PROCUREMENT_MESSAGE,
}
_ANNOUNCED, _SUBSTITUTED, _LAID_OPEN = "kuulutus", "sijainen", "nähtäville"
_EITHER, _MEMBER, _REBUTTABLE = "kumpikin", "jäsen", "ellei muuta"
# No sentence states more of them.
_MOST = 12
# Within so many characters a sentence begins with a way of notice.
_NEAR = 12


class _Notices:
    """What a sentence says of the ways of notice, each with its place."""

    def __init__(self, part: Passage, sentence: Sentence) -> None:
        words = part.text.words(sentence)
        self.start = sentence.start
        self.low = sentence.low
        self.said = [
            (said.name, words[said.first].start - self.start, words[said.last].end - self.start)
            for said in stated("notices", words)
        ]

    def first(self, names: Container[str], start: int, end: int) -> tuple[str, int, int] | None:
        """Return what is said first of some ways between two places."""
        return next(
            (one for one in self.said if one[0] in names and start <= one[1] and one[2] <= end),
            None,
        )

    def tells(self, name: str) -> bool:
        return any(said == name for said, _, _ in self.said)

    def kind(self, since: int, begin: int, start: int, end: int) -> NoticeKind | None:
        """
        Return the way of notice that a phrase is about.

        It is named after the phrase, from *start* to *end*, else right before it, from
        *since* to *begin*, else anywhere.
        """
        if self.tells(_SUBSTITUTED):
            return NoticeKind.SUBSTITUTED
        minutes = self.first({"pöytäkirja"}, start, end)
        printed = minutes is not None and self.low.startswith(("pöytä", "proto"), minutes[1])
        if self.tells(_ANNOUNCED) and not printed:
            return NoticeKind.ANNOUNCEMENT
        found = (
            self.first(_KINDS, start, end)
            or next(
                (
                    one
                    for one in reversed(self.said)
                    if one[0] in _KINDS and since <= one[1] <= begin
                ),
                None,
            )
            or self.first(_KINDS, 0, len(self.low))
        )
        return None if found is None else _KINDS[found[0]]

    def named_before(self, start: int, end: int, last: int) -> NoticeKind | None:
        """
        Return the way of notice that stands before its days, between two places.

        "By letter: seven days", or one named before each of several days and none
        behind the *last* of them.
        """
        said = [one for one in self.said if one[0] in _KINDS and start <= one[1] and one[2] <= end]
        if not said:
            return None
        name, _, after = said[-1]
        label = self.low[after : after + 2].lstrip().startswith(":")
        return _KINDS[name] if label or not self.first(_KINDS, last, len(self.low)) else None

    def deemed(self) -> Iterator[tuple[NoticeKind, int, int, int]]:
        """Give the ways of notice, each with its days and place."""
        phrases = _days(self.low)
        shared = self.tells(_EITHER)
        several = len(phrases) > 1 and not shared
        for number, (days, start, end) in enumerate(phrases[:_MOST]):
            until = phrases[number + 1][1] if number + 1 < len(phrases) else len(self.low)
            since = phrases[number - 1][2] if number else 0
            # "Letter – 7 days after it was sent; e-mail – 3 days": each has its own clause.
            since = max(since, self.low.rfind(";", since, start) + 1)
            cut = self.low.find(";", end, until)
            until = until if cut < 0 else cut
            before = self.named_before(since, start, phrases[-1][2]) if several else None
            if before is not None:
                yield before, days, start, end
                continue
            either = self.first({_EITHER}, end, until) if shared else None
            announced = self.first({_ANNOUNCED}, end, until)
            letter = announced and self.first({"kirje"}, end, announced[1])
            if either is not None:
                yield NoticeKind.LETTER, days, start, end
                yield NoticeKind.EMAIL, days, either[1], either[2]
            elif announced is not None and letter is not None:
                # "seven days after the letter was sent or the announcement published".
                yield NoticeKind.LETTER, days, start, end
                yield NoticeKind.ANNOUNCEMENT, days, announced[1], announced[2]
            elif (kind := self.kind(since, start, end, until)) is not None:
                yield kind, days, start, end
        for name, kind in _SAME_DAY.items():
            if (found := self.first({name}, 0, len(self.low))) is not None:
                yield kind, 0, found[1], found[2]
        laid = self.first({_LAID_OPEN}, 0, len(self.low))
        if not phrases and laid is not None and self.tells(_MEMBER):
            yield NoticeKind.ONLINE_MINUTES, 0, laid[1], laid[2]


def _days(low: str) -> list[tuple[int, int, int]]:
    """Return the numbers of days in a sentence, in order, with their places."""
    found = [
        (match.value.period.length, match.start, match.end)
        for match in find_periods(low)
        if match.value is not None and match.value.period.unit is PeriodUnit.DAY
    ]
    found += [
        (match.value, match.start, match.end) for match in find_ordinal_days(low) if match.value
    ]
    return sorted(found, key=lambda phrase: phrase[1])


def _deeming(part: Passage) -> Iterator[tuple[Sentence, bool, bool]]:
    """
    Give the sentences that say when a notice counts as received.

    Of a list, each item; with each, whether it is of everybody and may be rebutted.
    """
    opened: tuple[bool, bool] | None = None
    ended = False
    for sentence in part.sentences:
        clocks = part.text.says("clocks", sentence)
        if "katsotaan" in clocks:
            of_all = "kaikki" in clocks
            yield sentence, of_all, False
            told = _Notices(part, sentence).tells(_REBUTTABLE)
            # "Sinun katsotaan saaneen tiedon", and the ways below it.
            ended, opened = sentence.low.rstrip().endswith("."), (of_all, told)
        elif opened is not None:
            said = _Notices(part, sentence).said
            # Behind a sentence that ended, only what begins with its way: "E-mail: three days".
            goes_on = said and said[0][1] < _NEAR and _days(sentence.low) if ended else True
            if part.text.says("acts", sentence) or not (goes_on and (said or _days(sentence.low))):
                opened = None
            else:
                yield sentence, *opened


def read_presumptions(part: Passage) -> list[Fact]:
    """Return when each way of notice counts as received."""
    facts: dict[NoticeKind, Fact] = {}
    general: set[NoticeKind] = set()
    for sentence, of_all, told in _deeming(part):
        notices = _Notices(part, sentence)
        rebuttable, shared = told or notices.tells(_REBUTTABLE), notices.tells(_EITHER)
        for kind, days, begin, stop in notices.deemed():
            everybody = of_all and kind is NoticeKind.ONLINE_MINUTES
            value = Presumption(kind, days, rebuttable, everybody=everybody)
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
                    why = Why.SAID_OF_THIS_WAY
                    facts[kind] = Fact("presumptions", value, *at, both, why)
                else:
                    facts[kind] = Fact("presumptions", None, before.start, before.end, both)
    return _in_order(facts)


def _in_order(facts: dict[NoticeKind, Fact]) -> list[Fact]:
    """Return the presumptions; none of a letter that would be quicker than a message."""
    letter, message = (facts.get(kind) for kind in (NoticeKind.LETTER, NoticeKind.EMAIL))
    days = [
        fact.value.days
        for fact in (letter, message)
        if fact is not None and isinstance(fact.value, Presumption)
    ]
    if letter and message and len(days) > 1 and days[0] < days[1]:
        # Which days are whose was not understood.
        both = (letter.value, message.value)
        for kind, fact in ((NoticeKind.LETTER, letter), (NoticeKind.EMAIL, message)):
            facts[kind] = fact._replace(value=None, candidates=both)
    return list(facts.values())
