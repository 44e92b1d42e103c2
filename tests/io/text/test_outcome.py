"""
What came of a proposal.
"""

from __future__ import annotations

import pytest

from kuntapaatos.decision import Outcome
from kuntapaatos.io.text import Why
from kuntapaatos.io.text.words.outcomes import outcome_of


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("Hyväksyttiin.", Outcome.APPROVED),
        ("Päätösehdotus hyväksyttiin yksimielisesti.", Outcome.APPROVED),
        ("Esittelijän ehdotuksen mukaan.", Outcome.APPROVED),
        ("Enligt förslag.", Outcome.APPROVED),
        ("Nämnden godkände beslutsförslaget.", Outcome.APPROVED),
        ("Päätös on ehdotuksen mukainen.", Outcome.APPROVED),
        ("Kunnanhallitus päätti osallistua hankkeeseen.", Outcome.APPROVED),
        ("Päätän valita toimittajaksi Esimerkki Oy:n tarjouksen.", Outcome.APPROVED),
        ("Kunta liittyy verkostoon vuosiksi 2025 ja 2026.", Outcome.APPROVED),
        ("Hyväksyttiin äänin 8–2.", Outcome.APPROVED_AFTER_VOTE),
        ("Äänestyksen jälkeen ehdotus hyväksyttiin.", Outcome.APPROVED_AFTER_VOTE),
        ("Efter omröstning godkändes förslaget.", Outcome.APPROVED_AFTER_VOTE),
        ("Hyväksyttiin muutettuna siten, että maksu on 5 euroa.", Outcome.CHANGED),
        ("Förslaget godkändes med följande ändring: 1.4.", Outcome.CHANGED),
        ("Lautakunta myönsi luvan ehdotetuin ehdoin.", Outcome.GRANTED),
        ("Myönnän avustusta 500 euroa.", Outcome.GRANTED),
        ("Nämnden beviljade tillståndet.", Outcome.GRANTED),
        ("Oikaisuvaatimus hylättiin.", Outcome.REJECTED),
        ("Lupaa ei myönnetä.", Outcome.REJECTED),
        ("Ansökan avslogs.", Outcome.REJECTED),
        ("Asia palautettiin uudelleen valmisteltavaksi.", Outcome.RETURNED),
        ("Ärendet återremitterades.", Outcome.RETURNED),
        ("Kaupunginhallitus päätti panna asian pöydälle.", Outcome.TABLED),
        ("Pöydälle.", Outcome.TABLED),
        ("Ärendet bordlades.", Outcome.TABLED),
        ("Asia poistettiin esityslistalta.", Outcome.WITHDRAWN),
        ("Ärendet ströks från föredragningslistan.", Outcome.WITHDRAWN),
        ("Merkittiin tiedoksi.", Outcome.NOTED),
        ("Antecknades för kännedom.", Outcome.NOTED),
        ("Valtuusto valitsi lautakunnan jäsenet.", Outcome.ELECTED),
        ("Till ordförande valdes en av ledamöterna.", Outcome.ELECTED),
        ("Vaatimus jätettiin tutkimatta.", Outcome.DISMISSED),
        ("Begäran lämnades utan prövning.", Outcome.DISMISSED),
        ("Asia raukesi.", Outcome.LAPSED),
    ],
)
def test_words_of_a_decision(words: str, outcome: Outcome) -> None:
    """
    The decision's own words say it, in Finnish and Swedish.
    """
    found = outcome_of(words)
    assert found is not None
    assert found.outcome is outcome
    assert 0 <= found.start < found.end <= len(words)


@pytest.mark.parametrize(
    "words",
    ["", "Kyllä.", "Ei ole päätetty mitään tästä asiasta.", "Seuraava luettelo:", "ilman loppua"],
)
def test_nothing_is_said(words: str) -> None:
    """
    What says nothing of the proposal has no outcome.
    """
    assert outcome_of(words) is None


def test_a_motion_decides_before_a_mention() -> None:
    """
    A proposal that was tabled granted nothing, whatever it proposed.
    """
    found = outcome_of("Ehdotus avustuksen hyväksymisestä: asia pantiin pöydälle. Myönnetään.")
    assert found is not None
    assert found.outcome is Outcome.TABLED


def test_a_vote_told_elsewhere() -> None:
    """
    The vote may stand in another part; then it is said why.
    """
    found = outcome_of("Ehdotus hyväksyttiin.", voted=True)
    assert found is not None
    assert (found.outcome, found.why) == (
        Outcome.APPROVED_AFTER_VOTE,
        Why.VOTED,
    )
    plainly = outcome_of("Lautakunta päätti ostaa auton.", voted=True)
    assert plainly is not None
    assert plainly.outcome is Outcome.APPROVED_AFTER_VOTE
    assert outcome_of("Lautakunta päätti ostaa auton.", plain=False) is None
