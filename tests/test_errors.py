from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any

import pytest
from attrs import field, frozen

from kuntapaatos import errors
from kuntapaatos.checks import all_of, check_flag, check_type, is_a, is_tuple_of
from kuntapaatos.errors import (
    DayOutOfRange,
    HoursUnknown,
    InvalidAmount,
    InvalidHours,
    InvalidPeriod,
    InvalidValue,
    KuntapaatosError,
    NaiveMoment,
    NoFeeKnown,
    NoRuleInForce,
    NotADay,
    NotRebuttable,
    PeriodMissing,
    PopulationUnknown,
    UnknownMunicipality,
    UnreadableInput,
)

DAY = date(2025, 1, 3)
NAIVE = datetime(2025, 1, 3, 15)  # noqa: DTZ001 - a moment without a zone


class Broken:
    """Something that cannot show itself."""

    def __repr__(self) -> str:
        raise RuntimeError("broken")


@pytest.mark.parametrize(
    ("error", "built_in", "message"),
    [
        pytest.param(
            NotADay("3.1.2025"),
            TypeError,
            "a day must be a datetime.date without a time of day, as date(2025, 1, 3); "
            "got '3.1.2025'",
            id="NotADay",
        ),
        pytest.param(
            DayOutOfRange(date(1991, 12, 31)),
            ValueError,
            "days are supported from 1992-01-01 to 2100-12-31, since the calendar and the law "
            "differed earlier; got 1991-12-31",
            id="DayOutOfRange",
        ),
        pytest.param(
            NaiveMoment(NAIVE),
            ValueError,
            "a moment must be a datetime with a time zone; got datetime.datetime(2025, 1, 3, 15, 0)",
            id="NaiveMoment",
        ),
        pytest.param(
            InvalidPeriod(0),
            ValueError,
            "a period must be a positive whole number of days, weeks, months or years within "
            "1992-2100; got 0",
            id="InvalidPeriod",
        ),
        pytest.param(
            InvalidHours(time(8), "an office must close after it opens"),
            ValueError,
            "an office must close after it opens; got datetime.time(8, 0)",
            id="InvalidHours",
        ),
        pytest.param(
            HoursUnknown(DAY),
            LookupError,
            "the office's hours on 2025-01-03 are not known; give OfficeHours",
            id="HoursUnknown",
        ),
        pytest.param(
            InvalidValue("days", -1, "a whole number"),
            ValueError,
            "days must be a whole number; got -1",
            id="InvalidValue",
        ),
        pytest.param(
            NoRuleInForce("kirje", DAY, "it came later"),
            LookupError,
            "no rule for kirje on 2025-01-03: it came later",
            id="NoRuleInForce",
        ),
        pytest.param(
            NotRebuttable("saantitodistus", "Hallintolaki 60 §"),
            ValueError,
            "the day of notice by saantitodistus is fixed by Hallintolaki 60 § and is not "
            "displaced by proof",
            id="NotRebuttable",
        ),
        pytest.param(
            PeriodMissing("oikaisuvaatimus", "give one"),
            LookupError,
            "the instruction states no period for oikaisuvaatimus; give one",
            id="PeriodMissing",
        ),
        pytest.param(
            InvalidAmount(0.1),
            ValueError,
            "amount must be an int or a Decimal of euros in whole cents, not negative; got 0.1",
            id="InvalidAmount",
        ),
        pytest.param(
            NoFeeKnown(8_999, None, "9000-45000"),
            LookupError,
            "no fee is known for 8999 inhabitants; nearest known brackets: 9000-45000",
            id="NoFeeKnown",
        ),
        pytest.param(
            NoFeeKnown(1, "2-3", "5-6"),
            LookupError,
            "no fee is known for 1 inhabitants; nearest known brackets: 2-3 and 5-6",
            id="NoFeeKnown between two",
        ),
        pytest.param(
            NoFeeKnown(1, None, None),
            LookupError,
            "no fee is known for 1 inhabitants; the schedule has no brackets",
            id="NoFeeKnown without brackets",
        ),
        pytest.param(
            UnknownMunicipality("Kajani", ("Kajaani", "Kajana")),
            LookupError,
            "no municipality is called 'Kajani'; near it are Kajaani, Kajana",
            id="UnknownMunicipality",
        ),
        pytest.param(
            UnknownMunicipality(999, ()),
            LookupError,
            "no municipality is called 999",
            id="UnknownMunicipality with nothing near",
        ),
        pytest.param(
            UnknownMunicipality("Åland", (), "a province"),
            LookupError,
            "'Åland' is a province",
            id="UnknownMunicipality that is something else",
        ),
        pytest.param(
            PopulationUnknown("Kajaani", 2024, "its years are 2000–2022"),
            LookupError,
            "the inhabitants of Kajaani at the end of 2024 are not in the table: its years are "
            "2000–2022; give their number, or a table with it, as `python -m "
            "kuntapaatos.io.statfin FILE` makes from Statistics Finland's file",
            id="PopulationUnknown",
        ),
        pytest.param(
            UnreadableInput("standard input", "no text"),
            ValueError,
            "standard input: no text",
            id="UnreadableInput",
        ),
    ],
)
def test_message(error: KuntapaatosError, built_in: type[Exception], message: str) -> None:
    """
    An error is of the family and of the built-in one would expect, and says what was given.
    """
    assert isinstance(error, KuntapaatosError)
    assert isinstance(error, built_in)
    assert str(error) == message


def test_the_whole_family_is_public() -> None:
    """
    Every error of the module is in `__all__`, and nothing else.
    """
    family = {
        name
        for name, value in vars(errors).items()
        if isinstance(value, type) and issubclass(value, KuntapaatosError)
    }
    assert set(errors.__all__) == family


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        pytest.param("x" * 1000, "'" + "x" * 199 + "...", id="a long text"),
        pytest.param(10**5000, "a very long int", id="a number too long to print"),
        pytest.param(Broken(), "a Broken", id="what cannot show itself"),
        pytest.param(None, "None", id="nothing"),
    ],
)
def test_what_was_given_is_shown_briefly(given: object, shown: str) -> None:
    """
    A message stays a sentence, whatever was given.
    """
    assert str(NotADay(given)).endswith(f"; got {shown}")


@pytest.mark.parametrize("given", [None, "yes", 1, 0, 1.0, date(2025, 1, 3)])
def test_flag(given: object) -> None:
    """
    A flag is `True` or `False` itself: the text "no" would count as true.
    """
    check_flag("no_party", True)
    check_flag("no_party", False)
    with pytest.raises(InvalidValue, match=r"^no_party must be True or False; got "):
        check_flag("no_party", given)


def test_check_type() -> None:
    """
    A value of the type passes, anything else is refused by its field's name.
    """
    check_type("day", DAY, date, "a date")
    with pytest.raises(InvalidValue, match=r"^day must be a date; got '3\.1\.2025'$"):
        check_type("day", "3.1.2025", date, "a date")


@frozen
class Sample:
    """A value with a checked field."""

    count: int | None = field(validator=is_a(int, type(None)))
    day: date = field(default=DAY, validator=is_a(date))


def test_is_a() -> None:
    """
    A checked field holds one of its types, and the message names them.
    """
    assert (Sample(1).count, Sample(None).count) == (1, None)
    text: Any = "1"
    with pytest.raises(InvalidValue, match=r"^count must be of type int or None; got '1'$"):
        Sample(text)
    with pytest.raises(InvalidValue, match=r"^day must be of type date; got '1'$"):
        Sample(1, text)


def _two() -> Iterator[int]:
    yield 1
    yield 2


def test_all_of() -> None:
    """
    Several values become a tuple, also from an iterator that can be walked once.
    """
    assert all_of("counts", _two(), int, "several int") == (1, 2)
    assert all_of("counts", [], int, "several int") == ()


@pytest.mark.parametrize(
    "given",
    [
        pytest.param(None, id="nothing"),
        pytest.param(1, id="one alone"),
        pytest.param("12", id="a text"),
        pytest.param([1, None], id="one that is missing"),
        pytest.param(["1"], id="one of another type"),
    ],
)
def test_not_all_of(given: Any) -> None:
    """
    What is not several, or not all of the type, is refused.
    """
    with pytest.raises(
        InvalidValue, match=r"^counts must be several int(: one alone [^;]*)?; got "
    ):
        all_of("counts", given, int, "several int")


def test_a_tuple_is_asked_for() -> None:
    """
    Where a value keeps a tuple as it is given, a list is refused by the field's name.
    """

    @frozen
    class Several:
        days: tuple[date, ...] = field(validator=is_tuple_of(date))

    assert Several((date(2025, 1, 3),)).days
    with pytest.raises(InvalidValue, match="days must be a tuple of date"):
        Several([date(2025, 1, 3)])  # type: ignore[arg-type]
    with pytest.raises(InvalidValue, match="days must be a tuple of date"):
        Several(("3.1.2025",))  # type: ignore[arg-type]
