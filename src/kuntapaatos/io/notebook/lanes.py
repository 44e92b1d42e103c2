"""
What a picture of the days draws: for each clock a lane of days, and the words for it.

>>> from kuntapaatos.deadline import count_deadline
>>> from kuntapaatos.io.wording.voice import Voice, bare_clock, later
>>> from kuntapaatos.time_limit import Period
>>> deadline = count_deadline(Notice.letter(date(2024, 12, 23)), Period.days(14))
>>> (lane,) = lanes_of(deadline, Voice("fi")).lanes
>>> for span in lane.spans:
...     print(span.role.value, span.first, span.last)
told 2024-12-23 2024-12-23
waiting 2024-12-24 2024-12-29
notified 2024-12-30 2024-12-30
counted 2024-12-31 2025-01-13
last 2025-01-13 2025-01-13
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from enum import Enum

from attrs import field, frozen

from kuntapaatos.checks import all_of
from kuntapaatos.closing import Channel, end_of
from kuntapaatos.deadline import Deadline
from kuntapaatos.doubts import Doubt
from kuntapaatos.errors import InvalidValue
from kuntapaatos.final import Finality, NotStarted, finality
from kuntapaatos.io.wording.voice import Voice, bare_clock, later
from kuntapaatos.notice import Notice, NoticeKind
from kuntapaatos.time_limit import PeriodUnit
from kuntapaatos.workdays import closed_day

__all__ = ["Lane", "Lanes", "Line", "Role", "Span", "lanes_of"]

_ONE_DAY = timedelta(days=1)
_SENT, _PUBLISHED = later("{day} sent: {kind}"), later("{day} published: {kind}")
_VERBS = {
    NoticeKind.LETTER: _SENT,
    NoticeKind.EMAIL: _SENT,
    NoticeKind.PROCUREMENT_MESSAGE: _SENT,
    NoticeKind.ONLINE_MINUTES: _PUBLISHED,
    NoticeKind.ANNOUNCEMENT: _PUBLISHED,
    NoticeKind.OFFICIAL_GAZETTE: _PUBLISHED,
}
_CLOSED = later("last day {day}, but the registry is last open on {until}, before {clock}")
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


class Role(Enum):
    """What a day is in a count; each has a shape of its own."""

    TOLD = "told"
    WAITING = "waiting"
    NOTIFIED = "notified"
    COUNTED = "counted"
    MOVED = "moved"
    LAST = "last"
    UNTIL = "until"
    """The registry's last open day, when it is closed on the last day."""
    DOUBTED = "doubted"
    FINAL = "final"
    HEAD = "head"
    """No day: a line of the key that heads a lane's lines."""
    CLOSED = "closed"
    NOTE = "note"


@frozen
class Span:
    """
    Days of one role.

    Attributes:
        role: What they are.
        first: The first day, included.
        last: The last day, included.
        text: What stands in it: the closing time of a last day.
        numbered: Whether its days are counted one by one.
    """

    role: Role
    first: date
    last: date
    text: str = ""
    numbered: bool = False


@frozen
class Line:
    """One line of the key: the shape it explains, and the words."""

    role: Role
    text: str


@frozen
class Lane:
    """
    One clock.

    Attributes:
        letter: What marks it beside others; empty when it is alone.
        spans: Its days, in the order they are drawn.
        lines: Its part of the key.
    """

    letter: str
    spans: tuple[Span, ...]
    lines: tuple[Line, ...]


@frozen(kw_only=True)
class Lanes:
    """
    Every clock of a picture.

    Attributes:
        lanes: The clocks, in the order given.
        lines: What the key says of all of them.
        last_days: The last days, as words, for the title.
    """

    lanes: tuple[Lane, ...]
    lines: tuple[Line, ...] = ()
    last_days: tuple[str, ...] = field(default=())


def lanes_of(values: Deadline | Finality | Iterable[Deadline | NotStarted], t: Voice) -> Lanes:
    """
    Return the lanes of one answer or of several.

    Raises:
        InvalidValue: *values* is something else, or holds nothing.
    """
    expected = "a Deadline, the answers of appeal_deadlines, a Finality or a FeeSchedule"
    if isinstance(values, Deadline):
        return _lanes([values], None, t)
    if isinstance(values, Finality):
        decided = [] if values.decided_by is None else [values.decided_by]
        return _lanes([*decided, *values.missing], values, t)
    answers = all_of("values", values, (Deadline, NotStarted), expected)
    if not answers:
        raise InvalidValue("values", answers, expected)
    return _lanes(answers, finality(answers), t)


def _lanes(answers: Iterable[Deadline | NotStarted], final: Finality | None, t: Voice) -> Lanes:
    # Many parties who were told on the same day have one lane.
    counts: dict[Deadline | NotStarted, int] = {}
    for answer in answers:
        counts[answer] = counts.get(answer, 0) + 1
    deadlines = [answer for answer in counts if isinstance(answer, Deadline)]
    several = len(deadlines) > 1
    lanes: list[Lane] = []
    for place, deadline in enumerate(deadlines):
        letter = _LETTERS[place % len(_LETTERS)] * (1 + place // len(_LETTERS)) if several else ""
        decides = final is not None and final.decided_by == deadline
        final_on = final.final_on if final is not None and decides else None
        head = _head(deadline, counts[deadline], letter, t)
        lanes.append(_lane(deadline, letter, head, final_on, t))
    lines = [
        Line(
            Role.NOTE,
            f"{t.term(answer.track)}: {t.term(answer.missing)}",
        )
        for answer in counts
        if isinstance(answer, NotStarted)
    ]
    # What is open about a clock that is not drawn, as the one that does not decide.
    drawn = {doubt for deadline in deadlines for doubt in deadline.doubts}
    others = [] if final is None else [doubt for doubt in final.doubts if doubt not in drawn]
    if others:
        lines.append(_open_questions(others, t))
    if final is not None and final.final_on is None:
        lines.append(Line(Role.NOTE, t("when the decision is final cannot be counted")))
    return Lanes(
        lanes=tuple(lanes),
        lines=tuple(lines),
        last_days=tuple(dict.fromkeys(t.weekday(deadline.last_day) for deadline in deadlines)),
    )


def _head(deadline: Deadline, count: int, letter: str, t: Voice) -> tuple[Line, ...]:
    if not letter:
        return ()
    said = f"{letter} {t.term(deadline.track)}"
    if count > 1:
        said = t("{clock}, {count} alike", clock=said, count=count)
    return (Line(Role.HEAD, said),)


def _lane(
    deadline: Deadline, letter: str, head: tuple[Line, ...], final_on: date | None, t: Voice
) -> Lane:
    spans: list[Span] = []
    lines = list(head)
    for span, line in (
        *_told(deadline.notice, t),
        *_counted(deadline, t),
        *_last(deadline, t),
        *_doubted(deadline, t),
    ):
        spans.extend(span)
        lines.extend(line)
    if final_on is not None:
        spans.append(Span(Role.FINAL, final_on, final_on))
        lines.append(
            Line(Role.FINAL, t("final on {day}, if nobody appeals", day=t.weekday(final_on)))
        )
    return Lane(letter, tuple(spans), tuple(lines))


_Part = tuple[list[Span], list[Line]]


def _told(notice: Notice, t: Voice) -> Iterator[_Part]:
    told, notified = notice.day, notice.notified_on
    kind = t.term(notice.kind)
    span = Span(Role.NOTIFIED, notified, notified)
    if told == notified:
        said = t(
            "{day} counts as received: {kind}; not counted", day=t.weekday(notified), kind=kind
        )
        yield [span], [Line(Role.NOTIFIED, said)]
        return
    said = t(_VERBS.get(notice.kind, later("{day} {kind}")), day=t.weekday(told), kind=kind)
    yield [Span(Role.TOLD, told, told)], [Line(Role.TOLD, said)]
    if notified - told > _ONE_DAY:
        yield [Span(Role.WAITING, told + _ONE_DAY, notified - _ONE_DAY)], []
    said = t("{day} counts as received; not counted", day=t.weekday(notified))
    yield [span], [Line(Role.NOTIFIED, said)]


def _counted(deadline: Deadline, t: Voice) -> Iterator[_Part]:
    first, unmoved = deadline.notified_on + _ONE_DAY, deadline.unmoved_last_day
    numbered = deadline.period.unit is PeriodUnit.DAY
    said = t(
        "period of {period}: {first} – {last}",
        period=t.period(deadline.period),
        first=t.day(first),
        last=t.day(unmoved),
    )
    yield [Span(Role.COUNTED, first, unmoved, "", numbered)], [Line(Role.COUNTED, said)]
    if unmoved != deadline.last_day:
        said = t(
            "{day} is {name}: moves to the next workday",
            day=t.weekday(unmoved),
            name=t.value(closed_day(unmoved)),
        )
        yield (
            [Span(Role.MOVED, unmoved + _ONE_DAY, deadline.last_day)],
            [Line(Role.MOVED, said)],
        )


def _last(deadline: Deadline, t: Voice) -> Iterator[_Part]:
    day, closes_at = deadline.last_day, deadline.closes_at
    said = {"day": t.weekday(day)}
    if closes_at is None:
        text, line = "?", later("last day {day}; the opening hours are not known")
    elif closes_at == end_of(day):
        text, line = "24.00", later("last day {day}, until the end of the day")
    else:
        text, line = bare_clock(closes_at.time()), later("last day {day}, before {clock}")
        said["clock"] = text
        if closes_at.date() != day:
            until = closes_at.date()
            yield [Span(Role.UNTIL, until, until, text)], []
            text, line = t("shut"), _CLOSED
            said["until"] = t.weekday(until)
    yield [Span(Role.LAST, day, day, text)], [Line(Role.LAST, t(line, **said))]


def _doubted(deadline: Deadline, t: Voice) -> Iterator[_Part]:
    if deadline.latest is not None:
        said = t("in doubt: the last day may be as late as {day}", day=t.weekday(deadline.latest))
        yield (
            [Span(Role.DOUBTED, deadline.last_day + _ONE_DAY, deadline.latest)],
            [Line(Role.DOUBTED, said)],
        )
    others = _other_clocks(deadline)
    if others:
        said = t("in doubt: the time may also be {clocks}", clocks=", ".join(others))
        yield [], [Line(Role.NOTE, said)]
    if deadline.doubts:
        yield [], [_open_questions(deadline.doubts, t)]


def _open_questions(doubts: Iterable[Doubt], t: Voice) -> Line:
    named = dict.fromkeys(t.term(doubt.code) for doubt in doubts)
    return Line(Role.NOTE, t("in doubt: {what}", what=", ".join(named)))


def _other_clocks(deadline: Deadline) -> list[str]:
    """Return when else it may close on the last day: offices differ, or channels do."""
    moments = {
        candidate.value
        for doubt in deadline.doubts
        if doubt.about in {"closes_at", "electronic_until"}
        for candidate in doubt.candidates
        if isinstance(candidate.value, datetime)
    }
    moments.update(deadline.closing(Channel.PAPER).moments)
    return [
        "24.00" if moment == end_of(deadline.last_day) else bare_clock(moment.time())
        for moment in sorted(moments - {deadline.closes_at})
    ]
