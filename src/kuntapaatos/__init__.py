"""
The decisions of Finnish municipalities: what they cost, and until when they can be appealed.

What most programs need has a name here; the rest is in the modules, which are names here
too: `kuntapaatos.procedure.standstill`.  From the ground up; imports point down, and time
and money do not touch:

- `masks`, `errors`, `checks`, `law`, `shown`, `doubts`, `municipalities`: what is personal,
  faults, what a field takes, provisions and dated rows, how a value shows itself, what is
  left open, the municipalities and their inhabitants
- time: `workdays`, `time_limit`, `office_hours`, `notice`, `remedy`, `closing`,
  `steps`, `deadline`, `arrival`, `instruction`, `clock`, `appeal`, `final`, `procedure`
- money: `money`, `fees`, `membership`
- `decision` stands on both, `findings` reviews it
- `io` is outside: texts and files in, sentences and other forms out

Each loads when it is asked for.

>>> from datetime import date
>>> print(last_day(date(2024, 12, 20), Period.days(14)))
2025-01-03
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kuntapaatos import arrival as arrival
    from kuntapaatos import closing as closing
    from kuntapaatos import deadline as deadline
    from kuntapaatos import decision as decision
    from kuntapaatos import doubts as doubts
    from kuntapaatos import errors as errors
    from kuntapaatos import fees as fees
    from kuntapaatos import final as final
    from kuntapaatos import findings as findings
    from kuntapaatos import instruction as instruction
    from kuntapaatos import law as law
    from kuntapaatos import membership as membership
    from kuntapaatos import money as money
    from kuntapaatos import municipalities as municipalities
    from kuntapaatos import notice as notice
    from kuntapaatos import office_hours as office_hours
    from kuntapaatos import procedure as procedure
    from kuntapaatos import remedy as remedy
    from kuntapaatos import steps as steps
    from kuntapaatos import time_limit as time_limit
    from kuntapaatos import workdays as workdays
    from kuntapaatos.appeal import appeal_deadline
    from kuntapaatos.arrival import filing
    from kuntapaatos.clock import Clock
    from kuntapaatos.closing import HELSINKI, Channel, Cutoff
    from kuntapaatos.deadline import Deadline, Openness, count_deadline
    from kuntapaatos.decision import Decision, DocumentKind, OfficeHolder, Organ, Outcome, RecordId
    from kuntapaatos.doubts import Doubt, DoubtCode
    from kuntapaatos.errors import KuntapaatosError
    from kuntapaatos.fees import (
        USO_2025_2026,
        Amount,
        FeeBracket,
        FeeSchedule,
        Term,
        Weight,
        annual_fee,
        fee,
    )
    from kuntapaatos.final import Finality, appeal_deadlines, finality
    from kuntapaatos.findings import review
    from kuntapaatos.instruction import AppealInstruction, Authority
    from kuntapaatos.io.files import read_file
    from kuntapaatos.law import LAW_AS_OF, Provision
    from kuntapaatos.membership import Membership, budget, cost_plan, settle, total_fee
    from kuntapaatos.municipalities import Municipality, municipality, population
    from kuntapaatos.notice import Notice, NoticeKind, Regime, Track
    from kuntapaatos.office_hours import OfficeHours
    from kuntapaatos.remedy import (
        AppealProhibition,
        DecisionKind,
        Entitled,
        MakerKind,
        Remedy,
        RemedyKind,
        Subject,
        available_remedies,
    )
    from kuntapaatos.time_limit import Period, last_day
    from kuntapaatos.workdays import closed_day, is_workday, next_workday
else:
    from kuntapaatos.late import names_of

    __getattr__, __dir__ = names_of(
        __name__,
        {
            "appeal": "appeal_deadline",
            "arrival": "filing",
            "clock": "Clock",
            "closing": "HELSINKI Channel Cutoff",
            "deadline": "Deadline Openness count_deadline",
            "decision": "Decision DocumentKind OfficeHolder Organ Outcome RecordId",
            "doubts": "Doubt DoubtCode",
            "errors": "KuntapaatosError",
            "fees": "USO_2025_2026 Amount FeeBracket FeeSchedule Term Weight annual_fee fee",
            "final": "Finality appeal_deadlines finality",
            "findings": "review",
            "instruction": "AppealInstruction Authority",
            "io.files": "read_file",
            "law": "LAW_AS_OF Provision",
            "membership": "Membership budget cost_plan settle total_fee",
            "municipalities": "Municipality municipality population",
            "notice": "Notice NoticeKind Regime Track",
            "office_hours": "OfficeHours",
            "remedy": (
                "AppealProhibition DecisionKind Entitled MakerKind Remedy RemedyKind Subject "
                "available_remedies"
            ),
            "time_limit": "Period last_day",
            "workdays": "closed_day is_workday next_workday",
        },
        modules=(
            "arrival closing deadline decision doubts errors fees final findings instruction "
            "law membership money municipalities notice office_hours procedure remedy steps "
            "time_limit workdays"
        ),
        told={"io.notebook": "html", "io.json": "core_schema field_schema"},
    )

__version__ = "0.2.0"

__all__ = [
    "HELSINKI",
    "LAW_AS_OF",
    "USO_2025_2026",
    "Amount",
    "AppealInstruction",
    "AppealProhibition",
    "Authority",
    "Channel",
    "Clock",
    "Cutoff",
    "Deadline",
    "Decision",
    "DecisionKind",
    "DocumentKind",
    "Doubt",
    "DoubtCode",
    "Entitled",
    "FeeBracket",
    "FeeSchedule",
    "Finality",
    "KuntapaatosError",
    "MakerKind",
    "Membership",
    "Municipality",
    "Notice",
    "NoticeKind",
    "OfficeHolder",
    "OfficeHours",
    "Openness",
    "Organ",
    "Outcome",
    "Period",
    "Provision",
    "RecordId",
    "Regime",
    "Remedy",
    "RemedyKind",
    "Subject",
    "Term",
    "Track",
    "Weight",
    "annual_fee",
    "appeal_deadline",
    "appeal_deadlines",
    "available_remedies",
    "budget",
    "closed_day",
    "cost_plan",
    "count_deadline",
    "fee",
    "filing",
    "finality",
    "is_workday",
    "last_day",
    "municipality",
    "next_workday",
    "population",
    "read_file",
    "review",
    "settle",
    "total_fee",
]
