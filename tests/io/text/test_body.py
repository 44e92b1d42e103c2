"""
The body of a decision, what follows it, and what does not agree.
"""

from __future__ import annotations

from datetime import date

import pytest

from kuntapaatos.decision import (
    CertifiedExtract,
    Contact,
    Decision,
    DocumentKind,
    Handling,
    Outcome,
)
from kuntapaatos.io.text import ProblemCode, Reading, read


def decision_of(text: str) -> Decision:
    """Return what a text says."""
    return read(text).decision


def codes(reading: Reading) -> set[object]:
    """Return the codes of what does not agree."""
    return {problem.code for problem in reading.problems}


@pytest.mark.parametrize(
    ("line", "presenter"),
    [
        ("Esittelijä\nkansliapäällikkö\nAino Esimerkki", "kansliapäällikkö"),
        ("Esittelijä\nAino Esimerkki\nkansliapäällikkö", "kansliapäällikkö"),
        ("Esittelijät\nAino Esimerkki  - kaupunginjohtaja", "kaupunginjohtaja"),
        ("Esittelijä: Aino Esimerkki, johtava asiantuntija", "johtava asiantuntija"),
        ("Esittelijä: Vs. kaupunginjohtaja Aino Esimerkki", "Vs. kaupunginjohtaja"),
        ("Esittelijä: Aino Maria Esimerkki kaupunginjohtaja", "kaupunginjohtaja"),
        ("Esittelijä\nKaupunginhallitus", None),
        ("Esittelijä\na\nb\nc\nd", None),
        ("Kaupunginjohtaja Aino Esimerkki:", "Kaupunginjohtaja"),
        ("Kaupunginjohtaja Aino Esimerkki 5.2.2024:", None),
    ],
)
def test_presenters(line: str, presenter: str | None) -> None:
    """
    The presenter's office, in any order with the name, which is never read.
    """
    text = f"Kaupunginhallitus 1.2.2024 § 3\n{line}\nEhdotus\nOstetaan.\nPäätös\nHyväksyttiin."
    assert decision_of(text).presenter == presenter


@pytest.mark.parametrize(
    ("label", "presenter"),
    [
        ("Kaupunginjohtajan ehdotus", "Kaupunginjohtaja"),
        ("KUNNANJOHTAJAN EHDOTUS", "Kunnanjohtaja"),
        ("Kansliapäällikön ehdotus", "Kansliapäällikkö"),
        ("Kaupunginarkkitehdin ehdotus", "Kaupunginarkkitehti"),
        ("Kaupungingeodeetin ehdotus", "Kaupungingeodeetti"),
        ("Stadsdirektörens förslag", "Stadsdirektören"),
        ("Bildningschefens förslag", "Bildningschefen"),
        ("Tekniska direktörens förslag", "Tekniska direktören"),
        ("Lautakunnan ehdotus", None),
    ],
)
def test_presenters_in_labels(label: str, presenter: str | None) -> None:
    """
    A label such as "the mayor's proposal" names the presenter's office.
    """
    assert decision_of(f"{label}\nOstetaan.\nPäätös\nHyväksyttiin.").presenter == presenter


def test_the_outcome_may_stand_in_the_handling() -> None:
    """
    Without a resolution the handling says what came of the proposal.
    """
    text = "Kunnanhallitus 1.2.2024 § 3\nEhdotus\nOstetaan.\nKäsittely\n{}"
    tabled = decision_of(text.format("Asia jätettiin pöydälle."))
    assert (tabled.outcome, tabled.kind) == (Outcome.TABLED, DocumentKind.MINUTES_ITEM)
    assert decision_of(text.format("Keskusteltiin.")).outcome is None


def test_the_resolution_may_lack_a_label() -> None:
    """
    A line of its own after the proposal is the resolution.
    """
    text = "Kunnanhallitus 1.2.2024 § 3\nEhdotus\nOstetaan auto kunnalle.\n\nHyväksyttiin.\n"
    decision = decision_of(text)
    assert (decision.resolution, decision.outcome) == ("Hyväksyttiin.", Outcome.APPROVED)
    assert decision_of(text.replace("Hyväksyttiin.", "Keskusteltiin.")).resolution is None


def test_a_changed_proposal_counts() -> None:
    """
    The proposal as it was changed in the meeting is the one decided on.
    """
    text = "Päätösehdotus\nA on ensin.\nMuutettu päätösehdotus\nB on sitten.\nPäätös\nHyväksyttiin."
    assert decision_of(text).proposal == "B on sitten."


def test_a_word_at_the_top_is_no_resolution() -> None:
    """
    "Päätös" above the head only names the kind of document.
    """
    decision = decision_of("Päätös\nTekninen lautakunta 1.2.2024 § 3\nTie\nPäätös\nHyväksyttiin.")
    assert decision.resolution == "Hyväksyttiin."


def test_earlier_handlings() -> None:
    """
    A list of earlier handlings, with or without days, and a support in the text.
    """
    text = (
        "Päätöshistoria\nKunnanvaltuusto 9.1.2017 § 19, kaava\nTekninen ltk, § 5, 2.2.2016\n"
        "Lupajaos § 7\nmuu rivi\nKuvaus\nTekninen lautakunta puoltaa hanketta (5.5.2016 § 8).\n"
        "Päätös\nHyväksyttiin."
    )
    assert decision_of(text).handlings == (
        Handling(by="Kunnanvaltuusto", on=date(2017, 1, 9), section="19"),
        Handling(by="Tekninen ltk", on=date(2016, 2, 2), section="5"),
        Handling(by="Lupajaos", section="7"),
        Handling(
            by="Tekninen lautakunta", on=date(2016, 5, 5), section="8", outcome="puoltaa hanketta"
        ),
    )


@pytest.mark.parametrize(
    ("line", "on"),
    [
        ("Julkaistu: 5.2.2024", date(2024, 2, 5)),
        ("Nähtävänäolo: 5.2.2024 - 26.2.2024", date(2024, 2, 5)),
        ("Pöytäkirja on pidetty nähtävänä kunnan verkkosivuilla 5.2.2024.", date(2024, 2, 5)),
        ("Protokollet har publicerats på webbplatsen 5.2.2024", date(2024, 2, 5)),
        ("Nähtävänäolo: ei julkaista", None),
        ("Asemakaava on nähtävänä 5.2.2024 alkaen.", None),
        ("Pöytäkirja on nähtävänä 5.2.2024.\n\nPäätös on julkaistu 9.2.2024.", None),
        ("Jäsenen katsotaan saaneen tiedon, kun pöytäkirja on julkaistu.\n\nTehty 5.2.2024", None),
        ("Pöytäkirja on julkaistu, ja tieto katsotaan saaduksi 5.2.2024.", None),
    ],
)
def test_publication(line: str, on: date | None) -> None:
    """
    The day the decision was published, not one when something else was.
    """
    assert decision_of(f"Päätös\nOstetaan auto.\n\n{line}").published_on == on


def test_publication_of_an_earlier_handling() -> None:
    """
    The publication of an earlier handling is not this decision's.
    """
    text = (
        "Tekninen lautakunta 1.2.2024 § 3\nPäätös\nHyväksyttiin.\n"
        "Pöytäkirja on julkaistu 5.2.2024.\nOtteen oikeaksi todistaa\n6.2.2024\n"
        "Kunnanhallitus 9.2.2024 § 9\nPäätös\nHyväksyttiin.\n"
    )
    decision = decision_of(text)
    assert decision.published_on is None
    assert decision.extract is None


@pytest.mark.parametrize(
    ("lines", "extract"),
    [
        (
            "Kajaani\n10.12.2024\nAino Esimerkki\nHallintojohtaja",
            CertifiedExtract(on=date(2024, 12, 10), place="Kajaani", title="Hallintojohtaja"),
        ),
        (
            "Kajaani 10.12.2024\nAino Esimerkki, hallintosihteeri",
            CertifiedExtract(on=date(2024, 12, 10), place="Kajaani", title="hallintosihteeri"),
        ),
        ("\nAino Esimerkki, tuntematon\n1\n2\n3\n4\n5\n6", None),
        ("klo 12, 10.12.2024", CertifiedExtract(on=date(2024, 12, 10))),
        ("Hallintojohtaja\n10.12.2024", CertifiedExtract(on=date(2024, 12, 10), title="Hallintojohtaja")),
    ],
)  # fmt: skip
def test_extracts(lines: str, extract: CertifiedExtract | None) -> None:
    """
    The certification has its own day, place and office.
    """
    assert decision_of(f"Päätös\nOstetaan.\nOtteen oikeaksi todistaa\n{lines}").extract == extract


def test_contacts_recipients_and_enclosures() -> None:
    """
    Whom to ask, who is told, and what goes with the decision.
    """
    text = (
        "Päätös\nOstetaan auto.\nLisätiedot\nAino Esimerkki, johtava asiantuntija, puhelin: 09 310 1234\n"
        "aino@example.fi\nkatso verkosta\n1\n2\n3\n4\n5\n6\n"
        "Tiedoksi\n- hakija\n- talous (kirjanpito, laskut); hakija\nX\tliite\n\n-\n"
        "Liitteet\n1 Kartta\n- Selostus\n1 Kartta\n-\n"
    )
    decision = decision_of(text)
    assert decision.contacts == (
        Contact(title="johtava asiantuntija", name="Aino Esimerkki", phone="09 310 1234"),
        Contact(email="aino@example.fi"),
    )
    assert decision.recipients == ("hakija", "talous (kirjanpito, laskut)", "X")
    assert decision.related == ("Kartta", "Selostus")


def test_what_follows_an_instruction() -> None:
    """
    Whom to ask, who is told and what goes with it are read behind an instruction too; no day.
    """
    text = (
        "Kunnanhallitus 1.2.2024 § 3\nPäätös\nOstetaan auto.\nOikaisuvaatimusohje\n"
        "Oikaisuvaatimus on tehtävä 14 päivän kuluessa päätöksen tiedoksisaannista.\n"
        "Pöytäkirja\nPäätöstä koskevia otteita voi pyytää.\nLisätiedot\nAino Esimerkki\n"
        "Tiedoksi\nhakija\nLiitteet\nkartta\nVaikutukset\nsuuret\nKokousaika\n5.5.2025\n"
    )
    decision = decision_of(text)
    assert decision.contacts == (Contact(name="Aino Esimerkki"),)
    assert (decision.recipients, decision.related) == (("hakija",), ("kartta",))
    assert decision.meeting_on == date(2024, 2, 1)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Kunnanhallitus 9.2.2024 § 9\nPäätös\nOstetaan auto.\nPöytäkirja on julkaistu 5.2.2024.",
         ProblemCode.DATE_AFTER_PUBLICATION),
        (("Kunnanhallituksen kokous\nKunnanhallitus\nKokousaika: 9.2.2024\nPäätösehdotus\nOk.\n"
         "Pöytäkirja on julkaistu 5.2.2024."), ProblemCode.DATE_AFTER_PUBLICATION),
        ("Kunnanhallitus 9.2.2024 § 9\nPäätös\nOstetaan auto.\nOtteen oikeaksi todistaa\n5.2.2024",
         ProblemCode.CERTIFIED_BEFORE_DECISION),
        (("Kunnanhallitus 9.2.2024 § 9\nPäätös\nOstetaan auto.\nOikaisuvaatimus\n§ 10\n"
         "Oikaisuvaatimusohje\nOikaisuvaatimus on tehtävä 14 päivän kuluessa tiedoksisaannista."),
         ProblemCode.CONTRADICTORY_HEADING),
        (("Kunnanhallitus 9.2.2024 § 9\nPäätösehdotus\nOstetaan auto.\n"
         "Oikaisuvaatimusohje\nOikaisuvaatimus on tehtävä 14 päivän kuluessa tiedoksisaannista."),
         ProblemCode.INSTRUCTION_WITHOUT_DECISION),
        (("Kunnanhallitus 9.2.2024 § 9\nPäätös\nAsia pantiin pöydälle.\n"
         "Oikaisuvaatimusohje\nOikaisuvaatimus on tehtävä 14 päivän kuluessa tiedoksisaannista."),
         ProblemCode.INSTRUCTION_ON_PREPARATION),
        (("Kunnanhallitus 9.2.2024 § 9\nPäätös\nOstetaan auto.\n"
         "Oikaisuvaatimusohje\nOikaisuvaatimus on tehtävä 14 päivän kuluessa tiedoksisaannista.\n"
         "Muutoksenhakukielto\nTähän päätökseen ei saa hakea muutosta, koska päätös koskee "
         "valmistelua.\nSovellettava lainkohta: Kuntalaki 136 §"), ProblemCode.INSTRUCTION_AND_PROHIBITION),
    ],
)  # fmt: skip
def test_problems(text: str, code: ProblemCode) -> None:
    """
    What does not agree is a problem, and both sides stay as they were read.
    """
    assert code in codes(read(text))


def test_an_unlabelled_outcome_of_an_earlier_handling() -> None:
    """
    A line such as "Hyväksyttiin." in an earlier handling is not this decision's.
    """
    text = (
        "Kunnanhallitus 9.2.2024 § 9\nEsittelijä\nei kukaan\nEhdotus\nOstetaan auto.\n"
        "Päätöshistoria\nTekninen lautakunta 1.2.2024 § 3\nEhdotus\nOstetaan.\n\nHyväksyttiin.\n"
    )
    decision = decision_of(text)
    assert (decision.outcome, decision.kind) == (None, DocumentKind.AGENDA_ITEM)


def test_after_a_mention_of_remedies() -> None:
    """
    A label ends what was said of remedies, however little it was.
    """
    text = (
        "Päätös\nOstetaan auto.\nMuutoksenhaku\nKatso verkkosivulta, missä ja milloin, ja miten "
        "kirjaamo on auki kesällä ja talvella.\nTiedoksi\nhakija\n"
    )
    assert decision_of(text).recipients == ("hakija",)


def test_a_mention_of_the_remedy_ends_nothing() -> None:
    """
    What follows a word on the remedy still belongs to the decision.
    """
    text = "Päätös\nOstetaan auto.\nMuutoksenhaku\nOikaisuvaatimus\nTiedoksi\nhakija\n"
    assert decision_of(text).recipients == ("hakija",)


def test_an_extract_without_a_title() -> None:
    """
    A certification that names no office gives no candidate.
    """
    text = "Viranhaltijapäätös\n\nAuton osto\nPäätös\nOstetaan.\nOtteen oikeaksi todistaa\n5.2.2024"
    assert read(text).where("maker.title") == ()
