"""
The decisions of Finnish municipalities: what they cost, and until when they can be appealed.

From the ground up; imports point down, and time and money do not touch:

- `errors`, `law`, `shown`, `doubts`: faults, provisions and dated rows, how a value
  shows itself, what is left open
- time: `workdays`, `time_limit`, `office_hours`, `notice`, `remedy`, `closing`,
  `steps`, `deadline`, `filing`, `instruction`, `appeal`, `finality`, `procedure`
- money: `money`, `fees`, `membership`
- `decision` stands on both, `findings` reviews it and loads when it is asked for
- `io` is outside: texts and files in, sentences and other forms out

>>> from datetime import date
>>> print(last_day(date(2024, 12, 20), Period.days(14)))
2025-01-03
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kuntapaatos.appeal import (
    AppealInstruction,
    Attachment,
    Authority,
    Content,
    Form,
    Presumption,
    appeal_deadline,
)
from kuntapaatos.closing import HELSINKI, Channel, Closing, Cutoff
from kuntapaatos.deadline import (
    Deadline,
    Openness,
    Terms,
    count_deadline,
)
from kuntapaatos.decision import (
    CertifiedExtract,
    Contact,
    Cost,
    Decision,
    DocumentKind,
    Handling,
    Impact,
    OfficeHolder,
    Organ,
    Outcome,
    RecordId,
)
from kuntapaatos.doubts import Basis, Candidate, Doubt, DoubtCode
from kuntapaatos.errors import (
    DayOutOfRange,
    HoursUnknown,
    InvalidAmount,
    InvalidHours,
    InvalidPeriod,
    InvalidValue,
    KuntapaatosError,
    NaiveMoment,
    NoFeeKnown,
    NoRuleInForce,
    NotADay,
    NotRebuttable,
    PeriodMissing,
    UnreadableInput,
)
from kuntapaatos.fees import USO_2025_2026, FeeBracket, FeeSchedule, Term, annual_fee
from kuntapaatos.filing import Filing, FilingAnswer, filed
from kuntapaatos.finality import (
    Assumption,
    Finality,
    Missing,
    NotStarted,
    appeal_deadlines,
    finality,
    latest_publication,
)
from kuntapaatos.law import LAW_AS_OF, Confidence, Provision
from kuntapaatos.membership import (
    CostCentre,
    Entitlement,
    FeeOrigin,
    Membership,
    budget,
    settle,
    total_fee,
)
from kuntapaatos.money import Rounding, euros, rounded, split
from kuntapaatos.notice import Notice, NoticeKind, NoticeRule, Regime, Track, notice_rules
from kuntapaatos.office_hours import DayHours, Eve, OfficeHours, Opening, eve
from kuntapaatos.procedure import (
    Answer,
    Enforceability,
    Enforcement,
    enforcement,
    last_day_to_take_up,
    latest_day_before,
    notice_removal,
    personal_data_removal,
    standstill,
)
from kuntapaatos.remedy import (
    AppealProhibition,
    AuthorityKind,
    DecisionKind,
    Entitled,
    MakerKind,
    ProhibitionGround,
    Remedy,
    RemedyKind,
    StartingEvent,
    Subject,
    available_remedies,
    remedies,
)
from kuntapaatos.steps import Step, StepRule
from kuntapaatos.time_limit import Period, PeriodUnit, end_of_duration, last_day
from kuntapaatos.workdays import (
    FIRST_DAY,
    LAST_DAY,
    ClosedDay,
    closed_day,
    closed_day_name,
    disagreements,
    is_workday,
    next_workday,
)

if TYPE_CHECKING:
    from kuntapaatos.findings import Finding, FindingCode, Severity, review

__version__ = "0.1.0"

__all__ = [
    "FIRST_DAY",
    "HELSINKI",
    "LAST_DAY",
    "LAW_AS_OF",
    "USO_2025_2026",
    "Answer",
    "AppealInstruction",
    "AppealProhibition",
    "Assumption",
    "Attachment",
    "Authority",
    "AuthorityKind",
    "Basis",
    "Candidate",
    "CertifiedExtract",
    "Channel",
    "ClosedDay",
    "Closing",
    "Confidence",
    "Contact",
    "Content",
    "Cost",
    "CostCentre",
    "Cutoff",
    "DayHours",
    "DayOutOfRange",
    "Deadline",
    "Decision",
    "DecisionKind",
    "DocumentKind",
    "Doubt",
    "DoubtCode",
    "Enforceability",
    "Enforcement",
    "Entitled",
    "Entitlement",
    "Eve",
    "FeeBracket",
    "FeeOrigin",
    "FeeSchedule",
    "Filing",
    "FilingAnswer",
    "Finality",
    "Finding",
    "FindingCode",
    "Form",
    "Handling",
    "HoursUnknown",
    "Impact",
    "InvalidAmount",
    "InvalidHours",
    "InvalidPeriod",
    "InvalidValue",
    "KuntapaatosError",
    "MakerKind",
    "Membership",
    "Missing",
    "NaiveMoment",
    "NoFeeKnown",
    "NoRuleInForce",
    "NotADay",
    "NotRebuttable",
    "NotStarted",
    "Notice",
    "NoticeKind",
    "NoticeRule",
    "OfficeHolder",
    "OfficeHours",
    "Opening",
    "Openness",
    "Organ",
    "Outcome",
    "Period",
    "PeriodMissing",
    "PeriodUnit",
    "Presumption",
    "ProhibitionGround",
    "Provision",
    "RecordId",
    "Regime",
    "Remedy",
    "RemedyKind",
    "Rounding",
    "Severity",
    "StartingEvent",
    "Step",
    "StepRule",
    "Subject",
    "Term",
    "Terms",
    "Track",
    "UnreadableInput",
    "annual_fee",
    "appeal_deadline",
    "appeal_deadlines",
    "available_remedies",
    "budget",
    "closed_day",
    "closed_day_name",
    "count_deadline",
    "disagreements",
    "end_of_duration",
    "enforcement",
    "euros",
    "eve",
    "filed",
    "finality",
    "is_workday",
    "last_day",
    "last_day_to_take_up",
    "latest_day_before",
    "latest_publication",
    "next_workday",
    "notice_removal",
    "notice_rules",
    "personal_data_removal",
    "remedies",
    "review",
    "rounded",
    "settle",
    "split",
    "standstill",
    "total_fee",
]


def __getattr__(name: str) -> object:
    """Load the review when it is asked for: counting days needs none of it."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from kuntapaatos import findings

    return getattr(findings, name)
