"""
What is written is read back: every instruction and prohibition, in Finnish and in Swedish.
"""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from kuntapaatos import (
    AppealInstruction,
    AppealProhibition,
    Authority,
    Cutoff,
    Decision,
    DecisionKind,
    DocumentKind,
    Entitled,
    MakerKind,
    Membership,
    NoticeKind,
    OfficeHolder,
    OfficeHours,
    Organ,
    Period,
    Provision,
    RecordId,
    Remedy,
    RemedyKind,
    Subject,
    Term,
    available_remedies,
)
from kuntapaatos.decision import Cost
from kuntapaatos.instruction import Attachment, Content, Form, Presumption
from kuntapaatos.io.text import NoSingleInstruction, read, read_instruction
from kuntapaatos.io.wording import write_decision, write_instruction
from kuntapaatos.io.wording.inverse import own_passages
from kuntapaatos.law import KUNTALAKI, court
from kuntapaatos.membership import FeeOrigin
from kuntapaatos.office_hours import DayHours, Opening
from kuntapaatos.remedy import ProhibitionGround, StartingEvent, remedies

LANGUAGES = st.sampled_from(["fi", "sv"])
WORD = st.text("abcdefghijklmnoprstuvyäöåABCDEFGHIJKLMNOPRSTUVYÄÖÅ", min_size=1, max_size=12)
SAID = st.text(max_size=40).filter(str.strip)
NAMES = st.one_of(
    st.sampled_from(
        [
            "Kaupunginhallitus",
            "Kajaanin kaupunginhallitus",
            "Helsingin kaupungin kaupunkiympäristölautakunta",
            "Pohjois-Suomen hallinto-oikeus",
            "Itä-Suomen aluehallintovirasto",
            "Nämnden Svenska rum",
            "Korsholms kommun, registratorskontoret",
            "Mallilan kunta / kirjaamo",
        ]
    ),
    st.lists(WORD, min_size=1, max_size=4).map(" ".join),
    SAID,
)
ADDRESSES = st.one_of(
    st.sampled_from(
        ["PL 133, 87101 Kajaani", "PB 1, 65101 Vasa", "Pohjolankatu 13, 87100 Kajaani"]
    ),
    st.builds("{} {}, {:05} {}".format, WORD, st.integers(1, 300), st.integers(100, 99_999), WORD),
    SAID,
)
EMAILS = st.sampled_from(["kirjaamo@example.fi", "registrator@example.com", "kajaani@kajaani.fi"])
PHONES = st.sampled_from(["08 61551 (vaihde)", "+358 9 310 1641", "(02) 330 000"])
SERVICES = st.sampled_from(["https://example.fi/asiointi?a=1&b=2", "www.example.com", "suomi.fi"])
DAYS = st.dates(date(1992, 1, 1), date(2100, 12, 31))
MINUTES = st.builds(time, st.integers(0, 23), st.integers(0, 59))


def _opening(ends: tuple[time, time]) -> Opening:
    return Opening(*sorted(ends))


OPENINGS = st.tuples(MINUTES, MINUTES).filter(lambda ends: ends[0] != ends[1]).map(_opening)


@st.composite
def named_days(draw: st.DrawFn) -> list[DayHours]:
    """Give hours of days that do not overlap."""
    ends = sorted(draw(st.sets(DAYS, max_size=6)))
    return [
        DayHours(first, last, draw(st.none() | OPENINGS))
        for first, last in zip(ends[::2], ends[1::2], strict=False)
    ] + [DayHours(day, day, draw(st.none() | OPENINGS)) for day in ends[len(ends) // 2 * 2 :]]


HOURS = st.one_of(
    st.sampled_from(
        [OfficeHours.parse("8-16; pe, aatto 8-15"), OfficeHours.state(), OfficeHours(week=())]
    ),
    st.builds(
        OfficeHours,
        week=st.lists(st.none() | OPENINGS, max_size=7),
        eves=st.none() | OPENINGS,
        days=named_days(),
        valid_from=st.none() | st.dates(date(1992, 1, 1), date(2020, 1, 1)),
        valid_until=st.none() | st.dates(date(2020, 1, 1), date(2100, 12, 31)),
    ),
)
OFFICES = st.builds(
    Authority,
    name=NAMES,
    postal_address=st.none() | ADDRESSES,
    visiting_address=st.none() | ADDRESSES,
    email=st.none() | EMAILS,
    phone=st.none() | PHONES,
    service_address=st.none() | SERVICES,
    hours=st.none() | HOURS,
)
PERIODS = st.one_of(
    st.builds(Period.days, st.integers(1, 400)),
    st.builds(Period.weeks, st.integers(1, 60)),
    st.builds(Period.months, st.integers(1, 24)),
    st.builds(Period.years, st.integers(1, 10)),
)
CUTOFFS = st.none() | st.sampled_from(Cutoff) | st.times()
PROVISIONS = SAID | st.sampled_from(
    ["Kuntalaki (410/2015) 134 §", "kuntalain 134 §", "49 b § i förvaltningslagen", "136 §: 2 mom."]
)


@st.composite
def instructions(draw: st.DrawFn) -> AppealInstruction:
    """Give any instruction; often the same office decides and receives."""
    made = draw(
        st.builds(
            AppealInstruction,
            remedy=st.sampled_from(RemedyKind),
            period=st.none() | PERIODS,
            starts_from=st.none() | st.sampled_from(StartingEvent),
            decided_by=st.none() | OFFICES,
            deliver_to=st.none() | OFFICES,
            entitled=st.lists(st.sampled_from(Entitled), max_size=5),
            presumptions=st.lists(
                st.builds(
                    Presumption, st.sampled_from(NoticeKind), st.integers(0, 366), st.booleans()
                ),
                max_size=5,
            ),
            paper_cutoff=CUTOFFS,
            electronic_cutoff=CUTOFFS,
            form=st.lists(st.sampled_from(Form), max_size=3),
            contents=st.lists(st.sampled_from(Content), max_size=13),
            attachments=st.lists(st.sampled_from(Attachment), max_size=4),
            court_appeal_barred=st.none() | st.booleans(),
            subject=st.none()
            | st.sampled_from([one for one in Subject if one is not Subject.GENERAL]),
            stated_last_day=st.none() | st.dates(),
            provision=st.none() | PROVISIONS,
        )
    )
    return evolve(made, deliver_to=made.decided_by) if draw(st.booleans()) else made


CITED = st.one_of(
    st.builds(KUNTALAKI, st.sampled_from(["136 §", "29 §", "141 §", "49 c §", "5 § 2 mom."])),
    st.sampled_from([court("KHO:2018:152"), court("KHO 6.10.2015/2866"), KUNTALAKI()]),
    st.builds(
        Provision,
        st.sampled_from(["Hankintalaki", "Laki oikeudenkäynnistä hallintoasioissa", "Vallagen"]),
        st.none() | st.sampled_from(["1397/2016", "808/2019"]),
        st.sampled_from(["", "163 §", "6 a §", "12–14 §"]),
    ),
)
PROHIBITIONS = st.builds(
    AppealProhibition, st.none() | st.sampled_from(ProhibitionGround), st.lists(CITED, max_size=4)
)


@pytest.mark.slow
@settings(max_examples=100, deadline=None)
@given(instruction=instructions(), language=LANGUAGES, plain=st.booleans())
def test_every_instruction(instruction: AppealInstruction, language: str, plain: bool) -> None:
    """
    An instruction that was written is read back as it was.
    """
    text = write_instruction(instruction, language, plain=plain)
    assert read_instruction(text) == instruction


@settings(max_examples=100, deadline=None)
@given(prohibition=PROHIBITIONS, language=LANGUAGES)
def test_every_prohibition(prohibition: AppealProhibition, language: str) -> None:
    """
    A prohibition that was written is read back as it was.
    """
    assert read(write_instruction(prohibition, language)).decision.appeals == (prohibition,)


@pytest.mark.slow
@settings(max_examples=40, deadline=None)
@given(parts=st.lists(instructions() | PROHIBITIONS, min_size=2, max_size=3), language=LANGUAGES)
def test_several_in_one_text(
    parts: list[AppealInstruction | AppealProhibition], language: str
) -> None:
    """
    Several follow each other, in the order of the text, with other text around them.
    """
    written = "\n\n".join(write_instruction(part, language) for part in parts)
    passages = list(own_passages(f"Kunnanhallitus 3.2.2025 § 14\n\n{written}\n\nLiitteet\n"))
    assert [passage.value for passage in passages] == parts


GAPS = {
    "fi": {"[Puuttuu: postiosoite]", "[Puuttuu: sähköpostiosoite]", "[Puuttuu: aukioloaika]"},
    "sv": {"[Saknas: postadressen]", "[Saknas: e-postadressen]", "[Saknas: öppettiderna]"},
}


@pytest.mark.parametrize("language", GAPS)
@pytest.mark.parametrize("row", remedies(date(2025, 3, 3)), ids=str)
def test_the_law_leaves_only_addresses_open(row: Remedy, language: str) -> None:
    """
    What an act gives is no gap in an instruction made by law: only the office's own is.
    """
    made = AppealInstruction.by_law(row, on=date(2025, 3, 3))
    lines = write_instruction(made, language, plain=True).split("\n")
    gaps = {line for line in lines if line.startswith("[")}
    assert gaps <= GAPS[language] if row.period is not None else len(gaps - GAPS[language]) == 1
    assert ("yleinen" in lines, "allmän" in lines) == (False, False)


@pytest.mark.parametrize(
    ("kind", "language", "expected"),
    [
        (DecisionKind.ORDINARY, "fi", "viranomaiselta, jolle asiakirja toimitetaan."),
        (DecisionKind.ON_REVIEW, "fi", "kunnalta tai kuntayhtymältä, joka teki päätöksen."),
        (DecisionKind.ON_APPEAL, "sv", "den kommun eller samkommun som har fattat beslutet."),
    ],
)
def test_extracts_come_from_the_municipality(
    kind: DecisionKind, language: str, expected: str
) -> None:
    """
    A court has no minutes of the municipality, so nobody is sent there for an extract.
    """
    day = date(2025, 3, 3)
    row, *_ = available_remedies(kind, MakerKind.BOARD, day)
    assert isinstance(row, Remedy)
    made = AppealInstruction.by_law(row, on=day)
    assert write_instruction(made, language, plain=True).endswith(expected)


def test_extracts_do_not_come_from_a_state_agency() -> None:
    """
    A review that an agency of the state decides leaves the municipality, its minutes do not.
    """
    made = AppealInstruction(
        remedy=RemedyKind.ADMINISTRATIVE_REVIEW,
        decided_by=Authority(name="Itä-Suomen aluehallintovirasto"),
    )
    assert write_instruction(made, "fi").endswith("joka teki päätöksen.")


@pytest.mark.parametrize(
    ("days", "everybody", "who"),
    [(7, True, "Jokaisen katsotaan"), (0, False, "Kunnan jäsenen katsotaan")],
)
def test_whose_clock_it_is_in_zoning(days: int, everybody: bool, who: str) -> None:
    """
    In zoning the seven days are everybody's; the day of display was the members' own.
    """
    made = AppealInstruction(
        remedy=RemedyKind.MUNICIPAL_APPEAL,
        subject=Subject.ZONING,
        presumptions=[Presumption(NoticeKind.ONLINE_MINUTES, days, False, everybody=everybody)],
    )
    written = write_instruction(made, "fi", plain=True)
    assert f"\n{who} saaneen tiedon " in written
    assert read_instruction(written) == made


@pytest.mark.parametrize(
    ("language", "presumed", "period"),
    [
        ("fi", " 1 päivän kuluttua siitä", "Oikaisuvaatimusaika on 1 päivä."),
        ("sv", " 1 dag efter det", " 1 dag."),
        ("en", " 1 day after ", " is 1 day."),
    ],
)
def test_one_day(language: str, presumed: str, period: str) -> None:
    """
    One of a thing is said in the singular, and read back as one.
    """
    made = AppealInstruction(
        remedy=RemedyKind.ADMINISTRATIVE_REVIEW,
        period=Period.days(1),
        presumptions=[Presumption(NoticeKind.LETTER, 1, True)],
    )
    written = write_instruction(made, language, plain=True)
    assert presumed in written
    assert period in written
    if language != "en":
        assert read_instruction(written) == made


def test_each_field_has_its_place() -> None:
    """
    A value is where its line stands in the text.
    """
    instruction = AppealInstruction(
        remedy=RemedyKind.ADMINISTRATIVE_REVIEW,
        period=Period.days(14),
        decided_by=Authority(name="Kunnanhallitus"),
        entitled=[Entitled.MEMBER],
    )
    reading = read(f"Päätös\nHyväksyttiin.\n\n{write_instruction(instruction, 'fi')}")
    quoted = {found.field: reading.quote(found) for found in reading.where("appeals[0]")}
    assert quoted["appeals[0].period"] == "Oikaisuvaatimusaika on 14 päivää."
    assert quoted["appeals[0].decided_by.name"] == "Oikaisuvaatimusviranomainen: Kunnanhallitus"
    assert quoted["appeals[0].entitled"] == "- kunnan jäsen"


WHOLE = write_instruction(
    AppealInstruction(
        remedy=RemedyKind.ADMINISTRATIVE_REVIEW,
        period=Period.days(14),
        starts_from=StartingEvent.NOTICE,
        decided_by=Authority(
            name="Kunnanhallitus", hours=OfficeHours.parse("8-16; 24.12.2025 8-12")
        ),
        entitled=[Entitled.MEMBER],
        presumptions=[Presumption(NoticeKind.LETTER, 7, True)],
        paper_cutoff=time(15),
        stated_last_day=date(2025, 1, 3),
    ),
    "fi",
    plain=True,
)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Oikaisuvaatimusaika on 14 päivää.", "Oikaisuvaatimusaika on 14 päivää tai enemmän."),
        ("Oikaisuvaatimusaika on 14 päivää.", "Oikaisuvaatimusaika on monta päivää."),
        (
            "Oikaisuvaatimusaika on 14 päivää.",
            "Oikaisuvaatimusaika on 14 päivää.\nOikaisuvaatimusaika on 30 päivää.",
        ),
        ("Oikaisuvaatimusaika on 14 päivää.", "Oikaisuvaatimusaika on 0 päivää."),
        ("- kunnan jäsen", "- kunnan ystävä"),
        ("kirje lähetettiin", "kirje katosi"),
        ("lasketaan tiedoksisaannista", "lasketaan ukkonen"),
        ("Viimeinen päivä on 3.1.2025.", "Viimeinen päivä on 31.2.2025."),
        ("Viimeinen päivä on 3.1.2025.", "Viimeinen päivä on ensi viikolla."),
        ("Viimeinen päivä on 3.1.2025.", "Viimeinen päivä on 3.1."),
        ("Muoto\n", f"Muoto\nPuhelin: {'0' * 3000}\n"),
        ("ennen klo 15.00.", "ennen iltaa."),
        ("ennen klo 15.00.", "ennen klo 25.00."),
        ("ennen klo 15.00.", "ennen klo puoli."),
        ("ma–pe klo 8.00–16.00", "aina auki"),
        ("24.12.2025 klo", "joulukuussa klo"),
        (
            "Oikaisuvaatimusviranomainen: Kunnanhallitus",
            "Oikaisuvaatimusviranomainen: A\nOikaisuvaatimusviranomainen: B",
        ),
        ("Oikaisuvaatimusviranomainen: Kunnanhallitus", "Kunnanhallitus ratkaisee."),
        ("viranomainen: Kunnanhallitus", 'viranomainen: "Kunnanhallitus'),
        ("Määräaika\n", "Määräaika\nPäätöksen aihe: kalastus\n"),
        (
            "Oikaisuvaatimusviranomainen: Kunnanhallitus",
            "Asiakirja toimitetaan samalle viranomaiselle.",
        ),
        ("Muoto\n", "Muoto\nSähköposti: a@example.fi\nSähköposti: b@example.fi\n"),
    ],
)
def test_what_was_changed_is_not_ours(old: str, new: str) -> None:
    """
    A text that somebody altered is left to the general reader, never half read.
    """
    assert old in WHOLE
    assert list(own_passages(WHOLE)) != []
    assert list(own_passages(WHOLE.replace(old, new))) == []


@pytest.mark.parametrize("clock", [time(0, 0), time(15, 0, 30), time(23, 59, 59, 999_999)], ids=str)
def test_odd_clocks(clock: time) -> None:
    """
    A stated time keeps its seconds, which no office has.
    """
    made = AppealInstruction(remedy=RemedyKind.OBJECTION, paper_cutoff=clock)
    assert read_instruction(write_instruction(made, "sv")).paper_cutoff == clock


BAN = write_instruction(AppealProhibition(None, [KUNTALAKI("136 §")]), "fi", plain=True)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("136 §", "136 §; ; 137 §"),
        ("Sovelletut", "Oikaisuvaatimusaika on 14 päivää.\nSovelletut"),
        ("Sovelletut", "Oikaisuvaatimusviranomainen: Kunnanhallitus\nSovelletut"),
    ],
    ids=["an empty provision", "a period", "an authority"],
)
def test_a_changed_prohibition_is_not_ours(old: str, new: str) -> None:
    """
    A prohibition has a ground and provisions, and nothing else.
    """
    assert list(own_passages(BAN)) != []
    assert list(own_passages(BAN.replace(old, new))) == []


def test_an_instruction_has_no_ground() -> None:
    """
    What belongs to a prohibition does not stand in an instruction.
    """
    odd = WHOLE.replace("Muoto\n", "Kiellon peruste: päätös koskee vain valmistelua\nMuoto\n")
    assert list(own_passages(odd)) == []


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_a_line_more(language: str) -> None:
    """
    A text that an office added a line to still tells the general reader what counts.
    """
    office = Authority(
        name="Kajaanin kaupunginhallitus" if language == "fi" else "Nykarleby stadsstyrelsen",
        postal_address="PL 1, 99999 Mallila",
        email="kirjaamo@example.fi",
        hours=OfficeHours.parse("8-16; pe, aatto 8-15"),
    )
    made = AppealInstruction(
        remedy=RemedyKind.ADMINISTRATIVE_REVIEW,
        period=Period.days(14),
        starts_from=StartingEvent.NOTICE,
        decided_by=office,
        deliver_to=office,
        entitled=[Entitled.PARTY, Entitled.MEMBER],
        presumptions=[
            Presumption(NoticeKind.LETTER, 7, True),
            Presumption(NoticeKind.EMAIL, 3, True),
            Presumption(NoticeKind.ONLINE_MINUTES, 7, False),
        ],
        paper_cutoff=Cutoff.OFFICE_CLOSE,
        form=[Form.WRITTEN, Form.ELECTRONIC_DOCUMENT],
        contents=[Content.DECISION, Content.DEMAND, Content.GROUNDS],
        court_appeal_barred=True,
    )
    title, *rest = write_instruction(made, language).splitlines()
    again = read_instruction("\n".join([title, "Mallila 2025", *rest]))
    for field in ("remedy", "period", "starts_from", "entitled", "presumptions", "paper_cutoff"):
        assert getattr(again, field) == getattr(made, field), field
    for field in ("form", "contents", "court_appeal_barred"):
        assert getattr(again, field) == getattr(made, field), field
    if language == "fi":
        assert again.decided_by == office


def test_what_was_cut_is_not_ours() -> None:
    """
    Without its closing sentence a passage is not whole.
    """
    assert list(own_passages(WHOLE[:-20])) == []
    *before, closing = WHOLE.splitlines()
    assert list(own_passages("\n".join(before))) == []
    assert list(own_passages(f"Päätös\n{closing}")) == []


def test_english_is_written_only() -> None:
    """
    Decisions are in Finnish and Swedish; an English text is for the reader's own use.
    """
    written = write_instruction(AppealInstruction(remedy=RemedyKind.OBJECTION), "en")
    with pytest.raises(NoSingleInstruction):
        read_instruction(written)


FEES = st.integers(1, 9_999_999).map(lambda cents: Decimal(cents) / 100)
RECORDS = st.one_of(
    st.builds(
        "{}-{}-{}".format,
        st.sampled_from(["KAJDno", "MliDno"]),
        st.integers(2000, 2030),
        st.integers(1, 9999),
    ),
    st.builds("HEL {}-{:06}".format, st.integers(2000, 2030), st.integers(1, 99999)),
    st.builds("{}/00.04.00/{}".format, st.integers(1, 9999), st.integers(2000, 2030)),
).map(RecordId.parse)
MODERN = st.dates(date(2018, 1, 1), date(2030, 12, 31))


COSTS = st.builds(
    Cost,
    amount=FEES,
    per=st.none() | st.sampled_from(["vuosi", "kuukausi"]),
    what=st.none() | st.sampled_from(["Osallistumismaksu", "Maksu"]),
) | st.builds(Cost, amount=FEES, total=st.just(True))


def _amount(cost: Cost) -> Decimal:
    return cost.amount


@st.composite
def decisions(draw: st.DrawFn) -> Decision:
    """Give a decision with its days in order."""
    decided, published = sorted(draw(st.tuples(MODERN, MODERN)))
    holder = draw(st.booleans())
    changes: dict[str, Any] = {"costs": draw(st.lists(COSTS, max_size=2, unique_by=_amount))}
    if not holder:
        changes["meeting_on"] = decided
    if draw(st.booleans()):
        fee = draw(FEES)
        changes["membership"] = Membership(
            network="USO-verkosto",
            term=Term(2025, 2026),
            annual_fee=fee,
            fee_fixed_by=FeeOrigin.DECISION,
            stated_total=2 * fee,
        )
    return Decision(
        kind=DocumentKind.DECISION,
        municipality="Kajaani",
        maker=OfficeHolder("Hallintojohtaja") if holder else Organ("Kaupunginhallitus"),
        decided_on=decided,
        published_on=draw(st.none() | st.just(published)),
        section=draw(st.integers(1, 999).map(str)),
        record_id=draw(RECORDS),
        title="Liittyminen USO-verkostoon kaudelle 2025 - 2026",
        appeals=draw(st.lists(instructions() | PROHIBITIONS, max_size=1)),
        **changes,
    )


@settings(max_examples=40, deadline=None)
@given(decision=decisions(), language=LANGUAGES)
def test_a_decisions_own_facts(decision: Decision, language: str) -> None:
    """
    The days, the section, the record number and the sums of a written decision are read back.
    """
    again = read(write_decision(decision, language)).decision
    for field in (
        *("meeting_on", "decided_on", "published_on", "section", "record_id", "appeals"),
    ):
        assert getattr(again, field) == getattr(decision, field), field
    if decision.membership is None:
        assert again.costs == decision.costs
    else:
        sums: set[Decimal | None] = {cost.amount for cost in again.costs}
        if again.membership is not None:
            sums |= {again.membership.annual_fee, again.membership.stated_total}
        assert sums >= {decision.membership.annual_fee, decision.membership.stated_total}
