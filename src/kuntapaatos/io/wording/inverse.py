r"""
From a text that `write_instruction` made back to the value: each template read backwards.

A passage counts only when it is whole: it begins with one of the titles, ends with the
closing sentence, and every line between is one of the catalogue's.  Anything else is a
text of somebody else's, which the general reader reads.

>>> from kuntapaatos.io.wording.instruct import write_instruction
>>> text = write_instruction(AppealProhibition(ProhibitionGround.PREPARATION), "sv")
>>> [passage.value for passage in own_passages(f"§ 5\n\n{text}\n\nBilagor")]
[AppealProhibition(ground=<ProhibitionGround.PREPARATION: 'valmistelu'>)]
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from enum import Enum
from functools import lru_cache
from typing import Any

from attrs import frozen

from kuntapaatos.closing import Cutoff
from kuntapaatos.errors import KuntapaatosError
from kuntapaatos.instruction import (
    AppealInstruction,
    Attachment,
    Authority,
    Content,
    Form,
    Presumption,
)
from kuntapaatos.io.wording import sentences as s
from kuntapaatos.io.wording.backwards import (
    HoursBack,
    Unlike,
    backwards,
    clock_of,
    day_of,
    text_of,
)
from kuntapaatos.io.wording.catalogue import Catalogue, catalogue, languages
from kuntapaatos.io.wording.forms import Forms
from kuntapaatos.io.wording.instruct import CUTOFFS
from kuntapaatos.io.wording.terms import ACTS, COURT
from kuntapaatos.law import Provision
from kuntapaatos.remedy import (
    AppealProhibition,
    Entitled,
    ProhibitionGround,
    RemedyKind,
    Subject,
)
from kuntapaatos.time_limit import Period

__all__ = ["OwnPassage", "own_passages"]

# No instruction has more lines.
_MOST_LINES = 400
_LONGEST = 2000
_PROVISION = re.compile(
    r"(.{1,2000}?)(?: \((\d{1,4}/\d{4})\))?(?: (\d{1,3}[^()§]{0,20}§[^()]{0,40}))?"
)


@frozen
class OwnPassage:
    """
    An instruction or a prohibition that was written by this library.

    Attributes:
        value: What it says.
        start: Where it starts in the text, included.
        end: Where it ends, excluded.
        places: Where each field was read: name, value, start, end.
    """

    value: AppealInstruction | AppealProhibition
    start: int
    end: int
    places: tuple[tuple[str, object, int, int], ...] = ()


_Action = Callable[["_Reader", "dict[str, str]"], None]
_LISTS: dict[str, tuple[s.Sentence, type[Enum]]] = {
    "entitled": (s.OTHERWISE.who, Entitled),
    "form": (s.FORM_LIST, Form),
    "contents": (s.CONTENT_LIST, Content),
    "attachments": (s.ENCLOSURE_LIST, Attachment),
}
_OF_A_BAN = {"ground", "provisions"}
_OF_AN_INSTRUCTION = {
    *("period", "starts_from", "entitled", "presumptions", "paper_cutoff", "electronic_cutoff"),
    *("form", "contents", "attachments", "court_appeal_barred", "subject", "stated_last_day"),
    *("provision", "same"),
}
_HEADINGS = (
    *(s.WHO, s.TIME, s.NOTICE, s.AUTHORITY, s.DELIVERY, s.FORM, s.CONTENT, s.ENCLOSURES, s.COPIES),
    *(s.COUNTING, s.OWN_RISK),
)


class _Language:
    """The templates of one language, read backwards."""

    def __init__(self, words: Catalogue) -> None:
        self.words = words
        template = words.template
        self.titles = {template(title): kind for kind, title in s.TITLES.items()}
        self.ban = template(s.BAN_TITLE)
        self.end = template(s.COPIES_TEXT)
        self.ban_end = template(s.BAN_END)
        self.fixed: dict[str, tuple[str, object] | None] = {
            template(one): None
            for one in (
                *_HEADINGS,
                *s.LEADS.values(),
                *(remark for remarks in s.REMARKS.values() for remark in remarks),
                s.BAN,
            )
        }
        for part in s.PARTS.values():
            self.fixed[words.say(s.GAP, part=template(part))] = None
        self.fixed[template(s.BARRED)] = ("court_appeal_barred", True)
        self.fixed[template(s.NOT_BARRED)] = ("court_appeal_barred", False)
        for field, (close, day, _) in CUTOFFS.items():
            self.fixed[template(close)] = (field, Cutoff.OFFICE_CLOSE)
            self.fixed[template(day)] = (field, Cutoff.END_OF_DAY)
        self.openings = {template(opening): field for field, (opening, _) in _LISTS.items()}
        self.openings |= {template(own.who): "entitled" for own in s.every_own()}
        self.members = {
            field: {words.term(member): member for member in kind}
            for field, (_, kind) in _LISTS.items()
        }
        self.open: list[tuple[re.Pattern[str], _Action]] = [
            (backwards(template(sentence)), action) for sentence, action in _ACTIONS
        ]
        self.open += [
            (backwards(words.plural(sentence, count)), _deemed(sentence))
            for sentence in (s.DEEMED_UNLESS, s.DEEMED)
            for count in (1, 2)
        ]
        self.periods = [
            (unit, backwards(words.plural(sentence, count)))
            for unit, sentence in s.PERIODS.items()
            for count in (1, 2)
        ]
        self.starts = {template(started): event for event, started in s.STARTED_BY.items()}
        self.events = {template(event): kind for kind, event in s.EVENTS.items()}
        forms = Forms(words)
        self.acts = {forms.act(name): name for name in ACTS}
        self.court = forms.act(COURT)
        self.hours = HoursBack(words)
        self.clock = backwards(template(s.CLOCK))

    def term(self, kind: type[Enum], text: str) -> Any:
        """Return the member of an enum that a word stands for."""
        for member in kind:
            if self.words.term(member) == text:
                return member
        raise Unlike


class _Reader:
    """Takes the lines of one passage."""

    def __init__(self, language: _Language, remedy: RemedyKind | None) -> None:
        self.language = language
        self.remedy = remedy
        self.values: dict[str, Any] = {}
        self.offices: dict[str, dict[str, Any]] = {}
        self.office = ""
        self.listing = ""
        self.seen: list[tuple[str, object]] = []

    def line(self, line: str) -> None:
        """Take one line."""
        language = self.language
        if len(line) > _LONGEST:
            raise Unlike
        if line in language.openings:
            self.listing = language.openings[line]
            return
        if self.listing and line.startswith("- "):
            member = language.members[self.listing].get(line[2:])
            if member is None:
                raise Unlike
            self.values[self.listing] = (*self.values.get(self.listing, ()), member)
            self.seen.append((self.listing, member))
            return
        self.listing = ""
        if line in language.fixed:
            known = language.fixed[line]
            if known is not None:
                self.take(*known)
            return
        for template, action in language.open:
            found = template.fullmatch(line)
            if found is not None:
                action(self, found.groupdict())
                return
        raise Unlike

    def take(self, field: str, value: object) -> None:
        """Take a value; each stands once."""
        if field in self.values:
            raise Unlike
        self.values[field] = value
        self.seen.append((field, value))

    def contact(self, field: str, value: object) -> None:
        """Take an address of the office named last."""
        office = self.offices.get(self.office)
        if office is None or field in office:
            raise Unlike
        office[field] = value
        self.seen.append((f"{self.office}.{field}", value))

    def value(self) -> AppealInstruction | AppealProhibition:
        """Return what was read."""
        mine = _OF_A_BAN if self.remedy is None else _OF_AN_INSTRUCTION
        if not self.values.keys() <= mine or (self.remedy is None and self.offices):
            raise Unlike
        if self.remedy is None:
            return AppealProhibition(self.values.get("ground"), self.values.get("provisions", ()))
        offices: dict[str, Any] = {
            field: Authority(**parts) for field, parts in self.offices.items()
        }
        if self.values.pop("same", False):
            offices["deliver_to"] = offices["decided_by"]
        return AppealInstruction(remedy=self.remedy, **self.values, **offices)


def _office(field: str) -> _Action:
    def action(reader: _Reader, places: dict[str, str]) -> None:
        if field in reader.offices:
            raise Unlike
        reader.offices[field] = {}
        reader.office = field
        reader.contact("name", text_of(places["name"]))

    return action


def _address(field: str) -> _Action:
    def action(reader: _Reader, places: dict[str, str]) -> None:
        value = places["value"]
        hours = field == "hours"
        reader.contact(field, reader.language.hours.read(value) if hours else text_of(value))

    return action


def _field(field: str, place: str, kind: type[Enum] | None = None) -> _Action:
    def action(reader: _Reader, places: dict[str, str]) -> None:
        text = places[place]
        reader.take(field, text_of(text) if kind is None else reader.language.term(kind, text))

    return action


def _period(reader: _Reader, places: dict[str, str]) -> None:
    for unit, template in reader.language.periods:
        found = template.fullmatch(places["period"])
        if found is not None:
            reader.take("period", Period(unit, int(found["count"])))
            return
    raise Unlike


def _starts(reader: _Reader, places: dict[str, str]) -> None:
    event = reader.language.starts.get(places["event"])
    if event is None:
        raise Unlike
    reader.take("starts_from", event)


def _last_day(reader: _Reader, places: dict[str, str]) -> None:
    reader.take("stated_last_day", day_of(places["day"]))


def _same(reader: _Reader, _: dict[str, str]) -> None:
    if "decided_by" not in reader.offices:
        raise Unlike
    reader.take("same", value=True)


def _cutoff(field: str) -> _Action:
    def action(reader: _Reader, places: dict[str, str]) -> None:
        found = reader.language.clock.fullmatch(places["time"])
        if found is None:
            raise Unlike
        reader.take(field, clock_of(found["time"]))

    return action


def _deemed(sentence: s.Sentence) -> _Action:
    rebuttable = sentence in (s.DEEMED_UNLESS, s.DEEMED_AT_ONCE_UNLESS)

    def action(reader: _Reader, places: dict[str, str]) -> None:
        kind = reader.language.events.get(places["event"])
        if kind is None:
            raise Unlike
        presumption = Presumption(kind, int(places.get("count", 0)), rebuttable)
        reader.values["presumptions"] = (*reader.values.get("presumptions", ()), presumption)
        reader.seen.append(("presumptions", presumption))

    return action


def _cited(reader: _Reader, places: dict[str, str]) -> None:
    provisions: list[Provision] = []
    for text in places["provisions"].split("; "):
        found = _PROVISION.fullmatch(text)
        if found is None:
            raise Unlike
        act = reader.language.acts.get(found[1], found[1])
        if act.startswith(reader.language.court):
            act = COURT + act.removeprefix(reader.language.court)
        provisions.append(Provision(act, found[2], found[3] or ""))
    reader.take("provisions", tuple(provisions))


_ACTIONS: tuple[tuple[s.Sentence, _Action], ...] = (
    *((own.decides, _office("decided_by")) for own in s.every_own()),
    (s.DELIVER, _office("deliver_to")),
    (s.DELIVER_SAME, _same),
    *((sentence, _address(field)) for field, sentence in s.CONTACTS.items()),
    (s.SUBJECT, _field("subject", "subject", Subject)),
    (s.PROVISION, _field("provision", "provision")),
    *((own.period, _period) for own in s.every_own()),
    (s.STARTS, _starts),
    (s.LAST_DAY, _last_day),
    (s.PAPER_TIME, _cutoff("paper_cutoff")),
    (s.ELECTRONIC_TIME, _cutoff("electronic_cutoff")),
    (s.BAN_GROUND, _field("ground", "ground", ProhibitionGround)),
    (s.BAN_PROVISIONS, _cited),
    (s.DEEMED_AT_ONCE_UNLESS, _deemed(s.DEEMED_AT_ONCE_UNLESS)),
    (s.DEEMED_AT_ONCE, _deemed(s.DEEMED_AT_ONCE)),
)


@lru_cache(maxsize=8)
def _language(code: str) -> _Language:
    return _Language(catalogue(code))


def _lines(text: str) -> list[tuple[str, int, int]]:
    """Return the lines that are not empty, each with its place."""
    found: list[tuple[str, int, int]] = []
    start = 0
    for line in text.split("\n"):
        bare = line.replace("\u00a0", " ").strip()
        if bare:
            at = start + len(line) - len(line.lstrip())
            found.append((bare, at, at + len(bare)))
        start += len(line) + 1
    return found


def own_passages(text: str) -> Iterator[OwnPassage]:
    """
    Give the passages of a text that this library wrote, in order.

    Args:
        text: Any text.
    """
    known = [_language(code) for code in languages()]
    lines = _lines(text)
    number = 0
    while number < len(lines):
        for language in known:
            passage = _passage(language, lines, number)
            if passage is not None:
                yield passage[0]
                number = passage[1]
                break
        else:
            number += 1


def _passage(
    language: _Language, lines: list[tuple[str, int, int]], first: int
) -> tuple[OwnPassage, int] | None:
    """Return the passage that begins at a line, and the number of the line after it."""
    title, start, stop = lines[first]
    remedy = language.titles.get(title)
    if remedy is None and title != language.ban:
        return None
    closing = language.ban_end if remedy is None else language.end
    reader = _Reader(language, remedy)
    places: list[tuple[str, object, int, int]] = [("remedy", remedy, start, stop)]
    for number, (line, begin, end) in enumerate(lines[first + 1 : first + _MOST_LINES], first + 1):
        if line == closing:
            try:
                value = reader.value()
            except Unlike:
                return None
            return OwnPassage(value, start, end, tuple(places)), number + 1
        known = len(reader.seen)
        try:
            reader.line(line)
        except (Unlike, KuntapaatosError, ValueError):
            return None
        places += [(field, value, begin, end) for field, value in reader.seen[known:]]
    return None
