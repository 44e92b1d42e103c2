"""
Days, times, sums, lists and periods as Finland writes them in each language.

A non-breaking space (U+00A0) stands inside a sum, between a number and the sign of a
section or of euros, and between "klo" and the time; `plain=True` makes each of them an
ordinary space, for forms that take no other.

>>> from datetime import date, time
>>> swedish = Forms(catalogue("sv"), plain=True)
>>> swedish.day(date(2024, 12, 30)), swedish.clock(time(15, 0)), swedish.period(Period.days(14))
('30.12.2024', 'kl. 15.00', '14 dagar')
>>> from decimal import Decimal
>>> swedish.money(Decimal(24000)), swedish.listed(["en", "två"])
('24 000,00 €', 'en och två')
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import Enum

from attrs import evolve

from kuntapaatos.closing import Cutoff
from kuntapaatos.instruction import Presumption
from kuntapaatos.io.wording import sentences as s
from kuntapaatos.io.wording.answering import PER, UNKNOWN
from kuntapaatos.io.wording.catalogue import Catalogue, catalogue
from kuntapaatos.io.wording.terms import ACTS, COURT
from kuntapaatos.law import Provision
from kuntapaatos.notice import NoticeKind
from kuntapaatos.office_hours import OfficeHours, Opening
from kuntapaatos.remedy import AppealProhibition, Remedy
from kuntapaatos.shown import shown
from kuntapaatos.steps import Step
from kuntapaatos.time_limit import Period, PeriodUnit
from kuntapaatos.workdays import ClosedDay

__all__ = ["Forms", "bare_clock", "capital", "catalogue", "one_line"]

_SPACES = re.compile("[\u00a0\u2007\u2009\u202f]")
_BOUND = re.compile(r"(?<=\d) (?=[§€])|(?<=\bklo) (?=\d)|(?<=\bkl\.) (?=\d)")


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


class Forms:
    """
    How values look in one language.

    Attributes:
        words: The catalogue.
        plain: Whether every space is an ordinary one.
    """

    def __init__(self, words: Catalogue, *, plain: bool = False) -> None:
        self.words = words
        self.plain = plain

    def finished(self, text: str) -> str:
        """Return a text with its spaces bound, or all of them plain."""
        return _SPACES.sub(" ", text) if self.plain else _BOUND.sub("\u00a0", text)

    def day(self, day: date) -> str:
        """Return a day: 30.12.2024."""
        return self.words.say(s.DAY, day=day.day, month=day.month, year=day.year)

    def clock(self, clock: time) -> str:
        """Return a time of day: klo 15.00, kl. 15.00."""
        return self.words.say(s.CLOCK, time=bare_clock(clock))

    def moment(self, moment: datetime) -> str:
        """Return a day and a time of day, local as they stand."""
        return self.words.say(s.MOMENT, day=self.day(moment), clock=self.clock(moment.timetz()))

    def closing(self, moment: datetime) -> str:
        """
        Return the moment by which something must be done: midnight is 24.00 of the day before.

        >>> Forms(catalogue("sv"), plain=True).closing(datetime(2026, 7, 2))
        '1.7.2026 kl. 24.00'
        """
        if moment.time() != time():
            return self.moment(moment)
        day = self.day(moment.date() - timedelta(days=1))
        return self.words.say(s.MOMENT, day=day, clock=self.words.say(s.CLOCK, time="24.00"))

    def detail(self, step: Step) -> str:
        """Return what a step counted or why it moved, which the step holds in Finnish."""
        for kind in (NoticeKind, ClosedDay, Cutoff):
            for member in kind:
                if member.value == step.detail:
                    return self.words.term(member)
        length = step.detail.partition(" ")[0]
        if length.isdecimal() and int(length):
            for unit in PeriodUnit:
                period = Period(unit, int(length))
                if str(period) == step.detail:
                    return self.period(period)
        return step.detail

    def period(self, period: Period) -> str:
        """Return a period: 14 päivää, 14 dagar."""
        form = self.words.plural(s.PERIODS[period.unit], period.length)
        return form.format(count=period.length)

    def money(self, amount: Decimal) -> str:
        """Return a sum of euros."""
        from babel.numbers import format_currency

        locale = self.words.template(s.LOCALE)
        shown_sum = format_currency(amount, "EUR", locale=locale)
        return _SPACES.sub(" ", shown_sum) if self.plain else shown_sum

    def per(self, word: str) -> str:
        """
        Return by what a sum is counted; a word of somebody's own as it is.

        >>> Forms(catalogue("sv")).per("vuosi")
        'år'
        """
        return self.words.template(PER[word]) if word in PER else word

    def listed(self, items: Iterable[str]) -> str:
        """Return a list within a sentence: yksi, kaksi ja kolme."""
        from babel.lists import format_list

        return format_list(list(items), locale=self.words.template(s.LOCALE))

    def source(self, provision: Provision) -> str:
        """
        Return a provision as it is cited, by the act's own name in the language.

        >>> Forms(catalogue("sv")).source(Provision("Kuntalaki", "410/2015", "138 §"))
        'kommunallagen 138 §'
        """
        return str(evolve(provision, act=self.act(provision.act)))

    def sources(self, provisions: Iterable[Provision]) -> str:
        """Return provisions as they are cited, one after the other."""
        return ", ".join(map(self.source, provisions))

    def full(self, provision: Provision) -> str:
        """Return a provision with the act's whole name and number."""
        return evolve(provision, act=self.act(provision.act)).full

    def act(self, name: str) -> str:
        """Return the name of an act, or of a decision of the Supreme Administrative Court."""
        if name in ACTS:
            return self.words.template(s.Sentence(name, context="Act"))
        court, colon, case = name.partition(COURT)
        if colon and not court:
            return self.words.template(s.Sentence(COURT, context="Act")) + case
        return name

    def value(self, value: object) -> str:
        """Return any value that a finding or a doubt holds."""
        if isinstance(value, datetime):
            return self.moment(value)
        if isinstance(value, date):
            return self.day(value)
        if isinstance(value, time):
            return self.clock(value)
        if isinstance(value, Period):
            return self.period(value)
        if isinstance(value, Decimal):
            return self.money(value)
        if isinstance(value, Remedy):
            known = (self.words.term(value.kind), value.period and self.period(value.period))
            return ", ".join(part for part in known if part)
        if isinstance(value, Presumption):
            days = self.words.plural(s.PERIOD_DAYS, value.days).format(count=value.days)
            return f"{self.words.term(value.kind)} + {days}"
        if isinstance(value, AppealProhibition):
            title = self.words.template(s.BAN_TITLE).lower()
            return title if value.ground is None else f"{title} ({self.words.term(value.ground)})"
        if isinstance(value, Enum):
            return self.words.term(value)
        return self.words.say(UNKNOWN) if value is None else shown(value)

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
            parts.append(self._open(self.words.template(s.EVES), hours.eves))
        for named in hours.days:
            days = self.day(named.first)
            if named.last != named.first:
                days += f"–{self.day(named.last)}"
            parts.append(self._open(days, named.opening))
        if hours.valid_from is not None:
            parts.append(self.words.say(s.FROM, day=self.day(hours.valid_from)))
        if hours.valid_until is not None:
            parts.append(self.words.say(s.UNTIL, day=self.day(hours.valid_until)))
        return "; ".join(parts)

    def _weekdays(self, first: int, last: int) -> str:
        ends = dict.fromkeys((first, last))
        return "–".join(self.words.template(s.WEEKDAYS[day]) for day in ends)

    def _open(self, days: str, opening: Opening | None) -> str:
        if opening is None:
            return self.words.say(s.CLOSED, days=days)
        ends = {"opens": bare_clock(opening.opens), "closes": bare_clock(opening.closes)}
        return self.words.say(s.OPEN, days=days, **ends)
