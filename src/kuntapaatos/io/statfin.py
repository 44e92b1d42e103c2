r"""
Statistics Finland's own file of inhabitants, added to the table of the package.

The statistics database (PxWeb) gives a table as a comma, semicolon or tab separated
file: the area with its code or without ("KU205 Kajaani", "205 Kajaani", "Kajaani"), and
the years as columns or as rows.  What is no municipality is left out and named.

`python -m kuntapaatos.io.statfin FILE` says what a file holds, and with `--to TABLE`
writes the table of the package with those years added.

>>> found = read('"Alue","Tiedot","2023","2024"\n"KOKO MAA","Väkiluku",1,2\n"Kajaani","Väkiluku",36,35\n')
>>> found.table.years, found.left_out
((2023, 2024), ('KOKO MAA',))
>>> from kuntapaatos import population
>>> population("Kajaani", 2024, found.table)
35
"""  # noqa: E501

from __future__ import annotations

import argparse
import csv
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from attrs import frozen

from kuntapaatos.errors import KuntapaatosError, UnreadableInput
from kuntapaatos.io.decoding import decode
from kuntapaatos.io.saving import save
from kuntapaatos.municipalities import (
    Municipality,
    PopulationTable,
    known_municipality,
    population_table,
)

__all__ = ["StatFile", "main", "read", "written"]

_AREA = frozenset({"alue", "kunta", "area", "region", "municipality", "område", "kommun"})
_YEAR = frozenset({"vuosi", "year", "år"})
_MEASURE = re.compile(r"väkiluku|väestö\b|population\b|folkmängd|befolkning\b", re.IGNORECASE)
_WHOLE = frozenset({"yhteensä", "total", "totalt", "kaikki"})
_A_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_CODED = re.compile(r"(?:KU)?(\d{3})(?=[ \u00a0]|\Z)")
# "SK011 Helsinki" is a sub-region, "MK01 Uusimaa" a region.
_OTHER_CODE = re.compile(r"(?!KU\d)[A-Z]{2,3}\d{1,3}(?=[ \u00a0]|\Z)")
_COUNT = re.compile(r"\d{1,9}|\d{1,3}(?:[ \u00a0]\d{3}){1,2}")


@frozen
class StatFile:
    """
    What a file of Statistics Finland holds.

    Attributes:
        table: Inhabitants by municipality and year.
        left_out: The areas that are no municipality, as written.
    """

    table: PopulationTable
    left_out: tuple[str, ...]


@frozen
class _Count:
    """One figure: where, when, how many, and in which row of the file."""

    area: str
    year: int
    count: int


def _place(area: str) -> Municipality | None:
    coded = _CODED.match(area)
    if coded is not None:
        return known_municipality(coded[1])
    if _OTHER_CODE.match(area):
        return None
    found = known_municipality(area)
    # Not "Kajaanin" or "Kajaanin kaupunki": a table of areas has names in their base form.
    named = found is not None and area.casefold() in {
        found.name.casefold(),
        found.name_sv.casefold(),
    }
    return found if named else None


def _lines(text: str, name: str) -> tuple[list[str], list[list[str]]]:
    """Return the head and the rows; a title above them is passed over."""
    for separator in (",", ";", "\t"):
        lines = list(csv.reader(text.splitlines(), delimiter=separator))
        for place, line in enumerate(lines):
            if len(line) > 1 and any(cell.strip().casefold() in _AREA for cell in line):
                head = [cell.strip() for cell in line]
                rows = [row for row in lines[place + 1 :] if len(row) == len(head)]
                return head, [[cell.strip() for cell in row] for row in rows]
    raise UnreadableInput(name, 'has no column of areas, such as "Alue" or "Kunta"')


def _is_whole(cell: str) -> bool:
    """Whether a cell of another column limits nothing: the number of all inhabitants."""
    return cell.casefold() in _WHOLE or _MEASURE.search(cell) is not None


def _counts(head: list[str], rows: list[list[str]]) -> Iterator[_Count]:
    names = [name.casefold() for name in head]
    area = next(place for place, name in enumerate(names) if name in _AREA)
    year = next((place for place, name in enumerate(names) if name in _YEAR), None)
    if year is None:
        values = [
            place for place, name in enumerate(head)
            if _A_YEAR.search(name) and (_A_YEAR.fullmatch(name) or _MEASURE.search(name))
        ]  # fmt: skip
    else:
        values = [place for place, name in enumerate(head) if _MEASURE.search(name)] or [
            len(head) - 1
        ]
    other = [place for place in range(len(head)) if place not in {area, year, *values}]
    # A column of figures of something else says nothing about which people are counted.
    other = [place for place in other if not all(_is_number(row[place]) for row in rows)]
    for row in rows:
        if not all(_is_whole(row[place]) for place in other):
            continue
        for place in values:
            when = _A_YEAR.search(head[place] if year is None else row[year])
            if when is not None and _COUNT.fullmatch(row[place]):
                yield _Count(row[area], int(when[0]), int(re.sub(r"\D", "", row[place])))


def _is_number(cell: str) -> bool:
    return not cell.strip(".- \u00a0\u22120123456789,")


def read(text: str, name: str = "the file") -> StatFile:
    r"""
    Return the inhabitants that a file of Statistics Finland holds.

    Args:
        text: The file's text.
        name: What an error and the table call it.

    Raises:
        UnreadableInput: It has no area, no year or no figure of a municipality, or two
            different figures of one municipality and year.

    >>> read("Vuosi;Alue;Väkiluku\n2024;205 Kajaani;35\n").table.get("205", 2024)
    35
    """
    head, rows = _lines(text, name)
    counts: dict[tuple[str, int], int] = {}
    left_out: dict[str, None] = {}
    for found in _counts(head, rows):
        place = _place(found.area)
        if place is None:
            left_out[found.area] = None
        elif counts.setdefault((place.code, found.year), found.count) != found.count:
            raise UnreadableInput(
                name,
                f"has two numbers of inhabitants of {place} for {found.year}: "
                "choose municipalities only, with their codes, and one measure",
            )
    if not counts:
        raise UnreadableInput(name, "has no number of inhabitants of a municipality and a year")
    return StatFile(PopulationTable(f"Tilastokeskus, {name}", counts), tuple(left_out))


def written(table: PopulationTable) -> str:
    """
    Return a table in the form of the package's own: a row a municipality, a column a year.

    >>> print(written(PopulationTable("Tilastokeskus", {("205", 2024): 35})), end="")
    # Inhabitants at the end of each year.
    # Source: Tilastokeskus
    code;2024
    205;35
    """
    years = table.years
    lines = ["# Inhabitants at the end of each year.", f"# Source: {table.source}"]
    lines.append(";".join(["code", *map(str, years)]))
    for code in sorted({code for code, _, _ in table.counts}):
        counts = (table.get(code, year) for year in years)
        lines.append(";".join([code, *("" if one is None else str(one) for one in counts)]))
    return "\n".join(lines) + "\n"


def main(arguments: Sequence[str] | None = None) -> int:
    """
    Say what a file holds; with `--to`, write the package's table with it added.

    Args:
        arguments: What stands behind the program's name; `None` takes the program's own.

    Returns:
        0, or 2 where the file cannot be read or written.
    """
    parser = argparse.ArgumentParser(
        prog="python -m kuntapaatos.io.statfin",
        description="Read the inhabitants of municipalities from Statistics Finland's file.",
    )
    parser.add_argument("file", type=Path, help="a table of the statistics database, as CSV")
    parser.add_argument("--to", type=Path, help="write the package's table with these years to it")
    given = parser.parse_args(arguments)
    try:
        found = read(decode(given.file.read_bytes(), name=given.file.name), given.file.name)
        if given.to is not None:
            save(given.to, written(population_table().joined(found.table)))
    except (KuntapaatosError, OSError) as error:
        sys.stderr.write(f"{error}\n")
        return 2
    places = len({code for code, _, _ in found.table.counts})
    years = ", ".join(map(str, found.table.years))
    sys.stdout.write(f"{given.file.name}: municipalities: {places}; at the end of {years}\n")
    if found.left_out:
        sys.stdout.write(f"left out, no municipality: {', '.join(found.left_out)}\n")
    if given.to is not None:
        sys.stdout.write(f"written: {given.to}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
