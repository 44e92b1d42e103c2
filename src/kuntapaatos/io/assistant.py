"""
Answers for an assistant that cannot count days itself: plain arguments in, plain JSON out.

Five questions, each a function of texts and numbers: what a decision says, until when a
notice can be answered, which remedies a matter has, when a decision is final, and what a
fee is.  Terms are the law's own Finnish words.  Every answer carries its steps, each
provision with its address, what is open, and what was not understood; a question that
cannot be answered is an error that says what is missing.  No file, clock or network is
touched, and what comes in has bounds.

>>> counted = count_deadline("kirje", "2024-12-10", "14 päivää", language="en")
>>> counted["last_day"], [step["to"] for step in counted["steps"]]
('2024-12-31', ['2024-12-17', '2024-12-31'])
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from difflib import get_close_matches
from enum import Enum
from typing import Any, TypeVar

from kuntapaatos.appeal import AppealInstruction
from kuntapaatos.deadline import Deadline
from kuntapaatos.deadline import count_deadline as counted
from kuntapaatos.doubts import Doubt
from kuntapaatos.errors import InvalidPeriod, InvalidValue
from kuntapaatos.fees import KOTISEUTULIITTO_2018, KT_2022, PUUMALA_USO_2019_2020, USO_2025_2026
from kuntapaatos.fees import fee as fee_of
from kuntapaatos.final import NotStarted, appeal_deadlines
from kuntapaatos.final import finality as final
from kuntapaatos.io.json import to_dict
from kuntapaatos.io.report import Known, parse_day
from kuntapaatos.io.report.appeals import answers
from kuntapaatos.io.report.problems import problem_lines
from kuntapaatos.io.text import read
from kuntapaatos.io.wording import say
from kuntapaatos.io.wording.voice import FINNISH, Voice
from kuntapaatos.law import LAW_AS_OF, Provision
from kuntapaatos.notice import Notice, NoticeKind
from kuntapaatos.office_hours import OfficeHours
from kuntapaatos.remedy import (
    AppealProhibition,
    DecisionKind,
    Entitled,
    MakerKind,
    RemedyKind,
    Subject,
    available_remedies,
)
from kuntapaatos.time_limit import Period

__all__ = [
    "MAXIMUM_CHARACTERS",
    "MAXIMUM_NOTICES",
    "count_deadline",
    "count_finality",
    "fee",
    "read_decision",
    "remedies",
]

MAXIMUM_CHARACTERS = 500_000
"""The longest text that is read, in characters."""
MAXIMUM_NOTICES = 100
"""The most notices of one decision."""

_Member = TypeVar("_Member", bound=Enum)
_NOTICES: dict[NoticeKind, Callable[[date], Notice]] = {
    NoticeKind.LETTER: Notice.letter,
    NoticeKind.EMAIL: Notice.email,
    NoticeKind.ONLINE_MINUTES: Notice.online_minutes,
    NoticeKind.RECEIPT: Notice.receipt,
    NoticeKind.HANDED_OVER: Notice.handed_over,
    NoticeKind.ANNOUNCEMENT: Notice.announcement,
    NoticeKind.POSTING: Notice.posting,
    NoticeKind.SUBSTITUTED: Notice.substituted,
    NoticeKind.PROCUREMENT_MESSAGE: Notice.procurement_message,
    NoticeKind.INVOICE: Notice.invoice,
    NoticeKind.PROVEN: Notice.proven,
}
_SCHEDULES = {
    f"{schedule.network} {schedule.term}": schedule
    for schedule in (USO_2025_2026, PUUMALA_USO_2019_2020, KOTISEUTULIITTO_2018, KT_2022)
}


def _bounded(name: str, given: str, most: int = 200) -> str:
    if not isinstance(given, str) or not given.strip() or len(given) > most:
        raise InvalidValue(name, str(given)[:40], f"a text of 1 to {most} characters")
    return given.strip()


def _one_of(name: str, given: str, words: Iterable[str]) -> str:
    """Return the word that is meant, in any case of letters."""
    known = {word.casefold(): word for word in words}
    asked = _bounded(name, given).casefold()
    if asked in known:
        return known[asked]
    near = get_close_matches(asked, known, n=3, cutoff=0.5) or sorted(known)
    raise InvalidValue(name, given, f"one of {', '.join(known[word] for word in near)}")


def _member(name: str, given: str, family: type[_Member]) -> _Member:
    return family(_one_of(name, given, (member.value for member in family)))


def _day(name: str, given: str) -> date:
    written = _bounded(name, given)
    try:
        return parse_day(written)
    except InvalidValue:
        raise InvalidValue(name, given, "a day like 2024-12-13") from None


def _period(name: str, given: str) -> Period:
    try:
        return Period.parse(_bounded(name, given))
    except InvalidPeriod:
        expected = 'a period like "14 päivää" or "6 kuukautta"'
        raise InvalidValue(name, given, expected) from None


def _notice(kind: str, day: str) -> Notice:
    words = [one.value for one in _NOTICES]
    return _NOTICES[NoticeKind(_one_of("kind", kind, words))](_day("day", day))


def _hours(given: str | None) -> OfficeHours | None:
    return None if given is None else OfficeHours.parse(_bounded("hours", given))


# --- answers as JSON -----------------------------------------------------------------------


def _source(provision: Provision) -> dict[str, str | None]:
    return {"cited": str(provision), "act": provision.full, "url": provision.url}


def _sources(provisions: Iterable[Provision]) -> list[dict[str, str | None]]:
    return [_source(provision) for provision in provisions]


def _said(value: Any, language: str) -> str:
    return say(value, language, plain=True)


def _moment(value: date | datetime | None) -> str | None:
    return None if value is None else value.isoformat()


def _doubts(doubts: Iterable[Doubt], language: str) -> list[dict[str, object]]:
    return [
        {
            "said": _said(doubt, language),
            "code": doubt.code.value,
            "about": doubt.about,
            "sources": _sources(
                provision for one in doubt.candidates for provision in one.provisions
            ),
        }
        for doubt in doubts
    ]


def _deadline(deadline: Deadline, language: str) -> dict[str, object]:
    return {
        "said": _said(deadline, language),
        "track": deadline.track.value,
        "notified_on": _moment(deadline.notified_on),
        "last_day": _moment(deadline.last_day),
        "latest_last_day": _moment(deadline.latest_last_day),
        "closes_at": _moment(deadline.closes_at),
        "steps": [
            {
                "said": _said(step, language),
                "from": _moment(step.start),
                "to": _moment(step.end),
                "sources": _sources(step.provisions),
            }
            for step in deadline.steps
        ],
        "doubts": _doubts(deadline.doubts, language),
        "value": to_dict(deadline),
        "law_as_of": LAW_AS_OF.isoformat(),
    }


def _track(track: Deadline | NotStarted, language: str) -> dict[str, object]:
    if isinstance(track, Deadline):
        return _deadline(track, language)
    return {
        "said": str(track),
        "track": track.track.value,
        "last_day": None,
        "sources": _sources([track.provision]),
    }


# --- the questions -------------------------------------------------------------------------


def read_decision(
    text: str,
    letters: Sequence[str] = (),
    emails: Sequence[str] = (),
    published: str | None = None,
    decided: str | None = None,
    hours: str | None = None,
    language: str = FINNISH,
) -> dict[str, object]:
    """
    Return what the text of one decision says, and the deadlines that can be counted from it.

    Args:
        text: The decision as published, in Finnish or Swedish; at most 500,000 characters.
        letters: Days on which a letter was sent to a party, like "2024-12-10".
        emails: Days on which an electronic message was sent to a party.
        published: The day the minutes were published online, where the text does not say it.
        decided: The day of the decision, where the text does not say it.
        hours: The registry's hours, like "8-16; pe, aatto 8-15".
        language: Of the sentences: "fi", "sv" or "en".

    Raises:
        InvalidValue: The text is too long or empty, or another argument cannot be read.
    """
    t = Voice(language)
    if not isinstance(text, str) or len(text) > MAXIMUM_CHARACTERS:
        raise InvalidValue("text", str(text)[:40], f"at most {MAXIMUM_CHARACTERS} characters")
    if len(letters) + len(emails) > MAXIMUM_NOTICES:
        raise InvalidValue("letters", len(letters), f"at most {MAXIMUM_NOTICES} days")
    known = Known(
        letters=[_day("letters", day) for day in letters],
        emails=[_day("emails", day) for day in emails],
        published=None if published is None else _day("published", published),
        decided=None if decided is None else _day("decided", decided),
        hours=_hours(hours),
    )
    reading = read(text)
    found = answers(reading, known, t)
    return {
        "is_decision": reading.is_decision,
        "decision": to_dict(reading.decision),
        "remedies": [
            {
                "title": one.title,
                "said": one.said,
                "deadlines": [
                    _deadline(row.answer, language) for row in one.rows if row.answer is not None
                ],
                "not_counted": [
                    {"track": row.track.value, "notice": row.way.value, "why": row.why}
                    for row in one.rows
                    if row.answer is None
                ],
            }
            for one in found
        ],
        "remarks": list(problem_lines(reading, t)),
        "not_understood": [unread.text for unread in reading.unread],
        "law_as_of": LAW_AS_OF.isoformat(),
    }


def count_deadline(
    kind: str, day: str, period: str, hours: str | None = None, language: str = FINNISH
) -> dict[str, object]:
    """
    Count one deadline by the general rules, from how and when a decision was told.

    Args:
        kind: The way of notice, such as "kirje" or "sähköinen viesti".
        day: The day of sending, publication or receipt, like "2024-12-10".
        period: How long there is to act, like "14 päivää".
        hours: The registry's hours; without them the closing time is not known.
        language: Of the sentences.

    Raises:
        InvalidValue: An argument cannot be read; the error says how it is written.
        NoRuleInForce: No rule of notice with a source covers the day.
    """
    deadline = counted(_notice(kind, day), _period("period", period), _hours(hours))
    return _deadline(deadline, language)


def remedies(
    maker: str,
    day: str,
    kind: str = DecisionKind.ORDINARY.value,
    subject: str = Subject.GENERAL.value,
) -> dict[str, object]:
    """
    Return what may be done against a decision: the remedies, or why there is none.

    Args:
        maker: Who decided, such as "kunnanhallitus" or "viranhaltija".
        day: The day of the decision, whose rules apply.
        kind: What the decision is, such as "oikaisuvaatimuspäätös".
        subject: What it is about, such as "rakentamislupa".

    Raises:
        InvalidValue: A term is none of the law's; the error names near ones.
        NoRuleInForce: No row with a source covers the day, the maker and the subject.
    """
    found = available_remedies(
        _member("kind", kind, DecisionKind),
        _member("maker", maker, MakerKind),
        _day("day", day),
        subject=_member("subject", subject, Subject),
    )
    return {
        "remedies": [
            {
                "said": str(one),
                "prohibited": isinstance(one, AppealProhibition),
                "sources": _sources(one.provisions),
                "value": to_dict(one),
            }
            for one in found
        ],
        "law_as_of": LAW_AS_OF.isoformat(),
    }


def count_finality(
    remedy: str,
    period: str,
    notices: Sequence[dict[str, str]],
    *,
    members_entitled: bool = True,
    decided: str | None = None,
    language: str = FINNISH,
) -> dict[str, object]:
    """
    Return when a decision is final if nobody appeals, or why that is not known.

    Args:
        remedy: The remedy it has, such as "oikaisuvaatimus".
        period: Its period, like "14 päivää".
        notices: Each with "kind" and "day": how and when everybody was told, at most 100.
        members_entitled: Whether the members of the municipality have the remedy, too.
        decided: The day of the decision, whose rules apply.
        language: Of the sentences.

    Raises:
        InvalidValue: An argument cannot be read, or such a notice starts no such period.
        NoRuleInForce: No rule with a source covers the day.
    """
    if not 0 < len(notices) <= MAXIMUM_NOTICES:
        raise InvalidValue("notices", len(notices), f"from 1 to {MAXIMUM_NOTICES} notices")
    told = []
    for place, one in enumerate(notices):
        if not isinstance(one, dict) or set(one) != {"kind", "day"}:
            raise InvalidValue(f"notices[{place}]", one, 'an object with "kind" and "day"')
        told.append(_notice(one["kind"], one["day"]))
    entitled = [Entitled.PARTY, Entitled.MEMBER] if members_entitled else [Entitled.PARTY]
    instruction = AppealInstruction(
        remedy=_member("remedy", remedy, RemedyKind),
        period=_period("period", period),
        entitled=entitled,
    )
    tracks = appeal_deadlines(
        instruction, told, decided_on=None if decided is None else _day("decided", decided)
    )
    answer = final(tracks, no_members=not members_entitled)
    return {
        "said": _said(answer, language),
        "final_on": _moment(answer.final_on),
        "rests_on": [assumption.value for assumption in answer.rests_on],
        "tracks": [_track(track, language) for track in tracks],
        "doubts": _doubts(answer.doubts, language),
        "sources": _sources(answer.provisions),
        "law_as_of": LAW_AS_OF.isoformat(),
    }


def fee(
    schedule: str, year: int, population: int | None = None, language: str = FINNISH
) -> dict[str, object]:
    """
    Return what a municipality pays by a public schedule of fees, with the steps of the count.

    Args:
        schedule: The network and its years, as in "USO 2025–2026".
        year: A year of the schedule's term.
        population: Inhabitants of the municipality.
        language: Of the sentences.

    Raises:
        InvalidValue: The schedule is not known, or a fact is of another kind.
        FactMissing: The schedule counts with a fact that is not given.
        NoFeeKnown: The schedule says nothing of so many inhabitants.
    """
    found = _SCHEDULES[_one_of("schedule", schedule, _SCHEDULES)]
    paid = fee_of(found, year, population=population)
    return {
        "said": _said(paid, language),
        "steps": [_said(step, language) for step in paid.steps],
        "doubts": _doubts(paid.doubts, language),
        "value": to_dict(paid),
    }
