"""
What the law or a text leaves open, with every candidate side by side.

Where candidates differ, the last moment to act is the earliest of them and
the first moment to rely on an answer the latest: safe in both directions.

>>> from datetime import date
>>> from kuntapaatos.law import KUNTALAKI, HALLINTOLAKI
>>> doubt = Doubt(
...     DoubtCode.STATED_PERIOD,
...     about="last_day",
...     candidates=(
...         Candidate(date(2025, 1, 3), Basis.LAW, (KUNTALAKI("138 §"),)),
...         Candidate(date(2025, 1, 20), Basis.STATED, (HALLINTOLAKI("49 §"),)),
...     ),
... )
>>> print(doubt)
ilmoitettu määräaika poikkeaa laista: 3.1.2025 (laki, Kuntalaki 138 §); 20.1.2025 (ohje, Hallintolaki 49 §)
"""  # noqa: E501

from __future__ import annotations

from datetime import date, datetime
from enum import Enum

from attrs import field, frozen

from kuntapaatos.checks import is_a, is_text, is_tuple_of
from kuntapaatos.law import Provision
from kuntapaatos.shown import Value, shown

__all__ = ["Basis", "Candidate", "Doubt", "DoubtCode"]


class DoubtCode(Enum):
    """What is left open."""

    CERTAINTY = "säännöksen varmuus"
    """The rule row itself is uncertain, or known only at second hand."""
    DECISION_DAY = "päätöspäivä puuttuu"
    """The rule changed about that time and the day of the decision is not given."""
    DISPUTED_EVE = "tulkinnanvarainen aatto"
    """Whether the last day is an eve with shorter hours differs between offices."""
    ELECTRONIC_CUTOFF = "sähköisen asiakirjan saapuminen"
    """Whether an electronic document may arrive until the office closes or the day ends."""
    EVIDENTIAL_SERVICE = "todisteellinen tiedoksianto"
    """A decision that obliges was told by ordinary letter or message."""
    HOURS_OUTDATED = "aukioloajan voimassaolo"
    """The known hours do not cover the last day."""
    EXCLUDED_MATTER = "ottokelpoisuus"
    """Whether the matter is one that cannot be taken up (Kuntalaki 92 § 5)."""
    MATTER = "asian laji puuttuu"
    """What the decision is about decides which clock runs, and is not given."""
    MESSAGE_PRESUMPTION = "sähköisen viestin olettama"
    """Whether the presumption for messages held under the older act."""
    PENDING_MATTER = "vireillä oleva asia"
    """A matter that was pending when an act changed may follow the older one."""
    PERSONAL_SERVICE = "henkilökohtainen tiedoksianto"
    """A dismissal is served in person; a letter is for when that is not possible."""
    PROCUREMENT_BEGUN = "hankinnan alkaminen puuttuu"
    """The act changed, and the day the procurement began is not given."""
    REGISTRY_CLOSED = "suljettu kirjaamo"
    """The office is closed on the last day although it is a workday."""
    SECRET_MATTER = "salassa pidettävä asia"
    """The minutes show only a mention; the member's clock may not run."""
    CUTOFF_NOT_STATED = "aukioloajan päättymistä ei mainita"
    """The instruction does not say that the document must arrive before the office closes."""
    STATED_CLOSING = "ilmoitettu kellonaika poikkeaa aukioloajasta"
    """The instruction names an hour that the office's hours do not give."""
    STATED_PERIOD = "ilmoitettu määräaika poikkeaa laista"
    """The instruction states another period than the law."""
    STATED_PRESUMPTION = "ilmoitettu tiedoksisaantiolettama poikkeaa laista"
    """The instruction states another day of notice than the law."""
    BACKWARD_COUNT = "taaksepäin laskettava määräaika"
    """The act does not say which way a backward count is moved."""
    OFFICIALS_NAMES = "viranhaltijan nimi"
    """Whether the names of officials leave the published minutes too."""
    GOVERNING_PERIOD = "ratkaiseva määräaika"
    """Which of several periods governs."""
    ENFORCEMENT = "täytäntöönpano ennen lainvoimaa"
    """Whether the decision may be enforced before it is final."""
    BRACKET_EDGE = "maksuluokkien yhteinen raja"
    """Two brackets of fees share a number of inhabitants, as printed."""
    FEE_PERIOD = "maksun jakso"
    """The text does not say whether a fee is for a year or for the whole term."""
    RETURNING_MEMBER = "palaavan jäsenen ensimmäinen vuosi"
    """The text does not say whether a member that comes back pays as a new one."""
    VAT_CHANGE = "arvonlisäverokannan muutos"
    """The general rate of value added tax changed in the year of the fee."""


class Basis(Enum):
    """What a candidate rests on."""

    LAW = "laki"
    STATED = "ohje"
    FRESH_INSTRUCTION = "uusi ohje pyydettäessä"
    OFFICE_CLOSE = "aukiolon päättyminen"
    END_OF_DAY = "vuorokauden päättyminen"
    EVE_HOURS = "aaton aukiolo"
    USUAL_HOURS = "tavallinen aukiolo"
    LAST_OPEN_DAY = "viimeinen aukiolopäivä"
    OLDER_RULE = "aiempi säännös"
    NEWER_RULE = "uudempi säännös"
    PRESUMPTION = "olettama"
    PROOF = "näyttö"
    READING = "lukutapa"


@frozen(repr=False)
class Candidate(Value):
    """
    One of the answers that are possible.

    Attributes:
        value: The day, the moment or the value; `None` when it cannot be counted yet.
        basis: What it rests on.
        provisions: The sections and court decisions behind it.
    """

    value: object
    basis: Basis = field(validator=is_a(Basis))
    provisions: tuple[Provision, ...] = field(default=(), validator=is_tuple_of(Provision))

    def __str__(self) -> str:
        sources = ", ".join([self.basis.value, *map(str, self.provisions)])
        return f"{shown(self.value)} ({sources})"


@frozen(repr=False)
class Doubt(Value):
    """
    What is open in an answer (*tulkinnanvaraisuus*).

    Attributes:
        code: What kind of doubt it is.
        about: The field of the answer that it touches, such as "last_day".
        candidates: Every answer that is possible, the earliest first where they
            are days or moments; a candidate without a value is one that cannot
            be counted yet.
    """

    code: DoubtCode = field(validator=is_a(DoubtCode))
    about: str = field(kw_only=True, validator=is_text)
    candidates: tuple[Candidate, ...] = field(kw_only=True, validator=is_tuple_of(Candidate))

    def __str__(self) -> str:
        return f"{self.code.value}: {'; '.join(map(str, self.candidates))}"

    @property
    def days(self) -> tuple[date, ...]:
        """The candidates that are days, or moments, excluded, as the day that they end."""
        return tuple(
            (value - datetime.resolution).date() if isinstance(value, datetime) else value
            for value in (candidate.value for candidate in self.candidates)
            if isinstance(value, date)
        )
