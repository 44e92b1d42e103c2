"""
A picture says in shapes and in words what a deadline says in code.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, time, timedelta
from xml.etree import ElementTree as ET

import pytest
from usual import FORTNIGHT, HOURS, LETTER, MINUTES

import kuntapaatos as kp
from kuntapaatos.io import notebook
from kuntapaatos.io.notebook.lanes import Role, lanes_of
from kuntapaatos.io.wording.voice import Voice
from kuntapaatos.law import KUNTALAKI

SVG = "{http://www.w3.org/2000/svg}"
LANGUAGES = ("fi", "sv", "en")

Tracks = Sequence[kp.Deadline | kp.final.NotStarted]


def texts(svg: str) -> list[str]:
    """Return the texts of a well-formed drawing, in its order."""
    return [
        (found.text or "").replace("\u00a0", " ") for found in ET.fromstring(svg).iter(f"{SVG}text")
    ]


def spans(deadline: kp.Deadline) -> list[tuple[str, date, date, str]]:
    """Return the days of a single clock by their roles, with what stands in them."""
    (lane,) = lanes_of(deadline, Voice("fi")).lanes
    return [(span.role.name, span.first, span.last, span.text) for span in lane.spans]


def said(deadline: kp.Deadline, language: str = "fi") -> list[str]:
    """Return the sentences of the description."""
    return notebook.picture(deadline, language=language).description.split(". ")


# --- what is drawn -------------------------------------------------------------------------


def test_the_days_of_a_deadline() -> None:
    """
    Published, received, each day of the period, the last day and its closing time.
    """
    assert spans(kp.count_deadline(MINUTES, FORTNIGHT, HOURS)) == [
        ("TOLD", date(2024, 12, 13), date(2024, 12, 13), ""),
        ("WAITING", date(2024, 12, 14), date(2024, 12, 19), ""),
        ("NOTIFIED", date(2024, 12, 20), date(2024, 12, 20), ""),
        ("COUNTED", date(2024, 12, 21), date(2025, 1, 3), ""),
        ("LAST", date(2025, 1, 3), date(2025, 1, 3), "15.00"),
    ]


def test_the_days_are_numbered() -> None:
    """
    The days of a period are counted from one; the closing time stands on the last.
    """
    shown = texts(notebook.picture(kp.count_deadline(MINUTES, FORTNIGHT, HOURS)).svg)
    assert shown[:9] == ["ma", "ti", "ke", "to", "pe", "la", "su", "joulu", "2024"]
    january = shown.index("tammi")
    assert shown[january : january + 14] == [
        *("tammi", "2025", "30", "31", "1.1.", "2", "3", "4", "5"),
        *("10", "11", "12", "13", "15.00"),
    ]


def test_a_moved_last_day_has_an_arrow() -> None:
    """
    150/1930 5 §: the last day is moved, and why is said.
    """
    deadline = kp.count_deadline(kp.Notice.letter(date(2024, 12, 3)), FORTNIGHT, HOURS)
    assert ("MOVED", date(2024, 12, 25), date(2024, 12, 27), "") in spans(deadline)
    assert "ti 24.12.2024 on jouluaatto: siirtyy seuraavaan arkipäivään" in said(deadline)
    assert '<path d="M' in notebook.picture(deadline).svg


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (kp.Notice.proven(date(2025, 5, 30)), "la 7.6.2025 on arkilauantai: siirtyy"),
        (kp.Notice.proven(date(2025, 5, 28)), "to 5.6.2025 on"),
    ],
    ids=["a plain Saturday", "a workday"],
)
def test_a_plain_week_end_moves_too(given: kp.Notice, expected: str) -> None:
    """
    A plain Saturday is named as in the act; a workday moves nothing.
    """
    deadline = kp.count_deadline(given, kp.Period.days(8), HOURS)
    moved = any(line.startswith(expected) for line in said(deadline))
    assert moved == (deadline.last_day != deadline.unmoved_last_day)


@pytest.mark.parametrize(
    ("hours", "text", "line"),
    [
        (None, "?", "viimeinen päivä pe 3.1.2025; aukioloaika ei ole tiedossa"),
        ("8-16; pe, aatto 8-15", "15.00", "viimeinen päivä pe 3.1.2025, ennen klo 15.00"),
        (
            "8-16; 3.1.2025 suljettu",
            "kiinni",
            "viimeinen päivä pe 3.1.2025, mutta kirjaamo on auki viimeksi to 2.1.2025 klo 16.00 asti",
        ),
    ],
    ids=["not known", "known", "closed all day"],
)
def test_when_the_last_day_ends(hours: str | None, text: str, line: str) -> None:
    """
    The last day says until when, or that it is not known, or that the office is closed.
    """
    known = None if hours is None else kp.OfficeHours.parse(hours)
    deadline = kp.count_deadline(MINUTES, FORTNIGHT, known)
    assert ("LAST", date(2025, 1, 3), date(2025, 1, 3), text) in spans(deadline)
    assert line in said(deadline)


def test_a_day_that_ends_at_midnight() -> None:
    """
    "During the last day" is until the day ends.
    """
    terms = kp.deadline.CountTerms(remedy=kp.RemedyKind.APPEAL, paper=kp.Cutoff.END_OF_DAY)
    deadline = kp.Deadline(MINUTES, FORTNIGHT, None, terms)
    assert spans(deadline)[-1][3] == "24.00"
    assert "viimeinen päivä pe 3.1.2025, vuorokauden loppuun" in said(deadline)


def test_other_closing_times_are_said() -> None:
    """
    On a disputed eve offices differ: the earliest time is drawn, the other one said.
    """
    deadline = kp.count_deadline(kp.Notice.proven(date(2025, 4, 16)), FORTNIGHT, HOURS)
    assert spans(deadline)[-1][3] == "15.00"
    assert "tulkinnanvarainen: kellonaika voi olla myös 16.00" in said(deadline)
    assert "tulkinnanvaraista: tulkinnanvarainen aatto" in said(deadline)


def test_another_last_day_is_drawn_as_doubt() -> None:
    """
    Where the text states a longer period, the days after the safe one are question marks.
    """
    instruction = kp.AppealInstruction(
        remedy=kp.RemedyKind.ADMINISTRATIVE_REVIEW,
        period=kp.Period.days(30),
        entitled=[kp.Entitled.PARTY, kp.Entitled.MEMBER],
    )
    deadline = kp.appeal_deadline(instruction, MINUTES)
    assert spans(deadline)[-1] == ("DOUBTED", date(2025, 1, 4), date(2025, 1, 20), "")
    assert "tulkinnanvarainen: viimeinen päivä voi olla vasta ma 20.1.2025" in said(deadline)
    assert texts(notebook.picture(deadline).svg).count("?") == 17 + 3


def test_a_notice_that_counts_at_once() -> None:
    """
    Where sending and receiving are one day, or follow each other, nothing waits in between.
    """
    at_once = kp.count_deadline(kp.Notice.handed_over(date(2025, 3, 3)), FORTNIGHT)
    assert [role for role, *_ in spans(at_once)] == ["NOTIFIED", "COUNTED", "LAST"]
    assert said(at_once)[0] == "ma 3.3.2025 tiedoksi: luovuttaminen; tätä päivää ei lueta mukaan"
    proven = kp.Notice.letter(date(2025, 3, 3)).proven_on(date(2025, 3, 4))
    assert [role for role, *_ in spans(kp.count_deadline(proven, FORTNIGHT))][:2] == [
        "TOLD",
        "NOTIFIED",
    ]
    substituted = kp.count_deadline(kp.Notice.substituted(date(2025, 3, 3)), FORTNIGHT)
    assert said(substituted)[0] == "ma 3.3.2025 sijaistiedoksianto"


def test_tracks_stand_side_by_side(tracks: Tracks) -> None:
    """
    Each clock has a lane and a letter; the one that decides carries the day of finality.
    """
    drawn = lanes_of(tracks, Voice("fi"))
    assert [lane.letter for lane in drawn.lanes] == ["A", "B"]
    assert drawn.lanes[0].lines[0].text == "A asianosainen"
    assert drawn.lanes[1].spans[-1].role is Role.FINAL
    assert drawn.lanes[1].spans[-1].first == date(2025, 1, 4)
    assert drawn.lanes[0].spans[-1].role is Role.LAST
    title = notebook.picture(tracks).title
    assert title == "Määräajan päivät: viimeinen päivä ti 31.12.2024, pe 3.1.2025"


def test_equal_clocks_are_one_lane() -> None:
    """
    Parties who were told on the same day have one lane, with their number; letters never end.
    """
    instruction = kp.AppealInstruction(
        remedy=kp.RemedyKind.ADMINISTRATIVE_REVIEW, period=FORTNIGHT, entitled=[kp.Entitled.PARTY]
    )
    letters = [kp.Notice.letter(date(2025, 3, 3) + timedelta(days=day // 2)) for day in range(56)]
    lanes = lanes_of(kp.appeal_deadlines(instruction, letters), Voice("fi")).lanes
    assert [lane.letter for lane in lanes][-3:] == ["Z", "AA", "BB"]
    assert lanes[0].lines[0].text == "A asianosainen, 2 samanlaista"


def test_a_finality_shows_its_day(tracks: Tracks) -> None:
    """
    A known finality draws the clock that decides it.
    """
    shown = notebook.picture(kp.finality(tracks))
    assert "lainvoimainen la 4.1.2025, jos kukaan ei hae muutosta" in shown.description
    assert "<polygon" in shown.svg


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_unknown_finality_says_why(language: str) -> None:
    """
    Without any day there is no calendar, but the reasons in words.
    """
    instruction = kp.AppealInstruction(remedy=kp.RemedyKind.ADMINISTRATIVE_REVIEW, period=FORTNIGHT)
    unknown = kp.finality(kp.appeal_deadlines(instruction, []))
    drawn = notebook.picture(unknown, language=language)
    spoken = Voice(language)
    assert drawn.title == spoken("The days of a time limit")
    assert spoken.term(kp.final.Missing.NOT_TOLD) in drawn.description
    assert spoken.term(kp.final.Missing.NOT_PUBLISHED) in drawn.description
    assert spoken("when the decision is final cannot be counted") in drawn.description
    assert texts(drawn.svg)[0] == "?"


def test_quiet_weeks_of_a_long_period_are_folded() -> None:
    """
    Weeks in which nothing happens are one line; a week with a festival is drawn.
    """
    drawn = notebook.picture(kp.count_deadline(LETTER, kp.Period.months(6)))
    shown = texts(drawn.svg)
    assert "13 viikkoa" in shown
    assert {"18", "20", "29"} <= set(shown)
    assert "18.4. pitkäperjantai" in drawn.description
    assert "1" not in shown[: shown.index("13 viikkoa")]


def test_the_year_is_written_where_it_changes() -> None:
    """
    Also where January is folded away.
    """
    shown = texts(notebook.picture(kp.count_deadline(LETTER, kp.Period.years(2))).svg)
    assert [text for text in shown if re.fullmatch(r"20\d\d", text)] == ["2024", "2025", "2026"]


def test_a_lane_begins_in_its_own_week() -> None:
    """
    A clock that starts later takes no room before.
    """
    later = kp.count_deadline(kp.Notice.letter(date(2025, 1, 7)), FORTNIGHT)
    shown = texts(notebook.picture([kp.count_deadline(LETTER, FORTNIGHT), later]).svg)
    assert shown.index("A") < shown.index("B")
    assert shown[: shown.index("tammi")].count("B") == 0


def test_a_last_day_at_the_end_of_the_supported_years() -> None:
    """
    Days after 2100 complete the week, and are not asked whether they are workdays.
    """
    deadline = kp.count_deadline(kp.Notice.proven(date(2100, 12, 17)), FORTNIGHT)
    assert deadline.last_day == date(2100, 12, 31)
    assert "1.1." in texts(notebook.picture(deadline).svg)


@pytest.mark.parametrize("given", [[], [1], None, "text"], ids=repr)
def test_what_has_no_days_is_refused(given: object) -> None:
    """
    A picture is drawn of deadlines, and of at least one answer.
    """
    with pytest.raises(kp.errors.InvalidValue):
        notebook.picture(given)  # type: ignore[arg-type]


def test_the_closing_time_may_be_stated() -> None:
    """
    A clock time that the instruction names is drawn as it is.
    """
    terms = kp.deadline.CountTerms(remedy=kp.RemedyKind.APPEAL, paper=time(14, 30))
    deadline = kp.Deadline(MINUTES, FORTNIGHT, None, terms)
    assert spans(deadline)[-1][3] == "14.30"


# --- words ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("fi", "viimeinen päivä pe 3.1.2025, ennen klo 15.00"),
        ("sv", "sista dagen fre 3.1.2025, före kl. 15.00"),
        ("en", "last day Fri 3.1.2025, before 15.00"),
    ],
)
def test_languages(language: str, expected: str) -> None:
    """
    A picture speaks Finnish, Swedish or English.
    """
    deadline = kp.count_deadline(MINUTES, FORTNIGHT, HOURS)
    assert expected in notebook.picture(deadline, language=language).description
    assert f'lang="{language}"' in notebook.picture(deadline, language=language).svg


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("fi", "tulkinnanvaraista: tulkinnanvarainen aatto"),
        ("sv", "tolkningsfrågor: tolkningsbar afton"),
        ("en", "in doubt: whether the day is an eve is disputed"),
    ],
)
def test_doubts_are_named_in_each_language(language: str, expected: str) -> None:
    """
    What is open is said in the picture's own language.
    """
    deadline = kp.count_deadline(kp.Notice.proven(date(2025, 4, 16)), FORTNIGHT, HOURS)
    assert expected in said(deadline, language)


@pytest.mark.parametrize("language", ["sv", "en"])
def test_no_finnish_in_another_language(language: str) -> None:
    """
    No Finnish term stands in a Swedish or an English picture, whatever is open about it.
    """
    finnish = {
        *(term.value for kind in (kp.DoubtCode, kp.final.Missing, kp.Track) for term in kind),
    }
    other = Voice(language)
    drawn = [spoken for code in kp.DoubtCode for spoken in [other.term(code)]]
    for notice in (MINUTES, LETTER, kp.Notice.proven(date(2025, 4, 16))):
        deadline = kp.count_deadline(notice, kp.Period.days(90), HOURS)
        drawn.append(notebook.picture(deadline, language=language).svg)
        unknown = kp.finality(
            [
                deadline,
                kp.final.NotStarted(kp.Track.PARTY, kp.final.Missing.NOT_TOLD, KUNTALAKI("139 §")),
            ]
        )
        drawn.append(notebook.picture(unknown, language=language).svg)
    drawn.append(notebook.picture(kp.USO_2025_2026, language=language).svg)
    assert [term for term in finnish if any(term in text for text in drawn)] == []


def test_a_finality_names_every_doubt() -> None:
    """
    What is open about a clock that does not decide is said beside the one that does.
    """
    disputed = kp.count_deadline(kp.Notice.proven(date(2025, 4, 16)), FORTNIGHT, HOURS)
    later = kp.count_deadline(kp.Notice.proven(date(2025, 5, 5)), FORTNIGHT, HOURS)
    final = kp.finality([disputed, later])
    assert final.decided_by == later
    sentence = "tulkinnanvaraista: tulkinnanvarainen aatto"
    assert sentence in notebook.picture(final).description.split(". ")
    both = notebook.picture([disputed, later]).description.split(". ")
    assert both.count(sentence) == 1


@pytest.mark.parametrize("language", ["de", None, 7])
def test_other_languages_are_refused(language: object) -> None:
    """
    Only the three languages are spoken.
    """
    with pytest.raises(kp.errors.InvalidValue):
        notebook.picture(kp.USO_2025_2026, language=language)  # type: ignore[arg-type]
