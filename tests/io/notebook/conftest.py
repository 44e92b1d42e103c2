"""
Values to show: one of every kind that a notebook may be given.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time
from decimal import Decimal

import pytest
from attrs import fields

import kuntapaatos as kp
from kuntapaatos.closing import Closing
from kuntapaatos.findings import review
from kuntapaatos.law import KUNTALAKI
from kuntapaatos.shown import Value

HOURS = kp.OfficeHours.parse("8-16; pe, aatto 8-15; 24.12.2024 suljettu")
LETTER = kp.Notice.letter(date(2024, 12, 10))
MINUTES = kp.Notice.online_minutes(date(2024, 12, 13))
REGISTRY = kp.Authority(name="Kirjaamo", email="kirjaamo@esimerkki.fi", hours=HOURS)


def _instruction() -> kp.AppealInstruction:
    return kp.AppealInstruction(
        remedy=kp.RemedyKind.ADMINISTRATIVE_REVIEW,
        period=kp.Period.days(14),
        entitled=[kp.Entitled.PARTY, kp.Entitled.MEMBER],
        deliver_to=REGISTRY,
        presumptions=[kp.Presumption(kp.NoticeKind.LETTER, 7, True)],
        paper_cutoff=time(15),
        court_appeal_barred=True,
    )


def _decision() -> kp.Decision:
    membership = kp.Membership(
        network="USO",
        term=kp.Term(2025, 2026),
        annual_fee=Decimal(12000),
        entitlements=[kp.Entitlement(4, "teemaseminaaria")],
        cost_centres=[kp.CostCentre("2911010001", "Yleishallinto")],
        fee_bracket=kp.FeeBracket(9_000, 45_000, Decimal(12000)),
    )
    return kp.Decision(
        kind=kp.DocumentKind.DECISION,
        maker=kp.OfficeHolder("Hallintojohtaja"),
        record_id=kp.RecordId.parse("KAJDno-2024-1799"),
        title="Osallistuminen verkostoon",
        grounds="Verkosto tukee uusia luottamushenkilöitä. " * 20,
        contacts=[kp.Contact(title="Kehityspäällikkö", name="Maija Esimerkki")],
        recipients=["maija.esimerkki@example.fi"],
        extract=kp.CertifiedExtract(on=date(2024, 12, 10)),
        impacts=[kp.Impact(kind="Yritysvaikutukset", text="Ei ole.")],
        handlings=[kp.Handling(by="Johtoryhmä", on=date(2024, 11, 26))],
        costs=[
            kp.Cost(amount=Decimal(12000), per="vuosi"),
            kp.Cost(amount=Decimal(24000), total=True),
        ],
        membership=membership,
        appeals=[_instruction()],
    )


def _values() -> Iterator[object]:
    decision, instruction = _decision(), _instruction()
    tracks = kp.appeal_deadlines(instruction, [LETTER, MINUTES])
    yield from (decision, *tracks, *kp.appeal_deadlines(instruction, []))
    yield from (kp.finality(tracks), kp.finality([]), kp.USO_2025_2026, HOURS, LETTER)
    yield from (kp.notice_rules()[0], kp.remedies()[0], *review(decision))
    deadline = tracks[0]
    assert isinstance(deadline, kp.Deadline)
    yield from (*deadline.steps, deadline.closing(kp.Channel.PAPER), deadline.doubts)
    yield kp.filed(deadline, deadline.closes_at or pytest.fail("no hours"), kp.Channel.PAPER)
    yield kp.personal_data_removal(tracks)
    yield kp.enforcement(kp.RemedyKind.ADMINISTRATIVE_REVIEW, kuntalaki=True)
    yield kp.Organ("Kaupunginhallitus", kp.MakerKind.BOARD)
    yield kp.AppealProhibition(next(iter(kp.ProhibitionGround)), (KUNTALAKI("136 §"),))
    yield Closing((), (), ())


def _within(value: object) -> Iterator[Value]:
    """Give *value* and every value in it."""
    if isinstance(value, Value):
        yield value
        for field in fields(type(value)):  # type: ignore[arg-type]
            yield from _within(getattr(value, field.name))
    elif isinstance(value, tuple):
        for one in value:
            yield from _within(one)


@pytest.fixture(scope="session")
def values() -> tuple[Value, ...]:
    """Return values of every public kind."""
    return tuple(one for value in _values() for one in _within(value))


@pytest.fixture
def tracks() -> tuple[kp.Deadline | kp.NotStarted, ...]:
    """Return both clocks of a decision of December 2024."""
    return kp.appeal_deadlines(_instruction(), [LETTER, MINUTES])
