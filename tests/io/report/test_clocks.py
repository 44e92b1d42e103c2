"""
Which clocks a remedy has, from which day each is counted, and what is not counted.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time

import pytest
from attrs import evolve

from kuntapaatos import (
    AppealInstruction,
    AppealProhibition,
    Cutoff,
    Decision,
    DocumentKind,
    Entitled,
    NoticeKind,
    OfficeHours,
    Period,
    Provision,
    RemedyKind,
    Subject,
)
from kuntapaatos.decision import CertifiedExtract
from kuntapaatos.instruction import Presumption
from kuntapaatos.io.report import Known, parse_moment
from kuntapaatos.io.text import Found, Reading, Span
from kuntapaatos.remedy import ProhibitionGround, StartingEvent

Lines = Callable[..., list[str]]
Decided = Callable[..., Decision]

LETTER = Known(letters=[date(2024, 12, 10)])
ROW = "asianosainen kirje 10.12.2024* 17.12.2024 ti 31.12.2024"


def starting_with(found: list[str], start: str) -> str:
    """Return the only line that starts so."""
    (line,) = (line for line in found if line.startswith(start))
    return line


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("Hyväksytään.\nPöytäkirja julkaistu 13.12.2024.", "Pöytäkirja julkaistu 13.12.2024."),
        ("Pöytäkirja julkaistu:\n\n13.12.2024\nOte", "Pöytäkirja julkaistu: 13.12.2024"),
    ],
    ids=["on one line", "under its label"],
)
def test_stated_is_not_proven(
    lines: Lines, decided: Decided, review: AppealInstruction, page: str, words: str
) -> None:
    """
    A publication that the document states, without an earlier extract, is not proven either.
    """
    at = page.index("13.12.2024")
    found = (Found("published_on", date(2024, 12, 13), Span(at, at + 10)),)
    reading = Reading(decided(review, published_on=date(2024, 12, 13)), found, (), page)
    assert starting_with(lines(reading), "Alkamispäivä") == (
        f"Alkamispäivä asiakirjan ilmoittama: ”{words}”. "
        "Asiakirja ilmoittaa julkaisemisen, ei näytä sitä."
    )


def test_nothing_to_quote(lines: Lines, decided: Decided, review: AppealInstruction) -> None:
    """
    A publication without a place in a text has no sentence to quote.
    """
    extract = CertifiedExtract(on=date(2024, 12, 20))
    stated = decided(review, published_on=date(2024, 12, 13), extract=extract)
    fact = starting_with(lines(stated), "Alkamispäivä")
    assert fact.startswith("Alkamispäivä asiakirjan ilmoittama. Asiakirja ilmoittaa")


def test_a_proposal_has_no_clock(lines: Lines, decided: Decided, review: AppealInstruction) -> None:
    """
    Where nothing was decided no time runs, whatever an agenda says of publication.
    """
    agenda = {"kind": DocumentKind.AGENDA_ITEM, "published_on": date(2024, 12, 13)}
    found = lines(decided(review, **agenda))
    assert "Asiakirja esityslistan asia: ehdotus, mitään ei ole vielä päätetty" in found
    not_decided = "Asiakirja on ehdotus: mitään ei ole vielä päätetty, joten määräaika ei kulu."
    assert not_decided in found
    assert f"- {not_decided}" in found
    assert "kunnan jäsen verkkojulkaisu ei tiedossa – – –" in found


def test_only_parties(lines: Lines, decided: Decided, review: AppealInstruction) -> None:
    """
    Where the instruction names only parties, the members have no clock.
    """
    found = lines(decided(evolve(review, entitled=[Entitled.PARTY])))
    assert not any(line.startswith("kunnan jäsen") for line in found)


@pytest.mark.parametrize(
    ("remedy", "has"),
    [(RemedyKind.ADMINISTRATIVE_REVIEW, True), (RemedyKind.OBJECTION, False)],
)
def test_nobody_is_named_as_entitled(
    lines: Lines, decided: Decided, review: AppealInstruction, remedy: RemedyKind, has: bool
) -> None:
    """
    Kuntalaki 137 §: a member has an oikaisuvaatimus also where the text names nobody.
    """
    found = lines(decided(evolve(review, remedy=remedy, entitled=())))
    assert any(line.startswith("kunnan jäsen verkkojulkaisu") for line in found) is has


def test_procurement(lines: Lines, decided: Decided) -> None:
    """
    Hankintalaki 127 §: an electronic notice counts on the day it is sent.
    """
    correction = AppealInstruction(remedy=RemedyKind.PROCUREMENT_CORRECTION, period=Period.days(14))
    found = lines(decided(correction), Known(emails=[date(2025, 3, 3)], letters=[date(2025, 3, 3)]))
    assert "asianosainen sähköinen viesti 3.3.2025* 3.3.2025 ma 17.3.2025 ? !" in found
    assert "asianosainen kirje 3.3.2025* 10.3.2025 ma 24.3.2025 ? !" in found
    assert any("saantipäivä itse (Hankintalaki 127 §)" in line for line in found)


def test_an_invoice(lines: Lines, decided: Decided, hours: OfficeHours) -> None:
    """
    A period from the receipt of an invoice has one clock, from that day.
    """
    objection = AppealInstruction(
        remedy=RemedyKind.OBJECTION, period=Period.days(14), starts_from=StartingEvent.INVOICE
    )
    found = lines(decided(objection), Known(receipts=[date(2025, 3, 3)], hours=hours))
    assert "Määräaika 14 päivää; alkaa: laskun saaminen" in found
    assert "asianosainen lasku 3.3.2025* 3.3.2025 ma 17.3.2025 16.00 !" in found
    assert not any(line.startswith("asianosainen kirje") for line in found)


def test_what_starts_no_such_period(lines: Lines, decided: Decided) -> None:
    """
    A dismissal on economic grounds is counted from the end of the notice period, not a letter.
    """
    dismissal = AppealInstruction(
        remedy=RemedyKind.ADMINISTRATIVE_REVIEW,
        period=Period.days(14),
        entitled=[Entitled.PARTY],
        subject=Subject.DISMISSAL_ECONOMIC,
    )
    found = lines(decided(dismissal), LETTER)
    assert (
        "- asianosainen, kirje: ei laskettu: tällainen tiedoksianto ei aloita tätä määräaikaa"
        in found
    )


def test_another_beginning(lines: Lines, decided: Decided, review: AppealInstruction) -> None:
    """
    A period that runs from something else than a notice is not counted here.
    """
    found = lines(decided(evolve(review, starts_from=StartingEvent.GIVEN)), LETTER)
    said = " ".join(found)
    assert "Määräaikaa ei laskettu: ohjeen mukaan se ei ala tiedoksisaannista." in said
    assert "Kenen" not in said
    assert "- oikaisuvaatimus: ei laskettu, sillä aika ei ala tiedoksisaannista" in found


def test_an_announcement(lines: Lines, decided: Decided, review: AppealInstruction) -> None:
    """
    Hallintolaki 62 a §: a public announcement reaches everybody on the seventh day.
    """
    announced = evolve(
        review,
        period=Period.days(30),
        entitled=[Entitled.PARTY],
        presumptions=[
            Presumption(NoticeKind.ANNOUNCEMENT, 7, False),
            Presumption(NoticeKind.RECEIPT, 0, True),
        ],
    )
    found = lines(decided(announced), Known(published=date(2021, 9, 2)))
    assert "kaikki kuulutus 2.9.2021* 9.9.2021 ma 11.10.2021 16.00" in found
    assert "asianosainen saantitodistus ei tiedossa – – –" in found
    assert starting_with(found, "Lainvoima").startswith("Lainvoima aikaisintaan 12.10.2021, jos ")
    assert "aiemmin" not in starting_with(found, "Varhaisin hetki")


def test_a_stated_presumption(lines: Lines, decided: Decided, review: AppealInstruction) -> None:
    """
    A day of notice that only the text states has no section behind it, and is doubtful.
    """
    stated = evolve(review, presumptions=[Presumption(NoticeKind.LETTER, 3, True)])
    found = lines(decided(stated), LETTER)
    assert "asianosainen kirje 10.12.2024* 13.12.2024 pe 27.12.2024 15.00 !" in found
    assert any("13.12.2024, olettama" in line and "ohjeen mukaan" in line for line in found)
    open_ = starting_with(found, "Epävarmaa")
    assert "27.12.2024" in open_
    assert "31.12.2024" in open_


def test_a_stated_period(lines: Lines, decided: Decided, review: AppealInstruction) -> None:
    """
    A stated period that differs from the law's shows every candidate; the earliest counts.
    """
    longer = decided(evolve(review, period=Period.days(30)))
    found = lines(longer, Known(published=date(2024, 12, 13)))
    assert "kunnan jäsen verkkojulkaisu 13.12.2024* 20.12.2024 pe 3.1.2025 15.00 !" in found
    assert "! tulkinnanvarainen: ks. alla" in found
    open_ = starting_with(found, "Epävarmaa")
    assert "3.1.2025 (laki, Kuntalaki 138 §)" in open_
    assert "20.1.2025 (ohje)" in open_
    assert "uusi ohje pyydettäessä (Hallintolaki 49 §, KHO:2024:22)" in open_
    later = Known(published=date(2024, 12, 13), at=parse_moment("2025-01-10 12"))
    assert starting_with(lines(longer, later), "Tilanne").endswith(
        "tulkinnanvarainen: toimita nyt ja kysy kirjaamosta"
    )


def test_no_period(lines: Lines, decided: Decided, review: AppealInstruction) -> None:
    """
    An instruction without a period gives no last day.
    """
    silent = evolve(review, period=None, starts_from=StartingEvent.NOTICE)
    found = lines(decided(silent, published_on=date(2024, 12, 13)))
    assert "Määräaika ohje ei ilmoita; alkaa: tiedoksisaanti" in found
    assert "- kunnan jäsen, verkkojulkaisu: ei laskettu: ohje ei ilmoita määräaikaa" in found
    assert (
        "- oikaisuvaatimus, kunnan jäsen: ei laskettavissa; ohje ei ilmoita määräaikaa"
    ) in found


@pytest.mark.parametrize(
    ("known", "why"),
    [
        (
            Known(emails=[date(2005, 3, 1)]),
            "tälle tiedoksiantotavalle ei tunneta sääntöä päivältä 1.3.2005",
        ),
        (
            Known(letters=[date(2100, 12, 28)]),
            "päivä on tuettujen vuosien 1992–2100 ulkopuolella",
        ),
    ],
    ids=["before the rule", "after the last year"],
)
def test_beyond_the_rules(
    lines: Lines, decided: Decided, review: AppealInstruction, known: Known, why: str
) -> None:
    """
    A day that no rule covers is told to be so.
    """
    assert any(line.endswith(f"ei laskettu: {why}") for line in lines(decided(review), known))


def test_closed_on_the_last_day(lines: Lines, decided: Decided, review: AppealInstruction) -> None:
    """
    A registry that is closed on the last day was last open before it.
    """
    closed = evolve(LETTER, hours=OfficeHours.parse("8-16; 31.12.2024 suljettu"))
    found = lines(decided(review), closed)
    assert f"{ROW} ks. !" in found
    assert any(
        line.startswith("Varmin hetki perillä ma 30.12.2024 ennen klo 16.00") for line in found
    )


@pytest.mark.parametrize(
    ("paper", "expected"),
    [
        (
            Cutoff.END_OF_DAY,
            [f"{ROW} 24.00", "Viimeisenä päivänä vuorokauden päättymiseen asti"],
        ),
        (
            Cutoff.OFFICE_CLOSE,
            [f"{ROW} 15.00", "Sähköisesti perillä ti 31.12.2024 ennen klo 24.00"],
        ),
    ],
    ids=["both channels", "one channel"],
)
def test_until_the_day_ends(
    lines: Lines,
    decided: Decided,
    review: AppealInstruction,
    paper: Cutoff,
    expected: list[str],
) -> None:
    """
    Midnight is 24.00 of the last day.
    """
    longer = evolve(review, paper_cutoff=paper, electronic_cutoff=Cutoff.END_OF_DAY)
    found = lines(decided(longer), LETTER)
    for line in expected:
        assert line in found


def test_a_stated_hour(lines: Lines, decided: Decided, review: AppealInstruction) -> None:
    """
    An hour that the text names closes the day although nobody knows the office's hours.
    """
    named = evolve(review, deliver_to=None, paper_cutoff=time(15), electronic_cutoff=time(15))
    found = lines(decided(named), LETTER)
    assert f"{ROW} 15.00" in found
    assert "Varmin hetki perillä ti 31.12.2024 ennen klo 15.00; postittaminen ei riitä" in found
    assert "Viimeisenä päivänä ennen klo 15.00" in found


def test_a_court(lines: Lines, decided: Decided, hours: OfficeHours) -> None:
    """
    A court's hours are the state's, whatever was given for a registry (KHO:2024:118).
    """
    appeal = AppealInstruction(
        remedy=RemedyKind.MUNICIPAL_APPEAL,
        period=Period.days(30),
        paper_cutoff=Cutoff.OFFICE_CLOSE,
    )
    found = lines(decided(appeal), evolve(LETTER, hours=hours))
    assert "Aukiolo ma–pe klo 8.00–16.15 (tuomioistuimen aukiolo on laissa, ei tekstissä)" in found
    assert "asianosainen kirje 10.12.2024* 17.12.2024 to 16.1.2025 16.15" in found
    assert any("valtion virastojen yleinen" in line for line in found)


def test_hours_without_an_office(
    lines: Lines, decided: Decided, review: AppealInstruction, hours: OfficeHours
) -> None:
    """
    Hours can be given for an instruction that names no office.
    """
    nowhere = evolve(review, deliver_to=None)
    found = lines(decided(nowhere), evolve(LETTER, hours=hours))
    assert f"{ROW} 15.00" in found
    assert "Päättää ohje ei ilmoita" in found
    assert "Toimitetaan ohje ei ilmoita, mihin" in found
    assert starting_with(found, "Aukiolo").endswith("(annettu valinnalla --hours; ei tekstissä)")


def test_several(lines: Lines, decided: Decided, review: AppealInstruction) -> None:
    """
    Every instruction and prohibition has a section of its own, and a number.
    """
    ban = AppealProhibition(
        ProhibitionGround.PREPARATION, (Provision("Kuntalaki", "410/2015", "136 §"),)
    )
    party = evolve(review, entitled=[Entitled.PARTY], period=Period.days(30))
    found = lines(decided(review, party, ban), evolve(LETTER, published=date(2024, 12, 13)))
    for line in (
        "Muutoksenhaku: oikaisuvaatimus (1/3)",
        "Muutoksenhaku: oikaisuvaatimus (2/3)",
        "Muutoksenhakukielto (3/3)",
        "Tekstin mukaan muutosta ei saa hakea. Peruste: päätös koskee vain valmistelua",
        "(Kuntalaki 136 §).",
        "- muutosta ei saa hakea: päätös koskee vain valmistelua",
    ):
        assert line in found
    finals = [line for line in found if line.startswith("Lainvoima")]
    assert len(finals) == 2
    assert all(line.startswith("Lainvoima tämän keinon osalta aikaisintaan") for line in finals)
