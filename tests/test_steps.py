from __future__ import annotations

from datetime import date, datetime

import pytest

from kuntapaatos.closing import HELSINKI, Cutoff
from kuntapaatos.law import KUNTALAKI, MAARAAIKALAKI
from kuntapaatos.notice import NoticeKind
from kuntapaatos.steps import Step, StepRule
from kuntapaatos.time_limit import Period


@pytest.mark.parametrize(
    ("step", "text"),
    [
        pytest.param(
            Step(
                StepRule.NOTICE,
                date(2024, 12, 13),
                date(2024, 12, 20),
                NoticeKind.ONLINE_MINUTES,
                (KUNTALAKI("140 §"),),
            ),
            "13.12.2024 → 20.12.2024 tiedoksisaanti: pöytäkirja yleisessä tietoverkossa (Kuntalaki 140 §)",
            id="a notice",
        ),
        pytest.param(
            Step(
                StepRule.PERIOD,
                date(2024, 12, 20),
                date(2025, 1, 3),
                Period.days(14),
                (KUNTALAKI("138 §"), MAARAAIKALAKI("2 §")),
            ),
            "20.12.2024 → 3.1.2025 määräaika: 14 päivää (Kuntalaki 138 §, 150/1930 2 §)",
            id="several provisions",
        ),
        pytest.param(
            Step(
                StepRule.CLOSING,
                date(2025, 1, 3),
                datetime(2025, 1, 3, 15, tzinfo=HELSINKI),
                Cutoff.OFFICE_CLOSE,
                (MAARAAIKALAKI("6 §"),),
            ),
            "3.1.2025 → 3.1.2025 klo 15.00 sulkeutuminen: aukioloajan päättyminen (150/1930 6 §)",
            id="a moment",
        ),
        pytest.param(
            Step(StepRule.NOTICE, date(2025, 1, 7), date(2025, 1, 10), NoticeKind.LETTER, ()),
            "7.1.2025 → 10.1.2025 tiedoksisaanti: kirje",
            id="no provision",
        ),
    ],
)
def test_shown(step: Step, text: str) -> None:
    """
    A step says the day in, the day out, the rule and its provision.
    """
    assert str(step) == text


def test_equal_by_value() -> None:
    """
    The same step of two counts is one step.
    """
    day = date(2025, 1, 7)
    one, other = (Step(StepRule.PROOF, day, day, NoticeKind.LETTER, ()) for _ in range(2))
    assert one == other
    assert len({one, other}) == 1
    assert len({rule.value for rule in StepRule}) == len(StepRule)
