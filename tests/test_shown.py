from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time
from decimal import Decimal

import pytest
from attrs import Factory, field, frozen

from kuntapaatos.law import Provision
from kuntapaatos.office_hours import Opening
from kuntapaatos.shown import Value, shown, weekday
from kuntapaatos.workdays import ClosedDay


@pytest.mark.parametrize(
    ("value", "text"),
    [
        pytest.param(None, "–", id="nothing"),
        pytest.param(date(2025, 1, 3), "3.1.2025", id="a day"),
        pytest.param(
            datetime(2025, 12, 31, 16, 5, tzinfo=UTC), "31.12.2025 klo 16.05", id="a moment"
        ),
        pytest.param(datetime(2025, 1, 3, tzinfo=UTC), "3.1.2025 klo 0.00", id="midnight"),
        pytest.param(time(8, 0), "klo 8.00", id="a time of day"),
        pytest.param(ClosedDay.MAY_DAY, "vapunpäivä", id="a term"),
        pytest.param("kirje", "kirje", id="a text"),
        pytest.param(14, "14", id="a number"),
        pytest.param(Decimal("0.001"), "0.001", id="finer than a cent"),
    ],
)
def test_shown(value: object, text: str) -> None:
    """
    A value shows itself as a Finnish text writes it.
    """
    assert shown(value) == text


@pytest.mark.parametrize(
    ("day", "name"),
    [(day, name) for day, name in enumerate(("ma", "ti", "ke", "to", "pe", "la", "su"), start=6)],
)
def test_weekday(day: int, name: str) -> None:
    """
    The days of a week have their Finnish two-letter names.
    """
    assert weekday(date(2025, 1, day)) == name


@frozen(repr=False)
class Sample(Value):
    """A value with every kind of field."""

    given: int
    usual: str = "usual"
    listed: tuple[int, ...] = Factory(tuple)
    secret: str = field(default="", repr=False)
    remembered: int = field(default=0, eq=False, repr=False)
    derived: int = field(init=False, default=7)
    _private: int = 0


@pytest.mark.parametrize(
    ("value", "text"),
    [
        pytest.param(Sample(1), "Sample(given=1, listed=())", id="only what was given"),
        pytest.param(Sample(1, "other"), "Sample(given=1, usual='other', listed=())", id="more"),
        pytest.param(
            Sample(1, secret="Maija Esimerkki"), "Sample(given=1, listed=())", id="no details"
        ),
        pytest.param(Sample(1, private=2), "Sample(given=1, listed=(), private=2)", id="an alias"),
    ],
)
def test_repr(value: Sample, text: str) -> None:
    """
    A value shows the fields that differ from their defaults, and never a person's details.
    """
    assert repr(value) == text
    assert value.derived == 7


@frozen(repr=False)
class Other(Value):
    """A value of another class with the same first field."""

    given: int


def test_equal_by_value() -> None:
    """
    Values of one class are equal by their compared fields, and hash alike.
    """
    assert Sample(1) == Sample(1, remembered=2)
    assert hash(Sample(1)) == hash(Sample(1, remembered=2))
    assert len({Sample(1), Sample(1), Sample(2), Sample(1, secret="x"), Other(1)}) == 4


@pytest.mark.parametrize("other", [Other(1), 1, None, "Sample(given=1, listed=())", (1,)])
def test_not_equal_to_another_class(other: object) -> None:
    """
    A value is never equal to something of another class, in either order.
    """
    assert Sample(1) != other
    assert other != Sample(1)


@frozen(repr=False)
class Answering(Value):
    """A value that answers more than it was given, and is shown in short."""

    _answers = ("twice",)
    _in_short = ("given",)

    given: int
    rest: str = ""

    @property
    def twice(self) -> int:
        """Twice of it."""
        return 2 * self.given


def test_the_answer_comes_first() -> None:
    """
    What a value answers stands before what it was made from, and the rest of many fields is cut.
    """
    assert repr(Answering(2)) == "Answering(twice=4, given=2)"
    assert repr(Answering(2, "x")) == "Answering(twice=4, given=2, ...)"


def test_in_ipython() -> None:
    """
    IPython shows a part a line where they do not fit one, and a circle without its parts.
    """
    printer = _Printer()
    Answering(2)._repr_pretty_(printer, cycle=False)
    assert printer.said == "Answering(|twice=4,| given=2)"
    printer = _Printer()
    Answering(2)._repr_pretty_(printer, cycle=True)
    assert printer.said == "Answering()"


class _Printer:
    """What IPython gives a value to write with, as far as a value asks."""

    def __init__(self) -> None:
        self.said = ""

    @contextmanager
    def group(self, _: int, start: str, end: str) -> Iterator[None]:
        self.said += start
        yield
        self.said += end

    def text(self, text: str) -> None:
        self.said += text

    def breakable(self, space: str) -> None:
        self.said += f"|{space}"


def test_in_a_notebook() -> None:
    """
    A value shows itself to a notebook as HTML, with what it is escaped.
    """
    assert "9.00" in Opening(time(8), time(9))._repr_html_()
    assert "<b>" not in Provision("<b>", None, "")._repr_html_()
