"""
A fee in every form, in the words of a sentence, each beside what a person reads in it.
"""

from __future__ import annotations

import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from kuntapaatos.fees import Term, VatTreatment
from kuntapaatos.io.text import Reading, read
from kuntapaatos.io.text.joined_fees import read_fees
from kuntapaatos.io.text.joined_sums import sums
from kuntapaatos.membership import Membership, MembershipAction

FORMS: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parent / "fee_forms.toml").read_text(encoding="utf-8")
)["form"]
DECISIONS = {
    "fi": (
        "Kunnanhallitus 3.2.2026 § 14\nLiittyminen VIRTA-verkostoon 2026–2028\nPäätös\n"
        "Kunta liittyy VIRTA-verkostoon vuosina 2026–2028. {}\n"
    ),
    "sv": (
        "Kommunstyrelsen 3.2.2026 § 14\nAnslutning till VIRTA-nätverket 2026–2028\nBeslut\n"
        "Kommunen ansluter sig till VIRTA-nätverket åren 2026–2028. {}\n"
    ),
}
LEAVING = "Kunnanhallitus 3.2.2026 § 14\nEroaminen VIRTA-verkostosta\nPäätös\nKunta eroaa VIRTA-verkostosta. {}\n"


def read_form(said: str, language: str = "fi") -> Reading:
    """Return the reading of a decision to join that says something of the fee."""
    return read(DECISIONS[language].format(said))


def membership(said: str) -> Membership:
    """Return the membership of a decision to join that says something of the fee."""
    found = read_form(said).decision.membership
    assert found is not None
    return found


def is_told(reading: Reading) -> bool:
    """Whether something shows that the fee is not known to the cent."""
    fields = {"membership.annual_fee", "membership.stated_total", "membership.schedule"}
    return any(left.field in fields for left in reading.unread)


@pytest.mark.parametrize(
    ("form", "language", "said"),
    [
        pytest.param(form, language, said, id=f"{form['kind']}: {said}")
        for form in FORMS
        for language in DECISIONS
        for said in form.get(language, ())
    ],
)
def test_a_form(form: dict[str, Any], language: str, said: str) -> None:
    """
    Each wording of a form becomes the same value, and what is not exact is shown.
    """
    reading = read_form(said, language)
    found = reading.decision.membership
    assert found is not None
    assert found.action is MembershipAction.JOINS
    rules = () if found.schedule is None else found.schedule.every_rule
    ours = {
        "fee": found.annual_fee and str(found.annual_fee),
        "total": found.stated_total and str(found.stated_total),
        "charge": [str(one) for one in found.charges],
        "rule": [str(rule) for rule in rules],
        "vat": found.vat and str(found.vat),
        "given": list(found.in_kind),
        "depends": list(found.conditions),
    }
    if found.annual_fee == 0:
        ours["fee"] = "0.00"
    right = {
        key: [one.format(said) for one in value] if isinstance(value, list) else value
        for key, value in form.items()
    }
    assert ours == {key: right.get(key, [] if ours[key] == [] else None) for key in ours}
    assert is_told(reading) is right.get("told", False)


@pytest.mark.parametrize(
    "said",
    [
        "Jäsenmaksu on 0,25 euroa asukasta kohti vuodessa, arviolta 0,30 euroa asukasta kohti.",
        "Maksu on 300 euroa kuukaudessa.",
        "Vuosimaksu on 12.000,00.00 euroa tai 5 000 euroa – 4 000 euroa.",
        "Vuosimaksu on 2 000 euroa. Ensimmäisenä vuonna maksusta peritään osa.",
        "Vuosimaksu on 2 000 euroa. Ensimmäisenä vuonna maksu on 25 % tai puolet ja 30 %, kuukausien mukaan.",
        "Vuosimaksu on 2 000 euroa. Ensimmäisenä vuonna maksusta peritään 150 %.",
        "Jäsenmaksu määräytyy asukasluvun mukaan.",
        "Kustannukset jaetaan asukasluvun mukaan, palkkasumman ja verotettavien tulojen perusteella.",
        "Kustannukset jaetaan asukasluvun ja palkkasumman mukaan.",
        "Jäsenmaksu on noin 0,25 euroa asukasta kohti.",
        "Kunnan osuus on 120 % kustannuksista (4 000 euroa).",
        "Vuosimaksu on 1 000 euroa. Maksua tarkistetaan vuosittain.",
        "Vuosimaksu on 1 000 euroa. Vuosimaksu on 2 000 euroa.",
        "Vuosimaksu on alle 5 000 asukkaan kunnilta 500 euroa, 5 000–9 000 asukkaan 700 € ja muilta 900 €.",
        "Vuosimaksu on 500 euroa (alle 5 000 asukasta) ja 900 euroa kunnilta.",
        "Vuosimaksu on alle 5 000 asukkaan kunnilta 500 euroa ja 3 000–9 000 asukkaan kunnilta 900 euroa.",
    ],
)
def test_what_is_not_understood(said: str) -> None:
    """
    A fee of which a part is not understood is no certain fee, and is shown.
    """
    reading = read_form(said)
    found = reading.decision.membership
    assert found is not None
    assert found.annual_fee is None
    told = [left.field for left in reading.unread]
    told += [fact.field for fact in reading.found if fact.candidates]
    assert {"membership.annual_fee", "membership.schedule"} & set(told)


@pytest.mark.parametrize(
    "said",
    [
        "Verkoston budjetti on 500 000 euroa.",
        "Verkoston budjetti on 0 euroa.",
        "Kahvitarjoilu on maksuton.",
        "Vuonna 2020 jäsenmaksu on 900 euroa vuodessa.",
        "Naapurikunnan maksu on 900 euroa vuodessa.",
        "Muiden kuntien osuus on 900 euroa vuodessa.",
        "PURO-verkoston jäsenmaksu on 900 euroa vuodessa.",
        "Verkoston juhla on maksuton.",
        "Verkosto jakaa 007 DKK ja 5 000 DKK avustuksia, noin 300 euroa.",
        "Vuosimaksu ei ole 500 euroa.",
        "Hankkeelle haetaan avustusta -500 euroa.",
        "Päiväraha on 20–30 euroa ja -5–20 euroa.",
        "Verkosto tuo kunnille säästöä 500 euroa vuodessa.",
    ],
)
def test_what_is_no_fee(said: str) -> None:
    """
    A sum of all together, of others, of other years or of something else is no fee.
    """
    found = membership(said)
    assert (found.annual_fee, found.stated_total, found.charges) == (None, None, ())
    assert (found.schedule, found.vat, found.is_free) == (None, None, None)


UNSURE: dict[str, dict[str, list[str]]] = tomllib.loads(
    (Path(__file__).parent / "unsure_sums.toml").read_text(encoding="utf-8")
)


NET = UNSURE.pop("net")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        pytest.param(language, said, id=said)
        for language, several in NET.items()
        for said in several
    ],
)
def test_a_sum_before_tax(language: str, said: str) -> None:
    """
    A fee is exact without its tax, which comes on top or is shown as not known.
    """
    reading = read_form(said, language)
    found = reading.decision.membership
    assert found is not None
    assert found.annual_fee == 12_000
    if found.vat is None:
        assert [left.field for left in reading.unread] == ["membership.vat"]
    else:
        assert found.vat.treatment is VatTreatment.ON_TOP
        assert reading.unread == ()


@pytest.mark.parametrize(
    ("how", "language", "said"),
    [
        pytest.param(how, language, said, id=said)
        for how, words in UNSURE.items()
        for language, several in words.items()
        for said in several
    ],
)
def test_a_sum_that_is_not_paid_as_it_stands(how: str, language: str, said: str) -> None:
    """
    What is at most, about, over, before tax, denied or past is no certain fee.

    It is shown, but for what is denied or past in so many words.
    """
    reading = read_form(said, language)
    found = reading.decision.membership
    assert found is not None
    assert (found.annual_fee, found.stated_total) == (None, None)
    if how in {"not", "was"}:
        assert found.charges == ()
    else:
        assert is_told(reading)


@pytest.mark.parametrize(
    ("said", "due"),
    [
        ("Vuoden 2026 jäsenmaksu 500 euroa jää maksettavaksi.", ["500,00 € vuodessa 2026"]),
        ("Irtisanomisajalta maksetaan 500 euroa.", ["500,00 €"]),
        ("Irtisanomisajan maksu on 500 euroa vuodessa.", ["500,00 € vuodessa"]),
        ("Kunnan jäsenmaksu on ollut 500 euroa vuodessa.", []),
    ],
)
def test_what_stays_due(said: str, due: list[str]) -> None:
    """
    Of who leaves, only what stays due is charged.
    """
    found = read(LEAVING.format(said)).decision.membership
    assert found is not None
    assert (found.annual_fee, found.charges) == (None, ())
    assert [str(one) for one in found.still_due] == due


@pytest.mark.parametrize(
    "said",
    [
        "Eroamisvuoden maksu peritään.",
        "Irtisanomisajalta maksetaan 0,25 euroa asukasta kohti.",
        "Irtisanomisajalta maksetaan 500 euroa kuukaudessa.",
        "Irtisanomisajalta maksetaan 500 euroa ja 300 euroa.",
    ],
)
def test_what_stays_due_is_not_understood(said: str) -> None:
    """
    What stays due without a sum is shown.
    """
    reading = read(LEAVING.format(said))
    assert reading.decision.membership is not None
    assert reading.decision.membership.still_due == ()
    assert [left.field for left in reading.unread] == ["membership.still_due"]


def test_a_rule_needs_years() -> None:
    """
    A rule holds for the years of the membership, or for the first one; else it is shown.
    """
    text = "Kunnanhallitus 3.2.2026 § 14\nLiittyminen VIRTA-verkostoon\nPäätös\nKunta liittyy VIRTA-verkostoon{}. {}\n"
    rule = "Jäsenmaksu on 0,25 euroa asukasta kohti vuodessa."
    since = read(text.format(" vuodesta 2027 alkaen", rule)).decision.membership
    assert since is not None
    assert since.schedule is not None
    assert since.schedule.term == Term(2027, 2027)
    assert since.schedule.source == rule
    never = read(text.format("", rule))
    assert never.decision.membership is not None
    assert never.decision.membership.schedule is None
    assert [left.field for left in never.unread] == ["membership.schedule"]


def test_a_rule_has_a_place() -> None:
    """
    A rule is found where the text states it.
    """
    reading = read_form("Jäsenmaksu on 0,25 euroa asukasta kohti vuodessa.")
    (found,) = [one for one in reading.found if one.field == "membership.schedule"]
    assert reading.text[found.span.start : found.span.end] == "0,25 euroa asukasta kohti vuodessa"


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("Kunnan osuus on 25 % eli 4 000 euroa.", "4000.00"),
        ("Jäsenmaksu on 500 euroa.", "500,00 €"),
        ("Jäsenmaksu on 500 euroa. Jäsenmaksu on 500 euroa.", "500,00 €"),
        (
            "Verkoston budjetti on 140 000 euroa. Kustannukset jaetaan tasan.",
            "osuus summasta (140 000,00 €) (tasan)",
        ),
        (
            "Budjetti on 140 000 euroa, josta kuntien osuus on suurin. Kustannukset jaetaan tasan.",
            "osuus summasta (140 000,00 €) (tasan)",
        ),
        (
            "Vuosimaksu on 2 000 euroa. Ensimmäinen vuosi on maksuton.",
            "2 000,00 € vuodessa, ensimmäisenä vuonna 0 %",
        ),
        (
            f"Vuosimaksu on 2 €/asukas. {'Verkosto on hyvä. ' * 20}Matkojen maksu on enintään 90 euroa.",
            "2 € asukasta kohti vuodessa",
        ),
    ],
)
def test_one_more_form(said: str, written: str) -> None:
    """
    What is said of one fee becomes one value.
    """
    found = membership(said)
    rules = () if found.schedule is None else found.schedule.every_rule
    charges = [] if rules else found.charges
    assert [*map(str, (*rules, *charges, *filter(None, [found.stated_total])))] == [written]


LISTED = (
    "Kunnan maksuosuudet ovat:\n- vuonna 2026: 300 euroa\n- vuonna 2027: 400 euroa\n"
    "- vuonna 2028: 400 euroa\neli yhteensä 1 100 euroa."
)


@pytest.mark.parametrize(
    ("said", "charges", "total"),
    [
        (
            LISTED,
            ["300,00 € vuodessa 2026", "400,00 € vuodessa 2027", "400,00 € vuodessa 2028"],
            "1100.00",
        ),
        ("Verkoston tilat ovat:\n- vuonna 2026: 300 euroa\n- vuonna 2027: 400 euroa", [], None),
        ("Verkostosta.\n- vuonna 2026: 300 euroa", [], None),
        ("- vuonna 2026: 300 euroa", [], None),
    ],
    ids=["shares", "of something else", "no line above", "nothing above"],
)
def test_sums_in_a_list(said: str, charges: list[str], total: str | None) -> None:
    """
    What the line above a list says holds for each of its sums; a total is one.
    """
    found = membership(said)
    assert [str(one) for one in found.charges] == charges
    assert found.stated_total == (None if total is None else Decimal(total))


def test_a_year_and_the_whole_term() -> None:
    """
    What is paid for the whole term in the same sentence is not paid each year.
    """
    found = membership("Vuosimaksu on 500 euroa ja koko kauden kustannus 1 500 euroa.")
    assert (found.annual_fee, found.stated_total) == (Decimal(500), Decimal(1_500))


@pytest.mark.parametrize(
    ("said", "vat", "told"),
    [
        ("Jäsenmaksu on 500 euroa + alv 25,5 % vuodessa.", VatTreatment.ON_TOP, False),
        ("Jäsenmaksu on 500 euroa vuodessa (sis. alv 25,5 %).", VatTreatment.INCLUDED, False),
        ("Jäsenmaksu on 500 euroa vuodessa ilman arvonlisäveroa.", VatTreatment.ON_TOP, False),
        ("Jäsenmaksu on 500 euroa vuodessa (alv 25,5 %).", None, True),
    ],
)
def test_a_rate_of_tax(said: str, vat: VatTreatment | None, *, told: bool) -> None:
    """
    A rate alone does not say whether the tax is in the sum, and is shown.
    """
    reading = read_form(said)
    found = reading.decision.membership
    assert found is not None
    assert (found.annual_fee, found.vat and found.vat.treatment) == (Decimal(500), vat)
    assert any(one.field == "membership.vat" for one in reading.unread) is told


def test_limits_that_gainsay_each_other() -> None:
    """
    A most below the least is no limit of the rule.
    """
    said = "Jäsenmaksu on 0,25 euroa asukasta kohti vuodessa, vähintään 900 euroa ja enintään 500 euroa."
    fees = read_fees(said, [(0, len(said), True)], "VIRTA", None, Term(2026, 2028))
    assert [str(rule) for rule, _, _ in fees.rules] == [
        "0,25 € asukasta kohti vuodessa, vähintään 900,00 €"
    ]
    assert len(fees.hedged) == 1


def test_sums_in_order() -> None:
    """
    A sum is seen once, whatever it is written in.
    """
    text = "500 eurosta 400 euroon, 7 ja 8 euroa, 10 000 SEK, 12 000 euroa"
    assert [str(one.stated) for one in sums(text, 0, len(text))] == [
        "500,00 €",
        "400,00 €",
        "8,00 €",
        "10 000 SEK",
        "12 000,00 €",
    ]
