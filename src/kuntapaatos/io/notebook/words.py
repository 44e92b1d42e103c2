"""
The few words that stand in a picture, in Finnish, Swedish and English.

>>> from datetime import date
>>> words("en").day(date(2025, 1, 3)), words("sv").day(date(2025, 1, 3))
('3 Jan 2025', '3.1.2025')
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time
from decimal import Decimal
from typing import NamedTuple

from kuntapaatos.doubts import DoubtCode
from kuntapaatos.errors import InvalidValue
from kuntapaatos.finality import Missing
from kuntapaatos.money import grouped, written
from kuntapaatos.notice import NoticeKind, Track
from kuntapaatos.time_limit import Period, PeriodUnit
from kuntapaatos.workdays import ClosedDay, closed_day, closed_day_name

__all__ = ["Words", "words"]


class Words(NamedTuple):
    """
    What a picture says in one language; sentences have named places.

    Attributes:
        language: "fi", "sv" or "en".
        weekdays: Monday to Sunday, short.
        months: January to December, short.
        date_form: A day, with `day`, `month` and `name` of the month, and `year`.
        day_form: The first of a month in a calendar.
        clock_form: A time of day, with `hour` and `minute`.
        midnight: The end of a day.
        kinds: The ways of notice.
        tracks: Whose clock it is.
        missing: Why a clock has not started.
        units: A period's unit, one and several.
        lines: Everything else, by its name in code.
    """

    language: str
    weekdays: tuple[str, ...]
    months: tuple[str, ...]
    date_form: str
    day_form: str
    clock_form: str
    midnight: str
    kinds: Mapping[NoticeKind, str]
    tracks: Mapping[Track, str]
    missing: Mapping[Missing, str]
    units: Mapping[PeriodUnit, tuple[str, str]]
    lines: Mapping[str, str]

    def day(self, day: date) -> str:
        """Return a day with its year."""
        name = self.months[day.month - 1]
        return self.date_form.format(day=day.day, month=day.month, name=name, year=day.year)

    def weekday(self, day: date) -> str:
        """Return a day with its year and the day of the week."""
        return f"{self.weekdays[day.weekday()]} {self.day(day)}"

    def first_of_month(self, day: date) -> str:
        """Return the first day of a month as it stands in a calendar."""
        return self.day_form.format(day=day.day, month=day.month, name=self.months[day.month - 1])

    def clock(self, clock: time) -> str:
        """Return a time of day."""
        return self.clock_form.format(hour=clock.hour, minute=clock.minute)

    def period(self, period: Period) -> str:
        """Return a length of time."""
        one, several = self.units[period.unit]
        return f"{period.length} {one if period.length == 1 else several}"

    def holiday(self, day: date) -> str | None:
        """Return the name of a named day; `None` for a workday and a plain week end."""
        name = closed_day(day)
        if name is None or name in {ClosedDay.SATURDAY, ClosedDay.SUNDAY}:
            return None
        return self.closed(day)

    def closed(self, day: date) -> str:
        """Return the name of a day on which no time limit ends."""
        # The Finnish terms are ours; the other names are slower to load.
        name = closed_day(day) if self.language == "fi" else closed_day_name(day, self.language)
        return name.value if isinstance(name, ClosedDay) else str(name)

    def doubt(self, code: DoubtCode) -> str:
        """Return what is left open."""
        if self.language == "fi":
            return code.value
        from kuntapaatos.io.wording.catalogue import catalogue

        return catalogue(self.language).term(code)

    def number(self, number: int) -> str:
        """Return a whole number with its thousands apart."""
        return f"{number:,}" if self.language == "en" else grouped(number)

    def money(self, amount: Decimal) -> str:
        """Return a sum of euros with its cents."""
        if self.language == "en":
            return f"€{amount:,.2f}"
        return written(amount)

    def say(self, line: str, **given: object) -> str:
        """Return one of the lines with what is given in its places."""
        return self.lines[line].format(**given)


_FI = Words(
    language="fi",
    weekdays=("ma", "ti", "ke", "to", "pe", "la", "su"),
    months=(
        *("tammi", "helmi", "maalis", "huhti", "touko", "kesä"),
        *("heinä", "elo", "syys", "loka", "marras", "joulu"),
    ),
    date_form="{day}.{month}.{year}",
    day_form="{day}.{month}.",
    clock_form="{hour}.{minute:02}",
    midnight="24.00",
    kinds={kind: kind.value for kind in NoticeKind},
    tracks={track: track.value for track in Track},
    missing={missing: missing.value for missing in Missing},
    units={
        PeriodUnit.DAY: ("päivä", "päivää"),
        PeriodUnit.WEEK: ("viikko", "viikkoa"),
        PeriodUnit.MONTH: ("kuukausi", "kuukautta"),
        PeriodUnit.YEAR: ("vuosi", "vuotta"),
    },
    lines={
        "title": "Määräajan päivät",
        "title_last": "Määräajan päivät: viimeinen päivä {days}",
        "sent": "{day} lähetetty: {kind}",
        "published": "{day} julkaistu: {kind}",
        "told": "{day} {kind}",
        "notified": "{day} tiedoksi; tätä päivää ei lueta",
        "notified_at_once": "{day} tiedoksi: {kind}; tätä päivää ei lueta",
        "period": "määräaika {period}: {first} – {last}",
        "moved": "{day} on {name}: siirtyy seuraavaan arkipäivään",
        "last": "viimeinen päivä {day}, ennen klo {clock}",
        "last_day_end": "viimeinen päivä {day}, vuorokauden loppuun",
        "last_closed": "viimeinen päivä {day},"
        " mutta kirjaamo on auki viimeksi {until} klo {clock} asti",
        "last_unknown": "viimeinen päivä {day}; aukioloaika ei ole tiedossa",
        "doubt_day": "tulkinnanvarainen: viimeinen päivä voi olla vasta {day}",
        "doubt_clock": "tulkinnanvarainen: kellonaika voi olla myös {clocks}",
        "doubt": "tulkinnanvaraista: {what}",
        "final": "lainvoimainen {day}, jos kukaan ei hae muutosta",
        "not_started": "{track}: {missing}",
        "not_counted": "lainvoimaisuutta ei voida laskea",
        "closed": "ei arkipäivä: la, su",
        "closed_named": "ei arkipäivä: la, su; {names}",
        "named_day": "{day} {name}",
        "weeks": "{count} viikkoa",
        "same": "{count} samanlaista",
        "shut": "kiinni",
        "fees_title": "Maksut asukasluvun mukaan: {network} {term}",
        "inhabitants": "{low} – {high} asukasta",
        "inhabitants_from": "{low} asukasta tai enemmän",
        "fee": "{fee} vuodessa, {total} kaudessa",
        "unknown": "ei tiedossa",
        "source": "Lähde: {source}",
    },
)

_SV = Words(
    language="sv",
    weekdays=("må", "ti", "on", "to", "fr", "lö", "sö"),
    months=(
        *("jan.", "feb.", "mars", "april", "maj", "juni"),
        *("juli", "aug.", "sep.", "okt.", "nov.", "dec."),
    ),
    date_form="{day}.{month}.{year}",
    day_form="{day}.{month}.",
    clock_form="{hour}.{minute:02}",
    midnight="24.00",
    kinds={
        NoticeKind.LETTER: "brev",
        NoticeKind.EMAIL: "elektroniskt meddelande",
        NoticeKind.ONLINE_MINUTES: "protokoll i det allmänna datanätet",
        NoticeKind.RECEIPT: "mottagningsbevis",
        NoticeKind.HANDED_OVER: "överlämnande",
        NoticeKind.ANNOUNCEMENT: "offentlig kungörelse",
        NoticeKind.POSTING: "anslag",
        NoticeKind.SUBSTITUTED: "mellanhandsdelgivning",
        NoticeKind.PROCUREMENT_MESSAGE: "elektronisk delgivning av ett upphandlingsbeslut",
        NoticeKind.INVOICE: "faktura",
        NoticeKind.PROVEN: "visat delfående",
    },
    tracks={
        Track.PARTY: "part",
        Track.MEMBER: "kommunmedlem",
        Track.EVERYBODY: "alla",
    },
    missing={
        Missing.NOT_TOLD: "parten har inte delgetts beslutet",
        Missing.NOT_PUBLISHED: "protokollet har inte publicerats i det allmänna datanätet",
    },
    units={
        PeriodUnit.DAY: ("dag", "dagar"),
        PeriodUnit.WEEK: ("vecka", "veckor"),
        PeriodUnit.MONTH: ("månad", "månader"),
        PeriodUnit.YEAR: ("år", "år"),
    },
    lines={
        "title": "Fristens dagar",
        "title_last": "Fristens dagar: sista dagen {days}",
        "sent": "{day} sänt: {kind}",
        "published": "{day} publicerat: {kind}",
        "told": "{day} {kind}",
        "notified": "{day} delfående; dagen räknas inte",
        "notified_at_once": "{day} delfående: {kind}; dagen räknas inte",
        "period": "frist {period}: {first} – {last}",
        "moved": "{day} är {name}: flyttas till följande vardag",
        "last": "sista dagen {day}, före kl. {clock}",
        "last_day_end": "sista dagen {day}, till dygnets slut",
        "last_closed": "sista dagen {day},"
        " men registratorskontoret är öppet senast {until} till kl. {clock}",
        "last_unknown": "sista dagen {day}; öppettiden är inte känd",
        "doubt_day": "tolkningsfråga: sista dagen kan vara först {day}",
        "doubt_clock": "tolkningsfråga: klockslaget kan också vara {clocks}",
        "doubt": "tolkningsfrågor: {what}",
        "final": "vinner laga kraft {day}, om ingen söker ändring",
        "not_started": "{track}: {missing}",
        "not_counted": "när beslutet vinner laga kraft kan inte räknas ut",
        "closed": "inte vardag: lö, sö",
        "closed_named": "inte vardag: lö, sö; {names}",
        "named_day": "{day} {name}",
        "weeks": "{count} veckor",
        "same": "{count} likadana",
        "shut": "stängt",
        "fees_title": "Avgifter enligt invånarantal: {network} {term}",
        "inhabitants": "{low} – {high} invånare",
        "inhabitants_from": "{low} invånare eller fler",
        "fee": "{fee} per år, {total} för perioden",
        "unknown": "inte känt",
        "source": "Källa: {source}",
    },
)

_EN = Words(
    language="en",
    weekdays=("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"),
    months=(
        *("Jan", "Feb", "Mar", "Apr", "May", "Jun"),
        *("Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    ),
    date_form="{day} {name} {year}",
    day_form="{day} {name}",
    clock_form="{hour}:{minute:02}",
    midnight="24:00",
    kinds={
        NoticeKind.LETTER: "letter",
        NoticeKind.EMAIL: "electronic message",
        NoticeKind.ONLINE_MINUTES: "minutes in the public data network",
        NoticeKind.RECEIPT: "acknowledgment of receipt",
        NoticeKind.HANDED_OVER: "handing over",
        NoticeKind.ANNOUNCEMENT: "public announcement",
        NoticeKind.POSTING: "public posting",
        NoticeKind.SUBSTITUTED: "substituted service",
        NoticeKind.PROCUREMENT_MESSAGE: "electronic notice of a procurement decision",
        NoticeKind.INVOICE: "invoice",
        NoticeKind.PROVEN: "proven receipt of notice",
    },
    tracks={
        Track.PARTY: "party",
        Track.MEMBER: "member of the municipality",
        Track.EVERYBODY: "everybody",
    },
    missing={
        Missing.NOT_TOLD: "the party has not been given notice",
        Missing.NOT_PUBLISHED: "the minutes are not published in the public data network",
    },
    units={
        PeriodUnit.DAY: ("day", "days"),
        PeriodUnit.WEEK: ("week", "weeks"),
        PeriodUnit.MONTH: ("month", "months"),
        PeriodUnit.YEAR: ("year", "years"),
    },
    lines={
        "title": "The days of a time limit",
        "title_last": "The days of a time limit: last day {days}",
        "sent": "{day} sent: {kind}",
        "published": "{day} published: {kind}",
        "told": "{day} {kind}",
        "notified": "{day} counts as received; not counted",
        "notified_at_once": "{day} counts as received: {kind}; not counted",
        "period": "period of {period}: {first} – {last}",
        "moved": "{day} is {name}: moves to the next workday",
        "last": "last day {day}, before {clock}",
        "last_day_end": "last day {day}, until the end of the day",
        "last_closed": "last day {day}, but the registry is last open on {until}, before {clock}",
        "last_unknown": "last day {day}; the opening hours are not known",
        "doubt_day": "in doubt: the last day may be as late as {day}",
        "doubt_clock": "in doubt: the time may also be {clocks}",
        "doubt": "in doubt: {what}",
        "final": "final on {day}, if nobody appeals",
        "not_started": "{track}: {missing}",
        "not_counted": "when the decision is final cannot be counted",
        "closed": "no workday: Sa, Su",
        "closed_named": "no workday: Sa, Su; {names}",
        "named_day": "{day} {name}",
        "weeks": "{count} weeks",
        "same": "{count} alike",
        "shut": "closed",
        "fees_title": "Fees by number of inhabitants: {network} {term}",
        "inhabitants": "{low} – {high} inhabitants",
        "inhabitants_from": "{low} inhabitants or more",
        "fee": "{fee} a year, {total} for the term",
        "unknown": "not known",
        "source": "Source: {source}",
    },
)

_BY_LANGUAGE = {spoken.language: spoken for spoken in (_FI, _SV, _EN)}


def words(language: str) -> Words:
    """
    Return the words of a language.

    Raises:
        InvalidValue: *language* is none of "fi", "sv" and "en".
    """
    if not isinstance(language, str) or language not in _BY_LANGUAGE:
        raise InvalidValue("language", language, "one of 'fi', 'sv', 'en'")
    return _BY_LANGUAGE[language]
