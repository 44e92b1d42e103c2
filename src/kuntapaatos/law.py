"""
Where a rule is written, and from when to when it is in force.

A rule is data: a `Provision`, the first and the last day in force, and how
sure its source is.  An amendment is a new row, never an edit, so that a
decision of 2016 is counted by the rules of 2016.

>>> print(KUNTALAKI("138 §"))
Kuntalaki 138 §
>>> print(MAARAAIKALAKI("5 §"))
150/1930 5 §
>>> MAARAAIKALAKI("5 §").full
'Laki säädettyjen määräaikain laskemisesta (150/1930) 5 §'
"""

from __future__ import annotations

from datetime import date
from enum import Enum

from attrs import frozen

from kuntapaatos.shown import Value

__all__ = ["LAW_AS_OF", "Confidence", "Provision"]

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


@frozen(eq=False, repr=False)
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

    act: str
    number: str | None
    section: str

    def __str__(self) -> str:
        # An act with a one-word name is cited by it, another by its number.
        name = self.number if self.number is not None and " " in self.act else self.act
        return f"{name} {self.section}".rstrip()

    @property
    def full(self) -> str:
        """The citation with the act's whole name and number."""
        number = f" ({self.number})" if self.number is not None else ""
        return f"{self.act}{number} {self.section}".rstrip()


class _Act:
    """An act that gives its sections when it is called."""

    def __init__(self, name: str, number: str) -> None:
        self.name = name
        self.number = number

    def __call__(self, section: str = "") -> Provision:
        return Provision(self.name, self.number, section)


KUNTALAKI = _Act("Kuntalaki", "410/2015")
KUNTALAKI_1995 = _Act("Kuntalaki 1995", "365/1995")
KUNTALAKI_FROM = date(2017, 6, 1)
"""The first decision day under chapters 12 and 16 of Kuntalaki 410/2015 (147 §)."""
HALLINTOLAKI = _Act("Hallintolaki", "434/2003")
ASIOINTILAKI = _Act("Laki sähköisestä asioinnista viranomaistoiminnassa", "13/2003")
MAARAAIKALAKI = _Act("Laki säädettyjen määräaikain laskemisesta", "150/1930")
OIKEUDENKAYNTILAKI = _Act("Laki oikeudenkäynnistä hallintoasioissa", "808/2019")
HALLINTOLAINKAYTTOLAKI = _Act("Hallintolainkäyttölaki", "586/1996")
HANKINTALAKI = _Act("Hankintalaki", "1397/2016")
HANKINTALAKI_2007 = _Act("Hankintalaki 2007", "348/2007")
RAKENNUSLAKI = _Act("Maankäyttö- ja rakennuslaki", "132/1999")
RAKENTAMISLAKI = _Act("Rakentamislaki", "751/2023")
YMPARISTONSUOJELULAKI = _Act("Ympäristönsuojelulaki", "527/2014")
MAA_AINESLAKI = _Act("Maa-aineslaki", "555/1981")
JATELAKI = _Act("Jätelaki", "646/2011")
VARHAISKASVATUSLAKI = _Act("Varhaiskasvatuslaki", "540/2018")
VARHAISKASVATUSMAKSULAKI = _Act("Laki varhaiskasvatuksen asiakasmaksuista", "1503/2016")
PERUSOPETUSLAKI = _Act("Perusopetuslaki", "628/1998")
LUKIOLAKI = _Act("Lukiolaki", "714/2018")
OPPIVELVOLLISUUSLAKI = _Act("Oppivelvollisuuslaki", "1214/2020")
JULKISUUSLAKI = _Act("Laki viranomaisten toiminnan julkisuudesta", "621/1999")
VIRANHALTIJALAKI = _Act("Laki kunnan ja hyvinvointialueen viranhaltijasta", "304/2003")
SOSIAALIHUOLTOLAKI = _Act("Sosiaalihuoltolaki", "1301/2014")
ASIAKASMAKSULAKI = _Act("Asiakasmaksulaki", "734/1992")
PERUSTEVALITUSLAKI = _Act("Laki verojen ja maksujen täytäntöönpanosta", "706/2007")
VAALILAKI = _Act("Vaalilaki", "714/1998")
PYSAKOINTILAKI = _Act("Laki pysäköinninvalvonnasta", "727/2011")
TARKASTUSMAKSULAKI = _Act("Laki joukkoliikenteen tarkastusmaksusta", "469/1979")
TYOVOIMAPALVELULAKI = _Act("Laki työvoimapalveluiden järjestämisestä", "380/2023")
ELINTARVIKELAKI = _Act("Elintarvikelaki", "297/2021")
TUPAKKALAKI = _Act("Tupakkalaki", "549/2016")
LUPAVIRASTOLAKI = _Act("Laki Lupa- ja valvontavirastosta", "530/2025")

# The acts on state authorities' hours, which `OfficeHours.state` rests on.
VIRASTOAIKA = _Act("Asetus valtion virastojen aukiolosta", "332/1994")
PALVELUVERKKOLAKI = _Act("Laki valtion palvelu- ja toimitilaverkon kehittämisestä", "728/2021")


def court(case: str) -> Provision:
    """
    Return a court's decision as a source.

    >>> print(court("KHO:2014:78"))
    KHO:2014:78
    """
    return Provision(case, None, "")
