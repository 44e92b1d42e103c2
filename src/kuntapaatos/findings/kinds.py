"""
What a review may find: stable codes, how much each weighs, and the finding itself.

>>> FindingCode("KP201").term
'muutoksenhakuohje tai -kielto puuttuu'
"""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import Any

from attrs import field, frozen

from kuntapaatos.checks import is_a, is_text, is_tuple_of
from kuntapaatos.errors import InvalidValue
from kuntapaatos.instruction import Presumption
from kuntapaatos.law import KUNTALAKI, KUNTALAKI_1995, KUNTALAKI_FROM, Provision
from kuntapaatos.remedy import Remedy
from kuntapaatos.shown import Value, shown

__all__ = ["Finding", "FindingCode", "Severity", "kuntalaki"]


class Severity(Enum):
    """How much a finding weighs."""

    ERROR = "virhe"
    """Somebody may lose a right, or the document contradicts itself."""
    WARNING = "puute"
    """Something that the law or the reader needs is missing."""


class FindingCode(Enum):
    """What was found, by its stable code."""

    DECISION_DAY_MISSING = "KP101"
    PUBLICATION_DAY_MISSING = "KP102"
    PUBLISHED_BEFORE_DECIDED = "KP103"
    SIGNER_MISSING = "KP104"
    CERTIFIED_BEFORE_PUBLISHED = "KP105"
    INSTRUCTION_MISSING = "KP201"
    WRONG_REMEDY = "KP202"
    PERIOD_DIFFERS = "KP203"
    PRESUMPTION_DIFFERS = "KP204"
    WRONG_AUTHORITY = "KP205"
    CHANNEL_MISSING = "KP206"
    HOURS_MISSING = "KP207"
    CLOSING_NOT_MENTIONED = "KP208"
    LAST_DAY_DIFFERS = "KP209"
    NOT_APPEALABLE = "KP210"
    TOTAL_DIFFERS = "KP301"
    FEE_DIFFERS = "KP302"
    SHARES_DIFFER = "KP303"
    FEE_AGAINST_RULE = "KP304"
    IDENTITY_CODE = "KP401"
    PERSONAL_DATA_OVERDUE = "KP402"
    OUTCOME_CONTRADICTS = "KP501"
    NOT_UNDERSTOOD = "KP601"

    @property
    def term(self) -> str:
        """What was found, in Finnish."""
        return _TERMS[self][0]

    @property
    def severity(self) -> Severity:
        """How much it weighs."""
        return _TERMS[self][1]


_E, _W = Severity.ERROR, Severity.WARNING
_TERMS = {
    FindingCode.DECISION_DAY_MISSING: ("päätöspäivä puuttuu", _W),
    FindingCode.PUBLICATION_DAY_MISSING: ("julkaisupäivä puuttuu", _W),
    FindingCode.PUBLISHED_BEFORE_DECIDED: ("julkaistu ennen päätöstä", _E),
    FindingCode.SIGNER_MISSING: ("allekirjoittajaa ei nimetä", _W),
    FindingCode.CERTIFIED_BEFORE_PUBLISHED: ("ote todistettu ennen julkaisupäivää", _W),
    FindingCode.INSTRUCTION_MISSING: ("muutoksenhakuohje tai -kielto puuttuu", _W),
    FindingCode.WRONG_REMEDY: ("väärä muutoksenhakukeino", _E),
    FindingCode.PERIOD_DIFFERS: ("määräaika poikkeaa laista", _E),
    FindingCode.PRESUMPTION_DIFFERS: ("tiedoksisaantiolettama poikkeaa laista", _E),
    FindingCode.WRONG_AUTHORITY: ("väärä muutoksenhakuviranomainen", _E),
    FindingCode.CHANNEL_MISSING: ("viranomaisen yhteystieto puuttuu", _W),
    FindingCode.HOURS_MISSING: ("aukioloaika puuttuu", _W),
    FindingCode.CLOSING_NOT_MENTIONED: ("aukioloajan päättymistä ei mainita", _W),
    FindingCode.LAST_DAY_DIFFERS: ("viimeinen päivä poikkeaa lasketusta", _E),
    FindingCode.NOT_APPEALABLE: ("ohje päätöksessä, johon ei saa hakea muutosta", _E),
    FindingCode.TOTAL_DIFFERS: ("kokonaissumma poikkeaa lasketusta", _E),
    FindingCode.FEE_DIFFERS: ("maksu poikkeaa hinnastosta", _E),
    FindingCode.SHARES_DIFFER: ("kustannuspaikkojen osuudet eivät täsmää", _E),
    FindingCode.FEE_AGAINST_RULE: ("maksu poikkeaa kunnan ja vuoden maksusta", _E),
    FindingCode.IDENTITY_CODE: ("henkilötunnus julkaistavassa tekstissä", _E),
    FindingCode.PERSONAL_DATA_OVERDUE: ("henkilötiedot poistettava verkosta", _E),
    FindingCode.OUTCOME_CONTRADICTS: ("lopputulos on ristiriidassa päätöksen kanssa", _E),
    FindingCode.NOT_UNDERSTOOD: ("tekstin kohtaa ei ymmärretty", _W),
}


def _said(value: object) -> str:
    """Return a value in the few words that a finding has room for."""
    if isinstance(value, Remedy):
        return value.kind.value if value.period is None else f"{value.kind.value}, {value.period}"
    if isinstance(value, Presumption):
        return f"{value.kind.value} + {value.days} päivää"
    return shown(value)


def kuntalaki(section: str, day: date | None) -> tuple[Provision, ...]:
    """
    Return a section of Kuntalaki as it is cited for a day, or the earlier act whole.

    >>> from datetime import date
    >>> print(*kuntalaki("136 §", date(2016, 5, 2)), *kuntalaki("136 §", None), sep=", ")
    365/1995, Kuntalaki 136 §
    """
    if day is None or day >= KUNTALAKI_FROM:
        return (KUNTALAKI(section),)
    return (KUNTALAKI_1995(),)


def _is_span(_: object, attribute: Any, span: Any) -> None:
    fits = isinstance(span, tuple) and len(span) == 2 and all(type(at) is int for at in span)
    if span is not None and not (fits and 0 <= span[0] <= span[1]):
        raise InvalidValue(attribute.name, span, "a pair of places in the text, or None")


@frozen(repr=False)
class Finding(Value):
    """
    One thing that is wrong, missing or contradictory.

    Attributes:
        kind: What was found, with its stable code and severity.
        about: The field of the decision, such as "appeals[0].period".
        stated: What the document states; `None` when it says nothing.
        expected: What the rules give; `None` when they give nothing to compare.
        provisions: The sections behind it.
        span: Where in the text the stated value stands, when it was read.
    """

    kind: FindingCode = field(validator=is_a(FindingCode))
    about: str = field(validator=is_text)
    stated: object = field(default=None, kw_only=True)
    expected: object = field(default=None, kw_only=True)
    provisions: tuple[Provision, ...] = field(
        default=(), kw_only=True, validator=is_tuple_of(Provision)
    )
    span: tuple[int, int] | None = field(default=None, kw_only=True, validator=_is_span)

    @property
    def code(self) -> str:
        """The stable code, such as "KP101"."""
        return self.kind.value

    @property
    def severity(self) -> Severity:
        """How much it weighs."""
        return self.kind.severity

    def __str__(self) -> str:
        facts = []
        if self.stated is not None:
            facts.append(f"ilmoitettu {_said(self.stated)}")
        if self.expected is not None:
            source = "laki antaa" if self.provisions else "vertailu"
            facts.append(f"{source} {_said(self.expected)}")
        what = f": {', '.join(facts)}" if facts else ""
        sources = f" ({', '.join(map(str, self.provisions))})" if self.provisions else ""
        return f"{self.code} {self.kind.term}{what}{sources}"
