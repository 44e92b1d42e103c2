"""
Decisions that something is not done: refused, and nothing is paid.
"""

from __future__ import annotations

import pytest

from kuntapaatos.decision import Decision, Outcome
from kuntapaatos.io.text import Mark, read
from kuntapaatos.membership import MembershipAction

FINNISH = [
    "Kunnanhallitus päätti olla osallistumatta USO-verkostoon.",
    "Kunnanhallitus päätti, että kunta ei osallistu USO-verkostoon.",
    "Kunnanhallitus päättää, ettei kunta liity USO-verkostoon.",
    "Kunta ei liity USO-verkostoon kaudelle 2025–2026.",
    "Kunnanhallitus päättää jättää osallistumisen hyväksymättä.",
    "USO-verkostoon liittymistä ei hyväksytty.",
    "Liittymistä USO-verkostoon ei hyväksytä.",
    "Kunnanhallitus ei hyväksynyt liittymistä USO-verkostoon.",
    "Kunnanhallitus hylkäsi liittymisen USO-verkostoon.",
    "Kunnanhallitus päätti luopua osallistumisesta USO-verkostoon.",
    "Päätettiin, ettei osallistumismaksua makseta.",
    "Päätettiin, ettei avustusta USO-verkoston maksuun myönnetä.",
    "Avustusta osallistumismaksuun ei myönnetty.",
    "Osallistumismaksu jätetään myöntämättä.",
    "Kunnanhallitus päättää jättäytyä USO-verkoston ulkopuolelle.",
    "Kunta ei jatka USO-verkostossa.",
    "Kunta ei uusi jäsenyyttään USO-verkostossa.",
    "Kunnanhallitus päätti pidättäytyä osallistumisesta.",
    "Kunta kieltäytyi osallistumasta USO-verkostoon.",
    "Päätettiin olla liittymättä USO-verkostoon.",
]
SWEDISH = [
    "Kommunstyrelsen beslutade att inte delta i USO-nätverket.",
    "Kommunen deltar inte i USO-nätverket.",
    "Kommunstyrelsen beslutar att kommunen inte ansluter sig till USO-nätverket.",
    "Kommunstyrelsen beslöt att inte bevilja deltagaravgiften.",
    "Deltagandet beviljas inte.",
    "Förslaget godkändes inte.",
    "Kommunstyrelsen godkände inte anslutningen till USO-nätverket.",
    "Kommunstyrelsen avslog anslutningen till USO-nätverket.",
    "Kommunstyrelsen beslutade avstå från att delta i USO-nätverket.",
    "Kommunen förnyar inte sitt medlemskap i USO-nätverket.",
    "Kommunen fortsätter ej i USO-nätverket.",
    "Anslutningen bifölls inte.",
    "Kommunstyrelsen förkastade deltagandet i USO-nätverket.",
]
PREPARED = {
    "fi": "Perustelut\nUSO-verkoston osallistumismaksu on 12 000 euroa/vuosi.\n",
    "sv": "Motivering\nDeltagaravgiften i USO-nätverket är 12 000 euro/år.\n",
}


def _decision(said: str, *, swedish: bool) -> str:
    if swedish:
        head = "Kommunstyrelsen 3.2.2025 § 14\nAnslutning till USO-nätverket 2025–2026\n"
        return f"{head}{PREPARED['sv']}Beslut\n{said}\n"
    head = "Kunnanhallitus 3.2.2025 § 14\nLiittyminen USO-verkostoon 2025–2026\n"
    return f"{head}{PREPARED['fi']}Päätös\n{said}\n"


def _nothing_is_joined(decision: Decision) -> None:
    """
    Who declines is no member: the network is named, and nothing is charged.
    """
    membership = decision.membership
    assert membership is not None
    assert membership.network == "USO"
    assert membership.action is MembershipAction.DECLINES
    assert membership.is_free is None
    assert membership.term is None


def joins_nothing(decision: Decision) -> bool:
    """
    Return whether a decision joins nothing and pays nothing: it may say that it declines.
    """
    membership = decision.membership
    return decision.costs == () and (
        membership is None
        or (
            membership.action in {MembershipAction.DECLINES, MembershipAction.LEAVES}
            and membership.annual_fee is None
            and membership.stated_total is None
        )
    )


@pytest.mark.parametrize("said", [*FINNISH, *SWEDISH])
def test_what_is_not_done(said: str) -> None:
    """
    A decision not to do something refuses it: nothing is joined and nothing paid.
    """
    decision = read(_decision(said, swedish=said in SWEDISH)).decision
    assert decision.outcome is Outcome.REJECTED
    _nothing_is_joined(decision)
    assert decision.costs == ()


@pytest.mark.parametrize(
    "said",
    [
        "Osallistumista ei katsota tarpeelliseksi.",
        "Kunnanhallitus päätti olla hakeutumatta verkostoon.",
        "Hakemus USO-verkostoon jätetään valmistelematta.",
        "Päätetään, että USO-verkostoon osallistuminen ei toteudu.",
    ],
)
def test_a_denial_that_was_not_understood(said: str) -> None:
    """
    What was denied in words that nobody knows leaves no outcome, no membership and no cost.
    """
    reading = read(_decision(said, swedish=False))
    decision = reading.decision
    assert decision.outcome is None
    assert joins_nothing(decision)
    assert [(left.mark, left.field) for left in reading.unread] == [(Mark.NEGATION, "outcome")]


@pytest.mark.parametrize(
    "said",
    [
        "Kunta eroaa USO-verkostosta.",
        "Kunta irtautuu USO-verkostosta 31.12.2025.",
        "Kunta irtisanoutuu USO-verkostosta.",
        "Kunta luopuu jäsenyydestä USO-verkostossa.",
        "Kommunen utträder ur USO-nätverket.",
        "Kommunen lämnar USO-nätverket vid nätverket årsskiftet.",
    ],
)
def test_what_is_ended(said: str) -> None:
    """
    To leave is decided, and nothing is paid by it.
    """
    decision = read(_decision(said, swedish=said.startswith("Kommunen"))).decision
    assert decision.outcome is Outcome.APPROVED
    membership = decision.membership
    assert membership is not None
    assert (membership.network, membership.action) == ("USO", MembershipAction.LEAVES)
    assert (membership.is_free, membership.term, decision.costs) == (None, None, ())


@pytest.mark.parametrize(
    ("proposal", "said"),
    [
        ("Kunta ei osallistu USO-verkostoon.", "Hyväksyttiin."),
        ("Kunnanhallitus päättää olla liittymättä USO-verkostoon.", "Ehdotuksen mukaan."),
        ("Kunnanhallitus päättää, ettei kunta liity USO-verkostoon.", "Hyväksyttiin."),
        ("Kunnanhallitus päättää olla hakeutumatta USO-verkostoon.", "Hyväksyttiin."),
        ("Kunnanhallitus päättää, ettei USO-verkostoon hakeuduta.", "Hyväksyttiin."),
    ],
)
def test_a_refusal_that_was_approved(proposal: str, said: str) -> None:
    """
    A proposal to refuse that was approved is approved, and still nothing is joined.
    """
    text = _decision(said, swedish=False).replace("Päätös\n", f"Ehdotus\n{proposal}\nPäätös\n")
    decision = read(text).decision
    assert decision.outcome is Outcome.APPROVED
    _nothing_is_joined(decision)
    assert decision.costs == ()


@pytest.mark.parametrize(
    "said",
    [
        "Keskusteltiin ajankohtaisista asioista.",
        "Muita asioita ei ollut.",
        "Ei ollut muita asioita.",
        "Kunnanjohtaja kertoi talousarvion valmistelusta.",
        "Inga övriga ärenden.",
    ],
)
def test_nothing_was_decided(said: str) -> None:
    """
    Where nothing was decided nothing came of a proposal.
    """
    assert read(_decision(said, swedish=False)).decision.outcome is None


@pytest.mark.parametrize(
    "said", ["Kunnanhallitus merkitsi tiedokseen.", "Merkittiin tiedoksi.", "Merkitään tiedoksi."]
)
def test_taken_note_of(said: str) -> None:
    """
    A matter that was taken note of was not approved.
    """
    assert read(_decision(said, swedish=False)).decision.outcome is Outcome.NOTED
