"""
For which years, and from which day to which, a municipality is a member.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from kuntapaatos.errors import FeeNotExact
from kuntapaatos.fees import Term
from kuntapaatos.io.text import Reading, read
from kuntapaatos.membership import Membership, total_fee

HEADS = {
    "fi": ("Kunnanhallitus", "Kuvaus", "Päätös"),
    "sv": ("Kommunstyrelsen", "Beredning", "Beslut"),
}
JOINS = {"fi": "Liittyminen VIRTA-verkostoon", "sv": "Anslutning till VIRTA-nätverket"}
LEAVES = {"fi": "Eroaminen VIRTA-verkostosta", "sv": "Utträde ur VIRTA-nätverket"}


def reading(said: str, title: str, prepared: str = "", language: str = "fi") -> Reading:
    """Return the reading of a decision."""
    body, about, decision = HEADS[language]
    before = f"{about}\n{prepared}\n" if prepared else ""
    return read(f"{body} 3.2.2025 § 14\n{title}\n{before}{decision}\n{said}\n")


def membership(said: str, title: str, prepared: str = "", language: str = "fi") -> Membership:
    """Return the membership of a decision."""
    found = reading(said, title, prepared, language).decision.membership
    assert found is not None
    return found


def during(found: Membership) -> str:
    """Return when a membership is, as it is written out."""
    return str(found).partition(",")[0].removeprefix("VIRTA").strip()


LASTS = [
    ("fi", "Kunta liittyy VIRTA-verkostoon ajalle 1.8.2025–31.7.2027.", "2025–2027 (1.8.2025–31.7.2027)"),
    ("fi", "Kunta liittyy VIRTA-verkostoon 1.8.2025–31.7.2027.", "2025–2027 (1.8.2025–31.7.2027)"),
    ("fi", "Kunta liittyy VIRTA-verkostoon ajaksi 1.1.2025–31.12.2027.", "2025–2027 (1.1.2025–31.12.2027)"),
    ("fi", "Kunta liittyy VIRTA-verkostoon 1.7.2025 alkaen.", "2025– (1.7.2025–)"),
    ("fi", "Kunta liittyy VIRTA-verkostoon 1.7.2025 alkaen 31.12.2026 saakka.", "2025–2026 (1.7.2025–31.12.2026)"),
    ("fi", "Kunta liittyy VIRTA-verkostoon vuoden 2026 loppuun.", "–2026"),
    ("fi", "Kunta liittyy VIRTA-verkostoon 1.3.26 alkaen.", ""),
    ("fi", "Kunta liittyy VIRTA-verkostoon vuoteen 2030 saakka.", "–2030"),
    ("fi", "Kunta liittyy VIRTA-verkostoon vuoden 2025 alusta vuoden 2026 loppuun.", "2025–2026"),
    ("fi", "Kunta liittyy VIRTA-verkostoon vuoden 2027 alusta vuoden 2026 loppuun.", ""),
    ("fi", "Kunta liittyy VIRTA-verkostoon lukuvuodeksi 2025–2026.", "2025–2026 (1.8.2025–31.7.2026)"),
    ("fi", "Kunta liittyy VIRTA-verkostoon kaudelle 2025-2026.", "2025–2026"),
    ("fi", "Kunta liittyy VIRTA-verkostoon kaudeksi 2025–26.", "2025–2026"),
    ("fi", "Kunta liittyy VIRTA-verkostoon kahdeksi vuodeksi 1.3.2025 alkaen.", "2025–2027 (1.3.2025–28.2.2027)"),
    ("fi", "Kunta liittyy VIRTA-verkostoon kolmen vuoden ajaksi 29.2.2028 alkaen.", "2028–2031 (29.2.2028–28.2.2031)"),
    ("fi", "Kunta liittyy VIRTA-verkostoon 3 vuodeksi vuoden 2026 alusta.", "2026–2028"),
    ("fi", "Kunta liittyy VIRTA-verkostoon vuoden 2026 alusta. Tulosta arvioidaan kahden vuoden ajan.", "2026–"),
    ("fi", "Kunta liittyy VIRTA-verkostoon kahdeksi vuodeksi.", ""),
    ("fi", "Kunta liittyy VIRTA-verkostoon toistaiseksi vuodesta 2025.", "2025– toistaiseksi"),
    ("fi", "Kunta liittyy VIRTA-verkostoon vuosiksi 2025–2027 siten, että jäsenyys alkaa 1.8.2025.", "2025–2027 (1.8.2025–)"),
    ("fi", "Kunta liittyy VIRTA-verkostoon. Verkoston seminaari toteutetaan 3.–5.3.2025.", ""),
    ("fi", "Kunta, joka on ollut mukana vuodesta 2018 alkaen, jatkaa VIRTA-verkostossa.", ""),
    ("fi", "Kunta liittyy VIRTA-verkostoon vuosiksi 2025–2026. Sopimus on voimassa 31.1.2027 saakka.", "2025–2026"),
    ("sv", "Kommunen ansluter sig till VIRTA-nätverket för tiden 1.8.2025–31.7.2027.", "2025–2027 (1.8.2025–31.7.2027)"),
    ("sv", "Kommunen ansluter sig till VIRTA-nätverket för läsåret 2025–2026.", "2025–2026 (1.8.2025–31.7.2026)"),
    ("sv", "Kommunen ansluter sig till VIRTA-nätverket från den 1 augusti 2025 till den 31 juli 2027.", "2025–2027 (1.8.2025–31.7.2027)"),
    ("sv", "Kommunen ansluter sig till VIRTA-nätverket till utgången av år 2026.", "–2026"),
    ("sv", "Kommunen ansluter sig till VIRTA-nätverket för två år från 1.3.2025.", "2025–2027 (1.3.2025–28.2.2027)"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "said", "when"), [pytest.param(*row, id=row[1]) for row in LASTS]
)
def test_from_when_until_when(language: str, said: str, when: str) -> None:
    """
    Each wording of a beginning and an end becomes the years, and the days that are said.
    """
    assert during(membership(said, JOINS[language], language=language)) == when


ENDS = [
    ("fi", "Kunta eroaa VIRTA-verkostosta vuoden 2025 lopussa.", "–2025 (–31.12.2025)"),
    ("fi", "Kunta eroaa VIRTA-verkostosta 31.12.2025.", "–2025 (–31.12.2025)"),
    ("fi", "Kunta eroaa VIRTA-verkostosta. Jäsenyys päättyy 31.12.2025.", "–2025 (–31.12.2025)"),
    ("fi", "Kunta irtisanoo VIRTA-verkoston jäsenyyden päättymään 30.6.2025.", "–2025 (–30.6.2025)"),
    ("fi", "Kunta eroaa VIRTA-verkostosta vuoden 2026 alusta.", "–2025 (–31.12.2025)"),
    ("fi", "Kunta eroaa VIRTA-verkostosta 1.1.2026 alkaen.", "–2025 (–31.12.2025)"),
    ("fi", "Kunta eroaa VIRTA-verkostosta vuodenvaihteessa 2025–2026.", "–2025 (–31.12.2025)"),
    ("fi", "Kunta, joka on ollut jäsen vuodesta 2010 lukien, eroaa verkostosta vuoden 2025 lopussa.", "–2025 (–31.12.2025)"),
    ("fi", "Kunta eroaa verkostosta. Eroilmoitus on tehtävä 30.9.2025 mennessä.", ""),
    ("fi", "Kunta irtisanoo jäsenyyden viimeistään 30.9.2025, ja jäsenyys päättyy 31.12.2025.", "–2025 (–31.12.2025)"),
    ("fi", "Kunta eroaa VIRTA-verkostosta 30.6.2025 ja jäsenyys päättyy vuoden 2025 lopussa.", "–2025"),
    ("sv", "Kommunen utträder ur VIRTA-nätverket vid utgången av år 2025.", "–2025 (–31.12.2025)"),
    ("sv", "Kommunen utträder ur VIRTA-nätverket från och med 1.1.2026.", "–2025 (–31.12.2025)"),
    ("sv", "Kommunen utträder ur VIRTA-nätverket vid årsskiftet 2025–26.", "–2025 (–31.12.2025)"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "said", "when"), [pytest.param(*row, id=row[1]) for row in ENDS]
)
def test_until_when_of_who_leaves(language: str, said: str, when: str) -> None:
    """
    Who leaves is a member until the last day that is said, or until the day before.
    """
    assert during(membership(said, LEAVES[language], language=language)) == when


@pytest.mark.parametrize(
    ("title", "said", "field", "candidates"),
    [
        (LEAVES["fi"], "Kunta eroaa VIRTA-verkostosta 1.1.2026.", "membership.until_year", (2025, 2026)),
        (LEAVES["fi"], "Kunta eroaa VIRTA-verkostosta 31.12.2025 ja PURO-verkostosta 30.6.2026.", "membership.until_year", (2025, 2026)),
        (JOINS["fi"], "Kunta liittyy VIRTA-verkostoon kaudelle 2025/2026.", "membership.term", (Term(2025, 2026),)),
        (JOINS["fi"], "Kunta liittyy VIRTA-verkostoon tilikaudeksi 2025–2026.", "membership.term", (Term(2025, 2026),)),
        (JOINS["fi"] + " tilikaudeksi 2025–2026", "Kunta liittyy VIRTA-verkostoon tilikaudeksi 2025–2026.", "membership.term", (Term(2025, 2026),)),
    ],
)  # fmt: skip
def test_years_that_are_not_sure(
    title: str, said: str, field: str, candidates: tuple[object, ...]
) -> None:
    """
    A day that may be the first outside, and a year over the turn of a year, are candidates.
    """
    told = reading(said, title)
    assert told.decision.membership is not None
    assert during(told.decision.membership) == ""
    assert [one.candidates for one in told.found if one.field == field] == [candidates]
    assert any(problem.field == field for problem in told.problems)


PREPARED = [
    ("Kunta liittyy verkostoon.", "Valtuusto hyväksyi strategian 2021–2025. Jäsenyys on voimassa 1.3.2025 alkaen.", "2025– (1.3.2025–)"),
    ("Kunta liittyy verkostoon vuodesta 2026 alkaen.", "VIRTA-verkosto 2026–2028 on uusi.", "2026–2028"),
    ("Kunta liittyy verkostoon vuodesta 2026 alkaen.", "VIRTA-verkosto 2022–2024 päättyi.", "2026–"),
    ("Kunta liittyy verkostoon.", "Verkoston jäsenmaksu on voimassa vuoden 2026 loppuun.", ""),
    ("Kunta eroaa verkostosta.", "Kunta on ollut verkoston jäsen vuodesta 2010 lukien.", ""),
]  # fmt: skip


@pytest.mark.parametrize(("said", "prepared", "when"), PREPARED)
def test_when_by_the_preparation(said: str, prepared: str, when: str) -> None:
    """
    What is prepared tells from when it is in force, where nothing else does.
    """
    assert during(membership(said, "VIRTA-verkosto", prepared)) == when


def test_a_year_that_is_not_whole() -> None:
    """
    A yearly fee of a part of a calendar year is counted by nobody.
    """
    fee = "Jäsenmaksu on 6 000 euroa vuodessa."
    found = membership(f"Kunta liittyy VIRTA-verkostoon 1.8.2025–31.7.2027. {fee}", JOINS["fi"])
    assert (found.annual_fee, found.first_day) == (Decimal(6_000), date(2025, 8, 1))
    with pytest.raises(FeeNotExact, match="the fee of 2025 is not exact"):
        total_fee(found)
    whole = membership(f"Kunta liittyy VIRTA-verkostoon 1.1.2025–31.12.2026. {fee}", JOINS["fi"])
    assert total_fee(whole) == Decimal(12_000)
    told = reading(
        f"Kunta liittyy VIRTA-verkostoon 1.8.2025–31.7.2027. {fee} Maksu on yhteensä 12 000 euroa.",
        JOINS["fi"],
    )
    assert told.decision.membership is not None
    assert told.decision.membership.stated_total == Decimal(12_000)
    assert not any(problem.field == "membership.stated_total" for problem in told.problems)


def test_a_fee_of_a_year_that_is_not_whole() -> None:
    """
    A share of a project of some months is its share, and no fee of a year.
    """
    said = "Kunta osallistuu VIRTA-hankkeeseen ajalla {}. Kunnan osuus on 6 000 euroa."
    part = membership(said.format("1.8.2025–31.12.2025"), "VIRTA-hanke")
    assert (part.annual_fee, part.stated_total) == (None, Decimal(6_000))
    whole = membership(said.format("1.1.2025–31.12.2025"), "VIRTA-hanke")
    assert (whole.annual_fee, whole.stated_total) == (Decimal(6_000), None)
