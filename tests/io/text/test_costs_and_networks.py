"""
What a decision costs, and the network it joins.
"""

from __future__ import annotations

from decimal import Decimal

import pytest

from kuntapaatos.decision import (
    Decision,
)
from kuntapaatos.fees import Term
from kuntapaatos.io.text import ProblemCode, Reading, read
from kuntapaatos.io.text.costs import cost_centres, costs
from kuntapaatos.io.text.joining import organisers, sentences_with, themes
from kuntapaatos.membership import CostCentre


def decision_of(text: str) -> Decision:
    """Return what a text says."""
    return read(text).decision


def codes(reading: Reading) -> set[object]:
    """Return the codes of what does not agree."""
    return {problem.code for problem in reading.problems}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kulut maksetaan kustannuspaikalta 291 Yleishallinto.", [CostCentre("291", "Yleishallinto")]),
        ("Kustannuspaikka: 4420 tiet", [CostCentre("4420")]),
        ("Kostnaderna bokförs på kostnadsställe 5510.", [CostCentre("5510")]),
        (
            "Maksu kirjataan kustannuspaikalle 1185 ja matkat osoitetaan kustannuspaikalle 1106.",
            [CostCentre("1185", covers="Maksu"), CostCentre("1106", covers="matkat")],
        ),
        ("Kustannuspaikka on auki.", []),
    ],
)  # fmt: skip
def test_cost_centres(text: str, expected: list[CostCentre]) -> None:
    """
    The code, its name when it has one, and what is booked there.
    """
    assert [centre for centre, _, _ in cost_centres(text)] == expected


def test_a_long_list_of_cost_centres() -> None:
    """
    Of one list, as many cost centres are read as a decision could name, and no more.
    """
    codes = [str(code) for code in range(100, 160)]
    said = f"Kustannuspaikoille {', '.join(codes)}."
    assert [centre.code for centre, _, _ in cost_centres(said)] == codes[:50]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hinta on 500 euroa.", [("500.00", None, False)]),
        (
            "Maksu 5 € kuukaudessa, yhteensä 60 €.",
            [("5.00", "kuukausi", False), ("60.00", None, True)],
        ),
        ("Auton hinta on 60 euroa yhteensä.", [("60.00", None, True)]),
        ("Tuki on enintään 800 euroa.", []),
        ("Kunta myy tontin hintaan 45 000 euroa.", []),
        ("Hinta on 10 000–12 000 euroa.", []),
        ("Alennus on 0 euroa.", []),
    ],
)
def test_costs(text: str, expected: list[tuple[str, str | None, bool]]) -> None:
    """
    What a decision costs: no limit, no income, no range, nothing that is nothing.
    """
    assert [(str(c.amount), c.per, c.total) for c, _, _ in costs(text)] == expected


@pytest.mark.parametrize(
    ("tail", "expected"),
    [
        ("Päätösehdotus\nOstetaan auto 900 eurolla.\nPäätös\nHyväksyttiin.", ["900.00"]),
        ("Päätösehdotus\nMyönnetään 900 euroa.\nPäätös\nAsia pantiin pöydälle.", []),
        ("Päätös\nHylätään 900 euron hakemus.", []),
        ("Päätös\nOstetaan auto.\nKustannukset\n900 euroa", ["900.00"]),
        (
            (
                "Päätös\nOstetaan auto.\nOikaisuvaatimusohje\nOikaisuvaatimus on tehtävä 14 päivän "
                "kuluessa päätöksen tiedoksisaannista.\nKustannukset\n900 euroa"
            ),
            [],
        ),
    ],
)
def test_only_what_was_decided_costs(tail: str, expected: list[str]) -> None:
    """
    A sum of the preparation, of a refusal or of a tabled matter is no cost.
    """
    text = f"Kunnanhallitus 1.2.2024 § 3\nKuvaus\nArvio on 5 000 euroa.\n{tail}"
    assert [str(cost.amount) for cost in decision_of(text).costs] == expected


def test_cost_centres_without_a_membership() -> None:
    """
    Where a purchase is booked is evidence of its own; an earlier handling's is not.
    """
    text = (
        "Tekninen lautakunta 1.2.2024 § 3\nPäätös\nKustannuspaikka 111.\n"
        "Kunnanhallitus 9.2.2024 § 9\nPäätös\nOstetaan auto. Kustannuspaikka 222, kustannuspaikka 222.\n"
    )
    reading = read(text)
    assert reading.decision.cost_centres == (CostCentre("222"),)
    assert [found.value for found in reading.where("cost_centres")] == [CostCentre("222")]


JOIN = (
    "Kunnanhallitus 1.2.2024 § 3\nLiittyminen VIRTA-verkostoon kaudelle {title}\nKuvaus\n{body}\n"
    "Päätös\nKunta liittyy VIRTA-verkostoon{term}. {tail}\n"
)


def joined(title: str = "2025 - 2026", body: str = "", term: str = "", tail: str = "") -> Reading:
    """Return the reading of a decision to join a network."""
    return read(JOIN.format(title=title, body=body, term=term, tail=tail))


def test_two_terms_are_a_problem() -> None:
    """
    The words that decide go before the heading, and both are shown.
    """
    reading = joined(term=" kaudella 2026-2027")
    membership = reading.decision.membership
    assert membership is not None
    assert membership.term == Term(2026, 2027)
    assert ProblemCode.CONTRADICTORY_TERMS in codes(reading)


@pytest.mark.parametrize(
    ("title", "term"),
    [
        ("2025 - 2026", Term(2025, 2026)),
        ("", None),
        ("vuodelle 2025", Term(2025, 2025)),
        ("2025/2026", None),
    ],
)
def test_terms(title: str, term: Term | None) -> None:
    """
    A term in years; what may be a school year is not chosen.
    """
    body = "Strategia 2027 - 2030 hyväksytään, ja kaupunkistrategia kaudelle 2031 - 2034 myöhemmin."
    membership = joined(title=title, body=body).decision.membership
    assert membership is not None
    assert membership.term == term


def test_fees_that_differ() -> None:
    """
    A fee that the decision and the preparation put differently is a problem.
    """
    reading = joined(
        body="Osallistumismaksu on 900 euroa vuodessa.",
        tail="Osallistumismaksu on 800 euroa vuodessa.",
    )
    membership = reading.decision.membership
    assert membership is not None
    assert membership.annual_fee == Decimal("800.00")
    assert ProblemCode.DIFFERENT_FEES in codes(reading)


def test_no_fee() -> None:
    """
    A fee of nothing that the text states is free; a fee that it does not state is not known.
    """
    membership = joined(body="Osallistumismaksu on 0 euroa vuodessa.").decision.membership
    assert membership is not None
    assert membership.is_free is True
    unknown = joined().decision.membership
    assert unknown is not None
    assert unknown.is_free is None


def test_fees_of_several_sizes() -> None:
    """
    A table of fees: the municipality's own is not chosen, or named elsewhere.
    """
    table = (
        "1 000 - 5 000 asukkaan kunnan maksu on 500 euroa vuodessa. "
        "5 001 - 9 000 asukkaan kunnan maksu on 900 euroa vuodessa. Kurssi maksaa 20 euroa."
    )
    open_one = joined(body=table)
    assert open_one.decision.membership is not None
    assert open_one.decision.membership.annual_fee is None
    assert ProblemCode.AMBIGUOUS in codes(open_one)
    named = joined(body=f"{table} Kunnan maksu olisi 900 euroa vuodessa.").decision.membership
    assert named is not None
    assert named.annual_fee == Decimal("900.00")
    assert named.fee_bracket is not None
    assert named.fee_bracket.low == 5_001
    of_invented = joined(body="Asukkaat hyötyvät, maksu on 700 euroa vuodessa.")
    assert of_invented.decision.membership is not None
    assert of_invented.decision.membership.fee_bracket is None


@pytest.mark.parametrize(
    ("tail", "problem"),
    [
        ("Maksu on 100 euroa vuodessa, yhteensä 200 euroa.", False),
        ("Maksu on 100 euroa vuodessa, yhteensä 300 euroa.", True),
        ("Maksu on yhteensä 300 euroa.", False),
        ("Maksu on yhteensä 300 euroa. Kulut ovat yhteensä 400 euroa.", True),
        ("Maksu on yhteensä 300 euroa. Kulut ovat yhteensä 300 euroa.", False),
    ],
)
def test_totals(tail: str, problem: bool) -> None:
    """
    A stated total that the stated parts do not give is a problem, never corrected.
    """
    assert (ProblemCode.DIFFERENT_TOTALS in codes(joined(tail=tail))) is problem


def test_a_mere_mention_is_no_membership() -> None:
    """
    A network the text only speaks of, or one that was not joined, is none.
    """
    text = "Kunnanhallitus 1.2.2024 § 3\nLiikenne\nKuvaus\nVIRTA-verkostoon osallistuu kuntia.\n"
    assert decision_of(f"{text}Päätös\nOstetaan auto.").membership is None
    assert decision_of(f"{text}VIRTA-verkosto kasvaa.\nPäätös\nOstetaan.").membership is None
    tabled = JOIN.format(title="2025", body="", term="", tail="").replace(
        "Kunta liittyy", "Pöydälle:"
    )
    assert decision_of(tabled).membership is None
    impossible = joined(tail="Kustannuspaikka 10. Maksu on 1 euroa vuodessa.")
    assert impossible.decision.membership is not None


def test_memberships_in_an_earlier_handling() -> None:
    """
    What an earlier handling says of the fee is not this decision's.
    """
    text = (
        "Tekninen lautakunta 1.1.2024 § 1\nEhdotus\nVIRTA-verkostoon liitytään, maksu 5 euroa vuodessa.\n"
        "Päätös\nHyväksyttiin.\n"
        "Kunnanhallitus 9.2.2024 § 9\nEhdotus\nKunta liittyy VIRTA-verkostoon.\nPäätös\nHyväksyttiin.\n"
    )
    membership = decision_of(text).membership
    assert membership is not None
    assert membership.annual_fee is None


def test_who_runs_a_network() -> None:
    """
    Organisers in the nominative, from the genitive or as they stand.
    """
    names = [
        name
        for name, _, _ in organisers(
            "X on Esimerkkiliiton, ABC:n ja Tukipalvelun ylläpitämä. Tukipalvelu auttaa."
        )
    ]
    assert names == ["Esimerkkiliitto", "ABC", "Tukipalvelu"]
    assert [n for n, _, _ in organisers("X on Liiton ja Säkin ylläpitämä")] == ["Liitto", "Säkin"]
    assert [n for n, _, _ in organisers("Liitto ja Tuki Oy ylläpitävät X-verkostoa")] == [
        "Liitto",
        "Tuki Oy",
    ]
    assert list(organisers("Kukaan ei ylläpidä")) == []


def test_themes() -> None:
    """
    The main theme ends where the next clause begins; others are a list.
    """
    assert themes("Ei mitään.") == (None, [])
    theme, others = themes("Kauden kärkiteema on vesi, jossa ui.\nAlateemat:\n" + "- a on b\n" * 25)
    assert theme is not None
    assert theme[0] == "vesi"
    assert len(others) == 20


def test_called_networks() -> None:
    """
    A network of several words, and one that is called by its name.
    """
    for title, name in (
        ("Osallistuminen Terve Kunta -verkostoon vuodelle 2025", "Terve Kunta"),
        ("Liittyminen Terve Kunta -verkostoon vuodelle 2025", "Terve Kunta"),
        ("Anslutning till nätverket Skola i Norden 2025", "Skola i Norden"),
        ("Liittyminen Järvikunnat ry:n jäseneksi", "Järvikunnat"),
    ):
        text = f"Kunnanhallitus 1.2.2024 § 3\n{title}\nPäätös\nHyväksyttiin."
        membership = decision_of(text).membership
        assert membership is not None
        assert membership.network == name


def test_what_a_membership_is_not_told_by() -> None:
    """
    Years far from the network, contracts of something else, and nothing for nothing.
    """
    text = (
        "Kunnanhallitus 1.2.2024 § 3\nLiittyminen ja\nVIRTA-verkostoon osallistuminen\nKuvaus\n"
        "Autosta tehdään sopimus.\nKunta saa 0 seminaaria.\n"
        + "Muuta asiaa. " * 40
        + "Vuonna 2031 on juhla. "
        + "Muuta asiaa. " * 40
        + "\nPäätös\nKunta liittyy VIRTA-verkostoon.\n"
    )
    membership = decision_of(text).membership
    assert membership is not None
    assert membership.term is None
    assert membership.contract is None
    assert membership.entitlements == ()


def test_a_membership_around_an_earlier_handling() -> None:
    """
    The same said before and after an earlier handling is said once.
    """
    said = (
        "Liitto ja Tuki Oy ylläpitävät VIRTA-verkostoa. Kauden kärkiteema on vesi.\n"
        "Saadaan kaksi seminaaria.\n"
    )
    text = (
        f"Kunnanhallitus 9.2.2024 § 9\nVirta\nKuvaus\n{said}Tekninen lautakunta 1.2.2024 § 3\nPäätös\nHyväksyttiin.\n"
        f"Kunnanhallitus 9.2.2024 § 9\nKuvaus\n{said}Päätös\nKunta liittyy VIRTA-verkostoon.\n"
        "Päätöshistoria\nTekninen lautakunta 1.2.2024 § 3\nPäätös\nHyväksyttiin."
    )
    membership = decision_of(text).membership
    assert membership is not None
    assert membership.organisers == ("Liitto", "Tuki Oy")
    assert membership.theme == "vesi"
    assert len(membership.entitlements) == 1


def test_contracts() -> None:
    """
    The first sentence on a contract that is the network's; words alone are none.
    """
    text = (
        "Uusi sopimus on hyvä. Talosta tehdään sopimus, ja sopimus on lyhyt. "
        "Verkoston kanssa tehdään sopimus keväällä. Verkoston kanssa tehdään toinen sopimus."
    )
    (found,) = sentences_with(text)
    assert found[:2] == ("contract", "Verkoston kanssa tehdään sopimus keväällä.")
    assert text[found[2] : found[3]].strip() == found[1]
