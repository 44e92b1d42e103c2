"""
The remedies as the tables have them: one line, one rule for the matters it names.

`law/remedies.csv` holds the remedies, `law/prohibitions.csv` what cannot be appealed,
`law/not_covered.csv` the matters that are refused, with the act to look in.

>>> print(period("14 päivää"))
14 päivää
>>> period("2 viikkoa 1 päivä")
Traceback (most recent call last):
    ...
ValueError: a number and a unit, as 14 päivää, 6 kuukautta or 3 vuotta
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from kuntapaatos.law import Confidence, DatedBy, Provision, provision
from kuntapaatos.law.tables import day, flag, one_of, or_none, read, several, text
from kuntapaatos.notice.kinds import Regime
from kuntapaatos.remedy.kinds import (
    AuthorityKind,
    DecisionKind,
    Entitled,
    MakerKind,
    ProhibitionGround,
    Remedy,
    RemedyKind,
    StartingEvent,
    Subject,
)
from kuntapaatos.time_limit import Period, PeriodUnit

__all__ = ["Prohibition", "all_prohibitions", "all_remedies", "not_covered", "period"]

_UNITS = {
    **{unit.value: unit for unit in PeriodUnit},
    **{str(Period(unit, 2)).partition(" ")[2]: unit for unit in PeriodUnit},
}


def period(cell: str) -> Period:
    """
    Return a length of time as a table has it.

    Raises:
        ValueError: The cell is none.
    """
    number, _, unit = cell.partition(" ")
    if not (number.isascii() and number.isdecimal()) or unit not in _UNITS:
        raise ValueError("a number and a unit, as 14 päivää, 6 kuukautta or 3 vuotta")
    return Period(_UNITS[unit], int(number))


class Prohibition(NamedTuple):
    """
    A dated row that says that no remedy exists.

    Attributes:
        subject: What the decision is about.
        against: Which kind of decision cannot be appealed.
        makers: Whose decisions; empty for everybody's.
        ground: Why.
        provisions: The sections behind it.
        dated_by: Which day the validity is counted by.
        valid_from: The first such day, included.
        valid_until: The last one, included; `None` while in force.
        confidence: How sure the row is.
        seen: Where the text was seen, and its day.
        note: What else has to be known, in English.
    """

    subject: Subject
    against: DecisionKind
    makers: tuple[MakerKind, ...]
    ground: ProhibitionGround
    provisions: tuple[Provision, ...]
    dated_by: DatedBy
    valid_from: date
    valid_until: date | None
    confidence: Confidence
    seen: str
    note: str

    def in_force(self, on: date) -> bool:
        """Return whether that day follows this row; both ends are included."""
        return self.valid_from <= on and (self.valid_until is None or on <= self.valid_until)


# The headings of `remedies.csv`: which field each fills, and how it is read.
_COLUMNS: dict[str, tuple[str, Callable[[str], Any]]] = {
    "asia": ("subject", several(one_of(Subject))),
    "vastaan": ("against", one_of(DecisionKind)),
    "tekijät": ("makers", several(one_of(MakerKind))),
    "keino": ("kind", one_of(RemedyKind)),
    "myös nimellä": ("also_called", several(one_of(RemedyKind))),
    "määräaika": ("period", or_none(period)),
    "alkaa": ("starts", one_of(StartingEvent)),
    "viranomainen": ("authority", one_of(AuthorityKind)),
    "kuka": ("who", several(one_of(Entitled))),
    "tiedoksianto": ("regime", one_of(Regime)),
    "valituslupa": ("leave_needed", flag),
    "säännökset": ("provisions", several(provision)),
    "ratkaisee": ("dated_by", one_of(DatedBy)),
    "alkaen": ("valid_from", day),
    "asti": ("valid_until", or_none(day)),
    "varmuus": ("confidence", one_of(Confidence)),
    "teksti nähty": ("seen", text),
    "huomautus": ("note", text),
}


# The same of `prohibitions.csv`; the other headings are those of the remedies.
_OF_PROHIBITIONS: dict[str, tuple[str, Callable[[str], Any]]] = {
    **{heading: _COLUMNS[heading] for heading in ("asia", "vastaan", "tekijät")},
    "peruste": ("ground", one_of(ProhibitionGround)),
    **{
        heading: _COLUMNS[heading]
        for heading in (
            *("säännökset", "ratkaisee", "alkaen", "asti", "varmuus", "teksti nähty", "huomautus"),
        )
    },
}


def _fields(
    name: str, columns: dict[str, tuple[str, Callable[[str], Any]]]
) -> Iterator[dict[str, Any]]:
    """Give the fields of each row; a line that names several matters is a row of each."""
    for line in read(name, {heading: reader for heading, (_, reader) in columns.items()}):
        fields = {columns[heading][0]: cell for heading, cell in line.items()}
        for subject in fields["subject"]:
            yield {**fields, "subject": subject}


@cache
def all_remedies() -> tuple[Remedy, ...]:
    """
    Return every remedy in the order of the table, which loads when it is first asked.

    Raises:
        InvalidValue: The table has a fault; its line and column are named.
    """
    return tuple(Remedy(**fields) for fields in _fields("remedies.csv", _COLUMNS))


@cache
def all_prohibitions() -> tuple[Prohibition, ...]:
    """
    Return every prohibition in the order of the table, which loads when it is first asked.

    Raises:
        InvalidValue: The table has a fault; its line and column are named.
    """
    return tuple(Prohibition(**fields) for fields in _fields("prohibitions.csv", _OF_PROHIBITIONS))


@cache
def not_covered() -> dict[Subject, tuple[Provision, ...]]:
    """
    Return the matters that have no row, and the acts to look in.

    Raises:
        InvalidValue: The table has a fault; its line and column are named.
    """
    columns = {"asia": one_of(Subject), "säännökset": several(provision)}
    return {line["asia"]: line["säännökset"] for line in read("not_covered.csv", columns)}
