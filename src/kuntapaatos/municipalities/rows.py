"""
The municipalities of Finland as rows: the present ones, and those merged from 2015 on.

The rows stand in `table.csv`, with their sources in its first lines; they are read when
they are first asked for.

>>> len(municipalities()), len(merged_municipalities())
(308, 12)
>>> municipalities()[0].name, merged_municipalities()[-1].merged_into
('Akaa', 'Mäntyharju')
"""

from __future__ import annotations

from enum import Enum
from functools import cache
from typing import Any, NamedTuple

from attrs import field, frozen
from attrs.validators import optional

from kuntapaatos.checks import check_type, is_a
from kuntapaatos.errors import InvalidValue
from kuntapaatos.shown import Value

__all__ = [
    "LanguageStatus",
    "Municipality",
    "Row",
    "merged_municipalities",
    "municipalities",
    "read_rows",
    "rows",
]


class LanguageStatus(Enum):
    """
    In which languages a municipality serves (*kunnan kielellinen asema*).

    >>> LanguageStatus("ruotsinkielinen").name
    'SWEDISH'
    """

    FINNISH = "suomenkielinen"
    SWEDISH = "ruotsinkielinen"
    FINNISH_MAJORITY = "kaksikielinen, enemmistö suomenkielinen"
    SWEDISH_MAJORITY = "kaksikielinen, enemmistö ruotsinkielinen"
    SAMI_HOMELAND = "suomenkielinen, saamelaisten kotiseutualuetta"


_LANGUAGE = {
    "fi": LanguageStatus.FINNISH,
    "sv": LanguageStatus.SWEDISH,
    "fi-sv": LanguageStatus.FINNISH_MAJORITY,
    "sv-fi": LanguageStatus.SWEDISH_MAJORITY,
    "fi-se": LanguageStatus.SAMI_HOMELAND,
}

# The sixteen of the province of Åland.
_ALAND = frozenset("035 043 060 062 065 076 170 295 318 417 438 478 736 766 771 941".split())


def _check_code(_: object, attribute: Any, code: Any) -> None:
    if not (isinstance(code, str) and len(code) == 3 and code.isascii() and code.isdigit()):
        raise InvalidValue(attribute.name, code, 'three figures, as in "205"')


def _check_name(_: object, attribute: Any, name: Any) -> None:
    check_type(attribute.name, name, str, "a text that is not empty")
    if not str(name).strip():
        raise InvalidValue(attribute.name, name, "a text that is not empty")


def _check_year(_: object, attribute: Any, year: Any) -> None:
    if type(year) is not int:
        raise InvalidValue(attribute.name, year, "a year as an int, or None")


@frozen(repr=False, kw_only=True)
class Municipality(Value):
    """
    A municipality (*kunta*); it prints as its name.

    Attributes:
        code: Three figures, as in "205".
        name: The Finnish name in its base form.
        name_sv: The Swedish name; the Finnish one where there is no other.
        genitive: The genitive of the Finnish name, as in "Kajaanin".
        language: Its language status; of a merged one, when it ended.
        first_year: The first year it existed under its code, included; `None` where
            that is 1990 or earlier.
        last_year: The last year it existed, included; `None` for the present ones.
        merged_into: The name of the municipality it became part of.

    Raises:
        InvalidValue: A field is of another kind, or a text is empty.

    >>> from kuntapaatos import municipality
    >>> vaasa = municipality("Vasa")
    >>> print(vaasa, vaasa.code, vaasa.genitive, vaasa.language.value, sep="; ")
    Vaasa; 905; Vaasan; kaksikielinen, enemmistö suomenkielinen
    """

    code: str = field(validator=_check_code)
    name: str = field(validator=_check_name)
    name_sv: str = field(validator=_check_name)
    genitive: str = field(validator=_check_name)
    language: LanguageStatus = field(validator=is_a(LanguageStatus))
    first_year: int | None = field(default=None, validator=optional(_check_year))
    last_year: int | None = field(default=None, validator=optional(_check_year))
    merged_into: str | None = field(default=None, validator=optional(_check_name))

    @property
    def on_aland(self) -> bool:
        """
        Whether it is one of the sixteen of the province of Åland (*Ahvenanmaa*).

        >>> from kuntapaatos import municipality
        >>> municipality("Mariehamn").on_aland, municipality("Närpes").on_aland
        (True, False)
        """
        return self.code in _ALAND

    def existed(self, year: int) -> bool:
        """
        Say whether it existed in a year, under its code.

        Args:
            year: A calendar year; before 1991 the register does not tell.

        >>> from kuntapaatos import municipality
        >>> [municipality("Nastola").existed(year) for year in (2015, 2016)]
        [True, False]
        """
        return (self.first_year or year) <= year <= (self.last_year or year)

    def __str__(self) -> str:
        return self.name


class Row(NamedTuple):
    """
    A row of the table.

    Attributes:
        municipality: What it says.
        also: Further names, by which it is found.
    """

    municipality: Municipality
    also: tuple[str, ...]


def read_rows(name: str) -> list[dict[str, str]]:
    """
    Return the rows of a table of this folder, by the names in its head.

    A line that begins with "#" is about the table.  Cells are divided by semicolons.
    """
    from importlib.resources import files

    text = files("kuntapaatos.municipalities").joinpath(name).read_text(encoding="utf-8")
    lines = [line.split(";") for line in text.splitlines() if not line.startswith("#")]
    return [dict(zip(lines[0], line, strict=True)) for line in lines[1:]]


def _row(cells: dict[str, str]) -> Row:
    first, last = cells["first_year"], cells["last_year"]
    made = Municipality(
        code=cells["code"],
        name=cells["name"],
        name_sv=cells["name_sv"] or cells["name"],
        genitive=cells["genitive"],
        language=_LANGUAGE[cells["language"]],
        first_year=int(first) if first else None,
        last_year=int(last) if last else None,
        merged_into=cells["merged_into"] or None,
    )
    return Row(made, tuple(filter(None, cells["also"].split(","))))


@cache
def rows() -> tuple[Row, ...]:
    """Return every row: the present municipalities by name, then the merged ones by year."""
    return tuple(map(_row, read_rows("table.csv")))


@cache
def municipalities() -> tuple[Municipality, ...]:
    """
    Return the 308 municipalities of 2026, in the order of their names.

    >>> len(municipalities()), municipalities()[0].name
    (308, 'Akaa')
    """
    return tuple(row.municipality for row in rows() if row.municipality.last_year is None)


@cache
def merged_municipalities() -> tuple[Municipality, ...]:
    """
    Return the municipalities that were merged from 2015 on, in the order of their end.

    >>> [(old.name, old.last_year) for old in merged_municipalities()][-1]
    ('Pertunmaa', 2024)
    """
    return tuple(row.municipality for row in rows() if row.municipality.last_year is not None)
