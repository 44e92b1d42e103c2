"""
What is exact is taken where a value is made: terms in the law's words, numbers of numpy.
"""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import numpy as np
import pytest

import kuntapaatos as kp
from kuntapaatos.errors import InvalidValue
from kuntapaatos.fees import (
    FeeFacts,
    FeePeriod,
    FlatFee,
    MemberStatus,
    PerInhabitant,
    Rounded,
    Vat,
    VatTreatment,
    WeightPart,
)
from kuntapaatos.membership import Charge, FeeOrigin
from kuntapaatos.money import Rounding

DEADLINE = kp.count_deadline(
    kp.Notice.letter(date(2024, 12, 10)), kp.Period.days(14), kp.OfficeHours.parse("8-16")
)
NOON = datetime(2024, 12, 30, 12, tzinfo=kp.HELSINKI)


def test_terms_in_the_words_of_the_law() -> None:
    """
    A member of an enum may be given by its Finnish term, in any case of letters.
    """
    assert Charge(Decimal(5), per="Vuosi").per is FeePeriod.YEAR
    assert FlatFee(Decimal(5), per="kerta").per is FeePeriod.ONCE
    assert PerInhabitant(Decimal(1), per=None).per is None
    assert Vat("sisältyy").treatment is VatTreatment.INCLUDED
    assert FeeFacts(status="uusi jäsen").status is MemberStatus.NEW
    assert WeightPart("tasan", 1).weight is kp.Weight.EQUALLY
    rounded = Rounded(PerInhabitant(Decimal("0.5")), "puolet ylös")
    assert rounded.rounding is Rounding.HALF_UP
    assert kp.money.rounded(Decimal("0.125"), "PUOLET YLÖS") == Decimal("0.13")  # type: ignore[arg-type]
    assert kp.fees.Vat("lisätään", rounding="puolet ylös").rounding is Rounding.HALF_UP
    assert kp.Amount(5, "Enintään") == kp.Amount.at_most(5)
    assert kp.Membership(network="Verkko", fee_fixed_by="päätös").fee_fixed_by is FeeOrigin.DECISION
    told = kp.Notice(kind="kirje", day=date(2025, 3, 3), regime="Hankinta")
    assert told == kp.Notice.letter(date(2025, 3, 3)).under(kp.Regime.PROCUREMENT)
    made = kp.AppealInstruction(
        remedy="valitus",
        paper_cutoff="aukioloajan päättyminen",
        electronic_cutoff="vuorokauden päättyminen",
    )
    assert (made.paper_cutoff, made.electronic_cutoff) == (
        kp.Cutoff.OFFICE_CLOSE,
        kp.Cutoff.END_OF_DAY,
    )
    for ask in (DEADLINE.closing, lambda channel: kp.filing(DEADLINE, NOON, channel)):
        assert ask("paperi") == ask(kp.Channel.PAPER)  # type: ignore[arg-type]
    assert DEADLINE.is_open(NOON, "paperi") is kp.Openness.OPEN  # type: ignore[arg-type]


@pytest.mark.parametrize("word", ["paper", "", "vuos"])
def test_an_unknown_word_names_near_ones(word: str) -> None:
    """
    Another word is refused with the terms that are meant perhaps.
    """
    with pytest.raises(InvalidValue, match="per must be a FeePeriod, such as 'vuosi'"):
        Charge(Decimal(5), per=word)
    with pytest.raises(InvalidValue, match="channel must be a Channel, such as 'paperi'"):
        DEADLINE.closing(word)  # type: ignore[arg-type]


def test_whole_numbers_of_numpy() -> None:
    """
    A whole number of numpy is one; a truth value is none.
    """
    nine, many = np.int64(9_000), np.int32(45_000)
    assert kp.FeeBracket(nine, many, 12_000) == kp.FeeBracket(9_000, 45_000, 12_000)
    assert kp.annual_fee(kp.USO_2025_2026, nine) == 12_000
    paid = kp.fee(kp.USO_2025_2026, np.int64(2025), population=many)
    assert paid == kp.fee(kp.USO_2025_2026, 2025, population=45_000)
    assert kp.population("Kajaani", np.int64(2022)) == kp.population("Kajaani", 2022)
    assert FeeFacts(members=np.int8(5), months=np.int8(6)) == FeeFacts(members=5, months=6)
    with pytest.raises(InvalidValue, match="low must be an int of inhabitants"):
        kp.FeeBracket(True, 9_000, 1)
