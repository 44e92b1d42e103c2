"""
Where a rule is written, and from when to when it is in force.

A rule is data: a line of a table beside this file, with its provisions, the first and
the last day in force, and how sure its source is.  `acts.csv` holds the acts,
`notices.csv` the rules of notice, `remedies.csv` the remedies, `prohibitions.csv` what
cannot be appealed, `standstills.csv` how long a contract waits.  An amendment is a new
line, never an edit, so that a decision of 2016 is counted by the rules of 2016.

>>> print(KUNTALAKI("138 §"))
Kuntalaki 138 §
>>> print(MAARAAIKALAKI("5 §"))
150/1930 5 §
>>> MAARAAIKALAKI("5 §").full
'Laki säädettyjen määräaikain laskemisesta (150/1930) 5 §'
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from enum import Enum
from functools import cache, lru_cache
from types import MappingProxyType
from typing import NamedTuple

from attrs import field, frozen

from kuntapaatos.checks import is_a, is_text, is_text_or_none
from kuntapaatos.shown import Value

__all__ = ["LAW_AS_OF", "Act", "Confidence", "DatedBy", "Provision", "acts"]

_FINLEX = "https://www.finlex.fi/fi"
_CASES = f"{_FINLEX}/oikeuskaytanto/korkein-hallinto-oikeus/ennakkopaatokset"
_ELI = "http://data.finlex.fi/eli/sd"
# Texts, not compiled patterns: asking for a link is rarer than importing.
_NUMBER = r"(\d{1,4})/(\d{4})"
_CASE = r"KHO:(\d{4}):(\d{1,3})"
_FIRST_SECTION = r"(\d{1,3})(?: ([a-z]))?(?=[ ,–-])"

LAW_AS_OF = date(2026, 11, 22)
"""The day up to which the rule rows were checked against their sources."""


class Confidence(Enum):
    """
    How sure a row is.

    A row that is `UNCERTAIN` is never used without a `Doubt`.
    """

    CERTAIN = "varma"
    """The text of the act was seen, and case law agrees."""
    LIKELY = "todennäköinen"
    """The text or a good secondary source was seen, with some inference."""
    UNCERTAIN = "epävarma"
    """Inferred, or the enacted text was not seen."""


class DatedBy(Enum):
    """Which day the validity of a row is counted by (*voimassaolo ratkaistaan*)."""

    DECISION = "päätöksen päivä"
    NOTICE = "tiedoksiannon päivä"
    """Where an act on notice came without a transition."""
    PROCUREMENT_BEGUN = "hankinnan alkaminen"
    PENDING = "asian vireilletulo"
    """The day the matter became pending."""


@frozen(repr=False)
class Provision(Value):
    """
    A place in the law (*säännös*), or a court's decision that settles it.

    Attributes:
        act: The act's Finnish name, or the name of a court decision.
        number: The act's number and year as "410/2015", or `None`.
        section: The section as it is cited, such as "138 §", or "".

    >>> Provision("KHO:2024:22", None, "")
    Provision(act='KHO:2024:22', number=None, section='')
    """

    act: str = field(validator=is_text)
    number: str | None = field(validator=is_text_or_none)
    section: str = field(validator=is_a(str))

    def __str__(self) -> str:
        # An act with a one-word name is cited by it, another by its number.
        name = self.number if self.number is not None and " " in self.act else self.act
        return f"{name} {self.section}".rstrip()

    @property
    def full(self) -> str:
        """The citation with the act's whole name and number."""
        number = f" ({self.number})" if self.number is not None else ""
        return f"{self.act}{number} {self.section}".rstrip()

    @property
    def eli(self) -> str | None:
        """
        The act's European Legislation Identifier, as Finlex publishes it.

        Of the act and not of the section, since Finlex names a section by its chapter
        too, which a citation does not say.  `None` for a court's decision, and for an
        act without a number.

        >>> KUNTALAKI("138 §").eli
        'http://data.finlex.fi/eli/sd/2015/410'
        """
        cited = re.fullmatch(_NUMBER, self.number or "")
        return None if cited is None else f"{_ELI}/{cited[2]}/{cited[1]}"

    @property
    def url(self) -> str | None:
        """
        The page of Finlex that a person opens, at the section.

        An act of the table has the page that the table names: the law as it stands, or
        of a repealed act its text in the statute collection; another act has the latter.
        `None` for what Finlex has no page of.

        >>> KUNTALAKI("138 §").url
        'https://www.finlex.fi/fi/lainsaadanto/2015/410#sec_138'
        >>> court("KHO:2014:78").url
        'https://www.finlex.fi/fi/oikeuskaytanto/korkein-hallinto-oikeus/ennakkopaatokset/2014/78'
        """
        case = re.fullmatch(_CASE, self.act)
        if case is not None:
            return f"{_CASES}/{case[1]}/{case[2]}"
        cited = re.fullmatch(_NUMBER, self.number or "")
        if cited is None:
            return None
        act = acts().get(cited[0])
        page = f"{_FINLEX}/lainsaadanto/saadoskokoelma/{cited[2]}/{cited[1]}"
        section = section_anchor(self.section)
        return (page if act is None else act.page) + (f"#{section}" if section else "")


class Act(NamedTuple):
    """
    An act as it is cited (*säädös*).

    Attributes:
        number: Its number and year, as "410/2015".
        name: Its Finnish name; a one-word name is cited alone, a longer one by the number.
        swedish: Its Swedish name, as it stands within a sentence.
        eli: Its European Legislation Identifier, as Finlex publishes it.
        page: The page of Finlex that a person opens.
    """

    number: str
    name: str
    swedish: str
    eli: str
    page: str


@cache
def acts() -> Mapping[str, Act]:
    """
    Return the acts that are cited, by number; the table loads when it is first asked.

    >>> acts()["410/2015"].swedish
    'kommunallagen'
    """
    from kuntapaatos.law.tables import read, text

    columns = dict.fromkeys(("säädös", "nimi", "nimi ruotsiksi", "ELI", "sivu"), text)
    found = (Act(*line.values()) for line in read("acts.csv", columns))
    return MappingProxyType({act.number: act for act in found})


def section_anchor(section: str) -> str:
    """
    Return the name that Finlex gives to a section within its act; "" without one.

    Args:
        section: As it is cited; of several sections the first counts.

    >>> section_anchor("62 a §"), section_anchor("134-137 §"), section_anchor("4 luku")
    ('sec_62a', 'sec_134', '')
    """
    found = re.match(_FIRST_SECTION, section) if "§" in section else None
    return "" if found is None else f"sec_{found[1]}{found[2] or ''}"


class _Act:
    """An act that gives its sections when it is called; its name stands in the table."""

    def __init__(self, number: str) -> None:
        self.number = number

    def __call__(self, section: str = "") -> Provision:
        return _provision(self.number, section)


@lru_cache(maxsize=1024)
def _provision(number: str, section: str) -> Provision:
    return Provision(acts()[number].name, number, section)


@lru_cache(maxsize=1024)
def provision(cell: str) -> Provision:
    """
    Return a provision as a table cites it: an act's number and a section, or a court's case.

    Raises:
        ValueError: The act stands in no line of `acts.csv`, or the text is no citation.

    >>> print(provision("410/2015 138 §"), provision("KHO:2014:78"))
    Kuntalaki 138 § KHO:2014:78
    """
    if cell.startswith("KHO"):
        return court(cell)
    number, _, section = cell.partition(" ")
    if number not in acts():
        raise ValueError("the number of an act of acts.csv and a section, or a case of the KHO")
    if section and not section.endswith("§"):
        raise ValueError(f"a section that ends with §, as {number} 138 §")
    return _provision(number, section)


# The acts that code cites; the others stand in the tables alone.
KUNTALAKI = _Act("410/2015")
KUNTALAKI_1995 = _Act("365/1995")
KUNTALAKI_FROM = date(2017, 6, 1)
"""The first decision day under chapters 12 and 16 of Kuntalaki 410/2015 (147 §)."""
HALLINTOLAKI = _Act("434/2003")
ARVONLISAVEROLAKI = _Act("1501/1993")
ASIOINTILAKI = _Act("13/2003")
MAARAAIKALAKI = _Act("150/1930")
OIKEUDENKAYNTILAKI = _Act("808/2019")
HALLINTOLAINKAYTTOLAKI = _Act("586/1996")
HANKINTALAKI = _Act("1397/2016")
HANKINTALAKI_2007 = _Act("348/2007")
RAKENNUSLAKI = _Act("132/1999")
RAKENTAMISLAKI = _Act("751/2023")
JULKISUUSLAKI = _Act("621/1999")
VIRANHALTIJALAKI = _Act("304/2003")
LUPAVIRASTOLAKI = _Act("530/2025")
PALVELUVERKKOLAKI = _Act("728/2021")


def court(case: str) -> Provision:
    """
    Return a court's decision as a source.

    >>> print(court("KHO:2014:78"))
    KHO:2014:78
    """
    return Provision(case, None, "")
