from __future__ import annotations

import runpy
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve, fields, has

import kuntapaatos as kp
from kuntapaatos.fees import FeeFacts
from kuntapaatos.io import text
from kuntapaatos.io.json.codes import CODES
from kuntapaatos.shown import Value

SAMPLES: dict[str, object] = runpy.run_path(
    str(Path(__file__).parent / "data" / "json" / "make_golden.py")
)["SAMPLES"]
DAY = date(2025, 3, 3)


class Odd:
    """A thing that stands in no field."""


def parts(value: object) -> Iterator[Any]:
    """Return a value and all values within it."""
    if isinstance(value, tuple):
        for one in value:
            yield from parts(one)
    elif has(type(value)):
        yield value
        for field in fields(type(value)):  # type: ignore[arg-type]
            if field.init:
                yield from parts(getattr(value, field.name))


FOUND: dict[tuple[str, str], tuple[Any, Any]] = {}
for value in parts(tuple(SAMPLES.values())):
    for field in fields(type(value)):
        place = (type(value).__name__, field.name)
        if field.init and (
            place not in FOUND or getattr(FOUND[place][0], field.name) in (None, ())
        ):
            FOUND[place] = value, field

ANYTHING = {("Candidate", "value"), ("FeeGiven", "value")}
ANYTHING |= {("Finding", "stated"), ("Finding", "expected")}
MAY_BE_EMPTY = {("Provision", "section")}
MAY_BE_EMPTY |= {(row, name) for row in ("NoticeRule", "Remedy") for name in ("seen", "note")}
ONE_OR_SEVERAL = {("FeeSchedule", "rules")}
FIELDS = [pytest.param(*place, id=".".join(place)) for place in FOUND if place not in ANYTHING]


def test_every_public_value() -> None:
    """Every value that may stand in a document is tried here."""
    public = {kind.__name__ for kind in CODES.values() if has(kind)}
    assert public - {name for name, _ in FOUND} == set()


# The values whose fields are told apart by their names alone.
BY_NAME = {
    *("AppealInstruction", "Authority", "Booking", "CertifiedExtract", "Contact", "Cost"),
    *("Decision", "Fee", "FeeFacts", "FeeSchedule", "Finality", "Handling", "Impact"),
    *("Membership", "Municipality", "Notice", "NoticeRule", "OfficeHours", "PlannedCost"),
    *("CountTerms", "Remedy", "SecretEnclosure"),
}


def test_fields_by_name() -> None:
    """
    Of many fields nobody counts the places: they are given by name, and by name alone.
    """
    families = {type(value) for value, _ in FOUND.values()}
    by_name = {
        family.__name__
        for family in families
        if all(field.kw_only for field in fields(family) if field.init)
    }
    assert by_name == BY_NAME


def test_one_repr() -> None:
    """
    Values are shown in one way, which hides what is personal, and compared by their fields.
    """
    for family in {type(value) for value, _ in FOUND.values()}:
        assert vars(Value)["__repr__"] is family.__repr__, family
        assert "__eq__" in {name for one in family.__mro__[:-1] for name in vars(one)}, family


@pytest.mark.parametrize(("family", "name"), FIELDS)
def test_what_cannot_be(family: str, name: str) -> None:
    """
    No field of a value takes another type, an empty text, or one where several belong.
    """
    value, field = FOUND[family, name]
    wrong: list[object] = [Odd(), [Odd()]]
    if (family, name) not in MAY_BE_EMPTY:
        wrong += ["", " "]
    now = getattr(value, name)
    if isinstance(now, tuple) and now and (family, name) not in ONE_OR_SEVERAL:
        wrong.append(now[0])
    for given in wrong:
        with pytest.raises(kp.KuntapaatosError, match=r"must|period|no municipality"):
            evolve(value, **{field.alias: given})


INSTRUCTION = kp.AppealInstruction(remedy=kp.RemedyKind.ADMINISTRATIVE_REVIEW)
BY_LAW = kp.available_remedies(kp.DecisionKind.ORDINARY, kp.MakerKind.BOARD, DAY)


@pytest.mark.parametrize(
    ("given", "message"),
    [
        pytest.param(
            {"kind": "päätos"},
            "kind must be a DocumentKind, such as 'päätös'; got 'päätos'",
            id="nearly a member",
        ),
        pytest.param(
            {"kind": "zzz"},
            "kind must be a DocumentKind, such as 'päätös', 'pöytäkirjan pykälä', "
            "'esityslistan asia', 'muutoksenhakuohje', 'kuulutus', 'pöytäkirja'; got 'zzz'",
            id="far from every member",
        ),
        pytest.param(
            {"kind": 5}, "kind must be of type DocumentKind; got 5", id="no member and no text"
        ),
        pytest.param(
            {"appeals": INSTRUCTION},
            "appeals must be several AppealInstruction or AppealProhibition: "
            "one alone stands in a list, [...]; got AppealInstruction(",
            id="one instruction",
        ),
        pytest.param(
            {"appeals": BY_LAW},
            "appeals must be several AppealInstruction or AppealProhibition; a Remedy becomes one "
            "with AppealInstruction.by_law(remedy, on=decided_on); got Remedy(",
            id="rows of law",
        ),
        pytest.param(
            {"decided_on": "10.1.2025"},
            "decided_on must be a datetime.date without a time of day, as date(2025, 1, 10); "
            "got '10.1.2025'",
            id="a day as a text",
        ),
        pytest.param(
            {"meeting_on": "31.2.2025"},
            "meeting_on must be a datetime.date without a time of day; got '31.2.2025'",
            id="a text of no day",
        ),
        pytest.param(
            {"maker": "Kunnanhallitus"},
            "maker must be an Organ('Kunnanhallitus'), an OfficeHolder or None; got 'Kunnanhallitus'",
            id="a maker as a text",
        ),
        pytest.param(
            {"section": 23}, "section must be a text, such as '23'; got 23", id="a section"
        ),
        pytest.param(
            {"language": "en"}, """language must be "fi", "sv" or None; got 'en\'""", id="en"
        ),
    ],
)
def test_message(given: dict[str, Any], message: str) -> None:
    """
    What is refused says the field, what was given and the mend.
    """
    with pytest.raises(kp.KuntapaatosError) as caught:
        kp.Decision(**{"kind": kp.DocumentKind.DECISION, **given})
    assert str(caught.value).startswith(message)


@pytest.mark.parametrize("span", [(3, 1), (1, 2, 3), (0.5, 1), [0, 1]])
def test_no_span(span: Any) -> None:
    """A span is two places in order."""
    with pytest.raises(kp.errors.InvalidValue, match="span must be a pair of places"):
        kp.findings.Finding(kp.findings.FindingCode.WRONG_REMEDY, "appeals[0]", span=span)


LETTER = kp.Notice.letter(DAY)
DEADLINE = kp.count_deadline(LETTER, kp.Period.days(14))


@pytest.mark.parametrize(
    ("call", "mend"),
    [
        pytest.param(
            lambda: kp.count_deadline(LETTER, 21),  # type: ignore[arg-type]
            r"a Period, such as Period\.days\(21\); got 21$",
            id="days alone",
        ),
        pytest.param(
            lambda: kp.last_day(DAY, timedelta(7)),  # type: ignore[arg-type]
            r"Period\.days\(7\); got",
            id="a timedelta",
        ),
        pytest.param(
            lambda: kp.time_limit.end_of_duration(DAY, "14"),  # type: ignore[arg-type]
            r"Period\.days\(14\); got '14'$",
            id="a text for a period",
        ),
        pytest.param(
            lambda: kp.procedure.last_day_before(DAY, 14),  # type: ignore[arg-type]
            r"Period\.days\(14\); got 14$",
            id="days backwards",
        ),
        pytest.param(
            lambda: kp.count_deadline(DAY, kp.Period.days(14)),  # type: ignore[arg-type]
            r"notice must be of type Notice, such as Notice\.letter\(day\)",
            id="a day for a notice",
        ),
        pytest.param(
            lambda: kp.review(text.read("Päätös")),  # type: ignore[arg-type]
            r"decision must be a Decision, such as the \.decision of a Reading",
            id="a reading for a decision",
        ),
        pytest.param(
            lambda: kp.appeal_deadline(kp.Decision(kind=kp.DocumentKind.DECISION), LETTER),  # type: ignore[arg-type]
            r"such as one of decision\.instructions",
            id="a decision for an instruction",
        ),
        pytest.param(
            lambda: kp.finality(LETTER),  # type: ignore[arg-type]
            "tracks must be one or several answers of appeal_deadlines",
            id="a notice for a track",
        ),
    ],
)
def test_mend(call: Callable[[], object], mend: str) -> None:
    """
    A near miss is refused with what to write instead.
    """
    with pytest.raises(kp.KuntapaatosError, match=mend):
        call()


@pytest.mark.parametrize(
    "given",
    [
        "paatos.txt",
        " C:\\asiat\\paatos.PDF\n",
        "folder/ote.html",
        Path("paatos.txt"),
        b"P\xc3\xa4\xc3\xa4t\xc3\xb6s",
    ],
    ids=["txt", "pdf", "html", "a path", "bytes"],
)
@pytest.mark.parametrize("read", [text.read, text.read_minutes, text.read_instruction])
def test_a_file_for_a_text(read: Callable[[Any], object], given: object) -> None:
    """
    The name of a file is no text of a decision.
    """
    with pytest.raises(kp.errors.UnreadableInput, match=r"kuntapaatos\.read_file reads a file$"):
        read(given)


def test_a_sentence_that_ends_in_a_name() -> None:
    """What says more than a name is read, also where it ends in one."""
    assert text.read("Päätös\nLiite: ote.pdf").is_decision


def test_one_or_several() -> None:
    """One answer alone is taken as a list of one."""
    assert kp.finality(DEADLINE) == kp.finality([DEADLINE])
    assert kp.appeal_deadlines(INSTRUCTION_14, LETTER) == kp.appeal_deadlines(
        INSTRUCTION_14, [LETTER]
    )
    with pytest.raises(kp.errors.InvalidValue, match="at least one Deadline that has started"):
        kp.procedure.last_day_to_take_up(kp.appeal_deadlines(INSTRUCTION_14, LETTER)[1])


INSTRUCTION_14 = evolve(INSTRUCTION, period=kp.Period.days(14))


@pytest.mark.parametrize("kind", [str, Path])
def test_read_file(tmp_path: Path, kind: Callable[[Path], Any]) -> None:
    """
    One call goes from a file to what its text says.
    """
    path = tmp_path / "ote.txt"
    path.write_text("Kunnanhallitus 3.2.2025 § 14\nPäätös\nHyväksyttiin.", encoding="utf-8")
    assert kp.read_file(kind(path)).decision.section == "14"
    assert {"read_file", "review", "Decision"} <= set(dir(kp))


def test_no_path() -> None:
    """Bytes are no path."""
    given: Any = b"ote.txt"
    with pytest.raises(kp.errors.UnreadableInput, match="bytes: a path is needed"):
        kp.read_file(given)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("14 päivää", kp.Period.days(14)),
        ("14 dagar", kp.Period.days(14)),
        ("P14D", kp.Period.days(14)),
        (" 3  VIIKON ", kp.Period.weeks(3)),
        ("p2w", kp.Period.weeks(2)),
        ("6 kuukautta", kp.Period.months(6)),
        ("6 månader", kp.Period.months(6)),
        ("1 år", kp.Period.years(1)),
        ("P1Y", kp.Period.years(1)),
    ],
)
def test_parse_period(text: str, period: kp.Period) -> None:
    """
    A period is read from a text in Finnish, in Swedish and as ISO 8601, in its own unit.
    """
    assert kp.Period.parse(text) == period
    assert kp.Period.parse(str(period)) == period


@pytest.mark.parametrize(
    "text", ["", "14", "päivää", "14 tuntia", "P1Y2M", "PT14H", "1.5 päivää", "-1 päivää", None, 14]
)
def test_no_period(text: Any) -> None:
    """What is no such text is refused, and an example given."""
    with pytest.raises(
        kp.errors.InvalidPeriod, match='a text such as "14 päivää", "14 dagar" or "P14D"'
    ):
        kp.Period.parse(text)


def test_no_such_length() -> None:
    """A text of no day is no period."""
    with pytest.raises(kp.errors.InvalidPeriod, match="a positive whole number"):
        kp.Period.parse("0 päivää")


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("2025–2026", kp.Term(2025, 2026)),
        ("2025-2026", kp.Term(2025, 2026)),
        (" 2025 — 2026 ", kp.Term(2025, 2026)),
        ("2025", kp.Term(2025)),
    ],
)
def test_parse_term(text: str, term: kp.Term) -> None:
    """
    A term is read from its years; of one year it is that year.
    """
    assert kp.Term.parse(text) == term
    assert kp.Term.parse(str(term)) == term


@pytest.mark.parametrize("text", ["", "25–26", "2025–", "2025/2026", "2026–2025", 2025, None])
def test_no_term(text: Any) -> None:
    """What is no such text, or ends before it begins, is refused."""
    with pytest.raises(kp.errors.InvalidValue, match=r'"2025–2026" or "2025"|2026 or later'):
        kp.Term.parse(text)


class Index:
    """A whole number of another library, such as numpy's."""

    def __index__(self) -> int:
        return 14


def test_whole_numbers_of_another_library() -> None:
    """A whole number is one, whoever made it; True is none."""
    assert kp.Period.days(Index()) == kp.Period.days(14)  # type: ignore[arg-type]
    assert type(kp.Period.days(Index()).length) is int  # type: ignore[arg-type]
    with pytest.raises(kp.errors.InvalidPeriod):
        kp.Period.days(True)
    with pytest.raises(kp.errors.InvalidValue):
        kp.Term(2025.0)  # type: ignore[arg-type]


@pytest.mark.parametrize("text", ["KAJDno-2024-1799", "Dnro 12/2024", "Dnr 12/2024", "12/2024"])
def test_record_id_as_a_text(text: str) -> None:
    """A record number given as a text is parsed."""
    made = kp.Decision(kind=kp.DocumentKind.DECISION, record_id=text)
    assert made.record_id == kp.RecordId.parse(text)
    assert made.record_id.year == 2024


HOURS = [
    ("klo 8.00–16.00; juhlapyhien aattoina ja perjantaisin klo 8.00–15.00",
     "ma–to 8.00–16.00; pe 8.00–15.00; aatto 8.00–15.00"),
    ("ma–to 8–16, pe 8–14", "ma–to 8.00–16.00; pe 8.00–14.00"),
    ("ma-to klo 8-16 ja pe klo 8-14", "ma–to 8.00–16.00; pe 8.00–14.00"),
    ("maanantaista torstaihin klo 8–16 sekä perjantaisin klo 8–14.",
     "ma–to 8.00–16.00; pe 8.00–14.00"),
    ("arkisin klo 8–16", "ma–pe 8.00–16.00"),
    ("Avoinna arkipäivisin kello 9.00–15.00", "ma–pe 9.00–15.00"),
    ("vardagar kl. 8–16", "ma–pe 8.00–16.00"),
    ("måndag till torsdag kl. 8–16 och fredagar kl. 8–14", "ma–to 8.00–16.00; pe 8.00–14.00"),
    ("kl. 8.00–16.00; på helgdagsaftnar och fredagar kl. 8.00–15.00",
     "ma–to 8.00–16.00; pe 8.00–15.00; aatto 8.00–15.00"),
    ("mån-tors 8-16, fre stängt", "ma–to 8.00–16.00"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "hours"), HOURS)
def test_hours_as_printed(text: str, hours: str) -> None:
    """
    Hours are read as an instruction prints them, in Finnish and in Swedish.
    """
    assert str(kp.OfficeHours.parse(text)) == hours
    assert str(kp.OfficeHours.parse(hours)) == hours


@pytest.mark.parametrize(
    "text",
    [
        "ma klo 9–12 ja 13–16",
        "ma–pe 8–16, 9–15",
        "ma–pe 8–16 la 9–12",
        "klo 8–16 ma–to",
        "ma–pe 8–16, kesällä 8–15",
        "ma–pe 8–16 (kesällä suljettu)",
        "juhlapyhien 8–15",
        "1.7.–31.7. 9–15",
        "",
    ],
)
def test_hours_that_two_readings_have(text: str) -> None:
    """
    What could be read two ways, or in part only, is refused and never half read.
    """
    with pytest.raises(kp.errors.InvalidHours, match="hours must read like"):
        kp.OfficeHours.parse(text)


def test_members_as_texts() -> None:
    """
    A text in the law's own words stands for the member, in any case of letters.
    """
    made = kp.Decision(
        kind="PÄÄTÖS",
        outcome=" Hyväksytty ",
        maker=kp.Organ("Kunnanhallitus", "kunnanhallitus"),
        appeals=[
            kp.AppealInstruction(
                remedy="Oikaisuvaatimus",
                starts_from="tiedoksisaanti",
                subject="hankinta",
                entitled=["asianosainen", kp.Entitled.MEMBER],
                form=["kirjallinen"],
                contents=["perusteet"],
                attachments=["päätös"],
                presumptions=[kp.instruction.Presumption("kirje", 7, rebuttable=True)],
            ),
            kp.AppealProhibition("valmistelu"),
        ],
        membership=kp.Membership(network="Verkosto", action="liittyy", kind="hanke"),
    )
    assert made == kp.Decision(
        kind=kp.DocumentKind.DECISION,
        outcome=kp.Outcome.APPROVED,
        maker=kp.Organ("Kunnanhallitus", kp.MakerKind.BOARD),
        appeals=[
            kp.AppealInstruction(
                remedy=kp.RemedyKind.ADMINISTRATIVE_REVIEW,
                starts_from=kp.remedy.StartingEvent.NOTICE,
                subject=kp.Subject.PROCUREMENT,
                entitled=[kp.Entitled.PARTY, kp.Entitled.MEMBER],
                form=[kp.instruction.Form.WRITTEN],
                contents=[kp.instruction.Content.GROUNDS],
                attachments=[kp.instruction.Attachment.DECISION],
                presumptions=[kp.instruction.Presumption(kp.NoticeKind.LETTER, 7, rebuttable=True)],
            ),
            kp.AppealProhibition(kp.remedy.ProhibitionGround.PREPARATION),
        ],
        membership=kp.Membership(
            network="Verkosto",
            action=kp.membership.MembershipAction.JOINS,
            kind=kp.membership.MembershipKind.PROJECT,
        ),
    )


@pytest.mark.parametrize("given", ["asianosainen", 5, ["asianosainenkin"]])
def test_no_members(given: Any) -> None:
    """One text is not several, and an unknown one is refused with those near it."""
    with pytest.raises(kp.errors.InvalidValue, match=r"entitled must be (several|a) Entitled"):
        kp.AppealInstruction(remedy="valitus", entitled=given)


def test_whole_euros() -> None:
    """A whole number of euros is exact, numpy's too; a bool and a float are none."""
    assert kp.money.euros(12_000) == kp.money.euros(Index()) * 1000 - 2000  # type: ignore[arg-type]
    assert kp.membership.Charge(500) == kp.membership.Charge(kp.Amount.at_most(500).euros)
    for given in (True, 500.0):
        with pytest.raises(kp.errors.InvalidAmount):
            kp.decision.Cost(amount=given)  # type: ignore[arg-type]


def test_remedies_by_their_words() -> None:
    """What is known of a decision is given in the law's words too."""
    assert kp.available_remedies("päätös", "Kunnanhallitus", DAY) == BY_LAW
    with pytest.raises(
        kp.errors.InvalidValue, match=r"maker must be a MakerKind, such as 'lautakunta'"
    ):
        kp.available_remedies("päätös", "lautakunat", DAY)


def test_inhabitants_of_another_library() -> None:
    """A population is a whole number, whoever made it."""
    assert FeeFacts(population=Index()).population == 14


@pytest.mark.parametrize(
    ("given", "mend"),
    [
        pytest.param(datetime(2025, 1, 10), r", as date\(2025, 1, 10\); got", id="a midnight"),  # noqa: DTZ001
        pytest.param(datetime(2025, 1, 10, 12), r"time of day; got", id="noon"),  # noqa: DTZ001
        pytest.param(
            datetime(2025, 1, 10, 23, tzinfo=UTC), r"time of day; got", id="the next day in Finland"
        ),
        pytest.param("2025-01-10", r", as date\(2025, 1, 10\); got", id="a text"),
        pytest.param(20250110, r"time of day; got", id="a number"),
    ],
)
def test_the_day_that_is_meant(given: Any, mend: str) -> None:
    """
    A day is named as the mend only where no other can be meant.
    """
    for call in (kp.Notice.letter, kp.is_workday, lambda day: kp.decision.Handling(on=day)):
        with pytest.raises(kp.errors.NotADay, match=mend):
            call(given)


def test_days_of_other_libraries() -> None:
    """The days of numpy and pandas are refused alike everywhere, with the day to write."""
    numpy = pytest.importorskip("numpy", reason="numpy is not installed")
    pandas = pytest.importorskip("pandas", reason="pandas is not installed")
    for given in (numpy.datetime64("2025-01-10"), pandas.Timestamp("2025-01-10")):
        for call in (
            kp.Notice.letter,
            kp.is_workday,
            kp.office_hours.eve,
            kp.remedy.remedies,
            kp.Period.days(14).after,
            kp.OfficeHours.state().closings,
            lambda day: kp.last_day(day, kp.Period.days(14)),
            lambda day: kp.Decision(kind="päätös", decided_on=day),
        ):
            with pytest.raises(kp.errors.NotADay, match=r", as date\(2025, 1, 10\); got"):
                call(given)
