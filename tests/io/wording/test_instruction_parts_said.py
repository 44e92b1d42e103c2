"""
Each field of an instruction is told wherever an instruction is told: written and in a report.
"""

from __future__ import annotations

from datetime import date, time
from typing import Any

import pytest
from attrs import evolve, fields

from kuntapaatos import (
    AppealInstruction,
    Authority,
    Cutoff,
    Entitled,
    NoticeKind,
    OfficeHours,
    Period,
    RemedyKind,
    Subject,
)
from kuntapaatos.instruction import Attachment, Content, Form, Presumption
from kuntapaatos.instruction.value import LISTS
from kuntapaatos.io.report.instruction import instruction_part, presumption_text
from kuntapaatos.io.wording import write_instruction
from kuntapaatos.io.wording.voice import Voice
from kuntapaatos.remedy import StartingEvent

WHOLE = AppealInstruction(
    remedy=RemedyKind.ADMINISTRATIVE_APPEAL,
    period=Period.days(30),
    starts_from=StartingEvent.NOTICE,
    decided_by=Authority(name="Oulun hallinto-oikeus"),
    deliver_to=Authority(name="Kirjaamo", hours=OfficeHours.parse("8-16")),
    entitled=[Entitled.PARTY],
    presumptions=[Presumption(NoticeKind.LETTER, 7, True)],
    paper_cutoff=Cutoff.OFFICE_CLOSE,
    electronic_cutoff=time(16, 15),
    form=[Form.WRITTEN],
    contents=[Content.DEMAND],
    attachments=[Attachment.DECISION],
    court_appeal_barred=True,
    subject=Subject.ZONING,
    stated_last_day=date(2025, 1, 3),
    provision="Kuntalaki (410/2015) 134 §",
)
FIELDS = [field.name for field in fields(AppealInstruction) if field.init]
EMPTY = {*LISTS}


@pytest.mark.parametrize("name", FIELDS)
def test_every_field_is_told(name: str) -> None:
    """
    A text and a report without a field are others than with it: a new field is told in both.
    """
    absent: Any = () if name in EMPTY else None
    if name == "remedy":
        absent = RemedyKind.OBJECTION
    changes: dict[str, Any] = {name: absent}
    without = evolve(WHOLE, **changes)
    for language in ("fi", "sv", "en"):
        assert write_instruction(WHOLE, language) != write_instruction(without, language)
        t = Voice(language)
        assert instruction_part(WHOLE, t) != instruction_part(without, t)


def test_a_presumption_for_everybody() -> None:
    """
    A publication that starts everybody's clock is told as that.
    """
    shown = Presumption(NoticeKind.ONLINE_MINUTES, 7, False, everybody=True)
    said = presumption_text(shown, Voice("sv"))
    assert said == "7 dagar efter protokollets publicering på nätet, för alla"
