"""
For which years, and from which day to which, a municipality is a member.

>>> text = "Kunta liittyy VIRTA-verkostoon 1.8.2025–31.7.2027."
>>> from kuntapaatos.io.text.networks import named
>>> (virta,) = named(text)
>>> lasting = read_lasting(text, [(0, len(text), True)], virta, None)
>>> lasting.values["term"], lasting.values["last_day"]
(Term(first_year=2025, last_year=2027), datetime.date(2027, 7, 31))
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from attrs import define, field

from kuntapaatos.fees import Term
from kuntapaatos.io.text.costs import sentence_around
from kuntapaatos.io.text.dates import find_date_ranges, find_terms, find_years
from kuntapaatos.io.text.facts import Fact, Why
from kuntapaatos.io.text.joined_edges import FEE, FROM, TO, Edge, Stretch, after_years, edges
from kuntapaatos.io.text.joined_sums import TABLE
from kuntapaatos.io.text.joined_to import acts
from kuntapaatos.io.text.networks import Named, is_kind
from kuntapaatos.io.text.words.outcomes import sentences
from kuntapaatos.io.text.words.statements import every, words_of

__all__ = ["Lasting", "read_lasting"]

# What is shorter is when something takes place.
_SHORTEST = timedelta(days=60)
_NO_DAYS: tuple[date | None, date | None] = (None, None)
_FOR_TIME = re.compile(
    r"ajal|aika|ajan|ajak|kau[sd]|kestä|toteut|välis|tiden|period|pågår|genomför", re.IGNORECASE
)
# A school year runs from 1 August to 31 July (Perusopetuslaki 23 §), others are not known.
_SCHOOL = re.compile(r"(?:\blukuvuo\w{1,8}|\bläsår\w{0,4})[ \n]\Z", re.IGNORECASE)
_ACROSS = re.compile(
    r"\b(?:toimintavuo|tilivuo|tilikau|verksamhetsår|räkenskapsår)\w{0,8}[ \n]\Z", re.IGNORECASE
)
# "8/2025–7/2027", "1.2025 - 12.2026"
_MONTHS = re.compile(
    r"(?<![\d./])(0?[1-9]|1[0-2])[/.](20\d\d)[ ]?[-–—][ ]?(0?[1-9]|1[0-2])[/.](20\d\d)(?![\d/])"
)
# "Ohjelmakausi 2023–2025 päättyy", "edellinen kausi 2023–2025"
_ENDED_AFTER = re.compile(
    r"[ \n](?:on[ \n])?(?:päätty\w{1,4}|päättymäs\w{1,3}|umpeutu\w{1,4}"
    r"|upphör|avslutas|har[ ]avslutats|löper[ ]ut)"
)
_ENDED_BEFORE = re.compile(
    r"\b(?:edelli[ns]\w{2,6}|kuluva\w{0,4}|nykyi[ns]\w{2,6}|päättyv\w{2,4}|aiem\w{3,6}|viime|tidigare|föregående"
    r"|nuvarande|förra)[ \n](?:[^\W\d][\w-]{2,30}[ \n]){0,2}\Z",
    re.IGNORECASE,
)
# A heading that ends in the year.
_LAST_YEAR = re.compile(r"[ ](?<!vuodesta )(?<!vuoteen )(?<!från )(?<!sedan )(20\d\d)$")
_NO_YEAR = re.compile(r"(?:vuodesta|vuoteen|från år|till år|av år)[ \n]\Z", re.IGNORECASE)
# "Hyvä arki on järjestön kehittämisohjelma (2025–2028)"
_CALLED = re.compile(r"(?:[ ]?-\w{3,20})?[ ](?:on|är)[ ][^.;,()\d\n]{1,80}[ ]\(\Z")
_FOR_TERM = re.compile(
    r"\b(?:\w{0,20}kau(?:si|den|delle|della|deksi)|(?:luku)?vuo(?:si\w{0,4}|de\w{0,3}|nna)"
    r"|ajal(?:ta|le|la)|perioden|åren|året|år)[\s(]{1,3}$",
    re.IGNORECASE,
)


class _Span(NamedTuple):
    """From when until when, as one place of the text says it."""

    first: int
    last: int
    days: tuple[date | None, date | None]
    start: int
    end: int
    sure: bool = False
    across: bool = False


@define
class Lasting:
    """
    When a membership is.

    Attributes:
        values: By the names of the fields of `Membership`.
        facts: Each of them with its place.
        terms: Every term that the text states for it, the deciding words' first.
    """

    values: dict[str, object] = field(factory=dict)
    facts: list[Fact] = field(factory=list)
    terms: list[tuple[Term, int, int]] = field(factory=list)

    @property
    def term(self) -> Term | None:
        """The calendar years, where both ends are known."""
        term = self.values.get("term")
        return term if isinstance(term, Term) else None

    @property
    def one_year(self) -> bool:
        """Whether it is just one whole calendar year."""
        if self.term is None or len(self.term.years) > 1:
            return False
        first, last = date(self.term.first_year, 1, 1), date(self.term.last_year, 12, 31)
        ours = self.values.get("first_day", first), self.values.get("last_day", last)
        return ours == (first, last)

    def take(self, name: str, value: object, start: int, end: int) -> None:
        """Keep a value with its place."""
        self.values[name] = value
        self.facts.append(Fact(f"membership.{name}", value, start, end))


def read_lasting(
    text: str,
    stretches: Sequence[Stretch],
    named: Named,
    titled: tuple[int, int] | None,
    *,
    leaves: bool = False,
) -> Lasting:
    """
    Return when a membership is.

    Args:
        text: A clean text.
        stretches: Its parts that count, and whether each decides; the first ones first.
        named: What it is a member of.
        titled: Start and end of the heading.
        leaves: Whether it is ended, so that only its last day counts.
    """
    lasting = Lasting()
    near = [one for one in stretches if one[2] or one[:2] == titled]
    found = [*edges(text, near, titled, leaves=leaves)]
    if not found and not leaves:
        found = [*edges(text, stretches[len(near) :], None, leaves=False, news=not near)]
    if leaves:
        _take_last(lasting, found)
        return lasting
    begin = next((edge for begins, edge in found if begins), None)
    end = next((edge for begins, edge in found if not begins), None)
    names = (named.name, text[named.start : named.end])
    for stretch in stretches:
        _read_span(text, stretch, names, lasting, in_title=stretch[:2] == titled, edge=begin or end)
    if lasting.terms:
        _take_term(lasting, begin, end, goes_on=_goes_on(text, lasting.terms[0]))
    elif not lasting.facts:
        _take_edges(text, lasting, begin, end, near)
    if lasting.term is None and "until_year" not in lasting.values:
        _read_open(text, near, lasting)
    return lasting


def _take_last(lasting: Lasting, edges: Sequence[tuple[bool, Edge]]) -> None:
    """Take the last year and day of a membership that is ended; several are candidates."""
    found: dict[tuple[int, date | None], Edge] = {}
    for begins, edge in edges:
        day = edge.day
        if begins:
            # Who leaves from a day on was a member until the day before.
            day = (day or date(edge.year, 1, 1)) - timedelta(days=1)
        elif day is None:
            day = date(edge.year, 12, 31)
        elif (day.month, day.day) == (1, 1):
            # "Eroaa 1.1.2026": whether that is the first day outside is not said.
            found.setdefault((day.year - 1, None), edge)
        found.setdefault((day.year, day), edge)
    if len(found) == 1:
        ((year, day), edge) = next(iter(found.items()))
        lasting.take("until_year", year, edge.start, edge.end)
        lasting.take("last_day", day, edge.start, edge.end)
    elif found:
        edge = next(iter(found.values()))
        years = tuple(sorted({year for year, _ in found}))
        if len(years) == 1:
            lasting.take("until_year", years[0], edge.start, edge.end)
        else:
            place = (edge.start, edge.end)
            lasting.facts.append(
                Fact("membership.until_year", None, *place, years, Why.SEVERAL_DAYS)
            )


def _spans(piece: str) -> Iterator[_Span]:
    """Give the terms of years, and the days from one to another, that a part states."""
    for one in find_terms(piece):
        value = one.value or next(iter(one.candidates))
        before = piece[max(0, one.start - 24) : one.start]
        school = _SCHOOL.search(before) is not None
        days = (date(value.first, 8, 1), date(value.last, 7, 31)) if school else _NO_DAYS
        slash = one.value is None and "/" in piece[one.start : one.end]
        across = not school and (slash or _ACROSS.search(before) is not None)
        yield _Span(value.first, value.last, days, one.start, one.end, across=across)
    for hit in _MONTHS.finditer(piece):
        first, last = date(int(hit[2]), int(hit[1]), 1), date(int(hit[4]), int(hit[3]), 28)
        last = (last + timedelta(days=4)).replace(day=1) - timedelta(days=1)
        yield _Span(first.year, last.year, (first, last), *hit.span(), sure=True)
    for match in find_date_ranges(piece):
        known = match.value
        if known is not None and known.last - known.first >= _SHORTEST:
            sure = _FOR_TIME.search(piece, max(0, match.start - 30), match.start) is not None
            years = known.first.year, known.last.year
            yield _Span(*years, (known.first, known.last), match.start, match.end, sure=sure)


def _single_years(
    piece: str, *, decides: bool, in_title: bool, names: tuple[str, ...]
) -> Iterator[_Span]:
    """Give the single years in which a part says that something is done about a membership."""
    # A single year of the preparation is when something began, or was asked.
    if not (decides or in_title):
        return
    edges = [hit.span() for pattern in (FROM, TO) for hit in pattern.finditer(piece)]
    found = [(one.value, one.start, one.end) for one in find_years(piece) if one.value is not None]
    last = _LAST_YEAR.search(piece) if in_title and not found else None
    if last is not None:
        found.append((int(last[1]), *last.span(1)))
    for year, start, end in found:
        if any(first <= start < until for first, until in edges) or _NO_YEAR.search(piece[:start]):
            continue
        if not in_title:
            first, until = sentence_around(piece, start, end)
            sentence = piece[first:until]
            around = piece[max(0, start - 200) : end + 200]
            words = words_of(sentence)
            about = any(name in around for name in names) or any(map(is_kind, words))
            about = about or any(word.form.startswith(("jäsen", "medlem")) for word in words)
            if not about or FEE.search(sentence) or not acts(sentence):
                continue
        yield _Span(year, year, _NO_DAYS, start, end, sure=True)


def _read_span(
    text: str,
    stretch: Stretch,
    names: tuple[str, ...],
    lasting: Lasting,
    *,
    in_title: bool,
    edge: Edge | None,
) -> None:
    """Keep the first term of a part that is the membership's."""
    start, end, decides = stretch
    piece = text[start:end]
    spans = sorted(_spans(piece), key=lambda one: one.start)
    if edge is None:
        spans = spans or [*_single_years(piece, decides=decides, in_title=in_title, names=names)]
    for one in spans:
        if _ENDED_AFTER.match(piece, one.end) or _ENDED_BEFORE.search(piece[: one.start][-60:]):
            continue  # of the term before
        near = piece[max(0, one.start - 60) : one.start]
        same = near[-40:].rpartition(". ")[2]
        close = any(name in same for name in names) or _is_told(piece, one.start, names)
        if not (in_title or close or one.sure or _FOR_TERM.search(near)):
            continue
        if "strategia" in near.casefold():
            continue
        term, place = Term(one.first, one.last), (start + one.start, start + one.end)
        if one.across:
            if not lasting.facts:
                why = Why.YEARS_ACROSS
                lasting.facts.append(Fact("membership.term", None, *place, (term,), why))
            return
        if edge is not None and not decides and not in_title and edge.year not in term.years:
            return  # the preparation speaks of other years
        for name, day in zip(("first_day", "last_day"), one.days, strict=True):
            if day is not None and not lasting.terms:
                lasting.take(name, day, *place)
        lasting.terms.append((term, *place))
        return


def _goes_on(text: str, term: tuple[Term, int, int]) -> bool:
    """Whether a sentence says that it goes on after the years that it names."""
    return "toistaiseksi" in every(TABLE, words_of(text, *sentence_around(text, *term[1:])))


def _take_term(lasting: Lasting, begin: Edge | None, end: Edge | None, *, goes_on: bool) -> None:
    """Take the term: what is decided goes first, then the heading, then the preparation."""
    term, first, last = lasting.terms[0]
    distinct = {term for term, _, _ in lasting.terms}
    several = len(distinct) > 1
    lasting.values["term"] = term
    candidates = tuple(sorted(distinct, key=str)) if several or goes_on else ()
    why = Why.DECIDING_WORDS if several else None
    lasting.facts.append(Fact("membership.term", term, first, last, candidates, why))
    for name, year, edge in (
        ("first_day", term.first_year, begin),
        ("last_day", term.last_year, end),
    ):
        if edge is not None and edge.day is not None and edge.year == year:
            lasting.take(name, edge.day, edge.start, edge.end)


def _take_edges(
    text: str,
    lasting: Lasting,
    begin: Edge | None,
    end: Edge | None,
    stretches: Sequence[Stretch],
) -> None:
    """Take from when until when it is, where no term is stated as one."""
    if begin is not None and end is None:
        end = after_years(text, begin, stretches)
    if begin is not None and end is not None:
        if (begin.year, begin.day or date.min) > (end.year, end.day or date.max):
            return
        term = Term(begin.year, end.year)
        lasting.take("term", term, begin.start, begin.end)
        lasting.terms.append((term, begin.start, begin.end))
    elif begin is not None:
        lasting.take("from_year", begin.year, begin.start, begin.end)
    elif end is not None:
        lasting.take("until_year", end.year, end.start, end.end)
    for name, edge in (("first_day", begin), ("last_day", end)):
        if edge is not None and edge.day is not None:
            lasting.take(name, edge.day, edge.start, edge.end)


def _read_open(text: str, stretches: Sequence[Stretch], lasting: Lasting) -> None:
    """Read that no end is set, where no term is."""
    for start, end, _ in stretches:
        for first, last in sentences(text[start:end]):
            place = start + first, start + last
            if "toistaiseksi" in every(TABLE, words_of(text, *place)):
                lasting.take("open_ended", True, *place)
                return


def _is_told(piece: str, start: int, names: tuple[str, ...]) -> bool:
    """Whether years in brackets follow what the network is said to be."""
    before = piece[max(0, start - 200) : start]
    at = max(before.rfind(name) + len(name) if name in before else -1 for name in names)
    called = _CALLED.match(before, at) if at >= 0 else None
    return called is not None and is_kind(words_of(called.group())[-1])
