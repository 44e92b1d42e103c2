"""
One value of every code, and the documents that the present version writes of them.

`python tests/data/json/make_golden.py` writes them, the terms and the published schema
anew.  After a release no document of its version may change: a change of the form is a
new version, with a folder of its own and a function that raises the old one.  Version 3
is not released yet: what joins it is written here, and the older folders stay as they are.
"""

from __future__ import annotations

import json
from datetime import date, datetime, time, timedelta, timezone
from decimal import Decimal
from enum import Enum
from pathlib import Path

from attrs import evolve

import kuntapaatos as k
from kuntapaatos import fees
from kuntapaatos.fees import vat_rates
from kuntapaatos.findings import Finding, FindingCode
from kuntapaatos.io.json import json_schema, to_json
from kuntapaatos.io.json.codes import CODES, code_of
from kuntapaatos.io.json.schema import name_of
from kuntapaatos.money import rate

GOLDEN = Path(__file__).parent / "v3"
SCHEMA = Path(k.__file__).parent / "schema" / "kuntapaatos-3.schema.json"

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
    starts_from=k.remedy.StartingEvent.NOTICE,
    decided_by=k.Authority(name="Kaupunginhallitus"),
    deliver_to=REGISTRY,
    entitled=[k.Entitled.PARTY, k.Entitled.MEMBER],
    presumptions=[k.instruction.Presumption(k.NoticeKind.LETTER, 7, True)],
    paper_cutoff=k.Cutoff.OFFICE_CLOSE,
    electronic_cutoff=time(15, 0),
    form=[k.instruction.Form.WRITTEN],
    contents=[k.instruction.Content.DEMAND, k.instruction.Content.GROUNDS],
    attachments=[k.instruction.Attachment.DECISION],
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
    fee_fixed_by=k.membership.FeeOrigin.PREPARATION,
    fee_bracket=k.FeeBracket(9_000, 45_000, Decimal(12000)),
    at_cost=["majoitus"],
    entitlements=[k.membership.Entitlement(4, "seminaaria")],
    cost_centres=[k.membership.CostCentre("0110", "Hallinto", amount=Decimal("0.10"))],
)
CHARGE = k.membership.Charge(
    k.Amount.about(Decimal(500_000)),
    per=k.fees.FeePeriod.TERM,
    years=k.Term(2022, 2027),
    what="omarahoitusosuus",
    condition="valtionavustus",
)
JOINED = k.Membership(
    network="Esimerkkihanke",
    municipality=k.municipality("Nastola"),
    action=k.membership.MembershipAction.LEAVES,
    kind=k.membership.MembershipKind.PROJECT,
    until_year=2025,
    last_day=date(2025, 7, 31),
    charges=[CHARGE, k.membership.Charge(k.fees.ForeignAmount(Decimal(75_000), "DKK"))],
    schedule=k.USO_2025_2026,
    vat=k.fees.Vat(k.fees.VatTreatment.ON_TOP),
    in_kind=["työpanos"],
    conditions=["muut kunnat osallistuvat"],
    still_due=[
        k.membership.Charge(Decimal(2_500), per=k.fees.FeePeriod.ONCE, years=k.Term(2026, 2026))
    ],
    cost_centres=[
        k.membership.CostCentre("3110", share=60, years=k.Term(2026, 2026)),
        k.membership.CostCentre("3120", share=40),
    ],
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
    impacts=[k.decision.Impact(kind="Yritysvaikutukset", text="Ei ole.")],
    contacts=[
        k.decision.Contact(title="Sihteeri", name="Maija Esimerkki", email="maija@example.fi")
    ],
    recipients=["Maija Esimerkki"],
    published_on=date(2024, 12, 13),
    signed_by=[],
    extract=k.decision.CertifiedExtract(
        on=date(2024, 12, 12), place="Esimerkkilä", title="Sihteeri"
    ),
    related=["Tarjous"],
    secret_enclosures=[
        k.decision.SecretEnclosure(
            name="Hinnoittelu", ground="JulkL 24 § 1 mom. 20 k", part="yksikköhinnat"
        )
    ],
    handlings=[k.decision.Handling(by="Kaupunginhallitus", on=date(2022, 11, 1), section="400")],
    confidential=False,
    membership=MEMBERSHIP,
    costs=[k.decision.Cost(amount=Decimal(12000), per="vuosi")],
    appeals=[
        INSTRUCTION,
        k.AppealProhibition(k.remedy.ProhibitionGround.PREPARATION, (KUNTALAKI,)),
    ],
)

FLAT = fees.FlatFee(Decimal(6_000), per=k.fees.FeePeriod.YEAR)
RULES = (
    FLAT,
    fees.BracketFee(k.USO_2025_2026.brackets),
    fees.PerInhabitant(Decimal("7.5"), per=None),
    fees.FrameShare([fees.WeightPart(k.Weight.WAGES, 50), fees.WeightPart(k.Weight.EQUALLY, 50)]),
    fees.Percentage(Decimal("4.1"), fees.Percentage(20)),
    fees.Limited(FLAT, minimum=Decimal(5_000), maximum=Decimal(90_000)),
    fees.Indexed(FLAT, Decimal("102.5"), "elinkustannusindeksi"),
    fees.FirstYear(FLAT, percent=50),
    fees.EntryFee(FLAT, returning=50),
    fees.Rounded(FLAT, k.money.Rounding.HALF_UP),
)
FEE = k.fee(
    evolve(fees.KT_2022, vat=k.fees.Vat(k.fees.VatTreatment.ON_TOP)),
    2022,
    frame=Decimal(5_719_454),
    population=16_391,
    total_population=5_503_664,
    weights={k.Weight.TAXABLE_INCOME: (266_190_085, 100_291_140_710)},
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
        k.municipality("Nastola"),
        DECISION,
        k.Organ("Kaupunginhallitus", k.MakerKind.BOARD),
        k.OfficeHolder(),
        k.RecordId.parse("HEL 2024-009117"),
        DECISION.contacts[0],
        DECISION.costs[0],
        DECISION.handlings[0],
        DECISION.extract,
        DECISION.secret_enclosures[0],
        DECISION.impacts[0],
        JOINED,
        CHARGE,
        k.cost_plan(JOINED)[0],
        k.membership.bookings(k.Membership(
            network="Esimerkkiverkosto", term=k.Term(2025, 2025), annual_fee=Decimal(12_000),
            cost_centres=(*JOINED.cost_centres[1:], k.membership.CostCentre("3110", share=60)),
        ))[0],
        MEMBERSHIP.term,
        k.FeeBracket(0, None, Decimal(0)),
        k.USO_2025_2026,
        rate(Decimal("7.5")),
        k.Amount.between(Decimal(4000), Decimal(10000)),
        k.fees.ForeignAmount(Decimal(6000), "USD", k.Amount.about(Decimal(5600))),
        k.fees.Vat(k.fees.VatTreatment.ON_TOP, 24),
        vat_rates(date(2024, 8, 31), date(2024, 9, 1))[1],
        *RULES,
        RULES[3].parts[0],
        FEE,
        FEE.facts,
        FEE.facts.measures[0],
        FEE.steps[0],
        FEE.steps[0].given[0],
        MEMBERSHIP.entitlements[0],
        MEMBERSHIP.cost_centres[0],
        INSTRUCTION,
        k.AppealProhibition(None),
        REGISTRY,
        INSTRUCTION.presumptions[0],
        k.remedy.remedies(on=date(2024, 12, 10))[0],
        k.Period.months(1),
        DOUBTED,
        DEADLINE.terms,
        DEADLINE.steps[-1],
        k.Notice.letter(date(2025, 1, 7), obliging=True).proven_on(date(2025, 1, 20)),
        LETTER.rule,
        NOT_STARTED,
        k.finality(TRACKS),
        k.filing(DEADLINE, AT.astimezone(timezone(timedelta(hours=5, minutes=30))), k.Channel.PAPER),
        DEADLINE.closing(k.Channel.ELECTRONIC),
        HOURS,
        HOURS.week[0],
        HOURS.days[0],
        k.procedure.last_day_to_take_up(TRACKS),
        k.procedure.enforcement(k.remedy.remedies(date(2025, 3, 3))[0], on=date(2025, 3, 3)),
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
