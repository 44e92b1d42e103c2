"""
What a number, an amount, a day and a period look like, and what only seems to be one.
"""

from __future__ import annotations

import decimal
import pickle
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kuntapaatos.io.text.amounts import Amount, Per, find_amounts
from kuntapaatos.io.text.dates import (
    DateRange,
    DayMonth,
    Years,
    find_date_ranges,
    find_dates,
    find_day_months,
    find_terms,
    find_years,
)
from kuntapaatos.io.text.match import Match
from kuntapaatos.io.text.number_words import number_word, ordinal_word
from kuntapaatos.io.text.numbers import (
    Digits,
    Range,
    find_numbers,
    find_percentages,
    find_ranges,
    to_decimal,
)
from kuntapaatos.io.text.periods import PeriodPhrase, Relation, find_ordinal_days, find_periods
from kuntapaatos.time_limit import Period

# What is a name, whatever figures it is made of.
NAMES = [
    pytest.param("kiinteistö 297-426-8-168", id="a property id"),
    pytest.param("091-012-0345-0006", id="a property id with zeros"),
    pytest.param("00100 Helsinki, 87101 KAJAANI", id="postal codes"),
    pytest.param("puh. 08 61551, 050 000 0001", id="phone numbers"),
    pytest.param("+358 9 8165 6000, (09) 655 783", id="phone numbers abroad and in brackets"),
    pytest.param("kustannuspaikka 2911010001 Yleishallinto", id="a cost centre"),
    pytest.param("menokohta 4100/4340", id="a budget line"),
    pytest.param("laki 612/2021, (EU) 2023/2831", id="statutes"),
    pytest.param("KAJDno-2024-1799, HEL 2024-012345", id="record ids"),
    pytest.param("211/00.04.00/2022, 10.00.02.02", id="classifications"),
    pytest.param("§ 407, 69 a §, 15 §:n 2 momentti", id="sections"),
    pytest.param("klo 8.00-16.00, klo 9-15.45", id="hours"),
    pytest.param("FI21 1234 5600 0007 85, Y-tunnus 0123456-7", id="a bank account"),
    pytest.param("versio 1.2, 1.2.3, 192.168.10.20", id="versions"),
]


def values(found: list[Match[Any]]) -> list[Any]:
    """Return what was found, without the places."""
    return [match.value for match in found]


@pytest.mark.parametrize("text", NAMES)
def test_names_are_no_amounts_and_no_days(text: str) -> None:
    """
    A name made of figures is neither an amount nor a day, a range or a term.
    """
    for find in (find_amounts, find_dates, find_date_ranges, find_terms, find_percentages):
        assert find(text) == []


class TestWords:
    @pytest.mark.parametrize(
        ("word", "number"),
        [
            ("yksi", 1),
            ("Kahden", 2),
            ("kolmea", 3),
            ("neljätoista", 14),
            ("neljäntoista", 14),
            ("NELJÄNTOISTA", 14),
            ("kolmekymmentä", 30),
            ("kolmenkymmenen", 30),
            ("kuudenkymmenen", 60),
            ("kahdenkymmenenyhden", 21),
            ("seitsemään", 7),
            ("viitenä", 5),
            ("sata", 100),
            ("sadan", 100),
            ("satakaksikymmentä", 120),
            ("kaksisataa", 200),
            ("tuhat", 1000),
            ("kaksitoistatuhatta", 12_000),
            ("kaksikymmentäneljätuhatta", 24_000),
            ("kolmesataaviisikymmentätuhatta", 350_000),
            ("kaksituhattakolmesataaviisi", 2305),
            ("ett", 1),
            ("fjorton", 14),
            ("trettio", 30),
            ("tjugoett", 21),
            ("tvåhundrafemtio", 250),
            ("tolvtusen", 12_000),
        ],
    )
    def test_cardinals(self, word: str, number: int) -> None:
        assert number_word(word) == number

    @pytest.mark.parametrize(
        ("word", "number"),
        [
            ("ensimmäisenä", 1),
            ("toisen", 2),
            ("kolmantena", 3),
            ("kolmannen", 3),
            ("seitsemäntenä", 7),
            ("neljäntenätoista", 14),
            ("kolmantenakymmenentenä", 30),
            ("kahdeskymmenesensimmäinen", 21),
            ("kahdeskymmenesyhdes", 21),
            ("tredje", 3),
            ("sjunde", 7),
            ("fjortonde", 14),
            ("tjugoförsta", 21),
            ("trettionde", 30),
        ],
    )
    def test_ordinals(self, word: str, number: int) -> None:
        assert ordinal_word(word) == number

    @pytest.mark.parametrize(
        "word", ["", "kunta", "satasata", "tuhattuhat", "sataviisisata", "x" * 61, "nelja", "14"]
    )
    def test_other_words(self, word: str) -> None:
        assert number_word(word) is None
        assert ordinal_word(word) is None


class TestNumbers:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("12 000", ["12000"]),
            ("12\u00a0000 ja 12\u202f000 ja 12\u2009000", ["12000", "12000", "12000"]),
            ("2.600.000", ["2600000"]),
            ("1.871.348,34", ["1871348.34"]),
            ("5,3", ["5.3"]),
            ("2,6 miljoonaa", ["2600000"]),
            ("1,2345678 miljoonaa", []),
            ("0,0000005 miljoonaa", []),
            ("0,000005 milj.", ["5"]),
            ("0,000025 tuhatta", ["0.025000"]),
            ("3 mrd", ["3000000000"]),
            ("0", ["0"]),
            ("§ 407", ["407"]),
            ("007", []),
            ("1234 567", []),
            ("2024 500", []),
            ("12 0000", ["12"]),
            ("297-426-8-168", []),
            ("050 000 0001 ja 5", ["5"]),
            ("08 61551", []),
            ("5 ja 050 000 0001", ["5"]),
            ("12.5", []),
        ],
    )
    def test_numbers(self, text: str, expected: list[str]) -> None:
        assert [str(value) for value in values(find_numbers(text))] == expected

    def test_a_full_stop_may_part_thousands_or_decimals(self) -> None:
        (found,) = find_numbers("noin 12.000")
        assert found == Match(None, 5, 11, (Decimal(12000), Decimal("12.000")))

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("5,3 %", ["5.3"]),
            ("5.3 %", ["5.3"]),
            ("10 prosenttia, 7 procent", ["10", "7"]),
            ("2 %-yksikköä", []),
            ("007 %", []),
        ],
    )
    def test_percentages(self, text: str, expected: list[str]) -> None:
        assert [str(value) for value in values(find_percentages(text))] == expected

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("9 000 – 45 000 asukkaan kunnan", Range(9000, 45000)),
            ("9 000-45 000", Range(9000, 45000)),
            ("9.000-45.000 invånare", Range(9000, 45000)),
            ("yli 45 000 asukkaan", Range(45001, None)),
            ("vähintään 45 001 asukasta", Range(45001, None)),
            ("alle 9 000 asukkaan", Range(0, 8999)),
            ("enintään 9.000 asukasta", Range(0, 9000)),
            ("över 45 000 invånare", Range(45001, None)),
            ("under 9 000 invånare", Range(0, 8999)),
        ],
    )
    def test_ranges(self, text: str, expected: Range) -> None:
        assert values(find_ranges(text)) == [expected]

    @pytest.mark.parametrize(
        "text",
        ["2025-2026", "45 000 - 9 000", "007-009", "5-007", "297-426-8-168", "yli 007 asukasta"],
    )
    def test_no_ranges(self, text: str) -> None:
        assert find_ranges(text) == []

    def test_an_uncertain_range(self) -> None:
        (found,) = find_ranges("9.000-45.000")
        assert (found.value, found.candidates) == (None, (Range(9000, 45000),))

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            (" 12 000,00 ", Decimal("12000.00")),
            ("12.000", None),
            ("007", None),
            ("12 000 €", None),
            ("", None),
            ("1" * 80, None),
        ],
    )
    def test_a_whole_cell(self, text: str, expected: Decimal | None) -> None:
        assert to_decimal(text) == expected

    def test_the_decimal_context_changes_nothing(self) -> None:
        with decimal.localcontext(decimal.Context(prec=2)):
            assert str(values(find_numbers("1,234567 miljoonaa"))[0]) == "1234567"
            assert str(values(find_amounts("24 691,34 €"))[0].euros) == "24691.34"
        assert Digits("12", "5").cents(1) == 1250


class TestAmounts:
    @pytest.mark.parametrize(
        ("text", "euros", "per"),
        [
            ("12 000 euroa", "12000.00", None),
            ("12 000\neuroa", "12000.00", None),
            ("12\n000 euroa", "12000.00", None),
            ("12 000 €", "12000.00", None),
            ("12000€", "12000.00", None),
            ("12.000 euroa", "12000.00", None),
            ("12.50 €", "12.50", None),
            ("12,5 €", "12.50", None),
            ("1.871.348,34 euroa", "1871348.34", None),
            ("2.600.000 eurolla", "2600000.00", None),
            ("EUR 500", "500.00", None),
            ("€ 12 000", "12000.00", None),
            ("EUR 2,6 milj.", "2600000.00", None),
            ("500 EUR", "500.00", None),
            ("100 eur:n", "100.00", None),
            ("1 000,- €", "1000.00", None),
            ("2,6 miljoonaa euroa", "2600000.00", None),
            ("2,6 milj. euroa", "2600000.00", None),
            ("1,5 mn euro", "1500000.00", None),
            ("2,6 M€", "2600000.00", None),
            ("12 t€", "12000.00", None),
            ("3,5 mrd. €", "3500000000.00", None),
            ("12 000 (kaksitoistatuhatta) euroa", "12000.00", None),
            ("12 000 (alustava) euroa", "12000.00", None),
            ("kaksitoistatuhatta (12 000) euroa", "12000.00", None),
            ("kaksitoistatuhatta euroa", "12000.00", None),
            ("kaksi miljoonaa euroa vuodessa", "2000000.00", Per.YEAR),
            ("alijäämä -3,2 milj. €", "-3200000.00", None),
            ("2911010001 12 000 euroa", "12000.00", None),
            ("12 000 euroa/vuosi", "12000.00", Per.YEAR),
            ("12 000 €/v.", "12000.00", Per.YEAR),
            ("12 000 euroa (alv 0 %) vuodessa", "12000.00", Per.YEAR),
            ("12 000 € + alv/vuosi", "12000.00", Per.YEAR),
            ("12 000 euro om året", "12000.00", Per.YEAR),
            ("300 euroa kuukaudessa", "300.00", Per.MONTH),
            ("30 euroa per asukas", "30.00", Per.PERSON),
            ("30 euro per möte", "30.00", Per.PIECE),
            ("5 €/m²", "5.00", Per.AREA),
            ("5 €/m2/kk", "5.00", Per.OTHER),
            ("5 €/kWh", "5.00", Per.OTHER),
            ("30 euro per ruta", "30.00", Per.OTHER),
            ("500 euro i Vasa", "500.00", None),
            ("2000 euroa", "2000.00", None),
        ],
    )
    def test_amounts(self, text: str, euros: str, per: Per | None) -> None:
        assert [(str(a.euros), a.per) for a in values(find_amounts(text))] == [(euros, per)]

    def test_the_place_covers_currency_and_per(self) -> None:
        text = "Maksu on 12 000 euroa vuodessa, yhteensä 24 000 euroa."
        assert [text[found.start : found.end] for found in find_amounts(text)] == [
            "12 000 euroa vuodessa",
            "24 000 euroa",
        ]

    @pytest.mark.parametrize(
        ("text", "candidates"),
        [
            pytest.param("10 000–12 000 euroa", ["10000.00", "12000.00"], id="a range"),
            pytest.param("10 000 € – 12 000 €", ["10000.00", "12000.00"], id="two currencies"),
            pytest.param("1,250 €", ["1250.00", "1.25"], id="an English comma"),
            pytest.param("2.600 milj. euroa", ["2600000000.00", "2600000.00"], id="a point"),
            pytest.param("12 000 (yksi) euroa", ["12000.00", "1.00"], id="words that differ"),
            pytest.param("1234 500 euroa", ["500.00"], id="grouped otherwise"),
            pytest.param("12\n500 euroa", ["500.00"], id="a number or two lines"),
            pytest.param("12\n000 tuhatta euroa", [], id="what is left of a number"),
            pytest.param("TA 2024 €", ["2024.00"], id="the heading of a column"),
            pytest.param("EUR 2024", ["2024.00"], id="the heading of a column, before"),
            pytest.param("(1 000 €)", ["1000.00"], id="a unit"),
            pytest.param("-500 €", ["-500.00", "500.00"], id="a minus or a list"),
            pytest.param("maksut\n-500 €", ["-500.00", "500.00"], id="a minus or a list, later"),
        ],
    )
    def test_ambiguous(self, text: str, candidates: list[str]) -> None:
        """
        What may be read in several ways has candidates and no value.
        """
        found = find_amounts(text)
        assert values(found) == [None] * len(found)
        assert [str(amount.euros) for match in found for amount in match.candidates] == candidates

    @pytest.mark.parametrize(
        "text",
        [
            "0,085 €/kWh",
            "1,2345 €",
            "012 €",
            "12 0000 €",
            "297-426-8-168 €",
            "13.12.2024 €",
            "612/2021 €",
            "28 Europan maata",
            "Euroopan unioni",
            "yhtiön euroa",
            "EUR 500.2024",
            "EUR 0,001",
            "€12,000.50",
            "EURO 2024",
            "ei rahaa",
        ],
    )
    def test_no_amounts(self, text: str) -> None:
        assert find_amounts(text) == []

    def test_one_currency_belongs_to_one_amount(self) -> None:
        found = values(find_amounts("a 500 € 12 000 kpl, 300 EUR 5, € 7 ja 2 euroa"))
        assert [str(amount.euros) for amount in found] == ["500.00", "300.00", "7.00", "2.00"]


class TestDates:
    @pytest.mark.parametrize(
        "text",
        [
            "13.12.2024",
            "13.12. 2024",
            "13. 12. 2024",
            "13. joulukuuta 2024",
            "13 joulukuuta 2024",
            "13. joulukuuta vuonna 2024",
            "13 päivänä joulukuuta 2024",
            "joulukuun 13. päivänä 2024",
            "JOULUKUUN 13 PÄIVÄNÄ 2024",
            "den 13 december 2024",
            "13:e december 2024",
            "13 dec. 2024",
            "2024-12-13",
            "2024-12-13T10:00",
            "13.\u00a0joulukuuta\n2024",
            "Kaupunginhallitus13.12.2024 § 407",
            "KV 13.12.2024/132",
            "perjantaina 13.12.2024.",
            "13.12.2024, klo 10",
        ],
    )
    def test_dates(self, text: str) -> None:
        assert values(find_dates(text)) == [date(2024, 12, 13)]

    @pytest.mark.parametrize(
        "text",
        [
            "31.2.2024",
            "29.2.2023",
            "0.1.2024",
            "1.13.2024",
            "2024-13-01",
            "13.12.1799",
            "13.12.2024-001",
            "297-12-13",
            "2024-12-13-1",
            "13.12.2024.5",
            "13.12. 2000 euroa",
            "1.1.–31.12.2025",
            "31.2.–1.3.2025",
            "99.99.99",
            "x-13.12.2024",
        ],
    )
    def test_no_dates(self, text: str) -> None:
        assert find_dates(text) == []

    def test_two_figures_leave_the_century_open(self) -> None:
        (found,) = find_dates("pvm 13.12.24")
        assert found == Match(None, 4, 12, (date(2024, 12, 13), date(1924, 12, 13)))
        assert find_dates("29.2.24")[0].candidates == (date(2024, 2, 29), date(1924, 2, 29))
        assert find_dates("29.2.00")[0].candidates == (date(2000, 2, 29),)

    @pytest.mark.parametrize(
        ("text", "first", "last"),
        [
            ("1.1.–31.12.2025", date(2025, 1, 1), date(2025, 12, 31)),
            ("1.1. - 31.12.2025", date(2025, 1, 1), date(2025, 12, 31)),
            ("1.1.2025-31.12.2026", date(2025, 1, 1), date(2026, 12, 31)),
            ("1.–15.3.2025", date(2025, 3, 1), date(2025, 3, 15)),
            ("1.–15. joulukuuta 2024", date(2024, 12, 1), date(2024, 12, 15)),
            ("den 1–15 december 2024", date(2024, 12, 1), date(2024, 12, 15)),
            ("den 1 januari – den 31 mars 2025", date(2025, 1, 1), date(2025, 3, 31)),
            ("2024-01-01 – 2024-12-31", date(2024, 1, 1), date(2024, 12, 31)),
        ],
    )
    def test_ranges(self, text: str, first: date, last: date) -> None:
        assert values(find_date_ranges(text)) == [DateRange(first, last)]

    @pytest.mark.parametrize(
        "text", ["31.12.2025-1.1.2025", "1-15.3.2025", "1.1.-28.2.", "30.2.–1.3.2025", "1.–15.3."]
    )
    def test_no_ranges(self, text: str) -> None:
        assert find_date_ranges(text) == []

    def test_a_range_over_new_year(self) -> None:
        """
        "15.12.–15.1.2025" begins in the year before, though nothing says so.
        """
        (found,) = find_date_ranges("15.12.–15.1.2025")
        assert found.value is None
        assert found.candidates == (DateRange(date(2024, 12, 15), date(2025, 1, 15)),)

    def test_a_range_of_two_figures(self) -> None:
        (found,) = find_date_ranges("1.1.-28.2.17")
        assert found.value is None
        assert [span.first.year for span in found.candidates] == [2017, 1917]

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("viimeistään 13.12.", [DayMonth(13, 12)]),
            ("13. joulukuuta mennessä", [DayMonth(13, 12)]),
            ("29.2.", [DayMonth(29, 2)]),
            ("13.12.\nKunta", [DayMonth(13, 12)]),
            ("klo 8.12.", []),
            ("kohta 1.2.", []),
            ("30.2.", []),
            ("1. 2.", []),
            ("13.12.2024, 13.12.24", []),
        ],
    )
    def test_days_without_a_year(self, text: str, expected: list[DayMonth]) -> None:
        assert values(find_day_months(text)) == expected

    def test_a_numbered_heading(self) -> None:
        (found,) = find_day_months("Sisältö\n1.2. Tausta")
        assert (found.value, found.candidates) == (None, (DayMonth(1, 2),))

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("2025 - 2026", [Years(2025, 2026)]),
            ("2023-2024", [Years(2023, 2024)]),
            ("kaudella 2025–\n2026.", [Years(2025, 2026)]),
            ("vuosina 2025 ja 2026", [Years(2025, 2026)]),
            ("åren 2025 och 2026", [Years(2025, 2026)]),
            ("vuosina 2024, 2025 ja 2026, kausi 2030-2031", [Years(2024, 2026), Years(2030, 2031)]),
            ("vuosina 2020 ja 2025", []),
            ("2026-2025", []),
            ("1800-1900", []),
            ("1900-2000", []),
            ("Dnro 2019-2025", []),
            ("KAJDno-2024-2025", []),
            ("2023-2024-12", []),
            ("1.1.2025-31.12.2026", []),
            ("2024/2831", []),
        ],
    )
    def test_terms(self, text: str, expected: list[Years]) -> None:
        assert values(find_terms(text)) == expected

    @pytest.mark.parametrize("text", ["2025–26", "lukuvuosi 2025/2026"])
    def test_uncertain_terms(self, text: str) -> None:
        (found,) = find_terms(text)
        assert (found.value, found.candidates) == (None, (Years(2025, 2026),))

    def test_years(self) -> None:
        text = "vuonna 2025, år 2026, 2027, vuoden 2028-2029, alkuvuodesta 2030, vuosi 2031, v. 2032, v.2033"
        assert values(find_years(text)) == [2025, 2026, 2031, 2032, 2033]


class TestPeriods:
    @pytest.mark.parametrize(
        ("text", "period", "relation"),
        [
            ("14 päivän kuluessa", Period.days(14), Relation.WITHIN),
            ("14\npäivän\nkuluessa", Period.days(14), Relation.WITHIN),
            ("neljäntoista (14) päivän", Period.days(14), None),
            ("14 (neljäntoista) päivän", Period.days(14), None),
            ("kolmenkymmenen (30) päivän kuluessa", Period.days(30), Relation.WITHIN),
            ("päätöksen (14) päivän", Period.days(14), None),
            ("14 pv:n sisällä", Period.days(14), Relation.WITHIN),
            ("14:n päivän kuluessa", Period.days(14), Relation.WITHIN),
            ("7 vuorokauden", Period.days(7), None),
            ("seitsemän päivän kuluttua", Period.days(7), Relation.AFTER),
            ("7 päivää sen jälkeen", Period.days(7), Relation.AFTER),
            ("7 päivää ennen", Period.days(7), Relation.BEFORE),
            ("1 päivä", Period.days(1), None),
            ("kahden viikon", Period.weeks(2), None),
            ("kahden kuukauden kuluessa", Period.months(2), Relation.WITHIN),
            ("kuuden kuukauden", Period.months(6), None),
            ("3 kk", Period.months(3), None),
            ("viisi vuotta", Period.years(5), None),
            ("kuukauden kuluessa", Period.months(1), Relation.WITHIN),
            ("tehtävä viikon kuluttua", Period.weeks(1), Relation.AFTER),
            ("inom 14 dagar", Period.days(14), Relation.WITHIN),
            ("inom trettio (30) dagar från", Period.days(30), Relation.WITHIN),
            ("sju dagar efter", Period.days(7), Relation.AFTER),
            ("efter sju dagar", Period.days(7), Relation.AFTER),
            ("inom en månad", Period.months(1), Relation.WITHIN),
            ("inom ett år", Period.years(1), Relation.WITHIN),
            ("två veckor före", Period.weeks(2), Relation.BEFORE),
        ],
    )
    def test_periods(self, text: str, period: Period, relation: Relation | None) -> None:
        assert values(find_periods(text)) == [PeriodPhrase(period, relation)]

    def test_the_place_covers_the_relation(self) -> None:
        text = "on tehtävä neljäntoista (14) päivän kuluessa siitä, päätöksen (3) viikon"
        assert [text[found.start : found.end] for found in find_periods(text)] == [
            "neljäntoista (14) päivän kuluessa",
            "(3) viikon",
        ]

    @pytest.mark.parametrize(
        ("text", "lengths"),
        [
            ("neljäntoista (30) päivän", [14, 30]),
            ("14 tai 30 päivän", [30]),
            ("neljäntoista tai kolmenkymmenen päivän", [30]),
            ("14 - 30 päivän", [30]),
        ],
    )
    def test_ambiguous(self, text: str, lengths: list[int]) -> None:
        (found,) = find_periods(text)
        assert found.value is None
        assert [phrase.period.length for phrase in found.candidates] == lengths

    @pytest.mark.parametrize(
        "text",
        [
            "14–30 päivän",
            "12 000 päivän",
            "13 päivä joulukuuta",
            "0 päivää",
            "150 vuotta",
            "ett år",
            "5-vuotias",
            "seuraavan kuukauden kuluessa",
            "kuukauden ajan",
            "kuukauden aikana",
            "päivän",
            "vuosi",
            "1.14 päivän",
            "pvm 14",
        ],
    )
    def test_no_periods(self, text: str) -> None:
        assert find_periods(text) == []

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("kolmantena päivänä viestin lähettämisestä", [3]),
            ("seitsemäntenä (7.) päivänä", [7]),
            ("7. päivänä", [7]),
            ("den tredje dagen efter", [3]),
            ("den 3:e dagen", [3]),
            ("seitsemäntenä (3.) päivänä", [None]),
            ("13. päivänä joulukuuta", []),
            ("samana päivänä", []),
            ("3 päivänä viikossa", []),
            ("ensimmäisenä arkipäivänä", []),
        ],
    )
    def test_ordinal_days(self, text: str, expected: list[int | None]) -> None:
        assert values(find_ordinal_days(text)) == expected


FINDERS: list[Callable[[str], list[Match[Any]]]] = [
    *(find_amounts, find_dates, find_date_ranges, find_day_months, find_terms, find_years),
    *(find_numbers, find_percentages, find_ranges, find_ordinal_days, find_periods),
]
PIECES = st.sampled_from(
    """12 000 €|euroa|13.12.2024|–|-| |\n|\u00a0|2025|/v|%|(14)|päivän|kuluessa|neljäntoista|12.000
    |1.1.|inom|dagar|milj.|EUR|joulukuuta|den 3|tredje dagen|297-426-8-168|.|,|:|0|7|vuosina|ja|yli
    |asukkaan|\u0660|²|İ""".split("|")
)


@given(st.lists(PIECES | st.text(max_size=4), max_size=12).map("".join))
def test_any_text(text: str) -> None:
    """
    Any text at all: no exception, places in order, inside the text and never empty.
    """
    for find in FINDERS:
        end = 0
        for found in find(text):
            assert end <= found.start < found.end <= len(text)
            assert (found.value is None) == bool(found.candidates)
            end = found.start


def test_values_survive_pickle() -> None:
    """
    What the grammar finds can be sent to another process.
    """
    for value in (Amount(Decimal("1.00"), Per.YEAR), Match(Years(2025, 2026), 0, 9)):
        assert pickle.loads(pickle.dumps(value)) == value
