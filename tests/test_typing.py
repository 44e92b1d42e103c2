"""
What every public name has in common: types that resolve, and values that can be kept.
"""

from __future__ import annotations

import copy
import importlib
import inspect
import pickle
import pkgutil
import typing
from collections.abc import Iterator
from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum
from types import ModuleType
from typing import Any

import attrs
import pytest

import kuntapaatos as kp
from kuntapaatos import fees
from kuntapaatos.closing import paper_closing
from kuntapaatos.deadline import CountTerms
from kuntapaatos.fees import vat_rates
from kuntapaatos.money import Rate, rate
from kuntapaatos.shown import Value


def modules() -> Iterator[ModuleType]:
    """Give the modules of the floors, right below the root."""
    for module in pkgutil.iter_modules(kp.__path__):
        if module.name not in {"io", "__main__"}:
            yield importlib.import_module(f"{kp.__name__}.{module.name}")


MODULES = {module.__name__.rpartition(".")[2]: module for module in modules()}
PUBLIC = {
    f"{name}.{public}": getattr(module, public)
    for name, module in MODULES.items()
    for public in module.__all__
}
DEFINED = {
    name: value for name, value in PUBLIC.items() if inspect.isclass(value) or callable(value)
}


def by_kind(name: str) -> tuple[bool, bool, str]:
    """Sort constants first, then classes, then functions, each by name."""
    return not name.isupper(), not name[0].isupper(), name


@pytest.mark.parametrize("module", [kp, *MODULES.values()], ids=lambda module: module.__name__)
def test_all_is_sorted(module: ModuleType) -> None:
    """
    `__all__` is in order, names nothing twice, and nothing that is not there.
    """
    names = list(module.__all__)
    assert names == sorted(set(names), key=by_kind)
    assert [name for name in names if not hasattr(module, name)] == []


def test_the_root_has_what_most_programs_need() -> None:
    """
    The root has about sixty names, each that of one module; the modules have the rest.
    """
    assert 55 <= len(kp.__all__) <= 65
    for name in set(kp.__all__) - {"read_file"}:
        (home,) = {value for public, value in PUBLIC.items() if public.partition(".")[2] == name}
        assert getattr(kp, name) is home


@pytest.mark.parametrize(
    "name", sorted(set(MODULES) - {"appeal", "clock", "late", "scope", "shown"})
)
def test_the_modules_are_names_of_the_root(name: str) -> None:
    """
    A module is found by its name in the root, and `dir()` tells of it.
    """
    assert getattr(kp, name) is MODULES[name]
    assert name in dir(kp)


# What a NamedTuple brings with it, without types.
NAMED_TUPLE = {"__new__", "_make", "_replace", "_asdict", "__getnewargs__", "__repr__"}


def members(kind: type) -> Iterator[tuple[str, Any]]:
    """Give the functions of a class that are written in its body."""
    for name, member in vars(kind).items():
        found = getattr(member, "fget", None) or getattr(member, "__func__", member)
        written = inspect.isfunction(found) and found.__qualname__ == f"{kind.__name__}.{name}"
        if (
            written
            and not name.startswith("__attrs")
            and not (issubclass(kind, tuple) and name in NAMED_TUPLE)
            and "<attrs" not in found.__code__.co_filename
        ):
            yield name, found


@pytest.mark.parametrize("name", DEFINED)
def test_types_resolve(name: str) -> None:
    """
    `typing.get_type_hints()` works on every public class, its methods and every function.
    """
    value = DEFINED[name]
    hints = typing.get_type_hints(value)
    if not inspect.isclass(value):
        assert "return" in hints
        assert set(hints) == {*inspect.signature(value).parameters, "return"}
        return
    if attrs.has(value):
        assert {field.name for field in attrs.fields(value)} <= set(hints)
    for method, function in members(value):
        hints = typing.get_type_hints(function)
        assert "return" in hints, method


DAY = date(2024, 12, 10)
HOURS = kp.OfficeHours.parse("8-16; pe, aatto 8-15; 24.12.2025 suljettu")
LETTER = kp.Notice.letter(DAY)
MINUTES = kp.Notice.online_minutes(date(2024, 12, 13))
OFFICE = kp.Authority(name="Kirjaamo", email="kirjaamo@example.fi", hours=HOURS)
INSTRUCTION = kp.AppealInstruction(
    remedy=kp.RemedyKind.ADMINISTRATIVE_REVIEW,
    period=kp.Period.days(30),
    entitled=[kp.Entitled.PARTY, kp.Entitled.MEMBER],
    presumptions=[kp.instruction.Presumption(kp.NoticeKind.LETTER, 3, True)],
    deliver_to=OFFICE,
    paper_cutoff=time(15, 30),
)
TRACKS = kp.appeal_deadlines(INSTRUCTION, [LETTER, MINUTES])
DEADLINE = kp.appeal_deadline(INSTRUCTION, LETTER)
FILED = kp.filing(DEADLINE, datetime(2024, 12, 27, 15, tzinfo=kp.HELSINKI), kp.Channel.PAPER)
MEMBERSHIP = kp.Membership(
    network="USO",
    term=kp.Term(2025, 2026),
    annual_fee=Decimal(12000),
    cost_centres=[kp.membership.CostCentre("2911010001", "Yleishallinto")],
    entitlements=[kp.membership.Entitlement(4, "seminaaria")],
)
CONTACT = kp.decision.Contact(
    title="hallintojohtaja", name="Maija Esimerkki", email="maija@example.fi"
)
DECISION = kp.Decision(
    kind=kp.DocumentKind.DECISION,
    maker=kp.Organ("Kunnanhallitus", kp.MakerKind.BOARD),
    record_id=kp.RecordId.parse("KAJDno-2024-1799"),
    contacts=[CONTACT],
    membership=MEMBERSHIP,
    appeals=[INSTRUCTION, kp.AppealProhibition(kp.remedy.ProhibitionGround.PREPARATION)],
)
FLAT = fees.FlatFee(Decimal(6_000))
RULES = (
    FLAT,
    fees.BracketFee(kp.USO_2025_2026.brackets),
    fees.PerInhabitant(Decimal("7.5")),
    fees.FrameShare.by(kp.Weight.INHABITANTS),
    fees.Percentage(Decimal("4.1")),
    fees.Limited(FLAT, maximum=Decimal(5_000)),
    fees.Indexed(FLAT, Decimal("102.5"), "elinkustannusindeksi"),
    fees.FirstYear(FLAT, percent=50),
    fees.EntryFee(FLAT),
    fees.Rounded(FLAT, kp.money.Rounding.HALF_UP),
)
FEE = kp.fee(
    fees.KT_2022,
    2022,
    frame=Decimal(5_719_454),
    population=16_391,
    total_population=5_503_664,
    weights={kp.Weight.TAXABLE_INCOME: (266_190_085, 100_291_140_710)},
)
EXAMPLES: dict[str, Any] = {
    type(example).__name__: example
    for example in (
        kp.procedure.standstill(kp.Notice.procurement_message(DAY)),
        INSTRUCTION,
        kp.Clock(INSTRUCTION, DAY),
        kp.AppealProhibition(kp.remedy.ProhibitionGround.OTHER_LAW),
        OFFICE,
        DEADLINE.doubts[0].candidates[0],
        kp.decision.CertifiedExtract(on=DAY),
        paper_closing(DAY, HOURS, time(15)),
        CONTACT,
        kp.decision.Cost(amount=Decimal("214.60")),
        MEMBERSHIP.cost_centres[0],
        kp.membership.Charge(Decimal(500), per=None, what="liittymismaksu"),
        kp.cost_plan(MEMBERSHIP)[0],
        kp.membership.bookings(MEMBERSHIP)[0],
        HOURS.days[0],
        DEADLINE,
        DECISION,
        DEADLINE.doubts[0],
        kp.procedure.enforcement(kp.remedy.remedies(date(2025, 3, 3))[0], on=date(2025, 3, 3)),
        MEMBERSHIP.entitlements[0],
        kp.USO_2025_2026.brackets[0],
        kp.USO_2025_2026,
        kp.Amount.about(Decimal(24000)),
        kp.fees.ForeignAmount(Decimal(75000), "DKK", kp.Amount.about(Decimal(10000))),
        kp.fees.Vat(kp.fees.VatTreatment.ON_TOP, Rate("24")),
        *RULES,
        fees.WeightPart(kp.Weight.WAGES, 1),
        FEE,
        FEE.facts,
        FEE.facts.measures[0],
        FEE.steps[0],
        FEE.steps[0].given[0],
        vat_rates(DAY, DAY)[0],
        rate(Decimal("7.5")),
        kp.errors.FactMissing("frame", "kustannuskehys"),
        kp.errors.FeeNotExact("the sum", "noin 24 000,00 €"),
        FILED,
        kp.finality(TRACKS),
        kp.findings.Finding(kp.findings.FindingCode("KP201"), "appeals[0].period"),
        kp.decision.Handling(by="Kunnanhallitus", on=DAY),
        kp.decision.Impact(kind="Yritysvaikutusten arviointi", text="Ei vaikutuksia."),
        kp.decision.SecretEnclosure(name="Lausunto", part="s. 2"),
        MEMBERSHIP,
        kp.appeal_deadlines(INSTRUCTION, [])[0],
        LETTER.proven_on(date(2024, 12, 12)),
        LETTER.rule,
        kp.OfficeHolder("hallintojohtaja"),
        HOURS,
        kp.office_hours.Opening(time(8), time(16)),
        kp.Organ("Kunnanhallitus", kp.MakerKind.BOARD),
        kp.Period.months(6),
        INSTRUCTION.presumptions[0],
        LETTER.provision,
        DECISION.record_id,
        kp.remedy.remedies()[0],
        DEADLINE.steps[0],
        MEMBERSHIP.term,
        CountTerms(remedy=kp.RemedyKind.APPEAL, paper=kp.Cutoff.END_OF_DAY),
        kp.errors.NotADay("2024-12-10"),
        kp.errors.DayOutOfRange(date(1991, 12, 31)),
        kp.errors.NaiveMoment(None),
        kp.errors.InvalidPeriod(0),
        kp.errors.InvalidHours("8-8", "an office must close after it opens"),
        kp.errors.HoursUnknown(DAY),
        kp.errors.InvalidValue("days", -1, "a whole number"),
        kp.errors.NoRuleInForce("kirje", DAY, "it came later"),
        kp.errors.NotRebuttable("saantitodistus", "Hallintolaki 60 §"),
        kp.errors.PeriodMissing("oikaisuvaatimus", "give one"),
        kp.errors.InvalidAmount(0.1),
        kp.errors.NoFeeKnown(8_999, None, "9000-45000"),
        kp.municipality("Nastola"),
        kp.errors.UnknownMunicipality("Kajani", ("Kajaani",)),
        kp.errors.PopulationUnknown("Kajaani", 2024, "its years are 2000–2022"),
        kp.errors.UnreadableInput("standard input", "no text"),
    )
}
CLASSES = {
    name.partition(".")[2]: value
    for name, value in PUBLIC.items()
    if inspect.isclass(value) and name.partition(".")[0] not in {"late", "shown"}
}
ENUMS = {name: kind for name, kind in CLASSES.items() if issubclass(kind, Enum)}


def test_every_public_class_has_an_example() -> None:
    """
    No public value and no public error is left out below.
    """
    # What only the module's own functions give, and no document holds.
    inner = {"Act", "OtherLaw", "OtherRule", "PopulationTable", "RuledFee", "Stated"}
    wanted = set(CLASSES) - set(ENUMS) - {"KuntapaatosError"} - inner
    assert wanted - set(EXAMPLES) == set(), "add an example of it to EXAMPLES"


def same(one: object, other: object) -> bool:
    """Return whether two values or errors say the same."""
    if isinstance(one, BaseException):
        return type(one) is type(other) and vars(one) == vars(other) and str(one) == str(other)
    return one == other and hash(one) == hash(other) and repr(one) == repr(other)


@pytest.mark.parametrize("name", EXAMPLES)
def test_pickle(name: str) -> None:
    """
    Every public value and error survives `pickle`, in every protocol.
    """
    example = EXAMPLES[name]
    for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1):
        assert same(pickle.loads(pickle.dumps(example, protocol)), example)


@pytest.mark.parametrize("name", EXAMPLES)
def test_copy(name: str) -> None:
    """
    Every public value and error survives `copy`, shallow and deep.
    """
    example = EXAMPLES[name]
    assert same(copy.copy(example), example)
    assert same(copy.deepcopy(example), example)


@pytest.mark.parametrize("name", [name for name in EXAMPLES if attrs.has(type(EXAMPLES[name]))])
def test_value(name: str) -> None:
    """
    Every public value is frozen, can be hashed, has no room for more and a short `repr`.
    """
    example = EXAMPLES[name]
    fields = attrs.fields(type(example))
    # A clock is counted with, and neither stored nor shown.
    assert isinstance(example, Value | kp.Clock)
    assert not hasattr(example, "__dict__")
    assert isinstance(hash(example), int)
    assert repr(example).startswith(f"{name}(")
    for field in fields:
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            setattr(example, field.name, None)


@pytest.mark.parametrize("name", EXAMPLES)
def test_counted_again_after_a_pickle(name: str) -> None:
    """
    What a value answers is the same on the other side.
    """
    example = EXAMPLES[name]
    again = pickle.loads(pickle.dumps(example))
    assert str(again) == str(example)
    for derived in ("doubts", "steps", "electronic_until", "hours", "provisions"):
        if hasattr(example, derived):
            assert getattr(again, derived) == getattr(example, derived)


@pytest.mark.parametrize("name", ENUMS)
def test_enums(name: str) -> None:
    """
    Every member of a public enum is itself after `pickle` and `copy`, and found by its term.
    """
    kind = ENUMS[name]
    assert len({member.value for member in kind}) == len(kind.__members__)
    for member in kind:
        assert pickle.loads(pickle.dumps(member)) is member
        assert copy.copy(member) is copy.deepcopy(member) is member
        assert kind(member.value) is member
        assert isinstance(member.value, str)
        assert member.value == member.value.strip() != ""
