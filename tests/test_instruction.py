from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import Any

import pytest
from attrs import evolve, fields
from attrs.exceptions import FrozenInstanceError
from usual import HOURS, REVIEW

from kuntapaatos.closing import Cutoff
from kuntapaatos.errors import InvalidValue, NoRuleInForce, NotADay
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
from kuntapaatos.remedy import (
    AuthorityKind,
    DecisionKind,
    Entitled,
    MakerKind,
    Remedy,
    RemedyKind,
    StartingEvent,
    Subject,
    available_remedies,
    remedies,
)
from kuntapaatos.time_limit import Period

REGISTRY = Authority(
    name="Kirjaamo",
    postal_address="PL 1, 00001 Esimerkkikunta",
    visiting_address="Esimerkkikatu 1",
    email="kirjaamo@example.fi",
    phone="08 000 0000",
    service_address="https://example.fi/asiointi",
    hours=HOURS,
)
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


@pytest.mark.parametrize(
    ("remedy", "state"),
    [
        pytest.param(RemedyKind.MUNICIPAL_APPEAL, True, id="kunnallisvalitus"),
        pytest.param(RemedyKind.ADMINISTRATIVE_APPEAL, True, id="hallintovalitus"),
        pytest.param(RemedyKind.APPEAL, True, id="valitus"),
        pytest.param(RemedyKind.FURTHER_APPEAL, True, id="jatkovalitus"),
        pytest.param(RemedyKind.MARKET_COURT_APPEAL, True, id="the Market Court"),
        pytest.param(RemedyKind.ADMINISTRATIVE_REVIEW, False, id="oikaisuvaatimus"),
        pytest.param(RemedyKind.PROCUREMENT_CORRECTION, False, id="hankintaoikaisu"),
        pytest.param(RemedyKind.OBJECTION, False, id="muistutus"),
        pytest.param(RemedyKind.DEMAND, False, id="vaatimus"),
        pytest.param(RemedyKind.ASSESSMENT_REVIEW, False, id="a new assessment"),
        pytest.param(RemedyKind.FEE_CORRECTION, False, id="maksun oikaisu"),
    ],
)
def test_the_hours_of_the_state(remedy: RemedyKind, state: bool) -> None:
    """
    Every appeal to a court closes with the state's hours, 8.00-16.15; no review does.
    """
    hours = AppealInstruction(remedy=remedy).hours
    assert (hours == OfficeHours.state()) is state
    assert (hours is None) is not state


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
        with pytest.raises(InvalidValue, match=f"^{name} must be (several|an?) "):
            with_field(FULL, **{name: values})


@pytest.mark.parametrize(
    ("name", "given"),
    [
        pytest.param("remedy", "oikaisu", id="a text for a remedy"),
        pytest.param("remedy", None, id="no remedy"),
        pytest.param("remedy", Entitled.PARTY, id="another enum for a remedy"),
        pytest.param("period", 14, id="a number for a period"),
        pytest.param("period", "14 päivää", id="a text for a period"),
        pytest.param("starts_from", "tieto", id="a text for an event"),
        pytest.param("decided_by", "Kunnanhallitus", id="a text for an authority"),
        pytest.param("deliver_to", HOURS, id="hours for an authority"),
        pytest.param("paper_cutoff", "klo 16", id="a text for an hour"),
        pytest.param("paper_cutoff", datetime(2025, 1, 3, 16, tzinfo=UTC), id="a moment"),
        pytest.param("electronic_cutoff", 16.0, id="a float for an hour"),
        pytest.param("electronic_cutoff", time(16, tzinfo=UTC), id="an hour with a zone"),
        pytest.param("court_appeal_barred", "kyllä", id="a text for a flag"),
        pytest.param("subject", "yleistä", id="a text for a subject"),
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
    with pytest.raises(InvalidValue, match=f"^{name} must be (of type|a text)"):
        with_field(REGISTRY, **{name: 1})


def test_an_authority_has_a_name() -> None:
    """
    Without a name there is no authority.
    """
    name: Any = None
    with pytest.raises(InvalidValue, match=r"^name must be a text that is not empty; got None$"):
        Authority(name=name)


@pytest.mark.parametrize(
    ("arguments", "name"),
    [
        pytest.param(("kirjelmä", 7, True), "kind", id="a text for a kind"),
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


DAY = date(2025, 3, 3)
OFFICE = Authority(name="Kirjaamo", email="kirjaamo@example.fi", hours=HOURS)


def by_law(
    on: date = DAY,
    kind: DecisionKind = DecisionKind.ORDINARY,
    subject: Subject = Subject.GENERAL,
    authority: Authority | None = None,
    *,
    pending: bool | None = False,
) -> AppealInstruction:
    """Return the instruction of the first remedy against a board's decision."""
    row, *_ = available_remedies(kind, MakerKind.BOARD, on, subject=subject, pending=pending)
    assert isinstance(row, Remedy)
    return AppealInstruction.by_law(row, on=on, authority=authority)


def test_a_review_by_law() -> None:
    """
    Of a review under Kuntalaki the law gives everything but the addresses.
    """
    assert by_law() == AppealInstruction(
        remedy=RemedyKind.ADMINISTRATIVE_REVIEW,
        period=Period.days(14),
        starts_from=StartingEvent.NOTICE,
        decided_by=Authority(name="asianomainen toimielin"),
        deliver_to=Authority(name="asianomainen toimielin"),
        entitled=[Entitled.PARTY, Entitled.MEMBER, Entitled.MEMBER_MUNICIPALITY],
        presumptions=[
            Presumption(NoticeKind.LETTER, 7, True),
            Presumption(NoticeKind.EMAIL, 3, True),
            Presumption(NoticeKind.ONLINE_MINUTES, 7, False),
        ],
        paper_cutoff=Cutoff.OFFICE_CLOSE,
        electronic_cutoff=Cutoff.OFFICE_CLOSE,
        form=[Form.WRITTEN, Form.ELECTRONIC_DOCUMENT],
        contents=[
            *(Content.DECISION, Content.DEMAND, Content.GROUNDS),
            *(Content.NAME, Content.CONTACT_DETAILS),
        ],
        court_appeal_barred=True,
        subject=Subject.GENERAL,
        provision="Kuntalaki (410/2015) 134, 137, 138 §",
    )


@pytest.mark.parametrize(
    ("on", "contents", "form"),
    [
        pytest.param(
            date(2020, 1, 1),
            [
                *(Content.DECISION, Content.DEMAND, Content.GROUNDS, Content.STANDING),
                *(Content.NAME, Content.CONTACT_DETAILS, Content.REPRESENTATIVE),
                Content.PROCESS_ADDRESS,
            ],
            [Form.WRITTEN, Form.ELECTRONIC_DOCUMENT],
            id="808/2019 15 §",
        ),
        pytest.param(
            date(2025, 3, 3),
            [
                *(Content.DECISION, Content.DEMAND, Content.GROUNDS, Content.STANDING),
                *(Content.NAME, Content.CONTACT_DETAILS, Content.REPRESENTATIVE),
                Content.PROCESS_ADDRESS,
            ],
            [Form.WRITTEN, Form.ELECTRONIC_DOCUMENT],
            id="808/2019 15 §, today",
        ),
        pytest.param(
            date(2012, 3, 5),
            [
                *(Content.DECISION, Content.DEMAND, Content.GROUNDS, Content.NAME),
                *(Content.HOME_MUNICIPALITY, Content.POSTAL_ADDRESS, Content.PHONE),
                Content.REPRESENTATIVE,
            ],
            [Form.WRITTEN, Form.ELECTRONIC_DOCUMENT, Form.SIGNED],
            id="586/1996 23-24 §, in its middle",
        ),
        pytest.param(
            date(1999, 3, 1),
            [
                *(Content.DECISION, Content.DEMAND, Content.GROUNDS, Content.NAME),
                *(Content.HOME_MUNICIPALITY, Content.POSTAL_ADDRESS, Content.PHONE),
                Content.REPRESENTATIVE,
            ],
            [Form.WRITTEN, Form.SIGNED],
            id="long before 13/2003",
        ),
        pytest.param(
            date(2019, 12, 31),
            [
                *(Content.DECISION, Content.DEMAND, Content.GROUNDS, Content.NAME),
                *(Content.HOME_MUNICIPALITY, Content.POSTAL_ADDRESS, Content.PHONE),
                Content.REPRESENTATIVE,
            ],
            [Form.WRITTEN, Form.ELECTRONIC_DOCUMENT, Form.SIGNED],
            id="586/1996 23-24 §",
        ),
        pytest.param(
            date(2003, 1, 31),
            [
                *(Content.DECISION, Content.DEMAND, Content.GROUNDS, Content.NAME),
                *(Content.HOME_MUNICIPALITY, Content.POSTAL_ADDRESS, Content.PHONE),
                Content.REPRESENTATIVE,
            ],
            [Form.WRITTEN, Form.SIGNED],
            id="before 13/2003",
        ),
        pytest.param(
            date(2003, 2, 1),
            [
                *(Content.DECISION, Content.DEMAND, Content.GROUNDS, Content.NAME),
                *(Content.HOME_MUNICIPALITY, Content.POSTAL_ADDRESS, Content.PHONE),
                Content.REPRESENTATIVE,
            ],
            [Form.WRITTEN, Form.ELECTRONIC_DOCUMENT, Form.SIGNED],
            id="the first day of 13/2003",
        ),
    ],
)
def test_an_appeal_by_law(on: date, contents: list[Content], form: list[Form]) -> None:
    """
    What an appeal states, in which form, and what goes with it, is the act's of its day.
    """
    made = by_law(on, DecisionKind.ON_REVIEW)
    assert (list(made.contents), list(made.form)) == (contents, form)
    assert made.attachments == (
        Attachment.DECISION,
        Attachment.PROOF_OF_NOTICE,
        Attachment.DOCUMENTS,
    )
    assert made.court_appeal_barred is None
    assert made.decided_by == made.deliver_to
    assert str(made.hours) == "ma–pe 8.00–16.15"


@pytest.mark.parametrize(
    ("subject", "kind", "expected"),
    [
        pytest.param(
            Subject.WASTE_INVOICE,
            DecisionKind.ORDINARY,
            [(NoticeKind.INVOICE, 0)],
            id="an invoice: the day it is received",
        ),
        pytest.param(
            Subject.DISMISSAL_ECONOMIC,
            DecisionKind.ORDINARY,
            [],
            id="the end of the notice period: no notice starts it",
        ),
        pytest.param(
            Subject.ENVIRONMENTAL_PERMIT,
            DecisionKind.ORDINARY,
            [(NoticeKind.ANNOUNCEMENT, 7)],
            id="an announcement for everybody",
        ),
        pytest.param(
            Subject.PROCUREMENT,
            DecisionKind.ORDINARY,
            [(NoticeKind.LETTER, 7), (NoticeKind.PROCUREMENT_MESSAGE, 0)],
            id="procurement: an electronic message at once",
        ),
        pytest.param(
            Subject.ADMINISTRATIVE,
            DecisionKind.ORDINARY,
            [(NoticeKind.LETTER, 7), (NoticeKind.EMAIL, 3)],
            id="Hallintolaki: no members",
        ),
    ],
)
def test_presumptions_by_law(
    subject: Subject, kind: DecisionKind, expected: list[tuple[NoticeKind, int]]
) -> None:
    """
    Only the ways of notice that start the period are presumed, each as its own act says.
    """
    made = by_law(kind=kind, subject=subject)
    assert [(one.kind, one.days) for one in made.presumptions] == expected


@pytest.mark.parametrize(
    ("subject", "kind", "cited"),
    [
        pytest.param(
            Subject.ADMINISTRATIVE,
            DecisionKind.ON_APPEAL,
            "Laki oikeudenkäynnistä hallintoasioissa (808/2019) 13, 107 §",
            id="thirteen before a hundred and seven",
        ),
        pytest.param(
            Subject.SOIL_JOINT_PERMIT,
            DecisionKind.ORDINARY,
            "Laki oikeudenkäynnistä hallintoasioissa (808/2019) 13 §; "
            "Maa-aineslaki (555/1981) 4 a, 20 §; Ympäristönsuojelulaki (527/2014) 190 §",
            id="4 a before twenty",
        ),
        pytest.param(
            Subject.SOIL_EXTRACTION,
            DecisionKind.ON_APPEAL,
            "Laki oikeudenkäynnistä hallintoasioissa (808/2019) 13, 107 §; "
            "Maa-aineslaki (555/1981) 20, 20 c §",
            id="twenty before 20 c",
        ),
    ],
)
def test_sections_in_the_order_of_their_act(
    subject: Subject, kind: DecisionKind, cited: str
) -> None:
    """
    The sections of an act are cited together, in the order in which they stand in it.
    """
    assert by_law(kind=kind, subject=subject).provision == cited


# 728/2021 5 a §: the courts and the agencies of the state are open until 16.15.
STATE = {
    *(AuthorityKind.ADMINISTRATIVE_COURT, AuthorityKind.VAASA_COURT),
    *(AuthorityKind.SUPREME_ADMINISTRATIVE_COURT, AuthorityKind.MARKET_COURT),
    *(AuthorityKind.REGIONAL_STATE_AGENCY, AuthorityKind.PERMIT_AGENCY),
    AuthorityKind.SOCIAL_SECURITY_BOARD,
}


@pytest.mark.parametrize(
    "row", [row for row in remedies() if not row.questions], ids=lambda row: f"{row.subject.value}"
)
def test_the_hours_of_each_remedy_by_law(row: Remedy) -> None:
    """
    A court or an agency of the state keeps the state's hours, and a municipality its own.
    """
    made = AppealInstruction.by_law(row, on=row.valid_from)
    assert (made.decided_by, made.deliver_to) == (made.deliver_to, made.decided_by)
    hours = made.decided_by.hours if made.decided_by is not None else None
    assert (str(hours) == "ma–pe 8.00–16.15") is (row.authority in STATE)
    assert (made.hours is not None) is (row.authority in STATE)


def test_a_posting_by_law() -> None:
    """
    A permit of 2019 was given after posting: everybody on the day of giving.
    """
    made = by_law(date(2019, 12, 31), subject=Subject.BUILDING_PERMIT)
    assert made.presumptions == (Presumption(NoticeKind.POSTING, 0, False),)
    assert made.starts_from is StartingEvent.GIVEN


def test_a_pending_matter_by_law() -> None:
    """
    751/2023 194 §: what was pending is still given after posting, and until it is known whether
    it was there is no instruction.
    """
    made = by_law(subject=Subject.BUILDING_PERMIT, pending=True)
    assert (made.starts_from, made.period) == (StartingEvent.GIVEN, Period.days(30))
    assert [one.kind for one in made.presumptions] == [NoticeKind.POSTING]
    with pytest.raises(InvalidValue, match=r"tell available_remedies\(\) what decides \(vireillä"):
        by_law(subject=Subject.BUILDING_PERMIT, pending=None)


def test_the_authority_by_law() -> None:
    """
    A registry receives what a body decides; a court receives its own appeals.
    """
    made = by_law(authority=OFFICE)
    assert (str(made.decided_by), made.deliver_to) == ("asianomainen toimielin", OFFICE)
    court = Authority(name="Oulun hallinto-oikeus")
    appeal = by_law(kind=DecisionKind.ON_REVIEW, authority=court)
    assert appeal.decided_by == appeal.deliver_to == court


@pytest.mark.parametrize(
    ("given", "error", "says"),
    [
        pytest.param(
            {"remedy": RemedyKind.APPEAL}, InvalidValue, "remedy must be a Remedy", id="kind"
        ),
        pytest.param({"authority": "Kirjaamo"}, InvalidValue, "authority must be", id="a text"),
        pytest.param(
            {"on": datetime(2025, 3, 3, tzinfo=UTC)}, NotADay, "a day must be", id="moment"
        ),
        pytest.param(
            {"on": date(2017, 5, 31)}, NoRuleInForce, "holds from 2017-06-01 to now", id="too early"
        ),
    ],
)
def test_not_by_law(given: dict[str, Any], error: type[Exception], says: str) -> None:
    """
    What is no row, or not in force on the day, gives no instruction.
    """
    (row,) = available_remedies(DecisionKind.ORDINARY, MakerKind.BOARD, DAY)
    arguments: dict[str, Any] = {"remedy": row, "on": DAY, "authority": None, **given}
    with pytest.raises(error, match=says):
        AppealInstruction.by_law(
            arguments["remedy"], on=arguments["on"], authority=arguments["authority"]
        )
