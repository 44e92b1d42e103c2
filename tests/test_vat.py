"""
Value added tax on a fee: Arvonlisäverolaki (1501/1993) 84 §.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest

from kuntapaatos.errors import InvalidValue, NoRuleInForce
from kuntapaatos.fees import Vat, VatTreatment, vat_rates
from kuntapaatos.law import Confidence
from kuntapaatos.money import Rounding

ANY: Any = None
NUMBER: Any = 24


@pytest.mark.parametrize(
    ("day", "percent"),
    [
        pytest.param(date(1994, 6, 1), "22", id="the first day of the tax"),
        pytest.param(date(1996, 6, 30), "22", id="the day before the wording changed"),
        pytest.param(date(1996, 7, 1), "22", id="the new wording"),
        pytest.param(date(2010, 6, 30), "22", id="the day before 23 %"),
        pytest.param(date(2010, 7, 1), "23", id="23 %"),
        pytest.param(date(2012, 12, 31), "23", id="the day before 24 %"),
        pytest.param(date(2013, 1, 1), "24", id="24 %"),
        pytest.param(date(2024, 8, 31), "24", id="the day before 25.5 %"),
        pytest.param(date(2024, 9, 1), "25.5", id="25.5 %"),
    ],
)
def test_general_rate(day: date, percent: str) -> None:
    """
    "Suoritettava vero on [...] prosenttia veron perusteesta."
    """
    (row,) = vat_rates(day, day)
    assert str(row.percent) == percent
    assert str(row.provision).startswith("Arvonlisäverolaki 84 §")


def test_no_tax_before() -> None:
    """
    The act came into force on 1 June 1994 (222 §); before it there is no rate to give.
    """
    with pytest.raises(NoRuleInForce, match=r"^no rule for value added tax on 1994-05-31: "):
        vat_rates(date(1994, 5, 31), date(1994, 12, 31))


def test_rows_follow_one_another() -> None:
    """
    An amendment is a new row: no day is without a rate, and none has two.
    """
    rows = vat_rates(date(1994, 6, 1), date(2100, 12, 31))
    for before, after in pairwise(rows):
        assert before.valid_until is not None
        assert before.valid_until + timedelta(days=1) == after.valid_from
    assert rows[-1].valid_until is None
    assert Confidence.UNCERTAIN not in {row.confidence for row in rows}


@pytest.mark.parametrize(
    ("year", "percents"),
    [
        (2009, ["22"]),
        (2010, ["22", "23"]),
        (2013, ["24"]),
        (2024, ["24", "25.5"]),
        (2025, ["25.5"]),
    ],
)
def test_a_year(year: int, percents: list[str]) -> None:
    """
    A year in which the rate changed has two rates.
    """
    rows = vat_rates(date(year, 1, 1), date(year, 12, 31))
    assert [str(row.percent) for row in rows] == percents


@pytest.mark.parametrize(
    ("vat", "shown"),
    [
        (Vat(VatTreatment.ON_TOP), "arvonlisävero lisätään"),
        (Vat(VatTreatment.INCLUDED, 24, Rounding.HALF_UP), "arvonlisävero 24 % sisältyy"),
        (Vat(VatTreatment.OUTSIDE), "arvonlisäveroton"),
    ],
)
def test_in_finnish(vat: Vat, shown: str) -> None:
    """
    What is said of the tax prints in Finnish.
    """
    assert str(vat) == shown


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: Vat(ANY), "treatment must be of type VatTreatment; got None"),
        (lambda: Vat(VatTreatment.OUTSIDE, 24), "percent must be None where no tax is charged"),
        (lambda: Vat(VatTreatment.ON_TOP, -1), "percent must be an int or a Decimal"),
        (lambda: Vat(VatTreatment.ON_TOP, 24, NUMBER), "rounding must be of type Rounding or None"),
    ],
)
def test_refused(make: Callable[[], object], message: str) -> None:
    """
    What cannot be right is refused when the value is made.
    """
    with pytest.raises(InvalidValue, match=f"^{message}"):
        make()
