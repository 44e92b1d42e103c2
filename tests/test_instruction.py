from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import Any

import pytest
from attrs import evolve, fields
from attrs.exceptions import FrozenInstanceError

from kuntapaatos.closing import Cutoff
from kuntapaatos.errors import InvalidValue, NotADay
from kuntapaatos.instruction import (
    AppealInstruction,
    Attachment,
    Authority,
    Content,
    Form,
    Presumption,
)
from kuntapaatos.notice import NoticeKind
from kuntapaatos.office_hours import OfficeHours
from kuntapaatos.remedy import Entitled, RemedyKind, StartingEvent, Subject
from kuntapaatos.time_limit import Period

HOURS = OfficeHours.parse("8-16; pe, aatto 8-15")
REGISTRY = Authority(
    name="Kirjaamo",
    postal_address="PL 1, 00001 Esimerkkikunta",
    visiting_address="Esimerkkikatu 1",
    email="kirjaamo@example.fi",
    phone="08 000 0000",
    service_address="https://example.fi/asiointi",
    hours=HOURS,
)
REVIEW = RemedyKind.ADMINISTRATIVE_REVIEW
# As callers without a type checker may use it.
with_field: Any = evolve
FULL = AppealInstruction(
    remedy=REVIEW,
    period=Period.days(14),
    starts_from=StartingEvent.NOTICE,
    decided_by=Authority(name="Kunnanhallitus"),
    deliver_to=REGISTRY,
    entitled=[Entitled.PARTY, Entitled.MEMBER],
    presumptions=[Presumption(NoticeKind.LETTER, 7, True)],
    paper_cutoff=Cutoff.OFFICE_CLOSE,
    electronic_cutoff=time(15),
    form=[Form.WRITTEN],
    contents=[Content.DECISION, Content.DEMAND, Content.GROUNDS],
    attachments=[Attachment.DECISION],
    court_appeal_barred=True,
    subject=Subject.GENERAL,
    stated_last_day=date(2025, 1, 3),
    provision="Kuntalaki 134 §",
)


@pytest.mark.parametrize(
    ("instruction", "hours"),
    [
        pytest.param(FULL, HOURS, id="the registry's"),
        pytest.param(
            evolve(FULL, deliver_to=None, decided_by=REGISTRY), HOURS, id="the deciding authority's"
        ),
        pytest.param(
            evolve(FULL, deliver_to=Authority(name="Kirjaamo"), decided_by=REGISTRY),
            HOURS,
            id="the deciding authority's when the registry's are not known",
        ),
        pytest.param(
            evolve(FULL, deliver_to=None, decided_by=None),
            None,
            id="a municipality's are not known",
        ),
        pytest.param(
            AppealInstruction(remedy=RemedyKind.MUNICIPAL_APPEAL),
            OfficeHours.state(),
            id="a court's are the state's",
        ),
        pytest.param(
            AppealInstruction(
                remedy=RemedyKind.MUNICIPAL_APPEAL, decided_by=Authority(name="Hallinto-oikeus")
            ),
            OfficeHours.state(),
            id="also of a court that is named",
        ),
        pytest.param(
            AppealInstruction(remedy=RemedyKind.FURTHER_APPEAL, deliver_to=REGISTRY),
            HOURS,
            id="hours that are stated win",
        ),
    ],
)
def test_hours(instruction: AppealInstruction, hours: OfficeHours | None) -> None:
    """
    The hours are those of the office the document goes to, and a court's are known.
    """
    assert instruction.hours == hours


def test_a_caller_cannot_change_it() -> None:
    """
    A caller's lists are copied, and an instruction is never changed.
    """
    entitled = [Entitled.PARTY]
    instruction: Any = AppealInstruction(remedy=REVIEW, entitled=entitled)
    entitled.append(Entitled.MEMBER)
    assert instruction.entitled == (Entitled.PARTY,)
    for field in fields(AppealInstruction):
        with pytest.raises(FrozenInstanceError):
            setattr(instruction, field.name, None)


def test_equal_by_value() -> None:
    """
    The same statements are one instruction, whatever was counted with it.
    """
    assert evolve(FULL) == FULL
    assert hash(evolve(FULL)) == hash(FULL)
    assert len({FULL, evolve(FULL), evolve(FULL, period=Period.days(30))}) == 2
    assert str(REGISTRY) == "Kirjaamo"


@pytest.mark.parametrize("given", [None, "x", 1.5, datetime(2025, 1, 3, tzinfo=UTC), object()])
@pytest.mark.parametrize("name", ["entitled", "presumptions", "form", "contents", "attachments"])
def test_several(name: str, given: Any) -> None:
    """
    What an instruction has several of is several of its own kind.
    """
    for values in (given, [given]):
        with pytest.raises(InvalidValue, match=f"^{name} must be several "):
            with_field(FULL, **{name: values})


@pytest.mark.parametrize(
    ("name", "given"),
    [
        pytest.param("remedy", "oikaisuvaatimus", id="a text for a remedy"),
        pytest.param("remedy", None, id="no remedy"),
        pytest.param("remedy", Entitled.PARTY, id="another enum for a remedy"),
        pytest.param("period", 14, id="a number for a period"),
        pytest.param("period", "14 päivää", id="a text for a period"),
        pytest.param("starts_from", "tiedoksisaanti", id="a text for an event"),
        pytest.param("decided_by", "Kunnanhallitus", id="a text for an authority"),
        pytest.param("deliver_to", HOURS, id="hours for an authority"),
        pytest.param("paper_cutoff", "klo 16", id="a text for an hour"),
        pytest.param("paper_cutoff", datetime(2025, 1, 3, 16, tzinfo=UTC), id="a moment"),
        pytest.param("electronic_cutoff", 16.0, id="a float for an hour"),
        pytest.param("electronic_cutoff", time(16, tzinfo=UTC), id="an hour with a zone"),
        pytest.param("court_appeal_barred", "kyllä", id="a text for a flag"),
        pytest.param("subject", "yleinen", id="a text for a subject"),
        pytest.param("provision", 134, id="a number for a section"),
    ],
)
def test_bad_field(name: str, given: Any) -> None:
    """
    A field that cannot be right is refused by its name when the instruction is made.
    """
    with pytest.raises(InvalidValue, match=f"^{name} must be "):
        with_field(FULL, **{name: given})


@pytest.mark.parametrize("given", ["3.1.2025", datetime(2025, 1, 3, tzinfo=UTC), 1.5])
def test_no_last_day(given: Any) -> None:
    """
    A stated last day is a day, also one that is outside the supported years.
    """
    with pytest.raises(NotADay):
        with_field(FULL, stated_last_day=given)
    assert evolve(FULL, stated_last_day=date(1971, 5, 3)).stated_last_day == date(1971, 5, 3)


@pytest.mark.parametrize("name", [field.name for field in fields(Authority)])
def test_bad_authority(name: str) -> None:
    """
    An authority's parts are texts, and its hours are hours.
    """
    with pytest.raises(InvalidValue, match=f"^{name} must be of type "):
        with_field(REGISTRY, **{name: 1})


def test_an_authority_has_a_name() -> None:
    """
    Without a name there is no authority.
    """
    name: Any = None
    with pytest.raises(InvalidValue, match=r"^name must be of type str; got None$"):
        Authority(name=name)


@pytest.mark.parametrize(
    ("arguments", "name"),
    [
        pytest.param(("kirje", 7, True), "kind", id="a text for a kind"),
        pytest.param((RemedyKind.APPEAL, 7, True), "kind", id="another enum"),
        pytest.param((NoticeKind.LETTER, -1, True), "days", id="before the notice"),
        pytest.param((NoticeKind.LETTER, 367, True), "days", id="more than a year"),
        pytest.param((NoticeKind.LETTER, 7.0, True), "days", id="a float"),
        pytest.param((NoticeKind.LETTER, True, True), "days", id="a flag for days"),
        pytest.param((NoticeKind.LETTER, None, True), "days", id="no days"),
        pytest.param((NoticeKind.LETTER, 7, "ei"), "rebuttable", id="a text for a flag"),
        pytest.param((NoticeKind.LETTER, 7, None), "rebuttable", id="no flag"),
    ],
)
def test_bad_presumption(arguments: tuple[Any, Any, Any], name: str) -> None:
    """
    A presumption is of a way of notice, so many days after it.
    """
    with pytest.raises(InvalidValue, match=f"^{name} must be "):
        Presumption(*arguments)


def test_presumptions() -> None:
    """
    A presumption may be of the same day, and of a year later.
    """
    assert [Presumption(NoticeKind.LETTER, days, False).days for days in (0, 366)] == [0, 366]
