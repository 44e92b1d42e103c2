"""
The one voice of a language: its sentences, and days, sums, lists and periods in it.

Every text for a person goes through it: an answer in sentences, a report, a picture.
`t("...")` says a phrase by its English text and `later` marks one that a table holds;
`tools/make_catalogues.py` collects both.  Spaces are ordinary ones; `finished` binds
those that must not be broken.

>>> from datetime import date, time
>>> t = Voice("sv")
>>> t("{day} before {clock}", day=t.weekday(date(2025, 1, 3)), clock=t.clock(time(15, 0)))
'fre 3.1.2025 före kl. 15.00'
>>> from decimal import Decimal
>>> t.money(Decimal(24000)), t.listed(["en", "två"]), t.period(Period.days(14))
('24 000,00 €', 'en och två', '14 dagar')
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Iterable
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import Enum
from typing import Any

from attrs import evolve

from kuntapaatos.decision import OfficeHolder, Organ, RecordId
from kuntapaatos.fees import Amount, ForeignAmount, Term
from kuntapaatos.instruction import Authority, Presumption
from kuntapaatos.io.wording import answering as a
from kuntapaatos.io.wording import sentences as s
from kuntapaatos.io.wording.catalogue import Catalogue, catalogue
from kuntapaatos.io.wording.terms import ACTS, COURT
from kuntapaatos.law import Provision
from kuntapaatos.membership import CostCentre
from kuntapaatos.money import Rate
from kuntapaatos.municipalities import Municipality
from kuntapaatos.notice import NoticeKind, Track
from kuntapaatos.office_hours import OfficeHours, Opening
from kuntapaatos.remedy import AppealProhibition, Entitled, Remedy
from kuntapaatos.shown import shown
from kuntapaatos.time_limit import Period

__all__ = ["CITED", "FINNISH", "Voice", "bare_clock", "capital", "later", "one_line"]

FINNISH = "fi"
"""The language of a text for which none is asked: the one that decisions have."""

_ENGLISH, _SWEDISH = "en", "sv"
_LOCALES = {"fi": "fi_FI", "sv": "sv_FI", "en": "en_GB"}
_SPACES = re.compile("[\u00a0\u2009\u202f]")
_ONE_DAY = timedelta(days=1)
_BOUND = re.compile(
    r"(?<=\d) (?=[§€]|(?:\d{3} ){0,4}\d{3},\d\d €)|(?<=\bklo) (?=\d)|(?<=\bkl\.) (?=\d)"
)


# An act's name, its number, and what follows.
CITED = re.compile(r"([^;()]{1,200})( \(\d{1,4}/\d{4}\)(?: [^;()]{1,200})?)")


# What a reader of texts from pages mends or takes for a quotation: ligatures, a section
# sign in the wrong encoding.
_CLEANED = re.compile('\\A"|[\ufb00-\ufb06]|\u00c2\u00a7')


def bare_clock(clock: time) -> str:
    """Return a time of day with as much of it as there is: 15.00, 15.00.30."""
    shown_time = f"{clock.hour}.{clock.minute:02}"
    if clock.second or clock.microsecond:
        shown_time += f".{clock.second:02}"
    return f"{shown_time},{clock.microsecond:06}" if clock.microsecond else shown_time


def capital(text: str) -> str:
    """
    Return a text with a capital letter in front.

    >>> capital("päätös KHO:n ohjeella")
    'Päätös KHO:n ohjeella'
    """
    return text[:1].upper() + text[1:]


def one_line(text: str) -> str:
    r"""
    Return a text as it stands in a line; what no line can hold as it is, quoted.

    >>> print(one_line("Mallilan kunta"), one_line("Mallilan\nkunta"))
    Mallilan kunta "Mallilan\nkunta"
    """
    bare = text.isprintable() and unicodedata.is_normalized("NFC", text)
    if text and text == text.strip() and "  " not in text and bare and not _CLEANED.search(text):
        return text
    return json.dumps(text)


def later(text: str) -> str:
    """Mark a phrase that is said later, and return it as it is."""
    return text


_TRACKS = {
    Track.PARTY: later("party"),
    Track.MEMBER: later("member"),
    Track.EVERYBODY: later("everybody"),
}
_WAYS = {
    NoticeKind.EMAIL: later("electronic message"),
    NoticeKind.PROCUREMENT_MESSAGE: later("electronic message"),
    NoticeKind.ONLINE_MINUTES: later("online publication"),
    NoticeKind.ANNOUNCEMENT: later("announcement"),
    NoticeKind.RECEIPT: later("signed receipt"),
}


class Voice:
    """
    What is said in one language, and how values look in it.

    Args:
        language: A BCP 47 tag.

    Raises:
        InvalidValue: There is no such language.

    Attributes:
        words: The catalogue.
        language: The code of the language, such as "sv".
    """

    def __init__(self, language: str) -> None:
        self.words: Catalogue = catalogue(language)
        self.language: str = self.words.language
        self._locale = _LOCALES[self.language]

    def __call__(self, said: str | s.Sentence, /, **places: object) -> str:
        """Return a sentence or a phrase, with what is given in its places."""
        return self.words.say(s.Sentence(said) if isinstance(said, str) else said, **places)

    def many(self, one: str, several: str, count: int) -> str:
        """Return the form of a phrase for a number."""
        return self.counted(s.Sentence(one, many=several), count)

    def counted(self, sentence: s.Sentence, count: int, **places: object) -> str:
        """Return the form of a sentence for a number."""
        return self.words.plural(sentence, count).format(count=count, **places)

    def term(self, member: Enum) -> str:
        """Return the law's word for a member of an enum."""
        return self.words.term(member)

    def finished(self, text: str, *, plain: bool) -> str:
        """Return a text with plain spaces only, or with those bound that must not be broken."""
        return text if plain else _BOUND.sub("\u00a0", text)

    def track(self, track: Track) -> str:
        """Return whose clock it is, in a word or two."""
        return self(_TRACKS[track])

    def way(self, kind: NoticeKind) -> str:
        """Return a way of notice in a word or two."""
        return self(_WAYS[kind]) if kind in _WAYS else self.term(kind)

    def who(self, entitled: Iterable[Entitled]) -> str:
        """Return who may use a remedy, each in a word or two."""
        return ", ".join(
            self.track(Track.PARTY) if one is Entitled.PARTY else self.term(one) for one in entitled
        )

    def day(self, day: date) -> str:
        """Return a day: 30.12.2024."""
        return self(s.DAY, day=day.day, month=day.month, year=day.year)

    def clock(self, clock: time) -> str:
        """Return a time of day: klo 15.00, kl. 15.00."""
        return self(s.CLOCK, time=bare_clock(clock))

    def moment(self, moment: datetime) -> str:
        """Return a day and a time of day, local as they stand."""
        return self(s.MOMENT, day=self.day(moment), clock=self.clock(moment.timetz()))

    def weekday(self, day: date) -> str:
        """Return a day with its day of the week."""
        return f"{self(s.WEEKDAYS[day.weekday()])} {self.day(day)}"

    def ending(self, moment: datetime, *, weekday: bool = True) -> tuple[str, str]:
        """
        Return the day and the time of a closing: midnight is 24.00 of the day that ends.

        >>> Voice("sv").ending(datetime(2026, 7, 2), weekday=False)
        ('1.7.2026', '24.00')
        """
        day, clock = moment.date(), bare_clock(moment.timetz())
        if moment.time() == time():
            day, clock = day - _ONE_DAY, "24.00"
        return self.weekday(day) if weekday else self.day(day), clock

    def until(self, moment: datetime, *, weekday: bool = True) -> str:
        """
        Return a closing moment.

        >>> Voice("fi").until(datetime(2026, 7, 2))
        'ke 1.7.2026 klo 24.00'
        """
        day, clock = self.ending(moment, weekday=weekday)
        return self(s.MOMENT, day=day, clock=self(s.CLOCK, time=clock))

    def before(self, moment: datetime) -> str:
        """
        Return that something must be done before a closing moment.

        >>> Voice("en").before(datetime(2025, 1, 3, 15, 0))
        'Fri 3.1.2025 before 15.00'
        """
        day, clock = self.ending(moment)
        return self("{day} before {clock}", day=day, clock=self(s.CLOCK, time=clock))

    def period(self, period: Period) -> str:
        """Return a period: 14 päivää, 14 dagar."""
        return self.counted(s.PERIODS[period.unit], period.length)

    def money(self, amount: Decimal) -> str:
        """
        Return a sum of euros.

        >>> Voice("sv").money(Decimal(24000)), Voice("en").money(Decimal(24000))
        ('24 000,00 €', '€24,000.00')
        """
        from babel.numbers import format_currency

        cents = round(amount, 2) == amount
        sum_ = format_currency(amount, "EUR", locale=self._locale, decimal_quantization=cents)
        return _SPACES.sub(" ", sum_)

    def number(self, number: Decimal | int) -> str:
        """
        Return a number with its thousands apart, as fine as it is.

        >>> Voice("sv").number(Decimal("36297.125")), Voice("en").number(36297)
        ('36 297,125', '36,297')
        """
        from babel.numbers import format_decimal

        return _SPACES.sub(
            " ", format_decimal(number, locale=self._locale, decimal_quantization=False)
        )

    def per(self, word: str) -> str:
        """
        Return by what a sum is counted; a word of somebody's own as it is.

        >>> Voice("sv").per("vuosi")
        'år'
        """
        return self(a.PER[word]) if word in a.PER else word

    def listed(self, items: Iterable[str]) -> str:
        """Return a list within a sentence: yksi, kaksi ja kolme."""
        from babel.lists import format_list

        return format_list(list(items), locale=self._locale)

    def source(self, provision: Provision) -> str:
        """
        Return a provision as it is cited, by the act's own name in the language.

        An English text has no name of its own for the act, so it gives the number too.

        >>> section = Provision("Kuntalaki", "410/2015", "138 §")
        >>> Voice("sv").source(section), Voice("en").source(section)
        ('kommunallagen 138 §', 'Kuntalaki (410/2015) 138 §')
        """
        if self.language == _ENGLISH and " " not in provision.act:
            return provision.full
        return str(evolve(provision, act=self.act(provision.act)))

    def sources(self, provisions: Iterable[Provision]) -> str:
        """Return provisions as they are cited, one after the other."""
        return ", ".join(map(self.source, provisions))

    def full(self, provision: Provision) -> str:
        """Return a provision with the act's whole name and number."""
        return evolve(provision, act=self.act(provision.act)).full

    def cited(self, text: str) -> str:
        """
        Return a text of whole citations with each act's name in the language; another as it is.

        >>> Voice("sv").cited("Kuntalaki (410/2015) 134, 138 §")
        'kommunallagen (410/2015) 134, 138 §'
        """
        found = [CITED.fullmatch(part) for part in text.split("; ")]
        if not all(one is not None and one[1] in ACTS for one in found):
            return text
        return "; ".join(self.act(one[1]) + one[2] for one in found if one is not None)

    def act(self, name: str) -> str:
        """Return the name of an act, or of a decision of the Supreme Administrative Court."""
        if name in ACTS:
            return self(s.Sentence(name, context="Act"))
        court, colon, case = name.partition(COURT)
        if colon and not court:
            return self(s.Sentence(COURT, context="Act")) + case
        return name

    def amount(self, amount: Amount) -> str:
        """Return a sum, as exact as it is stated."""
        given = {"sum": self.money(amount.euros)}
        if amount.up_to is None:
            return self(a.AMOUNTS[amount.exactness], **given)
        given["up_to"] = self.money(amount.up_to)
        between = a.AMOUNTS[amount.exactness] if amount.most is not None else a.ABOUT_BETWEEN
        return self(between, **given)

    def foreign(self, amount: ForeignAmount) -> str:
        """Return a sum in another currency, with the euros that the text states."""
        given = {"sum": self.number(amount.sum), "currency": amount.currency}
        if amount.in_euros is None:
            return self(a.FOREIGN, **given)
        return self(a.FOREIGN_EUROS, euros=self.amount(amount.in_euros), **given)

    def remedy(self, remedy: Remedy) -> str:
        """Return a remedy of the law, with its period."""
        known = (self.term(remedy.kind), remedy.period and self.period(remedy.period))
        return ", ".join(part for part in known if part)

    def presumption(self, value: Presumption) -> str:
        """Return on which day a notice counts as received: kirje + 7 päivää."""
        return f"{self.term(value.kind)} + {self.period(Period.days(value.days))}"

    def ban(self, value: AppealProhibition) -> str:
        """Return that no appeal may be made, and why."""
        title = self(s.BAN_TITLE).lower()
        return title if value.ground is None else f"{title} ({self.term(value.ground)})"

    def place(self, value: Municipality) -> str:
        """
        Return the name of a municipality in the language: Pargas for Parainen.

        >>> from kuntapaatos import municipality
        >>> Voice("sv").place(municipality("Parainen"))
        'Pargas'
        """
        return value.name_sv if self.language == _SWEDISH else value.name

    def value(self, value: object) -> str:
        """Return any value on one line; what has no words of its own, as it shows itself."""
        look = _look(value)
        return shown(value) if look is None else look(self, value)

    def has_words(self, value: object) -> bool:
        """Return whether a value has one line in this language."""
        if _look(value) is not None:
            return True
        return self.language == FINNISH and type(value).__str__ is not object.__str__

    def hours(self, hours: OfficeHours) -> str:
        """Return opening hours: ma–to klo 8.00–16.00; pe klo 8.00–15.00."""
        parts: list[str] = []
        first = 0
        for last in range(7):
            if last == 6 or hours.week[last + 1] != hours.week[first]:
                opening = hours.week[first]
                if opening is not None:
                    parts.append(self._open(self._weekdays(first, last), opening))
                first = last + 1
        if not parts:
            parts.append(self._open(self._weekdays(0, 6), None))
        if hours.eves is not None:
            parts.append(self._open(self(s.EVES), hours.eves))
        for named in hours.days:
            days = self.day(named.first)
            if named.last != named.first:
                days += f"–{self.day(named.last)}"
            parts.append(self._open(days, named.opening))
        if hours.valid_from is not None:
            parts.append(self(s.FROM, day=self.day(hours.valid_from)))
        if hours.valid_until is not None:
            parts.append(self(s.UNTIL, day=self.day(hours.valid_until)))
        return "; ".join(parts)

    def _weekdays(self, first: int, last: int) -> str:
        ends = dict.fromkeys((first, last))
        return "–".join(self(s.WEEKDAYS[day]) for day in ends)

    def _open(self, days: str, opening: Opening | None) -> str:
        if opening is None:
            return self(s.CLOSED, days=days)
        ends = {"opens": bare_clock(opening.opens), "closes": bare_clock(opening.closes)}
        return self(s.OPEN, days=days, **ends)


def _unknown(t: Voice, _: object) -> str:
    return t(a.UNKNOWN)


def _holder(t: Voice, holder: OfficeHolder) -> str:
    return t.term(holder.kind) if holder.title is None else holder.title


def _as_it_is(_: Voice, value: object) -> str:
    return str(value)


def _truth(t: Voice, value: bool) -> str:  # noqa: FBT001 - the value itself
    return t("yes") if value else t("no")


# A datetime is a date and a truth an int: the narrower one stands first.
_LOOKS: tuple[tuple[type, Callable[[Voice, Any], str]], ...] = (
    (type(None), _unknown),
    (Enum, Voice.term),
    (bool, _truth),
    (datetime, Voice.moment),
    (date, Voice.day),
    (time, Voice.clock),
    (Period, Voice.period),
    (Rate, Voice.number),
    (Decimal, Voice.money),
    (Amount, Voice.amount),
    (ForeignAmount, Voice.foreign),
    (OfficeHours, Voice.hours),
    (Provision, Voice.source),
    (Municipality, Voice.place),
    (Remedy, Voice.remedy),
    (Presumption, Voice.presumption),
    (OfficeHolder, _holder),
    (AppealProhibition, Voice.ban),
    # A document's own words, and what is the same in every language.
    *((own, _as_it_is) for own in (str, int, Term, RecordId, Organ, CostCentre)),
    *((own, _as_it_is) for own in (Opening, Authority)),
)


def _look(value: object) -> Callable[[Voice, Any], str] | None:
    return next((look for family, look in _LOOKS if isinstance(value, family)), None)
