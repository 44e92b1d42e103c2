"""
What a review finds, one thing wrong at a time.
"""

from __future__ import annotations

import pickle
import re
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from kuntapaatos import (
    Amount,
    AppealInstruction,
    AppealProhibition,
    Authority,
    Cutoff,
    Decision,
    DocumentKind,
    Entitled,
    FeeBracket,
    FeeSchedule,
    Membership,
    NoticeKind,
    OfficeHolder,
    OfficeHours,
    Organ,
    Outcome,
    Period,
    RemedyKind,
    Subject,
    Term,
    municipality,
)
from kuntapaatos.decision import CertifiedExtract, Contact
from kuntapaatos.errors import FactMissing, InvalidValue, NoFeeKnown, NotADay
from kuntapaatos.fees import FeePeriod, FlatFee, FrameShare, Vat, VatTreatment, Weight
from kuntapaatos.findings import Finding, FindingCode, Severity, review
from kuntapaatos.instruction import Presumption
from kuntapaatos.io import text
from kuntapaatos.law import KUNTALAKI
from kuntapaatos.membership import Charge, CostCentre, FeeOrigin
from kuntapaatos.remedy import MakerKind, ProhibitionGround, remedies

DECISIONS = Path(__file__).parents[2] / "shared" / "decisions"
CORPUS = Path(__file__).parents[2] / "shared" / "corpus"

REGISTRY = Authority(
    name="Kaupunginhallitus",
    postal_address="PL 1, 99999 Mallila",
    email="kirjaamo@example.fi",
    hours=OfficeHours.parse("8-16; pe, aatto 8-15"),
)
INSTRUCTION = AppealInstruction(
    remedy=RemedyKind.ADMINISTRATIVE_REVIEW,
    period=Period.days(14),
    decided_by=REGISTRY,
    deliver_to=REGISTRY,
    entitled=[Entitled.PARTY, Entitled.MEMBER],
    presumptions=[
        Presumption(NoticeKind.LETTER, 7, True),
        Presumption(NoticeKind.EMAIL, 3, True),
        Presumption(NoticeKind.ONLINE_MINUTES, 7, False),
    ],
    paper_cutoff=Cutoff.OFFICE_CLOSE,
)
MEMBERSHIP = Membership(
    network="USO-verkosto",
    term=Term(2025, 2026),
    annual_fee=Decimal(12000),
    fee_fixed_by=FeeOrigin.DECISION,
    stated_total=Decimal(24000),
)
SOUND = Decision(
    kind=DocumentKind.DECISION,
    maker=OfficeHolder("Hallintojohtaja"),
    decided_on=date(2024, 12, 10),
    published_on=date(2024, 12, 13),
    outcome=Outcome.APPROVED,
    signed_by=["Hallintojohtaja"],
    contacts=[Contact(title="Kehityspäällikkö", name="Maija Esimerkki")],
    membership=MEMBERSHIP,
    appeals=[INSTRUCTION],
)
SCHEDULE = FeeSchedule(
    network="USO-verkosto",
    term=Term(2025, 2026),
    brackets=[FeeBracket(9_000, 45_000, Decimal(12000))],
    source="tarjous",
)


def with_appeal(**changes: Any) -> Decision:
    """Return the sound decision with another instruction."""
    return evolve(SOUND, appeals=[evolve(INSTRUCTION, **changes)])


def with_office(**changes: Any) -> Decision:
    """Return the sound decision whose office is told otherwise."""
    office = evolve(REGISTRY, **changes)
    return with_appeal(decided_by=office, deliver_to=office)


def with_membership(**changes: Any) -> Decision:
    """Return the sound decision with other money."""
    return evolve(SOUND, membership=evolve(MEMBERSHIP, **changes))


REMEDY = next(row for row in remedies(date(2025, 1, 1)) if row.subject is Subject.GENERAL)


def of_board(**changes: Any) -> Decision:
    """Return a decision of a board."""
    board = Organ("Kaupunginhallitus", MakerKind.BOARD)
    return evolve(SOUND, maker=board, **changes)


def found(decision: Decision, **options: Any) -> list[tuple[str, str]]:
    """Return each finding's code and place."""
    return [(finding.code, finding.about) for finding in review(decision, **options)]


def test_a_sound_decision() -> None:
    """
    Of a decision that says all it must there is nothing to say.
    """
    assert review(SOUND, on=date(2025, 1, 3), schedule=SCHEDULE, population=36_000) == ()


_OFFICE_BOTH = "appeals[0].deliver_to"
CASES = [
    ("no day of decision", evolve(SOUND, decided_on=None), [("KP101", "decided_on")]),
    ("never published", evolve(SOUND, published_on=None), [("KP102", "published_on")]),
    (
        "published before decided",
        evolve(SOUND, published_on=date(2024, 12, 9)),
        [("KP103", "published_on")],
    ),
    ("nobody signed", evolve(SOUND, signed_by=()), [("KP104", "signed_by")]),
    (
        "certified before published",
        evolve(SOUND, extract=CertifiedExtract(on=date(2024, 12, 10))),
        [("KP105", "extract.on")],
    ),
    ("no instruction", evolve(SOUND, appeals=()), [("KP201", "appeals")]),
    (
        "only the name of a remedy",
        evolve(SOUND, appeals=[AppealInstruction(remedy=RemedyKind.ADMINISTRATIVE_REVIEW)]),
        [("KP201", "appeals[0]")],
    ),
    (
        "court appeal against an office-holder",
        with_appeal(
            remedy=RemedyKind.MUNICIPAL_APPEAL,
            period=Period.days(30),
            decided_by=Authority(name="Pohjois-Suomen hallinto-oikeus"),
        ),
        [("KP202", "appeals[0].remedy")],
    ),
    ("thirty days", with_appeal(period=Period.days(30)), [("KP203", "appeals[0].period")]),
    (
        "letter of five days",
        with_appeal(
            presumptions=[
                Presumption(NoticeKind.LETTER, 5, True),
                Presumption(NoticeKind.ONLINE_MINUTES, 7, False),
            ]
        ),
        [("KP204", "appeals[0].presumptions[0]")],
    ),
    (
        "the member's seven days missing",
        with_appeal(presumptions=[Presumption(NoticeKind.LETTER, 7, True)]),
        [("KP204", "appeals[0].presumptions")],
    ),
    (
        "a court decides on a review",
        with_office(name="Oulun hallinto-oikeus"),
        [("KP205", "appeals[0].decided_by")],
    ),
    ("no address", with_office(postal_address=None), [("KP206", f"{_OFFICE_BOTH}.postal_address")]),
    ("no e-mail", with_office(email=None), [("KP206", f"{_OFFICE_BOTH}.email")]),
    ("no hours", with_office(hours=None), [("KP207", f"{_OFFICE_BOTH}.hours")]),
    ("no closing", with_appeal(paper_cutoff=None), [("KP208", "appeals[0].paper_cutoff")]),
    (
        "another last day",
        with_appeal(stated_last_day=date(2025, 1, 2)),
        [("KP209", "appeals[0].stated_last_day")],
    ),
    (
        "instruction and prohibition",
        evolve(SOUND, appeals=[INSTRUCTION, AppealProhibition(ProhibitionGround.PREPARATION)]),
        [("KP210", "appeals[1]")],
    ),
    (
        "instruction on a tabled matter",
        of_board(outcome=Outcome.TABLED, membership=None),
        [("KP210", "appeals[0]")],
    ),
    (
        "another total",
        with_membership(stated_total=Decimal(25000)),
        [("KP301", "membership.stated_total")],
    ),
    (
        "shares short of the total",
        with_membership(
            cost_centres=[
                CostCentre("100", amount=Decimal(12000)),
                CostCentre("200", amount=Decimal(11000)),
            ]
        ),
        [("KP303", "membership.cost_centres")],
    ),
    (
        "another fee than the municipality's",
        evolve(
            with_membership(annual_fee=Decimal(10000), stated_total=None), municipality="Kajaani"
        ),
        [("KP304", "membership.annual_fee")],
    ),
    (
        "another fee than the rule that the text states",
        with_membership(
            network="Esimerkkiverkosto",
            annual_fee=None,
            stated_total=None,
            municipality=municipality("Kajaani"),
            charges=[Charge(Decimal(9000))],
            schedule=evolve(SCHEDULE, network="Esimerkkiverkosto"),
        ),
        [("KP304", "membership.charges")],
    ),
    (
        "an identity code",
        evolve(SOUND, recipients=["Maija Esimerkki 010203-1230"]),
        [("KP401", "recipients[0]")],
    ),
    (
        "an identity code deep inside",
        with_membership(contract="allekirjoittaja 010203-1230"),
        [("KP401", "membership.contract")],
    ),
    (
        "an agency that ended in 2025",
        of_board(
            decided_on=date(2026, 1, 1),
            published_on=None,
            membership=None,
            appeals=[
                evolve(
                    INSTRUCTION,
                    decided_by=evolve(REGISTRY, name="Itä-Suomen aluehallintovirasto"),
                    deliver_to=evolve(REGISTRY, name="Valvira"),
                    entitled=[Entitled.PARTY],
                )
            ],
        ),
        [("KP205", "appeals[0].decided_by"), ("KP205", "appeals[0].deliver_to")],
    ),
    ("rejected and joined", evolve(SOUND, outcome=Outcome.REJECTED), [("KP501", "outcome")]),
    (
        "granted against a proposal to reject",
        evolve(SOUND, outcome=Outcome.GRANTED, proposal="Hakemus hylätään."),
        [("KP501", "outcome")],
    ),
    (
        "rejected against a proposal to grant",
        evolve(SOUND, outcome=Outcome.REJECTED, proposal="Avustus myönnetään.", membership=None),
        [("KP501", "outcome")],
    ),
]


@pytest.mark.parametrize(
    ("decision", "expected"), [pytest.param(*case[1:], id=case[0]) for case in CASES]
)
def test_one_thing_wrong(decision: Decision, expected: list[tuple[str, str]]) -> None:
    """
    Each fault gives its own code at its own place, and no other.
    """
    assert found(decision) == expected


def test_every_code_has_a_case() -> None:
    """
    No code is without an example that gives it.
    """
    with_options = {"KP302", "KP402", "KP601"}
    assert {code for _, _, case in CASES for code, _ in case} | with_options == {
        code.value for code in FindingCode
    }


def test_the_page_lists_every_code() -> None:
    """
    The reference has each code with its term, its severity and an example, and no other.
    """
    page = Path(__file__).parents[1] / "docs" / "reference" / "findings.md"
    rows = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in page.read_text(encoding="utf-8").splitlines()
        if line.startswith("| KP")
    ]
    assert [row[:3] for row in rows] == [
        [code.value, code.term, code.severity.value] for code in FindingCode
    ]
    assert all(len(row) == 5 and all(row) for row in rows)


RIGHT = [
    ("an agenda item decides nothing", Decision(kind=DocumentKind.AGENDA_ITEM)),
    ("an instruction alone", Decision(kind=DocumentKind.INSTRUCTION, appeals=[INSTRUCTION])),
    ("the day of the meeting is enough", of_board(decided_on=None, meeting_on=date(2024, 12, 10))),
    ("a board's minutes are published later", of_board(published_on=None)),
    ("signatures that the text has no place for", evolve(SOUND, signed_by=None)),
    (
        "certified on the day of publication",
        evolve(SOUND, extract=CertifiedExtract(on=date(2024, 12, 13))),
    ),
    ("certified on no stated day", evolve(SOUND, extract=CertifiedExtract(title="Sihteeri"))),
    ("a last day that agrees", with_appeal(stated_last_day=date(2025, 1, 3))),
    (
        "a stated last day without a publication to count from",
        of_board(
            published_on=None,
            appeals=[evolve(INSTRUCTION, stated_last_day=date(2025, 1, 3))],
        ),
    ),
    (
        "a stated last day that cannot be counted",
        with_appeal(period=None, stated_last_day=date(2025, 1, 3), entitled=[Entitled.PARTY]),
    ),
    ("presumptions not stated at all", with_appeal(presumptions=())),
    (
        "a party's instruction needs no member's notice",
        with_appeal(
            entitled=[Entitled.PARTY],
            presumptions=[Presumption(NoticeKind.LETTER, 7, True)],
        ),
    ),
    ("a visiting address", with_office(postal_address=None, visiting_address="Kuja 1")),
    ("an electronic service", with_office(email=None, service_address="https://example.fi")),
    ("an office that is not named", with_appeal(decided_by=None, deliver_to=REGISTRY)),
    (
        "an agency on the last day of it",
        of_board(
            decided_on=date(2025, 12, 31),
            published_on=None,
            membership=None,
            appeals=[
                evolve(
                    INSTRUCTION,
                    decided_by=evolve(REGISTRY, name="Itä-Suomen aluehallintovirasto"),
                    entitled=[Entitled.PARTY],
                )
            ],
        ),
    ),
    (
        "the agency of 2026 and later",
        of_board(
            decided_on=date(2026, 1, 1),
            published_on=None,
            membership=None,
            appeals=[
                evolve(
                    INSTRUCTION,
                    decided_by=evolve(REGISTRY, name="Lupa- ja valvontavirasto", hours=None),
                    deliver_to=None,
                    entitled=[Entitled.PARTY],
                )
            ],
        ),
    ),
    (
        "an agency on no known day",
        Decision(
            kind=DocumentKind.INSTRUCTION,
            appeals=[evolve(INSTRUCTION, decided_by=evolve(REGISTRY, name="Aluehallintovirasto"))],
        ),
    ),
    (
        "a state agency's hours are the law's",
        with_office(name="Lupa- ja valvontavirasto", hours=None),
    ),
    (
        "an appeal to a court on a decision given on a review",
        of_board(
            membership=None,
            appeals=[
                evolve(
                    INSTRUCTION,
                    remedy=RemedyKind.MUNICIPAL_APPEAL,
                    period=Period.days(30),
                    decided_by=Authority(name="Oulun hallinto-oikeus"),
                    subject=None,
                    entitled=[Entitled.PARTY, Entitled.MEMBER, Entitled.REGIONAL_COUNCIL],
                )
            ],
        ),
    ),
    ("a prohibition alone", evolve(SOUND, appeals=[AppealProhibition(None)])),
    ("no money at all", evolve(SOUND, membership=None)),
    ("a total that is not stated", with_membership(stated_total=None)),
    ("a fee that is not stated", with_membership(annual_fee=None, stated_total=None)),
    (
        "shares that add up",
        with_membership(
            cost_centres=[
                CostCentre("100", amount=Decimal(12000)),
                CostCentre("200", amount=Decimal(12000)),
            ]
        ),
    ),
    (
        "shares of the year where no total is stated",
        with_membership(stated_total=None, cost_centres=[CostCentre("100", amount=Decimal(12000))]),
    ),
    ("a share that is not stated", with_membership(cost_centres=[CostCentre("100")])),
    ("a number that is no identity code", evolve(SOUND, recipients=["010203-1234"])),
    (
        "a rejection that was proposed",
        evolve(SOUND, outcome=Outcome.REJECTED, proposal="Hylätään.", membership=None),
    ),
    (
        "thirty days under an act that the text does not name",
        with_appeal(
            period=Period.days(30),
            entitled=(),
            presumptions=[Presumption(NoticeKind.LETTER, 7, True)],
        ),
    ),
    (
        "members before they had seven days",
        evolve(
            SOUND,
            decided_on=date(2016, 5, 2),
            published_on=date(2016, 5, 3),
            appeals=[
                evolve(INSTRUCTION, presumptions=[Presumption(NoticeKind.LETTER, 7, True)]),
            ],
        ),
    ),
    (
        "everybody is told by an announcement",
        with_appeal(presumptions=[Presumption(NoticeKind.ANNOUNCEMENT, 7, False)]),
    ),
    ("no maker is known", evolve(SOUND, maker=None)),
    ("a body of no known kind", evolve(SOUND, maker=Organ("Neuvosto"))),
]


@pytest.mark.parametrize("decision", [pytest.param(decision, id=name) for name, decision in RIGHT])
def test_what_is_right_is_left_alone(decision: Decision) -> None:
    """
    What may be so is no finding.
    """
    assert found(decision) == []


def test_a_period_of_no_act() -> None:
    """
    A period that no act has for the remedy is wrong, whatever the decision is about.
    """
    one = with_appeal(period=Period.days(7), entitled=[Entitled.PARTY])
    assert found(one) == [("KP203", "appeals[0].period")]


@pytest.mark.parametrize(
    ("outcome", "proposal"),
    [
        (Outcome.TABLED, None),
        (Outcome.NOTED, None),
        (Outcome.APPROVED, "Kunnanhallitus merkitsee tiedoksi KHO:n 1.2.2024 antaman päätöksen."),
        (Outcome.APPROVED, "Styrelsen antecknar beslutet för kännedom."),
    ],
    ids=["tabled", "noted", "a note is approved", "a note is approved, in Swedish"],
)
def test_what_is_missing_where_nothing_is_decided(outcome: Outcome, proposal: str | None) -> None:
    """
    What only prepares has no remedy: the statement of that is what is missing (141 §).
    """
    decision = of_board(outcome=outcome, proposal=proposal, appeals=(), membership=None)
    (missing,) = review(decision)
    assert missing.kind is FindingCode.INSTRUCTION_MISSING
    assert isinstance(missing.expected, AppealProhibition)


def test_a_note_among_others() -> None:
    """
    A proposal that asks for more than taking note decides something.
    """
    proposal = "Kunnanhallitus merkitsee asian tiedoksi. Samalla se hyväksyy sopimuksen."
    (missing,) = review(of_board(proposal=proposal, appeals=(), membership=None))
    assert missing.expected == REMEDY


@pytest.mark.parametrize(
    ("decided", "cited"),
    [(date(2016, 5, 2), "Hallintolaki 46-48 §"), (date(2018, 5, 2), "Kuntalaki 141 §")],
)
def test_the_law_of_the_day(decided: date, cited: str) -> None:
    """
    What is missing is missing by the law of the decision's day.
    """
    decision = of_board(decided_on=decided, published_on=None, appeals=(), membership=None)
    (missing,) = review(decision)
    assert [str(provision) for provision in missing.provisions] == [cited]


def test_what_the_law_does_not_reach() -> None:
    """
    A decision older than the rows, or of another kind of body, is not held against them.
    """
    old = evolve(SOUND, decided_on=date(1993, 5, 3), published_on=None, appeals=())
    (missing,) = [one for one in review(old) if one.kind is FindingCode.INSTRUCTION_MISSING]
    assert missing.expected is None


def test_the_fee_of_the_schedule() -> None:
    """
    The fee is compared with the schedule for the population, when both are given.
    """
    wrong = with_membership(annual_fee=Decimal(11000), stated_total=Decimal(22000))
    assert found(wrong, schedule=SCHEDULE, population=36_000) == [
        ("KP302", "membership.annual_fee")
    ]
    assert found(wrong, schedule=SCHEDULE) == []
    assert found(evolve(wrong, municipality="Kajaani"), schedule=SCHEDULE) == [
        ("KP302", "membership.annual_fee")
    ]
    (differs,) = review(wrong, schedule=SCHEDULE, population=36_000)
    assert (differs.stated, differs.expected) == ("11 000,00 €", "12 000,00 €")
    with pytest.raises(NoFeeKnown):
        review(wrong, schedule=SCHEDULE, population=100_000)


SHARED_EDGE = evolve(
    SCHEDULE,
    brackets=[FeeBracket(0, 5_000, Decimal(200)), FeeBracket(5_000, 10_000, Decimal(300))],
)


@pytest.mark.parametrize(
    ("changes", "schedule", "population", "expected"),
    [
        pytest.param({"annual_fee": Decimal(250)}, SHARED_EDGE, 5_000, ["KP302"], id="between the two fees of an edge"),
        pytest.param({"annual_fee": Decimal(300)}, SHARED_EDGE, 5_000, [], id="one of the two fees of an edge"),
        pytest.param({"annual_fee": None}, SCHEDULE, 36_000, [], id="no yearly fee"),
        pytest.param({"term": None}, SCHEDULE, 36_000, [], id="no term, and the right fee"),
        pytest.param({"term": None, "annual_fee": Decimal(1), "open_ended": True, "from_year": 2025}, SCHEDULE, 36_000, ["KP302"], id="no term, and another fee"),
        pytest.param({"term": Term(2026, 2027), "annual_fee": Decimal(1)}, SCHEDULE, 36_000, ["KP302"], id="the years that both have"),
    ],
)  # fmt: skip
def test_compared_with_a_schedule(
    changes: dict[str, Any], schedule: FeeSchedule, population: int, expected: list[str]
) -> None:
    """
    A schedule that is given is asked for the years of the term, and an edge leaves room.
    """
    decision = with_membership(**{"stated_total": None, **changes})
    codes = [code for code, _ in found(decision, schedule=schedule, population=population)]
    assert codes == expected


def test_more_than_inhabitants() -> None:
    """
    A schedule that counts with more than inhabitants says what is missing.
    """
    frame = evolve(SCHEDULE, brackets=(), rules=FrameShare.by(Weight.INHABITANTS))
    with pytest.raises(FactMissing, match="without frame"):
        review(SOUND, schedule=frame, population=36_000)


FLAT = FeeSchedule(
    network="Esimerkkiverkosto",
    term=Term(2025, 2026),
    rules=FlatFee(Decimal(12000)),
    source="tarjous",
    vat=Vat(VatTreatment.ON_TOP, 24),
)


@pytest.mark.parametrize(
    ("changes", "options", "expected"),
    [
        pytest.param({"municipality": "Kajaani"}, {}, [], id="the public fee"),
        pytest.param({"municipality": "Kajaani", "annual_fee": None, "charges": [Charge(Amount.about(Decimal(1)))]}, {}, [], id="about so much is no contradiction"),
        pytest.param({"municipality": "Kajaani", "annual_fee": None, "charges": [Charge(Amount.at_most(Decimal(11_999)))]}, {}, ["KP304"], id="at most less"),
        pytest.param({"municipality": "Kajaani", "annual_fee": None, "charges": [Charge(Amount.at_least(Decimal(12_001)))]}, {}, ["KP304"], id="at least more"),
        pytest.param({"municipality": "Kajaani", "annual_fee": None, "charges": [Charge(Amount.at_least(Decimal(12_000)))]}, {}, [], id="at least as much"),
        pytest.param({"municipality": "Kajaani", "annual_fee": None, "charges": [Charge(Decimal(1), per=FeePeriod.TERM)]}, {}, [], id="a sum for the term is not compared with a yearly one"),
        pytest.param({"municipality": "Mallila", "annual_fee": Decimal(1)}, {}, [], id="no such municipality"),
        pytest.param({"annual_fee": Decimal(1)}, {}, [], id="no municipality"),
        pytest.param({"municipality": "Helsinki", "annual_fee": Decimal(1)}, {}, [], id="no fee is known for its size"),
        pytest.param({"municipality": "Kajaani", "annual_fee": Decimal(1), "term": Term(2023, 2024)}, {}, [], id="no public fee of those years"),
        pytest.param({"municipality": "Kajaani", "annual_fee": Decimal(1), "term": None}, {}, [], id="no years"),
        pytest.param({"annual_fee": Decimal(1)}, {"population": 36_297}, ["KP304"], id="the number of inhabitants is given"),
        pytest.param({"annual_fee": Decimal(12_000), "schedule": FLAT}, {}, [], id="without tax"),
        pytest.param({"annual_fee": Decimal(14_880), "schedule": FLAT}, {}, [], id="with tax"),
        pytest.param({"annual_fee": Decimal(14_881), "schedule": FLAT}, {}, ["KP304"], id="neither"),
    ],
)  # fmt: skip
def test_the_fee_of_that_municipality_and_year(
    changes: dict[str, Any], options: dict[str, Any], expected: list[str]
) -> None:
    """
    A stated fee is compared with the public rule, or the text's own, and only where that is sure.
    """
    decision = with_membership(**{"stated_total": None, **changes})
    assert [code for code, _ in found(decision, **options)] == expected


def test_what_the_rule_gives() -> None:
    """
    The finding names the year, both sums and the source.
    """
    decision = evolve(
        with_membership(annual_fee=Decimal(10000), stated_total=None), municipality="Kajaani"
    )
    (finding,) = review(decision)
    assert str(finding) == (
        "KP304 maksu poikkeaa kunnan ja vuoden maksusta: ilmoitettu 2025: 10 000,00 €, "
        "vertailu 12 000,00 € (Kajaanin kaupunki, KAJDno-2024-1799)"
    )


def test_personal_data_past_their_day() -> None:
    """
    "Henkilötiedot on poistettava tietoverkosta [...] määräajan päättyessä."
    """
    assert found(SOUND, on=date(2025, 1, 3)) == []
    assert found(SOUND, on=date(2025, 1, 4)) == [("KP402", "contacts")]
    assert found(evolve(SOUND, contacts=()), on=date(2025, 1, 4)) == []
    assert found(of_board(published_on=None), on=date(2025, 1, 4)) == []
    nothing_to_count = with_appeal(period=None)
    assert found(nothing_to_count, on=date(2025, 1, 4)) == []


def test_what_was_found_is_not_repeated() -> None:
    """
    An identity code never stands in the finding about it.
    """
    (finding,) = review(evolve(SOUND, recipients=["010203-1230"]))
    assert "010203" not in f"{finding} {finding!r}"


def test_places() -> None:
    """
    A finding about a value that was read carries its place in the text.
    """
    decision = evolve(SOUND, published_on=date(2024, 12, 9), signed_by=())
    first, second = review(decision, spans={"published_on": (120, 130)})
    assert (first.code, first.span) == ("KP103", (120, 130))
    assert (second.code, second.span) == ("KP104", None)


def test_what_was_not_understood() -> None:
    """
    A passage that the reader did not understand is a finding at its place, after the others.
    """
    (left,) = review(SOUND, unread=[("appeals[0].period", "Aikaa on vähän.", (3, 18))])
    assert (left.code, left.about, left.stated) == (
        "KP601",
        "appeals[0].period",
        "Aikaa on vähän.",
    )
    assert (left.span, left.severity) == ((3, 18), Severity.WARNING)


def test_in_the_order_of_codes() -> None:
    """
    Findings come in the order of their codes.
    """
    bad = evolve(with_appeal(period=Period.days(30)), decided_on=None, outcome=Outcome.REJECTED)
    assert [code for code, _ in found(bad)] == ["KP101", "KP203", "KP501"]


@pytest.mark.parametrize(
    ("finding", "line"),
    [
        (Finding(FindingCode.DECISION_DAY_MISSING, "decided_on"), "KP101 päätöspäivä puuttuu"),
        (
            Finding(
                FindingCode.PERIOD_DIFFERS,
                "appeals[0].period",
                stated=Period.days(30),
                expected=Period.days(14),
                provisions=(KUNTALAKI("138 §"),),
            ),
            (
                "KP203 määräaika poikkeaa laista: ilmoitettu 30 päivää, laki antaa 14 päivää "
                "(Kuntalaki 138 §)"
            ),
        ),
        (
            Finding(FindingCode.INSTRUCTION_MISSING, "x", expected=REMEDY),
            "KP201 muutoksenhakuohje tai -kielto puuttuu: vertailu oikaisuvaatimus, 14 päivää",
        ),
        (
            Finding(FindingCode.INSTRUCTION_MISSING, "x", expected=evolve(REMEDY, period=None)),
            "KP201 muutoksenhakuohje tai -kielto puuttuu: vertailu oikaisuvaatimus",
        ),
        (
            Finding(
                FindingCode.PRESUMPTION_DIFFERS,
                "x",
                stated=Presumption(NoticeKind.LETTER, 5, True),
            ),
            "KP204 tiedoksisaantiolettama poikkeaa laista: ilmoitettu kirje + 5 päivää",
        ),
        (
            Finding(FindingCode.SHARES_DIFFER, "x", stated="1,00 €", expected="2,00 €"),
            "KP303 kustannuspaikkojen osuudet eivät täsmää: ilmoitettu 1,00 €, vertailu 2,00 €",
        ),
    ],
    ids=["bare", "law", "remedy", "no period", "presumption", "sum"],
)
def test_one_line(finding: Finding, line: str) -> None:
    """
    A finding prints as one Finnish line, and survives pickling.
    """
    assert str(finding) == line
    assert pickle.loads(pickle.dumps(finding)) == finding


def test_codes_are_stable() -> None:
    """
    A code is KP and three digits; each has a term and a severity.
    """
    for code in FindingCode:
        assert re.fullmatch(r"KP[1-6]\d\d", code.value)
        assert code.term
        assert code.severity in Severity
    assert Finding(FindingCode.WRONG_REMEDY, "x").severity is Severity.ERROR


@pytest.mark.parametrize("given", [None, "päätös", INSTRUCTION], ids=["none", "text", "part"])
def test_only_a_decision_is_reviewed(given: Any) -> None:
    """
    Anything else is refused, and so is a moment for a day.
    """
    with pytest.raises(InvalidValue):
        review(given)
    with pytest.raises(NotADay):
        review(SOUND, on=datetime.combine(date(2025, 1, 3), time(12)))


def _shared(name: str, codes: list[str]) -> None:
    path = DECISIONS / name
    if not path.is_file():
        pytest.skip(f"{path} is not there")
    reading = text.read(path.read_text(encoding="utf-8"))
    assert [finding.code for finding in review(reading.decision)] == codes


def test_an_office_holders_published_decision() -> None:
    """
    Of the Kajaani decision: no labelled day, no signer, certified before it was published.
    """
    _shared("kajaani-2024-23.txt", ["KP101", "KP104", "KP105"])


def test_a_boards_published_decision() -> None:
    """
    Of the Ylöjärvi decision: the text has no instruction.
    """
    _shared("ylojarvi-2022-407.txt", ["KP201"])


# What a person reading the texts agrees with, per file.
TRUE_IN_CORPUS = {
    "001": ["KP101"],
    "002": ["KP101", "KP210"],
    "003": ["KP101"],
    "005": ["KP101", "KP102"],
    "006": ["KP201"],
    "009": ["KP101"],
    "011": ["KP101", "KP201"],
    "020": ["KP201"],
    "055": ["KP208"],
    "057": ["KP207"],
    "059": ["KP207"],
    "061": ["KP207"],
    "063": ["KP207"],
    "065": ["KP206", "KP207"],
    "066": ["KP208"],
    "068": ["KP204"],
}


def test_real_texts() -> None:
    """
    At most one finding in ten is false on real documents, and none that is true is lost.
    """
    if not CORPUS.is_dir():
        pytest.skip(f"{CORPUS} is not there")
    total = false = 0
    for path in sorted(CORPUS.glob("*.txt")):
        reading = text.read(path.read_text(encoding="utf-8"))
        codes = [finding.code for finding in review(reading.decision)]
        true = TRUE_IN_CORPUS.get(path.name[:3], [])
        total += len(codes)
        false += sum(code not in true for code in codes)
        assert set(true) <= set(codes), path.name
    assert total > 0
    assert false * 10 <= total
