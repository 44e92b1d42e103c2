"""
How many people live in a municipality at the end of a year.

The table of the package has the years from 2000 to 2022; a later one is read from
Statistics Finland's own file (`kuntapaatos.io.statfin`).  It counts each municipality in
the area that it had on 1 January 2023: what was merged into it since is counted with it.

>>> population("Kajaani", 2022), same_area("Kajaani", 2022)
(36297, True)
>>> population("Lahti", 2014), same_area("Lahti", 2014)  # with Nastola, merged into it in 2016
(118644, False)
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import SupportsIndex

from attrs import Factory, field, frozen

from kuntapaatos.checks import as_int, check_type
from kuntapaatos.errors import InvalidValue, PopulationUnknown
from kuntapaatos.municipalities.lookup import municipality
from kuntapaatos.municipalities.rows import Municipality, merged_municipalities, read_rows

__all__ = [
    "PopulationTable",
    "population",
    "population_table",
    "read_population",
    "same_area",
]

_FIRST_AREA_KNOWN = 2013
"""The classification of 2013 is the first of which the package has the rows."""

_AREA_OF = 2023
"""The municipalities of the table are those of 1 January of this year."""


def _checked(counts: Mapping[tuple[str, int], int]) -> tuple[tuple[str, int, int], ...]:
    given: object = counts
    if not isinstance(given, Mapping):
        raise InvalidValue("counts", counts, "a mapping from (code, year) to inhabitants")
    for key, count in counts.items():
        code, year = key
        if type(year) is not int:
            raise InvalidValue(f"counts[{key!r}]", year, "a code and a year as an int")
        if type(count) is not int or count < 0:
            raise InvalidValue(f"counts[{code!r}, {year}]", count, "an int, not negative")
    return tuple(sorted((code, year, count) for (code, year), count in counts.items()))


def _by_key(table: PopulationTable) -> dict[tuple[str, int], int]:
    return {(code, year): count for code, year, count in table.counts}


@frozen
class PopulationTable:
    """
    Inhabitants by municipality and year.

    Attributes:
        source: Where the figures are from.
        counts: Code of the municipality, year and inhabitants at its end, in order.

    Raises:
        InvalidValue: A count is no `int` or is below zero, or a key is no code and year.

    >>> table = PopulationTable("Tilastokeskus", {("205", 2024): 36_000})
    >>> population("Kajaani", 2024, table)
    36000
    """

    source: str
    counts: tuple[tuple[str, int, int], ...] = field(converter=_checked, repr=False)
    _found: dict[tuple[str, int], int] = field(
        init=False, repr=False, eq=False, default=Factory(_by_key, takes_self=True)
    )

    @property
    def years(self) -> tuple[int, ...]:
        """
        The years it has figures of, in order.

        >>> population_table().years[0], population_table().years[-1]
        (2000, 2022)
        """
        return tuple(sorted({year for _, year, _ in self.counts}))

    def get(self, code: str, year: int) -> int | None:
        """
        Return the inhabitants of a code at a year's end, or `None`.

        >>> population_table().get("091", 2022)
        664028
        """
        return self._found.get((code, year))

    def joined(self, other: PopulationTable) -> PopulationTable:
        """
        Return the figures of both; where both have one, *other*'s.

        >>> later = PopulationTable("Tilastokeskus", {("205", 2024): 36_000})
        >>> population_table().joined(later).years[-2:]
        (2022, 2024)
        """
        check_type("other", other, PopulationTable, "a PopulationTable")
        return PopulationTable(f"{self.source}; {other.source}", {**self._found, **other._found})


def read_population(lines: Iterable[dict[str, str]], source: str) -> PopulationTable:
    """
    Return a table from rows that have a `code` and a column for each year.

    Args:
        lines: The rows, as `csv.DictReader` gives them; an empty cell is not known.
        source: Where the figures are from.

    >>> read_population([{"code": "205", "2023": "36000", "2024": ""}], "Tilastokeskus").years
    (2023,)
    """
    counts = {
        (line["code"], int(year)): int(count)
        for line in lines
        for year, count in line.items()
        if year != "code" and count
    }
    return PopulationTable(source, counts)


@cache
def population_table() -> PopulationTable:
    """
    Return the table of the package: the ends of the years 2000–2022.

    The figures are Statistics Finland's, by way of THL Sotkanet and geofi (rOpenGov),
    CC BY 4.0.

    >>> len(population_table().counts)
    7107
    """
    source = "Tilastokeskus, THL Sotkanet ja geofi (CC BY 4.0)"
    return read_population(read_rows("population.csv"), source)


def same_area(place: Municipality | str | int, year: int) -> bool:
    """
    Say whether a municipality is known to have had, at a year's end, the area the table counts.

    It is not where another was merged into it afterwards, and not known before 2013,
    from which on the package has the rows of the classification.

    Args:
        place: The municipality, its name or its code.
        year: The year at whose end the inhabitants are counted.

    Raises:
        UnknownMunicipality, InvalidValue: As `municipality`.

    >>> [same_area("Kuopio", year) for year in (2012, 2016, 2017)]
    [False, False, True]
    """
    found = municipality(place)
    joined_later = any(
        old.merged_into == found.name and year <= (old.last_year or 0) < _AREA_OF
        for old in merged_municipalities()
    )
    return year >= _FIRST_AREA_KNOWN and not joined_later


def _known(found: Municipality, table: PopulationTable) -> str:
    years = sorted(year for code, year, _ in table.counts if code == found.code)
    if years:
        return f"its years are {years[0]}–{years[-1]}"
    if found.merged_into is not None:
        return f"it is counted in {found.merged_into}, into which it was merged"
    return "the table has no row of it"


def population(
    place: Municipality | str | int, year: SupportsIndex, table: PopulationTable | None = None
) -> int:
    """
    Return how many people lived in a municipality at the end of a year.

    Counted in the area that the table counts, which for the package's own is that of
    1 January 2023; `same_area` says whether the municipality had it then.

    Args:
        place: The municipality, its name or its code.
        year: The year at whose end (31 December) they are counted.
        table: Figures of your own; `None` is the table of the package, 2000–2022.

    Raises:
        PopulationUnknown: The table does not have that year or municipality; the error
            says how to give it.
        UnknownMunicipality: There is no such municipality.
        InvalidValue: An argument is of another kind.

    The figures are Statistics Finland's, by way of THL Sotkanet and geofi (rOpenGov),
    CC BY 4.0.

    >>> population("Ylöjärvi", 2021), population("091", 2022)
    (33533, 664028)
    >>> population("Kajaani", 2024)
    Traceback (most recent call last):
        ...
    kuntapaatos.errors.PopulationUnknown: the inhabitants of Kajaani at the end of 2024 are ...
    """
    found = municipality(place)
    asked = as_int(year)
    if type(asked) is not int:
        raise InvalidValue("year", year, "a year as an int")
    if table is None:
        table = population_table()
    check_type("table", table, PopulationTable, "a PopulationTable, or None")
    count = table.get(found.code, asked)
    if count is None:
        raise PopulationUnknown(found.name, asked, _known(found, table))
    return count
