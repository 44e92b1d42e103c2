"""
A compiled rule as an Arrow table, for joins in any engine that reads one.

>>> import kuntapaatos as kp
>>> rule = Rule(kp.NoticeKind.ONLINE_MINUTES, kp.Period.days(14), kp.OfficeHours.state())
>>> compiled = as_table(rule)
>>> compiled.num_rows, compiled.column_names
(39812, ['day', 'notified_on', 'last_day', 'closes_at'])
>>> compiled.schema.metadata[b"kuntapaatos.rule"].decode()
'pöytäkirja yleisessä tietoverkossa (yleinen), 14 päivää, ma–pe 8.00–16.15'
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from importlib import metadata
from pathlib import Path
from typing import Any, TypeAlias, get_args
from zoneinfo import TZPATH

from kuntapaatos.errors import DayOutOfRange, InvalidValue
from kuntapaatos.io.frames.arrays import arrow_deadlines
from kuntapaatos.io.frames.compiled import FIRST, LAST, Answer, MomentUnit, day_of, stretches
from kuntapaatos.io.frames.extra import np, pa
from kuntapaatos.io.frames.rules import Rule
from kuntapaatos.law import LAW_AS_OF

__all__ = ["ArrowTable", "as_table"]

ArrowTable: TypeAlias = Any
"""A `pyarrow.Table`; pyarrow ships no types."""


def time_zone_data(folders: Iterable[str]) -> str:
    """
    Return the version of the time zone data that is used, or "unknown".

    Args:
        folders: Where they are looked for before the package `tzdata`.
    """
    for folder in map(Path, folders):
        if (folder / "Europe" / "Helsinki").is_file():
            with suppress(OSError), (folder / "tzdata.zi").open(encoding="utf-8") as source:
                comment, _, version = source.readline().strip().rpartition(" ")
                if comment == "# version":
                    return version
            return "unknown"
    with suppress(metadata.PackageNotFoundError):
        return metadata.version("tzdata")
    return "unknown"


def _provisions(rule: Rule) -> str:
    """Return the sections of every step of the count, in order, one a line."""
    found: dict[str, None] = {}
    for stretch in stretches(rule.told):
        # Within a fortnight some period ends on a Saturday, where it ends on a weekday.
        for number in range(stretch.first, min(stretch.first + 14, stretch.last + 1)):
            with suppress(DayOutOfRange):
                for step in rule.count(day_of(number)).steps:
                    found.update((provision.full, None) for provision in step.provisions)
    return "\n".join(found)


def as_table(rule: Rule, *, unit: MomentUnit = "s") -> ArrowTable:
    """
    Return a rule as a table: a row for every day from 1992-01-01 to 2100-12-31.

    Join it to a column of days.  Days on which the rule is not in force, or whose
    last day is after 2100, have a row of nulls.

    Args:
        rule: What is counted.
        unit: The unit of the moments.  Parquet knows no "s"; Spark reads "us".

    Returns:
        A table of `day`, `notified_on`, `last_day` (date32) and `closes_at` (timestamp in
        Europe/Helsinki, excluded).  Its metadata name the rule, the provisions, the
        day up to which the rules were checked, and the versions of the library and
        of the time zone data.

    Raises:
        InvalidValue: *rule* is no `Rule`.
    """
    if not isinstance(rule, Rule):
        raise InvalidValue("rule", rule, "a Rule")
    days = pa.array(np.arange(FIRST, LAST + 1, dtype=np.int32)).view(pa.date32())
    columns = {"day": days}
    for answer in get_args(Answer):
        columns[answer] = arrow_deadlines(days, rule, answer=answer, outside="null", unit=unit)
    return pa.table(columns).replace_schema_metadata(
        {
            "kuntapaatos.rule": str(rule),
            "kuntapaatos.provisions": _provisions(rule),
            "kuntapaatos.law_as_of": LAW_AS_OF.isoformat(),
            "kuntapaatos.version": metadata.version("kuntapaatos"),
            "kuntapaatos.time_zone_data": time_zone_data(TZPATH),
        }
    )
