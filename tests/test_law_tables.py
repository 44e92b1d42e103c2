from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from kuntapaatos.errors import InvalidValue
from kuntapaatos.law import Confidence
from kuntapaatos.law.tables import day, flag, one_of, or_none, rows, several, text, whole
from kuntapaatos.notice.rules import _to_authority, all_rules
from kuntapaatos.procedure import _standstills
from kuntapaatos.remedy.rows import all_remedies, period

COLUMNS: dict[str, Callable[[str], Any]] = {
    "asia": text,
    "alkaen": day,
    "asti": or_none(day),
    "päivää": whole,
    "varmuus": several(one_of(Confidence)),
    "lupa": flag,
}
HEAD = "asia,alkaen,asti,päivää,varmuus,lupa\n"


def table(line: str) -> list[dict[str, Any]]:
    """Return the lines of a table that has these columns."""
    return list(rows("koe.csv", HEAD + line, COLUMNS))


def test_a_line() -> None:
    """
    A cell is what its heading makes of it; an empty one is none.
    """
    assert table('"a, b",2017-06-01,,14,varma; epävarma,kyllä\n') == [
        {
            "asia": "a, b",
            "alkaen": date(2017, 6, 1),
            "asti": None,
            "päivää": 14,
            "varmuus": (Confidence.CERTAIN, Confidence.UNCERTAIN),
            "lupa": True,
        }
    ]
    assert table("a,2017-06-01,2017-06-01,0,,\n")[0]["varmuus"] == ()


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        pytest.param("a,1.6.2017,,1,,\n", "line 2, alkaen must be a day as 2017-06-01", id="day"),
        pytest.param("a,2017-02-30,,1,,\n", "line 2, alkaen must be a day", id="no such day"),
        pytest.param("a,20170601,,1,,\n", "line 2, alkaen must be a day", id="another form"),
        pytest.param("a,,,1,,\n", "line 2, alkaen must be a day", id="no day"),
        pytest.param("a,2017-W22-4,,1,,\n", "alkaen must be a day", id="a day of a week"),
        pytest.param(
            "a,2017-06-01,,1,,\na,2017-06-01,2017-05-31,1,,\n",
            "line 3, asti must be no earlier than 2017-06-01; got '2017-05-31'",
            id="an end before the start",
        ),
        pytest.param("a,2017-06-01,,-1,,\n", "päivää must be a whole number", id="below zero"),
        pytest.param("a,2017-06-01,,²,,\n", "päivää must be a whole number", id="a raised two"),
        pytest.param(
            "a,2017-06-01,,1,kai,\n", "varmuus must be one of varma, .*; got 'kai'", id="a term"
        ),
        pytest.param(
            "a,2017-06-01,,1,varma;epävarma,\n", "varmuus must be one of", id="no space between"
        ),
        pytest.param("a,2017-06-01,,1,,ei\n", "lupa must be kyllä or empty", id="a flag"),
        pytest.param("a ,2017-06-01,,1,,\n", "asia must be without space around", id="a space"),
        pytest.param("a,2017-06-01,,1,\n", "line 2 must be 6 cells", id="a cell too few"),
        pytest.param("a,2017-06-01,,1,,,\n", "line 2 must be 6 cells", id="a cell too many"),
        pytest.param("\n", "line 2 must be 6 cells", id="an empty line"),
        pytest.param(
            '"a\nb",2017-06-01,,1,,\na,x,,1,,\n', "line 4, alkaen", id="after a cell of two lines"
        ),
        pytest.param('"a"b,2017-06-01,,1,,\n', "line 2 must be a line of CSV", id="a quote"),
    ],
)
def test_a_fault(line: str, fault: str) -> None:
    """
    A fault is refused with the file, the line, the column and what would be right.
    """
    with pytest.raises(InvalidValue, match=rf"^koe\.csv, .*{fault}"):
        table(line)


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("", id="nothing"),
        pytest.param("asia,alkaen\n", id="a column too few"),
        pytest.param(HEAD.replace("asia", "Asia"), id="another name"),
    ],
)
def test_the_headings(content: str) -> None:
    """
    The columns are those that are known, in their order.
    """
    with pytest.raises(InvalidValue, match="line 1 must be the headings asia, alkaen, asti"):
        list(rows("koe.csv", content, COLUMNS))


@pytest.mark.parametrize("cell", ["14", "päivää", "14 days", "-1 päivää", "1,5 vuotta", ""])
def test_a_period_that_is_none(cell: str) -> None:
    """
    A period is a number and a Finnish unit.
    """
    with pytest.raises(ValueError, match="a number and a unit, as 14 päivää"):
        period(cell)


def test_a_recipient() -> None:
    """
    Whether the recipient is an authority is yes, no, or left open.
    """
    assert [_to_authority(cell) for cell in ("kyllä", "ei", "")] == [True, False, None]
    with pytest.raises(ValueError, match="kyllä, ei or empty"):
        _to_authority("joo")


def test_the_tables_load() -> None:
    """
    The tables that are shipped have no fault, and each row its provisions.
    """
    assert all(row.provisions for row in all_remedies())
    assert all(row.provisions for row in all_rules())
    assert all(row.provisions and row.seen for row in _standstills())
