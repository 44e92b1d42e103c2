"""
What is said of answers: deadlines with their steps, what is open, what it costs.
"""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve
from usual import HOURS, MINUTES

from kuntapaatos import (
    HELSINKI,
    AppealInstruction,
    AppealProhibition,
    Authority,
    Cutoff,
    Deadline,
    Decision,
    DocumentKind,
    Doubt,
    DoubtCode,
    Entitled,
    Membership,
    Notice,
    NoticeKind,
    OfficeHolder,
    OfficeHours,
    Organ,
    Period,
    RecordId,
    Remedy,
    RemedyKind,
    Term,
    appeal_deadlines,
    available_remedies,
    count_deadline,
    finality,
)
from kuntapaatos.deadline import CountTerms
from kuntapaatos.doubts import Basis, Candidate
from kuntapaatos.errors import InvalidValue
from kuntapaatos.findings import Finding, FindingCode
from kuntapaatos.instruction import Presumption
from kuntapaatos.io.wording import say, write_decision
from kuntapaatos.io.wording.voice import Voice
from kuntapaatos.law import KUNTALAKI
from kuntapaatos.remedy import DecisionKind, MakerKind, ProhibitionGround
from kuntapaatos.steps import Step, StepRule
from kuntapaatos.workdays import ClosedDay

INSTRUCTION = AppealInstruction(
    remedy=RemedyKind.ADMINISTRATIVE_REVIEW,
    period=Period.days(14),
    entitled=[Entitled.PARTY, Entitled.MEMBER],
    paper_cutoff=Cutoff.OFFICE_CLOSE,
    decided_by=Authority(name="Kunnanhallitus", hours=HOURS),
)
MEMBERSHIP = Membership(
    network="USO",
    term=Term(2025, 2026),
    annual_fee=Decimal(12000),
    stated_total=Decimal(24000),
    at_cost=["matkakulut", "kokouskulut"],
)


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        (
            "fi",
            [
                "kunnan jäsen: määräaika päättyy 3.1.2025; asiakirjan on oltava perillä ennen klo 15.00.",
                "Pöytäkirja julkaistiin yleisessä tietoverkossa 13.12.2024 → tieto katsotaan saaduksi 20.12.2024 (Kuntalaki 140 §)",
                "20.12.2024 → 3.1.2025: määräaika 14 päivää (150/1930 2 §)",
                "3.1.2025 → 3.1.2025 klo 15.00: aukioloajan päättyminen (150/1930 6 §)",
            ],
        ),
        (
            "sv",
            [
                "kommunmedlem: tidsfristen går ut 3.1.2025; handlingen ska ha kommit fram före kl. 15.00.",
                "Protokollet publicerades i det allmänna datanätet 13.12.2024 → delfåendet anses ha skett 20.12.2024 (kommunallagen 140 §)",
                "20.12.2024 → 3.1.2025: tidsfrist 14 dagar (150/1930 2 §)",
                "3.1.2025 → 3.1.2025 kl. 15.00: öppethållningstidens slut (150/1930 6 §)",
            ],
        ),
        (
            "en",
            [
                "member of the municipality: the time limit ends on 3.1.2025; a document must have arrived before 15.00.",
                "The minutes were published in the public data network on 13.12.2024 → notice counts as received on 20.12.2024 (Kuntalaki (410/2015) 140 §)",
                "20.12.2024 → 3.1.2025: time limit 14 days (150/1930 2 §)",
                "3.1.2025 → 3.1.2025 at 15.00: the closing of the office (150/1930 6 §)",
            ],
        ),
    ],
)
def test_a_deadline(language: str, lines: list[str]) -> None:
    """
    A deadline says until when, and every step of its count with its provision.
    """
    counted = count_deadline(MINUTES, Period.days(14), HOURS)
    assert say(counted, language, plain=True).splitlines() == lines


def test_a_deadline_without_hours() -> None:
    """
    Without hours the day is said, and that the time of day is not known.
    """
    first = say(count_deadline(MINUTES, Period.days(14)), "fi", plain=True).splitlines()[0]
    assert first == "kunnan jäsen: määräaika päättyy 3.1.2025; kellonaika ei ole tiedossa."


@pytest.mark.parametrize(
    ("hours", "paper", "said"),
    [
        (HOURS, Cutoff.END_OF_DAY, "ennen klo 24.00."),
        (OfficeHours.parse("8-16; 3.1.2025 suljettu"), None, "ennen 2.1.2025 klo 16.00."),
    ],
    ids=["midnight", "closed on the last day"],
)
def test_odd_closings(hours: OfficeHours, paper: Cutoff | None, said: str) -> None:
    """
    Midnight is 24.00 of the last day; an earlier day's closing is said with its day.
    """
    terms = CountTerms(remedy=RemedyKind.ADMINISTRATIVE_REVIEW, paper=paper)
    counted = Deadline(MINUTES, Period.days(14), hours, terms)
    assert say(counted, "fi", plain=True).splitlines()[0].endswith(said)


def test_non_breaking_spaces() -> None:
    """
    Between klo and the time and before § stands a non-breaking space, unless all are plain.
    """
    counted = count_deadline(MINUTES, Period.days(14), HOURS)
    said = say(counted, "sv")
    assert "kl.\u00a015.00" in said
    assert "140\u00a0§" in said
    assert "\u00a0" not in say(counted, "sv", plain=True)
    assert say(counted, "sv").replace("\u00a0", " ") == say(counted, "sv", plain=True)
    assert "12\u00a0000,00\u00a0€" in say(MEMBERSHIP, "fi")


def test_a_step_without_a_provision() -> None:
    """
    A day that only the text states has no section behind it.
    """
    step = Step(StepRule.NOTICE, date(2024, 12, 13), date(2024, 12, 16), NoticeKind.LETTER, ())
    assert say(step, "sv") == "Brevet sändes 13.12.2024 → delfåendet anses ha skett 16.12.2024"


@pytest.mark.parametrize(
    ("step", "said"),
    [
        pytest.param(
            Step(StepRule.NOTICE, date(2024, 12, 13), date(2024, 12, 13), NoticeKind.RECEIPT, ()),
            "Saantitodistus allekirjoitettiin 13.12.2024, ja tieto katsotaan saaduksi samana päivänä",
            id="on the same day",
        ),
        pytest.param(
            Step(StepRule.PROOF, date(2024, 12, 13), date(2024, 12, 30), NoticeKind.LETTER, ()),
            "Kirje lähetettiin 13.12.2024 → tieto näytetään saaduksi 30.12.2024",
            id="proven",
        ),
        pytest.param(
            Step(
                StepRule.SHIFT, date(2024, 12, 24), date(2024, 12, 27), ClosedDay.CHRISTMAS_EVE, ()
            ),
            "24.12.2024 ei ole arkipäivä (jouluaatto) → viimeinen päivä on 27.12.2024",
            id="moved",
        ),
        pytest.param(
            Step(
                StepRule.CLOSING,
                date(2024, 12, 27),
                datetime(2024, 12, 28, 0, 0, tzinfo=HELSINKI),
                Cutoff.END_OF_DAY,
                (),
            ),
            "27.12.2024 → 27.12.2024 klo 24.00: vuorokauden päättyminen",
            id="until midnight",
        ),
    ],
)
def test_steps(step: Step, said: str) -> None:
    """
    Each step says what happened and what the law makes of it.
    """
    assert say(step, "fi", plain=True) == said


def test_finality() -> None:
    """
    Finality says its day and what it rests on, or which clock has not started.
    """
    tracks = appeal_deadlines(INSTRUCTION, [Notice.letter(date(2024, 12, 10)), MINUTES])
    said = say(finality(tracks), "sv", plain=True).splitlines()
    assert said[0] == "Beslutet vinner laga kraft 4.1.2025."
    assert said[1].startswith("Detta förutsätter följande: ingen söker ändring")
    unknown = finality(appeal_deadlines(INSTRUCTION, [Notice.letter(date(2024, 12, 10))]))
    lines = say(unknown, "fi", plain=True).splitlines()
    assert lines[0] == "Ei tiedetä, milloin päätös tulee lainvoimaiseksi."
    assert lines[1] == (
        "kunnan jäsen: määräaika ei ole alkanut: pöytäkirjaa ei ole julkaistu yleisessä "
        "tietoverkossa (Kuntalaki 140 §)."
    )


def test_doubts() -> None:
    """
    What is open is said with every candidate; in a deadline and in its finality.
    """
    candidates = (
        Candidate(date(2025, 1, 3), Basis.LAW, (KUNTALAKI("138 §"),)),
        Candidate(None, Basis.FRESH_INSTRUCTION),
    )
    doubt = Doubt(DoubtCode.STATED_PERIOD, about="last_day", candidates=candidates)
    assert say(doubt, "sv", plain=True) == (
        "Öppen fråga: angiven tidsfrist avviker från lagen. Möjligt: "
        "3.1.2025 (lag, kommunallagen 138 §); inte känt (ny anvisning på begäran)."
    )
    bare = evolve(doubt, candidates=())
    assert say(bare, "en") == "Open question: the stated period differs from the law."
    disputed = count_deadline(Notice.letter(date(2024, 12, 2)), Period.days(14), HOURS)
    assert disputed.doubts
    assert "Avoin kysymys: tulkinnanvarainen aatto." in say(disputed, "fi")
    tracks = [disputed, count_deadline(MINUTES, Period.days(3), HOURS)]
    assert ("Avoin kysymys" in say(finality(tracks), "fi")) is bool(finality(tracks).doubts)


@pytest.mark.parametrize(
    ("changes", "lines"),
    [
        (
            {},
            [
                "Medlemskap: USO, perioden 2025–2026.",
                "Avgiften är 12 000,00 € per år.",
                "Sammanlagt 24 000,00 €.",
                "Enligt faktiska kostnader debiteras: matkakulut och kokouskulut.",
            ],
        ),
        (
            {"stated_total": None, "at_cost": ()},
            [
                "Medlemskap: USO, perioden 2025–2026.",
                "Avgiften är 12 000,00 € per år.",
                "Sammanlagt 24 000,00 €.",
            ],
        ),
        (
            {"stated_total": None, "annual_fee": None, "term": None, "at_cost": ()},
            ["Medlemskap: USO."],
        ),
    ],
    ids=["everything", "the total is counted", "only the network"],
)
def test_a_membership(changes: dict[str, Any], lines: list[str]) -> None:
    """
    A membership says its term and its money; what is not known is left out.
    """
    assert say(evolve(MEMBERSHIP, **changes), "sv", plain=True).splitlines() == lines


REMEDY = next(
    found
    for found in available_remedies(DecisionKind.ORDINARY, MakerKind.BOARD, date(2025, 1, 1))
    if isinstance(found, Remedy)
)


@pytest.mark.parametrize(
    ("finding", "sentence"),
    [
        (Finding(FindingCode.DECISION_DAY_MISSING, "x"), "KP101 beslutsdagen saknas."),
        (
            Finding(FindingCode.INSTRUCTION_MISSING, "x", expected=REMEDY),
            "KP201 anvisning om ändringssökande eller besvärsförbud saknas: borde vara begäran om omprövning, 14 dagar.",
        ),
        (
            Finding(FindingCode.PERIOD_DIFFERS, "x", stated=Period.days(1)),
            "KP203 tidsfristen avviker från lagen: uppgett 1 dag.",
        ),
        (
            Finding(
                FindingCode.CERTIFIED_BEFORE_PUBLISHED,
                "x",
                stated=date(2024, 12, 10),
                expected=date(2024, 12, 13),
                provisions=(KUNTALAKI("140 §"),),
            ),
            "KP105 utdraget bestyrkt före publiceringsdagen: uppgett 10.12.2024, jämförelse 13.12.2024 (kommunallagen 140 §).",
        ),
    ],
    ids=["bare", "expected", "stated", "both"],
)
def test_a_finding(finding: Finding, sentence: str) -> None:
    """
    A finding is one sentence with its code, and its provision in brackets.
    """
    assert say(finding, "sv", plain=True) == sentence


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (None, "inte känt"),
        (date(2024, 12, 30), "30.12.2024"),
        (datetime(2024, 12, 30, 15, 0, tzinfo=HELSINKI), "30.12.2024 kl. 15.00"),
        (time(15, 0), "kl. 15.00"),
        (Decimal(24000), "24 000,00 €"),
        (Period.weeks(2), "2 veckor"),
        (RemedyKind.MUNICIPAL_APPEAL, "kommunalbesvär"),
        (evolve(REMEDY, period=None), "begäran om omprövning"),
        (Presumption(NoticeKind.LETTER, 7, True), "brev + 7 dagar"),
        (AppealProhibition(None), "besvärsförbud"),
        (
            AppealProhibition(ProhibitionGround.PREPARATION),
            "besvärsförbud (beslutet gäller endast beredning)",
        ),
        ("sådan", "sådan"),
    ],
)
def test_values(value: object, said: str) -> None:
    """
    Every value that a finding holds has its form in the language.
    """
    assert Voice("sv").value(value) == said


def test_a_decision() -> None:
    """
    A decision says its own facts, each under its label, and its instructions.
    """
    decision = Decision(
        kind=DocumentKind.DECISION,
        municipality="Mallila",
        maker=Organ("Kunnanhallitus"),
        meeting_on=date(2025, 2, 3),
        section="14",
        record_id=RecordId.parse("211/00.04.00/2024"),
        resolution="Hyväksyttiin.",
        appeals=[AppealProhibition(ProhibitionGround.PREPARATION)],
    )
    said = say(decision, "fi", plain=True)
    assert said.startswith(
        "Mallila\nKunnanhallitus\n\n§ 14\n\nAsianumero: 211/00.04.00/2024\nKokouspäivä: 3.2.2025\n\n"
        "Päätös\nHyväksyttiin.\n\nMuutoksenhakukielto\n"
    )
    holder = evolve(decision, maker=OfficeHolder(), appeals=(), municipality=None)
    assert write_decision(holder, "fi", plain=True).startswith("§ 14")
    assert write_decision(Decision(kind=DocumentKind.DECISION), "sv") == ""


def test_a_period_and_a_prohibition() -> None:
    """
    The small values have their sentences too.
    """
    assert say(Period.months(1), "fi") == "1 kuukausi"
    assert say(AppealProhibition(None), "fi").startswith("Muutoksenhakukielto")


@pytest.mark.parametrize("value", [None, "text", 14, {}])
def test_nothing_else_has_sentences(value: object) -> None:
    """
    What has no sentences is refused.
    """
    with pytest.raises(InvalidValue):
        say(value, "fi")


def test_only_an_instruction_is_written() -> None:
    """
    What goes with a decision is an instruction or a prohibition.
    """
    from kuntapaatos.io.wording import write_instruction

    wrong: Any = "Oikaisuvaatimusohje"
    with pytest.raises(InvalidValue):
        write_instruction(wrong, "fi")
