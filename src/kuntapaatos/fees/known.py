"""
Fees that are public, each with the document that states it; nothing is added to what is printed.

>>> print(PUUMALA_USO_2019_2020.rules[0], PUUMALA_USO_2019_2020.vat, sep="; ")
9 000,00 € vuodessa; arvonlisävero lisätään
"""

from __future__ import annotations

from decimal import Decimal

from kuntapaatos.fees.brackets import FeeBracket
from kuntapaatos.fees.rules import FlatFee, FrameShare, Rounded, Weight, WeightPart
from kuntapaatos.fees.schedule import FeeSchedule
from kuntapaatos.fees.terms import Term
from kuntapaatos.fees.vat import Vat, VatTreatment
from kuntapaatos.money import Rounding, RoundingUnit

__all__ = ["KOTISEUTULIITTO_2018", "KT_2022", "PUUMALA_USO_2019_2020", "USO_2025_2026"]

# For 2023-2024 Ylöjärvi's preparation names the same yearly fee (211/00.04.00/2022)
# but no bracket, so that nothing is known of a municipality of another size.
USO_2025_2026 = FeeSchedule(
    network="USO",
    term=Term(2025, 2026),
    brackets=(FeeBracket(9_000, 45_000, Decimal("12000.00")),),
    source="Kajaanin kaupunki, KAJDno-2024-1799",
)
"""The one published bracket of the USO network's fees, euros a year, 2025–2026."""

PUUMALA_USO_2019_2020 = FeeSchedule(
    network="USO",
    term=Term(2019, 2020),
    rules=(FlatFee(Decimal("9000.00")),),
    source="Puumalan kunta, kunnanhallitus 25.3.2019 § 47, PuuDno-2019-83",
    vat=Vat(VatTreatment.ON_TOP),
)
"""
What Puumala paid a year for the USO network, 2019–2020, tax on top.

The fee is the municipality's own; by which brackets it was set is not printed.
"""

KOTISEUTULIITTO_2018 = FeeSchedule(
    network="Suomen Kotiseutuliitto",
    term=Term(2018, 2018),
    brackets=(
        FeeBracket(0, 2_999, Decimal("150.00")),
        FeeBracket(3_000, 5_000, Decimal("200.00")),
        FeeBracket(5_000, 10_000, Decimal("300.00")),
        FeeBracket(10_000, 20_000, Decimal("450.00")),
        FeeBracket(20_000, 50_000, Decimal("650.00")),
        FeeBracket(50_001, None, Decimal("800.00")),
    ),
    source="Suomen Kotiseutuliitto, jäsenmaksut vuonna 2018",
)
"""
What municipalities paid to Suomen Kotiseutuliitto in 2018, by number of inhabitants.

Printed as "alle 3 000", "3 000 - 5 000", "5 000 - 10 000" … "yli 50 000": the first and
the last edge are clear, and at 5,000, 10,000 and 20,000 two fees are printed.
"""

KT_2022 = FeeSchedule(
    network="Kunta- ja hyvinvointialuetyönantajat KT",
    term=Term(2022, 2022),
    rules=(
        Rounded(
            FrameShare([WeightPart(Weight.INHABITANTS, 50), WeightPart(Weight.TAXABLE_INCOME, 50)]),
            Rounding.HALF_UP,
            RoundingUnit.EURO,
        ),
    ),
    source="KT, laskelma jäsenmaksun 2022 ennakko-osuudesta",
)
"""
How KT divided its membership fee of 2022: half by inhabitants, half by taxable income.

The frame is what is divided: in advance 5,719,454 €, 80 per cent of 7,149,318 €.  Åland is
in neither total.  How whole euros were reached is not printed; the printed rows come out
with halves going up.
"""
