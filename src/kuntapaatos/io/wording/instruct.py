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

import re
from collections.abc import Iterable, Iterator
from datetime import time
from enum import Enum

from kuntapaatos.closing import Cutoff
from kuntapaatos.errors import InvalidValue
from kuntapaatos.instruction import AppealInstruction, Authority, Presumption
from kuntapaatos.io.wording import sentences as s
from kuntapaatos.io.wording.voice import Voice, one_line
from kuntapaatos.remedy import AppealProhibition, AuthorityKind, StartingEvent, Subject

__all__ = ["CUTOFFS", "write_instruction"]

CUTOFFS = {
    "paper_cutoff": (s.PAPER_CLOSE, s.PAPER_DAY, s.PAPER_TIME),
    "electronic_cutoff": (s.ELECTRONIC_CLOSE, s.ELECTRONIC_DAY, s.ELECTRONIC_TIME),
}
# The events that are a notice of the decision, which the text must then explain.
_FROM_NOTICE = frozenset({None, StartingEvent.NOTICE})
_STATE = (
    "aluehallintovira|lupa- ja valvontavira|muutoksenhakulautakunta"
    "|regionförvaltningsverk|tillstånds- och tillsynsverk|besvärsnämnd"
)
_BY_LAW = {kind.value: kind for kind in AuthorityKind}
# An office to which a document is delivered must be reachable in these ways.
_NEEDED = ("postal_address", "email", "hours")


def write_instruction(
    value: AppealInstruction | AppealProhibition, language: str, *, plain: bool = False
) -> str:
    """
    Return an instruction or a prohibition as the text that goes with a decision.

    `read_instruction` gets the same value back from the Finnish and the Swedish text, apart
    from a subject that is only general, which a citizen is not told, and an authority that
    has only the law's own name, which comes back in the language of the text.

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
    t = Voice(language)
    if isinstance(value, AppealInstruction):
        parts = _Written(t, value).parts()
    elif isinstance(value, AppealProhibition):
        parts = _prohibition(t, value)
    else:
        raise InvalidValue("value", value, "an AppealInstruction or an AppealProhibition")
    text = "\n\n".join("\n".join(lines) for lines in map(list, parts) if lines)
    return t.finished(text, plain=plain)


def _gap(t: Voice, part: str) -> str:
    return t(s.GAP, part=t(s.PARTS[part]))


def _prohibition(t: Voice, value: AppealProhibition) -> Iterator[list[str]]:
    yield [t(s.BAN_TITLE)]
    ground, provisions = value.ground, "; ".join(map(t.full, value.provisions))
    yield [
        t(s.BAN),
        _gap(t, "ground") if ground is None else t(s.BAN_GROUND, ground=t.term(ground)),
        t(s.BAN_PROVISIONS, provisions=provisions) if provisions else _gap(t, "provisions"),
        t(s.BAN_END),
    ]


class _Written:
    """Writes one instruction."""

    def __init__(self, t: Voice, value: AppealInstruction) -> None:
        self.t = t
        self.value = value
        self.own = s.OWN.get(value.remedy, s.OTHERWISE)

    def parts(self) -> Iterator[Iterable[str]]:
        """Give the parts of the text, each a few lines."""
        say, remedy = self.t, self.value.remedy
        yield [say(s.TITLES[remedy])]
        yield self.lead()
        yield [say(s.WHO), *self.members("entitled", self.own.who, self.value.entitled)]
        yield [say(s.TIME), *self.limit()]
        if self.value.starts_from in _FROM_NOTICE or self.value.presumptions:
            yield [say(s.NOTICE), *self.notice()]
        yield [say(s.AUTHORITY), *self.authorities()]
        yield [say(s.DELIVERY), *self.delivery()]
        yield [say(s.FORM), *self.members("form", s.FORM_LIST, self.value.form)]
        yield [say(s.CONTENT), *self.members("contents", s.CONTENT_LIST, self.value.contents)]
        # Only an appeal has enclosures that an act names (808/2019 16 §).
        if self.value.attachments or self.own is s.APPEALED:
            enclosed = self.members("attachments", s.ENCLOSURE_LIST, self.value.attachments)
            yield [say(s.ENCLOSURES), *enclosed]
        yield [say(s.COPIES), say(s.COPIES_COURT if self.leaves() else s.COPIES_TEXT)]

    def leaves(self) -> bool:
        """Return whether the document goes to an office that has no minutes of the municipality."""
        decides = self.value.decided_by
        return self.own is s.APPEALED or (
            decides is not None and re.search(_STATE, decides.name, re.IGNORECASE) is not None
        )

    def lead(self) -> Iterator[str]:
        """Give what may be requested, and under which law."""
        say, value = self.t, self.value
        yield say(s.LEADS[value.remedy])
        if value.court_appeal_barred is not None:
            yield say(s.BARRED if value.court_appeal_barred else s.NOT_BARRED)
        for remark in s.REMARKS.get(value.remedy, ()):
            yield say(remark)
        if value.subject is not None and value.subject is not Subject.GENERAL:
            yield say(s.SUBJECT, subject=self.t.term(value.subject))
        if value.provision is None:
            yield _gap(self.t, "provision")
        else:
            cited = self.t.cited(value.provision)
            yield say(s.PROVISION, provision=one_line(cited))

    def members(self, part: str, opening: s.Sentence, members: Iterable[Enum]) -> Iterator[str]:
        """Give a list with its opening, or its gap."""
        items = [f"- {self.t.term(member)}" for member in members]
        if items:
            yield self.t(opening)
            yield from items
        else:
            yield _gap(self.t, part)

    def limit(self) -> Iterator[str]:
        """Give the period and how it is counted."""
        say, value = self.t, self.value
        if value.period is None:
            yield _gap(self.t, "period")
        else:
            yield say(self.own.period, period=self.t.period(value.period))
        if value.starts_from is None:
            yield _gap(self.t, "starts_from")
        else:
            yield say(s.STARTS, event=self.t(s.STARTED_BY[value.starts_from]))
        yield say(s.COUNTING)
        if value.stated_last_day is not None:
            yield say(s.LAST_DAY, day=self.t.day(value.stated_last_day))

    def notice(self) -> Iterator[str]:
        """Give the presumptions of notice."""
        if not self.value.presumptions:
            yield _gap(self.t, "presumptions")
        for presumption in self.value.presumptions:
            yield self.presumption(presumption)

    def presumption(self, value: Presumption) -> str:
        """Return the sentence for one way of notice."""
        who = s.TOLD.get(value.kind, s.PARTY)
        if value.everybody:
            # Law: 132/1999 188 §, from 2018; before it the day of display was the members' own.
            who = s.EVERYBODY
        places = {
            "who": self.t(who),
            "event": self.t(s.EVENTS[value.kind]),
        }
        if value.days == 0:
            sentence = s.DEEMED_AT_ONCE_UNLESS if value.rebuttable else s.DEEMED_AT_ONCE
            return self.t(sentence, **places)
        sentence = s.DEEMED_UNLESS if value.rebuttable else s.DEEMED
        return self.t.counted(sentence, value.days, **places)

    def authorities(self) -> Iterator[str]:
        """Give who decides and where to deliver, each with its addresses."""
        decides, receives = self.value.decided_by, self.value.deliver_to
        same = receives is not None and receives == decides
        if decides is None:
            yield _gap(self.t, "decided_by")
        else:
            yield self.t(self.own.decides, name=self.named(decides))
            yield from self.contacts(decides, needed=same)
        if receives is None:
            yield _gap(self.t, "deliver_to")
        elif same:
            yield self.t(s.DELIVER_SAME)
        else:
            yield self.t(s.DELIVER, name=self.named(receives))
            yield from self.contacts(receives, needed=True)

    def named(self, office: Authority) -> str:
        """Return an authority's name; one that only the law names, in the language."""
        kind = _BY_LAW.get(office.name)
        return one_line(office.name) if kind is None else self.t.term(kind)

    def contacts(self, office: Authority, *, needed: bool) -> Iterator[str]:
        """Give the addresses and the hours of one office."""
        for field, sentence in s.CONTACTS.items():
            known = getattr(office, field)
            if known is not None:
                shown = self.t.hours(known) if field == "hours" else one_line(known)
                yield self.t(sentence, value=shown)
            elif needed and field in _NEEDED:
                yield _gap(self.t, field)

    def delivery(self) -> Iterator[str]:
        """Give until when each kind of document may arrive."""
        for field in CUTOFFS:
            yield self.cutoff(field, getattr(self.value, field))
        yield self.t(s.OWN_RISK)

    def cutoff(self, field: str, cutoff: Cutoff | time | None) -> str:
        """Return until when one kind of document may arrive."""
        close, day, clock = CUTOFFS[field]
        if cutoff is None:
            return _gap(self.t, field)
        if isinstance(cutoff, time):
            return self.t(clock, time=self.t.clock(cutoff))
        return self.t(close if cutoff is Cutoff.OFFICE_CLOSE else day)
