"""
How a report speaks: every phrase in the language that was asked, with ordinary spaces.

`t("...")` is a phrase of the catalogues by its English text; `later` marks one that a
table holds.  `tools/make_catalogues.py` collects both.

>>> t = Speech("sv")
>>> t("{day} before {clock}", day="fre 3.1.2025", clock="kl. 15.00")
'fre 3.1.2025 före kl. 15.00'
>>> from datetime import date
>>> t.weekday(date(2025, 1, 3)), t.track(Track.MEMBER)
('fre 3.1.2025', 'kommunmedlem')
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import Enum

from kuntapaatos.io.wording import sentences as s
from kuntapaatos.io.wording.catalogue import catalogue
from kuntapaatos.io.wording.forms import Forms, bare_clock
from kuntapaatos.io.wording.sentences import Sentence
from kuntapaatos.money import written
from kuntapaatos.notice import NoticeKind, Track
from kuntapaatos.remedy import Entitled

__all__ = ["FINNISH", "WHYS", "Speech", "later"]

FINNISH = "fi"
"""The language of a report for which none is asked: the one that decisions have."""

WHYS = (
    "asiakirjan päiväys",
    "asianumeron tunnuksesta",
    "kokouksen päivä",
    "käsittelyssä äänestettiin",
    "muut on annettu ehdollisina",
    "muutoksenhakuohjeen otsikosta",
    "muutosehdotus hyväksyttiin käsittelyssä",
    "otteen todistaja; päätöksen tekijän nimikettä ei mainita",
    "postiosoitteesta",
    "sanottu tästä tavasta erikseen",
    "teksti nimeää kellonajan",
    "useita asianumeroita",
    "useita julkaisupäiviä",
    "useita kuntia",
    "useita maksuja",
    "useita päiviä",
    "yleisen säännön sanoin, ilman muuta ohjetta",
    "päätöksen sanat ratkaisevat",
    "päätöksen tekijänä",
    "päätös tehtiin, mitään ei hylätty",
    "päätös toteaa, mitä tehdään",
    "päätösehdotuksen tekijänä",
)
"""The reasons that the reader gives for a choice, in its own words."""

_EUROS_AS_IN_FINLAND = ("fi", "sv")
_SHORT_FOR = "lyhenne "
_ONE_DAY = timedelta(days=1)


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


class Speech(Forms):
    """
    The phrases of one language.

    Args:
        language: A BCP 47 tag.

    Raises:
        InvalidValue: There is no such language.
    """

    def __init__(self, language: str) -> None:
        super().__init__(catalogue(language), plain=True)

    def __call__(self, text: str, /, **places: object) -> str:
        """Return a phrase, with what is given in its places."""
        return self.words.say(Sentence(text), **places)

    def many(self, one: str, several: str, count: int) -> str:
        """Return the form of a phrase for a number."""
        return self.words.plural(Sentence(one, many=several), count).format(count=count)

    def term(self, member: Enum) -> str:
        """Return the law's word for a member of an enum."""
        return self.words.term(member)

    def money(self, amount: Decimal) -> str:
        """
        Return a sum of euros; Babel is loaded only where Finland's own form is not used.

        >>> from decimal import Decimal
        >>> Speech("sv").money(Decimal(24000)), Speech("en").money(Decimal(24000))
        ('24 000,00 €', '€24,000.00')
        """
        if self.words.language in _EUROS_AS_IN_FINLAND:
            return written(amount)
        return super().money(amount)

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

    def weekday(self, day: date) -> str:
        """Return a day with its day of the week."""
        return f"{self.words.template(s.WEEKDAYS[day.weekday()])} {self.day(day)}"

    def ending(self, moment: datetime) -> tuple[str, str]:
        """Return the day and the time of a closing: midnight is 24.00 of the day that ends."""
        if moment.time() == time():
            return self.weekday(moment.date() - _ONE_DAY), "24.00"
        return self.weekday(moment.date()), bare_clock(moment.timetz())

    def until(self, moment: datetime) -> str:
        """
        Return a closing moment.

        >>> Speech("fi").until(datetime(2026, 7, 2))
        'ke 1.7.2026 klo 24.00'
        """
        day, clock = self.ending(moment)
        return self.words.say(s.MOMENT, day=day, clock=self.words.say(s.CLOCK, time=clock))

    def before(self, moment: datetime) -> str:
        """
        Return that something must be done before a closing moment.

        >>> Speech("en").before(datetime(2025, 1, 3, 15, 0))
        'Fri 3.1.2025 before 15.00'
        """
        day, clock = self.ending(moment)
        return self("{day} before {clock}", day=day, clock=self.words.say(s.CLOCK, time=clock))

    def why(self, reason: str) -> str:
        """
        Return the reason that the reader gives for a choice.

        >>> Speech("sv").why("kokouksen päivä"), Speech("en").why("lyhenne KH")
        ('mötesdagen', 'short for KH')
        """
        if reason.startswith(_SHORT_FOR):
            return self("short for {word}", word=reason.removeprefix(_SHORT_FOR))
        return self.words.template(Sentence(reason, context="why")) if reason in WHYS else reason
