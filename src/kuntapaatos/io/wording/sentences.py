"""
Every sentence that is written, in English, with the law behind it.

What a translator gets: the English text is the message id, `law` becomes the
translator's comment.  The words of the law itself are not here: they are the values of
the enums, translated in the context of their class.

>>> PERIOD_DAYS.text, PERIOD_DAYS.many
('{count} day', '{count} days')
"""

from __future__ import annotations

from collections.abc import Iterator
from types import ModuleType
from typing import Any, NamedTuple

from kuntapaatos.notice import NoticeKind
from kuntapaatos.remedy import RemedyKind, StartingEvent
from kuntapaatos.time_limit import PeriodUnit

__all__ = ["Sentence", "every_sentence"]


class Sentence(NamedTuple):
    """
    One message.

    Attributes:
        text: The English text, with named places in braces.
        law: The provision behind it, or what a translator must know.
        many: The English plural; empty when there is none.
        context: What tells it apart from the same text elsewhere.
    """

    text: str
    law: str = ""
    many: str = ""
    context: str = ""


DAY = Sentence("{day}.{month}.{year}", "A date as Finland writes it, without zeros.")
CLOCK = Sentence("{time}", "A time of day: klo 15.00, kl. 15.00.", context="clock")
MOMENT = Sentence("{day} at {clock}", "A day and a time of day.")

PERIOD_DAYS = Sentence(
    "{count} day", "Laki säädettyjen määräaikain laskemisesta 2 §", "{count} days"
)
PERIOD_WEEKS = Sentence("{count} week", "150/1930 3 §", "{count} weeks")
PERIOD_MONTHS = Sentence("{count} month", "150/1930 3 §", "{count} months")
PERIOD_YEARS = Sentence("{count} year", "150/1930 3 §", "{count} years")
PERIODS = {
    PeriodUnit.DAY: PERIOD_DAYS,
    PeriodUnit.WEEK: PERIOD_WEEKS,
    PeriodUnit.MONTH: PERIOD_MONTHS,
    PeriodUnit.YEAR: PERIOD_YEARS,
}

# --- an instruction ---------------------------------------------------------------------

TITLES = {
    RemedyKind.ADMINISTRATIVE_REVIEW: Sentence(
        "Instructions for requesting administrative review", "Kuntalaki 141 §, Hallintolaki 46 §"
    ),
    RemedyKind.MUNICIPAL_APPEAL: Sentence(
        "Appeal instructions: municipal appeal", "Kuntalaki 135 §"
    ),
    RemedyKind.ADMINISTRATIVE_APPEAL: Sentence(
        "Appeal instructions: administrative appeal", "808/2019 7 §"
    ),
    RemedyKind.APPEAL: Sentence("Appeal instructions", "Hallintolaki 47 §"),
    RemedyKind.FURTHER_APPEAL: Sentence("Appeal instructions: further appeal", "Kuntalaki 142 §"),
    RemedyKind.PROCUREMENT_CORRECTION: Sentence(
        "Instructions for requesting procurement correction", "Hankintalaki 127 ja 132 §"
    ),
    RemedyKind.MARKET_COURT_APPEAL: Sentence(
        "Appeal instructions: appeal to the Market Court", "Hankintalaki 126 §"
    ),
    RemedyKind.OBJECTION: Sentence("Instructions for making an objection", "Jätelaki 82 §"),
    RemedyKind.DEMAND: Sentence("Instructions for making a demand", "1503/2016 20 §"),
    RemedyKind.ASSESSMENT_REVIEW: Sentence(
        "Instructions for requesting a new assessment", "Perusopetuslaki 42 c §"
    ),
    RemedyKind.BASIC_APPEAL: Sentence("Instructions for a basic appeal", "706/2007 9 §"),
    RemedyKind.FEE_CORRECTION: Sentence("Instructions for correcting a fee", "734/1992"),
}
LEADS = {
    RemedyKind.ADMINISTRATIVE_REVIEW: Sentence(
        "Whoever is dissatisfied with this decision may request an administrative review.",
        "Kuntalaki 134 §, Hallintolaki 49 b §",
    ),
    RemedyKind.MUNICIPAL_APPEAL: Sentence(
        "Whoever is dissatisfied with this decision may make a municipal appeal "
        "to the administrative court.",
        "Kuntalaki 135 §",
    ),
    RemedyKind.ADMINISTRATIVE_APPEAL: Sentence(
        "Whoever is dissatisfied with this decision may make an administrative appeal "
        "to the administrative court.",
        "808/2019 7 ja 13 §",
    ),
    RemedyKind.APPEAL: Sentence(
        "Whoever is dissatisfied with this decision may appeal against it.", "Hallintolaki 47 §"
    ),
    RemedyKind.FURTHER_APPEAL: Sentence(
        "Whoever is dissatisfied with this decision may appeal against it "
        "to the Supreme Administrative Court.",
        "Kuntalaki 142 §",
    ),
    RemedyKind.PROCUREMENT_CORRECTION: Sentence(
        "Whoever the matter concerns may request that the contracting entity "
        "correct its procurement decision.",
        "Hankintalaki 132 §",
    ),
    RemedyKind.MARKET_COURT_APPEAL: Sentence(
        "Whoever the matter concerns may bring this procurement decision "
        "before the Market Court by appeal.",
        "Hankintalaki 145 §",
    ),
    RemedyKind.OBJECTION: Sentence(
        "Whoever received the invoice may make a written objection to it.", "Jätelaki 82 §"
    ),
    RemedyKind.DEMAND: Sentence(
        "Whoever is dissatisfied with the fee may make a written demand.", "1503/2016 20 §"
    ),
    RemedyKind.ASSESSMENT_REVIEW: Sentence(
        "A new assessment may be requested.", "Perusopetuslaki 42 c §"
    ),
    RemedyKind.BASIC_APPEAL: Sentence(
        "Whoever finds that the charge was set against the law may make a basic appeal.",
        "706/2007 9 §",
    ),
    RemedyKind.FEE_CORRECTION: Sentence(
        "Whoever is dissatisfied with the fee may request that it be corrected.", "734/1992"
    ),
}
# What an instruction for this remedy must say whatever its value holds.
REMARKS: dict[RemedyKind, tuple[Sentence, ...]] = {
    RemedyKind.MUNICIPAL_APPEAL: (
        Sentence(
            "The grounds may be that the decision was made in an incorrect order, that the "
            "authority exceeded its powers or that the decision is otherwise unlawful. They "
            "must be presented before the period ends.",
            "Kuntalaki 135 §",
        ),
        Sentence("A court fee may be charged (1455/2015).", "Tuomioistuinmaksulaki 1455/2015"),
    ),
    RemedyKind.ADMINISTRATIVE_APPEAL: (
        Sentence("A court fee may be charged (1455/2015).", "Tuomioistuinmaksulaki 1455/2015"),
    ),
    RemedyKind.FURTHER_APPEAL: (
        Sentence(
            "An appeal requires leave from the Supreme Administrative Court. The appeal must "
            "state why leave should be granted.",
            "Kuntalaki 142 §",
        ),
        Sentence("A court fee may be charged (1455/2015).", "Tuomioistuinmaksulaki 1455/2015"),
    ),
    RemedyKind.PROCUREMENT_CORRECTION: (
        Sentence(
            "A request for correction does not stop the period for appealing to the Market Court.",
            "Hankintalaki 134 §",
        ),
    ),
    RemedyKind.MARKET_COURT_APPEAL: (
        Sentence(
            "The contracting entity must be told of the appeal in writing, "
            "at the latest when the appeal is delivered.",
            "Hankintalaki 148 §",
        ),
        Sentence("A court fee may be charged (1455/2015).", "Tuomioistuinmaksulaki 1455/2015"),
    ),
}

BARRED = Sentence("No appeal to a court may be made against this decision.", "Kuntalaki 134 §")
NOT_BARRED = Sentence("An appeal may also be made directly to a court.", "Kuntalaki 135 §")
SUBJECT = Sentence("What the decision is about: {subject}", "Which act gives the remedy")
PROVISION = Sentence("Provision on the remedy: {provision}", "Hallintolaki 47 §; as printed")
GAP = Sentence("[Missing: {part}]", "A part that the instruction must have and lacks")

WHO = Sentence("Who may act", "Hallintolaki 49 b §, Kuntalaki 137 §; a heading")
_WHO_REVIEW = Sentence("A review may be requested by:", "Kuntalaki 137 §, Hallintolaki 49 b §")
_WHO_APPEAL = Sentence("An appeal may be made by:", "Kuntalaki 137 §; 808/2019 7 §")
_WHO_CORRECTION = Sentence("A correction may be requested by:", "Hankintalaki 133 §")
_WHO_OBJECTION = Sentence("An objection may be made by:", "Jätelaki 82 §")
_WHO_ELSE = Sentence(
    "The right belongs to:", "Who may use a remedy that is no review and no appeal"
)
TIME = Sentence("Time limit", "A heading")
_PERIOD_REVIEW = Sentence(
    "The time limit for requesting a review is {period}.", "Kuntalaki 138 §, Hallintolaki 49 c §"
)
_PERIOD_APPEAL = Sentence(
    "The time limit for appealing is {period}.", "Kuntalaki 138 §; 808/2019 13 §"
)
_PERIOD_CORRECTION = Sentence(
    "The time limit for requesting a correction is {period}.", "Hankintalaki 133 §"
)
_PERIOD_ELSE = Sentence("The time limit is {period}.", "Jätelaki 82 §, 1503/2016 20 §")
STARTS = Sentence("The time limit is counted from {event}.", "150/1930 2 §")
STARTED_BY = {
    event: Sentence(text, "What a time limit is counted from, inside that sentence", context="from")
    for event, text in (
        (StartingEvent.NOTICE, "receipt of notice"),
        (StartingEvent.GIVEN, "the giving of the decision"),
        (StartingEvent.INVOICE, "receipt of the invoice"),
        (StartingEvent.DECISION, "the making of the decision"),
        (StartingEvent.PUBLICATION, "the publication"),
        (StartingEvent.END_OF_NOTICE_PERIOD, "the end of the period of notice"),
        (
            StartingEvent.EU_NOTICE,
            "the publication of the notice in the Official Journal of the European Union",
        ),
        (StartingEvent.CONTRACT, "the conclusion of the procurement contract"),
        (StartingEvent.CHARGE, "the imposing of the charge"),
        (StartingEvent.YEAR_OF_CHARGE, "the end of the year of the charge"),
        (StartingEvent.DELIVERY, "the delivery of the instructions"),
    )
}
COUNTING = Sentence(
    "The day from which it is counted is not included. If the last day is a church holiday, "
    "Independence Day, May Day, Christmas Eve, Midsummer Eve or a Saturday, the document may be "
    "delivered on the first working day after it.",
    "150/1930 2 ja 5 §",
)
LAST_DAY = Sentence("The last day is {day}.", "KHO:2003:56: it need not be stated")
NOTICE = Sentence("When notice counts as received", "A heading")
DEEMED = Sentence(
    "{who} counts as having received notice {count} day after {event}.",
    "Hallintolaki 59 ja 62 a §, Kuntalaki 139 ja 140 §",
    "{who} counts as having received notice {count} days after {event}.",
)
DEEMED_UNLESS = Sentence(
    "{who} counts as having received notice {count} day after {event}, unless otherwise shown.",
    "Hallintolaki 59 §; 13/2003 19 §",
    "{who} counts as having received notice {count} days after {event}, unless otherwise shown.",
)
DEEMED_AT_ONCE = Sentence(
    "{who} counts as having received notice on the very day of this: {event}.", "Hallintolaki 60 §"
)
DEEMED_AT_ONCE_UNLESS = Sentence(
    "{who} counts as having received notice on the very day of this, "
    "unless otherwise shown: {event}.",
    "Hallintolaki 60 §",
)
_PARTY = Sentence("A party", "Hallintolaki 59 §; begins a sentence", context="who")
_MEMBER = Sentence("A member of the municipality", "Kuntalaki 140 §", context="who")
EVERYBODY = Sentence("Everybody", "Hallintolaki 62 a §", context="who")
TOLD = {
    NoticeKind.ONLINE_MINUTES: _MEMBER,
    NoticeKind.ANNOUNCEMENT: EVERYBODY,
    NoticeKind.OFFICIAL_GAZETTE: EVERYBODY,
    NoticeKind.POSTING: EVERYBODY,
}
PARTY = _PARTY
EVENTS = {
    NoticeKind.LETTER: Sentence("the letter was sent", "Hallintolaki 59 §", context="event"),
    NoticeKind.EMAIL: Sentence("the message was sent", "13/2003 19 §", context="event"),
    NoticeKind.VERIFIABLE_MESSAGE: Sentence(
        "the decision was retrieved from the service", "13/2003 18 §", context="event"
    ),
    NoticeKind.ONLINE_MINUTES: Sentence(
        "the minutes were published in the public data network", "Kuntalaki 140 §", context="event"
    ),
    NoticeKind.RECEIPT: Sentence(
        "the acknowledgment of receipt was signed", "Hallintolaki 60 §", context="event"
    ),
    NoticeKind.HANDED_OVER: Sentence(
        "the decision was handed over", "Hallintolaki 60 §", context="event"
    ),
    NoticeKind.BAILIFF: Sentence(
        "the bailiff served the decision", "Hallintolaki 60 §", context="event"
    ),
    NoticeKind.ANNOUNCEMENT: Sentence(
        "the public notice was published", "Hallintolaki 62 a §", context="event"
    ),
    NoticeKind.OFFICIAL_GAZETTE: Sentence(
        "the notice was published in Virallinen lehti", "Hallintolaki 62 a §", context="event"
    ),
    NoticeKind.POSTING: Sentence(
        "the decision was publicly posted", "132/1999 142 §", context="event"
    ),
    NoticeKind.SUBSTITUTED: Sentence(
        "the substituted service took place", "Hallintolaki 61 §", context="event"
    ),
    NoticeKind.PROCUREMENT_MESSAGE: Sentence(
        "the message on the procurement decision was sent", "Hankintalaki 127 §", context="event"
    ),
    NoticeKind.INVOICE: Sentence("the invoice was received", "Jätelaki 82 §", context="event"),
    NoticeKind.PROVEN: Sentence(
        "notice was shown to be received", "Hallintolaki 59 §", context="event"
    ),
}
AUTHORITY = Sentence("Authority", "A heading")
_DECIDES_REVIEW = Sentence("Authority that decides on the review: {name}", "Hallintolaki 46 §")
_DECIDES_APPEAL = Sentence("Authority that decides on the appeal: {name}", "Hallintolaki 47 §")
_DECIDES_ELSE = Sentence(
    "Authority to which the document is addressed: {name}", "Hankintalaki 133 §, Jätelaki 82 §"
)


class Own(NamedTuple):
    """
    What is said with the remedy's own words.

    Attributes:
        who: Opens the list of those who may use it.
        period: How long the time limit is.
        decides: Who decides.
    """

    who: Sentence
    period: Sentence
    decides: Sentence


APPEALED = Own(_WHO_APPEAL, _PERIOD_APPEAL, _DECIDES_APPEAL)
OTHERWISE = Own(_WHO_ELSE, _PERIOD_ELSE, _DECIDES_ELSE)
OWN = {
    RemedyKind.ADMINISTRATIVE_REVIEW: Own(_WHO_REVIEW, _PERIOD_REVIEW, _DECIDES_REVIEW),
    RemedyKind.MUNICIPAL_APPEAL: APPEALED,
    RemedyKind.ADMINISTRATIVE_APPEAL: APPEALED,
    RemedyKind.APPEAL: APPEALED,
    RemedyKind.FURTHER_APPEAL: APPEALED,
    RemedyKind.MARKET_COURT_APPEAL: APPEALED,
    RemedyKind.OBJECTION: Own(_WHO_OBJECTION, _PERIOD_ELSE, _DECIDES_ELSE),
    RemedyKind.PROCUREMENT_CORRECTION: Own(_WHO_CORRECTION, _PERIOD_CORRECTION, _DECIDES_ELSE),
}
"""The sentences of each remedy; `OTHERWISE` of one that has none of its own."""


def every_own() -> tuple[Own, ...]:
    """Return each set of a remedy's own sentences, once."""
    return tuple(dict.fromkeys([*OWN.values(), OTHERWISE]))


DELIVER = Sentence("The document is delivered to: {name}", "Hallintolaki 47 §")
DELIVER_SAME = Sentence("The document is delivered to the same authority.", "Hallintolaki 47 §")
POSTAL = Sentence("Postal address: {value}", "Hallintolaki 47 §")
VISITING = Sentence("Visiting address: {value}", "Hallintolaki 47 §")
EMAIL = Sentence("E-mail: {value}", "13/2003 7 §")
PHONE = Sentence("Telephone: {value}")
SERVICE = Sentence("Electronic service: {value}", "13/2003 7 §")
HOURS = Sentence("Opening hours: {value}", "KHO:2018:152")
CONTACTS = {
    "postal_address": POSTAL,
    "visiting_address": VISITING,
    "email": EMAIL,
    "phone": PHONE,
    "service_address": SERVICE,
    "hours": HOURS,
}
OPEN = Sentence("{days} {opens}–{closes}", "Opening hours of some days: ma–pe klo 8.00–16.00")
CLOSED = Sentence("{days} closed", "Opening hours")
EVES = Sentence("eves of holidays", "Office hours on eves", context="hours")
FROM = Sentence("valid from {day}", "Opening hours")
UNTIL = Sentence("valid until {day}", "Opening hours")
WEEKDAYS = tuple(
    Sentence(name, "Short name of a day of the week", context="weekday")
    for name in ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
)
MONTHS = tuple(
    Sentence(name, "Short name of a month", context="month")
    for name in (
        *("Jan", "Feb", "Mar", "Apr", "May", "Jun"),
        *("Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    )
)
DELIVERY = Sentence("How and until when to deliver", "A heading")
PAPER_CLOSE = Sentence(
    "A paper document must have arrived on the last day before the office closes.",
    "150/1930 6 §; KHO 6.10.2015/2866",
)
PAPER_DAY = Sentence(
    "A paper document must have arrived on the last day before the day ends.", "150/1930 6 §"
)
PAPER_TIME = Sentence(
    "A paper document must have arrived on the last day before {time}.", "150/1930 6 §"
)
ELECTRONIC_CLOSE = Sentence(
    "An electronic document must have arrived on the last day before the office closes.",
    "13/2003 11 §",
)
ELECTRONIC_DAY = Sentence(
    "An electronic document must have arrived on the last day before the day ends.", "13/2003 11 §"
)
ELECTRONIC_TIME = Sentence(
    "An electronic document must have arrived on the last day before {time}.", "13/2003 11 §"
)
OWN_RISK = Sentence("The sender bears the risk of delivery.", "Hallintolaki 17 §; 13/2003 8 §")
FORM = Sentence("Form", "A heading")
FORM_LIST = Sentence("On the form of the document:", "Hallintolaki 49 d §")
CONTENT = Sentence("Content", "A heading")
CONTENT_LIST = Sentence("The document must state:", "Hallintolaki 49 d §; 808/2019 15 §")
ENCLOSURES = Sentence("What to enclose", "A heading")
ENCLOSURE_LIST = Sentence("These must be enclosed:", "808/2019 16 §")
COPIES = Sentence("Minutes and extracts", "A heading")
COPIES_TEXT = Sentence(
    "Extracts from the minutes and their enclosures may be requested from the authority "
    "to which the document is delivered.",
    "The last sentence of an instruction: the reader knows it by it",
)
COPIES_COURT = Sentence(
    "Extracts from the minutes and their enclosures may be requested from the municipality "
    "or the joint municipal authority that made the decision.",
    "The last sentence of an appeal instruction: a court has no minutes of the municipality",
)
PARTS = {
    name: Sentence(text, law, context="part")
    for name, text, law in (
        ("provision", "the provision on the remedy", "Hallintolaki 47 §"),
        ("entitled", "who may act", "Hallintolaki 47 §"),
        ("period", "the length of the time limit", "Hallintolaki 47 §"),
        ("starts_from", "from what the time limit is counted", "Hallintolaki 47 §"),
        ("presumptions", "when notice counts as received", "Kuntalaki 139 ja 140 §"),
        ("decided_by", "the authority that decides", "Hallintolaki 47 §"),
        ("deliver_to", "the authority to which to deliver", "Hallintolaki 47 §"),
        ("postal_address", "the postal address", "Hallintolaki 47 §"),
        ("email", "the e-mail address", "13/2003 7 §"),
        ("hours", "the opening hours", "KHO:2018:152"),
        ("paper_cutoff", "until when a paper document may arrive", "150/1930 6 §"),
        ("electronic_cutoff", "until when an electronic document may arrive", "13/2003 11 §"),
        ("form", "the form", "Hallintolaki 49 d §"),
        ("contents", "what the document must state", "Hallintolaki 49 d §"),
        ("attachments", "what must be enclosed", "808/2019 16 §"),
        ("ground", "why no appeal may be made", "Hallintolaki 48 §"),
        ("provisions", "the provision that bars the appeal", "Hallintolaki 48 §"),
    )
}

# --- a prohibition ----------------------------------------------------------------------

BAN_TITLE = Sentence("Prohibition of appeal", "Kuntalaki 136 §, Hallintolaki 48 §")
BAN = Sentence("No review or appeal may be sought against this decision.", "Kuntalaki 136 §")
BAN_GROUND = Sentence("Ground: {ground}", "Hallintolaki 48 §")
BAN_PROVISIONS = Sentence("Provisions applied: {provisions}", "Hallintolaki 48 §")
BAN_END = Sentence("This notice goes with the decision.", "The last sentence of every prohibition")


def _sentences(value: Any) -> Iterator[Sentence]:
    if isinstance(value, Sentence):
        yield value
    else:
        for item in value.values() if isinstance(value, dict) else value:
            yield from _sentences(item)


def every_sentence(*modules: ModuleType) -> tuple[Sentence, ...]:
    """
    Return every message once, in the order in which it is written here.

    Args:
        modules: Where more of them are.
    """
    spaces = [globals(), *map(vars, modules)]
    own = [value for space in spaces for name, value in space.items() if name.isupper()]
    return tuple(
        {(one.context, one.text): one for value in own for one in _sentences(value)}.values()
    )
