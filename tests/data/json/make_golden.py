"""
One value of every code, and the documents that the present version writes of them.

`python tests/data/json/make_golden.py` writes them, the terms and the published schema
anew.  After a release no document of its version may change: a change of the form is a
new version, with a folder of its own and a function that raises the old one.
"""

from __future__ import annotations

import json
from datetime import date, datetime, time, timedelta, timezone
from decimal import Decimal
from enum import Enum
from pathlib import Path

from attrs import evolve

import kuntapaatos as k
from kuntapaatos.findings import Finding, FindingCode
from kuntapaatos.io.json import json_schema, to_json
from kuntapaatos.io.json.codes import CODES, code_of
from kuntapaatos.io.json.schema import name_of

GOLDEN = Path(__file__).parent / "v1"
SCHEMA = Path(k.__file__).parent / "schema" / "kuntapaatos-1.schema.json"

HOURS = k.OfficeHours.parse(
    "8.00-16.00; pe, aatto 8.00-15.00; 1.7.2025-31.7.2025 9-15; 24.12.2025 suljettu"
)
KUNTALAKI = k.Provision("Kuntalaki", "410/2015", "140 §")
REGISTRY = k.Authority(
    name="Esimerkkilän kirjaamo",
    postal_address="PL 1, 00000 Esimerkkilä",
    email="kirjaamo@esimerkki.fi",
    hours=HOURS,
)
INSTRUCTION = k.AppealInstruction(
    remedy=k.RemedyKind.ADMINISTRATIVE_REVIEW,
    period=k.Period.days(14),
    starts_from=k.StartingEvent.NOTICE,
    decided_by=k.Authority(name="Kaupunginhallitus"),
    deliver_to=REGISTRY,
    entitled=[k.Entitled.PARTY, k.Entitled.MEMBER],
    presumptions=[k.Presumption(k.NoticeKind.LETTER, 7, True)],
    paper_cutoff=k.Cutoff.OFFICE_CLOSE,
    electronic_cutoff=time(15, 0),
    form=[k.Form.WRITTEN],
    contents=[k.Content.DEMAND, k.Content.GROUNDS],
    attachments=[k.Attachment.DECISION],
    court_appeal_barred=True,
    stated_last_day=date(2025, 1, 3),
    provision="Kuntalaki 134 §",
)
LETTER = k.Notice.letter(date(2024, 12, 10))
MINUTES = k.Notice.online_minutes(date(2024, 12, 13))
DEADLINE = k.appeal_deadline(INSTRUCTION, MINUTES)
TRACKS = k.appeal_deadlines(INSTRUCTION, [LETTER, MINUTES])
NOT_STARTED = k.appeal_deadlines(INSTRUCTION, [LETTER])[1]
AT = datetime(2025, 1, 3, 14, 59, 30, tzinfo=k.HELSINKI)
# Both candidates of the change of 2017, and a period that the law does not give.
DOUBTED = k.appeal_deadline(
    evolve(INSTRUCTION, period=k.Period.days(30)), k.Notice.online_minutes(date(2017, 6, 5))
)
MEMBERSHIP = k.Membership(
    network="Esimerkkiverkosto",
    organisers=["Esimerkkiliitto"],
    municipality="Esimerkkilä",
    term=k.Term(2025, 2026),
    annual_fee=Decimal(12000),
    fee_fixed_by=k.FeeOrigin.PREPARATION,
    fee_bracket=k.FeeBracket(9_000, 45_000, Decimal(12000)),
    at_cost=["majoitus"],
    entitlements=[k.Entitlement(4, "seminaaria")],
    cost_centres=[k.CostCentre("0110", "Hallinto", amount=Decimal("0.10"))],
)
DECISION = k.Decision(
    kind=k.DocumentKind.DECISION,
    language="fi",
    municipality="Esimerkkilä",
    maker=k.OfficeHolder("Hallintojohtaja"),
    decided_on=date(2024, 12, 10),
    section="23",
    record_id=k.RecordId.parse("ESI/123/00.04.00/2024"),
    title="Verkostoon ”Yö” liittyminen\n\t<b>&amp;\u2028",
    outcome=k.Outcome.APPROVED,
    impacts=[k.Impact(kind="Yritysvaikutukset", text="Ei ole.")],
    contacts=[k.Contact(title="Sihteeri", name="Maija Esimerkki", email="maija@example.fi")],
    recipients=["Maija Esimerkki"],
    published_on=date(2024, 12, 13),
    signed_by=[],
    extract=k.CertifiedExtract(on=date(2024, 12, 12), place="Esimerkkilä", title="Sihteeri"),
    related=["Tarjous"],
    handlings=[k.Handling(by="Kaupunginhallitus", on=date(2022, 11, 1), section="400")],
    confidential=False,
    membership=MEMBERSHIP,
    costs=[k.Cost(amount=Decimal(12000), per="vuosi")],
    appeals=[INSTRUCTION, k.AppealProhibition(k.ProhibitionGround.PREPARATION, (KUNTALAKI,))],
)

# One value of every code: what was written once is read for ever.
SAMPLES: dict[str, object] = {
    code_of(type(value)) or "": value
    for value in (
        "teksti",
        14,
        True,
        Decimal("12000.00"),
        date(2024, 12, 10),
        AT,
        time(15, 0),
        DECISION,
        k.Organ("Kaupunginhallitus", k.MakerKind.BOARD),
        k.OfficeHolder(),
        k.RecordId.parse("HEL 2024-009117"),
        DECISION.contacts[0],
        DECISION.costs[0],
        DECISION.handlings[0],
        DECISION.extract,
        DECISION.impacts[0],
        MEMBERSHIP,
        MEMBERSHIP.term,
        k.FeeBracket(0, None, Decimal(0)),
        k.USO_2025_2026,
        MEMBERSHIP.entitlements[0],
        MEMBERSHIP.cost_centres[0],
        INSTRUCTION,
        k.AppealProhibition(None),
        REGISTRY,
        INSTRUCTION.presumptions[0],
        k.remedies(on=date(2024, 12, 10))[0],
        k.Period.months(1),
        DOUBTED,
        DEADLINE.terms,
        DEADLINE.steps[-1],
        k.Notice.letter(date(2025, 1, 7), obliging=True).proven_on(date(2025, 1, 20)),
        LETTER.rule,
        NOT_STARTED,
        k.finality(TRACKS),
        k.filed(DEADLINE, AT.astimezone(timezone(timedelta(hours=5, minutes=30))), k.Channel.PAPER),
        DEADLINE.closing(k.Channel.ELECTRONIC),
        HOURS,
        HOURS.week[0],
        HOURS.days[0],
        k.last_day_to_take_up(TRACKS),
        k.enforcement(k.RemedyKind.MUNICIPAL_APPEAL, kuntalaki=True),
        KUNTALAKI,
        DOUBTED.doubts[0],
        DOUBTED.doubts[0].candidates[0],
        Finding(
            FindingCode.PERIOD_DIFFERS, "appeals[0].period",
            stated=k.Period.days(30), expected=k.Period.days(14), span=(10, 12),
        ),
    )
} | {
    code: next(iter(family)) for code, family in CODES.items() if issubclass(family, Enum)
}  # fmt: skip


def main() -> None:
    """Write every document, the terms and the schema."""
    for code, value in SAMPLES.items():
        (GOLDEN / f"{name_of(code)}.json").write_bytes(f"{to_json(value)}\n".encode())
    terms = {
        code: [member.value for member in family]
        for code, family in CODES.items()
        if issubclass(family, Enum)
    }
    for path, found in ((GOLDEN / "terms.json", terms), (SCHEMA, json_schema())):
        path.write_bytes(f"{json.dumps(found, ensure_ascii=False, indent=1)}\n".encode())


if __name__ == "__main__":
    main()
