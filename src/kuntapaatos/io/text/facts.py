"""
What the parts of the reader hand to one another: facts and flaws with their place.

Offsets are those of the cleaned text; `reading` turns them into spans of the
original.
"""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

__all__ = ["Fact", "Flaw", "Left", "Mark", "Why"]


class Why(Enum):
    """Why the reader chose a value, or why it chose none."""

    ABBREVIATION = "lyhenteestä"
    AMENDED = "muutosehdotus hyväksyttiin käsittelyssä"
    CERTIFIER = "otteen todistaja; päätöksen tekijän nimikettä ei mainita"
    DECIDING_WORDS = "päätöksen sanat ratkaisevat"
    DOCUMENT_DAY = "asiakirjan päiväys"
    GENERAL_RULE = "yleisen säännön sanoin, ilman muuta ohjetta"
    INSTRUCTION_HEADING = "muutoksenhakuohjeen otsikosta"
    MAKER_OF_DECISION = "päätöksen tekijänä"
    MAKER_OF_PROPOSAL = "päätösehdotuksen tekijänä"
    MEETING_DAY = "kokouksen päivä"
    MORE_OF_HOURS = "aukiolosta sanotaan muutakin, jota ei ymmärretty"
    NAMED_CLOCK = "teksti nimeää kellonajan"
    NOTHING_DECIDED = "päätöstä ei näy, eikä asiakirja kerro lajiaan"
    NOTHING_REJECTED = "päätös tehtiin, mitään ei hylätty"
    NOT_EXACT = "summaa ei sanota tarkkana"
    NOT_IN_PLACE = "vain mainittu muun yhteydessä"
    ONLY_NAMED = "vain mainittu, ohje ei ole tekstissä"
    OTHERS_CONDITIONAL = "muut on annettu ehdollisina"
    PLACE_BESIDE = "kunnan tai toimiston nimi sen vieressä"
    PAGE = "sivulta, asiakirjan ulkopuolelta"
    POST_OFFICE = "postiosoitteesta"
    REFUSAL_APPROVED = "hyväksytty ehdotus ei suostunut siihen, mitä pyydettiin"
    RECORD_SIGN = "asianumeron tunnuksesta"
    SAID_OF_THIS_WAY = "sanottu tästä tavasta erikseen"
    SAYS_WHAT_IS_DONE = "päätös toteaa, mitä tehdään"
    SIGNER = "päätöksen allekirjoittajana"
    SEVERAL_ADDRESSES = "useita osoitteita"
    SEVERAL_DAYS = "useita päiviä"
    SEVERAL_FEES = "useita maksuja"
    SEVERAL_MUNICIPALITIES = "useita kuntia"
    SEVERAL_PUBLICATIONS = "useita julkaisupäiviä"
    SEVERAL_RECORDS = "useita asianumeroita"
    STREET_AND_BOX = "katuosoite ja postilokero samassa osoitteessa"
    VOTED = "käsittelyssä äänestettiin"
    YEARS_ACROSS = "vuosi, joka jatkuu kalenterivuoden yli"
    WEB_ADDRESS = "verkko-osoitteesta"


class Fact(NamedTuple):
    """
    One value that was read.

    Attributes:
        field: Where it belongs, such as "section" or "deliver_to.email".
        value: The value, or `None` when only candidates were found.
        start: Where it starts in the cleaned text, included.
        end: Where it ends, excluded.
        candidates: Every value that the place allows, when there are several.
        why: Why this one was chosen, when there was a choice.
    """

    field: str
    value: object
    start: int
    end: int
    candidates: tuple[object, ...] = ()
    why: Why | None = None


class Flaw(NamedTuple):
    """
    Something contradictory or missing at a place.

    Attributes:
        code: What is wrong.
        start: Where it starts in the cleaned text, included.
        end: Where it ends, excluded.
    """

    code: Enum
    start: int
    end: int


class Mark(Enum):
    """What a sentence that was not understood holds."""

    HOUR = "kellonaika"
    DAY = "päivä"
    PERIOD = "määräaika"
    SUM = "rahamäärä"
    ADDRESS = "osoite"
    REMEDY = "muutoksenhaku"
    NEGATION = "kielto"


class Left(NamedTuple):
    """
    A sentence that holds a mark and became no value.

    Attributes:
        mark: What it holds.
        start: Where it starts in the cleaned text, included.
        end: Where it ends, excluded.
        field: Which field it could change; `None` where that is not known.
    """

    mark: Mark
    start: int
    end: int
    field: str | None
