"""
What a report says of a membership in every form.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

import kuntapaatos as kp
from kuntapaatos.io.report import report
from kuntapaatos.io.report.membership import membership_part
from kuntapaatos.io.text.reading import Reading
from kuntapaatos.io.wording.voice import Voice

TERM, ONCE = kp.fees.FeePeriod.TERM, kp.fees.FeePeriod.ONCE
ABOUT = kp.membership.Charge(kp.Amount.about(Decimal(24_000)))


def rows(membership: kp.Membership, municipality: str | None = None) -> dict[str, str]:
    """Return the labels of a part with what stands beside them, its lines put together."""
    part = membership_part(membership, Voice("fi"), municipality)
    found: dict[str, str] = {}
    label = ""
    for line in part.splitlines()[2:]:
        label = line[:22].strip() or label
        found[label] = f"{found.get(label, '')} {line[22:].strip()}".strip()
    return found


def test_every_form() -> None:
    """
    What is done, for how long, what is charged, in kind, on what condition, what stays due.
    """
    found = rows(
        kp.Membership(
            network="Esimerkkihanke",
            action=kp.membership.MembershipAction.RENEWS,
            kind=kp.membership.MembershipKind.PROJECT,
            open_ended=True,
            from_year=2025,
            charges=[ABOUT],
            vat=kp.fees.Vat(kp.fees.VatTreatment.OUTSIDE),
            in_kind=["työpanos"],
            conditions=["valtionavustus"],
            still_due=[kp.membership.Charge(Decimal(2_500), per=ONCE)],
            cost_centres=[
                kp.membership.CostCentre("3110", share=60),
                kp.membership.CostCentre("3120", share=40),
            ],
        )
    )
    assert found["Kunnan toimi"] == "uusii"
    assert found["Laji"] == "hanke"
    assert found["Kausi"] == "vuodesta 2025 toistaiseksi"
    assert found["Maksut"] == "noin 24 000,00 € vuodessa"
    assert found["Muuna kuin rahana"] == "työpanos"
    assert found["Ehto"] == "valtionavustus"
    assert found["Yhä maksettava"] == "2 500,00 € kerran"
    assert found["Kustannuspaikka"] == "- 3110, 60 % - 3120, 40 %"
    assert "Maksu vuodessa" not in found


@pytest.mark.parametrize(
    ("membership", "label", "expected"),
    [
        (kp.Membership(network="A", open_ended=True), "Kausi", "toistaiseksi"),
        (kp.Membership(network="A", from_year=2025), "Kausi", "vuodesta 2025"),
        (kp.Membership(network="A", until_year=2025), "Kausi", "vuoteen 2025"),
        (kp.Membership(network="A", until_year=2025, last_day=date(2025, 6, 30)), "Kausi", "vuoteen 2025 (–30.6.2025)"),
        (kp.Membership(network="A", term=kp.Term(2025, 2026), first_day=date(2025, 8, 1)), "Kausi", "2025–2026 (1.8.2025–)"),
        (kp.Membership(network="A", annual_fee=Decimal(0)), "Maksu vuodessa", "maksuton"),
        (kp.Membership(network="A", charges=[ABOUT], term=kp.Term(2025, 2025)), "Maksu yhteensä", "ei tiedossa sentilleen"),
        (
            kp.Membership(network="A", charges=[ABOUT], term=kp.Term(2025, 2025), stated_total=Decimal(24_000)),
            "Maksu yhteensä", "24 000,00 € (tekstin mukaan; ei tiedossa sentilleen)",
        ),
        (kp.Membership(network="A", charges=[ABOUT], term=kp.Term(2025, 2025)), "Vuosittain", "2025: noin 24 000,00 € (ei tarkka)."),
    ],
)  # fmt: skip
def test_a_row(membership: kp.Membership, label: str, expected: str) -> None:
    """
    What is free, open-ended or not exact is said so.
    """
    assert rows(membership)[label] == expected


def test_by_the_rule() -> None:
    """
    Where the network has a public schedule, its fee stands with its steps.
    """
    uso = kp.Membership(network="USO", term=kp.Term(2025, 2026), annual_fee=Decimal(10_000))
    assert "Säännön mukaan" not in rows(uso)
    assert rows(uso, "Kajaani")["Säännön mukaan"] == (
        "- 2025: 12 000,00 € vuodessa - Maksu asukasluvun mukaan: asukasluku 36 297, "
        "maksuluokka 9 000–45 000 asukasta: 12 000,00 € vuodessa → 12 000,00 € "
        "(Kajaanin kaupunki, KAJDno-2024-1799) - asukasluku vuoden 2022 lopussa "
        "- 2026: 12 000,00 € vuodessa"
    )


def test_a_rule_without_inhabitants() -> None:
    """
    A rule of the text's own that counts no inhabitants names no year of theirs.
    """
    own = kp.FeeSchedule(
        network="A",
        term=kp.Term(2025, 2025),
        rules=kp.fees.FlatFee(Decimal(500)),
        source="tarjous",
    )
    membership = kp.Membership(network="A", term=kp.Term(2025, 2025), schedule=own)
    assert rows(membership)["Säännön mukaan"] == (
        "- 2025: 500,00 € vuodessa - Kiinteä maksu: ilmoitettu summa 500,00 € → 500,00 € (tarjous)"
    )


@pytest.mark.parametrize(
    ("membership", "line"),
    [
        pytest.param(
            kp.Membership(network="A", stated_total=Decimal(40_000)),
            "- A: 40 000,00 € yhteensä (tekstin mukaan)", id="a stated total alone",
        ),
        pytest.param(
            kp.Membership(network="A", term=kp.Term(2025, 2026), charges=[ABOUT], at_cost=["matkat"]),
            "- A, kausi 2025–2026: noin 24 000,00 € vuodessa; lisäksi matkat", id="about so much",
        ),
        pytest.param(
            kp.Membership(network="A", term=kp.Term(2025, 2026), annual_fee=Decimal(100)),
            "- A, kausi 2025–2026: 200,00 € yhteensä", id="exact",
        ),
        pytest.param(kp.Membership(network="A"), "", id="nothing is said"),
    ],
)  # fmt: skip
def test_in_short(membership: kp.Membership, line: str) -> None:
    """
    The summary says what a membership costs as far as the text does.
    """
    decision = kp.Decision(kind=kp.DocumentKind.DECISION, membership=membership)
    short = report(Reading(decision=decision, found=(), problems=(), text="")).split("Lyhyesti")[1]
    lines = [one for one in short.splitlines() if one.startswith("- A")]
    assert (lines[0] if lines else "") == line


def test_a_charge_is_told_once() -> None:
    """
    A cost that is a charge of the membership does not stand beside it again; another does.
    """
    charges = [
        kp.membership.Charge(Decimal(5_000)),
        ABOUT,
        kp.membership.Charge(kp.fees.ForeignAmount(Decimal(5), "DKK")),
    ]
    costs = [kp.decision.Cost(amount=Decimal(5_000)), kp.decision.Cost(amount=Decimal(24_000))]
    membership = kp.Membership(network="A", charges=charges)
    decision = kp.Decision(kind=kp.DocumentKind.DECISION, membership=membership, costs=costs)
    told = report(Reading(decision=decision, found=(), problems=(), text=""))
    assert told.split("Kustannukset\n------------\n")[1].startswith("- 24 000,00 €\n")


def test_a_rule_that_cannot_be_counted() -> None:
    """
    A rule that the text states is told as it is, where nothing can be counted by it.
    """
    term = kp.Term(2050, 2051)
    rule = kp.fees.Limited(kp.fees.PerInhabitant(Decimal("0.35")), minimum=Decimal(2_000))
    schedule = kp.FeeSchedule(network="VIRTA", term=term, rules=[rule], source="päätös")
    membership = kp.Membership(network="VIRTA", term=term, schedule=schedule)
    assert rows(membership)["Säännön mukaan"] == (
        "0,35 € asukasta kohti vuodessa, vähintään 2 000,00 €"
    )
