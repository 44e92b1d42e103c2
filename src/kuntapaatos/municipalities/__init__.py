"""
The municipalities of Finland: their names in every case, their codes, their inhabitants.

>>> municipality("Ylöjärvellä").name, municipality("Kajana").genitive, municipality(5).name
('Ylöjärvi', 'Kajaanin', 'Alajärvi')
>>> population("Kajaani", 2022)
36297
>>> municipality("Kajani")
Traceback (most recent call last):
    ...
kuntapaatos.errors.UnknownMunicipality: no municipality is called 'Kajani'; near it are Kajaani, ...
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kuntapaatos.municipalities.inhabitants import (
        PopulationTable,
        population,
        population_table,
        read_population,
        same_area,
    )
    from kuntapaatos.municipalities.lookup import known_municipality, municipality
    from kuntapaatos.municipalities.rows import (
        LanguageStatus,
        Municipality,
        merged_municipalities,
        municipalities,
    )
else:
    from kuntapaatos.late import names_of

    __getattr__, __dir__ = names_of(
        __name__,
        {
            "inhabitants": "PopulationTable population population_table read_population same_area",
            "lookup": "known_municipality municipality",
            "rows": "LanguageStatus Municipality merged_municipalities municipalities",
        },
    )

__all__ = [
    "LanguageStatus",
    "Municipality",
    "PopulationTable",
    "known_municipality",
    "merged_municipalities",
    "municipalities",
    "municipality",
    "population",
    "population_table",
    "read_population",
    "same_area",
]
