"""
What the documentation says of the rules is what the rules are.
"""

from __future__ import annotations

import importlib
import importlib.util
import pkgutil
import re
import runpy
import sys
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from enum import Enum
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import kuntapaatos as kp

ROOT = Path(__file__).parents[1]
REFERENCE = ROOT / "docs" / "reference"


def _load(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[path.stem] = module  # what its named tuples look their names up in
    spec.loader.exec_module(module)
    return module


law_support = _load(ROOT / "tools" / "make_law_support.py")
law_grid = _load(ROOT / "tools" / "make_law_grid.py")


# --- law-support.md ------------------------------------------------------------------------


def test_law_support_is_what_the_rules_make() -> None:
    """
    The page is made anew when a rule changes: `python tools/make_law_support.py`.
    """
    page = (REFERENCE / "law-support.md").read_text(encoding="utf-8")
    assert page == law_support.render()


@pytest.mark.slow
def test_law_grid_is_what_the_rules_make() -> None:
    """
    Every matter, stage, way of notice and year is a row with its source, a doubt or a refusal,
    and the page says which: `python tools/make_law_grid.py`.
    """
    page = (REFERENCE / "law-grid.md").read_text(encoding="utf-8")
    assert page == law_grid.render()


@pytest.mark.parametrize("source", law_support.sources(), ids=lambda source: source.name)
def test_every_stated_source_is_understood(source: Any) -> None:
    """
    What a function names as its source is read whole: no section is left over.
    """
    first, *inner = source.name.split(".")
    value = law_support.public()[first]
    for part in inner:
        value = getattr(value, part)
    stated = re.search(r"^ *Source: (.*?)\n\n", f"{value.__doc__}\n\n", re.MULTILINE | re.DOTALL)
    assert stated is not None
    acts = [provision for provision in source.provisions if provision.number is not None]
    cases = [provision for provision in source.provisions if provision.number is None]
    assert len({(p.act, p.number) for p in acts if p.section}) <= stated[1].count("§")
    assert stated[1].count("§") <= len(acts)
    assert stated[1].count("KHO") == len(cases)
    assert acts or cases


_MINUTES = kp.count_deadline(kp.Notice.online_minutes(date(2024, 12, 13)), kp.Period.days(14))


@pytest.mark.parametrize(
    ("name", "answer"),
    [
        ("last_day_to_take_up", kp.procedure.last_day_to_take_up(_MINUTES)),
        ("personal_data_removal", kp.procedure.personal_data_removal(_MINUTES)),
        ("notice_removal", kp.procedure.notice_removal(date(2024, 12, 13))),
        ("standstill", kp.procedure.standstill(kp.Notice.procurement_message(date(2025, 3, 3)))),
        *(
            ("enforcement", kp.procedure.enforcement(row, on=day))
            for day in (date(2016, 5, 2), date(2025, 3, 3))
            for row in kp.remedy.remedies(day)
            if row.subject in {kp.Subject.GENERAL, kp.Subject.ADMINISTRATIVE}
        ),
        ("finality", kp.finality([_MINUTES])),
    ],
)
def test_answers_cite_the_sections_that_are_listed(
    name: str, answer: kp.procedure.ProcedureDay | kp.procedure.Enforcement | kp.Finality
) -> None:
    """
    The sections that an answer carries are those under which the page lists the function.
    """
    (source,) = [source for source in law_support.sources() if source.name == name]
    assert set(answer.provisions) <= set(source.provisions)


@pytest.mark.parametrize(
    ("kind", "regime", "first", "last"),
    list(law_support.notices()),
    ids=lambda value: value.name if isinstance(value, Enum) else str(value),
)
def test_notices_are_refused_outside_their_days(
    kind: kp.NoticeKind, regime: kp.Regime, first: date, last: date | None
) -> None:
    """
    A way of notice is known from its first day to its last one, and on no day beside them.
    """
    day = timedelta(days=1)
    assert kp.Notice(kind=kind, day=first, regime=regime).notified_on >= first
    with pytest.raises((kp.errors.NoRuleInForce, kp.errors.DayOutOfRange)):
        kp.Notice(kind=kind, day=first - day, regime=regime)
    if last is not None:
        assert kp.Notice(kind=kind, day=last, regime=regime).notified_on >= last
        with pytest.raises(kp.errors.NoRuleInForce):
            kp.Notice(kind=kind, day=last + day, regime=regime)


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        pytest.param([(1, 4), (5, None)], [(1, None)], id="one after the other"),
        pytest.param([(1, 9), (2, 3)], [(1, 9)], id="one inside the other"),
        pytest.param([(5, 6), (1, 3)], [(1, 3), (5, 6)], id="a gap of a day"),
        pytest.param([(1, None), (1, 3)], [(1, None)], id="still in force"),
    ],
)
def test_days_of_validity_are_joined(
    spans: list[tuple[int, int | None]], expected: list[tuple[int, int | None]]
) -> None:
    """
    Rows that follow each other without a gap are one line, a gap is shown.
    """

    def days(numbers: list[tuple[int, int | None]]) -> list[tuple[date, date | None]]:
        return [
            (date(2020, 1, first), None if last is None else date(2020, 1, last))
            for first, last in numbers
        ]

    assert law_support.joined(days(spans)) == days(expected)


@pytest.mark.parametrize(
    ("ask", "error"),
    [
        pytest.param(
            lambda: kp.available_remedies(
                kp.DecisionKind.ORDINARY, kp.MakerKind.WELLBEING_COUNTY, date(2024, 1, 1)
            ),
            kp.errors.InvalidValue,
            id="wellbeing services county",
        ),
        pytest.param(
            lambda: kp.available_remedies(
                kp.DecisionKind.ORDINARY, kp.MakerKind.PARISH, date(2024, 1, 1)
            ),
            kp.errors.InvalidValue,
            id="parish",
        ),
        pytest.param(
            lambda: kp.available_remedies(
                kp.DecisionKind.ORDINARY,
                kp.MakerKind.BOARD,
                date(2007, 5, 31),
                subject=kp.Subject.PROCUREMENT,
            ),
            kp.errors.NoRuleInForce,
            id="a remedy of 1505/1992",
        ),
        pytest.param(
            lambda: kp.available_remedies(
                kp.DecisionKind.ORDINARY, kp.MakerKind.BOARD, date(1995, 6, 30)
            ),
            kp.errors.NoRuleInForce,
            id="Kuntalaki before 1995",
        ),
        pytest.param(
            lambda: kp.Notice.letter(date(1995, 6, 30)),
            kp.errors.NoRuleInForce,
            id="a letter of June 1995",
        ),
        pytest.param(
            lambda: kp.Notice.announcement(date(2019, 12, 31)),
            kp.errors.NoRuleInForce,
            id="an announcement of 2019",
        ),
        pytest.param(
            lambda: kp.next_workday(date(1991, 12, 31)), kp.errors.DayOutOfRange, id="before 1992"
        ),
        pytest.param(
            lambda: kp.next_workday(date(2101, 1, 1)), kp.errors.DayOutOfRange, id="after 2100"
        ),
    ],
)
def test_not_covered_is_refused(
    ask: Callable[[], object], error: type[kp.KuntapaatosError]
) -> None:
    """
    What the page lists as refused is refused, with an error of our own family.
    """
    with pytest.raises(error):
        ask()


# --- glossary.md ---------------------------------------------------------------------------


def _tables() -> Iterator[tuple[str, list[list[str]]]]:
    text = (REFERENCE / "glossary.md").read_text(encoding="utf-8")
    for part in text.split("\n## ")[1:]:
        lines = [line for line in part.splitlines() if line.startswith("|")]
        rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
        assert rows[0] == ["Finnish", "Swedish", "English", "Name in code", "Provision"]
        yield part.partition("\n")[0], rows[2:]


TABLES = dict(_tables())
ROWS = [row for rows in TABLES.values() for row in rows]


def _finnish_order(term: str) -> str:
    return term.lower().translate({ord("å"): "{", ord("ä"): "|", ord("ö"): "}"})


def _public_modules() -> Iterator[ModuleType]:
    """Give the root, what is on its floors, and each form of `io` by its name."""
    yield kp
    for package in ("kuntapaatos", "kuntapaatos.io"):
        folder = importlib.import_module(package)
        for found in pkgutil.iter_modules(folder.__path__, f"{package}."):
            if found.name.rpartition(".")[2][0] == "_":
                continue
            try:
                yield importlib.import_module(found.name)
            except ImportError as error:
                # Only an extra may be missing here.
                outside = error.name is not None and not error.name.startswith("kuntapaatos")
                if not outside and "kuntapaatos[" not in str(error):
                    raise


MODULES = list(_public_modules())
ENUMS: set[type[Enum]] = {
    value
    for module in MODULES
    for value in (getattr(module, name) for name in getattr(module, "__all__", ()))
    if isinstance(value, type) and issubclass(value, Enum)
}


def _named(name: str) -> object:
    """Return what a name of the glossary stands for."""
    first, *rest = name.split(".")
    (found,) = {
        id(value): value
        for module in MODULES
        if first in getattr(module, "__all__", ())
        for value in [getattr(module, first)]
    }.values()
    for part in rest:
        found = getattr(found, part)
    return found


@pytest.mark.parametrize("enum", sorted(ENUMS, key=str))
def test_glossary_has_every_member(enum: type[Enum]) -> None:
    """
    Each member of a public enum has its row, under the Finnish term that is its value.
    """
    expected = {
        f"{enum.__name__}.{member.name}": str(getattr(member, "term", member.value))
        for member in enum
    }
    listed = {
        name: row[0]
        for row in ROWS
        for name in re.findall(r"`([^`]+)`", row[3])
        if name in expected
    }
    assert listed == expected


@pytest.mark.parametrize(
    "name", sorted({name for row in ROWS for name in re.findall(r"`([^`]+)`", row[3])})
)
def test_glossary_names_exist(name: str) -> None:
    """
    A name in the glossary is a public name, or a member or attribute of one.
    """
    assert _named(name) is not None


@pytest.mark.parametrize("title", TABLES)
def test_glossary_is_in_order(title: str) -> None:
    """
    Each table is in the order of the Finnish alphabet, and no term stands in it twice.
    """
    terms = [row[0] for row in TABLES[title]]
    assert terms == sorted(set(terms), key=_finnish_order)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_glossary_rows_are_whole(row: list[str]) -> None:
    """
    A row has a term in each language, and a provision that the library knows, or a dash.
    """
    finnish, swedish, english, name, provision = row
    assert all(cell not in {"", "–"} for cell in (finnish, swedish, english))
    assert name == "–" or re.fullmatch(r"`[\w.]+`(, `[\w.]+`)*", name)
    known = provision in {"–", *(row[4] for row in TABLES["Acts"])}
    assert known or ", ".join(map(str, law_support.cited(provision))) == provision


@pytest.mark.parametrize(
    "provision",
    sorted(
        {
            (provision.act, provision.number)
            for provisions in (
                *(rule.provisions for rule in kp.notice.notice_rules()),
                *(remedy.provisions for remedy in kp.remedy.remedies()),
            )
            for provision in provisions
            if provision.number is not None
        }
    ),
    ids=lambda provision: provision[1],
)
def test_glossary_has_every_act(provision: tuple[str, str]) -> None:
    """
    Every act behind a rule has its Swedish and its English name.
    """
    assert provision in {(row[0], row[4]) for row in TABLES["Acts"]}


def test_the_page_of_public_names_has_the_root_whole() -> None:
    """
    Each name of the root stands once in the table of the public names, and nothing else.
    """
    lines = (REFERENCE / "api.md").read_text(encoding="utf-8").split("\n| --- | --- | --- |\n")[1]
    table = lines.split("\n\n")[0]
    named = [
        name for row in table.split("\n") for name in re.findall(r"`(\w+)`", row.split("|")[2])
    ]
    assert sorted(named) == sorted(kp.__all__)


def test_defaults_stand_as_a_caller_writes_them() -> None:
    """
    The signature of a class names its defaults, not the table where attrs keeps them.
    """
    pytest.importorskip("sphinx")
    written = runpy.run_path(str(ROOT / "docs" / "conf.py"))["defaults_as_written"]
    given = "(kind, language=attr_dict['language'].default, costs=NOTHING)"
    assert written(given, kp.Decision) == "(kind, language=None, costs=())"
    assert written("(per=attr_dict['per'].default)", kp.membership.Charge) == (
        "(per=FeePeriod.YEAR)"
    )


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Oikaisuvaatimus tehdään kirjaamoon.", "oikaisuvaatimusta"),
        ("Kunnallisvalitus", "kunnallisvalituksessa"),
        ("Mihin asti valituksen voi tehdä", "valitusta"),
        ("tiedoksianto, muutoksenhaku", "tiedoksiannon"),
        ("määräaika päättyy", "määräajasta"),
        ("valitusaika ja oikaisuvaatimusohje", "oikaisuvaatimusohjetta"),
        ("päätös", "päätöstä"),
    ],
)
def test_a_page_is_found_by_any_form_of_its_finnish_terms(text: str, form: str) -> None:
    """
    The search of the documentation finds a Finnish term by a form that the page does not have.
    """
    pytest.importorskip("sphinx")
    bent = runpy.run_path(str(ROOT / "docs" / "conf.py"))["bent_forms"]
    assert form in bent(text)
    assert not bent("An appeal may be filed.")
