from __future__ import annotations

import re
from datetime import date
from importlib.resources import files

import pytest

from kuntapaatos import law
from kuntapaatos.law import (
    ASIOINTILAKI,
    HALLINTOLAKI,
    KUNTALAKI,
    KUNTALAKI_1995,
    LAW_AS_OF,
    MAARAAIKALAKI,
    Act,
    Confidence,
    Provision,
    acts,
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


@pytest.mark.parametrize("act", acts().values(), ids=lambda act: act.number)
def test_an_act_is_whole(act: Act) -> None:
    """
    An act has a number with a year, its name in both languages and its ELI in Finlex.
    """
    number, year = act.number.split("/")
    assert number.isdecimal()
    assert len(year) == 4
    assert act.name
    assert act.swedish
    assert act.eli == f"http://data.finlex.fi/eli/sd/{year}/{number}"
    assert act.eli == Provision(act.name, act.number, "1 §").eli
    assert re.fullmatch(
        rf"https://www\.finlex\.fi/fi/lainsaadanto/(saadoskokoelma/)?{year}/{number}", act.page
    )


def test_acts_have_numbers_of_their_own() -> None:
    """
    No act stands twice, and those that code cites stand in the table.
    """
    lines = (files("kuntapaatos.law") / "acts.csv").read_text("utf-8").splitlines()
    assert len(lines) == len(acts()) + 1 > 30
    cited = [value.number for value in vars(law).values() if isinstance(value, law._Act)]
    assert set(cited) <= set(acts())


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


@pytest.mark.parametrize(
    ("cell", "fault"),
    [
        pytest.param("999/1999 1 §", "the number of an act of acts.csv", id="an unknown act"),
        pytest.param("410/2015 138", "a section that ends with §", id="no section sign"),
        pytest.param("", "the number of an act of acts.csv", id="nothing"),
    ],
)
def test_a_citation_that_is_none(cell: str, fault: str) -> None:
    """
    A table cites acts of the table of acts, each section with its sign.
    """
    with pytest.raises(ValueError, match=fault):
        law.provision(cell)


LAW = "https://www.finlex.fi/fi/lainsaadanto"
CASES = "https://www.finlex.fi/fi/oikeuskaytanto/korkein-hallinto-oikeus/ennakkopaatokset"


@pytest.mark.parametrize(
    ("provision", "eli", "url"),
    [
        pytest.param(
            HALLINTOLAKI("62 a §"), "2003/434", f"{LAW}/2003/434#sec_62a", id="a lettered section"
        ),
        pytest.param(KUNTALAKI(), "2015/410", f"{LAW}/2015/410", id="an act"),
        pytest.param(KUNTALAKI("16 luku"), "2015/410", f"{LAW}/2015/410", id="a chapter"),
        pytest.param(KUNTALAKI("134–137 §"), "2015/410", f"{LAW}/2015/410#sec_134", id="several"),
        pytest.param(
            KUNTALAKI_1995("95 §"),
            "1995/365",
            f"{LAW}/saadoskokoelma/1995/365#sec_95",
            id="repealed",
        ),
        pytest.param(
            Provision("Etuostolaki", "608/1977", "5 §"),
            "1977/608",
            f"{LAW}/saadoskokoelma/1977/608#sec_5",
            id="an act that the table has not",
        ),
        pytest.param(Provision("Etuostolaki", None, "5 §"), None, None, id="no number"),
        pytest.param(Provision("Johtosääntö", "§ 5/2020", "5 §"), None, None, id="another number"),
        pytest.param(court("KHO:2014:78"), None, f"{CASES}/2014/78", id="a yearbook case"),
        pytest.param(court("KHO 6.10.2015/2866"), None, None, id="a case by its day"),
    ],
)
def test_a_provision_is_a_link(provision: Provision, eli: str | None, url: str | None) -> None:
    """
    An act has its ELI, and what Finlex has a page of an address that a person opens.
    """
    assert provision.eli == (None if eli is None else f"http://data.finlex.fi/eli/sd/{eli}")
    assert provision.url == url
