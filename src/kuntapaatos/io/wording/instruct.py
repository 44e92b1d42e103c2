r"""
The instruction or the prohibition that goes with a decision, as a full text.

Kuntalaki (410/2015) 141 §, Hallintolaki (434/2003) 46-48 §.  What a complete
instruction must have and this one lacks is a named gap in brackets.

>>> from kuntapaatos import Period, RemedyKind
>>> instruction = AppealInstruction(remedy=RemedyKind.OBJECTION, period=Period.days(14))
>>> print(write_instruction(instruction, "en", plain=True))
Instructions for making an objection
<BLANKLINE>
Whoever received the invoice may make a written objection to it.
[Missing: the provision on the remedy]
...
The time limit is 14 days.
...
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import time
from enum import Enum

from kuntapaatos.closing import Cutoff
from kuntapaatos.errors import InvalidValue
from kuntapaatos.instruction import AppealInstruction, Authority, Presumption
from kuntapaatos.io.wording import sentences as s
from kuntapaatos.io.wording.catalogue import Catalogue, catalogue
from kuntapaatos.io.wording.forms import Forms, one_line
from kuntapaatos.remedy import AppealProhibition

__all__ = ["CUTOFFS", "write_instruction"]

CUTOFFS = {
    "paper_cutoff": (s.PAPER_CLOSE, s.PAPER_DAY, s.PAPER_TIME),
    "electronic_cutoff": (s.ELECTRONIC_CLOSE, s.ELECTRONIC_DAY, s.ELECTRONIC_TIME),
}
# An office to which a document is delivered must be reachable in these ways.
_NEEDED = ("postal_address", "email", "hours")


def write_instruction(
    value: AppealInstruction | AppealProhibition, language: str, *, plain: bool = False
) -> str:
    """
    Return an instruction or a prohibition as the text that goes with a decision.

    `read_instruction` gets the same value back from the Finnish and the Swedish text.

    Args:
        value: What to write; a text that cannot stand on one line is quoted.
        language: A BCP 47 tag, such as "fi", "sv-FI" or "en".
        plain: Whether to write ordinary spaces for non-breaking ones.

    Raises:
        InvalidValue: *value* is something else, or there is no such language.

    >>> print(write_instruction(AppealProhibition(None), "sv"))
    Besvärsförbud
    <BLANKLINE>
    Ändring i detta beslut får inte sökas genom begäran om omprövning eller besvär.
    [Saknas: varför ändring inte får sökas]
    [Saknas: den bestämmelse som hindrar ändringssökande]
    Detta meddelande ges tillsammans med beslutet.
    """
    words = catalogue(language)
    if isinstance(value, AppealInstruction):
        parts = _Written(words, value).parts()
    elif isinstance(value, AppealProhibition):
        parts = _prohibition(words, value)
    else:
        raise InvalidValue("value", value, "an AppealInstruction or an AppealProhibition")
    text = "\n\n".join("\n".join(lines) for lines in map(list, parts) if lines)
    return Forms(words, plain=plain).finished(text)


def _gap(words: Catalogue, part: str) -> str:
    return words.say(s.GAP, part=words.template(s.PARTS[part]))


def _prohibition(words: Catalogue, value: AppealProhibition) -> Iterator[list[str]]:
    yield [words.say(s.BAN_TITLE)]
    ground = value.ground
    provisions = "; ".join(map(Forms(words).full, value.provisions))
    yield [
        words.say(s.BAN),
        _gap(words, "ground")
        if ground is None
        else words.say(s.BAN_GROUND, ground=words.term(ground)),
        words.say(s.BAN_PROVISIONS, provisions=provisions)
        if provisions
        else _gap(words, "provisions"),
        words.say(s.BAN_END),
    ]


class _Written:
    """Writes one instruction."""

    def __init__(self, words: Catalogue, value: AppealInstruction) -> None:
        self.words = words
        self.forms = Forms(words)
        self.value = value
        self.own = s.OWN.get(value.remedy, s.OTHERWISE)

    def parts(self) -> Iterator[Iterable[str]]:
        """Give the parts of the text, each a few lines."""
        say, remedy = self.words.say, self.value.remedy
        yield [say(s.TITLES[remedy])]
        yield self.lead()
        yield [say(s.WHO), *self.members("entitled", self.own.who, self.value.entitled)]
        yield [say(s.TIME), *self.limit()]
        yield [say(s.NOTICE), *self.notice()]
        yield [say(s.AUTHORITY), *self.authorities()]
        yield [say(s.DELIVERY), *self.delivery()]
        yield [say(s.FORM), *self.members("form", s.FORM_LIST, self.value.form)]
        yield [say(s.CONTENT), *self.members("contents", s.CONTENT_LIST, self.value.contents)]
        enclosed = self.members("attachments", s.ENCLOSURE_LIST, self.value.attachments)
        yield [say(s.ENCLOSURES), *enclosed]
        yield [say(s.COPIES), say(s.COPIES_TEXT)]

    def lead(self) -> Iterator[str]:
        """Give what may be requested, and under which law."""
        say, value = self.words.say, self.value
        yield say(s.LEADS[value.remedy])
        if value.court_appeal_barred is not None:
            yield say(s.BARRED if value.court_appeal_barred else s.NOT_BARRED)
        for remark in s.REMARKS.get(value.remedy, ()):
            yield say(remark)
        if value.subject is not None:
            yield say(s.SUBJECT, subject=self.words.term(value.subject))
        if value.provision is None:
            yield _gap(self.words, "provision")
        else:
            yield say(s.PROVISION, provision=one_line(value.provision))

    def members(self, part: str, opening: s.Sentence, members: Iterable[Enum]) -> Iterator[str]:
        """Give a list with its opening, or its gap."""
        items = [f"- {self.words.term(member)}" for member in members]
        if items:
            yield self.words.say(opening)
            yield from items
        else:
            yield _gap(self.words, part)

    def limit(self) -> Iterator[str]:
        """Give the period and how it is counted."""
        say, value = self.words.say, self.value
        if value.period is None:
            yield _gap(self.words, "period")
        else:
            yield say(self.own.period, period=self.forms.period(value.period))
        if value.starts_from is None:
            yield _gap(self.words, "starts_from")
        else:
            yield say(s.STARTS, event=self.words.template(s.STARTED_BY[value.starts_from]))
        yield say(s.COUNTING)
        if value.stated_last_day is not None:
            yield say(s.LAST_DAY, day=self.forms.day(value.stated_last_day))

    def notice(self) -> Iterator[str]:
        """Give the presumptions of notice."""
        if not self.value.presumptions:
            yield _gap(self.words, "presumptions")
        for presumption in self.value.presumptions:
            yield self.presumption(presumption)

    def presumption(self, value: Presumption) -> str:
        """Return the sentence for one way of notice."""
        places = {
            "who": self.words.template(s.TOLD.get(value.kind, s.PARTY)),
            "event": self.words.template(s.EVENTS[value.kind]),
        }
        if value.days == 0:
            sentence = s.DEEMED_AT_ONCE_UNLESS if value.rebuttable else s.DEEMED_AT_ONCE
            return self.words.say(sentence, **places)
        sentence = s.DEEMED_UNLESS if value.rebuttable else s.DEEMED
        form = self.words.plural(sentence, value.days)
        return form.format(count=value.days, **places)

    def authorities(self) -> Iterator[str]:
        """Give who decides and where to deliver, each with its addresses."""
        decides, receives = self.value.decided_by, self.value.deliver_to
        same = receives is not None and receives == decides
        if decides is None:
            yield _gap(self.words, "decided_by")
        else:
            yield self.words.say(self.own.decides, name=one_line(decides.name))
            yield from self.contacts(decides, needed=same)
        if receives is None:
            yield _gap(self.words, "deliver_to")
        elif same:
            yield self.words.say(s.DELIVER_SAME)
        else:
            yield self.words.say(s.DELIVER, name=one_line(receives.name))
            yield from self.contacts(receives, needed=True)

    def contacts(self, office: Authority, *, needed: bool) -> Iterator[str]:
        """Give the addresses and the hours of one office."""
        for field, sentence in s.CONTACTS.items():
            known = getattr(office, field)
            if known is not None:
                shown = self.forms.hours(known) if field == "hours" else one_line(known)
                yield self.words.say(sentence, value=shown)
            elif needed and field in _NEEDED:
                yield _gap(self.words, field)

    def delivery(self) -> Iterator[str]:
        """Give until when each kind of document may arrive."""
        for field in CUTOFFS:
            yield self.cutoff(field, getattr(self.value, field))
        yield self.words.say(s.OWN_RISK)

    def cutoff(self, field: str, cutoff: Cutoff | time | None) -> str:
        """Return until when one kind of document may arrive."""
        close, day, clock = CUTOFFS[field]
        if cutoff is None:
            return _gap(self.words, field)
        if isinstance(cutoff, time):
            return self.words.say(clock, time=self.forms.clock(cutoff))
        return self.words.say(close if cutoff is Cutoff.OFFICE_CLOSE else day)
