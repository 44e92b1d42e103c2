"""
What is masked, and what stays.
"""

from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kuntapaatos.io.personal import mask

pytest.importorskip("stdnum")


@pytest.mark.parametrize(
    "address",
    [
        "maija.esimerkki@example.fi",
        "m_e+x@posti.example.com",
        "maija (at) example.fi",
        "maija.esimerkki[ät]example.fi",
    ],
)
def test_addresses(address: str) -> None:
    """
    E-mail addresses are masked, and those spelt against robots.
    """
    assert mask(f"a {address}, b") == "a [sähköpostiosoite], b"


@pytest.mark.parametrize(
    "number",
    [
        "050 000 0001",
        "050-0000001",
        "0500000001",
        "050 000 00 01",
        "(09) 000 0001",
        "08 00001",
        "+358 50 000 0001",
        "+358-50-0000001",
        "+358 (0)50 000 0001",
        "00358 50 0000001",
    ],
)
def test_numbers(number: str) -> None:
    """
    Finnish phone numbers are masked however they are grouped.
    """
    assert mask(f"a {number}, b") == "a [puhelinnumero], b"


def test_a_number_that_only_its_label_shows() -> None:
    """
    A short number is one after "puh.".
    """
    assert mask("Puh. 61551, tel: 123 4567") == "Puh. [puhelinnumero], tel: [puhelinnumero]"


@pytest.mark.parametrize(
    "code",
    [
        pytest.param("131052-308T", id="as it should be"),
        pytest.param("131052a308t", id="small letters"),
        pytest.param("131052B308T", id="the signs of 2023"),
        pytest.param("131052-308U", id="mistyped"),
        pytest.param("010199-900R", id="temporary"),
    ],
)
def test_identity_codes(code: str) -> None:
    """
    Identity codes are masked, a mistyped one too.
    """
    assert mask(f"a {code}, b") == "a [henkilötunnus], b"


@pytest.mark.parametrize(
    "text",
    [
        "310252-308Y on mahdoton päivä",
        "Y-tunnus 0123456-7",
        "kiinteistö 049-012-0345-0006, 297-426-8-168",
        "01-02-2024, 13.12.2024",
        "klo 08-16 09-15",
        "00100 Helsinki, PL 133, 87101 Kajaani",
        "kustannuspaikka 2911010001, 12 000 euroa, 0,50 €",
        "KAJDno-2024-1799, 612/2021, § 69",
        "FI21 1234 5600 0007 85",
        "Maija Esimerkki, Esimerkkikatu 1",
        "a@b",
    ],
)
def test_what_stays(text: str) -> None:
    """
    Ids, sums, days and names are not masked, as the docstring says.
    """
    assert mask(text) == text


@given(st.text(alphabet="0123456789 +-()@.aäT(t)", max_size=60))
def test_masked_once(text: str) -> None:
    """
    What is masked is masked for good.
    """
    assert mask(mask(text)) == mask(text)


def test_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """
    The error names the extra.
    """
    monkeypatch.setitem(sys.modules, "stdnum.fi", None)
    with pytest.raises(ImportError, match=r"kuntapaatos\[personal\]"):
        mask("x")
