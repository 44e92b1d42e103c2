"""
Write docs/reference/law-support.md from the rule rows themselves.

    python tools/make_law_support.py

`law_support.md` beside this script holds the headings and the list of what is
not covered.  The tables are taken from the package: the rows of notice and
remedies, the closed days and eves as the calendar gives them, the sources that
public functions state, the day from which a function answers at all, and the
texts of the doubts.  A test holds the page against what this script makes.
"""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from importlib import import_module
from itertools import pairwise, product
from pathlib import Path
from pkgutil import iter_modules
from string import Template
from typing import NamedTuple

from dateutil.easter import easter

import kuntapaatos as kp
from kuntapaatos import fees, law
from kuntapaatos.remedy.rows import Prohibition, all_prohibitions, not_covered
from kuntapaatos.workdays import named_days

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "reference" / "law-support.md"
TEMPLATE = Path(__file__).with_name("law_support.md")
SOURCE = ROOT / "src" / "kuntapaatos"

# The general acts first, then the special ones by name.
FIRST_ACTS = (
    "Kuntalaki",
    "Kuntalaki 1995",
    "Hallintolaki",
    "Laki sähköisestä asioinnista viranomaistoiminnassa",
    "Laki säädettyjen määräaikain laskemisesta",
    "Laki oikeudenkäynnistä hallintoasioissa",
    "Hallintolainkäyttölaki",
)
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
SURE = {
    kp.law.Confidence.CERTAIN: "certain",
    kp.law.Confidence.LIKELY: "likely",
    kp.law.Confidence.UNCERTAIN: "uncertain",
}


class Line(NamedTuple):
    """
    One line of an act's table.

    Attributes:
        sections: The sections of this act, the first one fixes the place.
        beside: The other provisions behind the same rule.
        what: What is counted.
        since: The first day in force, as text; a dash without one of its own.
        until: The last day in force, as text.
        sure: How sure it is, and what is in doubt.
    """

    sections: tuple[str, ...]
    beside: tuple[str, ...]
    what: str
    since: str
    until: str
    sure: str


class Source(NamedTuple):
    """A public function, what it does and what it says that it rests on."""

    name: str
    summary: str
    provisions: tuple[kp.Provision, ...]


# --- What functions say --------------------------------------------------------------------


def acts() -> dict[str, tuple[str, str]]:
    """Return the name and the number of each act by what it is cited by."""
    known = {}
    for act in law.acts().values():
        known[act.number] = (act.name, act.number)
        if " " not in act.name:
            known[act.name] = (act.name, act.number)
    return known


_SECTION = r"\d+(?: [a-z])?(?:[-–]\d+(?: [a-z])?)?"
_LIST = rf"(?:\s+({_SECTION}(?:(?:,| and)\s+{_SECTION})*)\s+§)?"


def cited(text: str) -> tuple[kp.Provision, ...]:
    """Return the provisions and court decisions that a text names, in its order."""
    known = acts()
    names = "|".join(map(re.escape, sorted(known, key=len, reverse=True)))
    pattern = rf"(?P<court>KHO(?::\d{{4}}:\d+| [\d.]+/\d+))|\b(?P<act>{names}){_LIST}"
    found = []
    for match in re.finditer(pattern, text):
        if match["court"] is not None:
            found.append(kp.Provision(match["court"], None, ""))
            continue
        act, number = known[match["act"]]
        sections = re.split(r", | and ", match[3]) if match[3] is not None else [""]
        found.extend(
            kp.Provision(act, number, f"{section.replace('-', '–')} §" if section else "")
            for section in sections
        )
    return tuple(found)


def public() -> dict[str, object]:
    """Return the public names of the domain: those of the modules below the root."""
    names = sorted(one.name for one in iter_modules(kp.__path__))
    modules = [
        import_module(f"kuntapaatos.{name}")
        for name in names
        if name not in {"io", "late", "scope", "shown", "__main__"}
    ]
    found = {name: getattr(module, name) for module in modules for name in module.__all__}
    return dict(sorted(found.items()))


def _public_callables() -> Iterator[tuple[str, object]]:
    for name, value in public().items():
        if inspect.isfunction(value):
            yield name, value
        elif inspect.isclass(value) and value is not kp.Notice:  # its rules are rows
            yield from (
                (f"{name}.{inner}", getattr(value, inner))
                for inner in vars(value)
                if inner[0] != "_" and inspect.isroutine(getattr(value, inner))
            )


def sources() -> tuple[Source, ...]:
    """Return the public functions that name their source, in the order of their names."""
    found = []
    for name, value in _public_callables():
        doc = inspect.getdoc(value) or ""
        stated = re.search(r"^Source: (.*?)(?:\n\n|\Z)", doc, re.MULTILINE | re.DOTALL)
        if stated is not None:
            summary = " ".join(doc.split("\n\n")[0].split()).removeprefix("Return ")
            provisions = cited(" ".join(stated[1].split()))
            found.append(Source(name, summary[0].lower() + summary[1:], provisions))
    return tuple(found)


_TWO_WEEKS = kp.Period.days(14)
_TAXED = kp.FeeSchedule(
    network="Esimerkkiverkosto",
    term=kp.Term(1992, 2100),
    rules=fees.FlatFee(Decimal(100)),
    source="an example",
    vat=kp.fees.Vat(kp.fees.VatTreatment.ON_TOP),
)
PROBES: dict[str, Callable[[date], object]] = {
    "last_day_to_take_up": lambda day: kp.procedure.last_day_to_take_up(
        kp.count_deadline(kp.Notice.proven(day), _TWO_WEEKS)
    ),
    "personal_data_removal": lambda day: kp.procedure.personal_data_removal(
        kp.count_deadline(kp.Notice.online_minutes(day), _TWO_WEEKS)
    ),
    "notice_removal": kp.procedure.notice_removal,
    "standstill": lambda day: kp.procedure.standstill(kp.Notice.procurement_message(day)),
    "fee": lambda day: kp.fee(_TAXED, day.year, on=day),
}
"""The functions whose law began on some day: what asks them about one day."""


def first_answered(probe: Callable[[date], object]) -> date:
    """Return the first day on which a function answers, by halving."""
    low, high = kp.workdays.FIRST_DAY, date(2026, 1, 1)
    while low < high:
        middle = low + timedelta(days=(high - low).days // 2)
        try:
            probe(middle)
        except kp.KuntapaatosError:
            low = middle + timedelta(days=1)
        else:
            high = middle
    return low


# --- Rows ----------------------------------------------------------------------------------


def _until(day: date | None) -> str:
    return "in force" if day is None else day.isoformat()


def _dated(by: law.DatedBy) -> str:
    """Say by which day a row holds, where that is not the day of the decision."""
    return "" if by is law.DatedBy.DECISION else f", by {by.value}"


def _sure(row: kp.notice.NoticeRule | kp.Remedy | Prohibition) -> str:
    """Say how sure a row is, and where its text was seen."""
    return SURE[row.confidence] + (f" ({row.seen})" if row.seen else "")


def _notice_line(rule: kp.notice.NoticeRule) -> tuple[tuple[kp.Provision, ...], str, str, str, str]:
    days = "the same day" if rule.days == 0 else f"day {rule.days} after"
    what = f"Notice, *{rule.kind.value}*: {days}, {rule.track.value}"
    if rule.regime is not kp.Regime.GENERAL:
        what += f", {rule.regime.value}"
    if rule.to_authority:
        what += ", to an authority"
    if rule.rebuttable:
        what += ", rebuttable by a later day" if rule.only_later else ", rebuttable"
    what += _dated(rule.dated_by)
    if rule.note:
        what += f"; {rule.note}"
    sure = _sure(rule)
    if rule.doubt is not None:
        sure += f", doubt: {rule.doubt.value}"
    return rule.provisions, what, rule.valid_from.isoformat(), _until(rule.valid_until), sure


def _remedy_line(row: kp.Remedy) -> tuple[tuple[kp.Provision, ...], str, str, str, str]:
    what = f"*{row.kind.value}*, {row.period}, {row.subject.value}: to {row.authority.value}"
    if row.against is not kp.DecisionKind.ORDINARY:
        what += f", against {row.against.value}"
    if row.starts is not kp.remedy.StartingEvent.NOTICE:
        what += f", from {row.starts.value}"
    if row.leave_needed:
        what += ", with leave"
    if row.also_called:
        what += f", also called {', '.join(kind.value for kind in row.also_called)}"
    what += _dated(row.dated_by)
    if row.note:
        what += f"; {row.note}"
    sure = _sure(row)
    if row.doubts:
        sure += f", doubt: {row.doubts[0].code.value}"
    return row.provisions, what, row.valid_from.isoformat(), _until(row.valid_until), sure


def _prohibition_line(row: Prohibition) -> tuple[tuple[kp.Provision, ...], str, str, str, str]:
    what = f"*muutoksenhakukielto*, {row.subject.value}, against {row.against.value}"
    what += _dated(row.dated_by)
    if row.note:
        what += f"; {row.note}"
    return row.provisions, what, row.valid_from.isoformat(), _until(row.valid_until), _sure(row)


def _prohibitions() -> list[Prohibition]:
    """Return what an act forbids: preparation and implementation are barred everywhere."""
    barred = {kp.DecisionKind.PREPARATION, kp.DecisionKind.IMPLEMENTATION}
    return [row for row in all_prohibitions() if row.against not in barred]


def _function_line(source: Source) -> tuple[tuple[kp.Provision, ...], str, str, str, str]:
    probe = PROBES.get(source.name)
    since = "–" if probe is None else first_answered(probe).isoformat()
    return source.provisions, f"`{source.name}`: {source.summary}", since, "–", "–"


def lines() -> dict[tuple[str, str], list[Line]]:
    """Return the lines of each act, by its name and number."""
    rules = [
        *map(_notice_line, kp.notice.notice_rules()),
        *map(_remedy_line, kp.remedy.remedies()),
        *map(_prohibition_line, _prohibitions()),
        *map(_function_line, sources()),
    ]
    table: dict[tuple[str, str], list[Line]] = {}
    for provisions, what, since, until, sure in rules:
        for act, number in dict.fromkeys((p.act, p.number) for p in provisions):
            if number is None:
                continue
            own = tuple(p.section for p in provisions if p.number == number)
            beside = tuple(str(p) for p in provisions if p.number != number)
            line = Line(own, beside, what, since, until, sure)
            table.setdefault((act, number), []).append(line)
    return table


def _section_order(line: Line) -> tuple[int, str]:
    number = re.match(r"\d+", line.sections[0])
    return (int(number[0]) if number is not None else 0, line.sections[0])


def _act_order(act: tuple[str, str]) -> tuple[int, str]:
    name = act[0]
    return (FIRST_ACTS.index(name) if name in FIRST_ACTS else len(FIRST_ACTS), name)


# --- The calendar --------------------------------------------------------------------------


def closed_days() -> Iterator[tuple[str, str]]:
    """Return each closed day and when it is, as the calendar of 1992 to 2100 gives it."""
    found: dict[kp.workdays.ClosedDay, list[date]] = {}
    for year in range(kp.workdays.FIRST_DAY.year, kp.workdays.LAST_DAY.year + 1):
        for day, name in named_days(year).items():
            found.setdefault(name, []).append(day)
    for name in kp.workdays.ClosedDay:
        if name not in found:
            yield name.value, "every week"
            continue
        days = found[name]
        fixed = {(day.month, day.day) for day in days}
        distances = {(day - easter(day.year)).days for day in days}
        if len(fixed) == 1:
            yield name.value, f"{days[0].day}.{days[0].month}."
        elif len(distances) == 1:
            distance = distances.pop()
            yield name.value, f"Easter {distance:+}" if distance else "Easter"
        else:
            weekday = WEEKDAYS[days[0].weekday()]
            first, last = (date(2000, *edge(fixed)) for edge in (min, max))
            yield name.value, f"{weekday}, {first.day}.{first.month}.–{last.day}.{last.month}."


def eves() -> dict[kp.office_hours.Eve, list[str]]:
    """Return the closed days before which a workday is an eve, surely or in some offices."""
    found: dict[kp.office_hours.Eve, dict[kp.workdays.ClosedDay, None]] = {
        kind: {} for kind in kp.office_hours.Eve
    }
    day = kp.workdays.FIRST_DAY
    while day < kp.workdays.LAST_DAY:
        kind, following = kp.office_hours.eve(day), kp.closed_day(day + timedelta(days=1))
        if kind is not None and following is not None:
            found[kind][following] = None
        day += timedelta(days=1)
    return {
        kind: [name.value for name in kp.workdays.ClosedDay if name in names]
        for kind, names in found.items()
    }


# --- What is open --------------------------------------------------------------------------


def doubt_texts() -> Iterator[tuple[str, str]]:
    """Return each doubt and the sentence that stands below it in the code."""
    sentences = {}
    for before, after in pairwise(ast.walk(ast.parse(inspect.getsource(kp.DoubtCode)))):
        match before, after:
            case (
                ast.Assign(targets=[ast.Name(id=name)]),
                ast.Expr(value=ast.Constant(value=str(text))),
            ):
                sentences[name] = " ".join(text.split())
    for code in kp.DoubtCode:
        yield code.value, sentences[code.name]


def courts() -> dict[str, list[str]]:
    """Return the court decisions that the domain names, and in which modules."""
    found: dict[str, list[str]] = {}
    for path in sorted((*SOURCE.rglob("*.py"), *SOURCE.rglob("*.csv"))):
        if path.is_relative_to(SOURCE / "io"):
            continue
        module = ".".join(path.relative_to(SOURCE).with_suffix("").parts)
        text = path.read_text(encoding="utf-8")
        for case in re.findall(r"KHO:\d{4}:\d+|KHO \d+\.\d+\.\d{4}/\d+", text):
            modules = found.setdefault(case, [])
            name = module.removesuffix(".__init__")
            if name not in modules:
                modules.append(name)
    return dict(sorted(found.items(), key=lambda entry: _case_order(entry[0])))


def _case_order(case: str) -> tuple[int, int]:
    year, number = re.findall(r"\d+", case)[-2:]
    return int(year), int(number)


# --- The page ------------------------------------------------------------------------------


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    head = tuple(head)
    parts = [head, ("---",) * len(head), *rows]
    return "\n".join(f"| {' | '.join(cell or '–' for cell in row)} |" for row in parts) + "\n"


def _acts_part() -> Iterator[str]:
    table = lines()
    for act in sorted(table, key=_act_order):
        known = law.acts()[act[1]]
        yield f"### {act[0]} ({act[1]})\n"
        yield f"*{known.swedish}*, [{known.eli}]({known.page})\n"
        yield _table(
            ("Section", "What is counted", "With", "From", "Until", "How sure"),
            (
                (
                    ", ".join(filter(None, line.sections)),
                    line.what,
                    ", ".join(line.beside),
                    line.since,
                    line.until,
                    line.sure,
                )
                for line in sorted(table[act], key=_section_order)
            ),
        )


def joined(spans: Iterable[tuple[date, date | None]]) -> list[tuple[date, date | None]]:
    """Return days of validity in order, with those that follow or overlap each other as one."""
    found: list[tuple[date, date | None]] = []
    for first, last in sorted(spans, key=lambda span: (span[0], span[1] or kp.workdays.LAST_DAY)):
        if found and (found[-1][1] is None or first <= found[-1][1] + timedelta(days=1)):
            before = found[-1][1]
            latest = None if before is None or last is None else max(before, last)
            found[-1] = (found[-1][0], latest)
        else:
            found.append((first, last))
    return found


def notices() -> Iterator[tuple[kp.NoticeKind, kp.Regime, date, date | None]]:
    """Return the days on which each way of notice is known under each regime."""
    for kind, regime in product(kp.NoticeKind, kp.Regime):
        spans = [
            (rule.valid_from, rule.valid_until)
            for rule in kp.notice.notice_rules()
            if rule.kind is kind and rule.regime is regime
        ]
        for first, last in joined(spans):
            yield kind, regime, first, last


def _notice_part() -> Iterator[tuple[str, ...]]:
    for kind, regime, first, last in notices():
        yield kind.value, regime.value, first.isoformat(), _until(last)


def _subject_part() -> Iterator[tuple[str, ...]]:
    for subject in kp.Subject:
        spans: dict[tuple[str, str], list[tuple[date, date | None]]] = {}
        for row in kp.remedy.remedies():
            if row.subject is subject:
                key = f"{row.kind.value}, {row.period}", row.against.value
                spans.setdefault(key, []).append((row.valid_from, row.valid_until))
        for ban in _prohibitions():
            if ban.subject is subject:
                key = "*muutoksenhakukielto*", ban.against.value
                spans.setdefault(key, []).append((ban.valid_from, ban.valid_until))
        for (remedy, against), found in spans.items():
            for first, last in joined(found):
                yield subject.value, remedy, against, first.isoformat(), _until(last)
        if subject in not_covered():
            acts = ", ".join(act.full for act in not_covered()[subject])
            yield subject.value, f"not covered: {acts}", "–", "–", "–"


def _tax_part() -> Iterator[tuple[str, ...]]:
    for row in fees.vat_rates(date(1994, 6, 1), kp.workdays.LAST_DAY):
        yield (
            f"{row.percent} %",
            str(row.provision),
            row.valid_from.isoformat(),
            _until(row.valid_until),
            SURE[row.confidence],
        )


def _unsure_part() -> Iterator[tuple[str, ...]]:
    for provisions, what, since, until, sure in (
        *map(_notice_line, kp.notice.notice_rules()),
        *map(_remedy_line, kp.remedy.remedies()),
    ):
        if not sure.startswith(SURE[kp.law.Confidence.CERTAIN]) or "doubt" in sure:
            yield what, ", ".join(map(str, provisions)), since, until, sure


def render() -> str:
    """Return the whole page."""
    day = kp.LAW_AS_OF
    surely, perhaps = (", ".join(names) for names in eves().values())
    return Template(TEMPLATE.read_text(encoding="utf-8")).substitute(
        law_as_of=f"{day.day}.{day.month}.{day.year}",
        first_day=kp.workdays.FIRST_DAY.isoformat(),
        last_day=kp.workdays.LAST_DAY.isoformat(),
        acts="\n".join(_acts_part()),
        closed_days=_table(("Day", "When"), closed_days()),
        eves=surely,
        disputed_eves=perhaps,
        notices=_table(("Notice", "Rules", "From", "Until"), _notice_part()),
        subjects=_table(("Subject", "Remedy", "Against", "From", "Until"), _subject_part()),
        tax=_table(("Rate", "Provision", "From", "Until", "How sure"), _tax_part()),
        unsure=_table(
            ("What is counted", "Provisions", "From", "Until", "How sure"), _unsure_part()
        ),
        doubts=_table(("Doubt", "What is open"), doubt_texts()),
        courts=_table(
            ("Case", "Named in"),
            ((case, ", ".join(f"`{name}`" for name in names)) for case, names in courts().items()),
        ),
    )


if __name__ == "__main__":
    PAGE.write_text(render(), encoding="utf-8")
