from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from kuntapaatos.errors import InvalidValue, NoRuleInForce
from kuntapaatos.law import KUNTALAKI
from kuntapaatos.remedy import (
    AppealProhibition,
    DecisionKind,
    MakerKind,
    ProhibitionGround,
    Subject,
    available_remedies,
)

DAY = date(2024, 12, 10)


@pytest.mark.parametrize(
    ("kind", "ground"),
    [
        pytest.param(DecisionKind.PREPARATION, ProhibitionGround.PREPARATION, id="preparation"),
        pytest.param(
            DecisionKind.IMPLEMENTATION, ProhibitionGround.IMPLEMENTATION, id="implementation"
        ),
    ],
)
@pytest.mark.parametrize(
    ("subject", "on", "source"),
    [
        pytest.param(Subject.GENERAL, date(2017, 6, 1), "Kuntalaki 136 §", id="Kuntalaki"),
        pytest.param(Subject.GENERAL, date(2017, 5, 31), "365/1995 91 §", id="the act of 1995"),
        pytest.param(Subject.GENERAL, date(1995, 7, 1), "365/1995 91 §", id="its first day"),
        pytest.param(Subject.EARLY_EDUCATION, DAY, "808/2019 6 §", id="a special act"),
    ],
)
def test_no_appeal(
    kind: DecisionKind, ground: ProhibitionGround, subject: Subject, on: date, source: str
) -> None:
    """
    A decision that only prepares or implements has no remedy, with its provision.
    """
    (found,) = available_remedies(kind, MakerKind.BOARD, on, subject=subject)
    assert isinstance(found, AppealProhibition)
    assert found.ground is ground
    assert [str(provision) for provision in found.provisions] == [source]


def test_no_prohibition_known() -> None:
    """
    Before the act of 1995 no row with a source says even that there is no remedy.
    """
    with pytest.raises(
        NoRuleInForce, match="muutoksenhakukielto is known from 1995-07-01 to 2017-05-31"
    ):
        available_remedies(DecisionKind.PREPARATION, MakerKind.BOARD, date(1995, 6, 30))


@pytest.mark.parametrize(
    ("prohibition", "text"),
    [
        pytest.param(
            AppealProhibition(ProhibitionGround.PREPARATION, (KUNTALAKI("136 §"),)),
            "muutoksenhakukielto: valmistelu (Kuntalaki 136 §)",
            id="with both",
        ),
        pytest.param(AppealProhibition(None), "muutoksenhakukielto", id="with neither"),
        pytest.param(
            AppealProhibition(ProhibitionGround.OTHER_LAW),
            "muutoksenhakukielto: muu laki",
            id="without a provision",
        ),
    ],
)
def test_prohibition(prohibition: AppealProhibition, text: str) -> None:
    """
    A prohibition says its ground and its provision as far as they are known.
    """
    assert str(prohibition) == text


@pytest.mark.parametrize(
    ("ground", "provisions", "field"),
    [
        pytest.param("valmistelussa", (), "ground", id="a text for a ground"),
        pytest.param(DecisionKind.PREPARATION, (), "ground", id="another enum"),
        pytest.param(None, None, "provisions", id="no provisions"),
        pytest.param(None, KUNTALAKI("136 §"), "provisions", id="one alone"),
        pytest.param(None, "136 §", "provisions", id="a text"),
        pytest.param(None, ["136 §"], "provisions", id="texts"),
    ],
)
def test_no_prohibition(ground: Any, provisions: Any, field: str) -> None:
    """
    A prohibition that cannot be is refused when it is made.
    """
    with pytest.raises(InvalidValue, match=f"^{field} must be "):
        AppealProhibition(ground, provisions)
