r"""
From a text that `write_instruction` made back to the value.

Each template is read backwards, and what was read is written once more: a passage counts
only when its lines are those.  Anything else is a text of somebody else's, which the
general reader reads.

>>> from kuntapaatos.io.wording.instruct import write_instruction
>>> text = write_instruction(AppealProhibition(ProhibitionGround.PREPARATION), "sv")
>>> [passage.value for passage in own_passages(f"§ 5\n\n{text}\n\nBilagor")]
[AppealProhibition(ground=<ProhibitionGround.PREPARATION: 'valmistelu'>)]
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, time
from enum import Enum
from functools import lru_cache, partial
from string import Formatter
from typing import Any, TypeVar

from attrs import evolve, frozen

from kuntapaatos.closing import Cutoff
from kuntapaatos.errors import KuntapaatosError
from kuntapaatos.instruction import AppealInstruction, Authority, Presumption
from kuntapaatos.instruction.value import LISTS
from kuntapaatos.io.wording import sentences as s
from kuntapaatos.io.wording.catalogue import catalogue
from kuntapaatos.io.wording.instruct import CUTOFFS, write_instruction
from kuntapaatos.io.wording.terms import ACTS, COURT
from kuntapaatos.io.wording.voice import CITED, Voice
from kuntapaatos.law import Provision
from kuntapaatos.office_hours import OfficeHours
from kuntapaatos.remedy import AppealProhibition, ProhibitionGround, RemedyKind, Subject
from kuntapaatos.time_limit import Period

__all__ = ["OwnPassage", "clock_of", "day_of", "own_passages"]

_K = TypeVar("_K")
_Line = tuple[str, int, int]
_LANGUAGES = ("fi", "sv")
"""The languages of decisions; an English text is for its reader alone."""
# No instruction has more lines.
_MOST_LINES = 400
_PROVISION = re.compile(
    r"(.{1,2000}?)(?: \((\d{1,4}/\d{4})\))?(?: (\d{1,3}[^()§]{0,20}§[^()]{0,40}))?"
)
# What may stand in a place; only one in a template is free, so that no line takes long.
_PLACES = {"count": r"\d{1,9}", "day": r"[\d.]{1,12}", "who": r"\D{1,60}"}
_OF_A_BAN = {"ground", "provisions"}


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


def day_of(text: str) -> date:
    """
    Return the day that a text is.

    Raises:
        ValueError: It is none.
    """
    day, month, year = map(int, text.split("."))
    return date(year, month, day)


def clock_of(text: str) -> time:
    """
    Return the time of day that a text is.

    Raises:
        ValueError: It is none.
    """
    found = re.fullmatch(r"(\d{1,2})\.(\d{2})(?:\.(\d{2})(?:,(\d{6}))?)?", text)
    return time(*(int(part or 0) for part in found.groups()) if found else (-1,))


def _plain(text: str) -> str:
    """Return a text that stands in a line, also when it had to be quoted there."""
    return str(json.loads(text)) if text.startswith('"') else text


def _pattern(template: str) -> re.Pattern[str]:
    """Return the pattern of everything that a template may say."""
    source = "".join(
        re.escape(text)
        + (f"(?P<{name}>{_PLACES.get(name, '.{1,2000}')})" if name is not None else "")
        for text, name, _, _ in Formatter().parse(template)
    )
    return re.compile(rf"\A{source}\Z")


class _Language:
    """The templates of one language, read backwards."""

    def __init__(self, code: str) -> None:
        self.words = catalogue(code)
        say, t = self.words.template, Voice(code)
        self.titles: dict[str, RemedyKind | None] = {
            **{say(title): kind for kind, title in s.TITLES.items()},
            say(s.BAN_TITLE): None,
        }
        self.ends = {say(end) for end in (s.COPIES_TEXT, s.COPIES_COURT, s.BAN_END)}
        self.openings = {
            say(s.FORM_LIST): "form",
            say(s.CONTENT_LIST): "contents",
            say(s.ENCLOSURE_LIST): "attachments",
            **{say(own.who): "entitled" for own in s.every_own()},
        }
        self.members = {
            field: self._terms(kind) for field, kind in LISTS.items() if issubclass(kind, Enum)
        }
        self.acts = {t.act(name): name for name in ACTS}
        self.court = t.act(COURT)
        self.everybody, self.eves = say(s.EVERYBODY), say(s.EVES)
        self.clock, self.since, self.until = map(_pattern, map(say, (s.CLOCK, s.FROM, s.UNTIL)))
        self.periods = [
            (unit, _pattern(self.words.plural(sentence, count)))
            for unit, sentence in s.PERIODS.items()
            for count in (1, 2)
        ]
        self.events = self._keys(s.EVENTS)
        self.lines = [(_pattern(line), field, read) for line, field, read in self._templates()]

    def _keys(self, said: Mapping[_K, s.Sentence]) -> dict[str, _K]:
        return {self.words.template(sentence): key for key, sentence in said.items()}

    def _terms(self, kind: Iterable[Enum]) -> dict[str, Enum]:
        return {self.words.term(member): member for member in kind}

    def _templates(self) -> Iterator[tuple[str, str, Callable[..., Any]]]:
        """Give each line that holds a value, the field it is of, and how it is read."""
        say, starts = self.words.template, self._keys(s.STARTED_BY)
        subjects, grounds = self._terms(Subject), self._terms(ProhibitionGround)
        for own in s.every_own():
            yield say(own.decides), "decided_by.name", _plain
            yield say(own.period), "period", self._period
        yield say(s.DELIVER), "deliver_to.name", _plain
        yield say(s.DELIVER_SAME), "deliver_to", lambda: True
        for field, contact in s.CONTACTS.items():
            # Of the office that was named last.
            hours = field == "hours"
            yield say(contact), f".{field}", self._hours if hours else _plain
        yield say(s.SUBJECT), "subject", subjects.__getitem__
        yield say(s.PROVISION), "provision", self._provision
        yield say(s.STARTS), "starts_from", starts.__getitem__
        yield say(s.LAST_DAY), "stated_last_day", day_of
        for barred, sentence in ((True, s.BARRED), (False, s.NOT_BARRED)):
            yield say(sentence), "court_appeal_barred", partial(bool, barred)
        for field, (close, day, clock) in CUTOFFS.items():
            yield say(close), field, partial(Cutoff, Cutoff.OFFICE_CLOSE)
            yield say(day), field, partial(Cutoff, Cutoff.END_OF_DAY)
            yield say(clock), field, self._clock
        for rebuttable, deemed, at_once in (
            (True, s.DEEMED_UNLESS, s.DEEMED_AT_ONCE_UNLESS),
            (False, s.DEEMED, s.DEEMED_AT_ONCE),
        ):
            presumption = partial(self._presumption, rebuttable=rebuttable)
            for template in (*(self.words.plural(deemed, n) for n in (1, 2)), say(at_once)):
                yield template, "presumptions", presumption
        yield say(s.BAN_GROUND), "ground", grounds.__getitem__
        yield say(s.BAN_PROVISIONS), "provisions", self._provisions

    def _period(self, period: str) -> Period:
        for unit, template in self.periods:
            if found := template.fullmatch(period):
                return Period(unit, int(found["count"]))
        raise ValueError

    def _clock(self, time: str) -> time:
        found = self.clock.fullmatch(time)
        return clock_of(found["time"] if found else time)

    def _hours(self, value: str) -> OfficeHours:
        held: dict[str, Any] = {}
        open_: list[str] = []
        for part in value.split("; "):
            if found := self.since.fullmatch(part):
                held["valid_from"] = day_of(found["day"])
            elif found := self.until.fullmatch(part):
                held["valid_until"] = day_of(found["day"])
            else:
                open_.append(part.replace(self.eves, "aatto"))
        return evolve(OfficeHours.parse("; ".join(open_)), **held)

    def _presumption(
        self, *, who: str, event: str, count: str = "0", rebuttable: bool
    ) -> Presumption:
        kind = self.events[event]
        everybody = who == self.everybody and s.TOLD.get(kind, s.PARTY) is not s.EVERYBODY
        return Presumption(kind, int(count), rebuttable, everybody=everybody)

    def _provisions(self, provisions: str) -> tuple[Provision, ...]:
        return tuple(map(self._cited, provisions.split("; ")))

    def _cited(self, text: str) -> Provision:
        found = _PROVISION.fullmatch(text)
        if found is None:
            raise ValueError
        act = self.acts.get(found[1], found[1])
        if act.startswith(self.court):
            act = COURT + act.removeprefix(self.court)
        return Provision(act, found[2], found[3] or "")

    def _provision(self, provision: str) -> str:
        text = _plain(provision)
        found = [CITED.fullmatch(part) for part in text.split("; ")]
        if not all(one is not None and one[1] in self.acts for one in found):
            return text
        return "; ".join(self.acts[one[1]] + one[2] for one in found if one is not None)

    def read(self, lines: Iterable[_Line]) -> Iterator[tuple[str, Any, int, int]]:
        """
        Give the fields that lines hold, with their values and places.

        Raises:
            KuntapaatosError, ValueError, KeyError: A line is not as it would be written.
        """
        office = listing = ""
        for line, start, end in lines:
            listing = self.openings.get(line, listing if line.startswith("- ") else "")
            if line.startswith("- "):
                yield listing, self.members[listing][line[2:]], start, end
                continue
            for template, field, read in self.lines:
                if found := template.fullmatch(line):
                    office = field.removesuffix(".name") if field.endswith(".name") else office
                    places = found.groupdict()
                    said = read(**places) if len(places) > 1 else read(*places.values())
                    yield f"{office}{field}" if field[0] == "." else field, said, start, end
                    break


_language = lru_cache(maxsize=8)(_Language)


def _made(
    remedy: RemedyKind | None, fields: Iterable[tuple[str, Any, int, int]]
) -> AppealInstruction | AppealProhibition:
    """Return the value of which these are the fields."""
    values: dict[str, Any] = {}
    offices: dict[str, dict[str, Any]] = {}
    for field, value, _, _ in fields:
        office, _, part = field.partition(".")
        if part == "name":
            offices[office] = {part: value}
        elif part:
            offices[office][part] = value
        else:
            values[field] = (*values.get(field, ()), value) if field in LISTS else value
    if remedy is None:
        return AppealProhibition(values.get("ground"), values.get("provisions", ()))
    for office, parts in offices.items():
        values[office] = Authority(**parts)
    if values.get("deliver_to") is True:
        values["deliver_to"] = values["decided_by"]
    mine = {field: value for field, value in values.items() if field not in _OF_A_BAN}
    return AppealInstruction(remedy=remedy, **mine)


def _lines(text: str) -> list[_Line]:
    """Return the lines that are not empty, each with its place."""
    found: list[_Line] = []
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
    lines = _lines(text)
    number = 0
    while number < len(lines):
        title = lines[number][0]
        code = next((one for one in _LANGUAGES if title in _language(one).titles), None)
        passage = None if code is None else _passage(code, lines[number : number + _MOST_LINES])
        if passage is None:
            number += 1
        else:
            yield passage[0]
            number += passage[1]


def _passage(code: str, lines: list[_Line]) -> tuple[OwnPassage, int] | None:
    """Return the passage that begins with the first line, and how many lines it has."""
    language = _language(code)
    ends = (place for place, (line, _, _) in enumerate(lines, 1) if line in language.ends)
    length = next(ends, 0)
    own, (title, start, stop) = lines[:length], lines[0]
    remedy = language.titles[title]
    try:
        fields = tuple(language.read(own))
        value = _made(remedy, fields)
    except (KuntapaatosError, ValueError, KeyError):
        return None
    again = _lines(write_instruction(value, code, plain=True))
    if [line for line, _, _ in again] != [line for line, _, _ in own]:
        return None
    places = (("remedy", remedy, start, stop), *fields)
    return OwnPassage(value, start, own[-1][2], places), length
