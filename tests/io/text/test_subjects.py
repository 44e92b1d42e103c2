"""
What a decision is about: told by its heading or the act an instruction names.
"""

from __future__ import annotations

from datetime import date

import pytest

from kuntapaatos.appeal import Presumption, appeal_deadline
from kuntapaatos.errors import InvalidValue
from kuntapaatos.io.report import Known, report
from kuntapaatos.io.text import read
from kuntapaatos.notice import Notice, NoticeKind
from kuntapaatos.remedy import Subject

COURT = (
    "Valitusosoitus\nTähän päätökseen haetaan muutosta kunnallisvalituksella Mallilan "
    "hallinto-oikeudesta.\nValitus on tehtävä 30 päivän kuluessa päätöksen tiedoksisaannista.\n"
)
REVIEW = "Oikaisuvaatimusohje\nOikaisuvaatimus on tehtävä {} päivän kuluessa tiedoksisaannista.\n"


def _decision(title: str, instruction: str) -> str:
    return f"Kunnanvaltuusto 25.9.2025 § 14\n{title}\nPäätös\nHyväksyttiin.\n{instruction}"


@pytest.mark.parametrize(
    ("title", "instruction", "subject"),
    [
        ("Keskustan asemakaavan muutoksen hyväksyminen", COURT, Subject.ZONING),
        ("Rakentamislupa, omakotitalo", REVIEW.format(30), Subject.BUILDING_PERMIT),
        ("Pysäköintivirhemaksu", REVIEW.format(30), Subject.PARKING_CHARGE),
        ("Varhaiskasvatuspaikan myöntäminen", REVIEW.format(30), Subject.EARLY_EDUCATION),
        ("Oppilaaksi ottaminen muuhun kouluun", REVIEW.format(14), Subject.BASIC_EDUCATION),
        # The law has no such remedy in the matter: its heading is about something else.
        ("Keskustan asemakaavan muutoksen hyväksyminen", REVIEW.format(14), None),
        ("Pysäköintivirhemaksu", REVIEW.format(14), None),
        ("Vuokrasopimus", COURT, None),
        (
            "Vuokrasopimus",
            REVIEW.format(30) + "Pysäköinninvalvonnasta annettu laki (727/2011) 15 §.\n",
            Subject.PARKING_CHARGE,
        ),
    ],
)
def test_the_subject(title: str, instruction: str, subject: Subject | None) -> None:
    """
    The heading tells the subject, else the act; only where the law has that remedy there.
    """
    reading = read(_decision(title, instruction))
    (found,) = reading.decision.instructions
    assert found.subject is subject
    told = [fact.value for fact in reading.where("appeals[0].subject")]
    assert told == ([] if subject is None else [subject])


def test_of_two_subjects_none_is_chosen() -> None:
    """
    A heading of two matters leaves the subject open, with both as candidates.
    """
    reading = read(_decision("Rakennuslupa ja pysäköintivirhemaksu", REVIEW.format(30)))
    assert reading.decision.instructions[0].subject is None
    (found,) = reading.where("appeals[0].subject")
    assert found.candidates == (Subject.BUILDING_PERMIT, Subject.PARKING_CHARGE)


def test_one_clock_for_everybody() -> None:
    """
    In zoning everybody's time runs from the publication, and no letter starts it.
    """
    published = "Pöytäkirja on julkaistu 2.10.2025.\n"
    title = "Keskustan asemakaavan muutoksen hyväksyminen"
    reading = read(_decision(title, COURT + published))
    (found,) = reading.decision.instructions
    online = Notice.online_minutes(date(2025, 10, 2))
    assert appeal_deadline(found, online).last_day == date(2025, 11, 10)
    with pytest.raises(InvalidValue, match="kaavoitus"):
        appeal_deadline(found, Notice.letter(date(2025, 10, 20)))
    answer = report(reading, Known(letters=[date(2025, 10, 20)]))
    assert "kaikki (verkkojulkaisu 2.10.2025): ma 10.11.2025" in answer
    assert "26.11.2025" not in answer


EVERYBODY = [
    "Kunnan jäsenen, asianosaisen ja muun valittamaan oikeutetun katsotaan saaneen tiedon",
    "Kunnan jäsenen ja asianosaisen katsotaan saaneen päätöksestä tiedon",
    "Asianosaisen ja kunnan jäsenen katsotaan saaneen päätöksestä tiedon",
    "Kunnan jäsenten ja asianosaisten katsotaan saaneen tiedon päätöksestä",
    "Asianosaisten sekä kunnan jäsenten katsotaan saaneen tiedon",
    "Kunnan jäsenen ja muun valitukseen oikeutetun katsotaan saaneen tiedon",
    "Jokaisen katsotaan saaneen tiedon päätöksestä",
    "Kaikkien katsotaan saaneen tiedon päätöksestä",
    "Muutoksenhakijan katsotaan saaneen tiedon päätöksestä",
    "Valittamaan oikeutetun katsotaan saaneen päätöksestä tiedon",
]
ALLA = [
    "Kommunmedlemmar och parter anses ha fått del av beslutet",
    "En part och en kommunmedlem anses ha fått del av beslutet",
    "Parterna och kommunmedlemmarna anses ha fått del av beslutet",
    "Var och en anses ha fått del av beslutet",
    "Alla anses ha fått del av beslutet",
    "Ändringssökanden anses ha fått del av beslutet",
]


@pytest.mark.parametrize("who", [*EVERYBODY, *ALLA])
def test_a_text_that_counts_for_everybody(who: str) -> None:
    """
    Where the text puts the parties on the clock of the publication, no letter starts their time.
    """
    swedish = who in ALLA
    if swedish:
        told = f"{who} sju dagar efter att protokollet publicerades i datanätet.\n"
        text = (
            "Besvärsanvisning\nÄndring i detta beslut söks genom kommunalbesvär hos Malla "
            f"förvaltningsdomstol.\nBesvär ska anföras inom 30 dagar från delfåendet.\n{told}"
        )
    else:
        told = f"{who} seitsemän päivän kuluttua siitä, kun pöytäkirja on nähtävänä verkossa.\n"
        text = _decision("Vuokrasopimus", f"{COURT}{told}Pöytäkirja on julkaistu 2.10.2025.\n")
    (found,) = read(text).decision.instructions
    assert found.presumptions == (Presumption(NoticeKind.ONLINE_MINUTES, 7, False, everybody=True),)
    online = Notice.online_minutes(date(2025, 10, 2))
    assert appeal_deadline(found, online).last_day == date(2025, 11, 10)
    with pytest.raises(InvalidValue, match="everybody's time"):
        appeal_deadline(found, Notice.letter(date(2025, 10, 20)))
    if not swedish:
        answer = report(read(text), Known(letters=[date(2025, 10, 20)]))
        assert "kaikki (verkkojulkaisu 2.10.2025): ma 10.11.2025" in answer
        assert "7 päivää pöytäkirjan julkaisemisesta verkossa, jokaisen" in answer
        assert "26.11.2025" not in answer


@pytest.mark.parametrize(
    "told",
    [
        (
            "Kunnan jäsenen katsotaan saaneen tiedon seitsemän päivän kuluttua siitä, kun pöytäkirja "
            "on nähtävänä verkossa."
        ),
        (
            "Asianosaisen katsotaan saaneen tiedon seitsemän päivän kuluttua kirjeestä ja kunnan "
            "jäsenen seitsemän päivän kuluttua siitä, kun pöytäkirja on nähtävänä verkossa."
        ),
    ],
)
def test_a_text_that_counts_for_members(told: str) -> None:
    """
    What a text tells of the members alone leaves the parties' time to their letter.
    """
    (found,) = read(_decision("Vuokrasopimus", COURT + told)).decision.instructions
    assert not any(presumption.everybody for presumption in found.presumptions)
    assert appeal_deadline(found, Notice.letter(date(2025, 10, 20))).last_day == date(2025, 11, 26)


def test_a_permit_is_announced() -> None:
    """
    A permit's time runs from its announcement, and no letter starts it.
    """
    text = _decision("Rakentamislupa, omakotitalo", REVIEW.format(30))
    answer = report(read(text), Known(published=date(2025, 10, 2), letters=[date(2025, 10, 20)]))
    assert "kaikki (" in answer
    assert "kirje" not in answer


def test_a_way_that_starts_nothing() -> None:
    """
    Where a way of notice does not start the time, the report says so.
    """
    text = _decision("Rakentamislupa, omakotitalo", REVIEW.format(30))
    answer = report(read(text), Known(published=date(2025, 9, 2)))
    assert "vasta tiedoksiannon jälkeen" in answer
