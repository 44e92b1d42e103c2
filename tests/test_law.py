from __future__ import annotations

from datetime import date

import pytest

from kuntapaatos import law
from kuntapaatos.law import (
    ASIOINTILAKI,
    HALLINTOLAKI,
    KUNTALAKI,
    LAW_AS_OF,
    MAARAAIKALAKI,
    Confidence,
    Provision,
    court,
)
from kuntapaatos.notice import NoticeRule, notice_rules
from kuntapaatos.remedy import Remedy, remedies

ROWS: tuple[Remedy | NoticeRule, ...] = (*notice_rules(), *remedies())


@pytest.mark.parametrize(
    ("provision", "short", "full"),
    [
        pytest.param(
            KUNTALAKI("138 §"), "Kuntalaki 138 §", "Kuntalaki (410/2015) 138 §", id="one word"
        ),
        pytest.param(KUNTALAKI(), "Kuntalaki", "Kuntalaki (410/2015)", id="without a section"),
        pytest.param(
            MAARAAIKALAKI("5 §"),
            "150/1930 5 §",
            "Laki säädettyjen määräaikain laskemisesta (150/1930) 5 §",
            id="several words",
        ),
        pytest.param(
            ASIOINTILAKI("19 §"),
            "13/2003 19 §",
            "Laki sähköisestä asioinnista viranomaistoiminnassa (13/2003) 19 §",
            id="several words, another act",
        ),
        pytest.param(court("KHO:2014:78"), "KHO:2014:78", "KHO:2014:78", id="a court"),
        pytest.param(
            court("KHO 6.10.2015/2866"), "KHO 6.10.2015/2866", "KHO 6.10.2015/2866", id="by its day"
        ),
    ],
)
def test_citation(provision: Provision, short: str, full: str) -> None:
    """
    An act of one word is cited by its name, another by its number.
    """
    assert (str(provision), provision.full) == (short, full)


def test_acts_have_numbers_of_their_own() -> None:
    """
    Two acts never share a number, and each number has a year.
    """
    acts = [value for value in vars(law).values() if isinstance(value, law._Act)]
    numbers = [act.number for act in acts]
    assert len(set(numbers)) == len(numbers) > 20
    assert all(
        number.count("/") == 1 and number.partition("/")[2].isdecimal() for number in numbers
    )


def test_provisions_are_equal_by_value() -> None:
    """
    The same section of the same act is the same provision.
    """
    assert HALLINTOLAKI("59 §") == Provision("Hallintolaki", "434/2003", "59 §")
    assert len({HALLINTOLAKI("59 §"), HALLINTOLAKI("59 §"), HALLINTOLAKI("60 §")}) == 2


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_every_row_has_its_source(row: Remedy | NoticeRule) -> None:
    """
    A rule is data with a provision, a first day in force and, where it ended, a last one.
    """
    assert row.provisions
    assert all(provision.act for provision in row.provisions)
    assert isinstance(row.confidence, Confidence)
    assert date(1992, 1, 1) <= row.valid_from <= LAW_AS_OF
    assert row.valid_until is None or row.valid_from <= row.valid_until <= LAW_AS_OF
    assert row.in_force(row.valid_from)
    assert row.valid_until is None or row.in_force(row.valid_until)
